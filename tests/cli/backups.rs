//! Backups, the journal, and the daily round.

use kartotek::i18n::Lang;
use kartotek::office::Office;
use kartotek::vault::Passphrase;

use super::{Home, PASSPHRASE};

const PEOPLE: &str = "First name,Last name,Company,E-mail\nÅse,Ødegård,Fjordfisk AS,ase@example.org\nTor,Berg,Bergvik AS,tor@example.org\n";

#[test]
fn a_backup_is_made_and_restored_on_another_computer() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let file = home.text("all.kartotek-backup");
    let made = home.call(&["backup", "create", &file]).answer();
    assert_eq!((&made["persons"], &made["companies"]), (&2.into(), &2.into()));
    assert!(made["at"].as_str().unwrap().ends_with('Z'), "{made}");
    home.import("First name,Last name\nKari,Later\n");

    // Nothing but the file and the passphrase.
    let dir = home.text("restored");
    let words = home.text("input/passphrase");
    let restore = |dir: &str| home.plain(&["--json", "--passphrase-file", &words, "backup", "restore", &file, dir]);
    let restored = restore(&dir).answer();
    assert_eq!((&restored["persons"], &restored["erased_again"]), (&2.into(), &0.into()));
    // Who was erased since is known elsewhere.
    let beside = home.text("beside");
    let said = home.plain(&["--passphrase-file", &words, "backup", "restore", &file, &beside]);
    assert!(said.code == 0 && said.err.contains("--vault"), "{}", said.err);
    let there = |arguments: &[&str]| {
        home.plain(&[&["--json", "--vault", &dir, "--passphrase-file", &words], arguments].concat()).answer()
    };
    assert_eq!(there(&["find", "ødegård"])["total"], 1);
    assert_eq!(there(&["find", "later"])["total"], 0);
    assert_eq!(there(&["check"])["ok"], true);
    assert_eq!(there(&["journal", "verify"])["intact"], true);
    assert_eq!(home.call(&["find", "later"]).answer()["total"], 1, "the vault itself is as it was");
    // Never into a folder where something is.
    let again = restore(&dir);
    assert_eq!((again.code, again.error().0.as_str()), (1, "occupied"));
    let again = restore(&home.text("input"));
    assert_eq!((again.code, again.error().0.as_str()), (1, "occupied"));
}

#[test]
fn damaged_attachments_are_found_wherever_one_looks() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let person = home.only("ødegård");
    let evidence = home.file("yes.txt", "I agree.");
    let decided = ["basis", "set", &person, "--purpose", "marketing", "--basis", "consent", "--source", "email"];
    home.call(&[&decided as &[&str], &["--evidence", &evidence]].concat()).answer();
    let file = home.text("all.kartotek-backup");
    let made = home.call(&["backup", "create", &file]).answer();
    assert_eq!((&made["attachments_missing"], &made["attachments_damaged"]), (&0.into(), &0.into()));

    let attachment = super::files_below(&home.path("vault/attachments")).remove(0);
    let mut flipped = std::fs::read(&attachment).unwrap();
    flipped[30] ^= 1;
    for (bytes, code) in [
        (Some(Vec::new()), "attachments-damaged"),
        (Some(flipped), "attachments-damaged"),
        (None, "attachments-without-file"),
    ] {
        match &bytes {
            Some(bytes) => std::fs::write(&attachment, bytes).unwrap(),
            None => std::fs::remove_file(&attachment).unwrap(),
        }
        let checked = home.call(&["check"]);
        assert_eq!((checked.code, &checked.json()["findings"][0]["code"]), (1, &code.into()));
        let round = home.call(&["run"]);
        assert_eq!((round.code, &round.json()["steps"][0]["ok"]), (1, &false.into()), "{}", round.out);
        let made = home.call(&["backup", "create", &file]).answer();
        let counts = (made["attachments_missing"].as_u64(), made["attachments_damaged"].as_u64());
        assert_eq!(counts, if bytes.is_some() { (Some(0), Some(1)) } else { (Some(1), Some(0)) });
        let said = home.say(&["backup", "create", &file]);
        assert_eq!(said.code, 0);
        assert!(said.err.contains("attachments are missing"), "{}", said.err);
    }
}

#[test]
fn an_older_file_put_back_is_said_by_whatever_opens_it() {
    let home = Home::with_vault();
    let database = home.path("vault/vault.db");
    let older = std::fs::read(&database).unwrap();
    home.import(PEOPLE);
    std::fs::write(&database, older).unwrap();
    let found = home.call(&["find", "ødegård"]);
    assert_eq!((found.code, found.json()["total"].as_u64()), (0, Some(0)));
    assert!(found.err.starts_with("The journal has fewer entries"), "{}", found.err);
    assert_eq!(found.err.lines().count(), 1);
}

