//! Formats in and out: what a file contains, row by row, and tables written for others to read.
//!
//! This floor knows shapes and decides nothing. [`open`] looks at a file, says what it is, and gives its rows one at a
//! time, so that a file of a million rows takes no more memory than one of ten. Whatever the format, a row is a number
//! and its cells under the file's headings; an address book is shown the same way, under headings of our own.
//! [`recognise()`] then guesses what each column means, [`split_name`] takes a full name apart, and [`xlsx`] writes
//! tables that open in a spreadsheet without running anything.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub mod clean;
mod delimited;
mod encoding;
mod error;
pub mod guide;
mod heading;
mod input;
mod lines;
pub mod markup;
mod names;
pub mod outgoing;
pub mod parser;
mod part;
pub mod recognise;
pub mod replies;
pub mod report;
pub mod smtp;
pub mod vcard;
mod workbook;
pub mod xlsx;
mod zip_scan;

pub use encoding::Encoding;
pub use error::{Error, Lost, Part, Problem, RowError, Unsupported};
pub use input::Input;
pub use names::{SplitName, split_name};
pub use parser::{Parser, Reading, Stop};
pub use recognise::{Confidence, Guess, Origin, Recognition, recognise, split_values};

/// Says how to read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Format {
    /// By what the file contains; its name is not looked at.
    #[default]
    Auto,
    /// Text with a separator: CSV in all its dialects.
    Csv,
    /// An Excel workbook of 2007 or later.
    Xlsx,
    /// An address book: vCard 2.1, 3.0 or 4.0.
    Vcard,
    /// What came back by mail, see [`replies`]; a row is a message.
    Mail,
}

/// Says what a file was recognised as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recognised {
    /// Text with a separator.
    Csv {
        /// The sign between two cells.
        separator: char,
        /// How letters are written as bytes.
        encoding: Encoding,
    },
    /// An Excel workbook.
    Xlsx {
        /// The sheet that is read: the first visible one that has cells.
        sheet: String,
    },
    /// An address book.
    Vcard {
        /// The version the first card names, such as "3.0"; empty where it names none.
        version: String,
        /// How letters are written as bytes, where a line does not say otherwise.
        encoding: Encoding,
        /// How many embedded pictures were passed over; links to pictures are never followed, and not counted.
        pictures: u64,
    },
    /// Mail.
    Mail,
}

/// Bounds what a file may ask of this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The most rows of a text file or cards of an address book.
    pub rows: u64,
    /// The most rows of a workbook.
    pub sheet_rows: u64,
    /// The most columns.
    pub columns: usize,
    /// The most bytes of one cell, as UTF-8.
    pub cell_bytes: usize,
    /// The most bytes of one row or card, as UTF-8, pictures not counted.
    pub row_bytes: usize,
    /// The most bytes of a workbook, packed.
    pub packed_bytes: u64,
    /// The most files inside a workbook.
    pub entries: usize,
    /// The most bytes of one file inside a workbook, unpacked.
    pub entry_bytes: u64,
    /// The most bytes of a workbook, unpacked.
    pub unpacked_bytes: u64,
    /// The most bytes one packed byte may unpack to, for files inside a workbook of more than 1 MB.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            rows: 2_000_000,
            sheet_rows: 200_000,
            columns: 400,
            cell_bytes: 32 * 1024,
            row_bytes: 1024 * 1024,
            packed_bytes: 20 * 1024 * 1024,
            entries: 200,
            entry_bytes: 100 * 1024 * 1024,
            unpacked_bytes: 200 * 1024 * 1024,
            ratio: 200,
        }
    }
}

/// Holds one row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its place in the file, from 1, as a spreadsheet shows it (the heading and blank rows count); of an address
    /// book, the place of the card.
    pub number: u64,
    /// As many cells as the file has headings, cleaned by [`clean::cell`].
    pub cells: Vec<String>,
}

/// Gives the rows of a file, each once; what cannot be taken comes as a [`RowError`] and the others follow.
pub type Rows = Box<dyn Iterator<Item = Result<Row, RowError>> + Send>;

