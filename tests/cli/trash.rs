//! Deleting, the trash, and asking for deletion.

use serde_json::{Value, json};

use super::Home;

const PEOPLE: &str = "First name,Last name,Company,E-mail\n\
    Åse,Ødegård,Fjordfisk AS,ase@example.org\n\
    Zoë,Aas,Fjordfisk AS,zoe@example.org\n\
    Tor,Lie,,tor@example.org\n";

struct People {
    home: Home,
    ase: String,
    zoe: String,
    tor: String,
    company: String,
}

fn people() -> People {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let [ase, zoe, tor] = ["ødegård", "aas", "lie"].map(|name| home.only(name));
    let found = home.call(&["company", "find", "fjordfisk"]).answer();
    let company = found["companies"][0]["id"].as_str().unwrap().to_owned();
    People { home, ase, zoe, tor, company }
}

fn total(home: &Home, text: &str) -> Value {
    home.call(&["find", text]).answer()["total"].clone()
}

#[test]
fn what_is_deleted_is_found_nowhere_and_restored_with_all_that_was_theirs() {
    let People { home, ase, tor, company, .. } = people();
    home.call(&["activity", "add", &ase, "--kind", "task", "--text", "Ring", "--due", "2026-11-01"]).answer();
    let before = home.call(&["show", &ase]).answer();
    let plan = home.call(&["trash", "add", &ase, "--dry-run"]).answer();
    assert_eq!((&plan["moved"], &plan["persons"], &plan["held"]), (&json!(1), &json!([ase]), &json!([])));
    let things = plan["things"].as_array().unwrap();
    assert!(things.contains(&json!({ "thing": "activities", "count": 1, "becomes": "with-card" })), "{plan}");
    assert_eq!(total(&home, "ødegård"), 1, "a plan changes nothing");
    let done = home.call(&["trash", "add", &ase, &tor, "--reason", "Har sluttet"]).answer();
    assert_eq!((&done["moved"], &done["held"]), (&json!(2), &json!([])));
    assert_eq!((total(&home, "ødegård"), total(&home, "ase@example.org")), (json!(0), json!(0)));
    assert_eq!(home.call(&["company", "show", &company]).answer()["people"].as_array().unwrap().len(), 1);
    assert_eq!(home.call(&["today"]).answer()["overdue"], json!([]));
    for call in [&["show", &ase][..], &["edit", &ase, "title=Sjef"], &["trash", "add", &ase]] {
        let refused = home.call(call);
        assert_eq!((refused.code, &refused.json()["error"]["rule"]), (4, &json!("in-trash")), "{call:?}");
        assert!(!refused.out.contains("Ødegård"), "{}", refused.out);
    }
    let list = home.call(&["trash", "list"]).answer();
    assert_eq!((&list["total"], &list["companies"]), (&json!(2), &json!([])));
    let row = list["persons"].as_array().unwrap().iter().find(|row| row["id"] == json!(ase)).unwrap();
    assert_eq!(
        (&row["name"], &row["deleted_by"], &row["reason"]),
        (&json!("Åse Ødegård"), &json!("me"), &json!("Har sluttet"))
    );
    assert!(row["purge_on"].as_str().unwrap() > "2026" && row["deleted_at"].as_str().unwrap().ends_with('Z'), "{row}");
    assert_eq!(home.call(&["trash", "list", "lie"]).answer()["total"], 1);
    // A file with the same e-mail makes no second card.
    let again = home.import(PEOPLE);
    assert_eq!((&again["added"], &again["rejected"].as_array().unwrap().len()), (&json!(0), &2), "{again}");
    // Nor is one typed without a warning.
    let added = home.call(&["add", "last_name=Ny", "email=ase@example.org"]).json();
    let warning = added["warnings"].to_string();
    assert!(warning.contains("Åse Ødegård") && warning.contains("in the trash"), "{added}");
    let restored = home.call(&["trash", "restore", &ase, &tor]).answer();
    assert_eq!((&restored["restored"], &restored["missing"]), (&json!(2), &json!([])));
    assert_eq!(home.call(&["show", &ase]).answer(), before);
    assert_eq!(home.call(&["trash", "list"]).answer()["total"], 0);
    assert_eq!(home.call(&["trash", "restore", &ase]).code, 1);
    assert_eq!(home.call(&["check"]).answer()["ok"], true);
}

