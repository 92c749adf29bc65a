//! Making a vault, opening it, and looking at one from outside.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::error::Error;
use super::folder::{self, Contents, Draft, Folder};
use super::head::{self, Head};
use super::holders;
use super::keychain::{self, Keychain};
use super::keys::Keys;
use super::lock::Lock;
use super::passphrase::Passphrase;
use super::recovery::RecoveryKey;
use super::renewal;
use super::seal;
use super::slots::{Kept, KeyFile, Proof, Remembered};
use super::threads::Settings;
use super::{FIRST_DEVICE, INFO_DEVICE, INFO_ID, Notice, Vault, hex};
use crate::model::Moment;
use crate::store::{self, Db, migrate};

/// What is in a folder, seen without a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Peek {
    /// There is no such folder.
    NoFolder,
    /// The folder is empty: a vault can be made in it.
    Empty,
    /// The folder holds other files.
    OtherFiles,
    /// The folder holds a vault.
    Vault {
        /// The names of its users; the first made it.
        users: Vec<String>,
    },
}

/// Looks what is in a folder. Nothing is written, and nothing is locked.
pub fn peek(path: &Path) -> Result<Peek, Error> {
    let folder = Folder::new(path);
    match folder.contents()? {
        Contents::NoFolder => Ok(Peek::NoFolder),
        Contents::Nothing => Ok(Peek::Empty),
        Contents::Others => Ok(Peek::OtherFiles),
        Contents::Vault => Ok(Peek::Vault { users: users(&folder)? }),
    }
}

/// Returns the names of those who have a slot.
pub fn users(folder: &Folder) -> Result<Vec<String>, Error> {
    Ok(KeyFiles::read(folder)?.in_order(folder)?[0].users())
}

/// Makes a vault and opens it.
pub fn create(
    path: &Path,
    passphrase: &Passphrase,
    user: &str,
    settings: Settings,
) -> Result<(Vault, RecoveryKey), Error> {
    if passphrase.is_empty() {
        return Err(Error::EmptyPassphrase);
    }
    let folder = Folder::new(path);
    let found = folder.contents()?;
    match found {
        Contents::NoFolder | Contents::Nothing => {}
        Contents::Others => return Err(Error::FolderNotEmpty),
        Contents::Vault => return Err(Error::AlreadyAVault),
    }
    create_in(&folder, found == Contents::NoFolder, passphrase, user, settings)
}

/// Makes a vault in a folder in which there was none a moment ago.
pub(super) fn create_in(
    folder: &Folder,
    is_new: bool,
    passphrase: &Passphrase,
    user: &str,
    settings: Settings,
) -> Result<(Vault, RecoveryKey), Error> {
    let lock = match folder.make().and_then(|()| Lock::take(folder)) {
        Ok(lock) => lock,
        // Somebody else is making a vault here at this moment.
        Err(Error::InUse) => return Err(Error::InUse),
        Err(error) => {
            folder.unmake_folders(is_new);
            return Err(error);
        }
    };
    // Somebody else may have finished one since the folder was looked at.
    if folder.contents()? == Contents::Vault {
        return Err(Error::AlreadyAVault);
    }
    // From here on, the files of a vault in this folder are those made here.
    let (keys, recovery) = match make(folder, passphrase, user, settings) {
        Ok(made) => made,
        Err(error) => {
            folder.unmake(is_new);
            return Err(error);
        }
    };
    let id = keys.vault_id;
    let vault = Vault::start(folder.clone(), keys, lock, user.to_owned(), settings).inspect_err(|_| {
        // The lock went with the vault. Whoever has it now has found a vault here.
        if let Ok(_lock) = Lock::take(folder)
            && folder.mark() == Some(id)
        {
            folder.unmake(is_new);
        }
    })?;
    Ok((vault, recovery))
}

/// Makes the files of a vault.
fn make(
    folder: &Folder,
    passphrase: &Passphrase,
    user: &str,
    settings: Settings,
) -> Result<(Keys, RecoveryKey), Error> {
    let keys = Keys::generate()?;
    let recovery = RecoveryKey::generate()?;
    let file = KeyFile::create(&keys, user, passphrase, &recovery)?;

    let db = Db::create(&folder.database(), &keys.database()?)?;
    migrate::run(&db, settings.steps)?;
    db.transaction(|db| {
        db.set_vault_info(INFO_ID, &hex(&keys.vault_id))?;
        db.set_vault_info(INFO_DEVICE, &FIRST_DEVICE.to_string())
    })
    .map_err(|error: store::Error| Error::from(error))?;
    db.checkpoint()?;
    db.close()?;

    // From now on, a folder without this note has lost it.
    head::write(folder, &keys, &Head::default())?;
    // The keys come last: a folder has keys only if it has a whole database.
    save(folder, &file)?;
    folder.make_ballast()?;
    Ok((keys, recovery))
}

