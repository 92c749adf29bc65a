#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::reading::Reader;
use super::*;

fn words(text: &str) -> Vec<(String, Look)> {
    let blocks = read(text);
    let [Block::Paragraph(words)] = blocks.as_slice() else { panic!("{blocks:?}") };
    words.iter().map(|piece| (piece.text.clone(), piece.look)).collect()
}

fn read(text: &str) -> Vec<Block> {
    let keys: Keys = vec![("Window".into(), vec![("Help".into(), "F1".into()), ("Edit".into(), "F2  Ctrl+E".into())])];
    let titles = [("backup", "Backup and recovery")];
    Reader { lang: Lang::En, titles: &titles, keys: &keys }.chapter("x", &format!("# Title\n{text}")).blocks
}

#[test]
fn words_have_their_looks() {
    let table: &[(&str, &[(&str, Look)])] = &[
        ("plain", &[("plain", Look::Plain)]),
        ("press {cancel}.", &[("press ", Look::Plain), ("Cancel", Look::Window), (".", Look::Plain)]),
        ("press {choose}. Then", &[("press ", Look::Plain), ("Choose…", Look::Window), (" Then", Look::Plain)]),
        ("{keys help} or", &[("F1", Look::Strong), (" or", Look::Plain)]),
        ("{keys edit}", &[("F2", Look::Strong)]),
        ("`kartotek run` **now**", &[("kartotek run", Look::Typed), (" ", Look::Plain), ("now", Look::Strong)]),
        (
            "*What?* See [[backup]]",
            &[("What?", Look::Said), (" See ", Look::Plain), ("Backup and recovery", Look::Chapter("backup"))],
        ),
        // What nobody knows stays to be seen, and what is no markup is text.
        ("{nothing-such} 3 * 4 [a]", &[("{nothing-such}", Look::Window), (" 3 * 4 [a]", Look::Plain)]),
    ];
    for (text, wanted) in table {
        let wanted: Vec<_> = wanted.iter().map(|(text, look)| ((*text).to_owned(), *look)).collect();
        assert_eq!(words(text), wanted, "{text}");
    }
}

#[test]
fn lines_become_blocks() {
    let text = "One\ntwo.\n\n## Head\n### Small\n- a\n- b\n  goes on\n1. c\n2. d\n\n> note\n> more\n\n| h | i |\n| j | k |\n\n![says](name)\n@keys";
    let kinds: Vec<String> = read(text)
        .iter()
        .map(|block| match block {
            Block::Heading(words) => format!("heading {}", words[0].text),
            Block::Smaller(words) => format!("smaller {}", words[0].text),
            Block::Paragraph(words) => format!("paragraph {}", words[0].text),
            Block::Note(words) => format!("note {}", words[0].text),
            Block::Dots(items) => format!("dots {} {}", items.len(), items[1][0].text),
            Block::Numbers(items) => format!("numbers {}", items.len()),
            Block::Table { head, rows } => format!("table {} {}", head.len(), rows.len()),
            Block::Picture { name, says } => format!("picture {name} {says}"),
        })
        .collect();
    let wanted = [
        "paragraph One two.",
        "heading Head",
        "smaller Small",
        "dots 2 b goes on",
        "numbers 2",
        "note note more",
        "table 2 1",
        "picture name says",
        "heading Window",
        "table 2 2",
    ];
    assert_eq!(kinds, wanted);
}

/// Returns what the three languages must have in common: the kinds of blocks, and what their words refer to.
fn bones(source: &str) -> Vec<String> {
    let mut bones = Vec::new();
    for line in source.lines() {
        let start = line.split(' ').next().unwrap_or_default();
        let is_marked =
            ["#", "##", "###", "-", ">", "|", "@keys"].contains(&start) || start.ends_with('.') && start.len() == 2;
        bones.push(if is_marked { start.to_owned() } else { String::new() });
        let mut found: Vec<String> =
            line.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect();
        found.extend(line.split("[[").skip(1).filter_map(|rest| rest.split("]]").next()).map(str::to_owned));
        found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        found.extend(line.split("](").skip(1).map(str::to_owned));
        // A sentence may put them in another order.
        found.sort();
        bones.extend(found);
    }
    bones
}

#[test]
fn the_three_languages_say_the_same() {
    for (key, [en, nb, sv]) in CHAPTERS {
        assert_eq!(bones(en), bones(nb), "{key} in Norwegian");
        assert_eq!(bones(en), bones(sv), "{key} in Swedish");
    }
}

#[test]
fn every_picture_is_there_small_and_drawn_by_a_journey() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let journey = std::fs::read_to_string(root.join("tests/journeys/guide.rs")).unwrap();
    let mut all = 0;
    for lang in Lang::ALL {
        let guide = guide(lang, &Keys::new());
        let blocks = guide.chapters.iter().flat_map(|chapter| &chapter.blocks);
        let mut names: Vec<&str> = blocks
            .filter_map(|block| match block {
                Block::Picture { name, says } => {
                    assert!(!says.is_empty(), "{name} says nothing to those who do not see it");
                    Some(name.as_str())
                }
                Block::Heading(_)
                | Block::Smaller(_)
                | Block::Paragraph(_)
                | Block::Note(_)
                | Block::Dots(_)
                | Block::Numbers(_)
                | Block::Table { .. } => None,
            })
            .collect();
        for name in &names {
            let bytes = picture(lang, name).unwrap_or_else(|| panic!("no picture {name}"));
            assert!(image::load_from_memory(bytes).is_ok_and(|picture| picture.width() > 600), "{name} in {lang}");
            assert!(journey.contains(&format!("\"{name}\"")), "no journey draws {name}");
            all += bytes.len();
        }
        names.sort_unstable();
        let mut known = PICTURES.map(|(name, _)| name);
        known.sort_unstable();
        assert_eq!(names, known, "{lang}");
    }
    assert!(all < 1_500_000, "{all} bytes of pictures");
}

#[test]
fn the_page_stands_alone() {
    for lang in Lang::ALL {
        let page = page(&guide(lang, &Keys::new()));
        for chapter in CHAPTERS {
            assert!(page.contains(&format!("<section id=\"{}\">", chapter.0)), "{}", chapter.0);
        }
        for forbidden in ["<script", "http://", "https://", "url(", "<link", "@import"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert!(page.contains("default-src 'none'") && page.contains(&format!("<html lang=\"{}\">", lang.code())));
        assert!(page.ends_with("</html>\n"));
    }
    let hostile = Guide {
        lang: Lang::En,
        chapters: vec![Chapter {
            key: "x",
            title: "<b>".into(),
            blocks: vec![Block::Paragraph(vec![Piece { text: "<script>".into(), look: Look::Plain }])],
        }],
    };
    let page = super::page(&hostile);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>"));
}
