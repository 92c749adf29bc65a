//! What a record holds in one field: read from persons, companies and activities alike, and put into them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::activity::{Activity, Consent, Direction};
use crate::model::company::{self, Company};
use crate::model::contact::{Address, ContactsMut, Labelled};
use crate::model::custom::Definition;
use crate::model::field::Field;
use crate::model::{Moment, custom, list, user};
use crate::store::mass_edits::Card;

/// What a record holds in a field. The short names are those in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kept {
    /// A text, a number, or what an own field holds.
    #[serde(rename = "t")]
    Text(String),
    /// An item of a list.
    #[serde(rename = "i")]
    Item(Option<list::Id>),
    /// Items of a list.
    #[serde(rename = "s")]
    Items(Vec<list::Id>),
    /// Somebody who works here.
    #[serde(rename = "u")]
    User(Option<user::Id>),
    /// A day.
    #[serde(rename = "d")]
    Day(Option<NaiveDate>),
    /// Yes or no.
    #[serde(rename = "y")]
    Yes(bool),
    /// A company: it may have another name by the time it is given back.
    #[serde(rename = "c")]
    Company(Option<company::Id>, String),
    /// E-mail addresses or phone numbers.
    #[serde(rename = "l")]
    Lines(Vec<Labelled<String>>),
    /// Addresses.
    #[serde(rename = "a")]
    Places(Vec<Labelled<Address>>),
    /// When something was done, and by whom.
    #[serde(rename = "o")]
    Done(Option<(Moment, user::Id)>),
    /// How long an activity took.
    #[serde(rename = "n")]
    Length(Option<u32>),
    /// Which way a call or an e-mail went.
    #[serde(rename = "w")]
    Direction(Option<Direction>),
    /// What the other side said to being recorded.
    #[serde(rename = "q")]
    Consent(Consent),
}

impl Kept {
    /// Returns whether two fields say the same to people; where it came from makes no difference.
    pub(super) fn says(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(one: &[Labelled<T>], other: &[Labelled<T>]) -> bool {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| one.value == other.value && one.label == other.label)
        }
        match (self, other) {
            (Self::Lines(one), Self::Lines(other)) => same(one, other),
            (Self::Places(one), Self::Places(other)) => same(one, other),
            (Self::Company(id, one), Self::Company(other_id, other)) => {
                one == other || (id.is_some() && id == other_id)
            }
            (Self::Done(one), Self::Done(other)) => one.is_some() == other.is_some(),
            (one, other) => one == other,
        }
    }
}

/// Returns the field under which the whole list stands of which a field is a part.
pub(super) fn whole(field: &Field) -> Field {
    let is = |some: &[Field]| some.contains(field);
    if is(&[Field::Email]) {
        Field::Emails
    } else if is(&[Field::Mobile, Field::Phone]) {
        Field::Phones
    } else if is(&[Field::Address, Field::Postcode, Field::City]) {
        Field::Addresses
    } else {
        field.clone()
    }
}

/// What a mass edit changes: a record of one kind, as far as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Record {
    /// A person's card.
    Person(Box<Card>),
    /// A company's card.
    Company(Box<Company>),
    /// An activity.
    Activity(Box<Activity>),
}

impl Record {
    /// Returns its identity.
    pub(super) fn id(&self) -> i64 {
        match self {
            Self::Person(card) => card.person.id.0,
            Self::Company(company) => company.id.0,
            Self::Activity(activity) => activity.id.0,
        }
    }

    /// Returns when it was last changed.
    pub(super) fn updated_at(&self) -> Moment {
        match self {
            Self::Person(card) => card.person.updated_at,
            Self::Company(company) => company.updated_at,
            Self::Activity(activity) => activity.updated_at,
        }
    }

