//! A backup: one file from which the whole vault can be made again, with the passphrase or the recovery key alone.
//!
//! It begins with the line `kartotek backup 1`. Then come the parts, one after another, as they are: `vault.db` (a
//! compact copy, encrypted with the vault's key), `vault.keys`, and every attachment, encrypted as it lies. The
//! manifest follows, in three lines like those of `vault.keys`: a JSON document that says what the parts are; `sha256`
//! and its hash; `mac` and its code under a key of the vault. The last line holds the manifest's length. So every byte
//! of the file is vouched for, and a file that was cut has no end.

mod archive;
mod looking;
mod making;
mod restoring;
mod rotation;

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::head::Head;
use super::keys::Keys;
use super::seal::{self, Secret};
use crate::model::Moment;

use archive::Archive;
pub use looking::{each_page, remembered};
pub use making::{Source, make};
pub use restoring::restore;
pub use rotation::{LONGEST_DAYS, expired, is_too_old};

/// How the names of backups end.
pub const ENDING: &str = "kartotek-backup";

/// The version of the file's format.
pub const VERSION: u32 = 1;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The first of a day.
    Daily,
    /// Somebody asked for it.
    OnRequest,
    /// A file was about to be imported.
    BeforeImport,
    /// The database was about to get a newer schema.
    BeforeMigration,
    /// The vault key was changed, as somebody was removed.
    KeyChanged,
    /// Somebody was erased: those made before still hold them.
    AfterErasure,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 6] =
        [Self::Daily, Self::OnRequest, Self::BeforeImport, Self::BeforeMigration, Self::KeyChanged, Self::AfterErasure];

    /// Returns the reason's key; its text is `backup-reason-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::OnRequest => "on-request",
            Self::BeforeImport => "before-import",
            Self::BeforeMigration => "before-migration",
            Self::KeyChanged => "key-changed",
            Self::AfterErasure => "after-erasure",
        }
    }
}

/// One file in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    name: String,
    size: u64,
    sha256: String,
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    version: u32,
    vault_id: String,
    /// When it was made.
    pub made_at: Moment,
    /// Why it was made.
    pub reason: Reason,
    /// The schema version of its database.
    pub schema: u32,
    journal: Journal,
    /// How many persons it holds.
    pub persons: u64,
    /// How many companies it holds.
    pub companies: u64,
    /// How many erasures there had been; a restored card file makes the later ones again.
    pub erasures: u64,
    /// How many attachments had no file when it was made.
    pub missing: u64,
    /// How many attachments had another content than was put there.
    #[serde(default)]
    pub damaged: u64,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Journal {
    count: i64,
    mac: String,
}

impl Manifest {
    /// Returns the id of the vault it was made of, 32 hexadecimal digits.
    pub fn vault_id(&self) -> &str {
        &self.vault_id
    }

    /// Answers whether every attachment is in it as it was put there.
    pub fn is_whole(&self) -> bool {
        self.missing == 0 && self.damaged == 0
    }

    /// Returns where the journal ended.
    pub fn head(&self) -> Head {
        let mac = data_encoding::HEXLOWER.decode(self.journal.mac.as_bytes()).unwrap_or_default();
        Head { count: self.journal.count, mac }
    }
}

/// A backup that lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where.
    pub path: PathBuf,
    /// Bytes of the file.
    pub size: u64,
    /// What it holds.
    pub manifest: Manifest,
}

/// Returns the name of a backup: no names of people or offices, as file names are seen by many programs.
pub fn file_name(at: Moment, reason: Reason) -> String {
    format!("kartotek-{}-{}.{ENDING}", at.utc().format("%Y%m%d-%H%M%S%3f"), reason.key())
}

/// Returns what a backup says it holds, without a passphrase. Reads its ends only, so damage inside is not seen.
///
/// # Errors
/// [`Error::BackupForeign`], [`Error::BackupCut`], [`Error::BackupDamaged`], [`Error::BackupNewer`].
pub fn peek(path: &Path) -> Result<Kept, Error> {
    let archive = Archive::open(path)?;
    Ok(Kept { path: path.to_owned(), size: archive.size(), manifest: archive.into_manifest() })
}

/// Returns the backups of a vault that lie in a folder, the newest first.
///
/// With the vault's keys, only those that these vouch for. Other files, and what cannot be read, are left out.
///
/// # Errors
/// The file system's, where the folder cannot be read; a missing folder holds none.
pub fn list(folder: &Path, vault_id: &str, keys: Option<&Keys>) -> Result<Vec<Kept>, Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut backups = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != ENDING) {
            continue;
        }
        let Ok(archive) = Archive::open(&path) else { continue };
        let is_ours = archive.manifest().vault_id == vault_id;
        if is_ours && keys.is_none_or(|keys| archive.vouched_for(keys).is_ok()) {
            backups.push(Kept { path, size: archive.size(), manifest: archive.into_manifest() });
        }
    }
    backups.sort_by(|one, other| (other.manifest.made_at, &other.path).cmp(&(one.manifest.made_at, &one.path)));
    Ok(backups)
}

/// Returns the key that vouches for manifests: it outlives a change of the vault key, as the journal's does.
fn vouching(keys: &Keys) -> Result<Secret, Error> {
    seal::derive(keys.journal.0.as_slice(), &keys.vault_id, "kartotek backup manifest")
}

#[cfg(test)]
mod tests;
