//! What erasing does in the database: rows that go, marks that stay, and what is known of erasures.

pub mod texts;

use std::collections::HashSet;

use rusqlite::{OptionalExtension, params};

use super::{Db, Error, array};
use crate::model::data_map::{self, Table};
use crate::model::erasure::{Erasure, Exception, Ground, Id, State};
use crate::model::outbox::Channel;
use crate::model::{Moment, email, person, phone, user};

/// A keyed hash.
pub type Mark = [u8; 32];

/// Returns how many rows of each table are tied to these persons, in the order of the data map.
pub fn rows_of(db: &Db, ids: &[person::Id]) -> Result<Vec<(&'static Table, u64)>, Error> {
    let ids = array(ids.iter().map(|id| id.0));
    let mut all = Vec::with_capacity(data_map::TABLES.len());
    for table in data_map::TABLES {
        let Table { table: name, person } = table;
        let sql = format!("SELECT count(*) FROM {name} WHERE {person} IN (SELECT value FROM json_each(?))");
        all.push((table, db.sql().prepare_cached(&sql)?.query_row([&ids], |row| row.get(0))?));
    }
    Ok(all)
}

/// Notes who is being erased in this transaction: until [`end`], their ledgers can be removed, and what others' comments
/// say of them taken out.
pub fn begin(db: &Db, ids: &[person::Id]) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO erasing (person) SELECT value FROM json_each(?)")?
        .execute([array(ids.iter().map(|id| id.0))])?;
    Ok(())
}

/// Removes everything that is tied to these persons, table by table, and returns how many rows went from each. To be
/// called between [`begin`] and [`end`].
pub fn remove(db: &Db, ids: &[person::Id]) -> Result<Vec<(&'static Table, u64)>, Error> {
    let ids = array(ids.iter().map(|id| id.0));
    let mut all = Vec::with_capacity(data_map::TABLES.len());
    for table in data_map::TABLES {
        let Table { table: name, person } = table;
        let sql = format!("DELETE FROM {name} WHERE {person} IN (SELECT value FROM json_each(?))");
        all.push((table, db.sql().prepare_cached(&sql)?.execute([&ids])? as u64));
    }
    Ok(all)
}

/// Ends what [`begin`] began, and forgets what SQLite noted of the distribution of values: it keeps some of them.
pub fn end(db: &Db) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM erasing")?.execute([])?;
    for table in db.texts("SELECT name FROM sqlite_schema WHERE name = 'sqlite_stat4'")? {
        db.sql().execute(&format!("DELETE FROM {table}"), [])?;
    }
    Ok(())
}

/// Lets the index of long texts forget what secure deletion leaves in it: beginnings of words that tell its leaves apart.
///
/// An index of one segment is not written anew when it is asked to be. So it gets a second one first.
pub fn rewrite_index(db: &Db) -> Result<(), Error> {
    let nothing = "0";
    db.sql().execute("INSERT INTO long_text (rowid, text) VALUES (-1, ?)", [nothing])?;
    db.sql().execute("INSERT INTO long_text (long_text) VALUES ('optimize')", [])?;
    db.sql().execute("INSERT INTO long_text (long_text, rowid, text) VALUES ('delete', -1, ?)", [nothing])?;
    Ok(())
}

/// Returns the identities of cards that were made one with these.
pub fn merged_into(db: &Db, ids: &[person::Id]) -> Result<Vec<person::Id>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT gone FROM merge WHERE kept IN (SELECT value FROM json_each(?))")?;
    Ok(statement
        .query_map([array(ids.iter().map(|id| id.0))], |row| row.get(0).map(person::Id))?
        .collect::<Result<_, _>>()?)
}

/// Returns the companies that nobody and nothing names but these persons.
pub fn companies_only_of(db: &Db, ids: &[person::Id]) -> Result<Vec<crate::model::company::Id>, Error> {
    let mut statement = db.sql().prepare_cached(
        "WITH gone AS MATERIALIZED (SELECT value AS id FROM json_each(?1)),
         theirs AS (SELECT company FROM person WHERE company IS NOT NULL AND id IN (SELECT id FROM gone)
             UNION SELECT company FROM employment WHERE person IN (SELECT id FROM gone))
         SELECT company FROM theirs t
         WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.company = t.company AND p.id NOT IN (SELECT id FROM gone))
             AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.company = t.company AND e.person NOT IN (SELECT id FROM gone))
             AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.company = t.company
                 AND (a.person IS NULL OR a.person NOT IN (SELECT id FROM gone)))",
    )?;
    let rows =
        statement.query_map([array(ids.iter().map(|id| id.0))], |row| row.get(0).map(crate::model::company::Id))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the companies these persons are or were at.
