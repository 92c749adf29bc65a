//! `run`: the daily round, for a scheduler.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::Answer;
use super::backup::{document, lacking};
use super::failure::Failure;
use super::journal::{lacks_note, verdict_document};
use super::session::Session;
use crate::model::Moment;
use crate::model::user::Right;
use crate::office::mail::{account, sending};
use crate::office::outdated::{self, Removed};
use crate::office::problem::Problem;
use crate::office::trash::{self, Which};
use crate::office::{Error, Office, Progress, backup, erasure, inspection, retention};
use crate::t;

/// What a step of the round came to.
struct Step {
    json: Value,
    text: String,
    fine: bool,
}

/// Does what is due, one step after the other. A step that fails does not keep the others from being done.
pub fn run(session: &Session) -> Result<Answer, Failure> {
    let steps = session.in_office_unattended(|office| {
        let mut steps: Vec<Step> = erase(session, office).into_iter().collect();
        steps.extend(look(session, office));
        steps.extend(letters(session, office));
        // Before anybody is moved to the trash: nobody is erased in the round that finds them due.
        steps.push(empty_trash(session, office));
        steps.push(keep_no_longer(session, office));
        steps.extend(remove_outdated(session, office));
        steps.extend(send(session, office));
        // After what is erased, never just before it.
        steps.push(back_up(session, office));
        Ok(steps)
    })?;
    let fine = steps.iter().all(|step| step.fine);
    let text: String = steps.iter().map(|step| format!("{}\n", step.text)).collect();
    let json = json!({ "steps": steps.into_iter().map(|step| step.json).collect::<Vec<_>>() });
    Ok(Answer { json, text, warnings: Vec::new(), fine })
}

/// The file and the journal.
fn look(session: &Session, office: &Office) -> Vec<Step> {
    let lang = session.lang;
    let report = match inspection::run(office) {
        Ok(report) => report,
        Err(error) => return vec![failed("integrity", &error, session)],
    };
    let damage: Vec<String> =
        report.damage.iter().chain(&report.attachments).map(|finding| finding.words(lang)).collect();
    let fine = damage.is_empty();
    let text = if fine { t!(lang, "cli-run-integrity") } else { damage.join("\n") };
    let integrity = Step { json: json!({ "step": "integrity", "ok": fine, "findings": damage }), text, fine };
    let mut json = verdict_document(&report.journal);
    json["step"] = "journal".into();
    let (lacks_note, mut text) = (lacks_note(office), super::journal::words(&report.journal, lang));
    if lacks_note {
        text = format!("{text}\n{}", t!(lang, "check-journal-note-missing"));
    }
    let fine = report.journal.is_intact() && !lacks_note;
    json["ok"] = fine.into();
    json["note_missing"] = lacks_note.into();
    let journal = Step { json, text, fine };
    vec![integrity, journal]
}

/// What an erasure left undone, if it did: the program ended, or the disk was full.
fn erase(session: &Session, office: &Office) -> Option<Step> {
    match erasure::finish(office) {
        Ok(false) => None,
        Ok(true) => {
            let json = json!({ "step": "erasure", "ok": true, "finished": true });
            Some(Step { json, text: t!(session.lang, "cli-run-erasure"), fine: true })
        }
        Err(error) => Some(failed("erasure", &error, session)),
    }
}

/// What tells people that they were erased, and still waits to be sent.
fn letters(session: &Session, office: &Office) -> Option<Step> {
    match office.read(|desk| erasure::waiting(desk)).wait() {
        Ok(0) => None,
        Ok(count) => {
            let json = json!({ "step": "letters", "ok": true, "waiting": count });
            Some(Step { json, text: t!(session.lang, "cli-run-letters", count = count), fine: true })
        }
        Err(error) => Some(failed("letters", &error, session)),
    }
}

