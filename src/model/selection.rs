//! Selections: named sets of persons or companies, which mass edits, exports and mailings take as their subject.

mod ready;

pub use ready::Ready;

use super::criteria::{Node, Of};
use super::{Moment, user};

crate::id_type! {
    /// Identifies a selection.
    Id
}

/// The most characters of a selection's name.
pub const NAME: usize = 100;

/// How a selection knows who is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// By criteria, asked anew each time.
    Dynamic,
    /// By a list of records.
    Static,
    /// By what two others have.
    Combined,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Dynamic, Self::Static, Self::Combined];

    /// Returns the kind's key; its text is `selection-kind-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Dynamic => "dynamic",
            Self::Static => "static",
            Self::Combined => "combined",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// What of two selections is in a combined one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Who is in the one or the other, or both.
    Union,
    /// Who is in both.
    Intersect,
    /// Who is in the first and not in the second.
    OnlyFirst,
    /// Who is in the second and not in the first.
    OnlySecond,
    /// Who is in exactly one.
    Difference,
}

impl Operation {
    /// All operations.
    pub const ALL: [Self; 5] = [Self::Union, Self::Intersect, Self::OnlyFirst, Self::OnlySecond, Self::Difference];

    /// Returns the operation's key; its text is `selection-operation-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Union => "union",
            Self::Intersect => "intersect",
            Self::OnlyFirst => "only-first",
            Self::OnlySecond => "only-second",
            Self::Difference => "difference",
        }
    }

    /// Returns the operation that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.key() == key)
    }

    /// Returns whether somebody is in the combined selection who is or is not in the two.
    pub fn holds(self, first: bool, second: bool) -> bool {
        match self {
            Self::Union => first || second,
            Self::Intersect => first && second,
            Self::OnlyFirst => first && !second,
            Self::OnlySecond => second && !first,
            Self::Difference => first != second,
        }
    }
}

/// Who sees a selection, and can do something with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Visible {
    /// Everybody who sees cards.
    #[default]
    All,
    /// Whose it is, and who may change settings.
    Own,
}

impl Visible {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::All, Self::Own];

    /// Returns the key in the file and for scripts; its text is `selection-visible-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Own => "own",
        }
    }

    /// Returns what `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visible| visible.key() == key)
    }
}

/// What decides who is in a selection.
#[derive(Debug, Clone, PartialEq)]
pub enum Members {
    /// Whoever the criteria are true of.
    Dynamic(Node),
    /// Whoever was put into it.
    Static,
    /// What two others have.
    Combined(Operation, Id, Id),
}

impl Members {
    /// Returns the kind of selection that has such members.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Dynamic(_) => Kind::Dynamic,
            Self::Static => Kind::Static,
            Self::Combined(..) => Kind::Combined,
        }
    }

    /// Returns the other selections that it depends on.
    pub fn depends_on(&self) -> Vec<Id> {
        match self {
            Self::Dynamic(criteria) => criteria.selections(),
            Self::Static => Vec::new(),
            Self::Combined(_, first, second) => vec![*first, *second],
        }
    }
}

/// A selection, as lists name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Its identity.
    pub id: Id,
    /// Its name, which no other has.
    pub name: String,
    /// What it is for, in free words; may be empty.
    pub description: String,
    /// How it knows who is in it.
    pub kind: Kind,
    /// What it is of.
    pub of: Of,
    /// Whose it is; nobody's where it comes with the program.
    pub owner: Option<user::Id>,
    /// Who sees it.
    pub visible: Visible,
    /// What the cards of its members warn of; empty for no warning.
    pub alert: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was last changed.
    pub updated_at: Moment,
    /// By whom.
    pub updated_by: user::Id,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_what_they_say() {
        for (operation, wanted) in [
            (Operation::Union, [false, true, true, true]),
            (Operation::Intersect, [false, false, false, true]),
            (Operation::OnlyFirst, [false, true, false, false]),
            (Operation::OnlySecond, [false, false, true, false]),
            (Operation::Difference, [false, true, true, false]),
        ] {
            let all = [(false, false), (true, false), (false, true), (true, true)];
            assert_eq!(all.map(|(first, second)| operation.holds(first, second)), wanted, "{operation:?}");
            assert_eq!(Operation::from_key(operation.key()), Some(operation));
        }
    }
}
