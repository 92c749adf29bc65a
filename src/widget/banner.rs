//! A message that stays where it belongs: above a form, in a card, on the lock page.

use super::badge::shape;
use super::text;
use crate::theme::measure::{BODY, LINE_HEIGHT, MEDIUM, RADIUS, SMALL};
use crate::theme::{Element, Tone, style};
use iced::widget::{Row, column, container, row};
use iced::{Alignment, Length, Padding};

/// Returns a banner: shape, headline, what it means, and buttons at the right.
#[must_use]
pub fn banner<'a, Message: 'a>(
    tone: Tone,
    headline: impl Into<String>,
    sentence: Option<String>,
    buttons: Vec<Element<'a, Message>>,
) -> Element<'a, Message> {
    let sign = container(text::icon(shape(tone)).style(style::tone(tone))).center_y(BODY * LINE_HEIGHT);
    let words = column![text::strong(headline)].push(sentence.map(text::body)).width(Length::Fill);
    let content =
        row![row![sign, words].spacing(SMALL).width(Length::Fill), Row::with_children(buttons).spacing(SMALL)]
            .spacing(MEDIUM)
            .align_y(Alignment::Center);
    container(content)
        .padding(Padding::from([SMALL + 2.0, MEDIUM]))
        .width(Length::Fill)
        .style(style::tinted(tone, RADIUS))
        .into()
}
