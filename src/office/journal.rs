//! The journal: entries without values, each tied to the one before by a keyed hash.
//!
//! Whoever changes, removes or reorders entries without the vault's journal key is found out; cutting off the end is
//! found by comparing the head with one noted elsewhere.

mod about;
mod list;
mod words;

pub use about::{About, Seen, history, seen};
pub use list::{Line, Listing, Wanted, lines, list, listing};
pub use words::{Compared, code, compare, end, head_words, short_code};

use std::sync::Arc;

use super::{Desk, Error, Office, Progress, backup, flatten};
use crate::model::journal::{Entry, Kind, Subject};
use crate::model::user::Right;
use crate::model::{Moment, field::Field, user};
use crate::store::journal::Row;
use crate::store::{self, Db};
use crate::vault::{Head, Keys, Noted};

/// When the journal was last accepted as it is: what was noted before is not compared any more.
const ACCEPTED: &str = "journal.accepted";

/// Returns the end of the chain as it is.
///
/// # Errors
/// The database's.
pub fn head(db: &Db) -> Result<Head, Error> {
    Ok(Head::of(db)?)
}

/// Adds an entry behind `head` and returns the new end.
pub(super) fn append(db: &Db, keys: &Keys, head: Head, entry: &Entry) -> Result<Head, Error> {
    let (person_ref, record) = match entry.subject {
        Subject::None => (None, None),
        Subject::Person(reference) => (Some(reference), None),
        Subject::Record(id) => (None, Some(id)),
        Subject::RecordOfPerson { person, record } => (Some(person), Some(record)),
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

/// How a journal that is whole in itself is not the one that was noted elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// It has fewer entries than it had once.
    Shorter {
        /// How many it had.
        noted: i64,
    },
    /// It has other entries than it had once.
    Other {
        /// How many it had when they were noted.
        noted: i64,
    },
}

/// What checking the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries there were, up to the last one that was read.
    pub entries: i64,
    /// How many of them are no longer there, because the office keeps none that old.
    pub removed: i64,
    /// The first entry that does not fit, by its place; none where the chain holds.
    pub broken_at: Option<i64>,
    /// How it differs from what was noted elsewhere; none where it goes on from there.
    pub departs: Option<Departure>,
    /// The end of the chain.
    pub head: Vec<u8>,
}

impl Verdict {
    /// Answers whether nothing was changed, removed, put in or cut off, as far as can be told.
    pub fn is_intact(&self) -> bool {
        self.broken_at.is_none() && self.departs.is_none()
    }
}

/// Checks the whole chain.
///
/// # Errors
/// The database's.
pub fn verify(db: &Db, keys: &Keys) -> Result<Verdict, Error> {
    verify_against(db, keys, &[])
}

/// Checks the whole chain, and that it goes on from every end that was noted elsewhere.
///
/// # Errors
/// The database's.
pub fn verify_against(db: &Db, keys: &Keys, noted: &[Head]) -> Result<Verdict, Error> {
    verify_while(db, keys, noted, &Progress::default())
}

/// How many entries are checked between two looks at whether somebody asked to stop.
const STEP: i64 = 1_024;

fn verify_while(db: &Db, keys: &Keys, noted: &[Head], progress: &Progress) -> Result<Verdict, Error> {
    let total = u64::try_from(head(db)?.count).unwrap_or_default();
    let mut stopped = progress.at(0, total);
    let removed = Head::of_removed(db)?;
    let mut wanted: Vec<&Head> = noted.iter().filter(|head| head.count > removed.count).collect();
    wanted.sort_by_key(|head| head.count);
    let mut wanted = wanted.into_iter().peekable();
    let mut verdict = Verdict {
        entries: removed.count,
        removed: removed.count,
        broken_at: None,
        departs: noted.iter().find(|head| head.count == removed.count && head.mac != removed.mac).map(other),
        head: removed.mac.clone(),
    };
    // Only who has the journal's key can enter that something was removed, and up to where.
    let mut vouched = 0;
    store::journal::each_after(db, 0, |row| {
        let good = row.seq == verdict.entries + 1 && mac(keys, &verdict.head, &row) == row.mac;
        if row.kind == Kind::OldRemoved.code() {
            vouched = row.record.unwrap_or(vouched);
        }
        verdict.entries += 1;
        verdict.head = row.mac;
        if !good {
            verdict.broken_at = Some(verdict.entries);
        }
        while let Some(head) = wanted.next_if(|head| head.count <= verdict.entries) {
            if head.mac != verdict.head && verdict.departs.is_none() {
                verdict.departs = Some(other(head));
            }
        }
        if verdict.entries % STEP == 0 {
            stopped = progress.at(u64::try_from(verdict.entries).unwrap_or_default(), total);
        }
        good && stopped.is_ok()
    })?;
    stopped?;
    if verdict.broken_at.is_none() && vouched != removed.count {
        verdict.broken_at = Some(removed.count + 1);
    }
    if verdict.broken_at.is_none()
        && verdict.departs.is_none()
        && let Some(longest) = wanted.last()
    {
        verdict.departs = Some(Departure::Shorter { noted: longest.count });
    }
    Ok(verdict)
}

