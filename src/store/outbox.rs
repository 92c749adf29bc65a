//! What waits to be sent.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::outbox::{Channel, File, Id, Kind, Message, State};
use crate::model::{Moment, erasure, list, mailing, person, user};

const COLUMNS: &str =
    "id, kind, channel, recipient, address, language, subject, body, state, person, erasure, at, by, html,
    message_id, token, type, mailing, tries, due, state_at, said";

/// Adds what waits.
pub fn insert(db: &Db, new: &Message) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO outbox ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );
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
        new.by.0,
        new.html,
        new.message_id,
        new.token,
        new.subscription.map(|id| id.0),
        new.mailing.map(|id| id.0),
        new.tries,
        new.due.map(|at| at.0),
        new.state_at.map(|at| at.0),
        new.said
    ])?;
    Ok(())
}

/// Adds what goes with a message.
pub fn attach(db: &Db, id: Id, person: Option<person::Id>, files: &[File]) -> Result<(), Error> {
    let mut statement = db.sql().prepare_cached("INSERT INTO outbox_file VALUES (?, ?, ?, ?, ?, ?)")?;
    for (rank, file) in (0_i64..).zip(files) {
        statement.execute(params![id.0, rank, person.map(|id| id.0), file.name, file.media, file.content])?;
    }
    Ok(())
}

/// Returns what goes with a message.
pub fn files(db: &Db, id: Id) -> Result<Vec<File>, Error> {
    let sql = "SELECT name, media, content FROM outbox_file WHERE outbox = ? ORDER BY rank";
    let mut statement = db.sql().prepare_cached(sql)?;
    let rows =
        statement.query_map([id.0], |row| Ok(File { name: row.get(0)?, media: row.get(1)?, content: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
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
    let (kind, channel, state): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(8)?);
    Ok(Message {
        id: Id(row.get(0)?),
        kind: Kind::from_key(&kind).unwrap_or(Kind::Answer),
        channel: Channel::from_key(&channel).unwrap_or(Channel::Letter),
        recipient: row.get(3)?,
        address: row.get(4)?,
        language: row.get(5)?,
        subject: row.get(6)?,
        body: row.get(7)?,
        // What nobody knows is left to the user.
        state: State::from_key(&state).unwrap_or(State::Unknown),
        person: row.get::<_, Option<i64>>(9)?.map(person::Id),
        erasure: row.get::<_, Option<i64>>(10)?.map(erasure::Id),
        at: Moment(row.get(11)?),
        by: user::Id(row.get(12)?),
        html: row.get(13)?,
        message_id: row.get(14)?,
        token: row.get(15)?,
        subscription: row.get::<_, Option<i64>>(16)?.map(list::Id),
        mailing: row.get::<_, Option<i64>>(17)?.map(mailing::Id),
        tries: row.get(18)?,
        due: row.get::<_, Option<i64>>(19)?.map(Moment),
        state_at: row.get::<_, Option<i64>>(20)?.map(Moment),
        said: row.get(21)?,
    })
}
