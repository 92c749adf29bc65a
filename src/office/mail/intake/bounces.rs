//! Messages of ours that come back: they did not arrive, or somebody called them spam.

use super::{Filing, Outcome, Why, file, nothing_follows, propose};
use crate::model::email;
use crate::model::person;
use crate::model::reply::{Change, Kind, Proof};
use crate::office::mail::{stopped, tokens};
use crate::office::{Desk, Error};
use crate::store;
use crate::transfer::replies::{Came, Mail, Returned};

/// Takes a message that brings one of ours back. One that brings back none is left: it would stop an address for whoever
/// can write a message.
pub(super) fn take(
    desk: &mut Desk<'_>,
    came: &Came,
    mail: &Mail,
    returned: &Returned,
    sha256: String,
) -> Result<Outcome, Error> {
    let Some((person, proof, address)) = sent(desk, returned)? else { return Ok(Outcome::Left(Why::NotOurs)) };
    let kind = if returned.is_complaint { Kind::Complaint } else { Kind::Bounce };
    let is_for_good = returned.recipients.iter().any(|(_, is_for_good)| *is_for_good);
    if !returned.is_complaint && !is_for_good {
        // It may arrive yet: nothing follows from it, so nothing is kept.
        return nothing_follows(desk, kind, proof, person);
    }
    let reply = file(desk, came, mail, Filing { kind, proof, person, sha256, not_before: None })?;
    if returned.is_complaint {
        stopped::complained(desk, person, &address)?;
        return propose(desk, reply, Vec::new(), &[Change::NoMailings]);
    }
    stopped::bounced(desk, person, &address)?;
    propose(desk, reply, Vec::new(), &[])
}

/// Returns to whom the message went that is brought back, how that is known, and to which address.
fn sent(desk: &Desk<'_>, returned: &Returned) -> Result<Option<(person::Id, Proof, String)>, Error> {
    if let Some(id) = &returned.message_id
        && let Some((_, Some(person), address)) = store::replies::sent(desk.db(), id)?
    {
        return Ok(Some((person, Proof::Message, address)));
    }
    for code in &returned.codes {
        let Some(token) = tokens::read(desk, code)? else { continue };
        let Some(card) = store::persons::get(desk.db(), token.person)? else { continue };
        let own: Vec<String> = card.content.emails.iter().map(|email| email.value.clone()).collect();
        // The report names the address; a forwarded one may name another, which is not ours to stop.
        let is_named =
            |address: &&String| returned.recipients.iter().any(|(named, _)| email::key(named) == email::key(address));
        let address = own.iter().find(is_named).or(own.first().filter(|_| own.len() == 1));
        return Ok(address.map(|address| (token.person, Proof::Token, address.clone())));
    }
    Ok(None)
}
