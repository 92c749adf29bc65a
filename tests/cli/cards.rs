//! Cards: finding, showing, editing, interests and legal bases.

use serde_json::json;

use super::Home;

const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile\n\
    Åse,Ødegård,Fjordfisk AS,ase@example.org,+47 900 00 001\n\
    Björn,Björk,Skogsbolaget AB,bjorn@example.com,+46 70 000 00 02\n\
    Zoë,Aas,Fjordfisk AS,zoe@example.org,\n";

#[test]
fn find_orders_counts_and_pages() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let all = home.call(&["find", ""]).answer();
    assert_eq!(all["total"], 3);
    let names = |json: &serde_json::Value| -> Vec<String> {
        json["persons"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    let in_order = names(&all);
    assert_eq!(in_order.len(), 3);
    let second = home.call(&["find", "", "--limit", "1", "--offset", "1"]).answer();
    assert_eq!((second["total"].as_u64(), names(&second)), (Some(3), vec![in_order[1].clone()]));
    assert_eq!(home.call(&["find", "", "--offset", "9"]).answer(), json!({ "total": 3, "persons": [] }));
    for (text, name) in [("odegard", "Åse Ødegård"), ("bjork skog", "Björn Björk"), ("90000001", "Åse Ødegård")]
    {
        let found = home.call(&["find", text]).answer();
        assert_eq!(names(&found), [name], "{text}");
        let row = &found["persons"][0];
        assert!(row["id"].is_string() && row["company"].is_string() && row["email"].is_string(), "{row}");
    }
    assert_eq!(home.call(&["find", "nobody"]).answer()["total"], 0);
    let said = home.say(&["find", "fjordfisk"]).out;
    assert!(said.contains("Åse Ødegård") && said.contains("Zoë Aas") && said.contains('2'), "{said}");
}

#[test]
fn a_card_shows_everything_by_the_known_keys() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let id = home.only("ødegård");
    let card = home.call(&["show", &id, "--reason", "asked"]).answer();
    let keys = "number first_name last_name company title position email mobile phone address postcode city country \
        birth_date language category business our_contact website note former_employee no_mailings emails phones \
        addresses interests subscriptions restricted informed last_activity created_at created_by updated_at \
        updated_by legal_bases activities status id";
    for key in keys.split_whitespace() {
        assert!(card.get(key).is_some(), "{key}");
    }
    assert_eq!(card["first_name"], "Åse");
    assert_eq!(card["email"], "ase@example.org");
    assert_eq!(card["mobile"], "+47 900 00 001");
    assert_eq!(card["phone"], json!(null));
    assert_eq!((&card["status"], &card["former_employee"]), (&json!("active"), &json!(false)));
    assert_eq!(card["created_by"], "me");
    assert!(card["created_at"].as_str().unwrap().ends_with('Z'));
    let email = &card["emails"][0];
    assert_eq!((&email["email"], &email["source"]), (&json!("ase@example.org"), &json!("fair")));
    assert_eq!((&card["phones"][0]["label"], email["at"].is_string()), (&json!("mobile"), true));
    let basis = &card["legal_bases"][0];
    assert_eq!(
        (&basis["purpose"], &basis["basis"], &basis["source"]),
        (&json!("sales"), &json!("contract"), &json!("fair"))
    );
    assert_eq!((&basis["by"], &basis["comment"]), (&json!("me"), &json!(null)));

    let said = home.say(&["show", &id]).out;
    for part in ["Åse Ødegård\nFjordfisk AS\n", "ase@example.org", "+47 900 00 001", "Contract", "Not documented"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for unknown in ["1", "x", "", "99999999999999999999999"] {
        let outcome = home.call(&["show", unknown]);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "not-found"), "{unknown}");
    }
}

