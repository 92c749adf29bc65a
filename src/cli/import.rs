//! `import`: bringing in files, and taking an import back.

use std::path::Path;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::answer::Answer;
use super::arguments::{Import, ImportCommand};
use super::failure::Failure;
use super::session::Session;
use super::{columns, progress, words};
use crate::i18n::Lang;
use crate::model::field::Field;
use crate::model::import::{Counts, Fate, Id, Rejection, Target, Terms, Twin};
use crate::model::person;
use crate::office::import::{self as office_import, Planned, Request};
use crate::office::problem::Kind;
use crate::office::selections::{self, New};
use crate::office::subject::Subject;
use crate::office::{Office, Progress, backup, problem};
use crate::t;

/// Imports files, one import each, or undoes an import.
pub fn run(session: &Session, import: &Import) -> Result<Answer, Failure> {
    if let Some(ImportCommand::Undo { id }) = &import.command {
        return undo(session, id);
    }
    let mut warnings = Vec::new();
    let done = session.in_office(|office| {
        let terms = terms(session, office, import)?;
        // All files are looked into before the first is imported: a mistake in a name is found while nothing is done.
        let requests = import.files.iter().map(|path| request(session, office, import, path, terms.clone()));
        let (requests, left): (Vec<_>, Vec<_>) = requests.collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
        let left = left.concat();
        warnings.extend(left.iter().map(|column| t!(session.lang, "cli-import-left-out", column = column.as_str())));
        if let Some(name) = import.into.clone() {
            session.wait(office.read(move |desk| selections::require_name(desk, &name)))?;
        }
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
        into(session, office, import, &done)?;
        Ok(done)
    })?;
    let mut answer = answer(&done, session);
    answer.warnings = warnings;
    Ok(answer)
}

/// Keeps whom the imports brought, or changed, as a selection, if that is asked for.
fn into(session: &Session, office: &Office, import: &Import, done: &[Done]) -> Result<(), Failure> {
    let Some(name) = import.into.clone().filter(|_| !import.dry_run) else { return Ok(()) };
    let persons: Vec<person::Id> = done.iter().flat_map(|done| done.persons.iter().copied()).collect();
    let new = New { name, ..New::default() };
    let kept = office.write(move |desk| selections::keep(desk, &new, &Subject::Persons(persons.into())));
    session.wait(kept).map(|_| ())
}

/// Returns the answer in the form that was asked for, and only in that: a file can have two million rows.
fn answer(done: &[Done], session: &Session) -> Answer {
    if session.wants_json() {
        Answer::written(document(done, session.lang))
    } else {
        Answer::new(Value::Null, done.iter().map(|done| text(done, session.lang)).collect())
    }
}

/// What came of a file, or would.
struct Done {
    id: Option<Id>,
    counts: Counts,
    rows: Vec<Planned>,
    /// Whose cards were made or changed.
    persons: Vec<person::Id>,
    left_out: Vec<Field>,
}

fn terms(session: &Session, office: &Office, import: &Import) -> Result<Terms, Failure> {
    let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    Ok(Terms {
        purpose: words::purpose(&lists, &word(&import.purpose), session.lang)?,
        basis: words::basis(&lists, &word(&import.basis), session.lang)?,
        condition: import.condition,
        source: words::source(&lists, &word(&import.source), session.lang)?,
        comment: word(&import.comment),
        on_duplicate: import.on_duplicate,
    })
}

/// Looks into a file, and returns what is to be imported, and the columns that are left out.
fn request(
    session: &Session,
    office: &Office,
    import: &Import,
    path: &Path,
    terms: Terms,
) -> Result<(Request, Vec<String>), Failure> {
    let opened = office_import::open(&session.parser, path, import.format, &Progress::default());
    let mut opened = opened.map_err(|error| session.failure(&error))?;
    let (opened, left) = session.wait(office.read(move |desk| {
        let left = opened.without_unknown(desk)?;
        Ok((opened, left))
    }))?;
    let mapping = columns::mapping(&opened, &import.map, session.lang)?;
    // Of cards that say nothing at all each is rejected by itself.
    if !mapping.is_empty() && mapping.iter().all(|target| *target == Target::Ignore) {
        return Err(Failure::could_not(Kind::File.key(), t!(session.lang, "cli-import-nothing-recognised")));
    }
    let overrule = import.override_suppression.clone();
    let left = left.into_iter().filter(|heading| !import.map.iter().any(|map| map.starts_with(&format!("{heading}="))));
    let request = Request {
        path: path.to_owned(),
        format: import.format,
        parser: session.parser.clone(),
        mapping,
        terms,
        overrule,
    };
    Ok((request, left.collect()))
}

