//! The page "Changes and files": ready-made sets, settings as a file, and what was decided when, with a way back.
//!
//! What is done most, each one click: take a ready-made set as a plan; go back to what held before; write the settings
//! to a file for the next machine, or to a mapping sheet for the lawyer.

mod view;

use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;

use crate::i18n::Lang;
use crate::office::problem::{Kind, Problem};
use crate::office::settings::sheet::{self, Sheet, Untaken};
use crate::office::settings::{self, Change, Document, Plan, Set};
use crate::office::{Error, Progress, aside};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::transfer::Parser;
use crate::widget::long_list::Event;

/// How many changes are listed.
const SHOWN: usize = 200;
/// The ending of the files that settings are kept in.
const ENDING: &str = "json";
/// The ending of mapping sheets.
const SHEET: &str = "xlsx";

/// The page.
#[derive(Debug)]
pub struct State {
    history: Vec<Change>,
    cursor: usize,
    plan: Option<Planned>,
    is_busy: bool,
    /// The mapping sheet that is being read.
    reading: Option<Reading>,
    /// How many sheets were read so far: the answer to one that was let go of may still be on its way.
    readings: u64,
    parser: Parser,
}

/// A mapping sheet that is being read.
#[derive(Debug)]
struct Reading {
    number: u64,
    progress: Arc<Progress>,
}

impl Drop for Reading {
    /// Whoever lets go of it no longer wants it: another page was opened, or the card file locked.
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

/// Settings that would be taken over, and what that would change.
#[derive(Debug, Clone)]
pub struct Planned {
    document: Document,
    plan: Plan,
    origin: Origin,
    /// What of a mapping sheet cannot be taken.
    untaken: Vec<Untaken>,
}

/// Where settings come from that would be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Set(Set),
    File,
    Sheet,
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
    /// What that mapping sheet says was planned, or not.
    SheetPlanned(u64, Result<Planned, Problem>),
    /// Carries the plan out.
    Apply,
    /// It was carried out with so many changes, or not.
    Applied(Result<usize, Problem>),
    /// No plan after all; what is being read is not read on.
    Cancel,
    /// Asks where to write the settings.
    Export,
    /// Writes them there.
    Write(PathBuf),
    /// So many were written, or not.
    Written(Result<usize, Problem>),
    /// Asks where to write the mapping sheet.
    WriteSheet,
    /// Writes it there.
    WriteSheetTo(PathBuf),
    /// It was written with so many rows, or not.
    SheetWritten(Result<usize, Problem>),
    /// Asks for a mapping sheet that was filled in.
    ReadSheet,
    /// Plans what it says.
    SheetChosen(PathBuf),
}

impl State {
    /// Returns the page; `parser` reads files that come from elsewhere.
    pub fn new(parser: Parser) -> Self {
        Self { history: Vec::new(), cursor: 0, plan: None, is_busy: false, reading: None, readings: 0, parser }
    }

