//! How letters are written as bytes, found by reading the whole file once, in pieces.

use std::io::{self, Read};

use serde::{Deserialize, Serialize};

use super::input::FromStart;

/// Names an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, which contains ISO 8859-1.
    Windows1252,
}

/// Holds what reading a text file from end to end told.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) encoding: Encoding,
    /// How many line ends there are, plus the last line where it has none.
    pub(super) lines: u64,
}

impl Text {
    /// Reads the file as bytes in which line ends and separators are single ASCII bytes: UTF-16 comes out as UTF-8,
    /// everything else as it is.
    pub(super) fn bytes(&self, file: FromStart) -> Box<dyn Read + Send> {
        match self.encoding {
            Encoding::Utf8 | Encoding::Windows1252 => Box::new(file),
            Encoding::Utf16Le => Box::new(Recoded::new(file, encoding_rs::UTF_16LE)),
            Encoding::Utf16Be => Box::new(Recoded::new(file, encoding_rs::UTF_16BE)),
        }
    }

    /// Makes text of a cell that [`Text::bytes`] gave; nothing where it is broken.
    pub(super) fn decode(&self, line: &[u8]) -> Option<String> {
        decode(self.encoding, line)
    }
}

/// Makes text of a whole number of letters; nothing where they are not written as the file is.
pub(super) fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let utf8 = || {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    };
    match encoding {
        Encoding::Windows1252 => Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
        Encoding::Utf8 => utf8(),
        // What was broken has become this sign, before it could be told which cell it stands in.
        Encoding::Utf16Le | Encoding::Utf16Be => utf8().filter(|text| !text.contains('\u{FFFD}')),
    }
}

/// Reads a file to its end and says how it is written.
///
/// A byte-order mark decides; then zero bytes at every other place (UTF-16); then whether the whole file is UTF-8.
/// Where some bytes are not, it is Windows-1252, unless ten times as many letters are good UTF-8: such a file was
/// damaged, and one broken letter must not spoil the others.
pub(super) fn scan(file: &mut impl Read) -> io::Result<Text> {
    let mut piece = vec![0; 64 * 1024];
    let mut kept = 0;
    let mut first = true;
    let mut wide = None;
    let (mut good, mut bad) = (0u64, 0u64);
    let (mut lines, mut last) = (0u64, b'\n');
    while let Some(room) = piece.get_mut(kept..) {
        let read = match file.read(room) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if read == 0 {
            break;
        }
        let bytes = piece.get(..kept + read).unwrap_or_default();
        if first {
            wide = wide_encoding(bytes);
            first = false;
        }
        for &byte in bytes.iter().skip(kept) {
            if byte == b'\r' || (byte == b'\n' && last != b'\r') {
                lines += 1;
            }
            // The zero halves of UTF-16 must not part a CR from its LF.
            if byte != 0 {
                last = byte;
            }
        }
        kept = if wide.is_some() {
            0
        } else {
            let rest = count(bytes, &mut good, &mut bad);
            let from = bytes.len() - rest;
            piece.copy_within(from..from + rest, 0);
            rest
        };
    }
    if kept > 0 {
        bad += 1;
    }
    if !matches!(last, b'\r' | b'\n') {
        lines += 1;
    }
    let encoding =
        wide.unwrap_or(if bad == 0 || good >= bad.saturating_mul(10) { Encoding::Utf8 } else { Encoding::Windows1252 });
    Ok(Text { encoding, lines })
}

/// Counts letters beyond ASCII that are good UTF-8, and places that are not UTF-8; returns how many bytes at the end
/// are the start of a letter (at most three).
fn count(mut bytes: &[u8], good: &mut u64, bad: &mut u64) -> usize {
    loop {
        let (valid, error) = match std::str::from_utf8(bytes) {
            Ok(text) => (text.len(), None),
            Err(error) => (error.valid_up_to(), Some(error)),
        };
        let (whole, rest) = bytes.split_at(valid);
        *good += whole.iter().filter(|&&byte| byte >= 0xC0).count() as u64;
        let Some(error) = error else { return 0 };
        let Some(broken) = error.error_len() else {
            return rest.len();
        };
        *bad += 1;
        bytes = rest.get(broken..).unwrap_or_default();
    }
}

