//! Writing the sheet.

use std::path::Path;

use super::Column;
use super::names::{ASK, EVERYBODY, Names, PURPOSE_ENDS, fields_of_people, kind_key, kind_of};
use crate::model::data_map::Category;
use crate::model::journal::{Kind, Subject};
use crate::model::list::List;
use crate::model::user::Right;
use crate::office::settings::{FieldPart, ItemPart, Setting, stored, value};
use crate::office::{Desk, Error, journal};
use crate::t;
use crate::transfer::xlsx::{CellOut, ColumnOut, FormOut, HelpOut, Kind as CellKind, TableOut, write_form};

/// A row that is written: its cells in the order of the columns.
type Line = [String; Column::ALL.len()];

/// Writes what the office decided to a sheet to be filled in, and returns how many rows it has.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Transfer`] where the file cannot be written; or the database's.
pub fn write(desk: &mut Desk<'_>, path: &Path) -> Result<usize, Error> {
    desk.require(Right::Settings)?;
    desk.require_outside(path)?;
    desk.note(Kind::Exported, Subject::None, Vec::new())?;
    let lang = desk.lang();
    let names = Names::of(desk)?;
    let lines = lines(desk, &names)?;

    let mut columns: Vec<ColumnOut> = Column::ALL.map(|column| heading(column.heading(lang))).into();
    columns.push(heading(names.travelling()));
    let help = Column::ALL.map(|column| HelpOut {
        says: column.says(lang),
        choices: names.choices(column),
        width: match column {
            Column::Category | Column::Purpose => Some(24),
            Column::Data | Column::Comment => Some(44),
            Column::Basis => Some(30),
            Column::Source => Some(20),
            Column::Keep => Some(14),
            Column::Event => Some(22),
        },
    });
    let rows: Vec<Vec<CellOut>> = lines
        .iter()
        .map(|line| {
            let cell = |(column, text): (Column, &String)| match text.parse::<u16>() {
                Ok(months) if column == Column::Keep => CellOut::Number(f64::from(months)),
                Ok(_) | Err(_) => CellOut::Text(text.clone()),
            };
            Column::ALL.into_iter().zip(line).map(cell).collect()
        })
        .collect();
    let (sheet, choices, guide) = (t!(lang, "sheet-title"), t!(lang, "sheet-choices"), t!(lang, "sheet-guide"));
    let table = TableOut { sheet: &sheet, titles: &[], columns: &columns, foot: &[] };
    let hidden = u16::try_from(Column::ALL.len()).ok();
    let form = FormOut { table, rows: &rows, help: &help, hidden, choices: &choices };

    let titles = [
        t!(lang, "sheet-guide-what"),
        t!(lang, "sheet-guide-rows"),
        t!(lang, "sheet-guide-several"),
        t!(lang, "sheet-guide-data"),
        t!(lang, "sheet-guide-advice"),
    ];
    let words = [heading(t!(lang, "sheet-guide-column")), heading(t!(lang, "sheet-guide-says"))];
    let mut explained: Vec<Vec<CellOut>> =
        Column::ALL.map(|column| vec![CellOut::Text(column.heading(lang)), CellOut::Text(column.says(lang))]).into();
    explained.push(Vec::new());
    explained.push(vec![
        CellOut::Text(t!(lang, "settings-field-data-category")),
        CellOut::Text(t!(lang, "settings-collected")),
    ]);
    for kind in Category::ALL {
        let fields = of_kind(desk, &names, kind, |_| Ok(true))?;
        if !fields.is_empty() {
            let kind = names.name(Column::Data, &kind_key(kind)).unwrap_or_default();
            explained.push(vec![CellOut::Text(kind.to_owned()), CellOut::Text(fields.join(", "))]);
        }
    }
    let foot = [journal::head_words(desk)?];
    let behind = TableOut { sheet: &guide, titles: &titles, columns: &words, foot: &foot };
    write_form(path, &form, &[(behind, explained)])?;
    desk.has_written(path);
    Ok(lines.len())
}

fn heading(heading: String) -> ColumnOut {
    ColumnOut { heading, kind: CellKind::Text }
}

