//! What the office decided is obeyed by every command: legal bases, what new persons need, which fields are collected.

use serde_json::{Value, json};

use crate::Home;

fn set(home: &Home, key: &str, value: &str) {
    home.call(&["settings", "set", key, value]).answer();
}

fn kinds(answer: &Value) -> Vec<&str> {
    let all = answer["warnings"].as_array().map_or(&[] as &[Value], Vec::as_slice);
    all.iter().filter_map(|warning| warning["kind"].as_str()).collect()
}

fn added(home: &Home, arguments: &[&str]) -> Value {
    home.call(&[&["add", "last_name=Berg"], arguments].concat()).answer()
}

#[test]
fn own_legal_bases_have_their_own_names() {
    let home = Home::with_vault();
    set(&home, "basis.bookkeeping.under", "legal-obligation");
    set(&home, "basis.bookkeeping.name.en", "Bookkeeping");
    let id = added(&home, &[])["id"].as_str().unwrap().to_owned();
    let basis = ["basis", "set", &id, "--purpose", "sales", "--source", "user", "--basis", "Bookkeeping"];
    let row = home.call(&basis).answer();
    assert_eq!((&row["basis"], &row["article"]), (&json!("bookkeeping"), &json!("legal-obligation")));
    assert_eq!(kinds(&row), ["statute-missing"]);
    set(&home, "basis.bookkeeping.statute", "Bokføringsloven § 13");
    assert_eq!(kinds(&home.call(&basis).answer()), [] as [&str; 0]);
    assert!(home.say(&["basis", "history", &id]).out.contains("Bookkeeping"));
    assert_eq!(home.call(&["show", &id]).answer()["legal_bases"][0]["basis"], "bookkeeping");
    let file = home.file("own.csv", "First name,Last name,Legal basis\nKari,Nordli,Bookkeeping\nPer,Vik,\n");
    let import = ["import", &file, "--purpose", "sales", "--source", "fair", "--basis", "bookkeeping"];
    assert_eq!(home.call(&import).answer()["added"], 2);
    let shown = home.call(&["show", &home.only("nordli")]).answer();
    assert_eq!(shown["legal_bases"][0]["basis"], "bookkeeping");
}

#[test]
fn a_legal_basis_that_cannot_be_right_is_refused_with_the_reason() {
    let home = Home::with_vault();
    let id = added(&home, &[])["id"].as_str().unwrap().to_owned();
    let basis = |purpose: &str, basis: &str| {
        home.call(&["basis", "set", &id, "--purpose", purpose, "--source", "user", "--basis", basis])
    };
    for wrong in ["contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"] {
        let refused = basis("marketing", wrong);
        assert_eq!(refused.code, 4, "{wrong}");
        assert_eq!(refused.error().0, "refused", "{wrong}");
    }
    set(&home, "customers.mail", "yes");
    basis("marketing", "legitimate-interests").answer();
    set(&home, "purpose.sales.expected", "contract");
    assert_eq!(basis("sales", "consent").code, 4);
    basis("sales", "withdrawn").answer();
    let ledger = home.call(&["basis", "history", &id]).answer();
    assert_eq!(ledger["ledger"].as_array().map(Vec::len), Some(2), "what was refused was not entered");
    let file = home.file("rows.csv", "First name,Last name,Legal basis\nKari,Nordli,consent\nPer,Vik,contract\n");
    let import =
        |purpose, basis| home.call(&["import", &file, "--purpose", purpose, "--source", "fair", "--basis", basis]);
    assert_eq!(import("marketing", "contract").code, 4);
    let done = import("sales", "contract").answer();
    assert_eq!((&done["added"], &done["rejected"][0]["reason"]), (&json!(1), &json!("not-expected")));
}

