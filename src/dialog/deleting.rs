//! Deleting: what would go to the trash and what becomes of it, who is held back and why, and one button. Who may not
//! delete asks those who may.

use std::sync::Arc;

use iced::widget::operation::focus;
use iced::widget::{Column, Space, column, container, row};
use iced::{Alignment, Length, Task};

use crate::i18n;
use crate::model::trash::Record;
use crate::model::user::Right;
use crate::office::problem::{self, Problem};
use crate::office::subject::Subject;
use crate::office::trash::{self, Done, Kept, Plan};
use crate::office::{Desk, Error, Progress};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::theme::measure::{HIT, LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::radio;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::{button, surface, text};

const WIDTH: f32 = 620.0;
const REASON: &str = "deleting-reason";
const ALONE: &str = "deleting-alone";
/// So many of those who are held back are named.
const NAMED: usize = 200;
/// How high the list of those who are held back is at most.
const HELD: f32 = 168.0;

/// The dialog.
#[derive(Debug)]
pub struct State {
    subject: Subject,
    with_people: bool,
    plan: Option<Plan>,
    reason: String,
    complaint: Option<String>,
    progress: Arc<Progress>,
    busy: bool,
    /// The number of the newest plan that was asked for.
    asked: u64,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// What would be deleted was found out.
    Planned(u64, Result<Box<Plan>, Problem>),
    /// A company is to go with its people, or alone.
    WithPeople(bool),
    /// A reason was typed.
    Reason(String),
    /// It is to be done.
    Do,
    /// The office answered.
    Done(Result<Box<Done>, Problem>),
    /// The office was asked by whoever may not delete.
    Asked(Result<(), Problem>),
    /// The dialog is to be left.
    Back,
}

impl State {
    /// Opens the dialog.
    pub fn new(subject: Subject, scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self {
            subject,
            with_people: false,
            plan: None,
            reason: String::new(),
            complaint: None,
            progress: Arc::default(),
            busy: false,
            asked: 0,
        };
        let task = state.read(scene);
        (state, task)
    }

    /// Returns the only card it is about.
    fn only(&self) -> Option<Record> {
        match &self.subject {
            Subject::Persons(ids) => <[_; 1]>::try_from(&ids[..]).ok().map(|[id]| Record::Person(id)),
            Subject::Companies(ids) => <[_; 1]>::try_from(&ids[..]).ok().map(|[id]| Record::Company(id)),
            Subject::Selection(_) => None,
        }
    }

    fn company(&self) -> Option<Record> {
        self.only().filter(|record| matches!(record, Record::Company(_)))
    }

    /// Returns whether the user can only ask for it.
    fn asks(&self, scene: &Scene) -> bool {
        self.only().is_some() && !scene.office.user().may(Right::Delete)
    }

    /// Returns the right that is lacking, if one is.
    fn lacking(&self, scene: &Scene) -> Option<Right> {
        let is_many = self.only().is_none() || self.plan.as_ref().is_some_and(Plan::is_many);
        let right = if is_many { Right::MassDelete } else { Right::Delete };
        (!self.asks(scene) && !scene.office.user().may(right)).then_some(right)
    }

    fn read(&mut self, scene: &Scene) -> Task<Message> {
        self.asked += 1;
        let (asked, lang, subject, with_people) = (self.asked, scene.lang, self.subject.clone(), self.with_people);
        let plan = scene.office.read(move |desk| trash::plan(desk, &[subject], with_people));
        Task::perform(plan, move |plan| {
            Message::Planned(asked, plan.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Answers whether cards are being moved.
    pub fn is_running(&self) -> bool {
        self.busy
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Save {
            self.update(Message::Do, scene)
        } else if command == Command::Escape {
            self.update(Message::Back, scene)
        } else {
            Step::none()
        }
    }

    /// Returns whether there is anything to do, and nothing in the way.
    fn can(&self, scene: &Scene) -> bool {
        let is_said = !self.asks(scene) || !self.reason.trim().is_empty();
        let moves = self.plan.as_ref().is_some_and(|plan| plan.moves() > 0);
        !self.busy && is_said && moves && self.lacking(scene).is_none()
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Planned(asked, _) if asked != self.asked => {}
            Message::Planned(_, Ok(plan)) => {
                // What takes the keyboard is there from now on.
                let first = if self.company().is_some() && !self.asks(scene) { ALONE } else { REASON };
                let is_new = self.plan.replace(*plan).is_none();
                return Step::task(if is_new { focus(first) } else { Task::none() });
            }
            Message::Planned(_, Err(problem)) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::WithPeople(with_people) => {
                self.with_people = with_people;
                return Step::task(self.read(scene));
            }
            Message::Reason(reason) => {
                self.reason = reason;
                self.complaint = None;
            }
            Message::Do if self.can(scene) => {
                self.busy = true;
                return Step::task(self.act(scene));
            }
            Message::Do => {}
            // What is done is said in the words in which it can be taken back.
            Message::Done(Ok(done)) => {
                let close = Step::ask(Action::Close);
                return if done.moved() > 0 { close.and(Action::Changed) } else { close };
            }
            Message::Asked(Ok(())) => {
                return Step::ask(Action::Close).and(Action::Toast(t!(scene.lang, "cli-trash-asked")));
            }
            Message::Done(Err(problem)) | Message::Asked(Err(problem)) => {
                self.busy = false;
                self.progress = Arc::default();
                if problem.kind == problem::Kind::Invalid {
                    self.complaint = Some(problem.message);
                    return Step::none();
                }
                return Step::task(self.read(scene)).and(Action::Problem(problem));
            }
            Message::Back if self.busy => self.progress.cancel(),
            Message::Back => return Step::ask(Action::Close),
        }
        Step::none()
    }

    fn act(&self, scene: &Scene) -> Task<Message> {
        let (lang, reason) = (scene.lang, self.reason.clone());
        if let (true, Some(record)) = (self.asks(scene), self.only()) {
            let ask = move |desk: &mut Desk<'_>| trash::ask_for_deletion(desk, record, &reason).map(drop);
            return Task::perform(scene.office.write(ask), move |asked: Result<(), Error>| {
                Message::Asked(asked.map_err(|error| Problem::new(&error, lang)))
            });
        }
        let (subject, with_people, progress) = (self.subject.clone(), self.with_people, Arc::clone(&self.progress));
        let put = move |desk: &mut Desk<'_>| trash::put(desk, &[subject], with_people, &reason, &progress);
        Task::perform(scene.office.write(put), move |done| {
            Message::Done(done.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let asks = self.asks(scene);
        let Some(plan) = &self.plan else {
            let title = if asks { t!(lang, "deleting-ask-title") } else { t!(lang, "deleting-title") };
            return card(title, surface::skeleton(4))
                .button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
                .on_escape(Message::Back)
                .max_width(WIDTH);
        };
        let name = plan.name.as_str();
        let title = match (asks, name.is_empty()) {
            (true, _) => t!(lang, "deleting-ask-name", name = name),
            (false, true) => t!(lang, "deleting-title"),
            (false, false) => t!(lang, "deleting-name", name = name),
        };
        let mut body = column![].spacing(MEDIUM);
        if let Some(right) = self.lacking(scene) {
            body = body.push(banner(Tone::Attention, problem::lacks(lang, right), None, Vec::new()));
        }
        if asks {
            body = body.push(text::body(t!(lang, "deleting-ask-says")));
        } else {
            if self.company().is_some() {
                body = body.push(self.choice(plan, scene));
            }
            body = body.push(says(plan, scene)).push(things(plan, scene));
        }
        body = body.push(held(&plan.held, scene));
        if plan.moves() > 0 {
            let label = if asks { t!(lang, "state-reason") } else { t!(lang, "deleting-reason") };
            let input = text_field("", self.reason.as_str())
                .id(REASON)
                .invalid(self.complaint.is_some())
                .on_input(Message::Reason);
            let input = if asks { input.on_submit(Message::Do) } else { input };
            body = body.push(Element::from(field(label, input).error(self.complaint.as_ref())));
        }
        let act = if asks {
            button::main(t!(lang, "deleting-ask-do"))
        } else if self.busy {
            button::danger(t!(lang, "deleting-busy"))
        } else if plan.moves() == 1 {
            button::danger(t!(lang, "deleting-do"))
        } else {
            button::danger(t!(lang, "deleting-do-count", count = plan.moves()))
        };
        let act = act.id("deleting-do").on_press_maybe(self.can(scene).then_some(Message::Do));
        let card = card(title, body)
            .button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
            .on_escape(Message::Back)
            .max_width(WIDTH);
        if plan.moves() > 0 { card.button(act) } else { card }
    }

    /// Returns the choice of a company's people.
    fn choice<'a>(&'a self, plan: &Plan, scene: &Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_empty = plan.staying.is_empty() && plan.persons.is_empty() && !self.with_people;
        let alone = radio(t!(lang, "deleting-alone"), !self.with_people).id(ALONE);
        let alone = alone.on_select(Message::WithPeople(false));
        let with = radio(t!(lang, "deleting-with-people"), self.with_people);
        let with = if is_empty { with } else { with.on_select(Message::WithPeople(true)) };
        column![Element::from(alone), Element::from(with)].spacing(SMALL).into()
    }
}

/// Returns what goes, until when it can be restored, and who stays.
fn says<'a>(plan: &Plan, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    if plan.moves() == 0 {
        return text::body(t!(lang, "deleting-nothing")).into();
    }
    let until = i18n::date_long(lang, plan.purge_on);
    let words = match plan.moves() {
        1 if plan.things.is_empty() => t!(lang, "deleting-says-alone", date = until),
        1 => t!(lang, "deleting-says", date = until),
        count => t!(lang, "deleting-says-count", count = count, date = until),
    };
    let staying =
        (!plan.staying.is_empty()).then(|| text::body(t!(lang, "cli-trash-staying", count = plan.staying.len())));
    column![text::body(words)].push(staying).spacing(SMALL).into()
}

/// Returns what hangs on those who go, with counts, and what becomes of each.
fn things<'a>(plan: &Plan, scene: &Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    let rows = plan.things.iter().map(|one| {
        let count = i18n::number(lang, i64::try_from(one.count).unwrap_or(i64::MAX));
        let becomes = i18n::text(lang, &format!("trash-becomes-{}", one.thing.becomes().key()));
        row![
            text::body(one.words(lang)).width(Length::FillPortion(5)),
            container(text::body(count)).width(64).align_right(64),
            Space::new().width(LARGE),
            text::body(becomes).style(style::muted).width(Length::FillPortion(5)),
        ]
        .height(HIT)
        .align_y(Alignment::Center)
        .into()
    });
    let rows: Vec<Element<'a, Message>> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    Some(container(Column::with_children(rows)).padding([SMALL, MEDIUM]).width(Length::Fill).style(style::card).into())
}

/// Returns who is held back, and why.
fn held<'a>(held: &'a [Kept], scene: &Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    if held.is_empty() {
        return None;
    }
    let rows = held.iter().take(NAMED).map(|kept| -> Element<'a, Message> {
        let why = kept.reasons.iter().map(|why| why.words(lang)).collect::<Vec<_>>().join("; ");
        row![
            text::body(kept.name.as_str()).width(Length::FillPortion(2)),
            text::body(why).style(style::muted).width(Length::FillPortion(3)),
        ]
        .spacing(MEDIUM)
        .into()
    });
    let rows = Column::with_children(rows).spacing(SMALL);
    let more = held.len().checked_sub(NAMED).filter(|more| *more > 0);
    let rows = rows.push(more.map(|more| text::caption(t!(lang, "today-more", count = more))));
    let rows = container(surface::scroll(container(rows).padding([0.0, MEDIUM]))).max_height(HELD);
    let head = banner(Tone::Attention, t!(lang, "deleting-held", count = held.len()), None, Vec::new());
    Some(column![head, rows].spacing(SMALL).into())
}
