//! `selection`: named sets of people or companies.

mod charts;
mod putting;

use std::io::Read;
use std::path::Path;

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Selection as Call;
use super::card::Names;
use super::failure::Failure;
use super::find;
use super::session::Session;
use crate::i18n;
use crate::model::criteria::{LENGTH, Node, Of};
use crate::model::selection::{Members, Operation, Selection};
use crate::model::{company, person};
use crate::office::problem::Kind;
use crate::office::selections::{self, Details, Listed, New, Put, sentence};
use crate::office::{Desk, Error, companies, persons};
use crate::t;

/// The most bytes of a file of identities: a million of them.
const IDS: usize = 32 * 1_024 * 1_024;

/// Does what one of the commands asks for.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    match call {
        Call::Create { new, criteria: Some(file), .. } => {
            let criteria = text(session, &file, LENGTH)?;
            let new = named(&new.new_name, new.description.as_deref(), new.of);
            made(session, move |desk| {
                let criteria = selections::read(desk, new.of, &criteria)?;
                counted(desk, &new, &criteria)
            })
        }
        Call::Create { new, ids: Some(file), .. } => {
            let ids = ids(session, &file)?;
            let new = named(&new.new_name, new.description.as_deref(), new.of);
            made(session, move |desk| selections::create_of(desk, &new, &ids))
        }
        // The call is understood only with one of the two.
        Call::Create { .. } => Err(Failure::usage(t!(session.lang, "cli-selection-needs"))),
        Call::Combine { new_name, first, second, op, description } => {
            let new = named(&new_name, description.as_deref(), Of::Persons);
            made(session, move |desk| combined(desk, &new, op, &first, &second))
        }
        Call::Change { selection, criteria } => {
            let criteria = text(session, &criteria, LENGTH)?;
            made(session, move |desk| {
                let before = selections::find(desk, &selection)?;
                let criteria = selections::read(desk, before.of, &criteria)?;
                let selection = selections::change(desk, before.id, &criteria)?;
                let count = selections::count(desk, selection.id)?;
                Ok(Put { selection, count, held: Vec::new() })
            })
        }
        Call::Add { selection, id, ids } => putting::run(session, selection, id, ids, selections::put_into),
        Call::Take { selection, id, ids } => putting::run(session, selection, id, ids, selections::take_out),
        Call::List => list(session),
        Call::Show { selection, limit, offset } => show(session, selection, limit, offset),
        Call::Explain { selection } => explain(session, selection),
        Call::Charts { selection } => charts::run(session, selection),
        Call::Copy { selection, new_name, description } => {
            let new = named(&new_name, description.as_deref(), Of::Persons);
            made(session, move |desk| {
                let from = selections::find(desk, &selection)?;
                selections::copy(desk, from.id, &new)
            })
        }
        Call::Rename { selection, new_name, description } => made(session, move |desk| {
            let before = selections::find(desk, &selection)?;
            let selection = selections::rename(desk, before.id, &new_name, description.as_deref())?;
            let count = selections::count(desk, selection.id)?;
            Ok(Put { selection, count, held: Vec::new() })
        }),
        Call::Visible { selection, to } => {
            described(session, selection, Details { visible: Some(to), ..Details::default() })
        }
        Call::Alert { selection, alert, none: _ } => {
            described(session, selection, Details { alert: Some(alert.unwrap_or_default()), ..Details::default() })
        }
        Call::Remove { selection } => {
            let removed = session.in_office(|office| {
                session.wait(office.write(move |desk| {
                    let selection = selections::find(desk, &selection)?;
                    selections::remove(desk, selection.id)?;
                    Ok(selection)
                }))
            })?;
            let text = t!(session.lang, "cli-selection-removed", name = removed.name.as_str());
            Ok(Answer::new(json!({ "removed": removed.id.to_string() }), format!("{text}\n")))
        }
    }
}

fn named(name: &str, description: Option<&str>, of: Of) -> New {
    New { name: name.to_owned(), description: description.unwrap_or_default().to_owned(), of, ..New::default() }
}

fn described(session: &Session, selection: String, details: Details) -> Result<Answer, Failure> {
    made(session, move |desk| {
        let before = selections::find(desk, &selection)?;
        let selection = selections::describe(desk, before.id, &details)?;
        let count = selections::count(desk, selection.id)?;
        Ok(Put { selection, count, held: Vec::new() })
    })
}

fn counted(desk: &mut Desk<'_>, new: &New, criteria: &Node) -> Result<Put, Error> {
    let selection = selections::create(desk, new, criteria)?;
    let count = selections::count(desk, selection.id)?;
    Ok(Put { selection, count, held: Vec::new() })
}

fn combined(desk: &mut Desk<'_>, new: &New, op: Operation, first: &str, second: &str) -> Result<Put, Error> {
    let (first, second) = (selections::find(desk, first)?, selections::find(desk, second)?);
    let selection = selections::combine(desk, new, op, first.id, second.id)?;
    let count = selections::count(desk, selection.id)?;
    Ok(Put { selection, count, held: Vec::new() })
}

