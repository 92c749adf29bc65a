//! A card for scripts: the person fields, flat, by their keys.

use serde_json::{Map, Value, json};

use super::super::answer::text_or_null;
use super::super::card::Names;
use super::super::{activity, basis, contacts, holds, states, subscriptions};
use super::Card;
use crate::model::custom;
use crate::model::notice::{Exemption, Notice};
use crate::office::persons::Job;
use crate::office::selections::alerts::Alert;

impl Card {
    /// Returns the card as a JSON object. What is not filled in is null.
    pub(super) fn document(&self) -> Map<String, Value> {
        let person = &self.overview.person;
        let content = &person.content;
        let names = &self.names;
        let interests: Vec<&str> = content.interests.iter().map(|id| names.lists.key(*id)).collect();
        let bases = self.overview.purposes.iter().filter_map(|standing| standing.current.as_ref());
        let fields = [
            ("id", json!(person.id.to_string())),
            ("status", json!(self.overview.states.status().key())),
            ("number", text_or_null(&content.number)),
            ("first_name", text_or_null(&content.first_name)),
            ("last_name", text_or_null(&content.last_name)),
            ("company", text_or_null(&content.company)),
            ("title", text_or_null(&content.title)),
            ("position", json!(names.key(content.position))),
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
            ("picture", json!(content.picture.is_some())),
            ("interests", json!(interests)),
            ("activities", self.activities.iter().map(|one| activity::row(one, names)).collect()),
            ("former_companies", self.overview.jobs.iter().map(former).collect()),
            ("legal_bases", bases.map(|entry| basis::row(entry, names)).collect()),
            ("source", json!(names.lists.key(person.source))),
            ("restricted", json!(self.overview.states.restriction.is_some())),
            ("restriction", states::restriction_or_null(self.overview.states.restriction.as_ref(), names)),
            ("objections", self.overview.states.objections.iter().map(|one| states::row(one, names)).collect()),
            ("minor", json!(self.overview.states.minor.is_some())),
            ("alerts", alerts(&self.overview.alerts)),
            ("holds", self.overview.holds.iter().map(|hold| holds::row(hold, names)).collect()),
            ("informed", json!(self.overview.informed.told_at.is_some())),
            ("informed_at", json!(self.overview.informed.told_at)),
            ("inform_by", json!(self.overview.informed.due)),
            ("notices", self.overview.informed.history.iter().map(|one| notice(one, names)).collect()),
            ("last_activity", json!(self.last_activity)),
            ("created_at", json!(person.created_at)),
            ("created_by", json!(names.user_key(person.created_by))),
            ("updated_at", json!(person.updated_at)),
            ("updated_by", json!(names.user_key(person.updated_by))),
        ];
        let own = self.own.iter().map(|(field, value)| (format!("custom:{}", field.key), own_value(field, value)));
        let reach = contacts::firsts(content.contacts()).into_iter();
        let reach = reach.chain(contacts::lists(content.contacts(), names, true));
        let subscriptions = subscriptions::document(&self.overview.subscriptions, names);
        let fields = fields.into_iter().chain(reach).map(|(key, value)| (key.to_owned(), value));
        fields.chain(subscriptions).chain(own).collect()
    }
}

/// Returns what the selections that a card is in warn of.
pub fn alerts(alerts: &[Alert]) -> Value {
    alerts.iter().map(|alert| json!({ "selection": alert.name, "text": alert.text })).collect()
}

fn former(job: &Job) -> Value {
    json!({
        "id": job.employment.id.to_string(),
        "company_id": job.employment.company.to_string(),
        "company": job.company,
        "title": text_or_null(&job.employment.title),
        "since": job.employment.since,
        "until": job.employment.until,
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

/// Returns how somebody was informed, or why that is not needed, for scripts.
fn notice(one: &Notice, names: &Names) -> Value {
    json!({
        "way": one.way.key(),
        "exemption": one.way.exemption().map(Exemption::key),
        "template": text_or_null(&one.template),
        "language": one.language,
        "told_at": one.told_at,
        "comment": text_or_null(&one.comment),
        "at": one.at,
        "by": names.user_key(one.by),
    })
}
