//! The settings: pages listed at the left, for this computer, for the office, and for the people who work here.
//!
//! What one does most here: find a setting by a word of its name (Ctrl+K); change the language or the look; open the
//! page of what the office decides.

mod appearance;
pub mod backups;
mod changes;
mod collected;
mod defaults;
pub mod due;
mod emptying;
pub mod erasures;
pub mod exports;
mod find;
mod items;
pub mod journal;
pub mod keys;
pub mod look;
pub mod mail;
pub mod own_fields;
mod pages;
mod people;
mod plain;
mod rows;
pub mod templates;
mod view;
mod wordings;
mod words;

use std::sync::Arc;

use iced::widget::operation::{self, AbsoluteOffset};
use iced::widget::{column, container, row};
use iced::{Length, Padding, Task};

use super::{Action, Answer, Command, Scene, Step};
use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::office::mail::sending::Way;
use crate::office::problem::Problem;
use crate::office::settings::Setting;
use crate::office::setup;
use crate::theme::Element;
use crate::theme::measure::{HUGE, TINY};
use crate::transfer::Parser;
use crate::vault::keychain::Keychain;
use crate::widget::{focus, text};
use look::{Brightness, Contrast, Zoom};
pub use pages::Page;
use rows::Rows;
pub use view::PAGES;

/// The id of the field to search in.
const SEARCH: &str = "settings-search";

/// The settings as they are shown.
pub struct State {
    page: Page,
    /// What is searched for; while there is something, what was found stands in place of the page.
    wanted: String,
    found: find::Found,
    /// All settings, as every page shows them.
    rows: Rows,
    items: Vec<(Page, items::State)>,
    changes: changes::State,
    emptying: emptying::State,
    fields: own_fields::State,
    /// None where people are made up: their card file has no key that anybody knows.
    keys: Option<keys::State>,
    people: people::State,
    backups: backups::State,
    journal: journal::State,
    exports: exports::State,
    templates: templates::State,
    erasures: erasures::State,
    mail: mail::State,
    due: due::State,
    /// What would throw away something typed, and waits until the user says that it may.
    waiting: Option<Box<Message>>,
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
    /// Shows a setting on its page.
    Open(Box<Setting>),
    /// Something is searched for.
    Search(String),
    /// In the row of a setting.
    Row(rows::Message),
    /// On the page of a list.
    Items(Page, items::Message),
    /// On the page of changes and files.
    Changes(changes::Message),
    /// Something of the window's was chosen.
    Wish(Wish),
    /// Names are sorted in the new language, or not.
    Sorted(Result<(), Problem>),
    /// Shows the folder of the card file.
    OpenFolder,
    /// Looks for cards that may be about the same person.
    Duplicates,
    /// In the fields that are no longer collected.
    Emptying(emptying::Message),
    /// In the section of own fields.
    Fields(own_fields::Message),
    /// In the section of keys and lock.
    Keys(keys::Message),
    /// On the pages of people who work here and their roles.
    People(people::Message),
    /// In the section of backups.
    Backups(backups::Message),
    /// In the section of the journal.
    Journal(journal::Message),
    /// On the page of templates.
    Templates(templates::Message),
    /// On the page of exports.
    Exports(exports::Message),
    /// On the page of the account that mail leaves by.
    Mail(mail::Message),
    /// On the page of erasures.
    Erasures(erasures::Message),
    /// On the page of who is due.
    Due(due::Message),
    /// The question about something typed was answered.
    Unsaved(Answer),
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

impl Message {
    /// Asks for the journal to be checked.
    pub fn check_journal() -> Self {
        Self::Journal(journal::Message::Check(journal::check::Message::Check))
    }
}

impl State {
    /// Shows the settings; `parser` reads files that come from elsewhere, and the account for mail is tried in a way.
    pub fn new(scene: &Scene, keychain: Option<Arc<dyn Keychain>>, parser: Parser, mail: Way) -> (Self, Task<Message>) {
        let (fields, task) = own_fields::State::new(scene);
        let (keys, own) = keychain.map(|keychain| keys::State::new(keychain, scene)).unzip();
        let (people, here) = people::State::new(scene);
        let (backups, there) = backups::State::new(scene);
        let (journal, newest) = journal::State::new(scene);
        let tasks = [
            task.map(Message::Fields),
            own.unwrap_or_else(Task::none).map(Message::Keys),
            here.map(Message::People),
            there.map(Message::Backups),
            newest.map(Message::Journal),
        ];
        let pages = Page::all(|_| true).into_iter();
        let state = Self {
            page: Page::default(),
            wanted: String::new(),
            found: find::Found::default(),
            rows: Rows::default(),
            items: pages.filter_map(|page| Some((page, items::State::new(page.list()?, scene)))).collect(),
            changes: changes::State::new(parser),
            emptying: emptying::State::default(),
            fields,
            keys,
            people,
            backups,
            journal,
            exports: exports::State::default(),
            templates: templates::State::default(),
            erasures: erasures::State::default(),
            mail: mail::State::new(mail),
            due: due::State::default(),
            waiting: None,
        };
        (state, Task::batch(tasks))
    }

