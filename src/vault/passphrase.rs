//! The passphrase: kept out of sight, compared by meaning, judged by how easily it is guessed.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase. Its text is wiped when it is dropped, and it has no `Debug`, so that no log can show it.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Returns the passphrase in the Unicode normal form NFKC.
    ///
    /// Keyboards and systems write the same `å` as one code point or as two; without a normal form, a passphrase
    /// chosen on a Mac would not open the vault on Windows.
    pub fn new(text: impl Into<String>) -> Self {
        let text = Zeroizing::new(text.into());
        // Room enough from the start: a string that grows leaves its beginnings behind in memory.
        let mut normal = Zeroizing::new(String::with_capacity(text.len() * 4));
        normal.extend(text.nfkc());
        Self(normal)
    }

    /// Answers whether there are no characters.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the strength, as [`strength`] judges it.
    pub fn strength(&self) -> Score {
        strength(&self.0)
    }

    /// Returns the text, for a seal that people open elsewhere.
    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// How easily a passphrase is guessed, from 0 (in a list of common ones) to 4 (more than 10¹⁰ guesses).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    /// Returns the number from 0 to 4.
    pub fn value(self) -> u8 {
        self.0
    }

    /// Answers whether it will do for a card file: 3 or more.
    pub fn enough(self) -> bool {
        self.0 >= 3
    }
}

/// Judges a passphrase by zxcvbn: words, names, dates, keyboard patterns and their repetitions count for little.
pub fn strength(passphrase: &str) -> Score {
    // Time grows with the square of the length; nobody guesses what comes after a hundred characters.
    let head: Zeroizing<String> = Zeroizing::new(passphrase.chars().take(100).collect());
    Score(zxcvbn::zxcvbn(&head, &["kartotek"]).score().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_letters_typed_differently_are_the_same() {
        for (one, other) in [("blåbær", "bla\u{30a}bær"), ("Åse ﬁre", "Åse fire"), ("1２3", "123")] {
            assert_eq!(Passphrase::new(one).bytes(), Passphrase::new(other).bytes(), "{one}");
        }
        assert_ne!(Passphrase::new("blåbær").bytes(), Passphrase::new("blabær").bytes());
    }

    #[test]
    fn strength_tells_guessable_from_safe() {
        for weak in ["", "123456", "passord", "kartotek", "kartotek1", "qwertyuiop", "Oslo2024", &"å9".repeat(5_000)] {
            assert!(!strength(weak).enough(), "{weak}: {:?}", strength(weak));
        }
        for strong in ["correct horse battery staple", "fjellrev spiser stille lapskaus"] {
            assert!(strength(strong).enough(), "{:?}", strength(strong));
        }
    }
}
