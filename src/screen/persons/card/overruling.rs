//! What is typed on a card belongs to somebody who was erased: why it comes in again all the same.

use iced::Padding;
use iced::widget::{column, container};

use super::{Message, Page};
use crate::model::user::Right;
use crate::office::problem;
use crate::t;
use crate::theme::measure::{HUGE, SMALL};
use crate::theme::{Element, Tone};
use crate::widget::banner::banner;
use crate::widget::field::{field, text_field};

/// The field for the reason, for the focus.
pub const OVERRULE: &str = "card-overrule";

impl<'a> Page<'a> {
    /// Says so, and asks whoever may overrule that for the reason; none where nothing was refused.
    pub fn overruling(&self) -> Option<Element<'a, Message>> {
        let reason = self.state.overruling.as_deref().filter(|_| self.draft.is_some())?;
        let lang = self.scene.lang;
        let may = self.scene.office.user().may(Right::Override);
        let says = if may { t!(lang, "card-suppressed-may") } else { problem::lacks(lang, Right::Override) };
        let why = may.then(|| -> Element<'a, Message> {
            let input = text_field("", reason).id(OVERRULE).on_input(Message::Overrule).on_submit(Message::Save);
            field(t!(lang, "new-suppressed-why"), input).into()
        });
        let banner = banner(Tone::Danger, t!(lang, "suppressed"), Some(says), Vec::new());
        let padding = Padding { top: SMALL, right: HUGE, bottom: SMALL, left: HUGE };
        Some(container(column![banner].push(why).spacing(SMALL)).padding(padding).into())
    }
}
