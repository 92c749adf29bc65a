//! What is held, said in a language: what a cell of the card file means to whoever reads about themselves.

use std::collections::HashMap;

use super::others::Others;
use crate::i18n::{self, Lang};
use crate::model::data_map::Origin;
use crate::model::field::Field;
use crate::model::report::{Came, CellKind, Column, Ground, Passage, Place, Run, Table, Text, Value};
use crate::model::wording::Wording;
use crate::model::{Moment, Zone, custom, list, person, user};
use crate::office::activities::words as activity_words;
use crate::office::lists::Lists;
use crate::office::{Desk, Error, exporting, problem};
use crate::store::held::{self, Cell, Known, Row};
use crate::{store, t};

/// What the cells of a column mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What somebody wrote.
    Words,
    /// An item of a list.
    Item,
    /// Somebody who works here.
    Staff,
    /// A record with a name, of this table.
    Named(String),
    /// The words that a person was shown.
    Wording,
    /// A place in the register of exports.
    Export,
    /// A point in time.
    Moment,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// A length of time, in seconds.
    Seconds,
    /// A size, in bytes.
    Bytes,
    /// A number.
    Number,
    /// A country, by its code.
    Country,
    /// One of some keys; its text is this and the key.
    Key(&'static str),
}

/// Columns of keys, and how the keys of their texts begin.
const KEYS: &[(&str, &str, &str)] = &[
    ("restriction", "ground", "ground-"),
    ("objection", "reach", "report-reach-"),
    ("objection", "decision", "objection-decided-"),
    ("deletion_request", "decision", "report-deletion-"),
    ("legal_hold", "ground", "hold-ground-"),
    ("activity", "direction", "report-direction-"),
    ("ledger", "condition", "condition-"),
    ("report", "kind", "report-kind-"),
    ("outbox", "kind", "outbox-kind-"),
    ("outbox", "channel", "outbox-channel-"),
    ("outbox", "state", "outbox-state-"),
    ("token", "purpose", "token-purpose-"),
    ("reply", "kind", "reply-kind-"),
    ("reply", "proof", "reply-proof-"),
    ("proposal", "kind", "proposal-kind-"),
    ("proposal", "state", "proposal-state-"),
    ("proposal", "field", "field-"),
    ("stopped_address", "why", "stop-why-"),
    ("notice", "way", "notice-way-"),
    ("notice", "exemption", "notice-exemption-"),
    ("overridden", "rule", "may-mail-"),
    ("mailing_recipient", "held", "mailing-why-"),
    ("notice", "template", "template-name-"),
    ("outbox", "language", "item-language-"),
    ("notice", "language", "item-language-"),
];

const YES_NO: &[&str] = &["former_employee", "no_mailings", "recorded", "record_consent", "told", "wanted"];
const NUMBERS: &[&str] = &["blacked_out", "bounces"];
const DAYS: &[&str] = &["birth_date", "due", "purge_on", "until"];

/// Returns what the cells of a column mean: what the schema says they name, and else what such columns are called
/// everywhere in it. What nothing is known of is told as it stands.
pub(super) fn meaning(known: &Known) -> Meaning {
    let (table, column) = (known.column.table, known.column.column);
    match known.names.as_deref() {
        Some("list_item") => return Meaning::Item,
        Some("user") => return Meaning::Staff,
        Some("wording") => return Meaning::Wording,
        Some("export") => return Meaning::Export,
        Some(named @ ("company" | "selection" | "attachment" | "mailing")) => return Meaning::Named(named.to_owned()),
        Some(_) | None => {}
    }
    if let Some((.., prefix)) = KEYS.iter().find(|(t, c, _)| (*t, *c) == (table, column)) {
        return Meaning::Key(prefix);
    }
    match column {
        "by" => Meaning::Staff,
        "at" => Meaning::Moment,
        "seconds" => Meaning::Seconds,
        "size" => Meaning::Bytes,
        "country" => Meaning::Country,
        "picture" | "evidence" => Meaning::Named("attachment".to_owned()),
        "since" | "until" if table == "employment" => Meaning::Moment,
        _ if column.ends_with("_by") => Meaning::Staff,
        _ if column.ends_with("_at") => Meaning::Moment,
        _ if YES_NO.contains(&column) => Meaning::YesNo,
        _ if NUMBERS.contains(&column) => Meaning::Number,
        _ if DAYS.contains(&column) => Meaning::Date,
        _ => Meaning::Words,
    }
}

impl Meaning {
    fn kind(&self) -> CellKind {
        match self {
            Self::Words | Self::Wording => CellKind::LongText,
            Self::Item | Self::Staff | Self::Named(_) | Self::Country | Self::Key(_) | Self::Export => CellKind::Text,
            Self::Moment => CellKind::Moment,
            Self::Date => CellKind::Date,
            Self::YesNo => CellKind::YesNo,
            Self::Seconds | Self::Bytes | Self::Number => CellKind::Number,
        }
    }
}

