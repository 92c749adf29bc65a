//! The office's own fields.

use rusqlite::{Row, params};

use super::{Db, Error};
use crate::model::custom::{Definition, Id, Kind};
use crate::model::data_map::{Category, Origin};
use crate::model::{Moment, user};

/// Adds an own field.
pub fn insert(db: &Db, field: &Definition, at: Moment, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO custom_field (id, key, name, kind, choices, category, origin, in_report, rank, active, created_at, created_by)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            field.id.0,
            field.key,
            field.name,
            field.kind.key(),
            field.choices.join("\n"),
            field.category.key(),
            field.origin.key(),
            field.in_report,
            field.rank,
            field.active,
            at.0,
            by.0
        ])?;
    Ok(())
}

/// Changes what may change of an own field: its name, choices, place in the data map, rank, and whether it is shown.
///
/// Key and kind stay: values already entered depend on them.
pub fn update(db: &Db, field: &Definition) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE custom_field SET name = ?, choices = ?, category = ?, origin = ?, in_report = ?, rank = ?, active = ? WHERE id = ?",
        )?
        .execute(params![
            field.name,
            field.choices.join("\n"),
            field.category.key(),
            field.origin.key(),
            field.in_report,
            field.rank,
            field.active,
            field.id.0
        ])?;
    Ok(())
}

/// Removes an own field that was made at a moment, and answers whether it could be: one that a card holds a value of, or
/// that the criteria of a selection ask about, stays.
pub fn remove_made_at(db: &Db, key: &str, at: Moment) -> Result<bool, Error> {
    let removed = db
        .sql()
        .prepare_cached(
            "DELETE FROM custom_field WHERE key = ?1 AND created_at = ?2
                 AND NOT EXISTS (SELECT 1 FROM custom_value WHERE field = custom_field.id)
                 AND NOT EXISTS (SELECT 1 FROM selection WHERE instr(criteria, '\"custom:' || ?1 || '\"') > 0)",
        )?
        .execute(params![key, at.0])?;
    Ok(removed > 0)
}

/// Returns all own fields in their order, also those no longer shown.
pub fn all(db: &Db) -> Result<Vec<Definition>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, key, name, kind, choices, category, origin, in_report, rank, active FROM custom_field ORDER BY rank, id",
    )?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Definition> {
    let [kind, choices, category, origin]: [String; 4] = [row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?];
    Ok(Definition {
        id: Id(row.get(0)?),
        key: row.get(1)?,
        name: row.get(2)?,
        kind: Kind::from_key(&kind).unwrap_or(Kind::Text),
        choices: choices.lines().map(str::to_owned).collect(),
        category: Category::from_key(&category).unwrap_or(Category::Other),
        origin: Origin::from_key(&origin).unwrap_or(Origin::Derived),
        in_report: row.get(7)?,
        rank: row.get(8)?,
        active: row.get(9)?,
    })
}
