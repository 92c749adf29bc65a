//! What can be wrong with a file, and with one row of it. No text here repeats what the file says.

use std::io;

use serde::{Deserialize, Serialize};

use super::Format;

/// Says why a file cannot be read or written at all.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refused.
    #[error("the file cannot be read or written: {0}")]
    Io(#[from] io::Error),
    /// There is no row in it.
    #[error("the file is empty")]
    Empty,
    /// There are rows, but none that could be read: they are longer or wider than those of any table of people.
    #[error("no row of the file can be read")]
    NoTable,
    /// It is of a kind that is not taken.
    #[error("files of this kind are not taken: {kind}")]
    Unsupported {
        /// Which kind.
        kind: Unsupported,
    },
    /// It is not what the caller said it was.
    #[error("the file is not of the format asked for ({wanted:?})")]
    OtherFormat {
        /// What the caller said.
        wanted: Format,
    },
    /// It is broken.
    #[error("the file is damaged")]
    Damaged,
    /// It asks for more than the limits allow.
    #[error("the file is too large: {part} over {most}")]
    TooLarge {
        /// What is too large.
        part: Part,
        /// The most that is taken, in bytes or pieces.
        most: u64,
    },
    /// The process that reads files cannot be started, or not be kept within its limits.
    #[error("the process that reads files cannot be started: {0}")]
    NoParser(#[source] io::Error),
    /// The process that reads files ended before the file did.
    #[error("{0}")]
    Lost(Lost),
    /// A table could not be put into a workbook.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[source] Box<rust_xlsxwriter::XlsxError>),
    /// A document could not be written as PDF; what it says names nothing of the document.
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
}

impl From<rust_xlsxwriter::XlsxError> for Error {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Workbook(Box::new(error))
    }
}

/// Names a kind of file that is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Unsupported {
    /// A workbook of before 2007 (.xls).
    #[error("an Excel workbook of before 2007")]
    OldExcel,
    /// A binary workbook (.xlsb).
    #[error("a binary Excel workbook")]
    BinaryExcel,
    /// A workbook that opens with a password.
    #[error("a workbook with a password")]
    PasswordProtected,
    /// An OpenDocument spreadsheet (.ods).
    #[error("an OpenDocument spreadsheet")]
    OpenDocument,
    /// A packed folder that is no workbook.
    #[error("a zip file")]
    Zip,
    /// A picture, a PDF, a program…
    #[error("neither text nor a workbook")]
    NotText,
    /// No file, but a folder.
    #[error("a folder")]
    Folder,
    /// No file, but a pipe or a device.
    #[error("a pipe or a device")]
    NoFile,
}

/// Names what may be too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Part {
    /// The file itself, in bytes.
    #[error("the file")]
    File,
    /// The number of files inside a workbook.
    #[error("the number of parts")]
    Entries,
    /// One file inside a workbook, unpacked, in bytes.
    #[error("a part, unpacked")]
    Entry,
    /// All files inside a workbook, unpacked, in bytes.
    #[error("the file, unpacked")]
    Unpacked,
    /// What one packed byte becomes.
    #[error("what a byte unpacks to")]
    Ratio,
    /// One cell, in bytes.
    #[error("a cell")]
    Cell,
}

/// Says why a row cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("row {row}: {problem}")]
pub struct RowError {
    /// The row's place in the file, from 1.
    pub row: u64,
    /// What is wrong with it.
    pub problem: Problem,
}

impl RowError {
    /// Tells whether no further row follows.
    #[must_use]
    pub fn ends_reading(&self) -> bool {
        match self.problem {
            Problem::TooManyRows { .. } | Problem::Unreadable | Problem::Damaged | Problem::Lost(_) => true,
            Problem::TooManyCells { .. }
            | Problem::CellTooLong { .. }
            | Problem::RowTooLong
            | Problem::UnclosedQuote
            | Problem::BrokenText { .. }
            | Problem::NotAPerson
            | Problem::UnfinishedCard
            | Problem::NotACard => false,
        }
    }
}

/// Names what is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Problem {
    /// It has more cells than the file has columns: a separator inside a cell, most likely.
    #[error("{found} cells where there are {columns} columns")]
    TooManyCells {
        /// How many cells it has.
        found: usize,
        /// How many there may be.
        columns: usize,
    },
    /// A cell is longer than is taken.
    #[error("the cell in column {column} is too long")]
    CellTooLong {
        /// Which, from 1.
        column: usize,
    },
    /// The row or card as a whole is longer than is taken.
    #[error("too long")]
    RowTooLong,
    /// A quotation mark opens a cell and none closes it.
    #[error("a quotation mark is never closed")]
    UnclosedQuote,
    /// The bytes of a cell are no text in the encoding of the file.
    #[error("the text in column {column} is broken")]
    BrokenText {
        /// Which, from 1.
        column: usize,
    },
    /// The card describes a company, a group, a place or a device.
    #[error("not a person")]
    NotAPerson,
    /// The card has no end, or nothing in it.
    #[error("the card is not complete")]
    UnfinishedCard,
    /// There is text where a card should be.
    #[error("not a card")]
    NotACard,
    /// The file has more rows than are taken; the rest is not read.
    #[error("more than {most} rows")]
    TooManyRows {
        /// How many are taken.
        most: u64,
    },
    /// The system stopped giving us the file; the rest is not read.
    #[error("the file cannot be read any further")]
    Unreadable,
    /// The file is broken here; the rest is not read.
    #[error("the file is damaged from here on")]
    Damaged,
    /// Whoever reads the file is gone. This is no fault of a row: nothing of the file can be trusted to be complete.
    #[error("reading ended early: {0}")]
    Lost(Lost),
}

/// Says why the process that reads a file ended before the file did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Lost {
    /// It broke down: the file asked for more memory than is allowed, or found a fault.
    #[error("the process that read the file broke down")]
    BrokenDown,
    /// It took too long and was ended.
    #[error("reading the file took too long")]
    TooSlow,
    /// It gave more than any honest file holds and was ended.
    #[error("the file holds too much")]
    TooMuch,
    /// Somebody asked to stop.
    #[error("stopped")]
    Stopped,
}
