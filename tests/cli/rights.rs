//! One test a right: who has nothing else but sight can do it with the right, and who has everything else cannot without.

use std::path::Path;

use serde_json::Value;

use crate::{Home, Outcome};

/// What a right allows: the call that is tried, of which each `{a}`, `{b}`, `{c}` and `{dir}` is filled in; `{c}` is
/// somebody whom another user looks after.
struct Allowed {
    right: &'static str,
    /// What else the call needs, besides sight.
    besides: &'static str,
    calls: &'static [&'static [&'static str]],
}

const fn allowed(right: &'static str, calls: &'static [&'static [&'static str]]) -> Allowed {
    Allowed { right, besides: "", calls }
}

/// Every right that something asks for. Whoever builds something that asks for another adds a line.
const ALLOWED: &[Allowed] = &[
    allowed(
        "see",
        &[
            &["find", "nordmann"],
            &["show", "{a}"],
            &["company", "find", "skarvfjord"],
            &["activity", "list", "{a}"],
            &["basis", "history", "{a}"],
            &["settings", "get", "trash.days"],
        ],
    ),
    Allowed {
        right: "see-others",
        besides: "edit legal-basis subscriptions export merge journal",
        calls: &[
            &["show", "{c}"],
            &["activity", "list", "{c}"],
            &["basis", "history", "{c}"],
            &["basis", "export", "{c}", "--out", "{dir}/hers.xlsx"],
            &["edit", "{c}", "city=Bodø"],
            &["relation", "add", "{a}", "{c}", "--kind", "colleague"],
            &["journal", "list", "--person", "{c}"],
            &["merge", "{a}", "{c}"],
        ],
    },
    allowed("create", &[&["add", "last_name=Ny"], &["company", "add", "name=Nytt"]]),
    allowed(
        "edit",
        &[
            &["edit", "{a}", "city=Bodø"],
            &["interest", "{a}", "+golf"],
            &["mail", "intake", "{dir}/new.eml"],
            &["activity", "add", "{a}", "--kind", "note", "--text", "x"],
            &["relation", "add", "{a}", "{b}", "--kind", "colleague"],
        ],
    ),
    allowed(
        "legal-basis",
        &[
            &["basis", "set", "{a}", "--purpose", "sales", "--basis", "consent", "--source", "phone"],
            &["mail", "notice", "{a}", "--told", "oral"],
        ],
    ),
    allowed(
        "subscriptions",
        &[&["subscription", "set", "{a}", "news", "no"], &["subscription", "set", "{a}", "news", "yes"]],
    ),
    allowed("send-mail", &[&["mail", "notice", "{a}"], &["mail", "consent", "{a}"]]),
    allowed("import", &[&["import", "{dir}/new.csv", "--purpose", "sales", "--basis", "contract", "--source", "fair"]]),
    allowed(
        "export",
        &[
            &["basis", "export", "{a}", "--out", "{dir}/new.xlsx"],
            &["export", "not-informed", "--out", "{dir}/new.csv"],
            &["export", "--all", "--of", "companies", "--out", "{dir}/new.vcf"],
            &["exports", "list"],
        ],
    ),
    allowed(
        "report",
        &[
            &["report", "{a}", "--out", "{dir}/report"],
            &["report", "{a}", "--out", "{dir}/copy", "--portable"],
            &["report", "{a}", "{b}", "--out", "{dir}/several", "--formats", "json"],
        ],
    ),
    Allowed {
        right: "send-mail",
        besides: "report",
        calls: &[
            &["report", "{a}", "--mail", "--unsealed", "--formats", "json", "--dry-run"],
            &["report", "{a}", "--mail", "--unsealed", "--formats", "json"],
        ],
    },
    allowed("merge", &[&["merge", "{a}", "{b}"]]),
    Allowed {
        right: "settings",
        besides: "selections",
        calls: &[
            &["settings", "set", "trash.days", "20"],
            &["steps", "confirm", "people"],
            &["steps", "hide"],
            &["selection", "alert", "Theirs", "Careful"],
            &["selection", "alert", "duplicates", "Merge them first"],
            &["field", "add", "shoe", "--name", "Shoe", "--type", "number"],
            &["wording", "add", "--purpose", "sales", "--language", "en", "--text-file", "{dir}/words.txt"],
            &["settings", "export", "{dir}/new.json"],
            &["settings", "sheet", "write", "{dir}/new-sheet.xlsx"],
            &["template", "set", "notice", "{dir}/notice.txt"],
            &["template", "create", "newsletter", "Summer"],
            &["backup", "create", "{dir}/new.kartotek-backup"],
        ],
    },
    allowed(
        "selections",
        &[
            &["selection", "create", "One", "--criteria", "{dir}/criteria.json"],
            &["selection", "create", "Two", "--ids", "{dir}/ids.txt"],
            &["selection", "combine", "Three", "inactive", "duplicates", "--op", "union"],
            &["selection", "copy", "not-informed", "Four"],
            &["selection", "alert", "Ours", "Careful"],
            &["selection", "add", "Ours", "{a}", "{b}"],
            &["selection", "take", "Ours", "{b}"],
        ],
    ),
    allowed("journal", &[&["journal", "list"]]),
    allowed(
        "send-mail",
        &[
            &["mailing", "list"],
            &["mailing", "create", "Nytt", "--selection", "not-informed", "--type", "news", "--dry-run"],
            &["mailing", "create", "Nytt", "--selection", "not-informed", "--type", "news"],
        ],
    ),
    allowed("send-mail", &[&["mail", "list"], &["mail", "send", "--dry-run"], &["mail", "send"]]),
    allowed("delete", &[&["trash", "add", "{a}"]]),
    allowed("mass-delete", &[&["trash", "add", "{a}", "{b}"]]),
    allowed("restore", &[&["trash", "restore", "{b}"]]),
    allowed("purge", &[&["trash", "purge", "--all", "--dry-run"], &["trash", "purge", "{b}"]]),
    Allowed {
        right: "mass-edit",
        besides: "settings see-others",
        calls: &[
            &["field", "empty", "website"],
            &["mass-edit", "not-informed", "--set", "title=Kunde"],
            &["mass-edit", "list"],
        ],
    },
    Allowed {
        right: "override",
        besides: "create",
        calls: &[&["add", "last_name=Borte", "email=borte@example.org", "--override-suppression", "Asked to"]],
    },
    Allowed {
        right: "erase",
        besides: "see-others",
        calls: &[
            &["hold", "add", "{b}", "--ground", "bookkeeping", "--statute", "§ 13"],
            &["retention", "keep", "{b}", "--until", "2090-12-31", "--reason", "An offer is open"],
            &["erase", "letters"],
            &["erase", "{a}", "--hits", "scrub"],
        ],
    },
    allowed(
        "users",
        &[
            &["users", "list"],
            &["users", "add", "New", "--role", "seller", "--new-passphrase-file", "{dir}/hers"],
            &["users", "set-role", "Other", "assistant"],
            &["settings", "set", "role.seller.rights", "see"],
            &["users", "remove", "Other"],
        ],
    ),
];

