//! Criteria: what a saved selection asks of a card, as a tree.
//!
//! The tree is read from JSON and written back as the same JSON ([`read`], [`Node::to_json`]); the store makes SQL of
//! it, and the office reads it out as a sentence. It has two values and no third: a comparison with an empty field is
//! false, and `not` turns it round. A field with several values matches when one of them does.

pub mod day;
pub mod field;
mod reading;
mod strict;
mod vocabulary;
mod writing;

pub use day::Day;
pub use field::{Asked, Type};
pub use reading::{Misread, Wrong, read};
pub use vocabulary::{Shipped, Vocabulary};

use super::condition::Condition;
use super::{list, selection, user};

/// The most bytes that criteria are written in.
pub const LENGTH: usize = 256 * 1_024;
/// How deep criteria may stand in each other.
pub const DEPTH: usize = 24;
/// The most criteria in a tree, groups counted.
pub const NODES: usize = 500;
/// The most values in one list of values.
pub const VALUES: usize = 1_000;

/// What selections are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Of {
    /// Persons.
    #[default]
    Persons,
    /// Companies.
    Companies,
}

impl Of {
    /// All that there are.
    pub const ALL: [Self; 2] = [Self::Persons, Self::Companies];

    /// Returns the key in the file and for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Companies => "companies",
        }
    }

    /// Returns what `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.key() == key)
    }
}

/// One criterion, or a group of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// All of them; of none, everybody.
    All(Vec<Self>),
    /// At least one of them; of none, nobody.
    Any(Vec<Self>),
    /// Whoever this is not true of.
    Not(Box<Self>),
    /// What a field of the card holds.
    Field(Asked, Test),
    /// What holds now for a purpose.
    Basis(Basis),
    /// Whether mailings of a kind may be sent.
    Subscription(list::Id),
    /// What somebody is interested in: at least one of these.
    Interest(OneOf<list::Id>),
    /// What was done with them.
    Activity(Activity),
    /// Who is in another selection.
    Selection(selection::Id),
    /// The state of the card: at least one of these.
    Status(OneOf<Status>),
    /// Whether the person was told what is kept about them (art. 13 and 14).
    Informed(bool),
    /// Whether another card is about the same person: the same e-mail, or the same phone and name.
    Duplicate(bool),
}

/// One value, or one of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OneOf<T> {
    /// This one.
    One(T),
    /// One of these.
    In(Vec<T>),
}

impl<T> OneOf<T> {
    /// Returns the values.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::In(many) => many,
        }
    }
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// That it is empty.
    Null,
    /// Of a text, without regard to case and marks.
    Text(Text),
    /// Of a number.
    Number(Comparison<f64>),
    /// Of a day, or of the day on which a moment falls where the user is.
    Day(Comparison<Day>),
    /// Of a yes or no.
    YesNo(bool),
    /// That it is an item of a list.
    Items(OneOf<list::Id>),
    /// That it is somebody who works here.
    Users(OneOf<user::Id>),
}

/// How a text is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// It is this, or one of these.
    Is(OneOf<String>),
    /// It begins with this.
    StartsWith(String),
    /// It ends with this.
    EndsWith(String),
    /// It has this in it.
    Contains(String),
}

/// How what has an order is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison<T> {
    /// It is this.
    Is(T),
    /// It comes before this.
    Before(T),
    /// It comes after this.
    After(T),
    /// It lies from the one to the other, both of them with it.
    Between(T, T),
}

/// What holds now for a purpose, and what is asked of it; what is not given is not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The purpose.
    pub purpose: list::Id,
    /// What is asked.
    pub asks: BasisAsks,
}

/// What is asked of the legal basis of a purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BasisAsks {
    /// That nothing is documented, or, with `false`, that something is.
    None(bool),
    /// What the row of the ledger that holds says.
    Row(Box<Row>),
}

