//! What the office decides, by key: read, set, taken back, carried to another machine.

use kartotek::transfer::xlsx::{CellOut, ColumnOut, Kind, TableOut, write_table};
use serde_json::json;

use crate::Home;

#[test]
fn an_office_decides_by_key_and_goes_back() {
    let home = Home::with_vault();
    let all = home.call(&["settings", "get"]).answer();
    assert_eq!((&all["trash.days"], &all["purpose.sales.active"]), (&json!("30"), &json!("yes")));
    let bases = home.call(&["settings", "get", "basis.consent."]).answer();
    assert_eq!(bases["basis.consent.name.nb"], "Samtykke");
    for (key, value, stored) in [
        ("trash.days", "010", "10"),
        ("basis.required", "Refuse", "refuse"),
        ("category.vip.name.nb", "Stjernekunde", "Stjernekunde"),
        ("purpose.marketing.consent_months", "24", "24"),
        ("default.fair.sales", "contract,fair", "contract,fair"),
        ("role.seller.rights", "see edit", "see edit"),
    ] {
        assert_eq!(home.call(&["settings", "set", key, value]).answer()[key], stored, "{key}");
    }
    for (key, value) in [("trash.days", "366"), ("basis.required", "perhaps"), ("default.fair.sales", "withdrawn,fair")]
    {
        assert_eq!(home.call(&["settings", "set", key, value]).code, 1, "{key}");
    }
    for (key, value, range) in [("lock.minutes", "99999999", "from 0 to 1440"), ("backup.keep", "0", "from 1 to 35")] {
        let said = home.say(&["settings", "set", key, value]).err;
        assert!(said.replace(['\u{2068}', '\u{2069}', ','], "").contains(range), "{said}");
    }
    assert_eq!(home.call(&["settings", "set", "role.owner.rights", "see"]).code, 4);
    assert_eq!(home.call(&["settings", "set", "no.such", "x"]).code, 2);

    let history = home.call(&["settings", "history", "trash."]).answer();
    assert_eq!(history["changes"].as_array().map(Vec::len), Some(1));
    let id = history["changes"][0]["id"].as_str().unwrap_or_default().to_owned();
    assert_eq!(home.call(&["settings", "back", &id]).answer(), json!({ "restored": ["trash.days"], "held": [] }));
    assert_eq!(home.call(&["settings", "get", "trash.days"]).answer()["trash.days"], "30");
    home.call(&["settings", "unset", "category.vip"]).answer();
    assert_eq!(home.call(&["settings", "get", "category.vip.name.nb"]).code, 1);
}

#[test]
fn what_has_no_effect_yet_says_so() {
    let home = Home::with_vault();
    let said = home.say(&["settings", "set", "basis.legitimate-interests.necessity.nb", "Trengs"]);
    assert!(said.out.contains("Trengs  (Has no effect yet: "), "{}", said.out);
    assert!(!home.say(&["settings", "set", "customers.months", "10"]).out.contains("no effect"));
    assert_eq!(home.say(&["settings", "get", "trash.days"]).out, "trash.days  30\n");
    assert_eq!(home.say(&["settings", "get", "lock.minutes"]).out, "lock.minutes  5\n");
    assert_eq!(home.call(&["settings", "get", "customers.months"]).answer()["customers.months"], "10");
    assert_eq!(home.call(&["settings", "set", "certificates.keep_years", "0"]).code, 1);
}

#[test]
fn settings_travel_in_a_file() {
    let (home, other) = (Home::with_vault(), Home::with_vault());
    home.call(&["settings", "set", "office.name", "Skarvfjord Handel"]).answer();
    home.call(&["settings", "set", "purpose.events.name.nb", "Arrangementer"]).answer();
    let file = home.text("office.json");
    let file = file.as_str();
    assert!(home.call(&["settings", "export", file]).answer()["settings"].as_u64() > Some(100));
    let plan = other.call(&["settings", "import", file, "--dry-run"]).answer();
    assert_eq!((&plan["dry_run"], &plan["refused"]), (&json!(true), &json!([])));
    let planned = plan["changed"].as_u64();
    assert_eq!(other.call(&["settings", "get", "office.name"]).answer()["office.name"], "");
    let done = other.call(&["settings", "import", file]).answer();
    assert_eq!((done["changed"].as_u64(), &done["changes"]), (planned, &plan["changes"]));
    assert_eq!(other.call(&["settings", "get", "office.name"]).answer()["office.name"], "Skarvfjord Handel");
    assert_eq!(other.call(&["settings", "import", file]).answer()["changed"], 0);
    std::fs::write(home.path("other.json"), "{}").unwrap();
    assert_eq!(other.call(&["settings", "import", &home.text("other.json")]).code, 1);
}

