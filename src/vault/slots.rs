//! `vault.keys`: who can open the vault, and the keys wrapped for them.
//!
//! Three lines: a JSON document; `sha256` and its hash, to tell damage from a wrong passphrase before anything is
//! tried; `mac` and its code under the vault key, so that after unlocking, nothing in the file can have been changed
//! by somebody who cannot open the vault. Each slot has an X25519 pair: the private half is wrapped by a passphrase or
//! the recovery key, the vault key is sealed to the public half. So the vault key can be changed for everybody
//! without anybody's passphrase.

mod on_computer;
mod people;

use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::error::Error;
use super::keys::{Current, Key, Keys, vouching, wrapping};
use super::passphrase::Passphrase;
use super::recovery::RecoveryKey;
use super::seal::{self, Secret};

pub use on_computer::{Kept, Remembered};

const FORMAT: &str = "kartotek keys";
/// The version of a file whose vault key was changed, or is being changed.
const VERSION: u32 = 3;
/// The version of a file in which computers keep keys; one without is of the version before.
const WITH_COMPUTERS: u32 = 2;

/// What guessing a passphrase costs; a file that asks for less was tampered with, one that asks for much more would
/// freeze the computer.
const KIB: std::ops::RangeInclusive<u32> = 64 * 1024..=1024 * 1024;
const PASSES: std::ops::RangeInclusive<u32> = 3..=20;
const LANES: std::ops::RangeInclusive<u32> = 1..=16;

/// What somebody shows to open the vault.
#[derive(Clone)]
pub enum Proof {
    /// A user's passphrase.
    Passphrase(Passphrase),
    /// The recovery key.
    Recovery(RecoveryKey),
    /// A key that this computer keeps.
    Computer(Kept),
}

#[derive(Clone)]
struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        BASE64.decode(text.as_bytes()).map(Bytes).map_err(serde::de::Error::custom)
    }
}

#[derive(Deserialize)]
struct Heading {
    format: String,
    version: u32,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    format: String,
    version: u32,
    vault_id: Bytes,
    slots: Vec<Slot>,
    journal: Bytes,
    suppression: Bytes,
    attachments: Bytes,
    /// How often the vault key was changed.
    #[serde(default, skip_serializing_if = "is_zero")]
    changes: u32,
    /// While the vault key is being changed: the whole file of the new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    id: Bytes,
    holder: Holder,
    public: Bytes,
    /// The private half, wrapped.
    private: Bytes,
    /// The vault key, sealed to the public half.
    vault_key: Bytes,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Holder {
    Passphrase { user: String, salt: Bytes, kib: u32, passes: u32, lanes: u32 },
    RecoveryKey { salt: Bytes },
    Computer { user: String, salt: Bytes, backend: String, made_at: i64, days: u32 },
}

impl Holder {
    fn of_user(user: &str) -> Result<Self, Error> {
        let salt = Bytes(seal::random::<16>()?.to_vec());
        Ok(Holder::Passphrase { user: user.to_owned(), salt, kib: *KIB.start(), passes: *PASSES.start(), lanes: 4 })
    }

    fn acceptable(&self) -> bool {
        match self {
            Holder::Passphrase { kib, passes, lanes, .. } => {
                KIB.contains(kib) && PASSES.contains(passes) && LANES.contains(lanes)
            }
            Holder::RecoveryKey { .. } | Holder::Computer { .. } => true,
        }
    }

    /// Returns whose passphrase opens the slot, if one does.
    fn user(&self) -> Option<&str> {
        match self {
            Holder::Passphrase { user, .. } => Some(user),
            Holder::RecoveryKey { .. } | Holder::Computer { .. } => None,
        }
    }

    /// Answers whether this is for a proof of this kind, and for no other user's passphrase.
    fn takes(&self, proof: &Proof, wanted: &str) -> bool {
        match (self, proof) {
            (Holder::Passphrase { user, .. }, Proof::Passphrase(_))
            | (Holder::Computer { user, .. }, Proof::Computer(_)) => user == wanted,
            (Holder::RecoveryKey { .. }, Proof::Recovery(_)) => true,
            (
                Holder::Passphrase { .. } | Holder::RecoveryKey { .. } | Holder::Computer { .. },
                Proof::Passphrase(_) | Proof::Recovery(_) | Proof::Computer(_),
            ) => false,
        }
    }

