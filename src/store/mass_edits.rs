//! Mass edits: reading and writing many cards a few columns at a time, and what each card held before.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::types::{Type, Value as Cell};
use rusqlite::{OptionalExtension, Row, params, params_from_iter};

use super::persons::{self, Stamp};
use super::{Db, Error, array, contacts};
use crate::model::basis;
use crate::model::field::Field;
use crate::model::list;
use crate::model::mass_edit::{Id, Of, Past, Which};
use crate::model::person::{Content, Person};
use crate::model::{Moment, company, custom, person, subscription, user};

/// A card as far as a mass edit needs it: what it does not change is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The card.
    pub person: Person,
    /// The random number by which the journal knows the person.
    pub reference: i64,
}

/// The columns of a card's own row, by the field they hold, and what stands in for one that is not read.
const COLUMNS: [(Field, &str, &str); 15] = [
    (Field::Number, "number", "NULL"),
    (Field::FirstName, "first_name", "''"),
    (Field::LastName, "last_name", "''"),
    (Field::Title, "title", "''"),
    (Field::Position, "position", "NULL"),
    (Field::Category, "category", "NULL"),
    (Field::Business, "business", "NULL"),
    (Field::OurContact, "our_contact", "NULL"),
    (Field::Country, "country", "''"),
    (Field::Language, "language", "NULL"),
    (Field::BirthDate, "birth_date", "NULL"),
    (Field::Website, "website", "''"),
    (Field::Note, "note", "''"),
    (Field::FormerEmployee, "former_employee", "0"),
    (Field::NoMailings, "no_mailings", "0"),
];

