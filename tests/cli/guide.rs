//! The guide as a page, and the steps to prepare the office.

use serde_json::json;

use super::Home;

#[test]
fn the_guide_is_written_without_a_card_file() {
    let home = Home::new();
    for (lang, title) in [("en", "Your first hour"), ("nb", "Den første timen"), ("sv", "Den första timmen")] {
        let file = home.text(&format!("guide-{lang}.html"));
        let written = home.plain(&["guide", "--out", &file, "--lang", lang, "--json"]);
        assert_eq!((written.code, &written.json()["lang"]), (0, &json!(lang)));
        assert!(std::fs::read_to_string(&file).unwrap().contains(title), "{lang}");
    }
    // Under another name it could take the place of what is needed.
    assert_eq!(home.plain(&["guide", "--out", &home.text("vault.db")]).code, 2);
    assert_eq!(home.plain(&["guide", "--out", &home.text("nowhere/guide.html")]).code, 1);
}

#[test]
fn steps_tick_themselves_off_and_are_put_away() {
    let home = Home::with_vault();
    let steps = home.call(&["steps"]).answer();
    assert_eq!((&steps["done"], &steps["total"], &steps["put_away"]), (&json!(0), &json!(5), &json!(false)));
    let keys: Vec<&str> =
        steps["steps"].as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert_eq!(keys, ["map", "keep", "comply", "secure", "procedures"]);
    for (key, value) in
        [("name", "Fjord AS"), ("address", "Kaia 7"), ("country", "NO"), ("contact", "post@example.org")]
    {
        home.call(&["settings", "set", &format!("office.{key}"), value]).answer();
    }
    let steps = home.call(&["steps", "confirm", "mapping"]).answer();
    assert_eq!((&steps["done"], &steps["steps"][0]["done"]), (&json!(1), &json!(true)));
    let mapping = &steps["steps"][0]["points"][1];
    assert_eq!((&mapping["point"], &mapping["confirmed"]), (&json!("mapping"), &json!(true)));
    assert!(home.say(&["steps"]).out.starts_with("1 of 5 steps are done\n\n[x] Map what you hold\n"));
    assert_eq!(home.call(&["steps", "confirm", "mapping", "--not"]).answer()["done"], json!(0));
    assert_eq!(home.call(&["steps", "hide"]).answer()["put_away"], json!(true));
    assert_eq!(home.call(&["steps", "show"]).answer()["put_away"], json!(false));
    // What the card file itself tells, nobody says.
    assert_eq!(home.call(&["steps", "confirm", "recovery"]).code, 2);
}
