//! Companies' cards.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, params};

use super::contacts::{self, Mark, Owner};
use super::{Db, Error, trash};
use crate::model::company::{Company, Content, Id, Line, Member};
use crate::model::contact::Origin;
use crate::model::state::Marks;
use crate::model::{Moment, list, person, user};

/// What the program adds to the content of a card when it writes it.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// The folded name, by which a typed name finds its company.
    pub key: &'a str,
    /// The name's sort key in the office's language.
    pub sort_key: &'a [u8],
    /// When.
    pub at: Moment,
    /// Who.
    pub by: user::Id,
    /// Whether the card is given back as it was: what changes then has the time and author it comes with.
    pub restoring: bool,
}

impl Stamp<'_> {
    fn mark(&self) -> Mark {
        let fresh = Origin { at: self.at, by: self.by, source: list::SOURCE_USER };
        Mark { fresh, restoring: self.restoring }
    }
}

/// Returns the company whose folded name is `key`, unless it lies in the trash; where several have it, the oldest.
pub fn by_key(db: &Db, key: &str) -> Result<Option<Id>, Error> {
    let there = trash::without_companies("company.id");
    Ok(db
        .sql()
        .prepare_cached(&format!("SELECT id FROM company WHERE key = ? AND {there} ORDER BY id LIMIT 1"))?
        .query_row([key], |row| row.get(0).map(Id))
        .optional()?)
}

/// Returns every company outside the trash by its folded name; where several have it, the oldest.
pub fn keys(db: &Db) -> Result<HashMap<String, Id>, Error> {
    let there = trash::without_companies("company.id");
    let mut statement = db.sql().prepare(&format!("SELECT key, id FROM company WHERE {there} ORDER BY id DESC"))?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, Id(row.get(1)?))))?.collect::<Result<_, _>>()?)
}

/// Returns identity and name of another company that has this organisation number, written the same way.
pub fn by_org_number(db: &Db, number: &str, but: Option<Id>) -> Result<Option<(Id, String)>, Error> {
    let there = trash::without_companies("company.id");
    let mut statement = db.sql().prepare_cached(&format!(
        "SELECT id, name FROM company WHERE org_number = ?1 AND org_number <> '' AND id IS NOT ?2 AND {there}
         ORDER BY id LIMIT 1"
    ))?;
    Ok(statement.query_row(params![number, but.map(|id| id.0)], |row| Ok((Id(row.get(0)?), row.get(1)?))).optional()?)
}

/// Adds a card.
pub fn insert(db: &Db, id: Id, content: &Content, stamp: &Stamp<'_>) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO company (id, name, key, sort_key, org_number, category, business, our_contact, country, website, note,
                 created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?12, ?13)",
        )?
        .execute(params![
            id.0,
            content.name,
            stamp.key,
            stamp.sort_key,
            content.org_number,
            content.category.map(|id| id.0),
            content.business.map(|id| id.0),
            content.our_contact.map(|id| id.0),
            content.country,
            content.website,
            content.note,
            stamp.at.0,
            stamp.by.0
        ])?;
    contacts::write(db, Owner::Company(id), Content::default().contacts(), content.contacts(), stamp.mark())
}

/// Writes a card that was removed as it was, with its own times and authors.
pub fn put_back(db: &Db, company: &Company, key: &str, sort_key: &[u8]) -> Result<(), Error> {
    let Company { id, content, created_at: at, created_by: by, updated_at, updated_by } = company;
    insert(db, *id, content, &Stamp { key, sort_key, at: *at, by: *by, restoring: true })?;
    db.sql().prepare_cached("UPDATE company SET updated_at = ?2, updated_by = ?3 WHERE id = ?1")?.execute(params![
        id.0,
        updated_at.0,
        updated_by.0
    ])?;
    Ok(())
}

/// Writes a card anew. What did not change keeps its time and author.
pub fn update(db: &Db, before: &Company, content: &Content, stamp: &Stamp<'_>) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE company SET name = ?2, key = ?3, sort_key = ?4, org_number = ?5, category = ?6, business = ?7, our_contact = ?8,
                 country = ?9, website = ?10, note = ?11, updated_at = ?12, updated_by = ?13
             WHERE id = ?1",
        )?
        .execute(params![
            before.id.0,
            content.name,
            stamp.key,
            stamp.sort_key,
            content.org_number,
            content.category.map(|id| id.0),
            content.business.map(|id| id.0),
            content.our_contact.map(|id| id.0),
            content.country,
            content.website,
            content.note,
            stamp.at.0,
            stamp.by.0
        ])?;
    contacts::write(db, Owner::Company(before.id), before.content.contacts(), content.contacts(), stamp.mark())
}

/// Returns a company's card.
pub fn get(db: &Db, id: Id) -> Result<Option<Company>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT name, org_number, category, business, our_contact, country, website, note, created_at, created_by, updated_at,
             updated_by
         FROM company WHERE id = ?",
    )?;
    let found = statement
        .query_row([id.0], |row| {
            Ok(Company {
                id,
                content: Content {
                    name: row.get(0)?,
                    org_number: row.get(1)?,
                    category: row.get::<_, Option<i64>>(2)?.map(list::Id),
                    business: row.get::<_, Option<i64>>(3)?.map(list::Id),
                    our_contact: row.get::<_, Option<i64>>(4)?.map(user::Id),
                    country: row.get(5)?,
                    website: row.get(6)?,
                    note: row.get(7)?,
                    emails: Vec::new(),
                    phones: Vec::new(),
                    addresses: Vec::new(),
                },
                created_at: Moment(row.get(8)?),
                created_by: user::Id(row.get(9)?),
                updated_at: Moment(row.get(10)?),
                updated_by: user::Id(row.get(11)?),
            })
        })
        .optional()?;
    let Some(mut company) = found else { return Ok(None) };
    contacts::read(db, Owner::Company(id), company.content.contacts_mut())?;
    Ok(Some(company))
}

