//! Restrictions, objections, and who looked at what the law keeps closed.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error, ledger};
use crate::model::basis::{self, Basis};
use crate::model::objection::{self, Decided, Objection, Reach, Verdict};
use crate::model::restriction::{self, Ground, Lifted, Restriction};
use crate::model::state::{Marks, OfAge};
use crate::model::{Moment, list, person, user};

/// Returns whether the processing of somebody's data is restricted.
pub fn is_restricted(db: &Db, person: person::Id) -> Result<bool, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT 1 FROM restriction WHERE person = ? AND lifted_at IS NULL LIMIT 1")?;
    Ok(statement.exists([person.0])?)
}

/// Returns everybody the processing of whose data is restricted: few.
pub fn restricted(db: &Db) -> Result<HashSet<person::Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT person FROM restriction WHERE lifted_at IS NULL")?;
    Ok(statement.query_map([], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?)
}

/// Returns the restriction that stands.
pub fn standing(db: &Db, person: person::Id) -> Result<Option<Restriction>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, ground, comment, at, by FROM restriction WHERE person = ? AND lifted_at IS NULL LIMIT 1",
    )?;
    let found = statement.query_row([person.0], |row| {
        let ground: String = row.get(1)?;
        Ok(Restriction {
            id: restriction::Id(row.get(0)?),
            person,
            // Where the letter cannot be read, the card stays closed all the same.
            ground: Ground::from_letter(&ground).unwrap_or(Ground::Accuracy),
            comment: row.get(2)?,
            at: Moment(row.get(3)?),
            by: user::Id(row.get(4)?),
            lifted: None,
        })
    });
    Ok(found.optional()?)
}

/// Adds a restriction.
pub fn restrict(db: &Db, new: &Restriction) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO restriction (person, id, ground, comment, at, by) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![new.person.0, new.id.0, new.ground.letter(), new.comment, new.at.0, new.by.0])?;
    Ok(())
}

/// Notes that a restriction was lifted.
pub fn lift(db: &Db, person: person::Id, id: restriction::Id, lifted: &Lifted) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE restriction SET lifted_at = ?3, lifted_by = ?4, lifted_why = ?5, told = ?6
             WHERE person = ?1 AND id = ?2",
        )?
        .execute(params![person.0, id.0, lifted.at.0, lifted.by.0, lifted.why, lifted.told])?;
    Ok(())
}

/// Notes that a closed card was looked up, and for what.
pub fn look_up(db: &Db, person: person::Id, id: i64, reason: &str, (at, by): (Moment, user::Id)) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO look_up (person, id, reason, at, by) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![person.0, id, reason, at.0, by.0])?;
    Ok(())
}

/// Adds an objection.
pub fn object(db: &Db, new: &Objection) -> Result<(), Error> {
    let decided = new.decided.as_ref();
    db.sql()
        .prepare_cached(
            "INSERT INTO objection (person, id, purpose, reach, comment, entry, at, by, decision, reason, decided_at,
                 decided_by)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            new.person.0,
            new.id.0,
            new.purpose.0,
            new.reach.key(),
            new.comment,
            new.entry.map(|id| id.0),
            new.at.0,
            new.by.0,
            decided.map(|decided| decided.verdict.key()),
            decided.map_or("", |decided| &decided.reason),
            decided.map(|decided| decided.at.0),
            decided.map(|decided| decided.by.0)
        ])?;
    Ok(())
}

/// Returns what somebody objected to, oldest first.
pub fn objections(db: &Db, person: person::Id) -> Result<Vec<Objection>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT person, id, purpose, reach, comment, entry, at, by, decision, reason, decided_at, decided_by
         FROM objection WHERE person = ? ORDER BY at, id",
    )?;
    Ok(statement.query_map([person.0], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Objection> {
    let reach: String = row.get(3)?;
    let verdict: Option<String> = row.get(8)?;
    let decided = match (verdict.as_deref().and_then(Verdict::from_key), row.get::<_, Option<i64>>(10)?) {
        (Some(verdict), Some(at)) => {
            let by = user::Id(row.get::<_, Option<i64>>(11)?.unwrap_or_default());
            Some(Decided { verdict, reason: row.get(9)?, at: Moment(at), by })
        }
        (Some(_) | None, _) => None,
    };
    Ok(Objection {
        person: person::Id(row.get(0)?),
        id: objection::Id(row.get(1)?),
        purpose: list::Id(row.get(2)?),
        reach: Reach::from_key(&reach).unwrap_or(Reach::Weighed),
        comment: row.get(4)?,
        entry: row.get::<_, Option<i64>>(5)?.map(basis::Id),
        at: Moment(row.get(6)?),
        by: user::Id(row.get(7)?),
        decided,
    })
}

/// Notes what was decided about an objection.
pub fn decide(db: &Db, person: person::Id, id: objection::Id, decided: &Decided) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE objection SET decision = ?3, reason = ?4, decided_at = ?5, decided_by = ?6
             WHERE person = ?1 AND id = ?2",
        )?
        .execute(params![person.0, id.0, decided.verdict.key(), decided.reason, decided.at.0, decided.by.0])?;
    Ok(())
}

/// Removes the objection that a row of the ledger was entered for, unless it was overruled: the row was a mistake.
pub fn forget_objection(db: &Db, person: person::Id, entry: basis::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("DELETE FROM objection WHERE person = ? AND entry = ? AND decision IS NOT 'overruled'")?
        .execute([person.0, entry.0])?;
    Ok(())
}

/// Returns the purposes that an objection of somebody's stops now.
pub fn objects_to(db: &Db, person: person::Id) -> Result<Vec<list::Id>, Error> {
    let mut statement = db
        .sql()
        .prepare_cached("SELECT DISTINCT purpose FROM ledger WHERE person = ? AND basis = ? ORDER BY purpose")?;
    let rows = statement.query_map([person.0, Basis::Objected.item().0], |row| row.get(0).map(list::Id))?;
    let mut stopped = Vec::new();
    for purpose in rows {
        let purpose = purpose?;
        if ledger::current(db, person, purpose)?.is_some_and(|named| named.basis == Basis::Objected) {
            stopped.push(purpose);
        }
    }
    Ok(stopped)
}

/// Returns what lists mark about somebody.
pub fn marks(db: &Db, person: person::Id, of_age: OfAge) -> Result<Marks, Error> {
    let mut statement = db.sql().prepare_cached("SELECT birth_date, country FROM person WHERE id = ?")?;
    let born = statement
        .query_row([person.0], |row| Ok((row.get::<_, Option<String>>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let minor = born.and_then(|(day, country)| of_age.minor(day?.parse().ok(), &country));
    Ok(Marks {
        restricted: is_restricted(db, person)?,
        objects: !objects_to(db, person)?.is_empty(),
        minor: minor.is_some(),
    })
}
