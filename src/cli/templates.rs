//! `template`: the texts of letters.

use std::path::Path;

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::arguments::Template as Call;
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::model::template::{Key, Part, Text, layout};
use crate::office::mail::templates::{self, Checked, Listed};
use crate::office::{Error, problem};
use crate::t;

/// How the first line of a file with a template begins.
const SUBJECT: &str = "Subject:";

/// Lists, shows, checks, keeps or resets texts.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    let lang = session.lang;
    match call {
        Call::List => {
            let (all, names) = session.read(|desk| Ok((templates::list(desk)?, Names::read(desk)?)))?;
            let rows: Vec<Value> = all.iter().map(|one| row(one, &names)).collect();
            let cells = |one: &Listed| {
                let lacks = if one.missing.is_empty() { String::new() } else { lacks(lang, &one.missing) };
                vec![one.key.to_string(), one.lang.code().to_owned(), state(lang, one), one.name.clone(), lacks]
            };
            Ok(Answer::new(json!({ "templates": rows }), aligned(&all.iter().map(cells).collect::<Vec<_>>())))
        }
        Call::Show { key, language } => {
            let key = read_key(session, &key)?;
            let of = language.unwrap_or(lang);
            let (shown, checked, names) = session.read(move |desk| {
                let shown = templates::get(desk, &key, of)?;
                let checked = templates::check(desk, key.base, of, &shown.text)?;
                Ok((shown, checked, Names::read(desk)?))
            })?;
            let mut document = checked_document(&checked);
            document["key"] = json!(shown.key.to_string());
            document["language"] = json!(of.code());
            document["name"] = json!(shown.name);
            document["subject"] = json!(shown.text.subject);
            document["body"] = json!(shown.text.body);
            document["variables"] = json!(templates::variables(shown.key.base));
            document["versions"] = shown
                .versions
                .iter()
                .map(|version| {
                    json!({
                        "at": version.at,
                        "by": names.user_key(version.by),
                        "reset": version.withdrawn,
                        "subject": version.text.subject,
                        "body": version.text.body,
                    })
                })
                .collect();
            Ok(Answer::new(document, file_of(&shown.text)))
        }
        Call::Create { base, name } => {
            let base = read_key(session, &base)?.base;
            let key = session
                .in_office(|office| session.wait(office.write(move |desk| templates::create(desk, base, &name))))?;
            Ok(Answer::new(json!({ "key": key.to_string() }), format!("{key}\n")))
        }
        Call::Set { key, language, file, name } => {
            let (key, of, text) = (read_key(session, &key)?, language.unwrap_or(lang), read_file(session, &file)?);
            let checked = session.in_office(|office| {
                session.wait(office.write(move |desk| templates::set(desk, &key, of, &name.unwrap_or_default(), &text)))
            })?;
            Ok(Answer::new(checked_document(&checked), checked_words(lang, &checked)))
        }
        Call::Check { key, language, file } => {
            let (key, of) = (read_key(session, &key)?, language.unwrap_or(lang));
            let text = file.map(|file| read_file(session, &file)).transpose()?;
            let checked = session.read(move |desk| {
                let text = match text {
                    Some(text) => text,
                    None => templates::get(desk, &key, of)?.text,
                };
                templates::check(desk, key.base, of, &text)
            })?;
            let mut answer = Answer::new(checked_document(&checked), checked_words(lang, &checked));
            answer.fine = checked.fault.is_none() && checked.missing.is_empty();
            Ok(answer)
        }
        Call::Reset { key, language } => {
            let (key, of) = (read_key(session, &key)?, language.unwrap_or(lang));
            let words = t!(lang, "cli-template-reset", key = key.to_string());
            session.in_office(|office| session.wait(office.write(move |desk| templates::reset(desk, &key, of))))?;
            Ok(Answer::new(json!({ "reset": true }), format!("{words}\n")))
        }
        Call::Preview { key, language, person } => {
            let (key, of) = (read_key(session, &key)?, language.unwrap_or(lang));
            let person = person.map(|id| session.person(&id)).transpose()?;
            let shown = session.read(move |desk| templates::preview(desk, &key, of, None, person))?;
            let body = layout::plain(&shown.body);
            let document = json!({
                "key": shown.key.to_string(),
                "language": of.code(),
                "subject": shown.subject,
                "body": body,
                "html": shown.html,
                "missing": keys(&shown.missing),
            });
            Ok(Answer::new(document, format!("{}\n\n{}\n", shown.subject, body)))
        }
    }
}

fn read_key(session: &Session, key: &str) -> Result<Key, Failure> {
    Key::read(key).ok_or_else(|| Failure::usage(t!(session.lang, "cli-template-key", key = key)))
}

/// Reads a file whose first line is the subject.
fn read_file(session: &Session, path: &Path) -> Result<Text, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| session.failure(&Error::File { path: path.to_owned(), source }))?;
    let (first, body) = text.split_once('\n').unwrap_or((&text, ""));
    match first.trim_start_matches('\u{feff}').strip_prefix(SUBJECT) {
        Some(subject) => Ok(Text { subject: subject.trim().to_owned(), body: body.trim().to_owned() }),
        None => Err(Failure::usage(t!(session.lang, "cli-template-file"))),
    }
}

fn file_of(text: &Text) -> String {
    format!("{SUBJECT} {}\n\n{}\n", text.subject, text.body)
}

fn row(one: &Listed, names: &Names) -> Value {
    json!({
        "key": one.key.to_string(),
        "language": one.lang.code(),
        "name": one.name,
        "own": one.written.is_some(),
        "at": one.written.map(|(at, _)| at),
        "by": one.written.and_then(|(_, by)| names.user_key(by)),
        "missing": keys(&one.missing),
    })
}

fn keys(parts: &[Part]) -> Vec<&'static str> {
    parts.iter().map(|part| part.key()).collect()
}

fn state(lang: Lang, one: &Listed) -> String {
    if one.written.is_some() { t!(lang, "template-own") } else { t!(lang, "template-shipped") }
}

fn lacks(lang: Lang, missing: &[Part]) -> String {
    let parts: Vec<String> =
        missing.iter().map(|part| i18n::text(lang, &format!("template-part-{}", part.key()))).collect();
    t!(lang, "template-lacks", parts = parts.join(", "))
}

fn checked_document(checked: &Checked) -> Value {
    json!({
        "ok": checked.fault.is_none(),
        "fault": checked.fault.as_ref().map(|fault| problem::of_template(fault, Lang::En)),
        "present": keys(&checked.present),
        "missing": keys(&checked.missing),
    })
}

fn checked_words(lang: Lang, checked: &Checked) -> String {
    let said = match &checked.fault {
        Some(fault) => problem::of_template(fault, lang),
        None if checked.missing.is_empty() => t!(lang, "template-complete"),
        None => lacks(lang, &checked.missing),
    };
    format!("{said}\n")
}