#[test]
fn a_mapping_sheet_goes_out_and_comes_back() {
    let home = Home::with_vault();
    home.call(&["settings", "import", "--set", "sweden"]).answer();
    let file = home.text("karta.xlsx");
    let written = home.call(&["settings", "sheet", "write", &file, "--lang", "sv"]).answer();
    assert!(written["rows"].as_u64() > Some(10), "{written}");
    let plan = home.call(&["settings", "sheet", "read", &file, "--dry-run"]).answer();
    assert_eq!((&plan["changed"], &plan["untaken"], &plan["refused"]), (&json!(0), &json!([]), &json!([])));

    // What is typed by hand is read by its headings, in any language.
    let columns = ["Kategori av personer", "Syfte", "Rättslig grund", "Sparas i (månader)"]
        .map(|heading| ColumnOut { heading: heading.to_owned(), kind: Kind::Text });
    let rows = [["Kund", "Försäljning och tjänster", "Ingått avtal", "5 år"], ["Kund", "", "Magi", ""]];
    let rows = rows.map(|row| row.map(|cell| CellOut::Text(cell.to_owned())).to_vec());
    let table = TableOut { sheet: "Karta", titles: &[], columns: &columns, foot: &[] };
    write_table(&home.path("karta.xlsx"), &table, rows).unwrap();
    let plan = home.call(&["settings", "sheet", "read", &file, "--dry-run"]).answer();
    assert_eq!(
        home.call(&["settings", "get", "category.customer.keep_months"]).answer()["category.customer.keep_months"],
        "84"
    );
    let untaken = json!([{ "row": 3, "column": "basis", "value": "Magi", "reason": "unknown" }]);
    assert_eq!((&plan["dry_run"], &plan["untaken"]), (&json!(true), &untaken));
    let done = home.call(&["settings", "sheet", "read", &file]).answer();
    assert_eq!((&done["changes"], &done["untaken"]), (&plan["changes"], &untaken));
    assert_eq!(
        home.call(&["settings", "get", "category.customer.keep_months"]).answer()["category.customer.keep_months"],
        "60"
    );
    let said = home.say(&["settings", "sheet", "read", &file, "--dry-run"]);
    assert!(said.out.contains("Row 3, Legal basis, “Magi”: This is not on the list."), "{}", said.out);

    // What is none is refused, by a process of its own.
    std::fs::write(home.path("karta.xlsx"), b"PK\x03\x04 and no more").unwrap();
    assert_eq!(home.call(&["settings", "sheet", "read", &file]).code, 1);
    std::fs::write(home.path("people.csv"), "Name;E-mail\nAda;ada@example.org\n").unwrap();
    assert_eq!(home.call(&["settings", "sheet", "read", &home.text("people.csv")]).code, 1);
    assert_eq!(home.call(&["settings", "sheet", "read", &home.text("none.xlsx")]).code, 1);
    assert_eq!(home.call(&["settings", "sheet"]).code, 2);
}

#[test]
fn a_ready_made_set_is_planned_taken_and_taken_back() {
    let home = Home::with_vault();
    let sets = home.call(&["settings", "sets"]).answer();
    let keys: Vec<&str> = sets["sets"].as_array().unwrap().iter().filter_map(|set| set["key"].as_str()).collect();
    assert_eq!(keys, ["norway", "sweden", "eu-cautious"]);
    let plan = home.call(&["settings", "import", "--set", "norway", "--dry-run"]).answer();
    assert_eq!((&plan["dry_run"], &plan["refused"]), (&json!(true), &json!([])));
    assert_eq!(home.call(&["settings", "get", "office.country"]).answer()["office.country"], "");
    assert_eq!(home.call(&["settings", "import", "--set", "norway"]).answer()["changed"], plan["changed"]);
    assert_eq!(home.call(&["settings", "get", "office.country"]).answer()["office.country"], "NO");
    let history = home.call(&["settings", "history", "--limit", "1"]).answer();
    let id = history["changes"][0]["id"].as_str().unwrap_or_default().to_owned();
    assert_eq!(home.call(&["settings", "back", &id]).answer()["held"], json!([]));
    assert_eq!(home.call(&["settings", "get", "office.country"]).answer()["office.country"], "");
    assert_eq!(home.call(&["settings", "import", "--set", "atlantis"]).code, 2);
    assert_eq!(home.call(&["settings", "import"]).code, 2);
}

#[test]
fn who_answered_which_wording_is_told() {
    let home = Home::with_vault();
    let args = ["add", "last_name=Nordli", "--purpose", "sales", "--basis", "contract", "--source", "user"];
    let id = home.call(&args).answer()["id"].as_str().unwrap().to_owned();
    let wordings = home.call(&["wording", "list", "--purpose", "marketing"]).answer();
    let wording = wordings["wordings"][0]["id"].as_str().unwrap().to_owned();
    let none = home.call(&["wording", "answers", &wording]).answer();
    assert_eq!(none, json!({ "answers": [] }));
    let set = ["basis", "set", &id, "--purpose", "marketing", "--basis", "consent", "--source", "user", "--wording"];
    home.call(&[&set[..], &[&wording]].concat()).answer();
    let answers = home.call(&["wording", "answers", &wording]).answer();
    assert_eq!((&answers["answers"][0]["id"], &answers["answers"][0]["basis"]), (&json!(id), &json!("consent")));
    assert_eq!(home.call(&["wording", "answers", "7"]).code, 1);
}
