//! How the list looks: the search field, the count, and as many columns as fit.

use std::rc::Rc;

use iced::keyboard::{Key, key::Named};
use iced::widget::{Row, Space, column, container, mouse_area, row};
use iced::{Alignment, Length, Padding};

use super::listed::{List, Message, Persons};
use super::texts::Texts;
use crate::model::basis;
use crate::model::person::{Line, listed_name};
use crate::model::user::Right;
use crate::office::finding::Column as By;
use crate::screen::Scene;
use crate::screen::columns::{Kind as _, NARROW};
use crate::screen::list::{Kind as _, Which, cell_marks, picked, quiet, star, tools, waiting};
use crate::screen::states;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::badge::shape;
use crate::widget::button::{self, Kind};
use crate::widget::choice::choice;
use crate::widget::empty_state::empty_state;
use crate::widget::field::text_field;
use crate::widget::hotkeys::hotkeys;
use crate::widget::line::{self, line};
use crate::widget::long_list::columns::{Column, cells};
use crate::widget::long_list::header::{Direction, header, heading};
use crate::widget::long_list::{long_list, look};
use crate::widget::{surface, text};

impl List {
    /// Returns the list in a width, in pixels; with room for a card beside it, one click on a row opens it.
    ///
    /// Where something was found in notes and activities, a line under the search field says so, and leads there.
    pub fn view<'a>(
        &'a self,
        scene: &'a Scene,
        texts: &'a Texts,
        width: f32,
        has_room: bool,
    ) -> Element<'a, super::Message> {
        let is_none = !texts.is_shown() && self.count() == Some(0) && self.which() == Which::All;
        let instead = if is_none { texts.instead(scene) } else { None };
        let counts = !texts.is_shown() && instead.is_none();
        let head = self.head(scene, width, counts).map(super::Message::List);
        let link = if instead.is_none() { texts.link(scene) } else { None };
        let link = link.map(|link| link.map(super::Message::Texts));
        let body = match instead {
            Some(instead) => instead.map(super::Message::Texts),
            None if texts.is_shown() => texts.view(scene).map(super::Message::Texts),
            None => self.body(scene, width, has_room).map(super::Message::List),
        };
        let everything = column![head].push(link).push(body);
        let (is_typing, is_narrowed) = (self.is_typing(), self.is_narrowed());
        hotkeys(container(everything).style(style::paper).width(Length::Fill).height(Length::Fill), |_, _| None)
            .before(move |key, modifiers| match key {
                Key::Named(Named::ArrowDown) if is_typing && modifiers.is_empty() => {
                    Some(super::Message::List(Message::Enter))
                }
                // The field would only give up the keyboard.
                Key::Named(Named::Escape) if is_typing && is_narrowed => Some(super::Message::List(Message::Clear)),
                Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
            })
            .into()
    }

    fn head<'a>(&'a self, scene: &'a Scene, width: f32, counts: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        let end: Element<'a, Message> = if self.typed().is_empty() {
            let keys =
                if cfg!(target_os = "macos") { t!(lang, "list-search-keys-mac") } else { t!(lang, "list-search-keys") };
            container(text::caption(keys)).padding(Padding::ZERO.right(SMALL)).into()
        } else {
            button::icon(Icon::Close, t!(lang, "frame-search-clear")).small().on_press(Message::Clear).into()
        };
        let search = text_field(t!(lang, "frame-search"), self.typed())
            .id(Persons::SEARCH)
            .icon(Icon::Search)
            .on_input(Message::Typed)
            .on_submit(Message::Submit)
            .on_focus(Message::Typing(true))
            .on_blur(Message::Typing(false))
            .trailing(end);
        let narrow = width < NARROW;
        let new = if self.is_empty() { button::plain } else { button::main };
        let new = new(t!(lang, "frame-new-person")).icon(Icon::Plus);
        let new = scene.allowed(new, Right::Create, Message::New);
        let import = (!narrow).then(|| -> Element<'a, Message> {
            let import = button::plain(t!(lang, "frame-import")).icon(Icon::FileUp);
            scene.allowed(import, Right::Import, Message::Import).into()
        });
        let search = container(search).width(Length::Fill).max_width(520);
        let space = (!narrow).then(|| Space::new().width(Length::Fill));
        let first = Row::new().push(search).push(space).push(import).push(new).spacing(SMALL);
        column![first, self.counted(scene, narrow, counts)]
            .spacing(SMALL)
            .padding(Padding { top: LARGE, right: MEDIUM, bottom: SMALL, left: MEDIUM })
            .into()
    }

    /// Returns the line that says how many there are (where that is what is shown), how many are selected, and what the
    /// list is sorted by.
    fn counted<'a>(&'a self, scene: &'a Scene, narrow: bool, counts: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        let words = match self.count().filter(|_| counts) {
            Some(count) if self.typed().is_empty() && !self.is_empty() => t!(lang, "list-count", count = count),
            Some(count) if !self.is_empty() => t!(lang, "list-found", count = count),
            Some(_) | None => String::new(),
        };
        let heading = self.heading(scene).map(|heading| {
            let all = button::icon(Icon::Close, t!(lang, "list-show-all")).small().on_press(Message::Clear);
            row![line(heading).font(crate::theme::font::MEDIUM), Element::from(all)].align_y(Alignment::Center)
        });
        let selected = self.selected();
        let merge = (selected == 2).then(|| -> Element<'a, Message> {
            scene.allowed(button::link(t!(lang, "list-merge")).small(), Right::Merge, Message::Merge).into()
        });
        let selected = picked(self, merge, scene);
        let indexing =
            (self.is_indexing() && !self.typed().is_empty()).then(|| text::caption(t!(lang, "list-indexing")));
        let rows = self.len();
        let sort = (narrow && rows > 0).then(|| self.sorting(scene));
        Row::new()
            .push(heading)
            .push(text::caption(words))
            .push(selected)
            .push(indexing)
            .push(Space::new().width(Length::Fill))
            .push(sort)
            .push((!self.is_empty()).then(|| tools(self, scene)))
            .spacing(MEDIUM)
            .align_y(Alignment::Center)
            .height(CONTROL)
            .into()
    }

    /// Returns the choice of an order, for where not every column has a heading to click.
    fn sorting<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let by = self.order().by;
        let options: Vec<(By, String)> =
            self.columns().all().into_iter().filter(|by| is_shown(*by, scene)).map(|by| (by, by.name(lang))).collect();
        let (icon, hint) = if self.order().descending {
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

    fn body<'a>(&'a self, scene: &'a Scene, width: f32, has_room: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        if self.is_empty() {
            return nobody(scene);
        }
        if self.count() == Some(0) {
            let (icon, headline, sentence) = match (self.heading(scene), self.which()) {
                (None, _) => (
                    Icon::Search,
                    t!(lang, "list-nothing-found", text = self.typed().trim()),
                    t!(lang, "list-nothing-found-text"),
                ),
                (Some(heading), Which::All | Which::These) => {
                    let headline = t!(lang, "list-only-nobody", heading = heading);
                    (Icon::Search, headline, t!(lang, "list-only-nobody-text"))
                }
                (Some(heading), Which::Favourites) => {
                    let headline = t!(lang, "list-only-nobody", heading = heading);
                    (Icon::Star, headline, t!(lang, "list-favourites-none"))
                }
                (Some(heading), Which::Recent) => {
                    let headline = t!(lang, "list-only-nobody", heading = heading);
                    (Icon::History, headline, t!(lang, "list-recent-none"))
                }
            };
            let clear = match self.which() {
                Which::All => t!(lang, "frame-search-clear"),
                Which::These | Which::Favourites | Which::Recent => t!(lang, "list-show-all"),
            };
            let clear = button::plain(clear).on_press(Message::Clear);
            return empty_state(icon, headline, sentence, Some(clear));
        }
        let (shown, columns) = self.columns().seen_within(width, &|by| is_shown(by, scene));
        let shown: Rc<[By]> = shown.into();
        let sorted_by = self.has_column_order().then_some(self.order().by);
        let direction = if self.order().descending { Direction::Descending } else { Direction::Ascending };
        let headings = shown.iter().enumerate().map(|(place, by)| {
            let by = *by;
            let heading = heading(by.name(lang))
                .id(format!("persons-heading-{}", by.key()))
                .size(CAPTION)
                .sort((sorted_by == Some(by)).then_some(direction))
                .on_press(Message::Sort(by));
            // Beside a card the columns are few, and as wide as fits.
            if width < NARROW || place + 1 == shown.len() {
                heading
            } else {
                heading.on_resize(move |wished| Message::Resize { by, wished, list: width })
            }
        });
        let headings: Vec<_> = headings.collect();
        let headings = header(Rc::clone(&columns), headings, look::headings);
        let rows = long_list(
            self.len(),
            move |row| -> Element<'a, Message> {
                let cells = mouse_area(self.row(row, &columns, &shown, scene));
                if has_room { cells.on_release(Message::Clicked(row)).into() } else { cells.into() }
            },
            Message::Rows,
            look::rows,
        )
        .id(Persons::ROWS)
        .cursor(self.cursor())
        .selected(|row| self.is_selected(row));
        column![container(headings).height(CONTROL), surface::line(), container(rows).style(style::surface)].into()
    }

    fn row<'a>(&'a self, row: usize, columns: &Rc<[Column]>, shown: &[By], scene: &'a Scene) -> Element<'a, Message> {
        let Some(known) = self.line(row) else { return waiting(row, columns) };
        cells(Rc::clone(columns), shown.iter().map(|by| self.cell(known, *by, scene))).into()
    }

    fn cell<'a>(&'a self, known: &'a Line, by: By, scene: &'a Scene) -> Element<'a, Message> {
        let marked = |words: String| cell_marks(self.typed(), words);
        match by {
            By::Name => {
                let name = listed_name(&known.first_name, &known.last_name);
                let name = if name.is_empty() { t!(scene.lang, "list-no-name") } else { name };
                star(marked(name), self.is_favourite(known.id), states::marks(known.marks, scene))
            }
            By::Company => marked(known.company.clone()).style(quiet).into(),
            By::Email => marked(known.email.clone()).style(quiet).into(),
            By::Mobile => line(known.mobile.as_str()).size(BODY).style(quiet).into(),
            By::Category => {
                let category = known.category.map_or("", |id| scene.lists.name(id, scene.lang));
                line(category).size(BODY).style(quiet).into()
            }
            By::Title => line(known.title.as_str()).size(BODY).style(quiet).into(),
            By::City => line(known.city.as_str()).size(BODY).style(quiet).into(),
            By::OurContact => {
                line(known.our_contact.map_or_else(String::new, |id| scene.user(id))).size(BODY).style(quiet).into()
            }
            By::LastActivity => {
                line(known.last_activity.map_or_else(String::new, |at| scene.day(at))).size(BODY).style(quiet).into()
            }
            By::Basis if known.marks.restricted => restricted(scene),
            By::Updated if known.marks.restricted => Space::new().into(),
            By::Basis => legal_basis(known.basis, scene),
            By::Updated => line(scene.day(known.updated_at)).size(BODY).style(quiet).into(),
        }
    }
}