/// Returns that a journal is another one than that of which an end was noted.
fn other(noted: &Head) -> Departure {
    Departure::Other { noted: noted.count }
}

/// Checks what was entered since an end that was noted; all of it, where that end was removed since.
///
/// # Errors
/// The database's.
pub fn verify_since(db: &Db, keys: &Keys, noted: &Head) -> Result<Verdict, Error> {
    let removed = Head::of_removed(db)?.count;
    if noted.count < removed {
        return verify(db, keys);
    }
    let mut verdict =
        Verdict { entries: noted.count, removed, broken_at: None, departs: None, head: noted.mac.clone() };
    let end = head(db)?;
    if end.count < noted.count {
        verdict.departs = Some(Departure::Shorter { noted: noted.count });
    } else if !noted.is_in(db)? {
        verdict.departs = Some(Departure::Other { noted: noted.count });
    } else {
        store::journal::each_after(db, noted.count, |row| {
            let good = row.seq == verdict.entries + 1 && mac(keys, &verdict.head, &row) == row.mac;
            verdict.entries += 1;
            verdict.head = row.mac;
            verdict.broken_at = (!good).then_some(verdict.entries);
            good
        })?;
    }
    Ok(verdict)
}

/// Checks the whole chain against every end that was noted: at the last closing, and in each backup.
///
/// Waits for threads of the vault. Anybody may know whether the journal holds; reading it needs a right.
///
/// # Errors
/// The vault's.
pub fn examine(office: &Office) -> Result<Verdict, Error> {
    examine_while(office, &Arc::default())
}

/// As [`examine`], for somebody who waits and may not want to.
///
/// # Errors
/// Those of [`examine`]; [`Error::Cancelled`].
pub fn examine_while(office: &Office, progress: &Arc<Progress>) -> Result<Verdict, Error> {
    let accepted = office.wait_in_background(office.read(|desk| {
        desk.require(Right::See)?;
        Ok(desk.db().vault_info(ACCEPTED)?.and_then(|at| at.parse::<i64>().ok()))
    }))?;
    let mut noted: Vec<(Head, Moment)> =
        backup::everywhere(office)?.iter().map(|kept| (kept.manifest.head(), kept.manifest.made_at)).collect();
    if let Noted::Head(head, at) = noted_head(office)? {
        noted.push((head, at));
    }
    let noted: Vec<Head> = noted
        .into_iter()
        .filter(|(_, at)| accepted.is_none_or(|accepted| at.0 >= accepted))
        .map(|noted| noted.0)
        .collect();
    let progress = Arc::clone(progress);
    office.wait_in_background(office.read(move |desk| verify_while(desk.db(), desk.keys(), &noted, &progress)))
}

fn noted_head(office: &Office) -> Result<Noted, Error> {
    flatten(office.background().wait(office.vault().noted_head()).map(|noted| noted.map_err(Error::from)))
}

/// Checks, on opening, what was entered since the card file was closed in the ordinary way.
pub(super) fn at_unlock(office: &Office) -> Result<Option<Verdict>, Error> {
    match noted_head(office)? {
        Noted::Head(head, _) => {
            let verdict = office.read(move |desk| verify_since(desk.db(), desk.keys(), &head)).wait()?;
            Ok(Some(verdict).filter(|verdict| !verdict.is_intact()))
        }
        Noted::Nothing | Noted::Damaged => Ok(None),
    }
}

/// Goes on with a journal that is not the one noted before, such as after an older copy of the file was put back on
/// purpose. That it was accepted, by whom and when, is its next entry.
///
/// # Errors
/// [`Error::Forbidden`], or the vault's.
pub fn accept(office: &Office) -> Result<(), Error> {
    office
        .write(|desk| {
            desk.require(Right::Journal)?;
            let now = desk.now().0.to_string();
            desk.db().set_vault_info(ACCEPTED, &now)?;
            desk.note(Kind::JournalAccepted, Subject::None, Vec::new())
        })
        .wait()?;
    flatten(office.vault().note_head(true).wait().map(|done| done.map_err(Error::from)))
}

/// Returns all entries, the oldest first. Kinds that this program does not know are left out.
///
/// # Errors
/// The database's.
pub fn entries(db: &Db) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    store::journal::each_after(db, 0, |row| {
        let subject = match (row.person_ref, row.record) {
            (Some(person), Some(record)) => Subject::RecordOfPerson { person, record },
            (Some(reference), None) => Subject::Person(reference),
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

#[cfg(test)]
mod tests;
