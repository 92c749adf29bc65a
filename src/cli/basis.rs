//! `basis`: on which legal basis a person is kept.

use std::path::Path;

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Set;
use super::card::{Names, warned};
use super::failure::Failure;
use super::session::Session;
use super::words;
use crate::model::basis::{self, Decision, Entry};
use crate::model::condition::Condition;
use crate::office::attached::{self, Incoming};
use crate::office::{Error, legal_basis, lists};
use crate::t;

/// Enters one row in the ledger.
pub fn set(session: &Session, set: &Set) -> Result<Answer, Failure> {
    let lang = session.lang;
    let person = session.person(&set.id)?;
    let wording = words::wording(set.wording.as_deref(), lang)?;
    let corrects = set.corrects.as_deref().map(str::parse::<basis::Id>).transpose();
    let corrects = corrects.map_err(|_| Failure::not_found(lang))?;
    let evidence = set.evidence.as_deref().map(Incoming::read).transpose();
    let evidence = evidence.map_err(|error| session.failure(&error))?;
    let (names, entry, warnings) = session.in_office(|office| {
        let names = session.wait(office.read(move |desk| Names::read(desk)))?;
        let mut decision = Decision::new(
            words::purpose(&names.lists, &set.purpose, lang)?,
            words::basis(&names.lists, &set.basis, lang)?,
            words::source(&names.lists, &set.source, lang)?,
        );
        decision.comment = set.comment.clone().unwrap_or_default();
        decision.wording = wording;
        decision.corrects = corrects;
        decision.condition = set.condition;
        let entry = session.wait(office.write(move |desk| {
            let entry = legal_basis::decide(desk, person, &decision, evidence.as_ref())?;
            Ok((desk.rules()?.of_decision(entry.named()), entry))
        }));
        let (warnings, entry) = entry?;
        Ok((names, entry, warnings))
    })?;
    let text = t!(
        lang,
        "cli-basis-set",
        purpose = names.list_name(entry.purpose),
        basis = names.list_name(entry.item),
        source = names.list_name(entry.source)
    );
    Ok(warned(Answer::new(row(&entry, &names), format!("{text}\n")), &warnings, lang))
}

/// Shows the whole ledger of a person, the oldest row first.
pub fn history(session: &Session, id: &str) -> Result<Answer, Failure> {
    let person = session.person(id)?;
    let (names, overview) = session.read(move |desk| Ok((Names::read(desk)?, legal_basis::overview(desk, person)?)))?;
    let ledger: Vec<Value> = overview.ledger.iter().map(|entry| row(entry, &names)).collect();
    let text = if overview.ledger.is_empty() {
        format!("{}\n", t!(session.lang, "basis-history-empty"))
    } else {
        let with_id = |entry: &Entry| [vec![entry.id.to_string()], cells(entry, &names)].concat();
        aligned(&overview.ledger.iter().map(with_id).collect::<Vec<_>>())
    };
    Ok(Answer::new(json!({ "ledger": ledger }), text))
}

/// Writes what proves a row of the ledger to a file.
pub fn evidence(session: &Session, id: &str, entry: &str, out: &Path) -> Result<Answer, Failure> {
    let person = session.person(id)?;
    let entry: basis::Id = entry.parse().map_err(|_| Failure::not_found(session.lang))?;
    let path = out.to_owned();
    let file = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let ledger = legal_basis::overview(desk, person)?.ledger;
            let proof = ledger.iter().find(|row| row.id == entry).and_then(|row| row.evidence);
            let proof = proof.ok_or(Error::NoSuch("attachment"))?;
            legal_basis::save_evidence(desk, person, proof, &path)?;
            attached::about(desk, proof)
        }))
    })?;
    let json = json!({
        "file": out.display().to_string(),
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
    });
    Ok(Answer::new(json, written(session, out)))
}

/// Writes what holds and the whole ledger to a workbook.
pub fn export(session: &Session, id: &str, out: &Path) -> Result<Answer, Failure> {
    let person = session.person(id)?;
    let path = out.to_owned();
    let rows = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            legal_basis::export(desk, person, &path)?;
            Ok(legal_basis::overview(desk, person)?.ledger.len())
        }))
    })?;
    Ok(Answer::new(json!({ "file": out.display().to_string(), "rows": rows }), written(session, out)))
}

fn written(session: &Session, out: &Path) -> String {
    format!("{}\n", t!(session.lang, "cli-written", file = out.display().to_string()))
}

/// Returns a row of the ledger for scripts.
pub fn row(entry: &Entry, names: &Names) -> Value {
    json!({
        "id": entry.id.to_string(),
        "purpose": names.lists.key(entry.purpose),
        "basis": names.lists.key(entry.item),
        "article": entry.basis.key(),
        "source": names.lists.key(entry.source),
        "at": entry.at,
        "by": names.user_key(entry.by),
        "comment": text_or_null(&entry.comment),
        "wording": entry.wording.map(|id| id.to_string()),
        "evidence": entry.evidence.map(|id| id.to_string()),
        "condition": entry.condition.map(Condition::key),
        "corrects": entry.corrects.map(|id| id.to_string()),
    })
}

/// Returns a row of the ledger for people, but for its identity.
pub fn cells(entry: &Entry, names: &Names) -> Vec<String> {
    vec![
        names.list_name(entry.purpose),
        names.list_name(entry.item),
        names.list_name(entry.source),
        names.time(entry.at),
        names.user_name(entry.by),
        entry.comment.clone(),
        entry.condition.map(|condition| lists::condition_name(names.lang, condition)).unwrap_or_default(),
    ]
}
