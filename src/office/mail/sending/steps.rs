//! How far each message is: one transaction a step.

use chrono::Duration;

use super::Left;
use crate::i18n;
use crate::model::Moment;
use crate::model::journal::{Kind, Subject};
use crate::model::outbox::{self, Id, Message, State};
use crate::model::template::layout;
use crate::office::erasure;
use crate::office::mail::account::Account;
use crate::office::mail::{allowed, mailings, stopped};
use crate::office::{Desk, Error};
use crate::store;
use crate::t;
use crate::transfer::smtp::message::{Letter, build};
use crate::transfer::smtp::{Failure, Step, Why};

/// How many messages are taken up together.
const TOGETHER: u64 = 100;
/// After how many minutes a message is tried again, each time.
const AGAIN: [i64; 5] = [1, 5, 30, 120, 480];

/// What came of a message.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The server took it, and said so.
    Sent(String),
    /// It was not sent, and why.
    Failed(Failure),
    /// It could not be written.
    NotWritten(String),
    /// It may have been sent.
    Unknown(Failure),
    /// It was not tried: it waits as before, and why.
    Back(Option<Failure>),
}

/// A message, as it leaves.
#[derive(Debug)]
pub(super) struct Ready {
    pub id: Id,
    pub to: String,
    /// The message itself, or why there is none.
    pub written: Result<Vec<u8>, String>,
}

/// Returns whether something was on its way when somebody stopped.
pub(in crate::office) fn is_left_over(desk: &Desk<'_>) -> Result<bool, Error> {
    Ok(store::outbox::is_under_way(desk.db())?)
}

/// Says of what was on its way when somebody stopped how far it is: what had not begun waits again, what had may have
/// been sent.
pub(in crate::office) fn recover(desk: &mut Desk<'_>) -> Result<(), Error> {
    for mut message in store::outbox::under_way(desk.db())? {
        if message.state == State::Data {
            message.state = State::Unknown;
            message.said = t!(desk.lang(), "mail-interrupted");
            note(desk, Kind::MailNotSent, &message)?;
        } else {
            message.state = State::Queued;
        }
        put(desk, message)?;
    }
    Ok(())
}

/// Returns how many messages the limits of the account let leave now, and from when on there are more.
pub(super) fn room(desk: &Desk<'_>, account: &Account) -> Result<(u64, Option<Moment>), Error> {
    let limits = [(account.per_hour, Duration::hours(1)), (account.per_day, Duration::days(1))];
    let (mut room, mut from) = (u64::MAX, None);
    for (limit, span) in limits.into_iter().filter_map(|(limit, span)| limit.map(|limit| (limit, span))) {
        let span = span.num_milliseconds();
        let (left, first) = store::outbox::left_since(desk.db(), Moment(desk.now().0 - span))?;
        room = room.min(limit.saturating_sub(left));
        if left >= limit {
            from = from.max(first.map(|first| Moment(first.0 + span)));
        }
    }
    Ok((room, from))
}

/// Takes up what is due, at most so many, and gives each message its Message-ID for ever; with none, from when on the
/// limits let more leave.
pub(super) fn take_up(desk: &mut Desk<'_>, account: &Account, most: u64) -> Result<(Vec<Id>, Option<Moment>), Error> {
    let (room, from) = room(desk, account)?;
    if room == 0 {
        return Ok((Vec::new(), from));
    }
    let ids = store::outbox::due(desk.db(), desk.now(), TOGETHER.min(most).min(room))?;
    for id in &ids {
        let Some(mut message) = store::outbox::get(desk.db(), *id)? else { continue };
        if message.message_id.is_none() {
            message.message_id = Some(format!("{}@{}", random()?, account.domain()));
        }
        message.state = State::Connecting;
        put(desk, message)?;
    }
    Ok((ids, None))
}

/// Returns a number nobody else has.
fn random() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::Failed)?;
    Ok(data_encoding::HEXLOWER.encode(&bytes))
}

