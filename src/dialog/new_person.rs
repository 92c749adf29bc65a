//! A new person: a name, how to reach them, and on which legal basis. Says at once who it may be already.
//!
//! What is done most, each one key: type and press Enter; open the card of somebody who is here already; Escape.

mod form;
mod kept;

use std::time::Duration;

use iced::Task;
use iced::widget::operation::focus;

use crate::model::basis::{Decision, Named};
use crate::model::condition::Condition;
use crate::model::duplicate::Likeness;
use crate::model::field::Field;
use crate::model::person::{Content, Labelled, Person};
use crate::model::user::Right;
use crate::model::{Invalid, list, person};
use crate::office::Error;
use crate::office::companies;
use crate::office::erasure::suppression::{self, Sign};
use crate::office::persons::{self, Resembling};
use crate::office::problem::{Kind, Problem};
use crate::office::rules::{Required, Usual};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::vault::Slot;
use crate::widget::dialog::Card;

/// How long after the last key the dialog looks for who it may be.
const PAUSE: Duration = Duration::from_millis(200);
/// How many companies are suggested.
const COMPANIES: usize = 8;

/// The dialog.
#[derive(Debug)]
pub struct State {
    first_name: String,
    last_name: String,
    company: String,
    email: String,
    phone: String,
    label: Option<list::Id>,
    basis: Option<Named>,
    condition: Option<Condition>,
    source: Option<list::Id>,
    comment: String,
    companies: Vec<String>,
    twins: Vec<Resembling>,
    /// How many times something was typed: only the answer to the last counts.
    typed: u64,
    /// What of it belongs to somebody who was erased.
    suppressed: Option<Sign>,
    /// Why they are entered again all the same.
    overrule: String,
    /// The user has seen that it seems to be the same person.
    warned: bool,
    /// Escape was pressed with something typed.
    leaving: bool,
    /// It was to be added without saying where the card comes from.
    sourceless: bool,
    /// It was to be added without a legal basis, which the office asks for.
    baseless: bool,
    /// It was to be added without the condition of art. 9(2) that the purpose asks for.
    conditionless: bool,
    busy: bool,
    wrong: Vec<Invalid>,
}

/// Why the card was not added: words, and the fields they belong to.
#[derive(Debug, Clone)]
pub struct Refusal {
    problem: Problem,
    wrong: Vec<Invalid>,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// A text was typed.
    Typed(Field, String),
    /// What the phone is for was chosen.
    Label(Option<list::Id>),
    /// A suggested company was chosen.
    Company(usize),
    /// Companies that begin like this were found.
    Companies(Result<Vec<String>, Problem>),
    /// A legal basis was chosen.
    Basis(Option<Named>),
    /// A condition of art. 9(2) was chosen.
    Condition(Option<Condition>),
    /// A source was chosen.
    Source(Option<list::Id>),
    /// Nothing was typed for a moment.
    Paused(u64),
    /// Who it may be was found.
    Twins(u64, Result<Vec<Resembling>, Problem>),
    /// What belongs to somebody who was erased was looked up.
    Recognised(u64, Result<Option<Sign>, Problem>),
    /// Why somebody who was erased is entered again was typed.
    Overrule(String),
    /// The card of somebody who is here already is to be opened.
    Open(person::Id),
    /// Adds the card, after one more look at who it may be.
    Create,
    /// Who it may be was looked up before adding.
    Checked(Result<Vec<Resembling>, Problem>),
    /// Adds the card although somebody seems to be the same.
    Anyway,
    /// The card was added, or not.
    Created(Result<Box<Person>, Refusal>),
    /// Goes out, unless something is typed.
    Back,
    /// Stays after all.
    Stay,
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog, for somebody who works at the company, which may be empty.
    pub fn new(company: String, scene: &Scene) -> (Self, Task<Message>) {
        let (basis, source) = match scene.rules.usual(list::SOURCE_USER, list::SALES) {
            Some(Usual::As(named, source)) => (Some(named), source),
            // What nobody decided is shipped as "ask": the user says why they keep somebody.
            Some(Usual::Ask) | None => (None, list::SOURCE_USER),
        };
        let source = Some(source).filter(|id| scene.lists.get(*id).is_some_and(|item| item.active));
        let state = Self {
            first_name: String::new(),
            last_name: String::new(),
            company,
            email: String::new(),
            phone: String::new(),
            label: Some(list::LABEL_MOBILE),
            basis,
            condition: None,
            source,
            comment: String::new(),
            companies: Vec::new(),
            twins: Vec::new(),
            typed: 0,
            suppressed: None,
            overrule: String::new(),
            warned: false,
            leaving: false,
            sourceless: false,
            baseless: false,
            conditionless: false,
            busy: false,
            wrong: Vec::new(),
        };
        (state, focus(form::FIRST))
    }