/// Holds a file that was looked at and can be read, as often as one likes.
#[derive(Debug, Clone)]
pub struct Source {
    input: Input,
    limits: Limits,
    shape: Shape,
    headings: Vec<String>,
    /// The row the headings stand in; 0 where the file has none.
    heading_row: u64,
    row_count_hint: Option<u64>,
}

#[derive(Debug, Clone)]
enum Shape {
    Csv(delimited::Dialect),
    Xlsx(workbook::Workbook),
    Vcard(vcard::Book),
    Mail(replies::Mailbox),
}

/// Looks at a file and recognises its format, encoding, separator and headings.
///
/// Text files are read once from end to end, in pieces, so that their encoding is known and not guessed from the start.
///
/// # Errors
/// [`Error`] where the file cannot be read, is empty, is of a kind not taken, is damaged or asks for more than `limits`.
pub fn open(path: &Path, format: Format, limits: &Limits) -> Result<Source, Error> {
    open_input(&Input::open(path)?, format, limits)
}

/// As [`open`], for a file that is open already.
///
/// # Errors
/// As [`open`].
pub fn open_input(input: &Input, format: Format, limits: &Limits) -> Result<Source, Error> {
    if format == Format::Mail {
        let mailbox = replies::Mailbox::open(input)?;
        return Ok(Source {
            input: input.clone(),
            limits: limits.clone(),
            headings: replies::Mailbox::headings(),
            heading_row: 0,
            row_count_hint: Some(mailbox.count()),
            shape: Shape::Mail(mailbox),
        });
    }
    let found = kind(input)?;
    let wanted = match (format, found) {
        (_, Kind::Unsupported(kind)) => return Err(Error::Unsupported { kind }),
        (Format::Auto | Format::Xlsx, Kind::Zip) => Format::Xlsx,
        (Format::Csv | Format::Vcard | Format::Mail, Kind::Zip) | (Format::Xlsx, Kind::Text) => {
            return Err(Error::OtherFormat { wanted: format });
        }
        (Format::Csv, Kind::Text) => Format::Csv,
        // Whatever reads as text there, it is not the workbook that it is called.
        (Format::Auto, Kind::Text) if input.is_called_workbook => return Err(Error::Damaged),
        (Format::Auto | Format::Vcard | Format::Mail, Kind::Text) => Format::Auto,
    };
    if wanted == Format::Xlsx {
        return open_workbook(input, limits);
    }
    let text = encoding::scan(&mut input.reader())?;
    let cards = wanted == Format::Auto && vcard::begins(input, &text)?;
    if cards {
        let book = vcard::Book::scan(input, &text, limits)?;
        return Ok(Source {
            input: input.clone(),
            limits: limits.clone(),
            headings: book.headings(),
            heading_row: 0,
            row_count_hint: Some(book.cards()),
            shape: Shape::Vcard(book),
        });
    }
    if format == Format::Vcard {
        return Err(Error::OtherFormat { wanted: format });
    }
    let dialect = delimited::Dialect::recognise(input, &text, limits)?;
    let start: Vec<_> = dialect.rows(input.reader(), limits)?.take(heading::LOOK).collect();
    let found = heading::find(&start).ok_or_else(|| nothing_in(&start))?;
    Ok(Source {
        input: input.clone(),
        limits: limits.clone(),
        row_count_hint: Some(text.lines.saturating_sub(found.row)),
        headings: found.headings,
        heading_row: found.row,
        shape: Shape::Csv(dialect),
    })
}

/// Says why a file without a single row cannot be read.
fn nothing_in(start: &[Result<Row, RowError>]) -> Error {
    if start.iter().any(Result::is_err) { Error::NoTable } else { Error::Empty }
}

