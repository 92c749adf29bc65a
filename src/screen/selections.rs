//! The selections: the list of them at the left, the open one beside it, with who is in it and what decides that.
//!
//! What one does most here, and what it takes:
//! 1. See who is in a selection: one click on it; Enter opens a card.
//! 2. Make one (Ctrl+N): choose what is asked, type the value; the count follows, the sentence says what it means.
//! 3. Change what is asked: the tab Criteria, Ctrl+S.

mod builder;
mod charts;
mod details;
mod listed;
mod members;
mod opening;
mod pane;
mod questions;
mod saving;

use std::cell::Cell;

use iced::keyboard::{Key, key::Named};
use iced::widget::{Space, operation, responsive};
use iced::{Length, Task};

use super::{Action, Answer, Command, Mass, Scene, SelectionAsk, Step, list};
use crate::i18n::Lang;
use crate::model::Moment;
use crate::model::change::Changes;
use crate::model::criteria::Of;
use crate::model::selection::{Id, Kind, Members as Made, Operation, Ready, Selection, Visible};
use crate::model::user::{self, Right};
use crate::office::exporting::Who;
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::selections::charts::{Charts, Stands};
use crate::office::selections::{self, Moved, Used};
use crate::office::subject::Subject;
use crate::office::{Error, trash};
use crate::t;
use crate::theme::measure::RAIL;
use crate::theme::{Element, Theme};
use crate::vault::Slot;
use crate::widget::hotkeys::hotkeys;
use crate::widget::inert::inert;
use crate::widget::long_list::{Event, scroll_to};
use crate::widget::split::{self, split};
use builder::Builder;
use details::Form;
use listed::{Known, Row};
use members::Members;

/// Below this width of the window the open selection covers the list.
const COVERED: f32 = 1100.0 - RAIL;
/// How wide the list is beside an open selection, at first.
const LEFT: f32 = 360.0;
/// How narrow it can be made.
const NARROWEST: f32 = 300.0;
/// What an open selection needs beside the list.
const PANE: f32 = 560.0;

/// The place in the list of what goes from the trash soon. No selection has this identity.
const SOON: Id = Id(0);

/// The screen's state.
#[derive(Debug)]
pub struct State {
    known: Vec<Known>,
    /// The selections that criteria of the open one can name.
    others: Vec<Selection>,
    is_read: bool,
    typed: String,
    cursor: Option<Id>,
    open: Option<Open>,
    left: f32,
    asks: Option<Asks>,
    /// Tells answers about what was there before from those about what is there now.
    turn: u64,
    is_tight: Cell<bool>,
}

/// What is open.
#[derive(Debug)]
struct Open {
    target: Target,
    tab: Tab,
    made: Option<Made>,
    sentence: String,
    members: Members,
    builder: Option<Builder>,
    charts: Option<Box<Charts>>,
    form: Form,
    problem: Option<String>,
    is_busy: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Known(Id),
    New(Of),
}

/// A tab of the open selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Who is in it.
    Members,
    /// What decides that.
    Criteria,
    /// Its name and what else is said of it.
    Details,
    /// How they divide up.
    Charts,
}

impl Tab {
    const ALL: [Self; 4] = [Self::Members, Self::Criteria, Self::Charts, Self::Details];

    fn name(self, lang: Lang) -> String {
        match self {
            Self::Members => t!(lang, "selections-members"),
            Self::Criteria => t!(lang, "selections-criteria"),
            Self::Details => t!(lang, "card-tab-details"),
            Self::Charts => t!(lang, "selections-charts"),
        }
    }
}

/// What the screen asks.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asks {
    /// Is this one to be removed?
    Remove(Id),
    /// What is to become of what is typed, before this is done?
    Leave(Next),
}

