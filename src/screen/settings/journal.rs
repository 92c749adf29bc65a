//! The journal: its newest entries, and whether it can be trusted.
//!
//! What is done most, each one click: check the journal; see what was done last; open the card an entry is about.

use std::collections::HashMap;

use iced::widget::{Column, column, container, row};
use iced::{Length, Task};

use crate::i18n::{self, Lang};
use crate::model::change::Changes;
use crate::model::person;
use crate::model::user::Right;
use crate::office::journal::{self, Departure, Line, Verdict, Wanted};
use crate::office::problem::{self, Problem};
use crate::office::{Desk, Error, aside, persons};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Element, Icon, Tone};
use crate::vault::Slot;
use crate::widget::banner::banner;
use crate::widget::line::line as one_line;
use crate::widget::{button, surface, text};

/// How many entries are shown.
const SHOWN: usize = 12;
/// The height of an entry: that of a small button, which some of them have.
const ROW: f32 = 28.0;
const SLOT: Slot = Slot("journal");

/// The section.
#[derive(Debug, Default)]
pub struct State {
    entries: Entries,
    verdict: Option<Verdict>,
    is_busy: bool,
}

/// Entries, and what the people they are about are called.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    lines: Vec<Line>,
    names: HashMap<person::Id, String>,
}

/// What happens in the section.
#[derive(Debug, Clone)]
pub enum Message {
    /// The newest entries were read, or not.
    Read(Result<Entries, Problem>),
    /// Checks the whole journal.
    Check,
    /// It was checked.
    Checked(Result<Verdict, Problem>),
    /// Goes on with the journal as it is.
    Accept,
    /// That was noted, or not.
    Accepted(Result<(), Problem>),
    /// Opens the card that an entry is about.
    Open(person::Id),
}

impl State {
    /// Opens the section.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        (Self::default(), read(scene))
    }

    /// Reads anew what a committed write may have added.
    pub fn changed(&mut self, _changes: &Changes, scene: &Scene) -> Step<Message> {
        Step::task(read(scene))
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let (office, lang) = (scene.office.clone(), scene.lang);
        match message {
            Message::Read(Ok(entries)) => self.entries = entries,
            Message::Read(Err(_)) => {}
            Message::Check if self.is_busy => {}
            Message::Check => {
                self.is_busy = true;
                return Step::task(Task::perform(aside(move || journal::examine(&office)), move |found| {
                    Message::Checked(found.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Checked(found) => {
                self.is_busy = false;
                match found {
                    Ok(verdict) => self.verdict = Some(verdict),
                    Err(problem) => return Step::ask(Action::Problem(problem)),
                }
            }
            Message::Accept => {
                return Step::task(Task::perform(aside(move || journal::accept(&office)), move |done| {
                    Message::Accepted(done.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Accepted(Ok(())) => return self.update(Message::Check, scene),
            Message::Accepted(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Open(person) => return Step::ask(Action::OpenPerson(person)),
        }
        Step::none()
    }

    /// Shows the section.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if !may(scene) {
            let words = t!(lang, "journal-no-right", role = t!(lang, "role-owner"));
            return surface::section(t!(lang, "journal-title"), None, text::caption(words));
        }
        let check = button::plain(t!(lang, "journal-check")).icon(Icon::ShieldCheck);
        let check = check.on_press_maybe((!self.is_busy).then_some(Message::Check));
        let found = self.verdict.as_ref().map(|verdict| view_verdict(verdict, lang));
        let rows = self.entries.lines.iter().map(|line| self.entry(line, scene));
        let rows = surface::card(Column::with_children(rows));
        let content = column![text::caption(t!(lang, "journal-text"))].push(found).push(rows).spacing(MEDIUM);
        surface::section(t!(lang, "journal-title"), Some(check.into()), content)
    }

    fn entry<'a>(&'a self, line: &'a Line, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let kind = match line.kind {
            Some(kind) => i18n::text(lang, &format!("journal-kind-{}", kind.key())),
            None => t!(lang, "journal-kind-other"),
        };
        let fields: Vec<String> = line.fields.iter().map(|field| problem::field_name(lang, field)).collect();
        let cell = |words: String, part: u16| container(one_line(words)).width(Length::FillPortion(part));
        let about: Element<'a, Message> = match line.person.and_then(|id| Some((id, self.entries.names.get(&id)?))) {
            Some((id, name)) => button::link(name.clone()).small().on_press(Message::Open(id)).into(),
            None => text::body("").into(),
        };
        row![
            cell(scene.time(line.at), 4),
            cell(scene.user(line.by), 2),
            cell(kind, 5),
            container(about).width(Length::FillPortion(4)),
            cell(fields.join(", "), 4),
        ]
        .align_y(iced::Alignment::Center)
        .height(ROW)
        .spacing(MEDIUM)
        .into()
    }
}

fn view_verdict<'a>(verdict: &Verdict, lang: Lang) -> Element<'a, Message> {
    let (words, accept) = match (verdict.broken_at, verdict.departs) {
        (Some(entry), _) => (t!(lang, "check-journal", entry = entry), false),
        (None, Some(Departure::Shorter { noted })) => (t!(lang, "check-journal-shorter", noted = noted), true),
        (None, Some(Departure::Other { noted })) => (t!(lang, "check-journal-other", noted = noted), true),
        (None, None) => {
            let entries = i18n::number(lang, verdict.entries);
            let words = t!(lang, "journal-intact-text", entries = entries);
            return banner(Tone::Good, t!(lang, "journal-intact-title"), Some(words), vec![]);
        }
    };
    let accept = accept
        .then(|| Element::from(button::danger(t!(lang, "journal-accept")).on_press(Message::Accept)))
        .into_iter()
        .collect();
    banner(Tone::Danger, t!(lang, "upkeep-journal"), Some(words), accept)
}

fn may(scene: &Scene) -> bool {
    scene.office.user().may(Right::Journal)
}

fn read(scene: &Scene) -> Task<Message> {
    if !may(scene) {
        return Task::none();
    }
    let lang = scene.lang;
    Task::perform(scene.office.latest(SLOT, |desk| newest(desk)), move |read| {
        Message::Read(read.map_err(|error| Problem::new(&error, lang)))
    })
}

fn newest(desk: &Desk<'_>) -> Result<Entries, Error> {
    let lines = journal::list(desk, Wanted { limit: Some(SHOWN), ..Wanted::default() })?;
    let mut ids: Vec<person::Id> = lines.iter().filter_map(|line| line.person).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = persons::lines(desk, &ids)?;
    let names = people.into_iter().map(|line| (line.id, person::full_name(&line.first_name, &line.last_name)));
    Ok(Entries { lines, names: names.collect() })
}
