//! The third tab: the office's own fields.

use iced::Alignment;
use iced::widget::row;

use super::{Message, Page};
use crate::i18n;
use crate::model::custom::{self, Definition, Kind};
use crate::model::field::Field;
use crate::screen::card::{Place, labelled, nothing, rows, short};
use crate::screen::persons::edit::Edit;
use crate::t;
use crate::theme::measure::LARGE;
use crate::theme::{Element, Icon};
use crate::widget::button;
use crate::widget::checkbox::switch;
use crate::widget::choice::choice;

impl<'a> Page<'a> {
    /// Returns the tab.
    pub fn more(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &self.person().content;
        let policy = &self.scene.rules.fields;
        let shown = |field: &&Definition| {
            let is_in_use = field.active || content.custom.contains_key(&field.id);
            is_in_use && policy.is_shown(&Field::Custom(field.key.clone()))
        };
        let fields: Vec<&'a Definition> = self.scene.fields.iter().filter(shown).collect();
        if fields.is_empty() {
            let settings = button::plain(t!(lang, "frame-settings")).icon(Icon::Settings).on_press(Message::Settings);
            return row![nothing(t!(lang, "card-no-custom-fields")), Element::from(settings)]
                .spacing(LARGE)
                .align_y(Alignment::Center)
                .into();
        }
        let all = fields.into_iter().map(|field| match self.draft {
            Some(draft) if policy.may_edit(&Field::Custom(field.key.clone())) => {
                self.own_field(field, draft.custom.get(&field.id).map_or("", String::as_str))
            }
            Some(_) | None => {
                let value = content.custom.get(&field.id).map_or("", String::as_str);
                let value = self.sheet().value(self.read_as(field, value));
                match self.kept_in(&Field::Custom(field.key.clone())) {
                    Some(place) => value.caption(place).row(&field.name),
                    None => value.row(&field.name),
                }
            }
        });
        rows(all.collect(), self.draft.is_some())
    }

    /// Returns a stored value as the user's language writes it.
    fn read_as(&self, field: &Definition, value: &str) -> String {
        let lang = self.scene.lang;
        match field.kind {
            Kind::Text | Kind::List => value.to_owned(),
            Kind::Number => {
                value.parse().map_or_else(|_| value.to_owned(), |number: f64| i18n::decimal(lang, number, 6))
            }
            Kind::Date => custom::date(value).map_or_else(|| value.to_owned(), |day| i18n::date_long(lang, day)),
            Kind::YesNo => match custom::yes_no(value) {
                Some(true) => t!(lang, "yes"),
                Some(false) if !value.is_empty() => t!(lang, "no"),
                Some(false) | None => String::new(),
            },
        }
    }

    fn own_field(&self, field: &'a Definition, typed: &str) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let id = field.id;
        let place = Place::Custom(id);
        let wrong = self.wrong(&place);
        let control: Element<'a, Message> = match field.kind {
            Kind::Text | Kind::Number | Kind::Date => {
                self.input(place, typed, "", move |typed| Edit::Custom(id, typed))
            }
            Kind::YesNo => {
                let on = custom::yes_no(typed).unwrap_or_default();
                let words = if on { t!(lang, "yes") } else { t!(lang, "no") };
                let toggled = move |on| Message::Change(Edit::Custom(id, if on { "yes" } else { "no" }.to_owned()));
                iced::widget::container(Element::from(switch(words, on).id(place.id()).on_toggle(toggled)))
                    .center_y(crate::theme::measure::CONTROL)
                    .into()
            }
            Kind::List => {
                let options = field.choices.iter().map(|choice| (choice.clone(), choice.clone()));
                choice(options, Some(typed.to_owned()).filter(|typed| !typed.is_empty()))
                    .none(t!(lang, "not-stated"))
                    .placeholder(t!(lang, "not-stated"))
                    .nothing(t!(lang, "choice-nothing"))
                    .id(place.id())
                    .on_choose(move |chosen| Message::Change(Edit::Custom(id, chosen.unwrap_or_default())))
                    .into()
            }
        };
        labelled(&field.name, short(control), wrong)
    }
}
