//! The pages of the settings, in the order and the groups in which they are listed at the left.
//!
//! A new page is a name here, its title in the texts (`settings-page-<key>`), and a line in [`super::State::page`].

use super::items::OTHERS;
use super::plain;
use crate::i18n::{self, Lang};
use crate::model::list::List;
use crate::office::settings::{Plain, Setting};
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
    /// Who the controller is.
    Business,
    /// What data is used for.
    Purposes,
    /// What allows it.
    Bases,
    /// Where it comes from.
    Sources,
    /// What people are to the business.
    Categories,
    /// What people can subscribe to.
    Subscriptions,
    /// The other lists that cards choose from.
    Lists,
    /// The fields that are collected, and own ones.
    Fields,
    /// What becomes of somebody new.
    NewPeople,
    /// The rule for existing customers.
    Mailings,
    /// The account mail leaves by.
    Mail,
    /// The texts of letters.
    Templates,
    /// How long things are kept.
    Keeping,
    /// Who is kept no longer.
    Due,
    /// What was decided when; files and ready-made sets.
    Changes,
    /// The people who work here.
    People,
    /// What each role allows.
    Roles,
    /// What was done.
    Journal,
    /// What was handed out.
    Exports,
    /// Who was erased is not told; what was, and what still waits to be sent, is.
    Erasures,
}

/// The groups: the key of each heading, and the pages under it.
const GROUPS: [(&str, &[Page]); 3] = [
    ("settings-group-computer", &[Page::Look, Page::Keys, Page::Backups]),
    (
        "settings-group-office",
        &[
            Page::Business,
            Page::Purposes,
            Page::Bases,
            Page::Sources,
            Page::Categories,
            Page::Subscriptions,
            Page::Lists,
            Page::Fields,
            Page::NewPeople,
            Page::Mail,
            Page::Mailings,
            Page::Templates,
            Page::Keeping,
            Page::Due,
            Page::Changes,
        ],
    ),
    ("settings-group-people", &[Page::People, Page::Roles, Page::Exports, Page::Erasures, Page::Journal]),
];

impl Page {
    fn key(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Keys => "keys",
            Self::Backups => "backups",
            Self::Business => "business",
            Self::Purposes => "purposes",
            Self::Bases => "bases",
            Self::Sources => "sources",
            Self::Categories => "categories",
            Self::Subscriptions => "subscriptions",
            Self::Lists => "lists",
            Self::Fields => "fields",
            Self::NewPeople => "new-people",
            Self::Mail => "mail",
            Self::Mailings => "mailings",
            Self::Templates => "templates",
            Self::Keeping => "keeping",
            Self::Due => "due",
            Self::Changes => "changes",
            Self::People => "people",
            Self::Roles => "roles",
            Self::Journal => "journal",
            Self::Exports => "exports",
            Self::Erasures => "erasures",
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

    /// Returns the keys of what the page is about besides settings, for those who search.
    pub fn topics(self) -> &'static [&'static str] {
        match self {
            Self::Look => &[
                "settings-section-language",
                "settings-theme",
                "settings-theme-light",
                "settings-theme-dark",
                "settings-theme-contrast",
                "settings-zoom",
                "about-title",
            ],
            Self::Keys => &["keys-lock", "create-passphrase", "create-recovery-key", "keys-remember"],
            Self::Backups => &["settings-section-file", "merge-find-title", "backup-title"],
            Self::Fields => &["settings-section-fields", "settings-collected"],
            Self::NewPeople => &["settings-defaults"],
            Self::Purposes => &["settings-versions"],
            Self::Roles => &["people-role-fields"],
            Self::Changes => {
                &["settings-sets", "settings-history", "settings-export", "settings-import", "settings-sheet"]
            }
            Self::Business
            | Self::Bases
            | Self::Sources
            | Self::Categories
            | Self::Subscriptions
            | Self::Lists
            | Self::People
            | Self::Mail
            | Self::Mailings
            | Self::Templates
            | Self::Keeping
            | Self::Due
            | Self::Journal
            | Self::Exports
            | Self::Erasures => &[],
        }
    }

    /// Returns the list the page is about, if it is about one.
    pub fn list(self) -> Option<List> {
        [Self::Purposes, Self::Bases, Self::Sources, Self::Categories, Self::Subscriptions, Self::Lists]
            .into_iter()
            .zip([List::Purpose, List::Basis, List::Source, List::Category, List::Subscription, OTHERS[0]])
            .find_map(|(page, list)| (page == self).then_some(list))
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

/// Returns the page a setting stands on.
pub fn of(setting: &Setting) -> Option<Page> {
    match setting {
        Setting::Plain(setting) => with(*setting),
        Setting::Item { list, .. } if OTHERS.contains(list) => Some(Page::Lists),
        Setting::Item { list, .. } => Page::all(|_| true).into_iter().find(|page| page.list() == Some(*list)),
        Setting::Default { .. } => Some(Page::NewPeople),
        Setting::Field { .. } => Some(Page::Fields),
        Setting::Role { .. } => None,
    }
}

fn with(setting: Plain) -> Option<Page> {
    Page::all(|_| true).into_iter().find(|page| plain::of(*page).contains(&setting))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::settings::ItemPart;

    #[test]
    fn every_setting_of_the_office_has_a_page() {
        for setting in Plain::ALL {
            assert!(of(&Setting::Plain(setting)).is_some(), "{}", setting.key());
        }
        for list in List::ALL {
            let setting = Setting::Item { list, item: "vip".to_owned(), part: ItemPart::Present };
            assert!(of(&setting).is_some(), "{}", list.key());
        }
    }

    #[test]
    fn every_page_has_a_title_and_topics_in_every_language() {
        for page in Page::all(|_| true) {
            for lang in Lang::ALL {
                let title = format!("settings-page-{}", page.key());
                for key in page.topics().iter().copied().chain([title.as_str()]) {
                    assert!(i18n::text_if_known(lang, key).is_some(), "{key}");
                }
            }
        }
    }
}
