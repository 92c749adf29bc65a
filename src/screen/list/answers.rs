//! Asking whom the list is to show, and taking the answer: what was shown stays until the first rows have been read.

use std::sync::Arc;

use iced::Task;
use iced::widget::operation;

use super::{Done, Kind, Message, State, quietly};
use crate::office::finding::{Found, Order};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::screen::{Action, Scene, Step};
use crate::widget::long_list;

/// How many rows are read before the window's height is known.
const FIRST_ROWS: usize = 48;
/// How many rows are read beyond the window on each side.
const MARGIN: usize = 24;

/// A result whose first rows are being read.
#[derive(Debug)]
pub(super) struct Arriving<I> {
    hits: Hits<I>,
    is_new: bool,
    batch: u64,
}

/// What a question found.
#[derive(Debug, Clone)]
pub struct Hits<I> {
    found: Found<I>,
    /// The row of the person the keyboard was on.
    cursor: Option<usize>,
}

impl<K: Kind> State<K> {
    /// Asks who is to be shown; `is_new` where it is another question and not the same people anew.
    pub(super) fn ask(&mut self, scene: &Scene, is_new: bool) -> Task<Message<K>> {
        self.question += 1;
        self.opens_likeliest = false;
        let question = self.question;
        let mut at_once = Task::none();
        if is_new
            && self.order == Order::default()
            && self.only.is_none()
            && let Some(found) = K::find_first(&scene.office, &self.typed)
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
        if let Some(order) = self.only.as_ref().and_then(|only| only.order.clone()) {
            self.is_waiting = false;
            let cursor = keep.and_then(|keep| order.iter().position(|id| *id == keep));
            let found = Found { ids: order, complete: true };
            return self.receive(Hits { found, cursor }, is_new, scene).0.task;
        }
        let only = self.only.as_ref().map(|only| Arc::clone(&only.ids));
        let lang = scene.lang;
        // Asked here and not in the task: tasks may start in any order, and the newest question must come last.
        let answer = K::find(&scene.office, &self.typed, self.order);
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
    pub(super) fn receive(&mut self, hits: Hits<K::Id>, is_new: bool, scene: &Scene) -> Done<K> {
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
        let lines = scene.office.latest(K::SLOTS.0, move |desk| K::lines(desk, &missing));
        quietly(Step::task(Task::perform(lines, move |lines| {
            Message::Arrived(batch, lines.map_err(|error| Problem::new(&error, lang)))
        })))
    }

    pub(super) fn arrived(&mut self, batch: u64, lines: Result<Vec<K::Line>, Problem>, scene: &Scene) -> Done<K> {
        let problem = match lines {
            Ok(lines) => {
                self.lines.learn(lines.into_iter().map(|line| (K::id(&line), line)));
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

    fn show(&mut self, hits: Hits<K::Id>, is_new: bool, scene: &Scene) -> Done<K> {
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
            Some(row) => long_list::scroll_to(K::ROWS, row),
            None if is_new => long_list::scroll_to(K::ROWS, 0),
            None => Task::none(),
        };
        let keys = if self.wants_keys && !self.found.ids.is_empty() {
            self.wants_keys = !self.found.complete;
            self.is_given |= self.cursor.is_none();
            operation::focus(K::ROWS)
        } else if self.wants_keys && self.is_empty() {
            operation::focus(K::FIRST)
        } else {
            Task::none()
        };
        if self.is_given && !self.found.ids.is_empty() {
            self.put_cursor(Some(0));
            self.is_given = true;
        }
        let task = Task::batch([scroll, keys, self.read_visible(scene)]);
        if std::mem::take(&mut self.opens_likeliest) {
            let (step, ask) = self.open_likeliest(scene);
            return (Step { task: Task::batch([task, step.task]), ..step }, ask);
        }
        (Step::task(task), None)
    }

    /// Reads what is missing of the rows near the window.
    pub(super) fn read_visible(&mut self, scene: &Scene) -> Task<Message<K>> {
        let len = self.found.ids.len();
        let near = self.visible.start.saturating_sub(MARGIN).min(len)..(self.visible.end + MARGIN).min(len);
        let near = &self.found.ids[near];
        self.lines.trim(near);
        let missing = self.lines.missing(near);
        if missing.is_empty() {
            return Task::none();
        }
        let lang = scene.lang;
        let lines = scene.office.latest(K::SLOTS.1, move |desk| K::lines(desk, &missing));
        Task::perform(lines, move |lines| Message::Read(lines.map_err(|error| Problem::new(&error, lang))))
    }
}

/// Returns the step that tells a problem, but for questions that a newer one replaced.
pub(super) fn said<K: Kind>(problem: Problem) -> Step<Message<K>> {
    if problem.kind == Trouble::Dropped { Step::none() } else { Step::ask(Action::Problem(problem)) }
}
