//! A whole card as one value: every row that is a person's, table by table as the data map lists them.
//!
//! A card that is made one with another is kept so, and can be given back. New tables are in it as soon as the data
//! map knows them.

use rusqlite::params_from_iter;
use rusqlite::types::{Value, ValueRef};
use serde::{Deserialize, Serialize};

use super::{Db, Error, merges};
use crate::model::custom;
use crate::model::data_map::{self, Table};
use crate::model::field::Field;
use crate::model::list;
use crate::model::person::Id;
use crate::model::{Moment, attachment, company, user};

const CARD: &str = "person";
const COMPANY: &str = "company";
const NUMBER: &str = "number";
const PICTURE: &str = "picture";
const NO_MAILINGS: &str = "no_mailings";
/// The table of who a mailing is about.
const RECIPIENT: &str = "mailing_recipient";

/// Every row of a card.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Packed(Vec<Rows>);

/// The rows of one table that one of its columns ties to the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Rows {
    table: String,
    /// The column that names the person.
    person: String,
    columns: Vec<String>,
    /// The columns of the primary key.
    key: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Cell {
    #[serde(rename = "n")]
    Null,
    #[serde(rename = "i")]
    Integer(i64),
    #[serde(rename = "r")]
    Real(f64),
    #[serde(rename = "t")]
    Text(String),
    /// Hexadecimal.
    #[serde(rename = "b")]
    Blob(String),
}

impl Cell {
    fn read(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Real(number) => Self::Real(number),
            ValueRef::Text(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Self::Blob(data_encoding::HEXLOWER.encode(bytes)),
        }
    }

    fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            Self::Null | Self::Real(_) | Self::Text(_) | Self::Blob(_) => None,
        }
    }

    fn value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(*number),
            Self::Real(number) => Value::Real(*number),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Blob(hex) => Value::Blob(data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap_or_default()),
        }
    }
}

impl Packed {
    /// Returns the company that the card names.
    pub fn company(&self) -> Option<company::Id> {
        self.of_card(COMPANY)?.integer().map(company::Id)
    }

    /// Lets the card name another company, or none.
    pub fn set_company(&mut self, company: Option<company::Id>) {
        self.set(COMPANY, &company.map_or(Cell::Null, |id| Cell::Integer(id.0)));
    }

    /// Returns the number of the card.
    pub fn number(&self) -> Option<&str> {
        match self.of_card(NUMBER)? {
            Cell::Text(number) => Some(number),
            Cell::Null | Cell::Integer(_) | Cell::Real(_) | Cell::Blob(_) => None,
        }
    }

    /// Takes the number off the card.
    pub fn clear_number(&mut self) {
        self.set(NUMBER, &Cell::Null);
    }

    /// Returns the picture on the card.
    pub fn picture(&self) -> Option<attachment::Id> {
        self.of_card(PICTURE)?.integer().map(attachment::Id)
    }

    /// Takes the picture off the card.
    pub fn clear_picture(&mut self) {
        self.set(PICTURE, &Cell::Null);
    }

    /// Returns whether the card says that its person wants no mailings.
    pub fn refuses_mailings(&self) -> bool {
        self.of_card(NO_MAILINGS).and_then(Cell::integer) == Some(1)
    }

    /// Lets the card say that its person wants no mailings.
    pub fn refuse_mailings(&mut self) {
        self.set(NO_MAILINGS, &Cell::Integer(1));
    }

    /// Returns what the rows of a table say in a column, where that is a text.
    pub fn texts(&self, table: &str, column: &str) -> Vec<String> {
        let rows = self.0.iter().filter(|rows| rows.table == table);
        let cells = rows.flat_map(|rows| rows.rows.iter().map(|row| rows.cell(row, column)));
        let text = |cell: &Cell| match cell {
            Cell::Text(text) => Some(text.clone()),
            Cell::Null | Cell::Integer(_) | Cell::Real(_) | Cell::Blob(_) => None,
        };
        cells.filter_map(text).collect()
    }

