//! What has to do with writing to people: whom one may write to.

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
    assert_eq!(rules(&told), ["no-consent", "not-subscribed", "not-informed"]);
    assert_eq!(told["address"], json!("gry@example.org"));
    let consent = ["--purpose", "marketing", "--basis", "consent", "--source", "fair"];
    home.call(&[&["basis", "set", &id], consent.as_slice()].concat()).answer();
    let told = home.call(&["may-mail", &id, "--type", "News"]).answer();
    assert_eq!(rules(&told), ["not-informed"]);
    let service = home.call(&["may-mail", &id, "--kind", "service"]).answer();
    assert_eq!((&service["allowed"], rules(&service)), (&json!(true), vec!["service"]));
    home.call(&["object", &id, "--purpose", "marketing"]).answer();
    let told = home.call(&["may-mail", &id, "--kind", "newsletter"]).answer();
    assert_eq!(rules(&told), ["objects", "not-informed"]);
    let text = home.say(&["may-mail", &id, "--lang", "nb"]).out;
    assert!(text.starts_with("Nei: Personen motsetter seg direkte markedsføring"), "{text}");
    let request = home.call(&["may-mail", &id, "--kind", "consent-request"]).answer();
    assert!(rules(&request).contains(&"request-advertises"), "{request}");
    assert_eq!(home.call(&["may-mail", &id, "--kind", "gossip"]).code, 2);
    assert_eq!(home.call(&["may-mail", &id, "--type", "gossip"]).code, 2);
    assert_eq!(home.call(&["may-mail", "17", "--type", "news"]).code, 1);
}
