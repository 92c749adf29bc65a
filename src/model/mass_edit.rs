//! Mass edits: what is to be changed on many cards at once, as rows of field, action and value.
//!
//! An edit is kept as JSON with what it did, so that it can be read again, and taken back, long afterwards.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::field::Field;
use super::{Moment, list, restriction, text, user};

crate::id_type! {
    /// Identifies a mass edit.
    Id
}

/// The most rows of an edit.
pub const ROWS: usize = 50;
/// The most characters of a text to look for, and of what takes its place.
pub const PATTERN: usize = text::LONG_LINE;

/// What an edit changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// Persons' cards.
    Persons,
    /// Companies' cards.
    Companies,
    /// Activities of persons or companies.
    Activities,
}

impl Of {
    /// All that there are.
    pub const ALL: [Self; 3] = [Self::Persons, Self::Companies, Self::Activities];

    /// Returns the key in the file and for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Companies => "companies",
            Self::Activities => "activities",
        }
    }

    /// Returns what `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.key() == key)
    }
}

/// What is to be changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edit {
    /// Which activities of the subject are changed, in place of the cards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activities: Option<Which>,
    /// What is done, in this order.
    pub rows: Vec<Row>,
}

/// Which activities are changed; what is not given is not asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Which {
    /// Only of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<list::Id>,
    /// Not before this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Not after this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// One row of an edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// Something is done to a field.
    Field {
        /// Which.
        #[serde(with = "as_text")]
        field: Field,
        /// What is done.
        action: Action,
    },
    /// A row is entered in the ledger of each.
    Basis(Grant),
    /// The processing of everybody's data is restricted (art. 18).
    Restrict {
        /// Why.
        #[serde(with = "as_letter")]
        ground: restriction::Ground,
        /// More about why.
        comment: String,
    },
}

/// What is done to a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It holds this from now on.
    Set(Value),
    /// It is empty from now on.
    Clear,
    /// It holds this as well.
    Add(Value),
    /// It no longer holds this.
    Remove(Value),
    /// A text in it becomes another.
    Replace(Replace),
    /// Where it holds the first, it holds the second from now on.
    Exchange(Value, Value),
}

/// What a field is to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A text, a number, or what an own field holds.
    Text(String),
    /// An item of a list.
    Item(list::Id),
    /// An item that its list does not have yet.
    NewItem(String),
    /// Somebody who works here.
    User(user::Id),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    Yes(bool),
}

/// A text that becomes another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Replace {
    /// What is looked for.
    pub find: String,
    /// What takes its place; with a regular expression, `$1` stands for its first group.
    pub with: String,
    /// Whether capitals and small letters differ.
    #[serde(default)]
    pub case: bool,
    /// Whether it counts only where it stands as a word of its own.
    #[serde(default)]
    pub whole_word: bool,
    /// Whether `find` is a regular expression.
    #[serde(default)]
    pub regex: bool,
}

/// What is entered in the ledger of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The purpose.
    pub purpose: list::Id,
    /// The item of the list of bases.
    pub basis: list::Id,
    /// Where the decision came from.
    pub source: list::Id,
    /// Why, in free words.
    pub comment: String,
}

impl Row {
    /// Returns the field that the row is about, as the journal names it; none for a restriction.
    pub fn field(&self) -> Option<&Field> {
        match self {
            Self::Field { field, .. } => Some(field),
            Self::Basis(_) => Some(&Field::LegalBasis),
            Self::Restrict { .. } => None,
        }
    }

    /// Returns whether the row is about what somebody may do with the data, which takes a right of its own.
    pub fn is_about_rights(&self) -> bool {
        match self {
            Self::Basis(_) | Self::Restrict { .. } => true,
            Self::Field { .. } => false,
        }
    }
}

/// A mass edit that was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its identity.
    pub id: Id,
    /// What it changed.
    pub of: Of,
    /// What the selection was called; empty where they were picked.
    pub name: String,
    /// What was done; none where it cannot be read any more.
    pub edit: Option<Edit>,
    /// How many were changed.
    pub changed: u64,
    /// How many were so already.
    pub unchanged: u64,
    /// How many were held back.
    pub held: u64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
    /// When it was taken back, and by whom.
    pub undone: Option<(Moment, user::Id)>,
}

/// A field as its key.
mod as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Field;

    pub fn serialize<S: Serializer>(field: &Field, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(field)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A ground of restriction as its letter.
mod as_letter {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::restriction::Ground;

    pub fn serialize<S: Serializer>(ground: &Ground, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(ground.letter())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Ground, D::Error> {
        let letter = String::deserialize(deserializer)?;
        Ground::from_letter(&letter).ok_or_else(|| serde::de::Error::custom("no ground of art. 18(1)"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_edit_is_kept_as_it_is() {
        let row = |field, action| Row::Field { field, action };
        let replace = Replace { find: "a".into(), with: "b".into(), case: true, whole_word: true, regex: false };
        let edit = Edit {
            activities: Some(Which { since: NaiveDate::from_ymd_opt(2026, 1, 1), ..Which::default() }),
            rows: vec![
                row(Field::Category, Action::Set(Value::Item(list::Id(1_001)))),
                row(Field::Custom("size".into()), Action::Clear),
                row(Field::Interests, Action::Add(Value::NewItem("Golf".into()))),
                row(Field::Interests, Action::Remove(Value::Item(list::Id(6_001)))),
                row(Field::Note, Action::Replace(replace)),
                row(Field::OurContact, Action::Exchange(Value::User(user::Id(1)), Value::User(user::Id(2)))),
                row(Field::NoMailings, Action::Set(Value::Yes(true))),
                Row::Basis(Grant {
                    purpose: list::SALES,
                    basis: list::Id(9_001),
                    source: list::SOURCE_USER,
                    comment: "by phone".into(),
                }),
                Row::Restrict { ground: restriction::Ground::Claims, comment: String::new() },
            ],
        };
        let json = serde_json::to_string(&edit).unwrap();
        assert_eq!(serde_json::from_str::<Edit>(&json).unwrap(), edit, "{json}");
    }

    #[test]
    fn what_it_is_of_goes_by_a_key() {
        for of in Of::ALL {
            assert_eq!(Of::from_key(of.key()), Some(of));
        }
        assert_eq!(Of::from_key("sales"), None);
    }
}
