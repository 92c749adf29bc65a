//! The document on pages: the letter head, the contents, and each section with what is in it.

use std::num::NonZeroU32;

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag};

use super::face::Face;
use super::grid::{Cell, Grid, Row, widths};
use super::lines::{Ink, Paragraph, Span, Style};
use super::sheet::{Item, LEFT, Mark, Part, Sheets, WIDTH, base};
use crate::model::report::{
    Block, CellKind, Document, Fact, Facts, Held, Letter, List, Party, Run, Section, Table, Text, Value, Words,
};

const TITLE: Style = Style::new(Face::SemiBold, 19.0, Ink::Black);
const SECTION: Style = Style::new(Face::SemiBold, 13.5, Ink::Black);
const PART: Style = Style::new(Face::SemiBold, 10.5, Ink::Black);
const NAME: Style = Style::new(Face::SemiBold, 10.5, Ink::Black);
const BODY: Style = Style::new(Face::Regular, 9.5, Ink::Black);
const LABEL: Style = Style::new(Face::Medium, 8.5, Ink::Black);
const CELL: Style = Style::new(Face::Regular, 8.5, Ink::Black);
/// What cells look like where there are many columns.
const DENSE: Style = Style::new(Face::Regular, 7.5, Ink::Black);
const SMALL: Style = Style::new(Face::Regular, 7.5, Ink::Grey);
const HEAD: Style = Style::new(Face::Medium, 7.5, Ink::Grey);
pub(super) const CONTENTS: Style = Style::new(Face::Regular, 9.5, Ink::Black);

/// Fewer sections need no contents.
const CONTENTS_FROM: usize = 3;
/// How far below the upper edge whom a letter goes to stands, so that it shows in the window of an envelope.
const WINDOW: f32 = 130.0;

/// Writes the document.
pub(super) fn write(sheets: &mut Sheets, document: &Document) {
    let mut writer = Writer { sheets, words: &document.words };
    let header = &document.header;
    writer.letter_head(&header.controller, &header.about, &header.title, &header.facts);
    if document.sections.len() >= CONTENTS_FROM {
        writer.contents(&document.sections);
        writer.sheets.turn();
    }
    for section in &document.sections {
        writer.section(section);
    }
    writer.notes();
}

/// Writes a letter from where a page begins.
pub(super) fn write_letter(sheets: &mut Sheets, letter: &Letter) {
    let mut writer = Writer { sheets, words: &letter.words };
    writer.letter_head(&letter.from, &letter.to, &letter.title, &letter.facts);
    writer.sheets.gap(14.0);
    for paragraph in &letter.paragraphs {
        writer.sheets.gap(7.0);
        writer.sheets.say(paragraph, BODY, None);
    }
    writer.notes();
}

struct Writer<'w, 'd> {
    sheets: &'w mut Sheets,
    words: &'d Words,
}

impl Writer<'_, '_> {
    /// Writes who writes to whom about what.
    fn letter_head(&mut self, from: &Party, to: &Party, title: &str, facts: &[Fact]) {
        let head = self.sheets.tree.add(None, Tag::Div);
        if *from != Party::default() {
            self.party(from, NAME, head);
        }
        self.sheets.y += 6.0;
        self.sheets.put(Item::Box { at: [LEFT, self.sheets.y, WIDTH, 0.75], ink: Ink::Black });
        self.sheets.y += 18.0;
        if *to != Party::default() {
            self.sheets.y = self.sheets.y.max(WINDOW);
            if !to.label.is_empty() {
                self.sheets.say(&to.label, SMALL, Some(head));
            }
            self.sheets.say(&to.name, BODY, Some(head));
            for line in to.address.iter().chain(&to.contact) {
                self.sheets.say(line, BODY, Some(head));
            }
            self.sheets.y = (self.sheets.y + 28.0).max(WINDOW + 110.0);
        }
        self.sheets.heading(title, TITLE, 1, None, 40.0);
        if !facts.is_empty() {
            self.sheets.gap(8.0);
            self.fact_rows(facts, None);
        }
    }

