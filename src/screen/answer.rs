//! The question about what would be lost, in the same words wherever it is asked.

use crate::i18n::Lang;
use crate::t;
use crate::widget::dialog::{Card, card};
use crate::widget::{button, text};

/// What is to be done with something that would be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Save it, then go on.
    Save,
    /// Let it go, and go on.
    Discard,
    /// Stay with it.
    Stay,
}

impl Answer {
    /// The id of the button that stays with what is changed on a card: it loses nothing, so it has the focus.
    pub const STAY: &str = "unsaved-stay";

    /// Asks about the changes on a person's card.
    pub fn about_card<'a, M: Clone + 'a>(name: &str, lang: Lang, message: fn(Self) -> M) -> Card<'a, M> {
        card(t!(lang, "unsaved-title", name = name), text::body(t!(lang, "unsaved-text")))
            .side_button(button::plain(t!(lang, "unsaved-stay")).id(Self::STAY).on_press(message(Self::Stay)))
            .button(button::danger(t!(lang, "unsaved-discard")).on_press(message(Self::Discard)))
            .button(button::main(t!(lang, "unsaved-save")).on_press(message(Self::Save)))
            .on_escape(message(Self::Stay))
            .max_width(560.0)
    }
}