pub fn companies_of(db: &Db, ids: &[person::Id]) -> Result<Vec<crate::model::company::Id>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT company FROM person WHERE company IS NOT NULL AND id IN (SELECT value FROM json_each(?1))
         UNION SELECT company FROM employment WHERE person IN (SELECT value FROM json_each(?1))",
    )?;
    let rows =
        statement.query_map([array(ids.iter().map(|id| id.0))], |row| row.get(0).map(crate::model::company::Id))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns where the files of these persons' attachments lie.
pub fn files_of(db: &Db, ids: &[person::Id]) -> Result<Vec<String>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT file FROM attachment WHERE person IN (SELECT value FROM json_each(?))")?;
    Ok(statement.query_map([array(ids.iter().map(|id| id.0))], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns who is in the card file.
pub fn everybody(db: &Db) -> Result<Vec<person::Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id FROM person")?;
    Ok(statement.query_map([], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?)
}

/// What identifies somebody, as it is kept.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The card's number.
    pub number: String,
    /// Website.
    pub website: String,
    /// The note on the card.
    pub note: String,
    /// The sort key of the name.
    pub sort_key: Vec<u8>,
    /// The number by which the journal knows the person.
    pub journal_ref: i64,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Phone numbers.
    pub phones: Vec<String>,
    /// Streets, postcodes and cities.
    pub addresses: Vec<(String, String, String)>,
    /// First and last names that stood on the card before, or on one that was merged with it, and that nobody has who
    /// stays.
    pub former_names: Vec<(String, String)>,
}

/// Returns what identifies these persons, in the order of their identities; who is not there is left out.
pub fn facts(db: &Db, ids: &[person::Id]) -> Result<Vec<(person::Id, Facts)>, Error> {
    const THESE: &str = "IN (SELECT value FROM json_each(?))";
    let ids = array(ids.iter().map(|id| id.0));
    let sql = format!(
        "SELECT id, first_name, last_name, coalesce(number, ''), website, note, sort_key, journal_ref
         FROM person WHERE id {THESE} ORDER BY id"
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let rows = statement.query_map([&ids], |row| {
        let facts = Facts {
            first_name: row.get(1)?,
            last_name: row.get(2)?,
            number: row.get(3)?,
            website: row.get(4)?,
            note: row.get(5)?,
            sort_key: row.get(6)?,
            journal_ref: row.get(7)?,
            ..Facts::default()
        };
        Ok((person::Id(row.get(0)?), facts))
    })?;
    let mut all: Vec<(person::Id, Facts)> = rows.collect::<Result<_, _>>()?;
    let mut each = |table: &str, columns: &str, put: fn(&mut Facts, &rusqlite::Row<'_>) -> rusqlite::Result<()>| {
        let sql = format!("SELECT person, {columns} FROM {table} WHERE person {THESE} ORDER BY person, id");
        let mut statement = db.sql().prepare_cached(&sql)?;
        let mut rows = statement.query([&ids])?;
        while let Some(row) = rows.next()? {
            let id = person::Id(row.get(0)?);
            if let Ok(place) = all.binary_search_by_key(&id, |(id, _)| *id) {
                put(&mut all[place].1, row)?;
            }
        }
        Ok::<_, Error>(())
    };
    each("email", "address", |facts, row| {
        facts.emails.push(row.get(1)?);
        Ok(())
    })?;
    each("phone", "number", |facts, row| {
        facts.phones.push(row.get(1)?);
        Ok(())
    })?;
    each("address", "street, postcode, city", |facts, row| {
        facts.addresses.push((row.get(1)?, row.get(2)?, row.get(3)?));
        Ok(())
    })?;
    // By which they were known before: where mail to them went, and what undo records hold.
    for (table, person, column) in FORMER {
        let sql = format!("SELECT {person}, {column} FROM {table} WHERE {person} {THESE} AND {column} <> ''");
        let mut statement = db.sql().prepare_cached(&sql)?;
        let mut rows = statement.query([&ids])?;
        while let Some(row) = rows.next()? {
            let id = person::Id(row.get(0)?);
            if let Ok(place) = all.binary_search_by_key(&id, |(id, _)| *id) {
                former(&mut all[place].1, row.get_ref(1)?.as_str().unwrap_or_default());
            }
        }
    }
    // A name of before is looked for together with the one of now, in every combination: none may be another's.
    let mut statement = db.sql().prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM person WHERE folded(first_name) IN (folded(?1), folded(?2))
             AND folded(last_name) IN (folded(?3), folded(?4)) AND id NOT IN (SELECT value FROM json_each(?5)))",
    )?;
    for (_, facts) in &mut all {
        let mut names = std::mem::take(&mut facts.former_names);
        names.sort();
        names.dedup();
        for (first, last) in names {
            let words = [&first, &facts.first_name, &last, &facts.last_name, &ids];
            let is_anothers: bool = statement.query_row(words, |row| row.get(0))?;
            if !is_anothers {
                facts.former_names.push((first, last));
            }
        }
    }
    Ok(all)
}

