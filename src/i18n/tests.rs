#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use fluent_syntax::ast;

use super::*;
use crate::t;

/// The texts of a language: for each key its arguments and what is written outside of them.
fn catalogue(lang: Lang) -> BTreeMap<String, (BTreeSet<String>, String)> {
    let path = format!("{}/assets/i18n/{lang}/kartotek.ftl", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(path).unwrap();
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap();
    let mut texts = BTreeMap::new();
    for entry in resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let mut arguments = BTreeSet::new();
                let mut written = String::new();
                let value = message.value.expect("every key has a text");
                read_pattern(&value, &mut arguments, &mut written);
                let key = message.id.name.to_owned();
                let before = texts.insert(key, (arguments, written));
                assert!(before.is_none(), "{lang}: {} is there twice", message.id.name);
            }
            ast::Entry::Comment(_) | ast::Entry::GroupComment(_) | ast::Entry::ResourceComment(_) => {}
            ast::Entry::Term(term) => panic!("{lang}: -{} is a term", term.id.name),
            ast::Entry::Junk { content } => panic!("{lang}: cannot be read: {content}"),
        }
    }
    texts
}

fn read_pattern(pattern: &ast::Pattern<&str>, arguments: &mut BTreeSet<String>, written: &mut String) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => written.push_str(value),
            ast::PatternElement::Placeable { expression } => match expression {
                ast::Expression::Inline(inline) => read_inline(inline, arguments),
                ast::Expression::Select { selector, variants } => {
                    read_inline(selector, arguments);
                    for variant in variants {
                        read_pattern(&variant.value, arguments, written);
                    }
                }
            },
        }
    }
}

fn read_inline(inline: &ast::InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        // A variant that says nothing, or begins with a space; and what stands in a setting as it is typed.
        ast::InlineExpression::StringLiteral { value: "" | " " | "{token}" } => {}
        other => panic!("only arguments are expected, not {other:?}"),
    }
}

#[test]
fn the_languages_have_the_same_keys_and_arguments() {
    let english = catalogue(Lang::En);
    for lang in [Lang::Nb, Lang::Sv] {
        let other = catalogue(lang);
        for (key, (arguments, _)) in &english {
            let (theirs, _) = other.get(key).unwrap_or_else(|| panic!("{lang}: {key} is missing"));
            assert_eq!(theirs, arguments, "{lang}: {key}");
        }
        for key in other.keys() {
            assert!(english.contains_key(key), "{lang}: {key} is not in English");
        }
    }
}

#[test]
fn no_text_is_missing_or_a_key() {
    for lang in Lang::ALL {
        for (key, (arguments, written)) in catalogue(lang) {
            assert!(!arguments.is_empty() || !written.trim().is_empty(), "{lang}: {key} is empty");
            assert_ne!(written, key, "{lang}");
            assert!(!written.contains("TODO"), "{lang}: {key}");
        }
    }
}

/// Long texts must differ between languages; one left in English would be a forgotten translation.
#[test]
fn no_sentence_is_left_untranslated() {
    let english = catalogue(Lang::En);
    for lang in [Lang::Nb, Lang::Sv] {
        for (key, (_, written)) in catalogue(lang) {
            // Countries, statutes and authorities are called what they are called.
            let is_name =
                ["country-", "retention-books-", "report-authority-"].iter().any(|name| key.starts_with(name));
            let sentence = written.split_whitespace().count() > 3 && !is_name;
            assert!(!sentence || english[&key].1 != written, "{lang}: {key}");
        }
    }
}

#[test]
fn every_item_of_the_shipped_lists_has_a_name() {
    let lists = [
        ("category", "prospect customer former-customer supplier partner"),
        (
            "basis",
            "consent contract legal-obligation vital-interests public-task legitimate-interests \
             withdrawn objected void",
        ),
        ("purpose", "sales marketing"),
        (
            "source",
            "user email request chat web-form portal import integration business-card meeting phone \
             fair social-media unknown",
        ),
        ("subscription", "invitations news promotions urgent"),
        ("language", "nb nn sv da fi en de fr nl es it pl"),
        ("label", "work private mobile direct switchboard home postal visiting other"),
    ];
    for lang in Lang::ALL {
        for (list, items) in lists {
            for item in items.split_whitespace() {
                let key = format!("item-{list}-{item}");
                assert!(text_if_known(lang, &key).is_some(), "{lang}: {key}");
            }
        }
    }
    assert_eq!(text(Lang::Nb, "item-basis-contract"), "Inngått avtale");
    assert_eq!(text(Lang::Sv, "country-NO"), "Norge");
}

