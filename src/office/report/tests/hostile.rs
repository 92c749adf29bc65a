//! A hundred hostile values in every text field of a card: none is live in any format, and what other programs take in
//! is what stands on the card.

#![allow(clippy::wildcard_enum_match_arm)]

use std::collections::BTreeMap;

use super::*;
use crate::model::import::{OnDuplicate, Terms};
use crate::model::person::Address;
use crate::office::import::{self as incoming, Request};
use crate::transfer::{Format as Incoming, Parser};

const FORMULAS: [&str; 21] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "=IMPORTXML(\"https://example.org\",\"//a\")",
    "=WEBSERVICE(\"https://example.org\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "\u{ff1d}1+1",
    "'=1+1",
    "\"=1+1\"",
    ";=1+1",
    ",=1+1",
    "a\n=1+1",
    " =1+1",
    "%0A=1+1",
    "|calc",
    "{=1+1}",
];
const MARKUP: [&str; 22] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<iframe src=javascript:alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<base href=//example.org>",
    "<meta http-equiv=refresh content=0>",
    "<form action=//example.org><button>",
    "<!-- x",
    "--> x",
    "<![CDATA[ x ]]>",
    "]]>",
    "<plaintext>",
    "<template><b>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
];
const ATTRIBUTES: [&str; 9] = [
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)",
    "\"><x y=\"",
    "`onerror=alert(1)`",
    "\\\" autofocus onfocus=\\\"alert(1)",
    "x\" style=\"background:url(//example.org)",
    "javascript:alert(1)",
    "data:text/html,<b>",
    "\u{2028}\" onclick=\"alert(1)",
];
const SIGNS: [&str; 20] = [
    "a\u{202e}gnp.exe",
    "\u{2066}a\u{2069}b",
    "a\u{200b}b",
    "\u{feff}a",
    "a\u{ad}b",
    "a\u{2028}b",
    "a\u{2029}b",
    "a\u{85}b",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}a",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "a\u{e000}b",
    "a\u{fffd}b\u{fffe}",
    "a\u{0}b",
    "a\u{1}b",
    "a\u{8}b",
    "a\u{1b}[31mb",
    "a\u{7f}b",
    "a\u{9b}31mb",
    "a\u{b}b",
    "a\u{c}b",
];
const OTHERS_FORMATS: [&str; 36] = [
    ") Tj ET Q",
    "(\\) BT /F1 12 Tf",
    "endstream endobj",
    "%PDF-1.7",
    ">> /JS (app.alert(1)) <<",
    "/JavaScript /OpenAction",
    "%%EOF",
    "<</Type/Action/S/URI>>",
    "\\051\\050",
    "\"",
    "\"\"",
    "a\",\"b",
    "a;b",
    "\"a",
    "a\"",
    "a\nb",
    "a\r\nb",
    "a,b;c\td",
    "\\\"",
    "END:VCARD",
    "a\nEND:VCARD\nBEGIN:VCARD\nFN:x",
    "x;y,z\\",
    "N:;;;",
    "a\\nb",
    "^n^'^^",
    "=0D=0A",
    "a\\,b\\;c",
    "{{7*7}}",
    "${7*7}",
    "<%= 7 %>",
    "#{7}",
    "$(id)",
    "`id`",
    "../../etc/passwd",
    "%s%n%x",
    "{\"__proto__\":1}",
];

fn values() -> Vec<String> {
    let mut all: Vec<String> = [&FORMULAS[..], &MARKUP, &ATTRIBUTES, &SIGNS, &OTHERS_FORMATS]
        .into_iter()
        .flatten()
        .map(|text| (*text).to_owned())
        .collect();
    all.push("W".repeat(150));
    all.push("<".repeat(150));
    all
}

/// The texts of a card, as far as they are free.
fn texts_of(content: &Content) -> [String; 6] {
    let home = content.addresses.first().map(|address| address.value.clone()).unwrap_or_default();
    [&content.last_name, &content.title, &content.company, &content.note, &home.street, &home.city].map(Clone::clone)
}

/// What may stand between "<" and ">" in our pages: names of elements, and of what they have.
const ELEMENTS: &str = "html head meta title style body header div p strong br h1 h2 h3 dl dt dd nav ol li a main \
    section table thead tbody tr th td ul span time em article";
const HAVE: &str = "lang charset http-equiv content name class aria-labelledby id href scope rowspan data-label \
    datetime title";

/// Reads a page strictly: every tag and attribute is one of ours, every value is in quotes, and nothing leads outside.
fn is_tame(page: &str) {
    let rest = page.strip_prefix("<!DOCTYPE html>\n").unwrap();
    for part in rest.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("<{part}"));
        assert!(!text.contains('"') || tag == "style", "a bare quote after <{tag}>: {text}");
        if let Some(name) = tag.strip_prefix('/') {
            assert!(ELEMENTS.split(' ').any(|known| known == name), "<{tag}>");
            continue;
        }
        let (name, mut have) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(ELEMENTS.split(' ').any(|known| known == name), "<{tag}>");
        while !have.trim().is_empty() {
            let (key, after) = have.trim_start().split_once("=\"").unwrap_or_else(|| panic!("<{tag}>"));
            let (value, after) = after.split_once('"').unwrap();
            assert!(HAVE.split(' ').any(|known| known == key), "{key} in <{tag}>");
            assert!(key != "href" || value.starts_with('#'), "<{tag}>");
            have = after;
        }
    }
}

