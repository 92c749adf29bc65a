//! The names that stand in a sheet, and what they name.
//!
//! A sheet goes out of the house and comes back weeks later: by then a category may be called something else, and
//! somebody may fill it in who speaks another language. So the names it was written with travel in it with their keys,
//! and every name that something has now, in any language, is known as well.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Column;
use crate::i18n::fold::fold;
use crate::i18n::{self, Lang};
use crate::model::data_map::{self, Category};
use crate::model::field::Field;
use crate::model::list::List;
use crate::model::setting::{ItemPart, Setting, Shape};
use crate::model::text;
use crate::office::settings::decidable;
use crate::office::{Desk, Error, lists};

/// What counts from the end of the purpose: the only thing there is for purposes.
pub(super) const PURPOSE_ENDS: &str = "purpose";
/// Nobody in particular.
pub(super) const EVERYBODY: &str = "*";
/// The legal basis is asked for each time.
pub(super) const ASK: &str = "ask";
/// How the key of a kind of data begins; other keys of the column are fields.
const KIND: &str = "kind:";

/// Returns the fields a sheet speaks of: it is about people, and says nothing of companies' cards.
pub(super) fn fields_of_people(desk: &Desk<'_>) -> Result<Vec<Field>, Error> {
    Ok(decidable(desk)?.into_iter().filter(|field| field.company_field().is_none()).collect())
}

/// The most bytes that travel: a cell holds 32 767 signs.
const TRAVEL: usize = 30_000;

/// Names by column, each with the key of what it names.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Folded, so that capitals and accents do not matter.
    known: BTreeMap<(Column, String), String>,
    /// The names in the user's language, by key, in the order in which they are offered.
    shown: BTreeMap<Column, Vec<(String, String)>>,
}

/// How the names travel, in the heading of the hidden column.
#[derive(Debug, Serialize, Deserialize)]
struct Travelling {
    kartotek: u32,
    names: BTreeMap<String, BTreeMap<String, String>>,
}

impl Names {
    /// Returns the names that things have now.
    pub(super) fn of(desk: &Desk<'_>) -> Result<Self, Error> {
        let lang = desk.lang();
        let mut names = Self::default();
        let in_all = |key: &str| Lang::ALL.map(|lang| i18n::text(lang, key));
        names.add(Column::Category, EVERYBODY, &i18n::text(lang, "sheet-everybody"), &in_all("sheet-everybody"));
        for (column, list) in [
            (Column::Category, List::Category),
            (Column::Purpose, List::Purpose),
            (Column::Basis, List::Basis),
            (Column::Source, List::Source),
        ] {
            for item in desk.lists()?.all_of(list) {
                names.add(column, &item.key, lists::name(item, lang), &item.names);
            }
        }
        names.add(Column::Basis, ASK, &i18n::text(lang, "settings-ask"), &in_all("settings-ask"));
        for event in events() {
            let key = format!("setting-choice-{event}");
            names.add(Column::Event, event, &i18n::text(lang, &key), &in_all(&key));
        }
        names.add(
            Column::Event,
            PURPOSE_ENDS,
            &i18n::text(lang, "sheet-event-purpose"),
            &in_all("sheet-event-purpose"),
        );
        for kind in Category::ALL {
            let label = format!("data-category-{}", kind.key());
            names.add(Column::Data, &kind_key(kind), &i18n::text(lang, &label), &in_all(&label));
        }
        for field in fields_of_people(desk)? {
            let key = field.to_string();
            match field.label_key() {
                Some(label) => names.add(Column::Data, &key, &i18n::text(lang, &label), &in_all(&label)),
                None => {
                    let own = desk.fields()?.iter().find(|own| Field::Custom(own.key.clone()) == field);
                    let name = own.map_or(key.as_str(), |own| own.name.as_str());
                    names.add(Column::Data, &key, name, &[]);
                }
            }
        }
        Ok(names)
    }

