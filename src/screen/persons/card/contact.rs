//! The first tab: how to reach the person.

use iced::widget::{Column, Space, column, row};
use iced::{Alignment, Length};

use super::row::{labelled, nothing, rows, short};
use super::{Message, Page};
use crate::i18n;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::person::{Address, Labelled};
use crate::model::phone;
use crate::screen::persons::draft::Draft;
use crate::screen::persons::edit::{Edit, Item, Part, Place, Rows};
use crate::t;
use crate::theme::measure::{CONTROL, LARGE, SMALL, TINY};
use crate::theme::{Element, Icon};
use crate::widget::button;
use crate::widget::field::complaint;

/// The width of the choice of what a value is for.
const KIND: f32 = 120.0;

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
        let mut all = Vec::new();
        // The label stands once for several values.
        let label = |index: usize, label: String| if index == 0 { label } else { String::new() };
        for (index, email) in content.emails.iter().enumerate() {
            let value = self.value(&email.value).outside(format!("mailto:{}", email.value)).copied();
            let value = value.caption(self.origin(email.label, email.origin.as_ref()));
            all.push(value.row(label(index, t!(lang, "card-emails"))));
        }
        for (index, number) in content.phones.iter().enumerate() {
            let value = self.value(&number.value).outside(dialled(&number.value)).copied();
            let value = value.caption(self.origin(number.label, number.origin.as_ref()));
            all.push(value.row(label(index, t!(lang, "card-phones"))));
        }
        for (index, address) in content.addresses.iter().enumerate() {
            let value = self.value(self.one_line(&address.value)).copied();
            let value = value.caption(self.origin(address.label, address.origin.as_ref()));
            all.push(value.row(label(index, t!(lang, "card-addresses"))));
        }
        if all.is_empty() {
            all.push(nothing(t!(lang, "card-no-contact")));
        }
        let country =
            if content.country.is_empty() { String::new() } else { i18n::country_name(lang, &content.country) };
        all.push(self.value(country).row(t!(lang, "field-country")));
        all.push(self.value(self.item(content.language)).row(t!(lang, "field-language")));
        rows(all, false)
    }

    fn one_line(&self, address: &Address) -> String {
        let country = if address.country.is_empty() || address.country == self.person().content.country {
            String::new()
        } else {
            i18n::country_name(self.scene.lang, &address.country)
        };
        let city = format!("{} {}", address.postcode, address.city);
        let parts = [address.street.as_str(), city.trim(), country.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn contact_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &draft.content;
        let country = self.countries(&content.country, Place::Field(Field::Country).id(), Edit::Country);
        column![
            self.several(
                t!(lang, "card-emails"),
                t!(lang, "card-add-email"),
                Rows::Emails,
                self.lines(Rows::Emails, &content.emails),
            ),
            self.several(
                t!(lang, "card-phones"),
                t!(lang, "card-add-phone"),
                Rows::Phones,
                self.lines(Rows::Phones, &content.phones),
            ),
            self.several(
                t!(lang, "card-addresses"),
                t!(lang, "card-add-address"),
                Rows::Addresses,
                self.addresses(&content.addresses),
            ),
            labelled(t!(lang, "field-country"), short(country), self.wrong(&Place::Field(Field::Country))),
            self.item_row(Item::Language, content.language),
        ]
        .spacing(LARGE - TINY)
        .into()
    }

    /// Returns a list of values with a button to add one.
    fn several(
        &self,
        label: String,
        add: String,
        rows: Rows,
        mut lines: Vec<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        let add = button::link(add).icon(Icon::Plus).small().on_press(Message::Change(Edit::Add(rows)));
        lines.push(add.into());
        let field = match rows {
            Rows::Emails => Field::Emails,
            Rows::Phones => Field::Phones,
            Rows::Addresses => Field::Addresses,
        };
        let lines = Column::with_children(lines).spacing(SMALL).width(Length::Fill);
        labelled(label, lines, self.wrong(&Place::Field(field)))
    }

    fn lines(&self, rows: Rows, values: &'a [Labelled<String>]) -> Vec<Element<'a, Message>> {
        let one = |(index, value): (usize, &'a Labelled<String>)| -> Element<'a, Message> {
            let place = Place::Row(rows, index);
            let wrong = self.wrong(&place);
            let input = self.input(place, &value.value, "", move |typed| Edit::Value(rows, index, typed));
            let fields = row![self.kind(rows, index, value.label), input, self.moves(rows, index)].spacing(SMALL);
            column![fields].push(wrong.map(|wrong| indented(complaint(wrong)))).spacing(TINY).into()
        };
        values.iter().enumerate().map(one).collect()
    }

    fn addresses(&self, values: &'a [Labelled<Address>]) -> Vec<Element<'a, Message>> {
        let lang = self.scene.lang;
        let one = |(index, value): (usize, &'a Labelled<Address>)| -> Element<'a, Message> {
            let place = Place::Row(Rows::Addresses, index);
            let wrong = self.wrong(&place);
            let part = |part: Part, place: Place, typed: &str, hint: String| {
                self.input(place, typed, &hint, move |typed| Edit::Part(index, part, typed))
            };
            let of = |name: &str| Place::Field(Field::Custom(format!("{name}-{index}")));
            let street = part(Part::Street, place, &value.value.street, t!(lang, "field-street"));
            let postcode = part(Part::Postcode, of("postcode"), &value.value.postcode, t!(lang, "field-postcode"));
            let city = part(Part::City, of("city"), &value.value.city, t!(lang, "field-city"));
            let country =
                self.countries(&value.value.country, of("country").id(), move |code| Edit::AddressCountry(index, code));
            let first =
                row![self.kind(Rows::Addresses, index, value.label), street, self.moves(Rows::Addresses, index)]
                    .spacing(SMALL);
            let second = row![
                iced::widget::container(postcode).width(Length::FillPortion(3)),
                iced::widget::container(city).width(Length::FillPortion(5)),
                iced::widget::container(country).width(Length::FillPortion(5)),
                Space::new().width(2.0 * CONTROL),
            ]
            .spacing(SMALL);
            column![first, indented(second)].push(wrong.map(|wrong| indented(complaint(wrong)))).spacing(SMALL).into()
        };
        values.iter().enumerate().map(one).collect()
    }

    fn kind(&self, rows: Rows, index: usize, label: Option<list::Id>) -> Element<'a, Message> {
        let place = Place::Field(Field::Custom(format!("{}-label", Place::Row(rows, index).id())));
        let kinds = self.items(List::Label, label, place, move |label| Edit::Label(rows, index, label));
        iced::widget::container(kinds).width(KIND).into()
    }

    /// Returns the buttons that move a row up and take it away.
    fn moves(&self, rows: Rows, index: usize) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let up = (index > 0).then_some(Message::Change(Edit::Up(rows, index)));
        let up = button::icon(Icon::ArrowUp, t!(lang, "card-move-up")).on_press_maybe(up);
        let remove = button::icon(Icon::Close, t!(lang, "card-remove-line"))
            .on_press(Message::Change(Edit::Remove(rows, index)));
        row![Element::from(up), Element::from(remove)].align_y(Alignment::Center).into()
    }
}

fn indented<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    row![Space::new().width(KIND), content.into()].spacing(SMALL).into()
}

/// Returns the link that dials a number: digits only, but for a leading plus.
fn dialled(number: &str) -> String {
    let plus = if number.trim_start().starts_with('+') || number.trim_start().starts_with("00") { "+" } else { "" };
    format!("tel:{plus}{}", phone::digits(number))
}

#[cfg(test)]
mod tests {
    use super::dialled;

    #[test]
    fn numbers_are_dialled_without_spaces() {
        for (number, link) in [
            ("+47 900 11 222", "tel:+4790011222"),
            ("0047 900 11 222", "tel:+4790011222"),
            ("08-123 456 78", "tel:0812345678"),
        ] {
            assert_eq!(dialled(number), link);
        }
    }
}
