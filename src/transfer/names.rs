//! Takes a full name apart.

/// Holds the parts of a full name; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SplitName {
    /// Given names, all of them.
    pub first: String,
    /// The family name, with the small words that belong to it.
    pub last: String,
}

/// Small words that begin a family name.
const PARTICLES: [&str; 22] = [
    "af", "al", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le",
    "ten", "ter", "van", "von", "zu",
];

/// Takes a full name apart: "Last, First" at the comma, otherwise before the last word and the small words that belong
/// to it ("Ludwig van Beethoven"). One word alone is a first name. A name of two words that is all there is stays in
/// this order; whether a culture writes the family name first cannot be known from the name.
#[must_use]
pub fn split_name(full: &str) -> SplitName {
    let full = crate::model::text::single_line(full);
    if let Some((last, first)) = full.split_once(',') {
        let (last, first) = (last.trim(), first.trim());
        // "Ola Nordmann, Jr." and "Kari Nordmann, PhD" hold a suffix, not a first name.
        let suffix = matches!(
            first.trim_end_matches('.').to_lowercase().as_str(),
            "jr" | "sr" | "ii" | "iii" | "iv" | "phd" | "ph.d" | "md" | "mba" | "dr"
        );
        if !suffix && !last.is_empty() && !first.is_empty() {
            return SplitName { first: first.to_owned(), last: last.to_owned() };
        }
        return split_name(if last.is_empty() { first } else { last });
    }
    let words: Vec<&str> = full.split(' ').filter(|word| !word.is_empty()).collect();
    let Some((last, before)) = words.split_last() else {
        return SplitName::default();
    };
    if before.is_empty() {
        return SplitName { first: (*last).to_owned(), last: String::new() };
    }
    // The first word is a given name whatever it looks like.
    let mut from = before.len();
    while from > 1 && before.get(from - 1).is_some_and(|word| PARTICLES.contains(&word.to_lowercase().as_str())) {
        from -= 1;
    }
    SplitName {
        first: words.get(..from).unwrap_or_default().join(" "),
        last: words.get(from..).unwrap_or_default().join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split() {
        for (full, first, last) in [
            ("Ola Nordmann", "Ola", "Nordmann"),
            ("Anne Grethe Østby", "Anne Grethe", "Østby"),
            ("Östlund, Karl-Johan", "Karl-Johan", "Östlund"),
            ("Nordmann,Ola", "Ola", "Nordmann"),
            ("Ola Nordmann, Jr.", "Ola", "Nordmann"),
            ("Nordmann,", "Nordmann", ""),
            (", Ola", "Ola", ""),
            ("Åse", "Åse", ""),
            ("", "", ""),
            ("  Ola \u{a0} Nordmann ", "Ola", "Nordmann"),
            ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
            ("Anna von der Heide", "Anna", "von der Heide"),
            ("Van Morrison", "Van", "Morrison"),
            ("Fredrik af Ugglas", "Fredrik", "af Ugglas"),
        ] {
            let found = split_name(full);
            assert_eq!((found.first.as_str(), found.last.as_str()), (first, last), "{full:?}");
        }
    }
}
