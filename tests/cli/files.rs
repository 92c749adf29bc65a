//! Import and sample people.

use serde_json::json;

use super::Home;

const BASIS: [&str; 6] = ["--purpose", "sales", "--basis", "legitimate-interests", "--source", "fair"];
const PEOPLE: &str = "First name,Last name,E-mail\n\
    Åse,Ødegård,ase@example.org\n\
    Björn,Björk,nonsense\n\
    Zoë,Aas,zoe@example.org\n";

#[test]
fn good_rows_go_in_and_others_are_reported() {
    let home = Home::with_vault();
    let file = home.file("people.csv", PEOPLE);
    let import = [&["import", file.as_str()], BASIS.as_slice()].concat();
    let plan = home.call(&[&import[..], &["--dry-run"]].concat()).answer();
    assert_eq!((&plan["added"], &plan["import_id"]), (&json!(2), &json!(null)));
    assert_eq!(plan["plan"].as_array().unwrap().len(), 3);
    assert_eq!(home.call(&["find", ""]).answer()["total"], 0, "a plan changes nothing");

    let done = home.call(&import).answer();
    assert!(done["import_id"].is_string());
    for key in ["rows", "added", "updated", "skipped"] {
        assert_eq!(done[key], plan[key], "{key}");
    }
    let rejected = &done["rejected"];
    assert_eq!((rejected.as_array().unwrap().len(), &rejected[0]["row"]), (1, &json!(3)), "{rejected}");
    assert_eq!(rejected[0]["reason"], "not-an-email");
    assert!(rejected[0]["field"].is_string());
    assert_eq!(home.call(&["find", ""]).answer()["total"], 2);

    // The same once more: nobody twice.
    let again = home.call(&import).answer();
    assert_eq!((&again["added"], &again["skipped"]), (&json!(0), &json!(2)));
    let twice = home.call(&[&import[..], &["--on-duplicate", "add"]].concat()).answer();
    assert_eq!(twice["added"], 2);
    let said = home.say(&import);
    assert!(said.out.contains("Row 3:"), "{}", said.out);
    home.call(&["check"]).answer();
}

#[test]
fn an_import_is_undone_once_and_what_was_changed_since_stays() {
    let home = Home::with_vault();
    let file = home.file("people.csv", PEOPLE);
    let done = home.call(&[&["import", file.as_str()], BASIS.as_slice()].concat()).answer();
    let import = done["import_id"].as_str().unwrap();
    let kept = home.only("ødegård");
    home.call(&["edit", &kept, "title=Innkjøper"]).answer();
    let undone = home.call(&["import", "undo", import]).answer();
    assert_eq!(undone["removed"].as_array().unwrap().len(), 1, "{undone}");
    assert_eq!((&undone["restored"], &undone["held"]), (&json!([]), &json!([kept])));
    assert_eq!(home.call(&["find", ""]).answer()["total"], 1);
    let again = home.call(&["import", "undo", import]);
    assert_eq!((again.code, again.error().0.as_str()), (4, "refused"));
    for unknown in ["7", "x"] {
        assert_eq!(home.call(&["import", "undo", unknown]).code, 1);
    }
}

#[test]
fn columns_are_named_where_they_do_not_speak_for_themselves() {
    let home = Home::with_vault();
    let file = home.file("odd.csv", "A,B,C\nÅse Ødegård,consent,x@example.org\n");
    let maps = ["--map", "a=full_name", "--map", "2=basis", "--map", "C=email", "--format", "csv"];
    let call = [&["import", file.as_str()], BASIS.as_slice(), &maps].concat();
    assert_eq!(home.call(&call).answer()["added"], 1);
    let card = home.call(&["show", &home.only("x@example.org")]).answer();
    assert_eq!((&card["last_name"], &card["legal_bases"][0]["basis"]), (&json!("Ødegård"), &json!("consent")));
}

#[test]
fn several_files_are_several_imports() {
    let home = Home::with_vault();
    let one = home.file("one.csv", "First name,Last name\nÅse,Ødegård\n");
    let two = home.file("two.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Björk;Björn;;;\r\nFN:Björn Björk\r\nEND:VCARD\r\n");
    let done = home.call(&[&["import", one.as_str(), two.as_str()], BASIS.as_slice()].concat()).answer();
    assert_eq!((&done["added"], done["imports"].as_array().unwrap().len()), (&json!(2), 2), "{done}");
    assert_ne!(done["imports"][0]["import_id"], done["imports"][1]["import_id"]);
    // A file that cannot be read is found before anything is imported.
    let before = home.call(&["find", ""]).answer();
    let three = home.file("three.csv", "First name,Last name\nZoë,Aas\n");
    let broken = home.call(&[&["import", three.as_str(), "nowhere.csv"], BASIS.as_slice()].concat());
    assert_eq!((broken.code, broken.error().0.as_str()), (1, "file"));
    assert_eq!(home.call(&["find", ""]).answer(), before);
}

#[test]
fn files_that_hold_nobody_say_so() {
    let home = Home::with_vault();
    for (name, content) in [("empty.csv", ""), ("picture.csv", "\u{0}\u{1}PNG\u{0}\u{0}\u{0}")] {
        let file = home.file(name, content);
        let outcome = home.call(&[&["import", file.as_str()], BASIS.as_slice()].concat());
        assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "file"), "{name}");
    }
}

#[test]
fn sample_people_open_with_the_known_passphrase() {
    let home = Home::new();
    let made = home.plain(&["demo", &home.text("vault"), "--persons", "30", "--seed", "7", "--json"]).answer();
    assert_eq!(made["persons"], 30);
    assert!(made["companies"].as_u64().unwrap() > 0);
    let passphrase = home.file("demo", "kartotek demo");
    let vault = home.text("vault");
    let opened = ["--vault", &vault, "--passphrase-file", &passphrase, "--json"];
    assert_eq!(home.plain(&[&["find", "", "--limit", "5"], opened.as_slice()].concat()).answer()["total"], 30);
    assert_eq!(home.plain(&[&["check"], opened.as_slice()].concat()).answer()["ok"], true);
}

#[test]
fn a_file_in_which_nothing_is_recognised_is_not_imported() {
    let home = Home::with_vault();
    for content in ["x", "x\ny\n"] {
        let file = home.file("letter.csv", content);
        let asked = home.call(&["import", &file, "--purpose", "sales", "--basis", "contract", "--source", "fair"]);
        assert_eq!((asked.code, asked.error().0.as_str()), (1, "file"), "{content:?}: {}", asked.out);
        assert!(asked.error().1.contains("Nothing was imported"), "{}", asked.out);
    }
}