#[test]
fn special_categories_ask_for_a_condition() {
    let home = Home::with_vault();
    let id = added(&home, &[])["id"].as_str().unwrap().to_owned();
    set(&home, "purpose.sales.special", "yes");
    let basis = |more: &[&str]| {
        let call = ["basis", "set", &id, "--purpose", "sales", "--source", "user", "--basis", "consent"];
        home.call(&[&call, more].concat())
    };
    assert_eq!(basis(&[]).code, 4);
    assert_eq!(basis(&["--condition", "z"]).code, 2);
    assert_eq!(basis(&["--condition", "a"]).code, 4, "an explicit consent is to a text");
    assert_eq!(basis(&["--condition", "f"]).answer()["condition"], "f");
    let text = home.file("text.txt", "Yes, keep my allergies.");
    let wording =
        home.call(&["wording", "add", "--purpose", "sales", "--language", "en", "--text-file", &text]).answer();
    let wording = wording["wordings"][0]["id"].as_str().unwrap();
    basis(&["--condition", "a", "--wording", wording]).answer();
    assert_eq!(home.call(&["show", &id]).answer()["legal_bases"][0]["condition"], "a");
    assert_eq!(home.call(&["basis", "history", &id]).answer()["ledger"][0]["condition"], "f");
    for shown in [home.say(&["show", &id]), home.say(&["basis", "history", &id])] {
        assert!(shown.out.contains("(a) Explicit consent"), "{}", shown.out);
    }
    let file = home.file("rows.csv", "First name,Last name\nKari,Nordli\n");
    let import = ["import", &file, "--purpose", "sales", "--source", "fair", "--basis", "contract"];
    assert_eq!(home.call(&import).code, 4);
    home.call(&[&import[..], &["--condition", "f"]].concat()).answer();
    let shown = home.call(&["show", &home.only("nordli")]).answer();
    assert_eq!(shown["legal_bases"][0]["condition"], "f");
}

#[test]
fn new_persons_need_what_the_office_asks_for() {
    let home = Home::with_vault();
    let warned = added(&home, &[]);
    assert_eq!((kinds(&warned), &warned["legal_bases"]), (vec!["no-basis"], &json!([])));
    set(&home, "basis.required", "off");
    assert_eq!(kinds(&added(&home, &[])), [] as [&str; 0]);
    set(&home, "basis.required", "refuse");
    assert_eq!(home.call(&["add", "last_name=Vik"]).code, 4);
    assert_eq!(home.call(&["find", "vik"]).answer()["total"], 0);
    set(&home, "default.user.sales", "contract,meeting");
    let shown = added(&home, &[]);
    assert_eq!(shown["legal_bases"][0]["basis"], "contract");
    assert_eq!((&shown["legal_bases"][0]["source"], &shown["source"]), (&json!("meeting"), &json!("user")));
    set(&home, "default.fair.sales", "consent,fair");
    let shown = added(&home, &["--source", "fair"]);
    assert_eq!((&shown["legal_bases"][0]["basis"], &shown["source"]), (&json!("consent"), &json!("fair")));
    let file = home.file("rows.csv", "First name,Last name\nKari,Nordli\n");
    let import = ["import", &file, "--purpose", "marketing", "--source", "fair", "--basis", "consent"];
    assert_eq!(home.call(&import).code, 4, "the file says nothing about sales and service");
}

#[test]
fn a_field_that_is_not_collected_is_nowhere_and_can_be_emptied() {
    let home = Home::with_vault();
    home.call(&["field", "add", "shoe-size", "--name", "Shoe size", "--type", "number"]).answer();
    let csv = "First name,Last name,Birth date,Title,Shoe size\nKari,Nordli,1980-05-17,Buyer,38\n";
    let import = |name: &str| {
        let file = home.file(&format!("{name}.csv"), &csv.replace("Nordli", name));
        let call = ["import", &file, "--purpose", "sales", "--source", "fair", "--basis", "contract"];
        home.call(&[&call[..], &["--map", "Shoe size=custom:shoe-size"]].concat()).answer()
    };
    assert_eq!(import("Vik")["left_out"], json!([]));
    let id = home.only("vik");
    for field in ["birth_date", "custom:shoe-size"] {
        set(&home, &format!("field.{field}.collect"), "no");
    }
    let shown = home.call(&["show", &id]).answer();
    assert_eq!((&shown["birth_date"], &shown["custom:shoe-size"]), (&Value::Null, &Value::Null));
    assert_eq!(home.call(&["edit", &id, "birth_date=1981-01-01"]).code, 4);
    assert_eq!(home.call(&["add", "last_name=Dahl", "custom:shoe-size=40"]).code, 4);
    home.call(&["edit", &id, "title=Head of sales"]).answer();
    assert_eq!(import("Eide")["left_out"], json!(["birth_date", "custom:shoe-size"]));

    assert_eq!(home.call(&["field", "empty", "title"]).code, 4, "it is collected");
    assert_eq!(home.call(&["field", "empty", "last_name"]).code, 1);
    let plan = home.call(&["field", "empty", "birth_date", "--dry-run"]).answer();
    assert_eq!((&plan["cards"], &plan["dry_run"]), (&json!(1), &json!(true)));
    assert_eq!(home.call(&["field", "empty", "birth_date"]).answer()["cards"], 1);
    assert_eq!(home.call(&["field", "empty", "custom:shoe-size"]).answer()["cards"], 1);
    for field in ["birth_date", "custom:shoe-size"] {
        set(&home, &format!("field.{field}.collect"), "yes");
    }
    let shown = home.call(&["show", &id]).answer();
    assert_eq!((&shown["birth_date"], &shown["title"]), (&Value::Null, &json!("Head of sales")));
    assert_eq!(shown["custom:shoe-size"], Value::Null);
    home.call(&["journal", "verify"]).answer();

    set(&home, "field.title.master", "the payroll");
    assert_eq!(home.call(&["edit", &id, "title=Sjef"]).code, 4);
    assert_eq!(home.call(&["show", &id]).answer()["title"], "Head of sales");
}