/// What leaves the open selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Open(Id, bool),
    New(Of),
    Like,
    Narrow(Stands),
    Close,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// All selections were read, and how many cards go from the trash soon; none where the user does not see it.
    Read(Result<(Vec<Used>, Option<usize>), Problem>),
    /// How many are in one was answered.
    Counted(u64, usize, Result<Option<u64>, Problem>),
    /// The search is typed.
    Typed(String),
    /// Enter in the search field.
    Enter,
    /// In the list.
    List(Event),
    /// What the open one is was read.
    Opened(u64, Result<Box<Shown>, Problem>),
    /// Who is in it was read.
    Found(u64, Result<Vec<i64>, Problem>),
    /// How they divide up was counted.
    Charted(u64, Result<Box<Charts>, Problem>),
    /// A selection of those in a bar is to be begun.
    Narrow(Stands),
    /// In the list of its members.
    Members(members::Message),
    /// In the builder.
    Builder(builder::Message),
    /// In the form.
    Details(details::Message),
    /// Another tab.
    Tab(Tab),
    /// Another one is to be opened.
    Show(Id),
    /// A new one is to be made.
    New(Of),
    /// One like the open one is to be made.
    Like,
    /// Two are to be combined.
    Combine,
    /// Something is to be done to everybody in the open one, or to those who are ticked.
    Mass(Mass),
    /// A mailing to everybody in the open one is to be begun.
    Mailing,
    /// The open one is to be copied as a list.
    Copy,
    /// The one the keyboard is on is to be removed.
    Remove,
    /// Those who were taken out of the open one are out.
    TakenOut(Result<Box<Moved>, Problem>),
    /// What goes from the trash soon is to be shown there.
    Soon,
    /// It is to be removed indeed.
    RemoveNow,
    /// It was removed.
    Removed(Result<(), Problem>),
    /// The question was answered otherwise.
    Stay,
    /// What is typed is to be saved.
    Save,
    /// What is typed is to be as it was.
    Discard,
    /// It was saved.
    Saved(Result<Selection, Problem>),
    /// The question about what is typed was answered.
    Answered(Answer),
    /// The open one is to be closed.
    Close,
    /// The divider was moved.
    Divider(f32),
}

/// What is read of the open selection.
#[derive(Debug, Clone)]
pub struct Shown {
    made: Option<Made>,
    sentence: String,
    problem: Option<String>,
}

impl Open {
    fn new(target: Target, of: Of, form: Form) -> Self {
        Self {
            target,
            tab: Tab::Members,
            made: None,
            sentence: String::new(),
            members: Members::new(of),
            builder: None,
            charts: None,
            form,
            problem: None,
            is_busy: false,
        }
    }

    fn of(&self) -> Of {
        match (&self.target, &self.members) {
            (Target::New(of), _) => *of,
            (Target::Known(_), Members::Persons(_)) => Of::Persons,
            (Target::Known(_), Members::Companies(_)) => Of::Companies,
        }
    }

    fn is_own(&self) -> bool {
        matches!(self.target, Target::Known(id) if Ready::from_id(id).is_none() && id != SOON)
    }

    fn tabs(&self) -> Vec<Tab> {
        match self.target {
            Target::Known(_) => Tab::ALL.to_vec(),
            Target::New(_) => vec![Tab::Criteria],
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self {
            known: Vec::new(),
            others: Vec::new(),
            is_read: false,
            typed: String::new(),
            cursor: None,
            open: None,
            left: LEFT,
            asks: None,
            turn: 0,
            is_tight: Cell::new(false),
        }
    }
}

impl State {
    /// Gets ready to be shown.
    pub fn arrive(&mut self, scene: &Scene) -> Step<Message> {
        // What is counted first is asked of the file; what is asked later finds it in memory.
        let prepared = Task::future(scene.office.clone().prepare_selections()).discard();
        Step::task(Task::batch([Self::read(scene), operation::focus(listed::ROWS), prepared]))
    }

