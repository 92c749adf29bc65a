//! The types of mailings, under the interests: what was answered to each, when and to whom, and one click for another
//! answer.

use iced::widget::{Column, Space, column, container, row};
use iced::{Alignment, Length, Task};

use super::{Message, Page, State};
use crate::i18n;
use crate::model::field::Field;
use crate::model::list;
use crate::model::subscription::{Said, Stop};
use crate::model::user::Right;
use crate::office::problem::Problem;
use crate::office::subscriptions::{self, Standing};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, CONTROL, LARGE, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::line::line;
use crate::widget::{button, surface, text};

/// The width of the names of types.
const NAME: f32 = 150.0;

impl State {
    /// Enters an answer at once.
    pub(super) fn subscribe(&mut self, kind: list::Id, wanted: bool, scene: &Scene) -> Task<Message> {
        let (id, lang) = (self.id, scene.lang);
        let done = scene.office.write(move |desk| subscriptions::set(desk, id, &Said::new(kind, wanted)).map(drop));
        Task::perform(done, move |done| Message::Subscribed(done.map_err(|error| Problem::new(&error, lang))))
    }
}

impl<'a> Page<'a> {
    /// Returns the tab.
    pub(super) fn interests_and_subscriptions(&self) -> Element<'a, Message> {
        let shows_interests = self.scene.rules.fields.is_shown(&Field::Interests);
        column![].push(shows_interests.then(|| self.interests())).push(self.subscriptions()).spacing(LARGE).into()
    }

    fn subscriptions(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let all = &self.shown.subscriptions;
        let rows = all.types.iter().map(|standing| self.subscription(standing));
        let rows = Column::with_children(rows).width(Length::Fill).spacing(TINY);
        let stops = all.stops.iter().map(|stop| -> Element<'a, Message> {
            let (tone, icon) = match stop {
                Stop::Restricted | Stop::Objection | Stop::Withdrawn => (Tone::Danger, Icon::Hand),
                Stop::NoMailings => (Tone::Attention, Icon::Hand),
            };
            let words = i18n::text(lang, subscriptions::stop_words(*stop));
            row![text::icon_sized(icon, 14.0).style(style::tone(tone)), text::body(words).style(style::tone(tone))]
                .spacing(SMALL)
                .align_y(Alignment::Center)
                .into()
        });
        let stops = (!all.stops.is_empty()).then(|| Column::with_children(stops).spacing(TINY));
        let title = t!(lang, "field-subscriptions");
        surface::section(title, None, column![].push(stops).push(rows).spacing(SMALL))
    }

    /// Returns the line of a type: its name, the two answers, and what was said.
    fn subscription(&self, standing: &'a Standing) -> Element<'a, Message> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let kind = standing.kind;
        let name = line(scene.lists.name(kind, lang).to_owned()).size(BODY).width(NAME);
        let said = standing.said.as_ref().and_then(|said| said.wanted);
        let answer = |words: String, wanted: bool| -> Element<'a, Message> {
            // On a card that can only be read, a refusal is heard all the same.
            let can = (!self.state.is_read_only() || !wanted) && said != Some(wanted);
            let answer = button::plain(words).small().marked(said == Some(wanted)).id(format!(
                "card-subscription-{}-{}",
                scene.lists.key(kind),
                if wanted { "yes" } else { "no" }
            ));
            scene.allowed(answer, Right::Subscriptions, can.then_some(Message::Subscribe(kind, wanted))).into()
        };
        let told = match &standing.said {
            Some(said) => {
                let when = t!(lang, "subscription-said", when = scene.day(said.at), who = scene.by(said.by));
                let source = scene.lists.name(said.source, lang);
                let mut words = format!("{when} {} {source}", t!(lang, "separator-dot"));
                if !said.comment.is_empty() {
                    words = format!("{words} {} {}", t!(lang, "separator-dot"), said.comment);
                }
                words
            }
            None => i18n::text(lang, subscriptions::words(standing)),
        };
        let answers = row![
            answer(t!(lang, "subscription-wants"), true),
            answer(t!(lang, "subscription-refuses"), false),
            Space::new().width(SMALL)
        ]
        .spacing(TINY)
        .align_y(Alignment::Center);
        row![container(name).center_y(CONTROL), answers, text::caption(told).width(Length::Fill)]
            .spacing(SMALL)
            .align_y(Alignment::Center)
            .into()
    }
}
