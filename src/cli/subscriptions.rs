//! `subscription`: what somebody answered to the types of mailings.

use serde_json::{Map, Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Subscription as Call;
use super::card::Names;
use super::failure::Failure;
use super::session::Session;
use super::words;
use crate::i18n;
use crate::model::list;
use crate::model::subscription::Said;
use crate::office::subscriptions::{self, Standing, Subscriptions};
use crate::t;

/// Enters or lists what somebody answered.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    let lang = session.lang;
    match call {
        Call::Set { id, kind, wanted, source, comment } => {
            let id = session.person(&id)?;
            let (all, names) = session.in_office(|office| {
                let names = session.wait(office.read(|desk| Names::read(desk)))?;
                let kind = words::subscription(&names.lists, &kind, lang)?;
                let source = source.map(|word| words::source(&names.lists, &word, lang)).transpose()?;
                let said = Said {
                    source: source.unwrap_or(list::SOURCE_USER),
                    comment: comment.unwrap_or_default(),
                    ..Said::new(kind, wanted)
                };
                let all = session.wait(office.write(move |desk| {
                    subscriptions::set(desk, id, &said)?;
                    subscriptions::if_open(desk, id)
                }))?;
                Ok((all, names))
            })?;
            Ok(answer(all.as_ref(), &names))
        }
        Call::List { id } => {
            let id = session.person(&id)?;
            let (all, names) = session.read(move |desk| Ok((subscriptions::of(desk, id)?, Names::read(desk)?)))?;
            Ok(answer(Some(&all), &names))
        }
    }
}

/// Returns what somebody answered; of a closed card, nothing but that it was entered.
fn answer(all: Option<&Subscriptions>, names: &Names) -> Answer {
    match all {
        Some(all) => Answer::new(Value::Object(document(all, names).into_iter().collect()), text(all, names)),
        None => Answer::new(
            json!({ "subscriptions": Value::Null }),
            format!("{}\n", t!(names.lang, "cli-subscription-closed")),
        ),
    }
}

/// Returns what somebody answered, for scripts.
pub fn document(all: &Subscriptions, names: &Names) -> Map<String, Value> {
    let key = |standing: &Standing| names.lists.key(standing.kind).to_owned();
    let subscribed: Vec<String> = all.types.iter().filter(|standing| standing.subscribes).map(key).collect();
    let answers = all.types.iter().filter_map(|standing| {
        let said = standing.said.as_ref()?;
        Some(json!({
            "type": key(standing),
            "wanted": said.wanted,
            "source": names.lists.key(said.source),
            "at": said.at,
            "by": names.user_key(said.by),
            "comment": text_or_null(&said.comment),
        }))
    });
    let stops: Vec<&str> = all.stops.iter().map(|stop| stop.key()).collect();
    let mut document = Map::new();
    document.insert("subscriptions".to_owned(), json!(subscribed));
    document.insert("subscription_answers".to_owned(), answers.collect());
    document.insert("mailings_stopped_by".to_owned(), json!(stops));
    document
}

/// Returns what somebody answered, for people: a line for each type, and what stops mailings anyway.
pub fn text(all: &Subscriptions, names: &Names) -> String {
    let lang = names.lang;
    let cells = |standing: &Standing| {
        let words = i18n::text(lang, subscriptions::words(standing));
        let mut cells = vec![String::new(), names.list_name(standing.kind), words];
        if let Some(said) = &standing.said {
            let source = names.list_name(said.source);
            cells.extend([source, names.time(said.at), names.user_name(said.by), said.comment.clone()]);
        }
        cells
    };
    let mut text = aligned(&all.types.iter().map(cells).collect::<Vec<_>>());
    for stop in &all.stops {
        text.push_str(&format!("  {}\n", i18n::text(lang, subscriptions::stop_words(*stop))));
    }
    text
}
