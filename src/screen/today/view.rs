//! How what is due looks: a heading for each part, and one line for each thing to do.

use iced::widget::text::Wrapping;
use iced::widget::{Column, Row, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::{Message, State};
use crate::model::activity::Line;
use crate::model::list;
use crate::model::user::Right;
use crate::office::activities::{self, words};
use crate::screen::Scene;
use crate::screen::states;
use crate::theme::measure::{BODY, CONTROL, HUGE, LARGE, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, switch};
use crate::widget::empty_state::empty_state;
use crate::widget::line::{self, line};
use crate::widget::tab_stop::TabStop;
use crate::widget::{button, surface, text};
use crate::{i18n, t};

/// The width of the column that says when.
const WHEN: f32 = 150.0;
/// The width of the signs behind a name.
const MARKS: f32 = 32.0;
/// How wide a page of what is due gets.
const WIDEST: f32 = TEXT_COLUMN + 160.0;

/// How the lines of a part say when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Overdue,
    Now,
    Coming,
    Undated,
    Done,
}

fn muted(theme: &Theme) -> line::Style {
    line::Style { color: Some(theme.roles().muted), mark: None }
}

impl State {
    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let day = i18n::date_long(lang, scene.today());
        let mine = (scene.users.len() > 1)
            .then(|| Element::from(switch(t!(lang, "today-mine"), self.is_mine).on_toggle(Message::Mine)));
        let head = row![text::name(t!(lang, "today-title")), text::caption(day)]
            .push(Space::new().width(Length::Fill))
            .push(mine)
            .spacing(LARGE)
            .align_y(Alignment::Center);
        let head = container(head).padding(Padding { top: HUGE, right: HUGE, bottom: SMALL, left: HUGE });
        let due = (self.due > 0).then(|| {
            let show =
                Element::from(button::plain(t!(lang, "today-due-show")).id("today-due").on_press(Message::ShowDue));
            banner(Tone::Attention, t!(lang, "today-due", count = self.due), None, vec![show])
        });
        let due = due.map(|due| container(due).padding(Padding::ZERO.right(HUGE).bottom(SMALL).left(HUGE)));
        let people = self.people(scene);
        let people = people.map(|people| container(people).padding(Padding::ZERO.right(HUGE).bottom(SMALL).left(HUGE)));
        let head = container(column![head].push(due).push(people)).max_width(WIDEST + 2.0 * HUGE);
        let steps = self.steps.view(scene).map(|steps| steps.map(Message::Steps));
        let Some(agenda) = &self.agenda else {
            return container(head).width(Length::Fill).height(Length::Fill).style(style::paper).into();
        };
        let parts = [
            (Part::Overdue, t!(lang, "today-overdue"), &agenda.overdue),
            (Part::Now, t!(lang, "today-now"), &agenda.now),
            (Part::Coming, t!(lang, "today-coming"), &agenda.coming),
            (Part::Undated, t!(lang, "today-undated"), &agenda.undated),
            (Part::Done, t!(lang, "today-done"), &agenda.done),
        ];
        let is_empty = parts.iter().all(|(_, _, listed)| listed.lines.is_empty());
        // Where people wait, or are kept too long, something is due.
        let is_nothing = is_empty && self.people.is_empty() && self.due == 0;
        if is_empty && steps.is_none() {
            let empty = is_nothing.then(|| {
                empty_state(Icon::CircleCheck, t!(lang, "today-nothing"), t!(lang, "today-nothing-text"), None)
            });
            let page = container(column![head].push(empty));
            return page.width(Length::Fill).height(Length::Fill).style(style::paper).into();
        }
        let nothing = is_nothing
            .then(|| column![text::section(t!(lang, "today-nothing")), text::caption(t!(lang, "today-nothing-text"))]);
        let mut page = Column::new().push(steps).push(nothing.map(|nothing| nothing.spacing(TINY))).spacing(HUGE);
        for (part, heading, listed) in parts {
            let (lines, more) = (&listed.lines, listed.total - listed.lines.len());
            if lines.is_empty() {
                continue;
            }
            let count = text::caption(i18n::number(lang, i64::try_from(listed.total).unwrap_or(i64::MAX)));
            let heading = text::section(heading);
            let heading = if part == Part::Overdue { heading.style(style::danger) } else { heading };
            let heading = row![heading, count].spacing(SMALL).align_y(Alignment::Center).height(CONTROL);
            let rows = Column::with_children(lines.iter().map(|line| row_of(line, part, scene)));
            let rows = rows.push((more > 0).then(|| {
                let more = button::link(t!(lang, "today-more", count = more)).small();
                Element::from(more.on_press(Message::More))
            }));
            page = page.push(column![heading, container(rows).padding([TINY, SMALL]).style(style::card)].spacing(TINY));
        }
        let page = container(page).padding(Padding { top: SMALL, right: HUGE, bottom: HUGE, left: HUGE });
        let page = surface::scroll(page.max_width(WIDEST + 2.0 * HUGE));
        container(column![head, page]).width(Length::Fill).height(Length::Fill).style(style::paper).into()
    }
}

