//! The journal: entries without values, each tied to the one before by a keyed hash.
//!
//! Whoever changes, removes or reorders entries without the vault's journal key is found out; cutting off the end is
//! found by comparing the head with one noted elsewhere.

use super::{Desk, Error};
use crate::model::journal::{Entry, Kind, Subject};
use crate::model::{Moment, field::Field, user, user::Right};
use crate::store::journal::Row;
use crate::store::{self, Db};
use crate::vault::Keys;

/// The end of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub count: i64,
    /// What ties the last one to all before it.
    pub mac: Vec<u8>,
}

/// Returns the end of the chain as it is.
///
/// # Errors
/// The database's.
pub fn head(db: &Db) -> Result<Head, Error> {
    let last = store::journal::last(db)?;
    Ok(last.map_or(Head { count: 0, mac: Vec::new() }, |row| Head { count: row.seq, mac: row.mac }))
}

/// Adds an entry behind `head` and returns the new end.
pub(super) fn append(db: &Db, keys: &Keys, head: Head, entry: &Entry) -> Result<Head, Error> {
    let (person_ref, record) = match entry.subject {
        Subject::None => (None, None),
        Subject::Person(reference) => (Some(reference), None),
        Subject::Record(id) => (None, Some(id)),
    };
    let fields: Vec<String> = entry.fields.iter().map(ToString::to_string).collect();
    let mut row = Row {
        seq: head.count + 1,
        at: entry.at.0,
        by: entry.by.0,
        kind: entry.kind.code(),
        person_ref,
        record,
        fields: fields.join(" "),
        mac: Vec::new(),
    };
    row.mac = mac(keys, &head.mac, &row);
    store::journal::insert(db, &row)?;
    Ok(Head { count: row.seq, mac: row.mac })
}

/// The hash that ties a row to the one before: HMAC-SHA-256 over the previous one's and everything the row says, each
/// part with its length, so that nothing can move from one part to the next.
fn mac(keys: &Keys, before: &[u8], row: &Row) -> Vec<u8> {
    let mut message = Vec::with_capacity(128);
    let mut part = |bytes: &[u8]| {
        message.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
        message.extend_from_slice(bytes);
    };
    part(before);
    for number in [row.seq, row.at, row.by, row.kind] {
        part(&number.to_le_bytes());
    }
    for number in [row.person_ref, row.record] {
        part(&number.map(i64::to_le_bytes).map_or_else(Vec::new, |bytes| bytes.to_vec()));
    }
    part(row.fields.as_bytes());
    keys.journal().code(&message).to_vec()
}

/// What checking the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries were read.
    pub entries: i64,
    /// The first entry that does not fit, by its place; none where the chain holds.
    pub broken_at: Option<i64>,
    /// The end of the chain.
    pub head: Vec<u8>,
}

/// Checks the whole chain.
///
/// # Errors
/// The database's.
pub fn verify(db: &Db, keys: &Keys) -> Result<Verdict, Error> {
    let mut verdict = Verdict { entries: 0, broken_at: None, head: Vec::new() };
    store::journal::each(db, |row| {
        let good = row.seq == verdict.entries + 1 && mac(keys, &verdict.head, &row) == row.mac;
        verdict.entries += 1;
        if !good {
            verdict.broken_at = Some(verdict.entries);
        }
        verdict.head = row.mac;
        good
    })?;
    Ok(verdict)
}

/// Returns all entries, the oldest first. Kinds that this program does not know are left out.
///
/// # Errors
/// The database's.
pub fn entries(db: &Db) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    store::journal::each(db, |row| {
        let subject = match (row.person_ref, row.record) {
            (Some(reference), _) => Subject::Person(reference),
            (None, Some(id)) => Subject::Record(id),
            (None, None) => Subject::None,
        };
        if let Some(kind) = Kind::from_code(row.kind) {
            let fields = row.fields.split_whitespace().filter_map(|key| key.parse::<Field>().ok()).collect();
            entries.push(Entry { at: Moment(row.at), by: user::Id(row.by), kind, subject, fields });
        }
        true
    })?;
    Ok(entries)
}

/// Returns how many entries there are.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn length(desk: &Desk<'_>) -> Result<i64, Error> {
    desk.require(Right::See)?;
    Ok(head(desk.db())?.count)
}
