//! The journal's rows. What they say and how they are chained is the office's.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, params, params_from_iter};

use super::{Db, Error, array};
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

/// Returns the places, kinds and persons of the rows after a place, the oldest first.
pub fn since(db: &Db, seq: i64, limit: usize) -> Result<Vec<(i64, i64, Option<i64>)>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT seq, kind, person_ref FROM journal WHERE seq > ? ORDER BY seq LIMIT ?")?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map([seq, limit], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns what ties the row at a place to those before it.
pub fn mac_at(db: &Db, seq: i64) -> Result<Option<Vec<u8>>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT mac FROM journal WHERE seq = ?")?;
    Ok(statement.query_row([seq], |row| row.get(0)).optional()?)
}

/// What tells how many entries were removed from the beginning, and what ties the next one to the last of them.
const REMOVED: &str = "journal.removed";

/// Returns how many entries were removed from the beginning because the office keeps none that old, and what ties the
/// next one to them; none where all are there.
pub fn removed(db: &Db) -> Result<Option<(i64, Vec<u8>)>, Error> {
    let Some(noted) = db.vault_info(REMOVED)? else { return Ok(None) };
    let parts = noted.split_once(' ');
    let read =
        |(count, mac): (&str, &str)| Some((count.parse().ok()?, data_encoding::HEXLOWER.decode(mac.as_bytes()).ok()?));
    // A note that cannot be read leaves a journal that does not fit together.
    Ok(parts.and_then(read))
}

/// Removes the entries up to a place from the beginning, and notes what ties the next one to them. Returns how many.
pub fn remove_up_to(db: &Db, seq: i64) -> Result<usize, Error> {
    let Some(mac) = mac_at(db, seq)? else { return Ok(0) };
    db.set_vault_info(REMOVED, &format!("{seq} {}", data_encoding::HEXLOWER.encode(&mac)))?;
    Ok(db.sql().prepare_cached("DELETE FROM journal WHERE seq <= ?")?.execute([seq])?)
}

/// Returns the place of the last entry before which, and at which, all are older than a time.
pub fn last_before(db: &Db, at: i64) -> Result<Option<i64>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT max(seq) FROM journal WHERE seq < coalesce((SELECT min(seq) FROM journal WHERE at >= ?), ?)",
    )?;
    Ok(statement.query_row([at, i64::MAX], |row| row.get(0))?)
}

/// Returns when the newest entry was made of those from before a time.
pub fn newest_before(db: &Db, at: i64) -> Result<Option<i64>, Error> {
    Ok(db.sql().prepare_cached("SELECT max(at) FROM journal WHERE at < ?")?.query_row([at], |row| row.get(0))?)
}

/// Which rows are wanted: those to which all of it applies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// About the person for whom this random number stands.
    pub person_ref: Option<i64>,
    /// About this record.
    pub record: Option<i64>,
    /// By this user.
    pub by: Option<i64>,
    /// Of one of these kinds; of any where there is none.
    pub kinds: Vec<i64>,
    /// From this time on, in milliseconds.
    pub since: Option<i64>,
    /// Before this time, in milliseconds.
    pub until: Option<i64>,
    /// Before this place.
    pub before: Option<i64>,
}

impl Wanted {
    /// Returns the condition, and the numbers it takes.
    fn condition(&self) -> (String, Vec<i64>) {
        let single = [
            ("person_ref = ?", self.person_ref),
            ("record = ?", self.record),
            // The unary plus keeps the order by place: nothing else has an index that would help.
            ("+by = ?", self.by),
            ("at >= ?", self.since),
            ("at < ?", self.until),
            ("seq < ?", self.before),
        ];
        let given = single.into_iter().filter_map(|(words, number)| Some((words.to_owned(), vec![number?])));
        let kinds = (!self.kinds.is_empty()).then(|| {
            let marks = vec!["?"; self.kinds.len()].join(", ");
            (format!("kind IN ({marks})"), self.kinds.clone())
        });
        let (words, numbers): (Vec<String>, Vec<Vec<i64>>) = given.chain(kinds).unzip();
        let words = if words.is_empty() { "true".to_owned() } else { words.join(" AND ") };
        (words, numbers.concat())
    }
}

