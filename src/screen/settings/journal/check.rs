//! Whether the journal holds: its end, checking all of it, and comparing its end with one that was noted.

use std::sync::Arc;
use std::time::Duration;

use iced::widget::{column, container, row};
use iced::{Alignment, Length, Task};

use crate::i18n::{self, Lang};
use crate::office::journal::{self, Compared, Departure, Verdict};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::{Progress, aside};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{CAPTION, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Tone};
use crate::vault::Head;
use crate::widget::banner::banner;
use crate::widget::field::text_field;
use crate::widget::progress::progress;
use crate::widget::{button, surface, text};

/// What takes longer than this says how far it is.
const QUIET: Duration = Duration::from_millis(500);
/// How often it says so.
const OFTEN: Duration = Duration::from_millis(150);

/// What is known of whether the journal holds.
#[derive(Debug, Default)]
pub struct State {
    verdict: Option<Verdict>,
    busy: Option<Arc<Progress>>,
    /// Whether it takes long enough to say how far it is.
    is_long: bool,
    noted: String,
    compared: Option<Compared>,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Checks the whole journal.
    Check,
    /// Time has passed.
    Tick,
    /// The check is to stop.
    Cancel,
    /// It was checked.
    Checked(Result<Verdict, Problem>),
    /// Goes on with the journal as it is.
    Accept,
    /// That was noted, or not.
    Accepted(Result<(), Problem>),
    /// The end is to be copied.
    Copy,
    /// A noted end was typed.
    Noted(String),
    /// It is to be compared.
    Compare,
    /// It was compared.
    Compared(Result<Compared, Problem>),
}

fn wait(time: Duration) -> Task<Message> {
    Task::perform(async move { tokio::time::sleep(time).await }, |()| Message::Tick)
}

