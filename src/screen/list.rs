//! The list of a screen, of persons or companies: searching as one types, sorting, selecting, and where the keyboard is.
//!
//! It holds the identities of the whole result and the texts of the rows near the window. What was shown stays until
//! the first rows of the new result have been read, so nothing flickers while one types.

mod answers;
mod cells;
mod filter;
mod lines;
mod rows;
mod selection;
mod table;

use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use iced::Task;
use iced::widget::operation;

use lines::Lines;
use selection::Selection;

use crate::model::change::Changes;
use crate::office::finding::{Found, Order};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::{Answer, Desk, Error, Office};
use crate::screen::columns::{self, Columns};
use crate::screen::{Action, Scene, Step};
use crate::theme::Element;
use crate::vault::Slot;
use crate::widget::long_list::{self, Event, Mode};
pub use answers::Hits;
use answers::{Arriving, said};
pub use cells::{company_cell, is_company_column_shown, is_person_column_shown, person_cell};
use filter::Only;
pub use filter::Which;
pub use rows::rows;
pub use table::{cell_marks, doing, picked, tools};

/// What a list lists.
pub trait Kind: Debug + Clone + Copy + Default + Send + 'static {
    /// The identity of a record.
    type Id: Debug + Copy + Eq + Hash + Send + Sync + 'static;
    /// What a row shows of it.
    type Line: Debug + Clone + Send + 'static;
    /// What the list can be ordered by.
    type Column: columns::Kind + Debug + Default;
    /// The id of the search field.
    const SEARCH: &'static str;
    /// The id of the rows.
    const ROWS: &'static str;
    /// The id of what an empty list offers first.
    const FIRST: &'static str;
    /// The id of the button with which the columns are chosen.
    const CHOOSER: &'static str;
    /// What the ids of the headings begin with.
    const HEADINGS: &'static str;
    /// Whether the search looks only among those that are listed, and all of them are listed when it is empty.
    const WITHIN: bool = false;
    /// Whether they are people, who get reports.
    const REPORTS: bool = false;
    /// The id of the button with which many are changed at once.
    const MANY: &'static str;
    /// The questions for the rows of a new answer, and for those one scrolls to.
    const SLOTS: (Slot, Slot);

    /// Returns whose row it is.
    fn id(line: &Self::Line) -> Self::Id;
    /// Has the search index built.
    fn prepare(office: &Office) -> Answer<()>;
    /// Finds all.
    fn find(office: &Office, typed: &str, order: Order<Self::Column>) -> Answer<Found<Self::Id>>;
    /// Returns the first hits at once.
    fn find_first(office: &Office, typed: &str) -> Option<Found<Self::Id>>;
    /// Returns whom a text most likely means, of those it finds.
    fn likeliest(office: &Office, typed: &str) -> Option<Self::Id>;
    /// Reads rows.
    fn lines(desk: &Desk<'_>, ids: &[Self::Id]) -> Result<Vec<Self::Line>, Error>;
    /// Returns what the user marked.
    fn favourites(desk: &Desk<'_>) -> Result<Vec<Self::Id>, Error>;
    /// Returns what the user looked at, the last first.
    fn recent(desk: &Desk<'_>) -> Result<Vec<Self::Id>, Error>;
    /// Returns which records a write changed, and which of them it removed.
    fn touched(changes: &Changes) -> (Vec<Self::Id>, &[Self::Id]);
    /// Returns whether the user sees what a column shows.
    fn is_shown(column: Self::Column, scene: &Scene) -> bool;
    /// Returns what a column shows of a record.
    fn cell<'a>(
        list: &'a State<Self>,
        line: &'a Self::Line,
        column: Self::Column,
        scene: &'a Scene,
    ) -> Element<'a, Message<Self>>;
}

/// How long the keyboard rests on a row before the card follows it.
const REST: Duration = Duration::from_millis(180);

/// The list's state.
#[derive(Debug)]
pub struct State<K: Kind> {
    typed: String,
    order: Order<K::Column>,
    /// Which columns are shown.
    columns: Columns<K::Column>,
    /// Whom alone the list shows.
    only: Option<Only<K::Id>>,
    /// Whom the user marked.
    favourites: HashSet<K::Id>,
    found: Found<K::Id>,
    lines: Lines<K::Id, K::Line>,
    selection: Selection<K::Id>,
    cursor: Option<usize>,
    visible: Range<usize>,
    arriving: Option<Arriving<K::Id>>,
    /// The numbers of the newest question, of the newest rows asked for, and of the newest move of the keyboard.
    question: u64,
    batch: u64,
    moved: u64,
    /// Whether the newest question has no answer yet.
    is_waiting: bool,
    /// Whether the likeliest hit is to be opened as soon as it is known.
    opens_likeliest: bool,
    /// Whether the keyboard goes to the first row as soon as there is one.
    wants_keys: bool,
    /// Whether the cursor is on the first row only because it has to be somewhere.
    is_given: bool,
    /// Who is to be marked as soon as they are in the list.
    wanted: Option<K::Id>,
    /// Whether the last row that was selected was selected alone.
    is_alone: bool,
    is_typing: bool,
    has_answered: bool,
    has_index: bool,
}

/// What happens to the list.
#[derive(Debug, Clone)]
pub enum Message<K: Kind> {
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
    Sort(K::Column),
    /// An order was chosen from the menu.
    SortBy(K::Column),
    /// A question was answered; whether its text is new.
    Found(u64, bool, Result<Hits<K::Id>, Problem>),
    /// The first rows of a result were read.
    Arrived(u64, Result<Vec<K::Line>, Problem>),
    /// Rows near the window were read.
    Read(Result<Vec<K::Line>, Problem>),
    /// Something was done to the rows.
    Rows(Event),
    /// The mouse let go of a row.
    Clicked(usize),
    /// Nobody is to be selected any more.
    Deselect,
    /// The two that are selected are to be compared, to make them one.
    Merge,
    /// Those who are selected are to be deleted.
    Delete,
    /// Those who are selected, or all that are listed, are to be changed at once.
    MassEdit,
    /// The keyboard has rested on a row.
    Rested(u64),
    /// A person was looked up in the result.
    Located(u64, Option<usize>),
    /// Whom the user marked was read.
    Marked(Result<Vec<K::Id>, Problem>),
    /// Whose cards were opened last was read.
    Seen(Result<Vec<K::Id>, Problem>),
    /// Only these are to be shown, or everybody again.
    Show(Which),
    /// The edge of a column is dragged: how wide it is wished for, in a list how wide, in pixels.
    Resize {
        /// The column.
        by: K::Column,
        /// How wide it is wished for.
        wished: f32,
        /// How wide the list is.
        list: f32,
    },
    /// The columns are to be chosen.
    ChooseColumns,
    /// A new card is wanted.
    New,
    /// An import is wanted.
    Import,
    /// The steps to prepare the office are asked for.
    Prepare,
    /// Those who are selected, or all who are listed, are to be kept as a selection.
    Keep,
    /// What is selected, or all that is listed, is to be handed out as a file.
    Export,
    /// Those who are selected, or all who are listed, are to get a privacy report each.
    Reports,
    /// Those who are selected are to be taken out of what is listed; the screen around it sees to that.
    TakeOut,
}

/// What the list asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask<I> {
    /// The card of a person, with the keyboard on it.
    Open(I),
    /// The card of a person beside the list, where the keyboard stays.
    Beside(I),
    /// The card of a person, if a card is open.
    Follow(I),
    /// Two cards that are to be made one.
    Merge(I, I),
    /// Those who are selected are to be deleted.
    Delete,
    /// Those who are selected, or all that are listed, to be changed at once.
    MassEdit,
    /// The dialog in which the columns are chosen.
    Columns,
    /// A new card.
    New,
    /// An import.
    Import,
    /// The steps to prepare the office.
    Prepare,
    /// Those who are picked are to be kept as a selection.
    Keep,
    /// A file of what [`State::meant`] returns.
    Export,
    /// Privacy reports about those who are selected, or all who are listed.
    Reports,
}

