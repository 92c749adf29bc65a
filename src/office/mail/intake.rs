//! Taking in what comes back: unsubscriptions, wishes, confirmations, answers to reports, messages that did not arrive,
//! complaints, and requests in people's own words.
//!
//! What holds a code that we gave to one person is known to be theirs: an unsubscription and a confirmation are carried
//! out at once, everything else is proposed. What holds none is only ever proposed, whatever it says, for anybody can
//! write any sender; and of a stranger nothing is kept at all until somebody says so. The message is kept as evidence,
//! encrypted, with what it led to.

mod bounces;
mod carrying;
mod newcomers;
mod overtaken;
pub mod proposals;
mod running;
mod thread;
mod wishes;
mod words;

use sha2::{Digest, Sha256};

pub use newcomers::take_up;
pub use running::{read, run};

use super::{answers, consents, tokens};
use crate::model::reply::{Change, Id, Kind, Proof, Proposal, ProposalId, Reply, State};
use crate::model::token::{self, Purpose, Token};
use crate::model::user::Right;
use crate::model::{Moment, attachment, email, journal, person, text};
use crate::office::attached::{self, Incoming};
use crate::office::{Desk, Error, Rule};
use crate::store;
use crate::transfer::replies::{Answer, Came, Mail};

/// What was taken in, and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// What was recognised.
    pub recognised: Vec<Recognised>,
    /// What is left as it was.
    pub left: Vec<Left>,
    /// How many were not looked at, because somebody asked to stop.
    pub untaken: usize,
}

/// What becomes of those who stand on no card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strangers {
    /// Nothing of them is kept.
    Left,
    /// A card is made for each.
    TakenUp,
}

/// Something that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// The name of the file.
    pub file: String,
    /// Its place in the file, from 1.
    pub number: u64,
    /// What it is.
    pub kind: Kind,
    /// How it is known whose it is.
    pub proof: Proof,
    /// Whose it is.
    pub person: person::Id,
    /// The name on the card.
    pub name: String,
    /// How many changes it proposes that wait for a decision.
    pub open: usize,
    /// How many changes were carried out at once.
    pub done: usize,
}

/// Something that was left as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Its place among all that was handed in.
    pub place: usize,
    /// The name of the file.
    pub file: String,
    /// Its place in the file, from 1.
    pub number: u64,
    /// Why.
    pub why: Why,
    /// The address it says to come from.
    pub sender: String,
    /// The name beside it.
    pub name: String,
    /// What it says to be about.
    pub subject: String,
}

/// Why something was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// It is neither mail nor an answer, or cannot be read.
    NotMail,
    /// It was taken in before.
    TakenBefore,
    /// The sender stands on no card.
    Stranger,
    /// The sender's address stands on several cards.
    Several,
    /// Its code is none of ours, or that of nobody who is here.
    UnknownCode,
    /// It came too late.
    TooLate,
    /// It asks for nothing that is recognised.
    NothingAsked,
    /// The message that it brings back is none of ours.
    NotOurs,
    /// The card lies in the trash, or the user does not see it.
    Unseen,
}

impl Why {
    /// All reasons.
    pub const ALL: [Self; 9] = [
        Self::NotMail,
        Self::TakenBefore,
        Self::Stranger,
        Self::Several,
        Self::UnknownCode,
        Self::TooLate,
        Self::NothingAsked,
        Self::NotOurs,
        Self::Unseen,
    ];

    /// Returns the reason's key for scripts; its text is `intake-left-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotMail => "not-mail",
            Self::TakenBefore => "taken-before",
            Self::Stranger => "stranger",
            Self::Several => "several",
            Self::UnknownCode => "unknown-code",
            Self::TooLate => "too-late",
            Self::NothingAsked => "nothing-asked",
            Self::NotOurs => "not-ours",
            Self::Unseen => "unseen",
        }
    }
}

