//! Rows that were not taken because they would bring somebody in again who was erased: why they come in all the same.

use iced::Alignment;
use iced::widget::{column, row};

use super::{Message, State};
use crate::model::import::Fate;
use crate::model::user::Right;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::theme::{Element, Tone};
use crate::widget::banner::banner;
use crate::widget::button;
use crate::widget::field::{field, text_field};

/// The key by which the office says why such a row was not taken.
const SUPPRESSED: &str = "suppressed";

impl State {
    /// Returns how many rows wait for a reason.
    fn suppressed(&self) -> usize {
        let rows = self.plan.iter().flat_map(|plan| &plan.rows);
        rows.filter(|row| matches!(&row.fate, Fate::Reject(why) if why.reason == SUPPRESSED)).count()
    }
}

/// Asks whoever may overrule it for the reason; none where no such row is in the plan.
pub(super) fn view<'a>(state: &'a State, scene: &'a Scene) -> Option<Element<'a, Message>> {
    let count = state.suppressed();
    if count == 0 || !scene.office.user().may(Right::Override) {
        return None;
    }
    let lang = scene.lang;
    let headline = t!(lang, "import-suppressed", count = count);
    let says = banner(Tone::Attention, headline, Some(t!(lang, "new-suppressed-may")), Vec::new());
    let is_said = !state.overrule.trim().is_empty();
    let why = text_field("", &state.overrule).id("import-overrule").on_input(Message::Overrule);
    let why = if is_said { why.on_submit(Message::LetIn) } else { why };
    let let_in = button::plain(t!(lang, "import-let-in"));
    let let_in = let_in.id("import-let-in").on_press_maybe(is_said.then_some(Message::LetIn));
    let line = row![Element::from(field(t!(lang, "new-suppressed-why"), why)), Element::from(let_in)]
        .spacing(MEDIUM)
        .align_y(Alignment::End);
    Some(column![says, line].spacing(SMALL).into())
}
