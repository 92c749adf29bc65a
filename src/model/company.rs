//! Companies: what a card holds, and when it can be saved.

use serde::{Deserialize, Serialize};

use super::contact::{Address, Contacts, ContactsMut, Labelled, is_website};
use super::field::Field;
use super::state::Marks;
use super::{Invalid, Moment, Reason, country, list, org_number, person, text, user};

crate::id_type! {
    /// Identifies a company.
    Id
}

/// Everything on a company's card that can be edited.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Content {
    /// Name.
    pub name: String,
    /// The number under which it is registered.
    pub org_number: String,
    /// What it is to us.
    pub category: Option<list::Id>,
    /// Line of business.
    pub business: Option<list::Id>,
    /// Who of us looks after it.
    pub our_contact: Option<user::Id>,
    /// Country, ISO 3166 alpha-2, or empty.
    pub country: String,
    /// Website.
    pub website: String,
    /// Free note.
    pub note: String,
    /// E-mail addresses, the main one first.
    pub emails: Vec<Labelled<String>>,
    /// Phone numbers, in order.
    pub phones: Vec<Labelled<String>>,
    /// Addresses, in order.
    pub addresses: Vec<Labelled<Address>>,
}

/// A company's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Its identity.
    pub id: Id,
    /// What the card holds.
    pub content: Content,
    /// When the card was made.
    pub created_at: Moment,
    /// By whom.
    pub created_by: user::Id,
    /// When it was last changed.
    pub updated_at: Moment,
    /// By whom.
    pub updated_by: user::Id,
}

/// What a list shows of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its identity.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Organisation number, or empty.
    pub org_number: String,
    /// The city of the first address that has one, or empty.
    pub city: String,
    /// Category.
    pub category: Option<list::Id>,
    /// How many people's cards name it.
    pub people: u64,
    /// When the card was last changed.
    pub updated_at: Moment,
}

/// Somebody who works or worked at a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: person::Id,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Their title there.
    pub title: String,
    /// Their position; of those whose card names another company by now, none.
    pub position: Option<list::Id>,
    /// Whether they have left.
    pub is_former: bool,
    /// When their card began to name the company, where that is known.
    pub since: Option<Moment>,
    /// When it ceased to; none while it still does.
    pub until: Option<Moment>,
    /// What must be known before anything is done with them.
    pub marks: Marks,
}

/// What looks wrong with a card, and does not keep it from being saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The organisation number cannot be one of the country's register.
    ImplausibleNumber,
    /// Another company has the organisation number.
    SameNumber {
        /// Which.
        id: Id,
        /// Its name.
        name: String,
    },
}

impl Content {
    /// Returns the content of a company of which no more than the name is known.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Returns how the company is reached.
    pub fn contacts(&self) -> Contacts<'_> {
        Contacts { emails: &self.emails, phones: &self.phones, addresses: &self.addresses }
    }

    /// Returns how the company is reached, to be changed.
    pub fn contacts_mut(&mut self) -> ContactsMut<'_> {
        ContactsMut { emails: &mut self.emails, phones: &mut self.phones, addresses: &mut self.addresses }
    }

    /// Returns the city of the first address that has one, or an empty text.
    pub fn city(&self) -> &str {
        let city = self.addresses.iter().map(|row| row.value.city.as_str()).find(|city| !city.is_empty());
        city.unwrap_or_default()
    }

    /// Puts every text into the one shape it is kept in, and drops empty rows of lists.
    pub fn tidy(&mut self) {
        for line in [&mut self.name, &mut self.org_number, &mut self.country, &mut self.website] {
            *line = text::single_line(line);
        }
        self.country = self.country.to_uppercase();
        self.note = text::multi_line(&self.note);
        self.contacts_mut().tidy();
    }

    /// Returns everything that keeps the card from being saved, after [`Content::tidy`].
    pub fn check(&self) -> Vec<Invalid> {
        let mut wrong = Vec::new();
        let mut add = |field: Field, reason: Reason| wrong.push(Invalid::new(field, reason));
        if self.name.is_empty() {
            add(Field::Name, Reason::Missing);
        }
        for (field, line, limit) in [
            (Field::Name, &self.name, text::LINE),
            (Field::OrgNumber, &self.org_number, 40),
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
        if !is_website(&self.website) {
            add(Field::Website, Reason::NotAWebsite);
        }
        wrong.extend(self.contacts().check());
        wrong
    }

    /// Returns whether the organisation number can be one of the register of the country the card names, or its first
    /// address.
    pub fn has_plausible_number(&self) -> bool {
        let of_address = self.addresses.first().map_or("", |row| row.value.country.as_str());
        let country = if self.country.is_empty() { of_address } else { &self.country };
        org_number::is_plausible(&self.org_number, country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_needs_a_name_and_nothing_else() {
        assert_eq!(Content::named("Fjordfisk AS").check(), []);
        assert_eq!(Content::default().check(), [Invalid::new(Field::Name, Reason::Missing)]);
    }

    #[test]
    fn what_is_wrong_is_said_per_field() {
        type Change = fn(&mut Content);
        let table: [(Change, Field, Reason); 7] = [
            (|c| c.emails.push(Labelled::new(None, "nobody".into())), Field::Emails, Reason::NotAnEmail),
            (|c| c.phones.push(Labelled::new(None, "call".into())), Field::Phones, Reason::NotAPhone),
            (|c| c.country = "XX".into(), Field::Country, Reason::NotACountry),
            (|c| c.website = "not a site".into(), Field::Website, Reason::NotAWebsite),
            (|c| c.name = "a".repeat(201), Field::Name, Reason::TooLong),
            (|c| c.org_number = "1".repeat(41), Field::OrgNumber, Reason::TooLong),
            (
                |c| c.addresses.push(Labelled::new(None, Address { country: "X".into(), ..Address::default() })),
                Field::Addresses,
                Reason::NotACountry,
            ),
        ];
        for (change, field, reason) in table {
            let mut content = Content::named("Fjordfisk AS");
            change(&mut content);
            assert_eq!(content.check(), [Invalid::new(field, reason)]);
        }
    }

    #[test]
    fn a_number_is_looked_at_for_the_country_that_is_known() {
        let address = |country: &str, city: &str| {
            Labelled::new(None, Address { country: country.into(), city: city.into(), ..Address::default() })
        };
        let mut content = Content { org_number: "123 456 784".into(), ..Content::named("Fjordfisk AS") };
        assert!(content.has_plausible_number());
        content.addresses = vec![address("NO", ""), address("SE", "Malmö")];
        assert!(!content.has_plausible_number());
        assert_eq!(content.city(), "Malmö");
        content.country = "DK".into();
        assert!(content.has_plausible_number());
    }

    #[test]
    fn tidying_keeps_what_was_meant() {
        let mut content = Content { org_number: " 123 456 785\n".into(), ..Content::named("  Fjordfisk \n AS ") };
        content.country = "no".into();
        content.phones.push(Labelled::new(None, " ".into()));
        content.tidy();
        assert_eq!((content.name.as_str(), content.org_number.as_str()), ("Fjordfisk AS", "123 456 785"));
        assert_eq!((content.country.as_str(), content.phones.len()), ("NO", 0));
    }
}
