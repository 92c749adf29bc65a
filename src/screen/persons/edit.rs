//! The words of editing a card: its tabs, and each change that can be made to it.

use iced::widget::text_editor;

use crate::model::field::Field;
use crate::model::{custom, list, user};
use crate::office::field_policy::Policy;
use crate::screen::card::{Place, RowEdit};

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
    /// What was done to the card.
    History,
}

impl Tab {
    /// All tabs.
    pub const ALL: [Self; 6] = [Self::Contact, Self::Details, Self::More, Self::Interests, Self::Note, Self::History];
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

/// One change to a draft.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Edit {
    Text(Text, String),
    Item(Item, Option<list::Id>),
    OurContact(Option<user::Id>),
    Country(Option<String>),
    Flag(Flag, bool),
    Rows(RowEdit),
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

impl Flag {
    /// Returns the field.
    pub fn field(self) -> Field {
        match self {
            Self::FormerEmployee => Field::FormerEmployee,
            Self::NoMailings => Field::NoMailings,
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

impl Tab {
    /// Returns the tabs there are where the office and the user's role leave these fields to be seen.
    pub fn shown(fields: &Policy) -> Vec<Self> {
        let is_shown = |tab: &Self| match tab {
            // Types of mailings stand with the interests.
            Self::Contact | Self::Details | Self::More | Self::Interests | Self::History => true,
            Self::Note => fields.is_shown(&Field::Note),
        };
        Self::ALL.into_iter().filter(is_shown).collect()
    }
}

/// Returns the tab that a place stands on; none for what is in the head.
pub fn tab_of(place: &Place) -> Option<Tab> {
    let head = [Field::FirstName, Field::LastName, Field::Company, Field::Title, Field::Picture];
    let contact = [Field::Emails, Field::Phones, Field::Addresses, Field::Country, Field::Language];
    match place {
        Place::Field(field) if head.contains(field) => None,
        Place::Field(field) if contact.contains(field) => Some(Tab::Contact),
        Place::Field(Field::Interests) => Some(Tab::Interests),
        Place::Field(Field::Note) => Some(Tab::Note),
        Place::Field(_) => Some(Tab::Details),
        Place::Row(..) => Some(Tab::Contact),
        Place::Custom(_) => Some(Tab::More),
    }
}
