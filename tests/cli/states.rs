//! States of a person: restricted (art. 18), objecting (art. 21), a minor.

use serde_json::json;

use super::Home;

const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile\n\
    Åse,Ødegård,Fjordfisk AS,ase@example.org,+47 900 00 001\n\
    Zoë,Aas,Fjordfisk AS,zoe@example.org,\n";

fn home() -> (Home, String) {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let id = home.only("ødegård");
    (home, id)
}

#[test]
fn a_reason_to_look_at_an_open_card_stays_on_record() {
    let (home, id) = home();
    let looked = || {
        let entries = home.call(&["journal", "list", "--person", &id]).answer()["entries"].clone();
        entries.as_array().unwrap().iter().filter(|entry| entry["kind"] == "looked-up").count()
    };
    home.call(&["show", &id]).answer();
    assert_eq!(looked(), 0);
    assert_eq!(home.call(&["show", &id, "--reason", "She called"]).answer()["email"], "ase@example.org");
    assert_eq!(looked(), 1);
}

#[test]
fn a_restricted_card_is_closed_to_every_command() {
    let (home, id) = home();
    let other = home.only("aas");
    let task =
        home.call(&["activity", "add", &id, "--kind", "task", "--text", "Ring om tilbud", "--due", "2026-11-01"]);
    let task = task.answer()["id"].as_str().unwrap().to_owned();
    let restricted = home.call(&["restrict", &id, "--ground", "a", "--comment", "Adressen?"]).answer();
    assert_eq!(restricted["status"], "restricted");
    assert_eq!((&restricted["restriction"]["ground"], &restricted["restriction"]["by"]), (&json!("a"), &json!("me")));

    let closed = home.call(&["show", &id]);
    assert_eq!(closed.code, 4);
    let closed = closed.json();
    assert_eq!((&closed["error"]["rule"], &closed["name"]), (&json!("reason-needed"), &json!("Åse Ødegård")));
    assert_eq!((&closed["status"], &closed["restriction"]["ground"]), (&json!("restricted"), &json!("a")));
    let said = home.say(&["show", &id]);
    assert!(said.out.contains("Åse Ødegård") && said.out.contains("18(1)(a)"), "{}", said.out);
    for text in [closed.to_string(), said.out, said.err] {
        assert!(!text.contains("example.org") && !text.contains("Fjordfisk"), "{text}");
    }

    let out = home.text("out.xlsx");
    let refused: &[&[&str]] = &[
        &["edit", &id, "title=Innkjøper"],
        &["interest", &id, "+golf"],
        &["basis", "set", &id, "--purpose", "marketing", "--basis", "consent", "--source", "phone"],
        &["basis", "history", &id],
        &["basis", "export", &id, "--out", &out],
        &["activity", "add", &id, "--kind", "note", "--text", "x"],
        &["activity", "list", &id],
        &["activity", "done", &task],
        &["activity", "edit", &task, "--text", "x"],
        &["activity", "remove", &task],
        &["relation", "add", &id, &other, "--kind", "colleague"],
        &["relation", "add", &other, &id, "--kind", "colleague"],
        &["relation", "list", &id],
        &["merge", &id, &other, "--dry-run"],
        &["merge", &other, &id],
        &["duplicates", "apart", &id, &other],
        &["favourite", "add", &id],
        &["picture", "remove", &id],
        &["restrict", &id, "--ground", "b"],
    ];
    for call in refused {
        let outcome = home.call(call);
        assert_eq!((outcome.code, outcome.error().0), (4, "refused".to_owned()), "{call:?}");
    }
    assert!(!home.path("out.xlsx").exists());
    for typed in ["ase@example.org", "90000001"] {
        assert_eq!(home.call(&["find", typed]).answer()["total"], 0, "{typed}");
    }
    let found = home.call(&["find", "ødegård"]).answer();
    let row = &found["persons"][0];
    assert_eq!((&row["company"], &row["email"], &row["restricted"]), (&json!(null), &json!(null), &json!(true)));
    assert_eq!(home.call(&["find", "tilbud", "--in-texts"]).answer()["total"], 0);
    assert!(!home.call(&["today"]).answer().to_string().contains("tilbud"));
    let company =
        home.call(&["company", "find", "fjordfisk"]).answer()["companies"][0]["id"].as_str().unwrap().to_owned();
    let company = home.call(&["company", "show", &company]).answer().to_string();
    assert!(company.contains("Aas") && !company.contains("Ødegård"), "{company}");

    let again = home.file("again.csv", "First name,Last name,E-mail,Title\nÅse,Ødegård,ase@example.org,Sjef\n");
    for duplicate in ["skip", "fill", "replace", "add"] {
        let call = ["import", &again, "--purpose", "sales", "--basis", "contract", "--source", "fair"];
        let done = home.call(&[&call[..], &["--on-duplicate", duplicate]].concat()).answer();
        assert_eq!((&done["rejected"][0]["row"], &done["updated"], &done["added"]), (&json!(2), &json!(0), &json!(0)));
        assert!(done["rejected"][0]["reason"].as_str().unwrap().contains("restricted"), "{done}");
    }

    // What the person refuses is heard.
    home.call(&["basis", "set", &id, "--purpose", "marketing", "--basis", "withdrawn", "--source", "email"]).answer();
    home.call(&["object", &id, "--purpose", "marketing"]).answer();

    let blank = home.call(&["show", &id, "--reason", " "]);
    assert_eq!((blank.code, blank.json()["error"]["rule"].clone()), (4, json!("reason-needed")));
    let card = home.call(&["show", &id, "--reason", "The person’s lawyer asks"]).answer();
    assert_eq!((&card["status"], &card["email"]), (&json!("restricted"), &json!("ase@example.org")));
    assert_eq!((&card["restricted"], &card["title"]), (&json!(true), &json!(null)));
    let kinds: Vec<String> = home.call(&["journal", "list", "--person", &id]).answer()["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "looked-up").count(), 1, "{kinds:?}");

    assert_eq!(home.call(&["unrestrict", &id]).code, 2, "a reason is part of the call");
    let lifted = home.call(&["unrestrict", &id, "--reason", "Corrected"]).answer();
    assert_eq!((&lifted["status"], &lifted["warnings"][0]["kind"]), (&json!("objected"), &json!("not-told")));
    let again = home.call(&["unrestrict", &id, "--reason", "Corrected"]);
    assert_eq!((again.code, again.json()["error"]["rule"].clone()), (4, json!("restriction-stands")));
    assert_eq!(home.call(&["find", "ase@example.org"]).answer()["total"], 1);
    home.call(&["edit", &id, "title=Innkjøper"]).answer();
    assert!(home.call(&["check"]).answer()["ok"].as_bool().unwrap());
}

#[test]
fn objections_reach_as_far_as_article_21() {
    let (home, id) = home();
    let objected = home.call(&["object", &id, "--purpose", "marketing", "--comment", "No thanks"]).answer();
    assert_eq!((&objected["objection"]["reach"], &objected["row"]["basis"]), (&json!("absolute"), &json!("objected")));
    let marketing = objected["objection"]["id"].as_str().unwrap().to_owned();
    let overruled = home.call(&["object", "decide", &id, &marketing, "overruled", "--reason", "We want to"]);
    assert_eq!((overruled.code, overruled.json()["error"]["rule"].clone()), (4, json!("objection-decided")));

    // A contract is not reached: the wish is kept, and answered.
    let wish = home.call(&["object", &id, "--purpose", "sales"]).answer();
    assert_eq!((&wish["objection"]["reach"], &wish["row"]["basis"]), (&json!("none"), &json!("contract")));
    let which = wish["objection"]["id"].as_str().unwrap().to_owned();
    let answered =
        home.call(&["object", "decide", &id, &which, "answered", "--reason", "There is a contract"]).answer();
    assert_eq!(answered["objection"]["decision"], "answered");

    // Legitimate interests are weighed.
    let set = |basis: &str| {
        home.call(&["basis", "set", &id, "--purpose", "sales", "--basis", basis, "--source", "phone"]).answer()
    };
    set("legitimate-interests");
    assert_eq!(set("objected")["basis"], "objected");
    let card = home.call(&["show", &id]).answer();
    assert_eq!(card["status"], "objected");
    let open = card["objections"].as_array().unwrap().iter().find(|one| one["decision"].is_null()).unwrap();
    assert_eq!((&open["purpose"], &open["reach"]), (&json!("sales"), &json!("weighed")));
    let which = open["id"].as_str().unwrap();
    home.call(&["object", "decide", &id, which, "overruled", "--reason", "Claims are pending"]).answer();
    let bases = home.call(&["show", &id]).answer()["legal_bases"].clone();
    let sales = bases.as_array().unwrap().iter().find(|row| row["purpose"] == "sales").unwrap();
    assert_eq!(sales["basis"], "legitimate-interests");
    let ledger = home.call(&["basis", "history", &id]).answer()["ledger"].clone();
    assert_eq!(ledger.as_array().unwrap().last().unwrap()["comment"], "Claims are pending");
}

#[test]
fn former_colleagues_and_minors_are_told() {
    let (home, id) = home();
    home.call(&["edit", &id, "former_employee=yes", "birth_date=2015-03-01"]).answer();
    home.call(&["settings", "set", "minors.age", "16"]).answer();
    let card = home.call(&["show", &id]).answer();
    assert_eq!((&card["status"], &card["minor"]), (&json!("former"), &json!(true)));
    let said = home.say(&["show", &id]).out;
    assert!(said.contains("a parent consents"), "{said}");
}
