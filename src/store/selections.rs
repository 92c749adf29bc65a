//! Selections: what they are called, what decides who is in them, and who was put into static ones.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::criteria::Of;
use crate::model::selection::{Id, Kind, Operation, Selection, Visible};
use crate::model::{Moment, list, user};

/// What decides who is in a selection, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Criteria, as JSON, and the items of lists that they name.
    Dynamic(String, Vec<list::Id>),
    /// Who was put into it.
    Static,
    /// What two others have.
    Combined(Operation, Id, Id),
}

/// Adds a selection; `key` is its folded name.
///
/// # Errors
/// [`Error::Constraint`] where another has the name.
pub fn insert(db: &Db, selection: &Selection, key: &str, kept: &Kept) -> Result<(), Error> {
    let (criteria, combined) = match kept {
        Kept::Dynamic(criteria, _) => (Some(criteria), None),
        Kept::Static => (None, None),
        Kept::Combined(operation, first, second) => (None, Some((operation.key(), first.0, second.0))),
    };
    db.sql()
        .prepare_cached(
            "INSERT INTO selection (id, name, key, description, kind, subject, criteria, operation, first, second, owner,
                 created_at, created_by, updated_at, updated_by, visible, alert)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?11, ?13, ?14, ?15, ?16)",
        )?
        .execute(params![
            selection.id.0,
            selection.name,
            key,
            selection.description,
            selection.kind.key(),
            selection.of.key(),
            criteria,
            combined.map(|combined| combined.0),
            combined.map(|combined| combined.1),
            combined.map(|combined| combined.2),
            selection.owner.unwrap_or(selection.updated_by).0,
            selection.created_at.0,
            selection.updated_at.0,
            selection.updated_by.0,
            selection.visible.key(),
            selection.alert
        ])?;
    name_items(db, selection.id, kept)
}

fn name_items(db: &Db, id: Id, kept: &Kept) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM selection_item WHERE selection = ?")?.execute([id.0])?;
    let Kept::Dynamic(_, items) = kept else { return Ok(()) };
    for item in items {
        db.sql()
            .prepare_cached("INSERT OR IGNORE INTO selection_item (selection, item) VALUES (?, ?)")?
            .execute([id.0, item.0])?;
    }
    Ok(())
}

/// Changes what a dynamic selection asks for.
pub fn change(db: &Db, selection: &Selection, kept: &Kept) -> Result<(), Error> {
    if let Kept::Dynamic(criteria, _) = kept {
        db.sql()
            .prepare_cached("UPDATE selection SET criteria = ?, updated_at = ?, updated_by = ? WHERE id = ?")?
            .execute(params![criteria, selection.updated_at.0, selection.updated_by.0, selection.id.0])?;
    }
    name_items(db, selection.id, kept)
}

/// Keeps what a selection is called, what it is for, who sees it and what it warns of.
///
/// # Errors
/// [`Error::Constraint`] where another has the name.
pub fn describe(db: &Db, selection: &Selection, key: &str) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "UPDATE selection SET name = ?2, key = ?3, description = ?4, updated_at = ?5, updated_by = ?6, visible = ?7,
                 alert = ?8 WHERE id = ?1",
        )?
        .execute(params![
            selection.id.0,
            selection.name,
            key,
            selection.description,
            selection.updated_at.0,
            selection.updated_by.0,
            selection.visible.key(),
            selection.alert
        ])?;
    Ok(())
}

/// Keeps what a selection that comes with the program warns of, under its key: nothing else of it is in the file.
pub fn warn_of_ready(db: &Db, selection: &Selection, key: &str) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM selection WHERE id = ?")?.execute([selection.id.0])?;
    if selection.alert.is_empty() {
        return Ok(());
    }
    // A name that nobody can give: what it is called is said in the language of whoever looks.
    insert(db, &Selection { name: key.to_owned(), ..selection.clone() }, key, &Kept::Dynamic("{}".into(), Vec::new()))
}

