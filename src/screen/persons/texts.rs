//! What the search field finds in notes and activities: how much, and on request, where.

use std::time::Duration;

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length, Padding, Task};

use crate::model::activity::{self, Filter};
use crate::model::person;
use crate::office::long_texts::{Hit, Kinds, MOST};
use crate::office::problem::{Kind, Problem};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{BODY, CAPTION, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, font};
use crate::widget::button;
use crate::widget::empty_state::empty_state;
use crate::widget::line::{self, highlight, line};
use crate::widget::tab_stop::TabStop;
use crate::widget::{surface, text};

/// How long nothing is typed before the texts are looked through: names come first.
const REST: Duration = Duration::from_millis(150);
/// Fewer letters are found everywhere.
const FEWEST: usize = 2;
/// How many texts are shown.
const SHOWN: usize = 100;

/// What was found in texts.
#[derive(Debug, Default)]
pub struct Texts {
    typed: String,
    question: u64,
    count: usize,
    hits: Vec<Hit>,
    is_shown: bool,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Nothing was typed for a moment.
    Rested(u64),
    /// The texts were counted.
    Counted(u64, Result<usize, Problem>),
    /// The texts were read.
    Found(u64, Result<Vec<Hit>, Problem>),
    /// The texts are to be shown, or the people again.
    Show(bool),
    /// The card of a text is to be opened.
    Open(usize),
}

/// What a message leads to, and whose card is to be opened, at which activity.
type Done = (Step<Message>, Option<(person::Id, Option<activity::Id>)>);

impl Texts {
    /// Begins to look for what was typed.
    pub fn ask(&mut self, typed: &str) -> Task<Message> {
        typed.clone_into(&mut self.typed);
        self.question += 1;
        let question = self.question;
        if typed.trim().chars().count() < FEWEST {
            self.forget();
            return Task::none();
        }
        Task::perform(tokio::time::sleep(REST), move |()| Message::Rested(question))
    }

    /// Returns whether the texts take the place of the people.
    pub fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Looks for nothing any more.
    pub fn forget(&mut self) {
        *self = Self { question: self.question + 1, ..Self::default() };
    }

    /// Shows the people again.
    pub fn hide(&mut self) {
        self.is_shown = false;
    }

    /// Looks again, because something was written.
    pub fn renew(&mut self, scene: &Scene) -> Task<Message> {
        if self.typed.is_empty() {
            return Task::none();
        }
        let count = self.count(scene);
        if self.is_shown { Task::batch([count, self.find(scene)]) } else { count }
    }

    fn count(&self, scene: &Scene) -> Task<Message> {
        let (question, lang) = (self.question, scene.lang);
        Task::perform(scene.office.count_text(&self.typed), move |count| {
            Message::Counted(question, count.map_err(|error| Problem::new(&error, lang)))
        })
    }

