//! The write-ahead log ends anywhere: what was in it whole is there, and the rest as if it had never been.
//!
//! This shows what a power cut does that loses the newest writes in order. That what was answered has reached the disk
//! at all shows only the record of system calls in [`super::power_cuts`].

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};

use super::changes::{Plan, furnish};
use super::dice::Dice;
use super::ground::{Ground, assert_sound, copy};
use super::state::State;

const CHANGES: usize = 60;
const CUTS: usize = 60;

#[test]
fn a_log_cut_anywhere_holds_a_whole_number_of_changes() {
    let ground = Ground::new(|office| furnish(office, 10));
    let vault = ground.vault();
    let office = ground.open(&vault).unwrap();
    let log = vault.join("vault.db-wal");
    let attachments = vault.join("attachments");
    let kept = ground.path("kept");
    fs::create_dir(&kept).unwrap();

    // How long the log was when each state had been answered.
    let mut plan = Plan::new(State::read(&office).unwrap(), 7, 5);
    let length = || fs::metadata(&log).map_or(0, |log| log.len());
    let mut states = vec![(length(), plan.state.clone())];
    while states.len() <= CHANGES {
        let before = length();
        plan.next().make(&office, ground.path("").as_path()).unwrap();
        // Removing people empties the log. It begins anew then, and so do the states.
        if length() < before {
            states.clear();
            copy(&vault, &ground.path("base"));
        }
        states.push((length(), plan.state.clone()));
        // Files of cards are removed when a later change replaces them.
        for entry in fs::read_dir(&attachments).unwrap() {
            let path = entry.unwrap().path();
            let _ = fs::hard_link(&path, kept.join(path.file_name().unwrap()));
        }
    }
    let crashed = ground.path("crashed");
    copy(&vault, &crashed);
    office.close();
    copy(&kept, &crashed.join("attachments"));

    let mut dice = Dice::new(1);
    let whole = states.last().unwrap().0;
    for number in 0..CUTS {
        let image = ground.path("image");
        copy(&crashed, &image);
        let cut = dice.below(whole + 1);
        let mut file = File::options().write(true).open(image.join("vault.db-wal")).unwrap();
        file.set_len(cut).unwrap();
        // On every other disk the length had been noted before the content.
        if number % 2 == 1 {
            file.set_len(whole).unwrap();
            file.seek(SeekFrom::Start(cut)).unwrap();
            file.write_all(&vec![0; usize::try_from((whole - cut).min(10_000)).unwrap()]).unwrap();
        }
        drop(file);
        let (_, promised) = states.iter().rev().find(|(length, _)| *length <= cut).unwrap();
        let office = ground.open(&image).unwrap_or_else(|error| panic!("cut at {cut}: {error}"));
        let found = State::read(&office).unwrap();
        assert!(found == *promised, "cut at {cut} of {whole}: {}", found.difference(promised));
        assert_sound(&office, &format!("cut at {cut}"));
        office.close();
    }
}
