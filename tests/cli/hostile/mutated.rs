//! Good files with a few bytes changed, a great many of them: the same at every run.

use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use kartotek::transfer::{Error, Format, Limits, Lost, Problem, Stop};

use super::parser;
use crate::regressions::fuzz;

/// Random numbers that are the same at every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        // Xorshift (Marsaglia 2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }

    /// Changes a few places: a byte, a piece cut out or written twice, a sign that means something put in, two pieces
    /// changed for each other, a number made large.
    fn mutate(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        for _ in 0..=self.next(8) {
            if bytes.is_empty() {
                return bytes;
            }
            let at = self.next(bytes.len());
            let end = (at + self.next(60)).min(bytes.len());
            match self.next(6) {
                0 => bytes[at] = self.next(256) as u8,
                1 => drop(bytes.drain(at..end)),
                2 => bytes.extend_from_within(at..end),
                3 => bytes.insert(at, b"\"\n:;=,\0<>&\xff\r\t "[self.next(14)]),
                4 => {
                    let to = self.next(bytes.len());
                    bytes.swap(at, to);
                }
                _ => {
                    let digit = bytes[at..].iter().position(u8::is_ascii_digit);
                    if let Some(digit) = digit {
                        drop(bytes.splice(at + digit..=at + digit, *b"99999"));
                    }
                }
            }
        }
        bytes
    }
}

fn samples(ending: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let mut files = crate::files_below(&folder);
    files.retain(|file| file.extension().is_some_and(|end| end == ending));
    files.sort();
    files.into_iter().map(|file| std::fs::read(file).unwrap()).collect()
}

fn texts(ending: &str, count: usize, check: fn(&[u8])) {
    let samples = samples(ending);
    let mut chance = Chance(0x5EED);
    for _ in 0..count {
        let sample = samples[chance.next(samples.len())].clone();
        check(&chance.mutate(sample));
    }
}

/// Reads changed workbooks in a process of its own each, and tells how many it broke down on.
fn workbooks(count: usize) -> usize {
    let sample = samples("xlsx").remove(0);
    let mut zip = zip::ZipArchive::new(Cursor::new(sample)).unwrap();
    let parts: Vec<(String, Vec<u8>)> = (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.xlsx");
    let mut chance = Chance(0x5EED);
    let (mut taken, mut refused, mut broken) = (0, 0, 0);
    for _ in 0..count {
        let which = chance.next(parts.len());
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (place, (name, bytes)) in parts.iter().enumerate() {
            let bytes = if place == which { chance.mutate(bytes.clone()) } else { bytes.clone() };
            zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        let mut bytes = zip.finish().unwrap().into_inner();
        // Now and then the container itself.
        if chance.next(5) == 0 {
            bytes = chance.mutate(bytes);
        }
        std::fs::write(&path, bytes).unwrap();
        match parser().read(&path, Format::Auto, &Limits::default(), &Stop::default()) {
            Ok(reading) => {
                let columns = reading.head.headings.len();
                let mut lost = None;
                for row in reading.rows {
                    match row {
                        Ok(row) => assert_eq!(row.cells.len(), columns),
                        Err(error) => lost = matches!(error.problem, Problem::Lost(_)).then_some(error),
                    }
                }
                match lost {
                    None => taken += 1,
                    Some(error) => {
                        assert_eq!(error.problem, Problem::Lost(Lost::BrokenDown));
                        broken += 1;
                    }
                }
            }
            Err(Error::Lost(lost)) => {
                assert_eq!(lost, Lost::BrokenDown);
                broken += 1;
            }
            Err(Error::NoParser(error)) => panic!("{error}"),
            Err(_) => refused += 1,
        }
    }
    println!("{count} workbooks: {taken} read, {refused} refused, {broken} broke their reader down");
    broken
}

#[test]
fn some_changed_tables() {
    texts("csv", 300, fuzz::csv);
}

#[test]
fn some_changed_address_books() {
    texts("vcf", 300, fuzz::vcard);
}

#[test]
fn some_changed_workbooks() {
    assert_eq!(workbooks(60), 0);
}

#[test]
#[ignore = "takes minutes"]
fn many_changed_tables() {
    texts("csv", 100_000, fuzz::csv);
}

#[test]
#[ignore = "takes minutes"]
fn many_changed_address_books() {
    texts("vcf", 100_000, fuzz::vcard);
}

#[test]
#[ignore = "takes half an hour"]
fn many_changed_workbooks() {
    workbooks(20_000);
}
