//! What comes back from people: answers, and what they propose to change.

use super::field::Field;
use super::{Moment, attachment, list, person, user, wording};

crate::id_type! {
    /// Identifies something that came back.
    Id
}

crate::id_type! {
    /// Identifies a proposal.
    ProposalId
}

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The answer file of a sealed copy.
    Answer,
    /// Somebody wants no more mailings.
    Unsubscribe,
    /// Somebody says which mailings they want.
    Preferences,
    /// Somebody confirms a consent.
    Confirmation,
    /// A message did not arrive.
    Bounce,
    /// A provider says that somebody called a message spam.
    Complaint,
    /// Somebody uses a right of theirs, in their own words.
    Request,
    /// Somebody answered the form on the office's web site.
    Form,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Answer,
        Self::Unsubscribe,
        Self::Preferences,
        Self::Confirmation,
        Self::Bounce,
        Self::Complaint,
        Self::Request,
        Self::Form,
    ];

    /// Returns the kind's key; its text is `reply-kind-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Unsubscribe => "unsubscribe",
            Self::Preferences => "preferences",
            Self::Confirmation => "confirmation",
            Self::Bounce => "bounce",
            Self::Complaint => "complaint",
            Self::Request => "request",
            Self::Form => "form",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How it is known whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proof {
    /// It holds a code that was sent to nobody else.
    Token,
    /// The address it says to come from is theirs; anybody can write that.
    Address,
    /// It says which of our messages it is about.
    Message,
}

impl Proof {
    /// All proofs.
    pub const ALL: [Self; 3] = [Self::Token, Self::Address, Self::Message];

    /// Returns the proof's key; its text is `reply-proof-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Address => "address",
            Self::Message => "message",
        }
    }

    /// Returns the proof that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|proof| proof.key() == key)
    }
}

/// Something that came back, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its identity.
    pub id: Id,
    /// Whose it is.
    pub person: person::Id,
    /// What it is.
    pub kind: Kind,
    /// How that is known.
    pub proof: Proof,
    /// The address it says to come from; nothing for a file.
    pub sender: String,
    /// What it says to be about.
    pub subject: String,
    /// SHA-256 of what tells it from every other, in hexadecimal: nothing is taken in twice.
    pub sha256: String,
    /// The message itself, as it came.
    pub evidence: Option<attachment::Id>,
    /// When it came: when it was written, as it says itself, and never later than when it was taken in.
    pub at: Moment,
    /// Who took it in.
    pub by: user::Id,
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A field holds something else (art. 16).
    Correct {
        /// The field.
        field: Field,
        /// What it is to hold.
        value: String,
    },
    /// They object to a purpose (art. 21).
    Object {
        /// The purpose.
        purpose: list::Id,
        /// Why, in their words.
        words: String,
    },
    /// They take their consent back (art. 7(3)).
    Withdraw {
        /// The purpose.
        purpose: list::Id,
    },
    /// They ask to be erased (art. 17).
    Erase {
        /// Why, in their words.
        words: String,
    },
    /// They ask what is held about them (art. 15).
    Access {
        /// In their words.
        words: String,
    },
    /// They want a type of mailings, or refuse it.
    Subscribe {
        /// The type.
        kind: list::Id,
        /// Whether they want it.
        wanted: bool,
    },
    /// They want no mailings at all.
    NoMailings,
    /// They consented, or confirm it.
    Consent {
        /// The purpose.
        purpose: list::Id,
        /// What they were shown.
        wording: Option<wording::Id>,
    },
    /// They say something for somebody to read.
    Message {
        /// What they say.
        words: String,
    },
}

impl Change {
    /// The keys of all changes.
    pub const KEYS: [&'static str; 9] =
        ["correct", "object", "withdraw", "erase", "access", "subscribe", "no-mailings", "consent", "message"];

    /// Returns the change's key; its text is `proposal-kind-<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Correct { .. } => "correct",
            Self::Object { .. } => "object",
            Self::Withdraw { .. } => "withdraw",
            Self::Erase { .. } => "erase",
            Self::Access { .. } => "access",
            Self::Subscribe { .. } => "subscribe",
            Self::NoMailings => "no-mailings",
            Self::Consent { .. } => "consent",
            Self::Message { .. } => "message",
        }
    }
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody decided yet.
    Open,
    /// It was carried out.
    Accepted,
    /// It was not.
    Rejected,
}

impl State {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Open, Self::Accepted, Self::Rejected];

    /// Returns the state's key; its text is `proposal-state-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// Returns the state that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// A change that somebody proposed, to be accepted or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its identity.
    pub id: ProposalId,
    /// Whose it is.
    pub person: person::Id,
    /// What it came with.
    pub reply: Id,
    /// What is proposed.
    pub change: Change,
    /// What became of it.
    pub state: State,
    /// When that was decided.
    pub decided_at: Option<Moment>,
    /// By whom.
    pub decided_by: Option<user::Id>,
}

/// Why nothing is sent to an address any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Messages came back too often.
    Bounced,
    /// Somebody there called a message spam.
    Complained,
}

impl Why {
    /// All reasons.
    pub const ALL: [Self; 2] = [Self::Bounced, Self::Complained];

    /// Returns the reason's key; its text is `stop-why-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::Complained => "complained",
        }
    }

    /// Returns the reason that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// After how many messages that came back for good an address is stopped.
pub const BOUNCES: u32 = 5;

/// An address that messages came back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// Why it is stopped.
    pub why: Why,
    /// How many messages came back for good.
    pub bounces: u32,
    /// Since when it is stopped.
    pub at: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_name_one_thing_each() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_key(kind.key()), Some(kind));
        }
        for proof in Proof::ALL {
            assert_eq!(Proof::from_key(proof.key()), Some(proof));
        }
        for state in State::ALL {
            assert_eq!(State::from_key(state.key()), Some(state));
        }
        for why in Why::ALL {
            assert_eq!(Why::from_key(why.key()), Some(why));
        }
    }
}
