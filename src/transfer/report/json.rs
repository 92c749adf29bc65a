//! A report for programs: `assets/schema/report.schema.json` describes it.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value as Json, json};

use super::consents;
use crate::model::report::{
    Block, CellKind, Column, Document, Fact, Ground, Held, Party, Run, Section, Text, Value, Words,
};
use crate::transfer::Error;

/// Names the format.
const FORMAT: &str = "kartotek-report";
/// The version of the format that is written.
const VERSION: u32 = 1;

/// Returns the document as JSON.
///
/// It is written row by row: as one value in memory, ten thousand activities would take a hundred megabytes.
pub(super) fn rendered(document: &Document) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    serde_json::to_writer_pretty(&mut bytes, &Whole(document)).map_err(|error| Error::Io(error.into()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A document with its keys in the order of the alphabet, as all of its parts have them.
struct Whole<'d>(&'d Document);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = self.0;
        let (header, words) = (&document.header, &document.words);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("about", &party(&header.about))?;
        map.serialize_entry("asked_at", &header.asked_at)?;
        if !document.permissions.is_empty() {
            map.serialize_entry("consents", &consents::records(document))?;
        }
        map.serialize_entry("controller", &party(&header.controller))?;
        map.serialize_entry("facts", &header.facts.iter().map(|one| fact(one, words)).collect::<Vec<_>>())?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("journal_head", &header.journal_head)?;
        map.serialize_entry("kind", header.kind.key())?;
        map.serialize_entry("language", &header.language)?;
        map.serialize_entry("number", &header.number.to_string())?;
        if document.withheld.fields > 0 {
            map.serialize_entry("own_fields_left_out", &document.withheld.fields)?;
        }
        map.serialize_entry("person", &header.person.to_string())?;
        map.serialize_entry("sections", &Each(&document.sections, |one| Part { section: one, words }))?;
        map.serialize_entry("title", &header.title)?;
        map.serialize_entry("version", &VERSION)?;
        let withheld = json!({
            "blacked_out": document.withheld.blacked_out,
            "reworded": document.withheld.reworded,
            "files": document.withheld.files,
            "ground": Ground::OthersRights.key(),
            "ground_in_words": words.blacked_out_why,
        });
        map.serialize_entry("withheld", &withheld)?;
        map.end()
    }
}

/// A list, each of which is made when it is written.
struct Each<'d, T, F>(&'d [T], F);

impl<'d, T, V: Serialize, F: Fn(&'d T) -> V> Serialize for Each<'d, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

/// A section with what is in it.
struct Part<'d> {
    section: &'d Section,
    words: &'d Words,
}

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { section, words } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("blocks", &Each(&section.blocks, |block| Piece { block, words }))?;
        map.serialize_entry("introduction", &section.introduction)?;
        map.serialize_entry("key", section.key)?;
        map.serialize_entry("rows", &section.rows())?;
        map.serialize_entry("title", &section.title)?;
        map.end()
    }
}

/// A part of a section.
struct Piece<'d> {
    block: &'d Block,
    words: &'d Words,
}

fn party(party: &Party) -> Json {
    json!({ "label": party.label, "name": party.name, "address": party.address, "contact": party.contact })
}

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = self.words;
        match self.block {
            Block::Paragraph(paragraph) => {
                json!({ "type": "paragraph", "text": text(paragraph, words) }).serialize(serializer)
            }
            Block::List(list) => json!({
                "type": "list",
                "title": list.title,
                "points": list.points.iter().map(|point| text(point, words)).collect::<Vec<_>>(),
            })
            .serialize(serializer),
            Block::Facts(facts) => json!({
                "type": "facts",
                "key": facts.key,
                "title": facts.title,
                "facts": facts.facts.iter().map(|one| fact(one, words)).collect::<Vec<_>>(),
            })
            .serialize(serializer),
            Block::Table(table) => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("columns", &Each(&table.columns, column))?;
                map.serialize_entry("key", &table.key)?;
                map.serialize_entry("rows", &Each(&table.rows, |row: &Vec<Value>| cells(row, &table.columns, words)))?;
                map.serialize_entry("title", &table.title)?;
                map.serialize_entry("type", "table")?;
                map.end()
            }
        }
    }
}

fn column(column: &Column) -> Json {
    let kind = match column.kind {
        CellKind::Text => "text",
        CellKind::LongText => "long-text",
        CellKind::Number => "number",
        CellKind::Date => "date",
        CellKind::Moment => "moment",
        CellKind::YesNo => "yes-no",
    };
    json!({ "key": column.key, "title": column.title, "kind": kind })
}

/// Returns a row under the keys of its columns, without its empty cells.
fn cells(row: &[Value], columns: &[Column], words: &Words) -> Json {
    let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    Json::Object(cells.map(|(column, cell)| (column.key.clone(), value(cell, words))).collect::<Map<_, _>>())
}

fn fact(fact: &Fact, words: &Words) -> Json {
    let mut json = json!({
        "key": fact.key,
        "label": fact.label,
        "values": fact.values.iter().map(|one| held(one, words)).collect::<Vec<_>>(),
    });
    if let Some(category) = fact.category {
        json["category"] = category.key().into();
    }
    json
}

fn held(held: &Held, words: &Words) -> Json {
    let mut json = value(&held.value, words);
    if !held.label_key.is_empty() {
        json["label"] = json!({ "key": held.label_key, "words": held.label });
    }
    if held.entry != 0 {
        json["entry"] = held.entry.to_string().into();
    }
    if let Some(came) = &held.came {
        json["came"] = json!({
            "words": came.words,
            "origin": came.origin.key(),
            "source": came.source,
            "at": came.at,
        });
    }
    json
}

/// Returns a value as programs read it, and beside it in words.
fn value(value: &Value, words: &Words) -> Json {
    let raw = match value {
        Value::Empty => Json::Null,
        Value::Text(words_of_it) => return text(words_of_it, words),
        Value::Item { key, .. } => key.as_str().into(),
        // Whole numbers are written as such.
        Value::Number { number, .. } if number.fract() == 0.0 && number.abs() < 9e15 => (*number as i64).into(),
        Value::Number { number, .. } => json!(number),
        Value::Date { day, .. } => day.to_string().into(),
        Value::Moment { at, .. } => json!(at),
        Value::YesNo { yes, .. } => (*yes).into(),
        Value::BlackedOut(_) => return json!({ "value": null, "words": words.blacked_out, "blacked_out": 1 }),
    };
    json!({ "value": raw, "words": value.words(words) })
}

/// Returns a text; where passages are blacked out, it says how many.
fn text(text: &Text, words: &Words) -> Json {
    let said = text.words(words);
    let mut json = json!({ "value": said, "words": said });
    let hidden = text.0.iter().filter(|run| matches!(run, Run::BlackedOut { .. })).count();
    if hidden > 0 {
        json["blacked_out"] = hidden.into();
    }
    json
}
