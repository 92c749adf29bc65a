//! Which rows of a list are selected: a range and the exceptions from it, so that all of a million costs nothing.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use crate::widget::long_list::Mode;

/// How many records of a range are remembered one by one when the rows change their places.
const KEPT: usize = 2_000;

/// A selection of rows.
#[derive(Debug, Clone)]
pub struct Selection<I> {
    range: Range<usize>,
    /// Those who are the other way round than their row's place in the range; the value says whether that is inside.
    exceptions: HashMap<I, bool>,
    anchor: usize,
}

impl<I> Default for Selection<I> {
    fn default() -> Self {
        Self { range: 0..0, exceptions: HashMap::new(), anchor: 0 }
    }
}

impl<I: Copy + Eq + Hash> Selection<I> {
    /// Returns whether a row is selected.
    pub fn contains(&self, row: usize, id: I) -> bool {
        self.range.contains(&row) != self.exceptions.contains_key(&id)
    }

    /// Returns how many are selected.
    pub fn count(&self) -> usize {
        let inside = self.exceptions.values().filter(|inside| **inside).count();
        self.range.len() + self.exceptions.len() - 2 * inside
    }

    /// Selects around the row of a record, as a click or a key asks.
    pub fn select(&mut self, row: usize, id: I, mode: Mode) {
        match mode {
            Mode::Replace => {
                self.exceptions.clear();
                self.range = row..row + 1;
                self.anchor = row;
            }
            Mode::Toggle => {
                if self.exceptions.remove(&id).is_none() {
                    self.exceptions.insert(id, self.range.contains(&row));
                }
                self.anchor = row;
            }
            Mode::Extend => {
                self.exceptions.clear();
                self.range = self.anchor.min(row)..self.anchor.max(row) + 1;
            }
        }
    }

    /// Selects all rows.
    pub fn all(&mut self, len: usize) {
        self.exceptions.clear();
        self.range = 0..len;
    }

    /// Selects nobody.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes somebody out who is no longer there.
    pub fn forget(&mut self, id: I) {
        if self.exceptions.get(&id) == Some(&false) {
            self.exceptions.remove(&id);
        }
    }

    /// Keeps who is selected although their rows change from `before` to another order; a huge part of a list is let go.
    pub fn reorder(&mut self, before: &[I], after: usize) {
        if !before.is_empty() && self.range == (0..before.len()) && self.exceptions.is_empty() {
            self.range = 0..after;
            return;
        }
        if self.range.len() > KEPT {
            self.clear();
            return;
        }
        let selected: Vec<I> = before
            .get(self.range.clone())
            .unwrap_or_default()
            .iter()
            .filter(|id| !self.exceptions.contains_key(id))
            .chain(self.exceptions.iter().filter(|(_, inside)| !**inside).map(|(id, _)| id))
            .copied()
            .collect();
        self.range = 0..0;
        self.exceptions = selected.into_iter().map(|id| (id, false)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(selection: &Selection<i64>, ids: &[i64]) -> Vec<i64> {
        let rows = ids.iter().enumerate();
        rows.filter(|(row, id)| selection.contains(*row, **id)).map(|(_, id)| *id).collect()
    }

    #[test]
    fn clicks_select_as_everywhere() {
        let ids: Vec<i64> = (10..20).collect();
        let mut selection = Selection::default();
        let mut click = |row: usize, mode| {
            selection.select(row, ids[row], mode);
            assert_eq!(selection.count(), selected(&selection, &ids).len());
            selected(&selection, &ids)
        };
        assert_eq!(click(2, Mode::Replace), [12]);
        assert_eq!(click(5, Mode::Extend), [12, 13, 14, 15]);
        assert_eq!(click(3, Mode::Toggle), [12, 14, 15]);
        assert_eq!(click(8, Mode::Toggle), [12, 14, 15, 18]);
        assert_eq!(click(8, Mode::Toggle), [12, 14, 15]);
        assert_eq!(click(0, Mode::Toggle), [10, 12, 14, 15]);
        assert_eq!(click(1, Mode::Extend), [10, 11]);
        assert_eq!(click(4, Mode::Replace), [14]);
        selection.all(ids.len());
        assert_eq!(selection.count(), 10);
        selection.select(4, ids[4], Mode::Toggle);
        assert_eq!(selection.count(), 9);
    }

    #[test]
    fn the_same_people_stay_selected_in_another_order() {
        let ids: Vec<i64> = (10..20).collect();
        let turned: Vec<i64> = ids.iter().rev().copied().collect();
        let mut selection = Selection::default();
        selection.select(2, ids[2], Mode::Replace);
        selection.select(4, ids[4], Mode::Extend);
        selection.select(3, ids[3], Mode::Toggle);
        selection.select(9, ids[9], Mode::Toggle);
        selection.reorder(&ids, turned.len());
        assert_eq!(selected(&selection, &turned), [19, 14, 12]);
        assert_eq!(selection.count(), 3);
        selection.forget(14);
        assert_eq!(selection.count(), 2);
        selection.all(10);
        selection.reorder(&turned, 12);
        assert_eq!(selection.count(), 12);
    }
}
