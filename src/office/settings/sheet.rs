//! The mapping sheet: which people are kept, with which data, for what, on which legal basis, from where, and how long,
//! as a table to fill in with whoever knows the law, and to read back as settings.
//!
//! The sheet is made when it is asked for, in the user's language and with the office's own names: a file that came with
//! the program would name what an office does not have. A row about a category says what its people are kept for and how
//! long; one about everybody, how long a purpose's data is kept, or on what people are kept who came in by a source.
//! What several rows say of one thing is taken together. What is read becomes a [`Document`], and goes the way of every
//! other one: a plan, all of it or nothing, and a way back.

mod names;
mod reading;
mod writing;

use std::path::Path;

pub use reading::read;
pub use writing::write;

use super::Document;
use crate::i18n::{self, Lang};
use crate::model::Reason;
use crate::office::problem;
use crate::office::{Error, Progress};
use crate::t;
use crate::transfer::{self, Format, Limits, Parser, Problem};

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The category of people; everybody where there is none.
    Category,
    /// The data that is kept of them: kinds of the data map, or fields.
    Data,
    /// What for.
    Purpose,
    /// On which legal basis.
    Basis,
    /// Where the data comes from.
    Source,
    /// For how many months it is kept.
    Keep,
    /// What the months count from.
    Event,
    /// Why it is so.
    Comment,
}

impl Column {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 8] =
        [Self::Category, Self::Data, Self::Purpose, Self::Basis, Self::Source, Self::Keep, Self::Event, Self::Comment];

    /// Returns the column's key; its heading is `sheet-column-<key>`, what belongs there `sheet-column-<key>-says`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Data => "data",
            Self::Purpose => "purpose",
            Self::Basis => "basis",
            Self::Source => "source",
            Self::Keep => "keep",
            Self::Event => "event",
            Self::Comment => "comment",
        }
    }

    /// Returns the column's heading.
    pub fn heading(self, lang: Lang) -> String {
        i18n::text(lang, &format!("sheet-column-{}", self.key()))
    }

    fn says(self, lang: Lang) -> String {
        i18n::text(lang, &format!("sheet-column-{}-says", self.key()))
    }
}

/// What a sheet says, as settings, and what of it cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The settings. What an untaken cell was about stays at least as it is.
    pub document: Document,
    /// What cannot be taken, in the order of the rows.
    pub untaken: Vec<Untaken>,
}

/// A cell, or a whole row, that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untaken {
    /// The row, as a spreadsheet counts.
    pub row: u64,
    /// The column; none for the whole row.
    pub column: Option<Column>,
    /// What stands there.
    pub value: String,
    /// Why.
    pub why: Why,
}

/// Why something cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The value is wrong in itself.
    Wrong(Reason),
    /// Another row says something else about the same thing; neither is taken.
    Differs {
        /// That row.
        from: u64,
    },
    /// The row names neither people nor a purpose.
    AboutNothing,
    /// Who comes in by a source is kept on one legal basis.
    NeedsOneBasis,
    /// The row cannot be read from the file.
    Unreadable,
}

impl Why {
    /// Returns the key that scripts see.
    pub fn key(self) -> &'static str {
        match self {
            Self::Wrong(reason) => reason.key(),
            Self::Differs { .. } => "differs",
            Self::AboutNothing => "about-nothing",
            Self::NeedsOneBasis => "needs-one-basis",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Untaken {
    /// Returns in one line what cannot be taken, and why.
    pub fn words(&self, lang: Lang) -> String {
        let why = match self.why {
            Why::Wrong(reason) => problem::reason(lang, reason),
            Why::Differs { from } => t!(lang, "sheet-why-differs", row = from),
            Why::AboutNothing => t!(lang, "sheet-why-about-nothing"),
            Why::NeedsOneBasis => t!(lang, "sheet-why-needs-one-basis"),
            Why::Unreadable => t!(lang, "sheet-why-unreadable"),
        };
        match self.column {
            Some(column) => {
                let (row, value) = (self.row, self.value.as_str());
                t!(lang, "sheet-untaken-cell", row = row, column = column.heading(lang), value = value, why = why)
            }
            None => t!(lang, "sheet-untaken-row", row = self.row, why = why),
        }
    }
}

/// A sheet as it stands in its file.
#[derive(Debug, Clone)]
pub struct Table {
    headings: Vec<String>,
    rows: Vec<transfer::Row>,
    /// The rows that cannot be read.
    broken: Vec<u64>,
}

/// The most rows of a sheet: it is about an office, not about its people.
const ROWS: u64 = 5_000;

/// Opens a sheet and reads its cells; what they say is for [`read`]. A file of a spreadsheet's other formats does as
/// well, as long as it has the headings.
///
/// # Errors
/// [`Error::Transfer`] where the file is none that can be read; [`Error::Cancelled`].
pub fn open(parser: &Parser, path: &Path, progress: &Progress) -> Result<Table, Error> {
    let limits = Limits { rows: ROWS, sheet_rows: ROWS, ..Limits::default() };
    let reading = parser.read(path, Format::Auto, &limits, progress.stop())?;
    let mut table = Table { headings: reading.head.headings, rows: Vec::new(), broken: Vec::new() };
    for row in reading.rows {
        match row {
            Ok(row) => table.rows.push(row),
            Err(transfer::RowError { problem: Problem::Lost(lost), .. }) => {
                return Err(transfer::Error::Lost(lost).into());
            }
            Err(error) => table.broken.push(error.row),
        }
    }
    Ok(table)
}

#[cfg(test)]
mod tests;
