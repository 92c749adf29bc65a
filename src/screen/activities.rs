//! Activities with a person or a company: the section under a card, the form to write one, and the call that runs.
//!
//! What one does most here, and what it takes:
//! 1. Write down what was said: Ctrl+J and one letter, type, Ctrl+S.
//! 2. Call: one click on the number; the time runs by itself, and goes on while other cards are looked at.
//! 3. Tick a task off: one click, or Space.
//!
//! A screen keeps one [`Activities`] and tells it whose card is shown.

mod form;
mod kept;
#[cfg(test)]
mod tests;
mod view;

use std::time::Duration;

use iced::widget::operation;
use iced::{Subscription, Task};

use super::{Action, Scene, Step};
use crate::model::activity::{Activity, Filter, Id, Line};
use crate::model::change::Changes;
use crate::model::user::Right;
use crate::model::{Invalid, Moment, list};
use crate::office::Error;
use crate::office::activities::{self, Of, Page};
use crate::office::problem::{Kind, Problem};
use crate::t;
use crate::vault::Slot;
use form::{Edit, Form};

/// How many activities are read at once.
const PAGE: usize = 50;
/// The id of the button that stays with what is typed.
const STAY: &str = "activity-stay";
/// The id of what takes the letter after Ctrl+J.
const CHOOSER: &str = "activity-chooser";

/// The kinds one can add, in the order in which they are offered.
const KINDS: [list::Id; 5] =
    [list::ACTIVITY_NOTE, list::ACTIVITY_CALL, list::ACTIVITY_MEETING, list::ACTIVITY_TASK, list::ACTIVITY_EMAIL];

/// A period to look back on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Period {
    #[default]
    Any,
    Month,
    HalfYear,
    Year,
}

impl Period {
    const ALL: [Self; 3] = [Self::Month, Self::HalfYear, Self::Year];

    fn days(self) -> Option<i64> {
        match self {
            Self::Any => None,
            Self::Month => Some(30),
            Self::HalfYear => Some(183),
            Self::Year => Some(365),
        }
    }
}

/// The activities of whoever's card is shown, what is being written, and the call that runs.
#[derive(Debug, Default)]
pub struct Activities {
    shown: Option<(Of, String)>,
    reading: u64,
    /// How many savings were begun.
    savings: u64,
    page: Option<Page>,
    limit: usize,
    kind: Option<list::Id>,
    period: Period,
    /// The activity whose whole text is shown.
    open: Option<Id>,
    is_choosing: bool,
    form: Option<Form>,
    call: Option<Form>,
    now: Moment,
    /// Whether nothing can be written: the card is restricted.
    is_read_only: bool,
}

/// Which of the two forms is meant: what is being written on the card shown, or the call, whose card may be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// What is being written.
    Form,
    /// The call.
    Call,
}

/// Why an activity was not saved.
#[derive(Debug, Clone)]
pub enum Failure {
    /// Fields are wrong.
    Invalid(Vec<Invalid>),
    /// Anything else.
    Problem(Problem),
}

/// What happens to activities.
#[derive(Debug, Clone)]
pub enum ActivitiesMessage {
    /// A page was read.
    Read(u64, Result<Page, Problem>),
    /// The kinds are to be offered for a letter.
    Choose,
    /// Nothing is to be added after all.
    Unchoose,
    /// A new one of a kind is to be written.
    New(list::Id),
    /// Something was typed or chosen.
    Change(Sheet, Edit),
    /// What was typed is to be saved.
    Save(Sheet),
    /// The office answered to the saving of that number.
    Saved(Sheet, u64, Result<Box<Activity>, Failure>),
    /// The form is to be left.
    Leave(Sheet),
    /// The form is to be left, whatever was typed.
    Discard(Sheet),
    /// The form is not to be left after all.
    Stay(Sheet),
    /// The whole text is to be shown, or no longer.
    Open(Id),
    /// An activity is to be edited.
    Edit(Id),
    /// An activity is to be removed.
    Remove(Id),
    /// The office answered to removing.
    Removed(Result<(), Problem>),
    /// Something was done, or was not done after all.
    Done(Id, bool),
    /// The office answered to a tick.
    Ticked(Result<(), Problem>),
    /// Only one kind is to be shown.
    OfKind(Option<list::Id>),
    /// Only one period is to be shown, counted from 0; none for all.
    Within(Option<usize>),
    /// More are to be shown.
    More,
    /// The call has ended.
    Stop,
    /// The card of whom one is speaking with is to be shown.
    GoToCall,
    /// A person's card is to be shown.
    GoTo(crate::model::person::Id),
    /// A second has passed.
    Tick,
}

/// What activities ask of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivitiesAsk {
    /// What was to be done after saving can be done.
    Saved,
    /// It could not be saved.
    NotSaved,
    /// The keyboard goes back to the card.
    Left,
}

