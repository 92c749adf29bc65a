//! People who work here, as scripts add, remove and change them.

use serde_json::json;

use crate::{Home, Outcome};

const HERS: &str = "seven quiet herons crossed";

fn as_kari(home: &Home, arguments: &[&str]) -> Outcome {
    let (vault, file) = (home.text("vault"), home.file("hers", HERS));
    let options = ["--json", "--user", "Kari", "--vault", &vault, "--passphrase-file", &file];
    home.plain(&[&options, arguments].concat())
}

fn with_kari() -> Home {
    let home = Home::with_vault();
    let hers = home.file("hers", HERS);
    let added = home.call(&["users", "add", "Kari", "--role", "seller", "--new-passphrase-file", &hers]).answer();
    assert_eq!(
        added,
        json!({ "name": "Kari", "initials": "K", "role": "seller", "last_unlock": null, "removed_at": null })
    );
    home
}

#[test]
fn people_are_added_listed_and_given_roles() {
    let home = with_kari();
    let users = home.call(&["users", "list"]).answer();
    assert_eq!((&users["users"][0]["name"], &users["users"][1]["name"]), (&json!("Kari"), &json!("me")));
    assert!(users["users"][1]["last_unlock"].is_string() && users["users"][0]["last_unlock"].is_null());
    as_kari(&home, &["add", "last_name=Aas"]).answer();
    assert!(home.call(&["users", "list"]).answer()["users"][0]["last_unlock"].is_string());
    let card = home.call(&["show", &home.only("aas")]).answer();
    assert_eq!(card["created_by"], "Kari");
    assert_eq!(home.call(&["users", "set-role", "Kari", "read-only"]).answer()["role"], "read-only");
    assert_eq!(as_kari(&home, &["add", "last_name=Bø"]).code, 4);
    home.call(&["settings", "set", "role.intern.rights", "see create"]).answer();
    assert_eq!(home.call(&["users", "set-role", "Kari", "intern"]).answer()["role"], "intern");
    as_kari(&home, &["add", "last_name=Bø"]).answer();
    assert!(home.say(&["users", "list"]).out.contains("intern"));
    let entries = home.call(&["journal", "list"]).answer()["entries"].to_string();
    for kind in ["user-added", "user-changed", "unlocked"] {
        assert!(entries.contains(kind), "{kind}");
    }
    for (call, code, kind) in [
        (&["users", "set-role", "Kari", "emperor"][..], 1, "not-found"),
        (&["users", "set-role", "Nobody", "seller"], 1, "not-found"),
        (&["users", "set-role", "me", "seller"], 4, "refused"),
        (&["users", "remove", "me"], 4, "refused"),
        (&["users", "remove", "Nobody"], 1, "not-found"),
        (&["settings", "unset", "role.intern.rights"], 4, "refused"),
    ] {
        let outcome = home.call(call);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (code, kind), "{call:?}");
    }
    let hers = home.file("hers", HERS);
    let again = home.call(&["users", "add", "KARI", "--role", "seller", "--new-passphrase-file", &hers]);
    assert_eq!((again.code, again.error().0.as_str()), (4, "refused"));
    let weak = home.file("weak", "abc");
    let weak = home.say(&["users", "add", "Ola", "--role", "seller", "--new-passphrase-file", &weak]);
    assert!(weak.code == 1 && weak.err.contains("easily guessed"), "{}", weak.err);
    assert!(!home.say(&["users", "list"]).out.contains("Ola"));
}

#[test]
fn who_was_removed_is_out_of_the_card_file_and_of_new_backups() {
    let home = with_kari();
    as_kari(&home, &["add", "last_name=Aas"]).answer();
    let (old, new) = (home.text("old.kartotek-backup"), home.text("new.kartotek-backup"));
    home.call(&["backup", "create", &old]).answer();
    let keys = std::fs::read(home.path("vault/vault.keys")).unwrap();
    let removed = home.call(&["users", "remove", "Kari"]).answer();
    assert_eq!(removed["removed"], "Kari");
    assert!(std::fs::exists(removed["backup"].as_str().unwrap()).unwrap());
    let out = as_kari(&home, &["find", ""]);
    assert_eq!((out.code, out.error().0.as_str()), (3, "unknown-user"));
    home.call(&["backup", "create", &new]).answer();
    let restore = |backup: &str, to: &str| as_kari(&home, &["backup", "restore", backup, &home.text(to)]).code;
    assert_eq!(restore(removed["backup"].as_str().unwrap(), "a"), 3);
    assert_eq!(restore(&new, "b"), 3);
    // The older one opens as it did, which removing says.
    assert_eq!(restore(&old, "c"), 0);
    // What she made stays, under her name, and the others go on.
    assert_eq!(home.call(&["show", &home.only("aas")]).answer()["created_by"], "Kari");
    assert!(home.call(&["users", "list"]).answer()["users"][0]["removed_at"].is_string());
    assert_eq!(home.call(&["check"]).answer()["ok"], true);
    assert_eq!(home.call(&["journal", "verify"]).answer()["intact"], true);

    let current = std::fs::read(home.path("vault/vault.keys")).unwrap();
    std::fs::write(home.path("vault/vault.keys"), keys).unwrap();
    let with_old_keys = as_kari(&home, &["find", ""]);
    assert_eq!((with_old_keys.code, with_old_keys.error().0.as_str()), (1, "damaged"));
    assert!(with_old_keys.error().1.contains("older"), "{}", with_old_keys.out);
    std::fs::write(home.path("vault/vault.keys"), current).unwrap();
    home.call(&["find", ""]).answer();
}

#[test]
fn the_recovery_key_opens_for_whom_it_is_asked_to() {
    let home = Home::new();
    let key = home.call(&["init", &home.text("vault")]).answer()["recovery_key"].as_str().unwrap().to_owned();
    let (key, hers) = (home.file("key", &key), home.file("hers", HERS));
    home.call(&["users", "add", "Kari", "--role", "seller", "--new-passphrase-file", &hers]).answer();
    // Somebody who forgot her passphrase gets a new one.
    let new = home.file("new", "eight quiet herons crossed");
    let vault = home.text("vault");
    let recover = ["--json", "--vault", &vault, "--recovery-key-file", &key, "--user", "Kari"];
    home.plain(&[recover.as_slice(), &["passphrase", "--new-passphrase-file", &new]].concat()).answer();
    assert_eq!(as_kari(&home, &["find", ""]).code, 3);
    let with_new = ["--json", "--vault", &vault, "--passphrase-file", &new, "--user", "Kari"];
    home.plain(&[with_new.as_slice(), &["find", ""]].concat()).answer();
    // Without a name, it opens for an owner.
    home.plain(&["--json", "--vault", &vault, "--recovery-key-file", &key, "users", "list"]).answer();
}
