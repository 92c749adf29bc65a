//! What cards hold, in memory, so that criteria are answered without a pass over the encrypted file.
//!
//! A column has one number a person, which stands for one of the different values of a field; a criterion is asked of each
//! value once. Texts stand behind each other without marks and case. Of the ledger there is what holds now. Everything is
//! read from the tables in one pass, in parts, and again for those who were changed. Texts and the columns themselves are
//! wiped when they are dropped; sets of places, and the few values that many share, are only given back. What no column answers is asked of the file: what would take too much memory, or what nobody asks for while
//! they build criteria (kinds of activities, numbers in own fields, former companies).

mod asking;
mod comparing;
pub(super) mod filling;
mod kept;
mod reading;
mod values;

use kept::{Codes, Kept, Rows};
use values::{Few, Texts};

use super::set::Set;
use crate::model::criteria::Asked;
use crate::model::field::Field;

/// The most bytes of text; where there are more, the longest column is left out.
const TEXT: usize = 400_000_000;

/// What cards hold.
#[derive(Default)]
pub(super) struct Columns {
    /// Of how many persons.
    len: usize,
    texts: [Text; TEXTS.len()],
    items: [Item; ITEMS.len()],
    created_at: Kept<i64>,
    updated_at: Kept<i64>,
    emails: Lines<1>,
    phones: Lines<1>,
    /// Street, postcode and city.
    addresses: Lines<3>,
    interests: Marks,
    relations: Marks,
    ledger: Ledger,
    answers: Answered,
    activities: Met,
    own: Own,
    restricted: Set,
    trashed: Set,
    informed: Set,
}

/// How a text is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// Without marks and case.
    Folded,
    /// As it is in the file.
    Plain,
}

/// The texts of a person's row, and what they are in SQL. The name of a company is kept without marks and case already.
const TEXTS: [(Field, &str, How); 9] = [
    (Field::Number, "coalesce(r.number, '')", How::Folded),
    (Field::FirstName, "r.first_name", How::Folded),
    (Field::LastName, "r.last_name", How::Folded),
    (Field::Company, "c.key", How::Folded),
    (Field::Title, "r.title", How::Folded),
    (Field::Country, "r.country", How::Plain),
    (Field::BirthDate, "r.birth_date", How::Plain),
    (Field::Website, "r.website", How::Folded),
    (Field::Note, "r.note", How::Folded),
];

/// What else there is one of in a person's row: items, users, yes or no.
const ITEMS: [(Asked, &str); 11] = [
    (Asked::Card(Field::Position), "r.position"),
    (Asked::Card(Field::Category), "r.category"),
    (Asked::Card(Field::Business), "r.business"),
    (Asked::Card(Field::Language), "r.language"),
    (Asked::Card(Field::OurContact), "r.our_contact"),
    (Asked::Card(Field::Source), "r.source"),
    (Asked::Card(Field::FormerEmployee), "r.former_employee"),
    (Asked::Card(Field::NoMailings), "r.no_mailings"),
    (Asked::Card(Field::Picture), "CASE WHEN r.picture IS NOT NULL THEN 1 END"),
    (Asked::CreatedBy, "r.created_by"),
    (Asked::UpdatedBy, "r.updated_by"),
];

/// One text a person, or one a row; 0 where it is empty.
#[derive(Default)]
struct Text {
    codes: Codes,
    texts: Texts,
}

/// One value a person, or one a row; 0 where there is none.
#[derive(Default)]
struct Item {
    codes: Codes,
    values: Few<i64>,
}

/// Rows of texts.
struct Lines<const N: usize> {
    rows: Rows,
    parts: [Text; N],
}

impl<const N: usize> Default for Lines<N> {
    fn default() -> Self {
        Self { rows: Rows::default(), parts: std::array::from_fn(|_| Text::default()) }
    }
}

/// Rows of items.
#[derive(Default)]
struct Marks {
    rows: Rows,
    item: Item,
}

