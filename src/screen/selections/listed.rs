//! The list of selections: those that come with the program, then the office's own.

use iced::Alignment;
use iced::widget::{Space, column, container, row};
use iced::{Length, Padding};

use super::{Message, SOON, State};
use crate::i18n;
use crate::model::criteria::Of;
use crate::model::selection::{Kind, Selection, Visible};
use crate::model::user::Right;
use crate::screen::Scene;
use crate::search;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, font, style};
use crate::widget::field::text_field;
use crate::widget::line::{self, line};
use crate::widget::long_list::columns::{Column, cells};
use crate::widget::long_list::header::{header, heading};
use crate::widget::long_list::{long_list, look};
use crate::widget::table::cell;
use crate::widget::{button, surface, text};

/// The id of the search field.
pub const SEARCH: &str = "selections-search";
/// The id of the rows.
pub const ROWS: &str = "selections-list";

/// Beside an open selection.
const FEW: &[Column] = &[Column::fill(5), Column::fixed(96.0).right()];
/// Where the list is alone.
const ALL: &[Column] = &[
    Column::fill(7),
    Column::fixed(110.0),
    Column::fixed(100.0),
    Column::fill(3),
    Column::fill(3),
    Column::fill(4),
    Column::fixed(104.0).right(),
];

/// A selection as it is listed.
#[derive(Debug, Clone)]
pub struct Known {
    /// The selection.
    pub selection: Selection,
    /// The names of those that are made of it.
    pub used_by: Vec<String>,
    /// How many are in it; the inner none where it cannot be asked, the outer as long as it is not known.
    pub count: Option<Option<u64>>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What the ones below have in common.
    Ready,
    /// The same.
    Own,
    /// The selection at a place.
    At(usize),
}

impl State {
    /// Returns the rows that are shown.
    pub(super) fn rows(&self) -> Vec<Row> {
        let wanted = search::fold(self.typed.trim());
        let fits = |known: &Known| wanted.is_empty() || search::fold(&known.selection.name).contains(&wanted);
        let of = |is_ready: bool| {
            let places = self.known.iter().enumerate();
            places
                .filter(move |(_, known)| known.selection.owner.is_none() == is_ready && fits(known))
                .map(|(place, _)| Row::At(place))
                .collect::<Vec<_>>()
        };
        let (ready, own) = (of(true), of(false));
        let mut rows = Vec::with_capacity(ready.len() + own.len() + 2);
        if !own.is_empty() {
            rows.push(Row::Own);
            rows.extend(own);
        }
        if !ready.is_empty() {
            rows.push(Row::Ready);
            rows.extend(ready);
        }
        rows
    }

