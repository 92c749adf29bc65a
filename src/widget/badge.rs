//! Status: a shape and a word; the colour only repeats them.

use super::text;
use crate::theme::measure::{CAPTION, LINE_HEIGHT, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use iced::widget::{container, row};
use iced::{Alignment, Padding};

/// Returns the shape that says the same as a tone.
#[must_use]
pub const fn shape(tone: Tone) -> Icon {
    match tone {
        Tone::Ink | Tone::Muted => Icon::Circle,
        Tone::Accent => Icon::Info,
        Tone::Good => Icon::CircleCheck,
        Tone::Attention => Icon::Warning,
        Tone::Danger => Icon::OctagonAlert,
    }
}

/// Returns a status: shape and words, in running text.
#[must_use]
pub fn status<'a, Message: 'a>(tone: Tone, words: impl Into<String>) -> Element<'a, Message> {
    row![text::icon_sized(shape(tone), 14.0).style(style::tone(tone)), text::body(words).style(style::tone(tone))]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
        .into()
}

/// Returns a badge: shape and a word, on a faint ground.
#[must_use]
pub fn badge<'a, Message: 'a>(tone: Tone, word: impl Into<String>) -> Element<'a, Message> {
    let height = CAPTION * LINE_HEIGHT + TINY;
    let content = row![
        text::icon_sized(shape(tone), 12.0).style(style::tone(tone)),
        text::caption(word).style(style::tone(tone))
    ]
    .spacing(TINY)
    .align_y(Alignment::Center);
    container(content)
        .padding(Padding::ZERO.horizontal(SMALL))
        .center_y(height)
        .style(style::tinted(tone, height / 2.0))
        .into()
}
