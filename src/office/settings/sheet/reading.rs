//! Reading the sheet: what its rows say, taken together, as settings.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{ASK, EVERYBODY, Names, PURPOSE_ENDS, fields_of_people, kind_of, kind_of_key};
use super::{Column, Sheet, Table, Untaken, Why};
use crate::i18n::Lang;
use crate::i18n::fold::fold;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::user::Right;
use crate::model::{Reason, text};
use crate::office::rules::Rules;
use crate::office::settings::{Document, FieldPart, ItemPart, Setting, Tongue, value};
use crate::office::{Desk, Error};

/// Returns what a sheet says. What it does not name stays as it is; what it names is as it says, and where a cell cannot
/// be taken, nothing is taken away that the cell may have named.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotSettings`] where the file has none of the sheet's headings; or the database's.
pub fn read(desk: &Desk<'_>, table: &Table) -> Result<Sheet, Error> {
    desk.require(Right::Settings)?;
    let places = places(&table.headings);
    if !places.contains_key(&Column::Category) && !places.contains_key(&Column::Purpose) {
        return Err(Error::NotSettings);
    }
    let mut names = Names::of(desk)?;
    // The hidden column is found by what it holds: somebody may have moved it, or deleted it.
    table.headings.iter().for_each(|heading| names.take(heading));
    let mut reader = Reader {
        desk,
        names,
        has: places.keys().copied().collect(),
        entries: Vec::new(),
        is_whole: table.broken.is_empty(),
        untaken: Vec::new(),
        settings: BTreeMap::new(),
    };
    for row in &table.broken {
        reader.untaken.push(Untaken { row: *row, column: None, value: String::new(), why: Why::Unreadable });
    }
    for row in &table.rows {
        let cell = |column| places.get(&column).and_then(|place| row.cells.get(*place)).map_or("", String::as_str);
        reader.entry(row.number, cell);
    }
    reader.categories()?;
    reader.purposes()?;
    reader.defaults()?;
    reader.data()?;
    reader.untaken.sort_by_key(|untaken| (untaken.row, untaken.column));
    Ok(Sheet { document: Document::new(reader.settings), untaken: reader.untaken })
}

/// Returns where the columns stand; headings are known in every language.
fn places(headings: &[String]) -> BTreeMap<Column, usize> {
    let is = |column: Column, heading: &str| {
        let heading = fold(heading);
        heading == column.key() || Lang::ALL.into_iter().any(|lang| heading == fold(&column.heading(lang)))
    };
    let place = |column| headings.iter().position(|heading| is(column, heading)).map(|place| (column, place));
    Column::ALL.into_iter().filter_map(place).collect()
}

/// A row, as far as it can be taken.
#[derive(Debug, Default)]
struct Entry {
    row: u64,
    /// The category; none for everybody.
    category: Option<String>,
    purposes: Vec<String>,
    bases: Vec<String>,
    sources: Vec<String>,
    /// Kinds and fields.
    data: Vec<String>,
    keep: String,
    event: String,
    comment: String,
    /// The columns of which not everything can be taken.
    failed: BTreeSet<Column>,
}

struct Reader<'a, 'd> {
    desk: &'a Desk<'d>,
    names: Names,
    /// The columns that the sheet has.
    has: BTreeSet<Column>,
    entries: Vec<Entry>,
    /// Whether every row could be read.
    is_whole: bool,
    untaken: Vec<Untaken>,
    settings: BTreeMap<String, String>,
}

