//! Keeps the encrypted card file: its keys, its folder, and the threads that work on it.
//!
//! A vault is a folder: `vault.db` (the data, encrypted), `vault.keys` and its copy `vault.keys.bak` (who can open it),
//! `vault.lock`, `ballast` (room in reserve on the disk), `attachments/` and `backups/`. [`Vault`] is the handle to an
//! open one: jobs go to its threads and are answered as [`Reply`].

pub mod attachment;
pub mod backup;
pub mod error;
mod folder;
pub mod head;
mod holders;
pub mod keychain;
pub mod keys;
mod lock;
mod opening;
pub mod passphrase;
mod queue;
pub mod recovery;
mod renewal;
mod reply;
mod rewriting;
mod seal;
mod slots;
mod threads;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

pub use attachment::{Attachments, Stored};
pub use error::Error;
pub use head::{Head, Noted};
pub use holders::{Holders, NewKept, Snapshot};
pub use keys::Keys;
pub use opening::Peek;
pub use passphrase::{Passphrase, Score, strength};
pub use queue::{Slot, Work};
pub use recovery::RecoveryKey;
pub use reply::{Cancel, Gone, Promise, Reply};
pub use slots::{KeyFile, Proof, Remembered};

use crate::model::Moment;
use folder::Folder;
use keychain::Keychain;
use lock::Lock;
use threads::{Queues, Settings};

/// The first user of every vault.
pub const FIRST_USER: &str = "me";

/// The number of the device that made the vault.
const FIRST_DEVICE: u16 = 1;
/// What the vault keeps in `vault_info`.
const INFO_ID: &str = "vault_id";
const INFO_DEVICE: &str = "device";
const INFO_LAST_ID: &str = "last_id";

/// Returns the folder where a card file lies unless another was chosen, for the window and for commands: in the user's
/// own data on this computer, as the system wants it.
///
/// There is none where the system knows no home of the user's.
pub fn default_folder() -> Option<PathBuf> {
    Some(directories::BaseDirs::new()?.data_local_dir().join("Kartotek"))
}

/// Returns the id of the vault whose database lies in a folder, as far as can be told without its keys.
pub fn id_in(folder: &Path) -> Option<String> {
    Folder::new(folder).mark().map(|mark| hex(&mark))
}

/// Makes a vault of a backup in a folder that is empty or does not exist; see [`backup::restore`].
///
/// # Errors
/// One of [`Error`] for each thing that can be wrong; nothing is left in the folder then.
pub fn restore(file: &Path, folder: &Path, user: Option<&str>, proof: &Proof) -> Result<backup::Manifest, Error> {
    backup::restore(file, folder, user, proof)
}

/// What happened on opening that the user should hear of, although the vault is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// `vault.keys` was damaged or missing and was restored from its copy; the damaged one was kept.
    KeysRestored,
    /// `vault.head` is missing: nothing beside the database tells where the journal ended when it was last closed.
    HeadMissing,
    /// The database got the schema of this version; a copy of it as it was is in `backups`.
    Migrated {
        /// The schema version before.
        from: u32,
        /// The schema version now.
        to: u32,
    },
}

/// An open vault. Clones are handles to the same one; with the last of them, it closes, which is waited for.
#[derive(Clone)]
pub struct Vault(Arc<Open>);

struct Open {
    folder: Folder,
    id: [u8; 16],
    user: String,
    notices: Vec<Notice>,
    queues: Arc<Queues>,
    writer: Mutex<Option<JoinHandle<()>>>,
}

impl Drop for Open {
    /// Closes, and waits until it is done: a thread that still works with the encryption library when the program ends
    /// would take the program down, as the library cleans up after itself then.
    fn drop(&mut self) {
        self.queues.close();
        // A job that held the last handle cannot wait for its own end.
        if !self.queues.are_served_here()
            && let Some(writer) = self.writer.get_mut().unwrap_or_else(PoisonError::into_inner).take()
        {
            let _ = writer.join();
        }
    }
}

