//! `restrict`, `unrestrict` and `object`: what state a person is in.

use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::{Object, ObjectCommand};
use super::basis;
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use super::words;
use crate::i18n;
use crate::model::objection::{self, Objection, Reach, Verdict};
use crate::model::restriction::{Ground, Restriction};
use crate::model::state::{States, Status};
use crate::office::states::{self as office, Closed};
use crate::office::{Error, Rule};
use crate::t;

/// Restricts the processing of somebody's data.
pub fn restrict(session: &Session, id: &str, ground: Ground, comment: Option<&str>) -> Result<Answer, Failure> {
    let (id, comment) = (session.person(id)?, comment.unwrap_or_default().to_owned());
    let (closed, names) = session.in_office(|card_file| {
        session
            .wait(card_file.write(move |desk| Ok((office::restrict(desk, id, ground, &comment)?, Names::read(desk)?))))
    })?;
    Ok(shown(&closed, &names))
}

/// Lifts a restriction, and reminds of telling the person before.
pub fn lift(session: &Session, id: &str, reason: &str, told: bool) -> Result<Answer, Failure> {
    let (id, reason) = (session.person(id)?, reason.to_owned());
    let states = session
        .in_office(|card_file| session.wait(card_file.write(move |desk| office::lift(desk, id, &reason, told))))?;
    let status = states.status();
    let json = json!({ "id": id.to_string(), "status": status.key(), "restriction": Value::Null, "told": told });
    let mut answer = Answer::new(json, format!("{}\n", t!(session.lang, "state-lifted")));
    if !told {
        let reminder = t!(session.lang, "state-lift-reminder");
        answer.json["warnings"] = json!([{ "kind": "not-told", "message": reminder }]);
        answer.warnings.push(reminder);
    }
    Ok(answer)
}

/// Enters an objection, or decides about one.
pub fn object(session: &Session, call: &Object) -> Result<Answer, Failure> {
    if let Some(ObjectCommand::Decide { id, objection, verdict, reason }) = &call.command {
        return decide(session, id, objection, *verdict, reason);
    }
    let lang = session.lang;
    let id = session.person(call.id.as_deref().unwrap_or_default())?;
    let (word, comment) = (call.purpose.clone().unwrap_or_default(), call.comment.clone().unwrap_or_default());
    let answer = call.answer.clone();
    let (made, names) = session.in_office(|card_file| {
        let names = session.wait(card_file.read(move |desk| Names::read(desk)))?;
        let purpose = words::purpose(&names.lists, &word, lang)?;
        let made = card_file.write(move |desk| office::object(desk, id, purpose, &comment, answer.as_deref()));
        Ok((session.wait(made)?, names))
    })?;
    let json = json!({ "objection": row(&made.objection, &names), "row": basis::row(&made.holds, &names) });
    let says = explained(&made.objection, made.holds.basis == crate::model::basis::Basis::Withdrawn);
    Ok(Answer::new(json, format!("{}\n{}\n", i18n::text(lang, says), made.objection.id)))
}

fn decide(session: &Session, id: &str, objection: &str, verdict: Verdict, reason: &str) -> Result<Answer, Failure> {
    let id = session.person(id)?;
    let objection: objection::Id = objection.parse().map_err(|_| Failure::not_found(session.lang))?;
    let reason = reason.to_owned();
    let (decided, names) = session.in_office(|card_file| {
        session.wait(
            card_file
                .write(move |desk| Ok((office::decide(desk, id, objection, verdict, &reason)?, Names::read(desk)?))),
        )
    })?;
    let text = i18n::text(session.lang, &format!("objection-decided-{}", verdict.key()));
    Ok(Answer::new(json!({ "objection": row(&decided, &names) }), format!("{text}\n")))
}

/// Returns the key of the text that says what an objection does.
fn explained(objection: &Objection, takes_consent_back: bool) -> &'static str {
    match objection.reach {
        Reach::Absolute => "objection-says-absolute",
        Reach::Weighed => "objection-says-weighed",
        Reach::None if takes_consent_back => "objection-says-consent",
        Reach::None => "objection-says-none",
    }
}

/// Returns what is answered about a card that is opened only for a reason: who it is, why it is closed, whom to ask.
pub fn closed(closed: &Closed, names: &Names) -> Failure {
    let failure = Failure::of(&Error::Refused(Rule::ReasonNeeded), names.lang);
    Failure { shown: Some(Box::new(shown(closed, names))), ..failure }
}

fn shown(closed: &Closed, names: &Names) -> Answer {
    let lang = names.lang;
    let restriction = &closed.restriction;
    let json = json!({
        "id": closed.person.to_string(),
        "name": closed.name,
        "status": Status::Restricted.key(),
        "restriction": restriction_or_null(Some(restriction), names),
        "ask": text_or_null(&closed.ask),
    });
    let ground = i18n::text(lang, &format!("ground-{}", restriction.ground.letter()));
    let by = names.user_name(restriction.by);
    let rows = [
        (t!(lang, "state-ground"), ground),
        (t!(lang, "state-since"), names.time(restriction.at)),
        (t!(lang, "state-restricted-by"), by),
        (t!(lang, "state-ask"), closed.ask.clone()),
    ];
    let rows: Vec<Vec<String>> =
        rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| vec![label, value]).collect();
    Answer::new(json, format!("{}\n{}\n\n{}", closed.name, t!(lang, "state-restricted-long"), aligned(&rows)))
}

/// Returns a restriction for scripts.
pub fn restriction_or_null(restriction: Option<&Restriction>, names: &Names) -> Value {
    restriction.map_or(Value::Null, |restriction| {
        json!({
            "ground": restriction.ground.letter(),
            "at": restriction.at,
            "by": names.user_key(restriction.by),
            "comment": text_or_null(&restriction.comment),
        })
    })
}

/// Returns an objection for scripts.
pub fn row(objection: &Objection, names: &Names) -> Value {
    let decided = objection.decided.as_ref();
    json!({
        "id": objection.id.to_string(),
        "purpose": names.lists.key(objection.purpose),
        "reach": objection.reach.key(),
        "at": objection.at,
        "by": names.user_key(objection.by),
        "comment": text_or_null(&objection.comment),
        "decision": decided.map(|decided| decided.verdict.key()),
        "reason": decided.map(|decided| decided.reason.as_str()),
        "decided_at": decided.map(|decided| decided.at),
        "decided_by": decided.and_then(|decided| names.user_key(decided.by)),
    })
}

/// Returns what must be known about a person before anything else, a line each.
pub fn lines(states: &States, names: &Names) -> String {
    let lang = names.lang;
    let mut text = String::new();
    if let Some(restriction) = &states.restriction {
        let ground = i18n::text(lang, &format!("ground-{}", restriction.ground.letter()));
        text.push_str(&format!("{} {ground}\n", t!(lang, "state-restricted-long")));
    }
    for purpose in &states.objects_to {
        text.push_str(&format!("{}\n", t!(lang, "state-objects-to", purpose = names.list_name(*purpose))));
    }
    for open in states.open() {
        let purpose = names.list_name(open.purpose);
        text.push_str(&format!("{} ({})\n", t!(lang, "state-open-objection", purpose = purpose), open.id));
    }
    if let Some(minor) = states.minor {
        text.push_str(&format!("{}\n", t!(lang, "state-minor", age = minor.age)));
    }
    text
}
