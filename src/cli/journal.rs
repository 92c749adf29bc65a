//! `journal`: who did what to which record and when, and whether that can be trusted.

use serde_json::{Value, json};

use super::activity;
use super::answer::{Answer, aligned};
use super::arguments::JournalList;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::model::journal::{Group, Kind};
use crate::model::user::{Right, User};
use crate::office::journal::{self, About, Compared, Departure, Line, Seen, Verdict, Wanted};
use crate::office::{Error, Office, problem, setup};
use crate::t;
use crate::vault::Notice;

/// Lists entries, the oldest first; with a limit, the newest of them.
pub fn list(session: &Session, asked: &JournalList) -> Result<Answer, Failure> {
    let person = asked.person.as_deref().map(|id| session.person(id)).transpose()?;
    let mut kinds = Vec::new();
    for key in &asked.kind {
        kinds.extend(Group::kinds_from_key(key).ok_or_else(|| unknown_kind(key, session.lang))?);
    }
    let mut wanted = Wanted {
        person,
        kinds,
        since: asked.since.as_deref().map(|typed| activity::day(typed, session)).transpose()?,
        until: asked.until.as_deref().map(|typed| activity::day(typed, session)).transpose()?,
        before: asked.before,
        limit: asked.limit,
        ..Wanted::default()
    };
    let by = asked.by.clone();
    let (mut entries, users) = session.read(move |desk| {
        desk.require(Right::Journal)?;
        let users = setup::users(desk)?;
        if let Some(name) = by {
            let known = users.iter().find(|user| user.name == name);
            wanted.user = Some(known.ok_or(Error::NoSuch("user"))?.id);
        }
        Ok((journal::history(desk, &wanted)?, users))
    })?;
    entries.reverse();
    let text = aligned(&entries.iter().map(|seen| row(seen, &users, session.lang)).collect::<Vec<_>>());
    let entries: Vec<Value> = entries.iter().map(|seen| document(seen, &users)).collect();
    Ok(Answer::new(json!({ "entries": entries }), text))
}

fn unknown_kind(key: &str, lang: Lang) -> Failure {
    let known: Vec<&str> = Group::ALL.map(Group::key).into_iter().chain(Kind::ALL.map(Kind::key)).collect();
    Failure::usage(t!(lang, "cli-journal-unknown-kind", kind = key, known = known.join(", ")))
}

/// Checks the whole journal, and compares its end with one that was noted.
pub fn verify(session: &Session, noted: Option<String>) -> Result<Answer, Failure> {
    let (verdict, compared, end) = session.in_office_to_check(|office| {
        let verdict = journal::examine(office).map_err(|error| session.failure(&error))?;
        let noted = noted.clone();
        let compared = session.wait(office.read(move |desk| {
            let compared = noted.map(|noted| journal::compare(desk, &noted)).transpose()?;
            Ok((compared, journal::code(&journal::end(desk)?)))
        }))?;
        Ok(((verdict, lacks_note(office)), compared.0, compared.1))
    })?;
    let (verdict, lacks_note) = verdict;
    let lang = session.lang;
    let mut text = format!("{}\n{}\n", words(&verdict, lang), t!(lang, "cli-journal-end", head = end.as_str()));
    let mut json = verdict_document(&verdict);
    json["end"] = end.into();
    json["note_missing"] = lacks_note.into();
    if lacks_note {
        text.push_str(&format!("{}\n", t!(lang, "check-journal-note-missing")));
    }
    let mut fine = verdict.is_intact() && !lacks_note;
    if let Some(compared) = compared {
        let is_same = matches!(compared, Compared::Same { .. });
        json["goes_on_from_noted"] = is_same.into();
        text.push_str(&format!("{}\n", compared_words(compared, lang)));
        fine &= is_same;
    }
    Ok(Answer { json, text, warnings: Vec::new(), fine })
}

/// Returns whether the note of the journal's end was missing when the card file was opened: then an older copy of it
/// cannot be told by that. It is written anew when the card file is closed, so this is said once.
pub fn lacks_note(office: &Office) -> bool {
    office.notices().contains(&Notice::HeadMissing)
}

