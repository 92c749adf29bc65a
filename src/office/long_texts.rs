//! Searching what was written: notes on cards, and activities.

use std::ops::Range;

use super::{Answer, Desk, Error, Office};
use crate::model::activity::{self, Filter};
use crate::model::field::Field;
use crate::model::user::Right;
use crate::model::{Moment, company, list, person};
use crate::search;
use crate::store::long_texts;
use crate::vault::Slot;

pub use crate::store::long_texts::Kinds;

/// How many letters a snippet has at most.
const SNIPPET: usize = 160;
/// How many letters a snippet shows before the first word that was found.
const BEFORE: usize = 40;
/// Texts are counted no further: what more there is does not help to choose.
pub const MOST: usize = 1_000;

/// A text in which everything that was asked for was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Whose it is; none where it is a company's only.
    pub person: Option<person::Id>,
    /// Which company's it is or was; none for the note on a person's card.
    pub company: Option<company::Id>,
    /// The activity; none where it is the note on a card.
    pub activity: Option<activity::Id>,
    /// The kind of activity.
    pub kind: Option<list::Id>,
    /// When it took place; of a note on a card, when the card was last changed.
    pub at: Moment,
    /// The person's name, or the company's.
    pub name: String,
    /// The company's name, where it is not the name already.
    pub company_name: String,
    /// The part of the text where the words stand, in one line.
    pub snippet: String,
    /// Where the words stand in the snippet, in bytes, in order.
    pub marks: Vec<Range<usize>>,
}

/// Returns the words by which texts are searched, folded as the index is; none where nothing can be found by them.
fn words(typed: &str) -> Vec<String> {
    let folded = search::fold(typed);
    folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns the texts in which each word begins a word, the newest first, at most `limit`.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn find(desk: &Desk<'_>, typed: &str, kinds: Kinds, period: &Filter, limit: usize) -> Result<Vec<Hit>, Error> {
    desk.require(Right::See)?;
    let words = words(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let found = long_texts::find(desk.db(), desk.viewer(), &words, kinds, period, sees_notes(desk)?, limit)?;
    Ok(found.into_iter().map(|found| hit(found, &words)).collect())
}

/// Returns in how many texts each word begins a word, counted up to [`MOST`].
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn count(desk: &Desk<'_>, typed: &str, kinds: Kinds, period: &Filter) -> Result<usize, Error> {
    desk.require(Right::See)?;
    let words = words(typed);
    if words.is_empty() {
        return Ok(0);
    }
    Ok(long_texts::count(desk.db(), desk.viewer(), &words, kinds, period, sees_notes(desk)?, MOST)?)
}

/// Returns on which cards the user sees the notes.
fn sees_notes(desk: &Desk<'_>) -> Result<long_texts::Notes, Error> {
    let rules = desk.rules()?;
    Ok(long_texts::Notes {
        of_persons: rules.fields.is_shown(&Field::Note),
        of_companies: rules.company_fields.is_shown(&Field::Note),
    })
}

impl Office {
    /// Searches notes and activities; a newer question takes the place of an older one.
    pub fn find_text(&self, typed: &str, kinds: Kinds, period: Filter, limit: usize) -> Answer<Vec<Hit>> {
        let typed = typed.to_owned();
        self.latest(Slot("long texts"), move |desk| find(desk, &typed, kinds, &period, limit))
    }

    /// Counts in how many notes and activities something stands, up to [`MOST`].
    pub fn count_text(&self, typed: &str) -> Answer<usize> {
        let typed = typed.to_owned();
        self.latest(Slot("long texts counted"), move |desk| count(desk, &typed, Kinds::All, &Filter::default()))
    }
}

fn hit(found: long_texts::Found, words: &[String]) -> Hit {
    let whole = if found.subject.is_empty() { found.text } else { format!("{}\n{}", found.subject, found.text) };
    let (snippet, marks) = snippet(&whole, words);
    let (name, company_name) = if found.person.is_some() {
        (found.person_name, found.company_name)
    } else {
        (found.company_name, String::new())
    };
    Hit {
        person: found.person,
        company: found.company,
        activity: found.activity,
        kind: found.kind,
        at: found.at,
        name,
        company_name,
        snippet,
        marks,
    }
}

/// Returns the part of a text around the first word found, in one line, and where the words stand in it.
fn snippet(text: &str, words: &[String]) -> (String, Vec<Range<usize>>) {
    let found = starts(text, words);
    let first = found.first().map_or(0, |range| range.start);
    let begin = text[..first].char_indices().rev().take(BEFORE).last().map_or(first, |(place, _)| place);
    let short = text[..first].chars().count() <= BEFORE;
    // Cut between words, where there is one near.
    let space = text[begin..first].char_indices().find(|(_, sign)| sign.is_whitespace());
    let begin = if short { 0 } else { space.map_or(begin, |(place, sign)| begin + place + sign.len_utf8()) };
    let end = text[begin..].char_indices().nth(SNIPPET).map_or(text.len(), |(place, _)| begin + place);
    let mut line = String::new();
    if begin > 0 {
        line.push('…');
    }
    line.push_str(&text[begin..end].split_whitespace().collect::<Vec<_>>().join(" "));
    if end < text.len() {
        line.push('…');
    }
    let marks = starts(&line, words);
    (line, marks)
}

/// Returns where the words begin words of a text, in order: in the middle of one they were not found.
fn starts(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut found = search::find_matches(text, words);
    found.retain(|range| text[..range.start].chars().next_back().is_none_or(|before| !before.is_alphanumeric()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_shows_the_word_and_what_stands_around_it() {
        let words = words("TORSK pris");
        assert_eq!(words, ["torsk", "pris"]);
        for (text, snippet_is, marked) in [
            ("Vil ha prisliste på torsk.", "Vil ha prisliste på torsk.", vec!["pris", "torsk"]),
            ("Første linje\n\nom torsk", "Første linje om torsk", vec!["torsk"]),
            ("stortorsk", "stortorsk", vec![]),
        ] {
            let (line, marks) = snippet(text, &words);
            assert_eq!(line, snippet_is);
            assert_eq!(marks.into_iter().map(|mark| line[mark].to_owned()).collect::<Vec<_>>(), marked);
        }
        let long = format!("{} torsk {}", "før ".repeat(60), "etter ".repeat(60));
        let (line, marks) = snippet(&long, &words);
        assert!(line.starts_with("…før") && line.ends_with('…'), "{line}");
        assert!(line.chars().count() <= SNIPPET + 2, "{line}");
        assert_eq!(&line[marks[0].clone()], "torsk");
        // White space may be longer than a byte.
        for space in ["\u{a0}", "\u{2003}", "\u{3000}"] {
            let (line, marks) = snippet(&format!("{}torsk", format!("før{space}").repeat(60)), &words);
            assert!(line.starts_with("…før før"), "{line}");
            assert_eq!(&line[marks[0].clone()], "torsk");
        }
    }

    #[test]
    fn words_are_folded_and_split_as_the_index_is() {
        for (typed, wanted) in
            [("Ødegård", vec!["odegard"]), ("a-b \"c*", vec!["a", "b", "c"]), ("  ", vec![]), ("§!", vec![])]
        {
            assert_eq!(words(typed), wanted, "{typed}");
        }
    }
}
