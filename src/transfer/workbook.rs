//! Reads Excel workbooks, a row at a time.
//!
//! Only calamine's cells reader is used: its ranges take memory for every cell between the first and the last, which a
//! file of a kilobyte can make half a terabyte. It runs on a thread of its own, at most [`AHEAD`] rows ahead; what it
//! panics about (broken cell references, for one) becomes an error of the file.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::input::Input;
use super::{Error, Limits, Part, Problem, Row, RowError, Rows, Unsupported, clean, zip_scan};

/// How many rows are read before anybody asks for them.
const AHEAD: usize = 256;

/// Excel's own bounds; what lies beyond is a broken reference.
const EXCEL_ROWS: u32 = 1_048_576;
const EXCEL_COLUMNS: u32 = 16_384;

type Book = Xlsx<Cursor<Arc<[u8]>>>;

/// Holds a workbook that passed the checks. Its bytes are kept (20 MB at most), so that what was checked is what is read.
#[derive(Debug, Clone)]
pub(super) struct Workbook {
    packed: Arc<[u8]>,
    sheet: String,
}

impl Workbook {
    pub(super) fn open(input: &Input, limits: &Limits) -> Result<Self, Error> {
        let mut packed = Vec::new();
        input.reader().take(limits.packed_bytes.saturating_add(1)).read_to_end(&mut packed)?;
        if packed.len() as u64 > limits.packed_bytes {
            return Err(Error::TooLarge { part: Part::File, most: limits.packed_bytes });
        }
        let packed: Arc<[u8]> = packed.into();
        zip_scan::check(&packed, limits)?;
        let sheet = catch_unwind(AssertUnwindSafe(|| choose_sheet(&packed)))
            .unwrap_or(Err(Error::Damaged))?
            .ok_or(Error::Empty)?;
        Ok(Self { packed, sheet })
    }

    pub(super) fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Reads all rows, headings included, each with the cells it has; blank rows are passed over.
    pub(super) fn rows(&self, limits: &Limits) -> Rows {
        let (sender, rows) = sync_channel(AHEAD);
        let (book, limits) = (self.clone(), limits.clone());
        let reader = std::thread::Builder::new().name("workbook".to_owned()).spawn(move || {
            let mut at = 0;
            let done = catch_unwind(AssertUnwindSafe(|| book.send(&limits, &sender, &mut at)));
            if matches!(done, Ok(Err(Stop::Damaged)) | Err(_)) {
                // Nobody listening is no error: they have seen enough.
                let _ = sender.send(Err(RowError { row: at + 1, problem: Problem::Damaged }));
            }
        });
        match reader {
            Ok(_) => Box::new(Incoming(rows)),
            Err(_) => Box::new(std::iter::once(Err(RowError { row: 0, problem: Problem::Unreadable }))),
        }
    }

    /// Sends the rows, and tells in `at` which was the last.
    fn send(&self, limits: &Limits, to: &SyncSender<Result<Row, RowError>>, at: &mut u64) -> Result<(), Stop> {
        let mut book = open_book(&self.packed)?;
        let mut cells = book.worksheet_cells_reader(&self.sheet)?;
        let mut row = Building::default();
        while let Some(cell) = cells.next_cell()? {
            let (number, column) = cell.get_position();
            if number >= EXCEL_ROWS || column >= EXCEL_COLUMNS || number < row.number {
                return Err(Stop::Damaged);
            }
            if number > row.number {
                std::mem::take(&mut row).send(to)?;
                row.number = number;
            }
            *at = u64::from(number);
            if *at >= limits.sheet_rows {
                to.send(Err(RowError { row: *at + 1, problem: Problem::TooManyRows { most: limits.sheet_rows } }))?;
                return Ok(());
            }
            row.add(column as usize, text(cell.get_value()), limits);
        }
        row.send(to)
    }
}

struct Incoming(Receiver<Result<Row, RowError>>);

