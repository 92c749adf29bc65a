//! A report before anybody decided what becomes of passages about other people.

use std::collections::BTreeSet;

use super::{Block, Document, Fact, Run, Text, Value, Withheld};
use crate::model::person;

/// A document, and the passages in it that are about other people.
///
/// In the document itself they are blacked out: what they say is only here.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The document, with every passage blacked out.
    pub document: Document,
    /// The passages, in the order in which they are read; [`Run::BlackedOut`] names them by their position here.
    pub passages: Vec<Passage>,
}

/// Words that name somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words as written.
    pub words: String,
    /// Whose card they point to.
    pub whose: person::Id,
    /// Where they stand in the card file.
    pub place: Place,
}

/// Where a passage stands in the card file: the same in two drafts, as long as the text is the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row.
    pub row: i64,
    /// Where in the text, in bytes.
    pub at: usize,
}

/// What becomes of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Choice {
    /// It is taken out (art. 15(4)).
    #[default]
    BlackOut,
    /// It is told as it stands.
    Keep,
    /// It is said in other words.
    Reword(String),
}

impl Draft {
    /// Returns the document as it is handed out: each passage becomes what `choose` says.
    pub fn settled(&self, choose: impl Fn(usize, &Passage) -> Choice) -> Document {
        let mut document = self.document.clone();
        let choices: Vec<Choice> = (0..).zip(&self.passages).map(|(place, found)| choose(place, found)).collect();
        // A text may stand in two places of the document, and one that was read in none.
        let mut seen = BTreeSet::new();
        each_run(&mut document, |run| {
            let Run::BlackedOut { passage, .. } = *run else { return };
            seen.insert(passage);
            let (Some(found), Some(choice)) = (self.passages.get(passage), choices.get(passage)) else { return };
            match choice {
                Choice::BlackOut => {}
                Choice::Keep => *run = Run::Words(found.words.clone()),
                Choice::Reword(words) => *run = Run::Reworded(words.clone()),
            }
        });
        let chosen: Vec<&Choice> = seen.into_iter().filter_map(|passage| choices.get(passage)).collect();
        let count = |is: fn(&Choice) -> bool| chosen.iter().filter(|choice| is(choice)).count();
        document.withheld = Withheld {
            blacked_out: count(|choice| *choice == Choice::BlackOut),
            reworded: count(|choice| matches!(choice, Choice::Reword(_))),
            files: 0,
            fields: document.withheld.fields,
        };
        document
    }
}

/// Shows every stretch of every text of a document.
fn each_run(document: &mut Document, mut see: impl FnMut(&mut Run)) {
    let see = &mut see;
    in_facts(&mut document.header.facts, see);
    document.permissions.iter_mut().for_each(|row| in_text(&mut row.comment, see));
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Paragraph(text) => in_text(text, see),
            Block::List(list) => list.points.iter_mut().for_each(|point| in_text(point, see)),
            Block::Facts(block) => in_facts(&mut block.facts, see),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(|cell| in_value(cell, see)),
        }
    }
}

fn in_facts(facts: &mut [Fact], see: &mut impl FnMut(&mut Run)) {
    facts.iter_mut().flat_map(|fact| &mut fact.values).for_each(|held| in_value(&mut held.value, see));
}

fn in_value(value: &mut Value, see: &mut impl FnMut(&mut Run)) {
    if let Value::Text(text) = value {
        in_text(text, see);
    }
}

fn in_text(text: &mut Text, see: &mut impl FnMut(&mut Run)) {
    text.0.iter_mut().for_each(see);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::super::*;
    use super::*;

    fn draft() -> Draft {
        let hidden = |passage| Run::BlackedOut { ground: Ground::OthersRights, passage };
        let text = |passage| Text(vec![Run::Words("met ".to_owned()), hidden(passage), Run::Words(".".to_owned())]);
        let held = Held::alone(Value::Text(text(1)), None);
        let fact = Fact { key: "note".to_owned(), label: "Note".to_owned(), category: None, values: vec![held] };
        let facts = Facts { facts: vec![fact], ..Facts::default() };
        let table = Table { rows: vec![vec![Value::Empty, Value::Text(text(2))]], ..Table::default() };
        let section = Section {
            key: "data",
            title: "Data".to_owned(),
            introduction: Vec::new(),
            blocks: vec![Block::Paragraph(text(0)), Block::Facts(facts), Block::Table(table)],
        };
        let header = Header {
            kind: Kind::Access,
            title: String::new(),
            controller: Party::default(),
            country: String::new(),
            about: Party::default(),
            person: person::Id(1),
            asked_at: Moment(0),
            language: "en".to_owned(),
            number: Id(1),
            journal_head: String::new(),
            facts: Vec::new(),
        };
        let passage = |words: &str, at| Passage {
            words: words.to_owned(),
            whose: person::Id(2),
            place: Place { table: "person", column: "note", row: 1, at },
        };
        Draft {
            document: Document {
                header,
                sections: vec![section],
                permissions: Vec::new(),
                files: Vec::new(),
                withheld: Withheld::default(),
                words: Words { blacked_out: "[...]".to_owned(), ..Words::default() },
            },
            passages: vec![passage("Ada", 1), passage("Bo", 2), passage("Cy", 3)],
        }
    }

    #[test]
    fn a_document_says_of_others_only_what_was_chosen() {
        let draft = draft();
        assert_eq!(draft.document.sections[0].rows(), 2);
        let all = draft.settled(|_, _| Choice::BlackOut);
        assert_eq!(all.withheld, Withheld { blacked_out: 3, ..Withheld::default() });
        assert!(["Ada", "Bo", "Cy"].iter().all(|name| !format!("{all:?}").contains(name)));

        let some = draft.settled(|_, passage| match passage.words.as_str() {
            "Ada" => Choice::Keep,
            "Bo" => Choice::Reword("a colleague".to_owned()),
            _ => Choice::BlackOut,
        });
        assert_eq!(some.withheld, Withheld { blacked_out: 1, reworded: 1, files: 0, fields: 0 });
        let [Block::Paragraph(first), Block::Facts(facts), Block::Table(table)] = &some.sections[0].blocks[..] else {
            panic!("blocks")
        };
        assert_eq!(first.words(&some.words), "met Ada.");
        assert_eq!(facts.facts[0].values[0].value.words(&some.words), "met a colleague.");
        assert_eq!(table.rows[0][1].words(&some.words), "met [...].");
    }
}