fn open_workbook(input: &Input, limits: &Limits) -> Result<Source, Error> {
    let book = workbook::Workbook::open(input, limits)?;
    let start: Vec<_> = book.rows(limits).take(heading::LOOK).collect();
    // Nothing but an error at the start: say that, not that the file is empty.
    if let [Err(error)] = start.as_slice()
        && error.ends_reading()
    {
        return Err(Error::Damaged);
    }
    let found = heading::find(&start).ok_or_else(|| nothing_in(&start))?;
    Ok(Source {
        input: input.clone(),
        limits: limits.clone(),
        headings: found.headings,
        heading_row: found.row,
        row_count_hint: None,
        shape: Shape::Xlsx(book),
    })
}

impl Source {
    /// Returns the headings of the columns; a column without one is called "Column 1", "Column 2"…
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Tells whether the file's own row of headings was found.
    #[must_use]
    pub fn has_heading_row(&self) -> bool {
        self.heading_row > 0
    }

    /// Returns what the file was recognised as.
    #[must_use]
    pub fn format(&self) -> Recognised {
        match &self.shape {
            Shape::Csv(dialect) => dialect.recognised(),
            Shape::Xlsx(book) => Recognised::Xlsx { sheet: book.sheet().to_owned() },
            Shape::Vcard(book) => book.recognised(),
            Shape::Mail(_) => Recognised::Mail,
        }
    }

    /// Returns about how many rows there are, where that is known without reading them all: exact for address books,
    /// too many for text whose cells hold several lines.
    #[must_use]
    pub fn row_count_hint(&self) -> Option<u64> {
        self.row_count_hint
    }

    /// Returns the first `n` rows that can be taken.
    ///
    /// # Errors
    /// [`Error::Io`] where the file can no longer be opened.
    pub fn sample(&self, n: usize) -> Result<Vec<Row>, Error> {
        Ok(self.rows()?.flatten().take(n).collect())
    }

    /// Reads the rows from the first one; every call starts anew.
    ///
    /// # Errors
    /// [`Error::Io`] where the file can no longer be opened. What goes wrong later comes as a [`RowError`].
    pub fn rows(&self) -> Result<Rows, Error> {
        let raw: Rows = match &self.shape {
            Shape::Csv(dialect) => dialect.rows(self.input.reader(), &self.limits)?,
            Shape::Xlsx(book) => book.rows(&self.limits),
            Shape::Vcard(book) => return Ok(book.rows(&self.input, &self.limits)),
            Shape::Mail(mailbox) => return Ok(mailbox.rows(&self.limits)),
        };
        let (heading_row, columns) = (self.heading_row, self.headings.len());
        Ok(Box::new(
            raw.skip_while(move |row| match row {
                Ok(row) => row.number <= heading_row,
                Err(error) => error.row <= heading_row && !error.ends_reading(),
            })
            .map(move |row| row.and_then(|row| fit(row, columns))),
        ))
    }
}

/// Gives a row exactly `columns` cells: short rows end in empty ones, long rows may only be empty beyond.
fn fit(mut row: Row, columns: usize) -> Result<Row, RowError> {
    let found = row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    if found > columns {
        return Err(RowError { row: row.number, problem: Problem::TooManyCells { found, columns } });
    }
    row.cells.resize(columns, String::new());
    Ok(row)
}

/// What the first bytes of a file say.
enum Kind {
    Text,
    Zip,
    Unsupported(Unsupported),
}

fn kind(input: &Input) -> Result<Kind, Error> {
    let mut start = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(input.reader(), 64 * 1024), &mut start)?;
    if start.is_empty() {
        return Err(Error::Empty);
    }
    Ok(if start.starts_with(b"PK\x03\x04") {
        Kind::Zip
    } else if start.starts_with(b"\xD0\xCF\x11\xE0") {
        // The old container holds old workbooks, and new ones that have a password.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        Kind::Unsupported(if memchr::memmem::find(&start, &name).is_some() {
            Unsupported::PasswordProtected
        } else {
            Unsupported::OldExcel
        })
    } else if start.starts_with(b"%PDF") || encoding::looks_binary(&start) {
        Kind::Unsupported(Unsupported::NotText)
    } else {
        Kind::Text
    })
}

#[cfg(test)]
mod tests;
