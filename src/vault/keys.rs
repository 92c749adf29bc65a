//! The keys of an open vault, in memory only, wiped when the vault closes.

use zeroize::Zeroizing;

use super::error::Error;
use super::seal::{self, Secret};
use crate::store::connection::RawKey;

/// One of the vault's keys.
pub struct Key(pub(super) Secret);

impl Key {
    /// Returns the HMAC-SHA-256 of a message under this key.
    pub fn code(&self, message: &[u8]) -> [u8; 32] {
        seal::code(&self.0, message)
    }

    /// Answers whether a code is this key's for a message.
    pub fn vouches(&self, message: &[u8], code: &[u8]) -> bool {
        seal::vouches(&self.0, message, code)
    }

    pub(super) fn wrap(&self, secret: &Secret, context: &[u8]) -> Result<Vec<u8>, Error> {
        seal::wrap(&self.0, secret.as_slice(), context)
    }

    pub(super) fn unwrap(&self, wrapped: &[u8], context: &[u8]) -> Option<Secret> {
        seal::unwrap_secret(&self.0, wrapped, context)
    }
}

/// The keys of an open vault.
///
/// The vault key opens the database and wraps the others. Those are independent of it, so that the journal's chain
/// and the hashes of erased people outlive a change of the vault key.
pub struct Keys {
    pub(super) vault_id: [u8; 16],
    pub(super) vault: Secret,
    pub(super) journal: Key,
    pub(super) suppression: Key,
    pub(super) attachments: Key,
}

impl Keys {
    pub(super) fn generate() -> Result<Self, Error> {
        let key = || seal::random_secret().map(Key);
        Ok(Self {
            vault_id: seal::random()?,
            vault: seal::random_secret()?,
            journal: key()?,
            suppression: key()?,
            attachments: key()?,
        })
    }

    /// Returns the key of the journal's chain.
    pub fn journal(&self) -> &Key {
        &self.journal
    }

    /// Returns the key of the hashes by which erased people are recognised.
    pub fn suppression(&self) -> &Key {
        &self.suppression
    }

    pub(super) fn database(&self) -> Result<RawKey, Error> {
        let key = seal::derive(self.vault.as_slice(), &self.vault_id, "kartotek database")?;
        Ok(RawKey::new(*key, self.vault_id))
    }
}

/// Returns the key that vouches for the file of keys.
pub(super) fn vouching(vault: &Secret, vault_id: &[u8; 16]) -> Result<Secret, Error> {
    seal::derive(vault.as_slice(), vault_id, "kartotek keys file")
}

/// Returns the key that wraps the independent ones.
pub(super) fn wrapping(vault: &Secret, vault_id: &[u8; 16]) -> Result<Secret, Error> {
    seal::derive(vault.as_slice(), vault_id, "kartotek wrapping")
}

/// The bytes of a file that was encrypted, wiped when dropped.
pub type Plain = Zeroizing<Vec<u8>>;
