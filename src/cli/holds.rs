//! `hold`: who must be kept, and why.

use serde_json::{Value, json};

use super::activity::day;
use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Hold as Call;
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use crate::i18n;
use crate::model::hold::{Content, Id};
use crate::office::holding::{self, Held, Listed};
use crate::t;

/// Adds, lifts or lists legal holds.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    match call {
        Call::Add { id, ground, statute, until, comment } => {
            let id = session.person(&id)?;
            let until = until.map(|typed| day(&typed, session)).transpose()?;
            let content = Content { ground, statute, comment: comment.unwrap_or_default(), until };
            let (made, names) = session.in_office(|office| {
                session.wait(office.write(move |desk| Ok((holding::add(desk, id, content)?, Names::read(desk)?))))
            })?;
            Ok(Answer::new(row(&made, &names), lines(&[made], &names)))
        }
        Call::Lift { id, hold, reason } => {
            let id = session.person(&id)?;
            let hold: Id = hold.parse().map_err(|_| Failure::not_found(session.lang))?;
            let (lifted, names) = session.in_office(|office| {
                session
                    .wait(office.write(move |desk| Ok((holding::lift(desk, id, hold, &reason)?, Names::read(desk)?))))
            })?;
            Ok(Answer::new(row(&lifted, &names), lines(&[lifted], &names)))
        }
        Call::List { id, past } => {
            let id = id.map(|id| session.person(&id)).transpose()?;
            let (holds, names) = session.read(move |desk| Ok((holding::list(desk, id, past)?, Names::read(desk)?)))?;
            let rows: Vec<Value> = holds.iter().map(|hold| row(hold, &names)).collect();
            let text =
                if holds.is_empty() { format!("{}\n", t!(session.lang, "hold-none")) } else { lines(&holds, &names) };
            Ok(Answer::new(json!({ "holds": rows }), text))
        }
    }
}

/// Returns a hold for scripts.
pub fn row(listed: &Listed, names: &Names) -> Value {
    let (hold, content) = (&listed.hold, &listed.hold.content);
    let lifted = hold.lifted.as_ref();
    json!({
        "hold": hold.id.to_string(),
        "id": hold.person.to_string(),
        "name": listed.name,
        "ground": content.ground.key(),
        "statute": content.statute,
        "comment": text_or_null(&content.comment),
        "until": content.until,
        "at": hold.at,
        "by": names.user_key(hold.by),
        "stands": listed.stands,
        "lifted_at": lifted.map(|lifted| lifted.at),
        "lifted_by": lifted.and_then(|lifted| names.user_key(lifted.by)),
        "lifted_why": lifted.map(|lifted| lifted.why.as_str()),
    })
}

fn lines(holds: &[Listed], names: &Names) -> String {
    let cells = |listed: &Listed| {
        let words = Held::of_hold(&listed.hold).words(names.lang);
        let stands = if listed.stands { String::new() } else { i18n::text(names.lang, "hold-past") };
        vec![listed.hold.id.to_string(), listed.name.clone(), words, stands]
    };
    aligned(&holds.iter().map(cells).collect::<Vec<_>>())
}