    /// Reads what only this screen shows, now that it is in front.
    pub fn arrive(&mut self, scene: &Scene) -> Step<Message> {
        let due = if self.page == Page::Due { self.due.arrive(scene) } else { Task::none() };
        Step::task(Task::batch([self.read(scene), due.map(Message::Due), focus::show(view::NAVIGATION)]))
    }

    fn read(&self, scene: &Scene) -> Task<Message> {
        Task::batch([
            Rows::read(scene).map(Message::Row),
            changes::State::read(scene).map(Message::Changes),
            self.read_emptying(scene),
        ])
    }

    /// Reads what could be emptied, if the page that tells it is shown.
    fn read_emptying(&self, scene: &Scene) -> Task<Message> {
        if self.page == Page::Fields { emptying::State::read(scene).map(Message::Emptying) } else { Task::none() }
    }

    /// Follows what all screens see: lists with other items, another language.
    pub fn scene_changed(&mut self, scene: &Scene) -> Step<Message> {
        self.search(scene);
        let tasks = self.items.iter_mut().map(|(page, items)| {
            let page = *page;
            let is_shown = page == self.page && self.rows.is_read();
            let task = if is_shown { items.arrive(scene) } else { Task::none() };
            task.map(move |message| Message::Items(page, message))
        });
        let step = Step::task(Task::batch(tasks.collect::<Vec<_>>()));
        self.rows.prepare(&self.shown(scene));
        step
    }

    /// Answers whether something typed would be lost if the screen went away.
    pub fn unsaved(&self) -> bool {
        self.fields.unsaved()
            || self.keys.as_ref().is_some_and(keys::State::unsaved)
            || self.people.unsaved()
            || self.rows.unsaved()
            || self.due.unsaved()
            || self.templates.unsaved()
            || self.items.iter().any(|(_, items)| items.unsaved())
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        let keys = self.keys.as_mut().map(|keys| keys.changed(changes, scene).map(Message::Keys));
        let steps = [
            Some(self.fields.changed(changes, scene).map(Message::Fields)),
            keys,
            Some(self.people.changed(changes, scene).map(Message::People)),
            Some(self.backups.changed(changes, scene).map(Message::Backups)),
            Some(self.journal.changed(changes, scene).map(Message::Journal)),
            Some(Step::task(self.exports.changed(changes, scene).map(Message::Exports))),
            Some(Step::task(self.templates.changed(changes, scene).map(Message::Templates))),
            Some(Step::task(self.erasures.changed(changes, scene).map(Message::Erasures))),
            Some(Step::task(self.due.changed(changes, scene).map(Message::Due))),
        ];
        let mut all = Step::none();
        for step in steps.into_iter().flatten() {
            all.task = Task::batch([all.task, step.task]);
            all.actions.extend(step.actions);
        }
        // Nothing that was never shown need be read anew.
        if self.rows.is_read() && (changes.settings || changes.everything) {
            all.task = Task::batch([all.task, self.read(scene)]);
        }
        for (page, items) in &mut self.items {
            let page = *page;
            let task = items.changed(changes, scene).map(move |message| Message::Items(page, message));
            all.task = Task::batch([all.task, task]);
        }
        all
    }

    /// Does what a message asks, and returns what only the window can do.
    pub fn update(&mut self, message: Message, scene: &Scene) -> (Step<Message>, Option<Wish>) {
        let wish = if let Message::Wish(wish) = &message { Some(*wish) } else { None };
        let step = self.turn(message, scene);
        // What is about to be shown can be typed in.
        let shown = self.shown(scene);
        self.rows.prepare(&shown);
        (step, wish)
    }

    /// Answers whether the screen asks what to do with something typed; nothing else may be asked meanwhile.
    pub fn is_asking(&self) -> bool {
        self.waiting.is_some()
    }