/// Says what is held, and keeps what it found about others.
pub(super) struct Telling<'d> {
    pub desk: &'d Desk<'d>,
    pub lang: Lang,
    pub lists: &'d Lists,
    pub wordings: Vec<Wording>,
    users: HashMap<user::Id, String>,
    /// Whether staff go by their names.
    names_staff: bool,
    zone: Zone,
    others: Others,
    pub passages: Vec<Passage>,
    /// What fields are called, by their keys.
    labels: HashMap<String, String>,
    /// Where the passages of a text begin that was told before.
    told: HashMap<(&'static str, &'static str, i64), Text>,
}

impl<'d> Telling<'d> {
    pub fn new(desk: &'d Desk<'d>, lang: Lang, names_staff: bool, others: Others) -> Result<Self, Error> {
        let users = store::users::all(desk.db())?.into_iter().map(|user| (user.id, user.name)).collect();
        Ok(Self {
            desk,
            lang,
            lists: desk.lists()?,
            wordings: store::wordings::all(desk.db())?,
            users,
            names_staff,
            zone: Zone::local(),
            others,
            passages: Vec::new(),
            labels: exporting::labels(desk, lang)?,
            told: HashMap::new(),
        })
    }

    /// Returns what fields are called that go by these keys, one after the other; a key that nobody knows any more stays.
    pub fn fields<'k>(&self, keys: impl Iterator<Item = &'k str>) -> String {
        let name = |key: &str| {
            // What stands under an own key has a name of the office; what does not, one of the program.
            let known = self.labels.get(key).cloned();
            known.unwrap_or_else(|| match key.parse::<Field>() {
                Ok(field) => problem::field_name(self.lang, &field),
                Err(_) => key.to_owned(),
            })
        };
        keys.map(name).collect::<Vec<_>>().join(", ")
    }

    /// Returns in the language of the document what the program itself wrote in that of the office; none for what
    /// somebody wrote.
    pub fn own_words(&self, text: &str) -> Option<String> {
        for lang in Lang::ALL {
            if text == t!(lang, "report-look-up") {
                return Some(t!(self.lang, "report-look-up"));
            }
            if text == t!(lang, "report-look-up-portable") {
                return Some(t!(self.lang, "report-look-up-portable"));
            }
            let is_long = |part: &&str| part.len() > 9 && part.bytes().all(|sign| sign.is_ascii_digit());
            if let Some(number) = text.split([' ', ',']).find(is_long)
                && text == t!(lang, "report-transfer-purpose", number = number)
            {
                return Some(t!(self.lang, "report-transfer-purpose", number = number));
            }
        }
        None
    }

    /// Returns a moment as the language writes it, in local time.
    pub fn moment(&self, at: Moment) -> Value {
        Value::Moment { at, words: self.time(at) }
    }

    pub fn time(&self, at: Moment) -> String {
        i18n::date_time(self.lang, self.zone.at(at))
    }

    pub fn day(&self, at: Moment) -> String {
        i18n::date(self.lang, self.zone.day(at))
    }

    pub fn date(&self, day: chrono::NaiveDate) -> Value {
        Value::Date { day, words: i18n::date(self.lang, day) }
    }

    pub fn yes_no(&self, yes: bool) -> Value {
        let words = if yes { t!(self.lang, "yes") } else { t!(self.lang, "no") };
        Value::YesNo { yes, words }
    }

    pub fn item(&self, id: list::Id) -> Value {
        let key = self.lists.key(id).to_owned();
        let words = self.lists.name(id, self.lang).to_owned();
        if key.is_empty() && words.is_empty() { Value::Empty } else { Value::Item { key, words } }
    }

    /// Returns who works here: by name only where the office says so, or the person deals with them (C-579/21).
    pub fn staff(&self, id: user::Id, by_name: bool) -> Value {
        let name = self.users.get(&id).filter(|name| (by_name || self.names_staff) && *name != user::FIRST);
        Value::Item { key: "staff".to_owned(), words: name.cloned().unwrap_or_else(|| t!(self.lang, "report-staff")) }
    }

    /// Returns what a cell says.
    pub fn value(&mut self, known: &Known, row: &Row, cell: &Cell) -> Result<Value, Error> {
        let (table, column) = (known.column.table, known.column.column);
        let meaning = meaning(known);
        Ok(match (cell, &meaning) {
            (Cell::Null, _) => Value::Empty,
            (Cell::Text(text), _) if text.is_empty() => Value::Empty,
            (Cell::Integer(id), Meaning::Item) => {
                let item = self.item(list::Id(*id));
                // What the office added to a list may name somebody.
                if let Value::Item { words, .. } = &item
                    && self.names_others(words)
                {
                    let place = Place { table: "list_item", column: "name_en", row: *id, at: 0 };
                    return Ok(Value::Text(self.text(place, words)));
                }
                item
            }
            (Cell::Integer(id), Meaning::Staff) => self.staff(user::Id(*id), column == "our_contact"),
            (Cell::Integer(id), Meaning::Named(named)) => match held::name_of(self.desk.db(), named, *id)? {
                // Names that somebody typed may name somebody.
                Some(name) if named == "selection" => {
                    Value::Text(self.text(Place { table: "selection", column: "name", row: *id, at: 0 }, &name))
                }
                Some(name) if named == "mailing" => {
                    Value::Text(self.text(Place { table: "mailing", column: "name", row: *id, at: 0 }, &name))
                }
                Some(name) if named == "attachment" => {
                    Value::Text(self.text(Place { table: "attachment", column: "name", row: *id, at: 0 }, &name))
                }
                Some(name) => Value::text(name),
                None => Value::Empty,
            },
            (Cell::Integer(id), Meaning::Wording) => {
                let wording = self.wordings.iter().find(|wording| wording.id.0 == *id);
                wording.map_or(Value::Empty, |wording| Value::text(wording.text.clone()))
            }
            (Cell::Integer(id), Meaning::Moment) => self.moment(Moment(*id)),
            (Cell::Integer(yes), Meaning::YesNo) => self.yes_no(*yes != 0),
            (Cell::Integer(seconds), Meaning::Seconds) => Value::Number {
                number: *seconds as f64,
                words: activity_words::length(self.lang, u32::try_from(*seconds).unwrap_or_default()),
            },
            (Cell::Integer(bytes), Meaning::Bytes) => Value::Number {
                number: *bytes as f64,
                words: i18n::file_size(self.lang, u64::try_from(*bytes).unwrap_or_default()),
            },
            (Cell::Integer(number), _) => {
                Value::Number { number: *number as f64, words: i18n::number(self.lang, *number) }
            }
            (Cell::Text(text), Meaning::Date) => match text.parse() {
                Ok(day) => self.date(day),
                Err(_) => Value::text(text.as_str()),
            },
            (Cell::Text(code), Meaning::Country) => {
                Value::Item { key: code.clone(), words: i18n::country_name(self.lang, code) }
            }
            (Cell::Text(key), Meaning::Key(prefix)) => {
                // A choice of the office's own is called like what it is a choice of.
                let shipped = key.split('.').next().unwrap_or(key);
                Value::Item { key: key.clone(), words: i18n::text(self.lang, &format!("{prefix}{shipped}")) }
            }
            (Cell::Text(text), _) if is_own(table, column) => Value::text(text.as_str()),
            (Cell::Text(text), _) if (table, column) == ("look_up", "reason") && self.own_words(text).is_some() => {
                Value::text(self.own_words(text).unwrap_or_default())
            }
            (Cell::Text(text), _) => Value::Text(self.text(Place { table, column, row: row.id, at: 0 }, text)),
        })
    }

    /// Returns a text in which what names others is blacked out; the same text of the same place only once.
    pub fn text(&mut self, place: Place, text: &str) -> Text {
        let told = (place.table, place.column, place.row);
        if let Some(known) = self.told.get(&told) {
            return known.clone();
        }
        let mut runs = Vec::new();
        let mut at = 0;
        for (part, whose) in self.others.named(text) {
            if at < part.start {
                runs.push(Run::Words(text[at..part.start].to_owned()));
            }
            let words = text[part.clone()].to_owned();
            runs.push(self.passage(words, whose, Place { at: part.start, ..place.clone() }));
            at = part.end;
        }
        if at < text.len() {
            runs.push(Run::Words(text[at..].to_owned()));
        }
        let new = Text(runs);
        if new.0.iter().any(|run| matches!(run, Run::BlackedOut { .. })) {
            self.told.insert(told, new.clone());
        }
        new
    }

    /// Answers whether a text names somebody else.
    pub fn names_others(&self, text: &str) -> bool {
        !self.others.named(text).is_empty()
    }

    /// Keeps words about somebody else, and returns what stands in their place.
    pub fn passage(&mut self, words: String, whose: person::Id, place: Place) -> Run {
        self.passages.push(Passage { words, whose, place });
        Run::BlackedOut { ground: Ground::OthersRights, passage: self.passages.len() - 1 }
    }

    /// Returns what an own field holds.
    pub fn own(&mut self, field: &custom::Definition, row: i64, value: &str) -> Value {
        match field.kind {
            custom::Kind::Text | custom::Kind::List => {
                Value::Text(self.text(Place { table: "custom_value", column: "value", row, at: 0 }, value))
            }
            custom::Kind::Number => match value.parse::<f64>() {
                Ok(number) => Value::Number { number, words: i18n::decimal(self.lang, number, 6) },
                Err(_) => Value::text(value),
            },
            custom::Kind::Date => custom::date(value).map_or_else(|| Value::text(value), |day| self.date(day)),
            custom::Kind::YesNo => custom::yes_no(value).map_or_else(|| Value::text(value), |yes| self.yes_no(yes)),
        }
    }

    /// Returns how a value came to be held.
    pub fn came(&self, origin: Origin, source: Option<list::Id>, at: Option<Moment>) -> Came {
        let source = source.filter(|id| !self.lists.key(*id).is_empty());
        let mut parts = Vec::new();
        // What came with a list, or from elsewhere, the person need not have given us.
        let is_theirs = source.is_none_or(|id| list::is_from_themselves(self.lists.key(id)));
        if origin != Origin::Provided || is_theirs {
            parts.push(i18n::text(self.lang, &format!("report-origin-{}", origin.key())));
        }
        if let Some(source) = source {
            parts.push(t!(self.lang, "report-came-source", source = self.lists.name(source, self.lang)));
        }
        if let Some(at) = at {
            parts.push(self.day(at));
        }
        Came { words: parts.join(" · "), origin, source: source.map(|id| self.lists.key(id).to_owned()), at }
    }

    /// Returns the heading of a column.
    pub fn heading(&self, table: &str, column: &str, label: &str) -> String {
        let lang = self.lang;
        let column = column.replace('_', "-");
        i18n::text_if_known(lang, &format!("report-column-{}-{column}", table.replace('_', "-")))
            .or_else(|| i18n::text_if_known(lang, &format!("report-column-{column}")))
            .unwrap_or_else(|| i18n::text(lang, label))
    }

    /// Returns a whole table as it is held, column by column as the map lists them.
    pub fn table(&mut self, held: &held::Held) -> Result<Table, Error> {
        let mut columns = Vec::with_capacity(held.columns.len());
        for known in &held.columns {
            let column = known.column;
            columns.push(Column {
                key: format!("{}.{}", column.table, column.column),
                title: self.heading(column.table, column.column, column.label),
                kind: meaning(known).kind(),
            });
        }
        let mut rows = Vec::with_capacity(held.rows.len());
        for row in &held.rows {
            let mut cells = Vec::with_capacity(columns.len());
            for (known, cell) in held.columns.iter().zip(&row.cells) {
                cells.push(self.value(known, row, cell)?);
            }
            rows.push(cells);
        }
        let title = i18n::text(self.lang, &format!("erasure-table-{}", held.table.replace('_', "-")));
        let mut table = Table { key: held.table.to_owned(), title, columns, rows };
        without_empty(&mut table);
        Ok(table)
    }
}