    /// Takes the rows of a table off the card that say one of these texts in a column.
    pub fn drop_rows(&mut self, table: &str, column: &str, texts: &[String]) {
        for rows in self.0.iter_mut().filter(|rows| rows.table == table) {
            let Some(place) = rows.columns.iter().position(|name| name == column) else { continue };
            rows.rows.retain(|row| !matches!(row.get(place), Some(Cell::Text(text)) if texts.contains(text)));
        }
    }

    fn of_card(&self, column: &str) -> Option<&Cell> {
        let rows = self.0.iter().find(|rows| rows.table == CARD)?;
        Some(rows.cell(rows.rows.first()?, column))
    }

    fn set(&mut self, column: &str, value: &Cell) {
        for rows in self.0.iter_mut().filter(|rows| rows.table == CARD) {
            let Some(place) = rows.columns.iter().position(|name| name == column) else { continue };
            for cell in rows.rows.iter_mut().filter_map(|row| row.get_mut(place)) {
                *cell = value.clone();
            }
        }
    }
}

/// What becomes of a table's rows when two cards are made one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joining {
    /// They are the card's content, which is written anew.
    Content,
    /// They are added to the other card's, and stay what they are.
    Copied,
    /// They are the other card's from now on.
    Moved,
    /// They are pairs of two people, in which the other card takes this one's place.
    Paired,
    /// They end with the card.
    Left,
}

/// Tables that are not named here are moved: so is what comes later.
fn joining(table: &str) -> Joining {
    match table {
        "person" | "email" | "phone" | "address" | "person_interest" | "custom_value" => Joining::Content,
        "ledger" => Joining::Copied,
        "distinct_pair" => Joining::Paired,
        // An import or a mass edit takes back what it did; what it did to a card that is no more, it cannot.
        "import_row" | "draft" | "mass_edit_person" | "trashed_member" => Joining::Left,
        _ => Joining::Moved,
    }
}

/// Reads every row of a card.
pub fn pack(db: &Db, id: Id) -> Result<Packed, Error> {
    let mut all = Vec::new();
    for Table { table, person } in data_map::TABLES {
        let (columns, key) = columns(db, table)?;
        let sql = format!("SELECT {} FROM {table} WHERE {person} = ? ORDER BY {}", columns.join(", "), key.join(", "));
        let mut statement = db.sql().prepare_cached(&sql)?;
        let count = columns.len();
        let rows =
            statement.query_map([id.0], |row| (0..count).map(|at| Ok(Cell::read(row.get_ref(at)?))).collect())?;
        let rows = rows.collect::<Result<Vec<Vec<Cell>>, _>>()?;
        if !rows.is_empty() {
            all.push(Rows { table: (*table).to_owned(), person: (*person).to_owned(), columns, key, rows });
        }
    }
    Ok(Packed(all))
}

/// Returns the names of a table's columns, and those of its primary key.
fn columns(db: &Db, table: &str) -> Result<(Vec<String>, Vec<String>), Error> {
    let mut statement = db.sql().prepare_cached("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid")?;
    let rows = statement.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let key = rows.iter().filter(|(_, place)| *place > 0).map(|(name, _)| name.clone()).collect();
    Ok((rows.into_iter().map(|(name, _)| name).collect(), key))
}

