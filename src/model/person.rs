//! Persons: what a card holds, and when it can be saved.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use super::contact::{Address, Labelled, Origin};
use super::contact::{Contacts, ContactsMut, is_website};
use super::field::Field;
use super::state::Marks;
use super::{Invalid, Moment, Reason, attachment, company, country, custom, list, text, user};

crate::id_type! {
    /// Identifies a person.
    Id
}

/// Everything on a card that can be edited.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Content {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The company's name; empty for none. A name nobody has yet becomes a new company.
    pub company: String,
    /// Title, as on a business card.
    pub title: String,
    /// Position.
    pub position: Option<list::Id>,
    /// Category.
    pub category: Option<list::Id>,
    /// Line of business.
    pub business: Option<list::Id>,
    /// Language the person is written to in.
    pub language: Option<list::Id>,
    /// Who of us looks after the person.
    pub our_contact: Option<user::Id>,
    /// The card's number; empty means the next in line.
    pub number: String,
    /// E-mail addresses, the main one first.
    pub emails: Vec<Labelled<String>>,
    /// Phone numbers, in order.
    pub phones: Vec<Labelled<String>>,
    /// Addresses, in order.
    pub addresses: Vec<Labelled<Address>>,
    /// Country, ISO 3166 alpha-2, or empty.
    pub country: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Website.
    pub website: String,
    /// Free note.
    pub note: String,
    /// Whether the person has left the company.
    pub former_employee: bool,
    /// Whether the person gets no mailings.
    pub no_mailings: bool,
    /// Interests, in the order of their identities, without repeats.
    pub interests: Vec<list::Id>,
    /// Values of the office's own fields, in their one stored spelling.
    pub custom: BTreeMap<custom::Id, String>,
    /// The picture.
    pub picture: Option<attachment::Id>,
}

/// A person's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their identity.
    pub id: Id,
    /// What the card holds.
    pub content: Content,
    /// The company, where there is one.
    pub company: Option<company::Id>,
    /// Where the card came from.
    pub source: list::Id,
    /// When the card was made.
    pub created_at: Moment,
    /// By whom.
    pub created_by: user::Id,
    /// When it was last changed.
    pub updated_at: Moment,
    /// By whom.
    pub updated_by: user::Id,
}

/// What a list shows of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Their identity.
    pub id: Id,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The company's name, or empty.
    pub company: String,
    /// Title, or empty.
    pub title: String,
    /// The city of the first address that has one, or empty.
    pub city: String,
    /// Who here is responsible.
    pub our_contact: Option<user::Id>,
    /// When the last activity took place.
    pub last_activity: Option<Moment>,
    /// The first e-mail address, or empty.
    pub email: String,
    /// The first mobile number, or empty.
    pub mobile: String,
    /// Category.
    pub category: Option<list::Id>,
    /// What holds now for sales and service; none where nothing is documented.
    pub basis: Option<super::basis::Named>,
    /// When the card was last changed.
    pub updated_at: Moment,
    /// Whether the person has left the company.
    pub former_employee: bool,
    /// What must be known before anything is done with the person.
    pub marks: Marks,
}

impl Line {
    /// Returns what may be shown of somebody the processing of whose data is restricted: the name, and that it is so.
    #[must_use]
    pub fn closed(self) -> Self {
        Self {
            id: self.id,
            first_name: self.first_name,
            last_name: self.last_name,
            company: String::new(),
            title: String::new(),
            city: String::new(),
            our_contact: None,
            last_activity: None,
            email: String::new(),
            mobile: String::new(),
            category: None,
            basis: None,
            updated_at: Moment::default(),
            former_employee: false,
            marks: Marks { restricted: true, objects: false, minor: false },
        }
    }
}

/// Returns the name as it is read: first name, then last name.
pub fn full_name(first: &str, last: &str) -> String {
    match (first.is_empty(), last.is_empty()) {
        (false, false) => format!("{first} {last}"),
        (false, true) => first.to_owned(),
        (true, _) => last.to_owned(),
    }
}

/// Returns the name as it is listed: last name, comma, first name.
pub fn listed_name(first: &str, last: &str) -> String {
    match (first.is_empty(), last.is_empty()) {
        (false, false) => format!("{last}, {first}"),
        (false, true) => first.to_owned(),
        (true, _) => last.to_owned(),
    }
}

/// Returns up to two initials, in capitals.
pub fn initials(first: &str, last: &str) -> String {
    [first, last]
        .iter()
        .filter_map(|name| name.chars().find(|c| c.is_alphanumeric()))
        .flat_map(char::to_uppercase)
        .collect()
}

impl Content {
    /// Returns the name as it is read.
    pub fn full_name(&self) -> String {
        full_name(&self.first_name, &self.last_name)
    }

    /// Returns the first number labelled as a mobile.
    pub fn mobile(&self) -> Option<&Labelled<String>> {
        self.phones.iter().find(|phone| phone.label == Some(list::LABEL_MOBILE))
    }

    /// Returns the first number that is not labelled as a mobile.
    pub fn phone(&self) -> Option<&Labelled<String>> {
        self.phones.iter().find(|phone| phone.label != Some(list::LABEL_MOBILE))
    }

