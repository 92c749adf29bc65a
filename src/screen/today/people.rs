//! Who is due to be informed, and what came back and waits for a decision.

use chrono::NaiveDate;
use iced::widget::{Column, Space, column, container, row};
use iced::{Alignment, Length, Padding, Task};

use super::{Message, State};
use crate::model::change::Changes;
use crate::model::user::Right;
use crate::office::Error;
use crate::office::mail::intake::proposals;
use crate::office::mail::notices::{self, Due};
use crate::office::problem::Problem;
use crate::screen::Scene;
use crate::screen::letters::due_words;
use crate::t;
use crate::theme::measure::{BODY, CONTROL, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::vault::Slot;
use crate::widget::banner::banner;
use crate::widget::line::line;
use crate::widget::tab_stop::TabStop;
use crate::widget::{button, text};

/// How many of those who are due are listed by name.
const LISTED: usize = 5;
/// The width of the column that says until when.
const UNTIL: f32 = 300.0;

/// What people wait for.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// The most urgent of those who have to be informed soon.
    due: Vec<Due>,
    /// How many there are.
    all: u64,
    /// How many answers wait for a decision.
    answers: usize,
}

impl People {
    /// Returns whether nobody waits for anything.
    pub(super) fn is_empty(&self) -> bool {
        self.all == 0 && self.answers == 0
    }

    /// Answers whether somebody should have been informed by now: who has a notice waiting is seen to.
    fn is_overdue(&self, today: NaiveDate) -> bool {
        self.due.iter().any(|due| due.due < today && !due.waiting)
    }

    /// Answers whether a write may have changed it.
    pub(super) fn is_touched(&self, changes: &Changes) -> bool {
        let is_listed = |due: &Due| changes.persons.contains(&due.person);
        // A proposal that was decided, or came in, changes the person.
        let answers = self.answers > 0 && !changes.persons.is_empty();
        changes.everything
            || changes.settings
            || !changes.removed.is_empty()
            || answers
            || self.due.iter().any(is_listed)
    }
}

/// Reads who waits for what.
pub(super) fn read(scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    let read = scene.office.latest(Slot("people today"), |desk| {
        let (due, all) = notices::due(desk, notices::SOON, LISTED)?;
        Ok(People { due, all, answers: proposals::waiting(desk)? })
    });
    Task::perform(read, move |read| Message::People(read.map_err(|error: Error| Problem::new(&error, lang))))
}

impl State {
    /// Shows what came back, and who is due to be informed; nothing where there is neither.
    pub(super) fn people<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let people = &self.people;
        let answers = (people.answers > 0).then(|| {
            let show = button::plain(t!(lang, "today-answers-show")).id("today-answers").small();
            let show = Element::from(scene.allowed(show, Right::Edit, Message::CameBack));
            banner(Tone::Accent, t!(lang, "today-answers", count = people.answers), None, vec![show])
        });
        let due = (people.all > 0).then(|| self.due(scene));
        (!people.is_empty()).then(|| Column::new().push(answers).push(due).spacing(SMALL).into())
    }

    fn due<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let people = &self.people;
        let today = scene.today();
        let is_overdue = people.is_overdue(today);
        let all = button::plain(t!(lang, "today-inform-all")).icon(Icon::Mail).id("today-inform").small();
        let all = Element::from(scene.allowed(all, Right::SendMail, Message::InformAll));
        let heading = text::section(t!(lang, "today-inform", count = people.all, days = notices::SOON));
        let heading = if is_overdue { heading.style(style::danger) } else { heading };
        let heading = row![heading, Space::new().width(Length::Fill), all].align_y(Alignment::Center).height(CONTROL);
        let rows = Column::with_children(people.due.iter().map(|due| row_of(due, scene)));
        let more = people.all.saturating_sub(people.due.len() as u64);
        let more = (more > 0).then(|| {
            let more = button::link(t!(lang, "today-more", count = more)).small().id("today-inform-more");
            Element::from(more.on_press(Message::ListDue))
        });
        let rows = rows.push(more);
        column![heading, container(rows).width(Length::Fill).padding([TINY, SMALL]).style(style::card)]
            .spacing(TINY)
            .into()
    }
}

/// Returns the line of somebody who is due: one click opens the card.
fn row_of<'a>(due: &'a Due, scene: &'a Scene) -> Element<'a, Message> {
    let (tone, words) = due_words(scene, due.due, due.waiting);
    let name = line(due.name.as_str()).size(BODY).width(Length::Fill);
    let until = container(text::caption(words).style(style::tone(tone))).width(UNTIL).align_x(Alignment::End);
    let parts = row![name, until].spacing(SMALL).align_y(Alignment::Center);
    TabStop::new(parts)
        .on_press(Some(Message::OpenPerson(due.person)))
        .size(Length::Fill, CONTROL)
        .align_x(Alignment::Start)
        .padding(Padding::from([0.0, TINY]))
        .into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::person;

    #[test]
    fn who_has_a_notice_waiting_is_no_longer_overdue() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let due = |waiting| Due { person: person::Id(1), name: "Aas, Kari".to_owned(), due: day(3), waiting };
        for (waiting, today, is_overdue) in [(false, 4, true), (true, 4, false), (false, 3, false)] {
            let people = People { due: vec![due(waiting)], all: 1, answers: 0 };
            assert_eq!(people.is_overdue(day(today)), is_overdue, "{waiting} {today}");
        }
    }
}
