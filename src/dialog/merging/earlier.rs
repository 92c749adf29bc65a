//! The merges of before, each of which can be taken back.

use iced::Length;
use iced::widget::{column, container};

use super::{Message, pairs};
use crate::model::user::Right;
use crate::office::merging;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Icon, Tone};
use crate::widget::dialog::{Card, card};
use crate::widget::empty_state::empty_state;
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, table, text};

/// The identity of the list, for the focus.
pub const LIST: &str = "merge-earlier";

static COLUMNS: [Cell; 3] = [Cell::fill(4), Cell::fill(3), Cell::fill(3)];

/// The merges that are shown.
#[derive(Debug)]
pub struct State {
    /// The newest first.
    pub merges: Vec<merging::Earlier>,
    /// On which of them the keyboard is.
    pub cursor: usize,
}

impl State {
    /// Returns the merge the keyboard is on.
    pub fn current(&self) -> Option<&merging::Earlier> {
        self.merges.get(self.cursor)
    }
}

/// Shows the merges.
pub fn view<'a>(state: &'a State, busy: bool, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let title = t!(lang, "merge-earlier-title");
    let back = button::plain(t!(lang, "back")).on_press(Message::Back);
    if state.merges.is_empty() {
        let nothing =
            empty_state(Icon::Users, t!(lang, "merge-earlier-none"), t!(lang, "merge-earlier-none-text"), None);
        let body = container(nothing).height(240);
        return card(title, body).max_width(720.0).on_escape(Message::Back).button(back);
    }
    let headings =
        vec![t!(lang, "merge-earlier-card"), t!(lang, "merge-earlier-when"), t!(lang, "merge-earlier-state")];
    let row = move |index: usize| {
        let Some(merging::Earlier { past, kept }) = state.merges.get(index) else { return Vec::new() };
        let (words, tone) = if past.can_be_undone {
            (t!(lang, "merge-earlier-open"), Tone::Muted)
        } else {
            (t!(lang, "merge-earlier-covered"), Tone::Attention)
        };
        let when = format!("{}, {}", scene.time(past.at), scene.user(past.by));
        vec![table::cell(pairs::named(kept), Tone::Ink), table::cell(when, Tone::Ink), table::state(words, tone)]
    };
    let list = table::table(LIST, &COLUMNS, headings, state.merges.len(), state.cursor, row, Message::EarlierList);
    let body = column![text::body(t!(lang, "merge-earlier-text")), container(list).width(Length::Fill)].spacing(MEDIUM);
    let can = !busy && state.current().is_some_and(|merge| merge.past.can_be_undone);
    let take_back = button::main(t!(lang, "merge-take-back"));
    card(title, body).max_width(720.0).on_escape(Message::Back).button(back).button(scene.allowed(
        take_back,
        Right::Merge,
        can.then_some(Message::TakeBack),
    ))
}