/// Everything that a role can allow.
const ALL: [&str; 22] = [
    "see",
    "see-others",
    "create",
    "edit",
    "delete",
    "legal-basis",
    "subscriptions",
    "selections",
    "send-mail",
    "report",
    "mass-edit",
    "mass-delete",
    "restore",
    "purge",
    "erase",
    "import",
    "export",
    "merge",
    "override",
    "settings",
    "journal",
    "users",
];

/// An office in which somebody has one right and somebody else all others.
struct Ground {
    home: Home,
    persons: [String; 3],
    dir: String,
}

impl Ground {
    fn new(allowed: &Allowed) -> Self {
        let home = Home::with_vault();
        let hers = home.file("hers", "seven quiet herons crossed\n");
        home.file("words.txt", "May we write to you?\n");
        home.file("new.eml", "From: new@example.org\nMessage-ID: <1@example.org>\n\nHi\n");
        home.file("notice.txt", "Subject: Hei\n\nHei {{ person.name }}\n");
        home.file("new.csv", "Last name,E-mail\nNy,ny@example.org\n");
        home.file("criteria.json", "{\"field\": \"last_name\", \"is\": \"nordmann\"}");
        home.file("ids.txt", "");
        let add = |fields: &[&str]| {
            let card = home.call(&[&["add"], fields].concat()).answer();
            card["id"].as_str().unwrap().to_owned()
        };
        let persons = [
            add(&["first_name=Kari", "last_name=Nordmann", "company=Skarvfjord Handel"]),
            add(&["first_name=Ola", "last_name=Nordmann"]),
            add(&["first_name=Gry", "last_name=Hauk", "our_contact=me"]),
        ];
        let basis = ["--purpose", "sales", "--basis", "contract", "--source", "fair"];
        home.call(&[&["basis", "set", &persons[0]], basis.as_slice()].concat()).answer();
        home.call(&["settings", "set", "field.website.collect", "no"]).answer();
        let with = format!("see {} {}", allowed.right, allowed.besides);
        let without: Vec<&str> = ALL.into_iter().filter(|right| *right != allowed.right).collect();
        for (role, rights) in [("with", with.as_str()), ("without", &without.join(" "))] {
            home.call(&["settings", "set", &format!("role.{role}.rights"), rights]).answer();
            home.call(&["users", "add", role, "--role", role, "--new-passphrase-file", &hers]).answer();
        }
        home.call(&["users", "add", "Other", "--role", "seller", "--new-passphrase-file", &hers]).answer();
        let dir = Path::new(&hers).parent().unwrap().to_str().unwrap().to_owned();
        let ground = Self { home, persons, dir };
        // That somebody unlocked is noted the first time.
        for user in ["with", "without"] {
            ground.call(user, &["language", "en"]);
        }
        ground
    }

