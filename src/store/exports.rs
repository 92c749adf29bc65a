//! The register of exports.

use rusqlite::{Row, params};

use super::{Db, Error};
use crate::model::criteria::Of;
use crate::model::export::{Export, Format, Id};
use crate::model::{Moment, person, user};

const COLUMNS: &str =
    "x.id, x.name, x.subject, x.file, x.format, x.sha256, x.fields, x.rows, x.purpose, x.recipient, x.at, x.by";

/// Enters an export, with the persons who are in it.
pub fn insert(db: &Db, export: &Export, persons: &[i64]) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO export (id, name, subject, file, format, sha256, fields, rows, purpose, recipient, at, by)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            export.id.0,
            export.name,
            export.of.key(),
            export.file,
            export.format.key(),
            export.sha256,
            export.fields.join(","),
            i64::try_from(export.rows).unwrap_or(i64::MAX),
            export.purpose,
            export.recipient,
            export.at.0,
            export.by.0
        ])?;
    let mut statement = db.sql().prepare_cached("INSERT INTO export_person (person, export) VALUES (?, ?)")?;
    // In the order of the key: the tree is only added to at its end then.
    let mut persons = persons.to_vec();
    persons.sort_unstable();
    for person in persons {
        statement.execute([person, export.id.0])?;
    }
    Ok(())
}

/// Returns the exports, the newest first.
pub fn list(db: &Db, limit: usize) -> Result<Vec<Export>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement =
        db.sql().prepare_cached(&format!("SELECT {COLUMNS} FROM export x ORDER BY x.at DESC, x.id DESC LIMIT ?"))?;
    Ok(statement.query_map([limit], read)?.collect::<Result<_, _>>()?)
}

/// Returns the exports that a person is in, the newest first.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Export>, Error> {
    let mut statement = db.sql().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM export_person p JOIN export x ON x.id = p.export WHERE p.person = ?
         ORDER BY x.at DESC, x.id DESC"
    ))?;
    Ok(statement.query_map([person.0], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Export> {
    let fields: String = row.get(6)?;
    Ok(Export {
        id: Id(row.get(0)?),
        name: row.get(1)?,
        of: Of::from_key(row.get_ref(2)?.as_str()?).unwrap_or_default(),
        file: row.get(3)?,
        format: Format::from_key(row.get_ref(4)?.as_str()?).unwrap_or_default(),
        sha256: row.get(5)?,
        fields: fields.split(',').filter(|field| !field.is_empty()).map(str::to_owned).collect(),
        rows: row.get::<_, i64>(7)?.try_into().unwrap_or_default(),
        purpose: row.get(8)?,
        recipient: row.get(9)?,
        at: Moment(row.get(10)?),
        by: user::Id(row.get(11)?),
    })
}
