//! Cards that were made one, and pairs that somebody looked at and found to be two people.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::merge::Id;
use crate::model::{Moment, list, person, user};

/// A merge as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Its identity.
    pub id: Id,
    /// The card that stayed.
    pub kept: person::Id,
    /// The card that is no more.
    pub gone: person::Id,
    /// What both held, as the office wrote it.
    pub before: String,
    /// When the kept card was changed last, as the merge left it.
    pub after_at: Moment,
    /// When it was done.
    pub at: Moment,
    /// Who did it.
    pub by: user::Id,
    /// When it was taken back.
    pub undone_at: Option<Moment>,
}

/// Adds a merge.
pub fn insert(db: &Db, merge: &Merge) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO merge (id, kept, gone, before, after_at, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![
            merge.id.0,
            merge.kept.0,
            merge.gone.0,
            merge.before,
            merge.after_at.0,
            merge.at.0,
            merge.by.0
        ])?;
    Ok(())
}

/// Returns a merge.
pub fn get(db: &Db, id: Id) -> Result<Option<Merge>, Error> {
    let mut statement = db
        .sql()
        .prepare_cached("SELECT id, kept, gone, before, after_at, at, by, undone_at FROM merge WHERE id = ?")?;
    Ok(statement.query_row([id.0], read).optional()?)
}

/// Returns the merges into a card, the newest first.
pub fn into(db: &Db, kept: person::Id) -> Result<Vec<Merge>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, kept, gone, before, after_at, at, by, undone_at FROM merge WHERE kept = ? ORDER BY at DESC, id DESC",
    )?;
    Ok(statement.query_map([kept.0], read)?.collect::<Result<_, _>>()?)
}

