//! Erasing for good, and what keeps who was erased from coming back.

use serde_json::{Value, json};

use super::Home;

const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile,Note\n\
    Åse,Ødegård,Fjordfisk AS,ase@example.org,+47 900 11 223,Kjøper torsk\n\
    Kari,Nordli,Fjordfisk AS,kari@example.org,,Søster av Åse Ødegård\n\
    Tor,Berg,Bergvik AS,tor@example.org,,\n";

#[test]
fn the_plan_says_what_goes_and_where_the_person_is_named() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let (ase, kari) = (home.only("ase@example"), home.only("kari@"));
    let plan = home.call(&["erase", &ase, "--hits", "scrub", "--dry-run"]).answer();
    let rows = |table: &str, action: &str| {
        let tables = plan["tables"].as_array().unwrap();
        let row = tables.iter().find(|row| row["table"] == table && row["action"] == action);
        row.map(|row| row["rows"].as_u64().unwrap())
    };
    assert_eq!(
        (rows("person", "delete"), rows("email", "delete"), rows("ledger", "delete")),
        (Some(1), Some(1), Some(1))
    );
    assert_eq!(rows("person", "scrub"), Some(1));
    let hit = &plan["text_hits"][0];
    assert_eq!((&hit["table"], &hit["id"], &hit["field"]), (&json!("person"), &json!(kari), &json!("note")));
    assert_eq!(plan["held"], json!([]));
    let held = home.call(&["erase", &ase, "--dry-run"]).answer();
    assert_eq!((&held["held"][0]["id"], &held["held"][0]["reason"]), (&json!(ase), &json!("named")));
    let held = home.call(&["erase", &ase]);
    assert_eq!((held.code, &held.json()["error"]["rule"]), (4, &json!("held")));
    assert_eq!((&held.json()["erased"], &held.json()["held"][0]["id"]), (&json!([]), &json!(ase)));
    assert_eq!(home.call(&["find", "ødegård"]).answer()["total"], 1, "nobody was erased");
    let words = home.say(&["erase", &ase, "--dry-run"]).out;
    assert!(words.contains("Held back: Åse Ødegård") && words.contains("Søster av Åse Ødegård"), "{words}");
}

#[test]
fn who_is_erased_is_gone_from_every_file_and_recognised_ever_after() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("ase@example");
    let backup = home.text("before.kartotek-backup");
    home.call(&["backup", "create", &backup]).answer();
    let certificate = home.text("certificate.json");
    let done = home
        .call(&[
            "erase",
            &ase,
            "--hits",
            "scrub",
            "--reason",
            "Ba om det",
            "--ground",
            "b",
            "--certificate",
            &certificate,
        ])
        .answer();
    assert_eq!((&done["erased"], &done["residue"], &done["held"]), (&json!([ase]), &json!(0), &json!([])));
    assert_eq!(done["certificate"], json!(certificate));
    let paper: Value = serde_json::from_str(&std::fs::read_to_string(&certificate).unwrap()).unwrap();
    assert_eq!(
        (&paper["ground"]["article"], &paper["persons"], &paper["residue"]),
        (&json!("17(1)(b)"), &json!(1), &json!(0))
    );
    assert_eq!(home.call(&["find", "ødegård"]).answer()["total"], 0);
    assert_eq!(home.call(&["show", &home.only("kari@")]).answer()["note"], "Søster av [erased]");
    assert_eq!(home.call(&["check"]).answer(), json!({ "ok": true, "findings": [] }));
    assert_eq!(home.call(&["erase", &ase]).code, 1, "nobody is there any more");
    let kinds = |home: &Home| {
        let entries = home.call(&["journal", "list"]).answer()["entries"].as_array().unwrap().clone();
        entries.iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for kind in ["erased", "text-scrubbed", "erasure-finished", "backup-made", "exported"] {
        assert!(kinds(&home).contains(&kind.to_owned()), "{kind}");
    }

    // She comes again.
    let file =
        home.file("again.csv", "First name,Last name,E-mail\nÅse,Ødegård,ASE@example.org\nNy,Mann,ny@example.org\n");
    let bring = ["import", &file, "--purpose", "sales", "--basis", "contract", "--source", "fair"];
    let brought = home.call(&bring).answer();
    assert_eq!((&brought["added"], &brought["rejected"][0]["reason"]), (&json!(1), &json!("suppressed")));
    let typed = ["add", "last_name=Ødegård", "mobile=90011223"];
    let refused = home.call(&typed);
    assert_eq!((refused.code, refused.json()["error"]["rule"].as_str()), (4, Some("suppressed")));
    home.call(&[&typed as &[&str], &["--override-suppression", "Ringte selv"]].concat()).answer();
    let brought = home.call(&[&bring as &[&str], &["--override-suppression", "Ny kunde"]].concat()).answer();
    assert_eq!((&brought["added"], &brought["rejected"]), (&json!(1), &json!([])));
    assert!(kinds(&home).contains(&"suppression-lifted".to_owned()));

    // An older copy of the card file.
    let old = home.text("old");
    let restored = home.call(&["backup", "restore", &backup, &old]).answer();
    assert_eq!((&restored["erased_again"], &restored["persons"]), (&json!(1), &json!(2)));
    let words = home.text("input/passphrase");
    let there = home.plain(&["--json", "--vault", &old, "--passphrase-file", &words, "find", "ødegård"]);
    assert_eq!(there.answer()["total"], 0);
    // Known from a newer backup beside it alone.
    std::fs::create_dir(home.path("drive")).unwrap();
    let beside = home.text("drive/old.kartotek-backup");
    std::fs::copy(&backup, &beside).unwrap();
    home.call(&["backup", "create", &home.text("drive/new.kartotek-backup")]).answer();
    let third = home.text("third");
    let restored = home.plain(&["--json", "--passphrase-file", &words, "backup", "restore", &beside, &third]).answer();
    assert_eq!((&restored["erased_again"], &restored["persons"]), (&json!(1), &json!(2)));
    assert_eq!(home.plain(&["--json", "--vault", &third, "--passphrase-file", &words, "check"]).answer()["ok"], true);
}

