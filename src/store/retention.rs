//! What tells how long people are kept: a pass over everybody, or over some, and who is kept longer.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::params;

use super::feed::side::{Entry, Side, holding, read_entry};
use super::{Db, Error, array};
use crate::model::retention::Longer;
use crate::model::{Moment, list, person, user};

/// What is known of somebody, as far as it decides how long they are kept.
#[derive(Debug, Default)]
pub struct Facts {
    /// Who.
    pub id: i64,
    /// Their category.
    pub category: Option<list::Id>,
    /// When the card was made.
    pub created_at: Moment,
    /// When the last activity took place.
    pub last_activity: Option<Moment>,
    /// When they left the company, for those who did.
    pub left_at: Option<Moment>,
    /// What holds for each purpose that the ledger knows of, and since when.
    pub bases: Vec<(list::Id, list::Id, Moment)>,
}

/// Calls `each` with everybody who is not in the trash, in the order of their identities, until it fails. One pass over
/// each table, side by side.
///
/// # Errors
/// The database's, or what `each` fails with.
pub fn each<E: From<Error>>(db: &Db, now: Moment, each: impl FnMut(&Facts) -> Result<(), E>) -> Result<(), E> {
    read_each(db, now, None, each)
}

/// As [`each`], with these people alone, also those in the trash.
///
/// # Errors
/// Those of [`each`].
pub fn each_of<E: From<Error>>(
    db: &Db,
    now: Moment,
    ids: &[person::Id],
    each: impl FnMut(&Facts) -> Result<(), E>,
) -> Result<(), E> {
    if ids.is_empty() { Ok(()) } else { read_each(db, now, Some(&array(ids.iter().map(|id| id.0))), each) }
}

/// Returns those of some people who are in one of these categories, or in whose ledger one of these bases stands,
/// whether it still holds or not.
pub fn perhaps_booked(
    db: &Db,
    ids: &[person::Id],
    categories: &HashSet<list::Id>,
    bases: &HashSet<list::Id>,
) -> Result<Vec<person::Id>, Error> {
    let items = |items: &HashSet<list::Id>| array(items.iter().map(|item| item.0));
    let mut statement = db.sql().prepare_cached(
        "SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?1))
             AND category IN (SELECT value FROM json_each(?2))
         UNION SELECT person FROM ledger WHERE person IN (SELECT value FROM json_each(?1))
             AND basis IN (SELECT value FROM json_each(?3))",
    )?;
    let ids = array(ids.iter().map(|id| id.0));
    let rows = statement.query_map([ids, items(categories), items(bases)], |row| row.get(0).map(person::Id))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read_each<E: From<Error>>(
    db: &Db,
    now: Moment,
    of: Option<&str>,
    mut each: impl FnMut(&Facts) -> Result<(), E>,
) -> Result<(), E> {
    let prepare = |sql: &str| db.sql().prepare(sql).map_err(Error::from);
    let these = |column: &str| match of {
        Some(_) => format!("{column} IN (SELECT value FROM json_each(?1))"),
        // The parameter is bound either way.
        None => "?1 IS NULL".to_owned(),
    };
    let outside_trash = if of.is_some() { "1" } else { "id NOT IN (SELECT person FROM trashed_person)" };
    let mut persons = prepare(&format!(
        "SELECT id, category, created_at, updated_at, former_employee, company IS NULL FROM person
         WHERE {} AND {outside_trash} ORDER BY id",
        these("id")
    ))?;
    let mut activities = prepare(&format!(
        "SELECT person, max(at) FROM activity WHERE person IS NOT NULL AND at <= {} AND {} GROUP BY person ORDER BY person",
        now.0,
        these("person")
    ))?;
    let mut jobs = prepare(&format!(
        "SELECT person, max(until) FROM employment WHERE {} GROUP BY person ORDER BY person",
        these("person")
    ))?;
    let mut ledger = prepare(&format!(
        "SELECT person, purpose, id, basis, corrects, at FROM ledger WHERE {} ORDER BY person",
        these("person")
    ))?;
    let mut activities = Side::new(activities.query([of]).map_err(Error::from)?)?;
    let mut jobs = Side::new(jobs.query([of]).map_err(Error::from)?)?;
    let mut ledger = Side::new(ledger.query([of]).map_err(Error::from)?)?;
    let mut rows = persons.query([of]).map_err(Error::from)?;
    let mut facts = Facts::default();
    let mut entries: Vec<Entry> = Vec::new();
    while let Some(row) = rows.next().map_err(Error::from)? {
        let is_alone = read(row, &mut facts).map_err(Error::from)?;
        let id = facts.id;
        facts.last_activity = None;
        activities.of(id, |row| {
            facts.last_activity = row.get::<_, Option<i64>>(1)?.map(Moment);
            Ok(())
        })?;
        let mut until = None;
        jobs.of(id, |row| {
            until = row.get::<_, Option<i64>>(1)?.map(Moment);
            Ok(())
        })?;
        // Who left and has no company since; the card's last change where only the mark says so.
        facts.left_at = match (facts.left_at, until) {
            (Some(_), Some(until)) => Some(until),
            (Some(changed), None) => Some(changed),
            (None, until) => until.filter(|_| is_alone),
        };
        entries.clear();
        ledger.of(id, |row| {
            entries.push(read_entry(row)?);
            Ok(())
        })?;
        facts.bases.clear();
        holding(&mut entries, |purpose, item, at| facts.bases.push((purpose, item, at)));
        each(&facts)?;
    }
    Ok(())
}

/// Reads a person, with the card's last change as the time they left where it is marked so; returns whether they work
/// nowhere.
fn read(row: &rusqlite::Row<'_>, facts: &mut Facts) -> rusqlite::Result<bool> {
    facts.id = row.get(0)?;
    facts.category = row.get::<_, Option<i64>>(1)?.map(list::Id);
    facts.created_at = Moment(row.get(2)?);
    let is_former: bool = row.get(4)?;
    facts.left_at = if is_former { Some(Moment(row.get(3)?)) } else { None };
    row.get(5)
}

/// Keeps somebody longer.
pub fn keep(db: &Db, longer: &Longer) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO kept_longer (person, id, until, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![
        longer.person.0,
        db.new_id(),
        longer.until.to_string(),
        longer.reason,
        longer.at.0,
        longer.by.0
    ])?;
    Ok(())
}

