//! Folds texts to the form in which they are searched, and finds in a text where a folded word stands.

use std::ops::Range;

use memchr::memmem;
use zeroize::Zeroizing;

pub use crate::i18n::fold::fold;
use crate::i18n::fold::fold_letter;

/// Appends the folded text as UTF-8.
pub(super) fn fold_into(text: &str, folded: &mut Vec<u8>) {
    if text.is_ascii() {
        folded.extend(text.bytes().map(|byte| byte.to_ascii_lowercase()));
        return;
    }
    let mut bytes = [0; 4];
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push((letter as u8).to_ascii_lowercase());
        } else {
            fold_letter(letter, &mut |part| {
                folded.extend_from_slice(part.encode_utf8(&mut bytes).as_bytes());
            });
        }
    }
}

/// Returns the most bytes that folding a text of this length can give.
///
/// Canonical decomposition at most triples UTF-8 (UAX #15), lower case adds at most half.
pub(super) fn folded_bound(len: usize) -> usize {
    len.saturating_mul(5)
}

/// A folded text that knows where each of its bytes came from.
pub(super) struct Folded {
    text: Zeroizing<String>,
    /// For each folded byte the letter it came from, with the marks that follow it.
    sources: Vec<Range<usize>>,
}

impl Folded {
    pub(super) fn new(source: &str) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(folded_bound(source.len())));
        let mut sources: Vec<Range<usize>> = Vec::with_capacity(source.len());
        for (start, letter) in source.char_indices() {
            let before = text.len();
            let end = start + letter.len_utf8();
            fold_letter(letter, &mut |part| text.push(part));
            sources.resize(text.len(), start..end);
            if text.len() == before
                && let Some(marked) = sources.last().map(|last| last.start)
            {
                let bytes = sources.iter_mut().rev();
                bytes.take_while(|byte| byte.start == marked).for_each(|byte| byte.end = end);
            }
        }
        Self { text, sources }
    }

    /// Keeps only the letters the test lets through.
    pub(super) fn retain(&mut self, keep: impl Fn(char) -> bool) {
        let mut text = Zeroizing::new(String::with_capacity(self.text.len()));
        let mut sources = Vec::with_capacity(self.sources.len());
        for (place, letter) in self.text.char_indices() {
            if keep(letter) {
                text.push(letter);
                sources.resize(text.len(), self.sources[place].clone());
            }
        }
        self.text = text;
        self.sources = sources;
    }

    /// Adds the place in the source of every occurrence, overlapping ones too.
    pub(super) fn occurrences(&self, word: &str, found: &mut Vec<Range<usize>>) {
        if word.is_empty() {
            return;
        }
        let finder = memmem::Finder::new(word);
        let bytes = self.text.as_bytes();
        let mut from = 0;
        while let Some(at) = finder.find(&bytes[from..]) {
            let first = from + at;
            let last = first + word.len() - 1;
            found.push(self.sources[first].start..self.sources[last].end);
            from = first + 1;
        }
    }
}

/// Returns the ranges of the text in which a folded word occurs: in order, merged, and on the
/// boundaries of letters, so that they can be cut out and marked.
///
/// The words must be folded already; [`Query::matches`](super::Query::matches) does the same for
/// what was typed, and knows phone numbers too.
pub fn find_matches(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let folded = Folded::new(text);
    let mut found = Vec::new();
    for word in words {
        folded.occurrences(word, &mut found);
    }
    merge(found)
}

pub(super) fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            Some(_) | None => merged.push(range),
        }
    }
    merged
}

/// Returns a phone number as it is indexed and searched: digits only, with a leading `+` where
/// the number is international (`0047 22 33` and `+47 (22) 33` both give `+472233`).
///
/// Returns an empty text when there is no digit in it.
pub fn phone_digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return digits;
    }
    let international = number.chars().find(|sign| *sign == '+' || sign.is_ascii_digit()) == Some('+');
    match digits.strip_prefix("00") {
        _ if international => format!("+{digits}"),
        Some(rest) if !rest.is_empty() => format!("+{rest}"),
        Some(_) | None => digits,
    }
}