fn wide_encoding(start: &[u8]) -> Option<Encoding> {
    if start.starts_with(b"\xFF\xFE") {
        return Some(Encoding::Utf16Le);
    }
    if start.starts_with(b"\xFE\xFF") {
        return Some(Encoding::Utf16Be);
    }
    let pairs = start.len().min(4096) / 2;
    if pairs < 4 {
        return None;
    }
    let (mut high, mut low) = (0, 0);
    for pair in start.chunks_exact(2).take(pairs) {
        match pair {
            [0, 0] => {}
            [0, _] => high += 1,
            [_, 0] => low += 1,
            _ => {}
        }
    }
    if low * 10 > pairs * 6 {
        Some(Encoding::Utf16Le)
    } else if high * 10 > pairs * 6 {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// How many stray controls a text may hold for certain; and beyond that, one in this many bytes.
const STRAY: (usize, usize) = (3, 200);

/// Tells whether the start of a file holds so many controls that it is no text in any encoding we know.
///
/// A few that some program left in a text are taken out of its cells instead.
pub(super) fn looks_binary(start: &[u8]) -> bool {
    if wide_encoding(start).is_some() {
        return false;
    }
    let controls = start
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A))
        .count();
    controls > STRAY.0 && controls * STRAY.1 > start.len()
}

/// Turns UTF-16 into UTF-8 while reading.
struct Recoded {
    file: FromStart,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    out: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Recoded {
    fn new(file: FromStart, encoding: &'static encoding_rs::Encoding) -> Self {
        Self {
            file,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; 16 * 1024],
            out: Vec::new(),
            given: 0,
            ended: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let read = self.file.read(&mut self.raw)?;
        self.ended = read == 0;
        let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(self.raw.len() * 4);
        self.out.clear();
        self.out.resize(room, 0);
        let raw = self.raw.get(..read).unwrap_or_default();
        let (_, _, written, _) = self.decoder.decode_to_utf8(raw, &mut self.out, self.ended);
        self.out.truncate(written);
        self.given = 0;
        Ok(())
    }
}

impl Read for Recoded {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        while self.given >= self.out.len() {
            if self.ended {
                return Ok(0);
            }
            self.fill()?;
        }
        let ready = self.out.get(self.given..).unwrap_or_default();
        let n = ready.len().min(room.len());
        if let (Some(to), Some(from)) = (room.get_mut(..n), ready.get(..n)) {
            to.copy_from_slice(from);
        }
        self.given += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "Navn;E-post\nBjørg Ås;b@example.org\n";
        let cases: Vec<(&str, Vec<u8>, Encoding)> = vec![
            ("utf-8", text.as_bytes().to_vec(), Encoding::Utf8),
            ("ascii", b"a;b\n".to_vec(), Encoding::Utf8),
            ("utf-16 le", utf16(text, false), Encoding::Utf16Le),
            ("utf-16 be", utf16(text, true), Encoding::Utf16Be),
            ("utf-16 le, mark", utf16("\u{feff}a", false), Encoding::Utf16Le),
            ("utf-16 be, mark", utf16("\u{feff}a", true), Encoding::Utf16Be),
            ("1252", b"Navn\nBj\xf8rg \xc5s\n".to_vec(), Encoding::Windows1252),
            ("one broken letter in much UTF-8", ["åøæåøæåøæåøæ".as_bytes(), b"\xff"].concat(), Encoding::Utf8),
            ("half a letter at the end", b"abc\xc3".to_vec(), Encoding::Windows1252),
        ];
        for (name, bytes, wanted) in cases {
            assert_eq!(scan(&mut bytes.as_slice()).unwrap().encoding, wanted, "{name}");
        }
    }

    #[test]
    fn a_letter_across_two_pieces_is_one_letter() {
        for shift in 0..4 {
            let bytes = ["a".repeat(64 * 1024 - shift), "øæ".repeat(40_000)].concat();
            assert_eq!(scan(&mut bytes.as_bytes()).unwrap().encoding, Encoding::Utf8);
        }
    }

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        for (text, wanted) in [("a\nb\n", 2), ("a\r\nb", 2), ("a\rb\rc", 3), ("", 0), ("a", 1)] {
            assert_eq!(scan(&mut text.as_bytes()).unwrap().lines, wanted, "{text:?}");
        }
        assert_eq!(scan(&mut utf16("\u{feff}a\r\nb\r\n", false).as_slice()).unwrap().lines, 2);
    }
}
