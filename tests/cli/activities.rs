//! `activity`, `today`, and `find --in-texts`.

use super::Home;

const PEOPLE: &str = "First name,Last name,Company,E-mail,Note\n\
    Åse,Ødegård,Fjordfisk AS,ase@example.org,Likes smoked trout\n\
    Tor,Øverland,,tor@example.org,\n";

fn id(answer: &serde_json::Value) -> String {
    answer["id"].as_str().unwrap().to_owned()
}

#[test]
fn an_activity_is_added_shown_edited_done_and_removed() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("odegard");
    let at = "2026-03-05T08:41:00Z";
    let call = ["activity", "add", &ase, "--kind", "call", "--direction", "out", "--minutes", "6", "--at", at];
    let call = home.call(&[&call[..], &["--text", "Wants the price list for cod"]].concat()).answer();
    assert_eq!((call["kind"].as_str(), call["direction"].as_str()), (Some("call"), Some("out")));
    assert_eq!((call["seconds"].as_u64(), call["person"].as_str()), (Some(360), Some(ase.as_str())));
    assert_eq!(call["at"], "2026-03-05T08:41:00.000Z");
    assert!(call["company"].is_string(), "the company they work for goes with it");
    let task = home.call(&["activity", "add", &ase, "--kind", "Oppgave", "--subject", "Ring", "--due", "-2d"]).answer();
    assert_eq!((task["kind"].as_str(), task["done"].as_bool()), (Some("task"), Some(false)));

    let card = home.call(&["show", &ase]).answer();
    assert_eq!(card["activities"].as_array().unwrap().len(), 2);
    assert!(card["last_activity"].is_string());
    let words = home.say(&["show", &ase]).out;
    assert!(words.contains("Call out, 6 min") && words.contains("2 days overdue"), "{words}");

    let list = home.call(&["activity", "list", &ase, "--kind", "call", "--since", "2026-03-01"]).answer();
    assert_eq!((list["total"].as_u64(), &list["activities"][0]["id"]), (Some(1), &call["id"]));
    assert_eq!(home.call(&["activity", "list", &ase, "--until", "2026-01-01"]).answer()["total"], 0);
    let company = call["company"].as_str().unwrap();
    assert_eq!(home.call(&["activity", "list", company]).answer()["total"], 2);
    let card = home.call(&["company", "show", company]).answer();
    assert_eq!(card["activities"].as_array().unwrap().len(), 2);

    let today = home.call(&["today"]).answer();
    assert_eq!((&today["overdue"][0]["id"], today["overdue"][0]["days_overdue"].as_i64()), (&task["id"], Some(2)));
    assert_eq!(today["overdue"][0]["name"], "Åse Ødegård");
    let edited = home.call(&["activity", "edit", &id(&task), "--due", "", "--subject", "Ring again"]).answer();
    assert!(edited["due"].is_null() && edited["subject"] == "Ring again");
    let done = home.call(&["activity", "done", &id(&task)]).answer();
    assert!(done["done"] == true && done["done_by"] == "me" && done["done_at"].is_string());
    assert_eq!(home.call(&["activity", "done", &id(&task), "--undone"]).answer()["done"], false);
    home.call(&["activity", "remove", &id(&task)]).answer();
    assert_eq!(home.call(&["activity", "list", &ase]).answer()["total"], 1);
    assert!(home.say(&["today"]).out.contains("Nothing is due."));
}

#[test]
fn notes_and_activities_are_found_by_their_words() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let tor = home.only("overland");
    home.call(&["activity", "add", &tor, "--kind", "note", "--text", "Røkt ørret og torsk"]).answer();
    let found = home.call(&["find", "--in-texts", "trout"]).answer();
    assert_eq!((found["total"].as_u64(), found["texts"][0]["kind"].as_str()), (Some(1), Some("card-note")));
    assert_eq!(found["texts"][0]["name"], "Åse Ødegård");
    let found = home.call(&["find", "--in-texts", "orret", "--kind", "note"]).answer();
    assert_eq!((found["total"].as_u64(), found["texts"][0]["person"].as_str()), (Some(1), Some(tor.as_str())));
    assert_eq!(found["texts"][0]["words"], serde_json::json!(["ørret"]));
    assert_eq!(home.call(&["find", "--in-texts", "orret", "--kind", "call"]).answer()["total"], 0);
    assert_eq!(home.call(&["find", "--in-texts", "nothing"]).answer()["total"], 0);
}

