//! The history of what was typed in one field: Ctrl+Z takes it back word by word, Ctrl+Y does it again.

#![allow(clippy::wildcard_enum_match_arm)] // Keys are the toolkit's; what is not named is for others.

use std::time::{Duration, Instant};

use iced::keyboard::{Key, Modifiers};

/// Whoever types on after a pause begins a step of its own.
const PAUSE: Duration = Duration::from_secs(2);
/// How many steps are kept.
const KEPT: usize = 100;

/// How a field gets a text back: its text, and the messages that make it another one, with the cursor at a character.
pub(super) struct Typing<'a, Message> {
    pub text: Box<dyn Fn() -> String + 'a>,
    pub restore: Box<dyn Fn(String, usize) -> Vec<Message> + 'a>,
}

/// Which way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Again,
}

/// Returns which way a key goes, if it is one for this.
pub(super) fn way(key: &Key, held: Modifiers) -> Option<Way> {
    if held - Modifiers::SHIFT != Modifiers::COMMAND {
        return None;
    }
    match (key.as_ref(), held.shift()) {
        (Key::Character("z"), false) => Some(Way::Back),
        (Key::Character("z"), true) | (Key::Character("y"), false) => Some(Way::Again),
        _ => None,
    }
}

/// What was typed.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<String>,
    undone: Vec<String>,
    text: Option<String>,
    last: Option<(Kind, Instant)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Insert,
    Delete,
    Other,
}

impl History {
    /// Notes the text of the field. What changed while nobody was in the field was not typed: the history ends there.
    pub fn saw(&mut self, text: &str, is_focused: bool, now: Instant) {
        let Some(before) = &self.text else {
            self.text = Some(text.to_owned());
            return;
        };
        if before == text {
            return;
        }
        if !is_focused {
            *self = Self { text: Some(text.to_owned()), ..Self::default() };
            return;
        }
        let change = Change::between(before, text);
        let goes_on = self.last.is_some_and(|(kind, at)| kind == change.kind && now.duration_since(at) < PAUSE);
        let is_same_step = goes_on && change.kind != Kind::Other && !change.begins_word;
        let before = self.text.replace(text.to_owned()).unwrap_or_default();
        if !is_same_step {
            if self.done.len() == KEPT {
                self.done.remove(0);
            }
            self.done.push(before);
        }
        self.undone.clear();
        self.last = Some((change.kind, now));
    }

    /// Returns the text one step further, and the character before which the cursor stands in it.
    pub fn step(&mut self, way: Way) -> Option<(String, usize)> {
        let (from, to) = match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Again => (&mut self.undone, &mut self.done),
        };
        let next = from.pop()?;
        let now = self.text.replace(next.clone()).unwrap_or_default();
        let cursor = Change::between(&now, &next).end;
        to.push(now);
        self.last = None;
        Some((next, cursor))
    }
}

/// What makes one text another.
struct Change {
    kind: Kind,
    /// Whether what is inserted begins a word.
    begins_word: bool,
    /// The character after what is new.
    end: usize,
}

impl Change {
    fn between(before: &str, after: &str) -> Self {
        let (before, after): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
        let start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
        let rest = before.len().min(after.len()) - start;
        let same = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
        let (removed, inserted) = (before.len() - start - same, after.len() - start - same);
        let kind = match (removed, inserted) {
            (0, 1) => Kind::Insert,
            (1, 0) => Kind::Delete,
            _ => Kind::Other,
        };
        let is_space = |place: usize| after.get(place).is_some_and(|letter| letter.is_whitespace());
        let begins_word = inserted > 0 && start > 0 && is_space(start - 1) && !is_space(start);
        Self { kind, begins_word, end: start + inserted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(history: &mut History, texts: &[&str], now: Instant) {
        for text in texts {
            history.saw(text, true, now);
        }
    }

    #[test]
    fn words_are_taken_back_one_by_one() {
        let (mut history, now) = (History::default(), Instant::now());
        typed(&mut history, &["", "a", "as", "ase", "ase ", "ase o", "ase od"], now);
        assert_eq!(history.step(Way::Back), Some(("ase ".to_owned(), 4)));
        assert_eq!(history.step(Way::Back), Some((String::new(), 0)));
        assert_eq!(history.step(Way::Back), None);
        assert_eq!(history.step(Way::Again), Some(("ase ".to_owned(), 4)));
        assert_eq!(history.step(Way::Again), Some(("ase od".to_owned(), 6)));
        assert_eq!(history.step(Way::Again), None);
    }

    #[test]
    fn a_pause_deleting_and_pasting_are_steps_of_their_own() {
        let (mut history, now) = (History::default(), Instant::now());
        typed(&mut history, &["", "a", "ab"], now);
        let later = now + PAUSE;
        typed(&mut history, &["abc", "ab", "a", "a pasted text"], later);
        let mut back = || history.step(Way::Back).map(|(text, _)| text);
        assert_eq!(back().as_deref(), Some("a"));
        assert_eq!(back().as_deref(), Some("abc"));
        assert_eq!(back().as_deref(), Some("ab"));
        assert_eq!(back().as_deref(), Some(""));
        assert_eq!(back(), None);
    }

    #[test]
    fn typing_on_ends_what_could_be_done_again() {
        let (mut history, now) = (History::default(), Instant::now());
        typed(&mut history, &["", "a"], now);
        assert!(history.step(Way::Back).is_some());
        typed(&mut history, &["", "b"], now);
        assert_eq!(history.step(Way::Again), None);
    }

    #[test]
    fn what_was_not_typed_is_not_taken_back() {
        let (mut history, now) = (History::default(), Instant::now());
        typed(&mut history, &["", "a"], now);
        history.saw("another card", false, now);
        assert_eq!(history.step(Way::Back), None);
    }

    #[test]
    fn the_cursor_stands_behind_what_came_back() {
        let (mut history, now) = (History::default(), Instant::now());
        typed(&mut history, &["one (two) three", "one three"], now);
        assert_eq!(history.step(Way::Back), Some(("one (two) three".to_owned(), 10)));
    }

    #[test]
    fn only_these_keys() {
        let ctrl = Modifiers::COMMAND;
        let key = |sign: &str| Key::Character(sign.into());
        assert_eq!(way(&key("z"), ctrl), Some(Way::Back));
        assert_eq!(way(&key("z"), ctrl | Modifiers::SHIFT), Some(Way::Again));
        assert_eq!(way(&key("y"), ctrl), Some(Way::Again));
        assert_eq!(way(&key("z"), Modifiers::empty()), None);
        assert_eq!(way(&key("z"), ctrl | Modifiers::ALT), None);
    }
}