/// Takes the columns away in which no row holds anything.
fn without_empty(table: &mut Table) {
    let is_used = |place: usize| table.rows.iter().any(|row| row.get(place).is_some_and(|cell| !cell.is_empty()));
    let used: Vec<bool> = (0..table.columns.len()).map(is_used).collect();
    let mut place = 0..;
    table.columns.retain(|_| place.next().is_some_and(|place| used[place]));
    for row in &mut table.rows {
        let mut place = 0..;
        row.retain(|_| place.next().is_some_and(|place| used[place]));
    }
}

/// Returns whether a text is somebody's own name or address, in which nobody else is looked for.
fn is_own(table: &str, column: &str) -> bool {
    match table {
        "person" => !["note", "title"].contains(&column),
        "email" | "phone" | "address" => true,
        _ => false,
    }
}

/// Returns the items of lists that rows name.
pub(super) fn items(held: &held::Held) -> impl Iterator<Item = list::Id> {
    held.rows.iter().flat_map(|row| {
        held.columns.iter().zip(&row.cells).filter_map(|(known, cell)| match cell {
            Cell::Integer(id) if meaning(known) == Meaning::Item => Some(list::Id(*id)),
            Cell::Integer(_) | Cell::Text(_) | Cell::Null => None,
        })
    })
}

/// Returns the texts in which others may be named.
pub(super) fn texts(all: &[held::Held]) -> impl Iterator<Item = &str> {
    all.iter().flat_map(|held| {
        held.rows.iter().flat_map(move |row| {
            held.columns.iter().zip(&row.cells).filter_map(move |(known, cell)| match cell {
                Cell::Text(text) if !is_own(known.column.table, known.column.column) => Some(text.as_str()),
                Cell::Text(_) | Cell::Null | Cell::Integer(_) => None,
            })
        })
    })
}
