//! What the two processes say to each other: frames of a kind, a length and so many bytes.
//!
//! Rows travel many to a frame in a form of their own, because a file has millions of cells: numbers as LEB128, texts
//! as their length and their bytes. Everything else is rare, and JSON. Whoever receives trusts nothing: a process that
//! was taken over must not be able to do more than to send other rows.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::Head;
use crate::transfer::{Error, Format, Part, Problem, Row, RowError, Unsupported};

/// The most bytes of a frame. One row of a text file has at most one megabyte.
pub(super) const MOST: usize = 8 * 1024 * 1024;

/// A frame of rows is sent once it holds so many bytes: what a pipe takes at once on most systems.
const ENOUGH: usize = 64 * 1024;

/// What a frame holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// What is known before the rows.
    Head(Head),
    /// The file cannot be read.
    Failed(Failure),
    /// Some rows, still packed.
    Rows(Vec<u8>),
    /// All rows were sent.
    End,
}

const HEAD: u8 = 1;
const FAILED: u8 = 2;
const ROWS: u8 = 3;
const END: u8 = 4;

/// [`Error`], as far as it can travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Failure {
    Io,
    Empty,
    NoTable,
    Unsupported(Unsupported),
    OtherFormat(Format),
    Damaged,
    TooLarge(Part, u64),
    /// The process could not take away from itself what it has to, or is of another version.
    Unfit,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        match error {
            Error::Empty => Self::Empty,
            Error::NoTable => Self::NoTable,
            Error::Unsupported { kind } => Self::Unsupported(*kind),
            Error::OtherFormat { wanted } => Self::OtherFormat(*wanted),
            Error::Damaged => Self::Damaged,
            Error::TooLarge { part, most } => Self::TooLarge(*part, *most),
            Error::NoParser(_) => Self::Unfit,
            // The last two do not come up where a file is read.
            Error::Io(_) | Error::Lost(_) | Error::Workbook(_) | Error::Pdf(_) => Self::Io,
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Io => Self::Io(io::ErrorKind::Other.into()),
            Failure::Empty => Self::Empty,
            Failure::NoTable => Self::NoTable,
            Failure::Unsupported(kind) => Self::Unsupported { kind },
            Failure::OtherFormat(wanted) => Self::OtherFormat { wanted },
            Failure::Damaged => Self::Damaged,
            Failure::TooLarge(part, most) => Self::TooLarge { part, most },
            Failure::Unfit => Self::NoParser(io::ErrorKind::Unsupported.into()),
        }
    }
}

/// Writes a frame.
pub(super) fn write(to: &mut impl Write, frame: &Frame) -> io::Result<()> {
    match frame {
        Frame::Head(head) => bytes(to, HEAD, &serde_json::to_vec(head)?),
        Frame::Failed(failure) => bytes(to, FAILED, &serde_json::to_vec(failure)?),
        Frame::Rows(rows) => bytes(to, ROWS, rows),
        Frame::End => bytes(to, END, &[]),
    }
}

fn bytes(to: &mut impl Write, kind: u8, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::InvalidData)?;
    to.write_all(&[kind])?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)
}

/// Reads a frame; the end of the pipe, and whatever is none, is an error.
pub(super) fn read(from: &mut impl Read) -> io::Result<Frame> {
    let (mut kind, mut length) = ([0], [0; 4]);
    from.read_exact(&mut kind)?;
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length as usize > MOST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    // What is announced takes no memory before it is there.
    let mut bytes = Vec::with_capacity((length as usize).min(ENOUGH * 2));
    from.take(u64::from(length)).read_to_end(&mut bytes)?;
    if bytes.len() < length as usize {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    match kind {
        [HEAD] => Ok(Frame::Head(serde_json::from_slice(&bytes)?)),
        [FAILED] => Ok(Frame::Failed(serde_json::from_slice(&bytes)?)),
        [ROWS] => Ok(Frame::Rows(bytes)),
        [END] => Ok(Frame::End),
        [_] => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Packs rows until they are worth a frame.
#[derive(Default)]
pub(super) struct Packing {
    bytes: Vec<u8>,
}

impl Packing {
    /// Adds a row, or why there is none: its number, how many cells there are and one more, and the cells. Without a
    /// cell count the reason follows as JSON.
    pub(super) fn add(&mut self, row: &Result<Row, RowError>) -> io::Result<()> {
        let before = self.bytes.len();
        match row {
            Ok(row) => {
                self.number(row.number);
                self.number(row.cells.len() as u64 + 1);
                for cell in &row.cells {
                    self.text(cell.as_bytes());
                }
                if self.bytes.len() - before > MOST - ENOUGH {
                    self.bytes.truncate(before);
                    return self.error(&RowError { row: row.number, problem: Problem::RowTooLong });
                }
                Ok(())
            }
            Err(error) => self.error(error),
        }
    }

    fn error(&mut self, error: &RowError) -> io::Result<()> {
        self.number(error.row);
        self.number(0);
        self.text(&serde_json::to_vec(&error.problem)?);
        Ok(())
    }

    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    fn text(&mut self, text: &[u8]) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text);
    }

    /// Returns the rows as a frame, where there are enough of them, or any at all when `rest` is set.
    pub(super) fn ready(&mut self, rest: bool) -> Option<Frame> {
        let is_ready = self.bytes.len() >= ENOUGH || (rest && !self.bytes.is_empty());
        is_ready.then(|| Frame::Rows(std::mem::replace(&mut self.bytes, Vec::with_capacity(ENOUGH * 2))))
    }
}

/// Unpacks the rows of a frame one after the other.
#[derive(Default)]
pub(super) struct Unpacking {
    bytes: Vec<u8>,
    at: usize,
}

impl Unpacking {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, at: 0 }
    }

    /// Returns the next row, which has exactly `columns` cells; nothing at the end.
    ///
    /// # Errors
    /// That this is not what [`Packing`] makes.
    pub(super) fn next(&mut self, columns: usize) -> Option<Result<Result<Row, RowError>, Unreadable>> {
        (self.at < self.bytes.len()).then(|| self.row(columns))
    }

    fn row(&mut self, columns: usize) -> Result<Result<Row, RowError>, Unreadable> {
        let number = self.number()?;
        let cells = self.number()?;
        if cells == 0 {
            let problem = serde_json::from_slice(self.bytes()?).map_err(|_| Unreadable)?;
            // Only this side can lose the other.
            if matches!(problem, Problem::Lost(_)) {
                return Err(Unreadable);
            }
            return Ok(Err(RowError { row: number, problem }));
        }
        if cells != columns as u64 + 1 {
            return Err(Unreadable);
        }
        let cells = (0..columns).map(|_| Ok(std::str::from_utf8(self.bytes()?).map_err(|_| Unreadable)?.to_owned()));
        Ok(Ok(Row { number, cells: cells.collect::<Result<_, _>>()? }))
    }

    fn number(&mut self) -> Result<u64, Unreadable> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes.get(self.at).ok_or(Unreadable)?;
            self.at += 1;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Unreadable)
    }

    fn bytes(&mut self) -> Result<&[u8], Unreadable> {
        let length = usize::try_from(self.number()?).map_err(|_| Unreadable)?;
        let end = self.at.checked_add(length).ok_or(Unreadable)?;
        let bytes = self.bytes.get(self.at..end).ok_or(Unreadable)?;
        self.at = end;
        Ok(bytes)
    }
}

