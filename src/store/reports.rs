//! The register of reports and portable copies that were handed out.

use rusqlite::{Row, params};

use super::{Db, Error};
use crate::model::report::{File, Format, HandedOut, Id, Kind};
use crate::model::{Moment, person, user};

/// Enters what was handed out.
pub fn insert(db: &Db, report: &HandedOut) -> Result<(), Error> {
    let line = |file: &File| format!("{} {} {}", file.sha256, file.format.key(), file.name);
    db.sql()
        .prepare_cached(
            "INSERT INTO report (id, person, kind, language, identity, files, blacked_out, at, by, recipient)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            report.id.0,
            report.person.0,
            report.kind.key(),
            report.language,
            report.identity,
            report.files.iter().map(line).collect::<Vec<_>>().join("\n"),
            i64::try_from(report.blacked_out).unwrap_or(i64::MAX),
            report.at.0,
            report.by.0,
            report.recipient
        ])?;
    Ok(())
}

/// Returns what was handed out about a person, the newest first.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<HandedOut>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, person, kind, language, identity, files, blacked_out, at, by, recipient FROM report
         WHERE person = ? ORDER BY at DESC, id DESC",
    )?;
    Ok(statement.query_map([person.0], read)?.collect::<Result<_, _>>()?)
}

/// Returns what was handed out last, the newest first.
pub fn latest(db: &Db, limit: usize) -> Result<Vec<HandedOut>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, person, kind, language, identity, files, blacked_out, at, by, recipient FROM report
         ORDER BY at DESC, id DESC LIMIT ?",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(statement.query_map([limit], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<HandedOut> {
    let files: String = row.get(5)?;
    let file = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let (sha256, format, name) = (parts.next()?, Format::from_key(parts.next()?)?, parts.next()?);
        Some(File { name: name.to_owned(), format, sha256: sha256.to_owned() })
    };
    Ok(HandedOut {
        id: Id(row.get(0)?),
        person: person::Id(row.get(1)?),
        kind: Kind::from_key(row.get_ref(2)?.as_str()?).unwrap_or_default(),
        language: row.get(3)?,
        identity: row.get(4)?,
        files: files.lines().filter_map(file).collect(),
        blacked_out: row.get::<_, i64>(6)?.try_into().unwrap_or_default(),
        at: Moment(row.get(7)?),
        by: user::Id(row.get(8)?),
        recipient: row.get(9)?,
    })
}
