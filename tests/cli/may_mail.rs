//! What has to do with writing to people: whom one may write to, the texts, and who is informed.

use serde_json::json;

use crate::Home;

fn add(home: &Home, fields: &[&str]) -> String {
    home.call(&[&["add"], fields].concat()).answer()["id"].as_str().unwrap().to_owned()
}

fn rules(answer: &serde_json::Value) -> Vec<&str> {
    answer["reasons"].as_array().unwrap().iter().map(|reason| reason["rule"].as_str().unwrap()).collect()
}

#[test]
fn may_mail_says_what_keeps_a_message_from_somebody() {
    let home = Home::with_vault();
    let id = add(&home, &["last_name=Berg", "email=gry@example.org", "country=NO"]);
    let told = home.call(&["may-mail", &id, "--type", "news"]).answer();
    assert_eq!(told["allowed"], json!(false));
    assert_eq!(rules(&told), ["no-consent", "not-subscribed"]);
    assert_eq!(told["address"], json!("gry@example.org"));
    let consent = ["--purpose", "marketing", "--basis", "consent", "--source", "fair"];
    home.call(&[&["basis", "set", &id], consent.as_slice()].concat()).answer();
    let told = home.call(&["may-mail", &id, "--type", "News"]).answer();
    assert_eq!((&told["allowed"], rules(&told)), (&json!(true), vec!["consent"]));
    let service = home.call(&["may-mail", &id, "--kind", "service"]).answer();
    assert_eq!((&service["allowed"], rules(&service)), (&json!(true), vec!["service"]));
    home.call(&["object", &id, "--purpose", "marketing"]).answer();
    let told = home.call(&["may-mail", &id, "--kind", "newsletter"]).answer();
    assert_eq!(rules(&told), ["objects"]);
    let text = home.say(&["may-mail", &id, "--lang", "nb"]).out;
    assert!(text.starts_with("Nei: Personen motsetter seg direkte markedsføring"), "{text}");
    let request = home.call(&["may-mail", &id, "--kind", "consent-request"]).answer();
    assert!(rules(&request).contains(&"request-advertises"), "{request}");
    assert_eq!(home.call(&["may-mail", &id, "--kind", "gossip"]).code, 2);
    assert_eq!(home.call(&["may-mail", &id, "--type", "gossip"]).code, 2);
    assert_eq!(home.call(&["may-mail", "17", "--type", "news"]).code, 1);
}

