//! What an empty place says: what belongs here, and the first step.

use super::button::Button;
use super::text;
use crate::theme::measure::{HUGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, style};
use iced::widget::{column, container, space};
use iced::{Alignment, Length};

/// Returns an empty place, centred in the room it gets.
#[must_use]
pub fn empty_state<'a, Message: Clone + 'a>(
    icon: Icon,
    headline: impl Into<String>,
    sentence: impl Into<String>,
    button: Option<Button<Message>>,
) -> Element<'a, Message> {
    let button = button.map(|button| {
        let button: Element<'a, Message> = button.into();
        column![space().height(MEDIUM), button]
    });
    let content = column![
        text::icon_sized(icon, 32.0).style(style::muted),
        space().height(SMALL),
        text::section(headline).align_x(Alignment::Center),
        text::body(sentence).style(style::muted).align_x(Alignment::Center)
    ]
    .push(button)
    .spacing(2)
    .max_width(380)
    .align_x(Alignment::Center);
    container(content).center(Length::Fill).padding(HUGE).into()
}
