//! The shapes that values of settings have, and the one spelling each is stored in.

use crate::model::invalid::Reason;
use crate::model::list::List;
use crate::model::user::Rights;
use crate::model::{country, email, text};

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of at most [`text::LONG_LINE`] characters.
    Line,
    /// Some lines of at most [`text::NOTE`] characters.
    Lines,
    /// `yes` or `no`.
    YesNo,
    /// A whole number between two.
    Number(u64, u64),
    /// A whole number between two, or nothing.
    NumberOrNone(u64, u64),
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A day, ISO 8601, or nothing.
    Day,
    /// A country, ISO 3166 alpha-2, or nothing.
    Country,
    /// The full path of a folder that is there, or nothing.
    Folder,
    /// A web address, or nothing.
    Web,
    /// A web address that begins with `https:`, or nothing.
    SafeWeb,
    /// An e-mail address, or nothing.
    Email,
    /// What is shown to nobody: kept as it was typed, but for line breaks at its end.
    Secret,
    /// The key of an item of a list.
    Key(List),
    /// Keys of items of a list, with spaces between them.
    Keys(List),
    /// Keys of rights, with spaces between them.
    Rights,
    /// `BASIS,SOURCE`, or `ask`.
    Default,
}

impl Shape {
    /// Returns a value in its one stored spelling. `find` answers the key of the item that a text names in a list.
    ///
    /// # Errors
    /// What is wrong with the value.
    pub fn parse(self, value: &str, find: impl Fn(List, &str) -> Option<String>) -> Result<String, Reason> {
        let number = |least: u64, most: u64| {
            let number = value.trim().parse::<u64>().ok().filter(|number| (least..=most).contains(number));
            number.map(|number| number.to_string()).ok_or(Reason::NotANumber)
        };
        let line = text::single_line(value);
        match self {
            Self::Line if text::is_longer(&line, text::LONG_LINE) => Err(Reason::TooLong),
            Self::Line => Ok(line),
            Self::Lines => {
                let lines = text::multi_line(value).trim_end().to_owned();
                if text::is_longer(&lines, text::NOTE) { Err(Reason::TooLong) } else { Ok(lines) }
            }
            Self::YesNo => match line.to_lowercase().as_str() {
                "yes" | "true" | "1" | "ja" => Ok("yes".to_owned()),
                "no" | "false" | "0" | "nei" | "nej" => Ok("no".to_owned()),
                _ => Err(Reason::NotYesNo),
            },
            Self::Number(least, most) => number(least, most),
            Self::NumberOrNone(..)
            | Self::Day
            | Self::Country
            | Self::Folder
            | Self::Web
            | Self::SafeWeb
            | Self::Email
                if line.is_empty() =>
            {
                Ok(String::new())
            }
            Self::Email => email::parse(&line),
            Self::Secret => {
                let secret = value.trim_end_matches(['\n', '\r']);
                if text::is_longer(secret, text::LONG_LINE) { Err(Reason::TooLong) } else { Ok(secret.to_owned()) }
            }
            Self::NumberOrNone(least, most) => number(least, most),
            Self::Choice(words) => {
                let word = line.to_lowercase();
                if words.contains(&word.as_str()) { Ok(word) } else { Err(Reason::Unknown) }
            }
            Self::Day => {
                let day = chrono::NaiveDate::parse_from_str(&line, "%Y-%m-%d");
                day.map(|day| day.to_string()).map_err(|_| Reason::NotADate)
            }
            Self::Country => country::code(&line).map(str::to_owned).ok_or(Reason::NotACountry),
            Self::Folder => {
                let folder = value.trim_end_matches(['\n', '\r']);
                let path = std::path::Path::new(folder);
                if path.is_absolute() && path.is_dir() { Ok(folder.to_owned()) } else { Err(Reason::NotAFolder) }
            }
            Self::Web | Self::SafeWeb => {
                let starts: &[&str] = if self == Self::SafeWeb { &["https://"] } else { &["https://", "http://"] };
                let is_web = starts.iter().any(|start| line.starts_with(start) && line.len() > 11);
                let is_one = is_web && !line.contains(char::is_whitespace);
                if is_one { Ok(line) } else { Err(Reason::NotAWebsite) }
            }
            Self::Key(list) => find(list, &line).ok_or(Reason::Unknown),
            Self::Keys(list) => {
                let names = line.split([' ', ',']).filter(|name| !name.is_empty());
                let keys = names.map(|name| find(list, name).ok_or(Reason::Unknown)).collect::<Result<Vec<_>, _>>()?;
                Ok(keys.join(" "))
            }
            Self::Rights => Rights::from_keys(&line).map(|rights| rights.to_string()).ok_or(Reason::Unknown),
            Self::Default if line.eq_ignore_ascii_case("ask") => Ok("ask".to_owned()),
            Self::Default => {
                let (basis, source) = line.split_once(',').ok_or(Reason::Unknown)?;
                let basis = find(List::Basis, basis.trim()).ok_or(Reason::Unknown)?;
                let source = find(List::Source, source.trim()).ok_or(Reason::Unknown)?;
                Ok(format!("{basis},{source}"))
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Knows four items, whatever the list.
    pub fn find(_: List, name: &str) -> Option<String> {
        ["consent", "contract", "user", "customer"].contains(&name).then(|| name.to_owned())
    }

    #[test]
    fn values_are_stored_in_one_spelling() {
        let folder = std::env::temp_dir().to_str().unwrap().to_owned();
        let table: &[(Shape, &str, Result<&str, Reason>)] = &[
            (Shape::Number(0, 1_440), " 007 ", Ok("7")),
            (Shape::Number(0, 1_440), "1441", Err(Reason::NotANumber)),
            (Shape::Number(0, 1_440), "", Err(Reason::NotANumber)),
            (Shape::Number(0, 1_440), "-1", Err(Reason::NotANumber)),
            (Shape::Number(0, 1_440), "2.5", Err(Reason::NotANumber)),
            (Shape::NumberOrNone(1, 9), "", Ok("")),
            (Shape::NumberOrNone(1, 9), "10", Err(Reason::NotANumber)),
            (Shape::YesNo, "Ja", Ok("yes")),
            (Shape::YesNo, "perhaps", Err(Reason::NotYesNo)),
            (Shape::Choice(&["off", "warn"]), "WARN", Ok("warn")),
            (Shape::Choice(&["off", "warn"]), "on", Err(Reason::Unknown)),
            (Shape::Day, "2026-02-29", Err(Reason::NotADate)),
            (Shape::Day, "2026-02-28", Ok("2026-02-28")),
            (Shape::Country, "no", Ok("NO")),
            (Shape::Country, "XX", Err(Reason::NotACountry)),
            (Shape::Web, "https://example.org/x", Ok("https://example.org/x")),
            (Shape::Web, "javascript:alert(1)", Err(Reason::NotAWebsite)),
            (Shape::SafeWeb, "http://example.org/x", Err(Reason::NotAWebsite)),
            (Shape::SafeWeb, "https://example.org/no?{token}", Ok("https://example.org/no?{token}")),
            (Shape::Email, " office@example.org ", Ok("office@example.org")),
            (Shape::Email, "", Ok("")),
            (Shape::Email, "office", Err(Reason::NotAnEmail)),
            (Shape::Secret, " two  words \n", Ok(" two  words ")),
            (Shape::Keys(List::Basis), "contract, consent", Ok("contract consent")),
            (Shape::Keys(List::Basis), "contract chance", Err(Reason::Unknown)),
            (Shape::Rights, "edit see", Ok("see edit")),
            (Shape::Default, "ask", Ok("ask")),
            (Shape::Default, "contract, user", Ok("contract,user")),
            (Shape::Default, "contract", Err(Reason::Unknown)),
            (Shape::Folder, "./backups", Err(Reason::NotAFolder)),
            (Shape::Folder, "/no/such/folder", Err(Reason::NotAFolder)),
            (Shape::Folder, &folder, Ok(&folder)),
            (Shape::Line, "two\nlines", Ok("two lines")),
        ];
        for (shape, typed, stored) in table {
            assert_eq!(shape.parse(typed, find).as_deref(), stored.as_ref().copied(), "{typed}");
        }
    }
}
