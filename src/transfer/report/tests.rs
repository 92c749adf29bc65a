#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Read as _;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use serde_json::Value as Json;

use super::rendered;
use crate::model::basis::{self, Basis};
use crate::model::data_map::{Category, Origin};
use crate::model::report::*;
use crate::model::{Moment, person};

/// What spreadsheets and browsers are known to run, or to have run.
const HOSTILE: [&str; 14] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "\t=1+1",
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "{{7*7}}${7*7}",
];

fn document(texts: &[&str]) -> Document {
    let day = NaiveDate::from_ymd_opt(2026, 5, 17).unwrap();
    let fact = |text: &&str| Fact {
        key: format!("custom:{text}"),
        label: (*text).to_owned(),
        category: Some(Category::Identity),
        values: vec![Held {
            label: (*text).to_owned(),
            label_key: (*text).to_owned(),
            entry: 1,
            value: Value::text(*text),
            came: Some(Came {
                words: (*text).to_owned(),
                origin: Origin::Provided,
                source: Some((*text).to_owned()),
                at: Some(Moment(0)),
            }),
        }],
    };
    let cells = |text: &&str| {
        vec![
            Value::text(*text),
            Value::Date { day, words: "17. mai 2026".to_owned() },
            Value::Moment { at: Moment(1_772_700_060_123), words: "5. mars 2026 10:41".to_owned() },
            Value::Number { number: 7.5, words: "7,5".to_owned() },
            Value::YesNo { yes: true, words: "Ja".to_owned() },
            Value::BlackedOut(Ground::OthersRights),
        ]
    };
    let kinds =
        [CellKind::LongText, CellKind::Date, CellKind::Moment, CellKind::Number, CellKind::YesNo, CellKind::Text];
    let column = |(place, kind): (usize, CellKind)| Column {
        key: format!("table.{place}"),
        title: texts.get(place).unwrap_or(&"Tittel").to_string(),
        kind,
    };
    let table = Table {
        key: "table".to_owned(),
        title: "Tabell".to_owned(),
        columns: kinds.into_iter().enumerate().map(column).collect(),
        rows: texts.iter().map(cells).collect(),
    };
    let list = List { title: "Liste".to_owned(), points: texts.iter().map(|text| Text::from(*text)).collect() };
    let facts = Facts { key: "f".to_owned(), title: "Felter".to_owned(), facts: texts.iter().map(fact).collect() };
    let section = |key, title: &str, blocks| Section {
        key,
        title: title.to_owned(),
        introduction: texts.iter().map(|text| (*text).to_owned()).collect(),
        blocks,
    };
    let party = || Party {
        label: "Om".to_owned(),
        name: texts[0].to_owned(),
        address: vec![texts[0].to_owned()],
        contact: vec![texts[0].to_owned()],
    };
    let named = |text: &str| (text.to_owned(), text.to_owned());
    Document {
        header: Header {
            kind: Kind::Access,
            title: texts[0].to_owned(),
            controller: party(),
            country: "NO".to_owned(),
            about: party(),
            person: person::Id(7),
            asked_at: Moment(1_772_700_060_123),
            language: "nb".to_owned(),
            number: Id(12),
            journal_head: "1-ab".to_owned(),
            facts: texts.iter().map(fact).collect(),
        },
        sections: vec![
            section("data", "Det som er lagret", vec![Block::Facts(facts), Block::List(list)]),
            section("retention", "Samme navn: [1]/2", vec![Block::Table(table)]),
            section("rights", "samme navn  1  2", vec![Block::Paragraph(Text::from(texts[0]))]),
        ],
        permissions: vec![Permission {
            id: basis::Id(1),
            purpose: named("marketing"),
            basis: Basis::Consent,
            named: named(texts[0]),
            source: named(texts[0]),
            at: Moment(0),
            comment: Text::from(texts[0]),
            wording: None,
            interest: String::new(),
            has_evidence: false,
            corrects: None,
            valid_until: None,
            holds: true,
            is_struck: false,
        }],
        files: Vec::new(),
        withheld: Withheld { blacked_out: 1, ..Withheld::default() },
        words: Words {
            contents: "Innhold".to_owned(),
            field: "Felt".to_owned(),
            value: "Verdi".to_owned(),
            came_from: "Fra".to_owned(),
            category: "Slag".to_owned(),
            blacked_out: "[sladdet]".to_owned(),
            blacked_out_why: "Om andre".to_owned(),
            nothing: "Ingenting".to_owned(),
            page: "Side {page} av {pages}".to_owned(),
            code_points: "{count} lacking".to_owned(),
        },
    }
}

