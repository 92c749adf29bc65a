//! Finding people as one types, and the orders a list can be in.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, RwLock};

use super::{Answer, Desk, Error, Office};
use crate::model::basis::Basis;
use crate::model::change::Changes;
use crate::model::list;
use crate::model::person::Id;
use crate::model::user::Right;
use crate::search::{self, Builder, Change, Index, Query};
use crate::store::feed::Texts;
use crate::store::{self, Db};
use crate::vault::Slot;

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

/// The search index and the orders that were asked for, kept in memory while the vault is open.
#[derive(Default)]
pub struct Finder {
    index: RwLock<Option<Index>>,
    /// What was written while the index was being built.
    missed: Mutex<Vec<Changes>>,
    orders: Mutex<HashMap<Column, Ordered>>,
    building: AtomicBool,
}

/// The first hits that are worth showing before all are counted: more than a screen has rows.
pub const FIRST: usize = 200;

impl Finder {
    /// Starts with an empty index: the vault is new.
    pub(super) fn nothing_yet(&self) {
        if let Ok(mut index) = self.index.write() {
            *index = Some(Builder::new().build());
        }
    }

    /// Forgets everything, because the vault is being locked.
    pub(super) fn forget(&self) {
        if let Ok(mut index) = self.index.write() {
            *index = None;
        }
        self.forget_orders();
    }

    fn forget_orders(&self) {
        if let Ok(mut orders) = self.orders.lock() {
            orders.clear();
        }
    }

    /// Returns whether the index answers.
    pub fn is_ready(&self) -> bool {
        self.index.read().is_ok_and(|index| index.is_some())
    }

    /// Brings the index up to date after a committed write.
    pub(super) fn follow(&self, db: &Db, changes: &Changes) -> Result<(), Error> {
        if changes.everything || !changes.persons.is_empty() || !changes.removed.is_empty() {
            self.forget_orders();
        }
        // The lock is held for small changes only: the window asks this index between key and frame.
        let rebuild = {
            let mut index = self.index.write().map_err(|_| Error::Failed)?;
            match index.as_mut() {
                None => {
                    self.missed.lock().map_err(|_| Error::Failed)?.push(changes.clone());
                    false
                }
                Some(_) if changes.everything => true,
                Some(known) => {
                    apply(db, known, changes)?;
                    known.needs_rebuild()
                }
            }
        };
        if rebuild {
            let built = build(db)?;
            *self.index.write().map_err(|_| Error::Failed)? = Some(built);
        }
        Ok(())
    }

    /// Builds the index if nobody has yet.
    fn prepare(&self, db: &Db) -> Result<(), Error> {
        use std::sync::atomic::Ordering::AcqRel;
        if self.is_ready() || self.building.swap(true, AcqRel) {
            return Ok(());
        }
        let built = build(db);
        self.building.store(false, std::sync::atomic::Ordering::Release);
        let mut built = built?;
        let mut index = self.index.write().map_err(|_| Error::Failed)?;
        let missed = std::mem::take(&mut *self.missed.lock().map_err(|_| Error::Failed)?);
        for changes in missed {
            if changes.everything {
                built = build(db)?;
            } else {
                apply(db, &mut built, &changes)?;
            }
        }
        *index = Some(built);
        Ok(())
    }

    fn ordered(&self, desk: &Desk<'_>, column: Column) -> Result<Ordered, Error> {
        if let Some(known) = self.orders.lock().map_err(|_| Error::Failed)?.get(&column) {
            return Ok(known.clone());
        }
        let ordered = order(desk, column)?;
        self.orders.lock().map_err(|_| Error::Failed)?.insert(column, ordered.clone());
        Ok(ordered)
    }