/// Returns some fields of persons' cards, in the order of their identities; those that are gone are left out.
///
/// E-mails, phones and addresses go by the field that is the whole list.
pub fn cards(db: &Db, ids: &[i64], fields: &[Field]) -> Result<Vec<Card>, Error> {
    let has = |field: &Field| fields.contains(field);
    let mut columns: Vec<String> = COLUMNS
        .iter()
        .map(|(field, column, nothing)| if has(field) { format!("p.{column}") } else { (*nothing).to_owned() })
        .collect();
    if has(&Field::Company) {
        columns.push("p.company, coalesce((SELECT name FROM company WHERE id = p.company), '')".to_owned());
    } else {
        columns.push("NULL, ''".to_owned());
    }
    let sql = format!(
        "SELECT p.id, p.journal_ref, p.updated_at, p.created_at, {}
         FROM json_each(?1) wanted CROSS JOIN person p ON p.id = wanted.value",
        columns.join(", ")
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let cards = statement.query_map([array(ids.iter().copied())], read)?.collect::<Result<Vec<_>, _>>()?;
    let mut cards: Vec<Card> = cards;
    // They come as they were asked for, which is in this order as a rule: SQLite would copy every row to sort them.
    cards.sort_by_key(|card| card.person.id);
    let has_custom = fields.iter().any(|field| matches!(field, Field::Custom(_)));
    let has_contacts = [Field::Emails, Field::Phones, Field::Addresses].iter().any(has);
    for card in &mut cards {
        let id = card.person.id;
        if has_contacts {
            contacts::read(db, contacts::Owner::Person(id), card.person.content.contacts_mut())?;
        }
        if has(&Field::Interests) {
            let mut statement =
                db.sql().prepare_cached("SELECT interest FROM person_interest WHERE person = ? ORDER BY interest")?;
            let rows = statement.query_map([id.0], |row| row.get(0).map(list::Id))?;
            card.person.content.interests = rows.collect::<Result<_, _>>()?;
        }
        if has_custom {
            let mut statement =
                db.sql().prepare_cached("SELECT field, value FROM custom_value WHERE person = ? ORDER BY field")?;
            let rows = statement.query_map([id.0], |row| Ok((custom::Id(row.get(0)?), row.get(1)?)))?;
            card.person.content.custom = rows.collect::<Result<_, _>>()?;
        }
    }
    Ok(cards)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Card> {
    let item = |column: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(column)?.map(list::Id));
    let day: Option<String> = row.get(14)?;
    let content = Content {
        number: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        first_name: row.get(5)?,
        last_name: row.get(6)?,
        title: row.get(7)?,
        position: item(8)?,
        category: item(9)?,
        business: item(10)?,
        our_contact: row.get::<_, Option<i64>>(11)?.map(user::Id),
        country: row.get(12)?,
        language: item(13)?,
        birth_date: day.and_then(|day| day.parse::<NaiveDate>().ok()),
        website: row.get(15)?,
        note: row.get(16)?,
        former_employee: row.get(17)?,
        no_mailings: row.get(18)?,
        company: row.get(20)?,
        ..Content::default()
    };
    let updated_at = Moment(row.get(2)?);
    let person = Person {
        id: person::Id(row.get(0)?),
        content,
        company: row.get::<_, Option<i64>>(19)?.map(company::Id),
        source: list::SOURCE_USER,
        created_at: Moment(row.get(3)?),
        created_by: user::FIRST_ID,
        updated_at,
        updated_by: user::FIRST_ID,
    };
    Ok(Card { person, reference: row.get(1)? })
}

/// Writes the fields of a card that are named; what did not change of a list keeps its time, author and source.
///
/// # Errors
/// [`Error::Constraint`] where another card has the number.
pub fn write(db: &Db, before: &Person, after: &Person, fields: &[Field], stamp: &Stamp<'_>) -> Result<(), Error> {
    let content = &after.content;
    let mut sql = String::from("UPDATE person SET updated_at = ?, updated_by = ?");
    let mut cells = vec![Cell::from(stamp.at.0), Cell::from(stamp.by.0)];
    let mut put = |column: &str, cell: Cell| {
        sql.push_str(", ");
        sql.push_str(column);
        sql.push_str(" = ?");
        cells.push(cell);
    };
    let has = |field: &Field| fields.contains(field);
    for (field, column, _) in COLUMNS.iter().filter(|(field, ..)| has(field)) {
        put(column, cell(content, field));
    }
    if has(&Field::FirstName) || has(&Field::LastName) {
        put("sort_key", Cell::from(stamp.sort_key.to_vec()));
    }
    if has(&Field::Company) {
        put("company", Cell::from(stamp.company.map(|id| id.0)));
    }
    sql.push_str(" WHERE id = ?");
    cells.push(Cell::from(after.id.0));
    db.sql().prepare_cached(&sql)?.execute(params_from_iter(cells))?;
    let of_own_row = |field: &Field| *field == Field::Company || COLUMNS.iter().any(|(known, ..)| known == field);
    if fields.iter().all(of_own_row) {
        return Ok(());
    }
    persons::write_parts(db, after.id, &before.content, content, stamp)
}

fn cell(content: &Content, field: &Field) -> Cell {
    let text = |text: &str| Cell::from(text.to_owned());
    let item = |id: Option<list::Id>| Cell::from(id.map(|id| id.0));
    let plain = [
        (Field::FirstName, &content.first_name),
        (Field::LastName, &content.last_name),
        (Field::Title, &content.title),
        (Field::Country, &content.country),
        (Field::Website, &content.website),
        (Field::Note, &content.note),
    ];
    if let Some((_, words)) = plain.into_iter().find(|(known, _)| known == field) {
        return text(words);
    }
    let items = [
        (Field::Position, content.position),
        (Field::Category, content.category),
        (Field::Business, content.business),
        (Field::Language, content.language),
    ];
    if let Some((_, id)) = items.into_iter().find(|(known, _)| known == field) {
        return item(id);
    }
    if *field == Field::OurContact {
        return Cell::from(content.our_contact.map(|id| id.0));
    }
    if *field == Field::BirthDate {
        return Cell::from(content.birth_date.map(|day| day.to_string()));
    }
    if *field == Field::FormerEmployee {
        return Cell::from(content.former_employee);
    }
    if *field == Field::NoMailings {
        return Cell::from(content.no_mailings);
    }
    // No number is no value: two cards without one are not the same card.
    Cell::from(Some(content.number.clone()).filter(|number| !number.is_empty()))
}

/// A row of the ledger, as far as it decides what holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its identity.
    pub id: basis::Id,
    /// The purpose.
    pub purpose: list::Id,
    /// The item of the list of bases.
    pub item: list::Id,
    /// Where the decision came from.
    pub source: list::Id,
    /// The row that it corrects.
    pub corrects: Option<basis::Id>,
    /// When it was entered.
    pub at: Moment,
}

