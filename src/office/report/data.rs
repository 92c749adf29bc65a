//! What stands on the card, field by field, with where each value came from.

use std::collections::HashMap;

use super::Report;
use super::telling::{Meaning, meaning};
use crate::i18n;
use crate::model::data_map::{Category, Column, Origin};
use crate::model::journal::Kind;
use crate::model::report::{Block, Fact, Facts, Held, Section};
use crate::model::{Moment, custom, list};
use crate::office::Error;
use crate::store;
use crate::store::held::{self, Cell, Row};

/// What says of a row when, by whom and by what way it came, not what it holds.
const ABOUT_THE_ROW: [&str; 4] = ["label", "source", "at", "by"];

/// Returns the section about the card: facts under the categories of art. 15(1)(b), and former jobs.
pub(super) fn card(report: &mut Report<'_>) -> Result<Section, Error> {
    let facts = facts(report)?;
    let mut blocks = grouped(report, facts);
    blocks.extend(report.tables(&["employment"])?);
    Ok(report.section("data", blocks))
}

/// Returns what belongs in a portable copy: what the person provided, on the card and beside it.
pub(super) fn portable(report: &mut Report<'_>) -> Result<Section, Error> {
    let all = facts(report)?;
    let kept = all.into_iter().filter(|(portable, _)| *portable).collect();
    let mut blocks = grouped(report, kept);
    let left: Vec<&str> = report.left.keys().copied().collect();
    for table in left {
        let Some(mut held) = report.take(table).filter(|held| !held.rows.is_empty()) else { continue };
        if table == "activity" {
            only_from_them(&mut held);
        }
        let portable: Vec<bool> = held.columns.iter().map(|known| known.column.portable).collect();
        if !portable.contains(&true) {
            continue;
        }
        let keep = |place: usize| portable.get(place).copied().unwrap_or_default();
        let mut place = 0..;
        held.columns.retain(|_| place.next().is_some_and(keep));
        for row in &mut held.rows {
            let mut place = 0..;
            row.cells.retain(|_| place.next().is_some_and(keep));
        }
        held.rows.retain(|row| row.cells.iter().any(|cell| *cell != Cell::Null));
        if !held.rows.is_empty() {
            blocks.push(Block::Table(report.telling.table(&held)?));
        }
    }
    Ok(report.section("data", blocks))
}

/// Takes the words out of activities in which the person said nothing: notes of the office, and what it wrote, are not
/// theirs.
fn only_from_them(held: &mut held::Held) {
    let place = |column: &str| held.columns.iter().position(|known| known.column.column == column);
    let (Some(direction), words) = (place("direction"), [place("subject"), place("text")]) else { return };
    for row in &mut held.rows {
        let is_theirs = matches!(row.cells.get(direction), Some(Cell::Text(direction)) if direction != "out");
        if !is_theirs {
            for place in words.into_iter().flatten() {
                if let Some(cell) = row.cells.get_mut(place) {
                    *cell = Cell::Null;
                }
            }
        }
    }
}

fn grouped(report: &Report<'_>, facts: Vec<(bool, Fact)>) -> Vec<Block> {
    let mut groups: Vec<Facts> = Category::ALL
        .into_iter()
        .map(|category| Facts {
            key: category.key().to_owned(),
            title: i18n::text(report.telling.lang, &format!("data-category-{}", category.key())),
            facts: Vec::new(),
        })
        .collect();
    for (_, fact) in facts {
        let category = fact.category.unwrap_or(Category::Other);
        if let Some(group) = groups.iter_mut().find(|group| group.key == category.key()) {
            group.facts.push(fact);
        }
    }
    groups.into_iter().filter(|group| !group.facts.is_empty()).map(Block::Facts).collect()
}

/// Returns every field of the card that holds something, and whether it is portable.
fn facts(report: &mut Report<'_>) -> Result<Vec<(bool, Fact)>, Error> {
    let changed = changes(report)?;
    let mut facts = Vec::new();
    if let Some(held) = report.take("person") {
        for row in &held.rows {
            of_card(report, &held, row, &changed, &mut facts)?;
        }
    }
    for table in ["email", "phone", "address", "person_interest"] {
        if let Some(held) = report.take(table) {
            of_list(report, &held, &mut facts)?;
        }
    }
    if let Some(held) = report.take("custom_value") {
        of_own_fields(report, &held, &mut facts)?;
    }
    Ok(facts)
}

