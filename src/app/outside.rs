//! What screens ask of the world outside: files, the clipboard, other programs; and notes for the user.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use iced::Task;

use super::platform::Choice;
use super::{App, Message, Over, Stage};
use crate::dialog::path;
use crate::office::problem::Kind;
use crate::office::undo::Way;
use crate::screen::Action;
use crate::t;

/// A dialog of the system that answers sooner was never shown: no human changes their mind so quickly.
const NOT_SHOWN: Duration = Duration::from_millis(250);

type Chosen = Box<dyn FnOnce(PathBuf) -> Message + Send>;

/// What to do with a path, once.
#[derive(Clone)]
pub struct Then {
    pub(super) title: String,
    pub(super) suggested: Option<PathBuf>,
    chosen: Arc<Mutex<Option<Chosen>>>,
}

impl App {
    /// Does what a screen asks of the world outside.
    pub(super) fn act(&mut self, action: Action<Message>) -> Task<Message> {
        match action {
            Action::PickFile { title, kinds, then } => {
                let choice = self.platform.pick_file(&title, kinds);
                choose(choice, title, None, then)
            }
            Action::PickFolder { title, then } => {
                let choice = self.platform.pick_folder(&title);
                choose(choice, title, None, then)
            }
            Action::SaveFile { title, suggested, then } => {
                let choice = self.platform.save_file(&title, &suggested);
                choose(choice, title, Some(self.platform.documents().join(suggested)), then)
            }
            Action::Copy(words) => self.copy(words),
            Action::OpenOutside(address) => {
                if let Err(error) = self.platform.open_outside(&address) {
                    tracing::warn!(kind = ?error.kind(), "nothing opens this outside");
                    self.notes.hint(t!(self.lang, "outside-failed"), Instant::now());
                }
                Task::none()
            }
            Action::Toast(words) => {
                self.notes.add(words, Instant::now());
                Task::none()
            }
            Action::Hint(words) => {
                self.notes.hint(words, Instant::now());
                Task::none()
            }
            Action::Saved(words) => {
                self.note_saved(Some(words));
                Task::none()
            }
            Action::Changed => {
                self.note_saved(None);
                Task::none()
            }
            Action::Problem(problem) => {
                match problem.kind {
                    // The card file was locked meanwhile, or a newer question came: nobody waits for the answer.
                    Kind::Dropped => {}
                    Kind::Cancelled => self.notes.hint(problem.message, Instant::now()),
                    Kind::Invalid
                    | Kind::Forbidden
                    | Kind::Refused
                    | Kind::NotFound
                    | Kind::Changed
                    | Kind::WrongKey
                    | Kind::UnknownUser
                    | Kind::InUse
                    | Kind::NoVault
                    | Kind::Occupied
                    | Kind::Damaged
                    | Kind::Newer
                    | Kind::DiskFull
                    | Kind::File
                    | Kind::Failed => self.over = Some(Over::Problem(problem)),
                }
                Task::none()
            }
            // The start page has no other screens; the session has followed its own already.
            Action::OpenPerson(_)
            | Action::OpenCompany(_)
            | Action::Duplicates
            | Action::Delete(_)
            | Action::Merge(..)
            | Action::MassEdit(_)
            | Action::ListPersons(..)
            | Action::NewPerson
            | Action::NewPersonAt(_)
            | Action::LegalBasis(_)
            | Action::State(_)
            | Action::Selection(_)
            | Action::OpenSelection(_)
            | Action::Export(_)
            | Action::Erase(_)
            | Action::Report(_)
            | Action::Letter(_)
            | Action::InformDue
            | Action::CameBack
            | Action::Mailing(_)
            | Action::Reports(_)
            | Action::Import(_)
            | Action::Settings
            | Action::Due
            | Action::Prepare(_)
            | Action::Steps
            | Action::Guide(_)
            | Action::MailAccount
            | Action::TrashSoon
            | Action::Restore(_)
            | Action::ConfirmRecovery
            | Action::Close => Task::none(),
        }
    }

    /// Says what was changed since it was last said, with a button that takes the last of it back: in these words, or in
    /// those of the history.
    fn note_saved(&mut self, words: Option<String>) {
        let Stage::Inside(session) = &self.stage else { return };
        let (mut new, now) = (session.office().changes_since(self.offered), Instant::now());
        let Some(last) = new.pop() else {
            // Nothing of it can be taken back; or it was said already, together with another.
            if let Some(words) = words {
                self.notes.add(words, now);
            }
            return;
        };
        self.offered = last.number;
        // Where several were written since, the words may be those of any.
        let words = words.filter(|_| new.is_empty()).unwrap_or_else(|| session.said(&last));
        for done in new {
            self.notes.add(session.said(&done), now);
        }
        self.notes.offer(words, Way::Back, last.number, now);
    }

    /// Takes the step that a note offers.
    pub(super) fn take_offer(&mut self, id: u64) -> Task<Message> {
        let Some((way, change)) = self.notes.offered(id).filter(|_| !self.covers_notes()) else { return Task::none() };
        self.notes.dismiss(id);
        self.inside(|session| Some(session.step_only(way, change)))
    }

    pub(super) fn path(&mut self, message: path::Message) -> Task<Message> {
        let Some(Over::Path(state, then)) = &mut self.over else {
            return Task::none();
        };
        let task = match state.update(message) {
            None => return Task::none(),
            Some(path::Done::Closed) => Task::none(),
            Some(path::Done::Path(path)) => {
                let chosen = then.chosen.lock().unwrap_or_else(PoisonError::into_inner).take();
                chosen.map_or_else(Task::none, |chosen| Task::done(chosen(path)))
            }
        };
        self.over = None;
        task
    }
}

/// Waits for a choice in a dialog of the system; where there is no such dialog, the path is asked for in writing.
fn choose(choice: Choice, title: String, suggested: Option<PathBuf>, then: Chosen) -> Task<Message> {
    let asked = Instant::now();
    Task::perform(choice, move |chosen| match chosen {
        Some(path) => then(path),
        None if asked.elapsed() < NOT_SHOWN => {
            Message::NoDialog(Then { title, suggested, chosen: Arc::new(Mutex::new(Some(then))) })
        }
        None => Message::Nothing,
    })
}
