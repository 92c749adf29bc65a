//! Fills columns from the tables: for the next persons of all, or anew for some who were changed.

use rusqlite::Row;
use rusqlite::types::{ToSql, ValueRef};

use super::super::ledger::says;
use super::kept::Kept;
use super::values::fold_onto;
use super::{Columns, How, ITEMS, Said, TEXTS};
use crate::model::{basis, list, phone};
use crate::store::{Db, Error, array};

/// Whose rows are read: everybody's from one identity to another, or some persons', as a list in JSON.
enum Whose {
    From(i64, i64),
    These(String),
}

impl Whose {
    fn are(&self, column: &str) -> String {
        match self {
            Self::From(..) => format!("{column} BETWEEN ?1 AND ?2"),
            Self::These(_) => format!("{column} IN (SELECT value FROM json_each(?1))"),
        }
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        match self {
            Self::From(first, last) => vec![first, last],
            Self::These(list) => vec![list],
        }
    }
}

/// One reading: of whose rows, and at which places these persons are.
struct Reading<'a> {
    db: &'a Db,
    whose: Whose,
    place: &'a dyn Fn(i64) -> Option<usize>,
}

impl Reading<'_> {
    /// Calls `each` with the rows, of which the first value is the person, and the place of that person. All rows of a
    /// person come behind each other.
    fn each(
        &self,
        (select, person): (&str, &str),
        mut each: impl FnMut(usize, &Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), Error> {
        let sql = format!("{select} {} ORDER BY {person}", self.whose.are(person));
        let mut statement = self.db.sql().prepare_cached(&sql)?;
        let mut rows = statement.query(self.whose.values().as_slice())?;
        while let Some(row) = rows.next()? {
            if let Some(place) = (self.place)(row.get(0)?) {
                each(place, row)?;
            }
        }
        Ok(())
    }
}

