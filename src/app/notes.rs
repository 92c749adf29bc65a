//! The short notes at the bottom of the window, which pass by themselves.

use std::time::{Duration, Instant};

use iced::Subscription;

use crate::theme::Tone;
use crate::widget::toast::{Toast, toast};

/// How long a note stays.
const STAY: Duration = Duration::from_secs(4);
/// How many there can be at once.
const MOST: usize = 4;

/// The notes there are.
#[derive(Debug, Default)]
pub struct Notes {
    notes: Vec<Note>,
    last: u64,
}

#[derive(Debug)]
struct Note {
    id: u64,
    words: String,
    until: Instant,
}

impl Notes {
    /// Adds a note; the same words are not said twice at once.
    pub fn add(&mut self, words: String, now: Instant) {
        self.notes.retain(|note| note.words != words);
        if self.notes.len() == MOST {
            self.notes.remove(0);
        }
        self.last += 1;
        self.notes.push(Note { id: self.last, words, until: now + STAY });
    }

    /// Takes a note away.
    pub fn dismiss(&mut self, id: u64) {
        self.notes.retain(|note| note.id != id);
    }

    /// Takes away the notes whose time has come.
    pub fn pass(&mut self, now: Instant) {
        self.notes.retain(|note| note.until > now);
    }

    /// Returns when to look at them again.
    pub fn subscription(&self) -> Subscription<Instant> {
        if self.notes.is_empty() {
            return Subscription::none();
        }
        iced::time::every(Duration::from_millis(500))
    }

    /// Returns them to be shown; `close` is the tooltip of the cross.
    pub fn view<'a, M>(&'a self, close: &'a str, dismiss: fn(u64) -> M) -> impl Iterator<Item = Toast<M>> + 'a
    where
        M: 'a,
    {
        self.notes.iter().map(move |note| toast(Tone::Good, note.words.clone()).dismiss(close, dismiss(note.id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_pass_and_are_never_too_many() {
        let start = Instant::now();
        let mut notes = Notes::default();
        for number in 0..6 {
            notes.add(format!("note {number}"), start + Duration::from_secs(number));
        }
        notes.add("note 5".to_owned(), start + Duration::from_secs(6));
        let words = |notes: &Notes| notes.notes.iter().map(|note| note.words.clone()).collect::<Vec<_>>();
        assert_eq!(words(&notes), ["note 2", "note 3", "note 4", "note 5"]);
        notes.pass(start + Duration::from_secs(7));
        assert_eq!(words(&notes), ["note 4", "note 5"]);
        notes.dismiss(notes.notes[0].id);
        assert_eq!(words(&notes), ["note 5"]);
    }
}
