//! Keys that a computer keeps, so that the passphrase need not be typed there.

use crate::model::Moment;

use super::super::error::Error;
use super::super::keys::Keys;
use super::super::seal::{self, Secret};
use super::{Bytes, Holder, KeyFile, Proof, Slot};

/// For how many days a computer keeps a key. After that the passphrase is asked for.
pub const DAYS: u32 = 30;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// A key as a computer keeps it, shown to open the vault.
#[derive(Clone)]
pub struct Kept {
    pub(in crate::vault) slot: Vec<u8>,
    pub(in crate::vault) secret: Secret,
    /// When it is shown.
    pub(in crate::vault) now: Moment,
}

/// A slot that a computer's key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Whose slot it is.
    pub user: String,
    /// Which kind of keychain holds the key.
    pub backend: String,
    /// Until when it opens the vault.
    pub until: Moment,
    pub(in crate::vault) slot: Vec<u8>,
}

/// Answers whether a key made at one time may be used at another. One from the future was tampered with.
pub(super) fn is_current(made_at: i64, days: u32, now: Moment) -> bool {
    (made_at..made_at.saturating_add(i64::from(days.min(DAYS)) * DAY)).contains(&now.0)
}

impl KeyFile {
    /// Returns the slots that keys on computers open.
    pub fn remembered(&self) -> Vec<Remembered> {
        let slots = self.body.slots.iter().filter_map(|slot| match &slot.holder {
            Holder::Computer { user, backend, made_at, days, .. } => Some(Remembered {
                user: user.clone(),
                backend: backend.clone(),
                until: Moment(made_at.saturating_add(i64::from((*days).min(DAYS)) * DAY)),
                slot: slot.id.0.clone(),
            }),
            Holder::Passphrase { .. } | Holder::RecoveryKey { .. } => None,
        });
        slots.collect()
    }

    /// Returns the file with a slot that a secret on a computer opens. It is never a user's only one.
    pub fn with_computer(
        &self,
        keys: &Keys,
        user: &str,
        backend: &str,
        slot: &[u8],
        secret: &Secret,
        now: Moment,
    ) -> Result<Self, Error> {
        if !self.users().iter().any(|known| known == user) {
            return Err(Error::UnknownUser);
        }
        let salt = Bytes(seal::random::<16>()?.to_vec());
        let (user, backend) = (user.to_owned(), backend.to_owned());
        let holder = Holder::Computer { user, salt, backend, made_at: now.0, days: DAYS };
        let proof = Proof::Computer(Kept { slot: slot.to_vec(), secret: secret.clone(), now });
        let mut body = self.body.clone();
        body.slots.push(Slot::with_id(slot.to_vec(), holder, &proof, &keys.vault_id, &keys.vault())?);
        Self::vouched_for(body, keys)
    }

    /// Returns the file without some of the slots that keys on computers open.
    pub fn without_computers(&self, keys: &Keys, slots: &[Vec<u8>]) -> Result<Self, Error> {
        let mut body = self.body.clone();
        body.slots.retain(|slot| !matches!(slot.holder, Holder::Computer { .. }) || !slots.contains(&slot.id.0));
        Self::vouched_for(body, keys)
    }
}
