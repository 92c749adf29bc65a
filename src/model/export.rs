//! The register of exports: what left the card file, when, by whom, for what and to whom (art. 19, art. 30(1)(d)).

use std::path::Path;

use super::criteria::Of;
use super::{Moment, user};

crate::id_type! {
    /// Identifies an export.
    Id
}

/// What kind of file an export makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// A workbook.
    #[default]
    Xlsx,
    /// Text with separators.
    Csv,
    /// An address book.
    Vcard,
    /// A portable copy (art. 20), which is several files with what names them.
    Copy,
}

impl Format {
    /// All formats that cards are exported in.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Vcard];

    /// Returns what names of such files end in, without the dot; also its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Vcard => "vcf",
            Self::Copy => "copy",
        }
    }

    /// Returns the format that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Copy]).find(|format| format.key().eq_ignore_ascii_case(key))
    }

    /// Returns the format that a file's name asks for; none for any other ending.
    pub fn of(path: &Path) -> Option<Self> {
        Self::from_key(path.extension()?.to_str()?).filter(|format| *format != Self::Copy)
    }
}

/// One row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Its identity.
    pub id: Id,
    /// What the selection was called; empty where records were picked.
    pub name: String,
    /// What was exported.
    pub of: Of,
    /// The file's name, without its folder.
    pub file: String,
    /// What kind of file it is.
    pub format: Format,
    /// The file's hash (SHA-256), in hexadecimal.
    pub sha256: String,
    /// The keys of the columns.
    pub fields: Vec<String>,
    /// How many records are in it.
    pub rows: u64,
    /// What it is for, as said; empty where nothing was.
    pub purpose: String,
    /// To whom it goes, as said; empty where nothing was.
    pub recipient: String,
    /// When it was made.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_format() {
        for (name, wanted) in [
            ("a.xlsx", Some(Format::Xlsx)),
            ("a.CSV", Some(Format::Csv)),
            ("a.b.vcf", Some(Format::Vcard)),
            ("a.txt", None),
            ("csv", None),
            ("a.copy", None),
        ] {
            assert_eq!(Format::of(Path::new(name)), wanted, "{name}");
        }
    }
}
