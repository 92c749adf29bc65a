//! What was typed and not saved when the card file was locked.

use rusqlite::params;

use super::{Db, Error};
use crate::model::draft::{Draft, Kind};
use crate::model::{Moment, person, user};

/// Adds a draft of a user's.
pub fn insert(db: &Db, draft: &Draft, by: user::Id, at: Moment) -> Result<(), Error> {
    db.sql()
        .prepare_cached("INSERT INTO draft (id, user, kind, person, content, at) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![
            db.new_id(),
            by.0,
            draft.kind.key(),
            draft.person.map(|person| person.0),
            draft.content,
            at.0
        ])?;
    Ok(())
}

/// Returns a user's drafts, the oldest first. Kinds that this program does not know are left out.
pub fn of_user(db: &Db, user: user::Id) -> Result<Vec<Draft>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT kind, person, content FROM draft WHERE user = ? ORDER BY id")?;
    let rows = statement.query_map([user.0], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?))
    })?;
    let mut drafts = Vec::new();
    for row in rows {
        let (kind, person, content) = row?;
        if let Some(kind) = Kind::from_key(&kind) {
            drafts.push(Draft { kind, person: person.map(person::Id), content });
        }
    }
    Ok(drafts)
}

/// Removes a user's drafts, and returns how many there were.
pub fn clear(db: &Db, user: user::Id) -> Result<usize, Error> {
    Ok(db.sql().prepare_cached("DELETE FROM draft WHERE user = ?")?.execute([user.0])?)
}
