//! The office's own texts of letters: they are only ever added to, so that one can go back.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::template::Text;
use crate::model::{Moment, user};

/// A version of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its identity.
    pub id: i64,
    /// The key of the template.
    pub key: String,
    /// What the office calls it; empty for shipped ones.
    pub name: String,
    /// The language, ISO 639-1.
    pub language: String,
    /// What it says.
    pub text: Text,
    /// Whether it gives way to the shipped text, or to none.
    pub withdrawn: bool,
    /// When it was written.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

const COLUMNS: &str = "id, key, name, language, subject, body, withdrawn, at, by";

/// Adds a version.
pub fn insert(db: &Db, new: &Version) -> Result<(), Error> {
    let sql = format!("INSERT INTO template ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        new.id,
        new.key,
        new.name,
        new.language,
        new.text.subject,
        new.text.body,
        new.withdrawn,
        new.at.0,
        new.by.0
    ])?;
    Ok(())
}

/// Returns the newest version of a template in a language.
pub fn newest(db: &Db, key: &str, language: &str) -> Result<Option<Version>, Error> {
    let sql =
        format!("SELECT {COLUMNS} FROM template WHERE key = ? AND language = ? ORDER BY at DESC, id DESC LIMIT 1");
    Ok(db.sql().prepare_cached(&sql)?.query_row([key, language], read).optional()?)
}

/// Returns all versions, the newest first.
pub fn all(db: &Db) -> Result<Vec<Version>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM template ORDER BY at DESC, id DESC");
    Ok(db.sql().prepare_cached(&sql)?.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get(0)?,
        key: row.get(1)?,
        name: row.get(2)?,
        language: row.get(3)?,
        text: Text { subject: row.get(4)?, body: row.get(5)? },
        withdrawn: row.get(6)?,
        at: Moment(row.get(7)?),
        by: user::Id(row.get(8)?),
    })
}
