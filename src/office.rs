//! What a person can do here: rights, rules and the journal. Windows and commands both go through this floor.
//!
//! Each capability is a module of functions that take a [`Desk`]: one transaction, who acts, when, in which language.
//! [`Office`] is the handle to an open vault that screens and commands hold.

pub mod activities;
pub mod attached;
mod background;
pub mod backup;
pub mod bookmarks;
pub mod check;
pub mod companies;
mod contacts;
pub mod desk;
pub mod drafts;
pub mod erasure;
pub mod error;
mod export;
pub mod exporting;
pub mod field_policy;
pub mod fields;
pub mod finding;
pub mod holding;
pub mod import;
pub mod inspection;
pub mod journal;
mod keys;
pub mod legal_basis;
pub mod lists;
pub mod long_texts;
pub mod mail;
pub mod mass_edit;
pub mod merging;
pub mod outdated;
pub mod persons;
pub mod preparation;
pub mod problem;
pub mod relations;
pub mod report;
pub mod retention;
pub mod rules;
pub mod sample;
pub mod selections;
pub mod settings;
pub mod setup;
mod sight;
pub mod states;
pub mod subject;
pub mod subscriptions;
pub mod trash;
pub mod undo;
pub mod users;
pub mod wordings;

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::task::{Context, Poll};

use tokio::sync::broadcast;

pub use desk::Desk;
pub use error::{Error, Rule};

use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::model::user::{self, User};
use crate::store;
use crate::transfer::Stop;
use crate::vault::keychain::Keychain;
use crate::vault::{self, Gone, Notice, Passphrase, Proof, RecoveryKey, Reply, Slot, Vault, Work};
use background::Background;
use finding::{Companies, Finder, Persons};
use journal::Verdict;
use undo::History;

/// An open vault with somebody at work in it. Clones are handles to the same one.
#[derive(Clone)]
pub struct Office(Arc<Inner>);

struct Inner {
    vault: Vault,
    /// Read anew when settings change: somebody may do more or less then.
    user: Arc<RwLock<Arc<User>>>,
    lang: RwLock<Lang>,
    finder: Arc<Finder<Persons>>,
    companies: Arc<Finder<Companies>>,
    history: Arc<Mutex<History>>,
    background: Background,
    preparing: selections::preparing::Preparing,
    journal_at_unlock: OnceLock<Verdict>,
    changes: broadcast::Sender<Changes>,
    /// The closed card that the user gave a reason to read.
    opened: Arc<desk::Opened>,
}

/// How far a long piece of work is; whoever shows it can also stop it.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    stop: Stop,
}

impl Progress {
    /// Returns how many steps are done, and of how many (0 while that is not known).
    pub fn get(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Asks the work to stop; what it did so far is taken back.
    pub fn cancel(&self) {
        self.stop.ask();
    }

    /// Returns what tells work outside the office that it is to stop.
    pub fn stop(&self) -> &Stop {
        &self.stop
    }

    /// Notes how far the work is.
    ///
    /// # Errors
    /// [`Error::Cancelled`] once somebody asked to stop.
    pub fn at(&self, done: u64, total: u64) -> Result<(), Error> {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        if self.stop.is_asked() { Err(Error::Cancelled) } else { Ok(()) }
    }
}

/// The answer to a question put to the office: a future for windows, [`Answer::wait`] for commands.
pub struct Answer<T>(Reply<Result<T, Error>>);

impl<T> Answer<T> {
    /// Waits for the answer.
    ///
    /// # Errors
    /// What the work failed with, or [`Error::Gone`].
    pub fn wait(self) -> Result<T, Error> {
        flatten(self.0.wait())
    }
}

impl<T> Future for Answer<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map(flatten)
    }
}

fn flatten<T>(answer: Result<Result<T, Error>, Gone>) -> Result<T, Error> {
    match answer {
        Ok(result) => result,
        Err(Gone::Failed) => Err(Error::Failed),
        Err(Gone::Unreadable(error)) => Err(Error::Unreadable(error)),
        Err(Gone::Closed | Gone::Replaced) => Err(Error::Gone),
    }
}

