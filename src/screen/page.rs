//! The frame of a page that asks for one thing at a time: its head and its foot.

use iced::widget::{Row, column, row, space};
use iced::{Alignment, Length};

use crate::theme::measure::{SMALL, TINY};
use crate::theme::{Element, style};
use crate::widget::{button, text};

/// A page that asks for one thing at a time.
pub struct Page;

impl Page {
    /// Returns the head of a page: its title, and what it is about.
    pub fn head<'a, M: 'a>(title: String, sentence: String) -> Element<'a, M> {
        column![text::name(title), text::body(sentence).style(style::muted)].spacing(TINY).into()
    }

    /// Returns the foot of a page: a way back at the left, the way on at the right.
    pub fn foot<'a, M: Clone + 'a>(back: Option<button::Button<M>>, on: Vec<button::Button<M>>) -> Element<'a, M> {
        let back = back.map(Element::from);
        let on = Row::with_children(on.into_iter().map(Element::from)).spacing(SMALL);
        row![].push(back).push(space().width(Length::Fill)).push(on).align_y(Alignment::Center).into()
    }
}
