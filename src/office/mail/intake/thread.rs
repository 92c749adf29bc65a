//! Who wrote a message that holds no code: by the address it comes from, and by the message of ours that it answers.
//!
//! Whoever answers names the message they answer (`In-Reply-To`, `References`; RFC 5322, 3.6.4), also from an address that
//! stands on no card. That proves no more than an address does: what they ask is proposed.

use super::{Why, with_address, words};
use crate::model::person;
use crate::model::reply::{Change, Proof};
use crate::model::token::Purpose;
use crate::office::mail::tokens;
use crate::office::{Desk, Error};
use crate::store;
use crate::transfer::replies::Mail;

/// Who wrote, and how that is known.
pub(super) struct Writer {
    pub person: person::Id,
    pub proof: Proof,
    /// Whether they wrote from an address that stands on their card.
    is_known: bool,
    /// The code of the message of ours that they answer.
    code: Option<String>,
}

/// Returns who wrote a message, or why nobody can say.
pub(super) fn writer(desk: &Desk<'_>, mail: &Mail) -> Result<Result<Writer, Why>, Error> {
    let answered = answered(desk, mail)?;
    let known = with_address(desk, &mail.sender)?;
    let person = match (&known, &answered) {
        (Ok(person), _) => *person,
        // Whoever got the message and answers it, from another address, or from one that several share.
        (Err(Why::Stranger), Some((person, _))) => *person,
        (Err(Why::Several), Some((person, _))) if has_address(desk, *person, &mail.sender)? => *person,
        (Err(why), _) => return Ok(Err(*why)),
    };
    let is_known = has_address(desk, person, &mail.sender)?;
    let code = answered.filter(|(of, _)| *of == person);
    let proof = if code.is_some() { Proof::Message } else { Proof::Address };
    Ok(Ok(Writer { person, proof, is_known, code: code.and_then(|(_, code)| code) }))
}

impl Writer {
    /// Returns the consent that they give with a plain yes to a message that asked for it. Nobody consents for somebody
    /// else: a message may have been forwarded.
    pub fn consent(&self, desk: &Desk<'_>, mail: &Mail) -> Result<Option<Change>, Error> {
        let is_said = self.is_known && words::is_yes(&mail.text);
        let Some(code) = self.code.as_deref().filter(|_| is_said) else { return Ok(None) };
        let token = tokens::read(desk, code)?.filter(|token| !token.is_over(desk.now()));
        Ok(token.and_then(|token| match token.purpose {
            Purpose::Confirm { purpose, wording } => Some(Change::Consent { purpose, wording: Some(wording) }),
            Purpose::Unsubscribe { .. } | Purpose::Preferences | Purpose::Answer { .. } => None,
        }))
    }
}

/// Returns whom the message of ours went to that somebody answers, and its code; the one it answers first, and of the
/// thread the latest.
fn answered(desk: &Desk<'_>, mail: &Mail) -> Result<Option<(person::Id, Option<String>)>, Error> {
    for id in &mail.answers_to {
        if let Some((message, Some(person), _)) = store::replies::sent(desk.db(), id)?
            && desk.sees(person)?
        {
            let code = store::outbox::get(desk.db(), message)?.and_then(|message| message.token);
            return Ok(Some((person, code)));
        }
    }
    Ok(None)
}

fn has_address(desk: &Desk<'_>, person: person::Id, address: &str) -> Result<bool, Error> {
    Ok(store::replies::with_address(desk.db(), &crate::model::email::key(address))?.contains(&person))
}
