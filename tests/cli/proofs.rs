//! Corrections, evidence and workbooks of legal bases.

use calamine::{DataType, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use super::Home;

fn with_consent(home: &Home) -> (String, Value) {
    home.import("First name,Last name\nÅse,Ødegård\n");
    let id = home.only("ødegård");
    let proof = home.file("proof.txt", "Yes, please.");
    let set = ["basis", "set", &id, "--purpose", "marketing", "--basis", "consent", "--source", "email"];
    let row = home.call(&[set.as_slice(), &["--evidence", &proof]].concat()).answer();
    (id, row)
}

#[test]
fn a_row_names_the_row_it_corrects() {
    let home = Home::with_vault();
    let (id, consent) = with_consent(&home);
    let wrong = consent["id"].as_str().unwrap();
    let set = |corrects: &str| {
        let set = ["basis", "set", &id, "--purpose", "marketing", "--basis", "consent", "--source", "user"];
        home.call(&[set.as_slice(), &["--corrects", corrects]].concat())
    };
    assert_eq!(set(wrong).answer()["corrects"], json!(wrong));
    let history = home.call(&["basis", "history", &id]).answer();
    assert_eq!(history["ledger"][1]["id"], json!(wrong));
    assert_eq!(history["ledger"][2]["corrects"], json!(wrong));
    assert!(home.say(&["basis", "history", &id]).out.lines().nth(1).unwrap().starts_with(wrong));
    // A row of another purpose, or none.
    let sales = history["ledger"][0]["id"].as_str().unwrap();
    assert_eq!((set(sales).code, set("7").code, set("x").code), (4, 4, 1));
}

#[test]
fn evidence_is_saved_for_its_owner_only() {
    let home = Home::with_vault();
    let (id, consent) = with_consent(&home);
    let (entry, out) = (consent["id"].as_str().unwrap(), home.text("out.txt"));
    let saved = home.call(&["basis", "evidence", &id, entry, "--out", &out]).answer();
    assert_eq!(saved["file"], json!(out));
    assert_eq!((&saved["name"], &saved["size"]), (&json!("proof.txt"), &json!(12)));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "Yes, please.");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let history = home.call(&["basis", "history", &id]).answer();
    let bare = history["ledger"][0]["id"].as_str().unwrap().to_owned();
    for entry in [bare.as_str(), "7", "x"] {
        let outcome = home.call(&["basis", "evidence", &id, entry, "--out", &home.text("none.txt")]);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "not-found"), "{entry}");
    }
    assert!(!home.path("none.txt").exists());
    let outcome = home.call(&["basis", "evidence", &id, entry, "--out", &home.text("nowhere/out.txt")]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "file"));
    assert!(home.say(&["basis", "evidence", &id, entry, "--out", &out]).out.contains(&out));
}

#[test]
fn the_workbook_holds_what_the_dialog_shows() {
    let home = Home::with_vault();
    let (id, _) = with_consent(&home);
    let out = home.text("out.xlsx");
    let saved = home.call(&["basis", "export", &id, "--out", &out, "--lang", "nb"]).answer();
    assert_eq!(saved, json!({ "file": out, "rows": 2 }));
    let mut book: Xlsx<_> = open_workbook(&out).unwrap();
    assert_eq!(book.sheet_names(), ["Rettslig grunnlag", "Historikk"]);
    let history = book.worksheet_range("Historikk").unwrap();
    assert!(history.cells().any(|(_, _, cell)| cell.get_string() == Some("Samtykke")));
    assert_eq!(home.call(&["basis", "export", "7", "--out", &home.text("no.xlsx")]).error().0, "not-found");
    assert_eq!(home.call(&["basis", "export", &id, "--out", &home.text("nowhere/a.xlsx")]).error().0, "file");
}
