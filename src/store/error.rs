//! What can go wrong in the database.

use rusqlite::ErrorCode;

/// Says what the database could not do.
///
/// No text here holds a value from a row: names of tables and columns and numbers of pages are the most it tells. The
/// messages of the full-text engine quote what was searched for, so they are left out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no database file at the place.
    #[error("there is no database file")]
    Missing,
    /// The file has no bytes. SQLite would take it for a new database; a vault never does.
    #[error("the database file is empty (0 bytes)")]
    Empty,
    /// The file is a database of another program, or one that is not encrypted.
    #[error("the file is not a Kartotek database")]
    Foreign,
    /// The file starts with the mark of another vault than the one whose key was given.
    #[error("the database file belongs to another vault")]
    OtherVault,
    /// The key does not open the file, or its first page is damaged: the two look the same.
    #[error("the database cannot be read with this key")]
    NotADatabase,
    /// A page of the file is damaged.
    #[error("the database file is damaged")]
    Damaged,
    /// A later version of the program has written the file.
    #[error("the database has schema version {found}, this program knows {known}")]
    Newer {
        /// `user_version` of the file.
        found: u32,
        /// The highest version this program knows.
        known: u32,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Another connection holds the lock for longer than the busy timeout.
    #[error("the database is busy")]
    Busy,
    /// The connection, the file or its folder may not be written.
    #[error("the database may not be written")]
    ReadOnly,
    /// The statement was interrupted, and its transaction rolled back.
    #[error("the work was interrupted")]
    Interrupted,
    /// A transaction was begun inside another.
    #[error("a transaction is open already")]
    Nested,
    /// SQLite had rolled the transaction back before it could be committed.
    #[error("the transaction was rolled back")]
    RolledBack,
    /// A query that must find a row found none.
    #[error("no such row")]
    NoRow,
    /// Criteria are too much for one statement, or name a selection that is not there.
    #[error("the criteria cannot be asked")]
    Criteria,
    /// A rule of the schema refuses the change.
    #[error("a rule of the database refuses the change: {what}")]
    Constraint {
        /// The rule, as SQLite names it: tables and columns, no values.
        what: String,
        /// SQLite's extended code, for example 2067 for a unique index.
        code: i32,
    },
    /// ATTACH or DETACH, which only our own `VACUUM` may use.
    #[error("the statement is not allowed")]
    Denied,
    /// A step of the migration failed; nothing of it remains.
    #[error("step {step} of the migration failed")]
    Migration {
        /// The version the step leads to.
        step: u32,
        /// Why.
        source: Box<Error>,
    },
    /// A migration left rows whose foreign keys lead nowhere; nothing of it remains.
    #[error("the migration leaves {rows} rows without what they refer to")]
    Dangling {
        /// How many.
        rows: i64,
    },
    /// A statement is wrong, or does not fit the schema.
    #[error("a statement failed ({code}): {what}")]
    Statement {
        /// SQLite's extended code, or 0 for a mistake found before SQLite was asked.
        code: i32,
        /// SQLite's message, without values.
        what: String,
    },
    /// The file system reports an error.
    #[error("the database file cannot be used: {0}")]
    Io(std::io::ErrorKind),
}

impl Error {
    /// Returns whether something that a row refers to is not there.
    pub fn is_dangling(&self) -> bool {
        matches!(self, Self::Constraint { code: rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY, .. })
    }
}

impl From<rusqlite::Error> for Error {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours and open-ended")]
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        match error {
            Sql::SqliteFailure(code, message) => from_code(code, message, false),
            Sql::SqlInputError { error, msg, .. } => from_code(error, Some(msg), true),
            Sql::QueryReturnedNoRows => Error::NoRow,
            Sql::InvalidColumnType(index, name, found) => {
                Error::Statement { code: 0, what: format!("column {index} ({name}) is of type {found}") }
            }
            Sql::FromSqlConversionFailure(index, found, _) => {
                Error::Statement { code: 0, what: format!("column {index}, of type {found}, cannot be converted") }
            }
            Sql::IntegralValueOutOfRange(index, _) => {
                Error::Statement { code: 0, what: format!("the number in column {index} is out of range") }
            }
            Sql::InvalidColumnIndex(index) => Error::Statement { code: 0, what: format!("there is no column {index}") },
            Sql::InvalidColumnName(name) => Error::Statement { code: 0, what: format!("there is no column {name}") },
            Sql::InvalidParameterCount(given, needed) => {
                Error::Statement { code: 0, what: format!("{given} parameters given, {needed} needed") }
            }
            Sql::InvalidParameterName(name) => Error::Statement { code: 0, what: format!("no parameter {name}") },
            Sql::StatementChangedRows(rows) => Error::Statement { code: 0, what: format!("{rows} rows changed") },
            // The rest are mistakes in how a statement is used. Their texts may hold paths or values.
            _ => Error::Statement { code: 0, what: "the statement was used wrongly".to_owned() },
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours and open-ended")]
fn from_code(error: rusqlite::ffi::Error, message: Option<String>, while_preparing: bool) -> Error {
    let code = error.extended_code;
    match error.code {
        ErrorCode::DiskFull => Error::Full,
        // The index of the log could not grow.
        ErrorCode::SystemIoFailure if code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => Error::Full,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => Error::Busy,
        ErrorCode::DatabaseCorrupt => Error::Damaged,
        ErrorCode::NotADatabase => Error::NotADatabase,
        ErrorCode::OperationInterrupted => Error::Interrupted,
        ErrorCode::ReadOnly => Error::ReadOnly,
        ErrorCode::AuthorizationForStatementDenied => Error::Denied,
        ErrorCode::PermissionDenied => Error::Io(std::io::ErrorKind::PermissionDenied),
        ErrorCode::CannotOpen => Error::Io(std::io::ErrorKind::NotFound),
        ErrorCode::OutOfMemory => Error::Io(std::io::ErrorKind::OutOfMemory),
        ErrorCode::SystemIoFailure => Error::Io(std::io::ErrorKind::Other),
        ErrorCode::ConstraintViolation => Error::Constraint { what: message.unwrap_or_default(), code },
        // Everything else is a statement that does not fit the schema.
        _ => {
            // What fails while running may quote what was searched for: the full-text engine answers "no such column"
            // with a word of the search.
            let what = message.filter(|what| while_preparing || what.starts_with("no such table"));
            Error::Statement { code, what: what.unwrap_or_else(|| "it failed while running".to_owned()) }
        }
    }
}

impl From<std::io::Error> for Error {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours and open-ended")]
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::Full,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            other => Error::Io(other),
        }
    }
}
