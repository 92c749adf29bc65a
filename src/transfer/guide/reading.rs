//! Reads the sources of the guide.

use super::{Block, Chapter, Keys, Look, Piece, Words};
use crate::i18n::{self, Lang};
use crate::t;

/// What stands before the key of a text of which the keys are wanted.
const KEYS: &str = "keys ";

/// Returns the title of a chapter.
pub(super) fn title(source: &str) -> &str {
    source.lines().next().unwrap_or_default().trim_start_matches("# ").trim_end()
}

/// What is needed to read a chapter.
pub(super) struct Reader<'a> {
    pub lang: Lang,
    /// The chapters there are: key and title.
    pub titles: &'a [(&'static str, &'a str)],
    pub keys: &'a Keys,
}

/// What a line begins with.
enum Line<'a> {
    Empty,
    Heading(&'a str),
    Smaller(&'a str),
    Note(&'a str),
    Dot(&'a str),
    Number(&'a str),
    Row(&'a str),
    Picture(&'a str, &'a str),
    Keys,
    /// Goes on with what stands above.
    More(&'a str),
}

fn line(line: &str) -> Line<'_> {
    let trimmed = line.trim();
    let is_indented = line.starts_with(' ');
    let number = trimmed
        .split_once(". ")
        .filter(|(number, _)| !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit()));
    let picture = trimmed.strip_prefix("![").and_then(|rest| rest.strip_suffix(')')?.split_once("]("));
    if trimmed.is_empty() {
        Line::Empty
    } else if let Some((says, name)) = picture {
        Line::Picture(says, name)
    } else if trimmed == "@keys" {
        Line::Keys
    } else if is_indented {
        Line::More(trimmed)
    } else if let Some(rest) = trimmed.strip_prefix("### ") {
        Line::Smaller(rest)
    } else if let Some(rest) = trimmed.strip_prefix("## ") {
        Line::Heading(rest)
    } else if let Some(rest) = trimmed.strip_prefix("> ") {
        Line::Note(rest)
    } else if let Some(rest) = trimmed.strip_prefix("- ") {
        Line::Dot(rest)
    } else if let Some((_, rest)) = number {
        Line::Number(rest)
    } else if let Some(rest) = trimmed.strip_prefix('|') {
        Line::Row(rest.trim_end_matches('|'))
    } else {
        Line::More(trimmed)
    }
}

/// A block whose lines are still being gathered.
enum Open {
    Paragraph(String),
    Note(String),
    Dots(Vec<String>),
    Numbers(Vec<String>),
    Rows(Vec<String>),
}

impl Reader<'_> {
    /// Reads a chapter.
    pub fn chapter(&self, key: &'static str, source: &str) -> Chapter {
        let mut blocks = Vec::new();
        let mut open: Option<Open> = None;
        for text in source.lines().skip(1) {
            let next = match (line(text), &mut open) {
                (Line::More(more), Some(Open::Paragraph(text) | Open::Note(text))) => {
                    text.push(' ');
                    text.push_str(more);
                    continue;
                }
                (Line::More(more), Some(Open::Dots(items) | Open::Numbers(items))) => {
                    if let Some(item) = items.last_mut() {
                        item.push(' ');
                        item.push_str(more);
                    }
                    continue;
                }
                (Line::Note(more), Some(Open::Note(text))) => {
                    text.push(' ');
                    text.push_str(more);
                    continue;
                }
                (Line::Dot(item), Some(Open::Dots(items))) | (Line::Number(item), Some(Open::Numbers(items))) => {
                    items.push(item.to_owned());
                    continue;
                }
                (Line::Row(row), Some(Open::Rows(rows))) => {
                    rows.push(row.to_owned());
                    continue;
                }
                (line, _) => line,
            };
            blocks.extend(open.take().map(|open| self.closed(open)));
            match next {
                Line::Empty => {}
                Line::Heading(text) => blocks.push(Block::Heading(self.words(text))),
                Line::Smaller(text) => blocks.push(Block::Smaller(self.words(text))),
                Line::Picture(says, name) => {
                    let says = self.words(says).into_iter().map(|piece| piece.text).collect();
                    blocks.push(Block::Picture { name: name.to_owned(), says });
                }
                Line::Keys => blocks.extend(self.all_keys()),
                Line::Note(text) => open = Some(Open::Note(text.to_owned())),
                Line::Dot(text) => open = Some(Open::Dots(vec![text.to_owned()])),
                Line::Number(text) => open = Some(Open::Numbers(vec![text.to_owned()])),
                Line::Row(text) => open = Some(Open::Rows(vec![text.to_owned()])),
                Line::More(text) => open = Some(Open::Paragraph(text.to_owned())),
            }
        }
        blocks.extend(open.map(|open| self.closed(open)));
        Chapter { key, title: title(source).to_owned(), blocks }
    }

    fn closed(&self, open: Open) -> Block {
        let each = |items: Vec<String>| items.iter().map(|item| self.words(item)).collect();
        match open {
            Open::Paragraph(text) => Block::Paragraph(self.words(&text)),
            Open::Note(text) => Block::Note(self.words(&text)),
            Open::Dots(items) => Block::Dots(each(items)),
            Open::Numbers(items) => Block::Numbers(each(items)),
            Open::Rows(rows) => {
                let mut rows =
                    rows.iter().map(|row| row.split('|').map(|cell| self.words(cell.trim())).collect::<Vec<Words>>());
                let head = rows.next().unwrap_or_default();
                Block::Table { head, rows: rows.collect() }
            }
        }
    }

    fn all_keys(&self) -> Vec<Block> {
        let plain = |text: &str, look| vec![Piece { text: text.to_owned(), look }];
        let head = vec![
            plain(&t!(self.lang, "guide-key-does"), Look::Plain),
            plain(&t!(self.lang, "guide-key-is"), Look::Plain),
        ];
        self.keys
            .iter()
            .flat_map(|(name, lines)| {
                let rows = lines.iter().map(|(does, is)| vec![plain(does, Look::Plain), plain(is, Look::Strong)]);
                let table = Block::Table { head: head.clone(), rows: rows.collect() };
                [Block::Heading(plain(name, Look::Plain)), table]
            })
            .collect()
    }

    /// Returns the keys for what is called so in the window: the first, where there are several.
    fn keys_for(&self, label: &str) -> String {
        let name = i18n::text(self.lang, label);
        let mut lines = self.keys.iter().flat_map(|(_, lines)| lines);
        let keys = lines.find(|(does, _)| *does == name).and_then(|(_, keys)| keys.split("  ").next());
        keys.map_or_else(|| format!("{{{KEYS}{label}}}"), str::to_owned)
    }

    /// Returns the pieces of a line.
    fn words(&self, text: &str) -> Words {
        let mut words = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (before, marked) = match rest.find(['{', '`', '[', '*']) {
                Some(place) => rest.split_at(place),
                None => (rest, ""),
            };
            push(&mut words, before, Look::Plain);
            rest = self.marked(marked, &mut words);
        }
        words
    }

    /// Adds what is marked at the beginning of a text, and returns what follows.
    fn marked<'t>(&self, text: &'t str, words: &mut Words) -> &'t str {
        for (start, end) in [("{", "}"), ("`", "`"), ("**", "**"), ("*", "*"), ("[[", "]]")] {
            let Some((inside, rest)) = text.strip_prefix(start).and_then(|text| text.split_once(end)) else { continue };
            match start {
                "{" if inside.starts_with(KEYS) => push(words, &self.keys_for(&inside[KEYS.len()..]), Look::Strong),
                "{" => {
                    // What nobody knows stays as it is written: a test finds it.
                    let known = i18n::text_if_known(self.lang, inside);
                    push(words, &known.unwrap_or_else(|| format!("{{{inside}}}")), Look::Window);
                }
                "`" => push(words, inside, Look::Typed),
                "**" => push(words, inside, Look::Strong),
                "*" => push(words, inside, Look::Said),
                _ => match self.titles.iter().find(|(key, _)| *key == inside) {
                    Some((key, title)) => push(words, title, Look::Chapter(key)),
                    None => push(words, &format!("[[{inside}]]"), Look::Plain),
                },
            }
            // A button that ends in three dots ends the sentence, too.
            let is_open = words.last().is_some_and(|piece| piece.look == Look::Window && piece.text.ends_with('…'));
            return rest.strip_prefix('.').filter(|_| is_open && start == "{").unwrap_or(rest);
        }
        let (sign, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
        push(words, sign, Look::Plain);
        rest
    }
}

/// Adds a piece, to the last one where that looks the same.
fn push(words: &mut Words, text: &str, look: Look) {
    match words.last_mut() {
        Some(last) if last.look == look && look == Look::Plain => last.text.push_str(text),
        Some(_) | None if text.is_empty() => {}
        Some(_) | None => words.push(Piece { text: text.to_owned(), look }),
    }
}
