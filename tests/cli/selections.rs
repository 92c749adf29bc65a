//! Selections, as scripts make and read them.

use serde_json::{Value, json};

use crate::Home;

fn with_people() -> (Home, [String; 3]) {
    let home = Home::with_vault();
    let add = |fields: &[&str]| home.call(&[&["add"], fields].concat()).answer()["id"].as_str().unwrap().to_owned();
    let people = [
        add(&[
            "first_name=Åse",
            "last_name=Ødegård",
            "email=ase@example.org",
            "category=prospect",
            "company=Fjordfisk",
        ]),
        add(&["first_name=Kari", "last_name=Nordmann", "email=kari@example.com", "category=prospect"]),
        add(&["first_name=Ola", "last_name=Aas", "category=customer"]),
    ];
    let basis = ["--purpose", "marketing", "--basis", "consent", "--source", "fair"];
    for id in &people[..2] {
        home.call(&[&["basis", "set", id], basis.as_slice()].concat()).answer();
    }
    (home, people)
}

/// The example of the documentation.
const PROSPECTS: &str = r#"{"all": [ {"field": "category", "is": "prospect"},
      {"any": [ {"field": "last_activity", "before": "-3y"}, {"field": "last_activity", "is": null} ]},
      {"basis": {"purpose": "marketing", "in": ["consent"]}},
      {"not": {"field": "email", "ends_with": "@example.org"}} ]}"#;

fn create(home: &Home, name: &str, criteria: &str) -> Value {
    let file = home.file("criteria.json", criteria);
    home.call(&["selection", "create", name, "--criteria", &file]).answer()
}

fn ids(shown: &Value) -> Vec<&str> {
    shown["persons"].as_array().unwrap().iter().map(|person| person["id"].as_str().unwrap()).collect()
}

#[test]
fn a_selection_by_criteria_is_made_shown_and_explained() {
    let (home, [_, kari, _]) = with_people();
    let made = create(&home, "Prospects to call", PROSPECTS);
    assert_eq!((&made["count"], &made["kind"], &made["of"]), (&json!(1), &json!("dynamic"), &json!("persons")));
    let shown = home.call(&["selection", "show", "prospects to call"]).answer();
    assert_eq!((&shown["total"], ids(&shown)), (&json!(1), vec![kari.as_str()]));
    assert_eq!(shown["persons"][0]["email"], "kari@example.com");
    let explained = home.call(&["selection", "explain", "Prospects to call"]).answer();
    assert_eq!(explained["criteria"], serde_json::from_str::<Value>(PROSPECTS).unwrap());
    assert!(explained["sentence"].as_str().unwrap().starts_with("All persons of whom this is true: Category is"));
    let said = home.say(&["--lang", "nb", "selection", "explain", "Prospects to call"]);
    assert!(said.out.starts_with("Alle personer som dette gjelder: Kategori er"), "{}", said.out);
    assert_eq!(home.call(&["show", &kari]).answer()["status"], "active", "nothing was done to anybody");
}

