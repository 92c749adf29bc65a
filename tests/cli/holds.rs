//! Legal holds: who must be kept, and why.

use serde_json::json;

use super::Home;

#[test]
fn a_hold_is_added_listed_and_lifted() {
    let home = Home::with_vault();
    home.import("First name,Last name\nÅse,Ødegård\n");
    let id = home.only("ødegård");
    assert_eq!(home.call(&["hold", "list"]).answer()["holds"], json!([]));
    assert_eq!(home.say(&["hold", "list"]).out, "Nobody is kept by a legal hold.\n");
    let add = ["hold", "add", &id, "--ground", "bookkeeping", "--statute", "bokføringsloven § 13"];
    let made = home.call(&[&add[..], &["--until", "2099-12-31", "--comment", "Faktura 7"]].concat()).answer();
    let hold = made["hold"].as_str().unwrap().to_owned();
    assert_eq!((&made["name"], &made["until"]), (&json!("Åse Ødegård"), &json!("2099-12-31")));
    assert_eq!((&made["stands"], &made["by"], &made["lifted_at"]), (&json!(true), &json!("me"), &json!(null)));
    let said = home.say(&["hold", "list", &id]).out;
    assert!(said.contains("Bookkeeping (art. 17(3)(b)): bokføringsloven § 13, until 31 Dec 2099"), "{said}");

    // What is past is no hold.
    let past = home.call(&[&add[..], &["--until", "2001-01-01"]].concat());
    assert_eq!((past.code, past.error().0.as_str()), (1, "invalid"));
    assert_eq!(home.call(&["hold", "add", &id, "--ground", "f", "--statute", "x"]).code, 2);

    let lifted = home.call(&["hold", "lift", &id, &hold, "--reason", "Betalt"]).answer();
    assert_eq!((&lifted["stands"], &lifted["lifted_why"]), (&json!(false), &json!("Betalt")));
    let again = home.call(&["hold", "lift", &id, &hold, "--reason", "Betalt"]);
    assert_eq!((again.code, &again.json()["error"]["rule"]), (4, &json!("hold-ended")));
    assert_eq!(home.call(&["hold", "list"]).answer()["holds"], json!([]));
    assert_eq!(home.call(&["hold", "list", "--past"]).answer()["holds"][0], lifted);
    let entries = home.call(&["journal", "list", "--person", &id]).answer();
    let kinds: Vec<&str> =
        entries["entries"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"hold-added") && kinds.contains(&"hold-lifted"), "{kinds:?}");
}

#[test]
fn who_lies_in_the_trash_can_still_be_kept_and_companies_that_go_along_are_named() {
    let home = Home::with_vault();
    home.import("First name,Last name,Company\nÅse,Ødegård,Fjordfisk AS\n");
    let id = home.only("ødegård");
    home.call(&["trash", "add", &id]).answer();
    let plan = home.call(&["trash", "purge", "--all", "--dry-run"]).answer();
    assert_eq!((&plan["erased"], &plan["along"][0]["name"]), (&json!(1), &json!("Fjordfisk AS")));
    assert!(home.say(&["trash", "purge", "--all", "--dry-run"]).out.contains("Fjordfisk AS"));
    let add = ["hold", "add", &id, "--ground", "e", "--statute", "foreldelsesloven § 2"];
    let hold = home.call(&add).answer()["hold"].as_str().unwrap().to_owned();
    let kept = home.call(&["trash", "purge", "--all"]).answer();
    assert_eq!((&kept["erased"], &kept["along"]), (&json!(0), &json!([])));
    assert_eq!(kept["held"][0]["id"], id);
    home.call(&["hold", "lift", &id, &hold, "--reason", "Forbi"]).answer();
    let gone = home.call(&["trash", "purge", "--all"]).answer();
    assert_eq!((&gone["erased"], &gone["along"][0]["name"]), (&json!(1), &json!("Fjordfisk AS")));
}