type Done<K> = (Step<Message<K>>, Option<Ask<<K as Kind>::Id>>);

fn quietly<K: Kind>(step: Step<Message<K>>) -> Done<K> {
    (step, None)
}

// Derived, it would ask for more than the parts need.
impl<K: Kind> Default for State<K> {
    fn default() -> Self {
        Self {
            typed: String::new(),
            order: Order::default(),
            columns: Columns::default(),
            only: None,
            favourites: HashSet::new(),
            found: Found::default(),
            lines: Lines::default(),
            selection: Selection::default(),
            cursor: None,
            visible: 0..0,
            arriving: None,
            question: 0,
            batch: 0,
            moved: 0,
            is_waiting: false,
            opens_likeliest: false,
            wants_keys: false,
            is_given: false,
            wanted: None,
            is_alone: false,
            is_typing: false,
            has_answered: false,
            has_index: false,
        }
    }
}

impl<K: Kind> State<K> {
    /// Returns the list of all.
    pub fn new(scene: &Scene) -> (Self, Task<Message<K>>) {
        let mut state = Self { wants_keys: true, ..Self::default() };
        let lang = scene.lang;
        let index = Task::perform(K::prepare(&scene.office), move |indexed| {
            Message::Indexed(indexed.map_err(|error| Problem::new(&error, lang)))
        });
        let first = state.ask(scene, true);
        (state, Task::batch([first, index, Self::read_favourites(scene)]))
    }

