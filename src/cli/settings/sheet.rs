//! `settings sheet`: the mapping sheet, written to be filled in and read back.

use std::path::Path;

use serde_json::{Value, json};

use super::planned;
use crate::cli::answer::Answer;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::office::settings::{self, sheet};
use crate::office::{Desk, Progress};
use crate::t;

/// Writes what the office decided to a sheet.
pub fn write(session: &Session, path: &Path) -> Result<Answer, Failure> {
    let file = path.to_owned();
    let rows = session.in_office(|office| session.wait(office.write(move |desk| sheet::write(desk, &file))))?;
    let text = t!(session.lang, "settings-sheet-written", count = rows);
    Ok(Answer::new(json!({ "rows": rows, "file": path.display().to_string() }), format!("{text}\n")))
}

/// Takes over what a sheet says, or, with `dry_run`, answers what that would change. What cannot be taken is named.
pub fn read(session: &Session, path: &Path, dry_run: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let table = sheet::open(&session.parser, path, &Progress::default()).map_err(|error| session.failure(&error))?;
    let take = if dry_run { settings::rehearse } else { settings::apply };
    let taken = move |desk: &mut Desk<'_>| {
        let sheet = sheet::read(desk, &table)?;
        let plan = take(desk, &sheet.document)?;
        Ok((sheet, plan))
    };
    let (sheet, plan) = session.in_office(|office| session.wait(office.write(taken)))?;
    let mut answer = planned(session, &plan, dry_run);
    let untaken: Vec<Value> = sheet
        .untaken
        .iter()
        .map(|untaken| {
            json!({
                "row": untaken.row, "column": untaken.column.map(sheet::Column::key), "value": untaken.value,
                "reason": untaken.why.key()
            })
        })
        .collect();
    if !untaken.is_empty() {
        answer.text.push_str(&format!("{}\n", t!(lang, "cli-sheet-untaken", count = untaken.len())));
        for untaken in &sheet.untaken {
            answer.text.push_str(&format!("{}\n", untaken.words(lang)));
        }
    }
    if let Some(document) = answer.json.as_object_mut() {
        document.insert("untaken".to_owned(), Value::from(untaken));
    }
    Ok(answer)
}
