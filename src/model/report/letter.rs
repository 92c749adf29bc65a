//! A letter, from the same press as the report: who writes to whom, about what, in paragraphs.

use super::{Fact, Party, Words};
use crate::model::Moment;

/// A letter, also what an office keeps in its files, such as a certificate.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Who writes.
    pub from: Party,
    /// To whom; empty where it goes into the office's own files.
    pub to: Party,
    /// What it is about.
    pub title: String,
    /// What stands below that as labels and values: the day, the number of what is enclosed.
    pub facts: Vec<Fact>,
    /// The paragraphs; each may have many lines, which end in `\n`.
    pub paragraphs: Vec<String>,
    /// The language, as an HTML `lang` attribute takes it.
    pub language: String,
    /// The number by which it is known.
    pub number: i64,
    /// When it was written.
    pub at: Moment,
    /// Where the journal ended then; empty where nothing vouches for it.
    pub journal_head: String,
    /// The words that formats add of themselves.
    pub words: Words,
}

/// What a letter is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Print {
    /// A page that any browser shows.
    #[default]
    Html,
    /// A document to print and to keep.
    Pdf,
}

impl Print {
    /// Returns what the ending of a file's name asks for: PDF where it says so, else a page.
    pub fn of(path: &std::path::Path) -> Self {
        let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        if is_pdf { Self::Pdf } else { Self::Html }
    }
}
