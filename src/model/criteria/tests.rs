#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};

use super::*;
use crate::model::custom::{self, Definition, Kind};
use crate::model::data_map::{Category, Origin};
use crate::model::field::Field;
use crate::model::list::{List, MARKETING};

/// The shipped words, own fields of every kind, and a selection of persons and one of companies.
pub struct Office(Vec<Definition>);

impl Office {
    fn new() -> Self {
        let own = |(id, kind): (i64, Kind)| Definition {
            id: custom::Id(id),
            key: kind.key().to_owned(),
            name: kind.key().to_owned(),
            kind,
            choices: vec!["Red".into()],
            category: Category::Other,
            origin: Origin::Provided,
            in_report: true,
            rank: 0,
            active: true,
        };
        Self((1..).zip(Kind::ALL).map(own).collect())
    }
}

impl Vocabulary for Office {
    fn item(&self, list: List, word: &str) -> Option<list::Id> {
        Shipped.item(list, word)
    }

    fn item_key(&self, id: list::Id) -> Option<String> {
        Shipped.item_key(id)
    }

    fn user(&self, name: &str) -> Option<user::Id> {
        Shipped.user(name)
    }

    fn user_name(&self, id: user::Id) -> Option<String> {
        Shipped.user_name(id)
    }

    fn own(&self, key: &str) -> Option<&Definition> {
        self.0.iter().find(|own| own.key == key)
    }

    fn selection(&self, word: &str) -> Option<(selection::Id, Of)> {
        match word {
            "persons" => Some((selection::Id(5), Of::Persons)),
            "companies" => Some((selection::Id(6), Of::Companies)),
            _ => None,
        }
    }

    fn selection_word(&self, id: selection::Id) -> Option<String> {
        [(5, "persons"), (6, "companies")]
            .into_iter()
            .find(|(known, _)| *known == id.0)
            .map(|(_, word)| word.to_owned())
    }
}

#[test]
fn what_is_read_is_written_as_it_was() {
    for criteria in [
        json!({"all": []}),
        json!({"any": []}),
        json!({"all": [ {"field": "category", "is": "prospect"},
              {"any": [ {"field": "last_activity", "before": "-3y"}, {"field": "last_activity", "is": null} ]},
              {"basis": {"purpose": "marketing", "in": ["consent"]}},
              {"not": {"field": "email", "ends_with": "@example.org"}} ]}),
        json!({"field": "first_name", "in": ["Åse", "Kari"]}),
        json!({"field": "note", "contains": "100 %"}),
        json!({"field": "last_name", "starts_with": "Ø"}),
        json!({"field": "mobile", "is": "+47 900 11 222"}),
        json!({"field": "birth_date", "between": ["1980-01-01", "1989-12-31"]}),
        json!({"field": "created_at", "after": "-18m"}),
        json!({"field": "updated_at", "is": "today"}),
        json!({"field": "updated_by", "in": ["me"]}),
        json!({"field": "our_contact", "is": "me"}),
        json!({"field": "former_employee", "is": false}),
        json!({"field": "picture", "is": null}),
        json!({"field": "interests", "in": ["offers", "events"]}),
        json!({"field": "relation", "is": "assistant"}),
        json!({"field": "former_company", "contains": "AS"}),
        json!({"field": "custom:number", "between": [-3, 12.5]}),
        json!({"field": "custom:date", "before": "today"}),
        json!({"field": "custom:yes-no", "is": true}),
        json!({"field": "custom:list", "is": "Red"}),
        json!({"field": "custom:text", "is": null}),
        json!({"basis": {"purpose": "sales", "none": true}}),
        json!({"basis": {"purpose": "sales", "source": "fair", "before": "-2y", "after": "2020-01-01", "by": "me"}}),
        json!({"basis": {"purpose": "sales", "source": ["fair", "meeting"], "wording": 2, "condition": "a"}}),
        json!({"basis": {"purpose": "sales", "wording": null, "condition": null}}),
        json!({"subscription": "news"}),
        json!({"interest": "offers"}),
        json!({"interest": ["offers", "fairs"]}),
        json!({"activity": {"kind": "call", "after": "-1y", "before": "today"}}),
        json!({"activity": {"kind": ["call", "meeting"], "none": true}}),
        json!({"activity": {}}),
        json!({"selection": "persons"}),
        json!({"status": "restricted"}),
        json!({"status": ["objected", "former"]}),
        json!({"informed": false}),
        json!({"duplicate": true}),
    ] {
        let read = read(&criteria.to_string(), Of::Persons, &Office::new())
            .unwrap_or_else(|error| panic!("{criteria}: {error}"));
        assert_eq!(read.to_json(&Office::new()), Some(criteria));
    }
}

