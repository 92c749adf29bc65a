//! One connection to the encrypted file, with the profile every connection has.
//!
//! The profile and the measurements behind it: raw key (no second key derivation), write-ahead log with
//! `synchronous=FULL` (what was answered as saved survives a power cut), `secure_delete`, temporary data in memory
//! only, foreign keys on, no trust in functions named by the schema, 16 MB of cache, ATTACH refused.

pub mod pages;
mod rekeying;

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::functions::FunctionFlags;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, InterruptHandle, OpenFlags, ffi};
use zeroize::Zeroizing;

use super::criteria::Answers;
use super::error::Error;
use super::ids::{Ids, system_clock};
use super::schema;
use crate::i18n;
use crate::model::phone;

/// Marks our files in SQLite's header: "KTTK" in ASCII.
pub const APPLICATION_ID: i32 = i32::from_be_bytes(*b"KTTK");

/// SQLCipher's page.
const PAGE_BYTES: i64 = 4_096;
const SALT_BYTES: usize = 16;
const PLAIN_HEADER: &[u8; SALT_BYTES] = b"SQLite format 3\0";
const BUSY: Duration = Duration::from_secs(5);
const CACHED_STATEMENTS: usize = 128;
/// Steps of SQLite's virtual machine, some 10 microseconds.
const STEPS_BETWEEN_QUESTIONS: i32 = 1_000;

/// The key of the file, and the 16 bytes the file starts with.
///
/// SQLCipher keeps its salt unencrypted at the start of the file. The vault's id is put there: it tells which vault
/// a file belongs to, before any key is tried. The salt need not be random, as the key is.
pub struct RawKey {
    key: Zeroizing<[u8; 32]>,
    salt: [u8; SALT_BYTES],
}

impl RawKey {
    /// Returns the key made of these bytes.
    pub fn new(key: [u8; 32], salt: [u8; 16]) -> Self {
        Self { key: Zeroizing::new(key), salt }
    }

    /// Returns the statement that hands the key over. The text is wiped after use; it never grows, so no copy of it
    /// is left behind.
    fn statement(&self, pragma: &str) -> Zeroizing<String> {
        const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        let mut text = Zeroizing::new(String::with_capacity(128));
        text.push_str("PRAGMA ");
        text.push_str(pragma);
        text.push_str(" = \"x'");
        for byte in self.key.iter().chain(&self.salt) {
            text.push(DIGITS[usize::from(byte >> 4)]);
            text.push(DIGITS[usize::from(byte & 15)]);
        }
        text.push_str("'\";");
        text
    }
}

/// What a connection may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Reads and writes.
    ReadWrite,
    /// Reads only.
    ReadOnly,
}

/// How large the file is, and how much of it is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageStatistics {
    /// Bytes in a page.
    pub page_bytes: i64,
    /// Pages in the file.
    pub pages: i64,
    /// Pages that hold nothing; `VACUUM` gives them back.
    pub free: i64,
}

/// A connection to the encrypted database.
pub struct Db {
    connection: Connection,
    path: PathBuf,
    salt: [u8; SALT_BYTES],
    attach_allowed: Arc<AtomicBool>,
    ids: Arc<Ids>,
    /// What criteria answered, on a connection that only reads.
    answers: Option<Answers>,
}

impl Db {
    /// Creates an encrypted database without tables, readable by its owner only.
    ///
    /// # Errors
    /// [`Error::Io`] with `AlreadyExists` if there is a file: nothing is ever overwritten.
    pub fn create(path: &Path, key: &RawKey) -> Result<Self, Error> {
        new_private_file(path)?;
        let db = Self::connect(path, key, Mode::ReadWrite)?;
        db.connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        db.set_profile(Mode::ReadWrite)?;
        Ok(db)
    }

    /// Opens a database that exists. It is never created, and nothing is written if anything is wrong with it.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Empty`], [`Error::Foreign`], [`Error::OtherVault`], [`Error::NotADatabase`],
    /// [`Error::Damaged`] and [`Error::Newer`] tell what was found instead.
    pub fn open(path: &Path, key: &RawKey, mode: Mode) -> Result<Self, Error> {
        Self::open_knowing(path, key, mode, u32::try_from(schema::STEPS.len()).unwrap_or(u32::MAX))
    }

