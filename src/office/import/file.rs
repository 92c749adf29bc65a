//! The file of an import, as it is read: what goes wrong with the file as a whole is an error of the import, not a row.

use std::path::Path;

use super::Request;
use crate::office::{Error, Progress};
use crate::transfer::{self, Format, Limits, Lost, Parser, Problem, Reading, RowError};

/// Begins to read a file. Asking `progress` to stop ends the reading as well.
pub(super) fn read(parser: &Parser, path: &Path, format: Format, progress: &Progress) -> Result<Reading, Error> {
    let reading = parser.read(path, format, &Limits::default(), progress.stop());
    reading.map_err(|error| if let transfer::Error::Lost(lost) = error { of_loss(lost) } else { error.into() })
}

/// As [`read`], for the file of a request.
pub(super) fn of(request: &Request, progress: &Progress) -> Result<Reading, Error> {
    read(&request.parser, &request.path, request.format, progress)
}

/// Fails where an error is none of the row, but of the reading: what follows is missing, and nobody knows what it was.
pub(super) fn unless_lost(error: RowError) -> Result<RowError, Error> {
    match error.problem {
        Problem::Lost(lost) => Err(of_loss(lost)),
        Problem::TooManyCells { .. }
        | Problem::CellTooLong { .. }
        | Problem::RowTooLong
        | Problem::UnclosedQuote
        | Problem::BrokenText { .. }
        | Problem::NotAPerson
        | Problem::UnfinishedCard
        | Problem::NotACard
        | Problem::TooManyRows { .. }
        | Problem::Unreadable
        | Problem::Damaged => Ok(error),
    }
}

fn of_loss(lost: Lost) -> Error {
    match lost {
        Lost::Stopped => Error::Cancelled,
        Lost::BrokenDown | Lost::TooSlow | Lost::TooMuch => transfer::Error::Lost(lost).into(),
    }
}
