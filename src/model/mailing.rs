//! Mailings: one message to each person of a selection who may get it.

use super::may_write::Rule;
use super::{Moment, list, outbox, person, selection, user};

crate::id_type! {
    /// Identifies a mailing.
    Id
}

/// What is sent to many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// What advertises: a message of a type of mailings.
    Marketing(list::Id),
    /// The notice of a breach (art. 34): it goes to whoever it concerns.
    Breach,
}

impl Sort {
    /// Returns what its messages are.
    pub fn kind(self) -> outbox::Kind {
        match self {
            Self::Marketing(_) => outbox::Kind::Marketing,
            Self::Breach => outbox::Kind::Breach,
        }
    }

    /// Returns the type of mailings, of what advertises.
    pub fn subscription(self) -> Option<list::Id> {
        match self {
            Self::Marketing(kind) => Some(kind),
            Self::Breach => None,
        }
    }
}

/// What was last said about a mailing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Its messages leave as their turn comes.
    Running,
    /// They wait until somebody lets them go on.
    Paused,
    /// What had not left was removed.
    Stopped,
}

impl State {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Running, Self::Paused, Self::Stopped];

    /// Returns the key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Stopped => "stopped",
        }
    }

    /// Returns the state that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// How far a mailing is, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It waits for its time.
    Planned,
    /// Messages of it wait for their turn.
    Sending,
    /// It waits until somebody lets it go on.
    Paused,
    /// What had not left was removed.
    Stopped,
    /// Nothing of it waits any more.
    Done,
}

impl Stage {
    /// Returns the key for scripts; its text is `mailing-stage-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Stopped => "stopped",
            Self::Done => "done",
        }
    }
}

/// A mailing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailing {
    /// Its identity.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// To whom; none where they were picked.
    pub selection: Option<selection::Id>,
    /// What the selection was called then.
    pub selection_name: String,
    /// What was sent.
    pub sort: Sort,
    /// The key of the template.
    pub template: String,
    /// What was last said about it.
    pub state: State,
    /// Whether each message is an activity on the card once it has left.
    pub marks: bool,
    /// Not before.
    pub send_at: Option<Moment>,
    /// How many persons it was about, also those who were erased since.
    pub persons: u64,
    /// When it was queued.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

/// Why somebody gets no message of a mailing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// They may not be written to.
    Rule(Rule),
    /// Somebody else gets one at the same address.
    Duplicate,
}

impl Why {
    /// Returns the key for scripts; its text is `mailing-why-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.key(),
            Self::Duplicate => "duplicate",
        }
    }

    /// Returns the reason that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        if key == Self::Duplicate.key() {
            return Some(Self::Duplicate);
        }
        Rule::ALL.into_iter().find(|rule| rule.key() == key).map(Self::Rule)
    }
}

/// How it stands with a message to one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// It can be queued.
    Ready,
    /// It can be queued, as somebody with the right to it lets it past what stops others.
    LetPast,
    /// They get none.
    Left(Why),
    /// It is as far as the outbox says.
    Outbox(outbox::State),
    /// It was removed before it left.
    Removed,
}

impl Status {
    /// Returns the key for scripts; its text is `mailing-status-<key>`, `mailing-why-<key>` of those who get none, and
    /// `outbox-state-<key>` of those whose message is in the outbox.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::LetPast => "let-past",
            Self::Left(why) => why.key(),
            Self::Outbox(state) => state.key(),
            Self::Removed => "removed",
        }
    }

    /// Returns whether a message goes to them, or went.
    pub fn gets_one(self) -> bool {
        match self {
            Self::Ready | Self::LetPast | Self::Outbox(_) => true,
            Self::Left(_) | Self::Removed => false,
        }
    }
}

/// One of those a mailing is about, as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub person: person::Id,
    /// The name, as it is listed.
    pub name: String,
    /// The address the message goes to; empty where there is none.
    pub address: String,
    /// How it stands.
    pub status: Status,
    /// What the server answered last, or why the message is held.
    pub said: String,
    /// When it left.
    pub sent_at: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_name_one_thing_each() {
        for state in State::ALL {
            assert_eq!(State::from_key(state.key()), Some(state));
        }
        for rule in Rule::ALL {
            assert_eq!(Why::from_key(rule.key()).map(Why::key), Some(rule.key()));
        }
        assert_eq!(Why::from_key("duplicate"), Some(Why::Duplicate));
        assert_eq!(Why::from_key("gossip"), None);
    }
}
