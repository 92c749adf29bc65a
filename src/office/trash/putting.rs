//! Moving cards to the trash.

use super::super::subject::Subject;
use super::super::undo::{self, Inverse, Way};
use super::super::{Desk, Error, Progress};
use super::asking::delete_requests_of;
use super::planning::{Kept, Plan, plan};
use super::{changed, name};
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject as About};
use crate::model::trash::{Deletion, Put, Record};
use crate::model::user::Right;
use crate::model::{Moment, Reason};
use crate::model::{company, person, text};
use crate::store;
use crate::t;

/// What was moved to the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What it is known by together; none where nothing was moved.
    pub deletion: Option<Deletion>,
    /// Whose cards were moved.
    pub persons: Vec<person::Id>,
    /// Which companies were.
    pub companies: Vec<company::Id>,
    /// The people who stayed, and whose cards lost their company.
    pub staying: usize,
    /// Who and what was held back.
    pub held: Vec<Kept>,
}

impl Done {
    /// Returns how many cards were moved.
    pub fn moved(&self) -> usize {
        self.persons.len() + self.companies.len()
    }
}

/// Allows to carry a plan out: one card takes the right to delete, several, or a selection, that to delete many.
///
/// # Errors
/// [`Error::Forbidden`].
pub fn allow(desk: &Desk<'_>, subjects: &[Subject], plan: &Plan) -> Result<(), Error> {
    let is_selection = subjects.iter().any(|subject| matches!(subject, Subject::Selection(_)));
    desk.require(if is_selection || plan.is_many() { Right::MassDelete } else { Right::Delete })
}

/// Moves cards to the trash, all in one transaction; `with_people` takes the people of companies along.
///
/// One card takes the right to delete, several, or a selection, that to delete many.
///
/// # Errors
/// [`Error::Forbidden`]; those of [`plan`]; [`Error::Invalid`] for a reason past [`text::LONG_LINE`] characters;
/// [`Error::Cancelled`].
pub fn put(
    desk: &mut Desk<'_>,
    subjects: &[Subject],
    with_people: bool,
    reason: &str,
    progress: &Progress,
) -> Result<Done, Error> {
    let plan = plan(desk, subjects, with_people)?;
    allow(desk, subjects, &plan)?;
    let done = carry_out(desk, plan, reason, Kind::Trashed, progress)?;
    if let Some(deletion) = done.deletion {
        let records = done.persons.iter().copied().map(Record::Person);
        let first = records.chain(done.companies.iter().copied().map(Record::Company)).next();
        let name = match (done.moved(), first) {
            (1, Some(only)) => name(desk, only)?,
            (count, _) => t!(desk.lang(), "trash-cards", count = count),
        };
        desk.can_be_taken_back(undo::Done::new(Kind::Trashed, name, Vec::new()), Inverse::Trashed { deletion });
    }
    Ok(done)
}

fn carry_out(desk: &mut Desk<'_>, plan: Plan, reason: &str, kind: Kind, progress: &Progress) -> Result<Done, Error> {
    let reason = text::single_line(reason);
    if text::is_longer(&reason, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    let Plan { persons, companies, staying, held, purge_on, .. } = plan;
    if persons.is_empty() && companies.is_empty() {
        return Ok(Done { deletion: None, persons, companies, staying: 0, held });
    }
    let deletion = Deletion(desk.db().new_id());
    let put = Put { deletion, reason, at: desk.now(), by: desk.user().id, purge_on };
    let total = (persons.len() + companies.len()) as u64;
    let mut done = 0;
    let mut step = || {
        done += 1;
        progress.at(done, total)
    };
    for id in &persons {
        step()?;
        let record = Record::Person(*id);
        desk.note_person(kind, *id, Vec::new())?;
        delete_requests_of(desk, record)?;
        if let Some(company) = store::persons::company(desk.db(), *id)? {
            desk.changes.company(company);
        }
        store::trash::put(desk.db(), record, &put)?;
    }
    for (person, company) in &staying {
        let at = move_person(desk, *person, None)?;
        store::trash::remember_member(desk.db(), *person, *company, at)?;
    }
    for id in &companies {
        step()?;
        let record = Record::Company(*id);
        let kind = if kind == Kind::Trashed { Kind::CompanyTrashed } else { kind };
        desk.note(kind, About::Record(id.0), Vec::new())?;
        delete_requests_of(desk, record)?;
        store::trash::put(desk.db(), record, &put)?;
    }
    let records: Vec<Record> =
        persons.iter().copied().map(Record::Person).chain(companies.iter().copied().map(Record::Company)).collect();
    if staying.len() > super::MANY {
        desk.changes.everything();
    }
    changed(desk, &records, true);
    Ok(Done { deletion: Some(deletion), persons, companies, staying: staying.len(), held })
}

/// Lets a card name another company, or none, and answers when it was changed by that.
pub(super) fn move_person(desk: &mut Desk<'_>, id: person::Id, company: Option<company::Id>) -> Result<Moment, Error> {
    let before = store::persons::updated_at(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let at = desk.after(before);
    store::trash::set_company(desk.db(), id, company, (at, desk.user().id))?;
    desk.note_person(Kind::PersonEdited, id, vec![Field::Company])?;
    desk.changes.person(id);
    // What was done to the card before can still be taken back.
    desk.collected.follow(id.0, before, at);
    Ok(at)
}

/// Moves cards to the trash again that were restored, and answers what restores them.
///
/// # Errors
/// Those of [`put`].
pub(in crate::office) fn put_again(
    desk: &mut Desk<'_>,
    records: &[Record],
    reason: &str,
    way: Way,
) -> Result<Inverse, Error> {
    let persons = records.iter().filter_map(|record| super::person_of(*record)).collect();
    let companies =
        records.iter().filter_map(|record| if let Record::Company(id) = record { Some(*id) } else { None }).collect();
    let subjects = [Subject::Persons(persons), Subject::Companies(companies)];
    let plan = plan(desk, &subjects, false)?;
    desk.require(if plan.is_many() { Right::MassDelete } else { Right::Delete })?;
    let done = carry_out(desk, plan, reason, way.kind(), &Progress::default())?;
    done.deletion.map(|deletion| Inverse::Trashed { deletion }).ok_or(Error::NoSuch("card to delete"))
}
