//! What the list knows of the persons near its window, so that a list of a million holds a few thousand rows' texts.

use std::collections::HashMap;

use crate::model::person::{Id, Line};

/// How many rows are remembered before those far from the window are let go.
const LIMIT: usize = 4_000;

/// Rows by person.
#[derive(Debug, Default)]
pub struct Lines {
    known: HashMap<Id, Known>,
}

#[derive(Debug)]
struct Known {
    line: Line,
    /// Whether nothing has changed since it was read.
    is_fresh: bool,
}

impl Lines {
    /// Returns what is known of a person, be it outdated: the old row stays until the new one is there.
    pub fn get(&self, id: Id) -> Option<&Line> {
        self.known.get(&id).map(|known| &known.line)
    }

    /// Returns who of `ids` must be read.
    pub fn missing(&self, ids: &[Id]) -> Vec<Id> {
        ids.iter().filter(|id| self.known.get(id).is_none_or(|known| !known.is_fresh)).copied().collect()
    }

    /// Remembers rows as they were read.
    pub fn learn(&mut self, lines: Vec<Line>) {
        self.known.extend(lines.into_iter().map(|line| (line.id, Known { line, is_fresh: true })));
    }

    /// Notes that somebody's card changed.
    pub fn doubt(&mut self, id: Id) {
        if let Some(known) = self.known.get_mut(&id) {
            known.is_fresh = false;
        }
    }

    /// Notes that any card may have changed.
    pub fn doubt_all(&mut self) {
        self.known.values_mut().for_each(|known| known.is_fresh = false);
    }

    /// Lets go of all but `near` once too many rows are remembered.
    pub fn trim(&mut self, near: &[Id]) {
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
    use crate::model::Moment;

    fn line(id: i64) -> Line {
        Line {
            id: Id(id),
            first_name: String::new(),
            last_name: id.to_string(),
            company: String::new(),
            title: String::new(),
            city: String::new(),
            our_contact: None,
            last_activity: None,
            email: String::new(),
            mobile: String::new(),
            category: None,
            basis: None,
            updated_at: Moment(0),
            former_employee: false,
        }
    }

    #[test]
    fn a_doubted_row_is_read_again_and_shown_until_then() {
        let mut lines = Lines::default();
        lines.learn(vec![line(1), line(2)]);
        assert_eq!(lines.missing(&[Id(1), Id(2), Id(3)]), [Id(3)]);
        lines.doubt(Id(2));
        assert_eq!(lines.missing(&[Id(1), Id(2), Id(3)]), [Id(2), Id(3)]);
        assert!(lines.get(Id(2)).is_some());
        lines.learn(vec![line(2)]);
        assert!(lines.missing(&[Id(1), Id(2)]).is_empty());
    }

    #[test]
    fn only_rows_near_the_window_are_kept() {
        let mut lines = Lines::default();
        lines.learn((0..5_000).map(line).collect());
        lines.trim(&[Id(7), Id(8)]);
        assert!(lines.get(Id(7)).is_some() && lines.get(Id(9)).is_none());
    }
}
