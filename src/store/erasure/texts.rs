//! Texts of others that may name somebody who is erased: where they are, how each is read and written.

use rusqlite::types::Value;

use crate::model::data_map::TABLES;
use crate::model::person;
use crate::store::{Db, Error};

/// What kind of text a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What somebody wrote.
    Written,
    /// What somebody wrote, in a document of ours (JSON).
    Document,
    /// What a record held before, kept to give it back (JSON): nobody decides about a name in it, it is taken out.
    Undo,
    /// An attached file: what it says stands outside the table, encrypted.
    File,
}

/// A column with texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What it holds.
    pub kind: Kind,
}

const fn written(table: &'static str, column: &'static str) -> Place {
    Place { table, column, kind: Kind::Written }
}

const fn document(table: &'static str, column: &'static str) -> Place {
    Place { table, column, kind: Kind::Document }
}

const fn undo(table: &'static str, column: &'static str) -> Place {
    Place { table, column, kind: Kind::Undo }
}

/// Those that the full-text index knows.
pub const LONG: [Place; 4] = [
    written("person", "note"),
    written("company", "note"),
    written("activity", "subject"),
    written("activity", "text"),
];

/// What attached files say.
pub const FILES: Place = Place { table: "attachment", column: "file", kind: Kind::File };

/// All others.
pub const OTHERS: &[Place] = &[
    written("company", "name"),
    written("person", "title"),
    written("employment", "title"),
    written("custom_value", "value"),
    written("ledger", "comment"),
    written("subscription", "comment"),
    written("restriction", "comment"),
    written("restriction", "lifted_why"),
    written("objection", "comment"),
    written("objection", "reason"),
    written("look_up", "reason"),
    written("relation", "comment"),
    written("attachment", "name"),
    written("trashed_person", "reason"),
    written("trashed_company", "reason"),
    written("deletion_request", "reason"),
    written("deletion_request", "answer"),
    written("legal_hold", "statute"),
    written("legal_hold", "comment"),
    written("legal_hold", "lifted_why"),
    written("kept_longer", "reason"),
    written("selection", "name"),
    written("selection", "description"),
    written("selection", "alert"),
    document("selection", "criteria"),
    written("mass_edit", "name"),
    document("mass_edit", "terms"),
    written("export", "name"),
    written("export", "file"),
    written("export", "purpose"),
    written("export", "recipient"),
    written("report", "identity"),
    written("report", "recipient"),
    written("import", "comment"),
    written("custom_field", "name"),
    document("custom_field", "choices"),
    written("wording", "text"),
    written("list_item", "name_en"),
    written("list_item", "name_nb"),
    written("list_item", "name_sv"),
    written("setting", "value"),
    written("setting_change", "before"),
    written("setting_change", "after"),
    written("outbox", "subject"),
    written("outbox", "body"),
    written("reply", "sender"),
    written("reply", "subject"),
    written("proposal", "value"),
    written("template", "name"),
    written("template", "subject"),
    written("template", "body"),
    written("notice", "comment"),
    written("overridden", "why"),
    written("mailing", "name"),
    written("mailing", "selection_name"),
    written("mailing_file", "name"),
    written("erasure", "reason"),
    document("erasure", "kept"),
    written("suppression_lifted", "reason"),
    undo("import_row", "before"),
    undo("merge", "before"),
    undo("mass_edit_person", "before"),
    undo("mass_edit_company", "before"),
    undo("mass_edit_activity", "before"),
    undo("draft", "content"),
];

/// Names one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// The column.
    pub place: Place,
    /// The primary key of the row.
    pub key: Vec<Value>,
}

impl Eq for Address {}

impl Address {
    /// Returns the first part of the key, where it is a number.
    pub fn number(&self) -> Option<i64> {
        match self.key.first() {
            Some(Value::Integer(id)) => Some(*id),
            Some(Value::Text(_) | Value::Null | Value::Real(_) | Value::Blob(_)) | None => None,
        }
    }

    /// Returns the whole key, part by part.
    pub fn key_words(&self) -> String {
        let part = |value: &Value| match value {
            Value::Integer(id) => id.to_string(),
            Value::Text(text) => text.clone(),
            Value::Null | Value::Real(_) | Value::Blob(_) => String::new(),
        };
        self.key.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    /// Returns the key as it is shown: the identity of the row within its table.
    pub fn id(&self) -> String {
        match self.key.last() {
            Some(Value::Integer(id)) => id.to_string(),
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Null | Value::Real(_) | Value::Blob(_)) | None => String::new(),
        }
    }
}

/// A text, and whose card it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Where it stands.
    pub address: Address,
    /// Whose it is, where it is a person's.
    pub person: Option<person::Id>,
    /// What it says.
    pub text: String,
}

/// Returns the columns of a table's primary key.
fn key_of(db: &Db, table: &str) -> Result<Vec<String>, Error> {
    let key = db.texts(&format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"))?;
    Ok(key)
}

/// Returns the column that says whose a row is.
fn owner_of(table: &str) -> Option<&'static str> {
    TABLES.iter().find(|known| known.table == table).map(|known| known.person)
}

/// Calls `each` with every text in a column that is not one of these persons' own, and that is not empty.
pub fn each<E: From<Error>>(
    db: &Db,
    place: Place,
    ids: &[person::Id],
    each: impl FnMut(Text) -> Result<(), E>,
) -> Result<(), E> {
    read(db, place, ids, None, each)
}

