//! The journal: what was done, by whom, to whose card, and whether it can be trusted.
//!
//! What is done most, each one click: check the journal; see what was done to somebody; open the card an entry is about.

pub mod check;
mod filter;
mod table;

use iced::widget::{column, container, row};
use iced::{Alignment, Length, Task};

use crate::model::change::Changes;
use crate::model::person;
use crate::model::user::Right;
use crate::office::journal::{self, About, Listing, Seen, Wanted};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::{Desk, Error};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, SMALL, TEXT_COLUMN};
use crate::theme::{Element, Icon};
use crate::vault::{Head, Slot};
use crate::widget::empty_state::empty_state;
use crate::widget::{long_list, text};
use table::Rows;

/// The questions of which only the newest is answered: what is listed, and the rows that came into view.
const SLOTS: (Slot, Slot) = (Slot("journal"), Slot("journal rows"));
/// How many rows are read before the height of the list is known.
const FIRST: usize = 48;

/// The page.
#[derive(Debug, Default)]
pub struct State {
    filter: filter::State,
    /// What is listed, or will be in a moment.
    asked: Wanted,
    question: u64,
    rows: Rows,
    head: Option<Head>,
    check: check::State,
}

/// What is listed, its first rows, and where the journal ends.
#[derive(Debug, Clone)]
pub struct Answer {
    listing: Listing,
    first: Vec<Seen>,
    head: Head,
}

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is listed was read, or not.
    Listed(u64, Result<Answer, Problem>),
    /// Rows that came into view were read, or not.
    Read(u64, Result<Vec<Seen>, Problem>),
    /// Where the journal ends was read for somebody who may not read it.
    Ended(Result<Head, Problem>),
    /// Something in the list.
    List(long_list::Event),
    /// Something about which entries are listed.
    Filter(filter::Message),
    /// Something about whether the journal holds.
    Check(check::Message),
    /// Opens the card that an entry is about.
    Open(About),
}

impl State {
    /// Opens the page.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self::default();
        let task = state.ask(scene, false);
        (state, task)
    }

    /// Reads anew what a committed write may have added.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        if changes.everything || !changes.persons.is_empty() || !changes.removed.is_empty() {
            self.rows.doubt();
        }
        Step::task(self.ask(scene, false))
    }

    /// Lists the entries about one person.
    pub fn about(&mut self, person: person::Id, name: String, scene: &Scene) -> Step<Message> {
        self.filter.choose(person, name);
        Step::task(self.follow(scene))
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Listed(question, _) if question != self.question => Step::none(),
            Message::Listed(_, Ok(answer)) => {
                self.head = Some(answer.head);
                self.rows.list(answer.listing, answer.first);
                Step::task(self.read(scene))
            }
            Message::Read(question, Ok(rows)) => {
                if question == self.question {
                    self.rows.learn(rows);
                }
                Step::none()
            }
            Message::Ended(Ok(head)) => {
                self.head = Some(head);
                Step::none()
            }
            Message::Listed(_, Err(problem)) | Message::Read(_, Err(problem)) | Message::Ended(Err(problem)) => {
                if problem.kind == Trouble::Dropped {
                    Step::none()
                } else {
                    Step::ask(Action::Problem(problem))
                }
            }
            Message::List(event) => match event {
                long_list::Event::Visible(visible) => {
                    self.rows.visible = visible;
                    Step::task(self.read(scene))
                }
                long_list::Event::Select { row, .. } => {
                    self.rows.cursor = Some(row);
                    Step::none()
                }
                long_list::Event::Activate(row) => {
                    let about = self.rows.get(row).map_or(About::Nothing, |seen| seen.about.clone());
                    open(about)
                }
                long_list::Event::All => Step::none(),
            },
            Message::Filter(message) => {
                let task = self.filter.update(message, scene).map(Message::Filter);
                Step::task(Task::batch([task, self.follow(scene)]))
            }
            Message::Check(message) => self.check.update(message, self.head.as_ref(), scene).map(Message::Check),
            Message::Open(about) => open(about),
        }
    }

    /// Lists what is wanted now, if that is not listed.
    fn follow(&mut self, scene: &Scene) -> Task<Message> {
        if self.filter.wanted(scene) == self.asked { Task::none() } else { self.ask(scene, true) }
    }

    fn ask(&mut self, scene: &Scene, is_new: bool) -> Task<Message> {
        let lang = scene.lang;
        if !may(scene) {
            return Task::perform(scene.office.read(|desk| journal::end(desk)), move |head| {
                Message::Ended(head.map_err(|error| Problem::new(&error, lang)))
            });
        }
        self.question += 1;
        self.asked = self.filter.wanted(scene);
        let (question, wanted) = (self.question, self.asked.clone());
        let start = if is_new { 0 } else { self.rows.visible.start };
        let answer = scene.office.latest(SLOTS.0, move |desk| answer(desk, &wanted, start));
        let listed = Task::perform(answer, move |answer| {
            Message::Listed(question, answer.map_err(|error| Problem::new(&error, lang)))
        });
        if is_new {
            self.rows.cursor = None;
            return Task::batch([long_list::scroll_to(table::LIST, 0), listed]);
        }
        listed
    }

    /// Reads what is missing of the rows near the window.
    fn read(&mut self, scene: &Scene) -> Task<Message> {
        let missing = self.rows.missing();
        if missing.is_empty() {
            return Task::none();
        }
        let (question, lang) = (self.question, scene.lang);
        let rows = scene.office.latest(SLOTS.1, move |desk| journal::seen(desk, &missing));
        Task::perform(rows, move |rows| Message::Read(question, rows.map_err(|error| Problem::new(&error, lang))))
    }

    /// Shows the page. It takes the whole height: the list in it scrolls.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let check = self.check.view(self.head.as_ref(), may(scene), scene).map(Message::Check);
        let entries: Element<'a, Message> = if may(scene) {
            let filter = self.filter.view(self.rows.len(), scene).map(Message::Filter);
            column![filter, self.rows.view(scene)].spacing(SMALL).height(Length::Fill).into()
        } else {
            let words = t!(lang, "journal-no-right", right = t!(lang, "right-journal"), role = t!(lang, "role-owner"));
            empty_state(Icon::Lock, t!(lang, "journal-no-right-title"), words, None)
        };
        let title = text::name(t!(lang, "journal-title")).width(Length::Fill);
        let head = row![title, self.check.button(lang).map(Message::Check)].align_y(Alignment::Center);
        let text = container(text::caption(t!(lang, "journal-text"))).max_width(TEXT_COLUMN);
        column![column![head, text].spacing(SMALL), check, entries].spacing(LARGE).height(Length::Fill).into()
    }
}

fn open(about: About) -> Step<Message> {
    match about {
        About::Person(id, _) => Step::ask(Action::OpenPerson(id)),
        About::Company(id, _) => Step::ask(Action::OpenCompany(id)),
        About::Nothing | About::Settings(_) | About::Selection(_) | About::Erased | About::Unseen | About::InTrash => {
            Step::none()
        }
    }
}

fn may(scene: &Scene) -> bool {
    scene.office.user().may(Right::Journal)
}

fn answer(desk: &Desk<'_>, wanted: &Wanted, start: usize) -> Result<Answer, Error> {
    let listing = journal::listing(desk, wanted)?;
    let start = start.min(listing.len());
    let first = journal::seen(desk, &listing.places(start..(start + FIRST).min(listing.len())))?;
    Ok(Answer { listing, first, head: journal::end(desk)? })
}
