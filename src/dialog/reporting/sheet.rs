//! What was drafted, cut into pages that a window shows at once, and what is decided about its passages.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::i18n::Lang;
use crate::model::report::{Block, Choice, Document, Draft, Fact, Place, Run, Section, Text, Value, Withheld};
use crate::model::{attachment, person};
use crate::office::report::{self, About};
use crate::t;

/// How much a page holds: so many short lines, or as much text as takes their room.
const PAGE: usize = 40;
/// How many letters take the room of a line, and how many lines a passage takes with what is asked about it.
const LINE: usize = 100;
const ASKED: usize = 3;

/// What becomes of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// It is taken out.
    #[default]
    BlackOut,
    /// It is told as it stands.
    Keep,
    /// It is said in other words.
    Reword,
}

/// One piece of a section, as small as pages are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Who tells whom; before the first section.
    Head,
    /// A paragraph of the introduction.
    Says(usize),
    /// The heading of a block.
    Heading(usize),
    /// A paragraph.
    Paragraph(usize),
    /// A point of a list.
    Point(usize, usize),
    /// A fact.
    Fact(usize, usize),
    /// A row of a table.
    Row(usize, usize),
}

/// What was drafted.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub draft: Arc<Draft>,
    pub lang: Lang,
    pub about: About,
    /// Whose name is in each passage; empty where the user does not see them.
    pub names: Vec<String>,
    pub ways: Vec<Way>,
    /// The other words for each passage.
    pub words: Vec<String>,
    /// The files of the card that do not go along; at first those that name others.
    pub left_out: HashSet<attachment::Id>,
    /// The section that counts what is left out, where anything can be.
    closing: Option<usize>,
    /// The pieces of each section, and how they are cut into pages.
    items: Vec<Vec<Item>>,
    pages: Vec<Vec<Range<usize>>>,
    /// The passages in the order in which they are read, each with its section and the piece it stands in first.
    read: Vec<(usize, usize, usize)>,
    pub section: usize,
    pub page: usize,
    /// The passage that is looked at, by its place among those that are read.
    at: Option<usize>,
}

impl Sheet {
    /// Returns a draft as it is looked through from the beginning.
    pub fn new(mut draft: Draft, lang: Lang, about: About, names: &HashMap<person::Id, String>) -> Self {
        let count = draft.passages.len();
        let files = &draft.document.files;
        let left_out: HashSet<attachment::Id> =
            files.iter().filter(|file| file.names_others).map(|file| file.id).collect();
        let closing = (count > 0 || !files.is_empty()).then_some(draft.document.sections.len());
        if closing.is_some() {
            draft.document.sections.push(nothing_left_out(lang));
        }
        let names = draft.passages.iter().map(|passage| names.get(&passage.whose).cloned().unwrap_or_default());
        let names = names.collect();
        let mut sheet = Self {
            draft: Arc::new(draft),
            lang,
            about,
            names,
            ways: vec![Way::default(); count],
            words: vec![String::new(); count],
            left_out,
            closing,
            items: Vec::new(),
            pages: Vec::new(),
            read: Vec::new(),
            section: 0,
            page: 0,
            at: None,
        };
        let document = &Arc::clone(&sheet.draft).document;
        let mut is_read = vec![false; count];
        for (place, section) in document.sections.iter().enumerate() {
            let mut items = items(section);
            if place == 0 {
                items.insert(0, Item::Head);
            }
            for (item, one) in items.iter().enumerate() {
                for passage in passages(document, place, *one) {
                    if let Some(is_read) = is_read.get_mut(passage).filter(|is_read| !**is_read) {
                        *is_read = true;
                        sheet.read.push((passage, place, item));
                    }
                }
            }
            let weights: Vec<usize> = items.iter().map(|item| weight(document, place, *item)).collect();
            sheet.pages.push(cut(&weights));
            sheet.items.push(items);
        }
        // Where nothing can be left out, there is nothing to say at the end.
        if sheet.read.is_empty() && document.files.is_empty() && sheet.closing.take().is_some() {
            Arc::make_mut(&mut sheet.draft).document.sections.pop();
            sheet.items.pop();
            sheet.pages.pop();
        }
        sheet.close();
        sheet
    }

    /// Takes up what was decided about the same passages in a draft of before.
    pub fn remember(&mut self, decided: &HashMap<Place, (Way, String)>) {
        for (passage, found) in self.draft.passages.iter().enumerate() {
            if let Some((way, words)) = decided.get(&found.place) {
                self.ways[passage] = *way;
                self.words[passage].clone_from(words);
            }
        }
        self.close();
    }

    /// Says anew at the end what is left out, as it is decided now.
    fn close(&mut self) {
        let Some(place) = self.closing else { return };
        let (_, [blacked_out, _, reworded]) = self.count();
        let document = &self.draft.document;
        let (files, fields) = (self.left_out.len(), document.withheld.fields);
        let withheld = Withheld { blacked_out, reworded, files, fields };
        let section = report::withheld(self.lang, document.header.kind, withheld);
        let section = section.unwrap_or_else(|| nothing_left_out(self.lang));
        let pieces = items(&section);
        if let Some(shown) = Arc::make_mut(&mut self.draft).document.sections.get_mut(place) {
            *shown = section;
        }
        self.pages[place] = cut(&vec![1; pieces.len()]);
        self.items[place] = pieces;
    }

