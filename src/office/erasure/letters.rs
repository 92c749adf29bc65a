//! Telling somebody that they were erased (art. 12(3), 17): the letter is written before the address goes.
//!
//! It is written to a file at once, or it waits: then all it takes (name, address, language, text) is kept in one row of
//! the outbox and nowhere else, and the erasure is *finishing* until somebody says that it was sent. The row goes then,
//! and the file is rewritten and looked through as after any erasure.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::naming::Names;
use super::rewriting::{self, Backups, Older, Work};
use super::{Residue, certificate};
use crate::i18n::{self, Lang};
use crate::model::erasure::{Erasure, Id};
use crate::model::journal::{Kind, Subject};
use crate::model::outbox::{self, Channel, Message, State};
use crate::model::person::{self, Content};
use crate::model::report::{Letter, Party, Print};
use crate::model::template::Base;
use crate::model::user::Right;
use crate::office::mail::account;
use crate::office::mail::templates::{self, Extra, Rendered};
use crate::office::{Desk, Error, Office, Rule, attached, report};
use crate::store;
use crate::transfer::report as printing;

/// How somebody is told that they are erased.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Telling {
    /// Not by this program.
    #[default]
    Otherwise,
    /// By a letter in a file, written before the address goes.
    File(PathBuf),
    /// By what waits until it is sent.
    Wait(Channel),
}

/// Returns whether somebody can be told by mail that they are erased: there is an account, and an address.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn can_be_mailed(desk: &Desk<'_>, id: person::Id) -> Result<bool, Error> {
    desk.require(Right::Erase)?;
    if !desk.is_seen_in_trash(id)? {
        return Err(Error::Forbidden(Right::SeeOthers));
    }
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    Ok(!person.content.emails.is_empty() && account::is_set_up(desk)?)
}

/// Writes to everybody who is about to be erased; with a channel, each needs an address for it.
pub(super) fn compose(
    desk: &Desk<'_>,
    ids: &[person::Id],
    erasure: &Erasure,
    channel: Option<Channel>,
    backups: &Backups,
) -> Result<Vec<Message>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        let person = store::persons::get(desk.db(), *id)?.ok_or(Error::NoPerson(*id))?;
        let lang = desk.language_to(&person.content)?.map_or_else(|| desk.office_lang(), Ok)?;
        let address = address(&person.content, channel.unwrap_or(Channel::Letter), lang);
        if address.is_empty() && channel.is_some() {
            return Err(Error::Refused(Rule::NoAddressToTell));
        }
        let letter = written(desk, *id, lang, erasure, backups)?;
        let letter = if channel == Some(Channel::Mail) { letter.signed(desk)? } else { letter };
        all.push(Message {
            id: outbox::Id(desk.db().new_id()),
            kind: outbox::Kind::Erased,
            channel: channel.unwrap_or(Channel::Letter),
            recipient: person.content.full_name(),
            address,
            language: lang.code().to_owned(),
            subject: letter.subject,
            body: letter.body,
            state: State::Queued,
            // The row is all that is left of them.
            person: None,
            erasure: Some(erasure.id),
            at: desk.now(),
            by: desk.user().id,
            html: if channel == Some(Channel::Mail) { letter.html } else { String::new() },
            message_id: None,
            token: None,
            subscription: None,
            mailing: None,
            tries: 0,
            due: None,
            state_at: None,
            said: String::new(),
        });
    }
    Ok(all)
}

/// Returns what somebody is told who is about to be erased: the template, filled in with what is erased and what is not.
fn written(
    desk: &Desk<'_>,
    id: person::Id,
    lang: Lang,
    erasure: &Erasure,
    backups: &Backups,
) -> Result<Rendered, Error> {
    let erased = certificate::erased_words(lang, erasure, &backups.there).join("\n\n");
    templates::render(desk, &Base::Erased.into(), lang, id, &Extra::default().with("erased", erased))
}

