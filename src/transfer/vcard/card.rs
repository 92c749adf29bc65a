//! What a card says, column by column.

use std::collections::BTreeMap;
use std::fmt;

use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameterName, VCardParameterValue, VCardProperty, VCardType, VCardValue,
};

use crate::model::custom;
use crate::transfer::{Problem, clean, split_name};

/// The most values of a kind that get columns.
const MOST: usize = 50;

/// Names a column of an address book; their order is that of the table. Numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    FirstName,
    LastName,
    Company,
    Department,
    Title,
    Position,
    Email(usize, Labelled),
    Phone(usize, Labelled),
    Fax(usize),
    Address(usize, Part),
    BirthDate,
    /// A birthday whose year the card does not tell.
    Birthday,
    Website,
    Language,
    Categories,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Labelled {
    Value,
    Label,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Street,
    Postcode,
    City,
    Region,
    Country,
    Label,
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstName => f.write_str("first_name"),
            Self::LastName => f.write_str("last_name"),
            Self::Company => f.write_str("company"),
            Self::Department => f.write_str("department"),
            Self::Title => f.write_str("title"),
            Self::Position => f.write_str("position"),
            Self::Email(n, Labelled::Value) => write!(f, "email {n}"),
            Self::Email(n, Labelled::Label) => write!(f, "email {n} label"),
            Self::Phone(n, Labelled::Value) => write!(f, "phone {n}"),
            Self::Phone(n, Labelled::Label) => write!(f, "phone {n} label"),
            Self::Fax(n) => write!(f, "fax {n}"),
            Self::Address(n, Part::Street) => write!(f, "address {n} street"),
            Self::Address(n, Part::Postcode) => write!(f, "address {n} postcode"),
            Self::Address(n, Part::City) => write!(f, "address {n} city"),
            Self::Address(n, Part::Region) => write!(f, "address {n} region"),
            Self::Address(n, Part::Country) => write!(f, "address {n} country"),
            Self::Address(n, Part::Label) => write!(f, "address {n} label"),
            Self::BirthDate => f.write_str("birth_date"),
            Self::Birthday => f.write_str("birthday without year"),
            Self::Website => f.write_str("website"),
            Self::Language => f.write_str("language"),
            Self::Categories => f.write_str("categories"),
            Self::Note => f.write_str("note"),
        }
    }
}

/// What a card says; nothing empty is in it.
pub(super) type Fields = BTreeMap<Column, String>;

/// Reads a card.
pub(super) fn read(text: &str) -> Result<Fields, Problem> {
    let card = VCard::parse(text).map_err(|_| Problem::UnfinishedCard)?;
    if !is_person(&card) {
        return Err(Problem::NotAPerson);
    }
    let mut fields = Fields::new();
    let organisation = card.property(&VCardProperty::Org).map(parts).unwrap_or_default();
    let mut organisation = organisation.into_iter().filter(|part| !part.is_empty());
    let company = organisation.next().unwrap_or_default();
    let department = organisation.collect::<Vec<_>>().join(", ");
    let (first, last) = names(&card, &company);
    put(&mut fields, Column::FirstName, &first);
    put(&mut fields, Column::LastName, &last);
    put(&mut fields, Column::Company, &company);
    put(&mut fields, Column::Department, &department);
    for (column, property) in [
        (Column::Title, VCardProperty::Title),
        (Column::Position, VCardProperty::Role),
        (Column::Website, VCardProperty::Url),
        (Column::Language, VCardProperty::Lang),
    ] {
        let best = by_preference(&card, &property).into_iter().map(text_of).find(|text| !text.is_empty());
        put(&mut fields, column, &best.unwrap_or_default());
    }
    birth_date(&card, &mut fields);
    for (column, property, separator) in
        [(Column::Note, VCardProperty::Note, "\n"), (Column::Categories, VCardProperty::Categories, ", ")]
    {
        let all: Vec<String> = card
            .properties(&property)
            .flat_map(parts)
            // Every contact of Google's is in this group.
            .filter(|text| !text.is_empty() && text != "myContacts")
            .collect();
        put(&mut fields, column, &all.join(separator));
    }
    emails(&card, &mut fields);
    phones(&card, &mut fields);
    addresses(&card, &mut fields);
    if fields.is_empty() {
        return Err(Problem::UnfinishedCard);
    }
    Ok(fields)
}

