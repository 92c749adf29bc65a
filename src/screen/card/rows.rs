//! The rows of a card: a label, and beside it the value to read or the field to edit, in the same place.

use iced::Length;
use iced::widget::{Column, column, container, row};

use crate::theme::measure::{BODY, CONTROL, SMALL, TINY};
use crate::theme::{Element, Theme, style};
use crate::widget::field::complaint;
use crate::widget::line::{self, line};
use crate::widget::text;

/// The width of labels.
const LABEL: f32 = 128.0;

/// Returns a label with something beside it, and under that what is wrong.
pub fn labelled<'a, M: 'a>(
    label: impl Into<String>,
    control: impl Into<Element<'a, M>>,
    wrong: Option<String>,
) -> Element<'a, M> {
    let label = line(label.into()).size(BODY).style(muted).width(LABEL);
    let beside = column![control.into()].push(wrong.map(complaint)).spacing(TINY).width(Length::Fill);
    row![container(label).center_y(CONTROL), beside].spacing(SMALL).into()
}

/// Keeps a control from growing wider than what is ever in it.
pub fn short<'a, M: 'a>(control: impl Into<Element<'a, M>>) -> Element<'a, M> {
    container(control).max_width(380).into()
}

pub(super) fn muted(theme: &Theme) -> line::Style {
    line::Style { color: Some(theme.roles().muted), mark: None }
}

/// Returns rows under each other; fields need more air than values.
pub fn rows<'a, M: 'a>(rows: Vec<Element<'a, M>>, is_editing: bool) -> Element<'a, M> {
    Column::with_children(rows).spacing(if is_editing { SMALL } else { 0.0 }).width(Length::Fill).into()
}

/// Returns a quiet sentence where there is nothing to show.
pub fn nothing<'a, M: 'a>(words: String) -> Element<'a, M> {
    container(text::body(words).style(style::muted)).padding(iced::Padding::from([SMALL, 0.0])).into()
}
