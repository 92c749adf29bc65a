//! How the settings look: the search and the pages at the left, the page beside them.

use iced::widget::{column, container, row, space};
use iced::{Length, Padding};

use super::{Choices, Message, Page, SEARCH, State, appearance, collected, defaults, find, items, plain, rows};
use crate::model::user::Right;
use crate::office::problem;
use crate::office::settings::{Plain, Setting};
use crate::screen::{Answer, Scene};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::banner::banner;
use crate::widget::dialog::Card;
use crate::widget::field::text_field;
use crate::widget::navigation::navigation;
use crate::widget::{button, surface, text};

/// How wide the list of pages is.
pub const PAGES: f32 = 220.0;
/// The id of the list of pages.
pub const NAVIGATION: &str = "settings-pages";
/// The id of what scrolls the page.
pub const PAGE: &str = "settings-page";
/// How wide a page with a table gets.
const TABLE: f32 = 1000.0;

impl State {
    /// Returns the question about what is typed, which lies over the whole window.
    pub fn question<'a>(&self, scene: &Scene) -> Option<Card<'a, Message>> {
        self.is_asking().then(|| Answer::about_form(scene.lang, Message::Unsaved))
    }

    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene, choices: Choices) -> Element<'a, Message> {
        if let Some(page) = self.keys.as_ref().and_then(|keys| keys.page(scene)) {
            return container(surface::scroll(page.map(Message::Keys))).width(Length::Fill).height(Length::Fill).into();
        }
        if let Some(page) = self.people.page(scene) {
            return container(surface::scroll(page.map(Message::People)))
                .width(Length::Fill)
                .height(Length::Fill)
                .into();
        }
        let is_searching = !self.wanted.is_empty();
        let (title, content) = if is_searching {
            (Some(t!(scene.lang, "settings-search-title")), find::view(&self.found, &self.rows, scene))
        } else {
            (Some(self.page.title(scene.lang)), self.page(scene, choices))
        };
        if self.page == Page::Journal && !is_searching {
            // The list in it scrolls, not the page.
            let page = container(content).padding([HUGE, HUGE + SMALL]).width(Length::Fill).height(Length::Fill);
            return row![self.pages(scene), edge(), page].into();
        }
        let decides = is_searching
            || !matches!(
                self.page,
                Page::Look
                    | Page::Keys
                    | Page::Backups
                    | Page::People
                    | Page::Roles
                    | Page::Journal
                    | Page::Exports
                    | Page::Erasures
                    | Page::Due
            );
        let inert = (decides && !rows::may(scene)).then(|| no_right(scene));
        let page = column![].push(title.map(text::name)).push(inert).push(content).spacing(HUGE).max_width(TABLE);
        let page = container(page).padding([HUGE, HUGE + SMALL]).width(Length::Fill);
        let page = container(surface::scroll_named(PAGE, page)).width(Length::Fill).height(Length::Fill);
        row![self.pages(scene), edge(), page].into()
    }

    /// Returns the content of the page that is shown.
    fn page<'a>(&'a self, scene: &'a Scene, choices: Choices) -> Element<'a, Message> {
        let (lang, rows) = (scene.lang, &self.rows);
        match self.page {
            Page::Look => appearance::view(scene, choices),
            Page::Keys => match &self.keys {
                Some(keys) => narrow(keys.view(scene).map(Message::Keys)),
                None => space().into(),
            },
            Page::Backups => {
                let keep = rows.row(&Setting::Plain(Plain::BackupKeep), None, scene).map(Message::Row);
                let backups = self.backups.view(scene).map(Message::Backups);
                let all = column![appearance::file(scene), surface::line(), backups, surface::line(), keep];
                narrow(all.spacing(HUGE))
            }
            Page::Business => plain::view(self.page, Some(t!(lang, "settings-business-text")), rows, scene),
            Page::Mail => self.mail.view(rows, scene),
            Page::Mailings => plain::view(self.page, Some(t!(lang, "settings-mailings-text")), rows, scene),
            Page::NewPeople => defaults::view(rows, scene),
            Page::Keeping => plain::keeping(rows, scene),
            Page::Fields => {
                let own = self.fields.view(scene).map(Message::Fields);
                column![own, surface::line(), collected::view(rows, &self.emptying, scene)].spacing(HUGE).into()
            }
            Page::Purposes | Page::Bases | Page::Sources | Page::Categories | Page::Subscriptions | Page::Lists => {
                self.list(self.page, scene)
            }
            Page::Templates => self.templates.view(scene).map(Message::Templates),
            Page::Due => self.due.view(scene).map(Message::Due),
            Page::Changes => self.changes.view(scene).map(Message::Changes),
            Page::People => narrow(self.people.view(scene).map(Message::People)),
            Page::Roles => self.people.roles(&self.rows, scene),
            Page::Journal => self.journal.view(scene).map(Message::Journal),
            Page::Exports => narrow(self.exports.view(scene).map(Message::Exports)),
            Page::Erasures => narrow(self.erasures.view(scene).map(Message::Erasures)),
        }
    }

    fn list<'a>(&'a self, page: Page, scene: &'a Scene) -> Element<'a, Message> {
        let wrap: fn(items::Message) -> Message = match page {
            Page::Purposes => |message| Message::Items(Page::Purposes, message),
            Page::Bases => |message| Message::Items(Page::Bases, message),
            Page::Sources => |message| Message::Items(Page::Sources, message),
            Page::Categories => |message| Message::Items(Page::Categories, message),
            Page::Subscriptions => |message| Message::Items(Page::Subscriptions, message),
            Page::Look
            | Page::Keys
            | Page::Backups
            | Page::Business
            | Page::Lists
            | Page::Fields
            | Page::NewPeople
            | Page::Mail
            | Page::Mailings
            | Page::Templates
            | Page::Keeping
            | Page::Due
            | Page::Changes
            | Page::People
            | Page::Roles
            | Page::Journal
            | Page::Exports
            | Page::Erasures => |message| Message::Items(Page::Lists, message),
        };
        match self.items.iter().find(|(known, _)| *known == page) {
            Some((_, items)) => items.view(&self.rows, wrap, scene),
            None => space().into(),
        }
    }

    /// Returns the search field and the list of pages.
    fn pages<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let all = Page::all(|page| self.has(page));
        let selected = all.iter().position(|page| *page == self.page).filter(|_| self.wanted.is_empty());
        let show = move |index: usize| Message::Show(all.get(index).copied().unwrap_or_default());
        let list = navigation(Page::groups(lang, |page| self.has(page)), selected, NAVIGATION, show);
        // Room for the focus ring, which the scrolling area would cut off.
        let list = container(list).padding(Padding::new(TINY).bottom(LARGE));
        let title = text::section(t!(lang, "settings-title"));
        // Something always stands there: a field that gains a place is another one, and loses the keyboard.
        let clear: Element<'a, Message> = if self.wanted.is_empty() {
            space().into()
        } else {
            let clear = button::icon(Icon::Close, t!(lang, "settings-search-clear")).small();
            clear.on_press(Message::Search(String::new())).into()
        };
        let search = text_field(t!(lang, "settings-search"), self.wanted.clone())
            .id(SEARCH)
            .icon(Icon::Search)
            .on_input(Message::Search)
            .trailing(clear);
        let head = container(column![title, Element::from(search)].spacing(MEDIUM)).padding([0.0, SMALL]);
        let column = column![head, surface::scroll(list)].spacing(MEDIUM).padding(Padding::ZERO.top(LARGE));
        container(column).width(PAGES).height(Length::Fill).style(style::surface).into()
    }
}

/// Says that nothing can be changed here, which right that takes, and who can grant it.
fn no_right<'a>(scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let words = problem::lacks(lang, Right::Settings);
    banner(Tone::Attention, t!(lang, "settings-no-right"), Some(words), vec![])
}

/// Keeps the lines of a page readable.
pub fn narrow<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content).max_width(TEXT_COLUMN).width(Length::Fill).into()
}

/// Returns the line between the list of pages and the page.
fn edge<'a>() -> Element<'a, Message> {
    container(space().width(1).height(Length::Fill))
        .style(|theme: &Theme| container::Style {
            background: Some(theme.roles().line.into()),
            ..container::Style::default()
        })
        .into()
}