#[test]
fn what_cannot_be_is_refused_and_a_recording_nobody_agreed_to_is_warned_of() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("odegard");
    let add = |more: &[&str]| home.call(&[&["activity", "add", &ase], more].concat());
    assert_eq!(add(&["--kind", "note"]).code, 1, "a note says something");
    assert_eq!(add(&["--kind", "dance", "--text", "x"]).code, 2);
    assert_eq!(add(&["--kind", "task", "--subject", "x", "--due", "someday"]).code, 1);
    assert_eq!(add(&["--kind", "call", "--direction", "up"]).code, 2);
    let (kind, said) = home.call(&["activity", "add", "7", "--kind", "call"]).error();
    assert!(kind == "not-found" && said.contains("neither a person nor a company"), "{said}");
    for call in [["activity", "done", "nope"], ["activity", "done", "7"], ["import", "undo", "nope"]] {
        let (kind, said) = home.call(&call).error();
        assert!(kind == "not-found" && !said.contains("no longer"), "{call:?}: {said}");
    }
    for since in
        [["find", "--in-texts", "x", "--since", "gibberish"], ["activity", "list", &ase, "--since", "gibberish"]]
    {
        let asked = home.call(&since);
        assert_eq!(asked.code, 2, "{}", asked.out);
        assert!(!asked.error().1.contains("Due"), "{}", asked.out);
    }
    // What does not belong to the kind is not dropped without a word.
    for (kind, option) in
        [("note", ["--direction", "in"]), ("note", ["--recorded", "yes"]), ("email", ["--minutes", "3"])]
    {
        let dropped = add(&[&["--kind", kind, "--text", "x"] as &[&str], &option].concat());
        assert_eq!(dropped.code, 2, "{}", dropped.out);
        assert!(dropped.error().1.contains(option[0]), "{}", dropped.out);
    }
    // Days that nobody means.
    for at in ["1899-12-31", "0201-03-05 10:00", "2226-03-05"] {
        assert_eq!(add(&["--kind", "note", "--text", "x", "--at", at]).error().0, "invalid", "{at}");
        assert_eq!(add(&["--kind", "task", "--subject", "x", "--due", at]).code, 1, "{at}");
    }
    let call = add(&["--kind", "call", "--recorded"]);
    assert_eq!(call.json()["warnings"][0]["kind"], "recorded-without-consent");
    let agreed = add(&["--kind", "call", "--recorded", "--record-consent", "agreed"]).answer();
    assert!(agreed["warnings"].is_null() && agreed["record_consent"] == "agreed");
    assert_eq!(home.call(&["check"]).answer()["ok"], true);
}

#[test]
fn what_is_planned_stands_in_today_with_its_name() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("odegard");
    let at = (chrono::Local::now() + chrono::TimeDelta::hours(26)).to_rfc3339();
    for kind in ["call", "meeting"] {
        home.call(&["activity", "add", &ase, "--kind", kind, "--text", "Prices", "--at", &at]).answer();
    }
    // One that took place is no plan.
    home.call(&["activity", "add", &ase, "--kind", "call", "--text", "Hello"]).answer();
    let company =
        home.call(&["company", "find", "fjordfisk"]).answer()["companies"][0]["id"].as_str().unwrap().to_owned();
    home.call(&["activity", "add", &company, "--kind", "task", "--subject", "Send list", "--due", "today"]).answer();
    let today = home.call(&["today"]).answer();
    let kinds: Vec<_> = today["coming"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["call", "meeting"], "{today}");
    let due = today["today"].as_array().unwrap();
    assert_eq!((due.len(), &due[0]["name"]), (1, &"Fjordfisk AS".into()), "{today}");
    // An entry of the journal says which record it is about.
    let entries = home.call(&["journal", "list", "--person", &ase]).answer();
    let added: Vec<_> =
        entries["entries"].as_array().unwrap().iter().filter(|one| one["kind"] == "activity-added").collect();
    assert!(added.len() == 3 && added.iter().all(|one| one["record"].is_string() && one["person"] == ase), "{added:?}");
}
