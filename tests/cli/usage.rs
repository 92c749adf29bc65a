//! Calls that cannot be understood, help, and where answers go.

use std::process::Stdio;

use super::Home;

#[test]
fn wrong_usage_gives_2_and_is_said_in_json_where_asked_for() {
    let home = Home::with_vault();
    home.import("First name,Last name\nÅse,Ødegård\n");
    let id = home.only("ødegård");
    let people = home.text("input/people.csv");
    let basis = ["--purpose", "sales", "--basis", "contract", "--source", "user"];
    let set = |word: usize, value: &'static str| {
        let mut basis = basis;
        basis[word] = value;
        [&["basis", "set", &id], basis.as_slice()].concat()
    };
    let import = |more: &[&'static str]| [&["import", people.as_str()], basis.as_slice(), more].concat();
    let calls: Vec<Vec<&str>> = vec![
        vec!["nothing"],
        vec!["check", "--nothing"],
        vec!["find"],
        vec!["find", "x", "--limit", "many"],
        vec!["check", "--lang", "de"],
        vec!["edit", &id],
        vec!["edit", &id, "title"],
        vec!["edit", &id, "shoe_size=43"],
        vec!["edit", &id, "custom:shoe-size=43"],
        vec!["edit", &id, "created_at=2020-01-01"],
        vec!["edit", &id, "emails=a@example.org"],
        vec!["interest", &id, "events"],
        vec!["interest", &id, "-"],
        vec!["basis", "set", &id, "--purpose", "sales"],
        set(1, "world-domination"),
        set(3, "whim"),
        set(5, "hearsay"),
        vec!["import", &people, "--purpose", "sales", "--basis", "contract"],
        import(&["--map", "Nobody=note"]),
        import(&["--map", "1=nothing"]),
        import(&["--on-duplicate", "merge"]),
        import(&["--format", "pdf"]),
        vec!["--demo", "check"],
        vec!["add"],
        vec!["add", "last_name"],
        vec!["add", "last_name=Aas", "shoe_size=43"],
        vec!["add", "last_name=Aas", "interests=events"],
        vec!["add", "last_name=Aas", "--purpose", "sales"],
        vec!["add", "last_name=Aas", "--basis", "contract", "--source", "user"],
        vec!["add", "last_name=Aas", "--comment", "x"],
        vec!["add", "last_name=Aas", "--purpose", "sales", "--basis", "whim", "--source", "user"],
        vec!["picture", "set", &id],
        vec!["field", "add", "size", "--name", "Size"],
        vec!["field", "add", "size", "--name", "Size", "--type", "colour"],
        vec!["field", "add", "size", "--name", "Size", "--type", "number", "--choice", "1"],
        vec!["field", "edit", "size", "--active", "perhaps"],
        vec!["wording", "list", "--purpose", "world-domination"],
        vec!["wording", "add", "--purpose", "sales", "--language", "tlh", "--text-file", &people],
        vec!["lists", "nothing"],
        vec!["language", "de"],
        vec!["passphrase"],
        vec!["basis", "export", &id],
        vec!["basis", "evidence", &id, "--out", "x"],
    ];
    for call in calls {
        let outcome = home.call(&call);
        assert_eq!((outcome.code, outcome.error().0.as_str()), (2, "usage"), "{call:?}");
        let said = home.say(&call);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{call:?}");
        assert!(!said.err.is_empty(), "{call:?}");
    }
    let card = home.call(&["show", &id]).answer();
    assert_eq!(card["legal_bases"].as_array().unwrap().len(), 1);
    assert_eq!(home.call(&["find", ""]).answer()["total"], 1);
    let (_, message) = home.call(&set(1, "world-domination")).error();
    assert!(message.contains("sales, marketing"), "{message}");
}

#[test]
fn help_and_version_need_no_vault() {
    let home = Home::new();
    for arguments in [&["--help"][..], &["import", "--help"], &["import", "undo", "--help"], &["basis", "set", "-h"]] {
        let outcome = home.plain(arguments);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{arguments:?}");
        assert!(outcome.out.contains("--passphrase-file"), "{}", outcome.out);
        assert!(!outcome.out.contains("cli-"), "{}", outcome.out);
    }
    assert!(home.plain(&["--help", "--lang", "sv"]).out.contains("kartotek"));
    assert!(home.plain(&["--version"]).out.starts_with("kartotek "));
}

#[test]
fn without_a_display_there_is_one_sentence() {
    let home = Home::new();
    for arguments in [&[][..], &["--demo"], &["--lang", "nb"]] {
        let outcome = home.plain(arguments);
        assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.lines().count()), (1, "", 1), "{}", outcome.err);
    }
}

#[test]
fn who_stops_listening_is_not_a_fault() {
    let home = Home::with_vault();
    let mut program = home.program();
    program.args(["find", "", "--json"]).args(home.options()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}