/// The rows of the ledger that hold now.
#[derive(Default)]
struct Ledger {
    rows: Rows,
    codes: Codes,
    said: Few<Said>,
    at: Kept<i64>,
}

/// What a row of the ledger says, but for when.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Said {
    purpose: i64,
    basis: i64,
    source: i64,
    by: i64,
    wording: Option<i64>,
    condition: Option<String>,
}

/// What people answer now to types of mailings: the type, and whether they want it.
#[derive(Default)]
struct Answered {
    rows: Rows,
    codes: Codes,
    answers: Few<(i64, bool)>,
}

/// When something was done with somebody, or is to be.
#[derive(Default)]
struct Met {
    rows: Rows,
    at: Kept<i64>,
}

/// What own fields hold, as it is in the file.
#[derive(Default)]
struct Own {
    rows: Rows,
    field: Item,
    value: Text,
}

impl Columns {
    fn resize(&mut self, len: usize) {
        self.len = len;
        self.texts.iter_mut().for_each(|text| text.codes.resize(len));
        self.items.iter_mut().for_each(|item| item.codes.resize(len));
        self.created_at.resize(len);
        self.updated_at.resize(len);
        self.rows().into_iter().for_each(|rows| rows.resize(len));
    }

    fn rows(&mut self) -> [&mut Rows; 9] {
        [
            &mut self.emails.rows,
            &mut self.phones.rows,
            &mut self.addresses.rows,
            &mut self.interests.rows,
            &mut self.relations.rows,
            &mut self.ledger.rows,
            &mut self.answers.rows,
            &mut self.activities.rows,
            &mut self.own.rows,
        ]
    }

    fn kept_texts(&mut self) -> impl Iterator<Item = &mut Text> {
        self.texts
            .iter_mut()
            .chain(&mut self.emails.parts)
            .chain(&mut self.phones.parts)
            .chain(&mut self.addresses.parts)
            .chain([&mut self.own.value])
    }

    fn kept_items(&mut self) -> impl Iterator<Item = &mut Item> {
        self.items.iter_mut().chain([&mut self.interests.item, &mut self.relations.item, &mut self.own.field])
    }

    /// Leaves out what is longest until the texts are no longer than they may be.
    pub(super) fn bound(&mut self, most: usize) {
        while self.kept_texts().map(|text| text.texts.length()).sum::<usize>() > most {
            let Some(longest) = self.kept_texts().max_by_key(|text| text.texts.length()) else { return };
            longest.texts.leave_out();
        }
    }

    /// Notes that everybody was read.
    fn complete(&mut self) {
        self.kept_texts().for_each(|text| {
            text.texts.complete();
            text.codes.fit();
        });
        self.kept_items().for_each(|item| item.codes.fit());
        self.rows().into_iter().for_each(Rows::fit);
        self.created_at.fit();
        self.updated_at.fit();
        self.ledger.codes.fit();
        self.ledger.at.fit();
        self.answers.codes.fit();
        self.activities.at.fit();
    }

    /// Returns how many bytes all of it takes.
    pub fn bytes(&mut self) -> usize {
        let texts: usize = self.kept_texts().map(|text| text.codes.bytes() + text.texts.bytes()).sum();
        let items: usize = self.kept_items().map(|item| item.codes.bytes() + item.values.bytes()).sum();
        let rows: usize = self.rows().into_iter().map(|rows| rows.bytes()).sum();
        let sets: usize = [&self.restricted, &self.trashed, &self.informed].into_iter().map(Set::bytes).sum();
        let moments = [&self.created_at, &self.updated_at, &self.ledger.at, &self.activities.at];
        let moments: usize = moments.into_iter().map(Kept::bytes).sum();
        let said = self.ledger.codes.bytes() + self.ledger.said.bytes();
        texts + items + rows + sets + moments + said + self.answers.codes.bytes() + self.answers.answers.bytes()
    }
}

/// Says of how many, never who.
impl std::fmt::Debug for Columns {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Columns").field("len", &self.len).finish_non_exhaustive()
    }
}
