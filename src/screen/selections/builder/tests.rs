#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;

use super::row::{Op, Reader, Row, What};
use super::tree::{Group, Item, Lenience, Mode};
use super::{Edit, apply};
use crate::i18n::Lang;
use crate::model::criteria::{Asked, Node, Of, OneOf, Shipped, Test, Text, read};
use crate::model::field::Field;
use crate::model::list;

fn reader(lang: Lang) -> Reader {
    Reader { lang, today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() }
}

fn built(node: &Node, lang: Lang) -> Group {
    Group::of(node, &mut 0, lang)
}

/// Whatever criteria say, the builder shows and gives back the same, in every language.
#[test]
fn criteria_come_back_as_they_were() {
    for json in [
        r#"{"all": []}"#,
        r#"{"any": []}"#,
        r#"{"not": {"all": [{"informed": true}]}}"#,
        r#"{"not": {"any": [{"informed": false}, {"duplicate": true}]}}"#,
        r#"{"all": [{"field": "city", "is": "Bodø"}, {"field": "city", "in": ["Bodø", "Oslo; Vika"]},
            {"not": {"field": "city", "contains": "ø"}}, {"field": "city", "starts_with": "B"},
            {"not": {"field": "city", "ends_with": "o"}}, {"field": "city", "is": null},
            {"not": {"field": "city", "is": null}}, {"not": {"field": "mobile", "is": "900 00 000"}}]}"#,
        r#"{"any": [{"field": "birth_date", "before": "1980-01-31"}, {"field": "birth_date", "is": "today"},
            {"field": "created_at", "after": "-18m"}, {"not": {"field": "updated_at", "before": "+3d"}},
            {"field": "birth_date", "between": ["-30y", "2026-02-28"]}]}"#,
        r#"{"all": [{"field": "category", "is": "prospect"}, {"not": {"field": "category", "in": ["prospect", "customer"]}},
            {"field": "our_contact", "is": "me"}, {"field": "no_mailings", "is": true},
            {"not": {"field": "former_employee", "is": false}}, {"field": "picture", "is": null}]}"#,
        r#"{"all": [{"basis": {"purpose": "sales", "none": true}}, {"basis": {"purpose": "sales", "none": false}},
            {"basis": {"purpose": "marketing", "in": ["consent", "contract"], "source": "fair", "after": "-2y",
                "before": "today", "by": "me", "wording": 2, "condition": null}},
            {"not": {"basis": {"purpose": "marketing", "wording": null}}}]}"#,
        r#"{"all": [{"interest": ["offers", "events"]}, {"activity": {}}, {"activity": {"none": true, "after": "-3y"}},
            {"activity": {"kind": ["call"], "before": "2026-01-01"}}, {"status": ["active", "former"]},
            {"not": {"status": "restricted"}}, {"informed": false}, {"duplicate": true}]}"#,
        r#"{"all": [{"any": [{"informed": true}, {"all": [{"duplicate": true}]}]},
            {"not": {"any": [{"field": "city", "is": "Oslo"}]}}, {"not": {"all": [{"informed": true}]}}]}"#,
    ] {
        let Ok(node) = read(json, Of::Persons, &Shipped) else { panic!("{json}") };
        for lang in Lang::ALL {
            let again = built(&node, lang).node(reader(lang), Lenience::Refuse).unwrap();
            // One of one is that one.
            let (again, node) = (again.to_json(&Shipped).unwrap(), node.to_json(&Shipped).unwrap());
            let plain = |json: serde_json::Value| json.to_string().replace(r#""in":["call"]"#, r#""is":"call""#);
            assert_eq!(plain(again), plain(node).replace(r#""kind":["call"]"#, r#""kind":"call""#), "{lang}");
        }
    }
}

/// What stands on its own stands in a group; what is turned round twice is as it was.
#[test]
fn every_shape_means_the_same() {
    let informed = || Node::Informed(true);
    for (node, wanted) in [
        (informed(), Node::All(vec![informed()])),
        (Node::Not(Box::new(informed())), Node::All(vec![Node::Informed(false)])),
        (
            Node::Not(Box::new(Node::Not(Box::new(informed())))),
            Node::Not(Box::new(Node::Any(vec![Node::Informed(false)]))),
        ),
    ] {
        assert_eq!(built(&node, Lang::En).node(reader(Lang::En), Lenience::Refuse), Some(wanted));
    }
}

#[test]
fn what_is_not_complete_is_left_out_or_refused() {
    let mut root = built(&Node::All(vec![Node::Informed(true)]), Lang::Nb);
    let city = What::Field(Asked::Card(Field::City));
    root.items.push(Item::Row(Box::new(Row::new(7, city))));
    root.items.push(Item::Group(Group {
        key: 8,
        mode: Mode::Any,
        items: vec![Item::Row(Box::new(Row::new(9, What::Interest)))],
    }));
    let reader = reader(Lang::Nb);
    assert_eq!(root.rows(reader), (3, 2));
    assert_eq!(root.node(reader, Lenience::LeaveOut), Some(Node::All(vec![Node::Informed(true)])));
    assert_eq!(root.node(reader, Lenience::Refuse), None);
    let row = root.row_mut(7).unwrap();
    apply(row, Edit::Text(" Bodø ".into()));
    apply(row, Edit::Keep);
    apply(row, Edit::Text("Oslo".into()));
    let text = Test::Text(Text::Is(OneOf::In(vec!["Bodø".into(), "Oslo".into()])));
    assert_eq!(row.node(reader), Some(Node::Field(Asked::Card(Field::City), text)));
    apply(root.row_mut(9).unwrap(), Edit::Item(list::Id(5)));
    assert_eq!(root.rows(reader), (3, 0));
    root.remove(8);
    assert_eq!(root.rows(reader), (2, 0));
}

#[test]
fn days_and_numbers_are_read_as_they_are_typed() {
    let mut row = Row::new(1, What::Field(Asked::Card(Field::BirthDate)));
    for (text, kind, lang, wanted) in [
        ("17.05.1980", "date", Lang::Nb, Some(r#"{"before":"1980-05-17","field":"birth_date"}"#)),
        ("32.05.1980", "date", Lang::Nb, None),
        ("3", "years-ago", Lang::En, Some(r#"{"before":"-3y","field":"birth_date"}"#)),
        ("x", "years-ago", Lang::En, None),
        ("9999", "years-ago", Lang::En, None),
        ("14", "days-ahead", Lang::Sv, Some(r#"{"before":"+14d","field":"birth_date"}"#)),
        ("", "today", Lang::Sv, Some(r#"{"before":"today","field":"birth_date"}"#)),
    ] {
        let kind = super::row::DayKind::ALL.into_iter().find(|known| known.key() == kind).unwrap();
        row.op = Op::Before;
        apply(&mut row, Edit::FirstKind(kind));
        apply(&mut row, Edit::FirstText(text.into()));
        let json = row.node(reader(lang)).map(|node| node.to_json(&Shipped).unwrap().to_string());
        assert_eq!(json.as_deref(), wanted, "{text}");
    }
}