#[test]
fn who_must_be_kept_is_held_back() {
    let People { home, ase, zoe, .. } = people();
    home.call(&["hold", "add", &ase, "--ground", "bookkeeping", "--statute", "bokføringsloven § 13"]).answer();
    home.call(&["restrict", &zoe, "--ground", "c"]).answer();
    for call in [&["trash", "add", &ase, &zoe, "--dry-run"][..], &["trash", "add", &ase, &zoe]] {
        let answered = home.call(call);
        let done = answered.json();
        // A plan is an answer; where nothing could be done, that is refused.
        let code = if call.contains(&"--dry-run") { 0 } else { 4 };
        assert_eq!((answered.code, &done["moved"]), (code, &json!(0)));
        assert_eq!(done["error"]["rule"].as_str(), (code == 4).then_some("held"));
        let held = done["held"].as_array().unwrap();
        let of = |id: &str| held.iter().find(|row| row["id"] == json!(id)).unwrap();
        assert_eq!((&of(&ase)["reasons"], &of(&ase)["name"]), (&json!(["legal-hold"]), &json!("Åse Ødegård")));
        assert!(of(&ase)["reason"].as_str().unwrap().contains("bokføringsloven § 13"), "{done}");
        assert_eq!(of(&zoe)["reasons"], json!(["restricted"]));
    }
    let said = home.say(&["trash", "add", &ase]).out;
    assert!(said.contains("Held back: Åse Ødegård – Bookkeeping (art. 17(3)(b)): bokføringsloven § 13"), "{said}");
    // Some went through.
    let done = home.call(&["trash", "add", &ase, &home.only("lie")]);
    assert_eq!((done.code, &done.json()["moved"]), (0, &json!(1)));
    // What was asked for cannot be decided so either, and an erasure is refused alike.
    let request = home.call(&["trash", "ask", &ase, "--reason", "Har sluttet"]).answer()["request"].clone();
    let decided = home.call(&["trash", "answer", request.as_str().unwrap(), "deleted"]);
    assert_eq!((decided.code, &decided.json()["error"]["rule"]), (4, &json!("held")));
    let erased = home.call(&["erase", &ase]);
    assert_eq!((erased.code, &erased.json()["held"][0]["reasons"][0]["exception"]), (4, &json!("b")));
}

#[test]
fn a_company_goes_alone_or_with_its_people() {
    let People { home, ase, zoe, company, .. } = people();
    let done = home.call(&["trash", "add", &company]).answer();
    assert_eq!((&done["moved"], &done["companies"], &done["staying"]), (&json!(1), &json!([company]), &json!(2)));
    assert_eq!(home.call(&["company", "show", &company]).json()["error"]["rule"], "in-trash");
    assert_eq!(home.call(&["show", &ase]).answer()["company"], json!(null));
    assert_eq!(home.call(&["company", "find", "fjordfisk"]).answer()["total"], 0);
    assert_eq!(home.call(&["trash", "list"]).answer()["companies"][0]["name"], "Fjordfisk AS");
    home.call(&["trash", "restore", &company]).answer();
    assert_eq!(home.call(&["show", &ase]).answer()["company"], "Fjordfisk AS");
    let done = home.call(&["trash", "add", &company, "--with-people"]).answer();
    assert_eq!((&done["moved"], &done["staying"]), (&json!(3), &json!(0)));
    let restored = home.call(&["trash", "restore", &zoe]).answer();
    // With their company, and without those who went along with it.
    assert_eq!((&restored["companies"], &restored["restored"]), (&json!([company]), &json!(2)));
    assert_eq!(home.call(&["trash", "list"]).answer()["persons"][0]["id"], json!(ase));
    home.call(&["trash", "restore", &ase]).answer();
    assert_eq!(home.call(&["show", &ase]).answer()["company"], "Fjordfisk AS");
}

