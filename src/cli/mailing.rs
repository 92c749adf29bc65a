//! `mailing`: one message to each person of a selection who may get it.

use std::sync::Arc;

use serde_json::{Value, json};

use super::activity::moment;
use super::answer::{Answer, aligned, text_or_null};
use super::arguments::{BreachNotice, Mailing as Call, NewMailing, Sending};
use super::card::Names;
use super::failure::Failure;
use super::selection::{ids, text};
use super::session::Session;
use super::{progress, words};
use crate::i18n::{self, Lang};
use crate::model::mailing::{Id, Recipient, Sort, Status};
use crate::model::template::Key;
use crate::model::{Moment, outbox, person};
use crate::office::mail::mailings::{self, Done, Listed, Plan, Wanted, Words};
use crate::office::subject::Subject;
use crate::office::{Desk, Error, Progress, selections};
use crate::t;

/// The longest text of a mailing, in bytes.
const LONGEST: usize = 200_000;

/// Does what one of the commands asks for.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    match call {
        Call::Create(call) => send(session, &newsletter(session, &call)?, call.sending.dry_run),
        Call::Breach(call) => send(session, &breach(session, &call)?, call.sending.dry_run),
        Call::Test(call) => test(session, &newsletter(session, &call)?),
        Call::List => list(session),
        Call::Show { which, limit, offset } => show(session, which, limit, offset),
        Call::Pause { which } => change(session, which, |desk, id| mailings::pause(desk, id).map(|()| None)),
        Call::Resume { which } => change(session, which, |desk, id| mailings::resume(desk, id).map(|()| None)),
        Call::Stop { which } => change(session, which, |desk, id| mailings::stop(desk, id).map(Some)),
    }
}

/// What was called for, before the office is asked what its words name.
struct Asked {
    selection: Option<String>,
    picked: Option<Vec<i64>>,
    /// Of a mailing, the type.
    kind: Option<String>,
    wanted: Wanted,
}

fn newsletter(session: &Session, call: &NewMailing) -> Result<Asked, Failure> {
    let content = match &call.text_file {
        Some(file) => text(session, file, LONGEST)?,
        None => String::new(),
    };
    let words = Words { content, ..Words::default() };
    let mut asked = asked(session, &call.sending, &call.template, words)?;
    asked.kind = Some(call.kind.clone());
    if let Some(why) = &call.why {
        // Whoever names a reason means it, also an empty one.
        if why.trim().is_empty() {
            return Err(session.failure(&Error::Refused(crate::office::Rule::StopReason)));
        }
        asked.wanted.why = why.clone();
    }
    Ok(asked)
}

fn breach(session: &Session, call: &BreachNotice) -> Result<Asked, Failure> {
    let [what, consequences, measures] = [&call.what, &call.consequences, &call.measures].map(String::clone);
    asked(session, &call.sending, &call.template, Words { what, consequences, measures, ..Words::default() })
}

fn asked(session: &Session, call: &Sending, template: &str, words: Words) -> Result<Asked, Failure> {
    let lang = session.lang;
    let template = Key::read(template).ok_or_else(|| Failure::not_found(lang))?;
    let files = call.attach.iter().map(|path| mailings::file(path)).collect::<Result<_, _>>();
    let wanted = Wanted {
        template,
        words: Words { subject: call.subject.clone().unwrap_or_default(), ..words },
        send_at: call.at.as_deref().map(|at| moment(at, session)).transpose()?,
        files: files.map_err(|error: Error| session.failure(&error))?,
        marks: call.mark,
        ..Wanted::new(&call.name, Subject::Persons(Arc::new([])), Sort::Breach)
    };
    let picked = call.ids.as_ref().map(|file| ids(session, file)).transpose()?;
    Ok(Asked { selection: call.selection.clone(), picked, kind: None, wanted })
}

impl Asked {
    /// Returns what is wanted, with what its words name.
    fn read(&self, desk: &Desk<'_>, kind: Option<crate::model::list::Id>) -> Result<Wanted, Error> {
        let subject = match &self.picked {
            Some(picked) => Subject::Persons(picked.iter().copied().map(person::Id).collect()),
            None => Subject::Selection(selections::find(desk, self.selection.as_deref().unwrap_or_default())?.id),
        };
        let sort = kind.map_or(Sort::Breach, Sort::Marketing);
        Ok(Wanted { subject, sort, ..self.wanted.clone() })
    }
}

