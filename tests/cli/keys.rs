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
    assert_eq!((weak.code, weak.err.lines().count()), (0, 1), "{}", weak.err);
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
    // It is the first user's.
    let outcome = with(&good, &["check", "--user", "kari"]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (2, "usage"));
}
