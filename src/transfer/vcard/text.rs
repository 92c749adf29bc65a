//! Cuts an address book into cards, and makes of each one text that calcard reads rightly.
//!
//! What calcard leaves to do: a CHARSET is honoured by it only beside an ENCODING, and it wants UTF-8; a semicolon inside
//! quoted-printable would part the value after decoding; a card without an end swallows the next one; and pictures
//! would be held in memory. So lines are unfolded, decoded and stripped of pictures here, while they are still bytes.

use std::io::{self, Read};

use crate::transfer::encoding::Encoding;
use crate::transfer::lines::{Line, Lines};
use crate::transfer::{Limits, Problem, RowError};

/// Holds one card as text: UTF-8, one property a line, neither folded nor quoted-printable.
pub(super) struct Card {
    pub(super) number: u64,
    pub(super) version: String,
    pub(super) text: String,
}

/// Reads the cards of a book one after the other. What stands between two cards counts as a broken card.
pub(super) struct Cards<R> {
    lines: Lines<R>,
    again: Option<Line>,
    /// Whether the lines are UTF-8 because they were UTF-16: then no CHARSET holds any more.
    recoded: bool,
    row_bytes: usize,
    most: u64,
    /// How many cards were begun.
    pub(super) number: u64,
    /// How many embedded pictures were passed over.
    pub(super) pictures: u64,
    ended: bool,
}

/// Tells whether a line begins a card.
pub(super) fn is_begin(line: &[u8]) -> bool {
    is(line, b"BEGIN")
}

fn is(line: &[u8], name: &[u8]) -> bool {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    split_head(line).is_some_and(|(head, value)| {
        head.trim_ascii().eq_ignore_ascii_case(name) && value.trim_ascii().eq_ignore_ascii_case(b"VCARD")
    })
}

impl<R: Read> Cards<R> {
    pub(super) fn new(reader: R, encoding: Encoding, limits: &Limits) -> Self {
        Self {
            lines: Lines::new(reader, limits.row_bytes),
            again: None,
            recoded: matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be),
            row_bytes: limits.row_bytes,
            most: limits.rows,
            number: 0,
            pictures: 0,
            ended: false,
        }
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        match self.again.take() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next(),
        }
    }

    /// Reads up to the next card and past it.
    fn card(&mut self) -> io::Result<Option<Result<Card, Problem>>> {
        let mut garbage = false;
        loop {
            let line = self.line()?;
            if garbage && line.as_ref().is_none_or(|line| is_begin(&line.bytes)) {
                self.again = line;
                self.number += 1;
                return Ok(Some(Err(Problem::NotACard)));
            }
            let Some(line) = line else { return Ok(None) };
            if is_begin(&line.bytes) {
                self.number += 1;
                return self.body().map(Some);
            }
            garbage |= line.bytes.iter().any(u8::is_ascii_graphic) && !is(&line.bytes, b"END");
        }
    }

    fn body(&mut self) -> io::Result<Result<Card, Problem>> {
        let mut body = Body::default();
        // How many cards inside this one are open.
        let mut inner = 0;
        loop {
            let Some(line) = self.line()? else {
                return Ok(Err(Problem::UnfinishedCard));
            };
            if is_begin(&line.bytes) {
                // A card inside a card is somebody's assistant (AGENT); otherwise the end is missing.
                if inner == 0 && !body.last_is(b"AGENT") {
                    self.again = Some(line);
                    return Ok(Err(Problem::UnfinishedCard));
                }
                inner += 1;
            } else if is(&line.bytes, b"END") {
                if inner == 0 {
                    break;
                }
                inner -= 1;
            } else if inner == 0 {
                body.line(&line, self.row_bytes);
            }
        }
        self.pictures += body.pictures;
        if body.too_long {
            return Ok(Err(Problem::RowTooLong));
        }
        if body.properties.is_empty() {
            return Ok(Err(Problem::UnfinishedCard));
        }
        let mut text = String::from("BEGIN:VCARD\n");
        for property in &body.properties {
            property.write(self.recoded, &mut text);
        }
        text.push_str("END:VCARD\n");
        Ok(Ok(Card { number: self.number, version: body.version, text }))
    }
}

