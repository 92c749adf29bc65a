//! The journal's rows. What they say and how they are chained is the office's.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::person;

/// A row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its place, counted from 1.
    pub seq: i64,
    /// When, in milliseconds.
    pub at: i64,
    /// Who.
    pub by: i64,
    /// What, as a number.
    pub kind: i64,
    /// The random number of the person it is about.
    pub person_ref: Option<i64>,
    /// The record it is about, when that is no person.
    pub record: Option<i64>,
    /// The fields touched, separated by a space.
    pub fields: String,
    /// What ties it to the row before.
    pub mac: Vec<u8>,
}

/// Adds a row.
pub fn insert(db: &Db, row: &Row) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO journal (seq, at, by, kind, person_ref, record, fields, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![row.seq, row.at, row.by, row.kind, row.person_ref, row.record, row.fields, row.mac])?;
    Ok(())
}

/// Returns the last row.
pub fn last(db: &Db) -> Result<Option<Row>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT seq, at, by, kind, person_ref, record, fields, mac FROM journal ORDER BY seq DESC LIMIT 1",
    )?;
    Ok(statement.query_row([], read).optional()?)
}

/// Returns what ties the row at a place to those before it.
pub fn mac_at(db: &Db, seq: i64) -> Result<Option<Vec<u8>>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT mac FROM journal WHERE seq = ?")?;
    Ok(statement.query_row([seq], |row| row.get(0)).optional()?)
}

/// Returns the rows about a person (by the random number that stands for them), or about anything, from a time on: the
/// newest first, at most `limit`.
pub fn newest(db: &Db, person_ref: Option<i64>, since: i64, limit: usize) -> Result<Vec<Row>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT seq, at, by, kind, person_ref, record, fields, mac FROM journal
         WHERE (?1 IS NULL OR person_ref = ?1) AND at >= ?2 ORDER BY seq DESC LIMIT ?3",
    )?;
    let rows = statement.query_map(params![person_ref, since, i64::try_from(limit).unwrap_or(i64::MAX)], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the persons for whom the random numbers stand, as far as their cards are here.
pub fn persons(db: &Db, references: &[i64]) -> Result<HashMap<i64, person::Id>, Error> {
    let wanted = format!("[{}]", references.iter().map(ToString::to_string).collect::<Vec<_>>().join(","));
    let mut statement = db
        .sql()
        .prepare_cached("SELECT journal_ref, id FROM person WHERE journal_ref IN (SELECT value FROM json_each(?))")?;
    let rows = statement.query_map([wanted], |row| Ok((row.get(0)?, person::Id(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Calls `each` with every row after a place, the oldest first, until it returns false.
pub fn each_after(db: &Db, seq: i64, mut each: impl FnMut(Row) -> bool) -> Result<(), Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT seq, at, by, kind, person_ref, record, fields, mac FROM journal WHERE seq > ? ORDER BY seq",
    )?;
    for row in statement.query_map([seq], read)? {
        if !each(row?) {
            break;
        }
    }
    Ok(())
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        seq: row.get(0)?,
        at: row.get(1)?,
        by: row.get(2)?,
        kind: row.get(3)?,
        person_ref: row.get(4)?,
        record: row.get(5)?,
        fields: row.get(6)?,
        mac: row.get(7)?,
    })
}