#[test]
fn fields_are_edited_by_key_name_and_spelling() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let id = home.only("ødegård");
    let card = home
        .call(&[
            "edit",
            &id,
            "title=Innkjøper = sjef",
            "category=Kunde",
            "position=buyer",
            "business=Garnfarging",
            "country=Norge",
            "birth_date=24.12.1980",
            "city=Ås",
            "phone=22 00 00 00",
            "email=",
            "former_employee=ja",
            "our_contact=me",
            "note=one\ntwo",
        ])
        .answer();
    for (key, value) in [
        ("title", json!("Innkjøper = sjef")),
        ("category", json!("customer")),
        ("position", json!("buyer")),
        ("business", json!("garnfarging")),
        ("country", json!("NO")),
        ("birth_date", json!("1980-12-24")),
        ("city", json!("Ås")),
        ("phone", json!("22 00 00 00")),
        ("email", json!(null)),
        ("former_employee", json!(true)),
        ("our_contact", json!("me")),
        ("note", json!("one\ntwo")),
        ("mobile", json!("+47 900 00 001")),
        ("warnings", json!([])),
    ] {
        assert_eq!(card[key], value, "{key}");
    }
    assert_eq!(home.call(&["edit", &id, "category="]).answer()["category"], json!(null));

    let before = home.call(&["show", &id]).answer();
    for change in ["email=nobody", "country=Atlantis", "birth_date=someday", "no_mailings=perhaps", "number=2"] {
        let outcome = home.call(&["edit", &id, "title=New", change]);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "invalid"), "{change}");
        assert!(outcome.error().1.contains("Nothing was changed"), "{change}");
    }
    assert_eq!(home.call(&["edit", "7", "title=x"]).error().0, "not-found");
    assert_eq!(home.call(&["show", &id]).answer(), before);
}

#[test]
fn an_edit_warns_where_it_makes_two_cards_of_one_person() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let (id, other) = (home.only("björk"), home.only("ødegård"));
    let card = home.call(&["edit", &id, "email=ASE@example.org"]).answer();
    let warning = &card["warnings"][0];
    assert_eq!((&warning["person"], &warning["likeness"]), (&json!(other), &json!("email")), "{card}");
    // It was so before: nothing new to say.
    assert_eq!(home.call(&["edit", &id, "title=x"]).answer()["warnings"], json!([]));
    home.call(&["edit", &id, "email=bjorn@example.com"]).answer();
    let said = home.say(&["edit", &id, "email=ase@example.org"]);
    assert_eq!((said.code, said.err.lines().count()), (0, 1));
    assert!(said.err.contains("Åse Ødegård"), "{}", said.err);
}

#[test]
fn interests_come_and_go() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let id = home.only("ødegård");
    let card = home.call(&["interest", &id, "+events", "+Fly fishing"]).answer();
    assert_eq!(card["interests"], json!(["events", "fly-fishing"]));
    let card = home.call(&["interest", &id, "-events", "+fairs"]).answer();
    assert_eq!(card["interests"], json!(["fairs", "fly-fishing"]));
    let outcome = home.call(&["interest", &id, "+offers", "-unheard-of"]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "invalid"));
    assert_eq!(home.call(&["show", &id]).answer()["interests"], json!(["fairs", "fly-fishing"]));
}

#[test]
fn the_ledger_only_grows() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let id = home.only("ødegård");
    let proof = home.file("proof.txt", "Yes, please.");
    let row = home
        .call(&[
            "basis",
            "set",
            &id,
            "--purpose",
            "marketing",
            "--basis",
            "Samtykke",
            "--source",
            "meeting",
            "--comment",
            "At the fair",
            "--evidence",
            &proof,
        ])
        .answer();
    assert_eq!(
        (&row["purpose"], &row["basis"], &row["source"]),
        (&json!("marketing"), &json!("consent"), &json!("meeting"))
    );
    assert_eq!((&row["comment"], &row["by"]), (&json!("At the fair"), &json!("me")));
    assert!(row["evidence"].is_string() && row["at"].is_string());
    let basis =
        |basis: &str| home.call(&["basis", "set", &id, "--purpose", "marketing", "--basis", basis, "--source", "user"]);
    basis("withdrawn").answer();
    let void = basis("void").answer();
    let history = home.call(&["basis", "history", &id]).answer();
    let ledger = history["ledger"].as_array().unwrap();
    let told: Vec<&str> = ledger.iter().map(|row| row["basis"].as_str().unwrap()).collect();
    assert_eq!(told, ["contract", "consent", "withdrawn", "void"]);
    assert_eq!((&void["corrects"], &ledger[3]["corrects"]), (&ledger[2]["id"], &ledger[2]["id"]));
    for key in ["purpose", "basis", "source", "at", "by", "comment", "wording", "evidence", "corrects"] {
        assert!(ledger.iter().all(|row| row.get(key).is_some()), "{key}");
    }
    let card = home.call(&["show", &id]).answer();
    assert_eq!(card["legal_bases"][1]["basis"], "consent", "what the void row struck out does not hold");

    // A rule refuses.
    basis("void").answer();
    let refused = basis("void");
    assert_eq!((refused.code, refused.error().0.as_str()), (4, "refused"));
    for more in [&["--wording", "7"][..], &["--wording", "x"], &["--evidence", "nowhere.txt"]] {
        let base = ["basis", "set", &id, "--purpose", "sales", "--basis", "consent", "--source", "user"];
        assert_eq!(home.call(&[&base, more].concat()).code, 1, "{more:?}");
    }
    assert_eq!(home.call(&["basis", "history", "7"]).error().0, "not-found");
    let said = home.say(&["basis", "history", &id]).out;
    assert!(said.contains("At the fair") && said.lines().count() == 5, "{said}");
    home.call(&["check"]).answer();
}

