//! Persons' cards.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::contacts::{self, Mark, Owner};
use super::{Db, Error};
use crate::model::contact::Origin;
use crate::model::data_map;
use crate::model::person::{Content, Id, Line, Person};
use crate::model::state::{Marks, OfAge};
use crate::model::{Moment, attachment, company, custom, import, list, user};

/// What the program adds to the content of a card when it writes it.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// The name's sort key in the office's language.
    pub sort_key: &'a [u8],
    /// The company that `content.company` names.
    pub company: Option<company::Id>,
    /// Where what is new on the card came from.
    pub source: list::Id,
    /// The import that brings it.
    pub import: Option<import::Id>,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: user::Id,
    /// Whether the card is given back as it was: what changes then has the source, time and author it comes with.
    pub restoring: bool,
}

/// Adds a card; `journal_ref` is the random number by which the journal knows the person.
///
/// # Errors
/// [`Error::Constraint`] where another card has the number.
pub fn insert(db: &Db, id: Id, content: &Content, journal_ref: i64, stamp: &Stamp<'_>) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO person (id, number, first_name, last_name, sort_key, company, title, position, category, business,
                 our_contact, country, language, birth_date, website, note, former_employee, no_mailings, picture, source,
                 import, journal_ref, created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?23, ?24)",
        )?
        .execute(params![
            id.0,
            some_text(&content.number),
            content.first_name,
            content.last_name,
            stamp.sort_key,
            stamp.company.map(|id| id.0),
            content.title,
            content.position.map(|id| id.0),
            content.category.map(|id| id.0),
            content.business.map(|id| id.0),
            content.our_contact.map(|id| id.0),
            content.country,
            content.language.map(|id| id.0),
            content.birth_date.map(|day| day.to_string()),
            content.website,
            content.note,
            content.former_employee,
            content.no_mailings,
            content.picture.map(|id| id.0),
            stamp.source.0,
            stamp.import.map(|id| id.0),
            journal_ref,
            stamp.at.0,
            stamp.by.0
        ])?;
    write_parts(db, id, &Content::default(), content, stamp)
}

/// Adds a card again that was removed, as it was.
///
/// # Errors
/// [`Error::Constraint`] where another card has the number.
pub fn put_back(db: &Db, person: &Person, journal_ref: i64, sort_key: &[u8]) -> Result<(), Error> {
    let Person { id, company, source, created_at: at, created_by: by, .. } = *person;
    let stamp = Stamp { sort_key, company, source, import: None, at, by, restoring: true };
    insert(db, id, &person.content, journal_ref, &stamp)?;
    set_updated(db, id, person.updated_at, person.updated_by)
}

/// Writes a card anew. What did not change keeps its time, author and source.
///
/// # Errors
/// [`Error::Constraint`] where another card has the number.
pub fn update(db: &Db, before: &Person, content: &Content, stamp: &Stamp<'_>) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE person SET number = ?2, first_name = ?3, last_name = ?4, sort_key = ?5, company = ?6, title = ?7, position = ?8,
                 category = ?9, business = ?10, our_contact = ?11, country = ?12, language = ?13, birth_date = ?14, website = ?15,
                 note = ?16, former_employee = ?17, no_mailings = ?18, picture = ?19, updated_at = ?20, updated_by = ?21
             WHERE id = ?1",
        )?
        .execute(params![
            before.id.0,
            some_text(&content.number),
            content.first_name,
            content.last_name,
            stamp.sort_key,
            stamp.company.map(|id| id.0),
            content.title,
            content.position.map(|id| id.0),
            content.category.map(|id| id.0),
            content.business.map(|id| id.0),
            content.our_contact.map(|id| id.0),
            content.country,
            content.language.map(|id| id.0),
            content.birth_date.map(|day| day.to_string()),
            content.website,
            content.note,
            content.former_employee,
            content.no_mailings,
            content.picture.map(|id| id.0),
            stamp.at.0,
            stamp.by.0
        ])?;
    write_parts(db, before.id, &before.content, content, stamp)
}

