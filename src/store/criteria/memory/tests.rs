#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::super::tests::{trees, world::World};
use super::*;

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

#[test]
fn sets_are_joined_place_by_place() {
    let mut odd = Set::default();
    for place in (1..200).step_by(2) {
        odd.put(place, true);
    }
    odd.put(3, false);
    let all = Set::everybody(130);
    assert_eq!((odd.count(), all.count(), Set::everybody(128).count(), Set::everybody(0).count()), (99, 130, 128, 0));
    assert_eq!(all.clone().join(&odd, |all, odd| all & !odd).count(), 66);
    assert_eq!(Set::default().join(&odd, |one, odd| one | odd).count(), 99);
}
