//! The tables, as the list of steps that makes them.
//!
//! A step that has been released is never changed: what has to be different comes as a new step at the end.

use super::migrate::Step;

/// Lists every step from an empty file to the schema this version knows; `user_version` counts them.
pub const STEPS: &[Step] = &[
    Step::Sql(include_str!("schema/0001.sql")),
    Step::Sql(include_str!("schema/0002.sql")),
    Step::Sql(include_str!("schema/0003.sql")),
    Step::Sql(include_str!("schema/0004.sql")),
    Step::Sql(include_str!("schema/0005.sql")),
    Step::Sql(include_str!("schema/0006.sql")),
    Step::Sql(include_str!("schema/0007.sql")),
    Step::Sql(include_str!("schema/0008.sql")),
    Step::Sql(include_str!("schema/0009.sql")),
];

/// Runs a statement, to show that the schema refuses it.
#[cfg(test)]
pub fn try_sql(db: &super::Db, sql: &str) -> Result<(), super::Error> {
    Ok(db.sql().execute_batch(sql)?)
}

/// Returns every row of every table, as text, to compare what there was with what there is.
#[cfg(test)]
pub fn contents(db: &super::Db) -> Result<Vec<(String, Vec<String>)>, super::Error> {
    let tables = db.texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let read = |table: String| {
        let mut statement = db.sql().prepare(&format!("SELECT * FROM \"{table}\""))?;
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let values: Result<Vec<String>, _> =
                (0..columns).map(|column| row.get_ref(column).map(|value| format!("{value:?}"))).collect();
            Ok(values?.join(" "))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok((table, rows))
    };
    tables.into_iter().map(read).collect()
}

/// Lets the file grow by so many pages and no more, as on a disk that is nearly full; without a number, as it likes.
#[cfg(test)]
pub fn leave_room(db: &super::Db, pages: Option<i64>) -> Result<(), super::Error> {
    let most = match pages {
        Some(pages) => db.page_statistics()?.pages + pages,
        None => i64::from(u32::MAX - 1),
    };
    Ok(db.sql().query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?)
}

/// Lets SQLite give up every transaction that comes to its entry in the journal, or not.
#[cfg(test)]
pub fn refuse_entries(db: &super::Db, refuse: bool) -> Result<(), super::Error> {
    Ok(db.sql().execute_batch(if refuse {
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.journal BEGIN SELECT RAISE(ROLLBACK, 'refused'); END"
    } else {
        "DROP TRIGGER temp.refuse"
    })?)
}

#[cfg(test)]
mod tests;
