//! Keys and lock: when the card file locks by itself, a new passphrase, a new recovery key, and what this computer
//! remembers.
//!
//! What one does most here, each one click away: change the time of the lock; change the passphrase; let the computer
//! remember the key, or forget it. What touches a key asks for the passphrase first, on a page of its own.

mod view;

use std::sync::Arc;

use iced::Task;
use iced::widget::operation::focus;
use zeroize::Zeroizing;

use crate::model::Moment;
use crate::model::change::Changes;
use crate::office::problem::{Kind, Problem};
use crate::office::settings::{self, Plain, Setting};
use crate::office::{Error, aside};
use crate::screen::{Action, Command, KeySheet, KeySheetMessage, NewPassphrase, NewPassphraseMessage, Scene, Step};
use crate::t;
use crate::vault::keychain::Keychain;
use crate::vault::{Passphrase, Proof, RecoveryKey};

/// The section, and the page that is shown in its place.
pub struct State {
    keychain: Arc<dyn Keychain>,
    minutes: Option<u64>,
    remembered: Remembered,
    page: Option<Page>,
    busy: bool,
    /// What is wrong with the passphrase that was typed.
    problem: Option<String>,
}

/// What this computer remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remembered {
    /// Not known yet.
    Unknown,
    /// Nothing.
    Nothing,
    /// The key, until a day.
    Until(Moment),
    /// Its keychain does not answer.
    Silent,
}

/// What is asked for in place of the settings.
enum Page {
    /// The passphrase until now, and a new one.
    Passphrase(Zeroizing<String>, NewPassphrase),
    /// The passphrase, before there is a new recovery key.
    Proof(Zeroizing<String>),
    /// The new recovery key.
    Sheet(Box<KeySheet>),
    /// The passphrase, before this computer remembers the key.
    Remember(Zeroizing<String>),
}

/// What happens in the section.
#[derive(Clone)]
pub enum Message {
    /// When the card file locks was read.
    Read(Result<u64, Problem>),
    /// The minutes of the lock were chosen.
    Minutes(Option<u64>),
    /// They are set, or not.
    Set(Result<(), Problem>),
    /// What this computer remembers was found out.
    Found(Result<Option<Moment>, Problem>),
    /// A new passphrase is wanted.
    NewPassphrase,
    /// A new recovery key is wanted.
    NewRecoveryKey,
    /// This computer is to remember the key.
    Remember,
    /// This computer is to forget the key.
    Forget,
    /// The passphrase was typed.
    Typed(String),
    /// In the fields for the new passphrase.
    New(NewPassphraseMessage),
    /// With the new recovery key.
    Sheet(KeySheetMessage),
    /// Does what the page is for.
    Go,
    /// The passphrase before a new recovery key is right, or not.
    Proven(Result<(), Problem>),
    /// What was wanted is done, and the text says so; or it is not.
    Done(Result<String, Problem>),
    /// Back to the settings.
    Back,
}

/// The id of the field for the passphrase.
const PROOF: &str = "keys-proof";

impl State {
    /// Opens the section.
    pub fn new(keychain: Arc<dyn Keychain>, scene: &Scene) -> (Self, Task<Message>) {
        let state =
            Self { keychain, minutes: None, remembered: Remembered::Unknown, page: None, busy: false, problem: None };
        let task = Task::batch([read(scene), state.find(scene)]);
        (state, task)
    }

    /// Answers whether a page stands in place of the settings.
    pub fn is_asking(&self) -> bool {
        self.page.is_some()
    }

    /// Answers whether something would be lost if the page went away.
    pub fn unsaved(&self) -> bool {
        match &self.page {
            Some(Page::Passphrase(_, new)) => !new.is_empty(),
            Some(Page::Sheet(_)) => true,
            Some(Page::Proof(_) | Page::Remember(_)) | None => false,
        }
    }

