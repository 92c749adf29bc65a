//! An erasure from beginning to end: the transaction, then the file without a trace of it, the look through it, and a new
//! backup in the place of those that still hold who was erased.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use chrono::{Duration, NaiveDate};

use super::naming::Names;
use super::{Erased, Held, Residue, Rows, Telling, Wanted, erase, residue};
use crate::model::erasure::Id;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::model::{Moment, person};
use crate::office::backup::{self, Kept, LONGEST_DAYS, Reason};
use crate::office::{Desk, Error, Office, Progress, flatten};
use crate::store;
use crate::store::erasure::texts::Address;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Rows are removed; until this is over, it can be called off.
    Removing,
    /// The file is rewritten.
    Rewriting,
    /// Every page is looked through.
    Looking,
    /// A new backup is made.
    BackingUp,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: [Self; 4] = [Self::Removing, Self::Rewriting, Self::Looking, Self::BackingUp];

    /// Returns the key of the step; its text is `erasure-step-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Removing => "removing",
            Self::Rewriting => "rewriting",
            Self::Looking => "looking",
            Self::BackingUp => "backing-up",
        }
    }
}

/// How far an erasure is, for who waits.
#[derive(Debug, Default)]
pub struct Work {
    /// How far the transaction is, and whether it is to be called off.
    pub progress: Arc<Progress>,
    step: AtomicU8,
}

impl Work {
    /// Returns what is being done.
    pub fn step(&self) -> Step {
        Step::ALL[usize::from(self.step.load(Ordering::Acquire)).min(Step::ALL.len() - 1)]
    }

    fn begin(&self, step: Step) {
        let place = Step::ALL.iter().position(|one| *one == step).unwrap_or_default();
        self.step.store(u8::try_from(place).unwrap_or_default(), Ordering::Release);
    }
}

/// A backup that was made before an erasure, and may hold who was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Older {
    /// The backup.
    pub kept: Kept,
    /// The day by which it is gone; none for a file of its own, which is there until somebody removes it.
    pub expires: Option<NaiveDate>,
}

/// The backups that are known, and may hold who was erased.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backups {
    /// Those there, the oldest first.
    pub there: Vec<Older>,
    /// How many were written to a file of their own that cannot be seen now: removed since, or on a drive that is not
    /// connected.
    pub unseen: usize,
}

/// What came of an erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The erasure.
    pub id: Id,
    /// Who was erased.
    pub persons: Vec<person::Id>,
    /// Who was held back.
    pub held: Vec<Held>,
    /// What was done to which rows.
    pub tables: Vec<Rows>,
    /// How many letters about it wait: they hold who was erased until they are sent.
    pub waiting: usize,
    /// What was found afterwards; none where the file could not be rewritten yet.
    pub residue: Option<Residue>,
    /// Why the file could not be rewritten yet, in which case it is done later: the disk may be full.
    pub put_off: Option<String>,
    /// Backups that were made before.
    pub backups: Vec<Older>,
}

/// Erases people for good: see the module. Waits for threads of the vault, so windows call it beside the one that draws.
///
/// # Errors
/// Those of [`erase`]; nothing was changed then. What fails after that is told by [`Done::put_off`].
pub fn carry_out(office: &Office, wanted: Wanted, work: &Arc<Work>) -> Result<Done, Error> {
    let theirs = Arc::clone(&work.progress);
    work.begin(Step::Removing);
    let mut wanted = wanted;
    if wanted.telling != Telling::Otherwise {
        wanted.backups = if wanted.removes_backups { Backups::default() } else { backups(office)? };
    }
    let job = move |desk: &mut Desk<'_>| erase(desk, &wanted, &theirs);
    let erased = match office.write(job.clone()).wait() {
        // The room kept in reserve was given up by then.
        Err(error) if is_full(&error) => office.write(job).wait()?,
        done => done?,
    };
    Ok(end(office, erased, work))
}

/// Brings an erasure to its end whose transaction is committed: rewrites the file and looks through it.
pub(in crate::office) fn end(office: &Office, erased: Erased, work: &Arc<Work>) -> Done {
    let Erased { id, persons, held, tables, waiting, names, kept } = erased;
    if persons.is_empty() {
        return Done { id, persons, held, tables, waiting, residue: None, put_off: None, backups: Vec::new() };
    }
    let finished = finish_with(office, Some((Arc::new(names), kept)), work);
    let (residue, put_off) = told(office, finished);
    let backups = older_backups(office).unwrap_or_default();
    Done { id, persons, held, tables, waiting, residue, put_off, backups }
}

/// Returns what came of rewriting the file: what was found, or why it is done later.
pub(super) fn told(office: &Office, finished: Result<Option<Residue>, Error>) -> (Option<Residue>, Option<String>) {
    let told = match finished {
        Ok(residue) => (residue, None),
        Err(error) => {
            tracing::warn!(%error, "the file was not rewritten after an erasure; it will be");
            (None, Some(crate::office::problem::Problem::new(&error, office.lang()).message))
        }
    };
    // What was entered since lies in the log.
    if let Err(error) = office.vault().checkpoint().wait() {
        tracing::warn!(%error, "the log was not emptied after an erasure");
    }
    told
}

fn is_full(error: &Error) -> bool {
    matches!(error, Error::Store(store::Error::Full) | Error::Vault(crate::vault::Error::DiskFull))
}

