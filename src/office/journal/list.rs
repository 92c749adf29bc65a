//! The journal as it is read.

use chrono::NaiveDate;

use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::user::Right;
use crate::model::{Moment, person, user};
use crate::office::{Desk, Error};
use crate::store;

/// An entry, with the card it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its place, counted from 1.
    pub number: i64,
    /// When it was done.
    pub at: Moment,
    /// Who did it.
    pub by: user::Id,
    /// What was done; none where a newer version of the program did something this one does not know.
    pub kind: Option<Kind>,
    /// To whose card, as long as there is one.
    pub person: Option<person::Id>,
    /// To which other record.
    pub record: Option<i64>,
    /// Which fields were touched.
    pub fields: Vec<Field>,
}

/// Which entries are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those about one person.
    pub person: Option<person::Id>,
    /// Those since the beginning of a day, where the user is.
    pub since: Option<NaiveDate>,
    /// At most so many.
    pub limit: Option<usize>,
}

/// Returns entries, the newest first.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; or the database's.
pub fn list(desk: &Desk<'_>, wanted: Wanted) -> Result<Vec<Line>, Error> {
    desk.require(Right::Journal)?;
    let reference = match wanted.person {
        Some(id) => Some(store::persons::journal_ref(desk.db(), id)?.ok_or(Error::NoPerson(id))?),
        None => None,
    };
    let since = wanted.since.map_or(i64::MIN, |day| Moment::beginning(day).0);
    let rows = store::journal::newest(desk.db(), reference, since, wanted.limit.unwrap_or(usize::MAX))?;
    let references: Vec<i64> = rows.iter().filter_map(|row| row.person_ref).collect();
    let persons = store::journal::persons(desk.db(), &references)?;
    let line = |row: store::journal::Row| Line {
        number: row.seq,
        at: Moment(row.at),
        by: user::Id(row.by),
        kind: Kind::from_code(row.kind),
        person: row.person_ref.and_then(|reference| persons.get(&reference).copied()),
        record: row.record,
        fields: row.fields.split_whitespace().filter_map(|key| key.parse().ok()).collect(),
    };
    Ok(rows.into_iter().map(line).collect())
}
