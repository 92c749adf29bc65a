//! Help for what is in front: what one can do there, and its keys.

use iced::widget::{Column, Row, column, row};
use iced::{Alignment, Length};

use crate::i18n::{self, Lang};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
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
    /// The selections.
    Selections,
    /// The mailings.
    Mailings,
    /// The outbox.
    Outbox,
    /// The trash.
    Trash,
    /// A person's card.
    Card,
    /// The legal-basis dialog.
    Basis,
    /// Making two cards one.
    Merging,
    /// Changing many at once.
    MassEdit,
    /// A privacy report.
    Report,
    /// A new person.
    New,
    /// The import.
    Import,
    /// The settings.
    Settings,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 18] = [
        Self::Start,
        Self::Create,
        Self::Unlock,
        Self::Today,
        Self::Persons,
        Self::Companies,
        Self::Selections,
        Self::Mailings,
        Self::Outbox,
        Self::Trash,
        Self::Card,
        Self::Basis,
        Self::Merging,
        Self::MassEdit,
        Self::Report,
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
            Self::Selections => "selections",
            Self::Mailings => "mailings",
            Self::Outbox => "outbox",
            Self::Trash => "trash",
            Self::Card => "card",
            Self::Basis => "basis",
            Self::Merging => "merging",
            Self::MassEdit => "mass-edit",
            Self::Report => "report",
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
            Self::Selections => t!(lang, "frame-selections"),
            Self::Mailings => t!(lang, "mailings-title"),
            Self::Outbox => t!(lang, "outbox-title"),
            Self::Trash => t!(lang, "trash-title"),
            Self::Card => t!(lang, "help-topic-card"),
            Self::Basis => t!(lang, "help-key-basis"),
            Self::Merging => t!(lang, "merge-find-title"),
            Self::MassEdit => t!(lang, "mass-edit-title"),
            Self::Report => t!(lang, "reporting-title"),
            Self::New => t!(lang, "frame-new-person"),
            Self::Import => t!(lang, "frame-import"),
            Self::Settings => t!(lang, "frame-settings"),
        }
    }
}

/// What a key does, and which it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it does.
    pub does: String,
    /// The keys, as people read them.
    pub keys: String,
}

/// Keys that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are called.
    pub name: String,
    /// The keys.
    pub lines: Vec<Line>,
}

/// Where help leads.
pub struct Ways<M> {
    /// To all keys.
    pub keys: M,
    /// To the guide.
    pub guide: M,
    /// To the steps to prepare the office, for those who can.
    pub steps: Option<M>,
    /// Back to what was in front.
    pub close: M,
}

/// Shows the help on a topic, with the keys that matter there.
pub fn view<'a, M: Clone + 'a>(topic: Topic, keys: Vec<Line>, lang: Lang, ways: Ways<M>) -> Card<'a, M> {
    let words = i18n::text(lang, &format!("help-{}", topic.key()));
    let paragraphs = words.split("\n\n").map(|paragraph| text::body(paragraph.to_owned()).into());
    let body = column![
        Column::with_children(paragraphs).spacing(SMALL),
        surface::line(),
        text::strong(t!(lang, "help-keys-title")),
        Column::with_children(keys.into_iter().map(line)).spacing(TINY + 2.0),
    ]
    .spacing(LARGE);
    let all = button::plain(t!(lang, "shortcuts-title")).on_press(ways.keys);
    let guide = button::plain(t!(lang, "guide-title")).id("help-guide").on_press(ways.guide);
    let done = button::main(t!(lang, "close")).on_press(ways.close.clone());
    let shown = card(t!(lang, "help-title", screen = topic.name(lang)), body).side_button(guide).side_button(all);
    let shown = match ways.steps {
        Some(steps) => shown.side_button(button::plain(t!(lang, "steps-short")).id("help-steps").on_press(steps)),
        None => shown,
    };
    shown.button(done).on_escape(ways.close).max_width(560.0)
}

/// Shows all keys, in two columns.
pub fn shortcuts<'a, M: Clone + 'a>(groups: Vec<Group>, lang: Lang, close: M) -> Card<'a, M> {
    let mut columns: [Vec<Element<'a, M>>; 2] = [Vec::new(), Vec::new()];
    // The longest first, each where there is more room left; below each other they stand in their order.
    let mut by_length: Vec<usize> = (0..groups.len()).collect();
    by_length.sort_by_key(|place| std::cmp::Reverse(groups[*place].lines.len()));
    let (mut heights, mut sides) = ([0, 0], vec![0; groups.len()]);
    for place in by_length {
        let shorter = usize::from(heights[1] < heights[0]);
        heights[shorter] += groups[place].lines.len() + 2;
        sides[place] = shorter;
    }
    // What comes first is read at the left.
    let first = sides.first().copied().unwrap_or(0);
    for (group, side) in groups.into_iter().zip(sides) {
        let shorter = usize::from(side != first);
        let lines = Column::with_children(group.lines.into_iter().map(line)).spacing(TINY / 2.0);
        columns[shorter].push(column![text::strong(group.name), surface::line(), lines].spacing(SMALL).into());
    }
    let columns = columns.map(|groups| Column::with_children(groups).spacing(MEDIUM).width(Length::Fill));
    let done = button::main(t!(lang, "close")).on_press(close.clone());
    card(t!(lang, "shortcuts-title"), Row::from_iter(columns.map(Element::from)).spacing(HUGE))
        .button(done)
        .on_escape(close)
        .max_width(880.0)
}

fn line<'a, M: 'a>(line: Line) -> Element<'a, M> {
    let keys = text::caption(line.keys).style(|_: &Theme| Default::default());
    row![text::body(line.does).width(Length::Fill), keys].spacing(LARGE).align_y(Alignment::Center).into()
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
            }
        }
    }
}
