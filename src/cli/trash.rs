//! `trash`: deleting, restoring, emptying the trash, and asking for deletion.

use std::sync::Arc;

use serde_json::{Value, json};

use super::activity::day;
use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Trash as Call;
use super::card::Names;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n;
use crate::model::trash::{Line, Record, RequestId, Verdict};
use crate::model::{company, person};
use crate::office::erasure::Work;
use crate::office::subject::Subject;
use crate::office::trash::{self, Asked, Kept, Missing, Plan, Purged, Restored, Which};
use crate::office::{Desk, Error, Progress, selections};
use crate::t;

/// Deletes, restores, erases, or asks for it.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    match call {
        Call::Add { id, selection, with_people, reason, dry_run } => {
            let whom = whom(id, selection, session)?;
            add(session, whom, with_people, reason.unwrap_or_default(), dry_run)
        }
        Call::List { text, by, limit, offset } => list(session, &text.join(" "), by.as_deref(), limit, offset),
        Call::Restore { id } => restore(session, &id),
        Call::Purge { id, due, all, dry_run } => purge(session, &id, (due, all), dry_run),
        Call::Ask { id, reason } => ask(session, &id, reason),
        Call::Requests { all } => requests(session, !all),
        Call::Answer { request, verdict, answer } => decide(session, &request, verdict, answer.unwrap_or_default()),
    }
}

/// What a deletion names.
enum Whom {
    Cards(Vec<i64>),
    Selection(String),
}

fn whom(ids: Vec<String>, selection: Option<String>, session: &Session) -> Result<Whom, Failure> {
    if let Some(name) = selection {
        return Ok(Whom::Selection(name));
    }
    if ids.is_empty() {
        return Err(Failure::usage(t!(session.lang, "cli-trash-whom")));
    }
    let number = |id: &String| id.trim().parse().map_err(|_| Failure::no_card(id, session.lang));
    Ok(Whom::Cards(ids.iter().map(number).collect::<Result<_, _>>()?))
}

fn subjects(desk: &Desk<'_>, whom: &Whom) -> Result<Vec<Subject>, Error> {
    match whom {
        Whom::Selection(name) => Ok(vec![Subject::Selection(selections::find(desk, name)?.id)]),
        Whom::Cards(numbers) => {
            let (mut persons, mut companies) = (Vec::new(), Vec::new());
            for number in numbers {
                match trash::record(desk, *number)? {
                    Record::Person(id) => persons.push(id),
                    Record::Company(id) => companies.push(id),
                }
            }
            Ok(vec![Subject::Persons(persons.into()), Subject::Companies(companies.into())])
        }
    }
}

fn add(session: &Session, whom: Whom, with_people: bool, reason: String, dry_run: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    if dry_run {
        let plan = session.read(move |desk| {
            let subjects = subjects(desk, &whom)?;
            let plan = trash::plan(desk, &subjects, with_people)?;
            // Who may not do it asks for it instead.
            trash::allow(desk, &subjects, &plan)?;
            Ok(plan)
        })?;
        return Ok(planned(&plan, session));
    }
    let (done, purge_on) = session.in_office(|office| {
        let progress = Arc::new(Progress::default());
        let theirs = Arc::clone(&progress);
        progress::shown(&progress, || {
            session.wait(office.write(move |desk| {
                let done = trash::put(desk, &subjects(desk, &whom)?, with_people, &reason, &theirs)?;
                Ok((done, trash::purge_day(desk)?))
            }))
        })
    })?;
    let json = json!({
        "moved": done.moved(),
        "persons": done.persons.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "companies": done.companies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "staying": done.staying,
        "held": held(&done.held, session),
        "purge_on": purge_on,
    });
    let date = i18n::date(lang, purge_on);
    let mut text = format!("{}\n", t!(lang, "cli-trash-moved", count = done.moved(), date = date));
    if done.staying > 0 {
        text.push_str(&format!("{}\n", t!(lang, "cli-trash-staying", count = done.staying)));
    }
    text.push_str(&held_words(&done.held, session));
    let answer = Answer::new(json, text);
    if done.moved() == 0 && !done.held.is_empty() { Err(Failure::all_held(answer, lang)) } else { Ok(answer) }
}

fn planned(plan: &Plan, session: &Session) -> Answer {
    let lang = session.lang;
    let things: Vec<Value> = plan
        .things
        .iter()
        .map(|one| json!({ "thing": one.thing.key(), "count": one.count, "becomes": one.thing.becomes().key() }))
        .collect();
    let json = json!({
        "moved": plan.moves(),
        "persons": plan.persons.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "companies": plan.companies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "staying": plan.staying.len(),
        "held": held(&plan.held, session),
        "things": things,
        "purge_on": plan.purge_on,
    });
    let date = i18n::date(lang, plan.purge_on);
    let mut text = format!("{}\n", t!(lang, "cli-trash-would-move", count = plan.moves(), date = date));
    if !plan.staying.is_empty() {
        text.push_str(&format!("{}\n", t!(lang, "cli-trash-staying", count = plan.staying.len())));
    }
    let rows = plan.things.iter().map(|one| {
        let becomes = i18n::text(lang, &format!("trash-becomes-{}", one.thing.becomes().key()));
        vec![one.words(lang), one.count.to_string(), becomes]
    });
    text.push_str(&aligned(&rows.collect::<Vec<_>>()));
    text.push_str(&held_words(&plan.held, session));
    Answer::new(json, text)
}

