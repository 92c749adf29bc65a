//! `import`: bringing in files, and taking an import back.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::Answer;
use super::arguments::{Import, ImportCommand};
use super::failure::Failure;
use super::session::Session;
use super::{columns, progress, words};
use crate::i18n::Lang;
use crate::model::import::{Counts, Fate, Id, Rejection, Terms, Twin};
use crate::office::import::{self as office_import, Planned, Request};
use crate::office::{Office, Progress, backup, problem};
use crate::t;

/// Imports files, one import each, or undoes an import.
pub fn run(session: &Session, import: &Import) -> Result<Answer, Failure> {
    if let Some(ImportCommand::Undo { id }) = &import.command {
        return undo(session, id);
    }
    let mut warnings = Vec::new();
    let mut requests = session.in_office(|office| {
        let terms = terms(session, office, import)?;
        // All files are looked into before the first is imported: a mistake in a name is found while nothing is done.
        let requests = import.files.iter().map(|path| request(session, import, path, terms.clone()));
        let requests = requests.collect::<Result<Vec<_>, _>>()?;
        if !import.dry_run
            && let Err(error) = backup::before_import(office)
        {
            let reason = session.failure(&error).message;
            warnings.push(t!(session.lang, "cli-import-no-backup", reason = reason));
        }
        let mut done: Vec<Done> = Vec::new();
        for request in requests {
            match one(session, office, request, import.dry_run) {
                Ok(one) => done.push(one),
                Err(failure) => return Err(after(failure, &done, session.lang)),
            }
        }
        Ok(done)
    })?;
    let text = requests.iter().map(|done| text(done, session.lang)).collect();
    let json = if requests.len() == 1 { document(&requests.remove(0), session.lang) } else { sum(&requests, session) };
    let mut answer = Answer::new(json, text);
    answer.warnings = warnings;
    Ok(answer)
}

/// What came of a file, or would.
struct Done {
    id: Option<Id>,
    counts: Counts,
    rows: Vec<Planned>,
}

fn terms(session: &Session, office: &Office, import: &Import) -> Result<Terms, Failure> {
    let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    Ok(Terms {
        purpose: words::purpose(&lists, &word(&import.purpose), session.lang)?,
        basis: words::basis(&lists, &word(&import.basis), session.lang)?,
        source: words::source(&lists, &word(&import.source), session.lang)?,
        comment: word(&import.comment),
        on_duplicate: import.on_duplicate,
    })
}

fn request(session: &Session, import: &Import, path: &Path, terms: Terms) -> Result<Request, Failure> {
    let opened = office_import::open(path, import.format).map_err(|error| session.failure(&error))?;
    let mapping = columns::mapping(&opened, &import.map, session.lang)?;
    Ok(Request { path: path.to_owned(), format: import.format, mapping, terms })
}

fn one(session: &Session, office: &Office, request: Request, dry_run: bool) -> Result<Done, Failure> {
    let progress = Arc::new(Progress::default());
    let theirs = Arc::clone(&progress);
    progress::shown(&progress, || {
        if dry_run {
            let plan = session.wait(office.read(move |desk| office_import::plan(desk, &request, &theirs)))?;
            return Ok(Done { id: None, counts: plan.counts, rows: plan.rows });
        }
        let outcome = session.wait(office.write(move |desk| {
            let plan = office_import::plan(desk, &request, &theirs)?;
            office_import::carry_out(desk, &plan, &theirs)
        }))?;
        Ok(Done { id: Some(outcome.id), counts: outcome.counts, rows: outcome.rows })
    })
}

/// Returns the failure with the imports that were made before it: they stay.
fn after(mut failure: Failure, done: &[Done], lang: Lang) -> Failure {
    let made: Vec<String> = done.iter().filter_map(|done| done.id).map(|id| id.to_string()).collect();
    if !made.is_empty() {
        failure.message.push(' ');
        failure.message.push_str(&t!(lang, "cli-imports-made", ids = made.join(", ")));
    }
    failure
}

