//! What is done about the state of a person: restricting and lifting (art. 18), looking into a closed card, objecting and
//! weighing (art. 21).
//!
//! Each is one sentence that says what it means, what must be typed, and one button.

mod holding;

use iced::Task;
use iced::widget::operation::focus;
use iced::widget::{Column, column};

use crate::i18n;
use crate::model::hold::Content;
use crate::model::list;
use crate::model::objection::{Objection, Reach, Verdict};
use crate::model::person;
use crate::model::restriction::Ground;
use crate::office::holding as kept;
use crate::office::problem::{Kind, Problem};
use crate::office::states::{self as office, Reaches};
use crate::office::{Desk, Error, persons};
use crate::screen::states::{StateAsk, long_day};
use crate::screen::{Action, Answer, Command, Scene, Step};
use crate::t;
use crate::theme::Tone;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, radio};
use crate::widget::choice::choice;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::{button, text};

/// The widest the dialog gets, in pixels.
const WIDTH: f32 = 680.0;
const WORDS: &str = "state-words";
const FIRST: &str = "state-first";
const STAY: &str = "state-stay";

/// The dialog of one person.
#[derive(Debug)]
pub struct State {
    ask: StateAsk,
    name: String,
    reaches: Vec<Reaches>,
    ground: Ground,
    purpose: Option<list::Id>,
    verdict: Option<Verdict>,
    words: String,
    answer: String,
    told: bool,
    problem: Option<String>,
    form: holding::Form,
    busy: bool,
    /// Whether it is asked what to do with what is typed.
    is_leaving: bool,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name and what an objection would do were read.
    Loaded(Result<(String, Vec<Reaches>), Problem>),
    /// A ground was chosen.
    Ground(Ground),
    /// A purpose was chosen.
    Purpose(Option<list::Id>),
    /// What is decided was chosen.
    Verdict(Verdict),
    /// A reason or a comment was typed.
    Words(String),
    /// What the person was answered was typed.
    Answer(String),
    /// Whether the person was told.
    Told(bool),
    /// Something was said of a legal hold.
    Hold(holding::Typed),
    /// It is to be done.
    Do,
    /// It was done; the text says so.
    Done(Result<String, Problem>),
    /// The dialog is to be left, and it is asked first where something would be lost.
    Back,
    /// It is not to be left after all.
    Stay,
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog.
    pub fn new(ask: StateAsk, scene: &Scene) -> (Self, Task<Message>) {
        let (id, lang) = (ask.person(), scene.lang);
        let purpose = if let StateAsk::Object(_, purpose) = &ask { *purpose } else { None };
        let verdict = match &ask {
            StateAsk::Decide(objection) if objection.reach == Reach::None => Some(Verdict::Answered),
            StateAsk::Decide(_)
            | StateAsk::Restrict(_)
            | StateAsk::Open(_)
            | StateAsk::Lift(_)
            | StateAsk::Object(..)
            | StateAsk::Hold(_)
            | StateAsk::LiftHold(..) => None,
        };
        let first = match &ask {
            StateAsk::Restrict(_) | StateAsk::Object(..) | StateAsk::Hold(_) => FIRST,
            StateAsk::Decide(_) if verdict.is_none() => FIRST,
            StateAsk::Decide(_) | StateAsk::Open(_) | StateAsk::Lift(_) | StateAsk::LiftHold(..) => WORDS,
        };
        let read = scene.office.read(move |desk| {
            let line = persons::lines(desk, &[id])?.pop().ok_or(Error::NoPerson(id))?;
            Ok((person::full_name(&line.first_name, &line.last_name), office::reaches(desk, id)?))
        });
        let read = Task::perform(read, move |read| Message::Loaded(read.map_err(|error| Problem::new(&error, lang))));
        let state = Self {
            ask,
            name: String::new(),
            reaches: Vec::new(),
            ground: Ground::Accuracy,
            purpose,
            verdict,
            words: String::new(),
            answer: String::new(),
            told: false,
            problem: None,
            form: holding::Form::default(),
            busy: false,
            is_leaving: false,
        };
        (state, Task::batch([read, focus(first)]))
    }