    /// Answers whether a new passphrase is typed that going back would lose.
    pub fn is_typed(&self) -> bool {
        matches!(&self.page, Some(Page::Passphrase(_, new)) if !new.is_empty())
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        if changes.settings || changes.everything { Step::task(read(scene)) } else { Step::none() }
    }

    /// Does what a key means on the page.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Escape => self.update(Message::Back, scene),
            Command::Save => self.update(Message::Go, scene),
            Command::FocusSearch
            | Command::Open
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Tab(_)
            | Command::Edit
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns
            | Command::Passage(_) => Step::none(),
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(Ok(minutes)) => self.minutes = Some(minutes),
            Message::Set(Ok(())) => {}
            Message::Read(Err(problem)) | Message::Set(Err(problem)) => {
                return Step::task(read(scene)).and(Action::Problem(problem));
            }
            Message::Minutes(Some(minutes)) => {
                self.minutes = Some(minutes);
                return Step::task(set(minutes, scene));
            }
            Message::Minutes(None) => {}
            Message::Found(found) => {
                self.remembered = match found {
                    Ok(Some(until)) => Remembered::Until(until),
                    Ok(None) => Remembered::Nothing,
                    Err(_) => Remembered::Silent,
                };
            }
            Message::NewPassphrase => {
                return self.ask(Page::Passphrase(Zeroizing::default(), NewPassphrase::default()));
            }
            Message::NewRecoveryKey => return self.ask(Page::Proof(Zeroizing::default())),
            Message::Remember => return self.ask(Page::Remember(Zeroizing::default())),
            Message::Forget => return self.forget(scene),
            Message::Typed(typed) => {
                self.problem = None;
                if let Some(Page::Passphrase(field, _) | Page::Proof(field) | Page::Remember(field)) = &mut self.page {
                    *field = Zeroizing::new(typed);
                }
            }
            Message::New(NewPassphraseMessage::Done) | Message::Go => return self.go(scene),
            Message::New(message) => {
                if let Some(Page::Passphrase(_, new)) = &mut self.page {
                    return Step::task(new.update(message).map(Message::New));
                }
            }
            Message::Sheet(message) => return self.with_key(message, scene),
            Message::Proven(Ok(())) => return self.show_key(scene),
            Message::Done(Ok(words)) => {
                self.busy = false;
                self.page = None;
                return Step::task(self.find(scene)).and(Action::Toast(words));
            }
            Message::Proven(Err(problem)) | Message::Done(Err(problem)) => return self.fail(problem),
            Message::Back => self.back(),
        }
        Step::none()
    }

    fn ask(&mut self, page: Page) -> Step<Message> {
        if self.busy {
            return Step::none();
        }
        self.page = Some(page);
        self.problem = None;
        Step::task(focus(PROOF))
    }

    /// Goes one step back, but not while something is being done.
    fn back(&mut self) {
        if self.busy {
            return;
        }
        let goes_to_key = match &mut self.page {
            Some(Page::Sheet(sheet)) => sheet.back(),
            Some(Page::Passphrase(..) | Page::Proof(_) | Page::Remember(_)) | None => false,
        };
        if !goes_to_key {
            self.page = None;
        }
    }

    fn go(&mut self, scene: &Scene) -> Step<Message> {
        let typed = match &self.page {
            Some(Page::Passphrase(typed, _) | Page::Proof(typed) | Page::Remember(typed)) if !self.busy => typed,
            Some(_) | None => return Step::none(),
        };
        if typed.is_empty() {
            self.problem = Some(t!(scene.lang, "create-passphrase-empty"));
            return Step::task(focus(PROOF));
        }
        let proof = Proof::Passphrase(Passphrase::new(typed.as_str()));
        let (office, lang) = (scene.office.clone(), scene.lang);
        let problem = move |error: Error| Problem::new(&error, lang);
        let task = match &mut self.page {
            Some(Page::Passphrase(_, new)) => {
                let Some(new) = new.take() else { return Step::none() };
                let words = t!(lang, "keys-passphrase-changed");
                Task::perform(office.set_passphrase(proof, new), move |done| {
                    Message::Done(done.map(|()| words).map_err(problem))
                })
            }
            Some(Page::Remember(_)) => {
                let (keychain, words) = (Arc::clone(&self.keychain), t!(lang, "keys-remembered"));
                let done = aside(move || office.remember(proof, &keychain));
                Task::perform(done, move |done| Message::Done(done.map(|_| words).map_err(problem)))
            }
            Some(Page::Proof(_)) => {
                Task::perform(office.check(proof), move |proven| Message::Proven(proven.map_err(problem)))
            }
            Some(Page::Sheet(_)) | None => return Step::none(),
        };
        self.busy = true;
        self.problem = None;
        Step::task(task)
    }

    fn fail(&mut self, problem: Problem) -> Step<Message> {
        self.busy = false;
        if problem.kind == Kind::WrongKey && self.page.is_some() {
            self.problem = Some(problem.message);
            return Step::task(focus(PROOF).chain(iced::widget::operation::select_all(PROOF)));
        }
        Step::ask(Action::Problem(problem))
    }

    /// Shows a new recovery key, which works once it has been typed back.
    fn show_key(&mut self, scene: &Scene) -> Step<Message> {
        self.busy = false;
        let Some(Page::Proof(typed)) = &self.page else { return Step::none() };
        let proof = Proof::Passphrase(Passphrase::new(typed.as_str()));
        match RecoveryKey::generate() {
            Ok(key) => {
                self.page = Some(Page::Sheet(Box::new(KeySheet::replacing(key, proof))));
                Step::none()
            }
            Err(error) => Step::ask(Action::Problem(Problem::of_vault(&error, scene.lang))),
        }
    }

    fn with_key(&mut self, message: KeySheetMessage, scene: &Scene) -> Step<Message> {
        let Some(Page::Sheet(sheet)) = &mut self.page else { return Step::none() };
        let is_noted = matches!(message, KeySheetMessage::Noted(Ok(())));
        let (step, done) = sheet.update(message, &scene.office, scene.lang);
        let step = step.map(Message::Sheet);
        if done {
            self.page = None;
        }
        if is_noted { step.and(Action::Toast(t!(scene.lang, "keys-recovery-changed"))) } else { step }
    }

    fn forget(&mut self, scene: &Scene) -> Step<Message> {
        if self.busy {
            return Step::none();
        }
        self.busy = true;
        let (office, lang, keychain) = (scene.office.clone(), scene.lang, Arc::clone(&self.keychain));
        let words = t!(lang, "keys-forgotten");
        let done = aside(move || office.forget(&keychain));
        Step::task(Task::perform(done, move |done| {
            Message::Done(done.map(|_| words).map_err(|error| Problem::new(&error, lang)))
        }))
    }

    /// Finds out what this computer remembers; its keychain is asked only where some computer remembers something.
    fn find(&self, scene: &Scene) -> Task<Message> {
        let (office, lang, keychain) = (scene.office.clone(), scene.lang, Arc::clone(&self.keychain));
        let found = aside(move || office.remembered_until(&keychain));
        Task::perform(found, move |found| Message::Found(found.map_err(|error| Problem::new(&error, lang))))
    }
}

fn read(scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    let read = scene.office.read(|desk| settings::get(desk, &Setting::Plain(Plain::LockMinutes)));
    Task::perform(read, move |minutes| {
        let minutes = minutes.map(|minutes| minutes.parse().unwrap_or_default());
        Message::Read(minutes.map_err(|error| Problem::new(&error, lang)))
    })
}

fn set(minutes: u64, scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    let write =
        scene.office.write(move |desk| settings::set(desk, &Setting::Plain(Plain::LockMinutes), &minutes.to_string()));
    Task::perform(write, move |set| Message::Set(set.map(|_| ()).map_err(|error| Problem::new(&error, lang))))
}
