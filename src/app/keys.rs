//! Keys: how a combination is written down, recognised, and told to people.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::actions::{Deed, TABLE};
use crate::i18n::Lang;
use crate::t;

/// A key with what is held. ⌘ stands for Ctrl on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    command: bool,
    /// Whether Shift is held; none where some keyboards need it for the sign and others do not.
    shift: Option<bool>,
    press: Press,
    /// Whether people are told of it; not where it is the same key on another keyboard.
    is_told: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    Sign(&'static str),
    Function(u8),
    Enter,
    Escape,
    Delete,
}

impl Chord {
    /// Returns a sign with Ctrl.
    pub const fn ctrl(sign: &'static str) -> Self {
        Self { command: true, shift: Some(false), press: Press::Sign(sign), is_told: true }
    }

    /// Returns a letter with Ctrl and Shift.
    pub const fn ctrl_shift(sign: &'static str) -> Self {
        Self { shift: Some(true), ..Self::ctrl(sign) }
    }

    /// Returns a sign with Ctrl, whether it needs Shift on the keyboard or not.
    pub const fn ctrl_sign(sign: &'static str) -> Self {
        Self { shift: None, ..Self::ctrl(sign) }
    }

    /// Returns a function key, from 1 to 12.
    pub const fn function(number: u8) -> Self {
        Self { command: false, shift: Some(false), press: Press::Function(number), is_told: true }
    }

    /// Returns a function key with Shift.
    pub const fn shift_function(number: u8) -> Self {
        Self { shift: Some(true), ..Self::function(number) }
    }

    /// Returns Enter.
    pub const fn enter() -> Self {
        Self { press: Press::Enter, ..Self::function(0) }
    }

    /// Returns Escape.
    pub const fn escape() -> Self {
        Self { press: Press::Escape, ..Self::function(0) }
    }

    /// Returns Delete.
    pub const fn delete() -> Self {
        Self { press: Press::Delete, ..Self::function(0) }
    }

    /// Returns the same keys, of which nobody is told.
    pub const fn untold(self) -> Self {
        Self { is_told: false, ..self }
    }

    /// Returns whether people are told of it.
    pub fn is_told(self) -> bool {
        self.is_told
    }

    fn is(self, key: &Key, held: Modifiers) -> bool {
        let wanted = if self.command { Modifiers::COMMAND } else { Modifiers::empty() };
        held - Modifiers::SHIFT == wanted
            && self.shift.is_none_or(|shift| shift == held.shift())
            && match (key, self.press) {
                (Key::Character(sign), Press::Sign(wanted)) => sign == wanted,
                (Key::Named(named), Press::Function(number)) => function_key(number) == Some(*named),
                (Key::Named(named), Press::Enter) => *named == Named::Enter,
                (Key::Named(named), Press::Escape) => *named == Named::Escape,
                (Key::Named(named), Press::Delete) => *named == Named::Delete,
                (Key::Character(_) | Key::Named(_) | Key::Unidentified, _) => false,
            }
    }

    /// Returns the keys as people read them: "Ctrl+Shift+P".
    pub fn words(self, lang: Lang) -> String {
        let mut parts = Vec::new();
        if self.command {
            parts.push(control(lang));
        }
        if self.shift == Some(true) {
            parts.push(t!(lang, "key-shift"));
        }
        parts.push(match self.press {
            Press::Sign("-") => "\u{2212}".to_owned(),
            Press::Sign(sign) => sign.to_uppercase(),
            Press::Function(number) => format!("F{number}"),
            Press::Enter => t!(lang, "key-enter"),
            Press::Escape => t!(lang, "key-escape"),
            Press::Delete => t!(lang, "key-delete"),
        });
        parts.join("+")
    }
}

/// Returns what the key for commands is called here.
pub fn control(lang: Lang) -> String {
    if cfg!(target_os = "macos") { t!(lang, "key-command") } else { t!(lang, "key-control") }
}

fn function_key(number: u8) -> Option<Named> {
    const KEYS: [Named; 12] = [
        Named::F1,
        Named::F2,
        Named::F3,
        Named::F4,
        Named::F5,
        Named::F6,
        Named::F7,
        Named::F8,
        Named::F9,
        Named::F10,
        Named::F11,
        Named::F12,
    ];
    KEYS.get(usize::from(number).checked_sub(1)?).copied()
}

/// Returns what a key asks for, if anything.
pub fn shortcut(key: &Key, held: Modifiers) -> Option<Deed> {
    TABLE.iter().find(|entry| entry.chords.iter().any(|chord| chord.is(key, held))).map(|entry| entry.deed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_mean_what_the_table_says() {
        let ctrl = Modifiers::COMMAND;
        let shift = Modifiers::COMMAND | Modifiers::SHIFT;
        for (sign, held, wanted) in [
            ("k", ctrl, Some(Deed::Search)),
            ("n", ctrl, Some(Deed::NewPerson)),
            ("s", ctrl, Some(Deed::Save)),
            ("l", ctrl, Some(Deed::LegalBasis)),
            ("l", shift, Some(Deed::Lock)),
            ("p", shift, Some(Deed::Palette)),
            ("z", ctrl, Some(Deed::Undo)),
            ("z", shift, Some(Deed::Redo)),
            ("y", ctrl, Some(Deed::Redo)),
            ("i", ctrl, Some(Deed::Import)),
            (",", ctrl, Some(Deed::Settings)),
            ("+", ctrl, Some(Deed::Larger)),
            ("+", shift, Some(Deed::Larger)),
            ("=", ctrl, Some(Deed::Larger)),
            ("-", ctrl, Some(Deed::Smaller)),
            ("0", ctrl, Some(Deed::NormalSize)),
            ("5", ctrl, Some(Deed::Tab(5))),
            ("6", ctrl, Some(Deed::Tab(6))),
            ("7", ctrl, None),
            ("k", Modifiers::empty(), None),
            ("k", shift, None),
            ("k", Modifiers::COMMAND | Modifiers::ALT, None),
        ] {
            assert_eq!(shortcut(&Key::Character(sign.into()), held), wanted, "{held:?} {sign}");
        }
        for (key, held, wanted) in [
            (Named::F1, Modifiers::empty(), Some(Deed::Help)),
            (Named::F1, Modifiers::SHIFT, Some(Deed::Shortcuts)),
            (Named::F2, Modifiers::empty(), Some(Deed::Edit)),
            (Named::Escape, Modifiers::empty(), Some(Deed::Escape)),
            (Named::Enter, Modifiers::empty(), Some(Deed::Open)),
            (Named::F3, Modifiers::empty(), None),
        ] {
            assert_eq!(shortcut(&Key::Named(key), held), wanted);
        }
    }

    #[test]
    fn keys_are_told_in_the_readers_words() {
        if !cfg!(target_os = "macos") {
            assert_eq!(Chord::ctrl_shift("p").words(Lang::En), "Ctrl+Shift+P");
            assert_eq!(Chord::ctrl_sign("-").words(Lang::Nb), "Ctrl+\u{2212}");
        }
        assert_eq!(Chord::function(2).words(Lang::Sv), "F2");
    }

    #[test]
    fn no_key_stands_for_two_things() {
        let chords: Vec<Chord> = TABLE.iter().flat_map(|entry| entry.chords).copied().collect();
        for (index, chord) in chords.iter().enumerate() {
            for other in &chords[index + 1..] {
                let same = chord.press == other.press && chord.command == other.command;
                let overlap = chord.shift.is_none() || other.shift.is_none() || chord.shift == other.shift;
                assert!(!(same && overlap), "{chord:?}");
            }
        }
    }
}
