//! Recognising people who were erased when they come in again: by keyed hashes of their e-mails and phones, which say
//! nothing without the key of this card file.

use crate::model::contact::{Contacts, Labelled};
use crate::model::erasure::Id;
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject};
use crate::model::person::Content;
use crate::model::setting::{Plain, Setting};
use crate::model::user::Right;
use crate::model::{email, phone, text};
use crate::office::{Desk, Error, Rule, settings, sight};
use crate::store;
use crate::store::erasure::{Mark, Suppressed};
use crate::vault::Keys;

/// What is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
}

impl Sign {
    /// Returns the key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }

    fn mark(self, keys: &Keys, value: &str) -> Mark {
        keys.suppression().code(format!("{} {value}", self.key()).as_bytes())
    }
}

/// Keeps the marks of e-mails and phones, as they are compared.
pub(super) fn keep(desk: &Desk<'_>, erasure: Id, emails: &[String], phones: &[String]) -> Result<(), Error> {
    let until = last_day(desk)?;
    let signs = emails.iter().map(|key| (Sign::Email, key)).chain(phones.iter().map(|key| (Sign::Phone, key)));
    for (sign, key) in signs {
        let mark = sign.mark(desk.keys(), key);
        let (kind, until) = (sign.key().to_owned(), until.clone());
        store::erasure::suppress(desk.db(), &Suppressed { mark, kind, erasure, at: desk.now(), until })?;
    }
    Ok(())
}

/// Returns the last day on which what is kept today holds; none where it holds as long as the card file.
fn last_day(desk: &Desk<'_>) -> Result<Option<String>, Error> {
    let years: u32 = settings::get(desk, &Setting::Plain(Plain::SuppressionYears))?.parse().unwrap_or(0);
    let day = desk.today().checked_add_months(chrono::Months::new(years * 12));
    Ok(day.filter(|_| years > 0).map(|day| day.to_string()))
}

/// Returns the e-mails and phones as they are compared.
fn signs(contacts: Contacts<'_>) -> Vec<(Sign, String)> {
    let emails = contacts.emails.iter().map(|row| (Sign::Email, email::key(&row.value)));
    let phones = contacts.phones.iter().filter_map(|row| Some((Sign::Phone, phone::key(&row.value)?)));
    emails.chain(phones).collect()
}

fn of(desk: &Desk<'_>, content: &Content, before: Option<&Content>) -> Result<Vec<Suppressed>, Error> {
    let mut found = Vec::new();
    if content.emails.is_empty() && content.phones.is_empty() {
        return Ok(found);
    }
    let known = before.map(|before| signs(before.contacts())).unwrap_or_default();
    let mut new = signs(content.contacts());
    new.retain(|sign| !known.contains(sign));
    if new.is_empty() || !store::erasure::suppresses_anything(desk.db())? {
        return Ok(found);
    }
    let today = desk.today().to_string();
    for (sign, key) in new {
        found.extend(store::erasure::suppressed(desk.db(), &sign.mark(desk.keys(), &key), &today)?);
    }
    Ok(found)
}

/// Returns what of a card is somebody's who was erased: `email`, `phone`, or none.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn recognised(desk: &Desk<'_>, content: &Content) -> Result<Option<Sign>, Error> {
    desk.require(Right::See)?;
    let found = of(desk, content, None)?;
    let sign = found.first().map(|one| if one.kind == Sign::Email.key() { Sign::Email } else { Sign::Phone });
    Ok(sign)
}

/// Refuses what would bring somebody in again who was erased; `before` is what the card holds so far.
///
/// # Errors
/// [`Rule::Suppressed`].
pub(in crate::office) fn refuse(desk: &Desk<'_>, content: &Content, before: Option<&Content>) -> Result<(), Error> {
    if desk.lets_erased_in || of(desk, content, before)?.is_empty() {
        Ok(())
    } else {
        Err(Error::Refused(Rule::Suppressed))
    }
}

/// Lets an e-mail or a phone of somebody who was erased come in again, for a reason: from now on it is like any other.
/// Returns how many were let in.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::OverruleReason`] where none is given, whoever comes.
pub fn overrule(desk: &mut Desk<'_>, content: &Content, reason: &str) -> Result<usize, Error> {
    let reason = stated(reason)?;
    let found = of(desk, content, None)?;
    if found.is_empty() {
        return Ok(0);
    }
    desk.require(Right::Override)?;
    for one in &found {
        store::erasure::lift(desk.db(), one, &reason, desk.now(), desk.user().id)?;
        desk.note(Kind::SuppressionLifted, Subject::Record(one.erasure.0), Vec::new())?;
    }
    Ok(found.len())
}

/// Returns why somebody comes in again, in one line.
///
/// # Errors
/// [`Rule::OverruleReason`] where nothing is said.
pub fn stated(reason: &str) -> Result<String, Error> {
    let reason = text::single_line(reason);
    if reason.is_empty() { Err(Error::Refused(Rule::OverruleReason)) } else { Ok(reason) }
}

/// As [`overrule`], for values as they are typed.
///
/// # Errors
/// As [`overrule`].
pub fn overrule_texts(desk: &mut Desk<'_>, fields: &[(Field, String)], reason: &str) -> Result<usize, Error> {
    let mut content = Content::default();
    for (field, text) in fields {
        if *field == Field::Email {
            content.emails.push(Labelled::new(None, text.clone()));
        } else if matches!(field, Field::Phone | Field::Mobile) {
            content.phones.push(Labelled::new(None, text.clone()));
        }
    }
    content.tidy();
    overrule(desk, &content, reason)
}

/// Returns those e-mails and phones of a card, as they are compared, that are somebody's who was erased.
pub(in crate::office) fn of_contacts(desk: &Desk<'_>, contacts: Contacts<'_>) -> Result<Vec<(Sign, String)>, Error> {
    let mut all = signs(contacts);
    sight::keep(&mut all, |(sign, key)| is_suppressed(desk, *sign, key))?;
    Ok(all)
}

/// Returns those of some e-mails or phones, as they are compared, that are somebody's who was erased.
pub(in crate::office) fn of_keys(desk: &Desk<'_>, sign: Sign, mut keys: Vec<String>) -> Result<Vec<String>, Error> {
    sight::keep(&mut keys, |key| is_suppressed(desk, sign, key))?;
    Ok(keys)
}

fn is_suppressed(desk: &Desk<'_>, sign: Sign, key: &str) -> Result<bool, Error> {
    let today = desk.today().to_string();
    Ok(store::erasure::suppressed(desk.db(), &sign.mark(desk.keys(), key), &today)?.is_some())
}

/// What recognises erased people among many.
pub(in crate::office) struct Recogniser {
    is_empty: bool,
}

impl Recogniser {
    /// Looks whether there is anything to recognise.
    pub fn new(desk: &Desk<'_>) -> Result<Self, Error> {
        Ok(Self { is_empty: !store::erasure::suppresses_anything(desk.db())? })
    }

    /// Returns whether a card would bring somebody in again.
    pub fn knows(&self, desk: &Desk<'_>, content: &Content) -> Result<bool, Error> {
        Ok(!self.is_empty && !of(desk, content, None)?.is_empty())
    }
}
