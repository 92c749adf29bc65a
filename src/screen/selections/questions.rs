//! What the screen asks: what becomes of what is typed, and whether a selection is to be removed.

use super::{Asks, Message, State};
use crate::model::selection::Kind;
use crate::screen::{Answer, Scene};
use crate::t;
use crate::widget::dialog::{Card, card};
use crate::widget::{button, text};

impl State {
    /// Returns what the screen asks, which lies over the whole window.
    pub fn question<'a>(&'a self, scene: &'a Scene) -> Option<Card<'a, Message>> {
        let lang = scene.lang;
        match self.asks.as_ref()? {
            Asks::Leave(_) => {
                if self.open.as_ref().is_some_and(|open| open.is_busy) {
                    return None;
                }
                let open = self.open.as_ref()?;
                let name =
                    if open.form.name.is_empty() { t!(lang, "selections-new-title") } else { open.form.name.clone() };
                let words = text::body(t!(lang, "selections-unsaved-text"));
                Some(
                    card(t!(lang, "unsaved-title", name = name.as_str()), words)
                        .side_button(
                            button::plain(t!(lang, "unsaved-stay"))
                                .id(Answer::STAY)
                                .on_press(Message::Answered(Answer::Stay)),
                        )
                        .button(
                            button::danger(t!(lang, "unsaved-discard")).on_press(Message::Answered(Answer::Discard)),
                        )
                        .button(button::main(t!(lang, "unsaved-save")).on_press(Message::Answered(Answer::Save)))
                        .on_escape(Message::Answered(Answer::Stay))
                        .max_width(560.0),
                )
            }
            Asks::Remove(id) => {
                let known = self.known.iter().find(|known| known.selection.id == *id)?;
                let name = known.selection.name.as_str();
                let stay = button::plain(t!(lang, "cancel")).id(Answer::STAY).on_press(Message::Stay);
                if !known.used_by.is_empty() {
                    let words = t!(lang, "selections-remove-used", names = known.used_by.join(", "));
                    let title = t!(lang, "selections-remove-cannot", name = name);
                    let close = button::main(t!(lang, "close")).id(Answer::STAY).on_press(Message::Stay);
                    return Some(card(title, text::body(words)).button(close).on_escape(Message::Stay));
                }
                let says = match (known.selection.of, known.selection.kind) {
                    (_, Kind::Static) => t!(lang, "selections-remove-static"),
                    (_, Kind::Dynamic | Kind::Combined) => t!(lang, "selections-remove-says"),
                };
                let remove = button::danger(t!(lang, "selections-remove-do")).id("selection-remove-now");
                Some(
                    card(t!(lang, "selections-remove-title", name = name), text::body(says))
                        .side_button(stay)
                        .button(remove.on_press(Message::RemoveNow))
                        .on_escape(Message::Stay),
                )
            }
        }
    }
}
