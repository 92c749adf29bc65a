//! Knows what each key means to a focused list.

use iced::keyboard::key::{Named, Physical};
use iced::keyboard::{Key, Modifiers};

use super::{Event, Mode};

/// Where the list is when a key comes.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub cursor: Option<usize>,
    pub len: usize,
    /// The number of rows that fit the window.
    pub page: usize,
    /// The first row in view.
    pub first: usize,
}

impl Place {
    #[expect(clippy::wildcard_enum_match_arm, reason = "a keyboard has hundreds of named keys")]
    /// Returns the row a key moves to. Without a cursor, it lands on what is in view.
    fn target(self, key: Named) -> Option<usize> {
        let last = self.len.checked_sub(1)?;
        let step = |by: usize| match self.cursor {
            Some(cursor) => cursor.saturating_add(by).min(last),
            None => self.first.min(last),
        };
        let step_back = |by: usize| match self.cursor {
            Some(cursor) => cursor.saturating_sub(by),
            None => self.first.min(last),
        };
        // A page keeps one row of the last one in view.
        let page = self.page.saturating_sub(1).max(1);

        match key {
            Named::ArrowDown => Some(step(1)),
            Named::ArrowUp => Some(step_back(1)),
            Named::PageDown => Some(step(page)),
            Named::PageUp => Some(step_back(page)),
            Named::Home => Some(0),
            Named::End => Some(last),
            _ => None,
        }
    }
}

/// Returns what a key does, or `None` for keys that are not the list's.
pub fn event(key: &Key, physical: Physical, modifiers: Modifiers, place: Place) -> Option<Event> {
    let is_plain = modifiers.is_empty();
    let is_command = modifiers == Modifiers::COMMAND;

    match key {
        Key::Named(Named::Enter) if is_plain => place.cursor.map(Event::Activate),
        // macOS keeps ⌘ Space for itself, so Ctrl it is everywhere.
        Key::Named(Named::Space) if modifiers == Modifiers::CTRL => toggle(place),
        Key::Named(named) if is_plain || modifiers == Modifiers::SHIFT => {
            let mode = if is_plain { Mode::Replace } else { Mode::Extend };
            place.target(*named).map(|row| Event::Select { row, mode })
        }
        Key::Character(_) if is_command && place.len > 0 => {
            let is_a = key.to_latin(physical).is_some_and(|letter| letter.eq_ignore_ascii_case(&'a'));
            is_a.then_some(Event::All)
        }
        Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
    }
}

fn toggle(place: Place) -> Option<Event> {
    place.cursor.map(|row| Event::Select { row, mode: Mode::Toggle })
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::keyboard::key::NativeCode;

    fn press(key: Key, modifiers: Modifiers, cursor: Option<usize>) -> Option<Event> {
        let place = Place { cursor, len: 1000, page: 20, first: 40 };
        event(&key, Physical::Unidentified(NativeCode::Unidentified), modifiers, place)
    }

    #[test]
    fn each_key_does_one_thing() {
        let select = |row, mode| Some(Event::Select { row, mode });
        let none = Modifiers::NONE;
        let named = Key::Named;
        let letter = |letter: &str| Key::Character(letter.into());
        let cases = [
            (named(Named::ArrowDown), none, Some(5), select(6, Mode::Replace)),
            (named(Named::ArrowDown), none, Some(999), select(999, Mode::Replace)),
            (named(Named::ArrowDown), none, None, select(40, Mode::Replace)),
            (named(Named::ArrowUp), none, Some(0), select(0, Mode::Replace)),
            (named(Named::ArrowUp), Modifiers::SHIFT, Some(5), select(4, Mode::Extend)),
            (named(Named::PageDown), none, Some(5), select(24, Mode::Replace)),
            (named(Named::PageUp), none, Some(5), select(0, Mode::Replace)),
            (named(Named::Home), Modifiers::SHIFT, Some(5), select(0, Mode::Extend)),
            (named(Named::End), none, None, select(999, Mode::Replace)),
            (named(Named::Space), Modifiers::CTRL, Some(5), select(5, Mode::Toggle)),
            (named(Named::Space), none, Some(5), None),
            (named(Named::Enter), none, Some(5), Some(Event::Activate(5))),
            (named(Named::Enter), none, None, None),
            (named(Named::Enter), Modifiers::CTRL, Some(5), None),
            (letter("a"), Modifiers::COMMAND, Some(5), Some(Event::All)),
            (letter("a"), none, Some(5), None),
            (letter("k"), Modifiers::COMMAND, Some(5), None),
            (named(Named::Tab), none, Some(5), None),
            (named(Named::Escape), none, Some(5), None),
        ];
        for (key, modifiers, cursor, expected) in cases {
            assert_eq!(press(key.clone(), modifiers, cursor), expected, "{key:?} {modifiers:?} {cursor:?}");
        }
    }
}
