//! People who work here, and what each may do.

use std::fmt;

use super::Moment;

crate::id_type! {
    /// Identifies a user.
    Id
}

/// The name of the first user.
pub const FIRST: &str = "me";
/// The identity of the first user of every vault.
pub const FIRST_ID: Id = Id(1);

/// Somebody who works here, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Their identity.
    pub id: Id,
    /// The name they unlock the card file with.
    pub name: String,
    /// Their role: the key of a shipped or an own one.
    pub role: String,
    /// What the role allows.
    pub rights: Rights,
    /// When they last unlocked the card file, to some minutes; none before the first time.
    pub last_unlock: Option<Moment>,
    /// Since when they no longer work here.
    pub removed_at: Option<Moment>,
}

impl User {
    /// Returns somebody with a shipped role and what it is shipped with.
    pub fn new(id: Id, name: &str, role: Role) -> Self {
        let rights = role.rights();
        Self { id, name: name.to_owned(), role: role.key().to_owned(), rights, last_unlock: None, removed_at: None }
    }

    /// Returns whether they may do something.
    pub fn may(&self, right: Right) -> bool {
        self.rights.contains(right)
    }

    /// Returns the letters that stand for them on cards: the first ones of the parts of their name, at most three.
    pub fn initials(&self) -> String {
        initials(&self.name)
    }
}

/// Returns the first letters of the parts of a name, at most three.
pub fn initials(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter_map(|part| part.chars().next());
    parts.take(3).flat_map(char::to_uppercase).collect()
}

/// A role every office has. An office can change what one allows, but for the owner's, and make own ones.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// See persons.
    See,
    /// See persons whom another user looks after.
    SeeOthers,
    /// Create persons and companies.
    Create,
    /// Edit persons and companies.
    Edit,
    /// Move one person to the trash.
    Delete,
    /// Enter decisions in the ledger of legal bases.
    LegalBasis,
    /// Change the subscriptions of those who ask for it.
    Subscriptions,
    /// Make selections.
    Selections,
    /// Send mail.
    SendMail,
    /// Make privacy reports.
    Report,
    /// Change many cards at once.
    MassEdit,
    /// Move many persons to the trash at once.
    MassDelete,
    /// Restore from the trash what others put there.
    Restore,
    /// Empty the trash.
    Purge,
    /// Erase.
    Erase,
    /// Import files.
    Import,
    /// Export to files.
    Export,
    /// Make two cards one.
    Merge,
    /// Send a mailing to somebody whom a stop keeps out, but for an objection or a restriction.
    Override,
    /// Change settings, lists and own fields.
    Settings,
    /// Read the journal.
    Journal,
    /// Add and remove users, and say what each may do.
    Users,
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

    /// Returns what the role allows as long as the office decided nothing else.
    pub fn rights(self) -> Rights {
        use Right::{
            Create, Delete, Edit, LegalBasis, Report, See, SeeOthers, Selections, SendMail, Subscriptions, Users,
        };
        match self {
            Self::Owner => Rights::all(),
            Self::PrivacyOfficer => Rights::all().without(Users),
            Self::Seller => Rights::of(&[
                See,
                SeeOthers,
                Create,
                Edit,
                Delete,
                LegalBasis,
                Subscriptions,
                Selections,
                SendMail,
                Report,
            ]),
            Self::Assistant => Rights::of(&[See, SeeOthers, Create, Edit]),
            Self::ReadOnly => Rights::of(&[See, SeeOthers]),
        }
    }
}

impl Right {
    /// All rights, those most people have first.
    pub const ALL: [Self; 22] = [
        Self::See,
        Self::SeeOthers,
        Self::Create,
        Self::Edit,
        Self::Delete,
        Self::LegalBasis,
        Self::Subscriptions,
        Self::Selections,
        Self::SendMail,
        Self::Report,
        Self::MassEdit,
        Self::MassDelete,
        Self::Restore,
        Self::Purge,
        Self::Erase,
        Self::Import,
        Self::Export,
        Self::Merge,
        Self::Override,
        Self::Settings,
        Self::Journal,
        Self::Users,
    ];

