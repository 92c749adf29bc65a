//! The types of mailings, under the interests: what was answered to each, when and to whom, and one click for another
//! answer.

use iced::widget::{Column, Space, column, container, row};
use iced::{Alignment, Length, Task};

use super::{Message, Page, State};
use crate::i18n;
use crate::model::basis::Basis;
use crate::model::field::Field;
use crate::model::list;
use crate::model::notice::Notice;
use crate::model::subscription::{Said, Stop};
use crate::model::user::Right;
use crate::office::mail::allowed::Verdict;
use crate::office::problem::Problem;
use crate::office::subscriptions::{self, Standing};
use crate::screen::Scene;
use crate::screen::letters::{LetterAsk, due_words};
use crate::t;
use crate::theme::measure::{BODY, CONTROL, LARGE, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::line::line;
use crate::widget::{badge, button, surface, text};

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
        column![]
            .push(shows_interests.then(|| self.interests()))
            .push(self.subscriptions())
            .push(self.informed())
            .push(self.received())
            .spacing(LARGE)
            .into()
    }

    fn subscriptions(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let all = &self.shown.subscriptions;
        let verdict = |kind| {
            let known = self.shown.writing.types.iter().find(|(standing, _)| standing.kind == kind);
            known.map(|(_, verdict)| self.verdict(verdict))
        };
        let rows =
            all.types.iter().map(|standing| column![self.subscription(standing)].push(verdict(standing.kind)).into());
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
        surface::section(title, None, column![self.marketing()].push(stops).push(rows).spacing(SMALL))
    }

    /// Returns whether e-mail marketing is on: what holds, since when and by whom, and what follows from it.
    fn marketing(&self) -> Element<'a, Message> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let writing = &self.shown.writing;
        let name = line(t!(lang, "card-e-marketing")).size(BODY).width(NAME);
        let said = match &writing.holds {
            Some(holds) => {
                let when = t!(lang, "subscription-said", when = scene.day(holds.at), who = scene.by(holds.by));
                format!("{} {} {when}", scene.lists.name(holds.item, lang), t!(lang, "separator-dot"))
            }
            None => t!(lang, "card-e-marketing-unsaid"),
        };
        let state =
            if writing.marketing.allowed { t!(lang, "card-e-marketing-on") } else { t!(lang, "card-e-marketing-off") };
        let first = row![container(name).center_y(CONTROL), text::body(state), text::caption(said)]
            .spacing(SMALL)
            .align_y(Alignment::Center);
        // Whoever consented need not be asked; whether others may be, the dialog says.
        let asks = writing.holds.as_ref().is_none_or(|holds| holds.basis != Basis::Consent);
        let ask = asks.then(|| {
            let ask = button::link(t!(lang, "card-ask-consent")).small().id("card-ask-consent");
            Element::from(ask.on_press(Message::Letter(LetterAsk::Consent(self.person().id))))
        });
        let first = first.push(Space::new().width(Length::Fill)).push(ask);
        column![first, self.verdict(&writing.marketing)].into()
    }

    /// Returns why something may be sent, or may not.
    fn verdict(&self, verdict: &Verdict) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let why: Vec<&str> = verdict.reasons.iter().map(|reason| reason.text.as_str()).collect();
        let general = &self.shown.writing.marketing;
        let is_same = !std::ptr::eq(verdict, general) && verdict.reasons == general.reasons;
        let why = if is_same { t!(lang, "may-mail-as-above") } else { why.join(" ") };
        let (tone, icon, words) = if verdict.allowed {
            (Tone::Good, Icon::CircleCheck, t!(lang, "may-mail-yes", why = why))
        } else {
            (Tone::Muted, Icon::Hand, t!(lang, "may-mail-no", why = why))
        };
        row![
            Space::new().width(NAME),
            text::icon_sized(icon, 14.0).style(style::tone(tone)),
            text::caption(words).width(Length::Fill)
        ]
        .spacing(SMALL)
        .into()
    }

    /// Returns whether the person was told what is kept of them, and the ways to tell them.
    fn informed(&self) -> Element<'a, Message> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let clock = &self.shown.informed;
        let state: Element<'a, Message> = match (clock.told_at, clock.due) {
            (Some(at), _) => badge::status(Tone::Good, t!(lang, "notice-informed-on", day = scene.day(at))),
            (None, Some(due)) => {
                let (tone, words) = due_words(scene, due, clock.waiting);
                badge::status(tone, words)
            }
            (None, None) => Space::new().into(),
        };
        let id = self.person().id;
        let inform = if clock.told_at.is_some() { t!(lang, "notice-again") } else { t!(lang, "notice-send") };
        let inform = button::plain(inform).small().icon(Icon::Mail).id("card-notice");
        let inform = Element::from(inform.on_press(Message::Letter(LetterAsk::Notice(id))));
        let history = clock.history.iter().map(|notice| text::caption(self.notice(notice)).into());
        let history = (!clock.history.is_empty()).then(|| Column::with_children(history).spacing(TINY));
        surface::section(t!(lang, "field-informed"), None, column![state, inform].push(history).spacing(SMALL))
    }

    fn notice(&self, notice: &Notice) -> String {
        let (scene, lang) = (self.scene, self.scene.lang);
        let way = match notice.way.exemption() {
            Some(exemption) => i18n::text(lang, &format!("notice-exemption-{}", exemption.key())),
            None => i18n::text(lang, &format!("notice-way-{}", notice.way.key())),
        };
        let when = t!(lang, "subscription-said", when = scene.day(notice.at), who = scene.by(notice.by));
        let mut words = format!("{way} {} {when}", t!(lang, "separator-dot"));
        if notice.told_at.is_none() {
            words = format!("{words} {} {}", t!(lang, "separator-dot"), t!(lang, "notice-not-sent"));
        }
        if !notice.comment.is_empty() {
            words = format!("{words} {} {}", t!(lang, "separator-dot"), notice.comment);
        }
        words
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
