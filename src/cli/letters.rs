//! `erase letters`, `erase letter`, `erase sent`: what tells those who were erased, and waits to be sent.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::card::Names;
use super::erasing::backups_text;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n;
use crate::model::outbox::{Id, Message};
use crate::model::template::layout;
use crate::office::erasure::{self, Residue, Work};
use crate::t;

/// Lists what waits, the oldest first.
pub fn list(session: &Session) -> Result<Answer, Failure> {
    let (letters, names) = session.read(|desk| Ok((erasure::letters(desk)?, Names::read(desk)?)))?;
    let json = json!({ "letters": letters.iter().map(|letter| row(letter, &names)).collect::<Vec<_>>() });
    if letters.is_empty() {
        return Ok(Answer::new(json, format!("{}\n", t!(session.lang, "cli-erase-no-letters"))));
    }
    let cells = |letter: &Message| {
        let channel = i18n::text(session.lang, &format!("outbox-channel-{}", letter.channel.key()));
        let address = letter.address.replace('\n', ", ");
        vec![letter.id.to_string(), channel, letter.recipient.clone(), address, names.time(letter.at)]
    };
    Ok(Answer::new(json, aligned(&letters.iter().map(cells).collect::<Vec<_>>())))
}

fn row(letter: &Message, names: &Names) -> Value {
    json!({
        "message": letter.id.to_string(),
        "erasure": letter.erasure.map(|id| id.to_string()),
        "kind": letter.kind.key(),
        "channel": letter.channel.key(),
        "state": letter.state.key(),
        "recipient": letter.recipient,
        "address": text_or_null(&letter.address),
        "language": letter.language,
        "subject": letter.subject,
        "body": layout::plain(&letter.body),
        "at": letter.at,
        "by": names.user_key(letter.by),
    })
}

fn id(typed: &str, session: &Session) -> Result<Id, Failure> {
    typed.parse().map_err(|_| Failure::not_found(session.lang))
}

/// Writes one to a file, for printing.
pub fn write(session: &Session, message: &str, file: &Path) -> Result<Answer, Failure> {
    let (id, path) = (id(message, session)?, file.to_owned());
    session.in_office(|office| {
        session.wait(office.write(move |desk| {
            erasure::may_certify(desk, &path)?;
            erasure::save_letter(desk, id, &path)
        }))
    })?;
    let text = t!(session.lang, "cli-erase-letter-written", file = file.display().to_string());
    Ok(Answer::new(json!({ "message": message.trim(), "file": file }), format!("{text}\n")))
}

/// Notes that one was sent.
pub fn sent(session: &Session, message: &str) -> Result<Answer, Failure> {
    let (lang, id) = (session.lang, id(message, session)?);
    let sent = session.in_office(|office| {
        let work = Arc::<Work>::default();
        progress::shown(&work.progress, || erasure::sent(office, id, &work).map_err(|error| session.failure(&error)))
    })?;
    let residue = sent.residue.as_ref().map(Residue::count);
    let text = match &sent.put_off {
        Some(why) => t!(lang, "cli-erase-sent-put-off", why = why.as_str()),
        None => t!(lang, "cli-erase-sent", count = residue.unwrap_or(0)),
    };
    let text = format!("{text}\n{}", backups_text(&sent.backups, lang));
    let json = json!({
        "erasure": sent.erasure.to_string(),
        "waiting": sent.waiting,
        "residue": residue,
        "put_off": sent.put_off,
        "backups": sent.backups.iter().map(erasure::older).collect::<Vec<_>>(),
    });
    let fine = sent.put_off.is_none() && residue.unwrap_or(0) == 0;
    Ok(Answer { json, text, warnings: Vec::new(), fine })
}
