//! What has to be known of somebody before they are written to, in as few reads as can be: it is asked of many.

use std::collections::HashMap;

use rusqlite::params;

use super::{Db, Error};
use crate::model::{Moment, list, outbox, person, user};

/// What is known of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whether the card says that they want no mailings.
    pub no_mailings: bool,
    /// Birth date.
    pub birth_date: Option<chrono::NaiveDate>,
    /// Country, ISO 3166 alpha-2: the card's, or that of the first address that names one; may be empty.
    pub country: String,
    /// Category.
    pub category: Option<list::Id>,
    /// Where the card came from.
    pub source: list::Id,
    /// Whether the processing of the data is restricted.
    pub restricted: bool,
    /// Whether the card lies in the trash.
    pub in_trash: bool,
    /// Whether they were told what is kept of them.
    pub informed: bool,
    /// When the last activity took place that is not planned for later.
    pub last_activity: Option<Moment>,
    /// The e-mail addresses in their order, and where each came from.
    pub emails: Vec<(String, list::Id)>,
}

/// Returns what is known of some persons, as of a moment; who is not there is left out. `ids` is a list in JSON.
pub fn rows(db: &Db, ids: &str, now: Moment) -> Result<HashMap<person::Id, Row>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT p.id, no_mailings, birth_date, country, category, source,
             EXISTS (SELECT 1 FROM restriction v WHERE v.person = p.id AND v.lifted_at IS NULL),
             EXISTS (SELECT 1 FROM trashed_person v WHERE v.person = p.id),
             EXISTS (SELECT 1 FROM notice v WHERE v.person = p.id AND v.told_at IS NOT NULL),
             (SELECT max(v.at) FROM activity v WHERE v.person = p.id AND v.at <= ?2),
             (SELECT v.country FROM address v WHERE v.person = p.id AND v.country <> '' ORDER BY v.rank, v.id LIMIT 1)
         FROM json_each(?1) wanted CROSS JOIN person p ON p.id = wanted.value",
    )?;
    let found = statement.query_map(params![ids, now.0], |row| {
        let (country, lives_in): (String, Option<String>) = (row.get(3)?, row.get(10)?);
        let known = Row {
            no_mailings: row.get(1)?,
            birth_date: row.get::<_, Option<String>>(2)?.and_then(|day| day.parse().ok()),
            country: if country.is_empty() { lives_in.unwrap_or_default() } else { country },
            category: row.get::<_, Option<i64>>(4)?.map(list::Id),
            source: list::Id(row.get(5)?),
            restricted: row.get(6)?,
            in_trash: row.get(7)?,
            informed: row.get(8)?,
            last_activity: row.get::<_, Option<i64>>(9)?.map(Moment),
            emails: Vec::new(),
        };
        Ok((person::Id(row.get(0)?), known))
    })?;
    let mut all: HashMap<person::Id, Row> = found.collect::<Result<_, _>>()?;
    let mut statement = db.sql().prepare_cached(
        "SELECT e.person, e.address, e.source FROM json_each(?1) wanted CROSS JOIN email e ON e.person = wanted.value
         ORDER BY e.rank, e.id",
    )?;
    let mut emails = statement.query([ids])?;
    while let Some(row) = emails.next()? {
        if let Some(known) = all.get_mut(&person::Id(row.get(0)?)) {
            known.emails.push((row.get(1)?, list::Id(row.get(2)?)));
        }
    }
    Ok(all)
}

/// Returns what is known of somebody, as of a moment; none where they are not there.
pub fn row(db: &Db, id: person::Id, now: Moment) -> Result<Option<Row>, Error> {
    Ok(rows(db, &format!("[{}]", id.0), now)?.remove(&id))
}

/// Returns the keys of the rules that a message was let past.
pub fn overridden(db: &Db, message: outbox::Id) -> Result<Vec<String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT rule FROM overridden WHERE outbox = ?")?;
    Ok(statement.query_map([message.0], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Keeps that a message was let past rules, and why.
pub fn override_rules(
    db: &Db,
    (message, person): (outbox::Id, person::Id),
    rules: &[&str],
    why: &str,
    (at, by): (Moment, user::Id),
) -> Result<(), Error> {
    let mut statement = db.sql().prepare_cached("INSERT INTO overridden VALUES (?, ?, ?, ?, ?, ?, ?)")?;
    for rule in rules {
        statement.execute(params![db.new_id(), message.0, person.0, rule, why, at.0, by.0])?;
    }
    Ok(())
}

/// Returns whether a message tells somebody what is kept of them.
pub fn informs(db: &Db, message: outbox::Id) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM notice WHERE outbox = ?")?.exists([message.0])?)
}
