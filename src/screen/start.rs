//! Before a card file is open: make one, open one, or look around among sample people.
//!
//! What one does most here: type the passphrase and press Enter; make the card file; try it with sample people. A backup
//! is restored from here in three clicks.

pub mod create;
pub mod locate;
pub mod restore;
pub mod sample;
pub mod unlock;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Length, Subscription, Task};

use super::{Action, Page as Sheet, Step};
use crate::i18n::Lang;
use crate::office::{Office, aside};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY, VAST};
use crate::theme::{Element, Icon, style};
use crate::vault::keychain::Keychain;
use crate::widget::tab_stop::TabStop;
use crate::widget::{button, surface, text};

/// What the start page is given of the computer.
#[derive(Clone)]
pub struct Places {
    /// Where a card file is kept unless another place is chosen.
    pub usual: PathBuf,
    /// Where sample people are kept as long as one looks at them.
    pub sample: PathBuf,
    /// The keychain of this computer, which may keep the key of a card file.
    pub keychain: Arc<dyn Keychain>,
}

/// The start page.
pub struct State {
    lang: Lang,
    places: Places,
    /// Whether the card file was locked: no keychain opens it, or any other, until somebody has typed a passphrase.
    locked: bool,
    /// The card file whose passphrase is asked for again if no backup is restored after all.
    before: Option<PathBuf>,
    page: Page,
}

enum Page {
    Welcome,
    Create(create::State),
    Locate(locate::State),
    Unlock(unlock::State),
    Restore(restore::State),
    Sample(sample::State),
}

/// Which help belongs to what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The three choices.
    Start,
    /// Making a card file.
    Create,
    /// Opening one.
    Unlock,
}

/// What happens on the start page.
#[derive(Clone)]
pub enum Message {
    /// Makes a card file.
    Create,
    /// Looks for a card file.
    Locate,
    /// Makes up sample people.
    Sample,
    /// Restores a backup.
    Restore,
    /// Back to the three choices.
    Back,
    /// Speaks another language.
    Lang(Lang),
    /// On the pages for making a card file.
    Creating(create::Message),
    /// On the page for choosing a folder.
    Locating(locate::Message),
    /// On the page for the passphrase.
    Unlocking(unlock::Message),
    /// On the page for restoring a backup.
    Restoring(restore::Message),
    /// While sample people are made up.
    Sampling(sample::Message),
}

/// What the start page leads to.
pub enum Done {
    /// A card file is open.
    Opened {
        /// The card file.
        office: Office,
        /// Whether it holds sample people, and goes when it is closed.
        sample: bool,
    },
    /// Another language was chosen.
    Lang(Lang),
}

/// What a page did with a message.
pub struct Outcome<M> {
    /// Work that goes on, and what is asked of the window.
    pub step: Step<M>,
    /// What it leads to.
    pub done: Option<Done>,
}

impl<M: Send + 'static> Outcome<M> {
    fn step(step: Step<M>) -> Self {
        Self { step, done: None }
    }

    fn nothing() -> Self {
        Self::step(Step::none())
    }

    fn opened(office: Office) -> Self {
        Self { step: Step::none(), done: Some(Done::Opened { office, sample: false }) }
    }

    fn map(self, wrap: fn(M) -> Message) -> Outcome<Message> {
        Outcome { step: self.step.map(wrap), done: self.done }
    }
}

impl State {
    /// Shows the three choices.
    pub fn welcome(lang: Lang, places: Places) -> Self {
        Self { lang, places, locked: false, before: None, page: Page::Welcome }
    }

    /// Asks for the passphrase of the card file in a folder.
    pub fn unlock(lang: Lang, places: Places, folder: PathBuf) -> (Self, Task<Message>) {
        let (page, task) = unlock::State::new(folder, &places.keychain, lang);
        (Self { lang, places, locked: false, before: None, page: Page::Unlock(page) }, task.map(Message::Unlocking))
    }

