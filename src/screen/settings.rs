//! The settings: what belongs to the person at the screen, the card file's keys and lock, its backups, the journal, and
//! the office's own fields.
//!
//! What one does most here: change the language; turn on the dark look or high contrast; make everything larger.

pub mod backups;
pub mod journal;
mod keys;
pub mod look;
pub mod own_fields;

use std::sync::Arc;

use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Length, Padding, Task};

use super::{Action, Command, Scene, Step};
use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::office::problem::Problem;
use crate::office::setup;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon};
use crate::vault::keychain::Keychain;
use crate::widget::checkbox::radio;
use crate::widget::{button, surface, text};
use look::{Brightness, Contrast, Zoom};

/// The settings as they are shown.
pub struct State {
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
        (Self { fields, keys, backups, journal }, Task::batch(tasks))
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
        if self.fields.is_editing() {
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

    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene, choices: Choices) -> Element<'a, Message> {
        let lang = scene.lang;
        if let Some(page) = self.keys.as_ref().and_then(|keys| keys.page(scene)) {
            return container(surface::scroll(page.map(Message::Keys))).width(Length::Fill).height(Length::Fill).into();
        }
        let keys = self.keys.as_ref().map(|keys| column![surface::line(), keys.view(scene).map(Message::Keys)]);
        let about = button::plain(t!(lang, "frame-about")).icon(Icon::Info).on_press(Message::Wish(Wish::About));
        let sections = column![
            text::name(t!(lang, "settings-title")),
            section(t!(lang, "settings-section-language"), t!(lang, "settings-language-hint"), languages(lang)),
            section(
                t!(lang, "settings-theme"),
                t!(lang, "settings-theme-hint"),
                options(
                    [
                        (Brightness::System, t!(lang, "settings-theme-system")),
                        (Brightness::Light, t!(lang, "settings-theme-light")),
                        (Brightness::Dark, t!(lang, "settings-theme-dark")),
                    ],
                    choices.brightness,
                    Wish::Brightness,
                )
            ),
            section(
                t!(lang, "settings-theme-contrast"),
                t!(lang, "settings-contrast-hint"),
                options(
                    [
                        (Contrast::System, t!(lang, "settings-theme-system")),
                        (Contrast::On, t!(lang, "settings-contrast-on")),
                        (Contrast::Off, t!(lang, "settings-contrast-off")),
                    ],
                    choices.contrast,
                    Wish::Contrast,
                )
            ),
            section(t!(lang, "settings-zoom"), t!(lang, "settings-zoom-hint"), zoom(lang, choices.zoom)),
            section(t!(lang, "settings-section-file"), t!(lang, "settings-file-hint"), place(scene)),
            section(t!(lang, "merge-find-title"), t!(lang, "settings-duplicates-hint"), duplicates(lang)),
            section(t!(lang, "about-title"), t!(lang, "settings-about-hint"), row![about].into()),
        ]
        .push(keys.map(|keys| keys.spacing(HUGE)))
        .push(surface::line())
        .push(self.backups.view(scene).map(Message::Backups))
        .push(surface::line())
        .push(self.journal.view(scene).map(Message::Journal))
        .push(surface::line())
        .push(self.fields.view(scene).map(Message::Fields))
        .spacing(HUGE)
        .max_width(TEXT_COLUMN)
        .width(Length::Fill);
        let page = container(sections).padding([HUGE, HUGE + SMALL]);
        container(surface::scroll(page)).width(Length::Fill).height(Length::Fill).into()
    }
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

fn languages<'a>(spoken: Lang) -> Element<'a, Message> {
    options(Lang::ALL.map(|lang| (lang, lang.own_name().to_owned())), spoken, Wish::Lang)
}

fn options<'a, T: Copy + PartialEq>(
    choices: impl IntoIterator<Item = (T, String)>,
    chosen: T,
    wish: fn(T) -> Wish,
) -> Element<'a, Message> {
    let each = choices
        .into_iter()
        .map(|(value, label)| radio(label, value == chosen).on_select(Message::Wish(wish(value))).into());
    Row::with_children(each).spacing(LARGE).wrap().into()
}

fn zoom<'a>(lang: Lang, zoom: Zoom) -> Element<'a, Message> {
    let step = |icon, words, to: Zoom| {
        let message = (to != zoom).then_some(Message::Wish(Wish::Zoom(to)));
        button::icon(icon, words).on_press_maybe(message)
    };
    let normal = (zoom != Zoom::default()).then_some(Message::Wish(Wish::Zoom(Zoom::default())));
    row![
        step(Icon::Minus, t!(lang, "frame-zoom-out"), zoom.smaller()),
        text::body(t!(lang, "settings-zoom-percent", percent = zoom.percent())),
        step(Icon::Plus, t!(lang, "frame-zoom-in"), zoom.larger()),
        space().width(SMALL),
        button::link(t!(lang, "frame-zoom-reset")).on_press_maybe(normal),
    ]
    .spacing(SMALL)
    .align_y(Alignment::Center)
    .into()
}

fn duplicates<'a>(lang: Lang) -> Element<'a, Message> {
    let find = button::plain(t!(lang, "settings-duplicates")).icon(Icon::Users);
    row![find.on_press(Message::Duplicates)].into()
}

fn place<'a>(scene: &Scene) -> Element<'a, Message> {
    let folder = scene.office.folder().to_string_lossy().into_owned();
    let open = button::plain(t!(scene.lang, "settings-open-folder")).icon(Icon::FolderOpen);
    column![text::body(folder), row![open.on_press(Message::OpenFolder)]].spacing(MEDIUM).into()
}
