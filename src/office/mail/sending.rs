//! Sending: what is due in the outbox goes to the server, one message after the other over one connection.
//!
//! Exactly once does not exist in SMTP (RFC 5321, 6.1; RFC 1047): between the end of a text and the server's word for it,
//! nobody can know. So nothing goes twice by itself. Every message is noted as *connecting* before the server hears of
//! it, and as *data* before any of its text leaves:
//!
//! * what fails before its text is on the way, and what the server refuses for now (4xx), is tried again with the same
//!   Message-ID, after 1, 5 and 30 minutes, 2 and 8 hours, and then failed;
//! * what the server refuses for good (5xx) failed;
//! * anything else that happens to a text on its way, also that the program or the computer stops, leaves it *unknown*,
//!   and only the user says whether it goes again.
//!
//! A server that cannot be reached, or does not let the user in or send, is nobody's message's fault: they wait, as they
//! do without a network.

mod round;
mod steps;

use std::collections::BTreeMap;
use std::time::Duration;

pub use steps::words;
pub(in crate::office) use steps::{is_left_over, recover};
pub(super) use steps::{note, put};

use super::account;
use crate::model::Moment;
use crate::model::outbox::{Id, State};
use crate::model::user::Right;
use crate::office::erasure::Names;
use crate::office::{Desk, Error, Office, Progress, Rule, erasure};
use crate::store;
use crate::transfer::smtp::{Failure, Trust};

/// How long a message may take, from the call to the server's word for it.
const LONGEST: Duration = Duration::from_secs(120);
/// How long what is on its way may go on when the card file is closed.
pub(in crate::office) const GRACE: Duration = Duration::from_secs(2);

/// How mail is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Whose certificates are believed.
    pub trust: Trust,
    /// How long a message may take.
    pub longest: Duration,
}

impl Default for Way {
    fn default() -> Self {
        Self { trust: Trust::System, longest: LONGEST }
    }
}

/// What came of sending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// How many the server took.
    pub sent: u64,
    /// How many failed for good.
    pub failed: u64,
    /// How many may have been sent.
    pub unknown: u64,
    /// Which were held back in the last moment, and why.
    pub held: Vec<(Id, String)>,
    /// How many are tried again later.
    pub put_off: u64,
    /// How many wait still, those included.
    pub waiting: u64,
    /// When the first of those is due that are not due now.
    pub next: Option<Moment>,
    /// Until when the limits of the account let no more leave, where they do.
    pub limited: Option<Moment>,
    /// Why the server could not be reached, or did not let the user in.
    pub problem: Option<Failure>,
    /// Whether somebody else is sending already, so that nothing was done.
    pub busy: bool,
}

/// What would be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Which would leave now.
    pub due: Vec<Id>,
    /// Which would be held back, and why.
    pub held: Vec<(Id, String)>,
    /// How many wait that are not due, or that the limits do not let leave now.
    pub waiting: u64,
}

impl Plan {
    /// Returns whether nothing waits for its turn.
    pub fn is_empty(&self) -> bool {
        self.due.is_empty() && self.held.is_empty()
    }
}

/// Returns what sending would do now, at most so many messages.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn plan(desk: &Desk<'_>, most: Option<u64>) -> Result<Plan, Error> {
    desk.require(Right::SendMail)?;
    let room = match account::account(desk)? {
        Some(account) => steps::room(desk, &account)?.0,
        None => u64::MAX,
    };
    let mut plan = Plan::default();
    for id in store::outbox::due(desk.db(), desk.now(), most.unwrap_or(u64::MAX).min(room))? {
        let Some(message) = store::outbox::get(desk.db(), id)? else { continue };
        match super::allowed::still(desk, &message)? {
            Some(why) => plan.held.push((id, why)),
            None => plan.due.push(id),
        }
    }
    let queued = counts(desk)?.get(State::Queued.key()).copied().unwrap_or_default();
    plan.waiting = queued.saturating_sub((plan.due.len() + plan.held.len()) as u64);
    Ok(plan)
}

/// Sends what is due, at most so many messages. Waits for the server, so windows call it beside the one that draws.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::NoMailAccount`] where something is due and there is no account; [`Error::Cancelled`]
/// once somebody asked to stop, between two messages; or the database's.
pub fn send(office: &Office, most: Option<u64>, progress: &Progress) -> Result<Done, Error> {
    send_by(office, &Way::default(), most, progress)
}

/// As [`send`], in a given way.
///
/// # Errors
/// Those of [`send`].
pub fn send_by(office: &Office, way: &Way, most: Option<u64>, progress: &Progress) -> Result<Done, Error> {
    office.read(|desk| desk.require(Right::SendMail)).wait()?;
    let Some(_one) = office.background().one_sender() else {
        return Ok(Done { busy: true, ..Done::default() });
    };
    // What an earlier run left on its way, with whoever ran it gone.
    if office.read(|desk| is_left_over(desk)).wait()? {
        office.write(recover).wait()?;
    }
    let (account, due) =
        office.read(|desk| Ok((account::account(desk)?, store::outbox::due(desk.db(), desk.now(), 1)?))).wait()?;
    let mut done = Done::default();
    if !due.is_empty() {
        let mut account = account.ok_or(Error::Refused(Rule::NoMailAccount))?;
        account.server.trust = way.trust.clone();
        let (round, left) = round::in_own_thread(office, account, way, most, progress)?;
        done = round;
        erasure::after_mail(office, left);
    }
    let (waiting, next) = office
        .read(|desk| {
            let queued = counts(desk)?.get(State::Queued.key()).copied().unwrap_or_default();
            Ok((queued, store::outbox::next_due(desk.db(), desk.now())?))
        })
        .wait()?;
    Ok(Done { waiting, next, ..done })
}

/// Counts the mail in each state, by the state's key. For the office's own work, and for whoever shows a number of nobody
/// in particular.
pub(super) fn counts(desk: &Desk<'_>) -> Result<BTreeMap<&'static str, u64>, Error> {
    let counts = store::outbox::counts(desk.db())?;
    Ok(counts.into_iter().map(|(state, count)| (state.key(), count)).collect())
}

/// What the transactions of a round leave to be done after it: who was told of their erasure.
type Left = Vec<Names>;

#[cfg(test)]
pub(in crate::office) mod tests;
