//! Mailings, and who got them.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::mailing::{Id, Mailing, Recipient, Sort, State, Status, Why};
use crate::model::outbox::{self, File};
use crate::model::{Moment, list, person, selection, user};

const COLUMNS: &str =
    "id, name, selection, selection_name, kind, type, template, state, marks, send_at, persons, at, by";

/// How it stands with a message; `o` is what waits of it.
const STATUS: &str = "CASE WHEN r.held IS NOT NULL THEN r.held WHEN r.sent_at IS NOT NULL THEN 'sent' ELSE o.state END";

/// Adds a mailing.
pub fn insert(db: &Db, new: &Mailing) -> Result<(), Error> {
    let sql = format!("INSERT INTO mailing ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        new.id.0,
        new.name,
        new.selection.map(|id| id.0),
        new.selection_name,
        new.sort.kind().key(),
        new.sort.subscription().map(|id| id.0),
        new.template,
        new.state.key(),
        new.marks,
        new.send_at.map(|at| at.0),
        new.persons,
        new.at.0,
        new.by.0
    ])?;
    Ok(())
}

/// Adds what goes with each message of a mailing.
pub fn attach(db: &Db, id: Id, files: &[File]) -> Result<(), Error> {
    let mut statement = db.sql().prepare_cached("INSERT INTO mailing_file VALUES (?, ?, ?, ?, ?)")?;
    for (rank, file) in (0_i64..).zip(files) {
        statement.execute(params![id.0, rank, file.name, file.media, file.content])?;
    }
    Ok(())
}

/// Adds somebody a mailing is about: with the message that is queued for them, or with what keeps it from them.
pub fn add(
    db: &Db,
    mailing: Id,
    person: person::Id,
    address: &str,
    how: Result<outbox::Id, Why>,
    at: Moment,
) -> Result<(), Error> {
    let sql =
        "INSERT INTO mailing_recipient (id, person, mailing, outbox, address, held, at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    db.sql().prepare_cached(sql)?.execute(params![
        db.new_id(),
        person.0,
        mailing.0,
        how.ok().map(|id| id.0),
        address,
        how.err().map(Why::key),
        at.0
    ])?;
    Ok(())
}

/// Returns a mailing.
pub fn get(db: &Db, id: Id) -> Result<Option<Mailing>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM mailing WHERE id = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([id.0], read).optional()?)
}

/// Returns all mailings, the newest first.
pub fn all(db: &Db) -> Result<Vec<Mailing>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM mailing ORDER BY at DESC, id DESC");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Notes what was said about a mailing.
pub fn set_state(db: &Db, id: Id, state: State) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE mailing SET state = ? WHERE id = ?")?.execute(params![state.key(), id.0])?;
    Ok(())
}

