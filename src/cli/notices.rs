//! `mail notice`: telling people what is kept of them.

use serde_json::{Value, json};

use super::answer::Answer;
use super::arguments::Notice;
use super::failure::Failure;
use super::session::Session;
use crate::model::notice::Way;
use crate::model::person;
use crate::model::template::Key;
use crate::office::mail::notices::{self, Choice, Done};
use crate::office::subject::Subject;
use crate::office::{Progress, persons, selections};
use crate::t;

/// Queues notices, or notes that people were informed in another way.
pub fn run(session: &Session, call: Notice) -> Result<Answer, Failure> {
    let lang = session.lang;
    if call.selection.is_none() && call.id.is_empty() {
        return Err(Failure::usage(t!(lang, "cli-notice-whom")));
    }
    let ids = call.id.iter().map(|id| session.person(id)).collect::<Result<Vec<person::Id>, _>>()?;
    let template = call
        .template
        .map(|key| Key::read(&key).ok_or_else(|| Failure::usage(t!(lang, "cli-template-key", key = key.as_str()))))
        .transpose()?;
    let choice = Choice { template, lang: call.language, to: None, subject: call.subject };
    let way = call
        .told
        .map(|key| Way::from_key(&key).ok_or_else(|| Failure::usage(t!(lang, "cli-notice-way", key = key.as_str()))))
        .transpose()?;
    let (selection, comment, dry_run) = (call.selection, call.comment.unwrap_or_default(), call.dry_run);
    let is_noted = way.is_some();
    let done = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let whom = match selection {
                Some(name) => Subject::Selection(selections::find(desk, &name)?.id),
                None => {
                    persons::require_known(desk, &ids)?;
                    Subject::Persons(ids.into())
                }
            };
            match way {
                Some(way) => notices::note(desk, &whom, way, &comment),
                None => notices::send_to(desk, &whom, &choice, !dry_run, &Progress::default()),
            }
        }))
    })?;
    Ok(answer(session, &done, is_noted))
}

fn answer(session: &Session, done: &Done, is_noted: bool) -> Answer {
    let held: Vec<Value> = done
        .held
        .iter()
        .map(|(id, why)| json!({ "id": id.to_string(), "reason": why.key, "text": why.text }))
        .collect();
    let count = done.persons.len();
    let ids: Vec<String> = done.persons.iter().map(ToString::to_string).collect();
    let (said, key) = if is_noted {
        (t!(session.lang, "cli-notice-noted", count = count), "noted")
    } else {
        (t!(session.lang, "cli-notice-queued", count = count), "queued")
    };
    let mut text = format!("{said}\n");
    for (id, why) in &done.held {
        text.push_str(&format!("  {id}  {}\n", why.text));
    }
    Answer::new(json!({ key: count, "persons": ids, "held": held }), text)
}
