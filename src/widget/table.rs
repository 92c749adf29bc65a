//! A short table: headings, a few rows with one chosen, and cells of one line.

use super::badge::shape;
use super::line::{self, line};
use super::long_list::columns::{Column, cells};
use super::long_list::header::{header, heading};
use super::long_list::position::ROW_HEIGHT;
use super::long_list::{Event, long_list, look};
use super::{surface, text};
use crate::theme::measure::{BODY, CAPTION, HIT, SMALL, TINY};
use crate::theme::{Element, Theme, Tone, font, style};
use iced::widget::{column, container, row};
use iced::{Alignment, Length};

/// The most rows a table shows at once.
const ROWS: usize = 8;

/// Returns a table with headings, as high as its rows, at most eight.
pub fn table<'a, Message: Clone + 'a>(
    id: &'static str,
    columns: &'static [Column],
    headings: Vec<String>,
    len: usize,
    cursor: usize,
    row: impl Fn(usize) -> Vec<Element<'a, Message>> + 'a,
    on_event: impl Fn(Event) -> Message + 'a,
) -> Element<'a, Message> {
    let headings = header(columns, headings.into_iter().map(|label| heading(label).size(CAPTION)), look::headings);
    let list = long_list(len, move |index| cells(columns, row(index)), on_event, look::rows)
        .id(id)
        .cursor(Some(cursor))
        .selected(move |index| index == cursor);
    let height = shown(len);
    column![container(headings).height(HIT), surface::line(), container(list).height(height)].into()
}

/// Returns how high a table of so many rows is, in pixels.
#[must_use]
pub fn height(len: usize) -> f32 {
    HIT + 1.0 + shown(len)
}

fn shown(len: usize) -> f32 {
    ROW_HEIGHT * len.clamp(1, ROWS) as f32
}

/// Returns the look of words in a tone.
pub fn colored(tone: Tone) -> impl Fn(&Theme) -> line::Style {
    move |theme| line::Style { color: Some(theme.roles().tone(tone)), mark: None }
}

/// Returns a cell of one line.
pub fn cell<'a, Message: 'a>(words: impl Into<String>, tone: Tone) -> Element<'a, Message> {
    line(words.into()).size(BODY).style(colored(tone)).into()
}

/// Returns a cell that says a state: shape and words.
pub fn state<'a, Message: 'a>(words: impl Into<String>, tone: Tone) -> Element<'a, Message> {
    let words = line(words.into()).size(BODY).font(font::MEDIUM).style(colored(tone));
    row![text::icon_sized(shape(tone), 14.0).style(style::tone(tone)), words]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
        .into()
}

/// Returns the panel under a table: always as high, so that nothing jumps from row to row.
pub fn panel<'a, Message: 'a>(height: f32, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    // Room for focus rings, which the scrolling area would cut off.
    let inside = container(content).padding(TINY).width(Length::Fill);
    container(surface::scroll(inside)).padding(SMALL).height(height).width(Length::Fill).style(style::card).into()
}
