//! What is due: overdue, today, in the next seven days, without a day, and what was done today.
//!
//! What one does most here, and what it takes:
//! 1. See what waits: the number on the rail says how much, one click shows it.
//! 2. Tick something off: one click, or Space.
//! 3. Open the card: one click on the line, or Enter.

mod people;
mod steps;
mod view;

use iced::Task;

use super::{Action, Command, Scene, Step};
use crate::i18n::Lang;
use crate::model::activity::{Id, Line};
use crate::model::change::Changes;
use crate::model::person;
use crate::model::user::Right;
use crate::office::activities::{self, Agenda};
use crate::office::mail::notices;
use crate::office::preparation::Preparation;
use crate::office::problem::{Kind, Problem};
use crate::office::{Error, retention};
use crate::t;
use crate::vault::Slot;

/// The screen's state.
#[derive(Debug, Default)]
pub struct State {
    agenda: Option<Agenda>,
    /// How many people are kept longer than needed.
    due: usize,
    /// Who is due to be informed, and what came back.
    people: people::People,
    reading: u64,
    is_mine: bool,
    /// How often more was asked for of what is too much to be listed at once.
    asked_for_more: usize,
    /// Preparing the office.
    steps: steps::State,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is due was read.
    Read(u64, Result<Box<Agenda>, Problem>),
    /// How many are due was counted, or not.
    Counted(Result<usize, Problem>),
    /// In the list of steps to prepare the office.
    Steps(steps::Message),
    /// Who waits for what was read, or not.
    People(Result<people::People, Problem>),
    /// The card of somebody is to be opened.
    OpenPerson(person::Id),
    /// Everybody who is due to be informed is to be listed.
    ListDue,
    /// They were read, or not.
    Listed(Result<Vec<person::Id>, Problem>),
    /// More of what is due is to be listed.
    More,
    /// Everybody who is due is to be informed.
    InformAll,
    /// What came back is to be decided about.
    CameBack,
    /// Who is due is to be shown.
    ShowDue,
    /// Something was done, or was not done after all.
    Done(Id, bool),
    /// The office answered to a tick.
    Ticked(Result<(), Problem>),
    /// The card of whom something is with is to be opened.
    Open(Id),
    /// Only what the user has to see to is to be shown, or everybody's.
    Mine(bool),
}

impl Message {
    /// Returns what tells the screen how far the office is.
    pub fn prepared(state: Result<Preparation, Error>, lang: Lang) -> Self {
        Self::Steps(steps::Message::Written(state.map_err(|error| Problem::new(&error, lang))))
    }
}

