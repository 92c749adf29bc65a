//! Tables that somebody fills in: what can be chosen in a column drops down, and a chosen cell says what belongs there.

use std::path::Path;

use rust_xlsxwriter::{DataValidation, Formula, Workbook, XlsxError};

use super::{CellOut, TableOut, fill, fitting, save, sheet_name};
use crate::transfer::Error;

/// How many rows there is room for below those that are written.
const ROOM: u32 = 500;

/// Describes a table that somebody fills in. It stands on the first sheet, from the first row on.
#[derive(Debug, Clone, Copy)]
pub struct FormOut<'a> {
    /// The table; without titles or foot, which would be read as rows.
    pub table: TableOut<'a>,
    /// What is filled in already.
    pub rows: &'a [Vec<CellOut>],
    /// What helps to fill in the columns, in their order; columns beyond these have none.
    pub help: &'a [HelpOut],
    /// A column that nobody need see.
    pub hidden: Option<u16>,
    /// The name of the hidden sheet that holds what can be chosen.
    pub choices: &'a str,
}

/// Helps to fill in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpOut {
    /// What belongs there, as a chosen cell says it; at most 255 signs are shown.
    pub says: String,
    /// What can be chosen; something else can be typed all the same.
    pub choices: Vec<String>,
    /// How wide the column is, in signs; none to fit what is in it.
    pub width: Option<u8>,
}

/// The most signs of the words about a cell, and of their title, as Excel has them.
const SAYS: usize = 255;
const TITLE: usize = 32;

/// Writes a table to be filled in, and other tables behind it.
///
/// # Errors
/// As [`super::write_tables`].
pub fn write_form(path: &Path, form: &FormOut<'_>, behind: &[(TableOut<'_>, Vec<Vec<CellOut>>)]) -> Result<(), Error> {
    let mut book = Workbook::new();
    let written = fill(book.add_worksheet(), &form.table, form.rows.iter().cloned())?;
    for (table, rows) in behind {
        fill(book.add_worksheet(), table, rows.iter().cloned())?;
    }
    choices(&mut book, form)?;
    let last = u32::try_from(written).unwrap_or(u32::MAX).saturating_add(ROOM);
    help(&mut book, form, last)?;
    save(&mut book, path)
}

/// Writes what can be chosen, a column for each, to a sheet that is not shown: a list in the cell itself holds no more
/// than 255 signs.
fn choices(book: &mut Workbook, form: &FormOut<'_>) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(form.choices))?.set_hidden(true);
    for (column, help) in (0u16..).zip(form.help) {
        for (row, choice) in (0u32..).zip(&help.choices) {
            sheet.write_string(row, column, fitting(choice))?;
        }
    }
    Ok(())
}

fn help(book: &mut Workbook, form: &FormOut<'_>, last: u32) -> Result<(), XlsxError> {
    let sheet = book.worksheet_from_index(0)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    for (column, help) in (0u16..).zip(form.help) {
        if let Some(width) = help.width {
            sheet.set_column_width(column, f64::from(width))?;
        }
        let heading = form.table.columns.get(usize::from(column)).map_or("", |column| column.heading.as_str());
        let validation = if help.choices.is_empty() {
            DataValidation::new().allow_any_value()
        } else {
            let name = sheet_name(form.choices).replace('\'', "''");
            let letter = rust_xlsxwriter::column_number_to_name(column);
            let range = format!("='{name}'!${letter}$1:${letter}${}", help.choices.len());
            DataValidation::new().allow_list_formula(Formula::new(range))
        };
        // What is not on the list can be typed: a cell may name several, and categories that are new.
        let validation = validation
            .show_error_message(false)
            .set_input_title(cut(heading, TITLE))?
            .set_input_message(cut(&help.says, SAYS))?;
        sheet.add_data_validation(1, column, last, column, &validation)?;
    }
    if let Some(column) = form.hidden {
        sheet.set_column_hidden(column)?;
    }
    Ok(())
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Read;

    use calamine::{Reader, SheetVisible, Xlsx, open_workbook};

    use super::super::{ColumnOut, Kind};
    use super::*;
    use crate::transfer::{Format, Limits, open};

    #[test]
    fn a_form_offers_choices_and_is_read_back_from_its_first_sheet() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("form.xlsx");
        let heading = |text: &str| ColumnOut { heading: text.to_owned(), kind: Kind::Text };
        let columns = [heading("Category"), heading("Months"), heading("Comment"), heading("kartotek")];
        let table = TableOut { sheet: "Form", titles: &[], columns: &columns, foot: &[] };
        let help = [
            HelpOut { says: "s".repeat(300), choices: vec!["=Customer".to_owned(), "Partner".to_owned()], width: None },
            HelpOut { says: "How long.".to_owned(), choices: vec![], width: Some(12) },
        ];
        let rows = [vec![CellOut::Text("Partner".to_owned()), CellOut::Number(36.0), CellOut::Text("@x".to_owned())]];
        let form = FormOut { table, rows: &rows, help: &help, hidden: Some(3), choices: "It's a list" };
        let words = [heading("Column"), heading("Words")];
        let behind = TableOut { sheet: "Words", titles: &[], columns: &words, foot: &[] };
        write_form(&path, &form, &[(behind, vec![vec![CellOut::Text("Category".to_owned())]])]).unwrap();

        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let sheets: Vec<_> = book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
        assert_eq!(sheets[0], ("Form".to_owned(), SheetVisible::Visible));
        assert_eq!(sheets[2], ("It's a list".to_owned(), SheetVisible::Hidden));
        for (name, _) in sheets {
            assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none(), "{name}");
        }
        let source = open(&path, Format::Xlsx, &Limits::default()).unwrap();
        assert_eq!(source.headings(), ["Category", "Months", "Comment", "kartotek"]);
        assert_eq!(source.rows().unwrap().next().unwrap().unwrap().cells, ["Partner", "36", "@x", ""]);

        let mut xml = String::new();
        let mut packed = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
        packed.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
        assert!(xml.contains("<formula1>'It''s a list'!$A$1:$A$2</formula1>"), "{xml}");
        assert!(xml.contains("hidden=\"1\""), "{xml}");
    }
}
