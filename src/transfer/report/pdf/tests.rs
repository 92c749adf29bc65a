#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sample;

use lopdf::{Document as Read, Object};

use super::face::{Face, Shaping};
use super::lines::{Ink, Line, Setting, Span, Style};
use super::rendered;
use super::sheet::WIDTH;
use crate::model::report::{Block, Document, Held, Value};

const JSON: &[u8] = br#"{"report": 412007}"#;

/// Returns the file read again, and what each page says, without white space: words are cut where lines end.
fn read(document: &Document) -> (Read, Vec<String>) {
    let file = Read::load_mem(&rendered(document, JSON.to_vec()).unwrap()).unwrap();
    let pages = file.get_pages().keys().map(|page| plain(&file.extract_text(&[*page]).unwrap())).collect();
    (file, pages)
}

fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Returns everything a reader should find.
fn said(document: &Document) -> Vec<String> {
    let words = &document.words;
    let mut said = vec![document.header.title.clone(), document.header.controller.name.clone()];
    said.extend(document.header.about.address.iter().cloned());
    let value = |value: &Value| value.words(words);
    let mut held = |held: &Held| {
        said.push(value(&held.value));
        said.push(held.label.clone());
        said.extend(held.came.as_ref().map(|came| came.words.clone()));
    };
    document.header.facts.iter().flat_map(|fact| &fact.values).for_each(&mut held);
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        if let Block::Facts(facts) = block {
            facts.facts.iter().flat_map(|fact| &fact.values).for_each(&mut held);
        }
    }
    for section in &document.sections {
        said.push(section.title.clone());
        said.extend(section.introduction.iter().cloned());
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => said.push(text.words(words)),
                Block::List(list) => said.extend(list.points.iter().map(|point| point.words(words))),
                Block::Facts(facts) => said.extend(facts.facts.iter().map(|fact| fact.label.clone())),
                Block::Table(table) => said.extend(table.rows.iter().flatten().map(value)),
            }
        }
    }
    said
}

#[test]
fn all_that_is_held_is_on_the_pages_in_every_language() {
    for language in ["en", "nb", "sv"] {
        let document = sample::document(language, 12);
        let (_, pages) = read(&document);
        let text = pages.concat();
        for words in said(&document) {
            // The two letters that no font of ours has; see below.
            let words = plain(&words).replace('李', "U+674E").replace('😀', "U+1F600");
            assert!(text.contains(&words), "{language}: {words} is missing");
        }
    }
}

#[test]
fn pages_are_numbered_and_name_the_report() {
    let document = sample::document("nb", 120);
    let (_, pages) = read(&document);
    assert!(pages.len() > 5);
    for (place, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("{}av{}", place + 1, pages.len())), "page {place}");
        assert!(page.contains("412007") && page.contains(&document.header.journal_head), "page {place}");
    }
}

#[test]
fn a_table_that_goes_on_has_its_head_on_every_page_and_no_row_is_cut() {
    let (_, pages) = read(&sample::document("en", 120));
    let told: Vec<&String> = pages.iter().filter(|page| page.contains("Phonecall")).collect();
    assert!(told.len() > 3);
    for page in &told {
        assert!(page.contains("Whatwasnoted") && page.contains("Minutes"));
        let begun = page.matches("Sentthepricelist").count();
        assert_eq!(begun, page.matches("meetsinApril.").count(), "a row is cut");
    }
}

#[test]
fn a_row_longer_than_a_page_goes_on() {
    let mut document = sample::document("en", 1);
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Table(table) = block
            && table.key == "activities"
        {
            table.rows[0][2] = Value::text((0..3000).map(|word| format!("word{word}end ")).collect::<String>());
        }
    }
    let (_, pages) = read(&document);
    let text = pages.concat();
    assert!((0..3000).all(|word| text.contains(&format!("word{word}end"))));
}

