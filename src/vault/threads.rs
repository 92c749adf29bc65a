//! The threads that work on the database: one writes, two read. Connections never leave them.

use std::collections::VecDeque;
use std::fs;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle, ThreadId};
use std::time::{Duration, Instant};

use super::attachment::Attachments;
use super::backup::{self, Reason, Source};
use super::error::Error;
use super::folder::Folder;
use super::keys::Keys;
use super::lock::Lock;
use super::queue::{Next, Queue, Work};
use super::renewal::{self, Renewal};
use super::reply::{Cancel, Gone};
use super::rewriting::{self, Rewriting};
use super::{Notice, head};
use crate::model::Moment;
use crate::store::connection::Mode;
use crate::store::criteria::Answers;
use crate::store::ids::{Ids, system_clock};
use crate::store::migrate::{self, Step};
use crate::store::{Db, schema};

/// How soon a checkpoint is tried again that a reader was in the way of.
const AGAIN_AFTER: Duration = Duration::from_secs(2);

/// Threads that only read.
const READERS: usize = 2;

/// How the threads behave; tests use other numbers.
#[derive(Clone, Copy)]
pub struct Settings {
    /// How long changes may stay in the log only.
    pub checkpoint_after: Duration,
    /// The schema.
    pub steps: &'static [Step],
}

impl Default for Settings {
    fn default() -> Self {
        Self { checkpoint_after: Duration::from_secs(30), steps: schema::STEPS }
    }
}

/// What is done while nobody else has a connection.
enum Alone {
    /// The vault key is changed.
    Renew(Renewal),
    /// The database is rewritten.
    Rewrite(Rewriting),
}

/// The two queues.
#[derive(Default)]
pub struct Queues {
    pub writes: Queue,
    pub reads: Queue,
    alone: Mutex<VecDeque<Alone>>,
    served_by: Mutex<Vec<ThreadId>>,
}

impl Queues {
    /// Takes no more jobs; what waits is still done, then the threads end. A question that nobody waits for is broken off.
    pub fn close(&self) {
        self.reads.close();
        self.writes.close();
    }

    /// Asks for another vault key; done when the job that asks is.
    pub fn renew(&self, renewal: Renewal) {
        self.alone.lock().unwrap_or_else(PoisonError::into_inner).push_back(Alone::Renew(renewal));
    }

    /// Asks for the database to be rewritten; done when the job that asks is.
    pub fn rewrite(&self, rewriting: Rewriting) {
        self.alone.lock().unwrap_or_else(PoisonError::into_inner).push_back(Alone::Rewrite(rewriting));
    }

