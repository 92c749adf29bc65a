//! Text with separators: CSV as spreadsheets and address books really write it.
//!
//! The rows are split here rather than by the `csv` crate, which passes over blank lines without counting them and
//! keeps a row of any length: one quotation mark that is never closed would bring the rest of the file into memory, and
//! lose it. Where a file is well-formed, both give the same cells (a test compares them).

use std::collections::VecDeque;
use std::io::{self, Read};

use super::encoding::Text;
use super::input::{FromStart, Input};
use super::lines::{Line, Lines};
use super::{Limits, Problem, Recognised, Row, RowError, Rows, clean};

/// The separators known, most likely first: in a draw, the earlier wins.
const SEPARATORS: [u8; 4] = *b";,\t|";

/// How many rows decide on the separator.
const LOOK: usize = 50;

/// The most lines one quoted cell may have before its quotation mark counts as a stray one.
const QUOTED_LINES: usize = 1000;

/// The most bytes that are read again because of stray quotation marks. In a file with more of them, a quoted cell may
/// have only [`QUOTED_LINES_THEN`] lines: otherwise each of its lines would be read a thousand times.
const READ_AGAIN: usize = 16 * 1024 * 1024;
const QUOTED_LINES_THEN: usize = 8;

/// Holds how a text file is written.
#[derive(Debug, Clone)]
pub(super) struct Dialect {
    text: Text,
    separator: u8,
    /// Whether the first line only names the separator, as Excel writes it.
    named: bool,
}

impl Dialect {
    /// Recognises the separator.
    pub(super) fn recognise(input: &Input, text: &Text, limits: &Limits) -> io::Result<Self> {
        let first = Lines::new(text.bytes(input.reader()), limits.row_bytes).next()?;
        if let Some(separator) = first.as_ref().and_then(named_separator) {
            return Ok(Self { text: text.clone(), separator, named: true });
        }
        let mut best = (Score::default(), b',');
        for separator in SEPARATORS {
            let dialect = Self { text: text.clone(), separator, named: false };
            let rows = dialect.rows(input.reader(), limits)?.take(LOOK);
            let score = Score::of(rows.filter_map(Result::ok).map(|row| row.cells.len()));
            if score > best.0 {
                best = (score, separator);
            }
        }
        Ok(Self { text: text.clone(), separator: best.1, named: false })
    }

    pub(super) fn recognised(&self) -> Recognised {
        Recognised::Csv { separator: char::from(self.separator), encoding: self.text.encoding }
    }

    /// Reads all rows, headings included, each with the cells it has. Blank rows are counted, and passed over.
    pub(super) fn rows(&self, file: FromStart, limits: &Limits) -> io::Result<Rows> {
        let mut records = Records {
            lines: Lines::new(self.text.bytes(file), limits.row_bytes),
            again: VecDeque::new(),
            text: self.text.clone(),
            separator: self.separator,
            limits: limits.clone(),
            row: 0,
            read_again: 0,
            ended: false,
        };
        if self.named {
            records.line()?;
            records.row = 1;
        }
        Ok(Box::new(records))
    }
}

/// Recognises Excel's first line `sep=;`.
fn named_separator(line: &Line) -> Option<u8> {
    let text = line.bytes.trim_ascii();
    let text = text.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\"")).unwrap_or(text);
    // A tab is trimmed with the space around the line.
    match text {
        [s, e, p, b'=', rest @ ..] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => match rest {
            [] => line.bytes.ends_with(b"\t").then_some(b'\t'),
            [sign] if sign.is_ascii() && !sign.is_ascii_alphanumeric() && *sign != b'"' => Some(*sign),
            [..] => None,
        },
        _ => None,
    }
}

/// Says how well a separator explains the rows: by the share of rows (in percent) that have the most frequent number of
/// cells, times how many cells that is, up to a limit past which more cells say nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Score(usize);

impl Score {
    fn of(widths: impl Iterator<Item = usize>) -> Self {
        let mut counts = std::collections::BTreeMap::<usize, usize>::new();
        let mut all = 0;
        for width in widths {
            *counts.entry(width).or_default() += 1;
            all += 1;
        }
        let split = |(width, count): (&usize, &usize)| {
            if *width < 2 || all == 0 {
                return 0;
            }
            let share = count * 100 / all;
            share * share * (width + 4).min(24)
        };
        Self(counts.iter().map(split).max().unwrap_or(0))
    }
}

struct Records<R> {
    lines: Lines<R>,
    /// Lines that were read as the inside of a cell that is none.
    again: VecDeque<Line>,
    text: Text,
    separator: u8,
    limits: Limits,
    row: u64,
    /// How many bytes were read again because of stray quotation marks.
    read_again: usize,
    ended: bool,
}

