//! Reports about several people at once: who gets one, who is held back, and one folder each.
//!
//! What a user does most here, each one click or one key: write the reports (Ctrl+Enter), say how those who asked are
//! known, stop and keep what is done.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use iced::widget::operation::focus;
use iced::widget::{Column, Row, column, container, row};
use iced::{Alignment, Length, Task};

use crate::model::report::{Format, Kind};
use crate::office::problem::Problem;
use crate::office::report::{self, HeldBack, Made, Plan, Several};
use crate::office::subject::Subject;
use crate::office::{Error, Progress, aside};
use crate::screen::{Action, Answer, Command, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Tone};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, radio};
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::progress::progress;
use crate::widget::{button, surface, text};

/// The widest the dialog gets, and how high its lists are, in pixels.
const WIDTH: f32 = 760.0;
const HEIGHT: f32 = 220.0;
/// How often it is looked how far the work is.
const LOOK: Duration = Duration::from_millis(100);
const IDENTITY: &str = "reports-identity";
const SHOW: &str = "reports-show";
const STAY: &str = "reports-stay";

/// The dialog.
pub struct State {
    who: Subject,
    kind: Kind,
    plan: Option<Plan>,
    question: u64,
    formats: Vec<Format>,
    identity: String,
    letter: bool,
    files: bool,
    running: Option<Arc<Progress>>,
    folder: PathBuf,
    made: Option<Arc<Made>>,
    /// Whether it is asked what to do with what is typed.
    is_leaving: bool,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Who gets a report was found out, or not.
    Planned(u64, Result<Plan, Problem>),
    /// Reports are wanted, or portable copies.
    Kind(Kind),
    /// A format was ticked, or no longer.
    Format(Format, bool),
    /// How those who asked are known was typed.
    Identity(String),
    /// A letter is to go with each, or no longer.
    Letter(bool),
    /// Copies of the files of the cards are to go along, or no longer.
    Files(bool),
    /// A place for the folders is to be chosen.
    Place,
    /// They are to be written there.
    Write(PathBuf),
    /// It is looked how far the work is.
    Look,
    /// They were written, as far as they were.
    Done(Result<Arc<Made>, Problem>),
    /// The work is to stop.
    Stop,
    /// The folder is to be shown.
    Show,
    /// The dialog is to be left, and it is asked first where something would be lost.
    Back,
    /// It is not to be left after all.
    Stay,
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog for some people.
    pub fn new(who: Subject, scene: &Scene) -> (Self, Task<Message>) {
        let kind = Kind::Access;
        let mut state = Self {
            who,
            kind,
            plan: None,
            question: 0,
            formats: Format::of(kind).to_vec(),
            identity: String::new(),
            letter: false,
            files: true,
            running: None,
            folder: PathBuf::new(),
            made: None,
            is_leaving: false,
        };
        let planned = state.plan(scene);
        (state, Task::batch([planned, focus(IDENTITY)]))
    }

    fn plan(&mut self, scene: &Scene) -> Task<Message> {
        self.question += 1;
        self.plan = None;
        let (question, who, kind, lang) = (self.question, self.who.clone(), self.kind, scene.lang);
        let planned = scene.office.read(move |desk| report::plan_several(desk, &who, kind));
        Task::perform(planned, move |planned| {
            Message::Planned(question, planned.map_err(|error: Error| Problem::new(&error, lang)))
        })
    }

