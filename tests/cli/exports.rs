//! Cards as files, and the register of what was handed out.

use serde_json::json;

use crate::Home;

fn with_people() -> (Home, [String; 2]) {
    let home = Home::with_vault();
    let add = |fields: &[&str]| home.call(&[&["add"], fields].concat()).answer()["id"].as_str().unwrap().to_owned();
    let people = [
        add(&["first_name=Åse", "last_name=Ødegård", "mobile=+47 900 00 000", "category=prospect", "title==1+1"]),
        add(&["first_name=Kari", "last_name=Nordmann", "email=kari@example.com", "category=customer"]),
    ];
    let criteria = home.file("criteria.json", r#"{"field": "category", "is": "prospect"}"#);
    home.call(&["selection", "create", "Prospects", "--criteria", &criteria]).answer();
    (home, people)
}

#[test]
fn a_selection_is_exported_and_stands_in_the_register() {
    let (home, [ase, kari]) = with_people();
    let out = home.text("list.csv");
    let done = home
        .call(&[
            "export",
            "prospects",
            "--out",
            &out,
            "--fields",
            "first_name,mobile,title,basis:sales",
            "--for",
            "A call in May",
            "--to",
            "The call centre",
        ])
        .answer();
    assert_eq!((&done["rows"], &done["held"]), (&json!(1), &json!([])));
    let text = std::fs::read_to_string(&out).unwrap();
    let wanted = "\u{feff}First name,Mobile,Title,Legal basis: Sales and service\r\nÅse,'+47 900 00 000,'=1+1,\r\n";
    assert_eq!(text, wanted);
    let of = |id: &str| home.call(&["exports", "of", id]).answer()["exports"].clone();
    let hers = of(&ase);
    assert_eq!((&hers[0]["for"], &hers[0]["to"]), (&json!("A call in May"), &json!("The call centre")));
    assert_eq!((&hers[0]["selection"], &hers[0]["file"]), (&json!("Prospects"), &json!("list.csv")));
    assert_eq!((&hers[0]["sha256"], &hers[0]["by"]), (&done["sha256"], &json!("me")));
    assert_eq!(of(&kari), json!([]));
    assert_eq!(home.call(&["exports", "list"]).answer()["exports"], hers);
    let journal = home.call(&["journal", "list", "--kind", "exported"]).answer();
    assert_eq!(journal["entries"].as_array().unwrap().len(), 1);
    let said = home.say(&["exports", "of", &kari]);
    assert_eq!(said.out.trim(), "Nothing was exported.");
}

#[test]
fn cards_are_exported_by_identity_or_all_in_three_formats() {
    let (home, [ase, kari]) = with_people();
    home.call(&["restrict", &kari, "--ground", "a"]).answer();
    let ids = home.file("ids.txt", &format!("{ase}\n{kari}\n"));
    for (call, name) in [(["--ids", &ids].as_slice(), "a.xlsx"), (&["--all"], "a.vcf"), (&["--all", "--raw"], "a.csv")]
    {
        let out = home.text(name);
        let done = home.call(&[&["export", "--out", &out], call].concat()).answer();
        assert_eq!((&done["rows"], &done["held"][0]["id"]), (&json!(1), &json!(kari)), "{name}");
        let bytes = std::fs::read(&out).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("Nordmann"), "{name}");
    }
    let listed = home.call(&["exports", "list", "--limit", "2"]).answer();
    assert_eq!(listed["exports"].as_array().unwrap().len(), 2);
    assert_eq!((&listed["exports"][0]["for"], &listed["exports"][0]["selection"]), (&json!(null), &json!("Everybody")));
    let text = std::fs::read_to_string(home.text("a.csv")).unwrap();
    assert!(text.starts_with("number,first_name,") && text.contains(",+47 900 00 000,"), "{text}");
}

#[test]
fn who_is_not_there_is_said_and_nothing_is_done() {
    let (home, [ase, _]) = with_people();
    let nobody = "912470674998562827";
    let ids = home.file("ids.txt", &format!("{ase}\n{nobody}\n"));
    let (out, folder) = (home.text("x.csv"), home.text("reports"));
    let unknown = home.call(&["show", nobody]);
    for call in [
        ["export", "--ids", &ids, "--out", &out].as_slice(),
        &["mass-edit", "--ids", &ids, "--set", "title=X"],
        &["report", &ase, nobody, "--out", &folder],
        &["mail", "notice", &ase, nobody],
    ] {
        let refused = home.call(call);
        assert_eq!((refused.code, refused.error().0), (unknown.code, unknown.error().0), "{call:?}");
    }
    assert!(!home.path("x.csv").exists() && !home.path("reports").exists());
    assert_eq!(home.call(&["show", &ase]).answer()["title"], "=1+1");
}

#[test]
fn a_column_of_a_field_that_is_not_there_is_left_out_and_said() {
    let home = Home::with_vault();
    let file = home.file("copy.csv", "first_name,last_name,custom:shoe\nKari,Later,42\n");
    let bring = ["import", &file, "--purpose", "sales", "--basis", "contract", "--source", "fair"];
    let said = home.say(&bring);
    assert!(said.code == 0 && said.err.contains("custom:shoe"), "{} {}", said.out, said.err);
    assert_eq!(home.call(&["find", "later"]).answer()["total"], 1);
}

#[test]
fn what_cannot_be_exported_is_said() {
    let (home, _) = with_people();
    let out = home.text("list.csv");
    for (call, code, kind) in [
        (["prospects", "--out", "list.txt"].as_slice(), 2, "usage"),
        (&["prospects", "--out", &out, "--fields", "shoe"], 2, "usage"),
        (&["prospects", "--all", "--out", &out], 2, "usage"),
        (&["--out", &out], 2, "usage"),
        (&["nobody", "--out", &out], 1, "not-found"),
        (&["prospects", "--out", &home.text("nowhere/list.csv")], 1, "file"),
        (&["prospects", "--out", &home.text("vault/list.csv")], 4, "refused"),
    ] {
        let refused = home.call(&[&["export"], call].concat());
        assert_eq!((refused.code, refused.error().0.as_str()), (code, kind), "{call:?}");
    }
    assert!(!std::path::Path::new(&out).exists());
    home.call(&["settings", "set", "field.website.collect", "no"]).answer();
    let refused = home.call(&["export", "--all", "--out", &out, "--fields", "website"]);
    assert_eq!((refused.code, refused.error().0.as_str()), (4, "refused"));
}
