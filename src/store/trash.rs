//! The trash: who lies in it, and what is taken out of it or erased.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};

use super::{Db, Error, companies};
use crate::model::data_map;
use crate::model::trash::{Deletion, Line, Put, Record};
use crate::model::{Moment, company, person, user};

/// Returns the condition that the person in a column does not lie in the trash.
pub(super) fn without_persons(column: &str) -> String {
    format!("NOT EXISTS (SELECT 1 FROM trashed_person trashed WHERE trashed.person = {column})")
}

/// Returns the condition that the company in a column does not lie in the trash.
pub(super) fn without_companies(column: &str) -> String {
    format!("NOT EXISTS (SELECT 1 FROM trashed_company trashed WHERE trashed.company = {column})")
}

/// Returns whether any person lies there.
pub fn has_persons(db: &Db) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM trashed_person LIMIT 1")?.exists([])?)
}

/// Returns whether any company lies there.
pub fn has_companies(db: &Db) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM trashed_company LIMIT 1")?.exists([])?)
}

/// Returns whether a person lies there.
pub fn holds_person(db: &Db, id: person::Id) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM trashed_person WHERE person = ?")?.exists([id.0])?)
}

/// Returns whether a company lies there.
pub fn holds_company(db: &Db, id: company::Id) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM trashed_company WHERE company = ?")?.exists([id.0])?)
}

/// Returns every person there.
pub fn persons(db: &Db) -> Result<HashSet<person::Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT person FROM trashed_person")?;
    Ok(statement.query_map([], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?)
}

/// Returns every company there.
pub fn companies(db: &Db) -> Result<HashSet<company::Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT company FROM trashed_company")?;
    Ok(statement.query_map([], |row| row.get(0).map(company::Id))?.collect::<Result<_, _>>()?)
}

fn table(record: Record) -> (&'static str, &'static str) {
    match record {
        Record::Person(_) => ("trashed_person", "person"),
        Record::Company(_) => ("trashed_company", "company"),
    }
}

/// Puts a card there.
pub fn put(db: &Db, record: Record, put: &Put) -> Result<(), Error> {
    let (table, column) = table(record);
    let sql = format!("INSERT INTO {table} ({column}, deletion, reason, at, by, purge_on) VALUES (?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        record.number(),
        put.deletion.0,
        put.reason,
        put.at.0,
        put.by.0,
        put.purge_on.to_string()
    ])?;
    Ok(())
}

/// Takes a card out.
pub fn take(db: &Db, record: Record) -> Result<(), Error> {
    let (table, column) = table(record);
    db.sql().prepare_cached(&format!("DELETE FROM {table} WHERE {column} = ?"))?.execute([record.number()])?;
    Ok(())
}

/// Returns how a card came there; none where it does not lie there.
pub fn get(db: &Db, record: Record) -> Result<Option<Put>, Error> {
    let (table, column) = table(record);
    let sql = format!("SELECT deletion, reason, at, by, purge_on FROM {table} WHERE {column} = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([record.number()], |row| read(row, 0)).optional()?)
}

fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<Put> {
    let purge_on: String = row.get(first + 4)?;
    Ok(Put {
        deletion: Deletion(row.get(first)?),
        reason: row.get(first + 1)?,
        at: Moment(row.get(first + 2)?),
        by: user::Id(row.get(first + 3)?),
        // What cannot be read is erased on no day by itself.
        purge_on: purge_on.parse().unwrap_or(NaiveDate::MAX),
    })
}

/// Which cards in the trash are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Words, folded, of which each stands in the name, the company or the reason.
    pub words: Vec<String>,
    /// Only what this user put there.
    pub by: Option<user::Id>,
    /// Who asks, if they do not see the persons whom others look after.
    pub viewer: Option<user::Id>,
    /// Only what is erased on or before this day.
    pub until: Option<NaiveDate>,
    /// Only what was put there together.
    pub deletion: Option<Deletion>,
}

