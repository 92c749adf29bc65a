//! `report` about several people, or a selection: one folder each.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::cli::answer::Answer;
use crate::cli::arguments::Report as Call;
use crate::cli::failure::Failure;
use crate::cli::progress;
use crate::cli::session::Session;
use crate::i18n::Lang;
use crate::model::person;
use crate::model::report::Kind;
use crate::office::report::{self, HeldBack, Several, Written};
use crate::office::subject::Subject;
use crate::office::{Office, Progress, persons, selections};
use crate::t;

/// Writes the files, or says about whom there would be some.
pub fn run(session: &Session, call: &Call, kind: Kind) -> Result<Answer, Failure> {
    let lang = session.lang;
    if call.mail || call.seal_passphrase_file.is_some() || call.transfer_to.is_some() || !call.leave_out.is_empty() {
        return Err(Failure::usage(t!(lang, "cli-report-one-person")));
    }
    let ids = call.ids.iter().map(|id| session.person(id)).collect::<Result<Vec<person::Id>, _>>()?;
    session.in_office(|office| {
        let who = match call.selection.clone() {
            Some(name) => Subject::Selection(session.wait(office.read(move |desk| selections::find(desk, &name)))?.id),
            None => {
                let asked = ids.clone();
                session.wait(office.read(move |desk| persons::require_known(desk, &asked)))?;
                Subject::Persons(ids.into())
            }
        };
        if call.dry_run { planned(session, office, who, kind) } else { written(session, office, call, who, kind) }
    })
}

fn planned(session: &Session, office: &Office, who: Subject, kind: Kind) -> Result<Answer, Failure> {
    let lang = session.lang;
    let plan = session.wait(office.read(move |desk| report::plan_several(desk, &who, kind)))?;
    let mut text = format!("{}\n", t!(lang, "cli-report-plan", count = plan.persons.len()));
    text.push_str(&held_text(&plan.held, lang));
    let ids: Vec<String> = plan.persons.iter().map(|(id, _)| id.to_string()).collect();
    Ok(Answer::new(json!({ "dry_run": true, "persons": ids, "held": held(&plan.held) }), text))
}

fn written(session: &Session, office: &Office, call: &Call, who: Subject, kind: Kind) -> Result<Answer, Failure> {
    let lang = session.lang;
    let wanted = Several {
        who,
        kind,
        lang: session.named_lang(),
        otherwise: lang,
        folder: call.out.clone().unwrap_or_default(),
        formats: call.formats.clone(),
        identity: call.identity.clone().unwrap_or_default(),
        letter: call.letter,
        files: !call.no_files,
        names_staff: call.name_staff,
        keeps_others: call.third_party == "keep",
    };
    let progress = Arc::<Progress>::default();
    let made = progress::shown(&progress, || {
        report::hand_out_several(office, &wanted, &progress).map_err(|error| session.failure(&error))
    })?;
    let mut text = format!("{}\n", t!(lang, "cli-report-several", count = made.written.len()));
    for (name, written) in &made.written {
        let folder = written.manifest.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        text.push_str(&format!("  {name}  {folder}\n"));
    }
    text.push_str(&held_text(&made.held, lang));
    let failed = made.failed.as_ref().map(|error| session.failure(error));
    if let Some(failure) = &failed {
        text.push_str(&format!(
            "{}\n",
            t!(lang, "cli-report-stopped", left = made.left, why = failure.message.as_str())
        ));
    }
    let json = json!({
        "reports": made.written.iter().map(|(_, written)| row(written)).collect::<Vec<_>>(),
        "held": held(&made.held),
        "left": made.left,
        "error": failed.map(|failure| failure.message),
    });
    let fine = made.left == 0;
    let answer = Answer { json, text, warnings: Vec::new(), fine };
    let is_all_held = made.written.is_empty() && !made.held.is_empty();
    if is_all_held { Err(Failure::all_held(answer, lang)) } else { Ok(answer) }
}

fn row(written: &Written) -> Value {
    let Written { entry, files, manifest } = written;
    let file = |out: &report::Out| json!({ "path": out.path.display().to_string(), "sha256": out.file.sha256, "kind": out.file.format.key() });
    json!({
        "person": entry.person.to_string(),
        "report_id": entry.id.to_string(),
        "language": entry.language,
        "files": files.iter().map(file).collect::<Vec<_>>(),
        "manifest": manifest.display().to_string(),
        "blacked_out": entry.blacked_out,
    })
}

fn held(held: &[HeldBack]) -> Vec<Value> {
    held.iter().map(|held| json!({ "id": held.person.to_string(), "reason": held.why.key() })).collect()
}

fn held_text(held: &[HeldBack], lang: Lang) -> String {
    let line = |held: &HeldBack| {
        let (name, id, why) = (held.name.as_str(), held.person.to_string(), held.why.words(lang));
        format!("  {}\n", t!(lang, "cli-report-held", name = name, id = id, why = why))
    };
    held.iter().map(line).collect()
}
