//! Favourites, and whose cards were opened last.

use serde_json::{Value, json};

use super::Home;

fn names(answer: &Value, key: &str) -> Vec<String> {
    answer[key].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn favourites_are_added_listed_and_removed() {
    let home = Home::with_vault();
    for last in ["Ødegård", "Dahl"] {
        home.call(&["add", &format!("last_name={last}"), "first_name=Kari"]).answer();
    }
    let (ode, dahl) = (home.only("odegard"), home.only("dahl"));
    assert_eq!(home.call(&["favourite", "list"]).answer(), json!({ "favourites": [] }));
    home.call(&["favourite", "add", &ode]).answer();
    let both = home.call(&["favourite", "add", &dahl]).answer();
    assert_eq!(names(&both, "favourites"), ["Kari Dahl", "Kari Ødegård"]);
    assert_eq!(both["favourites"][1]["id"], json!(ode));
    // Twice is once.
    assert_eq!(home.call(&["favourite", "add", &dahl]).answer(), both);
    assert_eq!(names(&home.call(&["favourite", "remove", &ode]).answer(), "favourites"), ["Kari Dahl"]);
    assert!(home.say(&["favourite", "list"]).out.contains("Kari Dahl"));
    assert_eq!(home.call(&["favourite", "add", "7"]).code, 1);
}

#[test]
fn only_the_window_opens_cards() {
    let home = Home::with_vault();
    home.call(&["add", "last_name=Dahl"]).answer();
    home.call(&["show", &home.only("dahl")]).answer();
    assert_eq!(home.call(&["recent"]).answer(), json!({ "persons": [] }));
}