    /// Lets a file of the card go along, or not.
    pub fn take_along(&mut self, file: attachment::Id, goes: bool) {
        if goes {
            self.left_out.remove(&file);
        } else {
            self.left_out.insert(file);
        }
        self.close();
    }

    /// Returns what is decided otherwise than it was at first, for a later draft.
    pub fn decided(&self) -> impl Iterator<Item = (Place, (Way, String))> + '_ {
        let all = self.draft.passages.iter().zip(self.ways.iter().zip(&self.words));
        all.map(|(found, (way, words))| (found.place.clone(), (*way, words.clone())))
    }

    /// Answers whether anything is decided otherwise than it was at first.
    pub fn is_decided(&self) -> bool {
        self.ways.iter().any(|way| *way != Way::default())
    }

    /// Returns what becomes of each passage.
    pub fn choices(&self) -> Vec<Choice> {
        let choice = |(way, words): (&Way, &String)| match way {
            Way::BlackOut => Choice::BlackOut,
            Way::Keep => Choice::Keep,
            Way::Reword => Choice::Reword(words.trim().to_owned()),
        };
        self.ways.iter().zip(&self.words).map(choice).collect()
    }

    /// Decides what becomes of a passage.
    pub fn decide(&mut self, passage: usize, way: Way) {
        if let Some(decided) = self.ways.get_mut(passage) {
            *decided = way;
        }
        self.look_at(passage);
        self.close();
    }

    /// Says a passage in other words.
    pub fn say(&mut self, passage: usize, words: String) {
        if let Some(said) = self.words.get_mut(passage) {
            *said = words;
        }
    }

    /// Decides what becomes of all passages of the section that is shown.
    pub fn decide_all(&mut self, way: Way) {
        for (passage, section, _) in &self.read {
            if *section == self.section {
                self.ways[*passage] = way;
            }
        }
        self.close();
    }

    /// Returns how many passages are read, and how many of them are taken out, kept and said otherwise.
    pub fn count(&self) -> (usize, [usize; 3]) {
        let of = |way: Way| self.read.iter().filter(|(passage, ..)| self.ways.get(*passage) == Some(&way)).count();
        (self.read.len(), [of(Way::BlackOut), of(Way::Keep), of(Way::Reword)])
    }

    /// Returns how many passages are to be said in other words, and have none.
    pub fn without_words(&self) -> usize {
        let lacks = |passage: usize| {
            self.ways.get(passage) == Some(&Way::Reword)
                && self.words.get(passage).is_none_or(|words| words.trim().is_empty())
        };
        self.read.iter().filter(|(passage, ..)| lacks(*passage)).count()
    }

    /// Returns how many passages a section has.
    pub fn passages_of(&self, section: usize) -> usize {
        self.read.iter().filter(|(_, of, _)| *of == section).count()
    }

    /// Answers whether a passage is read in a piece of the section that is shown, and nowhere before.
    pub fn begins_in(&self, passage: usize, item: usize) -> bool {
        self.read.contains(&(passage, self.section, item))
    }

    /// Returns the passage that is looked at.
    pub fn looked_at(&self) -> Option<usize> {
        self.at.and_then(|at| self.read.get(at)).map(|(passage, ..)| *passage)
    }

    fn look_at(&mut self, passage: usize) {
        self.at = self.read.iter().position(|(read, ..)| *read == passage).or(self.at);
    }

    /// Goes on to the next passage, or back, from the end to the beginning; returns which it is.
    pub fn step(&mut self, forward: bool) -> Option<usize> {
        let last = self.read.len().checked_sub(1)?;
        let at = match (self.at, forward) {
            (None, true) => self.read.iter().position(|(_, section, _)| *section >= self.section).unwrap_or(0),
            (None, false) => last,
            (Some(at), true) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        };
        let (passage, section, item) = *self.read.get(at)?;
        let page = self.pages.get(section)?.iter().position(|page| page.contains(&item)).unwrap_or(0);
        (self.at, self.section, self.page) = (Some(at), section, page);
        Some(passage)
    }

    /// Shows a page of a section.
    pub fn turn_to(&mut self, section: usize, page: usize) {
        if section != self.section {
            self.at = None;
        }
        (self.section, self.page) = (section, page);
    }

    /// Returns the section that is shown.
    pub fn shown(&self) -> Option<&Section> {
        self.draft.document.sections.get(self.section)
    }

    /// Returns how many pages the section that is shown has.
    pub fn page_count(&self) -> usize {
        self.pages.get(self.section).map_or(0, Vec::len)
    }

    /// Returns the pieces on the page that is shown, each with its place in the section.
    pub fn on_page(&self) -> impl Iterator<Item = (usize, Item)> + '_ {
        let page = self.pages.get(self.section).and_then(|pages| pages.get(self.page)).cloned().unwrap_or_default();
        let items = self.items.get(self.section).map_or(&[][..], Vec::as_slice);
        page.filter_map(|place| items.get(place).map(|item| (place, *item)))
    }
}

