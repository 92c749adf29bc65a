//! What of somebody's data they can take elsewhere (art. 20(1)): only where a purpose rests on consent or on a contract.

use crate::model::basis::{self, Basis};
use crate::model::person;
use crate::office::{Desk, Error, Rule};
use crate::store;

/// Allows a portable copy only where any purpose rests on consent or on a contract.
pub(super) fn allow(desk: &Desk<'_>, id: person::Id) -> Result<(), Error> {
    let ledger = store::ledger::of_person(desk.db(), id)?;
    let carries = |row: &basis::Told<'_>| row.holds && [Basis::Consent, Basis::Contract].contains(&row.entry.basis);
    if basis::history(&ledger).iter().any(carries) { Ok(()) } else { Err(Error::Refused(Rule::NothingPortable)) }
}
