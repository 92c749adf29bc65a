//! The settings: pages listed at the left, for this computer, for the office, and for the people who work here.
//!
//! What one does most here: find a setting by a word of its name (Ctrl+K); change the language or the look; open the
//! page of what the office decides.

mod appearance;
pub mod backups;
pub mod journal;
pub mod keys;
pub mod look;
pub mod own_fields;
mod pages;

use std::sync::Arc;

use iced::widget::{column, container, keyed_column, row, space};
use iced::{Length, Padding, Task};

use super::{Action, Command, Scene, Step};
use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::office::problem::Problem;
use crate::office::setup;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Theme, style};
use crate::vault::keychain::Keychain;
use crate::widget::navigation::navigation;
use crate::widget::{surface, text};
use look::{Brightness, Contrast, Zoom};
pub use pages::Page;

/// How wide the list of pages is.
const PAGES: f32 = 220.0;
/// The id of the list of pages.
const NAVIGATION: &str = "settings-pages";

/// The settings as they are shown.
pub struct State {
    page: Page,
    fields: own_fields::State,
    /// None where people are made up: their card file has no key that anybody knows.
    keys: Option<keys::State>,
    backups: backups::State,
    journal: journal::State,
}

/// What is set now; the window keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// Light or dark.
    pub brightness: Brightness,
    /// High contrast or not.
    pub contrast: Contrast,
    /// How large everything is.
    pub zoom: Zoom,
}

/// What happens on the screen.
#[derive(Clone)]
pub enum Message {
    /// Shows a page.
    Show(Page),
    /// Something of the window's was chosen.
    Wish(Wish),
    /// Names are sorted in the new language, or not.
    Sorted(Result<(), Problem>),
    /// Shows the folder of the card file.
    OpenFolder,
    /// Looks for cards that may be about the same person.
    Duplicates,
    /// In the section of own fields.
    Fields(own_fields::Message),
    /// In the section of keys and lock.
    Keys(keys::Message),
    /// In the section of backups.
    Backups(backups::Message),
    /// In the section of the journal.
    Journal(journal::Message),
}

/// What only the window can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Speaks another language.
    Lang(Lang),
    /// Light or dark.
    Brightness(Brightness),
    /// High contrast or not.
    Contrast(Contrast),
    /// Larger or smaller.
    Zoom(Zoom),
    /// What the program is.
    About,
}

impl State {
    /// Shows the settings.
    pub fn new(scene: &Scene, keychain: Option<Arc<dyn Keychain>>) -> (Self, Task<Message>) {
        let (fields, task) = own_fields::State::new(scene);
        let (keys, own) = keychain.map(|keychain| keys::State::new(keychain, scene)).unzip();
        let (backups, there) = backups::State::new(scene);
        let (journal, newest) = journal::State::new(scene);
        let tasks = [
            task.map(Message::Fields),
            own.unwrap_or_else(Task::none).map(Message::Keys),
            there.map(Message::Backups),
            newest.map(Message::Journal),
        ];
        (Self { page: Page::default(), fields, keys, backups, journal }, Task::batch(tasks))
    }

    /// Answers whether something typed would be lost if the screen went away.
    pub fn unsaved(&self) -> bool {
        self.fields.is_editing() || self.keys.as_ref().is_some_and(keys::State::unsaved)
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        let keys = self.keys.as_mut().map(|keys| keys.changed(changes, scene).map(Message::Keys));
        let steps = [
            Some(self.fields.changed(changes, scene).map(Message::Fields)),
            keys,
            Some(self.backups.changed(changes, scene).map(Message::Backups)),
            Some(self.journal.changed(changes, scene).map(Message::Journal)),
        ];
        let mut all = Step::none();
        for step in steps.into_iter().flatten() {
            all.task = Task::batch([all.task, step.task]);
            all.actions.extend(step.actions);
        }
        all
    }

