//! The office's own fields.

use chrono::NaiveDate;

use super::data_map::{Category, Origin};
use super::{Reason, text};

crate::id_type! {
    /// Identifies an own field.
    Id
}

/// What an own field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A line of text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// One of the field's own choices.
    List,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Text, Self::Number, Self::Date, Self::YesNo, Self::List];

    /// Returns the kind's key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::YesNo => "yes-no",
            Self::List => "list",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// An own field of the office, with its place in the data map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Its identity.
    pub id: Id,
    /// Its key: small letters, digits, hyphens; scripts write `custom:KEY`.
    pub key: String,
    /// Its name, as the office calls it.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// What can be chosen, for [`Kind::List`].
    pub choices: Vec<String>,
    /// The kind of personal data it is.
    pub category: Category,
    /// Who the data comes from.
    pub origin: Origin,
    /// Whether it belongs in the access report (art. 15).
    pub in_report: bool,
    /// Its place among the own fields.
    pub rank: i64,
    /// Whether it is shown.
    pub active: bool,
}

impl Definition {
    /// Returns the value in its one stored spelling: dates ISO 8601, `yes` or `no`, numbers with a decimal point.
    ///
    /// An empty text is no value. Dates are taken in ISO 8601 and as day.month.year.
    ///
    /// # Errors
    /// What keeps the text from being a value of this field.
    pub fn parse(&self, value: &str) -> Result<Option<String>, Reason> {
        let value = text::single_line(value);
        if value.is_empty() {
            return Ok(None);
        }
        if text::is_longer(&value, text::LONG_LINE) {
            return Err(Reason::TooLong);
        }
        match self.kind {
            Kind::Text => Ok(Some(value)),
            Kind::Number => number(&value).map(Some).ok_or(Reason::NotANumber),
            Kind::Date => date(&value).map(|date| Some(date.to_string())).ok_or(Reason::NotADate),
            Kind::YesNo => {
                yes_no(&value).map(|yes| Some(if yes { "yes" } else { "no" }.to_owned())).ok_or(Reason::NotYesNo)
            }
            Kind::List => self
                .choices
                .iter()
                .find(|choice| choice.to_lowercase() == value.to_lowercase())
                .map(|choice| Some(choice.clone()))
                .ok_or(Reason::Unknown),
        }
    }
}

/// Returns a number in its one spelling: digits, an optional minus and decimal point.
fn number(value: &str) -> Option<String> {
    let plain: String = value.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = plain.replace(',', ".");
    let shape = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let good = !shape.is_empty()
        && shape.chars().all(|c| c.is_ascii_digit() || c == '.')
        && shape.chars().filter(|c| *c == '.').count() <= 1
        && shape.chars().any(|c| c.is_ascii_digit());
    good.then(|| plain.trim_start_matches('+').to_owned())
}

/// Returns the day that a text names: `2026-03-12`, `12.3.2026` or `12/3/2026` (day first), also with a time behind.
pub fn date(value: &str) -> Option<NaiveDate> {
    let day = value.trim().split(['T', ' ']).next()?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(day, "%d.%m.%Y"))
        .or_else(|_| NaiveDate::parse_from_str(day, "%d/%m/%Y"))
        .or_else(|_| NaiveDate::parse_from_str(day, "%Y%m%d"))
        .ok()
        .filter(|date| (1..=9999).contains(&chrono::Datelike::year(date)))
}

/// Returns what a text says: yes or no, in any of the three languages.
pub fn yes_no(value: &str) -> Option<bool> {
    match value.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "ja" | "j" | "x" | "on" | "sant" | "sann" => Some(true),
        "no" | "n" | "false" | "0" | "nei" | "nej" | "off" | "" | "usant" | "falskt" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: Kind) -> Definition {
        Definition {
            id: Id(1),
            key: "k".into(),
            name: "K".into(),
            kind,
            choices: vec!["Red".into(), "Blå".into()],
            category: Category::Other,
            origin: Origin::Provided,
            in_report: true,
            rank: 0,
            active: true,
        }
    }

    #[test]
    fn values_have_one_spelling() {
        for (kind, typed, wanted) in [
            (Kind::Text, " a  b ", Ok(Some("a b"))),
            (Kind::Text, "", Ok(None)),
            (Kind::Number, "1 234,5", Ok(Some("1234.5"))),
            (Kind::Number, "-3", Ok(Some("-3"))),
            (Kind::Number, "1.2.3", Err(Reason::NotANumber)),
            (Kind::Number, "many", Err(Reason::NotANumber)),
            (Kind::Date, "24.12.2026", Ok(Some("2026-12-24"))),
            (Kind::Date, "2026-12-24", Ok(Some("2026-12-24"))),
            (Kind::Date, "31.2.2026", Err(Reason::NotADate)),
            (Kind::YesNo, "Ja", Ok(Some("yes"))),
            (Kind::YesNo, "nej", Ok(Some("no"))),
            (Kind::YesNo, "perhaps", Err(Reason::NotYesNo)),
            (Kind::List, "BLÅ", Ok(Some("Blå"))),
            (Kind::List, "green", Err(Reason::Unknown)),
        ] {
            let got = field(kind).parse(typed);
            assert_eq!(got.as_ref().map(Option::as_deref).map_err(|r| *r), wanted, "{kind:?} {typed:?}");
        }
    }
}
