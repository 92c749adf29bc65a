//! Random criteria, about what the random people have.

use proptest::prelude::*;

use super::world::{
    CITIES, COMPANIES, DATES, Dice, EMAILS, FIRST_NAMES, LAST_NAMES, NUMBERS, OWN_BASIS, OWN_KIND, PHONES, USERS,
    WORDS, items, own,
};
use crate::model::basis::Basis as Legal;
use crate::model::condition::Condition;
use crate::model::criteria::day::Unit;
use crate::model::criteria::{
    Activity, Asked, Basis, BasisAsks, Comparison, Day, Node, Of, OneOf, Row, Status, Test, Text, Type,
};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::selection::Id;

pub fn of(of: Of) -> impl Strategy<Value = Node> {
    any::<u64>().prop_map(move |seed| leaf(of, seed).1).prop_recursive(5, 30, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Node::All),
            prop::collection::vec(inner.clone(), 0..5).prop_map(Node::Any),
            inner.prop_map(|node| Node::Not(Box::new(node))),
        ]
    })
}

/// Returns a criterion, and which kind of one it is.
pub fn leaf(of: Of, seed: u64) -> (String, Node) {
    let mut dice = Dice(seed);
    dice.below(2);
    let beyond = match of {
        Of::Persons => dice.below(14),
        Of::Companies => [3, 4, 99, 99, 99, 99][dice.below(6)],
    };
    match beyond {
        0 | 1 => {
            let purpose = dice.one(&[list::SALES, list::MARKETING]);
            let asks = if dice.is(5) { BasisAsks::None(dice.is(2)) } else { BasisAsks::Row(Box::new(row(&mut dice))) };
            ("basis".into(), Node::Basis(Basis { purpose, asks }))
        }
        2 => {
            let interests = &items(List::Interest)[..4];
            ("interest".into(), Node::Interest(one_of(&mut dice, interests)))
        }
        3 => ("activity".into(), Node::Activity(activity(&mut dice))),
        4 if of == Of::Companies => ("selection".into(), Node::Selection(Id(21))),
        4 => ("selection".into(), Node::Selection(Id(11 + i64::try_from(dice.below(10)).unwrap()))),
        5 => ("status".into(), Node::Status(one_of(&mut dice, &Status::ALL))),
        6 => match dice.below(3) {
            0 => ("duplicate".into(), Node::Duplicate(dice.is(2))),
            1 => ("informed".into(), Node::Informed(dice.is(2))),
            _ => ("subscription".into(), Node::Subscription(items(List::Subscription)[0])),
        },
        _ => {
            let mut fields = Asked::all(of);
            if of == Of::Persons {
                fields.extend(own().into_iter().map(|own| Asked::Own(own.id, own.kind, own.key)));
            }
            let asked = dice.one(&fields);
            let test = test(&mut dice, &asked);
            let what = match &test {
                Test::Null => "Null",
                Test::Text(_) | Test::Number(_) | Test::Day(_) | Test::YesNo(_) | Test::Items(_) | Test::Users(_) => "",
            };
            // Some fields are never empty.
            let never = [Type::YesNo, Type::Moment, Type::User].contains(&asked.holds())
                || ["last_name", "source", "name", "addresses"].contains(&asked.to_string().as_str());
            let kind = if never && what == "Null" { "filled".to_owned() } else { format!("{asked} {what}") };
            if kind == "filled" {
                (asked.to_string() + " ", Node::Not(Box::new(Node::Field(asked, test))))
            } else {
                (kind, Node::Field(asked, test))
            }
        }
    }
}

fn one_of<T: Clone>(dice: &mut Dice, of: &[T]) -> OneOf<T> {
    if dice.is(2) { OneOf::One(dice.one(of)) } else { OneOf::In((0..=dice.below(3)).map(|_| dice.one(of)).collect()) }
}

fn row(dice: &mut Dice) -> Row {
    let mut bases: Vec<list::Id> =
        Legal::ALL.into_iter().filter(|basis| *basis != Legal::Void).map(Legal::item).collect();
    bases.push(OWN_BASIS);
    let mut row = Row::default();
    match dice.below(7) {
        0 | 1 => row.is_in = Some((0..=dice.below(4)).map(|_| dice.one(&bases)).collect()),
        2 => row.source = Some(one_of(dice, &items(List::Source)[..4])),
        3 => row.by = Some(one_of(dice, &USERS)),
        4 => row.wording = Some(dice.one(&[None, Some(1), Some(2), Some(3)])),
        5 => row.condition = Some(dice.one(&[None, Some(Condition::ALL[0]), Some(Condition::ALL[1])])),
        _ => row.before = Some(day(dice)),
    }
    if dice.is(3) {
        row.after = Some(day(dice));
    }
    row
}

fn activity(dice: &mut Dice) -> Activity {
    let mut kinds = items(List::Activity);
    kinds.push(OWN_KIND);
    Activity {
        kind: dice.is(2).then(|| one_of(dice, &kinds)),
        after: dice.is(2).then(|| day(dice)),
        before: dice.is(2).then(|| day(dice)),
        none: dice.is(3),
    }
}

