//! Who else is named in the texts about somebody: people on other cards, by the rule that erasure finds people with.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

use crate::model::{email, person, phone};
use crate::office::erasure::naming::{DIGITS, Names, folded_words, genitive, runs_of_digits};
use crate::office::{Desk, Error};
use crate::store;

/// The people on other cards whom some texts may name, ready to be looked for.
#[derive(Debug, Default)]
pub(super) struct Others {
    others: Names,
    /// The person the texts are about: what is theirs is nobody else's.
    own: Names,
}

/// What a text may name somebody by.
#[derive(Default)]
struct Hints {
    words: HashSet<String>,
    emails: BTreeSet<String>,
    phones: BTreeSet<String>,
}

impl Hints {
    fn add(&mut self, text: &str) {
        for word in folded_words(text) {
            for form in genitive(&word) {
                if !self.words.contains(form) {
                    self.words.insert(form.to_owned());
                }
            }
        }
        if text.contains('@') {
            let parts = text.split(|sign: char| sign.is_whitespace() || ",;:<>()[]\"".contains(sign));
            for part in parts.filter(|part| part.contains('@')) {
                self.emails.insert(email::key(part.trim_matches(|sign| ".'=/*_`-".contains(sign))));
            }
        }
        for run in runs_of_digits(text) {
            let digits: String = run.iter().map(|(_, digit)| *digit).collect();
            for end in DIGITS..=digits.len() {
                let from = end.saturating_sub(phone::TAIL);
                self.phones.extend((from..=end - DIGITS).map(|start| digits[start..end].to_owned()));
            }
        }
    }
}

/// Everybody by what a text may name them by, read in one pass: for one report, or once for many. Whoever comes in
/// meanwhile is not in it.
///
/// Sixteen bytes for each pair of a first and a last name, and for each street. What stands in for a word is no more than
/// a hint, for two words may share it: who is named by it is looked at in full.
#[derive(Debug, Default)]
pub(super) struct Directory {
    /// A last name and a first name, and whose they are, by the last names.
    names: Vec<(u32, u32, i64)>,
    /// The first and the last word of a street, and who lives there, by the first words.
    streets: Vec<(u32, u32, i64)>,
}

impl Directory {
    /// Reads everybody.
    ///
    /// # Errors
    /// The database's.
    pub fn read(desk: &Desk<'_>) -> Result<Self, Error> {
        let mut directory = Self::default();
        store::held::everybody(desk.db(), |id, first, last| {
            let firsts: Vec<u32> = folded_words(first).iter().map(|word| hint(word)).collect();
            for last in folded_words(last) {
                let last = hint(&last);
                directory.names.extend(firsts.iter().map(|first| (last, *first, id.0)));
            }
        })?;
        store::held::streets(desk.db(), |id, street| {
            let words = folded_words(street);
            if let [first, .., last] = words.as_slice() {
                directory.streets.push((hint(first), hint(last), id.0));
            }
        })?;
        directory.names.sort_unstable();
        directory.streets.sort_unstable();
        Ok(directory)
    }

    /// Returns whom words may name: those of whom both words are among them.
    fn among(all: &[(u32, u32, i64)], words: &HashSet<u32>, found: &mut BTreeSet<person::Id>) {
        for word in words {
            let start = all.partition_point(|(first, ..)| first < word);
            let theirs = all[start..].iter().take_while(|(first, ..)| first == word);
            found.extend(theirs.filter(|(_, other, _)| words.contains(other)).map(|(.., id)| person::Id(*id)));
        }
    }
}

/// Returns what stands in for a word.
fn hint(word: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    hasher.write(word.as_bytes());
    // Half of it tells words apart well enough.
    (hasher.finish() >> 32) as u32
}

impl Others {
    /// Finds who may be named in texts about a person; reads everybody where they were not.
    pub fn in_texts<'t>(
        desk: &Desk<'_>,
        id: person::Id,
        texts: impl IntoIterator<Item = &'t str>,
        everybody: Option<&Directory>,
    ) -> Result<Self, Error> {
        let mut hints = Hints::default();
        texts.into_iter().for_each(|text| hints.add(text));
        if hints.words.is_empty() {
            return Ok(Self::default());
        }
        let read;
        let everybody = match everybody {
            Some(everybody) => everybody,
            None => {
                read = Directory::read(desk)?;
                &read
            }
        };
        let words: HashSet<u32> = hints.words.iter().map(|word| hint(word)).collect();
        let mut found: BTreeSet<person::Id> = BTreeSet::new();
        Directory::among(&everybody.names, &words, &mut found);
        Directory::among(&everybody.streets, &words, &mut found);
        let (emails, phones): (Vec<String>, Vec<String>) =
            (hints.emails.into_iter().collect(), hints.phones.into_iter().collect());
        found.extend(store::held::others_reached_by(desk.db(), id, &emails, &phones)?);
        found.remove(&id);
        let found: Vec<person::Id> = found.into_iter().collect();
        Ok(Self { others: Names::read(desk, &found)?, own: Names::read(desk, &[id])? })
    }

    /// Returns which parts of a text name others, in their order, and whose card each points to.
    pub fn named(&self, text: &str) -> Vec<(Range<usize>, person::Id)> {
        let Some(named) = self.others.find(text) else { return Vec::new() };
        let own = self.own.find(text).map(|own| own.marks).unwrap_or_default();
        let mut parts: Vec<(Range<usize>, person::Id)> = Vec::new();
        for mark in &named.marks {
            for part in without(mark, &own) {
                let part = trimmed(text, part);
                if !part.is_empty() {
                    parts.push((part, named.persons[0]));
                }
            }
        }
        if named.persons.len() > 1 {
            for id in &named.persons {
                let theirs = self.others.of_one(*id).find(text).map(|found| found.marks).unwrap_or_default();
                for (part, whose) in &mut parts {
                    if theirs.iter().any(|mark| mark.start < part.end && part.start < mark.end) {
                        *whose = *id;
                    }
                }
            }
        }
        parts
    }
}

/// Returns what is left of a part of a text where others are taken out.
fn without(part: &Range<usize>, others: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut left = Vec::new();
    let mut at = part.start;
    for other in others.iter().filter(|other| other.start < part.end && part.start < other.end) {
        if at < other.start {
            left.push(at..other.start);
        }
        at = at.max(other.end);
    }
    if at < part.end {
        left.push(at..part.end);
    }
    left
}

/// Returns a part of a text without what is no letter at its ends.
fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let words = &text[part.clone()];
    let is_sign = |sign: char| !sign.is_alphanumeric() && sign != '+';
    let start = part.start + (words.len() - words.trim_start_matches(is_sign).len());
    let end = start + words.trim_matches(is_sign).len();
    start..end
}
