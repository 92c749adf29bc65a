//! Mailings: one message to each person of a selection who may get it, and never a list of addresses.
//!
//! Who may get it, [`allowed`](super::allowed) decides alone: before anything is queued, so that a plan shows how it
//! stands with everybody; again in the transaction that queues; and again in the one that sends. The notice of a breach
//! (art. 34) goes the same way, and to whoever it concerns.
//!
//! What goes with every message is kept once. Each has a code of its own by which somebody says no to it, and says in its
//! text how.

mod carrying;
mod choosing;
mod handling;
mod writing;

pub use carrying::{Done, carry_out, test};
pub use handling::{Listed, Received, find, get, list, of_person, pause, recipients, resume, stop};
pub use writing::{Preview, preview};

pub(super) use carrying::{has_left, was_stopped};

use crate::model::mailing::{Recipient, Sort, Status};
use crate::model::outbox::File;
use crate::model::template::{Base, Fault, Key};
use crate::model::user::Right;
use crate::model::{Moment, mailing, text};
use crate::office::attached::Incoming;
use crate::office::subject::Subject;
use crate::office::{Desk, Error, Progress, Rule};
use crate::store;

/// How much goes with a message at most: many a server takes no more.
const MOST_FILES: usize = 10 * 1024 * 1024;
/// A minute, in milliseconds.
const MINUTE: i64 = 60_000;
/// How many persons are looked at together.
const STEP: usize = 1_024;

/// What a message says beyond its template.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// What it is about; the template's own where it is empty.
    pub subject: String,
    /// The text of a newsletter.
    pub content: String,
    /// Of a breach: what happened.
    pub what: String,
    /// Of a breach: what it may lead to.
    pub consequences: String,
    /// Of a breach: what is done about it.
    pub measures: String,
}

/// What is to be sent, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What it is called.
    pub name: String,
    /// To whom.
    pub subject: Subject,
    /// What it is.
    pub sort: Sort,
    /// The template.
    pub template: Key,
    /// What it says beyond the template.
    pub words: Words,
    /// Not before.
    pub send_at: Option<Moment>,
    /// What goes with each message.
    pub files: Vec<File>,
    /// Why it goes also to those whom a stop keeps out that can be overridden; empty where it does not.
    pub why: String,
    /// Whether each message is an activity on the card once it has left.
    pub marks: bool,
}

impl Wanted {
    /// Returns a mailing of a type to somebody, with the shipped template.
    pub fn new(name: &str, subject: Subject, sort: Sort) -> Self {
        let base = match sort {
            Sort::Marketing(_) => Base::Newsletter,
            Sort::Breach => Base::Breach,
        };
        Self {
            name: name.to_owned(),
            subject,
            sort,
            template: base.into(),
            words: Words::default(),
            send_at: None,
            files: Vec::new(),
            why: String::new(),
            marks: false,
        }
    }
}

/// Whom a mailing would reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What the selection is called; empty where they were picked.
    pub whom: String,
    /// Everybody, and how it stands with them: in the order of lists, or as they were picked.
    pub recipients: Vec<Recipient>,
    /// How many of those who get a message lie in the trash: a breach concerns them as long as their data is kept.
    pub in_trash: u64,
}

impl Plan {
    /// Counts the messages that would be queued.
    pub fn queued(&self) -> u64 {
        self.recipients.iter().filter(|one| one.status.gets_one()).count() as u64
    }

    /// Counts those who would get one if somebody with the right to it let it past.
    pub fn could_be_let_past(&self) -> u64 {
        let could = |one: &&Recipient| match one.status {
            Status::Left(mailing::Why::Rule(rule)) => rule.can_be_overridden(),
            Status::LetPast => true,
            Status::Ready | Status::Left(mailing::Why::Duplicate) | Status::Outbox(_) | Status::Removed => false,
        };
        self.recipients.iter().filter(could).count() as u64
    }
}

