//! Asking the index, or every card where there is none yet, and what a window or a command asks.

use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, TryLockError};

use super::{Companies, CompanyColumn, FIRST, Findable, Finder, Found, Order, Persons, Turn};
use crate::model::user::Right;
use crate::model::{company, person};
use crate::office::field_policy::Unsearched;
use crate::office::{Answer, Desk, Error, Office};
use crate::search::{Index, Query};
use crate::store::Db;
use crate::vault::Reply;

/// Returns who matches, in an order; where it is of a column that the user does not see, in the order of names.
fn find<F: Findable>(
    desk: &Desk<'_>,
    finder: &Finder<F>,
    typed: &str,
    order: Order<F::Column>,
) -> Result<Found<F::Id>, Error> {
    desk.require(Right::See)?;
    let order = if F::may_order(desk, order.by)? { order } else { Order::default() };
    let query = Query::new(typed);
    let generation = finder.generation();
    let hidden = finder.hidden(desk, generation)?;
    let is_seen = |id: &F::Id| hidden.is_empty() || !hidden.contains(id);
    if order == Order::default() && !query.is_empty() {
        let mut ids = match finder.hits(&query, desk.cancel())? {
            Some(hits) => hits,
            None => scan::<F>(desk.db(), finder.unsearched(), &query)?,
        };
        if !hidden.is_empty() {
            ids.retain(is_seen);
        }
        return Ok(Found { ids: Arc::new(ids), complete: true });
    }
    let all = finder.ordered((order.by, desk.lang()), generation, || F::order(desk, order.by))?;
    let hits: Option<HashSet<F::Id>> = if query.is_empty() {
        None
    } else {
        let hits = match finder.hits(&query, desk.cancel())? {
            Some(hits) => hits,
            None => scan::<F>(desk.db(), finder.unsearched(), &query)?,
        };
        Some(hits.into_iter().collect())
    };
    if hits.is_none() && !order.descending && hidden.is_empty() {
        return Ok(Found { ids: all.ids, complete: true });
    }
    let (with, without) = all.ids.split_at(all.with_value);
    let wanted = |id: &&F::Id| hits.as_ref().is_none_or(|hits| hits.contains(id)) && is_seen(id);
    let ids = if order.descending {
        with.iter().rev().chain(without).filter(wanted).copied().collect()
    } else {
        all.ids.iter().filter(wanted).copied().collect()
    };
    Ok(Found { ids: Arc::new(ids), complete: true })
}

/// Returns who matches, by name, by reading every card: what a command does that asks once.
fn scan<F: Findable>(db: &Db, but: Unsearched, query: &Query) -> Result<Vec<F::Id>, Error> {
    let mut hits = HashSet::new();
    F::each(db, but, &mut |id, fields| {
        if query.is_in(fields) {
            hits.insert(id);
        }
    })?;
    let by_name = F::by_name(db)?;
    Ok(by_name.into_iter().filter(|id| hits.contains(id)).collect())
}

/// Builds the index in the background, if that has not been done.
fn prepare<F: Findable>(office: &Office) -> Answer<()> {
    let (promise, reply) = Reply::promised();
    let finder = Arc::clone(F::finder(office));
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
    office.0.vault.read_on(move |work| {
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

fn find_all<F: Findable>(office: &Office, typed: &str, order: Order<F::Column>) -> Answer<Found<F::Id>> {
    let (finder, typed) = (Arc::clone(F::finder(office)), typed.to_owned());
    let answer = office.latest(F::SLOT, move |desk| find(desk, &finder, &typed, order));
    // Until it is there again, every card is read for an answer.
    if F::finder(office).lost.swap(false, Ordering::AcqRel) {
        drop(prepare::<F>(office));
    }
    answer
}

/// Asks the index at once, and tells whom the user may not see; none while it is not ready.
fn at_once<F: Findable, T>(office: &Office, ask: impl FnOnce(&Index, &HashSet<F::Id>) -> T) -> Option<T> {
    // Not waited for: while the index is being changed, the whole answer comes a moment later.
    let finder = F::finder(office);
    let hidden = if F::may_hide(&office.user()) { finder.orders().hidden.clone()? } else { Arc::default() };
    let searchable = match finder.searchable.try_read() {
        Ok(searchable) => searchable,
        Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
        Err(TryLockError::WouldBlock) => return None,
    };
    searchable.index.as_ref().map(|index| ask(index, &hidden))
}

fn find_first<F: Findable>(office: &Office, typed: &str) -> Option<Found<F::Id>> {
    at_once::<F, _>(office, |index, hidden| {
        let hits = index.first(&Query::new(typed), FIRST);
        let complete = hits.len() < FIRST;
        let seen = hits.into_iter().map(F::id).filter(|id| !hidden.contains(id));
        Found { ids: Arc::new(seen.collect()), complete }
    })
}

fn likeliest<F: Findable>(office: &Office, typed: &str) -> Option<F::Id> {
    let meant = at_once::<F, _>(office, |index, hidden| {
        index.likeliest(&Query::new(typed), F::NAMES, |id| !hidden.contains(&F::id(id)))
    });
    meant?.map(F::id)
}

impl Office {
    /// Builds the search index of persons in the background, if that has not been done. Whoever asks while it is being
    /// built is answered with the others, when it is ready.
    pub fn prepare_search(&self) -> Answer<()> {
        prepare::<Persons>(self)
    }

    /// Finds persons: every word, anywhere in name, company, e-mails, phone digits or number. An empty text finds all.
    ///
    /// A newer question replaces this one, which then answers [`Error::Gone`].
    pub fn find(&self, typed: &str, order: Order) -> Answer<Found> {
        find_all::<Persons>(self, typed, order)
    }

    /// Returns the first hits by name at once, without asking the vault; none while the index is not ready.
    ///
    /// Takes a fraction of a millisecond, so a window may call it between key and frame.
    pub fn find_first(&self, typed: &str) -> Option<Found> {
        find_first::<Persons>(self, typed)
    }

    /// Returns whom of those that are found a text most likely means: somebody in whose name its words begin a word
    /// comes before somebody who is found by company, e-mail or number; of several, the first by name. None while the
    /// index is not ready.
    pub fn likeliest(&self, typed: &str) -> Option<person::Id> {
        likeliest::<Persons>(self, typed)
    }

    /// As [`Office::prepare_search`], of companies.
    pub fn prepare_company_search(&self) -> Answer<()> {
        prepare::<Companies>(self)
    }

    /// As [`Office::find`], but companies: every word, anywhere in name, organisation number, e-mails, phone digits or
    /// cities.
    pub fn find_companies(&self, typed: &str, order: Order<CompanyColumn>) -> Answer<Found<company::Id>> {
        find_all::<Companies>(self, typed, order)
    }

    /// As [`Office::likeliest`], but companies.
    pub fn likeliest_company(&self, typed: &str) -> Option<company::Id> {
        likeliest::<Companies>(self, typed)
    }

    /// As [`Office::find_first`], but companies.
    pub fn find_first_companies(&self, typed: &str) -> Option<Found<company::Id>> {
        find_first::<Companies>(self, typed)
    }
}
