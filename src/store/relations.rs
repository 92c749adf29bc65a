//! What people are to each other.

use rusqlite::params;

use super::{Db, Error};
use crate::model::relation::{Id, Relation};
use crate::model::{Moment, list, person, user};

/// Adds a relation.
pub fn insert(db: &Db, relation: &Relation) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO relation (person, id, other, kind, comment, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![
            relation.person.0,
            relation.id.0,
            relation.other.0,
            relation.kind.0,
            relation.comment,
            relation.at.0,
            relation.by.0
        ])?;
    Ok(())
}

/// Returns the relations of a person, whichever side they stand on, oldest first.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Relation>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT person, id, other, kind, comment, at, by FROM relation WHERE person = ?1 OR other = ?1 ORDER BY at, id",
    )?;
    let rows = statement.query_map([person.0], |row| {
        Ok(Relation {
            person: person::Id(row.get(0)?),
            id: Id(row.get(1)?),
            other: person::Id(row.get(2)?),
            kind: list::Id(row.get(3)?),
            comment: row.get(4)?,
            at: Moment(row.get(5)?),
            by: user::Id(row.get(6)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Removes a relation.
pub fn remove(db: &Db, relation: &Relation) -> Result<(), Error> {
    db.sql()
        .prepare_cached("DELETE FROM relation WHERE person = ? AND id = ?")?
        .execute([relation.person.0, relation.id.0])?;
    Ok(())
}