type Message = ActivitiesMessage;
type Done = (Step<Message>, Option<ActivitiesAsk>);

fn quietly(step: Step<Message>) -> Done {
    (step, None)
}

impl Activities {
    /// Shows somebody's activities. What runs goes on; what was being written must have been saved or given up.
    pub fn show(&mut self, of: Of, name: String, scene: &Scene) -> Task<Message> {
        if self.shown.as_ref().is_some_and(|(shown, _)| *shown == of) {
            self.shown = Some((of, name));
            return Task::none();
        }
        let Self { call, now, reading, savings, .. } = std::mem::take(self);
        *self = Self { call, now, reading, savings, limit: PAGE, shown: Some((of, name)), ..Self::default() };
        self.read(scene)
    }

    /// Shows nobody's activities.
    pub fn hide(&mut self) {
        let Self { call, now, reading, savings, .. } = std::mem::take(self);
        *self = Self { call, now, reading: reading + 1, savings, ..Self::default() };
    }

    /// Learns whether nothing can be written on the card.
    pub fn set_read_only(&mut self, is_read_only: bool) {
        self.is_read_only = is_read_only;
    }

    fn may_write(&self, scene: &Scene) -> bool {
        scene.office.user().may(Right::Edit) && !self.is_read_only
    }

    /// Learns the name on the card, once it is known.
    pub fn set_name(&mut self, of: Of, new: &str) {
        if let Some((shown, name)) = &mut self.shown
            && *shown == of
        {
            new.clone_into(name);
        }
    }

    /// Shows the whole text of an activity, whatever the filter says.
    pub fn point_at(&mut self, id: Id, scene: &Scene) -> Task<Message> {
        self.open = Some(id);
        self.limit = self.limit.max(10 * PAGE);
        (self.kind, self.period) = (None, Period::Any);
        self.read(scene)
    }

    /// Returns whether something is being written that would be lost.
    pub fn is_unsaved(&self) -> bool {
        self.form.as_ref().is_some_and(Form::is_changed)
    }

    /// Returns whether a form is open, or the kinds are offered: Escape leaves it then.
    pub fn is_writing(&self) -> bool {
        self.form.is_some() || self.is_choosing || self.shows_call()
    }

    /// Returns whether a call runs or is being written down, on whatever card.
    pub fn is_calling(&self) -> bool {
        self.call.is_some()
    }

    /// Forgets what is being written. A call goes on.
    pub fn discard(&mut self) {
        self.form = None;
        self.is_choosing = false;
    }

    /// Returns what moves the clock of a call.
    pub fn subscription(&self) -> Subscription<Message> {
        if self.call.as_ref().is_some_and(|call| call.running.is_some()) {
            iced::time::every(Duration::from_secs(1)).map(|_| Message::Tick)
        } else {
            Subscription::none()
        }
    }

    /// Begins to note a call to a number, unless one is being noted already.
    pub fn call(&mut self, number: String, scene: &Scene) -> Step<Message> {
        let Some((of, name)) = &self.shown else { return Step::none() };
        if !self.may_write(scene) {
            return Step::none();
        }
        if let Some(call) = &self.call {
            let words = t!(scene.lang, "call-already", name = call.name.as_str());
            return Step::ask(Action::Hint(words));
        }
        let mut form = Form::new(*of, name.clone(), list::ACTIVITY_CALL, scene);
        self.now = Moment::now();
        form.running = Some((self.now, number));
        self.call = Some(form);
        Step::task(focus(form::text_id(Sheet::Call)))
    }

    /// Saves what is being written, or the call where nothing else is.
    pub fn save(&mut self, scene: &Scene) -> Done {
        if self.form.is_some() {
            self.save_sheet(Sheet::Form, scene)
        } else if self.shows_call() {
            self.save_sheet(Sheet::Call, scene)
        } else {
            quietly(Step::none())
        }
    }

    /// Leaves what is open, and asks where something would be lost.
    pub fn leave(&mut self, scene: &Scene) -> Done {
        if self.is_choosing {
            self.update(Message::Unchoose, scene)
        } else if self.form.is_some() {
            self.update(Message::Leave(Sheet::Form), scene)
        } else {
            self.update(Message::Leave(Sheet::Call), scene)
        }
    }

