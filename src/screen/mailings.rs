//! Mailings: what was sent to many, how it stands with each, and writing a new one.
//!
//! What one does most here, and what it takes:
//! 1. Write to a selection: one click on New mailing; everything stands on one page.
//! 2. See how it stands with a mailing: click its row; the bars say how many, a click on one lists them.
//! 3. Let it wait, go on or end: one click each.

mod composing;
mod form;
mod kept;
mod view;

use iced::Task;
use iced::widget::operation::focus;

use super::{Action, Answer, Command, Scene, Step};
use crate::model::change::Changes;
use crate::model::draft::Draft;
use crate::model::mailing::{Id, Recipient};
use crate::model::selection;
use crate::model::user::Right;
use crate::office::mail::mailings::{self, Listed};
use crate::office::problem::{Kind, Problem};
use crate::office::{Desk, Error};
use crate::t;
use crate::vault::Slot;
use crate::widget::long_list::Event;

pub use composing::Message as NewMessage;

/// The id of the rows.
pub const ROWS: &str = "mailings-rows";
const STAY: &str = "mailings-stay";

/// The screen's state.
#[derive(Debug, Default)]
pub struct State {
    shown: Option<Vec<Listed>>,
    /// Everybody the chosen mailing is about.
    recipients: Vec<Recipient>,
    /// Only those it stands with in this way.
    only: Option<String>,
    reading: u64,
    cursor: Option<usize>,
    /// The recipient the keyboard is on.
    at: Option<usize>,
    new: Option<Box<composing::State>>,
    asks: Option<Asks>,
    busy: bool,
}

/// What is asked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// Whether the mailing is to end.
    Stop,
    /// Whether what is written is to be lost.
    Discard,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct Shown {
    all: Vec<Listed>,
    chosen: Option<Id>,
    recipients: Vec<Recipient>,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// What there is was read.
    Read(u64, Result<Box<Shown>, Problem>),
    /// Something was done to the rows.
    Rows(Event),
    /// Something was done to those a mailing is about.
    People(Event),
    /// Only those it stands with in a way are to be listed, or everybody.
    Only(Option<String>),
    /// A new mailing is to be written.
    New,
    /// Something happens to the new one.
    Writing(composing::Message),
    /// The mailing is to wait.
    Pause,
    /// The mailing is to go on.
    Resume,
    /// The mailing is to end; it is asked first.
    Stop,
    /// It is not, after all.
    Stay,
    /// It is.
    StopNow,
    /// The office answered to that.
    Changed(Result<(), Problem>),
    /// What is to become of what is written.
    Answered(Answer),
}

impl State {
    /// Gets ready to be shown.
    pub fn arrive(&mut self, scene: &Scene) -> Step<Message> {
        Step::task(Task::batch([self.read(scene), focus(ROWS)]))
    }

    fn read(&mut self, scene: &Scene) -> Task<Message> {
        self.reading += 1;
        let (reading, lang) = (self.reading, scene.lang);
        let (chosen, is_first) = (self.chosen().map(|one| one.mailing.id), self.shown.is_none());
        if !scene.office.user().may(Right::SendMail) {
            return Task::none();
        }
        let read = scene.office.latest(Slot("mailings"), move |desk| {
            let all = mailings::list(desk)?;
            let first = all.first().map(|one| one.mailing.id).filter(|_| is_first);
            let chosen = chosen.or(first).filter(|id| all.iter().any(|one| one.mailing.id == *id));
            let recipients = chosen.map(|id| mailings::recipients(desk, id)).transpose()?.unwrap_or_default();
            Ok(Shown { all, chosen, recipients })
        });
        Task::perform(read, move |read| {
            Message::Read(reading, read.map(Box::new).map_err(|error: Error| Problem::new(&error, lang)))
        })
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene, in_front: bool) -> Step<Message> {
        let touched = changes.outbox || changes.everything || changes.settings || !changes.removed.is_empty();
        Step::task(if touched && in_front { self.read(scene) } else { Task::none() })
    }

    /// Takes up lists, settings or a language that changed.
    pub fn scene_changed(&mut self, scene: &Scene, in_front: bool) -> Step<Message> {
        Step::task(if in_front { self.read(scene) } else { Task::none() })
    }

    /// Returns whether something is asked.
    pub fn is_asking(&self) -> bool {
        self.asks.is_some()
    }

    /// Answers whether a mailing is written that would be lost if the screen went away.
    pub fn unsaved(&self) -> bool {
        self.new.as_ref().is_some_and(|new| new.is_written())
    }

    /// Answers whether messages are being queued.
    pub fn is_running(&self) -> bool {
        self.new.as_ref().is_some_and(|new| new.is_running())
    }

    /// Returns the mailing that is written and not sent.
    pub fn draft(&self) -> Option<Draft> {
        self.new.as_ref()?.draft()
    }

    /// Goes on with a mailing that was being written before, as far as it can be read.
    pub fn go_on_with(&mut self, written: &str, scene: &Scene) -> Step<Message> {
        let (mut new, task) = composing::State::new(scene);
        new.go_on_with(written);
        self.new = Some(Box::new(new));
        Step::task(task.map(Message::Writing))
    }

