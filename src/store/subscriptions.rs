//! What people answered to types of mailings.

use std::collections::HashMap;

use rusqlite::{Row, params};

use super::{Db, Error};
use crate::model::subscription::{Entry, Id};
use crate::model::{Moment, list, person, user};

/// Adds a row.
pub fn insert(db: &Db, entry: &Entry) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO subscription (person, id, type, wanted, corrects, source, comment, at, by)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            entry.person.0,
            entry.id.0,
            entry.kind.0,
            entry.wanted,
            entry.corrects.map(|id| id.0),
            entry.source.0,
            entry.comment,
            entry.at.0,
            entry.by.0
        ])?;
    Ok(())
}

/// Returns everything a person answered, oldest first.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Entry>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT person, id, type, wanted, corrects, source, comment, at, by FROM subscription
         WHERE person = ? ORDER BY at, id",
    )?;
    Ok(statement.query_map([person.0], read)?.collect::<Result<_, _>>()?)
}

/// Returns everything that some persons answered; those who said nothing are left out. `ids` is a list in JSON.
pub fn of_persons(db: &Db, ids: &str) -> Result<HashMap<i64, Vec<Entry>>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT s.person, s.id, s.type, s.wanted, s.corrects, s.source, s.comment, s.at, s.by
         FROM json_each(?1) wanted CROSS JOIN subscription s ON s.person = wanted.value",
    )?;
    let mut all: HashMap<i64, Vec<Entry>> = HashMap::new();
    for entry in statement.query_map([ids], read)? {
        let entry = entry?;
        all.entry(entry.person.0).or_default().push(entry);
    }
    Ok(all)
}

/// Returns whether a person answered anything at all.
pub fn has_any(db: &Db, person: person::Id) -> Result<bool, Error> {
    let mut statement = db.sql().prepare_cached("SELECT 1 FROM subscription WHERE person = ? LIMIT 1")?;
    Ok(statement.exists([person.0])?)
}

/// Reads a row: the person, its identity, the type, the answer, what it takes back, the source, the comment, when and by
/// whom.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        person: person::Id(row.get(0)?),
        id: Id(row.get(1)?),
        kind: list::Id(row.get(2)?),
        wanted: row.get(3)?,
        corrects: row.get::<_, Option<i64>>(4)?.map(Id),
        source: list::Id(row.get(5)?),
        comment: row.get(6)?,
        at: Moment(row.get(7)?),
        by: user::Id(row.get(8)?),
    })
}
