//! What each role may do with each field: one role at a time, so that it fits a small window.

use iced::widget::{Column, Row, column, container, row};
use iced::{Alignment, Length, Padding};

use super::super::Message as Outer;
use super::super::rows::{self, Rows, may_set};
use super::Message as Section;
use crate::i18n::Lang;
use crate::model::field::Field;
use crate::model::user::{Access, Role};
use crate::office::settings::{FieldPart, RolePart, Setting};
use crate::office::users::roles::Known;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::radio;
use crate::widget::choice::choice;
use crate::widget::field::{complaint, field as labelled};
use crate::widget::tabs::{Tab, tabs};
use crate::widget::{surface, text};

/// How wide the column of what a role may do is.
const ACCESS: f32 = 88.0;

/// Which of the two tables is shown, and of which role.
pub struct State {
    is_shown: bool,
    role: String,
}

impl Default for State {
    fn default() -> Self {
        Self { is_shown: false, role: Role::Seller.key().to_owned() }
    }
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// A tab was chosen, counted from 0.
    Tab(usize),
    /// A role was chosen.
    Role(Option<String>),
}

impl State {
    /// Does what a message asks.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Tab(tab) => self.is_shown = tab == 1,
            Message::Role(role) => self.role = role.unwrap_or_default(),
        }
    }

    /// Answers whether the fields are shown, and not the rights.
    pub fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Returns the choice between rights and fields.
    pub fn tabs<'a>(&self, lang: Lang) -> Element<'a, Message> {
        let names = [t!(lang, "people-role-rights"), t!(lang, "people-role-fields")];
        tabs(names.map(Tab::new), usize::from(self.is_shown), Some("people-role-tabs".into()), Message::Tab)
    }

    /// Shows the fields; without the right to change roles, it says who can.
    pub fn view<'a>(
        &'a self,
        known: &'a [Known],
        denied: Option<String>,
        rows: &'a Rows,
        scene: &'a Scene,
    ) -> Element<'a, Outer> {
        let lang = scene.lang;
        // The owner's role always allows everything.
        let options = known.iter().filter(|role| role.can_change()).map(|role| (role.key.clone(), role.name.clone()));
        let is_there = known.iter().any(|role| role.key == self.role);
        let chosen = is_there.then(|| self.role.clone());
        let role = choice(options, chosen).id("people-role-fields-of").width(280.0).on_choose(Message::Role);
        let role = Element::from(labelled(t!(lang, "people-role-fields-of"), role)).map(Section::Fields);
        let banner = denied.map(|words| banner(Tone::Attention, words, None, vec![]));
        let fields = rows.all().iter().filter_map(|standing| match &standing.setting {
            Setting::Role { role, part: RolePart::Field(field) } if *role == self.role => Some(field),
            Setting::Plain(_)
            | Setting::Item { .. }
            | Setting::Default { .. }
            | Setting::Field { .. }
            | Setting::Role { .. } => None,
        });
        let (of_companies, of_persons): (Vec<_>, Vec<_>) =
            fields.partition(|field| matches!(field, Field::OfCompany(_)));
        let mut table = Column::new().spacing(TINY);
        for (kind, fields) in [(t!(lang, "frame-persons"), of_persons), (t!(lang, "frame-companies"), of_companies)] {
            let heads = Access::ALL.map(|access| {
                let name = match access {
                    Access::Hidden => t!(lang, "people-role-field-hidden"),
                    Access::Read => t!(lang, "people-role-field-read"),
                    Access::Edit => t!(lang, "people-role-field-edit"),
                };
                container(text::caption(name)).center_x(ACCESS).into()
            });
            let heads = Row::with_children(heads);
            table = table.push(
                row![container(text::strong(kind)).width(Length::Fill), heads]
                    .align_y(Alignment::End)
                    .padding(Padding::ZERO.top(SMALL)),
            );
            for field in fields {
                table = table.push(surface::line()).push(self.row(field, rows, scene));
            }
        }
        column![text::caption(t!(lang, "people-role-fields-text"))]
            .push(banner)
            .push(role.map(Outer::People))
            .push(container(table).max_width(TEXT_COLUMN))
            .spacing(LARGE)
            .into()
    }

    /// Shows a field: its name, what holds for everybody, and what the role may do with it.
    fn row<'a>(&self, field: &'a Field, rows: &'a Rows, scene: &'a Scene) -> Element<'a, Outer> {
        let lang = scene.lang;
        let of = |part| rows.value(&Setting::Field { field: field.clone(), part });
        let name = if let Field::OfCompany(of) = field { scene.field(of.as_ref()) } else { scene.field(field) };
        let is_off = of(FieldPart::Collect) == "no";
        let state = match of(FieldPart::Master) {
            _ if is_off => Some(t!(lang, "people-role-field-off")),
            "" => None,
            place => Some(t!(lang, "card-kept-in", place = place)),
        };
        let state = state.map(|words| text::caption(words).style(style::muted));
        let setting = Setting::Role { role: self.role.clone(), part: RolePart::Field(field.clone()) };
        let (value, may) = (rows.value(&setting), may_set(&setting, scene));
        let signs = Access::ALL.map(|access| {
            let offered = access != Access::Hidden || !field.is_always();
            let sign = offered.then(|| -> Element<'a, Outer> {
                let sign = radio("", value == access.key()).id(format!("role-field-{field}-{}", access.key()));
                let put = rows::Message::Put(setting.clone(), access.key().to_owned());
                if may { sign.on_select(Outer::Row(put)) } else { sign }.into()
            });
            // The sign stands in the middle, and not the sign with its empty label.
            container(Row::new().push(sign)).padding(Padding::ZERO.left(SMALL)).center_x(ACCESS).into()
        });
        let words = row![text::body(name)].push(state).spacing(MEDIUM).align_y(Alignment::Center);
        let line = row![container(words).width(Length::Fill), Row::with_children(signs)].align_y(Alignment::Center);
        column![line].push(rows.error(&setting).map(complaint)).into()
    }
}
