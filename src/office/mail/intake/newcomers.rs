//! Strangers: a card for somebody who wrote, or who answered the form on the office's own web site.

use super::{Filing, Outcome, Recognised, Why, file, identity, propose, with_address};
use crate::model::list::{self, List};
use crate::model::person::Content;
use crate::model::reply::{Kind, Proof};
use crate::model::text;
use crate::model::user::Right;
use crate::office::mail::form::{self, Filled};
use crate::office::{Desk, Error, persons};
use crate::store;
use crate::transfer::replies::{Came, Mail};
use crate::transfer::split_name;

/// Returns whether a message is the form, filled in.
pub(super) fn is_form(mail: &Mail) -> bool {
    Filled::read(&mail.text).is_some()
}

/// Takes the form in where the address that was typed in it stands on a card already, whoever sent it: that address is what
/// was consented for. A stranger is taken up by somebody.
pub(super) fn known(desk: &mut Desk<'_>, came: &Came, mail: &Mail, sha256: String) -> Result<Outcome, Error> {
    let Some(filled) = Filled::read(&mail.text) else { return Ok(Outcome::Left(Why::NothingAsked)) };
    let person = match with_address(desk, &filled.email)? {
        Ok(person) => person,
        Err(why) => return Ok(Outcome::Left(why)),
    };
    let changes = form::consents(desk, &filled)?;
    if changes.is_empty() {
        return Ok(Outcome::Left(Why::NothingAsked));
    }
    // Anybody can fill in a form in the name of another.
    let filed =
        file(desk, came, mail, Filing { kind: Kind::Form, proof: Proof::Address, person, sha256, not_before: None })?;
    propose(desk, filed, changes, &[])
}

/// Makes a card for a stranger who wrote, and takes in what they wrote; answers what was recognised. Where somebody was
/// made a card of another message of theirs since, it is taken in there.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where it is no mail, or its sender has no address that can be kept; those of
/// [`persons::add`].
pub fn take_up(desk: &mut Desk<'_>, came: &Came) -> Result<Recognised, Error> {
    desk.require(Right::Create)?;
    let mail = came.mail.as_ref().ok_or(Error::NoSuch("message"))?;
    let sha256 = identity(came, mail);
    if store::replies::is_known(desk.db(), &sha256)? {
        return Err(Error::Refused(crate::office::Rule::TakenBefore));
    }
    let filled = Filled::read(&mail.text);
    let content = content(mail, filled.as_ref())?;
    let address = content.emails.first().map(|email| email.value.clone()).unwrap_or_default();
    let person = match with_address(desk, &address)? {
        Ok(person) => person,
        Err(Why::Stranger) => {
            let key = if filled.is_some() { "web-form" } else { "email" };
            let source = list::shipped_id(List::Source, key).unwrap_or(list::SOURCE_UNKNOWN);
            persons::add(desk, content, None, source)?.id
        }
        // Whose it is, nobody can say here.
        Err(_) => return Err(Error::NoSuch("message")),
    };
    let (kind, changes) = match &filled {
        Some(filled) => (Kind::Form, form::consents(desk, filled)?),
        None => (Kind::Request, super::words::asked(desk, mail)?),
    };
    let filing = Filing { kind, proof: Proof::Address, person, sha256, not_before: None };
    let filed = file(desk, came, mail, filing)?;
    match propose(desk, filed, changes, &[])? {
        Outcome::Recognised(recognised) => {
            Ok(Recognised { file: came.file.clone(), number: came.number, ..recognised })
        }
        Outcome::Left(_) => Err(Error::Failed),
    }
}

/// Returns what a card for a sender holds.
fn content(mail: &Mail, filled: Option<&Filled>) -> Result<Content, Error> {
    let (name, address) = match filled {
        Some(filled) => (filled.name.as_str(), filled.email.as_str()),
        None => (mail.sender_name.as_str(), mail.sender.as_str()),
    };
    let address = crate::model::email::parse(address).map_err(|_| Error::NoSuch("message"))?;
    let name = text::single_line(name);
    let local = address.split('@').next().unwrap_or_default();
    let split = split_name(if name.is_empty() { local } else { &name });
    let mut content = Content { first_name: split.first, last_name: split.last, ..Content::default() };
    if let Some(filled) = filled {
        content.company.clone_from(&filled.company);
    }
    content.emails.push(crate::model::contact::Labelled::new(Some(list::LABEL_WORK), address));
    Ok(content)
}
