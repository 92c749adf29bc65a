//! Finding people as one types, and the orders a list can be in.

mod orders;

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError};

use super::{Answer, Desk, Error, Office};
use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::model::person::Id;
use crate::model::user::Right;
use crate::search::{self, Builder, Change, Index, Query};
use crate::store::feed::Texts;
use crate::store::{self, Db};
use crate::vault::{Cancel, Promise, Reply, Slot};

/// What a list can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// Name.
    #[default]
    Name,
    /// The company's name.
    Company,
    /// The first e-mail address.
    Email,
    /// The first mobile number.
    Mobile,
    /// Title.
    Title,
    /// The city of the first address.
    City,
    /// Who here is responsible.
    OurContact,
    /// When the last activity took place.
    LastActivity,
    /// Category.
    Category,
    /// The legal basis for sales and service.
    Basis,
    /// When the card was last changed.
    Updated,
}

/// An order of a list. Persons without a value come last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Order {
    /// By what.
    pub by: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Who, in the order asked for.
    pub ids: Arc<Vec<Id>>,
    /// Whether these are all; otherwise only the first are known yet.
    pub complete: bool,
}

/// All persons in one order.
#[derive(Debug, Clone)]
struct Ordered {
    ids: Arc<Vec<Id>>,
    /// How many have a value in the column.
    with_value: usize,
}

/// Who waits for the index while it is being built; none while nobody builds it.
type Waiting = Option<Vec<Promise<Result<(), Error>>>>;

/// The search index and the orders that were asked for, kept in memory while the vault is open.
#[derive(Default)]
pub struct Finder {
    searchable: RwLock<Searchable>,
    orders: Mutex<Orders>,
    /// Who waits for the index that is being built; none while nobody builds one.
    waiting: Mutex<Waiting>,
    /// Whether the index had to be given up, so that it is to be built again.
    lost: AtomicBool,
    /// Whether the vault is being closed, so that nothing is kept any more.
    closed: AtomicBool,
}

#[derive(Default)]
struct Searchable {
    index: Option<Index>,
    /// What the next change is to bring along. Without an index: what was written while one is being built.
    missed: Changes,
}

#[derive(Default)]
struct Orders {
    /// The names of list items are sorted as the reader's language has them.
    known: HashMap<(Column, Lang), Ordered>,
    /// Counts how often the orders were forgotten: one that was read before that is not kept.
    generation: u64,
}

/// The building of an index. However it ends, those who wait hear of it.
struct Turn {
    finder: Arc<Finder>,
    outcome: Result<(), Error>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let waiting = self.finder.waiting().take();
        for promise in waiting.into_iter().flatten() {
            // An error cannot be told twice: only the first who asked hears which it is.
            let next = if self.outcome.is_ok() { Ok(()) } else { Err(Error::Failed) };
            promise.keep(std::mem::replace(&mut self.outcome, next));
        }
    }
}

/// The first hits that are worth showing before all are counted: more than a screen has rows.
pub const FIRST: usize = 200;

/// With more changed cards than this it is quicker to build the index anew.
const MISSED_LIMIT: usize = 2_000;

impl Finder {
    // No lock is held where something unfinished could be left behind, so a poisoned one is as good as any.

    fn searchable(&self) -> RwLockReadGuard<'_, Searchable> {
        self.searchable.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn searchable_mut(&self) -> RwLockWriteGuard<'_, Searchable> {
        self.searchable.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    /// Starts with an empty index: the vault is new.
    pub(super) fn nothing_yet(&self) {
        self.keep(Builder::new().build());
    }

    /// Forgets everything for good, because the vault is being closed.
    pub(super) fn close(&self) {
        // First, so that whoever keeps something afterwards sees it under the lock.
        self.closed.store(true, Ordering::Release);
        self.forget();
    }

    fn forget(&self) {
        *self.searchable_mut() = Searchable::default();
        self.forget_orders();
    }

    /// Gives the index up, because it could not follow a change. The next search has it built again.
    pub(super) fn lose(&self) {
        self.forget();
        self.lost.store(true, Ordering::Release);
    }

    /// Forgets the orders.
    pub(super) fn forget_orders(&self) {
        let mut orders = self.orders();
        orders.known.clear();
        orders.generation += 1;
    }

    /// Returns whether the index answers.
    pub fn is_ready(&self) -> bool {
        self.searchable().index.is_some()
    }

    fn keep(&self, index: Index) {
        let mut searchable = self.searchable_mut();
        if !self.is_closed() {
            searchable.index = Some(index);
        }
    }

