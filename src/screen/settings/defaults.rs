//! The page "New people": what becomes of somebody without a legal basis, and the one that each way in suggests.

use iced::widget::{Column, Row, column, container};
use iced::{Alignment, Length};

use super::rows::Rows;
use super::{Message, Page, plain};
use crate::model::list::{Item, List};
use crate::office::lists;
use crate::office::settings::Setting;
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{HUGE, MEDIUM, SMALL};
use crate::widget::{surface, text};

/// Shows the page.
pub fn view<'a>(rows: &'a Rows, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let purposes: Vec<&Item> = scene.lists.of(List::Purpose).collect();
    let mut headings = Row::new().spacing(MEDIUM).push(wide(text::caption(t!(lang, "settings-defaults-source")), 2));
    for purpose in &purposes {
        headings = headings.push(wide(text::caption(lists::name(purpose, lang).to_owned()), 3));
    }
    let mut table = Column::new().spacing(SMALL).push(headings);
    for source in scene.lists.of(List::Source) {
        let mut line = Row::new().spacing(MEDIUM).align_y(Alignment::Center);
        line = line.push(wide(text::body(lists::name(source, lang).to_owned()), 2));
        for purpose in &purposes {
            let setting = Setting::Default { source: source.key.clone(), purpose: purpose.key.clone() };
            line = line.push(wide(rows.bare(&setting, scene).map(Message::Row), 3));
        }
        table = table.push(surface::line()).push(line);
    }
    let words =
        column![text::section(t!(lang, "settings-defaults")), text::caption(t!(lang, "settings-defaults-text")),];
    column![plain::view(Page::NewPeople, None, rows, scene), column![words, table].spacing(MEDIUM)].spacing(HUGE).into()
}

fn wide<'a>(content: impl Into<Element<'a, Message>>, part: u16) -> Element<'a, Message> {
    container(content).width(Length::FillPortion(part)).into()
}
