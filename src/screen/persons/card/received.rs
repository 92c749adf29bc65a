//! The mailings that the person was in, under the types of mailings: what, when, and how it stands with each.

use iced::Length;
use iced::widget::{Column, container, row};

use super::{Message, Page};
use crate::i18n;
use crate::office::mail::mailings::{Received, status_text};
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{BODY, SMALL, TINY};
use crate::widget::line::line;
use crate::widget::{badge, surface, text};

/// The width of the day.
const DAY: f32 = 150.0;

impl<'a> Page<'a> {
    /// Returns the mailings; nothing where there are none.
    pub(super) fn received(&self) -> Option<Element<'a, Message>> {
        let all = &self.shown.received;
        let rows = Column::with_children(all.iter().map(|one| self.mailing(one))).width(Length::Fill).spacing(TINY);
        (!all.is_empty()).then(|| surface::section(t!(self.scene.lang, "card-mailings"), None, rows))
    }

    fn mailing(&self, one: &'a Received) -> Element<'a, Message> {
        let words = i18n::text(self.scene.lang, &status_text(one.status));
        row![
            container(text::caption(self.scene.day(one.at))).width(DAY),
            line(one.name.as_str()).size(BODY).width(Length::Fill),
            badge::status(Scene::tone_of(one.status), words)
        ]
        .spacing(SMALL)
        .align_y(iced::Alignment::Center)
        .into()
    }
}
