//! E-mails, phones and addresses of cards, for people and scripts.

use serde_json::{Value, json};

use super::answer::text_or_null;
use super::card::Names;
use crate::i18n::{self, Lang};
use crate::model::contact::{Address, Contacts, Labelled};
use crate::model::field::Field;
use crate::model::list;

/// Returns the lists of a card for scripts: `emails`, `phones`, `addresses`; with where each value came from, where
/// that is kept.
pub fn lists(contacts: Contacts<'_>, names: &Names, with_source: bool) -> [(&'static str, Value); 3] {
    let one = |row: &Labelled<()>, mut json: Value| {
        json["label"] = json!(names.key(row.label));
        json["at"] = json!(row.origin.map(|origin| origin.at));
        json["by"] = json!(row.origin.and_then(|origin| names.user_key(origin.by)));
        if with_source {
            json["source"] = json!(row.origin.map(|origin| names.lists.key(origin.source)));
        }
        json
    };
    let bare = |label: Option<list::Id>, origin| Labelled { id: None, label, value: (), origin };
    let texts = |rows: &[Labelled<String>], key: &str| -> Value {
        rows.iter().map(|row| one(&bare(row.label, row.origin), json!({ key: row.value }))).collect()
    };
    let addresses = contacts.addresses.iter().map(|row| one(&bare(row.label, row.origin), postal(&row.value)));
    [
        ("emails", texts(contacts.emails, "email")),
        ("phones", texts(contacts.phones, "phone")),
        ("addresses", addresses.collect()),
    ]
}

/// Returns the first of each, as `edit` sets them, for scripts.
pub fn firsts(contacts: Contacts<'_>) -> [(&'static str, Value); 6] {
    let is_mobile = |row: &&Labelled<String>| row.label == Some(list::LABEL_MOBILE);
    let number = |row: Option<&Labelled<String>>| json!(row.map(|row| row.value.as_str()));
    let address = contacts.addresses.first().map(|row| &row.value);
    let part = |part: fn(&Address) -> &String| address.map_or(Value::Null, |row| text_or_null(part(row)));
    [
        ("email", number(contacts.emails.first())),
        ("mobile", number(contacts.phones.iter().find(is_mobile))),
        ("phone", number(contacts.phones.iter().find(|row| !is_mobile(row)))),
        ("address", part(|row| &row.street)),
        ("postcode", part(|row| &row.postcode)),
        ("city", part(|row| &row.city)),
    ]
}

fn postal(address: &Address) -> Value {
    json!({
        "address": text_or_null(&address.street),
        "postcode": text_or_null(&address.postcode),
        "city": text_or_null(&address.city),
        "country": text_or_null(&address.country),
    })
}

/// Returns every value with its field and what it is for, for people.
pub fn rows(contacts: Contacts<'_>, lang: Lang) -> Vec<(Field, String, Option<list::Id>)> {
    let emails = contacts.emails.iter().map(|row| (Field::Email, row.value.clone(), row.label));
    let phones = contacts.phones.iter().map(|row| (Field::Phone, row.value.clone(), row.label));
    let addresses = contacts.addresses.iter().map(|row| {
        let address = &row.value;
        let city = format!("{} {}", address.postcode, address.city);
        let country = country(&address.country, lang);
        let parts = [address.street.trim(), city.trim(), country.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        (Field::Address, parts.join(", "), row.label)
    });
    emails.chain(phones).chain(addresses).collect()
}

/// Returns a country's name; an empty code has none.
pub fn country(code: &str, lang: Lang) -> String {
    if code.is_empty() { String::new() } else { i18n::country_name(lang, code) }
}
