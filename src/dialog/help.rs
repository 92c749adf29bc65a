//! Help for what is in front: what one can do there, and its keys.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length};

use crate::i18n::{self, Lang};
use crate::t;
use crate::theme::measure::{LARGE, SMALL, TINY};
use crate::theme::{Element, Theme};
use crate::widget::dialog::{Card, card};
use crate::widget::{button, surface, text};

/// What help is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The start page.
    Start,
    /// Making a card file.
    Create,
    /// Opening a card file.
    Unlock,
    /// The list of persons.
    Persons,
    /// What is due.
    Today,
    /// The companies.
    Companies,
    /// A person's card.
    Card,
    /// The legal-basis dialog.
    Basis,
    /// Making two cards one.
    Merging,
    /// A new person.
    New,
    /// The import.
    Import,
    /// The settings.
    Settings,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 12] = [
        Self::Start,
        Self::Create,
        Self::Unlock,
        Self::Today,
        Self::Persons,
        Self::Companies,
        Self::Card,
        Self::Basis,
        Self::Merging,
        Self::New,
        Self::Import,
        Self::Settings,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Create => "create",
            Self::Unlock => "unlock",
            Self::Persons => "persons",
            Self::Today => "today",
            Self::Companies => "companies",
            Self::Card => "card",
            Self::Basis => "basis",
            Self::Merging => "merging",
            Self::New => "new",
            Self::Import => "import",
            Self::Settings => "settings",
        }
    }

    fn name(self, lang: Lang) -> String {
        match self {
            Self::Start => t!(lang, "app-name"),
            Self::Create => t!(lang, "create-title"),
            Self::Unlock => t!(lang, "unlock-title"),
            Self::Persons => t!(lang, "frame-persons"),
            Self::Today => t!(lang, "frame-today"),
            Self::Companies => t!(lang, "frame-companies"),
            Self::Card => t!(lang, "help-topic-card"),
            Self::Basis => t!(lang, "help-key-basis"),
            Self::Merging => t!(lang, "merge-find-title"),
            Self::New => t!(lang, "frame-new-person"),
            Self::Import => t!(lang, "frame-import"),
            Self::Settings => t!(lang, "frame-settings"),
        }
    }

    /// Returns the keys that matter there: what they do, and which they are.
    fn keys(self, lang: Lang) -> Vec<(String, String)> {
        let control = if cfg!(target_os = "macos") { t!(lang, "key-command") } else { t!(lang, "key-control") };
        let with = |key: &str| format!("{control}+{key}");
        let enter = || (t!(lang, "help-key-open"), t!(lang, "key-enter"));
        let escape = || (t!(lang, "help-key-close"), t!(lang, "key-escape"));
        let save = || (t!(lang, "help-key-save"), with("S"));
        let zoom = || (t!(lang, "help-key-zoom"), format!("{}  {}  {}", with("+"), with("\u{2212}"), with("0")));
        let next = || (t!(lang, "help-key-next"), t!(lang, "key-tab"));
        match self {
            Self::Start | Self::Create => vec![next(), enter(), escape(), zoom()],
            Self::Unlock => vec![enter(), next(), zoom()],
            Self::Persons => vec![
                (t!(lang, "help-key-search"), with("K")),
                (t!(lang, "help-key-new"), with("N")),
                enter(),
                (t!(lang, "help-key-import"), with("I")),
                (t!(lang, "help-key-settings"), with(",")),
                (t!(lang, "help-key-lock"), with(&format!("{}+L", t!(lang, "key-shift")))),
                zoom(),
            ],
            Self::Card => vec![
                save(),
                (t!(lang, "help-key-activity"), with("J")),
                (t!(lang, "help-key-basis"), with("L")),
                (t!(lang, "help-key-tabs"), format!("{} … {}", with("1"), with("5"))),
                (t!(lang, "help-key-search"), with("K")),
                next(),
                escape(),
            ],
            Self::Basis => vec![(t!(lang, "help-key-edit"), t!(lang, "key-enter")), save(), next(), escape()],
            Self::Today => vec![enter(), next(), escape()],
            Self::Companies => vec![(t!(lang, "help-key-search"), with("K")), enter(), save(), escape()],
            Self::Merging | Self::New | Self::Import => vec![save(), next(), escape()],
            Self::Settings => vec![zoom(), next(), escape()],
        }
    }
}

/// Shows the help on a topic.
pub fn view<'a, M: Clone + 'a>(topic: Topic, lang: Lang, close: M) -> Card<'a, M> {
    let words = i18n::text(lang, &format!("help-{}", topic.key()));
    let paragraphs = words.split("\n\n").map(|paragraph| text::body(paragraph.to_owned()).into());
    let keys = topic.keys(lang).into_iter().map(|(does, key)| line(does, key));
    let always = line(t!(lang, "help-key-help"), t!(lang, "key-f1"));
    let body = column![
        Column::with_children(paragraphs).spacing(SMALL),
        surface::line(),
        text::strong(t!(lang, "help-keys-title")),
        Column::with_children(keys).push(always).spacing(TINY + 2.0),
    ]
    .spacing(LARGE);
    let done = button::main(t!(lang, "close")).on_press(close.clone());
    card(t!(lang, "help-title", screen = topic.name(lang)), body).button(done).on_escape(close).max_width(560.0)
}

fn line<'a, M: 'a>(does: String, key: String) -> Element<'a, M> {
    let key = container(text::caption(key).style(|_: &Theme| Default::default())).width(Length::FillPortion(1));
    row![text::body(does).width(Length::FillPortion(1)), key].spacing(LARGE).align_y(Alignment::Center).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_its_text_in_every_language() {
        for lang in Lang::ALL {
            for topic in Topic::ALL {
                let key = format!("help-{}", topic.key());
                assert!(i18n::text_if_known(lang, &key).is_some(), "{key} in {lang}");
                assert!(!topic.keys(lang).is_empty());
            }
        }
    }
}