#[test]
fn a_report_is_what_its_schema_says() {
    let schema: Json = serde_json::from_str(include_str!("../../../assets/schema/report.schema.json")).unwrap();
    let json: Json = serde_json::from_slice(&rendered(&document(&HOSTILE), Format::Json).unwrap().unwrap()).unwrap();
    let mut wrong = Vec::new();
    check(&schema, &schema, &json, "", &mut wrong);
    assert_eq!(wrong, [""; 0]);
    let row = &json["sections"][1]["blocks"][0]["rows"][0];
    assert_eq!(row["table.1"]["value"], "2026-05-17");
    assert_eq!(row["table.2"]["value"], "2026-03-05T08:41:00.123Z");
    assert_eq!((&row["table.3"]["value"], &row["table.4"]["value"]), (&Json::from(7.5), &Json::from(true)));
    assert_eq!(row["table.5"]["blacked_out"], 1);
    let record = &json["consents"]["@graph"][0];
    assert_eq!(record["@type"], "dpv:ConsentRecord");
    assert_eq!(record["dpv:hasProcess"]["dpv:hasLegalBasis"]["@id"], "eu-gdpr:A6-1-a");
    // What is not in the schema is found.
    let mut other = json.clone();
    other["sections"][0]["extra"] = Json::Null;
    other["version"] = Json::from(2);
    check(&schema, &schema, &other, "", &mut wrong);
    assert_eq!(wrong.len(), 2, "{wrong:?}");
}

/// Collects where a value is not what a schema says, as far as our schema uses the language of schemas.
fn check(root: &Json, schema: &Json, value: &Json, at: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").unwrap();
        return check(root, &root["$defs"][name], value, at, wrong);
    }
    let is = |kind: &str| match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    let fits = match &schema["type"] {
        Json::String(kind) => is(kind),
        Json::Array(kinds) => kinds.iter().any(|kind| is(kind.as_str().unwrap())),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => true,
    };
    let constant = schema.get("const").is_none_or(|wanted| wanted == value);
    let listed = schema["enum"].as_array().is_none_or(|known| known.contains(value));
    if !fits || !constant || !listed {
        wrong.push(format!("{at}: {value}"));
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let matches = |one: &&Json| {
            let mut wrong = Vec::new();
            check(root, one, value, at, &mut wrong);
            wrong.is_empty()
        };
        if !any.iter().any(|one| matches(&one)) {
            wrong.push(format!("{at}: none of these: {value}"));
        }
    }
    for key in schema["required"].as_array().into_iter().flatten() {
        if value.get(key.as_str().unwrap()).is_none() {
            wrong.push(format!("{at}: no {key}"));
        }
    }
    for (key, part) in value.as_object().into_iter().flatten() {
        let at = format!("{at}/{key}");
        match (schema["properties"].get(key), schema.get("additionalProperties")) {
            (Some(known), _) => check(root, known, part, &at, wrong),
            (None, Some(Json::Bool(false))) => wrong.push(format!("{at} is not known")),
            (None, Some(any)) if any.is_object() => check(root, any, part, &at, wrong),
            (None, _) => {}
        }
    }
    if let Some(items) = schema.get("items") {
        for (place, item) in value.as_array().into_iter().flatten().enumerate() {
            check(root, items, item, &format!("{at}/{place}"), wrong);
        }
    }
}

#[test]
fn no_text_is_live_in_a_page() {
    let page = String::from_utf8(rendered(&document(&HOSTILE), Format::Html).unwrap().unwrap()).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"nb\">"));
    // What stands between "<" and ">" is ours: none of the texts began a tag or ended an attribute.
    let tags: Vec<&str> = page.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0).collect();
    let known = [
        "!DOCTYPE html",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "div",
        "p",
        "strong",
        "br",
        "h1",
        "h2",
        "h3",
        "dl",
        "dt",
        "dd",
        "nav",
        "ol",
        "li",
        "a",
        "main",
        "section",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "span",
        "time",
        "em",
    ];
    for tag in tags {
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap();
        let is_known = known.contains(&name) || known.contains(&tag);
        assert!(is_known, "<{tag}>");
        assert!(!tag.contains("onerror") && !tag.contains(" onmouseover=") && !tag.contains("src="), "<{tag}>");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(
        page.contains("script-src")
            || page.contains("default-src &#39;none&#39;")
            || page.contains("default-src 'none'")
    );
    for wanted in
        ["<th scope=\"col\">", "<th scope=\"row\"", "<time datetime=\"2026-05-17\">17. mai 2026</time>", "[sladdet]"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }
}

#[test]
fn a_workbook_holds_real_dates_and_no_formula() {
    let bytes = rendered(&document(&HOSTILE), Format::Xlsx).unwrap().unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())).unwrap();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.contains("worksheets/") {
            assert!(!text.contains("<f>") && !text.contains("<hyperlink"), "{name}");
        }
    }
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    assert_eq!(names.len(), 4);
    assert!(names.iter().all(|name| name.chars().count() <= 31), "{names:?}");
    let sheet = book.worksheet_range(&names[2]).unwrap();
    let cells: Vec<&Data> = sheet.cells().map(|(_, _, cell)| cell).collect();
    let count = |is: fn(&Data) -> bool| cells.iter().filter(|cell| is(cell)).count();
    assert_eq!(count(|cell| matches!(cell, Data::DateTime(_))), 2 * HOSTILE.len());
    assert_eq!(count(|cell| *cell == Data::Float(7.5)), HOSTILE.len());
    for text in HOSTILE {
        let text = text.trim_start_matches('\t');
        let found = cells.iter().any(|cell| matches!(cell, Data::String(one) if one.trim_start() == text));
        assert!(found, "{text}");
    }
}
