//! Columns that are being filled, part by part, while questions are answered in between.

use super::{Columns, TEXT};
use crate::store::{Db, Error};

/// How many persons are read at a time: for as long as this takes, a question may have to wait.
const PART: usize = 5_000;
/// How often it is begun anew because everything changed meanwhile.
const AGAIN: usize = 3;

/// What was read so far.
#[derive(Debug, Default)]
pub(in crate::store::criteria) struct Filling {
    /// Of which list of all persons, and how many of those it knows of who were changed since that list was made; none
    /// where nothing was begun.
    of: Option<(u64, usize)>,
    /// That list, in the order of the identities.
    everybody: Vec<i64>,
    begun: usize,
    columns: Columns,
}

impl Filling {
    /// Begins to read; `changed` are those who were changed since the list was made. Answers whether it did: whoever
    /// changes everything again and again is better not followed.
    pub fn begin(&mut self, list: u64, everybody: &[i64], changed: usize) -> bool {
        let begun = self.begun + 1;
        *self = Self::default();
        let begins = begun <= AGAIN;
        if begins {
            let (of, everybody) = (Some((list, changed)), everybody.to_vec());
            *self = Self { of, everybody, begun, columns: Columns::default() };
        }
        begins
    }

    /// Returns whether there is more to read of what was begun.
    pub fn is_reading(&self) -> bool {
        self.of.is_some() && self.columns.len < self.everybody.len()
    }

    /// Reads the next persons. Nothing else is needed for that, so that questions go on meanwhile: who is changed after
    /// it was begun is read anew at the end, and where the list became another one all of it is.
    ///
    /// # Errors
    /// The database's; what was read so far is dropped then, for it may be half a part.
    pub fn read(&mut self, db: &Db) -> Result<(), Error> {
        let rest = self.everybody.get(self.columns.len..).unwrap_or_default();
        let read = self.columns.add(db, rest.get(..PART).unwrap_or(rest));
        if read.is_err() {
            *self = Self { begun: self.begun, ..Self::default() };
            return read;
        }
        self.columns.bound(TEXT);
        if !self.is_reading() {
            self.columns.complete();
        }
        Ok(())
    }

    /// Returns the columns, and how many of those who were changed they know of; none where they are not of this list.
    pub fn end(&mut self, list: u64) -> Option<(Columns, usize)> {
        let (of, knows) = self.of?;
        (of == list && !self.is_reading()).then(|| (std::mem::take(self).columns, knows))
    }
}
