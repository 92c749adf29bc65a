//! The foot of a card: the legal basis, two switches, and who made the card what it is.

use iced::widget::{Row, column, container, row};
use iced::{Alignment, Length, Padding};

use super::{Message, Page};
use crate::model::list;
use crate::screen::persons::edit::Flag;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Tone, style};
use crate::widget::avatar::avatar;
use crate::widget::badge::shape;
use crate::widget::checkbox::switch;
use crate::widget::tab_stop::TabStop;
use crate::widget::{surface, text};

/// The width of the initials of who changed the card last.
const WHO: f32 = 22.0;

impl<'a> Page<'a> {
    /// Returns the foot.
    pub fn foot(&self) -> Element<'a, Message> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let person = self.person();
        let content = self.draft.map_or(&person.content, |draft| &draft.content);
        let may = self.may_edit() && !self.state.card.shows_newer;
        let fields = &scene.rules.fields;
        let flag = |label: String, on: bool, flag: Flag, id: &'static str| -> Option<Element<'a, Message>> {
            let field = flag.field();
            let may = may && fields.may_edit(&field);
            let toggle = || switch(label, on).id(id).on_toggle_if(may, move |on| Message::Flag(flag, on)).into();
            fields.is_shown(&field).then(toggle)
        };
        let former = t!(lang, "card-former-employee");
        let mailings = t!(lang, "card-no-mailings");
        let switches = Row::new()
            .push(flag(former, content.former_employee, Flag::FormerEmployee, "card-former"))
            .push(flag(mailings, content.no_mailings, Flag::NoMailings, "card-mailings"))
            // Where there is little room, the words go on in the next line: they are never cut.
            .push(container(self.legal_basis()).align_right(Length::Fill))
            .spacing(LARGE)
            .align_y(Alignment::Center);
        let created = t!(lang, "card-created", when = scene.time(person.created_at), who = scene.by(person.created_by));
        let updated = t!(lang, "card-updated", when = scene.time(person.updated_at), who = scene.by(person.updated_by));
        let source = scene.lists.name(person.source, lang);
        let dot = t!(lang, "separator-dot");
        let history = text::caption(format!("{created} {dot} {source} {dot} {updated}"));
        let who = scene.initials(person.updated_by).map(|letters| avatar(letters, None, WHO));
        let history = row![].push(who).push(history).spacing(SMALL).align_y(Alignment::Center);
        let foot = column![switches, history].spacing(SMALL);
        let foot = container(foot).padding(Padding { top: MEDIUM, right: HUGE, bottom: MEDIUM, left: HUGE });
        column![surface::line(), foot].into()
    }

    /// Returns the link to the legal bases, which says what holds for sales and service.
    fn legal_basis(&self) -> Element<'a, Message> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let standing = self.shown.purposes.iter().find(|standing| standing.purpose == list::SALES);
        let (tone, words) = match standing.and_then(|standing| standing.current.as_ref()) {
            Some(entry) => {
                let basis = scene.lists.name(entry.item, lang);
                let date = scene.day(entry.at).replace(' ', "\u{a0}");
                let tone = if entry.basis.is_refusal() { Tone::Danger } else { Tone::Good };
                (tone, t!(lang, "card-basis-since", basis = basis, date = date))
            }
            None => (Tone::Attention, t!(lang, "card-basis-none")),
        };
        let ink = if tone == Tone::Good { Tone::Accent } else { tone };
        let content = row![
            text::icon_sized(shape(tone), 16.0).style(style::tone(tone)),
            text::strong(words).style(style::tone(ink))
        ]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center);
        TabStop::new(content)
            .id(Some("card-basis".into()))
            .on_press(Some(Message::LegalBasis))
            .padding(Padding::from([TINY, SMALL]))
            .style(style::link_button)
            .into()
    }
}