#[test]
fn the_recovery_key_alone_restores_a_backup() {
    let home = Home::new();
    let made = home.call(&["init", &home.text("vault")]).answer();
    let key = home.file("key", made["recovery_key"].as_str().unwrap());
    let file = home.text("all.kartotek-backup");
    home.call(&["backup", "create", &file]).answer();
    let restored = home.plain(&["--json", "--recovery-key-file", &key, "backup", "restore", &file, &home.text("new")]);
    assert_eq!(restored.answer()["vault_id"], made["vault_id"]);
}

#[test]
fn what_is_no_good_backup_is_refused_in_its_own_words() {
    let home = Home::with_vault();
    let file = home.text("all.kartotek-backup");
    home.call(&["backup", "create", &file]).answer();
    let good = std::fs::read(&file).unwrap();
    let wrong = home.file("wrong", "another horse");
    let words = home.text("input/passphrase");
    let mut damaged = good.clone();
    damaged[9_000] ^= 4;
    let newer = [b"kartotek backup 2\n", &good[18..]].concat();
    /// A name, what the file holds, the passphrase, and exit code, kind and a part of the message.
    type Case<'a> = (&'a str, &'a [u8], &'a str, i32, &'a str, &'a str);
    let table: [Case<'_>; 5] = [
        ("foreign", b"Dear Kari", &words, 1, "damaged", "not a backup"),
        ("cut", &good[..good.len() / 2], &words, 1, "damaged", "cut short"),
        ("damaged", &damaged, &words, 1, "damaged", "is damaged"),
        ("newer", &newer, &words, 1, "newer-version", "newer version"),
        ("good", &good, &wrong, 3, "wrong-passphrase", "not the passphrase"),
    ];
    let new = home.text("new");
    for (name, bytes, passphrase, code, kind, part) in table {
        let path = home.path("input").join(name);
        std::fs::write(&path, bytes).unwrap();
        let path = path.to_str().unwrap();
        let outcome = home.plain(&["--json", "--passphrase-file", passphrase, "backup", "restore", path, &new]);
        let (found, message) = outcome.error();
        assert_eq!((outcome.code, found.as_str()), (code, kind), "{name}: {message}");
        assert!(message.contains(part) && message.contains("Nothing was changed"), "{name}: {message}");
        assert!(!home.path("new").exists(), "{name}");
    }
    let taken = home.file("letter", "Dear Kari");
    let outcome = home.call(&["backup", "create", &taken]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "occupied"));
    let outcome = home.call(&["backup", "create", &home.text("nowhere/file")]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (1, "file"));
}

#[test]
fn the_journal_is_listed_and_verified() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let id = home.only("ødegård");
    home.call(&["edit", &id, "title=Purchaser"]).answer();
    let entries = home.call(&["journal", "list"]).answer()["entries"].as_array().unwrap().clone();
    let kinds: Vec<_> = entries.iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.first(), Some(&"vault-created"));
    assert!(kinds.contains(&"imported") && kinds.last() == Some(&"person-edited"), "{kinds:?}");
    let theirs = home.call(&["journal", "list", "--person", &id, "--limit", "1"]).answer()["entries"][0].clone();
    assert_eq!(
        (&theirs["kind"], &theirs["person"], &theirs["by"]),
        (&"person-edited".into(), &id.as_str().into(), &"me".into())
    );
    assert_eq!(theirs["fields"].as_array().unwrap(), &["title"]);
    assert!(!serde_json::to_string(&entries).unwrap().contains("Purchaser"), "never the values");
    assert_eq!(
        home.call(&["journal", "list", "--since", "2100-01-01"]).answer()["entries"].as_array().unwrap().len(),
        0
    );
    let lately = home.call(&["journal", "list", "--since", "-30d"]).answer();
    assert!(!lately["entries"].as_array().unwrap().is_empty());
    assert_eq!(home.call(&["journal", "list", "--since", "some day"]).code, 2);
    assert_eq!(home.call(&["journal", "list", "--person", "7"]).code, 1);

    let numbers = |call: &[&str]| -> Vec<i64> {
        let call = [&["journal", "list"], call].concat();
        let entries = home.call(&call).answer()["entries"].as_array().unwrap().clone();
        entries.iter().map(|entry| entry["entry"].as_i64().unwrap()).collect()
    };
    let all = numbers(&[]);
    assert_eq!(numbers(&["--by", "me"]), all);
    assert_eq!(home.call(&["journal", "list", "--by", "kari"]).code, 1);
    assert_eq!(numbers(&["--kind", "person-edited"]), all[all.len() - 1..]);
    assert_eq!(numbers(&["--kind", "imports", "--kind", "person-edited"]).len(), 2);
    let nonsense = home.call(&["journal", "list", "--kind", "nonsense"]);
    assert_eq!((nonsense.code, nonsense.err.contains("person-edited")), (2, false));
    assert!(home.say(&["journal", "list", "--kind", "nonsense"]).err.contains("person-edited"));
    assert_eq!(numbers(&["--until", "2020-01-01"]), [0; 0]);
    assert_eq!(numbers(&["--until", "2100-01-01"]), all);
    assert_eq!(numbers(&["--before", "4", "--limit", "2"]), [2, 3]);

    let verdict = home.call(&["journal", "verify"]).answer();
    let end = verdict["end"].as_str().unwrap();
    home.call(&["edit", &id, "title=Buyer"]).answer();
    assert_eq!(home.call(&["journal", "verify", "--noted", end]).answer()["goes_on_from_noted"], true);
    let other = home.call(&["journal", "verify", "--noted", "2-0000-0000-0000-0000"]);
    assert_eq!((other.code, &other.json()["goes_on_from_noted"]), (1, &false.into()));
    assert_eq!((&verdict["intact"], &verdict["entries"]), (&true.into(), &entries.len().into()));
    assert_eq!(verdict["head"].as_str().unwrap().len(), 64);
    assert!(home.say(&["journal", "verify"]).out.starts_with("The journal is intact:"));
}

