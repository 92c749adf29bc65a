//! The question about what would be lost, in the same words wherever it is asked. Escape keeps what was typed, always.

use iced::widget::container;

use crate::i18n::Lang;
use crate::t;
use crate::theme::Tone;
use crate::theme::measure::CONTROL;
use crate::widget::dialog::{Card, card};
use crate::widget::{badge, button, text};

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

/// What would be lost on a screen with a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// Changes on the card.
    Card,
    /// What is being written under it.
    Activity,
}

impl Answer {
    /// The id of the button that stays with what was typed: it loses nothing, so it has the focus.
    pub const STAY: &str = "unsaved-stay";

    /// Asks about what was typed on the card of `name`, or under it.
    pub fn about<'a, M: Clone + 'a>(lost: Lost, name: &str, lang: Lang, message: fn(Self) -> M) -> Card<'a, M> {
        let (title, words, stay, discard, save) = match lost {
            Lost::Card => (
                t!(lang, "unsaved-title", name = name),
                t!(lang, "unsaved-text"),
                t!(lang, "unsaved-stay"),
                t!(lang, "unsaved-discard"),
                t!(lang, "unsaved-save"),
            ),
            Lost::Activity => (
                t!(lang, "unsaved-activity-title", name = name),
                t!(lang, "unsaved-activity-text"),
                t!(lang, "activity-stay"),
                t!(lang, "activity-discard"),
                t!(lang, "unsaved-activity-save"),
            ),
        };
        card(title, text::body(words))
            .side_button(button::plain(stay).id(Self::STAY).on_press(message(Self::Stay)))
            .button(button::danger(discard).on_press(message(Self::Discard)))
            .button(button::main(save).on_press(message(Self::Save)))
            .on_escape(message(Self::Stay))
            .max_width(560.0)
    }

    /// Asks about a form that cannot be saved from here.
    pub fn about_form<'a, M: Clone + 'a>(lang: Lang, message: fn(Self) -> M) -> Card<'a, M> {
        card(t!(lang, "unsaved-form-title"), text::body(t!(lang, "unsaved-form-text")))
            // The first button has the focus: it must be the one that loses nothing.
            .button(button::plain(t!(lang, "unsaved-stay")).id(Self::STAY).on_press(message(Self::Stay)))
            .button(button::danger(t!(lang, "unsaved-form-discard")).on_press(message(Self::Discard)))
            .on_escape(message(Self::Stay))
            .max_width(560.0)
    }

    /// Asks in the foot of the dialog that holds what would be lost; `id` is the button's that goes on with it.
    pub fn in_foot<'a, M: Clone + 'a>(
        card: Card<'a, M>,
        lang: Lang,
        id: &'static str,
        stay: M,
        discard: M,
    ) -> Card<'a, M> {
        let question = badge::status(Tone::Attention, t!(lang, "new-unsaved"));
        card.side_button(container(question).center_y(CONTROL))
            .button(button::plain(t!(lang, "unsaved-stay")).id(id).on_press(stay.clone()))
            .button(button::danger(t!(lang, "unsaved-discard")).on_press(discard))
            .on_escape(stay)
    }
}