/// Returns a company's name.
pub fn name(db: &Db, id: Id) -> Result<Option<String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT name FROM company WHERE id = ?")?;
    Ok(statement.query_row([id.0], |row| row.get(0)).optional()?)
}

/// Returns what a list shows of the companies, in the order asked for; those that are gone are left out. People whom the
/// viewer may not see are not counted.
pub fn lines(db: &Db, ids: &[Id], viewer: Option<user::Id>) -> Result<Vec<Line>, Error> {
    let seen = super::persons::seen_by(viewer, "p.id");
    let mut statement = db.sql().prepare_cached(&format!(
        "SELECT name, org_number, category, updated_at, (SELECT count(*) FROM person p WHERE p.company = c.id
                 AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person = p.id AND r.lifted_at IS NULL) AND {seen}),
             (SELECT city FROM company_address WHERE company = c.id AND city <> '' ORDER BY rank, id LIMIT 1)
         FROM company c WHERE id = ?",
    ))?;
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let line = statement
            .query_row([id.0], |row| {
                Ok(Line {
                    id: *id,
                    name: row.get(0)?,
                    org_number: row.get(1)?,
                    category: row.get::<_, Option<i64>>(2)?.map(list::Id),
                    updated_at: Moment(row.get(3)?),
                    people: row.get(4)?,
                    city: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                })
            })
            .optional()?;
        lines.extend(line);
    }
    Ok(lines)
}

/// Returns who works and who worked at a company, in the order of their names: first those whose cards name it, then
/// those whose cards did, the latest to leave first.
pub fn members(db: &Db, id: Id) -> Result<Vec<Member>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, first_name, last_name, title, position, former_employee FROM person WHERE company = ?
         ORDER BY former_employee, sort_key, id",
    )?;
    let now = statement.query_map([id.0], |row| {
        Ok(Member {
            person: person::Id(row.get(0)?),
            first_name: row.get(1)?,
            last_name: row.get(2)?,
            title: row.get(3)?,
            position: row.get::<_, Option<i64>>(4)?.map(list::Id),
            is_former: row.get(5)?,
            since: None,
            until: None,
            marks: Marks::default(),
        })
    })?;
    let mut members = now.collect::<Result<Vec<_>, _>>()?;
    let mut statement = db.sql().prepare_cached(
        "SELECT p.id, p.first_name, p.last_name, e.title, e.since, e.until FROM employment e JOIN person p ON p.id = e.person
         WHERE e.company = ? ORDER BY e.until DESC, p.sort_key, p.id",
    )?;
    let before = statement.query_map([id.0], |row| {
        Ok(Member {
            person: person::Id(row.get(0)?),
            first_name: row.get(1)?,
            last_name: row.get(2)?,
            title: row.get(3)?,
            position: None,
            is_former: true,
            since: row.get::<_, Option<i64>>(4)?.map(Moment),
            until: Some(Moment(row.get(5)?)),
            marks: Marks::default(),
        })
    })?;
    for member in before {
        members.push(member?);
    }
    Ok(members)
}

/// Returns up to `limit` names whose folded form begins with `start`, in order.
pub fn names_starting(db: &Db, start: &str, limit: usize) -> Result<Vec<String>, Error> {
    let there = trash::without_companies("company.id");
    let mut statement = db.sql().prepare_cached(&format!(
        "SELECT name FROM company WHERE key >= ?1 AND key < ?2 AND {there} ORDER BY sort_key LIMIT ?3"
    ))?;
    let end = format!("{start}\u{10FFFF}");
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(statement.query_map(params![start, end, limit], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns whether nothing hangs on the company: nobody works or worked there, and no activity is about it.
pub fn is_unused(db: &Db, id: Id) -> Result<bool, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM person WHERE company = ?1) AND NOT EXISTS (SELECT 1 FROM employment WHERE company = ?1)
             AND NOT EXISTS (SELECT 1 FROM activity WHERE company = ?1)",
    )?;
    Ok(statement.query_row([id.0], |row| row.get(0))?)
}

/// Removes a company's card, with what users marked about it.
///
/// # Errors
/// [`Error::Constraint`] where something hangs on it: see [`is_unused`].
pub fn remove(db: &Db, id: Id) -> Result<(), Error> {
    for sql in [
        "DELETE FROM favourite WHERE record = ?",
        "DELETE FROM seen WHERE record = ?",
        "DELETE FROM draft WHERE record = ?",
        "DELETE FROM selection_company WHERE company = ?",
        "DELETE FROM company_email WHERE company = ?",
        "DELETE FROM company_phone WHERE company = ?",
        "DELETE FROM company_address WHERE company = ?",
        "DELETE FROM company WHERE id = ?",
    ] {
        db.sql().prepare_cached(sql)?.execute([id.0])?;
    }
    Ok(())
}

/// Returns whether there is such a company.
pub fn exists(db: &Db, id: Id) -> Result<bool, Error> {
    Ok(db.sql().prepare_cached("SELECT 1 FROM company WHERE id = ?")?.exists([id.0])?)
}

/// Returns how many companies there are.
pub fn count(db: &Db) -> Result<u64, Error> {
    Ok(db.sql().query_row("SELECT count(*) FROM company", [], |row| row.get(0))?)
}
