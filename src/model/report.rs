//! The report: what is held about somebody (art. 15) as one plain document, which every format only renders.
//!
//! Everything in it that people read is in words of one language already; what programs read stands beside it: keys,
//! days, moments, numbers. A [`Draft`] is the document before anybody decided what becomes of passages about other
//! people; until then they are blacked out, so that a document never says more than it may.

mod draft;
mod letter;

use chrono::NaiveDate;

pub use draft::{Choice, Draft, Passage, Place};
pub use letter::{Letter, Print};

use super::basis::{self, Basis};
use super::data_map::{Category, Origin};
use super::wording::Wording;
use super::{Moment, attachment, person, user};

crate::id_type! {
    /// Identifies a report or a copy that was made; also its number, on paper and in the names of its files.
    Id
}

/// What is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// Everything that is held, and what the law wants said of it (art. 15).
    #[default]
    Access,
    /// What the person gave us, to take elsewhere (art. 20).
    Portable,
}

impl Kind {
    /// Returns the kind's key; its text is `report-kind-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Portable => "portable",
        }
    }

    /// Returns the kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Access, Self::Portable].into_iter().find(|kind| kind.key() == key)
    }
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A workbook, one sheet a section.
    Xlsx,
    /// A document to print.
    Pdf,
    /// A page that any browser shows.
    Html,
    /// What programs read.
    Json,
    /// A table of one row.
    Csv,
    /// An address book of one card (vCard 4.0).
    Vcard,
    /// A page that opens with a passphrase, with the other formats inside.
    Sealed,
    /// The letter that goes with the others, to print.
    Letter,
    /// The same letter as a page.
    LetterPage,
    /// A file of the card, as it was attached there.
    Attached,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 10] = [
        Self::Xlsx,
        Self::Pdf,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Vcard,
        Self::Sealed,
        Self::Letter,
        Self::LetterPage,
        Self::Attached,
    ];

    /// Returns the formats that something can be handed out in, the usual first; each of them can be sealed.
    pub fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Access => &[Self::Xlsx, Self::Pdf, Self::Html, Self::Json],
            Kind::Portable => &[Self::Json, Self::Csv, Self::Vcard],
        }
    }

    /// Returns what names of such files end in, with the dot; nothing for what has a name of its own.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => ".xlsx",
            Self::Pdf | Self::Letter => ".pdf",
            Self::Html | Self::LetterPage => ".html",
            Self::Attached => "",
            Self::Json => ".json",
            Self::Csv => ".csv",
            Self::Vcard => ".vcf",
            Self::Sealed => "-sealed.html",
        }
    }

    /// Returns the media type (RFC 6838).
    pub fn media(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf | Self::Letter => "application/pdf",
            Self::Html | Self::Sealed | Self::LetterPage => "text/html",
            // Each has its own.
            Self::Attached => "application/octet-stream",
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Vcard => "text/vcard",
        }
    }

    /// Returns its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Vcard => "vcf",
            Self::Sealed => "sealed",
            Self::Letter => "letter",
            Self::LetterPage => "letter-page",
            Self::Attached => "attached",
        }
    }

    /// Returns the format that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key().eq_ignore_ascii_case(key))
    }
}

/// A file that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, without its folder.
    pub name: String,
    /// What kind of file it is.
    pub format: Format,
    /// Its hash (SHA-256), in hexadecimal.
    pub sha256: String,
}

/// One row of the register: what was handed out about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOut {
    /// Its identity, which is the number of the report.
    pub id: Id,
    /// About whom.
    pub person: person::Id,
    /// What.
    pub kind: Kind,
    /// The language: `en`, `nb` or `sv`.
    pub language: String,
    /// How the asker was known to be the person, as said; empty where nothing was.
    pub identity: String,
    /// How many passages about others were blacked out.
    pub blacked_out: usize,
    /// Who else it was handed to, because the person wanted that (art. 20(2)); empty where it went to the person.
    pub recipient: String,
    /// The files.
    pub files: Vec<File>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

/// The whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Who tells whom, when.
    pub header: Header,
    /// What is told, in the order in which it is read.
    pub sections: Vec<Section>,
    /// The ledger of legal bases, for formats that have a shape of its own for it; people read it in its section.
    pub permissions: Vec<Permission>,
    /// The files of the card that go along; of a draft, all that there are.
    pub files: Vec<Enclosure>,
    /// What was taken out for other people's sake.
    pub withheld: Withheld,
    /// The few words that formats add of themselves.
    pub words: Words,
}

