//! How somebody is reached: e-mail addresses, phone numbers and postal addresses, of persons and companies alike.

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::{Invalid, Moment, Reason, country, email, list, phone, text, user};

/// When and from where a value came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub by: user::Id,
    /// Where it came from.
    pub source: list::Id,
}

/// An e-mail address, phone number or address, with what it is for and where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Labelled<T> {
    /// Its identity on the card, once it is saved.
    pub id: Option<i64>,
    /// What it is for.
    pub label: Option<list::Id>,
    /// The value.
    pub value: T,
    /// When and from where it came, once it is saved.
    pub origin: Option<Origin>,
}

impl<T> Labelled<T> {
    /// Returns a value that is not saved yet.
    pub fn new(label: Option<list::Id>, value: T) -> Self {
        Self { id: None, label, value, origin: None }
    }
}

/// A postal address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Address {
    /// Street and number; may be several lines joined by a comma.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// Country, ISO 3166 alpha-2, or empty.
    pub country: String,
}

impl Address {
    /// Returns whether nothing is filled in.
    pub fn is_empty(&self) -> bool {
        self.street.is_empty() && self.postcode.is_empty() && self.city.is_empty() && self.country.is_empty()
    }
}

/// The lists of a card by which somebody is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contacts<'a> {
    /// E-mail addresses, the main one first.
    pub emails: &'a [Labelled<String>],
    /// Phone numbers, in order.
    pub phones: &'a [Labelled<String>],
    /// Addresses, in order.
    pub addresses: &'a [Labelled<Address>],
}

/// The same lists, to be changed.
#[derive(Debug)]
pub struct ContactsMut<'a> {
    /// E-mail addresses, the main one first.
    pub emails: &'a mut Vec<Labelled<String>>,
    /// Phone numbers, in order.
    pub phones: &'a mut Vec<Labelled<String>>,
    /// Addresses, in order.
    pub addresses: &'a mut Vec<Labelled<Address>>,
}

impl ContactsMut<'_> {
    /// Puts every value into the one shape it is kept in, and drops empty rows.
    pub fn tidy(&mut self) {
        for row in self.emails.iter_mut().chain(self.phones.iter_mut()) {
            row.value = text::single_line(&row.value);
        }
        self.emails.retain(|row| !row.value.is_empty());
        self.phones.retain(|row| !row.value.is_empty());
        for row in self.addresses.iter_mut() {
            let Address { street, postcode, city, country } = &mut row.value;
            for line in [&mut *street, postcode, city, country] {
                *line = text::single_line(line);
            }
            *country = country.to_uppercase();
        }
        self.addresses.retain(|row| !row.value.is_empty());
    }

    /// Puts addresses and numbers that can be read into the spelling they are kept in.
    pub fn spell(&mut self) {
        for row in self.emails.iter_mut() {
            if let Ok(address) = email::parse(&row.value) {
                row.value = address;
            }
        }
        for row in self.phones.iter_mut() {
            if let Ok(number) = phone::parse(&row.value) {
                row.value = number;
            }
        }
    }
}

impl<'a> Contacts<'a> {
    /// Returns everything that is wrong with the values, one complaint for each row, after tidying.
    pub fn check(&self) -> Vec<Invalid> {
        let mut wrong = Vec::new();
        let mut add = |field: Field, reason: Reason| wrong.push(Invalid::new(field, reason));
        for row in self.emails {
            if let Err(reason) = email::parse(&row.value) {
                add(Field::Emails, reason);
            }
        }
        for row in self.phones {
            if let Err(reason) = phone::parse(&row.value) {
                add(Field::Phones, reason);
            }
        }
        for row in self.addresses {
            let Address { street, postcode, city, country } = &row.value;
            if [street, postcode, city].iter().any(|line| text::is_longer(line, text::LINE)) {
                add(Field::Addresses, Reason::TooLong);
            }
            if !country::is_code_or_empty(country) {
                add(Field::Addresses, Reason::NotACountry);
            }
        }
        wrong
    }

    /// Returns what each row is for, with the field it belongs to.
    pub fn labels(&self) -> impl Iterator<Item = (Field, Option<list::Id>)> + 'a {
        let emails = self.emails.iter().map(|row| (Field::Emails, row.label));
        let phones = self.phones.iter().map(|row| (Field::Phones, row.label));
        let addresses = self.addresses.iter().map(|row| (Field::Addresses, row.label));
        emails.chain(phones).chain(addresses)
    }

    /// Returns which of the lists differ from others; where a value came from makes no difference.
    pub fn changed(&self, other: &Self) -> impl Iterator<Item = Field> + use<> {
        fn differ<T: PartialEq>(before: &[Labelled<T>], after: &[Labelled<T>]) -> bool {
            before.len() != after.len()
                || before.iter().zip(after).any(|(a, b)| a.value != b.value || a.label != b.label || a.id != b.id)
        }
        let lists = [
            (Field::Emails, differ(self.emails, other.emails)),
            (Field::Phones, differ(self.phones, other.phones)),
            (Field::Addresses, differ(self.addresses, other.addresses)),
        ];
        lists.into_iter().filter_map(|(field, differs)| differs.then_some(field))
    }
}

/// Returns whether the text is empty or can be the address of a website.
pub fn is_website(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    address.is_empty() || (rest.contains('.') && !rest.contains(' ') && !rest.starts_with('.') && !rest.contains("://"))
}
