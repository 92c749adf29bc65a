//! What a screen asks for about selections; a dialog sees to it.

use crate::model::selection::{self, Operation};
use crate::office::subject::Subject;

/// A selection that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionAsk {
    /// These records are to be kept as a selection.
    Keep(Subject),
    /// Who is in this selection now is to be kept as one.
    Copy(selection::Id, String),
    /// What two selections have is to be one, the first of them this one where it is known.
    Combine(Option<selection::Id>, Operation),
}