    /// Lets the keyboard be where it is when the first rows come: it was called elsewhere since.
    pub fn leave_keys(&mut self) {
        self.wants_keys = false;
    }

    /// Returns the person the keyboard is on.
    pub fn current(&self) -> Option<K::Id> {
        self.found.ids.get(self.cursor?).copied()
    }

    /// Returns the two who are selected, if two are.
    fn selected_two(&self) -> Option<(K::Id, K::Id)> {
        if self.selection.count() != 2 {
            return None;
        }
        let mut selected = (0..).zip(self.found.ids.iter()).filter(|(row, id)| self.selection.contains(*row, **id));
        Some((*selected.next()?.1, *selected.next()?.1))
    }

    /// Returns what something is done to that is done to the list: several that are selected, or what is listed; none
    /// where that is everybody.
    pub fn meant(&self) -> Option<Vec<K::Id>> {
        (self.selection.count() > 1 || self.is_narrowed()).then(|| self.picked())
    }

    /// Returns those who are selected, where several are.
    pub fn several(&self) -> Option<Vec<K::Id>> {
        (self.selection.count() > 1).then(|| self.chosen())
    }

    /// Returns those who are selected, also where it is one.
    pub fn chosen(&self) -> Vec<K::Id> {
        let rows = (0..).zip(self.found.ids.iter()).filter(|(row, id)| self.selection.contains(*row, **id));
        rows.map(|(_, id)| *id).collect()
    }

    /// Returns what is typed in the search field.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Returns what the list is ordered by.
    pub fn order(&self) -> Order<K::Column> {
        self.order
    }

    /// Returns the columns.
    pub fn columns(&self) -> &Columns<K::Column> {
        &self.columns
    }

    /// Returns the columns, to change them.
    pub fn columns_mut(&mut self) -> &mut Columns<K::Column> {
        &mut self.columns
    }

    /// Returns how many records are listed, and none before all are known.
    pub fn count(&self) -> Option<usize> {
        (self.has_answered && self.found.complete).then_some(self.found.ids.len())
    }

    /// Returns how many rows there are so far.
    pub fn len(&self) -> usize {
        self.found.ids.len()
    }

    /// Returns how many are selected.
    pub fn selected(&self) -> usize {
        self.selection.count()
    }

    /// Returns whether a row is selected.
    pub fn is_selected(&self, row: usize) -> bool {
        self.found.ids.get(row).is_some_and(|id| self.selection.contains(row, *id))
    }

    /// Returns the row that the keyboard is on.
    pub fn cursor(&self) -> Option<usize> {
        self.cursor
    }

    /// Returns what is known of a row.
    pub fn line(&self, row: usize) -> Option<&K::Line> {
        self.found.ids.get(row).and_then(|id| self.lines.get(*id))
    }

    /// Returns whether the keyboard is in the search field.
    pub fn is_typing(&self) -> bool {
        self.is_typing
    }

    /// Returns whether the search index is still being built.
    pub fn is_indexing(&self) -> bool {
        !self.has_index
    }