/// What is due in the outbox. No step where nothing is, or there is no account.
fn send(session: &Session, office: &Office) -> Option<Step> {
    let asked = office.read(|desk| {
        let may = desk.user().may(Right::SendMail) && account::is_set_up(desk)?;
        Ok(may && !sending::plan(desk, Some(1))?.is_empty())
    });
    match asked.wait() {
        Ok(false) => return None,
        Ok(true) => {}
        Err(error) => return Some(failed("outbox", &error, session)),
    }
    match sending::send(office, None, &Progress::default()) {
        Ok(done) => {
            let mut json = super::outbox::document(&done, session);
            let fine = super::outbox::is_fine(&done);
            json["step"] = "outbox".into();
            json["ok"] = fine.into();
            Some(Step { json, text: super::outbox::words(&done, session).trim_end().to_owned(), fine })
        }
        Err(error) => Some(failed("outbox", &error, session)),
    }
}

/// The backup of the day, unless there is one.
fn back_up(session: &Session, office: &Office) -> Step {
    let lang = session.lang;
    let state = match backup::state(office) {
        Ok(state) => state,
        Err(error) => return failed("backup", &error, session),
    };
    if !state.is_due(Moment::now()) {
        let last = state.backups.first().map(document);
        let json = json!({ "step": "backup", "ok": true, "made": false, "last": last });
        return Step { json, text: t!(lang, "cli-run-backup-there"), fine: true };
    }
    match backup::make(office, backup::Reason::Daily) {
        Ok(made) => {
            let mut json = document(&made);
            json["step"] = "backup".into();
            json["ok"] = true.into();
            json["made"] = true.into();
            let size = crate::i18n::file_size(lang, made.size);
            let mut text = t!(lang, "cli-backup-made", file = made.path.display().to_string(), size = size);
            if let Some(lacking) = lacking(&made, lang) {
                text.push('\n');
                text.push_str(&lacking);
            }
            Step { json, text, fine: true }
        }
        Err(error) => failed("backup", &error, session),
    }
}

/// What in the trash is to be erased by today.
fn empty_trash(session: &Session, office: &Office) -> Step {
    let lang = session.lang;
    if !office.user().may(Right::Purge) {
        let json = json!({ "step": "trash", "ok": true, "done": false });
        return Step { json, text: t!(lang, "cli-run-trash-not-allowed"), fine: true };
    }
    match trash::empty(office, Which::Due, &Arc::default()) {
        Ok(purged) => {
            let mut json = super::trash::document(&purged, session);
            json["step"] = "trash".into();
            json["ok"] = true.into();
            Step { json, text: t!(lang, "trash-purged", count = purged.count()), fine: true }
        }
        Err(error) => failed("trash", &error, session),
    }
}

/// Who is due, and who goes to the trash by themselves.
fn keep_no_longer(session: &Session, office: &Office) -> Step {
    match office.write(|desk| retention::round(desk, &Progress::default())).wait() {
        Ok(retention::Round { due, held, moved }) => {
            let json = json!({ "step": "retention", "ok": true, "due": due, "held": held, "moved": moved });
            let text = t!(session.lang, "cli-run-retention", due = due, held = held, moved = moved);
            Step { json, text, fine: true }
        }
        Err(error) => failed("retention", &error, session),
    }
}

/// What the office keeps no longer: entries of the journal, and certificates. No step where nothing is that old.
fn remove_outdated(session: &Session, office: &Office) -> Option<Step> {
    if !office.user().may(Right::Purge) {
        return None;
    }
    match office.write(outdated::round).wait() {
        Ok(Removed { entries: 0, certificates: 0, marks: 0, codes: 0 }) => None,
        Ok(Removed { entries, certificates, marks, codes }) => {
            let json = json!({
                "step": "outdated",
                "ok": true,
                "entries": entries,
                "certificates": certificates,
                "marks": marks,
                "codes": codes,
            });
            let text = t!(
                session.lang,
                "cli-run-outdated",
                entries = entries,
                certificates = certificates,
                marks = marks,
                codes = codes
            );
            Some(Step { json, text, fine: true })
        }
        Err(error) => Some(failed("outdated", &error, session)),
    }
}

fn failed(step: &str, error: &Error, session: &Session) -> Step {
    let problem = Problem::new(error, session.lang);
    let json = json!({
        "step": step,
        "ok": false,
        "error": { "kind": problem.kind.key(), "message": problem.message },
    });
    Step { json, text: problem.message, fine: false }
}