#[test]
fn lists_are_made_combined_copied_renamed_and_removed() {
    let (home, [ase, kari, ola]) = with_people();
    let file = home.file("ids.txt", &format!("{ase}\n\n  {ola}\r\n{ase}\n"));
    let made = home.call(&["selection", "create", "Two", "--ids", &file, "--description", "For May"]).answer();
    assert_eq!((&made["count"], &made["kind"], &made["description"]), (&json!(2), &json!("static"), &json!("For May")));
    create(&home, "Prospects", r#"{"field": "category", "is": "Potensiell kunde"}"#);
    for (op, wanted) in [
        ("union", vec![&ola, &kari, &ase]),
        ("intersect", vec![&ase]),
        ("only-first", vec![&ola]),
        ("only-second", vec![&kari]),
        ("difference", vec![&ola, &kari]),
    ] {
        let both = home.call(&["selection", "combine", op, "Two", "prospects", "--op", op]).answer();
        assert_eq!((&both["count"], &both["kind"]), (&json!(wanted.len()), &json!("combined")));
        let shown = home.call(&["selection", "show", op]).answer();
        assert_eq!(ids(&shown), wanted, "{op}");
        let second = home.call(&["selection", "show", op, "--limit", "1", "--offset", "1"]).answer();
        assert_eq!(ids(&second), wanted.into_iter().skip(1).take(1).collect::<Vec<_>>());
    }
    let in_use = home.call(&["selection", "remove", "Two"]);
    assert_eq!((in_use.code, in_use.error().0.as_str()), (4, "refused"));
    let copied = home.call(&["selection", "copy", "union", "All three"]).answer();
    assert_eq!((&copied["count"], &copied["kind"]), (&json!(3), &json!("static")));
    let renamed = home.call(&["selection", "rename", "All three", "Everybody"]).answer();
    assert_eq!((&renamed["id"], &renamed["name"]), (&copied["id"], &json!("Everybody")));
    let file = home.file("criteria.json", r#"{"field": "category", "is": "customer"}"#);
    let changed = home.call(&["selection", "change", "Prospects", "--criteria", &file]).answer();
    assert_eq!(changed["count"], 1);
    assert_eq!(home.call(&["selection", "show", "intersect"]).answer()["total"], 1);
    home.call(&["selection", "remove", "Everybody"]).answer();
    let listed = home.call(&["selection", "list"]).answer();
    let names: Vec<&str> =
        listed["selections"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"No legal basis") && names.contains(&"Two") && !names.contains(&"Everybody"));
    assert_eq!(names.len(), 7 + 7);
    let kinds = home.call(&["journal", "list"]).answer()["entries"].to_string();
    for kind in ["selection-added", "selection-changed", "selection-removed"] {
        assert!(kinds.contains(kind), "{kind}");
    }
}

#[test]
fn who_sees_a_selection_and_what_it_warns_of_is_said() {
    let home = Home::with_vault();
    let made = create(&home, "Mine", r#"{"all": []}"#);
    assert_eq!((&made["visible"], &made["alert"]), (&json!("all"), &Value::Null));
    let seen = home.call(&["selection", "visible", "Mine", "own"]).answer();
    assert_eq!(seen["visible"], "own");
    let warns = home.call(&["selection", "alert", "Mine", "Unpaid invoice"]).answer();
    assert_eq!((&warns["visible"], &warns["alert"]), (&json!("own"), &json!("Unpaid invoice")));
    let listed = home.call(&["selection", "list"]).answer();
    let mine = listed["selections"].as_array().unwrap().iter().find(|one| one["name"] == "Mine").unwrap().clone();
    assert_eq!((&mine["visible"], &mine["alert"]), (&json!("own"), &json!("Unpaid invoice")));
    let quiet = home.call(&["selection", "alert", "Mine", "--none"]).answer();
    assert_eq!(quiet["alert"], Value::Null);
    assert_eq!(home.call(&["selection", "alert", "Mine"]).code, 2);
    assert_eq!(home.call(&["selection", "visible", "Mine", "nobody"]).code, 2);
    assert_eq!(home.call(&["selection", "visible", "inactive", "own"]).error().0, "refused");
    // What comes with the program can warn of something all the same.
    assert_eq!(home.call(&["selection", "alert", "inactive", "Call first"]).answer()["alert"], "Call first");
    let private = home.call(&["selection", "combine", "Both", "Mine", "inactive", "--op", "union"]);
    assert_eq!((private.code, private.error().0.as_str()), (4, "refused"));
}

#[test]
fn who_is_restricted_is_named_and_held_back() {
    let (home, [ase, kari, _]) = with_people();
    home.call(&["restrict", &kari, "--ground", "a"]).answer();
    let file = home.file("ids.txt", &format!("{ase}\n{kari}\n"));
    let made = home.call(&["selection", "create", "Two", "--ids", &file]).answer();
    assert_eq!(made["held"], json!([{ "id": kari, "reason": "restricted" }]));
    assert_eq!(made["count"], 1);
    let said = home.say(&["selection", "copy", "not-informed", "All"]);
    assert!(said.err.contains("1 person was left out"), "{}", said.err);
    let shown = home.call(&["selection", "show", "restricted"]).answer();
    assert_eq!((ids(&shown), &shown["persons"][0]["email"]), (vec![kari.as_str()], &Value::Null));
}

#[test]
fn companies_have_selections_of_their_own() {
    let (home, _) = with_people();
    let file = home.file("criteria.json", r#"{"field": "name", "contains": "fisk"}"#);
    let made = home.call(&["selection", "create", "Fish", "--of", "companies", "--criteria", &file]).answer();
    assert_eq!((&made["count"], &made["of"]), (&json!(1), &json!("companies")));
    let shown = home.call(&["selection", "show", "Fish"]).answer();
    assert_eq!((&shown["total"], &shown["companies"][0]["name"]), (&json!(1), &json!("Fjordfisk")));
    let mixed = home.call(&["selection", "combine", "Mixed", "Fish", "duplicates", "--op", "union"]);
    assert_eq!((mixed.code, mixed.error().0.as_str()), (4, "refused"));
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let (home, [ase, ..]) = with_people();
    let try_out = |criteria: &str| {
        let file = home.file("criteria.json", criteria);
        let tried = home.call(&["selection", "create", "New", "--criteria", &file]);
        let (kind, message) = tried.error();
        assert_eq!((tried.code, kind.as_str()), (1, "invalid"), "{criteria}: {message}");
        message
    };
    let said = try_out(r#"{"all": [{"field": "category", "is": "prospect"}, {"field": "city", "is": 5}]}"#);
    assert!(said.contains("$.all[1].is") && said.contains("Nothing was changed"), "{said}");
    try_out("category is prospect");
    try_out(r#"{"field": "category", "is": "unheard-of"}"#);
    try_out(&format!("{{\"field\": \"note\", \"contains\": \"{}\"}}", "a".repeat(300_000)));
    for (content, line) in [(format!("{ase}\nx\n"), "2"), (format!("{ase} {ase}\n"), "1")] {
        let file = home.file("ids.txt", &content);
        let tried = home.call(&["selection", "create", "New", "--ids", &file]);
        let (kind, message) = tried.error();
        assert_eq!((tried.code, kind.as_str()), (1, "invalid"));
        assert!(message.contains(&format!("Line {line} ")), "{message}");
    }
    for (call, code, kind) in [
        (&["selection", "show", "New"][..], 1, "not-found"),
        (&["selection", "create", "New"], 2, "usage"),
        (&["selection", "create", "New", "--criteria", "a", "--ids", "b"], 2, "usage"),
        (&["selection", "create", "New", "--criteria", "no-such-file"], 1, "file"),
        (&["selection", "combine", "New", "inactive", "duplicates", "--op", "minus"], 2, "usage"),
        (&["selection", "combine", "New", "inactive", "nothing", "--op", "union"], 1, "not-found"),
        (&["selection", "remove", "duplicates"], 4, "refused"),
        (&["selection", "copy", "inactive", "Duplicates"], 4, "refused"),
    ] {
        let tried = home.call(call);
        assert_eq!((tried.code, tried.error().0.as_str()), (code, kind), "{call:?}");
    }
    let file = home.file("ids.txt", "77\n");
    let gone = home.call(&["selection", "create", "New", "--ids", &file]);
    assert_eq!((gone.code, gone.error().0.as_str()), (1, "not-found"));
    assert_eq!(home.call(&["selection", "show", "New"]).code, 1, "nothing half done");
}

#[test]
fn charts_are_numbers_and_words() {
    let (home, [_, kari, _]) = with_people();
    home.call(&["restrict", &kari, "--ground", "a"]).answer();
    let charts = home.call(&["selection", "charts", "not-informed"]).answer();
    assert_eq!((&charts["total"], &charts["held"]), (&json!(2), &json!(1)));
    let categories = json!([{ "category": "prospect", "count": 1 }, { "category": "customer", "count": 1 }]);
    assert_eq!(charts["categories"], categories);
    let purposes = charts["purposes"].as_array().unwrap();
    let marketing = purposes.iter().find(|one| one["purpose"] == "marketing").unwrap();
    let bases = json!([{ "basis": "consent", "count": 1 }, { "basis": null, "count": 1 }]);
    assert_eq!(marketing["bases"], bases);
    assert_eq!(charts["months"].as_array().unwrap().last().unwrap()["count"], 2);
    let said = home.say(&["--lang", "nb", "selection", "charts", "not-informed"]);
    assert!(said.out.contains("Etter kategori") && said.out.contains("1 begrenset person"), "{}", said.out);
}

#[test]
fn an_import_is_kept_as_a_selection() {
    let (home, [ase, ..]) = with_people();
    let file =
        home.file("fair.csv", "First name,Last name,E-mail\nEva,Holm,eva@example.net\nTor,Vik,tor@example.net\n");
    let import = |into: &str| {
        let terms = ["--purpose", "sales", "--basis", "contract", "--source", "fair", "--into", into];
        home.call(&[&["import", &file], terms.as_slice()].concat())
    };
    // A name that cannot be taken is said before anything is done.
    assert_eq!(import("Duplicates").error().0, "refused");
    assert_eq!(home.call(&["selection", "show", "not-informed"]).answer()["total"], 3);
    import("Fair").answer();
    let shown = home.call(&["selection", "show", "Fair"]).answer();
    assert_eq!((&shown["total"], ids(&shown).contains(&ase.as_str())), (&json!(2), false));
}

#[test]
fn people_are_put_into_a_list_and_taken_out_and_the_card_warns() {
    let (home, [ase, kari, ola]) = with_people();
    let file = home.file("ids.txt", &format!("{ase}\n"));
    home.call(&["selection", "create", "Fair", "--ids", &file]).answer();
    home.call(&["selection", "combine", "Both", "Fair", "not-informed", "--op", "intersect"]).answer();
    let came = home.call(&["selection", "add", "Fair", &kari, &ase]).answer();
    assert_eq!((&came["moved"], &came["count"], &came["held"]), (&json!(1), &json!(2), &json!([])));
    let file = home.file("ids.txt", &format!("{ase}\n{ola}\n"));
    let went = home.call(&["selection", "take", "Fair", "--ids", &file]).answer();
    assert_eq!((&went["moved"], &went["count"]), (&json!(1), &json!(1)));
    assert_eq!(ids(&home.call(&["selection", "show", "Fair"]).answer()), [kari.as_str()]);
    assert_eq!(home.say(&["selection", "add", "Fair", &ola]).out, "Fair: 1 changed, 2 in it now\n");
    assert_eq!(home.call(&["selection", "add", "Fair"]).code, 2);
    assert_eq!(home.call(&["selection", "add", "Fair", "5"]).error().0, "not-found");
    let refused = home.call(&["selection", "add", "Both", &ola]);
    assert_eq!((refused.code, &refused.json()["error"]["rule"]), (4, &json!("selection-not-static")));
    let listed = home.call(&["selection", "list"]).answer();
    let fair = listed["selections"].as_array().unwrap().iter().find(|one| one["name"] == "Fair").unwrap().clone();
    assert_eq!(fair["used_by"], json!(["Both"]));
    let kinds = home.call(&["journal", "list"]).answer()["entries"].to_string();
    assert!(kinds.contains("selection-joined") && kinds.contains("selection-left"), "{kinds}");
    // The card says what the list warns of.
    home.call(&["selection", "alert", "Fair", "Invoice unpaid"]).answer();
    let card = home.call(&["show", &kari]).answer();
    assert_eq!(card["alerts"], json!([{ "selection": "Fair", "text": "Invoice unpaid" }]));
    assert!(home.say(&["show", &kari]).out.contains("Fair: Invoice unpaid"));
    assert_eq!(home.call(&["show", &ase]).answer()["alerts"], json!([]));
}