fn held(held: &[Kept], session: &Session) -> Vec<Value> {
    let row = |kept: &Kept| {
        let reasons = kept.reasons.iter().map(|why| why.key()).collect::<Vec<_>>();
        json!({
            "id": kept.record.number().to_string(),
            "name": kept.name,
            "reason": why(kept, session),
            "reasons": reasons,
        })
    };
    held.iter().map(row).collect()
}

fn why(kept: &Kept, session: &Session) -> String {
    kept.reasons.iter().map(|why| why.words(session.lang)).collect::<Vec<_>>().join("; ")
}

fn held_words(held: &[Kept], session: &Session) -> String {
    let line = |kept: &Kept| {
        let line = t!(session.lang, "cli-trash-held", name = kept.name.as_str(), why = why(kept, session));
        format!("{line}\n")
    };
    held.iter().map(line).collect()
}

fn list(session: &Session, typed: &str, by: Option<&str>, limit: usize, offset: usize) -> Result<Answer, Failure> {
    let until = by.map(|typed| day(typed, session)).transpose()?;
    let typed = typed.to_owned();
    let (page, names) =
        session.read(move |desk| Ok((trash::list(desk, &typed, until, limit, offset)?, Names::read(desk)?)))?;
    let row = |line: &Line| {
        json!({
            "id": line.record.number().to_string(),
            "name": line.name,
            "company": text_or_null(&line.company),
            "deleted_at": line.put.at,
            "deleted_by": names.user_key(line.put.by),
            "reason": text_or_null(&line.put.reason),
            "purge_on": line.put.purge_on,
        })
    };
    let (persons, companies): (Vec<&Line>, Vec<&Line>) =
        page.lines.iter().partition(|line| matches!(line.record, Record::Person(_)));
    let json = json!({
        "total": page.total,
        "persons": persons.into_iter().map(row).collect::<Vec<_>>(),
        "companies": companies.into_iter().map(row).collect::<Vec<_>>(),
    });
    if page.total == 0 {
        return Ok(Answer::new(json, format!("{}\n", t!(session.lang, "trash-empty"))));
    }
    let cells = |line: &Line| {
        vec![
            line.record.number().to_string(),
            line.name.clone(),
            line.company.clone(),
            names.time(line.put.at),
            names.user_name(line.put.by),
            t!(session.lang, "trash-until", date = i18n::date(session.lang, line.put.purge_on)),
            line.put.reason.clone(),
        ]
    };
    Ok(Answer::new(json, aligned(&page.lines.iter().map(cells).collect::<Vec<_>>())))
}

/// Returns the cards in the trash that identities name.
fn records(desk: &Desk<'_>, ids: &[i64]) -> Result<Vec<Record>, Error> {
    let record = |id: &i64| {
        let is_company = trash::is_company(desk, company::Id(*id))?;
        Ok(if is_company { Record::Company(company::Id(*id)) } else { Record::Person(person::Id(*id)) })
    };
    ids.iter().map(record).collect()
}

fn numbers(ids: &[String], session: &Session) -> Result<Vec<i64>, Failure> {
    ids.iter().map(|id| id.trim().parse().map_err(|_| Failure::no_card(id, session.lang))).collect()
}

fn restore(session: &Session, ids: &[String]) -> Result<Answer, Failure> {
    let numbers = numbers(ids, session)?;
    let restored = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let records = records(desk, &numbers)?;
            trash::restore(desk, &records)
        }))
    })?;
    Ok(answer_restored(&restored, session))
}

fn answer_restored(restored: &Restored, session: &Session) -> Answer {
    let lang = session.lang;
    let says = |missing: &Missing| i18n::text(lang, &format!("trash-missing-{}", missing.key()));
    let missing = restored.missing.iter().map(|missing| {
        let (record, name) = missing.whose();
        json!({ "id": record.number().to_string(), "name": name, "kind": missing.key(), "message": says(missing) })
    });
    let json = json!({
        "restored": restored.count(),
        "persons": restored.persons.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "companies": restored.companies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "missing": missing.collect::<Vec<_>>(),
    });
    let mut answer = Answer::new(json, format!("{}\n", t!(lang, "trash-restored", count = restored.count())));
    answer.warnings =
        restored.missing.iter().map(|missing| format!("{}: {}", missing.whose().1, says(missing))).collect();
    answer
}

