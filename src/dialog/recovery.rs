//! Asks for the whole recovery key, where it was not typed back when the card file was made: before the first import.

use iced::Task;
use iced::widget::column;
use zeroize::Zeroizing;

use crate::office::problem::Problem;
use crate::office::{Error, setup};
use crate::screen::start::unlock::misread_words;
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::vault::{self, RecoveryKey};
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::{button, text};

const FIELD: &str = "recovery-key";

/// What was typed so far.
#[derive(Default)]
pub struct State {
    typed: Zeroizing<String>,
    problem: Option<String>,
    busy: bool,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// The key was typed.
    Typed(String),
    /// Compares it with the card file's.
    Check,
    /// It is the key, or not.
    Checked(Result<(), Problem>),
    /// Not now.
    Close,
}

impl State {
    /// Asks for the key.
    pub fn new() -> Self {
        Self { typed: Zeroizing::default(), problem: None, busy: false }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Typed(typed) => {
                self.typed = Zeroizing::new(typed);
                self.problem = None;
                Step::none()
            }
            Message::Check if self.busy => Step::none(),
            Message::Check => match RecoveryKey::parse(&self.typed) {
                Ok(key) => {
                    self.busy = true;
                    Step::task(check(key, scene))
                }
                Err(misread) => {
                    self.problem = Some(misread_words(misread, scene.lang));
                    Step::none()
                }
            },
            Message::Checked(Ok(())) => Step::ask(Action::Close),
            Message::Checked(Err(problem)) => {
                self.busy = false;
                self.problem = Some(problem.message);
                Step::none()
            }
            Message::Close => Step::ask(Action::Close),
        }
    }

    /// Shows the dialog.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let input = text_field("", self.typed.as_str())
            .id(FIELD)
            .invalid(self.problem.is_some())
            .on_input(Message::Typed)
            .on_submit(Message::Check);
        let key = field(t!(lang, "create-recovery-key"), input).error(self.problem.as_ref());
        let body = column![text::body(t!(lang, "create-confirm-needed")), text::body(t!(lang, "recovery-why")), key];
        card(t!(lang, "create-confirm-title"), body.spacing(MEDIUM))
            .button(button::plain(t!(lang, "cancel")).on_press(Message::Close))
            .button(button::main(t!(lang, "continue")).on_press_maybe((!self.busy).then_some(Message::Check)))
            .on_escape(Message::Close)
    }
}

fn check(key: RecoveryKey, scene: &Scene) -> Task<Message> {
    let (office, lang) = (scene.office.clone(), scene.lang);
    let checked = async move {
        if !office.proves(key).await? {
            return Err(Error::Vault(vault::Error::WrongRecoveryKey));
        }
        office.write(setup::confirm_recovery).await
    };
    Task::perform(checked, move |checked: Result<(), Error>| {
        Message::Checked(checked.map_err(|error| Problem::new(&error, lang)))
    })
}
