//! `erase`: people, for good.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::Answer;
use super::arguments::Erase;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::model::erasure::{Exception, Ground};
use crate::model::outbox::Channel;
use crate::office::erasure::{self, Done, Held, Hit, Hits, Plan, Rows, Telling, Wanted, Work};
use crate::office::{Error, Office};
use crate::t;

/// Erases people, or says what that would do.
pub fn run(session: &Session, call: &Erase) -> Result<Answer, Failure> {
    let ids = call.ids.iter().map(|id| session.person(id)).collect::<Result<Vec<_>, _>>()?;
    let reason = call.reason.clone().unwrap_or_default();
    let hits = match call.hits.as_str() {
        "scrub" => Hits::Scrub,
        // What was said about the erasure says it of the texts, too.
        "keep" => Hits::Keep(call.exception, call.keep_reason.clone().unwrap_or_else(|| reason.clone())),
        _ => Hits::Hold,
    };
    let telling = match (&call.letter, call.tell) {
        (Some(file), _) => Telling::File(file.clone()),
        (None, Some(channel)) => Telling::Wait(channel),
        (None, None) => Telling::Otherwise,
    };
    let removes_backups = call.delete_backups;
    let wanted = Wanted { ground: call.ground, reason, hits, telling, removes_backups, ..Wanted::new(ids) };
    session.in_office(|office| {
        let work = Arc::<Work>::default();
        let theirs = Arc::clone(&work.progress);
        if call.dry_run {
            let plan = progress::shown(&work.progress, || {
                session.wait(office.read(move |desk| erasure::plan(desk, &wanted, &theirs)))
            })?;
            return Ok(planned(&plan, session.lang));
        }
        for file in call.certificate.iter().chain(&call.letter) {
            // Said before anybody is erased, not after.
            may_write(session, office, file)?;
        }
        let done = progress::shown(&work.progress, || {
            erasure::carry_out(office, wanted, &work).map_err(|error| session.failure(&error))
        })?;
        finished(session, office, call, &done)
    })
}

fn may_write(session: &Session, office: &Office, file: &Path) -> Result<(), Failure> {
    let path = file.to_owned();
    session.wait(office.read(move |desk| erasure::may_certify(desk, &path)))
}

/// Says which backups still hold who was erased, a line each.
pub(super) fn backups_text(backups: &[erasure::Older], lang: i18n::Lang) -> String {
    let line = |older: &erasure::Older| {
        let file = older.kept.path.display().to_string();
        let line = match older.expires {
            Some(day) => t!(lang, "cli-erase-backup", file = file, date = i18n::date(lang, day)),
            None => t!(lang, "cli-erase-backup-stays", file = file),
        };
        format!("  {line}\n")
    };
    backups.iter().map(line).collect()
}

fn finished(session: &Session, office: &Office, call: &Erase, done: &Done) -> Result<Answer, Failure> {
    let lang = session.lang;
    let failure = |error: &Error| session.failure(error);
    let mut backups = done.backups.clone();
    let mut text = format!("{}\n", t!(lang, "cli-erase-done", persons = done.persons.len()));
    text.push_str(&rows_text(&done.tables, lang));
    text.push_str(&held_text(&done.held, lang));
    let residue = done.residue.as_ref().map(erasure::Residue::count);
    match (&done.put_off, residue) {
        (Some(why), _) => text.push_str(&format!("{}\n", t!(lang, "cli-erase-put-off", why = why.as_str()))),
        (None, Some(count)) => text.push_str(&format!("{}\n", t!(lang, "cli-erase-residue", count = count))),
        (None, None) => {}
    }
    if done.waiting > 0 {
        text.push_str(&format!("{}\n", t!(lang, "cli-erase-waiting", count = done.waiting)));
    }
    let letter = call.letter.as_ref().filter(|_| !done.persons.is_empty());
    if let Some(file) = letter {
        text.push_str(&format!("{}\n", t!(lang, "cli-erase-letter-written", file = file.display().to_string())));
    }
    if call.delete_backups && !done.persons.is_empty() {
        let count = erasure::remove_older_backups(office).map_err(|error| failure(&error))?;
        backups.clear();
        text.push_str(&format!("{}\n", t!(lang, "cli-erase-backups-removed", count = count)));
    }
    text.push_str(&backups_text(&backups, lang));
    let mut certificate = Value::Null;
    if let Some(file) = call.certificate.as_ref().filter(|_| !done.persons.is_empty()) {
        erasure::save_certificate(office, done.id, file).map_err(|error| failure(&error))?;
        certificate = json!(file);
        text.push_str(&format!("{}\n", t!(lang, "cli-erase-certificate", file = file.display().to_string())));
    }
    let erased: Vec<String> = done.persons.iter().map(ToString::to_string).collect();
    let json = json!({
        "erasure_id": (!erased.is_empty()).then(|| done.id.to_string()),
        "erased": erased,
        "held": held(&done.held, lang),
        "tables": rows(&done.tables),
        "residue": residue,
        "traces": done.residue.iter().flat_map(|residue| &residue.traces).map(|trace| format!("{trace:?}")).collect::<Vec<_>>(),
        "put_off": done.put_off,
        "letters_waiting": done.waiting,
        "letter": letter,
        "backups": backups.iter().map(erasure::older).collect::<Vec<_>>(),
        "certificate": certificate,
    });
    let fine = done.put_off.is_none() && residue.unwrap_or(0) == 0;
    let answer = Answer { json, text, warnings: Vec::new(), fine };
    if done.persons.is_empty() && !done.held.is_empty() { Err(Failure::all_held(answer, lang)) } else { Ok(answer) }
}

