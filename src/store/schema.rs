//! The tables, as the list of steps that makes them.
//!
//! A step that has been released is never changed: what has to be different comes as a new step at the end.

use super::migrate::Step;

/// Lists every step from an empty file to the schema this version knows; `user_version` counts them.
pub const STEPS: &[Step] = &[Step::Sql(include_str!("schema/0001.sql")), Step::Sql(include_str!("schema/0002.sql"))];

/// Runs a statement, to show that the schema refuses it.
#[cfg(test)]
pub fn try_sql(db: &super::Db, sql: &str) -> Result<(), super::Error> {
    Ok(db.sql().execute_batch(sql)?)
}

#[cfg(test)]
mod tests;
