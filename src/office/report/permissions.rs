//! For what somebody's data is used and on which legal basis: what holds, and the whole ledger (art. 15(1)(a)).

use chrono::{Months, NaiveDate};

use super::Report;
use crate::i18n::{self, Lang};
use crate::model::basis::{self, Basis, Entry};
use crate::model::list::List;
use crate::model::report::{Block, CellKind, Column, Permission, Place, Section, Table, Value};
use crate::office::Error;
use crate::office::settings::{self, ItemPart, Setting, Tongue};
use crate::{store, t};

/// Returns the ledger, the oldest row first, as formats take it that have a shape of their own for it.
pub(super) fn all(report: &mut Report<'_>) -> Result<Vec<Permission>, Error> {
    let (desk, lang) = (report.telling.desk, report.telling.lang);
    let ledger = store::ledger::of_person(desk.db(), report.id)?;
    let mut all = Vec::with_capacity(ledger.len());
    for told in basis::history(&ledger).into_iter().rev() {
        let entry = told.entry;
        let lists = report.telling.lists;
        let named = |id| (lists.key(id).to_owned(), lists.name(id, lang).to_owned());
        let (purpose, item, source) = (named(entry.purpose), named(entry.item), named(entry.source));
        let interest = match entry.basis {
            Basis::LegitimateInterests => said_of(report, &item.0, ItemPart::Interest)?,
            Basis::Consent
            | Basis::Contract
            | Basis::LegalObligation
            | Basis::VitalInterests
            | Basis::PublicTask
            | Basis::Withdrawn
            | Basis::Objected
            | Basis::Void => String::new(),
        };
        let place = Place { table: "ledger", column: "comment", row: entry.id.0, at: 0 };
        all.push(Permission {
            id: entry.id,
            purpose,
            basis: entry.basis,
            named: item,
            source,
            at: entry.at,
            comment: report.telling.text(place, &entry.comment),
            wording: entry
                .wording
                .and_then(|id| report.telling.wordings.iter().find(|wording| wording.id == id))
                .cloned(),
            interest,
            has_evidence: entry.evidence.is_some(),
            corrects: entry.corrects,
            valid_until: valid_until(report, entry)?,
            holds: told.holds,
            is_struck: told.struck_by.is_some(),
        });
    }
    Ok(all)
}

/// Returns until when a consent is valid: for the months that the office asks anew after, where it says so.
fn valid_until(report: &Report<'_>, entry: &Entry) -> Result<Option<NaiveDate>, Error> {
    if entry.basis != Basis::Consent {
        return Ok(None);
    }
    let purpose = report.telling.lists.key(entry.purpose).to_owned();
    let setting = Setting::Item { list: List::Purpose, item: purpose, part: ItemPart::ConsentMonths };
    let months = settings::stored(report.telling.desk, &setting)?.parse::<u32>().ok();
    Ok(months.and_then(|months| entry.at.local_date().checked_add_months(Months::new(months))))
}

/// Returns what the office says of a legal basis, in the language of the report or else in one it was said in.
fn said_of(report: &Report<'_>, item: &str, part: fn(Tongue) -> ItemPart) -> Result<String, Error> {
    let wanted = Tongue::from_code(report.telling.lang.code());
    for tongue in wanted.into_iter().chain(Tongue::ALL) {
        let setting = Setting::Item { list: List::Basis, item: item.to_owned(), part: part(tongue) };
        let said = settings::stored(report.telling.desk, &setting)?;
        if !said.is_empty() {
            return Ok(said);
        }
    }
    Ok(String::new())
}

fn column(lang: Lang, key: &str, kind: CellKind) -> Column {
    Column { key: key.to_owned(), title: i18n::text(lang, &format!("report-column-{key}")), kind }
}