fn put(fields: &mut Fields, column: Column, text: &str) {
    let text = clean::cell(text);
    if !text.is_empty() {
        fields.insert(column, text);
    }
}

/// Tells whether a card is about a person: KIND of 4.0, and what Apple wrote before there was one.
fn is_person(card: &VCard) -> bool {
    let kind = |entry: &VCardEntry| {
        use VCardKind::{Application, Device, Group, Location, Org};
        let first = entry.values.first();
        matches!(first, Some(VCardValue::Kind(Group | Org | Location | Application | Device)))
    };
    let says = |entry: &VCardEntry, name: &str, value: &str| {
        matches!(&entry.name, VCardProperty::Other(found) if found.eq_ignore_ascii_case(name))
            && text_of(entry).eq_ignore_ascii_case(value)
    };
    !card.entries.iter().any(|entry| {
        (entry.name == VCardProperty::Kind && kind(entry))
            || says(entry, "X-ABSHOWAS", "COMPANY")
            || says(entry, "X-ADDRESSBOOKSERVER-KIND", "group")
    })
}

/// Returns first and last name: from N, or else from FN, unless that only repeats the company or the e-mail address.
fn names(card: &VCard, company: &str) -> (String, String) {
    let name = card.property(&VCardProperty::N).map(parts).unwrap_or_default();
    let part = |place: usize| name.get(place).cloned().unwrap_or_default();
    let (last, first) = (part(0), format!("{} {}", part(1), part(2)));
    let first = first.trim().to_owned();
    if !last.is_empty() || !first.is_empty() {
        return (first, last);
    }
    let full = by_preference(card, &VCardProperty::Fn).first().map(|entry| text_of(entry)).unwrap_or_default();
    if full == company || full.contains('@') {
        return Default::default();
    }
    let split = split_name(&full);
    (split.first, split.last)
}

fn birth_date(card: &VCard, fields: &mut Fields) {
    let Some(entry) = card.property(&VCardProperty::Bday) else {
        return;
    };
    let text = text_of(entry);
    // Apple writes birthdays without a year into 1604.
    let yearless = text.starts_with("--") || text.starts_with("1604");
    match custom::date(&text) {
        Some(date) if !yearless => put(fields, Column::BirthDate, &date.format("%Y-%m-%d").to_string()),
        Some(date) => put(fields, Column::Birthday, &date.format("--%m-%d").to_string()),
        None if yearless => put(fields, Column::Birthday, &text),
        None => put(fields, Column::BirthDate, &text),
    }
}

fn emails(card: &VCard, fields: &mut Fields) {
    let found = by_preference(card, &VCardProperty::Email)
        .into_iter()
        .map(|entry| (strip(&text_of(entry), "mailto:"), label(card, entry, Use::Email)))
        .filter(|(text, _)| !text.is_empty());
    for (n, (text, label)) in (1..=MOST).zip(found) {
        put(fields, Column::Email(n, Labelled::Value), &text);
        put(fields, Column::Email(n, Labelled::Label), &label);
    }
}

fn phones(card: &VCard, fields: &mut Fields) {
    let (fax, phones): (Vec<_>, Vec<_>) = by_preference(card, &VCardProperty::Tel)
        .into_iter()
        .filter(|entry| !text_of(entry).is_empty())
        .partition(|entry| has_type(entry, &VCardType::Fax));
    for (n, entry) in (1..=MOST).zip(phones) {
        // RFC 3966: tel:+47-22-00-00-00;ext=12
        let text = strip(&text_of(entry), "tel:").replace(";ext=", " ext ");
        put(fields, Column::Phone(n, Labelled::Value), &text);
        put(fields, Column::Phone(n, Labelled::Label), &label(card, entry, Use::Phone));
    }
    for (n, entry) in (1..=MOST).zip(fax) {
        put(fields, Column::Fax(n), &strip(&text_of(entry), "tel:"));
    }
}

