//! Changing who can open the vault: passphrases, the recovery key, and keys that computers keep.

use super::error::Error;
use super::folder::Folder;
use super::keychain::Secret;
use super::keys::Keys;
use super::opening::{self, KeyFiles, save, unlock};
use super::passphrase::Passphrase;
use super::recovery::RecoveryKey;
use super::renewal;
use super::seal;
use super::slots::{KeyFile, Proof, Remembered};
use crate::model::Moment;

/// Changes who can open the vault. Only for jobs of the thread that writes: of two changes at once, one would be lost.
pub struct Holders {
    folder: Folder,
}

/// A key that a computer is to keep, and the name it is kept under.
pub struct NewKept {
    slot: Vec<u8>,
    secret: seal::Secret,
    entry: String,
}

impl NewKept {
    /// Makes a key for a vault.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn generate(vault_id: &[u8; 16]) -> Result<Self, Error> {
        let slot = seal::random::<8>()?.to_vec();
        let entry = entry(vault_id, &slot);
        Ok(Self { slot, secret: seal::random_secret()?, entry })
    }

    /// Returns under which name the keychain is to keep it.
    pub fn entry(&self) -> &str {
        &self.entry
    }

    /// Returns what the keychain is to keep.
    pub fn secret(&self) -> Secret {
        Secret::new(self.secret.to_vec())
    }
}

/// Returns under which name a keychain keeps the key of a slot.
pub(super) fn entry(vault_id: &[u8; 16], slot: &[u8]) -> String {
    let hex = &data_encoding::HEXLOWER;
    format!("{}-{}", hex.encode(vault_id), hex.encode(slot))
}

/// The file of keys as it was at some time.
pub struct Snapshot(KeyFile);

impl Holders {
    pub(super) fn new(folder: Folder) -> Self {
        Self { folder }
    }

    /// Answers a proof that is right with nothing, and one that is wrong with why. Changes nothing.
    ///
    /// # Errors
    /// That the proof is wrong.
    pub fn check(&self, keys: &Keys, user: &str, proof: &Proof) -> Result<(), Error> {
        opening::show(&self.folder, keys, Some(user), proof)
    }

    /// Gives a user a new passphrase. Keys of the user's on computers no longer open the vault.
    ///
    /// # Errors
    /// [`Error::EmptyPassphrase`]; that the proof is wrong; or that the files cannot be written.
    pub fn set_passphrase(&self, keys: &Keys, user: &str, proof: &Proof, new: &Passphrase) -> Result<(), Error> {
        if new.is_empty() {
            return Err(Error::EmptyPassphrase);
        }
        self.change(keys, user, proof, |file| file.with_passphrase(keys, user, new))
    }

    /// Gives somebody a passphrase that opens the vault. Slots that were left of that name are replaced.
    ///
    /// # Errors
    /// [`Error::EmptyPassphrase`]; that the proof of who adds them is wrong; or that the files cannot be written.
    pub fn add_user(
        &self,
        keys: &Keys,
        user: &str,
        proof: &Proof,
        new_user: &str,
        passphrase: &Passphrase,
    ) -> Result<(), Error> {
        if passphrase.is_empty() {
            return Err(Error::EmptyPassphrase);
        }
        self.change(keys, user, proof, |file| file.with_user(keys, new_user, passphrase))
    }

    /// Puts a new recovery key in the place of the old one.
    ///
    /// # Errors
    /// That the proof is wrong, or that the files cannot be written.
    pub fn set_recovery_key(&self, keys: &Keys, user: &str, proof: &Proof, new: &RecoveryKey) -> Result<(), Error> {
        self.change(keys, user, proof, |file| file.with_recovery_key(keys, new))
    }

    /// Lets a key that a computer keeps open the vault, for 30 days.
    ///
    /// # Errors
    /// That the proof is wrong, or that the files cannot be written.
    pub fn remember(
        &self,
        keys: &Keys,
        user: &str,
        proof: &Proof,
        backend: &str,
        kept: &NewKept,
        now: Moment,
    ) -> Result<(), Error> {
        self.change(keys, user, proof, |file| file.with_computer(keys, user, backend, &kept.slot, &kept.secret, now))
    }

    /// Lets keys that computers keep no longer open the vault.
    ///
    /// # Errors
    /// That the files cannot be read or written.
    pub fn forget(&self, keys: &Keys, which: &[Remembered]) -> Result<(), Error> {
        renewal::settle(&self.folder, keys)?;
        let slots: Vec<Vec<u8>> = which.iter().map(|one| one.slot.clone()).collect();
        let files = KeyFiles::read(&self.folder)?;
        let file = files.in_order(&self.folder)?.into_iter().find(|file| file.is_of(keys)).ok_or(Error::OtherVault)?;
        save(&self.folder, &file.without_computers(keys, &slots)?)
    }

    /// Returns the file of keys as it is, for [`Holders::put_back`].
    ///
    /// # Errors
    /// That it cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot, Error> {
        let files = KeyFiles::read(&self.folder)?;
        Ok(Snapshot(files.in_order(&self.folder)?[0].clone()))
    }

    /// Writes the file of keys as it was.
    ///
    /// # Errors
    /// That it cannot be written.
    pub fn put_back(&self, before: &Snapshot) -> Result<(), Error> {
        save(&self.folder, &before.0)
    }

    /// Writes a change of the file of keys, once somebody has shown that they may.
    fn change(
        &self,
        keys: &Keys,
        user: &str,
        proof: &Proof,
        change: impl FnOnce(&KeyFile) -> Result<KeyFile, Error>,
    ) -> Result<(), Error> {
        renewal::settle(&self.folder, keys)?;
        let (file, opened, _) = unlock(&self.folder, &KeyFiles::read(&self.folder)?, Some(user), proof)?;
        if !opened.are(keys) {
            return Err(Error::OtherVault);
        }
        save(&self.folder, &change(&file)?)
    }
}
