//! Cards that may be about the same person: finding them, comparing two, making them one.
//!
//! What is done most, each one key or one click: Enter on a pair compares the two cards; *Merge* makes them one; *Two
//! people* takes the pair off the list.

mod compare;
mod earlier;
mod pairs;

use std::sync::Arc;

use iced::Task;
use iced::widget::operation::focus;

use crate::model::field::Field;
use crate::model::merge::Side;
use crate::model::person::{self, Person};
use crate::model::user::Right;
use crate::office::merging::{self, Pair, Plan};
use crate::office::problem::Problem;
use crate::office::{Error, Progress};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::widget::dialog::Card;
use crate::widget::long_list::Event;

/// How many pairs are listed at once; the next come when these are done with.
const LISTED: usize = 200;

/// The dialog's state.
#[derive(Debug)]
pub struct State {
    found: Option<Found>,
    progress: Arc<Progress>,
    cursor: usize,
    compared: Option<Compared>,
    /// The merges of before, while they are shown.
    earlier: Option<earlier::State>,
    /// Whether the dialog began with two cards, so that it ends with them.
    only_two: bool,
    busy: bool,
}

/// The pairs that were found.
#[derive(Debug, Clone)]
pub struct Found {
    pairs: Arc<Vec<Pair>>,
    total: usize,
}

/// Two cards beside each other.
#[derive(Debug)]
struct Compared {
    plan: Plan,
    /// The fields whose value is taken from the card that goes.
    from_gone: Vec<Field>,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The pairs were found, or not.
    Found(Result<Found, Problem>),
    /// Something was done to the list of pairs.
    Pairs(Event),
    /// Compares the two cards of a pair.
    Compare(usize),
    /// What making two cards one would do.
    Planned(Box<Result<Plan, Problem>>),
    /// A field's value is taken from one side.
    Take(Field, Side),
    /// The other card is to stay.
    Swap,
    /// Makes the two one.
    Merge,
    /// They are one, or not.
    Merged(Box<Result<Person, Problem>>),
    /// They are two people.
    Apart,
    /// That is noted, or not.
    KeptApart(Result<(), Problem>),
    /// The merges of before are to be shown.
    Earlier,
    /// They were read, or not.
    EarlierRead(Result<Vec<merging::Earlier>, Problem>),
    /// Something was done to their list.
    EarlierList(Event),
    /// The merge that the keyboard is on is to be taken back.
    TakeBack,
    /// It was, or not.
    TakenBack(Result<(), Problem>),
    /// Goes back by one step.
    Back,
}

impl State {
    /// Looks for cards that may be about the same person.
    pub fn find(scene: &Scene) -> (Self, Task<Message>) {
        let progress = Arc::new(Progress::default());
        let state = Self {
            found: None,
            progress: Arc::clone(&progress),
            cursor: 0,
            compared: None,
            earlier: None,
            only_two: false,
            busy: false,
        };
        let task = state.look(scene);
        (state, task)
    }

    /// Compares two cards.
    pub fn of_two(kept: person::Id, gone: person::Id, scene: &Scene) -> (Self, Task<Message>) {
        let state = Self {
            found: None,
            progress: Arc::default(),
            cursor: 0,
            compared: None,
            earlier: None,
            only_two: true,
            busy: true,
        };
        (state, plan(kept, gone, scene))
    }