#[test]
fn a_selection_goes_and_what_is_due_is_erased_by_the_daily_round() {
    let People { home, tor, .. } = people();
    let criteria = home.file("criteria.json", r#"{"field": "company", "is": "fjordfisk as"}"#);
    home.call(&["selection", "create", "Fjord", "--criteria", &criteria]).answer();
    assert_eq!(home.call(&["trash", "add", "--selection", "Fjord"]).answer()["moved"], 2);
    let nothing = home.call(&["trash", "purge", "--due"]).answer();
    assert_eq!((&nothing["erased"], &nothing["held"]), (&json!(0), &json!([])));
    assert_eq!(home.call(&["trash", "purge", "--all", "--dry-run"]).answer()["erased"], 2);
    home.call(&["settings", "set", "trash.days", "0"]).answer();
    home.call(&["trash", "add", &tor]).answer();
    let steps = home.call(&["run"]).json()["steps"].clone();
    let step = steps.as_array().unwrap().iter().find(|step| step["step"] == "trash").unwrap();
    assert_eq!((&step["ok"], &step["erased"], &step["persons"]), (&json!(true), &json!(1), &json!([tor])));
    assert_eq!(home.call(&["show", &tor]).code, 1, "gone for good");
    assert_eq!(home.call(&["trash", "purge", "--all"]).answer()["erased"], 2);
    assert_eq!(home.call(&["trash", "list"]).answer()["total"], 0);
    assert_eq!(home.call(&["check"]).answer()["ok"], true);
    assert_eq!(home.call(&["trash", "purge"]).code, 2, "say which");
    assert_eq!(home.call(&["trash", "add"]).code, 2, "say whom");
}

#[test]
fn who_may_not_delete_asks() {
    let People { home, ase, zoe, .. } = people();
    let hers = home.file("hers", "seven quiet herons crossed\n");
    home.call(&["users", "add", "Kari", "--role", "assistant", "--new-passphrase-file", &hers]).answer();
    let (vault, file) = (home.text("vault"), hers.clone());
    let as_kari = |call: &[&str]| {
        let around = ["--json", "--user", "Kari", "--vault", &vault, "--passphrase-file", &file];
        home.plain(&[&around[..], call].concat())
    };
    assert_eq!(as_kari(&["trash", "add", &ase]).code, 4);
    let asked = as_kari(&["trash", "ask", &ase, "--reason", "Har sluttet"]).answer();
    assert_eq!((&asked["name"], &asked["by"]), (&json!("Åse Ødegård"), &json!("Kari")));
    assert_eq!(as_kari(&["trash", "ask", &ase, "--reason", "Igjen"]).json()["error"]["rule"], "asked-before");
    as_kari(&["trash", "ask", &zoe, "--reason", "Dobbelt"]).answer();
    let open = home.call(&["trash", "requests"]).answer();
    let of = |id: &str| {
        let all = open["requests"].as_array().unwrap();
        all.iter().find(|row| row["id"] == json!(id)).unwrap()["request"].as_str().unwrap().to_owned()
    };
    assert_eq!(as_kari(&["trash", "answer", &of(&ase), "deleted"]).code, 4);
    let done = home.call(&["trash", "answer", &of(&ase), "deleted"]).answer();
    assert_eq!((&done["decision"], &done["moved"]), (&json!("deleted"), &json!(1)));
    home.call(&["trash", "answer", &of(&zoe), "refused", "--answer", "Kunde"]).answer();
    assert_eq!(home.call(&["trash", "requests"]).answer()["requests"], json!([]));
    let all = as_kari(&["trash", "requests", "--all"]).answer();
    assert_eq!((&all["requests"][0]["decision"], &all["requests"][0]["answer"]), (&json!("refused"), &json!("Kunde")));
    assert_eq!(home.call(&["trash", "list"]).answer()["persons"][0]["reason"], "Har sluttet");
}