    /// Writes who sends the letter: the name, and everything else on one line below it.
    fn party(&mut self, party: &Party, style: Style, under: Part) {
        if !party.label.is_empty() {
            self.sheets.say(&party.label, SMALL, Some(under));
        }
        self.sheets.say(&party.name, style, Some(under));
        let rest: Vec<&str> = party.address.iter().chain(&party.contact).map(String::as_str).collect();
        if !rest.is_empty() {
            self.sheets.say(&rest.join(" · "), SMALL, Some(under));
        }
    }

    fn contents(&mut self, sections: &[Section]) {
        self.sheets.gap(22.0);
        // Not under "contents" itself: the list begins with its heading's next sibling, and no outline entry is needed.
        let title = self.sheets.setting.paragraph(&[Span::Words(&self.words.contents, PART)]);
        self.sheets.keep(80.0);
        let list = self.sheets.tree.add(None, Tag::TOC);
        let caption = self.sheets.tree.add(Some(list), Tag::Caption);
        self.sheets.write(LEFT, WIDTH, &title, caption);
        self.sheets.gap(4.0);
        for (place, section) in sections.iter().enumerate() {
            let entry = self.sheets.tree.add(Some(list), Tag::TOCI);
            let part = self.sheets.tree.add(Some(entry), Tag::Link);
            let paragraph = self.sheets.setting.paragraph(&[Span::Words(&section.title, CONTENTS)]);
            let leading = paragraph.leading + 3.0;
            let lines = self.sheets.setting.broken(&paragraph, WIDTH - 50.0);
            self.sheets.keep(leading * lines.len() as f32);
            let (top, mut length, count) = (self.sheets.y, 0.0, lines.len());
            for line in lines {
                length = line.width;
                self.sheets.line(LEFT, self.sheets.y, line, (CONTENTS.size, leading), Mark::Part(part));
                self.sheets.y += leading;
            }
            let y = base(self.sheets.y - leading, CONTENTS.size, leading);
            let (from, until) = (LEFT + length + 6.0, LEFT + WIDTH - 24.0);
            if until > from {
                self.sheets.put(Item::Box { at: [from, y - 0.25, until - from, 0.4], ink: Ink::Hair });
            }
            self.sheets.put(Item::PageOf { section: place, right: LEFT + WIDTH, y, part });
            let at = [LEFT, top, WIDTH, leading * count as f32];
            self.sheets.put(Item::Link { section: place, at, part, says: section.title.clone() });
        }
    }

    fn section(&mut self, section: &Section) {
        self.sheets.gap(24.0);
        let part = self.sheets.tree.add(None, Tag::Section);
        self.sheets.heading(&section.title, SECTION, 2, Some(part), 60.0);
        self.sheets.gap(3.0);
        for words in &section.introduction {
            self.sheets.gap(3.0);
            self.sheets.say(words, BODY, Some(part));
        }
        for block in &section.blocks {
            self.sheets.gap(7.0);
            match block {
                Block::Paragraph(text) => {
                    let (paragraph, tag) = (self.text(text, BODY), self.sheets.tree.add(Some(part), Tag::P));
                    self.sheets.write(LEFT, WIDTH, &paragraph, tag);
                }
                Block::List(list) => self.list(list, part),
                Block::Facts(facts) => self.facts(facts, part),
                Block::Table(table) => self.table(table, part),
            }
        }
    }

    fn title(&mut self, title: &str, under: Part) {
        if !title.is_empty() {
            self.sheets.gap(7.0);
            self.sheets.heading(title, PART, 3, Some(under), 54.0);
            self.sheets.gap(4.0);
        }
    }

