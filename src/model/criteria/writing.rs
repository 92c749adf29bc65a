//! Criteria as JSON.

use serde_json::{Map, Value, json};

use super::{Activity, Basis, BasisAsks, Comparison, Day, Node, OneOf, Row, Test, Text, Vocabulary};
use crate::model::condition::Condition;

impl Node {
    /// Returns the JSON that [`super::read`] reads as these criteria; none where something they name is no more.
    pub fn to_json(&self, words: &dyn Vocabulary) -> Option<Value> {
        Some(match self {
            Self::All(nodes) => json!({ "all": all(nodes, words)? }),
            Self::Any(nodes) => json!({ "any": all(nodes, words)? }),
            Self::Not(node) => json!({ "not": node.to_json(words)? }),
            Self::Field(asked, test) => {
                let (operator, value) = self::test(test, words)?;
                json!({ "field": asked.to_string(), operator: value })
            }
            Self::Basis(basis) => json!({ "basis": self::basis(basis, words)? }),
            Self::Subscription(item) => json!({ "subscription": words.item_key(*item)? }),
            Self::Interest(items) => json!({ "interest": one_of(items, |item| words.item_key(*item))? }),
            Self::Activity(activity) => json!({ "activity": self::activity(activity, words)? }),
            Self::Selection(id) => json!({ "selection": words.selection_word(*id)? }),
            Self::Status(statuses) => {
                json!({ "status": one_of(statuses, |status| Some(status.key().to_owned()))? })
            }
            Self::Informed(informed) => json!({ "informed": informed }),
            Self::Duplicate(duplicate) => json!({ "duplicate": duplicate }),
        })
    }
}

fn all(nodes: &[Node], words: &dyn Vocabulary) -> Option<Vec<Value>> {
    nodes.iter().map(|node| node.to_json(words)).collect()
}

fn test(test: &Test, words: &dyn Vocabulary) -> Option<(&'static str, Value)> {
    Some(match test {
        Test::Null => ("is", Value::Null),
        Test::Text(Text::Is(text)) => (operator(text), one_of(text, |text| Some(text.clone()))?),
        Test::Text(Text::StartsWith(text)) => ("starts_with", json!(text)),
        Test::Text(Text::EndsWith(text)) => ("ends_with", json!(text)),
        Test::Text(Text::Contains(text)) => ("contains", json!(text)),
        Test::Number(comparison) => compared(comparison, |value| number(*value)),
        Test::Day(comparison) => compared(comparison, |day: &Day| json!(day.to_string())),
        Test::YesNo(value) => ("is", json!(value)),
        Test::Items(items) => (operator(items), one_of(items, |item| words.item_key(*item))?),
        Test::Users(users) => (operator(users), one_of(users, |user| words.user_name(*user))?),
    })
}

fn operator<T>(values: &OneOf<T>) -> &'static str {
    match values {
        OneOf::One(_) => "is",
        OneOf::In(_) => "in",
    }
}

fn one_of<T>(values: &OneOf<T>, word: impl Fn(&T) -> Option<String>) -> Option<Value> {
    Some(match values {
        OneOf::One(one) => Value::String(word(one)?),
        OneOf::In(many) => json!(many.iter().map(word).collect::<Option<Vec<_>>>()?),
    })
}

fn compared<T>(comparison: &Comparison<T>, value: impl Fn(&T) -> Value) -> (&'static str, Value) {
    match comparison {
        Comparison::Is(one) => ("is", value(one)),
        Comparison::Before(one) => ("before", value(one)),
        Comparison::After(one) => ("after", value(one)),
        Comparison::Between(first, last) => ("between", json!([value(first), value(last)])),
    }
}

/// Whole numbers are written without a decimal point, as people write them.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}

fn basis(basis: &Basis, words: &dyn Vocabulary) -> Option<Value> {
    let mut object = Map::new();
    object.insert("purpose".into(), words.item_key(basis.purpose)?.into());
    match &basis.asks {
        BasisAsks::None(none) => _ = object.insert("none".into(), (*none).into()),
        BasisAsks::Row(row) => self::row(row, words, &mut object)?,
    }
    Some(Value::Object(object))
}

fn row(row: &Row, words: &dyn Vocabulary, object: &mut Map<String, Value>) -> Option<()> {
    if let Some(items) = &row.is_in {
        let keys = items.iter().map(|item| words.item_key(*item)).collect::<Option<Vec<_>>>()?;
        object.insert("in".into(), json!(keys));
    }
    if let Some(source) = &row.source {
        object.insert("source".into(), one_of(source, |item| words.item_key(*item))?);
    }
    for (word, day) in [("before", row.before), ("after", row.after)] {
        object.extend(day.map(|day| (word.to_owned(), json!(day.to_string()))));
    }
    if let Some(by) = &row.by {
        object.insert("by".into(), one_of(by, |user| words.user_name(*user))?);
    }
    object.extend(row.wording.map(|version| ("wording".to_owned(), json!(version))));
    object.extend(row.condition.map(|condition| ("condition".to_owned(), json!(condition.map(Condition::key)))));
    Some(())
}

fn activity(activity: &Activity, words: &dyn Vocabulary) -> Option<Value> {
    let mut object = Map::new();
    if let Some(kind) = &activity.kind {
        object.insert("kind".into(), one_of(kind, |item| words.item_key(*item))?);
    }
    for (word, day) in [("after", activity.after), ("before", activity.before)] {
        object.extend(day.map(|day| (word.to_owned(), json!(day.to_string()))));
    }
    if activity.none {
        object.insert("none".into(), true.into());
    }
    Some(Value::Object(object))
}
