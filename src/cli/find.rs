//! `find`: persons, as the search field finds and orders them; and what was written about them.

use serde_json::{Value, json};

use super::activity;
use super::answer::{Answer, aligned, text_or_null};
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::Lang;
use crate::model::person::{self, Line};
use crate::office::finding::Order;
use crate::office::long_texts::{self, Hit, Kinds};
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
    let mut text = aligned(&lines.iter().map(|line| cells(line, session.lang)).collect::<Vec<_>>());
    text.push_str(&format!("{}\n", t!(session.lang, "cli-found", count = total)));
    Ok(Answer::new(json!({ "total": total, "persons": found }), text))
}

/// Finds notes and activities by how their words begin, the newest first, at most `limit`.
pub fn texts(
    session: &Session,
    text: &str,
    kind: Option<&str>,
    since: Option<&str>,
    limit: usize,
) -> Result<Answer, Failure> {
    let (total, hits, names) = session.in_office(|office| {
        let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
        let filter = activity::filter(&lists, kind, since, None, session)?;
        let kinds = filter.kind.map_or(Kinds::All, Kinds::Activity);
        let text = text.to_owned();
        session.wait(office.read(move |desk| {
            let hits = long_texts::find(desk, &text, kinds, &filter, limit)?;
            Ok((long_texts::count(desk, &text, kinds, &filter)?, hits, Names::read(desk)?))
        }))
    })?;
    let found: Vec<Value> = hits.iter().map(|hit| text_row(hit, &names)).collect();
    let mut text = aligned(&hits.iter().map(|hit| text_cells(hit, &names)).collect::<Vec<_>>());
    text.push_str(&format!("{}\n", t!(session.lang, "cli-found-texts", count = total)));
    Ok(Answer::new(json!({ "total": total, "texts": found }), text))
}

fn text_row(hit: &Hit, names: &Names) -> Value {
    let marks: Vec<&str> = hit.marks.iter().filter_map(|mark| hit.snippet.get(mark.clone())).collect();
    json!({
        "person": hit.person.map(|id| id.to_string()),
        "company": hit.company.map(|id| id.to_string()),
        "activity": hit.activity.map(|id| id.to_string()),
        "kind": hit.kind.map_or("card-note", |kind| names.lists.key(kind)),
        "at": hit.at,
        "name": hit.name,
        "snippet": hit.snippet,
        "words": marks,
    })
}

fn text_cells(hit: &Hit, names: &Names) -> Vec<String> {
    let id = hit.person.map(|id| id.to_string()).or_else(|| hit.company.map(|id| id.to_string()));
    let kind = hit.kind.map_or_else(|| t!(names.lang, "texts-card-note"), |kind| names.list_name(kind));
    vec![id.unwrap_or_default(), names.time(hit.at), hit.name.clone(), kind, hit.snippet.clone()]
}

/// Returns a person as scripts read one in a list.
pub(super) fn row(line: &Line) -> Value {
    json!({
        "id": line.id.to_string(),
        "name": person::full_name(&line.first_name, &line.last_name),
        "company": text_or_null(&line.company),
        "email": text_or_null(&line.email),
        "restricted": line.marks.restricted,
    })
}

/// Returns a person as people read one in a list.
pub(super) fn cells(line: &Line, lang: Lang) -> Vec<String> {
    let name = person::full_name(&line.first_name, &line.last_name);
    let company = if line.marks.restricted { t!(lang, "state-restricted") } else { line.company.clone() };
    vec![line.id.to_string(), name, company, line.email.clone()]
}
