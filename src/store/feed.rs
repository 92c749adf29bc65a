//! Passes over all cards of persons: what the search index is built from, and what lists are ordered by.

pub mod cards;
pub mod companies;
pub(super) mod side;

use super::{Db, Error};
use crate::model::person::Id;
use crate::model::{Moment, email, list, phone, user};

/// What the search field searches of one person.
#[derive(Debug, Default)]
pub struct Texts {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The card's number.
    pub number: String,
    /// The company's name.
    pub company: String,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Phone numbers, as they are shown.
    pub phones: Vec<String>,
}

/// Returns all persons in the order of their names, but those in the trash.
pub fn by_name(db: &Db) -> Result<Vec<Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id FROM person ORDER BY sort_key, id")?;
    let mut ids: Vec<Id> = statement.query_map([], |row| row.get(0).map(Id))?.collect::<Result<_, _>>()?;
    let trashed = super::trash::persons(db)?;
    if !trashed.is_empty() {
        ids.retain(|id| !trashed.contains(id));
    }
    Ok(ids)
}

/// Returns the person that follows `id` in the order of names.
pub fn next_by_name(db: &Db, id: Id) -> Result<Option<Id>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id FROM person WHERE (sort_key, id) > (SELECT sort_key, id FROM person WHERE id = ?) ORDER BY sort_key, id LIMIT 1",
    )?;
    let mut rows = statement.query([id.0])?;
    Ok(rows.next()?.map(|row| row.get(0).map(Id)).transpose()?)
}

/// Calls `each` with every person's texts, in the order of their identities, until it returns false.
///
/// One pass over each table side by side: looking up e-mails and phones person by person would take many times as long.
pub fn each_texts(db: &Db, mut each: impl FnMut(Id, &Texts) -> bool) -> Result<(), Error> {
    let mut companies = std::collections::HashMap::new();
    let mut statement = db.sql().prepare("SELECT id, name FROM company")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        companies.insert(row.get::<_, i64>(0)?, row.get::<_, String>(1)?);
    }
    let mut email_statement = db.sql().prepare("SELECT person, address FROM email ORDER BY person, id")?;
    let mut emails = email_statement.query([])?;
    let mut email = emails.next()?;
    let mut phone_statement = db.sql().prepare("SELECT person, number FROM phone ORDER BY person, id")?;
    let mut phones = phone_statement.query([])?;
    let mut phone = phones.next()?;
    let mut statement =
        db.sql().prepare("SELECT id, first_name, last_name, number, company FROM person ORDER BY id")?;
    let mut persons = statement.query([])?;
    let mut texts = Texts::default();
    while let Some(row) = persons.next()? {
        let id: i64 = row.get(0)?;
        replace(&mut texts.first_name, row.get_ref(1)?.as_str().unwrap_or_default());
        replace(&mut texts.last_name, row.get_ref(2)?.as_str().unwrap_or_default());
        replace(&mut texts.number, row.get_ref(3)?.as_str().unwrap_or_default());
        let company = row.get::<_, Option<i64>>(4)?.and_then(|id| companies.get(&id));
        replace(&mut texts.company, company.map_or("", String::as_str));
        texts.emails.clear();
        texts.phones.clear();
        while let Some(row) = email {
            if row.get::<_, i64>(0)? > id {
                break;
            }
            texts.emails.push(row.get(1)?);
            email = emails.next()?;
        }
        while let Some(row) = phone {
            if row.get::<_, i64>(0)? > id {
                break;
            }
            texts.phones.push(row.get(1)?);
            phone = phones.next()?;
        }
        if !each(Id(id), &texts) {
            break;
        }
    }
    Ok(())
}

fn replace(text: &mut String, with: &str) {
    text.clear();
    text.push_str(with);
}

/// Returns one person's texts.
pub fn texts(db: &Db, id: Id) -> Result<Option<Texts>, Error> {
    let Some(person) = super::persons::get(db, id)? else { return Ok(None) };
    let content = person.content;
    Ok(Some(Texts {
        first_name: content.first_name,
        last_name: content.last_name,
        number: content.number,
        company: content.company,
        emails: content.emails.into_iter().map(|row| row.value).collect(),
        phones: content.phones.into_iter().map(|row| row.value).collect(),
    }))
}

/// Returns the place of every person's company among the companies' names, for those who have one.
pub fn company_places(db: &Db) -> Result<Vec<(Id, i64)>, Error> {
    let mut statement = db.sql().prepare(
        "SELECT p.id, c.place FROM person p
         JOIN (SELECT id, row_number() OVER (ORDER BY sort_key, id) AS place FROM company) c ON c.id = p.company ORDER BY p.id",
    )?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Returns every person's first e-mail address in small letters, for those who have one.
pub fn first_emails(db: &Db) -> Result<Vec<(Id, String)>, Error> {
    firsts(db, "SELECT person, address, rank FROM email ORDER BY person, rank, id", email::key)
}

/// Returns the digits of every person's first mobile number, for those who have one.
pub fn first_mobiles(db: &Db) -> Result<Vec<(Id, String)>, Error> {
    let sql = format!(
        "SELECT person, number, rank FROM phone WHERE label = {} ORDER BY person, rank, id",
        list::LABEL_MOBILE.0
    );
    firsts(db, &sql, phone::digits)
}

fn firsts(db: &Db, sql: &str, key: impl Fn(&str) -> String) -> Result<Vec<(Id, String)>, Error> {
    let mut statement = db.sql().prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut all: Vec<(Id, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        let id = Id(row.get(0)?);
        if all.last().is_none_or(|last| last.0 != id) {
            all.push((id, key(row.get_ref(1)?.as_str().unwrap_or_default())));
        }
    }
    Ok(all)
}

/// Returns every person's title, for those who have one.
pub fn titles(db: &Db) -> Result<Vec<(Id, String)>, Error> {
    let mut statement = db.sql().prepare("SELECT id, title FROM person WHERE title <> '' ORDER BY id")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Returns the city of every person's first address that has one.
pub fn first_cities(db: &Db) -> Result<Vec<(Id, String)>, Error> {
    firsts(db, "SELECT person, city, rank FROM address WHERE city <> '' ORDER BY person, rank, id", str::to_owned)
}

/// Returns who here is responsible for every person, for those who have somebody.
pub fn contacts(db: &Db) -> Result<Vec<(Id, user::Id)>, Error> {
    let mut statement =
        db.sql().prepare("SELECT id, our_contact FROM person WHERE our_contact IS NOT NULL ORDER BY id")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), user::Id(row.get(1)?))))?.collect::<Result<_, _>>()?)
}