#[test]
fn names_are_recognised_in_every_language() {
    assert_eq!(item_name(Lang::Sv, "position", "buyer"), Some("Inköpare".to_owned()));
    assert_eq!(item_name(Lang::Sv, "position", "made-here"), None);
    let table = [
        ("basis", "consent", Some("consent")),
        ("basis", " SAMTYKKE ", Some("consent")),
        ("basis", "berättigat intresse", Some("legitimate-interests")),
        ("category", "Former customer", Some("former-customer")),
        ("category", "samtykke", None),
    ];
    for (list, typed, key) in table {
        assert_eq!(item_key(list, typed), key, "{typed}");
    }
    assert_eq!(item_keys("purpose"), ["sales", "marketing"]);
    assert_eq!(item_keys("label")[0], "work");
    let table = [
        ("no", Some("NO")),
        ("Norge", Some("NO")),
        ("ÅLAND", Some("AX")),
        ("Tyskland", Some("DE")),
        ("UK", Some("GB")),
        ("Atlantis", None),
    ];
    for (typed, code) in table {
        assert_eq!(country_code(typed), code, "{typed}");
    }
    assert_eq!(country_name(Lang::Nb, "SE"), "Sverige");
    assert_eq!(country_name(Lang::Nb, "ZZ"), "ZZ");
    let norwegian = countries(Lang::Nb);
    assert_eq!(norwegian.last().unwrap().1, "Åland");
    assert_eq!(countries(Lang::En)[0].0, "AX");
}

#[test]
fn texts_are_filled_in() {
    assert_eq!(t!(Lang::En, "cancel"), "Cancel");
    assert_eq!(t!(Lang::Nb, "cancel"), "Avbryt");
    assert_eq!(t!(Lang::En, "list-count", count = 1), "1 person");
    assert_eq!(t!(Lang::En, "list-count", count = 2_000), "2,000 persons");
    assert_eq!(t!(Lang::Nb, "list-count", count = 2_000_usize), "2\u{202f}000 personer");
    assert_eq!(t!(Lang::Sv, "card-basis", basis = "Samtycke"), "Rättslig grund: Samtycke");
    assert_eq!(text_with(Lang::Nb, "list-count", &[("count", 1_000.into())]), "1\u{202f}000 personer");
    assert_eq!(text_with(Lang::Sv, "help-title", &[("screen", "Kort".into())]), "Hjälp: Kort");
    assert_eq!(text(Lang::Sv, "item-interest-made-by-the-office"), "item-interest-made-by-the-office");
    assert_eq!(text_if_known(Lang::Sv, "nothing-like-it"), None);
}

