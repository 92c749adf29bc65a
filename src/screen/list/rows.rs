//! The headings and the rows of a list: as many columns as fit.

use std::rc::Rc;

use iced::widget::{column, container, mouse_area};

use super::table::waiting;
use super::{Kind, Message, State};
use crate::screen::Scene;
use crate::screen::columns::{Kind as _, NARROW};
use crate::theme::Element;
use crate::theme::measure::{CAPTION, CONTROL};
use crate::theme::style;
use crate::widget::long_list::columns::cells;
use crate::widget::long_list::header::{Direction, header, heading};
use crate::widget::long_list::{long_list, look};
use crate::widget::surface;

/// Returns the headings and the rows in a width, in pixels; with room for a card beside them, one click opens it.
pub fn rows<'a, K: Kind>(list: &'a State<K>, scene: &'a Scene, width: f32, has_room: bool) -> Element<'a, Message<K>> {
    let (shown, columns) = list.columns().seen_within(width, &|by| K::is_shown(by, scene));
    let shown: Rc<[K::Column]> = shown.into();
    let sorted_by = list.has_column_order().then_some(list.order().by);
    let direction = if list.order().descending { Direction::Descending } else { Direction::Ascending };
    let headings = shown.iter().enumerate().map(|(place, by)| {
        let by = *by;
        let heading = heading(by.name(scene.lang))
            .id(format!("{}-heading-{}", K::HEADINGS, by.key()))
            .size(CAPTION)
            .sort((sorted_by == Some(by)).then_some(direction))
            .on_press(Message::Sort(by));
        // Beside a card the columns are few, and as wide as fits.
        if width < NARROW || place + 1 == shown.len() {
            heading
        } else {
            heading.on_resize(move |wished| Message::Resize { by, wished, list: width })
        }
    });
    let headings: Vec<_> = headings.collect();
    let headings = header(Rc::clone(&columns), headings, look::headings);
    let rows = long_list(
        list.len(),
        move |row| -> Element<'a, Message<K>> {
            let content = match list.line(row) {
                Some(line) => cells(Rc::clone(&columns), shown.iter().map(|by| K::cell(list, line, *by, scene))).into(),
                None => waiting(row, &columns),
            };
            let content = mouse_area(content);
            if has_room { content.on_release(Message::Clicked(row)).into() } else { content.into() }
        },
        Message::Rows,
        look::rows,
    )
    .id(K::ROWS)
    .cursor(list.cursor())
    .selected(|row| list.is_selected(row));
    column![container(headings).height(CONTROL), surface::line(), container(rows).style(style::surface)].into()
}
