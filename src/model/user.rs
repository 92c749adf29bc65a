//! People who work here, and what each may do.

crate::id_type! {
    /// Identifies a user.
    Id
}

/// The name of the first user.
pub const FIRST: &str = "me";
/// The identity of the first user of every vault.
pub const FIRST_ID: Id = Id(1);

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Their identity.
    pub id: Id,
    /// The name they unlock the card file with.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// A set of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Everything.
    Owner,
    /// Everything but users.
    PrivacyOfficer,
    /// What selling needs.
    Seller,
    /// See, create and edit.
    Assistant,
    /// See.
    ReadOnly,
}

/// One thing that a role may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// See persons.
    See,
    /// Create persons and companies.
    Create,
    /// Edit persons and companies.
    Edit,
    /// Enter decisions in the ledger of legal bases.
    LegalBasis,
    /// Import files.
    Import,
    /// Export what a screen shows.
    Export,
    /// Make two cards one.
    Merge,
    /// Change settings, lists and own fields.
    Settings,
    /// Read the journal.
    Journal,
}

impl Role {
    /// All roles, the one with most rights first.
    pub const ALL: [Self; 5] = [Self::Owner, Self::PrivacyOfficer, Self::Seller, Self::Assistant, Self::ReadOnly];

    /// Returns the role's key, as scripts and the file know it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::PrivacyOfficer => "privacy-officer",
            Self::Seller => "seller",
            Self::Assistant => "assistant",
            Self::ReadOnly => "read-only",
        }
    }

    /// Returns the role that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// Returns whether the role allows `right`.
    pub fn may(self, right: Right) -> bool {
        match right {
            Right::See => true,
            Right::Create | Right::Edit => match self {
                Self::Owner | Self::PrivacyOfficer | Self::Seller | Self::Assistant => true,
                Self::ReadOnly => false,
            },
            Right::LegalBasis => match self {
                Self::Owner | Self::PrivacyOfficer | Self::Seller => true,
                Self::Assistant | Self::ReadOnly => false,
            },
            Right::Import | Right::Export | Right::Merge | Right::Settings | Right::Journal => match self {
                Self::Owner | Self::PrivacyOfficer => true,
                Self::Seller | Self::Assistant | Self::ReadOnly => false,
            },
        }
    }
}

impl Right {
    /// Returns the right's key; its text is `right-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Create => "create",
            Self::Edit => "edit",
            Self::LegalBasis => "legal-basis",
            Self::Import => "import",
            Self::Export => "export",
            Self::Merge => "merge",
            Self::Settings => "settings",
            Self::Journal => "journal",
        }
    }

    /// All rights.
    pub const ALL: [Self; 9] = [
        Self::See,
        Self::Create,
        Self::Edit,
        Self::LegalBasis,
        Self::Import,
        Self::Export,
        Self::Merge,
        Self::Settings,
        Self::Journal,
    ];
}