fn row_of<'a>(shown: &'a Line, part: Part, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let one = &shown.activity;
    let (id, content) = (one.id, &one.content);
    let may = scene.office.user().may(Right::Edit);
    let tick = checkbox("", one.done_at.is_some()).on_toggle_if(may, move |on| Message::Done(id, on));
    let is_planned = activities::is_planned(one);
    let hour = |at| i18n::time_of_day(lang, scene.zone.at(at).time());
    let when = match part {
        Part::Overdue => words::due(lang, one, scene.today()),
        Part::Now if is_planned => hour(content.at),
        Part::Now | Part::Undated => String::new(),
        Part::Coming if is_planned => scene.time(content.at),
        Part::Coming => i18n::date(lang, activities::day_of(one)),
        // The day is the heading's.
        Part::Done => one.done_at.map(hour).unwrap_or_default(),
    };
    let when = text::caption(when).wrapping(Wrapping::None);
    let when = if part == Part::Overdue { when.style(style::danger) } else { when };
    let style: fn(&Theme) -> line::Style = if part == Part::Done { muted } else { |_| line::Style::default() };
    let kind = scene.lists.name(content.kind, lang);
    let headline = if content.headline().is_empty() { kind } else { content.headline() };
    let what = line(headline).size(BODY).width(Length::FillPortion(5)).style(style);
    let (name, company) = (shown.person.as_str(), shown.company.as_str());
    let dot = if name.is_empty() || company.is_empty() { "" } else { " · " };
    let with = line(format!("{name}{dot}{company}")).size(BODY).width(Length::FillPortion(4)).style(muted);
    let sign = match content.kind {
        list::ACTIVITY_MEETING => Icon::Users,
        list::ACTIVITY_CALL => Icon::Phone,
        list::ACTIVITY_EMAIL => Icon::Mail,
        _ => Icon::Note,
    };
    // What is no task stands out by its sign, behind its words: those of all begin at the same place.
    let sign = (content.kind != list::ACTIVITY_TASK).then(|| text::icon_sized(sign, 14.0).style(style::muted));
    let sign = container(row![].push(sign)).width(18);
    // The room of two signs in every row, or the names would not begin at the same place.
    let marks = container(row![].push(states::marks(shown.marks, scene))).width(MARKS);
    let parts = Row::new().push(what).push(sign).push(with).push(marks);
    let parts = parts.push(container(when).width(WHEN).align_x(Alignment::End));
    let press = TabStop::new(parts.spacing(SMALL).align_y(Alignment::Center))
        .on_press(Some(Message::Open(id)))
        .size(Length::Fill, CONTROL)
        .align_x(Alignment::Start)
        .padding(Padding::from([0.0, TINY]));
    row![Element::from(tick), Element::from(press)].spacing(TINY).align_y(Alignment::Center).into()
}
