//! Another key for a copy of the database.

use std::fs::OpenOptions;
use std::path::Path;

use super::{Db, Mode, RawKey};
use crate::store::error::Error;

impl Db {
    /// Encrypts a copy with another key, and looks through it from end to end. It is safe on the disk then.
    ///
    /// Only for a copy that nobody else has open, and that can be thrown away: SQLCipher overlooks that the commit of
    /// its `rekey` failed, and a connection on which it failed goes on writing with the new key. Nothing is kept to
    /// roll back to, so no second copy is needed.
    ///
    /// # Errors
    /// [`Error::Damaged`] where the copy cannot be read afterwards, and the file system's. The copy is of no use then.
    pub fn rekey_copy(path: &Path, old: &RawKey, new: &RawKey) -> Result<(), Error> {
        let db = Self::connect(path, old, Mode::ReadWrite)?;
        db.read_first_page()?;
        db.connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
        db.connection.execute_batch(&new.statement("rekey"))?;
        db.connection.close().map_err(|(_, error)| Error::from(error))?;
        // Windows writes out what was opened for writing only.
        OpenOptions::new().write(true).open(path)?.sync_all()?;
        let copy = Self::open(path, new, Mode::ReadOnly)?;
        if copy.integrity()?.is_empty() { Ok(()) } else { Err(Error::Damaged) }
    }

    /// Answers whether a key opens a database.
    ///
    /// # Errors
    /// What keeps the file from being read with any key.
    pub fn is_opened_by(path: &Path, key: &RawKey) -> Result<bool, Error> {
        super::header(path)?;
        let db = Self::connect(path, key, Mode::ReadWrite)?;
        match db.read_first_page() {
            Ok(()) => Ok(true),
            Err(Error::NotADatabase) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_copy_opens_with_the_new_key_only_and_holds_the_same() {
        let place = tempfile::tempdir().unwrap();
        let (path, copy) = (place.path().join("one.db"), place.path().join("two.db"));
        let (old, new) = (RawKey::new([1; 32], [7; 16]), RawKey::new([2; 32], [7; 16]));
        let db = Db::create(&path, &old).unwrap();
        db.sql().execute_batch("CREATE TABLE words (word TEXT)").unwrap();
        for number in 0..2_000 {
            db.sql().execute("INSERT INTO words VALUES (?1)", [format!("{number} {}", "x".repeat(500))]).unwrap();
        }
        db.copy_to(&copy).unwrap();
        Db::rekey_copy(&copy, &old, &new).unwrap();
        assert!(Db::is_opened_by(&copy, &new).unwrap() && !Db::is_opened_by(&copy, &old).unwrap());
        assert!(Db::is_opened_by(&path, &old).unwrap() && !Db::is_opened_by(&path, &new).unwrap());
        let db = Db::open(&copy, &new, Mode::ReadWrite).unwrap();
        let words: i64 = db.sql().query_row("SELECT count(DISTINCT word) FROM words", [], |row| row.get(0)).unwrap();
        assert_eq!(words, 2_000);
        assert_eq!(db.integrity().unwrap(), []);
        assert!(Db::rekey_copy(&place.path().join("none.db"), &old, &new).is_err());
    }
}