/// Returns the section at the end where nothing is left out.
fn nothing_left_out(lang: Lang) -> Section {
    Section {
        key: report::WITHHELD,
        title: t!(lang, "report-section-withheld"),
        introduction: Vec::new(),
        blocks: vec![Block::Paragraph(Text::from(t!(lang, "reporting-nothing-left-out")))],
    }
}

fn items(section: &Section) -> Vec<Item> {
    let mut items: Vec<Item> = (0..section.introduction.len()).map(Item::Says).collect();
    for (place, block) in section.blocks.iter().enumerate() {
        let (title, count) = match block {
            Block::Paragraph(_) => ("", 0),
            Block::List(list) => (list.title.as_str(), list.points.len()),
            Block::Facts(facts) => (facts.title.as_str(), facts.facts.len()),
            Block::Table(table) => (table.title.as_str(), table.rows.len()),
        };
        if !title.is_empty() {
            items.push(Item::Heading(place));
        }
        match block {
            Block::Paragraph(_) => items.push(Item::Paragraph(place)),
            Block::List(_) => items.extend((0..count).map(|point| Item::Point(place, point))),
            Block::Facts(_) => items.extend((0..count).map(|fact| Item::Fact(place, fact))),
            Block::Table(_) => items.extend((0..count).map(|row| Item::Row(place, row))),
        }
    }
    items
}

/// Shows the texts of a piece in which passages may stand.
fn each_text<'d>(document: &'d Document, section: usize, item: Item, mut see: impl FnMut(&'d Text)) {
    let block = |place: usize| document.sections.get(section).and_then(|section| section.blocks.get(place));
    let in_fact = |fact: &'d Fact, see: &mut dyn FnMut(&'d Text)| {
        fact.values.iter().filter_map(|held| as_text(&held.value)).for_each(see);
    };
    match item {
        Item::Head | Item::Says(_) | Item::Heading(_) => {}
        Item::Paragraph(place) => {
            if let Some(Block::Paragraph(text)) = block(place) {
                see(text);
            }
        }
        Item::Point(place, point) => {
            if let Some(Block::List(list)) = block(place) {
                list.points.get(point).into_iter().for_each(see);
            }
        }
        Item::Fact(place, fact) => {
            if let Some(Block::Facts(facts)) = block(place)
                && let Some(fact) = facts.facts.get(fact)
            {
                in_fact(fact, &mut see);
            }
        }
        Item::Row(place, row) => {
            if let Some(Block::Table(table)) = block(place) {
                table.rows.get(row).into_iter().flatten().filter_map(as_text).for_each(see);
            }
        }
    }
}

fn as_text(value: &Value) -> Option<&Text> {
    match value {
        Value::Text(text) => Some(text),
        Value::Empty
        | Value::Item { .. }
        | Value::Number { .. }
        | Value::Date { .. }
        | Value::Moment { .. }
        | Value::YesNo { .. }
        | Value::BlackedOut(_) => None,
    }
}

/// Returns the passages in a piece, in the order in which they are read.
pub fn passages(document: &Document, section: usize, item: Item) -> Vec<usize> {
    let mut found = Vec::new();
    each_text(document, section, item, |text| {
        for run in &text.0 {
            if let Run::BlackedOut { passage, .. } = run
                && !found.contains(passage)
            {
                found.push(*passage);
            }
        }
    });
    found
}

fn weight(document: &Document, section: usize, item: Item) -> usize {
    let mut letters = 0;
    each_text(document, section, item, |text| {
        for run in &text.0 {
            if let Run::Words(words) | Run::Reworded(words) = run {
                letters += words.len();
            }
        }
    });
    1 + letters / LINE + ASKED * passages(document, section, item).len()
}

/// Cuts pieces of these weights into pages.
fn cut(weights: &[usize]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut from, mut held) = (0, 0);
    for (place, weight) in weights.iter().enumerate() {
        if held > 0 && held + weight > PAGE {
            pages.push(from..place);
            (from, held) = (place, 0);
        }
        held += weight;
    }
    pages.push(from..weights.len());
    pages
}

#[cfg(test)]
mod tests {
    use super::cut;

    /// Weights, and where the pages begin and end.
    type Case = (&'static [usize], &'static [(usize, usize)]);

    #[test]
    fn pages_hold_as_much_as_fits_and_everything_once() {
        let cases: [Case; 4] = [
            (&[], &[(0, 0)]),
            (&[1; 40], &[(0, 40)]),
            (&[1; 41], &[(0, 40), (40, 41)]),
            // What is longer than a page has one of its own.
            (&[1, 900, 1, 1], &[(0, 1), (1, 2), (2, 4)]),
        ];
        for (weights, pages) in cases {
            let cut: Vec<(usize, usize)> = cut(weights).into_iter().map(|page| (page.start, page.end)).collect();
            assert_eq!(cut, pages);
        }
    }
}
