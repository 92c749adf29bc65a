//! What has to hold whatever a file holds. The fuzz targets look for files that break it; `corpus/<target>/` keeps one
//! small file of each kind, and every one that ever broke it, and `tests/cli/regressions.rs` reads them all each time.

use std::io::{Cursor, Write};

use kartotek::model::criteria::{self, NODES, Of, Shipped};
use kartotek::transfer::{Format, Input, Limits, open_input, recognise};
use kartotek::vault::{KeyFile, RecoveryKey};
use sha2::{Digest, Sha256};

/// Reads a table.
pub fn csv(bytes: &[u8]) {
    read(bytes, Format::Csv);
}

/// Reads an address book.
pub fn vcard(bytes: &[u8]) {
    read(bytes, Format::Vcard);
}

/// Reads a workbook, or, where the bytes are none, puts them in the place of one of its parts: the first byte says
/// which.
pub fn xlsx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return read(bytes, Format::Xlsx);
    }
    let Some((which, part)) = bytes.split_first() else { return };
    // Room is made at once for as many texts as are announced; only a process of its own is safe from that.
    let part = String::from_utf8_lossy(part).replace("uniqueCount", "count");
    let which = usize::from(*which) % PARTS.len();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (place, (name, text)) in PARTS.iter().enumerate() {
        let text = if place == which { part.as_str() } else { text };
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    read(&zip.finish().unwrap().into_inner(), Format::Xlsx);
}

const PARTS: [(&str, &str); 6] = [
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData></worksheet>"#,
    ),
    ("xl/sharedStrings.xml", r#"<sst><si><t>Name</t></si><si><r><t>Ada</t></r></si></sst>"#),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    ("xl/styles.xml", r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    ("[Content_Types].xml", "<Types/>"),
];

fn read(bytes: &[u8], format: Format) {
    let limits = Limits::default();
    let Ok(source) = open_input(&Input::of_bytes(bytes), format, &limits) else { return };
    let headings = source.headings();
    assert!(headings.iter().all(|heading| is_clean(heading) && !heading.contains('\n')));
    let mut sample = Vec::new();
    let mut last = 0;
    for row in source.rows().unwrap() {
        let number = match &row {
            Ok(row) => row.number,
            Err(error) => error.row,
        };
        // What ends the reading may stand at the last row that could be read.
        assert!(number > last || row.as_ref().is_err_and(|error| error.ends_reading()), "{number} after {last}");
        last = number;
        if let Ok(row) = row {
            assert_eq!(row.cells.len(), headings.len());
            assert!(row.cells.iter().all(|cell| cell.len() <= limits.cell_bytes && is_clean(cell)));
            if sample.len() < 20 {
                sample.push(row);
            }
        }
    }
    assert_eq!(recognise(headings, &sample).columns.len(), headings.len());
}

/// Tells whether a cell holds only signs that somebody can have typed.
fn is_clean(cell: &str) -> bool {
    !cell.chars().any(|sign| {
        (sign.is_control() && !matches!(sign, '\n' | '\t'))
            || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    })
}

/// Reads a file of keys; and once more with the right sum under it, which no chance would find. What is typed as a
/// recovery key is read as well.
pub fn keys(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = text.parse::<RecoveryKey>();
    }
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let sum = data_encoding::HEXLOWER.encode(&Sha256::digest(line));
    let summed = [line, format!("\nsha256 {sum}\nmac {}\n", "0".repeat(64)).as_bytes()].concat();
    for bytes in [bytes, &summed] {
        if let Ok(file) = KeyFile::parse(bytes) {
            let again = KeyFile::parse(&file.to_bytes()).unwrap();
            assert_eq!((again.vault_id(), again.users()), (file.vault_id(), file.users()));
        }
    }
}

/// Reads criteria, and once more what is written of them.
pub fn criteria(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for of in Of::ALL {
        match criteria::read(text, of, &Shipped) {
            Ok(read) => {
                assert!((1..=NODES).contains(&read.count()));
                let written = read.to_json(&Shipped).unwrap().to_string();
                assert_eq!(criteria::read(&written, of, &Shipped).unwrap(), read);
            }
            // The place is made of the words of criteria alone.
            Err(misread) => assert!(misread.place.starts_with('$') && misread.place.len() < 1_000),
        }
    }
}
