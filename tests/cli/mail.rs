//! The account for mail, the outbox, and sending.

use serde_json::json;

use super::mail_server::{At, Manner, PASSWORD, Server, USER};
use super::{Home, Outcome, finish};

impl Home {
    /// Calls the program with a server's authority among those the system trusts.
    fn with(&self, server: &Server, arguments: &[&str]) -> Outcome {
        let file = self.file("authority.pem", &server.authority_pem);
        let mut program = self.program();
        program.env("SSL_CERT_FILE", file);
        finish(program.arg("--json").args(arguments).args(self.options()))
    }

    fn account(&self, server: &Server) {
        let port = server.port.to_string();
        let secret = self.file("secret", &format!("{PASSWORD}\n"));
        for (key, value) in [("mail.host", "localhost"), ("mail.port", &port), ("mail.user", USER)] {
            self.call(&["settings", "set", key, value]).answer();
        }
        let set = self.call(&["settings", "set", "mail.password", "--value-file", &secret]).answer();
        assert_eq!(set, json!({ "mail.password": "********" }));
    }

    /// Erases somebody who is to be told by mail.
    fn gone(&self, name: &str) {
        let mail = format!("email={name}@example.com");
        let id = self.call(&["add", &format!("last_name={name}"), &mail]).answer()["id"].as_str().unwrap().to_owned();
        self.call(&["erase", &id, "--tell", "mail"]).answer();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_outbox_is_sent_and_told() {
    let server = Server::start(true, Manner::Good);
    let home = Home::with_vault();
    let none = home.call(&["mail", "send"]).answer();
    assert_eq!(
        (&none["sent"], &none["failed"], &none["unknown"], &none["held"]),
        (&json!(0), &json!(0), &json!(0), &json!([]))
    );
    home.gone("borte");
    let refused = home.call(&["mail", "send"]);
    assert_eq!((refused.code, refused.error().0.as_str()), (4, "refused"));
    home.account(&server);
    let listed = home.call(&["mail", "list"]).answer();
    let message = &listed["messages"][0];
    assert_eq!(
        (&message["state"], &message["kind"], &message["address"]),
        (&json!("queued"), &json!("erased"), &json!("borte@example.com"))
    );
    let id = message["id"].as_str().unwrap();
    home.call(&["mail", "hold", id]).answer();
    assert_eq!(home.call(&["mail", "list", "--state", "held"]).answer()["messages"][0]["id"], id);
    assert_eq!(home.with(&server, &["mail", "send"]).answer()["sent"], 0);
    home.call(&["mail", "release", id]).answer();
    let planned = home.call(&["mail", "send", "--dry-run"]).answer();
    assert_eq!((&planned["due"], &planned["sent"]), (&json!([id]), &json!(1)));
    assert!(server.messages().is_empty());
    let tried = home.with(&server, &["mail", "test"]).answer();
    assert_eq!((&tried["ok"], &tried["to"], tried["steps"].as_array().unwrap().len()), (&json!(true), &json!(USER), 9));
    let sent = home.with(&server, &["mail", "send"]).answer();
    assert_eq!((&sent["sent"], &sent["waiting"]), (&json!(1), &json!(0)), "{sent}");
    assert_eq!(server.messages().last().unwrap().to, "borte@example.com");
    assert_eq!(home.call(&["mail", "list"]).answer(), json!({ "messages": [] }), "nothing of who was erased is kept");
    // Without the authority, the server is nobody's.
    home.gone("annen");
    let strange = home.call(&["mail", "send"]);
    assert_eq!((strange.code, &strange.json()["problem"]["why"]), (1, &json!("certificate")), "{}", strange.out);
    let round = home.with(&server, &["run"]);
    let round = round.json();
    let step = round["steps"].as_array().unwrap().iter().find(|step| step["step"] == "outbox").unwrap();
    assert_eq!(step["sent"], 1);
    let kinds = home.call(&["journal", "list"]).answer().to_string();
    for kind in ["mail-held", "mail-sent", "letter-sent"] {
        assert!(kinds.contains(kind), "{kind}");
    }
    assert!(!server.leaked("borte"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_may_have_been_sent_stays_until_somebody_says() {
    let server = Server::start(true, Manner::Drops(At::Text));
    let home = Home::with_vault();
    home.account(&server);
    home.gone("borte");
    let sent = home.with(&server, &["mail", "send"]).answer();
    assert_eq!((&sent["sent"], &sent["unknown"]), (&json!(0), &json!(1)));
    assert_eq!(home.with(&server, &["mail", "send"]).answer()["unknown"], 0);
    let unknown = home.call(&["mail", "list", "--state", "unknown"]).answer();
    let id = unknown["messages"][0]["id"].as_str().unwrap().to_owned();
    let before = unknown["messages"][0]["message_id"].clone();
    home.call(&["mail", "resend", &id]).answer();
    let again = home.call(&["mail", "list"]).answer();
    assert_eq!((&again["messages"][0]["state"], &again["messages"][0]["message_id"]), (&json!("queued"), &before));
    assert_eq!(home.call(&["mail", "resend", &id]).code, 4);
    assert_eq!(home.call(&["mail", "hold", "99"]).code, 1);
}

#[test]
fn the_password_is_shown_to_nobody() {
    let server = Server::start(true, Manner::Good);
    let home = Home::with_vault();
    home.account(&server);
    home.call(&["settings", "set", "mail.token_command", "print-token me"]).answer();
    let get = home.call(&["settings", "get", "mail.password"]);
    assert_eq!(get.answer()["mail.password"], "********");
    let all = home.call(&["settings", "get"]).out;
    let history = home.call(&["settings", "history"]).out;
    let journal = home.call(&["journal", "list"]).out;
    let file = home.text("settings.json");
    home.call(&["settings", "export", &file]).answer();
    let exported = std::fs::read_to_string(&file).unwrap();
    for (what, text) in [("all", &all), ("history", &history), ("journal", &journal), ("export", &exported)] {
        assert!(!text.contains(PASSWORD), "{what}");
    }
    assert!(!exported.contains("mail.password") && !exported.contains("token_command"), "{exported}");
    assert!(exported.contains("mail.host"));
    // A form that hands the mask back changes nothing.
    home.call(&["settings", "set", "mail.password", "********"]).answer();
    home.call(&["settings", "import", &file]).answer();
    assert_eq!(home.call(&["settings", "get", "mail.password"]).answer()["mail.password"], "********");
    // A file can name no program to be run.
    let hostile = home.file(
        "hostile.json",
        r#"{"format": "kartotek settings", "version": 1, "settings": {"mail.token_command": "rm -rf"}}"#,
    );
    let refused = home.call(&["settings", "import", &hostile]);
    assert_ne!(refused.code, 0);
    assert_eq!(home.call(&["settings", "get", "mail.token_command"]).answer()["mail.token_command"], "print-token me");
    home.call(&["settings", "unset", "mail.password"]).answer();
    assert_eq!(home.call(&["settings", "get", "mail.password"]).answer()["mail.password"], "");
}
