//! How the rows of every list look.

use iced::Length;
use iced::widget::{Space, container, row};

use crate::office::finding;
use crate::theme::measure::BODY;
use crate::theme::{Element, Theme};
use crate::widget::line::{self, Line, highlight};
use crate::widget::long_list;
use crate::widget::long_list::columns::{Column, cells};

/// Returns the look of a list.
pub fn look(theme: &Theme) -> long_list::Style {
    let roles = theme.roles();
    long_list::Style {
        selected: roles.selected,
        bar: roles.accent,
        hovered: roles.hover,
        ring: roles.accent,
        thumb: roles.field_border.scale_alpha(0.6),
        thumb_hovered: roles.field_border,
    }
}

/// Returns the words of a cell with what answers the search marked in them.
pub fn cell_marks<'a>(typed: &str, words: String) -> Line<'a, Theme> {
    let marks = if typed.is_empty() { Vec::new() } else { finding::marks(typed, &words) };
    highlight(words, marks)
        .size(BODY)
        .style(|theme: &Theme| line::Style { color: None, mark: Some(theme.roles().attention.scale_alpha(0.24)) })
}

/// Returns the style of cells beside the name.
pub fn quiet(theme: &Theme) -> line::Style {
    let roles = theme.roles();
    line::Style { color: Some(roles.muted), mark: Some(roles.attention.scale_alpha(0.24)) }
}

/// Returns a row that is still being read.
pub fn waiting<'a, Message: 'a>(row: usize, columns: &'static [Column]) -> Element<'a, Message> {
    let bar = |column: usize| -> Element<'a, Message> {
        // Lengths that differ look like words; they must be the same in every frame.
        let share = 45 + (row * 37 + column * 53) % 45;
        let words =
            container(Space::new().height(10)).width(Length::FillPortion(share as u16)).style(|theme: &Theme| {
                container::Style {
                    background: Some(theme.roles().pressed.into()),
                    border: iced::border::rounded(5),
                    ..container::Style::default()
                }
            });
        row![words, Space::new().width(Length::FillPortion(100 - share as u16))].into()
    };
    cells(columns, (0..columns.len()).map(bar)).into()
}
