//! Looking whether anything is left of somebody who was erased: in every page of the file, also in those that no table
//! uses, in the log, the search index, the folder of attachments, texts of others, undo records, and newer backups.
//!
//! A value that a living record also holds is no trace: half the office is called Kari. What is looked for is known only
//! while the erasure runs.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use aho_corasick::AhoCorasick;

use super::hits;
use super::naming::Names;
use crate::office::{Desk, Error, Office, Progress, flatten};
use crate::store;
use crate::store::erasure::texts::{self, Address};

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trace {
    /// So many of what was looked for stand in pages of the file.
    Pages(u64),
    /// The log is not empty: so many bytes.
    Log(u64),
    /// The index of long texts holds so many texts that are no more, or does not fit the others.
    Index(u64),
    /// So many files of attachments belong to nobody.
    Attachments(u64),
    /// A text of others.
    Text(String),
    /// So many of what was looked for stand in a backup that was made since.
    Backup(PathBuf, u64),
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Residue {
    /// Where; empty where nothing is left.
    pub traces: Vec<Trace>,
}

impl Residue {
    /// Returns how many traces there are.
    pub fn count(&self) -> u64 {
        let of = |trace: &Trace| match trace {
            Trace::Pages(count) | Trace::Index(count) | Trace::Attachments(count) | Trace::Backup(_, count) => *count,
            Trace::Log(_) | Trace::Text(_) => 1,
        };
        self.traces.iter().map(of).sum()
    }
}

/// Looks for everything that is left in the card file.
pub(super) fn look(
    office: &Office,
    names: Arc<Names>,
    kept: Vec<Address>,
    progress: &Arc<Progress>,
) -> Result<Residue, Error> {
    let mut residue = Residue::default();
    let log = office.vault().log_bytes();
    if log > 0 {
        residue.traces.push(Trace::Log(log));
    }
    let searched = Arc::new(Searched::of(&names)?);
    let (theirs, found) = (Arc::clone(&searched), Arc::new(Mutex::new(HashSet::new())));
    let in_pages = Arc::clone(&found);
    let read = office.vault().each_page(move |page| theirs.search(page, &mut lock(&in_pages)));
    flatten(read.wait().map(|read| read.map_err(Error::from)))?;
    let found = std::mem::take(&mut *lock(&found));
    let left = not_living(office, &searched, found)?;
    if left > 0 {
        residue.traces.push(Trace::Pages(left));
    }
    let progress = Arc::clone(progress);
    let rest = office.write(move |desk| in_tables(desk, &names, &kept, &progress));
    residue.traces.extend(rest.wait()?);
    Ok(residue)
}

/// Looks for what is left in backups that were made since.
pub(super) fn look_at_backups(office: &Office, names: &Names, backups: &[PathBuf]) -> Result<Vec<Trace>, Error> {
    let searched = Arc::new(Searched::of(names)?);
    let mut traces = Vec::new();
    for backup in backups {
        let (theirs, found) = (Arc::clone(&searched), Arc::new(Mutex::new(HashSet::new())));
        let in_pages = Arc::clone(&found);
        let read =
            office.vault().each_page_of_backup(backup.clone(), move |page| theirs.search(page, &mut lock(&in_pages)));
        flatten(read.wait().map(|read| read.map_err(Error::from)))?;
        let found = std::mem::take(&mut *lock(&found));
        let left = not_living(office, &searched, found)?;
        if left > 0 {
            traces.push(Trace::Backup(backup.clone(), left));
        }
    }
    Ok(traces)
}

fn lock<T>(found: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    found.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is looked for, all of it at once.
struct Searched {
    all: AhoCorasick,
}

impl Searched {
    fn of(names: &Names) -> Result<Self, Error> {
        let mut traces: Vec<&[u8]> =
            names.persons.iter().flat_map(|person| person.traces.iter().map(Vec::as_slice)).collect();
        traces.sort_unstable();
        traces.dedup();
        Ok(Self { all: AhoCorasick::new(traces).map_err(|_| Error::Failed)? })
    }

    fn search(&self, bytes: &[u8], found: &mut HashSet<usize>) {
        found.extend(self.all.find_overlapping_iter(bytes).map(|hit| hit.pattern().as_usize()));
    }
}

/// Returns how many of these stand in no value that is still kept.
fn not_living(office: &Office, searched: &Arc<Searched>, found: HashSet<usize>) -> Result<u64, Error> {
    if found.is_empty() {
        return Ok(0);
    }
    let searched = Arc::clone(searched);
    office
        .read(move |desk| {
            let mut living = HashSet::new();
            texts::every_value(desk.db(), |value| {
                if living.len() < found.len() {
                    searched.search(value, &mut living);
                    living.retain(|place| found.contains(place));
                }
                Ok::<_, store::Error>(())
            })?;
            Ok((found.len() - living.len()) as u64)
        })
        .wait()
}

fn in_tables(desk: &Desk<'_>, names: &Names, kept: &[Address], progress: &Progress) -> Result<Vec<Trace>, Error> {
    let mut traces = Vec::new();
    let found = hits::find(desk, names, progress)?;
    // What waits to be sent to somebody who was erased is the one place where they may be.
    let waiting: HashSet<i64> = store::outbox::of_erasures(desk.db())?.iter().map(|letter| letter.id.0).collect();
    let is_letter =
        |address: &Address| address.place.table == "outbox" && address.number().is_some_and(|id| waiting.contains(&id));
    let left = found.written.iter().map(|hit| &hit.address);
    let left = left.filter(|address| !kept.contains(address) && !is_letter(address));
    for address in left.chain(found.undo.iter().map(|undo| &undo.address)) {
        traces.push(Trace::Text(format!("{}.{} {}", address.place.table, address.place.column, address.id())));
    }
    let mut orphans = texts::orphans_in_index(desk.db())?;
    if !store::long_texts::is_current(desk.db())? {
        orphans = orphans.max(1);
    }
    if orphans > 0 {
        traces.push(Trace::Index(orphans));
    }
    let known: HashSet<String> = store::attachments::all(desk.db())?.into_iter().map(|place| place.file).collect();
    let files = desk.attachments().list()?.into_iter().filter(|file| !known.contains(file)).count() as u64;
    if files > 0 {
        traces.push(Trace::Attachments(files));
    }
    Ok(traces)
}
