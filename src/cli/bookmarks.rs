//! `favourite` and `recent`: what the user marked, and whose cards the user opened last.

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::failure::Failure;
use super::find;
use super::session::Session;
use crate::model::person::{self, Line};
use crate::office::bookmarks::{self, Record};
use crate::office::{Desk, Error, persons};

/// Makes a person a favourite, or takes that back, and lists the favourites.
pub fn mark(session: &Session, id: &str, favourite: bool) -> Result<Answer, Failure> {
    let id = session.person(id)?;
    let lines = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            bookmarks::mark(desk, Record::Person(id), favourite)?;
            favourites(desk)
        }))
    })?;
    Ok(answer("favourites", &lines, session))
}

/// Lists the favourites.
pub fn list(session: &Session) -> Result<Answer, Failure> {
    Ok(answer("favourites", &session.read(|desk| favourites(desk))?, session))
}

/// Lists whose cards were opened last, the newest first.
pub fn recent(session: &Session) -> Result<Answer, Failure> {
    let lines = session.read(|desk| {
        let ids = bookmarks::recent(desk)?;
        persons::lines(desk, &ids)
    })?;
    Ok(answer("persons", &lines, session))
}

fn favourites(desk: &Desk<'_>) -> Result<Vec<Line>, Error> {
    let ids: Vec<person::Id> = bookmarks::favourites(desk)?;
    persons::lines(desk, &ids)
}

fn answer(key: &str, lines: &[Line], session: &Session) -> Answer {
    let rows: Vec<Value> = lines.iter().map(find::row).collect();
    Answer::new(
        json!({ key: rows }),
        aligned(&lines.iter().map(|line| find::cells(line, session.lang)).collect::<Vec<_>>()),
    )
}
