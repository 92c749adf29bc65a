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
use crate::model::report::{Document, Format, Letter, Print};
use crate::t;

/// Returns a document in a format; none for [`Format::Sealed`], which takes a passphrase (see [`sealed_copy`]), and for
/// what goes along with it.
///
/// # Errors
/// [`Error::Workbook`] where a table has more rows than a sheet holds, [`Error::Pdf`] where the rules of PDF/A and
/// PDF/UA cannot be kept.
pub fn rendered(document: &Document, format: Format) -> Result<Option<Vec<u8>>, Error> {
    Ok(Some(match format {
        Format::Json => json::rendered(document)?,
        Format::Html => html::rendered(document).into_bytes(),
        Format::Xlsx => workbook::rendered(document)?,
        Format::Csv => contacts::csv(document)?,
        Format::Vcard => contacts::vcard(document).into_bytes(),
        Format::Pdf => pdf::rendered(document, json::rendered(document)?)?,
        Format::Sealed | Format::Letter | Format::LetterPage | Format::Attached => return Ok(None),
    }))
}

/// Returns a document in several formats, in their order, as [`rendered`] does. The PDF takes longest: it is made beside
/// the others.
///
/// # Errors
/// Those of [`rendered`].
pub fn all_rendered(document: &Document, formats: &[Format]) -> Result<Vec<Option<Vec<u8>>>, Error> {
    let is_apart = formats.len() > 1 && formats.contains(&Format::Pdf);
    std::thread::scope(|scope| {
        let mut pdf = is_apart.then(|| scope.spawn(|| rendered(document, Format::Pdf)));
        let each = formats.iter().map(|&format| {
            let apart = if format == Format::Pdf { pdf.take() } else { None };
            // What ended the thread without an answer ends the second try as well, and is told there.
            let answer = apart.and_then(|pdf| pdf.join().ok());
            answer.unwrap_or_else(|| rendered(document, format))
        });
        each.collect()
    })
}

/// Returns letters one after the other, each beginning on a page of its own.
///
/// # Errors
/// [`Error::Pdf`] where the rules of PDF/A and PDF/UA cannot be kept.
pub fn letters(letters: &[Letter], print: Print) -> Result<Vec<u8>, Error> {
    match print {
        Print::Html => Ok(html::letters(letters).into_bytes()),
        Print::Pdf => pdf::letters(letters),
    }
}

/// Returns a page that shows a document to whoever knows the passphrase, and gives it to them in these formats too, each
/// under its name, and what goes along (name, media type, content).
///
/// # Errors
/// Those of [`rendered`], and [`Error::Io`] where the system gives no random numbers.
pub fn sealed_copy(
    document: &Document,
    files: &[(Format, String)],
    along: &[(String, String, Zeroizing<Vec<u8>>)],
    form: Option<&sealed::Form>,
    passphrase: &str,
) -> Result<Vec<u8>, Error> {
    let header = &document.header;
    let lang = header.language.parse().unwrap_or_default();
    let formats: Vec<Format> = files.iter().map(|(format, _)| *format).collect();
    let inside: Vec<(Format, &String, Zeroizing<Vec<u8>>)> = files
        .iter()
        .zip(all_rendered(document, &formats)?)
        .filter_map(|((format, name), bytes)| Some((*format, name, Zeroizing::new(bytes?))))
        .collect();
    let mut files: Vec<sealed::Enclosed<'_>> = inside
        .iter()
        .map(|(format, name, bytes)| sealed::Enclosed { name: name.as_str(), media: format.media(), bytes })
        .collect();
    files.extend(along.iter().map(|(name, media, bytes)| sealed::Enclosed { name, media, bytes }));
    let page = Zeroizing::new(html::rendered(document));
    let content = sealed::Content {
        lang,
        title: &t!(lang, "sealed-title"),
        from: &header.controller.name,
        number: header.number.0,
        page: &page,
        files: &files,
        form,
    };
    Ok(sealed::sealed(&content, passphrase)?.into_bytes())
}

#[cfg(test)]
mod tests;
