//! Companies, and people who move from one to another.

use serde_json::{Value, json};

use super::Home;

const PEOPLE: &str = "First name,Last name,Company,Title,E-mail\n\
    Åse,Ødegård,Fjordfisk AS,Innkjøper,ase@example.org\n\
    Zoë,Aas,Fjordfisk AS,Selger,zoe@example.org\n\
    Björn,Björk,Skogsbolaget AB,Inköpare,bjorn@example.com\n";

#[test]
fn companies_are_found_shown_added_and_changed() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let all = home.call(&["company", "find", ""]).answer();
    assert_eq!(all["total"], 2);
    assert_eq!((&all["companies"][0]["name"], &all["companies"][0]["people"]), (&json!("Fjordfisk AS"), &json!(2)));
    let id = all["companies"][0]["id"].as_str().unwrap().to_owned();
    let changes =
        ["org_number=123 456 784", "country=Norge", "city=Bodø", "category=customer", "email=post@example.org"];
    let edited = home.call(&[&["company", "edit", &id][..], &changes].concat()).answer();
    assert_eq!(edited["warnings"][0]["kind"], "implausible-number");
    let card = home.call(&["company", "show", &id]).answer();
    for (key, value) in [
        ("id", json!(id)),
        ("name", json!("Fjordfisk AS")),
        ("org_number", json!("123 456 784")),
        ("country", json!("NO")),
        ("city", json!("Bodø")),
        ("category", json!("customer")),
        ("business", json!(null)),
        ("email", json!("post@example.org")),
        ("phones", json!([])),
        ("activities", json!([])),
        ("former_people", json!([])),
        ("created_by", json!("me")),
    ] {
        assert_eq!(card[key], value, "{key}");
    }
    assert_eq!((&card["people"][1]["name"], &card["people"][1]["title"]), (&json!("Åse Ødegård"), &json!("Innkjøper")));
    assert_eq!(home.call(&["company", "find", "bodo", "123456"]).answer()["total"], 1);

    let added = home.call(&["company", "add", "name=Øyvinds Verksted", "phone=+47 00 40 00 01"]).answer();
    assert_eq!((&added["name"], &added["phone"]), (&json!("Øyvinds Verksted"), &json!("+47 00 40 00 01")));
    let taken = home.call(&["company", "add", "name=FJORDFISK as"]);
    assert_eq!((taken.code, taken.error().0.as_str()), (1, "invalid"));
    for wrong in [&["company", "add", "first_name=Åse"][..], &["company", "edit", &id, "people=7"], &["company"]] {
        assert_eq!(home.call(wrong).code, 2, "{wrong:?}");
    }
    for (call, code, kind) in [(["company", "show", "7"], 1, "not-found"), (["company", "remove", &id], 4, "refused")] {
        let failed = home.call(&call);
        assert_eq!((failed.code, failed.error().0.as_str()), (code, kind));
    }
    let empty = added["id"].as_str().unwrap();
    assert_eq!(home.call(&["company", "remove", empty]).answer(), json!({ "removed": empty }));
    let said = home.say(&["company", "show", &id]).out;
    assert!(said.contains("Zoë Aas") && said.contains("post@example.org"), "{said}");
    assert_eq!(home.call(&["check"]).answer()["ok"], true);
}

#[test]
fn a_note_that_seems_to_hold_what_it_should_not_is_kept_with_a_warning() {
    let home = Home::with_vault();
    let kinds = |answer: &Value| -> Vec<Value> {
        answer["warnings"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect()
    };
    let added = home.call(&["company", "add", "name=Fjordfisk AS", "note=Pay with 4111 1111 1111 1111"]).answer();
    assert_eq!(kinds(&added), [json!("card-number")]);
    let id = added["id"].as_str().unwrap();
    let edited = home.call(&["company", "edit", id, "note=Ask for Ola, 811218-9876"]).answer();
    assert_eq!((kinds(&edited), &edited["note"]), (vec![json!("identity-number")], &json!("Ask for Ola, 811218-9876")));
    // It is said of what was typed now.
    assert_eq!(kinds(&home.call(&["company", "edit", id, "country=NO"]).answer()), [] as [Value; 0]);
}

#[test]
fn who_moves_keeps_a_history() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let person = home.only("ødegård");
    let card = home.call(&["edit", &person, "company=Skogsbolaget AB"]).answer();
    let job = &card["former_companies"][0];
    assert_eq!((&job["company"], &job["title"]), (&json!("Fjordfisk AS"), &json!("Innkjøper")));
    assert!(job["until"].is_string());
    let old = home.call(&["company", "show", job["company_id"].as_str().unwrap()]).answer();
    assert_eq!(old["former_people"][0]["id"], json!(person));
    assert_eq!(old["people"].as_array().unwrap().len(), 1);
    let card = home.call(&["job", "remove", &person, job["id"].as_str().unwrap()]).answer();
    assert_eq!(card["former_companies"], json!([]));
    assert_eq!(home.call(&["job", "remove", &person, "7"]).code, 1);
}

#[test]
fn an_import_that_is_undone_leaves_no_history() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let moved = "First name,Last name,Company,E-mail\nÅse,Ødegård,Nordlys Kraft AS,ase@example.org\n";
    let file = home.file("moved.csv", moved);
    let terms = ["--purpose", "sales", "--basis", "contract", "--source", "fair", "--on-duplicate", "replace"];
    let import = home.call(&[&["import", &file][..], &terms].concat()).answer();
    let person = home.only("ødegård");
    let card = home.call(&["show", &person]).answer();
    assert_eq!(
        (&card["company"], &card["former_companies"][0]["company"]),
        (&json!("Nordlys Kraft AS"), &json!("Fjordfisk AS"))
    );
    let fish = card["former_companies"][0]["company_id"].as_str().unwrap().to_owned();
    home.call(&["company", "edit", &fish, "name=Nordfisk AS"]).answer();
    home.call(&["import", "undo", import["import_id"].as_str().unwrap()]).answer();
    let card = home.call(&["show", &person]).answer();
    assert_eq!((&card["company"], &card["former_companies"]), (&json!("Nordfisk AS"), &json!([])));
    assert_eq!(home.call(&["company", "find", ""]).answer()["total"], 2);
}