fn addresses(card: &VCard, fields: &mut Fields) {
    let found = by_preference(card, &VCardProperty::Adr)
        .into_iter()
        .map(|entry| (parts(entry), label(card, entry, Use::Address)))
        .filter(|(parts, _)| parts.iter().any(|part| !part.is_empty()));
    for (n, (parts, label)) in (1..=MOST).zip(found) {
        // RFC 6350, 6.3.1: post-office box, extended address, street, city, region, postcode, country.
        let part = |place: usize| parts.get(place).map(|part| one_line(part)).unwrap_or_default();
        let street = [part(2), part(1), part(0)].join("\n");
        for (column, text) in [
            (Part::Street, one_line(&street)),
            (Part::City, part(3)),
            (Part::Region, part(4)),
            (Part::Postcode, part(5)),
            (Part::Country, part(6)),
            (Part::Label, label),
        ] {
            put(fields, Column::Address(n, column), &text);
        }
    }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

fn strip(text: &str, scheme: &str) -> String {
    match text.get(..scheme.len()) {
        Some(start) if start.eq_ignore_ascii_case(scheme) => text.get(scheme.len()..).unwrap_or_default().to_owned(),
        Some(_) | None => text.to_owned(),
    }
}

/// Returns the entries of a property, the preferred ones first (PREF of 4.0, `TYPE=pref` before it).
fn by_preference<'a>(card: &'a VCard, property: &VCardProperty) -> Vec<&'a VCardEntry> {
    let mut entries: Vec<&VCardEntry> = card.entries.iter().filter(|entry| &entry.name == property).collect();
    entries.sort_by_key(|entry| {
        entry
            .params
            .iter()
            .filter_map(|parameter| match (&parameter.name, &parameter.value) {
                (VCardParameterName::Pref, VCardParameterValue::Integer(rank)) => Some(*rank),
                (VCardParameterName::Pref, VCardParameterValue::Null) => Some(1),
                (VCardParameterName::Type, VCardParameterValue::Text(text)) if text.eq_ignore_ascii_case("pref") => {
                    Some(1)
                }
                // calcard's parameters are not ours to enumerate.
                _ => None,
            })
            .min()
            .unwrap_or(u32::MAX)
    });
    entries
}

/// Returns the parts of a structured value; a part that is a list is joined.
fn parts(entry: &VCardEntry) -> Vec<String> {
    let separator = if entry.name == VCardProperty::N { " " } else { ", " };
    entry
        .values
        .iter()
        .map(|value| {
            let VCardValue::Component(list) = value else {
                return value.as_text().unwrap_or_default().trim().to_owned();
            };
            let filled = list.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
            filled.collect::<Vec<_>>().join(separator)
        })
        .collect()
}

fn text_of(entry: &VCardEntry) -> String {
    entry.values.first().and_then(VCardValue::as_text).unwrap_or_default().trim().to_owned()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Email,
    Phone,
    Address,
}

fn has_type(entry: &VCardEntry, wanted: &VCardType) -> bool {
    entry
        .parameters(&VCardParameterName::Type)
        .any(|value| matches!(value, VCardParameterValue::Type(found) if found == wanted))
}

/// Returns what a value is for, as a key of the list of labels, or in the words of the card where it has its own.
fn label(card: &VCard, entry: &VCardEntry, of: Use) -> String {
    let own = own_label(card, entry);
    if !own.is_empty() {
        return own;
    }
    let home = if of == Use::Email { "private" } else { "home" };
    let mut known = vec![(VCardType::Work, "work"), (VCardType::Home, home)];
    if of == Use::Phone {
        known.splice(
            0..0,
            [(VCardType::Cell, "mobile"), (VCardType::MainNumber, "switchboard"), (VCardType::Pager, "other")],
        );
    }
    known.iter().find(|(kind, _)| has_type(entry, kind)).map(|(_, key)| (*key).to_owned()).unwrap_or_default()
}

/// Returns the label that stands in a property of its own in the same group: `item1.X-ABLabel:_$!<Work>!$_`.
fn own_label(card: &VCard, entry: &VCardEntry) -> String {
    let Some(group) = &entry.group else {
        return String::new();
    };
    let found = card.entries.iter().find(|other| {
        other.group.as_ref() == Some(group)
            && matches!(&other.name, VCardProperty::Other(name) if name.eq_ignore_ascii_case("X-ABLABEL"))
    });
    let text = found.map(text_of).unwrap_or_default();
    match text.strip_prefix("_$!<").and_then(|text| text.strip_suffix(">!$_")) {
        Some("Main") => "switchboard".to_owned(),
        Some(shipped) => shipped.to_lowercase(),
        None => text,
    }
}
