//! The first rows of a file as the cards would look: what one sees while choosing what the columns are.

use iced::widget::{Column, column, row};
use iced::{Alignment, Length};

use super::{Message, State};
use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::import::{AddressPart, Target};
use crate::model::person;
use crate::screen::Scene;
use crate::theme::measure::{SMALL, TINY};
use crate::theme::{Element, Icon, style};
use crate::transfer::{split_name, split_values};
use crate::widget::line::{self, line};
use crate::widget::{surface, text};
use crate::{t, theme};

/// How many rows are shown.
pub(super) const ROWS: usize = 5;

/// A card in short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Card {
    name: String,
    about: String,
    emails: Vec<String>,
    phones: Vec<String>,
    address: String,
}

/// Returns what a row makes with the given meanings of its cells. Values are not checked: the plan does that.
fn card(mapping: &[Target], cells: &[String], lang: Lang) -> Card {
    let (mut first, mut last, mut company, mut title) = Default::default();
    let (mut street, mut postcode, mut city, mut country) = <(String, String, String, String)>::default();
    let (mut emails, mut phones) = (Vec::new(), Vec::new());
    for (target, cell) in mapping.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        match target {
            Target::FullName => {
                let name = split_name(cell);
                (first, last) = (name.first, name.last);
            }
            Target::Field(Field::FirstName) => first.clone_from(cell),
            Target::Field(Field::LastName) => last.clone_from(cell),
            Target::Field(Field::Company) => company = cell.clone(),
            Target::Field(Field::Title) => title = cell.clone(),
            Target::Email { nth, .. } => emails.extend(split_values(cell).map(|value| (*nth, value.to_owned()))),
            Target::Phone { nth, .. } => phones.extend(split_values(cell).map(|value| (*nth, value.to_owned()))),
            Target::Address { nth: 0, part, .. } => match part {
                AddressPart::Street => street = cell.replace('\n', ", "),
                AddressPart::Postcode => postcode.clone_from(cell),
                AddressPart::City => city.clone_from(cell),
                AddressPart::Country => {
                    country = i18n::country_code(cell).map_or(cell.clone(), |code| i18n::country_name(lang, code));
                }
            },
            Target::Address { .. }
            | Target::Field(_)
            | Target::Ignore
            | Target::EmailLabel { .. }
            | Target::PhoneLabel { .. }
            | Target::AddressLabel { .. }
            | Target::Basis
            | Target::Source
            | Target::Comment => {}
        }
    }
    emails.sort_by_key(|(nth, _)| *nth);
    phones.sort_by_key(|(nth, _)| *nth);
    let joined = |parts: &[&str], with: &str| {
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(with)
    };
    let place = joined(&[&postcode, &city], " ");
    Card {
        name: person::full_name(&first, &last),
        about: joined(&[&title, &company], " · "),
        emails: emails.into_iter().map(|(_, value)| value).collect(),
        phones: phones.into_iter().map(|(_, value)| value).collect(),
        address: joined(&[&street, &place, &country], ", "),
    }
}

/// Returns the first rows as cards, one under the other.
pub(super) fn view<'a>(state: &'a State, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let rows = state.file.iter().flat_map(|file| file.sample.iter()).take(ROWS);
    let cards = rows.map(|cells| show(card(&state.mapping, cells, lang), lang));
    column![text::section(t!(lang, "import-cards")), Column::with_children(cards).spacing(SMALL)].spacing(SMALL).into()
}

fn show<'a>(card: Card, lang: Lang) -> Element<'a, Message> {
    let name = if card.name.is_empty() {
        text::strong(t!(lang, "import-card-nameless")).style(style::danger)
    } else {
        text::strong(card.name).wrapping(iced::widget::text::Wrapping::None)
    };
    let about = (!card.about.is_empty()).then(|| muted(card.about));
    let signs = card
        .emails
        .into_iter()
        .map(|value| (Icon::Mail, value))
        .chain(card.phones.into_iter().map(|value| (Icon::Phone, value)))
        .chain((!card.address.is_empty()).then_some((Icon::MapPin, card.address)));
    let lines = signs.map(|(icon, value)| {
        row![text::icon_sized(icon, 14.0).style(style::muted), line(value).size(13).width(Length::Fill)]
            .spacing(SMALL)
            .align_y(Alignment::Center)
            .into()
    });
    let head = column![name].push(about);
    let lines = Column::with_children(lines).spacing(2);
    surface::card(column![head, lines].spacing(TINY).width(Length::Fill))
}

fn muted<'a>(words: String) -> Element<'a, Message> {
    let look = |theme: &theme::Theme| line::Style { color: Some(theme.roles().muted), mark: None };
    line(words).size(13).width(Length::Fill).style(look).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn a_row_reads_as_a_card() {
        let mapping = [
            Target::Field(Field::LastName),
            Target::Field(Field::FirstName),
            Target::Field(Field::Company),
            Target::Phone { nth: 1, label: None },
            Target::Phone { nth: 0, label: Some("mobile") },
            Target::Address { nth: 0, part: AddressPart::City, label: None },
            Target::Address { nth: 0, part: AddressPart::Country, label: None },
            Target::Ignore,
        ];
        let row = cells(&["Ødegård", "Åse", "Fjordfisk AS", "22 00 00 01", "900 00 011", "Bergen", "NO", "x"]);
        let wanted = Card {
            name: "Åse Ødegård".into(),
            about: "Fjordfisk AS".into(),
            phones: vec!["900 00 011".into(), "22 00 00 01".into()],
            address: "Bergen, Norge".into(),
            ..Card::default()
        };
        assert_eq!(card(&mapping, &row, Lang::Nb), wanted);
    }

    #[test]
    fn several_addresses_in_a_cell_are_several() {
        let mapping = [Target::FullName, Target::Email { nth: 0, label: None }];
        let found = card(&mapping, &cells(&["Nils Håkansson", "nils@example.org,n@example.net"]), Lang::En);
        assert_eq!(found.name, "Nils Håkansson");
        assert_eq!(found.emails, ["nils@example.org", "n@example.net"]);
    }
}
