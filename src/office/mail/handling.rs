//! What somebody does with the outbox: looks at it, holds messages back, lets them go, sends what was not sent again, and
//! removes what is not to be sent.

use super::sending;
use crate::model::journal::Kind;
use crate::model::outbox::{File, Id, Message, State};
use crate::model::user::Right;
use crate::office::{Desk, Error, Rule};
use crate::store;

/// A message, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The message; where it is closed, without whom it goes to and what it says.
    pub message: Message,
    /// Whether the card of whom it goes to is closed (art. 18), or tells of an erasure that the user has no right to.
    pub is_closed: bool,
}

/// Returns the mail in some states, in all where there are none, the one that changed last first. Whom the user does not
/// see is left out.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn page(desk: &Desk<'_>, states: &[State], limit: u64, offset: u64) -> Result<Vec<Line>, Error> {
    desk.require(Right::SendMail)?;
    let mut messages = store::outbox::mail(desk.db(), states, limit, offset)?;
    crate::office::sight::keep(&mut messages, |message| message.person.map_or(Ok(true), |person| desk.sees(person)))?;
    messages.into_iter().map(|message| line(desk, message)).collect()
}

/// Returns a message and what goes with it.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; or the database's.
pub fn get(desk: &Desk<'_>, id: Id) -> Result<(Line, Vec<File>), Error> {
    desk.require(Right::SendMail)?;
    let line = line(desk, found(desk, id)?)?;
    let files = if line.is_closed { Vec::new() } else { store::outbox::files(desk.db(), id)? };
    Ok((line, files))
}

fn line(desk: &Desk<'_>, mut message: Message) -> Result<Line, Error> {
    let is_closed = match message.person {
        Some(person) => !desk.has_opened(person) && store::states::is_restricted(desk.db(), person)?,
        None => message.erasure.is_some() && !desk.user().may(Right::Erase),
    };
    if is_closed {
        for text in [
            &mut message.recipient,
            &mut message.address,
            &mut message.subject,
            &mut message.body,
            &mut message.html,
            &mut message.said,
        ] {
            text.clear();
        }
        message.token = None;
    }
    Ok(Line { message, is_closed })
}

/// Counts the mail in a state. Of nobody in particular.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn count(desk: &Desk<'_>, wanted: impl Fn(State) -> bool) -> Result<u64, Error> {
    desk.require(Right::SendMail)?;
    let counts = sending::counts(desk)?;
    let of = |state: State| counts.get(state.key()).copied().unwrap_or_default();
    Ok(State::ALL.into_iter().filter(|state| wanted(*state)).map(of).sum())
}

/// Holds a message back that waits.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Rule::MailState`]; or the database's.
pub fn hold(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    change(desk, id, Kind::MailHeld, &[State::Queued], |message| {
        message.state = State::Held;
        message.said.clear();
    })
}

/// Lets a message go that was held back. Whether it may leave is asked when its turn comes.
///
/// # Errors
/// Those of [`hold`].
pub fn release(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    change(desk, id, Kind::MailHeld, &[State::Held], |message| {
        message.state = State::Queued;
        message.due = None;
        message.said.clear();
    })
}

/// Sends a message again that failed, or that may have been sent, under the same Message-ID: a server that has it can tell.
///
/// # Errors
/// Those of [`hold`].
pub fn resend(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    change(desk, id, Kind::MailResent, &[State::Failed, State::Unknown], |message| {
        message.state = State::Queued;
        message.due = None;
        message.tries = 0;
        message.said.clear();
    })
}

/// Removes a message that is not to be sent. One that was sent is proof of that, and stays; one that tells of an erasure
/// is let go there.
///
/// # Errors
/// Those of [`hold`].
pub fn remove(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    let message = allowed(desk, id, &[State::Queued, State::Held, State::Failed, State::Unknown])?;
    if message.erasure.is_some() {
        return Err(Error::Refused(Rule::MailState));
    }
    sending::note(desk, Kind::MailRemoved, &message)?;
    store::outbox::remove(desk.db(), id)?;
    desk.changes.outbox = true;
    Ok(())
}

fn change(
    desk: &mut Desk<'_>,
    id: Id,
    kind: Kind,
    from: &[State],
    change: impl FnOnce(&mut Message),
) -> Result<(), Error> {
    let mut message = allowed(desk, id, from)?;
    change(&mut message);
    sending::note(desk, kind, &message)?;
    sending::put(desk, message)
}

/// Returns a message that the user may do something with as it stands.
fn allowed(desk: &Desk<'_>, id: Id, from: &[State]) -> Result<Message, Error> {
    desk.require(Right::SendMail)?;
    let message = found(desk, id)?;
    if from.contains(&message.state) { Ok(message) } else { Err(Error::Refused(Rule::MailState)) }
}

fn found(desk: &Desk<'_>, id: Id) -> Result<Message, Error> {
    let message = store::outbox::get(desk.db(), id)?;
    let message = message.filter(|message| message.channel == crate::model::outbox::Channel::Mail);
    let message = message.ok_or(Error::NoSuch("message"))?;
    if let Some(person) = message.person {
        desk.require_visible(person)?;
    }
    Ok(message)
}
