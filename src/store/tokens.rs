//! Codes by which an answer is known.

use rusqlite::{OptionalExtension, params};

use super::{Db, Error};
use crate::model::token::{Purpose, Token};
use crate::model::{Moment, list, mailing, person, report, wording};

/// Adds a code under its random number.
pub fn insert(db: &Db, id: i64, token: &Token) -> Result<(), Error> {
    let (mut mailing, mut kind, mut asked, mut wording, mut report) = (None, None, None, None, None);
    match token.purpose {
        Purpose::Unsubscribe { mailing: from, kind: of } => (mailing, kind) = (from.map(|id| id.0), of.map(|id| id.0)),
        Purpose::Preferences => {}
        Purpose::Confirm { purpose, wording: shown } => (asked, wording) = (Some(purpose.0), Some(shown.0)),
        Purpose::Answer { report: told } => report = Some(told.0),
    }
    db.sql()
        .prepare_cached(
            "INSERT INTO token (id, person, purpose, mailing, type, asked, wording, report, at, ends_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            id,
            token.person.0,
            token.purpose.key(),
            mailing,
            kind,
            asked,
            wording,
            report,
            token.at.0,
            token.ends_at.map(|at| at.0)
        ])?;
    Ok(())
}

/// Returns what a code stands for, by its number.
pub fn get(db: &Db, id: i64) -> Result<Option<Token>, Error> {
    let sql = "SELECT person, purpose, mailing, type, asked, wording, report, at, ends_at FROM token WHERE id = ?";
    let found = db
        .sql()
        .prepare_cached(sql)?
        .query_row([id], |row| {
            let key: String = row.get(1)?;
            let number = |place| row.get::<_, Option<i64>>(place);
            let purpose = match (key.as_str(), number(4)?, number(5)?, number(6)?) {
                ("unsubscribe", ..) => {
                    let (mailing, kind) = (number(2)?.map(mailing::Id), number(3)?.map(list::Id));
                    Some(Purpose::Unsubscribe { mailing, kind })
                }
                ("preferences", ..) => Some(Purpose::Preferences),
                ("confirm", Some(purpose), Some(shown), _) => {
                    Some(Purpose::Confirm { purpose: list::Id(purpose), wording: wording::Id(shown) })
                }
                ("answer", _, _, Some(report)) => Some(Purpose::Answer { report: report::Id(report) }),
                _ => None,
            };
            let (person, at, ends_at) = (person::Id(row.get(0)?), Moment(row.get(7)?), number(8)?.map(Moment));
            Ok(purpose.map(|purpose| Token { person, purpose, at, ends_at }))
        })
        .optional()?;
    Ok(found.flatten())
}

/// Returns whether somebody was asked for a consent to a purpose, or to confirm one, and can still answer.
pub fn is_asked(db: &Db, person: person::Id, purpose: list::Id, now: Moment) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM token WHERE person = ? AND purpose = 'confirm' AND asked = ? AND ends_at >= ?";
    Ok(db.sql().prepare_cached(sql)?.exists([person.0, purpose.0, now.0])?)
}

/// Removes the codes that ended before `day`, and returns how many there were.
pub fn remove_over(db: &Db, day: Moment) -> Result<usize, Error> {
    Ok(db.sql().prepare_cached("DELETE FROM token WHERE ends_at < ?")?.execute([day.0])?)
}
