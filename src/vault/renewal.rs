//! Changing the vault key: everybody who stays gets the new one, who leaves does not.
//!
//! 1. The log is emptied. A copy of the database is made, put under the new key, and looked through.
//! 2. `vault.keys` and its copy say: this is the old key, for those who stay, and here is the file of the new key.
//! 3. The copy takes the place of `vault.db`.
//! 4. `vault.keys` and its copy are the file of the new key.
//!
//! A program that is killed before 2 has changed nothing. Killed before 3, the old key opens the database, and the next
//! opening changes the key anew. Killed before 4, the new key opens it, and the next opening puts its file in place. At
//! no time do the two files hold a slot of somebody who leaves and a key that opens the database afterwards.
//!
//! The database is not re-keyed where it lies, as SQLCipher would do it in one transaction: it overlooks that the commit
//! failed (on a full disk), and a connection on which it failed goes on writing with the new key.

use super::error::Error;
use super::folder::{Copy, Folder};
use super::head;
use super::keys::Keys;
use super::lock::Lock;
use super::opening::{KeyFiles, save};
use super::reply::Promise;
use super::slots::KeyFile;
use crate::store::Db;
use crate::store::connection::Mode;

/// What has been done so far; tests look at the folder then, or let it fail there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The copy is under the new key.
    Copied,
    /// The file of keys knows both keys.
    Announced,
    /// Nobody has the database open.
    Closed,
    /// The copy is the database.
    Swapped,
    /// The file of keys knows the new key only.
    Done,
}

/// Is told of each step, and can let it fail.
pub type Watch = Box<dyn FnMut(Step) -> Result<(), Error> + Send>;

/// A change of the vault key that somebody waits for.
pub struct Renewal {
    /// Who does not get the new key.
    pub leaving: Vec<String>,
    /// Who is told of each step.
    pub watch: Watch,
    /// Who is told how it ended.
    pub promise: Promise<Result<(), Error>>,
}

/// Carries out a change of the vault key while nobody else has a connection, and returns the connection to go on with;
/// none where the database could not be opened again.
pub fn carry_out(
    folder: &Folder,
    keys: &Keys,
    db: Db,
    lock: &mut Lock,
    leaving: &[String],
    watch: &mut Watch,
) -> (Option<Db>, Result<(), Error>) {
    let (copy, new, file) = match prepare(folder, keys, &db, leaving, watch) {
        Ok(prepared) => prepared,
        Err(error) => return (Some(db), Err(error)),
    };
    let ids = std::sync::Arc::clone(db.ids());
    // Everything is in the file; without this note, a log that goes with the connection would be missed.
    lock.note(false);
    let placed = db.close().map_err(Error::from).and_then(|()| {
        let has_log = std::fs::metadata(folder.log()).is_ok_and(|log| log.len() > 0);
        if has_log {
            return Err(Error::InUse);
        }
        watch(Step::Closed)?;
        copy.place(folder)?;
        watch(Step::Swapped)
    });
    // Even where something failed, the copy may have taken its place.
    let is_new = new.database().and_then(|key| Ok(Db::is_opened_by(&folder.database(), &key)?));
    if matches!(is_new, Ok(true)) {
        keys.adopt(&new);
    }
    let opened = keys.database().and_then(|key| Ok(Db::open(&folder.database(), &key, Mode::ReadWrite)?));
    let mut db = match opened {
        Ok(db) => db,
        Err(error) => return (None, Err(error)),
    };
    db.set_ids(ids);
    let done = placed.and_then(|()| {
        save(folder, &file)?;
        // A note that cannot be written is only a sentence less.
        let _ = head::note_key(folder, keys, &db);
        watch(Step::Done)
    });
    (Some(db), done)
}

fn prepare(
    folder: &Folder,
    keys: &Keys,
    db: &Db,
    leaving: &[String],
    watch: &mut Watch,
) -> Result<(Copy, Keys, KeyFile), Error> {
    settle(folder, keys)?;
    let files = KeyFiles::read(folder)?;
    let file = files.in_order(folder)?.into_iter().find(|file| file.is_of(keys)).ok_or(Error::OtherVault)?;
    let new = keys.with_new_vault_key()?;
    let next = file.renewed(&new, leaving)?;
    if next.users().is_empty() {
        return Err(Error::UnknownUser);
    }
    db.checkpoint()?;
    let copy = Copy::new(folder)?;
    db.copy_to(&copy.path())?;
    Db::rekey_copy(&copy.path(), &keys.database()?, &new.database()?)?;
    watch(Step::Copied)?;
    save(folder, &file.until(keys, &next)?)?;
    watch(Step::Announced)?;
    Ok((copy, new, next))
}

/// Puts the file of the new key in its place, where the key was changed and that was not done.
///
/// # Errors
/// That the files cannot be read or written.
pub fn settle(folder: &Folder, keys: &Keys) -> Result<(), Error> {
    for file in KeyFiles::read(folder)?.in_order(folder)? {
        if let Some(next) = file.next()?.filter(|next| next.is_of(keys)) {
            return save(folder, &next);
        }
    }
    Ok(())
}