    /// Returns the key that wraps the private half; `None` if the proof is of the other kind.
    fn key(&self, proof: &Proof) -> Result<Option<Secret>, Error> {
        match (self, proof) {
            (Holder::Passphrase { salt, kib, passes, lanes, .. }, Proof::Passphrase(passphrase)) => {
                seal::stretch(passphrase.bytes(), &salt.0, *kib, *passes, *lanes).map(Some)
            }
            (Holder::RecoveryKey { salt }, Proof::Recovery(key)) => {
                seal::derive(key.bytes(), &salt.0, "kartotek recovery").map(Some)
            }
            (Holder::Computer { salt, made_at, days, .. }, Proof::Computer(kept)) => {
                if !on_computer::is_current(*made_at, *days, kept.now) {
                    return Err(Error::RememberedTooLong);
                }
                seal::derive(kept.secret.as_slice(), &salt.0, "kartotek computer").map(Some)
            }
            (
                Holder::Passphrase { .. } | Holder::RecoveryKey { .. } | Holder::Computer { .. },
                Proof::Passphrase(_) | Proof::Recovery(_) | Proof::Computer(_),
            ) => Ok(None),
        }
    }

    /// Returns what the wrapped keys are bound to: the vault, the slot, its kind, and every number of the derivation.
    fn context(&self, vault_id: &[u8], slot_id: &[u8]) -> Vec<u8> {
        match self {
            Holder::Passphrase { salt, kib, passes, lanes, user: _ } => {
                let (kib, passes, lanes) = (kib.to_be_bytes(), passes.to_be_bytes(), lanes.to_be_bytes());
                seal::bind(&[vault_id, slot_id, b"passphrase", b"argon2id 1.3", &salt.0, &kib, &passes, &lanes])
            }
            Holder::RecoveryKey { salt } => seal::bind(&[vault_id, slot_id, b"recovery key", b"hkdf-sha256", &salt.0]),
            Holder::Computer { user, salt, backend, made_at, days } => {
                let (made_at, days) = (made_at.to_be_bytes(), days.to_be_bytes());
                let (user, backend) = (user.as_bytes(), backend.as_bytes());
                let what: &[u8] = b"computer";
                seal::bind(&[vault_id, slot_id, what, b"hkdf-sha256", &salt.0, user, backend, &made_at, &days])
            }
        }
    }
}

impl Slot {
    fn new(holder: Holder, proof: &Proof, vault_id: &[u8; 16], vault: &Secret) -> Result<Self, Error> {
        Self::with_id(seal::random::<8>()?.to_vec(), holder, proof, vault_id, vault)
    }

    fn with_id(id: Vec<u8>, holder: Holder, proof: &Proof, vault_id: &[u8; 16], vault: &Secret) -> Result<Self, Error> {
        let context = holder.context(vault_id, &id);
        let key = holder.key(proof)?.ok_or(Error::KeysDamaged)?;
        let (private, public) = seal::new_pair()?;
        Ok(Self {
            private: Bytes(seal::wrap(&key, private.as_slice(), &context)?),
            vault_key: Bytes(seal::seal_to(&public, vault.as_slice(), &context)?),
            public: Bytes(public.to_vec()),
            id: Bytes(id),
            holder,
        })
    }

    /// Returns the vault key; `None` if the proof does not open the slot.
    fn open(&self, proof: &Proof, vault_id: &[u8; 16]) -> Result<Option<Secret>, Error> {
        let Some(key) = self.holder.key(proof)? else {
            return Ok(None);
        };
        let context = self.holder.context(vault_id, &self.id.0);
        let Some(private) = seal::unwrap_secret(&key, &self.private.0, &context) else {
            return Ok(None);
        };
        // The passphrase was right, so what does not open now was changed.
        seal::open_sealed(&private, &self.vault_key.0, &context).ok_or(Error::KeysDamaged).map(Some)
    }
}

/// The file of keys, read and whole, but not yet vouched for.
#[derive(Clone)]
pub struct KeyFile {
    body: Body,
    vault_id: [u8; 16],
    /// The first line, as it stands in the file.
    text: Vec<u8>,
    code: Vec<u8>,
}

impl KeyFile {
    /// Makes the file for a new vault, with a slot for its first user and one for the recovery key.
    pub fn create(keys: &Keys, user: &str, passphrase: &Passphrase, recovery: &RecoveryKey) -> Result<Self, Error> {
        let slot = |holder, proof| Slot::new(holder, &proof, &keys.vault_id, &keys.vault());
        let salt = Bytes(seal::random::<16>()?.to_vec());
        let [journal, suppression, attachments] = wrapped(keys)?;
        let body = Body {
            format: FORMAT.to_owned(),
            version: VERSION,
            vault_id: Bytes(keys.vault_id.to_vec()),
            slots: vec![
                slot(Holder::of_user(user)?, Proof::Passphrase(passphrase.clone()))?,
                slot(Holder::RecoveryKey { salt }, Proof::Recovery(recovery.clone()))?,
            ],
            journal,
            suppression,
            attachments,
            changes: keys.changes(),
            next: None,
        };
        Self::vouched_for(body, keys)
    }

