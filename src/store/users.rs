//! People who work here.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error, settings};
use crate::model::Moment;
use crate::model::setting::{RolePart, Setting};
use crate::model::user::{Id, Rights, Role, User};

/// Adds a user.
pub fn insert(db: &Db, user: &User, at: Moment) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO user (id, name, role, created_at) VALUES (?, ?, ?, ?)")?
        .execute(params![user.id.0, user.name, user.role, at.0])?;
    Ok(())
}

/// Returns the user of that name, who may no longer work here.
pub fn by_name(db: &Db, name: &str) -> Result<Option<User>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT id, name, role, last_unlock, removed_at FROM user WHERE name = ?")?;
    statement.query_row([name], read).optional()?.map(|user| with_rights(db, user)).transpose()
}

/// Returns all users, by name, and those who no longer work here.
pub fn all(db: &Db) -> Result<Vec<User>, Error> {
    let mut statement =
        db.sql().prepare_cached("SELECT id, name, role, last_unlock, removed_at FROM user ORDER BY name")?;
    let users = statement.query_map([], read)?.collect::<Result<Vec<_>, _>>()?;
    users.into_iter().map(|user| with_rights(db, user)).collect()
}

/// Gives a user a role.
pub fn set_role(db: &Db, id: Id, role: &str) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE user SET role = ? WHERE id = ?")?.execute(params![role, id.0])?;
    Ok(())
}

/// Notes since when a user no longer works here; none for somebody who does again.
pub fn set_removed(db: &Db, id: Id, at: Option<Moment>) -> Result<(), Error> {
    let at = at.map(|at| at.0);
    db.sql().prepare_cached("UPDATE user SET removed_at = ? WHERE id = ?")?.execute(params![at, id.0])?;
    Ok(())
}

/// Notes when a user unlocked the card file.
pub fn set_last_unlock(db: &Db, id: Id, at: Moment) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE user SET last_unlock = ? WHERE id = ?")?.execute(params![at.0, id.0])?;
    Ok(())
}

fn with_rights(db: &Db, user: User) -> Result<User, Error> {
    let rights = rights(db, &user.role)?;
    Ok(User { rights, ..user })
}

/// Returns what a role allows: what the office decided, or what it is shipped with. The owner's cannot be decided; a
/// role this program does not know grants nothing.
pub fn rights(db: &Db, role: &str) -> Result<Rights, Error> {
    if role == Role::Owner.key() {
        return Ok(Rights::all());
    }
    let setting = Setting::Role { role: role.to_owned(), part: RolePart::Rights };
    let keys = settings::get(db, &setting.key())?.unwrap_or_else(|| setting.shipped());
    Ok(Rights::from_keys(&keys).unwrap_or_default())
}

fn read(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: Id(row.get(0)?),
        name: row.get(1)?,
        role: row.get(2)?,
        rights: Rights::default(),
        last_unlock: row.get::<_, Option<i64>>(3)?.map(Moment),
        removed_at: row.get::<_, Option<i64>>(4)?.map(Moment),
    })
}