    /// Asks for the passphrase of a card file that was locked.
    pub fn locked(lang: Lang, places: Places, folder: PathBuf) -> (Self, Task<Message>) {
        let (page, task) = unlock::State::locked(folder);
        (Self { lang, places, locked: true, before: None, page: Page::Unlock(page) }, task.map(Message::Unlocking))
    }

    /// Restores a backup, which was chosen while the card file in `folder` was open.
    pub fn restore(lang: Lang, places: Places, folder: PathBuf, backup: PathBuf) -> (Self, Task<Message>) {
        // Sample people are gone by now, and nothing is to be kept in their place.
        let place = if folder.exists() { &folder } else { &places.usual };
        let (page, task) = restore::State::of(backup, place, lang);
        (
            Self { lang, places, locked: true, before: Some(folder), page: Page::Restore(page) },
            task.map(Message::Restoring),
        )
    }

    /// Makes up sample people at once.
    pub fn sample(lang: Lang, places: Places) -> (Self, Task<Message>) {
        let (page, task) = sample::State::new(places.sample.clone(), lang);
        (Self { lang, places, locked: false, before: None, page: Page::Sample(page) }, task.map(Message::Sampling))
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message) -> Outcome<Message> {
        let lang = self.lang;
        match (message, &mut self.page) {
            (Message::Create, _) => {
                let (page, task) = create::State::new(self.places.usual.clone());
                self.page = Page::Create(page);
                Outcome::step(Step::task(task.map(Message::Creating)))
            }
            (Message::Locate, _) => {
                let (page, task) = locate::State::new();
                self.page = Page::Locate(page);
                Outcome::step(Step::task(task.map(Message::Locating)))
            }
            (Message::Sample, _) => {
                let (page, task) = sample::State::new(self.places.sample.clone(), lang);
                self.page = Page::Sample(page);
                Outcome::step(Step::task(task.map(Message::Sampling)))
            }
            (Message::Restore, page) => {
                self.before = match page {
                    Page::Unlock(page) => Some(page.folder().to_path_buf()),
                    Page::Welcome | Page::Create(_) | Page::Locate(_) | Page::Restore(_) | Page::Sample(_) => None,
                };
                let place = self.before.clone().unwrap_or_else(|| self.places.usual.clone());
                let (page, step) = restore::State::new(place, lang);
                self.page = Page::Restore(page);
                Outcome::step(step).map(Message::Restoring)
            }
            (Message::Back, _) => {
                self.page = Page::Welcome;
                Outcome::nothing()
            }
            (Message::Lang(lang), _) => {
                self.lang = lang;
                Outcome { step: Step::none(), done: Some(Done::Lang(lang)) }
            }
            (Message::Creating(message), Page::Create(page)) => {
                let outcome = page.update(message, lang).map(Message::Creating);
                self.follow(outcome)
            }
            (Message::Locating(locate::Message::Found(folder)), Page::Locate(_)) => {
                let (page, task) = if self.locked {
                    unlock::State::locked(folder)
                } else {
                    unlock::State::new(folder, &self.places.keychain, lang)
                };
                self.page = Page::Unlock(page);
                Outcome::step(Step::task(task.map(Message::Unlocking)))
            }
            (Message::Locating(message), Page::Locate(page)) => {
                let outcome = page.update(message, lang).map(Message::Locating);
                self.follow(outcome)
            }
            (Message::Unlocking(unlock::Message::RestoreOther), Page::Unlock(_)) => self.update(Message::Restore),
            (Message::Unlocking(unlock::Message::Restore(backup)), Page::Unlock(page)) => {
                self.before = Some(page.folder().to_path_buf());
                let (page, task) = restore::State::instead_of(page.folder().to_path_buf(), *backup, lang);
                self.page = Page::Restore(page);
                Outcome::step(Step::task(task.map(Message::Restoring)))
            }
            (Message::Unlocking(message), Page::Unlock(page)) => {
                let outcome = page.update(message, lang).map(Message::Unlocking);
                self.follow(outcome)
            }
            (Message::Restoring(message), Page::Restore(page)) => {
                let outcome = page.update(message, lang).map(Message::Restoring);
                self.follow(outcome)
            }
            (Message::Sampling(message), Page::Sample(page)) => {
                let outcome = page.update(message, lang).map(Message::Sampling);
                self.follow(outcome)
            }
            // The page it was meant for is gone.
            (
                Message::Creating(_)
                | Message::Locating(_)
                | Message::Unlocking(_)
                | Message::Restoring(_)
                | Message::Sampling(_),
                _,
            ) => Outcome::nothing(),
        }
    }