/// Makes or changes a selection, and answers what it is now.
fn made(
    session: &Session,
    job: impl FnOnce(&mut Desk<'_>) -> Result<Put, Error> + Send + 'static,
) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (Put { selection, count, held }, names) = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let put = job(desk)?;
            Ok((put, Names::read(desk)?))
        }))
    })?;
    let mut json = row(&selection, Some(count), &names);
    let text = t!(lang, "cli-selection-made", name = selection.name.as_str(), count = count);
    let mut answer = Answer::new(Value::Null, format!("{text}\n"));
    if !held.is_empty() {
        answer.warnings.push(t!(lang, "cli-selection-held", count = held.len()));
    }
    let held: Vec<Value> = held.iter().map(|id| json!({ "id": id.to_string(), "reason": "restricted" })).collect();
    json["held"] = Value::Array(held);
    answer.json = json;
    Ok(answer)
}

fn row(selection: &Selection, count: Option<u64>, names: &Names) -> Value {
    json!({
        "id": selection.id.to_string(),
        "name": selection.name,
        "description": text_or_null(&selection.description),
        "kind": selection.kind.key(),
        "of": selection.of.key(),
        "owner": selection.owner.and_then(|owner| names.user_key(owner)),
        "visible": selection.visible.key(),
        "alert": text_or_null(&selection.alert),
        "count": count,
    })
}

fn list(session: &Session) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (listed, names) = session.read(|desk| Ok((selections::list(desk)?, Names::read(desk)?)))?;
    let rows: Vec<Vec<String>> = listed
        .iter()
        .map(|Listed { selection, count, used_by }| {
            let kind = i18n::text(lang, &format!("selection-kind-{}", selection.kind.key()));
            let count = count.map_or_else(|| "-".to_owned(), |count| count.to_string());
            vec![selection.id.to_string(), selection.name.clone(), kind, count, used_by.join(", ")]
        })
        .collect();
    let json = listed.iter().map(|listed| {
        let mut json = row(&listed.selection, listed.count, &names);
        json["used_by"] = json!(listed.used_by);
        json
    });
    let json: Vec<Value> = json.collect();
    Ok(Answer::new(json!({ "selections": json }), aligned(&rows)))
}

fn show(session: &Session, word: String, limit: usize, offset: usize) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (selection, total, persons, companies) = session.read(move |desk| {
        let selection = selections::find(desk, &word)?;
        let total = selections::count(desk, selection.id)?;
        let ids = selections::page(desk, selection.id, limit, offset)?;
        let (mut persons, mut companies) = (Vec::new(), Vec::new());
        match selection.of {
            Of::Persons => {
                persons = persons::lines(desk, &ids.into_iter().map(person::Id).collect::<Vec<_>>())?;
            }
            Of::Companies => {
                companies = companies::lines(desk, &ids.into_iter().map(company::Id).collect::<Vec<_>>())?;
            }
        }
        Ok((selection, total, persons, companies))
    })?;
    let (rows, found): (Vec<Vec<String>>, Vec<Value>) = match selection.of {
        Of::Persons => persons.iter().map(|line| (find::cells(line, lang), find::row(line))).unzip(),
        Of::Companies => companies
            .iter()
            .map(|line| {
                let id = line.id.to_string();
                (vec![id.clone(), line.name.clone()], json!({ "id": id, "name": line.name }))
            })
            .unzip(),
    };
    let text = format!("{}{}\n", aligned(&rows), t!(lang, "cli-selection-total", count = total));
    let key = selection.of.key();
    Ok(Answer::new(json!({ "id": selection.id.to_string(), "total": total, key: found }), text))
}

fn explain(session: &Session, word: String) -> Result<Answer, Failure> {
    let (selection, sentence, members, names) = session.read(move |desk| {
        let selection = selections::find(desk, &word)?;
        let sentence = sentence::explain(desk, selection.id)?;
        let members = selections::members_of(desk, selection.id)?;
        let criteria = match members {
            Members::Dynamic(criteria) => selections::written(desk, &criteria)?,
            Members::Static | Members::Combined(..) => Value::Null,
        };
        Ok((selection, sentence, criteria, Names::read(desk)?))
    })?;
    let mut json = row(&selection, None, &names);
    json["sentence"] = Value::from(sentence.as_str());
    json["criteria"] = members;
    if let Value::Object(document) = &mut json {
        document.remove("count");
    }
    Ok(Answer::new(json, format!("{sentence}\n")))
}

/// Reads a text file of at most so many bytes.
/// Returns what a file holds, up to so many bytes.
pub fn text(session: &Session, file: &Path, most: usize) -> Result<String, Failure> {
    let unreadable = |source| session.failure(&Error::File { path: file.to_owned(), source });
    let mut text = String::new();
    // One byte more tells that there is more.
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    std::fs::File::open(file).and_then(|open| open.take(most).read_to_string(&mut text)).map_err(unreadable)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Reads a file with one identity a line.
pub fn ids(session: &Session, file: &Path) -> Result<Vec<i64>, Failure> {
    let text = text(session, file, IDS)?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let id = |(number, line): (usize, &str)| {
        line.trim().parse().map_err(|_| {
            Failure::could_not(Kind::Invalid.key(), t!(session.lang, "cli-selection-bad-id", line = number))
        })
    };
    lines.map(id).collect()
}
