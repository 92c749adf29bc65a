//! What waits to be sent.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::outbox::{Channel, File, Id, Kind, Message, State};
use crate::model::{Moment, erasure, list, mailing, person, user};

const COLUMNS: &str =
    "id, kind, channel, recipient, address, language, subject, body, state, person, erasure, at, by, html,
    message_id, token, type, mailing, tries, due, state_at, said";

/// Whether nobody said that the mailing it belongs to waits.
pub(super) const RUNS: &str = "(mailing IS NULL OR mailing NOT IN (SELECT id FROM mailing WHERE state = 'paused'))";

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
    // What goes with each message of a mailing is kept once.
    let sql = "SELECT name, media, content, rank, 0 FROM outbox_file WHERE outbox = ?1
               UNION ALL SELECT f.name, f.media, f.content, f.rank, 1
               FROM mailing_file f JOIN outbox o ON o.mailing = f.mailing WHERE o.id = ?1 ORDER BY 5, 4";
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

/// Returns whether anything to somebody has left, or may have, or is no notice that waits to be sent.
pub fn has_left(db: &Db, person: person::Id) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM outbox WHERE person = ? AND NOT (kind = 'notice' AND state IN ('queued', 'held'))";
    Ok(db.sql().prepare_cached(sql)?.exists([person.0])?)
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

/// Returns which mail is due, what nobody waits for last: mailings.
pub fn due(db: &Db, now: Moment, most: u64) -> Result<Vec<Id>, Error> {
    let mut due = Vec::new();
    for comparison in ["<>", "="] {
        let left = most.saturating_sub(due.len() as u64);
        let sql = format!(
            "SELECT id FROM outbox WHERE state = 'queued' AND channel = 'mail' AND kind {comparison} 'marketing'
                 AND (due IS NULL OR due <= ?1) AND {RUNS}
             ORDER BY due, id LIMIT ?2"
        );
        let mut statement = db.sql().prepare_cached(&sql)?;
        let rows = statement.query_map(params![now.0, i64::try_from(left).unwrap_or(i64::MAX)], |row| row.get(0))?;
        for id in rows {
            due.push(Id(id?));
        }
    }
    Ok(due)
}

/// Returns when the next mail is due that is not due now; none where none waits.
pub fn next_due(db: &Db, now: Moment) -> Result<Option<Moment>, Error> {
    let sql = format!("SELECT min(due) FROM outbox WHERE state = 'queued' AND channel = 'mail' AND due > ? AND {RUNS}");
    let due: Option<i64> = db.sql().prepare_cached(&sql)?.query_row([now.0], |row| row.get(0))?;
    Ok(due.map(Moment))
}

/// Counts the mail in each state.
pub fn counts(db: &Db) -> Result<Vec<(State, u64)>, Error> {
    let sql = "SELECT state, count(*) FROM outbox WHERE channel = 'mail' GROUP BY state";
    let mut statement = db.sql().prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut counts: Vec<(State, u64)> = Vec::new();
    for row in rows {
        let (key, count) = row?;
        let state = State::from_key(&key).unwrap_or(State::Unknown);
        match counts.iter_mut().find(|(known, _)| *known == state) {
            Some((_, known)) => *known += count,
            None => counts.push((state, count)),
        }
    }
    Ok(counts)
}

/// Counts the mail that left, or may have left, since a moment, and returns when the first of it did.
pub fn left_since(db: &Db, since: Moment) -> Result<(u64, Option<Moment>), Error> {
    let sql = "SELECT count(*), min(state_at) FROM outbox
               WHERE state IN ('sent', 'unknown', 'data') AND state_at > ? AND channel = 'mail'";
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(Moment)));
    Ok(db.sql().prepare_cached(sql)?.query_row([since.0], read)?)
}

/// Returns the mail in some states, in all where there are none, the one that changed last first.
pub fn mail(db: &Db, states: &[State], limit: u64, offset: u64) -> Result<Vec<Message>, Error> {
    let keys: Vec<&str> = states.iter().map(|state| state.key()).collect();
    let wanted = if keys.is_empty() { String::new() } else { format!("AND state IN ('{}')", keys.join("', '")) };
    let sql = format!(
        "SELECT {COLUMNS} FROM outbox WHERE channel = 'mail' {wanted} ORDER BY coalesce(state_at, at) DESC, id DESC
         LIMIT ? OFFSET ?"
    );
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([number(limit), number(offset)], read)?.collect::<Result<_, _>>()?)
}

/// Returns what was on its way when somebody stopped.
pub fn under_way(db: &Db) -> Result<Vec<Message>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE state IN ('connecting', 'data') ORDER BY id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Returns whether anything was on its way when somebody stopped.
pub fn is_under_way(db: &Db) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM outbox WHERE state IN ('connecting', 'data'))";
    Ok(db.sql().prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Notes how far a message is: its state, since when, how often it was tried, when it is due, what was said, and by which
/// Message-ID it goes.
pub fn note(db: &Db, message: &Message) -> Result<(), Error> {
    let sql = "UPDATE outbox SET state = ?2, state_at = ?3, tries = ?4, due = ?5, said = ?6, message_id = ?7
               WHERE id = ?1";
    db.sql().prepare_cached(sql)?.execute(params![
        message.id.0,
        message.state.key(),
        message.state_at.map(|at| at.0),
        message.tries,
        message.due.map(|at| at.0),
        message.said,
        message.message_id
    ])?;
    Ok(())
}

/// Writes what a message looks like anew.
pub fn write_html(db: &Db, id: Id, html: &str) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE outbox SET html = ?2 WHERE id = ?1")?.execute(params![id.0, html])?;
    Ok(())
}

/// Forgets what a message looked like, and what went with it; its text stays.
pub fn slim(db: &Db, id: Id) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE outbox SET html = '' WHERE id = ?")?.execute([id.0])?;
    db.sql().prepare_cached("DELETE FROM outbox_file WHERE outbox = ?")?.execute([id.0])?;
    Ok(())
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
