//! Changing many cards at once: what is to be changed, what that would do, and taking it back.
//!
//! What is done most, each one key or one click: a row says what is changed; Ctrl+S goes on to the plan, and there
//! carries it out; *Take back* undoes it, at once or next week.

mod past;
mod plan;
mod result;
mod rows;

use std::sync::Arc;
use std::time::Duration;

use iced::Task;
use iced::widget::operation::focus;

use crate::model::mass_edit::{Edit, Id, Of, Past, Which};
use crate::model::user::Right;
use crate::model::{criteria, list};
use crate::office::mass_edit::{self, Done, Held, Plan, Shown, Sort, Undone};
use crate::office::problem::{Kind, Problem};
use crate::office::subject::{self, Subject};
use crate::office::{Desk, Error, Progress};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::widget::dialog::Card;
use crate::widget::long_list::Event;
use rows::Draft;

/// The widest the dialog gets, in pixels.
const WIDTH: f32 = 920.0;
/// How many records the sample shows at once.
const PAGE: usize = 10;
/// How many of those that are held back are named.
const NAMED: usize = 200;
/// How often it is said how far the work is.
const OFTEN: Duration = Duration::from_millis(150);

/// The dialog's state.
#[derive(Debug)]
pub struct State {
    subject: Option<Subject>,
    about: Option<About>,
    /// Which of the activities are changed; none for the cards.
    activities: Option<Activities>,
    drafts: Vec<Draft>,
    stage: Stage,
    /// What is wrong with what was typed.
    problem: Option<String>,
}

/// What was read of whom it is about.
#[derive(Debug, Clone)]
pub struct About {
    of: criteria::Of,
    name: String,
    count: usize,
    fields: Vec<(crate::model::field::Field, Sort)>,
    of_activities: Vec<(crate::model::field::Field, Sort)>,
}

/// Which activities are meant, as it was typed.
#[derive(Debug, Clone, Default)]
struct Activities {
    kind: Option<list::Id>,
    since: String,
    until: String,
}

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// It is said what to change.
    Rows,
    /// It is worked out what that would do.
    Planning(Arc<Progress>),
    /// That is shown.
    Plan(Box<Planned>),
    /// It is done.
    Running(Arc<Progress>),
    /// It was done.
    Done(Box<Finished>),
    /// The edits of before are listed.
    Past { past: Option<Vec<Past>>, cursor: usize, running: Option<Arc<Progress>> },
    /// One of them was taken back.
    TakenBack(Box<GivenBack>),
}

/// A plan, with what is shown of it.
#[derive(Debug, Clone)]
pub struct Planned {
    plan: Plan,
    sample: Vec<Shown>,
    /// From which record on the sample goes.
    offset: usize,
    names: Vec<Option<String>>,
    cursor: usize,
    held_cursor: usize,
}

/// What came of an edit, with the names of those that were held back.
#[derive(Debug, Clone)]
pub struct Finished {
    done: Done,
    names: Vec<Option<String>>,
}

/// What was given back, with the names of those that keep something.
#[derive(Debug, Clone)]
pub struct GivenBack {
    undone: Undone,
    names: Vec<Option<String>>,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Whom it is about was read, or not.
    Loaded(Box<Result<About, Problem>>),
    /// The activities are to be changed, or the cards.
    Activities(bool),
    /// Only activities of a kind.
    Kind(Option<list::Id>),
    /// Not before a day.
    Since(String),
    /// Not after a day.
    Until(String),
    /// In a row.
    Row(usize, rows::Message),
    /// A further row.
    Add,
    /// A row less.
    Remove(usize),
    /// On to the plan.
    Plan,
    /// It was worked out, or not.
    Planned(Box<Result<Planned, Problem>>),
    /// Another page of the sample.
    Page(usize),
    /// It was read, or not.
    Paged(usize, Result<Vec<Shown>, Problem>),
    /// Something was done to the sample.
    Sample(Event),
    /// Something was done to the list of those that are held back.
    Held(Event),
    /// Carries it out.
    Go,
    /// Time has passed.
    Tick,
    /// It was carried out, or not.
    Done(Box<Result<Finished, Problem>>),
    /// An edit is to be taken back.
    TakeBack(Id),
    /// It was, or not.
    TakenBack(Box<Result<GivenBack, Problem>>),
    /// The edits of before were read, or not.
    Past(Result<Vec<Past>, Problem>),
    /// Something was done to their list.
    Pasts(Event),
    /// The edits of before are to be listed.
    List,
    /// One step back, or stops what goes on.
    Back,
    /// The dialog is done.
    Close,
}

