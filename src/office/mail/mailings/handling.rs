//! Looking at mailings, and letting them wait, go on, or end.

use crate::model::journal::{Kind as Noted, Subject as About};
use crate::model::mailing::{Id, Mailing, Recipient, Stage, State, Status};
use crate::model::outbox::State as Waiting;
use crate::model::user::Right;
use crate::model::{Moment, person};
use crate::office::{Desk, Error, Rule, sight, states};
use crate::store;

/// A mailing, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The mailing.
    pub mailing: Mailing,
    /// How far it is.
    pub stage: Stage,
    /// How many persons it stands how with.
    pub counts: Vec<(Status, u64)>,
}

impl Listed {
    fn new(mailing: Mailing, counts: Vec<(Status, u64)>, now: Moment) -> Self {
        let waits = counts.iter().any(|(status, _)| is_waiting(*status));
        let stage = match mailing.state {
            State::Paused => Stage::Paused,
            State::Stopped => Stage::Stopped,
            State::Running if !waits => Stage::Done,
            State::Running if mailing.send_at.is_some_and(|at| at > now) => Stage::Planned,
            State::Running => Stage::Sending,
        };
        Self { mailing, stage, counts }
    }

    /// Counts those it stands with in one of some ways.
    pub fn count(&self, is_one: impl Fn(Status) -> bool) -> u64 {
        self.counts.iter().filter(|(status, _)| is_one(*status)).map(|(_, count)| count).sum()
    }

    /// Counts the messages that were queued, whatever became of them.
    pub fn queued(&self) -> u64 {
        self.count(|status| !matches!(status, Status::Left(_)))
    }

    /// Counts the messages that have left.
    pub fn sent(&self) -> u64 {
        self.count(|status| status == Status::Outbox(Waiting::Sent))
    }

    /// Counts the messages that failed, or that may have been sent.
    pub fn failed(&self) -> u64 {
        self.count(|status| matches!(status, Status::Outbox(state) if state.needs_a_look()))
    }

    /// Counts the messages that wait.
    pub fn waiting(&self) -> u64 {
        self.count(is_waiting)
    }

    /// Counts those of whom no row is left: they were erased since, or made one with somebody else.
    pub fn gone(&self) -> u64 {
        self.mailing.persons.saturating_sub(self.count(|_| true))
    }

    /// Counts those who get none.
    pub fn held(&self) -> u64 {
        self.count(|status| matches!(status, Status::Left(_)))
    }
}

fn is_waiting(status: Status) -> bool {
    match status {
        Status::Outbox(state) => match state {
            Waiting::Queued | Waiting::Connecting | Waiting::Data => true,
            // One that is held waits for somebody, and keeps no mailing from being over.
            Waiting::Held | Waiting::Sent | Waiting::Failed | Waiting::Unknown => false,
        },
        Status::Ready | Status::LetPast | Status::Left(_) | Status::Removed => false,
    }
}

/// Returns all mailings, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn list(desk: &Desk<'_>) -> Result<Vec<Listed>, Error> {
    desk.require(Right::SendMail)?;
    let mut counts = store::mailings::counts(desk.db(), None)?;
    let listed = |mailing: Mailing| {
        let counts = counts.remove(&mailing.id).unwrap_or_default();
        Listed::new(mailing, counts, desk.now())
    };
    Ok(store::mailings::all(desk.db())?.into_iter().map(listed).collect())
}

/// Returns a mailing.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn get(desk: &Desk<'_>, id: Id) -> Result<Listed, Error> {
    desk.require(Right::SendMail)?;
    let mailing = store::mailings::get(desk.db(), id)?.ok_or(Error::NoSuch("mailing"))?;
    let counts = store::mailings::counts(desk.db(), Some(id))?.remove(&id).unwrap_or_default();
    Ok(Listed::new(mailing, counts, desk.now()))
}

/// Returns the mailing that a word names: its identity, or what it is called.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn find(desk: &Desk<'_>, word: &str) -> Result<Id, Error> {
    desk.require(Right::SendMail)?;
    let all = store::mailings::all(desk.db())?;
    let by_name = all.iter().find(|mailing| mailing.name == word.trim());
    let found = by_name.or_else(|| all.iter().find(|mailing| mailing.id.to_string() == word.trim()));
    found.map(|mailing| mailing.id).ok_or(Error::NoSuch("mailing"))
}

/// Returns everybody a mailing is about, but for whom the user does not see; of closed cards only that they are.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn recipients(desk: &Desk<'_>, id: Id) -> Result<Vec<Recipient>, Error> {
    get(desk, id)?;
    let (hidden, closed) = (sight::hidden(desk)?, states::restricted(desk)?);
    let mut all = store::mailings::recipients(desk.db(), id)?;
    all.retain(|one| !hidden.contains(&one.person));
    for one in all.iter_mut().filter(|one| closed.contains(&one.person)) {
        one.name.clear();
        one.address.clear();
        one.said.clear();
    }
    Ok(all)
}

/// A message of a mailing to somebody, as their card shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The mailing.
    pub mailing: Id,
    /// What it is called.
    pub name: String,
    /// How it stands with the message.
    pub status: Status,
    /// When it left, or else was queued.
    pub at: Moment,
}

/// Returns the messages of mailings to somebody, the newest first.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::Restricted`].
pub fn of_person(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Received>, Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    let received = |(mailing, status, sent_at): (Mailing, Status, Option<Moment>)| {
        let at = sent_at.unwrap_or(mailing.at);
        Received { mailing: mailing.id, name: mailing.name, status, at }
    };
    Ok(store::mailings::of_person(desk.db(), id)?.into_iter().map(received).collect())
}

/// Lets what has not left of a mailing wait until somebody says otherwise.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Rule::MailingState`].
pub fn pause(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    desk.require(Right::SendMail)?;
    change(desk, id, &[Stage::Planned, Stage::Sending], State::Paused, Noted::MailingPaused)?;
    Ok(store::mailings::take_back(desk.db(), id)?)
}

/// Lets a mailing go on.
///
/// # Errors
/// Those of [`pause`].
pub fn resume(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    desk.require(Right::SendMail)?;
    change(desk, id, &[Stage::Paused], State::Running, Noted::MailingResumed)
}

/// Ends a mailing: what has not left is removed; answers how many messages that were.
///
/// # Errors
/// Those of [`pause`].
pub fn stop(desk: &mut Desk<'_>, id: Id) -> Result<u64, Error> {
    desk.require(Right::SendMail)?;
    let from = [Stage::Planned, Stage::Sending, Stage::Paused];
    change(desk, id, &from, State::Stopped, Noted::MailingStopped)?;
    Ok(store::mailings::remove_waiting(desk.db(), id)? as u64)
}

fn change(desk: &mut Desk<'_>, id: Id, from: &[Stage], to: State, noted: Noted) -> Result<(), Error> {
    if !from.contains(&get(desk, id)?.stage) {
        return Err(Error::Refused(Rule::MailingState));
    }
    store::mailings::set_state(desk.db(), id, to)?;
    desk.note(noted, About::Record(id.0), Vec::new())?;
    desk.changes.outbox = true;
    Ok(())
}
