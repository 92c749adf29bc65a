//! `report` and `confirm`: what is held about somebody, or what they can take elsewhere, as files; and that something
//! was corrected, as a letter.

mod mail;
mod several;

use serde_json::{Value, json};

use super::answer::{Answer, text_or_null};
use super::arguments::{Confirm, Report as Call};
use super::failure::Failure;
use super::notices;
use super::session::Session;
use crate::model::report::{Choice, Enclosure, Format, Kind, Section};
use crate::model::{Moment, person};
use crate::office::mail::corrections;
use crate::office::report::{self, HandOut, Transfer, Wanted, Written};
use crate::office::{Desk, Error, attached, states};
use crate::t;

/// What was handed out.
enum Handed {
    Written(Written),
    Posted(report::Posted),
}

/// Writes the files, or queues them as a message.
pub fn run(session: &Session, call: &Call) -> Result<Answer, Failure> {
    let lang = session.lang;
    let kind = if call.portable { Kind::Portable } else { Kind::Access };
    let known = Format::of(kind);
    if let Some(other) = call.formats.iter().find(|format| !known.contains(format)) {
        let known: Vec<&str> = known.iter().map(|format| format.key()).collect();
        return Err(Failure::usage(t!(lang, "cli-report-format", format = other.key(), known = known.join(", "))));
    }
    if call.selection.is_some() || call.ids.len() > 1 {
        return several::run(session, call, kind);
    }
    if call.dry_run && !call.mail {
        return Err(Failure::usage(t!(lang, "cli-report-dry-run")));
    }
    if call.mail && call.dry_run {
        return mail::planned(session, call);
    }
    // What leaves by mail is sealed, unless somebody says that it need not be.
    if call.mail && call.seal_passphrase_file.is_none() && !call.unsealed {
        return Err(Failure::usage(t!(lang, "cli-report-mail-unsealed")));
    }
    let seal = call.seal_passphrase_file.as_deref().map(|path| session.passphrase_from(path)).transpose()?;
    let is_weak = seal.as_ref().is_some_and(|passphrase| !passphrase.strength().enough());
    let person = session.person(call.ids.first().map_or("", String::as_str))?;
    let identity = call.identity.clone().unwrap_or_default();
    let (named, names_staff) = (session.named_lang(), call.name_staff);
    let transfer = call.transfer_to.clone();
    let transfer = transfer.map(|name| Transfer { name, address: call.transfer_address.join("\n") });
    let (folder, formats, letter) = (call.out.clone().unwrap_or_default(), call.formats.clone(), call.letter);
    let no_answer = call.no_answer;
    let hand_out = HandOut { folder, formats, identity, seal, letter, transfer, no_answer };
    let (no_files, left_out) = (call.no_files, call.leave_out.clone());
    let keeps = call.third_party == "keep";
    let (is_mail, to) = (call.mail, call.to.clone());
    let (handed, is_named, sections, left) = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let lang = named.or(report::language_of(desk, person)?).unwrap_or(lang);
            let wanted = Wanted { kind, lang, identity: hand_out.identity.clone(), names_staff };
            let draft = report::draft(desk, person, &wanted)?;
            let choose = if keeps { Choice::Keep } else { Choice::BlackOut };
            let known: Vec<String> = draft.document.files.iter().map(|file| file.id.to_string()).collect();
            if left_out.iter().any(|id| !known.contains(id)) {
                return Err(Error::NoSuch("attachment"));
            }
            let takes = |file: &Enclosure| {
                !no_files && !left_out.contains(&file.id.to_string()) && (keeps || !file.names_others)
            };
            let document = report::settled_with(&draft, |_, _| choose.clone(), takes);
            let handed = if is_mail {
                Handed::Posted(report::mail(desk, &document, &hand_out, to.as_deref())?)
            } else {
                Handed::Written(report::hand_out(desk, &document, &hand_out)?)
            };
            let is_named = !document.header.controller.name.is_empty();
            let sections: Vec<Value> = document.sections.iter().map(section).collect();
            Ok((handed, is_named, sections, document.withheld.files))
        }))
    })?;
    let Written { entry, files, manifest } = match handed {
        Handed::Written(written) => written,
        Handed::Posted(posted) => return Ok(mail::queued(session, &posted, is_weak, sections, left)),
    };
    let file = |out: &report::Out| json!({ "path": out.path.display().to_string(), "sha256": out.file.sha256, "kind": out.file.format.key() });
    let json = json!({
        "report_id": entry.id.to_string(),
        "kind": entry.kind.key(),
        "language": entry.language,
        "files": files.iter().map(file).collect::<Vec<_>>(),
        "manifest": manifest.display().to_string(),
        "sections": sections,
        "blacked_out": entry.blacked_out,
        "weak_passphrase": is_weak,
        "controller_named": is_named,
        "files_left_out": left,
        "recipient": text_or_null(&entry.recipient),
    });
    let mut text = format!("{}\n", t!(lang, "cli-report-made", number = entry.id.to_string(), count = files.len()));
    for out in &files {
        text.push_str(&format!("  {}  {}\n", out.file.sha256, out.path.display()));
    }
    text.push_str(&format!("  {}\n", manifest.display()));
    if !is_named {
        text.push_str(&format!("{}\n", t!(lang, "reporting-no-controller")));
    }
    if is_weak {
        text.push_str(&format!("{}\n", t!(lang, "cli-report-weak-passphrase")));
    }
    if entry.blacked_out > 0 {
        text.push_str(&format!("{}\n", t!(lang, "cli-report-blacked-out", count = entry.blacked_out)));
    }
    if left > 0 {
        text.push_str(&format!("{}\n", t!(lang, "cli-report-files-left-out", count = left)));
    }
    Ok(Answer::new(json, text))
}

