//! Which row of a table holds its headings.

use super::{Row, RowError};

/// How many rows are looked at.
pub(super) const LOOK: usize = 50;

/// How many lines of title may stand before the headings.
const TITLES: usize = 8;

/// Holds the headings and where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Headings {
    pub(super) headings: Vec<String>,
    /// The row they stand in; 0 where the file has none.
    pub(super) row: u64,
}

/// Finds the headings: the first row that is not blank, but for title lines (one cell, with at least three in the row
/// that follows them). A row that holds an e-mail address or a phone number is no heading; then all rows are data.
///
/// Returns nothing where there is no row at all.
pub(super) fn find(start: &[Result<Row, RowError>]) -> Option<Headings> {
    let rows: Vec<&Row> = start.iter().flatten().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    let titles = rows.iter().take_while(|row| is_title(row)).count();
    let wide = rows.get(titles).is_some_and(|row| filled(row) >= 3);
    let skipped = if titles <= TITLES && wide { titles } else { 0 };
    let rows = rows.get(skipped..)?;
    let (first, data) = rows.split_first()?;
    let has_headings = !first.cells.iter().any(|cell| is_data(cell));
    let rows = if has_headings { data } else { rows };
    let mut headings = if has_headings {
        let mut cells = first.cells.clone();
        cells.truncate(width(first));
        cells
    } else {
        Vec::new()
    };
    // Where most rows are wider than the headings, the columns without heading are meant.
    let mut widths: Vec<usize> = rows.iter().map(|row| width(row)).collect();
    widths.sort_unstable();
    let usual = if has_headings { widths.get(widths.len() / 2) } else { widths.last() };
    let columns = headings.len().max(usual.copied().unwrap_or(0));
    headings.resize(columns, String::new());
    for (index, heading) in headings.iter_mut().enumerate() {
        *heading = crate::model::text::single_line(heading);
        if heading.is_empty() {
            *heading = format!("Column {}", index + 1);
        }
    }
    Some(Headings { headings, row: if has_headings { first.number } else { 0 } })
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

fn width(row: &Row) -> usize {
    row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

fn is_title(row: &Row) -> bool {
    filled(row) == 1 && !row.cells.iter().any(|cell| is_data(cell))
}

/// Tells whether a cell holds what no heading holds: an e-mail address, or eight digits and more that could be dialled.
fn is_data(cell: &str) -> bool {
    let address = cell.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.ends_with('.') && !cell.contains(char::is_whitespace)
    });
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let dialled = digits >= 8 && !cell.contains(|sign: char| !"0123456789+-(). /".contains(sign));
    address || dialled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(rows: &[&[&str]]) -> Option<Headings> {
        let rows: Vec<_> = rows
            .iter()
            .zip(1..)
            .map(|(cells, number)| Ok(Row { number, cells: cells.iter().map(|&cell| cell.to_owned()).collect() }))
            .collect();
        find(&rows)
    }

    fn found(row: u64, headings: &[&str]) -> Option<Headings> {
        Some(Headings { headings: headings.iter().map(|&heading| heading.to_owned()).collect(), row })
    }

    #[test]
    fn headings_are_found() {
        let ada: &[&str] = &["Ada", "Ås", "ada@example.org"];
        let names: &[&str] = &["Fornavn", "Etternavn", "E-post"];
        assert_eq!(look(&[names, ada]), found(1, names));
        assert_eq!(look(&[&["", ""], &[""], names, ada]), found(3, names));
        assert_eq!(look(&[&["Contacts of 2024", "", ""], &["Made in March"], &[], names, ada]), found(4, names));
        assert_eq!(look(&[ada, ada]), found(0, &["Column 1", "Column 2", "Column 3"]));
        assert_eq!(look(&[&["Name"], &["Ada"]]), found(1, &["Name"]));
        assert_eq!(look(&[&["Name", "", "Mail", ""], ada]), found(1, &["Name", "Column 2", "Mail"]));
        assert_eq!(look(&[&["A", "B"], ada, ada, ada]), found(1, &["A", "B", "Column 3"]));
        assert_eq!(look(&[&["A", "B"], &["1", "2"], &["1", "2"], ada]), found(1, &["A", "B"]));
        assert_eq!(look(&[&["ring", "+47 22 00 00 00"]]), found(0, &["Column 1", "Column 2"]));
        assert_eq!(look(&[&[""], &[]]), None);
        assert_eq!(look(&[]), None);
    }
}
