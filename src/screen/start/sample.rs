//! Making up sample people, in a folder of their own that goes when it is closed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use iced::widget::column;
use iced::{Subscription, Task};

use super::{Done, Outcome, Step, aside, foot, head};
use crate::i18n::{self, Lang};
use crate::office::problem::{Kind, Problem};
use crate::office::{Error, Office, Progress, sample, setup};
use crate::screen::Action;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::LARGE;
use crate::vault::Passphrase;
use crate::widget::button;
use crate::widget::field::complaint;
use crate::widget::progress::progress;

/// How many people are made up.
pub const PERSONS: u64 = 2_000;

/// How far it is.
pub struct State {
    progress: Arc<Progress>,
    problem: Option<Problem>,
    busy: bool,
}

/// What happens meanwhile.
#[derive(Clone)]
pub enum Message {
    /// Time to look how far it is.
    Look,
    /// The people are there, or not.
    Made(Result<Office, Problem>),
    /// Stop.
    Cancel,
}

impl State {
    /// Begins.
    pub fn new(folder: PathBuf, lang: Lang) -> (Self, Task<Message>) {
        let progress = Arc::new(Progress::default());
        let state = Self { progress: Arc::clone(&progress), problem: None, busy: true };
        let made = aside(move || make(&folder, progress, lang));
        let task = Task::perform(made, move |made| Message::Made(made.map_err(|error| Problem::new(&error, lang))));
        (state, task)
    }

    /// Answers whether people are being made up.
    pub fn is_busy(&self) -> bool {
        self.busy
    }

    /// Returns when to look again.
    pub fn subscription(&self) -> Subscription<Message> {
        if self.problem.is_some() {
            return Subscription::none();
        }
        iced::time::every(Duration::from_millis(100)).map(|_| Message::Look)
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, _lang: Lang) -> Outcome<Message> {
        self.busy &= !matches!(message, Message::Made(_));
        match message {
            Message::Look => Outcome::nothing(),
            Message::Made(Ok(office)) => {
                Outcome { step: Step::none(), done: Some(Done::Opened { office, sample: true }) }
            }
            Message::Made(Err(problem)) if problem.kind == Kind::Cancelled => Outcome::step(Step::ask(Action::Close)),
            Message::Made(Err(problem)) => {
                self.problem = Some(problem);
                Outcome::nothing()
            }
            Message::Cancel if self.problem.is_some() => Outcome::step(Step::ask(Action::Close)),
            Message::Cancel => {
                self.progress.cancel();
                Outcome::nothing()
            }
        }
    }

    /// Shows how far it is.
    pub fn view(&self, lang: Lang) -> Element<'_, Message> {
        let title = head(t!(lang, "start-demo"), t!(lang, "start-demo-hint"));
        if let Some(problem) = &self.problem {
            let back = button::plain(t!(lang, "back")).on_press(Message::Cancel);
            return column![title, complaint(problem.message.clone()), foot(Some(back), vec![])].spacing(LARGE).into();
        }
        let (done, total) = self.progress.get();
        let total = if total == 0 { PERSONS } else { total };
        let numbers = t!(
            lang,
            "sample-progress",
            done = i18n::number(lang, done as i64),
            total = i18n::number(lang, total as i64)
        );
        let part = done as f32 / total as f32;
        let cancel = button::plain(t!(lang, "cancel")).small().on_press(Message::Cancel);
        column![title, progress(t!(lang, "start-demo-busy"), part, numbers, Some(cancel))].spacing(LARGE).into()
    }
}

fn make(folder: &Path, progress: Arc<Progress>, lang: Lang) -> Result<Office, Error> {
    let (office, _) = Office::create(folder, &Passphrase::new(sample::PASSPHRASE), lang)?;
    let made = sample::make(&office, PERSONS, sample::SEED, progress)
        .wait()
        // Nobody needs the key of what is thrown away.
        .and_then(|_| office.write(setup::confirm_recovery).wait());
    match made {
        Ok(()) => Ok(office),
        Err(error) => {
            office.close();
            if let Err(error) = std::fs::remove_dir_all(folder) {
                tracing::warn!(kind = ?error.kind(), "sample people were left behind");
            }
            Err(error)
        }
    }
}