/// Does something with what was called for, once the type of mailings is known.
fn with<T: Send + 'static>(
    session: &Session,
    asked: &Asked,
    work: impl FnOnce(&crate::office::Office, Option<crate::model::list::Id>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    session.in_office(|office| {
        let kind = match &asked.kind {
            Some(word) => {
                let names = session.wait(office.read(|desk| Names::read(desk)))?;
                Some(words::subscription(&names.lists, word, session.lang)?)
            }
            None => None,
        };
        work(office, kind)
    })
}

fn send(session: &Session, asked: &Asked, dry_run: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let progress = Arc::<Progress>::default();
    let theirs = Arc::clone(&progress);
    let wanted = asked.clone_for_office();
    with(session, asked, |office, kind| {
        progress::shown(&progress, || {
            if dry_run {
                let plan =
                    session.wait(office.read(move |desk| mailings::plan(desk, &wanted.read(desk, kind)?, &theirs)))?;
                return Ok(planned(&plan, lang));
            }
            let done = session.wait(office.write(move |desk| {
                let wanted = wanted.read(desk, kind)?;
                mailings::carry_out(desk, &wanted, &theirs)
            }))?;
            Ok(carried_out(&done, lang))
        })
    })
}

impl Asked {
    fn clone_for_office(&self) -> Self {
        Self {
            selection: self.selection.clone(),
            picked: self.picked.clone(),
            kind: self.kind.clone(),
            wanted: self.wanted.clone(),
        }
    }
}

fn test(session: &Session, asked: &Asked) -> Result<Answer, Failure> {
    let wanted = asked.clone_for_office();
    let address = with(session, asked, |office, kind| {
        session.wait(office.write(move |desk| {
            let wanted = wanted.read(desk, kind)?;
            mailings::test(desk, &wanted)
        }))
    })?;
    let words = t!(session.lang, "cli-mailing-tested", address = address.as_str());
    Ok(Answer::new(json!({ "queued": 1, "address": address }), format!("{words}\n")))
}

fn planned(plan: &Plan, lang: Lang) -> Answer {
    let ready: Vec<Value> = plan.recipients.iter().filter(|one| one.status.gets_one()).map(row).collect();
    let left: Vec<&Recipient> = plan.recipients.iter().filter(|one| !one.status.gets_one()).collect();
    let json = json!({
        "queued": ready.len(),
        "recipients": ready,
        "held": left.iter().map(|one| held(one, lang)).collect::<Vec<_>>(),
        "duplicates": duplicates(left.iter().copied()),
        "in_trash": plan.in_trash,
        "dry_run": true,
    });
    let mut first = t!(lang, "cli-mailing-would-queue", count = plan.queued(), held = left.len());
    if plan.in_trash > 0 {
        first = format!("{first}\n{}", t!(lang, "mailing-in-trash", count = plan.in_trash));
    }
    Answer::new(json, format!("{first}\n{}", reasons(left.iter().copied(), lang)))
}

fn carried_out(done: &Done, lang: Lang) -> Answer {
    let json = json!({
        "mailing_id": done.mailing.map(|id| id.to_string()),
        "queued": done.queued,
        "held": done.held.iter().map(|one| held(one, lang)).collect::<Vec<_>>(),
        "duplicates": duplicates(done.held.iter()),
    });
    let first = t!(lang, "cli-mailing-queued", count = done.queued, held = done.held.len());
    Answer::new(json, format!("{first}\n{}", reasons(done.held.iter(), lang)))
}

fn duplicates<'a>(left: impl Iterator<Item = &'a Recipient>) -> usize {
    left.filter(|one| one.status == Status::Left(crate::model::mailing::Why::Duplicate)).count()
}

fn held(one: &Recipient, lang: Lang) -> Value {
    json!({ "id": one.person.to_string(), "reason": one.status.key(), "message": status_words(one.status, lang) })
}

/// Returns how many are held back for each reason, in words.
fn reasons<'a>(left: impl Iterator<Item = &'a Recipient>, lang: Lang) -> String {
    let mut counts: Vec<(Status, u64)> = Vec::new();
    for one in left {
        match counts.iter_mut().find(|(status, _)| status.key() == one.status.key()) {
            Some((_, count)) => *count += 1,
            None => counts.push((one.status, 1)),
        }
    }
    let rows: Vec<Vec<String>> =
        counts.into_iter().map(|(status, count)| vec![count.to_string(), status_words(status, lang)]).collect();
    aligned(&rows)
}

/// Returns how it stands with a message, in words.
fn status_words(status: Status, lang: Lang) -> String {
    i18n::text(lang, &mailings::status_text(status))
}

