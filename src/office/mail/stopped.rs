//! Addresses that nothing is sent to any more: messages to them came back for good five times, or somebody there called
//! one spam.

use crate::model::email;
use crate::model::journal::Kind;
use crate::model::person;
use crate::model::reply::{BOUNCES, Stop, Why};
use crate::model::user::Right;
use crate::office::{Desk, Error};
use crate::store;
use crate::store::stopped::Row;

/// Returns why nothing is sent to an address; none where it may be.
///
/// # Errors
/// The database's.
pub(in crate::office) fn why(desk: &Desk<'_>, address: &str) -> Result<Option<Stop>, Error> {
    let rows = store::stopped::of_address(desk.db(), &email::key(address))?;
    let bounces = rows.iter().map(|row| row.bounces).sum();
    let stops = rows.iter().filter_map(|row| Some(Stop { why: row.why?, bounces, at: row.stopped_at? }));
    Ok(stops.min_by_key(|stop| stop.at))
}

/// Returns which addresses of a person are stopped.
///
/// # Errors
/// [`Error::Forbidden`], [`Rule::Restricted`](crate::office::Rule::Restricted), or the database's.
pub fn of_person(desk: &Desk<'_>, id: person::Id) -> Result<Vec<(String, Stop)>, Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    let rows = store::stopped::of_person(desk.db(), id)?;
    let stop = |row: Row| Some((row.address, Stop { why: row.why?, bounces: row.bounces, at: row.stopped_at? }));
    Ok(rows.into_iter().filter_map(stop).collect())
}

/// Notes that a message to an address came back for good, and returns whether that stopped the address. Part of a larger
/// change.
pub(super) fn bounced(desk: &mut Desk<'_>, id: person::Id, address: &str) -> Result<bool, Error> {
    let mut row = known(desk, id, address)?;
    row.bounces = row.bounces.saturating_add(1);
    let is_enough = row.bounces >= BOUNCES;
    put(desk, row, is_enough.then_some(Why::Bounced))
}

/// Stops an address where somebody called a message spam, and returns whether it was not before. As [`bounced`].
pub(super) fn complained(desk: &mut Desk<'_>, id: person::Id, address: &str) -> Result<bool, Error> {
    let row = known(desk, id, address)?;
    put(desk, row, Some(Why::Complained))
}

fn known(desk: &Desk<'_>, id: person::Id, address: &str) -> Result<Row, Error> {
    let key = email::key(address);
    let rows = store::stopped::of_address(desk.db(), &key)?;
    let new = || Row {
        id: desk.db().new_id(),
        person: id,
        address: key.clone(),
        bounces: 0,
        why: None,
        at: desk.now(),
        stopped_at: None,
    };
    Ok(rows.into_iter().find(|row| row.person == id).unwrap_or_else(new))
}

fn put(desk: &mut Desk<'_>, mut row: Row, stops: Option<Why>) -> Result<bool, Error> {
    row.at = desk.now();
    let is_new = row.why.is_none() && stops.is_some();
    if is_new {
        row.why = stops;
        row.stopped_at = Some(desk.now());
    }
    store::stopped::put(desk.db(), &row)?;
    if is_new {
        desk.note_person(Kind::AddressStopped, row.person, Vec::new())?;
    }
    desk.changes.person(row.person);
    Ok(is_new)
}

/// Lets an address of a person be written to again: it was looked at, and it is right.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where nothing is known of it;
/// [`Rule::Restricted`](crate::office::Rule::Restricted).
pub fn free(desk: &mut Desk<'_>, id: person::Id, address: &str) -> Result<(), Error> {
    desk.require(Right::Override)?;
    desk.require_unrestricted(id)?;
    if !store::stopped::remove(desk.db(), id, &email::key(address))? {
        return Err(Error::NoSuch("stop"));
    }
    desk.note_person(Kind::AddressFreed, id, Vec::new())?;
    desk.changes.person(id);
    Ok(())
}
