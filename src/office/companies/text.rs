//! Changing companies' cards by fields that are given as text, as scripts do.

use super::{add, get, save};
use crate::model::company::{Company, Content, Id};
use crate::model::field::Field;
use crate::model::user::Right;
use crate::model::{Reason, text};
use crate::office::{Desk, Error, contacts, lists};
use crate::store;

/// Adds a card whose fields are given as text, as [`edit`] takes them, and returns it.
///
/// # Errors
/// Those of [`add`].
pub fn add_from_text(desk: &mut Desk<'_>, fields: &[(Field, String)]) -> Result<Company, Error> {
    desk.require(Right::Create)?;
    let mut content = Content::default();
    for (field, value) in fields {
        set_text(desk, &mut content, field, value)?;
    }
    add(desk, content)
}

/// Changes fields of a card that are given as text, and returns the card.
///
/// List fields take a key or a name; an unknown one becomes a new item. An empty text empties the field.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoCompany`], [`Error::Invalid`].
pub fn edit(desk: &mut Desk<'_>, id: Id, changes: &[(Field, String)]) -> Result<Company, Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
    let mut content = before.content.clone();
    for (field, value) in changes {
        set_text(desk, &mut content, field, value)?;
    }
    Ok(save(desk, id, content, before.updated_at)?.0)
}

fn set_text(desk: &mut Desk<'_>, content: &mut Content, field: &Field, value: &str) -> Result<(), Error> {
    let line = text::single_line(value);
    if contacts::set_text(content.contacts_mut(), field, &line) {
        return Ok(());
    }
    let wrong = |reason| Err(Error::invalid(field.clone(), reason));
    match field {
        Field::Name => content.name = line,
        Field::OrgNumber => content.org_number = line,
        Field::Website => content.website = line,
        Field::Note => value.clone_into(&mut content.note),
        Field::Category | Field::Business => {
            let Some(list) = lists::list_of(field) else { return wrong(Reason::NoSuchField) };
            let held: Vec<_> = [content.category, content.business].into_iter().flatten().collect();
            let item = lists::find_or_keep(desk, list, &line, &held)?;
            if let Field::Category = field {
                content.category = item;
            } else {
                content.business = item;
            }
        }
        Field::Country => match contacts::country(&line) {
            Some(code) => content.country = code,
            None => return wrong(Reason::NotACountry),
        },
        Field::OurContact => {
            let user = store::users::by_name(desk.db(), &line)?;
            if user.is_none() && !line.is_empty() {
                return wrong(Reason::Unknown);
            }
            content.our_contact = user.map(|user| user.id);
        }
        Field::Emails | Field::Phones | Field::Addresses => return wrong(Reason::ReadOnly),
        Field::Email
        | Field::Mobile
        | Field::Phone
        | Field::Address
        | Field::Postcode
        | Field::City
        | Field::Number
        | Field::FirstName
        | Field::LastName
        | Field::Company
        | Field::Title
        | Field::Position
        | Field::BirthDate
        | Field::Language
        | Field::FormerEmployee
        | Field::NoMailings
        | Field::Interests
        | Field::Picture
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
        | Field::Custom(_)
        | Field::OfCompany(_) => return wrong(Reason::NoSuchField),
    }
    Ok(())
}
