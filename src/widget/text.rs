//! Texts and icons in the sizes and weights of the house.

use crate::theme::measure::{BODY, CAPTION, ICON, LINE_HEIGHT, NAME, SECTION};
use crate::theme::{Element, Icon, Theme, Tone, font, icon as icons, style};
use iced::widget::Text;

fn line<'a>(content: impl Into<String>, size: f32) -> Text<'a, Theme> {
    Text::new(content.into()).size(size).line_height(LINE_HEIGHT).font(font::REGULAR)
}

/// Returns running text, 14 px.
#[must_use]
pub fn body<'a>(content: impl Into<String>) -> Text<'a, Theme> {
    line(content, BODY)
}

/// Returns running text with weight, for what stands out in a row.
#[must_use]
pub fn strong<'a>(content: impl Into<String>) -> Text<'a, Theme> {
    line(content, BODY).font(font::MEDIUM)
}

/// Returns a caption: 13 px, muted.
#[must_use]
pub fn caption<'a>(content: impl Into<String>) -> Text<'a, Theme> {
    line(content, CAPTION).style(style::muted)
}

/// Returns the heading of a section: 16 px, semi-bold.
#[must_use]
pub fn section<'a>(content: impl Into<String>) -> Text<'a, Theme> {
    line(content, SECTION).font(font::SEMIBOLD)
}

/// Returns a name as it stands on a card: 22 px, semi-bold.
#[must_use]
pub fn name<'a>(content: impl Into<String>) -> Text<'a, Theme> {
    line(content, NAME).font(font::SEMIBOLD)
}

/// Returns an icon, 16 px, in the colour of the text around it.
#[must_use]
pub fn icon<'a>(icon: Icon) -> Text<'a, Theme> {
    icon_sized(icon, ICON)
}

/// Returns an icon of a given edge, in pixels.
#[must_use]
pub fn icon_sized<'a>(icon: Icon, edge: f32) -> Text<'a, Theme> {
    Text::new(icon.code_point().to_string()).size(edge).line_height(1.0).font(icons::FONT)
}

/// Returns an icon in the colour of a tone.
#[must_use]
pub fn toned_icon<'a, Message: 'a>(icon: Icon, tone: Tone) -> Element<'a, Message> {
    self::icon(icon).style(style::tone(tone)).into()
}