/// Returns the ledgers of persons, the newest row of each first.
pub fn ledgers(db: &Db, ids: &[i64]) -> Result<HashMap<i64, Vec<Standing>>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT l.person, l.id, l.purpose, l.basis, l.source, l.corrects, l.at
         FROM json_each(?1) wanted CROSS JOIN ledger l ON l.person = wanted.value",
    )?;
    let mut all: HashMap<i64, Vec<Standing>> = HashMap::with_capacity(ids.len());
    let mut rows = statement.query([array(ids.iter().copied())])?;
    while let Some(row) = rows.next()? {
        all.entry(row.get(0)?).or_default().push(Standing {
            id: basis::Id(row.get(1)?),
            purpose: list::Id(row.get(2)?),
            item: list::Id(row.get(3)?),
            source: list::Id(row.get(4)?),
            corrects: row.get::<_, Option<i64>>(5)?.map(basis::Id),
            at: Moment(row.get(6)?),
        });
    }
    for rows in all.values_mut() {
        rows.sort_unstable_by_key(|row| std::cmp::Reverse((row.at, row.id)));
    }
    Ok(all)
}

/// Returns the activities of persons or companies that are asked for, each once, with the person each is with.
pub fn activities(
    db: &Db,
    of: crate::model::criteria::Of,
    ids: &[i64],
    which: &Which,
) -> Result<Vec<(i64, Option<person::Id>)>, Error> {
    let column = match of {
        crate::model::criteria::Of::Persons => "person",
        crate::model::criteria::Of::Companies => "company",
    };
    let sql = format!(
        "SELECT a.id, a.person FROM json_each(?1) wanted CROSS JOIN activity a ON a.{column} = wanted.value
         WHERE (?2 IS NULL OR a.kind = ?2) AND a.at >= ?3 AND a.at < ?4"
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let since = which.since.map_or(i64::MIN, |day| Moment::beginning(day).0);
    let until = which.until.and_then(|day| day.succ_opt()).map_or(i64::MAX, |day| Moment::beginning(day).0);
    let given = params![array(ids.iter().copied()), which.kind.map(|kind| kind.0), since, until];
    let rows = statement.query_map(given, |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(person::Id))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns what persons answered to types of mailings; those who said nothing are left out.
pub fn answers(db: &Db, ids: &[i64]) -> Result<HashMap<i64, Vec<subscription::Entry>>, Error> {
    super::subscriptions::of_persons(db, &array(ids.iter().copied()))
}

/// Adds an edit that has begun.
pub fn insert(db: &Db, id: Id, of: Of, name: &str, terms: &str, (at, by): (Moment, user::Id)) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO mass_edit (id, subject, name, terms, changed, unchanged, held, at, by)
             VALUES (?, ?, ?, ?, 0, 0, 0, ?, ?)",
        )?
        .execute(params![id.0, of.key(), name, terms, at.0, by.0])?;
    Ok(())
}

/// Notes what came of an edit.
pub fn finish(db: &Db, id: Id, changed: u64, unchanged: u64, held: u64) -> Result<(), Error> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    db.sql().prepare_cached("UPDATE mass_edit SET changed = ?, unchanged = ?, held = ? WHERE id = ?")?.execute([
        number(changed),
        number(unchanged),
        number(held),
        id.0,
    ])?;
    Ok(())
}

const PAST: &str =
    "SELECT id, subject, name, terms, changed, unchanged, held, at, by, undone_at, undone_by FROM mass_edit";

/// Returns an edit.
pub fn get(db: &Db, id: Id) -> Result<Option<Past>, Error> {
    let mut statement = db.sql().prepare_cached(&format!("{PAST} WHERE id = ?"))?;
    Ok(statement.query_row([id.0], past).optional()?)
}

/// Returns all edits, the newest first.
pub fn all(db: &Db) -> Result<Vec<Past>, Error> {
    let mut statement = db.sql().prepare_cached(&format!("{PAST} ORDER BY at DESC, id DESC"))?;
    Ok(statement.query_map([], past)?.collect::<Result<_, _>>()?)
}

