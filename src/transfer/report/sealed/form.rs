//! The form inside a sealed copy, by which somebody answers: it saves an answer file, which they mail back.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use crate::i18n::{self, Lang};
use crate::t;
use crate::transfer::replies::{ENDING, FORMAT, VERSION};

/// What the script knows the form by, among what is inside.
pub(super) const MEDIA: &str = "application/vnd.kartotek.form+json";

/// What can be answered to a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// The number of the report.
    pub report: String,
    /// The code by which the answer is known.
    pub token: String,
    /// The last day on which it is taken.
    pub valid_until: NaiveDate,
    /// The address that it goes to; nothing where the office names none.
    pub to: String,
    /// What the card says, as far as it can be answered.
    pub fields: Vec<Field>,
    /// The purposes that something can be said about.
    pub purposes: Vec<Purpose>,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its key.
    pub field: String,
    /// Its name.
    pub label: String,
    /// What it holds.
    pub value: String,
    /// Whether the person may change it.
    pub may: bool,
}

/// A purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Purpose {
    /// Its key.
    pub purpose: String,
    /// Its name.
    pub name: String,
    /// Whether it can be objected to (art. 21).
    pub object: bool,
    /// Whether a consent can be taken back (art. 7(3)).
    pub withdraw: bool,
}

impl Form {
    /// Returns what the script makes the form of.
    pub(super) fn document(&self, lang: Lang) -> String {
        let text = |key: &str| i18n::text(lang, &format!("answer-form-{key}"));
        let keys = [
            "title", "correct", "fixed", "object", "withdraw", "why", "erase", "rest", "message", "save", "saved",
            "nothing", "send",
        ];
        let mut texts: serde_json::Map<String, serde_json::Value> =
            keys.iter().map(|key| ((*key).to_owned(), text(key).into())).collect();
        let day = i18n::date(lang, self.valid_until);
        texts.insert("says".to_owned(), t!(lang, "answer-form-says", day = day.as_str()).into());
        texts.insert("over".to_owned(), t!(lang, "answer-form-over", day = day.as_str()).into());
        texts.insert("subject".to_owned(), t!(lang, "answer-form-subject", number = self.report.as_str()).into());
        json!({
            "answer": {
                "format": FORMAT,
                "version": VERSION,
                "report": self.report,
                "token": self.token,
                "valid_until": self.valid_until,
            },
            "file": format!("answer-{}{ENDING}", self.report),
            "to": self.to,
            "fields": self.fields,
            "purposes": self.purposes,
            "texts": texts,
        })
        .to_string()
    }
}
