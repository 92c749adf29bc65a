//! The mass edits of before, each of which can be taken back.

use iced::Length;
use iced::widget::{column, container};

use super::{Message, WIDTH};
use crate::i18n;
use crate::model::field::Field;
use crate::model::mass_edit::{Of, Past, Row};
use crate::model::user::Right;
use crate::office::problem;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Icon, Tone};
use crate::widget::dialog::{Card, card};
use crate::widget::empty_state::empty_state;
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, surface, table, text};

/// The identity of the list, for the focus.
pub const LIST: &str = "mass-edit-pasts";

static COLUMNS: [Cell; 4] = [Cell::fill(3), Cell::fill(4), Cell::fill(3), Cell::fill(3)];

/// Shows the edits.
pub fn view<'a>(past: Option<&'a [Past]>, cursor: usize, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let title = t!(lang, "mass-edit-past");
    let close = button::plain(t!(lang, "close")).on_press(Message::Close);
    let Some(past) = past else {
        return card(title, surface::skeleton(4)).max_width(WIDTH).on_escape(Message::Close).button(close);
    };
    if past.is_empty() {
        let nothing =
            empty_state(Icon::History, t!(lang, "mass-edit-past-none"), t!(lang, "mass-edit-past-none-text"), None);
        let body = container(nothing).height(240);
        return card(title, body).max_width(WIDTH).on_escape(Message::Close).button(close);
    }
    let headings = vec![
        t!(lang, "mass-edit-when"),
        t!(lang, "mass-edit-what"),
        t!(lang, "mass-edit-whom"),
        t!(lang, "mass-edit-state"),
    ];
    let row = move |index: usize| {
        let Some(past) = past.get(index) else { return Vec::new() };
        let when = format!("{}, {}", scene.time(past.at), scene.user(past.by));
        let count = past.changed;
        let whom = match past.of {
            Of::Persons => t!(lang, "mass-edit-persons", count = count),
            Of::Companies => t!(lang, "mass-edit-companies", count = count),
            Of::Activities => t!(lang, "mass-edit-activities", count = count),
        };
        let whom = if past.name.is_empty() { whom } else { format!("{} · {whom}", past.name) };
        let (words, tone) = match past.undone {
            Some(_) => (t!(lang, "mass-edit-taken-back"), Tone::Muted),
            None => (t!(lang, "mass-edit-stands"), Tone::Good),
        };
        vec![
            table::cell(when, Tone::Ink),
            table::cell(what(past, scene), Tone::Ink),
            table::cell(whom, Tone::Ink),
            table::state(words, tone),
        ]
    };
    let list = table::table(LIST, &COLUMNS, headings, past.len(), cursor, row, Message::Pasts);
    let body =
        column![text::body(t!(lang, "mass-edit-past-text")), container(list).width(Length::Fill)].spacing(MEDIUM);
    let current = past.get(cursor).filter(|past| past.undone.is_none());
    let count = current.map_or(0, |past| past.changed);
    let back = button::main(t!(lang, "mass-edit-take-back", count = count));
    card(title, body).max_width(WIDTH).on_escape(Message::Close).button(close).button(scene.allowed(
        back,
        Right::MassEdit,
        current.map(|past| Message::TakeBack(past.id)),
    ))
}

/// Returns which fields an edit was about.
fn what(past: &Past, scene: &Scene) -> String {
    let lang = scene.lang;
    let Some(edit) = &past.edit else { return t!(lang, "mass-edit-unreadable") };
    let mut names = Vec::new();
    for row in &edit.rows {
        let name = match row {
            Row::Field { field, .. } => scene.field(field),
            Row::Basis(grant) => {
                let basis = problem::field_name(lang, &Field::LegalBasis);
                format!("{basis} ({})", scene.lists.name(grant.purpose, lang))
            }
            Row::Restrict { .. } => i18n::text(lang, "mass-edit-restrict"),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
