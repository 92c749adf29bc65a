//! When two cards may be about the same person.

/// How two cards resemble each other, the surest sign first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same e-mail address.
    Email,
    /// The same number of the card.
    Number,
    /// The same phone and the same name.
    PhoneAndName,
    /// A similar name in the same company or city.
    Name,
    /// The same phone.
    Phone,
}

impl Likeness {
    /// Returns whether imports and scripts take the two for the same person; the others are hints for people.
    pub fn is_same_person(self) -> bool {
        match self {
            Self::Email | Self::Number | Self::PhoneAndName => true,
            Self::Phone | Self::Name => false,
        }
    }

    /// Returns the key of the text that explains the likeness: `likeness-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Number => "number",
            Self::PhoneAndName => "phone-and-name",
            Self::Phone => "phone",
            Self::Name => "name",
        }
    }
}

/// How similar two folded names must be: Jaro-Winkler, from 0 to 1.
pub const SIMILAR: f64 = 0.92;
/// How similar their first and their last words must be, Jaro: a long first name in common makes nobody the same person.
const SIMILAR_WORDS: (f64, f64) = (0.8, 0.88);

/// Returns whether two folded names are similar, also with first and last name swapped.
pub fn is_similar_name(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let swapped: Vec<&str> = b.split(' ').rev().collect();
    is_similar_in_order(a, b) || is_similar_in_order(a, &swapped.join(" "))
}

fn is_similar_in_order(a: &str, b: &str) -> bool {
    let ends = |name: &str| {
        let mut words = name.split(' ').map(str::to_owned);
        let first = words.next().unwrap_or_default();
        let last = words.next_back().unwrap_or_default();
        (first, last)
    };
    let ((first, last), (other_first, other_last)) = (ends(a), ends(b));
    strsim::jaro_winkler(a, b) >= SIMILAR
        && strsim::jaro(&first, &other_first) >= SIMILAR_WORDS.0
        && (last == other_last || strsim::jaro(&last, &other_last) >= SIMILAR_WORDS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_spellings_are_similar() {
        for (a, b, similar) in [
            ("ase odegard", "ase odegaard", true),
            ("ase odegard", "odegard ase", true),
            ("kristian berg", "christian berg", true),
            ("kari nordli", "kari nordlie", true),
            ("kari nordli", "ola hansen", false),
            ("christoffer berg", "christoffer borge", false),
            ("annemarie lund", "annemarie lie", false),
            ("anne marie lund", "anne marit lund", true),
            ("nordli", "nordlie", true),
            ("", "", false),
        ] {
            assert_eq!(is_similar_name(a, b), similar, "{a} ~ {b}");
        }
    }
}
