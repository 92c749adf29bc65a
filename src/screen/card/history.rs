//! What was done to a card: who did what and when, the newest first, without values.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length, Padding, Task};

use super::exported::{handed, handed_how, said};
use super::nothing;
use crate::i18n;
use crate::model::export::Export;
use crate::model::report::HandedOut;
use crate::model::user::{Right, User};
use crate::model::{Moment, company, person, user};
use crate::office::journal::{self, Seen, Wanted};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::{exporting, report};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{LINE_HEIGHT, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon};
use crate::vault::Slot;
use crate::widget::avatar::avatar;
use crate::widget::{button, surface, text};

/// How many entries are read at a time.
const PAGE: usize = 40;
/// The width of the initials of who did something.
const WHO: f32 = 24.0;

/// Whose card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A person's.
    Person(person::Id),
    /// A company's.
    Company(company::Id),
}

/// What is known of what was done to a card.
#[derive(Debug, Default)]
pub struct History {
    whose: Option<Whose>,
    entries: Vec<Seen>,
    /// The exports that a person is in.
    exports: Vec<Export>,
    /// What was handed out to them about themselves.
    reports: Vec<HandedOut>,
    has_more: bool,
    /// How many entries are wanted.
    limit: usize,
    question: u64,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Entries were read, or not.
    Read(u64, Whose, Result<Vec<Seen>, Problem>),
    /// The exports that a person is in, and what was handed out to them, were read, or not.
    Exports(u64, Result<(Vec<Export>, Vec<HandedOut>), Problem>),
    /// Older entries are to be shown, too.
    More,
}

impl History {
    /// Reads what was done to a card.
    pub fn read(&mut self, whose: Whose, scene: &Scene) -> Task<Message> {
        self.question += 1;
        let (question, lang) = (self.question, scene.lang);
        let exports = match whose {
            Whose::Person(id) => {
                let exports = scene.office.latest(Slot("card exports"), move |desk| {
                    Ok((exporting::of_person(desk, id)?, report::of_person(desk, id)?))
                });
                Task::perform(exports, move |exports| {
                    Message::Exports(question, exports.map_err(|error| Problem::new(&error, lang)))
                })
            }
            Whose::Company(_) => Task::none(),
        };
        if self.whose != Some(whose) {
            self.limit = PAGE;
            self.exports.clear();
            self.reports.clear();
        }
        if !scene.office.user().may(Right::Journal) {
            return exports;
        }
        let mut wanted = Wanted { limit: Some(self.limit + 1), ..Wanted::default() };
        match whose {
            Whose::Person(id) => wanted.person = Some(id),
            Whose::Company(id) => wanted.company = Some(id),
        }
        let entries = scene.office.latest(Slot("card history"), move |desk| journal::history(desk, &wanted));
        let entries = Task::perform(entries, move |entries| {
            Message::Read(question, whose, entries.map_err(|error| Problem::new(&error, lang)))
        });
        Task::batch([exports, entries])
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(question, ..) | Message::Exports(question, _) if question != self.question => Step::none(),
            Message::Exports(_, Ok((exports, reports))) => {
                (self.exports, self.reports) = (exports, reports);
                Step::none()
            }
            // A card that is gone or closed says so itself.
            Message::Exports(_, Err(_)) => Step::none(),
            Message::Read(_, whose, Ok(mut entries)) => {
                self.has_more = entries.len() > self.limit;
                entries.truncate(self.limit);
                (self.whose, self.entries) = (Some(whose), entries);
                Step::none()
            }
            // That the card is gone, it says itself.
            Message::Read(_, _, Err(problem)) if [Trouble::Dropped, Trouble::NotFound].contains(&problem.kind) => {
                Step::none()
            }
            Message::Read(_, _, Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::More => match self.whose {
                Some(whose) => {
                    self.limit += PAGE;
                    Step::task(self.read(whose, scene))
                }
                None => Step::none(),
            },
        }
    }