    fn next_alone(&self) -> Option<Alone> {
        self.alone.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    /// Answers whether the thread that asks is one of those that do the jobs.
    pub fn are_served_here(&self) -> bool {
        self.served_by.lock().unwrap_or_else(PoisonError::into_inner).contains(&thread::current().id())
    }

    fn serve_here(&self) {
        self.served_by.lock().unwrap_or_else(PoisonError::into_inner).push(thread::current().id());
    }
}

/// What the threads share.
#[derive(Clone)]
struct Shared {
    folder: Folder,
    keys: Arc<Keys>,
    attachments: Arc<Attachments>,
    queues: Arc<Queues>,
    ids: Arc<Ids>,
    answers: Answers,
}

/// The threads at work.
pub struct Started {
    /// Where jobs go.
    pub queues: Arc<Queues>,
    /// The thread that ends last.
    pub writer: JoinHandle<()>,
    /// What the user should hear of.
    pub notices: Vec<Notice>,
}

/// Starts the threads, and returns when the database is open for writing and has the newest schema.
pub fn start(folder: Folder, keys: Arc<Keys>, lock: Lock, settings: Settings) -> Result<Started, Error> {
    let queues = Arc::new(Queues::default());
    let for_thread = Arc::clone(&queues);
    let (opened, answer) = channel();
    let writer = thread::Builder::new()
        .name("vault-writer".to_owned())
        .spawn(move || write(folder, keys, lock, settings, for_thread, opened))?;
    let notices = match answer.recv().unwrap_or(Err(Error::Closed)) {
        Ok(notices) => notices,
        Err(error) => {
            // The program may end now; a thread may not be left in the encryption library then.
            let _ = writer.join();
            return Err(error);
        }
    };
    Ok(Started { queues, writer, notices })
}

fn write(
    folder: Folder,
    keys: Arc<Keys>,
    mut lock: Lock,
    settings: Settings,
    queues: Arc<Queues>,
    opened: Sender<Result<Vec<Notice>, Error>>,
) {
    queues.serve_here();
    folder.tidy();
    let mut open = open_for_writing(&folder, &keys, settings);
    // Even to be read, a database needs a little room beside it.
    let needs_room = matches!(open, Err(Error::DiskFull)) && folder.release_ballast().is_ok_and(|had_some| had_some);
    if needs_room {
        open = open_for_writing(&folder, &keys, settings);
    }
    let (db, ids, notices) = match open {
        Ok(open) => open,
        Err(error) => {
            // The lock first: whoever hears of the error may try again at once.
            drop(lock);
            let _ = opened.send(Err(error));
            return;
        }
    };
    let attachments = Arc::new(Attachments::new(&folder, Arc::clone(&keys)));
    let shared = Shared { folder, keys, attachments, queues, ids, answers: Answers::default() };
    let readers: Vec<_> = (1..=READERS)
        .filter_map(|number| {
            let shared = shared.clone();
            let builder = thread::Builder::new().name(format!("vault-reader-{number}"));
            builder.spawn(move || read(&shared)).ok()
        })
        .collect();
    if readers.is_empty() {
        shared.queues.close();
        drop((db, lock));
        let _ = opened.send(Err(Error::Io(std::io::ErrorKind::OutOfMemory)));
        return;
    }
    let _ = opened.send(Ok(notices));

    // Not needed to begin with, so not before the answer.
    if !needs_room {
        let _ = shared.folder.make_ballast();
    }
    shared.attachments.tidy();
    let db = take_writes(&shared, db, &mut lock, settings.checkpoint_after);

    // The log can only be emptied when nobody reads.
    for reader in readers {
        let _ = reader.join();
    }
    if let Some(db) = db {
        keep_last_id(&db, &shared.ids);
        // A note that cannot be written is only a warning less.
        let _ = head::follow(&shared.folder, &shared.keys, &db);
        // SQLite removes the log with the last connection; if the program is killed in between, nothing is missing.
        if db.checkpoint().is_ok() {
            lock.note(false);
        }
        let _ = db.close();
    }
    // Keys before the lock: when the vault can be opened again, nothing of this opening is left.
    drop(shared);
    drop(lock);
}

fn open_for_writing(folder: &Folder, keys: &Keys, settings: Settings) -> Result<(Db, Arc<Ids>, Vec<Notice>), Error> {
    let mut db = Db::open(&folder.database(), &keys.database()?, Mode::ReadWrite)?;
    // The key is this vault's alone, so another id can only come from a mistake of ours; better told than ignored.
    if db.user_version()? > 0 && db.vault_info(super::INFO_ID)? != Some(super::hex(&keys.vault_id)) {
        return Err(Error::OtherVault);
    }
    if has_changes(folder) {
        // Whoever had the vault did not close it. Pages that were on their way into the file may be there in part; the
        // log has them whole. What makes this fail is told when something is to be written.
        let _ = db.checkpoint_if_free();
    }
    folder.complete()?;
    back_up_before_migration(&db, folder, keys, settings.steps)?;
    let migrated = migrate::run(&db, settings.steps)?;
    let mut notices = Vec::new();
    if migrated.from != migrated.to {
        notices.push(Notice::Migrated { from: migrated.from, to: migrated.to });
    }
    let number = |key| Ok::<_, Error>(db.vault_info(key)?.and_then(|text| text.parse::<i64>().ok()));
    let device = number(super::INFO_DEVICE)?.and_then(|device| u16::try_from(device).ok());
    let ids = Arc::new(Ids::new(device.unwrap_or(super::FIRST_DEVICE), system_clock()));
    if let Some(last) = number(super::INFO_LAST_ID)? {
        ids.continue_after(last);
    }
    db.set_ids(Arc::clone(&ids));
    Ok((db, ids, notices))
}

/// Answers whether the log holds anything. Counters of changed rows know nothing of changed tables, and nothing of an
/// earlier run.
fn has_changes(folder: &Folder) -> bool {
    fs::metadata(folder.log()).is_ok_and(|log| log.len() > 0)
}

/// Makes a backup of a file that is about to get a newer schema.
fn back_up_before_migration(db: &Db, folder: &Folder, keys: &Keys, steps: &[Step]) -> Result<(), Error> {
    let version = db.user_version()? as usize;
    if version == 0 || version >= steps.len() {
        return Ok(());
    }
    let (reason, now) = (Reason::BeforeMigration, Moment::now());
    let target = folder.backups().join(backup::file_name(now, reason));
    backup::make(Source { db, keys, folder }, &target, reason, now, &Cancel::default())?;
    Ok(())
}

/// Keeps the last id, so that the next run goes on after it even if the clock was put back.
fn keep_last_id(db: &Db, ids: &Ids) {
    let known = db.vault_info(super::INFO_LAST_ID).ok().flatten();
    if let Some(last) = ids.last().map(|id| id.to_string())
        && known.as_ref() != Some(&last)
    {
        let _ = db.set_vault_info(super::INFO_LAST_ID, &last);
    }
}

/// Does what is asked until nobody asks any more, and returns the connection; none where it was lost.
fn take_writes(shared: &Shared, mut db: Db, lock: &mut Lock, checkpoint_after: Duration) -> Option<Db> {
    let queue = &shared.queues.writes;
    let mut checkpoint_at: Option<Instant> = None;
    loop {
        let patience = checkpoint_at.map(|at| at.saturating_duration_since(Instant::now()));
        match queue.next(patience) {
            Next::Closed => return Some(db),
            Next::Idle | Next::LetGo => {}
            Next::Job(queued) => {
                let cancel = queued.cancel.clone();
                let number = queued.number();
                queued.run(Work { db: &db, keys: &shared.keys, attachments: &shared.attachments, cancel: &cancel });
                db.abandon();
                queue.done(number);
                if let Some(work) = shared.queues.next_alone() {
                    let Some(renewed) = alone(shared, db, lock, work) else {
                        give_up(&shared.queues);
                        return None;
                    };
                    db = renewed;
                }
            }
        }
        let changes = has_changes(&shared.folder);
        let now = Instant::now();
        checkpoint_at = match checkpoint_at {
            _ if !changes => None,
            None => Some(now + checkpoint_after),
            Some(at) if now < at => Some(at),
            Some(_) => match db.checkpoint_if_free() {
                Ok(()) => None,
                // Somebody is reading.
                Err(_) => Some(now + AGAIN_AFTER),
            },
        };
        lock.note(checkpoint_at.is_some());
    }
}

/// Does what takes the database for itself, and returns the connection to go on with.
fn alone(shared: &Shared, db: Db, lock: &mut Lock, work: Alone) -> Option<Db> {
    let alone = shared.queues.reads.halt();
    let (db, promise, done) = match work {
        Alone::Renew(Renewal { leaving, mut watch, promise }) => {
            let (db, done) = renewal::carry_out(&shared.folder, &shared.keys, db, lock, &leaving, &mut watch);
            (db, promise, done)
        }
        Alone::Rewrite(Rewriting { promise }) => {
            let (db, done) = rewriting::carry_out(&shared.folder, &shared.keys, db, lock);
            (db, promise, done)
        }
    };
    drop(alone);
    promise.keep(done);
    db
}

/// Answers what nobody can do any more.
fn give_up(queues: &Queues) {
    queues.close();
    while let Next::Job(queued) = queues.writes.next(None) {
        let number = queued.number();
        queued.give_up(Gone::Closed);
        queues.writes.done(number);
    }
}

/// Counts a thread among those that read, as long as there is one.
struct Serving<'a>(&'a Queue);

