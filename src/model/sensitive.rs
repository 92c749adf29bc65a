//! What does not belong in a note: national identity numbers, payment card numbers, words about somebody's health.
//!
//! It is looked at on this computer only, while something is typed, and nothing of the text is kept or logged. A find is
//! a reason for a gentle warning, never for refusing.

/// Something a text seems to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Find {
    /// A national identity number: fødselsnummer, D-number, or personnummer.
    IdentityNumber,
    /// The number of a payment card.
    CardNumber,
    /// Words about health, which is data of a special category (art. 9).
    Health,
}

impl Find {
    /// All finds.
    pub const ALL: [Self; 3] = [Self::IdentityNumber, Self::CardNumber, Self::Health];

    /// Returns the key that scripts see; its text is `warning-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::IdentityNumber => "identity-number",
            Self::CardNumber => "card-number",
            Self::Health => "health",
        }
    }
}

/// The beginnings of words about health in English, Norwegian and Swedish: short, and such that they seldom mean
/// something else in a note about a customer.
const HEALTH: [&str; 43] = [
    "allerg",
    "alzheimer",
    "astma",
    "asthma",
    "autis",
    "cancer",
    "chemotherap",
    "deprimer",
    "depressed",
    "depression",
    "depresjon",
    "dement",
    "diabet",
    "diagnos",
    "disabilit",
    "funksjonshem",
    "funktionsned",
    "gravid",
    "handicap",
    "handikap",
    "hiv",
    "hjerteinf",
    "hjärtinf",
    "hospitalis",
    "innlagt på sykehus",
    "kreft",
    "kronisk syk",
    "medisiner",
    "medicin",
    "migrene",
    "migrän",
    "miscarriage",
    "pregnan",
    "psykiat",
    "psykisk",
    "psychiatr",
    "sick leave",
    "sjukskriv",
    "sykdom",
    "sjukdom",
    "sykemeld",
    "illness",
    "utbrent",
];

/// Words that are found only where they stand alone.
const HEALTH_WHOLE: [&str; 6] = ["sick", "syk", "sjuk", "ill", "adhd", "ms-pasient"];

/// Returns what a text seems to hold, each once, in their order.
pub fn finds(text: &str) -> Vec<Find> {
    let runs = runs(text);
    let mut found = Vec::new();
    if runs.iter().any(|run| is_norwegian(&run.digits) || run.is_swedish()) {
        found.push(Find::IdentityNumber);
    }
    if runs.iter().any(|run| is_card(&run.digits)) {
        found.push(Find::CardNumber);
    }
    if speaks_of_health(text) {
        found.push(Find::Health);
    }
    found
}

/// Digits that belong together, and the sign before the last four of them.
struct Run {
    digits: Vec<u32>,
    before_last_four: Option<char>,
}

/// Returns the numbers of a text: digits with at most one space, hyphen, plus or dot between them, each run whole, and
/// in its parts as long as they stand apart.
fn runs(text: &str) -> Vec<Run> {
    let signs: Vec<char> = text.chars().collect();
    // Every group of digits, and whether one sign alone separates it from the one before.
    let mut groups: Vec<(Vec<u32>, Option<char>)> = Vec::new();
    let mut place = 0;
    let mut end = None;
    while place < signs.len() {
        let start = place;
        let mut digits = Vec::new();
        while let Some(digit) = signs.get(place).and_then(|sign| sign.to_digit(10)) {
            digits.push(digit);
            place += 1;
        }
        if digits.is_empty() {
            place += 1;
            continue;
        }
        let joint = (end == start.checked_sub(1) && end.is_some())
            .then(|| signs.get(start - 1).copied())
            .flatten()
            .filter(|sign| [' ', '-', '+', '.', '\u{a0}', '\u{202f}'].contains(sign));
        groups.push((digits, joint));
        end = Some(place);
    }
    // A number may stand beside another: every row of neighbouring groups is looked at, up to the length of a card's.
    let mut all = Vec::new();
    for first in 0..groups.len() {
        let mut digits: Vec<u32> = Vec::new();
        for (at, (group, joint)) in groups[first..].iter().enumerate() {
            if at > 0 && joint.is_none() {
                break;
            }
            let before_last_four = joint.filter(|_| at > 0 && group.len() == 4);
            digits.extend(group);
            if digits.len() > 19 {
                break;
            }
            all.push(Run { digits: digits.clone(), before_last_four });
        }
    }
    all
}

fn number(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + digit)
}

fn is_day(year: i32, month: u32, day: u32) -> bool {
    chrono::NaiveDate::from_ymd_opt(year, month, day).is_some()
}