/// Returns the section that says what holds for each purpose.
pub(super) fn purposes(report: &mut Report<'_>, permissions: &[Permission]) -> Result<Section, Error> {
    let lang = report.telling.lang;
    let mut rows = Vec::new();
    for row in permissions.iter().filter(|row| row.holds) {
        let article = i18n::text_if_known(lang, &format!("basis-article-{}", row.basis.key())).unwrap_or_default();
        let mut why = vec![i18n::text_if_known(lang, &format!("report-basis-{}", row.basis.key())).unwrap_or_default()];
        if !row.interest.is_empty() {
            why.push(t!(lang, "report-interest", interest = row.interest.as_str()));
        }
        if row.basis == Basis::LegalObligation {
            let setting = Setting::Item { list: List::Basis, item: row.named.0.clone(), part: ItemPart::Statute };
            let statute = settings::stored(report.telling.desk, &setting)?;
            why.extend((!statute.is_empty()).then_some(statute));
        }
        rows.push(vec![
            Value::Item { key: row.purpose.0.clone(), words: row.purpose.1.clone() },
            Value::Item { key: row.named.0.clone(), words: format!("{} ({article})", row.named.1) },
            report.telling.moment(row.at),
            Value::Item { key: row.source.0.clone(), words: row.source.1.clone() },
            Value::text(why.join("\n").trim()),
        ]);
    }
    let columns = vec![
        column(lang, "purpose", CellKind::Text),
        column(lang, "basis", CellKind::Text),
        column(lang, "since", CellKind::Moment),
        column(lang, "source", CellKind::Text),
        column(lang, "why", CellKind::LongText),
    ];
    let table = Table { key: "purposes".to_owned(), title: String::new(), columns, rows };
    let blocks = if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
    Ok(report.section("purposes", blocks))
}

/// Returns what became of a row.
fn status(lang: Lang, row: &Permission) -> Value {
    let (key, words) = match (row.is_struck, row.holds) {
        (true, _) => ("mistake", t!(lang, "report-struck")),
        (false, true) => ("holds", t!(lang, "basis-history-holds")),
        (false, false) => ("earlier", t!(lang, "basis-history-earlier")),
    };
    Value::Item { key: key.to_owned(), words }
}

/// Returns the section with the whole ledger and what became of each row, and the words that were shown.
pub(super) fn ledger(report: &mut Report<'_>, permissions: &[Permission]) -> Result<Section, Error> {
    let lang = report.telling.lang;
    let ids: Vec<i64> =
        report.left.get("ledger").map(|held| held.rows.iter().map(|row| row.id).collect()).unwrap_or_default();
    let mut used: Vec<i64> = Vec::new();
    if let Some(held) = report.left.get("ledger") {
        for row in &held.rows {
            if let store::held::Cell::Integer(id) = held.cell(row, "wording")
                && !used.contains(id)
            {
                used.push(*id);
            }
        }
    }
    let mut blocks = report.tables(&["ledger"])?;
    if let Some(Block::Table(table)) = blocks.first_mut() {
        table.columns.push(Column { title: t!(lang, "basis-column-status"), ..column(lang, "status", CellKind::Text) });
        for (id, cells) in ids.iter().zip(&mut table.rows) {
            cells.push(permissions.iter().find(|row| row.id.0 == *id).map_or(Value::Empty, |row| status(lang, row)));
        }
    }
    let shown = report.telling.wordings.iter().filter(|wording| used.contains(&wording.id.0));
    let rows: Vec<Vec<Value>> = shown
        .map(|wording| {
            vec![
                report.telling.item(wording.purpose),
                Value::Number { number: f64::from(wording.version), words: wording.version.to_string() },
                Value::text(wording.language.as_str()),
                report.telling.moment(wording.at),
                Value::text(wording.text.as_str()),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let columns = vec![
            column(lang, "purpose", CellKind::Text),
            column(lang, "version", CellKind::Number),
            column(lang, "language", CellKind::Text),
            column(lang, "at", CellKind::Moment),
            column(lang, "words", CellKind::LongText),
        ];
        let title = t!(lang, "report-wordings");
        blocks.push(Block::Table(Table { key: "wordings".to_owned(), title, columns, rows }));
    }
    Ok(report.section("ledger", blocks))
}