/// Where names, e-mail addresses and phone numbers stand that somebody had before: the table, whose it is, the text.
const FORMER: [(&str, &str, &str); 6] = [
    ("outbox", "person", "address"),
    ("mailing_recipient", "person", "address"),
    ("proposal", "person", "value"),
    ("import_row", "person", "before"),
    ("mass_edit_person", "person", "before"),
    ("merge", "kept", "before"),
];

/// Adds the e-mail addresses and phone numbers that a text is, or that stand alone in a document of ours, and the names
/// that such a document gives a card.
fn former(facts: &mut Facts, text: &str) {
    fn look(value: &serde_json::Value, found: &mut dyn FnMut(&str)) {
        match value {
            serde_json::Value::String(text) => found(text),
            serde_json::Value::Array(all) => all.iter().for_each(|one| look(one, found)),
            serde_json::Value::Object(all) => all.values().for_each(|one| look(one, found)),
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
        }
    }
    let mut add = |text: &str| {
        if let Ok(address) = email::parse(text) {
            if !facts.emails.iter().any(|known| email::key(known) == email::key(&address)) {
                facts.emails.push(address);
            }
        } else if is_phone(text) && !facts.phones.iter().any(|known| phone::key(known) == phone::key(text)) {
            facts.phones.push(text.to_owned());
        }
    };
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(document @ (serde_json::Value::Array(_) | serde_json::Value::Object(_))) => {
            look(&document, &mut add);
            names(&document, facts);
        }
        Ok(_) | Err(_) => add(text),
    }
}

/// Adds the names that a document gives a card: as fields by their keys, or as a row under its columns (see
/// [`super::packed`]). Where it has one of the two, the other is the card's.
fn names(document: &serde_json::Value, facts: &mut Facts) {
    const FIRST: &str = "first_name";
    const LAST: &str = "last_name";
    use serde_json::Value;
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let found = match document {
        Value::Object(all) => match (all.get("columns").and_then(Value::as_array), all.get("rows")) {
            (Some(columns), Some(Value::Array(rows))) => {
                let place = |key: &str| columns.iter().position(|column| column.as_str() == Some(key));
                let cell = |row: &Value, key| text(place(key).and_then(|place| row.get(place)?.get("t")));
                rows.iter().map(|row| (cell(row, FIRST), cell(row, LAST))).collect()
            }
            (Some(_) | None, _) => vec![(text(all.get(FIRST)), text(all.get(LAST)))],
        },
        // A field with what it held.
        Value::Array(all) => match (all.first().and_then(Value::as_str), all.get(1)) {
            (Some(FIRST), held) => vec![(held.and_then(said), None)],
            (Some(LAST), held) => vec![(None, held.and_then(said))],
            (Some(_) | None, _) => Vec::new(),
        },
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    };
    let own = (facts.first_name.clone(), facts.last_name.clone());
    for (first, last) in found {
        if first.is_none() && last.is_none() {
            continue;
        }
        let name = (first.unwrap_or_else(|| own.0.clone()), last.unwrap_or_else(|| own.1.clone()));
        if name != own && !name.1.is_empty() {
            facts.former_names.push(name);
        }
    }
    match document {
        Value::Object(all) => all.values().for_each(|one| names(one, facts)),
        Value::Array(all) => all.iter().for_each(|one| names(one, facts)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Returns the text that a value is or holds.
fn said(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Object(all) => all.values().find_map(said),
        serde_json::Value::Array(all) => all.iter().find_map(said),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => None,
    }
}

/// Whether a text is nothing but a phone number, written as one: a plain row of digits may be anything.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_written = text.starts_with('+') || text.contains(' ');
    is_written
        && (8..=15).contains(&digits)
        && text.chars().all(|sign| sign.is_ascii_digit() || " +-()/.".contains(sign))
}

/// What these persons share with somebody who stays.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// E-mail addresses, as they are compared.
    pub emails: HashSet<String>,
    /// Phone numbers, by their last digits; also those of a switchboard.
    pub phones: HashSet<String>,
    /// Those of these persons who have a namesake.
    pub namesakes: HashSet<person::Id>,
}

