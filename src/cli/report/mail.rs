//! `report --mail`: a report that leaves through the outbox.

use serde_json::{Value, json};

use crate::cli::answer::{Answer, text_or_null};
use crate::cli::arguments::Report as Call;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::office::report::{self, Posted};
use crate::t;

/// Says where it would go, or what keeps it from the person.
pub fn planned(session: &Session, call: &Call) -> Result<Answer, Failure> {
    let person = session.person(call.ids.first().map_or("", String::as_str))?;
    let to = call.to.clone();
    let address = session.read(move |desk| report::address(desk, person, to.as_deref()))?;
    let is_held = !address.stops.is_empty();
    let held: Vec<Value> = address.stops.iter().map(|why| json!({ "id": person.to_string(), "reason": why })).collect();
    let json = json!({
        "queued": u8::from(!is_held),
        "to": text_or_null(&address.to),
        "held": held,
        "dry_run": true,
    });
    let text = if is_held {
        address.stops.join(" ")
    } else {
        t!(session.lang, "cli-report-would-mail", address = address.to.as_str())
    };
    Ok(Answer::new(json, format!("{text}\n")))
}

/// Says what waits in the outbox.
pub fn queued(session: &Session, posted: &Posted, is_weak: bool, sections: Vec<Value>, left: usize) -> Answer {
    let (lang, entry) = (session.lang, &posted.entry);
    let file = |file: &crate::model::report::File| json!({ "name": file.name, "sha256": file.sha256, "kind": file.format.key() });
    let json = json!({
        "queued": 1,
        "message": posted.message.to_string(),
        "to": posted.to,
        "sealed": posted.is_sealed,
        "report_id": entry.id.to_string(),
        "kind": entry.kind.key(),
        "language": entry.language,
        "files": entry.files.iter().map(file).collect::<Vec<_>>(),
        "sections": sections,
        "blacked_out": entry.blacked_out,
        "weak_passphrase": is_weak,
        "files_left_out": left,
    });
    let mut text = format!("{}\n", t!(lang, "reporting-posted", address = posted.to.as_str()));
    if posted.is_sealed {
        text.push_str(&format!("{}\n", t!(lang, "reporting-posted-phone")));
    }
    if is_weak {
        text.push_str(&format!("{}\n", t!(lang, "cli-report-weak-passphrase")));
    }
    if left > 0 {
        text.push_str(&format!("{}\n", t!(lang, "cli-report-files-left-out", count = left)));
    }
    Answer::new(json, text)
}