impl Office {
    /// Makes a new vault in `dir`, with the shipped lists and the first user, and opens it.
    ///
    /// The recovery key is returned once and kept nowhere.
    ///
    /// # Errors
    /// The vault's; nothing that was in the folder is changed.
    pub fn create(dir: &Path, passphrase: &Passphrase, lang: Lang) -> Result<(Self, RecoveryKey), Error> {
        let (vault, recovery_key) = Vault::create(dir, passphrase, user::FIRST)?;
        let first = User::new(user::FIRST_ID, user::FIRST, user::Role::Owner);
        let office = Self::sit_down(vault, first, lang);
        office.write(move |desk| setup::furnish(desk, lang)).wait()?;
        office.0.finder.nothing_yet();
        office.0.companies.nothing_yet();
        Ok((office, recovery_key))
    }

    /// Opens the vault in `dir`.
    ///
    /// # Errors
    /// The vault's; the folder is not changed.
    pub fn open(dir: &Path, user: &str, passphrase: &Passphrase, lang: Lang) -> Result<Self, Error> {
        Self::enter(Vault::open(dir, user, passphrase)?, user, lang)
    }

    /// Opens the vault in `dir` with what a person shows; without a name, for the first user, or with the recovery key
    /// for the owner who came first.
    ///
    /// # Errors
    /// The vault's; the folder is not changed.
    pub fn open_with(dir: &Path, user: Option<&str>, proof: &Proof, lang: Lang) -> Result<Self, Error> {
        match proof {
            Proof::Passphrase(passphrase) => Self::open(dir, user.unwrap_or(user::FIRST), passphrase, lang),
            Proof::Recovery(key) => Self::recover(dir, user, key, lang),
            // What this computer keeps opens its own card file only, and nobody has to show it.
            Proof::Computer(_) => Err(Error::Vault(vault::Error::NotRemembered)),
        }
    }

    /// Opens the vault in `dir` with its recovery key, for the owner who came first.
    ///
    /// # Errors
    /// The vault's; the folder is not changed.
    pub fn open_with_recovery(dir: &Path, key: &RecoveryKey, lang: Lang) -> Result<Self, Error> {
        Self::recover(dir, None, key, lang)
    }

    fn recover(dir: &Path, user: Option<&str>, key: &RecoveryKey, lang: Lang) -> Result<Self, Error> {
        let vault = Vault::open_with_recovery(dir, key)?;
        let user = users::recovering(&vault, user)?;
        Self::enter_as(vault, user, lang)
    }

    /// Opens the vault in `dir` with the key that this computer keeps; nothing where it keeps none. Takes up to 3 s.
    ///
    /// # Errors
    /// The vault's; the folder is not changed.
    pub fn open_remembered(dir: &Path, keychain: &Arc<dyn Keychain>, lang: Lang) -> Result<Option<Self>, Error> {
        let Some(vault) = Vault::open_remembered(dir, keychain)? else { return Ok(None) };
        let user = vault.user().to_owned();
        Self::enter(vault, &user, lang).map(Some)
    }

    fn enter(vault: Vault, name: &str, lang: Lang) -> Result<Self, Error> {
        let user = users::at_work(&vault, name)?;
        Self::enter_as(vault, user, lang)
    }

    fn enter_as(vault: Vault, user: User, lang: Lang) -> Result<Self, Error> {
        let office = Self::sit_down(vault, user, lang);
        let (finder, companies) = (Arc::clone(&office.0.finder), Arc::clone(&office.0.companies));
        let learn = office.read(move |desk| {
            know_unsearched(desk, &finder, &companies);
            Ok(())
        });
        learn.wait()?;
        match journal::at_unlock(&office) {
            Ok(Some(verdict)) => _ = office.0.journal_at_unlock.set(verdict),
            Ok(None) => {}
            // The check of the whole journal, which follows, meets the same and says so.
            Err(error) => tracing::warn!(%error, "the journal was not checked on opening"),
        }
        if office.read(|desk| setup::lacks_items(desk)).wait()? {
            office.write(setup::complete).wait()?;
        }
        if office.read(|desk| mail::sending::is_left_over(desk)).wait()? {
            office.write(mail::sending::recover).wait()?;
        }
        if let Err(error) = office.finish_removing() {
            tracing::warn!(%error, "the key was not changed for somebody who was removed");
        }
        office.note_unlock();
        Ok(office)
    }

