//! What a list shows instead of all: certain ones, the favourites, or what was looked at last.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use iced::Task;

use super::{Done, Kind, Message, State, quietly, said};
use crate::office::problem::Problem;
use crate::screen::{Scene, Step};
use crate::t;

/// Which people the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Everybody.
    All,
    /// Certain people.
    These,
    /// The favourites.
    Favourites,
    /// Whose cards were opened last.
    Recent,
}

/// Whom alone the list shows.
#[derive(Debug, Clone)]
pub struct Only<I> {
    pub(super) which: Which,
    pub(super) ids: Arc<HashSet<I>>,
    /// In which order, as long as nobody chose another.
    pub(super) order: Option<Arc<Vec<I>>>,
    heading: String,
}

impl<I: Copy + Eq + Hash> Only<I> {
    /// Returns that the list shows exactly these.
    pub(super) fn these(ids: Vec<I>, heading: String) -> Self {
        Self { which: Which::These, ids: Arc::new(ids.into_iter().collect()), order: None, heading }
    }

    /// Returns what the people are called.
    pub(super) fn heading(&self, scene: &Scene) -> String {
        match self.which {
            Which::All | Which::These => self.heading.clone(),
            Which::Favourites => t!(scene.lang, "list-favourites"),
            Which::Recent => t!(scene.lang, "list-recent"),
        }
    }

    /// Forgets people who are gone.
    pub(super) fn forget(&mut self, removed: &[I]) {
        if let Some(order) = &mut self.order
            && !removed.is_empty()
        {
            *order = Arc::new(order.iter().filter(|id| !removed.contains(id)).copied().collect());
        }
    }
}

impl<K: Kind> State<K> {
    /// Returns whether the user marked a person.
    pub fn is_favourite(&self, id: K::Id) -> bool {
        self.favourites.contains(&id)
    }

    /// Returns what a list of some alone is called.
    pub fn heading(&self, scene: &Scene) -> Option<String> {
        self.only.as_ref().map(|only| only.heading(scene))
    }

    /// Returns which people the list shows.
    pub fn which(&self) -> Which {
        self.only.as_ref().map_or(Which::All, |only| only.which)
    }

    /// Reads whom the user marked.
    pub(super) fn read_favourites(scene: &Scene) -> Task<Message<K>> {
        let lang = scene.lang;
        let marked = scene.office.read(|desk| K::favourites(desk));
        Task::perform(marked, move |marked| Message::Marked(marked.map_err(|error| Problem::new(&error, lang))))
    }

    /// Takes whom the user marked.
    pub(super) fn marked(&mut self, marked: Result<Vec<K::Id>, Problem>, scene: &Scene) -> Done<K> {
        match marked {
            Ok(marked) => {
                self.favourites = marked.into_iter().collect();
                let task = match &mut self.only {
                    Some(only) if only.which == Which::Favourites => {
                        only.ids = Arc::new(self.favourites.clone());
                        self.ask(scene, false)
                    }
                    Some(_) | None => Task::none(),
                };
                quietly(Step::task(task))
            }
            Err(problem) => quietly(said(problem)),
        }
    }

    /// Shows other people.
    pub fn show_which(&mut self, which: Which, scene: &Scene) -> Task<Message<K>> {
        match which {
            Which::All => self.clear(scene),
            Which::These => Task::none(),
            Which::Favourites => {
                self.typed.clear();
                let ids = Arc::new(self.favourites.clone());
                self.only = Some(Only { which, ids, order: None, heading: String::new() });
                self.wants_keys = true;
                self.ask(scene, true)
            }
            Which::Recent => {
                let lang = scene.lang;
                let seen = scene.office.read(|desk| K::recent(desk));
                Task::perform(seen, move |seen| Message::Seen(seen.map_err(|error| Problem::new(&error, lang))))
            }
        }
    }

    /// Shows whose cards were opened last, the newest first.
    pub(super) fn seen(&mut self, seen: Result<Vec<K::Id>, Problem>, scene: &Scene) -> Done<K> {
        match seen {
            Ok(seen) => {
                self.typed.clear();
                let ids = Arc::new(seen.iter().copied().collect());
                let order = Some(Arc::new(seen));
                self.only = Some(Only { which: Which::Recent, ids, order, heading: String::new() });
                self.wants_keys = true;
                quietly(Step::task(self.ask(scene, true)))
            }
            Err(problem) => quietly(said(problem)),
        }
    }

    /// Returns whether a column says in which order people are.
    pub fn has_column_order(&self) -> bool {
        self.only.as_ref().is_none_or(|only| only.order.is_none())
    }

    /// Lets a column order people who had an order of their own.
    pub(super) fn stop_keeping_order(&mut self) {
        if let Some(only) = &mut self.only {
            only.order = None;
        }
    }
}
