//! Whom a query means, of those it finds: somebody of that name comes before somebody who works for such a company.

use memchr::memmem;

use super::index::FIELD_END;
use super::{Index, Query};

/// After so many hits the best of them is taken. The window asks between key and frame, with the index locked: part of
/// an e-mail address that everybody has would lead through all rows in search of a name that has it, and who is called
/// so comes among the first as soon as more of the name is typed.
const ENOUGH: usize = 500;

impl Index {
    /// Returns whom a query most likely means: the first, in list order, of those in whose name the most of its words
    /// begin a word; so the first of all where no name has any.
    ///
    /// Where very many are found, only the first some hundred are looked at.
    ///
    /// The name is the first `fields` fields of a row; who is not among those that `may_be` lets through is not meant.
    pub fn likeliest(&self, query: &Query, fields: usize, may_be: impl Fn(i64) -> bool) -> Option<i64> {
        let words = query.words();
        let mut best: Option<(usize, i64)> = None;
        let mut matches = self.search(query);
        for _ in 0..ENOUGH {
            let Some((id, row)) = matches.next_row() else { break };
            if !may_be(id) {
                continue;
            }
            let name = name(row, fields);
            let begun = words.iter().filter(|word| begins_a_word(name, word.as_bytes())).count();
            if best.is_none_or(|(most, _)| begun > most) {
                best = Some((begun, id));
            }
            if begun == words.len() {
                break;
            }
        }
        best.map(|(_, id)| id)
    }
}

/// Returns the part of a row that is the name.
fn name(row: &[u8], fields: usize) -> &[u8] {
    let mut ends = memchr::memchr_iter(FIELD_END, row);
    let end = fields.checked_sub(1).and_then(|last| ends.nth(last));
    &row[..end.unwrap_or(row.len())]
}

fn begins_a_word(name: &[u8], word: &[u8]) -> bool {
    memmem::find_iter(name, word).any(|at| match at.checked_sub(1).map(|before| name[before]) {
        None => true,
        // Signs of more than one byte are letters here: what else there is in names is ASCII.
        Some(before) => before == FIELD_END || (before.is_ascii() && !before.is_ascii_alphanumeric()),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::{Builder, Change};
    use super::*;

    /// Persons in the order of their names: last name, first name, company, e-mail.
    fn index() -> Index {
        let mut builder = Builder::new();
        for (id, fields) in (1..).zip([
            ["Aas", "Per", "Lund Elektro AS", ""],
            ["Berg", "Kari", "", "kari@lund.example"],
            ["Grønlund", "Tor", "", ""],
            ["Lund", "Anne", "Nord AS", ""],
            ["Lund", "Berit", "Aas Bygg", ""],
            ["Østby-Lund", "Kari", "", ""],
            ["", "Lundgren", "Kari Foods", ""],
            ["", "", "Lundqvist AS", ""],
        ]) {
            builder.push(id, &fields);
        }
        builder.build()
    }

    #[test]
    fn who_is_called_so_comes_before_who_works_there() {
        let index = index();
        for (typed, wanted) in [
            ("lund", Some(4)),
            ("Lund b", Some(5)),
            ("kari", Some(2)),
            ("kari lund", Some(6)),
            // The first where no name begins so.
            ("und", Some(1)),
            ("elektro", Some(1)),
            ("aas", Some(1)),
            ("aas l", Some(1)),
            ("nord lund", Some(4)),
            ("lundq", Some(8)),
            ("lundgr", Some(7)),
            ("nobody", None),
        ] {
            assert_eq!(index.likeliest(&Query::new(typed), 2, |_| true), wanted, "{typed:?}");
        }
    }

    #[test]
    fn who_was_added_since_is_meant_too() {
        let mut index = index();
        index.apply(Change::Remove(4));
        index.apply(Change::Put { id: 9, fields: &["Lund", "Aud", "", ""], before: Some(5) });
        assert_eq!(index.likeliest(&Query::new("lund"), 2, |_| true), Some(9));
    }

    #[test]
    fn who_may_not_be_seen_is_not_meant() {
        let index = index();
        assert_eq!(index.likeliest(&Query::new("lund"), 2, |id| id != 4), Some(5));
        assert_eq!(index.likeliest(&Query::new("elektro"), 2, |id| id != 1), None);
    }

    #[test]
    fn of_very_many_only_the_first_are_looked_at() {
        let index = |at: usize| {
            let mut builder = Builder::new();
            for id in 0..3 * ENOUGH {
                let name = if id == at { "Comstock" } else { "Aas" };
                builder.push(i64::try_from(id).unwrap(), &[name, "Per", "", "per@example.com"]);
            }
            builder.build()
        };
        let query = Query::new("com");
        assert_eq!(index(ENOUGH - 1).likeliest(&query, 2, |_| true), i64::try_from(ENOUGH - 1).ok());
        let looked = std::cell::Cell::new(0);
        let count = |_| {
            looked.set(looked.get() + 1);
            true
        };
        assert_eq!(index(ENOUGH).likeliest(&query, 2, count), Some(0));
        assert_eq!(looked.get(), ENOUGH);
        assert_eq!(index(ENOUGH).likeliest(&Query::new("comst"), 2, |_| true), i64::try_from(ENOUGH).ok());
    }

    #[test]
    fn a_number_means_the_first_who_has_it() {
        let mut builder = Builder::new();
        builder.push(1, &["Aas", "Per", "10-01", "22334455"]);
        builder.push(2, &["Berg", "Kari", "10-02", "22334466"]);
        let index = builder.build();
        assert_eq!(index.likeliest(&Query::new("22 33 44"), 2, |_| true), Some(1));
        assert_eq!(index.likeliest(&Query::new("10-02"), 2, |_| true), Some(2));
    }
}
