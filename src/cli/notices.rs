//! `mail notice`, `mail consent`: telling people what is kept of them, and asking them for a consent.

use serde_json::{Value, json};

use super::answer::Answer;
use super::arguments::{AskConsent, Letter, Notice};
use super::failure::Failure;
use super::session::Session;
use crate::model::list::List;
use crate::model::notice::Way;
use crate::model::person;
use crate::model::template::Key;
use crate::office::mail::consents;
use crate::office::mail::letters::{Choice, Done, Held};
use crate::office::mail::notices;
use crate::office::subject::Subject;
use crate::office::{Error, Progress, persons, selections};
use crate::t;

/// Queues notices, or notes that people were informed in another way.
pub fn run(session: &Session, call: Notice) -> Result<Answer, Failure> {
    let lang = session.lang;
    if call.selection.is_none() && call.id.is_empty() && call.due.is_none() {
        return Err(Failure::usage(t!(lang, "cli-notice-whom")));
    }
    let ids = call.id.iter().map(|id| session.person(id)).collect::<Result<Vec<person::Id>, _>>()?;
    let choice = Choice { incomplete: call.incomplete, ..choice(session, call.letter)? };
    let way = call
        .told
        .map(|key| Way::from_key(&key).ok_or_else(|| Failure::usage(t!(lang, "cli-notice-way", key = key.as_str()))))
        .transpose()?;
    let (selection, comment, dry_run) = (call.selection, call.comment.unwrap_or_default(), call.dry_run);
    let (is_noted, on, due) = (way.is_some(), call.on, call.due);
    let done = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            if let Some(days) = due {
                return notices::send_due(desk, days, &choice, !dry_run, &Progress::default());
            }
            let whom = match selection {
                Some(name) => Subject::Selection(selections::find(desk, &name)?.id),
                None => {
                    persons::require_known(desk, &ids)?;
                    Subject::Persons(ids.into())
                }
            };
            match way {
                Some(way) => notices::note(desk, &whom, way, on, &comment),
                None => notices::send_to(desk, &whom, &choice, !dry_run, &Progress::default()),
            }
        }))
    })?;
    let key = if is_noted { "noted" } else { "queued" };
    let said = if is_noted {
        t!(lang, "cli-notice-noted", count = done.persons.len())
    } else if dry_run {
        t!(lang, "cli-notice-plan", count = done.persons.len())
    } else {
        t!(lang, "cli-notice-queued", count = done.persons.len())
    };
    Ok(answer(&done, key, &said))
}

/// Asks somebody for a consent.
pub fn ask(session: &Session, call: AskConsent) -> Result<Answer, Failure> {
    let id = session.person(&call.id)?;
    let (choice, dry_run) = (choice(session, call.letter)?, call.dry_run);
    let done = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let purpose = desk.lists()?.by_key(List::Purpose, &call.purpose).map(|item| item.id);
            let purpose = purpose.ok_or(Error::NoSuch("purpose"))?;
            consents::ask(desk, id, purpose, &choice, !dry_run)
        }))
    })?;
    Ok(answer(&done, "queued", &t!(session.lang, "cli-consent-queued", count = done.persons.len())))
}

/// Returns what is chosen about a letter.
pub fn choice(session: &Session, letter: Letter) -> Result<Choice, Failure> {
    let lang = session.lang;
    let known =
        |key: String| Key::read(&key).ok_or_else(|| Failure::usage(t!(lang, "cli-template-key", key = key.as_str())));
    let template = letter.template.map(known).transpose()?;
    Ok(Choice { template, lang: letter.language, to: letter.to, subject: letter.subject, incomplete: false })
}

/// Returns who is held back, for scripts.
pub fn held(held: &[(person::Id, Held)]) -> Vec<Value> {
    held.iter().map(|(id, why)| json!({ "id": id.to_string(), "reason": why.key, "text": why.text })).collect()
}

/// Returns who is held back, line by line.
pub fn held_words(held: &[(person::Id, Held)]) -> String {
    held.iter().map(|(id, why)| format!("  {id}  {}\n", why.text)).collect()
}

fn answer(done: &Done, key: &str, said: &str) -> Answer {
    let ids: Vec<String> = done.persons.iter().map(ToString::to_string).collect();
    let text = format!("{said}\n{}{}", held_words(&done.held), held_words(&done.lacking));
    let (held, lacking) = (held(&done.held), held(&done.lacking));
    Answer::new(json!({ key: done.persons.len(), "persons": ids, "held": held, "lacking": lacking }), text)
}
