//! The guide: what it says in each language, read from `assets/guide`, and the same as one page for a browser.
//!
//! The sources are plain text with little markup, so that whoever writes needs no tool:
//!
//! | what is written | what it is |
//! |---|---|
//! | `# …` at the top, `## …`, `### …` | the chapter's title, a heading, a smaller one |
//! | lines without a sign, up to an empty one | a paragraph |
//! | `- …` and `1. …` | a line of a list; what is indented under it belongs to it |
//! | `> …` | a note that stands out |
//! | lines that begin with a bar | a row of a table, the first one its head |
//! | `![what it shows](name)` | a picture of `assets/guide/pictures/<language>/` |
//! | `@keys` | all keys of the window |
//! | `{key}` | a text of the window by its key, as it stands on the button |
//! | `{keys key}` | the keys for what has that text |
//! | `[[chapter]]` | another chapter by its key |
//! | two stars, one star, backticks around words | important, what somebody says, a command |
//!
//! What a button is called is never written out: the text is looked up, so that the guide says what the window says.

mod page;
mod reading;

use crate::i18n::Lang;

macro_rules! chapter {
    ($key:literal) => {
        (
            $key,
            [
                include_str!(concat!("../../assets/guide/en/", $key, ".md")),
                include_str!(concat!("../../assets/guide/nb/", $key, ".md")),
                include_str!(concat!("../../assets/guide/sv/", $key, ".md")),
            ],
        )
    };
}
macro_rules! picture {
    ($name:literal) => {
        (
            $name,
            [
                include_bytes!(concat!("../../assets/guide/pictures/en/", $name, ".png")),
                include_bytes!(concat!("../../assets/guide/pictures/nb/", $name, ".png")),
                include_bytes!(concat!("../../assets/guide/pictures/sv/", $name, ".png")),
            ],
        )
    };
}

/// The chapters in their order: the key of each, and its source in each language.
const CHAPTERS: [(&str, [&str; 3]); 7] = [
    chapter!("first-hour"),
    chapter!("office"),
    chapter!("rights"),
    chapter!("breach"),
    chapter!("backup"),
    chapter!("protection"),
    chapter!("keys"),
];

/// The pictures, in each language. Journeys draw them (`tests/journeys/guide.rs`); `.ci/guide-pictures` takes them over.
const PICTURES: [(&str, [&[u8]; 3]); 5] =
    [picture!("import"), picture!("card"), picture!("basis"), picture!("steps"), picture!("report")];

/// The keys of chapters, for those who open the guide where it matters.
pub mod chapters {
    /// The first hour of a seller.
    pub const FIRST_HOUR: &str = "first-hour";
    /// Five steps to prepare the office.
    pub const OFFICE: &str = "office";
    /// The eight rights of a person.
    pub const RIGHTS: &str = "rights";
    /// What to do in a breach.
    pub const BREACH: &str = "breach";
    /// Backup and recovery.
    pub const BACKUP: &str = "backup";
}

/// The guide in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The language.
    pub lang: Lang,
    /// The chapters in their order.
    pub chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its key, the same in every language.
    pub key: &'static str,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Words),
    /// A smaller heading.
    Smaller(Words),
    /// A paragraph.
    Paragraph(Words),
    /// A paragraph that stands out.
    Note(Words),
    /// Lines with a dot before each.
    Dots(Vec<Words>),
    /// Lines with a number before each.
    Numbers(Vec<Words>),
    /// A table.
    Table {
        /// The head; empty where there is none.
        head: Vec<Words>,
        /// The rows.
        rows: Vec<Vec<Words>>,
    },
    /// A picture.
    Picture {
        /// Its name, as [`picture`] takes it.
        name: String,
        /// What it shows, for those who do not see it.
        says: String,
    },
}

/// Words on a line, in pieces of one look each.
pub type Words = Vec<Piece>;

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As the words around them.
    Plain,
    /// Important.
    Strong,
    /// What somebody says.
    Said,
    /// As something in the window that can be read there.
    Window,
    /// As something typed.
    Typed,
    /// As the way to another chapter, by its key.
    Chapter(&'static str),
}

/// Keys of the window that belong together: what they are called, and of each what it does and which it is.
pub type Keys = Vec<(String, Vec<(String, String)>)>;

/// Returns the guide in a language, with the keys of the window.
pub fn guide(lang: Lang, keys: &Keys) -> Guide {
    let titles: Vec<(&'static str, &str)> =
        CHAPTERS.iter().map(|(key, sources)| (*key, reading::title(sources[place(lang)]))).collect();
    let read = |(key, sources): &(&'static str, [&str; 3])| {
        reading::Reader { lang, titles: &titles, keys }.chapter(key, sources[place(lang)])
    };
    Guide { lang, chapters: CHAPTERS.iter().map(read).collect() }
}

/// Returns the guide as one page that any browser shows: no script, nothing from elsewhere.
pub fn page(guide: &Guide) -> String {
    page::rendered(guide)
}

/// Returns a picture, as PNG.
pub fn picture(lang: Lang, name: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(known, _)| *known == name).map(|(_, pictures)| pictures[place(lang)])
}

fn place(lang: Lang) -> usize {
    match lang {
        Lang::En => 0,
        Lang::Nb => 1,
        Lang::Sv => 2,
    }
}

#[cfg(test)]
mod tests;