/// A file of the card, of which a copy goes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// Which one.
    pub id: attachment::Id,
    /// What the copy is called, which says nothing of anybody.
    pub name: String,
    /// Its media type (RFC 6838).
    pub media: String,
    /// Whether its text names somebody else; only text is read for that.
    pub names_others: bool,
}

/// Who tells whom, when, about what.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// What is handed out.
    pub kind: Kind,
    /// What the document is called.
    pub title: String,
    /// Who answers for the data, as set in Our business.
    pub controller: Party,
    /// The country whose law the office works under (ISO 3166-1 alpha-2); empty where it is not set.
    pub country: String,
    /// Whom the document is about, with the address that stands on the card.
    pub about: Party,
    /// Whom it is about, for programs.
    pub person: person::Id,
    /// The moment of asking: everything is told as it stood then.
    pub asked_at: Moment,
    /// The language: `en`, `nb` or `sv`, as an HTML `lang` attribute takes it.
    pub language: String,
    /// The number of the report.
    pub number: Id,
    /// Where the journal ended at the moment of asking, in hexadecimal.
    pub journal_head: String,
    /// The above in words for whoever reads it: number, moment, language, how the asker was known, the journal's end.
    pub facts: Vec<Fact>,
}

/// Somebody with name and address; empty what is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// What the party is here, in words ("Controller", "About").
    pub label: String,
    /// The name.
    pub name: String,
    /// The lines of the address, without the name.
    pub address: Vec<String>,
    /// How to reach the party: e-mail, phone.
    pub contact: Vec<String>,
}

/// One part of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its key, for programs; the same in every language.
    pub key: &'static str,
    /// Its heading.
    pub title: String,
    /// What is said before anything is listed.
    pub introduction: Vec<String>,
    /// What is listed.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Returns how many things are listed: rows of tables, values of facts, points of lists.
    pub fn rows(&self) -> usize {
        let rows = |block: &Block| match block {
            Block::Paragraph(_) => 0,
            Block::List(list) => list.points.len(),
            Block::Facts(facts) => facts.facts.iter().map(|fact| fact.values.len()).sum(),
            Block::Table(table) => table.rows.len(),
        };
        self.blocks.iter().map(rows).sum()
    }
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph of text.
    Paragraph(Text),
    /// Points.
    List(List),
    /// Labels with what is held under each.
    Facts(Facts),
    /// Rows and columns.
    Table(Table),
}

/// Points under each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// Its heading, below that of the section; empty where it needs none.
    pub title: String,
    /// The points.
    pub points: Vec<Text>,
}

/// Labels with what is held under each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// Its key, for programs.
    pub key: String,
    /// Its heading, below that of the section; empty where it needs none.
    pub title: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// One label and what is held under it; without values nothing is held.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its key, for programs.
    pub key: String,
    /// The label.
    pub label: String,
    /// The kind of data, where it is data of the person.
    pub category: Option<Category>,
    /// What is held.
    pub values: Vec<Held>,
}

/// One value, and how we came to hold it.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// What kind of entry it is among several ("work", "home"); empty where there is only one kind.
    pub label: String,
    /// The key of that kind.
    pub label_key: String,
    /// Which entry it belongs to: the parts of one address have the same number.
    pub entry: i64,
    /// The value.
    pub value: Value,
    /// Where it came from, where that is known.
    pub came: Option<Came>,
}

impl Held {
    /// Returns a value that stands alone.
    pub fn alone(value: Value, came: Option<Came>) -> Self {
        Self { label: String::new(), label_key: String::new(), entry: 0, value, came }
    }
}

/// How a value came to be held (art. 15(1)(g)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// In words ("Business card, 3 March 2026").
    pub words: String,
    /// Who it comes from.
    pub origin: Origin,
    /// The key of the source, where one is noted.
    pub source: Option<String>,
    /// When it came.
    pub at: Option<Moment>,
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its key, for programs; unique within the document.
    pub key: String,
    /// Its heading, below that of the section; empty where it is the section's only one.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Value>>,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its key, for programs.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// What its cells hold; empty and blacked-out cells may stand in any.
    pub kind: CellKind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellKind {
    /// Short text or one of a list.
    Text,
    /// Text that may have many lines.
    LongText,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A point in time.
    Moment,
    /// Yes or no.
    YesNo,
}

