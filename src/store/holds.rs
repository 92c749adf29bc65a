//! Legal holds.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::{Db, Error};
use crate::model::hold::{Content, Ground, Hold, Id, Lifted};
use crate::model::{Moment, person, user};

const COLUMNS: &str = "person, id, ground, statute, comment, until, at, by, lifted_at, lifted_by, lifted_why";

/// Adds a hold.
pub fn insert(db: &Db, new: &Hold) -> Result<(), Error> {
    let Content { ground, statute, comment, until } = &new.content;
    db.sql()
        .prepare_cached(
            "INSERT INTO legal_hold (person, id, ground, statute, comment, until, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            new.person.0,
            new.id.0,
            ground.key(),
            statute,
            comment,
            until.map(|day| day.to_string()),
            new.at.0,
            new.by.0
        ])?;
    Ok(())
}

/// Notes that a hold was lifted.
pub fn lift(db: &Db, person: person::Id, id: Id, lifted: &Lifted) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE legal_hold SET lifted_at = ?3, lifted_by = ?4, lifted_why = ?5 WHERE person = ?1 AND id = ?2",
        )?
        .execute(params![person.0, id.0, lifted.at.0, lifted.by.0, lifted.why])?;
    Ok(())
}

/// Returns every hold there is or was on somebody, oldest first.
pub fn of(db: &Db, person: person::Id) -> Result<Vec<Hold>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM legal_hold WHERE person = ? ORDER BY at, id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([person.0], read)?.collect::<Result<_, _>>()?)
}

/// Returns every hold there is or was, oldest first.
pub fn all(db: &Db) -> Result<Vec<Hold>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM legal_hold ORDER BY at, id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Returns what holds on a day, by whom it keeps: few.
pub fn standing(db: &Db, day: NaiveDate) -> Result<HashMap<person::Id, Vec<Hold>>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM legal_hold WHERE lifted_at IS NULL ORDER BY at, id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    let mut standing: HashMap<person::Id, Vec<Hold>> = HashMap::new();
    for hold in statement.query_map([], read)? {
        let hold = hold?;
        if hold.stands(day) {
            standing.entry(hold.person).or_default().push(hold);
        }
    }
    Ok(standing)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Hold> {
    let ground: String = row.get(2)?;
    let until: Option<String> = row.get(5)?;
    let lifted = match row.get::<_, Option<i64>>(8)? {
        Some(at) => Some(Lifted {
            at: Moment(at),
            by: user::Id(row.get::<_, Option<i64>>(9)?.unwrap_or_default()),
            why: row.get::<_, Option<String>>(10)?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(Hold {
        person: person::Id(row.get(0)?),
        id: Id(row.get(1)?),
        content: Content {
            // Where the word cannot be read, the person is kept all the same.
            ground: Ground::from_key(&ground).unwrap_or(Ground::Obligation),
            statute: row.get(3)?,
            comment: row.get(4)?,
            until: until.and_then(|day| day.parse().ok()),
        },
        at: Moment(row.get(6)?),
        by: user::Id(row.get(7)?),
        lifted,
    })
}