impl Columns {
    /// Reads the next persons of all, in the order of their identities.
    pub(super) fn add(&mut self, db: &Db, ids: &[i64]) -> Result<(), Error> {
        let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return Ok(()) };
        let before = self.len;
        self.resize(before + ids.len());
        let place = |id: i64| ids.binary_search(&id).ok().map(|at| before + at);
        self.read(&Reading { db, whose: Whose::From(*first, *last), place: &place })
    }

    /// Reads some persons anew; who is new comes last.
    pub fn again(&mut self, db: &Db, everybody: &[i64], ids: &[i64]) -> Result<(), Error> {
        self.resize(everybody.len());
        let place = |id: i64| everybody.binary_search(&id).ok();
        for place in ids.iter().filter_map(|id| place(*id)) {
            self.rows().into_iter().for_each(|rows| rows.empty(place));
            for set in [&mut self.restricted, &mut self.trashed, &mut self.informed] {
                set.put(place, false);
            }
        }
        self.read(&Reading { db, whose: Whose::These(array(ids.iter().copied())), place: &place })
    }

    fn read(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        self.read_cards(reading)?;
        self.read_contacts(reading)?;
        self.read_marks(reading)?;
        self.read_ledger(reading)?;
        self.read_answers(reading)?;
        self.read_own(reading)?;
        let Self { activities, restricted, trashed, informed, .. } = self;
        // From the index alone.
        let (select, person) = ("SELECT person, at FROM activity WHERE", "person");
        reading.each((select, person), |place, row| {
            activities.rows.add(place, activities.at.len());
            activities.at.push(row.get(1)?);
            Ok(())
        })?;
        let restriction = "SELECT person FROM restriction WHERE lifted_at IS NULL AND";
        for (select, set) in [
            (restriction, restricted),
            ("SELECT person FROM trashed_person WHERE", trashed),
            ("SELECT person FROM notice WHERE told_at IS NOT NULL AND", informed),
        ] {
            reading.each((select, "person"), |place, _| {
                set.put(place, true);
                Ok(())
            })?;
        }
        Ok(())
    }

    fn read_cards(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        let texts = TEXTS.iter().map(|(_, sql, _)| *sql);
        let columns: Vec<&str> = texts.chain(ITEMS.iter().map(|(_, sql)| *sql)).collect();
        let select = format!(
            "SELECT r.id, r.created_at, r.updated_at, {} FROM person r LEFT JOIN company c ON c.id = r.company WHERE",
            columns.join(", ")
        );
        let Self { texts, items, created_at, updated_at, .. } = self;
        let mut folded = Kept::default();
        reading.each((&select, "r.id"), |place, row| {
            for (moments, column) in [(&mut *created_at, 1), (&mut *updated_at, 2)] {
                if let Some(known) = moments.get_mut(place) {
                    *known = row.get(column)?;
                }
            }
            for ((text, (.., how)), column) in texts.iter_mut().zip(&TEXTS).zip(3..) {
                let code = match (row.get_ref(column)?, how) {
                    (ValueRef::Text(value), How::Folded) if !value.is_empty() => {
                        text.texts.code(fold(value, &mut folded)?)
                    }
                    (ValueRef::Text(value), How::Plain) if !value.is_empty() => text.texts.code(value),
                    (..) => 0,
                };
                text.codes.put(place, code);
            }
            for (item, column) in items.iter_mut().zip(3 + TEXTS.len()..) {
                let code = row.get::<_, Option<i64>>(column)?.map_or(0, |value| item.values.code(value));
                item.codes.put(place, code);
            }
            Ok(())
        })
    }

    fn read_contacts(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        let Self { emails, phones, addresses, .. } = self;
        let mut folded = Kept::default();
        reading.each(("SELECT person, address FROM email WHERE", "person"), |place, row| {
            let [text] = &mut emails.parts;
            emails.rows.add(place, text.codes.len());
            let value = row.get_ref(1)?.as_bytes()?;
            text.codes.push(if value.is_empty() { 0 } else { text.texts.code(fold(value, &mut folded)?) });
            Ok(())
        })?;
        reading.each(("SELECT person, number, key, label FROM phone WHERE", "person"), |place, row| {
            let [text] = &mut phones.parts;
            phones.rows.add(place, text.codes.len());
            let number = row.get_ref(1)?.as_str()?;
            let digits = phone::digits(number);
            let phone = Phone {
                is_mobile: row.get::<_, Option<i64>>(3)? == Some(list::LABEL_MOBILE.0),
                is_empty: number.is_empty(),
                digits: digits.as_bytes(),
                key: row.get_ref(2)?.as_bytes_or_null()?,
            };
            phone.write(&mut folded);
            text.codes.push(text.texts.code(&folded));
            Ok(())
        })?;
        reading.each(("SELECT person, street, postcode, city FROM address WHERE", "person"), |place, row| {
            let [street, ..] = &addresses.parts;
            addresses.rows.add(place, street.codes.len());
            for (text, column) in addresses.parts.iter_mut().zip(1..) {
                let value = row.get_ref(column)?.as_bytes()?;
                text.codes.push(if value.is_empty() { 0 } else { text.texts.code(fold(value, &mut folded)?) });
            }
            Ok(())
        })
    }

    fn read_marks(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        let Self { interests, relations, .. } = self;
        for (select, marks) in [
            ("SELECT person, interest FROM person_interest WHERE", interests),
            ("SELECT person, kind FROM relation WHERE", relations),
        ] {
            reading.each((select, "person"), |place, row| {
                marks.rows.add(place, marks.item.codes.len());
                marks.item.codes.push(marks.item.values.code(row.get(1)?));
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Keeps the rows that hold, by the one rule for that.
    fn read_ledger(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        struct Entry {
            at: i64,
            id: basis::Id,
            corrects: Option<basis::Id>,
            said: Said,
        }
        let ledger = &mut self.ledger;
        let mut keep = |place: usize, entries: &mut Vec<Entry>| {
            // Those of a purpose together, the newest first.
            entries.sort_unstable_by_key(|entry| (entry.said.purpose, std::cmp::Reverse((entry.at, entry.id))));
            for entries in entries.chunk_by(|one, other| one.said.purpose == other.said.purpose) {
                let rows = entries.iter().map(|entry| (entry.id, says(list::Id(entry.said.basis)), entry.corrects));
                let Some(standing) = basis::standing(rows) else { continue };
                if let Some(entry) = entries.iter().find(|entry| entry.id == standing) {
                    ledger.rows.add(place, ledger.codes.len());
                    ledger.codes.push(ledger.said.code(entry.said.clone()));
                    ledger.at.push(entry.at);
                }
            }
            entries.clear();
        };
        let (mut entries, mut whose) = (Vec::new(), None);
        let select =
            "SELECT person, id, at, corrects, purpose, basis, source, by, wording, condition FROM ledger WHERE";
        reading.each((select, "person"), |place, row| {
            if let Some(before) = whose.replace(place)
                && before != place
            {
                keep(before, &mut entries);
            }
            entries.push(Entry {
                id: basis::Id(row.get(1)?),
                at: row.get(2)?,
                corrects: row.get::<_, Option<i64>>(3)?.map(basis::Id),
                said: Said {
                    purpose: row.get(4)?,
                    basis: row.get(5)?,
                    source: row.get(6)?,
                    by: row.get(7)?,
                    wording: row.get(8)?,
                    condition: row.get(9)?,
                },
            });
            Ok(())
        })?;
        if let Some(last) = whose {
            keep(last, &mut entries);
        }
        Ok(())
    }

    /// Keeps the latest answer to each type that was not taken back.
    fn read_answers(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        struct Entry {
            at: i64,
            id: i64,
            kind: i64,
            wanted: Option<bool>,
            corrects: Option<i64>,
        }
        let answers = &mut self.answers;
        let mut keep = |place: usize, entries: &mut Vec<Entry>| {
            let taken_back: Vec<i64> = entries.iter().filter_map(|entry| entry.corrects).collect();
            entries.retain(|entry| entry.wanted.is_some() && !taken_back.contains(&entry.id));
            entries.sort_unstable_by_key(|entry| (entry.kind, std::cmp::Reverse((entry.at, entry.id))));
            for entries in entries.chunk_by(|one, other| one.kind == other.kind) {
                if let Some(Entry { kind, wanted: Some(wanted), .. }) = entries.first() {
                    answers.rows.add(place, answers.codes.len());
                    answers.codes.push(answers.answers.code((*kind, *wanted)));
                }
            }
            entries.clear();
        };
        let (mut entries, mut whose) = (Vec::new(), None);
        let select = "SELECT person, id, at, type, wanted, corrects FROM subscription WHERE";
        reading.each((select, "person"), |place, row| {
            if let Some(before) = whose.replace(place)
                && before != place
            {
                keep(before, &mut entries);
            }
            entries.push(Entry {
                id: row.get(1)?,
                at: row.get(2)?,
                kind: row.get(3)?,
                wanted: row.get::<_, Option<i64>>(4)?.map(|wanted| wanted != 0),
                corrects: row.get(5)?,
            });
            Ok(())
        })?;
        if let Some(last) = whose {
            keep(last, &mut entries);
        }
        Ok(())
    }

    fn read_own(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        let own = &mut self.own;
        reading.each(("SELECT person, field, value FROM custom_value WHERE", "person"), |place, row| {
            own.rows.add(place, own.value.codes.len());
            own.field.codes.push(own.field.values.code(row.get(1)?));
            own.value.codes.push(own.value.texts.code(row.get_ref(2)?.as_bytes()?));
            Ok(())
        })
    }
}

/// Folds a text into a buffer.
fn fold<'b>(text: &[u8], folded: &'b mut Kept<u8>) -> rusqlite::Result<&'b [u8]> {
    folded.clear();
    fold_onto(ValueRef::Text(text).as_str()?, folded);
    Ok(folded)
}

/// What is compared of a phone number, as one text.
pub(super) struct Phone<'a> {
    pub is_mobile: bool,
    /// Whether there is no number in the row.
    pub is_empty: bool,
    pub digits: &'a [u8],
    /// The last digits, by which numbers are the same.
    pub key: Option<&'a [u8]>,
}

impl<'a> Phone<'a> {
    fn write(&self, text: &mut Kept<u8>) {
        text.clear();
        text.push(b'0' + u8::from(self.is_mobile) + 2 * u8::from(self.is_empty));
        text.extend(self.digits);
        if let Some(key) = self.key {
            text.push(b'/');
            text.extend(key);
        }
    }

    pub fn read(text: &'a [u8]) -> Option<Self> {
        let (kind, rest) = text.split_first()?;
        let kind = kind.saturating_sub(b'0');
        let (digits, key) = match memchr::memchr(b'/', rest) {
            Some(at) => (rest.get(..at)?, rest.get(at + 1..)),
            None => (rest, None),
        };
        Some(Self { is_mobile: kind & 1 == 1, is_empty: kind & 2 == 2, digits, key })
    }
}
