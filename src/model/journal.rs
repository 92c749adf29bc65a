//! The journal: who did what to which record and when, never the values.

use super::{Moment, field, user};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The vault was made.
    VaultCreated,
    /// A card was added.
    PersonAdded,
    /// A card was changed.
    PersonEdited,
    /// A card that an import brought was removed again.
    PersonRemoved,
    /// A row was entered in the ledger of legal bases.
    BasisSet,
    /// A file was imported.
    Imported,
    /// An import was undone.
    ImportUndone,
    /// Something was exported to a file.
    Exported,
    /// A list, an own field or a setting was changed.
    SettingsChanged,
    /// Sample people were made.
    SampleMade,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::VaultCreated,
        Self::PersonAdded,
        Self::PersonEdited,
        Self::PersonRemoved,
        Self::BasisSet,
        Self::Imported,
        Self::ImportUndone,
        Self::Exported,
        Self::SettingsChanged,
        Self::SampleMade,
    ];

    /// Returns the number that stands for the kind in the file. Never reuse one.
    pub fn code(self) -> i64 {
        match self {
            Self::VaultCreated => 1,
            Self::PersonAdded => 2,
            Self::PersonEdited => 3,
            Self::PersonRemoved => 4,
            Self::BasisSet => 5,
            Self::Imported => 6,
            Self::ImportUndone => 7,
            Self::Exported => 8,
            Self::SettingsChanged => 9,
            Self::SampleMade => 10,
        }
    }

    /// Returns the kind that `code` stands for.
    pub fn from_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Returns the kind's key for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::VaultCreated => "vault-created",
            Self::PersonAdded => "person-added",
            Self::PersonEdited => "person-edited",
            Self::PersonRemoved => "person-removed",
            Self::BasisSet => "basis-set",
            Self::Imported => "imported",
            Self::ImportUndone => "import-undone",
            Self::Exported => "exported",
            Self::SettingsChanged => "settings-changed",
            Self::SampleMade => "sample-made",
        }
    }
}

/// What an entry is about.
///
/// A person stands under a random number that only their card knows: when the card is erased, nothing ties the entry
/// to anybody, and the chain still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    None,
    /// The person whose card carries this random number.
    Person(i64),
    /// A record that is no person, such as an import.
    Record(i64),
}

/// An entry, before it is chained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it was done.
    pub at: Moment,
    /// Who did it.
    pub by: user::Id,
    /// What was done.
    pub kind: Kind,
    /// To what.
    pub subject: Subject,
    /// Which fields were touched.
    pub fields: Vec<field::Field>,
}
