//! The rows that changed since the index was built, each with its place among the others.

use zeroize::Zeroizing;

/// A changed or added row.
pub(super) struct Row {
    /// The row of the base it stands before; the number of rows when it stands after them all.
    pub(super) gap: usize,
    pub(super) id: i64,
    pub(super) text: Zeroizing<Vec<u8>>,
}

/// Where a row is put.
pub(super) struct Place {
    pub(super) gap: usize,
    /// The index among the rows of the overlay.
    pub(super) at: usize,
}

/// The changed rows in list order, so their gaps never decrease.
#[derive(Default)]
pub(super) struct Overlay {
    pub(super) rows: Vec<Row>,
}

impl Overlay {
    pub(super) fn find(&self, id: i64) -> Option<usize> {
        self.rows.iter().position(|row| row.id == id)
    }

    /// Returns how many rows stand before this row of the base.
    pub(super) fn rows_up_to(&self, base_row: usize) -> usize {
        self.rows.partition_point(|row| row.gap <= base_row)
    }

    pub(super) fn insert(&mut self, place: Place, id: i64, text: Zeroizing<Vec<u8>>) {
        let row = Row { gap: place.gap, id, text };
        self.rows.insert(place.at, row);
    }
}