/// Looks through a workbook for anything that runs or leads outside.
fn has_no_formula(bytes: &[u8]) {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
    }
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        for live in ["<hyperlink", "<f>", "<f ", "externalLink", "TargetMode=\"External\"", "<oleObject"] {
            assert!(!text.contains(live), "{live}");
        }
    }
}

/// Looks through a document for anything that runs or leads outside.
fn has_no_action(bytes: &[u8]) {
    fn look(object: &lopdf::Object) {
        match object {
            lopdf::Object::Array(all) => all.iter().for_each(look),
            lopdf::Object::Dictionary(all) => in_dictionary(all),
            lopdf::Object::Stream(stream) => in_dictionary(&stream.dict),
            _ => {}
        }
    }
    fn in_dictionary(all: &lopdf::Dictionary) {
        for (key, value) in all {
            let key = String::from_utf8_lossy(key);
            assert!(!["JS", "JavaScript", "OpenAction", "AA", "URI", "Launch"].contains(&key.as_ref()), "{key}");
            look(value);
        }
    }
    lopdf::Document::load_mem(bytes).unwrap().objects.values().for_each(look);
}

fn take_in(office: &Office, path: &Path) {
    let mapping = incoming::open(&Parser::Here, path, Incoming::Auto, &Progress::default()).unwrap().guesses;
    let terms = Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate: OnDuplicate::Skip,
    };
    let path = path.to_owned();
    let request = Request { path, format: Incoming::Auto, parser: Parser::Here, mapping, terms, overrule: None };
    office
        .write(move |desk| {
            let plan = incoming::plan(desk, &request, &Progress::default())?;
            incoming::carry_out(desk, &plan, &Progress::default())
        })
        .wait()
        .unwrap();
}

/// Returns the texts of everybody, by their first names.
fn everybody(office: &Office) -> BTreeMap<String, [String; 6]> {
    let read = |desk: &mut Desk<'_>| {
        let ids = store::erasure::everybody(desk.db())?;
        ids.into_iter().map(|id| persons::get(desk, id)).collect::<Result<Vec<_>, _>>()
    };
    let all = office.write(read).wait().unwrap();
    all.into_iter().map(|person| (person.content.first_name.clone(), texts_of(&person.content))).collect()
}

#[test]
fn a_hundred_hostile_values_are_live_in_no_format() {
    let (dir, office) = office();
    let mut added = Vec::new();
    for (place, value) in values().into_iter().enumerate() {
        let home = Address { street: value.clone(), city: value.clone(), ..Address::default() };
        let content = Content {
            first_name: format!("P{place:03}"),
            last_name: value.clone(),
            title: value.clone(),
            company: value.clone(),
            note: value.clone(),
            emails: vec![Labelled::new(None, format!("p{place:03}@example.org"))],
            addresses: vec![Labelled::new(None, home)],
            ..Content::default()
        };
        let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        let one = office.write(move |desk| persons::add(desk, content, Some(&contract), list::SOURCE_USER)).wait();
        match one {
            Ok(person) => added.push(person.id),
            // What no field takes is in no report.
            Err(Error::Invalid(_)) => {}
            Err(error) => panic!("{value:?}: {error:?}"),
        }
    }
    assert!(added.len() >= 100, "{}", added.len());
    let mut whole: Option<Document> = None;
    let (mut tables, mut cards) = (BTreeMap::<String, String>::new(), Vec::new());
    for (place, id) in added.iter().enumerate() {
        let document = settled(&told(&office, *id, Wanted::new(Lang::En)), |_, _| Choice::Keep);
        is_tame(&content(&document, Format::Html));
        has_no_formula(&rendered(&document, Format::Xlsx).unwrap().unwrap());
        let json: serde_json::Value = serde_json::from_str(&content(&document, Format::Json)).unwrap();
        assert_eq!(json["format"], "kartotek-report");
        if place % 8 == 0 {
            has_no_action(&rendered(&document, Format::Pdf).unwrap().unwrap());
        }
        let whole = whole.get_or_insert_with(|| Document { sections: Vec::new(), ..document.clone() });
        whole.sections.extend(document.sections);
        let copy = blacked_out(&told(&office, *id, Wanted { kind: Kind::Portable, ..Wanted::new(Lang::En) }));
        let table = content(&copy, Format::Csv);
        // A row may have line ends of its own, the headings have none.
        let (headings, row) = table.split_once("\r\n").unwrap();
        tables.entry(headings.to_owned()).or_default().push_str(row);
        cards.extend(rendered(&copy, Format::Vcard).unwrap().unwrap());
    }
    // All values in one print: as many by themselves would take minutes.
    has_no_action(&rendered(&whole.unwrap(), Format::Pdf).unwrap().unwrap());
    let here = everybody(&office);
    office.close();

    let (_elsewhere, there) = crate::office::tests::office();
    for (place, (headings, rows)) in tables.iter().enumerate() {
        let path = dir.path().join(format!("{place}.csv"));
        std::fs::write(&path, format!("{headings}\r\n{rows}")).unwrap();
        take_in(&there, &path);
    }
    let taken = everybody(&there);
    there.close();
    let (_elsewhere, there) = crate::office::tests::office();
    let path = dir.path().join("all.vcf");
    std::fs::write(&path, cards).unwrap();
    take_in(&there, &path);
    let from_cards = everybody(&there);
    there.close();
    for (name, mut texts) in here {
        // The note is ours and not theirs: it is in no copy.
        texts[3].clear();
        assert_eq!(taken.get(&name), Some(&texts), "{name} as a table");
        assert_eq!(from_cards.get(&name), Some(&texts), "{name} as a card");
    }
}
