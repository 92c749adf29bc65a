//! Emptying the trash: what lies in it is erased for good.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::erasure::{self, Erased};
use super::super::holding;
use super::super::{Desk, Error, Office, Progress};
use super::name;
use super::planning::{Kept, Why};
use crate::model::journal::{Kind, Subject};
use crate::model::trash::Record;
use crate::model::user::Right;
use crate::model::{company, person};
use crate::store::{self, trash::Wanted};

/// What of the trash is erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// What is to be erased by today.
    Due,
    /// All of it.
    All,
    /// These.
    These(Vec<Record>),
}

/// What was erased, or would be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Purged {
    /// Whose cards are gone.
    pub persons: Vec<person::Id>,
    /// Which companies are.
    pub companies: Vec<company::Id>,
    /// Companies of which nothing but the name is known, and which nobody else names: they go along with the people.
    pub along: Vec<(company::Id, String)>,
    /// Who is kept for the time being, and why.
    pub held: Vec<Kept>,
}

impl Purged {
    /// Notes who stays in the trash because texts of others name them.
    fn hold(&mut self, named: &[erasure::Held]) {
        let kept = |held: &erasure::Held| Kept {
            record: Record::Person(held.id),
            name: held.name.clone(),
            reasons: vec![Why::Named],
        };
        self.held.extend(named.iter().map(kept));
    }

    /// Returns how many cards are gone.
    pub fn count(&self) -> usize {
        self.persons.len() + self.companies.len()
    }
}

/// Says what emptying the trash of what is to be erased by a day would erase, and changes nothing.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn due(desk: &Desk<'_>, day: NaiveDate) -> Result<Purged, Error> {
    desk.require(Right::Purge)?;
    until(desk, Some(day))
}

fn until(desk: &Desk<'_>, until: Option<NaiveDate>) -> Result<Purged, Error> {
    let wanted = Wanted { until, viewer: desk.viewer(), ..Wanted::default() };
    sorted(desk, store::trash::records(desk.db(), &wanted)?)
}

/// Erases what lies in the trash, in one transaction: the cards with everything that is theirs, and the files that hang
/// on them. Who must be kept stays there. With `only_plan`, says so and changes nothing.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] for a card that does not lie in the trash; [`Error::Cancelled`].
pub fn purge(desk: &mut Desk<'_>, which: &Which, only_plan: bool, progress: &Progress) -> Result<Purged, Error> {
    Ok(purge_as(desk, which, only_plan, progress)?.0)
}

/// Erases what lies in the trash and brings the erasure to its end: the file is rewritten, and looked through. Waits for
/// threads of the vault, so windows call it beside the one that draws.
///
/// # Errors
/// Those of [`purge`]; nothing was changed then. What cannot be done after that is done by the next daily round.
pub fn empty(office: &Office, which: Which, work: &Arc<erasure::Work>) -> Result<Purged, Error> {
    let theirs = Arc::clone(&work.progress);
    let (purged, erased) = office.write(move |desk| purge_as(desk, &which, false, &theirs)).wait()?;
    if let Some(erased) = erased {
        erasure::end(office, erased, work);
    }
    Ok(purged)
}

fn purge_as(
    desk: &mut Desk<'_>,
    which: &Which,
    only_plan: bool,
    progress: &Progress,
) -> Result<(Purged, Option<Erased>), Error> {
    desk.require(Right::Purge)?;
    let mut purged = match which {
        Which::Due => until(desk, Some(desk.today()))?,
        Which::All => until(desk, None)?,
        Which::These(records) => {
            for record in records {
                if store::trash::get(desk.db(), *record)?.is_none() {
                    return Err(Error::NoSuch("card in the trash"));
                }
                if let Record::Person(id) = record
                    && !desk.is_seen_in_trash(*id)?
                {
                    return Err(Error::Forbidden(Right::SeeOthers));
                }
            }
            sorted(desk, records.clone())?
        }
    };
    if only_plan && !purged.persons.is_empty() {
        let held = erasure::held_in_trash(desk, purged.persons.clone(), progress)?;
        purged.persons.retain(|id| held.iter().all(|held| held.id != *id));
        purged.hold(&held);
    }
    purged.along = crate::office::companies::only_of(desk, &purged.persons)?;
    if only_plan || purged.count() == 0 {
        return Ok((purged, None));
    }
    let erased = carry_out(desk, &mut purged, progress)?;
    Ok((purged, erased))
}

/// Parts what can be erased from who must be kept.
fn sorted(desk: &Desk<'_>, records: Vec<Record>) -> Result<Purged, Error> {
    let mut purged = Purged::default();
    for record in records {
        match record {
            Record::Person(id) => purged.persons.push(id),
            Record::Company(id) => purged.companies.push(id),
        }
    }
    let held = holding::of(desk, &purged.persons)?;
    for id in purged.persons.iter().filter(|id| held.contains_key(id)) {
        let reasons = held.get(id).into_iter().flatten().cloned().map(Why::Held).collect();
        purged.held.push(Kept { record: Record::Person(*id), name: name(desk, Record::Person(*id))?, reasons });
    }
    purged.persons.retain(|id| !held.contains_key(id));
    Ok(purged)
}

/// Erases cards that lie in the trash, people as everywhere. Nothing of them is kept, also not to take something back.
fn carry_out(desk: &mut Desk<'_>, purged: &mut Purged, progress: &Progress) -> Result<Option<Erased>, Error> {
    let mut erased = None;
    if !purged.persons.is_empty() {
        let done = erasure::erase_from_trash(desk, purged.persons.clone(), progress)?;
        purged.hold(&done.held);
        purged.persons.clone_from(&done.persons);
        erased = (!done.persons.is_empty()).then_some(done);
    }
    let total = purged.companies.len() as u64;
    for (done, id) in (1..).zip(&purged.companies) {
        progress.at(done, total)?;
        desk.note(Kind::CompanyPurged, Subject::Record(id.0), Vec::new())?;
        store::trash::erase_company(desk.db(), *id)?;
        desk.changes.company(*id);
    }
    // Whoever was held back after all keeps theirs.
    let mut gone = Vec::with_capacity(purged.along.len());
    for (id, name) in std::mem::take(&mut purged.along) {
        if !store::companies::exists(desk.db(), id)? {
            gone.push((id, name));
        }
    }
    purged.along = gone;
    desk.changes.activities = true;
    desk.changes.trash = true;
    desk.forget_history();
    Ok(erased)
}
