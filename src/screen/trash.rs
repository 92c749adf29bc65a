//! The trash: what was deleted and until when it can be restored, and what others ask to have deleted.
//!
//! What one does most here, and what it takes:
//! 1. Restore somebody: type their name, click the row, one click on Restore.
//! 2. Decide about a request: one click on Delete, or on Refuse.
//! 3. See what goes soon: one click on the switch.

mod view;

use std::collections::HashSet;
use std::sync::Arc;

use iced::Task;
use iced::widget::operation::focus;

use super::{Action, Command, Scene, Step};
use crate::i18n;
use crate::model::change::Changes;
use crate::model::person;
use crate::model::trash::{Line, Record, RequestId, Verdict};
use crate::model::user::Right;
use crate::office::problem::{Kind, Problem};
use crate::office::trash::{self, Asked, Done, Page, Purged, Restored, Which};
use crate::office::{Desk, Error, aside};
use crate::t;
use crate::vault::Slot;
use crate::widget::long_list::{Event, Mode};

/// The id of the search field.
pub const SEARCH: &str = "trash-search";
/// The id of the rows.
pub const ROWS: &str = "trash-rows";
const ANSWER: &str = "trash-answer";
const STAY: &str = "trash-stay";
/// So many rows are read; a search finds the others.
const SHOWN: usize = 10_000;

/// The screen's state.
#[derive(Debug, Default)]
pub struct State {
    shows_requests: bool,
    typed: String,
    only_soon: bool,
    page: Option<Page>,
    requests: Vec<Asked>,
    /// Whether the user may not see the trash at all.
    is_closed: bool,
    reading: u64,
    cursor: Option<usize>,
    anchor: usize,
    selected: HashSet<Record>,
    /// Whether everything that can be done with one of them is shown.
    shows_more: bool,
    /// Whether it is asked if the selected ones are to be erased.
    asks_to_erase: bool,
    /// The request that is being refused, and what is answered.
    refusing: Option<(RequestId, String)>,
    busy: bool,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct Shown {
    page: Option<Page>,
    requests: Vec<Asked>,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// What lies there was read.
    Read(u64, Result<Box<Shown>, Problem>),
    /// The other tab was chosen.
    Tab(usize),
    /// The text to search for changed.
    Typed(String),
    /// Only what goes soon is to be shown, or everything.
    Soon(bool),
    /// Something was done to the rows.
    Rows(Event),
    /// The selected ones are to be restored.
    Restore,
    /// The office answered to that.
    Restored(Result<Restored, Problem>),
    /// Everything else that can be done is to be shown, or no longer.
    More,
    /// A privacy report about the selected person is to be made.
    Report,
    /// The selected ones are to be erased; it is asked first.
    Erase,
    /// They are not, after all.
    Stay,
    /// They are.
    EraseNow,
    /// The office answered to that.
    Erased(Result<Purged, Problem>),
    /// A request is to be refused, or not after all.
    Refuse(Option<RequestId>),
    /// What whoever asked is answered was typed.
    Answer(String),
    /// A request is decided about.
    Decide(RequestId, Verdict),
    /// The office answered to that.
    Decided(Result<Box<Done>, Problem>),
    /// The card of a request is to be shown.
    Open(Record),
}

impl State {
    /// Returns the screen.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self::default();
        let task = state.read(scene);
        (state, task)
    }

    /// Returns how many requests wait for whoever may decide about them.
    pub fn waiting(&self, scene: &Scene) -> usize {
        if decides(scene) { self.open().count() } else { 0 }
    }

    fn open(&self) -> impl Iterator<Item = &Asked> {
        self.requests.iter().filter(|asked| asked.request.decided.is_none())
    }

    /// Shows what goes soon, and nothing else, when it is arrived at.
    pub fn only_soon(&mut self) {
        (self.shows_requests, self.only_soon) = (false, true);
        self.typed.clear();
    }

    /// Gets ready to be shown.
    pub fn arrive(&mut self, scene: &Scene) -> Step<Message> {
        if self.is_closed {
            self.shows_requests = true;
        }
        let keys = if self.shows_requests { Task::none() } else { focus(SEARCH) };
        Step::task(Task::batch([self.read(scene), keys]))
    }