/// Writes the keys and their copy.
pub fn save(folder: &Folder, file: &KeyFile) -> Result<(), Error> {
    let bytes = file.to_bytes();
    // Both are written before the first is put in its place: on a full disk, neither is.
    let mut drafts = [Draft::new(folder.keys())?, Draft::new(folder.keys_copy())?];
    for draft in &mut drafts {
        draft.write(&bytes)?;
    }
    for draft in drafts {
        draft.place()?;
    }
    Ok(())
}

/// Opens a vault; without a user's name, the first user's is taken.
pub fn open(path: &Path, user: Option<&str>, proof: &Proof, settings: Settings) -> Result<Vault, Error> {
    let folder = Folder::new(path);
    if folder.contents()? != Contents::Vault {
        return Err(Error::NoVault);
    }
    match fs::metadata(folder.database()) {
        Ok(about) if about.len() == 0 => return Err(Error::DatabaseEmpty),
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::DatabaseMissing);
        }
        Err(error) => return Err(error.into()),
    }
    let lock = Lock::take(&folder)?;
    if lock.changes_in_log() && !folder.log().exists() {
        return Err(Error::LogMissing);
    }
    let files = KeyFiles::read(&folder)?;
    let (file, keys, user) = unlock(&folder, &files, user, proof)?;
    let change = under_change(&folder, &file, &user, proof)?;
    let is_begun = matches!(change, Change::Begun);
    let (keys, was_changed) = match change {
        Change::Done(new) => (new, true),
        Change::None | Change::Begun => (keys, false),
    };
    let is_older = head::key_changes(&folder, &keys) > keys.changes();
    let notes = if folder.head().exists() { Vec::new() } else { vec![Notice::HeadMissing] };
    let vault = Vault::start(folder.clone(), keys, lock, user, settings).map_err(|error| {
        let does_not_fit = is_older && matches!(error, Error::DatabaseDamaged);
        if does_not_fit { Error::KeysOutdated } else { error }
    })?;
    let vault = vault.noticing(notes);
    if was_changed {
        finish(&vault, &folder);
        return Ok(vault);
    }
    // Only now is it certain that these are the keys of this database.
    let vault = vault.noticing(files.mend(&folder, &file));
    if is_begun && let Ok(Err(error)) = vault.change_key(Vec::new()).wait() {
        // Who was to be left out has no slot any more; the next opening tries again.
        tracing::warn!(%error, "the vault key was not changed");
    }
    Ok(vault)
}

/// How far a change of the vault key came before the program was killed.
enum Change {
    /// There was none.
    None,
    /// The database is under the old key.
    Begun,
    /// The database is under the new key: these.
    Done(Keys),
}

fn under_change(folder: &Folder, file: &KeyFile, user: &str, proof: &Proof) -> Result<Change, Error> {
    let Some(next) = file.next()? else { return Ok(Change::None) };
    let keys = next.open(user, proof)?;
    let is_done = Db::is_opened_by(&folder.database(), &keys.database()?)?;
    Ok(if is_done { Change::Done(keys) } else { Change::Begun })
}

/// Puts the file of the new vault key in its place. Where that fails, the next opening does it.
fn finish(vault: &Vault, folder: &Folder) {
    let folder = folder.clone();
    let done = vault.write(move |work| {
        renewal::settle(&folder, work.keys)?;
        head::note_key(&folder, work.keys, work.db)
    });
    if let Ok(Err(error)) = done.wait() {
        tracing::warn!(%error, "the file of keys is still the one of before the change");
    }
}

pub(super) fn unlock(
    folder: &Folder,
    files: &KeyFiles,
    user: Option<&str>,
    proof: &Proof,
) -> Result<(KeyFile, Keys, String), Error> {
    let mut first_error = None;
    for file in files.in_order(folder)? {
        let user = user.map(str::to_owned).or_else(|| file.users().into_iter().next()).unwrap_or_default();
        match file.open(&user, proof) {
            Ok(keys) => return Ok((file.clone(), keys, user)),
            // Somebody changed this file: the copy may be as it was.
            Err(error @ Error::KeysDamaged) => {
                first_error.get_or_insert(error);
            }
            Err(error) => {
                let others = folder.mark() != Some(file.vault_id());
                let error = if others { Error::OtherVault } else { error };
                return Err(first_error.unwrap_or(error));
            }
        }
    }
    Err(first_error.unwrap_or(Error::KeysDamaged))
}

/// The file of keys and its copy, as they were read.
pub(super) struct KeyFiles {
    main: Option<Result<KeyFile, Error>>,
    copy: Option<Result<KeyFile, Error>>,
}