/// Confirms to somebody what was corrected on their card: by a letter in a file, or by mail.
pub fn confirm(session: &Session, call: Confirm) -> Result<Answer, Failure> {
    let lang = session.lang;
    let person = session.person(&call.id)?;
    let since = call.since.map(Moment::beginning);
    let reason = call.reason;
    let names = |corrected: &report::Corrected| corrected.fields.iter().map(ToString::to_string).collect::<Vec<_>>();
    let Some(out) = call.out else {
        let (choice, dry_run) = (notices::choice(session, call.letter)?, call.dry_run);
        let confirmed = session.in_office(|office| {
            session.wait(office.write(move |desk| {
                look_up(desk, person, reason.as_deref())?;
                corrections::confirm(desk, person, since, &choice, !dry_run)
            }))
        })?;
        let fields = names(&confirmed.corrected);
        let done = &confirmed.done;
        let said = t!(lang, "cli-confirm-queued", count = done.persons.len(), fields = fields.join(", "));
        let json = json!({
            "queued": done.persons.len(),
            "message": confirmed.message.map(|id| id.to_string()),
            "held": notices::held(&done.held),
            "fields": fields,
            "at": confirmed.corrected.at,
            "recipients": confirmed.corrected.recipients,
        });
        return Ok(Answer::new(json, format!("{said}\n{}", notices::held_words(&done.held))));
    };
    let path = out.clone();
    let corrected = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            attached::require_new(&path)?;
            look_up(desk, person, reason.as_deref())?;
            report::confirm_corrected(desk, person, since, &path)
        }))
    })?;
    let fields = names(&corrected);
    let text = t!(lang, "cli-confirm-written", file = out.display().to_string(), fields = fields.join(", "));
    let json = json!({
        "file": out.display().to_string(),
        "fields": fields,
        "at": corrected.at,
        "recipients": corrected.recipients,
    });
    Ok(Answer::new(json, format!("{text}\n")))
}

/// Opens a closed card for a reason, which stays on record; nothing without one.
fn look_up(desk: &mut Desk<'_>, person: person::Id, reason: Option<&str>) -> Result<(), Error> {
    reason.map_or(Ok(()), |reason| states::look_up(desk, person, reason))
}

fn section(section: &Section) -> Value {
    json!({ "key": section.key, "rows": section.rows() })
}
