//! Workbooks made to do harm, and the containers they come in.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use super::{Case, Either, Refused, Rejects, case};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";
const BOOK: &str = "xl/workbook.xml";
const BOOK_RELATIONS: &str = "xl/_rels/workbook.xml.rels";

type Parts = Vec<(String, Vec<u8>)>;

fn zipped(parts: &Parts) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Returns the parts of a workbook whose only sheet has these rows, as XML.
fn parts(rows: &str) -> Parts {
    let part = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    vec![
        part(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".into(),
        ),
        part(
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        part(
            BOOK,
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        part(BOOK_RELATIONS, relations("worksheets/sheet1.xml", "")),
        part(SHEET, sheet(rows)),
        part(TEXTS, texts("uniqueCount=\"2\"")),
    ]
}

fn relations(sheet: &str, more: &str) -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"{sheet}\"/><Relationship Id=\"rId2\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/>{more}</Relationships>"
    )
}

fn sheet(rows: &str) -> String {
    format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
}

fn texts(attribute: &str) -> String {
    format!("<sst xmlns=\"{MAIN}\" {attribute}><si><t>first_name</t></si><si><t>last_name</t></si></sst>")
}

fn with(mut parts: Parts, name: &str, bytes: impl Into<Vec<u8>>) -> Vec<u8> {
    let bytes = bytes.into();
    match parts.iter_mut().find(|part| part.0 == name) {
        Some(part) => part.1 = bytes,
        None => parts.push((name.to_owned(), bytes)),
    }
    zipped(&parts)
}

