//! What is held about a person, read column by column as the data map lists it: a table that the map knows is read
//! without another line here.

use std::collections::HashMap;

use rusqlite::types::ValueRef;

use super::{Db, Error};
use crate::model::data_map::{self, Column};
use crate::model::person;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Null,
    /// A number, a moment, an identity, yes or no.
    Integer(i64),
    /// Text, a day, a key.
    Text(String),
}

/// A column, as far as it belongs in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// What the map says of it.
    pub column: &'static Column,
    /// The table of which it names a row, where the schema says so.
    pub names: Option<String>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its identity, within the person or by itself.
    pub id: i64,
    /// What its columns hold, in their order.
    pub cells: Vec<Cell>,
}

/// What one table holds about a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The table.
    pub table: &'static str,
    /// The columns that belong in a report, in the order of the map.
    pub columns: Vec<Known>,
    /// The rows, in the order of their identities.
    pub rows: Vec<Row>,
}

impl Held {
    /// Returns what a row holds in a column.
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a Cell {
        const NOTHING: &Cell = &Cell::Null;
        let place = self.columns.iter().position(|known| known.column.column == column);
        place.and_then(|place| row.cells.get(place)).unwrap_or(NOTHING)
    }
}

/// Returns what every table of the map holds about a person, in the order of the map's columns; tables of which nothing
/// belongs in a report are left out.
pub fn of_person(db: &Db, id: person::Id) -> Result<Vec<Held>, Error> {
    let mut tables: Vec<&'static str> = Vec::new();
    for column in data_map::COLUMNS.iter().filter(|column| column.report) {
        if !tables.contains(&column.table) {
            tables.push(column.table);
        }
    }
    tables.into_iter().map(|table| of_table(db, table, id)).collect()
}

