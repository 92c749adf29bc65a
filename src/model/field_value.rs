//! What a card holds in one field, taken from one card's content and put into another's.

use super::company;
use super::contact::{Contacts, ContactsMut, Labelled};
use super::custom::Definition;
use super::field::Field;
use super::list;
use super::person::{Address, Content};

/// What a card holds that can be edited.
pub trait Card: Clone + PartialEq + Default {
    /// Puts what `from` holds in a field in place of what this holds in it. `own` are the office's own fields.
    ///
    /// Fields that are one part of a list take that part alone: [`Field::Mobile`] the mobile numbers, [`Field::City`]
    /// the cities of all addresses with their countries. Fields that are no part of a card's content take nothing.
    fn put(&mut self, field: &Field, from: &Self, own: &[Definition]);
}

impl Card for Content {
    fn put(&mut self, field: &Field, from: &Self, own: &[Definition]) {
        let content = self;
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
            Field::Email
            | Field::Emails
            | Field::Mobile
            | Field::Phone
            | Field::Phones
            | Field::Address
            | Field::Postcode
            | Field::City
            | Field::Addresses => {
                put_contacts(content.contacts_mut(), field, from.contacts());
            }
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
            | Field::OfCompany(_) => {}
        }
    }
}

impl Card for company::Content {
    fn put(&mut self, field: &Field, from: &Self, _: &[Definition]) {
        if put_contacts(self.contacts_mut(), field, from.contacts()) {
            return;
        }
        let texts = [
            (Field::Name, &mut self.name, &from.name),
            (Field::OrgNumber, &mut self.org_number, &from.org_number),
            (Field::Country, &mut self.country, &from.country),
            (Field::Website, &mut self.website, &from.website),
            (Field::Note, &mut self.note, &from.note),
        ];
        texts.into_iter().filter(|(known, ..)| known == field).for_each(|(_, to, from)| to.clone_from(from));
        if *field == Field::Category {
            self.category = from.category;
        } else if *field == Field::Business {
            self.business = from.business;
        } else if *field == Field::OurContact {
            self.our_contact = from.our_contact;
        }
    }
}

/// Puts one way to be reached in place of another; answers whether the field is one.
fn put_contacts(to: ContactsMut<'_>, field: &Field, from: Contacts<'_>) -> bool {
    let is = |wanted: &[Field]| wanted.contains(field);
    let is_mobile = |phone: &Labelled<String>| phone.label == Some(list::LABEL_MOBILE);
    if is(&[Field::Email, Field::Emails]) {
        from.emails.clone_into(to.emails);
    } else if is(&[Field::Mobile]) {
        put_phones(to.phones, from.phones, is_mobile);
    } else if is(&[Field::Phone]) {
        put_phones(to.phones, from.phones, |phone| !is_mobile(phone));
    } else if is(&[Field::Phones]) {
        from.phones.clone_into(to.phones);
    } else if is(&[Field::Address]) {
        put_addresses(to.addresses, from.addresses, |to, from| to.street.clone_from(&from.street));
    } else if is(&[Field::Postcode]) {
        put_addresses(to.addresses, from.addresses, |to, from| to.postcode.clone_from(&from.postcode));
    } else if is(&[Field::City]) {
        put_addresses(to.addresses, from.addresses, |to, from| {
            to.city.clone_from(&from.city);
            to.country.clone_from(&from.country);
        });
    } else if is(&[Field::Addresses]) {
        from.addresses.clone_into(to.addresses);
    } else {
        return false;
    }
    true
}

/// Puts what `from` holds in a field in place of what `content` holds in it: see [`Card::put`].
pub fn put<C: Card>(content: &mut C, field: &Field, from: &C, own: &[Definition]) {
    content.put(field, from, own);
}

/// Returns whether two cards hold different things in a field.
pub fn differs<C: Card>(one: &C, other: &C, field: &Field, own: &[Definition]) -> bool {
    let mut changed = one.clone();
    changed.put(field, other, own);
    changed != *one
}

/// Returns whether a card holds anything in a field.
pub fn is_filled<C: Card>(content: &C, field: &Field, own: &[Definition]) -> bool {
    differs(content, &C::default(), field, own)
}

/// Takes the numbers of one kind; they stand where they stood among the others.
fn put_phones(to: &mut Vec<Labelled<String>>, from: &[Labelled<String>], is: impl Fn(&Labelled<String>) -> bool) {
    to.retain(|phone| !is(phone));
    for (place, phone) in from.iter().enumerate().filter(|(_, phone)| is(phone)) {
        let place = place.min(to.len());
        to.insert(place, phone.clone());
    }
}

/// Takes one part of every address. An address with nothing else is there only where its part is.
fn put_addresses(to: &mut Vec<Labelled<Address>>, from: &[Labelled<Address>], take: fn(&mut Address, &Address)) {
    for address in to.iter_mut() {
        let same = |other: &&Labelled<Address>| other.id.is_some() && other.id == address.id;
        let none = Address::default();
        take(&mut address.value, from.iter().find(same).map_or(&none, |other| &other.value));
    }
    for (place, other) in from.iter().enumerate() {
        if other.id.is_some() && to.iter().any(|address| address.id == other.id) {
            continue;
        }
        let mut part = Labelled { value: Address::default(), ..other.clone() };
        take(&mut part.value, &other.value);
        if !part.value.is_empty() {
            to.insert(place.min(to.len()), part);
        }
    }
    to.retain(|address| !address.value.is_empty());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::field::{COMPANY, PLAIN};
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
            content.put(&field, &Content::default(), &own());
            assert!(!is_filled(&content, &field, &own()), "{field}");
            assert!(differs(&content, &full(), &field, &own()), "{field}");
            for other in fields().into_iter().filter(|other| *other != field) {
                assert!(is_filled(&content, &other, &own()), "{field} took {other} along");
            }
            content.put(&field, &full(), &own());
            assert_eq!(content, full(), "{field}");
        }
    }

    /// As [`full`], of a company.
    fn full_company() -> company::Content {
        let person = full();
        company::Content {
            name: "Fjordfisk AS".into(),
            org_number: "123 456 785".into(),
            category: person.category,
            business: person.business,
            our_contact: person.our_contact,
            country: person.country,
            website: person.website,
            note: person.note,
            emails: person.emails,
            phones: person.phones,
            addresses: person.addresses,
        }
    }

    #[test]
    fn every_field_of_a_company_is_emptied_and_given_back_as_it_was() {
        for field in COMPANY {
            let mut content = full_company();
            content.put(&field, &company::Content::default(), &[]);
            assert!(!is_filled(&content, &field, &[]), "{field}");
            for other in COMPANY.into_iter().filter(|other| *other != field) {
                assert!(is_filled(&content, &other, &[]), "{field} took {other} along");
            }
            content.put(&field, &full_company(), &[]);
            assert_eq!(content, full_company(), "{field}");
        }
        let mut nothing = full_company();
        COMPANY.iter().for_each(|field| nothing.put(field, &company::Content::default(), &[]));
        assert_eq!(nothing, company::Content::default());
    }

    #[test]
    fn emptying_every_field_leaves_nothing() {
        let mut content = full();
        for field in fields() {
            content.put(&field, &Content::default(), &own());
        }
        assert_eq!(content, Content::default());
        for field in fields() {
            content.put(&field, &full(), &own());
        }
        assert_eq!(content.addresses.len(), 2);
        let ids = |content: &Content| content.phones.iter().map(|phone| phone.id).collect::<Vec<_>>();
        assert_eq!(ids(&content), ids(&full()));
    }
}
