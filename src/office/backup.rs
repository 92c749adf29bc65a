//! Backups: made every day and before what changes much, kept for a while, and restored into a new place.
//!
//! These functions wait for threads of the vault, so windows call them beside the thread that draws.

mod before;
mod restoring;

use std::path::{Path, PathBuf};

pub use crate::vault::backup::{ENDING, Kept, LONGEST_DAYS, Manifest, Reason, peek};
pub use before::before_import;
pub use restoring::{Restored, newest_beside, proposed_folder, restore, restore_beside, restore_in_place};

use super::settings::{self, Plain, Setting};
use super::{Desk, Error, Office, flatten};
use crate::model::Moment;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::store::Db;
use crate::vault::backup;

/// Folders that were set before, one a line: what lies there has its time as well.
const FORMER: &str = "backup.former";
/// Files outside of these folders to which one was written on request, one a line.
const OUTSIDE: &str = "backup.outside";
/// When the last one was made there: a folder on a drive that is not connected cannot tell.
const LAST: &str = "backup.last";
/// When a backup could not be made, since the last good one.
const FAILED: &str = "backup.failed";

/// For how many days one backup each is kept unless another number is set.
pub const SHIPPED_DAYS: usize = 7;

/// Where backups are kept, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The folder that was chosen; none for the folder `backups` of the card file.
    pub folder: Option<PathBuf>,
    /// For how many days one backup each is kept; then one each for four weeks.
    pub days: usize,
}

/// Returns where backups are kept, and for how long.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn settings(desk: &Desk<'_>) -> Result<Settings, Error> {
    let folder = Some(settings::get(desk, &Setting::Plain(Plain::BackupDir))?).filter(|folder| !folder.is_empty());
    let days = settings::get(desk, &Setting::Plain(Plain::BackupKeep))?.parse().unwrap_or(SHIPPED_DAYS);
    Ok(Settings { folder: folder.map(PathBuf::from), days })
}

/// Sets where backups are kept from now on; none for the folder `backups` of the card file.
///
/// # Errors
/// As [`settings::set`].
pub fn set_folder(desk: &mut Desk<'_>, folder: Option<&Path>) -> Result<(), Error> {
    let path = folder.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
    settings::set(desk, &Setting::Plain(Plain::BackupDir), &path).map(|_| ())
}

/// Keeps the folder in mind that is left for another: what lies in it has its time as well.
pub(super) fn leave_folder(desk: &Desk<'_>, next: &str) -> Result<(), Error> {
    let Some(before) = settings(desk)?.folder else { return Ok(()) };
    let mut former = former_folders(desk.db())?;
    former.retain(|known| *known != before && known.as_path() != Path::new(next));
    former.push(before);
    set_paths(desk.db(), FORMER, &former)
}

fn former_folders(db: &Db) -> Result<Vec<PathBuf>, Error> {
    paths(db, FORMER)
}

fn set_paths(db: &Db, key: &str, paths: &[PathBuf]) -> Result<(), Error> {
    let lines: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    Ok(db.set_vault_info(key, &lines.join("\n"))?)
}

