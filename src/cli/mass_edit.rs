//! `mass-edit`: changing many cards at once, and taking that back.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::{MassEdit, MassEditCommand};
use super::failure::Failure;
use super::selection::ids;
use super::session::Session;
use super::{progress, words};
use crate::i18n::{self, Lang};
use crate::model::criteria;
use crate::model::field::Field;
use crate::model::mass_edit::{Edit, Id, Of, Replace, Row, Which};
use crate::model::{company, custom, person};
use crate::office::lists::Lists;
use crate::office::mass_edit::{self, Done, Held, Plan, Shown, Verb, What};
use crate::office::subject::Subject;
use crate::office::{Desk, Error, Progress, companies, persons, problem, selections, setup};
use crate::t;

/// Does what one of the commands asks for.
pub fn run(session: &Session, call: MassEdit) -> Result<Answer, Failure> {
    match &call.command {
        Some(MassEditCommand::Undo { id }) => undo(session, id),
        Some(MassEditCommand::List) => list(session),
        None => edit(session, call),
    }
}

/// One row, as it was called for.
enum Asked {
    Field(Field, Verb, String),
    Replace(Field, Replace),
    Basis([String; 4]),
    Restrict(crate::model::restriction::Ground),
}

fn edit(session: &Session, call: MassEdit) -> Result<Answer, Failure> {
    let lang = session.lang;
    let asked = asked(session, &call)?;
    if asked.is_empty() {
        return Err(Failure::usage(t!(lang, "cli-mass-edit-needs")));
    }
    let picked = call.ids.as_ref().map(|file| ids(session, file)).transpose()?;
    let day = |word: &Option<String>| {
        let read = |word: &String| {
            let day = custom::date(word).or_else(|| i18n::parse_date(lang, word, chrono::Local::now().date_naive()));
            day.ok_or_else(|| Failure::usage(t!(lang, "cli-mass-edit-date", value = word.as_str())))
        };
        word.as_ref().map(read).transpose()
    };
    let mut which = if call.activities {
        Some(Which { kind: None, since: day(&call.since)?, until: day(&call.until)? })
    } else {
        None
    };
    if let (Some(which), Some(kind)) = (&mut which, &call.kind) {
        let lists = session.read(|desk| Ok(desk.lists()?.clone()))?;
        which.kind = Some(words::activity(&lists, kind, lang)?);
    }
    let (dry_run, limit, offset) = (call.dry_run, call.limit, call.offset);
    session.in_office(|office| {
        let progress = Arc::new(Progress::default());
        let theirs = Arc::clone(&progress);
        let name = call.selection.clone();
        let ask = move |desk: &Desk<'_>| {
            let (subject, of) = subject(desk, name.as_deref(), picked)?;
            let of = if which.is_some() { Of::Activities } else { of };
            let rows = asked.into_iter().map(|row| row.read(desk, of)).collect::<Result<Vec<_>, Error>>()?;
            Ok::<_, Error>((subject, Edit { activities: which, rows }))
        };
        progress::shown(&progress, || {
            if dry_run {
                let (plan, sample, names) = session.wait(office.read(move |desk| {
                    let (subject, edit) = ask(desk)?;
                    let plan = mass_edit::plan(desk, &subject, &edit, &theirs)?;
                    let sample = mass_edit::sample(desk, &plan, limit, offset)?;
                    Ok((plan, sample, desk.lists()?.clone()))
                }))?;
                return Ok(planned(&plan, &sample, &names, lang));
            }
            let done = session.wait(office.write(move |desk| {
                let (subject, edit) = ask(desk)?;
                mass_edit::carry_out(desk, &subject, &edit, &theirs)
            }))?;
            Ok(carried_out(&done, lang))
        })
    })
}

fn subject(desk: &Desk<'_>, name: Option<&str>, picked: Option<Vec<i64>>) -> Result<(Subject, Of), Error> {
    if let Some(picked) = picked {
        // What the first of them is: a file holds either persons or companies.
        let is_company = picked.first().is_some_and(|id| companies::get(desk, company::Id(*id)).is_ok());
        return Ok(if is_company {
            (Subject::Companies(picked.into_iter().map(company::Id).collect()), Of::Companies)
        } else {
            let picked: Vec<person::Id> = picked.into_iter().map(person::Id).collect();
            persons::require_known(desk, &picked)?;
            (Subject::Persons(picked.into()), Of::Persons)
        });
    }
    let selection = selections::find(desk, name.unwrap_or_default())?;
    let of = match selection.of {
        criteria::Of::Persons => Of::Persons,
        criteria::Of::Companies => Of::Companies,
    };
    Ok((Subject::Selection(selection.id), of))
}

