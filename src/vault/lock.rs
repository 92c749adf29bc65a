//! One window or command at a time, and the note whether the log holds changes.
//!
//! The operating system frees the lock when its holder ends, however it ends, so that no lock is ever stale. While
//! the write-ahead log holds changes that `vault.db` does not, the lock's file says so: if the log is missing at the
//! next opening, changes are missing, which SQLite could not know.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};

use super::error::Error;
use super::folder::{Folder, open_or_new_file};

const CHANGES_IN_LOG: &[u8] = b"vault.db-wal holds changes\n";

/// Holds the vault; dropping it lets go.
pub struct Lock {
    file: File,
    noted: bool,
}

impl Lock {
    /// Takes the lock.
    ///
    /// # Errors
    /// [`Error::InUse`] if anybody has it, be it in this process.
    pub fn take(folder: &Folder) -> Result<Self, Error> {
        let file = open_or_new_file(&folder.lock())?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::InUse),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let mut note = Vec::new();
        (&file).take(100).read_to_end(&mut note)?;
        Ok(Self { file, noted: note == CHANGES_IN_LOG })
    }

    /// Answers whether the log was left with changes.
    pub fn changes_in_log(&self) -> bool {
        self.noted
    }

    /// Notes whether the log holds changes. A note that cannot be written is only a warning less.
    pub fn note(&mut self, changes: bool) {
        if changes == self.noted {
            return;
        }
        let done = self.file.set_len(0).and_then(|()| self.file.seek(SeekFrom::Start(0)));
        let done = done.and_then(|_| self.file.write_all(if changes { CHANGES_IN_LOG } else { b"" }));
        // SQLite removes an empty log. A note that outlived it in a power cut would say that changes are missing.
        let done = done.and_then(|()| if changes { Ok(()) } else { self.file.sync_all() });
        if done.is_ok() {
            self.noted = changes;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_one_has_it_until_it_lets_go() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let mut lock = Lock::take(&folder).unwrap();
        assert!(matches!(Lock::take(&folder), Err(Error::InUse)));
        lock.note(true);
        drop(lock);
        let mut lock = Lock::take(&folder).unwrap();
        assert!(lock.changes_in_log());
        lock.note(false);
        drop(lock);
        assert!(!Lock::take(&folder).unwrap().changes_in_log());
    }
}
