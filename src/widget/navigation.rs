//! The pages of a screen, listed at its left in groups: one tab stop, in which the arrow keys move.

#![allow(clippy::wildcard_enum_match_arm)] // Keys and events are the toolkit's; what is not named is for others.

use super::line::line;
use super::tab_stop::TabStop;
use super::text;
use crate::theme::measure::{BODY, HIT, MEDIUM, RADIUS, RING, SMALL, TINY};
use crate::theme::{Element, font, style};
use iced::advanced::widget::Id;
use iced::keyboard::{Key, key::Named};
use iced::widget::button::Style;
use iced::widget::{Column, container};
use iced::{Alignment, Length, Padding};

/// The id of the page that is selected.
pub const HERE: &str = "navigation-here";

/// Pages that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What stands over them.
    pub heading: String,
    /// What the pages are called.
    pub items: Vec<String>,
}

/// Returns the list of pages, counted through all groups; none is selected while something else is shown. Up, Down,
/// Home and End move while it has the focus.
#[must_use]
pub fn navigation<'a, Message: Clone + 'a>(
    groups: Vec<Group>,
    selected: Option<usize>,
    id: impl Into<Id>,
    on_select: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    let (mut rows, mut count, mut ring): (Vec<Element<'a, Message>>, usize, Option<usize>) = (Vec::new(), 0, None);
    for group in groups {
        let above = if rows.is_empty() { 0.0 } else { MEDIUM };
        let heading = Padding { top: above, right: SMALL, bottom: TINY, left: SMALL };
        rows.push(container(text::caption(group.heading).font(font::MEDIUM)).padding(heading).into());
        for label in group.items {
            if selected == Some(count) {
                ring = Some(rows.len());
            }
            rows.push(item(label, selected == Some(count), on_select(count)));
            count += 1;
        }
    }
    let last = count.saturating_sub(1);
    // Room between the items, so that the ring around one does not touch the next.
    TabStop::new(Column::with_children(rows).spacing(2).width(Length::Fill))
        .id(Some(id.into()))
        .on_key(move |key| {
            let here = selected.unwrap_or(0);
            let target = match key {
                Key::Named(Named::ArrowUp) => here.checked_sub(1)?,
                Key::Named(Named::ArrowDown) if here < last => here + 1,
                Key::Named(Named::Home) => 0,
                Key::Named(Named::End) => last,
                _ => return None,
            };
            Some(on_select(target))
        })
        .ring_at(ring)
        .size(Length::Fill, Length::Shrink)
        .align_x(Alignment::Start)
        .style(|theme, _| Style { text_color: theme.roles().ink, ..Style::default() })
        .into()
}

fn item<'a, Message: Clone + 'a>(label: String, selected: bool, on_press: Message) -> Element<'a, Message> {
    let words = line(label).size(BODY).font(if selected { font::SEMIBOLD } else { font::REGULAR }).width(Length::Fill);
    TabStop::new(words)
        .id(selected.then(|| Id::from(HERE)))
        .mouse_only()
        .on_press(Some(on_press))
        .size(Length::Fill, HIT)
        .padding([0.0, SMALL])
        .align_x(Alignment::Start)
        .style(move |theme, status| {
            let roles = theme.roles();
            let base = style::quiet_button(theme, status);
            if !selected {
                return base;
            }
            let width = if theme.is_high_contrast() { RING } else { 0.0 };
            Style {
                background: Some(roles.selected.into()),
                text_color: roles.accent,
                border: iced::border::rounded(RADIUS).width(width).color(roles.accent),
                ..base
            }
        })
        .into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::widget::gallery::{form, press};

    fn pages<'a>(selected: Option<usize>) -> Element<'a, usize> {
        let group = |heading: &str, items: &[&str]| Group {
            heading: heading.to_owned(),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
        };
        let groups = vec![group("This computer", &["Look", "Keys"]), group("The office", &["Purposes"])];
        navigation(groups, selected, "pages", |index| index)
    }

    #[test]
    fn arrows_move_through_all_groups() {
        for (selected, key, target) in [
            (Some(1), Named::ArrowUp, Some(0)),
            (Some(1), Named::ArrowDown, Some(2)),
            (Some(2), Named::ArrowDown, None),
            (Some(0), Named::ArrowUp, None),
            (Some(0), Named::End, Some(2)),
            (None, Named::ArrowDown, Some(1)),
        ] {
            let mut stage = form(pages(selected));
            press(&mut stage, key);
            assert_eq!(stage.into_messages().collect::<Vec<_>>(), Vec::from_iter(target), "{key:?} from {selected:?}");
        }
    }

    #[test]
    fn a_click_selects_and_headings_do_not() {
        let mut stage = form(pages(Some(0)));
        stage.click("The office").unwrap();
        stage.click("Purposes").unwrap();
        assert_eq!(stage.into_messages().collect::<Vec<_>>(), [2]);
    }
}
