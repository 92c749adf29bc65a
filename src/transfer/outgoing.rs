//! Files that are handed out: tables as workbooks or text, and address books, written row by row.
//!
//! A file is written beside its place under another name, readable by its owner alone, and put there once it is whole.
//! Whatever a cell holds, no spreadsheet runs it: workbooks take it as text, and text files have an apostrophe before
//! what looks like a formula, which reading them takes off again.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use sha2::{Digest, Sha256};

use super::part::Part;
use super::xlsx::{fitting, sheet_name};
use super::{Error, clean};

/// The most bytes that wait to be written.
const BUFFER: usize = 256 * 1_024;
/// How wide the columns of a workbook are, in signs.
const WIDTH: f64 = 18.0;

/// Says what a file is to look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Text that spreadsheets open by a click: marked as UTF-8, with this separator, and without formulas.
    Csv {
        /// What stands between cells.
        separator: u8,
    },
    /// Text for programs: commas, and every value just as it is.
    Raw,
    /// A workbook with one sheet of this name.
    Xlsx {
        /// The name; signs that Excel forbids there become spaces.
        sheet: String,
    },
    /// Rows with one cell, one after the other as they are.
    Plain,
}

/// Rows that are written together.
#[derive(Debug, Default)]
pub struct Batch {
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
    /// Where each row ends, among the cells.
    rows: Vec<usize>,
}

impl Batch {
    /// Returns the text that the next cell is written onto the end of; [`Batch::end_cell`] ends it.
    pub fn cell(&mut self) -> &mut String {
        &mut self.text
    }

    /// Ends a cell.
    pub fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        self.rows.push(self.ends.len());
    }

    /// Returns how many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns how many bytes the cells take.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    fn cells(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        let starts = std::iter::once(0).chain(self.rows.iter().copied());
        starts.zip(&self.rows).map(|(first, end)| {
            (first..*end).map(|place| {
                let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
                &self.text[start..self.ends[place]]
            })
        })
    }
}

/// A file that is being written.
pub struct Outgoing {
    part: Part,
    writer: Writer,
}

enum Writer {
    Csv(Box<csv::Writer<Hashing>>, bool),
    Plain(Hashing),
    Xlsx(Box<Workbook>, u32),
}

impl Outgoing {
    /// Begins a file that is to lie at `path`, with a row of headings where there are any.
    ///
    /// # Errors
    /// [`Error::Io`] where nothing can be written there.
    pub fn create(path: &Path, shape: &Shape, headings: &[String]) -> Result<Self, Error> {
        let part = Part::create(path)?;
        let writer = match shape {
            Shape::Csv { separator } => {
                let mut out = Hashing::new(part.open()?);
                // By this mark, spreadsheets know that it is UTF-8.
                out.write_all("\u{feff}".as_bytes())?;
                Writer::Csv(Box::new(lines(*separator, out)), true)
            }
            Shape::Raw => Writer::Csv(Box::new(lines(b',', Hashing::new(part.open()?))), false),
            Shape::Plain => Writer::Plain(Hashing::new(part.open()?)),
            Shape::Xlsx { sheet } => {
                let mut book = Workbook::new();
                // What it keeps aside lies in the folder that was chosen: it holds what the file holds.
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                book.set_tempdir(folder.unwrap_or(Path::new(".")))?;
                let table = book.add_worksheet_with_constant_memory()?;
                table.set_name(sheet_name(sheet))?;
                let bold = Format::new().set_bold();
                for (column, heading) in (0u16..).zip(headings) {
                    table.set_column_width(column, WIDTH)?;
                    table.write_string_with_format(0, column, fitting(heading), &bold)?;
                }
                table.set_freeze_panes(1, 0)?;
                Writer::Xlsx(Box::new(book), 1)
            }
        };
        let mut outgoing = Self { part, writer };
        if let Writer::Csv(writer, guards) = &mut outgoing.writer {
            for heading in headings {
                write_cell(writer, heading, *guards)?;
            }
            writer.write_record(None::<&[u8]>).map_err(broken)?;
        }
        Ok(outgoing)
    }

    /// Writes rows.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Workbook`] where there are more rows than a sheet holds.
    pub fn rows(&mut self, batch: &Batch) -> Result<(), Error> {
        match &mut self.writer {
            Writer::Csv(writer, guards) => {
                for row in batch.cells() {
                    for cell in row {
                        write_cell(writer, cell, *guards)?;
                    }
                    writer.write_record(None::<&[u8]>).map_err(broken)?;
                }
            }
            Writer::Plain(out) => out.write_all(batch.text.as_bytes())?,
            Writer::Xlsx(book, row) => {
                let sheet = book.worksheet_from_index(0)?;
                // Edited there, such a cell stays text.
                let quoted = Format::new().set_quote_prefix();
                for cells in batch.cells() {
                    for (column, cell) in (0u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                        if clean::looks_like_formula(cell) {
                            sheet.write_string_with_format(*row, column, fit(cell), &quoted)?;
                        } else {
                            sheet.write_string(*row, column, fit(cell))?;
                        }
                    }
                    *row += 1;
                }
            }
        }
        Ok(())
    }

