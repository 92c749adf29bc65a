//! How those whom criteria are true of divide up, counted by the database: nobody is loaded.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{Asking, Error, Of, Who, seen, table};
use crate::model::{Moment, list};
use crate::store::Db;

/// How many have the same category, the same source, and came in the same period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The category.
    pub category: Option<list::Id>,
    /// Where the card came from; companies have none.
    pub source: Option<list::Id>,
    /// In which period it was made: the number of beginnings that lie before.
    pub period: usize,
    /// How many they are.
    pub count: u64,
}

/// For how many a legal basis holds for a purpose; own ones count as what they stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The purpose.
    pub purpose: list::Id,
    /// The legal basis.
    pub basis: list::Id,
    /// How many they are.
    pub count: u64,
}

/// Persons the processing of whose data is restricted are in no chart: it would say of what they are.
fn open(of: Of) -> &'static str {
    match of {
        Of::Persons => " AND NOT EXISTS (SELECT 1 FROM restriction c WHERE c.person = r.id AND c.lifted_at IS NULL)",
        Of::Companies => "",
    }
}

/// Returns how they divide up; `beginnings` are the first moments of periods, in their order.
///
/// # Errors
/// Those of [`super::count`].
pub fn parts(db: &Db, asking: &Asking<'_>, who: Who<'_>, beginnings: &[Moment]) -> Result<Vec<Part>, Error> {
    let (condition, mut values) = seen(db, asking, who)?;
    let mut period = String::from("0");
    for beginning in beginnings {
        values.push(Value::Integer(beginning.0));
        period = format!("{period} + (r.created_at >= ?{})", values.len());
    }
    let source = match asking.of {
        Of::Persons => "r.source",
        Of::Companies => "NULL",
    };
    let sql = format!(
        "SELECT r.category, {source}, {period}, count(*) FROM {} r WHERE {condition}{} GROUP BY 1, 2, 3",
        table(asking.of),
        open(asking.of)
    );
    let mut statement = db.sql().prepare(&sql)?;
    let parts = statement.query_map(params_from_iter(values), |row| {
        Ok(Part {
            category: row.get::<_, Option<i64>>(0)?.map(list::Id),
            source: row.get::<_, Option<i64>>(1)?.map(list::Id),
            period: row.get(2)?,
            count: row.get(3)?,
        })
    })?;
    Ok(parts.collect::<Result<_, _>>()?)
}

/// Returns for how many of them which legal basis holds for which purpose.
///
/// # Errors
/// Those of [`super::count`].
pub fn bases(db: &Db, asking: &Asking<'_>, who: Who<'_>) -> Result<Vec<Held>, Error> {
    let (condition, values) = seen(db, asking, who)?;
    let sql = format!(
        "WITH holding AS MATERIALIZED (
             SELECT l.person, l.purpose, standing(l.id, l.basis, l.corrects, l.at) AS id FROM ledger l
             WHERE l.person IN (SELECT r.id FROM person r WHERE {condition}{}) GROUP BY l.person, l.purpose
         )
         SELECT h.purpose, coalesce(i.under, i.id), count(*) FROM holding h
         JOIN ledger b ON b.person = h.person AND b.id = h.id JOIN list_item i ON i.id = b.basis
         GROUP BY 1, 2",
        open(Of::Persons)
    );
    let mut statement = db.sql().prepare(&sql)?;
    let held = statement.query_map(params_from_iter(values), |row| {
        Ok(Held { purpose: list::Id(row.get(0)?), basis: list::Id(row.get(1)?), count: row.get(2)? })
    })?;
    Ok(held.collect::<Result<_, _>>()?)
}
