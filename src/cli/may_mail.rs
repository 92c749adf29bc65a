//! `may-mail`: may I write to this person, and why.

use serde_json::json;

use super::answer::{Answer, text_or_null};
use super::arguments::MayMail;
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use super::words;
use crate::model::outbox::Kind;
use crate::office::mail::allowed::{self, Verdict, What};
use crate::t;

/// Says whether a message may go to somebody.
pub fn run(session: &Session, call: MayMail) -> Result<Answer, Failure> {
    let (id, lang) = (session.person(&call.id)?, session.lang);
    let verdict = session.in_office(|office| {
        let what = match (&call.kind_of_mailing, &call.kind) {
            (Some(word), _) => {
                let names = session.wait(office.read(|desk| Names::read(desk)))?;
                What::mailing(words::subscription(&names.lists, word, lang)?)
            }
            (None, Some(key)) => {
                What::from_key(key).ok_or_else(|| Failure::usage(t!(lang, "cli-may-mail-kind", key = key.as_str())))?
            }
            (None, None) => What::new(Kind::Marketing),
        };
        session.wait(office.read(move |desk| allowed::may_write(desk, id, &what)))
    })?;
    Ok(answer(session, &verdict))
}

fn answer(session: &Session, verdict: &Verdict) -> Answer {
    let reasons: Vec<_> =
        verdict.reasons.iter().map(|reason| json!({ "rule": reason.key, "text": reason.text })).collect();
    let document = json!({ "allowed": verdict.allowed, "reasons": reasons, "address": text_or_null(&verdict.address) });
    let line = |why: &str| {
        let said = if verdict.allowed {
            t!(session.lang, "may-mail-yes", why = why)
        } else {
            t!(session.lang, "may-mail-no", why = why)
        };
        format!("{said}\n")
    };
    Answer::new(document, verdict.reasons.iter().map(|reason| line(&reason.text)).collect())
}
