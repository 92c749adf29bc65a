//! A row of tabs: one tab stop, in which the arrow keys move.

#![allow(clippy::wildcard_enum_match_arm)] // Keys and events are the toolkit's; what is not named is for others.

use super::tab_stop::TabStop;
use super::text;
use crate::theme::measure::{CONTROL, MEDIUM, SMALL};
use crate::theme::{Element, Theme, font};
use iced::advanced::widget::Id;
use iced::keyboard::{Key, key::Named};
use iced::widget::button::{Status, Style};
use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Length, Padding, border};

/// One tab of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// What it says.
    pub label: String,
    /// Whether something is in it, shown as a dot.
    pub filled: bool,
}

impl Tab {
    /// Returns a tab without dot.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), filled: false }
    }

    /// Marks the tab with a dot when something is in it.
    #[must_use]
    pub fn filled(mut self, filled: bool) -> Self {
        self.filled = filled;
        self
    }
}

/// Returns a row of tabs; Left, Right, Home and End move while it has the focus.
#[must_use]
pub fn tabs<'a, Message: Clone + 'a>(
    tabs: impl IntoIterator<Item = Tab>,
    selected: usize,
    id: Option<Id>,
    on_select: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    let items: Vec<Element<'a, Message>> =
        tabs.into_iter().enumerate().map(|(index, tab)| item(tab, index == selected, on_select(index))).collect();
    let last = items.len().saturating_sub(1);
    let row = Row::with_children(items).spacing(2).padding(Padding::ZERO.horizontal(2));
    TabStop::new(row)
        .id(id)
        .on_key(move |key| {
            let target = match key {
                Key::Named(Named::ArrowLeft) => selected.checked_sub(1)?,
                Key::Named(Named::ArrowRight) if selected < last => selected + 1,
                Key::Named(Named::Home) => 0,
                Key::Named(Named::End) => last,
                _ => return None,
            };
            Some(on_select(target))
        })
        .ring_at(Some(selected))
        .style(|theme, _| Style { text_color: theme.roles().ink, ..Style::default() })
        .into()
}

fn item<'a, Message: Clone + 'a>(tab: Tab, selected: bool, on_press: Message) -> Element<'a, Message> {
    let label = text::body(tab.label)
        .font(if selected { font::SEMIBOLD } else { font::MEDIUM })
        .wrapping(iced::widget::text::Wrapping::None);
    let dot = tab.filled.then(|| {
        container(space().width(6).height(6)).style(|theme: &Theme| container::Style {
            background: Some(theme.roles().accent.into()),
            border: border::rounded(3),
            ..container::Style::default()
        })
    });
    let line = container(space().width(Length::Fill).height(2)).style(move |theme: &Theme| container::Style {
        background: selected.then(|| theme.roles().accent.into()),
        border: border::rounded(1),
        ..container::Style::default()
    });
    let words = row![label].push(dot).spacing(6).align_y(Alignment::Center);
    let content = column![container(words).center_y(CONTROL - 2.0).padding(Padding::ZERO.horizontal(MEDIUM)), line]
        .width(Length::Shrink);
    TabStop::new(content)
        .mouse_only()
        .on_press(Some(on_press))
        .size(Length::Shrink, CONTROL)
        .style(move |theme, status| {
            let roles = theme.roles();
            Style {
                background: match status {
                    Status::Hovered => Some(roles.hover.into()),
                    Status::Pressed => Some(roles.pressed.into()),
                    Status::Active | Status::Disabled => None,
                },
                text_color: if selected { roles.ink } else { roles.muted },
                border: border::rounded(border::top(SMALL / 2.0)),
                ..Style::default()
            }
        })
        .into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::widget::gallery::{form, press};

    fn row<'a>(selected: usize) -> Element<'a, usize> {
        let labels = ["Contact", "Details", "Note"];
        tabs(labels.map(Tab::new), selected, None, |index| index)
    }

    #[test]
    fn arrows_move_within_the_ends() {
        for (selected, key, target) in [
            (1, Named::ArrowLeft, Some(0)),
            (1, Named::ArrowRight, Some(2)),
            (0, Named::ArrowLeft, None),
            (2, Named::ArrowRight, None),
            (0, Named::End, Some(2)),
            (2, Named::Home, Some(0)),
        ] {
            let mut stage = form(row(selected));
            press(&mut stage, key);
            let sent: Vec<_> = stage.into_messages().collect();
            assert_eq!(sent, Vec::from_iter(target), "{key:?} from {selected}");
        }
    }

    #[test]
    fn a_click_selects() {
        let mut stage = form(row(0));
        stage.click("Note").unwrap();
        assert_eq!(stage.into_messages().collect::<Vec<_>>(), [2]);
    }
}
