//! `lists`: what list fields can be set to.

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::failure::Failure;
use super::session::Session;
use crate::model::list::{Item, List};
use crate::office::lists;
use crate::t;

/// Shows the items of a list, or of all lists.
pub fn run(session: &Session, list: Option<&str>) -> Result<Answer, Failure> {
    let lang = session.lang;
    let wanted = match list {
        None => List::ALL.to_vec(),
        Some(word) => vec![List::from_key(word.trim()).ok_or_else(|| {
            let known = List::ALL.map(List::key).join(", ");
            Failure::usage(t!(lang, "cli-unknown-list", value = word, known = known))
        })?],
    };
    let all = session.read(|desk| Ok(desk.lists()?.clone()))?;
    let mut text = String::new();
    for list in &wanted {
        let cells = |item: &Item| vec![String::new(), item.key.clone(), lists::name(item, lang).to_owned()];
        text.push_str(&format!("{}\n{}", list.key(), aligned(&all.of(*list).map(cells).collect::<Vec<_>>())));
    }
    let found: Vec<Value> = wanted
        .into_iter()
        .map(|list| json!({ "list": list.key(), "items": all.of(list).map(row).collect::<Vec<_>>() }))
        .collect();
    Ok(Answer::new(json!({ "lists": found }), text))
}

fn row(item: &Item) -> Value {
    let [en, nb, sv] = &item.names;
    json!({ "key": item.key, "names": { "en": en, "nb": nb, "sv": sv } })
}
