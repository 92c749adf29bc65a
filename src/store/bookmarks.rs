//! What a user marked and what a user looked at last: persons and companies, whose identities never meet.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::{Moment, company, person, user};

/// Marks a record, if the user has not marked it yet.
pub fn mark(db: &Db, user: user::Id, record: i64, at: Moment) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT OR IGNORE INTO favourite (user, record, at) VALUES (?, ?, ?)")?
        .execute(params![user.0, record, at.0])?;
    Ok(())
}

/// Takes a mark away.
pub fn unmark(db: &Db, user: user::Id, record: i64) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM favourite WHERE user = ? AND record = ?")?.execute([user.0, record])?;
    Ok(())
}

/// Returns the persons a user marked, in the order of their names.
pub fn marked_persons(db: &Db, user: user::Id) -> Result<Vec<person::Id>, Error> {
    ids(
        db,
        "SELECT p.id FROM favourite f JOIN person p ON p.id = f.record WHERE f.user = ? ORDER BY p.sort_key, p.id",
        user,
        person::Id,
    )
}

/// Returns the companies a user marked, in the order of their names.
pub fn marked_companies(db: &Db, user: user::Id) -> Result<Vec<company::Id>, Error> {
    ids(
        db,
        "SELECT c.id FROM favourite f JOIN company c ON c.id = f.record WHERE f.user = ? ORDER BY c.sort_key, c.id",
        user,
        company::Id,
    )
}

/// Returns when a user last looked at a record.
pub fn looked_at(db: &Db, user: user::Id, record: i64) -> Result<Option<Moment>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT at FROM seen WHERE user = ? AND record = ?")?;
    Ok(statement.query_row([user.0, record], |row| row.get(0).map(Moment)).optional()?)
}

/// Notes that a user looked at a record, and forgets all but the `kept` they looked at last.
pub fn look(db: &Db, user: user::Id, record: i64, at: Moment, kept: u32) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO seen (user, record, at) VALUES (?1, ?2, ?3) ON CONFLICT (user, record) DO UPDATE SET at = ?3",
        )?
        .execute(params![user.0, record, at.0])?;
    db.sql()
        .prepare_cached(
            "DELETE FROM seen WHERE user = ?1 AND record NOT IN
                 (SELECT record FROM seen WHERE user = ?1 ORDER BY at DESC, record DESC LIMIT ?2)",
        )?
        .execute(params![user.0, kept])?;
    Ok(())
}

/// Returns the persons a user looked at, the last one first.
pub fn seen_persons(db: &Db, user: user::Id) -> Result<Vec<person::Id>, Error> {
    ids(
        db,
        "SELECT p.id FROM seen s JOIN person p ON p.id = s.record WHERE s.user = ? ORDER BY s.at DESC, s.record DESC",
        user,
        person::Id,
    )
}

/// Returns the companies a user looked at, the last one first.
pub fn seen_companies(db: &Db, user: user::Id) -> Result<Vec<company::Id>, Error> {
    ids(
        db,
        "SELECT c.id FROM seen s JOIN company c ON c.id = s.record WHERE s.user = ? ORDER BY s.at DESC, s.record DESC",
        user,
        company::Id,
    )
}

fn ids<T>(db: &Db, sql: &str, user: user::Id, id: fn(i64) -> T) -> Result<Vec<T>, Error> {
    let mut statement = db.sql().prepare_cached(sql)?;
    Ok(statement.query_map([user.0], |row| row.get(0).map(id))?.collect::<Result<_, _>>()?)
}
