//! Finding people and companies as one types, and the orders their lists can be in.

mod asking;
mod companies;
mod persons;

pub use companies::Column as CompanyColumn;
pub(super) use companies::Companies;
pub use persons::Column;
pub(super) use persons::Persons;

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::field_policy::Unsearched;
use super::{Desk, Error, Office};
use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::model::user::User;
use crate::model::{list, person};
use crate::search::{self, Builder, Change, Index, Query};
use crate::store::Db;
use crate::vault::{Cancel, Promise, Slot};

/// An order of a list. Those without a value come last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Order<C = Column> {
    /// By what.
    pub by: C,
    /// Whether the last comes first.
    pub descending: bool,
}

/// What a search found.
#[derive(Debug, Clone)]
pub struct Found<I = person::Id> {
    /// Who, in the order asked for.
    pub ids: Arc<Vec<I>>,
    /// Whether these are all; otherwise only the first are known yet.
    pub complete: bool,
}

// Derived, it would ask for identities that have a default.
impl<I> Default for Found<I> {
    fn default() -> Self {
        Self { ids: Arc::default(), complete: false }
    }
}

/// What can be found: the records of one kind, each under a number of its own.
pub(super) trait Findable: Send + Sync + Sized + 'static {
    /// The identity of a record.
    type Id: Copy + Ord + Hash + Send + Sync + 'static;
    /// What their list can be ordered by.
    type Column: Copy + Eq + Hash + Default + Send + 'static;
    /// The questions of which only the newest is answered.
    const SLOT: Slot;
    /// How many of the texts that the index takes, from the first on, are the name.
    const NAMES: usize;

    /// Returns the identity that a number is.
    fn id(number: i64) -> Self::Id;
    /// Returns the number of an identity.
    fn number(id: Self::Id) -> i64;
    /// Returns which records a write added, changed or removed.
    fn touched(changes: &Changes) -> Vec<Self::Id>;
    /// Returns all records in the order of their names.
    fn by_name(db: &Db) -> Result<Vec<Self::Id>, Error>;
    /// Returns the record that follows in the order of names.
    fn next_by_name(db: &Db, id: Self::Id) -> Result<Option<Self::Id>, Error>;
    /// Calls `each` with every record's texts as the index takes them, in the order of identities, but for what the
    /// user does not see.
    fn each(db: &Db, but: Unsearched, each: &mut dyn FnMut(Self::Id, &[&str])) -> Result<(), Error>;
    /// Calls `with` with the texts of one record, if it is there.
    fn one(db: &Db, but: Unsearched, id: Self::Id, with: &mut dyn FnMut(&[&str])) -> Result<(), Error>;
    /// Returns whether the user sees what a column shows: an order tells what a field holds as well.
    fn may_order(desk: &Desk<'_>, column: Self::Column) -> Result<bool, Error>;
    /// Returns all records in the order of a column that the user sees.
    fn order(desk: &Desk<'_>, column: Self::Column) -> Result<Ordered<Self::Id>, Error>;
    /// Returns the records that the user may not see.
    fn hidden(desk: &Desk<'_>) -> Result<HashSet<Self::Id>, Error>;
    /// Returns whether there may be records that a user may not see.
    fn may_hide(user: &User) -> bool;
    /// Returns the finder of these records.
    fn finder(office: &Office) -> &Arc<Finder<Self>>;
}

/// All records in one order.
#[derive(Debug, Clone)]
pub(super) struct Ordered<I> {
    ids: Arc<Vec<I>>,
    /// How many have a value in the column.
    with_value: usize,
}

/// Who waits for the index while it is being built; none while nobody builds it.
type Waiting = Option<Vec<Promise<Result<(), Error>>>>;

/// The search index and the orders that were asked for, kept in memory while the vault is open.
pub(super) struct Finder<F: Findable> {
    searchable: RwLock<Searchable<F::Id>>,
    orders: Mutex<Orders<F>>,
    /// Who waits for the index that is being built; none while nobody builds one.
    waiting: Mutex<Waiting>,
    /// What the user does not see, so that nothing is found by it.
    unsearched: Mutex<Unsearched>,
    /// Whether the index had to be given up, so that it is to be built again.
    lost: AtomicBool,
    /// Whether the vault is being closed, so that nothing is kept any more.
    closed: AtomicBool,
}

impl<F: Findable> Default for Finder<F> {
    fn default() -> Self {
        Self {
            searchable: RwLock::default(),
            orders: Mutex::default(),
            waiting: Mutex::default(),
            unsearched: Mutex::default(),
            lost: AtomicBool::default(),
            closed: AtomicBool::default(),
        }
    }
}

struct Searchable<I> {
    index: Option<Index>,
    /// What the next change is to bring along. Without an index: what was written while one is being built.
    missed: Missed<I>,
}

impl<I> Default for Searchable<I> {
    fn default() -> Self {
        Self { index: None, missed: Missed::default() }
    }
}

/// Records that were added, changed or removed.
#[derive(Debug, PartialEq, Eq)]
enum Missed<I> {
    /// These.
    Some(Vec<I>),
    /// So many that everything is read anew.
    Everything,
}

impl<I> Default for Missed<I> {
    fn default() -> Self {
        Self::Some(Vec::new())
    }
}

impl<I: Copy + PartialEq> Missed<I> {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Some(ids) if ids.is_empty())
    }

    /// Adds what another write did.
    fn add(&mut self, more: &Self) {
        if let (Self::Some(all), Self::Some(more)) = (&mut *self, more)
            && all.len() + more.len() <= MISSED_LIMIT
        {
            for id in more {
                if !all.contains(id) {
                    all.push(*id);
                }
            }
        } else {
            *self = Self::Everything;
        }
    }
}

