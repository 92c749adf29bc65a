//! The page "Changes and files": ready-made sets, settings as a file, and what was decided when, with a way back.
//!
//! What is done most, each one click: take a ready-made set as a plan; go back to what held before; write the settings
//! to a file for the next machine.

mod view;

use std::path::PathBuf;

use iced::Task;

use crate::i18n::Lang;
use crate::office::Error;
use crate::office::problem::{Kind, Problem};
use crate::office::settings::{self, Change, Document, Plan, Set};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::widget::long_list::Event;

/// How many changes are listed.
const SHOWN: usize = 200;
/// The ending of the files that settings are kept in.
const ENDING: &str = "json";

/// The page.
#[derive(Debug, Default)]
pub struct State {
    history: Vec<Change>,
    cursor: usize,
    plan: Option<Planned>,
    is_busy: bool,
}

/// Settings that would be taken over, and what that would change.
#[derive(Debug, Clone)]
pub struct Planned {
    document: Document,
    plan: Plan,
    /// The ready-made set it is, if it is one.
    set: Option<Set>,
}

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What was decided was read, or not.
    Read(Result<Vec<Change>, Problem>),
    /// In the list of changes.
    History(Event),
    /// Goes back to what held before the chosen change.
    Back,
    /// It was gone back, and these were decided anew since; or not.
    Returned(Result<Vec<String>, Problem>),
    /// Plans a ready-made set.
    Set(Set),
    /// Asks for a file.
    Import,
    /// Plans what a file holds.
    Chosen(PathBuf),
    /// It was planned, or not.
    Planned(Result<Planned, Problem>),
    /// Carries the plan out.
    Apply,
    /// It was carried out with so many changes, or not.
    Applied(Result<usize, Problem>),
    /// No plan after all.
    Cancel,
    /// Asks where to write the settings.
    Export,
    /// Writes them there.
    Write(PathBuf),
    /// So many were written, or not.
    Written(Result<usize, Problem>),
}

impl State {
    /// Reads what was decided.
    pub fn read(scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        Task::perform(scene.office.read(|desk| settings::history(desk, "", SHOWN)), move |read| {
            Message::Read(read.map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Answers whether a plan waits for its answer.
    pub fn is_asking(&self) -> bool {
        self.plan.is_some()
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Read(Ok(history)) => {
                self.history = history;
                self.cursor = self.cursor.min(self.history.len().saturating_sub(1));
            }
            Message::Read(Err(problem)) if problem.kind == Kind::Dropped => {}
            Message::History(Event::Select { row, .. } | Event::Activate(row)) => self.cursor = row,
            Message::History(Event::All | Event::Visible(_)) => {}
            Message::Back => return self.back(scene),
            Message::Returned(Ok(held)) => {
                self.is_busy = false;
                let words = match held.as_slice() {
                    [] => t!(lang, "settings-returned"),
                    held => t!(lang, "settings-returned-held", count = held.len()),
                };
                return Step::ask(Action::Toast(words));
            }
            Message::Set(set) => return Self::plan(move || set.document(), Some(set), scene),
            Message::Import => {
                return Step::ask(Action::PickFile {
                    title: t!(lang, "settings-import"),
                    kinds: vec![(t!(lang, "settings-file-kind"), vec![ENDING])],
                    then: Box::new(Message::Chosen),
                });
            }
            Message::Chosen(path) => return Self::plan(move || Document::read(&path), None, scene),
            Message::Planned(Ok(planned)) => (self.is_busy, self.plan) = (false, Some(planned)),
            Message::Apply => return self.apply(scene),
            Message::Applied(Ok(count)) => {
                (self.is_busy, self.plan) = (false, None);
                return Step::ask(Action::Toast(t!(lang, "settings-applied", count = count)));
            }
            Message::Cancel => self.plan = None,
            Message::Export => {
                return Step::ask(Action::SaveFile {
                    title: t!(lang, "settings-export"),
                    suggested: format!("kartotek-{}.{ENDING}", t!(lang, "settings-file-name")),
                    then: Box::new(Message::Write),
                });
            }
            Message::Write(path) => {
                let written = scene.office.write(move |desk| settings::export(desk, &path));
                return Step::task(Task::perform(written, move |written| Message::Written(said(written, lang))));
            }
            Message::Written(Ok(count)) => {
                return Step::ask(Action::Toast(t!(lang, "settings-exported", count = count)));
            }
            Message::Read(Err(problem))
            | Message::Returned(Err(problem))
            | Message::Planned(Err(problem))
            | Message::Applied(Err(problem))
            | Message::Written(Err(problem)) => {
                self.is_busy = false;
                return Step::ask(Action::Problem(problem));
            }
        }
        Step::none()
    }

    fn back(&mut self, scene: &Scene) -> Step<Message> {
        let Some(id) = self.history.get(self.cursor).map(|change| change.id).filter(|_| !self.is_busy) else {
            return Step::none();
        };
        self.is_busy = true;
        let lang = scene.lang;
        let returned = scene.office.write(move |desk| settings::take_back(desk, id));
        Step::task(Task::perform(returned, move |returned| {
            Message::Returned(said(returned.map(|returned| returned.held), lang))
        }))
    }

    fn plan(
        document: impl FnOnce() -> Result<Document, Error> + Send + 'static,
        set: Option<Set>,
        scene: &Scene,
    ) -> Step<Message> {
        let lang = scene.lang;
        let planned = scene.office.read(move |desk| {
            let document = document()?;
            Ok(Planned { plan: settings::plan(desk, &document)?, document, set })
        });
        Step::task(Task::perform(planned, move |planned| Message::Planned(said(planned, lang))))
    }

    fn apply(&mut self, scene: &Scene) -> Step<Message> {
        let Some(document) = self.plan.as_ref().map(|planned| planned.document.clone()).filter(|_| !self.is_busy)
        else {
            return Step::none();
        };
        self.is_busy = true;
        let lang = scene.lang;
        let applied = scene.office.write(move |desk| settings::apply(desk, &document));
        Step::task(Task::perform(applied, move |applied| {
            Message::Applied(said(applied.map(|plan| plan.changes.len()), lang))
        }))
    }
}

fn said<T>(done: Result<T, Error>, lang: Lang) -> Result<T, Problem> {
    done.map_err(|error| Problem::new(&error, lang))
}
