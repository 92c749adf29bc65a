//! Addresses that messages came back from, and those that nothing is sent to any more.

use rusqlite::params;

use super::{Db, Error};
use crate::model::reply::Why;
use crate::model::{Moment, person};

/// What is known of an address on one card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its identity.
    pub id: i64,
    /// On whose card it stands.
    pub person: person::Id,
    /// The address, folded.
    pub address: String,
    /// How many messages came back for good.
    pub bounces: u32,
    /// Why it is stopped, where it is.
    pub why: Option<Why>,
    /// When a message came back last.
    pub at: Moment,
    /// Since when it is stopped, where it is.
    pub stopped_at: Option<Moment>,
}

const COLUMNS: &str = "id, person, address, bounces, why, at, stopped_at";

/// Returns what is known of an address, card by card.
pub fn of_address(db: &Db, address: &str) -> Result<Vec<Row>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM stopped_address WHERE address = ? ORDER BY id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([address], read)?.collect::<Result<_, _>>()?)
}

/// Returns whether any address is stopped.
pub fn stops_anything(db: &Db) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM stopped_address WHERE why IS NOT NULL LIMIT 1")?.exists([])?)
}

/// Returns what is known of a person's addresses.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Row>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM stopped_address WHERE person = ? ORDER BY id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([person.0], read)?.collect::<Result<_, _>>()?)
}

/// Writes what is known of an address, in place of what was.
pub fn put(db: &Db, row: &Row) -> Result<(), Error> {
    let sql = format!("INSERT OR REPLACE INTO stopped_address ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        row.id,
        row.person.0,
        row.address,
        row.bounces,
        row.why.map(Why::key),
        row.at.0,
        row.stopped_at.map(|at| at.0)
    ])?;
    Ok(())
}

/// Forgets what is known of a person's address, and returns whether there was anything.
pub fn remove(db: &Db, person: person::Id, address: &str) -> Result<bool, Error> {
    let mut statement = db.sql().prepare_cached("DELETE FROM stopped_address WHERE person = ? AND address = ?")?;
    Ok(statement.execute(params![person.0, address])? > 0)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        id: row.get(0)?,
        person: person::Id(row.get(1)?),
        address: row.get(2)?,
        bounces: row.get(3)?,
        why: row.get::<_, Option<String>>(4)?.and_then(|key| Why::from_key(&key)),
        at: Moment(row.get(5)?),
        stopped_at: row.get::<_, Option<i64>>(6)?.map(Moment),
    })
}