    /// Answers whether the files are being written.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Answers whether something typed would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        self.made.is_none() && !self.identity.trim().is_empty()
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Save {
            self.update(Message::Place, scene)
        } else if command == Command::Escape {
            self.update(Message::Back, scene)
        } else {
            Step::none()
        }
    }

    fn can(&self) -> bool {
        let is_somebody = self.plan.as_ref().is_some_and(|plan| !plan.persons.is_empty());
        is_somebody && self.running.is_none() && self.made.is_none() && !self.formats.is_empty()
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Planned(question, _) if question != self.question => {}
            Message::Planned(_, Ok(plan)) => self.plan = Some(plan),
            Message::Planned(_, Err(problem)) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::Kind(kind) if kind != self.kind => {
                (self.kind, self.formats) = (kind, Format::of(kind).to_vec());
                return Step::task(self.plan(scene));
            }
            Message::Kind(_) => {}
            Message::Format(format, on) => {
                let kept = |known: &Format| if *known == format { on } else { self.formats.contains(known) };
                self.formats = Format::of(self.kind).iter().copied().filter(kept).collect();
            }
            Message::Identity(typed) => (self.identity, self.is_leaving) = (typed, false),
            Message::Letter(letter) => self.letter = letter,
            Message::Files(files) => self.files = files,
            Message::Place if self.can() => {
                return Step::ask(Action::PickFolder {
                    title: t!(scene.lang, "reports-where"),
                    then: Box::new(Message::Write),
                });
            }
            Message::Place => {}
            Message::Write(folder) if self.can() => return Step::task(self.write(folder, scene)),
            Message::Write(_) => {}
            Message::Look if self.running.is_some() => return Step::task(look()),
            Message::Look => {}
            Message::Done(done) => {
                self.running = None;
                match done {
                    Ok(made) => {
                        self.made = Some(made);
                        return Step::task(focus(SHOW));
                    }
                    Err(problem) => return Step::ask(Action::Problem(problem)),
                }
            }
            Message::Stop => {
                if let Some(progress) = &self.running {
                    progress.cancel();
                }
            }
            Message::Show => return Step::ask(Action::OpenOutside(self.folder.display().to_string())),
            Message::Back if self.running.is_some() => return self.update(Message::Stop, scene),
            Message::Back if self.is_leaving => return self.update(Message::Stay, scene),
            Message::Back if self.unsaved() => {
                self.is_leaving = true;
                return Step::task(focus(STAY));
            }
            Message::Stay => {
                self.is_leaving = false;
                return Step::task(focus(IDENTITY));
            }
            Message::Back | Message::Close => return Step::ask(Action::Close),
        }
        Step::none()
    }

    fn write(&mut self, folder: PathBuf, scene: &Scene) -> Task<Message> {
        let (office, lang) = (scene.office.clone(), scene.lang);
        self.folder.clone_from(&folder);
        let wanted = Several {
            who: self.who.clone(),
            kind: self.kind,
            lang: None,
            otherwise: lang,
            folder,
            formats: self.formats.clone(),
            identity: self.identity.trim().to_owned(),
            letter: self.letter,
            files: self.files,
            names_staff: false,
            keeps_others: false,
        };
        let progress = Arc::new(Progress::default());
        self.running = Some(Arc::clone(&progress));
        let made = aside(move || report::hand_out_several(&office, &wanted, &progress).map(Arc::new));
        let made = Task::perform(made, move |made: Result<_, Error>| {
            Message::Done(made.map_err(|error| Problem::new(&error, lang)))
        });
        Task::batch([made, look()])
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let title = t!(lang, "reports-title");
        if let Some(made) = &self.made {
            return self.summary(made, scene);
        }
        if let Some(running) = &self.running {
            let (done, total) = running.get();
            #[allow(clippy::cast_precision_loss, reason = "a bar is a few hundred pixels long")]
            let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
            let stop = button::plain(t!(lang, "cancel")).on_press(Message::Stop);
            let numbers = t!(lang, "reports-numbers", done = done, total = total);
            let bar = progress(t!(lang, "reports-running"), share, numbers, Some(stop));
            let body = column![bar, text::caption(t!(lang, "reports-stopping-says"))].spacing(MEDIUM);
            return card(title, body).max_width(WIDTH).on_escape(Message::Stop);
        }
        let card = card(title, self.form(scene)).max_width(WIDTH);
        if self.is_leaving {
            return Answer::in_foot(card, lang, STAY, Message::Stay, Message::Close);
        }
        let count = self.plan.as_ref().map_or(0, |plan| plan.persons.len());
        let go = button::main(t!(lang, "reports-go", count = count)).id("reports-go");
        card.button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
            .button(go.on_press_maybe(self.can().then_some(Message::Place)))
            .on_escape(Message::Back)
    }

    fn form<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let kind = |kind: Kind, words: String| -> Element<'a, Message> {
            radio(words, self.kind == kind).on_select(Message::Kind(kind)).into()
        };
        let kinds = row![
            kind(Kind::Access, t!(lang, "reporting-kind-access")),
            kind(Kind::Portable, t!(lang, "reporting-kind-portable")),
        ]
        .spacing(LARGE);
        let formats = Format::of(self.kind).iter().map(|format| -> Element<'a, Message> {
            let (format, on) = (*format, self.formats.contains(format));
            checkbox(report::format_name(lang, format), on)
                .id(format!("reports-format-{}", format.key()))
                .on_toggle(move |on| Message::Format(format, on))
                .into()
        });
        let formats = Row::with_children(formats).spacing(LARGE);
        let letter =
            checkbox(t!(lang, "reporting-letter"), self.letter).id("reports-letter").on_toggle(Message::Letter);
        let files = (self.kind == Kind::Access).then(|| -> Element<'a, Message> {
            checkbox(t!(lang, "reports-files"), self.files).id("reports-files").on_toggle(Message::Files).into()
        });
        let along = Row::new().push(Element::from(letter)).push(files).spacing(LARGE).align_y(Alignment::Center);
        let input = text_field(t!(lang, "reporting-identity-hint"), self.identity.as_str())
            .id(IDENTITY)
            .on_input(Message::Identity)
            .on_submit(Message::Place);
        let identity = Element::from(field(t!(lang, "reporting-identity"), input).width(Length::Fill));
        let who: Element<'a, Message> = match &self.plan {
            None => surface::skeleton(3),
            Some(plan) => {
                let count = t!(lang, "reports-count", count = plan.persons.len());
                let count = if plan.name.is_empty() {
                    count
                } else {
                    format!("{} {} {count}", plan.name, t!(lang, "separator-dot"))
                };
                column![text::strong(count)].push(held(&plan.held, scene)).spacing(SMALL).into()
            }
        };
        column![who, kinds, formats, along, identity, text::caption(t!(lang, "reports-says"))].spacing(MEDIUM).into()
    }

    /// Shows what was made, and what was not.
    fn summary<'a>(&'a self, made: &'a Made, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let (tone, headline) = if made.left == 0 {
            (Tone::Good, t!(lang, "reports-done", count = made.written.len()))
        } else {
            (Tone::Attention, t!(lang, "reports-stopped", count = made.written.len(), left = made.left))
        };
        let why = made.failed.as_ref().map(|error| Problem::new(error, lang).message);
        let lines = made.written.iter().map(|(name, written)| -> Element<'a, Message> {
            let folder = written.manifest.parent().and_then(|folder| folder.file_name()).unwrap_or_default();
            row![
                text::body(name.as_str()).width(Length::FillPortion(2)),
                text::caption(folder.to_string_lossy().into_owned()).width(Length::FillPortion(3)),
            ]
            .spacing(SMALL)
            .into()
        });
        let lines = container(surface::scroll(Column::with_children(lines).spacing(TINY))).max_height(HEIGHT);
        let body = column![banner(tone, headline, why, Vec::new()), lines]
            .push(held(&made.held, scene))
            .push(text::caption(self.folder.display().to_string()))
            .spacing(LARGE);
        card(t!(lang, "reports-title"), body)
            .max_width(WIDTH)
            .button(button::plain(t!(lang, "close")).id("reports-close").on_press(Message::Close))
            .button(button::main(t!(lang, "reporting-show")).id(SHOW).on_press(Message::Show))
            .on_escape(Message::Close)
    }
}

/// Shows who is held back, and why; nothing where nobody is.
fn held<'a>(held: &'a [HeldBack], scene: &'a Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    (!held.is_empty()).then(|| {
        let lines = held.iter().map(|held| -> Element<'a, Message> {
            let (name, why) = (held.name.as_str(), held.why.words(lang));
            text::body(t!(lang, "reports-held-one", name = name, why = why)).into()
        });
        let lines = container(surface::scroll(Column::with_children(lines).spacing(TINY))).max_height(HEIGHT / 2.0);
        column![text::caption(t!(lang, "reports-held", count = held.len())), lines].spacing(TINY).into()
    })
}

fn look() -> Task<Message> {
    Task::perform(tokio::time::sleep(LOOK), |()| Message::Look)
}
