//! A card for scripts: the person fields, flat, by their keys.

use serde_json::{Map, Value, json};

use super::super::answer::text_or_null;
use super::super::{activity, basis};
use super::Card;
use crate::model::custom;
use crate::model::person::{Address, Labelled};

impl Card {
    /// Returns the card as a JSON object. What is not filled in is null.
    pub(super) fn document(&self) -> Map<String, Value> {
        let person = &self.overview.person;
        let content = &person.content;
        let names = &self.names;
        let address = content.addresses.first().map(|row| &row.value);
        let part = |part: fn(&Address) -> &String| address.map_or(Value::Null, |row| text_or_null(part(row)));
        let number = |row: Option<&Labelled<String>>| row.map(|row| row.value.clone());
        let interests: Vec<&str> = content.interests.iter().map(|id| names.lists.key(*id)).collect();
        let bases = self.overview.purposes.iter().filter_map(|standing| standing.current.as_ref());
        let fields = [
            ("id", json!(person.id.to_string())),
            ("status", json!("active")),
            ("number", text_or_null(&content.number)),
            ("first_name", text_or_null(&content.first_name)),
            ("last_name", text_or_null(&content.last_name)),
            ("company", text_or_null(&content.company)),
            ("title", text_or_null(&content.title)),
            ("position", json!(names.key(content.position))),
            ("email", json!(number(content.emails.first()))),
            ("mobile", json!(number(content.mobile()))),
            ("phone", json!(number(content.phone()))),
            ("address", part(|row| &row.street)),
            ("postcode", part(|row| &row.postcode)),
            ("city", part(|row| &row.city)),
            ("country", text_or_null(&content.country)),
            ("birth_date", json!(content.birth_date)),
            ("language", json!(names.key(content.language))),
            ("category", json!(names.key(content.category))),
            ("business", json!(names.key(content.business))),
            ("our_contact", json!(content.our_contact.and_then(|id| names.user_key(id)))),
            ("website", text_or_null(&content.website)),
            ("note", text_or_null(&content.note)),
            ("former_employee", json!(content.former_employee)),
            ("no_mailings", json!(content.no_mailings)),
            ("emails", self.labelled(&content.emails, |value| json!({ "email": value }))),
            ("phones", self.labelled(&content.phones, |value| json!({ "phone": value }))),
            ("addresses", self.labelled(&content.addresses, postal)),
            ("picture", json!(content.picture.is_some())),
            ("interests", json!(interests)),
            ("subscriptions", json!([])),
            ("activities", self.activities.iter().map(|one| activity::row(one, names)).collect()),
            ("legal_bases", bases.map(|entry| basis::row(entry, names)).collect()),
            ("source", json!(names.lists.key(person.source))),
            ("restricted", json!(false)),
            ("informed", Value::Null),
            ("last_activity", json!(self.last_activity)),
            ("created_at", json!(person.created_at)),
            ("created_by", json!(names.user_key(person.created_by))),
            ("updated_at", json!(person.updated_at)),
            ("updated_by", json!(names.user_key(person.updated_by))),
        ];
        let own = self.own.iter().map(|(field, value)| (format!("custom:{}", field.key), own_value(field, value)));
        fields.into_iter().map(|(key, value)| (key.to_owned(), value)).chain(own).collect()
    }

    fn labelled<T>(&self, rows: &[Labelled<T>], value: fn(&T) -> Value) -> Value {
        rows.iter()
            .map(|row| {
                let mut json = value(&row.value);
                json["label"] = json!(self.names.key(row.label));
                json["at"] = json!(row.origin.map(|origin| origin.at));
                json["by"] = json!(row.origin.and_then(|origin| self.names.user_key(origin.by)));
                json["source"] = json!(row.origin.map(|origin| self.names.lists.key(origin.source)));
                json
            })
            .collect()
    }
}

fn postal(address: &Address) -> Value {
    json!({
        "address": text_or_null(&address.street),
        "postcode": text_or_null(&address.postcode),
        "city": text_or_null(&address.city),
        "country": text_or_null(&address.country),
    })
}

/// Returns the value of an own field: yes and no are booleans, numbers numbers, as far as JSON can write them.
fn own_value(field: &custom::Definition, value: &Option<String>) -> Value {
    let Some(value) = value else { return Value::Null };
    match field.kind {
        custom::Kind::YesNo => json!(value == "yes"),
        custom::Kind::Number => value.parse::<serde_json::Number>().map_or_else(|_| json!(value), Value::Number),
        custom::Kind::Text | custom::Kind::Date | custom::Kind::List => json!(value),
    }
}
