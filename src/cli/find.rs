//! `find`: persons, as the search field finds and orders them.

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::failure::Failure;
use super::session::Session;
use crate::model::person::{self, Line};
use crate::office::finding::Order;
use crate::office::persons;
use crate::t;

/// Finds persons and returns those from `offset` on, at most `limit`.
pub fn run(session: &Session, text: &str, limit: usize, offset: usize) -> Result<Answer, Failure> {
    let (total, lines) = session.in_office(|office| {
        let found = session.wait(office.find(text, Order::default()))?;
        let ids: Vec<person::Id> = found.ids.iter().skip(offset).take(limit).copied().collect();
        Ok((found.ids.len(), session.wait(office.read(move |desk| persons::lines(desk, &ids)))?))
    })?;
    let found: Vec<Value> = lines.iter().map(row).collect();
    let mut text = aligned(&lines.iter().map(cells).collect::<Vec<_>>());
    text.push_str(&format!("{}\n", t!(session.lang, "cli-found", count = total)));
    Ok(Answer::new(json!({ "total": total, "persons": found }), text))
}

/// Returns a person as scripts read one in a list.
pub(super) fn row(line: &Line) -> Value {
    json!({
        "id": line.id.to_string(),
        "name": person::full_name(&line.first_name, &line.last_name),
        "company": text_or_null(&line.company),
        "email": text_or_null(&line.email),
    })
}

/// Returns a person as people read one in a list.
pub(super) fn cells(line: &Line) -> Vec<String> {
    let name = person::full_name(&line.first_name, &line.last_name);
    vec![line.id.to_string(), name, line.company.clone(), line.email.clone()]
}
