#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::model::field::Field;
use crate::model::import::Target;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name)
}

/// Writes everything a file gives as text: what it is, and each row with the cells that hold something.
fn told(path: &Path) -> String {
    let mut text = String::new();
    let source = match open(path, Format::Auto, &Limits::default()) {
        Ok(source) => source,
        Err(error) => return format!("{error}\n"),
    };
    writeln!(text, "{:?}", source.format()).unwrap();
    for row in source.rows().unwrap() {
        match row {
            Ok(row) => {
                assert_eq!(row.cells.len(), source.headings().len());
                writeln!(text, "row {}", row.number).unwrap();
                for (heading, cell) in source.headings().iter().zip(&row.cells) {
                    if !cell.is_empty() {
                        writeln!(text, "    {heading} = {cell:?}").unwrap();
                    }
                }
            }
            Err(error) => writeln!(text, "{error}").unwrap(),
        }
    }
    text
}

/// Compares with `NAME.txt` beside the file.
fn expect(name: &str) {
    let found = told(&data(name));
    let wanted = std::fs::read_to_string(data(&format!("{name}.txt"))).unwrap_or_default();
    assert_eq!(found, wanted.replace("\r\n", "\n"), "{name}");
}

#[test]
fn every_sample_gives_exactly_its_cells() {
    for name in [
        "outlook_nb.csv",
        "google_old.csv",
        "google_new.csv",
        "superoffice_sv.csv",
        "hubspot.csv",
        "freshsales.csv",
        "utf16.csv",
        "contacts.xlsx",
        "v21.vcf",
        "v30.vcf",
        "v40.vcf",
    ] {
        expect(name);
    }
}

#[test]
fn every_sample_is_recognised() {
    for (name, origin, email, phones) in [
        ("outlook_nb.csv", Origin::Outlook, 2, 2),
        ("google_old.csv", Origin::Google, 2, 2),
        ("google_new.csv", Origin::Google, 2, 1),
        ("superoffice_sv.csv", Origin::SuperOffice, 1, 3),
        ("hubspot.csv", Origin::HubSpot, 1, 2),
        ("freshsales.csv", Origin::Freshsales, 1, 2),
        ("utf16.csv", Origin::Unknown, 1, 1),
        ("contacts.xlsx", Origin::Unknown, 1, 1),
        ("v21.vcf", Origin::Kartotek, 2, 2),
        ("v30.vcf", Origin::Kartotek, 3, 2),
        ("v40.vcf", Origin::Kartotek, 2, 2),
    ] {
        let source = open(&data(name), Format::Auto, &Limits::default()).unwrap();
        let found = recognise(source.headings(), &source.sample(20).unwrap());
        let count = |is: fn(&Target) -> bool| found.columns.iter().filter(|guess| is(&guess.target)).count();
        assert_eq!(found.origin, origin, "{name}");
        assert_eq!(count(|target| matches!(target, Target::Email { .. })), email, "{name}");
        assert_eq!(count(|target| matches!(target, Target::Phone { .. })), phones, "{name}");
        assert_eq!(count(|target| *target == Target::Field(Field::FirstName)), 1, "{name}");
        assert_eq!(count(|target| *target == Target::Field(Field::LastName)), 1, "{name}");
    }
}

fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file.flush().unwrap();
    file
}

fn read(bytes: &[u8], limits: &Limits) -> (Vec<String>, Vec<Result<Row, RowError>>) {
    let file = file(bytes);
    let source = open(file.path(), Format::Auto, limits).unwrap();
    (source.headings().to_vec(), source.rows().unwrap().collect())
}

/// Reads a text and returns headings and cells, which all rows must have.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (headings, rows) = read(text.as_bytes(), &Limits::default());
    std::iter::once(headings).chain(rows.into_iter().map(|row| row.unwrap().cells)).collect()
}

#[test]
fn csv_in_all_its_dialects() {
    let wanted = vec![vec!["Navn", "Sted"], vec!["Åse", "Ås, i dag"], vec!["Bo", "Bø"]];
    for text in [
        "Navn;Sted\nÅse;Ås, i dag\nBo;Bø\n",
        "Navn,Sted\r\nÅse,\"Ås, i dag\"\r\nBo,Bø",
        "Navn\tSted\rÅse\tÅs, i dag\rBo\tBø\r",
        "Navn|Sted\nÅse|Ås, i dag\nBo|Bø\n",
        "sep=;\nNavn;Sted\nÅse;Ås, i dag\nBo;Bø\n",
        "\"sep=|\"\nNavn|Sted\nÅse|Ås, i dag\nBo|Bø\n",
        "\u{feff}sep=;\r\nNavn;Sted\r\nÅse;Ås, i dag\r\nBo;Bø\r\n",
        "\n\n;;\nNavn;Sted\n;\nÅse;Ås, i dag;;\n\nBo;Bø\n\n",
        "\"Navn\";\"Sted\"\n\"Åse\";\"Ås, i dag\"\n\"Bo\";\"Bø\"\n",
        "Navn;Sted\nÅ\0se;Ås, i dag\nBo;\u{202e}Bø\n",
    ] {
        assert_eq!(cells(text), wanted, "{text:?}");
    }
}

