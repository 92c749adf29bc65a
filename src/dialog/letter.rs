//! One letter to one person: the privacy notice, the confirmation of a correction, or the question for a consent.
//!
//! What a user does most here, each one click or one key: read it as it will go and send it (Ctrl+Enter), choose another
//! address or language, note that the person was told in another way.

mod view;

use std::path::PathBuf;

use chrono::NaiveDate;
use iced::Task;
use iced::widget::operation::focus;

use crate::i18n::{self, Lang};
use crate::model::list;
use crate::model::notice::Way;
use crate::model::person;
use crate::model::template::{Base, Key};
use crate::model::{Moment, field::Field};
use crate::office::mail::letters::{self, Choice, Held, Prepared};
use crate::office::mail::notices::{self, Clock};
use crate::office::mail::{account, consents, corrections, templates};
use crate::office::problem::Problem;
use crate::office::subject::Subject;
use crate::office::{Desk, Error, Rule, persons, report};
use crate::screen::letters::LetterAsk;
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::vault::Slot;

/// What the keyboard is on first.
const FIRST: &str = "letter-first";

/// The dialog.
#[derive(Debug)]
pub struct State {
    ask: LetterAsk,
    known: Option<Known>,
    choice: Choice,
    /// Of a notice, how the person is informed.
    how: How,
    /// When they were told in another way, as it was typed.
    day: String,
    is_day_wrong: bool,
    comment: String,
    /// Of a correction, which changes are told.
    span: Span,
    /// Of a consent, to what.
    purpose: Option<list::Id>,
    /// The letter as it will go; none before it is known, or where there is none.
    shown: Option<Shown>,
    /// Why there is none.
    lacks: Option<String>,
    question: u64,
    is_busy: bool,
}

/// What is known of the person, and of what can be chosen.
#[derive(Debug, Clone)]
pub struct Known {
    name: String,
    addresses: Vec<String>,
    templates: Vec<(Key, String)>,
    clock: Clock,
    purposes: Vec<list::Id>,
    has_account: bool,
}

/// A letter, before it is sent.
#[derive(Debug, Clone)]
pub struct Shown {
    letter: Prepared,
    /// What was corrected, and when.
    corrected: Option<(Vec<Field>, Moment)>,
    /// Who received the data before, and is to be told (art. 19).
    recipients: Vec<String>,
}

/// How somebody is informed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// By mail.
    Mail,
    /// They were, in another way, or need not be.
    Noted(Way),
}