/// One value: for people in words, for programs as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// What somebody wrote. Lines end in `\n`.
    Text(Text),
    /// One of a list.
    Item {
        /// Its key.
        key: String,
        /// Its name.
        words: String,
    },
    /// A number.
    Number {
        /// The number.
        number: f64,
        /// As written in the language, with its unit.
        words: String,
    },
    /// A day.
    Date {
        /// The day.
        day: NaiveDate,
        /// As written in the language.
        words: String,
    },
    /// A point in time.
    Moment {
        /// The moment, in UTC.
        at: Moment,
        /// As written in the language, in local time.
        words: String,
    },
    /// Yes or no.
    YesNo {
        /// Which.
        yes: bool,
        /// As written in the language.
        words: String,
    },
    /// Something about somebody else, taken out as a whole.
    BlackedOut(Ground),
}

impl Value {
    /// Returns a text that names nobody else.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(Text::from(words)) }
    }

    /// Returns whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// Returns what people read; in place of what is blacked out, `words` say so.
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.words(words),
            Self::Item { words, .. }
            | Self::Number { words, .. }
            | Self::Date { words, .. }
            | Self::Moment { words, .. }
            | Self::YesNo { words, .. } => words.clone(),
            Self::BlackedOut(_) => words.blacked_out.clone(),
        }
    }
}

/// A text, in which passages may be blacked out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// Returns what people read; in place of what is blacked out, `words` say so.
    pub fn words(&self, words: &Words) -> String {
        self.0.iter().map(|run| run.words(words)).collect()
    }

    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| matches!(run, Run::Words(words) if words.is_empty()))
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self(vec![Run::Words(words)])
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::from(words.to_owned())
    }
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// As written.
    Words(String),
    /// Taken out. The words themselves are not in the document.
    BlackedOut {
        /// Why.
        ground: Ground,
        /// Which passage of the draft it is; see [`Draft::passages`].
        passage: usize,
    },
    /// Said in other words for this copy.
    Reworded(String),
}

impl Run {
    /// Returns what people read; in place of what is blacked out, `words` say so.
    pub fn words<'a>(&'a self, words: &'a Words) -> &'a str {
        match self {
            Self::Words(text) | Self::Reworded(text) => text,
            Self::BlackedOut { .. } => &words.blacked_out,
        }
    }
}

/// One row of the ledger of legal bases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Its identity.
    pub id: basis::Id,
    /// The key and the name of the purpose.
    pub purpose: (String, String),
    /// What it says.
    pub basis: Basis,
    /// The key and the name of what is chosen, which may be an own legal basis under that.
    pub named: (String, String),
    /// The key and the name of where the decision came from.
    pub source: (String, String),
    /// When it was entered.
    pub at: Moment,
    /// What was said about it.
    pub comment: Text,
    /// The words the person was shown.
    pub wording: Option<Wording>,
    /// The interest that is pursued, for legitimate interests; empty where none is noted.
    pub interest: String,
    /// Whether something that proves it is kept.
    pub has_evidence: bool,
    /// The row that it corrects.
    pub corrects: Option<basis::Id>,
    /// Until when a consent is valid, where the office asks anew after some time.
    pub valid_until: Option<NaiveDate>,
    /// Whether it is what holds now for its purpose.
    pub holds: bool,
    /// Whether a later row says that it was entered by mistake.
    pub is_struck: bool,
}

/// Why something is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// It would harm the rights of others (art. 15(4), for the portable copy art. 20(4)).
    OthersRights,
}

impl Ground {
    /// Returns the ground's key; its text is `report-ground-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::OthersRights => "others-rights",
        }
    }
}

/// What was taken out or said otherwise, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Withheld {
    /// How many passages were blacked out (art. 15(4)).
    pub blacked_out: usize,
    /// How many were said in other words.
    pub reworded: usize,
    /// How many files of the card do not go along.
    pub files: usize,
    /// How many of the office's own fields hold something and are kept out of reports.
    pub fields: usize,
}

/// The words that formats add of themselves, in the document's language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Heads the table of contents.
    pub contents: String,
    /// Heads the labels of facts.
    pub field: String,
    /// Heads what is held under a label.
    pub value: String,
    /// Says where a value came from.
    pub came_from: String,
    /// Heads the kinds of data.
    pub category: String,
    /// Stands in place of what is blacked out ("[blacked out]").
    pub blacked_out: String,
    /// Explains the blacked-out passages, with their ground.
    pub blacked_out_why: String,
    /// Stands where nothing is held.
    pub nothing: String,
    /// Numbers pages: `{page}` and `{pages}` are to be replaced.
    pub page: String,
    /// Explains letters that are printed as their code points; `{count}`, how many they are, is to be replaced.
    pub code_points: String,
}
