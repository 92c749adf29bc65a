//! The outbox: what waits to be sent, what was sent, and what somebody is to look at; it sends by itself what is due.
//!
//! What one does most here, and what it takes:
//! 1. See what did not go: it is what is shown first, with the reason; one click on the row shows the message.
//! 2. Send again, hold back, let go or remove: click the row, one click on the button.
//! 3. Send now what waits: one click on Send now.

mod view;

use std::time::{Duration, Instant};

use iced::Task;
use iced::widget::operation::focus;

use super::{Action, Command, Scene, Step};
use crate::model::change::Changes;
use crate::model::outbox::{Id, State as How};
use crate::model::user::Right;
use crate::office::mail::account;
use crate::office::mail::handling::{self, Line};
use crate::office::mail::sending::{self, Done, Way};
use crate::office::problem::{Kind, Problem};
use crate::office::{Desk, Error, Progress, aside};
use crate::t;
use crate::vault::Slot;
use crate::widget::long_list::Event;

/// The id of the rows.
pub const ROWS: &str = "outbox-rows";
const STAY: &str = "outbox-stay";
/// So many rows are read.
const SHOWN: u64 = 2_000;
/// After how many minutes a server that could not be reached is called again.
const AGAIN: [u64; 4] = [1, 5, 15, 30];

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    /// What did not go, may not have gone, or is held back.
    #[default]
    Look,
    /// What waits for its turn, and what is on its way.
    Waits,
    /// What was sent.
    Sent,
}

impl Part {
    const ALL: [Self; 3] = [Self::Look, Self::Waits, Self::Sent];

    fn states(self) -> &'static [How] {
        match self {
            Self::Look => &[How::Unknown, How::Failed, How::Held],
            Self::Waits => &[How::Queued, How::Connecting, How::Data],
            Self::Sent => &[How::Sent],
        }
    }
}

/// The screen's state.
#[derive(Debug, Default)]
pub struct State {
    /// None for sample people, to whom nothing is sent.
    way: Option<Way>,
    part: Part,
    shown: Option<Shown>,
    /// The rows of the part that is shown.
    lines: Vec<Line>,
    reading: u64,
    cursor: Option<usize>,
    /// The message of which it is asked if it is to be removed.
    asks_to_remove: Option<Id>,
    /// Whether the screen was in front when it was read last.
    in_front: bool,
    busy: bool,
    sending: bool,
    /// How often in a row the server could not be reached, and until when it is left alone.
    rests: Option<(usize, Instant)>,
    /// What came of sending last.
    last: Option<Done>,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// None where the screen is not in front: nobody looks at them.
    lines: Option<Vec<Line>>,
    /// How many there are of each part.
    counts: [u64; 3],
    /// How many somebody is to look at.
    to_look: u64,
    has_account: bool,
    /// Whether something would be sent now.
    is_due: bool,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// What waits was read.
    Read(u64, Result<Box<Shown>, Problem>),
    /// Another part is to be shown.
    Part(usize),
    /// Something was done to the rows.
    Rows(Event),
    /// What is due is to be sent now.
    Send,
    /// The office answered to that.
    Done(Result<Box<Done>, Problem>),
    /// The message is to be held back.
    Hold,
    /// The message is to be let go.
    Release,
    /// The message is to be sent again.
    Resend,
    /// The message is to be removed; it is asked first.
    Remove,
    /// It is not, after all.
    Stay,
    /// It is.
    RemoveNow,
    /// The office answered to that.
    Changed(Result<(), Problem>),
    /// The account is to be set up.
    Account,
    /// The card of whom it goes to is to be shown.
    Open,
    /// A minute has passed.
    Minute,
}

impl State {
    /// Returns the screen, which sends in a way what is due, or, without one, nothing.
    pub fn new(way: Option<Way>, scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self { way, ..Self::default() };
        let task = state.read(scene, false);
        (state, task)
    }

    /// Returns how many messages somebody is to look at.
    pub fn to_look(&self) -> usize {
        self.shown.as_ref().map_or(0, |shown| usize::try_from(shown.to_look).unwrap_or(usize::MAX))
    }