    /// Adds something with the name it is shown with, and others. Where two have one name, the second goes by its key.
    fn add(&mut self, column: Column, key: &str, shown: &str, others: &[String]) {
        let folded = (column, fold(shown));
        let is_taken = self.known.contains_key(&folded);
        // What parts names in a cell cannot stand in one.
        let parts: &[char] = if column == Column::Data { &[';', ':', ',', '\n'] } else { &[';', '\n'] };
        let is_plain = !shown.is_empty() && !shown.contains(parts) && !is_taken;
        let shown = if is_plain { shown } else { key };
        self.shown.entry(column).or_default().push((key.to_owned(), shown.to_owned()));
        for name in others.iter().map(String::as_str).chain([shown, key]) {
            self.known.entry((column, fold(name))).or_insert_with(|| key.to_owned());
        }
    }

    /// Knows what the sheet was written with before what holds now.
    pub(super) fn take(&mut self, heading: &str) {
        let Ok(travelling) = serde_json::from_str::<Travelling>(heading) else { return };
        for column in Column::ALL {
            for (name, key) in travelling.names.get(column.key()).into_iter().flatten() {
                // What is gone since is not known by its key any more.
                if self.shown.get(&column).is_some_and(|shown| shown.iter().any(|(known, _)| known == key)) {
                    self.known.insert((column, fold(name)), key.clone());
                }
            }
        }
    }

    /// Returns the names as they travel; too many to travel stay at home.
    pub(super) fn travelling(&self) -> String {
        let pairs =
            |shown: &Vec<(String, String)>| shown.iter().map(|(key, name)| (name.clone(), key.clone())).collect();
        let names = self.shown.iter().map(|(column, shown)| (column.key().to_owned(), pairs(shown))).collect();
        let written = serde_json::to_string(&Travelling { kartotek: 1, names }).unwrap_or_default();
        if written.len() <= TRAVEL { written } else { r#"{"kartotek":1,"names":{}}"#.to_owned() }
    }

    /// Returns the name of what a key names, as it is shown; none for what is not there.
    pub(super) fn name(&self, column: Column, key: &str) -> Option<&str> {
        let shown = self.shown.get(&column)?;
        shown.iter().find(|(known, _)| known == key).map(|(_, name)| name.as_str())
    }

    /// Returns everything that can be chosen in a column.
    pub(super) fn choices(&self, column: Column) -> Vec<String> {
        self.shown.get(&column).into_iter().flatten().map(|(_, name)| name.clone()).collect()
    }

    /// Returns the key of what a name names.
    pub(super) fn find(&self, column: Column, name: &str) -> Option<&str> {
        self.known.get(&(column, fold(&text::single_line(name)))).map(String::as_str)
    }

    /// Returns the keys that a cell names, and the names in it that name nothing.
    pub(super) fn all_in(&self, column: Column, cell: &str) -> (Vec<String>, Vec<String>) {
        let (mut keys, mut unknown) = (Vec::new(), Vec::new());
        let mut add = |name: &str| -> bool {
            let key = self.find(column, name);
            keys.extend(key.map(str::to_owned));
            key.is_some()
        };
        for piece in cell.split([';', '\n']).map(str::trim).filter(|piece| !piece.is_empty()) {
            if add(piece) {
                continue;
            }
            // "Contact details: E-mail, Mobile": the kind only says where the fields stand.
            let listed = match piece.split_once(':') {
                Some((kind, fields)) if self.find(column, kind).is_some_and(|key| key.starts_with(KIND)) => fields,
                Some(_) | None => piece,
            };
            for name in listed.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                if !add(name) {
                    unknown.push(name.to_owned());
                }
            }
        }
        (keys, unknown)
    }
}

/// Returns what the months of a category can count from.
fn events() -> &'static [&'static str] {
    let from = Setting::Item { list: List::Category, item: String::new(), part: ItemPart::KeepFrom };
    if let Shape::Choice(events) = from.shape() { events } else { &[] }
}

/// Returns the key of a kind of data.
pub(super) fn kind_key(kind: Category) -> String {
    format!("{KIND}{}", kind.key())
}

/// Returns the kind of data that a key of the column names; none where it names a field.
pub(super) fn kind_of_key(key: &str) -> Option<Category> {
    Category::from_key(key.strip_prefix(KIND)?)
}

/// Returns the kind of data that a field of a card holds.
pub(super) fn kind_of(desk: &Desk<'_>, field: &Field) -> Result<Category, Error> {
    let Field::Custom(key) = field else { return Ok(data_map::of_field(field)) };
    let own = desk.fields()?.iter().find(|own| own.key == *key);
    Ok(own.map_or(Category::Other, |own| own.category))
}