    /// Begins a mailing to a selection; one that is being written stays.
    pub fn write_to(&mut self, selection: selection::Id, scene: &Scene) -> Step<Message> {
        if self.unsaved() || self.is_running() {
            return Step::ask(Action::Hint(t!(scene.lang, "mailing-begun-already")));
        }
        let (new, task) = composing::State::to(selection, scene);
        self.new = Some(Box::new(new));
        Step::task(task.map(Message::Writing))
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Escape if self.asks.is_some() => self.update(Message::Stay, scene),
            Command::Escape => match &mut self.new {
                Some(new) if new.is_running() => self.update(Message::Writing(composing::Message::Cancel), scene),
                Some(new) if new.is_written() => {
                    self.asks = Some(Asks::Discard);
                    Step::task(focus(Answer::STAY))
                }
                Some(_) => self.update(Message::Answered(Answer::Discard), scene),
                None => Step::ask(Action::Close),
            },
            Command::Save if self.new.is_some() => self.update(Message::Writing(composing::Message::Send), scene),
            Command::Open if self.new.is_none() => {
                self.at.map_or_else(Step::none, |at| self.update(Message::People(Event::Activate(at)), scene))
            }
            Command::Open
            | Command::Save
            | Command::FocusSearch
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

    fn all(&self) -> &[Listed] {
        self.shown.as_deref().unwrap_or_default()
    }

    fn chosen(&self) -> Option<&Listed> {
        self.all().get(self.cursor?)
    }

    /// Returns those that are listed of whom the chosen mailing is about.
    fn listed(&self) -> Vec<&Recipient> {
        let is_meant = |one: &&Recipient| self.only.as_deref().is_none_or(|only| one.status.key() == only);
        self.recipients.iter().filter(is_meant).collect()
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(reading, _) if reading != self.reading => {}
            Message::Read(_, Ok(shown)) => {
                let Shown { all, chosen, recipients } = *shown;
                self.cursor = chosen.and_then(|id| all.iter().position(|one| one.mailing.id == id));
                (self.shown, self.recipients) = (Some(all), recipients);
            }
            Message::Read(_, Err(problem)) if problem.kind == Kind::Dropped => {}
            Message::Read(_, Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Rows(Event::Select { row, .. } | Event::Activate(row)) => {
                if row < self.all().len() && self.cursor != Some(row) {
                    (self.cursor, self.only, self.at) = (Some(row), None, None);
                    self.recipients.clear();
                    return Step::task(self.read(scene));
                }
            }
            Message::People(Event::Select { row, .. }) => self.at = Some(row),
            Message::People(Event::Activate(row)) => {
                let person = self.listed().get(row).filter(|one| !one.name.is_empty()).map(|one| one.person);
                return person.map_or_else(Step::none, |id| Step::ask(Action::OpenPerson(id)));
            }
            Message::Rows(Event::All | Event::Visible(_)) | Message::People(Event::All | Event::Visible(_)) => {}
            Message::Only(only) => (self.only, self.at) = (only, None),
            Message::New => {
                let (new, task) = composing::State::new(scene);
                self.new = Some(Box::new(new));
                return Step::task(task.map(Message::Writing));
            }
            Message::Writing(composing::Message::Back) => {
                return self.command(Command::Escape, scene);
            }
            Message::Writing(message) => {
                let Some(new) = &mut self.new else { return Step::none() };
                let step = new.update(message, scene);
                if new.is_done() {
                    self.new = None;
                    // What was queued stands first.
                    self.shown = None;
                    self.cursor = None;
                    let read = self.read(scene);
                    let step = step.map(Message::Writing);
                    return Step { task: Task::batch([step.task, read]), ..step };
                }
                return step.map(Message::Writing);
            }
            Message::Pause => return self.change(scene, mailings::pause),
            Message::Resume => return self.change(scene, mailings::resume),
            Message::Stop => {
                self.asks = (self.chosen().is_some() && !self.busy).then_some(Asks::Stop);
                return Step::task(focus(STAY));
            }
            Message::Stay => self.asks = None,
            Message::StopNow => {
                self.asks = None;
                return self.change(scene, |desk, id| mailings::stop(desk, id).map(drop));
            }
            Message::Changed(Ok(())) => self.busy = false,
            Message::Changed(Err(problem)) => {
                self.busy = false;
                return Step::task(self.read(scene)).and(Action::Problem(problem));
            }
            Message::Answered(Answer::Discard) => {
                (self.asks, self.new) = (None, None);
                return self.arrive(scene);
            }
            Message::Answered(Answer::Stay | Answer::Save) => self.asks = None,
        }
        Step::none()
    }

    fn change(&mut self, scene: &Scene, change: fn(&mut Desk<'_>, Id) -> Result<(), Error>) -> Step<Message> {
        let Some(id) = self.chosen().map(|one| one.mailing.id).filter(|_| !self.busy) else { return Step::none() };
        self.busy = true;
        let lang = scene.lang;
        Step::task(Task::perform(scene.office.write(move |desk| change(desk, id)), move |done| {
            Message::Changed(done.map_err(|error| Problem::new(&error, lang)))
        }))
    }
}
