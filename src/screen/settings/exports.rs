//! The register of exports: what left the card file, when, by whom, for what and to whom; of all, or of one person.
//! What was handed out to somebody about themselves stands among it.
//!
//! What a user does most here, each one click or one key: read what was handed out last, type a name to see who received
//! that person's data (art. 19), copy the hash of a file.

use iced::widget::{Column, column, row};
use iced::{Alignment, Length, Task};

use crate::model::change::Changes;
use crate::model::export::Export;
use crate::model::report::HandedOut;
use crate::model::user::Right;
use crate::model::{Moment, person};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::{Desk, Error, exporting, report};
use crate::screen::card::exported::{handed, handed_how, said, summary};
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

/// One row of the register.
#[derive(Debug, Clone)]
pub enum Out {
    /// Cards that were exported.
    Export(Export),
    /// What was handed out to somebody about themselves, with their name.
    Report(HandedOut, String),
}

impl Out {
    fn at(&self) -> Moment {
        match self {
            Self::Export(export) => export.at,
            Self::Report(entry, _) => entry.at,
        }
    }
}

/// The page.
#[derive(Debug, Default)]
pub struct State {
    exports: Option<Vec<Out>>,
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
    Read(u64, Result<Vec<Out>, Problem>),
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
        if person.is_none() && !may_read(scene) {
            self.exports = Some(Vec::new());
            return Task::none();
        }
        let read = scene.office.latest(Slot("exports"), move |desk| register(desk, person, limit + 1));
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
            Some(_) if self.person.is_none() && !may_read(scene) => {
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
                    [(index > 0).then(surface::line), Some(row_of(export, scene))].into_iter().flatten()
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

/// Answers whether the user may read what left the card file, or some of it.
fn may_read(scene: &Scene) -> bool {
    let user = scene.office.user();
    user.may(Right::Export) || user.may(Right::Report)
}

/// Returns what left the card file, as far as the user may read it, the newest first; with a person, what left about them.
fn register(desk: &Desk<'_>, person: Option<person::Id>, limit: usize) -> Result<Vec<Out>, Error> {
    let may = |right: Right| desk.user().may(right);
    let exports = match person {
        Some(person) => exporting::of_person(desk, person)?,
        None if may(Right::Export) => exporting::register(desk, limit)?,
        None => Vec::new(),
    };
    let reports = match person {
        Some(person) => report::of_person(desk, person)?,
        None if may(Right::Report) => report::register(desk, limit)?,
        None => Vec::new(),
    };
    let whose: Vec<person::Id> = reports.iter().map(|entry| entry.person).collect();
    let lines = if may(Right::See) { crate::office::persons::lines(desk, &whose)? } else { Vec::new() };
    let name = |id: person::Id| {
        let line = lines.iter().find(|line| line.id == id);
        line.map(|line| person::full_name(&line.first_name, &line.last_name)).unwrap_or_default()
    };
    let mut all: Vec<Out> = exports.into_iter().map(Out::Export).collect();
    all.extend(
        reports.into_iter().map(|entry| (name(entry.person), entry)).map(|(name, entry)| Out::Report(entry, name)),
    );
    all.sort_by_key(|out| std::cmp::Reverse(out.at()));
    all.truncate(if person.is_some() { usize::MAX } else { limit });
    Ok(all)
}

fn row_of<'a>(out: &'a Out, scene: &'a Scene) -> Element<'a, Message> {
    match out {
        Out::Export(export) => entry(export, scene),
        Out::Report(report, name) => handed_out(report, name, scene),
    }
}

/// Returns what was handed out to somebody about themselves: what, to whom, how they were known, who and when.
fn handed_out<'a>(entry: &'a HandedOut, name: &'a str, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let what = match name {
        "" => handed(entry, scene),
        name => t!(lang, "reporting-entry-of", what = handed(entry, scene), name = name),
    };
    let files = entry.files.iter().map(|file| -> Element<'a, Message> {
        let short = file.sha256.get(..16).unwrap_or_default();
        let hash = button::link(t!(lang, "exports-hash", hash = short)).small().tooltip(file.sha256.clone());
        row![text::caption(file.name.as_str()), Element::from(hash.on_press(Message::Copy(file.sha256.clone())))]
            .spacing(SMALL)
            .align_y(Alignment::Center)
            .into()
    });
    let words = column![text::strong(what), text::caption(handed_how(entry, scene))].extend(files).spacing(TINY);
    let who = format!("{} {} {}", scene.user(entry.by), t!(lang, "separator-dot"), scene.time(entry.at));
    row![words.width(Length::Fill), text::caption(who)].spacing(MEDIUM).padding([SMALL, TINY]).into()
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
