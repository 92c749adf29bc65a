//! The keys of an open vault, in memory only, wiped when the vault closes.

use std::sync::{PoisonError, RwLock};

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

    /// Returns the first 64 bits of [`Key::code`], for what people carry.
    pub fn short_code(&self, message: &[u8]) -> [u8; 8] {
        seal::short_code(&self.0, message)
    }

    /// Answers whether a short code is this key's for a message.
    pub fn vouches_short(&self, message: &[u8], code: &[u8; 8]) -> bool {
        seal::vouches_short(&self.0, message, code)
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
    current: RwLock<Current>,
    pub(super) journal: Key,
    pub(super) suppression: Key,
    pub(super) attachments: Key,
}

/// The vault key, and how often it was changed.
#[derive(Clone)]
pub(super) struct Current {
    pub(super) key: Secret,
    pub(super) changes: u32,
}

impl Keys {
    pub(super) fn new(vault_id: [u8; 16], current: Current, [journal, suppression, attachments]: [Secret; 3]) -> Self {
        let (journal, suppression, attachments) = (Key(journal), Key(suppression), Key(attachments));
        Self { vault_id, current: RwLock::new(current), journal, suppression, attachments }
    }

    pub(super) fn generate() -> Result<Self, Error> {
        let current = Current { key: seal::random_secret()?, changes: 0 };
        let others = [seal::random_secret()?, seal::random_secret()?, seal::random_secret()?];
        Ok(Self::new(seal::random()?, current, others))
    }

    /// Returns the same keys, but for another vault key.
    pub(super) fn with_new_vault_key(&self) -> Result<Self, Error> {
        let current = Current { key: seal::random_secret()?, changes: self.changes().saturating_add(1) };
        let others = [&self.journal, &self.suppression, &self.attachments].map(|key| key.0.clone());
        Ok(Self::new(self.vault_id, current, others))
    }

    /// Takes another vault key from now on.
    pub(super) fn adopt(&self, other: &Self) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = other.current();
    }

    fn current(&self) -> Current {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the vault key.
    pub(super) fn vault(&self) -> Secret {
        self.current().key
    }

    /// Returns how often the vault key was changed.
    pub(super) fn changes(&self) -> u32 {
        self.current().changes
    }

    /// Answers whether the vault key is the same.
    pub(super) fn are(&self, other: &Self) -> bool {
        self.vault() == other.vault()
    }

    /// Returns the key of the journal's chain.
    pub fn journal(&self) -> &Key {
        &self.journal
    }

    /// Returns the key of the hashes by which erased people are recognised.
    pub fn suppression(&self) -> &Key {
        &self.suppression
    }

    /// Returns the key that vouches for the codes by which answers are known.
    ///
    /// # Errors
    /// [`Error::NoRandomness`] where it cannot be derived.
    pub fn tokens(&self) -> Result<Key, Error> {
        // From one that outlives a change of the vault key, as the codes are out by then.
        Ok(Key(seal::derive(self.suppression.0.as_slice(), &self.vault_id, "kartotek answer codes")?))
    }

    pub(super) fn database(&self) -> Result<RawKey, Error> {
        let key = seal::derive(self.vault().as_slice(), &self.vault_id, "kartotek database")?;
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