    fn list(&mut self, list: &List, under: Part) {
        self.title(&list.title, under);
        let part = self.sheets.tree.add(Some(under), Tag::L(ListNumbering::Disc));
        let bullet = self.sheets.setting.paragraph(&[Span::Words("•", BODY)]);
        for point in &list.points {
            let item = self.sheets.tree.add(Some(part), Tag::LI);
            let label = self.sheets.tree.add(Some(item), Tag::Lbl);
            let body = self.sheets.tree.add(Some(item), Tag::LBody);
            let text = self.text(point, BODY);
            self.sheets.keep(text.leading * 2.0);
            if let Some(line) = self.sheets.setting.broken(&bullet, WIDTH).into_iter().next() {
                self.sheets.line(LEFT + 3.0, self.sheets.y, line, (BODY.size, BODY.leading()), Mark::Part(label));
            }
            self.sheets.write(LEFT + 14.0, WIDTH - 14.0, &text, body);
            self.sheets.gap(2.5);
        }
    }

    fn facts(&mut self, facts: &Facts, under: Part) {
        if facts.facts.is_empty() {
            return;
        }
        self.title(&facts.title, under);
        self.fact_rows(&facts.facts, Some(under));
    }

    /// Writes labels with what is held under each, and beside it in small type where it came from.
    fn fact_rows(&mut self, facts: &[Fact], under: Option<Part>) {
        let has_origin = facts.iter().flat_map(|fact| &fact.values).any(|held| held.came.is_some());
        let shares: &[f32] = if has_origin { &[0.27, 0.43, 0.30] } else { &[0.27, 0.73] };
        let Words { field, value, came_from, .. } = self.words;
        let heads: &[&str] = if has_origin { &[field, value, came_from] } else { &[] };
        let head = heads.iter().map(|words| Cell::column(self.words(words, HEAD))).collect();
        let mut grid = Grid::begin(self.sheets, under, shares.iter().map(|share| share * WIDTH).collect(), head);
        for fact in facts {
            let rows = u32::try_from(fact.values.len()).ok().filter(|&rows| rows > 1).and_then(NonZeroU32::new);
            let label = Tag::TH(TableHeaderScope::Row).with_row_span(rows);
            let mut label = Some(Cell { text: self.words(&fact.label, LABEL), tag: label.into(), is_right: false });
            if fact.values.is_empty() {
                let mut row = vec![label.take(), Some(Cell::data(self.nothing()))];
                row.extend(has_origin.then(|| Some(Cell::data(Paragraph::default()))));
                grid.row(self.sheets, row);
            }
            for held in &fact.values {
                let mut row = vec![label.take(), Some(Cell::data(self.held(held)))];
                if has_origin {
                    let came = held.came.as_ref().map_or("", |came| came.words.as_str());
                    row.push(Some(Cell::data(self.words(came, SMALL))));
                }
                grid.row(self.sheets, row);
            }
        }
        grid.end(self.sheets);
    }

    fn held(&mut self, held: &Held) -> Paragraph {
        if held.value.is_empty() {
            return self.nothing();
        }
        let label = if held.label.is_empty() { String::new() } else { format!("  {}", held.label) };
        self.value(&held.value, CELL, &[Span::Words(&label, SMALL)])
    }

    fn nothing(&mut self) -> Paragraph {
        let words = self.words.nothing.as_str();
        self.words(if words.is_empty() { "–" } else { words }, SMALL)
    }

    fn table(&mut self, table: &Table, under: Part) {
        if table.rows.is_empty() || table.columns.is_empty() {
            return;
        }
        self.title(&table.title, under);
        // A column in which nothing stands would only take the room of the others.
        let filled = |place: usize| table.rows.iter().any(|row| row.get(place).is_some_and(|cell| !cell.is_empty()));
        let columns: Vec<usize> = (0..table.columns.len()).filter(|&place| filled(place)).collect();
        for (cell, head) in [(CELL, HEAD), (DENSE, Style { size: 7.0, ..HEAD })] {
            let heads: Vec<Cell> = columns
                .iter()
                .map(|&place| {
                    let column = &table.columns[place];
                    let text = self.words(&column.title, head);
                    Cell { is_right: column.kind == CellKind::Number, ..Cell::column(text) }
                })
                .collect();
            let rows: Vec<Row> = table
                .rows
                .iter()
                .map(|row| {
                    let cell = |&place: &usize| {
                        let text = row.get(place).map(|value| self.value(value, cell, &[])).unwrap_or_default();
                        let is_right = table.columns[place].kind == CellKind::Number;
                        Some(Cell { is_right, ..Cell::data(text) })
                    };
                    columns.iter().map(cell).collect()
                })
                .collect();
            let Some(widths) = widths(&heads, &rows) else { continue };
            let mut grid = Grid::begin(self.sheets, Some(under), widths, heads);
            for row in rows {
                grid.row(self.sheets, row);
            }
            grid.end(self.sheets);
            return;
        }
        self.records(table, &columns, under);
    }

