//! Brings an older file to the schema this version knows: all steps or none.

use rusqlite::{Transaction, TransactionBehavior};

use super::connection::Db;
use super::error::Error;

/// One step from a schema version to the next.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Statements.
    Sql(&'static str),
    /// Work that needs Rust, such as computing sort keys anew.
    Rust(fn(&Transaction<'_>) -> Result<(), Error>),
}

/// Tells what a migration did.
#[derive(Debug, PartialEq, Eq)]
pub struct Migrated {
    /// The version of the file before.
    pub from: u32,
    /// The version of the file now.
    pub to: u32,
}

/// Takes the steps the file has not yet seen, in one immediate transaction.
///
/// If anything fails, the file is as it was. Whoever holds the keys makes a backup before.
///
/// # Errors
/// [`Error::Newer`] if the file has seen more steps than there are: it is then left untouched. [`Error::Migration`]
/// names the step that failed.
pub fn run(db: &Db, steps: &[Step]) -> Result<Migrated, Error> {
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let from = db.user_version()?;
    if from > known {
        return Err(Error::Newer { found: from, known });
    }
    if from == known {
        return Ok(Migrated { from, to: known });
    }

    // Rebuilding a table drops it, which would take the rows that refer to it along. The pragma does nothing inside
    // a transaction, so it is set around it, and the references are checked before the commit.
    db.sql().pragma_update(None, "foreign_keys", false)?;
    let done = take_steps(db, steps, from, known);
    db.sql().pragma_update(None, "foreign_keys", true)?;
    done?;
    Ok(Migrated { from, to: known })
}

fn take_steps(db: &Db, steps: &[Step], from: u32, known: u32) -> Result<(), Error> {
    let transaction = Transaction::new_unchecked(db.sql(), TransactionBehavior::Immediate)?;
    for (number, step) in (1..).zip(steps).skip(from as usize) {
        let done = match step {
            Step::Sql(sql) => transaction.execute_batch(sql).map_err(Error::from),
            Step::Rust(work) => work(&transaction),
        };
        done.map_err(|source| Error::Migration { step: number, source: Box::new(source) })?;
    }
    if from > 0 {
        let rows = transaction.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        if rows > 0 {
            return Err(Error::Dangling { rows });
        }
    }
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::connection::RawKey;
    use super::*;
    use std::path::Path;

    const FIRST: &str = "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL); INSERT INTO a VALUES (1, 'one')";
    const STEPS: &[Step] = &[
        Step::Sql(FIRST),
        Step::Sql(
            "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a(id)); CREATE INDEX b_a ON b(a)",
        ),
        Step::Rust(|transaction| {
            transaction.execute("ALTER TABLE a ADD COLUMN length INTEGER", [])?;
            transaction.execute("UPDATE a SET length = length(name)", [])?;
            Ok(())
        }),
    ];

    fn key() -> RawKey {
        RawKey::new([7; 32], [9; 16])
    }

    fn new_file(folder: &Path) -> Db {
        Db::create(&folder.join("vault.db"), &key()).unwrap()
    }

    #[test]
    fn a_new_file_takes_every_step() {
        let folder = tempfile::tempdir().unwrap();
        let db = new_file(folder.path());
        let migrated = run(&db, STEPS).unwrap();
        assert_eq!(migrated, Migrated { from: 0, to: 3 });
        assert_eq!(db.user_version().unwrap(), 3);
    }

    #[test]
    fn every_older_file_ends_with_the_schema_of_a_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let new = new_file(folder.path());
        run(&new, STEPS).unwrap();
        for version in 1..STEPS.len() {
            let folder = tempfile::tempdir().unwrap();
            let old = new_file(folder.path());
            run(&old, &STEPS[..version]).unwrap();
            run(&old, STEPS).unwrap();
            assert_eq!(old.schema_text().unwrap(), new.schema_text().unwrap(), "from version {version}");
        }
    }

    #[test]
    fn the_real_steps_apply_and_apply_once() {
        let folder = tempfile::tempdir().unwrap();
        let db = new_file(folder.path());
        let steps = super::super::schema::STEPS;
        run(&db, steps).unwrap();
        let again = run(&db, steps).unwrap();
        assert_eq!(again.from, again.to);
    }

    #[test]
    fn a_newer_file_is_refused_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let db = new_file(folder.path());
        run(&db, STEPS).unwrap();
        let before = db.schema_text().unwrap();
        let error = run(&db, &STEPS[..2]).unwrap_err();
        assert!(matches!(error, Error::Newer { found: 3, known: 2 }), "{error:?}");
        assert_eq!(db.schema_text().unwrap(), before);
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let db = new_file(folder.path());
        run(&db, &STEPS[..1]).unwrap();
        let before = db.schema_text().unwrap();
        let bad = [STEPS[0], STEPS[1], Step::Sql("CREATE TABLE c (id); INSERT INTO missing VALUES (1)")];
        let error = run(&db, &bad).unwrap_err();
        assert!(matches!(error, Error::Migration { step: 3, .. }), "{error:?}");
        assert_eq!(db.schema_text().unwrap(), before);
        assert_eq!(db.user_version().unwrap(), 1);
        let on: bool = db.sql().query_row("PRAGMA foreign_keys", [], |row| row.get(0)).unwrap();
        assert!(on, "foreign keys are on again");
    }

    #[test]
    fn a_step_that_orphans_rows_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let db = new_file(folder.path());
        run(&db, &STEPS[..2]).unwrap();
        db.sql().execute("INSERT INTO b VALUES (1, 1)", []).unwrap();
        let bad = [STEPS[0], STEPS[1], Step::Sql("DELETE FROM a")];
        assert!(matches!(run(&db, &bad).unwrap_err(), Error::Dangling { rows: 1 }));
        let left: i64 = db.sql().query_row("SELECT count(*) FROM a", [], |row| row.get(0)).unwrap();
        assert_eq!(left, 1);
    }
}
