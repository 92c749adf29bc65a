//! `settings`: what the office decided, by key.

pub mod sheet;

use std::path::Path;

use serde_json::{Map, Value, json};

use super::answer::{Answer, aligned};
use super::failure::Failure;
use super::session::Session;
use crate::office::settings::{self, Change, Document, Plan, Set, Setting};
use crate::office::{Desk, Error};
use crate::t;

/// Answers the value of one setting, of all whose key begins with a word, or of all.
pub fn get(session: &Session, key: Option<&str>) -> Result<Answer, Failure> {
    let start = key.unwrap_or_default().to_owned();
    let exact = key.and_then(Setting::from_key);
    let wanted = start.clone();
    let values = session.read(move |desk| match exact {
        Some(setting) => Ok(vec![(setting.clone(), settings::get(desk, &setting)?)]),
        None => settings::listed(desk, &wanted),
    })?;
    if values.is_empty() {
        return Err(unknown(session, &start));
    }
    Ok(answer(session, &values))
}

/// Changes a setting, to a value or to what a file holds, and answers the value as it is stored.
pub fn set(session: &Session, key: &str, value: Option<&str>, file: Option<&Path>) -> Result<Answer, Failure> {
    let setting = setting(session, key)?;
    let value = match (value, file) {
        (Some(value), _) => value.to_owned(),
        (None, Some(path)) => {
            let bytes = read(session, path)?;
            let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
            text.ok_or_else(|| Failure::usage(t!(session.lang, "cli-not-a-text")))?
        }
        (None, None) => String::new(),
    };
    let wanted = setting.clone();
    let stored =
        session.in_office(|office| session.wait(office.write(move |desk| settings::set(desk, &wanted, &value))))?;
    Ok(answer(session, &[(setting, stored)]))
}

/// Leaves a setting as shipped, or removes an own item of a list or an own role.
pub fn unset(session: &Session, key: &str) -> Result<Answer, Failure> {
    let setting = setting(session, key)?;
    let key = setting.key();
    session.in_office(|office| session.wait(office.write(move |desk| settings::unset(desk, &setting))))?;
    Ok(Answer::new(json!({ "unset": key }), format!("{key}\n")))
}

/// Shows what was decided, the newest first.
pub fn history(session: &Session, key: Option<&str>, limit: usize) -> Result<Answer, Failure> {
    let start = key.unwrap_or_default().to_owned();
    let looked_for = start.clone();
    let (changes, users) =
        session.read(move |desk| Ok((settings::history(desk, &start, limit)?, crate::office::setup::users(desk)?)))?;
    // What was decided about an own item that is no more is still there.
    if changes.is_empty() && !session.read(move |desk| is_known(desk, &looked_for))? {
        return Err(unknown(session, key.unwrap_or_default()));
    }
    let by = |change: &Change| {
        users.iter().find(|user| user.id == change.by).map_or_else(String::new, |user| user.name.clone())
    };
    let rows: Vec<Vec<String>> = changes
        .iter()
        .map(|change| {
            let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
            let at = change.at.rfc3339();
            vec![change.id.to_string(), at, by(change), change.key.clone(), value(&change.before), value(&change.after)]
        })
        .collect();
    let json: Vec<Value> = changes
        .iter()
        .map(|change| {
            json!({
                "id": change.id.to_string(), "at": change.at.rfc3339(), "by": by(change), "key": change.key,
                "before": change.before, "after": change.after
            })
        })
        .collect();
    Ok(Answer::new(json!({ "changes": json }), aligned(&rows)))
}

/// Takes back what was decided together with a change.
pub fn back(session: &Session, id: &str) -> Result<Answer, Failure> {
    let id: i64 = id.parse().map_err(|_| Failure::could_not("not-found", t!(session.lang, "problem-not-found")))?;
    let done = session.in_office(|office| session.wait(office.write(move |desk| settings::take_back(desk, id))))?;
    let mut text = String::new();
    for key in &done.restored {
        text.push_str(&format!("{key}\n"));
    }
    for key in &done.held {
        text.push_str(&t!(session.lang, "cli-settings-held", key = key.as_str()));
        text.push('\n');
    }
    Ok(Answer::new(json!({ "restored": done.restored, "held": done.held }), text))
}

/// Writes what the office decided to a file.
pub fn export(session: &Session, path: &Path) -> Result<Answer, Failure> {
    let file = path.to_owned();
    let count = session.in_office(|office| session.wait(office.write(move |desk| settings::export(desk, &file))))?;
    let text = t!(session.lang, "cli-settings-exported", count = count);
    Ok(Answer::new(json!({ "settings": count, "file": path.display().to_string() }), format!("{text}\n")))
}