/// Takes in what came back.
///
/// # Errors
/// [`Error::Forbidden`], or the database's. What a rule refuses waits as a proposal, and a stranger of whom no card can be
/// made is left.
pub fn take_in(desk: &mut Desk<'_>, came: &[Came], strangers: Strangers) -> Result<Taken, Error> {
    allow(desk, strangers)?;
    let mut taken = Taken::default();
    for (place, one) in came.iter().enumerate() {
        let outcome = desk.within(true, |desk| take_one(desk, one));
        let why = match outcome {
            Ok(Outcome::Recognised(recognised)) => {
                taken.recognised.push(Recognised { file: one.file.clone(), number: one.number, ..recognised });
                continue;
            }
            Ok(Outcome::Left(Why::Stranger)) if strangers == Strangers::TakenUp => {
                match desk.within(true, |desk| take_up(desk, one)) {
                    Ok(recognised) => {
                        taken.recognised.push(recognised);
                        continue;
                    }
                    Err(Error::Refused(_) | Error::Invalid(_) | Error::NoSuch(_)) => Why::Stranger,
                    Err(error) => return Err(error),
                }
            }
            Ok(Outcome::Left(why)) => why,
            Err(Error::Refused(Rule::InTrash) | Error::Forbidden(Right::SeeOthers)) => Why::Unseen,
            Err(error) => return Err(error),
        };
        let mail = one.mail.clone().unwrap_or_default();
        let (file, number) = (one.file.clone(), one.number);
        let (sender, name, subject) = (mail.sender, mail.sender_name, mail.subject);
        taken.left.push(Left { place, file, number, why, sender, name, subject });
    }
    desk.changes.activities = true;
    Ok(taken)
}

fn allow(desk: &Desk<'_>, strangers: Strangers) -> Result<(), Error> {
    desk.require(Right::Edit)?;
    match strangers {
        Strangers::Left => Ok(()),
        Strangers::TakenUp => desk.require(Right::Create),
    }
}

/// What became of one thing.
enum Outcome {
    Recognised(Recognised),
    Left(Why),
}

fn take_one(desk: &mut Desk<'_>, came: &Came) -> Result<Outcome, Error> {
    let Some(mail) = &came.mail else { return Ok(Outcome::Left(Why::NotMail)) };
    if let Some(answer) = mail.answers.first() {
        return answered(desk, came, mail, answer);
    }
    let sha256 = identity(came, mail);
    if store::replies::is_known(desk.db(), &sha256)? {
        return Ok(Outcome::Left(Why::TakenBefore));
    }
    if let Some(returned) = &mail.returned {
        return bounces::take(desk, came, mail, returned, sha256);
    }
    for place in std::iter::once(&mail.subject).chain(&mail.to) {
        if let Some(token) = tokens::read(desk, place)? {
            return by_code(desk, came, mail, token, sha256);
        }
    }
    if newcomers::is_form(mail) {
        return newcomers::known(desk, came, mail, sha256);
    }
    in_words(desk, came, mail, sha256)
}

/// Takes an answer to a report: everything in it is proposed.
fn answered(desk: &mut Desk<'_>, came: &Came, mail: &Mail, answer: &Answer) -> Result<Outcome, Error> {
    // The same answer, by itself and in a message, is one.
    let sha256 = hash(serde_json::to_string(answer).map_err(|_| Error::Failed)?.as_bytes());
    if store::replies::is_known(desk.db(), &sha256)? {
        return Ok(Outcome::Left(Why::TakenBefore));
    }
    let token = match tokens::read(desk, &answer.token)? {
        Some(token) => token,
        None => return Ok(Outcome::Left(Why::UnknownCode)),
    };
    let Purpose::Answer { report } = token.purpose else { return Ok(Outcome::Left(Why::UnknownCode)) };
    if answer.report.trim() != report.to_string() {
        return Ok(Outcome::Left(Why::UnknownCode));
    }
    if token.is_over(desk.now()) {
        return Ok(Outcome::Left(Why::TooLate));
    }
    let changes = answers::proposed(desk, token.person, answer)?;
    let filing = Filing { kind: Kind::Answer, proof: Proof::Token, person: token.person, sha256, not_before: None };
    let filed = file(desk, came, mail, filing)?;
    propose(desk, filed, changes, &[])
}

