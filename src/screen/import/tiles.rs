//! The numbers of a plan or a result; each of them, pressed, lists its rows.

use iced::widget::{column, container, row};
use iced::{Alignment, Length, Padding};

use super::Message;
use super::rows::Show;
use crate::i18n::{self, Lang};
use crate::model::import::{Counts, OnDuplicate};
use crate::t;
use crate::theme::measure::{MEDIUM, RADIUS, SMALL};
use crate::theme::{Element, Theme, Tone, style};
use crate::widget::tab_stop::TabStop;
use crate::widget::text;

/// Returns the numbers beside each other.
pub(super) fn view<'a>(counts: &Counts, shown: Show, on_duplicate: OnDuplicate, lang: Lang) -> Element<'a, Message> {
    let here = match on_duplicate {
        OnDuplicate::Skip | OnDuplicate::Add => t!(lang, "import-tile-skip"),
        OnDuplicate::Fill => t!(lang, "import-tile-fill"),
        OnDuplicate::Replace => t!(lang, "import-tile-replace"),
    };
    let tiles = [
        (Show::All, counts.rows, t!(lang, "import-tile-all"), Tone::Ink),
        (Show::New, counts.added, t!(lang, "import-tile-new"), Tone::Good),
        (Show::Here, counts.updated + counts.skipped, here, Tone::Accent),
        (Show::Rejected, counts.rejected, t!(lang, "import-tile-rejected"), Tone::Danger),
    ];
    let tiles = tiles.into_iter().map(|(show, count, label, tone)| {
        let tone = if count == 0 { Tone::Muted } else { tone };
        let number = i18n::number(lang, i64::try_from(count).unwrap_or(i64::MAX));
        tile(number, label, tone, show == shown, Message::Show(show))
    });
    row(tiles).spacing(SMALL).into()
}

fn tile<'a>(number: String, label: String, tone: Tone, selected: bool, on_press: Message) -> Element<'a, Message> {
    let content = column![text::section(number).style(style::tone(tone)), text::caption(label)];
    let content = container(content).padding(Padding::from([SMALL, MEDIUM])).width(Length::Fill);
    TabStop::new(content)
        .on_press(Some(on_press))
        .size(Length::Fill, Length::Shrink)
        .align_x(Alignment::Start)
        .style(move |theme: &Theme, status| {
            let roles = theme.roles();
            let base = style::plain_button(theme, status);
            let (color, width) = if selected { (roles.accent, 2.0) } else { (roles.line, roles.line_width) };
            iced::widget::button::Style {
                background: if selected { Some(roles.selected.into()) } else { base.background },
                border: iced::border::rounded(RADIUS).width(width).color(color),
                ..base
            }
        })
        .into()
}