    fn read(scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        let until = scene.today().checked_add_days(chrono::Days::new(trash::SOON)).unwrap_or(scene.today());
        let read = scene.office.read(move |desk| {
            let soon = match trash::list(desk, "", Some(until), 0, 0) {
                Ok(page) => Some(page.total),
                Err(Error::Forbidden(_)) => None,
                Err(error) => return Err(error),
            };
            Ok((selections::catalogue(desk)?, soon))
        });
        Task::perform(read, move |read| Message::Read(read.map_err(|error| Problem::new(&error, lang))))
    }

    /// Opens a selection.
    pub fn show(&mut self, id: Id, scene: &Scene) -> Step<Message> {
        self.leave(Next::Open(id, false), scene)
    }

    /// Begins a new one.
    pub fn add(&mut self, scene: &Scene) -> Step<Message> {
        self.leave(Next::New(Of::Persons), scene)
    }

    /// Returns the subject of what is done here: those who are ticked, or everybody in the selection.
    pub fn subject(&self) -> Option<Subject> {
        let open = self.open.as_ref()?;
        let Target::Known(id) = open.target else { return None };
        if id == SOON {
            return None;
        }
        Some(open.members.ticked().unwrap_or(Subject::Selection(id)))
    }

    /// Returns whether something typed would be lost if the card file was closed.
    pub fn unsaved(&self, scene: &Scene) -> bool {
        let Some(open) = &self.open else { return false };
        let has_criteria = open.builder.as_ref().is_some_and(|builder| builder.is_changed(scene));
        match open.target {
            Target::New(_) => has_criteria || !open.form.name.trim().is_empty(),
            Target::Known(_) => self.shown().is_some_and(|known| {
                let has_criteria = has_criteria && open.is_own();
                may_change(&known.selection, scene) && (has_criteria || open.form.is_changed(&known.selection))
            }),
        }
    }

    /// Returns whether the screen asks something.
    pub fn is_asking(&self) -> bool {
        self.asks.is_some()
    }

    /// Takes the question back, because a larger one takes its place.
    pub fn stop_asking(&mut self) {
        self.asks = None;
    }

    /// Returns whether the foot of the builder is shown, which says what the criteria mean.
    pub fn shows_foot(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.tab == Tab::Criteria && open.builder.is_some())
    }

    fn shown(&self) -> Option<&Known> {
        let Some(Open { target: Target::Known(id), .. }) = &self.open else { return None };
        self.known.iter().find(|known| known.selection.id == *id)
    }

    fn current(&self) -> Option<&Known> {
        let id = self.cursor?;
        self.known.iter().find(|known| known.selection.id == id)
    }

    fn cursor_row(&self, rows: &[Row]) -> Option<usize> {
        let id = self.cursor?;
        rows.iter().position(|row| match row {
            Row::At(place) => self.known.get(*place).is_some_and(|known| known.selection.id == id),
            Row::Ready | Row::Own => false,
        })
    }