/// Takes what holds a code that was given to one person.
fn by_code(desk: &mut Desk<'_>, came: &Came, mail: &Mail, token: Token, sha256: String) -> Result<Outcome, Error> {
    if token.is_over(desk.now()) {
        return Ok(Outcome::Left(Why::TooLate));
    }
    // Whoever holds a code wrote after it was made, whatever the clock of their computer says: a no is no older than that.
    let not_before = match token.purpose {
        Purpose::Unsubscribe { .. } | Purpose::Preferences => Some(token.at),
        Purpose::Confirm { .. } | Purpose::Answer { .. } => None,
    };
    let (proof, person) = (Proof::Token, token.person);
    let filing = |kind| Filing { kind, proof, person, sha256: sha256.clone(), not_before };
    let (kind, at_once, waiting) = match token.purpose {
        Purpose::Unsubscribe { kind: Some(kind), .. } => {
            (Kind::Unsubscribe, vec![Change::Subscribe { kind, wanted: false }], Vec::new())
        }
        Purpose::Unsubscribe { kind: None, .. } => (Kind::Unsubscribe, vec![Change::NoMailings], Vec::new()),
        Purpose::Confirm { purpose, wording } => {
            (Kind::Confirmation, vec![Change::Consent { purpose, wording: Some(wording) }], Vec::new())
        }
        Purpose::Preferences => {
            let Some(wishes) = wishes::of(desk, mail, token.person)? else {
                return nothing_follows(desk, Kind::Preferences, Proof::Token, token.person);
            };
            let (mut no, mut yes) = (Vec::new(), Vec::new());
            for wish in wishes {
                let at_once = wishes::is_refusal(&wish) && !wishes::is_outdated(desk, token.person, token.at, &wish)?;
                if at_once { no.push(wish) } else { yes.push(wish) }
            }
            (Kind::Preferences, no, yes)
        }
        // The form was not sent along; whoever wrote beside it says something all the same.
        Purpose::Answer { .. } => {
            let asked = words::asked(desk, mail)?;
            let said = Change::Message { words: words::own(&mail.text) };
            (Kind::Request, Vec::new(), if asked.is_empty() { vec![said] } else { asked })
        }
    };
    if at_once.is_empty() && waiting.is_empty() {
        return Ok(Outcome::Left(Why::NothingAsked));
    }
    let filed = file(desk, came, mail, filing(kind))?;
    propose(desk, filed, waiting, &at_once)
}

/// Takes what somebody asks in their own words.
fn in_words(desk: &mut Desk<'_>, came: &Came, mail: &Mail, sha256: String) -> Result<Outcome, Error> {
    let known = match thread::writer(desk, mail)? {
        Ok(known) => known,
        Err(why) => return Ok(Outcome::Left(why)),
    };
    let (person, proof) = (known.person, known.proof);
    let mut asked = words::asked(desk, mail)?;
    if asked.is_empty()
        && let Some(consent) = known.consent(desk, mail)?
    {
        asked.push(consent);
    }
    if asked.is_empty() {
        // Prepared by us, but its code is nobody's any more.
        let has_code = std::iter::once(&mail.subject).chain(&mail.to).any(|place| token::found(place).next().is_some());
        return Ok(Outcome::Left(if has_code { Why::UnknownCode } else { Why::NothingAsked }));
    }
    let filing = Filing { kind: Kind::Request, proof, person, sha256, not_before: None };
    let filed = file(desk, came, mail, filing)?;
    propose(desk, filed, asked, &[])
}

/// Returns on whose card an address stands.
fn with_address(desk: &Desk<'_>, address: &str) -> Result<Result<person::Id, Why>, Error> {
    let all = store::replies::with_address(desk.db(), &email::key(address))?;
    let mut seen = Vec::new();
    for id in &all {
        if desk.sees(*id)? {
            seen.push(*id);
        }
    }
    Ok(match seen.as_slice() {
        [person] => Ok(*person),
        [] if all.is_empty() => Err(Why::Stranger),
        [] => Err(Why::Unseen),
        [_, ..] => Err(Why::Several),
    })
}

/// What something is, and whose.
struct Filing {
    kind: Kind,
    proof: Proof,
    person: person::Id,
    sha256: String,
    /// When it was written at the earliest, where that is known.
    not_before: Option<Moment>,
}