fn one(session: &Session, office: &Office, request: Request, dry_run: bool) -> Result<Done, Failure> {
    let progress = Arc::new(Progress::default());
    let theirs = Arc::clone(&progress);
    progress::shown(&progress, || {
        if dry_run {
            let plan = session.wait(office.read(move |desk| office_import::plan(desk, &request, &theirs)))?;
            return Ok(Done {
                id: None,
                counts: plan.counts,
                rows: plan.rows,
                persons: Vec::new(),
                left_out: plan.left_out,
            });
        }
        let outcome = session.wait(office.write(move |desk| {
            let plan = office_import::plan(desk, &request, &theirs)?;
            office_import::carry_out(desk, &plan, &theirs)
        }))?;
        let office_import::Outcome { id, counts, rows, persons, left_out } = outcome;
        Ok(Done { id: Some(id), counts, rows, persons, left_out })
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

/// Returns the document: of one file alone, or the sums of several and each of them.
fn document(done: &[Done], lang: Lang) -> String {
    let written = match done {
        [one] => serde_json::to_string_pretty(&File::of(one, lang)),
        all => serde_json::to_string_pretty(&Files::of(all, lang)),
    };
    // Texts and numbers cannot fail to be written.
    written.unwrap_or_default() + "\n"
}

/// What scripts learn of a file. Its rows are made as they are written.
#[derive(Serialize)]
struct File<'a> {
    import_id: Option<String>,
    rows: u64,
    added: u64,
    updated: u64,
    skipped: u64,
    refusals_kept: u64,
    rejected: Rejected<'a>,
    /// The fields of columns that were left out, because they are not collected.
    left_out: Vec<String>,
    dry_run: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlannedRows<'a>>,
}

impl<'a> File<'a> {
    fn of(done: &'a Done, lang: Lang) -> Self {
        let Counts { rows, added, updated, skipped, rejected: _, refusals_kept } = done.counts;
        Self {
            import_id: done.id.map(|id| id.to_string()),
            rows,
            added,
            updated,
            skipped,
            refusals_kept,
            rejected: Rejected(std::slice::from_ref(done), lang),
            left_out: done.left_out.iter().map(ToString::to_string).collect(),
            dry_run: done.id.is_none(),
            plan: done.id.is_none().then_some(PlannedRows(&done.rows)),
        }
    }
}

/// What scripts learn of several files: the sums, and each.
#[derive(Serialize)]
struct Files<'a> {
    imports: Vec<File<'a>>,
    rows: u64,
    added: u64,
    updated: u64,
    skipped: u64,
    rejected: Rejected<'a>,
}

impl<'a> Files<'a> {
    fn of(all: &'a [Done], lang: Lang) -> Self {
        let total = |count: fn(&Counts) -> u64| all.iter().map(|done| count(&done.counts)).sum::<u64>();
        Self {
            imports: all.iter().map(|done| File::of(done, lang)).collect(),
            rows: total(|counts| counts.rows),
            added: total(|counts| counts.added),
            updated: total(|counts| counts.updated),
            skipped: total(|counts| counts.skipped),
            rejected: Rejected(all, lang),
        }
    }
}

struct Rejected<'a>(&'a [Done], Lang);

impl Serialize for Rejected<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(all, lang) = *self;
        serializer.collect_seq(all.iter().flat_map(rejections).map(|(row, rejection)| {
            json!({
                "row": row,
                "field": rejection.field.as_ref().map(ToString::to_string),
                "reason": rejection.reason,
                "message": problem::rejection(lang, rejection),
            })
        }))
    }
}

struct PlannedRows<'a>(&'a [Planned]);

impl Serialize for PlannedRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(planned))
    }
}

fn rejections(done: &Done) -> impl Iterator<Item = (u64, &Rejection)> {
    done.rows
        .iter()
        .filter_map(|row| if let Fate::Reject(rejection) = &row.fate { Some((row.row, rejection)) } else { None })
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
    if !done.left_out.is_empty() {
        let names: Vec<String> = done.left_out.iter().map(|field| problem::field_name(lang, field)).collect();
        let words = t!(lang, "import-left-out", count = done.left_out.len(), fields = names.join(", "));
        text.push_str(&format!("  {words}\n"));
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
    let (removed, restored) = (ids(&undone.removed), ids(&undone.restored));
    let (mut held, waiting) = (ids(&undone.held), ids(&undone.waiting));
    let mut text = format!(
        "{}\n",
        t!(lang, "import-undone", removed = removed.len(), restored = restored.len(), held = held.len())
    );
    for id in &held {
        text.push_str(&format!("  {id}\n"));
    }
    if !waiting.is_empty() {
        text.push_str(&format!("{}\n", t!(lang, "import-undone-waiting", count = waiting.len())));
        for id in &waiting {
            text.push_str(&format!("  {id}\n"));
        }
    }
    held.extend(waiting.iter().cloned());
    Ok(Answer::new(json!({ "removed": removed, "restored": restored, "held": held, "waiting": waiting }), text))
}
