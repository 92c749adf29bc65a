//! Whom a user sees: everybody who does not lie in the trash, or, without the right to see those whom others look after,
//! only whom they look after themselves and whom nobody does.
//!
//! Whether a card may be seen is asked in the same places as whether it is restricted, see [`super::states`]:
//! [`Desk::require_open`] by whatever reads a card, [`Desk::require_unrestricted`] and [`Desk::note_person`] by whatever
//! changes one or hands it out. Lists, searches and counts leave out whom the user does not see. So nobody can hand a
//! card over who would not see it afterwards: that takes the right as well.
//!
//! The same holds for who lies in the trash, whom nobody sees: only [`super::trash`] shows and restores them, and who
//! asks for the number of such a card is told where it lies. Companies there are unseen likewise.
//!
//! Who knows the number of a card of another learns that it is another's, as the refusal names the right, and nothing else.
//! A file with somebody on such a card says so of the row, as it would otherwise make a second card; and of a row that
//! would make such a card, or a card such a one.

use std::collections::HashSet;

use super::{Desk, Error, Rule, states};
use crate::model::company;
use crate::model::person::Id;
use crate::model::user::{self, Right};
use crate::store;

impl Desk<'_> {
    /// Returns for whom lists leave out the people whom somebody else looks after; none where nobody is left out.
    pub(super) fn viewer(&self) -> Option<user::Id> {
        (!self.user().may(Right::SeeOthers)).then_some(self.user().id)
    }

    /// Returns whether the user may see a person. Who is not there can be seen: that is another question.
    pub(super) fn sees(&self, id: Id) -> Result<bool, Error> {
        Ok(self.is_seen_in_trash(id)? && !store::trash::holds_person(self.db(), id)?)
    }

    /// Returns whether the user may see a person who lies in the trash.
    pub(super) fn is_seen_in_trash(&self, id: Id) -> Result<bool, Error> {
        match self.viewer() {
            Some(viewer) => Ok(!store::persons::is_of_another(self.db(), id, viewer)?),
            None => Ok(true),
        }
    }

    /// Returns whether there is a company that does not lie in the trash.
    pub(super) fn sees_company(&self, id: company::Id) -> Result<bool, Error> {
        Ok(store::companies::exists(self.db(), id)? && !store::trash::holds_company(self.db(), id)?)
    }

    /// Allows work only on a company that is there, and not in the trash.
    ///
    /// # Errors
    /// [`Error::NoCompany`], [`Rule::InTrash`].
    pub(super) fn require_company(&self, id: company::Id) -> Result<(), Error> {
        if self.sees_company(id)? {
            return Ok(());
        }
        Err(if store::companies::exists(self.db(), id)? { Error::Refused(Rule::InTrash) } else { Error::NoCompany(id) })
    }

    /// Returns whether the user may not see a card whose contact is this one.
    pub(super) fn is_unseen_with(&self, contact: Option<user::Id>) -> bool {
        self.viewer().is_some_and(|viewer| contact.is_some_and(|contact| contact != viewer))
    }

    /// Returns whether the user may see a person, and the card is not closed.
    ///
    /// To be asked of few: who goes through everybody asks [`out_of_reach`] once.
    pub(super) fn reaches(&self, id: Id) -> Result<bool, Error> {
        Ok(self.sees(id)? && !store::states::is_restricted(self.db(), id)?)
    }

    /// Keeps of some things those about persons whom the user may see.
    pub(super) fn keep_seen<T>(&self, things: &mut Vec<T>, person: impl Fn(&T) -> Id) -> Result<(), Error> {
        keep(things, |thing| self.sees(person(thing)))
    }

    /// Allows work only on persons whom the user may see.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Rule::InTrash`].
    pub(super) fn require_visible(&self, id: Id) -> Result<(), Error> {
        if !self.is_seen_in_trash(id)? {
            return Err(Error::Forbidden(Right::SeeOthers));
        }
        if store::trash::holds_person(self.db(), id)? { Err(Error::Refused(Rule::InTrash)) } else { Ok(()) }
    }
}

/// Keeps the things of which `is_kept` says so.
pub(super) fn keep<T>(things: &mut Vec<T>, is_kept: impl Fn(&T) -> Result<bool, Error>) -> Result<(), Error> {
    let mut failed = None;
    things.retain(|thing| match is_kept(thing) {
        Ok(is_kept) => is_kept,
        Err(error) => {
            failed = Some(error);
            false
        }
    });
    failed.map_or(Ok(()), Err)
}

/// Returns everybody whom the user may not see: for lists of everybody, as it reads all whom others look after. Of few,
/// [`Desk::sees`] is asked.
pub(super) fn hidden(desk: &Desk<'_>) -> Result<HashSet<Id>, Error> {
    let mut hidden = of_others(desk)?;
    hidden.extend(store::trash::persons(desk.db())?);
    Ok(hidden)
}

/// Returns everybody whom the user may not see because others look after them.
pub(super) fn of_others(desk: &Desk<'_>) -> Result<HashSet<Id>, Error> {
    match desk.viewer() {
        Some(viewer) => Ok(store::persons::of_others(desk.db(), viewer)?),
        None => Ok(HashSet::new()),
    }
}

/// Returns everybody whom the user may not see, or whose card is closed.
pub(super) fn out_of_reach(desk: &Desk<'_>) -> Result<HashSet<Id>, Error> {
    let mut out = states::restricted(desk)?;
    out.extend(hidden(desk)?);
    Ok(out)
}

#[cfg(test)]
pub(super) mod tests;