    /// Does what a message asks, and returns what only the window can do.
    pub fn update(&mut self, message: Message, scene: &Scene) -> (Step<Message>, Option<Wish>) {
        match message {
            Message::Show(page) => {
                self.show(page);
                (Step::none(), None)
            }
            Message::Wish(wish) => (sort(wish, scene), Some(wish)),
            Message::Sorted(Ok(())) => (Step::none(), None),
            Message::Sorted(Err(problem)) => (Step::ask(Action::Problem(problem)), None),
            Message::OpenFolder => {
                let folder = scene.office.folder().to_string_lossy().into_owned();
                (Step::ask(Action::OpenOutside(folder)), None)
            }
            Message::Duplicates => (Step::ask(Action::Duplicates), None),
            Message::Fields(message) => (self.fields.update(message, scene).map(Message::Fields), None),
            Message::Keys(message) => {
                let step = self.keys.as_mut().map(|keys| keys.update(message, scene).map(Message::Keys));
                (step.unwrap_or_else(Step::none), None)
            }
            Message::Backups(message) => (self.backups.update(message, scene).map(Message::Backups), None),
            Message::Journal(message) => (self.journal.update(message, scene).map(Message::Journal), None),
        }
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if let Some(keys) = self.keys.as_mut().filter(|keys| keys.is_asking()) {
            return keys.command(command, scene).map(Message::Keys);
        }
        if self.page == Page::Fields && self.fields.is_editing() {
            return self.fields.command(command, scene).map(Message::Fields);
        }
        match command {
            Command::Escape => Step::ask(Action::Close),
            Command::FocusSearch
            | Command::Save
            | Command::Open
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Tab(_)
            | Command::Edit
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns => Step::none(),
        }
    }

    /// Opens a page.
    pub fn show(&mut self, page: Page) {
        if self.has(page) {
            self.page = page;
        }
    }

    /// Answers whether this card file has a page.
    pub fn has(&self, page: Page) -> bool {
        page != Page::Keys || self.keys.is_some()
    }

    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene, choices: Choices) -> Element<'a, Message> {
        if let Some(page) = self.keys.as_ref().and_then(|keys| keys.page(scene)) {
            return container(surface::scroll(page.map(Message::Keys))).width(Length::Fill).height(Length::Fill).into();
        }
        // A page of its own key begins at its top, whatever was scrolled before.
        // The journal has a heading with buttons of its own.
        let title = (self.page != Page::Journal).then(|| text::name(self.page.title(scene.lang)));
        let page = column![].push(title).push(self.page(scene, choices)).spacing(HUGE);
        let page = container(page).padding([HUGE, HUGE + SMALL]).width(Length::Fill);
        let page = keyed_column([(self.page, surface::scroll(page))]).width(Length::Fill).height(Length::Fill);
        row![self.pages(scene), edge(), page].into()
    }

    /// Returns the content of the page that is shown.
    fn page<'a>(&'a self, scene: &'a Scene, choices: Choices) -> Element<'a, Message> {
        match self.page {
            Page::Look => appearance::view(scene, choices),
            Page::Keys => match &self.keys {
                Some(keys) => narrow(keys.view(scene).map(Message::Keys)),
                None => space().into(),
            },
            Page::Backups => narrow(
                column![appearance::file(scene), surface::line(), self.backups.view(scene).map(Message::Backups)]
                    .spacing(HUGE),
            ),
            Page::Fields => self.fields.view(scene).map(Message::Fields),
            Page::Journal => narrow(self.journal.view(scene).map(Message::Journal)),
        }
    }

    /// Returns the list of pages.
    fn pages<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let all = Page::all(|page| self.has(page));
        let selected = all.iter().position(|page| *page == self.page);
        let show = move |index: usize| Message::Show(all.get(index).copied().unwrap_or_default());
        let list = navigation(Page::groups(lang, |page| self.has(page)), selected, NAVIGATION, show);
        // Room for the focus ring, which the scrolling area would cut off.
        let list = container(list).padding(Padding::new(TINY).bottom(LARGE));
        let title = container(text::section(t!(lang, "settings-title"))).padding([0.0, MEDIUM]);
        let column = column![title, surface::scroll(list)].spacing(MEDIUM).padding(Padding::ZERO.top(LARGE));
        container(column).width(PAGES).height(Length::Fill).style(style::surface).into()
    }
}

/// Keeps the lines of a page readable.
fn narrow<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
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

/// Sorts names in the language that was chosen.
fn sort(wish: Wish, scene: &Scene) -> Step<Message> {
    match wish {
        Wish::Lang(lang) => {
            let sorted = scene.office.write(move |desk| setup::set_language(desk, lang));
            Step::task(Task::perform(sorted, move |sorted| {
                Message::Sorted(sorted.map_err(|error| Problem::new(&error, lang)))
            }))
        }
        Wish::Brightness(_) | Wish::Contrast(_) | Wish::Zoom(_) | Wish::About => Step::none(),
    }
}

/// Returns one setting: what it is, in one sentence what it does, and the choice.
fn section<'a, M: 'a>(heading: String, sentence: String, content: Element<'a, M>) -> Element<'a, M> {
    let words = column![text::strong(heading), text::caption(sentence)].spacing(TINY).padding(Padding::ZERO.top(TINY));
    let words = words.width(Length::FillPortion(2));
    let content = container(content).width(Length::FillPortion(3));
    row![words, content].spacing(HUGE).into()
}
