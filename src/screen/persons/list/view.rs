//! How the list looks: the search field, the count, and as many columns as fit.

use iced::keyboard::{Key, key::Named};
use iced::widget::{Row, Space, column, container, mouse_area, row};
use iced::{Alignment, Length, Padding};

use super::{Message, ROWS, SEARCH, State};
use crate::model::basis::Basis;
use crate::model::person::{Line, listed_name};
use crate::office::finding::{self, Column as By};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::badge::shape;
use crate::widget::button::{self, Kind};
use crate::widget::choice::choice;
use crate::widget::empty_state::empty_state;
use crate::widget::field::text_field;
use crate::widget::hotkeys::hotkeys;
use crate::widget::line::{self, highlight, line};
use crate::widget::long_list::columns::{Column, cells};
use crate::widget::long_list::header::{self, Direction, header, heading};
use crate::widget::long_list::{self, long_list};
use crate::widget::{surface, text};

/// All columns, with room to spare.
const WIDE: [Column; 7] = [
    Column::fill(5),
    Column::fill(5),
    Column::fill(6),
    Column::fixed(140.0),
    Column::fixed(130.0),
    Column::fixed(168.0),
    Column::fixed(100.0),
];
/// All columns in a small window.
const TIGHT: [Column; 7] = [
    Column::fill(5),
    Column::fill(4),
    Column::fill(5),
    Column::fixed(122.0),
    Column::fixed(84.0),
    Column::fixed(134.0),
    Column::fixed(96.0),
];
/// What fits beside a card.
const NARROW: [Column; 3] = [Column::fill(6), Column::fill(5), Column::fixed(154.0)];

const ALL: [By; 7] = [By::Name, By::Company, By::Email, By::Mobile, By::Category, By::Basis, By::Updated];

/// Returns whether a width holds only the columns that tell people apart.
fn is_narrow(width: f32) -> bool {
    width < 720.0
}

fn columns(width: f32) -> (&'static [Column], &'static [By]) {
    const FEW: [By; 3] = [By::Name, By::Company, By::Basis];
    if is_narrow(width) {
        (&NARROW, &FEW)
    } else if width < 1100.0 {
        (&TIGHT, &ALL)
    } else {
        (&WIDE, &ALL)
    }
}

fn name(by: By, scene: &Scene) -> String {
    match by {
        By::Name => t!(scene.lang, "list-column-name"),
        By::Company => t!(scene.lang, "list-column-company"),
        By::Email => t!(scene.lang, "list-column-email"),
        By::Mobile => t!(scene.lang, "list-column-mobile"),
        By::Category => t!(scene.lang, "list-column-category"),
        By::Basis => t!(scene.lang, "list-column-basis"),
        By::Updated => t!(scene.lang, "list-column-updated"),
    }
}

impl State {
    /// Returns the list in a width, in pixels; with room for a card beside it, one click on a row opens it.
    pub fn view<'a>(&'a self, scene: &'a Scene, width: f32, has_room: bool) -> Element<'a, Message> {
        let everything = column![self.head(scene, width), self.body(scene, width, has_room)];
        let (is_typing, is_narrowed) = (self.is_typing, self.is_narrowed());
        hotkeys(container(everything).style(style::paper).width(Length::Fill).height(Length::Fill), |_, _| None)
            .before(move |key, modifiers| match key {
                Key::Named(Named::ArrowDown) if is_typing && modifiers.is_empty() => Some(Message::Enter),
                // The field would only give up the keyboard.
                Key::Named(Named::Escape) if is_typing && is_narrowed => Some(Message::Clear),
                Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
            })
            .into()
    }