    /// Brings the index up to date after a committed write.
    pub(super) fn follow(&self, db: &Db, changes: &Changes) -> Result<(), Error> {
        // Marks neither are found nor order anything.
        if (Changes { bookmarks: false, ..changes.clone() }).is_empty() {
            return Ok(());
        }
        self.forget_orders();
        // The lock is held for small changes only: the window asks this index between key and frame.
        let rebuild = {
            let mut searchable = self.searchable_mut();
            let Searchable { index, missed } = &mut *searchable;
            add(missed, changes);
            match index.as_mut() {
                None => false,
                Some(known) => {
                    let missed = std::mem::take(missed);
                    if !missed.everything {
                        apply(db, known, &missed)?;
                    }
                    missed.everything || known.needs_rebuild()
                }
            }
        };
        if rebuild {
            self.keep(build(db)?);
        }
        Ok(())
    }

    /// Builds the index, and takes along what is written meanwhile.
    fn prepare(&self, db: &Db) -> Result<(), Error> {
        // What was written before is in what is read from here on.
        self.searchable_mut().missed = Changes::default();
        let mut built = build(db)?;
        let mut caught_up = Changes::default();
        loop {
            {
                let mut searchable = self.searchable_mut();
                if self.is_closed() {
                    return Err(Error::Gone);
                }
                let missed = std::mem::take(&mut searchable.missed);
                if missed.is_empty() {
                    // What was caught up with may have been put beside cards that the write now being committed
                    // moves. The next change puts it in its place once more.
                    *searchable = Searchable { index: Some(built), missed: caught_up };
                    return Ok(());
                }
                add(&mut caught_up, &missed);
            }
            if caught_up.everything {
                caught_up = Changes::default();
                built = build(db)?;
            } else {
                // All at once: what was put in place before may be beside cards that moved since.
                db.snapshot(|db| apply(db, &mut built, &caught_up))?;
            }
        }
    }

    /// Returns the order that is kept, or keeps the one that `read` finds, unless something was written meanwhile.
    ///
    /// `read` must read its first row itself: what a transaction sees is as old as its first row.
    fn ordered(&self, key: (Column, Lang), read: impl FnOnce() -> Result<Ordered, Error>) -> Result<Ordered, Error> {
        let generation = {
            let orders = self.orders();
            if let Some(known) = orders.known.get(&key) {
                return Ok(known.clone());
            }
            orders.generation
        };
        let ordered = read()?;
        let mut orders = self.orders();
        if orders.generation == generation && !self.is_closed() {
            orders.known.insert(key, ordered.clone());
        }
        Ok(ordered)
    }

    /// Returns who matches, by name, as far as the index knows; none while it is not ready.
    fn hits(&self, query: &Query, cancel: &Cancel) -> Result<Option<Vec<Id>>, Error> {
        let searchable = self.searchable();
        let Some(index) = searchable.index.as_ref() else { return Ok(None) };
        let hits = index.all(query, cancel.flag()).ok_or(Error::Gone)?;
        Ok(Some(hits.into_iter().map(Id).collect()))
    }
}

/// Adds what another write did to cards.
fn add(all: &mut Changes, more: &Changes) {
    if all.everything {
        return;
    }
    let count: usize = [&all.persons, &all.removed, &more.persons, &more.removed].iter().map(|ids| ids.len()).sum();
    if more.everything || count > MISSED_LIMIT {
        all.everything();
        return;
    }
    more.persons.iter().for_each(|id| all.person(*id));
    all.removed.extend(&more.removed);
}

/// Calls `with` with the texts of a person as the index takes them: phones as digits.
fn with_fields<T>(texts: &Texts, with: impl FnOnce(&[&str]) -> T) -> T {
    let digits: Vec<String> = texts.phones.iter().map(|number| search::phone_digits(number)).collect();
    let fields: Vec<&str> = [&texts.last_name, &texts.first_name, &texts.company, &texts.number]
        .into_iter()
        .chain(&texts.emails)
        .chain(&digits)
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    with(&fields)
}

fn build(db: &Db) -> Result<Index, Error> {
    db.snapshot(|db| {
        // The tables are read in the order of identities, which is how they lie in the file; the index wants the order
        // of names. The folded texts wait in one buffer in between.
        let order = store::feed::by_name(db)?;
        let mut builder = Builder::with_capacity(order.len());
        let mut buffer = Builder::with_capacity(order.len());
        store::feed::each_texts(db, |id, texts| {
            with_fields(texts, |fields| buffer.push(id.0, fields));
            true
        })?;
        builder.push_from(&buffer, order.iter().map(|id| id.0));
        Ok(builder.build())
    })
}

fn apply(db: &Db, index: &mut Index, changes: &Changes) -> Result<(), Error> {
    for id in &changes.removed {
        index.apply(Change::Remove(id.0));
    }
    // All are taken out first: where one goes is told by the next card that is in its place already.
    for id in &changes.persons {
        index.apply(Change::Remove(id.0));
    }
    for id in &changes.persons {
        let Some(texts) = store::feed::texts(db, *id)? else { continue };
        let mut before = store::feed::next_by_name(db, *id)?;
        while let Some(next) = before {
            if index.position(next.0).is_some() {
                break;
            }
            before = store::feed::next_by_name(db, next)?;
        }
        with_fields(&texts, |fields| index.apply(Change::Put { id: id.0, fields, before: before.map(|id| id.0) }));
    }
    Ok(())
}

