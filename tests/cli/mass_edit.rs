//! Changing many cards at once, as scripts do.

use serde_json::{Value, json};

use crate::Home;

fn with_people() -> (Home, Vec<String>) {
    let home = Home::with_vault();
    let add = |fields: &[&str]| home.call(&[&["add"], fields].concat()).answer()["id"].as_str().unwrap().to_owned();
    let people = vec![
        add(&["last_name=Berg", "category=prospect", "title=Salgssjef", "email=a@old.example"]),
        add(&["last_name=Havn", "category=prospect", "email=b@old.example"]),
        add(&["last_name=Aas", "category=customer"]),
    ];
    let file = home.file("criteria.json", r#"{"field": "last_name", "in": ["Berg", "Havn", "Aas"]}"#);
    home.call(&["selection", "create", "Friday", "--criteria", &file]).answer();
    (home, people)
}

fn show(home: &Home, id: &str) -> Value {
    home.call(&["show", id]).answer()
}

#[test]
fn many_cards_are_changed_at_once_and_given_back() {
    let (home, people) = with_people();
    home.call(&["restrict", &people[2], "--ground", "c"]).answer();
    let call = [
        "mass-edit",
        "Friday",
        "--set",
        "category=Grossist",
        "--clear",
        "title",
        "--add",
        "interests=golf",
        "--replace",
        "email=@old.example=>@new.example",
        "--basis",
        "marketing=consent,fair,Stand 12, hall 2",
    ];
    let entries = || home.call(&["journal", "list"]).answer()["entries"].as_array().unwrap().len();
    let before = (show(&home, &people[0]), entries());
    let planned = home.call(&[call.as_slice(), &["--dry-run", "--limit", "1"]].concat()).answer();
    assert_eq!((&planned["changed"], &planned["unchanged"], &planned["dry_run"]), (&json!(2), &json!(0), &json!(true)));
    assert_eq!((&planned["held"][0]["id"], &planned["held"][0]["reason"]), (&json!(people[2]), &json!("restricted")));
    let sample = planned["sample"].as_array().unwrap();
    let first = sample.iter().find(|one| one["field"] == "category").unwrap();
    assert_eq!((&first["before"], &first["after"]), (&json!("Prospect"), &json!("Grossist")));
    assert_eq!((show(&home, &people[0]), entries()), before, "nothing is changed by a plan");

    let done = home.call(&call).answer();
    assert_eq!((&done["changed"], &done["unchanged"], &done["dry_run"]), (&json!(2), &json!(0), &json!(false)));
    assert_eq!(done["held"].as_array().unwrap().len(), 1);
    let card = show(&home, &people[0]);
    assert_eq!(
        (&card["email"], &card["title"], &card["category"]),
        (&json!("a@new.example"), &Value::Null, &json!("grossist"))
    );
    let marketing =
        card["legal_bases"].as_array().unwrap().iter().find(|basis| basis["purpose"] == "marketing").unwrap();
    assert_eq!((&marketing["basis"], &marketing["comment"]), (&json!("consent"), &json!("Stand 12, hall 2")));
    let journal = home.call(&["journal", "list", "--person", &people[0]]).answer();
    assert_eq!(journal["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "mass-edited").count(), 1);
    assert_eq!(home.call(&["find", "new.example"]).answer()["total"], 2);

    // What somebody changed since stays, and the others have back what they held.
    home.call(&["edit", &people[1], "category=partner"]).answer();
    let id = done["edit_id"].as_str().unwrap();
    let undone = home.call(&["mass-edit", "undo", id]).answer();
    assert_eq!((&undone["restored"], undone["held"].as_array().unwrap().len()), (&json!(1), 1));
    assert_eq!((&undone["held"][0]["id"], &undone["held"][0]["reason"]), (&json!(people[1]), &json!("changed")));
    let (one, other) = (show(&home, &people[0]), show(&home, &people[1]));
    assert_eq!(
        (&one["title"], &one["email"], &one["category"]),
        (&before.0["title"], &json!("a@old.example"), &json!("prospect"))
    );
    assert_eq!((&other["email"], &other["category"]), (&json!("b@old.example"), &json!("partner")));
    let past = home.call(&["mass-edit", "list"]).answer();
    assert_eq!((&past["mass_edits"][0]["edit_id"], &past["mass_edits"][0]["name"]), (&json!(id), &json!("Friday")));
    assert!(past["mass_edits"][0]["undone_at"].is_string());
    assert_eq!(home.call(&["mass-edit", "undo", id]).code, 4);
    assert_eq!(home.call(&["journal", "verify"]).answer()["intact"], true);
}

#[test]
fn people_of_a_file_are_restricted_and_their_activities_changed() {
    let (home, people) = with_people();
    home.call(&["activity", "add", &people[0], "--kind", "note", "--text", "Om fisk"]).answer();
    let file = home.file("ids.txt", &format!("{}\n{}\n", people[0], people[1]));
    let done =
        home.call(&["mass-edit", "--ids", &file, "--activities", "--kind", "note", "--replace", "note=fisk=>laks"]);
    let done = done.answer();
    assert_eq!((&done["changed"], &done["of"]), (&json!(1), &json!("activities")));
    assert_eq!(show(&home, &people[0])["activities"][0]["text"], "Om laks");
    let done = home.call(&["mass-edit", "--ids", &file, "--restrict", "b"]).answer();
    assert_eq!(done["changed"], 2);
    let again = home.call(&["mass-edit", "--ids", &file, "--restrict", "b"]).answer();
    assert_eq!((&again["changed"], &again["edit_id"]), (&json!(0), &Value::Null));
    home.call(&["mass-edit", "undo", done["edit_id"].as_str().unwrap()]).answer();
    assert_eq!(show(&home, &people[0])["status"], "active");
}

#[test]
fn calls_that_say_nothing_or_too_much_are_refused() {
    let (home, _) = with_people();
    let table: [(&[&str], i32); 10] = [
        (&["mass-edit", "Friday"], 2),
        (&["mass-edit", "--set", "title=x"], 2),
        (&["mass-edit", "Friday", "--set", "title"], 2),
        (&["mass-edit", "Friday", "--set", "shoe=x"], 2),
        (&["mass-edit", "Friday", "--add", "subscriptions=gossip"], 1),
        (&["mass-edit", "Friday", "--replace", "title=x"], 2),
        (&["mass-edit", "Friday", "--basis", "marketing"], 2),
        (&["mass-edit", "Friday", "--set", "country=Atlantis"], 1),
        (&["mass-edit", "Nobody", "--clear", "title"], 1),
        (&["mass-edit", "Friday", "--basis", "marketing=contract,fair"], 4),
    ];
    for (call, code) in table {
        assert_eq!(home.call(call).code, code, "{call:?}");
    }
}

#[test]
fn activities_go_by_the_keys_of_activities() {
    let (home, people) = with_people();
    home.call(&["activity", "add", &people[0], "--kind", "task", "--subject", "Ring", "--text", "Om tilbudet"])
        .answer();
    let call = ["mass-edit", "Friday", "--activities", "--set", "text=Om prisen", "--set", "done=yes"];
    let done = home.call(&call).answer();
    assert_eq!(done["changed"], json!(1));
    let card = show(&home, &people[0]);
    let activity = &card["activities"][0];
    assert_eq!((&activity["text"], activity["done_at"].is_string()), (&json!("Om prisen"), true), "{activity}");
    // On cards, the words name no field.
    assert_eq!(home.call(&["mass-edit", "Friday", "--set", "text=Om prisen"]).code, 2);
}

#[test]
fn who_was_picked_and_lies_in_the_trash_is_named() {
    let (home, people) = with_people();
    home.call(&["trash", "add", &people[1]]).answer();
    let ids = home.file("ids.txt", &format!("{}\n{}\n", people[0], people[1]));
    let held = json!([{ "id": people[1], "reason": "in-trash", "message": "It lies in the trash." }]);
    for more in [["--dry-run"].as_slice(), &[]] {
        let call = [&["mass-edit", "--ids", &ids, "--set", "title=Kunde"], more].concat();
        let said = home.call(&call).answer();
        assert_eq!((&said["changed"], &said["held"]), (&json!(1), &held));
    }
    let out = home.text("out.csv");
    let exported = home.call(&["export", "--ids", &ids, "--out", &out]).json();
    assert_eq!(exported["rows"], json!(1));
    assert_eq!(exported["held"], json!([{ "id": people[1], "reason": "in-trash" }]));
}
