//! Whom the law or the books want kept, under those who are due: each with the statute, and the way to lift it.

use iced::widget::{Column, column, row};
use iced::{Alignment, Length, Padding};

use super::Message;
use crate::model::user::Right;
use crate::office::holding::{Held, Listed};
use crate::screen::Scene;
use crate::screen::states::StateAsk;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{MEDIUM, SMALL, TINY};
use crate::widget::{button, surface, text};

/// Lists the holds that stand; nothing where there are none.
pub fn view<'a>(holds: &'a [Listed], scene: &'a Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    if holds.is_empty() {
        return None;
    }
    let entries = holds.iter().enumerate().flat_map(|(index, listed)| {
        [(index > 0).then(surface::line), Some(entry(listed, scene))].into_iter().flatten()
    });
    let body = column![text::caption(t!(lang, "hold-all-says")), Column::with_children(entries)].spacing(SMALL);
    Some(surface::section(t!(lang, "hold-all"), None, body))
}

fn entry<'a>(listed: &'a Listed, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let hold = &listed.hold;
    let name = button::link(listed.name.as_str()).on_press(Message::Open(hold.person));
    let since = t!(lang, "hold-since", day = scene.day(hold.at), by = scene.by(hold.by));
    let why = text::body(Held::of_hold(hold).words(lang));
    let comment = (!hold.content.comment.is_empty()).then(|| text::caption(hold.content.comment.as_str()));
    let says = column![why].push(comment).push(text::caption(since)).spacing(TINY).padding(Padding::ZERO.left(SMALL));
    let what = column![Element::from(name), says].width(Length::Fill);
    let lift = button::link(t!(lang, "hold-lift-ask")).small().id(format!("hold-lift-{}", hold.id));
    let lift = scene.allowed(lift, Right::Erase, Message::State(StateAsk::LiftHold(hold.person, hold.id)));
    row![what, Element::from(lift)].spacing(MEDIUM).align_y(Alignment::Center).padding([SMALL, TINY]).into()
}
