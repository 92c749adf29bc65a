//! Passphrases and the recovery key.

use serde_json::json;

use super::Home;

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let home = Home::with_vault();
    let (old, new) = (home.text("input/passphrase"), home.file("new", "seven quiet herons crossed\n"));
    let vault = home.text("vault");
    let changed = home.call(&["passphrase", "--new-passphrase-file", &new]).answer();
    assert_eq!(changed, json!({ "user": "me", "changed": true, "warnings": [] }));
    let open = |file: &str| home.plain(&["check", "--vault", &vault, "--passphrase-file", file]).code;
    assert_eq!((open(&old), open(&new)), (3, 0));

    let empty = home.file("empty", "\n");
    let change = |to: &str| {
        home.plain(&["passphrase", "--new-passphrase-file", to, "--vault", &vault, "--passphrase-file", &new])
    };
    assert_eq!((change(&empty).code, change("nowhere").code, open(&new)), (1, 1, 0));
    let weak = change(&home.file("weak", "kartotek1"));
    assert_eq!((weak.code, weak.err.lines().count(), open(&new)), (1, 1, 0), "{}", weak.err);
}

#[test]
fn no_card_file_is_made_with_a_passphrase_that_is_easily_guessed() {
    let home = Home::new();
    let weak = home.file("weak", "abc\n");
    let dir = home.text("new");
    let made = home.plain(&["--json", "--passphrase-file", &weak, "init", &dir]);
    assert_eq!((made.code, made.error().0.as_str()), (1, "invalid"));
    assert!(!home.path("new").exists());
    // Sample people are nobody's.
    let made = home.plain(&["--json", "--passphrase-file", &weak, "demo", &dir, "--persons", "3"]);
    assert_eq!(made.code, 0, "{}", made.out);
}

#[test]
fn the_recovery_key_opens_what_a_forgotten_passphrase_does_not() {
    let home = Home::new();
    let made = home.call(&["init", &home.text("vault")]).answer();
    let key = made["recovery_key"].as_str().unwrap();
    let vault = home.text("vault");
    let good = home.file("key", &format!("{key}\n"));
    let with = |file: &str, arguments: &[&str]| {
        home.plain(&[&["--json", "--recovery-key-file", file, "--vault", &vault], arguments].concat())
    };
    assert_eq!(with(&good, &["check"]).answer()["ok"], true);
    assert_eq!(with(&good, &["interest", "7", "-events"]).error().0, "not-found", "a hyphen is still a minus");
    let new = home.file("new", "seven quiet herons crossed");
    with(&good, &["passphrase", "--new-passphrase-file", &new]).answer();
    assert_eq!(home.call(&["check"]).error().0, "wrong-passphrase");
    assert_eq!(home.plain(&["check", "--vault", &vault, "--passphrase-file", &new]).code, 0);
    assert_eq!(with(&good, &["check"]).answer()["ok"], true, "the key stays");

    let other = Home::new();
    let other = other.call(&["init", &other.text("vault")]).answer()["recovery_key"].as_str().unwrap().to_owned();
    let typo = format!("{}{}", if key.starts_with('7') { '8' } else { '7' }, &key[1..]);
    for text in [other.as_str(), &typo, "7", ""] {
        let outcome = with(&home.file("wrong", text), &["check"]);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (3, "wrong-passphrase"), "{text}");
        assert!(outcome.error().1.contains("Nothing was"), "{}", outcome.error().1);
        assert!(text.len() < 10 || !outcome.out.contains(text));
    }
    let nowhere = with("nowhere", &["check"]);
    assert_eq!((nowhere.code, nowhere.error().0.as_str()), (1, "file"));
    // It opens for anybody who works here, and for nobody else.
    let outcome = with(&good, &["check", "--user", "kari"]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (3, "unknown-user"));
}

#[test]
fn a_new_recovery_key_takes_the_place_of_the_old_one() {
    let home = Home::new();
    let made = home.call(&["init", &home.text("vault")]).answer();
    let vault = home.text("vault");
    let with = |key: &str, arguments: &[&str]| {
        let file = home.file("key", key);
        home.plain(&[&["--json", "--recovery-key-file", &file, "--vault", &vault], arguments].concat())
    };
    let old = made["recovery_key"].as_str().unwrap();
    let new = home.call(&["recovery-key", "new"]).answer()["recovery_key"].as_str().unwrap().to_owned();
    assert_ne!(old, new);
    assert_eq!(with(old, &["check"]).error().0, "wrong-passphrase");
    assert_eq!(with(&new, &["check"]).answer()["ok"], true);
    // The key itself shows that another may take its place.
    let newest = with(&new, &["recovery-key", "new"]).answer()["recovery_key"].as_str().unwrap().to_owned();
    assert_eq!((with(&new, &["check"]).code, with(&newest, &["check"]).code), (3, 0));
    assert!(home.say(&["recovery-key", "new"]).out.contains("shown only now"));
    assert_eq!(home.call(&["check"]).answer()["ok"], true, "the passphrase stays, and the journal holds");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_keychain_nothing_is_remembered() {
    let home = Home::with_vault();
    let nothing = json!({ "remembered": false, "until": null });
    assert_eq!(home.call(&["remember", "status"]).answer(), nothing);
    assert_eq!(home.call(&["remember", "off"]).answer(), nothing);
    // There is no message bus in the surroundings of a test.
    let outcome = home.call(&["remember", "on"]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "failed"));
    assert!(outcome.error().1.contains("Nothing was changed"), "{}", outcome.error().1);
    assert_eq!(home.call(&["remember", "status"]).answer(), nothing);
}

#[test]
fn settings_have_keys_and_refuse_what_they_do_not_take() {
    let home = Home::with_vault();
    assert_eq!(home.call(&["settings", "get"]).answer()["lock.minutes"], "5");
    assert_eq!(home.call(&["settings", "set", "lock.minutes", "15"]).answer(), json!({ "lock.minutes": "15" }));
    let file = home.file("minutes", "20\n");
    home.call(&["settings", "set", "lock.minutes", "--value-file", &file]).answer();
    assert_eq!(home.call(&["settings", "get", "lock.minutes"]).answer(), json!({ "lock.minutes": "20" }));
    assert_eq!(home.say(&["settings", "get", "lock"]).out, "lock.minutes  20\n");
    for (value, code, kind) in [("soon", 1, "invalid"), ("1441", 1, "invalid"), ("", 1, "invalid")] {
        let outcome = home.call(&["settings", "set", "lock.minutes", value]);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (code, kind), "{value}");
        assert!(outcome.error().1.contains("Nothing was changed"), "{}", outcome.error().1);
    }
    for arguments in [&["settings", "get", "lock.hours"][..], &["settings", "set", "lock.minutes"]] {
        let outcome = home.call(arguments);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (2, "usage"), "{arguments:?}");
    }
    assert_eq!(home.call(&["settings", "get", "lock.minutes"]).answer(), json!({ "lock.minutes": "20" }));
    assert_eq!(home.call(&["--locked", "check"]).error().0, "usage", "the lock is the window's");
}