/// Returns a message as it leaves; none where it is no longer to leave.
pub(super) fn ready(desk: &Desk<'_>, account: &Account, id: Id) -> Result<Option<Ready>, Error> {
    let message = store::outbox::get(desk.db(), id)?.filter(|message| message.state == State::Connecting);
    let Some(message) = message else { return Ok(None) };
    let files = store::outbox::files(desk.db(), id)?;
    let token = message.token.as_deref().filter(|_| message.kind == outbox::Kind::Marketing);
    let unsubscribe = token.map(|token| account.unsubscribe_links(token)).unwrap_or_default();
    let written = build(&Letter {
        from_name: &account.name,
        from: &account.from,
        reply_to: &account.reply_to,
        to_name: &message.recipient,
        to: &message.address,
        subject: &message.subject,
        text: &layout::plain(&message.body),
        html: &message.html,
        id: message.message_id.as_deref().unwrap_or_default(),
        // When it leaves, not when it was queued: one may wait for days.
        at: message.state_at.unwrap_or(message.at),
        is_automatic: message.kind.is_automatic(),
        unsubscribe: &unsubscribe,
        files: &files,
    });
    let words = |error| i18n::text(desk.lang(), &format!("mail-not-written-{error:?}").to_lowercase());
    Ok(Some(Ready { id, to: message.address, written: written.map_err(words) }))
}

/// What is to be done with a message whose turn has come.
#[derive(Debug)]
pub(super) enum Turn {
    /// Its text leaves.
    Now,
    /// It is held back, and why.
    Held(String),
    /// Somebody took it out.
    Gone,
}

/// Notes that the text of a message is on the way, unless it may not leave any more.
pub(super) fn begin(desk: &mut Desk<'_>, id: Id) -> Result<Turn, Error> {
    let message = store::outbox::get(desk.db(), id)?.filter(|message| message.state == State::Connecting);
    let Some(mut message) = message else { return Ok(Turn::Gone) };
    if let Some(why) = allowed::still(desk, &message)? {
        message.state = State::Held;
        message.said.clone_from(&why);
        note(desk, Kind::MailHeld, &message)?;
        put(desk, message)?;
        return Ok(Turn::Held(why));
    }
    message.state = State::Data;
    put(desk, message)?;
    Ok(Turn::Now)
}

/// Notes what came of a message; returns how it stands, and what is left to be done after the round.
pub(super) fn settle(desk: &mut Desk<'_>, id: Id, outcome: Outcome) -> Result<(State, Left), Error> {
    let lang = desk.lang();
    let Some(mut message) = store::outbox::get(desk.db(), id)? else {
        // Whoever it was for was erased meanwhile.
        return Ok((State::Sent, Left::new()));
    };
    message.due = None;
    match outcome {
        Outcome::Sent(_) if message.erasure.is_some() => {
            let mut left = Left::new();
            if let Some(erased) = message.erasure {
                left.push(erasure::has_left(desk, &message, erased)?);
            }
            desk.changes.outbox = true;
            return Ok((State::Sent, left));
        }
        Outcome::Sent(said) => {
            message.state = State::Sent;
            message.said = said;
            note(desk, Kind::MailSent, &message)?;
            mailings::has_left(desk, &message)?;
            if matches!(message.kind, outbox::Kind::Marketing | outbox::Kind::Report) {
                // A thousand copies of one picture would prove nothing more; and of a report, the register has the hashes.
                store::outbox::slim(desk.db(), id)?;
            }
        }
        Outcome::Unknown(failure) => {
            message.state = State::Unknown;
            message.said = words(lang, &failure);
            note(desk, Kind::MailNotSent, &message)?;
        }
        Outcome::NotWritten(why) => {
            message.state = State::Failed;
            message.said = why;
            note(desk, Kind::MailNotSent, &message)?;
        }
        Outcome::Failed(failure) => {
            message.said = words(lang, &failure);
            let wait = usize::try_from(message.tries).ok().and_then(|tries| AGAIN.get(tries));
            message.tries += 1;
            match wait.filter(|_| !failure.is_for_good()) {
                Some(minutes) => {
                    message.state = State::Queued;
                    message.due = Some(Moment(desk.now().0 + minutes * 60_000));
                }
                None => {
                    message.state = State::Failed;
                    note(desk, Kind::MailNotSent, &message)?;
                    // Nobody of that address (RFC 3463, 3.2): as if it had come back.
                    if let Some(person) = message.person.filter(|_| {
                        failure.step == Step::To
                            && matches!(failure.why, Why::Refused(_))
                            && failure.said.starts_with("5.1.")
                    }) {
                        stopped::bounced(desk, person, &message.address)?;
                    }
                }
            }
        }
        Outcome::Back(failure) => {
            message.state = State::Queued;
            if let Some(failure) = failure {
                message.said = words(lang, &failure);
            }
        }
    }
    // What comes back of a mailing that was ended meanwhile does not leave again.
    if message.state == State::Queued && mailings::was_stopped(desk, &message)? {
        message.state = State::Failed;
        message.due = None;
        if message.said.is_empty() {
            message.said = t!(lang, "mailing-stage-stopped");
        }
        note(desk, Kind::MailNotSent, &message)?;
    }
    let state = message.state;
    put(desk, message)?;
    Ok((state, Left::new()))
}

