//! Tables and address books made to do harm.

use super::{Case, Either, Refused, Rejects, case};

const HEADINGS: &str = "first_name,last_name,email,note\n";

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Bytes without any order, the same at every run.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 7u32;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(length)
    .collect()
}

/// Returns tables.
pub fn tables() -> Vec<Case> {
    let good = "Åse,Ødegård,ase@example.org,\n".repeat(20);
    let table = |rows: &str| format!("{HEADINGS}{rows}");
    let mb = 1024 * 1024;
    vec![
        case("empty.csv", Refused, ""),
        case("blank.csv", Refused, "\n\r\n  \n,,,\n"),
        case("only-a-mark.csv", Refused, "\u{feff}"),
        case("marks-of-another.csv", Either, [b"\xff\xfe".as_slice(), HEADINGS.as_bytes(), b"Ada,Aas,,\n"].concat()),
        case("two-marks.csv", Rejects(0), format!("\u{feff}\u{feff}{HEADINGS}Ada,Aas,,\n")),
        case("mark-inside.csv", Rejects(0), table("\u{feff}Ada,\u{feff}Aas,,\n")),
        case(
            "broken-utf8.csv",
            Rejects(3),
            [table(&good).as_bytes(), b"A\xff,B,,\nC,D\xc3,,\nE,F,,\xe2\x82\n"].concat(),
        ),
        case("overlong-utf8.csv", Rejects(1), [table(&good).as_bytes(), b"A\xc0\xaf,B\xed\xa0\x80,,\n"].concat()),
        case("odd-utf16.csv", Either, [utf16(&format!("\u{feff}{HEADINGS}Ada,Aas,,\n")), vec![0x41]].concat()),
        case(
            "half-pairs.csv",
            Rejects(1),
            [utf16(&format!("\u{feff}{HEADINGS}A")), vec![0, 0xd8], utf16("x,Aas,,\n")].concat(),
        ),
        case("zeros.csv", Either, table("A\0d\0a,\0Aas\0,,\n")),
        case("all-zeros.csv", Refused, vec![0; mb]),
        case("noise.csv", Refused, noise(mb)),
        case("pdf.csv", Refused, "%PDF-1.7\n1 0 obj\n"),
        case("gzip.csv", Refused, [b"\x1f\x8b\x08\0\0\0\0\0".as_slice(), &noise(2000)].concat()),
        case("stray-quote.csv", Rejects(1), table(&format!("\"lost,Aas,,\n{good}"))),
        case("endless-quote.csv", Either, table(&format!("\"{}", ",,x\n".repeat(60_000)))),
        case("quotes-everywhere.csv", Either, table(&",a\"b,\"c\n".repeat(60_000))),
        case("endless-line.csv", Refused, "x".repeat(8 * mb)),
        case("endless-row.csv", Rejects(1), table(&format!("{}\n", "x".repeat(8 * mb)))),
        case("long-cell.csv", Rejects(1), table(&format!("{},Aas,,\n", "x".repeat(40_000)))),
        case("a-million-headings.csv", Refused, format!("{}\n", "a,".repeat(1_000_000))),
        case("a-million-cells.csv", Rejects(1), table(&format!("{}x\nAda,Aas,,\n", ",".repeat(1_000_000)))),
        case("too-many-cells.csv", Rejects(1), table("Ada,Aas,,,x\nBo,Berg,,\n,,,,,,,y\n")),
        case("nameless.csv", Rejects(30_000), table(&",,x,\n".repeat(30_000))),
        case("formulas.csv", Rejects(0), table("=cmd|' /C calc'!A0,@SUM(1),,-2+3\n'=1+1,Aas,,\n")),
        case("only-cr.csv", Rejects(0), table("Ada,Aas,,\n").replace('\n', "\r")),
        case("separator-of-nothing.csv", Either, format!("sep=\0\n{HEADINGS}Ada,Aas,,\n")),
        case("separator-is-a-quote.csv", Either, format!("sep=\"\n{HEADINGS}Ada,Aas,,\n")),
        case("marks-of-direction.csv", Rejects(0), table("\u{202e}Ada\u{202c},\u{2066}Aas\u{2069},,\n")),
        case("html.csv", Either, format!("<html><script>alert(1)</script>{HEADINGS}</html>\n")),
        case("combining.csv", Rejects(1), table(&format!("A{},Aas,,\n", "\u{301}".repeat(15_000)))),
        case("titles.csv", Either, format!("{}{HEADINGS}Ada,Aas,,\n", "A title\n\n".repeat(10_000))),
    ]
}

fn book(cards: &str) -> String {
    format!("{cards}BEGIN:VCARD\nVERSION:3.0\nN:Aas;Ada;;;\nEND:VCARD\n")
}

fn card(lines: &str) -> String {
    format!("BEGIN:VCARD\nVERSION:3.0\nN:Berg;Bo;;;\n{lines}END:VCARD\n")
}

