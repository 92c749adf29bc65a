//! Warnings: what the cards of a selection's members say before anything else.

use super::{Id, all, ask};
use crate::model::criteria::Of;
use crate::model::user::Right;
use crate::model::{company, person};
use crate::office::{Desk, Error};
use crate::store;
use crate::store::criteria::Who;

/// What a card warns of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// The selection that warns.
    pub selection: Id,
    /// What it is called.
    pub name: String,
    /// What it warns of.
    pub text: String,
}

/// Returns what a person's card warns of, by the names of the selections.
///
/// # Errors
/// [`Error::Forbidden`]; [`crate::office::Rule::Restricted`].
pub fn of_person(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Alert>, Error> {
    desk.require_open(id)?;
    standing(desk, Of::Persons, id.0)
}

/// Returns what a company's card warns of, by the names of the selections.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn of_company(desk: &Desk<'_>, id: company::Id) -> Result<Vec<Alert>, Error> {
    desk.require(Right::See)?;
    standing(desk, Of::Companies, id.0)
}

/// Only the selections that warn are asked, and only about the one record.
fn standing(desk: &Desk<'_>, of: Of, record: i64) -> Result<Vec<Alert>, Error> {
    let mut alerts = Vec::new();
    for selection in all(desk)? {
        if selection.of != of || selection.alert.is_empty() {
            continue;
        }
        let who = Who::Selection(selection.id);
        let holds =
            ask(desk, of, vec![selection.id], |asking| Ok(store::criteria::holds(desk.db(), &asking, who, record)?));
        match holds {
            Ok(true) => alerts.push(Alert { selection: selection.id, name: selection.name, text: selection.alert }),
            // One that asks for what is no more, or what the user does not see, warns of nothing.
            Ok(false) | Err(Error::Criteria(_) | Error::Store(store::Error::Criteria)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(alerts)
}
