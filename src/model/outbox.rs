//! The outbox: what is still to be sent to somebody, with all it takes, so that it can leave when nothing else is known
//! of them any more.

use super::{Moment, erasure, person, user};

crate::id_type! {
    /// Identifies what waits.
    Id
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It tells somebody that they were erased (art. 12(3), 17).
    Erased,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 1] = [Self::Erased];

    /// Returns the key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Erased => "erased",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// On paper.
    Letter,
    /// As an e-mail.
    Mail,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 2] = [Self::Letter, Self::Mail];

    /// Returns the key in the file; its text is `outbox-channel-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Mail => "mail",
        }
    }

    /// Returns the channel that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.key() == key)
    }
}

/// How far it is. What has left is no longer kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It has not left.
    Waiting,
}

impl State {
    /// Returns the key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
        }
    }
}

/// What waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its identity.
    pub id: Id,
    /// What it is.
    pub kind: Kind,
    /// How it leaves.
    pub channel: Channel,
    /// The name of who gets it.
    pub recipient: String,
    /// The postal address, line by line, or the e-mail address.
    pub address: String,
    /// The language it is in, ISO 639-1.
    pub language: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// How far it is.
    pub state: State,
    /// Whose it is; nobody's once they are erased.
    pub person: Option<person::Id>,
    /// The erasure it tells of.
    pub erasure: Option<erasure::Id>,
    /// When it was written.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_name_one_thing_each() {
        for channel in Channel::ALL {
            assert_eq!(Channel::from_key(channel.key()), Some(channel));
        }
        for kind in Kind::ALL {
            assert_eq!(Kind::from_key(kind.key()), Some(kind));
        }
    }
}
