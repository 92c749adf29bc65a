//! The keys that work everywhere in the window.

#![allow(clippy::wildcard_enum_match_arm)] // Keys are the toolkit's, and there are hundreds.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// The search field (Ctrl+K).
    Search,
    /// A new person (Ctrl+N).
    NewPerson,
    /// Save (Ctrl+S).
    Save,
    /// The legal basis of the person shown (Ctrl+L).
    LegalBasis,
    /// The import (Ctrl+I).
    Import,
    /// The settings (Ctrl+,).
    Settings,
    /// Lock the card file (Ctrl+Shift+L).
    Lock,
    /// Take the last change back (Ctrl+Z).
    Undo,
    /// Do again what was taken back (Ctrl+Shift+Z, Ctrl+Y).
    Redo,
    /// A new activity on the card shown (Ctrl+J, then a letter for its kind).
    Activity,
    /// Help for what is in front (F1).
    Help,
    /// Everything larger (Ctrl and +).
    Larger,
    /// Everything smaller (Ctrl and −).
    Smaller,
    /// Everything in its normal size (Ctrl+0).
    NormalSize,
    /// Close what is in front (Esc).
    Escape,
    /// Open what is chosen (Enter).
    Open,
    /// One of the tabs (Ctrl+1 to Ctrl+5).
    Tab(usize),
}

/// Returns what a key asks for, if anything. ⌘ stands for Ctrl on a Mac.
pub fn shortcut(key: &Key, modifiers: Modifiers) -> Option<Shortcut> {
    let without_shift = modifiers - Modifiers::SHIFT;
    match key.as_ref() {
        Key::Named(Named::F1) if modifiers.is_empty() => Some(Shortcut::Help),
        Key::Named(Named::Escape) if modifiers.is_empty() => Some(Shortcut::Escape),
        Key::Named(Named::Enter) if modifiers.is_empty() => Some(Shortcut::Open),
        // Plus and minus need Shift on some keyboards and not on others.
        Key::Character(sign) if without_shift == Modifiers::COMMAND => match (sign, modifiers.shift()) {
            ("+" | "=", _) => Some(Shortcut::Larger),
            ("-" | "_", _) => Some(Shortcut::Smaller),
            ("l", true) => Some(Shortcut::Lock),
            ("z", true) | ("y", false) => Some(Shortcut::Redo),
            ("z", false) => Some(Shortcut::Undo),
            (_, true) => None,
            ("0", false) => Some(Shortcut::NormalSize),
            ("k", false) => Some(Shortcut::Search),
            ("n", false) => Some(Shortcut::NewPerson),
            ("s", false) => Some(Shortcut::Save),
            ("l", false) => Some(Shortcut::LegalBasis),
            ("i", false) => Some(Shortcut::Import),
            ("j", false) => Some(Shortcut::Activity),
            (",", false) => Some(Shortcut::Settings),
            ("1", false) => Some(Shortcut::Tab(1)),
            ("2", false) => Some(Shortcut::Tab(2)),
            ("3", false) => Some(Shortcut::Tab(3)),
            ("4", false) => Some(Shortcut::Tab(4)),
            ("5", false) => Some(Shortcut::Tab(5)),
            (_, false) => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_mean_what_the_help_says() {
        let ctrl = Modifiers::COMMAND;
        let shift = Modifiers::COMMAND | Modifiers::SHIFT;
        for (sign, held, wanted) in [
            ("k", ctrl, Some(Shortcut::Search)),
            ("n", ctrl, Some(Shortcut::NewPerson)),
            ("s", ctrl, Some(Shortcut::Save)),
            ("l", ctrl, Some(Shortcut::LegalBasis)),
            ("l", shift, Some(Shortcut::Lock)),
            ("z", ctrl, Some(Shortcut::Undo)),
            ("z", shift, Some(Shortcut::Redo)),
            ("y", ctrl, Some(Shortcut::Redo)),
            ("i", ctrl, Some(Shortcut::Import)),
            ("j", ctrl, Some(Shortcut::Activity)),
            (",", ctrl, Some(Shortcut::Settings)),
            ("+", ctrl, Some(Shortcut::Larger)),
            ("+", shift, Some(Shortcut::Larger)),
            ("=", ctrl, Some(Shortcut::Larger)),
            ("-", ctrl, Some(Shortcut::Smaller)),
            ("0", ctrl, Some(Shortcut::NormalSize)),
            ("5", ctrl, Some(Shortcut::Tab(5))),
            ("6", ctrl, None),
            ("k", Modifiers::empty(), None),
            ("k", shift, None),
            ("k", Modifiers::COMMAND | Modifiers::ALT, None),
        ] {
            assert_eq!(shortcut(&Key::Character(sign.into()), held), wanted, "{held:?} {sign}");
        }
        for (key, wanted) in [
            (Named::F1, Some(Shortcut::Help)),
            (Named::Escape, Some(Shortcut::Escape)),
            (Named::Enter, Some(Shortcut::Open)),
            (Named::F2, None),
        ] {
            assert_eq!(shortcut(&Key::Named(key), Modifiers::empty()), wanted);
        }
    }
}