    fn find(&self, scene: &Scene) -> Task<Message> {
        let (question, lang) = (self.question, scene.lang);
        let found = scene.office.find_text(&self.typed, Kinds::All, Filter::default(), SHOWN);
        Task::perform(found, move |hits| Message::Found(question, hits.map_err(|error| Problem::new(&error, lang))))
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Done {
        let step =
            match message {
                Message::Rested(question) | Message::Counted(question, _) | Message::Found(question, _)
                    if question != self.question =>
                {
                    Step::none()
                }
                Message::Rested(_) => Step::task(self.renew(scene)),
                Message::Counted(_, Ok(count)) => {
                    self.count = count;
                    Step::none()
                }
                Message::Found(_, Ok(hits)) => {
                    self.hits = hits;
                    Step::none()
                }
                Message::Counted(_, Err(problem)) | Message::Found(_, Err(problem)) => {
                    if problem.kind == Kind::Dropped { Step::none() } else { Step::ask(Action::Problem(problem)) }
                }
                Message::Show(is_shown) => {
                    self.is_shown = is_shown;
                    Step::task(if is_shown { self.find(scene) } else { Task::none() })
                }
                Message::Open(row) => return self.open(row),
            };
        (step, None)
    }

    fn open(&self, row: usize) -> Done {
        let Some(hit) = self.hits.get(row) else { return (Step::none(), None) };
        match (hit.person, hit.company) {
            (Some(person), _) => (Step::none(), Some((person, hit.activity))),
            (None, Some(company)) => (Step::ask(Action::OpenCompany(company)), None),
            (None, None) => (Step::none(), None),
        }
    }

    /// Returns the line that leads to the texts, and back; nothing where nothing was found in them.
    pub fn link<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        if self.count == 0 && !self.is_shown {
            return None;
        }
        let words = if self.is_shown {
            t!(lang, "texts-back")
        } else if self.count >= MOST {
            t!(lang, "texts-also-many", count = MOST)
        } else {
            t!(lang, "texts-also", count = self.count)
        };
        let found = self.is_shown.then(|| text::caption(t!(lang, "cli-found-texts", count = self.count)));
        let link = button::link(words).small().id("texts-also").on_press(Message::Show(!self.is_shown));
        let line = row![].push(found).push(Element::from(link)).spacing(SMALL).align_y(Alignment::Center);
        let left = if self.is_shown { MEDIUM } else { TINY };
        Some(container(line).padding(Padding { top: 0.0, right: MEDIUM, bottom: SMALL, left }).into())
    }

    /// Returns what takes the place of the people where none is found, but texts are.
    pub fn instead<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let sentence = match self.count {
            0 => return None,
            count if count >= MOST => t!(lang, "texts-only-many", count = MOST),
            count => t!(lang, "texts-only", count = count),
        };
        let headline = t!(lang, "list-nothing-found", text = self.typed.trim());
        let show = button::main(t!(lang, "texts-only-show")).id("texts-only").on_press(Message::Show(true));
        Some(empty_state(Icon::Search, headline, sentence, Some(show)))
    }

    /// Returns the texts, one under the other.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if self.hits.is_empty() {
            let none = t!(lang, "texts-none", text = self.typed.trim());
            return empty_state(Icon::Search, none, t!(lang, "texts-none-text"), None);
        }
        let rows = self.hits.iter().enumerate().map(|(place, hit)| row_of(place, hit, scene));
        let rows = Column::with_children(rows);
        let more = (self.count > self.hits.len())
            .then(|| container(text::caption(t!(lang, "texts-more", count = SHOWN))).padding([SMALL, MEDIUM]));
        surface::scroll(container(rows.push(more)).padding(TINY))
    }
}

fn muted(theme: &Theme) -> line::Style {
    line::Style { color: Some(theme.roles().muted), mark: None }
}

fn row_of<'a>(place: usize, hit: &'a Hit, scene: &'a Scene) -> Element<'a, Message> {
    let kind =
        hit.kind.map_or_else(|| t!(scene.lang, "texts-card-note"), |kind| scene.lists.name(kind, scene.lang).into());
    let dot = if hit.company_name.is_empty() { "" } else { " · " };
    let name = format!("{}{dot}{}", hit.name, hit.company_name);
    let first = row![
        line(name).size(BODY).font(font::MEDIUM).width(Length::Fill),
        line(format!("{kind}, {}", scene.day(hit.at))).size(CAPTION).style(muted)
    ]
    .spacing(SMALL)
    .align_y(Alignment::Center);
    let snippet = highlight(hit.snippet.as_str(), hit.marks.iter().cloned()).size(BODY).width(Length::Fill).style(
        |theme: &Theme| line::Style {
            color: Some(theme.roles().muted),
            mark: Some(theme.roles().attention.scale_alpha(0.24)),
        },
    );
    let press = TabStop::new(column![first, snippet].spacing(2))
        .on_press(Some(Message::Open(place)))
        .size(Length::Fill, Length::Shrink)
        .align_x(Alignment::Start)
        .padding(Padding::from([SMALL - 2.0, MEDIUM - TINY]));
    column![Element::from(press), surface::line()].into()
}
