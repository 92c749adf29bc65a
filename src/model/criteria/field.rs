//! The fields that criteria can ask about, and which comparisons fit them.

use std::fmt;

use super::{Of, Vocabulary};
use crate::model::custom::{self, Kind};
use crate::model::field::{self, Field};
use crate::model::list::List;

/// A field that is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Asked {
    /// A field of the card.
    Card(Field),
    /// An own field of the office.
    Own(custom::Id, Kind, String),
    /// Where somebody worked before.
    FormerCompany,
    /// When the last activity took place.
    LastActivity,
    /// Whether the processing of the data is restricted.
    Restricted,
    /// When the card was made.
    CreatedAt,
    /// By whom.
    CreatedBy,
    /// When it was last changed.
    UpdatedAt,
    /// By whom.
    UpdatedBy,
}

/// What a field holds, as far as it decides how it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// A text.
    Text,
    /// A phone number: its digits are compared.
    Phone,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A moment: its day is compared.
    Moment,
    /// Yes or no.
    YesNo,
    /// An item of a list.
    Item(List),
    /// Somebody who works here.
    User,
    /// Something that is there or not.
    Presence,
}

/// The fields beyond those of [`Field`].
const MORE: [Asked; 7] = [
    Asked::FormerCompany,
    Asked::LastActivity,
    Asked::Restricted,
    Asked::CreatedAt,
    Asked::CreatedBy,
    Asked::UpdatedAt,
    Asked::UpdatedBy,
];

/// The lists of a card's values, and what else persons' cards hold.
const OF_PERSONS: [Field; 7] =
    [Field::Emails, Field::Phones, Field::Addresses, Field::Interests, Field::Picture, Field::Relation, Field::Source];

const OF_COMPANIES: [Field; 3] = [Field::Emails, Field::Phones, Field::Addresses];

impl Asked {
    /// Returns all fields that can be asked about, but for the office's own.
    pub fn all(of: Of) -> Vec<Self> {
        let (plain, lists): (&[Field], &[Field]) = match of {
            Of::Persons => (&field::PLAIN, &OF_PERSONS),
            Of::Companies => (&field::COMPANY, &OF_COMPANIES),
        };
        let cards = plain.iter().chain(lists).cloned().map(Self::Card);
        cards.chain(MORE.into_iter().filter(|more| more.is_of(of))).collect()
    }

    /// Returns the field that a word names.
    pub fn named(word: &str, of: Of, words: &dyn Vocabulary) -> Option<Self> {
        if let Some(key) = word.strip_prefix("custom:") {
            let own = words.own(key).filter(|_| of == Of::Persons)?;
            return Some(Self::Own(own.id, own.kind, own.key.clone())).filter(|asked| words.may_ask(of, asked));
        }
        Self::all(of).into_iter().find(|asked| asked.to_string() == word).filter(|asked| words.may_ask(of, asked))
    }

    fn is_of(&self, of: Of) -> bool {
        match self {
            Self::FormerCompany | Self::Restricted | Self::Own(..) => of == Of::Persons,
            Self::Card(_)
            | Self::LastActivity
            | Self::CreatedAt
            | Self::CreatedBy
            | Self::UpdatedAt
            | Self::UpdatedBy => true,
        }
    }

    /// Returns the key of the field's label in the texts. Own fields have none.
    pub fn label_key(&self) -> Option<String> {
        match self {
            Self::Own(..) => None,
            Self::Card(_)
            | Self::FormerCompany
            | Self::LastActivity
            | Self::Restricted
            | Self::CreatedAt
            | Self::CreatedBy
            | Self::UpdatedAt
            | Self::UpdatedBy => Some(format!("field-{self}")),
        }
    }

    /// Returns the field of the card that decides who sees it; none for what is no field of its own.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Card(field) => Some(field.clone()),
            Self::Own(_, _, key) => Some(Field::Custom(key.clone())),
            Self::FormerCompany => Some(Field::Company),
            Self::LastActivity
            | Self::Restricted
            | Self::CreatedAt
            | Self::CreatedBy
            | Self::UpdatedAt
            | Self::UpdatedBy => None,
        }
    }

    /// Returns what the field holds.
    pub fn holds(&self) -> Type {
        match self {
            Self::Card(field) => of_card(field),
            Self::Own(_, kind, _) => match kind {
                Kind::Text | Kind::List => Type::Text,
                Kind::Number => Type::Number,
                Kind::Date => Type::Date,
                Kind::YesNo => Type::YesNo,
            },
            Self::FormerCompany => Type::Text,
            Self::LastActivity | Self::CreatedAt | Self::UpdatedAt => Type::Moment,
            Self::Restricted => Type::YesNo,
            Self::CreatedBy | Self::UpdatedBy => Type::User,
        }
    }
}

fn of_card(field: &Field) -> Type {
    match field {
        Field::OfCompany(field) => of_card(field),
        Field::Number
        | Field::FirstName
        | Field::LastName
        | Field::Company
        | Field::Title
        | Field::Email
        | Field::Emails
        | Field::Address
        | Field::Addresses
        | Field::Postcode
        | Field::City
        | Field::Country
        | Field::Website
        | Field::Note
        | Field::Name
        | Field::OrgNumber
        | Field::Comment
        | Field::Subject
        | Field::Direction
        | Field::Custom(_) => Type::Text,
        Field::Mobile | Field::Phone | Field::Phones => Type::Phone,
        Field::Length => Type::Number,
        Field::BirthDate | Field::Due => Type::Date,
        Field::At | Field::DoneAt => Type::Moment,
        Field::FormerEmployee | Field::NoMailings | Field::Recorded | Field::RecordConsent => Type::YesNo,
        Field::Position => Type::Item(List::Position),
        Field::Language => Type::Item(List::Language),
        Field::Category => Type::Item(List::Category),
        Field::Business => Type::Item(List::Business),
        Field::Interests => Type::Item(List::Interest),
        Field::Subscriptions => Type::Item(List::Subscription),
        Field::Relation => Type::Item(List::Relation),
        Field::LegalBasis => Type::Item(List::Basis),
        Field::Source => Type::Item(List::Source),
        Field::Purpose => Type::Item(List::Purpose),
        Field::Activity => Type::Item(List::Activity),
        Field::OurContact => Type::User,
        Field::Picture => Type::Presence,
    }
}

impl fmt::Display for Asked {
    /// Writes the word that criteria have for it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(field) => field.fmt(f),
            Self::Own(_, _, key) => write!(f, "custom:{key}"),
            Self::FormerCompany => f.write_str("former_company"),
            Self::LastActivity => f.write_str("last_activity"),
            Self::Restricted => f.write_str("restricted"),
            Self::CreatedAt => f.write_str("created_at"),
            Self::CreatedBy => f.write_str("created_by"),
            Self::UpdatedAt => f.write_str("updated_at"),
            Self::UpdatedBy => f.write_str("updated_by"),
        }
    }
}
