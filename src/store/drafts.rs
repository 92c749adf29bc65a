//! What was typed and not saved when the card file was locked.

use rusqlite::params;

use super::{Db, Error};
use crate::model::draft::{Draft, Kind};
use crate::model::{Moment, person, user};

/// Stands for the card where what was typed belongs to none yet.
const NO_RECORD: i64 = 0;
/// Stands between the kind and what the screen wrote.
const BETWEEN: char = ':';

/// Adds a draft of a user's, in place of one of the same card.
pub fn put(db: &Db, draft: &Draft, by: user::Id, at: Moment) -> Result<(), Error> {
    let record = draft.person.map_or(NO_RECORD, |person| person.0);
    let content = format!("{}{BETWEEN}{}", draft.kind.key(), draft.content);
    db.sql()
        .prepare_cached("INSERT OR REPLACE INTO draft (user, record, content, at) VALUES (?, ?, ?, ?)")?
        .execute(params![by.0, record, content, at.0])?;
    Ok(())
}

/// Returns a user's drafts, those of no card first. Kinds that this program does not know are left out.
pub fn of_user(db: &Db, user: user::Id) -> Result<Vec<Draft>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT record, content FROM draft WHERE user = ? ORDER BY record")?;
    let rows = statement.query_map([user.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let mut drafts = Vec::new();
    for row in rows {
        let (record, content) = row?;
        let known = content.split_once(BETWEEN).and_then(|(kind, content)| Some((Kind::from_key(kind)?, content)));
        if let Some((kind, content)) = known {
            let person = (record != NO_RECORD).then_some(person::Id(record));
            drafts.push(Draft { kind, person, content: content.to_owned() });
        }
    }
    Ok(drafts)
}

/// Removes a user's drafts, and returns how many there were.
pub fn clear(db: &Db, user: user::Id) -> Result<usize, Error> {
    Ok(db.sql().prepare_cached("DELETE FROM draft WHERE user = ?")?.execute([user.0])?)
}