fn cell(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn row(number: usize, cells: &str) -> String {
    format!("<row r=\"{number}\">{cells}</row>")
}

/// Headings in the first row, and one person in the second.
fn people(more: &str) -> String {
    let heading = row(1, &(cell("A1", "first_name") + &cell("B1", "last_name")));
    let person = row(2, &(cell("A2", "Ada") + &cell("B2", "Aas")));
    format!("{heading}{person}{more}")
}

fn book(rows: &str) -> Vec<u8> {
    zipped(&parts(rows))
}

/// Returns a workbook of plain rows.
pub fn of_rows(rows: &[&[&str]]) -> Vec<u8> {
    let line = |(number, cells): (usize, &&[&str])| {
        let cells = cells.iter().zip('A'..).map(|(text, letter)| cell(&format!("{letter}{number}"), text));
        row(number, &cells.collect::<String>())
    };
    book(&(1..).zip(rows).map(line).collect::<String>())
}

/// Returns a workbook that announces so many texts.
pub fn announcing(count: &str) -> Vec<u8> {
    let shared = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";
    let rows = format!("{shared}{}", row(2, &(cell("A2", "Ada") + &cell("B2", "Aas"))));
    with(parts(&rows), TEXTS, texts(&format!("uniqueCount=\"{count}\"")))
}

/// Returns a workbook that points to places elsewhere.
pub fn links(address: &str, file: &str) -> Vec<u8> {
    let more = format!(
        "<Relationship Id=\"rId3\" Type=\"{RELATIONS}/externalLink\" Target=\"{address}\" TargetMode=\"External\"/>\
         <Relationship Id=\"rId4\" Type=\"{RELATIONS}/image\" Target=\"file://{file}\" TargetMode=\"External\"/>"
    );
    let formula = format!("<c r=\"A3\"><f>WEBSERVICE(\"{address}\")</f><v>1</v></c>{}", cell("B3", "Dahl"));
    let doctype = format!("<!DOCTYPE x [<!ENTITY e SYSTEM \"file://{file}\"><!ENTITY h SYSTEM \"{address}\">]>");
    let mut parts = parts(&people(&row(3, &formula)));
    for (name, bytes) in &mut parts {
        if name == BOOK_RELATIONS {
            *bytes = relations("worksheets/sheet1.xml", &more).into_bytes();
        } else if name == SHEET {
            *bytes = [doctype.as_bytes(), bytes].concat();
        }
    }
    zipped(&parts)
}

/// Replaces bytes everywhere by as many others.
fn patched(mut bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> = memchr::memmem::find_iter(&bytes, from).collect();
    assert!(!places.is_empty(), "{from}");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    bytes
}

/// Sets a field of every header of a kind: those before the parts, or those in the list at the end.
fn headers(mut bytes: Vec<u8>, of: &[u8; 4], field: usize, value: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = memchr::memmem::find_iter(&bytes, of).collect();
    for at in places {
        bytes[at + field..at + field + value.len()].copy_from_slice(value);
    }
    bytes
}

const LOCAL: &[u8; 4] = b"PK\x03\x04";
const LISTED: &[u8; 4] = b"PK\x01\x02";

/// Text that packs badly, the same at every run.
fn hexadecimal(length: usize) -> String {
    let mut state = 7u64;
    let mut text = String::with_capacity(length + 16);
    while text.len() < length {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        write!(text, "{state:016x}").unwrap();
    }
    text
}

/// Returns workbooks.
pub fn all() -> impl Iterator<Item = Case> {
    cells().into_iter().chain(parts_of_books()).chain(containers())
}

/// What a sheet itself can hold.
fn cells() -> Vec<Case> {
    let corner = cell("XFD1048576", "z");
    let wide: String = (1..=16_384).map(|n| format!("<c r=\"{}3\"><v>1</v></c>", letters(n))).collect();
    let tall = (1..1000).map(|n| n * 250).map(|n| format!("<row r=\"{n}\"><c r=\"C{n}\"><v>{n}</v></c></row>"));
    let tall: String = tall.collect();
    let mut cases = vec![
        case("sparse.xlsx", Rejects(1), book(&people(&row(1_048_576, &corner)))),
        case("sparse-wide.xlsx", Rejects(1), book(&people(&row(60_000, &cell("XFD60000", "z"))))),
        case("claimed-dimension.xlsx", Rejects(0), {
            let text = sheet(&people("")).replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>");
            with(parts(""), SHEET, text)
        }),
        case("wide.xlsx", Rejects(1), book(&people(&row(3, &wide)))),
        case("tall.xlsx", Rejects(800), book(&people(&tall))),
        case("huge-cell.xlsx", Refused, book(&people(&row(3, &cell("A3", &hexadecimal(30 * 1024 * 1024)))))),
        case("long-cell.xlsx", Rejects(1), book(&people(&row(3, &cell("A3", &hexadecimal(40_000)))))),
        case("long-row.xlsx", Rejects(1), {
            let long = hexadecimal(30_000);
            let cells: String = (1..=100).map(|n| cell(&format!("{}3", letters(n)), &long)).collect();
            book(&people(&row(3, &cells)))
        }),
        case("empty-sheet.xlsx", Refused, book("")),
        case("empty-rows.xlsx", Refused, book(&"<row/>".repeat(10_000))),
        case(
            "formulas-in-a-circle.xlsx",
            Either,
            book(&people("<row r=\"3\"><c r=\"A3\"><f>B3</f><v>1</v></c><c r=\"B3\"><f>A3</f><v>1</v></c></row>")),
        ),
        case(
            "shared-formula-of-itself.xlsx",
            Either,
            book(&people(
                "<row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"0\" ref=\"A3:A3\">A3</f></c><c r=\"B3\"><f t=\"shared\" si=\"4294967295\"/></c></row>",
            )),
        ),
        case(
            "texts-that-are-not-there.xlsx",
            Either,
            book(&people(
                "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>99999999</v></c><c r=\"B3\" t=\"s\"><v>-1</v></c></row>",
            )),
        ),
        case(
            "styles-that-are-not-there.xlsx",
            Either,
            book(&people("<row r=\"3\"><c r=\"A3\" s=\"99999999\"><v>1e308</v></c></row>")),
        ),
        case(
            "numbers.xlsx",
            Either,
            book(&people(
                "<row r=\"3\"><c r=\"A3\"><v>1e99999</v></c><c r=\"B3\"><v>NaN</v></c><c r=\"C3\" t=\"d\"><v>99999-99-99</v></c><c r=\"D3\" t=\"zz\"><v>1</v></c></row>",
            )),
        ),
    ];
    for (name, at) in [
        ("ref-over-letters.xlsx", "ZZZZZZZZ1"),
        ("ref-over-row.xlsx", "A99999999999"),
        ("ref-beyond.xlsx", "XFE3"),
        ("ref-row-zero.xlsx", "A0"),
        ("ref-no-letters.xlsx", "1"),
        ("ref-empty.xlsx", ""),
        ("ref-backwards.xlsx", "A1"),
    ] {
        cases.push(case(name, Either, book(&people(&row(3, &cell(at, "z"))))));
    }
    cases
}

/// Returns the letters of a column, counted from 1.
fn letters(mut column: usize) -> String {
    let mut letters = String::new();
    while column > 0 {
        column -= 1;
        letters.insert(0, char::from(b'A' + u8::try_from(column % 26).unwrap()));
        column /= 26;
    }
    letters
}

/// What the XML around the cells can hold.
fn parts_of_books() -> Vec<Case> {
    let laughs: String = (1..10).fold("<!ENTITY a0 \"ha\">".to_owned(), |text, n| {
        let one = format!("&a{};", n - 1);
        text + &format!("<!ENTITY a{n} \"{}\">", one.repeat(10))
    });
    let good = || parts(&people(""));
    let nested = "<a>".repeat(300_000);
    vec![
        case("announces-many-texts.xlsx", Refused, announcing("1099511627776")),
        case("announces-over-all.xlsx", Refused, announcing("18446744073709551615")),
        case(
            "announces-two-gigabytes.xlsx",
            if cfg!(target_os = "linux") { Refused } else { Either },
            announcing("100000000"),
        ),
        case(
            "laughs.xlsx",
            Either,
            with(good(), SHEET, format!("<!DOCTYPE x [{laughs}]>{}", sheet(&people(&row(3, &cell("A3", "&a9;")))))),
        ),
        case("deep.xlsx", Either, with(good(), SHEET, sheet(&people(&nested)))),
        case("deep-texts.xlsx", Either, with(good(), TEXTS, format!("<sst xmlns=\"{MAIN}\"><si>{nested}</si></sst>"))),
        case(
            "long-attribute.xlsx",
            Refused,
            with(good(), SHEET, sheet(&people(&format!("<row r=\"{}\"/>", hexadecimal(8 * 1024 * 1024))))),
        ),
        case(
            "many-attributes.xlsx",
            Either,
            with(
                good(),
                SHEET,
                sheet(&people(&format!("<row {}/>", (0..20_000).map(|n| format!("a{n}=\"\" ")).collect::<String>()))),
            ),
        ),
        case("unclosed.xlsx", Refused, with(good(), SHEET, "<worksheet><sheetData><row><c><is><t>x")),
        case("no-xml.xlsx", Refused, with(good(), SHEET, vec![0xff; 5000])),
        case(
            "utf16-xml.xlsx",
            Either,
            with(good(), SHEET, sheet(&people("")).encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
        ),
        case("book-in-itself.xlsx", Refused, with(good(), BOOK_RELATIONS, relations("workbook.xml", ""))),
        case(
            "sheet-outside.xlsx",
            Refused,
            with(good(), BOOK_RELATIONS, relations("../../../../../../etc/passwd", "")),
        ),
        case(
            "sheet-on-the-net.xlsx",
            Refused,
            with(good(), BOOK_RELATIONS, relations("http://127.0.0.1:1/sheet.xml", "")),
        ),
        case("no-sheets.xlsx", Refused, with(good(), BOOK, format!("<workbook xmlns=\"{MAIN}\"><sheets/></workbook>"))),
        case(
            "many-sheets.xlsx",
            Either,
            with(good(), BOOK, {
                let sheets: String =
                    (0..50_000).map(|n| format!("<sheet name=\"{n}\" sheetId=\"{n}\" r:id=\"rId1\"/>")).collect();
                format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{sheets}</sheets></workbook>")
            }),
        ),
        case(
            "hidden-only.xlsx",
            Refused,
            with(
                good(),
                BOOK,
                format!(
                    "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"One\" state=\"hidden\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                ),
            ),
        ),
    ]
}

/// What the container can hold.
fn containers() -> Vec<Case> {
    let good = || book(&people(""));
    let with_part = |name: &str, bytes: Vec<u8>| with(parts(&people("")), name, bytes);
    let mb = 1024 * 1024;
    let two_alike = patched(with_part("xl/worksheets/sheet2.xml", vec![b'x'; 50]), "sheet2.xml", "sheet1.xml");
    let overlapping = {
        // Every part in the list is the first one.
        let many = (0..150).map(|n| (format!("xl/part{n:03}.xml"), vec![b'x'; 10]));
        let parts: Parts = parts(&people("")).into_iter().chain(many).collect();
        headers(zipped(&parts), LISTED, 42, &[0, 0, 0, 0])
    };
    let old = |bytes: &[u8]| [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600], bytes].concat();
    let password: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let half = good().len() / 2;
    vec![
        case("ratio.xlsx", Refused, with_part("xl/media/a.bin", vec![0; 60 * mb])),
        case("ratio-in-the-sheet.xlsx", Refused, book(&people(&"<row/>".repeat(10 * mb)))),
        case("together.xlsx", Refused, {
            let many = (0..4).map(|n| (format!("xl/media/{n}.bin"), hexadecimal(60 * mb / 4).repeat(4).into_bytes()));
            zipped(&parts(&people("")).into_iter().chain(many).collect())
        }),
        case("large.xlsx", Refused, [good(), vec![0; 25 * mb]].concat()),
        case("many-parts.xlsx", Refused, {
            let many = (0..5000).map(|n| (format!("xl/{n}.xml"), Vec::new()));
            zipped(&parts(&people("")).into_iter().chain(many).collect())
        }),
        case("nested.xlsx", Refused, with_part(SHEET, good())),
        case("a-zip.xlsx", Refused, zipped(&vec![("people.xlsx".to_owned(), good())])),
        case(
            "slip.xlsx",
            Either,
            patched(with_part("xl/xx/xx/xx/evil", b"x".to_vec()), "xl/xx/xx/xx/evil", "xl/../../../evil"),
        ),
        case(
            "slip-from-the-root.xlsx",
            Either,
            patched(with_part("xl-etc/cron.d/evil", b"x".to_vec()), "xl-etc/cron.d/evil", "/etc/cron.daily/xx"),
        ),
        case("slip-of-the-sheet.xlsx", Refused, patched(good(), SHEET, "../../etc/passwd/one.xml")),
        case("two-alike.xlsx", Either, two_alike),
        case("overlapping.xlsx", Refused, overlapping),
        case("lying-sizes.xlsx", Either, headers(headers(good(), LOCAL, 22, &[1, 0, 0, 0]), LISTED, 24, &[1, 0, 0, 0])),
        case(
            "claimed-sizes.xlsx",
            Either,
            headers(headers(good(), LOCAL, 22, &[0xff; 4]), LISTED, 24, &[0xff, 0xff, 0xff, 0x7f]),
        ),
        case("wrong-sums.xlsx", Refused, headers(headers(good(), LOCAL, 14, &[1; 4]), LISTED, 16, &[1; 4])),
        case("locked-parts.xlsx", Refused, headers(headers(good(), LOCAL, 6, &[1]), LISTED, 8, &[1])),
        case("unknown-packing.xlsx", Refused, headers(headers(good(), LOCAL, 8, &[99]), LISTED, 10, &[99])),
        case("places-beyond.xlsx", Refused, headers(good(), LISTED, 42, &[0xff, 0xff, 0xff, 0x7f])),
        case("half.xlsx", Refused, good()[..half].to_vec()),
        case("only-a-start.xlsx", Refused, "PK\x03\x04"),
        case("text.xlsx", Refused, "first_name,last_name\nAda,Aas\n"),
        case("old.xls", Refused, old(b"")),
        case("password.xlsx", Refused, old(&password)),
        case("binary.xlsb", Refused, zipped(&vec![("xl/workbook.bin".to_owned(), Vec::new())])),
        case("other.ods", Refused, zipped(&vec![("content.xml".to_owned(), b"<a/>".to_vec())])),
    ]
}
