//! Making, opening and checking card files.

use kartotek::i18n::Lang;
use kartotek::office::Office;
use kartotek::vault::Passphrase;

use super::{Home, PASSPHRASE, finish};

#[test]
fn init_makes_a_vault_that_opens_and_is_in_order() {
    let home = Home::new();
    let made = home.call(&["init", &home.text("vault")]).answer();
    assert_eq!(made["vault_id"].as_str().unwrap().len(), 32);
    assert!(made["recovery_key"].as_str().unwrap().len() > 20);
    assert!(home.path("vault").join("vault.db").exists());
    let check = home.call(&["check"]).answer();
    assert_eq!((&check["ok"], check["findings"].as_array().unwrap().len()), (&true.into(), 0));
    assert_eq!(home.say(&["check"]).out, "Everything is in order.\n");
    // What is there is never overwritten.
    let again = home.call(&["init", &home.text("vault")]);
    assert_eq!((again.code, again.error().0.as_str()), (1, "occupied"));
    let again = home.call(&["init", &home.text("input")]);
    assert_eq!((again.code, again.error().0.as_str()), (1, "occupied"));
    home.call(&["check"]).answer();
}

#[test]
fn init_says_in_words_where_the_vault_is_and_what_opens_it() {
    let home = Home::new();
    let vault = home.text("vault");
    let said = home.say(&["init", &vault]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains(&vault) && said.out.contains("Recovery key"), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn files_are_private_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let mut shell = std::process::Command::new("sh");
    home.surround(&mut shell);
    let script = r#"umask 000; exec "$@""#;
    let program = env!("CARGO_BIN_EXE_kartotek");
    shell.args(["-c", script, "sh", program, "init", &home.text("vault")]).args(home.options());
    assert_eq!(finish(&mut shell).code, 0);
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for folder in ["vault", "vault/attachments", "vault/backups"] {
        assert_eq!(mode(&home.path(folder)), 0o700, "{folder}");
    }
    let files = super::files_below(&home.path("vault"));
    assert!(files.len() >= 3);
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn who_may_not_in_gets_3_and_what_is_not_there_1() {
    let home = Home::with_vault();
    let vault = home.text("vault");
    let wrong = home.file("wrong", "another horse");
    let right = home.text("input/passphrase");
    let nowhere = home.text("nowhere");
    let table: [(&[&str], i32, &str); 7] = [
        (&["--vault", &vault, "--passphrase-file", &wrong, "check"], 3, "wrong-passphrase"),
        (&["--vault", &vault, "--passphrase-file", &right, "--user", "kari", "check"], 3, "unknown-user"),
        (&["--vault", &nowhere, "--passphrase-file", &right, "check"], 1, "no-vault"),
        (&["--vault", &vault, "--passphrase-file", &nowhere, "check"], 1, "file"),
        // Nobody to ask: there is no terminal.
        (&["--vault", &vault, "check"], 1, "no-passphrase"),
        (&["--passphrase-file", &right, "check"], 1, "no-vault"),
        (&["--passphrase-file", &right, "init", &vault], 1, "occupied"),
    ];
    for (arguments, code, kind) in table {
        let outcome = home.plain(&[arguments, &["--json"]].concat());
        let (found, message) = outcome.error();
        assert_eq!((outcome.code, found.as_str()), (code, kind), "{arguments:?}");
        let said = home.plain(arguments);
        assert_eq!((said.code, said.out.as_str(), said.err.trim_end()), (code, "", message.as_str()), "{arguments:?}");
    }
}

#[test]
fn one_command_at_a_time() {
    let home = Home::with_vault();
    let office = Office::open(&home.path("vault"), "me", &Passphrase::new(PASSPHRASE), Lang::En).unwrap();
    let outcome = home.call(&["find", "x"]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (3, "in-use"));
    office.close();
    home.call(&["find", "x"]).answer();
}

#[test]
fn the_environment_stands_in_for_options() {
    let home = Home::with_vault();
    let with = |user: &str, arguments: &[&str]| {
        let mut program = home.program();
        program.env("KARTOTEK_VAULT", home.path("vault"));
        program.env("KARTOTEK_PASSPHRASE_FILE", home.path("input/passphrase"));
        finish(program.env("KARTOTEK_USER", user).args(arguments))
    };
    assert_eq!(with("me", &["check"]).code, 0);
    assert_eq!(with("", &["check"]).code, 0);
    assert_eq!(with("kari", &["check"]).code, 3);
    // An option goes before.
    assert_eq!(with("kari", &["--user", "me", "check"]).code, 0);
    assert_eq!(with("me", &["check", "--vault", "nowhere"]).code, 1);
}

#[test]
fn the_passphrase_file_may_end_as_windows_ends_lines() {
    let home = Home::with_vault();
    home.file("passphrase", &format!("{PASSPHRASE}\r\n"));
    home.call(&["check"]).answer();
    home.file("passphrase", &format!("{PASSPHRASE}\n\n"));
    assert_eq!(home.call(&["check"]).code, 3);
}

#[test]
fn sentences_come_in_the_language_asked_for() {
    let home = Home::with_vault();
    let wrong = home.file("wrong", "another horse");
    let vault = home.text("vault");
    let said = |lang: &str| home.plain(&["check", "--vault", &vault, "--passphrase-file", &wrong, "--lang", lang]).err;
    assert!(said("en").contains("Nothing was changed"), "{}", said("en"));
    assert!(said("nb").contains("Ingenting"), "{}", said("nb"));
    assert!(said("sv").contains("lösenfras"), "{}", said("sv"));
}

#[test]
fn damage_is_found_and_gives_1() {
    let home = Home::with_vault();
    std::fs::write(home.path("vault/attachments").join("0".repeat(32)), "x").unwrap();
    let outcome = home.call(&["check"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
    let json = outcome.json();
    assert_eq!(json["ok"], false);
    assert_eq!(json["findings"][0]["code"], "files-without-attachment", "{json}");
    assert!(home.say(&["check"]).out.contains("belongs to no card"));
}

#[test]
fn a_missing_note_of_the_journals_end_is_told_by_whatever_checks_it() {
    let home = Home::with_vault();
    home.import("First name,Last name,E-mail\nÅse,Ødegård,ase@example.org\n");
    let checks: [&[&str]; 2] = [&["journal", "verify"], &["run"]];
    for check in checks {
        std::fs::remove_file(home.path("vault/vault.head")).unwrap();
        let told = home.call(check);
        assert!(told.code == 1 && told.out.contains("\"note_missing\": true"), "{check:?}: {} {}", told.code, told.out);
        let again = home.call(check);
        assert!(again.code == 0 && again.out.contains("\"note_missing\": false"), "{check:?}: it is written anew");
    }
}
