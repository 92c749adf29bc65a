//! Changing cards by fields that are given as text, as scripts do.

use super::{add, get, save, save_from};
use crate::i18n;
use crate::model::basis::Decision;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::person::{Content, Id, Person};
use crate::model::user::Right;
use crate::model::{Reason, custom, text};
use crate::office::{Desk, Error, contacts, fields, lists};
use crate::store;

/// Adds a card whose fields are given as text, as [`edit`] takes them, and returns it.
///
/// # Errors
/// Those of [`add`].
pub fn add_from_text(
    desk: &mut Desk<'_>,
    fields: &[(Field, String)],
    decision: Option<&Decision>,
    source: list::Id,
) -> Result<Person, Error> {
    desk.require(Right::Create)?;
    let mut content = Content::default();
    for (field, value) in fields {
        set_text(desk, &mut content, field, value)?;
    }
    add(desk, content, decision, source)
}

/// Changes fields of a card that are given as text, as scripts do, and returns the card.
///
/// List fields take a key or a name; an unknown one becomes a new item. An empty text empties the field.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Error::Invalid`].
pub fn edit(desk: &mut Desk<'_>, id: Id, changes: &[(Field, String)]) -> Result<Person, Error> {
    edit_from(desk, id, changes, list::SOURCE_USER)
}

/// As [`edit`], of what came by `source`.
pub(in crate::office) fn edit_from(
    desk: &mut Desk<'_>,
    id: Id,
    changes: &[(Field, String)],
    source: list::Id,
) -> Result<Person, Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
    let mut content = before.content.clone();
    for (field, value) in changes {
        set_text(desk, &mut content, field, value)?;
    }
    Ok(save_from(desk, id, content, before.updated_at, source)?.0)
}

/// Puts a text into a field of a card.
fn set_text(desk: &mut Desk<'_>, content: &mut Content, field: &Field, value: &str) -> Result<(), Error> {
    let line = text::single_line(value);
    if contacts::set_text(content.contacts_mut(), field, &line) {
        return Ok(());
    }
    let wrong = |reason| Err(Error::invalid(field.clone(), reason));
    match field {
        Field::Number => content.number = line,
        Field::FirstName => content.first_name = line,
        Field::LastName => content.last_name = line,
        Field::Company => content.company = line,
        Field::Title => content.title = line,
        Field::Website => content.website = line,
        Field::Note => value.clone_into(&mut content.note),
        Field::Position | Field::Category | Field::Business | Field::Language => {
            let Some(list) = lists::list_of(field) else { return wrong(Reason::NoSuchField) };
            let held = [content.position, content.category, content.business, content.language];
            let held: Vec<list::Id> = held.into_iter().flatten().collect();
            let item = lists::find_or_keep(desk, list, &line, &held)?;
            if let Field::Position = field {
                content.position = item;
            } else if let Field::Category = field {
                content.category = item;
            } else if let Field::Business = field {
                content.business = item;
            } else {
                content.language = item;
            }
        }
        Field::Country => match contacts::country(&line) {
            Some(code) => content.country = code,
            None => return wrong(Reason::NotACountry),
        },
        Field::BirthDate => match (line.is_empty(), date(desk, &line)) {
            (true, _) => content.birth_date = None,
            (false, Some(day)) => content.birth_date = Some(day),
            (false, None) => return wrong(Reason::NotADate),
        },
        Field::OurContact => {
            let user = store::users::by_name(desk.db(), &line)?;
            if user.is_none() && !line.is_empty() {
                return wrong(Reason::Unknown);
            }
            content.our_contact = user.map(|user| user.id);
        }
        Field::FormerEmployee | Field::NoMailings => {
            let Some(yes) = custom::yes_no(&line) else { return wrong(Reason::NotYesNo) };
            if let Field::FormerEmployee = field {
                content.former_employee = yes;
            } else {
                content.no_mailings = yes;
            }
        }
        Field::Interests => {
            let mut all = Vec::new();
            for name in line.split([',', ';', '|']) {
                all.extend(lists::find_or_keep(desk, List::Interest, name, &content.interests)?);
            }
            content.interests = all;
        }
        Field::Custom(key) => {
            let own = desk.fields()?.iter().find(|own| own.key == *key).cloned();
            let Some(own) = own else { return wrong(Reason::NoSuchField) };
            match own.parse(&line) {
                Ok(Some(value)) => {
                    content.custom.insert(own.id, value);
                }
                Ok(None) => {
                    content.custom.remove(&own.id);
                }
                Err(reason) => return wrong(reason),
            }
        }
        Field::Email
        | Field::Mobile
        | Field::Phone
        | Field::Address
        | Field::Postcode
        | Field::City
        | Field::Emails
        | Field::Phones
        | Field::Addresses
        | Field::Picture
        | Field::Relation
        | Field::LegalBasis
        | Field::Subscriptions
        | Field::Source
        | Field::Comment
        | Field::Purpose
        | Field::Name
        | Field::OrgNumber
        | Field::OfCompany(_)
        | Field::Activity
        | Field::Subject
        | Field::At
        | Field::Length
        | Field::Direction
        | Field::Recorded
        | Field::RecordConsent
        | Field::Due
        | Field::DoneAt => return wrong(Reason::ReadOnly),
    }
    Ok(())
}

/// Returns the day that a text names: ISO 8601, day.month.year, or as the user's language writes it.
fn date(desk: &Desk<'_>, text: &str) -> Option<chrono::NaiveDate> {
    custom::date(text).or_else(|| i18n::parse_date(desk.lang(), text, desk.today()))
}

/// Adds and removes interests, named by key or name, and returns the card.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Error::Invalid`] where one to be removed is unknown.
pub fn change_interests(desk: &mut Desk<'_>, id: Id, add: &[String], remove: &[String]) -> Result<Person, Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
    let mut content = before.content.clone();
    for name in add {
        let held = content.interests.clone();
        content.interests.extend(lists::find_or_keep(desk, List::Interest, name, &held)?);
    }
    for name in remove {
        let item = desk.lists()?.find(List::Interest, name);
        let item = item.ok_or(Error::invalid(Field::Interests, Reason::Unknown))?;
        content.interests.retain(|interest| *interest != item);
    }
    Ok(save(desk, id, content, before.updated_at)?.0)
}

/// Returns the own fields that a card shows, with what this card has in them.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn own_fields(desk: &Desk<'_>, content: &Content) -> Result<Vec<(custom::Definition, Option<String>)>, Error> {
    let own = fields::all(desk)?;
    Ok(own
        .into_iter()
        .filter(|field| field.active || content.custom.contains_key(&field.id))
        .map(|field| {
            let value = content.custom.get(&field.id).cloned();
            (field, value)
        })
        .collect())
}
