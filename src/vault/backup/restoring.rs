//! Making a vault of a backup, in a new folder.

use std::path::Path;

use super::Manifest;
use super::archive::{ATTACHMENTS, Archive, DATABASE};
use crate::store::connection::Mode;
use crate::store::{Db, schema};
use crate::vault::error::Error;
use crate::vault::folder::{Contents, Draft, Folder};
use crate::vault::head::{self, Head};
use crate::vault::keys::Keys;
use crate::vault::lock::Lock;
use crate::vault::opening;
use crate::vault::reply::Cancel;
use crate::vault::slots::{KeyFile, Proof};

/// Makes a vault of a backup in a folder that is empty or does not exist. It is whole and was looked through when this
/// returns; the backup is only read.
///
/// Without a user's name, the passphrase is the first user's.
///
/// # Errors
/// [`Error::FolderNotEmpty`], [`Error::AlreadyAVault`]; [`Error::WrongPassphrase`] and the like; what
/// [`super::peek`] tells of the file. Nothing is left in the folder then.
pub fn restore(file: &Path, target: &Path, user: Option<&str>, proof: &Proof) -> Result<Manifest, Error> {
    let folder = Folder::new(target);
    let found = folder.contents()?;
    match found {
        Contents::NoFolder | Contents::Nothing => {}
        Contents::Others => return Err(Error::FolderNotEmpty),
        Contents::Vault => return Err(Error::AlreadyAVault),
    }
    let archive = Archive::open(file)?;
    if archive.manifest().schema as usize > schema::STEPS.len() {
        return Err(Error::BackupNewer);
    }
    let key_file = archive.keys().map_err(|error| {
        // That the keys are not what they were is a matter of this file, not of the vault's folder.
        if matches!(error, Error::KeysDamaged) { Error::BackupDamaged } else { error }
    })?;
    let user = user.map(str::to_owned).or_else(|| key_file.users().into_iter().next()).unwrap_or_default();
    let keys = key_file.open(&user, proof)?;
    let stop = Cancel::default();
    archive.vouched_for(&keys)?;
    archive.verify(&stop)?;
    unpack(&archive, &folder, found == Contents::NoFolder, &key_file, &keys)?;
    Ok(archive.into_manifest())
}

fn unpack(archive: &Archive, folder: &Folder, is_new: bool, key_file: &KeyFile, keys: &Keys) -> Result<(), Error> {
    let lock = match folder.make().and_then(|()| Lock::take(folder)) {
        Ok(lock) => lock,
        Err(Error::InUse) => return Err(Error::InUse),
        Err(error) => {
            folder.unmake_folders(is_new);
            return Err(error);
        }
    };
    if folder.contents()? == Contents::Vault {
        return Err(Error::AlreadyAVault);
    }
    let done = write(archive, folder, key_file, keys);
    if done.is_err() {
        for name in archive.names().filter_map(|name| name.strip_prefix(ATTACHMENTS)) {
            let _ = std::fs::remove_file(folder.attachments().join(name));
        }
        folder.unmake(is_new);
    }
    drop(lock);
    done
}

fn write(archive: &Archive, folder: &Folder, key_file: &KeyFile, keys: &Keys) -> Result<(), Error> {
    let stop = Cancel::default();
    for (number, name) in archive.names().enumerate() {
        let place = match name.strip_prefix(ATTACHMENTS) {
            Some(file) => folder.attachments().join(file),
            None if name == DATABASE => folder.database(),
            // The keys come last: a folder has keys only if everything else is there.
            None => continue,
        };
        let mut draft = Draft::new(place)?;
        archive.copy(number, &mut draft, &stop)?;
        draft.place()?;
    }
    let db = Db::open(&folder.database(), &keys.database()?, Mode::ReadOnly)?;
    if !db.integrity()?.is_empty() || Head::of(&db)? != archive.manifest().head() {
        return Err(Error::BackupDamaged);
    }
    db.close()?;
    head::write(folder, keys, &archive.manifest().head())?;
    opening::save(folder, key_file)
}
