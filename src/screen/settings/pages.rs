//! The pages of the settings, in the order and the groups in which they are listed at the left.
//!
//! A new page is a name here, its title in the texts (`settings-page-<key>`), and a line in [`super::State::page`].

use crate::i18n::{self, Lang};
use crate::widget::navigation::Group;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Page {
    /// Language, colours, size.
    #[default]
    Look,
    /// The lock, the passphrase, the recovery key.
    Keys,
    /// Where the card file lies, and its backups.
    Backups,
    /// The fields that are collected, and own ones.
    Fields,
    /// What was done.
    Journal,
}

/// The groups: the key of each heading, and the pages under it.
const GROUPS: [(&str, &[Page]); 3] = [
    ("settings-group-computer", &[Page::Look, Page::Keys, Page::Backups]),
    ("settings-group-office", &[Page::Fields]),
    ("settings-group-people", &[Page::Journal]),
];

impl Page {
    fn key(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Keys => "keys",
            Self::Backups => "backups",
            Self::Fields => "fields",
            Self::Journal => "journal",
        }
    }

    /// Returns the key of its title.
    pub fn label(self) -> String {
        format!("settings-page-{}", self.key())
    }

    /// Returns what the page is called.
    pub fn title(self, lang: Lang) -> String {
        i18n::text(lang, &self.label())
    }

    /// Returns all pages in their order; `is_there` leaves out those that this card file has not.
    pub fn all(is_there: impl Fn(Self) -> bool) -> Vec<Self> {
        GROUPS.iter().flat_map(|(_, pages)| pages.iter().copied()).filter(|page| is_there(*page)).collect()
    }

    /// Returns the groups with their pages' titles, as they are listed.
    pub fn groups(lang: Lang, is_there: impl Fn(Self) -> bool) -> Vec<Group> {
        let titles =
            |pages: &[Self]| pages.iter().filter(|page| is_there(**page)).map(|page| page.title(lang)).collect();
        GROUPS
            .iter()
            .map(|(heading, pages)| Group { heading: i18n::text(lang, heading), items: titles(pages) })
            .collect()
    }
}