    /// Reads anew what a committed write may have changed, where the screen is in front.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene, is_in_front: bool) -> Step<Message> {
        if !is_in_front || changes.is_empty() {
            return Step::none();
        }
        let mut tasks = vec![Self::read(scene)];
        if let Some(open) = &mut self.open {
            tasks.push(open.members.changed(changes, scene).map(Message::Members));
        }
        Step::task(Task::batch(tasks))
    }

    /// Takes up lists, settings or a language that changed.
    pub fn scene_changed(&mut self, scene: &Scene, is_in_front: bool) -> Step<Message> {
        if !is_in_front {
            return Step::none();
        }
        let open = match self.open.as_ref().map(|open| open.target) {
            Some(Target::Known(id)) if !self.unsaved(scene) => self.read_open(id, scene),
            Some(Target::Known(_) | Target::New(_)) => {
                match self.open.as_mut().and_then(|open| open.builder.as_mut()) {
                    Some(builder) => builder.ask(scene).map(Message::Builder),
                    None => Task::none(),
                }
            }
            None => Task::none(),
        };
        Step::task(Task::batch([Self::read(scene), open]))
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if self.is_asking() {
            return Step::none();
        }
        match command {
            Command::FocusSearch => Step::task(operation::focus(listed::SEARCH)),
            Command::Open => match self.cursor {
                Some(SOON) => Step::ask(Action::TrashSoon),
                Some(id) => self.leave(Next::Open(id, true), scene),
                None => Step::none(),
            },
            Command::Edit => self.rename(scene),
            Command::Save => self.update(Message::Save, scene),
            Command::Escape if self.open.is_some() => self.leave(Next::Close, scene),
            Command::Escape if !self.typed.is_empty() => self.update(Message::Typed(String::new()), scene),
            Command::Tab(place) => match self.open.as_ref().and_then(|open| open.tabs().get(place).copied()) {
                Some(tab) => self.update(Message::Tab(tab), scene),
                None => Step::none(),
            },
            Command::Escape
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns
            | Command::Passage(_) => Step::none(),
        }
    }

    /// Goes to the name of the one the keyboard is on.
    fn rename(&mut self, scene: &Scene) -> Step<Message> {
        let Some(id) = self.cursor else { return Step::none() };
        let mut step = Step::none();
        if self.open.as_ref().is_none_or(|open| open.target != Target::Known(id)) {
            step = self.leave(Next::Open(id, true), scene);
        }
        if let Some(open) = self.open.as_mut().filter(|open| open.target == Target::Known(id)) {
            open.tab = Tab::Details;
            step.task = Task::batch([step.task, operation::focus(details::NAME)]);
        }
        step
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(Ok((read, soon))) => return Step::task(self.learn(read, soon, scene)),
            Message::Counted(turn, place, count) => return self.counted(turn, place, count, scene),
            Message::Typed(typed) => {
                self.typed = typed;
                if self.cursor_row(&self.rows()).is_none() {
                    self.cursor = self.first();
                }
            }
            Message::Enter => {
                if let Some(id) = self.first().filter(|_| !self.typed.trim().is_empty()).or(self.cursor) {
                    return self.leave(Next::Open(id, true), scene);
                }
            }
            Message::List(Event::Select { row, .. }) => return self.select(row, false, scene),
            Message::List(Event::Activate(row)) => return self.select(row, true, scene),
            Message::List(Event::All | Event::Visible(_)) => {}
            Message::Opened(turn, shown) => return self.opened(turn, shown, scene),
            Message::Found(turn, Ok(ids)) => {
                if let Some(open) = self.open.as_mut().filter(|_| turn == self.turn) {
                    return Step::task(open.members.show(ids, scene).map(Message::Members));
                }
            }
            // What is wrong with it the other tab says.
            Message::Found(turn, Err(problem)) => {
                if let Some(open) = self.open.as_mut().filter(|_| turn == self.turn)
                    && problem.kind != Trouble::Dropped
                {
                    return Step::task(open.members.show(Vec::new(), scene).map(Message::Members));
                }
            }
            Message::Members(
                members::Message::Persons(list::Message::TakeOut) | members::Message::Companies(list::Message::TakeOut),
            ) => return self.take_out(scene),
            Message::TakenOut(Ok(done)) => {
                let Moved { selection, moved, count, .. } = *done;
                let name = selection.name.as_str();
                let said = t!(scene.lang, "selections-left", name = name, moved = moved, count = count);
                return Step::ask(Action::Toast(said));
            }
            Message::Soon => return Step::ask(Action::TrashSoon),
            Message::Members(message) => {
                if let Some(open) = &mut self.open {
                    return open.members.update(message, scene).map(Message::Members);
                }
            }
            Message::Charted(turn, charts) => {
                if let Some(open) = self.open.as_mut().filter(|_| turn == self.turn) {
                    match charts {
                        Ok(charts) => open.charts = Some(charts),
                        Err(problem) if problem.kind == Trouble::Dropped => {}
                        Err(problem) => open.problem = Some(problem.message),
                    }
                }
            }
            Message::Narrow(stands) => return self.leave(Next::Narrow(stands), scene),
            Message::Builder(message) => {
                if let Some(builder) = self.open.as_mut().and_then(|open| open.builder.as_mut()) {
                    return Step::task(builder.update(message, scene).map(Message::Builder));
                }
            }
            Message::Details(details::Message::Save) => return self.save(scene),
            Message::Details(details::Message::Discard) | Message::Discard => return self.discard(scene),
            Message::Details(message) => {
                if let Some(open) = &mut self.open {
                    open.form.apply(message);
                }
            }
            Message::Tab(tab) => {
                if let Some(open) = &mut self.open {
                    open.tab = tab;
                    if let (Tab::Charts, Target::Known(id)) = (tab, open.target) {
                        return Step::task(self.read_charts(id, scene));
                    }
                    if tab == Tab::Criteria
                        && let Some(builder) = &mut open.builder
                    {
                        return Step::task(builder.ask(scene).map(Message::Builder));
                    }
                }
            }
            Message::Show(id) => return self.leave(Next::Open(id, false), scene),
            Message::New(of) => return self.leave(Next::New(of), scene),
            Message::Like => return self.leave(Next::Like, scene),
            Message::Combine => {
                let first = self.current().map(|known| known.selection.id).filter(|id| *id != SOON);
                return Step::ask(Action::Selection(SelectionAsk::Combine(first, Operation::Intersect)));
            }
            Message::Mass(what) => {
                if let Some(subject) = self.subject() {
                    return Step::ask(match what {
                        Mass::Change => Action::MassEdit(subject),
                        Mass::Delete => Action::Delete(subject),
                        Mass::Export => Action::Export(Who::Subject(subject)),
                        Mass::Report => Action::Reports(subject),
                    });
                }
            }
            Message::Mailing => {
                if let Some(known) = self.shown() {
                    return Step::ask(Action::Mailing(known.selection.id));
                }
            }
            Message::Copy => {
                if let Some(known) = self.shown() {
                    let ask = SelectionAsk::Copy(known.selection.id, known.selection.name.clone());
                    return Step::ask(Action::Selection(ask));
                }
            }
            Message::Remove => {
                let is_own = |known: &&Known| known.selection.owner.is_some() && may_change(&known.selection, scene);
                let own = self.current().filter(is_own);
                if let Some(id) = own.map(|known| known.selection.id) {
                    self.asks = Some(Asks::Remove(id));
                    return Step::task(operation::focus(Answer::STAY));
                }
            }
            Message::RemoveNow => {
                if let Some(Asks::Remove(id)) = self.asks.take() {
                    let lang = scene.lang;
                    let removed = scene.office.write(move |desk| selections::remove(desk, id));
                    return Step::task(Task::perform(removed, move |removed| {
                        Message::Removed(removed.map_err(|error| Problem::new(&error, lang)))
                    }));
                }
            }
            Message::Removed(Ok(())) => {
                self.open = None;
                self.cursor = None;
                return Step::task(operation::focus(listed::ROWS))
                    .and(Action::Toast(t!(scene.lang, "selections-removed")));
            }
            Message::Stay => self.asks = None,
            Message::Save => return self.save(scene),
            Message::Saved(saved) => return self.saved(saved, scene),
            Message::Answered(answer) => return self.answered(answer, scene),
            Message::Close => return self.leave(Next::Close, scene),
            Message::Divider(width) => self.left = width,
            Message::Read(Err(problem)) | Message::Removed(Err(problem)) | Message::TakenOut(Err(problem)) => {
                return if problem.kind == Trouble::Dropped {
                    Step::none()
                } else {
                    Step::ask(Action::Problem(problem))
                };
            }
        }
        Step::none()
    }

    /// Takes those who are selected out of the open one.
    fn take_out(&mut self, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        let Some(open) = &self.open else { return Step::none() };
        let (Target::Known(id), subject) = (open.target, open.members.chosen()) else { return Step::none() };
        let done = scene.office.write(move |desk| Ok(Box::new(selections::take_out(desk, id, &subject)?)));
        Step::task(Task::perform(done, move |done| Message::TakenOut(done.map_err(|error| Problem::new(&error, lang)))))
    }

    fn first(&self) -> Option<Id> {
        self.rows().into_iter().find_map(|row| match row {
            Row::At(place) => self.known.get(place).map(|known| known.selection.id),
            Row::Ready | Row::Own => None,
        })
    }

    /// Moves the keyboard to a row; over what only stands above others it goes on in its direction.
    fn select(&mut self, row: usize, is_meant: bool, scene: &Scene) -> Step<Message> {
        let rows = self.rows();
        let before = self.cursor_row(&rows);
        let place = match rows.get(row) {
            Some(Row::At(place)) => Some(*place),
            Some(Row::Ready | Row::Own) => {
                let goes_up = before.is_some_and(|before| row < before) && row > 0;
                let next = if goes_up { row.checked_sub(1) } else { Some(row + 1) };
                next.and_then(|next| match rows.get(next) {
                    Some(Row::At(place)) => Some(*place),
                    Some(Row::Ready | Row::Own) | None => None,
                })
            }
            None => None,
        };
        let Some(id) = place.and_then(|place| self.known.get(place)).map(|known| known.selection.id) else {
            return Step::none();
        };
        let is_known = self.open.as_ref().is_some_and(|open| open.target == Target::Known(id));
        let covers = self.is_tight.get() && !is_meant;
        self.cursor = Some(id);
        let keys = cursor_into_view(self);
        if (is_known && !is_meant) || covers {
            return Step::task(keys);
        }
        let mut step = self.leave(Next::Open(id, is_meant), scene);
        step.task = Task::batch([keys, step.task]);
        step
    }

    fn learn(&mut self, read: Vec<Used>, soon: Option<usize>, scene: &Scene) -> Task<Message> {
        self.is_read = true;
        self.turn += 1;
        let old = std::mem::take(&mut self.known);
        let count = |id| old.iter().find(|known| known.selection.id == id).and_then(|known| known.count);
        self.known = read
            .into_iter()
            .map(|Used { selection, by }| Known { count: count(selection.id), selection, used_by: by })
            .chain(soon.map(|count| going_soon(count, scene)))
            .collect();
        if self.current().is_none() {
            self.cursor = self.first();
        }
        let mut tasks = vec![self.count(0, scene)];
        match self.open.as_ref().map(|open| open.target) {
            Some(Target::Known(id)) => {
                if self.shown().is_none() {
                    self.open = None;
                } else {
                    self.others = self.those_for(id);
                    // Who is in it is asked anew with what it is: what was asked before is about before.
                    tasks.extend([self.read_open(id, scene), self.read_members(id, scene)]);
                }
            }
            Some(Target::New(of)) => self.others = self.those_of(of, None),
            None => {}
        }
        Task::batch(tasks)
    }

    fn those_for(&self, id: Id) -> Vec<Selection> {
        let of =
            self.known.iter().find(|known| known.selection.id == id).map_or(Of::Persons, |known| known.selection.of);
        self.those_of(of, Some(id))
    }

    fn those_of(&self, of: Of, but: Option<Id>) -> Vec<Selection> {
        let all = self.known.iter().map(|known| &known.selection);
        all.filter(|one| one.of == of && Some(one.id) != but && one.id != SOON).cloned().collect()
    }

    /// Counts one after the other, so that other questions find a free reader.
    fn count(&self, place: usize, scene: &Scene) -> Task<Message> {
        let Some(id) = self.known.get(place).map(|known| known.selection.id) else { return Task::none() };
        if id == SOON {
            return self.count(place + 1, scene);
        }
        let (turn, lang) = (self.turn, scene.lang);
        let counted = scene.office.latest(Slot("selection counts"), move |desk| selections::count_if_it_can(desk, id));
        Task::perform(counted, move |counted| {
            Message::Counted(turn, place, counted.map_err(|error| Problem::new(&error, lang)))
        })
    }

    fn counted(
        &mut self,
        turn: u64,
        place: usize,
        count: Result<Option<u64>, Problem>,
        scene: &Scene,
    ) -> Step<Message> {
        if turn != self.turn {
            return Step::none();
        }
        match count {
            Ok(count) => {
                if let Some(known) = self.known.get_mut(place) {
                    known.count = Some(count);
                }
                Step::task(self.count(place + 1, scene))
            }
            Err(problem) if problem.kind == Trouble::Dropped => Step::none(),
            Err(problem) => Step::ask(Action::Problem(problem)),
        }
    }

    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        responsive(move |size| self.panes(scene, size.width)).into()
    }

    fn panes<'a>(&'a self, scene: &'a Scene, width: f32) -> Element<'a, Message> {
        let has_room = width >= COVERED;
        self.is_tight.set(!has_room);
        let is_covered = self.open.is_some() && !has_room;
        let is_alone = self.open.is_none() || !has_room;
        let widest = (width - PANE).max(NARROWEST);
        let left = match &self.open {
            Some(_) if is_covered => 0.0,
            Some(_) => self.left.clamp(NARROWEST, widest),
            None => width,
        };
        let limits = if is_alone { left..=left } else { NARROWEST..=widest };
        let list = self.list(scene, self.open.is_none() && width >= 860.0);
        let list =
            iced::widget::container(list).style(crate::theme::style::paper).width(Length::Fill).height(Length::Fill);
        let list = hotkeys(list, |key, modifiers| {
            (*key == Key::Named(Named::Delete) && modifiers.is_empty()).then_some(Message::Remove)
        });
        let pane: Element<'a, Message> = match &self.open {
            Some(open) => self.pane(open, scene, width - left),
            None => Space::new().into(),
        };
        let style = |theme: &Theme| split::Style { line: theme.roles().line, active: theme.roles().accent };
        split(inert(list, is_covered), pane, left, limits, Message::Divider, style)
            .id("selections-divider")
            .fixed(is_alone)
            .into()
    }
}

