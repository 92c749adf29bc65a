//! Preparing the office in five steps: offered above what is due, until it is done or put away.

use iced::widget::{Column, Space, column, container, row};
use iced::{Alignment, Length, Padding, Task};

use crate::i18n;
use crate::model::change::Changes;
use crate::model::user::Right;
use crate::office::preparation::{self, Point, Preparation, Standing, Step as Part};
use crate::office::problem::{Kind, Problem};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{CONTROL, ICON, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::transfer::guide::chapters;
use crate::vault::Slot;
use crate::widget::button::{self, Kind as Look};
use crate::widget::tab_stop::TabStop;
use crate::widget::{surface, text};

/// How far the office is, as far as it was read.
#[derive(Debug, Default)]
pub struct State {
    read: Option<Preparation>,
    /// The step whose points are shown, or none of them, where somebody chose; the first that is not done otherwise.
    open: Option<Option<Part>>,
    /// Whether somebody worked on it since the card file was opened: then it stays, also when all is done.
    is_used: bool,
}

/// What happens in the list.
#[derive(Debug, Clone)]
pub enum Message {
    /// How far the office is was read.
    Read(Result<Preparation, Problem>),
    /// The points of a step are to be shown, or no longer.
    Show(Part),
    /// The screen where a point is seen to is to be shown.
    Go(Point),
    /// A point is right as it is, or not.
    Confirm(Point, bool),
    /// The list is to be put away.
    PutAway,
    /// The guide is to be read.
    Guide,
    /// The office answered.
    Written(Result<Preparation, Problem>),
}

/// Reads how far the office is, for those who can do something about it.
pub fn read(scene: &Scene) -> Task<Message> {
    if !scene.office.user().may(Right::Settings) {
        return Task::none();
    }
    let lang = scene.lang;
    let state = scene.office.latest(Slot("preparation"), |desk| preparation::state(desk));
    Task::perform(state, move |state| Message::Read(state.map_err(|error| Problem::new(&error, lang))))
}

/// Returns whether what was written may have changed how far the office is.
pub fn concerns(changes: &Changes) -> bool {
    changes.settings || changes.everything
}

impl State {
    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Read(Ok(state)) => {
                self.read = Some(state);
                Step::none()
            }
            Message::Written(Ok(state)) => {
                self.is_used = !state.away;
                let says = state.away.then(|| Action::Toast(t!(lang, "steps-away-toast")));
                self.read = Some(state);
                says.map_or_else(Step::none, Step::ask)
            }
            Message::Read(Err(problem)) | Message::Written(Err(problem)) if problem.kind == Kind::Dropped => {
                Step::none()
            }
            Message::Read(Err(problem)) | Message::Written(Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::Show(part) => {
                // None of them, where the one that is shown is pressed again.
                self.open = Some((self.shown() != Some(part)).then_some(part));
                Step::none()
            }
            Message::Go(point) => Step::ask(Action::Prepare(point)),
            Message::Guide => Step::ask(Action::Guide(chapters::OFFICE)),
            Message::Confirm(point, is_right) => {
                let written = scene.office.write(move |desk| preparation::confirm(desk, point, is_right));
                Step::task(Task::perform(written, move |written| {
                    Message::Written(written.map_err(|error| Problem::new(&error, lang)))
                }))
            }
            Message::PutAway => {
                let written = scene.office.write(|desk| preparation::put_away(desk, true));
                Step::task(Task::perform(written, move |written| {
                    Message::Written(written.map_err(|error| Problem::new(&error, lang)))
                }))
            }
        }
    }
}

impl State {
    /// Returns the step whose points are shown.
    fn shown(&self) -> Option<Part> {
        let first = || self.read.as_ref().and_then(|state| Part::ALL.into_iter().find(|part| !state.is_done(*part)));
        self.open.unwrap_or_else(first)
    }

    /// Shows the list, where it is offered.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let state = self.read.as_ref().filter(|state| state.is_offered() || self.is_used)?;
        let lang = scene.lang;
        let guide = button::link(t!(lang, "steps-guide")).small().id("steps-guide").on_press(Message::Guide);
        let away = button::button(Look::Quiet, t!(lang, "steps-away")).small().id("steps-away");
        let head = row![
            text::section(t!(lang, "steps-title")),
            text::caption(t!(lang, "steps-done", done = state.done(), total = Part::ALL.len())),
            Space::new().width(Length::Fill),
            Element::from(guide),
            Element::from(away.on_press(Message::PutAway)),
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center);
        let parts = (1..).zip(Part::ALL).map(|(number, part)| self.part(number, part, state, scene));
        let list = Column::with_children(parts).spacing(TINY);
        Some(container(column![head, surface::line(), list].spacing(SMALL)).padding(LARGE).style(style::card).into())
    }

    fn part<'a>(&'a self, number: u8, part: Part, state: &'a Preparation, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_open = self.shown() == Some(part);
        let (all, done) = (state.of(part).count(), state.of(part).filter(|standing| standing.done).count());
        let name = format!("{number}. {}", i18n::text(lang, &format!("steps-{}", part.key())));
        let line = row![
            sign(state.is_done(part), ICON),
            text::strong(name).width(Length::Fill),
            text::caption(t!(lang, "of-count", done = done, total = all)),
            text::icon(if is_open { Icon::ChevronUp } else { Icon::ChevronDown }).style(style::muted),
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center);
        let press = TabStop::new(line)
            .id(Some(format!("steps-{}", part.key()).into()))
            .on_press(Some(Message::Show(part)))
            .size(Length::Fill, CONTROL)
            .padding([0.0, TINY]);
        let points = is_open.then(|| {
            let says = text::caption(i18n::text(lang, &format!("steps-{}-says", part.key())));
            let points = state.of(part).map(|standing| point(standing, scene));
            let points = column![says].extend(points).spacing(TINY);
            container(points).padding(Padding::ZERO.left(LARGE + MEDIUM).bottom(SMALL))
        });
        column![Element::from(press)].push(points).into()
    }
}

/// Returns the line of a point: how it stands, and the way to where it is seen to.
fn point<'a>(standing: &Standing, scene: &'a Scene) -> Element<'a, Message> {
    let (lang, point) = (scene.lang, standing.point);
    let words = text::body(i18n::text(lang, &format!("steps-point-{}", point.key()))).width(Length::Fill);
    let said = standing.confirmed.then(|| text::caption(t!(lang, "steps-confirmed")));
    let id = |what: &str| format!("steps-{what}-{}", point.key());
    let right = match (standing.done, standing.confirmed) {
        (false, _) if point.is_judged() => Some((t!(lang, "steps-confirm"), true)),
        (_, true) => Some((t!(lang, "steps-confirm-not"), false)),
        (_, false) => None,
    };
    let right = right.map(|(words, is_right)| {
        Element::from(button::link(words).small().id(id("confirm")).on_press(Message::Confirm(point, is_right)))
    });
    let go = button::plain(t!(lang, "steps-go")).small().id(id("go")).on_press(Message::Go(point));
    row![sign(standing.done, 14.0), words]
        .push(said)
        .push(right)
        .push(Element::from(go))
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .into()
}

fn sign<'a>(done: bool, edge: f32) -> Element<'a, Message> {
    let (icon, tone) = if done { (Icon::CircleCheck, Tone::Good) } else { (Icon::Circle, Tone::Muted) };
    text::icon_sized(icon, edge).style(style::tone(tone)).into()
}
