//! What came back from people: what it proposes, with what that rests on, and what was left.
//!
//! What a user does most here, each one click or one key: accept one proposal, take a file in (Enter, or by dropping it on
//! the window), make a card for a stranger who wrote.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use iced::widget::operation::focus;
use iced::widget::{Column, Row, column, row, space};
use iced::{Alignment, Length, Task};

use crate::i18n;
use crate::model::person;
use crate::model::reply::ProposalId;
use crate::office::mail::intake::proposals::{self, Came, Proposed};
use crate::office::mail::intake::{self, Left, Strangers, Taken, Why};
use crate::office::problem::Problem;
use crate::office::{Error, Progress, aside};
use crate::screen::letters::LetterAsk;
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Tone};
use crate::transfer::{Parser, replies};
use crate::widget::banner::banner;
use crate::widget::dialog::{Card, card};
use crate::widget::progress::progress;
use crate::widget::{button, surface, text};

/// The widest the dialog gets, in pixels.
const WIDTH: f32 = 760.0;
const FIRST: &str = "came-back-first";
/// How many signs of what somebody says are shown; all of it is in the message.
const SHOWN: usize = 400;
/// How often the bar looks how far it is.
const LOOK: Duration = Duration::from_millis(100);

/// The dialog.
#[derive(Debug)]
pub struct State {
    parser: Parser,
    /// What waits for a decision; none before it was read.
    waiting: Option<Vec<Came>>,
    /// What was left of the files that were taken in.
    left: Vec<Left>,
    /// What is in those files, for who is made a card of them; nothing of it is kept elsewhere.
    files: Vec<replies::Came>,
    /// How many things were recognised, and how many changes were carried out at once.
    done: Option<(usize, usize)>,
    /// Whose cards were corrected as they wanted: they can be told.
    corrected: Vec<(person::Id, String)>,
    /// How many were not looked at, because somebody stopped it.
    untaken: usize,
    /// The files that are taken in next, where several were dropped.
    next: VecDeque<PathBuf>,
    /// How far taking in is, as long as it goes on.
    running: Option<Arc<Progress>>,
    is_busy: bool,
    problem: Option<Problem>,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// What waits was read.
    Waiting(Result<Vec<Came>, Problem>),
    /// A file is to be chosen.
    Choose,
    /// A file is to be taken in.
    Take(PathBuf),
    /// It was, or not.
    Taken(Result<(Taken, Arc<Vec<replies::Came>>), Problem>),
    /// How far that is, is to be looked at.
    Look,
    /// It is to stop.
    Stop,
    /// What is proposed is to be carried out.
    Accept(Vec<ProposalId>),
    /// It is not.
    Reject(Vec<ProposalId>),
    /// A card is to be made for whoever wrote what was left at this place.
    NewPerson(usize),
    /// It was made, or not.
    Made(usize, Result<(), Problem>),
    /// That was done, or not; whose card was corrected by it.
    Decided(Vec<(person::Id, String)>, Result<Vec<Came>, Problem>),
    /// Somebody is to be told what was corrected.
    Confirm(person::Id),
    /// The card of the person is to be opened.
    Open(person::Id),
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog, with a file where one was dropped.
    pub fn new(file: Option<PathBuf>, parser: Parser, scene: &Scene) -> (Self, Task<Message>) {
        let state = Self {
            parser,
            waiting: None,
            left: Vec::new(),
            files: Vec::new(),
            done: None,
            corrected: Vec::new(),
            untaken: 0,
            next: VecDeque::new(),
            running: None,
            is_busy: false,
            problem: None,
        };
        let first = match file {
            Some(file) => Task::done(Message::Take(file)),
            None => read(scene),
        };
        (state, Task::batch([first, focus(FIRST)]))
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Waiting(read) => {
                self.is_busy = self.running.is_some();
                self.put(read);
                Step::none()
            }
            Message::Choose => Step::ask(Action::PickFile {
                title: t!(lang, "came-back-take"),
                kinds: vec![(t!(lang, "came-back-kinds"), vec!["eml", "mbox", "json"])],
                then: Box::new(Message::Take),
            }),
            Message::Take(file) if self.running.is_some() => {
                self.next.push_back(file);
                Step::none()
            }
            Message::Take(file) => {
                (self.left, self.files, self.done, self.untaken) = (Vec::new(), Vec::new(), None, 0);
                self.problem = None;
                Step::task(self.take(file, scene))
            }
            Message::Taken(taken) => {
                self.running = None;
                match taken {
                    Ok((taken, files)) => self.add(taken, &files),
                    Err(problem) => self.problem = Some(problem),
                }
                match self.next.pop_front() {
                    Some(file) => Step::task(self.take(file, scene)),
                    None => Step::task(read(scene)),
                }
            }
            Message::Look if self.running.is_some() => Step::task(look()),
            Message::Look => Step::none(),
            Message::Stop => {
                self.next.clear();
                if let Some(progress) = &self.running {
                    progress.cancel();
                }
                Step::none()
            }
            Message::Accept(_) | Message::Reject(_) | Message::NewPerson(_) if self.is_busy => Step::none(),
            Message::Accept(ids) => self.decide(scene, ids, true),
            Message::Reject(ids) => self.decide(scene, ids, false),
            Message::Decided(corrected, done) => {
                self.is_busy = false;
                if done.is_ok() {
                    let is_new = |one: &(person::Id, String)| !self.corrected.contains(one);
                    let corrected: Vec<_> = corrected.into_iter().filter(is_new).collect();
                    self.corrected.extend(corrected);
                }
                self.put(done);
                Step::none()
            }
            Message::NewPerson(place) => {
                let Some(left) = self.left.get(place) else { return Step::none() };
                let Some(one) = self.files.get(left.place).cloned() else { return Step::none() };
                self.is_busy = true;
                self.problem = None;
                let made = scene.office.write(move |desk| intake::take_up(desk, &one));
                Step::task(Task::perform(made, move |made| {
                    Message::Made(place, made.map(drop).map_err(|error: Error| Problem::new(&error, lang)))
                }))
            }
            Message::Made(place, Ok(())) => {
                if place < self.left.len() {
                    self.left.remove(place);
                }
                Step::task(read(scene))
            }
            Message::Made(_, Err(problem)) => {
                self.is_busy = false;
                self.problem = Some(problem);
                Step::none()
            }
            Message::Confirm(id) => Step::ask(Action::Close).and(Action::Letter(LetterAsk::Corrected(id))),
            Message::Open(id) => Step::ask(Action::Close).and(Action::OpenPerson(id)),
            Message::Close if self.running.is_some() => self.update(Message::Stop, scene),
            Message::Close => Step::ask(Action::Close),
        }
    }

    fn put(&mut self, read: Result<Vec<Came>, Problem>) {
        match read {
            Ok(waiting) => self.waiting = Some(waiting),
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Takes a file in, away from the thread that draws.
    fn take(&mut self, file: PathBuf, scene: &Scene) -> Task<Message> {
        self.is_busy = true;
        let progress = Arc::new(Progress::default());
        self.running = Some(Arc::clone(&progress));
        let (lang, office, parser) = (scene.lang, scene.office.clone(), self.parser.clone());
        let taken = aside(move || intake::run(&office, &parser, &[file], Strangers::Left, &progress));
        let taken =
            Task::perform(taken, move |taken| Message::Taken(taken.map_err(|error: Error| Problem::new(&error, lang))));
        Task::batch([taken, look()])
    }

    fn add(&mut self, taken: Taken, files: &[replies::Came]) {
        let (recognised, carried_out) = self.done.unwrap_or_default();
        let now: usize = taken.recognised.iter().map(|one| one.done).sum();
        self.done = Some((recognised + taken.recognised.len(), carried_out + now));
        self.untaken += taken.untaken;
        let before = self.files.len();
        self.left.extend(taken.left.into_iter().map(|left| Left { place: left.place + before, ..left }));
        self.files.extend_from_slice(files);
    }

    fn decide(&mut self, scene: &Scene, ids: Vec<ProposalId>, accepts: bool) -> Step<Message> {
        let lang = scene.lang;
        self.is_busy = true;
        let came = self.waiting.iter().flatten().filter(|came| accepts && !came.is_closed);
        let corrects = |one: &Proposed| one.kind == "correct" && ids.contains(&one.id);
        let came = came.filter(|came| came.proposed.iter().any(corrects));
        let corrected: Vec<_> = came.map(|came| (came.reply.person, came.name.clone())).collect();
        self.problem = None;
        let done = scene.office.write(move |desk| {
            if accepts { proposals::accept(desk, &ids) } else { proposals::reject(desk, &ids) }?;
            proposals::list(desk, true)
        });
        Step::task(Task::perform(done, move |done| {
            Message::Decided(corrected, done.map_err(|error: Error| Problem::new(&error, lang)))
        }))
    }

    /// Does what a key asks for.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Escape { self.update(Message::Close, scene) } else { Step::none() }
    }

    /// Shows the dialog.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let mut body = Column::new().spacing(MEDIUM);
        if let Some(problem) = &self.problem {
            body = body.push(banner(Tone::Danger, problem.message.clone(), None, vec![]));
        }
        if let Some(running) = &self.running {
            let (done, total) = running.get();
            #[allow(clippy::cast_precision_loss, reason = "a bar is a few hundred pixels long")]
            let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
            let numbers =
                if total == 0 { String::new() } else { t!(lang, "reports-numbers", done = done, total = total) };
            let stop = button::plain(t!(lang, "cancel")).small().on_press(Message::Stop);
            body = body.push(progress(t!(lang, "came-back-running"), share, numbers, Some(stop)));
        }
        if self.untaken > 0 {
            let words = t!(lang, "came-back-stopped", count = self.untaken);
            body = body.push(banner(Tone::Attention, words, None, vec![]));
        }
        if let Some((recognised, carried_out)) = self.done {
            let words =
                t!(lang, "came-back-taken", recognised = recognised, done = carried_out, left = self.left.len());
            body = body.push(banner(Tone::Good, words, None, vec![]));
        }
        for (id, name) in &self.corrected {
            let tell = button::plain(t!(lang, "came-back-confirm")).small().id("came-back-confirm");
            let tell = Element::from(tell.on_press(Message::Confirm(*id)));
            body =
                body.push(banner(Tone::Good, t!(lang, "came-back-corrected", name = name.as_str()), None, vec![tell]));
        }
        for (place, left) in self.left.iter().enumerate() {
            body = body.push(self.left_over(place, left, scene));
        }
        match self.waiting.as_deref() {
            None => body = body.push(surface::skeleton(3)),
            Some([]) => body = body.push(text::body(t!(lang, "came-back-nothing"))),
            Some(waiting) => {
                for came in waiting {
                    body = body.push(surface::line()).push(self.came(came, scene));
                }
            }
        }
        card(t!(lang, "came-back-title"), surface::scroll(body))
            .max_width(WIDTH)
            .button(button::plain(t!(lang, "close")).on_press(Message::Close))
            .button(
                button::main(t!(lang, "came-back-take"))
                    .on_press_maybe((!self.is_busy).then_some(Message::Choose))
                    .id(FIRST),
            )
            .on_escape(Message::Close)
    }

    /// Something that came back: whose, what, on what that rests, and what it proposes.
    fn came<'a>(&'a self, came: &'a Came, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let reply = &came.reply;
        let kind = i18n::text(lang, &format!("reply-kind-{}", reply.kind.key()));
        let proof = i18n::text(lang, &format!("reply-proof-{}", reply.proof.key()));
        let known = t!(lang, "label-colon", label = t!(lang, "field-reply_proof"), value = proof);
        let when = t!(lang, "came-back-when", kind = kind, time = scene.time(reply.at));
        let all: Vec<ProposalId> = came.proposed.iter().map(|one| one.id).collect();
        let name = button::link(came.name.clone()).on_press(Message::Open(reply.person));
        let mut head = Row::new().push(name).push(space::horizontal());
        if all.len() > 1 {
            let free = !self.is_busy;
            head = head
                .push(
                    button::plain(t!(lang, "came-back-none"))
                        .small()
                        .on_press_maybe(free.then(|| Message::Reject(all.clone()))),
                )
                .push(
                    button::plain(t!(lang, "came-back-all", count = all.len()))
                        .small()
                        .on_press_maybe(free.then_some(Message::Accept(all))),
                );
        }
        let mut lines = Column::new().spacing(SMALL).push(head.spacing(SMALL).align_y(Alignment::Center));
        lines = lines.push(text::caption(when)).push(text::caption(known));
        if came.is_closed {
            lines = lines.push(text::caption(t!(lang, "came-back-closed")));
        }
        for one in &came.proposed {
            lines = lines.push(self.proposed(one, scene));
        }
        lines.into()
    }

    fn proposed<'a>(&'a self, one: &'a Proposed, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let mut words = Column::new().push(text::strong(one.words.clone()));
        if one.kind == "correct" {
            let before = if one.before.is_empty() { t!(lang, "came-back-empty") } else { one.before.clone() };
            let after = if one.value.is_empty() { t!(lang, "came-back-empty") } else { one.value.clone() };
            words = words.push(text::body(format!("{before} → {after}")));
        } else if one.kind != "subscribe" && !one.value.is_empty() {
            words = words.push(text::body(one.value.chars().take(SHOWN).collect::<String>()));
        }
        for hint in &one.hints {
            words = words.push(text::caption(i18n::text(lang, &format!("proposal-hint-{}", hint.key()))));
        }
        let free = !self.is_busy;
        let buttons = row![
            button::plain(t!(lang, "came-back-reject"))
                .small()
                .on_press_maybe(free.then(|| Message::Reject(vec![one.id]))),
            button::plain(i18n::text(lang, &format!("came-back-do-{}", one.kind)))
                .small()
                .on_press_maybe(free.then(|| Message::Accept(vec![one.id]))),
        ];
        row![words.width(Length::Fill), buttons.spacing(SMALL)].spacing(LARGE).align_y(Alignment::Center).into()
    }

    /// Something that was left, and why.
    fn left_over<'a>(&'a self, place: usize, left: &'a Left, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let why = i18n::text(lang, &format!("intake-left-{}", left.why.key()));
        let sender = if left.sender.is_empty() { left.file.clone() } else { left.sender.clone() };
        let words = column![text::strong(sender), text::caption(why)].width(Length::Fill);
        let mut line = Row::new().push(words);
        if left.why == Why::Stranger {
            let free = !self.is_busy;
            let make = button::plain(t!(lang, "came-back-new")).small();
            line = line.push(make.on_press_maybe(free.then_some(Message::NewPerson(place))));
        }
        line.spacing(LARGE).align_y(Alignment::Center).into()
    }
}

fn read(scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    Task::perform(scene.office.read(|desk| proposals::list(desk, true)), move |read| {
        Message::Waiting(read.map_err(|error: Error| Problem::new(&error, lang)))
    })
}

fn look() -> Task<Message> {
    Task::perform(tokio::time::sleep(LOOK), |()| Message::Look)
}
