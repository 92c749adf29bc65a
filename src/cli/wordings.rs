//! `wording`: the texts that people are shown when they are asked.

use std::path::Path;

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use super::words;
use crate::model::wording::{Id, Wording};
use crate::office::attached::Incoming;
use crate::office::problem::Kind;
use crate::office::{Error, wordings};
use crate::t;

/// Shows the wordings of a purpose, or all.
pub fn list(session: &Session, purpose: Option<&str>) -> Result<Answer, Failure> {
    let (names, mut all) = session.read(|desk| Ok((Names::read(desk)?, wordings::all(desk)?)))?;
    if let Some(word) = purpose {
        let purpose = words::purpose(&names.lists, word, session.lang)?;
        all.retain(|wording| wording.purpose == purpose);
    }
    Ok(answer(&all, &names))
}

/// Adds a wording as the next version of its purpose and language.
pub fn add(session: &Session, purpose: &str, language: &str, file: &Path) -> Result<Answer, Failure> {
    let lang = session.lang;
    let incoming = Incoming::read(file).map_err(|error| session.failure(&error))?;
    let not_text = |_| Failure::could_not(Kind::File.key(), t!(lang, "cli-text-file"));
    let text = String::from_utf8(incoming.bytes).map_err(not_text)?;
    session.in_office(|office| {
        let names = session.wait(office.read(|desk| Names::read(desk)))?;
        let purpose = words::purpose(&names.lists, purpose, lang)?;
        let language = names.lists.key(words::language(&names.lists, language, lang)?).to_owned();
        let added = session.wait(office.write(move |desk| {
            // Some editors begin a file with a mark that is no part of the text.
            let id = wordings::add(desk, purpose, &language, text.trim_start_matches('\u{feff}').trim_end())?;
            wordings::all(desk)?.into_iter().find(|wording| wording.id == id).ok_or(Error::NoSuch("wording"))
        }))?;
        Ok(answer(&[added], &names))
    })
}

/// Shows who answered a wording.
pub fn answers(session: &Session, id: &str) -> Result<Answer, Failure> {
    let not_found = || Failure::could_not(Kind::NotFound.key(), t!(session.lang, "problem-not-found"));
    let id = Id(id.parse().map_err(|_| not_found())?);
    let (names, answers) = session.read(move |desk| Ok((Names::read(desk)?, wordings::answers(desk, id)?)))?;
    let rows: Vec<Vec<String>> = answers
        .iter()
        .map(|answer| {
            let (person, basis) = (answer.person.to_string(), names.list_name(answer.basis));
            vec![person, answer.name.clone(), basis, names.time(answer.at)]
        })
        .collect();
    let json: Vec<Value> = answers
        .iter()
        .map(|answer| {
            json!({
                "id": answer.person.to_string(),
                "name": answer.name,
                "basis": names.lists.key(answer.basis),
                "at": answer.at,
            })
        })
        .collect();
    Ok(Answer::new(json!({ "answers": json }), aligned(&rows)))
}

fn answer(wordings: &[Wording], names: &Names) -> Answer {
    let rows: Vec<Value> = wordings.iter().map(|wording| row(wording, names)).collect();
    Answer::new(json!({ "wordings": rows }), wordings.iter().map(|wording| said(wording, names)).collect())
}

fn row(wording: &Wording, names: &Names) -> Value {
    json!({
        "id": wording.id.to_string(),
        "purpose": names.lists.key(wording.purpose),
        "version": wording.version,
        "language": wording.language,
        "text": wording.text,
        "at": wording.at,
    })
}

fn said(wording: &Wording, names: &Names) -> String {
    let head = [
        wording.id.to_string(),
        names.list_name(wording.purpose),
        wording.language.clone(),
        wording.version.to_string(),
        names.time(wording.at),
    ];
    let text: String = wording.text.lines().map(|line| format!("  {line}\n")).collect();
    format!("{}\n{text}", head.join("  "))
}