/// Returns when each field of the card was last changed, as far as the journal tells.
fn changes(report: &Report<'_>) -> Result<HashMap<String, Moment>, Error> {
    let db = report.telling.desk.db();
    let Some(reference) = store::persons::journal_ref(db, report.id)? else { return Ok(HashMap::new()) };
    let kinds = vec![Kind::PersonEdited.code(), Kind::MassEdited.code()];
    let wanted = store::journal::Wanted { person_ref: Some(reference), kinds, ..Default::default() };
    let mut changes = HashMap::new();
    for row in store::journal::newest(db, &wanted, usize::MAX)? {
        for field in row.fields.split(' ').filter(|field| !field.is_empty()) {
            changes.entry(field.to_owned()).or_insert(Moment(row.at));
        }
    }
    Ok(changes)
}

fn fact(report: &Report<'_>, column: &Column, values: Vec<Held>) -> (bool, Fact) {
    let fact = Fact {
        key: format!("{}.{}", column.table, column.column),
        label: i18n::text(report.telling.lang, column.label),
        category: Some(column.category),
        values,
    };
    (column.portable, fact)
}

fn of_card(
    report: &mut Report<'_>,
    held: &held::Held,
    row: &Row,
    changed: &HashMap<String, Moment>,
    facts: &mut Vec<(bool, Fact)>,
) -> Result<(), Error> {
    let source = item(held.cell(row, "source"));
    let made = moment(held.cell(row, "created_at"));
    for (known, cell) in held.columns.iter().zip(&row.cells) {
        let value = report.telling.value(known, row, cell)?;
        if value.is_empty() {
            continue;
        }
        // What the program noted by itself came from nowhere else.
        let is_noted =
            matches!(meaning(known), Meaning::Moment | Meaning::Staff) && known.column.column != "our_contact";
        let came = (!is_noted && known.column.column != "source").then(|| {
            let at = changed.get(known.column.column).copied();
            report.telling.came(known.column.origin, if at.is_some() { None } else { source }, at.or(made))
        });
        facts.push(fact(report, known.column, vec![Held::alone(value, came)]));
    }
    Ok(())
}

/// Returns one fact for each column of a list on the card, with a value for each row.
fn of_list(report: &mut Report<'_>, held: &held::Held, facts: &mut Vec<(bool, Fact)>) -> Result<(), Error> {
    for (place, known) in held.columns.iter().enumerate() {
        if ABOUT_THE_ROW.contains(&known.column.column) {
            continue;
        }
        let mut values = Vec::new();
        for row in &held.rows {
            let Some(cell) = row.cells.get(place) else { continue };
            let value = report.telling.value(known, row, cell)?;
            if value.is_empty() {
                continue;
            }
            let (lists, lang) = (report.telling.lists, report.telling.lang);
            let label = item(held.cell(row, "label"));
            let came =
                report.telling.came(known.column.origin, item(held.cell(row, "source")), moment(held.cell(row, "at")));
            values.push(Held {
                label: label.map_or_else(String::new, |id| lists.name(id, lang).to_owned()),
                label_key: label.map_or_else(String::new, |id| lists.key(id).to_owned()),
                entry: row.id,
                value,
                came: Some(came),
            });
        }
        if !values.is_empty() {
            facts.push(fact(report, known.column, values));
        }
    }
    Ok(())
}

/// Returns what own fields hold: what each is, and whether it is told, its definition says.
fn of_own_fields(report: &mut Report<'_>, held: &held::Held, facts: &mut Vec<(bool, Fact)>) -> Result<(), Error> {
    let definitions: Vec<custom::Definition> = report.telling.desk.fields()?.to_vec();
    for row in &held.rows {
        let Some(definition) = definitions.iter().find(|known| known.id.0 == row.id) else { continue };
        let Cell::Text(value) = held.cell(row, "value") else { continue };
        if !definition.in_report {
            // Left out because the office decided so, and said: who asks may ask on (art. 15(1)).
            report.untold += 1;
            continue;
        }
        let value = report.telling.own(definition, row.id, value);
        let came = report.telling.came(definition.origin, None, moment(held.cell(row, "at")));
        let fact = Fact {
            key: format!("custom:{}", definition.key),
            label: definition.name.clone(),
            category: Some(definition.category),
            values: vec![Held::alone(value, Some(came))],
        };
        facts.push((definition.origin == Origin::Provided, fact));
    }
    Ok(())
}

fn item(cell: &Cell) -> Option<list::Id> {
    if let Cell::Integer(id) = cell { Some(list::Id(*id)) } else { None }
}

fn moment(cell: &Cell) -> Option<Moment> {
    if let Cell::Integer(at) = cell { Some(Moment(*at)) } else { None }
}
