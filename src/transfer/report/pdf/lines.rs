//! Texts made printable and broken into lines (UAX #14).

use std::borrow::Cow;
use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::face::{Face, Shaped, Shaping};

/// What text looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub face: Face,
    /// The font size in points.
    pub size: f32,
    pub ink: Ink,
}

impl Style {
    pub const fn new(face: Face, size: f32, ink: Ink) -> Self {
        Self { face, size, ink }
    }

    /// Returns the distance from one line to the next.
    pub fn leading(self) -> f32 {
        self.size * 1.4
    }
}

/// What something is drawn in. Every ink for words has a contrast of 4.5 and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Words, and what is blacked out.
    Black,
    /// Words that stand back.
    Grey,
    /// Words on black.
    White,
    /// Lines between rows.
    Hair,
    /// The ground under the heads of tables.
    Tint,
}

/// A part of a text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Span<'a> {
    /// Words as they are.
    Words(&'a str, Style),
    /// A black bar that says so.
    Bar(&'a str, Style),
}

/// What stands on a line without a break in it.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub shaped: Rc<Shaped>,
    pub style: Style,
    pub is_bar: bool,
    /// The length in points, with white space at the end.
    pub width: f32,
    trailing: f32,
    /// Whether a line may end after it, or must.
    end: Option<BreakOpportunity>,
}

/// The room to each side of the words on a bar.
pub(super) const BAR_PAD: f32 = 2.5;

/// A text with its places to break.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pieces: Vec<Piece>,
    /// The length of its longest line if none is broken, in points.
    pub natural: f32,
    /// The length of the longest word.
    pub least: f32,
    /// The distance from one line to the next.
    pub leading: f32,
    /// The largest font size.
    pub size: f32,
}

/// A line.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub pieces: Vec<Piece>,
    /// Its length in points, without white space at its end.
    pub width: f32,
}

/// Makes paragraphs.
pub(super) struct Setting {
    pub shaping: Shaping,
    /// How many letters were printed as their code points.
    pub lacking: usize,
}

