//! Bringing cards back from the trash.

use std::collections::HashSet;

use super::super::undo::{Inverse, Way};
use super::super::{Desk, Error};
use super::putting::move_person;
use super::{changed, name};
use crate::model::journal::{Kind, Subject};
use crate::model::trash::{Deletion, Put, Record};
use crate::model::user::Right;
use crate::model::{company, person};
use crate::search;
use crate::store::{self, trash::Wanted};

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// Whose cards are there again.
    pub persons: Vec<person::Id>,
    /// Which companies are.
    pub companies: Vec<company::Id>,
    /// What could not come back as it was.
    pub missing: Vec<Missing>,
}

impl Restored {
    /// Returns how many cards are there again.
    pub fn count(&self) -> usize {
        self.persons.len() + self.companies.len()
    }
}

/// What could not come back as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The company stays in the trash: another has its name by now.
    NameTaken(company::Id, String),
    /// The person is of the company that has the name of theirs by now.
    OtherCompany(person::Id, String),
    /// The person is of another company by now.
    Moved(person::Id, String),
}

impl Missing {
    /// Returns its key, as scripts know it; its text is `trash-missing-<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NameTaken(..) => "name-taken",
            Self::OtherCompany(..) => "other-company",
            Self::Moved(..) => "moved",
        }
    }

    /// Returns the card it is about, and the name on it.
    pub fn whose(&self) -> (Record, &str) {
        match self {
            Self::NameTaken(id, name) => (Record::Company(*id), name),
            Self::OtherCompany(id, name) | Self::Moved(id, name) => (Record::Person(*id), name),
        }
    }
}

/// Restores cards with everything that was theirs, in one transaction: a company with the people who went with it, and
/// with those whose cards lost it and name no other by now; a person with their company alone, if that lies in the trash too.
///
/// What the user put there takes the right to delete, what others did that to restore.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] for a card that does not lie in the trash.
pub fn restore(desk: &mut Desk<'_>, records: &[Record]) -> Result<Restored, Error> {
    carry_out(desk, records, Kind::TrashRestored)
}

/// Restores what was put into the trash together, and answers what puts it there again.
///
/// # Errors
/// Those of [`restore`].
pub(in crate::office) fn take_back(desk: &mut Desk<'_>, deletion: Deletion, way: Way) -> Result<Inverse, Error> {
    let wanted = Wanted { deletion: Some(deletion), ..Wanted::default() };
    let records = store::trash::records(desk.db(), &wanted)?;
    let first = records.first().ok_or(Error::NoSuch("card in the trash"))?;
    let reason = store::trash::get(desk.db(), *first)?.map(|put| put.reason).unwrap_or_default();
    carry_out(desk, &records, way.kind())?;
    Ok(Inverse::TrashRestored { records, reason })
}

fn carry_out(desk: &mut Desk<'_>, records: &[Record], kind: Kind) -> Result<Restored, Error> {
    let mut restoring = Restoring { kind, restored: Restored::default(), settled: HashSet::new() };
    // Companies first, so that their people find them.
    for record in records {
        if let Record::Company(id) = record {
            restoring.company(desk, *id, true)?;
        }
    }
    for record in records {
        if let Record::Person(id) = record {
            restoring.person(desk, *id)?;
        }
    }
    let restored = restoring.restored;
    let back: Vec<Record> = restored.persons.iter().copied().map(Record::Person).collect();
    let back = [back, restored.companies.iter().copied().map(Record::Company).collect()].concat();
    changed(desk, &back, false);
    Ok(restored)
}

struct Restoring {
    kind: Kind,
    restored: Restored,
    /// What has been seen to already.
    settled: HashSet<Record>,
}

