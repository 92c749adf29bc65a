//! Where the journal ended when the vault was last closed, noted beside the database.
//!
//! An older `vault.db` put back in its place is whole and opens: only a note that lies elsewhere tells that its journal
//! is shorter than it was. The note is vouched for by a key derived from the journal's, so that nobody without the
//! vault's keys can write one.

use std::fs;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::error::Error;
use super::folder::{self, Folder};
use super::keys::Keys;
use super::seal::{self, Secret};
use crate::model::Moment;
use crate::store::{self, Db};

/// The end of the journal's chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub count: i64,
    /// What ties the last one to all before it; nothing where there are none.
    pub mac: Vec<u8>,
}

impl Head {
    /// Returns the end of the chain in a database.
    ///
    /// # Errors
    /// The database's.
    pub fn of(db: &Db) -> Result<Self, store::Error> {
        let last = store::journal::last(db)?;
        Ok(last.map_or_else(Self::default, |row| Self { count: row.seq, mac: row.mac }))
    }

    /// Returns the end of what was removed from the beginning of the chain in a database; nothing was where it counts
    /// none.
    ///
    /// # Errors
    /// The database's.
    pub fn of_removed(db: &Db) -> Result<Self, store::Error> {
        Ok(store::journal::removed(db)?.map_or_else(Self::default, |(count, mac)| Self { count, mac }))
    }

    /// Answers whether a journal goes on from here: this was its end once, or is. Of an end that was removed since with
    /// what is older than the office keeps, nothing tells.
    ///
    /// # Errors
    /// The database's.
    pub fn is_in(&self, db: &Db) -> Result<bool, store::Error> {
        let removed = Self::of_removed(db)?;
        if self.count == 0 || self.count < removed.count || *self == removed {
            return Ok(true);
        }
        Ok(store::journal::mac_at(db, self.count)?.as_ref() == Some(&self.mac))
    }
}

/// What was noted when the vault was last closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// Nothing yet.
    Nothing,
    /// The note was damaged, or written by somebody without the keys.
    Damaged,
    /// This end of the journal, at that time.
    Head(Head, Moment),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    count: i64,
    mac: String,
    at: Moment,
    /// How often the vault key had been changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key_changes: Option<u32>,
}

fn key(keys: &Keys) -> Result<Secret, Error> {
    seal::derive(keys.journal.0.as_slice(), &keys.vault_id, "kartotek journal head")
}

/// Reads the note.
///
/// # Errors
/// The file system's.
pub fn read(folder: &Folder, keys: &Keys) -> Result<Noted, Error> {
    let bytes = match fs::read(folder.head()) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Noted::Nothing),
        Err(error) => return Err(error.into()),
    };
    Ok(parse(&bytes, &key(keys)?).map_or(Noted::Damaged, |(head, at, _)| Noted::Head(head, at)))
}

/// Returns how often the vault key had been changed when the note was written: a file of keys that knows of fewer is an
/// older one. None of this is certain without a note.
pub fn key_changes(folder: &Folder, keys: &Keys) -> u32 {
    let note = fs::read(folder.head()).ok().zip(key(keys).ok()).and_then(|(bytes, key)| parse(&bytes, &key));
    note.map_or(0, |(_, _, changes)| changes)
}

fn parse(bytes: &[u8], key: &Secret) -> Option<(Head, Moment, u32)> {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let text = lines.next()?;
    let code = HEXLOWER.decode(lines.next()?.strip_prefix(b"mac ")?).ok()?;
    if !seal::vouches(key, text, &code) {
        return None;
    }
    let note: Note = serde_json::from_slice(text).ok()?;
    let head = Head { count: note.count, mac: HEXLOWER.decode(note.mac.as_bytes()).ok()? };
    Some((head, note.at, note.key_changes.unwrap_or_default()))
}

/// Writes the note, over an older one.
///
/// # Errors
/// The file system's.
pub fn write(folder: &Folder, keys: &Keys, head: &Head) -> Result<(), Error> {
    let key_changes = Some(keys.changes()).filter(|changes| *changes > 0);
    let note = Note { count: head.count, mac: HEXLOWER.encode(&head.mac), at: Moment::now(), key_changes };
    let text = serde_json::to_vec(&note).map_err(|_| Error::Io(std::io::ErrorKind::InvalidData))?;
    let code = HEXLOWER.encode(&seal::code(&key(keys)?, &text));
    folder::replace(folder.head(), &[&text, format!("\nmac {code}\n").as_bytes()].concat())
}

/// Notes where the journal ends, if it goes on from what was noted before.
///
/// Otherwise the older note stays: as long as nobody has accepted the journal as it is, every opening tells.
///
/// # Errors
/// The database's and the file system's.
pub fn follow(folder: &Folder, keys: &Keys, db: &Db) -> Result<(), Error> {
    let now = Head::of(db)?;
    match read(folder, keys)? {
        Noted::Head(before, _) if before == now || !before.is_in(db)? => Ok(()),
        Noted::Head(..) | Noted::Nothing | Noted::Damaged => write(folder, keys, &now),
    }
}

/// Notes that the vault key was changed. Where the journal ends stays as it was noted.
///
/// # Errors
/// The database's and the file system's.
pub fn note_key(folder: &Folder, keys: &Keys, db: &Db) -> Result<(), Error> {
    match read(folder, keys)? {
        Noted::Head(before, _) => write(folder, keys, &before),
        Noted::Nothing => write(folder, keys, &Head::of(db)?),
        Noted::Damaged => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_note_is_read_back_and_none_can_be_forged() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let keys = Keys::generate().unwrap();
        assert_eq!(read(&folder, &keys).unwrap(), Noted::Nothing);
        let head = Head { count: 7, mac: vec![1, 2, 3] };
        write(&folder, &keys, &head).unwrap();
        assert!(matches!(read(&folder, &keys).unwrap(), Noted::Head(found, _) if found == head));
        assert_eq!(read(&folder, &Keys::generate().unwrap()).unwrap(), Noted::Damaged);
        let whole = fs::read(folder.head()).unwrap();
        for place in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[place] ^= 1;
            fs::write(folder.head(), bytes).unwrap();
            let found = read(&folder, &keys).unwrap();
            // The last line break says nothing.
            assert!(found == Noted::Damaged || place + 1 == whole.len(), "byte {place}");
        }
    }
}