/// Sets when a card was last changed, and by whom, where nothing else says so.
pub fn set_updated(db: &Db, id: Id, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE person SET updated_at = ?, updated_by = ? WHERE id = ?")?
        .execute([at.0, by.0, id.0])?;
    Ok(())
}

fn some_text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Writes what hangs on a card beside its own row, as far as it changed.
pub(super) fn write_parts(db: &Db, id: Id, before: &Content, after: &Content, stamp: &Stamp<'_>) -> Result<(), Error> {
    let fresh = Origin { at: stamp.at, by: stamp.by, source: stamp.source };
    let mark = Mark { fresh, restoring: stamp.restoring };
    contacts::write(db, Owner::Person(id), before.contacts(), after.contacts(), mark)?;
    for gone in before.interests.iter().filter(|interest| !after.interests.contains(interest)) {
        db.sql()
            .prepare_cached("DELETE FROM person_interest WHERE person = ? AND interest = ?")?
            .execute([id.0, gone.0])?;
    }
    for new in after.interests.iter().filter(|interest| !before.interests.contains(interest)) {
        db.sql()
            .prepare_cached("INSERT INTO person_interest (person, interest, at, by) VALUES (?, ?, ?, ?)")?
            .execute([id.0, new.0, stamp.at.0, stamp.by.0])?;
    }
    for field in before.custom.keys().filter(|field| !after.custom.contains_key(field)) {
        db.sql().prepare_cached("DELETE FROM custom_value WHERE person = ? AND field = ?")?.execute([id.0, field.0])?;
    }
    for (field, value) in after.custom.iter().filter(|(field, value)| before.custom.get(field) != Some(value)) {
        db.sql()
            .prepare_cached(
                "INSERT INTO custom_value (person, field, value, at, by) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT (person, field) DO UPDATE SET value = excluded.value, at = excluded.at, by = excluded.by",
            )?
            .execute(params![id.0, field.0, value, stamp.at.0, stamp.by.0])?;
    }
    Ok(())
}