/// As [`each`], for those rows of the full-text index that hold what `expression` asks for. Only of [`LONG`] places.
pub fn matching<E: From<Error>>(
    db: &Db,
    place: Place,
    ids: &[person::Id],
    expression: &str,
    each: impl FnMut(Text) -> Result<(), E>,
) -> Result<(), E> {
    read(db, place, ids, Some(expression), each)
}

fn read<E: From<Error>>(
    db: &Db,
    place: Place,
    ids: &[person::Id],
    expression: Option<&str>,
    mut each: impl FnMut(Text) -> Result<(), E>,
) -> Result<(), E> {
    let Place { table, column, .. } = place;
    let key = key_of(db, table)?;
    let owner = owner_of(table);
    let mut sql = format!("SELECT {column}, {}, {} FROM {table}", owner.unwrap_or("NULL"), key.join(", "));
    sql.push_str(&format!(" WHERE {column} <> ''"));
    if expression.is_some() {
        sql.push_str(" AND id IN (SELECT rowid FROM long_text WHERE long_text MATCH ?1)");
    }
    let mut statement = db.sql().prepare_cached(&sql).map_err(Error::from)?;
    let mut rows = match expression {
        Some(expression) => statement.query([expression]).map_err(Error::from)?,
        None => statement.query([]).map_err(Error::from)?,
    };
    let erased: std::collections::HashSet<i64> = ids.iter().map(|id| id.0).collect();
    while let Some(row) = rows.next().map_err(Error::from)? {
        let person: Option<i64> = row.get(1).map_err(Error::from)?;
        if person.is_some_and(|person| erased.contains(&person)) {
            continue;
        }
        let cells = (0..key.len()).map(|at| row.get(at + 2)).collect::<Result<Vec<Value>, _>>().map_err(Error::from)?;
        let text: String = row.get(0).map_err(Error::from)?;
        each(Text { address: Address { place, key: cells }, person: person.map(person::Id), text })?;
    }
    Ok(())
}

/// Writes a text anew.
pub fn write(db: &Db, address: &Address, text: &str) -> Result<(), Error> {
    let Place { table, column, .. } = address.place;
    let key = key_of(db, table)?;
    let condition: Vec<String> = key.iter().map(|column| format!("{column} = ?")).collect();
    let sql = format!("UPDATE {table} SET {column} = ? WHERE {}", condition.join(" AND "));
    let values = std::iter::once(Value::Text(text.to_owned())).chain(address.key.iter().cloned());
    db.sql().prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// Gives a company the keys that belong to its name.
pub fn write_company_keys(db: &Db, id: i64, key: &str, sort_key: &[u8]) -> Result<(), Error> {
    let sql = "UPDATE company SET key = ?, sort_key = ? WHERE id = ?";
    db.sql().prepare_cached(sql)?.execute(rusqlite::params![key, sort_key, id])?;
    Ok(())
}

/// Gives an item of a list another key, also in the settings that are about it, and in what was decided about those.
pub fn write_item_key(db: &Db, list: &str, old: &str, new: &str) -> Result<(), Error> {
    let sql = "UPDATE list_item SET key = ?3 WHERE list = ?1 AND key = ?2";
    db.sql().prepare_cached(sql)?.execute([list, old, new])?;
    let (item, part) = (format!("{list}.{old}"), format!("{list}.{old}."));
    for table in ["setting", "setting_change"] {
        let sql = format!(
            "UPDATE {table} SET key = ?3 || substr(key, length(?1) + 1) WHERE key = ?1 OR substr(key, 1, length(?2)) = ?2"
        );
        db.sql().prepare_cached(&sql)?.execute([item.as_str(), &part, &format!("{list}.{new}")])?;
    }
    Ok(())
}

/// Gives a selection the key that belongs to its name.
pub fn write_selection_key(db: &Db, id: i64, key: &str) -> Result<(), Error> {
    db.sql().prepare_cached("UPDATE selection SET key = ? WHERE id = ?")?.execute(rusqlite::params![key, id])?;
    Ok(())
}

/// Calls `each` with every value that is text or bytes, of every table but `journal` and what the full-text index keeps.
pub fn every_value<E: From<Error>>(db: &Db, mut each: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
    let tables = db.texts(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
             AND name NOT LIKE 'long\\_text%' ESCAPE '\\' AND name <> 'journal' ORDER BY name",
    )?;
    for table in tables {
        let columns =
            db.texts(&format!("SELECT name FROM pragma_table_info('{table}') WHERE type IN ('TEXT', 'BLOB')"))?;
        if columns.is_empty() {
            continue;
        }
        let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        let sql = format!("SELECT {} FROM \"{table}\"", names.join(", "));
        let mut statement = db.sql().prepare(&sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            for at in 0..columns.len() {
                if let rusqlite::types::ValueRef::Text(bytes) | rusqlite::types::ValueRef::Blob(bytes) =
                    row.get_ref(at).map_err(Error::from)?
                {
                    each(bytes)?;
                }
            }
        }
    }
    Ok(())
}

/// Returns how many rows the full-text index has for texts that are no more.
pub fn orphans_in_index(db: &Db) -> Result<u64, Error> {
    Ok(db.sql().query_row(
        "SELECT count(*) FROM long_text_docsize d WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = d.id AND p.note <> '')
             AND NOT EXISTS (SELECT 1 FROM company c WHERE c.id = d.id AND c.note <> '')
             AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.id = d.id AND (a.subject <> '' OR a.text <> ''))",
        [],
        |row| row.get(0),
    )?)
}