    /// Returns whether there is nothing in the whole card file.
    pub fn is_empty(&self) -> bool {
        self.count() == Some(0) && !self.is_narrowed()
    }

    /// Returns whether rows that are or will be in the window are still being read.
    pub fn is_reading_rows(&self) -> bool {
        let visible = self.visible.start.min(self.found.ids.len())..self.visible.end.min(self.found.ids.len());
        !self.has_answered
            || self.arriving.is_some()
            || self.found.ids[visible].iter().any(|id| self.lines.get(*id).is_none())
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message<K>, scene: &Scene) -> Done<K> {
        match message {
            Message::Indexed(indexed) => {
                self.has_index = true;
                match indexed {
                    Ok(()) => quietly(Step::none()),
                    Err(problem) if problem.kind == Trouble::Dropped => quietly(Step::none()),
                    Err(problem) => quietly(Step::ask(Action::Problem(problem))),
                }
            }
            Message::Typed(typed) => {
                self.typed = typed;
                if !K::WITHIN {
                    self.only = None;
                }
                self.wants_keys = false;
                self.wanted = None;
                quietly(Step::task(self.ask(scene, true)))
            }
            Message::Clear => quietly(Step::task(self.clear(scene))),
            Message::Submit => self.open_likeliest(scene),
            Message::Typing(is_typing) => {
                self.is_typing = is_typing;
                self.wants_keys &= !is_typing;
                quietly(Step::none())
            }
            Message::Enter => {
                if self.cursor.is_none() && !self.found.ids.is_empty() {
                    let (step, ask) = self.rows(Event::Select { row: 0, mode: Mode::Replace }, scene);
                    return (Step { task: Task::batch([operation::focus(K::ROWS), step.task]), ..step }, ask);
                }
                quietly(Step::task(operation::focus(K::ROWS)))
            }
            Message::Marked(marked) => self.marked(marked, scene),
            Message::Seen(seen) => self.seen(seen, scene),
            Message::Show(which) => quietly(Step::task(self.show_which(which, scene))),
            Message::Resize { by, wished, list } => {
                self.columns.resize(by, wished, list);
                quietly(Step::none())
            }
            Message::ChooseColumns => (Step::none(), Some(Ask::Columns)),
            Message::Sort(by) => {
                self.stop_keeping_order();
                let descending = self.order.by == by && !self.order.descending;
                self.order = Order { by, descending };
                quietly(Step::task(self.ask(scene, false)))
            }
            Message::SortBy(by) => {
                self.stop_keeping_order();
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
                self.lines.learn(lines.into_iter().map(|line| (K::id(&line), line)));
                quietly(Step::none())
            }
            Message::Read(Err(problem)) => quietly(said(problem)),
            Message::Rows(event) => self.rows(event, scene),
            Message::Clicked(row) => {
                let is_meant = self.is_alone && self.cursor == Some(row);
                (Step::none(), self.current().filter(|_| is_meant).map(Ask::Beside))
            }
            Message::Merge => match self.selected_two() {
                Some((kept, gone)) => (Step::none(), Some(Ask::Merge(kept, gone))),
                None => quietly(Step::none()),
            },
            Message::Delete => (Step::none(), (self.selected() > 1).then_some(Ask::Delete)),
            Message::MassEdit => (Step::none(), Some(Ask::MassEdit)),
            Message::Deselect => {
                self.selection.clear();
                quietly(Step::task(operation::focus(K::ROWS)))
            }
            Message::Rested(moved) => {
                let rests = moved == self.moved;
                (Step::none(), self.current().filter(|_| rests).map(Ask::Follow))
            }
            Message::Located(question, row) => {
                let Some(row) = row.filter(|_| question == self.question) else { return quietly(Step::none()) };
                self.put_cursor(Some(row));
                quietly(Step::task(long_list::scroll_to(K::ROWS, row)))
            }
            Message::New => (Step::none(), Some(Ask::New)),
            Message::Import => (Step::none(), Some(Ask::Import)),
            Message::Prepare => (Step::none(), Some(Ask::Prepare)),
            Message::Keep => (Step::none(), Some(Ask::Keep)),
            Message::Export => (Step::none(), Some(Ask::Export)),
            Message::Reports => (Step::none(), Some(Ask::Reports)),
            Message::TakeOut => quietly(Step::none()),
        }
    }