    /// Goes back to the three choices where a page is done without having opened anything.
    fn follow(&mut self, mut outcome: Outcome<Message>) -> Outcome<Message> {
        let asked = outcome.step.actions.len();
        outcome.step.actions.retain(|action| !matches!(action, Action::Close));
        if outcome.step.actions.len() < asked {
            return self.back(outcome);
        }
        outcome
    }

    /// Goes back to the passphrase of the card file that was there before restoring, or to the three choices.
    fn back(&mut self, mut outcome: Outcome<Message>) -> Outcome<Message> {
        let before = self.before.take().filter(|folder| folder.exists());
        match before.filter(|_| matches!(self.page, Page::Restore(_))) {
            Some(folder) => {
                let (page, task) = if self.locked {
                    unlock::State::locked(folder)
                } else {
                    unlock::State::new(folder, &self.places.keychain, self.lang)
                };
                self.page = Page::Unlock(page);
                outcome.step.task = Task::batch([outcome.step.task, task.map(Message::Unlocking)]);
            }
            None => self.page = Page::Welcome,
        }
        outcome
    }

    /// Goes one step back, as Escape does.
    pub fn escape(&mut self) -> Outcome<Message> {
        match &self.page {
            Page::Welcome => Outcome::nothing(),
            Page::Create(_) => self.update(Message::Creating(create::Message::Back)),
            Page::Locate(_) => self.update(Message::Back),
            Page::Unlock(_) => self.update(Message::Unlocking(unlock::Message::WithPassphrase)),
            Page::Restore(_) => self.update(Message::Restoring(restore::Message::Back)),
            Page::Sample(_) => self.update(Message::Sampling(sample::Message::Cancel)),
        }
    }

    /// Returns the card file that is open already although the page is not done, so that it can be closed.
    pub fn into_office(self) -> Option<Office> {
        match self.page {
            Page::Welcome | Page::Locate(_) | Page::Restore(_) | Page::Sample(_) => None,
            Page::Create(page) => page.into_office(),
            Page::Unlock(page) => page.into_office(),
        }
    }

    /// Returns the folder of the card file whose passphrase is asked for.
    pub fn folder(&self) -> Option<&Path> {
        match &self.page {
            Page::Unlock(page) => Some(page.folder()),
            Page::Welcome | Page::Create(_) | Page::Locate(_) | Page::Restore(_) | Page::Sample(_) => None,
        }
    }

    /// Answers whether people or a card file are being made, which has to end before the window closes.
    pub fn is_busy(&self) -> bool {
        match &self.page {
            Page::Sample(page) => page.is_busy(),
            Page::Create(page) => page.is_making(),
            Page::Restore(page) => page.is_busy(),
            Page::Welcome | Page::Locate(_) | Page::Unlock(_) => false,
        }
    }

    /// Answers whether there is, or is about to be, a recovery key that nobody has written down.
    pub fn holds_key(&self) -> bool {
        matches!(&self.page, Page::Create(page) if page.holds_key())
    }

    /// Returns which help belongs to what is shown.
    pub fn topic(&self) -> Topic {
        match self.page {
            Page::Welcome | Page::Restore(_) | Page::Sample(_) => Topic::Start,
            Page::Create(_) => Topic::Create,
            Page::Locate(_) | Page::Unlock(_) => Topic::Unlock,
        }
    }