/// Returns a person's card.
pub fn get(db: &Db, id: Id) -> Result<Option<Person>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT p.number, p.first_name, p.last_name, c.name, p.company, p.title, p.position, p.category, p.business, p.our_contact,
             p.country, p.language, p.birth_date, p.website, p.note, p.former_employee, p.no_mailings, p.picture, p.source,
             p.created_at, p.created_by, p.updated_at, p.updated_by
         FROM person p LEFT JOIN company c ON c.id = p.company WHERE p.id = ?",
    )?;
    let item = |row: &rusqlite::Row<'_>, column: usize| {
        Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(column)?.map(list::Id))
    };
    let found = statement
        .query_row([id.0], |row| {
            let birth_date: Option<String> = row.get(12)?;
            Ok(Person {
                id,
                company: row.get::<_, Option<i64>>(4)?.map(company::Id),
                source: list::Id(row.get(18)?),
                created_at: Moment(row.get(19)?),
                created_by: user::Id(row.get(20)?),
                updated_at: Moment(row.get(21)?),
                updated_by: user::Id(row.get(22)?),
                content: Content {
                    number: row.get::<_, Option<String>>(0)?.unwrap_or_default(),
                    first_name: row.get(1)?,
                    last_name: row.get(2)?,
                    company: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                    title: row.get(5)?,
                    position: item(row, 6)?,
                    category: item(row, 7)?,
                    business: item(row, 8)?,
                    our_contact: row.get::<_, Option<i64>>(9)?.map(user::Id),
                    country: row.get(10)?,
                    language: item(row, 11)?,
                    birth_date: birth_date.and_then(|day| day.parse::<NaiveDate>().ok()),
                    website: row.get(13)?,
                    note: row.get(14)?,
                    former_employee: row.get(15)?,
                    no_mailings: row.get(16)?,
                    picture: row.get::<_, Option<i64>>(17)?.map(attachment::Id),
                    emails: Vec::new(),
                    phones: Vec::new(),
                    addresses: Vec::new(),
                    interests: Vec::new(),
                    custom: BTreeMap::new(),
                },
            })
        })
        .optional()?;
    let Some(mut person) = found else { return Ok(None) };
    let content = &mut person.content;
    contacts::read(db, Owner::Person(id), content.contacts_mut())?;
    let mut statement =
        db.sql().prepare_cached("SELECT interest FROM person_interest WHERE person = ? ORDER BY interest")?;
    content.interests = statement.query_map([id.0], |row| row.get(0).map(list::Id))?.collect::<Result<_, _>>()?;
    let mut statement =
        db.sql().prepare_cached("SELECT field, value FROM custom_value WHERE person = ? ORDER BY field")?;
    content.custom =
        statement.query_map([id.0], |row| Ok((custom::Id(row.get(0)?), row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(Some(person))
}

/// Returns what a list shows of the persons, in the order asked for; those that are gone are left out.
pub fn lines(db: &Db, ids: &[Id], of_age: OfAge) -> Result<Vec<Line>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT p.first_name, p.last_name, c.name, p.category, p.updated_at, p.former_employee,
             (SELECT address FROM email WHERE person = p.id ORDER BY rank, id LIMIT 1),
             (SELECT number FROM phone WHERE person = p.id AND label = ?2 ORDER BY rank, id LIMIT 1), p.title, p.our_contact,
             (SELECT city FROM address WHERE person = p.id AND city <> '' ORDER BY rank, id LIMIT 1),
             (SELECT max(at) FROM activity WHERE person = p.id)
         FROM person p LEFT JOIN company c ON c.id = p.company WHERE p.id = ?1",
    )?;
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let line = statement
            .query_row([id.0, list::LABEL_MOBILE.0], |row| {
                Ok(Line {
                    id: *id,
                    first_name: row.get(0)?,
                    last_name: row.get(1)?,
                    company: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                    category: row.get::<_, Option<i64>>(3)?.map(list::Id),
                    updated_at: Moment(row.get(4)?),
                    former_employee: row.get(5)?,
                    email: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
                    mobile: row.get::<_, Option<String>>(7)?.unwrap_or_default(),
                    title: row.get(8)?,
                    our_contact: row.get::<_, Option<i64>>(9)?.map(user::Id),
                    city: row.get::<_, Option<String>>(10)?.unwrap_or_default(),
                    last_activity: row.get::<_, Option<i64>>(11)?.map(Moment),
                    basis: None,
                    marks: Marks::default(),
                })
            })
            .optional()?;
        if let Some(mut line) = line {
            line.basis = super::ledger::current(db, *id, list::SALES)?;
            line.marks = super::states::marks(db, *id, of_age)?;
            lines.push(line);
        }
    }
    Ok(lines)
}

/// How many are looked up one by one; for more, the list of everybody is read, which stands in an index by itself.
const LOOKED_UP: usize = 2_000;

/// Returns which of these are there, also in the trash.
pub fn existing(db: &Db, ids: &[Id]) -> Result<HashSet<Id>, Error> {
    if ids.len() > LOOKED_UP {
        let wanted: HashSet<Id> = ids.iter().copied().collect();
        let mut statement = db.sql().prepare_cached("SELECT id FROM person")?;
        let all = statement.query_map([], |row| row.get(0).map(Id))?;
        return Ok(all.filter(|id| id.as_ref().map_or(true, |id| wanted.contains(id))).collect::<Result<_, _>>()?);
    }
    let sql = "SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?))";
    let mut statement = db.sql().prepare_cached(sql)?;
    let found = statement.query_map([super::array(ids.iter().map(|id| id.0))], |row| row.get(0).map(Id))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Returns the random number by which the journal knows the person.
pub fn journal_ref(db: &Db, id: Id) -> Result<Option<i64>, Error> {
    Ok(db
        .sql()
        .prepare_cached("SELECT journal_ref FROM person WHERE id = ?")?
        .query_row([id.0], |row| row.get(0))
        .optional()?)
}

/// Returns the person for whom a random number of the journal stands.
pub fn by_journal_ref(db: &Db, journal_ref: i64) -> Result<Option<Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id FROM person WHERE journal_ref = ?")?;
    Ok(statement.query_row([journal_ref], |row| row.get(0).map(Id)).optional()?)
}