fn planned(plan: &Plan, lang: Lang) -> Answer {
    let mut text = format!("{}\n", t!(lang, "cli-erase-plan", persons = plan.persons.len()));
    text.push_str(&rows_text(&plan.tables, lang));
    for (_, name) in &plan.companies {
        text.push_str(&format!("  {}\n", t!(lang, "erasing-company", name = name.as_str())));
    }
    for hit in &plan.hits {
        let table = erasure::table_name(lang, hit.address.place.table);
        let (id, field) = (hit.address.id(), i18n::text(lang, hit.label()));
        let line = t!(lang, "cli-erase-hit", table = table, id = id, field = field, snippet = hit.snippet.as_str());
        text.push_str(&format!("  {line}\n"));
    }
    if plan.unread > 0 {
        text.push_str(&format!("  {}\n", t!(lang, "erasing-unread", count = plan.unread)));
    }
    text.push_str(&held_text(&plan.held, lang));
    let json = json!({
        "dry_run": true,
        "persons": plan.persons.iter().map(|(id, name)| json!({ "id": id.to_string(), "name": name })).collect::<Vec<_>>(),
        "companies": plan.companies.iter().map(|(id, name)| json!({ "id": id.to_string(), "name": name })).collect::<Vec<_>>(),
        "tables": rows(&plan.tables),
        "text_hits": plan.hits.iter().map(text_hit).collect::<Vec<_>>(),
        "held": held(&plan.held, lang),
        "suppressed": plan.suppressed,
        "unread_files": plan.unread,
    });
    Answer::new(json, text)
}

fn text_hit(hit: &Hit) -> Value {
    let of = |of: erasure::Record| match of {
        erasure::Record::Person(id) => ("person", Some(id.to_string())),
        erasure::Record::Company(id) => ("company", Some(id.to_string())),
        erasure::Record::Activity(id) => ("activity", Some(id.to_string())),
        erasure::Record::Other => ("other", None),
    };
    let (record, record_id) = of(hit.record);
    json!({
        "table": hit.address.place.table,
        "id": hit.address.id(),
        "field": hit.address.place.column,
        "record": record,
        "record_id": record_id,
        "persons": hit.persons.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "snippet": hit.snippet,
        "marks": hit.snippet_marks.iter().map(|mark| json!([mark.start, mark.end])).collect::<Vec<_>>(),
    })
}

fn rows(tables: &[Rows]) -> Vec<Value> {
    let row = |row: &Rows| json!({ "table": row.table, "action": row.action.key(), "rows": row.rows });
    tables.iter().map(row).collect()
}

fn rows_text(tables: &[Rows], lang: Lang) -> String {
    let line = |row: &Rows| {
        let action = i18n::text(lang, &format!("erasure-action-{}", row.action.key()));
        let table = erasure::table_name(lang, row.table);
        format!("  {}\n", t!(lang, "cli-erase-row", table = table, rows = row.rows, action = action))
    };
    tables.iter().map(line).collect()
}

fn held(held: &[Held], lang: Lang) -> Vec<Value> {
    let one = |held: &Held| {
        let reasons = held
            .reasons
            .iter()
            .map(|reason| json!({ "reason": reason.key(), "exception": reason.exception(), "until": reason.until() }));
        json!({
            "id": held.id.to_string(),
            "name": held.name,
            "reason": held.why.key(),
            "message": held.words(lang),
            "reasons": reasons.collect::<Vec<_>>(),
        })
    };
    held.iter().map(one).collect()
}

fn held_line(held: &Held, lang: Lang) -> String {
    t!(lang, "cli-erase-held", name = held.name.as_str(), id = held.id.to_string(), why = held.words(lang))
}

fn held_text(held: &[Held], lang: Lang) -> String {
    held.iter().map(|held| format!("  {}\n", held_line(held, lang))).collect()
}

/// Returns the ground of a letter of art. 17(1).
pub fn ground(letter: &str) -> Result<Ground, &'static str> {
    Ground::OF_ARTICLE.into_iter().find(|ground| ground.key() == letter).ok_or("a, b, c, d, e, f")
}

/// Returns the way that a word names of what waits to be sent.
pub fn channel(word: &str) -> Result<Channel, &'static str> {
    Channel::from_key(word).ok_or("letter, mail")
}

/// Returns the exception of a letter of art. 17(3).
pub fn exception(letter: &str) -> Result<Exception, &'static str> {
    Exception::from_letter(letter).ok_or("a, b, c, d, e")
}
