//! The answer file of a sealed copy: what somebody wants changed of what a report told them. Its shape is
//! `assets/schema/answer.schema.json`.

use serde::{Deserialize, Serialize};

/// What names the format in the file.
pub const FORMAT: &str = "kartotek-answer";
/// The version that is written and read.
pub const VERSION: u32 = 1;
/// What names of such files end in.
pub const ENDING: &str = ".kartotek.json";

/// The most bytes of a file.
const MOST: usize = 256 * 1024;
/// The most things of a kind.
const MANY: usize = 100;
/// The most signs of a text.
const LONG: usize = 10_000;

/// An answer file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Always [`FORMAT`].
    pub format: String,
    /// Of the shape.
    pub version: u32,
    /// The number of the report it answers.
    pub report: String,
    /// The code by which the answer is known.
    pub token: String,
    /// Until which day it is taken (ISO 8601).
    #[serde(default)]
    pub valid_until: String,
    /// When it was saved (RFC 3339).
    #[serde(default)]
    pub saved_at: String,
    /// What is to be corrected (art. 16).
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// What is objected to (art. 21).
    #[serde(default)]
    pub objections: Vec<Said>,
    /// Which consents are taken back (art. 7(3)).
    #[serde(default)]
    pub withdrawals: Vec<Said>,
    /// Whether and why everything is to be erased (art. 17).
    #[serde(default)]
    pub erasure: Option<String>,
    /// What else is said.
    #[serde(default)]
    pub message: String,
}

/// What one field is to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The field's key.
    pub field: String,
    /// What it is to hold.
    pub value: String,
}

/// What is said about one purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The purpose's key.
    pub purpose: String,
    /// Why.
    #[serde(default)]
    pub words: String,
}

impl Answer {
    /// Reads a file; none where it is none, is of a newer version, or holds more than any form gives.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > MOST {
            return None;
        }
        let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim();
        // Anything else need not be looked at.
        let answer: Self = text.starts_with('{').then(|| serde_json::from_str(text).ok())??;
        let lists = [answer.corrections.len(), answer.objections.len(), answer.withdrawals.len()];
        let said = answer.objections.iter().chain(&answer.withdrawals);
        let mut texts = [&answer.message, &answer.token, &answer.report, &answer.valid_until, &answer.saved_at]
            .into_iter()
            .chain(answer.corrections.iter().flat_map(|one| [&one.field, &one.value]))
            .chain(said.flat_map(|one| [&one.purpose, &one.words]))
            .chain(&answer.erasure);
        let is_fit = answer.format == FORMAT
            && answer.version == VERSION
            && lists.into_iter().all(|count| count <= MANY)
            && texts.all(|text| text.chars().count() <= LONG);
        drop(texts);
        is_fit.then_some(answer)
    }
}