/// Returns the company that a card names.
pub fn company(db: &Db, id: Id) -> Result<Option<company::Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT company FROM person WHERE id = ?")?;
    let company = statement.query_row([id.0], |row| row.get::<_, Option<i64>>(0)).optional()?;
    Ok(company.flatten().map(company::Id))
}

/// Returns when the card was last changed.
pub fn updated_at(db: &Db, id: Id) -> Result<Option<Moment>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT updated_at FROM person WHERE id = ?")?;
    Ok(statement.query_row([id.0], |row| row.get(0).map(Moment)).optional()?)
}

/// Returns every number that a card has.
pub fn numbers(db: &Db) -> Result<std::collections::HashSet<String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT number FROM person WHERE number IS NOT NULL")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns who has this e-mail address; `key` is the address in small letters.
pub fn with_email(db: &Db, key: &str) -> Result<Vec<Id>, Error> {
    ids(db, "SELECT DISTINCT person FROM email WHERE key = ? ORDER BY person LIMIT 50", key)
}

/// Returns who has a number with these last digits.
pub fn with_phone(db: &Db, key: &str) -> Result<Vec<Id>, Error> {
    ids(db, "SELECT DISTINCT person FROM phone WHERE key = ? ORDER BY person LIMIT 50", key)
}

/// Returns whose card has this number.
pub fn with_number(db: &Db, number: &str) -> Result<Option<Id>, Error> {
    Ok(ids(db, "SELECT id FROM person WHERE number = ?", number)?.pop())
}

fn ids(db: &Db, sql: &str, key: &str) -> Result<Vec<Id>, Error> {
    let mut statement = db.sql().prepare_cached(sql)?;
    Ok(statement.query_map([key], |row| row.get(0).map(Id))?.collect::<Result<_, _>>()?)
}

/// Returns who works at the company.
pub fn at_company(db: &Db, company: company::Id, limit: usize) -> Result<Vec<Id>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT id FROM person WHERE company = ? ORDER BY sort_key, id LIMIT ?")?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(statement.query_map([company.0, limit], |row| row.get(0).map(Id))?.collect::<Result<_, _>>()?)
}

/// Returns who has an address in the city, as it is written there.
pub fn in_city(db: &Db, city: &str, limit: usize) -> Result<Vec<Id>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT DISTINCT person FROM address WHERE city = ? AND city <> '' LIMIT ?")?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(statement.query_map(params![city, limit], |row| row.get(0).map(Id))?.collect::<Result<_, _>>()?)
}

/// Returns whether somebody else than a user looks after a person.
pub fn is_of_another(db: &Db, id: Id, user: user::Id) -> Result<bool, Error> {
    let mut statement = db.sql().prepare_cached("SELECT 1 FROM person WHERE id = ? AND our_contact <> ?")?;
    Ok(statement.exists([id.0, user.0])?)
}

/// Returns whether anybody looks after a person.
pub fn is_looked_after(db: &Db, id: Id) -> Result<bool, Error> {
    let mut statement = db.sql().prepare_cached("SELECT 1 FROM person WHERE id = ? AND our_contact IS NOT NULL")?;
    Ok(statement.exists([id.0])?)
}

/// Returns everybody whom somebody else than a user looks after.
pub fn of_others(db: &Db, user: user::Id) -> Result<HashSet<Id>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT id FROM person WHERE our_contact IS NOT NULL AND our_contact <> ?")?;
    Ok(statement.query_map([user.0], |row| row.get(0).map(Id))?.collect::<Result<_, _>>()?)
}

/// Lets a user look after a person, or nobody, as if it had been typed elsewhere.
#[cfg(test)]
pub fn look_after(db: &Db, id: Id, user: Option<user::Id>) -> Result<(), Error> {
    db.sql().execute("UPDATE person SET our_contact = ? WHERE id = ?", params![user.map(|user| user.0), id.0])?;
    Ok(())
}