/// Returns whom a mailing would reach, and how it stands with everybody else; changes nothing.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] for the selection or the template; [`Error::Refused`] where the mailing as a
/// whole goes against a rule; [`Error::FileTooLarge`]; [`Error::Cancelled`].
pub fn plan(desk: &Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Plan, Error> {
    let wanted = checked(desk, wanted)?;
    planned(desk, &wanted, progress)
}

/// As [`plan`], of a mailing that is still being written.
///
/// # Errors
/// Those of [`plan`], but for what it lacks.
pub fn reach(desk: &Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Plan, Error> {
    let wanted = tidied(desk, wanted.clone())?;
    planned(desk, &wanted, progress)
}

fn planned(desk: &Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Plan, Error> {
    let chosen = choosing::choose(desk, wanted, progress)?;
    let recipients: Vec<Recipient> = chosen.all.into_iter().map(|one| one.recipient).collect();
    let gets_one = |one: &&Recipient| one.status.gets_one() && chosen.in_trash.contains(&one.person);
    let in_trash = recipients.iter().filter(gets_one).count() as u64;
    Ok(Plan { whom: chosen.name, recipients, in_trash })
}

/// Reads a file that is to go with each message.
///
/// # Errors
/// [`Error::File`]; [`Error::FileTooLarge`].
pub fn file(path: &std::path::Path) -> Result<File, Error> {
    let file = Incoming::read(path)?;
    if file.bytes.len() > MOST_FILES {
        return Err(Error::FileTooLarge);
    }
    let media = file.media_type().to_owned();
    Ok(File { name: text::single_line(&file.name), media, content: file.bytes })
}

/// Returns what is wanted, tidied, where it can be sent at all.
fn checked(desk: &Desk<'_>, wanted: &Wanted) -> Result<Wanted, Error> {
    desk.require(Right::SendMail)?;
    let mut wanted = wanted.clone();
    wanted.name = text::single_line(&wanted.name);
    let is_taken = || Ok::<_, Error>(store::mailings::all(desk.db())?.iter().any(|known| known.name == wanted.name));
    if wanted.name.is_empty() || text::is_longer(&wanted.name, text::LINE) || is_taken()? {
        return Err(Error::Refused(Rule::MailingName));
    }
    // Whoever types the time it is means now, also when the minute has passed meanwhile.
    if wanted.send_at.is_some_and(|at| at.0 + MINUTE < desk.now().0) {
        return Err(Error::Refused(Rule::MailingTime));
    }
    let wanted = tidied(desk, wanted)?;
    let words = &wanted.words;
    let says_all = ![&words.what, &words.consequences, &words.measures].iter().any(|words| words.is_empty());
    if wanted.sort == Sort::Breach && !says_all {
        return Err(Error::Refused(Rule::BreachWords));
    }
    Ok(wanted)
}

/// As [`checked`], of what has no name yet, and does not say everything.
fn tidied(desk: &Desk<'_>, mut wanted: Wanted) -> Result<Wanted, Error> {
    desk.require(Right::SendMail)?;
    let base = match wanted.sort {
        Sort::Marketing(_) => Base::Newsletter,
        Sort::Breach => Base::Breach,
    };
    if wanted.template.base != base {
        return Err(Error::Refused(Rule::MailingTemplate));
    }
    let words = &mut wanted.words;
    words.subject = text::single_line(&words.subject);
    for words in [&mut words.content, &mut words.what, &mut words.consequences, &mut words.measures] {
        *words = text::multi_line(words);
    }
    for words in [&words.subject, &words.content, &words.what, &words.consequences, &words.measures] {
        Fault::of_plain(words).map_err(Error::Template)?;
    }
    wanted.why = text::single_line(&wanted.why);
    if !wanted.why.is_empty() {
        desk.require(Right::Override)?;
    }
    if wanted.files.iter().map(|file| file.content.len()).sum::<usize>() > MOST_FILES {
        return Err(Error::FileTooLarge);
    }
    Ok(wanted)
}

/// Returns the key of the words for how it stands with a message.
pub fn status_text(status: Status) -> String {
    match status {
        Status::Ready | Status::LetPast | Status::Removed => format!("mailing-status-{}", status.key()),
        Status::Left(_) => format!("mailing-why-{}", status.key()),
        Status::Outbox(_) => format!("outbox-state-{}", status.key()),
    }
}

#[cfg(test)]
mod tests;