impl Iterator for Incoming {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.recv().ok()
    }
}

/// Why the reading thread ends early.
enum Stop {
    Damaged,
    /// Whoever asked for the rows wants no more.
    NobodyListens,
}

impl From<XlsxError> for Stop {
    fn from(_: XlsxError) -> Self {
        Self::Damaged
    }
}

impl<T> From<std::sync::mpsc::SendError<T>> for Stop {
    fn from(_: std::sync::mpsc::SendError<T>) -> Self {
        Self::NobodyListens
    }
}

#[derive(Default)]
struct Building {
    /// From 0, as calamine counts.
    number: u32,
    cells: Vec<String>,
    size: usize,
    problem: Option<Problem>,
}

impl Building {
    fn add(&mut self, column: usize, text: String, limits: &Limits) {
        let text = clean::cell(&text);
        if text.is_empty() {
            return;
        }
        if column >= limits.columns {
            self.problem = Some(Problem::TooManyCells { found: column + 1, columns: limits.columns });
        } else if text.len() > limits.cell_bytes {
            self.problem = Some(Problem::CellTooLong { column: column + 1 });
        } else if self.size + text.len() > limits.row_bytes {
            self.problem = Some(Problem::RowTooLong);
        } else {
            self.size += text.len();
            if self.cells.len() <= column {
                self.cells.resize(column + 1, String::new());
            }
            if let Some(cell) = self.cells.get_mut(column) {
                *cell = text;
            }
        }
    }

    fn send(self, to: &SyncSender<Result<Row, RowError>>) -> Result<(), Stop> {
        let number = u64::from(self.number) + 1;
        if let Some(problem) = self.problem {
            to.send(Err(RowError { row: number, problem }))?;
        } else if !self.cells.is_empty() {
            to.send(Ok(Row { number, cells: self.cells }))?;
        }
        Ok(())
    }
}

fn open_book(packed: &Arc<[u8]>) -> Result<Book, XlsxError> {
    Xlsx::new(Cursor::new(Arc::clone(packed)))
}

/// Returns the first visible worksheet that has a cell with something in it.
fn choose_sheet(packed: &Arc<[u8]>) -> Result<Option<String>, Error> {
    let mut book = open_book(packed).map_err(|error| {
        if matches!(error, XlsxError::Password) {
            Error::Unsupported { kind: Unsupported::PasswordProtected }
        } else {
            Error::Damaged
        }
    })?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for sheet in sheets {
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| Error::Damaged)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Error::Damaged)? {
            if !text(cell.get_value()).trim().is_empty() {
                return Ok(Some(sheet));
            }
        }
    }
    Ok(None)
}

/// Writes a value as a person would: whole numbers without decimals, days as ISO 8601; an error of a formula is nothing.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => unescape(text),
        DataRef::SharedString(text) => unescape(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::Bool(true) => "true".to_owned(),
        DataRef::Bool(false) => "false".to_owned(),
        DataRef::DateTime(moment) => date_time(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.strip_suffix("T00:00:00").or_else(|| text.strip_suffix("T00:00:00Z")).unwrap_or(text).to_owned()
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Resolves the `_x000D_` that workbooks write for signs XML has no place for (ECMA-376, ST_Xstring); they are controls,
/// of which only the line end says anything.
fn unescape(text: &str) -> String {
    if text.contains("_x000") {
        text.replace("_x000D_\n", "\n").replace("_x000D_", "\n").replace("_x000A_", "\n")
    } else {
        text.to_owned()
    }
}

/// Writes a number to the fifteen digits Excel itself keeps: 0.1 + 0.2 is 0.3, and a phone number has no exponent.
fn decimal(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

fn date_time(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        let seconds = (moment.as_f64() * 86_400.0).round().clamp(0.0, 1e12) as u64;
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        return format!("{hours:02}:{minutes:02}:{:02}", seconds % 60);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date}T{hour:02}:{minute:02}:{second:02}") }
}