/// Returns the newest merges that were not taken back.
pub fn newest(db: &Db, limit: usize) -> Result<Vec<(Id, person::Id)>, Error> {
    let mut statement = db
        .sql()
        .prepare_cached("SELECT id, kept FROM merge WHERE undone_at IS NULL ORDER BY at DESC, id DESC LIMIT ?")?;
    let rows = statement
        .query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| Ok((Id(row.get(0)?), person::Id(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const BECAME: &str = "SELECT kept FROM merge WHERE gone = ? AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1";

/// Returns the card that a card became part of, where it did.
pub fn became(db: &Db, gone: person::Id) -> Result<Option<person::Id>, Error> {
    let mut statement = db.sql().prepare_cached(BECAME)?;
    Ok(statement.query_row([gone.0], |row| row.get(0)).optional()?.map(person::Id))
}

/// Notes that a merge was taken back, and forgets what it kept.
pub fn mark_undone(db: &Db, id: Id, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE merge SET undone_at = ?, undone_by = ?, before = '' WHERE id = ?")?
        .execute([at.0, by.0, id.0])?;
    Ok(())
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Merge> {
    Ok(Merge {
        id: Id(row.get(0)?),
        kept: person::Id(row.get(1)?),
        gone: person::Id(row.get(2)?),
        before: row.get(3)?,
        after_at: Moment(row.get(4)?),
        at: Moment(row.get(5)?),
        by: user::Id(row.get(6)?),
        undone_at: row.get::<_, Option<i64>>(7)?.map(Moment),
    })
}

/// Calls `each` with pairs of persons with the same e-mail address, until it fails; addresses that more than five share
/// are a company's.
///
/// # Errors
/// The database's, or what `each` fails with.
pub fn same_email<E: From<Error>>(db: &Db, each: impl FnMut(Pair) -> Result<(), E>) -> Result<(), E> {
    sharing(db, "email", "true", each)
}

/// Calls `each` with pairs of persons with the same phone number, until it fails; a switchboard's, and one that more than
/// five share, is a company's.
///
/// # Errors
/// The database's, or what `each` fails with.
pub fn same_phone<E: From<Error>>(db: &Db, each: impl FnMut(Pair) -> Result<(), E>) -> Result<(), E> {
    sharing(db, "phone", &format!("total(label IS {}) = 0", list::LABEL_SWITCHBOARD.0), each)
}

/// Two persons.
pub type Pair = (person::Id, person::Id);

/// Calls `each` with pairs of persons who share a key that is no company's, until it fails; `condition` is about all rows
/// with the key.
fn sharing<E: From<Error>>(
    db: &Db,
    table: &str,
    condition: &str,
    mut each: impl FnMut(Pair) -> Result<(), E>,
) -> Result<(), E> {
    let sql = format!(
        "WITH shared AS (
             SELECT key FROM {table} WHERE key IS NOT NULL GROUP BY key
             HAVING count(DISTINCT person) BETWEEN 2 AND 5 AND {condition}
         )
         SELECT DISTINCT a.person, b.person FROM shared s JOIN {table} a ON a.key = s.key
         JOIN {table} b ON b.key = s.key AND b.person > a.person"
    );
    let mut statement = db.sql().prepare_cached(&sql).map_err(Error::from)?;
    let mut rows = statement.query([]).map_err(Error::from)?;
    while let Some(row) = rows.next().map_err(Error::from)? {
        each(pair(row).map_err(Error::from)?)?;
    }
    Ok(())
}

fn pair(row: &rusqlite::Row<'_>) -> rusqlite::Result<Pair> {
    Ok((person::Id(row.get(0)?), person::Id(row.get(1)?)))
}

/// Calls `each` with every person, their first and last name, and their company or none.
pub fn each_name(db: &Db, mut each: impl FnMut(person::Id, String, String, Option<i64>)) -> Result<(), Error> {
    let mut statement = db.sql().prepare_cached("SELECT id, first_name, last_name, company FROM person ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(person::Id(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?);
    }
    Ok(())
}

/// Calls `each` with every person who has an address in a city.
pub fn each_city(db: &Db, mut each: impl FnMut(person::Id, String)) -> Result<(), Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT person, city FROM address WHERE city <> '' ORDER BY person, id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(person::Id(row.get(0)?), row.get(1)?);
    }
    Ok(())
}

/// Returns the pairs that were found to be two people, the smaller identity first.
pub fn distinct(db: &Db) -> Result<std::collections::HashSet<Pair>, Error> {
    // Merges used to leave some the other way round.
    let mut statement = db.sql().prepare_cached("SELECT min(person, other), max(person, other) FROM distinct_pair")?;
    Ok(statement.query_map([], pair)?.collect::<Result<_, _>>()?)
}

/// Notes that two cards are about two people, and returns whether that is new.
pub fn keep_apart(db: &Db, a: person::Id, b: person::Id, at: Moment, by: user::Id) -> Result<bool, Error> {
    let (first, second) = (a.min(b), a.max(b));
    let added = db
        .sql()
        .prepare_cached("INSERT OR IGNORE INTO distinct_pair (person, other, at, by) VALUES (?, ?, ?, ?)")?
        .execute([first.0, second.0, at.0, by.0])?;
    Ok(added > 0)
}

/// Forgets that two cards are about two people.
pub fn forget_apart(db: &Db, a: person::Id, b: person::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("DELETE FROM distinct_pair WHERE person = ? AND other = ?")?
        .execute([a.min(b).0, a.max(b).0])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::connection::RawKey;
    use super::super::migrate;
    use super::super::schema::STEPS;
    use super::*;

    #[test]
    fn what_became_of_a_card_is_found_without_reading_every_merge() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::create(&folder.path().join("new.db"), &RawKey::new([7; 32], [9; 16])).unwrap();
        migrate::run(&db, STEPS).unwrap();
        let mut statement = db.sql().prepare(&format!("EXPLAIN QUERY PLAN {BECAME}")).unwrap();
        let plan: Vec<String> = statement.query_map([1], |row| row.get(3)).unwrap().map(Result::unwrap).collect();
        assert!(plan[0].contains("merge_gone (gone=?)"), "{plan:?}");
    }
}