fn asked(session: &Session, call: &MassEdit) -> Result<Vec<Asked>, Failure> {
    let lang = session.lang;
    let pair = |change: &str| -> Result<(Field, String), Failure> {
        let (key, value) =
            change.split_once('=').ok_or_else(|| Failure::usage(t!(lang, "cli-change-shape", value = change)))?;
        Ok((field(session, key, call.activities)?, value.to_owned()))
    };
    let mut rows = Vec::new();
    for (verb, changes) in [(Verb::Set, &call.set), (Verb::Add, &call.add), (Verb::Remove, &call.remove)] {
        for change in changes {
            let (field, value) = pair(change)?;
            rows.push(Asked::Field(field, verb, value));
        }
    }
    for key in &call.clear {
        rows.push(Asked::Field(field(session, key, call.activities)?, Verb::Clear, String::new()));
    }
    for change in &call.replace {
        let (field, value) = pair(change)?;
        let parts = value.split_once("=>");
        let (find, with) =
            parts.ok_or_else(|| Failure::usage(t!(lang, "cli-replace-shape", value = change.as_str())))?;
        let replace = Replace {
            find: find.to_owned(),
            with: with.to_owned(),
            case: call.case,
            whole_word: call.whole_word,
            regex: call.regex,
        };
        rows.push(Asked::Replace(field, replace));
    }
    for grant in &call.basis {
        let shape = || Failure::usage(t!(lang, "cli-mass-edit-basis-shape", value = grant.as_str()));
        let (purpose, rest) = grant.split_once('=').ok_or_else(shape)?;
        let mut parts = rest.splitn(3, ',');
        let (Some(basis), Some(source)) = (parts.next(), parts.next()) else { return Err(shape()) };
        let comment = parts.next().unwrap_or_default();
        rows.push(Asked::Basis([purpose, basis, source, comment].map(|part| part.trim().to_owned())));
    }
    rows.extend(call.restrict.map(Asked::Restrict));
    Ok(rows)
}

/// Returns the field that a key names; those of activities go by the keys that `activity` uses as well.
fn field(session: &Session, key: &str, of_activities: bool) -> Result<Field, Failure> {
    let key = key.trim();
    let known = [("text", Field::Note), ("done", Field::DoneAt), ("kind", Field::Activity)];
    if of_activities && let Some((_, field)) = known.into_iter().find(|(known, _)| *known == key) {
        return Ok(field);
    }
    key.parse().map_err(|_| Failure::usage(t!(session.lang, "cli-unknown-field", field = key)))
}

impl Asked {
    fn read(self, desk: &Desk<'_>, of: Of) -> Result<Row, Error> {
        match self {
            Self::Field(field, verb, text) => mass_edit::row_from_text(desk, of, &field, verb, &text),
            Self::Replace(field, replace) => mass_edit::replacing_from_text(desk, of, &field, &replace),
            Self::Basis([purpose, basis, source, comment]) => {
                mass_edit::basis_from_text(desk, &purpose, &basis, &source, &comment)
            }
            Self::Restrict(ground) => Ok(Row::Restrict { ground, comment: String::new() }),
        }
    }
}

fn held(held: &[Held], lang: Lang) -> (Vec<Value>, String) {
    let row = |one: &Held| json!({ "id": one.id.to_string(), "reason": one.why.key(), "message": one.why.words(lang) });
    let text = held.iter().map(|one| format!("  {}  {}\n", one.id, one.why.words(lang))).collect();
    (held.iter().map(row).collect(), text)
}

