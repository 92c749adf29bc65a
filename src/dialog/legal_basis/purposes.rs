//! What holds now: one row for every purpose, and under them all that is known of the one the keyboard is on.

use iced::widget::{Column, column};

use super::{Loaded, Message, may, table, tone};
use crate::model::basis::Basis;
use crate::model::user::Right;
use crate::office::problem;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::theme::{Element, Tone};
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, text};

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
    let explained = super::edit::explained(scene, entry.named());
    let mut lines = vec![purpose.into(), text::caption(explained).into()];
    lines.extend(table::particulars(loaded, entry, scene));
    Column::with_children(lines).spacing(SMALL).into()
}

/// Returns what can be done with the purpose, each enabled or with the reason why not.
pub fn buttons<'a>(loaded: &Loaded, cursor: usize, busy: bool, scene: &Scene) -> Vec<Element<'a, Message>> {
    let lang = scene.lang;
    let current =
        loaded.overview.purposes.get(cursor).and_then(|standing| standing.current.as_ref()).map(|entry| entry.basis);
    let barred = (!may(scene, Right::LegalBasis)).then(|| problem::lacks(lang, Right::LegalBasis));
    let nothing = (current != Some(Basis::Consent)).then(|| t!(lang, "basis-nothing-to-withdraw"));
    let noted = (current == Some(Basis::Objected)).then(|| t!(lang, "basis-objected-already"));
    let export = (!may(scene, Right::Export)).then(|| problem::lacks(lang, Right::Export));
    let button = |button: button::Button<Message>, reason: Option<String>, message: Message| match reason {
        Some(reason) => button.tooltip(reason).into(),
        None => button.on_press_maybe((!busy).then_some(message)).into(),
    };
    vec![
        button(button::main(t!(lang, "basis-edit")), barred.clone(), Message::Edit),
        button(button::danger(t!(lang, "basis-withdraw")), barred.clone().or(nothing), Message::Withdraw),
        button(button::danger(t!(lang, "basis-object")), barred.or(noted), Message::Object),
        button(button::plain(t!(lang, "basis-history")), None, Message::History),
        button(button::plain(t!(lang, "basis-export")), export, Message::Export),
    ]
}