/// Returns the condition that a viewer sees the person in a column: whoever does not lie in the trash, and, where there
/// is a viewer, nobody else looks after.
pub(super) fn seen_by(viewer: Option<user::Id>, column: &str) -> String {
    let outside = super::trash::without_persons(column);
    match viewer {
        Some(_) => format!("{outside} AND {}", looked_after_by(viewer, column)),
        None => outside,
    }
}

/// Returns the condition that a person is looked after by a user or by nobody; always true without a user.
pub(super) fn looked_after_by(viewer: Option<user::Id>, column: &str) -> String {
    match viewer {
        Some(user::Id(viewer)) => {
            format!("NOT EXISTS (SELECT 1 FROM person seen WHERE seen.id = {column} AND seen.our_contact <> {viewer})")
        }
        None => "1".to_owned(),
    }
}

/// Returns a person's name as it is read.
pub fn name(db: &Db, id: Id) -> Result<Option<String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT first_name, last_name FROM person WHERE id = ?")?;
    let name = |row: &rusqlite::Row<'_>| {
        Ok(crate::model::person::full_name(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?))
    };
    Ok(statement.query_row([id.0], name).optional()?)
}

/// Returns first name, last name and cities of a person, to compare names within a city.
pub fn name_and_cities(db: &Db, id: Id) -> Result<Option<(String, String, Vec<String>)>, Error> {
    let name = db
        .sql()
        .prepare_cached("SELECT first_name, last_name FROM person WHERE id = ?")?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((first, last)) = name else { return Ok(None) };
    let mut statement = db.sql().prepare_cached("SELECT city FROM address WHERE person = ? AND city <> ''")?;
    let cities = statement.query_map([id.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(Some((first, last, cities)))
}

/// Returns how many cards there are.
pub fn count(db: &Db) -> Result<u64, Error> {
    Ok(db.sql().query_row("SELECT count(*) FROM person", [], |row| row.get(0))?)
}

/// Removes a card with everything that is the person's, table by table as the data map lists them.
///
/// The files of attachments are the caller's to remove, once this is committed.
pub fn erase(db: &Db, id: Id) -> Result<(), Error> {
    db.sql().prepare_cached("INSERT INTO erasing (person) VALUES (?)")?.execute([id.0])?;
    for table in data_map::TABLES {
        db.sql().prepare_cached(&format!("DELETE FROM {} WHERE {} = ?", table.table, table.person))?.execute([id.0])?;
    }
    db.sql().prepare_cached("DELETE FROM erasing WHERE person = ?")?.execute([id.0])?;
    Ok(())
}

/// Runs `work` with the indexes of cards and companies taken away, and builds them anew afterwards.
///
/// Building an index over many rows at once takes a fraction of keeping it while they come in no order. Only for work
/// that looks nobody up by e-mail, phone, number or name, nor a company by its name.
pub fn without_indexes<T, E: From<Error>>(db: &Db, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    without(db, &[], work)
}

/// Does the same, but keeps the indexes that changing a card needs: whose number is it, who else works there, and which
/// company has that name.
pub fn without_indexes_for_finding<T, E: From<Error>>(db: &Db, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    without(db, &["company_key", "person_number", "person_company"], work)
}

fn without<T, E: From<Error>>(db: &Db, kept: &[&str], work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let mut indexes = indexes(db)?;
    indexes.retain(|(name, _)| !kept.contains(&name.as_str()));
    for (name, _) in &indexes {
        db.sql().execute_batch(&format!("DROP INDEX {name}")).map_err(Error::from)?;
    }
    let done = work()?;
    for (_, sql) in indexes {
        db.sql().execute_batch(&sql).map_err(Error::from)?;
    }
    Ok(done)
}

/// Returns the indexes of the tables that cards and companies are written to, and the statements that make them. Those
/// that are part of a table have none.
fn indexes(db: &Db) -> Result<Vec<(String, String)>, Error> {
    let mut statement = db.sql().prepare(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
             AND tbl_name IN ('person', 'company', 'email', 'phone', 'address', 'import_row',
             'journal') ORDER BY rowid",
    )?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}