const COLUMNS: &str = "seq, at, by, kind, person_ref, record, fields, mac";

fn newest_sql(condition: &str) -> String {
    format!("SELECT {COLUMNS} FROM journal WHERE {condition} ORDER BY seq DESC LIMIT ?")
}

fn places_sql(condition: &str) -> String {
    format!("SELECT seq FROM journal WHERE {condition} ORDER BY seq DESC")
}

const AT: &str = "SELECT seq, at, by, kind, person_ref, record, fields, mac FROM journal
    WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC";

/// Returns the wanted rows, the newest first, at most `limit`.
pub fn newest(db: &Db, wanted: &Wanted, limit: usize) -> Result<Vec<Row>, Error> {
    let (condition, mut numbers) = wanted.condition();
    numbers.push(i64::try_from(limit).unwrap_or(i64::MAX));
    let mut statement = db.sql().prepare_cached(&newest_sql(&condition))?;
    let rows = statement.query_map(params_from_iter(numbers), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the places of the wanted rows, the newest first.
pub fn places(db: &Db, wanted: &Wanted) -> Result<Vec<i64>, Error> {
    let (condition, numbers) = wanted.condition();
    let mut statement = db.sql().prepare_cached(&places_sql(&condition))?;
    let rows = statement.query_map(params_from_iter(numbers), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the rows at places, the newest first.
pub fn at(db: &Db, places: &[i64]) -> Result<Vec<Row>, Error> {
    let mut statement = db.sql().prepare_cached(AT)?;
    let rows = statement.query_map([array(places.iter().copied())], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const PERSONS: &str = "SELECT journal_ref, id FROM person WHERE journal_ref IN (SELECT value FROM json_each(?))";

/// Returns the persons for whom the random numbers stand, as far as their cards are here.
pub fn persons(db: &Db, references: &[i64]) -> Result<HashMap<i64, person::Id>, Error> {
    let mut statement = db.sql().prepare_cached(PERSONS)?;
    let rows =
        statement.query_map([array(references.iter().copied())], |row| Ok((row.get(0)?, person::Id(row.get(1)?))))?;
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::connection::RawKey;
    use super::super::schema::STEPS;
    use super::super::{Db, migrate};
    use super::*;

    /// Returns how SQLite goes about a question.
    fn plan(db: &Db, sql: &str) -> String {
        let marks = sql.matches('?').count();
        let mut statement = db.sql().prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let rows = statement.query_map(params_from_iter(vec![1; marks]), |row| row.get::<_, String>(3)).unwrap();
        rows.map(Result::unwrap).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn no_page_reads_the_whole_journal() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::create(&folder.path().join("new.db"), &RawKey::new([7; 32], [9; 16])).unwrap();
        migrate::run(&db, STEPS).unwrap();
        // By place, from the end, until there are enough; nothing is put in order first.
        let some = Wanted { by: Some(1), kinds: vec![2, 3], since: Some(0), until: Some(1), ..Wanted::default() };
        for wanted in [Wanted::default(), some.clone()] {
            assert_eq!(plan(&db, &newest_sql(&wanted.condition().0)), "SCAN journal", "{wanted:?}");
        }
        let before = Wanted { before: Some(9), ..some.clone() };
        let by_place = "SEARCH journal USING INTEGER PRIMARY KEY (rowid<?)";
        assert_eq!(plan(&db, &newest_sql(&before.condition().0)), by_place);
        // About one person, or one record: those alone.
        for (wanted, index) in [
            (Wanted { person_ref: Some(1), ..before.clone() }, "journal_person (person_ref=?"),
            (Wanted { record: Some(1), ..some }, "journal_record (record=?"),
        ] {
            for sql in [newest_sql(&wanted.condition().0), places_sql(&wanted.condition().0)] {
                let plan = plan(&db, &sql);
                assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{plan}");
            }
        }
        // Rows in view, and whom they are about.
        assert!(plan(&db, AT).starts_with("SEARCH journal USING INTEGER PRIMARY KEY (rowid=?)"), "{}", plan(&db, AT));
        assert!(plan(&db, PERSONS).starts_with("SEARCH person USING"), "{}", plan(&db, PERSONS));
    }
}
