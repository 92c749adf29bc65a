//! Who is due, and why: on any day one picks; to the trash with them, or kept longer for a reason. And whom the law wants
//! kept, see [`holds`].
//!
//! What a user does most here, each one click or one key: read who is due and why, move all of them to the trash (a plan
//! first), keep one of them longer.

mod holds;

use std::collections::HashSet;

use chrono::{Months, NaiveDate};
use iced::widget::operation::focus;
use iced::widget::{Column, column, container, row, space};
use iced::{Alignment, Length, Padding, Task};

use crate::i18n;
use crate::model::change::Changes;
use crate::model::person::{self, Id};
use crate::model::retention::{Due, KeptBy};
use crate::model::user::Right;
use crate::office::holding::{self, Listed};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::retention::{self, Approved, Plan, words};
use crate::office::{Progress, persons};
use crate::screen::states::StateAsk;
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{CONTROL, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone};
use crate::vault::Slot;
use crate::widget::banner::banner;
use crate::widget::checkbox::checkbox;
use crate::widget::empty_state::empty_state;
use crate::widget::field::{field, text_field};
use crate::widget::{badge, button, surface, text};

/// How many are shown at first, and how many more at a time.
const PAGE: usize = 50;
const DAY: &str = "due-day";
const REASON: &str = "due-reason";

/// The page.
#[derive(Debug, Default)]
pub struct State {
    typed: String,
    on: Option<NaiveDate>,
    due: Option<Vec<Due>>,
    names: Names,
    holds: Vec<Listed>,
    shown: usize,
    ticked: HashSet<Id>,
    keeping: Option<Keeping>,
    plan: Option<Plan>,
    question: u64,
    busy: bool,
}

/// Somebody who is to be kept longer.
#[derive(Debug)]
struct Keeping {
    person: Id,
    until: String,
    reason: String,
    problem: Option<String>,
}

/// Who, and what they are called.
type Names = Vec<(Id, String)>;

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Who is due was read, or not, with the names of the first of them, and the legal holds that stand.
    Read(u64, Result<(Vec<Due>, Names, Vec<Listed>), Problem>),
    /// More names were read.
    Named(u64, Result<Names, Problem>),
    /// Another day was typed.
    Day(String),
    /// The day is taken.
    Look,
    /// More are to be shown.
    More,
    /// Somebody was ticked, or no longer.
    Tick(Id, bool),
    /// The card of somebody is to be opened.
    Open(Id),
    /// A legal hold is to be lifted.
    State(StateAsk),
    /// Somebody is to be kept longer.
    Keep(Id),
    /// Until when was typed.
    Until(String),
    /// Why was typed.
    Reason(String),
    /// They are to be kept.
    Decide,
    /// They are kept, or not.
    Kept(Result<NaiveDate, Problem>),
    /// Nobody is to be kept after all.
    Back,
    /// What moving them to the trash would do is to be shown: of those ticked, or of all.
    Plan,
    /// The plan was made, or not.
    Planned(Result<Plan, Problem>),
    /// The plan is to be carried out.
    Approve,
    /// It was carried out, or not.
    Approved(Result<Approved, Problem>),
}

impl State {
    /// Reads who is due, now that the page is shown.
    pub fn arrive(&mut self, scene: &Scene) -> Task<Message> {
        self.question += 1;
        self.shown = self.shown.max(PAGE);
        let (question, lang, shown) = (self.question, scene.lang, self.shown);
        let on = self.on.unwrap_or(scene.today());
        let read = scene.office.latest(Slot("due"), move |desk| {
            let due = retention::due_on(desk, on)?;
            let ids: Vec<Id> = due.iter().take(shown).map(|due| due.person).collect();
            let names = names(persons::lines(desk, &ids)?);
            Ok((due, names, holding::list(desk, None, false)?))
        });
        Task::perform(read, move |read| Message::Read(question, read.map_err(|error| Problem::new(&error, lang))))
    }