#[test]
fn restricted_people_are_held_back_and_wrong_calls_are_told() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let tor = home.only("tor@");
    home.call(&["restrict", &tor, "--ground", "c"]).answer();
    let held = home.call(&["erase", &tor, "--hits", "scrub"]).json();
    assert_eq!((&held["erased"], &held["held"][0]["reason"]), (&json!([]), &json!("restricted")));
    assert_eq!(home.call(&["erase"]).code, 2);
    assert_eq!(home.call(&["erase", &tor, "--hits", "perhaps"]).code, 2);
    assert_eq!(home.call(&["erase", &tor, "--ground", "g"]).code, 2);
    let inside = home.text("vault/c.html");
    assert_eq!(home.call(&["erase", &home.only("kari@"), "--certificate", &inside]).code, 4);
    assert_eq!(home.call(&["find", "kari"]).answer()["total"], 1, "refused before anybody was erased");
    let there = home.file("there.pdf", "mine");
    for option in ["--certificate", "--letter"] {
        let refused = home.call(&["erase", &home.only("kari@"), option, &there]);
        assert_eq!(refused.code, 1, "{}", refused.out);
    }
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "mine");
    let page = home.text("c.html");
    let done = home.call(&["erase", &home.only("kari@"), "--delete-backups", "--certificate", &page]).answer();
    assert_eq!(done["backups"], json!([]));
    let text = std::fs::read_to_string(&page).unwrap();
    assert!(text.starts_with("<!DOCTYPE html>") && !text.contains("Nordli") && !text.contains("kari@"), "{text}");
}

#[test]
fn the_books_are_named_and_a_company_that_is_a_name_goes_along() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let tor = home.only("tor@");
    let plan = home.call(&["erase", &tor, "--dry-run"]).answer();
    assert_eq!(plan["companies"][0]["name"], "Bergvik AS");
    assert!(plan["tables"].as_array().unwrap().contains(&json!({ "table": "company", "action": "delete", "rows": 1 })));
    home.call(&["edit", &tor, "category=customer"]).answer();
    for (key, value) in
        [("office.country", "NO"), ("category.customer.keep_months", "12"), ("category.customer.keep_from", "year-end")]
    {
        home.call(&["settings", "set", key, value]).answer();
    }
    for call in [&["erase", &tor][..], &["trash", "add", &tor]] {
        let held = home.call(call);
        assert_eq!(held.code, 4, "{call:?}");
        assert!(held.out.contains("bokføringsloven") && held.out.contains("17(3)(b)"), "{}", held.out);
    }
    assert_eq!(home.call(&["erase", &home.only("kari@"), "--hits", "scrub"]).code, 0, "a prospect is not held");
}