#[test]
fn the_contents_say_on_which_page_a_section_is() {
    let (file, pages) = read(&sample::document("en", 120));
    let page = pages.iter().rposition(|page| page.contains("Yourrights")).unwrap() + 1;
    assert!(pages[0].contains(&format!("Yourrights{page}")));
    // Four links to sections, each in the tree of tags and with words.
    let links = objects(&file, "Annot", |dict| dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Link"));
    assert_eq!(links, 4);
}

/// Counts the dictionaries of a type that something is true of.
fn objects(file: &Read, kind: &str, is: impl Fn(&lopdf::Dictionary) -> bool) -> usize {
    let dicts = file.objects.values().filter_map(|object| object.as_dict().ok());
    dicts.filter(|dict| dict.has_type(kind.as_bytes()) && is(dict)).count()
}

#[test]
fn screen_readers_find_headings_tables_lists_and_the_language() {
    let (file, _) = read(&sample::document("nb", 5));
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nb");
    let marked = catalog.get(b"MarkInfo").and_then(|info| file.dereference(info)).unwrap().1.as_dict().unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    let count = |tag: &[u8]| {
        let is =
            |dict: &&lopdf::Dictionary| dict.get(b"S").and_then(Object::as_name).ok() == Some(tag) && dict.has(b"P");
        file.objects.values().filter_map(|object| object.as_dict().ok()).filter(is).count()
    };
    assert_eq!(count(b"H1"), 1);
    assert_eq!(count(b"H2"), 4);
    assert_eq!(count(b"L"), 1);
    assert_eq!(count(b"LI"), 2);
    assert_eq!(count(b"TOCI"), 4);
    // The head's facts, the data, the activities, and one for each row of the table that is too wide.
    assert_eq!(count(b"Table"), 6);
    assert!(count(b"TH") > 10 && count(b"TD") > 20 && catalog.has(b"Outlines"));
}

#[test]
fn the_report_for_programs_is_attached_as_another_way_to_say_it() {
    let (file, _) = read(&sample::document("en", 1));
    let catalog = file.catalog().unwrap();
    let attached = file.dereference(catalog.get(b"AF").unwrap()).unwrap().1.as_array().unwrap();
    let attached = file.dereference(&attached[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(attached.get(b"AFRelationship").unwrap().as_name().unwrap(), b"Alternative");
    let stream = attached.get(b"EF").unwrap().as_dict().unwrap().get(b"F").unwrap();
    let stream = file.dereference(stream).unwrap().1.as_stream().unwrap();
    assert_eq!(stream.decompressed_content().unwrap(), JSON);
}

#[test]
fn it_says_which_standards_it_keeps() {
    let bytes = rendered(&sample::document("en", 1), JSON.to_vec()).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(
        text.contains("pdfaid:part>3<") && text.contains("pdfaid:conformance>A<") && text.contains("pdfuaid:part>1<")
    );
}

#[test]
fn the_same_document_is_the_same_file() {
    let document = sample::document("sv", 40);
    assert!(rendered(&document, JSON.to_vec()).unwrap() == rendered(&document, JSON.to_vec()).unwrap());
}

#[test]
fn letters_without_a_glyph_are_code_points_and_counted() {
    let (_, pages) = read(&sample::document("en", 0));
    let text = pages.concat();
    assert!(text.contains("U+674EU+1F600"));
    assert!(text.contains("(asU+1F600):2."));
}

#[test]
fn hostile_texts_are_written_and_nothing_is_run() {
    let hostile = [
        "\u{0}\u{1}\u{7f}nul",
        "\u{202e}gnp.exe",
        "\u{feff}bom",
        "e\u{301}\u{301}\u{301}",
        "\u{301}alone",
        "\u{e000}private",
        "\u{fffe}\u{ffff}",
        "(/JavaScript (app.alert\\(1\\)) >> endobj",
        "=1+1",
        "<script>",
        "a\u{ad}b",
        "\u{2028}line",
        "\u{10ffff}",
        "ﷺ",
        "ก็็็็็็",
        "A\u{200d}B",
        "\u{1F468}\u{200D}\u{1F469}",
        "\r\n\t",
        "   ",
        "",
    ];
    let mut document = sample::document("en", 0);
    document.sections[0].blocks = hostile.iter().map(|text| Block::Paragraph((*text).into())).collect();
    document.header.title = "\u{202e}title \u{1F600}".to_owned();
    document.sections[1].title = hostile.concat();
    let (file, _) = read(&document);
    let is_live = |dict: &lopdf::Dictionary| {
        [&b"JS"[..], b"JavaScript", b"OpenAction", b"AA", b"URI", b"Launch"].iter().any(|key| dict.has(key))
    };
    assert!(!file.objects.values().filter_map(|object| object.as_dict().ok()).any(is_live));
}

#[test]
fn an_empty_document_is_one_page() {
    let mut document = sample::document("en", 0);
    document.sections.clear();
    document.header.controller = Default::default();
    assert_eq!(read(&document).1.len(), 1);
}

fn broken(text: &str, width: f32) -> Vec<Line> {
    let mut setting = Setting { shaping: Shaping::new().unwrap(), lacking: 0 };
    let paragraph = setting.paragraph(&[Span::Words(text, Style::new(Face::Regular, 10.0, Ink::Black))]);
    setting.broken(&paragraph, width)
}

fn texts(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| line.pieces.iter().map(|piece| &*piece.shaped.text).collect()).collect()
}

#[test]
fn lines_break_between_words_and_long_words_anywhere() {
    assert_eq!(texts(&broken("one two", 1000.0)), ["one two"]);
    assert_eq!(texts(&broken("one two", 25.0)), ["one ", "two"]);
    assert_eq!(texts(&broken("one\n\ntwo\n", 1000.0)), ["one", "", "two"]);
    assert_eq!(texts(&broken("", 10.0)).len(), 0);
    for text in ["x".repeat(500), format!("see https://example.org/{}", "åß".repeat(300)), "W".to_owned()] {
        let lines = broken(&text, 60.0);
        assert_eq!(texts(&lines).concat(), text);
        assert!(lines.iter().all(|line| line.width <= 60.1), "{text}");
    }
    // No column is too narrow for a letter.
    assert_eq!(texts(&broken("abc", 0.1)), ["a", "b", "c"]);
}

#[test]
fn lines_are_as_long_as_what_is_drawn() {
    let lines = broken("Kerning: AVATAR To. Ελένη Жанна ", WIDTH);
    let sum: f32 = lines[0].pieces.iter().map(|piece| piece.width).sum();
    assert!(lines[0].width < sum && sum < 200.0);
}
