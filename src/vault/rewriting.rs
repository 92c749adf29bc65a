//! Rewriting the database: a copy without anything that was deleted takes its place.
//!
//! 1. The log is emptied. A copy of the database is made, and looked through.
//! 2. Nobody has the database open. The copy takes its place.
//!
//! A program that is killed in between has changed nothing, or everything. SQLite's own `VACUUM` would write everything
//! twice, hold a copy in memory, and fail as a whole where a reader is in the way of the checkpoint after it.

use super::error::Error;
use super::folder::{Copy, Folder};
use super::head::Head;
use super::keys::Keys;
use super::lock::Lock;
use super::reply::Promise;
use crate::store::Db;
use crate::store::connection::Mode;

/// A rewriting that somebody waits for.
pub struct Rewriting {
    /// Who is told how it ended.
    pub promise: Promise<Result<(), Error>>,
}

/// Rewrites the database while nobody else has a connection, and returns the connection to go on with; none where the
/// database could not be opened again.
pub fn carry_out(folder: &Folder, keys: &Keys, db: Db, lock: &mut Lock) -> (Option<Db>, Result<(), Error>) {
    let copy = match prepare(folder, keys, &db) {
        Ok(copy) => copy,
        Err(error) => return (Some(db), Err(error)),
    };
    let ids = std::sync::Arc::clone(db.ids());
    // Everything is in the file; without this note, a log that goes with the connection would be missed.
    lock.note(false);
    let placed = db.close().map_err(Error::from).and_then(|()| {
        let has_log = std::fs::metadata(folder.log()).is_ok_and(|log| log.len() > 0);
        if has_log { Err(Error::InUse) } else { Ok(copy.place(folder)?) }
    });
    let opened = keys.database().and_then(|key| Ok(Db::open(&folder.database(), &key, Mode::ReadWrite)?));
    match opened {
        Ok(mut db) => {
            db.set_ids(ids);
            (Some(db), placed)
        }
        Err(error) => (None, Err(error)),
    }
}

fn prepare(folder: &Folder, keys: &Keys, db: &Db) -> Result<Copy, Error> {
    db.checkpoint()?;
    let copy = Copy::new(folder)?;
    db.copy_to(&copy.path())?;
    let written = Db::open(&copy.path(), &keys.database()?, Mode::ReadOnly)?;
    let is_sound = written.integrity()?.is_empty() && Head::of(&written)? == Head::of(db)?;
    written.close()?;
    if is_sound { Ok(copy) } else { Err(Error::DatabaseDamaged) }
}
