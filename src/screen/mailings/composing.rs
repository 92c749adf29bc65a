//! Writing a mailing: to whom, what, and how it stands with everybody before anything is queued.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{NaiveDateTime, NaiveTime};
use iced::Task;
use iced::widget::operation::focus;
use iced::widget::text_editor::{self, Content};

use super::super::{Action, Scene, Step};
use crate::i18n;
use crate::model::criteria::Of;
use crate::model::list::{self, List};
use crate::model::mailing::{Recipient, Sort};
use crate::model::outbox::File;
use crate::model::template::{Base, Key};
use crate::model::user::Right;
use crate::model::{Moment, person, selection};
use crate::office::mail::mailings::{self, Done, Plan, Preview, Wanted, Words};
use crate::office::mail::templates;
use crate::office::problem::{Kind, Problem};
use crate::office::subject::Subject;
use crate::office::{Error, Progress, aside, selections};
use crate::t;
use crate::vault::Slot;
use crate::widget::long_list::Event;

/// The id of the first field.
pub const FIRST: &str = "mailing-name";
/// How often it is looked how far the work is.
const LOOK: Duration = Duration::from_millis(100);

/// A mailing that is being written.
#[derive(Debug, Default)]
pub struct State {
    pub(super) name: String,
    /// Whether it is the notice of a breach.
    pub(super) is_breach: bool,
    pub(super) selection: Option<selection::Id>,
    pub(super) kind: Option<list::Id>,
    pub(super) template: Option<String>,
    pub(super) subject: String,
    /// The text of a newsletter, or what happened.
    pub(super) text: Content,
    pub(super) consequences: Content,
    pub(super) measures: Content,
    pub(super) files: Vec<File>,
    pub(super) marks: bool,
    pub(super) lets_past: bool,
    pub(super) why: String,
    pub(super) day: String,
    pub(super) time: String,
    pub(super) choices: Option<Choices>,
    pub(super) plan: Option<Plan>,
    /// Only those it stands with in this way are listed.
    pub(super) only: Option<String>,
    pub(super) cursor: Option<usize>,
    pub(super) preview: Option<Preview>,
    pub(super) running: Option<Arc<Progress>>,
    asked: u64,
    shown: u64,
    done: bool,
}

/// What can be chosen.
#[derive(Debug, Clone)]
pub struct Choices {
    pub(super) selections: Vec<(selection::Id, String)>,
    /// The keys of templates, what they are called, and whether each is for breaches.
    pub(super) templates: Vec<(String, String, bool)>,
    pub(super) has_account: bool,
}

/// What happens while one writes.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Message {
    Read(Result<Choices, Problem>),
    Name(String),
    Breach(bool),
    Selection(Option<selection::Id>),
    Type(Option<list::Id>),
    Template(Option<String>),
    Subject(String),
    Text(text_editor::Action),
    Consequences(text_editor::Action),
    Measures(text_editor::Action),
    /// A file is to be chosen that goes with each message.
    Attach,
    File(PathBuf),
    Attached(Result<Box<File>, Problem>),
    Detach(usize),
    Mark(bool),
    LetPast(bool),
    Why(String),
    Day(String),
    Time(String),
    Planned(u64, Result<Box<Plan>, Problem>),
    Only(Option<String>),
    People(Event),
    Previewed(u64, Result<Box<Preview>, Problem>),
    Account,
    /// The message is to go to the office itself.
    Test,
    Tested(Result<String, Problem>),
    Send,
    Sent(Result<Box<Done>, Problem>),
    Look,
    Cancel,
    /// The page is to be left.
    Back,
}

