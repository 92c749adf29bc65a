//! Settings of the office: texts by key. What the keys are and which values they take is the office's business.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::{Moment, user};

/// What was decided about a setting, and what before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its identity; a later one is larger.
    pub id: i64,
    /// The setting.
    pub key: String,
    /// What held before; none for what it is shipped with, or for an item that was not there.
    pub before: Option<String>,
    /// What was decided; none for what it is shipped with, or for an item that was removed.
    pub after: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

/// Returns the value of a setting; none where it is as shipped.
pub fn get(db: &Db, key: &str) -> Result<Option<String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT value FROM setting WHERE key = ?")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Returns the values of all settings that are not as shipped.
pub fn all(db: &Db) -> Result<HashMap<String, String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT key, value FROM setting")?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Sets a setting, or, without a value, leaves it as shipped.
pub fn set(db: &Db, key: &str, value: Option<&str>, at: Moment, by: user::Id) -> Result<(), Error> {
    match value {
        Some(value) => db
            .sql()
            .prepare_cached("INSERT OR REPLACE INTO setting (key, value, at, by) VALUES (?, ?, ?, ?)")?
            .execute(params![key, value, at.0, by.0])?,
        None => db.sql().prepare_cached("DELETE FROM setting WHERE key = ?")?.execute([key])?,
    };
    Ok(())
}

/// Leaves every setting whose key begins with `start` as shipped, and returns which were not, with their values.
pub fn remove_under(db: &Db, start: &str) -> Result<Vec<(String, String)>, Error> {
    let mut statement =
        db.sql().prepare_cached("DELETE FROM setting WHERE substr(key, 1, length(?1)) = ?1 RETURNING key, value")?;
    Ok(statement.query_map([start], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Keeps what was decided.
pub fn note(db: &Db, change: &Change) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO setting_change (id, key, before, after, at, by) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![change.id, change.key, change.before, change.after, change.at.0, change.by.0])?;
    Ok(())
}

/// Returns what was decided about the settings whose key begins with `start`, the newest first.
pub fn history(db: &Db, start: &str, limit: usize) -> Result<Vec<Change>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement = db.sql().prepare_cached(
        "SELECT id, key, before, after, at, by FROM setting_change WHERE substr(key, 1, length(?1)) = ?1
         ORDER BY id DESC LIMIT ?2",
    )?;
    Ok(statement.query_map(params![start, limit], read)?.collect::<Result<_, _>>()?)
}

/// Returns which settings somebody changed at a moment, as they were changed.
pub fn changed_at(db: &Db, at: Moment, by: user::Id) -> Result<Vec<String>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT key FROM setting_change WHERE at = ? AND by = ? ORDER BY id")?;
    Ok(statement.query_map([at.0, by.0], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns the last thing that was decided about each setting.
pub fn newest(db: &Db) -> Result<HashMap<String, Change>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, key, before, after, at, by FROM setting_change
         WHERE id IN (SELECT max(id) FROM setting_change GROUP BY key)",
    )?;
    let changes = statement.query_map([], read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(changes.into_iter().map(|change| (change.key.clone(), change)).collect())
}

/// Returns what was decided once.
pub fn change(db: &Db, id: i64) -> Result<Option<Change>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT id, key, before, after, at, by FROM setting_change WHERE id = ?")?;
    Ok(statement.query_row([id], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        id: row.get(0)?,
        key: row.get(1)?,
        before: row.get(2)?,
        after: row.get(3)?,
        at: Moment(row.get(4)?),
        by: user::Id(row.get(5)?),
    })
}
