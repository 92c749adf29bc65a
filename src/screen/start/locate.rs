//! Finding a card file that is already there: its folder is chosen or typed.

use std::path::PathBuf;

use iced::Task;
use iced::widget::{column, row};

use super::{Outcome, Step, aside, foot, head};
use crate::i18n::Lang;
use crate::office::problem::Problem;
use crate::screen::Action;
use crate::t;
use crate::theme::measure::{LARGE, SMALL};
use crate::theme::{Element, Icon};
use crate::vault::{Error, Peek, Vault};
use crate::widget::button;
use crate::widget::field::{field, text_field};

/// The id of the field for the folder.
pub const FOLDER: &str = "locate-folder";

/// The folder so far.
#[derive(Default)]
pub struct State {
    folder: String,
    problem: Option<Problem>,
}

/// What happens on the page.
#[derive(Clone)]
pub enum Message {
    /// The folder was typed.
    Folder(String),
    /// Asks for a folder.
    Choose,
    /// A folder was chosen.
    Chosen(PathBuf),
    /// Looks into it.
    Look,
    /// There is no card file in it.
    Missed(Problem),
    /// There is one.
    Found(PathBuf),
    /// To the three choices.
    Back,
}

impl State {
    /// Asks for the folder.
    pub fn new() -> (Self, Task<Message>) {
        (Self::default(), iced::widget::operation::focus(FOLDER))
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
                title: t!(lang, "locate-title"),
                then: Box::new(Message::Chosen),
            })),
            Message::Chosen(folder) => {
                self.folder = folder.to_string_lossy().into_owned();
                self.update(Message::Look, lang)
            }
            Message::Look => {
                let folder = PathBuf::from(self.folder.trim().trim_matches('"'));
                let looked = aside(move || match Vault::peek(&folder)? {
                    Peek::Vault { .. } => Ok(folder),
                    Peek::NoFolder | Peek::Empty | Peek::OtherFiles => Err(Error::NoVault.into()),
                });
                Outcome::step(Step::task(Task::perform(looked, move |looked| match looked {
                    Ok(folder) => Message::Found(folder),
                    Err(error) => Message::Missed(Problem::new(&error, lang)),
                })))
            }
            Message::Missed(problem) => {
                self.problem = Some(problem);
                Outcome::step(Step::task(iced::widget::operation::focus(FOLDER)))
            }
            // The page around turns to the passphrase.
            Message::Found(_) => Outcome::nothing(),
            Message::Back => Outcome::step(Step::ask(Action::Close)),
        }
    }

    /// Shows the page.
    pub fn view(&self, lang: Lang) -> Element<'_, Message> {
        let input = text_field("", self.folder.as_str())
            .id(FOLDER)
            .icon(Icon::FolderOpen)
            .invalid(self.problem.is_some())
            .on_input(Message::Folder)
            .on_submit(Message::Look);
        let problem = self.problem.as_ref().map(|problem| problem.message.clone());
        let choose = row![button::plain(t!(lang, "choose-folder")).on_press(Message::Choose)];
        let on = (!self.folder.trim().is_empty()).then_some(Message::Look);
        column![
            head(t!(lang, "locate-title"), t!(lang, "locate-text")),
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