    fn sit_down(vault: Vault, user: User, lang: Lang) -> Self {
        let (changes, _) = broadcast::channel(64);
        Self(Arc::new(Inner {
            vault,
            user: Arc::new(RwLock::new(Arc::new(user))),
            lang: RwLock::new(lang),
            finder: Arc::default(),
            companies: Arc::default(),
            history: Arc::default(),
            background: Background::default(),
            preparing: selections::preparing::Preparing::default(),
            journal_at_unlock: OnceLock::new(),
            changes,
            opened: Arc::default(),
        }))
    }

    /// Returns who works here.
    pub fn user(&self) -> Arc<User> {
        Arc::clone(&self.0.user.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns the language the user reads.
    pub fn lang(&self) -> Lang {
        *self.0.lang.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the language the user reads. See [`setup::set_language`] for the one names are sorted in.
    pub fn set_lang(&self, lang: Lang) {
        *self.0.lang.write().unwrap_or_else(PoisonError::into_inner) = lang;
        self.0.finder.forget_orders();
        self.0.companies.forget_orders();
    }

    /// Returns a receiver of what every committed write changed.
    pub fn changes(&self) -> broadcast::Receiver<Changes> {
        self.0.changes.subscribe()
    }

    /// Asks something that changes nothing.
    pub fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Answer<T> {
        let seat = self.seat();
        Answer(self.0.vault.read(move |work| at_desk(work, seat, job)))
    }

    /// Asks something that changes nothing; a newer question for the same `slot` takes its place.
    pub fn latest<T: Send + 'static>(
        &self,
        slot: Slot,
        job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Answer<T> {
        let seat = self.seat();
        Answer(self.0.vault.latest(slot, move |work| at_desk(work, seat, job)))
    }

    /// Changes something, in one transaction: all of it, or, where an error is returned, nothing.
    ///
    /// Where the disk was full, the room kept in reserve is given up: what needs little room can be done then.
    pub fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Answer<T> {
        let (user, lang) = (User::clone(&self.user()), self.lang());
        let who = Arc::clone(&self.0.user);
        let finders = (Arc::clone(&self.0.finder), Arc::clone(&self.0.companies));
        let changes = self.0.changes.clone();
        let history = Arc::clone(&self.0.history);
        let release_ballast = self.0.vault.ballast_release();
        Answer(self.0.vault.write(move |work| {
            let mut desk = Desk::new(work, user, lang);
            let done = work.db.transaction(|_| job(&mut desk));
            if let Err(Error::Store(store::Error::Full) | Error::Vault(vault::Error::DiskFull)) = &done {
                match release_ballast() {
                    Ok(true) => tracing::warn!("the disk is full: the room kept in reserve was given up"),
                    Ok(false) => {}
                    Err(error) => tracing::warn!(%error, "the disk is full, and the room in reserve was not given up"),
                }
            }
            let unneeded = if done.is_ok() { &desk.files_to_remove } else { &desk.files_written };
            for file in unneeded {
                // A file that stays behind is unreadable without its key; `check` lists it.
                if let Err(error) = work.attachments.remove(file) {
                    tracing::warn!(%error, "an attachment's file was not removed");
                }
            }
            if done.is_err() {
                std::mem::take(&mut desk.otherwise).into_iter().for_each(|act| act());
            }
            if done.is_ok() {
                if desk.forgets_history {
                    undo::lock(&history).forget();
                }
                undo::lock(&history).keep(std::mem::take(&mut desk.collected));
                std::mem::take(&mut desk.after).into_iter().for_each(|act| act());
                if desk.changes.settings {
                    know_rights(work, &who);
                    let user = User::clone(&who.read().unwrap_or_else(PoisonError::into_inner));
                    know_unsearched(&Desk::new(work, user, lang), &finders.0, &finders.1);
                }
                settle(work, &finders, &desk.changes, desk.forgets_history);
                // Nobody listening is fine: commands do not.
                if !desk.changes.is_empty() {
                    let _ = changes.send(std::mem::take(&mut desk.changes));
                }
            }
            done
        }))
    }

    /// Returns what is wrong with what was entered in the journal since the card file was closed in the ordinary way;
    /// none where nothing is.
    pub fn journal_at_unlock(&self) -> Option<&Verdict> {
        self.0.journal_at_unlock.get()
    }

    /// Returns what the next desk is made for: who works, in which language, and which closed card they may read.
    fn seat(&self) -> (User, Lang, Arc<desk::Opened>) {
        (User::clone(&self.user()), self.lang(), self.opened())
    }

    fn opened(&self) -> Arc<desk::Opened> {
        Arc::clone(&self.0.opened)
    }

    fn vault(&self) -> &Vault {
        &self.0.vault
    }

    fn background(&self) -> &Background {
        &self.0.background
    }

    /// Waits for an answer, which closing the card file takes back.
    fn wait_in_background<T>(&self, answer: Answer<T>) -> Result<T, Error> {
        flatten(self.background().wait(answer.0))
    }

    /// Returns what happened on opening that the user should hear of.
    pub fn notices(&self) -> Vec<Notice> {
        self.0.vault.notices().to_vec()
    }

    /// Gives up the room kept in reserve on the disk, so that a full one can be cleared; answers whether there was any.
    ///
    /// # Errors
    /// The vault's.
    pub fn make_room(&self) -> Result<bool, Error> {
        Ok(self.0.vault.release_ballast()?)
    }

    /// Returns the folder of the vault.
    pub fn folder(&self) -> &Path {
        self.0.vault.folder()
    }

    /// Answers whether a recovery key is the one of this vault.
    ///
    /// # Errors
    /// The vault's, where its keys cannot be read.
    pub fn proves(&self, key: RecoveryKey) -> impl Future<Output = Result<bool, Error>> + Send + use<> {
        let reply = self.0.vault.proves(key);
        async { flatten(reply.await.map(|answer| answer.map_err(Error::from))) }
    }

    /// Writes what is not yet in the main file, closes the vault for all handles and waits until its keys are wiped.
    pub fn close(self) {
        self.0.background.stop();
        self.0.background.wait_for_sender(mail::sending::GRACE);
        self.0.finder.close();
        self.0.companies.close();
        undo::lock(&self.0.history).forget();
        self.0.vault.clone().close_and_wait();
    }
}

/// Runs what takes long, such as opening a card file, beside the window.
///
/// # Errors
/// Those of the work; [`Error::Failed`] where it broke off.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(_) => Err(Error::Failed),
    }
}

/// Brings what is derived up to date after a commit. What fails here cannot undo the commit, so it is only noted.
fn settle(work: &Work<'_>, finders: &(Arc<Finder<Persons>>, Arc<Finder<Companies>>), changes: &Changes, empties: bool) {
    if (empties || !changes.removed.is_empty())
        && let Err(error) = work.db.checkpoint_if_free()
    {
        // What was erased is to leave the write-ahead log at once; the next checkpoint takes it along.
        tracing::warn!(%error, "the write-ahead log was not emptied");
    }
    if let Err(error) = finders.0.follow(work.db, changes) {
        tracing::warn!(%error, "the search index is built anew");
        finders.0.lose();
    }
    if let Err(error) = finders.1.follow(work.db, changes) {
        tracing::warn!(%error, "the companies' search index is built anew");
        finders.1.lose();
    }
}

/// Learns which fields the user does not see, so that nobody is found by them.
fn know_unsearched(desk: &Desk<'_>, persons: &Finder<Persons>, companies: &Finder<Companies>) {
    let (of_persons, of_companies) = match desk.rules() {
        Ok(rules) => (rules.fields.unsearched(), rules.company_fields.unsearched()),
        Err(error) => {
            tracing::warn!(%error, "which fields are searched was not read anew");
            (field_policy::Unsearched::ALL, field_policy::Unsearched::ALL)
        }
    };
    persons.leave_out(of_persons);
    companies.leave_out(of_companies);
}

/// Learns what the user may do from now on.
fn know_rights(work: &Work<'_>, who: &RwLock<Arc<User>>) {
    let name = who.read().unwrap_or_else(PoisonError::into_inner).name.clone();
    match store::users::by_name(work.db, &name) {
        Ok(Some(user)) => *who.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(user),
        Ok(None) => {}
        Err(error) => tracing::warn!(%error, "what the user may do was not read anew"),
    }
}

fn at_desk<T>(
    work: &Work<'_>,
    (user, lang, opened): (User, Lang, Arc<desk::Opened>),
    job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    work.db.snapshot(|_| {
        let mut desk = Desk::new(work, user, lang);
        desk.may_read(opened.get());
        job(&mut desk)
    })
}

#[cfg(test)]
mod tests;