/// Returns what these persons share with somebody who stays.
pub fn shared(db: &Db, ids: &[person::Id]) -> Result<Shared, Error> {
    let ids = array(ids.iter().map(|id| id.0));
    let keys = |sql: &str| {
        let mut statement = db.sql().prepare_cached(sql)?;
        Ok::<_, Error>(statement.query_map([&ids], |row| row.get(0))?.collect::<Result<HashSet<String>, _>>()?)
    };
    let emails = keys(
        "SELECT DISTINCT o.key FROM email e JOIN email o ON o.key = e.key
         WHERE e.person IN (SELECT value FROM json_each(?1)) AND o.person NOT IN (SELECT value FROM json_each(?1))",
    )?;
    let switchboard = crate::model::list::LABEL_SWITCHBOARD.0;
    let phones = keys(&format!(
        "SELECT DISTINCT o.key FROM phone e JOIN phone o ON o.key = e.key
         WHERE e.key IS NOT NULL AND e.person IN (SELECT value FROM json_each(?1))
             AND (o.label IS {switchboard} OR o.person NOT IN (SELECT value FROM json_each(?1)))"
    ))?;
    let mut statement = db.sql().prepare_cached(
        "SELECT DISTINCT p.id FROM person p JOIN person o ON o.sort_key = p.sort_key
         WHERE p.id IN (SELECT value FROM json_each(?1)) AND o.id NOT IN (SELECT value FROM json_each(?1))",
    )?;
    let namesakes = statement.query_map([&ids], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?;
    Ok(Shared { emails, phones, namesakes })
}

/// Returns every e-mail address and phone number of a company.
pub fn of_companies(db: &Db) -> Result<(Vec<String>, Vec<String>), Error> {
    Ok((db.texts("SELECT address FROM company_email")?, db.texts("SELECT number FROM company_phone")?))
}

/// Adds an erasure.
pub fn insert(db: &Db, erasure: &Erasure) -> Result<(), Error> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    db.sql()
        .prepare_cached(
            "INSERT OR IGNORE INTO erasure (id, ground, reason, persons, companies, tables, kept, state, residue, journal_head,
                 at, by, finished_at, told, told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            erasure.id.0,
            erasure.ground.key(),
            erasure.reason,
            number(erasure.persons),
            number(erasure.companies),
            erasure.tables,
            erasure.kept,
            erasure.state.key(),
            erasure.residue.map(number),
            erasure.journal_head,
            erasure.at.0,
            erasure.by.0,
            erasure.finished_at.map(|at| at.0),
            erasure.told.map(Channel::key),
            erasure.told_at.map(|at| at.0)
        ])?;
    Ok(())
}

/// Notes what an erasure did, once that is known.
pub fn describe(db: &Db, erasure: &Erasure) -> Result<(), Error> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    db.sql()
        .prepare_cached(
            "UPDATE erasure SET persons = ?2, companies = ?3, tables = ?4, kept = ?5, journal_head = ?6, told = ?7,
                 told_at = ?8
             WHERE id = ?1",
        )?
        .execute(params![
            erasure.id.0,
            number(erasure.persons),
            number(erasure.companies),
            erasure.tables,
            erasure.kept,
            erasure.journal_head,
            erasure.told.map(Channel::key),
            erasure.told_at.map(|at| at.0)
        ])?;
    Ok(())
}

/// Notes that what told somebody of an erasure has left: the file is to be rewritten once more.
pub fn told(db: &Db, id: Id, at: Moment) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE erasure SET state = 'rewriting', told_at = ?2 WHERE id = ?1")?
        .execute([id.0, at.0])?;
    Ok(())
}

/// Notes that everything that was begun is done, with how many traces were found; none where nobody could look. What a
/// letter still waits for is *finishing*. Of two looks, the worse one counts.
pub fn finish(db: &Db, residue: Option<u64>, at: Moment) -> Result<usize, Error> {
    let residue = residue.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    Ok(db
        .sql()
        .prepare_cached(
            "UPDATE erasure SET residue = CASE WHEN ?1 IS NULL THEN residue ELSE max(?1, coalesce(residue, 0)) END,
                 state = CASE WHEN id IN (SELECT erasure FROM outbox) THEN 'finishing' ELSE 'done' END,
                 finished_at = CASE WHEN id IN (SELECT erasure FROM outbox) THEN NULL ELSE ?2 END
             WHERE state = 'rewriting'",
        )?
        .execute(params![residue, at.0])?)
}

