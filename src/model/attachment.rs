//! Files that belong to a card: pictures, and what proves a legal basis.

use super::Moment;

crate::id_type! {
    /// Identifies an attachment.
    Id
}

/// What an attachment is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The picture on the card.
    Picture,
    /// What proves an entry of the ledger: a signed form, a message, a recording.
    Evidence,
}

impl Kind {
    /// Returns the kind's key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Evidence => "evidence",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Picture, Self::Evidence].into_iter().find(|kind| kind.key() == key)
    }
}

/// What is known of an attachment without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its identity.
    pub id: Id,
    /// What it is for.
    pub kind: Kind,
    /// The name the file had.
    pub name: String,
    /// Its media type (RFC 6838), such as `image/png`.
    pub media_type: String,
    /// Its size in bytes, unencrypted.
    pub size: u64,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// When it was added.
    pub at: Moment,
}

/// The largest file that can be attached, in bytes.
pub const LIMIT: u64 = 20 * 1024 * 1024;
