//! `relation`: what people are to each other.

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::failure::Failure;
use super::session::Session;
use crate::model::field::Field;
use crate::model::person;
use crate::model::relation::Id;
use crate::office::Desk;
use crate::office::lists::Lists;
use crate::office::relations::{self, Seen};
use crate::t;

/// Notes that another person is something to a person, or, where the kind is named as it reads from the other side, the
/// person to them. A kind that nobody has heard of is a slip of the pen, unless `is_new` says otherwise.
pub fn add(
    session: &Session,
    (id, other): (&str, &str),
    (kind, is_new): (&str, bool),
    comment: Option<&str>,
) -> Result<Answer, Failure> {
    let (id, other) = (session.person(id)?, session.person(other)?);
    let (kind, comment) = (kind.to_owned(), comment.unwrap_or_default().to_owned());
    let seen = session.in_office(|office| {
        let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
        let (kind, forth) = match relations::find(&lists, &kind) {
            Some((known, forth)) => (lists.key(known).to_owned(), forth),
            None if is_new || kind.trim().is_empty() => (kind, true),
            None => return Err(unknown(&lists, &kind, session)),
        };
        let (of, who) = if forth { (id, other) } else { (other, id) };
        session.wait(office.write(move |desk| {
            relations::add(desk, of, who, &kind, &comment)?;
            relations::of(desk, id)
        }))
    })?;
    Ok(answer(&seen))
}

fn unknown(lists: &Lists, kind: &str, session: &Session) -> Failure {
    let known: Vec<String> = relations::choices(lists, session.lang).into_iter().map(|(_, _, words)| words).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let mut failure = Failure::unknown_word(session.lang, &Field::Relation, kind, &known);
    failure.message.push_str(&format!(". {}", t!(session.lang, "cli-relation-new-kind")));
    failure
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
