//! Wordings that people were shown.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::wording::{Id, Wording};
use crate::model::{Moment, list, user};

/// Adds a wording. Its version is the next one of its purpose and language; what `wording.version` says is ignored.
pub fn insert(db: &Db, wording: &Wording, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO wording (id, purpose, version, language, text, at, by)
             SELECT ?1, ?2, coalesce(max(version), 0) + 1, ?3, ?4, ?5, ?6 FROM wording WHERE purpose = ?2 AND language = ?3",
        )?
        .execute(params![wording.id.0, wording.purpose.0, wording.language, wording.text, wording.at.0, by.0])?;
    Ok(())
}

/// Removes the wordings of a purpose that no row of any ledger is about.
pub fn remove_unused(db: &Db, purpose: list::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "DELETE FROM wording WHERE purpose = ?1 AND NOT EXISTS (SELECT 1 FROM ledger WHERE purpose = ?1)",
        )?
        .execute([purpose.0])?;
    Ok(())
}

/// Returns the newest wording of a purpose and a language.
pub fn newest(db: &Db, purpose: list::Id, language: &str) -> Result<Option<String>, Error> {
    let mut statement = db
        .sql()
        .prepare_cached("SELECT text FROM wording WHERE purpose = ? AND language = ? ORDER BY version DESC LIMIT 1")?;
    Ok(statement.query_row(params![purpose.0, language], |row| row.get(0)).optional()?)
}

/// Returns who wrote each wording of a purpose, and how many rows of the ledgers that the viewer may see name it.
pub fn written(db: &Db, purpose: list::Id, viewer: Option<user::Id>) -> Result<Vec<(Id, user::Id, u64)>, Error> {
    let seen = super::persons::seen_by(viewer, "ledger.person");
    let mut statement = db.sql().prepare_cached(&format!(
        "SELECT wording.id, wording.by, count(ledger.wording) FROM wording
         LEFT JOIN ledger ON ledger.wording = wording.id AND ledger.purpose = wording.purpose AND {seen}
         WHERE wording.purpose = ? GROUP BY wording.id"
    ))?;
    let rows = statement.query_map([purpose.0], |row| Ok((Id(row.get(0)?), user::Id(row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns all wordings, by purpose, language and version.
pub fn all(db: &Db) -> Result<Vec<Wording>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, purpose, version, language, text, at FROM wording ORDER BY purpose, language, version",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Wording {
            id: Id(row.get(0)?),
            purpose: list::Id(row.get(1)?),
            version: row.get(2)?,
            language: row.get(3)?,
            text: row.get(4)?,
            at: Moment(row.get(5)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