/// Notes when a selection was changed, and by whom.
pub fn touch(db: &Db, selection: &Selection) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE selection SET updated_at = ?, updated_by = ? WHERE id = ?")?.execute([
        selection.updated_at.0,
        selection.updated_by.0,
        selection.id.0,
    ])?;
    Ok(())
}

/// Removes a selection; who was in it stays.
pub fn remove(db: &Db, id: Id) -> Result<(), Error> {
    for sql in [
        "DELETE FROM selection_person WHERE selection = ?",
        "DELETE FROM selection_company WHERE selection = ?",
        "DELETE FROM selection_item WHERE selection = ?",
        "DELETE FROM selection WHERE id = ?",
    ] {
        db.sql().prepare_cached(sql)?.execute([id.0])?;
    }
    Ok(())
}

/// Returns all selections in the order of their folded names.
pub fn all(db: &Db) -> Result<Vec<Selection>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, name, description, kind, subject, owner, created_at, updated_at, updated_by, visible,
             alert
         FROM selection ORDER BY key",
    )?;
    let all = statement.query_map([], read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().flatten().collect())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<Selection>> {
    let [kind, subject]: [String; 2] = [row.get(3)?, row.get(4)?];
    let (Some(kind), Some(of)) = (Kind::from_key(&kind), Of::from_key(&subject)) else { return Ok(None) };
    let visible: String = row.get(9)?;
    Ok(Some(Selection {
        id: Id(row.get(0)?),
        name: row.get(1)?,
        description: row.get(2)?,
        kind,
        of,
        owner: Some(user::Id(row.get(5)?)),
        // What a later program knows and this one does not is shown to fewer rather than to more.
        visible: Visible::from_key(&visible).unwrap_or(Visible::Own),
        alert: row.get(10)?,
        created_at: Moment(row.get(6)?),
        updated_at: Moment(row.get(7)?),
        updated_by: user::Id(row.get(8)?),
    }))
}

/// Returns what decides who is in a selection; none where there is no such one, or this program cannot read it.
pub fn kept(db: &Db, id: Id) -> Result<Option<Kept>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT kind, criteria, operation, first, second FROM selection WHERE id = ?")?;
    let found = statement.query_row([id.0], |row| {
        let kind: String = row.get(0)?;
        let operation: Option<String> = row.get(2)?;
        let (first, second) = (row.get::<_, Option<i64>>(3)?.map(Id), row.get::<_, Option<i64>>(4)?.map(Id));
        Ok(match Kind::from_key(&kind) {
            Some(Kind::Dynamic) => Some(Kept::Dynamic(row.get(1)?, Vec::new())),
            Some(Kind::Static) => Some(Kept::Static),
            Some(Kind::Combined) => {
                let operation = operation.as_deref().and_then(Operation::from_key);
                operation
                    .zip(first.zip(second))
                    .map(|(operation, (first, second))| Kept::Combined(operation, first, second))
            }
            None => None,
        })
    });
    Ok(found.optional()?.flatten())
}

/// Puts a record into a static selection, and returns whether it was not in it.
///
/// # Errors
/// [`Error::Constraint`] where there is no such record.
pub fn put(db: &Db, of: Of, selection: Id, record: i64, (at, by): (Moment, user::Id)) -> Result<bool, Error> {
    let sql = match of {
        Of::Persons => {
            "INSERT INTO selection_person (person, selection, at, by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        }
        Of::Companies => {
            "INSERT INTO selection_company (company, selection, at, by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        }
    };
    Ok(db.sql().prepare_cached(sql)?.execute([record, selection.0, at.0, by.0])? > 0)
}

/// Takes a record out of a static selection, and returns whether it was in it.
pub fn take(db: &Db, of: Of, selection: Id, record: i64) -> Result<bool, Error> {
    let sql = match of {
        Of::Persons => "DELETE FROM selection_person WHERE person = ? AND selection = ?",
        Of::Companies => "DELETE FROM selection_company WHERE company = ? AND selection = ?",
    };
    Ok(db.sql().prepare_cached(sql)?.execute([record, selection.0])? > 0)
}
