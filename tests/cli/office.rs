//! What belongs to the office: own fields, wordings, lists and the language names are sorted in.

use serde_json::{Value, json};

use super::Home;

#[test]
fn own_fields_are_added_changed_and_put_aside() {
    let home = Home::with_vault();
    assert_eq!(home.call(&["field", "list"]).answer(), json!({ "fields": [] }));
    let size = ["field", "add", "shoe-size", "--name", "Shoe size", "--type", "number"];
    let wanted = json!({ "key": "shoe-size", "name": "Shoe size", "type": "number", "choices": [],
        "category": "relation", "origin": "derived", "in_report": true, "active": true });
    assert_eq!(home.call(&size).answer(), json!({ "fields": [wanted] }));
    let choice = ["field", "add", "colour", "--name", "Colour", "--type", "list", "--choice", "Red", "--choice", "Blå"];
    let more = ["--category", "behaviour", "--origin", "provided", "--no-report"];
    let added = &home.call(&[choice.as_slice(), &more].concat()).answer()["fields"][0];
    assert_eq!((&added["choices"], &added["in_report"]), (&json!(["Red", "Blå"]), &json!(false)));
    assert_eq!((&added["category"], &added["origin"]), (&json!("behaviour"), &json!("provided")));

    let card = home.call(&["add", "last_name=Aas", "custom:shoe-size=43", "custom:colour=blå"]).answer();
    assert_eq!((&card["custom:shoe-size"], &card["custom:colour"]), (&json!(43), &json!("Blå")));

    let edit = ["field", "edit", "custom:colour", "--name", "Favourite colour", "--choice", "Green", "--report", "yes"];
    let edited = &home.call(&edit).answer()["fields"][0];
    assert_eq!((&edited["name"], &edited["key"]), (&json!("Favourite colour"), &json!("colour")));
    assert_eq!((&edited["choices"], &edited["in_report"]), (&json!(["Green"]), &json!(true)));
    assert_eq!(
        (&edited["category"], &edited["type"]),
        (&json!("behaviour"), &json!("list")),
        "what was not named stays"
    );
    assert_eq!(home.call(&["field", "edit", "shoe-size", "--active", "no"]).answer()["fields"][0]["active"], false);
    let all = home.call(&["field", "list"]).answer();
    assert_eq!((&all["fields"][0]["active"], &all["fields"][1]), (&json!(false), edited));
    assert!(home.say(&["field", "list"]).out.contains("Favourite colour"));

    for (call, kind) in [
        (&size[..], "invalid"),
        (&["field", "add", "Å", "--name", "x", "--type", "text"], "invalid"),
        (&["field", "add", "x", "--name", "x", "--type", "list"], "invalid"),
        (&["field", "edit", "nothing", "--name", "x"], "not-found"),
    ] {
        let outcome = home.call(call);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (1, kind), "{call:?}");
    }
    assert_eq!(home.call(&["field", "list"]).answer(), all);
}

#[test]
fn wordings_grow_by_versions() {
    let home = Home::with_vault();
    let all = home.call(&["wording", "list"]).answer();
    assert_eq!(all["wordings"].as_array().unwrap().len(), 6);
    let file = home.file("words.txt", "\u{feff}May we write to you?\nYes or no.\n");
    let add = ["wording", "add", "--purpose", "marketing", "--language", "Engelsk", "--text-file", &file];
    let added = home.call(&add).answer()["wordings"][0].clone();
    assert_eq!((&added["purpose"], &added["language"]), (&json!("marketing"), &json!("en")));
    assert_eq!((&added["version"], &added["text"]), (&json!(2), &json!("May we write to you?\nYes or no.")));
    let marketing = home.call(&["wording", "list", "--purpose", "marketing"]).answer();
    let marketing = marketing["wordings"].as_array().unwrap();
    assert!(marketing.len() == 4 && marketing.contains(&added), "{marketing:?}");
    assert!(home.say(&["wording", "list"]).out.contains("  Yes or no.\n"));

    let person = home.call(&["add", "last_name=Aas"]).answer()["id"].as_str().unwrap().to_owned();
    let set = ["basis", "set", &person, "--purpose", "marketing", "--basis", "consent", "--source", "email"];
    let shown = ["--wording", added["id"].as_str().unwrap()];
    assert_eq!(home.call(&[set.as_slice(), &shown].concat()).answer()["wording"], added["id"]);

    let empty = home.file("words.txt", " \n");
    let refused = home.call(&["wording", "add", "--purpose", "sales", "--language", "en", "--text-file", &empty]);
    assert_eq!((refused.code, refused.error().0.as_str()), (4, "refused"));
    std::fs::write(&empty, b"\xff\xfe\x00").unwrap();
    let refused = home.call(&["wording", "add", "--purpose", "sales", "--language", "en", "--text-file", &empty]);
    assert_eq!((refused.code, refused.error().0.as_str()), (1, "file"));
}

