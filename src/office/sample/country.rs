//! What a country's sample people are made of: names, trades, cities, streets and numbers, from `assets/sample`.
//!
//! A file has sections, each under its name in square brackets; items are separated by commas or line ends.

use super::dice::Dice;
use super::phone::Range;
use crate::i18n::Lang;
use crate::model::list::{self, List};
use crate::model::person::Address;

/// How an address is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StreetStyle {
    /// Skarvveien 12
    After,
    /// ul. Lipowa 12
    Before,
    /// 12, rue du Moulin
    NumberFirst,
    /// 12 Heron Street
    English,
}

/// A country, as far as sample people need one.
#[derive(Debug)]
pub struct Country {
    /// Its code (ISO 3166 alpha-2).
    pub code: &'static str,
    /// First names.
    pub first: Vec<&'static str>,
    /// Last names.
    pub last: Vec<&'static str>,
    /// Beginnings and endings of place names.
    pub stems: Vec<&'static str>,
    /// See [`Country::stems`].
    pub ends: Vec<&'static str>,
    /// Lines of business, and words in the names of companies in them.
    pub trades: Vec<(list::Id, Vec<&'static str>)>,
    /// Forms of companies, the common ones several times.
    pub forms: Vec<&'static str>,
    /// Postcodes and cities.
    pub cities: Vec<(&'static str, &'static str)>,
    /// Positions, and how they read on a business card.
    pub titles: Vec<(list::Id, Vec<&'static str>)>,
    /// Languages that people are written to in, the common ones several times.
    pub languages: Vec<list::Id>,
    /// Mobile numbers.
    pub mobile: Vec<Range>,
    /// Other numbers.
    pub landline: Vec<Range>,
    streets: Vec<&'static str>,
    street_ends: Vec<&'static str>,
    street_style: StreetStyle,
}

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../../assets/sample/", $name, ".txt"))
    };
}

/// Code, share among the people in a hundred, and file of every country.
const COUNTRIES: [(&str, u64, &str); 9] = [
    ("NO", 34, file!("no")),
    ("SE", 28, file!("se")),
    ("DK", 9, file!("dk")),
    ("FI", 8, file!("fi")),
    ("DE", 8, file!("de")),
    ("NL", 4, file!("nl")),
    ("PL", 4, file!("pl")),
    ("FR", 3, file!("fr")),
    ("GB", 2, file!("gb")),
];

/// Returns all countries with their shares.
pub fn all() -> Vec<(u64, Country)> {
    COUNTRIES.iter().map(|(code, share, text)| (*share, Country::read(code, text))).collect()
}

impl Country {
    fn read(code: &'static str, text: &'static str) -> Self {
        let style = match lines(text, "street-style").next() {
            Some("before") => StreetStyle::Before,
            Some("number-first") => StreetStyle::NumberFirst,
            Some("english") => StreetStyle::English,
            Some(_) | None => StreetStyle::After,
        };
        let language = |key| list::shipped_id(List::Language, key);
        Self {
            code,
            first: items(text, "first"),
            last: items(text, "last"),
            stems: items(text, "stems"),
            ends: items(text, "ends"),
            trades: keyed(text, "trades", List::Business),
            forms: items(text, "forms"),
            cities: items(text, "cities").into_iter().map(city).collect(),
            titles: keyed(text, "titles", List::Position),
            languages: items(text, "languages").into_iter().filter_map(language).collect(),
            mobile: lines(text, "mobile").filter_map(Range::read).collect(),
            landline: lines(text, "landline").filter_map(Range::read).collect(),
            streets: items(text, "streets"),
            street_ends: items(text, "street-ends"),
            street_style: style,
        }
    }

    /// Returns an address in a city, at a street that is made up.
    pub fn address(&self, postcode: &str, city: &str, dice: &mut Dice) -> Address {
        let (postcode, city) = (postcode.to_owned(), city.to_owned());
        Address { street: self.street(dice), postcode, city, country: self.code.to_owned() }
    }