/// Returns who matches, in an order.
fn find(desk: &Desk<'_>, finder: &Finder, typed: &str, order: Order) -> Result<Found, Error> {
    desk.require(Right::See)?;
    let query = Query::new(typed);
    if order == Order::default() && !query.is_empty() {
        let ids = match finder.hits(&query, desk.cancel())? {
            Some(hits) => hits,
            None => scan(desk.db(), &query)?,
        };
        return Ok(Found { ids: Arc::new(ids), complete: true });
    }
    let all = finder.ordered((order.by, desk.lang()), || orders::order(desk, order.by))?;
    let hits: Option<HashSet<Id>> = if query.is_empty() {
        None
    } else {
        let hits = match finder.hits(&query, desk.cancel())? {
            Some(hits) => hits,
            None => scan(desk.db(), &query)?,
        };
        Some(hits.into_iter().collect())
    };
    if hits.is_none() && !order.descending {
        return Ok(Found { ids: all.ids, complete: true });
    }
    let (with, without) = all.ids.split_at(all.with_value);
    let wanted = |id: &&Id| hits.as_ref().is_none_or(|hits| hits.contains(id));
    let ids = if order.descending {
        with.iter().rev().chain(without).filter(wanted).copied().collect()
    } else {
        all.ids.iter().filter(wanted).copied().collect()
    };
    Ok(Found { ids: Arc::new(ids), complete: true })
}

/// Returns who matches, by name, by reading every card: what a command does that asks once.
fn scan(db: &Db, query: &Query) -> Result<Vec<Id>, Error> {
    let mut hits = HashSet::new();
    store::feed::each_texts(db, |id, texts| {
        if with_fields(texts, |fields| query.is_in(fields)) {
            hits.insert(id);
        }
        true
    })?;
    let by_name = store::feed::by_name(db)?;
    Ok(by_name.into_iter().filter(|id| hits.contains(id)).collect())
}

impl Office {
    /// Builds the search index in the background, if that has not been done. Whoever asks while it is being built is
    /// answered with the others, when it is ready.
    pub fn prepare_search(&self) -> Answer<()> {
        let (promise, reply) = Reply::promised();
        let finder = Arc::clone(&self.0.finder);
        {
            let mut waiting = finder.waiting();
            if finder.is_ready() {
                promise.keep(Ok(()));
                return Answer(reply);
            }
            if let Some(waiting) = waiting.as_mut() {
                waiting.push(promise);
                return Answer(reply);
            }
            *waiting = Some(vec![promise]);
        }
        let turn = Turn { finder, outcome: Err(Error::Gone) };
        self.0.vault.read_on(move |work| {
            let mut turn = turn;
            turn.outcome = turn.finder.prepare(work.db);
            if let Err(error) = &turn.outcome
                && !turn.finder.is_closed()
            {
                tracing::warn!(%error, "the search index was not built");
                turn.finder.lost.store(true, Ordering::Release);
            }
        });
        Answer(reply)
    }

    /// Finds persons: every word, anywhere in name, company, e-mails, phone digits or number. An empty text finds all.
    ///
    /// A newer question replaces this one, which then answers [`Error::Gone`].
    pub fn find(&self, typed: &str, order: Order) -> Answer<Found> {
        let (finder, typed) = (Arc::clone(&self.0.finder), typed.to_owned());
        let answer = self.latest(Slot("find"), move |desk| find(desk, &finder, &typed, order));
        // Until it is there again, every card is read for an answer.
        if self.0.finder.lost.swap(false, Ordering::AcqRel) {
            drop(self.prepare_search());
        }
        answer
    }

    /// Returns the first hits by name at once, without asking the vault; none while the index is not ready.
    ///
    /// Takes a fraction of a millisecond, so a window may call it between key and frame.
    pub fn find_first(&self, typed: &str) -> Option<Found> {
        // Not waited for: while the index is being changed, the whole answer comes a moment later.
        let searchable = match self.0.finder.searchable.try_read() {
            Ok(searchable) => searchable,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        let hits: Vec<Id> = searchable.index.as_ref()?.first(&Query::new(typed), FIRST).into_iter().map(Id).collect();
        let complete = hits.len() < FIRST;
        Some(Found { ids: Arc::new(hits), complete })
    }
}

/// Returns what of `text` a search for `typed` marks: ranges of bytes, in order.
pub fn marks(typed: &str, text: &str) -> Vec<std::ops::Range<usize>> {
    search::Query::new(typed).matches(text)
}

#[cfg(test)]
mod tests;
