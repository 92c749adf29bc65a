//! Says where a long list is scrolled to, without ever holding a height in `f32`.

use std::ops::Range;

/// The height of every row in logical pixels. Integral, so that rows never drift from the pixel grid.
pub const ROW_HEIGHT: f32 = 32.0;

/// The smallest thumb a hand can still take, in logical pixels.
const SHORTEST_THUMB: f32 = 28.0;

/// Names the row at the top of the window, and how many pixels of it are scrolled away.
///
/// Heights of whole lists are computed in `f64`, which counts pixels exactly up to 2^53; an `f32` stops at 2^24, half
/// a million rows.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Position {
    /// The first row that is at least partly in view.
    pub first: usize,
    /// The pixels of that row above the window, 0 ≤ offset < [`ROW_HEIGHT`].
    pub offset: f32,
}

/// Describes the list a position belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// The number of rows.
    pub len: usize,
    /// The height of the window in logical pixels.
    pub height: f32,
}

impl Extent {
    fn furthest(self) -> f64 {
        (self.len as f64 * f64::from(ROW_HEIGHT) - f64::from(self.height)).max(0.0)
    }

    /// Returns whether there is more than fits the window.
    pub fn overflows(self) -> bool {
        self.furthest() > 0.0
    }

    /// Returns how many whole rows fit the window, at least one.
    pub fn page(self) -> usize {
        ((self.height / ROW_HEIGHT).floor() as usize).max(1)
    }

    /// Returns the length of the scrollbar's thumb on a track of the given length.
    pub fn thumb(self, track: f32) -> f32 {
        let share = f64::from(self.height) / (self.len.max(1) as f64 * f64::from(ROW_HEIGHT));

        ((f64::from(track) * share.min(1.0)) as f32).max(SHORTEST_THUMB).min(track)
    }
}

impl Position {
    fn pixels(self) -> f64 {
        self.first as f64 * f64::from(ROW_HEIGHT) + f64::from(self.offset)
    }

    fn at_pixels(pixels: f64, extent: Extent) -> Self {
        let pixels = pixels.clamp(0.0, extent.furthest());
        let first = (pixels / f64::from(ROW_HEIGHT)).floor();

        Self { first: first as usize, offset: (pixels - first * f64::from(ROW_HEIGHT)) as f32 }
    }

    /// Returns the nearest position that leaves no empty space below the last row.
    pub fn clamped(self, extent: Extent) -> Self {
        Self::at_pixels(self.pixels(), extent)
    }

    /// Returns the position a number of pixels further down, or up when negative.
    pub fn moved(self, by: f32, extent: Extent) -> Self {
        Self::at_pixels(self.pixels() + f64::from(by), extent)
    }

    /// Returns how far down the list this is, from 0 (top) to 1 (bottom).
    pub fn fraction(self, extent: Extent) -> f64 {
        match extent.furthest() {
            furthest if furthest > 0.0 => (self.pixels() / furthest).clamp(0.0, 1.0),
            _ => 0.0,
        }
    }

    /// Returns the position at a fraction from 0 (top) to 1 (bottom).
    pub fn at_fraction(fraction: f64, extent: Extent) -> Self {
        Self::at_pixels(extent.furthest() * fraction.clamp(0.0, 1.0), extent)
    }

    /// Returns the nearest position that shows the whole of a row.
    pub fn revealing(self, row: usize, extent: Extent) -> Self {
        let top = row as f64 * f64::from(ROW_HEIGHT);
        let lowest = top + f64::from(ROW_HEIGHT) - f64::from(extent.height);

        // A window lower than a row shows the row's top.
        Self::at_pixels(self.pixels().max(lowest).min(top), extent)
    }

    /// Returns the rows that are at least partly in view.
    pub fn visible(self, extent: Extent) -> Range<usize> {
        let first = self.first.min(extent.len);
        let rows = ((self.offset + extent.height) / ROW_HEIGHT).ceil().max(0.0) as usize;

        first..first.saturating_add(rows).min(extent.len)
    }

    /// Returns the row at a distance in pixels from the window's top, if there is one.
    pub fn row_at(self, y: f32, extent: Extent) -> Option<usize> {
        if y < 0.0 || y >= extent.height {
            return None;
        }
        let row = self.first + ((y + self.offset.round()) / ROW_HEIGHT).floor() as usize;

        (row < extent.len).then_some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HUGE: Extent = Extent { len: 100_000_000, height: 650.0 };

    fn at(first: usize, offset: f32) -> Position {
        Position { first, offset }
    }

    #[test]
    fn one_pixel_counts_at_the_end_of_a_hundred_million_rows() {
        let end = Position::at_fraction(1.0, HUGE);
        assert_eq!(end.visible(HUGE).end, HUGE.len);
        assert_eq!(end.fraction(HUGE), 1.0);

        let above = end.moved(-1.0, HUGE);
        assert_ne!(above, end);
        assert_eq!(above.moved(1.0, HUGE), end);
    }

    #[test]
    fn revealing_moves_no_further_than_needed() {
        let extent = Extent { len: 1000, height: 100.0 };
        let cases = [
            (at(10, 0.0), 10, at(10, 0.0)),
            (at(10, 5.0), 10, at(10, 0.0)),
            (at(10, 0.0), 12, at(10, 0.0)),
            (at(10, 0.0), 13, at(10, 28.0)),
            (at(10, 0.0), 3, at(3, 0.0)),
            (at(0, 0.0), 999, at(996, 28.0)),
        ];
        for (before, row, after) in cases {
            assert_eq!(before.revealing(row, extent), after, "row {row}");
        }
    }

    #[test]
    fn a_list_that_shrinks_clamps() {
        let short = Extent { len: 5, height: 100.0 };
        assert_eq!(at(900, 3.0).clamped(short), at(1, 28.0));
        let empty = Extent { len: 0, height: 100.0 };
        assert_eq!(at(900, 3.0).clamped(empty), at(0, 0.0));
        assert_eq!(at(0, 0.0).visible(empty), 0..0);
        assert!(!empty.overflows());
    }

    #[test]
    fn rows_are_found_under_the_pointer() {
        assert_eq!(at(7, 0.0).row_at(31.9, HUGE), Some(7));
        assert_eq!(at(7, 30.0).row_at(2.0, HUGE), Some(8));
        assert_eq!(at(7, 0.0).row_at(-0.1, HUGE), None);
        assert_eq!(at(7, 0.0).row_at(650.0, HUGE), None);
        let short = Extent { len: 2, height: 100.0 };
        assert_eq!(at(0, 0.0).row_at(70.0, short), None);
    }

    #[test]
    fn the_thumb_never_gets_too_small_to_take() {
        assert_eq!(HUGE.thumb(650.0), 28.0);
        let half = Extent { len: 20, height: 320.0 };
        assert_eq!(half.thumb(320.0), 160.0);
    }
}
