//! Keeps the rows that a plan was made from, so that the file need not be read again to carry it out: unpacking a workbook
//! takes longer than anything else that is done with it.

use zeroize::Zeroizing;

use crate::transfer::Row;

/// With more bytes than this the file is read again.
const MOST: usize = 64 << 20;
/// What is made room for at a time. A piece never grows, which would leave an unwiped copy behind.
const PIECE: usize = 1 << 20;

/// The rows of a file that can be taken, packed; wiped when they are let go.
#[derive(Default)]
pub(super) struct Kept {
    pieces: Vec<Zeroizing<Vec<u8>>>,
    size: usize,
    is_too_much: bool,
}

impl Kept {
    /// Adds a row.
    pub fn push(&mut self, row: &Row) {
        let size = 16 + row.cells.iter().map(|cell| 8 + cell.len()).sum::<usize>();
        self.size += size;
        if self.size > MOST {
            self.is_too_much = true;
            self.pieces.clear();
        }
        if self.is_too_much {
            return;
        }
        if self.pieces.last().is_none_or(|piece| piece.capacity() - piece.len() < size) {
            self.pieces.push(Zeroizing::new(Vec::with_capacity(size.max(PIECE))));
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.extend_from_slice(&row.number.to_le_bytes());
            piece.extend_from_slice(&(row.cells.len() as u64).to_le_bytes());
            for cell in &row.cells {
                piece.extend_from_slice(&(cell.len() as u64).to_le_bytes());
                piece.extend_from_slice(cell.as_bytes());
            }
        }
    }

    /// Returns the rows in the order of the file; none where they were too much to keep.
    pub fn rows(&self) -> Option<impl Iterator<Item = Row>> {
        (!self.is_too_much).then(|| {
            self.pieces.iter().flat_map(|piece| {
                let mut rest = piece.as_slice();
                std::iter::from_fn(move || unpack(&mut rest))
            })
        })
    }
}

/// Says how much, never who.
impl std::fmt::Debug for Kept {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Kept").field("size", &self.size).finish_non_exhaustive()
    }
}

fn unpack(rest: &mut &[u8]) -> Option<Row> {
    let number = take_number(rest)?;
    let count = take_number(rest)?;
    let cells = (0..count).map(|_| {
        let length = usize::try_from(take_number(rest)?).ok()?;
        let (cell, after) = rest.split_at_checked(length)?;
        *rest = after;
        String::from_utf8(cell.to_vec()).ok()
    });
    Some(Row { number, cells: cells.collect::<Option<_>>()? })
}

fn take_number(rest: &mut &[u8]) -> Option<u64> {
    let (number, after) = rest.split_first_chunk::<8>()?;
    *rest = after;
    Some(u64::from_le_bytes(*number))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn row(number: u64, cell: &str) -> Row {
        Row { number, cells: vec![String::new(), cell.to_owned(), "Ødegård".to_owned()] }
    }

    #[test]
    fn rows_come_back_as_they_were() {
        let mut kept = Kept::default();
        let long = "å".repeat(PIECE);
        let rows: Vec<Row> =
            (1..5_000).map(|number| row(number, if number == 7 { &long } else { "a\nb, \"c\"" })).collect();
        rows.iter().for_each(|row| kept.push(row));
        assert!(kept.pieces.len() > 2);
        assert!(kept.rows().unwrap().eq(rows));
    }

    #[test]
    fn too_much_is_not_kept() {
        let mut kept = Kept::default();
        let long = "a".repeat(MOST / 3);
        (1..6).for_each(|number| kept.push(&row(number, &long)));
        assert!(kept.rows().is_none());
        assert!(kept.pieces.is_empty());
    }
}
