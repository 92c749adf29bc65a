//! What was typed and not saved when the card file was locked.

use super::person;

/// What was being edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The card of a person.
    Person,
    /// The form for a new person.
    NewPerson,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Person, Self::NewPerson];

    /// Returns the kind's key, as the file knows it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::NewPerson => "new-person",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Something typed that is kept until its user is back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What was being edited.
    pub kind: Kind,
    /// Whose card it was, where it was one.
    pub person: Option<person::Id>,
    /// What was typed; only the screen that wrote it can read it.
    pub content: String,
}
