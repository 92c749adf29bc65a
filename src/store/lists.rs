//! Items of lists.

use rusqlite::{Row, params};

use super::{Db, Error};
use crate::model::list::{Id, Item, List};
use crate::model::{Moment, user};

/// Adds an item.
pub fn insert(db: &Db, item: &Item, at: Moment, by: user::Id) -> Result<(), Error> {
    let [en, nb, sv] = &item.names;
    db.sql()
        .prepare_cached(
            "INSERT INTO list_item (id, list, key, name_en, name_nb, name_sv, rank, active, under, created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?10, ?11)",
        )?
        .execute(params![
            item.id.0,
            item.list.key(),
            item.key,
            en,
            nb,
            sv,
            item.rank,
            item.active,
            item.under.map(|id| id.0),
            at.0,
            by.0
        ])?;
    Ok(())
}

/// Writes what an item is now; its list and its key stay.
pub fn update(db: &Db, item: &Item, at: Moment, by: user::Id) -> Result<(), Error> {
    let [en, nb, sv] = &item.names;
    db.sql()
        .prepare_cached(
            "UPDATE list_item SET name_en = ?2, name_nb = ?3, name_sv = ?4, rank = ?5, active = ?6, under = ?7,
             updated_at = ?8, updated_by = ?9 WHERE id = ?1",
        )?
        .execute(params![item.id.0, en, nb, sv, item.rank, item.active, item.under.map(|id| id.0), at.0, by.0])?;
    Ok(())
}

/// Removes an item, and answers whether it could be: one that any row names stays.
pub fn remove(db: &Db, id: Id) -> Result<bool, Error> {
    if is_used(db, id)? {
        return Ok(false);
    }
    db.sql().prepare_cached("DELETE FROM list_item WHERE id = ?")?.execute([id.0])?;
    Ok(true)
}

/// Returns whether any row of any table names an item. Reads whole tables: seconds where there are a million cards.
pub fn is_used(db: &Db, id: Id) -> Result<bool, Error> {
    let columns = db.texts(
        "SELECT m.name || char(10) || k.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) k
         WHERE m.type = 'table' AND k.\"table\" = 'list_item'",
    )?;
    for column in columns {
        let (table, column) = column.split_once('\n').unwrap_or_default();
        let sql = format!("SELECT EXISTS (SELECT 1 FROM \"{table}\" WHERE \"{column}\" = ?)");
        if db.sql().query_row(&sql, [id.0], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the items that somebody made at a time: those that a change made on the way.
pub fn made(db: &Db, at: Moment, by: user::Id) -> Result<Vec<Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id FROM list_item WHERE created_at = ? AND created_by = ?")?;
    Ok(statement.query_map([at.0, by.0], |row| row.get(0).map(Id))?.collect::<Result<_, _>>()?)
}

/// Returns every item of every list, by list and rank. Items of lists this program does not know are left out.
pub fn all(db: &Db) -> Result<Vec<Item>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, list, key, name_en, name_nb, name_sv, rank, active, under FROM list_item ORDER BY list, rank, id",
    )?;
    let items = statement.query_map([], read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(items.into_iter().flatten().collect())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<Item>> {
    let list: String = row.get(1)?;
    let Some(list) = List::from_key(&list) else { return Ok(None) };
    Ok(Some(Item {
        id: Id(row.get(0)?),
        list,
        key: row.get(2)?,
        names: [row.get(3)?, row.get(4)?, row.get(5)?],
        rank: row.get(6)?,
        active: row.get(7)?,
        under: row.get::<_, Option<i64>>(8)?.map(Id),
    }))
}