/// Returns whether the user may change a selection: their own, or with the right to change settings anybody's.
fn may_change(selection: &Selection, scene: &Scene) -> bool {
    scene.office.user().may(lacking(selection, scene))
}

/// Returns the right that changing a selection takes, and the user may lack.
fn lacking(selection: &Selection, scene: &Scene) -> Right {
    let user = scene.office.user();
    let is_theirs = selection.owner == Some(user.id) || !user.may(Right::Selections);
    if is_theirs { Right::Selections } else { Right::Settings }
}

/// Returns the entry that leads to what goes from the trash soon. It is no selection: nobody who lies there is in one.
fn going_soon(count: usize, scene: &Scene) -> Known {
    let selection = Selection {
        id: SOON,
        name: t!(scene.lang, "selections-soon"),
        description: String::new(),
        kind: Kind::Dynamic,
        of: Of::Persons,
        owner: None,
        visible: Visible::All,
        alert: String::new(),
        created_at: Moment::default(),
        updated_at: Moment::default(),
        updated_by: user::FIRST_ID,
    };
    Known { selection, used_by: Vec::new(), count: Some(u64::try_from(count).ok()) }
}

/// Scrolls the list to the one the keyboard is on.
fn cursor_into_view(state: &State) -> Task<Message> {
    state.cursor_row(&state.rows()).map_or_else(Task::none, |row| scroll_to(listed::ROWS, row))
}
