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
            "INSERT INTO list_item (id, list, key, name_en, name_nb, name_sv, rank, active, created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?9, ?10)",
        )?
        .execute(params![item.id.0, item.list.key(), item.key, en, nb, sv, item.rank, item.active, at.0, by.0])?;
    Ok(())
}

/// Returns every item of every list, by list and rank. Items of lists this program does not know are left out.
pub fn all(db: &Db) -> Result<Vec<Item>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, list, key, name_en, name_nb, name_sv, rank, active FROM list_item ORDER BY list, rank, id",
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
    }))
}