impl Restoring {
    /// Restores a company; with its people, those who went with it.
    fn company(&mut self, desk: &mut Desk<'_>, id: company::Id, with_people: bool) -> Result<(), Error> {
        let record = Record::Company(id);
        if !self.settled.insert(record) {
            return Ok(());
        }
        let put = allowed(desk, record)?;
        let name = name(desk, record)?;
        if store::companies::by_key(desk.db(), &search::fold(&name))?.is_some() {
            self.restored.missing.push(Missing::NameTaken(id, name));
            return Ok(());
        }
        store::trash::take(desk.db(), record)?;
        let kind = if self.kind == Kind::TrashRestored { Kind::CompanyTrashRestored } else { self.kind };
        desk.note(kind, Subject::Record(id.0), Vec::new())?;
        self.restored.companies.push(id);
        for person in store::trash::take_members(desk.db(), id)? {
            self.give_back(desk, person, id)?;
        }
        if with_people {
            for person in store::trash::went_with(desk.db(), id, put.deletion)? {
                self.person(desk, person)?;
            }
        }
        Ok(())
    }

    /// Gives a card that stayed its company back, unless it names another by now.
    fn give_back(&mut self, desk: &mut Desk<'_>, person: person::Id, company: company::Id) -> Result<(), Error> {
        let lies_in_trash = store::trash::holds_person(desk.db(), person)?;
        if store::persons::company(desk.db(), person)?.is_some() {
            // Of somebody in the trash, nothing is told.
            if !lies_in_trash {
                let name = name(desk, Record::Person(person))?;
                self.restored.missing.push(Missing::Moved(person, name));
            }
            return Ok(());
        }
        if lies_in_trash {
            let at = store::persons::updated_at(desk.db(), person)?.ok_or(Error::NoPerson(person))?;
            return Ok(store::trash::set_company(desk.db(), person, Some(company), (at, desk.user().id))?);
        }
        // Nothing is done to who was restricted meanwhile, or is another's.
        if desk.reaches(person)? {
            move_person(desk, person, Some(company))?;
        } else {
            let at = store::persons::updated_at(desk.db(), person)?.ok_or(Error::NoPerson(person))?;
            store::trash::remember_member(desk.db(), person, company, at)?;
        }
        Ok(())
    }

    fn person(&mut self, desk: &mut Desk<'_>, id: person::Id) -> Result<(), Error> {
        let record = Record::Person(id);
        if !self.settled.insert(record) {
            return Ok(());
        }
        if !desk.is_seen_in_trash(id)? {
            return Err(Error::Forbidden(Right::SeeOthers));
        }
        allowed(desk, record)?;
        store::trash::take(desk.db(), record)?;
        desk.note_person(self.kind, id, Vec::new())?;
        self.restored.persons.push(id);
        let Some(company) = store::persons::company(desk.db(), id)? else { return Ok(()) };
        if store::trash::holds_company(desk.db(), company)? {
            // One person was asked for: whoever else went with the company stays where they are.
            self.company(desk, company, false)?;
            self.find_company(desk, id, company)?;
        }
        desk.changes.company(company);
        Ok(())
    }

    /// Puts somebody whose company could not come back into the one that has its name.
    fn find_company(&mut self, desk: &mut Desk<'_>, id: person::Id, company: company::Id) -> Result<(), Error> {
        if !store::trash::holds_company(desk.db(), company)? {
            return Ok(());
        }
        let called = name(desk, Record::Company(company))?;
        let now = store::companies::by_key(desk.db(), &search::fold(&called))?;
        move_person(desk, id, now)?;
        now.into_iter().for_each(|now| desk.changes.company(now));
        let whose = name(desk, Record::Person(id))?;
        self.restored.missing.push(Missing::OtherCompany(id, whose));
        Ok(())
    }
}

/// Allows to restore a card, and returns how it came to the trash.
fn allowed(desk: &Desk<'_>, record: Record) -> Result<Put, Error> {
    let put = store::trash::get(desk.db(), record)?.ok_or(Error::NoSuch("card in the trash"))?;
    let user = desk.user();
    let is_own = put.by == user.id && (user.may(Right::Delete) || user.may(Right::MassDelete));
    if !is_own {
        desk.require(Right::Restore)?;
    }
    Ok(put)
}