fn purge(session: &Session, ids: &[String], (due, all): (bool, bool), dry_run: bool) -> Result<Answer, Failure> {
    let numbers = numbers(ids, session)?;
    if numbers.is_empty() && !due && !all {
        return Err(Failure::usage(t!(session.lang, "cli-trash-which")));
    }
    let is_named = !numbers.is_empty();
    let purged = session.in_office(|office| {
        let work = Arc::<Work>::default();
        let theirs = Arc::clone(&work.progress);
        progress::shown(&work.progress, || {
            let which = session.wait(office.read(move |desk| {
                Ok(match (due, all) {
                    (true, _) => Which::Due,
                    (false, true) => Which::All,
                    (false, false) => Which::These(records(desk, &numbers)?),
                })
            }))?;
            if dry_run {
                return session.wait(office.write(move |desk| trash::purge(desk, &which, true, &theirs)));
            }
            trash::empty(office, which, &work).map_err(|error| session.failure(&error))
        })
    })?;
    let lang = session.lang;
    let said = if dry_run {
        t!(lang, "cli-trash-would-purge", count = purged.count())
    } else {
        t!(lang, "trash-purged", count = purged.count())
    };
    let company =
        |(_, name): &(company::Id, String)| format!("  {}\n", t!(lang, "erasing-company", name = name.as_str()));
    let along: String = purged.along.iter().map(company).collect();
    let words = format!("{said}\n{along}{}", held_words(&purged.held, session));
    let answer = Answer::new(document(&purged, session), words);
    // A round that finds nobody to erase has done its work.
    let is_refused = is_named && !dry_run && purged.count() == 0 && !purged.held.is_empty();
    if is_refused { Err(Failure::all_held(answer, lang)) } else { Ok(answer) }
}

/// Returns what was erased, for scripts.
pub fn document(purged: &Purged, session: &Session) -> Value {
    json!({
        "erased": purged.count(),
        "persons": purged.persons.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "companies": purged.companies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "along": purged.along.iter().map(|(id, name)| json!({ "id": id.to_string(), "name": name })).collect::<Vec<_>>(),
        "held": held(&purged.held, session),
    })
}

fn ask(session: &Session, id: &str, reason: String) -> Result<Answer, Failure> {
    let number: i64 = id.trim().parse().map_err(|_| Failure::no_card(id, session.lang))?;
    let (asked, names) = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let record = trash::record(desk, number)?;
            Ok((trash::ask_for_deletion(desk, record, &reason)?, Names::read(desk)?))
        }))
    })?;
    let text = t!(session.lang, "cli-trash-asked");
    Ok(Answer::new(row(&asked, &names), format!("{text}\n{}\n", asked.request.id)))
}

fn row(asked: &Asked, names: &Names) -> Value {
    let (request, decided) = (&asked.request, asked.request.decided.as_ref());
    json!({
        "request": request.id.to_string(),
        "id": request.record.number().to_string(),
        "name": asked.name,
        "reason": request.reason,
        "at": request.at,
        "by": names.user_key(request.by),
        "decision": decided.map(|decided| decided.verdict.key()),
        "answer": decided.and_then(|decided| (!decided.answer.is_empty()).then_some(decided.answer.as_str())),
        "decided_at": decided.map(|decided| decided.at),
        "decided_by": decided.and_then(|decided| names.user_key(decided.by)),
    })
}

fn requests(session: &Session, only_open: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (requests, names) =
        session.read(move |desk| Ok((trash::deletion_requests(desk, only_open)?, Names::read(desk)?)))?;
    let json = json!({ "requests": requests.iter().map(|asked| row(asked, &names)).collect::<Vec<_>>() });
    if requests.is_empty() {
        return Ok(Answer::new(json, format!("{}\n", t!(lang, "cli-trash-no-requests"))));
    }
    let cells = |asked: &Asked| {
        let decided = asked.request.decided.as_ref();
        vec![
            asked.request.id.to_string(),
            asked.name.clone(),
            names.time(asked.request.at),
            names.user_name(asked.request.by),
            asked.request.reason.clone(),
            decided.map(|one| i18n::text(lang, &format!("deletion-{}", one.verdict.key()))).unwrap_or_default(),
        ]
    };
    Ok(Answer::new(json, aligned(&requests.iter().map(cells).collect::<Vec<_>>())))
}

fn decide(session: &Session, request: &str, verdict: Verdict, answer: String) -> Result<Answer, Failure> {
    let lang = session.lang;
    let id: RequestId = request.parse().map_err(|_| Failure::not_found(lang))?;
    let done = session
        .in_office(|office| session.wait(office.write(move |desk| trash::answer(desk, id, verdict, &answer))))?;
    let is_decided = done.held.is_empty();
    let json = json!({
        "decision": is_decided.then_some(verdict.key()),
        "moved": done.moved(),
        "held": held(&done.held, session),
    });
    let text = match (is_decided, verdict) {
        (true, Verdict::Deleted) => t!(lang, "cli-trash-decided-deleted"),
        (true, Verdict::Refused) => t!(lang, "cli-trash-decided-refused"),
        (false, _) => t!(lang, "cli-trash-not-decided"),
    };
    let answer = Answer::new(json, format!("{text}\n{}", held_words(&done.held, session)));
    if is_decided { Ok(answer) } else { Err(Failure::all_held(answer, lang)) }
}
