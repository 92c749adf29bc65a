//! What something is done to at once: a selection, or records that were picked in a list.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Desk, Error, selections, sight, states};
use crate::model::criteria::Of;
use crate::model::user::Right;
use crate::model::{company, person, selection};
use crate::store;

/// What a mass edit, a deletion, an export or a mailing is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Whoever is in a selection when it is carried out.
    Selection(selection::Id),
    /// These persons.
    Persons(Arc<[person::Id]>),
    /// These companies.
    Companies(Arc<[company::Id]>),
}

/// Whom a subject means now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Whom {
    /// What they are.
    pub of: Of,
    /// What the selection is called; empty where they were picked.
    pub name: String,
    /// Those to whom it can be done: each once, in the order of lists or as they were picked.
    pub ids: Vec<i64>,
    /// Persons who are held back, because the processing of their data is restricted (art. 18).
    pub held: Vec<person::Id>,
    /// Of those who were picked, those who lie in the trash.
    pub in_trash: Vec<i64>,
}

impl Whom {
    /// Returns the persons to whom it can be done; nobody where it is about companies.
    pub fn persons(&self) -> Vec<person::Id> {
        if self.of == Of::Persons { self.ids.iter().copied().map(person::Id).collect() } else { Vec::new() }
    }

    /// Returns the companies to which it can be done; none where it is about persons.
    pub fn companies(&self) -> Vec<company::Id> {
        if self.of == Of::Companies { self.ids.iter().copied().map(company::Id).collect() } else { Vec::new() }
    }
}

/// Returns whom a subject means now. Whom the user may not see, and who is not there, is left out of what was picked.
///
/// # Errors
/// [`Error::Forbidden`]; those of [`selections::page`].
pub fn resolve(desk: &Desk<'_>, subject: &Subject) -> Result<Whom, Error> {
    desk.require(Right::See)?;
    match subject {
        Subject::Selection(id) => {
            let selection = selections::all(desk)?.into_iter().find(|known| known.id == *id);
            let selection = selection.ok_or(Error::NoSuch("selection"))?;
            let (ids, held) = match selection.of {
                Of::Persons => {
                    let selections::Subjects { ids, held } = selections::subjects(desk, *id)?;
                    (ids.into_iter().map(|id| id.0).collect(), held)
                }
                Of::Companies => (selections::page(desk, *id, usize::MAX, 0)?, Vec::new()),
            };
            Ok(Whom { of: selection.of, name: selection.name, ids, held, in_trash: Vec::new() })
        }
        Subject::Persons(picked) => {
            let (closed, hidden) = (states::restricted(desk)?, sight::hidden(desk)?);
            let existing = store::persons::existing(desk.db(), picked)?;
            let mut whom = Whom { of: Of::Persons, ..Whom::default() };
            let mut known = HashSet::new();
            for id in picked.iter().copied() {
                if !known.insert(id) || !existing.contains(&id) {
                    continue;
                }
                if hidden.contains(&id) {
                    // Who is hidden for another reason is not even told of.
                    if store::trash::holds_person(desk.db(), id)? && desk.is_seen_in_trash(id)? {
                        whom.in_trash.push(id.0);
                    }
                    continue;
                }
                if closed.contains(&id) { whom.held.push(id) } else { whom.ids.push(id.0) }
            }
            Ok(whom)
        }
        Subject::Companies(picked) => {
            let mut whom = Whom { of: Of::Companies, ..Whom::default() };
            let mut known = HashSet::new();
            for id in picked.iter().copied() {
                if !known.insert(id) || !store::companies::exists(desk.db(), id)? {
                    continue;
                }
                if desk.sees_company(id)? { whom.ids.push(id.0) } else { whom.in_trash.push(id.0) }
            }
            Ok(whom)
        }
    }
}
