//! Vaults to be maltreated, and copies of them.
//!
//! They are opened with the recovery key: that skips the slow check of a passphrase, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use kartotek::i18n::Lang;
use kartotek::office::check::{self, Finding};
use kartotek::office::{Error, Office, Progress};
use kartotek::vault::{Passphrase, RecoveryKey};

pub const PASSPHRASE: &str = "correct horse battery staple";

/// A temporary folder with a closed vault in it.
pub struct Ground {
    dir: tempfile::TempDir,
    recovery: RecoveryKey,
}

impl Ground {
    /// Makes a vault, lets `furnish` work in it, and closes it.
    pub fn new(furnish: impl FnOnce(&Office)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let made = Office::create(&dir.path().join("vault"), &Passphrase::new(PASSPHRASE), Lang::En);
        let (office, recovery) = made.unwrap();
        furnish(&office);
        office.close();
        Self { dir, recovery }
    }

    /// Returns a place in the temporary folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn vault(&self) -> PathBuf {
        self.path("vault")
    }

    pub fn recovery(&self) -> &RecoveryKey {
        &self.recovery
    }

    /// Makes a copy of the vault, in place of what may be there.
    pub fn copy(&self, name: &str) -> PathBuf {
        let to = self.path(name);
        copy(&self.vault(), &to);
        to
    }

    pub fn open(&self, vault: &Path) -> Result<Office, Error> {
        open(vault, &self.recovery)
    }
}

/// Copies the folder of a vault that nobody works in, in place of what may be there.
pub fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else if path.file_name().unwrap() == "ballast" {
            // Never written again, so that copies can share it.
            fs::hard_link(&path, target).unwrap();
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

/// Checks everything the program can check.
pub fn findings(office: &Office) -> Result<Vec<Finding>, Error> {
    let progress = Arc::new(Progress::default());
    office.read(move |desk| check::run(desk, &progress)).wait()
}

/// Ends the test if the vault is not sound. A file whose change never came about may be left: it cannot be read.
#[track_caller]
pub fn assert_sound(office: &Office, what: &str) {
    let found = findings(office).unwrap();
    let bad: Vec<&Finding> =
        found.iter().filter(|finding| !matches!(finding, Finding::FilesWithoutAttachment(_))).collect();
    assert!(bad.is_empty(), "{what}: {bad:?}");
}

/// Opens a card file. A process that another test starts holds every lock of this one until it has become another
/// program: that moment is waited for.
pub fn open(vault: &Path, recovery: &RecoveryKey) -> Result<Office, Error> {
    for _ in 0..100 {
        match Office::open_with_recovery(vault, recovery, Lang::En) {
            Err(Error::Vault(kartotek::vault::Error::InUse)) => std::thread::sleep(Duration::from_millis(20)),
            opened => return opened,
        }
    }
    Office::open_with_recovery(vault, recovery, Lang::En)
}
