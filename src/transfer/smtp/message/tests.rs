#![allow(clippy::unwrap_used, clippy::panic)]

use mail_parser::{HeaderValue as Read, MessageParser};
use proptest::prelude::*;

use super::*;

fn letter<'a>(name: &'a str, subject: &'a str) -> Letter<'a> {
    Letter {
        from_name: "Fjordfisk AS",
        from: "office@example.org",
        to_name: name,
        to: "ase@example.org",
        subject,
        text: "Hei",
        id: "1@example.org",
        at: Moment(1_700_000_000_000),
        ..Letter::default()
    }
}

/// Returns the names of the headers of a message, and its longest line.
fn shape(bytes: &[u8]) -> (Vec<String>, usize) {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    let names = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    let names = names.map(|line| line.split(':').next().unwrap().to_owned()).collect();
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "bare line breaks");
    (names, text.split("\r\n").map(str::len).max().unwrap())
}

const HEADERS: [&str; 8] =
    ["From", "To", "Subject", "Message-ID", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];

#[test]
fn names_and_subjects_that_break_lines_break_nothing() {
    for hostile in [
        "Bob\nBcc: all@example.com",
        "Bob\r\nBcc: all@example.com",
        "Bob\rX",
        "\r\n.\r\nMAIL FROM:<a@example.com>",
        "a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}f\0g",
        "\"quoted\\\" <x@example.com>, y",
        "=?utf-8?Q?=0D=0ABcc:_x?=",
        "\u{202e}gro.elpmaxe@esa",
        &"å".repeat(100_000),
        &"a".repeat(100_000),
        "",
        " \t ",
    ] {
        let bytes = build(&letter(hostile, hostile)).unwrap();
        let (names, longest) = shape(&bytes);
        assert!(names.iter().all(|name| HEADERS.contains(&name.as_str())), "{hostile:.40}: {names:?}");
        assert!(longest <= 998, "{hostile:.40}: {longest}");
        let read = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(read.to().unwrap().first().unwrap().address(), Some("ase@example.org"));
        assert_eq!(read.to().unwrap().iter().count(), 1, "{hostile:.40}");
    }
}

#[test]
fn letters_of_all_kinds_arrive_as_they_were() {
    let bytes = build(&letter("Åse \"Sol\" Ødegård-Świątek", "Præmie: 50 % på ål €")).unwrap();
    assert!(bytes.is_ascii());
    let read = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(read.to().unwrap().first().unwrap().name(), Some("Åse \"Sol\" Ødegård-Świątek"));
    assert_eq!(read.subject(), Some("Præmie: 50 % på ål €"));
    assert_eq!(read.date().unwrap().to_timestamp(), 1_700_000_000);
    let text = String::from_utf8(bytes).unwrap();
    assert!(!text.to_lowercase().contains("user-agent"), "{text}");
}

#[test]
fn what_is_no_link_and_no_address_stands_in_no_header() {
    let links: Vec<String> =
        ["mailto:a@example.org?subject=x", "https://example.org/a\r\nBcc: x", "javascript:x", "https://a b"]
            .map(str::to_owned)
            .into();
    let bytes = build(&Letter { unsubscribe: &links, ..letter("A", "B") }).unwrap();
    let read = MessageParser::default().parse(&bytes).unwrap();
    let header = read.header_raw("List-Unsubscribe").unwrap();
    assert_eq!(header.trim(), "<mailto:a@example.org?subject=x>");
    assert!(read.header("List-Unsubscribe-Post").is_none());
    assert!(!matches!(read.header("Bcc"), Some(Read::Address(_))));
    for to in ["", "a", "a@", "@example.org", "a b@example.org", "a\r\n@example.org", "a@example.org>\r\nRCPT TO:<b"] {
        assert_eq!(build(&Letter { to, ..letter("A", "B") }), Err(NotWritten::Recipient), "{to}");
    }
    assert_eq!(build(&Letter { from: "x", ..letter("A", "B") }), Err(NotWritten::Sender));
}

#[test]
fn domains_of_other_letters_go_as_servers_know_them() {
    let bytes = build(&Letter { to: "post@blåbær.example", ..letter("A", "B") }).unwrap();
    assert!(String::from_utf8(bytes).unwrap().contains("post@xn--blbr-roah.example"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Ten thousand persons of any letters: no panic, no line added.
    #[test]
    fn no_person_breaks_a_message(name in "\\PC{0,40}|[\\s\\S]{0,60}", subject in "[\\s\\S]{0,80}", file in "[\\s\\S]{0,40}", media in "[\\s\\S]{0,20}") {
        let files = [File { name: file, media, content: b"x".to_vec() }];
        let bytes = build(&Letter { files: &files, html: "<p>x</p>", ..letter(&name, &subject) }).unwrap();
        let (names, longest) = shape(&bytes);
        prop_assert!(names.iter().all(|name| HEADERS.contains(&name.as_str())), "{names:?}");
        prop_assert!(longest <= 998);
        let read = MessageParser::default().parse(&bytes).unwrap();
        prop_assert_eq!(read.to().unwrap().iter().count(), 1);
        prop_assert_eq!(read.attachment_count(), 1);
    }
}