impl<'a> Serving<'a> {
    fn begin(queue: &'a Queue) -> Self {
        queue.serve(true);
        Self(queue)
    }
}

impl Drop for Serving<'_> {
    fn drop(&mut self) {
        self.0.serve(false);
    }
}

fn read(shared: &Shared) {
    shared.queues.serve_here();
    let queue = &shared.queues.reads;
    let _serving = Serving::begin(queue);
    let current = Arc::new(Mutex::new(Cancel::default()));
    // Opened for the first question, so that opening a vault waits for one connection only.
    let mut connection = None;
    loop {
        let queued = match queue.next(None) {
            Next::Closed => return,
            Next::Idle => continue,
            Next::LetGo => {
                connection = None;
                queue.stay_away();
                continue;
            }
            Next::Job(queued) => queued,
        };
        let number = queued.number();
        let cancel = queued.cancel.clone();
        *current.lock().unwrap_or_else(PoisonError::into_inner) = cancel.clone();
        let open = match connection.take() {
            Some(db) => Ok(db),
            None => open_for_reading(shared, Arc::clone(&current)),
        };
        match open {
            Err(error) => queued.give_up(Gone::Unreadable(Arc::new(error))),
            Ok(db) => {
                queued.run(Work { db: &db, keys: &shared.keys, attachments: &shared.attachments, cancel: &cancel });
                // A snapshot left open would keep the log from being emptied.
                db.abandon();
                connection = Some(db);
            }
        }
        queue.done(number);
    }
}

fn open_for_reading(shared: &Shared, current: Arc<Mutex<Cancel>>) -> Result<Db, Error> {
    let mut db = Db::open(&shared.folder.database(), &shared.keys.database()?, Mode::ReadOnly)?;
    db.set_ids(Arc::clone(&shared.ids));
    db.keep_answers(shared.answers.clone());
    let queues = Arc::clone(&shared.queues);
    // A question that was called off interrupts its own statements, never those of the next question. So does one that
    // nobody waits for when the vault closes, which would wait for it.
    db.interrupt_when(move || {
        let current = current.lock().unwrap_or_else(PoisonError::into_inner);
        current.is_cancelled() || (current.is_deserted() && queues.reads.is_closed())
    })?;
    Ok(db)
}
