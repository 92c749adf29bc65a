//! Sort order by the rules of the user's language (CLDR): Norwegian … z æ ø å, Swedish … z å ä ö.

use std::cmp::Ordering;

use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::{Locale, locale};

use super::Lang;

/// The edition of the sort keys. Keys that are kept must be made anew when it changes; a test
/// fails when the library's data gives other keys and this number was left as it is.
pub const COLLATION_EDITION: u32 = 1;

/// Stands between the parts of a key. Unicode reserves it for this (UTS #10, merging sort keys):
/// it sorts before everything, and case or marks in one part only count when all parts are
/// otherwise equal.
const BETWEEN_PARTS: char = '\u{fffe}';

/// Makes sort keys, and compares, by the rules of one language.
///
/// Keys are compared byte for byte; keys of different languages must not be mixed. Case and
/// marks count last, punctuation and spaces count (a shorter word sorts first: `Ås, B` before
/// `Åsen, A`), and digits are compared one by one.
pub struct SortKeys {
    /// `None` only if the library came without its data: code points are compared then.
    collator: Option<CollatorBorrowed<'static>>,
}

impl SortKeys {
    /// Returns the sort order of a language.
    pub fn new(lang: Lang) -> Self {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        options.alternate_handling = Some(AlternateHandling::NonIgnorable);
        let preferences = CollatorPreferences::from(&identifier(lang));
        let collator = Collator::try_new(preferences, options)
            .inspect_err(|error| tracing::error!(%lang, %error, "sort rules could not be loaded"))
            .ok();
        Self { collator }
    }

    /// Returns the key of a text.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let Some(collator) = &self.collator else {
            return text.as_bytes().to_vec();
        };
        let mut key = Vec::with_capacity(text.len() * 2 + 8);
        let Ok(()) = collator.write_sort_key_to(text, &mut key);
        key
    }

    /// Returns the key of a person's name: last name, then first name. A person with only one of
    /// them is sorted by that.
    pub fn name_key(&self, last_name: &str, first_name: &str) -> Vec<u8> {
        let (last, first) = match (last_name.trim(), first_name.trim()) {
            ("", first) => (first, ""),
            names => names,
        };
        self.key(&format!("{last}{BETWEEN_PARTS}{first}"))
    }

    /// Compares two texts, as their keys would.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        match &self.collator {
            Some(collator) => collator.compare(left, right),
            None => left.cmp(right),
        }
    }
}

impl std::fmt::Debug for SortKeys {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("SortKeys").finish_non_exhaustive()
    }
}

fn identifier(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en"),
        Lang::Nb => locale!("nb"),
        Lang::Sv => locale!("sv"),
    }
}
