//! How the rows of every list look.

use std::rc::Rc;

use iced::widget::{Space, container, row};
use iced::{Alignment, Length};

use super::{Kind, Message, State, Which};
use crate::model::user::Right;
use crate::office::finding;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, TINY};
use crate::theme::{Element, Icon, Theme, style};
use crate::widget::line::{self, Line, highlight};
use crate::widget::long_list::columns::{Column, cells};
use crate::widget::{button, text};

/// Returns the words of a cell with what answers the search marked in them.
pub fn cell_marks<'a>(typed: &str, words: String) -> Line<'a, Theme> {
    let marks = if typed.is_empty() { Vec::new() } else { finding::marks(typed, &words) };
    highlight(words, marks)
        .size(BODY)
        .style(|theme: &Theme| line::Style { color: None, mark: Some(theme.roles().attention.scale_alpha(0.24)) })
}

/// Returns the style of cells beside the name.
pub(super) fn quiet(theme: &Theme) -> line::Style {
    let roles = theme.roles();
    line::Style { color: Some(roles.muted), mark: Some(roles.attention.scale_alpha(0.24)) }
}

/// Returns a row that is still being read.
pub(super) fn waiting<'a, Message: 'a>(row: usize, columns: &Rc<[Column]>) -> Element<'a, Message> {
    let bar = |column: usize| -> Element<'a, Message> {
        // Lengths that differ look like words; they must be the same in every frame.
        let share = 45 + (row * 37 + column * 53) % 45;
        let words =
            container(Space::new().height(10)).width(Length::FillPortion(share as u16)).style(|theme: &Theme| {
                container::Style {
                    background: Some(theme.roles().pressed.into()),
                    border: iced::border::rounded(5),
                    ..container::Style::default()
                }
            });
        row![words, Space::new().width(Length::FillPortion(100 - share as u16))].into()
    };
    cells(Rc::clone(columns), (0..columns.len()).map(bar)).into()
}

/// Returns a name with a star at the end of its cell, if it is a favourite's.
pub(super) fn star<'a, Message: 'a>(
    name: Line<'a, Theme>,
    is_favourite: bool,
    marks: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let star = is_favourite.then(|| text::icon_sized(Icon::Star, 14.0).style(style::accent));
    row![name.width(Length::Fill)].push(marks).push(star).spacing(TINY).align_y(Alignment::Center).into()
}

/// Returns what narrows the list down with one click, what chooses its columns, and what is done with many.
pub fn tools<'a, K: Kind>(list: &State<K>, scene: &Scene) -> Element<'a, Message<K>> {
    let lang = scene.lang;
    let which = list.which();
    let filter = |icon, hint, wanted| -> Element<'a, Message<K>> {
        let next = if which == wanted { Which::All } else { wanted };
        button::icon(icon, hint).small().marked(which == wanted).on_press(Message::Show(next)).into()
    };
    let columns = button::icon(Icon::Columns, t!(lang, "columns-title")).small().id(K::CHOOSER);
    row![
        filter(Icon::Star, t!(lang, "list-favourites"), Which::Favourites),
        filter(Icon::History, t!(lang, "list-recent"), Which::Recent),
        Element::from(columns.on_press(Message::ChooseColumns)),
        doing::<K>(scene),
    ]
    .align_y(Alignment::Center)
    .into()
}

/// Returns what is done with those who are selected, or with all who are listed: changing them, and handing them out.
pub fn doing<'a, K: Kind>(scene: &Scene) -> Element<'a, Message<K>> {
    let many = button::icon(Icon::Pencil, t!(scene.lang, "action-mass-edit")).small().id(K::MANY);
    let export = button::icon(Icon::Download, t!(scene.lang, "export-title")).small().id("list-export");
    let reports = K::REPORTS.then(|| -> Element<'a, Message<K>> {
        let reports = button::icon(Icon::FileText, t!(scene.lang, "reports-ask")).small().id("list-reports");
        scene.allowed(reports, Right::Report, Message::<K>::Reports).into()
    });
    row![
        Element::from(scene.allowed(many, Right::MassEdit, Message::<K>::MassEdit)),
        Element::from(scene.allowed(export, Right::Export, Message::<K>::Export)),
    ]
    .push(reports)
    .align_y(Alignment::Center)
    .into()
}

/// Returns how many rows are selected, where several are, and what can be done with them: `more`, and deleting them.
pub fn picked<'a, K: Kind>(
    list: &State<K>,
    more: Option<Element<'a, Message<K>>>,
    scene: &Scene,
) -> Option<Element<'a, Message<K>>> {
    let (lang, count) = (scene.lang, list.selected());
    (count > 1).then(|| {
        let words = text::strong(t!(lang, "list-selected", count = count)).size(CAPTION).style(style::accent);
        let clear = button::link(t!(lang, "list-select-clear")).small().on_press(Message::Deselect);
        let delete = button::link(t!(lang, "list-delete")).small();
        let delete = scene.allowed(delete, Right::MassDelete, Message::Delete);
        row![words, Element::from(clear)]
            .push(more)
            .push(Element::from(delete))
            .spacing(TINY)
            .align_y(Alignment::Center)
            .into()
    })
}
