//! The ledger of legal bases.

use std::cell::RefCell;
use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::basis::{self, Basis, Entry, Id, Named};
use crate::model::condition::Condition;
use crate::model::{Moment, attachment, import, list, person, user, wording};

/// Adds a row.
pub fn insert(db: &Db, entry: &Entry) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO ledger (person, id, purpose, basis, source, at, by, comment, wording, evidence, condition,
                 corrects, import)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            entry.person.0,
            entry.id.0,
            entry.purpose.0,
            entry.item.0,
            entry.source.0,
            entry.at.0,
            entry.by.0,
            entry.comment,
            entry.wording.map(|id| id.0),
            entry.evidence.map(|id| id.0),
            entry.condition.map(Condition::key),
            entry.corrects.map(|id| id.0),
            entry.import.map(|id| id.0)
        ])?;
    Ok(())
}

/// Returns the person's whole ledger, oldest first.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Entry>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, person, purpose, basis, source, at, by, comment, wording, evidence, corrects, import, condition
         FROM ledger WHERE person = ? ORDER BY at, id",
    )?;
    let meanings = Meanings::new(db);
    Ok(statement.query_map([person.0], |row| read(row, &meanings))?.collect::<Result<_, _>>()?)
}

/// Returns the whole ledgers of some persons, each oldest first; who has none is left out. `ids` is a list in JSON.
pub fn of_persons(db: &Db, ids: &str) -> Result<HashMap<person::Id, Vec<Entry>>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT l.id, l.person, l.purpose, l.basis, l.source, l.at, l.by, l.comment, l.wording, l.evidence, l.corrects,
             l.import, l.condition
         FROM json_each(?1) wanted CROSS JOIN ledger l ON l.person = wanted.value ORDER BY l.at, l.id",
    )?;
    let meanings = Meanings::new(db);
    let mut all: HashMap<person::Id, Vec<Entry>> = HashMap::new();
    for entry in statement.query_map([ids], |row| read(row, &meanings))? {
        let entry = entry?;
        all.entry(entry.person).or_default().push(entry);
    }
    Ok(all)
}

/// Returns every row that names a wording, the newest first.
pub fn of_wording(db: &Db, wording: wording::Id) -> Result<Vec<Entry>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, person, purpose, basis, source, at, by, comment, wording, evidence, corrects, import, condition
         FROM ledger WHERE wording = ? ORDER BY at DESC, id DESC",
    )?;
    let meanings = Meanings::new(db);
    Ok(statement.query_map([wording.0], |row| read(row, &meanings))?.collect::<Result<_, _>>()?)
}

/// Returns what holds now for `person` and `purpose`.
pub fn current(db: &Db, person: person::Id, purpose: list::Id) -> Result<Option<Named>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, basis, corrects FROM ledger WHERE person = ? AND purpose = ? ORDER BY at DESC, id DESC",
    )?;
    let meanings = Meanings::new(db);
    let rows = statement.query_map([person.0, purpose.0], |row| {
        Ok((Id(row.get(0)?), meanings.of(row, 1)?, row.get::<_, Option<i64>>(2)?.map(Id)))
    })?;
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let standing = basis::standing(rows.iter().map(|row| (row.0, row.1.basis, row.2)));
    Ok(rows.into_iter().find(|row| Some(row.0) == standing).map(|row| row.1))
}

