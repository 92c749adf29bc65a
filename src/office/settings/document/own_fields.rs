//! Own fields in a document of settings.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Plan, Refusal};
use crate::model::custom::{Definition, Id, Kind};
use crate::model::data_map::{Category, Origin};
use crate::model::field::Field;
use crate::model::setting::{RolePart, Setting};
use crate::model::{Reason, list};
use crate::office::{Desk, Error, fields};

/// An own field as files describe it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnField {
    /// Its key.
    pub key: String,
    /// Its name, as the office calls it.
    pub name: String,
    /// What it holds, by its key.
    kind: String,
    /// What can be chosen, for lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    choices: Vec<String>,
    /// The kind of personal data it is, by its key.
    category: String,
    /// Who the data comes from, by its key.
    origin: String,
    /// Whether it belongs in the access report (art. 15).
    in_report: bool,
    /// Whether it is shown.
    active: bool,
}

impl OwnField {
    /// Describes a field.
    pub(super) fn new(field: &Definition) -> Self {
        Self {
            key: field.key.clone(),
            name: field.name.clone(),
            kind: field.kind.key().to_owned(),
            choices: field.choices.clone(),
            category: field.category.key().to_owned(),
            origin: field.origin.key().to_owned(),
            in_report: field.in_report,
            active: field.active,
        }
    }

    /// Returns the field as it would be kept, given the one of the same key that is there. Choices that are there stay:
    /// cards may hold them.
    ///
    /// # Errors
    /// What keeps it from being taken.
    pub(super) fn definition(&self, known: Option<&Definition>) -> Result<Definition, Reason> {
        let mut field = Definition {
            id: known.map_or(Id(0), |known| known.id),
            key: self.key.clone(),
            name: self.name.clone(),
            kind: Kind::from_key(&self.kind).ok_or(Reason::Unknown)?,
            choices: self.choices.clone(),
            category: Category::from_key(&self.category).ok_or(Reason::Unknown)?,
            origin: Origin::from_key(&self.origin).ok_or(Reason::Unknown)?,
            in_report: self.in_report,
            rank: known.map_or(0, |known| known.rank),
            active: self.active,
        };
        fields::tidy(&mut field)?;
        if !list::is_key(&self.key) {
            return Err(Reason::NotAKey);
        }
        if let Some(known) = known {
            if known.kind != field.kind {
                return Err(Reason::NotExpected);
            }
            let stay = known.choices.iter().filter(|choice| !field.choices.contains(choice)).cloned();
            let stay: Vec<String> = stay.collect();
            field.choices.extend(stay);
        }
        Ok(field)
    }
}

/// Notes which fields would be made or changed and which cannot be taken; returns the keys of those that a document's
/// settings can be about.
pub(super) fn plan(desk: &Desk<'_>, wanted: &[OwnField], plan: &mut Plan) -> Result<HashSet<String>, Error> {
    let known = desk.fields()?;
    let mut own: HashSet<String> = known.iter().map(|field| field.key.clone()).collect();
    for (place, field) in wanted.iter().enumerate() {
        let here = known.iter().find(|known| known.key == field.key);
        let is_double = wanted[..place].iter().any(|other| other.key == field.key);
        match field.definition(here).and_then(|made| if is_double { Err(Reason::Taken) } else { Ok(made) }) {
            Err(reason) => {
                own.remove(&field.key);
                plan.refused.push((key(&field.key), Refusal::Value(reason)));
            }
            Ok(made) if here == Some(&made) => plan.unchanged += 1,
            Ok(_) => {
                own.insert(field.key.clone());
                plan.fields.push(field.clone());
            }
        }
    }
    // Of two that have one key, neither is known to be the one that is meant.
    plan.fields.retain(|field| own.contains(&field.key));
    Ok(own)
}

/// Returns how a field is named among what cannot be taken.
pub(super) fn key(field: &str) -> String {
    format!("field.{}", Field::Custom(field.to_owned()))
}

/// Returns the key of the own field that a setting is about.
pub(super) fn of(setting: &Setting) -> Option<&String> {
    let (Setting::Field { field, .. } | Setting::Role { part: RolePart::Field(field), .. }) = setting else {
        return None;
    };
    if let Field::Custom(key) = field { Some(key) } else { None }
}

/// Returns the key of the own field that a key of a document is about: the field itself, or a setting of it.
pub(super) fn named_by(refused: &str) -> Option<String> {
    let field = refused.strip_prefix("field.").and_then(|field| field.parse().ok());
    if let Some(Field::Custom(key)) = field {
        return Some(key);
    }
    of(&Setting::from_key(refused)?).cloned()
}
