//! Telling people by mail that their cards were corrected (art. 12(3), 16), and what they read now.

use super::allowed::What;
use super::letters::{self, Choice, Done, Prepared};
use super::templates::{Extra, Rendered};
use crate::i18n::Lang;
use crate::model::journal::Kind as Noted;
use crate::model::outbox::Kind;
use crate::model::person::{self, Person};
use crate::model::template::Base;
use crate::model::user::Right;
use crate::model::{Moment, outbox as waiting};
use crate::office::report::{self, Corrected};
use crate::office::{Desk, Error};
use crate::store;
use serde_json::json;

/// What came of confirming a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// To whom it goes, or why it does not.
    pub done: Done,
    /// What was corrected.
    pub corrected: Corrected,
    /// The message, where one is queued.
    pub message: Option<waiting::Id>,
}

/// Shows what the confirmation of a correction would say: of the last change, or of all changes since a moment.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::NoSuch`] where nothing was changed that the user sees, or for a
/// template of another kind; [`Error::Template`]; [`Rule::Restricted`](crate::office::Rule::Restricted).
pub fn prepare(
    desk: &Desk<'_>,
    id: person::Id,
    since: Option<Moment>,
    choice: &Choice,
) -> Result<(Prepared, Corrected), Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    let (_, written, corrected) = written(desk, id, since, choice)?;
    Ok((letters::prepared(desk, id, &choice.of(What::new(Kind::Corrected)), written)?, corrected))
}

/// Queues the confirmation of a correction; only tells what would be done where `is_kept` is not so.
///
/// # Errors
/// Those of [`prepare`]; [`Error::Forbidden`] for whoever may not send mail.
pub fn confirm(
    desk: &mut Desk<'_>,
    id: person::Id,
    since: Option<Moment>,
    choice: &Choice,
    is_kept: bool,
) -> Result<Confirmed, Error> {
    desk.require(Right::SendMail)?;
    desk.require_open(id)?;
    let (person, written, corrected) = written(desk, id, since, choice)?;
    let (to, stops) = letters::judged(desk, id, &choice.of(What::new(Kind::Corrected)))?;
    let mut confirmed = Confirmed { done: Done::default(), corrected, message: None };
    if !stops.is_empty() {
        confirmed.done.held = stops.into_iter().map(|stop| (id, stop)).collect();
        return Ok(confirmed);
    }
    if is_kept {
        let message = letters::queue(desk, &person, to, written, None)?;
        desk.note_record_of(Noted::CorrectionConfirmed, id, message.0, Vec::new())?;
        desk.changes.person(id);
        confirmed.message = Some(message);
    }
    confirmed.done.persons.push(id);
    Ok(confirmed)
}

fn written(
    desk: &Desk<'_>,
    id: person::Id,
    since: Option<Moment>,
    choice: &Choice,
) -> Result<(Person, Rendered, Corrected), Error> {
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let lang = letters::language(desk, &person, choice)?;
    let (corrected, lines) = report::corrections(desk, id, since, lang)?;
    let lines = lines.into_iter().map(|line| json!({ "field": line.field, "value": line.value }));
    let changes = serde_json::Value::Array(lines.collect());
    let extra = |_: Lang| Ok(Extra::default().with("changes", changes));
    let rendered = letters::written(desk, &person, Base::Corrected.into(), choice, extra)?;
    Ok((person, rendered, corrected))
}

#[cfg(test)]
mod tests;