#[test]
fn a_letter_waits_until_it_was_sent() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let tor = home.only("tor@");
    let refused = home.call(&["erase", &tor, "--tell", "letter"]);
    assert_eq!((refused.code, &refused.json()["error"]["rule"]), (4, &json!("no-address-to-tell")));
    assert_eq!(home.call(&["erase", &tor, "--tell", "pigeon"]).code, 2);
    assert_eq!(home.call(&["erase", "letters"]).answer()["letters"], json!([]));
    let done = home.call(&["erase", &tor, "--tell", "mail"]).answer();
    assert_eq!((&done["letters_waiting"], &done["residue"]), (&json!(1), &json!(0)));
    let letters = home.call(&["erase", "letters"]).answer();
    let letter = &letters["letters"][0];
    assert_eq!(
        (&letter["recipient"], &letter["address"], &letter["channel"], &letter["erasure"]),
        (&json!("Tor Berg"), &json!("tor@example.org"), &json!("mail"), &done["erasure_id"])
    );
    let message = letter["message"].as_str().unwrap();
    let steps = home.call(&["run"]).json();
    let named = steps["steps"].as_array().unwrap().iter().find(|step| step["step"] == "letters").unwrap();
    assert_eq!((&named["ok"], &named["waiting"]), (&json!(true), &json!(1)));
    let paper = home.text("letter.html");
    home.call(&["erase", "letter", message, &paper]).answer();
    assert!(std::fs::read_to_string(&paper).unwrap().contains("Tor Berg"));
    assert_eq!(home.call(&["erase", "letter", message, &paper]).code, 1, "nothing is overwritten");
    let paper = home.text("letter.pdf");
    home.call(&["erase", "letter", message, &paper]).answer();
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"));
    let sent = home.call(&["erase", "sent", message]).answer();
    assert_eq!((&sent["waiting"], &sent["residue"]), (&json!(0), &json!(0)));
    assert_eq!(home.call(&["erase", "sent", message]).code, 1);
    assert_eq!(home.call(&["erase", "letters"]).answer()["letters"], json!([]));
    assert!(!home.call(&["run"]).out.contains("letters"));
    // At once, to a file.
    let ase = home.only("ase@example");
    let (letter, certificate) = (home.text("ase.html"), home.text("ase.json"));
    let call = ["erase", &ase, "--hits", "keep", "--letter", &letter, "--certificate", &certificate];
    let done = home.call(&call).answer();
    assert_eq!((&done["letter"], &done["letters_waiting"]), (&json!(letter), &json!(0)));
    assert!(std::fs::read_to_string(&letter).unwrap().contains("Åse Ødegård"));
    let paper: Value = serde_json::from_str(&std::fs::read_to_string(&certificate).unwrap()).unwrap();
    // Neither a letter of art. 17(3) nor a reason was given, and none is made up.
    assert_eq!((&paper["kept"][0]["exception"], &paper["kept"][0]["reason"]), (&json!(null), &json!("")));
    assert_eq!((&paper["told"], paper["told_at"].is_string()), (&json!("letter"), true));
}

#[test]
fn what_is_kept_says_why_and_an_overruling_without_a_reason_is_refused() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("ase@example");
    let certificate = home.text("c.json");
    let keep = ["erase", &ase, "--hits", "keep", "--keep-reason", "Krav", "--exception", "e", "--certificate"];
    home.call(&[&keep as &[&str], &[&certificate]].concat()).answer();
    let paper: Value = serde_json::from_str(&std::fs::read_to_string(&certificate).unwrap()).unwrap();
    assert_eq!((&paper["kept"][0]["exception"], &paper["kept"][0]["reason"]), (&json!("e"), &json!("Krav")));
    let file = home.file("again.csv", "First name,Last name,E-mail\nÅse,Ødegård,ase@example.org\n");
    for call in [
        &["add", "last_name=Ny", "--override-suppression", ""][..],
        &["edit", &home.only("kari@"), "title=Sjef", "--override-suppression", " "],
        &[
            "import",
            &file,
            "--purpose",
            "sales",
            "--basis",
            "contract",
            "--source",
            "fair",
            "--override-suppression",
            "",
        ],
    ] {
        let refused = home.call(call);
        assert_eq!((refused.code, &refused.json()["error"]["rule"]), (4, &json!("overrule-reason")), "{call:?}");
    }
}
