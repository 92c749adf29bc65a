//! Where in a file one message ends and the next begins (RFC 4155).

use std::io::Read;
use std::ops::Range;
use std::sync::Arc;

use super::{FILE, MESSAGE};
use crate::transfer::{Error, Input, Limits, Part, Problem, Row, RowError, Rows};

/// What the cells of a row are.
const HEADINGS: [&str; 3] = ["offset", "length", "mail"];
/// How the line between two messages begins.
const BETWEEN: &[u8] = b"From ";

/// A file of messages; one that is no mailbox is one message.
#[derive(Debug, Clone)]
pub(in crate::transfer) struct Mailbox {
    bytes: Arc<[u8]>,
    messages: Vec<Range<usize>>,
}

impl Mailbox {
    /// Looks where the messages are.
    pub fn open(input: &Input) -> Result<Self, Error> {
        if input.length() > FILE {
            return Err(Error::TooLarge { part: Part::File, most: FILE });
        }
        let mut bytes = Vec::new();
        input.reader().read_to_end(&mut bytes)?;
        if bytes.is_empty() {
            return Err(Error::Empty);
        }
        let messages = split(&bytes);
        Ok(Self { bytes: bytes.into(), messages })
    }

    /// Returns the headings.
    pub fn headings() -> Vec<String> {
        HEADINGS.map(str::to_owned).to_vec()
    }

    /// Returns how many messages there are.
    pub fn count(&self) -> u64 {
        self.messages.len() as u64
    }

    /// Returns a row for each message.
    pub fn rows(&self, limits: &Limits) -> Rows {
        let (bytes, messages, most) = (Arc::clone(&self.bytes), self.messages.clone(), limits.rows);
        let rows = (1..).zip(messages).map(move |(number, place)| {
            if number > most {
                return Err(RowError { row: number, problem: Problem::TooManyRows { most } });
            }
            let part = bytes.get(place.clone()).unwrap_or_default();
            let mail = (part.len() <= MESSAGE).then(|| super::recognised(part)).flatten();
            let json = mail.and_then(|mail| serde_json::to_string(&mail).ok()).unwrap_or_default();
            Ok(Row { number, cells: vec![place.start.to_string(), part.len().to_string(), json] })
        });
        Box::new(rows)
    }
}

/// Returns where each message lies.
fn split(bytes: &[u8]) -> Vec<Range<usize>> {
    if !bytes.starts_with(BETWEEN) {
        return std::iter::once(0..bytes.len()).collect();
    }
    let mut messages = Vec::new();
    let (mut start, mut at, mut after_blank) = (None, 0, true);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if after_blank && line.starts_with(BETWEEN) {
            messages.extend(start.map(|start| start..at));
            start = Some(at + line.len());
        }
        after_blank = line == b"\n" || line == b"\r\n";
        at += line.len();
    }
    messages.extend(start.map(|start| start..at));
    messages.retain(|place| !place.is_empty());
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_told_apart() {
        let cases: [(&[u8], &[&str]); 6] = [
            (b"Subject: a\n\nb", &["Subject: a\n\nb"]),
            (b"From x\nSubject: a\n\nb\n\nFrom y\nSubject: c\n", &["Subject: a\n\nb\n\n", "Subject: c\n"]),
            (b"From x\r\nA: b\r\n\r\nFrom y\r\nC: d\r\n", &["A: b\r\n\r\n", "C: d\r\n"]),
            // Not after a blank line: a sentence.
            (b"From x\nA: b\n\nhi\nFrom here on\n", &["A: b\n\nhi\nFrom here on\n"]),
            (b"From x\n\nFrom y\n\nFrom z", &["\n", "\n"]),
            (b"From x", &[]),
        ];
        for (bytes, wanted) in cases {
            let found: Vec<_> = split(bytes).into_iter().map(|place| String::from_utf8_lossy(&bytes[place])).collect();
            assert_eq!(found, wanted, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