    /// Gets ready to be shown: with what somebody is to look at, or else with what waits.
    pub fn arrive(&mut self, scene: &Scene) -> Step<Message> {
        if let Some(shown) = &self.shown {
            let first = Part::ALL.into_iter().zip(shown.counts).find(|(_, count)| *count > 0);
            self.part = first.map_or(Part::Waits, |(part, _)| part);
        }
        Step::task(Task::batch([self.read(scene, true), focus(ROWS)]))
    }

    /// Reads what waits; the rows only where the screen is in front.
    fn read(&mut self, scene: &Scene, in_front: bool) -> Task<Message> {
        self.in_front = in_front;
        self.reading += 1;
        let (reading, lang, part) = (self.reading, scene.lang, self.part);
        if !scene.office.user().may(Right::SendMail) {
            return Task::none();
        }
        let read = scene.office.latest(Slot("outbox"), move |desk| {
            let count = |part: Part| handling::count(desk, |state| part.states().contains(&state));
            let has_account = account::is_set_up(desk)?;
            Ok(Shown {
                lines: in_front.then(|| handling::page(desk, part.states(), SHOWN, 0)).transpose()?,
                counts: [count(Part::Look)?, count(Part::Waits)?, count(Part::Sent)?],
                to_look: handling::count(desk, How::needs_a_look)?,
                has_account,
                is_due: has_account && !sending::plan(desk, Some(1))?.is_empty(),
            })
        });
        Task::perform(read, move |read| {
            Message::Read(reading, read.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene, in_front: bool) -> Step<Message> {
        let touched = changes.outbox || changes.everything || changes.settings || !changes.removed.is_empty();
        if changes.settings {
            // The account may be another.
            self.rests = None;
        }
        Step::task(if touched { self.read(scene, in_front) } else { Task::none() })
    }

    /// Takes up lists, settings or a language that changed.
    pub fn scene_changed(&mut self, scene: &Scene, in_front: bool) -> Step<Message> {
        Step::task(self.read(scene, in_front))
    }

    /// Returns whether it is asked if something is to be removed.
    pub fn is_asking(&self) -> bool {
        self.asks_to_remove.is_some()
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Escape if self.asks_to_remove.is_some() => self.update(Message::Stay, scene),
            Command::Escape => Step::ask(Action::Close),
            Command::Open => self.update(Message::Open, scene),
            Command::FocusSearch
            | Command::Save
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

    fn lines(&self) -> &[Line] {
        &self.lines
    }

    fn chosen(&self) -> Option<&Line> {
        self.lines().get(self.cursor?)
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(reading, _) if reading != self.reading => {}
            Message::Read(_, Ok(shown)) => {
                let mut shown = *shown;
                let Some(lines) = shown.lines.take() else {
                    self.shown = Some(shown);
                    return self.send_if_due(scene);
                };
                let chosen = self.chosen().map(|line| line.message.id);
                (self.shown, self.lines) = (Some(shown), lines);
                let place = |id: Id| self.lines().iter().position(|line| line.message.id == id);
                // A message that has left takes the choice along: nobody chose the one in its place.
                let cursor = match chosen {
                    Some(id) => place(id),
                    None => (!self.lines().is_empty()).then_some(0),
                };
                let asks = self.asks_to_remove.filter(|id| place(*id).is_some());
                (self.cursor, self.asks_to_remove) = (cursor, asks);
                return self.send_if_due(scene);
            }
            Message::Read(_, Err(problem)) if problem.kind == Kind::Dropped => {}
            Message::Read(_, Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Part(part) => {
                self.part = Part::ALL.get(part).copied().unwrap_or_default();
                self.cursor = None;
                return Step::task(self.read(scene, true));
            }
            Message::Rows(Event::Select { row, .. }) => self.cursor = (row < self.lines().len()).then_some(row),
            Message::Rows(Event::Activate(_)) => return self.update(Message::Open, scene),
            Message::Rows(Event::All | Event::Visible(_)) => {}
            Message::Send => {
                self.rests = None;
                return self.send(scene);
            }
            Message::Minute => return Step::task(self.read(scene, self.in_front)),
            Message::Done(Ok(done)) => {
                self.sending = false;
                if done.busy {
                    self.rest();
                }
                let step = self.tell(&done, scene);
                self.last = Some(*done);
                let read = self.read(scene, self.in_front);
                return Step { task: Task::batch([step.task, read]), ..step };
            }
            Message::Done(Err(problem)) => {
                self.sending = false;
                self.rest();
                return if problem.kind == Kind::Dropped { Step::none() } else { Step::ask(Action::Problem(problem)) };
            }
            Message::Hold => return self.change(scene, handling::hold),
            Message::Release => return self.change(scene, handling::release),
            Message::Resend => return self.change(scene, handling::resend),
            Message::Remove => {
                self.asks_to_remove = self.chosen().map(|line| line.message.id).filter(|_| !self.busy);
                return Step::task(focus(STAY));
            }
            Message::Stay => {
                self.asks_to_remove = None;
                return Step::task(focus(ROWS));
            }
            Message::RemoveNow => {
                // What was asked about, whatever stands at the cursor by now.
                let id = self.asks_to_remove.take();
                return self.change_of(id, scene, handling::remove);
            }
            Message::Changed(Ok(())) => self.busy = false,
            Message::Changed(Err(problem)) => {
                self.busy = false;
                return Step::task(self.read(scene, true)).and(Action::Problem(problem));
            }
            Message::Account => return Step::ask(Action::MailAccount),
            Message::Open => {
                let person = self.chosen().filter(|line| !line.is_closed).and_then(|line| line.message.person);
                return person.map_or_else(Step::none, |id| Step::ask(Action::OpenPerson(id)));
            }
        }
        Step::none()
    }

    fn send_if_due(&mut self, scene: &Scene) -> Step<Message> {
        let is_due = self.shown.as_ref().is_some_and(|shown| shown.is_due);
        let rests = self.rests.is_some_and(|(_, until)| Instant::now() < until);
        if is_due && !rests { self.send(scene) } else { Step::none() }
    }

    /// Sends what is due, beside the window.
    fn send(&mut self, scene: &Scene) -> Step<Message> {
        let Some(way) = self.way.clone().filter(|_| !self.sending) else { return Step::none() };
        self.sending = true;
        let (office, lang) = (scene.office.clone(), scene.lang);
        let sent = aside(move || sending::send_by(&office, &way, None, &Progress::default()));
        Step::task(Task::perform(sent, move |done| {
            Message::Done(done.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        }))
    }

    fn rest(&mut self) {
        let times = self.rests.map_or(0, |(times, _)| times + 1);
        let minutes = AGAIN.get(times).or(AGAIN.last()).copied().unwrap_or(1);
        self.rests = Some((times, Instant::now() + Duration::from_secs(minutes * 60)));
    }

    /// Says what somebody is to know of what came of sending. A server that cannot be reached is told once.
    fn tell(&mut self, done: &Done, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        let was_told = self.rests.is_some();
        let mut step = Step::none();
        if let Some(failure) = &done.problem {
            self.rest();
            if !was_told {
                step = step.and(Action::Hint(t!(lang, "outbox-not-reached", why = sending::words(lang, failure))));
            }
        } else {
            // Nothing more is due now, whatever the limits say; the minute looks again.
            self.rests = None;
        }
        if done.failed > 0 {
            step = step.and(Action::Hint(t!(lang, "outbox-failed", count = done.failed)));
        }
        if done.unknown > 0 {
            step = step.and(Action::Hint(t!(lang, "outbox-unknown", count = done.unknown)));
        }
        step
    }

    fn change(&mut self, scene: &Scene, change: fn(&mut Desk<'_>, Id) -> Result<(), Error>) -> Step<Message> {
        self.change_of(self.chosen().map(|line| line.message.id), scene, change)
    }

    fn change_of(
        &mut self,
        id: Option<Id>,
        scene: &Scene,
        change: fn(&mut Desk<'_>, Id) -> Result<(), Error>,
    ) -> Step<Message> {
        let Some(id) = id.filter(|_| !self.busy) else { return Step::none() };
        self.busy = true;
        let lang = scene.lang;
        Step::task(Task::perform(scene.office.write(move |desk| change(desk, id)), move |done| {
            Message::Changed(done.map_err(|error| Problem::new(&error, lang)))
        }))
    }
}
