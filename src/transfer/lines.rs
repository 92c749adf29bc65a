//! Physical lines of a text file, whichever of CR, LF and CRLF ends them, never longer than they may be.

use std::io::{self, BufRead, BufReader, Read};

/// Reads lines as bytes, without their ends.
pub(super) struct Lines<R> {
    reader: BufReader<R>,
    after_cr: bool,
    first: bool,
    most: usize,
}

/// Holds one line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    pub(super) bytes: Vec<u8>,
    /// Whether the line was longer, and the rest of it was passed over.
    pub(super) cut: bool,
}

impl<R: Read> Lines<R> {
    /// Reads lines of at most `most` bytes; of longer ones, the beginning.
    pub(super) fn new(reader: R, most: usize) -> Self {
        Self { reader: BufReader::with_capacity(64 * 1024, reader), after_cr: false, first: true, most }
    }

    /// Returns the next line, or nothing at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line::default();
        let mut any = false;
        loop {
            let ready = match self.reader.fill_buf() {
                Ok(ready) => ready,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let Some(&next) = ready.first() else {
                return Ok(any.then(|| self.without_mark(line)));
            };
            if std::mem::take(&mut self.after_cr) && next == b'\n' {
                self.reader.consume(1);
                continue;
            }
            any = true;
            let end = memchr::memchr2(b'\n', b'\r', ready);
            let part = ready.get(..end.unwrap_or(ready.len())).unwrap_or_default();
            let room = self.most - line.bytes.len();
            line.cut |= part.len() > room;
            line.bytes.extend_from_slice(part.get(..room).unwrap_or(part));
            let used = part.len();
            let Some(end) = end else {
                self.reader.consume(used);
                continue;
            };
            self.after_cr = ready.get(end) == Some(&b'\r');
            self.reader.consume(used + 1);
            return Ok(Some(self.without_mark(line)));
        }
    }

    fn without_mark(&mut self, mut line: Line) -> Line {
        if std::mem::take(&mut self.first) && line.bytes.starts_with(b"\xEF\xBB\xBF") {
            line.bytes.drain(..3);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lines(text: &str) -> Vec<(String, bool)> {
        let mut lines = Lines::new(text.as_bytes(), 4);
        std::iter::from_fn(|| lines.next().unwrap())
            .map(|line| (String::from_utf8(line.bytes).unwrap(), line.cut))
            .collect()
    }

    #[test]
    fn every_kind_of_line_end() {
        for text in ["a\nb\n\nc", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r", "a\rb\n\r\nc"] {
            let wanted: Vec<_> = ["a", "b", "", "c"].map(|line| (line.to_owned(), false)).into();
            assert_eq!(lines(text), wanted, "{text:?}");
        }
        assert!(lines("").is_empty());
    }

    #[test]
    fn long_lines_are_cut() {
        assert_eq!(
            lines("12345678\nab\n1234"),
            [("1234".to_owned(), true), ("ab".to_owned(), false), ("1234".to_owned(), false)]
        );
    }
}