fn row(one: &Recipient) -> Value {
    json!({
        "id": one.person.to_string(),
        "name": text_or_null(&one.name),
        "address": text_or_null(&one.address),
        "status": one.status.key(),
        "said": text_or_null(&one.said),
        "sent_at": one.sent_at,
    })
}

fn list(session: &Session) -> Result<Answer, Failure> {
    let (all, names) = session.read(|desk| Ok((mailings::list(desk)?, Names::read(desk)?)))?;
    let json = json!({ "mailings": all.iter().map(|one| document(one, &names)).collect::<Vec<_>>() });
    if all.is_empty() {
        return Ok(Answer::new(json, format!("{}\n", t!(session.lang, "mailings-none"))));
    }
    let cells = |one: &Listed| {
        let stage = i18n::text(session.lang, &format!("mailing-stage-{}", one.stage.key()));
        let numbers = format!("{}/{}", one.sent(), one.queued());
        let at = names.time(one.mailing.send_at.unwrap_or(one.mailing.at));
        vec![
            one.mailing.id.to_string(),
            one.mailing.name.clone(),
            stage,
            numbers,
            at,
            one.mailing.selection_name.clone(),
        ]
    };
    Ok(Answer::new(json, aligned(&all.iter().map(cells).collect::<Vec<_>>())))
}

fn document(one: &Listed, names: &Names) -> Value {
    let mailing = &one.mailing;
    let counts: serde_json::Map<String, Value> =
        one.counts.iter().map(|(status, count)| (status.key().to_owned(), json!(count))).collect();
    json!({
        "id": mailing.id.to_string(),
        "name": mailing.name,
        "selection": text_or_null(&mailing.selection_name),
        "kind": mailing.sort.kind().key(),
        "type": mailing.sort.subscription().map(|kind| names.lists.key(kind)),
        "template": mailing.template,
        "state": one.stage.key(),
        "send_at": mailing.send_at,
        "at": mailing.at,
        "queued": one.queued(),
        "sent": one.sent(),
        "waiting": one.waiting(),
        "failed": one.count(|status| status == Status::Outbox(outbox::State::Failed)),
        "unknown": one.count(|status| status == Status::Outbox(outbox::State::Unknown)),
        "held": one.held(),
        "removed": one.count(|status| status == Status::Removed),
        "gone": one.gone(),
        "persons": mailing.persons,
        "counts": counts,
    })
}

fn show(session: &Session, which: String, limit: usize, offset: usize) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (one, recipients, names) = session.read(move |desk| {
        let id = mailings::find(desk, &which)?;
        Ok((mailings::get(desk, id)?, mailings::recipients(desk, id)?, Names::read(desk)?))
    })?;
    let unlisted = one.count(|_| true).saturating_sub(recipients.len() as u64);
    let page: Vec<&Recipient> = recipients.iter().skip(offset).take(limit).collect();
    let mut json = document(&one, &names);
    if let Value::Object(json) = &mut json {
        json.insert("unlisted".to_owned(), json!(unlisted));
        json.insert("recipients".to_owned(), page.iter().map(|one| row(one)).collect());
    }
    let cells = |one: &&Recipient| {
        let time = one.sent_at.map(|at: Moment| names.time(at)).unwrap_or_default();
        vec![one.person.to_string(), one.name.clone(), one.address.clone(), status_words(one.status, lang), time]
    };
    let text = t!(lang, "mailing-counts", sent = one.sent(), queued = one.queued(), held = one.held());
    let rows: Vec<Vec<String>> = page.iter().map(cells).collect();
    let mut others = String::new();
    if unlisted > 0 {
        others.push_str(&format!("{}\n", t!(lang, "mailing-unlisted", count = unlisted)));
    }
    if one.gone() > 0 {
        others.push_str(&format!("{}\n", t!(lang, "mailing-gone", count = one.gone())));
    }
    Ok(Answer::new(json, format!("{}: {text}\n{others}{}", one.mailing.name, aligned(&rows))))
}

fn change(
    session: &Session,
    which: String,
    change: impl FnOnce(&mut Desk<'_>, Id) -> Result<Option<u64>, Error> + Send + 'static,
) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (one, removed, names) = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let id = mailings::find(desk, &which)?;
            let removed = change(desk, id)?;
            Ok((mailings::get(desk, id)?, removed, Names::read(desk)?))
        }))
    })?;
    let mut json = document(&one, &names);
    if let (Value::Object(json), Some(removed)) = (&mut json, removed) {
        json.insert("removed".to_owned(), json!(removed));
    }
    let stage = i18n::text(lang, &format!("mailing-stage-{}", one.stage.key()));
    Ok(Answer::new(json, format!("{}: {stage}\n", one.mailing.name)))
}
