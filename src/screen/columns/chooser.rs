//! The dialog in which columns are chosen, moved and made wider: with the mouse and with the keyboard alike.

use iced::widget::{Column, Space, row};
use iced::{Alignment, Length};

use super::{Columns, Kind};
use crate::i18n::Lang;
use crate::t;
use crate::theme::measure::{HIT, TINY};
use crate::theme::{Element, Icon};
use crate::widget::button;
use crate::widget::checkbox::checkbox;
use crate::widget::dialog::{Card, card};

/// A change of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<C> {
    /// A column is shown, or no longer.
    Show(C, bool),
    /// A column goes one place to the left.
    Left(C),
    /// A column goes one place to the right.
    Right(C),
    /// A column becomes wider.
    Wider(C),
    /// A column becomes narrower.
    Narrower(C),
    /// The columns are as at first.
    Reset,
}

/// Returns the card in which the columns are chosen, as far as the user `sees` what they show; every change holds at
/// once.
pub fn chooser<'a, C: Kind, M: Clone + 'a>(
    columns: &Columns<C>,
    lang: Lang,
    sees: impl Fn(C) -> bool,
    changed: impl Fn(Change<C>) -> M + 'a,
    close: M,
) -> Card<'a, M> {
    let all: Vec<C> = columns.all().into_iter().filter(|column| sees(*column)).collect();
    let shown = all.iter().filter(|column| columns.has(**column)).count();
    let rows = all.into_iter().enumerate().map(|(place, column)| -> Element<'a, M> {
        let is_shown = columns.has(column);
        let may = !is_shown || shown > 1;
        let show = checkbox(column.name(lang), is_shown)
            .id(format!("column-{}", column.key()))
            .on_toggle_if(may, |on| changed(Change::Show(column, on)));
        let tool = |icon, hint, possible: bool, change| -> Element<'a, M> {
            button::icon(icon, hint).small().on_press_maybe(possible.then(|| changed(change))).into()
        };
        let tools = is_shown.then(|| -> Element<'a, M> {
            row![
                tool(Icon::ChevronUp, t!(lang, "columns-left"), place > 0, Change::Left(column)),
                tool(Icon::ChevronDown, t!(lang, "columns-right"), place + 1 < shown, Change::Right(column)),
                tool(Icon::Minus, t!(lang, "columns-narrower"), shown > 1, Change::Narrower(column)),
                tool(Icon::Plus, t!(lang, "columns-wider"), shown > 1, Change::Wider(column)),
            ]
            .spacing(TINY)
            .into()
        });
        row![Element::from(show), Space::new().width(Length::Fill)]
            .push(tools)
            .height(HIT + TINY)
            .align_y(Alignment::Center)
            .into()
    });
    card(t!(lang, "columns-title"), Column::with_children(rows))
        .side_button(button::plain(t!(lang, "columns-reset")).on_press(changed(Change::Reset)))
        .button(button::main(t!(lang, "close")).on_press(close.clone()))
        .on_escape(close)
        .max_width(420.0)
}
