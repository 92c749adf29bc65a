//! `relation`: what people are to each other.

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::failure::Failure;
use super::session::Session;
use crate::model::person;
use crate::model::relation::Id;
use crate::office::Desk;
use crate::office::relations::{self, Seen};

/// Notes that another person is something to a person.
pub fn add(session: &Session, id: &str, other: &str, kind: &str, comment: Option<&str>) -> Result<Answer, Failure> {
    let (id, other) = (session.person(id)?, session.person(other)?);
    let (kind, comment) = (kind.to_owned(), comment.unwrap_or_default().to_owned());
    change(session, move |desk| {
        relations::add(desk, id, other, &kind, &comment)?;
        relations::of(desk, id)
    })
}

/// Takes a relation away.
pub fn remove(session: &Session, id: &str, relation: &str) -> Result<Answer, Failure> {
    let id = session.person(id)?;
    let relation: Id = relation.parse().map_err(|_| Failure::not_found(session.lang))?;
    change(session, move |desk| {
        relations::remove(desk, id, relation)?;
        relations::of(desk, id)
    })
}

/// Shows what others are to a person.
pub fn list(session: &Session, id: &str) -> Result<Answer, Failure> {
    let id = session.person(id)?;
    Ok(answer(&session.read(move |desk| relations::of(desk, id))?))
}

fn change(
    session: &Session,
    job: impl FnOnce(&mut Desk<'_>) -> Result<Vec<Seen>, crate::office::Error> + Send + 'static,
) -> Result<Answer, Failure> {
    Ok(answer(&session.in_office(|office| session.wait(office.write(job)))?))
}

fn answer(seen: &[Seen]) -> Answer {
    let name = |seen: &Seen| person::full_name(&seen.who.first_name, &seen.who.last_name);
    let row = |seen: &Seen| {
        json!({
            "relation": seen.relation.id.to_string(),
            "id": seen.who.id.to_string(),
            "name": name(seen),
            "what": seen.words,
            "comment": text_or_null(&seen.relation.comment),
        })
    };
    let cells =
        |seen: &Seen| vec![seen.relation.id.to_string(), seen.words.clone(), name(seen), seen.relation.comment.clone()];
    let rows: Vec<Value> = seen.iter().map(row).collect();
    Answer::new(json!({ "relations": rows }), aligned(&seen.iter().map(cells).collect::<Vec<_>>()))
}
