//! Two cards about one person, and what people are to each other.

use serde_json::json;

use super::Home;

const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile\n\
    Åse,Ødegård,Fjordfisk AS,ase@example.org,+47 900 00 001\n\
    Aase,Ødegaard,Fjordfisk AS,,+47 900 00 001\n\
    Björn,Björk,Skogsbolaget AB,bjorn@example.com,\n";

#[test]
fn look_alikes_are_found_merged_and_parted() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let found = home.call(&["duplicates"]).answer();
    assert_eq!(found["total"], 1);
    let (first, second) = (home.only("ase@example"), home.only("odegaard"));
    let pair = &found["pairs"][0];
    assert!([&pair["first"]["id"], &pair["second"]["id"]].contains(&&json!(first)), "{pair}");

    let plan = home.call(&["merge", &first, &second, "--take", "first_name", "--dry-run"]).answer();
    assert_eq!(plan["fields"][1], json!({ "field": "first_name", "kept": "Åse", "gone": "Aase", "taken": "gone" }));
    home.call(&["edit", &first, "country=NO", "category=prospect"]).answer();
    home.call(&["edit", &second, "country=SE", "category=customer"]).answer();
    let plan = home.call(&["merge", &first, &second, "--dry-run"]).answer();
    let codes = |field: &str| {
        let fields = plan["fields"].as_array().unwrap();
        let found = fields.iter().find(|one| one["field"] == field).unwrap();
        (found["kept"].as_str().unwrap().to_owned(), found["gone"].as_str().unwrap().to_owned())
    };
    assert_eq!(codes("country"), ("NO".into(), "SE".into()));
    assert_eq!(codes("category"), ("prospect".into(), "customer".into()));
    let words = home.say(&["merge", &first, &second, "--dry-run"]).out;
    for word in ["First name", "Norway", "Prospect", "Contract", "Moved along: "] {
        assert!(words.contains(word), "{word}: {words}");
    }
    assert!(!words.contains("first_name") && !words.contains("ledger"), "{words}");
    home.call(&["edit", &first, "country=", "category="]).answer();
    home.call(&["edit", &second, "country=", "category="]).answer();
    assert_eq!(home.call(&["find", "fjordfisk"]).answer()["total"], 2, "a plan changes nothing");

    let card = home.call(&["merge", &first, &second, "--take", "first_name"]).answer();
    assert_eq!((&card["first_name"], &card["last_name"]), (&json!("Aase"), &json!("Ødegård")));
    assert_eq!(home.call(&["find", "fjordfisk"]).answer()["total"], 1);
    let journal = home.call(&["journal", "list", "--person", &second]).answer();
    assert_eq!(journal, home.call(&["journal", "list", "--person", &first]).answer(), "the card it became");
    let merge = card["merge_id"].as_str().unwrap().to_owned();
    let listed = home.call(&["merge", "list"]).answer();
    assert_eq!(listed["merges"][0]["merge_id"], json!(merge));
    assert_eq!(
        (&listed["merges"][0]["kept"]["id"], &listed["merges"][0]["can_be_undone"]),
        (&json!(first), &json!(true))
    );
    let parted = home.call(&["merge", "undo", &merge]).answer();
    assert_eq!(home.call(&["merge", "list"]).answer(), json!({ "merges": [] }));
    let expected = json!({
        "kept": first, "restored": second, "held": [], "missing": [], "erased": 0, "legal_bases": [],
        "no_mailings": false
    });
    assert_eq!(parted, expected);
    assert_eq!(home.call(&["show", &second]).answer()["last_name"], "Ødegaard");
    let again = home.call(&["merge", "undo", &merge]);
    assert_eq!(again.code, 4);
    assert_eq!(home.call(&["merge", &first, &first]).code, 4);
    assert_eq!(home.call(&["merge", &first]).code, 2);

    // What is entered while the two are one, and what another has by then.
    let number = home.call(&["show", &second]).answer()["number"].as_str().unwrap().to_owned();
    let merge = home.call(&["merge", &first, &second]).answer()["merge_id"].as_str().unwrap().to_owned();
    home.call(&["edit", &first, "no_mailings=yes", &format!("number={number}")]).answer();
    let said = home.say(&["merge", "undo", &merge]).out;
    for words in
        ["left as it is on the first card: Number, No mailings", "had it: Number", "on both cards: No mailings"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(home.call(&["show", &second]).answer()["no_mailings"], true);

    let entries = || home.call(&["journal", "list"]).answer()["entries"].as_array().unwrap().clone();
    let before = entries().len();
    home.call(&["duplicates", "apart", &first, &second]).answer();
    home.call(&["duplicates", "apart", &second, &first]).answer();
    let noted: Vec<_> = entries().split_off(before);
    assert_eq!(noted.iter().filter(|entry| entry["kind"] == "relations-changed").count(), 2, "{noted:?}");
    assert!(noted.iter().all(|entry| entry["kind"] != "person-edited"), "{noted:?}");
    assert_eq!(home.call(&["duplicates", "apart", &first, &first]).code, 4);
    assert_eq!(home.call(&["duplicates"]).answer()["total"], 0);
    assert_eq!(home.call(&["check"]).answer()["ok"], true);
}

#[test]
fn relations_are_seen_from_both_sides() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let (boss, help) = (home.only("ase@example"), home.only("björn"));
    let made = home.call(&["relation", "add", &boss, &help, "--kind", "assistant", "--comment", "Mondays"]).answer();
    let row = &made["relations"][0];
    assert_eq!((&row["id"], &row["what"], &row["comment"]), (&json!(help), &json!("Assistant"), &json!("Mondays")));
    let back = home.call(&["relation", "list", &help]).answer();
    assert_eq!(back["relations"][0]["what"], "Assistant of");
    let typo = home.call(&["relation", "add", &boss, &help, "--kind", "asistant"]);
    assert_eq!(typo.code, 2, "{}", typo.out);
    assert!(typo.error().1.contains("--new-kind"), "{}", typo.out);
    let made = home.call(&["relation", "add", &boss, &help, "--kind", "Golf partner of", "--new-kind"]).answer();
    assert_eq!(made["relations"][1]["what"], "Golf partner of");
    assert_eq!(home.call(&["relation", "list", &help]).answer()["relations"][1]["what"], "Golf partner of");
    let back = home.call(&["relation", "add", &help, &boss, "--kind", "superior of"]).answer();
    assert_eq!(back["relations"][2]["what"], "Superior of");
    let seen = home.call(&["relation", "list", &boss]).answer();
    assert_eq!(seen["relations"][2]["what"], "Superior");
    for one in 1..3 {
        home.call(&["relation", "remove", &help, seen["relations"][one]["relation"].as_str().unwrap()]).answer();
    }
    let relation = row["relation"].as_str().unwrap();
    assert_eq!(home.call(&["relation", "remove", &help, relation]).answer(), json!({ "relations": [] }));
    assert_eq!(home.call(&["relation", "add", &boss, &boss, "--kind", "colleague"]).code, 4);
}
