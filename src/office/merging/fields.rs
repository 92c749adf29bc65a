//! Two cards field by field: where they differ, and what the one card holds afterwards.

use std::collections::HashSet;

use crate::i18n;
use crate::model::field::Field;
use crate::model::merge::Side;
use crate::model::person::{Content, Labelled};
use crate::model::{custom, email, field_value, list, phone};
use crate::office::{Desk, Error};
use crate::search;
use crate::store;

/// The fields with one value each, of which one is chosen.
pub(super) const CHOSEN: [Field; 18] = [
    Field::Number,
    Field::FirstName,
    Field::LastName,
    Field::Company,
    Field::Title,
    Field::Position,
    Field::Country,
    Field::BirthDate,
    Field::Language,
    Field::Category,
    Field::Business,
    Field::OurContact,
    Field::Website,
    Field::FormerEmployee,
    Field::Picture,
    Field::Note,
    Field::NoMailings,
    Field::Interests,
];

/// Returns the fields in which two cards differ and of which one value is chosen; both notes, all interests, addresses
/// and numbers are kept, and *no mailings* holds if either says so.
pub(super) fn differing(own: &[custom::Definition], kept: &Content, gone: &Content) -> Vec<(Field, Side)> {
    let mut fields = Vec::new();
    for field in CHOSEN {
        if matches!(field, Field::Note | Field::NoMailings | Field::Interests) {
            continue;
        }
        let mut taken = kept.clone();
        field_value::put(&mut taken, &field, gone, own);
        if taken == *kept {
            continue;
        }
        let mut emptied = kept.clone();
        field_value::put(&mut emptied, &field, &Content::default(), own);
        // What only the other card has is taken along; what only this one has stays.
        let mut other_empty = gone.clone();
        field_value::put(&mut other_empty, &field, &Content::default(), own);
        let side = match (emptied == *kept, other_empty == *gone) {
            (true, false) => Side::Gone,
            (true, true) | (false, true | false) => Side::Kept,
        };
        fields.push((field, side));
    }
    for field in own {
        let (here, there) = (kept.custom.get(&field.id), gone.custom.get(&field.id));
        if here != there && there.is_some() {
            fields.push((Field::Custom(field.key.clone()), if here.is_none() { Side::Gone } else { Side::Kept }));
        }
    }
    fields
}

/// Returns a field's value as the user reads it.
pub(super) fn words(desk: &Desk<'_>, content: &Content, field: &Field) -> Result<String, Error> {
    let lang = desk.lang();
    let lists = desk.lists()?;
    let item = |id: Option<list::Id>| id.map(|id| lists.name(id, lang).to_owned()).unwrap_or_default();
    let yes = |is: bool| if is { crate::t!(lang, "yes") } else { crate::t!(lang, "no") };
    Ok(match field {
        Field::Number => content.number.clone(),
        Field::FirstName => content.first_name.clone(),
        Field::LastName => content.last_name.clone(),
        Field::Company => content.company.clone(),
        Field::Title => content.title.clone(),
        Field::Position => item(content.position),
        Field::Country if content.country.is_empty() => String::new(),
        Field::Country => i18n::text(lang, &format!("country-{}", content.country)),
        Field::BirthDate => content.birth_date.map(|day| i18n::date(lang, day)).unwrap_or_default(),
        Field::Language => item(content.language),
        Field::Category => item(content.category),
        Field::Business => item(content.business),
        Field::OurContact => {
            let users = store::users::all(desk.db())?;
            let known = users.into_iter().find(|user| Some(user.id) == content.our_contact);
            known.map(|user| user.name).unwrap_or_default()
        }
        Field::Website => content.website.clone(),
        Field::Note => content.note.clone(),
        Field::FormerEmployee => yes(content.former_employee),
        Field::NoMailings => yes(content.no_mailings),
        Field::Picture => yes(content.picture.is_some()),
        Field::Custom(key) => {
            let own = desk.fields()?.iter().find(|own| own.key == *key);
            match own.and_then(|own| Some((own.kind, content.custom.get(&own.id)?))) {
                Some((custom::Kind::Date, day)) => {
                    day.parse().map_or_else(|_| day.clone(), |day| i18n::date(lang, day))
                }
                Some((custom::Kind::YesNo, word)) => custom::yes_no(word).map_or_else(|| word.clone(), yes),
                Some((custom::Kind::Text | custom::Kind::Number | custom::Kind::List, value)) => value.clone(),
                None => String::new(),
            }
        }
        // These have several values, which are all kept, or are no fields of a card's content.
        Field::Email
        | Field::Emails
        | Field::Mobile
        | Field::Phone
        | Field::Phones
        | Field::Address
        | Field::Addresses
        | Field::Postcode
        | Field::City
        | Field::Interests
        | Field::Subscriptions
        | Field::Relation
        | Field::Activity
        | Field::Subject
        | Field::At
        | Field::Length
        | Field::Direction
        | Field::Recorded
        | Field::RecordConsent
        | Field::Due
        | Field::DoneAt
        | Field::LegalBasis
        | Field::Source
        | Field::Comment
        | Field::Purpose
        | Field::Name
        | Field::OrgNumber
        | Field::OfCompany(_) => String::new(),
    })
}

/// Returns what the card holds afterwards.
pub(super) fn joined(own: &[custom::Definition], kept: &Content, gone: &Content, from_gone: &[Field]) -> Content {
    let mut content = kept.clone();
    // Of fields with several values all are kept.
    for field in from_gone.iter().filter(|field| CHOSEN.contains(field) || matches!(field, Field::Custom(_))) {
        field_value::put(&mut content, field, gone, own);
    }
    add_new(&mut content.emails, &gone.emails, |value| Some(email::key(value)));
    add_new(&mut content.phones, &gone.phones, |value| phone::key(value));
    add_new(&mut content.addresses, &gone.addresses, |value| {
        Some(search::fold(&format!("{} {} {}", value.street, value.postcode, value.city)))
    });
    content.interests.extend(&gone.interests);
    content.no_mailings |= gone.no_mailings;
    if !gone.note.is_empty() && !content.note.contains(&gone.note) {
        content.note = [content.note.as_str(), gone.note.as_str()].join("\n\n").trim().to_owned();
    }
    content
}

/// Adds what is not there yet, compared by its key.
fn add_new<T: Clone + PartialEq>(all: &mut Vec<Labelled<T>>, more: &[Labelled<T>], key: impl Fn(&T) -> Option<String>) {
    let known: HashSet<String> = all.iter().filter_map(|row| key(&row.value)).collect();
    for row in more {
        let is_known = match key(&row.value) {
            Some(key) => known.contains(&key),
            None => all.iter().any(|other| other.value == row.value),
        };
        if !is_known {
            all.push(row.clone());
        }
    }
}
