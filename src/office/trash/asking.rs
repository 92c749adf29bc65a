//! Asking for deletion: who may not delete asks those who may.

use super::super::subject::Subject;
use super::super::{Desk, Error, Progress, Rule};
use super::name;
use super::putting::{self, put};
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject as About};
use crate::model::trash::{Decided, Record, Request, RequestId, Verdict};
use crate::model::user::Right;
use crate::model::{Reason, text};
use crate::store;

/// A request for deletion, and the name on the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The request.
    pub request: Request,
    /// The name.
    pub name: String,
}

/// Asks those who may delete to delete a card.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`] or [`Error::NoCompany`]; [`Error::Invalid`] without a reason;
/// [`Rule::AskedBefore`] where a request for it is open.
pub fn ask_for_deletion(desk: &mut Desk<'_>, record: Record, reason: &str) -> Result<Asked, Error> {
    desk.require(Right::See)?;
    match record {
        Record::Person(id) => desk.require_unrestricted(id)?,
        Record::Company(id) => desk.require_company(id)?,
    }
    let name = name(desk, record)?;
    let reason = line(reason)?;
    if reason.is_empty() {
        return Err(Error::invalid(Field::Comment, Reason::Missing));
    }
    if store::deletion_requests::open(desk.db(), record)?.is_some() {
        return Err(Error::Refused(Rule::AskedBefore));
    }
    let (at, by) = (desk.now(), desk.user().id);
    let request = Request { id: RequestId(desk.db().new_id()), record, reason, at, by, decided: None };
    store::deletion_requests::insert(desk.db(), &request)?;
    note(desk, Kind::DeletionAsked, record)?;
    desk.changes.trash = true;
    Ok(Asked { request, name })
}

/// Returns the requests for deletion, the oldest first: the open ones, or also those that were decided. Who may not
/// delete sees their own.
///
/// Those about cards that lie in the trash by now are left out, and those about people whom the user may not see.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn deletion_requests(desk: &Desk<'_>, only_open: bool) -> Result<Vec<Asked>, Error> {
    desk.require(Right::See)?;
    let decides = desk.user().may(Right::Delete) || desk.user().may(Right::MassDelete);
    let by = (!decides).then_some(desk.user().id);
    let mut requests = store::deletion_requests::all(desk.db(), only_open, by)?;
    super::super::sight::keep(&mut requests, |request| match request.record {
        Record::Person(id) => desk.sees(id),
        Record::Company(id) => desk.sees_company(id),
    })?;
    requests.into_iter().map(|request| Ok(Asked { name: name(desk, request.record)?, request })).collect()
}

/// Decides about a request: moves the card to the trash, for the reason that was given, or leaves it, and answers whoever
/// asked. A company goes alone.
///
/// Where the card is held back, nothing is decided: what was held says why.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Rule::RequestDecided`]; [`Rule::InTrash`]; [`Error::Invalid`] for a long
/// answer; those of [`put`].
pub fn answer(desk: &mut Desk<'_>, id: RequestId, verdict: Verdict, words: &str) -> Result<putting::Done, Error> {
    desk.require(Right::Delete)?;
    let request = store::deletion_requests::get(desk.db(), id)?.ok_or(Error::NoSuch("request"))?;
    if request.decided.is_some() {
        return Err(Error::Refused(Rule::RequestDecided));
    }
    let words = line(words)?;
    let nothing =
        putting::Done { deletion: None, persons: Vec::new(), companies: Vec::new(), staying: 0, held: Vec::new() };
    let subject = match request.record {
        Record::Person(id) => {
            desk.require_visible(id)?;
            Subject::Persons([id].into())
        }
        Record::Company(id) => {
            desk.require_company(id)?;
            Subject::Companies([id].into())
        }
    };
    if verdict == Verdict::Refused {
        decide(desk, &request, Verdict::Refused, words)?;
        return Ok(nothing);
    }
    // First, for what goes to the trash takes the requests about it along.
    let plan = super::plan(desk, std::slice::from_ref(&subject), false)?;
    if plan.moves() == 0 {
        return Ok(putting::Done { held: plan.held, ..nothing });
    }
    decide(desk, &request, Verdict::Deleted, words)?;
    put(desk, &[subject], false, &request.reason, &Progress::default())
}

/// Decides about the open request for a card that goes to the trash anyway.
pub(super) fn delete_requests_of(desk: &mut Desk<'_>, record: Record) -> Result<(), Error> {
    match store::deletion_requests::open(desk.db(), record)? {
        Some(request) => decide(desk, &request, Verdict::Deleted, String::new()),
        None => Ok(()),
    }
}

fn decide(desk: &mut Desk<'_>, request: &Request, verdict: Verdict, answer: String) -> Result<(), Error> {
    let decided = Decided { verdict, answer, at: desk.now(), by: desk.user().id };
    store::deletion_requests::decide(desk.db(), request.id, &decided)?;
    desk.changes.trash = true;
    note(desk, Kind::DeletionDecided, request.record)
}

fn note(desk: &mut Desk<'_>, kind: Kind, record: Record) -> Result<(), Error> {
    match record {
        Record::Person(id) => desk.note_person(kind, id, Vec::new()),
        Record::Company(id) => desk.note(kind, About::Record(id.0), Vec::new()),
    }
}

fn line(typed: &str) -> Result<String, Error> {
    let line = text::single_line(typed);
    if text::is_longer(&line, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    Ok(line)
}
