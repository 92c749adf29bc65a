//! Companies.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::company::Id;
use crate::model::{Moment, user};

/// Returns the company whose folded name is `key`; where several have it, the oldest.
pub fn by_key(db: &Db, key: &str) -> Result<Option<Id>, Error> {
    Ok(db
        .sql()
        .prepare_cached("SELECT id FROM company WHERE key = ? ORDER BY id LIMIT 1")?
        .query_row([key], |row| row.get(0).map(Id))
        .optional()?)
}

/// Adds a company.
pub fn insert(db: &Db, id: Id, name: &str, key: &str, sort_key: &[u8], at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO company (id, name, key, sort_key, created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?6)",
        )?
        .execute(params![id.0, name, key, sort_key, at.0, by.0])?;
    Ok(())
}

/// Returns up to `limit` names whose folded form begins with `start`, in order.
pub fn names_starting(db: &Db, start: &str, limit: usize) -> Result<Vec<String>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT name FROM company WHERE key >= ?1 AND key < ?2 ORDER BY sort_key LIMIT ?3")?;
    let end = format!("{start}\u{10FFFF}");
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(statement.query_map(params![start, end, limit], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Removes the company if no card and no activity names it any more.
pub fn remove_if_unused(db: &Db, id: Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "DELETE FROM company WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM person WHERE company = ?1)
                 AND NOT EXISTS (SELECT 1 FROM activity WHERE company = ?1)",
        )?
        .execute([id.0])?;
    Ok(())
}

/// Returns how many companies there are.
pub fn count(db: &Db) -> Result<u64, Error> {
    Ok(db.sql().query_row("SELECT count(*) FROM company", [], |row| row.get(0))?)
}

/// Returns whether there is such a company.
pub fn exists(db: &Db, id: Id) -> Result<bool, Error> {
    Ok(name(db, id)?.is_some())
}

/// Returns a company's name.
pub fn name(db: &Db, id: Id) -> Result<Option<String>, Error> {
    Ok(db
        .sql()
        .prepare_cached("SELECT name FROM company WHERE id = ?")?
        .query_row([id.0], |row| row.get(0))
        .optional()?)
}