/// Keeps a message with its person.
fn file(desk: &mut Desk<'_>, came: &Came, mail: &Mail, filing: Filing) -> Result<Reply, Error> {
    let Filing { kind, proof, person, sha256, not_before } = filing;
    desk.require_visible(person)?;
    let name = if came.number > 1 { format!("{}-{}.eml", came.file, came.number) } else { came.file.clone() };
    let evidence = Incoming { name, bytes: came.bytes.clone() };
    let evidence = attached::keep(desk, person, attachment::Kind::Evidence, &evidence)?;
    let reply = Reply {
        id: Id(desk.db().new_id()),
        person,
        kind,
        proof,
        sender: mail.sender.clone(),
        subject: mail.subject.clone(),
        sha256,
        evidence: Some(evidence),
        at: mail.date.map_or(desk.now(), |date| not_before.map_or(date, |first| date.max(first)).min(desk.now())),
        by: desk.user().id,
    };
    store::replies::insert(desk.db(), &reply)?;
    desk.note_person(journal::Kind::ReplyTaken, person, Vec::new())?;
    desk.changes.person(person);
    Ok(reply)
}

/// Keeps what a message proposes, and carries out at once what may be.
fn propose(desk: &mut Desk<'_>, reply: Reply, waiting: Vec<Change>, at_once: &[Change]) -> Result<Outcome, Error> {
    let new = |desk: &Desk<'_>, change: Change| Proposal {
        id: ProposalId(desk.db().new_id()),
        person: reply.person,
        reply: reply.id,
        change,
        state: State::Open,
        decided_at: None,
        decided_by: None,
    };
    let (mut open, mut done) = (0, 0);
    for change in at_once {
        let proposal = new(desk, change.clone());
        store::replies::propose(desk.db(), &proposal)?;
        if overtaken::is(desk, &reply, change)? {
            open += 1;
            continue;
        }
        match desk.within(true, |desk| carrying::carry_out(desk, &reply, &proposal)) {
            Ok(()) => done += 1,
            // Whoever may do it, or looks why it may not be, finds it waiting.
            Err(Error::Forbidden(_) | Error::Refused(_) | Error::Invalid(_)) => open += 1,
            Err(error) => return Err(error),
        }
    }
    for change in waiting {
        store::replies::propose(desk.db(), &new(desk, change.clone()))?;
        open += 1;
        if let (Change::Consent { purpose, wording: Some(shown) }, Proof::Address) = (change, reply.proof) {
            consents::confirm(desk, &reply, purpose, shown)?;
        }
    }
    recognised(desk, &reply, open, done)
}

/// Recognises a message from which nothing follows: nothing is kept of it.
fn nothing_follows(desk: &Desk<'_>, kind: Kind, proof: Proof, person: person::Id) -> Result<Outcome, Error> {
    desk.require_visible(person)?;
    let name = store::persons::name(desk.db(), person)?.unwrap_or_default();
    let (file, number) = (String::new(), 0);
    Ok(Outcome::Recognised(Recognised { file, number, kind, proof, person, name, open: 0, done: 0 }))
}

fn recognised(desk: &Desk<'_>, reply: &Reply, open: usize, done: usize) -> Result<Outcome, Error> {
    let (kind, proof, person) = (reply.kind, reply.proof, reply.person);
    let name = store::persons::name(desk.db(), person)?.unwrap_or_default();
    // Where in which file it lay, `take_in` knows.
    Ok(Outcome::Recognised(Recognised { file: String::new(), number: 0, kind, proof, person, name, open, done }))
}

/// Returns what tells a message from every other. Not its bytes where it has an identity: mail programs add their own
/// lines when they keep and export it, so that the same message differs from week to week.
fn identity(came: &Came, mail: &Mail) -> String {
    match &mail.message_id {
        Some(id) => {
            let written = mail.date.map_or(0, |date| date.0);
            hash(format!("{id}\n{}\n{written}", email::key(&mail.sender)).as_bytes())
        }
        // A mailbox ends its messages with an empty line, but not always the last.
        None => hash(came.bytes.trim_ascii_end()),
    }
}

fn hash(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Returns a text as a reason: one line, no longer than one may be.
fn line(words: &str) -> String {
    text::single_line(words).chars().take(text::LONG_LINE).collect()
}

#[cfg(test)]
mod tests;
