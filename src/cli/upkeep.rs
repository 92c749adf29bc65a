//! `language` and `passphrase`: what belongs to the card file as a whole, and to who opens it.

use std::path::Path;

use serde_json::json;

use super::answer::Answer;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::Lang;
use crate::office::setup;
use crate::t;

/// Sorts names in another language from now on.
pub fn language(session: &Session, language: Lang) -> Result<Answer, Failure> {
    session.in_office(|office| session.wait(office.write(move |desk| setup::set_language(desk, language))))?;
    let text = t!(session.lang, "cli-language-set", language = language.own_name());
    Ok(Answer::new(json!({ "language": language.code() }), format!("{text}\n")))
}

/// Gives the user the passphrase in a file, and warns where it is easily guessed.
pub fn passphrase(session: &Session, file: &Path) -> Result<Answer, Failure> {
    let new = session.passphrase_from(file)?;
    let is_weak = !new.strength().enough();
    let user = session.in_office_with_proof(|office, old| {
        session.wait(office.set_passphrase(old, new))?;
        Ok(office.user().name.clone())
    })?;
    let text = t!(session.lang, "cli-passphrase-changed", user = user.as_str());
    let warning = is_weak.then(|| t!(session.lang, "cli-weak-passphrase"));
    let warnings: Vec<_> = warning.iter().map(|text| json!({ "kind": "weak-passphrase", "message": text })).collect();
    let mut answer = Answer::new(json!({ "user": user, "changed": true, "warnings": warnings }), format!("{text}\n"));
    answer.warnings.extend(warning);
    Ok(answer)
}
