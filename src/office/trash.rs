//! Deleting: what is deleted goes to the trash, from which it can be restored until the day it is erased.
//!
//! The rows of a card stay where they are; that it lies in the trash is one row more. [`super::sight`] keeps it out of
//! everything else. Companies go alone, and their people stay without them, or with their people.
//!
//! What is done is a plan first: [`plan`] says who would go, what hangs on them, and who is held back and why (see
//! [`super::holding`]); [`put`] carries that out. [`restore`] brings cards back, [`purge`] erases them for good, and who
//! may not delete asks ([`ask_for_deletion`]) those who may ([`answer`]).

mod asking;
mod planning;
mod purging;
mod putting;
mod restoring;

pub use asking::{Asked, answer, ask_for_deletion, deletion_requests};
pub use planning::{Becomes, Kept, Plan, Thing, Things, Why, plan};
pub use purging::{Purged, Which, due, empty, purge};
pub(super) use putting::put_again;
pub use putting::{Done, allow, put};
pub(super) use restoring::take_back;
pub use restoring::{Missing, Restored, restore};

use chrono::{Days, NaiveDate};

use super::settings::{self, Plain};
use super::{Desk, Error};
use crate::model::trash::{Line, Record};
use crate::model::user::Right;
use crate::model::{company, person};
use crate::search;
use crate::store::{self, trash::Wanted};

/// What is erased within so many days goes soon.
pub const SOON: u64 = 7;

/// Some of what lies in the trash, and how much there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// What was asked for, the last one put there first.
    pub lines: Vec<Line>,
    /// How much there is.
    pub total: usize,
}

/// Returns what lies in the trash and is called so: at most `limit` after the first `offset`; with a day, only what is
/// erased on or before it.
///
/// Who can neither restore what others deleted nor empty the trash sees what they deleted themselves.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn list(
    desk: &Desk<'_>,
    typed: &str,
    until: Option<NaiveDate>,
    limit: usize,
    offset: usize,
) -> Result<Page, Error> {
    let wanted = wanted(desk, typed, until)?;
    let (lines, total) = store::trash::list(desk.db(), &wanted, limit, offset)?;
    Ok(Page { lines, total })
}

/// Returns the cards that [`list`] lists, in its order.
///
/// # Errors
/// Those of [`list`].
pub fn records(desk: &Desk<'_>, typed: &str, until: Option<NaiveDate>) -> Result<Vec<Record>, Error> {
    Ok(store::trash::records(desk.db(), &wanted(desk, typed, until)?)?)
}

fn wanted(desk: &Desk<'_>, typed: &str, until: Option<NaiveDate>) -> Result<Wanted, Error> {
    let sees_all = desk.user().may(Right::Restore) || desk.user().may(Right::Purge);
    if !sees_all && !desk.user().may(Right::MassDelete) {
        desk.require(Right::Delete)?;
    }
    let words = search::fold(typed).split_whitespace().map(str::to_owned).collect();
    let by = (!sees_all).then_some(desk.user().id);
    Ok(Wanted { words, by, viewer: desk.viewer(), until, deletion: None })
}

/// Returns the day on which what is deleted today is erased.
///
/// # Errors
/// The database's.
pub fn purge_day(desk: &Desk<'_>) -> Result<NaiveDate, Error> {
    let days = settings::plain(desk, Plain::TrashDays)?.parse().unwrap_or(0);
    Ok(desk.today().checked_add_days(Days::new(days)).unwrap_or(desk.today()))
}

/// Returns the card outside the trash that a number names.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`] where it names none; [`super::Rule::InTrash`].
pub fn record(desk: &Desk<'_>, number: i64) -> Result<Record, Error> {
    desk.require(Right::See)?;
    let (person, company) = (person::Id(number), company::Id(number));
    if store::companies::exists(desk.db(), company)? {
        desk.require_company(company)?;
        return Ok(Record::Company(company));
    }
    if store::persons::journal_ref(desk.db(), person)?.is_none() {
        return Err(Error::NoPerson(person));
    }
    desk.require_visible(person)?;
    Ok(Record::Person(person))
}

/// Returns whether a number names a company, wherever that lies.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn is_company(desk: &Desk<'_>, id: company::Id) -> Result<bool, Error> {
    desk.require(Right::See)?;
    Ok(store::companies::exists(desk.db(), id)?)
}

/// Returns the name on a card, wherever it lies.
fn name(desk: &Desk<'_>, record: Record) -> Result<String, Error> {
    match record {
        Record::Person(id) => store::persons::name(desk.db(), id)?.ok_or(Error::NoPerson(id)),
        Record::Company(id) => store::companies::name(desk.db(), id)?.ok_or(Error::NoCompany(id)),
    }
}

/// Tells open screens what went to the trash, or came back.
fn changed(desk: &mut Desk<'_>, records: &[Record], gone: bool) {
    let persons: Vec<person::Id> = records.iter().filter_map(|record| person_of(*record)).collect();
    for record in records {
        if let Record::Company(id) = record {
            desk.changes.company(*id);
        }
    }
    if persons.len() > MANY {
        desk.changes.everything();
    }
    if gone {
        desk.changes.removed.extend(persons);
    } else {
        persons.into_iter().for_each(|id| desk.changes.person(id));
    }
    desk.changes.activities = true;
    desk.changes.trash = true;
}

/// With more than this, everything is read anew.
const MANY: usize = 500;

fn person_of(record: Record) -> Option<person::Id> {
    if let Record::Person(id) = record { Some(id) } else { None }
}

#[cfg(test)]
mod tests;