/// Returns when the last activity with every person took place, for those with whom there was one.
pub fn last_activities(db: &Db) -> Result<Vec<(Id, Moment)>, Error> {
    let mut statement = db
        .sql()
        .prepare("SELECT person, max(at) FROM activity WHERE person IS NOT NULL GROUP BY person ORDER BY person")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), Moment(row.get(1)?))))?.collect::<Result<_, _>>()?)
}

/// Returns every person's category, for those who have one.
pub fn categories(db: &Db) -> Result<Vec<(Id, list::Id)>, Error> {
    let mut statement = db.sql().prepare("SELECT id, category FROM person WHERE category IS NOT NULL ORDER BY id")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), list::Id(row.get(1)?))))?.collect::<Result<_, _>>()?)
}

/// Returns when every person's card was last changed.
pub fn updated(db: &Db) -> Result<Vec<(Id, Moment)>, Error> {
    let mut statement = db.sql().prepare("SELECT id, updated_at FROM person ORDER BY id")?;
    Ok(statement.query_map([], |row| Ok((Id(row.get(0)?), Moment(row.get(1)?))))?.collect::<Result<_, _>>()?)
}

/// Calls `name` with every person's names and writes the sort key it returns, then the companies' likewise.
///
/// Needed when the office's language changes.
pub fn rewrite_sort_keys(
    db: &Db,
    person: impl Fn(&str, &str) -> Vec<u8>,
    company: impl Fn(&str) -> Vec<u8>,
) -> Result<(), Error> {
    let mut read = db.sql().prepare("SELECT id, first_name, last_name FROM person")?;
    let names: Vec<(i64, Vec<u8>)> = read
        .query_map([], |row| Ok((row.get(0)?, person(row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?))))?
        .collect::<Result<_, _>>()?;
    let mut write = db.sql().prepare("UPDATE person SET sort_key = ? WHERE id = ?")?;
    for (id, key) in names {
        write.execute(rusqlite::params![key, id])?;
    }
    let mut read = db.sql().prepare("SELECT id, name FROM company")?;
    let names: Vec<(i64, Vec<u8>)> =
        read.query_map([], |row| Ok((row.get(0)?, company(row.get_ref(1)?.as_str()?))))?.collect::<Result<_, _>>()?;
    let mut write = db.sql().prepare("UPDATE company SET sort_key = ? WHERE id = ?")?;
    for (id, key) in names {
        write.execute(rusqlite::params![key, id])?;
    }
    Ok(())
}

/// Returns how many persons' and companies' stored sort keys differ from the ones the functions give.
pub fn wrong_sort_keys(
    db: &Db,
    person: impl Fn(&str, &str) -> Vec<u8>,
    company: impl Fn(&str) -> Vec<u8>,
) -> Result<u64, Error> {
    let mut wrong = 0;
    let mut statement = db.sql().prepare("SELECT first_name, last_name, sort_key FROM person")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key = person(row.get_ref(0)?.as_str().unwrap_or_default(), row.get_ref(1)?.as_str().unwrap_or_default());
        wrong += u64::from(row.get_ref(2)?.as_blob().unwrap_or_default() != key);
    }
    let mut statement = db.sql().prepare("SELECT name, sort_key FROM company")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        wrong += u64::from(
            row.get_ref(1)?.as_blob().unwrap_or_default() != company(row.get_ref(0)?.as_str().unwrap_or_default()),
        );
    }
    Ok(wrong)
}

/// Returns every column of every table of ours, to compare with the data map.
pub fn columns(db: &Db) -> Result<Vec<(String, String)>, Error> {
    let mut statement = db.sql().prepare(
        "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid",
    )?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Returns every row of every table as a text, in order of the rows, to compare two files.
#[cfg(test)]
pub fn rows_for_tests(db: &Db) -> Result<Vec<(String, Vec<String>)>, Error> {
    let tables = db.texts(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'
         ORDER BY name",
    )?;
    let mut all = Vec::new();
    for table in tables {
        let columns = db.texts(&format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"))?;
        let rows = db.texts(&format!("SELECT {} FROM {table} ORDER BY 1", columns.join(" || '|' || ")))?;
        let key = |row: &String| (row.len(), row.clone());
        let mut rows = rows;
        if table == "journal" {
            rows.sort_by_key(|row| row.split('|').next().and_then(|seq| seq.parse::<i64>().ok()));
        } else {
            rows.sort_by_key(key);
        }
        all.push((table, rows));
    }
    Ok(all)
}