    fn call(&self, user: &str, call: &[&str]) -> Outcome {
        let [a, b, c] = &self.persons;
        let filled: Vec<String> = call
            .iter()
            .map(|word| word.replace("{a}", a).replace("{b}", b).replace("{c}", c).replace("{dir}", &self.dir))
            .collect();
        let mut arguments = vec!["--json", "--user", user];
        arguments.extend(filled.iter().map(String::as_str));
        let (vault, passphrase) = (self.home.text("vault"), format!("{}/hers", self.dir));
        arguments.extend(["--vault", &vault, "--passphrase-file", &passphrase]);
        self.home.plain(&arguments)
    }

    /// Returns what tells of every change: the journal, which has an entry for each, the card that is tried to be
    /// changed, what the office decided, and the files outside.
    fn everything(&self) -> (Vec<Value>, Vec<String>) {
        let asked: [&[&str]; 3] = [&["show", &self.persons[0]], &["settings", "get"], &["journal", "list"]];
        let mut files: Vec<String> = std::fs::read_dir(&self.dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        (asked.map(|call| self.home.call(call).answer()).to_vec(), files)
    }
}

fn try_out(right: &str) {
    try_out_after(right, |_| {});
}

fn try_out_after(right: &str, first: impl FnOnce(&Ground)) {
    let allowed = ALLOWED.iter().find(|allowed| allowed.right == right).unwrap();
    let ground = Ground::new(allowed);
    first(&ground);
    let before = ground.everything();
    for call in allowed.calls {
        let refused = ground.call("without", call);
        assert_eq!((refused.code, refused.error().0.as_str()), (4, "forbidden"), "without {right}: {call:?}");
    }
    assert!(ground.everything() == before, "without {right}, nothing is changed");
    for call in allowed.calls {
        let done = ground.call("with", call);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "with {right}: {call:?}: {}", done.out);
    }
}

#[test]
fn who_may_erase() {
    try_out("erase");
}

#[test]
fn who_may_report() {
    try_out("report");
}