impl KeyFiles {
    pub(super) fn read(folder: &Folder) -> Result<Self, Error> {
        let read = |path| match fs::read(path) {
            Ok(bytes) => Ok(Some(KeyFile::parse(&bytes))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::from(error)),
        };
        Ok(Self { main: read(folder.keys())?, copy: read(folder.keys_copy())? })
    }

    /// Returns the files that can be read, the one to try first before the other.
    ///
    /// The copy is only there for damage. It is not tried when a passphrase fails, as it may hold an older passphrase;
    /// but when the database bears the mark of the copy's vault and not of the main file's, the copy comes first.
    pub(super) fn in_order(&self, folder: &Folder) -> Result<Vec<&KeyFile>, Error> {
        let files: Vec<&KeyFile> =
            [&self.main, &self.copy].into_iter().flatten().filter_map(|file| file.as_ref().ok()).collect();
        match files.as_slice() {
            [] => Err(self.why_none()),
            [main, copy] => {
                let mark = folder.mark();
                let swapped = mark != Some(main.vault_id()) && mark == Some(copy.vault_id());
                Ok(if swapped { vec![*copy] } else { files })
            }
            _ => Ok(files),
        }
    }

    fn why_none(&self) -> Error {
        let errors = || [&self.main, &self.copy].into_iter().flatten().filter_map(|file| file.as_ref().err());
        if errors().next().is_none() {
            Error::KeysMissing
        } else if errors().any(|error| matches!(error, Error::Newer)) {
            Error::Newer
        } else if errors().any(|error| matches!(error, Error::CostRefused)) {
            Error::CostRefused
        } else {
            Error::KeysDamaged
        }
    }

    /// Makes both files the one that opened the vault; what was damaged is kept under another name.
    fn mend(&self, folder: &Folder, good: &KeyFile) -> Vec<Notice> {
        let bytes = good.to_bytes();
        let mut notices = Vec::new();
        for (path, found) in [(folder.keys(), &self.main), (folder.keys_copy(), &self.copy)] {
            let may_overwrite = match found {
                Some(Ok(file)) if file.to_bytes() == bytes => continue,
                Some(Ok(file)) => file.vault_id() == good.vault_id() && path == folder.keys_copy(),
                Some(Err(_)) => false,
                None => true,
            };
            let kept = may_overwrite || folder::set_aside(&path).is_ok();
            if kept && folder::replace(path.clone(), &bytes).is_ok() && path == folder.keys() {
                notices.push(Notice::KeysRestored);
            }
        }
        notices
    }
}

/// Returns the slots that keys on computers open.
pub fn remembered(path: &Path) -> Result<Vec<Remembered>, Error> {
    let folder = Folder::new(path);
    Ok(KeyFiles::read(&folder)?.in_order(&folder)?[0].remembered())
}

/// Opens a vault with a key that the keychain of this computer keeps; nothing where it keeps none.
pub fn open_remembered(path: &Path, keychain: &Arc<dyn Keychain>, settings: Settings) -> Result<Option<Vault>, Error> {
    let folder = Folder::new(path);
    let vault_id = KeyFiles::read(&folder)?.in_order(&folder)?[0].vault_id();
    for slot in remembered(path)?.into_iter().filter(|slot| slot.backend == keychain.name()) {
        let entry = holders::entry(&vault_id, &slot.slot);
        let Some(kept) = keychain::ask(keychain, move |keychain| keychain.get(&entry))? else {
            // Another computer's.
            continue;
        };
        let mut secret = seal::Secret::default();
        if kept.len() != secret.len() {
            return Err(Error::NotRemembered);
        }
        secret.copy_from_slice(&kept);
        let proof = Proof::Computer(Kept { slot: slot.slot, secret, now: Moment::now() });
        return open(path, Some(&slot.user), &proof, settings).map(Some);
    }
    Ok(None)
}

/// Answers whether a recovery key opens the vault that has these keys.
pub fn proves(folder: &Folder, keys: &Keys, key: RecoveryKey) -> Result<bool, Error> {
    match show(folder, keys, None, &Proof::Recovery(key)) {
        Ok(()) => Ok(true),
        Err(Error::WrongRecoveryKey | Error::OtherVault) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Answers a proof that opens the vault that has these keys with nothing.
///
/// # Errors
/// That it does not, and why.
pub(super) fn show(folder: &Folder, keys: &Keys, user: Option<&str>, proof: &Proof) -> Result<(), Error> {
    let (file, opened, user) = unlock(folder, &KeyFiles::read(folder)?, user, proof)?;
    if opened.are(keys) {
        return Ok(());
    }
    // Where the vault key was changed, and its file could not be put in place.
    let next = file.next()?.filter(|next| next.is_of(keys)).ok_or(Error::OtherVault)?;
    next.open(&user, proof).map(|_| ())
}