    /// Takes the question about what is typed back, because a larger one takes its place.
    pub fn stop_asking(&mut self) {
        self.waiting = None;
    }

    /// Answers whether a message goes back from a form in which something is typed.
    fn loses(&self, message: &Message) -> bool {
        if let Message::Fields(own_fields::Message::Cancel) = message {
            self.fields.unsaved()
        } else if let Message::People(people::Message::Back) = message {
            self.people.unsaved()
        } else if let Message::Keys(keys::Message::Back) = message {
            self.keys.as_ref().is_some_and(keys::State::is_typed)
        } else if let Message::Items(page, items::Message::Cancel) = message {
            self.items.iter().any(|(known, items)| known == page && items.unsaved())
        } else {
            false
        }
    }

    /// Returns the message that goes back from the form that is open.
    fn way_back(&self) -> Option<Message> {
        if self.keys.as_ref().is_some_and(keys::State::is_asking) {
            Some(Message::Keys(keys::Message::Back))
        } else if self.people.is_asking() {
            Some(Message::People(people::Message::Back))
        } else if self.page == Page::Fields && self.fields.is_editing() {
            Some(Message::Fields(own_fields::Message::Cancel))
        } else {
            None
        }
    }

    fn turn(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        if self.loses(&message) {
            self.waiting = Some(Box::new(message));
            return Step::task(operation::focus(Answer::STAY));
        }
        if let Message::Unsaved(answer) = message {
            return match (answer, self.waiting.take()) {
                (Answer::Discard, Some(message)) => self.carry_out(*message, scene),
                (Answer::Discard | Answer::Stay | Answer::Save, _) => Step::none(),
            };
        }
        self.carry_out(message, scene)
    }

    fn carry_out(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Unsaved(_) => Step::none(),
            Message::Show(page) => self.show(page, scene),
            Message::Open(setting) => self.open(&setting, scene),
            Message::Search(wanted) => {
                self.wanted = wanted;
                self.search(scene);
                Step::task(to_top())
            }
            Message::Row(message) => {
                let is_new = matches!(message, rows::Message::Read(_));
                let step = self.rows.update(message, scene).map(Message::Row);
                if is_new {
                    self.search(scene);
                }
                step
            }
            Message::Items(page, message) => match self.items.iter_mut().find(|(known, _)| *known == page) {
                Some((_, items)) => items.update(message, scene).map(move |message| Message::Items(page, message)),
                None => Step::none(),
            },
            Message::Changes(message) => self.changes.update(message, scene).map(Message::Changes),
            Message::Wish(wish) => sort(wish, scene),
            Message::Sorted(Ok(())) => Step::none(),
            Message::Sorted(Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::OpenFolder => {
                let folder = scene.office.folder().to_string_lossy().into_owned();
                Step::ask(Action::OpenOutside(folder))
            }
            Message::Duplicates => Step::ask(Action::Duplicates),
            Message::Emptying(message) => self.emptying.update(message, scene).map(Message::Emptying),
            Message::Fields(message) => self.fields.update(message, scene).map(Message::Fields),
            Message::Keys(message) => match &mut self.keys {
                Some(keys) => keys.update(message, scene).map(Message::Keys),
                None => Step::none(),
            },
            Message::People(message) => self.people.update(message, scene).map(Message::People),
            Message::Backups(message) => self.backups.update(message, scene).map(Message::Backups),
            Message::Journal(message) => self.journal.update(message, scene).map(Message::Journal),
            Message::Templates(message) => self.templates.update(message, scene).map(Message::Templates),
            Message::Exports(message) => self.exports.update(message, scene).map(Message::Exports),
            Message::Mail(message) => self.mail.update(message, &mut self.rows, scene),
            Message::Erasures(message) => self.erasures.update(message, scene).map(Message::Erasures),
            Message::Due(message) => self.due.update(message, scene).map(Message::Due),
        }
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if self.is_asking() {
            return Step::none();
        }
        if let (Command::Escape, Some(back)) = (command, self.way_back()) {
            return self.turn(back, scene);
        }
        if let Some(keys) = self.keys.as_mut().filter(|keys| keys.is_asking()) {
            return keys.command(command, scene).map(Message::Keys);
        }
        if self.people.is_asking() {
            return self.people.command(command, scene).map(Message::People);
        }
        if self.page == Page::Fields && self.fields.is_editing() {
            return self.fields.command(command, scene).map(Message::Fields);
        }
        match command {
            Command::FocusSearch => Step::task(operation::focus(SEARCH)),
            Command::Save => self.rows.save_all(scene).map(Message::Row),
            Command::Escape => self.escape(scene),
            Command::Open
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Tab(_)
            | Command::Edit
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns
            | Command::Passage(_) => Step::none(),
        }
    }