/// Returns where it goes: the first postal address, line by line, or the first e-mail address.
fn address(content: &Content, channel: Channel, lang: Lang) -> String {
    match channel {
        Channel::Mail => content.emails.first().map(|row| row.value.clone()).unwrap_or_default(),
        Channel::Letter => {
            let Some(row) = content.addresses.iter().find(|row| !row.value.is_empty()) else { return String::new() };
            let place = format!("{} {}", row.value.postcode, row.value.city);
            let country = match row.value.country.as_str() {
                "" => String::new(),
                code => i18n::country_name(lang, code),
            };
            let lines = [row.value.street.as_str(), place.trim(), country.as_str()];
            lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Writes letters to a file that only its owner can read, each on a page of its own: PDF where its name ends so, else a
/// page for browsers.
pub(super) fn write(desk: &mut Desk<'_>, path: &Path, letters: &[Message], erasure: Id) -> Result<(), Error> {
    certificate::may_write(desk, path)?;
    desk.note(Kind::Exported, Subject::Record(erasure.0), Vec::new())?;
    let letters = letters.iter().map(|message| printed(desk, message)).collect::<Result<Vec<_>, _>>()?;
    attached::write_private(path, &printing::letters(&letters, Print::of(path))?)?;
    desk.has_written(path);
    Ok(())
}

/// Returns a message as it is printed.
fn printed(desk: &Desk<'_>, message: &Message) -> Result<Letter, Error> {
    let lang: Lang = message.language.parse().unwrap_or_default();
    let address = message.address.lines().map(str::to_owned).collect();
    let to = Party { name: message.recipient.clone(), address, ..Party::default() };
    let mut letter = report::letter(desk, lang, to, message.subject.clone())?;
    letter.number = message.id.0;
    // On paper, a heading is a line like others.
    let paragraphs = message.body.split("\n\n").map(|words| words.strip_prefix("## ").unwrap_or(words).to_owned());
    letter.paragraphs = paragraphs.collect();
    Ok(letter)
}

/// Returns what still waits to be sent about erasures, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn letters(desk: &Desk<'_>) -> Result<Vec<Message>, Error> {
    desk.require(Right::Erase)?;
    Ok(store::outbox::of_erasures(desk.db())?)
}

/// Returns how many of them there are, for everybody: of nobody in particular.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn waiting(desk: &Desk<'_>) -> Result<usize, Error> {
    desk.require(Right::See)?;
    Ok(store::outbox::of_erasures(desk.db())?.len())
}

/// Writes what waits to a file, for printing; it waits on.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Rule::InsideVault`]; [`Error::File`].
pub fn save_letter(desk: &mut Desk<'_>, id: outbox::Id, path: &Path) -> Result<(), Error> {
    let (message, erasure) = found(desk, id)?;
    write(desk, path, std::slice::from_ref(&message), erasure)
}

fn found(desk: &Desk<'_>, id: outbox::Id) -> Result<(Message, Id), Error> {
    desk.require(Right::Erase)?;
    let message = store::outbox::get(desk.db(), id)?;
    let found = message.and_then(|message| message.erasure.map(|erasure| (message, erasure)));
    found.ok_or(Error::NoSuch("letter"))
}

/// What came of it that a letter was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The erasure it told of.
    pub erasure: Id,
    /// How many letters about it still wait.
    pub waiting: usize,
    /// What was found afterwards; none where the file could not be rewritten yet.
    pub residue: Option<Residue>,
    /// Why the file could not be rewritten yet.
    pub put_off: Option<String>,
    /// Backups that were made while it waited, or before, and hold it or whom it was to.
    pub backups: Vec<Older>,
}

/// Notes that what waited was sent: it goes, and the file is rewritten and looked through. Waits for threads of the vault,
/// so windows call it beside the one that draws.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn sent(office: &Office, id: outbox::Id, work: &Arc<Work>) -> Result<Sent, Error> {
    let (names, erasure, waiting) = office.write(move |desk| let_go(desk, id)).wait()?;
    let finished = rewriting::finish_with(office, Some((Arc::new(names), Vec::new())), work);
    let (residue, put_off) = rewriting::told(office, finished);
    let backups = rewriting::older_backups(office).unwrap_or_default();
    Ok(Sent { erasure, waiting, residue, put_off, backups })
}

/// Notes that an e-mail about an erasure has left: it goes. Whoever sent it sees to [`after_mail`].
pub(in crate::office) fn has_left(desk: &mut Desk<'_>, message: &Message, erasure: Id) -> Result<Names, Error> {
    let names = Names::of_letter(message);
    store::outbox::remove(desk.db(), message.id)?;
    store::erasure::told(desk.db(), erasure, desk.now())?;
    desk.note(Kind::LetterSent, Subject::Record(erasure.0), Vec::new())?;
    desk.changes.settings = true;
    Ok(names)
}

/// Rewrites the file after e-mails about erasures have left, and looks through it for whom they went to. Where that cannot
/// be done yet, it is done with the next erasure or the daily round.
pub(in crate::office) fn after_mail(office: &Office, left: Vec<Names>) {
    if let Some(names) = left.into_iter().reduce(Names::and) {
        let finished = rewriting::finish_with(office, Some((Arc::new(names), Vec::new())), &Arc::default());
        rewriting::told(office, finished);
    }
}

fn let_go(desk: &mut Desk<'_>, id: outbox::Id) -> Result<(Names, Id, usize), Error> {
    let (message, erasure) = found(desk, id)?;
    let names = has_left(desk, &message, erasure)?;
    let left = store::outbox::of_erasures(desk.db())?;
    Ok((names, erasure, left.iter().filter(|other| other.erasure == Some(erasure)).count()))
}