/// Returns what the office decided, row by row.
fn lines(desk: &Desk<'_>, names: &Names) -> Result<Vec<Line>, Error> {
    let lists = desk.lists()?;
    let part = |list: List, item: &str, part| -> Result<String, Error> {
        Ok(value(desk, &Setting::Item { list, item: item.to_owned(), part })?.unwrap_or_default())
    };
    let named = |column, keys: &str| -> String {
        let names: Vec<&str> = keys.split(' ').filter_map(|key| names.name(column, key)).collect();
        names.join("; ")
    };
    let data = data(desk, names)?;
    let mut lines = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for category in lists.of(List::Category) {
        let of = |wanted| part(List::Category, &category.key, wanted);
        let (purposes, keep, from) = (of(ItemPart::Purposes)?, of(ItemPart::KeepMonths)?, of(ItemPart::KeepFrom)?);
        let mut comment = of(ItemPart::Comment)?;
        // A category that is kept for nothing has its row all the same.
        let each = if purposes.is_empty() { vec![""] } else { purposes.split(' ').collect() };
        for purpose in each {
            let expected = match purpose {
                "" => String::new(),
                purpose => part(List::Purpose, purpose, ItemPart::Expected)?,
            };
            told.push(purpose.to_owned());
            lines.push([
                named(Column::Category, &category.key),
                data.clone(),
                named(Column::Purpose, purpose),
                named(Column::Basis, &expected),
                String::new(),
                keep.clone(),
                if keep.is_empty() { String::new() } else { named(Column::Event, &from) },
                std::mem::take(&mut comment),
            ]);
        }
    }
    let everybody = || named(Column::Category, EVERYBODY);
    for purpose in lists.of(List::Purpose) {
        let of = |wanted| part(List::Purpose, &purpose.key, wanted);
        let (keep, comment) = (of(ItemPart::KeepMonths)?, of(ItemPart::Comment)?);
        // Categories told its legal bases already.
        let is_told = told.contains(&purpose.key);
        let expected = if is_told { String::new() } else { of(ItemPart::Expected)? };
        lines.push([
            everybody(),
            String::new(),
            named(Column::Purpose, &purpose.key),
            named(Column::Basis, &expected),
            String::new(),
            keep.clone(),
            if keep.is_empty() { String::new() } else { named(Column::Event, PURPOSE_ENDS) },
            comment,
        ]);
    }
    for source in lists.of(List::Source) {
        for purpose in lists.of(List::Purpose) {
            let default = Setting::Default { source: source.key.clone(), purpose: purpose.key.clone() };
            let value = stored(desk, &default)?;
            let Some((basis, _)) = value.split_once(',').filter(|_| value != ASK) else { continue };
            let mut line = Line::default();
            line[Column::Category as usize] = everybody();
            line[Column::Purpose as usize] = named(Column::Purpose, &purpose.key);
            line[Column::Basis as usize] = named(Column::Basis, basis);
            line[Column::Source as usize] = named(Column::Source, &source.key);
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Returns the data that is collected: kinds of which everything is, and fields of the others.
fn data(desk: &Desk<'_>, names: &Names) -> Result<String, Error> {
    let mut parts = Vec::new();
    for kind in Category::ALL {
        let is_collected = |setting: &Setting| Ok(stored(desk, setting)? != "no");
        let (all, some) = (of_kind(desk, names, kind, |_| Ok(true))?, of_kind(desk, names, kind, is_collected)?);
        let name = names.name(Column::Data, &kind_key(kind)).unwrap_or_default();
        if some.is_empty() {
            continue;
        }
        parts.push(if some == all { name.to_owned() } else { format!("{name}: {}", some.join(", ")) });
    }
    Ok(parts.join("; "))
}

/// Returns the names of the fields of a kind of which something holds.
fn of_kind(
    desk: &Desk<'_>,
    names: &Names,
    kind: Category,
    holds: impl Fn(&Setting) -> Result<bool, Error>,
) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for field in fields_of_people(desk)? {
        let collect = Setting::Field { field: field.clone(), part: FieldPart::Collect };
        if kind_of(desk, &field)? == kind && holds(&collect)? {
            found.extend(names.name(Column::Data, &field.to_string()).map(str::to_owned));
        }
    }
    Ok(found)
}