impl<R: Read> Iterator for Cards<R> {
    type Item = Result<Card, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let problem = match self.card() {
            Ok(None) => {
                self.ended = true;
                return None;
            }
            Ok(Some(_)) if self.number > self.most => {
                self.ended = true;
                Problem::TooManyRows { most: self.most }
            }
            Ok(Some(Ok(card))) => return Some(Ok(card)),
            Ok(Some(Err(problem))) => problem,
            Err(_) => {
                self.ended = true;
                Problem::Unreadable
            }
        };
        Some(Err(RowError { row: self.number, problem }))
    }
}

/// Gathers the properties of a card from its lines.
#[derive(Default)]
struct Body {
    properties: Vec<Property>,
    version: String,
    /// Whether the last property is a picture, whose lines are passed over.
    dropping: bool,
    pictures: u64,
    size: usize,
    too_long: bool,
}

/// One property, unfolded, still as bytes.
struct Property {
    head: Vec<u8>,
    value: Vec<u8>,
    quoted: bool,
}

impl Body {
    fn last_is(&self, wanted: &[u8]) -> bool {
        self.properties.last().is_some_and(|last| name(&last.head).eq_ignore_ascii_case(wanted))
    }

    fn line(&mut self, line: &Line, most: usize) {
        let bytes = line.bytes.as_slice();
        let folded = matches!(bytes.first(), Some(b' ' | b'\t'));
        let head = split_head(bytes).filter(|(head, _)| !folded && is_head(head));
        if self.dropping && head.is_none() {
            return;
        }
        let soft =
            !self.dropping && self.properties.last().is_some_and(|last| last.quoted && last.value.ends_with(b"="));
        if let (Some((head, value)), false) = (head, soft) {
            let upper = head.to_ascii_uppercase();
            self.dropping = is_binary(&upper);
            if self.dropping {
                let link = value.starts_with(b"http") || memchr::memmem::find(&upper, b"VALUE=URL").is_some();
                self.pictures += u64::from(name(&upper) == b"PHOTO" && !link);
                return;
            }
            if name(&upper) == b"VERSION" {
                self.version = String::from_utf8_lossy(value.trim_ascii()).chars().take(8).collect();
            }
            if self.fits(line, most) {
                self.properties.push(Property {
                    quoted: memchr::memmem::find(&upper, b"QUOTED-PRINTABLE").is_some(),
                    head: head.to_vec(),
                    value: value.to_vec(),
                });
            }
            return;
        }
        // 2.1 folds at a space, which belongs to the text; later versions put one in.
        let put_in = usize::from(!soft && folded && self.version != "2.1");
        // Some programs write the lines of a note without folding them.
        let unfolded = !soft && !folded;
        if bytes.is_empty() || (unfolded && !self.last_is(b"NOTE")) || !self.fits(line, most) {
            return;
        }
        if let Some(last) = self.properties.last_mut() {
            if soft {
                last.value.pop();
            } else if unfolded {
                last.value.extend_from_slice(b"\\n");
            }
            last.value.extend_from_slice(bytes.get(put_in..).unwrap_or_default());
        }
    }

    fn fits(&mut self, line: &Line, most: usize) -> bool {
        self.size += line.bytes.len();
        self.too_long |= line.cut || self.size > most;
        !self.too_long
    }
}

/// Parts a line at its first colon outside quotation marks.
fn split_head(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut quoted = false;
    let colon = line.iter().position(|&byte| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    })?;
    Some((line.get(..colon)?, line.get(colon + 1..)?))
}