impl Setting {
    /// Returns a text with its places to break.
    pub fn paragraph(&mut self, spans: &[Span<'_>]) -> Paragraph {
        let mut paragraph = Paragraph::default();
        // Breaks are looked for in the text as a whole; a bar counts as a word.
        let mut whole = String::new();
        let mut parts: Vec<(usize, Option<&str>, Style)> = Vec::with_capacity(spans.len());
        for span in spans {
            let style = match *span {
                Span::Words(words, style) => {
                    let words = self.printable(words);
                    whole.push_str(&words);
                    parts.push((whole.len(), None, style));
                    style
                }
                Span::Bar(says, style) => {
                    whole.push('X');
                    parts.push((whole.len(), Some(says), style));
                    style
                }
            };
            paragraph.leading = paragraph.leading.max(style.leading());
            paragraph.size = paragraph.size.max(style.size);
        }
        let mut parts = parts.into_iter().peekable();
        let (mut at, mut word, mut line) = (0, 0.0, 0.0);
        for (until, end) in linebreaks(&whole) {
            let end = if until == whole.len() && !whole.ends_with('\n') { None } else { Some(end) };
            while at < until {
                let Some(&(part_end, bar, style)) = parts.peek() else { break };
                let stop = part_end.min(until);
                let text = whole[at..stop].trim_end_matches('\n');
                let says = bar.map(|says| self.printable(says).into_owned());
                let mut piece = self.piece(says.as_deref().unwrap_or(text), style, bar.is_some());
                at = stop;
                if stop == part_end {
                    parts.next();
                }
                if at == until {
                    piece.end = end;
                }
                word += piece.width;
                line += piece.width;
                paragraph.least = paragraph.least.max(word - piece.trailing);
                paragraph.natural = paragraph.natural.max(line - piece.trailing);
                paragraph.pieces.push(piece);
            }
            word = 0.0;
            if end == Some(BreakOpportunity::Mandatory) {
                line = 0.0;
            }
        }
        paragraph
    }

    fn piece(&mut self, text: &str, style: Style, is_bar: bool) -> Piece {
        let style = if is_bar { Style { face: Face::Medium, size: style.size * 0.84, ink: Ink::White } } else { style };
        let shaped = self.shaping.shaped(style.face, text);
        let (width, trailing) = (shaped.width * style.size, shaped.trailing * style.size);
        if is_bar {
            return Piece { shaped, style, is_bar, width: width + 2.0 * BAR_PAD, trailing: 0.0, end: None };
        }
        Piece { shaped, style, is_bar, width, trailing, end: None }
    }

    /// Returns the lines of a text in a column of a width; words that are longer than it are broken.
    pub fn broken(&mut self, paragraph: &Paragraph, width: f32) -> Vec<Line> {
        // What is a hair too wide is not: widths are sums of many small numbers.
        let width = width.max(1.0) + 0.01;
        let mut lines = Vec::new();
        let mut line = Line::default();
        let mut at = 0.0;
        let mut rest = paragraph.pieces.as_slice();
        while !rest.is_empty() {
            let count = rest.iter().position(|piece| piece.end.is_some()).map_or(rest.len(), |place| place + 1);
            let (word, after) = rest.split_at(count);
            rest = after;
            let length: f32 = word.iter().map(|piece| piece.width).sum();
            let length = length - word.last().map_or(0.0, |piece| piece.trailing);
            if at > 0.0 && at + length > width {
                lines.push(std::mem::take(&mut line));
                at = 0.0;
            }
            for piece in word {
                let mut piece = piece.clone();
                while at + piece.width - piece.trailing > width && !piece.is_bar {
                    let Some((first, second)) = self.cut(&piece, width - at) else { break };
                    if first.width > 0.0 {
                        line.width = at + first.width;
                        line.pieces.push(first);
                    }
                    lines.push(std::mem::take(&mut line));
                    at = 0.0;
                    piece = second;
                }
                line.width = at + piece.width - piece.trailing;
                at += piece.width;
                line.pieces.push(piece);
            }
            if word.last().is_some_and(|piece| piece.end == Some(BreakOpportunity::Mandatory)) {
                lines.push(std::mem::take(&mut line));
                at = 0.0;
            }
        }
        if !line.pieces.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Cuts a piece so that the first part is no longer than `width`, but has a letter; none where it has but one.
    fn cut(&mut self, piece: &Piece, width: f32) -> Option<(Piece, Piece)> {
        let mut at = 0.0;
        let mut end = 0;
        for glyph in &piece.shaped.glyphs {
            at += glyph.x_advance * piece.style.size;
            if at > width && end > 0 {
                break;
            }
            end = glyph.text_range.end;
        }
        let (first, second) = piece.shaped.text.split_at_checked(end)?;
        if second.is_empty() {
            return None;
        }
        let (first, mut rest) = (self.piece(first, piece.style, false), self.piece(second, piece.style, false));
        rest.end = piece.end;
        Some((first, rest))
    }

    /// Returns a text of letters that the fonts have: composed (NFC), without signs that nobody sees, and every letter
    /// that is lacking as its code point.
    ///
    /// PDF/A refuses glyphs that stand for no letter (ISO 19005-3, 6.2.11.8).
    fn printable<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
            return Cow::Borrowed(text);
        }
        let composed: Cow<'_, str> = match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => Cow::Borrowed(text),
            IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
        };
        let mut out = String::with_capacity(composed.len());
        // Code points are kept off what stands beside them.
        let mut after_code = false;
        for letter in composed.chars() {
            let letter = match letter {
                '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
                '\t' => ' ',
                letter if is_unseen(letter) => continue,
                letter => letter,
            };
            if letter == '\n' || self.shaping.has(letter) {
                if after_code && letter.is_alphanumeric() {
                    out.push(' ');
                }
                out.push(letter);
                after_code = false;
            } else {
                if out.chars().next_back().is_some_and(char::is_alphanumeric) {
                    out.push(' ');
                }
                out.push_str(&format!("U+{:04X}", u32::from(letter)));
                self.lacking += 1;
                after_code = true;
            }
        }
        Cow::Owned(out)
    }
}

/// Returns whether a sign only steers how others are shown.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}