impl<R: Read> Records<R> {
    fn line(&mut self) -> io::Result<Option<Line>> {
        match self.again.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next(),
        }
    }

    /// Reads one record; nothing at the end. Its number is in `self.row`.
    fn record(&mut self) -> io::Result<Option<Result<Vec<String>, Problem>>> {
        let Some(first) = self.line()? else {
            return Ok(None);
        };
        self.row += 1;
        if first.cut {
            return Ok(Some(Err(Problem::RowTooLong)));
        }
        let mut cells = Cells::new(self.separator);
        cells.line(&first.bytes);
        let mut inside = Vec::new();
        let mut size = first.bytes.len();
        let most = if self.read_again > READ_AGAIN { QUOTED_LINES_THEN } else { QUOTED_LINES };
        while cells.is_open() {
            let next = self.line()?;
            let fits = inside.len() < most && size <= self.limits.row_bytes;
            match next {
                Some(line) if fits && !line.cut => {
                    size += line.bytes.len() + 1;
                    cells.line_end();
                    cells.line(&line.bytes);
                    inside.push(line);
                }
                other => {
                    // The quotation mark is a stray one: this row is lost, the following are not.
                    self.read_again += size;
                    for line in inside.into_iter().chain(other).rev() {
                        self.again.push_front(line);
                    }
                    return Ok(Some(Err(Problem::UnclosedQuote)));
                }
            }
        }
        let cells = cells.finish();
        if cells.len() > self.limits.columns && cells.iter().skip(self.limits.columns).any(|cell| !cell.is_empty()) {
            return Ok(Some(Err(Problem::TooManyCells { found: cells.len(), columns: self.limits.columns })));
        }
        let mut taken = Vec::with_capacity(cells.len().min(self.limits.columns));
        for (index, cell) in cells.iter().take(self.limits.columns).enumerate() {
            let Some(cell) = self.text.decode(cell) else {
                return Ok(Some(Err(Problem::BrokenText { column: index + 1 })));
            };
            let cell = clean::cell(clean::without_guard(&cell));
            if cell.len() > self.limits.cell_bytes {
                return Ok(Some(Err(Problem::CellTooLong { column: index + 1 })));
            }
            taken.push(cell);
        }
        Ok(Some(Ok(taken)))
    }
}

impl<R: Read> Iterator for Records<R> {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let problem = match self.record() {
                Ok(None) => {
                    self.ended = true;
                    return None;
                }
                Ok(Some(_)) if self.row > self.limits.rows => {
                    self.ended = true;
                    Problem::TooManyRows { most: self.limits.rows }
                }
                Ok(Some(Ok(cells))) => {
                    if cells.iter().all(String::is_empty) {
                        continue;
                    }
                    return Some(Ok(Row { number: self.row, cells }));
                }
                Ok(Some(Err(problem))) => problem,
                Err(_) => {
                    self.ended = true;
                    Problem::Unreadable
                }
            };
            return Some(Err(RowError { row: self.row, problem }));
        }
        None
    }
}

/// Splits lines into cells. A quotation mark counts only where a cell begins; inside, two of them are one; what follows
/// the closing one belongs to the cell, as in the `csv` crate and in Excel.
struct Cells {
    separator: u8,
    done: Vec<Vec<u8>>,
    cell: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// Just after a quotation mark inside quotes: it closes, or is the first of two.
    Closing,
}

impl Cells {
    fn new(separator: u8) -> Self {
        Self { separator, done: Vec::new(), cell: Vec::new(), state: State::Start }
    }

    fn line(&mut self, line: &[u8]) {
        for &byte in line {
            self.state = match (self.state, byte) {
                (State::Start, b'"') => State::Quoted,
                (State::Quoted, b'"') => State::Closing,
                (State::Start | State::Plain | State::Closing, byte) if byte == self.separator => {
                    self.done.push(std::mem::take(&mut self.cell));
                    State::Start
                }
                (State::Closing, b'"') => {
                    self.cell.push(byte);
                    State::Quoted
                }
                (State::Quoted, _) => {
                    self.cell.push(byte);
                    State::Quoted
                }
                (State::Start | State::Plain | State::Closing, _) => {
                    self.cell.push(byte);
                    State::Plain
                }
            };
        }
    }

    fn is_open(&self) -> bool {
        self.state == State::Quoted
    }

    fn line_end(&mut self) {
        self.cell.push(b'\n');
    }

    fn finish(mut self) -> Vec<Vec<u8>> {
        self.done.push(self.cell);
        self.done
    }
}