struct Orders<F: Findable> {
    /// The names of list items are sorted as the reader's language has them.
    known: HashMap<(F::Column, Lang), Ordered<F::Id>>,
    /// The records that the user may not see.
    hidden: Option<Arc<HashSet<F::Id>>>,
    /// Counts how often the orders were forgotten: one that was read before that is not kept.
    generation: u64,
}

impl<F: Findable> Default for Orders<F> {
    fn default() -> Self {
        Self { known: HashMap::new(), hidden: None, generation: 0 }
    }
}

/// The building of an index. However it ends, those who wait hear of it.
struct Turn<F: Findable> {
    finder: Arc<Finder<F>>,
    outcome: Result<(), Error>,
}

impl<F: Findable> Drop for Turn<F> {
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

impl<F: Findable> Finder<F> {
    // No lock is held where something unfinished could be left behind, so a poisoned one is as good as any.

    fn searchable(&self) -> RwLockReadGuard<'_, Searchable<F::Id>> {
        self.searchable.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn searchable_mut(&self) -> RwLockWriteGuard<'_, Searchable<F::Id>> {
        self.searchable.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn orders(&self) -> MutexGuard<'_, Orders<F>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn unsearched(&self) -> Unsearched {
        *self.unsearched.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Finds nothing by what the user does not see.
    pub(super) fn leave_out(&self, unseen: Unsearched) {
        let before = std::mem::replace(&mut *self.unsearched.lock().unwrap_or_else(PoisonError::into_inner), unseen);
        if before != unseen {
            self.lose();
        }
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

    /// Forgets the orders, and whom the user may not see.
    pub(super) fn forget_orders(&self) {
        self.forget_orders_and(true);
    }

    fn forget_orders_and(&self, forget_hidden: bool) {
        let mut orders = self.orders();
        orders.known.clear();
        if forget_hidden {
            orders.hidden = None;
        }
        orders.generation += 1;
    }

    /// Returns whether it is known whom the user may not see.
    #[cfg(test)]
    pub(super) fn knows_hidden(&self) -> bool {
        self.orders().hidden.is_some()
    }

    /// Returns whether the index answers.
    fn is_ready(&self) -> bool {
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
        // Marks and selections neither are found nor order anything.
        if (Changes { bookmarks: false, selections: false, trash: false, ..changes.clone() }).is_empty() {
            return Ok(());
        }
        // Whom the user may not see is a matter of whose people they are, and of rights: finding that out anew for every
        // call that is noted would read everybody.
        let Changes { persons, removed, settings, everything, .. } = changes;
        self.forget_orders_and(!persons.is_empty() || !removed.is_empty() || *settings || *everything);
        let changed = if changes.every_name { Missed::Everything } else { Missed::Some(F::touched(changes)) };
        if changed.is_empty() {
            return Ok(());
        }
        // The lock is held for small changes only: the window asks this index between key and frame.
        let rebuild = {
            let mut searchable = self.searchable_mut();
            let Searchable { index, missed } = &mut *searchable;
            missed.add(&changed);
            match index.as_mut() {
                None => false,
                Some(known) => match std::mem::take(missed) {
                    Missed::Some(ids) => {
                        apply::<F>(db, self.unsearched(), known, &ids)?;
                        known.needs_rebuild()
                    }
                    Missed::Everything => true,
                },
            }
        };
        if rebuild {
            self.keep(build::<F>(db, self.unsearched())?);
        }
        Ok(())
    }

    /// Builds the index, and takes along what is written meanwhile.
    fn prepare(&self, db: &Db) -> Result<(), Error> {
        // What was written before is in what is read from here on.
        self.searchable_mut().missed = Missed::default();
        let mut built = build::<F>(db, self.unsearched())?;
        let mut caught_up = Missed::default();
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
                caught_up.add(&missed);
            }
            match &caught_up {
                Missed::Everything => {
                    caught_up = Missed::default();
                    built = build::<F>(db, self.unsearched())?;
                }
                // All at once: what was put in place before may be beside cards that moved since.
                Missed::Some(ids) => db.snapshot(|db| apply::<F>(db, self.unsearched(), &mut built, ids))?,
            }
        }
    }