/// Tells whether what stands before a colon can be the name of a property, with its group and parameters.
fn is_head(head: &[u8]) -> bool {
    let name = name(head);
    !name.is_empty() && name.iter().all(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Returns the name of a property, without group and parameters.
fn name(head: &[u8]) -> &[u8] {
    let name = head.split(|&byte| byte == b';').next().unwrap_or_default();
    name.rsplit(|&byte| byte == b'.').next().unwrap_or_default().trim_ascii()
}

/// Tells whether a property (its head in capitals) holds something that is no text.
fn is_binary(upper: &[u8]) -> bool {
    matches!(name(upper), b"PHOTO" | b"LOGO" | b"SOUND" | b"KEY")
        || upper
            .split(|&byte| byte == b';')
            .skip(1)
            .any(|parameter| matches!(parameter.trim_ascii(), b"BASE64" | b"ENCODING=B" | b"ENCODING=BASE64"))
}

impl Property {
    /// Writes the property as a line of UTF-8 without CHARSET and ENCODING.
    fn write(&self, recoded: bool, to: &mut String) {
        let head = decode(&self.head, None);
        let name = name(&self.head);
        // calcard takes the eight digits of 2.1 for a year; the text itself is wanted.
        let date = name.eq_ignore_ascii_case(b"BDAY");
        let mut charset = None;
        for (place, parameter) in head.split(';').enumerate() {
            let upper = parameter.trim().to_ascii_uppercase();
            if place > 0 {
                if let Some(label) = upper.strip_prefix("CHARSET=") {
                    charset = encoding_rs::Encoding::for_label(label.trim_matches('"').as_bytes());
                    continue;
                }
                let encoding = upper.strip_prefix("ENCODING=").unwrap_or(&upper);
                if matches!(encoding, "QUOTED-PRINTABLE" | "8BIT" | "7BIT") || (date && upper.starts_with("VALUE=")) {
                    continue;
                }
                to.push(';');
            }
            to.push_str(parameter);
        }
        if date {
            to.push_str(";VALUE=text");
        }
        let charset = charset.filter(|_| !recoded);
        to.push(':');
        let structured = [b"N".as_slice(), b"ADR", b"ORG"];
        if !self.quoted {
            to.push_str(&decode(&self.value, charset));
        } else if structured.iter().any(|structured| name.eq_ignore_ascii_case(structured)) {
            for (place, part) in split_parts(&self.value).into_iter().enumerate() {
                if place > 0 {
                    to.push(';');
                }
                let part = decode(&unquote(part), charset);
                // An escaped semicolon that was written plainly has its backslash still.
                to.push_str(&escape_lines(&part.replace("\\;", ";").replace(';', "\\;")));
            }
        } else {
            to.push_str(&escape_lines(&decode(&unquote(&self.value), charset)));
        }
        to.push('\n');
    }
}

fn escape_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\n'], "\\n")
}

/// Parts a structured value at semicolons that no backslash precedes.
fn split_parts(value: &[u8]) -> Vec<&[u8]> {
    let mut escaped = false;
    value
        .split(|&byte| {
            let here = byte == b';' && !escaped;
            escaped = byte == b'\\' && !escaped;
            here
        })
        .collect()
}

/// Undoes quoted-printable (RFC 2045, 6.7); what is no code stays as it is.
fn unquote(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((&byte, after)) = rest.split_first() {
        let code = match (byte, after) {
            (b'=', [high, low, ..]) => char::from(*high)
                .to_digit(16)
                .zip(char::from(*low).to_digit(16))
                .and_then(|(high, low)| u8::try_from(high * 16 + low).ok()),
            _ => None,
        };
        out.push(code.unwrap_or(byte));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    out
}

/// Makes text of a value. Good UTF-8 is taken for what it is, even where the card says Latin-1: Latin-1 text that
/// happens to be UTF-8 is not words in any language, while a book that was converted keeps its old CHARSET. Without a
/// CHARSET, what is not UTF-8 is Windows-1252.
fn decode(bytes: &[u8], charset: Option<&'static encoding_rs::Encoding>) -> String {
    let latin = encoding_rs::WINDOWS_1252;
    let charset = charset.unwrap_or(latin);
    if charset == latin || charset == encoding_rs::UTF_8 {
        return match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => latin.decode_without_bom_handling(bytes).0.into_owned(),
        };
    }
    charset.decode_without_bom_handling(bytes).0.into_owned()
}