fn compared_words(compared: Compared, lang: Lang) -> String {
    match compared {
        Compared::Same { entry } => t!(lang, "journal-compared-same", entry = i18n::number(lang, entry)),
        Compared::Other { entry } => t!(lang, "journal-compared-other", entry = i18n::number(lang, entry)),
        Compared::Shorter { entries } => t!(lang, "journal-compared-shorter", entries = i18n::number(lang, entries)),
        Compared::Removed { entry } => t!(lang, "journal-compared-removed", entry = i18n::number(lang, entry)),
        Compared::Unreadable => t!(lang, "journal-compared-unreadable"),
    }
}

/// Returns what checking the journal found, for scripts.
pub fn verdict_document(verdict: &Verdict) -> Value {
    let mut json = json!({
        "entries": verdict.entries,
        "removed": verdict.removed,
        "intact": verdict.is_intact(),
        "head": data_encoding::HEXLOWER.encode(&verdict.head),
    });
    if let Some(entry) = verdict.broken_at {
        json["broken_at"] = entry.into();
    }
    match verdict.departs {
        Some(Departure::Shorter { noted }) => json["shorter_than"] = noted.into(),
        Some(Departure::Other { noted }) => json["other_than"] = noted.into(),
        None => {}
    }
    json
}

/// Returns the same in words.
pub fn words(verdict: &Verdict, lang: Lang) -> String {
    match (verdict.broken_at, verdict.departs) {
        (Some(entry), _) => t!(lang, "check-journal", entry = entry),
        (None, Some(Departure::Shorter { noted })) => t!(lang, "check-journal-shorter", noted = noted),
        (None, Some(Departure::Other { noted })) => t!(lang, "check-journal-other", noted = noted),
        (None, None) if verdict.removed > 0 => {
            let whole = t!(lang, "journal-intact", entries = verdict.entries);
            format!("{whole} {}", t!(lang, "journal-removed", entries = verdict.removed))
        }
        (None, None) => t!(lang, "journal-intact", entries = verdict.entries),
    }
}

fn document(seen: &Seen, users: &[User]) -> Value {
    let line = &seen.line;
    json!({
        "entry": line.number,
        "at": line.at,
        "by": by(line, users),
        "kind": line.kind.map(|kind| kind.key()),
        "person": line.person.map(|id| id.to_string()),
        "erased": seen.about == About::Erased,
        "settings": match &seen.about {
            About::Settings(keys) => json!(keys),
            About::Nothing
            | About::Selection(_)
            | About::Erased
            | About::Unseen
            | About::InTrash
            | About::Person(..)
            | About::Company(..) => json!([]),
        },
        "record": line.record.map(|id| id.to_string()),
        "fields": line.fields.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn by(line: &Line, users: &[User]) -> String {
    users.iter().find(|user| user.id == line.by).map_or_else(|| line.by.to_string(), |user| user.name.clone())
}

fn row(seen: &Seen, users: &[User], lang: Lang) -> Vec<String> {
    let line = &seen.line;
    let kind = match line.kind {
        Some(kind) => i18n::text(lang, &format!("journal-kind-{}", kind.key())),
        None => t!(lang, "journal-kind-other"),
    };
    let about = match &seen.about {
        About::Nothing => String::new(),
        About::Erased => t!(lang, "journal-erased"),
        About::Unseen => t!(lang, "journal-unseen"),
        About::InTrash => t!(lang, "journal-in-trash"),
        About::Settings(keys) => keys.join(" "),
        About::Selection(name) => name.clone(),
        About::Person(id, name) => format!("{name} ({id})"),
        About::Company(id, name) => format!("{name} ({id})"),
    };
    let fields: Vec<String> = line.fields.iter().map(|field| problem::field_name(lang, field)).collect();
    vec![line.number.to_string(), line.at.rfc3339(), by(line, users), kind, about, fields.join(", ")]
}
