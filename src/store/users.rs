//! People who work here.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::Moment;
use crate::model::user::{Id, Role, User};

/// Adds a user.
pub fn insert(db: &Db, user: &User, at: Moment) -> Result<(), Error> {
    db.sql().prepare_cached("INSERT INTO user (id, name, role, created_at) VALUES (?, ?, ?, ?)")?.execute(params![
        user.id.0,
        user.name,
        user.role.key(),
        at.0
    ])?;
    Ok(())
}

/// Returns the user of that name.
pub fn by_name(db: &Db, name: &str) -> Result<Option<User>, Error> {
    Ok(db.sql().prepare_cached("SELECT id, name, role FROM user WHERE name = ?")?.query_row([name], read).optional()?)
}

/// Returns all users, by name.
pub fn all(db: &Db) -> Result<Vec<User>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id, name, role FROM user ORDER BY name")?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<User> {
    let role: String = row.get(2)?;
    // A role this program does not know must not grant anything.
    Ok(User { id: Id(row.get(0)?), name: row.get(1)?, role: Role::from_key(&role).unwrap_or(Role::ReadOnly) })
}
