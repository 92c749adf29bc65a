//! The first tab: how to reach the person.

use iced::widget::column;

use super::{Message, Page};
use crate::model::field::Field;
use crate::screen::card::{Place, labelled, rows, short};
use crate::screen::persons::draft::Draft;
use crate::screen::persons::edit::{Edit, Item};
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{LARGE, TINY};

impl<'a> Page<'a> {
    /// Returns the tab.
    pub fn contact(&self) -> Element<'a, Message> {
        match self.draft {
            Some(draft) => self.contact_fields(draft),
            None => self.contact_values(),
        }
    }

    fn contact_values(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &self.person().content;
        let sheet = self.sheet();
        let origin = |label, origin: Option<&_>| sheet.origin(label, origin);
        let mut all = sheet.contact_values(content.contacts(), &content.country, origin);
        all.push(sheet.value(sheet.country(&content.country)).row(t!(lang, "field-country")));
        all.push(sheet.value(sheet.item(content.language)).row(t!(lang, "field-language")));
        rows(all, false)
    }

    fn contact_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &draft.content;
        let place = Place::Field(Field::Country);
        let country = self.sheet().countries(&content.country, place.id(), |code| Message::Change(Edit::Country(code)));
        column![
            self.sheet().contact_fields(content.contacts()),
            labelled(t!(lang, "field-country"), short(country), self.wrong(&place)),
            self.item_row(Item::Language, content.language),
        ]
        .spacing(LARGE - TINY)
        .into()
    }
}