/// Returns the wanted cards, the last one put there first: at most `limit` after the first `offset`, and how many there
/// are.
pub fn list(db: &Db, wanted: &Wanted, limit: usize, offset: usize) -> Result<(Vec<Line>, usize), Error> {
    let (from, values) = query(wanted);
    let total: u64 = db
        .sql()
        .prepare_cached(&format!("SELECT count(*) FROM {from}"))?
        .query_row(params_from_iter(&values), |row| row.get(0))?;
    let whole = |number| i64::try_from(number).unwrap_or(i64::MAX);
    let sql = format!(
        "SELECT deletion, reason, at, by, purge_on, is_person, id, first_name, last_name, company FROM {from}
         ORDER BY at DESC, is_person, sort_key, id LIMIT {} OFFSET {}",
        whole(limit),
        whole(offset)
    );
    let mut statement = db.sql().prepare(&sql)?;
    let lines = statement.query_map(params_from_iter(&values), |row| {
        let (first, last): (String, String) = (row.get(7)?, row.get(8)?);
        let id = row.get(6)?;
        let record = if row.get(5)? { Record::Person(person::Id(id)) } else { Record::Company(company::Id(id)) };
        Ok(Line { record, name: person::full_name(&first, &last), company: row.get(9)?, put: read(row, 0)? })
    })?;
    let lines = lines.collect::<Result<_, _>>()?;
    Ok((lines, usize::try_from(total).unwrap_or(usize::MAX)))
}

/// Returns the identities of all wanted cards, in the same order.
pub fn records(db: &Db, wanted: &Wanted) -> Result<Vec<Record>, Error> {
    let (from, values) = query(wanted);
    let sql = format!("SELECT is_person, id FROM {from} ORDER BY at DESC, is_person, sort_key, id");
    let mut statement = db.sql().prepare(&sql)?;
    let records = statement.query_map(params_from_iter(&values), |row| {
        let id = row.get(1)?;
        Ok(if row.get(0)? { Record::Person(person::Id(id)) } else { Record::Company(company::Id(id)) })
    })?;
    Ok(records.collect::<Result<_, _>>()?)
}

fn query(wanted: &Wanted) -> (String, Vec<Value>) {
    let mut values = Vec::new();
    let mut bind = |value: Value| {
        values.push(value);
        format!("?{}", values.len())
    };
    let mut conditions = vec!["true".to_owned()];
    for word in &wanted.words {
        let word = bind(Value::Text(word.clone()));
        conditions.push(format!(
            "instr(folded(first_name || ' ' || last_name || ' ' || company || ' ' || reason), {word}) > 0"
        ));
    }
    if let Some(by) = wanted.by {
        conditions.push(format!("by = {}", bind(Value::Integer(by.0))));
    }
    if let Some(viewer) = wanted.viewer {
        conditions.push(format!("(our_contact IS NULL OR our_contact = {})", bind(Value::Integer(viewer.0))));
    }
    if let Some(until) = wanted.until {
        conditions.push(format!("purge_on <= {}", bind(Value::Text(until.to_string()))));
    }
    if let Some(deletion) = wanted.deletion {
        conditions.push(format!("deletion = {}", bind(Value::Integer(deletion.0))));
    }
    let from = format!(
        "(SELECT true AS is_person, t.person AS id, p.first_name, p.last_name, coalesce(c.name, '') AS company,
              p.our_contact, p.sort_key, t.deletion, t.reason, t.at, t.by, t.purge_on
          FROM trashed_person t JOIN person p ON p.id = t.person LEFT JOIN company c ON c.id = p.company
          UNION ALL
          SELECT false, t.company, '', c.name, '', NULL, c.sort_key, t.deletion, t.reason, t.at, t.by, t.purge_on
          FROM trashed_company t JOIN company c ON c.id = t.company)
         WHERE {}",
        conditions.join(" AND ")
    );
    (from, values)
}

