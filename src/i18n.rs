//! Speaks the user's language: texts, dates, numbers and sort order.
//!
//! Texts are Fluent messages in `assets/i18n/{en,nb,sv}/kartotek.ftl`. The macro [`t!`](crate::t)
//! checks keys and arguments against English when the program is compiled; [`text`] and
//! [`text_with`] are for keys that are put together at run time. A test keeps the three languages
//! equal.

mod collate;
mod dates;
pub mod fold;
mod names;
mod numbers;
mod texts;

pub use collate::{COLLATION_EDITION, SortKeys};
pub use dates::{age, date, date_long, date_numeric, date_time, month_name, parse_date, time_of_day};
pub use names::{countries, country_code, country_name, item_key, item_keys, item_name};
pub use numbers::{decimal, file_size, number, parse_decimal, parse_number};
pub use texts::{Arg, loader, text, text_if_known, text_with};

use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Norwegian bokmål.
    Nb,
    /// Swedish.
    Sv,
}

/// The text names no language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of the languages en, nb, sv")]
pub struct UnknownLang;

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::En, Self::Nb, Self::Sv];

    /// Returns the language the system speaks, or English.
    pub fn from_system() -> Self {
        sys_locale::get_locales().find_map(|locale| Self::from_locale(&locale)).unwrap_or_default()
    }

    /// Returns the language of a locale such as `nb-NO` or `sv_SE.UTF-8`; every written
    /// Norwegian gives bokmål.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "nb" | "nn" | "no" => Some(Self::Nb),
            "sv" => Some(Self::Sv),
            _ => None,
        }
    }

    /// Returns the language's code: `en`, `nb` or `sv`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nb => "nb",
            Self::Sv => "sv",
        }
    }

    /// Returns the language's name in itself, as a list of languages shows it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nb => "Norsk bokmål",
            Self::Sv => "Svenska",
        }
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code())
    }
}

impl std::str::FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `en`, `nb` or `sv`.
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or(UnknownLang)
    }
}