#[test]
fn quotation_marks_of_every_kind() {
    for (line, wanted) in [
        (r#""a""b";x"#, r#"a"b"#),
        (r#"a "b" c;x"#, r#"a "b" c"#),
        (r#""Ola" Nordmann;x"#, "Ola Nordmann"),
        (r#""a;b";x"#, "a;b"),
        ("\"a\r\nb\";x", "a\nb"),
        ("\"a\n\nb\";x", "a\n\nb"),
    ] {
        let found = cells(&format!("A;B\n{line}\ny;z\n"));
        assert_eq!(found[1][0], wanted, "{line}");
        assert_eq!(found.last().unwrap(), &["y", "z"], "{line}");
    }
}

#[test]
fn a_stray_quotation_mark_costs_one_row() {
    let mut text = String::from("A;B\n\"lost;1\n");
    for n in 0..5000 {
        writeln!(text, "kept {n};2").unwrap();
    }
    let (_, rows) = read(text.as_bytes(), &Limits::default());
    assert_eq!(rows.len(), 5001);
    assert_eq!(rows[0], Err(RowError { row: 2, problem: Problem::UnclosedQuote }));
    assert_eq!(rows[5000].as_ref().unwrap().number, 5002);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let (_, rows) = read(b"A;B\n\n\"x\ny\";1\nz;2\n", &Limits::default());
    let numbers: Vec<u64> = rows.iter().map(|row| row.as_ref().unwrap().number).collect();
    assert_eq!(numbers, [3, 4]);
}

#[test]
fn a_cell_that_is_no_text_costs_its_row() {
    let good = "øæåøæåøæåøæå;x\n".as_bytes();
    let broken = |text: &[u8], number| {
        let (_, rows) = read(text, &Limits::default());
        let lost: Vec<_> = rows.iter().filter_map(|row| row.as_ref().err()).copied().collect();
        assert_eq!(lost, [RowError { row: number, problem: Problem::BrokenText { column: 2 } }], "{text:?}");
    };
    broken(&[b"A;B\n", good, b"1;\xc3\n", good, good].concat(), 3);
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    // Half of a pair, and half of a letter at the end of the file.
    broken(&[utf16("\u{feff}A;B\n1;"), vec![0x00, 0xd8], utf16("\n2;b\n")].concat(), 2);
    broken(&[utf16("\u{feff}A;B\n1;a\n2;b"), vec![0x41]].concat(), 3);
}

#[test]
fn many_stray_quotation_marks_do_not_make_a_file_slow() {
    // Each line opens a cell, whether it is read on its own or inside the one before.
    let text = format!("A;B;C\n{}", ";a\"b;\"c\n".repeat(300_000));
    let (_, rows) = read(text.as_bytes(), &Limits::default());
    assert_eq!(rows.len(), 300_000);
    assert!(rows.iter().all(|row| row.as_ref().is_err_and(|error| error.problem == Problem::UnclosedQuote)));
}

#[test]
fn limits_hold_for_rows_and_cells() {
    let limits = Limits { rows: 4, columns: 3, cell_bytes: 10, row_bytes: 40, ..Limits::default() };
    let text = format!("A;B\n{};x\n1;2;3;4\n{}\n5;6\n7;8\n", "a".repeat(11), "b".repeat(50));
    let (_, rows) = read(text.as_bytes(), &limits);
    let problems: Vec<_> = rows.into_iter().map(|row| row.map_err(|error| error.problem)).collect();
    assert_eq!(
        problems,
        [
            Err(Problem::CellTooLong { column: 1 }),
            Err(Problem::TooManyCells { found: 4, columns: 3 }),
            Err(Problem::RowTooLong),
            Err(Problem::TooManyRows { most: 4 }),
        ]
    );
}

#[test]
fn a_file_can_be_read_again_and_in_part() {
    let source = open(&data("hubspot.csv"), Format::Csv, &Limits::default()).unwrap();
    assert_eq!(source.sample(2).unwrap().len(), 2);
    assert_eq!(source.rows().unwrap().count(), source.rows().unwrap().count());
    assert_eq!(source.row_count_hint(), Some(4));
    // Leaving off in the middle of a workbook must not hang on its reading thread.
    let book = open(&data("contacts.xlsx"), Format::Xlsx, &Limits::default()).unwrap();
    assert_eq!(book.rows().unwrap().take(1).count(), 1);
    let cards = open(&data("v30.vcf"), Format::Vcard, &Limits::default()).unwrap();
    assert_eq!(cards.row_count_hint(), Some(6));
    assert!(!cards.has_heading_row());
}

#[test]
fn what_is_not_taken_is_named() {
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600]].concat();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [old.as_slice(), &name].concat();
    let none = Limits::default();
    for (bytes, wanted) in [
        (old.as_slice(), Unsupported::OldExcel),
        (&locked, Unsupported::PasswordProtected),
        (b"%PDF-1.7\n", Unsupported::NotText),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0>\0\x01\0\0\0", Unsupported::NotText),
        (&zipped(&[("xl/workbook.bin", b"".to_vec())]), Unsupported::BinaryExcel),
        (&zipped(&[("mimetype", b"".to_vec()), ("content.xml", b"<a/>".to_vec())]), Unsupported::OpenDocument),
        (&zipped(&[("a.txt", b"a".to_vec())]), Unsupported::Zip),
    ] {
        let file = file(bytes);
        match open(file.path(), Format::Auto, &none) {
            Err(Error::Unsupported { kind }) => assert_eq!(kind, wanted),
            other => panic!("{wanted:?}: {other:?}"),
        }
    }
    for (bytes, format) in
        [(b"a;b\n".as_slice(), Format::Xlsx), (b"a;b\n", Format::Vcard), (b"PK\x03\x04", Format::Csv)]
    {
        let file = file(bytes);
        assert!(matches!(open(file.path(), format, &none), Err(Error::OtherFormat { .. })), "{format:?}");
    }
    for empty in [b"".as_slice(), b"\n\n", b"\xef\xbb\xbf"] {
        let file = file(empty);
        assert!(matches!(open(file.path(), Format::Auto, &none), Err(Error::Empty)), "{empty:?}");
    }
    assert!(matches!(open(file(b"PK\x03\x04rest").path(), Format::Auto, &none), Err(Error::Damaged)));
    assert!(matches!(open(Path::new("/nowhere/at.all"), Format::Auto, &none), Err(Error::Io(_))));
}

#[test]
fn what_is_no_text_is_no_table() {
    let none = Limits::default();
    let mut state = 1u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(70_000)
    .collect();
    for bytes in [&noise[..100], &noise[..3000], &noise, &[b"Navn;Sted\n".as_slice(), &noise[..3000]].concat()] {
        let found = open(file(bytes).path(), Format::Auto, &none);
        assert!(matches!(found, Err(Error::Unsupported { kind: Unsupported::NotText })), "{found:?}");
    }
    let dir = tempfile::tempdir().unwrap();
    let found = open(dir.path(), Format::Auto, &none);
    assert!(matches!(found, Err(Error::Unsupported { kind: Unsupported::Folder })), "{found:?}");
    for name in ["people.xlsx", "PEOPLE.XLSX"] {
        let path = dir.path().join(name);
        std::fs::write(&path, "Navn;Sted\nBo;Bodø\n").unwrap();
        assert!(matches!(open(&path, Format::Auto, &none), Err(Error::Damaged)), "{name}");
        assert!(open(&path, Format::Csv, &none).is_ok(), "who says what it is, knows");
    }
}

fn zipped(entries: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Takes the sample workbook apart.
fn entries() -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(File::open(data("contacts.xlsx")).unwrap()).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut entry = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
            (entry.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn workbook_with(sheet: &str) -> Vec<u8> {
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet}</sheetData></worksheet>"
    );
    let mut entries = entries();
    for (name, bytes) in &mut entries {
        if name.ends_with("sheet3.xml") {
            *bytes = sheet.clone().into_bytes();
        }
    }
    let entries: Vec<_> = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    zipped(&entries)
}

#[test]
fn workbooks_that_ask_for_too_much_are_refused() {
    let cell = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let small = Limits {
        packed_bytes: 100_000,
        entries: 12,
        entry_bytes: 3_000_000,
        unpacked_bytes: 4_000_000,
        ..Limits::default()
    };
    let refused = |bytes: &[u8], limits: &Limits| match open(file(bytes).path(), Format::Auto, limits) {
        Err(Error::TooLarge { part, .. }) => part,
        other => panic!("{other:?}"),
    };
    let plain = workbook_with(&format!("<row r=\"1\">{}</row>", cell("A1", "a")));
    let bomb = |n: usize| workbook_with(&"<row/>".repeat(n));
    assert_eq!(refused(&bomb(1_000_000), &small), Part::Entry);
    assert_eq!(refused(&bomb(1_000_000), &Limits::default()), Part::Ratio);
    let one = Limits { unpacked_bytes: 1000, ..small.clone() };
    assert_eq!(refused(&plain, &one), Part::Unpacked);
    let one = Limits { entries: 3, ..small.clone() };
    assert_eq!(refused(&plain, &one), Part::Entries);
    let one = Limits { packed_bytes: 100, ..small.clone() };
    assert_eq!(refused(&plain, &one), Part::File);
    let long: String = (0..400_000).map(|n| format!("{n:x}")).collect();
    let long = workbook_with(&format!("<row r=\"1\">{}</row>", cell("A1", &long)));
    assert_eq!(refused(&long, &Limits::default()), Part::Cell);
    // Two cells at the corners of the sheet are two cells, and no more memory than that.
    let corners = workbook_with(&format!(
        "<row r=\"1\">{}{}</row><row r=\"1048576\">{}</row>",
        cell("A1", "a"),
        cell("B1", "b"),
        cell("XFD1048576", "z")
    ));
    let (headings, rows) = read(&corners, &Limits::default());
    assert_eq!(headings, ["a", "b"]);
    assert_eq!(rows.len(), 1);
    assert!(rows[0].as_ref().unwrap_err().ends_reading());
    // References that run over, backwards and out of the sheet.
    for at in ["ZZZZZZZZ1", "A99999999999", "XFE2", "A0", "1", "A", ""] {
        let odd = workbook_with(&format!(
            "<row r=\"1\">{}{}</row><row r=\"2\">{}</row>",
            cell("A1", "a"),
            cell("B1", "b"),
            cell(at, "z")
        ));
        told(file(&odd).path());
    }
}

/// Mutates bytes: each change overwrites, cuts out or repeats a piece.
fn mutated(mut bytes: Vec<u8>, changes: &[(u8, usize, u8)]) -> Vec<u8> {
    for &(kind, at, byte) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = at % bytes.len();
        let end = (at + usize::from(byte) % 40).min(bytes.len());
        match kind % 4 {
            0 => bytes[at] = byte,
            1 => drop(bytes.drain(at..end)),
            2 => bytes.extend_from_within(at..end),
            _ => bytes.insert(at, b"\"\n:;=,\0<"[usize::from(byte) % 8]),
        }
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(u8, usize, u8)>> {
    prop::collection::vec((any::<u8>(), any::<usize>(), any::<u8>()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, rng_seed: proptest::test_runner::RngSeed::Fixed(2), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_csv_writes_is_read_the_same(
        rows in prop::collection::vec(prop::collection::vec("[a-zA-Zæøå \"\n;,|']{0,12}", 4), 1..6)
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        writer.write_record(["Aa", "Bb", "Cc", "Dd"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let mut wanted = vec![["Aa", "Bb", "Cc", "Dd"].map(str::to_owned).to_vec()];
        wanted.extend(
            rows.iter()
                .map(|row| row.iter().map(|cell| clean::cell(clean::without_guard(cell))).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty())),
        );
        prop_assert_eq!(cells(&format!("sep=;\n{text}")), wanted);
    }

    #[test]
    fn broken_text_files_never_panic(which in 0..10usize, changes in changes()) {
        let name = [
            "outlook_nb.csv", "google_old.csv", "google_new.csv", "superoffice_sv.csv", "hubspot.csv",
            "freshsales.csv", "utf16.csv", "v21.vcf", "v30.vcf", "v40.vcf",
        ][which];
        let bytes = mutated(std::fs::read(data(name)).unwrap(), &changes);
        let file = file(&bytes);
        told(file.path());
        if let Ok(source) = open(file.path(), Format::Auto, &Limits::default()) {
            let _ = recognise(source.headings(), &source.sample(20).unwrap());
        }
    }

    #[test]
    fn broken_containers_never_panic(changes in changes()) {
        told(file(&mutated(std::fs::read(data("contacts.xlsx")).unwrap(), &changes)).path());
    }

    #[test]
    fn broken_sheets_never_panic(which in any::<usize>(), changes in changes()) {
        let mut entries = entries();
        let which = which % entries.len();
        let (_, bytes) = &mut entries[which];
        *bytes = mutated(std::mem::take(bytes), &changes);
        let entries: Vec<_> = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        told(file(&zipped(&entries)).path());
    }
}