/// Returns whether an erasure is not done to its end.
pub fn is_unfinished(db: &Db) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM erasure WHERE state = 'rewriting'")?.exists([])?)
}

/// Counts the erasures.
pub fn count(db: &Db) -> Result<u64, Error> {
    // An older file has no such table.
    if db.user_version()? < 6 {
        return Ok(0);
    }
    Ok(db.sql().query_row("SELECT count(*) FROM erasure", [], |row| row.get(0))?)
}

const COLUMNS: &str =
    "id, ground, reason, persons, companies, tables, kept, state, residue, journal_head, at, by, finished_at";
const TOLD: &str = "told, told_at";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Erasure> {
    let (ground, state): (String, String) = (row.get(1)?, row.get(7)?);
    Ok(Erasure {
        id: Id(row.get(0)?),
        ground: Ground::from_key(&ground).unwrap_or(Ground::NotNeeded),
        reason: row.get(2)?,
        persons: row.get(3)?,
        companies: row.get(4)?,
        tables: row.get(5)?,
        kept: row.get(6)?,
        state: State::from_key(&state).unwrap_or(State::Rewriting),
        residue: row.get(8)?,
        journal_head: row.get(9)?,
        at: Moment(row.get(10)?),
        by: user::Id(row.get(11)?),
        finished_at: row.get::<_, Option<i64>>(12)?.map(Moment),
        told: row.get::<_, Option<String>>(13)?.and_then(|key| Channel::from_key(&key)),
        told_at: row.get::<_, Option<i64>>(14)?.map(Moment),
    })
}

