//! What one heading says, without regard to the others.

use super::words::{self, Word};
use crate::model::field::Field;
use crate::model::import::AddressPart;

/// Names what belongs together, such as all columns of the business address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Group {
    /// The number the heading names, if it names one; the first is often left out.
    pub(super) number: Option<u32>,
    /// What it is for, by its key in the list of labels.
    pub(super) label: Option<&'static str>,
}

/// Says what a heading means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nobody knows.
    Unknown,
    /// Known, and nothing a card holds.
    Ignored,
    Field(Field),
    FullName,
    /// A form of address, or a title: the other columns tell.
    Title,
    JobTitle,
    /// A person's name, or a company: the other columns tell.
    Contact,
    Email(Group),
    EmailLabel(Group),
    Phone(Group),
    PhoneLabel(Group),
    Address(Group, AddressPart),
    AddressLabel(Group),
    Basis,
    Source,
    Comment,
}

/// Reads a heading; `folded` is the same, folded by [`words::fold`].
pub(super) fn meaning(heading: &str, folded: &str) -> Meaning {
    if let Ok(field) = heading.trim().parse::<Field>() {
        return of_field(field);
    }
    if let Some(meaning) = words::known(folded) {
        return meaning;
    }
    composed(folded).unwrap_or(Meaning::Unknown)
}

/// Returns what one of our own field keys means as a heading.
fn of_field(field: Field) -> Meaning {
    let labelled = |label| Group { number: None, label: Some(label) };
    let plain = Group::default();
    match field {
        Field::Email | Field::Emails => Meaning::Email(plain),
        Field::Mobile => Meaning::Phone(labelled("mobile")),
        Field::Phone | Field::Phones => Meaning::Phone(plain),
        Field::Address | Field::Addresses => Meaning::Address(plain, AddressPart::Street),
        Field::Postcode => Meaning::Address(plain, AddressPart::Postcode),
        Field::City => Meaning::Address(plain, AddressPart::City),
        Field::Title => Meaning::Title,
        Field::LegalBasis => Meaning::Basis,
        Field::Source => Meaning::Source,
        // A column called "comment" is somebody's note; that on a legal basis is called so.
        Field::Comment => Meaning::Field(Field::Note),
        Field::Picture
        | Field::Subscriptions
        | Field::Relation
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
        | Field::DoneAt => Meaning::Ignored,
        Field::Number
        | Field::FirstName
        | Field::LastName
        | Field::Company
        | Field::Position
        | Field::Country
        | Field::BirthDate
        | Field::Language
        | Field::Category
        | Field::Business
        | Field::OurContact
        | Field::Website
        | Field::Note
        | Field::FormerEmployee
        | Field::NoMailings
        | Field::Interests
        | Field::Custom(_) => Meaning::Field(field),
    }
}

/// Reads a heading that is put together from known words; one unknown word, and it says nothing: "E-mail last opened"
/// is no e-mail.
fn composed(folded: &str) -> Option<Meaning> {
    let mut group = Group::default();
    let (mut email, mut phone, mut address) = (false, false, false);
    let (mut label, mut value) = (false, false);
    let (mut ignored, mut region) = (false, false);
    let mut part = None;
    for token in folded.split(' ') {
        if let Ok(number) = token.parse::<u32>() {
            group.number = Some(number);
            continue;
        }
        for word in words::word(token)? {
            match word {
                Word::Email => email = true,
                Word::Phone => phone = true,
                Word::Address => address = true,
                Word::Street => part = Some(AddressPart::Street),
                Word::Postcode => part = Some(AddressPart::Postcode),
                Word::City => part = Some(AddressPart::City),
                Word::Country => part = Some(AddressPart::Country),
                Word::Label => label = true,
                Word::Value => value = true,
                // "Mobile, work" is a mobile.
                Word::For(place) => group.label = group.label.filter(|&known| known == "mobile").or(Some(place)),
                Word::Ignored => ignored = true,
                Word::Region => region = true,
                Word::Filler => {}
            }
        }
    }
    // The first is the first, whether it has a number or not.
    let line = group.number.is_some_and(|number| number > 1) && !address;
    group.number = group.number.filter(|&number| number != 1);
    let something = email || phone || address || part.is_some();
    ignored |= region && part != Some(AddressPart::Country);
    if ignored {
        return something.then_some(Meaning::Ignored);
    }
    if email {
        return Some(if label { Meaning::EmailLabel(group) } else { Meaning::Email(group) });
    }
    if phone {
        return Some(if label { Meaning::PhoneLabel(group) } else { Meaning::Phone(group) });
    }
    if address && label && part.is_none() {
        return Some(Meaning::AddressLabel(group));
    }
    match part {
        // "Business Street 2" is the second line of one address, for which a card has no place of its own.
        Some(AddressPart::Street) if line => Some(Meaning::Ignored),
        Some(AddressPart::Country) if !address && group == Group::default() => Some(Meaning::Field(Field::Country)),
        Some(part) => Some(Meaning::Address(group, part)),
        None if address && !value => Some(Meaning::Address(group, AddressPart::Street)),
        None => None,
    }
}
