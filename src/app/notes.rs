//! The short notes at the bottom of the window, which pass by themselves.

use std::time::{Duration, Instant};

use iced::Subscription;

use crate::i18n::Lang;
use crate::office::undo::Way;
use crate::t;
use crate::theme::Tone;
use crate::widget::toast::{Toast, toast};

/// How long a note stays.
const STAY: Duration = Duration::from_secs(4);
/// How long one stays that has a button.
const OFFER: Duration = Duration::from_secs(10);
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
    tone: Tone,
    words: String,
    /// The number of the change it is about.
    change: Option<u64>,
    /// The step its button takes over that change.
    offer: Option<Way>,
    until: Instant,
}

impl Notes {
    /// Adds a note; the same words are not said twice at once.
    pub fn add(&mut self, words: String, now: Instant) {
        self.push(Tone::Good, words, None, now + STAY);
    }

    /// Adds a note that says why nothing was done.
    pub fn hint(&mut self, words: String, now: Instant) {
        self.push(Tone::Accent, words, None, now + STAY);
    }

    /// Adds a note with a button for a step over the change of a number, in place of what was said of that change. Only
    /// the newest has one: it is about the last step.
    pub fn offer(&mut self, words: String, step: Way, change: u64, now: Instant) {
        self.notes.retain(|note| note.change != Some(change));
        self.withdraw(|_| None);
        self.push(Tone::Good, words, Some((step, change)), now + OFFER);
    }

    /// Takes the button from a note where its step is no longer the next, so that it never takes back something else.
    pub fn withdraw(&mut self, next: impl Fn(Way) -> Option<u64>) {
        for note in &mut self.notes {
            let change = note.change;
            note.offer.take_if(|way| next(*way) != change);
        }
    }

    /// Returns the step that the button of a note takes, and over which change.
    pub fn offered(&self, id: u64) -> Option<(Way, u64)> {
        let note = self.notes.iter().find(|note| note.id == id)?;
        note.offer.zip(note.change)
    }

    fn push(&mut self, tone: Tone, words: String, offer: Option<(Way, u64)>, until: Instant) {
        self.notes.retain(|note| note.words != words);
        if self.notes.len() == MOST {
            self.notes.remove(0);
        }
        self.last += 1;
        let (offer, change) = offer.unzip();
        self.notes.push(Note { id: self.last, tone, words, change, offer, until });
    }

    /// Takes a note away.
    pub fn dismiss(&mut self, id: u64) {
        self.notes.retain(|note| note.id != id);
    }

    /// Lets what offers a step stay a while longer, because nobody can press its button now.
    pub fn hold(&mut self, now: Instant) {
        for note in self.notes.iter_mut().filter(|note| note.offer.is_some()) {
            note.until = note.until.max(now + STAY);
        }
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

    /// Returns the newest; where `offers` is not so, the newest that offers no step.
    pub fn last(&self, offers: bool) -> Option<u64> {
        self.notes.iter().rfind(|note| offers || note.offer.is_none()).map(|note| note.id)
    }

    /// Returns them to be shown in their order, but with the one of a number at the end.
    pub fn view<M>(
        &self,
        lang: Lang,
        dismiss: fn(u64) -> M,
        offered: fn(u64) -> M,
        at_the_end: Option<u64>,
    ) -> Vec<Toast<M>> {
        let (mut notes, end): (Vec<&Note>, Vec<&Note>) =
            self.notes.iter().partition(|note| Some(note.id) != at_the_end);
        notes.extend(end);
        let view = |note: &Note| {
            let toast = toast(note.tone, note.words.clone()).dismiss(t!(lang, "close"), dismiss(note.id));
            match note.offer {
                None => toast,
                Some(Way::Back) => toast.action(t!(lang, "toast-undo"), offered(note.id)),
                Some(Way::Again) => toast.action(t!(lang, "toast-redo"), offered(note.id)),
            }
        };
        notes.into_iter().map(view).collect()
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

    #[test]
    fn what_was_not_done_is_not_said_as_if_it_were() {
        let mut notes = Notes::default();
        notes.add("done".to_owned(), Instant::now());
        notes.hint("nothing to do".to_owned(), Instant::now());
        let tones: Vec<Tone> = notes.notes.iter().map(|note| note.tone).collect();
        assert_eq!(tones, [Tone::Good, Tone::Accent]);
    }

    #[test]
    fn only_the_newest_note_offers_a_step_and_it_stays_longer() {
        let start = Instant::now();
        let mut notes = Notes::default();
        notes.offer("first".to_owned(), Way::Back, 1, start);
        notes.add("in between".to_owned(), start);
        notes.offer("second".to_owned(), Way::Back, 2, start);
        notes.offer("second, back".to_owned(), Way::Again, 2, start);
        let words = |notes: &Notes| notes.notes.iter().map(|note| note.words.clone()).collect::<Vec<_>>();
        assert_eq!(words(&notes), ["first", "in between", "second, back"]);
        let offers: Vec<_> = notes.notes.iter().map(|note| notes.offered(note.id)).collect();
        assert_eq!(offers, [None, None, Some((Way::Again, 2))]);
        notes.pass(start + STAY);
        assert_eq!(words(&notes), ["first", "second, back"]);
        notes.pass(start + OFFER);
        assert!(notes.notes.is_empty());
    }

    #[test]
    fn an_offer_waits_while_it_is_covered() {
        let start = Instant::now();
        let mut notes = Notes::default();
        notes.add("said".to_owned(), start);
        notes.offer("done".to_owned(), Way::Back, 1, start);
        notes.hold(start + OFFER);
        notes.pass(start + OFFER);
        let words: Vec<&str> = notes.notes.iter().map(|note| note.words.as_str()).collect();
        assert_eq!(words, ["done"]);
        notes.pass(start + OFFER + STAY);
        assert!(notes.notes.is_empty());
    }

    #[test]
    fn the_button_goes_when_its_step_is_no_longer_the_next() {
        let mut notes = Notes::default();
        notes.offer("title".to_owned(), Way::Back, 7, Instant::now());
        let id = notes.notes[0].id;
        notes.withdraw(|way| (way == Way::Back).then_some(7));
        assert_eq!(notes.offered(id), Some((Way::Back, 7)));
        notes.withdraw(|way| (way == Way::Back).then_some(8));
        assert_eq!((notes.offered(id), notes.notes.len()), (None, 1), "what it says is still true");
    }
}
