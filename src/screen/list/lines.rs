//! What a list knows of the records near its window, so that a list of a million holds a few thousand rows' texts.

use std::collections::HashMap;
use std::hash::Hash;

/// How many rows are remembered before those far from the window are let go.
const LIMIT: usize = 4_000;

/// Rows by identity.
#[derive(Debug)]
pub struct Lines<I, L> {
    known: HashMap<I, Known<L>>,
}

impl<I, L> Default for Lines<I, L> {
    fn default() -> Self {
        Self { known: HashMap::new() }
    }
}

#[derive(Debug)]
struct Known<L> {
    line: L,
    /// Whether nothing has changed since it was read.
    is_fresh: bool,
}

impl<I: Copy + Eq + Hash, L> Lines<I, L> {
    /// Returns what is known of a record, be it outdated: the old row stays until the new one is there.
    pub fn get(&self, id: I) -> Option<&L> {
        self.known.get(&id).map(|known| &known.line)
    }

    /// Returns which of `ids` must be read.
    pub fn missing(&self, ids: &[I]) -> Vec<I> {
        ids.iter().filter(|id| self.known.get(id).is_none_or(|known| !known.is_fresh)).copied().collect()
    }

    /// Remembers rows as they were read.
    pub fn learn(&mut self, lines: impl IntoIterator<Item = (I, L)>) {
        self.known.extend(lines.into_iter().map(|(id, line)| (id, Known { line, is_fresh: true })));
    }

    /// Notes that a card changed.
    pub fn doubt(&mut self, id: I) {
        if let Some(known) = self.known.get_mut(&id) {
            known.is_fresh = false;
        }
    }

    /// Notes that any card may have changed.
    pub fn doubt_all(&mut self) {
        self.known.values_mut().for_each(|known| known.is_fresh = false);
    }

    /// Lets go of all but `near` once too many rows are remembered.
    pub fn trim(&mut self, near: &[I]) {
        if self.known.len() > LIMIT {
            let mut kept = HashMap::with_capacity(near.len());
            for id in near {
                if let Some(known) = self.known.remove(id) {
                    kept.insert(*id, known);
                }
            }
            self.known = kept;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubted_row_is_read_again_and_shown_until_then() {
        let mut lines = Lines::default();
        lines.learn([(1, "one"), (2, "two")]);
        assert_eq!(lines.missing(&[1, 2, 3]), [3]);
        lines.doubt(2);
        assert_eq!(lines.missing(&[1, 2, 3]), [2, 3]);
        assert!(lines.get(2).is_some());
        lines.learn([(2, "two")]);
        assert!(lines.missing(&[1, 2]).is_empty());
    }

    #[test]
    fn only_rows_near_the_window_are_kept() {
        let mut lines = Lines::default();
        lines.learn((0..5_000).map(|id| (id, ())));
        lines.trim(&[7, 8]);
        assert!(lines.get(7).is_some() && lines.get(9).is_none());
    }
}
