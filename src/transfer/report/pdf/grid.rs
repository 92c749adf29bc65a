//! Rows and columns: how wide each column is, and rows that go on over pages under a head that is repeated.

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::lines::{Ink, Line, Paragraph};
use super::sheet::{BOTTOM, Item, LEFT, Mark, Part, Sheets, TOP, WIDTH};

/// The room between a cell's edge and its words.
const PAD: f32 = 4.0;
const PAD_ABOVE: f32 = 3.0;
/// How much of a long word a column makes room for; what is longer is broken.
const WORD: f32 = 84.0;
/// What is no longer than this stays on one line where there is any room.
const SHORT: f32 = 110.0;
/// How thick the lines between rows are.
const HAIR: f32 = 0.5;

/// A cell before it is known how wide it is.
pub(super) struct Cell {
    pub text: Paragraph,
    pub tag: TagKind,
    /// Whether it ends at the right edge, as numbers do.
    pub is_right: bool,
}

impl Cell {
    pub fn data(text: Paragraph) -> Self {
        Self { text, tag: Tag::TD.into(), is_right: false }
    }

    /// Returns the head of a column.
    pub fn column(text: Paragraph) -> Self {
        Self { text, tag: Tag::TH(TableHeaderScope::Column).into(), is_right: false }
    }
}

/// A row: no cell where one of an earlier row reaches down to it.
pub(super) type Row = Vec<Option<Cell>>;

/// Returns how wide each column is; none where they do not fit beside each other.
///
/// Each column gets the room that its longest word takes, or all that it can use where that is little (dates, numbers,
/// kinds), and of what is left the more, the longer its texts are.
pub(super) fn widths(head: &[Cell], rows: &[Row]) -> Option<Vec<f32>> {
    let mut word = vec![0.0_f32; head.len()];
    let mut natural = vec![0.0_f32; head.len()];
    let heads = head.iter().enumerate();
    let cells =
        rows.iter().flat_map(|row| row.iter().enumerate().filter_map(|(place, cell)| Some((place, cell.as_ref()?))));
    for (place, cell) in heads.chain(cells) {
        word[place] = word[place].max(cell.text.least.min(WORD) + 2.0 * PAD);
        natural[place] = natural[place].max(cell.text.natural.min(WIDTH) + 2.0 * PAD);
    }
    let sum = |widths: &[f32]| widths.iter().sum::<f32>();
    if sum(&natural) <= WIDTH {
        let more = (WIDTH - sum(&natural)) / head.len().max(1) as f32;
        return Some(natural.into_iter().map(|width| width + more).collect());
    }
    let whole: Vec<f32> =
        word.iter().zip(&natural).map(|(&word, &natural)| if natural <= SHORT { natural } else { word }).collect();
    let least = [whole, word].into_iter().find(|least| sum(least) <= WIDTH)?;
    let share = (WIDTH - sum(&least)) / (sum(&natural) - sum(&least));
    Some(least.iter().zip(&natural).map(|(least, natural)| least + (natural - least) * share).collect())
}

/// A cell in its lines.
struct Set {
    lines: std::vec::IntoIter<Line>,
    measure: (f32, f32),
    x: f32,
    width: f32,
    is_right: bool,
    part: Part,
}

impl Set {
    fn height(&self) -> f32 {
        self.lines.len() as f32 * self.measure.1
    }
}

/// A table that is being written.
pub(super) struct Grid {
    part: Part,
    body: Option<Part>,
    widths: Vec<f32>,
    head: Vec<Vec<Line>>,
    /// Font size and leading of the head.
    measure: (f32, f32),
    /// The columns whose heads end at the right edge.
    right: Vec<bool>,
    has_head: bool,
}

impl Grid {
    /// Begins a table with its head; an empty one is none. The first row stays with it.
    pub fn begin(sheets: &mut Sheets, under: Option<Part>, widths: Vec<f32>, head: Vec<Cell>) -> Self {
        let part = sheets.tree.add(under, Tag::Table);
        let measure = head.first().map_or((0.0, 0.0), |cell| (cell.text.size, cell.text.leading));
        let lines = head.iter().zip(&widths);
        let lines = lines.map(|(cell, width)| sheets.setting.broken(&cell.text, width - 2.0 * PAD)).collect();
        let right = head.iter().map(|cell| cell.is_right).collect();
        let grid = Self { part, body: None, widths, head: lines, measure, right, has_head: !head.is_empty() };
        if grid.has_head {
            sheets.keep(grid.head_height() + 30.0);
            let top = sheets.tree.add(Some(part), Tag::THead);
            let row = sheets.tree.add(Some(top), Tag::TR);
            let parts: Vec<Mark> =
                head.into_iter().map(|cell| Mark::Part(sheets.tree.add(Some(row), cell.tag))).collect();
            grid.put_head(sheets, &parts);
        }
        grid
    }