#[test]
fn an_older_file_put_back_is_found_and_gives_1() {
    let home = Home::with_vault();
    let older = std::fs::read(home.path("vault/vault.db")).unwrap();
    home.import(PEOPLE);
    std::fs::write(home.path("vault/vault.db"), older).unwrap();
    let verdict = home.call(&["journal", "verify"]);
    assert_eq!((verdict.code, verdict.err.as_str()), (1, ""));
    let json = verdict.json();
    assert_eq!(json["intact"], false);
    assert!(json["shorter_than"].as_i64().unwrap() > json["entries"].as_i64().unwrap(), "{json}");
    let check = home.call(&["check"]);
    assert_eq!((check.code, &check.json()["findings"][0]["code"]), (1, &"journal-shorter".into()));
    assert_eq!(home.call(&["run"]).code, 1);
}

#[test]
fn the_daily_round_does_what_is_due_once() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let steps = home.call(&["run"]).answer()["steps"].as_array().unwrap().clone();
    let names: Vec<_> = steps.iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert_eq!(names, ["integrity", "journal", "trash", "retention", "backup"]);
    assert!(steps.iter().all(|step| step["ok"] == true), "{steps:?}");
    assert_eq!((&steps[4]["made"], &steps[4]["persons"]), (&true.into(), &2.into()));
    let again = home.call(&["run"]).answer()["steps"][4].clone();
    assert_eq!((&again["made"], &again["last"]["file"]), (&false.into(), &steps[4]["file"]));
    let list = home.call(&["backup", "list"]).answer();
    assert_eq!(list["backups"].as_array().unwrap().len(), 1);
    // The window has it open: the scheduler is told, and tries again.
    let office = Office::open(&home.path("vault"), "me", &Passphrase::new(PASSPHRASE), Lang::En).unwrap();
    let outcome = home.call(&["run"]);
    assert_eq!((outcome.code, outcome.error().0.as_str()), (3, "in-use"));
    office.close();
}

#[test]
fn a_second_import_is_preceded_by_a_backup() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    assert_eq!(home.call(&["backup", "list"]).answer()["backups"].as_array().unwrap().len(), 0);
    home.import("First name,Last name\nKari,Nordli\n");
    let list = home.call(&["backup", "list"]).answer()["backups"].clone();
    assert_eq!((&list[0]["reason"], &list[0]["persons"]), (&"before-import".into(), &2.into()));
}

#[test]
fn backups_are_kept_where_the_settings_say() {
    let home = Home::with_vault();
    std::fs::create_dir(home.path("drive")).unwrap();
    let drive = home.text("drive");
    assert_eq!(home.call(&["settings", "set", "backup.dir", &drive]).answer()["backup.dir"], drive.as_str());
    assert_eq!(home.call(&["settings", "set", "backup.keep", "3"]).answer()["backup.keep"], "3");
    let made = home.call(&["run"]).answer()["steps"][4]["file"].as_str().unwrap().to_owned();
    assert!(made.starts_with(&drive), "{made}");
    assert_eq!(home.call(&["backup", "list"]).answer()["folder"], drive.as_str());
    for (key, value) in [("backup.dir", "drive"), ("backup.keep", "36")] {
        let refused = home.call(&["settings", "set", key, value]);
        assert_eq!((refused.code, refused.error().0.as_str()), (1, "invalid"), "{key}");
    }
}