/// Returns in words why something was not sent, and what the server said.
pub fn words(lang: i18n::Lang, failure: &Failure) -> String {
    let step = i18n::text(lang, &format!("mail-step-{}", failure.step.key()));
    let why = match failure.why {
        Why::Refused(code) => t!(lang, "mail-why-refused", code = code.to_string()),
        Why::RefusedNow(code) => t!(lang, "mail-why-refused-now", code = code.to_string()),
        Why::NoSuchServer
        | Why::Unreachable
        | Why::TimedOut
        | Why::NoTls
        | Why::Certificate
        | Why::TlsFailed
        | Why::NoSignIn
        | Why::NoToken
        | Why::Letters
        | Why::Garbled
        | Why::Broken => i18n::text(lang, &format!("mail-why-{}", failure.why.key())),
    };
    let mut words = format!("{step}: {why}");
    if !failure.said.is_empty() {
        words = format!("{words} {}", t!(lang, "mail-said", said = failure.said.as_str()));
    }
    match advice(failure) {
        Some(key) => format!("{words} {}", i18n::text(lang, key)),
        None => words,
    }
}

/// Returns the key of what somebody can do about it, where that does not follow from what it is.
fn advice(failure: &Failure) -> Option<&'static str> {
    match failure.why {
        Why::Refused(_) if failure.step == Step::SignIn => Some("mail-do-sign-in"),
        Why::Refused(_) if failure.step == Step::To => Some("mail-do-recipient"),
        Why::Refused(_) if failure.step == Step::From => Some("mail-do-sender"),
        Why::NoSuchServer | Why::TimedOut | Why::Broken => Some("mail-do-network"),
        Why::Letters => Some("mail-do-recipient"),
        Why::Garbled | Why::NoSignIn | Why::NoToken => Some("mail-do-account"),
        Why::Refused(_) | Why::RefusedNow(_) | Why::Unreachable | Why::NoTls | Why::Certificate | Why::TlsFailed => {
            None
        }
    }
}

/// Keeps how far a message is, from now on.
pub(in crate::office::mail) fn put(desk: &mut Desk<'_>, mut message: Message) -> Result<(), Error> {
    message.state_at = Some(desk.now());
    store::outbox::note(desk.db(), &message)?;
    desk.changes.outbox = true;
    Ok(())
}

/// Enters in the journal what became of a message. Also of one to somebody whose card is closed, or whom the user does not
/// see: whether it could leave was asked by then, and it is the office that sends.
pub(in crate::office::mail) fn note(desk: &mut Desk<'_>, kind: Kind, message: &Message) -> Result<(), Error> {
    let person = match message.person {
        Some(person) => store::persons::journal_ref(desk.db(), person)?,
        None => None,
    };
    let record = message.id.0;
    let subject = person.map_or(Subject::Record(record), |person| Subject::RecordOfPerson { person, record });
    desk.note(kind, subject, Vec::new())
}
