//! Imports: what a column of a file means, what is to happen with somebody who is here already, and what came of it.

use super::basis::Named;
use super::condition::Condition;
use super::field::Field;
use super::{Moment, list, person, user};

crate::id_type! {
    /// Identifies an import.
    Id
}

/// A part of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddressPart {
    /// Street and number, or the whole address in one column.
    Street,
    /// Postcode.
    Postcode,
    /// City.
    City,
    /// Country, as a code or a name.
    Country,
}

/// What a column of a file means.
///
/// `nth` tells several of a kind apart, counted from 0: the label column of the second e-mail has `nth` 1, as its
/// address has. A label that the heading itself names ("Business Phone") stands in `label`, by its key in the list of
/// labels.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The column is left out.
    Ignore,
    /// First and last name in one.
    FullName,
    /// A field with one plain value, or interests (several, separated by comma, semicolon or bar).
    Field(Field),
    /// An e-mail address.
    Email {
        /// Which one.
        nth: usize,
        /// What it is for, where the heading says so.
        label: Option<&'static str>,
    },
    /// What an e-mail address is for.
    EmailLabel {
        /// Which one.
        nth: usize,
    },
    /// A phone number.
    Phone {
        /// Which one.
        nth: usize,
        /// What it is for, where the heading says so.
        label: Option<&'static str>,
    },
    /// What a phone number is for.
    PhoneLabel {
        /// Which one.
        nth: usize,
    },
    /// A part of an address.
    Address {
        /// Which one.
        nth: usize,
        /// Which part.
        part: AddressPart,
        /// What the address is for, where the heading says so.
        label: Option<&'static str>,
    },
    /// What an address is for.
    AddressLabel {
        /// Which one.
        nth: usize,
    },
    /// The row's own legal basis, instead of the one chosen for the file.
    Basis,
    /// The row's own source.
    Source,
    /// The row's own comment on the legal basis.
    Comment,
}

/// What happens with a row about somebody who is here already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OnDuplicate {
    /// The row is left out.
    #[default]
    Skip,
    /// Only what the card lacks is taken.
    Fill,
    /// What the row holds replaces what the card holds; what the row leaves empty stays.
    Replace,
    /// A second card is made.
    Add,
}

impl OnDuplicate {
    /// All choices, the careful one first.
    pub const ALL: [Self; 4] = [Self::Skip, Self::Fill, Self::Replace, Self::Add];

    /// Returns the key that scripts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Fill => "fill",
            Self::Replace => "replace",
            Self::Add => "add",
        }
    }

    /// Returns the choice that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }
}

/// What holds for every row of a file that says nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The purpose the people are kept for.
    pub purpose: list::Id,
    /// The legal basis.
    pub basis: Named,
    /// On which condition of art. 9(2) data of special categories is kept.
    pub condition: Option<Condition>,
    /// Where the data came from.
    pub source: list::Id,
    /// Why, in free words.
    pub comment: String,
    /// What happens with somebody who is here already.
    pub on_duplicate: OnDuplicate,
}

/// What will happen, or happened, with one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// A card is made.
    New,
    /// The person is here already, and the row is left out.
    Skip(Twin),
    /// The person is here already, and gaps are filled.
    Fill(Twin),
    /// The person is here already, and values are replaced.
    Replace(Twin),
    /// The row cannot be taken.
    Reject(Rejection),
}

/// Who a row is about, when that person is known already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Twin {
    /// Somebody who has a card.
    Card(person::Id),
    /// Somebody an earlier row of the same file is about, by that row's number in the file.
    Row(u64),
}

/// Why a row cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The field that is wrong; none where the row as a whole cannot be read.
    pub field: Option<Field>,
    /// What is wrong, as a key of the texts: `invalid-<key>` or `row-<key>`.
    pub reason: &'static str,
}

/// How many rows meet which fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All rows of the file that hold anything.
    pub rows: u64,
    /// Cards that are made.
    pub added: u64,
    /// Cards that are changed, or where only a withdrawal or an objection is entered.
    pub updated: u64,
    /// Rows that are left out because the person is here already and nothing of theirs changes.
    pub skipped: u64,
    /// Rows that cannot be taken.
    pub rejected: u64,
    /// Rows whose consent was not entered, because the person withdrew or objected before.
    pub refusals_kept: u64,
}

/// An import that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its identity.
    pub id: Id,
    /// When it was made.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
    /// What came of it.
    pub counts: Counts,
    /// When it was undone, if it was.
    pub undone_at: Option<Moment>,
}