impl State {
    /// Does what a message asks.
    pub fn update(&mut self, message: Message, head: Option<&Head>, scene: &Scene) -> Step<Message> {
        let (office, lang) = (scene.office.clone(), scene.lang);
        match message {
            Message::Check if self.busy.is_some() => {}
            Message::Check => {
                let progress = Arc::new(Progress::default());
                self.busy = Some(Arc::clone(&progress));
                self.is_long = false;
                let check = Task::perform(aside(move || journal::examine_while(&office, &progress)), move |found| {
                    Message::Checked(found.map_err(|error| Problem::new(&error, lang)))
                });
                return Step::task(Task::batch([check, wait(QUIET)]));
            }
            Message::Tick => {
                if self.busy.is_some() {
                    self.is_long = true;
                    return Step::task(wait(OFTEN));
                }
            }
            Message::Cancel => {
                if let Some(progress) = &self.busy {
                    progress.cancel();
                }
            }
            Message::Checked(found) => {
                (self.busy, self.is_long) = (None, false);
                match found {
                    Ok(verdict) => self.verdict = Some(verdict),
                    Err(problem) if problem.kind == Trouble::Cancelled => {}
                    Err(problem) => return Step::ask(Action::Problem(problem)),
                }
            }
            Message::Accept => {
                return Step::task(Task::perform(aside(move || journal::accept(&office)), move |done| {
                    Message::Accepted(done.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Accepted(Ok(())) => return self.update(Message::Check, head, scene),
            Message::Accepted(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Copy => {
                let Some(head) = head else { return Step::none() };
                let toast = t!(lang, "toast-copied", what = journal::short_code(head));
                return Step::ask(Action::Copy(journal::code(head))).and(Action::Toast(toast));
            }
            Message::Noted(typed) => {
                self.noted = typed;
                self.compared = None;
            }
            Message::Compare => {
                let noted = self.noted.clone();
                let compared = office.read(move |desk| journal::compare(desk, &noted));
                return Step::task(Task::perform(compared, move |compared| {
                    Message::Compared(compared.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Compared(Ok(compared)) => self.compared = Some(compared),
            Message::Compared(Err(problem)) => return Step::ask(Action::Problem(problem)),
        }
        Step::none()
    }

    /// Shows the end of the journal, and what checking it found.
    pub fn view<'a>(&'a self, head: Option<&'a Head>, may_accept: bool, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let code = text::body(head.map(spaced).unwrap_or_default()).size(CAPTION).width(Length::Fill);
        let copy = button::plain(t!(lang, "copy")).icon(Icon::Copy).small();
        let copy = copy.id("journal-copy").on_press_maybe(head.map(|_| Message::Copy));
        let end = row![text::strong(t!(lang, "journal-head")), code, Element::from(copy)];
        let noted = text_field(t!(lang, "journal-noted"), &self.noted)
            .id("journal-noted")
            .on_input(Message::Noted)
            .on_submit(Message::Compare);
        let compare = button::plain(t!(lang, "journal-compare"));
        let compare = compare.on_press_maybe((!self.noted.trim().is_empty()).then_some(Message::Compare));
        let why = container(text::caption(t!(lang, "journal-head-text"))).width(Length::FillPortion(3));
        let noted = container(Element::from(noted)).width(Length::FillPortion(2));
        let below = row![why, noted, Element::from(compare)];
        let end =
            column![end.spacing(MEDIUM).align_y(Alignment::Center), below.spacing(MEDIUM).align_y(Alignment::Center)];
        let compared = self.compared.map(|compared| view_compared(compared, lang));
        let found: Option<Element<'a, Message>> = match (&self.busy, &self.verdict) {
            (Some(busy), _) if self.is_long => Some(view_progress(busy, lang)),
            (Some(_) | None, verdict) => verdict.as_ref().map(|verdict| view_verdict(verdict, may_accept, lang)),
        };
        column![surface::card(end.push(compared).spacing(SMALL))].push(found).spacing(MEDIUM).into()
    }

    /// Returns the button that checks the journal.
    pub fn button<'a>(&self, lang: Lang) -> Element<'a, Message> {
        let check = button::plain(t!(lang, "journal-check")).icon(Icon::ShieldCheck);
        check.on_press_maybe(self.busy.is_none().then_some(Message::Check)).into()
    }
}

/// Returns the end as it is read: in groups.
fn spaced(head: &Head) -> String {
    journal::code(head).replace('-', " ")
}

fn view_progress<'a>(busy: &Progress, lang: Lang) -> Element<'a, Message> {
    let (done, total) = busy.get();
    let number = |number: u64| i18n::number(lang, i64::try_from(number).unwrap_or(i64::MAX));
    let numbers = t!(lang, "journal-checking-numbers", done = number(done), total = number(total));
    let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
    let cancel = button::plain(t!(lang, "cancel")).on_press(Message::Cancel);
    progress(t!(lang, "journal-checking"), share, numbers, Some(cancel))
}

fn view_compared<'a>(compared: Compared, lang: Lang) -> Element<'a, Message> {
    let (tone, words) = match compared {
        Compared::Same { entry } => (Tone::Good, t!(lang, "journal-compared-same", entry = i18n::number(lang, entry))),
        Compared::Other { entry } => {
            (Tone::Danger, t!(lang, "journal-compared-other", entry = i18n::number(lang, entry)))
        }
        Compared::Shorter { entries } => {
            (Tone::Danger, t!(lang, "journal-compared-shorter", entries = i18n::number(lang, entries)))
        }
        Compared::Removed { entry } => {
            (Tone::Attention, t!(lang, "journal-compared-removed", entry = i18n::number(lang, entry)))
        }
        Compared::Unreadable => (Tone::Attention, t!(lang, "journal-compared-unreadable")),
    };
    banner(tone, words, None, vec![])
}

fn view_verdict<'a>(verdict: &Verdict, may_accept: bool, lang: Lang) -> Element<'a, Message> {
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
    let accept = (accept && may_accept)
        .then(|| Element::from(button::danger(t!(lang, "journal-accept")).on_press(Message::Accept)))
        .into_iter()
        .collect();
    banner(Tone::Danger, t!(lang, "upkeep-journal"), Some(words), accept)
}