    fn look(&self, scene: &Scene) -> Task<Message> {
        let (progress, lang) = (Arc::clone(&self.progress), scene.lang);
        let answer = scene.office.read(move |desk| merging::duplicates(desk, LISTED, &progress));
        Task::perform(answer, move |found| {
            let found = found.map(|(pairs, total)| Found { pairs: Arc::new(pairs), total });
            Message::Found(found.map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Found(Ok(found)) => {
                self.cursor = self.cursor.min(found.pairs.len().saturating_sub(1));
                self.found = Some(found);
                Step::task(if self.earlier.is_some() { Task::none() } else { focus(pairs::LIST) })
            }
            Message::Found(Err(problem)) => Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::Pairs(event) => match event {
                Event::Activate(row) => self.compare(row, scene),
                Event::Select { row, .. } => {
                    self.cursor = row;
                    Step::none()
                }
                Event::All | Event::Visible(_) => Step::none(),
            },
            Message::Compare(row) => self.compare(row, scene),
            Message::Planned(planned) => {
                self.busy = false;
                match *planned {
                    Ok(plan) => {
                        let proposed = plan.differing.iter().filter(|known| known.side == Side::Gone);
                        let from_gone = proposed.map(|known| known.field.clone()).collect();
                        self.compared = Some(Compared { plan, from_gone });
                        Step::task(focus(compare::MERGE))
                    }
                    Err(problem) if self.only_two => Step::ask(Action::Problem(problem)).and(Action::Close),
                    Err(problem) => Step::ask(Action::Problem(problem)),
                }
            }
            Message::Take(field, side) => {
                if let Some(compared) = &mut self.compared {
                    compared.from_gone.retain(|known| *known != field);
                    if side == Side::Gone {
                        compared.from_gone.push(field);
                    }
                }
                Step::none()
            }
            Message::Swap => match &self.compared {
                Some(Compared { plan, .. }) if !self.busy => {
                    self.busy = true;
                    Step::task(self::plan(plan.gone.id, plan.kept.id, scene))
                }
                Some(_) | None => Step::none(),
            },
            Message::Merge if self.busy || !may(scene) => Step::none(),
            Message::Merge => {
                let Some(Compared { plan, from_gone }) = &self.compared else { return Step::none() };
                self.busy = true;
                let (kept, gone, from_gone) = (plan.kept.id, plan.gone.id, from_gone.clone());
                let answer = scene.office.write(move |desk| Ok(merging::merge(desk, kept, gone, &from_gone)?.person));
                Step::task(Task::perform(answer, move |merged: Result<Person, Error>| {
                    Message::Merged(Box::new(merged.map_err(|error| Problem::new(&error, lang))))
                }))
            }
            Message::Merged(merged) => {
                self.busy = false;
                match *merged {
                    Ok(person) => {
                        let said = Action::Saved(t!(lang, "merge-done", name = person.content.full_name()));
                        if self.only_two {
                            return Step::ask(Action::Close).and(Action::OpenPerson(person.id)).and(said);
                        }
                        self.compared = None;
                        Step { task: self.look(scene), actions: vec![said] }
                    }
                    Err(problem) => Step::ask(Action::Problem(problem)),
                }
            }
            Message::Apart if self.busy => Step::none(),
            Message::Apart => {
                let Some((a, b)) = self.pair() else { return Step::none() };
                self.busy = true;
                let answer = scene.office.write(move |desk| merging::keep_apart(desk, a, b));
                Step::task(Task::perform(answer, move |noted| {
                    Message::KeptApart(noted.map_err(|error| Problem::new(&error, lang)))
                }))
            }
            Message::KeptApart(noted) => {
                self.busy = false;
                match noted {
                    Ok(()) if self.only_two => Step::ask(Action::Close),
                    Ok(()) => {
                        self.compared = None;
                        Step::task(self.look(scene))
                    }
                    Err(problem) => Step::ask(Action::Problem(problem)),
                }
            }
            Message::Earlier => Step::task(read_earlier(scene)),
            Message::EarlierRead(Ok(merges)) => {
                let cursor = self.earlier.as_ref().map_or(0, |known| known.cursor);
                let cursor = cursor.min(merges.len().saturating_sub(1));
                self.earlier = Some(earlier::State { merges, cursor });
                Step::task(focus(earlier::LIST))
            }
            Message::EarlierRead(Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::EarlierList(event) => {
                if let (Some(earlier), Event::Select { row, .. } | Event::Activate(row)) = (&mut self.earlier, event) {
                    earlier.cursor = row;
                }
                Step::none()
            }
            Message::TakeBack if self.busy || !may(scene) => Step::none(),
            Message::TakeBack => {
                let merge = self.earlier.as_ref().and_then(earlier::State::current);
                let Some(id) = merge.filter(|merge| merge.past.can_be_undone).map(|merge| merge.past.id) else {
                    return Step::none();
                };
                self.busy = true;
                let answer = scene.office.write(move |desk| merging::undo(desk, id).map(drop));
                Step::task(Task::perform(answer, move |done| {
                    Message::TakenBack(done.map_err(|error| Problem::new(&error, lang)))
                }))
            }
            Message::TakenBack(done) => {
                self.busy = false;
                match done {
                    Ok(()) => {
                        let said = Action::Saved(t!(lang, "merge-taken-back"));
                        let task = Task::batch([read_earlier(scene), self.look(scene)]);
                        Step { task, actions: vec![said] }
                    }
                    Err(problem) => Step::ask(Action::Problem(problem)),
                }
            }
            Message::Back if self.earlier.is_some() => {
                self.earlier = None;
                Step::task(focus(pairs::LIST))
            }
            Message::Back if self.compared.is_some() && !self.only_two => {
                self.compared = None;
                Step::task(focus(pairs::LIST))
            }
            Message::Back => {
                self.progress.cancel();
                Step::ask(Action::Close)
            }
        }
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Save if self.compared.is_some() => self.update(Message::Merge, scene),
            Command::Escape => self.update(Message::Back, scene),
            Command::Save
            | Command::Open
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

    fn compare(&mut self, row: usize, scene: &Scene) -> Step<Message> {
        self.cursor = row;
        let Some((first, second)) = self.pair() else { return Step::none() };
        self.busy = true;
        Step::task(plan(first, second, scene))
    }

    /// Returns the two cards in question: those compared, or the pair that the keyboard is on.
    fn pair(&self) -> Option<(person::Id, person::Id)> {
        if let Some(Compared { plan, .. }) = &self.compared {
            return Some((plan.kept.id, plan.gone.id));
        }
        let pair = self.found.as_ref()?.pairs.get(self.cursor)?;
        Some((pair.first.id, pair.second.id))
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        if let Some(earlier) = &self.earlier {
            return earlier::view(earlier, self.busy, scene);
        }
        match &self.compared {
            Some(compared) => compare::view(compared, self.busy, self.only_two, scene),
            None => pairs::view(self, scene),
        }
    }
}

/// Asks for the merges of before.
fn read_earlier(scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    let answer = scene.office.read(|desk| merging::earlier(desk, LISTED));
    Task::perform(answer, move |merges| Message::EarlierRead(merges.map_err(|error| Problem::new(&error, lang))))
}

/// Asks what making two cards one would do.
fn plan(kept: person::Id, gone: person::Id, scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    let answer = scene.office.read(move |desk| merging::plan(desk, kept, gone));
    Task::perform(answer, move |plan| Message::Planned(Box::new(plan.map_err(|error| Problem::new(&error, lang)))))
}

fn may(scene: &Scene) -> bool {
    scene.office.user().may(Right::Merge)
}
