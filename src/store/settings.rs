//! Settings of the office: texts by key. What the keys are and which values they take is the office's business.

use rusqlite::OptionalExtension;

use super::{Db, Error};

/// Returns the value of a setting; none where it is as shipped.
pub fn get(db: &Db, key: &str) -> Result<Option<String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT value FROM setting WHERE key = ?")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Sets a setting.
pub fn set(db: &Db, key: &str, value: &str) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")?
        .execute([key, value])?;
    Ok(())
}
