//! Finding texts of others that name somebody who is erased, and taking the names out.

use std::ops::Range;

use serde_json::Value;

use super::naming::{Named, Names};
use crate::model::journal::{Kind, Subject};
use crate::model::{activity, attachment, company, list, outbox, person};
use crate::office::mail::html;
use crate::office::{Desk, Error, Progress, attached, companies};
use crate::search;
use crate::store;
use crate::store::erasure::texts::{self, Address, Place, Text};

/// With more people than this, reading every text once is quicker than asking the index for each of them.
const ASKED: usize = 50;
/// How many letters a snippet shows before and after a name.
const AROUND: usize = 60;

/// Where a text stands, as far as it can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// On a person's card.
    Person(person::Id),
    /// On a company's card.
    Company(company::Id),
    /// In an activity.
    Activity(activity::Id),
    /// Elsewhere: in a selection, a setting, a register.
    Other,
}

/// A text of others that names somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which text.
    pub address: Address,
    /// What can be opened to see it.
    pub record: Record,
    /// The card to open to see it.
    pub opens: Record,
    /// Whose card or which record it is on, in words; empty where that may not be seen.
    pub name: String,
    /// Whom it names.
    pub persons: Vec<person::Id>,
    /// Which parts of the text name them.
    pub marks: Vec<Range<usize>>,
    /// The part of the text around the first of them, in one line; empty where that may not be seen.
    pub snippet: String,
    /// Which parts of the snippet name them.
    pub snippet_marks: Vec<Range<usize>>,
    text: String,
}

impl Hit {
    /// Returns the key of the words for the field it stands in.
    pub fn label(&self) -> &'static str {
        let Place { table, column, .. } = self.address.place;
        if table == "activity" {
            return "field-activity";
        }
        crate::model::data_map::column(table, column).map_or("field-note", |known| known.label)
    }
}

/// What is kept to give something back, without the names.
#[derive(Debug, Clone)]
pub(super) struct Scrubbed {
    pub address: Address,
    pub text: String,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// What somebody wrote: to be decided.
    pub written: Vec<Hit>,
    /// What is kept to give something back, as it is to be from now on.
    pub undo: Vec<Scrubbed>,
    /// How many attached files no text can be read from, or are damaged.
    pub unread: u64,
}

/// Finds all texts of others that name these people.
pub(super) fn find(desk: &Desk<'_>, names: &Names, progress: &Progress) -> Result<Found, Error> {
    let mut found = Found::default();
    if names.persons.is_empty() {
        return Ok(found);
    }
    let ids: Vec<person::Id> = names.persons.iter().map(|person| person.id).collect();
    let mark = super::mark_of(desk)?;
    let is_closed = |text: &Text| match text.person {
        Some(person) => Ok::<_, Error>(desk.require_open(person).is_err()),
        None => Ok(false),
    };
    let mut count: u64 = 0;
    let mut each = |text: Text| {
        count += 1;
        if count.is_multiple_of(1_000) {
            progress.at(1, 4)?;
        }
        match text.address.place.kind {
            texts::Kind::Written | texts::Kind::File => {
                if let Some(named) = names.find(&text.text) {
                    let closed = is_closed(&text)?;
                    found.written.push(hit(desk, text, named, closed)?);
                }
            }
            texts::Kind::Document => {
                let mut all = Vec::new();
                let scrubbed = in_document(names, &text.text, &mark, &mut all);
                if scrubbed.is_some() {
                    let named = Named { marks: Vec::new(), persons: persons(all) };
                    let closed = is_closed(&text)?;
                    found.written.push(hit(desk, text, named, closed)?);
                }
            }
            texts::Kind::Undo => {
                if let Some(scrubbed) = in_document(names, &text.text, &mark, &mut Vec::new()) {
                    found.undo.push(Scrubbed { address: text.address, text: scrubbed });
                }
            }
        }
        Ok::<_, Error>(())
    };
    let expression = (ids.len() <= ASKED).then(|| names.expression());
    for place in texts::LONG {
        match &expression {
            Some(Some(expression)) => texts::matching(desk.db(), place, &ids, expression, &mut each)?,
            Some(None) => {}
            None => texts::each(desk.db(), place, &ids, &mut each)?,
        }
    }
    for place in texts::OTHERS {
        texts::each(desk.db(), *place, &ids, &mut each)?;
    }
    let mut unread = 0;
    for (file, person) in store::attachments::of_others(desk.db(), &ids)? {
        // What is damaged is said where it is opened, and by the check.
        let Some(text) = attached::words(desk, file).ok().flatten() else {
            unread += 1;
            continue;
        };
        let address = Address { place: texts::FILES, key: vec![file.0.into()] };
        each(Text { address, person: Some(person), text })?;
    }
    found.unread = unread;
    // A company that goes along needs no decision.
    let going = companies::only_of(desk, &ids)?;
    let goes = |hit: &Hit| matches!(hit.record, Record::Company(id) if going.iter().any(|(company, _)| *company == id));
    found.written.retain(|hit| !goes(hit));
    Ok(found)
}