#[test]
fn languages_are_recognised() {
    let table = [
        ("nb-NO", Some(Lang::Nb)),
        ("nn_NO.UTF-8", Some(Lang::Nb)),
        ("no", Some(Lang::Nb)),
        ("sv-FI", Some(Lang::Sv)),
        ("en-GB", Some(Lang::En)),
        ("C", None),
        ("de", None),
    ];
    for (locale, lang) in table {
        assert_eq!(Lang::from_locale(locale), lang, "{locale}");
    }
    for lang in Lang::ALL {
        assert_eq!(lang.code().parse(), Ok(lang));
        assert_eq!(serde_json::to_string(&lang).unwrap(), format!("\"{lang}\""));
    }
    assert_eq!("de".parse::<Lang>(), Err(UnknownLang));
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn dates_are_written() {
    let christmas = day("2026-12-24");
    let table = [
        (Lang::En, "24 Dec 2026", "24 December 2026", "2026-12-24"),
        (Lang::Nb, "24. des. 2026", "24. desember 2026", "24.12.2026"),
        (Lang::Sv, "24 dec. 2026", "24 december 2026", "2026-12-24"),
    ];
    for (lang, short, long, numeric) in table {
        assert_eq!(date(lang, christmas), short);
        assert_eq!(date_long(lang, christmas), long);
        assert_eq!(date_numeric(lang, christmas), numeric);
        for text in [short, long, numeric] {
            assert_eq!(parse_date(lang, text, day("2020-01-01")), Some(christmas), "{text}");
        }
    }
    let shown = "2026-03-12T00:41:59".parse().unwrap();
    assert_eq!(date_time(Lang::En, shown), "12 Mar 2026 00:41");
    assert_eq!(date_time(Lang::Nb, shown), "12. mars 2026 00:41");
}

#[test]
fn typed_dates_are_read() {
    let table: [(Lang, &str, Option<&str>); 45] = [
        (Lang::Nb, "24.12.2026", Some("2026-12-24")),
        (Lang::Nb, "24/12-2026", Some("2026-12-24")),
        (Lang::Nb, "24/12 2026", Some("2026-12-24")),
        (Lang::Nb, "24-12-2026", Some("2026-12-24")),
        (Lang::Nb, " 24. 12. 2026 ", Some("2026-12-24")),
        (Lang::Nb, "24.12.", Some("2026-12-24")),
        (Lang::Nb, "24/12", Some("2026-12-24")),
        (Lang::Nb, "4.2.26", Some("2026-02-04")),
        (Lang::Nb, "4.2.46", Some("2046-02-04")),
        (Lang::Nb, "4.2.47", Some("1947-02-04")),
        (Lang::Nb, "4.2.85", Some("1985-02-04")),
        (Lang::Sv, "2026-12-24", Some("2026-12-24")),
        (Lang::Sv, "20261224", Some("2026-12-24")),
        (Lang::Sv, "24 december 2026", Some("2026-12-24")),
        (Lang::Sv, "24 dec 2026", Some("2026-12-24")),
        (Lang::Sv, "1 maj", Some("2026-05-01")),
        (Lang::Nb, "1. mai", Some("2026-05-01")),
        (Lang::Nb, "17. mai 1814", Some("1814-05-17")),
        (Lang::En, "24 December 2026", Some("2026-12-24")),
        (Lang::En, "24/12/2026", Some("2026-12-24")),
        (Lang::En, "today", Some("2026-03-31")),
        (Lang::Nb, "i dag", Some("2026-03-31")),
        (Lang::Sv, "Idag", Some("2026-03-31")),
        (Lang::Nb, "i går", Some("2026-03-30")),
        (Lang::Sv, "imorgon", Some("2026-04-01")),
        (Lang::Nb, "i morgen", Some("2026-04-01")),
        (Lang::En, "tomorrow", Some("2026-04-01")),
        (Lang::En, "+3d", Some("2026-04-03")),
        (Lang::En, "-30d", Some("2026-03-01")),
        (Lang::En, "+1w", Some("2026-04-07")),
        (Lang::En, "-1m", Some("2026-02-28")),
        (Lang::En, "-3y", Some("2023-03-31")),
        (Lang::Nb, "+1å", Some("2027-03-31")),
        // No such day, no such month, the month before the day, too little, too much.
        (Lang::Nb, "31.2.2026", None),
        (Lang::Nb, "1.13.2026", None),
        (Lang::En, "12/24/2026", None),
        (Lang::En, "2026-12", None),
        (Lang::En, "12", None),
        (Lang::En, "24.12.026", None),
        (Lang::En, "1.2.3.4", None),
        (Lang::En, "24 de 2026", None),
        (Lang::En, "+99999999999d", None),
        (Lang::En, "+4000000000y", None),
        (Lang::En, "-", None),
        (Lang::En, "", None),
    ];
    for (lang, typed, expected) in table {
        assert_eq!(parse_date(lang, typed, day("2026-03-31")), expected.map(day), "{typed}");
    }
}

#[test]
fn ages_are_written() {
    let now: DateTime<Utc> = "2026-03-31T12:00:00Z".parse().unwrap();
    let table = [
        ("2026-03-31T11:59:30Z", "just now", "akkurat nå"),
        ("2026-03-31T13:00:00Z", "just now", "akkurat nå"),
        ("2026-03-31T11:55:00Z", "5 minutes ago", "for 5 minutter siden"),
        ("2026-03-31T10:30:00Z", "an hour ago", "for én time siden"),
        ("2026-03-28T12:00:00Z", "3 days ago", "for 3 dager siden"),
        ("2025-12-31T12:00:00Z", "2 months ago", "for 2 måneder siden"),
        ("2023-03-31T12:00:00Z", "3 years ago", "for 3 år siden"),
    ];
    for (moment, english, norwegian) in table {
        let moment = moment.parse().unwrap();
        assert_eq!(age(Lang::En, moment, now), english);
        assert_eq!(age(Lang::Nb, moment, now), norwegian);
    }
}

#[test]
fn numbers_are_written_and_read() {
    let table = [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1,000", "1\u{202f}000"),
        (-1_234_567, "\u{2212}1,234,567", "\u{2212}1\u{202f}234\u{202f}567"),
        (
            i64::MIN,
            "\u{2212}9,223,372,036,854,775,808",
            "\u{2212}9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808",
        ),
    ];
    for (value, english, nordic) in table {
        assert_eq!(number(Lang::En, value), english);
        assert_eq!(number(Lang::Nb, value), nordic);
        assert_eq!(number(Lang::Sv, value), nordic);
        assert_eq!(parse_number(Lang::En, english), Some(value));
        assert_eq!(parse_number(Lang::Nb, nordic), Some(value));
    }
    assert_eq!(decimal(Lang::En, 1234.50, 2), "1,234.5");
    assert_eq!(decimal(Lang::Nb, -0.25, 2), "\u{2212}0,25");
    assert_eq!(decimal(Lang::Sv, -0.001, 2), "0");
    assert_eq!(parse_decimal(Lang::Sv, "1 234,5"), Some(1234.5));
    assert_eq!(parse_decimal(Lang::Nb, "1.5"), Some(1.5));
    assert_eq!(parse_decimal(Lang::En, "1,234.5"), Some(1234.5));
    for typed in ["", "x", "1,2,3", "1-2", "12 kr"] {
        assert_eq!(parse_decimal(Lang::Nb, typed), None, "{typed}");
    }
}

#[test]
fn sizes_are_written() {
    let table = [
        (1, "1 byte", "1 byte"),
        (999, "999 bytes", "999 byte"),
        (1_500, "1.5 kB", "1,5 kB"),
        (15_400, "15 kB", "15 kB"),
        (2_000_000, "2 MB", "2 MB"),
        (7_250_000_000, "7.2 GB", "7,2 GB"),
    ];
    for (bytes, english, swedish) in table {
        assert_eq!(file_size(Lang::En, bytes), english);
        assert_eq!(file_size(Lang::Sv, bytes), swedish);
    }
}

fn sorted(lang: Lang, words: &str) -> String {
    let keys = SortKeys::new(lang);
    let mut words: Vec<&str> = words.split_whitespace().collect();
    words.sort_by_key(|word| keys.key(word));
    let mut compared = words.clone();
    compared.sort_by(|left, right| keys.compare(left, right));
    assert_eq!(compared, words, "keys and comparison agree");
    words.join(" ")
}

#[test]
fn texts_sort_as_the_language_does() {
    assert_eq!(sorted(Lang::Nb, "å ø æ z a aa ä ö"), "a z æ ä ø ö å aa");
    assert_eq!(sorted(Lang::Sv, "ö ä å z a"), "a z å ä ö");
    assert_eq!(sorted(Lang::En, "å ö z a b o"), "a å b o ö z");
    assert_eq!(sorted(Lang::Nb, "Øst Zeta Aabel Berg Ås æra Ærlig"), "Berg Zeta æra Ærlig Øst Aabel Ås");
    assert_eq!(sorted(Lang::Sv, "Öst Åberg Zorn Ängman Aaltonen"), "Aaltonen Zorn Åberg Ängman Öst");
    // Digits one by one, and case only where nothing else differs.
    assert_eq!(sorted(Lang::En, "b2 b10 B1 b1 a"), "a b1 B1 b10 b2");
}

#[test]
fn names_sort_by_last_name_then_first_name() {
    for lang in [Lang::Nb, Lang::Sv] {
        let keys = SortKeys::new(lang);
        let in_order = [
            ("Berg", ""),
            ("Berg", "Anne"),
            ("berg", "Bo"),
            ("Berg", "Carl"),
            ("Berg Hansen", "Aage"),
            ("Bergan", "Anne"),
            ("", "Cecilie"),
            ("Ås", "Bo"),
            ("Ås", "Carl"),
            ("Åsen", "Bo"),
        ];
        let mut made: Vec<Vec<u8>> = in_order.iter().map(|(last, first)| keys.name_key(last, first)).collect();
        let as_listed = made.clone();
        made.sort();
        assert_eq!(made, as_listed, "{lang}");
    }
    // In English, Å is an A.
    let keys = SortKeys::new(Lang::En);
    assert!(keys.name_key("Ås", "Bo") < keys.name_key("Berg", ""));
    assert!(keys.name_key("Ås", "Bo") < keys.name_key("Åsen", "Anne"));
}

/// Stored keys stay comparable only as long as the library makes the same ones. When this fails
/// after an update, count `COLLATION_EDITION` up and write down the new bytes.
#[test]
fn sort_keys_are_those_of_the_noted_edition() {
    assert_eq!(COLLATION_EDITION, 1);
    let key = SortKeys::new(Lang::Nb).name_key("Ødegård", "Åse");
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "5e7f033133375e7f044d31025e7f044f33010f01c6bfc606");
}