    fn read(&mut self, scene: &Scene) -> Task<Message> {
        self.reading += 1;
        let (reading, lang, typed) = (self.reading, scene.lang, self.typed.clone());
        let until = scene.today().checked_add_days(chrono::Days::new(trash::SOON)).filter(|_| self.only_soon);
        let only_open = decides(scene);
        let read = scene.office.latest(Slot("trash"), move |desk| {
            let page = match trash::list(desk, &typed, until, SHOWN, 0) {
                Ok(page) => Some(page),
                Err(Error::Forbidden(_)) => None,
                Err(error) => return Err(error),
            };
            Ok(Shown { page, requests: trash::deletion_requests(desk, only_open)? })
        });
        Task::perform(read, move |read| {
            Message::Read(reading, read.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        let touched = changes.trash || changes.everything || changes.settings;
        Step::task(if touched { self.read(scene) } else { Task::none() })
    }

    /// Takes up lists, settings or a language that changed.
    pub fn scene_changed(&mut self, scene: &Scene) -> Step<Message> {
        Step::task(self.read(scene))
    }

    /// Returns whether it is asked if something is to be erased.
    pub fn is_asking(&self) -> bool {
        self.asks_to_erase
    }

    /// Takes the question back, because a larger one takes its place.
    pub fn stop_asking(&mut self) {
        self.asks_to_erase = false;
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Escape if self.asks_to_erase => self.update(Message::Stay, scene),
            Command::Escape if self.refusing.is_some() => self.update(Message::Refuse(None), scene),
            Command::Escape if !self.typed.is_empty() => self.update(Message::Typed(String::new()), scene),
            Command::Escape => Step::ask(Action::Close),
            Command::FocusSearch => {
                self.shows_requests = false;
                Step::task(focus(SEARCH))
            }
            Command::Save
            | Command::Open
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Tab(_)
            | Command::Edit
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns
            | Command::Passage(_) => Step::none(),
        }
    }

    fn lines(&self) -> &[Line] {
        self.page.as_ref().map_or(&[], |page| &page.lines)
    }

    /// Returns what is selected, in the order of the list.
    fn chosen(&self) -> Vec<Record> {
        self.lines().iter().map(|line| line.record).filter(|record| self.selected.contains(record)).collect()
    }

    /// Returns the person who is selected, where that is one, and nothing else.
    fn only_person(&self) -> Option<person::Id> {
        match self.chosen().as_slice() {
            [Record::Person(id)] => Some(*id),
            [] | [Record::Company(_)] | [_, ..] => None,
        }
    }

    /// Returns whether the user may restore all that is selected.
    fn may_restore(&self, scene: &Scene) -> bool {
        let user = scene.office.user();
        let deletes = user.may(Right::Delete) || user.may(Right::MassDelete);
        let is_own = |line: &&Line| line.put.by == user.id && deletes;
        let mut chosen = self.lines().iter().filter(|line| self.selected.contains(&line.record));
        user.may(Right::Restore) || chosen.all(|line| is_own(&line))
    }

    fn rows(&mut self, event: Event) {
        match event {
            Event::Select { row, mode } => {
                let Some(record) = self.lines().get(row).map(|line| line.record) else { return };
                self.cursor = Some(row);
                match mode {
                    Mode::Replace => {
                        self.selected = HashSet::from([record]);
                        self.anchor = row;
                    }
                    Mode::Toggle => {
                        if !self.selected.remove(&record) {
                            self.selected.insert(record);
                        }
                        self.anchor = row;
                    }
                    Mode::Extend => {
                        let (from, to) = (self.anchor.min(row), self.anchor.max(row));
                        let lines = self.lines();
                        let range = lines.get(from..=to.min(lines.len().saturating_sub(1))).unwrap_or_default();
                        self.selected = range.iter().map(|line| line.record).collect();
                    }
                }
            }
            Event::All => self.selected = self.lines().iter().map(|line| line.record).collect(),
            Event::Activate(_) | Event::Visible(_) => {}
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(reading, _) if reading != self.reading => {}
            Message::Read(_, Ok(shown)) => {
                let Shown { page, requests } = *shown;
                self.is_closed = page.is_none();
                self.shows_requests |= self.is_closed;
                (self.page, self.requests) = (page, requests);
                let there: HashSet<Record> = self.lines().iter().map(|line| line.record).collect();
                self.selected.retain(|record| there.contains(record));
                let last = self.lines().len().checked_sub(1);
                self.cursor = self.cursor.zip(last).map(|(row, last)| row.min(last));
            }
            Message::Read(_, Err(problem)) if problem.kind == Kind::Dropped => {}
            Message::Read(_, Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Tab(tab) => {
                self.shows_requests = tab == 1 || self.is_closed;
                self.refusing = None;
            }
            Message::Typed(typed) => {
                self.typed = typed;
                return Step::task(self.read(scene));
            }
            Message::Soon(only) => {
                self.only_soon = only;
                return Step::task(self.read(scene));
            }
            Message::Rows(event) => self.rows(event),
            Message::Restore if self.busy || self.selected.is_empty() => {}
            Message::Restore => {
                let records = self.chosen();
                return self.write(scene, move |desk| trash::restore(desk, &records), Message::Restored);
            }
            Message::Restored(Ok(restored)) => {
                self.busy = false;
                self.selected.clear();
                return said(&restored, scene);
            }
            Message::More => self.shows_more = !self.shows_more,
            Message::Report => {
                if let Some(id) = self.only_person() {
                    self.shows_more = false;
                    return Step::ask(Action::Report(id));
                }
            }
            Message::Erase => {
                self.asks_to_erase = !self.selected.is_empty() && !self.busy;
                return Step::task(focus(STAY));
            }
            Message::Stay => {
                self.asks_to_erase = false;
                return Step::task(focus(ROWS));
            }
            Message::EraseNow => {
                self.asks_to_erase = false;
                let (which, office, lang) = (Which::These(self.chosen()), scene.office.clone(), scene.lang);
                self.busy = true;
                let erased = aside(move || trash::empty(&office, which, &Arc::default()));
                return Step::task(Task::perform(erased, move |erased| {
                    Message::Erased(erased.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Erased(Ok(purged)) => {
                self.busy = false;
                self.selected.clear();
                let words = t!(scene.lang, "trash-purged", count = purged.count());
                let step = Step::ask(Action::Toast(words));
                return match purged.held.as_slice() {
                    [] => step,
                    held => step.and(Action::Hint(t!(scene.lang, "trash-held", count = held.len()))),
                };
            }
            Message::Refuse(request) => {
                self.refusing = request.map(|id| (id, String::new()));
                return Step::task(focus(ANSWER));
            }
            Message::Answer(typed) => {
                if let Some((_, answer)) = &mut self.refusing {
                    *answer = typed;
                }
            }
            Message::Decide(id, verdict) if !self.busy => {
                let words = self.refusing.take().map(|(_, answer)| answer).unwrap_or_default();
                let decide = move |desk: &mut Desk<'_>| trash::answer(desk, id, verdict, &words).map(Box::new);
                return self.write(scene, decide, Message::Decided);
            }
            Message::Decide(..) => {}
            Message::Decided(Ok(done)) => {
                self.busy = false;
                if let Some(kept) = done.held.first() {
                    let why = kept.reasons.iter().map(|why| why.words(scene.lang)).collect::<Vec<_>>().join("; ");
                    return Step::ask(Action::Hint(t!(
                        scene.lang,
                        "cli-trash-held",
                        name = kept.name.as_str(),
                        why = why
                    )));
                }
                return if done.moved() > 0 { Step::ask(Action::Changed) } else { Step::none() };
            }
            Message::Restored(Err(problem)) | Message::Erased(Err(problem)) | Message::Decided(Err(problem)) => {
                self.busy = false;
                return Step::task(self.read(scene)).and(Action::Problem(problem));
            }
            Message::Open(Record::Person(id)) => return Step::ask(Action::OpenPerson(id)),
            Message::Open(Record::Company(id)) => return Step::ask(Action::OpenCompany(id)),
        }
        Step::none()
    }

    fn write<T: Send + 'static>(
        &mut self,
        scene: &Scene,
        job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
        done: fn(Result<T, Problem>) -> Message,
    ) -> Step<Message> {
        self.busy = true;
        let lang = scene.lang;
        Step::task(Task::perform(scene.office.write(job), move |answer| {
            done(answer.map_err(|error| Problem::new(&error, lang)))
        }))
    }
}

/// Says what is there again, and what could not come back as it was.
fn said(restored: &Restored, scene: &Scene) -> Step<Message> {
    let lang = scene.lang;
    let mut step = Step::ask(Action::Toast(t!(lang, "trash-restored", count = restored.count())));
    if restored.count() == 0 {
        step = Step::none();
    }
    for missing in &restored.missing {
        let says = i18n::text(lang, &format!("trash-missing-{}", missing.key()));
        step = step.and(Action::Hint(t!(lang, "trash-missing", name = missing.whose().1, what = says)));
    }
    step
}

/// Returns whether the user decides about requests for deletion.
fn decides(scene: &Scene) -> bool {
    scene.office.user().may(Right::Delete)
}