/// In how many texts on the cards of others somebody is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::office) struct Mentions {
    /// In notes on the cards of other people.
    pub notes: usize,
    /// In notes on the cards of companies.
    pub companies: usize,
    /// In activities that are not with the person.
    pub activities: usize,
}

/// Returns in how many long texts on the cards of others somebody is named, found as erasure finds them.
pub(in crate::office) fn mentions(desk: &Desk<'_>, id: person::Id) -> Result<Mentions, Error> {
    let names = Names::read(desk, &[id])?;
    let mut found: std::collections::BTreeSet<(&'static str, Option<i64>)> = std::collections::BTreeSet::new();
    if let Some(expression) = names.expression() {
        for place in texts::LONG {
            texts::matching(desk.db(), place, &[id], &expression, |text: Text| {
                // The subject and the text of an activity are one record.
                if names.find(&text.text).is_some() {
                    found.insert((text.address.place.table, text.address.number()));
                }
                Ok::<_, Error>(())
            })?;
        }
    }
    let count = |table: &str| found.iter().filter(|(of, _)| *of == table).count();
    Ok(Mentions { notes: count("person"), companies: count("company"), activities: count("activity") })
}

fn persons(named: Vec<Named>) -> Vec<person::Id> {
    let mut all: Vec<person::Id> = named.into_iter().flat_map(|named| named.persons).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn hit(desk: &Desk<'_>, text: Text, named: Named, is_closed: bool) -> Result<Hit, Error> {
    let Text { address, person, text } = text;
    let key = address.number();
    let record = match (address.place.table, person, key) {
        ("activity", _, Some(id)) => Record::Activity(activity::Id(id)),
        ("company", _, Some(id)) => Record::Company(company::Id(id)),
        (_, Some(person), _) => Record::Person(person),
        (_, None, _) => Record::Other,
    };
    let opens = match (person, record) {
        (Some(_), _) if is_closed => Record::Other,
        (Some(person), _) => Record::Person(person),
        (None, record) => record,
    };
    let name = match record {
        _ if is_closed => String::new(),
        Record::Person(id) => store::persons::name(desk.db(), id)?.unwrap_or_default(),
        Record::Company(id) => store::companies::name(desk.db(), id)?.unwrap_or_default(),
        Record::Activity(_) => match person {
            Some(id) => store::persons::name(desk.db(), id)?.unwrap_or_default(),
            None => String::new(),
        },
        Record::Other => String::new(),
    };
    let (snippet, snippet_marks) = if is_closed { Default::default() } else { snippet(&text, &named.marks) };
    Ok(Hit { address, record, opens, name, persons: named.persons, marks: named.marks, snippet, snippet_marks, text })
}

/// Returns the part of a text around the first mark, in one line, and where the marks stand in it.
fn snippet(text: &str, marks: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let first = marks.first().cloned().unwrap_or(0..0);
    let begin = text[..first.start].char_indices().rev().take(AROUND).last().map_or(first.start, |(place, _)| place);
    let end = text[first.end..].char_indices().nth(AROUND * 2).map_or(text.len(), |(place, _)| first.end + place);
    let mut line = String::new();
    if begin > 0 {
        line.push('…');
    }
    let mut found = Vec::new();
    let mut at = begin;
    // White space of any kind becomes a space; it never grows, so marks only move by what stands before them.
    let push = |line: &mut String, part: &str| {
        line.extend(part.chars().map(|sign| if sign.is_whitespace() { ' ' } else { sign }));
    };
    for mark in marks.iter().filter(|mark| mark.start >= begin && mark.end <= end) {
        push(&mut line, &text[at..mark.start]);
        let start = line.len();
        push(&mut line, &text[mark.clone()]);
        found.push(start..line.len());
        at = mark.end;
    }
    push(&mut line, &text[at..end]);
    if end < text.len() {
        line.push('…');
    }
    (line, found)
}

/// Returns a text in which a mark stands in the place of its parts.
pub(super) fn without(text: &str, marks: &[Range<usize>], mark: &str) -> String {
    let mut scrubbed = String::with_capacity(text.len());
    let mut at = 0;
    for range in marks {
        scrubbed.push_str(&text[at..range.start]);
        scrubbed.push_str(mark);
        at = range.end;
    }
    scrubbed.push_str(&text[at..]);
    scrubbed
}

/// Returns a document of ours without what names people; none where it names nobody. What is no document is a text.
fn in_document(names: &Names, text: &str, mark: &str, found: &mut Vec<Named>) -> Option<String> {
    let Ok(mut document) = serde_json::from_str::<Value>(text) else {
        let named = names.find(text)?;
        let scrubbed = without(text, &named.marks, mark);
        found.push(named);
        return Some(scrubbed);
    };
    let before = found.len();
    scrub_value(names, &mut document, mark, found);
    (found.len() > before).then(|| document.to_string())
}

fn scrub_value(names: &Names, value: &mut Value, mark: &str, found: &mut Vec<Named>) {
    match value {
        Value::String(text) => {
            if let Some(named) = names.find(text) {
                *text = without(text, &named.marks, mark);
                found.push(named);
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| scrub_value(names, one, mark, found)),
        Value::Object(all) => all.values_mut().for_each(|one| scrub_value(names, one, mark, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Takes the names out of a text, and enters that in the journal.
pub(super) fn scrub(desk: &mut Desk<'_>, names: &Names, hit: &Hit, mark: &str) -> Result<(), Error> {
    let db = desk.db();
    let text = match hit.address.place.kind {
        texts::Kind::Written | texts::Kind::File => without(&hit.text, &hit.marks, mark),
        texts::Kind::Document | texts::Kind::Undo => {
            in_document(names, &hit.text, mark, &mut Vec::new()).unwrap_or_default()
        }
    };
    let Place { table, column, .. } = hit.address.place;
    let id = hit.address.id();
    let text = if (table, column) == ("selection", "name") {
        // Two of them may lose the same name, and each is found by its own.
        format!("{text} {id}")
    } else {
        text
    };
    let number = hit.address.number().unwrap_or_default();
    if hit.address.place == texts::FILES {
        attached::rewrite(desk, attachment::Id(number), &text)?;
    } else {
        texts::write(db, &hit.address, &text)?;
    }
    let db = desk.db();
    // What a record is found and sorted by is made of its name.
    match (table, column) {
        ("selection", "name") => texts::write_selection_key(db, number, &search::fold(&text))?,
        ("company", "name") => {
            texts::write_company_keys(db, number, &search::fold(&text), &desk.sort_keys()?.key(&text))?
        }
        // What a message looks like is made of what it says.
        ("outbox", _) => {
            let message = store::outbox::get(db, outbox::Id(number))?.filter(|message| !message.html.is_empty());
            if let Some(message) = message {
                let html = html::of(&message.language, &message.subject, &message.body);
                store::outbox::write_html(db, message.id, &html)?;
            }
        }
        ("list_item", _) => {
            let lists = desk.lists()?;
            let item = lists.get(list::Id(number)).filter(|item| names.find(&item.key).is_some());
            if let Some(item) = item.cloned() {
                texts::write_item_key(db, item.list.key(), &item.key, &format!("item-{number}"))?;
                desk.lists_changed();
            }
        }
        _ => {}
    }
    let subject = match hit.record {
        Record::Person(person) => store::persons::journal_ref(db, person)?.map(Subject::Person),
        Record::Company(company) => Some(Subject::Record(company.0)),
        Record::Activity(activity) => Some(Subject::Record(activity.0)),
        Record::Other => id.parse().ok().map(Subject::Record),
    };
    desk.note(Kind::TextScrubbed, subject.unwrap_or(Subject::None), Vec::new())?;
    match hit.record {
        Record::Person(person) => desk.changes.person(person),
        Record::Company(company) => desk.changes.company(company),
        Record::Activity(_) => desk.changes.activities = true,
        Record::Other => {}
    }
    Ok(())
}
