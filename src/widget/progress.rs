//! Long work: how far it is, in words as well, and a way to stop it.

use super::button::Button;
use super::text;
use crate::theme::Element;
use crate::theme::measure::{MEDIUM, SMALL};
use iced::widget::{column, progress_bar, row, space};
use iced::{Alignment, Length};

/// Returns a bar with what is being done above it, and the numbers and a button to stop under it.
///
/// `done` runs from 0 to 1; `numbers` says the same in words ("412 of 2 000").
#[must_use]
pub fn progress<'a, Message: Clone + 'a>(
    what: impl Into<String>,
    done: f32,
    numbers: impl Into<String>,
    cancel: Option<Button<Message>>,
) -> Element<'a, Message> {
    let cancel = cancel.map(|button| -> Element<'a, Message> { button.into() });
    column![
        text::body(what),
        progress_bar(0.0..=1.0, done.clamp(0.0, 1.0)).girth(6),
        row![text::caption(numbers), space().width(Length::Fill)]
            .push(cancel)
            .spacing(MEDIUM)
            .align_y(Alignment::Center)
    ]
    .spacing(SMALL)
    .into()
}
