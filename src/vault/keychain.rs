//! The keychain of the computer's user, where a key can be kept so that the passphrase need not be typed.
//!
//! A keychain can be locked, be missing, or ask a question that nobody sees: every call runs on a thread of its own,
//! and nobody waits longer than [`PATIENCE`] for it. It is never the only way in.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

/// How long a keychain may take to answer.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// What is kept in a keychain.
pub type Secret = Zeroizing<Vec<u8>>;

/// The keychain did not do what it was asked to: it is missing, locked, or did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the keychain of this computer did not answer")]
pub struct Silent;

/// A place of the system's for secrets. Calls may block; [`ask`] does not let them.
pub trait Keychain: Send + Sync {
    /// Returns which kind of keychain it is; the same word on every start.
    fn name(&self) -> &'static str;

    /// Keeps a secret under a name, in place of an older one.
    ///
    /// # Errors
    /// [`Silent`].
    fn put(&self, entry: &str, secret: &[u8]) -> Result<(), Silent>;

    /// Returns the secret that is kept under a name.
    ///
    /// # Errors
    /// [`Silent`].
    fn get(&self, entry: &str) -> Result<Option<Secret>, Silent>;

    /// Removes a secret; that there is none is as good.
    ///
    /// # Errors
    /// [`Silent`].
    fn remove(&self, entry: &str) -> Result<(), Silent>;
}

/// Asks a keychain something, on a thread of its own, and waits no longer than [`PATIENCE`].
///
/// # Errors
/// [`Silent`], also where it did not answer in time; it may do what it was asked to later.
pub fn ask<T: Send + 'static>(
    keychain: &Arc<dyn Keychain>,
    question: impl FnOnce(&dyn Keychain) -> Result<T, Silent> + Send + 'static,
) -> Result<T, Silent> {
    ask_for(PATIENCE, keychain, question)
}

fn ask_for<T: Send + 'static>(
    patience: Duration,
    keychain: &Arc<dyn Keychain>,
    question: impl FnOnce(&dyn Keychain) -> Result<T, Silent> + Send + 'static,
) -> Result<T, Silent> {
    let (sender, answer) = channel();
    let keychain = Arc::clone(keychain);
    let asked = thread::Builder::new().name("keychain".to_owned()).spawn(move || {
        // Nobody may be waiting any more.
        let _ = sender.send(question(keychain.as_ref()));
    });
    if asked.is_err() {
        return Err(Silent);
    }
    answer.recv_timeout(patience).unwrap_or(Err(Silent))
}

/// Returns the keychain of the user of this computer.
pub fn of_system() -> Arc<dyn Keychain> {
    Arc::new(system::System)
}

mod system {
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Entry, Error};
    use zeroize::Zeroizing;

    use super::{Keychain, Secret, Silent};

    /// Under which name the system's own programs show what is kept.
    const SERVICE: &str = "Kartotek";

    pub struct System;

    impl System {
        fn entry(name: &str) -> Result<Entry, Silent> {
            store().and_then(|store| store.build(SERVICE, name, None)).map_err(silent)
        }
    }

    /// What the keychain says may name the user and the entry; that it did not work is all we need.
    #[allow(clippy::needless_pass_by_value, reason = "for map_err")]
    fn silent(_: Error) -> Silent {
        Silent
    }

    impl Keychain for System {
        fn name(&self) -> &'static str {
            NAME
        }

        fn put(&self, entry: &str, secret: &[u8]) -> Result<(), Silent> {
            Self::entry(entry)?.set_secret(secret).map_err(silent)
        }

        fn get(&self, entry: &str) -> Result<Option<Secret>, Silent> {
            match Self::entry(entry)?.get_secret() {
                Ok(secret) => Ok(Some(Zeroizing::new(secret))),
                Err(Error::NoEntry) => Ok(None),
                Err(error) => Err(silent(error)),
            }
        }

        fn remove(&self, entry: &str) -> Result<(), Silent> {
            match Self::entry(entry)?.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(silent(error)),
            }
        }
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    const NAME: &str = "secret-service";
    #[cfg(all(unix, not(target_os = "macos")))]
    fn store() -> keyring_core::Result<Arc<CredentialStore>> {
        Ok(zbus_secret_service_keyring_store::Store::new()?)
    }

    #[cfg(target_os = "macos")]
    const NAME: &str = "keychain";
    #[cfg(target_os = "macos")]
    fn store() -> keyring_core::Result<Arc<CredentialStore>> {
        Ok(apple_native_keyring_store::keychain::Store::new()?)
    }

    #[cfg(windows)]
    const NAME: &str = "credential-manager";
    #[cfg(windows)]
    fn store() -> keyring_core::Result<Arc<CredentialStore>> {
        Ok(windows_native_keyring_store::Store::new()?)
    }
}

/// A keychain in memory, for tests: answers, or refuses, as it was told to.
#[derive(Debug, Default)]
pub struct Fake {
    kept: Mutex<BTreeMap<String, Secret>>,
    refuses: AtomicBool,
}

impl Fake {
    /// Says whether every question is refused from now on.
    pub fn refuse(&self, refuses: bool) {
        self.refuses.store(refuses, Ordering::Relaxed);
    }

    /// Returns the names of what is kept.
    pub fn entries(&self) -> Vec<String> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }

    fn kept(&self) -> Result<std::sync::MutexGuard<'_, BTreeMap<String, Secret>>, Silent> {
        if self.refuses.load(Ordering::Relaxed) {
            return Err(Silent);
        }
        Ok(self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Keychain for Fake {
    fn name(&self) -> &'static str {
        "fake"
    }

    fn put(&self, entry: &str, secret: &[u8]) -> Result<(), Silent> {
        self.kept()?.insert(entry.to_owned(), Zeroizing::new(secret.to_vec()));
        Ok(())
    }

    fn get(&self, entry: &str) -> Result<Option<Secret>, Silent> {
        Ok(self.kept()?.get(entry).cloned())
    }

    fn remove(&self, entry: &str) -> Result<(), Silent> {
        self.kept()?.remove(entry);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_keychain_that_does_not_answer_is_not_waited_for() {
        let keychain: Arc<dyn Keychain> = Arc::new(Fake::default());
        let (release, held) = channel::<()>();
        let answer = ask_for(Duration::from_millis(1), &keychain, move |_| {
            let _ = held.recv();
            Ok(())
        });
        assert_eq!(answer, Err(Silent));
        drop(release);
        let kept = ask(&keychain, |keychain| {
            keychain.put("a", b"secret")?;
            keychain.get("a")
        });
        assert_eq!(kept.unwrap().unwrap().as_slice(), b"secret");
        assert_eq!(ask(&keychain, |_| -> Result<(), Silent> { Err(Silent) }), Err(Silent));
    }
}