    /// Returns what to ask before a desk reads its first row, for [`Finder::ordered`] and [`Finder::hidden`].
    fn generation(&self) -> u64 {
        self.orders().generation
    }

    /// Returns the records that the user may not see, and keeps them, unless something was written since `generation`.
    fn hidden(&self, desk: &Desk<'_>, generation: u64) -> Result<Arc<HashSet<F::Id>>, Error> {
        if let Some(known) = &self.orders().hidden {
            return Ok(Arc::clone(known));
        }
        let hidden = Arc::new(F::hidden(desk)?);
        let mut orders = self.orders();
        if orders.generation == generation && !self.is_closed() {
            orders.hidden = Some(Arc::clone(&hidden));
        }
        Ok(hidden)
    }

    /// Returns the order that is kept, or keeps the one that `read` finds, unless something was written since
    /// `generation`.
    ///
    /// The desk must have read its first row after that: what a transaction sees is as old as its first row.
    fn ordered(
        &self,
        key: (F::Column, Lang),
        generation: u64,
        read: impl FnOnce() -> Result<Ordered<F::Id>, Error>,
    ) -> Result<Ordered<F::Id>, Error> {
        if let Some(known) = self.orders().known.get(&key) {
            return Ok(known.clone());
        }
        let ordered = read()?;
        let mut orders = self.orders();
        if orders.generation == generation && !self.is_closed() {
            orders.known.insert(key, ordered.clone());
        }
        Ok(ordered)
    }

    /// Returns who matches, by name, as far as the index knows; none while it is not ready.
    fn hits(&self, query: &Query, cancel: &Cancel) -> Result<Option<Vec<F::Id>>, Error> {
        let searchable = self.searchable();
        let Some(index) = searchable.index.as_ref() else { return Ok(None) };
        let hits = index.all(query, cancel.flag()).ok_or(Error::Gone)?;
        Ok(Some(hits.into_iter().map(F::id).collect()))
    }
}

