//! How the section of people looks, and the frame of the pages in its place.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Column, column, container, row, space};
use iced::{Alignment, Length};

use super::super::Message as Outer;
use super::super::rows::Rows;
use super::{Message, Page, State, may};
use crate::i18n::{self, Lang};
use crate::model::user::{FIRST, User, initials};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, VAST};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::avatar::avatar;
use crate::widget::banner::banner;
use crate::widget::choice::choice;
use crate::widget::hotkeys::hotkeys;
use crate::widget::{button, surface, text};

/// How wide a page with a form is.
const FORM: f32 = 560.0;
/// How wide the field for a role is.
const ROLE: f32 = 180.0;

/// Returns what somebody is called; the one who made the card file has no name.
fn called(name: &str, is_me: bool, lang: Lang) -> String {
    match name {
        FIRST if is_me => t!(lang, "user-me"),
        FIRST => t!(lang, "user-first"),
        name => name.to_owned(),
    }
}

impl State {
    /// Shows the section.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let may = may(scene);
        let new = button::main(t!(lang, "people-add")).icon(Icon::UserPlus).id("people-add");
        let new = if may { new.on_press(Message::New) } else { new.tooltip(self.denied(lang)) };
        let denied = (!may).then(|| banner(Tone::Attention, self.denied(lang), None, vec![]));
        let here = self.people.users.iter().filter(|user| user.removed_at.is_none());
        let rows = here.map(|user| self.row(user, may, scene));
        let mut lines: Vec<Element<'a, Message>> = Vec::new();
        for row in rows {
            if !lines.is_empty() {
                lines.push(surface::line());
            }
            lines.push(row);
        }
        let gone: Vec<String> = self
            .people
            .users
            .iter()
            .filter_map(|user| {
                let at = user.removed_at.filter(|_| may)?;
                Some(t!(lang, "people-left", name = user.name.as_str(), date = scene.day(at)))
            })
            .collect();
        let gone = (!gone.is_empty()).then(|| text::caption(t!(lang, "people-gone", people = gone.join(", "))));
        let words = container(text::caption(t!(lang, "people-text"))).width(Length::Fill);
        column![row![words, new].spacing(LARGE).align_y(Alignment::Center)]
            .push(denied)
            .push(surface::card(Column::with_children(lines).spacing(SMALL)))
            .push(gone)
            .spacing(MEDIUM)
            .into()
    }

    /// Shows what each role allows: with cards, and with their fields.
    pub fn roles<'a>(&'a self, rows: &'a Rows, scene: &'a Scene) -> Element<'a, Outer> {
        let denied = (!may(scene)).then(|| self.denied(scene.lang));
        let tabs = self.fields.tabs(scene.lang).map(Message::Fields).map(Outer::People);
        let content = if self.fields.is_shown() {
            self.fields.view(&self.people.roles, denied, rows, scene)
        } else {
            self.table.view(&self.people.roles, denied, scene.lang).map(Message::Table).map(Outer::People)
        };
        column![tabs, content].spacing(LARGE).into()
    }

    /// Says which right is missing, and who can grant it.
    fn denied(&self, lang: Lang) -> String {
        let who: Vec<String> = self.people.granters.iter().map(|name| called(name, false, lang)).collect();
        let who = who.join(", ");
        t!(lang, "people-denied", right = t!(lang, "right-users"), who = who)
    }

    fn row<'a>(&'a self, user: &'a User, may: bool, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_me = user.id == scene.office.user().id;
        let called = called(&user.name, is_me, lang);
        let name =
            if is_me && user.name != FIRST { t!(lang, "people-you", name = called.as_str()) } else { called.clone() };
        let last = match user.last_unlock {
            Some(at) => t!(lang, "people-last-unlock", time = scene.time(at)),
            None => t!(lang, "people-never"),
        };
        let words = column![text::strong(name), text::caption(last)].spacing(2).width(Length::Fill);
        let options = self.people.roles.iter().map(|role| (role.key.clone(), role.name.clone()));
        let role: Element<'a, Message> = if may {
            let id = user.id;
            choice(options, Some(user.role.clone()))
                .id(format!("people-role-{}", user.name))
                .width(ROLE)
                .on_choose(move |role| Message::Role(id, role))
                .into()
        } else {
            let known = self.people.roles.iter().find(|role| role.key == user.role);
            let name = known.map_or_else(|| user.role.clone(), |role| role.name.clone());
            container(text::body(name)).width(ROLE).into()
        };
        let remove = button::button(button::Kind::Quiet, t!(lang, "people-remove")).small();
        let remove: Element<'a, Message> = if !may {
            space().into()
        } else if is_me {
            remove.tooltip(i18n::text(lang, "rule-own-account")).into()
        } else {
            remove.id(format!("people-remove-{}", user.name)).on_press(Message::Remove(user.id)).into()
        };
        row![avatar(initials(&called), None, 32.0), words, role, remove]
            .spacing(MEDIUM)
            .align_y(Alignment::Center)
            .into()
    }

    /// Shows the page that stands in place of the settings.
    pub fn page<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let content: Element<'a, Message> = match self.page.as_ref()? {
            Page::Add(form) => form.view(&self.people.roles, self.busy, scene).map(Message::Adding),
            Page::Leave(form) => form.view(self.busy, scene).map(Message::Leaving),
        };
        let card = container(content).padding(VAST).width(Length::Fill).max_width(FORM).style(style::card);
        let card = container(card).padding(HUGE).width(Length::Fill).align_x(Alignment::Center);
        let page = hotkeys(card, |_, _| None).before(|key, modifiers| {
            // A field would take the key only to lose the focus.
            let back = matches!(key, Key::Named(Named::Escape)) && modifiers.is_empty();
            back.then_some(Message::Back)
        });
        Some(page.into())
    }
}