#[test]
fn a_notice_goes_out_by_itself_or_when_asked_and_shows_on_the_card() {
    let home = Home::with_vault();
    home.call(&["settings", "set", "source.fair.notice", "yes"]).answer();
    let import = home.file("people.csv", "Last name,E-mail\nBerg,berg@example.org\nDal,\n");
    let terms = ["--purpose", "sales", "--basis", "contract", "--source", "fair"];
    home.call(&[&["import", &import], terms.as_slice()].concat()).answer();
    let basis = ["--purpose", "sales", "--basis", "contract", "--source", "user"];
    let quiet = add(&home, &[&["last_name=Alm", "email=alm@example.org"], basis.as_slice()].concat());
    let found = |name: &str| home.call(&["find", name]).answer()["persons"][0]["id"].as_str().unwrap().to_owned();
    let (berg, dal) = (found("Berg"), found("Dal"));
    assert_eq!(home.call(&["show", &quiet]).answer()["informed"], json!(false));
    let plan = home.call(&["mail", "notice", "--selection", "not-informed", "--dry-run"]).answer();
    let held = |answer: &serde_json::Value| {
        let mut held: Vec<(String, String)> = answer["held"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["id"].as_str().unwrap().to_owned(), row["reason"].as_str().unwrap().to_owned()))
            .collect();
        held.sort();
        held
    };
    let mut wanted = vec![(berg.clone(), "waiting".to_owned()), (dal.clone(), "no-address".to_owned())];
    wanted.sort();
    assert_eq!((&plan["queued"], held(&plan)), (&json!(1), wanted.clone()));
    let done = home.call(&["mail", "notice", "--selection", "not-informed"]).answer();
    assert_eq!((&done["queued"], held(&done)), (&json!(1), wanted));
    let told = home.call(&["mail", "notice", &dal, "--told", "letter", "--comment", "Sendt i dag"]).answer();
    assert_eq!(told["noted"], json!(1));
    let card = home.call(&["show", &dal]).answer();
    assert_eq!((&card["informed"], &card["notices"][0]["way"]), (&json!(true), &json!("letter")));
    assert!(card["inform_by"].is_null());
    let file = home.text("out.csv");
    home.call(&["selection", "create", "All", "--criteria", &home.file("all.json", "{\"all\": []}")]).answer();
    home.call(&["export", "All", "--out", &file, "--fields", "last_name,informed"]).answer();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("Dal,Yes") && !text.contains("Berg,Yes"), "{text}");
    assert_eq!(home.call(&["mail", "notice"]).code, 2);
    assert_eq!(home.call(&["mail", "notice", &dal, "--told", "smoke"]).code, 2);
    assert_eq!(home.call(&["mail", "notice", &dal, "--told", "oral", "--on", "2999-01-01"]).code, 1, "a day to come");
    home.call(&["mail", "notice", &dal, "--told", "oral", "--on", "2026-03-05"]).answer();
    assert_eq!(home.call(&["mail", "notice", &dal, "--due", "7"]).code, 2);
    let cold = add(&home, &["last_name=Foss", "email=foss@example.org", "email=two@example.org"]);
    let due = home.call(&["mail", "notice", "--due", "40", "--dry-run"]).answer();
    assert_eq!(due["queued"], json!(0));
    assert!(held(&due).contains(&(cold.clone(), "no-basis".to_owned())), "{due}");
    let due = home.call(&["mail", "notice", "--due", "40", "--incomplete", "--dry-run"]).answer();
    assert_eq!((&due["queued"], &due["persons"]), (&json!(1), &json!([cold])));
    assert_eq!(home.call(&["mail", "notice", "--due", "40", "--incomplete"]).answer()["queued"], json!(1));
}

#[test]
fn a_correction_is_confirmed_by_mail_and_a_consent_asked_for_where_that_is_lawful() {
    let home = Home::with_vault();
    let id = add(&home, &["last_name=Alm", "email=alm@example.org", "country=DK"]);
    assert_eq!(home.call(&["confirm", &id, "--mail"]).code, 1, "nothing was corrected");
    home.call(&["edit", &id, "title=Sjef"]).answer();
    let plan = home.call(&["confirm", &id, "--mail", "--dry-run"]).answer();
    assert_eq!((&plan["queued"], &plan["message"], &plan["fields"]), (&json!(1), &json!(null), &json!(["title"])));
    let done = home.call(&["confirm", &id, "--mail", "--language", "en", "--subject", "Corrected now"]).answer();
    let listed = home.call(&["mail", "list"]).answer();
    let message = &listed["messages"][0];
    assert_eq!((&message["id"], &message["kind"]), (&done["message"], &json!("corrected")));
    assert_eq!(message["subject"], json!("Corrected now"));
    assert_eq!(home.call(&["confirm", &id]).code, 2);
    assert_eq!(home.call(&["confirm", &id, "--mail", "--template", "newsletter"]).code, 1);

    let early = home.call(&["mail", "consent", &id]).answer();
    assert_eq!((&early["queued"], &early["held"][0]["reason"]), (&json!(0), &json!("not-informed")));
    home.call(&["mail", "notice", &id, "--told", "oral"]).answer();
    assert_eq!(home.call(&["mail", "consent", &id, "--dry-run"]).answer()["queued"], json!(1));
    assert_eq!(home.call(&["mail", "consent", &id, "--purpose", "marketing"]).answer()["queued"], json!(1));
    assert_eq!(home.call(&["mail", "consent", &id]).answer()["held"][0]["reason"], json!("asked"));
    home.call(&["edit", &id, "country=NO"]).answer();
    let other = add(&home, &["last_name=Berg", "email=berg@example.org", "country=NO"]);
    home.call(&["mail", "notice", &other, "--told", "oral"]).answer();
    assert_eq!(home.call(&["mail", "consent", &other]).answer()["held"][0]["reason"], json!("request-advertises"));
    assert_eq!(home.call(&["mail", "consent", &other, "--purpose", "gossip"]).code, 1);
    // What art. 18 needs goes to whom the card is closed of, for a reason that stays on record.
    home.call(&["restrict", &id, "--ground", "a"]).answer();
    assert_eq!(home.call(&["confirm", &id, "--mail"]).code, 4);
    let confirmed = home.call(&["confirm", &id, "--mail", "--reason", "Answer to the request"]).answer();
    assert_eq!(confirmed["queued"], json!(1));
    let kinds = home.call(&["journal", "list"]).answer().to_string();
    assert!(kinds.contains("looked-up") && kinds.contains("correction-confirmed") && kinds.contains("consent-asked"));
}

