//! `passphrase`, `recovery-key` and `remember`: who can open the card file, and with what.

use std::path::Path;

use serde_json::{Value, json};

use super::answer::Answer;
use super::arguments::Remember;
use super::failure::Failure;
use super::session::Session;
use crate::i18n;
use crate::model::Moment;
use crate::t;
use crate::vault::{RecoveryKey, keychain};

/// Gives the user the passphrase in a file, unless it is easily guessed.
pub fn passphrase(session: &Session, file: &Path) -> Result<Answer, Failure> {
    let new = session.hard_to_guess(session.passphrase_from(file)?)?;
    let user = session.in_office_with_proof(|office, old| {
        session.wait(office.set_passphrase(old, new))?;
        Ok(office.user().name.clone())
    })?;
    let text = t!(session.lang, "cli-passphrase-changed", user = user.as_str());
    Ok(Answer::new(json!({ "user": user, "changed": true, "warnings": [] }), format!("{text}\n")))
}

/// Makes a new recovery key, which is printed this once; the old one stops working.
pub fn new_recovery_key(session: &Session) -> Result<Answer, Failure> {
    let key = RecoveryKey::generate().map_err(|error| session.failure(&error.into()))?;
    let new = key.clone();
    session.in_office_with_proof(|office, proof| session.wait(office.set_recovery_key(proof, new)))?;
    let key = key.to_string();
    let text = t!(session.lang, "cli-recovery-key-changed", key = key.as_str());
    Ok(Answer::new(json!({ "recovery_key": key }), format!("{text}\n")))
}

/// Lets this computer remember the key or forget it, or says whether it remembers it.
pub fn remember(session: &Session, what: &Remember) -> Result<Answer, Failure> {
    let keychain = keychain::of_system();
    let until = session.in_office_with_proof(|office, proof| {
        let done = match what {
            Remember::On => office.remember(proof, &keychain).map(Some),
            Remember::Off => office.forget(&keychain).map(|_| None),
            Remember::Status => office.remembered_until(&keychain),
        };
        done.map_err(|error| session.failure(&error))
    })?;
    let text = match until {
        Some(until) => {
            let date = i18n::date(session.lang, until.local_date());
            t!(session.lang, "cli-remember-until", date = date)
        }
        None => t!(session.lang, "cli-remember-nothing"),
    };
    let until = until.map_or(Value::Null, |until: Moment| Value::from(until.rfc3339()));
    Ok(Answer::new(json!({ "remembered": !until.is_null(), "until": until }), format!("{text}\n")))
}
