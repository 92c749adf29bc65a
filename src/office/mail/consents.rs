//! Asking people by mail for a consent, and asking whoever seems to have given one to confirm that it was them (double
//! opt-in): each message has a code of its own, and the answer is the evidence.

use super::account;
use super::allowed::What;
use super::letters::{self, Choice, Done, Held, Prepared};
use super::links::{Codes, Linker, NO_CODE};
use super::templates::{self, Extra, Rendered};
use super::tokens;
use crate::i18n::{self, Lang};
use crate::model::journal::Kind as Noted;
use crate::model::list::{self, List};
use crate::model::outbox::Kind;
use crate::model::person::{self, Person};
use crate::model::reply::Reply;
use crate::model::template::Base;
use crate::model::token::Purpose;
use crate::model::user::Right;
use crate::model::wording::{self, Wording};
use crate::office::{Desk, Error, Rule};
use crate::{store, t};

/// Returns the purposes that a wording asks for, in the order of the list: one can ask for a consent to them.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn purposes(desk: &Desk<'_>) -> Result<Vec<list::Id>, Error> {
    desk.require(Right::See)?;
    let worded = store::wordings::all(desk.db())?;
    let is_worded = |item: &&list::Item| worded.iter().any(|wording| wording.purpose == item.id);
    Ok(desk.lists()?.of(List::Purpose).filter(is_worded).map(|item| item.id).collect())
}

