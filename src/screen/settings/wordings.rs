//! The versions of what people are asked to agree to for a purpose, and who answered which (art. 7(1)).

use iced::widget::{column, container, row};
use iced::{Length, Task};

use super::words;
use crate::model::{list, person, wording};
use crate::office::problem::{Kind, Problem};
use crate::office::wordings::{self, Answer, Version};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Element, Tone};
use crate::widget::long_list::Event;
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, table, text};

/// The section.
#[derive(Debug, Default)]
pub struct State {
    purpose: Option<list::Id>,
    versions: Vec<Version>,
    cursor: usize,
    /// Who answered the version of this identity.
    answers: Option<(wording::Id, Vec<Answer>)>,
    /// The answer the keyboard is on.
    at: usize,
}

/// What happens in the section.
#[derive(Debug, Clone)]
pub enum Message {
    /// The versions were read, or not.
    Read(Result<Vec<Version>, Problem>),
    /// In the list of versions.
    Versions(Event),
    /// Who answered a version was read, or not.
    Answered(wording::Id, Result<Vec<Answer>, Problem>),
    /// In the list of answers.
    Answers(Event),
    /// Opens a card.
    Open(person::Id),
}

static VERSIONS: [Cell; 6] = [
    Cell::fixed(64.0),
    Cell::fixed(120.0),
    Cell::fixed(112.0),
    Cell::fixed(80.0),
    Cell::fixed(72.0).right(),
    Cell::fill(1),
];
static ANSWERS: [Cell; 3] = [Cell::fill(2), Cell::fill(2), Cell::fixed(150.0)];

impl State {
    /// Shows the versions of a purpose, or none.
    pub fn show(&mut self, purpose: Option<list::Id>, scene: &Scene) -> Task<Message> {
        if self.purpose != purpose {
            *self = Self { purpose, ..Self::default() };
        }
        self.read(scene)
    }

    /// Reads the versions.
    pub fn read(&self, scene: &Scene) -> Task<Message> {
        let (Some(purpose), lang) = (self.purpose, scene.lang) else { return Task::none() };
        Task::perform(scene.office.read(move |desk| wordings::versions(desk, purpose)), move |read| {
            Message::Read(read.map_err(|error| Problem::new(&error, lang)))
        })
    }

    fn ask(&self, scene: &Scene) -> Task<Message> {
        let Some(id) = self.versions.get(self.cursor).map(|version| version.wording.id) else { return Task::none() };
        let lang = scene.lang;
        Task::perform(scene.office.read(move |desk| wordings::answers(desk, id)), move |read| {
            Message::Answered(id, read.map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(Ok(versions)) => {
                let shown = self.versions.get(self.cursor).map(|version| version.wording.id);
                let is_shown = |version: &Version| Some(version.wording.id) == shown;
                let is_read = |version: &Version| version.wording.language == scene.lang.code();
                let place = versions.iter().position(is_shown).filter(|_| versions.len() == self.versions.len());
                self.cursor = place.or_else(|| versions.iter().position(is_read)).unwrap_or(0);
                self.versions = versions;
                return Step::task(self.ask(scene));
            }
            Message::Versions(Event::Select { row, .. } | Event::Activate(row)) => {
                (self.cursor, self.at) = (row, 0);
                return Step::task(self.ask(scene));
            }
            Message::Answered(id, Ok(answers)) => self.answers = Some((id, answers)),
            Message::Answered(_, Err(problem)) | Message::Read(Err(problem)) => {
                if problem.kind != Kind::Dropped {
                    return Step::ask(Action::Problem(problem));
                }
            }
            Message::Answers(Event::Select { row, .. }) => self.at = row,
            Message::Answers(Event::Activate(row)) => {
                let answers = self.answers.iter().flat_map(|(_, answers)| answers);
                if let Some(answer) = answers.into_iter().nth(row) {
                    return Step::ask(Action::OpenPerson(answer.person));
                }
            }
            Message::Open(person) => return Step::ask(Action::OpenPerson(person)),
            Message::Versions(Event::All | Event::Visible(_)) | Message::Answers(Event::All | Event::Visible(_)) => {}
        }
        Step::none()
    }

    /// Shows the section.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let head =
            column![text::section(t!(lang, "settings-versions")), text::caption(t!(lang, "settings-versions-text"))];
        if self.versions.is_empty() {
            return column![head, text::body(t!(lang, "settings-versions-none"))].spacing(MEDIUM).into();
        }
        let headings = vec![
            t!(lang, "settings-column-version"),
            t!(lang, "settings-column-language"),
            t!(lang, "settings-column-date"),
            t!(lang, "settings-column-by"),
            t!(lang, "settings-column-answers"),
            t!(lang, "settings-column-text"),
        ];
        let row = |index: usize| {
            let Some(version) = self.versions.get(index) else { return Vec::new() };
            let wording = &version.wording;
            vec![
                table::cell(wording.version.to_string(), Tone::Ink),
                table::cell(words::item_name(list::List::Language, &wording.language, scene), Tone::Ink),
                table::cell(scene.day(wording.at), Tone::Ink),
                table::cell(scene.user(version.by), Tone::Ink),
                table::cell(version.answers.to_string(), Tone::Ink),
                table::cell(wording.text.lines().next().unwrap_or_default(), Tone::Muted),
            ]
        };
        let (len, cursor) = (self.versions.len(), self.cursor);
        let versions = table::table("settings-versions", &VERSIONS, headings, len, cursor, row, Message::Versions);
        let chosen = self.versions.get(self.cursor).map(|version| self.chosen(version, scene));
        column![head, versions].push(chosen).spacing(MEDIUM).into()
    }

    fn chosen<'a>(&'a self, version: &'a Version, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let words = column![text::body(version.wording.text.clone())];
        let known = self.answers.as_ref().filter(|(id, _)| *id == version.wording.id);
        let Some((_, answers)) = known else { return words.into() };
        if answers.is_empty() {
            return words.push(text::caption(t!(lang, "settings-answers-none"))).spacing(MEDIUM).into();
        }
        let headings = vec![
            t!(lang, "settings-answers", count = answers.len()),
            t!(lang, "settings-column-basis"),
            t!(lang, "settings-column-date"),
        ];
        let row = move |index: usize| {
            let Some(answer) = answers.get(index) else { return Vec::new() };
            let card = button::link(answer.name.clone()).small().on_press(Message::Open(answer.person));
            vec![
                row![card].into(),
                table::cell(scene.lists.name(answer.basis, lang), Tone::Ink),
                table::cell(scene.time(answer.at), Tone::Muted),
            ]
        };
        let list = table::table("settings-answers", &ANSWERS, headings, answers.len(), self.at, row, Message::Answers);
        words.push(container(list).width(Length::Fill)).spacing(MEDIUM).into()
    }
}