    fn head<'a>(&'a self, scene: &'a Scene, width: f32) -> Element<'a, Message> {
        let lang = scene.lang;
        let end: Element<'a, Message> = if self.typed.is_empty() {
            let keys =
                if cfg!(target_os = "macos") { t!(lang, "list-search-keys-mac") } else { t!(lang, "list-search-keys") };
            container(text::caption(keys)).padding(Padding::ZERO.right(SMALL)).into()
        } else {
            button::icon(Icon::Close, t!(lang, "frame-search-clear")).small().on_press(Message::Clear).into()
        };
        let search = text_field(t!(lang, "frame-search"), self.typed.as_str())
            .id(SEARCH)
            .icon(Icon::Search)
            .on_input(Message::Typed)
            .on_submit(Message::Submit)
            .on_focus(Message::Typing(true))
            .on_blur(Message::Typing(false))
            .trailing(end);
        let narrow = is_narrow(width);
        let new = if self.is_empty() { button::plain } else { button::main };
        let new = new(t!(lang, "frame-new-person")).icon(Icon::Plus).on_press(Message::New);
        let import = (!narrow).then(|| -> Element<'a, Message> {
            button::plain(t!(lang, "frame-import")).icon(Icon::FileUp).on_press(Message::Import).into()
        });
        let search = container(search).width(Length::Fill).max_width(520);
        let space = (!narrow).then(|| Space::new().width(Length::Fill));
        let first = Row::new().push(search).push(space).push(import).push(new).spacing(SMALL);
        column![first, self.count(scene, narrow)]
            .spacing(SMALL)
            .padding(Padding { top: LARGE, right: MEDIUM, bottom: SMALL, left: MEDIUM })
            .into()
    }

    /// Returns the line that says how many there are, how many are selected, and what the list is sorted by.
    fn count<'a>(&'a self, scene: &'a Scene, narrow: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        let count = self.found.ids.len();
        let words = if self.texts.is_shown() {
            self.texts.words(scene)
        } else if !self.has_answered || !self.found.complete || self.is_empty() {
            String::new()
        } else if self.typed.is_empty() {
            t!(lang, "list-count", count = count)
        } else {
            t!(lang, "list-found", count = count)
        };
        let heading = self.only.as_ref().map(|(_, heading)| {
            let all = button::icon(Icon::Close, t!(lang, "list-show-all")).small().on_press(Message::Clear);
            row![line(heading.as_str()).font(crate::theme::font::MEDIUM), Element::from(all)].align_y(Alignment::Center)
        });
        let selected = self.selection.count();
        let selected = (selected > 1).then(|| {
            let words = text::strong(t!(lang, "list-selected", count = selected)).size(CAPTION).style(style::accent);
            let clear = button::link(t!(lang, "list-select-clear")).small().on_press(Message::Deselect);
            let merge = (selected == 2).then(|| -> Element<'a, Message> {
                button::link(t!(lang, "list-merge")).small().on_press(Message::Merge).into()
            });
            row![words, Element::from(clear)].push(merge).spacing(TINY).align_y(Alignment::Center)
        });
        let indexing = (!self.has_index && !self.typed.is_empty()).then(|| text::caption(t!(lang, "list-indexing")));
        let sort = (narrow && !self.found.ids.is_empty() && !self.texts.is_shown()).then(|| self.sorting(scene));
        Row::new()
            .push(heading)
            .push(text::caption(words))
            .push(selected)
            .push(indexing)
            .push(self.texts.link(scene).map(|link| link.map(Message::Texts)))
            .push(Space::new().width(Length::Fill))
            .push(sort)
            .spacing(MEDIUM)
            .align_y(Alignment::Center)
            .height(CONTROL)
            .into()
    }

    /// Returns the choice of an order, for where not every column has a heading to click.
    fn sorting<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let by = self.order.by;
        let options = ALL.map(|by| (by, name(by, scene)));
        let (icon, hint) = if self.order.descending {
            (Icon::ArrowDown, t!(lang, "list-sort-descending"))
        } else {
            (Icon::ArrowUp, t!(lang, "list-sort-ascending"))
        };
        let choice = choice(options, Some(by))
            .on_choose(move |chosen| Message::SortBy(chosen.unwrap_or_default()))
            .id("persons-sort")
            .width(144);
        row![choice, Element::from(button::icon(icon, hint).on_press(Message::Sort(by)))].spacing(TINY).into()
    }

    /// Returns whether there is nobody in the whole card file.
    fn is_empty(&self) -> bool {
        self.has_answered && self.found.complete && self.found.ids.is_empty() && !self.is_narrowed()
    }

    fn body<'a>(&'a self, scene: &'a Scene, width: f32, has_room: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        if self.texts.is_shown() {
            return self.texts.view(scene).map(Message::Texts);
        }
        if self.is_empty() {
            return nobody(scene);
        }
        if self.has_answered && self.found.complete && self.found.ids.is_empty() {
            let headline = match &self.only {
                Some((_, heading)) => t!(lang, "list-only-nobody", heading = heading.as_str()),
                None => t!(lang, "list-nothing-found", text = self.typed.trim()),
            };
            let sentence = match self.only {
                Some(_) => t!(lang, "list-only-nobody-text"),
                None => t!(lang, "list-nothing-found-text"),
            };
            let clear = if self.only.is_some() { t!(lang, "list-show-all") } else { t!(lang, "frame-search-clear") };
            let clear = button::plain(clear).on_press(Message::Clear);
            return empty_state(Icon::Search, headline, sentence, Some(clear));
        }
        let (columns, shown) = columns(width);
        let headings = shown.iter().map(|by| {
            let direction = if self.order.descending { Direction::Descending } else { Direction::Ascending };
            heading(name(*by, scene))
                .size(CAPTION)
                .sort((self.order.by == *by).then_some(direction))
                .on_press(Message::Sort(*by))
        });
        let rows = long_list(
            self.found.ids.len(),
            move |row| -> Element<'a, Message> {
                let cells = mouse_area(self.row(row, columns, shown, scene));
                if has_room { cells.on_release(Message::Clicked(row)).into() } else { cells.into() }
            },
            Message::Rows,
            |theme: &Theme| {
                let roles = theme.roles();
                long_list::Style {
                    selected: roles.selected,
                    bar: roles.accent,
                    hovered: roles.hover,
                    ring: roles.accent,
                    thumb: roles.field_border.scale_alpha(0.6),
                    thumb_hovered: roles.field_border,
                }
            },
        )
        .id(ROWS)
        .cursor(self.cursor)
        .selected(|row| self.found.ids.get(row).is_some_and(|id| self.selection.contains(row, *id)));
        let headings = header(columns, headings, |theme: &Theme| {
            let roles = theme.roles();
            header::Style { text: roles.muted, sorted: roles.ink, hovered: roles.hover, ring: roles.accent }
        });
        column![container(headings).height(CONTROL), surface::line(), container(rows).style(style::surface)].into()
    }

    fn row<'a>(
        &'a self,
        row: usize,
        columns: &'static [Column],
        shown: &'static [By],
        scene: &'a Scene,
    ) -> Element<'a, Message> {
        let known = self.found.ids.get(row).and_then(|id| self.lines.get(*id));
        let Some(known) = known else { return waiting(row, columns) };
        cells(columns, shown.iter().map(|by| self.cell(known, *by, scene))).into()
    }

    fn cell<'a>(&'a self, known: &'a Line, by: By, scene: &'a Scene) -> Element<'a, Message> {
        let marked = |words: String| {
            let marks = if self.typed.is_empty() { Vec::new() } else { finding::marks(&self.typed, &words) };
            highlight(words, marks).size(BODY)
        };
        let mark = |theme: &Theme| Some(theme.roles().attention.scale_alpha(0.24));
        let plain = move |theme: &Theme| line::Style { color: None, mark: mark(theme) };
        let quiet = move |theme: &Theme| line::Style { color: Some(theme.roles().muted), mark: mark(theme) };
        match by {
            By::Name => {
                let name = listed_name(&known.first_name, &known.last_name);
                let name = if name.is_empty() { t!(scene.lang, "list-no-name") } else { name };
                marked(name).style(plain).into()
            }
            By::Company => marked(known.company.clone()).style(quiet).into(),
            By::Email => marked(known.email.clone()).style(quiet).into(),
            By::Mobile => line(known.mobile.as_str()).size(BODY).style(quiet).into(),
            By::Category => {
                let category = known.category.map_or("", |id| scene.lists.name(id, scene.lang));
                line(category).size(BODY).style(quiet).into()
            }
            By::Basis => basis(known.basis, scene),
            By::Updated => line(scene.day(known.updated_at)).size(BODY).style(quiet).into(),
        }
    }
}

