//! `report`: what is held about somebody, or what they can take elsewhere, as files.

use serde_json::{Value, json};

use super::answer::Answer;
use super::arguments::Report as Call;
use super::failure::Failure;
use super::session::Session;
use crate::model::report::{Choice, Format, Kind, Section};
use crate::office::report::{self, HandOut, Wanted, Written};
use crate::t;

/// Writes the files.
pub fn run(session: &Session, call: &Call) -> Result<Answer, Failure> {
    let lang = session.lang;
    let kind = if call.portable { Kind::Portable } else { Kind::Access };
    let known = Format::of(kind);
    if let Some(other) = call.formats.iter().find(|format| !known.contains(format)) {
        let known: Vec<&str> = known.iter().map(|format| format.key()).collect();
        return Err(Failure::usage(t!(lang, "cli-report-format", format = other.key(), known = known.join(", "))));
    }
    let seal = call.seal_passphrase_file.as_deref().map(|path| session.passphrase_from(path)).transpose()?;
    let is_weak = seal.as_ref().is_some_and(|passphrase| !passphrase.strength().enough());
    let person = session.person(&call.id)?;
    let identity = call.identity.clone().unwrap_or_default();
    let (named, names_staff) = (session.named_lang(), call.name_staff);
    let hand_out = HandOut { folder: call.out.clone(), formats: call.formats.clone(), identity, seal };
    let keeps = call.third_party == "keep";
    let (written, is_named, sections) = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let lang = named.or(report::language_of(desk, person)?).unwrap_or(lang);
            let wanted = Wanted { kind, lang, identity: hand_out.identity.clone(), names_staff };
            let draft = report::draft(desk, person, &wanted)?;
            let choose = if keeps { Choice::Keep } else { Choice::BlackOut };
            let document = report::settled(&draft, |_, _| choose.clone());
            let written = report::hand_out(desk, &document, &hand_out)?;
            let is_named = !document.header.controller.name.is_empty();
            Ok((written, is_named, document.sections.iter().map(section).collect::<Vec<_>>()))
        }))
    })?;
    let Written { entry, files, manifest } = written;
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
    Ok(Answer::new(json, text))
}

fn section(section: &Section) -> Value {
    json!({ "key": section.key, "rows": section.rows() })
}