#[test]
fn who_may_override() {
    try_out_after("override", |ground| {
        let gone = ground.home.call(&["add", "last_name=Borte", "email=borte@example.org"]).answer();
        ground.home.call(&["erase", gone["id"].as_str().unwrap()]).answer();
    });
}

#[test]
fn who_may_see() {
    try_out("see");
}

#[test]
fn who_may_see_whom_others_look_after() {
    // Without, nobody is listed, counted or named whom somebody else looks after.
    try_out_after("see-others", |ground| {
        for (user, total) in [("with", 1), ("without", 0)] {
            let found = ground.call(user, &["find", "hauk"]);
            assert_eq!((found.code, &found.answer()["total"]), (0, &Value::from(total)), "{user}");
        }
        let refused = ground.call("without", &["show", &ground.persons[2]]);
        assert!(!refused.out.contains("Gry") && !refused.out.contains("Hauk"), "{}", refused.out);
        let journal = ground.call("without", &["journal", "list"]).answer();
        assert!(!journal.to_string().contains(&ground.persons[2]), "{journal}");
    });
}

#[test]
fn who_may_make_selections() {
    try_out_after("selections", |ground| {
        let ids = format!("{}/ids.txt", ground.dir);
        ground.call("with", &["selection", "create", "Ours", "--ids", &ids]).answer();
    });
}

#[test]
fn who_may_create() {
    try_out("create");
}

#[test]
fn who_may_edit() {
    try_out("edit");
}

#[test]
fn who_may_decide_on_legal_bases() {
    try_out("legal-basis");
}

#[test]
fn who_may_change_subscriptions() {
    try_out("subscriptions");
}

#[test]
fn who_may_send_mail() {
    try_out("send-mail");
}

#[test]
fn who_may_import() {
    try_out("import");
}

#[test]
fn who_may_export() {
    try_out("export");
}

#[test]
fn who_may_change_many_at_once() {
    try_out("mass-edit");
}

#[test]
fn who_may_merge() {
    try_out("merge");
}

#[test]
fn who_may_delete() {
    try_out("delete");
}

#[test]
fn who_may_delete_many_at_once() {
    try_out("mass-delete");
}

fn in_the_trash(ground: &Ground) {
    ground.home.call(&["trash", "add", &ground.persons[1]]).answer();
}

#[test]
fn who_may_restore_what_others_deleted() {
    try_out_after("restore", in_the_trash);
}

#[test]
fn who_may_empty_the_trash() {
    try_out_after("purge", in_the_trash);
}

#[test]
fn who_may_change_settings() {
    try_out_after("settings", |ground| {
        let theirs = ["selection", "combine", "Theirs", "inactive", "duplicates", "--op", "union"];
        ground.home.call(&theirs).answer();
    });
}

#[test]
fn who_may_read_the_journal() {
    try_out("journal");
}

#[test]
fn who_may_manage_users() {
    try_out("users");
}

#[test]
fn every_right_that_the_office_asks_for_is_tried_out() {
    // The name in the source, `Right::LegalBasis`, is the key in another spelling.
    let mut asked = std::collections::BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/office")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for call in source.split("require(").skip(1) {
                let (argument, _) = call.split_once('?').unwrap_or((call, ""));
                for name in argument.split("Right::").skip(1) {
                    let name: String = name.chars().take_while(|sign| sign.is_alphanumeric()).collect();
                    let mut key = String::new();
                    for sign in name.chars() {
                        if sign.is_uppercase() && !key.is_empty() {
                            key.push('-');
                        }
                        key.extend(sign.to_lowercase());
                    }
                    if ALL.contains(&key.as_str()) {
                        asked.insert(key);
                    }
                }
            }
        }
    }
    let missing: Vec<_> = asked.iter().filter(|key| ALLOWED.iter().all(|allowed| allowed.right != *key)).collect();
    assert!(asked.len() >= 10 && missing.is_empty(), "add a line and a test for these: {missing:?}");
}
