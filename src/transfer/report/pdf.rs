//! A report as a document to print and to keep: PDF/A-3a and PDF/UA-1, with the same report for programs attached.
//!
//! How the rules are met. What `krilla` checks, it checks while writing: a document that breaks a rule is an error
//! here and no file.
//!
//! - **Keeping** (ISO 19005-3). Every font is embedded, as far as its letters are used, and every glyph says which
//!   letter it is (6.2.11); a letter that our fonts lack is printed as its code point, for a glyph that stands for no
//!   letter is forbidden. Colours are sRGB with its profile (6.2.4). Nothing is loaded, run or encrypted (6.1, 6.5,
//!   6.6). The report for programs is attached as an associated file, an alternative to the pages, with its type,
//!   description and date (6.8); level A asks for the tags as well (6.7).
//! - **Reading out** (ISO 14289-1; ISO 32000-1, 14.7 and 14.8). All that is said is in one tree of tags in the order in
//!   which it is read: headings that leave out no level (14289-1, 7.4), tables whose heads say whether they head a
//!   column or a row (7.5), lists with label and body (7.6), links with what they lead to (7.18). Lines, grounds, feet
//!   of pages and repeated heads of tables are decoration, and in no tree (7.1, 7.8). Language and title are set (7.1,
//!   7.2), and an outline leads through the sections (7.17).
//! - **The same document is the same file**: its dates are the moment of asking, and it has no chance in it.
//! - **What is blacked out is not there.** The bar says that something is, in words of one length; what stood there is
//!   not in the document that is printed (see `model::report`).
//!
//! Texts are shaped word by word and broken by UAX #14, without a text engine for all scripts: our fonts hold Latin,
//! Greek and Cyrillic, one direction and no fallback, and a word that comes a thousand times is shaped once.

mod blocks;
mod drawing;
mod face;
mod grid;
mod icon;
mod lines;
mod sheet;

use self::drawing::About;
use self::face::Shaping;
use self::lines::Setting;
use self::sheet::Sheets;
use crate::model::report::{Document, Letter};
use crate::transfer::Error;

/// Returns the document as a PDF file, with `json`, the same document for programs, attached.
///
/// # Errors
/// [`Error::Pdf`] where the document cannot be written by the rules.
pub fn rendered(document: &Document, json: Vec<u8>) -> Result<Vec<u8>, Error> {
    let shaping = Shaping::new().ok_or_else(|| Error::Pdf("no fonts".to_owned()))?;
    let mut sheets = Sheets::new(Setting { shaping, lacking: 0 });
    blocks::write(&mut sheets, document);
    let header = &document.header;
    let about = About {
        title: &header.title,
        language: &header.language,
        author: &header.controller.name,
        number: header.number.0,
        at: header.asked_at,
        journal_head: &header.journal_head,
        page: &document.words.page,
    };
    drawing::drawn(sheets, &about, Some(json))
}

/// Returns letters as one PDF file, each beginning on a page of its own.
///
/// # Errors
/// [`Error::Pdf`] where they cannot be written by the rules.
pub fn letters(letters: &[Letter]) -> Result<Vec<u8>, Error> {
    let first = letters.first().ok_or_else(|| Error::Pdf("no letter".to_owned()))?;
    let shaping = Shaping::new().ok_or_else(|| Error::Pdf("no fonts".to_owned()))?;
    let mut sheets = Sheets::new(Setting { shaping, lacking: 0 });
    for (place, letter) in letters.iter().enumerate() {
        if place > 0 {
            sheets.turn();
        }
        blocks::write_letter(&mut sheets, letter);
    }
    let about = About {
        title: &first.title,
        language: &first.language,
        author: &first.from.name,
        number: first.number,
        at: first.at,
        journal_head: &first.journal_head,
        page: &first.words.page,
    };
    drawing::drawn(sheets, &about, None)
}

#[cfg(test)]
mod tests;
