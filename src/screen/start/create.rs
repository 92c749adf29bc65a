//! Making a card file: where, with which passphrase, and its recovery key.

use std::path::{Path, PathBuf};

use iced::Alignment;
use iced::Task;
use iced::widget::{column, row};

use super::{Outcome, Step, aside, foot, head};
use crate::i18n::Lang;
use crate::office::Office;
use crate::office::problem::Problem;
use crate::screen::{Action, KeySheet, KeySheetMessage, NewPassphrase, NewPassphraseMessage};
use crate::t;
use crate::theme::measure::{LARGE, SMALL};
use crate::theme::{Element, Icon, style};
use crate::vault::{Error, Passphrase, Peek, RecoveryKey, Vault};
use crate::widget::field::{field, text_field};
use crate::widget::{button, text};

/// The id of the field for the folder.
pub const FOLDER: &str = "create-folder";

/// The name of the folder that is made in a folder with other files.
const OWN_FOLDER: &str = "Kartotek";

/// How far the making is.
pub struct State {
    page: Page,
    folder: String,
    usual: PathBuf,
    passphrase: NewPassphrase,
    problem: Option<Problem>,
    office: Option<Office>,
}

enum Page {
    Place,
    Passphrase,
    Making,
    Recovery(Box<KeySheet>),
}

/// What happens on the pages.
#[derive(Clone)]
pub enum Message {
    /// The folder was typed.
    Folder(String),
    /// Asks for a folder.
    Choose,
    /// A folder was chosen.
    Chosen(PathBuf),
    /// The folder that was chosen, or one of our own in it.
    Suggested(PathBuf),
    /// Takes the usual folder.
    Usual,
    /// On to the passphrase.
    Place,
    /// What was found in the folder.
    Looked(Result<(), Problem>),
    /// In the fields for the passphrase.
    Passphrase(NewPassphraseMessage),
    /// Makes the card file.
    Make,
    /// It is made, or not.
    Made(Result<Made, Problem>),
    /// With the recovery key.
    Recovery(KeySheetMessage),
    /// One page back.
    Back,
}

/// A card file that was just made.
#[derive(Clone)]
pub struct Made {
    office: Office,
    key: RecoveryKey,
}

impl State {
    /// Asks where it should be, and proposes the usual place.
    pub fn new(usual: PathBuf) -> (Self, Task<Message>) {
        let state = Self {
            page: Page::Place,
            folder: usual.to_string_lossy().into_owned(),
            usual,
            passphrase: NewPassphrase::default(),
            problem: None,
            office: None,
        };
        (state, iced::widget::operation::focus(FOLDER))
    }

    /// Returns the card file, where it is made but the key not yet dealt with.
    pub fn into_office(self) -> Option<Office> {
        self.office
    }

    /// Answers whether the card file is being made just now.
    pub fn is_making(&self) -> bool {
        matches!(self.page, Page::Making)
    }