    /// Shows exactly these persons until the search field is used.
    pub fn show_only(&mut self, ids: Vec<K::Id>, heading: String, scene: &Scene) -> Task<Message<K>> {
        self.typed.clear();
        self.only = Some(Only::these(ids, heading));
        self.wants_keys = true;
        self.ask(scene, true)
    }

    /// Shows these of it, whatever is typed, and lets the keyboard be where it is.
    pub fn show_members(&mut self, ids: Vec<K::Id>, scene: &Scene) -> Task<Message<K>> {
        let is_new = self.only.is_none();
        self.only = Some(Only::these(ids, String::new()));
        self.ask(scene, is_new)
    }

    /// Moves the keyboard to the search field.
    pub fn focus_search(&mut self) -> Task<Message<K>> {
        self.wants_keys = false;
        operation::focus(K::SEARCH).chain(operation::select_all(K::SEARCH))
    }

    /// Returns whether the list shows less than everybody.
    pub fn is_narrowed(&self) -> bool {
        !self.typed.is_empty() || (self.only.is_some() && !K::WITHIN)
    }

    /// Returns who is picked: those who are selected where they are several, otherwise all who are listed.
    pub fn picked(&self) -> Vec<K::Id> {
        let all = self.found.ids.iter().copied();
        if self.selection.count() < 2 {
            return all.collect();
        }
        (0..).zip(all).filter(|(row, id)| self.selection.contains(*row, *id)).map(|(_, id)| id).collect()
    }

    /// Returns who is picked, once it is known whom the list shows; none where that is nobody.
    pub fn picked_if_known(&self) -> Option<Vec<K::Id>> {
        let is_known = self.selection.count() > 1 || self.count().is_some_and(|count| count > 0);
        is_known.then(|| self.picked())
    }

    /// Shows everybody again.
    pub fn clear(&mut self, scene: &Scene) -> Task<Message<K>> {
        self.typed.clear();
        if !K::WITHIN {
            self.only = None;
        }
        self.wants_keys = true;
        self.ask(scene, true)
    }

    /// Moves the keyboard to the rows, to a person if they are among them.
    pub fn go_to(&mut self, id: K::Id) -> Task<Message<K>> {
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
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message<K>> {
        if changes.everything {
            self.lines.doubt_all();
        }
        let (touched, removed) = K::touched(changes);
        for id in touched.iter().chain(removed) {
            self.lines.doubt(*id);
        }
        for id in removed {
            self.selection.forget(*id);
        }
        if let Some(only) = &mut self.only {
            only.forget(removed);
        }
        let marks = if changes.bookmarks { Self::read_favourites(scene) } else { Task::none() };
        // When the last one took place can be a column.
        if changes.activities {
            self.lines.doubt_all();
        }
        if changes.activities || changes.everything || !touched.is_empty() || !removed.is_empty() {
            Task::batch([marks, self.ask(scene, false)])
        } else {
            marks
        }
    }

    /// Orders anew, because lists or language changed.
    pub fn scene_changed(&mut self, scene: &Scene) -> Task<Message<K>> {
        self.ask(scene, false)
    }

    /// Opens whom the words mean, now or when it is known.
    ///
    /// The list stays in its order, in which somebody's colleagues may stand before them; Enter goes by the name.
    fn open_likeliest(&mut self, scene: &Scene) -> Done<K> {
        if self.is_waiting || self.arriving.is_some() {
            self.opens_likeliest = true;
            return quietly(Step::none());
        }
        let meant = if self.only.is_none() { K::likeliest(&scene.office, &self.typed) } else { None };
        let row = meant.and_then(|meant| self.found.ids.iter().position(|id| *id == meant)).unwrap_or(0);
        let Some(id) = self.found.ids.get(row).copied() else { return quietly(Step::none()) };
        self.put_cursor(Some(row));
        (Step::task(long_list::scroll_to(K::ROWS, row)), Some(Ask::Open(id)))
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

    fn rows(&mut self, event: Event, scene: &Scene) -> Done<K> {
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
}
