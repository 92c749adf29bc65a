//! `mail`: the outbox, sending, and trying the account.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Mail as Call;
use super::card::Names;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n;
use crate::model::outbox::{Id, State};
use crate::office::mail::handling::{self, Line};
use crate::office::mail::sending::{self, Done, Plan};
use crate::office::mail::testing;
use crate::office::{Desk, Error, Progress};
use crate::t;

/// Sends, shows what waits, or does something with it.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    match call {
        Call::Send { dry_run: true, limit } => {
            session.read(move |desk| sending::plan(desk, limit)).map(|plan| planned(session, &plan))
        }
        Call::Send { dry_run: false, limit } => send(session, limit),
        Call::List { state, limit, offset } => list(session, state, limit, offset),
        Call::Hold { id } => change(session, &id, handling::hold),
        Call::Release { id } => change(session, &id, handling::release),
        Call::Resend { id } => change(session, &id, handling::resend),
        Call::Remove { id } => change(session, &id, handling::remove),
        Call::Test => test(session),
        Call::Notice(call) => super::notices::run(session, call),
        Call::Consent(call) => super::notices::ask(session, call),
        Call::Back(call) => super::intake::run(session, &call),
    }
}

fn send(session: &Session, most: Option<u64>) -> Result<Answer, Failure> {
    let progress = Arc::<Progress>::default();
    let done = session.in_office(|office| {
        progress::shown(&progress, || sending::send(office, most, &progress).map_err(|error| session.failure(&error)))
    })?;
    Ok(Answer { fine: is_fine(&done), ..Answer::new(document(&done, session), words(&done, session)) })
}

/// Returns whether all went as it should.
pub fn is_fine(done: &Done) -> bool {
    done.problem.is_none() && !done.busy
}

/// Returns what came of sending, for scripts.
pub fn document(done: &Done, session: &Session) -> Value {
    json!({
        "sent": done.sent,
        "failed": done.failed,
        "unknown": done.unknown,
        "held": held(&done.held),
        "put_off": done.put_off,
        "waiting": done.waiting,
        "next": done.next,
        "limited_until": done.limited,
        "busy": done.busy,
        "problem": done.problem.as_ref().map(|failure| json!({
            "step": failure.step.key(),
            "why": failure.why.key(),
            "message": sending::words(session.lang, failure),
        })),
    })
}

fn held(held: &[(Id, String)]) -> Vec<Value> {
    held.iter().map(|(id, why)| json!({ "id": id.to_string(), "reason": why })).collect()
}

/// Returns what came of sending, for people.
pub fn words(done: &Done, session: &Session) -> String {
    let lang = session.lang;
    if done.busy {
        return format!("{}\n", t!(lang, "cli-mail-busy"));
    }
    let mut text = t!(
        lang,
        "cli-mail-sent",
        sent = done.sent,
        failed = done.failed,
        unknown = done.unknown,
        held = done.held.len(),
        waiting = done.waiting
    );
    text.push('\n');
    for (id, why) in &done.held {
        text.push_str(&format!("{id}  {why}\n"));
    }
    if let Some(time) = done.limited {
        text.push_str(&t!(
            lang,
            "cli-mail-limited",
            time = i18n::date_time(lang, crate::model::Zone::local().at(time))
        ));
        text.push('\n');
    }
    if let Some(failure) = &done.problem {
        text.push_str(&sending::words(lang, failure));
        text.push('\n');
    }
    text
}

fn planned(session: &Session, plan: &Plan) -> Answer {
    let due: Vec<String> = plan.due.iter().map(Id::to_string).collect();
    // As of every plan, the numbers are what would be: all that is due would be sent, as far as anybody knows.
    let json = json!({
        "sent": due.len(),
        "failed": 0,
        "unknown": 0,
        "due": due,
        "held": held(&plan.held),
        "waiting": plan.waiting,
        "dry_run": true,
    });
    let (sent, held, waiting) = (plan.due.len(), plan.held.len(), plan.waiting);
    let text = t!(session.lang, "cli-mail-would-send", sent = sent, held = held, waiting = waiting);
    Answer::new(json, format!("{text}\n"))
}

fn list(session: &Session, state: Option<State>, limit: u64, offset: u64) -> Result<Answer, Failure> {
    let states: Vec<State> = state.into_iter().collect();
    let (lines, names) =
        session.read(move |desk| Ok((handling::page(desk, &states, limit, offset)?, Names::read(desk)?)))?;
    let json = json!({ "messages": lines.iter().map(|line| row(line, &names)).collect::<Vec<_>>() });
    if lines.is_empty() {
        return Ok(Answer::new(json, format!("{}\n", t!(session.lang, "cli-mail-none"))));
    }
    let cells = |line: &Line| {
        let message = &line.message;
        let state = i18n::text(session.lang, &format!("outbox-state-{}", message.state.key()));
        let to = if line.is_closed { t!(session.lang, "cli-mail-closed") } else { message.address.clone() };
        let at = names.time(message.state_at.unwrap_or(message.at));
        vec![message.id.to_string(), state, at, to, message.subject.clone(), message.said.clone()]
    };
    Ok(Answer::new(json, aligned(&lines.iter().map(cells).collect::<Vec<_>>())))
}

fn row(line: &Line, names: &Names) -> Value {
    let message = &line.message;
    json!({
        "id": message.id.to_string(),
        "state": message.state.key(),
        "kind": message.kind.key(),
        "person": message.person.map(|id| id.to_string()),
        "recipient": text_or_null(&message.recipient),
        "address": text_or_null(&message.address),
        "subject": text_or_null(&message.subject),
        "language": message.language,
        "message_id": message.message_id,
        "at": message.at,
        "by": names.user_key(message.by),
        "state_at": message.state_at,
        "tries": message.tries,
        "due": message.due,
        "said": text_or_null(&message.said),
        "closed": line.is_closed,
    })
}

fn change(
    session: &Session,
    typed: &str,
    change: fn(&mut Desk<'_>, Id) -> Result<(), Error>,
) -> Result<Answer, Failure> {
    let id: Id = typed.trim().parse().map_err(|_| Failure::not_found(session.lang))?;
    session.in_office(|office| session.wait(office.write(move |desk| change(desk, id))))?;
    Ok(Answer::new(json!({ "id": id.to_string() }), format!("{id}\n")))
}

fn test(session: &Session) -> Result<Answer, Failure> {
    let tried = session.in_office(|office| testing::try_account(office).map_err(|error| session.failure(&error)))?;
    let fine = tried.failure.is_none();
    let mut text = String::new();
    for (is_done, words) in tried.words(session.lang) {
        text.push_str(&format!("{} {words}\n", if is_done { "✓" } else { "✗" }));
    }
    let done = tried.done.iter().map(|step| json!({ "step": step.key(), "ok": true }));
    let failed = tried.failure.iter().map(|failure| {
        json!({
            "step": failure.step.key(),
            "ok": false,
            "why": failure.why.key(),
            "message": sending::words(session.lang, failure),
        })
    });
    let json = json!({ "ok": fine, "to": tried.to, "steps": done.chain(failed).collect::<Vec<_>>() });
    Ok(Answer { fine, ..Answer::new(json, text) })
}
