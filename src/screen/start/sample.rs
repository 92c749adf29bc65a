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

/// How the names of their folders begin.
pub const PREFIX: &str = "kartotek-sample-";

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

/// Removes what a program that ended badly left of sample people beside the new folder: folders that nobody holds.
fn sweep(folder: &Path) {
    let Some(Ok(beside)) = folder.parent().map(std::fs::read_dir) else { return };
    for entry in beside.flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        // A link is never followed: what it leads to is not ours.
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_dir()) || entry.path() == folder {
            continue;
        }
        let is_free = std::fs::File::open(entry.path().join("vault.lock")).is_ok_and(|lock| lock.try_lock().is_ok());
        if is_free && let Err(error) = std::fs::remove_dir_all(entry.path()) {
            tracing::warn!(kind = ?error.kind(), "sample people of before were left behind");
        }
    }
}

fn make(folder: &Path, progress: Arc<Progress>, lang: Lang) -> Result<Office, Error> {
    sweep(folder);
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn only_sample_folders_that_nobody_holds_are_swept() {
        let temp = tempfile::tempdir().unwrap();
        let place = |name: &str, locked: bool| {
            let folder = temp.path().join(name);
            std::fs::create_dir(&folder).unwrap();
            if locked {
                Some((folder.clone(), std::fs::File::create(folder.join("vault.lock")).unwrap()))
            } else {
                None
            }
        };
        let stale = place("kartotek-sample-1", true).unwrap();
        drop(stale.1);
        let held = place("kartotek-sample-2", true).unwrap();
        held.1.try_lock().unwrap();
        place("kartotek-sample-3", false);
        place("people", true);
        sweep(&temp.path().join("kartotek-sample-4"));
        let there = |name: &str| temp.path().join(name).exists();
        assert!(!stale.0.exists());
        assert!(held.0.exists() && there("kartotek-sample-3") && there("people"));
    }
}