impl Vault {
    /// Makes a vault in a folder that is empty or does not exist, and opens it. Takes some 0.3 s, for the passphrase.
    ///
    /// The recovery key is shown this once.
    ///
    /// # Errors
    /// [`Error::AlreadyAVault`], [`Error::FolderNotEmpty`], [`Error::NotWritable`], [`Error::DiskFull`]… Nothing is left
    /// of a vault that could not be made.
    pub fn create(folder: &Path, passphrase: &Passphrase, user: &str) -> Result<(Self, RecoveryKey), Error> {
        opening::create(folder, passphrase, user, Settings::default())
    }

    /// Opens a vault with a user's passphrase. Takes some 0.2 s, so not on the thread that draws.
    ///
    /// # Errors
    /// One of [`Error`] for each thing that can be wrong; nothing was overwritten then.
    pub fn open(folder: &Path, user: &str, passphrase: &Passphrase) -> Result<Self, Error> {
        opening::open(folder, Some(user), &Proof::Passphrase(passphrase.clone()), Settings::default())
    }

    /// Opens a vault with the recovery key, as the user who made it.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_with_recovery(folder: &Path, key: &RecoveryKey) -> Result<Self, Error> {
        opening::open(folder, None, &Proof::Recovery(key.clone()), Settings::default())
    }

    /// Looks what is in a folder, without a passphrase, without writing or locking anything.
    ///
    /// # Errors
    /// [`Error::KeysMissing`], [`Error::KeysDamaged`], [`Error::Newer`]: there is a vault, but it cannot be opened.
    pub fn peek(folder: &Path) -> Result<Peek, Error> {
        opening::peek(folder)
    }

    fn start(folder: Folder, keys: Keys, lock: Lock, user: String, settings: Settings) -> Result<Self, Error> {
        let id = keys.vault_id;
        let started = threads::start(folder.clone(), Arc::new(keys), lock, settings)?;
        Ok(Self(Arc::new(Open {
            folder,
            id,
            user,
            notices: started.notices,
            queues: started.queues,
            writer: Mutex::new(Some(started.writer)),
        })))
    }

    fn noticing(mut self, notices: Vec<Notice>) -> Self {
        if let Some(open) = Arc::get_mut(&mut self.0) {
            open.notices.extend(notices);
        }
        self
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        self.0.folder.path()
    }

    /// Returns the folder for backups.
    pub fn backups(&self) -> PathBuf {
        self.0.folder.backups()
    }

    /// Returns the vault's id, 32 hexadecimal digits.
    pub fn id(&self) -> String {
        hex(&self.0.id)
    }

    /// Returns the name of the user who opened the vault.
    pub fn user(&self) -> &str {
        &self.0.user
    }

    /// Returns what the user should hear of.
    pub fn notices(&self) -> &[Notice] {
        &self.0.notices
    }

    /// Sends a job to the thread that writes. Jobs are done in the order they were sent; a read that is sent when the
    /// reply has come sees what was written.
    pub fn write<T, F>(&self, job: F) -> Reply<T>
    where
        F: FnOnce(&Work<'_>) -> T + Send + 'static,
        T: Send + 'static,
    {
        self.0.queues.writes.add(None, false, job)
    }

    /// Sends a question to a thread that reads.
    pub fn read<T, F>(&self, job: F) -> Reply<T>
    where
        F: FnOnce(&Work<'_>) -> T + Send + 'static,
        T: Send + 'static,
    {
        self.0.queues.reads.add(None, true, job)
    }

    /// Sends work to a thread that reads, which is done whether or not anybody waits for it.
    pub fn read_on<F>(&self, job: F)
    where
        F: FnOnce(&Work<'_>) + Send + 'static,
    {
        drop(self.0.queues.reads.add(None, false, job));
    }

    /// Sends a question that makes older ones of the same slot pointless: one that waits is dropped, one that runs is
    /// interrupted. They are answered [`Gone::Replaced`].
    pub fn latest<T, F>(&self, slot: Slot, job: F) -> Reply<T>
    where
        F: FnOnce(&Work<'_>) -> T + Send + 'static,
        T: Send + 'static,
    {
        self.0.queues.reads.add(Some(slot), true, job)
    }

    /// Moves all changes from the log into the database file, and empties the log. Otherwise that happens at the
    /// latest 30 s after a change, and on closing.
    pub fn checkpoint(&self) -> Reply<Result<(), crate::store::Error>> {
        self.write(|work| work.db.checkpoint())
    }

    /// Returns what changes who can open the vault, in jobs of [`Vault::write`].
    pub fn holders(&self) -> Holders {
        Holders::new(self.0.folder.clone())
    }

    /// Changes the vault key for everybody but those who leave, whose slots are removed. The others' passphrases, the
    /// recovery key and what their computers keep open the vault as before; nobody has to show any of them. Takes as
    /// long as copying the database three times; nobody reads or writes meanwhile, but is waited for.
    ///
    /// Where it fails or the program is killed, the vault opens as before for those who stay, and the next opening goes
    /// on with it.
    pub fn change_key(&self, leaving: Vec<String>) -> Reply<Result<(), Error>> {
        self.change_key_watched(leaving, Box::new(|_| Ok(())))
    }

    fn change_key_watched(&self, leaving: Vec<String>, watch: renewal::Watch) -> Reply<Result<(), Error>> {
        let (promise, reply) = Reply::promised();
        let queues = Arc::clone(&self.0.queues);
        let renewal = renewal::Renewal { leaving, watch, promise };
        // A write that nobody waits for is done all the same.
        drop(self.write(move |_| queues.renew(renewal)));
        reply
    }

    /// Rewrites the database without anything that was deleted, also in pages that no table uses any more, and empties
    /// the log. Takes as long as copying it, and room for the copy; nobody reads or writes meanwhile, but is waited for.
    ///
    /// Where it fails or the program is killed, the database is as it was.
    pub fn rewrite(&self) -> Reply<Result<(), Error>> {
        let (promise, reply) = Reply::promised();
        let queues = Arc::clone(&self.0.queues);
        // A write that nobody waits for is done all the same.
        drop(self.write(move |_| queues.rewrite(rewriting::Rewriting { promise })));
        reply
    }

    /// Calls `each` with every page of the database, decrypted, and answers how many there were. What lies in the log
    /// only is not among them. Nobody writes meanwhile.
    pub fn each_page(&self, mut each: impl FnMut(&[u8]) + Send + 'static) -> Reply<Result<u64, Error>> {
        let folder = self.0.folder.clone();
        self.write(move |work| {
            let file = std::io::BufReader::with_capacity(1 << 20, std::fs::File::open(folder.database())?);
            let each = |page: &[u8]| {
                each(page);
                Ok::<_, Error>(())
            };
            crate::store::connection::pages::each_page(file, &work.keys.database()?, each)
        })
    }

    /// Calls `each` with every page of the database in a backup of this vault, decrypted; see [`Vault::each_page`].
    pub fn each_page_of_backup(
        &self,
        file: PathBuf,
        each: impl FnMut(&[u8]) + Send + 'static,
    ) -> Reply<Result<u64, Error>> {
        self.read(move |work| backup::each_page(&file, work.keys, each))
    }

    /// Returns how many bytes the log holds that is not in the database yet.
    pub fn log_bytes(&self) -> u64 {
        std::fs::metadata(self.0.folder.log()).map_or(0, |log| log.len())
    }

    /// Returns the names of those who have a slot.
    ///
    /// # Errors
    /// As [`Vault::peek`].
    pub fn users(&self) -> Result<Vec<String>, Error> {
        opening::users(&self.0.folder)
    }

    /// Makes a key that a computer is to keep.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn new_kept(&self) -> Result<NewKept, Error> {
        NewKept::generate(&self.0.id)
    }

    /// Returns under which name a keychain keeps the key of a slot.
    pub fn kept_as(&self, slot: &Remembered) -> String {
        holders::entry(&self.0.id, &slot.slot)
    }

    /// Returns the slots that keys on computers open, without opening the vault.
    ///
    /// # Errors
    /// As [`Vault::peek`].
    pub fn remembered(folder: &Path) -> Result<Vec<Remembered>, Error> {
        opening::remembered(folder)
    }

    /// Opens a vault with a key that the keychain of this computer keeps; nothing where it keeps none. Takes up to
    /// 3 s.
    ///
    /// # Errors
    /// As [`Vault::open`], and [`Error::KeychainSilent`], [`Error::NotRemembered`], [`Error::RememberedTooLong`].
    pub fn open_remembered(folder: &Path, keychain: &Arc<dyn Keychain>) -> Result<Option<Self>, Error> {
        opening::open_remembered(folder, keychain, Settings::default())
    }

    /// Answers whether a recovery key is the one of this vault.
    pub fn proves(&self, key: RecoveryKey) -> Reply<Result<bool, Error>> {
        let folder = self.0.folder.clone();
        self.read(move |work| opening::proves(&folder, work.keys, key.clone()))
    }

    /// Makes a backup at `target` on a thread that reads; see [`backup::make`].
    pub fn back_up(
        &self,
        target: PathBuf,
        reason: backup::Reason,
        at: Moment,
    ) -> Reply<Result<backup::Manifest, Error>> {
        let folder = self.0.folder.clone();
        self.read(move |work| {
            let source = backup::Source { db: work.db, keys: work.keys, folder: &folder };
            backup::make(source, &target, reason, at, work.cancel)
        })
    }

    /// Returns the backups of this vault that lie in a folder and were made with its keys, the newest first.
    pub fn backups_in(&self, folder: PathBuf) -> Reply<Result<Vec<backup::Kept>, Error>> {
        let id = self.id();
        self.read(move |work| backup::list(&folder, &id, Some(work.keys)))
    }

    /// Returns where the journal ended when the vault was last closed.
    pub fn noted_head(&self) -> Reply<Result<Noted, Error>> {
        let folder = self.0.folder.clone();
        self.read(move |work| head::read(&folder, work.keys))
    }

    /// Notes where the journal ends now: if it goes on from what was noted before, or `whatever` was.
    pub fn note_head(&self, whatever: bool) -> Reply<Result<(), Error>> {
        let folder = self.0.folder.clone();
        // On the writing thread, as closing writes the same file there.
        self.write(move |work| {
            if whatever {
                return head::write(&folder, work.keys, &Head::of(work.db)?);
            }
            head::follow(&folder, work.keys, work.db)
        })
    }

    /// Gives up the room kept in reserve, so that a full disk can be cleared; answers whether there was any.
    pub fn release_ballast(&self) -> Result<bool, Error> {
        self.0.folder.release_ballast()
    }

    /// Returns what does as [`Vault::release_ballast`] where no handle to the vault is at hand, such as in its jobs.
    pub fn ballast_release(&self) -> impl FnOnce() -> Result<bool, Error> + Send + use<> {
        let folder = self.0.folder.clone();
        move || folder.release_ballast()
    }

    /// Keeps room in reserve again; the next opening does it as well.
    pub fn restore_ballast(&self) -> Result<(), Error> {
        self.0.folder.make_ballast()
    }

    /// Closes the vault for all handles and returns at once. Jobs already sent are done, but for questions that nobody
    /// waits for; then the log is emptied, the connections close, the keys are wiped, and the lock is let go.
    pub fn close(self) {
        self.0.queues.close();
    }

    /// Closes as [`Vault::close`] does, and waits until it is done.
    pub fn close_and_wait(self) {
        self.0.queues.close();
        // Held until the thread has ended, so that whoever else closes waits, too.
        let mut writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(writer) = writer.take() {
            let _ = writer.join();
        }
    }
}

fn hex(id: &[u8; 16]) -> String {
    data_encoding::HEXLOWER.encode(id)
}

#[cfg(test)]
mod tests;