/// Counts the messages of a mailing, or of all, by how it stands with them.
pub fn counts(db: &Db, of: Option<Id>) -> Result<HashMap<Id, Vec<(Status, u64)>>, Error> {
    let sql = format!(
        "SELECT r.mailing, {STATUS}, count(*) FROM mailing_recipient r LEFT JOIN outbox o ON o.id = r.outbox
         WHERE ?1 IS NULL OR r.mailing = ?1 GROUP BY 1, 2 ORDER BY 1, 2"
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let rows = statement.query_map([of.map(|id| id.0)], |row| {
        Ok((Id(row.get(0)?), status(row.get::<_, Option<String>>(1)?.as_deref()), row.get(2)?))
    })?;
    let mut all: HashMap<Id, Vec<(Status, u64)>> = HashMap::new();
    for row in rows {
        let (id, status, count) = row?;
        all.entry(id).or_default().push((status, count));
    }
    Ok(all)
}

/// Returns everybody a mailing is about, in the order they were taken up.
pub fn recipients(db: &Db, id: Id) -> Result<Vec<Recipient>, Error> {
    let sql = format!(
        "SELECT r.person, {STATUS}, r.address, coalesce(o.said, ''), r.sent_at, p.first_name, p.last_name
         FROM mailing_recipient r JOIN person p ON p.id = r.person LEFT JOIN outbox o ON o.id = r.outbox
         WHERE r.mailing = ? ORDER BY r.id"
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let rows = statement.query_map([id.0], |row| {
        let (first, last): (String, String) = (row.get(5)?, row.get(6)?);
        Ok(Recipient {
            person: person::Id(row.get(0)?),
            status: status(row.get::<_, Option<String>>(1)?.as_deref()),
            address: row.get(2)?,
            said: row.get(3)?,
            sent_at: row.get::<_, Option<i64>>(4)?.map(Moment),
            name: person::full_name(&first, &last),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the messages that somebody got, the newest first: of which mailing, and when each left.
pub fn of_person(db: &Db, id: person::Id) -> Result<Vec<(Mailing, Status, Option<Moment>)>, Error> {
    let columns: Vec<String> = COLUMNS.split(", ").map(|name| format!("m.{name}")).collect();
    let sql = format!(
        "SELECT {}, {STATUS}, r.sent_at FROM mailing_recipient r JOIN mailing m ON m.id = r.mailing
             LEFT JOIN outbox o ON o.id = r.outbox
         WHERE r.person = ? ORDER BY r.at DESC, r.id DESC",
        columns.join(", ")
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let rows = statement.query_map([id.0], |row| {
        let status = status(row.get::<_, Option<String>>(13)?.as_deref());
        Ok((read(row)?, status, row.get::<_, Option<i64>>(14)?.map(Moment)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Removes what has not left of a mailing, and returns how many messages there were.
pub fn remove_waiting(db: &Db, id: Id) -> Result<usize, Error> {
    let sql = "DELETE FROM outbox WHERE mailing = ? AND state IN ('queued', 'held', 'connecting')";
    Ok(db.sql().prepare_cached(sql)?.execute([id.0])?)
}

/// Takes back what the server was to be asked about next: of a mailing that is paused, nothing more leaves.
pub fn take_back(db: &Db, id: Id) -> Result<(), Error> {
    let sql = "UPDATE outbox SET state = 'queued' WHERE mailing = ? AND state = 'connecting'";
    db.sql().prepare_cached(sql)?.execute([id.0])?;
    Ok(())
}

/// Who a message is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The language they chose.
    pub language: Option<list::Id>,
}

/// Returns who messages are written to. `ids` is a list in JSON.
pub fn addressees(db: &Db, ids: &str) -> Result<HashMap<person::Id, Addressee>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT p.id, p.first_name, p.last_name, p.language
         FROM json_each(?1) wanted CROSS JOIN person p ON p.id = wanted.value",
    )?;
    let rows = statement.query_map([ids], |row| {
        let language = row.get::<_, Option<i64>>(3)?.map(list::Id);
        Ok((person::Id(row.get(0)?), Addressee { first_name: row.get(1)?, last_name: row.get(2)?, language }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn status(key: Option<&str>) -> Status {
    let Some(key) = key else { return Status::Removed };
    match (outbox::State::from_key(key), Why::from_key(key)) {
        (Some(state), _) => Status::Outbox(state),
        (None, Some(why)) => Status::Left(why),
        (None, None) => Status::Removed,
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Mailing> {
    let (kind, state): (String, String) = (row.get(4)?, row.get(7)?);
    let subscription = row.get::<_, Option<i64>>(5)?.map(list::Id);
    let sort = match subscription {
        Some(subscription) if kind == outbox::Kind::Marketing.key() => Sort::Marketing(subscription),
        Some(_) | None => Sort::Breach,
    };
    Ok(Mailing {
        id: Id(row.get(0)?),
        name: row.get(1)?,
        selection: row.get::<_, Option<i64>>(2)?.map(selection::Id),
        selection_name: row.get(3)?,
        sort,
        template: row.get(6)?,
        // What nobody knows sends nothing.
        state: State::from_key(&state).unwrap_or(State::Paused),
        marks: row.get(8)?,
        send_at: row.get::<_, Option<i64>>(9)?.map(Moment),
        persons: row.get(10)?,
        at: Moment(row.get(11)?),
        by: user::Id(row.get(12)?),
    })
}
