//! Who received the data, how long it is kept, who else is tied to the person, and what was done with the record.

use super::Report;
use crate::i18n::{self, Lang};
use crate::model::journal::Kind;
use crate::model::report::{Block, CellKind, Column, Fact, Facts, Held, List, Place, Section, Table, Text, Value};
use crate::model::{Moment, export, person};
use crate::office::erasure::mentions;
use crate::office::settings::{self, Plain};
use crate::office::{Error, retention};
use crate::store::held::Cell;
use crate::{store, t};

fn column(lang: Lang, key: &str, kind: CellKind) -> Column {
    let (_, name) = key.rsplit_once('.').unwrap_or(("", key));
    Column { key: key.to_owned(), title: i18n::text(lang, &format!("report-column-{name}")), kind }
}

/// Returns the section about recipients (art. 15(1)(c)): by name, as they were noted (C-154/21).
pub(super) fn recipients(report: &mut Report<'_>) -> Result<Section, Error> {
    let lang = report.telling.lang;
    report.take("export_person");
    let exports = store::exports::of_person(report.telling.desk.db(), report.id)?;
    let mut rows = Vec::with_capacity(exports.len());
    for export in &exports {
        // Recipients are named, whoever they are: that is what the person asks for.
        let said = |text: &str| if text.is_empty() { t!(lang, "not-stated") } else { text.to_owned() };
        let recipient = Value::text(said(&export.recipient));
        let place = Place { table: "export", column: "purpose", row: export.id.0, at: 0 };
        let purpose = match report.telling.own_words(&export.purpose) {
            Some(words) => Value::text(words),
            None => Value::Text(report.telling.text(place, &said(&export.purpose))),
        };
        let fields = report.telling.fields(export.fields.iter().map(String::as_str));
        let format = match export.format {
            export::Format::Copy => t!(lang, "report-kind-portable"),
            export::Format::Xlsx | export::Format::Csv | export::Format::Vcard => export.format.key().to_owned(),
        };
        rows.push(vec![
            report.telling.moment(export.at),
            recipient,
            purpose,
            Value::text(fields),
            Value::Item { key: export.format.key().to_owned(), words: format },
        ]);
    }
    let columns = vec![
        column(lang, "export_person.export", CellKind::Moment),
        column(lang, "recipient", CellKind::Text),
        column(lang, "for", CellKind::Text),
        column(lang, "fields", CellKind::LongText),
        column(lang, "format", CellKind::Text),
    ];
    let mut blocks = if rows.is_empty() {
        vec![Block::Paragraph(Text::from(t!(lang, "report-no-recipients")))]
    } else {
        vec![Block::Table(Table { key: "recipients".to_owned(), title: String::new(), columns, rows })]
    };
    // To countries outside the EEA, and with which safeguards (art. 15(2)).
    let transfers = settings::plain(report.telling.desk, Plain::OfficeTransfers)?;
    let words = if transfers.is_empty() { t!(lang, "report-no-transfers") } else { transfers };
    blocks.push(Block::Paragraph(Text::from(words)));
    Ok(report.section("recipients", blocks))
}

/// Returns the section that says how long the data is kept, and why (art. 15(1)(d)).
pub(super) fn retention(report: &mut Report<'_>) -> Result<Section, Error> {
    let lang = report.telling.lang;
    let mut points = Vec::new();
    let (due, books) = retention::of_person(report.telling.desk, report.id)?;
    match due {
        Some(due) => {
            let rule = retention::words::rule(lang, report.telling.lists, due.rule);
            let period = retention::words::period(lang, &due);
            points.push(t!(lang, "report-kept", rule = rule, period = period, day = i18n::date(lang, due.due_on)));
        }
        None => points.push(t!(lang, "report-kept-while-needed")),
    }
    points.extend(books.map(|books| retention::words::kept(lang, &books)));
    let list = List { title: String::new(), points: points.into_iter().map(Text::from).collect() };
    let mut blocks = vec![Block::List(list)];
    blocks.extend(report.tables(&["legal_hold", "kept_longer", "trashed_person", "trashed_member"])?);
    Ok(report.section("retention", blocks))
}