impl Reader<'_, '_> {
    fn entry<'c>(&mut self, row: u64, cell: impl Fn(Column) -> &'c str) {
        let mut entry = Entry { row, ..Entry::default() };
        let name = text::single_line(cell(Column::Category));
        match self.category(&name) {
            Ok(category) => entry.category = category,
            Err(reason) => {
                self.refuse(&mut entry, Column::Category, &name, Why::Wrong(reason));
                // Whom the rest is about is not known.
                self.is_whole = false;
                return;
            }
        }
        entry.purposes = self.several(&mut entry, Column::Purpose, cell(Column::Purpose));
        entry.bases = self.several(&mut entry, Column::Basis, cell(Column::Basis));
        entry.sources = self.several(&mut entry, Column::Source, cell(Column::Source));
        entry.data = self.several(&mut entry, Column::Data, cell(Column::Data));
        let keep = text::single_line(cell(Column::Keep));
        match months(&keep) {
            Ok(months) => entry.keep = months,
            Err(reason) => self.refuse(&mut entry, Column::Keep, &keep, Why::Wrong(reason)),
        }
        let event = text::single_line(cell(Column::Event));
        let found = self.names.find(Column::Event, &event).map(str::to_owned);
        match found {
            // What a purpose's months count from need not be chosen, and nothing else can.
            Some(key) if (key == PURPOSE_ENDS) != entry.category.is_some() => entry.event = key,
            None if event.is_empty() => {}
            Some(_) | None => self.refuse(&mut entry, Column::Event, &event, Why::Wrong(Reason::Unknown)),
        }
        entry.comment = text::multi_line(cell(Column::Comment)).trim().to_owned();
        let is_about_nothing = entry.category.is_none() && entry.purposes.is_empty() && !entry.failed(Column::Purpose);
        let says = [!entry.bases.is_empty(), !entry.sources.is_empty(), !entry.keep.is_empty()];
        if is_about_nothing && (says.contains(&true) || !entry.comment.is_empty()) {
            self.untaken.push(Untaken { row, column: None, value: String::new(), why: Why::AboutNothing });
        }
        self.entries.push(entry);
    }

    fn refuse(&mut self, entry: &mut Entry, column: Column, value: &str, why: Why) {
        entry.failed.insert(column);
        self.untaken.push(Untaken { row: entry.row, column: Some(column), value: value.to_owned(), why });
    }

    /// Returns the key of a category, which may be a new one; none for everybody.
    fn category(&mut self, name: &str) -> Result<Option<String>, Reason> {
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(key) = self.names.find(Column::Category, name) {
            return Ok((key != EVERYBODY).then(|| key.to_owned()));
        }
        let key = list::key_from(name);
        if key.is_empty() {
            return Err(Reason::NotAKey);
        }
        if self.desk.lists().is_ok_and(|lists| lists.has_key(List::Category, &key)) {
            return Err(Reason::Taken);
        }
        for tongue in Tongue::ALL {
            self.say(List::Category, &key, ItemPart::Name(tongue), name.to_owned());
        }
        Ok(Some(key))
    }

    /// Returns the keys that a cell names; what names nothing cannot be taken.
    fn several(&mut self, entry: &mut Entry, column: Column, cell: &str) -> Vec<String> {
        let (keys, unknown) = self.names.all_in(column, cell);
        for name in unknown {
            self.refuse(entry, column, &name, Why::Wrong(Reason::Unknown));
        }
        keys
    }

    fn say(&mut self, list: List, item: &str, part: ItemPart, value: String) {
        let setting = Setting::Item { list, item: item.to_owned(), part };
        self.settings.insert(setting.key(), value);
    }

    fn now(&self, list: List, item: &str, part: ItemPart) -> Result<String, Error> {
        Ok(value(self.desk, &Setting::Item { list, item: item.to_owned(), part })?.unwrap_or_default())
    }

    /// What each category in the sheet is kept for, for how long, and why.
    fn categories(&mut self) -> Result<(), Error> {
        let all: BTreeSet<String> = self.entries.iter().filter_map(|entry| entry.category.clone()).collect();
        for category in all {
            let is_of = |entry: &Entry| entry.category.as_deref() == Some(category.as_str());
            let of = |part| self.now(List::Category, &category, part);
            let (purposes, keep) = (of(ItemPart::Purposes)?, of(ItemPart::KeepMonths)?);
            let (from, comment) = (of(ItemPart::KeepFrom)?, of(ItemPart::Comment)?);
            if self.has.contains(&Column::Purpose) {
                let named = self.together(is_of, Column::Purpose, |entry| entry.purposes.clone(), &purposes);
                self.say(List::Category, &category, ItemPart::Purposes, named);
            }
            if let Some(keep) = self.agreed(is_of, Column::Keep, |entry| &entry.keep, &keep, true) {
                self.say(List::Category, &category, ItemPart::KeepMonths, keep);
            }
            if let Some(from) = self.agreed(is_of, Column::Event, |entry| &entry.event, &from, false) {
                self.say(List::Category, &category, ItemPart::KeepFrom, from);
            }
            if let Some(comment) = self.joined(is_of, &comment, true) {
                self.say(List::Category, &category, ItemPart::Comment, comment);
            }
        }
        Ok(())
    }

    /// What each purpose in the sheet expects, how long its data is kept, and why.
    fn purposes(&mut self) -> Result<(), Error> {
        let all: BTreeSet<String> = self.entries.iter().flat_map(|entry| entry.purposes.clone()).collect();
        for purpose in all {
            let names = |entry: &Entry| entry.purposes.contains(&purpose);
            // A row about who comes in by a source says nothing about the purpose itself.
            let is_own = |entry: &Entry| names(entry) && entry.category.is_none() && entry.sources.is_empty();
            let is_general = |entry: &Entry| names(entry) && entry.category.is_none();
            let is_expecting = |entry: &Entry| names(entry) && (entry.category.is_some() || entry.sources.is_empty());
            let of = |part| self.now(List::Purpose, &purpose, part);
            let (expected, keep) = (of(ItemPart::Expected)?, of(ItemPart::KeepMonths)?);
            let comment = of(ItemPart::Comment)?;
            let is_open = expected.is_empty() && self.is_unsure(is_expecting, Column::Basis);
            if self.has.contains(&Column::Basis) && self.entries.iter().any(is_expecting) && !is_open {
                let bases = |entry: &Entry| entry.bases.iter().filter(|key| *key != ASK).cloned().collect::<Vec<_>>();
                let named = self.together(is_expecting, Column::Basis, bases, &expected);
                self.say(List::Purpose, &purpose, ItemPart::Expected, named);
            }
            let is_stated = self.entries.iter().any(is_own);
            if let Some(keep) = self.agreed(is_general, Column::Keep, |entry| &entry.keep, &keep, is_stated) {
                self.say(List::Purpose, &purpose, ItemPart::KeepMonths, keep);
            }
            if let Some(comment) = self.joined(is_general, &comment, is_stated) {
                self.say(List::Purpose, &purpose, ItemPart::Comment, comment);
            }
        }
        Ok(())
    }

    /// On what people are kept who come in by a source.
    fn defaults(&mut self) -> Result<(), Error> {
        let mut said: BTreeMap<(String, String), (u64, String)> = BTreeMap::new();
        let mut differing = BTreeSet::new();
        let rules = self.rules()?;
        for index in 0..self.entries.len() {
            let mut entry = std::mem::take(&mut self.entries[index]);
            let basis = match entry.bases.as_slice() {
                [basis] if !entry.failed(Column::Basis) => basis.clone(),
                _ if entry.sources.is_empty() || entry.purposes.is_empty() || entry.failed(Column::Basis) => {
                    self.entries[index] = entry;
                    continue;
                }
                _ => {
                    let names: Vec<&str> =
                        entry.sources.iter().filter_map(|key| self.names.name(Column::Source, key)).collect();
                    let value = names.join("; ");
                    self.refuse(&mut entry, Column::Source, &value, Why::NeedsOneBasis);
                    self.entries[index] = entry;
                    continue;
                }
            };
            let sources = entry.sources.clone();
            for (source, purpose) in sources.iter().flat_map(|source| entry.purposes.iter().map(move |p| (source, p))) {
                if basis != ASK && !self.fits(&rules, purpose, &basis)? {
                    let shown = self.names.name(Column::Basis, &basis).unwrap_or(&basis).to_owned();
                    let why = Why::Wrong(Reason::NotExpected);
                    self.untaken.push(Untaken { row: entry.row, column: Some(Column::Basis), value: shown, why });
                    continue;
                }
                let pair = (source.clone(), purpose.clone());
                match said.get(&pair) {
                    Some((_, other)) if *other == basis => {}
                    Some((from, _)) => {
                        let shown = self.names.name(Column::Source, source).unwrap_or(source).to_owned();
                        let why = Why::Differs { from: *from };
                        self.untaken.push(Untaken { row: entry.row, column: Some(Column::Source), value: shown, why });
                        differing.insert(pair);
                    }
                    None => {
                        said.insert(pair, (entry.row, basis.clone()));
                    }
                }
            }
            self.entries[index] = entry;
        }
        for ((source, purpose), (_, basis)) in said {
            if differing.contains(&(source.clone(), purpose.clone())) {
                continue;
            }
            let default = Setting::Default { source: source.clone(), purpose };
            let now = value(self.desk, &default)?.unwrap_or_default();
            // The source that is entered with the basis has no column: it stays where the basis does.
            let is_so = now.split_once(',').map_or(now.as_str(), |(basis, _)| basis) == basis;
            let after = if is_so {
                now
            } else if basis == ASK {
                basis
            } else {
                format!("{basis},{source}")
            };
            self.settings.insert(default.key(), after);
        }
        Ok(())
    }

    /// Returns the rules as they will be with what the sheet expects.
    fn rules(&self) -> Result<Rules, Error> {
        let lists = self.desk.lists()?;
        let mut rules = self.desk.rules()?.clone();
        for purpose in lists.all_of(List::Purpose) {
            let setting = Setting::Item { list: List::Purpose, item: purpose.key.clone(), part: ItemPart::Expected };
            if let Some(keys) = self.settings.get(&setting.key()) {
                rules.expect(purpose.id, keys, lists);
            }
        }
        Ok(rules)
    }

    fn fits(&self, rules: &Rules, purpose: &str, basis: &str) -> Result<bool, Error> {
        let lists = self.desk.lists()?;
        let purpose = lists.by_key(List::Purpose, purpose).map(|item| item.id);
        let named = lists.by_key(List::Basis, basis).and_then(|item| lists.basis(item.id));
        Ok(purpose
            .zip(named)
            .is_some_and(|(purpose, named)| named.basis.gives() && rules.refuses(purpose, named).is_none()))
    }

    /// Which fields are collected. One is switched off only where every category in use has a row, and every row about
    /// one says which data it keeps: a category that somebody left out keeps what it keeps.
    fn data(&mut self) -> Result<(), Error> {
        let is_silent = |entry: &&Entry| entry.category.is_some() && entry.data.is_empty();
        let covered: BTreeSet<&str> = self.entries.iter().filter_map(|entry| entry.category.as_deref()).collect();
        let says_all = self.is_whole
            && !covered.is_empty()
            && self.desk.lists()?.of(List::Category).all(|category| covered.contains(category.key.as_str()))
            && !self.entries.iter().any(|entry| entry.failed(Column::Data))
            && self.entries.iter().find(is_silent).is_none();
        let named: BTreeSet<&String> = self.entries.iter().flat_map(|entry| &entry.data).collect();
        let mut said = Vec::new();
        for field in fields_of_people(self.desk)?.into_iter().filter(|field| !field.is_always()) {
            let kind = kind_of(self.desk, &field)?;
            let is_named = named.iter().any(|key| names_field(key, &field, kind));
            if is_named || says_all {
                let setting = Setting::Field { field, part: FieldPart::Collect };
                said.push((setting.key(), if is_named { "yes" } else { "no" }.to_owned()));
            }
        }
        self.settings.extend(said);
        Ok(())
    }

    /// Returns whether rows may say more than could be taken of a column.
    fn is_unsure(&self, of: impl Fn(&Entry) -> bool, column: Column) -> bool {
        let may_be = |entry: &Entry| entry.failed(Column::Purpose) || of(entry) && entry.failed(column);
        !self.is_whole || self.entries.iter().any(may_be)
    }

    /// Returns everything that rows name, in the order in which it stands now, what is new behind it.
    fn together(
        &self,
        of: impl Fn(&Entry) -> bool + Copy,
        column: Column,
        keys: impl Fn(&Entry) -> Vec<String>,
        now: &str,
    ) -> String {
        let mut named: Vec<String> = Vec::new();
        for entry in self.entries.iter().filter(|entry| of(entry)) {
            for key in keys(entry) {
                if !named.contains(&key) {
                    named.push(key);
                }
            }
        }
        let before: Vec<&str> = now.split(' ').filter(|key| !key.is_empty()).collect();
        let keeps_all = self.is_unsure(of, column);
        let stays = before.iter().copied().filter(|key| keeps_all || named.iter().any(|name| name == key));
        let comes = named.iter().map(String::as_str).filter(|key| !before.contains(key));
        stays.chain(comes).collect::<Vec<_>>().join(" ")
    }

    /// Returns the one thing that rows say, or nothing where they differ. Those that say nothing agree with all; where
    /// none says anything, that is said if `is_stated`.
    fn agreed(
        &mut self,
        of: impl Fn(&Entry) -> bool + Copy,
        column: Column,
        said: impl Fn(&Entry) -> &String,
        now: &str,
        is_stated: bool,
    ) -> Option<String> {
        if !self.has.contains(&column) {
            return None;
        }
        let values: Vec<(u64, String)> = self
            .entries
            .iter()
            .filter(|entry| of(entry) && !said(entry).is_empty())
            .map(|entry| (entry.row, said(entry).clone()))
            .collect();
        let Some((first, value)) = values.first().cloned() else {
            return (is_stated && !self.is_unsure(of, column)).then(String::new);
        };
        let others: Vec<&(u64, String)> = values.iter().filter(|(_, other)| *other != value).collect();
        if others.is_empty() {
            return Some(value);
        }
        // Who changes one of several rows means all of them: what is as it was does not contradict.
        let mut new: Vec<&String> = values.iter().map(|(_, value)| value).filter(|value| *value != now).collect();
        new.dedup();
        if let [new] = new.as_slice() {
            return Some((*new).clone());
        }
        for (row, value) in others {
            let why = Why::Differs { from: first };
            let shown = self.names.name(column, value).unwrap_or(value).to_owned();
            self.untaken.push(Untaken { row: *row, column: Some(column), value: shown, why });
        }
        None
    }

    /// Returns the comments of rows, one a line.
    fn joined(&self, of: impl Fn(&Entry) -> bool + Copy, now: &str, is_stated: bool) -> Option<String> {
        let mut comments: Vec<&str> = Vec::new();
        for entry in self.entries.iter().filter(|entry| of(entry) && !entry.comment.is_empty()) {
            if !comments.contains(&entry.comment.as_str()) {
                comments.push(&entry.comment);
            }
        }
        let is_said = !comments.is_empty() || is_stated && self.is_whole;
        let joined = comments.join("\n");
        // One comment of several lines reads as it was written.
        (self.has.contains(&Column::Comment) && is_said).then(|| if joined == now { now.to_owned() } else { joined })
    }
}

