//! Restriction of processing (art. 18): the data stays, and nobody does anything with it.

use super::{Moment, person, user};

crate::id_type! {
    /// Identifies a restriction.
    Id
}

/// Why processing is restricted: the letters of art. 18(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// (a): the person contests that the data is accurate, while that is verified.
    Accuracy,
    /// (b): the processing is unlawful, and the person does not want the data erased.
    Unlawful,
    /// (c): nobody here needs the data any more, but the person does, for legal claims.
    Claims,
    /// (d): the person objected, while that is weighed.
    Objection,
}

impl Ground {
    /// All grounds, in the order of the article.
    pub const ALL: [Self; 4] = [Self::Accuracy, Self::Unlawful, Self::Claims, Self::Objection];

    /// Returns the letter in art. 18(1).
    pub fn letter(self) -> &'static str {
        match self {
            Self::Accuracy => "a",
            Self::Unlawful => "b",
            Self::Claims => "c",
            Self::Objection => "d",
        }
    }

    /// Returns the ground of a letter.
    pub fn from_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.letter() == letter)
    }
}

/// A restriction of the processing of somebody's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// Its identity.
    pub id: Id,
    /// Whose data.
    pub person: person::Id,
    /// Why.
    pub ground: Ground,
    /// More about why.
    pub comment: String,
    /// Since when.
    pub at: Moment,
    /// Who restricted it.
    pub by: user::Id,
    /// That it was lifted; none while it stands.
    pub lifted: Option<Lifted>,
}

/// The end of a restriction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
    /// Why.
    pub why: String,
    /// Whether the person was told before (art. 18(3)).
    pub told: bool,
}