/// Returns an erasure.
pub fn get(db: &Db, id: Id) -> Result<Option<Erasure>, Error> {
    let sql = format!("SELECT {COLUMNS}, {TOLD} FROM erasure WHERE id = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([id.0], read).optional()?)
}

/// Returns all erasures of which there are certificates, the newest first.
pub fn all(db: &Db) -> Result<Vec<Erasure>, Error> {
    let mut all = every(db)?;
    all.retain(|erasure| erasure.state != State::Removed);
    Ok(all)
}

/// As [`all`], with those whose certificates were removed.
pub fn every(db: &Db) -> Result<Vec<Erasure>, Error> {
    // A backup made by an older version says nothing of that.
    let told = if db.user_version()? < 7 { "NULL, NULL" } else { TOLD };
    let sql = format!("SELECT {COLUMNS}, {told} FROM erasure ORDER BY at DESC, id DESC");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Removes certificates of erasures that were finished before a time, and returns how many there were.
///
/// What tells erased cards, e-mails and phones stays, so that no older copy of the card file brings anybody back: where
/// any of it stands on an erasure, what the certificate says is taken out of its row, and the row is no certificate any
/// more.
pub fn remove_certificates(db: &Db, before: Moment) -> Result<usize, Error> {
    let deleted = db
        .sql()
        .prepare_cached(
            "DELETE FROM erasure WHERE at < ?1 AND state = 'done'
                 AND id NOT IN (SELECT erasure FROM erased) AND id NOT IN (SELECT erasure FROM suppression)
                 AND id NOT IN (SELECT erasure FROM suppression_lifted) AND id NOT IN (SELECT erasure FROM erasure_text)
                 AND id NOT IN (SELECT erasure FROM outbox WHERE erasure IS NOT NULL)",
        )?
        .execute([before.0])?;
    let emptied = db
        .sql()
        .prepare_cached(
            "UPDATE erasure SET state = 'removed', reason = '', persons = 0, companies = 0, tables = '[]', kept = '[]',
                 residue = NULL, journal_head = '' WHERE at < ?1 AND state = 'done'",
        )?
        .execute([before.0])?;
    Ok(deleted + emptied)
}

/// Keeps the mark of a card that was erased.
pub fn mark(db: &Db, mark: &Mark, erasure: Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT OR IGNORE INTO erased (mark, erasure) VALUES (?, ?)")?
        .execute(params![mark, erasure.0])?;
    Ok(())
}

/// What keeps an e-mail or a phone of somebody who was erased from coming in again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The keyed hash.
    pub mark: Mark,
    /// `email` or `phone`.
    pub kind: String,
    /// The erasure that left it.
    pub erasure: Id,
    /// When.
    pub at: Moment,
    /// The last day it holds.
    pub until: Option<String>,
}

/// Keeps the mark of an e-mail or a phone.
pub fn suppress(db: &Db, suppressed: &Suppressed) -> Result<(), Error> {
    let Suppressed { mark, kind, erasure, at, until } = suppressed;
    db.sql()
        .prepare_cached("INSERT OR IGNORE INTO suppression (mark, kind, erasure, at, until) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![mark, kind, erasure.0, at.0, until])?;
    Ok(())
}

/// Returns what is kept of a mark, if it still holds on a day.
pub fn suppressed(db: &Db, mark: &Mark, today: &str) -> Result<Option<Suppressed>, Error> {
    let sql =
        "SELECT mark, kind, erasure, at, until FROM suppression WHERE mark = ?1 AND (until IS NULL OR until >= ?2)";
    Ok(db.sql().prepare_cached(sql)?.query_row(params![mark, today], read_suppressed).optional()?)
}

/// Returns whether any mark is kept.
pub fn suppresses_anything(db: &Db) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM suppression LIMIT 1")?.exists([])?)
}

/// Removes a mark, and keeps why.
pub fn lift(db: &Db, suppressed: &Suppressed, reason: &str, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM suppression WHERE mark = ?")?.execute([suppressed.mark])?;
    db.sql()
        .prepare_cached("INSERT INTO suppression_lifted (id, kind, erasure, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![db.new_id(), suppressed.kind, suppressed.erasure.0, reason, at.0, by.0])?;
    Ok(())
}

/// Removes marks that have had their time.
pub fn forget_expired(db: &Db, today: &str) -> Result<usize, Error> {
    Ok(db.sql().prepare_cached("DELETE FROM suppression WHERE until < ?")?.execute([today])?)
}

fn read_suppressed(row: &rusqlite::Row<'_>) -> rusqlite::Result<Suppressed> {
    Ok(Suppressed {
        mark: row.get(0)?,
        kind: row.get(1)?,
        erasure: Id(row.get(2)?),
        at: Moment(row.get(3)?),
        until: row.get(4)?,
    })
}

/// The mark of a text that names somebody who was erased, and was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptText {
    /// The keyed hash of where it stands.
    pub mark: Mark,
    /// The erasure that kept it.
    pub erasure: Id,
    /// Under which letter of art. 17(3), where that was said.
    pub exception: Option<Exception>,
}

/// Remembers that a text was kept.
pub fn keep_text(db: &Db, kept: &KeptText) -> Result<(), Error> {
    let KeptText { mark, erasure, exception } = kept;
    db.sql()
        .prepare_cached("INSERT OR IGNORE INTO erasure_text (mark, erasure, exception) VALUES (?, ?, ?)")?
        .execute(params![mark, erasure.0, exception.map(Exception::letter)])?;
    Ok(())
}

fn kept_texts(db: &Db) -> Result<Vec<KeptText>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT mark, erasure, exception FROM erasure_text")?;
    let rows = statement.query_map([], |row| {
        let letter: Option<String> = row.get(2)?;
        let exception = letter.and_then(|letter| Exception::from_letter(&letter));
        Ok(KeptText { mark: row.get(0)?, erasure: Id(row.get(1)?), exception })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What is known of all erasures, to carry them over into an older copy of the same card file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remembered {
    /// The erasures.
    pub erasures: Vec<Erasure>,
    /// The marks of cards.
    pub cards: Vec<(Mark, Id)>,
    /// The marks of e-mails and phones.
    pub suppressed: Vec<Suppressed>,
    /// The marks of texts that were kept.
    pub texts: Vec<KeptText>,
}

/// Returns what is known of all erasures.
pub fn remembered(db: &Db) -> Result<Remembered, Error> {
    if db.user_version()? < 6 {
        return Ok(Remembered::default());
    }
    let mut statement = db.sql().prepare_cached("SELECT mark, erasure FROM erased")?;
    let cards = statement.query_map([], |row| Ok((row.get(0)?, Id(row.get(1)?))))?.collect::<Result<_, _>>()?;
    let mut statement = db.sql().prepare_cached("SELECT mark, kind, erasure, at, until FROM suppression")?;
    let suppressed = statement.query_map([], read_suppressed)?.collect::<Result<_, _>>()?;
    let texts = if db.user_version()? < 7 { Vec::new() } else { kept_texts(db)? };
    Ok(Remembered { erasures: every(db)?, cards, suppressed, texts })
}
