//! The keys of the card file: passphrase, recovery key, and what a computer remembers. Each change is shown to be
//! allowed by the passphrase or the recovery key, as somebody else may sit at a card file that was left open.

use std::sync::Arc;

use super::{Answer, Desk, Error, Office, setup};
use crate::model::Moment;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::vault::keychain::{self, Keychain};
use crate::vault::{self, Holders, Keys, Passphrase, Proof, RecoveryKey, Remembered, Vault};

/// Changes the file of keys. It is as it was before if the entry in the journal, and so the work, is not committed.
pub(super) fn change(
    desk: &mut Desk<'_>,
    holders: Holders,
    change: impl FnOnce(&Holders, &Keys) -> Result<(), vault::Error>,
) -> Result<(), Error> {
    let before = holders.snapshot()?;
    change(&holders, desk.keys())?;
    desk.if_not_committed(move || {
        if let Err(error) = holders.put_back(&before) {
            tracing::error!(%error, "the keys were changed, and that was not noted");
        }
    });
    Ok(())
}

impl Office {
    /// Gives the user a new passphrase. Computers that remember the user's key forget it.
    ///
    /// # Errors
    /// The vault's; the old passphrase then stays.
    pub fn set_passphrase(&self, proof: Proof, new: Passphrase) -> Answer<()> {
        let (holders, user) = (self.0.vault.holders(), self.user().name.clone());
        self.write(move |desk| {
            desk.note(Kind::KeysChanged, Subject::None, Vec::new())?;
            change(desk, holders, |holders, keys| holders.set_passphrase(keys, &user, &proof, &new))
        })
    }

    /// Answers a proof that is right with nothing, and one that is wrong with the vault's error.
    ///
    /// # Errors
    /// [`vault::Error::WrongPassphrase`](crate::vault::Error::WrongPassphrase) and the like.
    pub fn check(&self, proof: Proof) -> Answer<()> {
        let (holders, user) = (self.0.vault.holders(), self.user().name.clone());
        self.read(move |desk| Ok(holders.check(desk.keys(), &user, &proof)?))
    }

    /// Puts a new recovery key in the place of the old one, which opens nothing any more. The new one counts as written
    /// down: whoever asks for it has it typed back before.
    ///
    /// # Errors
    /// [`Error::Forbidden`], or the vault's; the old key then stays.
    pub fn set_recovery_key(&self, proof: Proof, new: RecoveryKey) -> Answer<()> {
        let (holders, user) = (self.0.vault.holders(), self.user().name.clone());
        self.write(move |desk| {
            desk.require(Right::Settings)?;
            setup::confirm_recovery(desk)?;
            desk.note(Kind::KeysChanged, Subject::None, Vec::new())?;
            change(desk, holders, |holders, keys| holders.set_recovery_key(keys, &user, &proof, &new))
        })
    }

    /// Lets this computer open the card file for the user without the passphrase, and returns until when. Blocks for
    /// some seconds.
    ///
    /// # Errors
    /// [`vault::Error::KeychainSilent`](crate::vault::Error::KeychainSilent), or the vault's; nothing is remembered
    /// then.
    pub fn remember(&self, proof: Proof, keychain: &Arc<dyn Keychain>) -> Result<Moment, Error> {
        let kept = self.0.vault.new_kept()?;
        let (entry, secret) = (kept.entry().to_owned(), kept.secret());
        let found = {
            let (entry, secret) = (entry.clone(), secret.clone());
            // Some keychains take a secret and lose it: only what can be read again counts.
            keychain::ask(keychain, move |keychain| {
                keychain.put(&entry, &secret)?;
                keychain.get(&entry)
            })
        };
        let is_kept = found.is_ok_and(|found| found.as_deref() == Some(&*secret));
        let (holders, user, backend) = (self.0.vault.holders(), self.user().name.clone(), keychain.name());
        let remembered = if is_kept {
            let write = self.write(move |desk| {
                let now = Moment::now();
                desk.note(Kind::KeysChanged, Subject::None, Vec::new())?;
                change(desk, holders, |holders, keys| holders.remember(keys, &user, &proof, backend, &kept, now))
            });
            write.wait()
        } else {
            Err(Error::Vault(vault::Error::KeychainSilent))
        };
        if let Err(error) = remembered {
            let _ = keychain::ask(keychain, move |keychain| keychain.remove(&entry));
            return Err(error);
        }
        self.remembered_until(keychain)?.ok_or(Error::Vault(vault::Error::NotRemembered))
    }

    /// Returns until when this computer opens the card file for the user without the passphrase; nothing where it does
    /// not. Blocks for some seconds where the keychain does not answer.
    ///
    /// # Errors
    /// As [`Office::remember`].
    pub fn remembered_until(&self, keychain: &Arc<dyn Keychain>) -> Result<Option<Moment>, Error> {
        let now = Moment::now();
        let mut until = None;
        for slot in self.slots_of(keychain)?.into_iter().filter(|slot| slot.until > now) {
            let entry = self.0.vault.kept_as(&slot);
            let found = keychain::ask(keychain, move |keychain| keychain.get(&entry));
            if found.map_err(vault::Error::from)?.is_some() {
                until = until.max(Some(slot.until));
            }
        }
        Ok(until)
    }

