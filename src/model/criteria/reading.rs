//! Reads criteria from JSON, and says where they cannot be read and why.

use super::strict::Value;
use super::{
    Activity, Asked, Basis, BasisAsks, Comparison, DEPTH, Day, LENGTH, NODES, Node, Of, OneOf, Row, Status, Test, Text,
    Type, VALUES, Vocabulary,
};
use crate::model::condition::Condition;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::{basis, phone, text};

/// Why criteria cannot be read: the place, as a JSON path, and what is wrong there.
///
/// The place is made of the words of criteria alone; what else was written there is not repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {wrong}")]
pub struct Misread {
    /// The place: `$.all[2].not.field`.
    pub place: String,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What can be wrong in criteria. Each has a text under `criteria-wrong-<key>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Wrong {
    /// It is no JSON.
    #[error("is not JSON")]
    NotJson,
    /// There is more text than criteria may have.
    #[error("is too long")]
    TooLong,
    /// Criteria stand too deep in each other.
    #[error("is nested too deep")]
    TooDeep,
    /// There are too many criteria, or too many values in a list.
    #[error("is too much")]
    TooMany,
    /// It is no object with the words of one criterion.
    #[error("is not a criterion")]
    NotACriterion,
    /// A word stands there that belongs to no such criterion.
    #[error("has a word that does not belong there")]
    StrangeWord,
    /// A word stands there twice.
    #[error("has a word twice")]
    Twice,
    /// There is nothing to compare with, or more than one comparison.
    #[error("needs exactly one comparison")]
    NotOneComparison,
    /// The comparison does not fit what the field holds.
    #[error("is a comparison that does not fit the field")]
    Unfit,
    /// There is no such field, or not on these cards.
    #[error("is not a field of these cards")]
    NoSuchField,
    /// Companies have nothing of the kind.
    #[error("is not asked of companies")]
    NotOfCompanies,
    /// It is no text, or an empty one, or one with control signs.
    #[error("is not a text to compare with")]
    NotAText,
    /// It is no list with something in it.
    #[error("is not a list of values")]
    NotAList,
    /// It is no number.
    #[error("is not a number")]
    NotANumber,
    /// It is no day.
    #[error("is not a day")]
    NotADay,
    /// It is neither true nor false.
    #[error("is neither true nor false")]
    NotYesNo,
    /// The second of two bounds comes before the first.
    #[error("ends before it begins")]
    Backwards,
    /// No item of the list, no user or no selection is called that.
    #[error("is none of the known values")]
    Unknown,
    /// The selection is of something else than these criteria.
    #[error("is a selection of something else")]
    OtherKind,
}

impl Wrong {
    /// Everything that can be wrong, for tests of the texts.
    pub const ALL: [Self; 19] = [
        Self::NotJson,
        Self::TooLong,
        Self::TooDeep,
        Self::TooMany,
        Self::NotACriterion,
        Self::StrangeWord,
        Self::Twice,
        Self::NotOneComparison,
        Self::Unfit,
        Self::NoSuchField,
        Self::NotOfCompanies,
        Self::NotAText,
        Self::NotAList,
        Self::NotANumber,
        Self::NotADay,
        Self::NotYesNo,
        Self::Backwards,
        Self::Unknown,
        Self::OtherKind,
    ];

    /// Returns the key.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-deep",
            Self::TooMany => "too-many",
            Self::NotACriterion => "not-a-criterion",
            Self::StrangeWord => "strange-word",
            Self::Twice => "twice",
            Self::NotOneComparison => "not-one-comparison",
            Self::Unfit => "unfit",
            Self::NoSuchField => "no-such-field",
            Self::NotOfCompanies => "not-of-companies",
            Self::NotAText => "not-a-text",
            Self::NotAList => "not-a-list",
            Self::NotANumber => "not-a-number",
            Self::NotADay => "not-a-day",
            Self::NotYesNo => "not-yes-no",
            Self::Backwards => "backwards",
            Self::Unknown => "unknown",
            Self::OtherKind => "other-kind",
        }
    }
}

/// Reads criteria about persons or companies.
///
/// # Errors
/// The first place at which they cannot be read.
pub fn read(json: &str, of: Of, words: &dyn Vocabulary) -> Result<Node, Misread> {
    let mut reader = Reader { of, words, path: vec!["$".to_owned()], nodes: 0 };
    if json.len() > LENGTH {
        return reader.wrong(Wrong::TooLong);
    }
    match serde_json::from_str::<Value>(json) {
        Ok(value) => reader.node(&value, 0),
        Err(_) => reader.wrong(Wrong::NotJson),
    }
}

struct Reader<'a> {
    of: Of,
    words: &'a dyn Vocabulary,
    path: Vec<String>,
    nodes: usize,
}

type Entries<'v> = &'v [(String, Value)];

impl Reader<'_> {
    fn wrong<T>(&self, wrong: Wrong) -> Result<T, Misread> {
        Err(Misread { place: self.path.concat(), wrong })
    }

    /// Reads something that stands at a place further in.
    fn at<T>(&mut self, step: String, read: impl FnOnce(&mut Self) -> Result<T, Misread>) -> Result<T, Misread> {
        self.path.push(step);
        let done = read(self)?;
        self.path.pop();
        Ok(done)
    }

    fn under<T>(&mut self, word: &str, read: impl FnOnce(&mut Self) -> Result<T, Misread>) -> Result<T, Misread> {
        self.at(format!(".{word}"), read)
    }

    fn node(&mut self, value: &Value, depth: usize) -> Result<Node, Misread> {
        self.nodes += 1;
        if depth > DEPTH {
            return self.wrong(Wrong::TooDeep);
        }
        if self.nodes > NODES {
            return self.wrong(Wrong::TooMany);
        }
        let Value::Object(entries) = value else { return self.wrong(Wrong::NotACriterion) };
        self.no_word_twice(entries)?;
        if let Some((_, field)) = entries.iter().find(|(word, _)| word == "field") {
            return self.field(field, entries);
        }
        let [(word, value)] = entries.as_slice() else { return self.wrong(Wrong::NotACriterion) };
        match word.as_str() {
            "all" => self.under(word, |reader| Ok(Node::All(reader.group(value, depth)?))),
            "any" => self.under(word, |reader| Ok(Node::Any(reader.group(value, depth)?))),
            "not" => self.under(word, |reader| Ok(Node::Not(Box::new(reader.node(value, depth + 1)?)))),
            "activity" => self.under(word, |reader| reader.activity(value)),
            "selection" => self.under(word, |reader| reader.selection(value)),
            "basis" => self.of_persons(word, |reader| reader.basis(value)),
            "subscription" => {
                self.of_persons(word, |reader| Ok(Node::Subscription(reader.item(value, List::Subscription)?)))
            }
            "interest" => self.of_persons(word, |reader| {
                if !reader.words.may_ask(Of::Persons, &Asked::Card(Field::Interests)) {
                    return reader.wrong(Wrong::NoSuchField);
                }
                Ok(Node::Interest(reader.one_of(value, |reader, value| reader.item(value, List::Interest))?))
            }),
            "status" => self.of_persons(word, |reader| {
                Ok(Node::Status(reader.one_of(value, |reader, value| reader.status(value))?))
            }),
            "informed" => self.of_persons(word, |reader| Ok(Node::Informed(reader.yes_no(value)?))),
            "duplicate" => self.of_persons(word, |reader| Ok(Node::Duplicate(reader.yes_no(value)?))),
            _ => self.wrong(Wrong::NotACriterion),
        }
    }

    fn of_persons<T>(&mut self, word: &str, read: impl FnOnce(&mut Self) -> Result<T, Misread>) -> Result<T, Misread> {
        let of = self.of;
        self.under(word, |reader| match of {
            Of::Persons => read(reader),
            Of::Companies => reader.wrong(Wrong::NotOfCompanies),
        })
    }

    fn no_word_twice(&self, entries: Entries<'_>) -> Result<(), Misread> {
        let twice = |place: usize| entries[..place].iter().any(|(word, _)| *word == entries[place].0);
        // Nothing has as many words, and comparing each with each takes its time.
        if entries.len() > 20 {
            return self.wrong(Wrong::NotACriterion);
        }
        if (0..entries.len()).any(twice) { self.wrong(Wrong::Twice) } else { Ok(()) }
    }

    fn group(&mut self, value: &Value, depth: usize) -> Result<Vec<Node>, Misread> {
        let Value::List(values) = value else { return self.wrong(Wrong::NotAList) };
        let mut nodes = Vec::new();
        for (place, value) in values.iter().enumerate() {
            nodes.push(self.at(format!("[{place}]"), |reader| reader.node(value, depth + 1))?);
        }
        Ok(nodes)
    }

    fn field(&mut self, field: &Value, entries: Entries<'_>) -> Result<Node, Misread> {
        let (of, words) = (self.of, self.words);
        let asked = self.under("field", |reader| {
            let named = if let Value::Text(word) = field { Asked::named(word, of, words) } else { None };
            named.map_or_else(|| reader.wrong(Wrong::NoSuchField), Ok)
        })?;
        let mut tests = entries.iter().filter(|(word, _)| word != "field");
        let (Some((operator, value)), None) = (tests.next(), tests.next()) else {
            return self.wrong(Wrong::NotOneComparison);
        };
        let known = ["is", "in", "starts_with", "ends_with", "contains", "before", "after", "between"];
        let Some(operator) = known.into_iter().find(|known| known == operator) else {
            return self.wrong(Wrong::StrangeWord);
        };
        let test = self.under(operator, |reader| reader.test(asked.holds(), operator, value))?;
        Ok(Node::Field(asked, test))
    }

    fn test(&mut self, holds: Type, operator: &str, value: &Value) -> Result<Test, Misread> {
        if operator == "is" && *value == Value::Null {
            return Ok(Test::Null);
        }
        match holds {
            Type::Text => self.text_test(operator, value, Self::text),
            Type::Phone => self.text_test(operator, value, Self::digits),
            Type::Number => Ok(Test::Number(self.comparison(operator, value, Self::number, |a, b| a <= b)?)),
            Type::Date | Type::Moment => {
                Ok(Test::Day(self.comparison(operator, value, |reader, value| reader.day(value), in_order)?))
            }
            Type::YesNo if operator == "is" => Ok(Test::YesNo(self.yes_no(value)?)),
            Type::Item(list) => {
                Ok(Test::Items(self.is_or_in(operator, value, |reader, value| reader.item(value, list))?))
            }
            Type::User => Ok(Test::Users(self.is_or_in(operator, value, |reader, value| reader.user(value))?)),
            Type::YesNo | Type::Presence => self.wrong(Wrong::Unfit),
        }
    }

    fn text_test(
        &mut self,
        operator: &str,
        value: &Value,
        read: impl Fn(&mut Self, &Value) -> Result<String, Misread>,
    ) -> Result<Test, Misread> {
        Ok(Test::Text(match operator {
            "starts_with" => Text::StartsWith(read(self, value)?),
            "ends_with" => Text::EndsWith(read(self, value)?),
            "contains" => Text::Contains(read(self, value)?),
            _ => Text::Is(self.is_or_in(operator, value, read)?),
        }))
    }

    fn is_or_in<T>(
        &mut self,
        operator: &str,
        value: &Value,
        read: impl Fn(&mut Self, &Value) -> Result<T, Misread>,
    ) -> Result<OneOf<T>, Misread> {
        match operator {
            "is" => Ok(OneOf::One(read(self, value)?)),
            "in" => Ok(OneOf::In(self.list(value, read)?)),
            _ => self.wrong(Wrong::Unfit),
        }
    }

    fn comparison<T>(
        &mut self,
        operator: &str,
        value: &Value,
        read: impl Fn(&mut Self, &Value) -> Result<T, Misread>,
        in_order: impl Fn(&T, &T) -> bool,
    ) -> Result<Comparison<T>, Misread> {
        Ok(match operator {
            "is" => Comparison::Is(read(self, value)?),
            "before" => Comparison::Before(read(self, value)?),
            "after" => Comparison::After(read(self, value)?),
            "between" => {
                let mut bounds = self.list(value, read)?;
                let (Some(last), Some(first), None) = (bounds.pop(), bounds.pop(), bounds.pop()) else {
                    return self.wrong(Wrong::NotAList);
                };
                if !in_order(&first, &last) {
                    return self.wrong(Wrong::Backwards);
                }
                Comparison::Between(first, last)
            }
            _ => return self.wrong(Wrong::Unfit),
        })
    }

    /// Reads a list with something in it.
    fn list<T>(
        &mut self,
        value: &Value,
        read: impl Fn(&mut Self, &Value) -> Result<T, Misread>,
    ) -> Result<Vec<T>, Misread> {
        let Value::List(values) = value else { return self.wrong(Wrong::NotAList) };
        if values.is_empty() {
            return self.wrong(Wrong::NotAList);
        }
        if values.len() > VALUES {
            return self.wrong(Wrong::TooMany);
        }
        let mut items = Vec::with_capacity(values.len());
        for (place, value) in values.iter().enumerate() {
            items.push(self.at(format!("[{place}]"), |reader| read(reader, value))?);
        }
        Ok(items)
    }

    /// Reads one value, or a list of values.
    fn one_of<T>(
        &mut self,
        value: &Value,
        read: impl Fn(&mut Self, &Value) -> Result<T, Misread>,
    ) -> Result<OneOf<T>, Misread> {
        if let Value::List(_) = value {
            Ok(OneOf::In(self.list(value, read)?))
        } else {
            Ok(OneOf::One(read(self, value)?))
        }
    }

    fn text(&mut self, value: &Value) -> Result<String, Misread> {
        let Value::Text(text) = value else { return self.wrong(Wrong::NotAText) };
        if text::is_longer(text, text::LONG_LINE) {
            return self.wrong(Wrong::TooLong);
        }
        // A text of marks alone would fold to nothing, which everything has in it.
        if !text.chars().any(|sign| !sign.is_whitespace() && is_seen(sign)) || text.chars().any(char::is_control) {
            return self.wrong(Wrong::NotAText);
        }
        Ok(text.clone())
    }

    /// Reads what a phone number is compared with.
    fn digits(&mut self, value: &Value) -> Result<String, Misread> {
        let text = self.text(value)?;
        if phone::digits(&text).is_empty() { self.wrong(Wrong::NotANumber) } else { Ok(text) }
    }

    fn number(&mut self, value: &Value) -> Result<f64, Misread> {
        match value {
            Value::Number(number) if number.is_finite() => Ok(*number),
            Value::Number(_) | Value::Null | Value::Bool(_) | Value::Text(_) | Value::List(_) | Value::Object(_) => {
                self.wrong(Wrong::NotANumber)
            }
        }
    }

    fn day(&self, value: &Value) -> Result<Day, Misread> {
        let day = if let Value::Text(text) = value { text.parse().ok() } else { None };
        day.map_or_else(|| self.wrong(Wrong::NotADay), Ok)
    }

    fn yes_no(&self, value: &Value) -> Result<bool, Misread> {
        if let Value::Bool(value) = value { Ok(*value) } else { self.wrong(Wrong::NotYesNo) }
    }

    fn item(&self, value: &Value, list: List) -> Result<list::Id, Misread> {
        let item = if let Value::Text(word) = value { self.words.item(list, word) } else { None };
        item.map_or_else(|| self.wrong(Wrong::Unknown), Ok)
    }

    fn user(&self, value: &Value) -> Result<crate::model::user::Id, Misread> {
        let user = if let Value::Text(name) = value { self.words.user(name) } else { None };
        user.map_or_else(|| self.wrong(Wrong::Unknown), Ok)
    }

    fn status(&self, value: &Value) -> Result<Status, Misread> {
        let status = if let Value::Text(word) = value { Status::from_key(word) } else { None };
        status.map_or_else(|| self.wrong(Wrong::Unknown), Ok)
    }

    fn selection(&self, value: &Value) -> Result<Node, Misread> {
        let Value::Text(word) = value else { return self.wrong(Wrong::Unknown) };
        match self.words.selection(word) {
            Some((id, of)) if of == self.of => Ok(Node::Selection(id)),
            Some(_) => self.wrong(Wrong::OtherKind),
            None => self.wrong(Wrong::Unknown),
        }
    }

    fn basis(&mut self, value: &Value) -> Result<Node, Misread> {
        let Value::Object(entries) = value else { return self.wrong(Wrong::NotACriterion) };
        self.no_word_twice(entries)?;
        let (mut purpose, mut none, mut row) = (None, None, Row::default());
        for (word, value) in entries {
            match word.as_str() {
                "purpose" => purpose = Some(self.under(word, |reader| reader.item(value, List::Purpose))?),
                "none" => none = Some(self.under(word, |reader| reader.yes_no(value))?),
                "in" => {
                    row.is_in =
                        Some(self.under(word, |reader| reader.list(value, |reader, value| reader.holding(value)))?);
                }
                "source" => {
                    let source = |reader: &mut Self, value: &Value| reader.item(value, List::Source);
                    row.source = Some(self.under(word, |reader| reader.one_of(value, source))?);
                }
                "before" => row.before = Some(self.under(word, |reader| reader.day(value))?),
                "after" => row.after = Some(self.under(word, |reader| reader.day(value))?),
                "by" => {
                    row.by = Some(self.under(word, |reader| reader.one_of(value, |reader, value| reader.user(value)))?)
                }
                "wording" => row.wording = Some(self.under(word, |reader| reader.version(value))?),
                "condition" => row.condition = Some(self.under(word, |reader| reader.condition(value))?),
                _ => return self.wrong(Wrong::StrangeWord),
            }
        }
        let Some(purpose) = purpose else { return self.under("purpose", |reader| reader.wrong(Wrong::Unknown)) };
        let asks = match none {
            // Of what is not there, nothing else can be asked.
            Some(none) if row == Row::default() => BasisAsks::None(none),
            Some(_) => return self.under("none", |reader| reader.wrong(Wrong::Unfit)),
            None if row == Row::default() => return self.wrong(Wrong::NotOneComparison),
            None => BasisAsks::Row(Box::new(row)),
        };
        Ok(Node::Basis(Basis { purpose, asks }))
    }

    /// Reads what a row of the ledger that holds can say: a void row never holds.
    fn holding(&self, value: &Value) -> Result<list::Id, Misread> {
        let item = self.item(value, List::Basis)?;
        if item == basis::Basis::Void.item() { self.wrong(Wrong::Unfit) } else { Ok(item) }
    }

    fn version(&self, value: &Value) -> Result<Option<u32>, Misread> {
        match value {
            Value::Null => Ok(None),
            Value::Number(number) if number.fract() == 0.0 && (1.0..=1e9).contains(number) => Ok(Some(*number as u32)),
            Value::Number(_) | Value::Bool(_) | Value::Text(_) | Value::List(_) | Value::Object(_) => {
                self.wrong(Wrong::NotANumber)
            }
        }
    }

    fn condition(&self, value: &Value) -> Result<Option<Condition>, Misread> {
        let condition = match value {
            Value::Null => return Ok(None),
            Value::Text(letter) => Condition::from_key(letter),
            Value::Number(_) | Value::Bool(_) | Value::List(_) | Value::Object(_) => None,
        };
        condition.map_or_else(|| self.wrong(Wrong::Unknown), |condition| Ok(Some(condition)))
    }

    fn activity(&mut self, value: &Value) -> Result<Node, Misread> {
        let Value::Object(entries) = value else { return self.wrong(Wrong::NotACriterion) };
        self.no_word_twice(entries)?;
        let mut activity = Activity::default();
        for (word, value) in entries {
            match word.as_str() {
                "kind" => {
                    let kind = |reader: &mut Self, value: &Value| reader.item(value, List::Activity);
                    activity.kind = Some(self.under(word, |reader| reader.one_of(value, kind))?);
                }
                "after" => activity.after = Some(self.under(word, |reader| reader.day(value))?),
                "before" => activity.before = Some(self.under(word, |reader| reader.day(value))?),
                "none" => activity.none = self.under(word, |reader| reader.yes_no(value))?,
                _ => return self.wrong(Wrong::StrangeWord),
            }
        }
        Ok(Node::Activity(activity))
    }
}

/// Two dates can be put in order; what depends on the day it is, cannot.
fn in_order(first: &Day, last: &Day) -> bool {
    match (first, last) {
        (Day::Date(first), Day::Date(last)) => first <= last,
        (Day::Date(_) | Day::Today | Day::From(..), _) => true,
    }
}

/// Returns whether a sign is more than a mark on another.
fn is_seen(sign: char) -> bool {
    !unicode_normalization::char::is_combining_mark(sign)
}