/// Calls `each` with every person who has a decision about `purpose`, in the order of their identities, and what holds.
pub fn each_current(db: &Db, purpose: list::Id, mut each: impl FnMut(person::Id, Named)) -> Result<(), Error> {
    let mut statement = db
        .sql()
        .prepare_cached("SELECT person, id, basis, corrects, at FROM ledger WHERE purpose = ? ORDER BY person, id")?;
    let mut rows = statement.query([purpose.0])?;
    let mut person = None;
    let meanings = Meanings::new(db);
    let mut group: Vec<(Moment, Id, Named, Option<Id>)> = Vec::new();
    let mut finish = |person: Option<person::Id>, group: &mut Vec<(Moment, Id, Named, Option<Id>)>| {
        group.sort_unstable_by_key(|row| std::cmp::Reverse((row.0, row.1)));
        let standing = basis::standing(group.iter().map(|row| (row.1, row.2.basis, row.3)));
        if let (Some(person), Some(row)) = (person, group.iter().find(|row| Some(row.1) == standing)) {
            each(person, row.2);
        }
        group.clear();
    };
    while let Some(row) = rows.next()? {
        let this = Some(person::Id(row.get(0)?));
        if this != person {
            finish(person, &mut group);
            person = this;
        }
        group.push((Moment(row.get(4)?), Id(row.get(1)?), meanings.of(row, 2)?, row.get::<_, Option<i64>>(3)?.map(Id)));
    }
    finish(person, &mut group);
    Ok(())
}

/// Returns when the person's newest row was entered.
pub fn last_at(db: &Db, person: person::Id) -> Result<Option<Moment>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT max(at) FROM ledger WHERE person = ?")?;
    Ok(statement.query_row([person.0], |row| row.get::<_, Option<i64>>(0))?.map(Moment))
}

/// Returns how many rows the ledger has.
pub fn count(db: &Db) -> Result<u64, Error> {
    Ok(db.sql().query_row("SELECT count(*) FROM ledger", [], |row| row.get(0))?)
}

fn read(row: &Row<'_>, meanings: &Meanings<'_>) -> rusqlite::Result<Entry> {
    let Named { item, basis } = meanings.of(row, 3)?;
    let condition: Option<String> = row.get(12)?;
    Ok(Entry {
        id: Id(row.get(0)?),
        person: person::Id(row.get(1)?),
        purpose: list::Id(row.get(2)?),
        basis,
        item,
        source: list::Id(row.get(4)?),
        at: Moment(row.get(5)?),
        by: user::Id(row.get(6)?),
        comment: row.get(7)?,
        wording: row.get::<_, Option<i64>>(8)?.map(wording::Id),
        evidence: row.get::<_, Option<i64>>(9)?.map(attachment::Id),
        condition: condition.as_deref().and_then(Condition::from_key),
        corrects: row.get::<_, Option<i64>>(10)?.map(Id),
        import: row.get::<_, Option<i64>>(11)?.map(import::Id),
    })
}

/// What own legal bases mean. Each is looked up once: there are few, and most rows name a shipped one.
struct Meanings<'d> {
    db: &'d Db,
    known: RefCell<HashMap<i64, Basis>>,
}

impl<'d> Meanings<'d> {
    fn new(db: &'d Db) -> Self {
        Self { db, known: RefCell::default() }
    }

    /// Returns the basis that a column of a row names.
    fn of(&self, row: &Row<'_>, column: usize) -> rusqlite::Result<Named> {
        let item: i64 = row.get(column)?;
        let basis = match Basis::from_item(list::Id(item)) {
            Some(basis) => Some(basis),
            None => self.own(item)?,
        };
        let basis = basis.ok_or(rusqlite::Error::IntegralValueOutOfRange(column, item))?;
        Ok(Named { item: list::Id(item), basis })
    }

    fn own(&self, item: i64) -> rusqlite::Result<Option<Basis>> {
        if let Some(basis) = self.known.borrow().get(&item) {
            return Ok(Some(*basis));
        }
        let mut statement = self.db.sql().prepare_cached("SELECT under FROM list_item WHERE id = ?")?;
        let under: Option<i64> = statement.query_row([item], |row| row.get(0)).optional()?.flatten();
        let basis = under.and_then(|under| Basis::from_item(list::Id(under)));
        if let Some(basis) = basis {
            self.known.borrow_mut().insert(item, basis);
        }
        Ok(basis)
    }
}
