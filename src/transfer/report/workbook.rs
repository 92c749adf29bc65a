//! A report as a workbook: one sheet a section, and one for each further table in it, for reading, sorting and filtering. Text is only ever written as text.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::model::Zone;
use crate::model::report::{Block, CellKind, Document, Facts, Section, Table, Value, Words};
use crate::transfer::Error;
use crate::transfer::xlsx::{excel_day, excel_moment, fitting, sheet_name};

/// How wide columns are, in signs.
const LABEL: f64 = 28.0;
const SHORT: f64 = 18.0;
const LONG: f64 = 60.0;
/// The most signs on a tab, with a number before them where two are alike.
const TAB: usize = 28;
/// The most columns whose width is set.
const COLUMNS: u16 = 20;

/// Returns the document as a workbook. It is made in memory: what is kept in files meanwhile would hold plain text.
pub(super) fn rendered(document: &Document) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    let formats = Formats::new();
    let mut taken: Vec<String> = Vec::new();
    front(named(&mut book, &document.words.contents, &mut taken)?, document, &formats)?;
    for section in &document.sections {
        let sheet = named(&mut book, &section.title, &mut taken)?;
        print_set_up(sheet, document)?;
        let words = &document.words;
        let apart = Sheet { sheet, formats: &formats, words, row: 0, long: Vec::new() }.section(section)?;
        for table in apart {
            let title = if table.title.is_empty() { &section.title } else { &table.title };
            let sheet = named(&mut book, title, &mut taken)?;
            print_set_up(sheet, document)?;
            Sheet { sheet, formats: &formats, words, row: 0, long: Vec::new() }.table_apart(title, table)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// Adds a sheet whose name no other has.
fn named<'b>(book: &'b mut Workbook, title: &str, taken: &mut Vec<String>) -> Result<&'b mut Worksheet, XlsxError> {
    let mut name = sheet_name(&shortened(title));
    for number in 2.. {
        if !name.is_empty() && !taken.contains(&name.to_lowercase()) {
            break;
        }
        name = sheet_name(&format!("{number} {}", shortened(title)));
    }
    taken.push(name.to_lowercase());
    book.add_worksheet().set_name(name)
}

/// Returns a title that fits on a tab: cut between words.
fn shortened(title: &str) -> String {
    if title.chars().count() <= TAB {
        return title.to_owned();
    }
    let cut: String = title.chars().take(TAB - 1).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", cut.trim_end_matches([',', ' ', ':']))
}

struct Formats {
    title: Format,
    heading: Format,
    label: Format,
    text: Format,
    quoted: Format,
    date: Format,
    moment: Format,
    number: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let text = top.clone().set_text_wrap();
        Self {
            title: Format::new().set_bold().set_font_size(14),
            heading: Format::new().set_bold().set_background_color(0xEE_EC_E6_u32),
            label: text.clone().set_bold(),
            // Edited there, a text that looks like a formula stays a text.
            quoted: text.clone().set_quote_prefix(),
            text,
            date: top.clone().set_num_format("yyyy-mm-dd"),
            moment: top.clone().set_num_format("yyyy-mm-dd hh:mm"),
            number: top,
        }
    }
}

/// Sets up a sheet for paper: wide, one page broad, our business above and the number of the report below.
fn print_set_up(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    // "&" begins a code there; two stand for one.
    let plain = |text: &str| fitting(text).replace(['\n', '\r'], " ").replace('&', "&&");
    let short = |text: String| text.chars().take(100).collect::<String>();
    let header = &document.header;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&L&8{}&R&8{}", short(plain(&header.controller.name)), short(plain(&header.title))));
    let page = plain(&document.words.page).replace("{page}", "&P").replace("{pages}", "&N");
    sheet.set_footer(format!("&L&8{}&R&8{}", header.number, page));
    Ok(())
}

/// Fills the first sheet: who tells whom, when, and what the sheets are.
fn front(sheet: &mut Worksheet, document: &Document, formats: &Formats) -> Result<(), XlsxError> {
    print_set_up(sheet, document)?;
    sheet.set_column_width(0, LABEL)?;
    sheet.set_column_width(1, LONG)?;
    let mut front = Sheet { sheet, formats, words: &document.words, row: 0, long: Vec::new() };
    let header = &document.header;
    front.write(0, &header.title, &formats.title)?;
    front.row += 2;
    for party in [&header.controller, &header.about] {
        front.write(0, &party.label, &formats.label)?;
        for line in std::iter::once(&party.name).chain(&party.address).chain(&party.contact) {
            front.write(1, line, &formats.text)?;
            front.row += 1;
        }
        front.row += 1;
    }
    for fact in &header.facts {
        front.write(0, &fact.label, &formats.label)?;
        for held in &fact.values {
            front.value(1, &held.value)?;
            front.row += 1;
        }
    }
    front.row += 1;
    for (number, section) in (1..).zip(&document.sections) {
        front.write(0, &format!("{number}"), &formats.text)?;
        front.write(1, &section.title, &formats.text)?;
        front.row += 1;
    }
    Ok(())
}

struct Sheet<'s> {
    sheet: &'s mut Worksheet,
    formats: &'s Formats,
    words: &'s Words,
    row: u32,
    /// Columns that hold long texts.
    long: Vec<u16>,
}