    /// Shows the list; alone it has all columns.
    pub(super) fn list<'a>(&'a self, scene: &'a Scene, is_alone: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        let search = text_field(t!(lang, "selections-search"), self.typed.as_str())
            .id(SEARCH)
            .icon(Icon::Search)
            .on_input(Message::Typed)
            .on_submit(Message::Enter);
        let new = button::main(t!(lang, "selections-new")).icon(Icon::Plus).id("selections-new");
        let new = scene.allowed(new, Right::Selections, Message::New(Of::Persons));
        let search = container(search).width(Length::Fill).max_width(520);
        let space = is_alone.then(|| Space::new().width(Length::Fill));
        let first = row![search].push(space).push(Element::from(new)).spacing(SMALL);
        let companies = button::link(t!(lang, "selections-new-companies")).small();
        let combine = button::link(t!(lang, "selections-combine")).small().icon(Icon::Layers);
        let second = row![
            text::caption(t!(lang, "selections-count", count = self.known.len())),
            Space::new().width(Length::Fill),
            Element::from(scene.allowed(companies, Right::Selections, Message::New(Of::Companies))),
        ]
        // Beside an open one, its head offers that.
        .push(is_alone.then(|| Element::from(scene.allowed(combine, Right::Selections, Message::Combine))))
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .height(CONTROL);
        let head = column![first, second].spacing(SMALL).padding(Padding {
            top: LARGE,
            right: MEDIUM,
            bottom: SMALL,
            left: MEDIUM,
        });
        let rows = self.rows();
        if rows.is_empty() && self.is_read {
            let clear = button::plain(t!(lang, "frame-search-clear")).on_press(Message::Typed(String::new()));
            let none = crate::widget::empty_state::empty_state(
                Icon::Search,
                t!(lang, "selections-none-found", text = self.typed.trim()),
                t!(lang, "selections-none-found-text"),
                Some(clear),
            );
            return column![head, none].into();
        }
        let columns = if is_alone { ALL } else { FEW };
        let mut headings = vec![t!(lang, "selections-name")];
        if is_alone {
            headings.extend([t!(lang, "selections-kind"), t!(lang, "selections-of")]);
        }
        if is_alone {
            headings.extend([
                t!(lang, "selections-owner"),
                t!(lang, "selections-visible"),
                t!(lang, "selections-used-by"),
            ]);
        }
        headings.push(t!(lang, "selections-members"));
        let headings = headings.into_iter().map(|label| heading(label).size(CAPTION));
        let headings = header(columns, headings, look::headings);
        let cursor = self.cursor_row(&rows);
        let len = rows.len();
        let list = long_list(
            len,
            move |place| -> Element<'a, Message> {
                match rows.get(place) {
                    Some(Row::Ready) => group(t!(lang, "selections-ready")),
                    Some(Row::Own) => group(t!(lang, "selections-own")),
                    Some(Row::At(place)) => self.line(*place, scene, is_alone),
                    None => Space::new().into(),
                }
            },
            Message::List,
            look::rows,
        )
        .id(ROWS)
        .cursor(cursor)
        .selected(move |row| Some(row) == cursor);
        column![head, container(headings).height(CONTROL), surface::line(), container(list).style(style::surface)]
            .into()
    }

    fn line<'a>(&'a self, place: usize, scene: &'a Scene, is_alone: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        let Some(known) = self.known.get(place) else { return Space::new().into() };
        let selection = &known.selection;
        let icon = if selection.id == SOON { Icon::Trash } else { kind_icon(selection.kind) };
        let icon = text::icon_sized(icon, 14.0).style(style::muted);
        let name = line(selection.name.as_str()).size(BODY).width(Length::Fill);
        let private = (selection.visible == Visible::Own).then(|| {
            button::hinted(text::icon_sized(Icon::EyeOff, 14.0).style(style::muted), t!(lang, "selection-visible-own"))
        });
        let alert = (!selection.alert.is_empty()).then(|| {
            button::hinted(
                text::icon_sized(Icon::Megaphone, 14.0).style(style::tone(Tone::Attention)),
                t!(lang, "selections-alerts"),
            )
        });
        let name = row![icon, name].push(alert).push(private).spacing(SMALL).align_y(Alignment::Center);
        let count = match known.count {
            Some(Some(count)) => i18n::number(lang, i64::try_from(count).unwrap_or(i64::MAX)),
            Some(None) => "\u{2013}".to_owned(),
            None => "\u{2026}".to_owned(),
        };
        let mut shown: Vec<Element<'a, Message>> = vec![name.into()];
        if is_alone {
            let (kind, of) = if selection.id == SOON {
                (t!(lang, "trash-title"), String::new())
            } else {
                (i18n::text(lang, &format!("selection-kind-{}", selection.kind.key())), of_words(selection.of, scene))
            };
            shown.push(cell(kind, Tone::Muted));
            shown.push(cell(of, Tone::Muted));
        }
        if is_alone {
            shown.push(cell(
                selection.owner.map_or_else(|| t!(lang, "selections-program"), |id| scene.user(id)),
                Tone::Muted,
            ));
            let seen = match selection.visible {
                Visible::All => t!(lang, "selection-visible-all"),
                Visible::Own => t!(lang, "selections-private"),
            };
            shown.push(cell(seen, Tone::Muted));
            shown.push(cell(known.used_by.join(", "), Tone::Muted));
        }
        shown.push(cell(count, Tone::Ink));
        cells(if is_alone { ALL } else { FEW }, shown).into()
    }
}

/// Returns what a selection is of, in a word.
pub fn of_words(of: Of, scene: &Scene) -> String {
    match of {
        Of::Persons => t!(scene.lang, "frame-persons"),
        Of::Companies => t!(scene.lang, "frame-companies"),
    }
}

/// Returns the sign of a kind of selection.
pub fn kind_icon(kind: Kind) -> Icon {
    match kind {
        Kind::Dynamic => Icon::Filter,
        Kind::Static => Icon::List,
        Kind::Combined => Icon::Layers,
    }
}

/// Returns what stands over selections that have something in common.
fn group<'a>(words: String) -> Element<'a, Message> {
    let words = line(words)
        .size(CAPTION)
        .font(font::SEMIBOLD)
        .style(|theme: &Theme| line::Style { color: Some(theme.roles().muted), mark: None });
    container(words).padding(Padding::ZERO.left(MEDIUM).top(TINY)).center_y(Length::Fill).into()
}