impl State {
    /// Opens the page.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let kind = scene.lists.of(List::Subscription).next().map(|item| item.id);
        let state = Self { kind, template: Some(Base::Newsletter.key().to_owned()), ..Self::default() };
        let lang = scene.lang;
        let read = scene.office.read(|desk| {
            let persons = selections::all(desk)?.into_iter().filter(|selection| selection.of == Of::Persons);
            let mut templates: Vec<(String, String, bool)> = Vec::new();
            for one in templates::list(desk)? {
                let key = one.key.to_string();
                let is_meant = matches!(one.key.base, Base::Newsletter | Base::Breach);
                if is_meant && !templates.iter().any(|(known, ..)| *known == key) {
                    templates.push((key, one.name, one.key.base == Base::Breach));
                }
            }
            Ok(Choices {
                selections: persons.map(|selection| (selection.id, selection.name)).collect(),
                templates,
                has_account: crate::office::mail::account::is_set_up(desk)?,
            })
        });
        let read =
            Task::perform(read, move |read| Message::Read(read.map_err(|error: Error| Problem::new(&error, lang))));
        (state, Task::batch([read, focus(FIRST)]))
    }

    /// Opens the page with a selection chosen.
    pub fn to(selection: selection::Id, scene: &Scene) -> (Self, Task<Message>) {
        let (state, task) = Self::new(scene);
        (Self { selection: Some(selection), ..state }, task)
    }

    /// Returns whether something would be lost.
    pub fn is_written(&self) -> bool {
        let texts = [&self.text, &self.consequences, &self.measures];
        let is_said = !self.name.trim().is_empty() || !self.subject.is_empty();
        is_said || !self.files.is_empty() || texts.iter().any(|text| !said(text).is_empty())
    }

    /// Returns whether messages are being queued.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Returns whether it was queued.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// Returns what is to be sent; none as long as nobody and no template is chosen.
    pub(super) fn wanted(&self, scene: &Scene) -> Option<Wanted> {
        let sort = if self.is_breach { Sort::Breach } else { Sort::Marketing(self.kind?) };
        let text = said(&self.text);
        let words = if self.is_breach {
            let (consequences, measures) = (said(&self.consequences), said(&self.measures));
            Words { what: text, consequences, measures, ..Words::default() }
        } else {
            Words { content: text, ..Words::default() }
        };
        let is_past = self.lets_past && !self.is_breach && scene.office.user().may(Right::Override);
        Some(Wanted {
            template: Key::read(self.template.as_deref()?)?,
            words: Words { subject: self.subject.clone(), ..words },
            send_at: self.send_at(scene),
            files: self.files.clone(),
            why: if is_past { self.why.clone() } else { String::new() },
            marks: self.marks,
            ..Wanted::new(&self.name, Subject::Selection(self.selection?), sort)
        })
    }

    /// Returns when it is to be sent; none where that is now, or what is typed is no time.
    fn send_at(&self, scene: &Scene) -> Option<Moment> {
        let day = i18n::parse_date(scene.lang, &self.day, scene.today())?;
        let time = match self.time.trim().replace('.', ":").as_str() {
            "" => NaiveTime::from_hms_opt(8, 0, 0)?,
            typed => NaiveTime::parse_from_str(typed, "%H:%M").ok()?,
        };
        scene.zone.moment(NaiveDateTime::new(day, time))
    }

    /// Returns whether what is typed as the time is none.
    pub(super) fn is_time_wrong(&self, scene: &Scene) -> bool {
        let is_empty = self.day.trim().is_empty() && self.time.trim().is_empty();
        !is_empty && self.send_at(scene).is_none()
    }

    /// Returns whether it waits for a time.
    pub(super) fn is_later(&self, scene: &Scene) -> bool {
        self.send_at(scene).is_some()
    }

    /// Returns whether it can be queued.
    pub(super) fn can_send(&self, scene: &Scene) -> bool {
        let is_somebody = self.plan.as_ref().is_some_and(|plan| plan.queued() > 0);
        let says_all = !self.is_breach
            || [&self.text, &self.consequences, &self.measures].iter().all(|text| !said(text).is_empty());
        is_somebody && says_all && !self.name.trim().is_empty() && !self.is_time_wrong(scene) && self.running.is_none()
    }

    /// Returns those who are listed.
    pub(super) fn listed(&self) -> Vec<&Recipient> {
        let all = self.plan.as_ref().map_or(&[][..], |plan| &plan.recipients);
        all.iter().filter(|one| self.only.as_deref().is_none_or(|only| one.status.key() == only)).collect()
    }

    /// Asks the office how it stands with everybody.
    fn ask(&mut self, scene: &Scene) -> Task<Message> {
        self.asked += 1;
        let (asked, lang) = (self.asked, scene.lang);
        let Some(wanted) = self.wanted(scene) else {
            self.plan = None;
            return Task::none();
        };
        let planned =
            scene.office.latest(Slot("mailing-plan"), move |desk| mailings::reach(desk, &wanted, &Progress::default()));
        let planned = Task::perform(planned, move |plan| {
            Message::Planned(asked, plan.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        });
        Task::batch([planned, self.show(scene)])
    }

    /// Returns whose message is shown first: that of somebody who gets one, if anybody does.
    fn first(&self) -> Option<usize> {
        let listed = self.listed();
        let gets_one = listed.iter().position(|one| one.status.gets_one());
        gets_one.or((!listed.is_empty()).then_some(0))
    }

    /// Asks the office what the message says, to whoever is chosen.
    fn show(&mut self, scene: &Scene) -> Task<Message> {
        self.shown += 1;
        let (shown, lang) = (self.shown, scene.lang);
        let to: Option<person::Id> =
            self.cursor.and_then(|at| self.listed().get(at).filter(|one| !one.name.is_empty()).map(|one| one.person));
        // Whoever chose no selection yet sees what a message says all the same.
        let wanted = self.wanted(scene).or_else(|| {
            let sort = if self.is_breach { Sort::Breach } else { Sort::Marketing(self.kind?) };
            Some(Wanted::new("", Subject::Persons([].into()), sort))
        });
        let Some(wanted) = wanted else { return Task::none() };
        let previewed = scene.office.latest(Slot("mailing-preview"), move |desk| mailings::preview(desk, &wanted, to));
        Task::perform(previewed, move |preview| {
            Message::Previewed(shown, preview.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Read(Ok(choices)) => {
                self.choices = Some(choices);
                return Step::task(self.ask(scene));
            }
            Message::Read(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Name(typed) => self.name = typed,
            Message::Breach(is_breach) => {
                self.is_breach = is_breach;
                let base = if is_breach { Base::Breach } else { Base::Newsletter };
                self.template = Some(base.key().to_owned());
                self.only = None;
                return Step::task(self.ask(scene));
            }
            Message::Selection(selection) => {
                (self.selection, self.only, self.cursor) = (selection, None, None);
                return Step::task(self.ask(scene));
            }
            Message::Type(kind) => {
                (self.kind, self.only) = (kind, None);
                return Step::task(self.ask(scene));
            }
            Message::Template(template) => {
                self.template = template;
                return Step::task(self.show(scene));
            }
            Message::Subject(typed) => {
                self.subject = typed;
                return Step::task(self.show(scene));
            }
            Message::Text(action) => return self.write(|state| &mut state.text, action, scene),
            Message::Consequences(action) => return self.write(|state| &mut state.consequences, action, scene),
            Message::Measures(action) => return self.write(|state| &mut state.measures, action, scene),
            Message::Attach => {
                return Step::ask(Action::PickFile {
                    title: t!(lang, "mailing-attach"),
                    kinds: Vec::new(),
                    then: Box::new(Message::File),
                });
            }
            Message::File(path) => {
                let read = aside(move || mailings::file(&path));
                return Step::task(Task::perform(read, move |file| {
                    Message::Attached(file.map(Box::new).map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Attached(Ok(file)) => self.files.push(*file),
            Message::Attached(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Detach(at) => {
                if at < self.files.len() {
                    self.files.remove(at);
                }
            }
            Message::Mark(marks) => self.marks = marks,
            Message::LetPast(lets_past) => {
                (self.lets_past, self.only) = (lets_past, None);
                return Step::task(self.ask(scene));
            }
            Message::Why(typed) => {
                let counted = self.why.trim().is_empty() == typed.trim().is_empty();
                self.why = typed;
                return Step::task(if counted { Task::none() } else { self.ask(scene) });
            }
            Message::Day(typed) => self.day = typed,
            Message::Time(typed) => self.time = typed,
            Message::Planned(asked, _) if asked != self.asked => {}
            Message::Planned(_, Ok(plan)) => {
                self.plan = Some(*plan);
                self.cursor = self.first();
                return Step::task(self.show(scene));
            }
            Message::Previewed(shown, _) if shown != self.shown => {}
            Message::Previewed(_, Ok(preview)) => self.preview = Some(*preview),
            // Of a closed card nothing is shown.
            Message::Previewed(_, Err(_)) => self.preview = None,
            Message::Planned(_, Err(problem)) if problem.kind == Kind::Dropped => {}
            Message::Planned(_, Err(problem)) => {
                self.plan = None;
                return Step::ask(Action::Problem(problem));
            }
            Message::Only(only) => {
                self.only = only;
                self.cursor = self.first();
                return Step::task(self.show(scene));
            }
            Message::People(Event::Select { row, .. }) => {
                self.cursor = Some(row);
                return Step::task(self.show(scene));
            }
            Message::People(Event::Activate(row)) => {
                let person = self.listed().get(row).filter(|one| !one.name.is_empty()).map(|one| one.person);
                return person.map_or_else(Step::none, |id| Step::ask(Action::OpenPerson(id)));
            }
            Message::People(Event::All | Event::Visible(_)) => {}
            Message::Account => return Step::ask(Action::MailAccount),
            Message::Test => {
                let Some(wanted) = self.wanted(scene) else { return Step::none() };
                let tested = scene.office.write(move |desk| mailings::test(desk, &wanted));
                return Step::task(Task::perform(tested, move |done| {
                    Message::Tested(done.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Tested(Ok(address)) => {
                return Step::ask(Action::Toast(t!(lang, "cli-mailing-tested", address = address.as_str())));
            }
            Message::Tested(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Send if self.can_send(scene) => return self.send(scene),
            Message::Send | Message::Back => {}
            Message::Sent(Ok(done)) => {
                (self.running, self.done) = (None, done.mailing.is_some());
                let words = t!(lang, "mailing-queued", count = done.queued, held = done.held.len());
                return Step::ask(Action::Toast(words));
            }
            Message::Sent(Err(problem)) => {
                self.running = None;
                // Stopped as asked: the page is as it was.
                return if problem.kind == Kind::Cancelled {
                    Step::none()
                } else {
                    Step::ask(Action::Problem(problem))
                };
            }
            Message::Look if self.running.is_some() => return Step::task(look()),
            Message::Look => {}
            Message::Cancel => {
                if let Some(progress) = &self.running {
                    progress.cancel();
                }
            }
        }
        Step::none()
    }

    fn write(
        &mut self,
        of: fn(&mut Self) -> &mut Content,
        action: text_editor::Action,
        scene: &Scene,
    ) -> Step<Message> {
        let is_edit = action.is_edit();
        of(self).perform(action);
        Step::task(if is_edit { self.show(scene) } else { Task::none() })
    }

    fn send(&mut self, scene: &Scene) -> Step<Message> {
        let Some(wanted) = self.wanted(scene) else { return Step::none() };
        let (progress, lang) = (Arc::new(Progress::default()), scene.lang);
        self.running = Some(Arc::clone(&progress));
        let sent = scene.office.write(move |desk| mailings::carry_out(desk, &wanted, &progress));
        let sent = Task::perform(sent, move |done| {
            Message::Sent(done.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        });
        Step::task(Task::batch([sent, look()]))
    }
}

pub(super) fn said(text: &Content) -> String {
    text.text().trim().to_owned()
}

fn look() -> Task<Message> {
    Task::perform(tokio::time::sleep(LOOK), |()| Message::Look)
}
