//! `language`: what belongs to the card file as a whole.

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
