//! Erasing somebody for good: what goes and what is written of them elsewhere, then the work itself, then what shows
//! that nothing is left.
//!
//! What is done most, each one click or one key: *Erase 1 person*; for each text that names the person, *Take the name
//! out* or *Keep*; at the end *Save certificate…*.

mod outcome;
mod planning;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use iced::Task;
use iced::widget::operation::focus;

use crate::model::erasure::{Exception, Ground};
use crate::model::outbox::Channel;
use crate::model::person;
use crate::office::erasure::{
    self, Backups, Certificate, Decision, Done, Hits, Plan, Record, Step as Deed, Telling, Wanted, Work,
};
use crate::office::problem::Problem;
use crate::office::{Error, Progress, aside};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::widget::dialog::{Card, card};
use crate::widget::{button, surface};

/// The widest the dialog gets, in pixels.
const WIDTH: f32 = 760.0;
/// How often it is looked how far the work is.
const LOOK: Duration = Duration::from_millis(150);

/// The dialog of one person.
#[derive(Debug)]
pub struct State {
    id: person::Id,
    phase: Phase,
}

/// How far it is.
#[derive(Debug)]
enum Phase {
    /// What would happen is being found out.
    Reading,
    /// It is shown, and decided.
    Plan(Box<Form>),
    /// It is being done.
    Working(Arc<Work>),
    /// It is done.
    Done(Box<Outcome>),
}

/// What was found, and what is decided.
#[derive(Debug)]
struct Form {
    plan: Plan,
    backups: Backups,
    /// Whether the name is taken out of each text; none where that is not decided.
    scrubbed: Vec<Option<bool>>,
    exception: Exception,
    kept_why: String,
    ground: Ground,
    reason: String,
    telling: Way,
    removes_backups: bool,
}

/// How the person is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Way {
    /// Not from here.
    #[default]
    Otherwise,
    /// By a letter in a file.
    File,
    /// By what waits to be sent.
    Wait(Channel),
}

impl Form {
    fn keeps_any(&self) -> bool {
        self.scrubbed.contains(&Some(false))
    }

    /// Answers whether everything is decided.
    fn is_decided(&self) -> bool {
        !self.plan.persons.is_empty()
            && self.scrubbed.iter().all(Option::is_some)
            && (!self.keeps_any() || !self.kept_why.trim().is_empty())
    }

    fn hits(&self) -> Hits {
        let decided = self.plan.hits.iter().zip(&self.scrubbed).filter_map(|(hit, scrubbed)| {
            let decision = match (*scrubbed)? {
                true => Decision::Scrub,
                false => Decision::Keep(Some(self.exception), self.kept_why.trim().to_owned()),
            };
            Some((hit.address.clone(), decision))
        });
        Hits::Each(decided.collect())
    }
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Outcome {
    done: Done,
    certificate: Option<Certificate>,
    /// How the letter to the person leaves, where it waits.
    waits: Option<Channel>,
    removed_backups: usize,
    saved: Option<PathBuf>,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// What would happen was found out, or not, and whether the person can be told by mail.
    Planned(Box<Result<(Plan, Backups, bool), Problem>>),
    /// Whether the name is taken out of a text.
    Scrub(usize, bool),
    /// Whether the names are taken out of all texts.
    ScrubAll(bool),
    /// Opens what a text stands on.
    Open(usize),
    /// Under which letter of art. 17(3) texts are kept.
    Exception(Option<Exception>),
    /// Why texts are kept.
    KeptWhy(String),
    /// On which ground of art. 17(1).
    Ground(Option<Ground>),
    /// Why.
    Reason(String),
    /// How the person is told.
    Telling(Option<Way>),
    /// Where the letter goes was chosen: it is to be done.
    LetterTo(PathBuf),
    /// Whether earlier backups go at once.
    RemoveBackups(bool),
    /// It is to be done.
    Erase,
    /// Time has passed while it is being done.
    Tick,
    /// It is not to be done after all.
    Stop,
    /// It was done, or not.
    Erased(Box<Result<Outcome, Problem>>),
    /// A place for the certificate is to be chosen.
    Certificate,
    /// It was chosen.
    SaveTo(PathBuf),
    /// The certificate was written, or not.
    Saved(Result<PathBuf, Problem>),
    /// The words for the person are copied.
    Copy,
    /// Goes out.
    Close,
}

impl State {
    /// Opens the dialog.
    pub fn new(id: person::Id, scene: &Scene) -> (Self, Task<Message>) {
        let (office, lang) = (scene.office.clone(), scene.lang);
        let read = aside(move || {
            // Everybody is shown, whoever is named where: that is decided here.
            let wanted = Wanted { hits: Hits::Scrub, ..Wanted::new(vec![id]) };
            let (plan, by_mail) = office
                .read(move |desk| {
                    let plan = erasure::plan(desk, &wanted, &Progress::default())?;
                    Ok((plan, erasure::can_be_mailed(desk, id)?))
                })
                .wait()?;
            Ok((plan, erasure::backups(&office)?, by_mail))
        });
        let read = Task::perform(read, move |read: Result<_, Error>| {
            Message::Planned(Box::new(read.map_err(|error| Problem::new(&error, lang))))
        });
        (Self { id, phase: Phase::Reading }, read)
    }