/// Returns the people whose cards name a company and do not lie in the trash, in the order of lists.
pub fn staying_at(db: &Db, company: company::Id) -> Result<Vec<person::Id>, Error> {
    let sql =
        format!("SELECT id FROM person WHERE company = ? AND {} ORDER BY sort_key, id", without_persons("person.id"));
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([company.0], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?)
}

/// Returns the people whose cards name a company and were put into the trash with it.
pub fn went_with(db: &Db, company: company::Id, deletion: Deletion) -> Result<Vec<person::Id>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT p.id FROM trashed_person t JOIN person p ON p.id = t.person
         WHERE p.company = ? AND t.deletion = ? ORDER BY p.sort_key, p.id",
    )?;
    Ok(statement.query_map([company.0, deletion.0], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?)
}

/// Lets a card name another company, or none.
pub fn set_company(
    db: &Db,
    person: person::Id,
    company: Option<company::Id>,
    (at, by): (Moment, user::Id),
) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE person SET company = ?2, updated_at = ?3, updated_by = ?4 WHERE id = ?1")?
        .execute(params![person.0, company.map(|id| id.0), at.0, by.0])?;
    Ok(())
}

/// Remembers that a card named a company that was put there without its people.
pub fn remember_member(db: &Db, person: person::Id, company: company::Id, at: Moment) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO trashed_member (person, company, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (person, company) DO UPDATE SET at = ?3",
        )?
        .execute([person.0, company.0, at.0])?;
    Ok(())
}

/// Returns whose cards named a company when it was put there, and forgets it.
pub fn take_members(db: &Db, company: company::Id) -> Result<Vec<person::Id>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT person FROM trashed_member WHERE company = ? ORDER BY person")?;
    let members: Vec<person::Id> =
        statement.query_map([company.0], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?;
    db.sql().prepare_cached("DELETE FROM trashed_member WHERE company = ?")?.execute([company.0])?;
    Ok(members)
}

/// Returns how many rows of each table are about some persons, for those that have any.
pub fn counts(db: &Db, ids: &[person::Id]) -> Result<Vec<(&'static str, u64)>, Error> {
    let ids = serde_json::to_string(ids).unwrap_or_default();
    let mut counts: Vec<(&'static str, u64)> = Vec::new();
    for table in data_map::TABLES {
        let sql =
            format!("SELECT count(*) FROM {} WHERE {} IN (SELECT value FROM json_each(?))", table.table, table.person);
        let count: u64 = db.sql().prepare_cached(&sql)?.query_row([&ids], |row| row.get(0))?;
        match counts.iter_mut().find(|(known, _)| *known == table.table) {
            Some((_, known)) => *known += count,
            None => counts.push((table.table, count)),
        }
    }
    counts.retain(|(_, count)| *count > 0);
    Ok(counts)
}

/// Removes a company with everything that is its own. What was done with its people stays theirs, without it, and so do
/// people whose cards name it.
pub fn erase_company(db: &Db, id: company::Id) -> Result<(), Error> {
    for sql in [
        "DELETE FROM trashed_member WHERE company = ?",
        "DELETE FROM trashed_company WHERE company = ?",
        "DELETE FROM deletion_request WHERE company = ?",
        "DELETE FROM mass_edit_company WHERE company = ?",
        "DELETE FROM mass_edit_activity WHERE activity IN
             (SELECT id FROM activity WHERE company = ? AND person IS NULL)",
        "UPDATE mass_edit_activity SET company = NULL WHERE company = ?",
        "DELETE FROM activity WHERE company = ? AND person IS NULL",
        "UPDATE activity SET company = NULL WHERE company = ?",
        "DELETE FROM employment WHERE company = ?",
        "UPDATE person SET company = NULL WHERE company = ?",
    ] {
        db.sql().prepare_cached(sql)?.execute([id.0])?;
    }
    companies::remove(db, id)
}
