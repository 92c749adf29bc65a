//! The files of a card, which are the person's data as well: copies of them go with the report (art. 15(3)).

use zeroize::Zeroizing;

use super::Report;
use crate::model::attachment;
use crate::model::report::{Block, CellKind, Column, Document, Enclosure, Table, Value};
use crate::office::{Desk, Error, attached};
use crate::{store, t};

/// Texts up to this size are looked through for others.
const READ: u64 = 256 * 1_024;
/// The column that says what the copy of a file is called.
const COLUMN: &str = "attachment.copy";

/// A file of a card, before it is told.
pub(super) struct Found {
    about: attachment::Attachment,
    text: Option<String>,
}

impl Found {
    /// Returns its text, as far as it is read.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

/// Finds the files of a card, in the order of their identities, with the texts of those that are text.
pub(super) fn found(desk: &Desk<'_>, ids: impl IntoIterator<Item = i64>) -> Result<Vec<Found>, Error> {
    let mut all = Vec::new();
    for id in ids {
        let Some((about, _)) = store::attachments::get(desk.db(), attachment::Id(id))? else { continue };
        // What cannot be read is told all the same; that it is damaged is said where it is handed out.
        let text = if about.size <= READ { attached::words(desk, about.id).ok().flatten() } else { None };
        all.push(Found { about, text });
    }
    Ok(all)
}

/// Returns the files as they go along, and adds to their table what each copy is called.
pub(super) fn told(report: &Report<'_>, found: &[Found], table: Option<&mut Table>) -> Vec<Enclosure> {
    let files: Vec<Enclosure> = found
        .iter()
        .map(|found| Enclosure {
            id: found.about.id,
            name: format!("file-{}.{}", found.about.id, ending(&found.about)),
            media: found.about.media_type.clone(),
            names_others: found.text().is_some_and(|text| report.telling.names_others(text)),
        })
        .collect();
    if let Some(table) = table.filter(|table| table.rows.len() == files.len()) {
        let title = t!(report.telling.lang, "report-column-copy");
        table.columns.push(Column { key: COLUMN.to_owned(), title, kind: CellKind::Text });
        for (file, cells) in files.iter().zip(&mut table.rows) {
            cells.push(Value::text(file.name.as_str()));
        }
    }
    files
}

/// Returns the ending of a copy: by what the file is, else the one it had.
fn ending(about: &attachment::Attachment) -> String {
    let known = match about.media_type.as_str() {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "application/pdf" => "pdf",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let had = about.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_plain = (1..=5).contains(&had.len()) && had.bytes().all(|letter| letter.is_ascii_alphanumeric());
    if is_plain { had.to_ascii_lowercase() } else { "bin".to_owned() }
}

/// Leaves those files out that do not go along, counts them, and says so where they are listed.
pub(super) fn settle(document: &mut Document, takes: impl Fn(&Enclosure) -> bool) {
    let lang = document.header.language.parse().unwrap_or_default();
    let (taken, left): (Vec<Enclosure>, Vec<Enclosure>) =
        std::mem::take(&mut document.files).into_iter().partition(|file| takes(file));
    document.files = taken;
    document.withheld.files = left.len();
    if left.is_empty() {
        return;
    }
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        let Block::Table(table) = block else { continue };
        let Some(place) = table.columns.iter().position(|column| column.key == COLUMN) else { continue };
        for cell in table.rows.iter_mut().filter_map(|row| row.get_mut(place)) {
            if left.iter().any(|file| *cell == Value::text(file.name.as_str())) {
                *cell = Value::Item { key: "left-out".to_owned(), words: t!(lang, "report-file-left-out") };
            }
        }
    }
}

/// Returns the content of a file that goes along.
pub(super) fn content(desk: &Desk<'_>, file: &Enclosure) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (_, place) = store::attachments::get(desk.db(), file.id)?.ok_or(Error::NoSuch("attachment"))?;
    Ok(desk.attachments().get(&place.file, &place.wrapped_key)?)
}
