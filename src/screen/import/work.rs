//! The long pieces of work of an import: how they are started, watched and stopped.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use iced::Task;

use super::{Message, Question, Stage, State};
use crate::i18n::Lang;
use crate::office::import::{self, Request};
use crate::office::problem::Problem;
use crate::office::setup;
use crate::office::{Error, Progress, backup};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::transfer::Format;

/// A spinner that is gone at once only worries: shorter work shows none.
const QUIET: Duration = Duration::from_millis(300);
const EVERY: Duration = Duration::from_millis(100);

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Opening,
    Planning,
    Importing,
    Undoing,
}

/// A piece of work that is under way.
pub(super) struct Work {
    run: u64,
    pub(super) kind: Kind,
    pub(super) progress: Arc<Progress>,
    /// Whether it has taken so long that it is shown.
    pub(super) shown: bool,
    /// Whether somebody asked to stop.
    pub(super) stopping: bool,
}

impl Drop for Work {
    /// Whoever lets go of work no longer wants it: the screen was closed, or the card file.
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

impl Work {
    /// Returns how much is done, from 0 to 1, and the same in words.
    pub(super) fn done(&self, lang: Lang) -> (f32, String) {
        let (done, total) = self.progress.get();
        if total == 0 {
            return (0.0, t!(lang, "import-waiting"));
        }
        (done as f32 / total as f32, t!(lang, "of-count", done = done, total = total))
    }
}

/// Asks whether the recovery key was typed back; [`Message::Recovery`] brings the answer.
pub(super) fn ask_recovery(scene: &Scene) -> Task<Message> {
    let answer = scene.office.read(|desk| setup::recovery_confirmed(desk));
    // Where the answer fails, the question stays: better asked twice than never.
    Task::perform(answer, |confirmed| Message::Recovery(confirmed.unwrap_or(false)))
}

impl State {
    pub(super) fn is_awaited(&self, run: u64) -> bool {
        self.work.as_ref().is_some_and(|work| work.run == run)
    }

    pub(super) fn is_busy(&self, kind: Kind) -> bool {
        self.work.as_ref().is_some_and(|work| work.kind == kind)
    }

    /// Answers whether people are being brought in, or taken out again.
    pub fn is_running(&self) -> bool {
        self.is_busy(Kind::Importing) || self.is_busy(Kind::Undoing)
    }

    /// Answers whether an import was begun that leaving would lose, or is running.
    pub fn unsaved(&self) -> bool {
        let begun = self.file.is_some() || self.work.is_some();
        self.is_running() || begun && self.outcome.is_none()
    }

    pub(super) fn is_shown(&self, kind: Kind) -> bool {
        self.work.as_ref().is_some_and(|work| work.kind == kind && work.shown)
    }

    /// Notes that work begins; what was under way is stopped, and its answer no longer awaited.
    fn begin(&mut self, kind: Kind) -> (u64, Arc<Progress>, Task<Message>) {
        // Counted over all imports: the answer to an earlier one may still be on its way.
        static RUNS: AtomicU64 = AtomicU64::new(0);
        let (run, progress) = (RUNS.fetch_add(1, Ordering::Relaxed), Arc::new(Progress::default()));
        self.work = Some(Work { run, kind, progress: Arc::clone(&progress), shown: false, stopping: false });
        self.problem = None;
        self.question = None;
        (run, progress, wait(QUIET, run))
    }

    pub(super) fn tick(&mut self, run: u64) -> Task<Message> {
        match self.work.as_mut().filter(|work| work.run == run) {
            Some(work) => {
                work.shown = true;
                wait(EVERY, run)
            }
            None => Task::none(),
        }
    }

    pub(super) fn open(&mut self, path: PathBuf, scene: &Scene) -> Task<Message> {
        let (run, progress, tick) = self.begin(Kind::Opening);
        let parser = self.parser.clone();
        self.stage = Stage::File;
        self.typed = path.to_string_lossy().into_owned();
        let lang = scene.lang;
        // A file can be long: it is read from end to end to know its encoding, away from the thread that draws.
        let (answer, opened) = tokio::sync::oneshot::channel();
        std::thread::spawn(move || {
            // Nobody waits for the answer once another file was chosen.
            let _ = answer.send(import::open(&parser, &path, Format::Auto, &progress));
        });
        let opened = Task::perform(opened, move |found| {
            let found = found.unwrap_or(Err(Error::Failed));
            Message::Opened(run, found.map(Arc::new).map_err(|error| Problem::new(&error, lang)))
        });
        Task::batch([opened, tick])
    }

