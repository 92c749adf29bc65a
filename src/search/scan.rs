//! Walks the index and finds.

use std::sync::atomic::{AtomicBool, Ordering};

use memchr::memmem::Finder;

use super::Index;
use super::index::Base;

/// How many bytes are searched before looking whether somebody wants to stop.
const STRIDE: usize = 64 * 1024;

/// Finds the rows of the base that contain every word of one alternative.
struct Scan<'a> {
    /// The longest word first. Never empty.
    words: Vec<Finder<'a>>,
    /// The next row to look at.
    row: usize,
    /// The row after those that may be searched before looking at the flag again.
    stride_end: usize,
    /// The row found and not yet taken.
    found: Option<usize>,
}

impl Scan<'_> {
    /// Returns the next row found without taking it.
    fn peek(&mut self, base: &Base, stop: &mut impl FnMut() -> bool) -> Option<usize> {
        if self.found.is_none() {
            self.found = self.advance(base, stop);
        }
        self.found
    }

    fn advance(&mut self, base: &Base, stop: &mut impl FnMut() -> bool) -> Option<usize> {
        let (rarest, others) = self.words.split_first()?;
        while self.row < base.ends.len() {
            let from = base.start(self.row);
            if self.row >= self.stride_end {
                if stop() {
                    return None;
                }
                self.stride_end = row_at(&base.ends, self.row, from + STRIDE) + 1;
            }
            let stride = &base.text[from..base.start(self.stride_end)];
            let Some(hit) = rarest.find(stride) else {
                self.row = self.stride_end;
                continue;
            };
            let row = row_at(&base.ends, self.row, from + hit);
            self.row = row + 1;
            if others.iter().all(|word| word.find(base.row(row)).is_some()) {
                return Some(row);
            }
        }
        None
    }
}

/// Returns the row that holds this byte, or the last one; looks near `from` first, because hits
/// are usually close together.
fn row_at(ends: &[usize], from: usize, byte: usize) -> usize {
    let mut step = 1;
    let mut low = from;
    while low + step < ends.len() && ends[low + step] <= byte {
        low += step;
        step *= 2;
    }
    let high = (low + step + 1).min(ends.len());
    let row = low + ends[low..high].partition_point(|end| *end <= byte);
    row.min(ends.len() - 1)
}

/// The persons a query finds, in list order.
pub struct Matches<'a> {
    index: &'a Index,
    /// One scan for each alternative; none to find everybody.
    scans: Vec<Scan<'a>>,
    next_base: usize,
    next_overlay: usize,
    stop: Option<&'a AtomicBool>,
    stopped: bool,
}

impl<'a> Matches<'a> {
    pub(super) fn everybody(index: &'a Index) -> Self {
        Self::new(index, Vec::new())
    }

    pub(super) fn new(index: &'a Index, alternatives: Vec<Vec<Finder<'a>>>) -> Self {
        let scans = alternatives.into_iter().map(|words| Scan { words, row: 0, stride_end: 0, found: None }).collect();
        Self { index, scans, next_base: 0, next_overlay: 0, stop: None, stopped: false }
    }

    /// Ends the iteration early once the flag is set; it is looked at every 64 KiB of text.
    #[must_use]
    pub fn stop_when(mut self, flag: &'a AtomicBool) -> Self {
        self.stop = Some(flag);
        self
    }

    /// Returns whether the iteration was ended early.
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    /// Returns the next row of the base, without taking it.
    fn peek_base(&mut self) -> Option<usize> {
        let base = &self.index.base;
        loop {
            let row = if self.scans.is_empty() {
                Some(self.next_base).filter(|row| *row < base.ids.len())
            } else {
                let (flag, stopped) = (self.stop, &mut self.stopped);
                let mut stop = || {
                    *stopped |= flag.is_some_and(|flag| flag.load(Ordering::Relaxed));
                    *stopped
                };
                self.scans.iter_mut().filter_map(|scan| scan.peek(base, &mut stop)).min()
            }?;
            if !self.index.is_gone(row) {
                return Some(row);
            }
            self.take_base(row);
        }
    }

    fn take_base(&mut self, row: usize) {
        self.next_base = row + 1;
        for scan in &mut self.scans {
            if scan.found == Some(row) {
                scan.found = None;
            }
        }
    }

    /// Returns the gap of the next changed row that is found, without taking it.
    fn peek_overlay(&mut self) -> Option<usize> {
        loop {
            let row = self.index.overlay.rows.get(self.next_overlay)?;
            let everybody = self.scans.is_empty();
            let matches = |scan: &Scan<'_>| scan.words.iter().all(|word| word.find(&row.text).is_some());
            if everybody || self.scans.iter().any(matches) {
                return Some(row.gap);
            }
            self.next_overlay += 1;
        }
    }
}

impl<'a> Matches<'a> {
    /// Returns the next person who is found, with their folded text.
    pub(super) fn next_row(&mut self) -> Option<(i64, &'a [u8])> {
        if self.stopped {
            return None;
        }
        let base = self.peek_base();
        if self.stopped {
            return None;
        }
        let overlay = self.peek_overlay();
        match (base, overlay) {
            (_, Some(gap)) if base.is_none_or(|row| gap <= row) => {
                let index = self.index;
                let row = &index.overlay.rows[self.next_overlay];
                self.next_overlay += 1;
                Some((row.id, &row.text))
            }
            (Some(row), _) => {
                self.take_base(row);
                let base = &self.index.base;
                Some((base.ids[row], base.row(row)))
            }
            (None, _) => None,
        }
    }
}

impl Iterator for Matches<'_> {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        self.next_row().map(|(id, _)| id)
    }
}
