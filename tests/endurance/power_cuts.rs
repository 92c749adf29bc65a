//! The power fails: what was answered is there, whatever of the rest reached the disk.
//!
//! The system calls of a child are recorded while it works, and replayed up to a cut. Two disks come of that: one that
//! holds what had been synchronised by then and nothing else, and one that holds a random half of the rest as well.
//! Sectors are not torn, and disks do not lie. On Linux, with `strace`.

mod disk;
mod record;

use std::path::Path;

use super::changes::{Plan, furnish};
use super::child::{ANSWERED, PASSPHRASE_CHANGED, Part, READY, command};
use super::dice::Dice;
use super::ground::{Ground, assert_sound};
use super::state::State;
use disk::{Disk, Kept};
use record::Moment;

const CUTS: usize = 300;
const CHANGES: u64 = 150;
/// Rows of an imported file: enough for the log to be moved into the database on the way.
const ROWS: u64 = 120;
const BETWEEN_OPENINGS: u64 = 50;
const SEED: u64 = 3;

#[test]
#[ignore = "needs strace, on Linux, and takes some minutes"]
fn three_hundred_power_cuts_lose_nothing_that_was_answered() {
    let ground = Ground::new(|office| furnish(office, 10));
    let vault = ground.copy("copy");
    let mut disk = Disk::of(&vault);
    let record = ground.path("record");
    let part = Part::Write { seed: SEED, rows: ROWS, changes: CHANGES, between_openings: BETWEEN_OPENINGS };
    let ended = record::command(&command(&ground, &vault, part), &record).output().expect("strace");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));

    let office = ground.open(&ground.vault()).unwrap();
    let mut plan = Plan::new(State::read(&office).unwrap(), SEED, ROWS);
    office.close();
    let mut states = vec![plan.state.clone()];
    for _ in 0..=CHANGES {
        plan.next();
        states.push(plan.state.clone());
    }

    let moments = record::read(&record, &vault);
    let begin = moments.iter().position(|moment| moment.says(READY)).unwrap();
    let mut dice = Dice::new(1);
    let mut cuts: Vec<usize> = (0..CUTS).map(|_| begin + dice.index(moments.len() - begin)).collect();
    // Dice seldom hit the moment after the vault was closed, which is when computers are switched off.
    let is_closing = |moment: &&Moment| matches!(moment, Moment::Removed(path) if path.ends_with("vault.db-wal"));
    for closed in moments.iter().enumerate().filter(|(_, moment)| is_closing(moment)).map(|(number, _)| number) {
        cuts.extend([closed; 8]);
    }
    cuts.sort_unstable();

    let mut tally = Tally::default();
    let (mut answered, mut passphrases, mut passphrase) = (0, 0, None);
    let mut cuts = cuts.into_iter().peekable();
    for (number, moment) in moments.iter().enumerate() {
        disk.follow(moment);
        if moment.says(ANSWERED) {
            answered += 1;
        } else if moment.says(PASSPHRASE_CHANGED) {
            passphrases += 1;
            passphrase = disk.content("vault.keys");
        }
        while cuts.next_if_eq(&number).is_some() {
            for kept in [Kept::Synchronised, Kept::HalfOfTheRest] {
                let image = ground.path("image");
                disk.write(&image, kept, &mut dice);
                link_ballast(&vault, &image);
                let what = format!("cut at {number} of {} ({kept:?})", moments.len());
                // A new passphrase is an entry in the journal, and nothing else in there.
                let with = |state: &State, entries| State { journal: state.journal + entries, ..state.clone() };
                let promised = with(&states[answered], passphrases);
                let is_passphrase_next = answered as u64 / BETWEEN_OPENINGS > u64::try_from(passphrases).unwrap();
                let next = match is_passphrase_next {
                    true => with(&promised, 1),
                    false => with(&states[answered + 1], passphrases),
                };
                let found = look(&ground, &image, &what);
                match found {
                    Err(why) => tally.unusable.push(format!("{what}: {why}")),
                    Ok(found) if found == promised => {}
                    Ok(found) if found == next => tally.kept_before_answered += 1,
                    Ok(found) => tally.lost.push(format!("{what}: {}", found.difference(&promised))),
                }
                let keys = std::fs::read(image.join("vault.keys")).ok();
                let keys_fit = keys.is_some() && (keys == disk.content("vault.keys") || keys == passphrase);
                if passphrase.is_some() && !keys_fit {
                    tally.lost.push(format!("{what}: the passphrase"));
                }
                tally.images += 1;
            }
        }
    }
    assert_eq!(u64::try_from(answered).unwrap(), CHANGES);
    println!(
        "{} images of {} cuts in {} system calls, {answered} answered changes: {} lost, {} unusable, {} kept before \
         they were answered",
        tally.images,
        tally.images / 2,
        moments.len(),
        tally.lost.len(),
        tally.unusable.len(),
        tally.kept_before_answered,
    );
    assert!(tally.lost.is_empty(), "{:#?}", tally.lost);
    assert!(tally.unusable.is_empty(), "{:#?}", tally.unusable);
}

#[derive(Default)]
struct Tally {
    images: usize,
    lost: Vec<String>,
    unusable: Vec<String>,
    kept_before_answered: usize,
}

/// Opens what the power cut left, reads everything and checks it.
fn look(ground: &Ground, image: &Path, what: &str) -> Result<State, String> {
    let office = ground.open(image).map_err(|error| format!("{error:?}"))?;
    let found = State::read(&office).map_err(|error| format!("{error:?}"))?;
    assert_sound(&office, what);
    office.close();
    Ok(found)
}

/// The room in reserve is not written by the child, so that all can share it.
fn link_ballast(vault: &Path, image: &Path) {
    std::fs::hard_link(vault.join("ballast"), image.join("ballast")).unwrap();
}
