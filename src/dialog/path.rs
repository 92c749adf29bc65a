//! Asks for a path in writing, where the system has no dialog for choosing files.

use std::path::{Path, PathBuf};

use iced::Task;
use iced::widget::column;

use crate::i18n::Lang;
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::{button, text};

const FIELD: &str = "path";

/// The path so far.
#[derive(Debug, Default)]
pub struct State {
    title: String,
    typed: String,
    complained: bool,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The path was typed.
    Typed(String),
    /// Takes it.
    Take,
    /// Changes their mind.
    Close,
}

/// How it ends.
#[derive(Debug, PartialEq, Eq)]
pub enum Done {
    /// With a path.
    Path(PathBuf),
    /// Without.
    Closed,
}

impl State {
    /// Asks for a path; `title` says what it is for, and `suggested` what it could be.
    pub fn new(title: String, suggested: Option<PathBuf>) -> (Self, Task<Message>) {
        let typed = suggested.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
        (Self { title, typed, complained: false }, Task::none())
    }

    /// Does what a message asks, and returns how it ended if it did.
    pub fn update(&mut self, message: Message) -> Option<Done> {
        match message {
            Message::Typed(typed) => {
                self.typed = typed;
                self.complained = false;
                None
            }
            Message::Take => {
                let path = Path::new(self.typed.trim().trim_matches('"'));
                // A path that is not full would mean something else with every folder the program is started in.
                self.complained = !path.is_absolute();
                path.is_absolute().then(|| Done::Path(path.to_owned()))
            }
            Message::Close => Some(Done::Closed),
        }
    }

    /// Shows the dialog.
    pub fn view(&self, lang: Lang) -> Card<'_, Message> {
        let complaint = self.complained.then(|| t!(lang, "path-not-full"));
        let input = text_field("", self.typed.as_str())
            .id(FIELD)
            .invalid(self.complained)
            .on_input(Message::Typed)
            .on_submit(Message::Take);
        let body = column![text::body(t!(lang, "path-text")), field(t!(lang, "path-field"), input).error(complaint)];
        card(self.title.clone(), body.spacing(MEDIUM))
            .button(button::plain(t!(lang, "cancel")).on_press(Message::Close))
            .button(button::main(t!(lang, "continue")).on_press(Message::Take))
            .on_escape(Message::Close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_full_path_is_taken() {
        let (mut state, _) = State::new(String::new(), None);
        for typed in ["", "people.csv", "./people.csv"] {
            assert_eq!(state.update(Message::Typed(typed.to_owned())), None);
            assert_eq!(state.update(Message::Take), None);
            assert!(state.complained);
        }
        let full = std::env::temp_dir().join("people.csv");
        let _ = state.update(Message::Typed(format!(" \"{}\" ", full.display())));
        assert_eq!(state.update(Message::Take), Some(Done::Path(full)));
    }
}
