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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::i18n::{Lang, text_if_known};
    use crate::office::settings::{apply, plan};
    use crate::office::tests::office;

    #[test]
    fn a_new_card_file_takes_every_set_whole() {
        for set in Set::ALL {
            let (_folder, office) = office();
            let document = set.document().unwrap();
            let (seen, taken, again) = (document.clone(), document.clone(), document.clone());
            let planned = office.read(move |desk| plan(desk, &seen)).wait().unwrap();
            assert_eq!(planned.refused, [], "{}", set.key());
            assert!(planned.changes.len() > 30, "{}", set.key());
            assert_eq!(office.write(move |desk| apply(desk, &taken)).wait().unwrap(), planned, "{}", set.key());
            assert_eq!(office.read(move |desk| plan(desk, &again)).wait().unwrap().changes, [], "{}", set.key());
            // The file reads as it would be written.
            assert_eq!(document.to_text().unwrap(), set.text(), "{}", set.key());
        }
    }

    #[test]
    fn no_set_lets_mailings_go_without_consent() {
        for set in Set::ALL {
            let document = set.document().unwrap();
            for key in ["customers.mail", "customers.could_refuse"] {
                assert_eq!(document.settings.get(key).map(String::as_str), Some("no"), "{}: {key}", set.key());
            }
        }
    }

    #[test]
    fn every_set_has_a_name_and_says_what_it_is() {
        for set in Set::ALL {
            assert_eq!(Set::from_key(set.key()), Some(set));
            for key in [format!("settings-set-{}", set.key()), format!("settings-set-{}-says", set.key())] {
                assert!(Lang::ALL.into_iter().all(|lang| text_if_known(lang, &key).is_some()), "{key}");
            }
        }
    }
}
