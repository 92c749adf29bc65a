//! The people of a company, with what they are there: those who are, and those who were.

use iced::Alignment;
use iced::Length;
use iced::widget::{Column, container, row};

use super::Message;
use super::page::Page;
use crate::model::company::Member;
use crate::model::person::full_name;
use crate::model::user::Right;
use crate::office::companies::Card;
use crate::screen::card::nothing;
use crate::screen::states::marked;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Theme, style};
use crate::widget::line::{self, line};
use crate::widget::tab_stop::TabStop;
use crate::widget::{button, surface, text};

/// With more people than this, the others are a click away.
const SHOWN: usize = 12;
/// How wide a name is.
const NAME: f32 = 220.0;

impl<'a> Page<'a> {
    /// Returns the section.
    pub(super) fn people(&self, card: &'a Card) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let new = button::link(t!(lang, "company-new-person")).icon(Icon::UserPlus).small();
        let new = Element::from(self.scene.allowed(new, Right::Create, Message::NewPerson));
        let (former, current): (Vec<&Member>, Vec<&Member>) = card.members.iter().partition(|member| member.is_former);
        let mut rows = Column::new().width(Length::Fill);
        if card.members.is_empty() {
            rows = rows.push(nothing(t!(lang, "company-nobody")));
        }
        rows = rows.extend(current.iter().take(SHOWN).map(|member| self.member(member)));
        if !former.is_empty() {
            let heading = text::caption(t!(lang, "company-former"));
            rows = rows.push(container(heading).align_bottom(CONTROL));
            rows = rows.extend(former.iter().take(SHOWN).map(|member| self.member(member)));
        }
        if current.len() > SHOWN || former.len() > SHOWN {
            let count = card.members.len();
            let all = button::link(t!(lang, "company-all-people", count = count)).small().on_press(Message::ListPeople);
            rows = rows.push(Element::from(all));
        }
        let heading = match current.len() {
            0 => t!(lang, "company-people"),
            count => t!(lang, "company-people-count", count = count),
        };
        surface::section(heading, Some(new), rows)
    }

    fn member(&self, member: &'a Member) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let name = full_name(&member.first_name, &member.last_name);
        let name = if name.is_empty() { t!(lang, "list-no-name") } else { name };
        let link = TabStop::new(line(name).size(BODY))
            .on_press(Some(Message::OpenPerson(member.person)))
            .style(style::link_button);
        let position = member.position.map_or("", |id| self.scene.lists.name(id, lang));
        let role = match (member.title.as_str(), position) {
            (title, "") => title.to_owned(),
            ("", position) => position.to_owned(),
            (title, position) if title == position => title.to_owned(),
            (title, position) => format!("{title} {} {position}", t!(lang, "separator-dot")),
        };
        let time = member.until.map(|until| {
            let until = self.scene.day(until);
            match member.since {
                Some(since) => t!(lang, "company-since-until", since = self.scene.day(since), until = until),
                None => t!(lang, "company-until", date = until),
            }
        });
        let quiet = |theme: &Theme| line::Style { color: Some(theme.roles().muted), mark: None };
        let role = line(role).size(BODY).style(quiet).width(Length::Fill);
        let time = time.map(|time| line(time).size(CAPTION).style(quiet));
        row![container(marked(link, member.marks, self.scene)).width(NAME), role]
            .push(time)
            .spacing(MEDIUM)
            .align_y(Alignment::Center)
            .height(CONTROL)
            .padding(iced::Padding::ZERO.right(SMALL))
            .into()
    }
}
