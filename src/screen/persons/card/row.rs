//! The fields of a person's card with their labels.

use iced::widget::Space;

use super::{Message, Page};
use crate::i18n;
use crate::model::field::Field;
use crate::model::list;
use crate::office::lists;
use crate::screen::card::{Place, Value, labelled, short};
use crate::screen::persons::edit::{Edit, Item, Text};
use crate::theme::Element;

impl<'a> Page<'a> {
    /// Returns where a field is kept that can only be read here, in words.
    pub fn kept_in(&self, field: &Field) -> Option<String> {
        self.sheet().kept_in(&self.scene.rules.fields, field)
    }

    /// Returns the row of a value to read, as [`Sheet::told`](crate::screen::card::Sheet::told).
    pub fn told(&self, field: &Field, value: Value<'a, Message>) -> Option<Element<'a, Message>> {
        self.sheet().told(&self.scene.rules.fields, field, value)
    }

    /// Returns the row of a field to edit; its value to read where it is not edited here, and nothing where the user
    /// does not see it.
    pub fn edited(&self, field: &Field, value: String, row: Element<'a, Message>) -> Option<Element<'a, Message>> {
        if self.scene.rules.fields.may_edit(field) { Some(row) } else { self.told(field, self.sheet().value(value)) }
    }

    /// Returns a field of one line with its label.
    pub fn text_row(&self, text: Text, typed: &str) -> Element<'a, Message> {
        let field = text.field();
        let label = i18n::text(self.scene.lang, &format!("field-{}", field.key()));
        let place = Place::Field(field);
        let wrong = self.wrong(&place);
        labelled(label, short(self.input(place, typed, "", move |typed| Edit::Text(text, typed))), wrong)
    }

    /// Returns a field of one line.
    pub fn input(
        &self,
        place: Place,
        typed: &str,
        placeholder: &str,
        edit: impl Fn(String) -> Edit + 'a,
    ) -> Element<'a, Message> {
        self.sheet().input(place, typed, placeholder, move |typed| Message::Change(edit(typed)))
    }

    /// Returns a field that chooses from a list, with its label.
    pub fn item_row(&self, item: Item, chosen: Option<list::Id>) -> Element<'a, Message> {
        let field = item.field();
        let label = i18n::text(self.scene.lang, &format!("field-{}", field.key()));
        let Some(list) = lists::list_of(&field) else { return Space::new().into() };
        let place = Place::Field(field);
        let wrong = self.wrong(&place);
        labelled(
            label,
            short(self.sheet().items(list, chosen, place, move |id| Message::Change(Edit::Item(item, id)))),
            wrong,
        )
    }
}