#[test]
fn what_is_decided_about_fields_of_companies_holds_for_commands() {
    let home = Home::with_vault();
    let company = ["company", "add", "name=Fjordfisk AS", "org_number=123 456 785", "note=Back door", "city=Bodø"];
    let id = home.call(&company).answer()["id"].as_str().unwrap().to_owned();
    set(&home, "field.company:note.collect", "no");
    set(&home, "field.company:org_number.master", "the accounts");
    set(&home, "field.company:city.collect", "no");
    let shown = home.call(&["company", "show", &id]).answer();
    assert_eq!(
        (&shown["note"], &shown["city"], &shown["org_number"]),
        (&Value::Null, &Value::Null, &json!("123 456 785"))
    );
    for change in ["note=Front door", "org_number=987 654 325", "city=Oslo"] {
        assert_eq!(home.call(&["company", "edit", &id, change]).code, 4, "{change}");
    }
    assert_eq!(home.call(&["company", "add", "name=Nord AS", "note=Back door"]).code, 4);
    assert_eq!(home.call(&["company", "find", "bodø"]).answer()["total"], 0);
    home.call(&["company", "edit", &id, "website=example.org"]).answer();

    let plan = home.call(&["field", "empty", "company:note", "--dry-run"]).answer();
    assert_eq!((&plan["field"], &plan["cards"]), (&json!("company:note"), &json!(1)));
    assert_eq!(home.call(&["field", "empty", "company:note"]).answer()["cards"], 1);
    assert_eq!(home.call(&["field", "empty", "company:name"]).code, 1);
    set(&home, "field.company:note.collect", "yes");
    set(&home, "field.company:city.collect", "yes");
    let shown = home.call(&["company", "show", &id]).answer();
    assert_eq!((&shown["note"], &shown["city"]), (&Value::Null, &json!("Bodø")));
    let entries = home.call(&["journal", "list"]).answer()["entries"].to_string();
    assert!(entries.contains("company:note"), "{entries}");
    // A field of companies is none of persons.
    let person = added(&home, &[])["id"].as_str().unwrap().to_owned();
    assert_ne!(home.call(&["edit", &person, "company:note=x"]).code, 0);
}

#[test]
fn what_does_not_belong_in_a_note_is_said_and_kept_out_of_nothing() {
    let home = Home::with_vault();
    let id = added(&home, &["--source", "user", "note=pnr 811218-9876, diabetes"]);
    assert_eq!(kinds(&id), ["no-basis", "identity-number", "health"]);
    let id = id["id"].as_str().unwrap().to_owned();
    assert_eq!(kinds(&home.call(&["edit", &id, "title=Buyer"]).answer()), [] as [&str; 0]);
    assert_eq!(kinds(&home.call(&["edit", &id, "note=4111 1111 1111 1111"]).answer()), ["card-number"]);
    let activity = home.call(&["activity", "add", &id, "--kind", "note", "--text", "Sykemeldt ut året"]).answer();
    assert_eq!(kinds(&activity), ["health"]);
    set(&home, "notes.warn", "no");
    assert_eq!(kinds(&home.call(&["edit", &id, "note=4111 1111 1111 1111 again"]).answer()), [] as [&str; 0]);
}
