//! `field`: the office's own fields.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::arguments::{FieldChange, NewField};
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::model::custom::{Definition, Id, Kind};
use crate::model::field::Field;
use crate::office::{Error, Progress, fields, problem};
use crate::t;

/// Shows the own fields in their order, also those that are no longer used.
pub fn list(session: &Session) -> Result<Answer, Failure> {
    let fields = session.read(|desk| fields::all(desk))?;
    Ok(answer(&fields, session.lang))
}

/// Adds an own field.
pub fn add(session: &Session, new: NewField) -> Result<Answer, Failure> {
    only_lists_choose(new.kind, &new.choice, session.lang)?;
    let field = Definition {
        id: Id(0),
        key: key(&new.key).to_owned(),
        name: new.name,
        kind: new.kind,
        choices: new.choice,
        category: new.category,
        origin: new.origin,
        in_report: !new.no_report,
        rank: 0,
        active: true,
    };
    let added = session.in_office(|office| session.wait(office.write(move |desk| fields::save(desk, None, field))))?;
    Ok(answer(&[added], session.lang))
}

/// Changes an own field; key and type stay.
pub fn edit(session: &Session, change: FieldChange) -> Result<Answer, Failure> {
    let lang = session.lang;
    let wanted = key(&change.key).to_owned();
    let field = session.in_office(|office| {
        let find = move |desk: &mut crate::office::Desk<'_>| {
            fields::all(desk)?.into_iter().find(|field| field.key == wanted).ok_or(Error::NoSuch("field"))
        };
        let before = session.wait(office.read(find))?;
        only_lists_choose(before.kind, &change.choice, lang)?;
        let mut field = before.clone();
        if let Some(name) = change.name {
            field.name = name;
        }
        if !change.choice.is_empty() {
            field.choices = change.choice;
        }
        field.category = change.category.unwrap_or(field.category);
        field.origin = change.origin.unwrap_or(field.origin);
        field.in_report = change.report.unwrap_or(field.in_report);
        field.active = change.active.unwrap_or(field.active);
        session.wait(office.write(move |desk| fields::save(desk, Some(field.id), field)))
    })?;
    Ok(answer(&[field], lang))
}

/// Empties a field that is no longer collected, or says what that would do. An own field is named as on cards.
pub fn empty(session: &Session, key: &str, dry_run: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let field: Field = key.parse().map_err(|_| Failure::usage(t!(lang, "cli-unknown-field", field = key)))?;
    let done = session.in_office(|office| {
        if dry_run {
            return session.wait(office.read(move |desk| fields::emptying_plan(desk, &field)));
        }
        let progress = Arc::new(Progress::default());
        let theirs = Arc::clone(&progress);
        progress::shown(&progress, || session.wait(office.write(move |desk| fields::empty(desk, &field, &theirs))))
    })?;
    let name = problem::field_name(lang, &done.field);
    let text = if dry_run {
        t!(lang, "cli-field-would-empty", field = name, count = done.cards)
    } else {
        t!(lang, "cli-field-emptied", field = name, count = done.cards)
    };
    let held = (done.held > 0).then(|| format!("{}\n", t!(lang, "field-emptying-held", count = done.held)));
    let json = json!({ "field": done.field.to_string(), "cards": done.cards, "held": done.held, "dry_run": dry_run });
    Ok(Answer::new(json, format!("{text}\n{}", held.unwrap_or_default())))
}

/// Returns the key that is meant: cards write `custom:KEY`.
fn key(word: &str) -> &str {
    word.strip_prefix("custom:").unwrap_or(word)
}

fn only_lists_choose(kind: Kind, choices: &[String], lang: Lang) -> Result<(), Failure> {
    if kind == Kind::List || choices.is_empty() { Ok(()) } else { Err(Failure::usage(t!(lang, "cli-choices-of-list"))) }
}

fn answer(fields: &[Definition], lang: Lang) -> Answer {
    let rows: Vec<Value> = fields.iter().map(row).collect();
    let text = if fields.is_empty() {
        format!("{}\n", t!(lang, "settings-fields-empty"))
    } else {
        aligned(&fields.iter().map(|field| cells(field, lang)).collect::<Vec<_>>())
    };
    Answer::new(json!({ "fields": rows }), text)
}

fn row(field: &Definition) -> Value {
    json!({
        "key": field.key,
        "name": field.name,
        "type": field.kind.key(),
        "choices": field.choices,
        "category": field.category.key(),
        "origin": field.origin.key(),
        "in_report": field.in_report,
        "active": field.active,
    })
}

fn cells(field: &Definition, lang: Lang) -> Vec<String> {
    let state = if field.active { String::new() } else { t!(lang, "cli-field-unused") };
    let kind = i18n::text(lang, &format!("settings-field-type-{}", field.kind.key()));
    vec![field.key.clone(), field.name.clone(), kind, state, field.choices.join(", ")]
}
