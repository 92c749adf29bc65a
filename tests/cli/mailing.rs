//! Mailings, as scripts send them.

use serde_json::{Value, json};

use crate::Home;

fn add(home: &Home, last: &str, email: &str) -> String {
    let (last, email) = (format!("last_name={last}"), format!("email={email}"));
    let id = home.call(&["add", &last, &email, "country=NO"]).answer()["id"].as_str().unwrap().to_owned();
    let consent = ["--purpose", "marketing", "--basis", "consent", "--source", "fair"];
    home.call(&[&["basis", "set", &id], consent.as_slice()].concat()).answer();
    home.call(&["mail", "notice", &id, "--told", "oral"]).answer();
    id
}

fn reasons(answer: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut all: Vec<_> =
        answer["held"].as_array().unwrap().iter().map(|one| (text(&one["id"]), text(&one["reason"]))).collect();
    all.sort();
    all
}

/// A home with three people in a selection: one who may get a mailing, one at the same address, and one who objects.
fn prepared() -> (Home, [String; 3]) {
    let home = Home::with_vault();
    let ids = [("Berg", "a@example.org"), ("Dal", "A@example.org"), ("Eik", "e@example.org")]
        .map(|(last, email)| add(&home, last, email));
    home.call(&["object", &ids[2], "--purpose", "marketing"]).answer();
    let file = home.dir.path().join("ids.txt");
    std::fs::write(&file, ids.join("\n")).unwrap();
    home.call(&["selection", "create", "Alle", "--ids", file.to_str().unwrap()]).answer();
    (home, ids)
}

#[test]
fn a_mailing_is_planned_queued_paused_and_stopped() {
    let (home, [first, same, objects]) = prepared();
    let text = home.dir.path().join("text.txt");
    std::fs::write(&text, "Vi har nye fisker.").unwrap();
    let create = [
        "mailing",
        "create",
        "Mai",
        "--selection",
        "Alle",
        "--template",
        "newsletter",
        "--type",
        "news",
        "--subject",
        "Nytt i mai",
        "--text-file",
        text.to_str().unwrap(),
        "--attach",
        text.to_str().unwrap(),
    ];
    let held = {
        let mut held = vec![(same, "duplicate".to_owned()), (objects, "objects".to_owned())];
        held.sort();
        held
    };
    let plan = home.call(&[create.as_slice(), &["--dry-run"]].concat()).answer();
    assert_eq!((&plan["queued"], &plan["dry_run"], reasons(&plan)), (&json!(1), &json!(true), held.clone()));
    assert_eq!(home.call(&["mailing", "list"]).answer()["mailings"], json!([]));

    let done = home.call(&create).answer();
    assert_eq!((&done["queued"], &done["duplicates"], reasons(&done)), (&json!(1), &json!(1), held));
    let id = done["mailing_id"].as_str().unwrap();
    let messages = home.call(&["mail", "list"]).answer();
    let messages = messages["messages"].as_array().unwrap();
    assert_eq!(messages.len(), 1);
    assert_eq!((&messages[0]["person"], &messages[0]["subject"]), (&json!(first), &json!("Nytt i mai")));
    assert_eq!(home.call(&create).code, 4, "a name belongs to one mailing");

    let shown = home.call(&["mailing", "show", "Mai"]).answer();
    assert_eq!((&shown["id"], &shown["state"], &shown["persons"]), (&json!(id), &json!("sending"), &json!(3)));
    let states: Vec<_> = shown["recipients"].as_array().unwrap().iter().map(|one| &one["status"]).collect();
    assert!(states.contains(&&json!("queued")) && states.contains(&&json!("objects")), "{states:?}");

    assert_eq!(home.call(&["mailing", "pause", "Mai"]).answer()["state"], json!("paused"));
    assert_eq!(home.call(&["mailing", "pause", "Mai"]).code, 4);
    assert_eq!(home.call(&["mailing", "resume", id]).answer()["state"], json!("sending"));
    let stopped = home.call(&["mailing", "stop", "Mai"]).answer();
    assert_eq!((&stopped["state"], &stopped["removed"]), (&json!("stopped"), &json!(1)));
    assert_eq!(home.call(&["mail", "list"]).answer()["messages"], json!([]));
    let kinds = home.call(&["journal", "list"]).answer();
    let kinds: Vec<_> =
        kinds["entries"].as_array().unwrap().iter().filter_map(|entry| entry["kind"].as_str()).collect();
    for kind in ["mailing-queued", "mailing-paused", "mailing-resumed", "mailing-stopped"] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
}

#[test]
fn a_breach_is_told_whatever_they_said_and_wrong_calls_are_refused() {
    let (home, _) = prepared();
    let breach = ["mailing", "breach", "Brudd", "--selection", "Alle", "--what", "Tyveri", "--consequences", "Lite"];
    assert_eq!(home.call(&breach).code, 2, "what is done about it is missing");
    assert_eq!(home.call(&[breach.as_slice(), &["--measures", " "]].concat()).code, 4);
    let told = home.call(&[breach.as_slice(), &["--measures", "Sperret"]].concat()).answer();
    assert_eq!((&told["queued"], &told["duplicates"]), (&json!(3), &json!(0)), "each is told, also at one address");
    for (call, code) in [
        (["mailing", "create", "A", "--selection", "Ingen", "--type", "news"].as_slice(), 1),
        (&["mailing", "create", "A", "--selection", "Alle", "--type", "gossip"], 2),
        (&["mailing", "create", "A", "--selection", "Alle", "--type", "news", "--template", "gossip"], 1),
        (&["mailing", "create", "A", "--selection", "Alle", "--type", "news", "--template", "notice"], 4),
        (&["mailing", "create", "A", "--selection", "Alle", "--type", "news", "--override", ""], 4),
        (&["mailing", "create", "A", "--type", "news"], 2),
        (&["mailing", "test", "A", "--selection", "Alle", "--type", "news"], 4),
        (&["mailing", "show", "A"], 1),
    ] {
        assert_eq!(home.call(call).code, code, "{call:?}");
    }
}

#[test]
fn a_stop_is_overridden_for_a_reason() {
    let home = Home::with_vault();
    let id = home.call(&["add", "last_name=Berg", "email=a@example.org"]).answer()["id"].as_str().unwrap().to_owned();
    let file = home.dir.path().join("ids.txt");
    std::fs::write(&file, id).unwrap();
    let create = ["mailing", "create", "Mai", "--ids", file.to_str().unwrap(), "--type", "news"];
    let refused = home.call(&create).answer();
    assert_eq!((&refused["queued"], &refused["mailing_id"]), (&json!(0), &Value::Null));
    assert_eq!(refused["held"][0]["reason"], json!("no-consent"));
    let let_past = home.call(&[create.as_slice(), &["--override", "Ringte og ba om det"]].concat()).answer();
    assert_eq!(let_past["queued"], json!(1));
}
