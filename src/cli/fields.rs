//! `field`: the office's own fields.

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::arguments::{FieldChange, NewField};
use super::failure::Failure;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::model::custom::{Definition, Id, Kind};
use crate::office::{Error, fields};
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