    /// Lets this computer forget the key; answers whether it remembered it. Where its keychain does not answer, all
    /// computers with a keychain of that kind forget it. Blocks for some seconds.
    ///
    /// # Errors
    /// The vault's; the key is then still remembered.
    pub fn forget(&self, keychain: &Arc<dyn Keychain>) -> Result<bool, Error> {
        let mut ours = Vec::new();
        for slot in self.slots_of(keychain)? {
            let entry = self.0.vault.kept_as(&slot);
            if keychain::ask(keychain, move |keychain| keychain.get(&entry)).ok() != Some(None) {
                ours.push(slot);
            }
        }
        if ours.is_empty() {
            return Ok(false);
        }
        let (holders, slots) = (self.0.vault.holders(), ours.clone());
        // The slot first: without it, what the keychain keeps opens nothing.
        let write = self.write(move |desk| {
            desk.note(Kind::KeysChanged, Subject::None, Vec::new())?;
            change(desk, holders, |holders, keys| holders.forget(keys, &slots))
        });
        write.wait()?;
        for slot in ours {
            let entry = self.0.vault.kept_as(&slot);
            if keychain::ask(keychain, move |keychain| keychain.remove(&entry)).is_err() {
                tracing::warn!("a key that opens nothing any more stays in the keychain");
            }
        }
        Ok(true)
    }

    /// Returns the slots of the user's that keys in keychains of this kind open, on this computer or another.
    fn slots_of(&self, keychain: &Arc<dyn Keychain>) -> Result<Vec<Remembered>, Error> {
        let mut slots = Vault::remembered(self.folder())?;
        slots.retain(|slot| slot.user == self.user().name && slot.backend == keychain.name());
        Ok(slots)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;
    use crate::i18n::Lang;
    use crate::office::journal;
    use crate::office::tests::{office, passphrase};
    use crate::vault::{self, keychain::Fake};

    const NEW: &str = "seven quiet herons crossed";

    fn proof() -> Proof {
        Proof::Passphrase(passphrase())
    }

    fn keychain() -> (Arc<Fake>, Arc<dyn Keychain>) {
        let fake = Arc::new(Fake::default());
        let port: Arc<dyn Keychain> = fake.clone();
        (fake, port)
    }

    fn noted(office: &Office, kind: Kind) -> usize {
        let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
        entries.iter().filter(|entry| entry.kind == kind).count()
    }

    #[test]
    fn a_new_passphrase_is_noted_and_one_refused_is_not() {
        let (_folder, office) = office();
        let wrong = Proof::Passphrase(Passphrase::new("wrong"));
        assert!(office.set_passphrase(wrong, Passphrase::new(NEW)).wait().is_err());
        assert_eq!(noted(&office, Kind::KeysChanged), 0);
        office.set_passphrase(proof(), Passphrase::new(NEW)).wait().unwrap();
        assert_eq!(noted(&office, Kind::KeysChanged), 1);
    }

    #[test]
    fn the_old_recovery_key_stops_working() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("vault");
        let (office, old) = Office::create(&folder, &passphrase(), Lang::En).unwrap();
        let new = RecoveryKey::generate().unwrap();
        let wrong = Proof::Passphrase(Passphrase::new("wrong"));
        assert!(office.set_recovery_key(wrong, new.clone()).wait().is_err());
        office.set_recovery_key(proof(), new.clone()).wait().unwrap();
        assert_eq!(noted(&office, Kind::KeysChanged), 1);
        assert!(office.read(|desk| setup::recovery_confirmed(desk)).wait().unwrap());
        office.close();
        let refused = Office::open_with_recovery(&folder, &old, Lang::En);
        assert!(matches!(refused, Err(Error::Vault(vault::Error::WrongRecoveryKey))));
        Office::open_with_recovery(&folder, &new, Lang::En).unwrap().close();
        Office::open(&folder, "me", &passphrase(), Lang::En).unwrap().close();
    }

    #[test]
    fn a_computer_remembers_and_forgets() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("vault");
        let (office, _) = Office::create(&folder, &passphrase(), Lang::En).unwrap();
        let (fake, keychain) = keychain();
        assert_eq!(office.remembered_until(&keychain).unwrap(), None);
        assert!(office.remember(Proof::Passphrase(Passphrase::new("wrong")), &keychain).is_err());
        assert!(fake.entries().is_empty());
        let until = office.remember(proof(), &keychain).unwrap();
        assert!(until.0 - Moment::now().0 > 29 * 24 * 60 * 60 * 1000);
        assert_eq!((fake.entries().len(), noted(&office, Kind::KeysChanged)), (1, 1));
        office.close();

        let office = Office::open_remembered(&folder, &keychain, Lang::En).unwrap().unwrap();
        assert_eq!(office.user().name, "me");
        assert_eq!(office.remembered_until(&keychain).unwrap(), Some(until));
        office.close();
        // Another computer has another keychain.
        let (_, other) = self::keychain();
        assert!(Office::open_remembered(&folder, &other, Lang::En).unwrap().is_none());
        fake.refuse(true);
        let refused = Office::open_remembered(&folder, &keychain, Lang::En);
        assert!(matches!(refused, Err(Error::Vault(vault::Error::KeychainSilent))));
        let office = Office::open(&folder, "me", &passphrase(), Lang::En).unwrap();
        assert!(office.remember(proof(), &keychain).is_err());
        fake.refuse(false);
        assert!(office.forget(&keychain).unwrap());
        assert!(!office.forget(&keychain).unwrap());
        assert_eq!((fake.entries().len(), noted(&office, Kind::KeysChanged)), (0, 2));
        office.close();
        assert!(Office::open_remembered(&folder, &keychain, Lang::En).unwrap().is_none());
    }

    #[test]
    fn a_new_passphrase_makes_computers_forget() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("vault");
        let (office, _) = Office::create(&folder, &passphrase(), Lang::En).unwrap();
        let (_, keychain) = keychain();
        office.remember(proof(), &keychain).unwrap();
        office.set_passphrase(proof(), Passphrase::new(NEW)).wait().unwrap();
        assert_eq!(office.remembered_until(&keychain).unwrap(), None);
        office.close();
        assert!(Office::open_remembered(&folder, &keychain, Lang::En).unwrap().is_none());
    }
}
