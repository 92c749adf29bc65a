//! What people answered to types of mailings, as scripts enter and read it.

use serde_json::json;

use crate::Home;

fn add(home: &Home, name: &str) -> String {
    home.call(&["add", &format!("last_name={name}")]).answer()["id"].as_str().unwrap().to_owned()
}

#[test]
fn an_answer_shows_wherever_the_card_goes() {
    let home = Home::with_vault();
    let id = add(&home, "Berg");
    let consent = ["--purpose", "marketing", "--basis", "consent", "--source", "fair"];
    home.call(&[&["basis", "set", &id], consent.as_slice()].concat()).answer();
    let shown = |home: &Home| home.call(&["show", &id]).answer()["subscriptions"].clone();
    assert_eq!(shown(&home), json!(["invitations", "news", "promotions", "urgent"]), "the consent covers all");
    let set = |kind: &str, answer: &str| home.call(&["subscription", "set", &id, kind, answer]).answer();
    assert_eq!(set("news", "no")["subscriptions"], json!(["invitations", "promotions", "urgent"]));
    let said = home.call(&["subscription", "set", &id, "Promotions", "no", "--source", "phone", "--comment", "Ringte"]);
    let answers = said.answer()["subscription_answers"].clone();
    let answer = &answers[1];
    assert_eq!(
        (&answer["type"], &answer["wanted"], &answer["source"], &answer["comment"], &answer["by"]),
        (&json!("promotions"), &json!(false), &json!("phone"), &json!("Ringte"), &json!("me"))
    );
    assert_eq!(shown(&home), json!(["invitations", "urgent"]));

    let criteria = home.file("criteria.json", r#"{"subscription": "news"}"#);
    let made = home.call(&["selection", "create", "Readers", "--criteria", &criteria]).answer();
    assert_eq!(made["count"], json!(0));
    set("news", "yes");
    assert_eq!(home.call(&["selection", "show", "Readers"]).answer()["total"], json!(1));
    let file = home.text("out.csv");
    home.call(&["export", "Readers", "--out", &file, "--fields", "last_name,subscriptions"]).answer();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("Invitations, News, Urgent messages"), "{text}");

    // An objection ends all of it, whatever is answered to a type.
    home.call(&["object", &id, "--purpose", "marketing"]).answer();
    let told = set("urgent", "yes");
    assert_eq!((&told["subscriptions"], &told["mailings_stopped_by"]), (&json!([]), &json!(["objection"])));
    let text = home.say(&["subscription", "list", &id]).out;
    assert!(text.contains("objected to direct marketing"), "{text}");
}

#[test]
fn a_refusal_is_heard_also_on_a_closed_card() {
    let home = Home::with_vault();
    let id = add(&home, "Berg");
    home.call(&["restrict", &id, "--ground", "a"]).answer();
    let wish = home.call(&["subscription", "set", &id, "news", "yes"]);
    assert_eq!(wish.code, 4);
    let told = home.call(&["subscription", "set", &id, "news", "no"]).answer();
    assert_eq!(told, json!({ "subscriptions": null }));
    let unknown = home.call(&["subscription", "set", &id, "gossip", "no"]);
    assert_eq!(unknown.code, 2);
    assert_eq!(home.call(&["subscription", "set", &id, "news", "perhaps"]).code, 2);
}

#[test]
fn many_are_asked_off_a_list_at_once_and_given_back() {
    let home = Home::with_vault();
    let people = ["Berg", "Havn"].map(|name| add(&home, name));
    home.call(&["subscription", "set", &people[1], "news", "no"]).answer();
    let ids = home.file("ids.txt", &people.join("\n"));
    let call = ["mass-edit", "--ids", &ids, "--add", "subscriptions=news"];
    let plan = home.call(&[call.as_slice(), &["--dry-run"]].concat()).answer();
    assert_eq!((&plan["sample"][0]["field"], &plan["sample"][0]["type"]), (&json!("subscriptions"), &json!("news")));
    let done = home.call(&call).answer();
    assert_eq!((&done["changed"], &done["held"][0]["reason"]), (&json!(1), &json!("type-refused")));
    let shown = |id: &str| home.call(&["show", id]).answer()["subscriptions"].clone();
    assert_eq!((shown(&people[0]), shown(&people[1])), (json!(["news"]), json!([])));
    let edit = done["edit_id"].as_str().unwrap();
    let undone = home.call(&["mass-edit", "undo", edit]).answer();
    assert_eq!((&undone["restored"], shown(&people[0])), (&json!(1), json!([])));
    let removed = home.call(&["mass-edit", "--ids", &ids, "--remove", "subscriptions=news"]).answer();
    assert_eq!((&removed["changed"], &removed["unchanged"]), (&json!(1), &json!(1)));
    assert_eq!(home.call(&["mass-edit", "--ids", &ids, "--set", "subscriptions=news"]).code, 1);
}
