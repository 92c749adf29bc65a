#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::super::tests::{plain, trees, world::World};
use super::*;
use crate::model::criteria::Of;

fn count(memory: &mut Memory, world: &World, asking: &Asking<'_>, node: &Node) -> Option<u64> {
    let tree = opened(asking, Who::Criteria(node))?;
    world.db.snapshot(|db| memory.count(db, asking, &tree)).unwrap()
}

/// What is put together is what one statement answers, whatever was asked before.
#[test]
fn what_is_put_together_is_what_one_statement_answers() {
    let world = World::new(17, 160);
    let asking = world.asking(Of::Persons);
    let memory = std::cell::RefCell::new(Memory::default());
    let here = std::cell::Cell::new(0);
    let config = Config { cases: 1_500, rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&trees::of(Of::Persons), |tree| {
            let wanted = super::super::count(&world.db, &asking, Who::Criteria(&tree)).unwrap();
            for _ in 0..2 {
                let counted = count(&mut memory.borrow_mut(), &world, &asking, &tree);
                here.set(here.get() + usize::from(counted.is_some()));
                proptest::prop_assert_eq!(counted.unwrap_or(wanted), wanted);
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(here.get() > 1_500, "most are put together here: {}", here.get());
    assert!(memory.borrow().answers.len() <= ANSWERS);
}

/// One more criterion asks about that one, and none asks about nothing.
#[test]
fn a_group_that_grows_asks_about_what_is_new() {
    let world = World::new(17, 60);
    let asking = world.asking(Of::Persons);
    let mut memory = Memory::default();
    let leaves: Vec<Node> = (0..200)
        .map(|seed| trees::leaf(Of::Persons, seed).1)
        .filter(|node| node.selections().is_empty() && !matches!(node, Node::Duplicate(_)))
        .take(6)
        .collect();
    count(&mut memory, &world, &asking, &Node::All(leaves[..5].to_vec()));
    assert_eq!(memory.answers.len(), 2, "the group in one pass, and who is seen");
    count(&mut memory, &world, &asking, &Node::All(leaves.clone()));
    assert_eq!(memory.answers.len(), 4, "the new one, and the group with it");
    let uses = memory.uses;
    let wanted = super::super::count(&world.db, &asking, Who::Criteria(&Node::All(leaves.clone()))).unwrap();
    assert_eq!(count(&mut memory, &world, &asking, &Node::All(leaves)), Some(wanted));
    assert!(memory.uses > uses && memory.answers.len() == 4);
}

/// Fills columns with everything there is.
fn filled(world: &World) -> Answers {
    let answers = Answers::default();
    let fill = || world.db.snapshot(|db| answers.fill(db, 0)).unwrap();
    assert_eq!(fill(), Filled::More);
    while fill() == Filled::More {}
    assert!(answers.bytes().is_some_and(|bytes| bytes > 1_000));
    answers
}

/// What columns answer is what SQL answers, and what a plain reading of the cards does.
#[test]
fn columns_answer_what_sql_and_a_plain_reading_answer() {
    let world = World::new(23, 300);
    let asking = world.asking(Of::Persons);
    let answers = filled(&world);
    let config = Config { cases: 2_000, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&trees::of(Of::Persons), |tree| {
            let wanted = super::super::count(&world.db, &asking, Who::Criteria(&tree)).unwrap();
            let read = world.persons_in_order(|card| plain::is_true(&tree, plain::Record::Person(card), &world));
            proptest::prop_assert_eq!(read.len() as u64, wanted);
            let counted = world.db.snapshot(|db| answers.count(db, &asking, Who::Criteria(&tree))).unwrap();
            proptest::prop_assert_eq!(counted.unwrap_or(wanted), wanted);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

/// Each criterion alone: of whom it is true, not only of how many; and which ones go to the file.
#[test]
fn every_criterion_is_answered_alike_by_columns_and_few_are_not_answered() {
    let world = World::new(24, 300);
    let asking = world.asking(Of::Persons);
    let answers = filled(&world);
    let memory = answers.memory();
    let (columns, _) = memory.columns.as_ref().unwrap();
    let (mut here, mut elsewhere) = (HashMap::new(), HashMap::new());
    for seed in 0..3_000 {
        let (kind, leaf) = trees::leaf(Of::Persons, seed);
        let node = if let Node::Not(inner) = &leaf { inner.as_ref() } else { &leaf };
        let Some(who) = columns.answer(&world.db, &asking, node).unwrap() else {
            *elsewhere.entry(kind).or_insert(0) += 1;
            continue;
        };
        let (condition, values) = condition(&asking, Who::Criteria(node)).unwrap();
        let sql = format!("SELECT r.id FROM person r WHERE {condition}");
        let mut statement = world.db.sql().prepare(&sql).unwrap();
        let ids = statement.query_map(params_from_iter(values), |row| row.get(0)).unwrap();
        let wanted = memory.set_of(&ids.collect::<Result<Vec<i64>, _>>().unwrap());
        assert_eq!(who.clone().and(&wanted).count(), wanted.count(), "{node:?}");
        assert_eq!(who.count(), wanted.count(), "{node:?}");
        *here.entry(kind).or_insert(0) += 1;
    }
    elsewhere.retain(|kind, _| !here.contains_key(kind));
    let mut elsewhere: Vec<String> = elsewhere.into_keys().collect();
    elsewhere.sort_unstable();
    let wanted = ["custom:number ", "duplicate", "former_company ", "former_company Null", "selection"];
    assert_eq!(elsewhere, wanted);
}

/// Who sees whom is read from columns as well.
#[test]
fn columns_leave_out_whom_one_may_not_see_and_who_lies_in_the_trash() {
    let world = World::new(25, 200);
    let sql = "INSERT INTO trashed_person (person, deletion, at, by, purge_on) VALUES (?, 1, 0, 1, '2027-01-01')";
    for card in world.persons.iter().step_by(7) {
        world.db.sql().execute(sql, [card.person.id.0]).unwrap();
    }
    let answers = filled(&world);
    for viewer in [None, Some(user::Id(2))] {
        let asking = Asking { viewer, ..world.asking(Of::Persons) };
        for seed in 0..60 {
            let leaf = trees::leaf(Of::Persons, seed).1;
            let wanted = super::super::count(&world.db, &asking, Who::Criteria(&leaf)).unwrap();
            let counted = world.db.snapshot(|db| answers.count(db, &asking, Who::Criteria(&leaf))).unwrap();
            assert_eq!(counted.unwrap_or(wanted), wanted, "{leaf:?}");
        }
    }
}

/// Somebody reads while others ask, and what they change meanwhile is not missed.
#[test]
fn what_is_changed_while_columns_are_filled_is_read_anew() {
    let world = World::new(26, 120);
    let asking = world.asking(Of::Persons);
    let answers = Answers::default();
    let fill = || world.db.snapshot(|db| answers.fill(db, 0)).unwrap();
    // Begun and read, but not taken over yet.
    assert_eq!((fill(), fill()), (Filled::More, Filled::More));
    let one = &world.persons[3].person;
    world.db.sql().execute("UPDATE person SET title = 'Changed meanwhile' WHERE id = ?", [one.id.0]).unwrap();
    let note = |seq: i64, kind: Kind, person: Option<i64>| {
        let row = journal::Row {
            seq,
            at: 0,
            by: 1,
            kind: kind.code(),
            person_ref: person,
            record: None,
            fields: String::new(),
            mac: Vec::new(),
        };
        journal::insert(&world.db, &row).unwrap();
    };
    // The world gives everybody their identity as what the journal calls them.
    note(1, Kind::PersonEdited, Some(one.id.0));
    let text = crate::model::criteria::Text::Contains("changed mean".into());
    let changed = Node::Field(Asked::Card(crate::model::field::Field::Title), crate::model::criteria::Test::Text(text));
    let counted = || world.db.snapshot(|db| answers.count(db, &asking, Who::Criteria(&changed))).unwrap();
    assert_eq!(counted(), Some(1), "asked of the file");
    assert_eq!(fill(), Filled::Done);
    assert!(answers.bytes().is_some());
    assert_eq!(counted(), Some(1));
    answers.memory().answers.clear();
    assert_eq!(counted(), Some(1), "from the columns");
    // After what may mean anybody, nothing is held any more, and it is read again.
    note(2, Kind::MassEdited, None);
    assert_eq!(counted(), Some(1));
    assert_eq!(answers.bytes(), None);
    assert_eq!((fill(), fill(), fill()), (Filled::More, Filled::More, Filled::Done));
    assert!(answers.bytes().is_some());
}

/// What is too long is left out, the longest first, and asked of the file.
#[test]
fn what_takes_too_much_room_is_left_out() {
    let world = World::new(27, 200);
    let asking = world.asking(Of::Persons);
    let answers = filled(&world);
    let mut memory = answers.memory();
    let (columns, _) = memory.columns.as_mut().unwrap();
    let emails = Node::Field(
        Asked::Card(crate::model::field::Field::Email),
        crate::model::criteria::Test::Text(crate::model::criteria::Text::Contains("kari".into())),
    );
    let category = Node::Status(crate::model::criteria::OneOf::One(crate::model::criteria::Status::Former));
    assert!(columns.can(&emails) && columns.can(&category));
    columns.bound(0);
    assert!(!columns.can(&emails) && columns.can(&category));
    assert_eq!(columns.answer(&world.db, &asking, &emails).unwrap(), None);
}
