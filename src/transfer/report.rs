//! A report in each format it is handed out in. Formats add nothing and leave nothing out: they render one document.

mod consents;
mod contacts;
mod html;
mod json;
pub mod pdf;
pub mod sealed;
mod workbook;

use super::Error;
use crate::model::report::{Document, Format};

/// Returns a document in a format; none where this version does not write the format, see [`Format::is_made`].
///
/// # Errors
/// [`Error::Workbook`] where a table has more rows than a sheet holds, [`Error::Pdf`] where the rules of PDF/A and
/// PDF/UA cannot be kept.
pub fn rendered(document: &Document, format: Format) -> Result<Option<Vec<u8>>, Error> {
    Ok(Some(match format {
        Format::Json => json::rendered(document),
        Format::Html => html::rendered(document).into_bytes(),
        Format::Xlsx => workbook::rendered(document)?,
        Format::Csv => contacts::csv(document)?,
        Format::Vcard => contacts::vcard(document).into_bytes(),
        Format::Pdf => pdf::rendered(document, json::rendered(document))?,
    }))
}

#[cfg(test)]
mod tests;