    fn street(&self, dice: &mut Dice) -> String {
        let (name, end) = (dice.word(&self.streets), dice.word(&self.street_ends));
        let number = 1 + dice.below(140);
        let letter = if dice.chance(15) { dice.word(&["A", "B", "C"]) } else { "" };
        match self.street_style {
            StreetStyle::After => format!("{name}{end} {number}{letter}"),
            StreetStyle::Before => format!("{end} {name} {number}{letter}"),
            StreetStyle::NumberFirst => format!("{number}, {end} {name}"),
            StreetStyle::English => format!("{number}{letter} {name} {end}"),
        }
    }
}

/// Returns the file of words that the user of a sample vault wrote, in the user's language.
pub fn words(lang: Lang) -> &'static str {
    match lang {
        Lang::En => file!("words-en"),
        Lang::Nb => file!("words-nb"),
        Lang::Sv => file!("words-sv"),
    }
}

/// Returns the lines of a section.
pub fn lines(text: &'static str, section: &str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(str::trim)
        .skip_while(move |line| line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) != Some(section))
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty())
}

fn items(text: &'static str, section: &str) -> Vec<&'static str> {
    lines(text, section).flat_map(|line| line.split(',')).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// Reads lines of the shape `key: item, item`, with keys of shipped items of a list.
fn keyed(text: &'static str, section: &str, list: List) -> Vec<(list::Id, Vec<&'static str>)> {
    lines(text, section)
        .filter_map(|line| {
            let (key, items) = line.split_once(':')?;
            Some((list::shipped_id(list, key.trim())?, items.split(',').map(str::trim).collect()))
        })
        .collect()
}

/// Splits a postcode from a city: it is the words with digits in them, and two letters right behind (`1012 AB`).
fn city(text: &'static str) -> (&'static str, &'static str) {
    let is_code = |word: &str| {
        word.bytes().any(|b| b.is_ascii_digit()) || (word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        if !is_code(word.trim_end()) {
            break;
        }
        end += word.len();
    }
    (text[..end].trim_end(), &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_complete() {
        for (_, country) in all() {
            let code = country.code;
            assert!(country.first.len() >= 40 && country.last.len() >= 36, "{code}");
            assert!(country.stems.len() * country.ends.len() >= 120 && !country.forms.is_empty(), "{code}");
            assert!(country.trades.len() >= 9 && country.titles.len() >= 9 && country.cities.len() >= 12, "{code}");
            assert!(country.cities.iter().all(|(code, city)| !code.is_empty() && !city.is_empty()), "{code}");
            assert!(!country.languages.is_empty() && !country.streets.is_empty(), "{code}");
            assert!(!country.street_ends.is_empty(), "{code}");
            assert!(!country.mobile.is_empty() && !country.landline.is_empty(), "{code}");
        }
        let names = |code: &str| {
            let country = all().into_iter().find(|country| country.1.code == code);
            country.map_or((0, 0), |country| (country.1.first.len(), country.1.last.len()))
        };
        for code in ["NO", "SE"] {
            assert!(names(code).0 >= 180 && names(code).1 >= 180, "{code}: {:?}", names(code));
        }
        assert_eq!(COUNTRIES.iter().map(|country| country.1).sum::<u64>(), 100);
    }

    #[test]
    fn the_files_hold_no_look_alike_letters() {
        for (code, _, text) in COUNTRIES {
            let strange = text.chars().find(|c| *c > '\u{24F}');
            assert_eq!(strange, None, "{code}");
        }
    }

    #[test]
    fn the_languages_have_the_same_words() {
        let count = |lang, section| lines(words(lang), section).count();
        for section in ["notes", "comment-consent", "own-fields", "deliveries", "evidence", "comment-corrected"] {
            let counts = Lang::ALL.map(|lang| count(lang, section));
            assert!(counts[0] > 0 && counts.iter().all(|count| *count == counts[0]), "{section}: {counts:?}");
        }
    }

    #[test]
    fn postcodes_are_told_from_cities() {
        for (text, wanted) in [
            ("0155 Oslo", ("0155", "Oslo")),
            ("111 29 Stockholm", ("111 29", "Stockholm")),
            ("1302 København K", ("1302", "København K")),
            ("1012 AB Amsterdam", ("1012 AB", "Amsterdam")),
            ("EC1A 1BB London", ("EC1A 1BB", "London")),
            ("8622 Mo i Rana", ("8622", "Mo i Rana")),
        ] {
            assert_eq!(city(text), wanted);
        }
    }
}
