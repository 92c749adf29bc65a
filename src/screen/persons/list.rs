//! The list of persons: searching as one types, sorting, selecting, and where the keyboard is.
//!
//! It holds the identities of the whole result and the texts of the rows near the window. What was shown stays until
//! the first rows of the new result have been read, so nothing flickers while one types.

mod texts;
mod view;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use iced::Task;
use iced::widget::operation;

use super::lines::Lines;
use super::selection::Selection;
use crate::model::activity;
use crate::model::change::Changes;
use crate::model::person::{Id, Line};
use crate::office::finding::{Column, Found, Order};
use crate::office::persons;
use crate::office::problem::{Kind, Problem};
use crate::screen::{Action, Scene, Step};
use crate::vault::Slot;
use crate::widget::long_list::{self, Event, Mode};
use texts::Texts;

/// The id of the search field.
pub const SEARCH: &str = "persons-search";
/// The id of the rows.
pub const ROWS: &str = "persons-list";

/// How long the keyboard rests on a row before the card follows it.
const REST: Duration = Duration::from_millis(180);
/// How many rows are read before the window's height is known.
const FIRST_ROWS: usize = 48;
/// How many rows are read beyond the window on each side.
const MARGIN: usize = 24;

/// The list's state.
#[derive(Debug, Default)]
pub struct State {
    typed: String,
    order: Order,
    /// Whom alone the list shows, and what that is called.
    only: Option<(Arc<HashSet<Id>>, String)>,
    found: Found,
    lines: Lines,
    selection: Selection,
    cursor: Option<usize>,
    visible: Range<usize>,
    arriving: Option<Arriving>,
    /// The numbers of the newest question, of the newest rows asked for, and of the newest move of the keyboard.
    question: u64,
    batch: u64,
    moved: u64,
    /// Whether the newest question has no answer yet.
    is_waiting: bool,
    /// Whether the first hit is to be opened as soon as it is known.
    opens_first: bool,
    /// Whether the keyboard goes to the first row as soon as there is one.
    wants_keys: bool,
    /// Whether the cursor is on the first row only because it has to be somewhere.
    is_given: bool,
    /// Who is to be marked as soon as they are in the list.
    wanted: Option<Id>,
    /// Whether the last row that was selected was selected alone.
    is_alone: bool,
    is_typing: bool,
    has_answered: bool,
    has_index: bool,
    texts: Texts,
}

/// A result whose first rows are being read.
#[derive(Debug)]
struct Arriving {
    hits: Hits,
    is_new: bool,
    batch: u64,
}

/// What a question found.
#[derive(Debug, Clone)]
pub struct Hits {
    found: Found,
    /// The row of the person the keyboard was on.
    cursor: Option<usize>,
}

/// What happens to the list.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search index answers.
    Indexed(Result<(), Problem>),
    /// The text to search for changed.
    Typed(String),
    /// Everybody is to be shown again.
    Clear,
    /// Enter in the search field.
    Submit,
    /// The keyboard entered or left the search field.
    Typing(bool),
    /// Down in the search field.
    Enter,
    /// A heading was chosen: another column, or the other direction.
    Sort(Column),
    /// An order was chosen from the menu.
    SortBy(Column),
    /// A question was answered; whether its text is new.
    Found(u64, bool, Result<Hits, Problem>),
    /// The first rows of a result were read.
    Arrived(u64, Result<Vec<Line>, Problem>),
    /// Rows near the window were read.
    Read(Result<Vec<Line>, Problem>),
    /// Something was done to the rows.
    Rows(Event),
    /// The mouse let go of a row.
    Clicked(usize),
    /// Nobody is to be selected any more.
    Deselect,
    /// The two that are selected are to be compared, to make them one.
    Merge,
    /// The keyboard has rested on a row.
    Rested(u64),
    /// A person was looked up in the result.
    Located(u64, Option<usize>),
    /// Something about what was found in texts.
    Texts(texts::Message),
    /// A new person is wanted.
    New,
    /// An import is wanted.
    Import,
}

/// What the list asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The card of a person, with the keyboard on it.
    Open(Id),
    /// The card of a person beside the list, where the keyboard stays.
    Beside(Id),
    /// The card of a person, with one of the activities shown, where there is one.
    At(Id, Option<activity::Id>),
    /// The card of a person, if a card is open.
    Follow(Id),
}

type Done = (Step<Message>, Option<Ask>);

fn quietly(step: Step<Message>) -> Done {
    (step, None)
}