#[test]
fn somebody_is_added_with_or_without_a_legal_basis() {
    let home = Home::with_vault();
    let basis = ["--purpose", "sales", "--basis", "contract", "--source", "fair", "--comment", "Met at the stand"];
    let fields = ["first_name=Åse", "last_name=Ødegård", "email=ase@example.org", "category=kunde", "business=Garn"];
    let card = home.call(&[&["add"], fields.as_slice(), &basis].concat()).answer();
    for (key, value) in [
        ("first_name", json!("Åse")),
        ("category", json!("customer")),
        ("business", json!("garn")),
        ("number", json!("1")),
        ("source", json!("fair")),
        ("picture", json!(false)),
        ("warnings", json!([])),
    ] {
        assert_eq!(card[key], value, "{key}");
    }
    let row = &card["legal_bases"][0];
    assert_eq!((&row["basis"], &row["comment"]), (&json!("contract"), &json!("Met at the stand")));
    let mut shown = home.call(&["show", card["id"].as_str().unwrap()]).answer();
    shown["warnings"] = json!([]);
    assert_eq!(shown, card, "the card, as it is shown");

    let twin = home.call(&["add", "last_name=Aas", "email=ASE@example.org"]).answer();
    assert_eq!(twin["legal_bases"], json!([]), "undocumented");
    assert_eq!((&twin["source"], &twin["warnings"][0]["person"]), (&json!("user"), &card["id"]));
    assert_eq!(twin["warnings"][0]["kind"], "same-person");
    let said = home.say(&["add", "last_name=Dahl", "email=ase@example.org"]);
    assert_eq!((said.code, said.err.lines().count()), (0, 3), "two namesakes, and no legal basis: {}", said.err);
    for wrong in [&["add", "title=Boss"][..], &["add", "last_name=X", "email=x"], &["add", "last_name=X", "number=1"]] {
        let outcome = home.call(wrong);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "invalid"), "{wrong:?}");
    }
    assert_eq!(home.call(&["find", ""]).answer()["total"], 3);
    home.call(&["check"]).answer();
}

#[test]
fn a_picture_comes_and_goes() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let id = home.only("ødegård");
    let picture = home.text("input/face.png");
    image::RgbaImage::from_pixel(4, 4, image::Rgba([9, 9, 9, 255])).save(&picture).unwrap();
    let card = home.call(&["picture", "set", &id, &picture]).answer();
    assert_eq!((&card["id"], &card["picture"]), (&json!(id), &json!(true)));
    let no_picture = home.text("input/people.csv");
    for (file, kind) in [(no_picture.as_str(), "invalid"), ("nowhere.png", "file")] {
        let outcome = home.call(&["picture", "set", &id, file]);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (1, kind), "{file}");
    }
    assert_eq!(home.call(&["show", &id]).answer()["picture"], true);
    for _ in 0..2 {
        assert_eq!(home.call(&["picture", "remove", &id]).answer()["picture"], false);
    }
    assert_eq!(home.call(&["picture", "remove", "7"]).error().0, "not-found");
    assert_eq!(home.call(&["check"]).answer()["ok"], true, "no file stays behind");
}