fn paths(db: &Db, key: &str) -> Result<Vec<PathBuf>, Error> {
    let lines = db.vault_info(key)?.unwrap_or_default();
    Ok(lines.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// Returns when the last one was made.
///
/// # Errors
/// The database's.
pub(super) fn last(desk: &Desk<'_>) -> Result<Option<Moment>, Error> {
    Ok(desk.db().vault_info(LAST)?.and_then(|at| at.parse().ok()).map(Moment))
}

/// Returns whether backups are kept elsewhere than beside the card file, or one was written elsewhere.
///
/// # Errors
/// The database's.
pub(super) fn is_elsewhere(desk: &Desk<'_>) -> Result<bool, Error> {
    Ok(settings(desk)?.folder.is_some() || !paths(desk.db(), OUTSIDE)?.is_empty())
}

/// What there is of backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Where they are kept.
    pub folder: PathBuf,
    /// Whether that is a folder that was chosen.
    pub chosen: bool,
    /// For how many days one each is kept.
    pub days: usize,
    /// Those there, the newest first.
    pub backups: Vec<Kept>,
    /// When the last one was made, be it that it cannot be seen at the moment.
    pub last: Option<Moment>,
    /// Since when none could be made; none where the last one was.
    pub failed: Option<Moment>,
}

impl State {
    /// Returns the newest one; those that were made while the clock was ahead are none yet.
    pub fn newest(&self, now: Moment) -> Option<&Kept> {
        self.backups.iter().filter(|kept| kept.manifest.made_at <= now).max_by_key(|kept| kept.manifest.made_at)
    }

    /// Answers whether the one of the day is still to be made: none was made on this day yet.
    pub fn is_due(&self, now: Moment) -> bool {
        self.newest(now).is_none_or(|newest| newest.manifest.made_at.local_date() < now.local_date())
    }
}

/// Looks what there is of backups.
///
/// # Errors
/// [`Error::Forbidden`], or the vault's.
pub fn state(office: &Office) -> Result<State, Error> {
    let (settings, noted, failed) = office
        .read(|desk| {
            desk.require(Right::See)?;
            let time = |key| Ok::<_, Error>(desk.db().vault_info(key)?.and_then(|at| at.parse().ok()).map(Moment));
            Ok((settings(desk)?, time(LAST)?, time(FAILED)?))
        })
        .wait()?;
    let folder = settings.folder.clone().unwrap_or_else(|| office.vault().backups());
    let backups = in_folder(office, &folder).unwrap_or_default();
    let last = backups.iter().map(|kept| kept.manifest.made_at).max().max(noted);
    Ok(State { folder, chosen: settings.folder.is_some(), days: settings.days, backups, last, failed })
}

/// Returns the backups of this card file in a folder, the newest first.
fn in_folder(office: &Office, folder: &Path) -> Result<Vec<Kept>, Error> {
    flatten(office.background().wait(office.vault().backups_in(folder.to_owned())).map(|r| r.map_err(Error::from)))
}

/// Returns all backups of this card file, wherever one was told to keep them.
pub(super) fn everywhere(office: &Office) -> Result<Vec<Kept>, Error> {
    let mut all = Vec::new();
    for folder in folders(office)? {
        // A folder that is not there (a drive not connected) holds none at the moment.
        all.extend(in_folder(office, &folder).unwrap_or_default());
    }
    Ok(all)
}

fn folders(office: &Office) -> Result<Vec<PathBuf>, Error> {
    let mut folders = vec![office.vault().backups()];
    folders.extend(
        office
            .read(|desk| {
                let mut folders = former_folders(desk.db())?;
                folders.extend(settings(desk)?.folder);
                Ok(folders)
            })
            .wait()?,
    );
    folders.dedup();
    Ok(folders)
}

/// Makes a backup where they are kept, and removes those that have had their time.
///
/// That it was made is entered in the journal; that it could not be made is kept, until one is. The one of the day and
/// those before something else is done are everybody's; one on request is made by who sees to the settings.
///
/// # Errors
/// [`Error::Forbidden`], or the vault's.
pub fn make(office: &Office, reason: Reason) -> Result<Kept, Error> {
    make_at(office, reason, Moment::now())
}

/// As [`make`], at a given time.
pub(super) fn make_at(office: &Office, reason: Reason, now: Moment) -> Result<Kept, Error> {
    let _one = office.background().one_backup();
    let (folder, days) = {
        let state = office.read(|desk| settings(desk)).wait()?;
        (state.folder.unwrap_or_else(|| office.vault().backups()), state.days)
    };
    let made = write(office, folder.join(backup::file_name(now, reason)), reason, now);
    match &made {
        Ok(made) => {
            let is_whole = made.manifest.is_whole();
            office.write(move |desk| Ok(desk.db().set_vault_info(LAST, &now.0.to_string())?)).wait()?;
            // One that stays too long is better than one that is missed.
            if let Err(error) = rotate(office, days, now, is_whole) {
                tracing::warn!(%error, "backups that had their time were not removed");
            }
        }
        Err(Error::Gone | Error::Forbidden(_)) => {}
        Err(_) => {
            let noted = office.write(move |desk| {
                if desk.db().vault_info(FAILED)?.is_none_or(|at| at.is_empty()) {
                    desk.db().set_vault_info(FAILED, &now.0.to_string())?;
                    desk.changes.settings = true;
                }
                Ok(())
            });
            if let Err(error) = noted.wait() {
                tracing::warn!(%error, "it was not noted that a backup failed");
            }
        }
    }
    made
}

/// Makes a backup as a file of its own, which is never removed by us; it takes the right to the settings.
///
/// # Errors
/// [`Error::Forbidden`], or the vault's.
pub fn make_file(office: &Office, target: &Path) -> Result<Kept, Error> {
    let _one = office.background().one_backup();
    let target = std::path::absolute(target).map_err(|source| Error::File { path: target.to_owned(), source })?;
    let made = write(office, target, Reason::OnRequest, Moment::now())?;
    let path = made.path.clone();
    office.write(move |desk| remember_outside(desk.db(), &path)).wait()?;
    Ok(made)
}

fn remember_outside(db: &Db, path: &Path) -> Result<(), Error> {
    let mut known = paths(db, OUTSIDE)?;
    if !known.iter().any(|known| known == path) {
        known.push(path.to_owned());
        set_paths(db, OUTSIDE, &known)?;
    }
    Ok(())
}

/// What is known of backups outside of the folders where they are kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Outside {
    /// Those that are there.
    pub there: Vec<Kept>,
    /// How many were written to a place where none can be seen now: removed since, or on a drive that is not connected.
    pub unseen: usize,
}