fn carried_out(done: &Done, lang: Lang) -> Answer {
    let (rows, listed) = held(&done.held, lang);
    let id = done.edit.map(|id| id.to_string());
    let shown = id.as_deref().unwrap_or("-");
    let held = done.held.len();
    let counts =
        t!(lang, "cli-mass-edit-done", id = shown, changed = done.changed, unchanged = done.unchanged, held = held);
    let json = json!({
        "edit_id": id,
        "of": done.of.key(),
        "changed": done.changed,
        "unchanged": done.unchanged,
        "held": rows,
        "dry_run": false,
    });
    Answer::new(json, format!("{counts}\n{listed}"))
}

fn planned(plan: &Plan, sample: &[Shown], lists: &Lists, lang: Lang) -> Answer {
    let (rows, listed) = held(&plan.held, lang);
    let changed = plan.changing.len();
    let counts = t!(lang, "cli-mass-edit-plan", changed = changed, unchanged = plan.unchanged, held = plan.held.len());
    let shown: Vec<Value> = sample
        .iter()
        .map(|one| {
            let (field, purpose) = match &one.what {
                What::Field(field) => (Some(field.to_string()), None),
                What::Basis(purpose) => (Some("legal_basis".to_owned()), Some(lists.key(*purpose))),
                What::Subscription(_) => (Some(Field::Subscriptions.to_string()), None),
                What::Restriction => (Some("restricted".to_owned()), None),
            };
            let kind = if let What::Subscription(kind) = &one.what { Some(lists.key(*kind)) } else { None };
            json!({
                "id": one.id.to_string(),
                "name": one.name,
                "field": field,
                "purpose": purpose,
                "type": kind,
                "before": text_or_null(&one.before),
                "after": text_or_null(&one.after),
            })
        })
        .collect();
    let lines: Vec<Vec<String>> = sample
        .iter()
        .map(|one| {
            let what = match &one.what {
                What::Field(field) => problem::field_name(lang, field),
                What::Basis(item) | What::Subscription(item) => lists.name(*item, lang).to_owned(),
                What::Restriction => i18n::text(lang, "state-restricted"),
            };
            vec![one.name.clone(), what, format!("{} → {}", one.before, one.after)]
        })
        .collect();
    let json = json!({
        "edit_id": Value::Null,
        "of": plan.of.key(),
        "changed": changed,
        "unchanged": plan.unchanged,
        "held": rows,
        "dry_run": true,
        "sample": shown,
    });
    Answer::new(json, format!("{counts}\n{}{listed}", aligned(&lines)))
}

fn undo(session: &Session, id: &str) -> Result<Answer, Failure> {
    let lang = session.lang;
    let id: Id = id.parse().map_err(|_| Failure::not_found(lang))?;
    let undone = session.in_office(|office| {
        let progress = Arc::new(Progress::default());
        let theirs = Arc::clone(&progress);
        progress::shown(&progress, || session.wait(office.write(move |desk| mass_edit::undo(desk, id, &theirs))))
    })?;
    let (rows, listed) = held(&undone.held, lang);
    let counts = t!(lang, "mass-edit-undone", restored = undone.restored, held = undone.held.len());
    Ok(Answer::new(json!({ "restored": undone.restored, "held": rows }), format!("{counts}\n{listed}")))
}

fn list(session: &Session) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (past, users) = session.read(|desk| Ok((mass_edit::list(desk)?, setup::users(desk)?)))?;
    let user = |id| users.iter().find(|user| user.id == id).map_or("", |user| user.name.as_str());
    let rows: Vec<Value> = past
        .iter()
        .map(|one| {
            json!({
                "edit_id": one.id.to_string(),
                "of": one.of.key(),
                "name": text_or_null(&one.name),
                "changed": one.changed,
                "unchanged": one.unchanged,
                "held": one.held,
                "at": one.at.rfc3339(),
                "by": user(one.by),
                "edit": one.edit,
                "undone_at": one.undone.map(|(at, _)| at.rfc3339()),
                "undone_by": one.undone.map(|(_, by)| user(by)),
            })
        })
        .collect();
    let lines: Vec<Vec<String>> = past
        .iter()
        .map(|one| {
            let state = if one.undone.is_some() { t!(lang, "mass-edit-taken-back") } else { String::new() };
            let at = i18n::date(lang, one.at.local_date());
            vec![one.id.to_string(), at, user(one.by).to_owned(), one.name.clone(), one.changed.to_string(), state]
        })
        .collect();
    Ok(Answer::new(json!({ "mass_edits": rows }), aligned(&lines)))
}
