//! Criteria being put together: groups in groups, the sentence they make, and of how many they are true, as one builds.

pub mod row;
pub mod tree;
mod values;
mod view;

use iced::Task;
use iced::widget::operation;

use crate::i18n::Lang;
use crate::model::condition::Condition;
use crate::model::criteria::{Node, Of, Status};
use crate::model::selection::Selection;
use crate::model::{list, selection, user};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::selections::{self, sentence};
use crate::screen::Scene;
use crate::vault::Slot;
use crate::widget::focus;
use row::{DayKind, Op, Reader, Row, What, ops};
use tree::{Group, Item, Lenience, Mode, count};

/// The id of what scrolls.
const BODY: &str = "builder-body";

/// Criteria being put together.
#[derive(Debug)]
pub struct Builder {
    of: Of,
    root: Group,
    next: u64,
    before: Option<Node>,
    question: u64,
    sentence: String,
    count: Option<u64>,
    is_counting: bool,
    problem: Option<String>,
    /// Whether what is not complete is pointed out: it was to be saved.
    is_checked: bool,
}

/// What happens in the builder.
#[derive(Debug, Clone)]
pub enum Message {
    /// A choice was left as it was.
    Nothing,
    /// Another mode for a group.
    Mode(u64, Mode),
    /// Another criterion in a group.
    Add(u64),
    /// Another group in a group.
    AddGroup(u64),
    /// A criterion or a group is taken out.
    Remove(u64),
    /// A criterion is about something else.
    What(u64, What),
    /// It is asked in another way.
    Op(u64, (Op, bool)),
    /// A value of a criterion changed.
    Edit(u64, Edit),
    /// What the criteria say was answered.
    Said(u64, Result<String, Problem>),
    /// Of how many they are true was answered.
    Counted(u64, Result<u64, Problem>),
}

/// What changes in a criterion.
#[derive(Debug, Clone)]
pub enum Edit {
    /// The text, or the number.
    Text(String),
    /// The second number.
    Second(String),
    /// The text that is typed is one of several.
    Keep,
    /// A text goes.
    DropText(usize),
    /// A country comes or goes, by its code.
    Country(&'static str),
    /// An item comes or goes.
    Item(list::Id),
    /// A source comes or goes.
    Source(list::Id),
    /// Somebody comes or goes.
    User(user::Id),
    /// A state comes or goes.
    Status(Status),
    /// The item that is meant alone.
    Only(Option<list::Id>),
    /// The selection that is meant.
    Selection(Option<selection::Id>),
    /// The first day is of another kind.
    FirstKind(DayKind),
    /// The first day as typed.
    FirstText(String),
    /// The last day is of another kind.
    LastKind(DayKind),
    /// The last day as typed.
    LastText(String),
    /// The version of the wording.
    Wording(Option<Option<u32>>),
    /// The condition.
    Condition(Option<Option<Condition>>),
}

impl Builder {
    /// Begins with one criterion to fill in.
    pub fn new(of: Of) -> Self {
        let mut next = 0;
        let key = count(&mut next);
        let root = Group { key, mode: Mode::All, items: Vec::new() };
        let mut builder = Self {
            of,
            root,
            next,
            before: None,
            question: 0,
            sentence: String::new(),
            count: None,
            is_counting: false,
            problem: None,
            is_checked: false,
        };
        builder.add(key);
        builder
    }

    /// Begins with criteria that are kept.
    pub fn of(of: Of, node: &Node, lang: Lang) -> Self {
        let mut builder = Self::new(of);
        builder.root = Group::of(node, &mut builder.next, lang);
        builder
    }

    /// Takes what is there for what is kept.
    pub fn settle(&mut self, scene: &Scene) {
        self.before = self.root.node(reader(scene), Lenience::Refuse);
        self.is_checked = false;
    }

    /// Returns whether something differs from what is kept.
    pub fn is_changed(&self, scene: &Scene) -> bool {
        self.root.node(reader(scene), Lenience::Refuse) != self.before
    }

    /// Returns the criteria, if they are complete; points out what is not.
    pub fn finished(&mut self, scene: &Scene) -> Option<Node> {
        self.is_checked = true;
        self.root.node(reader(scene), Lenience::Refuse)
    }

