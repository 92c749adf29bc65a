//! Passes over all companies.

use std::collections::HashMap;

use crate::model::company::Id;
use crate::model::{Moment, list, user};
use crate::store::{Db, Error, companies, trash};

/// What the search field searches of one company.
#[derive(Debug, Default)]
pub struct Texts {
    /// Name.
    pub name: String,
    /// Organisation number.
    pub org_number: String,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Phone numbers, as they are shown.
    pub phones: Vec<String>,
    /// Cities.
    pub cities: Vec<String>,
}

/// Returns all companies in the order of their names, but those in the trash.
pub fn by_name(db: &Db) -> Result<Vec<Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id FROM company ORDER BY sort_key, id")?;
    let mut ids: Vec<Id> = statement.query_map([], |row| row.get(0).map(Id))?.collect::<Result<_, _>>()?;
    let trashed = trash::companies(db)?;
    if !trashed.is_empty() {
        ids.retain(|id| !trashed.contains(id));
    }
    Ok(ids)
}

/// Returns the company that follows `id` in the order of names.
pub fn next_by_name(db: &Db, id: Id) -> Result<Option<Id>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id FROM company WHERE (sort_key, id) > (SELECT sort_key, id FROM company WHERE id = ?) ORDER BY sort_key, id LIMIT 1",
    )?;
    let mut rows = statement.query([id.0])?;
    Ok(rows.next()?.map(|row| row.get(0).map(Id)).transpose()?)
}

/// Calls `each` with the texts of every company outside the trash, in the order of their identities.
pub fn each_texts(db: &Db, mut each: impl FnMut(Id, &Texts)) -> Result<(), Error> {
    // Most companies are no more than a name: what the others have is looked up.
    let mut emails = several(db, "SELECT company, address FROM company_email ORDER BY company, rank, id")?;
    let mut phones = several(db, "SELECT company, number FROM company_phone ORDER BY company, rank, id")?;
    let mut cities =
        several(db, "SELECT company, city FROM company_address WHERE city <> '' ORDER BY company, rank, id")?;
    let trashed = trash::companies(db)?;
    let mut statement = db.sql().prepare("SELECT id, name, org_number FROM company ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if trashed.contains(&Id(id)) {
            continue;
        }
        let texts = Texts {
            name: row.get(1)?,
            org_number: row.get(2)?,
            emails: emails.remove(&id).unwrap_or_default(),
            phones: phones.remove(&id).unwrap_or_default(),
            cities: cities.remove(&id).unwrap_or_default(),
        };
        each(Id(id), &texts);
    }
    Ok(())
}

fn several(db: &Db, sql: &str) -> Result<HashMap<i64, Vec<String>>, Error> {
    let mut all: HashMap<i64, Vec<String>> = HashMap::new();
    let mut statement = db.sql().prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        all.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(all)
}

/// Returns the texts of a company that does not lie in the trash.
pub fn texts(db: &Db, id: Id) -> Result<Option<Texts>, Error> {
    if trash::holds_company(db, id)? {
        return Ok(None);
    }
    let Some(company) = companies::get(db, id)? else { return Ok(None) };
    let content = company.content;
    Ok(Some(Texts {
        name: content.name,
        org_number: content.org_number,
        emails: content.emails.into_iter().map(|row| row.value).collect(),
        phones: content.phones.into_iter().map(|row| row.value).collect(),
        cities: content.addresses.into_iter().map(|row| row.value.city).filter(|city| !city.is_empty()).collect(),
    }))
}

/// Returns every company's organisation number, for those that have one.
pub fn org_numbers(db: &Db) -> Result<Vec<(Id, String)>, Error> {
    let mut statement = db.sql().prepare("SELECT id, org_number FROM company WHERE org_number <> '' ORDER BY id")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Returns the first city of every company that has one.
pub fn cities(db: &Db) -> Result<Vec<(Id, String)>, Error> {
    let mut statement =
        db.sql().prepare("SELECT company, city FROM company_address WHERE city <> '' ORDER BY company, rank, id")?;
    let mut all: Vec<(Id, String)> =
        statement.query_map([], |row| Ok((Id(row.get(0)?), row.get(1)?)))?.collect::<Result<_, _>>()?;
    all.dedup_by_key(|(id, _)| *id);
    Ok(all)
}

/// Returns every company's category, for those that have one.
pub fn categories(db: &Db) -> Result<Vec<(Id, list::Id)>, Error> {
    let mut statement = db.sql().prepare("SELECT id, category FROM company WHERE category IS NOT NULL ORDER BY id")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), list::Id(row.get(1)?))))?.collect::<Result<_, _>>()?)
}

/// Returns how many people's cards name each company, for those that any names. As in its line, those that are closed,
/// and those whom a viewer may not see, do not count.
pub fn people(db: &Db, viewer: Option<user::Id>) -> Result<Vec<(Id, i64)>, Error> {
    let mut statement = db.sql().prepare(
        "SELECT company, count(*) FROM person
         WHERE company IS NOT NULL AND (?1 IS NULL OR our_contact IS NULL OR our_contact = ?1)
             AND id NOT IN (SELECT person FROM restriction WHERE lifted_at IS NULL)
             AND id NOT IN (SELECT person FROM trashed_person)
         GROUP BY company ORDER BY company",
    )?;
    Ok(statement
        .query_map([viewer.map(|viewer| viewer.0)], |row| Ok((Id(row.get(0)?), row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Returns when every company's card was last changed.
pub fn updated(db: &Db) -> Result<Vec<(Id, Moment)>, Error> {
    let mut statement = db.sql().prepare("SELECT id, updated_at FROM company ORDER BY id")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), Moment(row.get(1)?))))?.collect::<Result<_, _>>()?)
}
