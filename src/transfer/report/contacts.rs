//! A portable copy as a table of one row and as a vCard, both of which our own import reads (art. 20(1)).

use std::collections::BTreeMap;

use crate::model::report::{Block, Document, Fact, Held, Value};
use crate::transfer::vcard::writing::CardOut;
use crate::transfer::vcard::writing::Use;
use crate::transfer::{Error, clean};

/// Fields of the card that hold one value, and the headings that the import knows them by.
const SINGLE: [(&str, &str); 9] = [
    ("person.first_name", "first_name"),
    ("person.last_name", "last_name"),
    ("person.company", "company"),
    ("person.title", "title"),
    ("person.position", "position"),
    ("person.birth_date", "birth_date"),
    ("person.country", "country"),
    ("person.language", "language"),
    ("person.website", "website"),
];

/// Returns the facts of a document.
fn facts(document: &Document) -> impl Iterator<Item = &Fact> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.flat_map(|block| match block {
        Block::Facts(facts) => facts.facts.as_slice(),
        Block::Table(_) | Block::List(_) | Block::Paragraph(_) => &[],
    })
}

fn values<'d>(document: &'d Document, key: &str) -> impl Iterator<Item = &'d Held> {
    facts(document).filter(move |fact| fact.key == key).flat_map(|fact| &fact.values).collect::<Vec<_>>().into_iter()
}

/// Returns a value as programs read it.
fn plain(value: &Value, document: &Document) -> String {
    match value {
        Value::Item { key, .. } => key.clone(),
        Value::Date { day, .. } => day.to_string(),
        Value::Moment { at, .. } => at.rfc3339(),
        Value::Number { number, .. } => number.to_string(),
        Value::YesNo { yes, .. } => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Empty | Value::Text(_) | Value::BlackedOut(_) => value.words(&document.words),
    }
}

fn single(document: &Document, key: &str) -> String {
    values(document, key).next().map(|held| plain(&held.value, document)).unwrap_or_default()
}

/// An address, put together again from its parts.
#[derive(Default)]
struct Address {
    label: String,
    street: String,
    postcode: String,
    city: String,
    country: String,
}

fn addresses(document: &Document) -> Vec<Address> {
    let mut all: BTreeMap<i64, Address> = BTreeMap::new();
    let mut put = |key: &str, set: fn(&mut Address) -> &mut String| {
        for held in values(document, key) {
            let address = all.entry(held.entry).or_default();
            address.label.clone_from(&held.label_key);
            *set(address) = plain(&held.value, document);
        }
    };
    put("address.street", |address| &mut address.street);
    put("address.postcode", |address| &mut address.postcode);
    put("address.city", |address| &mut address.city);
    put("address.country", |address| &mut address.country);
    all.into_values().collect()
}

/// Returns the copy as a table: one row, and columns that go by the keys of their fields.
pub(super) fn csv(document: &Document) -> Result<Vec<u8>, Error> {
    let mut cells: Vec<(String, String)> = Vec::new();
    for (key, heading) in SINGLE {
        cells.push((heading.to_owned(), single(document, key)));
    }
    let numbered = |name: &str, nth: usize, what: &str| {
        let number = if nth == 0 { String::new() } else { format!(" {}", nth + 1) };
        if what.is_empty() { format!("{name}{number}") } else { format!("{name}{number} {what}") }
    };
    for (key, name) in [("email.address", "email"), ("phone.number", "phone")] {
        for (nth, held) in values(document, key).enumerate() {
            cells.push((numbered(name, nth, ""), plain(&held.value, document)));
            cells.push((numbered(name, nth, "label"), held.label_key.clone()));
        }
    }
    for (nth, address) in addresses(document).into_iter().enumerate() {
        let parts = [
            ("street", address.street),
            ("postcode", address.postcode),
            ("city", address.city),
            ("country", address.country),
            ("label", address.label),
        ];
        cells.extend(parts.map(|(what, part)| (numbered("address", nth, what), part)));
    }
    let interests: Vec<String> =
        values(document, "person_interest.interest").map(|held| plain(&held.value, document)).collect();
    cells.push(("interests".to_owned(), interests.join(", ")));
    if let Some(said) = values(document, "person.no_mailings").next() {
        cells.push(("no_mailings".to_owned(), plain(&said.value, document)));
    }
    for fact in facts(document).filter(|fact| fact.key.starts_with("custom:")) {
        let value = fact.values.first().map(|held| plain(&held.value, document)).unwrap_or_default();
        cells.push((fact.key.clone(), value));
    }
    cells.retain(|(_, value)| !value.is_empty());
    // By this mark, spreadsheets know that it is UTF-8.
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let broken = |error: csv::Error| Error::Io(error.into());
    writer.write_record(cells.iter().map(|(heading, _)| heading.as_str())).map_err(broken)?;
    writer.write_record(cells.iter().map(|(_, value)| clean::guarded(value).into_owned())).map_err(broken)?;
    writer.into_inner().map_err(|error| Error::Io(error.into_error()))
}

/// Returns the copy as a vCard 4.0 (RFC 6350).
pub(super) fn vcard(document: &Document) -> String {
    let mut out = String::new();
    let (first, last) = (single(document, "person.first_name"), single(document, "person.last_name"));
    let company = single(document, "person.company");
    let mut card = CardOut::begin_4(&mut out, &first, &last, &company);
    if !company.is_empty() {
        card.parts("ORG", &[&company]);
    }
    card.text("TITLE", &single(document, "person.title"));
    let words = |key| values(document, key).next().map(|held| held.value.words(&document.words)).unwrap_or_default();
    card.text("ROLE", &words("person.position"));
    for held in values(document, "email.address") {
        card.email(of(held), &plain(&held.value, document));
    }
    for held in values(document, "phone.number") {
        card.phone(of(held), &plain(&held.value, document));
    }
    for address in addresses(document) {
        let of = named(&address.label, "");
        card.address(of, [&address.street, &address.city, &address.postcode, &address.country]);
    }
    // RFC 6350 knows days without hyphens only.
    card.text("BDAY", &single(document, "person.birth_date").replace('-', ""));
    let website = single(document, "person.website");
    if !website.is_empty() {
        card.plain("URL", &website);
    }
    card.text("LANG", &single(document, "person.language"));
    let interests: Vec<String> =
        values(document, "person_interest.interest").map(|held| held.value.words(&document.words)).collect();
    card.list("CATEGORIES", &interests.iter().map(String::as_str).collect::<Vec<_>>());
    card.end();
    out
}

fn of(held: &Held) -> Use<'_> {
    named(&held.label_key, &held.label)
}

fn named<'w>(key: &str, words: &'w str) -> Use<'w> {
    match key {
        "work" => Use::Work,
        "private" => Use::Home,
        "mobile" => Use::Mobile,
        _ if words.is_empty() => Use::Any,
        _ => Use::Other(words),
    }
}
