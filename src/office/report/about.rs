//! What is to be known before a report is made, and what was handed out so far.

use chrono::NaiveDate;

use super::{allow, language_of};
use crate::i18n::Lang;
use crate::model::person;
use crate::model::report::{Document, Format, HandedOut, Value};
use crate::model::trash::Record;
use crate::model::user::Right;
use crate::office::{Desk, Error};
use crate::{store, t};

/// What is known of somebody before there is a report about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Their language, where it is one that the program speaks.
    pub language: Option<Lang>,
    /// Whether the processing of their data is restricted: then, that they are looked up for the report is noted.
    pub is_restricted: bool,
    /// The day on which they are erased, where they lie in the trash.
    pub purge_on: Option<NaiveDate>,
}

/// Returns what is known of somebody before there is a report about them.
///
/// # Errors
/// Those of [`draft`](super::draft).
pub fn about(desk: &Desk<'_>, id: person::Id) -> Result<About, Error> {
    allow(desk, id)?;
    Ok(About {
        language: language_of(desk, id)?,
        is_restricted: store::states::is_restricted(desk.db(), id)?,
        purge_on: store::trash::get(desk.db(), Record::Person(id))?.map(|put| put.purge_on),
    })
}

/// Enters in a document how the asker is known to be the person, where that was said after it was drafted.
pub fn identified(document: &mut Document, identity: &str) {
    let lang = document.header.language.parse().unwrap_or_default();
    let fact = document.header.facts.iter_mut().find(|fact| fact.key == "identity");
    if let Some(held) = fact.and_then(|fact| fact.values.first_mut()) {
        held.value = Value::text(known_by(lang, identity));
    }
}

/// Returns how the asker is known to be the person, in words.
pub(super) fn known_by(lang: Lang, identity: &str) -> String {
    match identity.trim() {
        "" => t!(lang, "not-stated"),
        said => said.to_owned(),
    }
}

/// Returns what was handed out last, about whomever the user may see, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn register(desk: &Desk<'_>, limit: usize) -> Result<Vec<HandedOut>, Error> {
    desk.require(Right::Report)?;
    let mut seen = Vec::new();
    for entry in store::reports::latest(desk.db(), limit)? {
        if desk.is_seen_in_trash(entry.person)? {
            seen.push(entry);
        }
    }
    Ok(seen)
}

/// Returns what a format is called.
pub fn format_name(lang: Lang, format: Format) -> String {
    match format {
        Format::Xlsx => t!(lang, "reporting-format-xlsx"),
        Format::Pdf => t!(lang, "reporting-format-pdf"),
        Format::Html => t!(lang, "reporting-format-html"),
        Format::Json => t!(lang, "reporting-format-json"),
        Format::Csv => t!(lang, "reporting-format-csv"),
        Format::Vcard => t!(lang, "reporting-format-vcard"),
        Format::Sealed => t!(lang, "reporting-format-sealed"),
        Format::Letter | Format::LetterPage => t!(lang, "reporting-format-letter"),
        Format::Attached => t!(lang, "reporting-format-attached"),
    }
}