    /// Returns who matches, by name, as far as the index knows; none while it is not ready.
    fn hits(&self, query: &Query) -> Result<Option<Vec<Id>>, Error> {
        let index = self.index.read().map_err(|_| Error::Failed)?;
        let Some(index) = index.as_ref() else { return Ok(None) };
        let hits = index.all(query, &AtomicBool::new(false)).ok_or(Error::Gone)?;
        Ok(Some(hits.into_iter().map(Id).collect()))
    }
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
    // The tables are read in the order of identities, which is how they lie in the file; the index wants the order of
    // names. The folded texts wait in one buffer in between.
    let order = store::feed::by_name(db)?;
    let mut builder = Builder::with_capacity(order.len());
    let mut buffer = Builder::with_capacity(order.len());
    store::feed::each_texts(db, |id, texts| {
        with_fields(texts, |fields| buffer.push(id.0, fields));
        true
    })?;
    builder.push_from(&buffer, order.iter().map(|id| id.0));
    Ok(builder.build())
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

/// Returns all persons in the order of a column.
fn order(desk: &Desk<'_>, column: Column) -> Result<Ordered, Error> {
    let db = desk.db();
    let by_name = store::feed::by_name(db)?;
    match column {
        Column::Name => Ok(Ordered { with_value: by_name.len(), ids: Arc::new(by_name) }),
        Column::Company => Ok(sorted(by_name, store::feed::company_places(db)?)),
        Column::Email => Ok(sorted(by_name, store::feed::first_emails(db)?)),
        Column::Mobile => Ok(sorted(by_name, store::feed::first_mobiles(db)?)),
        Column::Updated => Ok(sorted(by_name, store::feed::updated(db)?)),
        Column::Category => {
            let places = places(desk)?;
            let keys = store::feed::categories(db)?.into_iter().map(|(id, item)| (id, place(&places, item))).collect();
            Ok(sorted(by_name, keys))
        }
        Column::Basis => {
            let places = places(desk)?;
            let mut keys = Vec::new();
            store::ledger::each_current(db, list::SALES, |id, basis: Basis| {
                keys.push((id, place(&places, basis.item())))
            })?;
            Ok(sorted(by_name, keys))
        }
    }
}

/// Returns the place of every list item among all items' names in the user's language.
fn places(desk: &Desk<'_>) -> Result<HashMap<list::Id, usize>, Error> {
    let lists = desk.lists()?;
    let mut items: Vec<(Vec<u8>, list::Id)> = Vec::new();
    for list in [list::List::Category, list::List::Basis] {
        for item in lists.of(list) {
            items.push((desk.sort_keys()?.key(super::lists::name(item, desk.lang())), item.id));
        }
    }
    items.sort();
    Ok(items.into_iter().enumerate().map(|(place, (_, id))| (id, place)).collect())
}

fn place(places: &HashMap<list::Id, usize>, id: list::Id) -> usize {
    places.get(&id).copied().unwrap_or(usize::MAX)
}

/// Orders persons by a key that some have; equal ones, and those without, stay in the order of names.
///
/// `keys` is in the order of identities.
fn sorted<K: Ord>(by_name: Vec<Id>, keys: Vec<(Id, K)>) -> Ordered {
    let key = |id: &Id| keys.binary_search_by_key(id, |(known, _)| *known).ok();
    let mut with: Vec<(usize, Id)> = Vec::with_capacity(keys.len());
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

/// Returns who matches, in an order.
fn find(desk: &Desk<'_>, finder: &Finder, typed: &str, order: Order) -> Result<Found, Error> {
    desk.require(Right::See)?;
    let query = Query::new(typed);
    if order == Order::default() && !query.is_empty() {
        let ids = match finder.hits(&query)? {
            Some(hits) => hits,
            None => scan(desk.db(), &query)?,
        };
        return Ok(Found { ids: Arc::new(ids), complete: true });
    }
    let all = finder.ordered(desk, order.by)?;
    let hits: Option<HashSet<Id>> = if query.is_empty() {
        None
    } else {
        let hits = match finder.hits(&query)? {
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
    /// Builds the search index in the background, if that has not been done.
    pub fn prepare_search(&self) -> Answer<()> {
        let finder = Arc::clone(&self.0.finder);
        self.read(move |desk| finder.prepare(desk.db()))
    }

    /// Finds persons: every word, anywhere in name, company, e-mails, phone digits or number. An empty text finds all.
    ///
    /// A newer question replaces this one, which then answers [`Error::Gone`].
    pub fn find(&self, typed: &str, order: Order) -> Answer<Found> {
        let (finder, typed) = (Arc::clone(&self.0.finder), typed.to_owned());
        self.latest(Slot("find"), move |desk| find(desk, &finder, &typed, order))
    }

    /// Returns the first hits by name at once, without asking the vault; none while the index is not ready.
    ///
    /// Takes a fraction of a millisecond, so a window may call it between key and frame.
    pub fn find_first(&self, typed: &str) -> Option<Found> {
        // Not waited for: while the index is being changed, the whole answer comes a moment later.
        let index = self.0.finder.index.try_read().ok()?;
        let hits: Vec<Id> = index.as_ref()?.first(&Query::new(typed), FIRST).into_iter().map(Id).collect();
        let complete = hits.len() < FIRST;
        Some(Found { ids: Arc::new(hits), complete })
    }
}

/// Returns what of `text` a search for `typed` marks: ranges of bytes, in order.
pub fn marks(typed: &str, text: &str) -> Vec<std::ops::Range<usize>> {
    search::Query::new(typed).matches(text)
}