    /// Reads what was decided.
    pub fn read(scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        Task::perform(scene.office.read(|desk| settings::history(desk, "", SHOWN)), move |read| {
            Message::Read(read.map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Answers whether a plan waits for its answer, or is being made of a mapping sheet.
    pub fn is_asking(&self) -> bool {
        self.plan.is_some() || self.reading.is_some()
    }

    /// Lets go of what is being read, as another page is shown.
    pub fn leave(&mut self) {
        self.reading = None;
    }

    fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    fn is_busy(&self) -> bool {
        self.is_busy || self.reading.is_some()
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
            Message::Set(set) => return self.plan(move || set.document(), Origin::Set(set), scene),
            Message::Import => {
                return Step::ask(Action::PickFile {
                    title: t!(lang, "settings-import"),
                    kinds: vec![(t!(lang, "settings-file-kind"), vec![ENDING])],
                    then: Box::new(Message::Chosen),
                });
            }
            Message::Chosen(path) => return self.plan(move || Document::read(&path), Origin::File, scene),
            Message::Planned(Ok(planned)) => (self.is_busy, self.plan) = (false, Some(planned)),
            Message::SheetPlanned(number, planned) => {
                if self.reading.take_if(|reading| reading.number == number).is_some() {
                    return self.update(Message::Planned(planned), scene);
                }
            }
            Message::Apply => return self.apply(scene),
            Message::Applied(Ok(count)) => {
                (self.is_busy, self.plan) = (false, None);
                return Step::ask(Action::Toast(t!(lang, "settings-applied", count = count)));
            }
            Message::Cancel => (self.plan, self.reading) = (None, None),
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
            Message::WriteSheet => {
                return Step::ask(Action::SaveFile {
                    title: t!(lang, "settings-sheet-write"),
                    suggested: format!("kartotek-{}.{SHEET}", t!(lang, "settings-sheet-file")),
                    then: Box::new(Message::WriteSheetTo),
                });
            }
            Message::WriteSheetTo(path) => {
                let written = scene.office.write(move |desk| sheet::write(desk, &path));
                return Step::task(Task::perform(written, move |written| Message::SheetWritten(said(written, lang))));
            }
            Message::SheetWritten(Ok(count)) => {
                return Step::ask(Action::Toast(t!(lang, "settings-sheet-written", count = count)));
            }
            Message::ReadSheet => {
                return Step::ask(Action::PickFile {
                    title: t!(lang, "settings-sheet-read"),
                    kinds: vec![(t!(lang, "settings-sheet-kind"), vec![SHEET])],
                    then: Box::new(Message::SheetChosen),
                });
            }
            Message::SheetChosen(path) => return self.plan_sheet(path, scene),
            Message::SheetWritten(Err(problem))
            | Message::Read(Err(problem))
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
        let Some(id) = self.history.get(self.cursor).map(|change| change.id).filter(|_| !self.is_busy()) else {
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
        &mut self,
        document: impl FnOnce() -> Result<Document, Error> + Send + 'static,
        origin: Origin,
        scene: &Scene,
    ) -> Step<Message> {
        // One plan at a time.
        self.reading = None;
        let lang = scene.lang;
        let planned = scene.office.write(move |desk| {
            let document = document()?;
            Ok(Planned { plan: settings::rehearse(desk, &document)?, document, origin, untaken: Vec::new() })
        });
        Step::task(Task::perform(planned, move |planned| Message::Planned(said(planned, lang))))
    }

    /// Reads a mapping sheet, away from the thread that draws, and plans what it says.
    fn plan_sheet(&mut self, path: PathBuf, scene: &Scene) -> Step<Message> {
        self.readings += 1;
        let (number, progress) = (self.readings, Arc::new(Progress::default()));
        self.reading = Some(Reading { number, progress: Arc::clone(&progress) });
        let (lang, office, parser) = (scene.lang, scene.office.clone(), self.parser.clone());
        let planned = async move {
            let table = aside(move || sheet::open(&parser, &path, &progress)).await?;
            let planned = office.write(move |desk| {
                let Sheet { document, untaken } = sheet::read(desk, &table)?;
                Ok(Planned { plan: settings::rehearse(desk, &document)?, document, origin: Origin::Sheet, untaken })
            });
            planned.await
        };
        let answer = move |planned| Message::SheetPlanned(number, said(planned, lang));
        Step::task(Task::perform(planned, answer))
    }

    fn apply(&mut self, scene: &Scene) -> Step<Message> {
        let Some(document) = self.plan.as_ref().map(|planned| planned.document.clone()).filter(|_| !self.is_busy())
        else {
            return Step::none();
        };
        self.is_busy = true;
        let lang = scene.lang;
        let applied = scene.office.write(move |desk| settings::apply(desk, &document));
        Step::task(Task::perform(applied, move |applied| {
            Message::Applied(said(applied.map(|plan| plan.count()), lang))
        }))
    }
}

fn said<T>(done: Result<T, Error>, lang: Lang) -> Result<T, Problem> {
    done.map_err(|error| Problem::new(&error, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(state: &mut State) -> Arc<Progress> {
        let progress = Arc::new(Progress::default());
        state.reading = Some(Reading { number: 1, progress: Arc::clone(&progress) });
        progress
    }

    #[test]
    fn a_sheet_that_nobody_waits_for_is_not_read_on() {
        let mut state = State::new(Parser::Here);
        let progress = reading(&mut state);
        assert!(state.is_asking() && !progress.stop().is_asked());
        state.leave();
        assert!(!state.is_asking() && progress.stop().is_asked());
        // Locking the card file lets go of all of it.
        let progress = reading(&mut state);
        drop(state);
        assert!(progress.stop().is_asked());
    }
}
