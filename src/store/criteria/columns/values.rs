//! The different values of a field, each with a number; 0 stands for none.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash};

use super::kept::Kept;
use crate::i18n::fold::fold_letter;

/// With more texts than this, those that are read anew are no longer looked for among the others: what finds them takes
/// as much room as they do.
const FOUND: usize = 10_000;

/// Texts, one behind the other.
#[derive(Default)]
pub(super) struct Texts {
    arena: Kept<u8>,
    ends: Kept<u32>,
    /// Numbers of texts, each at the place that its hash says, or the next free one.
    table: Vec<u32>,
    hashes: RandomState,
    is_complete: bool,
    is_left_out: bool,
}

impl Texts {
    /// Returns the number of a text, which is new or known.
    pub fn code(&mut self, text: &[u8]) -> u32 {
        // A text with a zero in it is cut short by some of SQLite's functions.
        if memchr::memchr(0, text).is_some() {
            self.leave_out();
        }
        if self.is_left_out {
            return 0;
        }
        if self.is_complete && self.table.is_empty() {
            return self.append(text);
        }
        if self.table.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let mut at = self.slot(text);
        loop {
            let Some(known) = self.table.get(at).copied() else { return self.append(text) };
            if known == 0 {
                let code = self.append(text);
                if let Some(slot) = self.table.get_mut(at) {
                    *slot = code;
                }
                return code;
            }
            if self.get(known as usize) == text {
                return known;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    fn append(&mut self, text: &[u8]) -> u32 {
        let end = self.arena.len().saturating_add(text.len());
        // As large as this none becomes: they are left out long before.
        let (Ok(end), Ok(code)) = (u32::try_from(end), u32::try_from(self.ends.len() + 1)) else {
            self.leave_out();
            return 0;
        };
        self.arena.extend(text);
        self.ends.push(end);
        code
    }

    fn slot(&self, text: &[u8]) -> usize {
        // The table is a power of two, and much smaller than what a hash can be.
        (self.hashes.hash_one(text) as usize) & (self.table.len().saturating_sub(1))
    }

    fn grow(&mut self) {
        let room = (4 * (self.ends.len() + 1)).next_power_of_two().max(16);
        self.table = vec![0; room];
        for code in 1..=self.ends.len() {
            let mut at = self.slot(self.get(code));
            while self.table.get(at).is_some_and(|known| *known != 0) {
                at = (at + 1) & (room - 1);
            }
            if let (Some(slot), Ok(code)) = (self.table.get_mut(at), u32::try_from(code)) {
                *slot = code;
            }
        }
    }

    /// Returns the text of a number; none has no signs.
    pub fn get(&self, code: usize) -> &[u8] {
        let Some(last) = code.checked_sub(1) else { return &[] };
        let start = last.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(last).copied().unwrap_or(start);
        self.arena.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Returns of which texts it is true, by their numbers; never of none.
    pub fn meant(&self, is: impl Fn(&[u8]) -> bool) -> Vec<bool> {
        let mut start = 0;
        let each = self.ends.iter().map(|end| {
            let text = self.arena.get(start..*end as usize).unwrap_or_default();
            start = *end as usize;
            is(text)
        });
        std::iter::once(false).chain(each).collect()
    }

    /// Forgets everything for good: there is too much of it, or something that is not compared here.
    pub fn leave_out(&mut self) {
        self.arena.clear();
        self.ends.clear();
        self.table = Vec::new();
        self.is_left_out = true;
        self.fit();
    }

    pub fn is_left_out(&self) -> bool {
        self.is_left_out
    }

    /// Notes that everybody was read.
    pub fn complete(&mut self) {
        self.is_complete = true;
        if self.ends.len() > FOUND {
            self.table = Vec::new();
        }
        self.fit();
    }

    fn fit(&mut self) {
        self.arena.fit();
        self.ends.fit();
    }

    /// Returns how many bytes the texts have.
    pub fn length(&self) -> usize {
        self.arena.len()
    }

    /// Returns how many bytes all of it takes.
    pub fn bytes(&self) -> usize {
        self.arena.bytes() + self.ends.bytes() + self.table.capacity() * size_of::<u32>()
    }
}

/// Values that are few: items of lists, users, what rows of a ledger say.
pub(super) struct Few<T> {
    codes: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self { codes: HashMap::new(), values: Vec::new() }
    }
}

impl<T: Clone + Eq + Hash> Few<T> {
    /// Returns the number of a value, which is new or known.
    pub fn code(&mut self, value: T) -> u32 {
        if let Some(code) = self.codes.get(&value) {
            return *code;
        }
        self.values.push(value.clone());
        // There are not more of them than rows in a table.
        let code = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.codes.insert(value, code);
        code
    }

    /// Returns of which values it is true, by their numbers; never of none.
    pub fn meant(&self, is: impl FnMut(&T) -> bool) -> Vec<bool> {
        std::iter::once(false).chain(self.values.iter().map(is)).collect()
    }

    pub fn bytes(&self) -> usize {
        self.values.capacity() * 3 * size_of::<T>()
    }
}

/// Appends the folded text, as `folded` in SQL answers it.
pub(super) fn fold_onto(text: &str, folded: &mut Kept<u8>) {
    if text.is_ascii() {
        folded.reserve(text.len());
        text.bytes().for_each(|byte| folded.push(byte.to_ascii_lowercase()));
        return;
    }
    let mut bytes = [0; 4];
    for letter in text.chars() {
        fold_letter(letter, &mut |part| folded.extend(part.encode_utf8(&mut bytes).as_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::fold::fold;

    #[test]
    fn texts_are_kept_once_and_found_again() {
        let mut texts = Texts::default();
        let all: Vec<String> = (0..30_000).map(|number| format!("text {}", number % 12_000)).collect();
        let codes: Vec<u32> = all.iter().map(|text| texts.code(text.as_bytes())).collect();
        for (text, code) in all.iter().zip(&codes) {
            assert_eq!(texts.get(*code as usize), text.as_bytes());
        }
        assert_eq!(codes.iter().max(), Some(&12_000));
        assert_eq!(texts.code(b""), 12_001, "empty, but there");
        let meant = texts.meant(|text| text == b"text 7");
        assert_eq!(meant.iter().position(|is| *is), codes.get(7).map(|code| *code as usize));
        texts.complete();
        assert_eq!(texts.code(b"text 7"), 12_002, "what is read anew is no longer looked for");
    }

    #[test]
    fn what_sql_would_cut_short_is_left_out() {
        let mut texts = Texts::default();
        texts.code(b"before");
        assert_eq!(texts.code(b"a\0b"), 0);
        assert!(texts.is_left_out() && texts.length() == 0);
        assert_eq!(texts.code(b"after"), 0);
    }

    #[test]
    fn texts_are_folded_as_in_sql() {
        for text in ["", "Kari Nordmann", "ØDEGÅRD Straße", "Ångström\u{301}", "İĞ ς ſ ﬁ"] {
            let mut folded = Kept::default();
            fold_onto(text, &mut folded);
            assert_eq!(&folded[..], fold(text).as_bytes());
        }
    }
}