    /// Returns how the person is reached.
    pub fn contacts(&self) -> Contacts<'_> {
        Contacts { emails: &self.emails, phones: &self.phones, addresses: &self.addresses }
    }

    /// Returns how the person is reached, to be changed.
    pub fn contacts_mut(&mut self) -> ContactsMut<'_> {
        ContactsMut { emails: &mut self.emails, phones: &mut self.phones, addresses: &mut self.addresses }
    }

    /// Puts every text into the one shape it is kept in, and drops empty rows of lists.
    pub fn tidy(&mut self) {
        for line in [
            &mut self.first_name,
            &mut self.last_name,
            &mut self.company,
            &mut self.title,
            &mut self.number,
            &mut self.country,
            &mut self.website,
        ] {
            text::make_single_line(line);
        }
        self.country = self.country.to_uppercase();
        self.note = text::multi_line(&self.note);
        self.contacts_mut().tidy();
        self.interests.sort_unstable();
        self.interests.dedup();
        self.custom.retain(|_, value| !value.is_empty());
    }

    /// Returns everything that keeps the card from being saved, after [`Content::tidy`]; `today` bounds the birth date.
    pub fn check(&self, today: NaiveDate) -> Vec<Invalid> {
        let mut wrong = Vec::new();
        let mut add = |field: Field, reason: Reason| wrong.push(Invalid::new(field, reason));
        if self.first_name.is_empty() && self.last_name.is_empty() {
            add(Field::LastName, Reason::NoName);
        }
        for (field, line, limit) in [
            (Field::FirstName, &self.first_name, text::LINE),
            (Field::LastName, &self.last_name, text::LINE),
            (Field::Company, &self.company, text::LINE),
            (Field::Title, &self.title, text::LINE),
            (Field::Number, &self.number, 40),
            (Field::Website, &self.website, text::LONG_LINE),
            (Field::Note, &self.note, text::NOTE),
        ] {
            if text::is_longer(line, limit) {
                add(field, Reason::TooLong);
            }
        }
        if !country::is_code_or_empty(&self.country) {
            add(Field::Country, Reason::NotACountry);
        }
        if self.birth_date.is_some_and(|day| day > today || chrono::Datelike::year(&day) < 1880) {
            add(Field::BirthDate, Reason::ImpossibleDate);
        }
        if !is_website(&self.website) {
            add(Field::Website, Reason::NotAWebsite);
        }
        wrong.extend(self.contacts().check());
        wrong
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn named() -> Content {
        Content { last_name: "Ødegård".into(), ..Content::default() }
    }

    #[test]
    fn a_card_needs_a_name_and_nothing_else() {
        assert_eq!(named().check(today()), []);
        assert_eq!(Content::default().check(today()), [Invalid::new(Field::LastName, Reason::NoName)]);
    }

    #[test]
    fn what_is_wrong_is_said_per_field() {
        type Change = fn(&mut Content);
        let table: [(Change, Field, Reason); 9] = [
            (|c| c.emails.push(Labelled::new(None, "nobody".into())), Field::Emails, Reason::NotAnEmail),
            (|c| c.phones.push(Labelled::new(None, "call".into())), Field::Phones, Reason::NotAPhone),
            (|c| c.country = "NOR".into(), Field::Country, Reason::NotACountry),
            (|c| c.country = "XX".into(), Field::Country, Reason::NotACountry),
            (|c| c.website = "not a site".into(), Field::Website, Reason::NotAWebsite),
            (|c| c.birth_date = NaiveDate::from_ymd_opt(2027, 1, 1), Field::BirthDate, Reason::ImpossibleDate),
            (|c| c.first_name = "a".repeat(201), Field::FirstName, Reason::TooLong),
            (|c| c.title = "a".repeat(201), Field::Title, Reason::TooLong),
            (
                |c| c.addresses.push(Labelled::new(None, Address { country: "X".into(), ..Address::default() })),
                Field::Addresses,
                Reason::NotACountry,
            ),
        ];
        for (change, field, reason) in table {
            let mut content = named();
            change(&mut content);
            assert_eq!(content.check(today()), [Invalid::new(field, reason)]);
        }
    }

    #[test]
    fn tidying_keeps_what_was_meant() {
        let mut content = Content {
            first_name: " Åse\n".into(),
            country: "no".into(),
            emails: vec![Labelled::new(None, " ".into()), Labelled::new(None, "a@example.org ".into())],
            addresses: vec![Labelled::new(None, Address::default())],
            interests: vec![list::Id(2), list::Id(1), list::Id(2)],
            ..Content::default()
        };
        content.tidy();
        assert_eq!(content.first_name, "Åse");
        assert_eq!(content.country, "NO");
        assert_eq!(content.emails.len(), 1);
        assert!(content.addresses.is_empty());
        assert_eq!(content.interests, [list::Id(1), list::Id(2)]);
    }

    #[test]
    fn names_are_joined() {
        assert_eq!(full_name("Åse", "Ødegård"), "Åse Ødegård");
        assert_eq!(listed_name("Åse", "Ødegård"), "Ødegård, Åse");
        assert_eq!(listed_name("", "Ødegård"), "Ødegård");
        assert_eq!(initials("åse", "Ødegård"), "ÅØ");
        assert_eq!(initials("Åse", ""), "Å");
    }
}
