#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]

pub(in crate::store::criteria) mod plain;
pub(crate) mod trees;
pub(in crate::store::criteria) mod world;

use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::*;
use crate::model::criteria::{BasisAsks, Comparison, Text, day::Unit};
use crate::model::field::Field;
use world::World;

fn runner(cases: u32, seed: u64) -> TestRunner {
    TestRunner::new(Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() })
}

/// What SQL answers about a tree is what reading it card by card answers.
#[test]
fn sql_answers_what_a_plain_reading_answers() {
    let world = World::new(7, 240);
    let asking = world.asking(Of::Persons);
    let some = std::cell::Cell::new(0);
    runner(2_000, 11)
        .run(&trees::of(Of::Persons), |tree| {
            let found = ids(&world.db, &asking, Who::Criteria(&tree), usize::MAX, 0).unwrap();
            let wanted = world.persons_in_order(|card| plain::is_true(&tree, plain::Record::Person(card), &world));
            proptest::prop_assert_eq!(&found, &wanted);
            let count = count(&world.db, &asking, Who::Criteria(&tree)).unwrap();
            proptest::prop_assert_eq!(count, u64::try_from(wanted.len()).unwrap());
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    // Trees that are true of everybody or of nobody show little.
    runner(300, 12)
        .run(&trees::of(Of::Persons), |tree| {
            let count = usize::try_from(count(&world.db, &asking, Who::Criteria(&tree)).unwrap()).unwrap();
            some.set(some.get() + usize::from(count > 0 && count < world.persons.len()));
            Ok(())
        })
        .unwrap();
    assert!(some.get() > 100, "{some:?}");
}

#[test]
fn every_criterion_alone_is_answered_alike_and_some_are_true_of_some() {
    let world = World::new(8, 240);
    for of in Of::ALL {
        let asking = world.asking(of);
        let (mut true_of_some, mut all) = (std::collections::HashSet::new(), std::collections::HashSet::new());
        for seed in 0..2_500 {
            let (kind, leaf) = trees::leaf(of, seed);
            let found = ids(&world.db, &asking, Who::Criteria(&leaf), usize::MAX, 0).unwrap();
            let wanted = match of {
                Of::Persons => {
                    world.persons_in_order(|card| plain::is_true(&leaf, plain::Record::Person(card), &world))
                }
                Of::Companies => {
                    world.companies_in_order(|company| plain::is_true(&leaf, plain::Record::Company(company), &world))
                }
            };
            assert_eq!(found, wanted, "{leaf:?}");
            if !found.is_empty() {
                true_of_some.insert(kind.clone());
            }
            all.insert(kind);
        }
        all.retain(|kind| !true_of_some.contains(kind));
        // What does not exist yet is true of nobody, and what this world does not have.
        all.retain(|kind| !["picture Null"].contains(&kind.as_str()));
        assert!(all.is_empty(), "true of nobody: {all:?}");
    }
}

#[test]
fn selections_are_what_they_are_made_of() {
    let world = World::new(9, 120);
    let asking = world.asking(Of::Persons);
    for id in world.selections.keys().filter(|id| **id != Id(21)) {
        let found = ids(&world.db, &asking, Who::Selection(*id), usize::MAX, 0).unwrap();
        let node = Node::Selection(*id);
        let wanted = world.persons_in_order(|card| plain::is_true(&node, plain::Record::Person(card), &world));
        assert_eq!(found, wanted, "{id}");
        assert!(!found.is_empty() && found.len() < world.persons.len(), "{id}: {}", found.len());
        let page = ids(&world.db, &asking, Who::Selection(*id), 3, 1).unwrap();
        assert_eq!(page, wanted.iter().skip(1).take(3).copied().collect::<Vec<_>>());
    }
}

#[test]
fn whom_one_may_not_see_is_in_no_answer() {
    let world = World::new(10, 120);
    let viewer = world::USERS[1];
    let asking = Asking { viewer: Some(viewer), ..world.asking(Of::Persons) };
    for tree in [Node::All(Vec::new()), Node::Not(Box::new(Node::Any(Vec::new())))] {
        let found = ids(&world.db, &asking, Who::Criteria(&tree), usize::MAX, 0).unwrap();
        let wanted =
            world.persons_in_order(|card| card.person.content.our_contact.is_none_or(|contact| contact == viewer));
        assert_eq!(found, wanted);
        assert!(found.len() < world.persons.len());
    }
}

#[test]
fn a_copy_holds_whoever_is_open() {
    let world = World::new(13, 120);
    let asking = world.asking(Of::Persons);
    let everybody = Node::All(Vec::new());
    let put = put_into(&world.db, &asking, Who::Criteria(&everybody), world::LIST, (Moment(5), user::FIRST_ID));
    let before = world.persons.iter().filter(|card| card.lists.contains(&world::LIST));
    let open = world.persons.iter().filter(|card| card.restriction.is_none() && !card.lists.contains(&world::LIST));
    assert_eq!(put.unwrap(), open.clone().count());
    let now = count(&world.db, &asking, Who::Selection(world::LIST)).unwrap();
    assert_eq!(now, u64::try_from(before.count() + open.count()).unwrap());
}

/// Nothing of what is asked stands in the statement.
#[test]
fn values_are_bound() {
    let world = World::new(1, 3);
    let asking = world.asking(Of::Persons);
    let nasty = "' OR 1 --\" ; DROP TABLE person; 777";
    for text in [
        Text::Is(OneOf::One(nasty.into())),
        Text::Is(OneOf::In(vec![nasty.into()])),
        Text::StartsWith(nasty.into()),
        Text::EndsWith(nasty.into()),
        Text::Contains(nasty.into()),
    ] {
        let node = Node::Field(Asked::Card(Field::City), Test::Text(text));
        let (sql, values) = condition(&asking, Who::Criteria(&node)).unwrap();
        assert!(!sql.contains("DROP") && !sql.contains("777"), "{sql}");
        assert!(!values.is_empty());
        assert_eq!(count(&world.db, &asking, Who::Criteria(&node)).unwrap(), 0);
    }
}

/// The deepest and widest criteria that can be read are answered, and what is too much for a statement is refused.
#[test]
fn the_largest_criteria_are_answered_and_larger_ones_refused() {
    let world = World::new(2, 20);
    let asking = world.asking(Of::Persons);
    let leaf = || Node::Field(Asked::Card(Field::FirstName), Test::Text(Text::Contains("a".into())));
    let wide = Node::Any((0..crate::model::criteria::NODES - 1).map(|_| leaf()).collect());
    let mut deep = leaf();
    for turn in 0..crate::model::criteria::DEPTH {
        deep = if turn % 2 == 0 { Node::All(vec![leaf(), deep]) } else { Node::Not(Box::new(deep)) };
    }
    for tree in [&wide, &deep] {
        let found = ids(&world.db, &asking, Who::Criteria(tree), usize::MAX, 0).unwrap();
        let wanted = world.persons_in_order(|card| plain::is_true(tree, plain::Record::Person(card), &world));
        assert_eq!(found, wanted);
    }

    // Each is made of the one before, twice: what is asked doubles at every step.
    let id = |number: usize| Id(1_000 + i64::try_from(number).unwrap());
    let mut selections: HashMap<Id, Members> = HashMap::from([(id(0), Members::Static)]);
    for number in 1..30 {
        selections.insert(id(number), Members::Combined(Operation::Union, id(number - 1), id(number - 1)));
    }
    let asking = Asking { selections: &selections, ..asking };
    assert_eq!(count(&world.db, &asking, Who::Selection(id(8))).unwrap(), 0);
    for number in [20, 29] {
        assert!(matches!(check(&asking, Who::Selection(id(number))), Err(Error::Criteria)), "{number}");
    }
    // One that is made of itself, and one that is not there.
    let selections: HashMap<Id, Members> = HashMap::from([
        (id(1), Members::Dynamic(Node::Not(Box::new(Node::Selection(id(2)))))),
        (id(2), Members::Combined(Operation::Union, id(1), id(2))),
        (id(3), Members::Dynamic(Node::Selection(id(4)))),
    ]);
    let asking = Asking { selections: &selections, ..asking };
    for number in [1, 2, 3] {
        assert!(matches!(check(&asking, Who::Selection(id(number))), Err(Error::Criteria)), "{number}");
    }
}

/// What is asked often is found by an index, or by walking the cards and their own rows; nothing is read as a whole for
/// every card.
#[test]
fn no_criterion_reads_a_whole_table_for_each_card() {
    let world = World::new(3, 30);
    for of in Of::ALL {
        let asking = world.asking(of);
        for seed in 0..400 {
            let (_, leaf) = trees::leaf(of, seed);
            let (condition, values) = condition(&asking, Who::Criteria(&leaf)).unwrap();
            let sql = format!("EXPLAIN QUERY PLAN SELECT count(*) FROM {} r WHERE {condition}", table(of));
            let mut statement = world.db.sql().prepare(&sql).unwrap();
            let steps = statement.query_map(params_from_iter(values), |row| row.get::<_, String>(3)).unwrap();
            for step in steps.map(Result::unwrap).filter(|step| step.starts_with("SCAN ")) {
                // The cards themselves, and the few items of lists, once.
                assert!(step.starts_with("SCAN r") || step.starts_with("SCAN list_item"), "{step}: {leaf:?}");
            }
        }
    }
}

#[test]
fn days_are_those_of_the_user_and_bounds_belong_to_a_period() {
    let world = World::new(4, 60);
    let asking = world.asking(Of::Persons);
    let day = |day: &str| Day::Date(day.parse().unwrap());
    let of = |comparison| Node::Field(Asked::CreatedAt, Test::Day(comparison));
    let whole = of(Comparison::Between(Day::From(-99, Unit::Years), Day::Today));
    let parts = [
        of(Comparison::Before(day("2024-03-01"))),
        of(Comparison::Is(day("2024-03-01"))),
        of(Comparison::After(day("2024-03-01"))),
    ];
    let counted = |node: &Node| count(&world.db, &asking, Who::Criteria(node)).unwrap();
    assert_eq!(counted(&whole), 60);
    assert_eq!(parts.iter().map(counted).sum::<u64>(), 60);
    let purpose = list::SALES;
    let none = |none| Node::Basis(crate::model::criteria::Basis { purpose, asks: BasisAsks::None(none) });
    assert_eq!(counted(&none(true)) + counted(&none(false)), 60);
}

/// Prints how long counting takes at a million; run it with `--ignored --nocapture`.
#[test]
#[ignore = "prints times, asserts nothing"]
#[allow(clippy::print_stderr)]
fn measure() {
    let world = World::new(1, 1);
    let sql = world.db.sql();
    let whole = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)";
    sql.execute_batch(&format!(
        "BEGIN;
         {whole} INSERT INTO person (id, first_name, last_name, sort_key, title, position, category, business,
             our_contact, country, language, birth_date, website, note, former_employee, no_mailings, source,
             journal_ref, created_at, created_by, updated_at, updated_by)
         SELECT 912297761351667712 + i, 'Kari' || i % 500, 'Nordmann' || i % 9973, CAST('nordmann' || i AS BLOB), 'Selger',
             3001 + i % 16, 1001 + i % 5, 2001 + i % 15, 1 + i % 3, iif(i % 3, 'NO', 'SE'), 4001 + i % 3, '1980-01-01',
             'https://example.org/' || i, 'Kjøper helst om våren, og ringer selv.', i % 10 = 0, i % 7 = 0, 7001, i,
             1700000000000 + i * 50000, 1, 1700000000000 + i * 60000, 1 FROM n;
         {whole} INSERT INTO email (person, id, rank, address, key, source, at, by)
         SELECT 912297761351667712 + i, i, 1, 'kari' || i || '@example.' || iif(i % 4, 'com', 'org'),
             'kari' || i || '@example.' || iif(i % 4, 'com', 'org'), 7001, 1700000000000, 1 FROM n;
         {whole} INSERT INTO ledger (person, id, purpose, basis, source, at, by)
         SELECT 912297761351667712 + i, i * 2 + p, 8001 + p, iif(i % 4, 9001, 9006), 7001, 1700000000000 + i, 1
         FROM n, (SELECT 0 AS p UNION ALL SELECT 1);
         {whole} INSERT INTO activity (id, person, kind, at, source, created_at, created_by, updated_at, updated_by)
         SELECT i, 912297761351667712 + i, 11002, 1600000000000 + i * 100000, 7001, 0, 1, 0, 1 FROM n WHERE i % 2;
         {whole} INSERT INTO person_interest (person, interest, at, by)
         SELECT 912297761351667712 + i, 6001 + i % 8, 0, 1 FROM n;
         COMMIT"
    ))
    .unwrap();
    let asking = world.asking(Of::Persons);
    let words = crate::model::criteria::Shipped;
    let each = [
        r#"{"field": "category", "in": ["prospect", "customer"]}"#,
        r#"{"field": "country", "is": "NO"}"#,
        r#"{"field": "former_employee", "is": false}"#,
        r#"{"field": "no_mailings", "is": false}"#,
        r#"{"field": "created_at", "before": "today"}"#,
        r#"{"basis": {"purpose": "marketing", "in": ["consent"]}}"#,
        r#"{"not": {"field": "email", "ends_with": "@example.org"}}"#,
        r#"{"any": [{"field": "last_activity", "before": "-1y"}, {"field": "last_activity", "is": null}]}"#,
        r#"{"not": {"status": "restricted"}}"#,
        r#"{"not": {"interest": "offers"}}"#,
    ];
    let all = format!(r#"{{"all": [{}]}}"#, each.join(","));
    for json in each.into_iter().chain([all.as_str()]) {
        let node = crate::model::criteria::read(json, Of::Persons, &words).unwrap();
        let start = std::time::Instant::now();
        count(&world.db, &asking, Who::Criteria(&node)).unwrap();
        eprintln!("{} ms {json}", start.elapsed().as_millis());
    }
}
