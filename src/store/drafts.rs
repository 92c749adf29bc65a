//! What was typed and not saved when the card file was locked.

use rusqlite::params;

use super::{Db, Error};
use crate::model::draft::{Draft, Place};
use crate::model::{Moment, user};

/// Stands for the card where what was typed belongs to none yet.
const NO_RECORD: i64 = 0;

/// Adds a draft of a user's, which lay over those of a lower `rank`.
pub fn put(db: &Db, draft: &Draft, rank: usize, by: user::Id, at: Moment) -> Result<(), Error> {
    let Draft { place, content } = draft;
    let person = place.person().map(|person| person.0);
    let record = person.or(place.company().map(|company| company.0)).unwrap_or(NO_RECORD);
    db.sql()
        .prepare_cached("INSERT INTO draft (user, rank, record, place, content, at) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![by.0, rank as i64, record, place.key(), content, at.0])?;
    Ok(())
}

/// Returns a user's drafts, by their rank. Places that this program does not know are left out.
pub fn of_user(db: &Db, user: user::Id) -> Result<Vec<Draft>, Error> {
    let sql = "SELECT place, record, content FROM draft WHERE user = ? ORDER BY rank";
    let mut statement = db.sql().prepare_cached(sql)?;
    let rows = statement.query_map([user.0], |row| {
        let place = Place::from_key(row.get_ref(0)?.as_str()?, row.get(1)?);
        Ok(place.map(|place| row.get(2).map(|content| Draft { place, content })))
    })?;
    rows.filter_map(Result::transpose).map(|draft| Ok(draft??)).collect()
}

/// Removes a user's drafts, and returns how many there were.
pub fn clear(db: &Db, user: user::Id) -> Result<usize, Error> {
    Ok(db.sql().prepare_cached("DELETE FROM draft WHERE user = ?")?.execute([user.0])?)
}