impl Sheet<'_> {
    /// Writes a section, and returns the tables that get sheets of their own: each can be filtered, and keeps its headings
    /// in view, only where it is the only one on a sheet.
    fn section(mut self, section: &Section) -> Result<Vec<&Table>, XlsxError> {
        let formats = self.formats;
        self.write(0, &section.title, &formats.title)?;
        self.row += 1;
        for paragraph in &section.introduction {
            self.write(0, paragraph, &Format::new())?;
            self.row += 1;
        }
        self.row += 1;
        let facts: Vec<&Facts> = section
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Facts(facts) => Some(facts),
                Block::Paragraph(_) | Block::List(_) | Block::Table(_) => None,
            })
            .collect();
        let (mut apart, mut has_table) = (Vec::new(), !facts.is_empty());
        let mut are_facts_written = false;
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => {
                    let words = text.words(self.words);
                    self.write(0, &words, &Format::new())?;
                    self.row += 1;
                }
                Block::List(list) => {
                    self.heading(&list.title)?;
                    for point in &list.points {
                        let words = format!("• {}", point.words(self.words));
                        self.write(0, &words, &Format::new())?;
                        self.row += 1;
                    }
                }
                Block::Facts(_) if are_facts_written => continue,
                Block::Facts(_) => {
                    are_facts_written = true;
                    self.facts(&facts)?;
                }
                Block::Table(table) if has_table => {
                    apart.push(table);
                    continue;
                }
                Block::Table(table) => {
                    has_table = true;
                    self.table(table)?;
                }
            }
            self.row += 1;
        }
        self.set_widths()?;
        Ok(apart)
    }

    /// Writes a table that has a sheet of its own.
    fn table_apart(mut self, title: &str, table: &Table) -> Result<(), XlsxError> {
        self.write(0, title, &self.formats.title.clone())?;
        self.row += 2;
        self.table(&Table { title: String::new(), ..table.clone() })?;
        self.set_widths()
    }

    fn set_widths(&mut self) -> Result<(), XlsxError> {
        for column in 0..COLUMNS {
            let width = if self.long.contains(&column) { LONG } else { SHORT };
            self.sheet.set_column_width(column, width)?;
        }
        Ok(())
    }

    fn heading(&mut self, title: &str) -> Result<(), XlsxError> {
        if !title.is_empty() {
            self.write(0, title, &self.formats.label.clone())?;
            self.row += 1;
        }
        Ok(())
    }

    /// Writes headings, and the set-up of the table under them.
    fn headings<'h>(&mut self, headings: impl Iterator<Item = &'h str>, rows: usize) -> Result<(), XlsxError> {
        let mut last = 0;
        for (column, heading) in (0u16..).zip(headings) {
            self.write(column, heading, &self.formats.heading.clone())?;
            last = column;
        }
        self.sheet.set_freeze_panes(self.row + 1, 0)?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        let end = self.row.saturating_add(u32::try_from(rows).unwrap_or(u32::MAX));
        self.sheet.autofilter(self.row, 0, end, last)?;
        self.row += 1;
        Ok(())
    }

    /// Writes the facts of a section as one table: of which kind each is, stands in a column.
    fn facts(&mut self, all: &[&Facts]) -> Result<(), XlsxError> {
        let rows = all.iter().flat_map(|facts| &facts.facts).map(|fact| fact.values.len()).sum();
        let Words { field, value, came_from, category, .. } = self.words;
        self.headings([category, field, "", value, came_from].into_iter().map(|word: &str| word), rows)?;
        self.long.extend([3, 4]);
        let formats = self.formats;
        for facts in all {
            for fact in &facts.facts {
                for held in &fact.values {
                    // On every row, so that rows can be sorted.
                    self.write(0, &facts.title, &formats.text)?;
                    self.write(1, &fact.label, &formats.label)?;
                    self.write(2, &held.label, &formats.text)?;
                    self.value(3, &held.value)?;
                    if let Some(came) = &held.came {
                        self.write(4, &came.words, &formats.text)?;
                    }
                    self.row += 1;
                }
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        self.heading(&table.title)?;
        self.headings(table.columns.iter().map(|column| column.title.as_str()), table.rows.len())?;
        let long = (0u16..).zip(&table.columns).filter(|(_, column)| column.kind == CellKind::LongText);
        self.long.extend(long.map(|(place, _)| place));
        for row in &table.rows {
            for (column, cell) in (0u16..).zip(row) {
                self.value(column, cell)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    fn value(&mut self, column: u16, value: &Value) -> Result<(), XlsxError> {
        let formats = self.formats;
        match value {
            Value::Empty => {}
            Value::Date { day, words } => match excel_day(*day) {
                Some(day) => {
                    self.sheet.write_datetime_with_format(self.row, column, day, &formats.date)?;
                }
                None => self.write(column, words, &formats.text)?,
            },
            Value::Moment { at, words } => match excel_moment(Zone::local().at(*at)) {
                Some(moment) => {
                    self.sheet.write_datetime_with_format(self.row, column, moment, &formats.moment)?;
                }
                None => self.write(column, words, &formats.text)?,
            },
            // With a unit, words say more than a number.
            Value::Number { number, words }
                if number.is_finite() && words.chars().all(|sign| !sign.is_alphabetic()) =>
            {
                self.sheet.write_number_with_format(self.row, column, *number, &formats.number)?;
            }
            Value::Text(_) | Value::Item { .. } | Value::Number { .. } | Value::YesNo { .. } | Value::BlackedOut(_) => {
                let words = value.words(self.words);
                self.write(column, &words, &formats.text)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let format = if crate::transfer::clean::looks_like_formula(text) { &self.formats.quoted } else { format };
        self.sheet.write_string_with_format(self.row, column, fitting(text), format)?;
        Ok(())
    }
}
