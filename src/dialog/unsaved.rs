//! Asks what to do with changes before they would be lost.

use crate::i18n::Lang;
use crate::t;
use crate::widget::dialog::{Card, card};
use crate::widget::{button, text};

/// What is to be done with the changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Save them, then go on.
    Save,
    /// Throw them away, and go on.
    Discard,
    /// Stay with them.
    Stay,
}

/// Asks.
pub fn view<'a, M: Clone + 'a>(lang: Lang, message: fn(Answer) -> M) -> Card<'a, M> {
    card(t!(lang, "unsaved-leave-title"), text::body(t!(lang, "unsaved-leave-text")))
        // The first button has the focus: it must be the one that loses nothing.
        .button(button::plain(t!(lang, "unsaved-stay")).on_press(message(Answer::Stay)))
        .button(button::danger(t!(lang, "unsaved-discard")).on_press(message(Answer::Discard)))
        .button(button::main(t!(lang, "unsaved-save")).on_press(message(Answer::Save)))
        .on_escape(message(Answer::Stay))
        .max_width(560.0)
}
