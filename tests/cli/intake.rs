//! What comes back by mail, as scripts take it in.

use serde_json::{Value, json};

use crate::Home;

fn ase(home: &Home) -> String {
    home.import("First name,Last name,E-mail\nÅse,Ødegård,ase@example.org\n");
    home.only("ase@")
}

fn letter(home: &Home, name: &str, sender: &str, subject: &str, text: &str) -> String {
    let head = format!("From: {sender}\nTo: post@example.org\nSubject: {subject}\nMessage-ID: <{name}@example.org>\n");
    home.file(name, &format!("{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n"))
}

#[test]
fn a_message_without_a_code_is_proposed_and_accepted() {
    let home = Home::with_vault();
    let id = ase(&home);
    let mail = letter(&home, "a.eml", "Åse <ase@example.org>", "Hei", "Kan dere melde meg av?");
    let answer = home.call(&["mail", "intake", &mail]).answer();
    let one = &answer["recognised"][0];
    assert_eq!(
        (&one["file"], &one["kind"], &one["person"], &one["proof"], &one["open"], &one["done"]),
        (&json!("a.eml"), &json!("request"), &json!(id), &json!("address"), &json!(1), &json!(0))
    );
    assert_eq!(answer["left"], json!([]));
    let all = home.call(&["mail", "proposals"]).answer();
    let proposal = all["proposals"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(all["proposals"][0]["kind"], "no-mailings");
    let again = home.call(&["mail", "intake", &mail]).answer();
    assert_eq!((&again["recognised"], &again["left"][0]["reason"]), (&json!([]), &json!("taken-before")));
    assert_eq!(home.call(&["mail", "accept", &proposal]).answer()["accepted"], json!(1));
    let ledger = home.call(&["basis", "history", &id]).answer();
    let last = ledger["ledger"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["basis"], &last["source"]), (&json!("objected"), &json!("email")));
    assert!(last["evidence"].is_string() || last["evidence"].is_object(), "{last}");
    // What was decided is decided, and seen when asked for.
    assert_eq!(home.call(&["mail", "accept", &proposal]).code, 4);
    assert_eq!(home.call(&["mail", "proposals"]).answer()["proposals"], json!([]));
    assert_eq!(home.call(&["mail", "proposals", "--all"]).answer()["proposals"][0]["state"], "accepted");
    // The journal tells it, and the report.
    let entries = home.call(&["journal", "list", "--person", &id]).answer();
    let kinds: Vec<&Value> = entries["entries"].as_array().unwrap().iter().map(|entry| &entry["kind"]).collect();
    assert!(kinds.contains(&&json!("reply-taken")) && kinds.contains(&&json!("proposal-accepted")), "{kinds:?}");
}

#[test]
fn a_stranger_becomes_a_card_only_when_asked_for() {
    let home = Home::with_vault();
    let mail = letter(&home, "b.eml", "Lars Larsen <lars@example.net>", "Tilbud", "Send et tilbud, takk.");
    let answer = home.call(&["mail", "intake", &mail]).answer();
    assert_eq!(
        (&answer["left"][0]["reason"], &answer["left"][0]["sender"]),
        (&json!("stranger"), &json!("lars@example.net"))
    );
    assert_eq!(home.call(&["find", "lars"]).answer()["total"], json!(0));
    let answer = home.call(&["mail", "intake", &mail, "--new-people"]).answer();
    assert_eq!(answer["left"], json!([]));
    assert_eq!(home.call(&["show", &home.only("lars@")]).answer()["last_name"], "Larsen");
    // One of whom no card can be made keeps nobody else out.
    let nobody = letter(&home, "c.eml", "Ingen <ingen>", "Hei", "Hei");
    let liv = letter(&home, "d.eml", "Liv Berg <liv@example.net>", "Hei", "Hei");
    let answer = home.call(&["mail", "intake", &nobody, &liv, "--new-people"]).answer();
    assert_eq!((&answer["left"][0]["file"], &answer["left"][0]["reason"]), (&json!("c.eml"), &json!("stranger")));
    assert_eq!(answer["recognised"][0]["person"], json!(home.only("liv@")));
    let text = home.file("text.txt", "no mail at all");
    assert_eq!(home.call(&["mail", "intake", &text]).answer()["left"][0]["reason"], "not-mail");
    assert_eq!(home.call(&["mail", "intake", "nowhere.eml"]).code, 1);
    assert_eq!(home.call(&["mail", "intake"]).code, 2);
}

#[test]
fn a_message_made_to_break_its_reader_breaks_nothing() {
    let home = Home::with_vault();
    ase(&home);
    // A message in a message in a message…
    let inner = "Content-Type: message/rfc822\n\n".repeat(60_000);
    let mail = home.file("deep.eml", &format!("From: ase@example.org\nMessage-ID: <d@example.org>\n{inner}"));
    let outcome = home.call(&["mail", "intake", &mail]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.err);
    assert_eq!(home.call(&["mail", "proposals"]).answer()["proposals"], json!([]));
}

#[test]
fn the_form_for_a_web_site_is_one_file() {
    let home = Home::with_vault();
    let (words, out) = (home.file("words.txt", "May we write to you?\n"), home.text("form.html"));
    let call =
        ["mail", "form", "--out", &out, "--to", "post@example.org", "--statement", "https://example.org/privacy"];
    home.call(&["wording", "add", "--purpose", "marketing", "--language", "en", "--text-file", &words]).answer();
    home.call(&call).answer();
    let page = std::fs::read_to_string(&out).unwrap();
    assert!(page.contains("May we write to you?") && page.contains("https://example.org/privacy"));
    assert_eq!(home.call(&["mail", "form", "--out", &home.text("b.html")]).code, 4, "nobody said where to");
}
