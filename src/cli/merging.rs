//! `merge` and `duplicates`: two cards about one person.

use serde_json::{Map, Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Merge;
use super::basis;
use super::card::{self, Names};
use super::failure::Failure;
use super::session::Session;
use crate::i18n;
use crate::model::basis::Entry;
use crate::model::field::Field;
use crate::model::merge::{Id, Side};
use crate::model::person::{self, Line};
use crate::office::merging::{self, Difference, Pair, Plan, Undone};
use crate::office::{Progress, problem};
use crate::t;

/// Makes two cards one, or says what that would do.
pub fn run(session: &Session, merge: &Merge) -> Result<Answer, Failure> {
    let (Some(kept), Some(gone)) = (&merge.kept, &merge.gone) else {
        return Err(Failure::usage(t!(session.lang, "cli-merge-two")));
    };
    let (kept, gone) = (session.person(kept)?, session.person(gone)?);
    let named = merge.take.iter().map(|field| card::field(field, session)).collect::<Result<Vec<Field>, _>>()?;
    let (plan, cards, names) = session.read(move |desk| {
        let plan = merging::plan(desk, kept, gone)?;
        Ok((plan, [card::document(desk, kept)?, card::document(desk, gone)?], Names::read(desk)?))
    })?;
    let mut take: Vec<Field> =
        plan.differing.iter().filter(|known| known.side == Side::Gone).map(|known| known.field.clone()).collect();
    take.extend(named);
    if merge.dry_run {
        return Ok(described(&plan, &cards, &take, &names));
    }
    let merged =
        session.in_office(|office| session.wait(office.write(move |desk| merging::merge(desk, kept, gone, &take))))?;
    let mut answer = card::show(session, &merged.person.id.to_string(), None)?;
    if let Value::Object(document) = &mut answer.json {
        document.insert("merge_id".into(), json!(merged.id.to_string()));
    }
    answer.text.push_str(&format!("{}\n", t!(session.lang, "cli-merged", id = merged.id.to_string())));
    Ok(answer)
}

/// Takes a merge back.
pub fn undo(session: &Session, id: &str) -> Result<Answer, Failure> {
    let id: Id = id.parse().map_err(|_| Failure::not_found(session.lang))?;
    let (Undone { kept, gone, held, missing, erased, refused, refuses_mailings }, names) =
        session.in_office(|office| {
            session.wait(office.write(move |desk| Ok((merging::undo(desk, id)?, Names::read(desk)?))))
        })?;
    let (lang, kept, gone) = (session.lang, kept.to_string(), gone.to_string());
    let mut text = format!("{}\n", t!(lang, "cli-merge-undone", kept = kept.as_str(), gone = gone.as_str()));
    let named = |fields: &[Field]| {
        let names: Vec<String> = fields.iter().map(|field| problem::field_name(lang, field)).collect();
        names.join(", ")
    };
    if !held.is_empty() {
        text.push_str(&format!("{}\n", t!(lang, "cli-merge-held", fields = named(&held))));
    }
    if !missing.is_empty() {
        text.push_str(&format!("{}\n", t!(lang, "cli-merge-missing", fields = named(&missing))));
    }
    if erased > 0 {
        text.push_str(&format!("{}\n", t!(lang, "cli-merge-erased", count = erased)));
    }
    if refuses_mailings {
        let field = named(&[Field::NoMailings]);
        text.push_str(&format!("{}\n", t!(lang, "cli-merge-mailings-too", field = field)));
    }
    for entry in &refused {
        let (purpose, basis) = (names.list_name(entry.purpose), names.list_name(entry.item));
        text.push_str(&format!("{}\n", t!(lang, "cli-merge-refused-too", purpose = purpose, basis = basis)));
    }
    let keys = |fields: &[Field]| fields.iter().map(ToString::to_string).collect::<Vec<_>>();
    let json = json!({
        "kept": kept,
        "restored": gone,
        "held": keys(&held),
        "missing": keys(&missing),
        "erased": erased,
        "legal_bases": refused.iter().map(|entry| basis::row(entry, &names)).collect::<Vec<_>>(),
        "no_mailings": refuses_mailings,
    });
    Ok(Answer::new(json, text))
}

/// The most merges that are listed.
const EARLIER: usize = 1_000;

/// Lists the merges that were not taken back, the newest first.
pub fn earlier(session: &Session) -> Result<Answer, Failure> {
    let (merges, names) = session.read(move |desk| Ok((merging::earlier(desk, EARLIER)?, Names::read(desk)?)))?;
    let row = |merge: &merging::Earlier| {
        let past = &merge.past;
        json!({
            "merge_id": past.id.to_string(),
            "kept": who(&merge.kept),
            "at": past.at.rfc3339(),
            "by": names.user_key(past.by),
            "can_be_undone": past.can_be_undone,
        })
    };
    let cells = |merge: &merging::Earlier| {
        let past = &merge.past;
        let when = past.at.rfc3339();
        [vec![past.id.to_string()], named(&merge.kept), vec![when, names.user_name(past.by)]].concat()
    };
    let text = aligned(&merges.iter().map(cells).collect::<Vec<_>>());
    Ok(Answer::new(json!({ "merges": merges.iter().map(row).collect::<Vec<_>>() }), text))
}

/// Lists pairs of cards that may be about the same person.
pub fn duplicates(session: &Session, limit: usize) -> Result<Answer, Failure> {
    let (pairs, total) = session.read(move |desk| merging::duplicates(desk, limit, &Progress::default()))?;
    let row = |pair: &Pair| json!({ "first": who(&pair.first), "second": who(&pair.second), "likeness": pair.likeness.key() });
    let cells = |pair: &Pair| {
        let likeness = i18n::text(session.lang, &format!("likeness-{}", pair.likeness.key()));
        [named(&pair.first), named(&pair.second), vec![likeness]].concat()
    };
    let mut text = aligned(&pairs.iter().map(cells).collect::<Vec<_>>());
    text.push_str(&format!("{}\n", t!(session.lang, "cli-duplicates", count = total)));
    Ok(Answer::new(json!({ "total": total, "pairs": pairs.iter().map(row).collect::<Vec<_>>() }), text))
}

/// Notes that two cards are about two people.
pub fn keep_apart(session: &Session, a: &str, b: &str) -> Result<Answer, Failure> {
    let (a, b) = (session.person(a)?, session.person(b)?);
    session.in_office(|office| session.wait(office.write(move |desk| merging::keep_apart(desk, a, b))))?;
    Ok(Answer::new(json!({ "apart": [a.to_string(), b.to_string()] }), format!("{}\n", t!(session.lang, "cli-apart"))))
}

fn who(line: &Line) -> Value {
    let name = person::full_name(&line.first_name, &line.last_name);
    json!({ "id": line.id.to_string(), "name": name, "company": text_or_null(&line.company), "email": text_or_null(&line.email) })
}

fn named(line: &Line) -> Vec<String> {
    vec![line.id.to_string(), person::full_name(&line.first_name, &line.last_name)]
}

/// Returns a plan: for scripts with the keys and codes of `cards`, for people in words.
fn described(plan: &Plan, cards: &[Map<String, Value>; 2], take: &[Field], names: &Names) -> Answer {
    let lang = names.lang;
    let [kept_card, gone_card] = cards;
    let mut rows = Vec::new();
    let mut fields = Vec::new();
    for Difference { field, kept, gone, .. } in &plan.differing {
        let is_taken = take.contains(field);
        let words = if is_taken { gone } else { kept };
        let holds = if words.is_empty() { t!(lang, "empty-value") } else { words.clone() };
        rows.push(vec![problem::field_name(lang, field), kept.clone(), gone.clone(), holds]);
        let key = field.to_string();
        let taken = if is_taken { "gone" } else { "kept" };
        fields.push(json!({ "field": key, "kept": kept_card.get(&key), "gone": gone_card.get(&key), "taken": taken }));
    }
    let mut bases = Vec::new();
    for answer in &plan.answers {
        let holds = match answer.holds {
            Side::Kept => &answer.kept,
            Side::Gone => &answer.gone,
        };
        let three = [&answer.kept, &answer.gone, holds].map(Option::as_ref);
        let word = |entry: Option<&Entry>| entry.map(|entry| names.list_name(entry.item)).unwrap_or_default();
        rows.push([vec![names.list_name(answer.purpose)], three.map(word).to_vec()].concat());
        let [kept, gone, holds] = three.map(|entry| entry.map(|entry| names.lists.key(entry.item)));
        bases.push(json!({ "purpose": names.key(Some(answer.purpose)), "kept": kept, "gone": gone, "holds": holds }));
    }
    let following: Map<String, Value> =
        plan.following.iter().map(|(table, count)| (table.clone(), json!(count))).collect();
    let heads = ["cli-merge-field", "merge-stays", "merge-goes", "merge-holds"].map(|key| i18n::text(lang, key));
    rows.insert(0, heads.to_vec());
    let mut text = aligned(&rows);
    let follows = plan.following_words(lang);
    if !follows.is_empty() {
        text.push_str(&format!("{}\n", t!(lang, "merge-follows", what = follows.join(", "))));
    }
    let json = json!({
        "kept": plan.kept.id.to_string(),
        "gone": plan.gone.id.to_string(),
        "fields": fields,
        "legal_bases": bases,
        "following": following,
    });
    Answer::new(json, text)
}