impl State {
    /// Returns the screen.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self::default();
        let task = state.read(scene);
        (state, Task::batch([task, steps::read(scene).map(Message::Steps)]))
    }

    /// Returns how much waits today.
    pub fn waiting(&self) -> usize {
        self.agenda.as_ref().map_or(0, Agenda::waiting)
    }

    /// Reads anew what may have changed since the screen was in front.
    pub fn arrive(&mut self, scene: &Scene) -> Step<Message> {
        let agenda = if self.is_of_another_day(scene) { self.read(scene) } else { Task::none() };
        Step::task(Task::batch([agenda, count_due(scene), people::read(scene), steps::read(scene).map(Message::Steps)]))
    }

    /// Reads everything anew, where another day has begun since.
    pub fn minute(&mut self, scene: &Scene) -> Step<Message> {
        if self.is_of_another_day(scene) { self.arrive(scene) } else { Step::none() }
    }

    fn is_of_another_day(&self, scene: &Scene) -> bool {
        self.agenda.as_ref().is_none_or(|agenda| agenda.today != scene.today())
    }

    fn read(&mut self, scene: &Scene) -> Task<Message> {
        self.reading += 1;
        let (reading, is_mine, most, lang) =
            (self.reading, self.is_mine, activities::DUE * (self.asked_for_more + 1), scene.lang);
        let agenda = scene.office.latest(Slot("agenda"), move |desk| {
            let of = is_mine.then(|| desk.user().id);
            activities::agenda(desk, of, most)
        });
        Task::perform(agenda, move |agenda| {
            Message::Read(reading, agenda.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(reading, _) if reading != self.reading => Step::none(),
            Message::Read(_, Ok(agenda)) => {
                self.agenda = Some(*agenda);
                Step::none()
            }
            Message::Read(_, Err(problem)) if problem.kind == Kind::Dropped => Step::none(),
            Message::Read(_, Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::Counted(Ok(due)) => {
                self.due = due;
                Step::none()
            }
            // It is said again when it is counted again.
            Message::Counted(Err(_)) => Step::none(),
            Message::Steps(message) => self.steps.update(message, scene).map(Message::Steps),
            Message::People(Ok(people)) => {
                self.people = people;
                Step::none()
            }
            // It is said again when it is read again.
            Message::People(Err(_)) => Step::none(),
            Message::OpenPerson(id) => Step::ask(Action::OpenPerson(id)),
            Message::ListDue => {
                let lang = scene.lang;
                let listed = scene.office.read(|desk| {
                    let (due, _) = notices::due(desk, notices::SOON, usize::MAX)?;
                    Ok(due.into_iter().map(|due| due.person).collect())
                });
                Step::task(Task::perform(listed, move |listed| {
                    Message::Listed(listed.map_err(|error| Problem::new(&error, lang)))
                }))
            }
            Message::Listed(Ok(persons)) => {
                let heading = t!(scene.lang, "today-inform", count = persons.len(), days = notices::SOON);
                Step::ask(Action::ListPersons(persons, heading))
            }
            Message::Listed(Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::More => {
                self.asked_for_more += 1;
                Step::task(self.read(scene))
            }
            Message::InformAll => Step::ask(Action::InformDue),
            Message::CameBack => Step::ask(Action::CameBack),
            Message::ShowDue => Step::ask(Action::Due),
            Message::Done(id, is_done) => {
                let lang = scene.lang;
                let ticked = scene.office.write(move |desk| activities::set_done(desk, id, is_done));
                Step::task(Task::perform(ticked, move |ticked| {
                    Message::Ticked(ticked.map(drop).map_err(|error| Problem::new(&error, lang)))
                }))
            }
            Message::Ticked(Ok(())) => Step::ask(Action::Changed),
            Message::Ticked(Err(problem)) => Step::task(self.read(scene)).and(Action::Problem(problem)),
            Message::Open(id) => match self.line(id) {
                Some(line) => open(line),
                None => Step::none(),
            },
            Message::Mine(is_mine) => {
                self.is_mine = is_mine;
                Step::task(self.read(scene))
            }
        }
    }

    fn line(&self, id: Id) -> Option<&Line> {
        let agenda = self.agenda.as_ref()?;
        let parts = [&agenda.overdue, &agenda.now, &agenda.coming, &agenda.undated, &agenda.done];
        parts.into_iter().flat_map(|part| &part.lines).find(|line| line.activity.id == id)
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, _scene: &Scene) -> Step<Message> {
        match command {
            Command::Escape => Step::ask(Action::Close),
            Command::FocusSearch
            | Command::Save
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

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        // Names stand here as well as what is to be done.
        let touched = changes.activities || changes.everything || !changes.persons.is_empty();
        let touched = touched || !changes.removed.is_empty() || !changes.companies.is_empty();
        // It takes a pass over everybody: one card that changed is worth it when the screen comes to the front again.
        let counts = changes.settings || changes.everything || !changes.removed.is_empty();
        let agenda = if touched { self.read(scene) } else { Task::none() };
        let steps = if steps::concerns(changes) { steps::read(scene).map(Message::Steps) } else { Task::none() };
        let people = if self.people.is_touched(changes) { people::read(scene) } else { Task::none() };
        let count = if counts { count_due(scene) } else { Task::none() };
        Step::task(Task::batch([agenda, people, count, steps]))
    }

    /// Takes up lists, settings or a language that changed.
    pub fn scene_changed(&mut self, _scene: &Scene) -> Step<Message> {
        Step::none()
    }
}

/// Counts who is due whom nothing keeps: those who can do something about it are told.
fn count_due(scene: &Scene) -> Task<Message> {
    if !scene.office.user().may(Right::MassDelete) {
        return Task::none();
    }
    let lang = scene.lang;
    let counted = scene.office.latest(Slot("due today"), |desk| {
        let due = retention::due_on(desk, desk.today())?;
        Ok(due.iter().filter(|due| due.kept_by.is_none()).count())
    });
    Task::perform(counted, move |counted| Message::Counted(counted.map_err(|error| Problem::new(&error, lang))))
}

fn open(line: &Line) -> Step<Message> {
    match (line.activity.content.person, line.activity.content.company) {
        (Some(person), _) => Step::ask(Action::OpenPerson(person)),
        (None, Some(company)) => Step::ask(Action::OpenCompany(company)),
        (None, None) => Step::none(),
    }
}