    fn erase(&mut self, telling: Telling, scene: &Scene) -> Step<Message> {
        let Phase::Plan(form) = &self.phase else { return Step::none() };
        let (wanted, removes) = (wanted(self.id, form, telling), form.removes_backups);
        let work = Arc::<Work>::default();
        self.phase = Phase::Working(Arc::clone(&work));
        Step::task(Task::batch([act(wanted, removes, work, scene), look()]))
    }

    /// Answers whether something typed or decided would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        match &self.phase {
            Phase::Plan(form) => {
                form.scrubbed.iter().any(Option::is_some)
                    || !form.reason.trim().is_empty()
                    || !form.kept_why.trim().is_empty()
            }
            Phase::Reading | Phase::Working(_) | Phase::Done(_) => false,
        }
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command != Command::Escape {
            return Step::none();
        }
        match self.phase {
            Phase::Working(_) => self.update(Message::Stop, scene),
            Phase::Reading | Phase::Plan(_) | Phase::Done(_) => self.update(Message::Close, scene),
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match (message, &mut self.phase) {
            (Message::Planned(planned), Phase::Reading) => match *planned {
                Ok((plan, backups, by_mail)) => {
                    let scrubbed = vec![None; plan.hits.len()];
                    self.phase = Phase::Plan(Box::new(Form {
                        plan,
                        backups,
                        scrubbed,
                        exception: Exception::Claims,
                        kept_why: String::new(),
                        ground: Ground::NotNeeded,
                        reason: String::new(),
                        telling: if by_mail { Way::Wait(Channel::Mail) } else { Way::Otherwise },
                        removes_backups: false,
                    }));
                    return Step::task(focus(planning::GROUND));
                }
                Err(problem) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            },
            (Message::Scrub(place, scrub), Phase::Plan(form)) => {
                if let Some(decided) = form.scrubbed.get_mut(place) {
                    *decided = Some(scrub);
                }
            }
            (Message::ScrubAll(scrub), Phase::Plan(form)) => form.scrubbed.fill(Some(scrub)),
            (Message::Open(place), Phase::Plan(form)) => {
                let record = form.plan.hits.get(place).map(|hit| hit.opens);
                return match record {
                    Some(Record::Person(id)) => Step::ask(Action::Close).and(Action::OpenPerson(id)),
                    Some(Record::Company(id)) => Step::ask(Action::Close).and(Action::OpenCompany(id)),
                    Some(Record::Activity(_) | Record::Other) | None => Step::none(),
                };
            }
            (Message::Exception(exception), Phase::Plan(form)) => {
                form.exception = exception.unwrap_or(form.exception);
            }
            (Message::KeptWhy(why), Phase::Plan(form)) => form.kept_why = why,
            (Message::Ground(ground), Phase::Plan(form)) => form.ground = ground.unwrap_or(form.ground),
            (Message::Reason(reason), Phase::Plan(form)) => form.reason = reason,
            (Message::Telling(way), Phase::Plan(form)) => form.telling = way.unwrap_or(form.telling),
            (Message::RemoveBackups(removes), Phase::Plan(form)) => form.removes_backups = removes,
            (Message::Erase, Phase::Plan(form)) if form.is_decided() => {
                let telling = match form.telling {
                    Way::Otherwise => Telling::Otherwise,
                    Way::Wait(channel) => Telling::Wait(channel),
                    Way::File => {
                        return Step::ask(Action::SaveFile {
                            title: t!(scene.lang, "erasing-letter-title"),
                            suggested: t!(scene.lang, "erasing-letter-file"),
                            then: Box::new(Message::LetterTo),
                        });
                    }
                };
                return self.erase(telling, scene);
            }
            (Message::LetterTo(path), Phase::Plan(form)) if form.is_decided() => {
                return self.erase(Telling::File(path), scene);
            }
            (Message::Tick, Phase::Working(_)) => return Step::task(look()),
            (Message::Stop, Phase::Working(work)) => {
                if work.step() == Deed::Removing {
                    work.progress.cancel();
                }
            }
            (Message::Erased(erased), Phase::Working(_)) => match *erased {
                Ok(outcome) => {
                    self.phase = Phase::Done(Box::new(outcome));
                    return Step::task(focus(outcome::SAVE));
                }
                Err(problem) => return Step::ask(Action::Close).and(Action::Problem(problem)),
            },
            (Message::Certificate, Phase::Done(_)) => {
                return Step::ask(Action::SaveFile {
                    title: t!(scene.lang, "erasing-certificate-title"),
                    suggested: t!(scene.lang, "erasing-certificate-file"),
                    then: Box::new(Message::SaveTo),
                });
            }
            (Message::SaveTo(path), Phase::Done(outcome)) => {
                let (office, lang, id) = (scene.office.clone(), scene.lang, outcome.done.id);
                let saved = aside(move || erasure::save_certificate(&office, id, &path).map(|()| path));
                return Step::task(Task::perform(saved, move |saved| {
                    Message::Saved(saved.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            (Message::Saved(Ok(path)), Phase::Done(outcome)) => {
                outcome.saved = Some(path);
                return Step::ask(Action::Toast(t!(scene.lang, "erasing-saved")));
            }
            (Message::Saved(Err(problem)), _) => return Step::ask(Action::Problem(problem)),
            (Message::Copy, Phase::Done(outcome)) => {
                let certificate = outcome.certificate.as_ref();
                let words = certificate.map(|certificate| erasure::confirmation(certificate, scene.lang));
                if let Some(words) = words {
                    return Step::ask(Action::Copy(words)).and(Action::Toast(t!(scene.lang, "erasing-copied")));
                }
            }
            (Message::Close, Phase::Reading | Phase::Plan(_) | Phase::Done(_)) => return Step::ask(Action::Close),
            // What comes too late means nothing any more.
            (_, _) => {}
        }
        Step::none()
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        match &self.phase {
            Phase::Reading => card(t!(lang, "erasing-title"), surface::skeleton(6))
                .max_width(WIDTH)
                .button(button::plain(t!(lang, "cancel")).on_press(Message::Close))
                .on_escape(Message::Close),
            Phase::Plan(form) => planning::view(form, scene),
            Phase::Working(work) => outcome::working(work, scene),
            Phase::Done(outcome) => outcome::view(outcome, scene),
        }
    }
}

fn wanted(id: person::Id, form: &Form, telling: Telling) -> Wanted {
    let (ground, reason) = (form.ground, form.reason.trim().to_owned());
    let removes_backups = form.removes_backups;
    Wanted { ground, reason, hits: form.hits(), telling, removes_backups, ..Wanted::new(vec![id]) }
}

fn act(wanted: Wanted, removes_backups: bool, work: Arc<Work>, scene: &Scene) -> Task<Message> {
    let (office, lang) = (scene.office.clone(), scene.lang);
    let channel = match wanted.telling {
        Telling::Wait(channel) => Some(channel),
        Telling::Otherwise | Telling::File(_) => None,
    };
    let erased = aside(move || {
        let mut done = erasure::carry_out(&office, wanted, &work)?;
        let is_done = !done.persons.is_empty();
        let removed_backups = if removes_backups && is_done { erasure::remove_older_backups(&office)? } else { 0 };
        if removes_backups {
            done.backups.clear();
        }
        let certificate = if is_done { Some(erasure::certificate(&office, done.id)?) } else { None };
        let waits = channel.filter(|_| done.waiting > 0);
        Ok(Outcome { done, certificate, waits, removed_backups, saved: None })
    });
    Task::perform(erased, move |erased: Result<Outcome, Error>| {
        Message::Erased(Box::new(erased.map_err(|error| Problem::new(&error, lang))))
    })
}

fn look() -> Task<Message> {
    Task::perform(async { tokio::time::sleep(LOOK).await }, |()| Message::Tick)
}
