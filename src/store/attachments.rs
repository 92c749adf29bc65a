//! What is known of attached files; the files themselves lie, encrypted, beside the database.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error, array};
use crate::model::attachment::{Attachment, Id, Kind};
use crate::model::{Moment, person, user};

/// Where an attachment's content lies, and the wrapped key that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name in the folder of attachments.
    pub file: String,
    /// Its key, wrapped by the vault's key of attachments.
    pub wrapped_key: Vec<u8>,
}

/// Adds an attachment.
pub fn insert(db: &Db, person: person::Id, attachment: &Attachment, place: &Place, by: user::Id) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO attachment (id, person, kind, name, media_type, size, sha256, file, wrapped_key, at, by)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            attachment.id.0,
            person.0,
            attachment.kind.key(),
            attachment.name,
            attachment.media_type,
            i64::try_from(attachment.size).unwrap_or(i64::MAX),
            attachment.sha256,
            place.file,
            place.wrapped_key,
            attachment.at.0,
            by.0
        ])?;
    Ok(())
}

/// Returns an attachment and where it lies.
pub fn get(db: &Db, id: Id) -> Result<Option<(Attachment, Place)>, Error> {
    let found = db
        .sql()
        .prepare_cached(
            "SELECT id, kind, name, media_type, size, sha256, at, file, wrapped_key FROM attachment WHERE id = ?",
        )?
        .query_row([id.0], |row| {
            let kind: String = row.get(1)?;
            let attachment = Attachment {
                id: Id(row.get(0)?),
                kind: Kind::from_key(&kind).unwrap_or(Kind::Evidence),
                name: row.get(2)?,
                media_type: row.get(3)?,
                size: row.get(4)?,
                sha256: row.get(5)?,
                at: Moment(row.get(6)?),
            };
            Ok((attachment, Place { file: row.get(7)?, wrapped_key: row.get(8)? }))
        })
        .optional()?;
    Ok(found)
}

/// Returns whose card a file belongs to.
pub fn owner(db: &Db, id: Id) -> Result<Option<person::Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT person FROM attachment WHERE id = ?")?;
    Ok(statement.query_row([id.0], |row| row.get(0).map(person::Id)).optional()?)
}

/// Returns where the person's attachments lie.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Place>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT file, wrapped_key FROM attachment WHERE person = ? ORDER BY id")?;
    let rows = statement.query_map([person.0], |row| Ok(Place { file: row.get(0)?, wrapped_key: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns every file that is not on the card of one of these people, with whose it is.
pub fn of_others(db: &Db, ids: &[person::Id]) -> Result<Vec<(Id, person::Id)>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, person FROM attachment WHERE person NOT IN (SELECT value FROM json_each(?)) ORDER BY id",
    )?;
    let rows = statement
        .query_map([array(ids.iter().map(|id| id.0))], |row| Ok((Id(row.get(0)?), person::Id(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts other content in the place of a file's.
pub fn rewrite(db: &Db, id: Id, size: u64, sha256: &str, place: &Place) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE attachment SET size = ?2, sha256 = ?3, file = ?4, wrapped_key = ?5 WHERE id = ?1")?
        .execute(params![id.0, i64::try_from(size).unwrap_or(i64::MAX), sha256, place.file, place.wrapped_key])?;
    Ok(())
}

/// Returns where all attachments lie, by the names of their files.
pub fn all(db: &Db) -> Result<Vec<Place>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT file, wrapped_key FROM attachment ORDER BY file")?;
    let rows = statement.query_map([], |row| Ok(Place { file: row.get(0)?, wrapped_key: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Removes an attachment's row.
pub fn remove(db: &Db, id: Id) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM attachment WHERE id = ?")?.execute([id.0])?;
    Ok(())
}