    /// Returns the right's key; its text is `right-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::SeeOthers => "see-others",
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::LegalBasis => "legal-basis",
            Self::Subscriptions => "subscriptions",
            Self::Selections => "selections",
            Self::SendMail => "send-mail",
            Self::Report => "report",
            Self::MassEdit => "mass-edit",
            Self::MassDelete => "mass-delete",
            Self::Restore => "restore",
            Self::Purge => "purge",
            Self::Erase => "erase",
            Self::Import => "import",
            Self::Export => "export",
            Self::Merge => "merge",
            Self::Override => "override",
            Self::Settings => "settings",
            Self::Journal => "journal",
            Self::Users => "users",
        }
    }

    /// Returns the right that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.key() == key)
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rights(u32);

impl Rights {
    /// Returns the set of all rights.
    pub fn all() -> Self {
        Self::of(&Right::ALL)
    }

    /// Returns the set of these rights.
    pub fn of(rights: &[Right]) -> Self {
        Self(rights.iter().fold(0, |bits, right| bits | right.bit()))
    }

    /// Returns whether a right is among them.
    pub fn contains(self, right: Right) -> bool {
        self.0 & right.bit() != 0
    }

    /// Returns the set with a right more.
    #[must_use]
    pub fn with(self, right: Right) -> Self {
        Self(self.0 | right.bit())
    }

    /// Returns the set without a right.
    #[must_use]
    pub fn without(self, right: Right) -> Self {
        Self(self.0 & !right.bit())
    }

    /// Returns the rights in their order.
    pub fn iter(self) -> impl Iterator<Item = Right> {
        Right::ALL.into_iter().filter(move |right| self.contains(*right))
    }

    /// Returns the set that keys name, with spaces or commas between them; none where one names no right.
    pub fn from_keys(keys: &str) -> Option<Self> {
        let mut rights = keys.split([' ', ',']).filter(|key| !key.is_empty()).map(Right::from_key);
        rights.try_fold(Self::default(), |set, right| right.map(|right| set.with(right)))
    }
}

impl fmt::Display for Rights {
    /// Writes the keys with spaces between them, as they are stored.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&str> = self.iter().map(Right::key).collect();
        f.write_str(&keys.join(" "))
    }
}

/// What a role may do with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Access {
    /// Not even see it.
    Hidden,
    /// See it.
    Read,
    /// See and change it.
    Edit,
}

impl Access {
    /// All, the least first.
    pub const ALL: [Self; 3] = [Self::Hidden, Self::Read, Self::Edit];

    /// Returns its key; its text is `access-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Read => "read",
            Self::Edit => "edit",
        }
    }

    /// Returns what `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|access| access.key() == key)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_shipped_roles_allow_what_is_promised() {
        use Right::{
            Create, Delete, Edit, Erase, Export, Import, Journal, LegalBasis, MassDelete, MassEdit, Merge, Override,
            Purge, Report, Restore, See, SeeOthers, Selections, SendMail, Settings, Subscriptions, Users,
        };
        for right in Right::ALL {
            let lowest = match right {
                Users => Role::Owner,
                MassEdit | MassDelete | Restore | Purge | Erase | Import | Export | Merge | Override | Settings
                | Journal => Role::PrivacyOfficer,
                Delete | LegalBasis | Subscriptions | Selections | SendMail | Report => Role::Seller,
                Create | Edit => Role::Assistant,
                See | SeeOthers => Role::ReadOnly,
            };
            let mut allowed = true;
            for role in Role::ALL {
                assert_eq!(role.rights().contains(right), allowed, "{role:?} {right:?}");
                allowed &= role != lowest;
            }
        }
    }

    #[test]
    fn rights_are_read_as_they_are_written() {
        for role in Role::ALL {
            let rights = role.rights();
            assert_eq!(Rights::from_keys(&rights.to_string()), Some(rights));
            assert_eq!(Role::from_key(role.key()), Some(role));
        }
        assert_eq!(Rights::from_keys(""), Some(Rights::default()));
        assert_eq!(Rights::from_keys("see, edit"), Some(Rights::of(&[Right::See, Right::Edit])));
        assert_eq!(Rights::from_keys("see everything"), None);
        for access in Access::ALL {
            assert_eq!(Access::from_key(access.key()), Some(access));
        }
    }

    #[test]
    fn initials_are_short() {
        for (name, initials) in
            [("me", "M"), ("Kari Nordmann", "KN"), ("åse.ødegård", "ÅØ"), ("a b c d", "ABC"), ("--", "")]
        {
            assert_eq!(User::new(Id(2), name, Role::Seller).initials(), initials);
        }
    }
}
