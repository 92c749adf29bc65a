//! The journal's rows. What they say and how they are chained is the office's.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};

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

/// Calls `each` with every row, the oldest first, until it returns false.
pub fn each(db: &Db, mut each: impl FnMut(Row) -> bool) -> Result<(), Error> {
    let mut statement = db
        .sql()
        .prepare_cached("SELECT seq, at, by, kind, person_ref, record, fields, mac FROM journal ORDER BY seq")?;
    for row in statement.query_map([], read)? {
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
