//! What a screen asks for about selections, and about many at once; dialogs see to it.

use crate::i18n::Lang;
use crate::model::selection::{self, Operation};
use crate::model::user::Right;
use crate::office::subject::Subject;
use crate::t;
use crate::theme::Icon;

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

/// What can be done to many at once: whoever is in a selection, or those who were picked in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mass {
    /// Their cards are changed.
    Change,
    /// They are put into the trash.
    Delete,
    /// They are written to a file.
    Export,
    /// Each gets a privacy report; only people do.
    Report,
}

impl Mass {
    /// All.
    pub const ALL: [Self; 4] = [Self::Change, Self::Delete, Self::Export, Self::Report];

    /// Returns what its button says.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Self::Change => t!(lang, "selections-mass-change"),
            Self::Delete => t!(lang, "selections-mass-delete"),
            Self::Export => t!(lang, "selections-mass-export"),
            Self::Report => t!(lang, "reports-ask"),
        }
    }

    /// Returns the sign of its button.
    pub fn icon(self) -> Icon {
        match self {
            Self::Change => Icon::Pencil,
            Self::Delete => Icon::Trash,
            Self::Export => Icon::Download,
            Self::Report => Icon::FileText,
        }
    }

    /// Returns which right it takes.
    pub fn right(self) -> Right {
        match self {
            Self::Change => Right::MassEdit,
            Self::Delete => Right::MassDelete,
            Self::Export => Right::Export,
            Self::Report => Right::Report,
        }
    }
}
