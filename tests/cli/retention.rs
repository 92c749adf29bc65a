//! Keeping no longer than needed: who is due, and who is kept longer.

use serde_json::json;

use crate::Home;

fn with_people() -> (Home, [String; 2]) {
    let home = Home::with_vault();
    let add = |fields: &[&str]| home.call(&[&["add"], fields].concat()).answer()["id"].as_str().unwrap().to_owned();
    let people = [
        add(&["first_name=Åse", "last_name=Ødegård", "category=prospect"]),
        add(&["first_name=Kari", "last_name=Nordmann", "category=customer"]),
    ];
    home.call(&["settings", "set", "category.prospect.keep_months", "36"]).answer();
    home.call(&["settings", "set", "category.prospect.keep_from", "created"]).answer();
    (home, people)
}

#[test]
fn who_is_due_is_said_with_the_reason_and_can_be_kept() {
    let (home, [ase, kari]) = with_people();
    assert_eq!(home.call(&["retention", "due"]).answer()["total"], 0);
    let due = home.call(&["retention", "due", "--on", "2090-01-01"]).answer();
    assert_eq!((&due["total"], &due["on"]), (&json!(1), &json!("2090-01-01")));
    let one = &due["due"][0];
    assert_eq!((&one["id"], &one["name"]), (&json!(ase), &json!("Åse Ødegård")));
    assert_eq!((&one["rule"], &one["months"]), (&json!({ "category": "prospect" }), &json!(36)));
    assert_eq!((&one["event"], &one["kept_by"]), (&json!("created"), &json!(null)));
    // A day to come is only looked at.
    for dry in [&["--dry-run"][..], &[]] {
        let early = home.call(&[&["retention", "approve", "--all", "--on", "2090-01-01"], dry].concat());
        assert_eq!((early.code, &early.json()["error"]["rule"]), (4, &json!("not-due-yet")));
    }
    // Nobody heard of them for long.
    home.call(&["settings", "set", "category.prospect.keep_from", "last-activity"]).answer();
    home.call(&["settings", "set", "category.customer.keep_months", "12"]).answer();
    for id in [&ase, &kari] {
        let call = ["activity", "add", id, "--kind", "note", "--text", "x", "--at", "2019-03-12"];
        home.call(&call).answer();
    }
    let plan = home.call(&["retention", "approve", "--all", "--dry-run"]).answer();
    assert_eq!((&plan["moved"], &plan["held"]), (&json!([kari, ase]), &json!([])));
    home.call(&["settings", "set", "category.customer.keep_months", ""]).answer();
    let kept =
        home.call(&["retention", "keep", &ase, "--until", "2095-06-30", "--reason", "An offer is open"]).answer();
    assert_eq!(kept, json!({ "id": ase, "until": "2095-06-30", "reason": "An offer is open" }));
    let due = home.call(&["retention", "due"]).answer();
    assert_eq!(due["due"][0]["kept_by"]["reason"], "kept-longer");
    let said = home.say(&["retention", "due", "--on", "2090-01-01"]);
    assert!(said.out.contains("Kept until 30 Jun 2095: An offer is open"), "{}", said.out);
    let held = json!([{
        "id": ase, "name": "Åse Ødegård", "reason": "kept-longer", "text": "Kept until 30 Jun 2095: An offer is open"
    }]);
    let plan = home.call(&["retention", "approve", &ase, "--dry-run"]).answer();
    assert_eq!((&plan["moved"], &plan["held"]), (&json!([]), &held));
    let said = home.say(&["retention", "approve", &ase, "--dry-run"]).out;
    assert!(said.contains("Åse Ødegård") && said.contains("An offer is open"), "who is held is named: {said}");
    for (call, code) in [
        (["approve", &kari, "--dry-run"].as_slice(), 1),
        (&["approve"], 2),
        (&["due", "--on", "soon"], 2),
        (&["keep", &kari, "--until", "2020-01-01", "--reason", "x"], 1),
        (&["keep", &kari, "--until", "2090-01-01"], 2),
    ] {
        assert_eq!(home.call(&[&["retention"], call].concat()).code, code, "{call:?}");
    }
    // Moved there for a reason, and nobody is due any more.
    home.call(&["settings", "set", "retention.automatic", "yes"]).answer();
    let moved = home.call(&["retention", "approve", &ase]).answer();
    assert_eq!((&moved["moved"], &moved["held"]), (&json!([]), &held));
    home.call(&["settings", "set", "category.customer.keep_months", "12"]).answer();
    let moved = home.call(&["retention", "approve", "--all"]).answer();
    assert_eq!(moved["moved"], json!([kari]));
    assert_eq!(home.call(&["trash", "list"]).answer()["persons"][0]["id"], json!(kari));
    assert_eq!(home.call(&["retention", "due", "--on", "2096-01-01"]).answer()["total"], 1);
    let steps = home.call(&["run"]).answer()["steps"].clone();
    let step = steps.as_array().unwrap().iter().find(|step| step["step"] == "retention").unwrap().clone();
    assert_eq!((&step["ok"], &step["due"], &step["moved"]), (&json!(true), &json!(0), &json!(0)));
}

#[test]
fn who_is_found_due_is_not_erased_in_the_same_round() {
    let (home, [ase, _]) = with_people();
    for (key, value) in [
        ("category.prospect.keep_from", "last-activity"),
        ("retention.automatic", "yes"),
        // What lies in the trash goes on the day it came there.
        ("trash.days", "0"),
    ] {
        home.call(&["settings", "set", key, value]).answer();
    }
    home.call(&["activity", "add", &ase, "--kind", "note", "--text", "x", "--at", "2019-03-12"]).answer();
    let run = |step: &str| {
        let steps = home.call(&["run"]).answer()["steps"].clone();
        steps.as_array().unwrap().iter().find(|one| one["step"] == step).unwrap().clone()
    };
    assert_eq!(run("retention")["moved"], 1);
    assert_eq!(home.call(&["trash", "list"]).answer()["persons"][0]["id"], json!(ase), "somebody can still look");
    let step = run("trash");
    assert_eq!((&step["ok"], &step["erased"]), (&json!(true), &json!(1)), "{step}");
    assert_eq!(home.call(&["trash", "list"]).answer()["persons"], json!([]));
}
