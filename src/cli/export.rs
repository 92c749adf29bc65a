//! `export` and `exports`: cards as files, and the register of what was handed out.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::{Export as Call, Exports};
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use super::{progress, selection};
use crate::i18n::{self, Lang};
use crate::model::criteria::Of;
use crate::model::export::{Export, Format};
use crate::model::report::{self as handed_out, HandedOut};
use crate::model::user::Right;
use crate::model::{company, person};
use crate::office::exporting::{self, Exported, Wanted, Who};
use crate::office::subject::Subject;
use crate::office::{Desk, Error, Progress, Rule, persons, report, selections};
use crate::t;

/// Writes a selection, or other cards, to a file.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    let lang = session.lang;
    let format = Format::of(&call.out).ok_or_else(|| Failure::usage(t!(lang, "cli-export-format")))?;
    let ids = call.ids.as_deref().map(|file| selection::ids(session, file)).transpose()?;
    let theirs = Arc::new(Progress::default());
    let progress = Arc::clone(&theirs);
    let file = call.out.clone();
    let Exported { entry, held, in_trash } = session.in_office(|office| {
        progress::shown(&progress, || {
            session.wait(office.write(move |desk| {
                let who = who(desk, &call, ids)?;
                let of = exporting::plan(desk, &who)?.of;
                let columns = exporting::named(desk, of, &call.fields)?;
                let Call { out: path, purpose, recipient, raw, .. } = call;
                let (purpose, recipient) = (purpose.unwrap_or_default(), recipient.unwrap_or_default());
                exporting::export(desk, &Wanted { who, path, format, columns, raw, purpose, recipient }, &theirs)
            }))
        })
    })?;
    let row = |id: String, reason: &str| json!({ "id": id, "reason": reason });
    let mut held_json: Vec<Value> = held.iter().map(|id| row(id.to_string(), "restricted")).collect();
    held_json.extend(in_trash.iter().map(|id| row(id.to_string(), Rule::InTrash.key())));
    let json = json!({
        "export_id": entry.id.to_string(),
        "file": file.display().to_string(),
        "of": entry.of.key(),
        "rows": entry.rows,
        "sha256": entry.sha256,
        "fields": entry.fields,
        "held": held_json,
    });
    let text =
        t!(lang, "cli-exported", count = entry.rows, file = file.display().to_string(), hash = entry.sha256.as_str());
    let mut answer = Answer::new(json, format!("{text}\n"));
    if !held.is_empty() {
        answer.warnings.push(t!(lang, "cli-export-held", count = held.len()));
    }
    if !in_trash.is_empty() {
        answer.warnings.push(t!(lang, "cli-export-in-trash", count = in_trash.len()));
    }
    Ok(answer)
}

fn who(desk: &Desk<'_>, call: &Call, ids: Option<Vec<i64>>) -> Result<Who, Error> {
    Ok(match (&call.selection, ids) {
        (Some(name), _) => Who::Subject(Subject::Selection(selections::find(desk, name)?.id)),
        (None, Some(ids)) => Who::Subject(match call.of {
            Of::Persons => {
                let ids: Vec<person::Id> = ids.into_iter().map(person::Id).collect();
                persons::require_known(desk, &ids)?;
                Subject::Persons(ids.into())
            }
            Of::Companies => Subject::Companies(ids.into_iter().map(company::Id).collect()),
        }),
        (None, None) => Who::Everybody(call.of),
    })
}

/// Shows the register, or who received a person's data.
pub fn register(session: &Session, call: &Exports) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (exports, reports, names) = match call {
        Exports::List { limit } => {
            let limit = *limit;
            session.read(move |desk| {
                let exports = exporting::register(desk, limit)?;
                let reports = if desk.user().may(Right::Report) { report::register(desk, limit)? } else { Vec::new() };
                Ok((exports, reports, Names::read(desk)?))
            })?
        }
        Exports::Of { id } => {
            let person = session.person(id)?;
            session.read(move |desk| {
                Ok((exporting::of_person(desk, person)?, report::of_person(desk, person)?, Names::read(desk)?))
            })?
        }
    };
    let mut text = if exports.is_empty() && reports.is_empty() {
        format!("{}\n", t!(lang, "cli-exports-none"))
    } else {
        aligned(&exports.iter().map(|export| cells(export, &names, lang)).collect::<Vec<_>>())
    };
    text.push_str(&aligned(&reports.iter().map(|one| report_cells(one, &names, lang)).collect::<Vec<_>>()));
    let exports: Vec<Value> = exports.iter().map(|export| row(export, &names)).collect();
    let reports: Vec<Value> = reports.iter().map(|one| report_row(one, &names)).collect();
    Ok(Answer::new(json!({ "exports": exports, "reports": reports }), text))
}

/// Returns what a person was handed out about themselves.
fn report_row(report: &HandedOut, names: &Names) -> Value {
    let file = |file: &handed_out::File| json!({ "file": file.name, "sha256": file.sha256, "kind": file.format.key() });
    json!({
        "id": report.id.to_string(),
        "person": report.person.to_string(),
        "at": report.at,
        "by": names.user_key(report.by),
        "kind": report.kind.key(),
        "language": report.language,
        "identity": text_or_null(&report.identity),
        "blacked_out": report.blacked_out,
        "recipient": text_or_null(&report.recipient),
        "files": report.files.iter().map(file).collect::<Vec<_>>(),
    })
}

fn report_cells(report: &HandedOut, names: &Names, lang: Lang) -> Vec<String> {
    let kind = i18n::text(lang, &format!("report-kind-{}", report.kind.key()));
    let identity = if report.identity.is_empty() { t!(lang, "not-stated") } else { report.identity.clone() };
    let files: Vec<&str> = report.files.iter().map(|file| file.name.as_str()).collect();
    vec![names.time(report.at), names.user_name(report.by), kind, identity, files.join(", ")]
}

fn row(export: &Export, names: &Names) -> Value {
    json!({
        "id": export.id.to_string(),
        "at": export.at,
        "by": names.user_key(export.by),
        "selection": text_or_null(&export.name),
        "of": export.of.key(),
        "file": export.file,
        "format": export.format.key(),
        "sha256": export.sha256,
        "fields": export.fields,
        "rows": export.rows,
        "for": text_or_null(&export.purpose),
        "to": text_or_null(&export.recipient),
    })
}

fn cells(export: &Export, names: &Names, lang: Lang) -> Vec<String> {
    let said = |text: &str| if text.is_empty() { t!(lang, "export-not-stated") } else { text.to_owned() };
    vec![
        names.time(export.at),
        names.user_name(export.by),
        export.file.clone(),
        export.rows.to_string(),
        said(&export.purpose),
        said(&export.recipient),
        export.sha256.clone(),
    ]
}
