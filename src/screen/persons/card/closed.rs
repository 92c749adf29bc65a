//! A card the processing of whose data is restricted: the name, the ground, since when, and whom to ask.

use iced::widget::{Space, column, container, row};
use iced::{Length, Padding};

use super::Message;
use crate::i18n;
use crate::model::user::Right;
use crate::office::states::Closed;
use crate::screen::Scene;
use crate::screen::states::{self, StateAsk};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::button;
use crate::widget::field::key_value;
use crate::widget::text;

/// The button that opens the card for a reason, where the keyboard goes.
pub const OPEN: &str = "card-open-anyway";

/// Returns the closed card.
pub fn view<'a>(closed: &'a Closed, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let restriction = &closed.restriction;
    let id = closed.person;
    let close = button::icon(Icon::Close, t!(lang, "close")).on_press(Message::Close);
    let name = text::name(closed.name.as_str());
    let head = row![name, Space::new().width(Length::Fill), Element::from(close)].spacing(SMALL);
    let headline = t!(lang, "state-restricted-since", date = states::long_day(scene, restriction.at));
    let said = banner(Tone::Danger, headline, Some(t!(lang, "state-closed")), Vec::new());
    let value = |words: String| text::body(words);
    let ground = i18n::text(lang, &format!("ground-{}", restriction.ground.letter()));
    let by = scene.user(restriction.by);
    let ask = if closed.ask.is_empty() { by.clone() } else { closed.ask.clone() };
    let rows = column![
        key_value(t!(lang, "state-ground"), value(ground)),
        key_value(t!(lang, "state-restricted-by"), value(by)),
        key_value(t!(lang, "state-ask"), value(ask)),
    ]
    .spacing(SMALL);
    let open = button::plain(t!(lang, "state-open-ask")).icon(Icon::Eye).id(OPEN);
    let lift = states::button(t!(lang, "state-lift-ask"), scene, Message::State(StateAsk::Lift(id)));
    let object = states::button(t!(lang, "state-object-ask"), scene, Message::State(StateAsk::Object(id, None)));
    let open = Element::from(open.small().on_press(Message::State(StateAsk::Open(id))));
    let report = button::plain(t!(lang, "reporting-ask")).small().id("card-report");
    let report = Element::from(scene.allowed(report, Right::Report, Message::Report));
    let buttons = row![open, report, lift, object].spacing(SMALL).wrap().vertical_spacing(SMALL);
    let page = column![head, said, rows, Space::new().height(TINY), buttons].spacing(MEDIUM).max_width(TEXT_COLUMN);
    let page = container(page).padding(Padding { top: LARGE + TINY, right: LARGE, bottom: LARGE, left: HUGE });
    container(page).width(Length::Fill).height(Length::Fill).style(style::surface).into()
}