fn day(dice: &mut Dice) -> Day {
    match dice.below(4) {
        0 => Day::Today,
        1 => Day::From(-i32::try_from(dice.below(40)).unwrap(), dice.one(&Unit::ALL)),
        _ => Day::Date(dice.one(&DATES).parse().unwrap()),
    }
}

fn comparison<T: PartialOrd>(dice: &mut Dice, mut one: impl FnMut(&mut Dice) -> T) -> Comparison<T> {
    match dice.below(4) {
        0 => Comparison::Is(one(dice)),
        1 => Comparison::Before(one(dice)),
        2 => Comparison::After(one(dice)),
        _ => {
            let (first, last) = (one(dice), one(dice));
            if first <= last { Comparison::Between(first, last) } else { Comparison::Between(last, first) }
        }
    }
}

fn test(dice: &mut Dice, asked: &Asked) -> Test {
    if dice.is(6) || asked.holds() == Type::Presence {
        return Test::Null;
    }
    match asked.holds() {
        Type::Text => Test::Text(text(dice, asked)),
        Type::Phone => {
            let number = |dice: &mut Dice| dice.one(&PHONES).to_owned();
            Test::Text(match dice.below(5) {
                0 => Text::StartsWith(dice.one(&["+47", "9", "0047 9", "55"]).to_owned()),
                1 => Text::EndsWith(dice.one(&["22", "2 33", "112"]).to_owned()),
                2 => Text::Contains(dice.one(&["11", "0011", "4"]).to_owned()),
                3 => Text::Is(OneOf::One(number(dice))),
                _ => Text::Is(OneOf::In(vec![number(dice), number(dice)])),
            })
        }
        Type::Number => Test::Number(comparison(dice, |dice| dice.one(&NUMBERS).parse().unwrap())),
        Type::Date | Type::Moment => {
            let on = |dice: &mut Dice| dice.one(&DATES).parse::<chrono::NaiveDate>().unwrap();
            Test::Day(if dice.is(2) {
                match comparison(dice, on) {
                    Comparison::Is(one) => Comparison::Is(Day::Date(one)),
                    Comparison::Before(one) => Comparison::Before(Day::Date(one)),
                    Comparison::After(one) => Comparison::After(Day::Date(one)),
                    Comparison::Between(first, last) => Comparison::Between(Day::Date(first), Day::Date(last)),
                }
            } else {
                let (first, last) = (day(dice), day(dice));
                dice.one(&[
                    Comparison::Is(first),
                    Comparison::Before(first),
                    Comparison::After(first),
                    Comparison::Between(first, last),
                ])
            })
        }
        Type::YesNo => Test::YesNo(dice.is(2)),
        Type::Item(list) => Test::Items(one_of(dice, &items(list)[..3])),
        Type::User => Test::Users(one_of(dice, &USERS)),
        Type::Presence => Test::Null,
    }
}

fn text(dice: &mut Dice, asked: &Asked) -> Text {
    let known: &[&str] = match asked {
        Asked::Card(Field::FirstName) => &FIRST_NAMES,
        Asked::Card(Field::LastName) => &LAST_NAMES,
        Asked::Card(Field::Company | Field::Name) | Asked::FormerCompany => &COMPANIES,
        Asked::Card(Field::Email | Field::Emails) => &EMAILS,
        Asked::Card(Field::City | Field::Addresses) => &CITIES,
        Asked::Card(Field::Country) => &["NO", "no", "SE", "FI"],
        Asked::Card(Field::Website) => &["https://example.org", "example"],
        Asked::Card(Field::Number) => &["10007", "10001", "1"],
        Asked::Card(Field::Address) => &["Åsveien", "bryggen 1", "Bryggen"],
        Asked::Card(Field::Postcode) => &["5003", "50"],
        Asked::Card(Field::OrgNumber) => &["923609016", "556036-0793"],
        Asked::Card(_)
        | Asked::Own(..)
        | Asked::LastActivity
        | Asked::Restricted
        | Asked::CreatedAt
        | Asked::CreatedBy
        | Asked::UpdatedAt
        | Asked::UpdatedBy => &WORDS,
    };
    let word = |dice: &mut Dice| loop {
        let word = dice.one(known).replace('\n', " ");
        if !word.is_empty() {
            let upper = dice.is(4);
            return if upper { word.to_uppercase() } else { word };
        }
    };
    let part = |dice: &mut Dice, word: String| {
        let letters: Vec<char> = word.chars().collect();
        let from = dice.below(letters.len());
        letters[from..].iter().collect::<String>()
    };
    let whole = word(dice);
    match dice.below(5) {
        0 => Text::Is(OneOf::One(whole)),
        1 => Text::Is(OneOf::In(vec![whole, word(dice)])),
        2 => Text::StartsWith(whole.chars().take(2).collect()),
        3 => Text::EndsWith(part(dice, whole)),
        _ => Text::Contains(part(dice, whole).chars().take(2).collect()),
    }
}