/// Lists the ready-made sets.
pub fn sets(session: &Session) -> Answer {
    let named = |set: Set| crate::i18n::text(session.lang, &format!("settings-set-{}", set.key()));
    let says = |set: Set| crate::i18n::text(session.lang, &format!("settings-set-{}-says", set.key()));
    let rows: Vec<Vec<String>> = Set::ALL.map(|set| vec![set.key().to_owned(), named(set), says(set)]).into();
    let json = Set::ALL.map(|set| json!({ "key": set.key(), "name": named(set), "says": says(set) }));
    Answer::new(json!({ "sets": json }), aligned(&rows))
}

/// Takes over what a file or a ready-made set holds, or, with `dry_run`, answers what that would change.
pub fn import(session: &Session, path: Option<&Path>, set: Option<&str>, dry_run: bool) -> Result<Answer, Failure> {
    let document = match (set, path) {
        (Some(key), _) => {
            let known = Set::ALL.map(Set::key).join(", ");
            let unknown = || Failure::usage(t!(session.lang, "cli-unknown-set", set = key, known = known));
            Set::from_key(key).ok_or_else(unknown)?.document()
        }
        (None, Some(path)) => Document::read(path),
        (None, None) => Document::parse(b""),
    };
    let document = document.map_err(|error| session.failure(&error))?;
    let plan = if dry_run {
        session.in_office(|office| session.wait(office.write(move |desk| settings::rehearse(desk, &document))))?
    } else {
        session.in_office(|office| session.wait(office.write(move |desk| settings::apply(desk, &document))))?
    };
    Ok(planned(session, &plan, dry_run))
}

fn planned(session: &Session, plan: &Plan, dry_run: bool) -> Answer {
    let changes: Vec<Value> = plan
        .changes
        .iter()
        .map(|change| json!({ "key": change.setting.key(), "before": change.before, "after": change.after }))
        .collect();
    let refused: Vec<Value> =
        plan.refused.iter().map(|(key, reason)| json!({ "key": key, "reason": reason.key() })).collect();
    let mut rows: Vec<Vec<String>> = plan
        .changes
        .iter()
        .map(|change| {
            let before = change.before.clone().unwrap_or_else(|| "-".to_owned());
            vec![change.setting.key(), before, "→".to_owned(), change.after.clone()]
        })
        .collect();
    rows.extend(
        plan.fields
            .iter()
            .map(|field| vec![format!("custom:{}", field.key), "-".to_owned(), "→".to_owned(), field.name.clone()]),
    );
    rows.extend(
        plan.refused
            .iter()
            .map(|(key, reason)| vec![key.clone(), String::new(), "✗".to_owned(), reason.words(session.lang)]),
    );
    let fields: Vec<&str> = plan.fields.iter().map(|field| field.key.as_str()).collect();
    let count = plan.count();
    let told = if dry_run {
        t!(session.lang, "cli-settings-would-change", count = count)
    } else {
        t!(session.lang, "cli-settings-changed", count = count)
    };
    let json = json!({
        "changed": count, "unchanged": plan.unchanged, "changes": changes, "fields": fields, "refused": refused, "dry_run": dry_run
    });
    Answer::new(json, format!("{}{told}\n", aligned(&rows)))
}

fn read(session: &Session, path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|source| session.failure(&crate::office::Error::File { path: path.to_owned(), source }))
}

fn setting(session: &Session, key: &str) -> Result<Setting, Failure> {
    Setting::from_key(key).ok_or_else(|| unknown(session, key))
}

fn is_known(desk: &Desk<'_>, key: &str) -> Result<bool, Error> {
    Ok(Setting::from_key(key).is_some() || !settings::listed(desk, key)?.is_empty())
}

fn unknown(session: &Session, key: &str) -> Failure {
    let known = settings::Plain::ALL.map(settings::Plain::key).join(", ");
    Failure::usage(t!(session.lang, "cli-unknown-setting", key = key, known = known))
}

fn answer(session: &Session, values: &[(Setting, String)]) -> Answer {
    let json: Map<String, Value> =
        values.iter().map(|(setting, value)| (setting.key(), Value::from(value.as_str()))).collect();
    let rows: Vec<Vec<String>> = values
        .iter()
        .map(|(setting, value)| {
            let value = value.replace('\n', " / ");
            match settings::later(setting, session.lang) {
                Some(later) => vec![setting.key(), format!("{value}  ({later})").trim_start().to_owned()],
                None => vec![setting.key(), value],
            }
        })
        .collect();
    Answer::new(Value::Object(json), aligned(&rows))
}