/// Returns what stands for everything else about somebody the processing of whose data is restricted.
fn restricted<'a, Message: 'a>(scene: &'a Scene) -> Element<'a, Message> {
    let words = line(t!(scene.lang, "state-restricted"))
        .size(BODY)
        .style(|theme: &Theme| line::Style { color: Some(theme.roles().tone(Tone::Danger)), mark: None });
    row![text::icon_sized(Icon::Lock, 14.0).style(style::tone(Tone::Danger)), words]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
        .into()
}

/// Returns whether the user sees what a column shows.
pub(super) fn is_shown(column: By, scene: &Scene) -> bool {
    column.field().is_none_or(|field| scene.rules.fields.is_shown(&field))
}

/// Returns what holds for sales and service: a shape and words; only what needs somebody to act has a colour.
fn legal_basis<'a, Message: 'a>(named: Option<basis::Named>, scene: &'a Scene) -> Element<'a, Message> {
    let (tone, words) = match named {
        Some(named) if named.basis.is_refusal() => (Tone::Danger, scene.lists.name(named.item, scene.lang).to_owned()),
        Some(named) => (Tone::Good, scene.lists.name(named.item, scene.lang).to_owned()),
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

/// Returns what an empty card file says.
fn nobody<'a>(scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let new = button::main(t!(lang, "list-empty-new")).icon(Icon::UserPlus).id(Persons::FIRST);
    let new = scene.allowed(new, Right::Create, Message::New);
    let import = button::button(Kind::Plain, t!(lang, "list-empty-import")).icon(Icon::FileUp);
    let import = scene.allowed(import, Right::Import, Message::Import);
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