    /// Shows what was done to a card.
    pub fn view<'a>(&'a self, whose: Whose, scene: &'a Scene) -> Element<'a, Message> {
        let done = self.done(whose, scene);
        if self.exports.is_empty() && self.reports.is_empty() {
            return done;
        }
        let block = |heading: String, entries: Vec<Element<'a, Message>>| {
            let heading = container(text::strong(heading)).padding(TINY);
            (!entries.is_empty()).then(|| column![heading, Column::with_children(entries)].spacing(SMALL))
        };
        let reports = self.reports.iter().map(|entry| {
            let sign = (entry.by, entry.at);
            handed_out(Icon::FileText, handed(entry, scene), handed_how(entry, scene), sign, scene)
        });
        let exports = self.exports.iter().map(|export| {
            let sign = (export.by, export.at);
            handed_out(Icon::Download, export.file.clone(), said(export, scene), sign, scene)
        });
        column![]
            .push(block(t!(scene.lang, "history-reports"), reports.collect()))
            .push(block(t!(scene.lang, "history-exports"), exports.collect()))
            .push(surface::line())
            .push(done)
            .spacing(SMALL)
            .into()
    }

    fn done<'a>(&'a self, whose: Whose, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if !scene.office.user().may(Right::Journal) {
            let right = t!(lang, "right-journal");
            return nothing(t!(lang, "history-no-right", right = right, role = t!(lang, "role-owner")));
        }
        if self.whose != Some(whose) {
            return column![].into();
        }
        if self.entries.is_empty() {
            return nothing(t!(lang, "history-none"));
        }
        let entries = self.entries.iter().enumerate().flat_map(|(index, seen)| {
            // A line between entries; what follows the last has its own.
            [(index > 0).then(surface::line), Some(entry(seen, scene))].into_iter().flatten()
        });
        let more = self.has_more.then(|| -> Element<'a, Message> {
            button::link(t!(lang, "history-more")).small().on_press(Message::More).into()
        });
        Column::with_children(entries).push(more).width(Length::Fill).into()
    }
}

/// Returns one entry of what went out: what it is, what is said of it, by whom and when.
fn handed_out<'a>(
    icon: Icon,
    what: String,
    says: String,
    (by, at): (user::Id, Moment),
    scene: &'a Scene,
) -> Element<'a, Message> {
    let what = column![text::body(what), text::caption(says)];
    let when = format!("{} {} {}", scene.user(by), t!(scene.lang, "separator-dot"), scene.time(at));
    let entry = row![text::icon(icon), what.width(Length::Fill), text::caption(when)].spacing(MEDIUM);
    entry.padding(Padding::from([SMALL, TINY])).into()
}

/// Returns one entry: who, what, which fields, when.
fn entry<'a>(seen: &'a Seen, scene: &'a Scene) -> Element<'a, Message> {
    let line = &seen.line;
    let known = scene.users.iter().find(|user| user.id == line.by);
    let who = avatar(known.map(User::initials).unwrap_or_default(), None, WHO);
    let what = column![text::body(words(seen, scene))]
        .push(Some(fields(seen, scene)).filter(|fields| !fields.is_empty()).map(text::caption));
    let when = format!("{} {} {}", scene.user(line.by), t!(scene.lang, "separator-dot"), scene.time(line.at));
    // On one line with what was done, however many fields stand under that.
    let when = container(text::caption(when)).center_y(crate::theme::measure::BODY * LINE_HEIGHT);
    let entry = row![who, what.width(Length::Fill), when].spacing(MEDIUM).align_y(Alignment::Start);
    entry.padding(Padding::from([SMALL, TINY])).into()
}

/// Returns what was done, in words.
pub fn words(seen: &Seen, scene: &Scene) -> String {
    match seen.line.kind {
        Some(kind) => i18n::text(scene.lang, &format!("journal-kind-{}", kind.key())),
        None => t!(scene.lang, "journal-kind-other"),
    }
}

/// Returns which fields were touched, by their labels.
pub fn fields(seen: &Seen, scene: &Scene) -> String {
    seen.line.fields.iter().map(|field| scene.field(field)).collect::<Vec<_>>().join(", ")
}
