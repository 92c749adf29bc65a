//! The register of exports: what left the card file, when, by whom, for what and to whom; of all, or of one person.
//!
//! What a user does most here, each one click or one key: read what was handed out last, type a name to see who received
//! that person's data (art. 19), copy the hash of a file.

use iced::widget::{Column, column, row};
use iced::{Alignment, Length, Task};

use crate::model::change::Changes;
use crate::model::export::Export;
use crate::model::person;
use crate::model::user::Right;
use crate::office::exporting;
use crate::office::problem::{Kind as Trouble, Problem};
use crate::screen::card::exported::{said, summary};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon};
use crate::vault::Slot;
use crate::widget::empty_state::empty_state;
use crate::widget::field::{field, text_field};
use crate::widget::lookup::lookup;
use crate::widget::{button, surface, text};

/// How many are read at a time.
const PAGE: usize = 50;
/// How many people are suggested.
const SUGGESTED: usize = 8;

/// The page.
#[derive(Debug, Default)]
pub struct State {
    exports: Option<Vec<Export>>,
    limit: usize,
    question: u64,
    typed: String,
    person: Option<person::Id>,
    suggested: Vec<(person::Id, String)>,
}

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The register was read, or not.
    Read(u64, Result<Vec<Export>, Problem>),
    /// Older ones are to be shown, too.
    More,
    /// A name was typed.
    Who(String),
    /// People of that name were found.
    Found(u64, Vec<(person::Id, String)>),
    /// One of them was chosen.
    Chosen(usize),
    /// The only one found is meant.
    Submit,
    /// Everybody is meant again.
    Clear,
    /// A hash is to be copied.
    Copy(String),
}

impl State {
    /// Reads the register, now that the page is shown.
    pub fn arrive(&mut self, scene: &Scene) -> Task<Message> {
        self.limit = self.limit.max(PAGE);
        self.question += 1;
        let (question, lang, limit, person) = (self.question, scene.lang, self.limit, self.person);
        if person.is_none() && !scene.office.user().may(Right::Export) {
            self.exports = Some(Vec::new());
            return Task::none();
        }
        let read = scene.office.latest(Slot("exports"), move |desk| match person {
            Some(person) => exporting::of_person(desk, person),
            None => exporting::register(desk, limit + 1),
        });
        Task::perform(read, move |read| Message::Read(question, read.map_err(|error| Problem::new(&error, lang))))
    }

    /// Reads anew what a committed write may have added.
    pub fn changed(&mut self, _: &Changes, scene: &Scene) -> Task<Message> {
        if self.exports.is_some() { self.arrive(scene) } else { Task::none() }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(question, _) | Message::Found(question, _) if question != self.question => {}
            Message::Read(_, Ok(exports)) => self.exports = Some(exports),
            Message::Read(_, Err(problem)) if problem.kind == Trouble::Dropped => {}
            Message::Read(_, Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::More => {
                self.limit += PAGE;
                return Step::task(self.arrive(scene));
            }
            Message::Who(typed) => {
                let was = self.person.take();
                self.typed = typed;
                let all = if was.is_some() { self.arrive(scene) } else { Task::none() };
                return Step::task(Task::batch([all, self.find(scene)]));
            }
            Message::Found(_, found) => self.suggested = found,
            Message::Chosen(row) => {
                if let Some((id, name)) = self.suggested.get(row).cloned() {
                    return self.choose(id, name, scene);
                }
            }
            Message::Submit => {
                if let [(id, name)] = self.suggested.as_slice() {
                    let (id, name) = (*id, name.clone());
                    return self.choose(id, name, scene);
                }
            }
            Message::Clear => {
                self.person = None;
                self.typed.clear();
                self.suggested.clear();
                return Step::task(self.arrive(scene));
            }
            Message::Copy(hash) => {
                return Step::ask(Action::Copy(hash)).and(Action::Toast(t!(scene.lang, "exports-copied")));
            }
        }
        Step::none()
    }

    fn choose(&mut self, id: person::Id, name: String, scene: &Scene) -> Step<Message> {
        (self.person, self.typed) = (Some(id), name);
        self.suggested.clear();
        Step::task(self.arrive(scene))
    }