/// Returns address books.
pub fn address_books() -> Vec<Case> {
    let mb = 1024 * 1024;
    let nested = |depth: usize| {
        let inside = format!("{}{}", "AGENT:\nBEGIN:VCARD\n".repeat(depth), "END:VCARD\n".repeat(depth));
        card(&inside)
    };
    vec![
        case("never-ends.vcf", Rejects(1), book("BEGIN:VCARD\nVERSION:3.0\nN:Lost;Lena;;;\n")),
        case("only-begins.vcf", Rejects(20_000), "BEGIN:VCARD\n".repeat(20_000)),
        case("only-ends.vcf", Rejects(0), book(&"END:VCARD\n".repeat(19))),
        case("endless-fold.vcf", Rejects(1), book(&card(&format!("NOTE:x\n{}", " y\n".repeat(400_000))))),
        case("endless-fold-of-nothing.vcf", Either, book(&card(&format!("NOTE:x\n{}", " \n".repeat(400_000))))),
        case("endless-line.vcf", Rejects(1), book(&card(&format!("NOTE:{}\n", "x".repeat(8 * mb))))),
        case("long-note.vcf", Rejects(1), book(&card(&format!("NOTE:{}\n", "x".repeat(60_000))))),
        case("deep.vcf", Either, book(&nested(50_000))),
        case("deep-without-ends.vcf", Either, format!("BEGIN:VCARD\n{}", "AGENT:\nBEGIN:VCARD\n".repeat(50_000))),
        case("many-phones.vcf", Either, book(&card(&"TEL;TYPE=cell:90000001\n".repeat(40_000)))),
        case("many-labels.vcf", Either, book(&card(&"item1.TEL:1\nitem1.X-ABLabel:x\n".repeat(20_000)))),
        case("many-parameters.vcf", Either, book(&card(&format!("TEL{}:90000001\n", ";TYPE=x".repeat(100_000))))),
        case("many-groups.vcf", Either, book(&card(&format!("{}TEL:90000001\n", "a.".repeat(400_000))))),
        case("quotes-in-head.vcf", Either, book(&card(&format!("TEL;X=\"{}:1\n", "a;b".repeat(100_000))))),
        case("unknown-charset.vcf", Either, book(&card("NOTE;CHARSET=UTF-7;ENCODING=QUOTED-PRINTABLE:+ADw=\n"))),
        case(
            "recoding-charset.vcf",
            Either,
            book(&card("NOTE;CHARSET=ISO-2022-JP;ENCODING=QUOTED-PRINTABLE:=1B=24=42\n")),
        ),
        case("broken-codes.vcf", Either, book(&card("NOTE;ENCODING=QUOTED-PRINTABLE:=ZZ=4=\n=\n==\n"))),
        case(
            "endless-soft-break.vcf",
            Either,
            book(&card(&format!("NOTE;ENCODING=QUOTED-PRINTABLE:x=\n{}", "y=\n".repeat(200_000)))),
        ),
        case("broken-base64.vcf", Rejects(0), book(&card("PHOTO;ENCODING=b;TYPE=JPEG:!!!not base64!!!\n"))),
        case(
            "huge-picture.vcf",
            Rejects(0),
            book(&card(&format!("PHOTO;ENCODING=b;TYPE=JPEG:{}\n", "QUFB".repeat(mb)))),
        ),
        case(
            "folded-picture.vcf",
            Rejects(0),
            book(&card(&format!("PHOTO;ENCODING=b;TYPE=JPEG:\n{}", " QUFB\n".repeat(200_000)))),
        ),
        case("escapes.vcf", Either, book(&card(&format!("ADR:{}\n", "\\;\\,\\n\\\\".repeat(60_000))))),
        case("structured.vcf", Either, book(&card(&format!("ADR:{}\n", ";".repeat(500_000))))),
        case("many-addresses.vcf", Either, book(&card(&"ADR:;;Street 1;Bodø;;8000;NO\n".repeat(20_000)))),
        case("noise.vcf", Either, [b"BEGIN:VCARD\n".as_slice(), &noise(1000).repeat(20), b"\nEND:VCARD\n"].concat()),
        case("zeros.vcf", Either, book(&card("N:\0\0;\0;;;\n"))),
        case("companies-only.vcf", Rejects(1), "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Fjordfisk AS\nEND:VCARD\n"),
        case("dates.vcf", Either, book(&card("BDAY:99999999999-99-99\nBDAY:--0230\nREV:x\n"))),
    ]
}

/// Returns an address book whose pictures, sounds and keys are elsewhere.
pub fn links(address: &str, file: &str) -> String {
    let lines = format!(
        "PHOTO;VALUE=uri:{address}\nPHOTO;VALUE=URL:file://{file}\nPHOTO:{address}\nLOGO;VALUE=uri:{address}\n\
         SOUND;VALUE=uri:{address}\nKEY;VALUE=uri:{address}\nURL:{address}\nSOURCE:{address}\nCALURI:{address}\n"
    );
    format!("BEGIN:VCARD\nVERSION:3.0\nN:Aas;Linked;;;\n{lines}END:VCARD\n")
}

/// Returns a table with the same.
pub fn table_of_links(address: &str) -> String {
    format!("first_name,last_name,website,note\n=WEBSERVICE(\"{address}\"),Berg,{address},=HYPERLINK(\"{address}\")\n")
}
