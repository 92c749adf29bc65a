//! What a card holds in one field, taken from one card's content and put into another's.

use super::contact::Labelled;
use super::custom::Definition;
use super::field::Field;
use super::list;
use super::person::{Address, Content};

/// Puts what `from` holds in a field in place of what `content` holds in it. `own` are the office's own fields.
///
/// Fields that are one part of a list take that part alone: [`Field::Mobile`] the mobile numbers, [`Field::City`] the
/// cities of all addresses with their countries. Fields that are no part of a card's content take nothing.
pub fn put(content: &mut Content, field: &Field, from: &Content, own: &[Definition]) {
    match field {
        Field::Number => content.number.clone_from(&from.number),
        Field::FirstName => content.first_name.clone_from(&from.first_name),
        Field::LastName => content.last_name.clone_from(&from.last_name),
        Field::Company => content.company.clone_from(&from.company),
        Field::Title => content.title.clone_from(&from.title),
        Field::Position => content.position = from.position,
        Field::Country => content.country.clone_from(&from.country),
        Field::BirthDate => content.birth_date = from.birth_date,
        Field::Language => content.language = from.language,
        Field::Category => content.category = from.category,
        Field::Business => content.business = from.business,
        Field::OurContact => content.our_contact = from.our_contact,
        Field::Website => content.website.clone_from(&from.website),
        Field::Note => content.note.clone_from(&from.note),
        Field::FormerEmployee => content.former_employee = from.former_employee,
        Field::NoMailings => content.no_mailings = from.no_mailings,
        Field::Interests => content.interests.clone_from(&from.interests),
        Field::Picture => content.picture = from.picture,
        Field::Email | Field::Emails => content.emails.clone_from(&from.emails),
        Field::Mobile => put_phones(content, from, |phone| phone.label == Some(list::LABEL_MOBILE)),
        Field::Phone => put_phones(content, from, |phone| phone.label != Some(list::LABEL_MOBILE)),
        Field::Phones => content.phones.clone_from(&from.phones),
        Field::Address => put_addresses(content, from, |to, from| to.street.clone_from(&from.street)),
        Field::Postcode => put_addresses(content, from, |to, from| to.postcode.clone_from(&from.postcode)),
        Field::City => put_addresses(content, from, |to, from| {
            to.city.clone_from(&from.city);
            to.country.clone_from(&from.country);
        }),
        Field::Addresses => content.addresses.clone_from(&from.addresses),
        Field::Custom(key) => {
            if let Some(id) = own.iter().find(|field| field.key == *key).map(|field| field.id) {
                match from.custom.get(&id) {
                    Some(value) => content.custom.insert(id, value.clone()),
                    None => content.custom.remove(&id),
                };
            }
        }
        Field::Relation
        | Field::LegalBasis
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
        | Field::OrgNumber => {}
    }
}

/// Returns whether two cards hold different things in a field.
pub fn differs(one: &Content, other: &Content, field: &Field, own: &[Definition]) -> bool {
    let mut changed = one.clone();
    put(&mut changed, field, other, own);
    changed != *one
}

/// Returns whether a card holds anything in a field.
pub fn is_filled(content: &Content, field: &Field, own: &[Definition]) -> bool {
    differs(content, &Content::default(), field, own)
}

/// Takes the numbers of one kind; they stand where they stood among the others.
fn put_phones(content: &mut Content, from: &Content, is: fn(&Labelled<String>) -> bool) {
    content.phones.retain(|phone| !is(phone));
    for (place, phone) in from.phones.iter().enumerate().filter(|(_, phone)| is(phone)) {
        let place = place.min(content.phones.len());
        content.phones.insert(place, phone.clone());
    }
}