    /// Returns what the page wants to hear of while time passes.
    pub fn subscription(&self) -> Subscription<Message> {
        match &self.page {
            Page::Welcome | Page::Create(_) | Page::Locate(_) | Page::Restore(_) => Subscription::none(),
            Page::Unlock(page) => page.subscription().map(Message::Unlocking),
            Page::Sample(page) => page.subscription().map(Message::Sampling),
        }
    }

    /// Shows the page.
    pub fn view(&self) -> Element<'_, Message> {
        let lang = self.lang;
        let page = match &self.page {
            Page::Welcome => welcome(lang),
            Page::Create(page) => card(page.view(lang).map(Message::Creating)),
            Page::Locate(page) => card(page.view(lang).map(Message::Locating)),
            Page::Unlock(page) => card(page.view(lang).map(Message::Unlocking)),
            Page::Restore(page) => card(page.view(lang).map(Message::Restoring)),
            Page::Sample(page) => card(page.view(lang).map(Message::Sampling)),
        };
        let centred = container(page).max_width(WIDTH).padding(RIM);
        let centred = container(surface::scroll(container(centred).center_x(Length::Fill)));
        column![languages(lang), centred.center_y(Length::Fill)].padding(LARGE).into()
    }
}

const WIDTH: f32 = 560.0;
/// Room for focus rings, which the scrolling area would cut off.
const RIM: f32 = 4.0;

fn card<'a>(content: Element<'a, Message>) -> Element<'a, Message> {
    container(content).padding(VAST).width(Length::Fill).style(style::card).into()
}

/// Returns the languages at the upper right; the one that is spoken cannot be chosen.
fn languages<'a>(spoken: Lang) -> Element<'a, Message> {
    let each = Lang::ALL.into_iter().map(|lang| {
        let other = (lang != spoken).then_some(Message::Lang(lang));
        button::link(lang.own_name()).small().on_press_maybe(other).into()
    });
    let icon = text::icon(Icon::Languages).style(style::muted);
    row![space().width(Length::Fill), icon, Row::with_children(each).spacing(TINY)]
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .into()
}

fn welcome<'a>(lang: Lang) -> Element<'a, Message> {
    let head = column![text::name(t!(lang, "start-title")), text::body(t!(lang, "start-intro")).style(style::muted)];
    column![
        head.spacing(TINY),
        space().height(SMALL),
        choice(Icon::Plus, t!(lang, "start-create"), t!(lang, "start-create-hint"), Message::Create, true),
        choice(Icon::FolderOpen, t!(lang, "start-open"), t!(lang, "start-open-hint"), Message::Locate, false),
        choice(Icon::History, t!(lang, "restore-title"), t!(lang, "restore-hint"), Message::Restore, false),
        choice(Icon::Users, t!(lang, "start-demo"), t!(lang, "start-demo-hint"), Message::Sample, false),
    ]
    .spacing(MEDIUM)
    .into()
}

/// Returns one of the large choices.
fn choice<'a>(icon: Icon, label: String, hint: String, message: Message, main: bool) -> Element<'a, Message> {
    let words = column![text::section(label), text::caption(hint)].width(Length::Fill);
    let tone = if main { style::accent } else { style::muted };
    let content = row![text::icon_sized(icon, 24.0).style(tone), words, text::icon(Icon::ChevronRight)]
        .spacing(LARGE)
        .align_y(Alignment::Center)
        .width(Length::Fill);
    TabStop::new(content)
        .on_press(Some(message))
        .size(Length::Fill, 80.0)
        .align_x(Alignment::Start)
        .padding([0.0, HUGE])
        .style(style::plain_button)
        .into()
}

fn head<'a, M: 'a>(title: String, sentence: String) -> Element<'a, M> {
    Sheet::head(title, sentence)
}

fn foot<'a, M: Clone + 'a>(back: Option<button::Button<M>>, on: Vec<button::Button<M>>) -> Element<'a, M> {
    Sheet::foot(back, on)
}