    /// Answers whether there is, or is about to be, a recovery key that nobody has written down.
    pub fn holds_key(&self) -> bool {
        match &self.page {
            Page::Place | Page::Passphrase => false,
            Page::Making => true,
            Page::Recovery(page) => page.is_shown(),
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, lang: Lang) -> Outcome<Message> {
        match message {
            Message::Folder(typed) => {
                self.folder = typed;
                self.problem = None;
                Outcome::nothing()
            }
            Message::Choose => Outcome::step(Step::ask(Action::PickFolder {
                title: t!(lang, "create-place-title"),
                then: Box::new(Message::Chosen),
            })),
            Message::Chosen(folder) => {
                let chosen = folder.clone();
                let suggested = aside(move || Ok(with_own_folder(folder)));
                let task = Task::perform(suggested, |folder| Message::Suggested(folder.unwrap_or(chosen)));
                Outcome::step(Step::task(task))
            }
            Message::Suggested(folder) => {
                self.folder = folder.to_string_lossy().into_owned();
                self.problem = None;
                Outcome::nothing()
            }
            Message::Usual => {
                self.folder = self.usual.to_string_lossy().into_owned();
                self.problem = None;
                Outcome::nothing()
            }
            Message::Place => {
                let folder = self.folder();
                let looked = aside(move || look(&folder).map_err(Into::into));
                Outcome::step(Step::task(Task::perform(looked, move |looked| {
                    Message::Looked(looked.map_err(|error| Problem::new(&error, lang)))
                })))
            }
            Message::Looked(Ok(())) => {
                self.page = Page::Passphrase;
                Outcome::step(Step::task(iced::widget::operation::focus(NewPassphrase::FIRST)))
            }
            Message::Looked(Err(problem)) => {
                self.problem = Some(problem);
                Outcome::step(Step::task(iced::widget::operation::focus(FOLDER)))
            }
            Message::Passphrase(NewPassphraseMessage::Done) | Message::Make => self.make(lang),
            Message::Passphrase(message) => {
                Outcome::step(Step::task(self.passphrase.update(message).map(Message::Passphrase)))
            }
            Message::Made(Ok(made)) => {
                self.passphrase = NewPassphrase::default();
                self.office = Some(made.office);
                self.page = Page::Recovery(Box::new(KeySheet::new(made.key)));
                Outcome::nothing()
            }
            Message::Made(Err(problem)) => {
                self.page = Page::Place;
                self.problem = Some(problem);
                Outcome::nothing()
            }
            Message::Recovery(message) => self.with_key(message, lang),
            Message::Back => self.back(),
        }
    }

    /// Returns the folder as it was typed, without what a copied path has around it.
    fn folder(&self) -> PathBuf {
        PathBuf::from(self.folder.trim().trim_matches('"'))
    }

    fn make(&mut self, lang: Lang) -> Outcome<Message> {
        let Some(passphrase) = self.passphrase.take().filter(|_| matches!(self.page, Page::Passphrase)) else {
            return Outcome::nothing();
        };
        self.page = Page::Making;
        let folder = self.folder();
        let made = aside(move || make(&folder, &passphrase, lang));
        Outcome::step(Step::task(Task::perform(made, move |made| {
            Message::Made(made.map_err(|error| Problem::new(&error, lang)))
        })))
    }

    fn with_key(&mut self, message: KeySheetMessage, lang: Lang) -> Outcome<Message> {
        let (Page::Recovery(page), Some(office)) = (&mut self.page, &self.office) else {
            return Outcome::nothing();
        };
        let (step, done) = page.update(message, office, lang);
        if done {
            self.office.take().map_or_else(Outcome::nothing, Outcome::opened)
        } else {
            Outcome::step(step.map(Message::Recovery))
        }
    }

    fn back(&mut self) -> Outcome<Message> {
        match &mut self.page {
            Page::Place => Outcome::step(Step::ask(Action::Close)),
            Page::Passphrase => {
                self.page = Page::Place;
                Outcome::step(Step::task(iced::widget::operation::focus(FOLDER)))
            }
            Page::Making => Outcome::nothing(),
            Page::Recovery(page) => {
                page.back();
                Outcome::nothing()
            }
        }
    }

    /// Shows the page.
    pub fn view(&self, lang: Lang) -> Element<'_, Message> {
        match &self.page {
            Page::Place => self.place(lang),
            Page::Passphrase => column![
                head(t!(lang, "create-passphrase-title"), t!(lang, "create-passphrase-text")),
                self.passphrase.view(lang).map(Message::Passphrase),
                text::caption(t!(lang, "create-nobody-recovers")),
                foot(
                    Some(button::plain(t!(lang, "back")).on_press(Message::Back)),
                    vec![button::main(t!(lang, "create-finish")).on_press(Message::Make)]
                ),
            ]
            .spacing(LARGE)
            .into(),
            Page::Making => text::body(t!(lang, "create-busy")).style(style::muted).into(),
            Page::Recovery(page) => page.view(lang).map(Message::Recovery),
        }
    }

    fn place(&self, lang: Lang) -> Element<'_, Message> {
        let input = text_field("", self.folder.as_str())
            .id(FOLDER)
            .icon(Icon::FolderOpen)
            .invalid(self.problem.is_some())
            .on_input(Message::Folder)
            .on_submit(Message::Place);
        let usual = (self.folder() != self.usual)
            .then(|| Element::from(button::link(t!(lang, "create-place-default")).on_press(Message::Usual)));
        let choose = row![button::plain(t!(lang, "choose-folder")).on_press(Message::Choose)]
            .push(usual)
            .spacing(SMALL)
            .align_y(Alignment::Center);
        let problem = self.problem.as_ref().map(|problem| problem.message.clone());
        let on = (!self.folder.trim().is_empty()).then_some(Message::Place);
        column![
            head(t!(lang, "create-place-title"), t!(lang, "create-place-text")),
            column![field(t!(lang, "create-place"), input).error(problem), choose].spacing(SMALL),
            foot(
                Some(button::plain(t!(lang, "back")).on_press(Message::Back)),
                vec![button::main(t!(lang, "continue")).on_press_maybe(on)]
            ),
        ]
        .spacing(LARGE)
        .into()
    }
}

/// Answers whether a card file can be made in a folder.
fn look(folder: &Path) -> Result<(), Error> {
    match Vault::peek(folder)? {
        Peek::NoFolder | Peek::Empty => Ok(()),
        Peek::OtherFiles => Err(Error::FolderNotEmpty),
        Peek::Vault { .. } => Err(Error::AlreadyAVault),
    }
}

/// Returns the folder, or a new one in it where it holds other files: people choose the folder that everything is in.
fn with_own_folder(folder: PathBuf) -> PathBuf {
    match Vault::peek(&folder) {
        Ok(Peek::OtherFiles) => folder.join(OWN_FOLDER),
        Ok(Peek::NoFolder | Peek::Empty | Peek::Vault { .. }) | Err(_) => folder,
    }
}

fn make(folder: &Path, passphrase: &Passphrase, lang: Lang) -> Result<Made, crate::office::Error> {
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        std::fs::create_dir_all(above)
            .map_err(|source| crate::office::Error::File { path: above.to_owned(), source })?;
    }
    let (office, key) = Office::create(folder, passphrase, lang)?;
    Ok(Made { office, key })
}