impl Entry {
    fn failed(&self, column: Column) -> bool {
        self.failed.contains(&column)
    }
}

/// Returns whether a key of the data column names a field, or the kind it is of.
fn names_field(key: &str, field: &Field, kind: crate::model::data_map::Category) -> bool {
    kind_of_key(key) == Some(kind) || *key == field.to_string()
}

/// Returns a number of months: "36", "36 months", "3 years", also in Norwegian and Swedish; nothing for no limit.
fn months(text: &str) -> Result<String, Reason> {
    let folded = fold(text);
    let digits = folded.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(folded.len());
    let (number, unit) = folded.split_at(digits);
    let (number, unit) = (number.trim(), unit.trim().trim_end_matches('.'));
    if number.is_empty() && unit.is_empty() {
        return Ok(String::new());
    }
    let number: u64 = number.parse().map_err(|_| Reason::NotANumber)?;
    let months = match unit {
        "" | "m" | "mo" | "months" | "month" | "mnd" | "maneder" | "maned" | "man" | "manader" | "manad" => {
            Some(number)
        }
        "y" | "years" | "year" | "yrs" | "ar" => number.checked_mul(12),
        _ => None,
    };
    let shape = Setting::Item { list: List::Category, item: String::new(), part: ItemPart::KeepMonths }.shape();
    shape.parse(&months.ok_or(Reason::NotANumber)?.to_string(), |_, _| None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_understood() {
        let table = [
            ("", Ok("")),
            ("36", Ok("36")),
            ("036", Ok("36")),
            ("36 months", Ok("36")),
            ("36 mnd.", Ok("36")),
            ("36 måneder", Ok("36")),
            ("36 mån", Ok("36")),
            ("3 years", Ok("36")),
            ("3 år", Ok("36")),
            ("1 Year", Ok("12")),
            ("100 år", Ok("1200")),
            ("101 år", Err(Reason::NotANumber)),
            ("0", Err(Reason::NotANumber)),
            ("3 weeks", Err(Reason::NotANumber)),
            ("for ever", Err(Reason::NotANumber)),
            ("-3", Err(Reason::NotANumber)),
            ("99999999999999999999 år", Err(Reason::NotANumber)),
        ];
        for (text, wanted) in table {
            assert_eq!(months(text).as_deref(), wanted.as_ref().copied(), "{text}");
        }
    }

    #[test]
    fn headings_are_known_in_every_language() {
        for lang in Lang::ALL {
            let headings: Vec<String> =
                Column::ALL.iter().rev().map(|column| column.heading(lang).to_uppercase()).collect();
            let places = places(&headings);
            for (place, column) in Column::ALL.iter().rev().enumerate() {
                assert_eq!(places.get(column), Some(&place), "{column:?}");
            }
        }
    }
}
