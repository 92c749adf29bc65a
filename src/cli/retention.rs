//! `retention`: who is due, who is kept longer, and who goes to the trash.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::arguments::Retention as Call;
use super::card::Names;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::model::person::{self, Line};
use crate::model::retention::{Due, Rule};
use crate::office::retention::{self, Approved, words};
use crate::office::{Progress, persons};
use crate::t;

/// Does what one of the commands asks for.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    match call {
        Call::Due { on, limit } => {
            let (on, total, listed, names) = session.read(move |desk| {
                let on = on.unwrap_or(desk.today());
                let mut due = retention::due_on(desk, on)?;
                let total = due.len();
                due.truncate(limit);
                let lines = persons::lines(desk, &due.iter().map(|due| due.person).collect::<Vec<_>>())?;
                Ok((on, total, due.into_iter().zip(lines).collect::<Vec<_>>(), Names::read(desk)?))
            })?;
            let rows: Vec<Vec<String>> = listed.iter().map(|(due, line)| cells(due, line, &names)).collect();
            let text = format!("{}{}\n", aligned(&rows), t!(session.lang, "cli-retention-total", count = total));
            let due: Vec<Value> = listed.iter().map(|(due, line)| row(due, line, &names)).collect();
            Ok(Answer::new(json!({ "on": on, "total": total, "due": due }), text))
        }
        Call::Keep { id, until, reason } => {
            let person = session.person(&id)?;
            let kept = session.in_office(|office| {
                session.wait(office.write(move |desk| retention::keep(desk, person, until, &reason)))
            })?;
            let json = json!({ "id": id, "until": kept.until, "reason": kept.reason });
            let day = crate::i18n::date(session.lang, kept.until);
            Ok(Answer::new(json, format!("{}\n", t!(session.lang, "cli-retention-kept", day = day))))
        }
        Call::Approve { id, all, on, dry_run } => {
            let ids: Vec<person::Id> = id.iter().map(|id| session.person(id)).collect::<Result<_, _>>()?;
            let theirs = Arc::new(Progress::default());
            let progress = Arc::clone(&theirs);
            let Approved { moved, held } = session.in_office(|office| {
                progress::shown(&progress, || {
                    let of = move || (!all).then_some(ids);
                    if dry_run {
                        let plan = session.wait(office.read(move |desk| {
                            let on = on.unwrap_or(desk.today());
                            retention::plan(desk, on, of().as_deref())
                        }))?;
                        return Ok(Approved { moved: plan.ids, held: plan.held });
                    }
                    session.wait(office.write(move |desk| {
                        let on = on.unwrap_or(desk.today());
                        retention::approve(desk, on, of().as_deref(), &theirs)
                    }))
                })
            })?;
            let lang = session.lang;
            // Who is held back is told by name, and why.
            let of: Vec<person::Id> = held.iter().map(|due| due.person).collect();
            let (lines, names) = session.read(move |desk| Ok((persons::lines(desk, &of)?, Names::read(desk)?)))?;
            let held: Vec<(Due, Line)> = held.into_iter().zip(lines).collect();
            let held_json: Vec<Value> = held.iter().map(|(due, line)| held_row(due, line, &names)).collect();
            let moved_json: Vec<String> = moved.iter().map(ToString::to_string).collect();
            let json = json!({ "moved": moved_json, "held": held_json, "dry_run": dry_run });
            let text = if dry_run {
                t!(lang, "cli-retention-plan", count = moved.len(), held = held.len())
            } else {
                t!(lang, "cli-retention-moved", count = moved.len(), held = held.len())
            };
            let rows: Vec<Vec<String>> = held.iter().map(|(due, line)| cells(due, line, &names)).collect();
            Ok(Answer::new(json, format!("{text}\n{}", aligned(&rows))))
        }
    }
}

fn held_row(due: &Due, line: &Line, names: &Names) -> Value {
    json!({
        "id": due.person.to_string(),
        "name": person::full_name(&line.first_name, &line.last_name),
        "reason": due.kept_by.as_ref().map(|kept| kept.key()),
        "text": due.kept_by.as_ref().map(|kept| words::kept(names.lang, kept)),
    })
}

fn row(due: &Due, line: &Line, names: &Names) -> Value {
    let rule = match due.rule {
        Rule::Category(id) => json!({ "category": names.lists.key(id) }),
        Rule::Purpose(id) => json!({ "purpose": names.lists.key(id) }),
    };
    json!({
        "id": due.person.to_string(),
        "name": person::full_name(&line.first_name, &line.last_name),
        "due_on": due.due_on,
        "rule": rule,
        "months": due.months,
        "event": due.event.key(),
        "since": due.since,
        "kept_by": due.kept_by.as_ref().map(|kept| json!({
            "reason": kept.key(),
            "until": kept.until(),
            "text": words::kept(names.lang, kept),
        })),
    })
}

fn cells(due: &Due, line: &Line, names: &Names) -> Vec<String> {
    let lang = names.lang;
    vec![
        due.person.to_string(),
        person::full_name(&line.first_name, &line.last_name),
        crate::i18n::date(lang, due.due_on),
        words::rule(lang, &names.lists, due.rule),
        words::period(lang, due),
        due.kept_by.as_ref().map(|kept| words::kept(lang, kept)).unwrap_or_default(),
    ]
}
