//! Whether somebody answered otherwise since they wrote: an export of a mailbox holds what is long past, and a message that
//! says no is carried out at once only as long as it is their last word.

use crate::model::basis::{self, Basis};
use crate::model::list;
use crate::model::reply::{Change, Reply};
use crate::model::{Moment, subscription};
use crate::office::{Desk, Error};
use crate::store;

/// Returns whether what a message wants is contradicted by what the person answered after they wrote it.
pub(super) fn is(desk: &Desk<'_>, reply: &Reply, change: &Change) -> Result<bool, Error> {
    let id = reply.person;
    let ledger = store::ledger::of_person(desk.db(), id)?;
    let consents_since = |purpose| match basis::current(&ledger, purpose) {
        Some(row) if row.basis == Basis::Consent => is_later(desk, reply, row.at),
        Some(_) | None => Ok(false),
    };
    match change {
        Change::Subscribe { kind, wanted } => {
            let rows = store::subscriptions::of_person(desk.db(), id)?;
            let said = subscription::current(&rows, *kind).filter(|row| row.wanted == Some(!wanted));
            if let Some(row) = said
                && is_later(desk, reply, row.at)?
            {
                return Ok(true);
            }
            if *wanted { Ok(false) } else { consents_since(list::MARKETING) }
        }
        Change::NoMailings => {
            for purpose in desk.lists()?.of(list::List::Purpose).map(|item| item.id) {
                if desk.rules()?.is_direct_marketing(purpose) && consents_since(purpose)? {
                    return Ok(true);
                }
            }
            let rows = store::subscriptions::of_person(desk.db(), id)?;
            for kind in desk.lists()?.of(list::List::Subscription).map(|item| item.id) {
                let wants = subscription::current(&rows, kind).filter(|row| row.wanted == Some(true));
                if let Some(row) = wants
                    && is_later(desk, reply, row.at)?
                {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Change::Withdraw { purpose } | Change::Object { purpose, .. } => consents_since(*purpose),
        // Whoever confirms must not be taken for consenting where they may have said no since, whenever they wrote that.
        Change::Consent { purpose, .. } => {
            Ok(basis::current(&ledger, *purpose).is_some_and(|row| row.basis.is_refusal() && row.at > reply.at))
        }
        Change::Correct { .. } | Change::Erase { .. } | Change::Access { .. } | Change::Message { .. } => Ok(false),
    }
}

/// Returns whether an answer that was entered at a moment was given after a message was written. One that came by mail was
/// given when that was written.
fn is_later(desk: &Desk<'_>, reply: &Reply, entered: Moment) -> Result<bool, Error> {
    let given = store::replies::written_at(desk.db(), reply.person, entered)?;
    Ok(given.unwrap_or(entered) > reply.at)
}
