//! The folded texts of everybody, one after the other in a single buffer, in list order.

use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use zeroize::Zeroizing;

use super::fold::{fold_into, folded_bound};
use super::overlay::{Overlay, Place};
use super::{Matches, Query};

/// Stands between the fields of a person. It never occurs in UTF-8, so no word contains it.
pub(super) const FIELD_END: u8 = 0xFE;
/// Stands after each person.
const ROW_END: u8 = 0xFF;
/// With more changed rows than this the index is slower than a new one.
const OVERLAY_LIMIT: usize = 2_000;

/// Builds an [`Index`] from persons in list order.
#[derive(Default)]
pub struct Builder {
    base: Base,
}

impl Builder {
    /// Returns an empty builder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a builder with room for this many persons of 80 bytes each.
    pub fn with_capacity(persons: usize) -> Self {
        Self {
            base: Base {
                text: Zeroizing::new(Vec::with_capacity(persons.saturating_mul(80))),
                ends: Vec::with_capacity(persons),
                ids: Vec::with_capacity(persons),
            },
        }
    }

    /// Adds the next person of the list. Ids must be unique.
    ///
    /// Fields are texts as they are shown; phone numbers are to be brought to
    /// [`phone_digits`](super::phone_digits) first.
    pub fn push(&mut self, id: i64, fields: &[&str]) {
        write_row(&mut self.base.text, fields);
        self.base.ends.push(self.base.text.len());
        self.base.ids.push(id);
    }

    /// Adds the persons named in `order`, as another builder holds them; those it does not hold are left out.
    ///
    /// Tables are read fastest in the order of identities, lists stand in the order of names: this turns one into the
    /// other without folding anything twice. `other` must have been pushed to in the order of identities.
    pub fn push_from(&mut self, other: &Self, order: impl IntoIterator<Item = i64>) {
        let base = &other.base;
        for id in order {
            let Ok(place) = base.ids.binary_search(&id) else { continue };
            let start = place.checked_sub(1).map_or(0, |before| base.ends[before]);
            self.base.text.extend_from_slice(&base.text[start..base.ends[place]]);
            self.base.ends.push(self.base.text.len());
            self.base.ids.push(id);
        }
    }

    /// Returns the index of what was pushed.
    pub fn build(self) -> Index {
        let words = self.base.ids.len().div_ceil(64);
        Index {
            base: self.base,
            by_id: OnceLock::new(),
            gone: vec![0; words],
            gone_count: 0,
            overlay: Overlay::default(),
            stale: false,
        }
    }
}

/// Folds a person's fields onto the end of a buffer.
pub(super) fn write_row(text: &mut Zeroizing<Vec<u8>>, fields: &[&str]) {
    let bound: usize = fields.iter().map(|field| folded_bound(field.len()) + 1).sum::<usize>() + 1;
    reserve_wiped(text, bound);
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            text.push(FIELD_END);
        }
        fold_into(field, text);
    }
    text.push(ROW_END);
}

/// Makes room without leaving an unwiped copy behind, as growing a `Vec` in place would.
fn reserve_wiped(text: &mut Zeroizing<Vec<u8>>, more: usize) {
    let needed = text.len().saturating_add(more);
    if needed <= text.capacity() {
        return;
    }
    let mut larger = Zeroizing::new(Vec::with_capacity(needed.max(text.capacity().saturating_mul(2))));
    larger.extend_from_slice(text);
    *text = larger;
}

/// The rows as they were when the index was built.
#[derive(Default)]
pub(super) struct Base {
    pub(super) text: Zeroizing<Vec<u8>>,
    /// Where each row ends in `text`.
    pub(super) ends: Vec<usize>,
    pub(super) ids: Vec<i64>,
}

impl Base {
    pub(super) fn start(&self, row: usize) -> usize {
        row.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    pub(super) fn row(&self, row: usize) -> &[u8] {
        &self.text[self.start(row)..self.ends[row]]
    }
}

/// A change to the list that the index takes up without being built anew.
#[derive(Clone, Copy)]
pub enum Change<'a> {
    /// A person is new, or their text or place has changed.
    Put {
        /// Whose text it is.
        id: i64,
        /// The person's fields, as for [`Builder::push`].
        fields: &'a [&'a str],
        /// The next person in list order; `None` at the end of the list. The person's own id
        /// leaves them where they are.
        before: Option<i64>,
    },
    /// A person is no longer in the list.
    Remove(i64),
}

/// The folded texts of everybody, searchable.
///
/// Results come as ids in list order.
pub struct Index {
    pub(super) base: Base,
    /// The rows of the base ordered by id; made when first asked for.
    by_id: OnceLock<Vec<usize>>,
    /// One bit for each row of the base that was removed or replaced.
    gone: Vec<u64>,
    gone_count: usize,
    pub(super) overlay: Overlay,
    stale: bool,
}

impl Index {
    /// Returns how many persons are in the list.
    pub fn len(&self) -> usize {
        self.base.ids.len() - self.gone_count + self.overlay.rows.len()
    }

