//! The journal as it is read.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::user::Right;
use crate::model::{Moment, company, person, user};
use crate::office::{Desk, Error};
use crate::store;
use crate::store::journal::Row;

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
    /// To whose card, as long as there is one and the user may see it.
    pub person: Option<person::Id>,
    /// Whether it was done to somebody whom the user may not see: nothing tells to whom.
    pub is_unseen: bool,
    /// Whether it was done to somebody who lies in the trash: the trash tells to whom.
    pub is_in_trash: bool,
    /// Whether it was done to somebody whose card is no longer there: nothing tells to whom.
    pub is_erased: bool,
    /// To which other record.
    pub record: Option<i64>,
    /// Which fields were touched.
    pub fields: Vec<Field>,
}

/// Which entries are wanted: those to which all of it applies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those about one person.
    pub person: Option<person::Id>,
    /// Those about one company.
    pub company: Option<company::Id>,
    /// Those of one user.
    pub user: Option<user::Id>,
    /// Those of one of these kinds; of any where there is none.
    pub kinds: Vec<Kind>,
    /// Those since the beginning of a day, where the user is.
    pub since: Option<NaiveDate>,
    /// Those until the end of a day, where the user is.
    pub until: Option<NaiveDate>,
    /// Those before an entry, by its place.
    pub before: Option<i64>,
    /// At most so many; [`listing`] does not heed it.
    pub limit: Option<usize>,
}

impl Wanted {
    /// Returns whether every entry is wanted.
    fn is_everything(&self) -> bool {
        *self == Self { limit: self.limit, ..Self::default() }
    }

    fn of_store(&self, desk: &Desk<'_>) -> Result<store::journal::Wanted, Error> {
        let person_ref = match self.person {
            Some(id) => Some(reference(desk, id)?),
            None => None,
        };
        Ok(store::journal::Wanted {
            person_ref,
            record: self.company.map(|id| id.0),
            by: self.user.map(|id| id.0),
            kinds: self.kinds.iter().map(|kind| kind.code()).collect(),
            since: self.since.map(|day| Moment::beginning(day).0),
            until: self.until.and_then(|day| day.succ_opt()).map(|day| Moment::beginning(day).0),
            before: self.before,
        })
    }
}

/// Returns the random number under which a person's entries stand; of a card that became part of another, the other's,
/// which the user must be allowed to see.
fn reference(desk: &Desk<'_>, id: person::Id) -> Result<i64, Error> {
    let mut now = id;
    while let Some(kept) = store::merges::became(desk.db(), now)? {
        now = kept;
    }
    desk.require_visible(now)?;
    store::persons::journal_ref(desk.db(), now)?.ok_or(Error::NoPerson(id))
}

/// The places of entries, the newest first. The whole journal takes no room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// All entries there are, by how many.
    All(i64),
    /// Some of them.
    Some(Arc<Vec<i64>>),
}

impl Default for Listing {
    fn default() -> Self {
        Self::All(0)
    }
}

impl Listing {
    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        match self {
            Self::All(count) => usize::try_from(*count).unwrap_or_default(),
            Self::Some(places) => places.len(),
        }
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the place of the entry in a row, counted from 0.
    pub fn place(&self, row: usize) -> Option<i64> {
        match self {
            Self::All(count) => i64::try_from(row).ok().map(|row| count - row).filter(|place| *place > 0),
            Self::Some(places) => places.get(row).copied(),
        }
    }

    /// Returns the places in some rows.
    pub fn places(&self, rows: Range<usize>) -> Vec<i64> {
        rows.filter_map(|row| self.place(row)).collect()
    }
}

/// Returns the places of the wanted entries.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; or the database's.
pub fn listing(desk: &Desk<'_>, wanted: &Wanted) -> Result<Listing, Error> {
    desk.require(Right::Journal)?;
    if wanted.is_everything() {
        return Ok(Listing::All(super::head(desk.db())?.count));
    }
    Ok(Listing::Some(Arc::new(store::journal::places(desk.db(), &wanted.of_store(desk)?)?)))
}

/// Returns the entries at places, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn lines(desk: &Desk<'_>, places: &[i64]) -> Result<Vec<Line>, Error> {
    desk.require(Right::Journal)?;
    read(desk, store::journal::at(desk.db(), places)?)
}

/// Returns the wanted entries, the newest first.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; or the database's.
pub fn list(desk: &Desk<'_>, wanted: &Wanted) -> Result<Vec<Line>, Error> {
    desk.require(Right::Journal)?;
    let limit = wanted.limit.unwrap_or(usize::MAX);
    read(desk, store::journal::newest(desk.db(), &wanted.of_store(desk)?, limit)?)
}

fn read(desk: &Desk<'_>, rows: Vec<Row>) -> Result<Vec<Line>, Error> {
    let references: Vec<i64> = rows.iter().filter_map(|row| row.person_ref).collect();
    let persons = store::journal::persons(desk.db(), &references)?;
    let line = |row: Row| {
        let person = row.person_ref.and_then(|reference| persons.get(&reference).copied());
        let is_unseen = person.map_or(Ok(false), |id| desk.sees(id).map(|sees| !sees))?;
        let is_in_trash = is_unseen && person.map_or(Ok(false), |id| desk.is_seen_in_trash(id))?;
        Ok(Line {
            number: row.seq,
            at: Moment(row.at),
            by: user::Id(row.by),
            kind: Kind::from_code(row.kind),
            person: person.filter(|_| !is_unseen),
            is_unseen,
            is_in_trash,
            is_erased: row.person_ref.is_some() && person.is_none(),
            record: row.record,
            fields: row.fields.split_whitespace().filter_map(|key| key.parse().ok()).collect(),
        })
    };
    rows.into_iter().map(line).collect()
}