fn build<F: Findable>(db: &Db, but: Unsearched) -> Result<Index, Error> {
    db.snapshot(|db| {
        // The tables are read in the order of identities, which is how they lie in the file; the index wants the order
        // of names. The folded texts wait in one buffer in between.
        let order = F::by_name(db)?;
        let mut builder = Builder::with_capacity(order.len());
        let mut buffer = Builder::with_capacity(order.len());
        F::each(db, but, &mut |id, fields| buffer.push(F::number(id), fields))?;
        builder.push_from(&buffer, order.into_iter().map(F::number));
        Ok(builder.build())
    })
}

fn apply<F: Findable>(db: &Db, but: Unsearched, index: &mut Index, ids: &[F::Id]) -> Result<(), Error> {
    // All are taken out first: where one goes is told by the next record that is in its place already.
    for id in ids {
        index.apply(Change::Remove(F::number(*id)));
    }
    for id in ids {
        let mut before = F::next_by_name(db, *id)?;
        while let Some(next) = before {
            if index.position(F::number(next)).is_some() {
                break;
            }
            before = F::next_by_name(db, next)?;
        }
        F::one(db, but, *id, &mut |fields| {
            index.apply(Change::Put { id: F::number(*id), fields, before: before.map(F::number) });
        })?;
    }
    Ok(())
}

/// Returns the texts of a record as the index takes them: first the parts of the name, also an empty one; numbers of
/// phones as digits, and of the rest nothing empty.
fn fields<'t, const N: usize>(
    name: [&'t String; N],
    texts: impl IntoIterator<Item = &'t String>,
    digits: &'t [String],
) -> Vec<&'t str> {
    let rest = texts.into_iter().chain(digits).map(String::as_str).filter(|text| !text.is_empty());
    name.into_iter().map(String::as_str).chain(rest).collect()
}

fn digits(numbers: &[String]) -> Vec<String> {
    numbers.iter().map(|number| search::phone_digits(number)).collect()
}

/// Returns the place of every item of some lists among all their names in the user's language.
fn places(desk: &Desk<'_>, lists: &[list::List]) -> Result<HashMap<list::Id, usize>, Error> {
    let known = desk.lists()?;
    let mut items: Vec<(Vec<u8>, list::Id)> = Vec::new();
    for list in lists {
        for item in known.of(*list) {
            items.push((desk.sort_keys()?.key(super::lists::name(item, desk.lang())), item.id));
        }
    }
    items.sort();
    Ok(items.into_iter().enumerate().map(|(place, (_, id))| (id, place)).collect())
}

fn place(places: &HashMap<list::Id, usize>, id: list::Id) -> usize {
    places.get(&id).copied().unwrap_or(usize::MAX)
}

/// Orders records by a key that some have; equal ones, and those without, stay in the order of names.
///
/// `keys` is in the order of identities.
fn sorted<I: Copy + Ord, K: Ord>(by_name: Vec<I>, keys: Vec<(I, K)>) -> Ordered<I> {
    let key = |id: &I| keys.binary_search_by_key(id, |(known, _)| *known).ok();
    let mut with: Vec<(usize, I)> = Vec::with_capacity(keys.len());
    let mut without = Vec::new();
    for id in &by_name {
        match key(id) {
            Some(place) => with.push((place, *id)),
            None => without.push(*id),
        }
    }
    with.sort_by(|(a, _), (b, _)| keys[*a].1.cmp(&keys[*b].1));
    let with_value = with.len();
    Ordered { ids: Arc::new(with.into_iter().map(|(_, id)| id).chain(without).collect()), with_value }
}

/// Returns what of `text` a search for `typed` marks: ranges of bytes, in order.
pub fn marks(typed: &str, text: &str) -> Vec<std::ops::Range<usize>> {
    search::Query::new(typed).matches(text)
}

#[cfg(test)]
mod tests;
