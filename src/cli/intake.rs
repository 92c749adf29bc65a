//! `mail`: what comes back by mail.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::arguments::Replies as Call;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n;
use crate::model::reply::ProposalId;
use crate::office::mail::form;
use crate::office::mail::intake::{self, Left, Recognised, Strangers, proposals};
use crate::t;

/// Takes in what came back, and decides about what it proposes.
pub fn run(session: &Session, call: &Call) -> Result<Answer, Failure> {
    match call {
        Call::Intake { file, new_people } => take_in(session, file, *new_people),
        Call::Proposals { all } => list(session, !all),
        Call::Accept { id } => decide(session, id, true),
        Call::Reject { id } => decide(session, id, false),
        Call::Form { out, to, statement } => write_form(session, out, to.as_deref(), statement.as_deref()),
    }
}

fn take_in(session: &Session, files: &[std::path::PathBuf], new_people: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let strangers = if new_people { Strangers::TakenUp } else { Strangers::Left };
    let (taken, _) = session.in_office(|office| {
        let progress = Arc::default();
        let taken = progress::shown(&progress, || intake::run(office, &session.parser, files, strangers, &progress));
        taken.map_err(|error| session.failure(&error))
    })?;
    let recognised = |one: &Recognised| {
        json!({
            "file": one.file,
            "number": one.number,
            "kind": one.kind.key(),
            "proof": one.proof.key(),
            "person": one.person.to_string(),
            "open": one.open,
            "done": one.done,
        })
    };
    let left =
        |one: &Left| json!({ "file": one.file, "number": one.number, "reason": one.why.key(), "sender": one.sender });
    let json = json!({
        "recognised": taken.recognised.iter().map(recognised).collect::<Vec<Value>>(),
        "left": taken.left.iter().map(left).collect::<Vec<Value>>(),
    });
    let mut rows = Vec::new();
    for one in &taken.recognised {
        let kind = i18n::text(lang, &format!("reply-kind-{}", one.kind.key()));
        let what = t!(lang, "intake-counts", done = one.done, open = one.open);
        rows.push(vec![place(&one.file, one.number), kind, one.name.clone(), what]);
    }
    for one in &taken.left {
        let why = i18n::text(lang, &format!("intake-left-{}", one.why.key()));
        rows.push(vec![place(&one.file, one.number), t!(lang, "intake-left"), one.sender.clone(), why]);
    }
    Ok(Answer::new(json, aligned(&rows)))
}

fn place(file: &str, number: u64) -> String {
    if number > 1 { format!("{file} #{number}") } else { file.to_owned() }
}

fn list(session: &Session, only_open: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let all = session.read(move |desk| proposals::list(desk, only_open))?;
    let (mut json, mut rows) = (Vec::new(), Vec::new());
    for came in &all {
        for one in &came.proposed {
            json.push(json!({
                "id": one.id.to_string(),
                "person": came.reply.person.to_string(),
                "kind": one.kind,
                "what": one.words,
                "before": one.before,
                "value": one.value,
                "state": one.state.key(),
                "reply": came.reply.kind.key(),
                "proof": came.reply.proof.key(),
                "at": came.reply.at,
                "hints": one.hints.iter().map(|hint| hint.key()).collect::<Vec<_>>(),
            }));
            let proof = i18n::text(lang, &format!("reply-proof-{}", came.reply.proof.key()));
            let value: String = one.value.replace('\n', " ").chars().take(60).collect();
            let hints: Vec<String> =
                one.hints.iter().map(|hint| i18n::text(lang, &format!("proposal-hint-{}", hint.key()))).collect();
            rows.push(vec![one.id.to_string(), came.name.clone(), one.words.clone(), value, proof, hints.join(" ")]);
        }
    }
    let text = if rows.is_empty() { format!("{}\n", t!(lang, "intake-nothing")) } else { aligned(&rows) };
    Ok(Answer::new(json!({ "proposals": json }), text))
}

fn decide(session: &Session, ids: &[String], accepts: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let id = |typed: &String| typed.trim().parse::<ProposalId>().map_err(|_| Failure::not_found(lang));
    let ids = ids.iter().map(id).collect::<Result<Vec<_>, _>>()?;
    let count = session.in_office(|office| {
        session.wait(office.write(
            move |desk| {
                if accepts { proposals::accept(desk, &ids) } else { proposals::reject(desk, &ids) }
            },
        ))
    })?;
    Ok(if accepts {
        Answer::new(json!({ "accepted": count }), format!("{}\n", t!(lang, "intake-accepted", count = count)))
    } else {
        Answer::new(json!({ "rejected": count }), format!("{}\n", t!(lang, "intake-rejected", count = count)))
    })
}

fn write_form(session: &Session, out: &Path, to: Option<&str>, statement: Option<&str>) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (path, to) = (out.to_owned(), to.map(str::to_owned));
    let statement = statement.map(str::to_owned);
    session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let to = to.map_or_else(|| form::address(desk), Ok)?;
            let statement = statement.map_or_else(|| form::statement(desk, lang), Ok)?;
            form::write(desk, &form::Wanted { lang, to, statement }, &path)
        }))
    })?;
    let text = t!(lang, "form-written", file = out.display().to_string());
    Ok(Answer::new(json!({ "file": out.display().to_string() }), format!("{text}\n")))
}