/// Returns whether the digits are a fødselsnummer or a D-number: a date, an individual number, and two check digits
/// modulo 11 (Skatteetaten). A D-number has 4 added to the first digit; numbers of test persons have 40 or 80 added to
/// the month.
fn is_norwegian(digits: &[u32]) -> bool {
    if digits.len() != 11 {
        return false;
    }
    let day = match number(&digits[..2]) {
        day @ 41.. => day - 40,
        day => day,
    };
    let month = match number(&digits[2..4]) {
        month @ 81.. => month - 80,
        month @ 41.. => month - 40,
        month => month,
    };
    let sum = |weights: &[u32]| weights.iter().zip(digits).map(|(weight, digit)| weight * digit).sum::<u32>();
    // The century does not matter but for 29 February, which 1900 had not: 2000 stands for it.
    is_day(2000, month, day)
        && sum(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).is_multiple_of(11)
        && sum(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

impl Run {
    /// Returns whether the digits are a personnummer or a samordningsnummer: a date, and four digits of which the last
    /// makes the Luhn sum of ten digits right (Skatteverket). Ten digits alone are too often something else: they count
    /// only with the hyphen or plus that belongs before the last four.
    fn is_swedish(&self) -> bool {
        let has_sign = matches!(self.before_last_four, Some('-' | '+'));
        let (year, short) = match self.digits.as_slice() {
            short if short.len() == 10 && has_sign => (2000, short),
            long if long.len() == 12 => match number(&long[..4]) {
                year @ 1850..=2099 => (year.cast_signed(), &long[2..]),
                _ => return false,
            },
            _ => return false,
        };
        // A samordningsnummer has 60 added to the day.
        let day = match number(&short[4..6]) {
            day @ 61.. => day - 60,
            day => day,
        };
        is_day(year, number(&short[2..4]), day) && is_luhn(short)
    }
}

/// Returns whether the last digit makes the sum of Luhn right (ISO/IEC 7812-1).
fn is_luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => *digit,
            (_, double @ 10..) => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Returns whether the digits are the number of a payment card: 13 to 19 of them, the beginning of a known scheme, and
/// a right check digit.
fn is_card(digits: &[u32]) -> bool {
    if !(13..=19).contains(&digits.len()) {
        return false;
    }
    let begins = number(&digits[..4]);
    let is_known = match digits.len() {
        13 | 16 | 19 if begins / 1000 == 4 => true,
        16 if (5100..=5599).contains(&begins) || (2221..=2720).contains(&begins) => true,
        15 if matches!(begins / 100, 34 | 37) => true,
        14 if (3000..=3059).contains(&begins) || matches!(begins / 100, 36 | 38 | 39) => true,
        16 if begins == 6011 || begins / 100 == 65 || (3528..=3589).contains(&begins) => true,
        13..=19 if matches!(begins, 5018 | 5020 | 5038 | 5893 | 6304 | 6759 | 6761 | 6762 | 6763) => true,
        _ => false,
    };
    is_known && is_luhn(digits)
}

fn speaks_of_health(text: &str) -> bool {
    let lower = text.to_lowercase();
    let starts_word = |place: usize| !lower[..place].ends_with(char::is_alphanumeric);
    let ends_word = |place: usize| !lower[place..].starts_with(char::is_alphanumeric);
    let begins = |word: &&str| lower.match_indices(*word).any(|(place, _)| starts_word(place));
    let stands =
        |word: &&str| lower.match_indices(*word).any(|(place, _)| starts_word(place) && ends_word(place + word.len()));
    HEALTH.iter().any(begins) || HEALTH_WHOLE.iter().any(stands)
}

#[cfg(test)]
mod tests {
    use super::*;

    // All numbers are made up: those of Norway have a month of the range for test persons, or an individual number that is
    // given to nobody born in that year; those of Sweden are the examples that its tax agency prints.
    #[test]
    fn identity_numbers_are_known_by_their_date_and_check_digits() {
        let table = [
            ("15819010029", true),
            ("fnr 158190 10029, ring", true),
            ("fnr: 158190-10029.", true),
            ("57819010090", true),
            ("01014550050", true),
            ("41014550044", true),
            ("15819010028", false),
            ("15819010039", false),
            ("99819010029", false),
            ("1581901002", false),
            ("158190100290", false),
            ("811218-9876", true),
            ("811218+9876", true),
            ("pnr 19811218-9876", true),
            ("198112189876", true),
            ("640883-3231", true),
            ("811218-9875", false),
            ("811318-9876", false),
            // Ten digits without the sign are an organisation number or a phone number as well.
            ("8112189876", false),
            ("org. 556703-7485", false),
            ("+47 900 11 222", false),
            ("Stand 12, 2026-11-22, 14 000 kr", false),
            ("", false),
        ];
        for (text, is_one) in table {
            assert_eq!(finds(text).contains(&Find::IdentityNumber), is_one, "{text}");
        }
    }

    #[test]
    fn card_numbers_are_known_by_their_scheme_and_check_digit() {
        // The numbers that the schemes print for tests.
        let table = [
            ("4111111111111111", true),
            ("kort 4111 1111 1111 1111 utl. 12/29", true),
            ("5555-5555-5555-4444", true),
            ("2221000000000009", true),
            ("378282246310005", true),
            ("30569309025904", true),
            ("4111111111111112", false),
            // Right by its check digit, but of no scheme.
            ("9111111111111116", false),
            ("411111111111", false),
            ("IBAN NO93 8601 1117 947", false),
            ("KID 1234567890123", false),
        ];
        for (text, is_one) in table {
            assert_eq!(finds(text).contains(&Find::CardNumber), is_one, "{text}");
        }
    }

    #[test]
    fn words_about_health_are_known_by_how_they_begin() {
        let table = [
            ("On sick leave until May", true),
            ("Sykemeldt ut året", true),
            ("Sjukskriven sedan mars", true),
            ("har KREFT", true),
            ("är gravid, åter i höst", true),
            ("Diabetiker", true),
            ("He is ill", true),
            ("ADHD", true),
            ("Sykkelbutikk, vil ha katalog", false),
            ("Illustrator, billing, skill", false),
            ("Interessert i medisinsk utstyr", false),
            ("The bicycle shop", false),
        ];
        for (text, is_one) in table {
            assert_eq!(finds(text).contains(&Find::Health), is_one, "{text}");
        }
    }

    #[test]
    fn each_is_said_once_in_one_order() {
        let text = "diabetes 4111 1111 1111 1111, 15819010029 og 15819010029";
        assert_eq!(finds(text), [Find::IdentityNumber, Find::CardNumber, Find::Health]);
        assert_eq!(finds("Ringer i morgen"), []);
    }
}