    pub(super) fn make_plan(&mut self, scene: &Scene) -> Task<Message> {
        let Some(request) = self.request() else { return Task::none() };
        let (run, progress, tick) = self.begin(Kind::Planning);
        let lang = scene.lang;
        let plan = scene.office.read(move |desk| import::plan(desk, &request, &progress));
        let plan = Task::perform(plan, move |plan| {
            Message::Planned(run, plan.map(Arc::new).map_err(|error| Problem::new(&error, lang)))
        });
        Task::batch([plan, tick])
    }

    pub(super) fn carry_out(&mut self, scene: &Scene) -> Task<Message> {
        let Some(plan) = self.plan.clone() else { return Task::none() };
        let (run, progress, tick) = self.begin(Kind::Importing);
        let lang = scene.lang;
        let office = scene.office.clone();
        let outcome = async move {
            let before = office.clone();
            // Whether it could be made is kept and shown; the import can be undone without it.
            let _ = tokio::task::spawn_blocking(move || backup::before_import(&before)).await;
            office.write(move |desk| import::carry_out(desk, &plan, &progress)).await
        };
        let outcome = Task::perform(outcome, move |outcome| {
            Message::Imported(run, outcome.map(Arc::new).map_err(|error| Problem::new(&error, lang)))
        });
        Task::batch([outcome, tick])
    }

    pub(super) fn undo(&mut self, scene: &Scene) -> Task<Message> {
        let Some(id) = self.outcome.as_ref().map(|outcome| outcome.id) else { return Task::none() };
        if self.question != Some(Question::Undo) {
            return Task::none();
        }
        let (run, progress, tick) = self.begin(Kind::Undoing);
        let lang = scene.lang;
        let undone = scene.office.write(move |desk| import::undo(desk, id, &progress));
        let undone = Task::perform(undone, move |undone| {
            Message::Undone(run, undone.map(Arc::new).map_err(|error| Problem::new(&error, lang)))
        });
        Task::batch([undone, tick])
    }

    pub(super) fn cancel(&mut self) -> Step<Message> {
        let Some(work) = self.work.as_mut() else { return Step::none() };
        work.stopping = true;
        work.progress.cancel();
        Step::none()
    }

    fn request(&self) -> Option<Request> {
        let file = self.file.as_ref()?;
        let terms = self.terms.terms()?;
        Some(Request {
            path: file.path.clone(),
            format: file.format,
            parser: self.parser.clone(),
            mapping: self.mapping.clone(),
            terms,
            overrule: self.overruled.clone(),
        })
    }

    pub(super) fn save_rejects_to(&mut self, path: PathBuf, scene: &Scene) -> Step<Message> {
        let Some(outcome) = self.outcome.clone() else { return Step::none() };
        let lang = scene.lang;
        let (answer, saved) = tokio::sync::oneshot::channel();
        std::thread::spawn(move || {
            let result = super::rejects::save(&path, &outcome.rows, lang);
            let _ = answer.send(result.map_err(|source| Error::File { path, source }));
        });
        Step::task(Task::perform(saved, move |saved| {
            let saved = saved.unwrap_or(Err(Error::Failed));
            Message::Saved(saved.map_err(|error| Problem::new(&error, lang)))
        }))
    }

    pub(super) fn list_persons(&self, scene: &Scene) -> Step<Message> {
        match &self.outcome {
            Some(outcome) => {
                Step::ask(Action::ListPersons(outcome.persons.clone(), t!(scene.lang, "import-list-heading")))
            }
            None => Step::none(),
        }
    }
}

fn wait(time: Duration, run: u64) -> Task<Message> {
    Task::perform(async move { tokio::time::sleep(time).await }, move |()| Message::Tick(run))
}