    fn find(&mut self, scene: &Scene) -> Task<Message> {
        let found = Some(self.typed.trim()).filter(|typed| !typed.is_empty());
        let found = found.and_then(|typed| scene.office.find_first(typed)).map(|found| found.ids);
        let ids: Vec<person::Id> = found.iter().flat_map(|ids| ids.iter().copied()).take(SUGGESTED).collect();
        if ids.is_empty() {
            self.suggested.clear();
            return Task::none();
        }
        let question = self.question;
        let lines = scene.office.latest(Slot("exports person"), move |desk| crate::office::persons::lines(desk, &ids));
        // Suggestions help; where they fail, one types on.
        Task::perform(lines, move |lines| {
            let name = |line: person::Line| (line.id, person::full_name(&line.first_name, &line.last_name));
            Message::Found(question, lines.unwrap_or_default().into_iter().map(name).collect())
        })
    }

    /// Shows the page.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_nobody = self.person.is_none() && !self.typed.is_empty();
        let who = text_field(t!(lang, "exports-everybody"), &self.typed)
            .id("exports-person")
            .icon(Icon::Search)
            .invalid(is_nobody && self.suggested.is_empty())
            .on_input(Message::Who)
            .on_submit(Message::Submit);
        let suggested = self.suggested.iter().map(|(_, name)| name.clone()).collect();
        let who =
            field(t!(lang, "exports-person"), lookup(who, suggested, Message::Chosen)).width(Length::Fixed(320.0));
        let clear = self.person.is_some().then(|| -> Element<'a, Message> {
            button::link(t!(lang, "exports-clear")).small().on_press(Message::Clear).into()
        });
        let filter = row![Element::from(who)].push(clear).spacing(MEDIUM).align_y(Alignment::End);
        let list: Element<'a, Message> = match &self.exports {
            None => surface::skeleton(4),
            Some(_) if self.person.is_none() && !scene.office.user().may(Right::Export) => {
                let says = crate::office::problem::lacks(lang, Right::Export);
                empty_state(Icon::Lock, t!(lang, "exports-no-right"), says, None)
            }
            Some(exports) if exports.is_empty() && self.person.is_some() => empty_state(
                Icon::Download,
                t!(lang, "exports-none-of-them"),
                t!(lang, "exports-none-of-them-text"),
                None,
            ),
            Some(exports) if exports.is_empty() => {
                empty_state(Icon::Download, t!(lang, "exports-none"), t!(lang, "exports-none-text"), None)
            }
            Some(exports) => {
                let shown = if self.person.is_some() { exports.len() } else { self.limit };
                let entries = exports.iter().take(shown).enumerate().flat_map(|(index, export)| {
                    [(index > 0).then(surface::line), Some(entry(export, scene))].into_iter().flatten()
                });
                let more = (exports.len() > shown).then(|| -> Element<'a, Message> {
                    button::link(t!(lang, "history-more")).small().on_press(Message::More).into()
                });
                Column::with_children(entries).push(more).width(Length::Fill).into()
            }
        };
        column![text::caption(t!(lang, "exports-text")), filter, list].spacing(LARGE).into()
    }
}

/// Returns one export: what, for what and to whom, the file and its hash, who and when.
fn entry<'a>(export: &'a Export, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let short = export.sha256.get(..16).unwrap_or_default();
    let hash = button::link(t!(lang, "exports-hash", hash = short)).small().tooltip(export.sha256.clone());
    let words = column![
        text::strong(summary(export, scene)),
        text::caption(said(export, scene)),
        row![text::caption(export.file.as_str()), Element::from(hash.on_press(Message::Copy(export.sha256.clone())))]
            .spacing(SMALL)
            .align_y(Alignment::Center),
    ]
    .spacing(TINY);
    let who = format!("{} {} {}", scene.user(export.by), t!(lang, "separator-dot"), scene.time(export.at));
    row![words.width(Length::Fill), text::caption(who)].spacing(MEDIUM).padding([SMALL, TINY]).into()
}
