//! What was typed into the search field.

use std::ops::Range;

use memchr::memmem::{self, Finder};
use zeroize::Zeroizing;

use super::fold::{Folded, fold, merge, phone_digits};
use super::index::write_row;

/// What was typed into the search field, folded and split into words.
///
/// A person is found when every word occurs somewhere in the person's text. Text that consists
/// only of digits, white space and `+ - ( ) . /` is one number, whatever punctuation was typed:
///
/// * it is looked for as a run of digits, as phone numbers are indexed by
///   [`phone_digits`]: `22 33-44` finds `+47 22 33 44 55`;
/// * a leading `00` is the same as `+`;
/// * from four digits on, a single leading 0 is dropped, because it is dialled only inside the
///   country: `070-123` finds `+46 70 123 45 67`;
/// * when it has no white space it is also looked for as typed, so that `10-01` finds the
///   customer number `10-01`.
#[derive(Clone, PartialEq, Eq)]
pub struct Query {
    /// A text matches when it contains every word of one of these.
    alternatives: Vec<Vec<String>>,
    /// The digits to look for, when a number was typed.
    digits: Option<String>,
}

impl Query {
    /// Returns the query for a typed text; white space alone asks for everything.
    pub fn new(typed: &str) -> Self {
        let words: Vec<String> = typed.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        let Some(digits) = number(typed) else {
            return Self { alternatives: vec![words], digits: None };
        };
        let mut alternatives = vec![vec![digits.clone()]];
        // A text that contains the word as typed contains the digits too, if they are part of it.
        if words.len() == 1 && !words[0].contains(&digits) {
            alternatives.push(words);
        }
        Self { alternatives, digits: Some(digits) }
    }

    /// Returns whether the query asks for everything.
    pub fn is_empty(&self) -> bool {
        self.alternatives.iter().any(Vec::is_empty)
    }

    /// Returns whether what was typed is a number (digits and the signs between them).
    pub fn is_number(&self) -> bool {
        self.digits.is_some()
    }

    /// Returns whether a person with these fields is found, without an index; fields are given
    /// as for [`Builder::push`](super::Builder::push).
    pub fn is_in(&self, fields: &[&str]) -> bool {
        let mut text = Zeroizing::new(Vec::new());
        write_row(&mut text, fields);
        self.alternatives.iter().any(|words| words.iter().all(|word| memmem::find(&text, word.as_bytes()).is_some()))
    }

    /// Returns the parts of a shown text that answer the query, to be marked: in order, merged,
    /// and on the boundaries of letters.
    ///
    /// Numbers are found across the spaces and signs of a written phone number.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let mut folded = Folded::new(text);
        let mut found = Vec::new();
        for word in self.alternatives.iter().flatten() {
            folded.occurrences(word, &mut found);
        }
        if let Some(digits) = &self.digits {
            // Letters stay, so that digits on both sides of a word are not taken for one number.
            folded.retain(|sign| sign.is_alphanumeric() || sign == '+');
            folded.occurrences(digits, &mut found);
        }
        merge(found)
    }

    /// Returns the words to look for in a name; none where a number was typed.
    pub(super) fn words(&self) -> &[String] {
        match &self.digits {
            Some(_) => &[],
            None => self.alternatives.first().map_or(&[], Vec::as_slice),
        }
    }

    /// Returns the finders of each alternative, the longest word first: it is the rarest.
    pub(super) fn finders(&self) -> Vec<Vec<Finder<'_>>> {
        self.alternatives
            .iter()
            .map(|words| {
                let mut words: Vec<&String> = words.iter().collect();
                words.sort_by_key(|word| std::cmp::Reverse(word.len()));
                words.into_iter().map(|word| Finder::new(word.as_bytes())).collect()
            })
            .collect()
    }
}

/// Says how many words, never which: what is typed is personal data too.
impl std::fmt::Debug for Query {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Query").field("words", &self.alternatives.first().map_or(0, Vec::len)).finish_non_exhaustive()
    }
}

/// Returns the digits when the text is a number and nothing else.
fn number(typed: &str) -> Option<String> {
    let only_number = typed
        .chars()
        .all(|sign| sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, '+' | '-' | '(' | ')' | '.' | '/'));
    if !only_number {
        return None;
    }
    let digits = phone_digits(typed);
    if digits.is_empty() {
        return None;
    }
    match digits.strip_prefix('0') {
        Some(rest) if digits.len() >= 4 => Some(rest.to_owned()),
        Some(_) | None => Some(digits),
    }
}
