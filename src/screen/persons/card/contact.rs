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
        let content = &self.person().content;
        let sheet = self.sheet();
        let origin = |label, origin: Option<&_>| sheet.origin(label, origin);
        let mut all = sheet.contact_values(content.contacts(), &content.country, origin);
        all.extend(self.told(&Field::Country, sheet.value(sheet.country(&content.country))));
        all.extend(self.told(&Field::Language, sheet.value(sheet.item(content.language))));
        rows(all, false)
    }

    fn contact_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &draft.content;
        let place = Place::Field(Field::Country);
        let country = self.sheet().countries(&content.country, place.id(), |code| Message::Change(Edit::Country(code)));
        let fields = &self.scene.rules.fields;
        let country = labelled(t!(lang, "field-country"), short(country), self.wrong(&place));
        let country = self.edited(&Field::Country, self.sheet().country(&content.country), country);
        let language = self.item_row(Item::Language, content.language);
        let spoken = self.sheet().item(content.language).to_owned();
        column![self.sheet().contact_fields(content.contacts(), |rows| fields.may_edit(&rows.field()))]
            .push(country)
            .push(self.edited(&Field::Language, spoken, language))
            .spacing(LARGE - TINY)
            .into()
    }
}
