//! What holds now: one row for every purpose, and under them all that is known of the one the keyboard is on.

use iced::widget::{Column, column};

use super::{Loaded, Message, table, tone};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::theme::{Element, Tone};
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::text;

/// The identity of the list, for the focus.
pub const LIST: &str = "basis-purposes";

static COLUMNS: [Cell; 6] =
    [Cell::fixed(176.0), Cell::fill(5), Cell::fixed(150.0), Cell::fixed(100.0), Cell::fixed(56.0), Cell::fill(3)];

/// Shows the purposes.
pub fn view<'a>(loaded: &'a Loaded, cursor: usize, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let headings = vec![
        t!(lang, "basis-column-purpose"),
        t!(lang, "basis-column-basis"),
        t!(lang, "basis-column-source"),
        t!(lang, "basis-column-updated"),
        t!(lang, "basis-column-by"),
        t!(lang, "basis-column-comment"),
    ];
    let rows = &loaded.overview.purposes;
    let row = move |index: usize| {
        let Some(standing) = rows.get(index) else { return Vec::new() };
        let purpose = table::cell(scene.lists.name(standing.purpose, lang), Tone::Ink);
        let tone = tone(standing.purpose, standing.current.as_ref().map(|entry| entry.basis));
        match &standing.current {
            Some(entry) => vec![
                purpose,
                table::state(table::basis(loaded, entry, scene), tone),
                table::cell(scene.lists.name(entry.source, lang), Tone::Ink),
                table::cell(scene.day(entry.at), Tone::Ink),
                table::cell(scene.user(entry.by), Tone::Ink),
                table::marks(entry),
            ],
            None => {
                let mut cells = vec![purpose, table::state(t!(lang, "basis-not-documented"), tone)];
                cells.extend((0..4).map(|_| table::cell(t!(lang, "empty-value"), Tone::Muted)));
                cells
            }
        }
    };
    let list = table::table(LIST, &COLUMNS, headings, rows.len(), cursor, row, Message::Purposes);
    column![list, table::panel(208.0, detail(loaded, cursor, scene))].spacing(MEDIUM).into()
}

/// Says all of what holds for a purpose.
fn detail<'a>(loaded: &'a Loaded, cursor: usize, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let Some(standing) = loaded.overview.purposes.get(cursor) else { return column![].into() };
    let purpose = text::strong(scene.lists.name(standing.purpose, lang));
    let Some(entry) = &standing.current else {
        return column![purpose, text::body(t!(lang, "basis-not-documented"))].spacing(SMALL).into();
    };
    let explained = super::edit::explained(scene, entry.basis);
    let mut lines = vec![purpose.into(), text::caption(explained).into()];
    lines.extend(table::particulars(loaded, entry, scene));
    Column::with_children(lines).spacing(SMALL).into()
}