/// Takes one part of every address. An address with nothing else is there only where its part is.
fn put_addresses(content: &mut Content, from: &Content, take: fn(&mut Address, &Address)) {
    for address in &mut content.addresses {
        let same = |other: &&Labelled<Address>| other.id.is_some() && other.id == address.id;
        let none = Address::default();
        take(&mut address.value, from.addresses.iter().find(same).map_or(&none, |other| &other.value));
    }
    for (place, other) in from.addresses.iter().enumerate() {
        if other.id.is_some() && content.addresses.iter().any(|address| address.id == other.id) {
            continue;
        }
        let mut part = Labelled { value: Address::default(), ..other.clone() };
        take(&mut part.value, &other.value);
        if !part.value.is_empty() {
            content.addresses.insert(place.min(content.addresses.len()), part);
        }
    }
    content.addresses.retain(|address| !address.value.is_empty());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::field::PLAIN;
    use crate::model::{attachment, custom, data_map, user};

    fn own() -> Vec<Definition> {
        vec![Definition {
            id: custom::Id(7),
            key: "shoe-size".into(),
            name: "Shoe size".into(),
            kind: custom::Kind::Number,
            choices: Vec::new(),
            category: data_map::Category::Other,
            origin: data_map::Origin::Provided,
            in_report: true,
            rank: 0,
            active: true,
        }]
    }

    fn saved<T>(id: i64, label: Option<list::Id>, value: T) -> Labelled<T> {
        Labelled { id: Some(id), ..Labelled::new(label, value) }
    }

    /// Something in every field.
    fn full() -> Content {
        let address = |street: &str, city: &str| Address {
            street: street.into(),
            postcode: "5003".into(),
            city: city.into(),
            country: "NO".into(),
        };
        let mobile = Some(list::LABEL_MOBILE);
        Content {
            first_name: "Åse".into(),
            last_name: "Ødegård".into(),
            company: "Fjordfisk AS".into(),
            title: "Buyer".into(),
            position: Some(list::Id(3_001)),
            category: Some(list::Id(1_001)),
            business: Some(list::Id(2_001)),
            language: Some(list::Id(4_001)),
            our_contact: Some(user::FIRST_ID),
            number: "12".into(),
            emails: vec![saved(1, None, "ase@example.org".into())],
            phones: vec![
                saved(2, mobile, "900 11 222".into()),
                saved(3, None, "55 11 22 33".into()),
                saved(4, mobile, "900 11 333".into()),
            ],
            addresses: vec![saved(5, None, address("Bryggen 1", "Bergen")), saved(6, None, address("", "Oslo"))],
            country: "NO".into(),
            birth_date: chrono::NaiveDate::from_ymd_opt(1980, 5, 17),
            website: "example.org".into(),
            note: "Stand 12".into(),
            former_employee: true,
            no_mailings: true,
            interests: vec![list::Id(6_001)],
            custom: BTreeMap::from([(custom::Id(7), "38".to_owned())]),
            picture: Some(attachment::Id(9)),
        }
    }

    fn fields() -> Vec<Field> {
        let more = [Field::Interests, Field::Picture, Field::Custom("shoe-size".into())];
        PLAIN.into_iter().chain(more).collect()
    }

    #[test]
    fn every_field_is_emptied_and_given_back_as_it_was() {
        for field in fields() {
            let mut content = full();
            assert!(is_filled(&content, &field, &own()), "{field}");
            put(&mut content, &field, &Content::default(), &own());
            assert!(!is_filled(&content, &field, &own()), "{field}");
            assert!(differs(&content, &full(), &field, &own()), "{field}");
            for other in fields().into_iter().filter(|other| *other != field) {
                assert!(is_filled(&content, &other, &own()), "{field} took {other} along");
            }
            put(&mut content, &field, &full(), &own());
            assert_eq!(content, full(), "{field}");
        }
    }

    #[test]
    fn emptying_every_field_leaves_nothing() {
        let mut content = full();
        for field in fields() {
            put(&mut content, &field, &Content::default(), &own());
        }
        assert_eq!(content, Content::default());
        for field in fields() {
            put(&mut content, &field, &full(), &own());
        }
        assert_eq!(content.addresses.len(), 2);
        let ids = |content: &Content| content.phones.iter().map(|phone| phone.id).collect::<Vec<_>>();
        assert_eq!(ids(&content), ids(&full()));
    }
}
