//! How far it is, what came of it, and the way back.

use iced::widget::column;

use super::{Finished, GivenBack, Message, WIDTH, plan};
use crate::i18n;
use crate::model::user::Right;
use crate::office::Progress;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Icon, Tone};
use crate::widget::banner::banner;
use crate::widget::button;
use crate::widget::dialog::{Card, card};
use crate::widget::progress::progress;

/// The button that closes the dialog, for the focus.
pub const CLOSE: &str = "mass-edit-close";

/// Shows how far it is.
pub fn running<'a>(work: &Progress, what: String, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let (done, total) = work.get();
    let number = |number: u64| i18n::number(lang, i64::try_from(number).unwrap_or(i64::MAX));
    let numbers = t!(lang, "field-emptying-numbers", done = number(done), total = number(total));
    let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
    let stop = button::plain(t!(lang, "cancel")).on_press(Message::Back);
    card(t!(lang, "mass-edit-title"), progress(what, share, numbers, Some(stop))).on_escape(Message::Back)
}

/// Shows what was changed.
pub fn done<'a>(finished: &'a Finished, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let done = &finished.done;
    let numbers =
        t!(lang, "mass-edit-numbers-done", changed = done.changed, unchanged = done.unchanged, held = done.held.len());
    let later = (done.changed > 0).then(|| t!(lang, "mass-edit-done-text"));
    let mut body = column![banner(Tone::Good, numbers, later, Vec::new())].spacing(MEDIUM);
    if !done.held.is_empty() {
        body = body.push(plan::held(&done.held, &finished.names, 0, Message::Held, scene));
    }
    let card = card(t!(lang, "mass-edit-title"), body).max_width(WIDTH).on_escape(Message::Close);
    let close = button::main(t!(lang, "close")).id(CLOSE).on_press(Message::Close);
    match done.edit {
        Some(id) => {
            let back = button::plain(t!(lang, "mass-edit-take-back", count = done.changed)).icon(Icon::Undo);
            card.side_button(scene.allowed(back, Right::MassEdit, Message::TakeBack(id))).button(close)
        }
        None => card.button(close),
    }
}

/// Shows what was given back.
pub fn taken_back<'a>(given: &'a GivenBack, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let GivenBack { undone, names } = given;
    let numbers = t!(lang, "mass-edit-undone", restored = undone.restored, held = undone.held.len());
    let mut body = column![banner(Tone::Good, numbers, None, Vec::new())].spacing(MEDIUM);
    if !undone.held.is_empty() {
        body = body.push(plan::held(&undone.held, names, 0, Message::Held, scene));
    }
    let close = button::main(t!(lang, "close")).id(CLOSE).on_press(Message::Close);
    let list = button::plain(t!(lang, "mass-edit-past")).icon(Icon::History).on_press(Message::List);
    card(t!(lang, "mass-edit-title"), body).max_width(WIDTH).on_escape(Message::Close).side_button(list).button(close)
}