impl Rows {
    fn cell<'a>(&self, row: &'a [Cell], column: &str) -> &'a Cell {
        let place = self.columns.iter().position(|name| name == column);
        place.and_then(|place| row.get(place)).unwrap_or(&Cell::Null)
    }

    /// The condition that finds a row by its key, and its values, with the person replaced by `who`.
    fn found_by(&self, row: &[Cell], who: Id) -> (String, Vec<Value>) {
        let names: Vec<String> = self.key.iter().map(|name| format!("{name} = ?")).collect();
        let value = |name: &String| {
            if *name == self.person { Value::Integer(who.0) } else { self.cell(row, name).value() }
        };
        (names.join(" AND "), self.key.iter().map(value).collect())
    }

    /// Returns the other one of a pair; none where that is `who` themselves, or is no more.
    fn paired(&self, db: &Db, row: &[Cell], who: Id) -> Result<Option<Id>, Error> {
        let column = if self.person == "person" { "other" } else { "person" };
        let other = self.cell(row, column).integer().map(Id).filter(|other| *other != who);
        Ok(match other {
            Some(other) if super::persons::journal_ref(db, other)?.is_some() => Some(other),
            Some(_) | None => None,
        })
    }

    /// Notes of a pair that `who` and the other one are two people, and returns whether that is new.
    fn keep_apart(&self, db: &Db, row: &[Cell], who: Id) -> Result<bool, Error> {
        let Some(other) = self.paired(db, row, who)? else { return Ok(false) };
        let number = |column| self.cell(row, column).integer().unwrap_or_default();
        merges::keep_apart(db, who, other, Moment(number("at")), user::Id(number("by")))
    }

    /// Returns where rows point to: column, table, and column there. The person, and what a card names, aside.
    fn pointers(&self, db: &Db) -> Result<Vec<(String, String, String)>, Error> {
        if self.table == CARD {
            return Ok(Vec::new());
        }
        let sql = "SELECT \"from\", \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list(?)";
        let mut statement = db.sql().prepare_cached(sql)?;
        let rows = statement.query_map([&self.table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut all: Vec<(String, String, String)> = rows.collect::<Result<_, _>>()?;
        all.retain(|(column, ..)| *column != self.person);
        Ok(all)
    }

    /// Returns whether something that a row points to is no more: erased since, or removed.
    fn points_nowhere(&self, db: &Db, row: &[Cell], pointers: &[(String, String, String)]) -> Result<bool, Error> {
        for (column, table, there) in pointers {
            let value = self.cell(row, column);
            if *value == Cell::Null {
                continue;
            }
            let sql = format!("SELECT 1 FROM {table} WHERE {there} = ?");
            if !db.sql().prepare_cached(&sql)?.exists([value.value()])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn insert(&self, db: &Db, row: &[Cell], who: Id) -> Result<(), Error> {
        let marks = vec!["?"; self.columns.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", self.table, self.columns.join(", "));
        let values = self
            .columns
            .iter()
            .zip(row)
            .map(|(name, cell)| if *name == self.person { Value::Integer(who.0) } else { cell.value() });
        db.sql().prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    fn has(&self, db: &Db, row: &[Cell], who: Id) -> Result<bool, Error> {
        let (condition, values) = self.found_by(row, who);
        let sql = format!("SELECT 1 FROM {} WHERE {condition}", self.table);
        Ok(db.sql().prepare_cached(&sql)?.exists(params_from_iter(values))?)
    }

    /// Returns whether somebody's place in a mailing becomes that of `who`, who has one place in each at most: where they
    /// have one already, only if a message belongs to it and none to theirs, which gives way.
    fn takes_place(&self, db: &Db, row: &[Cell], who: Id, displaced: &mut Vec<Self>) -> Result<bool, Error> {
        let sql = format!("SELECT {} FROM {} WHERE person = ? AND mailing = ?", self.columns.join(", "), self.table);
        let mut statement = db.sql().prepare_cached(&sql)?;
        let count = self.columns.len();
        let values = [Value::Integer(who.0), self.cell(row, "mailing").value()];
        let theirs = statement.query_map(params_from_iter(values), |row| {
            (0..count).map(|at| Ok(Cell::read(row.get_ref(at)?))).collect::<Result<Vec<_>, _>>()
        })?;
        let theirs = theirs.collect::<Result<Vec<_>, _>>()?;
        let gets_one = |row: &[Cell]| *self.cell(row, "held") == Cell::Null;
        if theirs.is_empty() {
            return Ok(true);
        }
        if !gets_one(row) || theirs.iter().any(|theirs| gets_one(theirs)) {
            return Ok(false);
        }
        for theirs in &theirs {
            let (condition, values) = self.found_by(theirs, who);
            let sql = format!("DELETE FROM {} WHERE {condition}", self.table);
            db.sql().prepare_cached(&sql)?.execute(params_from_iter(values))?;
        }
        displaced.push(Self { rows: theirs, ..self.clone() });
        Ok(true)
    }

    fn name(&self, db: &Db, row: &[Cell], from: Id, to: Id) -> Result<(), Error> {
        let (condition, mut values) = self.found_by(row, from);
        values.insert(0, Value::Integer(to.0));
        let sql =
            format!("UPDATE {} SET {person} = ? WHERE {condition} AND {person} = ?", self.table, person = self.person);
        values.push(Value::Integer(from.0));
        db.sql().prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}

/// What two cards that were made one have in common from then on.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// What was tied to the card that stays, which [`part`] gives back.
    pub moved: Packed,
    /// What of that card gave way to it, which [`part`] gives back as well.
    pub displaced: Packed,
}

/// Ties what is packed, but the content of the card, to the person `kept`; what they have already stays as it is, but for
/// a place in a mailing that they got no message of and the other card did.
pub fn join(db: &Db, packed: &Packed, gone: Id, kept: Id) -> Result<Joined, Error> {
    let (mut joined, mut displaced) = (Vec::new(), Vec::new());
    for rows in &packed.0 {
        let mut taken = Vec::new();
        for row in &rows.rows {
            match joining(&rows.table) {
                Joining::Content | Joining::Left => continue,
                // They stay where a merge was taken back, declared void.
                Joining::Copied if rows.has(db, row, kept)? => continue,
                Joining::Copied => rows.insert(db, row, kept)?,
                Joining::Moved => {
                    if rows.key.contains(&rows.person) && rows.has(db, row, kept)? {
                        continue;
                    }
                    if rows.table == RECIPIENT && !rows.takes_place(db, row, kept, &mut displaced)? {
                        continue;
                    }
                    rows.name(db, row, gone, kept)?;
                }
                // What they were goes with the card.
                Joining::Paired if rows.keep_apart(db, row, kept)? => {}
                Joining::Paired => continue,
            }
            taken.push(row.clone());
        }
        joined.push(Rows { rows: taken, ..rows.clone() });
    }
    // Nobody is anything to themselves.
    db.sql().prepare_cached("DELETE FROM relation WHERE person = other")?.execute([])?;
    Ok(Joined { moved: Packed(joined), displaced: Packed(displaced) })
}

/// Gives a card back that is no more, with everything that was joined to `kept` and is still there.
///
/// What was copied to the ledger of `kept` stays there: the ledger is only added to. Rows about something that is no more,
/// such as a relation to somebody who was erased since, are left out; answers how many.
pub fn part(db: &Db, packed: &Packed, joined: &Packed, displaced: &Packed, gone: Id, kept: Id) -> Result<u64, Error> {
    let mut left_out = 0;
    // Parents come last in the data map; they are needed first.
    for rows in packed.0.iter().rev() {
        let moved = joined.0.iter().find(|known| known.table == rows.table && known.person == rows.person);
        let pointers = rows.pointers(db)?;
        let mut insert = |row: &[Cell]| {
            if rows.points_nowhere(db, row, &pointers)? {
                left_out += 1;
                return Ok::<_, Error>(());
            }
            rows.insert(db, row, gone)
        };
        for row in &rows.rows {
            match joining(&rows.table) {
                Joining::Content | Joining::Copied | Joining::Left => insert(row)?,
                Joining::Moved if moved.is_some_and(|moved| moved.rows.contains(row)) => {
                    let still_there = rows.has(db, row, kept)?;
                    if still_there {
                        rows.name(db, row, kept, gone)?;
                    } else if rows.table == "relation" && !rows.has(db, row, gone)? {
                        // One that tied the two cards to each other went when they became one.
                        insert(row)?;
                    }
                }
                // The other card had the same already: both have it again.
                Joining::Moved => insert(row)?,
                Joining::Paired => {
                    if moved.is_some_and(|moved| moved.rows.contains(row))
                        && let Some(other) = rows.paired(db, row, kept)?
                    {
                        merges::forget_apart(db, kept, other)?;
                    }
                    rows.keep_apart(db, row, gone)?;
                }
            }
        }
    }
    for rows in &displaced.0 {
        let pointers = rows.pointers(db)?;
        for row in &rows.rows {
            if rows.points_nowhere(db, row, &pointers)? {
                left_out += 1;
            } else {
                rows.insert(db, row, kept)?;
            }
        }
    }
    Ok(left_out)
}

/// Takes what a packed card holds in a field out of it. `own` is the identity of an own field.
pub fn empty(packed: &mut Packed, field: &Field, own: Option<custom::Id>) {
    for rows in &mut packed.0 {
        let place = |column: &str| rows.columns.iter().position(|name| name == column);
        let label = place("label");
        let is_mobile =
            |row: &Vec<Cell>| label.and_then(|place| row.get(place)) == Some(&Cell::Integer(list::LABEL_MOBILE.0));
        let of_field = place("field").zip(own);
        let kind = place("kind");
        let columns: &[&str] = match (rows.table.as_str(), field) {
            ("person", field) => &[field.key()],
            ("employment", Field::Title) => &["title"],
            ("address", Field::Address) => &["street"],
            ("address", Field::Postcode) => &["postcode"],
            ("address", Field::City) => &["city", "country"],
            ("email", Field::Email | Field::Emails)
            | ("employment", Field::Company)
            | ("person_interest", Field::Interests) => {
                rows.rows.clear();
                &[]
            }
            ("phone", Field::Mobile) => {
                rows.rows.retain(|row| !is_mobile(row));
                &[]
            }
            ("phone", Field::Phone) => {
                rows.rows.retain(is_mobile);
                &[]
            }
            ("custom_value", Field::Custom(_)) => {
                if let Some((place, own)) = of_field {
                    rows.rows.retain(|row| row.get(place) != Some(&Cell::Integer(own.0)));
                }
                &[]
            }
            ("attachment", Field::Picture) => {
                let is_picture =
                    |row: &Vec<Cell>| kind.and_then(|place| row.get(place)) == Some(&Cell::Text("picture".to_owned()));
                rows.rows.retain(|row| !is_picture(row));
                &[]
            }
            _ => &[],
        };
        let places: Vec<usize> = columns.iter().filter_map(|column| place(column)).collect();
        // Columns that can be empty are null; texts that cannot are the empty text, flags are off.
        let never_null = ["title", "country", "website", "note", "street", "postcode", "city"];
        for row in &mut rows.rows {
            for place in &places {
                let name = rows.columns[*place].as_str();
                row[*place] = if never_null.contains(&name) {
                    Cell::Text(String::new())
                } else if name == "former_employee" {
                    Cell::Integer(0)
                } else {
                    Cell::Null
                };
            }
        }
    }
}

/// Returns the identities of the rows of a table that are packed.
pub fn ids(packed: &Packed, table: &str) -> Vec<i64> {
    let rows = packed.0.iter().filter(|rows| rows.table == table);
    rows.flat_map(|rows| rows.rows.iter().filter_map(|row| rows.cell(row, "id").integer())).collect()
}

/// How many rows of a table are packed, for each that has some.
pub fn counts(packed: &Packed) -> Vec<(&str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for rows in &packed.0 {
        match counts.iter_mut().find(|(table, _)| *table == rows.table) {
            Some((_, count)) => *count += rows.rows.len(),
            None => counts.push((&rows.table, rows.rows.len())),
        }
    }
    counts
}