    /// Opens as [`Db::open`] does, for a program that knows schema versions up to `newest`.
    pub(in crate::store) fn open_knowing(path: &Path, key: &RawKey, mode: Mode, newest: u32) -> Result<Self, Error> {
        let header = header(path)?;
        let db = Self::connect(path, key, mode)?;
        db.read_first_page().map_err(|error| {
            let foreign_mark = matches!(error, Error::NotADatabase) && header != key.salt;
            if foreign_mark { Error::OtherVault } else { error }
        })?;
        let application: i32 = db.pragma("application_id")?;
        if application != APPLICATION_ID {
            return Err(Error::Foreign);
        }
        let found = db.user_version()?;
        if found > newest {
            return Err(Error::Newer { found, known: newest });
        }
        db.set_profile(mode)?;
        Ok(db)
    }

    fn connect(path: &Path, key: &RawKey, mode: Mode) -> Result<Self, Error> {
        let access = match mode {
            Mode::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Mode::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let mut connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        // First of all, because SQLCipher reports every failure on standard error otherwise.
        connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
        connection.execute_batch(&key.statement("key"))?;
        connection.busy_timeout(BUSY)?;
        connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);

        let attach_allowed = Arc::new(AtomicBool::new(false));
        let allowed = Arc::clone(&attach_allowed);
        connection.authorizer(Some(move |context: AuthContext<'_>| {
            // A file named by a parameter is not known when the statement is checked: that comes as `Unknown`.
            let attaches = matches!(
                context.action,
                AuthAction::Attach { .. }
                    | AuthAction::Detach { .. }
                    | AuthAction::Unknown { code: ffi::SQLITE_ATTACH | ffi::SQLITE_DETACH, .. }
            );
            if attaches && !allowed.load(Ordering::Relaxed) { Authorization::Deny } else { Authorization::Allow }
        }))?;
        // Triggers and a view of the schema use it, so it has to be one that the schema may be trusted with.
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
        connection
            .create_scalar_function("folded", 1, flags, |call| Ok(i18n::fold::fold(call.get_raw(0).as_str()?)))?;
        // Only our own statements use these.
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        connection
            .create_scalar_function("phone_digits", 1, flags, |call| Ok(phone::digits(call.get_raw(0).as_str()?)))?;
        connection.create_scalar_function("phone_key", 1, flags, |call| Ok(phone::key(call.get_raw(0).as_str()?)))?;
        connection.create_aggregate_function("standing", 4, flags, super::criteria::Standing)?;
        let ids = Arc::new(Ids::new(0, system_clock()));
        Ok(Self { connection, path: path.to_owned(), salt: key.salt, attach_allowed, ids, answers: None })
    }

    fn set_profile(&self, mode: Mode) -> Result<(), Error> {
        if mode == Mode::ReadWrite {
            self.connection.execute_batch("PRAGMA journal_mode = WAL;")?;
        }
        self.connection.execute_batch(
            "PRAGMA synchronous = FULL;
             PRAGMA fullfsync = ON;
             PRAGMA checkpoint_fullfsync = ON;
             PRAGMA secure_delete = ON;
             PRAGMA temp_store = MEMORY;
             PRAGMA foreign_keys = ON;
             PRAGMA trusted_schema = OFF;
             PRAGMA cell_size_check = ON;
             PRAGMA cache_size = -16000;",
        )?;
        if mode == Mode::ReadOnly {
            self.connection.execute_batch("PRAGMA query_only = ON;")?;
        }
        Ok(())
    }

    fn read_first_page(&self) -> Result<(), Error> {
        self.connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
        Ok(())
    }

    /// Returns the connection, for the queries of this floor.
    pub(in crate::store) fn sql(&self) -> &Connection {
        &self.connection
    }

    /// Keeps what criteria answer, with other connections to the same file. For one that only reads: what another sees
    /// before it is committed must not be kept.
    pub fn keep_answers(&mut self, answers: Answers) {
        self.answers = Some(answers);
    }

    /// Returns what criteria answered, while everything is read as it was at one moment.
    pub(in crate::store) fn answers(&self) -> Option<&Answers> {
        self.answers.as_ref().filter(|_| self.is_in_transaction())
    }

    /// Carries out `work` in one immediate transaction: all of it or none.
    ///
    /// It is committed when `work` answers `Ok`, and rolled back when it answers `Err` or panics.
    ///
    /// # Errors
    /// What `work` answers; [`Error::Nested`] inside another transaction, [`Error::RolledBack`] if SQLite gave the
    /// transaction up on the way (after an interruption, or on a full disk), even if `work` answers `Ok`.
    pub fn transaction<T, E: From<Error>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        if !self.connection.is_autocommit() {
            return Err(Error::Nested.into());
        }
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(Error::from)?;
        let open = Unfinished(self);
        let value = work(self)?;
        if self.connection.is_autocommit() {
            return Err(Error::RolledBack.into());
        }
        self.connection.execute_batch("COMMIT").map_err(Error::from)?;
        drop(open);
        Ok(value)
    }

    /// Lets `work` read everything as it was at one moment, whatever is written meanwhile.
    ///
    /// # Errors
    /// What `work` answers; [`Error::Nested`] inside a transaction.
    pub fn snapshot<T, E: From<Error>>(&self, work: impl FnOnce(&Db) -> Result<T, E>) -> Result<T, E> {
        if !self.connection.is_autocommit() {
            return Err(Error::Nested.into());
        }
        self.connection.execute_batch("BEGIN DEFERRED").map_err(Error::from)?;
        let _open = Unfinished(self);
        work(self)
    }

    /// Carries out `work` inside the open transaction; what it did is undone where it answers `Err`, and always unless
    /// `is_kept`.
    ///
    /// # Errors
    /// What `work` answers, or SQLite's.
    pub fn within<T, E: From<Error>>(&self, is_kept: bool, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        self.connection.execute_batch("SAVEPOINT within").map_err(Error::from)?;
        let done = work();
        if done.is_err() || !is_kept {
            self.connection.execute_batch("ROLLBACK TO within").map_err(Error::from)?;
        }
        self.connection.execute_batch("RELEASE within").map_err(Error::from)?;
        done
    }

    /// Answers whether a transaction is open.
    pub(in crate::store) fn is_in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }

    /// Rolls back whatever transaction is open, if any; answers whether there was one.
    pub fn abandon(&self) -> bool {
        let open = !self.connection.is_autocommit();
        if open {
            // SQLite may have rolled back by itself, which is what is wanted.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
        open
    }

    /// Returns a new id, see [`Ids`].
    pub fn new_id(&self) -> i64 {
        self.ids.next()
    }

    /// Returns the source of this connection's ids.
    pub fn ids(&self) -> &Arc<Ids> {
        &self.ids
    }

    /// Sets the source of ids: the device's, shared by all connections of a vault. Until then it is device 0's.
    pub fn set_ids(&mut self, ids: Arc<Ids>) {
        self.ids = ids;
    }

    /// Returns a text that the vault keeps about itself in `vault_info`.
    pub fn vault_info(&self, key: &str) -> Result<Option<String>, Error> {
        use rusqlite::OptionalExtension;
        let mut statement =
            self.connection.prepare_cached("SELECT CAST(value AS TEXT) FROM vault_info WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Keeps a text about the vault itself in `vault_info`.
    pub fn set_vault_info(&self, key: &str, value: &str) -> Result<(), Error> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO vault_info (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?;
        statement.execute([key, value])?;
        Ok(())
    }

    /// Returns the schema version of the file: how many migration steps it has seen.
    pub fn user_version(&self) -> Result<u32, Error> {
        self.pragma("user_version")
    }

    /// Counts the rows changed on this connection since it was opened.
    pub fn changes(&self) -> u64 {
        self.connection.total_changes()
    }

    /// Moves the write-ahead log into the file and empties it, waiting for readers up to the busy timeout (5 s).
    ///
    /// # Errors
    /// [`Error::Busy`] if a reader kept the log from being emptied. All is saved then, too, but traces of deleted
    /// rows may remain in the log.
    pub fn checkpoint(&self) -> Result<(), Error> {
        let left: (i64, i64, i64) = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        // Whatever is not (0, 0, 0) leaves something in the log; SQLite reports that as a row, not as an error.
        if left == (0, 0, 0) { Ok(()) } else { Err(Error::Busy) }
    }

    /// Does what [`Db::checkpoint`] does if no reader is in the way, without waiting.
    pub fn checkpoint_if_free(&self) -> Result<(), Error> {
        self.connection.busy_timeout(Duration::ZERO)?;
        let done = self.checkpoint();
        self.connection.busy_timeout(BUSY)?;
        done
    }

    /// Rewrites the file without free pages and without traces of what was deleted. Needs room for a second copy.
    pub fn vacuum(&self) -> Result<(), Error> {
        self.with_attach(|| Ok(self.connection.execute_batch("VACUUM")?))
    }

    /// Writes a compact copy without traces of deleted rows, encrypted with the same key, readable by its owner only,
    /// and safe on the disk when this returns.
    ///
    /// # Errors
    /// [`Error::Io`] with `AlreadyExists` if there is a file at `path`. A copy that fails is removed.
    pub fn copy_to(&self, path: &Path) -> Result<(), Error> {
        // SQLite would create the file with the rights of the umask; it accepts an empty one.
        new_private_file(path)?;
        let text = path.to_str().ok_or(Error::Io(std::io::ErrorKind::InvalidFilename));
        let done = text.and_then(|text| {
            let is_reader: bool = self.pragma("query_only")?;
            // The copy is the only thing written; without this, a reader may not even write that.
            self.connection.pragma_update(None, "query_only", false)?;
            let copied = self.with_attach(|| {
                self.connection.execute("VACUUM INTO ?1", [text])?;
                Ok(())
            });
            self.connection.pragma_update(None, "query_only", is_reader)?;
            copied?;
            Ok(File::open(path)?.sync_all()?)
        });
        if done.is_err() {
            let _ = fs::remove_file(path);
        }
        done
    }

    fn with_attach<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        self.attach_allowed.store(true, Ordering::Relaxed);
        let done = work();
        self.attach_allowed.store(false, Ordering::Relaxed);
        done
    }

    pub(in crate::store) fn texts(&self, sql: &str) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Answers whether the file still begins with the mark of its vault.
    pub(in crate::store) fn has_its_mark(&self) -> Result<bool, Error> {
        Ok(header(&self.path)? == self.salt)
    }

    /// Returns how large the file is and how much of it is free.
    pub fn page_statistics(&self) -> Result<PageStatistics, Error> {
        Ok(PageStatistics {
            page_bytes: PAGE_BYTES,
            pages: self.pragma("page_count")?,
            free: self.pragma("freelist_count")?,
        })
    }

    fn pragma<T: rusqlite::types::FromSql>(&self, name: &str) -> Result<T, Error> {
        Ok(self.connection.pragma_query_value(None, name, |row| row.get(0))?)
    }

    /// Returns the handle that interrupts what runs on this connection, from any thread.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.connection.get_interrupt_handle()
    }

    /// Asks `stop` again and again while a statement runs, and interrupts the statement when it answers `true`.
    ///
    /// Unlike [`Db::interrupt_handle`] this cannot hit the wrong statement, nor come too early.
    pub fn interrupt_when(&mut self, stop: impl FnMut() -> bool + Send + 'static) -> Result<(), Error> {
        Ok(self.connection.progress_handler(STEPS_BETWEEN_QUESTIONS, Some(stop))?)
    }

    /// Lets SQLite refresh its statistics, and closes.
    ///
    /// # Errors
    /// [`Error::Busy`] if a statement is still in use; the connection is then closed when its last use ends.
    pub fn close(self) -> Result<(), Error> {
        // Statistics are a help, never a reason not to close.
        let _ = self.connection.execute_batch("PRAGMA optimize");
        self.connection.close().map_err(|(_, error)| error.into())
    }

    /// Returns the connection, for tests of the floors above that need a table or a long statement.
    #[cfg(test)]
    pub(crate) fn sql_for_tests(&self) -> &Connection {
        &self.connection
    }

    /// Returns the statements that make the schema, sorted by name, to compare two files.
    #[cfg(test)]
    pub(in crate::store) fn schema_text(&self) -> Result<Vec<String>, Error> {
        self.texts("SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
    }
}

/// Rolls back on the way out if the transaction is still open: on an error, and when a panic unwinds.
struct Unfinished<'db>(&'db Db);

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        self.0.abandon();
    }
}

fn new_private_file(path: &Path) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)?;
    Ok(())
}

/// Returns the first 16 bytes of the file, after making sure that it can be a database of ours.
fn header(path: &Path) -> Result<[u8; SALT_BYTES], Error> {
    let mut file = File::open(path).map_err(|error| {
        let missing = error.kind() == std::io::ErrorKind::NotFound;
        if missing { Error::Missing } else { error.into() }
    })?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(Error::Foreign);
    }
    if about.len() == 0 {
        return Err(Error::Empty);
    }
    let mut bytes = [0; SALT_BYTES];
    file.read_exact(&mut bytes).map_err(|_| Error::Damaged)?;
    if &bytes == PLAIN_HEADER {
        return Err(Error::Foreign);
    }
    if about.len() < PAGE_BYTES.unsigned_abs() {
        return Err(Error::Damaged);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
