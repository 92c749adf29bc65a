//! Requests for deletion of those who may not delete.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::trash::{Decided, Record, Request, RequestId, Verdict};
use crate::model::{Moment, company, person, user};

const COLUMNS: &str = "id, person, company, reason, at, by, decision, answer, decided_at, decided_by";

/// Adds a request.
pub fn insert(db: &Db, new: &Request) -> Result<(), Error> {
    let (person, company) = match new.record {
        Record::Person(id) => (Some(id.0), None),
        Record::Company(id) => (None, Some(id.0)),
    };
    db.sql()
        .prepare_cached("INSERT INTO deletion_request (id, person, company, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![new.id.0, person, company, new.reason, new.at.0, new.by.0])?;
    Ok(())
}

/// Returns a request.
pub fn get(db: &Db, id: RequestId) -> Result<Option<Request>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM deletion_request WHERE id = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([id.0], read).optional()?)
}

/// Returns the requests, the oldest first: the open ones, or all, and only a user's where one is given.
pub fn all(db: &Db, only_open: bool, by: Option<user::Id>) -> Result<Vec<Request>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM deletion_request
         WHERE (NOT ?1 OR decided_at IS NULL) AND (?2 IS NULL OR by = ?2) ORDER BY at, id"
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let requests = statement.query_map(params![only_open, by.map(|by| by.0)], read)?;
    Ok(requests.collect::<Result<_, _>>()?)
}

/// Returns the open request about a card.
pub fn open(db: &Db, record: Record) -> Result<Option<Request>, Error> {
    let column = match record {
        Record::Person(_) => "person",
        Record::Company(_) => "company",
    };
    let sql = format!("SELECT {COLUMNS} FROM deletion_request WHERE {column} = ? AND decided_at IS NULL LIMIT 1");
    Ok(db.sql().prepare_cached(&sql)?.query_row([record.number()], read).optional()?)
}

/// Notes what was decided about a request.
pub fn decide(db: &Db, id: RequestId, decided: &Decided) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE deletion_request SET decision = ?2, answer = ?3, decided_at = ?4, decided_by = ?5 WHERE id = ?1",
        )?
        .execute(params![id.0, decided.verdict.key(), decided.answer, decided.at.0, decided.by.0])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Request> {
    let record = match row.get::<_, Option<i64>>(1)? {
        Some(id) => Record::Person(person::Id(id)),
        None => Record::Company(company::Id(row.get::<_, Option<i64>>(2)?.unwrap_or_default())),
    };
    let verdict: Option<String> = row.get(6)?;
    let decided = match (verdict.as_deref().and_then(Verdict::from_key), row.get::<_, Option<i64>>(8)?) {
        (Some(verdict), Some(at)) => {
            let by = user::Id(row.get::<_, Option<i64>>(9)?.unwrap_or_default());
            Some(Decided { verdict, answer: row.get(7)?, at: Moment(at), by })
        }
        (Some(_) | None, _) => None,
    };
    Ok(Request {
        id: RequestId(row.get(0)?),
        record,
        reason: row.get(3)?,
        at: Moment(row.get(4)?),
        by: user::Id(row.get(5)?),
        decided,
    })
}
