//! Address books: vCard 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350), shown as a table.
//!
//! The file is read twice, a card at a time: once to learn which columns there are, and again for the rows. The columns
//! have names of our own (`email 2 label`), which are recognised like the headings of any other file.

mod card;
mod text;
pub mod writing;

use std::collections::BTreeSet;
use std::io;

use self::card::Column;
use self::text::Cards;
use super::encoding::Text;
use super::input::Input;
use super::lines::Lines;
use super::{Error, Limits, Problem, Recognised, Row, RowError, Rows};

/// How many lines may stand before the first card.
const BEFORE: usize = 20;

/// Tells whether a text file is an address book.
pub(super) fn begins(input: &Input, text: &Text) -> io::Result<bool> {
    let mut lines = Lines::new(text.bytes(input.reader()), 1024);
    for _ in 0..BEFORE {
        match lines.next()? {
            Some(line) if text::is_begin(&line.bytes) => return Ok(true),
            Some(_) => {}
            None => return Ok(false),
        }
    }
    Ok(false)
}

/// Holds what an address book contains, but for the cards themselves.
#[derive(Debug, Clone)]
pub(super) struct Book {
    text: Text,
    version: String,
    pictures: u64,
    cards: u64,
    columns: Vec<Column>,
}

impl Book {
    /// Reads the book once.
    pub(super) fn scan(input: &Input, text: &Text, limits: &Limits) -> Result<Self, Error> {
        let mut cards = Cards::new(text.bytes(input.reader()), text.encoding, limits);
        let mut columns = BTreeSet::new();
        let mut version = None;
        for card in cards.by_ref().flatten() {
            version.get_or_insert(card.version);
            if let Ok(fields) = card::read(&card.text) {
                columns.extend(fields.into_keys());
            }
        }
        if cards.number == 0 {
            return Err(Error::Empty);
        }
        Ok(Self {
            text: text.clone(),
            version: version.unwrap_or_default(),
            pictures: cards.pictures,
            cards: cards.number,
            columns: columns.into_iter().collect(),
        })
    }

    pub(super) fn headings(&self) -> Vec<String> {
        self.columns.iter().map(ToString::to_string).collect()
    }

    pub(super) fn cards(&self) -> u64 {
        self.cards
    }

    pub(super) fn recognised(&self) -> Recognised {
        Recognised::Vcard { version: self.version.clone(), encoding: self.text.encoding, pictures: self.pictures }
    }

    /// Reads the cards as rows.
    pub(super) fn rows(&self, input: &Input, limits: &Limits) -> Rows {
        let cards = Cards::new(self.text.bytes(input.reader()), self.text.encoding, limits);
        let columns = self.columns.clone();
        let cell_bytes = limits.cell_bytes;
        Box::new(cards.map(move |card| {
            let card = card?;
            let error = |problem| RowError { row: card.number, problem };
            let mut fields = card::read(&card.text).map_err(error)?;
            let cells: Vec<String> = columns.iter().map(|column| fields.remove(column).unwrap_or_default()).collect();
            if let Some(long) = cells.iter().position(|cell| cell.len() > cell_bytes) {
                return Err(error(Problem::CellTooLong { column: long + 1 }));
            }
            Ok(Row { number: card.number, cells })
        }))
    }
}
