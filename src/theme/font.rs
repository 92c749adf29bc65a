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

/// Running text. The family has a name of its own: an Inter installed on the computer would win over the embedded one.
pub const REGULAR: Font = Font::with_name("Inter Tabular");
/// Labels of buttons and tabs.
pub const MEDIUM: Font = Font { weight: Weight::Medium, ..REGULAR };
/// Headings and names.
pub const SEMIBOLD: Font = Font { weight: Weight::Semibold, ..REGULAR };

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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::theme::Theme;
    use iced::widget::{Text, column};
    use iced_test::Simulator;

    #[test]
    fn digits_are_as_wide_as_each_other_in_every_weight() {
        for font in [REGULAR, MEDIUM, SEMIBOLD] {
            let lines = ["0000", "1111", "7777"];
            let texts = lines.map(|line| Text::new(line).font(font).into());
            let column: iced::Element<'_, (), Theme> = column(texts).into();
            let mut stage = Simulator::with_settings(settings(), column);
            let width = lines.map(|line| stage.find(line).unwrap().bounds().width);
            assert_eq!(width, [width[0]; 3], "{font:?}");
        }
    }
}