fn past(row: &Row<'_>) -> rusqlite::Result<Past> {
    let subject: String = row.get(1)?;
    let terms: String = row.get(3)?;
    let unreadable = || rusqlite::Error::FromSqlConversionFailure(1, Type::Text, "no such subject".into());
    Ok(Past {
        id: Id(row.get(0)?),
        of: Of::from_key(&subject).ok_or_else(unreadable)?,
        name: row.get(2)?,
        // Erasure may have taken a name out of it.
        edit: serde_json::from_str(&terms).ok(),
        changed: row.get(4)?,
        unchanged: row.get(5)?,
        held: row.get(6)?,
        at: Moment(row.get(7)?),
        by: user::Id(row.get(8)?),
        undone: row
            .get::<_, Option<i64>>(9)?
            .map(|at| {
                Ok::<_, rusqlite::Error>((Moment(at), user::Id(row.get::<_, Option<i64>>(10)?.unwrap_or_default())))
            })
            .transpose()?,
    })
}

/// Forgets what records held before an edit, but of these: it is theirs again.
pub fn forget(db: &Db, id: Id, of: Of, but: &[i64]) -> Result<(), Error> {
    let (table, column) = place(of);
    let but = serde_json::to_string(but).unwrap_or_default();
    let sql = format!("DELETE FROM {table} WHERE edit = ? AND {column} NOT IN (SELECT value FROM json_each(?))");
    db.sql().prepare_cached(&sql)?.execute(params![id.0, but])?;
    Ok(())
}

/// Notes that an edit was taken back.
pub fn mark_undone(db: &Db, id: Id, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE mass_edit SET undone_at = ?, undone_by = ? WHERE id = ?")?
        .execute([at.0, by.0, id.0])?;
    Ok(())
}

fn place(of: Of) -> (&'static str, &'static str) {
    match of {
        Of::Persons => ("mass_edit_person", "person"),
        Of::Companies => ("mass_edit_company", "company"),
        Of::Activities => ("mass_edit_activity", "activity"),
    }
}

/// Keeps what a card held before an edit.
pub fn keep(db: &Db, edit: Id, of: Of, record: i64, before: &str, after_at: Moment) -> Result<(), Error> {
    let (table, column) = place(of);
    let sql = format!("INSERT INTO {table} (edit, {column}, before, after_at) VALUES (?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![edit.0, record, before, after_at.0])?;
    Ok(())
}

/// Keeps what an activity held before an edit, with whose it is, so that it goes with them.
pub fn keep_activity(
    db: &Db,
    edit: Id,
    activity: &crate::model::activity::Activity,
    before: &str,
    after_at: Moment,
) -> Result<(), Error> {
    let content = &activity.content;
    let (person, company) = (content.person.map(|id| id.0), content.company.map(|id| id.0));
    db.sql()
        .prepare_cached(
            "INSERT INTO mass_edit_activity (edit, activity, person, company, before, after_at)
             VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![edit.0, activity.id.0, person, company, before, after_at.0])?;
    Ok(())
}

/// What an edit did to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The record.
    pub record: i64,
    /// What it held before, as the office wrote it.
    pub before: String,
    /// The record's time of change when the edit left it.
    pub after_at: Moment,
}

/// Returns what an edit did, record by record, in the order of their identities: at most `limit` of those after one.
pub fn kept_after(db: &Db, edit: Id, of: Of, after: i64, limit: usize) -> Result<Vec<Kept>, Error> {
    let (table, column) = place(of);
    let sql = format!(
        "SELECT {column}, before, after_at FROM {table} WHERE edit = ? AND {column} > ? ORDER BY {column} LIMIT ?"
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let rows = statement.query_map(params![edit.0, after, i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
        Ok(Kept { record: row.get(0)?, before: row.get(1)?, after_at: Moment(row.get(2)?) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns how many records an edit can give something back.
pub fn count_kept(db: &Db, edit: Id, of: Of) -> Result<u64, Error> {
    let (table, _) = place(of);
    let mut statement = db.sql().prepare_cached(&format!("SELECT count(*) FROM {table} WHERE edit = ?"))?;
    Ok(statement.query_row([edit.0], |row| row.get(0))?)
}
