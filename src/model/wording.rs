//! The words a person was shown when asked for consent (art. 7(1) GDPR: the controller must be able to show them).

use super::{Moment, list};

crate::id_type! {
    /// Identifies one version of a wording in one language.
    Id
}

/// One version of the text shown for a purpose, in one language. Never changed: a new text is a new version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Its identity.
    pub id: Id,
    /// The purpose it asks about.
    pub purpose: list::Id,
    /// Its number, counted from 1 within purpose and language.
    pub version: u32,
    /// The language it is written in, by its key in the list of languages (BCP 47).
    pub language: String,
    /// The text itself.
    pub text: String,
    /// When it was written.
    pub at: Moment,
}