/// Looks for the backups that were written to files on request, see [`make_file`]. A copy that somebody made of one is
/// known to nobody.
pub(super) fn outside(office: &Office) -> Result<Outside, Error> {
    let (known, vault_id) = (office.read(|desk| paths(desk.db(), OUTSIDE)).wait()?, office.vault().id());
    let mut outside = Outside::default();
    for path in known {
        match peek(&path) {
            Ok(kept) if kept.manifest.vault_id() == vault_id => outside.there.push(kept),
            // Another file has the place by now.
            Ok(_) => {}
            Err(_) => outside.unseen += 1,
        }
    }
    Ok(outside)
}

/// Forgets files that are no more.
pub(super) fn forget_outside(db: &Db, gone: &[PathBuf]) -> Result<(), Error> {
    let mut known = paths(db, OUTSIDE)?;
    known.retain(|path| !gone.contains(path));
    set_paths(db, OUTSIDE, &known)
}

fn write(office: &Office, target: PathBuf, reason: Reason, now: Moment) -> Result<Kept, Error> {
    let right = match reason {
        Reason::OnRequest => Right::Settings,
        Reason::KeyChanged => Right::Users,
        Reason::AfterErasure => Right::Erase,
        Reason::Daily | Reason::BeforeImport | Reason::BeforeMigration => Right::See,
    };
    office.read(move |desk| desk.require(right)).wait()?;
    let reply = office.vault().back_up(target.clone(), reason, now);
    let manifest = flatten(office.background().wait(reply).map(|made| made.map_err(Error::from)))?;
    let size = std::fs::metadata(&target).map(|about| about.len()).unwrap_or_default();
    office
        .write(|desk| {
            desk.db().set_vault_info(FAILED, "")?;
            desk.changes.settings = true;
            desk.note(Kind::BackupMade, Subject::None, Vec::new())
        })
        .wait()?;
    if let Err(error) = office.vault().note_head(false).wait().map_err(|_| Error::Gone).and_then(|r| Ok(r?)) {
        tracing::warn!(%error, "the end of the journal was not noted");
    }
    Ok(Kept { path: target, size, manifest })
}

/// Removes the backups that have had their time, in every folder where they were kept. Where the newest one lacks an
/// attachment, an older one may have it: each stays as long as the law lets it.
fn rotate(office: &Office, days: usize, now: Moment, is_whole: bool) -> Result<(), Error> {
    let mut gone = Vec::new();
    for folder in folders(office)? {
        let Ok(backups) = in_folder(office, &folder) else { continue };
        let ages: Vec<_> = backups.iter().map(|kept| (kept.manifest.made_at, kept.manifest.reason)).collect();
        let mut expired = backup::expired(&ages, now, days, Moment::local_date);
        expired.retain(|place| is_whole || backup::is_too_old(ages[*place].0, now));
        gone.extend(expired.into_iter().map(|place| backups[place].path.clone()));
    }
    remove_all(gone)
}

/// Removes files; one that cannot be removed does not keep the others, and the first such is the error.
pub(super) fn remove_all(files: Vec<PathBuf>) -> Result<(), Error> {
    let mut removed = Ok(());
    for path in files {
        if let Err(source) = std::fs::remove_file(&path) {
            removed = removed.and(Err(Error::File { path, source }));
        }
    }
    removed
}

#[cfg(test)]
mod tests;
