//! Asks what to do with something before it would be lost.

use crate::i18n::Lang;
use crate::screen::{Answer, Lost};
use crate::t;
use crate::widget::dialog::{Card, card};
use crate::widget::{button, text};

/// What would be lost, in the order in which it is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// Changes on a card, which can be saved from here.
    Card,
    /// A form that is filled in: a new person, a legal basis, an own field.
    Form,
    /// An import that was begun and has changed nothing yet.
    Import,
    /// An import that is being carried out or taken back.
    Running,
    /// A recovery key that nobody has seen or written down.
    Key,
}

/// Asks; `card_of` is what is changed on whose card.
pub fn view<'a, M: Clone + 'a>(
    matter: Matter,
    card_of: &(Lost, String),
    lang: Lang,
    message: fn(Answer) -> M,
) -> Card<'a, M> {
    let (title, words, stay, discard) = match matter {
        Matter::Card => return Answer::about(card_of.0, &card_of.1, lang, message),
        Matter::Form => return Answer::about_form(lang, message),
        Matter::Import => (
            t!(lang, "import-leave-title"),
            t!(lang, "import-leave-text"),
            t!(lang, "unsaved-import-stay"),
            t!(lang, "import-leave-go"),
        ),
        Matter::Running => (
            t!(lang, "unsaved-running-title"),
            t!(lang, "unsaved-running-text"),
            t!(lang, "unsaved-running-stay"),
            t!(lang, "unsaved-running-stop"),
        ),
        Matter::Key => (
            t!(lang, "unsaved-key-title"),
            t!(lang, "unsaved-key-text"),
            t!(lang, "unsaved-key-stay"),
            t!(lang, "unsaved-key-leave"),
        ),
    };
    card(title, text::body(words))
        // The first button has the focus: it must be the one that loses nothing.
        .button(button::plain(stay).on_press(message(Answer::Stay)))
        .button(button::danger(discard).on_press(message(Answer::Discard)))
        .on_escape(message(Answer::Stay))
        .max_width(560.0)
}

/// Says that what was to be saved is being saved; it ends by itself.
pub fn saving<'a, M: Clone + 'a>(lang: Lang) -> Card<'a, M> {
    card(t!(lang, "unsaved-leave-title"), text::body(t!(lang, "saving"))).max_width(560.0)
}
