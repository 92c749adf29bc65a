//! The words of editing a card: its places, and the changes to how somebody is reached.

use std::collections::BTreeMap;

use crate::model::contact::{Address, Contacts, ContactsMut, Labelled};
use crate::model::field::Field;
use crate::model::{Reason, custom, email, list, phone};

/// What is wrong, by place.
pub type Wrong = BTreeMap<Place, Reason>;

/// A place on the card where something can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A plain field.
    Field(Field),
    /// A row of a list of values.
    Row(Rows, usize),
    /// An own field.
    Custom(custom::Id),
}

impl Place {
    /// Returns the id of the control.
    pub fn id(&self) -> String {
        match self {
            Self::Field(field) => format!("card-{}", field.key()),
            Self::Row(Rows::Emails, row) => format!("card-email-{row}"),
            Self::Row(Rows::Phones, row) => format!("card-phone-{row}"),
            Self::Row(Rows::Addresses, row) => format!("card-address-{row}"),
            Self::Custom(id) => format!("card-custom-{id}"),
        }
    }
}

/// The lists of values of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rows {
    /// E-mail addresses.
    Emails,
    /// Phone numbers.
    Phones,
    /// Postal addresses.
    Addresses,
}

/// The parts of an address that are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Street,
    Postcode,
    City,
}

/// One change to the rows of values.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum RowEdit {
    Label(Rows, usize, Option<list::Id>),
    Value(Rows, usize, String),
    Part(usize, Part, String),
    AddressCountry(usize, Option<String>),
    Add(Rows),
    Remove(Rows, usize),
    Up(Rows, usize),
}

impl Rows {
    /// Returns the field that the rows are.
    pub fn field(self) -> Field {
        match self {
            Self::Emails => Field::Emails,
            Self::Phones => Field::Phones,
            Self::Addresses => Field::Addresses,
        }
    }

    /// Returns the rows that a field is.
    pub fn of(field: &Field) -> Option<Self> {
        [Self::Emails, Self::Phones, Self::Addresses].into_iter().find(|rows| rows.field() == *field)
    }

    /// Returns how many rows there are.
    pub fn count(self, contacts: Contacts<'_>) -> usize {
        match self {
            Self::Emails => contacts.emails.len(),
            Self::Phones => contacts.phones.len(),
            Self::Addresses => contacts.addresses.len(),
        }
    }
}

impl RowEdit {
    /// Makes the change. A new address begins with the `country`, a new phone with the label `phone`.
    pub fn apply(self, contacts: ContactsMut<'_>, country: &str, phone: list::Id) {
        let ContactsMut { emails, phones, addresses } = contacts;
        match self {
            Self::Label(Rows::Emails, row, label) => on(emails, row, |row| row.label = label),
            Self::Label(Rows::Phones, row, label) => on(phones, row, |row| row.label = label),
            Self::Label(Rows::Addresses, row, label) => on(addresses, row, |row| row.label = label),
            Self::Value(Rows::Emails, row, value) => on(emails, row, |row| row.value = value),
            Self::Value(Rows::Phones, row, value) => on(phones, row, |row| row.value = value),
            Self::Value(Rows::Addresses, row, value) => on(addresses, row, |row| row.value.street = value),
            Self::Part(row, part, value) => on(addresses, row, |row| match part {
                Part::Street => row.value.street = value,
                Part::Postcode => row.value.postcode = value,
                Part::City => row.value.city = value,
            }),
            Self::AddressCountry(row, code) => on(addresses, row, |row| row.value.country = code.unwrap_or_default()),
            Self::Add(Rows::Emails) => emails.push(Labelled::new(Some(list::LABEL_WORK), String::new())),
            Self::Add(Rows::Phones) => phones.push(Labelled::new(Some(phone), String::new())),
            Self::Add(Rows::Addresses) => {
                let address = Address { country: country.to_owned(), ..Address::default() };
                addresses.push(Labelled::new(Some(list::LABEL_WORK), address));
            }
            Self::Remove(Rows::Emails, row) => remove(emails, row),
            Self::Remove(Rows::Phones, row) => remove(phones, row),
            Self::Remove(Rows::Addresses, row) => remove(addresses, row),
            Self::Up(Rows::Emails, row) => up(emails, row),
            Self::Up(Rows::Phones, row) => up(phones, row),
            Self::Up(Rows::Addresses, row) => up(addresses, row),
        }
    }
}

impl Place {
    /// Returns what is wrong with rows as they are typed, each at its place.
    pub fn wrong_rows(contacts: Contacts<'_>) -> Wrong {
        let mut wrong = Wrong::new();
        for (row, email) in contacts.emails.iter().enumerate().filter(|(_, row)| !row.value.trim().is_empty()) {
            if let Err(reason) = email::parse(&email.value) {
                wrong.insert(Self::Row(Rows::Emails, row), reason);
            }
        }
        for (row, phone) in contacts.phones.iter().enumerate().filter(|(_, row)| !row.value.trim().is_empty()) {
            if let Err(reason) = phone::parse(&phone.value) {
                wrong.insert(Self::Row(Rows::Phones, row), reason);
            }
        }
        for row in 0..contacts.addresses.len() {
            let alone = Contacts { emails: &[], phones: &[], addresses: &contacts.addresses[row..=row] };
            if let Some(first) = alone.check().first() {
                wrong.insert(Self::Row(Rows::Addresses, row), first.reason);
            }
        }
        wrong
    }
}

fn on<T>(rows: &mut [T], row: usize, change: impl FnOnce(&mut T)) {
    if let Some(row) = rows.get_mut(row) {
        change(row);
    }
}

fn remove<T>(rows: &mut Vec<T>, row: usize) {
    if row < rows.len() {
        rows.remove(row);
    }
}

fn up<T>(rows: &mut [T], row: usize) {
    if row > 0 && row < rows.len() {
        rows.swap(row - 1, row);
    }
}
