//! How the list looks: the search field, the count, and as many columns as fit.

use iced::keyboard::{Key, key::Named};
use iced::widget::{Row, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::listed::{List, Message, Persons};
use super::texts::Texts;
use crate::model::user::Right;
use crate::office::finding::Column as By;
use crate::screen::Scene;
use crate::screen::columns::{Kind as _, NARROW};
use crate::screen::list::{Kind as _, Which, doing, picked, rows, tools};
use crate::t;
use crate::theme::measure::{CONTROL, HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, style};
use crate::widget::button::{self, Kind};
use crate::widget::choice::choice;
use crate::widget::empty_state::empty_state;
use crate::widget::field::text_field;
use crate::widget::hotkeys::hotkeys;
use crate::widget::line::line;
use crate::widget::text;

/// Below this width, in pixels, there is no room for the choice of an order beside what can be done with the list.
const SORTABLE: f32 = 430.0;

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
        column![first, self.counted(scene, width, counts)]
            .spacing(SMALL)
            .padding(Padding { top: LARGE, right: MEDIUM, bottom: SMALL, left: MEDIUM })
            .into()
    }

    /// Returns the line that says how many there are (where that is what is shown), how many are selected, and what the
    /// list is sorted by.
    fn counted<'a>(&'a self, scene: &'a Scene, width: f32, counts: bool) -> Element<'a, Message> {
        let lang = scene.lang;
        let narrow = width < NARROW;
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
        let picks = self.selected() > 1 || (self.is_narrowed() && self.count().is_some_and(|count| count > 0));
        let keep = (counts && picks).then(|| -> Element<'a, Message> {
            let words = t!(lang, "selections-keep");
            // Beside a card there is no room for words.
            let keep = if narrow { button::icon(Icon::Filter, words).small() } else { button::link(words).small() };
            scene.allowed(keep.id("persons-keep"), Right::Selections, Message::Keep).into()
        });
        let mut selected = picked(self, merge, scene);
        // Beside a card there is room for what is done with them, and for nothing else.
        if let Some(selected) = selected.take_if(|_| narrow) {
            let line = row![selected, Space::new().width(Length::Fill)].push(keep).push(doing(scene));
            return container(line.align_y(Alignment::Center)).center_y(CONTROL).into();
        }
        let indexing =
            (self.is_indexing() && !self.typed().is_empty()).then(|| text::caption(t!(lang, "list-indexing")));
        let rows = self.len();
        // What can be done with several who are selected takes the room.
        let sort = (narrow && width >= SORTABLE && rows > 0 && self.selected() < 2).then(|| self.sorting(scene));
        Row::new()
            .push(heading)
            .push(text::caption(words))
            .push(selected)
            .push(keep)
            .push(indexing)
            .push(Space::new().width(Length::Fill))
            .push(sort)
            .push((!self.is_empty()).then(|| tools(self, scene)))
            .spacing(if narrow { SMALL } else { MEDIUM })
            .align_y(Alignment::Center)
            .height(CONTROL)
            .into()
    }

    /// Returns the choice of an order, for where not every column has a heading to click.
    fn sorting<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let by = self.order().by;
        let options: Vec<(By, String)> = self
            .columns()
            .all()
            .into_iter()
            .filter(|by| Persons::is_shown(*by, scene))
            .map(|by| (by, by.name(lang)))
            .collect();
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
        rows(self, scene, width, has_room)
    }
}

/// Returns what an empty card file says.
fn nobody<'a>(scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let new = button::main(t!(lang, "list-empty-new")).icon(Icon::UserPlus).id(Persons::FIRST);
    let new = scene.allowed(new, Right::Create, Message::New);
    let import = button::button(Kind::Plain, t!(lang, "list-empty-import")).icon(Icon::FileUp);
    let import = scene.allowed(import, Right::Import, Message::Import);
    let steps = button::link(t!(lang, "steps-title")).id("list-empty-steps").on_press(Message::Prepare);
    let steps = scene.office.user().may(Right::Settings).then(|| Element::from(steps));
    let content = column![
        text::icon_sized(Icon::Users, 32.0).style(style::muted),
        Space::new().height(SMALL),
        text::section(t!(lang, "list-empty-title")),
        text::body(t!(lang, "list-empty-text")).style(style::muted).align_x(Alignment::Center),
        Space::new().height(MEDIUM),
        row![Element::from(new), Element::from(import)].spacing(SMALL),
        Space::new().height(SMALL),
    ]
    .push(steps)
    .spacing(2)
    .max_width(420)
    .align_x(Alignment::Center);
    container(content).center(Length::Fill).padding(HUGE).into()
}