impl State {
    /// Returns the list of everybody.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self { wants_keys: true, ..Self::default() };
        let lang = scene.lang;
        let index = Task::perform(scene.office.prepare_search(), move |indexed| {
            Message::Indexed(indexed.map_err(|error| Problem::new(&error, lang)))
        });
        let first = state.ask(scene, true);
        (state, Task::batch([first, index]))
    }

    /// Returns the person the keyboard is on.
    pub fn current(&self) -> Option<Id> {
        self.found.ids.get(self.cursor?).copied()
    }

    /// Returns the two who are selected, if two are.
    fn selected_two(&self) -> Option<(Id, Id)> {
        if self.selection.count() != 2 {
            return None;
        }
        let mut selected = (0..).zip(self.found.ids.iter()).filter(|(row, id)| self.selection.contains(*row, **id));
        Some((*selected.next()?.1, *selected.next()?.1))
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Done {
        match message {
            Message::Indexed(indexed) => {
                self.has_index = true;
                match indexed {
                    Ok(()) => quietly(Step::none()),
                    Err(problem) if problem.kind == Kind::Dropped => quietly(Step::none()),
                    Err(problem) => quietly(Step::ask(Action::Problem(problem))),
                }
            }
            Message::Typed(typed) => {
                self.typed = typed;
                self.only = None;
                self.wants_keys = false;
                self.wanted = None;
                let texts = self.texts.ask(&self.typed).map(Message::Texts);
                quietly(Step::task(Task::batch([self.ask(scene, true), texts])))
            }
            Message::Clear => quietly(Step::task(self.clear(scene))),
            Message::Submit => self.open_first(),
            Message::Typing(is_typing) => {
                self.is_typing = is_typing;
                self.wants_keys &= !is_typing;
                quietly(Step::none())
            }
            Message::Enter => {
                if self.cursor.is_none() && !self.found.ids.is_empty() {
                    let (step, ask) = self.rows(Event::Select { row: 0, mode: Mode::Replace }, scene);
                    return (Step { task: Task::batch([operation::focus(ROWS), step.task]), ..step }, ask);
                }
                quietly(Step::task(operation::focus(ROWS)))
            }
            Message::Sort(by) => {
                let descending = self.order.by == by && !self.order.descending;
                self.order = Order { by, descending };
                quietly(Step::task(self.ask(scene, false)))
            }
            Message::SortBy(by) => {
                self.order.by = by;
                quietly(Step::task(self.ask(scene, false)))
            }
            Message::Found(question, is_new, hits) => {
                if question != self.question {
                    return quietly(Step::none());
                }
                self.is_waiting = false;
                match hits {
                    Ok(hits) => self.receive(hits, is_new, scene),
                    Err(problem) => quietly(said(problem)),
                }
            }
            Message::Arrived(batch, lines) => self.arrived(batch, lines, scene),
            Message::Read(Ok(lines)) => {
                self.lines.learn(lines);
                quietly(Step::none())
            }
            Message::Read(Err(problem)) => quietly(said(problem)),
            Message::Rows(event) => self.rows(event, scene),
            Message::Clicked(row) => {
                let is_meant = self.is_alone && self.cursor == Some(row);
                (Step::none(), self.current().filter(|_| is_meant).map(Ask::Beside))
            }
            Message::Merge => match self.selected_two() {
                Some((kept, gone)) => quietly(Step::ask(Action::Merge(kept, gone))),
                None => quietly(Step::none()),
            },
            Message::Deselect => {
                self.selection.clear();
                quietly(Step::task(operation::focus(ROWS)))
            }
            Message::Rested(moved) => {
                let rests = moved == self.moved;
                (Step::none(), self.current().filter(|_| rests).map(Ask::Follow))
            }
            Message::Located(question, row) => {
                let Some(row) = row.filter(|_| question == self.question) else { return quietly(Step::none()) };
                self.put_cursor(Some(row));
                quietly(Step::task(long_list::scroll_to(ROWS, row)))
            }
            Message::Texts(message) => {
                let (step, ask) = self.texts.update(message, scene);
                let actions = step.actions.into_iter().map(|action| action.map(Message::Texts)).collect();
                (Step { task: step.task.map(Message::Texts), actions }, ask)
            }
            Message::New => quietly(Step::ask(Action::NewPerson)),
            Message::Import => quietly(Step::ask(Action::Import(None))),
        }
    }

    /// Shows exactly these persons until the search field is used.
    pub fn show_only(&mut self, ids: Vec<Id>, heading: String, scene: &Scene) -> Task<Message> {
        self.typed.clear();
        self.texts.forget();
        self.only = Some((Arc::new(ids.into_iter().collect()), heading));
        self.wants_keys = true;
        self.ask(scene, true)
    }

    /// Moves the keyboard to the search field.
    pub fn focus_search(&mut self) -> Task<Message> {
        self.wants_keys = false;
        operation::focus(SEARCH).chain(operation::select_all(SEARCH))
    }

    /// Returns whether the list shows less than everybody.
    pub fn is_narrowed(&self) -> bool {
        !self.typed.is_empty() || self.only.is_some()
    }

    /// Shows everybody again.
    pub fn clear(&mut self, scene: &Scene) -> Task<Message> {
        if self.texts.is_shown() {
            // One step back: the people with that name again.
            self.texts.hide();
            return Task::none();
        }
        self.typed.clear();
        self.texts.forget();
        self.only = None;
        self.wants_keys = true;
        self.ask(scene, true)
    }

    /// Moves the keyboard to the rows, to a person if they are among them.
    pub fn go_to(&mut self, id: Id) -> Task<Message> {
        if self.current() == Some(id) {
            return Task::none();
        }
        // Somebody just added comes with the next answer.
        self.wanted = Some(id);
        let (question, ids) = (self.question, Arc::clone(&self.found.ids));
        Task::perform(async move { ids.iter().position(|known| *known == id) }, move |row| {
            Message::Located(question, row)
        })
    }

    /// Reads anew what a write changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        if changes.everything {
            self.lines.doubt_all();
        }
        for id in changes.persons.iter().chain(&changes.removed) {
            self.lines.doubt(*id);
        }
        for id in &changes.removed {
            self.selection.forget(*id);
        }
        let texts = if changes.is_empty() { Task::none() } else { self.texts.renew(scene).map(Message::Texts) };
        if changes.everything || !changes.persons.is_empty() || !changes.removed.is_empty() {
            Task::batch([self.ask(scene, false), texts])
        } else {
            texts
        }
    }

    /// Orders anew, because lists or language changed.
    pub fn scene_changed(&mut self, scene: &Scene) -> Task<Message> {
        self.ask(scene, false)
    }

    /// Opens the first hit, now or when it is known.
    fn open_first(&mut self) -> Done {
        if self.is_waiting || self.arriving.is_some() {
            self.opens_first = true;
            return quietly(Step::none());
        }
        let first = self.found.ids.first().copied();
        if first.is_some() {
            self.put_cursor(Some(0));
        }
        (Step::none(), first.map(Ask::Open))
    }

    fn put_cursor(&mut self, row: Option<usize>) {
        self.cursor = row;
        self.is_given = false;
        self.wanted = None;
        self.moved += 1;
        if let (Some(row), Some(id)) = (row, self.current()) {
            self.selection.select(row, id, Mode::Replace);
        }
    }

    fn rows(&mut self, event: Event, scene: &Scene) -> Done {
        match event {
            Event::Select { row, mode } => {
                let Some(id) = self.found.ids.get(row).copied() else { return quietly(Step::none()) };
                self.selection.select(row, id, mode);
                self.cursor = Some(row);
                self.is_given = false;
                self.wanted = None;
                self.is_alone = mode == Mode::Replace;
                self.moved += 1;
                let moved = self.moved;
                let rest = Task::perform(tokio::time::sleep(REST), move |()| Message::Rested(moved));
                quietly(Step::task(if mode == Mode::Replace { rest } else { Task::none() }))
            }
            Event::Activate(row) => {
                self.put_cursor(Some(row));
                (Step::none(), self.current().map(Ask::Open))
            }
            Event::All => {
                self.selection.all(self.found.ids.len());
                quietly(Step::none())
            }
            Event::Visible(rows) => {
                self.visible = rows;
                quietly(Step::task(self.read_visible(scene)))
            }
        }
    }

    /// Asks who is to be shown; `is_new` where it is another question and not the same people anew.
    fn ask(&mut self, scene: &Scene, is_new: bool) -> Task<Message> {
        self.question += 1;
        self.opens_first = false;
        let question = self.question;
        let mut at_once = Task::none();
        if is_new
            && self.order == Order::default()
            && self.only.is_none()
            && let Some(found) = scene.office.find_first(&self.typed)
        {
            let is_all = found.complete;
            at_once = self.receive(Hits { found, cursor: None }, true, scene).0.task;
            if is_all {
                self.is_waiting = false;
                return at_once;
            }
        }
        self.is_waiting = true;
        let keep = if is_new || self.is_given { None } else { self.current() };
        let only = self.only.as_ref().map(|(ids, _)| Arc::clone(ids));
        let lang = scene.lang;
        // Asked here and not in the task: tasks may start in any order, and the newest question must come last.
        let answer = scene.office.find(&self.typed, self.order);
        let work = async move {
            let mut found = answer.await.map_err(|error| Problem::new(&error, lang))?;
            if let Some(only) = only {
                found.ids = Arc::new(found.ids.iter().filter(|id| only.contains(id)).copied().collect());
            }
            let cursor = keep.and_then(|keep| found.ids.iter().position(|id| *id == keep));
            Ok(Hits { found, cursor })
        };
        Task::batch([at_once, Task::perform(work, move |hits| Message::Found(question, is_new, hits))])
    }

    /// Shows a result, once the rows that will be in the window have been read.
    fn receive(&mut self, hits: Hits, is_new: bool, scene: &Scene) -> Done {
        let rows = self.visible.len().max(FIRST_ROWS);
        let start = match (is_new, hits.cursor) {
            (true, _) => 0,
            (false, Some(row)) if !self.visible.contains(&row) => row.saturating_sub(rows),
            (false, Some(_) | None) => self.visible.start,
        };
        let len = hits.found.ids.len();
        let window = start.min(len)..(start + 2 * rows).min(len);
        let missing = self.lines.missing(&hits.found.ids[window]);
        if missing.is_empty() {
            self.arriving = None;
            return self.show(hits, is_new, scene);
        }
        self.batch += 1;
        let batch = self.batch;
        self.arriving = Some(Arriving { hits, is_new, batch });
        let lang = scene.lang;
        let lines = scene.office.latest(Slot("arriving lines"), move |desk| persons::lines(desk, &missing));
        quietly(Step::task(Task::perform(lines, move |lines| {
            Message::Arrived(batch, lines.map_err(|error| Problem::new(&error, lang)))
        })))
    }

    fn arrived(&mut self, batch: u64, lines: Result<Vec<Line>, Problem>, scene: &Scene) -> Done {
        let problem = match lines {
            Ok(lines) => {
                self.lines.learn(lines);
                None
            }
            Err(problem) => Some(problem),
        };
        let Some(arriving) = self.arriving.take_if(|arriving| arriving.batch == batch) else {
            return quietly(Step::none());
        };
        let (step, ask) = self.show(arriving.hits, arriving.is_new, scene);
        let Step { task, mut actions } = problem.map_or_else(Step::none, said);
        actions.extend(step.actions);
        (Step { task: Task::batch([task, step.task]), actions }, ask)
    }

    fn show(&mut self, hits: Hits, is_new: bool, scene: &Scene) -> Done {
        self.has_answered = true;
        if is_new {
            self.selection.clear();
        } else {
            self.selection.reorder(&self.found.ids, hits.found.ids.len());
        }
        self.found = hits.found;
        self.cursor = hits.cursor;
        self.is_given &= !is_new;
        let wanted = self.wanted.and_then(|wanted| self.found.ids.iter().position(|id| *id == wanted));
        if wanted.is_some() {
            self.put_cursor(wanted);
        }
        let scroll = match wanted {
            Some(row) => long_list::scroll_to(ROWS, row),
            None if is_new => long_list::scroll_to(ROWS, 0),
            None => Task::none(),
        };
        let keys = if self.wants_keys && !self.found.ids.is_empty() {
            self.wants_keys = !self.found.complete;
            self.is_given |= self.cursor.is_none();
            operation::focus(ROWS)
        } else {
            Task::none()
        };
        if self.is_given && !self.found.ids.is_empty() {
            self.put_cursor(Some(0));
            self.is_given = true;
        }
        let task = Task::batch([scroll, keys, self.read_visible(scene)]);
        let ask = if std::mem::take(&mut self.opens_first) { self.open_first().1 } else { None };
        (Step::task(task), ask)
    }

    /// Reads what is missing of the rows near the window.
    fn read_visible(&mut self, scene: &Scene) -> Task<Message> {
        let len = self.found.ids.len();
        let near = self.visible.start.saturating_sub(MARGIN).min(len)..(self.visible.end + MARGIN).min(len);
        let near = &self.found.ids[near];
        self.lines.trim(near);
        let missing = self.lines.missing(near);
        if missing.is_empty() {
            return Task::none();
        }
        let lang = scene.lang;
        let lines = scene.office.latest(Slot("lines"), move |desk| persons::lines(desk, &missing));
        Task::perform(lines, move |lines| Message::Read(lines.map_err(|error| Problem::new(&error, lang))))
    }
}

/// Returns the step that tells a problem, but for questions that a newer one replaced.
fn said(problem: Problem) -> Step<Message> {
    if problem.kind == Kind::Dropped { Step::none() } else { Step::ask(Action::Problem(problem)) }
}