    /// Reads anew what a write changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        if changes.activities || changes.everything { self.read(scene) } else { Task::none() }
    }

    fn shows_call(&self) -> bool {
        match (&self.call, &self.shown) {
            (Some(call), Some((of, _))) => call.of == *of,
            _ => false,
        }
    }

    fn sheet(&mut self, sheet: Sheet) -> &mut Option<Form> {
        match sheet {
            Sheet::Form => &mut self.form,
            Sheet::Call => &mut self.call,
        }
    }

    fn read(&mut self, scene: &Scene) -> Task<Message> {
        let Some((of, _)) = &self.shown else { return Task::none() };
        self.reading += 1;
        let (reading, of, limit, lang) = (self.reading, *of, self.limit, scene.lang);
        let since = self.period.days().map(|days| Moment(Moment::now().0 - days * 86_400_000));
        let filter = Filter { kind: self.kind, since, until: None };
        let page = scene.office.latest(slot(of), move |desk| activities::page(desk, of, &filter, limit, 0));
        Task::perform(page, move |page| Message::Read(reading, page.map_err(|error| Problem::new(&error, lang))))
    }

    fn line(&self, id: Id) -> Option<&Line> {
        self.page.as_ref()?.lines.iter().find(|line| line.activity.id == id)
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Done {
        match message {
            Message::Read(reading, _) if reading != self.reading => quietly(Step::none()),
            Message::Read(_, Ok(page)) => {
                self.page = Some(page);
                quietly(Step::none())
            }
            Message::Read(_, Err(problem)) if problem.kind == Kind::Dropped => quietly(Step::none()),
            // The card is closed, and says so itself.
            Message::Read(_, Err(problem)) if problem.kind == Kind::Refused => {
                self.page = None;
                quietly(Step::none())
            }
            Message::Read(_, Err(problem)) => quietly(Step::ask(Action::Problem(problem))),
            Message::Choose => {
                let may = self.shown.is_some() && self.form.is_none() && self.may_write(scene);
                self.is_choosing = may;
                quietly(Step::task(if may { focus(CHOOSER) } else { Task::none() }))
            }
            Message::Unchoose => {
                self.is_choosing = false;
                (Step::none(), Some(ActivitiesAsk::Left))
            }
            Message::New(kind) => {
                self.is_choosing = false;
                if self.is_unsaved() || !self.may_write(scene) {
                    return quietly(Step::none());
                }
                let Some((of, name)) = &self.shown else { return quietly(Step::none()) };
                let form = Form::new(*of, name.clone(), kind, scene);
                let first = form.first(Sheet::Form);
                self.form = Some(form);
                quietly(Step::task(focus(first)))
            }
            Message::Change(sheet, edit) => {
                if let Some(form) = self.sheet(sheet) {
                    form.apply(edit);
                    if !form.wrong.is_empty() {
                        form.wrong = wrong(form.content(scene).err().unwrap_or_default());
                    }
                }
                quietly(Step::none())
            }
            Message::Save(sheet) => self.save_sheet(sheet, scene),
            Message::Saved(sheet, number, answer) => self.saved((sheet, number), answer),
            Message::Leave(sheet) => {
                let Some(form) = self.sheet(sheet) else { return quietly(Step::none()) };
                if form.is_leaving {
                    // Escape, pressed once more: nothing is thrown away by it.
                    return self.update(Message::Stay(sheet), scene);
                }
                if form.is_changed() {
                    form.is_leaving = true;
                    // The form may be higher than the window, and the question is at its foot.
                    return quietly(Step::task(crate::widget::focus::show(STAY)));
                }
                *self.sheet(sheet) = None;
                (Step::none(), Some(ActivitiesAsk::Left))
            }
            Message::Discard(sheet) => {
                *self.sheet(sheet) = None;
                (Step::none(), Some(ActivitiesAsk::Left))
            }
            Message::Stay(sheet) => {
                let Some(form) = self.sheet(sheet) else { return quietly(Step::none()) };
                form.is_leaving = false;
                let first = form.first(sheet);
                quietly(Step::task(focus(first)))
            }
            Message::Open(id) => {
                self.open = if self.open == Some(id) { None } else { Some(id) };
                quietly(Step::none())
            }
            Message::Edit(id) => {
                let (Some(line), false) = (self.line(id), self.is_unsaved()) else { return quietly(Step::none()) };
                let Some((of, name)) = &self.shown else { return quietly(Step::none()) };
                let form = Form::of(&line.activity, *of, name.clone(), scene);
                let first = form.first(Sheet::Form);
                self.form = Some(form);
                quietly(Step::task(focus(first)))
            }
            Message::Remove(id) => {
                let lang = scene.lang;
                let removed = scene.office.write(move |desk| activities::remove(desk, id));
                quietly(Step::task(Task::perform(removed, move |removed| {
                    Message::Removed(removed.map(drop).map_err(|error| Problem::new(&error, lang)))
                })))
            }
            Message::Removed(Ok(())) => (Step::ask(Action::Changed), Some(ActivitiesAsk::Left)),
            Message::Done(id, is_done) => {
                let lang = scene.lang;
                let ticked = scene.office.write(move |desk| activities::set_done(desk, id, is_done));
                quietly(Step::task(Task::perform(ticked, move |ticked| {
                    Message::Ticked(ticked.map(drop).map_err(|error| Problem::new(&error, lang)))
                })))
            }
            Message::Ticked(Ok(())) => quietly(Step::ask(Action::Changed)),
            Message::Removed(Err(problem)) | Message::Ticked(Err(problem)) => {
                quietly(Step::task(self.read(scene)).and(Action::Problem(problem)))
            }
            Message::OfKind(kind) => {
                self.kind = kind;
                quietly(Step::task(self.read(scene)))
            }
            Message::Within(period) => {
                self.period = period.and_then(|place| Period::ALL.get(place)).copied().unwrap_or_default();
                quietly(Step::task(self.read(scene)))
            }
            Message::More => {
                self.limit += PAGE;
                quietly(Step::task(self.read(scene)))
            }
            Message::Stop => {
                let now = Moment::now();
                if let Some(call) = &mut self.call {
                    call.stop(now, scene);
                }
                quietly(Step::none())
            }
            Message::GoToCall => {
                let Some(call) = &self.call else { return quietly(Step::none()) };
                quietly(Step::ask(match call.of {
                    Of::Person(person) => Action::OpenPerson(person),
                    Of::Company(company) => Action::OpenCompany(company),
                }))
            }
            Message::GoTo(person) => quietly(Step::ask(Action::OpenPerson(person))),
            Message::Tick => {
                self.now = Moment::now();
                quietly(Step::none())
            }
        }
    }

    fn save_sheet(&mut self, sheet: Sheet, scene: &Scene) -> Done {
        let (now, lang, number) = (Moment::now(), scene.lang, self.savings + 1);
        let Some(form) = self.sheet(sheet) else { return quietly(Step::none()) };
        if form.is_saving() {
            return quietly(Step::none());
        }
        form.stop(now, scene);
        let content = match form.content(scene) {
            Ok(content) => content,
            Err(invalid) => {
                form.wrong = wrong(invalid);
                return (Step::none(), Some(ActivitiesAsk::NotSaved));
            }
        };
        form.wrong.clear();
        form.is_leaving = false;
        form.send(number);
        let edits = form.edits;
        self.savings = number;
        let saved = scene.office.write(move |desk| match edits {
            Some((id, seen)) => activities::save(desk, id, content, seen),
            None => activities::add(desk, content),
        });
        quietly(Step::task(Task::perform(saved, move |saved| {
            let failed = |error: Error| {
                if let Error::Invalid(invalid) = error {
                    Failure::Invalid(invalid)
                } else {
                    Failure::Problem(Problem::new(&error, lang))
                }
            };
            Message::Saved(sheet, number, saved.map(Box::new).map_err(failed))
        })))
    }

    fn saved(&mut self, sent: (Sheet, u64), answer: Result<Box<Activity>, Failure>) -> Done {
        let (sheet, number) = sent;
        // Another may stand in its place by now, which this answer is not about.
        let form = self.sheet(sheet).as_mut().filter(|form| form.was_sent_as(number));
        match answer {
            Ok(activity) => {
                let ask = match form.map(|form| form.saved(&activity)) {
                    Some(true) => Some(ActivitiesAsk::NotSaved),
                    Some(false) => {
                        *self.sheet(sheet) = None;
                        Some(ActivitiesAsk::Saved)
                    }
                    None => None,
                };
                (Step::ask(Action::Changed), ask)
            }
            Err(failure) => {
                let ask = form.is_some().then_some(ActivitiesAsk::NotSaved);
                let (invalid, step) = match failure {
                    Failure::Invalid(invalid) => (invalid, Step::none()),
                    Failure::Problem(problem) => (Vec::new(), Step::ask(Action::Problem(problem))),
                };
                if let Some(form) = form {
                    form.sent = None;
                    form.wrong = wrong(invalid);
                }
                (step, ask)
            }
        }
    }
}

/// Returns where a newer question about somebody's activities replaces the older. A person's card and a company's are
/// open side by side, and neither is to take the other's answer away.
fn slot(of: Of) -> Slot {
    match of {
        Of::Person(_) => Slot("a person's activities"),
        Of::Company(_) => Slot("a company's activities"),
    }
}

fn wrong(invalid: Vec<Invalid>) -> std::collections::BTreeMap<crate::model::field::Field, crate::model::Reason> {
    invalid.into_iter().map(|one| (one.field, one.reason)).collect()
}

/// The id of the button that saves what is being written.
const SAVE: &str = "activity-save";

/// Puts the keyboard on something and scrolls it into view, with the whole form where there is room for it.
fn focus(id: &'static str) -> Task<Message> {
    let reveal = || iced::advanced::widget::operate(crate::widget::focus::reveal());
    let end = operation::focus(SAVE).chain(reveal());
    end.chain(operation::focus(id)).chain(reveal())
}
