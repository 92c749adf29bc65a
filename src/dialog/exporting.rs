//! Handing cards out as a file: which columns, as what, what for and to whom.
//!
//! What a user does most here, each one click or one key: export with the columns of last time (Ctrl+Enter), choose what
//! kind of file it is to be, tick a column.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use iced::widget::operation::focus;
use iced::widget::{Column as Stack, Row, column, container, row, space};
use iced::{Alignment, Length, Task};

use crate::model::criteria::Of;
use crate::model::export::Format;
use crate::office::exporting::{self as office, Exported, Offered, Plan, Wanted, Who};
use crate::office::problem::{Kind, Problem};
use crate::office::{Error, Progress};
use crate::screen::{Action, Answer, Command, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Tone};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, radio};
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::progress::progress;
use crate::widget::{button, surface, text};

/// The widest the dialog gets, and how high its columns are shown, in pixels.
const WIDTH: f32 = 760.0;
const COLUMNS: f32 = 216.0;
/// In how many columns the columns stand.
const ACROSS: usize = 3;
/// How often it is looked how far the work is.
const LOOK: Duration = Duration::from_millis(100);
/// How many signs of a hash are said; the register has all.
const HASH: usize = 16;
const FIRST: &str = "export-first";
const PURPOSE: &str = "export-purpose";
const STAY: &str = "export-stay";

/// The columns that were chosen last, by their keys; none where nobody chose any.
pub type Remembered = Vec<String>;

/// The dialog.
#[derive(Debug)]
pub struct State {
    who: Who,
    plan: Option<Plan>,
    /// What tables can have.
    columns: Vec<Offered>,
    /// What address books can have.
    on_cards: Vec<Offered>,
    /// The keys of those that are ticked, in tables and in address books.
    chosen: BTreeSet<String>,
    chosen_on_cards: BTreeSet<String>,
    remembered: BTreeMap<&'static str, Remembered>,
    format: Format,
    purpose: String,
    recipient: String,
    running: Option<Arc<Progress>>,
    /// Whether it is asked what to do with what is typed.
    is_leaving: bool,
}

/// What was read when the dialog opened.
#[derive(Debug, Clone)]
pub struct Opened {
    plan: Plan,
    columns: Vec<Offered>,
    on_cards: Vec<Offered>,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// How many it would be, and what can be chosen, was read.
    Opened(Result<Opened, Problem>),
    /// A kind of file was chosen.
    Format(Format),
    /// A column was ticked, or no longer.
    Tick(String, bool),
    /// All columns are to be there.
    All,
    /// The usual ones are to be there.
    Usual,
    /// None is to be there.
    None,
    /// What it is for was typed.
    Purpose(String),
    /// To whom it goes was typed.
    Recipient(String),
    /// A place for the file is to be chosen.
    Place,
    /// It is to be written there.
    Write(PathBuf),
    /// It is looked how far the work is.
    Look,
    /// It was written, or not.
    Done(Result<Exported, Problem>),
    /// The work is to stop.
    Stop,
    /// The dialog is to be left, and it is asked first where something would be lost.
    Back,
    /// It is not to be left after all.
    Stay,
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog for some cards.
    pub fn new(who: Who, scene: &Scene) -> (Self, Task<Message>) {
        let (lang, wanted) = (scene.lang, who.clone());
        let opened = scene.office.read(move |desk| {
            let plan = office::plan(desk, &wanted)?;
            let columns = office::offered(desk, plan.of, Format::Xlsx)?;
            let on_cards = office::offered(desk, plan.of, Format::Vcard)?;
            Ok(Opened { plan, columns, on_cards })
        });
        let opened = Task::perform(opened, move |opened| {
            Message::Opened(opened.map_err(|error: Error| Problem::new(&error, lang)))
        });
        let state = Self {
            who,
            plan: None,
            columns: Vec::new(),
            on_cards: Vec::new(),
            chosen: BTreeSet::new(),
            chosen_on_cards: BTreeSet::new(),
            remembered: BTreeMap::new(),
            format: Format::default(),
            purpose: String::new(),
            recipient: String::new(),
            running: None,
            is_leaving: false,
        };
        (state, Task::batch([opened, focus(FIRST)]))
    }

    /// Ticks the columns that were chosen last.
    #[must_use]
    pub fn remembering(mut self, remembered: &BTreeMap<&'static str, Remembered>) -> Self {
        self.remembered.clone_from(remembered);
        self
    }

    /// Returns which columns are ticked for tables of what, to remember; none before they are known.
    pub fn chosen(&self) -> Option<(Of, Remembered)> {
        let of = self.plan.as_ref()?.of;
        Some((of, self.chosen.iter().cloned().collect()))
    }