    /// Answers whether something typed would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        !self.words.trim().is_empty() || !self.answer.trim().is_empty()
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

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Loaded(Ok((name, reaches))) => {
                (self.name, self.reaches) = (name, reaches);
                if self.purpose.is_none() {
                    let marketing = self.reaches.iter().find(|one| one.reach == Reach::Absolute);
                    self.purpose = marketing.or(self.reaches.first()).map(|one| one.purpose);
                }
            }
            Message::Loaded(Err(problem)) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::Ground(ground) => self.ground = ground,
            Message::Purpose(purpose) => self.purpose = purpose.or(self.purpose),
            Message::Verdict(verdict) => self.verdict = Some(verdict),
            Message::Words(words) => {
                self.words = words;
                self.problem = None;
                self.is_leaving = false;
            }
            Message::Answer(answer) => {
                self.answer = answer;
                self.is_leaving = false;
            }
            Message::Told(told) => self.told = told,
            Message::Hold(typed) => self.form.apply(typed),
            Message::Do if self.can() => {
                let hold = if let StateAsk::Hold(_) = self.ask {
                    // What is no day is said beside it.
                    match self.form.content(&self.words, &self.answer, scene) {
                        None => return Step::none(),
                        content => content,
                    }
                } else {
                    None
                };
                self.busy = true;
                return Step::task(self.act(hold, scene));
            }
            Message::Do => {}
            Message::Done(Ok(words)) => {
                let close = Step::ask(Action::Close);
                return if words.is_empty() { close } else { close.and(Action::Saved(words)) };
            }
            Message::Done(Err(problem)) => {
                self.busy = false;
                if problem.kind == Kind::Invalid {
                    self.problem = Some(problem.message);
                } else {
                    return Step::ask(Action::Problem(problem));
                }
            }
            Message::Back if self.busy => {}
            Message::Back if self.is_leaving => return self.update(Message::Stay, scene),
            Message::Back if self.unsaved() => {
                self.is_leaving = true;
                return Step::task(focus(STAY));
            }
            Message::Stay => {
                self.is_leaving = false;
                return Step::task(focus(WORDS));
            }
            Message::Back | Message::Close => return Step::ask(Action::Close),
        }
        Step::none()
    }

    /// Answers whether everything that must be said is said.
    fn can(&self) -> bool {
        let is_said = !self.words.trim().is_empty();
        !self.busy
            && match &self.ask {
                StateAsk::Restrict(_) => true,
                StateAsk::Open(_) | StateAsk::Lift(_) | StateAsk::Hold(_) | StateAsk::LiftHold(..) => is_said,
                StateAsk::Object(..) => self.purpose.is_some(),
                StateAsk::Decide(_) => is_said && self.verdict.is_some(),
            }
    }

    fn reach(&self) -> Option<Reaches> {
        self.reaches.iter().copied().find(|one| Some(one.purpose) == self.purpose)
    }

    fn act(&self, hold: Option<Content>, scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        let (words, answer, told, ground) = (self.words.clone(), self.answer.clone(), self.told, self.ground);
        let said = move |done: Result<String, Error>| Message::Done(done.map_err(|error| Problem::new(&error, lang)));
        type Job = Box<dyn FnOnce(&mut Desk<'_>) -> Result<(), Error> + Send>;
        let (job, done): (Job, String) = match &self.ask {
            StateAsk::Open(id) => {
                let looked = scene.office.look_up(*id, &words);
                return Task::perform(looked, move |done| said(done.map(|()| String::new())));
            }
            StateAsk::Restrict(id) => {
                let id = *id;
                let job = move |desk: &mut Desk<'_>| office::restrict(desk, id, ground, &words).map(drop);
                (Box::new(job), t!(lang, "state-restricted-toast", name = self.name.as_str()))
            }
            StateAsk::Lift(id) => {
                let id = *id;
                let job = move |desk: &mut Desk<'_>| office::lift(desk, id, &words, told).map(drop);
                (Box::new(job), t!(lang, "state-lifted"))
            }
            StateAsk::Object(id, _) => {
                let Some(purpose) = self.purpose else { return Task::none() };
                let id = *id;
                let job = move |desk: &mut Desk<'_>| office::object(desk, id, purpose, &words, Some(&answer)).map(drop);
                let takes_effect = self.reach().is_none_or(|one| one.reach != Reach::None || one.takes_consent_back);
                let words = if takes_effect {
                    t!(lang, "basis-objected-toast", purpose = scene.lists.name(purpose, lang))
                } else {
                    t!(lang, "state-wish-noted")
                };
                (Box::new(job), words)
            }
            StateAsk::Hold(id) => {
                let (Some(content), id) = (hold, *id) else { return Task::none() };
                let job = move |desk: &mut Desk<'_>| kept::add(desk, id, content).map(drop);
                (Box::new(job), t!(lang, "hold-done", name = self.name.as_str()))
            }
            StateAsk::LiftHold(id, hold) => {
                let (id, hold) = (*id, *hold);
                let job = move |desk: &mut Desk<'_>| kept::lift(desk, id, hold, &words).map(drop);
                (Box::new(job), t!(lang, "hold-lifted"))
            }
            StateAsk::Decide(objection) => {
                let Some(verdict) = self.verdict else { return Task::none() };
                let (id, which) = (objection.person, objection.id);
                let job = move |desk: &mut Desk<'_>| office::decide(desk, id, which, verdict, &words).map(drop);
                (Box::new(job), i18n::text(lang, &format!("objection-decided-{}", verdict.key())))
            }
        };
        Task::perform(scene.office.write(job), move |result| said(result.map(|()| done)))
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let name = self.name.as_str();
        let (title, body, act) = match &self.ask {
            StateAsk::Restrict(_) => (t!(lang, "state-restrict-title", name = name), self.restrict(scene), {
                button::danger(t!(lang, "state-restrict-do"))
            }),
            StateAsk::Open(_) => (t!(lang, "state-open-title", name = name), self.open(scene), {
                button::main(t!(lang, "state-open-do"))
            }),
            StateAsk::Lift(_) => (t!(lang, "state-lift-title", name = name), self.lift(scene), {
                button::main(t!(lang, "state-lift-do"))
            }),
            StateAsk::Hold(_) => {
                (t!(lang, "hold-title", name = name), self.hold(scene), { button::main(t!(lang, "hold-do")) })
            }
            StateAsk::LiftHold(..) => (t!(lang, "hold-lift-title", name = name), self.lift_hold(scene), {
                button::main(t!(lang, "hold-lift-do"))
            }),
            StateAsk::Object(..) => (t!(lang, "state-object-title", name = name), self.object(scene), {
                button::danger(t!(lang, "state-object-do"))
            }),
            StateAsk::Decide(objection) => {
                (t!(lang, "state-decide-title", name = name), self.decide(objection, scene), {
                    button::main(t!(lang, "save"))
                })
            }
        };
        let card = card(title, body.spacing(MEDIUM)).max_width(WIDTH);
        if self.is_leaving {
            return Answer::in_foot(card, lang, STAY, Message::Stay, Message::Close);
        }
        card.button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
            .button(act.on_press_maybe(self.can().then_some(Message::Do)))
            .on_escape(Message::Back)
    }

    fn words<'a>(&'a self, label: String) -> crate::theme::Element<'a, Message> {
        let input = text_field("", self.words.as_str())
            .id(WORDS)
            .invalid(self.problem.is_some())
            .on_input(Message::Words)
            .on_submit(Message::Do);
        field(label, input).error(self.problem.as_ref()).into()
    }

    fn restrict<'a>(&'a self, scene: &'a Scene) -> Column<'a, Message, crate::theme::Theme> {
        let lang = scene.lang;
        let ground = |ground: Ground| -> crate::theme::Element<'a, Message> {
            let words = i18n::text(lang, &format!("ground-{}", ground.letter()));
            let sign = radio(words, self.ground == ground).on_select(Message::Ground(ground));
            if ground == Ground::Accuracy { sign.id(FIRST).into() } else { sign.into() }
        };
        let grounds = Column::with_children(Ground::ALL.map(ground)).spacing(SMALL);
        column![text::body(t!(lang, "state-restrict-says")), grounds, self.words(t!(lang, "field-comment"))]
    }

    fn open<'a>(&'a self, scene: &'a Scene) -> Column<'a, Message, crate::theme::Theme> {
        column![text::body(t!(scene.lang, "state-open-says")), self.words(t!(scene.lang, "state-reason"))]
    }

    fn lift<'a>(&'a self, scene: &'a Scene) -> Column<'a, Message, crate::theme::Theme> {
        let lang = scene.lang;
        let told = checkbox(t!(lang, "state-told"), self.told).on_toggle(Message::Told);
        column![
            text::body(t!(lang, "state-lift-says")),
            self.words(t!(lang, "state-reason")),
            crate::theme::Element::from(told)
        ]
    }

    fn object<'a>(&'a self, scene: &'a Scene) -> Column<'a, Message, crate::theme::Theme> {
        let lang = scene.lang;
        let options: Vec<(list::Id, String)> =
            self.reaches.iter().map(|one| (one.purpose, scene.lists.name(one.purpose, lang).to_owned())).collect();
        let purpose = choice(options, self.purpose).id(FIRST).on_choose(Message::Purpose);
        let purpose = field(t!(lang, "field-purpose"), purpose);
        let mut body = column![crate::theme::Element::from(purpose)];
        let reach = self.reach();
        if let Some(one) = reach {
            let (tone, says) = match one.reach {
                Reach::Absolute => (Tone::Accent, t!(lang, "objection-says-absolute")),
                Reach::Weighed => (Tone::Accent, t!(lang, "objection-says-weighed")),
                Reach::None if one.takes_consent_back => (Tone::Accent, t!(lang, "objection-says-consent")),
                Reach::None => (Tone::Attention, t!(lang, "objection-says-none")),
            };
            body = body.push(banner(tone, says, None, Vec::new()));
        }
        body = body.push(self.words(t!(lang, "state-said")));
        if reach.is_some_and(|one| one.reach == Reach::None && !one.takes_consent_back) {
            let input = text_field("", self.answer.as_str()).on_input(Message::Answer).on_submit(Message::Do);
            body = body.push(crate::theme::Element::from(field(t!(lang, "state-answer"), input)));
        }
        body
    }

    fn decide<'a>(&'a self, objection: &'a Objection, scene: &'a Scene) -> Column<'a, Message, crate::theme::Theme> {
        let lang = scene.lang;
        let purpose = scene.lists.name(objection.purpose, lang);
        let about = t!(lang, "card-objected", purpose = purpose, date = long_day(scene, objection.at));
        let mut body = column![text::strong(about)]
            .push((!objection.comment.is_empty()).then(|| text::body(objection.comment.as_str())));
        if objection.reach == Reach::None {
            return body.push(text::body(t!(lang, "objection-says-none"))).push(self.words(t!(lang, "state-answer")));
        }
        body = body.push(text::body(t!(lang, "state-decide-says")));
        for (verdict, words) in [
            (Verdict::Upheld, t!(lang, "state-decide-upheld")),
            (Verdict::Overruled, t!(lang, "state-decide-overruled")),
        ] {
            let sign = radio(words, self.verdict == Some(verdict)).on_select(Message::Verdict(verdict));
            let sign = if verdict == Verdict::Upheld { sign.id(FIRST) } else { sign };
            body = body.push(crate::theme::Element::from(sign));
        }
        body.push(self.words(t!(lang, "state-reason")))
    }
}
