#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::model::token;

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/mail").join(name)
}

fn mail(name: &str) -> Mail {
    let bytes = std::fs::read_to_string(file(name)).unwrap().replace("CODE", &token::text([7; 16]));
    recognised(bytes.as_bytes()).expect(name)
}

#[test]
fn what_comes_back_is_told_apart() {
    let code = || vec![token::text([7; 16])];
    let ase = |is_for_good| vec![("ase@example.org".to_owned(), is_for_good)];
    let id = || Some("sent-1@example.org".to_owned());
    for (name, wanted) in [
        ("bounce-hard.eml", Some((false, ase(true), id(), code()))),
        ("bounce-headers.eml", Some((false, ase(true), id(), code()))),
        ("bounce-soft.eml", Some((false, ase(false), id(), Vec::new()))),
        ("complaint.eml", Some((true, ase(false), id(), code()))),
        ("not-spam.eml", None),
        ("unsubscribe.eml", None),
        ("request.eml", None),
    ] {
        let returned = mail(name).returned;
        let found = returned.map(|back| (back.is_complaint, back.recipients, back.message_id, back.codes));
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn heads_and_texts_are_in_plain_letters() {
    let request = mail("request.eml");
    assert_eq!((request.sender.as_str(), request.sender_name.as_str()), ("ase@example.org", "Åse Ødegård"));
    assert!(
        request.text.starts_with("Hei. Hva har dere om meg? Og slett opplysningene mine etterpå."),
        "{}",
        request.text
    );
    let unsubscribe = mail("unsubscribe.eml");
    assert!(unsubscribe.subject.starts_with("Melde seg av [kt"), "{}", unsubscribe.subject);
    let wishes = mail("wishes.eml");
    assert!(wishes.text.contains("[x] Nyheter") && !wishes.text.contains("<p>"), "{}", wishes.text);
    let answer = mail("answer.eml").answers.remove(0);
    assert_eq!((answer.corrections[0].value.as_str(), answer.message.as_str()), ("Innkjøpssjef", "Takk"));
}

#[test]
fn a_mailbox_gives_its_messages_as_they_came() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.mbox");
    let parts: Vec<Vec<u8>> = ["request.eml", "stranger.eml"].map(|name| std::fs::read(file(name)).unwrap()).into();
    let lines = [b"From a\r\n".as_slice(), &parts[0], b"\r\n", b"From b\r\n", &parts[1]].concat();
    std::fs::write(&path, lines).unwrap();
    let came = read(&Parser::Here, &path, &Stop::default()).unwrap();
    assert_eq!(
        came.iter().map(|one| (one.number, one.file.as_str())).collect::<Vec<_>>(),
        [(1, "in.mbox"), (2, "in.mbox")]
    );
    assert_eq!(came[1].bytes, parts[1]);
    assert_eq!(came[0].mail.as_ref().unwrap().sender, "ase@example.org");
    // What is no mail is told as such.
    std::fs::write(&path, "just a text\nof two lines").unwrap();
    assert_eq!(read(&Parser::Here, &path, &Stop::default()).unwrap()[0].mail, None);
    std::fs::write(&path, "").unwrap();
    assert!(read(&Parser::Here, &path, &Stop::default()).is_err());
}

#[test]
fn an_answer_file_is_taken_whole_or_not_at_all() {
    let fit = r#"{"format":"kartotek-answer","version":1,"report":"7","token":"x"}"#;
    assert_eq!(recognised(fit.as_bytes()).unwrap().answers[0].report, "7");
    assert!(recognised(format!("\u{feff}\n{fit}\n").as_bytes()).is_some(), "as editors save it");
    let long = "x".repeat(10_001);
    let many = format!("[{}]", vec![r#"{"purpose":"a"}"#; 101].join(","));
    for unfit in [
        fit.replace("kartotek-answer", "other"),
        fit.replace(":1,", ":2,"),
        fit.replace("\"x\"", &format!("\"{long}\"")),
        fit.replace("\"x\"", &format!("\"x\",\"objections\":{many}")),
        fit.replace("\"report\":\"7\",", ""),
        fit.replace('}', ""),
    ] {
        assert_eq!(recognised(unfit.as_bytes()), None, "{unfit:.80}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any bytes, and any damage to a message, are read or refused: nothing breaks, and no text grows past its bounds.
    #[test]
    fn damage_breaks_nothing(
        name in prop::sample::select(vec!["bounce-hard.eml", "complaint.eml", "answer.eml", "wishes.eml", "request.eml"]),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        twice in any::<prop::sample::Index>(),
    ) {
        let mut bytes = std::fs::read(file(name)).unwrap();
        for (at, byte) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let from = twice.index(bytes.len());
        bytes.extend_from_within(from..);
        if let Some(mail) = recognised(&bytes) {
            prop_assert!(mail.text.chars().count() <= 20_000 && mail.subject.chars().count() <= 200);
            prop_assert!(mail.answers.len() <= 3 && mail.to.len() <= 110);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = recognised(&bytes);
    }
}