/// Which changes are confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// The last one.
    Last,
    /// All of so many days.
    Days(u64),
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// What can be chosen was read.
    Known(Result<Box<Known>, Problem>),
    /// The letter was written, as it would go.
    Shown(u64, Result<Box<Shown>, Problem>),
    /// How the person is informed.
    How(Option<How>),
    /// An address was chosen.
    To(Option<String>),
    /// A notice that cannot say all it should is to go all the same, or not.
    Incomplete(bool),
    /// A template was chosen.
    Template(Option<Key>),
    /// A language was chosen.
    Language(Option<Lang>),
    /// The subject was typed.
    Subject(String),
    /// Which changes are told.
    Span(Option<Span>),
    /// To what a consent is asked for.
    Purpose(Option<list::Id>),
    /// The day was typed.
    Day(String),
    /// More about it was typed.
    Comment(String),
    /// It is to be sent, or noted.
    Do,
    /// It was; why not, where it is held back.
    Done(Result<Option<Held>, Problem>),
    /// It is to be written to a file.
    File,
    /// A place for the file was chosen.
    FileTo(PathBuf),
    /// It was written.
    Written(Result<(), Problem>),
    /// The account for mail is to be set up.
    Account,
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog.
    pub fn new(ask: LetterAsk, scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self {
            ask,
            known: None,
            choice: Choice::default(),
            how: How::Mail,
            day: i18n::date(scene.lang, scene.today()),
            is_day_wrong: false,
            comment: String::new(),
            span: Span::Last,
            purpose: None,
            shown: None,
            lacks: None,
            question: 0,
            is_busy: false,
        };
        let lang = scene.lang;
        let known = Task::perform(scene.office.read(move |desk| known(desk, ask)), move |known| {
            Message::Known(known.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        });
        // Which purposes there are is known first.
        let shown = if matches!(ask, LetterAsk::Consent(_)) { Task::none() } else { state.prepare(scene) };
        (state, Task::batch([known, shown, focus(FIRST)]))
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Save {
            self.update(Message::Do, scene)
        } else if command == Command::Escape {
            self.update(Message::Close, scene)
        } else {
            Step::none()
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Known(Ok(known)) => {
                let marketing = known.purposes.iter().find(|id| **id == list::MARKETING);
                self.purpose = marketing.or(known.purposes.first()).copied();
                if known.addresses.is_empty() && matches!(self.ask, LetterAsk::Notice(_)) {
                    self.how = How::Noted(Way::Oral);
                }
                self.known = Some(*known);
                if let LetterAsk::Consent(_) = self.ask {
                    return Step::task(self.prepare(scene));
                }
            }
            Message::Known(Err(problem)) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::Shown(question, _) if question != self.question => {}
            Message::Shown(_, Ok(shown)) => (self.shown, self.lacks) = (Some(*shown), None),
            Message::Shown(_, Err(problem)) => (self.shown, self.lacks) = (None, Some(problem.message)),
            Message::How(how) => self.how = how.unwrap_or(self.how),
            Message::To(to) => {
                self.choice.to = to;
                return Step::task(self.prepare(scene));
            }
            Message::Incomplete(incomplete) => self.choice.incomplete = incomplete,
            Message::Template(template) => {
                (self.choice.template, self.choice.subject) = (template, None);
                return Step::task(self.prepare(scene));
            }
            Message::Language(lang) => {
                (self.choice.lang, self.choice.subject) = (lang, None);
                return Step::task(self.prepare(scene));
            }
            Message::Subject(subject) => self.choice.subject = Some(subject),
            Message::Span(span) => {
                self.span = span.unwrap_or(self.span);
                return Step::task(self.prepare(scene));
            }
            Message::Purpose(purpose) => {
                self.purpose = purpose.or(self.purpose);
                return Step::task(self.prepare(scene));
            }
            Message::Day(day) => (self.day, self.is_day_wrong) = (day, false),
            Message::Comment(comment) => self.comment = comment,
            Message::Do if self.can() => return self.act(scene),
            Message::Do => {}
            Message::Done(Ok(None)) => {
                let name = self.known.as_ref().map(|known| known.name.as_str()).unwrap_or_default();
                let words = match self.how {
                    How::Mail => t!(scene.lang, "letter-queued", name = name),
                    How::Noted(_) => t!(scene.lang, "letter-noted", name = name),
                };
                return Step::ask(Action::Close).and(Action::Toast(words));
            }
            Message::Done(Ok(Some(held))) => {
                self.is_busy = false;
                self.lacks = Some(held.text);
                return Step::task(self.prepare(scene));
            }
            Message::Done(Err(problem)) => {
                self.is_busy = false;
                return Step::ask(Action::Problem(problem));
            }
            Message::File => {
                return Step::ask(Action::SaveFile {
                    title: t!(scene.lang, "letter-file-title"),
                    suggested: t!(scene.lang, "letter-file-name"),
                    then: Box::new(Message::FileTo),
                });
            }
            Message::FileTo(path) => {
                let (id, since, lang) = (self.ask.person(), self.since(scene), scene.lang);
                self.is_busy = true;
                let written = scene.office.write(move |desk| report::confirm_corrected(desk, id, since, &path));
                return Step::task(Task::perform(written, move |written| {
                    Message::Written(written.map(drop).map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Written(Ok(())) => {
                return Step::ask(Action::Close).and(Action::Toast(t!(scene.lang, "letter-file-written")));
            }
            Message::Written(Err(problem)) => {
                self.is_busy = false;
                return Step::ask(Action::Problem(problem));
            }
            Message::Account => return Step::ask(Action::Close).and(Action::MailAccount),
            Message::Close => return Step::ask(Action::Close),
        }
        Step::none()
    }

    /// Answers whether it can be sent, or noted.
    fn can(&self) -> bool {
        let is_ready = match self.how {
            How::Mail => {
                let says_enough =
                    |letter: &Prepared| !letter.gaps.iter().any(notices::is_for_decision) || self.choice.incomplete;
                let may_go = |shown: &Shown| shown.letter.stops.is_empty() && says_enough(&shown.letter);
                self.shown.as_ref().is_some_and(may_go) && !self.is_waiting()
            }
            How::Noted(_) => self.known.is_some(),
        };
        is_ready && !self.is_busy
    }

    /// Answers whether a notice waits to be sent: another would be too much.
    fn is_waiting(&self) -> bool {
        matches!(self.ask, LetterAsk::Notice(_)) && self.known.as_ref().is_some_and(|known| known.clock.waiting)
    }

    fn since(&self, scene: &Scene) -> Option<Moment> {
        match self.span {
            Span::Last => None,
            Span::Days(days) => Some(Moment::beginning(scene.today() - chrono::Days::new(days.saturating_sub(1)))),
        }
    }

    /// Writes the letter as it would go.
    fn prepare(&mut self, scene: &Scene) -> Task<Message> {
        self.question += 1;
        let (question, ask, choice, lang) = (self.question, self.ask, self.choice.clone(), scene.lang);
        let (since, purpose) = (self.since(scene), self.purpose);
        let shown = scene.office.latest(Slot("letter"), move |desk| {
            let alone = |letter| Shown { letter, corrected: None, recipients: Vec::new() };
            match ask {
                LetterAsk::Notice(id) => notices::prepare(desk, id, &choice).map(alone),
                LetterAsk::Corrected(id) => {
                    let (letter, corrected) = corrections::prepare(desk, id, since, &choice)?;
                    let recipients = corrected.recipients;
                    Ok(Shown { letter, corrected: Some((corrected.fields, corrected.at)), recipients })
                }
                LetterAsk::Consent(id) => {
                    let purpose = purpose.ok_or(Error::Refused(Rule::ConsentNeedsWording))?;
                    consents::prepare(desk, id, purpose, &choice).map(alone)
                }
            }
        });
        Task::perform(shown, move |shown| {
            let shown = shown.map(Box::new).map_err(|error: Error| {
                let mut problem = Problem::new(&error, lang);
                if matches!(error, Error::NoSuch("correction")) {
                    problem.message = t!(lang, "letter-nothing-corrected");
                }
                problem
            });
            Message::Shown(question, shown)
        })
    }

    fn act(&mut self, scene: &Scene) -> Step<Message> {
        let (ask, how, lang) = (self.ask, self.how, scene.lang);
        let (choice, comment) = (self.choice.clone(), self.comment.clone());
        let (since, purpose) = (self.since(scene), self.purpose);
        let day = match how {
            How::Mail => None,
            How::Noted(_) => match day(&self.day, scene) {
                Some(day) => Some(day),
                None => {
                    self.is_day_wrong = true;
                    return Step::none();
                }
            },
        };
        self.is_busy = true;
        let first = |held: Vec<(person::Id, Held)>| held.into_iter().next().map(|(_, why)| why);
        let done = scene.office.write(move |desk| match (ask, how) {
            (LetterAsk::Notice(id), How::Mail) => notices::send(desk, id, &choice).map(|_| None),
            (LetterAsk::Corrected(id), _) => {
                corrections::confirm(desk, id, since, &choice, true).map(|confirmed| first(confirmed.done.held))
            }
            (LetterAsk::Consent(id), _) => {
                let purpose = purpose.ok_or(Error::Refused(Rule::ConsentNeedsWording))?;
                consents::ask(desk, id, purpose, &choice, true).map(|done| first(done.held))
            }
            (LetterAsk::Notice(id), How::Noted(way)) => {
                let whom = Subject::Persons([id].into());
                notices::note(desk, &whom, way, day, &comment).map(|done| first(done.held))
            }
        });
        Step::task(Task::perform(done, move |done| {
            Message::Done(done.map_err(|error: Error| Problem::new(&error, lang)))
        }))
    }
}

/// Returns the day that was typed: today or one before.
fn day(typed: &str, scene: &Scene) -> Option<NaiveDate> {
    i18n::parse_date(scene.lang, typed.trim(), scene.today()).filter(|day| *day <= scene.today())
}

fn known(desk: &Desk<'_>, ask: LetterAsk) -> Result<Known, Error> {
    let id = ask.person();
    let person = persons::get(desk, id)?;
    let base = match ask {
        LetterAsk::Notice(_) => Base::Notice,
        LetterAsk::Corrected(_) => Base::Corrected,
        LetterAsk::Consent(_) => Base::ConsentRequest,
    };
    let mut of_kind: Vec<(Key, String)> = Vec::new();
    for one in templates::list(desk)? {
        if one.key.base.kind() == base.kind() && !of_kind.iter().any(|(key, _)| *key == one.key) {
            of_kind.push((one.key, one.name));
        }
    }
    Ok(Known {
        name: person.content.full_name(),
        addresses: letters::addresses(&person),
        templates: of_kind,
        clock: notices::clock(desk, id)?,
        purposes: consents::purposes(desk)?,
        has_account: account::is_set_up(desk)?,
    })
}
