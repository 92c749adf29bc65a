//! The outbox: what is still to be sent to somebody, with all it takes, so that it can leave when nothing else is known
//! of them any more.

use super::{Moment, erasure, list, mailing, person, user};

crate::id_type! {
    /// Identifies what waits.
    Id
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What somebody is told when their data comes in (art. 13, 14).
    Notice,
    /// It asks for a consent: marketing itself in Norway and Sweden.
    ConsentRequest,
    /// It asks somebody who consented to confirm that it was them.
    ConsentConfirmation,
    /// It tells somebody that their data was corrected (art. 12(3), 16).
    Corrected,
    /// It tells somebody that they were erased (art. 12(3), 17).
    Erased,
    /// It brings somebody the report or copy they asked for (art. 15, 20).
    Report,
    /// It tells somebody of a breach (art. 34).
    Breach,
    /// It answers anything else somebody asked for (art. 12(3), 18(3), 21).
    Answer,
    /// A message of a mailing.
    Marketing,
    /// What the office sends to itself, to see how it looks or whether it arrives.
    Test,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Notice,
        Self::ConsentRequest,
        Self::ConsentConfirmation,
        Self::Corrected,
        Self::Erased,
        Self::Report,
        Self::Breach,
        Self::Answer,
        Self::Marketing,
        Self::Test,
    ];

    /// Returns the key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::ConsentRequest => "consent-request",
            Self::ConsentConfirmation => "consent-confirmation",
            Self::Corrected => "corrected",
            Self::Erased => "erased",
            Self::Report => "report",
            Self::Breach => "breach",
            Self::Answer => "answer",
            Self::Marketing => "marketing",
            Self::Test => "test",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Returns whether the program writes it by itself, so that nothing else that does answers it (RFC 3834, 5).
    pub fn is_automatic(self) -> bool {
        match self {
            Self::Notice | Self::ConsentConfirmation | Self::Corrected | Self::Erased | Self::Test => true,
            Self::ConsentRequest | Self::Report | Self::Breach | Self::Answer | Self::Marketing => false,
        }
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

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It waits for its turn.
    Queued,
    /// It waits until somebody lets it go.
    Held,
    /// The server is asked to take it; nothing of it has left.
    Connecting,
    /// Its text is on the way: whoever stops here cannot know whether it arrived.
    Data,
    /// The server took it.
    Sent,
    /// The server refused it for good, or too often.
    Failed,
    /// It may have been sent, and nobody but the user says whether it goes again (RFC 5321, 6.1).
    Unknown,
}

impl State {
    /// All states.
    pub const ALL: [Self; 7] =
        [Self::Queued, Self::Held, Self::Connecting, Self::Data, Self::Sent, Self::Failed, Self::Unknown];

    /// Returns the key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Held => "held",
            Self::Connecting => "connecting",
            Self::Data => "data",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }

    /// Returns the state that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Returns whether the program has done all it does by itself, and somebody is to look.
    pub fn needs_a_look(self) -> bool {
        matches!(self, Self::Failed | Self::Unknown)
    }
}

/// A file that goes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type (RFC 6838).
    pub media: String,
    /// What is in it.
    pub content: Vec<u8>,
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
    /// What it says, as plain text.
    pub body: String,
    /// The same as HTML; nothing where there is only text.
    pub html: String,
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
    /// Of mail, its Message-ID without the brackets, the same for ever (RFC 5322, 3.6.4).
    pub message_id: Option<String>,
    /// By which an answer to it is known.
    pub token: Option<String>,
    /// Of marketing, the type of mailing.
    pub subscription: Option<list::Id>,
    /// The mailing it belongs to.
    pub mailing: Option<mailing::Id>,
    /// How often it was tried.
    pub tries: u32,
    /// Not before.
    pub due: Option<Moment>,
    /// When its state changed last.
    pub state_at: Option<Moment>,
    /// What the server answered last, or why it is held.
    pub said: String,
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
        for state in State::ALL {
            assert_eq!(State::from_key(state.key()), Some(state));
        }
    }
}