    fn head_height(&self) -> f32 {
        let most = self.head.iter().map(Vec::len).max().unwrap_or(0);
        if self.has_head { most as f32 * self.measure.1 + 2.0 * PAD_ABOVE } else { 0.0 }
    }

    fn put_head(&self, sheets: &mut Sheets, marks: &[Mark]) {
        let height = self.head_height();
        sheets.put(Item::Box { at: [LEFT, sheets.y, WIDTH, height], ink: Ink::Tint });
        let mut x = LEFT;
        for (place, lines) in self.head.iter().enumerate() {
            let width = self.widths.get(place).copied().unwrap_or(0.0);
            let mark = marks.get(place).copied().unwrap_or(Mark::Decoration);
            // Heads stand at the lower edge, nearest to what they head.
            let mut top = sheets.y + height - PAD_ABOVE - lines.len() as f32 * self.measure.1;
            for line in lines {
                let indent = if self.right.get(place) == Some(&true) { width - PAD - line.width } else { PAD };
                sheets.line(x + indent, top, line.clone(), self.measure, mark);
                top += self.measure.1;
            }
            x += width;
        }
        sheets.y += height;
    }

    /// Begins the next page, with the head again.
    fn turn(&self, sheets: &mut Sheets) {
        sheets.turn();
        if self.has_head {
            self.put_head(sheets, &[]);
        }
    }

    /// Writes a row; it is cut only where it is longer than a page.
    pub fn row(&mut self, sheets: &mut Sheets, row: Row) {
        let body = *self.body.get_or_insert_with(|| sheets.tree.add(Some(self.part), Tag::TBody));
        let part = sheets.tree.add(Some(body), Tag::TR);
        let mut x = LEFT;
        let mut cells = Vec::with_capacity(row.len());
        // The line above a row begins where its own cells do.
        let mut from = None;
        for (cell, width) in row.into_iter().zip(&self.widths) {
            if let Some(cell) = cell {
                from.get_or_insert(x);
                let lines = sheets.setting.broken(&cell.text, width - 2.0 * PAD).into_iter();
                let (measure, part) = ((cell.text.size, cell.text.leading), sheets.tree.add(Some(part), cell.tag));
                cells.push(Set { lines, measure, x, width: *width, is_right: cell.is_right, part });
            }
            x += width;
        }
        let height = |cells: &[Set]| cells.iter().map(Set::height).fold(0.0, f32::max) + 2.0 * PAD_ABOVE;
        let page = BOTTOM - TOP - self.head_height();
        let needed = height(&cells);
        if needed > sheets.room() && (needed <= page || sheets.room() < 60.0) {
            self.turn(sheets);
        }
        if sheets.y > TOP {
            let from = from.unwrap_or(LEFT);
            sheets.put(Item::Box { at: [from, sheets.y, LEFT + WIDTH - from, HAIR], ink: Ink::Hair });
        }
        loop {
            let top = sheets.y + PAD_ABOVE;
            let mut lowest = top;
            for cell in &mut cells {
                let mut y = top;
                while y + cell.measure.1 <= BOTTOM - PAD_ABOVE + 0.01 {
                    let Some(line) = cell.lines.next() else { break };
                    let indent = if cell.is_right { cell.width - PAD - line.width } else { PAD };
                    sheets.line(cell.x + indent, y, line, cell.measure, Mark::Part(cell.part));
                    y += cell.measure.1;
                }
                lowest = lowest.max(y);
            }
            sheets.y = lowest + PAD_ABOVE;
            if cells.iter().all(|cell| cell.lines.as_slice().is_empty()) {
                break;
            }
            self.turn(sheets);
        }
    }

    /// Ends the table with a line below it.
    pub fn end(self, sheets: &mut Sheets) {
        sheets.put(Item::Box { at: [LEFT, sheets.y, WIDTH, HAIR], ink: Ink::Hair });
        sheets.y += HAIR;
    }
}