#[test]
fn lists_say_what_can_be_used() {
    let home = Home::with_vault();
    let keys = |json: &Value, key: &str| -> Vec<String> {
        json.as_array().unwrap().iter().map(|row| row[key].as_str().unwrap().to_owned()).collect()
    };
    let all = home.call(&["lists"]).answer();
    assert_eq!(
        keys(&all["lists"], "list"),
        [
            "category",
            "business",
            "position",
            "language",
            "label",
            "interest",
            "source",
            "purpose",
            "basis",
            "subscription",
            "activity",
            "relation",
            "title"
        ]
    );
    home.call(&["add", "last_name=Aas", "category=Good friend"]).answer();
    let one = home.call(&["lists", "category"]).answer();
    assert_eq!(one["lists"].as_array().unwrap().len(), 1);
    let items = &one["lists"][0]["items"];
    assert_eq!(keys(items, "key"), ["prospect", "customer", "former-customer", "supplier", "partner", "good-friend"]);
    assert_eq!(items[1]["names"], json!({ "en": "Customer", "nb": "Kunde", "sv": "Kund" }));
    assert!(home.say(&["lists", "category", "--lang", "nb"]).out.contains("Kunde"));
}

#[test]
fn names_are_sorted_in_the_language_chosen() {
    let home = Home::with_vault();
    for name in ["Ärlig", "Øst", "Aas", "Zorn"] {
        home.call(&["add", &format!("last_name={name}")]).answer();
    }
    let order = |lang: &str| -> Vec<String> {
        assert_eq!(home.call(&["language", lang]).answer(), json!({ "language": lang }));
        let found = home.call(&["find", ""]).answer();
        found["persons"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(order("sv"), ["Aas", "Zorn", "Ärlig", "Øst"]);
    assert_eq!(order("nb"), ["Zorn", "Ärlig", "Øst", "Aas"]);
    assert_eq!(order("en"), ["Aas", "Ärlig", "Øst", "Zorn"]);
    home.call(&["check"]).answer();
}

#[test]
fn what_is_not_there_is_named_by_what_it_is() {
    let home = Home::with_vault();
    let bytes = home.path("bytes");
    std::fs::write(&bytes, [0xff, 0xfe, 0x00, 0x9d]).unwrap();
    let (bytes, folder) = (bytes.to_str().unwrap(), home.path("folder"));
    std::fs::create_dir(&folder).unwrap();
    let table: [(&[&str], i32, &str, &str); 7] = [
        (&["users", "set-role", "nobody", "seller"], 1, "not-found", "Nobody of that name"),
        (&["users", "set-role", "me", "captain"], 1, "not-found", "no role"),
        (&["selection", "show", "nothing"], 1, "not-found", "no selection"),
        (&["field", "empty", "last_name"], 1, "not-found", "every card needs it"),
        (&["settings", "history", "nothing.at_all"], 2, "usage", "nothing.at_all"),
        (&["settings", "set", "office.name", "--value-file", bytes], 2, "usage", "no text"),
        (&["settings", "export", folder.to_str().unwrap()], 1, "file", "a folder"),
    ];
    for (call, code, kind, words) in table {
        let outcome = home.call(call);
        let (its_kind, said) = outcome.error();
        assert_eq!((outcome.code, its_kind.as_str()), (code, kind), "{call:?}: {said}");
        assert!(said.contains(words), "{call:?}: {said}");
    }
    assert_eq!(home.call(&["settings", "get", "office.name"]).answer()["office.name"], "");
}
