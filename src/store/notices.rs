//! Who was told what is kept of them.

use std::collections::HashSet;

use rusqlite::{Row, params};

use super::outbox::RUNS;
use super::{Db, Error, array};
use crate::model::notice::{Exemption, Id, Notice, Way};
use crate::model::{Moment, outbox, person, user};

const COLUMNS: &str = "id, person, way, exemption, template, language, outbox, told_at, comment, at, by";

/// Adds a row.
pub fn insert(db: &Db, new: &Notice) -> Result<(), Error> {
    let sql = format!("INSERT INTO notice ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        new.id.0,
        new.person.0,
        new.way.key(),
        new.way.exemption().map(Exemption::key),
        new.template,
        new.language,
        new.outbox.map(|id| id.0),
        new.told_at.map(|at| at.0),
        new.comment,
        new.at.0,
        new.by.0
    ])?;
    Ok(())
}

/// Returns what a person was told, the newest first.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Notice>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM notice WHERE person = ? ORDER BY at DESC, id DESC");
    Ok(db.sql().prepare_cached(&sql)?.query_map([person.0], read)?.collect::<Result<_, _>>()?)
}

/// Returns whether somebody was informed.
pub fn is_informed(db: &Db, person: person::Id) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM notice WHERE person = ? AND told_at IS NOT NULL";
    Ok(db.sql().prepare_cached(sql)?.exists([person.0])?)
}

/// Returns whether a notice to somebody waits to be sent.
pub fn is_waiting(db: &Db, person: person::Id) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM notice n JOIN outbox o ON o.id = n.outbox
               WHERE n.person = ? AND n.told_at IS NULL AND o.state IN ('queued', 'held', 'connecting', 'data')";
    Ok(db.sql().prepare_cached(sql)?.exists([person.0])?)
}

/// Returns whether a notice to somebody leaves by itself, at the latest at a moment: one that is held, or belongs to a
/// mailing that waits, does not.
pub fn leaves_by(db: &Db, person: person::Id, latest: Moment) -> Result<bool, Error> {
    let sql = format!(
        "SELECT 1 FROM notice n JOIN outbox o ON o.id = n.outbox
         WHERE n.person = ?1 AND n.told_at IS NULL AND o.state IN ('queued', 'connecting', 'data')
             AND (o.due IS NULL OR o.due <= ?2) AND {RUNS}"
    );
    Ok(db.sql().prepare_cached(&sql)?.exists([person.0, latest.0])?)
}

/// Somebody who was not informed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Who.
    pub person: person::Id,
    /// The name, as it is listed.
    pub name: String,
    /// When they were registered.
    pub registered: Moment,
    /// Whether a notice waits to be sent.
    pub waiting: bool,
}

/// Returns who was registered before a moment and not informed yet, the oldest first: at most so many of those whom the
/// viewer may see, and how many there are. Who is restricted is left out.
pub fn due(db: &Db, before: Moment, viewer: Option<user::Id>, most: usize) -> Result<(Vec<Due>, u64), Error> {
    let seen = super::persons::seen_by(viewer, "p.id");
    let condition = format!(
        "p.created_at < ?1 AND {seen}
         AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.person = p.id AND n.told_at IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM restriction v WHERE v.person = p.id AND v.lifted_at IS NULL)"
    );
    // One pass, on what the indexes hold: the cards themselves are read of those alone that are asked for.
    let sql = format!("SELECT p.id FROM person p WHERE {condition} ORDER BY p.created_at, p.id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    let ids = statement.query_map([before.0], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    // Those to whom one is on its way come last.
    let mut statement = db.sql().prepare_cached(
        "SELECT n.person FROM outbox o JOIN notice n ON n.outbox = o.id
         WHERE o.state IN ('queued', 'held', 'connecting', 'data')",
    )?;
    let waiting = statement.query_map([], |row| row.get(0))?.collect::<Result<HashSet<i64>, _>>()?;
    let (first, last): (Vec<i64>, Vec<i64>) = ids.iter().copied().partition(|id| !waiting.contains(id));
    let wanted = array(first.into_iter().chain(last).take(most));
    let sql = "SELECT p.id, p.first_name, p.last_name, p.created_at
         FROM json_each(?1) wanted CROSS JOIN person p ON p.id = wanted.value ORDER BY wanted.key";
    let mut statement = db.sql().prepare_cached(sql)?;
    let rows = statement.query_map([wanted], |row| {
        let id: i64 = row.get(0)?;
        let (first, last): (String, String) = (row.get(1)?, row.get(2)?);
        Ok(Due {
            person: person::Id(id),
            name: person::listed_name(&first, &last),
            registered: Moment(row.get(3)?),
            waiting: waiting.contains(&id),
        })
    })?;
    Ok((rows.collect::<Result<_, _>>()?, ids.len() as u64))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Notice> {
    let (way, exemption): (String, Option<String>) = (row.get(2)?, row.get(3)?);
    Ok(Notice {
        id: Id(row.get(0)?),
        person: person::Id(row.get(1)?),
        way: Way::from_keys(&way, exemption.as_deref()).unwrap_or(Way::Oral),
        template: row.get(4)?,
        language: row.get(5)?,
        outbox: row.get::<_, Option<i64>>(6)?.map(outbox::Id),
        told_at: row.get::<_, Option<i64>>(7)?.map(Moment),
        comment: row.get(8)?,
        at: Moment(row.get(9)?),
        by: user::Id(row.get(10)?),
    })
}
