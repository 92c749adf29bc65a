//! The outbox: a message is written in the same transaction as what it is about, and leaves later.

use crate::model::outbox::{Channel, File, Id, Kind, Message, State};
use crate::model::{Moment, list, mailing, person};
use crate::office::{Desk, Error};
use crate::store;

/// What is to be sent to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub person: Option<person::Id>,
    /// The name of who gets it.
    pub recipient: String,
    /// The e-mail address.
    pub address: String,
    /// The language it is in, ISO 639-1.
    pub language: String,
    /// What it is about.
    pub subject: String,
    /// What it says, as plain text.
    pub body: String,
    /// The same as HTML; nothing where there is only text.
    pub html: String,
    /// By which an answer to it is known.
    pub token: Option<String>,
    /// Of marketing, the type of mailing.
    pub subscription: Option<list::Id>,
    /// The mailing it belongs to.
    pub mailing: Option<mailing::Id>,
    /// Not before.
    pub due: Option<Moment>,
    /// What goes with it.
    pub files: Vec<File>,
}

/// Queues a message. Part of a larger change, which has checked the right, has asked whether it may be written, and notes
/// it in the journal.
pub(in crate::office) fn queue(desk: &Desk<'_>, new: New) -> Result<Id, Error> {
    let id = Id(desk.db().new_id());
    let message = Message {
        id,
        kind: new.kind,
        channel: Channel::Mail,
        recipient: new.recipient,
        address: new.address,
        language: new.language,
        subject: new.subject,
        body: new.body,
        state: State::Queued,
        person: new.person,
        erasure: None,
        at: desk.now(),
        by: desk.user().id,
        html: new.html,
        // Given when it is sent first: only then is it known from which address.
        message_id: None,
        token: new.token,
        subscription: new.subscription,
        mailing: new.mailing,
        tries: 0,
        due: new.due,
        state_at: Some(desk.now()),
        said: String::new(),
    };
    store::outbox::insert(desk.db(), &message)?;
    store::outbox::attach(desk.db(), id, new.person, &new.files)?;
    Ok(id)
}