#[test]
fn every_field_can_be_asked_about() {
    for of in Of::ALL {
        for asked in Asked::all(of) {
            let criteria = json!({"not": {"field": asked.to_string(), "is": null}});
            let Node::Not(inner) = read(&criteria.to_string(), of, &Office::new()).unwrap() else { panic!("{asked}") };
            assert_eq!(*inner, Node::Field(asked, Test::Null));
        }
    }
    // Whatever a card shows is among them.
    for field in crate::model::field::PLAIN {
        assert!(Asked::all(Of::Persons).contains(&Asked::Card(field)));
    }
    for field in crate::model::field::COMPANY {
        assert!(Asked::all(Of::Companies).contains(&Asked::Card(field)));
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    use Wrong::*;
    let deep = format!("{}{{\"all\": []}}{}", "{\"not\": ".repeat(DEPTH + 1), "}".repeat(DEPTH + 1));
    let wide = format!("{{\"any\": [{}]}}", vec!["{\"informed\": true}"; NODES].join(","));
    let long = format!("{{\"field\": \"note\", \"contains\": \"{}\"}}", "a".repeat(2_000));
    let many = format!("{{\"field\": \"city\", \"in\": [{}]}}", vec!["\"a\""; VALUES + 1].join(","));
    let words = format!("{{{}}}", (0..30).map(|n| format!("\"{n}\": 1")).collect::<Vec<_>>().join(","));
    let table: &[(&str, &str, Wrong)] = &[
        ("", "$", NotJson),
        ("{", "$", NotJson),
        ("[]", "$", NotACriterion),
        ("{}", "$", NotACriterion),
        ("null", "$", NotACriterion),
        (r#"{"all": [], "any": []}"#, "$", NotACriterion),
        (r#"{"all": [], "all": []}"#, "$", Twice),
        (r#"{"every": []}"#, "$", NotACriterion),
        (r#"{"all": {}}"#, "$.all", NotAList),
        (r#"{"all": [{"informed": true}, 5]}"#, "$.all[1]", NotACriterion),
        (r#"{"any": [{"not": {"informed": "yes"}}]}"#, "$.any[0].not.informed", NotYesNo),
        (r#"{"field": "shoe", "is": 5}"#, "$.field", NoSuchField),
        (r#"{"field": "name", "is": "A"}"#, "$.field", NoSuchField),
        (r#"{"field": 5, "is": 5}"#, "$.field", NoSuchField),
        (r#"{"field": "custom:unknown", "is": 5}"#, "$.field", NoSuchField),
        (r#"{"field": "city"}"#, "$", NotOneComparison),
        (r#"{"field": "city", "is": "A", "contains": "B"}"#, "$", NotOneComparison),
        (r#"{"field": "city", "like": "A"}"#, "$", StrangeWord),
        (r#"{"field": "city", "before": "A"}"#, "$.before", Unfit),
        (r#"{"field": "city", "is": ""}"#, "$.is", NotAText),
        (r#"{"field": "city", "is": " "}"#, "$.is", NotAText),
        ("{\"field\": \"city\", \"contains\": \"\u{301}\"}", "$.contains", NotAText),
        (r#"{"field": "city", "is": "A\u0000"}"#, "$.is", NotAText),
        (r#"{"field": "city", "is": 5}"#, "$.is", NotAText),
        (r#"{"field": "city", "in": "A"}"#, "$.in", NotAList),
        (r#"{"field": "city", "in": []}"#, "$.in", NotAList),
        (r#"{"field": "city", "in": ["A", null]}"#, "$.in[1]", NotAText),
        (r#"{"field": "city", "starts_with": null}"#, "$.starts_with", NotAText),
        (r#"{"field": "phones", "contains": "kontor"}"#, "$.contains", NotANumber),
        (r#"{"field": "category", "is": "nobody"}"#, "$.is", Unknown),
        (r#"{"field": "category", "contains": "pro"}"#, "$.contains", Unfit),
        (r#"{"field": "our_contact", "is": "you"}"#, "$.is", Unknown),
        (r#"{"field": "birth_date", "is": "1.2.1980"}"#, "$.is", NotADay),
        (r#"{"field": "birth_date", "in": ["1980-01-01"]}"#, "$.in", Unfit),
        (r#"{"field": "birth_date", "between": ["1980-01-01"]}"#, "$.between", NotAList),
        (r#"{"field": "birth_date", "between": ["1980-01-01", "1979-01-01"]}"#, "$.between", Backwards),
        (r#"{"field": "custom:number", "is": "5"}"#, "$.is", NotANumber),
        (r#"{"field": "custom:number", "between": [2, 1]}"#, "$.between", Backwards),
        (r#"{"field": "no_mailings", "is": "yes"}"#, "$.is", NotYesNo),
        (r#"{"field": "no_mailings", "after": true}"#, "$.after", Unfit),
        (r#"{"field": "picture", "is": true}"#, "$.is", Unfit),
        (r#"{"basis": {"in": ["consent"]}}"#, "$.basis.purpose", Unknown),
        (r#"{"basis": {"purpose": "sales"}}"#, "$.basis", NotOneComparison),
        (r#"{"basis": {"purpose": "sales", "in": ["void"]}}"#, "$.basis.in[0]", Unfit),
        (r#"{"basis": {"purpose": "sales", "in": "consent"}}"#, "$.basis.in", NotAList),
        (r#"{"basis": {"purpose": "sales", "none": true, "source": "fair"}}"#, "$.basis.none", Unfit),
        (r#"{"basis": {"purpose": "sales", "wording": 1.5}}"#, "$.basis.wording", NotANumber),
        (r#"{"basis": {"purpose": "sales", "condition": "z"}}"#, "$.basis.condition", Unknown),
        (r#"{"basis": {"purpose": "sales", "until": "today"}}"#, "$.basis", StrangeWord),
        (r#"{"basis": {"purpose": "sales", "by": "me", "by": "me"}}"#, "$.basis", Twice),
        (r#"{"activity": {"kind": "dance"}}"#, "$.activity.kind", Unknown),
        (r#"{"activity": {"since": "today"}}"#, "$.activity", StrangeWord),
        (r#"{"activity": []}"#, "$.activity", NotACriterion),
        (r#"{"interest": []}"#, "$.interest", NotAList),
        (r#"{"subscription": ["news"]}"#, "$.subscription", Unknown),
        (r#"{"selection": "companies"}"#, "$.selection", OtherKind),
        (r#"{"selection": "no such"}"#, "$.selection", Unknown),
        (r#"{"status": "happy"}"#, "$.status", Unknown),
        (
            &deep,
            "$.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not",
            TooDeep,
        ),
        (&wide, "$.any[499]", TooMany),
        (&long, "$.contains", TooLong),
        (&many, "$.in", TooMany),
        (&words, "$", NotACriterion),
    ];
    for (json, place, wrong) in table {
        let misread = read(json, Of::Persons, &Office::new()).expect_err(json);
        assert_eq!((misread.place.as_str(), misread.wrong), (*place, *wrong), "{json}");
    }
    assert_eq!(read(&" ".repeat(LENGTH + 1), Of::Persons, &Shipped).unwrap_err().wrong, TooLong);
    let nested = "[".repeat(100_000);
    assert_eq!(read(&nested, Of::Persons, &Shipped).unwrap_err().wrong, NotJson);
}

#[test]
fn companies_are_asked_what_they_have() {
    for json in [
        r#"{"field": "name", "contains": "fisk"}"#,
        r#"{"field": "org_number", "is": null}"#,
        r#"{"activity": {"none": true, "after": "-1y"}}"#,
        r#"{"selection": "companies"}"#,
    ] {
        assert!(read(json, Of::Companies, &Office::new()).is_ok(), "{json}");
    }
    for (json, place, wrong) in [
        (r#"{"field": "first_name", "is": "A"}"#, "$.field", Wrong::NoSuchField),
        (r#"{"field": "custom:text", "is": "A"}"#, "$.field", Wrong::NoSuchField),
        (r#"{"basis": {"purpose": "sales", "none": true}}"#, "$.basis", Wrong::NotOfCompanies),
        (r#"{"selection": "persons"}"#, "$.selection", Wrong::OtherKind),
    ] {
        let misread = read(json, Of::Companies, &Office::new()).unwrap_err();
        assert_eq!((misread.place.as_str(), misread.wrong), (place, wrong), "{json}");
    }
}

#[test]
fn what_is_gone_has_no_word() {
    let gone = Node::Field(Asked::Card(Field::Category), Test::Items(OneOf::One(list::Id(77))));
    assert_eq!(Node::Not(Box::new(gone)).to_json(&Shipped), None::<Value>);
    assert_eq!(Node::Selection(selection::Id(77)).to_json(&Shipped), None);
}

#[test]
fn a_tree_tells_what_it_names() {
    let json = r#"{"all": [{"selection": "persons"}, {"not": {"selection": "persons"}}, {"field": "city", "is": "Bodø"},
        {"field": "city", "is": "Oslo"}, {"basis": {"purpose": "marketing", "in": ["consent"], "source": "fair"}}]}"#;
    let tree = read(json, Of::Persons, &Office::new()).unwrap();
    assert_eq!(tree.count(), 7);
    assert_eq!(tree.selections(), [selection::Id(5)]);
    assert_eq!(tree.fields(), [&Asked::Card(Field::City)]);
    let fair = list::shipped_id(List::Source, "fair").unwrap();
    assert_eq!(tree.items(), [MARKETING, crate::model::basis::Basis::Consent.item(), fair]);
}