/// Shows what it would say to ask somebody for their consent to a purpose, and what keeps it from them: in Norway and
/// Sweden, asking by mail is marketing itself (mfl. § 15, MFL 19 §).
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Rule::ConsentNeedsWording`]; [`Error::Template`]; [`Rule::Restricted`].
pub fn prepare(desk: &Desk<'_>, id: person::Id, purpose: list::Id, choice: &Choice) -> Result<Prepared, Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    let (person, wording) = worded(desk, id, purpose, choice)?;
    let written = written(desk, &person, Base::ConsentRequest, (&wording, None), choice, (NO_CODE, NO_CODE))?;
    let mut prepared = letters::prepared(desk, id, &choice.of(What::new(Kind::ConsentRequest)), written)?;
    prepared.stops.extend(asked(desk, id, purpose)?);
    Ok(prepared)
}

/// Asks somebody for their consent to a purpose; only tells what would be done where `is_kept` is not so. Whoever was
/// asked and has not answered is not asked again: silence is a no.
///
/// # Errors
/// Those of [`prepare`]; [`Error::Forbidden`] for whoever may not send mail.
pub fn ask(
    desk: &mut Desk<'_>,
    id: person::Id,
    purpose: list::Id,
    choice: &Choice,
    is_kept: bool,
) -> Result<Done, Error> {
    desk.require(Right::SendMail)?;
    desk.require_open(id)?;
    let (person, wording) = worded(desk, id, purpose, choice)?;
    let (to, mut stops) = letters::judged(desk, id, &choice.of(What::new(Kind::ConsentRequest)))?;
    stops.extend(asked(desk, id, purpose)?);
    if !stops.is_empty() {
        return Ok(Done { held: stops.into_iter().map(|stop| (id, stop)).collect(), ..Done::default() });
    }
    if is_kept {
        send(desk, &person, Base::ConsentRequest, (&wording, None), choice, to)?;
    } else {
        written(desk, &person, Base::ConsentRequest, (&wording, None), choice, (NO_CODE, NO_CODE))?;
    }
    Ok(Done { persons: vec![id], ..Done::default() })
}

/// Asks whoever seems to have consented to confirm that it was them, where there is an account that mail can leave by, and
/// they were not asked yet; answers whether they are. Part of taking in what came: anybody can write in the name of
/// another, so what they ticked waits until the answer comes, or somebody decides.
pub(in crate::office) fn confirm(
    desk: &mut Desk<'_>,
    reply: &Reply,
    purpose: list::Id,
    shown: wording::Id,
) -> Result<bool, Error> {
    if account::account(desk)?.is_none() || store::tokens::is_asked(desk.db(), reply.person, purpose, desk.now())? {
        return Ok(false);
    }
    let known = store::wordings::all(desk.db())?.into_iter().find(|known| known.id == shown);
    let Some(wording) = known else { return Ok(false) };
    let person = store::persons::get(desk.db(), reply.person)?.ok_or(Error::NoPerson(reply.person))?;
    // In the language of what they ticked.
    let choice = Choice { to: Some(reply.sender.clone()), lang: wording.language.parse().ok(), ..Choice::default() };
    let (to, stops) = letters::judged(desk, person.id, &choice.of(What::new(Kind::ConsentConfirmation)))?;
    if !stops.is_empty() {
        return Ok(false);
    }
    send(desk, &person, Base::ConsentConfirmation, (&wording, Some(reply)), &choice, to)?;
    Ok(true)
}

/// Returns what keeps somebody from being asked who was asked already.
fn asked(desk: &Desk<'_>, id: person::Id, purpose: list::Id) -> Result<Option<Held>, Error> {
    let is_asked = store::tokens::is_asked(desk.db(), id, purpose, desk.now())?;
    Ok(is_asked.then(|| Held { key: "asked".to_owned(), text: t!(desk.lang(), "consent-held-asked") }))
}

/// Returns a person, and the newest wording of a purpose: in their language, else in the office's, else in any.
fn worded(desk: &Desk<'_>, id: person::Id, purpose: list::Id, choice: &Choice) -> Result<(Person, Wording), Error> {
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let all = store::wordings::all(desk.db())?;
    let newest = |lang: Option<Lang>| {
        let of = all.iter().filter(|known| known.purpose == purpose);
        let of = of.filter(|known| lang.is_none_or(|lang| known.language == lang.code()));
        of.max_by_key(|known| (known.at, known.version)).cloned()
    };
    let theirs = letters::language(desk, &person, choice)?;
    let wording = newest(Some(theirs)).or(newest(Some(desk.office_lang()?))).or(newest(None));
    Ok((person, wording.ok_or(Error::Refused(Rule::ConsentNeedsWording))?))
}

fn send(
    desk: &mut Desk<'_>,
    person: &Person,
    base: Base,
    (wording, gave): (&Wording, Option<&Reply>),
    choice: &Choice,
    to: String,
) -> Result<(), Error> {
    let code = tokens::issue(desk, person.id, Purpose::Confirm { purpose: wording.purpose, wording: wording.id })?;
    let wishes = tokens::issue(desk, person.id, Purpose::Preferences)?;
    let letter = written(desk, person, base, (wording, gave), choice, (&code, &wishes))?;
    let message = letters::queue(desk, person, to, letter, Some(code))?;
    desk.note_record_of(Noted::ConsentAsked, person.id, message.0, Vec::new())?;
    desk.changes.person(person.id);
    Ok(())
}

fn written(
    desk: &Desk<'_>,
    person: &Person,
    base: Base,
    (wording, gave): (&Wording, Option<&Reply>),
    choice: &Choice,
    (code, wishes): (&str, &str),
) -> Result<Rendered, Error> {
    let linker = Linker::new(desk)?;
    letters::linked(desk, person, base.into(), choice, |lang| {
        let purpose = Purpose::Confirm { purpose: wording.purpose, wording: wording.id };
        let day = gave.map_or(desk.today(), |reply| reply.at.local_date());
        let mut extra = Extra::default()
            .with("consent.purpose", desk.lists()?.name(wording.purpose, lang))
            .with("consent.wording", wording.text.as_str())
            .with("consent.day", i18n::date(lang, day));
        // What they are asked about comes first, whatever else their data is used for.
        if let Some(statement) = templates::statement(desk, lang, wording.purpose)? {
            extra = statement.named(extra);
        }
        if let Some(link) = linker.confirm(lang, purpose, code) {
            extra = extra.with("links.confirm", link);
        }
        let gets = linker.types(desk, &[person.id])?.remove(&person.id).unwrap_or_default();
        let codes = Codes { stop: None, wishes: wishes.to_owned() };
        Ok((linker.links(desk, lang, &codes, &gets)?, extra))
    })
}

#[cfg(test)]
mod tests;