    fn vouched_for(mut body: Body, keys: &Keys) -> Result<Self, Error> {
        let is_on_computer = |slot: &Slot| matches!(slot.holder, Holder::Computer { .. });
        // Older programs open what they can understand.
        body.version = if body.changes > 0 || body.next.is_some() {
            VERSION
        } else if body.slots.iter().any(is_on_computer) {
            WITH_COMPUTERS
        } else {
            1
        };
        let text = serde_json::to_vec(&body).map_err(|_| Error::KeysDamaged)?;
        let code = seal::code(&vouching(&keys.vault(), &keys.vault_id)?, &text).to_vec();
        Ok(Self { body, vault_id: keys.vault_id, text, code })
    }

    /// Returns the file's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let hash = HEXLOWER.encode(&Sha256::digest(&self.text));
        let code = HEXLOWER.encode(&self.code);
        [&self.text, format!("\nsha256 {hash}\nmac {code}\n").as_bytes()].concat()
    }

    /// Reads the file's bytes.
    ///
    /// # Errors
    /// [`Error::KeysDamaged`], [`Error::Newer`], [`Error::CostRefused`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        let text = lines.next().unwrap_or_default();
        let heading: Heading = serde_json::from_slice(text).map_err(|_| Error::KeysDamaged)?;
        if heading.format == FORMAT && heading.version > VERSION {
            return Err(Error::Newer);
        }
        let mut field = |name: &str| {
            let line = lines.next()?.strip_prefix(name.as_bytes())?;
            HEXLOWER.decode(line).ok().filter(|bytes| bytes.len() == 32)
        };
        let hash = field("sha256 ").ok_or(Error::KeysDamaged)?;
        let code = field("mac ").ok_or(Error::KeysDamaged)?;
        if hash != Sha256::digest(text).as_slice() {
            return Err(Error::KeysDamaged);
        }
        let body: Body = serde_json::from_slice(text).map_err(|_| Error::KeysDamaged)?;
        let vault_id = body.vault_id.0.as_slice().try_into().map_err(|_| Error::KeysDamaged)?;
        if body.format != FORMAT || !(1..=VERSION).contains(&body.version) {
            return Err(Error::KeysDamaged);
        }
        if !body.slots.iter().all(|slot| slot.holder.acceptable()) {
            return Err(Error::CostRefused);
        }
        Ok(Self { body, vault_id, text: text.to_vec(), code })
    }

    /// Makes sure that it is these keys' file, unchanged by anybody without them.
    ///
    /// # Errors
    /// [`Error::KeysDamaged`].
    pub fn vouched_by(&self, keys: &Keys) -> Result<(), Error> {
        let is_theirs = self.vault_id == keys.vault_id
            && seal::vouches(&vouching(&keys.vault(), &self.vault_id)?, &self.text, &self.code);
        if is_theirs { Ok(()) } else { Err(Error::KeysDamaged) }
    }

    /// Returns which vault the keys are of.
    pub fn vault_id(&self) -> [u8; 16] {
        self.vault_id
    }

    /// Returns the names of the users, in the order they came; the first made the vault.
    pub fn users(&self) -> Vec<String> {
        self.body.slots.iter().filter_map(|slot| slot.holder.user()).map(str::to_owned).collect()
    }

    /// Returns the keys, if the proof opens a slot. `user` is whose slot a passphrase is tried on.
    ///
    /// # Errors
    /// [`Error::UnknownUser`], [`Error::WrongPassphrase`], [`Error::WrongRecoveryKey`]; [`Error::KeysDamaged`] if the
    /// slot opened but the file was changed by somebody who could not open it.
    pub fn open(&self, user: &str, proof: &Proof) -> Result<Keys, Error> {
        let slots = self.body.slots.iter().filter(|slot| slot.holder.takes(proof, user));
        let (slots, wrong): (Vec<&Slot>, _) = match proof {
            Proof::Passphrase(_) => (slots.collect(), Error::WrongPassphrase),
            Proof::Recovery(_) => (slots.collect(), Error::WrongRecoveryKey),
            Proof::Computer(kept) => (slots.filter(|slot| slot.id.0 == kept.slot).collect(), Error::NotRemembered),
        };
        if slots.is_empty() && matches!(proof, Proof::Passphrase(_)) {
            return Err(Error::UnknownUser);
        }
        for slot in slots {
            if let Some(vault) = slot.open(proof, &self.vault_id)? {
                return self.keys(vault);
            }
        }
        Err(wrong)
    }

    fn keys(&self, vault: Secret) -> Result<Keys, Error> {
        if !seal::vouches(&vouching(&vault, &self.vault_id)?, &self.text, &self.code) {
            return Err(Error::KeysDamaged);
        }
        let wrapping = wrapping(&vault, &self.vault_id)?;
        let unwrap = |name: &str, wrapped: &Bytes| {
            seal::unwrap_secret(&wrapping, &wrapped.0, &name_context(&self.vault_id, name)).ok_or(Error::KeysDamaged)
        };
        let others = [
            unwrap("journal", &self.body.journal)?,
            unwrap("suppression", &self.body.suppression)?,
            unwrap("attachments", &self.body.attachments)?,
        ];
        let current = Current { key: vault, changes: self.body.changes };
        Ok(Keys::new(self.vault_id, current, others))
    }

    /// Answers whether these keys are this file's: whether who opened the vault with them vouched for it.
    pub fn is_of(&self, keys: &Keys) -> bool {
        let key = vouching(&keys.vault(), &self.vault_id);
        key.is_ok_and(|key| seal::vouches(&key, &self.text, &self.code))
    }

    /// Returns the file with a new recovery key; the old one opens nothing any more.
    pub fn with_recovery_key(&self, keys: &Keys, new: &RecoveryKey) -> Result<Self, Error> {
        let mut body = self.body.clone();
        body.slots.retain(|slot| !matches!(slot.holder, Holder::RecoveryKey { .. }));
        let holder = Holder::RecoveryKey { salt: Bytes(seal::random::<16>()?.to_vec()) };
        body.slots.push(Slot::new(holder, &Proof::Recovery(new.clone()), &keys.vault_id, &keys.vault())?);
        Self::vouched_for(body, keys)
    }

    /// Returns the file with a new passphrase for a user. It has a new pair, too: who knew the old passphrase, and
    /// kept the old file, gets nothing from it for the new one. Computers that kept a key for the user lose it.
    pub fn with_passphrase(&self, keys: &Keys, user: &str, passphrase: &Passphrase) -> Result<Self, Error> {
        let mut body = self.body.clone();
        let slot = body.slots.iter_mut().find(|slot| slot.holder.user() == Some(user)).ok_or(Error::UnknownUser)?;
        let proof = Proof::Passphrase(passphrase.clone());
        *slot = Slot::new(Holder::of_user(user)?, &proof, &keys.vault_id, &keys.vault())?;
        body.slots.retain(|slot| !matches!(&slot.holder, Holder::Computer { user: theirs, .. } if theirs == user));
        Self::vouched_for(body, keys)
    }
}

/// Returns the independent keys, wrapped by the vault key: journal, suppression, attachments.
fn wrapped(keys: &Keys) -> Result<[Bytes; 3], Error> {
    let key = wrapping(&keys.vault(), &keys.vault_id)?;
    let wrap = |name: &str, wrapped: &Key| {
        seal::wrap(&key, wrapped.0.as_slice(), &name_context(&keys.vault_id, name)).map(Bytes)
    };
    let journal = wrap("journal", &keys.journal)?;
    Ok([journal, wrap("suppression", &keys.suppression)?, wrap("attachments", &keys.attachments)?])
}

fn name_context(vault_id: &[u8; 16], name: &str) -> Vec<u8> {
    seal::bind(&[vault_id, b"key", name.as_bytes()])
}

#[cfg(test)]
mod tests;