/// Returns whether an erasure is not done to its end.
///
/// # Errors
/// The database's.
pub fn is_unfinished(office: &Office) -> Result<bool, Error> {
    office.read(|desk| Ok(store::erasure::is_unfinished(desk.db())?)).wait()
}

/// Does what an earlier run left undone; answers whether there was anything.
///
/// # Errors
/// [`Error::Forbidden`], or the vault's where the file cannot be rewritten: the disk may be full.
pub fn finish(office: &Office) -> Result<bool, Error> {
    if !is_unfinished(office)? {
        return Ok(false);
    }
    finish_with(office, None, &Arc::default())?;
    Ok(true)
}

/// Rewrites the index of long texts and the whole file, so that nothing is left in either of what was deleted. Needs room
/// for a second copy of the file.
///
/// # Errors
/// The vault's. The file is as it was then.
pub fn rewrite(office: &Office) -> Result<(), Error> {
    // Its own transaction: it writes a multiple of what was removed, and can be done again.
    office.write(|desk| Ok(store::erasure::rewrite_index(desk.db())?)).wait()?;
    flatten(office.vault().rewrite().wait().map(|done| done.map_err(Error::from)))
}

/// Rewrites the file, looks through it for `names` where they are still known, and makes a backup.
pub(super) fn finish_with(
    office: &Office,
    names: Option<(Arc<Names>, Vec<Address>)>,
    work: &Arc<Work>,
) -> Result<Option<Residue>, Error> {
    work.begin(Step::Rewriting);
    rewrite(office)?;
    work.begin(Step::Looking);
    let residue = match &names {
        Some((names, kept)) => Some(residue::look(office, Arc::clone(names), kept.clone(), &work.progress)?),
        None => None,
    };
    let count = residue.as_ref().map(Residue::count);
    let noted = office.write(move |desk| {
        store::erasure::finish(desk.db(), count, desk.now())?;
        desk.changes.settings = true;
        desk.note(Kind::ErasureFinished, Subject::None, Vec::new())
    });
    noted.wait()?;
    flatten(office.vault().checkpoint().wait().map(|done| done.map_err(Error::from)))?;
    work.begin(Step::BackingUp);
    match backup::make(office, Reason::AfterErasure) {
        Ok(made) => {
            let mut residue = residue;
            if let (Some((names, _)), Some(residue)) = (&names, &mut residue) {
                residue.traces.extend(residue::look_at_backups(office, names, &[made.path])?);
            }
            Ok(residue)
        }
        // That no backup could be made is kept and shown.
        Err(error) => {
            tracing::warn!(%error, "no backup was made after an erasure");
            Ok(residue)
        }
    }
}

/// Returns the backups that are known: those where they are kept, with the day by which each is gone, and the files that
/// were written on request. What somebody copied elsewhere, nobody knows.
///
/// # Errors
/// [`Error::Forbidden`], or the vault's.
pub fn backups(office: &Office) -> Result<Backups, Error> {
    office.read(|desk| desk.require(Right::Erase)).wait()?;
    let kept = backup::everywhere(office)?;
    let outside = backup::outside(office)?;
    let mut there: Vec<Older> =
        kept.into_iter().map(|kept| Older { expires: Some(expires(kept.manifest.made_at)), kept }).collect();
    for kept in outside.there {
        if !there.iter().any(|older| older.kept.path == kept.path) {
            there.push(Older { kept, expires: None });
        }
    }
    there.sort_by_key(|older| older.kept.manifest.made_at);
    Ok(Backups { there, unseen: outside.unseen })
}

/// Returns the backups that were made before the last erasure, and the day by which each is gone, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`], or the vault's.
pub fn older_backups(office: &Office) -> Result<Vec<Older>, Error> {
    let last = office
        .read(|desk| {
            desk.require(Right::Erase)?;
            Ok(store::erasure::all(desk.db())?.first().map(|erasure| erasure.finished_at.unwrap_or(erasure.at)))
        })
        .wait()?;
    let Some(last) = last else { return Ok(Vec::new()) };
    let mut older = backups(office)?.there;
    older.retain(|older| older.kept.manifest.made_at < last);
    Ok(older)
}

fn expires(made_at: Moment) -> NaiveDate {
    made_at.local_date() + Duration::days(LONGEST_DAYS)
}

/// Removes the backups that were made before the last erasure, also those written to a file on request, and returns how
/// many.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::File`] where one cannot be removed, which does not keep the others.
pub fn remove_older_backups(office: &Office) -> Result<usize, Error> {
    let files: Vec<PathBuf> = older_backups(office)?.into_iter().map(|older| older.kept.path).collect();
    let count = files.len();
    if count == 0 {
        return Ok(0);
    }
    // Entered first: what is gone without an entry cannot be explained, the reverse can.
    office
        .write(move |desk| {
            desk.require(Right::Erase)?;
            desk.changes.settings = true;
            desk.note(Kind::BackupsRemoved, Subject::None, Vec::new())
        })
        .wait()?;
    let removed = backup::remove_all(files.clone());
    // Only what is gone is forgotten: what could not be removed still holds them.
    let gone: Vec<PathBuf> = files.into_iter().filter(|file| !file.exists()).collect();
    office.write(move |desk| backup::forget_outside(desk.db(), &gone)).wait()?;
    removed?;
    Ok(count)
}
