//! Ready-made settings to start from, in the format that settings are exported in. What they say is where an office
//! begins, no legal advice: the plan shows every change before it is made.

use super::Document;
use crate::office::Error;

/// A ready-made set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Set {
    /// For an office in Norway.
    Norway,
    /// For an office in Sweden.
    Sweden,
    /// For an office elsewhere in the EU or the EEA, where in doubt the stricter way.
    EuCautious,
}

impl Set {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Norway, Self::Sweden, Self::EuCautious];

    /// Returns its key; its texts are `settings-set-<key>` and `settings-set-<key>-says`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Norway => "norway",
            Self::Sweden => "sweden",
            Self::EuCautious => "eu-cautious",
        }
    }

    /// Returns the set that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.key() == key)
    }

    /// Returns the set as the text of its file.
    pub fn text(self) -> &'static str {
        match self {
            Self::Norway => include_str!("../../../assets/settings/norway.json"),
            Self::Sweden => include_str!("../../../assets/settings/sweden.json"),
            Self::EuCautious => include_str!("../../../assets/settings/eu-cautious.json"),
        }
    }

    /// Returns the settings.
    ///
    /// # Errors
    /// [`Error::NotSettings`], which cannot be: a test reads every set.
    pub fn document(self) -> Result<Document, Error> {
        Document::parse(self.text().as_bytes())
    }
}
