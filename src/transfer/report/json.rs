//! A report for programs: `assets/schema/report.schema.json` describes it.

use serde_json::{Map, Value as Json, json};

use super::consents;
use crate::model::report::{
    Block, CellKind, Column, Document, Fact, Ground, Held, Party, Run, Section, Text, Value, Words,
};

/// Names the format.
const FORMAT: &str = "kartotek-report";
/// The version of the format that is written.
const VERSION: u32 = 1;

/// Returns the document as JSON.
pub(super) fn rendered(document: &Document) -> Vec<u8> {
    format!("{:#}\n", of_document(document)).into_bytes()
}

fn of_document(document: &Document) -> Json {
    let (header, words) = (&document.header, &document.words);
    let mut json = json!({
        "format": FORMAT,
        "version": VERSION,
        "kind": header.kind.key(),
        "number": header.number.to_string(),
        "title": header.title,
        "language": header.language,
        "asked_at": header.asked_at,
        "journal_head": header.journal_head,
        "person": header.person.to_string(),
        "controller": party(&header.controller),
        "about": party(&header.about),
        "facts": header.facts.iter().map(|one| fact(one, words)).collect::<Vec<_>>(),
        "sections": document.sections.iter().map(|one| section(one, words)).collect::<Vec<_>>(),
        "withheld": {
            "blacked_out": document.withheld.blacked_out,
            "reworded": document.withheld.reworded,
            "files": document.withheld.files,
            "ground": Ground::OthersRights.key(),
            "ground_in_words": words.blacked_out_why,
        },
    });
    if !document.permissions.is_empty() {
        json["consents"] = consents::records(document);
    }
    json
}

fn party(party: &Party) -> Json {
    json!({ "label": party.label, "name": party.name, "address": party.address, "contact": party.contact })
}

fn section(section: &Section, words: &Words) -> Json {
    json!({
        "key": section.key,
        "title": section.title,
        "introduction": section.introduction,
        "rows": section.rows(),
        "blocks": section.blocks.iter().map(|one| block(one, words)).collect::<Vec<_>>(),
    })
}

fn block(block: &Block, words: &Words) -> Json {
    match block {
        Block::Paragraph(paragraph) => json!({ "type": "paragraph", "text": text(paragraph, words) }),
        Block::List(list) => json!({
            "type": "list",
            "title": list.title,
            "points": list.points.iter().map(|point| text(point, words)).collect::<Vec<_>>(),
        }),
        Block::Facts(facts) => json!({
            "type": "facts",
            "key": facts.key,
            "title": facts.title,
            "facts": facts.facts.iter().map(|one| fact(one, words)).collect::<Vec<_>>(),
        }),
        Block::Table(table) => json!({
            "type": "table",
            "key": table.key,
            "title": table.title,
            "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| cells(row, &table.columns, words)).collect::<Vec<_>>(),
        }),
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
