//! Erasure (art. 17): why somebody is erased, and what becomes of texts of others that name them.

use super::outbox::Channel;
use super::{Moment, user};

crate::id_type! {
    /// Identifies an erasure.
    Id
}

/// Why somebody is erased: the letters of art. 17(1), and the two reasons of the office's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// (a): the data is no longer needed.
    NotNeeded,
    /// (b): the person took their consent back, and nothing else carries the processing.
    Withdrawn,
    /// (c): the person objected.
    Objected,
    /// (d): the processing was unlawful.
    Unlawful,
    /// (e): a law asks for it.
    Law,
    /// (f): the data came from a child, through a service of the information society.
    Child,
    /// The time for which the office keeps such data is over.
    Retention,
    /// The time in the trash is over, or somebody emptied it.
    Trash,
}

impl Ground {
    /// All grounds, in the order of the article.
    pub const ALL: [Self; 8] = [
        Self::NotNeeded,
        Self::Withdrawn,
        Self::Objected,
        Self::Unlawful,
        Self::Law,
        Self::Child,
        Self::Retention,
        Self::Trash,
    ];

    /// Those of the article, which people choose among.
    pub const OF_ARTICLE: [Self; 6] =
        [Self::NotNeeded, Self::Withdrawn, Self::Objected, Self::Unlawful, Self::Law, Self::Child];

    /// Returns the letter in art. 17(1), or the key of a reason of the office's own; its text is `erasure-ground-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotNeeded => "a",
            Self::Withdrawn => "b",
            Self::Objected => "c",
            Self::Unlawful => "d",
            Self::Law => "e",
            Self::Child => "f",
            Self::Retention => "retention",
            Self::Trash => "trash",
        }
    }

    /// Returns the ground that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.key() == key)
    }

    /// Returns the letter of art. 17(1) that stands behind it: what is kept no longer is needed no longer.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Retention | Self::Trash => Self::NotNeeded.key(),
            Self::NotNeeded | Self::Withdrawn | Self::Objected | Self::Unlawful | Self::Law | Self::Child => self.key(),
        }
    }
}

/// Why a text is kept although it names somebody who is erased: the letters of art. 17(3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exception {
    /// (a): freedom of expression and information.
    Expression,
    /// (b): a legal obligation, or a task in the public interest.
    Obligation,
    /// (c): public health.
    Health,
    /// (d): archiving, research, statistics.
    Archive,
    /// (e): legal claims.
    Claims,
}

impl Exception {
    /// All exceptions, in the order of the article.
    pub const ALL: [Self; 5] = [Self::Expression, Self::Obligation, Self::Health, Self::Archive, Self::Claims];

    /// Returns the letter in art. 17(3); its text is `erasure-exception-<letter>`.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Expression => "a",
            Self::Obligation => "b",
            Self::Health => "c",
            Self::Archive => "d",
            Self::Claims => "e",
        }
    }

    /// Returns the exception of a letter.
    pub fn from_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|exception| exception.letter() == letter)
    }
}

/// How far an erasure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// The rows are gone; the file is still to be rewritten and looked through.
    Rewriting,
    /// A letter to the person still waits, with their name and address; nothing else holds them.
    Finishing,
    /// The file holds no trace, as far as was found.
    Done,
    /// As [`State::Done`], so long ago that the office keeps no certificate of it.
    Removed,
}

impl State {
    /// Returns the key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rewriting => "rewriting",
            Self::Finishing => "finishing",
            Self::Done => "done",
            Self::Removed => "removed",
        }
    }

    /// Returns the state that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Rewriting, Self::Finishing, Self::Done, Self::Removed].into_iter().find(|state| state.key() == key)
    }
}

/// An erasure that was made, without anybody's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Its identity.
    pub id: Id,
    /// Why.
    pub ground: Ground,
    /// Why, as said.
    pub reason: String,
    /// How many persons.
    pub persons: u64,
    /// How many companies went with them.
    pub companies: u64,
    /// What was done to how many rows of which tables, as JSON.
    pub tables: String,
    /// What was kept, as JSON.
    pub kept: String,
    /// How far it is.
    pub state: State,
    /// How many traces were found afterwards; none where nobody has looked for them all.
    pub residue: Option<u64>,
    /// Where the journal ended.
    pub journal_head: String,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: user::Id,
    /// When the file was rewritten, and nothing waited any more.
    pub finished_at: Option<Moment>,
    /// How the people were told, where this program wrote to them.
    pub told: Option<Channel>,
    /// When that was handed over or sent.
    pub told_at: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_name_one_thing_each() {
        for ground in Ground::ALL {
            assert_eq!(Ground::from_key(ground.key()), Some(ground));
            assert!(Ground::OF_ARTICLE.iter().any(|one| one.key() == ground.letter()));
        }
        for exception in Exception::ALL {
            assert_eq!(Exception::from_letter(exception.letter()), Some(exception));
        }
        assert_eq!(State::from_key("done"), Some(State::Done));
    }
}
