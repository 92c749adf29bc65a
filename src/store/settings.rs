//! Settings of the office: texts by key. What the keys are and which values they take is the office's business.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::{Moment, user};

/// Returns the value of a setting; none where it is as shipped.
pub fn get(db: &Db, key: &str) -> Result<Option<String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT value FROM setting WHERE key = ?")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Sets a setting.
pub fn set(db: &Db, key: &str, value: &str, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT OR REPLACE INTO setting (key, value, at, by) VALUES (?, ?, ?, ?)")?
        .execute(params![key, value, at.0, by.0])?;
    Ok(())
}