    /// Answers whether something typed would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        !self.purpose.trim().is_empty() || !self.recipient.trim().is_empty()
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

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Opened(Ok(Opened { plan, columns, on_cards })) => {
                self.chosen = usual(&columns);
                self.chosen_on_cards = usual(&on_cards);
                let known: BTreeSet<String> = columns.iter().map(key).collect();
                let again = self.remembered.get(plan.of.key()).into_iter().flatten();
                let again: BTreeSet<String> = again.filter(|key| known.contains(*key)).cloned().collect();
                if !again.is_empty() {
                    self.chosen = again;
                }
                (self.columns, self.on_cards, self.plan) = (columns, on_cards, Some(plan));
            }
            Message::Opened(Err(problem)) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::Format(format) => self.format = format,
            Message::Tick(key, on) => {
                let chosen = self.ticked_mut();
                if on {
                    chosen.insert(key)
                } else {
                    chosen.remove(&key)
                };
            }
            Message::All => *self.ticked_mut() = self.offered().iter().map(key).collect(),
            Message::Usual => *self.ticked_mut() = usual(self.offered()),
            Message::None => self.ticked_mut().clear(),
            Message::Purpose(typed) => (self.purpose, self.is_leaving) = (typed, false),
            Message::Recipient(typed) => (self.recipient, self.is_leaving) = (typed, false),
            Message::Place if self.can() => {
                let of = self.plan.as_ref().map(|plan| plan.of).unwrap_or_default();
                return Step::ask(Action::SaveFile {
                    title: t!(scene.lang, "export-title"),
                    suggested: office::file_name(scene.lang, of, self.format, scene.today()),
                    then: Box::new(Message::Write),
                });
            }
            Message::Place => {}
            Message::Write(path) if self.can() => return Step::task(self.write(path, scene)),
            Message::Write(_) => {}
            Message::Look if self.running.is_some() => return Step::task(look()),
            Message::Look => {}
            Message::Done(done) => {
                self.running = None;
                return match done {
                    Ok(exported) => {
                        let entry = exported.entry;
                        let hash = entry.sha256.get(..HASH).unwrap_or_default();
                        let words =
                            t!(scene.lang, "export-done", count = entry.rows, file = entry.file.as_str(), hash = hash);
                        Step::ask(Action::Close).and(Action::Toast(words))
                    }
                    // Stopped as asked: the dialog is as it was.
                    Err(problem) if problem.kind == Kind::Cancelled => Step::none(),
                    Err(problem) => Step::ask(Action::Problem(problem)),
                };
            }
            Message::Stop => {
                if let Some(progress) = &self.running {
                    progress.cancel();
                }
            }
            Message::Back if self.running.is_some() => return self.update(Message::Stop, scene),
            Message::Back if self.is_leaving => return self.update(Message::Stay, scene),
            Message::Back if self.unsaved() => {
                self.is_leaving = true;
                return Step::task(focus(STAY));
            }
            Message::Stay => {
                self.is_leaving = false;
                return Step::task(focus(PURPOSE));
            }
            Message::Back | Message::Close => return Step::ask(Action::Close),
        }
        Step::none()
    }

    fn offered(&self) -> &[Offered] {
        if self.format == Format::Vcard { &self.on_cards } else { &self.columns }
    }

    fn ticked(&self) -> &BTreeSet<String> {
        if self.format == Format::Vcard { &self.chosen_on_cards } else { &self.chosen }
    }

    fn ticked_mut(&mut self) -> &mut BTreeSet<String> {
        if self.format == Format::Vcard { &mut self.chosen_on_cards } else { &mut self.chosen }
    }

    fn can(&self) -> bool {
        let is_somebody = self.plan.as_ref().is_some_and(|plan| plan.rows > 0);
        is_somebody && self.running.is_none() && !self.ticked().is_empty()
    }

    fn write(&mut self, path: PathBuf, scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        let ticked = self.ticked();
        let wanted = Wanted {
            who: self.who.clone(),
            path: office::with_ending(&path, self.format),
            format: self.format,
            columns: self
                .offered()
                .iter()
                .filter(|one| ticked.contains(&key(one)))
                .map(|one| one.column.clone())
                .collect(),
            raw: false,
            purpose: self.purpose.clone(),
            recipient: self.recipient.clone(),
        };
        let progress = Arc::new(Progress::default());
        self.running = Some(Arc::clone(&progress));
        let written = scene.office.write(move |desk| office::export(desk, &wanted, &progress));
        let written =
            Task::perform(written, move |done| Message::Done(done.map_err(|error| Problem::new(&error, lang))));
        Task::batch([written, look()])
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let title = t!(lang, "export-title");
        let Some(plan) = &self.plan else {
            return card(title, surface::skeleton(6)).max_width(WIDTH).on_escape(Message::Back);
        };
        if let Some(running) = &self.running {
            let (done, total) = running.get();
            let numbers = t!(lang, "export-numbers", done = done, total = total.max(plan.rows));
            #[allow(clippy::cast_precision_loss, reason = "a bar is a few hundred pixels long")]
            let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
            let stop = button::plain(t!(lang, "cancel")).on_press(Message::Stop);
            let bar = progress(t!(lang, "export-running"), share, numbers, Some(stop));
            return card(title, bar).max_width(WIDTH).on_escape(Message::Stop);
        }
        let card = card(title, self.form(plan, scene)).max_width(WIDTH);
        if self.is_leaving {
            return Answer::in_foot(card, lang, STAY, Message::Stay, Message::Close);
        }
        let go = button::main(t!(lang, "export-do", count = plan.rows)).id("export-do");
        card.button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
            .button(go.on_press_maybe(self.can().then_some(Message::Place)))
            .on_escape(Message::Back)
    }

    fn form<'a>(&'a self, plan: &'a Plan, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let count = match plan.of {
            Of::Persons => t!(lang, "export-count-persons", count = plan.rows),
            Of::Companies => t!(lang, "export-count-companies", count = plan.rows),
        };
        let count =
            if plan.name.is_empty() { count } else { format!("{} {} {count}", plan.name, t!(lang, "separator-dot")) };
        let held = (!plan.held.is_empty())
            .then(|| banner(Tone::Attention, t!(lang, "export-held", count = plan.held.len()), None, Vec::new()));
        let formats = Row::with_children(Format::ALL.map(|format| -> Element<'a, Message> {
            let words = match format {
                Format::Xlsx => t!(lang, "export-format-xlsx"),
                Format::Csv => t!(lang, "export-format-csv"),
                Format::Vcard => t!(lang, "export-format-vcard"),
                Format::Copy => t!(lang, "report-kind-portable"),
            };
            let sign = radio(words, self.format == format).on_select(Message::Format(format));
            if format == Format::Xlsx { sign.id(FIRST).into() } else { sign.into() }
        }))
        .spacing(LARGE);
        let said = |label: String, hint: String, typed: &'a str, on: fn(String) -> Message, id: &'static str| {
            let input = text_field(hint, typed).id(id).on_input(on).on_submit(Message::Place);
            Element::from(field(label, input).width(Length::Fill))
        };
        let said = row![
            said(t!(lang, "export-for"), t!(lang, "export-for-hint"), &self.purpose, Message::Purpose, PURPOSE),
            said(t!(lang, "export-to"), t!(lang, "export-to-hint"), &self.recipient, Message::Recipient, "export-to"),
        ]
        .spacing(MEDIUM);
        column![text::strong(count)]
            .push(held)
            .push(formats)
            .push(self.columns(scene))
            .push(said)
            .push(text::caption(t!(lang, "export-says")))
            .spacing(MEDIUM)
            .into()
    }

    fn columns<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let (offered, ticked) = (self.offered(), self.ticked());
        let link = |words: String, message: Message| -> Element<'a, Message> {
            button::link(words).small().on_press(message).into()
        };
        let head = row![
            text::strong(t!(lang, "export-columns", count = ticked.len())),
            space().width(Length::Fill),
            link(t!(lang, "export-columns-usual"), Message::Usual),
            link(t!(lang, "export-columns-all"), Message::All),
            link(t!(lang, "export-columns-none"), Message::None),
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center);
        let each = offered.len().div_ceil(ACROSS).max(1);
        let stacks = offered.chunks(each).map(|part| -> Element<'a, Message> {
            let boxes = part.iter().map(|offered| -> Element<'a, Message> {
                let key = key(offered);
                let is_ticked = ticked.contains(&key);
                let id = format!("export-column-{key}");
                checkbox(offered.label.clone(), is_ticked).id(id).on_toggle(move |on| Message::Tick(key, on)).into()
            });
            Stack::with_children(boxes).width(Length::FillPortion(1)).into()
        });
        let stacks = container(surface::scroll(Row::with_children(stacks).spacing(MEDIUM))).max_height(COLUMNS);
        column![head, stacks].spacing(SMALL).into()
    }
}

fn key(offered: &Offered) -> String {
    offered.column.to_string()
}

fn usual(offered: &[Offered]) -> BTreeSet<String> {
    offered.iter().filter(|offered| offered.is_usual).map(key).collect()
}

fn look() -> Task<Message> {
    Task::perform(tokio::time::sleep(LOOK), |()| Message::Look)
}