impl State {
    /// Begins with what is to be changed.
    pub fn new(subject: Subject, scene: &Scene) -> (Self, Task<Message>) {
        let lang = scene.lang;
        let asked = subject.clone();
        let about = scene.office.read(move |desk| {
            let whom = subject::resolve(desk, &asked)?;
            let of = match whom.of {
                criteria::Of::Persons => Of::Persons,
                criteria::Of::Companies => Of::Companies,
            };
            Ok(About {
                of: whom.of,
                count: whom.ids.len() + whom.held.len(),
                name: whom.name,
                fields: mass_edit::fields(desk, of)?,
                of_activities: mass_edit::fields(desk, Of::Activities)?,
            })
        });
        let task = Task::perform(about, move |about| {
            Message::Loaded(Box::new(about.map_err(|error| Problem::new(&error, lang))))
        });
        let state = Self {
            subject: Some(subject),
            about: None,
            activities: None,
            drafts: vec![Draft::default()],
            stage: Stage::Rows,
            problem: None,
        };
        (state, task)
    }

    /// Lists the edits of before.
    pub fn past(scene: &Scene) -> (Self, Task<Message>) {
        let state = Self {
            subject: None,
            about: None,
            activities: None,
            drafts: Vec::new(),
            stage: Stage::Past { past: None, cursor: 0, running: None },
            problem: None,
        };
        (state, read_past(scene))
    }

    /// Answers whether something is being changed, which must come to its end first.
    pub fn is_running(&self) -> bool {
        matches!(self.stage, Stage::Running(_) | Stage::Past { running: Some(_), .. })
    }