#[test]
fn a_template_says_what_it_lacks_and_refuses_what_nobody_knows() {
    let home = Home::with_vault();
    // Without the office's name, a text does not say who writes.
    let nameless = home.call(&["template", "check", "newsletter", "--language", "en"]);
    assert!(nameless.code == 1 && nameless.out.contains("\"who\""), "{}", nameless.out);
    home.call(&["settings", "set", "office.name", "Fjordfisk AS"]).answer();
    let all = home.call(&["template", "list"]).answer();
    let rows = all["templates"].as_array().unwrap();
    assert_eq!(rows.len(), 27);
    assert!(rows.iter().all(|row| row["missing"] == json!([]) && row["own"] == json!(false)), "{all}");
    let shown = home.call(&["template", "show", "notice", "--language", "nb"]).answer();
    let body = shown["body"].as_str().unwrap();
    let start = body.find("{% block objection %}").unwrap();
    let end = start + body[start..].find("{% endblock %}").unwrap() + "{% endblock %}".len();
    let without = format!("Subject: Om deg\n\n{}{}", &body[..start], &body[end..]);
    let file = home.file("notice.txt", &without);
    let kept = home.call(&["template", "set", "notice", &file, "--language", "nb"]).answer();
    assert_eq!(kept["missing"], json!(["objection"]));
    assert_eq!(home.call(&["template", "check", "notice", "--language", "nb"]).code, 1);
    assert_eq!(home.call(&["template", "check", "notice", "--language", "sv"]).code, 0);
    let wrong = home.file("wrong.txt", "Subject: Hei\n\n{{ person.shoe }}\n");
    let refused = home.call(&["template", "set", "notice.fair", &wrong]);
    assert!(refused.code == 1 && refused.out.contains("person.shoe"), "{}", refused.out);
    assert_eq!(home.call(&["template", "set", "gossip", &file]).code, 2);
    assert_eq!(home.call(&["template", "set", "notice", &home.file("no.txt", "Hei\n")]).code, 2);
    home.call(&["template", "set", "notice.fair", &file, "--language", "nb", "--name", "Etter messen"]).answer();
    let id = add(&home, &["first_name=Kari", "last_name=Nordli"]);
    let preview = ["template", "preview", "notice.fair", "--language", "nb", "--person", &id];
    assert!(home.call(&preview).answer()["body"].as_str().unwrap().starts_with("Hei Kari Nordli,"));
    home.call(&["template", "reset", "notice", "--language", "nb"]).answer();
    assert_eq!(home.call(&["template", "check", "notice", "--language", "nb"]).code, 0);
}
