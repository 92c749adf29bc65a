//! Replacing a text by another: as it stands, or by a regular expression that cannot take long.

use regex::{NoExpand, Regex, RegexBuilder};

use crate::model::field::Field;
use crate::model::mass_edit::{PATTERN, Replace};
use crate::model::{Reason, text};
use crate::office::Error;

/// The most bytes that a compiled expression takes.
const SIZE: usize = 1 << 20;
/// How deep an expression may nest.
const DEPTH: u32 = 50;

/// What replaces a text.
#[derive(Debug, Clone)]
pub(super) struct Replacer {
    find: Regex,
    with: String,
    /// Whether groups of the expression are put into `with`.
    expands: bool,
}

impl Replacer {
    /// Reads what is to be replaced.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a text or expression that is empty, too long, not understood, or would match everywhere.
    pub(super) fn new(field: &Field, replace: &Replace) -> Result<Self, Error> {
        let wrong = |reason| Error::invalid(field.clone(), reason);
        if replace.find.is_empty() {
            return Err(wrong(Reason::Missing));
        }
        if text::is_longer(&replace.find, PATTERN) || text::is_longer(&replace.with, PATTERN) {
            return Err(wrong(Reason::TooLong));
        }
        let words = if replace.regex { replace.find.clone() } else { regex::escape(&replace.find) };
        let words = if replace.whole_word { format!(r"\b{{start-half}}(?:{words})\b{{end-half}}") } else { words };
        let built = RegexBuilder::new(&words)
            .case_insensitive(!replace.case)
            .multi_line(true)
            .size_limit(SIZE)
            .dfa_size_limit(SIZE)
            .nest_limit(DEPTH)
            .build();
        let find = built.map_err(|_| wrong(Reason::NotAPattern))?;
        // It would put something between any two letters.
        if find.is_match("") {
            return Err(wrong(Reason::NotAPattern));
        }
        Ok(Self { find, with: replace.with.clone(), expands: replace.regex })
    }

    /// Returns the text after it; none where nothing in it is replaced.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        if !self.find.is_match(text) {
            return None;
        }
        let after = if self.expands {
            self.find.replace_all(text, self.with.as_str())
        } else {
            self.find.replace_all(text, NoExpand(&self.with))
        };
        Some(after.into_owned())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn replace(find: &str, with: &str, options: &str) -> Result<Replacer, Error> {
        let replace = Replace {
            find: find.into(),
            with: with.into(),
            case: options.contains('c'),
            whole_word: options.contains('w'),
            regex: options.contains('r'),
        };
        Replacer::new(&Field::Title, &replace)
    }

    #[test]
    fn a_text_becomes_another() {
        let table = [
            ("salg", "kjøp", "", "Salgssjef og salg", Some("kjøpssjef og kjøp")),
            ("salg", "kjøp", "c", "Salgssjef og salg", Some("Salgssjef og kjøp")),
            ("salg", "kjøp", "w", "Salgssjef, Salg", Some("Salgssjef, kjøp")),
            ("salg", "kjøp", "cw", "Salgssjef, Salg", None),
            ("ÅRE", "æ", "", "Kåre", Some("Kæ")),
            ("a.c", "$1", "", "abc a.c", Some("abc $1")),
            (r"(\w+), (\w+)", "$2 $1", "r", "Berg, Kari", Some("Kari Berg")),
            ("^a", "b", "r", "a\na", Some("b\nb")),
            ("(tel)", "x", "w", "a (tel) b", Some("a x b")),
            ("x", "", "", "axb", Some("ab")),
        ];
        for (find, with, options, before, after) in table {
            let replacer = replace(find, with, options).unwrap();
            assert_eq!(replacer.apply(before).as_deref(), after, "{find} {options} {before}");
        }
    }

    #[test]
    fn what_is_no_expression_or_would_match_everywhere_is_refused() {
        for (find, options) in [("", ""), ("a*", "r"), ("(", "r"), ("(a{900}){900}", "r"), (&"a".repeat(1_001), "")] {
            assert!(replace(find, "", options).is_err(), "{find}");
        }
    }
}