fn of_table(db: &Db, table: &'static str, id: person::Id) -> Result<Held, Error> {
    let named = names(db, table)?;
    let known = data_map::COLUMNS.iter().filter(|column| column.report && column.table == table);
    let known = known.map(|column| Known { column, names: named.get(column.column).cloned() });
    let mut held = Held { table, columns: known.collect(), rows: Vec::new() };
    let owners: Vec<&str> =
        data_map::TABLES.iter().filter(|known| known.table == table).map(|known| known.person).collect();
    if owners.is_empty() {
        return Ok(held);
    }
    // Rows of one person are told apart by what else their key is made of.
    let key = db.texts(&format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk DESC"))?;
    let key = key.iter().find(|column| !owners.contains(&column.as_str())).or(key.first());
    let key = key.map_or("rowid", String::as_str);
    let columns: Vec<&str> = held.columns.iter().map(|known| known.column.column).collect();
    let whose: Vec<String> = owners.iter().map(|owner| format!("\"{owner}\" = ?1")).collect();
    let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let sql = format!(
        "SELECT \"{key}\", {} FROM \"{table}\" WHERE {} ORDER BY \"{key}\"",
        quoted.join(", "),
        whose.join(" OR ")
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let mut rows = statement.query([id.0])?;
    while let Some(row) = rows.next()? {
        let cell = |at: usize| -> Result<Cell, Error> {
            Ok(match row.get_ref(at)? {
                ValueRef::Null | ValueRef::Blob(_) => Cell::Null,
                ValueRef::Integer(number) => Cell::Integer(number),
                ValueRef::Real(number) => Cell::Text(number.to_string()),
                ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
            })
        };
        let id = if let Cell::Integer(id) = cell(0)? { id } else { 0 };
        let cells = (1..=columns.len()).map(cell).collect::<Result<_, _>>()?;
        held.rows.push(Row { id, cells });
    }
    Ok(held)
}

/// Returns which columns of a table name rows of which others.
fn names(db: &Db, table: &str) -> Result<HashMap<String, String>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)")?;
    Ok(statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Returns what a company, a selection or an attached file is called.
pub fn name_of(db: &Db, table: &str, id: i64) -> Result<Option<String>, Error> {
    let sql = match table {
        "company" => "SELECT name FROM company WHERE id = ?",
        "selection" => "SELECT name || CASE alert WHEN '' THEN '' ELSE ': ' || alert END FROM selection WHERE id = ?",
        "attachment" => "SELECT name FROM attachment WHERE id = ?",
        "mailing" => "SELECT name FROM mailing WHERE id = ?",
        _ => return Ok(None),
    };
    let mut statement = db.sql().prepare_cached(sql)?;
    let mut rows = statement.query([id])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

/// Calls `each` with everybody's first and last name.
pub fn everybody(db: &Db, mut each: impl FnMut(person::Id, &str, &str)) -> Result<(), Error> {
    let mut statement = db.sql().prepare_cached("SELECT id, first_name, last_name FROM person")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(
            person::Id(row.get(0)?),
            row.get_ref(1)?.as_str().unwrap_or_default(),
            row.get_ref(2)?.as_str().unwrap_or_default(),
        );
    }
    Ok(())
}

/// Returns who else has an e-mail address or a phone number, by their keys, or lives in a street that begins with one of
/// these words, as it is written.
pub fn others_reached_by(
    db: &Db,
    but: person::Id,
    emails: &[String],
    phones: &[String],
) -> Result<Vec<person::Id>, Error> {
    let array = |keys: &[String]| serde_json::json!(keys).to_string();
    let mut statement = db.sql().prepare_cached(
        "SELECT person FROM email WHERE person <> ?1 AND key IN (SELECT value FROM json_each(?2))
         UNION SELECT person FROM phone WHERE person <> ?1 AND key IN (SELECT value FROM json_each(?3))",
    )?;
    let rows = statement
        .query_map(rusqlite::params![but.0, array(emails), array(phones)], |row| row.get(0).map(person::Id))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Calls `each` with everybody's streets.
pub fn streets(db: &Db, mut each: impl FnMut(person::Id, &str)) -> Result<(), Error> {
    let mut statement = db.sql().prepare_cached("SELECT person, street FROM address WHERE street <> ''")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(person::Id(row.get(0)?), row.get_ref(1)?.as_str().unwrap_or_default());
    }
    Ok(())
}

/// What was put into a column, to be looked for afterwards.
#[cfg(test)]
#[derive(Debug, Clone)]
pub struct Marker {
    /// The column.
    pub column: &'static Column,
    /// The text that stands in it and nowhere else.
    pub text: String,
}

/// Puts a row about a person into every table of the map, with a text of its own in every column that takes any text.
/// Of tables that rows name, there must be a row; `other` is the person that names of two stand for.
#[cfg(test)]
pub fn fill(db: &Db, id: person::Id, other: person::Id) -> Result<Vec<Marker>, Error> {
    let mut markers = Vec::new();
    let mut serial = 0_i64;
    let mut done: Vec<&str> = Vec::new();
    for table in data_map::TABLES.iter().rev().map(|known| known.table) {
        if done.contains(&table) || !data_map::COLUMNS.iter().any(|column| column.table == table && column.report) {
            continue;
        }
        done.push(table);
        let named = names(db, table)?;
        let mut owners = data_map::TABLES.iter().filter(|known| known.table == table).map(|known| known.person);
        let (owner, second) = (owners.next().unwrap_or("person"), owners.next());
        let mut put: Vec<(String, String)> = Vec::new();
        let columns = db.texts(&format!(
            "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || pk FROM pragma_table_info('{table}')"
        ))?;
        for column in columns {
            let parts: Vec<&str> = column.split(' ').collect();
            let [name, kind, needed, key] = parts[..] else { continue };
            serial += 1;
            let known = data_map::column(table, name);
            let value = if name == owner && table != "person" {
                id.0.to_string()
            } else if Some(name) == second {
                other.0.to_string()
            } else if let Some(value) = settled(table, name) {
                value.to_owned()
            } else if let Some(of) = named.get(name).filter(|of| *of != "person") {
                format!("(SELECT id FROM \"{of}\" ORDER BY id DESC LIMIT 1)")
            } else if ["evidence", "picture"].contains(&name) {
                "(SELECT id FROM attachment ORDER BY id DESC LIMIT 1)".to_owned()
            } else if kind == "BLOB" {
                "zeroblob(8)".to_owned()
            } else if kind == "TEXT" && known.is_some() {
                let text = format!("mark{serial}x{}", name.replace('_', "x"));
                if let Some(column) = known {
                    markers.push(Marker { column, text: text.clone() });
                }
                format!("'{text}'")
            } else if table == "person" && (key != "0" || name == "journal_ref") {
                continue;
            } else if kind == "TEXT" {
                if needed == "0" { "NULL".to_owned() } else { "'x'".to_owned() }
            } else if name == "by" || name.ends_with("_by") {
                "1".to_owned()
            } else if known.is_some() {
                // A day of its own for every column, or simply a number.
                format!("{}", 1_600_000_000_000 + serial * 86_400_000)
            } else {
                db.new_id().to_string()
            };
            put.push((name.to_owned(), value));
        }
        let sql = if table == "person" {
            let sets: Vec<String> = put.iter().map(|(name, value)| format!("\"{name}\" = {value}")).collect();
            format!("UPDATE person SET {} WHERE id = {}", sets.join(", "), id.0)
        } else {
            let (names, values): (Vec<String>, Vec<String>) =
                put.into_iter().map(|(name, value)| (format!("\"{name}\""), value)).unzip();
            format!("INSERT OR IGNORE INTO \"{table}\" ({}) VALUES ({})", names.join(", "), values.join(", "))
        };
        db.sql().execute(&sql, [])?;
    }
    Ok(markers)
}

/// What a column holds that does not take any text.
#[cfg(test)]
fn settled(table: &str, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        ("restriction", "ground") => "'a'",
        ("restriction", "lifted_at") => "1600000000000",
        ("objection", "reach") => "'weighed'",
        ("objection", "decision") => "'upheld'",
        ("deletion_request", "decision") => "'refused'",
        ("legal_hold", "ground") => "'e'",
        ("activity", "direction") => "'in'",
        ("ledger", "condition") => "'a'",
        ("ledger", "basis") => "9001",
        ("report", "kind") => "'access'",
        ("outbox", "kind") => "'erased'",
        ("outbox", "channel") => "'letter'",
        ("outbox", "state") => "'queued'",
        ("token", "purpose") => "'answer'",
        ("reply", "kind") => "'answer'",
        ("reply", "proof") => "'token'",
        ("proposal", "kind") => "'correct'",
        ("proposal", "state") => "'open'",
        ("proposal", "field") => "'title'",
        ("stopped_address", "why") => "'bounced'",
        ("stopped_address", "bounces") => "5",
        ("subscription" | "proposal", "wanted") => "1",
        ("outbox", "due") | ("subscription", "corrects") | ("outbox", "erasure" | "mailing") => "NULL",
        ("notice", "way") => "'exempt'",
        ("notice", "exemption") => "'14-5-b'",
        ("notice", "template") => "'notice'",
        ("mailing_recipient", "held") => "'no-address'",
        ("mailing_recipient", "sent_at") => "1600000000000",
        ("overridden", "rule") => "'no-mailings'",
        ("attachment", "kind") => "'evidence'",
        (_, "rank") => "9",
        ("activity", "seconds") => "360",
        ("attachment", "size") => "4711",
        ("report", "blacked_out") => "3",
        ("person" | "address", "country") => "'NO'",
        ("person", "former_employee" | "no_mailings")
        | ("activity", "recorded" | "record_consent")
        | ("restriction", "told") => "1",
        (_, "birth_date" | "due" | "purge_on") | ("legal_hold" | "kept_longer", "until") => "'2031-05-17'",
        ("ledger" | "person", "import") | ("ledger", "corrects") | ("deletion_request", "company") => "NULL",
        _ => return None,
    })
}
