//! The slots of several people: one more of them, and all of them under another vault key.

use super::super::error::Error;
use super::super::keys::Keys;
use super::super::passphrase::Passphrase;
use super::super::seal;
use super::{Bytes, Holder, KeyFile, Proof, Slot, wrapped};

impl Holder {
    /// Answers whether a user's passphrase, or a computer of theirs, opens the slot.
    fn is_of(&self, wanted: &str) -> bool {
        match self {
            Holder::Passphrase { user, .. } | Holder::Computer { user, .. } => user == wanted,
            Holder::RecoveryKey { .. } => false,
        }
    }
}

impl KeyFile {
    /// Returns the file with a slot for one more user. Where somebody of that name has slots, this one takes their place.
    pub fn with_user(&self, keys: &Keys, user: &str, passphrase: &Passphrase) -> Result<Self, Error> {
        let mut body = self.body.clone();
        body.slots.retain(|slot| !slot.holder.is_of(user));
        let proof = Proof::Passphrase(passphrase.clone());
        body.slots.push(Slot::new(Holder::of_user(user)?, &proof, &keys.vault_id, &keys.vault())?);
        Self::vouched_for(body, keys)
    }

    /// Returns the file for other keys, without the slots of those who leave. The others' proofs open it as before:
    /// the vault key is sealed to the public halves of their slots, which are in the file.
    pub fn renewed(&self, new: &Keys, leaving: &[String]) -> Result<Self, Error> {
        let mut body = self.body.clone();
        body.slots.retain(|slot| !leaving.iter().any(|user| slot.holder.is_of(user)));
        for slot in &mut body.slots {
            let context = slot.holder.context(&new.vault_id, &slot.id.0);
            slot.vault_key = Bytes(seal::seal_to(&slot.public.0, new.vault().as_slice(), &context)?);
        }
        [body.journal, body.suppression, body.attachments] = wrapped(new)?;
        body.changes = new.changes();
        body.next = None;
        Self::vouched_for(body, new)
    }

    /// Returns the file for the time in which the database may be under the old key or the new one: it opens the old
    /// one, for nobody but those who have a slot in the file of the new one, and holds that file.
    pub fn until(&self, old: &Keys, next: &Self) -> Result<Self, Error> {
        let mut body = self.body.clone();
        body.slots.retain(|slot| next.body.slots.iter().any(|stays| stays.id.0 == slot.id.0));
        body.next = Some(String::from_utf8(next.to_bytes()).map_err(|_| Error::KeysDamaged)?);
        Self::vouched_for(body, old)
    }

    /// Returns the file of the new vault key, where the key is being changed.
    ///
    /// # Errors
    /// [`Error::KeysDamaged`].
    pub fn next(&self) -> Result<Option<Self>, Error> {
        self.body.next.as_ref().map(|text| Self::parse(text.as_bytes())).transpose()
    }
}
