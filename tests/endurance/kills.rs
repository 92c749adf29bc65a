//! The program is killed while it writes; what it had answered for is there.

use std::time::Duration;

use super::changes::{Plan, furnish};
use super::child::{ANSWERED, PASSPHRASE_CHANGED, Part, READY, Running, command};
use super::dice::Dice;
use super::ground::{Ground, assert_sound};
use super::state::State;

/// After so many kills a fresh copy of the vault is taken, so that reading all of it stays quick.
const ON_ONE_VAULT: u64 = 20;
const ROWS: u64 = 12;
const LATEST_MS: u64 = 100;

#[test]
fn two_hundred_kills_lose_nothing_that_was_answered() {
    kill(200);
}

#[test]
#[ignore = "takes some minutes"]
fn a_thousand_kills_lose_nothing_that_was_answered() {
    kill(1_000);
}

fn kill(kills: u64) {
    let ground = Ground::new(|office| furnish(office, 10));
    let mut dice = Dice::new(kills);
    let mut vault = ground.vault();
    let mut known = State::default();
    let (mut answered_in_all, mut unanswered_but_kept) = (0, 0);
    for number in 0..kills {
        if number % ON_ONE_VAULT == 0 {
            vault = ground.copy("copy");
            let office = ground.open(&vault).unwrap();
            known = State::read(&office).unwrap();
            office.close();
        }
        let part = Part::Write { seed: number + 1, rows: ROWS, changes: 1_000, between_openings: 1_000 };
        let mut child = Running::start(&mut command(&ground, &vault, part));
        // One in ten is killed while it opens the vault, if it is as slow as that.
        if dice.below(10) > 0 {
            let said = child.line();
            assert!(said.as_deref() == Some(READY), "kill {number}: {said:?} {:?}", child.kill());
        }
        std::thread::sleep(Duration::from_millis(dice.below(LATEST_MS)));
        let lines = child.kill();
        let answered = lines.iter().filter(|line| line.starts_with(ANSWERED)).count();
        let usual = |line: &str| line.starts_with(ANSWERED) || line == READY || line == PASSPHRASE_CHANGED;
        let strange = lines.iter().find(|line| !usual(line));
        assert_eq!(strange, None, "kill {number}");

        let mut plan = Plan::new(known, number + 1, ROWS);
        (0..answered).for_each(|_| drop(plan.next()));
        let promised = plan.state.clone();
        plan.next();
        // At once: the lock of who was killed is free.
        let office = ground.open(&vault).unwrap_or_else(|error| panic!("kill {number}: {error}"));
        let found = State::read(&office).unwrap();
        // The change on its way may have come about, but all of it.
        if found != promised {
            let what = found.difference(&promised);
            assert!(found == plan.state, "kill {number} after {answered} answers: {what}");
            unanswered_but_kept += 1;
        }
        assert_sound(&office, &format!("kill {number}"));
        office.close();
        known = found;
        answered_in_all += answered;
    }
    assert!(answered_in_all > usize::try_from(kills).unwrap(), "only {answered_in_all} answers in {kills} kills");
    println!("{kills} kills, {answered_in_all} answered changes, {unanswered_but_kept} kept before they were answered");
}
