//! A report in each format it is handed out in. Formats add nothing and leave nothing out: they render one document.

mod consents;
mod contacts;
mod html;
mod json;
pub mod pdf;
pub mod sealed;
mod workbook;

use zeroize::Zeroizing;

use super::Error;
use crate::model::report::{Document, Format};
use crate::t;

/// Returns a document in a format; none for [`Format::Sealed`], which takes a passphrase: see [`sealed_copy`].
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
        Format::Sealed => return Ok(None),
    }))
}

/// Returns a page that shows a document to whoever knows the passphrase, and gives it to them in these formats too, each
/// under its name.
///
/// # Errors
/// Those of [`rendered`], and [`Error::Io`] where the system gives no random numbers.
pub fn sealed_copy(document: &Document, files: &[(Format, String)], passphrase: &str) -> Result<Vec<u8>, Error> {
    let header = &document.header;
    let lang = header.language.parse().unwrap_or_default();
    let mut inside = Vec::with_capacity(files.len());
    for (format, name) in files {
        if let Some(bytes) = rendered(document, *format)? {
            inside.push((*format, name, Zeroizing::new(bytes)));
        }
    }
    let files: Vec<sealed::Enclosed<'_>> = inside
        .iter()
        .map(|(format, name, bytes)| sealed::Enclosed { name: name.as_str(), media: format.media(), bytes })
        .collect();
    let page = Zeroizing::new(html::rendered(document));
    let content = sealed::Content {
        lang,
        title: &t!(lang, "sealed-title"),
        from: &header.controller.name,
        number: header.number.0,
        page: &page,
        files: &files,
    };
    Ok(sealed::sealed(&content, passphrase)?.into_bytes())
}

#[cfg(test)]
mod tests;
