//! What waits to be sent.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::outbox::{Channel, Id, Kind, Message, State};
use crate::model::{Moment, erasure, person, user};

const COLUMNS: &str = "id, kind, channel, recipient, address, language, subject, body, state, person, erasure, at, by";

/// Adds what waits.
pub fn insert(db: &Db, new: &Message) -> Result<(), Error> {
    let sql = format!("INSERT INTO outbox ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        new.id.0,
        new.kind.key(),
        new.channel.key(),
        new.recipient,
        new.address,
        new.language,
        new.subject,
        new.body,
        new.state.key(),
        new.person.map(|id| id.0),
        new.erasure.map(|id| id.0),
        new.at.0,
        new.by.0
    ])?;
    Ok(())
}

/// Returns one.
pub fn get(db: &Db, id: Id) -> Result<Option<Message>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE id = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([id.0], read).optional()?)
}

/// Returns what tells of erasures, the oldest first.
pub fn of_erasures(db: &Db) -> Result<Vec<Message>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE erasure IS NOT NULL ORDER BY at, id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Removes what has left.
pub fn remove(db: &Db, id: Id) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM outbox WHERE id = ?")?.execute([id.0])?;
    Ok(())
}

/// Removes what tells of an erasure, and answers how many there were.
pub fn remove_of(db: &Db, erasure: erasure::Id) -> Result<usize, Error> {
    Ok(db.sql().prepare_cached("DELETE FROM outbox WHERE erasure = ?")?.execute([erasure.0])?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Message> {
    let (kind, channel): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(Message {
        id: Id(row.get(0)?),
        kind: Kind::from_key(&kind).unwrap_or(Kind::Erased),
        channel: Channel::from_key(&channel).unwrap_or(Channel::Letter),
        recipient: row.get(3)?,
        address: row.get(4)?,
        language: row.get(5)?,
        subject: row.get(6)?,
        body: row.get(7)?,
        state: State::Waiting,
        person: row.get::<_, Option<i64>>(9)?.map(person::Id),
        erasure: row.get::<_, Option<i64>>(10)?.map(erasure::Id),
        at: Moment(row.get(11)?),
        by: user::Id(row.get(12)?),
    })
}