    /// Answers whether something said would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        match self.stage {
            Stage::Rows => self.drafts.iter().any(Draft::is_begun),
            Stage::Planning(_) | Stage::Plan(_) | Stage::Running(_) => true,
            Stage::Done(_) | Stage::Past { .. } | Stage::TakenBack(_) => false,
        }
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Save => match self.stage {
                Stage::Rows => self.update(Message::Plan, scene),
                Stage::Plan(_) => self.update(Message::Go, scene),
                Stage::Planning(_) | Stage::Running(_) | Stage::Done(_) | Stage::Past { .. } | Stage::TakenBack(_) => {
                    Step::none()
                }
            },
            Command::Escape => self.update(Message::Back, scene),
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
        let lang = scene.lang;
        match message {
            Message::Loaded(about) => match *about {
                Ok(about) => {
                    self.about = Some(about);
                    return Step::task(focus(rows::FIRST));
                }
                Err(problem) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            },
            Message::Activities(are_meant) => {
                self.activities = are_meant.then(Activities::default);
                self.drafts = vec![Draft::default()];
                self.problem = None;
            }
            Message::Kind(kind) => self.with_activities(|asked| asked.kind = kind),
            Message::Since(typed) => self.with_activities(|asked| asked.since = typed),
            Message::Until(typed) => self.with_activities(|asked| asked.until = typed),
            Message::Row(place, message) => {
                self.problem = None;
                let is_of_activities = self.activities.is_some();
                if let (Some(about), Some(draft)) = (&self.about, self.drafts.get_mut(place)) {
                    draft.update(message, about.fields(is_of_activities));
                }
            }
            Message::Add => {
                self.drafts.push(Draft::default());
                return Step::task(focus(rows::last(self.drafts.len())));
            }
            Message::Remove(place) if place < self.drafts.len() && self.drafts.len() > 1 => {
                self.drafts.remove(place);
            }
            Message::Remove(_) => {}
            Message::Plan => return self.make_plan(scene),
            Message::Planned(planned) => {
                self.stage = Stage::Rows;
                match *planned {
                    Ok(planned) => {
                        let any = !planned.plan.changing.is_empty();
                        self.stage = Stage::Plan(Box::new(planned));
                        return Step::task(focus(if any { plan::GO } else { plan::BACK }));
                    }
                    Err(problem) if problem.kind == Kind::Cancelled => {}
                    Err(problem) => self.problem = Some(problem.message),
                }
            }
            Message::Page(offset) => {
                let Stage::Plan(planned) = &self.stage else { return Step::none() };
                let plan = planned.plan.clone();
                let page = scene.office.read(move |desk| mass_edit::sample(desk, &plan, PAGE, offset));
                return Step::task(Task::perform(page, move |page| {
                    Message::Paged(offset, page.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Paged(offset, Ok(sample)) => {
                if let Stage::Plan(planned) = &mut self.stage {
                    (planned.offset, planned.sample, planned.cursor) = (offset, sample, 0);
                }
            }
            Message::Paged(_, Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Sample(Event::Select { row, .. } | Event::Activate(row)) => {
                if let Stage::Plan(planned) = &mut self.stage {
                    planned.cursor = row;
                }
            }
            Message::Held(Event::Select { row, .. } | Event::Activate(row)) => {
                if let Stage::Plan(planned) = &mut self.stage {
                    planned.held_cursor = row;
                }
            }
            Message::Sample(_) | Message::Held(_) => {}
            Message::Go => return self.go(scene),
            Message::Tick if self.is_running() || matches!(self.stage, Stage::Planning(_)) => {
                return Step::task(tick());
            }
            Message::Tick => {}
            Message::Done(done) => match *done {
                Ok(finished) => {
                    self.stage = Stage::Done(Box::new(finished));
                    return Step::task(focus(result::CLOSE));
                }
                Err(problem) => {
                    self.stage = Stage::Rows;
                    if problem.kind == Kind::Cancelled {
                        self.problem = Some(problem.message);
                    } else {
                        return Step::ask(Action::Problem(problem));
                    }
                }
            },
            Message::TakeBack(id) => return self.take_back(id, scene),
            Message::TakenBack(done) => match *done {
                Ok(given) => {
                    self.stage = Stage::TakenBack(Box::new(given));
                    return Step::task(focus(result::CLOSE));
                }
                Err(problem) => {
                    let list = self.update(Message::List, scene);
                    return if problem.kind == Kind::Cancelled { list } else { list.and(Action::Problem(problem)) };
                }
            },
            Message::List => {
                self.stage = Stage::Past { past: None, cursor: 0, running: None };
                return Step::task(read_past(scene));
            }
            Message::Past(Ok(known)) => {
                if let Stage::Past { past, cursor, .. } = &mut self.stage {
                    *cursor = (*cursor).min(known.len().saturating_sub(1));
                    *past = Some(known);
                    return Step::task(focus(past::LIST));
                }
            }
            Message::Past(Err(problem)) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::Pasts(Event::Select { row, .. } | Event::Activate(row)) => {
                if let Stage::Past { cursor, .. } = &mut self.stage {
                    *cursor = row;
                }
            }
            Message::Pasts(_) => {}
            Message::Back => return self.back(),
            Message::Close => return self.close(),
        }
        Step::none()
    }

    /// Leaves; what was changed is said with a way to take it back.
    fn close(&self) -> Step<Message> {
        let close = Step::ask(Action::Close);
        if let Stage::Done(_) = self.stage { close.and(Action::Changed) } else { close }
    }

    fn with_activities(&mut self, change: impl FnOnce(&mut Activities)) {
        self.problem = None;
        if let Some(asked) = &mut self.activities {
            change(asked);
        }
    }

    fn back(&mut self) -> Step<Message> {
        match &self.stage {
            Stage::Planning(progress) | Stage::Running(progress) | Stage::Past { running: Some(progress), .. } => {
                progress.cancel();
                Step::none()
            }
            Stage::Plan(_) => {
                self.stage = Stage::Rows;
                Step::task(focus(rows::FIRST))
            }
            Stage::Rows | Stage::Done(_) | Stage::Past { running: None, .. } | Stage::TakenBack(_) => self.close(),
        }
    }

    /// Returns what is to be changed; none where something is not said yet.
    fn edit(&self, scene: &Scene) -> Option<Edit> {
        let about = self.about.as_ref()?;
        let fields = about.fields(self.activities.is_some());
        let rows = self.drafts.iter().map(|draft| draft.row(fields, scene)).collect::<Option<Vec<_>>>()?;
        let activities = match &self.activities {
            None => None,
            Some(asked) => {
                let day = |typed: &str| match typed.trim() {
                    "" => Some(None),
                    typed => crate::i18n::parse_date(scene.lang, typed, scene.today()).map(Some),
                };
                Some(Which { kind: asked.kind, since: day(&asked.since)?, until: day(&asked.until)? })
            }
        };
        Some(Edit { activities, rows })
    }

    fn make_plan(&mut self, scene: &Scene) -> Step<Message> {
        let (Some(subject), Some(edit), Stage::Rows) = (self.subject.clone(), self.edit(scene), &self.stage) else {
            return Step::none();
        };
        let lang = scene.lang;
        let progress = Arc::new(Progress::default());
        self.stage = Stage::Planning(Arc::clone(&progress));
        let planned = scene.office.read(move |desk| {
            let plan = mass_edit::plan(desk, &subject, &edit, &progress)?;
            let sample = mass_edit::sample(desk, &plan, PAGE, 0)?;
            let names = names(desk, plan.of, &plan.held)?;
            Ok(Planned { plan, sample, offset: 0, names, cursor: 0, held_cursor: 0 })
        });
        let planned = Task::perform(planned, move |planned| {
            Message::Planned(Box::new(planned.map_err(|error| Problem::new(&error, lang))))
        });
        Step::task(Task::batch([planned, tick()]))
    }

    fn go(&mut self, scene: &Scene) -> Step<Message> {
        let (Some(subject), Stage::Plan(planned)) = (self.subject.clone(), &self.stage) else { return Step::none() };
        if planned.plan.changing.is_empty() || !scene.office.user().may(Right::MassEdit) {
            return Step::none();
        }
        let (lang, edit) = (scene.lang, planned.plan.edit.clone());
        let progress = Arc::new(Progress::default());
        self.stage = Stage::Running(Arc::clone(&progress));
        let done = scene.office.write(move |desk| {
            let done = mass_edit::carry_out(desk, &subject, &edit, &progress)?;
            let names = names(desk, done.of, &done.held)?;
            Ok(Finished { done, names })
        });
        let done = Task::perform(done, move |done: Result<_, Error>| {
            Message::Done(Box::new(done.map_err(|error| Problem::new(&error, lang))))
        });
        Step::task(Task::batch([done, tick()]))
    }

    fn take_back(&mut self, id: Id, scene: &Scene) -> Step<Message> {
        if self.is_running() || !scene.office.user().may(Right::MassEdit) {
            return Step::none();
        }
        let lang = scene.lang;
        let progress = Arc::new(Progress::default());
        let running = Some(Arc::clone(&progress));
        self.stage = match std::mem::replace(&mut self.stage, Stage::Rows) {
            Stage::Past { past, cursor, .. } => Stage::Past { past, cursor, running },
            Stage::Rows
            | Stage::Planning(_)
            | Stage::Plan(_)
            | Stage::Running(_)
            | Stage::Done(_)
            | Stage::TakenBack(_) => Stage::Past { past: None, cursor: 0, running },
        };
        let undone = scene.office.write(move |desk| {
            let undone = mass_edit::undo(desk, id, &progress)?;
            let names = names(desk, undone.of, &undone.held)?;
            Ok(GivenBack { undone, names })
        });
        let undone = Task::perform(undone, move |undone: Result<_, Error>| {
            Message::TakenBack(Box::new(undone.map_err(|error| Problem::new(&error, lang))))
        });
        Step::task(Task::batch([undone, tick()]))
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        match &self.stage {
            Stage::Rows => rows::view(self, scene),
            Stage::Planning(progress) => result::running(progress, t!(scene.lang, "mass-edit-planning"), scene),
            Stage::Plan(planned) => plan::view(planned, scene),
            Stage::Running(progress) => result::running(progress, t!(scene.lang, "mass-edit-running"), scene),
            Stage::Done(finished) => result::done(finished, scene),
            Stage::Past { running: Some(progress), .. } => {
                result::running(progress, t!(scene.lang, "mass-edit-taking-back"), scene)
            }
            Stage::Past { past, cursor, .. } => past::view(past.as_deref(), *cursor, scene),
            Stage::TakenBack(given) => result::taken_back(given, scene),
        }
    }
}

impl About {
    fn fields(&self, of_activities: bool) -> &[(crate::model::field::Field, Sort)] {
        if of_activities { &self.of_activities } else { &self.fields }
    }
}

fn names(desk: &Desk<'_>, of: Of, held: &[Held]) -> Result<Vec<Option<String>>, Error> {
    mass_edit::held(desk, of, &held[..held.len().min(NAMED)])
}

fn read_past(scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    let past = scene.office.read(|desk| mass_edit::list(desk));
    Task::perform(past, move |past| Message::Past(past.map_err(|error| Problem::new(&error, lang))))
}

fn tick() -> Task<Message> {
    Task::perform(async move { tokio::time::sleep(OFTEN).await }, |()| Message::Tick)
}