fn document(done: &Done, lang: Lang) -> Value {
    let mut json = json!({
        "import_id": done.id.map(|id| id.to_string()),
        "rows": done.counts.rows,
        "added": done.counts.added,
        "updated": done.counts.updated,
        "skipped": done.counts.skipped,
        "refusals_kept": done.counts.refusals_kept,
        "rejected": rejected(done, lang),
        "dry_run": done.id.is_none(),
    });
    if done.id.is_none() {
        json["plan"] = done.rows.iter().map(planned).collect();
    }
    json
}

fn rejections(done: &Done) -> impl Iterator<Item = (u64, &Rejection)> {
    done.rows
        .iter()
        .filter_map(|row| if let Fate::Reject(rejection) = &row.fate { Some((row.row, rejection)) } else { None })
}

fn rejected(done: &Done, lang: Lang) -> Vec<Value> {
    rejections(done)
        .map(|(row, rejection)| {
            json!({
                "row": row,
                "field": rejection.field.as_ref().map(ToString::to_string),
                "reason": rejection.reason,
                "message": problem::rejection(lang, rejection),
            })
        })
        .collect()
}

fn planned(row: &Planned) -> Value {
    let (fate, twin) = match &row.fate {
        Fate::New => ("new", row.like),
        Fate::Skip(twin) => ("skip", Some(*twin)),
        Fate::Fill(twin) => ("fill", Some(*twin)),
        Fate::Replace(twin) => ("replace", Some(*twin)),
        Fate::Reject(_) => ("reject", None),
    };
    let (person, same_as_row) = match twin {
        Some(Twin::Card(id)) => (Some(id.to_string()), None),
        Some(Twin::Row(row)) => (None, Some(row)),
        None => (None, None),
    };
    json!({ "row": row.row, "name": row.name, "fate": fate, "person": person, "same_as_row": same_as_row, "notes_refusal": row.notes_refusal })
}

/// Returns the answer for several files: the sums, and each import.
fn sum(all: &[Done], session: &Session) -> Value {
    let total = |count: fn(&Counts) -> u64| all.iter().map(|done| count(&done.counts)).sum::<u64>();
    json!({
        "imports": all.iter().map(|done| document(done, session.lang)).collect::<Vec<_>>(),
        "rows": total(|counts| counts.rows),
        "added": total(|counts| counts.added),
        "updated": total(|counts| counts.updated),
        "skipped": total(|counts| counts.skipped),
        "rejected": all.iter().flat_map(|done| rejected(done, session.lang)).collect::<Vec<_>>(),
    })
}

fn text(done: &Done, lang: Lang) -> String {
    let Counts { rows, added, updated, skipped, rejected, refusals_kept } = done.counts;
    let mut text = match done.id {
        Some(id) => t!(
            lang,
            "cli-import-done",
            id = id.to_string(),
            rows = rows,
            added = added,
            updated = updated,
            skipped = skipped,
            rejected = rejected
        ),
        None => t!(
            lang,
            "cli-import-plan",
            rows = rows,
            added = added,
            updated = updated,
            skipped = skipped,
            rejected = rejected
        ),
    };
    text.push('\n');
    for (row, rejection) in rejections(done) {
        let reason = problem::rejection(lang, rejection);
        text.push_str(&format!("  {}\n", t!(lang, "cli-import-row", row = row, reason = reason)));
    }
    if refusals_kept > 0 {
        text.push_str(&format!("  {}\n", t!(lang, "cli-import-refusals", count = refusals_kept)));
    }
    text
}

fn undo(session: &Session, id: &str) -> Result<Answer, Failure> {
    let lang = session.lang;
    let import: Id = id.parse().map_err(|_| Failure::not_found(lang))?;
    let undone = session.in_office(|office| {
        let progress = Arc::new(Progress::default());
        let theirs = Arc::clone(&progress);
        progress::shown(&progress, || {
            session.wait(office.write(move |desk| office_import::undo(desk, import, &theirs)))
        })
    })?;
    let ids = |ids: &[crate::model::person::Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (removed, restored, held) = (ids(&undone.removed), ids(&undone.restored), ids(&undone.held));
    let mut text = format!(
        "{}\n",
        t!(lang, "import-undone", removed = removed.len(), restored = restored.len(), held = held.len())
    );
    for id in &held {
        text.push_str(&format!("  {id}\n"));
    }
    Ok(Answer::new(json!({ "removed": removed, "restored": restored, "held": held }), text))
}
