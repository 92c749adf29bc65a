//! Short messages at the bottom left of the window, over everything but dialogs; the screen takes them away after a while.

use super::badge::shape;
use super::button::{self, Button};
use super::line::line;
use super::text;
use crate::theme::measure::{BODY, CLEAR, CONTROL, LARGE, RAIL, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use iced::widget::{Column, Stack, container, row, space};
use iced::{Alignment, Length, Padding};

/// How wide words can be before they go on in the next line.
const WORDS: f32 = 440.0;

/// One message.
#[derive(Debug, Clone)]
#[must_use]
pub struct Toast<Message> {
    tone: Tone,
    words: String,
    action: Option<Button<Message>>,
    dismiss: Option<(String, Message)>,
}

/// Returns a message.
pub fn toast<Message>(tone: Tone, words: impl Into<String>) -> Toast<Message> {
    Toast { tone, words: words.into(), action: None, dismiss: None }
}

impl<Message> Toast<Message> {
    /// Adds a button, such as "Undo".
    pub fn action(mut self, label: impl Into<String>, message: Message) -> Self {
        self.action = Some(button::link(label).small().on_press(message));
        self
    }

    /// Adds a cross that takes the message away; the tooltip says so.
    pub fn dismiss(mut self, tooltip: impl Into<String>, message: Message) -> Self {
        self.dismiss = Some((tooltip.into(), message));
        self
    }
}

/// Lays messages over a base, newest last, so much above its lower edge, and so far from the rail, that they leave free
/// what is there.
///
/// Call it always, with no messages as well, so that the base keeps its state.
#[must_use]
pub fn stack<'a, Message: Clone + 'a>(
    base: impl Into<Element<'a, Message>>,
    toasts: impl IntoIterator<Item = Toast<Message>>,
    lift: f32,
    aside: f32,
) -> Element<'a, Message> {
    let toasts = toasts.into_iter().map(|toast| view(toast, false));
    let column = Column::with_children(toasts).spacing(SMALL);
    // Beside the rail, and over the list where there is one.
    let padding = Padding::from(LARGE).left(RAIL + LARGE + aside).bottom(LARGE + lift);
    let place = container(column).align_left(Length::Fill).align_bottom(Length::Fill).padding(padding);
    Stack::new().push(base).push(place).into()
}

/// Lays a message over a base with a dialog on it: one line in the room that every dialog leaves below it.
///
/// Call it always, as [`stack`].
#[must_use]
pub fn under_dialog<'a, Message: Clone + 'a>(
    base: impl Into<Element<'a, Message>>,
    toast: Option<Toast<Message>>,
) -> Element<'a, Message> {
    let column = Column::new().push(toast.map(|toast| view(toast, true)));
    let place = container(container(column).center_y(CLEAR)).center_x(Length::Fill).align_bottom(Length::Fill);
    Stack::new().push(base).push(place.padding([0.0, LARGE])).into()
}

fn view<'a, Message: Clone + 'a>(toast: Toast<Message>, is_one_line: bool) -> Element<'a, Message> {
    let action = toast.action.map(|action| -> Element<'a, Message> { action.into() });
    let dismiss = toast.dismiss.map(|(tooltip, message)| -> Element<'a, Message> {
        button::icon(Icon::Close, tooltip).small().on_press(message).into()
    });
    let words = if is_one_line {
        container(line(toast.words).size(BODY)).max_width(2.0 * WORDS)
    } else {
        container(text::body(toast.words)).padding([TINY, 0.0]).max_width(WORDS)
    };
    let content = row![text::icon(shape(toast.tone)).style(style::tone(toast.tone)), words]
        .push(action)
        .push(dismiss)
        .spacing(SMALL)
        .align_y(Alignment::Center);
    // As high as its words, and never lower than one line with buttons.
    let content = row![space().height(CONTROL), content].align_y(Alignment::Center);
    container(content).padding(Padding::from([SMALL / 2.0, SMALL]).left(LARGE - 4.0)).style(style::floating).into()
}