    /// Returns whether nobody is in the list.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the ids of everybody, in list order.
    pub fn ids(&self) -> Matches<'_> {
        Matches::everybody(self)
    }

    /// Returns whom a query finds, in list order; the work is done while iterating.
    pub fn search<'a>(&'a self, query: &'a Query) -> Matches<'a> {
        if query.is_empty() { Matches::everybody(self) } else { Matches::new(self, query.finders()) }
    }

    /// Returns the first persons a query finds.
    pub fn first(&self, query: &Query, count: usize) -> Vec<i64> {
        self.search(query).take(count).collect()
    }

    /// Returns everybody a query finds, or `None` when `stop` was set meanwhile.
    pub fn all(&self, query: &Query, stop: &AtomicBool) -> Option<Vec<i64>> {
        let mut matches = self.search(query).stop_when(stop);
        let ids = matches.by_ref().collect();
        (!matches.stopped()).then_some(ids)
    }

    /// Returns how many persons a query finds, or `None` when `stop` was set meanwhile.
    pub fn count(&self, query: &Query, stop: &AtomicBool) -> Option<usize> {
        if query.is_empty() {
            return Some(self.len());
        }
        let mut matches = self.search(query).stop_when(stop);
        let count = matches.by_ref().count();
        (!matches.stopped()).then_some(count)
    }

    /// Returns where in the list a person stands, counted from 0.
    pub fn position(&self, id: i64) -> Option<usize> {
        if let Some(at) = self.overlay.find(id) {
            let place = self.overlay.rows[at].gap;
            return Some(place - self.gone_before(place) + at);
        }
        let row = self.base_row(id)?;
        Some(row - self.gone_before(row) + self.overlay.rows_up_to(row))
    }

    /// Takes up a change.
    ///
    /// Returns `false` when the change names a person who is not in the list: as the next one of
    /// a `Put`, who is then placed last and the index wants to be rebuilt; or to be removed.
    pub fn apply(&mut self, change: Change<'_>) -> bool {
        match change {
            Change::Put { id, fields, before } => {
                let mut text = Zeroizing::new(Vec::new());
                write_row(&mut text, fields);
                let place = match before {
                    None => Some(self.end()),
                    Some(next) => self.place_before(next),
                };
                let known = place.is_some();
                self.stale |= !known;
                let mut place = place.unwrap_or_else(|| self.end());
                if let Some(at) = self.overlay.find(id) {
                    self.overlay.rows.remove(at);
                    place.at -= usize::from(at < place.at);
                } else if let Some(row) = self.base_row(id) {
                    self.mark_gone(row);
                }
                self.overlay.insert(place, id, text);
                known
            }
            Change::Remove(id) => {
                if let Some(at) = self.overlay.find(id) {
                    self.overlay.rows.remove(at);
                    true
                } else if let Some(row) = self.base_row(id) {
                    self.mark_gone(row);
                    true
                } else {
                    false
                }
            }
        }
    }

    /// Returns whether so much has changed that building the index anew is worth it.
    pub fn needs_rebuild(&self) -> bool {
        self.stale || self.overlay.rows.len() > OVERLAY_LIMIT
    }

    pub(super) fn is_gone(&self, row: usize) -> bool {
        self.gone_count > 0 && self.gone[row / 64] & (1 << (row % 64)) != 0
    }

    fn mark_gone(&mut self, row: usize) {
        self.gone[row / 64] |= 1 << (row % 64);
        self.gone_count += 1;
    }

    fn gone_before(&self, row: usize) -> usize {
        if self.gone_count == 0 {
            return 0;
        }
        let whole: u32 = self.gone[..row / 64].iter().map(|word| word.count_ones()).sum();
        let rest = match row % 64 {
            0 => 0,
            bits => (self.gone[row / 64] & ((1 << bits) - 1)).count_ones(),
        };
        (whole + rest) as usize
    }

    /// Returns the row of the base with this id, unless it was removed or replaced.
    fn base_row(&self, id: i64) -> Option<usize> {
        let ids = &self.base.ids;
        let by_id = self.by_id.get_or_init(|| {
            let mut rows: Vec<usize> = (0..ids.len()).collect();
            rows.sort_unstable_by_key(|row| ids[*row]);
            rows
        });
        let at = by_id.binary_search_by_key(&id, |row| ids[*row]).ok()?;
        let row = by_id[at];
        (!self.is_gone(row)).then_some(row)
    }

    fn end(&self) -> Place {
        Place { gap: self.base.ids.len(), at: self.overlay.rows.len() }
    }

    fn place_before(&self, next: i64) -> Option<Place> {
        if let Some(at) = self.overlay.find(next) {
            let gap = self.overlay.rows[at].gap;
            return Some(Place { gap, at });
        }
        let gap = self.base_row(next)?;
        Some(Place { gap, at: self.overlay.rows_up_to(gap) })
    }
}

/// Says how many, never who.
impl std::fmt::Debug for Index {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Index")
            .field("len", &self.len())
            .field("changed", &self.overlay.rows.len())
            .finish_non_exhaustive()
    }
}
