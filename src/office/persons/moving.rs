//! Changing from one company to another: the history stays.

use super::{Held, get, whole};
use crate::model::employment::{Employment, Id};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::person::{self, Person};
use crate::model::user::Right;
use crate::model::{Moment, company};
use crate::office::undo::{Done, Inverse};
use crate::office::{Desk, Error, companies};
use crate::store;

/// Where somebody worked before, as a card shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// What is known of it.
    pub employment: Employment,
    /// The company's name.
    pub company: String,
}

/// Returns where a person worked before, the latest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn jobs(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Job>, Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    let fields = &desk.rules()?.fields;
    if !fields.is_shown(&Field::Company) {
        return Ok(Vec::new());
    }
    let has_titles = fields.is_shown(&Field::Title);
    let mut jobs = store::employment::of_person(desk.db(), id)?;
    crate::office::sight::keep(&mut jobs, |job| desk.sees_company(job.company))?;
    jobs.into_iter()
        .map(|mut employment| {
            if !has_titles {
                employment.title.clear();
            }
            let company = store::companies::name(desk.db(), employment.company)?.unwrap_or_default();
            Ok(Job { employment, company })
        })
        .collect()
}

/// Removes a former job from a card: it was a slip of the pen, or is not to be kept.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::NoSuch`] where the card has no such job.
pub fn forget_job(desk: &mut Desk<'_>, id: person::Id, job: Id) -> Result<Person, Error> {
    desk.require(Right::Edit)?;
    desk.rules()?.fields.allow(&Field::Company)?;
    let before = whole(desk, id)?;
    let jobs = store::employment::of_person(desk.db(), id)?;
    let gone = jobs.iter().find(|known| known.id == job).ok_or(Error::NoSuch("former job"))?;
    store::employment::remove(desk.db(), id, job)?;
    companies::remove_if_unused(desk, gone.company)?;
    store::persons::set_updated(desk.db(), id, desk.after(before.updated_at), desk.user().id)?;
    let fields = vec![Field::Company];
    desk.note_person(Kind::PersonEdited, id, fields.clone())?;
    desk.changes.person(id);
    let after = get(desk, id)?;
    let done = Done::new(Kind::PersonEdited, before.content.full_name(), fields);
    let (seen, left) = (after.updated_at, before.updated_at);
    desk.can_be_taken_back(done, Inverse::Person { id, before: Box::new(Held::new(before, jobs)), seen, left });
    Ok(after)
}

/// Notes where somebody worked who changes to another company, or to none, and returns the former job.
pub(in crate::office) fn note_move(
    desk: &mut Desk<'_>,
    before: &Person,
    company: Option<company::Id>,
    at: Moment,
) -> Result<Option<Id>, Error> {
    let Some(left) = before.company.filter(|left| Some(*left) != company) else { return Ok(None) };
    let last = store::employment::of_person(desk.db(), before.id)?.into_iter().next();
    let job = Employment {
        id: Id(desk.db().new_id()),
        company: left,
        title: before.content.title.clone(),
        since: known_since(before, last.as_ref()),
        until: at,
        by: desk.user().id,
    };
    store::employment::insert(desk.db(), before.id, &job)?;
    Ok(Some(job.id))
}

/// Returns when the card began to name its company: where it has not been changed since it was made, or since it
/// last changed companies. Otherwise nobody knows.
fn known_since(card: &Person, last: Option<&Employment>) -> Option<Moment> {
    match last {
        None => (card.updated_at == card.created_at).then_some(card.created_at),
        Some(last) => (card.updated_at == last.until).then_some(last.until),
    }
}

/// Gives a person exactly these former jobs; those at companies that are no more cannot be given back.
pub(super) fn set_jobs(desk: &mut Desk<'_>, id: person::Id, jobs: &[Employment]) -> Result<(), Error> {
    let db = desk.db();
    let now = store::employment::of_person(db, id)?;
    for gone in now.iter().filter(|job| !jobs.iter().any(|kept| kept.id == job.id)) {
        store::employment::remove(db, id, gone.id)?;
        desk.changes.company(gone.company);
    }
    for back in jobs.iter().filter(|job| !now.iter().any(|known| known.id == job.id)) {
        if store::companies::name(db, back.company)?.is_some() {
            store::employment::insert(db, id, back)?;
            desk.changes.company(back.company);
        }
    }
    Ok(())
}
