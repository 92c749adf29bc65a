//! `selection add` and `selection take`: who is in a static selection.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::super::answer::Answer;
use super::super::failure::Failure;
use super::super::session::Session;
use super::{Names, ids, row};
use crate::model::criteria::Of;
use crate::model::selection::Id;
use crate::model::{company, person};
use crate::office::selections::{self, Moved};
use crate::office::subject::Subject;
use crate::office::{Desk, Error};
use crate::t;

/// Puts records into a selection, or takes them out.
pub fn run(
    session: &Session,
    word: String,
    id: Vec<String>,
    file: Option<PathBuf>,
    act: fn(&mut Desk<'_>, Id, &Subject) -> Result<Moved, Error>,
) -> Result<Answer, Failure> {
    let lang = session.lang;
    let mut whom: Vec<i64> =
        id.iter().map(|id| id.parse().map_err(|_| Failure::not_found(lang))).collect::<Result<_, _>>()?;
    if let Some(file) = &file {
        whom.extend(ids(session, file)?);
    }
    let (Moved { selection, moved, count, held }, names) = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let selection = selections::find(desk, &word)?;
            let subject = match selection.of {
                Of::Persons => Subject::Persons(whom.into_iter().map(person::Id).collect()),
                Of::Companies => Subject::Companies(whom.into_iter().map(company::Id).collect()),
            };
            Ok((act(desk, selection.id, &subject)?, Names::read(desk)?))
        }))
    })?;
    let mut json = row(&selection, Some(count), &names);
    json["moved"] = json!(moved);
    let text = t!(lang, "cli-selection-moved", name = selection.name.as_str(), moved = moved, count = count);
    let mut answer = Answer::new(Value::Null, format!("{text}\n"));
    if !held.is_empty() {
        answer.warnings.push(t!(lang, "cli-selection-held", count = held.len()));
    }
    let held: Vec<Value> = held.iter().map(|id| json!({ "id": id.to_string(), "reason": "restricted" })).collect();
    json["held"] = Value::Array(held);
    answer.json = json;
    Ok(answer)
}