    /// Ends the file, waits until the disk has it, puts it in its place, and returns its hash in hexadecimal.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::Workbook`]; what lay at the place before is still there then.
    pub fn finish(self, path: &Path) -> Result<String, Error> {
        let Self { part, writer } = self;
        let hash = match writer {
            Writer::Csv(writer, _) => writer.into_inner().map_err(|error| error.into_error())?.finish()?,
            Writer::Plain(out) => out.finish()?,
            Writer::Xlsx(mut book, _) => {
                let mut file = BufWriter::new(part.open()?);
                book.save_to_writer(&mut file)?;
                file.flush()?;
                file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
                // A packed file is not written from its beginning to its end.
                hash_of(part.path())?
            }
        };
        part.put(path)?;
        Ok(hash)
    }
}

fn lines(separator: u8, out: Hashing) -> csv::Writer<Hashing> {
    csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .buffer_capacity(64 * 1_024)
        .from_writer(out)
}

fn write_cell(writer: &mut csv::Writer<Hashing>, cell: &str, guards: bool) -> Result<(), Error> {
    if guards {
        writer.write_field(clean::guarded(cell).as_bytes()).map_err(broken)
    } else {
        writer.write_field(cell).map_err(broken)
    }
}

/// Returns a cell as a workbook can hold it. Most need no looking at.
fn fit(cell: &str) -> String {
    let plain = cell.len() < 1_024 && cell.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain { cell.to_owned() } else { fitting(cell) }
}

fn broken(error: csv::Error) -> Error {
    Error::Io(error.into())
}

fn hash_of(path: &Path) -> Result<String, Error> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; BUFFER];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok(hex(hash));
        }
        hash.update(&piece[..read]);
    }
}

fn hex(hash: Sha256) -> String {
    data_encoding::HEXLOWER.encode(&hash.finalize())
}

/// A file whose hash is known when it is written.
struct Hashing {
    file: BufWriter<File>,
    hash: Sha256,
}

impl Hashing {
    fn new(file: File) -> Self {
        Self { file: BufWriter::with_capacity(BUFFER, file), hash: Sha256::new() }
    }

    fn finish(self) -> Result<String, Error> {
        self.file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok(hex(self.hash))
    }
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use std::fs;

    use super::*;
    use crate::transfer::{Format as Read, Limits, open};

    fn batch(rows: &[&[&str]]) -> Batch {
        let mut batch = Batch::default();
        for row in rows {
            for cell in *row {
                batch.cell().push_str(cell);
                batch.end_cell();
            }
            batch.end_row();
        }
        batch
    }

    fn written(path: &Path, shape: &Shape, rows: &[&[&str]]) -> String {
        let mut out = Outgoing::create(path, shape, &["Name".to_owned(), "Note".to_owned()]).unwrap();
        out.rows(&batch(rows)).unwrap();
        out.finish(path).unwrap()
    }

    #[test]
    fn tables_come_back_as_they_went_out() {
        let folder = tempfile::tempdir().unwrap();
        let rows: &[&[&str]] =
            &[&["Åse", "=1+1"], &["", "'=x"], &["a;b,c\"d", "two\nlines"], &["+47 22 00 00 00", "'t Hooft"]];
        for (name, shape) in [
            ("a.csv", Shape::Csv { separator: b';' }),
            ("b.csv", Shape::Csv { separator: b',' }),
            ("c.xlsx", Shape::Xlsx { sheet: "People: all".to_owned() }),
        ] {
            let path = folder.path().join(name);
            let hash = written(&path, &shape, rows);
            assert_eq!(hash, hash_of(&path).unwrap(), "{name}");
            let source = open(&path, Read::Auto, &Limits::default()).unwrap();
            assert_eq!(source.headings(), ["Name", "Note"]);
            let read: Vec<Vec<String>> = source.rows().unwrap().map(|row| row.unwrap().cells).collect();
            assert_eq!(read, rows, "{name}");
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            }
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left beside them");
    }

    #[test]
    fn a_file_that_is_not_finished_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        for (name, shape) in [("a.csv", Shape::Raw), ("a.xlsx", Shape::Xlsx { sheet: String::new() })] {
            let path = folder.path().join(name);
            fs::write(&path, "what was there").unwrap();
            let mut out = Outgoing::create(&path, &shape, &["Name".to_owned()]).unwrap();
            out.rows(&batch(&[&["Åse"]])).unwrap();
            drop(out);
            assert_eq!(fs::read_to_string(&path).unwrap(), "what was there");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
