//! How somebody is reached: to read, to copy, to call, and to edit.

use iced::widget::{Column, Space, column, row};
use iced::{Alignment, Length};

use super::{Part, Place, RowEdit, Rows, Sheet, Told, labelled, nothing};
use crate::i18n;
use crate::model::contact::{Address, Contacts, Labelled, Origin};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::phone;
use crate::t;
use crate::theme::measure::{CONTROL, LARGE, SMALL, TINY};
use crate::theme::{Element, Icon};
use crate::widget::field::complaint;
use crate::widget::{button, text};

/// The width of the choice of what a value is for.
const KIND: f32 = 120.0;

impl<'a, M: Told> Sheet<'a, M> {
    /// Returns the values to read; addresses in the country `home` do not say theirs. `caption` says what a value is
    /// for, and what else there is to say of it.
    pub fn contact_values(
        &self,
        contacts: Contacts<'a>,
        home: &str,
        caption: impl Fn(Option<list::Id>, Option<&Origin>) -> String,
    ) -> Vec<Element<'a, M>> {
        let lang = self.scene().lang;
        let mut all = Vec::new();
        // The label stands once for several values.
        let label = |index: usize, label: String| if index == 0 { label } else { String::new() };
        for (index, email) in contacts.emails.iter().enumerate() {
            let value = self.value(&email.value).outside(format!("mailto:{}", email.value)).copied();
            let value = value.caption(caption(email.label, email.origin.as_ref()));
            all.push(value.row(label(index, t!(lang, "card-emails"))));
        }
        for (index, number) in contacts.phones.iter().enumerate() {
            let value = self.value(&number.value).outside(dialled(&number.value)).copied();
            let value = value.caption(caption(number.label, number.origin.as_ref()));
            all.push(value.row(label(index, t!(lang, "card-phones"))));
        }
        for (index, address) in contacts.addresses.iter().enumerate() {
            let value = self.value(self.one_line(&address.value, home)).copied();
            let value = value.caption(caption(address.label, address.origin.as_ref()));
            all.push(value.row(label(index, t!(lang, "card-addresses"))));
        }
        if all.is_empty() {
            all.push(nothing(t!(lang, "card-no-contact")));
        }
        all
    }

    fn one_line(&self, address: &Address, home: &str) -> String {
        let country = if address.country.is_empty() || address.country == home {
            String::new()
        } else {
            i18n::country_name(self.scene().lang, &address.country)
        };
        let city = format!("{} {}", address.postcode, address.city);
        let parts = [address.street.as_str(), city.trim(), country.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Returns the values to edit, of the lists that `may` says can be; the others are there to read.
    pub fn contact_fields(&self, contacts: Contacts<'a>, may: impl Fn(Rows) -> bool) -> Element<'a, M> {
        let lang = self.scene().lang;
        let several = |label: String, add: String, rows: Rows, lines: Vec<Element<'a, M>>, read: Vec<String>| {
            if may(rows) {
                return Some(self.several(label, add, rows, lines));
            }
            let read = read.into_iter().map(|words| text::body(words).into());
            (read.len() > 0).then(|| labelled(label, Column::with_children(read).spacing(SMALL).padding(TINY), None))
        };
        let values = |list: &'a [Labelled<String>]| list.iter().map(|row| row.value.clone()).collect();
        let addresses = contacts.addresses.iter().map(|row| self.one_line(&row.value, "")).collect();
        Column::new()
            .push(several(
                t!(lang, "card-emails"),
                t!(lang, "card-add-email"),
                Rows::Emails,
                self.lines(Rows::Emails, contacts.emails),
                values(contacts.emails),
            ))
            .push(several(
                t!(lang, "card-phones"),
                t!(lang, "card-add-phone"),
                Rows::Phones,
                self.lines(Rows::Phones, contacts.phones),
                values(contacts.phones),
            ))
            .push(several(
                t!(lang, "card-addresses"),
                t!(lang, "card-add-address"),
                Rows::Addresses,
                self.addresses(contacts.addresses),
                addresses,
            ))
            .spacing(LARGE - TINY)
            .into()
    }

    /// Returns a list of values with a button to add one.
    fn several(&self, label: String, add: String, rows: Rows, mut lines: Vec<Element<'a, M>>) -> Element<'a, M> {
        let add = button::link(add).icon(Icon::Plus).small().on_press(M::rows(RowEdit::Add(rows)));
        lines.push(add.into());
        let lines = Column::with_children(lines).spacing(SMALL).width(Length::Fill);
        labelled(label, lines, self.wrong(&Place::Field(rows.field())))
    }

    fn lines(&self, rows: Rows, values: &'a [Labelled<String>]) -> Vec<Element<'a, M>> {
        let one = |(index, value): (usize, &'a Labelled<String>)| -> Element<'a, M> {
            let place = Place::Row(rows, index);
            let wrong = self.wrong(&place);
            let input = self.input(place, &value.value, "", move |typed| M::rows(RowEdit::Value(rows, index, typed)));
            let fields = row![self.kind(rows, index, value.label), input, self.moves(rows, index)].spacing(SMALL);
            column![fields].push(wrong.map(|wrong| indented(complaint(wrong)))).spacing(TINY).into()
        };
        values.iter().enumerate().map(one).collect()
    }

    fn addresses(&self, values: &'a [Labelled<Address>]) -> Vec<Element<'a, M>> {
        let lang = self.scene().lang;
        let one = |(index, value): (usize, &'a Labelled<Address>)| -> Element<'a, M> {
            let place = Place::Row(Rows::Addresses, index);
            let wrong = self.wrong(&place);
            let part = |part: Part, place: Place, typed: &str, hint: String| {
                self.input(place, typed, &hint, move |typed| M::rows(RowEdit::Part(index, part, typed)))
            };
            let of = |name: &str| Place::Field(Field::Custom(format!("{name}-{index}")));
            let street = part(Part::Street, place, &value.value.street, t!(lang, "field-street"));
            let postcode = part(Part::Postcode, of("postcode"), &value.value.postcode, t!(lang, "field-postcode"));
            let city = part(Part::City, of("city"), &value.value.city, t!(lang, "field-city"));
            let country = self.countries(&value.value.country, of("country").id(), move |code| {
                M::rows(RowEdit::AddressCountry(index, code))
            });
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

    fn kind(&self, rows: Rows, index: usize, label: Option<list::Id>) -> Element<'a, M> {
        let place = Place::Field(Field::Custom(format!("{}-label", Place::Row(rows, index).id())));
        let kinds = self.items(List::Label, label, place, move |label| M::rows(RowEdit::Label(rows, index, label)));
        iced::widget::container(kinds).width(KIND).into()
    }

    /// Returns the buttons that move a row up and take it away.
    fn moves(&self, rows: Rows, index: usize) -> Element<'a, M> {
        let lang = self.scene().lang;
        let up = (index > 0).then_some(M::rows(RowEdit::Up(rows, index)));
        let up = button::icon(Icon::ArrowUp, t!(lang, "card-move-up")).on_press_maybe(up);
        let remove =
            button::icon(Icon::Close, t!(lang, "card-remove-line")).on_press(M::rows(RowEdit::Remove(rows, index)));
        row![Element::from(up), Element::from(remove)].align_y(Alignment::Center).into()
    }
}

fn indented<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    row![Space::new().width(KIND), content.into()].spacing(SMALL).into()
}

/// Returns the link that dials a number: digits only, but for a leading plus.
fn dialled(number: &str) -> String {
    let plus = if number.trim_start().starts_with('+') || number.trim_start().starts_with("00") { "+" } else { "" };
    format!("tel:{plus}{}", phone::digits(number))
}

/// Returns the number that a link dials, as it is written among the numbers of a card; none for other links.
pub fn number_in<'a>(link: &'a str, phones: &'a [Labelled<String>]) -> Option<&'a str> {
    let digits = link.strip_prefix("tel:")?;
    let written = phones.iter().map(|phone| phone.value.as_str()).find(|number| dialled(number) == link);
    Some(written.unwrap_or(digits))
}

/// Returns the address to open for a website; only the web's own schemes are ever opened.
pub fn web_link(website: &str) -> Option<String> {
    if website.is_empty() {
        None
    } else if website.starts_with("https://") || website.starts_with("http://") {
        Some(website.to_owned())
    } else {
        Some(format!("https://{website}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{dialled, number_in, web_link};
    use crate::model::contact::Labelled;

    #[test]
    fn what_is_dialled_is_said_as_it_is_written() {
        let phones =
            [Labelled::new(None, "08-123 456 78".to_owned()), Labelled::new(None, "+47 900 11 222".to_owned())];
        assert_eq!(number_in("tel:+4790011222", &phones), Some("+47 900 11 222"));
        assert_eq!(number_in("tel:112", &phones), Some("112"));
        assert_eq!(number_in("https://example.org", &phones), None);
    }

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

    #[test]
    fn only_web_addresses_are_opened() {
        assert_eq!(web_link("example.org").as_deref(), Some("https://example.org"));
        assert_eq!(web_link("http://example.org").as_deref(), Some("http://example.org"));
        assert_eq!(web_link("file:///etc/hosts").as_deref(), Some("https://file:///etc/hosts"));
        assert_eq!(web_link(""), None);
    }
}
