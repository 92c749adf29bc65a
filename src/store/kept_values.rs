//! Where values of cards are besides the cards themselves: what imports, merges and drafts keep to give back.

use rusqlite::params;

use super::{Db, Error};
use crate::model::draft::Place;
use crate::model::field::{COMPANY, Field};
use crate::model::list;
use crate::model::person::Id;
use crate::model::{attachment, custom};

/// Returns the identities of the cards that hold anything in a field, former jobs included. `own` is the identity of an
/// own field.
pub fn having(db: &Db, field: &Field, own: Option<custom::Id>) -> Result<Vec<i64>, Error> {
    let Some(sql) = cards_with(field, own) else { return Ok(Vec::new()) };
    let mut statement = db.sql().prepare_cached(&format!("{sql} ORDER BY 1"))?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns of how many cards [`having`] tells, and how many of these are restricted.
pub fn count(db: &Db, field: &Field, own: Option<custom::Id>) -> Result<(usize, usize), Error> {
    let Some(sql) = cards_with(field, own) else { return Ok((0, 0)) };
    // Identities of companies and of persons are never the same.
    let mut statement = db.sql().prepare_cached(&format!(
        "WITH held (card) AS ({sql})
         SELECT count(*), count(*) FILTER (
             WHERE card IN (SELECT person FROM restriction WHERE lifted_at IS NULL)
         ) FROM held"
    ))?;
    Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Returns the query for the cards that hold anything in a field; none where cards have no such field.
fn cards_with(field: &Field, own: Option<custom::Id>) -> Option<String> {
    // The same columns stand in the tables of both kinds of card.
    let (card, lists, field) = match field.company_field() {
        Some(field) if COMPANY.contains(field) => ("company", "company_", field),
        Some(_) => return None,
        None => ("person", "", field),
    };
    let mobile = list::LABEL_MOBILE.0;
    let text = |column: &str| format!("SELECT id FROM {card} WHERE {column} <> ''");
    let chosen = |column: &str| format!("SELECT id FROM {card} WHERE {column} IS NOT NULL");
    let in_list = |list: &str, holds: &str| format!("SELECT DISTINCT {card} FROM {lists}{list} WHERE {holds}");
    let sql = match field {
        Field::Company => format!("{} UNION SELECT person FROM employment", chosen("company")),
        Field::Title => format!("{} UNION SELECT person FROM employment WHERE title <> ''", text("title")),
        Field::Country | Field::Website | Field::Note => text(field.key()),
        Field::OrgNumber if card == "company" => text("org_number"),
        Field::Position
        | Field::Category
        | Field::Business
        | Field::Language
        | Field::OurContact
        | Field::BirthDate
        | Field::Picture => chosen(field.key()),
        Field::FormerEmployee => "SELECT id FROM person WHERE former_employee".to_owned(),
        Field::Interests => "SELECT DISTINCT person FROM person_interest".to_owned(),
        Field::Email | Field::Emails => in_list("email", "true"),
        Field::Mobile => in_list("phone", &format!("label = {mobile}")),
        Field::Phone => in_list("phone", &format!("label IS NOT {mobile}")),
        Field::Address => in_list("address", "street <> ''"),
        Field::Postcode => in_list("address", "postcode <> ''"),
        Field::City => in_list("address", "city <> '' OR country <> ''"),
        Field::Custom(_) => match own {
            Some(id) => format!("SELECT person FROM custom_value WHERE field = {}", id.0),
            None => return None,
        },
        Field::Number
        | Field::FirstName
        | Field::LastName
        | Field::NoMailings
        | Field::Phones
        | Field::Addresses
        | Field::Relation
        | Field::LegalBasis
        | Field::Subscriptions
        | Field::Source
        | Field::Comment
        | Field::Purpose
        | Field::Activity
        | Field::Subject
        | Field::At
        | Field::Length
        | Field::Direction
        | Field::Recorded
        | Field::RecordConsent
        | Field::Due
        | Field::DoneAt
        | Field::Name
        | Field::OrgNumber
        | Field::OfCompany(_) => return None,
    };
    Some(sql)
}

/// Calls `change` with what each import keeps of a person's card, and keeps what that answers instead; none leaves it.
pub fn change_imports(db: &Db, mut change: impl FnMut(Id, &str) -> Option<String>) -> Result<usize, Error> {
    let mut statement = db.sql().prepare_cached("SELECT import, person, before FROM import_row WHERE before <> ''")?;
    let mut rows = statement.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        let before: String = row.get(2)?;
        let person = Id(row.get(1)?);
        if let Some(new) = change(person, &before) {
            changed.push((row.get::<_, i64>(0)?, person.0, new));
        }
    }
    for (import, person, before) in &changed {
        db.sql()
            .prepare_cached("UPDATE import_row SET before = ? WHERE import = ? AND person = ?")?
            .execute(params![before, import, person])?;
    }
    Ok(changed.len())
}

/// As [`change_imports`], with what each merge keeps of two cards, and whose card stayed.
pub fn change_merges(db: &Db, mut change: impl FnMut(Id, &str) -> Option<String>) -> Result<usize, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id, before, kept FROM merge WHERE before <> ''")?;
    let mut rows = statement.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        let before: String = row.get(1)?;
        if let Some(new) = change(Id(row.get(2)?), &before) {
            changed.push((row.get::<_, i64>(0)?, new));
        }
    }
    for (id, before) in &changed {
        db.sql().prepare_cached("UPDATE merge SET before = ? WHERE id = ?")?.execute(params![before, id])?;
    }
    Ok(changed.len())
}

/// As [`change_imports`], with what everybody typed of some kinds of card and did not save.
pub fn change_drafts(
    db: &Db,
    places: &[Place],
    mut change: impl FnMut(Place, &str) -> Option<String>,
) -> Result<usize, Error> {
    let places = places.iter().map(|place| format!("'{}'", place.key())).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT user, rank, content, place, record FROM draft WHERE place IN ({places})");
    let mut statement = db.sql().prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        let content: String = row.get(2)?;
        let place = Place::from_key(&row.get::<_, String>(3)?, row.get(4)?);
        if let Some(new) = place.and_then(|place| change(place, &content)) {
            changed.push((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, new));
        }
    }
    for (user, rank, content) in &changed {
        db.sql()
            .prepare_cached("UPDATE draft SET content = ? WHERE user = ? AND rank = ?")?
            .execute(params![content, user, rank])?;
    }
    Ok(changed.len())
}

/// Returns every picture of a card, also those that no card shows any more, and whose it is.
pub fn pictures(db: &Db) -> Result<Vec<(attachment::Id, Id)>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id, person FROM attachment WHERE kind = 'picture'")?;
    let rows = statement.query_map([], |row| Ok((attachment::Id(row.get(0)?), Id(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Empties the titles of a person's former jobs.
pub fn empty_former_titles(db: &Db, person: Id) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE employment SET title = '' WHERE person = ?")?.execute([person.0])?;
    Ok(())
}