/// What came is no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use proptest::prelude::*;

    use super::*;
    use crate::transfer::{Encoding, Recognised};

    fn unpacked(bytes: Vec<u8>, columns: usize) -> Vec<Result<Result<Row, RowError>, Unreadable>> {
        let mut unpacking = Unpacking::new(bytes);
        let mut rows = Vec::new();
        while let Some(row) = unpacking.next(columns) {
            rows.push(row);
            if row_is_last(rows.last()) {
                break;
            }
        }
        rows
    }

    fn row_is_last(row: Option<&Result<Result<Row, RowError>, Unreadable>>) -> bool {
        matches!(row, Some(Err(Unreadable)))
    }

    #[test]
    fn frames_come_out_as_they_went_in() {
        let head = Head {
            headings: vec!["Navn".into(), "Sted".into()],
            has_heading_row: true,
            recognised: Recognised::Csv { separator: ';', encoding: Encoding::Windows1252 },
            row_count_hint: Some(7),
        };
        let frames = [
            Frame::Head(head),
            Frame::Failed(Failure::TooLarge(Part::Ratio, 200)),
            Frame::Failed(Failure::Unsupported(Unsupported::OldExcel)),
            Frame::Rows(vec![1, 2, 3]),
            Frame::End,
        ];
        let mut pipe = Vec::new();
        frames.iter().for_each(|frame| write(&mut pipe, frame).unwrap());
        let mut from = pipe.as_slice();
        for frame in &frames {
            assert_eq!(&read(&mut from).unwrap(), frame);
        }
        assert!(read(&mut from).is_err(), "the end is none");
        for broken in
            [&b"\x01\x02\0\0\0{}"[..], b"\x09\0\0\0\0", b"\x03\xff\xff\xff\xff", b"\x03\x05\0\0\0abc", b"\x04\0"]
        {
            assert!(read(&mut &*broken).is_err(), "{broken:?}");
        }
    }

    #[test]
    fn a_row_that_fits_no_frame_is_named() {
        let mut packing = Packing::default();
        packing.add(&Ok(Row { number: 9, cells: vec!["x".repeat(MOST)] })).unwrap();
        let Some(Frame::Rows(bytes)) = packing.ready(true) else { panic!("rows") };
        assert_eq!(unpacked(bytes, 1), [Ok(Err(RowError { row: 9, problem: Problem::RowTooLong }))]);
    }

    #[test]
    fn a_loss_cannot_be_sent() {
        let mut packing = Packing::default();
        packing.add(&Err(RowError { row: 9, problem: Problem::Lost(crate::transfer::Lost::Stopped) })).unwrap();
        let Some(Frame::Rows(bytes)) = packing.ready(true) else { panic!("rows") };
        assert_eq!(unpacked(bytes, 1), [Err(Unreadable)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, rng_seed: proptest::test_runner::RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn rows_come_out_as_they_went_in(rows in prop::collection::vec((any::<u64>(), prop::collection::vec(".{0,200}", 3)), 0..20)) {
            let mut packing = Packing::default();
            let rows: Vec<_> = rows.into_iter().map(|(number, cells)| Ok(Row { number, cells })).collect();
            for row in &rows {
                packing.add(row).unwrap();
            }
            let bytes = match packing.ready(true) {
                Some(Frame::Rows(bytes)) => bytes,
                _ => Vec::new(),
            };
            let found: Vec<_> = unpacked(bytes, 3).into_iter().map(Result::unwrap).collect();
            prop_assert_eq!(found, rows);
        }

        #[test]
        fn whatever_comes_is_rows_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), columns in 0..5usize) {
            for row in unpacked(bytes, columns).into_iter().flatten().flatten() {
                prop_assert_eq!(row.cells.len(), columns);
            }
        }
    }
}
