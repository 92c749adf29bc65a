//! The whole ledger of a person, the newest line first. Nothing in it can be changed; a correction is a new line.

use iced::widget::{Column, column};

use super::{Loaded, Message, may, table, tone};
use crate::model::basis::{self, Basis, Told};
use crate::model::user::Right;
use crate::office::problem;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::theme::{Element, Icon, Tone};
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{badge, button, empty_state, text};

/// The identity of the list, for the focus.
pub const LIST: &str = "basis-history";

static COLUMNS: [Cell; 6] =
    [Cell::fixed(146.0), Cell::fixed(48.0), Cell::fixed(172.0), Cell::fill(5), Cell::fixed(150.0), Cell::fill(2)];

/// Shows the ledger.
pub fn view<'a>(loaded: &'a Loaded, cursor: usize, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let told = basis::history(&loaded.overview.ledger);
    if told.is_empty() {
        return empty_state::empty_state(
            Icon::History,
            t!(lang, "basis-history"),
            t!(lang, "basis-history-empty"),
            None,
        );
    }
    let headings = vec![
        t!(lang, "basis-column-when"),
        t!(lang, "basis-column-by"),
        t!(lang, "basis-column-purpose"),
        t!(lang, "basis-column-basis"),
        t!(lang, "basis-column-source"),
        t!(lang, "basis-column-comment"),
    ];
    let below =
        table::panel(184.0, told.get(cursor).map_or_else(|| column![].into(), |row| detail(loaded, row, scene)));
    let len = told.len();
    let row = move |index: usize| {
        let Some(row) = told.get(index) else { return Vec::new() };
        let entry = row.entry;
        let ink = if row.holds { Tone::Ink } else { Tone::Muted };
        let words = table::basis(loaded, entry, scene);
        let says = match row.struck_by {
            Some(_) => table::struck(words),
            None if row.holds => table::state(words, tone(entry.purpose, Some(entry.basis))),
            None => table::state(words, Tone::Muted),
        };
        vec![
            table::cell(scene.time(entry.at), ink),
            table::cell(scene.user(entry.by), ink),
            table::cell(scene.lists.name(entry.purpose, lang), ink),
            says,
            table::cell(scene.lists.name(entry.source, lang), ink),
            table::marks(entry),
        ]
    };
    let list = table::table(LIST, &COLUMNS, headings, len, cursor, row, Message::Lines);
    column![text::caption(t!(lang, "basis-history-note")), list, below].spacing(MEDIUM).into()
}

/// Says all of a line, and what became of it.
fn detail<'a>(loaded: &'a Loaded, row: &Told<'_>, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let entry = row.entry;
    let state = match (row.struck_by, row.holds) {
        (Some(by), _) if by.basis == Basis::Void => {
            badge::status(Tone::Attention, t!(lang, "basis-history-voided", when = scene.time(by.at)))
        }
        (Some(by), _) => badge::status(Tone::Attention, t!(lang, "basis-history-corrected", when = scene.time(by.at))),
        (None, true) => badge::status(Tone::Good, t!(lang, "basis-history-holds")),
        (None, false) => badge::status(Tone::Muted, t!(lang, "basis-history-earlier")),
    };
    let mut lines = vec![state];
    let named = entry.corrects.and_then(|id| loaded.overview.ledger.iter().find(|other| other.id == id));
    if let Some(named) = named {
        let when = scene.time(named.at);
        let words = if entry.basis == Basis::Void {
            t!(lang, "basis-history-voids", when = when)
        } else {
            t!(lang, "basis-history-corrects", when = when)
        };
        lines.push(text::body(words).into());
    }
    lines.extend(table::particulars(loaded, entry, scene));
    Column::with_children(lines).spacing(SMALL).into()
}

/// Returns what can be done about the line: correct it while it holds, strike it out while it stands.
pub fn buttons<'a>(loaded: &Loaded, cursor: usize, busy: bool, scene: &Scene) -> Vec<Element<'a, Message>> {
    let lang = scene.lang;
    let told = basis::history(&loaded.overview.ledger);
    let Some(row) = told.get(cursor) else { return Vec::new() };
    let allowed = may(scene, Right::LegalBasis);
    let correct = button::plain(t!(lang, "basis-history-correct"))
        .on_press_maybe((allowed && !busy && row.holds).then_some(Message::Correct));
    let void = button::plain(t!(lang, "basis-mark-void"))
        .on_press_maybe((allowed && !busy && row.struck_by.is_none()).then_some(Message::Void));
    if allowed {
        let hint = t!(lang, "basis-history-void-hint");
        return vec![correct.tooltip(t!(lang, "basis-edit-correct-intro")).into(), void.tooltip(hint).into()];
    }
    let reason = problem::lacks(lang, Right::LegalBasis);
    vec![correct.tooltip(reason.clone()).into(), void.tooltip(reason).into()]
}
