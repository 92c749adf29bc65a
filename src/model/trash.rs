//! The trash: what lies in it stays as it is, is found by nothing else, and is erased on its day unless it is restored.

use chrono::NaiveDate;

use super::{Moment, company, person, user};

crate::id_type! {
    /// Identifies a deletion: what was moved to the trash together.
    Deletion
}

crate::id_type! {
    /// Identifies a request for deletion.
    RequestId
}

/// A card that can lie in the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Record {
    /// A person's.
    Person(person::Id),
    /// A company's.
    Company(company::Id),
}

impl Record {
    /// Returns the number of the card: those of persons and of companies never meet.
    pub fn number(self) -> i64 {
        match self {
            Self::Person(id) => id.0,
            Self::Company(id) => id.0,
        }
    }
}

/// How a card came into the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// With what else.
    pub deletion: Deletion,
    /// Why, in free words; may be empty.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// Who put it there.
    pub by: user::Id,
    /// The day on which it is erased.
    pub purge_on: NaiveDate,
}

/// What the trash shows of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The card.
    pub record: Record,
    /// The name of the person or the company.
    pub name: String,
    /// The name of a person's company, or empty.
    pub company: String,
    /// How it came there.
    pub put: Put,
}

/// What became of a request for deletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The card was moved to the trash.
    Deleted,
    /// The card stays.
    Refused,
}

impl Verdict {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Deleted, Self::Refused];

    /// Returns the verdict's key; its text is `deletion-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Refused => "refused",
        }
    }

    /// Returns the verdict that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.key() == key)
    }
}

/// What was decided about a request, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub verdict: Verdict,
    /// What whoever asked is answered; may be empty.
    pub answer: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

/// That somebody who may not delete a card asks those who may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its identity.
    pub id: RequestId,
    /// The card.
    pub record: Record,
    /// Why.
    pub reason: String,
    /// When it was asked.
    pub at: Moment,
    /// Who asked.
    pub by: user::Id,
    /// What was decided; none while it is open.
    pub decided: Option<Decided>,
}