    fn add(&mut self, group: u64) {
        let (key, what) = (count(&mut self.next), first(self.of));
        if let Some(group) = self.root.group_mut(group) {
            group.items.push(Item::Row(Box::new(Row::new(key, what))));
        }
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Task<Message> {
        match message {
            Message::Nothing => return Task::none(),
            Message::Mode(key, mode) => {
                if let Some(group) = self.root.group_mut(key) {
                    group.mode = mode;
                }
            }
            Message::Add(key) => {
                let added = self.next;
                self.add(key);
                return Task::batch([self.ask(scene), self.go_to(added)]);
            }
            Message::AddGroup(key) => {
                let inner = count(&mut self.next);
                // A group in a group is there to ask otherwise than the group around it.
                if let Some(group) = self.root.group_mut(key) {
                    let mode = if group.mode == Mode::Any { Mode::All } else { Mode::Any };
                    group.items.push(Item::Group(Group { key: inner, mode, items: Vec::new() }));
                }
                let added = self.next;
                self.add(inner);
                return Task::batch([self.ask(scene), self.go_to(added)]);
            }
            Message::Remove(key) => self.root.remove(key),
            Message::What(key, what) => {
                if let Some(row) = self.root.row_mut(key) {
                    *row = Row::new(key, what);
                }
                return Task::batch([self.ask(scene), self.show_end(key)]);
            }
            Message::Op(key, (op, negated)) => {
                if let Some(row) = self.root.row_mut(key) {
                    (row.op, row.negated) = (op, negated);
                }
                return Task::batch([self.ask(scene), self.show_end(key)]);
            }
            Message::Edit(key, edit) => {
                if let Some(row) = self.root.row_mut(key) {
                    apply(row, edit);
                }
            }
            Message::Said(question, said) => {
                if question == self.question {
                    match said {
                        Ok(said) => (self.sentence, self.problem) = (said, None),
                        Err(problem) if problem.kind == Trouble::Dropped => {}
                        Err(problem) => self.problem = Some(problem.message),
                    }
                }
                return Task::none();
            }
            Message::Counted(question, counted) => {
                if question == self.question {
                    self.is_counting = false;
                    match counted {
                        Ok(count) => self.count = Some(count),
                        Err(problem) if problem.kind == Trouble::Dropped => {}
                        Err(problem) => (self.count, self.problem) = (None, Some(problem.message)),
                    }
                    // So that the next one is there at once, also where everything was changed since the last time.
                    return Task::future(scene.office.clone().prepare_selections()).discard();
                }
                return Task::none();
            }
        }
        self.ask(scene)
    }

    /// Puts the keyboard on a new criterion, and shows the whole of it.
    fn go_to(&self, key: u64) -> Task<Message> {
        let what = format!("builder-what-{key}");
        operation::focus(what.clone()).chain(focus::show(what)).chain(self.show_end(key))
    }

    /// Shows the end of the builder, if that is where a criterion stands.
    fn show_end(&self, key: u64) -> Task<Message> {
        if self.root.last() == Some(key) { operation::snap_to_end(BODY) } else { Task::none() }
    }

    /// Asks what the criteria say, and of how many they are true.
    pub fn ask(&mut self, scene: &Scene) -> Task<Message> {
        self.question += 1;
        let (question, of, lang) = (self.question, self.of, scene.lang);
        let Some(node) = self.root.node(reader(scene), Lenience::LeaveOut) else {
            // Nothing is asked yet: that is not the same as asking for everybody.
            (self.sentence, self.count, self.is_counting, self.problem) = (String::new(), None, false, None);
            return Task::none();
        };
        self.is_counting = true;
        let asked = node.clone();
        let said = scene.office.latest(Slot("criteria in words"), move |desk| sentence::of(desk, of, &asked));
        let counted = scene.office.latest(Slot("criteria counted"), move |desk| selections::count_of(desk, of, &node));
        let problem = move |error| Problem::new(&error, lang);
        Task::batch([
            Task::perform(said, move |said| Message::Said(question, said.map_err(problem))),
            Task::perform(counted, move |counted| Message::Counted(question, counted.map_err(problem))),
        ])
    }

    /// Shows the builder; `others` are the selections that can be asked for.
    pub fn view<'a>(
        &'a self,
        scene: &'a Scene,
        others: &'a [Selection],
        width: f32,
    ) -> crate::theme::Element<'a, Message> {
        view::view(self, scene, others, width)
    }
}

/// Returns in which language what is typed is read, and on which day.
pub fn reader(scene: &Scene) -> Reader {
    Reader { lang: scene.lang, today: scene.today() }
}

/// Returns what a new criterion is about.
fn first(of: Of) -> What {
    use crate::model::criteria::Asked;
    use crate::model::field::Field;
    match of {
        Of::Persons => What::Field(Asked::Card(Field::Category)),
        Of::Companies => What::Field(Asked::Card(Field::Name)),
    }
}

fn toggle<T: PartialEq>(values: &mut Vec<T>, value: T) {
    match values.iter().position(|known| *known == value) {
        Some(place) => drop(values.remove(place)),
        None => values.push(value),
    }
}

fn apply(row: &mut Row, edit: Edit) {
    match edit {
        Edit::Text(text) => row.text = text,
        Edit::Second(text) => row.second = text,
        Edit::Keep => {
            let typed = row.text.trim().to_owned();
            if row.op == Op::Is && !typed.is_empty() && !row.texts.contains(&typed) {
                row.texts.push(typed);
                row.text.clear();
            }
        }
        Edit::DropText(place) => {
            if place < row.texts.len() {
                row.texts.remove(place);
            }
        }
        Edit::Country(code) => {
            // One alone stands where it is typed in other fields.
            let one = std::mem::take(&mut row.text).trim().to_uppercase();
            if !one.is_empty() && !row.texts.contains(&one) {
                row.texts.push(one);
            }
            toggle(&mut row.texts, code.to_owned());
        }
        Edit::Item(item) => toggle(&mut row.items, item),
        Edit::Source(item) => toggle(&mut row.sources, item),
        Edit::User(user) => toggle(&mut row.users, user),
        Edit::Status(status) => toggle(&mut row.statuses, status),
        Edit::Only(item) => row.items = item.into_iter().collect(),
        Edit::Selection(id) => row.selection = id,
        Edit::FirstKind(kind) => row.first.kind = kind,
        Edit::FirstText(text) => row.first.text = text,
        Edit::LastKind(kind) => row.last.kind = kind,
        Edit::LastText(text) => row.last.text = text,
        Edit::Wording(wording) => row.wording = wording,
        Edit::Condition(condition) => row.condition = condition,
    }
}

/// Returns how a criterion can be asked, with the way it is asked now.
fn ways(row: &Row) -> Vec<(Op, bool)> {
    let mut ways = ops(&row.what).to_vec();
    if !ways.contains(&(row.op, row.negated)) {
        ways.push((row.op, row.negated));
    }
    ways
}

#[cfg(test)]
mod tests;