    /// Writes the rows of a table that has too many columns one below the other.
    fn records(&mut self, table: &Table, columns: &[usize], under: Part) {
        for row in &table.rows {
            let mut grid = Grid::begin(self.sheets, Some(under), vec![0.27 * WIDTH, 0.73 * WIDTH], Vec::new());
            let filled = columns.iter().filter_map(|&place| Some((&table.columns[place], row.get(place)?)));
            for (column, value) in filled.filter(|(_, value)| !value.is_empty()) {
                let label = Tag::TH(TableHeaderScope::Row);
                let label = Cell { tag: label.into(), ..Cell::data(self.words(&column.title, LABEL)) };
                let value = Cell::data(self.value(value, CELL, &[]));
                grid.row(self.sheets, vec![Some(label), Some(value)]);
            }
            grid.end(self.sheets);
            self.sheets.gap(10.0);
        }
    }

    /// Writes what explains the bars and the code points, where there are any.
    fn notes(&mut self) {
        let lacking = self.sheets.setting.lacking;
        if !self.sheets.has_bars && lacking == 0 {
            return;
        }
        self.sheets.gap(20.0);
        self.sheets.keep(30.0);
        self.sheets.put(Item::Box { at: [LEFT, self.sheets.y, 90.0, 0.5], ink: Ink::Hair });
        self.sheets.y += 6.0;
        if self.sheets.has_bars {
            let part = self.sheets.tree.add(None, Tag::P);
            let Words { blacked_out, blacked_out_why, .. } = self.words;
            let why = format!("  {blacked_out_why}");
            let spans = [Span::Bar(blacked_out, SMALL), Span::Words(&why, SMALL)];
            let paragraph = self.sheets.setting.paragraph(&spans);
            self.sheets.write(LEFT, WIDTH, &paragraph, part);
            self.sheets.gap(3.0);
        }
        if lacking > 0 {
            let words = self.words.code_points.replace("{count}", &lacking.to_string());
            self.sheets.say(&words, SMALL, None);
        }
    }

    fn words(&mut self, words: &str, style: Style) -> Paragraph {
        self.sheets.setting.paragraph(&[Span::Words(words, style)])
    }

    fn text(&mut self, text: &Text, style: Style) -> Paragraph {
        let spans: Vec<Span<'_>> = text.0.iter().map(|run| span(run, self.words, style)).collect();
        self.set(&spans)
    }

    fn set(&mut self, spans: &[Span<'_>]) -> Paragraph {
        self.sheets.has_bars |= spans.iter().any(|span| matches!(span, Span::Bar(..)));
        self.sheets.setting.paragraph(spans)
    }

    fn value(&mut self, value: &Value, style: Style, after: &[Span<'_>]) -> Paragraph {
        let words = self.words;
        let mut spans: Vec<Span<'_>> = match value {
            Value::Text(text) => text.0.iter().map(|run| span(run, words, style)).collect(),
            Value::BlackedOut(_) => vec![Span::Bar(&words.blacked_out, style)],
            Value::Empty => return Paragraph::default(),
            Value::Item { words, .. }
            | Value::Number { words, .. }
            | Value::Date { words, .. }
            | Value::Moment { words, .. }
            | Value::YesNo { words, .. } => vec![Span::Words(words, style)],
        };
        spans.extend_from_slice(after);
        self.set(&spans)
    }
}

fn span<'t>(run: &'t Run, words: &'t Words, style: Style) -> Span<'t> {
    match run {
        Run::Words(words) | Run::Reworded(words) => Span::Words(words, style),
        Run::BlackedOut { .. } => Span::Bar(&words.blacked_out, style),
    }
}
