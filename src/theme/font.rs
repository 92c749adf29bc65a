//! The embedded type: Inter (OFL) with tabular figures, in three weights, and the icons.

use iced::Font;
use iced::font::Weight;

/// The fonts to load before the window opens.
pub const BYTES: &[&[u8]] = &[
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-Medium.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../assets/fonts/Lucide.ttf"),
];

/// Running text.
pub const REGULAR: Font = Font::with_name("Inter");
/// Labels of buttons and tabs.
pub const MEDIUM: Font = Font {
    weight: Weight::Medium,
    ..REGULAR
};
/// Headings and names.
pub const SEMIBOLD: Font = Font {
    weight: Weight::Semibold,
    ..REGULAR
};

/// Returns settings that load the embedded fonts and use them by default.
#[must_use]
pub fn settings() -> iced::Settings {
    iced::Settings {
        fonts: BYTES.iter().map(|bytes| (*bytes).into()).collect(),
        default_font: REGULAR,
        default_text_size: super::measure::BODY.into(),
        ..iced::Settings::default()
    }
}