/// Returns the newest decision about each person who was kept longer.
pub fn kept(db: &Db) -> Result<HashMap<person::Id, Longer>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT person, until, reason, at, by FROM kept_longer ORDER BY person, at, id")?;
    let rows = statement.query_map([], |row| {
        let (person, until): (i64, String) = (row.get(0)?, row.get(1)?);
        let longer = Longer {
            person: person::Id(person),
            until: until.parse().unwrap_or(NaiveDate::MIN),
            reason: row.get(2)?,
            at: Moment(row.get(3)?),
            by: user::Id(row.get(4)?),
        };
        Ok((longer.person, longer))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns whom a legal hold keeps on a day: the statute of one that lasts longest, and its last day where it is known.
pub fn held(db: &Db, on: NaiveDate) -> Result<HashMap<person::Id, (String, Option<NaiveDate>)>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT person, statute, until FROM legal_hold WHERE lifted_at IS NULL AND (until IS NULL OR until >= ?)
         ORDER BY person, until IS NULL, until",
    )?;
    let rows = statement.query_map([on.to_string()], |row| {
        let until: Option<String> = row.get(2)?;
        Ok((person::Id(row.get(0)?), (row.get(1)?, until.and_then(|day| day.parse().ok()))))
    })?;
    // The last row of a person counts.
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Lets a card be as if it had been made at another time.
#[cfg(test)]
pub fn backdate(db: &Db, id: person::Id, at: Moment) -> Result<(), Error> {
    db.sql().execute("UPDATE person SET created_at = ? WHERE id = ?", [at.0, id.0])?;
    Ok(())
}

/// Keeps somebody by law.
#[cfg(test)]
pub fn hold(db: &Db, id: person::Id, statute: &str, until: Option<NaiveDate>) -> Result<(), Error> {
    db.sql().execute(
        "INSERT INTO legal_hold (person, id, ground, statute, until, at, by) VALUES (?, ?, 'claims', ?, ?, 0, 1)",
        params![id.0, db.new_id(), statute, until.map(|day| day.to_string())],
    )?;
    Ok(())
}
