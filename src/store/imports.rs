//! Imports, and what each did to which card.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::import::{Counts, Id, Import, Terms};
use crate::model::{Moment, person, user};

/// What an import did to a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// The card.
    pub person: person::Id,
    /// What the card held before, as the office wrote it; none where the import added the card.
    pub before: Option<String>,
    /// The card's time of change when the import left it.
    pub after_at: Moment,
}

/// Adds an import that has begun.
pub fn insert(db: &Db, id: Id, terms: &Terms, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO import (id, at, by, purpose, basis, source, comment, rows, added, updated, skipped, rejected, refusals_kept)
             VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)",
        )?
        .execute(params![id.0, at.0, by.0, terms.purpose.0, terms.basis.item.0, terms.source.0, terms.comment])?;
    Ok(())
}

/// Notes what came of an import.
pub fn finish(db: &Db, id: Id, counts: &Counts) -> Result<(), Error> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    db.sql()
        .prepare_cached("UPDATE import SET rows = ?, added = ?, updated = ?, skipped = ?, rejected = ?, refusals_kept = ? WHERE id = ?")?
        .execute(params![
            number(counts.rows),
            number(counts.added),
            number(counts.updated),
            number(counts.skipped),
            number(counts.rejected),
            number(counts.refusals_kept),
            id.0
        ])?;
    Ok(())
}

/// Returns an import.
pub fn get(db: &Db, id: Id) -> Result<Option<Import>, Error> {
    let found = db
        .sql()
        .prepare_cached(
            "SELECT id, at, by, rows, added, updated, skipped, rejected, refusals_kept, undone_at FROM import WHERE id = ?",
        )?
        .query_row([id.0], |row| {
            Ok(Import {
                id: Id(row.get(0)?),
                at: Moment(row.get(1)?),
                by: user::Id(row.get(2)?),
                counts: Counts {
                    rows: row.get(3)?,
                    added: row.get(4)?,
                    updated: row.get(5)?,
                    skipped: row.get(6)?,
                    rejected: row.get(7)?,
                    refusals_kept: row.get(8)?,
                },
                undone_at: row.get::<_, Option<i64>>(9)?.map(Moment),
            })
        })
        .optional()?;
    Ok(found)
}

/// Notes that an import was undone.
pub fn mark_undone(db: &Db, id: Id, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE import SET undone_at = ?, undone_by = ? WHERE id = ?")?
        .execute([at.0, by.0, id.0])?;
    Ok(())
}

/// Notes what an import did to a card. Where a file speaks of one person twice, the first note stands.
pub fn touch(db: &Db, id: Id, touched: &Touched) -> Result<(), Error> {
    if touched.before.is_none() {
        // A card is added once.
        db.sql()
            .prepare_cached("INSERT INTO import_row (import, person, kind, after_at) VALUES (?, ?, 'added', ?)")?
            .execute([id.0, touched.person.0, touched.after_at.0])?;
        return Ok(());
    }
    db.sql()
        .prepare_cached(
            "INSERT INTO import_row (import, person, kind, before, after_at) VALUES (?, ?, 'changed', ?, ?)
             ON CONFLICT (import, person) DO UPDATE SET after_at = excluded.after_at",
        )?
        .execute(params![id.0, touched.person.0, touched.before, touched.after_at.0])?;
    Ok(())
}

/// Returns what an import did, card by card.
pub fn touched(db: &Db, id: Id) -> Result<Vec<Touched>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT person, before, after_at FROM import_row WHERE import = ? ORDER BY person")?;
    let rows = statement.query_map([id.0], |row| {
        Ok(Touched { person: person::Id(row.get(0)?), before: row.get(1)?, after_at: Moment(row.get(2)?) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets what an import did to the cards but these: it was undone, and what they held before is theirs again.
pub fn forget_rows(db: &Db, id: Id, but: &[person::Id]) -> Result<(), Error> {
    let but = serde_json::to_string(&but.iter().map(|id| id.0).collect::<Vec<_>>()).unwrap_or_default();
    db.sql()
        .prepare_cached("DELETE FROM import_row WHERE import = ? AND person NOT IN (SELECT value FROM json_each(?))")?
        .execute(params![id.0, but])?;
    Ok(())
}