/// Returns the section about who else is tied to the person, all of whom are others (art. 15(4)).
pub(super) fn people(report: &mut Report<'_>) -> Result<Section, Error> {
    let lang = report.telling.lang;
    let mut blocks = Vec::new();
    if let Some(held) = report.take("relation").filter(|held| !held.rows.is_empty()) {
        let mut table = report.telling.table(&held)?;
        let known = store::relations::of_person(report.telling.desk.db(), report.id)?;
        table.columns.insert(0, column(lang, "relation.other", CellKind::Text));
        for (row, cells) in held.rows.iter().zip(&mut table.rows) {
            let other = known.iter().find(|relation| relation.id.0 == row.id);
            let other = other.map(|one| if one.person == report.id { one.other } else { one.person });
            cells.insert(0, named(report, other, row.id)?);
        }
        blocks.push(Block::Table(table));
    }
    // What stands about somebody on the cards of others belongs to those as well: it is counted, not quoted.
    let mentions = mentions(report.telling.desk, report.id)?;
    let mut points = Vec::new();
    if mentions.notes > 0 {
        points.push(t!(lang, "report-mentions-notes", count = mentions.notes));
    }
    if mentions.companies > 0 {
        points.push(t!(lang, "report-mentions-companies", count = mentions.companies));
    }
    if mentions.activities > 0 {
        points.push(t!(lang, "report-mentions-activities", count = mentions.activities));
    }
    if !points.is_empty() {
        let points = points.into_iter().map(Text::from).collect();
        blocks.push(Block::List(List { title: t!(lang, "report-mentions"), points }));
        blocks.push(Block::Paragraph(Text::from(t!(lang, "report-mentions-says"))));
    }
    Ok(report.section("people", blocks))
}

/// Returns the name of somebody else, blacked out until somebody decides.
fn named(report: &mut Report<'_>, other: Option<person::Id>, row: i64) -> Result<Value, Error> {
    let Some(other) = other else { return Ok(Value::Empty) };
    let desk = report.telling.desk;
    let Some(name) = store::persons::name(desk.db(), other)? else { return Ok(Value::Empty) };
    // Who may not be seen, or whose card is closed or in the trash, is not named even where the names of others are.
    let is_closed = store::states::is_restricted(desk.db(), other)? || store::trash::holds_person(desk.db(), other)?;
    let name = if is_closed || !desk.sees(other)? { t!(report.telling.lang, "report-somebody") } else { name };
    let place = Place { table: "relation", column: "other", row, at: 0 };
    Ok(Value::Text(Text(vec![report.telling.passage(name, other, place)])))
}

/// Returns the section about how the record was handled: who looked, when and for what (C-579/21), where it stands, and
/// what was done with it.
pub(super) fn handling(report: &mut Report<'_>) -> Result<Section, Error> {
    let lang = report.telling.lang;
    let mut blocks = report.tables(&["look_up", "selection_person", "distinct_pair"])?;
    // A mark without more than when it was made is a line, not a table.
    for table in ["favourite", "seen"] {
        let Some(held) = report.take(table).filter(|held| !held.rows.is_empty()) else { continue };
        let mut values = Vec::new();
        for row in &held.rows {
            if let Cell::Integer(at) = held.cell(row, "at") {
                values.push(Held::alone(report.telling.moment(Moment(*at)), None));
            }
        }
        let title = i18n::text(lang, &format!("erasure-table-{table}"));
        let fact = Fact { key: format!("{table}.at"), label: title, category: None, values };
        blocks.push(Block::Facts(Facts { key: table.to_owned(), title: String::new(), facts: vec![fact] }));
    }
    blocks.extend(history(report)?);
    Ok(report.section("handling", blocks))
}

/// Returns what the journal tells of the record: what was done and when, never by whom.
fn history(report: &Report<'_>) -> Result<Option<Block>, Error> {
    let (db, lang) = (report.telling.desk.db(), report.telling.lang);
    let Some(reference) = store::persons::journal_ref(db, report.id)? else { return Ok(None) };
    let wanted = store::journal::Wanted { person_ref: Some(reference), ..Default::default() };
    let rows = store::journal::newest(db, &wanted, usize::MAX)?;
    let rows: Vec<Vec<Value>> = rows
        .into_iter()
        .rev()
        .map(|row| {
            let done = Kind::from_code(row.kind).map_or(Value::Empty, |kind| Value::Item {
                key: kind.key().to_owned(),
                words: i18n::text(lang, &format!("journal-kind-{}", kind.key())),
            });
            let fields = report.telling.fields(row.fields.split(' ').filter(|field| !field.is_empty()));
            vec![report.telling.moment(Moment(row.at)), done, Value::text(fields)]
        })
        .collect();
    if rows.is_empty() {
        return Ok(None);
    }
    let columns = vec![
        column(lang, "at", CellKind::Moment),
        column(lang, "done", CellKind::Text),
        column(lang, "fields", CellKind::LongText),
    ];
    let title = t!(lang, "report-history");
    Ok(Some(Block::Table(Table { key: "history".to_owned(), title, columns, rows })))
}
