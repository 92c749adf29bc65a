//! `journal`: who did what to which record and when, and whether that can be trusted.

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::arguments::JournalList;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::model::user::{Right, User};
use crate::office::journal::{self, Departure, Line, Verdict, Wanted};
use crate::office::{problem, setup};
use crate::t;

/// Lists entries, the oldest first.
pub fn list(session: &Session, asked: &JournalList) -> Result<Answer, Failure> {
    let person = asked.person.as_deref().map(|id| session.person(id)).transpose()?;
    let wanted = Wanted { person, since: asked.since, limit: asked.limit };
    let (mut lines, users) = session.read(move |desk| Ok((journal::list(desk, wanted)?, setup::users(desk)?)))?;
    lines.reverse();
    let entries: Vec<Value> = lines.iter().map(|line| document(line, &users)).collect();
    let text = aligned(&lines.iter().map(|line| row(line, &users, session.lang)).collect::<Vec<_>>());
    Ok(Answer::new(json!({ "entries": entries }), text))
}

/// Checks the whole journal.
pub fn verify(session: &Session) -> Result<Answer, Failure> {
    let verdict = session.in_office(|office| {
        session.wait(office.read(|desk| desk.require(Right::Journal)))?;
        journal::examine(office).map_err(|error| session.failure(&error))
    })?;
    let text = format!("{}\n", words(&verdict, session.lang));
    Ok(Answer { json: verdict_document(&verdict), text, warnings: Vec::new(), fine: verdict.is_intact() })
}

/// Returns what checking the journal found, for scripts.
pub fn verdict_document(verdict: &Verdict) -> Value {
    let mut json = json!({
        "entries": verdict.entries,
        "intact": verdict.is_intact(),
        "head": data_encoding::HEXLOWER.encode(&verdict.head),
    });
    if let Some(entry) = verdict.broken_at {
        json["broken_at"] = entry.into();
    }
    match verdict.departs {
        Some(Departure::Shorter { noted }) => json["shorter_than"] = noted.into(),
        Some(Departure::Other { noted }) => json["other_than"] = noted.into(),
        None => {}
    }
    json
}

/// Returns the same in words.
pub fn words(verdict: &Verdict, lang: Lang) -> String {
    match (verdict.broken_at, verdict.departs) {
        (Some(entry), _) => t!(lang, "check-journal", entry = entry),
        (None, Some(Departure::Shorter { noted })) => t!(lang, "check-journal-shorter", noted = noted),
        (None, Some(Departure::Other { noted })) => t!(lang, "check-journal-other", noted = noted),
        (None, None) => t!(lang, "journal-intact", entries = verdict.entries),
    }
}

fn document(line: &Line, users: &[User]) -> Value {
    json!({
        "entry": line.number,
        "at": line.at,
        "by": by(line, users),
        "kind": line.kind.map(|kind| kind.key()),
        "person": line.person.map(|id| id.to_string()),
        "record": line.record.map(|id| id.to_string()),
        "fields": line.fields.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn by(line: &Line, users: &[User]) -> String {
    users.iter().find(|user| user.id == line.by).map_or_else(|| line.by.to_string(), |user| user.name.clone())
}

fn row(line: &Line, users: &[User], lang: Lang) -> Vec<String> {
    let kind = match line.kind {
        Some(kind) => i18n::text(lang, &format!("journal-kind-{}", kind.key())),
        None => t!(lang, "journal-kind-other"),
    };
    let about = line.person.map(|id| id.to_string()).unwrap_or_default();
    let fields: Vec<String> = line.fields.iter().map(|field| problem::field_name(lang, field)).collect();
    vec![line.number.to_string(), line.at.rfc3339(), by(line, users), kind, about, fields.join(", ")]
}