    /// Goes one step back: out of the search, out of a form or a plan, out of the settings.
    fn escape(&mut self, scene: &Scene) -> Step<Message> {
        if !self.wanted.is_empty() {
            return self.update(Message::Search(String::new()), scene).0;
        }
        if self.page == Page::Changes && self.changes.is_asking() {
            return self.update(Message::Changes(changes::Message::Cancel), scene).0;
        }
        if self.page == Page::Due && self.due.is_asking() {
            return self.update(Message::Due(due::Message::Back), scene).0;
        }
        if self.page == Page::Roles && self.people.is_naming() {
            return self.update(Message::People(people::Message::Table(people::table::Message::Back)), scene).0;
        }
        if self.page == Page::Fields && self.emptying.is_asking() {
            return self.update(Message::Emptying(emptying::Message::Cancel), scene).0;
        }
        if self.items.iter().any(|(page, items)| *page == self.page && items.is_adding()) {
            return self.update(Message::Items(self.page, items::Message::Cancel), scene).0;
        }
        Step::ask(Action::Close)
    }

    /// Opens a page.
    pub fn show(&mut self, page: Page, scene: &Scene) -> Step<Message> {
        if !self.has(page) {
            return Step::none();
        }
        if page != Page::Changes {
            self.changes.leave();
        }
        self.page = page;
        self.wanted.clear();
        self.search(scene);
        // Its place in the list of pages may be out of view.
        let due = if page == Page::Due { self.due.arrive(scene) } else { Task::none() };
        let templates = if page == Page::Templates { self.templates.arrive(scene) } else { Task::none() };
        let exports = if page == Page::Exports { self.exports.arrive(scene) } else { Task::none() };
        let erasures = if page == Page::Erasures { self.erasures.arrive(scene) } else { Task::none() };
        let listed = Task::batch([
            to_top().chain(focus::show(view::NAVIGATION)),
            self.read_emptying(scene),
            exports.map(Message::Exports),
            templates.map(Message::Templates),
            erasures.map(Message::Erasures),
            due.map(Message::Due),
        ]);
        match self.items.iter_mut().find(|(known, _)| *known == page) {
            Some((_, items)) => {
                let items = items.arrive(scene).map(move |message| Message::Items(page, message));
                Step::task(Task::batch([listed, items]))
            }
            None => Step::task(listed),
        }
    }

    /// Shows a setting on its page.
    fn open(&mut self, setting: &Setting, scene: &Scene) -> Step<Message> {
        let Some(page) = pages::of(setting) else { return Step::none() };
        let step = self.show(page, scene);
        let Setting::Item { list, item, .. } = setting else { return step };
        match self.items.iter_mut().find(|(known, _)| *known == page) {
            Some((_, items)) => {
                let chosen = items.choose(*list, item, scene).map(move |message| Message::Items(page, message));
                Step::task(step.task.chain(chosen))
            }
            None => step,
        }
    }

    fn search(&mut self, scene: &Scene) {
        let pages = Page::all(|page| self.has(page));
        self.found = find::find(&self.wanted, &pages, &self.rows, scene);
    }

    /// Answers whether this card file has a page.
    pub fn has(&self, page: Page) -> bool {
        // Where people are made up, nobody has a passphrase, and nobody can be added.
        !matches!(page, Page::Keys | Page::People) || self.keys.is_some()
    }

    /// Returns the settings whose rows are in view.
    fn shown(&self, scene: &Scene) -> Vec<Setting> {
        if !self.wanted.is_empty() {
            return self.found.settings.clone();
        }
        let mut shown: Vec<Setting> = plain::of(self.page).iter().copied().map(Setting::Plain).collect();
        for (_, items) in self.items.iter().filter(|(page, _)| *page == self.page) {
            shown.extend(items.shown(scene));
        }
        shown
    }
}

/// Scrolls the page to its top: it keeps its place from one page to the next.
fn to_top() -> Task<Message> {
    operation::scroll_to(view::PAGE, AbsoluteOffset { x: 0.0, y: 0.0 })
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