    /// Answers whether something typed would be lost if the page went away.
    pub fn unsaved(&self) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| !keeping.reason.trim().is_empty())
    }

    /// Answers whether something is asked here that Escape takes back.
    pub fn is_asking(&self) -> bool {
        self.keeping.is_some() || self.plan.is_some()
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        // It takes a pass over everybody: one card that changed is worth it where it stands here.
        let stands = |id: &Id| self.due.iter().flatten().any(|due| due.person == *id);
        let held = |id: &Id| self.holds.iter().any(|listed| listed.hold.person == *id);
        let touched = changes.everything
            || changes.settings
            || changes.persons.iter().any(|id| stands(id) || held(id))
            || changes.removed.iter().any(stands);
        if self.due.is_some() && touched { self.arrive(scene) } else { Task::none() }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(question, _) | Message::Named(question, _) if question != self.question => {}
            Message::Read(_, Ok((due, names, holds))) => {
                self.holds = holds;
                let there: HashSet<Id> = due.iter().map(|due| due.person).collect();
                self.ticked.retain(|id| there.contains(id));
                (self.due, self.names) = (Some(due), names);
            }
            Message::Named(_, Ok(names)) => self.names.extend(names),
            Message::Read(_, Err(problem)) | Message::Named(_, Err(problem)) => {
                return if problem.kind == Trouble::Dropped {
                    Step::none()
                } else {
                    Step::ask(Action::Problem(problem))
                };
            }
            Message::Day(typed) => {
                self.typed = typed;
                let on = i18n::parse_date(scene.lang, &self.typed, scene.today());
                if self.typed.trim().is_empty() || on.is_some() {
                    return self.look(on, scene);
                }
            }
            Message::Look => {
                let on = i18n::parse_date(scene.lang, &self.typed, scene.today());
                return self.look(on, scene);
            }
            Message::More => return Step::task(self.more(scene)),
            Message::Tick(id, true) => drop(self.ticked.insert(id)),
            Message::Tick(id, false) => drop(self.ticked.remove(&id)),
            Message::Open(id) => return Step::ask(Action::OpenPerson(id)),
            Message::State(ask) => return Step::ask(Action::State(ask)),
            Message::Keep(person) => {
                let until = scene.today().checked_add_months(Months::new(12)).unwrap_or(scene.today());
                let until = i18n::date(scene.lang, until);
                self.plan = None;
                self.keeping = Some(Keeping { person, until, reason: String::new(), problem: None });
                return Step::task(focus(REASON));
            }
            Message::Until(typed) => {
                if let Some(keeping) = &mut self.keeping {
                    (keeping.until, keeping.problem) = (typed, None);
                }
            }
            Message::Reason(typed) => {
                if let Some(keeping) = &mut self.keeping {
                    (keeping.reason, keeping.problem) = (typed, None);
                }
            }
            Message::Decide => return self.decide(scene),
            Message::Kept(Ok(until)) => {
                (self.busy, self.keeping) = (false, None);
                let said = t!(scene.lang, "due-kept", day = i18n::date(scene.lang, until));
                return Step::task(self.arrive(scene)).and(Action::Toast(said));
            }
            Message::Kept(Err(problem)) => {
                self.busy = false;
                if problem.kind != Trouble::Invalid {
                    return Step::ask(Action::Problem(problem));
                }
                if let Some(keeping) = &mut self.keeping {
                    keeping.problem = Some(problem.message);
                }
            }
            Message::Back => (self.keeping, self.plan) = (None, None),
            Message::Plan => {
                let (on, of, lang) = (self.on.unwrap_or(scene.today()), self.meant(), scene.lang);
                let plan = scene.office.read(move |desk| retention::plan(desk, on, of.as_deref()));
                self.keeping = None;
                return Step::task(Task::perform(plan, move |plan| {
                    Message::Planned(plan.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Planned(Ok(plan)) => self.plan = Some(plan),
            Message::Planned(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Approve if self.busy => {}
            Message::Approve => {
                let (on, of, lang) = (self.on.unwrap_or(scene.today()), self.meant(), scene.lang);
                self.busy = true;
                let done =
                    scene.office.write(move |desk| retention::approve(desk, on, of.as_deref(), &Progress::default()));
                return Step::task(Task::perform(done, move |done| {
                    Message::Approved(done.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Approved(done) => {
                (self.busy, self.plan) = (false, None);
                return match done {
                    Ok(Approved { moved, .. }) => {
                        self.ticked.clear();
                        let said = t!(scene.lang, "due-moved", count = moved.len());
                        Step::task(self.arrive(scene)).and(Action::Toast(said))
                    }
                    Err(problem) => Step::ask(Action::Problem(problem)),
                };
            }
        }
        Step::none()
    }

    /// Returns whom the button means: those ticked, or all.
    fn meant(&self) -> Option<Vec<Id>> {
        (!self.ticked.is_empty()).then(|| self.ticked.iter().copied().collect())
    }

    fn look(&mut self, on: Option<NaiveDate>, scene: &Scene) -> Step<Message> {
        (self.on, self.plan) = (on, None);
        self.ticked.clear();
        Step::task(self.arrive(scene))
    }

    fn more(&mut self, scene: &Scene) -> Task<Message> {
        let from = self.shown;
        self.shown += PAGE;
        let due = self.due.iter().flatten().skip(from).take(PAGE);
        let ids: Vec<Id> = due.map(|due| due.person).collect();
        let (question, lang) = (self.question, scene.lang);
        let read = scene.office.read(move |desk| Ok(names(persons::lines(desk, &ids)?)));
        Task::perform(read, move |read| Message::Named(question, read.map_err(|error| Problem::new(&error, lang))))
    }

    fn decide(&mut self, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        let Some(keeping) = self.keeping.as_mut().filter(|_| !self.busy) else { return Step::none() };
        let Some(until) = i18n::parse_date(lang, &keeping.until, scene.today()) else {
            keeping.problem = Some(t!(lang, "due-until-wrong"));
            return Step::none();
        };
        let (id, reason) = (keeping.person, keeping.reason.clone());
        self.busy = true;
        let kept = scene.office.write(move |desk| Ok(retention::keep(desk, id, until, &reason)?.until));
        Step::task(Task::perform(kept, move |kept| Message::Kept(kept.map_err(|error| Problem::new(&error, lang)))))
    }

    /// Shows the page.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_wrong = !self.typed.trim().is_empty() && i18n::parse_date(lang, &self.typed, scene.today()).is_none();
        let day = text_field(t!(lang, "due-today"), &self.typed)
            .id(DAY)
            .invalid(is_wrong)
            .on_input(Message::Day)
            .on_submit(Message::Look);
        let day = field(t!(lang, "due-day"), day).width(Length::Fixed(200.0));
        let due = self.due.as_deref().unwrap_or_default();
        let free = due.iter().filter(|due| due.kept_by.is_none()).count();
        let count = match &self.due {
            Some(due) => text::strong(t!(lang, "due-count", count = free, held = (due.len() - free))),
            None => text::strong(""),
        };
        let words = match self.ticked.len() {
            0 => t!(lang, "due-approve-all", count = free),
            count => t!(lang, "due-approve", count = count),
        };
        let right = if self.ticked.len() == 1 { Right::Delete } else { Right::MassDelete };
        // On a day to come one only looks ahead.
        let is_ahead = self.on.is_some_and(|on| on > scene.today());
        let may = (free > 0 && self.plan.is_none()).then_some(Message::Plan);
        let approve: Element<'a, Message> = if is_ahead {
            container(text::caption(t!(lang, "due-ahead"))).center_y(CONTROL).into()
        } else {
            scene.allowed(button::plain(words).id("due-approve"), right, may).into()
        };
        let count = container(count).center_y(CONTROL);
        let head = row![Element::from(day), space().width(Length::Fill), count, approve]
            .spacing(MEDIUM)
            .align_y(Alignment::End);
        let content: Element<'a, Message> = match &self.due {
            None => surface::skeleton(5),
            Some(due) if due.is_empty() => {
                empty_state(Icon::CircleCheck, t!(lang, "due-nobody"), t!(lang, "due-nobody-text"), None)
            }
            Some(due) => {
                let entries = due.iter().take(self.shown).enumerate().flat_map(|(index, due)| {
                    [(index > 0).then(surface::line), Some(self.entry(due, scene))].into_iter().flatten()
                });
                let left: usize = due.len().saturating_sub(self.shown);
                let more = (left > 0).then(|| -> Element<'a, Message> {
                    button::link(t!(lang, "due-more", count = left)).small().on_press(Message::More).into()
                });
                Column::with_children(entries).push(more).width(Length::Fill).into()
            }
        };
        column![text::caption(t!(lang, "due-text")), head]
            .push(self.plan.as_ref().map(|plan| self.planned(plan, scene)))
            .push(content)
            .push(holds::view(&self.holds, scene))
            .spacing(LARGE)
            .into()
    }

    fn planned<'a>(&'a self, plan: &'a Plan, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let words = t!(lang, "due-plan", count = plan.ids.len(), held = plan.held.len());
        let go = button::danger(t!(lang, "due-plan-go", count = plan.ids.len())).id("due-go");
        let go = go.on_press_maybe((!plan.ids.is_empty() && !self.busy).then_some(Message::Approve));
        let back = button::plain(t!(lang, "cancel")).on_press(Message::Back);
        banner(Tone::Attention, words, None, vec![back.into(), go.into()])
    }

    fn name(&self, id: Id) -> &str {
        self.names.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name)
    }

    fn entry<'a>(&'a self, due: &'a Due, scene: &'a Scene) -> Element<'a, Message> {
        let (lang, id) = (scene.lang, due.person);
        let is_ahead = self.on.is_some_and(|on| on > scene.today());
        let is_free = due.kept_by.is_none() && !is_ahead;
        let tick = checkbox("", self.ticked.contains(&id)).on_toggle_if(is_free, move |on| Message::Tick(id, on));
        let name = button::link(self.name(id)).on_press(Message::Open(id));
        let why = format!(
            "{} {} {}",
            words::rule(lang, &scene.lists, due.rule),
            t!(lang, "separator-dot"),
            words::period(lang, due)
        );
        let kept = due.kept_by.as_ref().map(|kept| badge::status(Tone::Accent, words::kept(lang, kept)));
        // Under the words of the button above, not under its edge.
        let inset = Padding::ZERO.left(SMALL);
        let why = column![text::caption(why)].push(kept).spacing(TINY).padding(inset);
        let what = column![Element::from(name), why].width(Length::Fill);
        let day = i18n::date(lang, due.due_on);
        let is_over = due.due_on <= scene.today();
        let over = if is_over { t!(lang, "due-since", day = day) } else { t!(lang, "due-from", day = day) };
        let over = text::caption(over);
        let keep = button::link(t!(lang, "due-keep")).small().id(format!("due-keep-{id}"));
        // Nothing is decided about somebody whose card is closed.
        let may = (due.kept_by != Some(KeptBy::Restricted)).then_some(Message::Keep(id));
        let keep: Element<'a, Message> = scene.allowed(keep, Right::Erase, may).into();
        let line = row![Element::from(tick), what, over, keep].spacing(MEDIUM).align_y(Alignment::Center);
        let keeping = self.keeping.as_ref().filter(|keeping| keeping.person == id);
        let form = keeping.map(|keeping| form(keeping, self.busy, scene));
        column![line].push(form).spacing(SMALL).padding([SMALL, TINY]).into()
    }
}

fn form<'a>(keeping: &'a Keeping, busy: bool, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let until =
        text_field("", keeping.until.as_str()).id("due-until").on_input(Message::Until).on_submit(Message::Decide);
    let reason = text_field(t!(lang, "due-reason-hint"), keeping.reason.as_str())
        .id(REASON)
        .invalid(keeping.problem.is_some())
        .on_input(Message::Reason)
        .on_submit(Message::Decide);
    let can = !busy && !keeping.reason.trim().is_empty();
    row![
        Element::from(field(t!(lang, "due-until"), until).width(Length::Fixed(140.0))),
        Element::from(field(t!(lang, "due-reason"), reason).error(keeping.problem.as_ref()).width(Length::Fill)),
        Element::from(button::plain(t!(lang, "cancel")).on_press(Message::Back)),
        Element::from(button::main(t!(lang, "due-keep-do")).on_press_maybe(can.then_some(Message::Decide))),
    ]
    .spacing(SMALL)
    .align_y(Alignment::End)
    .into()
}

fn names(lines: Vec<person::Line>) -> Names {
    lines.into_iter().map(|line| (line.id, person::full_name(&line.first_name, &line.last_name))).collect()
}