    /// Returns the lists by which it is reached, to be changed; an activity has none.
    pub(super) fn contacts(&mut self) -> Option<ContactsMut<'_>> {
        match self {
            Self::Person(card) => Some(card.person.content.contacts_mut()),
            Self::Company(company) => Some(company.content.contacts_mut()),
            Self::Activity(_) => None,
        }
    }

    /// Returns what it holds in a field; none where it has no such field.
    pub(super) fn kept(&mut self, field: &Field, own: &[Definition]) -> Option<Kept> {
        self.slot(field, own).map(Slot::read)
    }

    /// Puts something into a field, as [`Record::kept`] returned it.
    pub(super) fn put(&mut self, field: &Field, kept: Kept, own: &[Definition]) {
        if let Some(slot) = self.slot(field, own) {
            slot.write(kept);
        }
    }

    fn slot(&mut self, field: &Field, own: &[Definition]) -> Option<Slot<'_>> {
        match self {
            Self::Person(card) => of_person(card, field, own),
            Self::Company(company) => of_company(&mut company.content, field),
            Self::Activity(activity) => of_activity(activity, field),
        }
    }
}

/// Where a record holds something.
enum Slot<'a> {
    Text(&'a mut String),
    Item(&'a mut Option<list::Id>),
    Items(&'a mut Vec<list::Id>),
    User(&'a mut Option<user::Id>),
    Day(&'a mut Option<NaiveDate>),
    Yes(&'a mut bool),
    Company(&'a mut Option<company::Id>, &'a mut String),
    Lines(&'a mut Vec<Labelled<String>>),
    Places(&'a mut Vec<Labelled<Address>>),
    Own(&'a mut BTreeMap<custom::Id, String>, custom::Id),
    Kind(&'a mut list::Id),
    Done(&'a mut Option<Moment>, &'a mut Option<user::Id>),
    Length(&'a mut Option<u32>),
    Direction(&'a mut Option<Direction>),
    Consent(&'a mut Consent),
}

impl Slot<'_> {
    fn read(self) -> Kept {
        match self {
            Self::Text(text) => Kept::Text(text.clone()),
            Self::Item(item) => Kept::Item(*item),
            Self::Items(items) => Kept::Items(items.clone()),
            Self::User(user) => Kept::User(*user),
            Self::Day(day) => Kept::Day(*day),
            Self::Yes(yes) => Kept::Yes(*yes),
            Self::Company(id, name) => Kept::Company(*id, name.clone()),
            Self::Lines(lines) => Kept::Lines(lines.clone()),
            Self::Places(places) => Kept::Places(places.clone()),
            Self::Own(values, id) => Kept::Text(values.get(&id).cloned().unwrap_or_default()),
            Self::Kind(kind) => Kept::Item(Some(*kind)),
            Self::Done(at, by) => Kept::Done(at.map(|at| (at, by.unwrap_or(user::FIRST_ID)))),
            Self::Length(seconds) => Kept::Length(*seconds),
            Self::Direction(way) => Kept::Direction(*way),
            Self::Consent(said) => Kept::Consent(*said),
        }
    }

    fn write(self, kept: Kept) {
        match (self, kept) {
            (Self::Text(to), Kept::Text(text)) => *to = text,
            (Self::Item(to), Kept::Item(item)) => *to = item,
            (Self::Items(to), Kept::Items(mut items)) => {
                items.sort_unstable();
                items.dedup();
                *to = items;
            }
            (Self::User(to), Kept::User(user)) => *to = user,
            (Self::Day(to), Kept::Day(day)) => *to = day,
            (Self::Yes(to), Kept::Yes(yes)) => *to = yes,
            (Self::Company(to, called), Kept::Company(id, name)) => {
                *to = id;
                *called = name;
            }
            (Self::Lines(to), Kept::Lines(lines)) => *to = lines,
            (Self::Places(to), Kept::Places(places)) => *to = places,
            (Self::Own(values, id), Kept::Text(text)) => {
                if text.is_empty() {
                    values.remove(&id);
                } else {
                    values.insert(id, text);
                }
            }
            (Self::Kind(to), Kept::Item(Some(kind))) => *to = kind,
            (Self::Done(at, by), Kept::Done(done)) => {
                *at = done.map(|done| done.0);
                *by = done.map(|done| done.1);
            }
            (Self::Length(to), Kept::Length(seconds)) => *to = seconds,
            (Self::Direction(to), Kept::Direction(way)) => *to = way,
            (Self::Consent(to), Kept::Consent(said)) => *to = said,
            // A record that was kept otherwise than the field is now gives nothing back.
            (_, _) => {}
        }
    }
}

fn of_person<'a>(card: &'a mut Card, field: &Field, own: &[Definition]) -> Option<Slot<'a>> {
    let content = &mut card.person.content;
    Some(match (field, own) {
        (Field::Number, _) => Slot::Text(&mut content.number),
        (Field::FirstName, _) => Slot::Text(&mut content.first_name),
        (Field::LastName, _) => Slot::Text(&mut content.last_name),
        (Field::Title, _) => Slot::Text(&mut content.title),
        (Field::Country, _) => Slot::Text(&mut content.country),
        (Field::Website, _) => Slot::Text(&mut content.website),
        (Field::Note, _) => Slot::Text(&mut content.note),
        (Field::Company, _) => Slot::Company(&mut card.person.company, &mut content.company),
        (Field::Position, _) => Slot::Item(&mut content.position),
        (Field::Category, _) => Slot::Item(&mut content.category),
        (Field::Business, _) => Slot::Item(&mut content.business),
        (Field::Language, _) => Slot::Item(&mut content.language),
        (Field::Interests, _) => Slot::Items(&mut content.interests),
        (Field::OurContact, _) => Slot::User(&mut content.our_contact),
        (Field::BirthDate, _) => Slot::Day(&mut content.birth_date),
        (Field::FormerEmployee, _) => Slot::Yes(&mut content.former_employee),
        (Field::NoMailings, _) => Slot::Yes(&mut content.no_mailings),
        (Field::Emails, _) => Slot::Lines(&mut content.emails),
        (Field::Phones, _) => Slot::Lines(&mut content.phones),
        (Field::Addresses, _) => Slot::Places(&mut content.addresses),
        (Field::Custom(key), own) => {
            let id = own.iter().find(|known| known.key == *key)?.id;
            Slot::Own(&mut content.custom, id)
        }
        _ => return None,
    })
}

fn of_company<'a>(content: &'a mut company::Content, field: &Field) -> Option<Slot<'a>> {
    let texts = [
        (Field::Name, &mut content.name),
        (Field::OrgNumber, &mut content.org_number),
        (Field::Country, &mut content.country),
        (Field::Website, &mut content.website),
        (Field::Note, &mut content.note),
    ];
    if let Some((_, text)) = texts.into_iter().find(|(known, _)| known == field) {
        return Some(Slot::Text(text));
    }
    let items = [(Field::Category, &mut content.category), (Field::Business, &mut content.business)];
    if let Some((_, item)) = items.into_iter().find(|(known, _)| known == field) {
        return Some(Slot::Item(item));
    }
    let lines = [(Field::Emails, &mut content.emails), (Field::Phones, &mut content.phones)];
    if let Some((_, lines)) = lines.into_iter().find(|(known, _)| known == field) {
        return Some(Slot::Lines(lines));
    }
    if *field == Field::OurContact {
        return Some(Slot::User(&mut content.our_contact));
    }
    (*field == Field::Addresses).then_some(Slot::Places(&mut content.addresses))
}

fn of_activity<'a>(activity: &'a mut Activity, field: &Field) -> Option<Slot<'a>> {
    let content = &mut activity.content;
    let texts = [(Field::Subject, &mut content.subject), (Field::Note, &mut content.text)];
    if let Some((_, text)) = texts.into_iter().find(|(known, _)| known == field) {
        return Some(Slot::Text(text));
    }
    if *field == Field::Activity {
        return Some(Slot::Kind(&mut content.kind));
    }
    if *field == Field::Due {
        return Some(Slot::Day(&mut content.due));
    }
    if *field == Field::Length {
        return Some(Slot::Length(&mut content.seconds));
    }
    if *field == Field::Direction {
        return Some(Slot::Direction(&mut content.direction));
    }
    if *field == Field::Recorded {
        return Some(Slot::Yes(&mut content.recorded));
    }
    if *field == Field::RecordConsent {
        return Some(Slot::Consent(&mut content.consent));
    }
    (*field == Field::DoneAt).then_some(Slot::Done(&mut activity.done_at, &mut activity.done_by))
}