/// Returns what holds for sales and service: a shape and words; only what needs somebody to act has a colour.
fn basis<'a, Message: 'a>(basis: Option<Basis>, scene: &'a Scene) -> Element<'a, Message> {
    let (tone, words) = match basis {
        Some(basis) if basis.is_refusal() => (Tone::Danger, scene.lists.name(basis.item(), scene.lang).to_owned()),
        Some(basis) => (Tone::Good, scene.lists.name(basis.item(), scene.lang).to_owned()),
        None => (Tone::Attention, t!(scene.lang, "list-no-basis")),
    };
    let ink = if tone == Tone::Good { Tone::Muted } else { tone };
    let words = line(words)
        .size(BODY)
        .style(move |theme: &Theme| line::Style { color: Some(theme.roles().tone(ink)), mark: None });
    row![text::icon_sized(shape(tone), 14.0).style(style::tone(tone)), words]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
        .into()
}

/// Returns a row whose person is still being read.
fn waiting<'a, Message: 'a>(row: usize, columns: &'static [Column]) -> Element<'a, Message> {
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
    cells(columns, (0..columns.len()).map(bar)).into()
}

/// Returns what an empty card file says.
fn nobody<'a>(scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let new = button::main(t!(lang, "list-empty-new")).icon(Icon::UserPlus).on_press(Message::New);
    let import =
        button::button(Kind::Plain, t!(lang, "list-empty-import")).icon(Icon::FileUp).on_press(Message::Import);
    let content = column![
        text::icon_sized(Icon::Users, 32.0).style(style::muted),
        Space::new().height(SMALL),
        text::section(t!(lang, "list-empty-title")),
        text::body(t!(lang, "list-empty-text")).style(style::muted).align_x(Alignment::Center),
        Space::new().height(MEDIUM),
        row![Element::from(new), Element::from(import)].spacing(SMALL)
    ]
    .spacing(2)
    .max_width(420)
    .align_x(Alignment::Center);
    container(content).center(Length::Fill).padding(HUGE).into()
}
