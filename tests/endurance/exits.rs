//! The program ends while its card file is still being read, in the ordinary way.

use super::changes::furnish;
use super::child::{Part, command};
use super::ground::Ground;

#[test]
fn a_program_that_ends_while_it_reads_ends_well() {
    end(20);
}

#[test]
#[ignore = "takes a minute"]
fn three_hundred_programs_that_end_while_they_read_end_well() {
    end(300);
}

fn end(times: u32) {
    let ground = Ground::new(|office| furnish(office, 100));
    let vault = ground.vault();
    let mut failed = Vec::new();
    for _ in 0..times {
        let ended = command(&ground, &vault, Part::Exit).output().unwrap();
        if !ended.status.success() {
            failed.push(ended.status.to_string());
        }
        // The vault was closed as well: its log is gone.
        if vault.join("vault.db-wal").exists() {
            failed.push("not closed".to_owned());
        }
    }
    assert!(failed.is_empty(), "{} of {times}: {failed:?}", failed.len());
}
