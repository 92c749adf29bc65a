//! Privacy reports and portable copies as files.

use serde_json::Value;

use super::{Home, files_below};

const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile,Language,Note\n\
    Åse,Ødegård,Fjordfisk AS,ase@example.org,+47 900 11 223,nb,Gift med Kari Nordli\n\
    Kari,Nordli,Fjordfisk AS,kari@example.org,,,\n";

fn keys(answer: &Value) -> Vec<&str> {
    answer["sections"].as_array().unwrap().iter().map(|section| section["key"].as_str().unwrap()).collect()
}

#[test]
fn a_report_lies_in_a_folder_with_its_manifest() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("ase@example");
    let out = home.text("out");
    let answer = home.call(&["report", &ase, "--out", &out, "--identity", "Rang tilbake"]).answer();
    let files = answer["files"].as_array().unwrap();
    let kinds: Vec<&str> = files.iter().map(|file| file["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["xlsx", "pdf", "html", "json"]);
    assert_eq!(answer["controller_named"], false, "nobody is told to answer for the data: that is said");
    assert!(keys(&answer).starts_with(&["summary", "data", "purposes", "recipients", "retention", "ledger"]));
    assert_eq!((&answer["language"], &answer["blacked_out"]), (&Value::from("nb"), &Value::from(1)));
    let manifest = std::fs::read_to_string(home.path("out/manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    for (file, known) in files.iter().zip(manifest["files"].as_array().unwrap()) {
        let path = std::path::Path::new(file["path"].as_str().unwrap());
        let name = path.file_name().unwrap().to_str().unwrap();
        assert_eq!(
            (known["path"].as_str(), &known["sha256"], &known["kind"]),
            (Some(name), &file["sha256"], &file["kind"])
        );
        assert!(name.starts_with("report-") && !name.contains("degård"), "{name}");
        let bytes = std::fs::read(path).unwrap();
        assert!(!bytes.windows(11).any(|part| part == b"Kari Nordli"), "{name}");
    }
    assert_eq!(files_below(&home.path("out")).len(), 5);

    let page = files[2]["path"].as_str().unwrap();
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("<html lang=\"nb\">") && page.contains("Gift med <span class=\"hidden\""), "{page}");
    let kept = home.text("kept");
    let call = ["report", &ase, "--out", &kept, "--third-party", "keep", "--formats", "json", "--lang", "sv"];
    let answer = home.call(&call).answer();
    assert_eq!((&answer["language"], answer["files"].as_array().unwrap().len()), (&Value::from("sv"), 1));
    let text = std::fs::read_to_string(answer["files"][0]["path"].as_str().unwrap()).unwrap();
    assert!(text.contains("Gift med Kari Nordli") && text.contains("Rang tilbake"), "the report before is told");

    let known = home.call(&["exports", "of", &ase]).answer();
    assert_eq!(known["reports"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&known["reports"][1]["identity"], &known["exports"]),
        (&Value::from("Rang tilbake"), &serde_json::json!([]))
    );
    assert_eq!(known["reports"][1]["files"][0]["sha256"], files[0]["sha256"]);
    // All that left is in one list.
    let listed = home.call(&["exports", "list"]).answer();
    assert_eq!((&listed["reports"], &listed["reports"][0]["person"]), (&known["reports"], &Value::from(ase.as_str())));

    // Nothing is overwritten; what cannot be made yet is said; nothing is left behind.
    for (call, code) in [
        (vec!["report", &ase, "--out", &out], 1),
        (vec!["report", &ase, "--out", "x", "--seal-passphrase-file", "y"], 1),
        (vec!["report", &ase, "--out", "x", "--formats", "csv"], 2),
        (vec!["report", "912", "--out", "x"], 1),
        (vec!["report", &ase], 2),
    ] {
        let refused = home.call(&call);
        assert_eq!(refused.code, code, "{call:?}: {}", refused.out);
    }
    let inside = home.call(&["report", &ase, "--out", &home.text("vault")]);
    assert_eq!((inside.code, inside.error().0.as_str()), (4, "refused"));
    assert!(home.say(&["report", &ase, "--out", &home.text("words")]).out.contains("report-"));
}

#[test]
fn a_portable_copy_is_taken_in_elsewhere() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("ase@example");
    let answer = home.call(&["report", &ase, "--out", &home.text("out"), "--portable"]).answer();
    let files = answer["files"].as_array().unwrap();
    let kinds: Vec<&str> = files.iter().map(|file| file["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds, keys(&answer)), (vec!["json", "csv", "vcf"], vec!["data"]));
    for file in &files[1..] {
        let path = file["path"].as_str().unwrap();
        let elsewhere = Home::with_vault();
        let basis = ["--purpose", "sales", "--basis", "contract", "--source", "portal"];
        let taken = elsewhere.call(&[&["import", path], basis.as_slice()].concat()).answer();
        assert_eq!(taken["added"], 1, "{taken}");
        let card = elsewhere.call(&["show", &elsewhere.only("ase@example")]).answer();
        assert_eq!(
            (&card["first_name"], &card["last_name"], &card["company"], &card["mobile"]),
            (
                &Value::from("Åse"),
                &Value::from("Ødegård"),
                &Value::from("Fjordfisk AS"),
                &Value::from("+47 900 11 223")
            ),
            "{path}"
        );
    }
}

#[test]
fn a_sealed_copy_is_one_page_that_says_nothing_without_the_passphrase() {
    let home = Home::with_vault();
    home.import("First name,Last name,E-mail,Note\nÅse,Ødegård,ase@example.org,Liker fisk\n");
    let ase = home.only("ase@");
    let (secret, out) = (home.file("secret.txt", "tolv grønne epler i kurven\n"), home.text("sealed"));
    let made = home.call(&["report", &ase, "--out", &out, "--seal-passphrase-file", &secret]).answer();
    let files = made["files"].as_array().unwrap();
    assert_eq!((files.len(), &files[0]["kind"], &made["weak_passphrase"]), (1, &"sealed".into(), &false.into()));
    let page = std::fs::read_to_string(files[0]["path"].as_str().unwrap()).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && !page.contains("degård") && !page.contains("fisk"));
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 2, "the page and what names it");
    let empty = home.file("empty.txt", "\n");
    let refused = home.call(&["report", &ase, "--out", &home.text("more"), "--seal-passphrase-file", &empty]);
    assert_eq!(refused.code, 1);
    assert!(!std::path::Path::new(&home.text("more")).exists());
}

