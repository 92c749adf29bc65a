//! The words of editing a card: its places, its tabs, and each change that can be made to it.

use iced::widget::text_editor;

use crate::model::field::Field;
use crate::model::{custom, list, user};

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

/// The tabs of a card, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// E-mails, phones, addresses, country, language.
    Contact,
    /// Position, birth date, website and what else the office knows.
    Details,
    /// The office's own fields.
    More,
    /// Interests.
    Interests,
    /// The free note.
    Note,
}

impl Tab {
    /// All tabs.
    pub const ALL: [Self; 5] = [Self::Contact, Self::Details, Self::More, Self::Interests, Self::Note];
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

/// The fields of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Text {
    FirstName,
    LastName,
    Company,
    Title,
    Number,
    Website,
    BirthDate,
}

/// The fields that choose from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Item {
    Position,
    Category,
    Business,
    Language,
}

/// The yes-or-no fields in the foot of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Flag {
    FormerEmployee,
    NoMailings,
}

/// The parts of an address that are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Street,
    Postcode,
    City,
}

/// One change to a draft.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Edit {
    Text(Text, String),
    Item(Item, Option<list::Id>),
    OurContact(Option<user::Id>),
    Country(Option<String>),
    Flag(Flag, bool),
    Label(Rows, usize, Option<list::Id>),
    Value(Rows, usize, String),
    Part(usize, Part, String),
    AddressCountry(usize, Option<String>),
    Add(Rows),
    Remove(Rows, usize),
    Up(Rows, usize),
    Custom(custom::Id, String),
    Interest(list::Id, bool),
    NewInterest(String),
    AddInterest,
    DropInterest(usize),
    Note(text_editor::Action),
}

impl Text {
    /// Returns the field.
    pub fn field(self) -> Field {
        match self {
            Self::FirstName => Field::FirstName,
            Self::LastName => Field::LastName,
            Self::Company => Field::Company,
            Self::Title => Field::Title,
            Self::Number => Field::Number,
            Self::Website => Field::Website,
            Self::BirthDate => Field::BirthDate,
        }
    }
}

impl Item {
    /// Returns the field.
    pub fn field(self) -> Field {
        match self {
            Self::Position => Field::Position,
            Self::Category => Field::Category,
            Self::Business => Field::Business,
            Self::Language => Field::Language,
        }
    }
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

    /// Returns the tab it stands on; none for what is in the head.
    pub fn tab(&self) -> Option<Tab> {
        let head = [Field::FirstName, Field::LastName, Field::Company, Field::Title, Field::Picture];
        let contact = [Field::Emails, Field::Phones, Field::Addresses, Field::Country, Field::Language];
        match self {
            Self::Field(field) if head.contains(field) => None,
            Self::Field(field) if contact.contains(field) => Some(Tab::Contact),
            Self::Field(Field::Interests) => Some(Tab::Interests),
            Self::Field(Field::Note) => Some(Tab::Note),
            Self::Field(_) => Some(Tab::Details),
            Self::Row(..) => Some(Tab::Contact),
            Self::Custom(_) => Some(Tab::More),
        }
    }
}
