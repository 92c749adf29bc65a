//! The pairs of cards that may be about the same person.

use iced::Length;
use iced::widget::{column, container};

use super::{Message, State};
use crate::i18n;
use crate::model::person::{self, Line};
use crate::model::user::Right;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Icon, Tone};
use crate::widget::dialog::{Card, card};
use crate::widget::empty_state::empty_state;
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, surface, table, text};

/// The identity of the list, for the focus.
pub const LIST: &str = "merge-pairs";

static COLUMNS: [Cell; 3] = [Cell::fill(4), Cell::fill(4), Cell::fill(3)];

/// Shows the pairs.
pub fn view<'a>(state: &'a State, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let close = button::plain(t!(lang, "close")).on_press(Message::Back);
    let title = t!(lang, "merge-find-title");
    let Some(found) = &state.found else {
        let body = column![text::body(t!(lang, "merge-looking")), surface::skeleton(6)].spacing(MEDIUM);
        return card(title, body).max_width(880.0).on_escape(Message::Back).button(close);
    };
    let earlier = button::plain(t!(lang, "merge-earlier")).icon(Icon::History).on_press(Message::Earlier);
    if found.pairs.is_empty() {
        let nothing = empty_state(Icon::Users, t!(lang, "merge-none"), t!(lang, "merge-none-text"), None);
        let body = container(nothing).height(240);
        return card(title, body).max_width(880.0).on_escape(Message::Back).side_button(earlier).button(close);
    }
    let headings = vec![t!(lang, "merge-first"), t!(lang, "merge-second"), t!(lang, "merge-why")];
    let row = move |index: usize| {
        let Some(pair) = found.pairs.get(index) else { return Vec::new() };
        let why = i18n::text(lang, &format!("likeness-{}", pair.likeness.key()));
        let tone = if pair.likeness.is_same_person() { Tone::Attention } else { Tone::Muted };
        vec![
            table::cell(named(&pair.first), Tone::Ink),
            table::cell(named(&pair.second), Tone::Ink),
            table::state(why, tone),
        ]
    };
    let list = table::table(LIST, &COLUMNS, headings, found.pairs.len(), state.cursor, row, Message::Pairs);
    let body = column![text::body(t!(lang, "merge-find-text")), container(list).width(Length::Fill)].spacing(MEDIUM);
    let free = !state.busy;
    let apart = button::plain(t!(lang, "merge-apart"));
    let compare = button::main(t!(lang, "merge-compare"));
    card(title, body)
        .aside(t!(lang, "merge-count", count = found.total))
        .max_width(880.0)
        .on_escape(Message::Back)
        .side_button(scene.allowed(apart, Right::Edit, free.then_some(Message::Apart)))
        .side_button(earlier)
        .button(close)
        .button(scene.allowed(compare, Right::Merge, free.then_some(Message::Compare(state.cursor))))
}

pub(super) fn named(line: &Line) -> String {
    let name = person::full_name(&line.first_name, &line.last_name);
    match (line.company.as_str(), line.email.as_str()) {
        ("", "") => name,
        ("", other) | (other, _) => format!("{name}, {other}"),
    }
}