#[test]
fn several_people_get_a_folder_each() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let (ase, kari) = (home.only("ase@example"), home.only("kari@"));
    let ids = home.file("ids.txt", &format!("{ase}\n{kari}\n"));
    home.call(&["selection", "create", "Two", "--ids", &ids]).answer();
    home.call(&["restrict", &kari, "--ground", "c"]).answer();
    let out = home.text("out");
    let plan = home.call(&["report", &ase, &kari, "--out", &out, "--dry-run"]).answer();
    assert_eq!(
        (&plan["persons"], &plan["held"]),
        (&serde_json::json!([ase]), &serde_json::json!([{ "id": kari, "reason": "restricted" }]))
    );
    assert!(!home.path("out").exists());
    let made = home.call(&["report", &ase, &kari, "--out", &out, "--formats", "html,json", "--letter"]).answer();
    let reports = made["reports"].as_array().unwrap();
    assert_eq!((reports.len(), &made["held"][0]["id"], &made["left"]), (1, &Value::from(kari.as_str()), &0.into()));
    assert_eq!((&reports[0]["person"], &reports[0]["language"]), (&Value::from(ase.as_str()), &Value::from("nb")));
    let kinds: Vec<&str> =
        reports[0]["files"].as_array().unwrap().iter().map(|file| file["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["html", "json", "letter-page"]);
    assert!(std::path::Path::new(reports[0]["manifest"].as_str().unwrap()).is_file());
    assert_eq!(std::fs::read_dir(home.path("out")).unwrap().count(), 1);

    let more = home.text("more");
    let made = home.call(&["report", "--selection", "Two", "--out", &more, "--formats", "json"]).answer();
    assert_eq!((made["reports"].as_array().unwrap().len(), made["held"].as_array().unwrap().len()), (1, 1));
    let said = home.say(&["report", "--selection", "Two", "--out", &home.text("again"), "--formats", "json"]).out;
    assert!(said.contains("Kari Nordli") && said.contains("Åse Ødegård"), "{said}");
    let held = home.call(&["report", "--portable", &kari, &kari, "--out", &more]);
    assert_eq!((held.code, &held.json()["held"][0]["reason"]), (4, &Value::from("restricted")));
    for (call, code) in [
        (vec!["report", "--selection", "Nobody", "--out", &more], 1),
        (vec!["report", "--out", &more], 2),
        (vec!["report", &ase, "--selection", "Two", "--out", &more], 2),
        (vec!["report", &ase, &kari, "--out", &more, "--seal-passphrase-file", &ids], 2),
        (vec!["report", &ase, "--out", &more, "--dry-run"], 2),
        (vec!["report", &ase, "--out", &more, "--leave-out", "12"], 1),
        (vec!["report", &ase, "--out", &more, "--transfer-to", "Andre AS"], 2),
    ] {
        assert_eq!(home.call(&call).code, code, "{call:?}");
    }
}

#[test]
fn a_copy_is_handed_to_somebody_else_and_that_is_on_record() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("ase@example");
    let out = home.text("out");
    let to = ["--portable", "--transfer-to", "Andre AS", "--transfer-address", "Havnegata 1"];
    let call = [&["report", &ase, "--out", &out], &to[..], &["--transfer-address", "5003 Bergen"]].concat();
    let made = home.call(&call).answer();
    let kinds: Vec<&str> =
        made["files"].as_array().unwrap().iter().map(|file| file["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds, &made["recipient"]), (vec!["json", "csv", "vcf", "letter"], &Value::from("Andre AS")));
    let known = home.call(&["exports", "of", &ase]).answer();
    assert_eq!((&known["exports"][0]["to"], &known["exports"][0]["format"]), (&"Andre AS".into(), &"copy".into()));
    assert_eq!(known["reports"][0]["recipient"], "Andre AS");
    assert!(home.call(&["journal", "list", "--person", &ase]).out.contains("copy-transferred"));
}

#[test]
fn a_correction_is_confirmed_by_letter() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("ase@example");
    let letter = home.text("letter.html");
    assert_eq!(home.call(&["confirm", &ase, "--out", &letter]).code, 1, "nothing was corrected");
    home.call(&["edit", &ase, "title=Sjef"]).answer();
    let said = home.call(&["confirm", &ase, "--out", &letter]).answer();
    assert_eq!((&said["fields"], &said["recipients"]), (&serde_json::json!(["title"]), &serde_json::json!([])));
    let text = std::fs::read_to_string(&letter).unwrap();
    assert!(text.contains("Sjef") && text.contains("<html lang=\"nb\">"), "{text}");
    assert_eq!(home.call(&["confirm", &ase, "--out", &letter]).code, 1, "nothing is overwritten");
    home.call(&["edit", &ase, "website=example.org"]).answer();
    let pdf = home.text("letter.pdf");
    let said = home.call(&["confirm", &ase, "--out", &pdf, "--since", "2020-01-01"]).answer();
    assert_eq!(said["fields"], serde_json::json!(["website", "title"]));
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_report_by_mail_waits_in_the_outbox_and_is_sealed_unless_that_is_said() {
    let home = Home::with_vault();
    home.import(PEOPLE);
    let ase = home.only("ase@example");
    let words = home.file("words", "fire ord om en torsk\n");
    let refused = home.call(&["report", &ase, "--mail"]);
    assert_eq!((refused.code, refused.error().0.as_str()), (2, "usage"));
    let planned = home.call(&["report", &ase, "--mail", "--dry-run"]).answer();
    assert_eq!(
        (&planned["queued"], &planned["to"], &planned["held"]),
        (&Value::from(1), &Value::from("ase@example.org"), &serde_json::json!([]))
    );
    let queued = home.call(&["report", &ase, "--mail", "--seal-passphrase-file", &words]).answer();
    assert_eq!((&queued["queued"], &queued["sealed"]), (&Value::from(1), &Value::from(true)));
    let listed = home.call(&["mail", "list"]).answer();
    let message = &listed["messages"][0];
    assert_eq!(
        (&message["kind"], &message["id"], &message["address"], &message["language"]),
        (&Value::from("report"), &queued["message"], &planned["to"], &Value::from("nb"))
    );
    assert!(!listed.to_string().contains("torsk"));
    let known = home.call(&["exports", "of", &ase]).answer();
    assert_eq!(known["reports"][0]["files"][0]["sha256"], queued["files"][0]["sha256"]);
    // Nobody's address: told by the plan, and refused.
    let to = ["report", &ase, "--mail", "--unsealed", "--to", "nobody@example.net"];
    assert_ne!(home.call(&to).code, 0);
    let held = home.call(&[&to[..], &["--dry-run"]].concat()).answer();
    assert_eq!((&held["queued"], held["held"].as_array().unwrap().len()), (&Value::from(0), 1));
    assert_eq!(home.call(&["report", &ase, "--mail", "--out", &home.text("x")]).code, 2);
}
