//! A card as address books take it.

use super::cells::Cells;
use super::columns::Column;
use crate::model::criteria::Asked;
use crate::model::field::Field;
use crate::model::list;
use crate::store::feed::cards::Card;
use crate::transfer::vcard::writing::{CardOut, MAIN, Use};

/// Writes a card onto the end of an address book.
pub(super) fn write(cells: &Cells<'_>, card: &Card, onto: &mut String) {
    let has = |field: Field| cells.columns.contains(&Column::Field(Asked::Card(field)));
    let shown = |is: bool, text: &'_ str| if is { text.to_owned() } else { String::new() };
    let (first, last) = (shown(has(Field::FirstName), &card.first_name), shown(has(Field::LastName), &card.last_name));
    let company = if has(Field::Company) || has(Field::Name) { card.company.as_str() } else { "" };
    let mut out = CardOut::begin(onto, &first, &last, company);
    if !company.is_empty() {
        out.parts("ORG", &[company]);
    }
    if has(Field::Title) {
        out.text("TITLE", &card.title);
    }
    let name = |item: list::Id| cells.lists.name(item, cells.lang());
    if let Some(position) = card.position.filter(|_| has(Field::Position)) {
        out.text("ROLE", name(position));
    }
    for (place, (label, address)) in card.emails.iter().enumerate() {
        if has(Field::Emails) || (place == 0 && has(Field::Email)) {
            out.email(of(cells, *label), address);
        }
    }
    let (mut mobile, mut phone) = (has(Field::Mobile), has(Field::Phone));
    for (label, number) in card.phones.iter().filter(|(label, _)| !cells.hidden.is_phone(*label)) {
        let first = if *label == Some(list::LABEL_MOBILE) { &mut mobile } else { &mut phone };
        if has(Field::Phones) || std::mem::take(first) {
            out.phone(of(cells, *label), number);
        }
    }
    for (place, (label, address)) in card.addresses.iter().enumerate() {
        let (all, first) = (has(Field::Addresses), place == 0);
        let part = |field: Field, text, is_hidden: bool| {
            if !is_hidden && (all || (first && has(field))) { text } else { "" }
        };
        let parts = [
            part(Field::Address, address.street.as_str(), cells.hidden.streets),
            part(Field::City, address.city.as_str(), cells.hidden.cities),
            part(Field::Postcode, address.postcode.as_str(), cells.hidden.postcodes),
            part(Field::City, address.country.as_str(), cells.hidden.cities),
        ];
        if parts.iter().any(|part| !part.is_empty()) {
            out.address(of(cells, *label), parts);
        }
    }
    if has(Field::BirthDate) {
        out.text("BDAY", &card.birth_date);
    }
    if has(Field::Website) && !card.website.is_empty() {
        out.plain("URL", &card.website);
    }
    let category = card.category.filter(|_| has(Field::Category));
    let interests = card.interests.iter().copied().filter(|_| has(Field::Interests));
    let groups: Vec<&str> = category.into_iter().chain(interests).map(name).collect();
    out.list("CATEGORIES", &groups);
    if has(Field::Note) {
        out.text("NOTE", &card.note);
    }
    out.end();
}

fn of<'c>(cells: &'c Cells<'_>, label: Option<list::Id>) -> Use<'c> {
    match label {
        Some(list::LABEL_WORK) => Use::Work,
        Some(list::LABEL_PRIVATE) => Use::Home,
        Some(list::LABEL_MOBILE) => Use::Mobile,
        Some(list::LABEL_SWITCHBOARD) => Use::Other(MAIN),
        Some(other) => Use::Other(cells.lists.name(other, cells.lang())),
        None => Use::Any,
    }
}