    fn content(&self) -> Content {
        let mut content = Content {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            company: self.company.clone(),
            ..Content::default()
        };
        if !self.email.trim().is_empty() {
            content.emails.push(Labelled::new(Some(list::LABEL_WORK), self.email.clone()));
        }
        if !self.phone.trim().is_empty() {
            content.phones.push(Labelled::new(self.label, self.phone.clone()));
        }
        content
    }

    /// Answers whether something typed would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        !self.is_empty()
    }

    fn is_empty(&self) -> bool {
        [&self.first_name, &self.last_name, &self.company, &self.email, &self.phone, &self.comment]
            .iter()
            .all(|text| text.trim().is_empty())
    }

    /// Returns whether a condition of art. 9(2) belongs to the decision.
    fn asks_condition(&self, scene: &Scene) -> bool {
        self.basis.is_some() && scene.rules.asks_condition(list::SALES)
    }

    fn same_person(&self) -> bool {
        self.twins.iter().any(|twin| twin.likeness.is_same_person())
    }

    /// Answers what happened.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Typed(field, text) => self.typed(&field, text, scene),
            Message::Label(label) => {
                self.label = label;
                Step::none()
            }
            Message::Company(row) => match self.companies.get(row).cloned() {
                Some(company) => {
                    let step = self.typed(&Field::Company, company, scene);
                    self.companies.clear();
                    step
                }
                None => Step::none(),
            },
            Message::Companies(found) => {
                // A question that was dropped or failed only leaves the field without suggestions.
                self.companies = found.unwrap_or_default();
                self.companies.retain(|company| *company != self.company);
                Step::none()
            }
            Message::Basis(basis) => {
                self.basis = basis;
                self.baseless = false;
                Step::none()
            }
            Message::Condition(condition) => {
                self.condition = condition;
                self.conditionless = false;
                Step::none()
            }
            Message::Source(source) => {
                self.source = source;
                self.sourceless = false;
                Step::none()
            }
            Message::Paused(typed) if typed == self.typed => {
                let (content, again, lang) = (self.content(), self.content(), scene.lang);
                let answer = scene.office.latest(Slot("twins"), move |desk| persons::resembling(desk, &content, None));
                let twins = Task::perform(answer, move |found| {
                    Message::Twins(typed, found.map_err(|error| Problem::new(&error, lang)))
                });
                let known = scene.office.latest(Slot("erased"), move |desk| suppression::recognised(desk, &again));
                let known = Task::perform(known, move |known| {
                    Message::Recognised(typed, known.map_err(|error| Problem::new(&error, lang)))
                });
                Step::task(Task::batch([twins, known]))
            }
            Message::Paused(_) => Step::none(),
            Message::Twins(typed, found) => {
                if let (true, Ok(twins)) = (typed == self.typed, found) {
                    self.twins = twins;
                }
                Step::none()
            }
            Message::Recognised(typed, known) => {
                if let (true, Ok(known)) = (typed == self.typed, known) {
                    self.suppressed = known;
                }
                Step::none()
            }
            Message::Overrule(why) => {
                self.overrule = why;
                Step::none()
            }
            Message::Open(id) => Step::ask(Action::OpenPerson(id)).and(Action::Close),
            Message::Create if self.busy || !may(scene) => Step::none(),
            Message::Create if self.suppressed.is_some() && self.overrule.trim().is_empty() => {
                Step::task(focus(form::OVERRULE))
            }
            Message::Create if self.source.is_none() => {
                self.sourceless = true;
                Step::task(focus(form::SOURCE))
            }
            Message::Create if self.basis.is_none() && scene.rules.required == Required::Refuse => {
                self.baseless = true;
                Step::task(focus(form::BASIS))
            }
            Message::Create if self.asks_condition(scene) && self.condition.is_none() => {
                self.conditionless = true;
                Step::task(focus(form::CONDITION))
            }
            Message::Create => {
                self.busy = true;
                self.wrong.clear();
                let (content, lang) = (self.content(), scene.lang);
                let answer = scene.office.read(move |desk| persons::resembling(desk, &content, None));
                Step::task(Task::perform(answer, move |found| {
                    Message::Checked(found.map_err(|error| Problem::new(&error, lang)))
                }))
            }
            Message::Checked(Ok(twins)) => {
                self.busy = false;
                self.twins = twins;
                if !self.same_person() {
                    return self.add(scene);
                }
                self.warned = true;
                Step::task(focus(form::OPEN))
            }
            Message::Anyway if self.busy || !self.warned => Step::none(),
            Message::Anyway => self.add(scene),
            Message::Checked(Err(problem)) => {
                self.busy = false;
                Step::ask(Action::Problem(problem))
            }
            Message::Created(Ok(person)) => {
                let words = t!(scene.lang, "new-created", name = person.content.full_name());
                Step::ask(Action::Close).and(Action::OpenPerson(person.id)).and(Action::Saved(words))
            }
            Message::Created(Err(refusal)) => {
                self.busy = false;
                self.wrong = refusal.wrong;
                match (form::first_wrong(&self.wrong), refusal.problem) {
                    (Some(id), _) => Step::task(focus(id)),
                    (None, problem) if problem.kind == Kind::Dropped => Step::none(),
                    (None, problem) => Step::ask(Action::Problem(problem)),
                }
            }
            // The answer is on its way; it opens the card or says what is wrong.
            Message::Back | Message::Close if self.busy => Step::none(),
            Message::Back if self.leaving => self.update(Message::Stay, scene),
            Message::Back if self.is_empty() => Step::ask(Action::Close),
            Message::Back => {
                self.leaving = true;
                Step::task(focus(form::STAY))
            }
            Message::Stay => {
                self.leaving = false;
                Step::task(focus(form::FIRST))
            }
            Message::Close => Step::ask(Action::Close),
        }
    }

    /// Takes over other lists: a source that is no longer used cannot be chosen either.
    pub fn scene_changed(&mut self, scene: &Scene) {
        self.source = self.source.filter(|id| scene.lists.get(*id).is_some_and(|item| item.active));
    }

    /// Answers a key of the window: Ctrl+S adds the card, Escape goes out.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Save {
            self.update(Message::Create, scene)
        } else if command == Command::Escape {
            self.update(Message::Back, scene)
        } else {
            Step::none()
        }
    }

    fn typed(&mut self, field: &Field, text: String, scene: &Scene) -> Step<Message> {
        self.leaving = false;
        self.warned = false;
        self.wrong.retain(|wrong| !form::belongs(&wrong.field, field));
        let place = [
            (Field::FirstName, &mut self.first_name),
            (Field::LastName, &mut self.last_name),
            (Field::Company, &mut self.company),
            (Field::Email, &mut self.email),
            (Field::Phone, &mut self.phone),
            (Field::Comment, &mut self.comment),
        ]
        .into_iter()
        .find(|(known, _)| known == field);
        if let Some((_, place)) = place {
            *place = text;
        }
        self.typed += 1;
        let typed = self.typed;
        let pause = Task::perform(tokio::time::sleep(PAUSE), move |()| Message::Paused(typed));
        if *field != Field::Company {
            return Step::task(pause);
        }
        if self.company.trim().is_empty() {
            self.companies.clear();
            return Step::task(pause);
        }
        let (start, lang) = (self.company.clone(), scene.lang);
        let answer = scene.office.latest(Slot("companies"), move |desk| companies::names_like(desk, &start, COMPANIES));
        let companies =
            Task::perform(answer, move |found| Message::Companies(found.map_err(|error| Problem::new(&error, lang))));
        Step::task(Task::batch([pause, companies]))
    }

    fn add(&mut self, scene: &Scene) -> Step<Message> {
        let Some(source) = self.source else { return Step::none() };
        self.busy = true;
        let decision = self.basis.map(|named| Decision {
            comment: self.comment.clone(),
            condition: self.condition.filter(|_| self.asks_condition(scene)),
            ..Decision::new(list::SALES, named, source)
        });
        let (content, lang) = (self.content(), scene.lang);
        let overrule = self.suppressed.map(|_| self.overrule.clone());
        let answer = scene.office.write(move |desk| {
            if let Some(reason) = &overrule {
                suppression::overrule(desk, &content, reason)?;
            }
            persons::add(desk, content, decision.as_ref(), source)
        });
        Step::task(Task::perform(answer, move |added| {
            Message::Created(added.map(Box::new).map_err(|error| {
                let problem = Problem::new(&error, lang);
                let wrong = if let Error::Invalid(wrong) = error { wrong } else { Vec::new() };
                Refusal { problem, wrong }
            }))
        }))
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        form::view(self, scene)
    }
}

fn may(scene: &Scene) -> bool {
    scene.office.user().may(Right::Create)
}

/// Returns how somebody resembles what is typed, in words.
fn likeness(scene: &Scene, likeness: Likeness) -> String {
    crate::i18n::text(scene.lang, &format!("likeness-{}", likeness.key()))
}