/// What is asked of the row of the ledger that holds now; all that is given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// It says one of these. A shipped legal basis stands for the office's own ones under it.
    pub is_in: Option<Vec<list::Id>>,
    /// Where the decision came from.
    pub source: Option<OneOf<list::Id>>,
    /// It was entered before this day.
    pub before: Option<Day>,
    /// It was entered after this day.
    pub after: Option<Day>,
    /// Who entered it.
    pub by: Option<OneOf<user::Id>>,
    /// The version of the wording that was shown; or that none was.
    pub wording: Option<Option<u32>>,
    /// The condition of art. 9(2); or that none is given.
    pub condition: Option<Option<Condition>>,
}

/// What was done with somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Activity {
    /// What kind; a shipped one stands for the office's own ones under it.
    pub kind: Option<OneOf<list::Id>>,
    /// It took place, or is planned, after this day.
    pub after: Option<Day>,
    /// It took place, or is planned, before this day.
    pub before: Option<Day>,
    /// That there is none such, rather than one.
    pub none: bool,
}

/// The state of a card. Each is asked for by itself: who is restricted can also have left the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// None of the others.
    Active,
    /// The processing of the data is restricted.
    Restricted,
    /// The person objects to a purpose.
    Objected,
    /// The card lies in the trash.
    Trashed,
    /// The person has left the company.
    Former,
}

impl Status {
    /// All that there are.
    pub const ALL: [Self; 5] = [Self::Active, Self::Restricted, Self::Objected, Self::Trashed, Self::Former];

    /// Returns the key; its text is `criteria-status-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Restricted => "restricted",
            Self::Objected => "objected",
            Self::Trashed => "trashed",
            Self::Former => "former",
        }
    }

    /// Returns the status that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

impl Node {
    /// Calls `each` with every criterion and group of the tree, parents before their children.
    pub fn walk<'a>(&'a self, each: &mut impl FnMut(&'a Self)) {
        each(self);
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().for_each(|node| node.walk(each)),
            Self::Not(node) => node.walk(each),
            Self::Field(..)
            | Self::Basis(_)
            | Self::Subscription(_)
            | Self::Interest(_)
            | Self::Activity(_)
            | Self::Selection(_)
            | Self::Status(_)
            | Self::Informed(_)
            | Self::Duplicate(_) => {}
        }
    }

    /// Returns how many criteria and groups there are.
    pub fn count(&self) -> usize {
        let mut count = 0;
        self.walk(&mut |_| count += 1);
        count
    }

    /// Returns the other selections that are named, without repeats.
    pub fn selections(&self) -> Vec<selection::Id> {
        let mut named = Vec::new();
        self.walk(&mut |node| {
            if let Self::Selection(id) = node
                && !named.contains(id)
            {
                named.push(*id);
            }
        });
        named
    }

    /// Returns the fields of cards that are asked about, without repeats.
    pub fn fields(&self) -> Vec<&Asked> {
        let mut named = Vec::new();
        self.walk(&mut |node| {
            if let Self::Field(asked, _) = node
                && !named.contains(&asked)
            {
                named.push(asked);
            }
        });
        named
    }

    /// Returns the items of lists that are named, with repeats.
    pub fn items(&self) -> Vec<list::Id> {
        let mut named = Vec::new();
        self.walk(&mut |node| match node {
            Self::Field(_, Test::Items(items)) | Self::Interest(items) => named.extend(items.as_slice()),
            Self::Basis(basis) => {
                named.push(basis.purpose);
                if let BasisAsks::Row(row) = &basis.asks {
                    named.extend(row.is_in.iter().flatten());
                    named.extend(row.source.iter().flat_map(OneOf::as_slice));
                }
            }
            Self::Subscription(item) => named.push(*item),
            Self::Activity(activity) => named.extend(activity.kind.iter().flat_map(OneOf::as_slice)),
            Self::Field(..)
            | Self::All(_)
            | Self::Any(_)
            | Self::Not(_)
            | Self::Selection(_)
            | Self::Status(_)
            | Self::Informed(_)
            | Self::Duplicate(_) => {}
        });
        named
    }
}

#[cfg(test)]
mod tests;
