//! Tables that are read side by side: rows that belong to records, in the order of those.

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::{Row, Rows};

use crate::model::basis::{self, Basis};
use crate::model::{Moment, list};
use crate::store::Error;

/// Rows that belong to records, in the order of those.
pub(in crate::store) struct Side<'s>(Rows<'s>);

impl<'s> Side<'s> {
    /// Begins with the first row.
    pub fn new(mut rows: Rows<'s>) -> Result<Self, Error> {
        rows.advance()?;
        Ok(Self(rows))
    }

    /// Hands over the rows of one record, and leaves out those of records before it.
    pub fn of(&mut self, id: i64, mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> Result<(), Error> {
        while let Some(row) = self.0.get() {
            let owner: i64 = row.get(0)?;
            if owner > id {
                break;
            }
            if owner == id {
                take(row)?;
            }
            self.0.advance()?;
        }
        Ok(())
    }
}

/// A row of the ledger: purpose, identity, what it says, which it corrects, when it was entered.
pub(in crate::store) type Entry = (list::Id, basis::Id, list::Id, Option<basis::Id>, i64);

pub(in crate::store) fn read_entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok((
        list::Id(row.get(1)?),
        basis::Id(row.get(2)?),
        list::Id(row.get(3)?),
        row.get::<_, Option<i64>>(4)?.map(basis::Id),
        row.get(5)?,
    ))
}

/// Calls `each` with what holds for each purpose of one person's ledger, and when it was entered.
pub(in crate::store) fn holding(ledger: &mut [Entry], mut each: impl FnMut(list::Id, list::Id, Moment)) {
    ledger.sort_unstable_by_key(|(purpose, id, _, _, at)| (*purpose, std::cmp::Reverse((*at, *id))));
    for rows in ledger.chunk_by(|one, other| one.0 == other.0) {
        // Own legal bases stand under one of art. 6(1): whichever it is, such a row says something.
        let says = |item| Basis::from_item(item).unwrap_or(Basis::LegitimateInterests);
        let standing = basis::standing(rows.iter().map(|(_, id, item, corrects, _)| (*id, says(*item), *corrects)));
        if let Some((purpose, _, item, _, at)) = rows.iter().find(|row| Some(row.1) == standing) {
            each(*purpose, *item, Moment(*at));
        }
    }
}
