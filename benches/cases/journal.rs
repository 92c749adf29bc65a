//! Checking the whole chain of the journal, beside reading its rows.

use std::time::Instant;

use kartotek::office::journal;

use super::{limit, measure, vaults};

pub fn run(count: u64) {
    let kept = vaults::imported(count);
    let office = vaults::open(&kept.vault());
    let bare = limit::open(&kept.bare());
    let (mut ours, mut read) = (Vec::new(), Vec::new());
    for round in 0..=measure::rounds(count) {
        let clock = Instant::now();
        let verdict = journal::examine(&office).unwrap();
        let took = measure::ms(clock.elapsed());
        assert!(verdict.is_intact());
        let clock = Instant::now();
        assert!(limit::read_journal(&bare) > count * 9 / 10);
        if round > 0 {
            ours.push(took);
            read.push(measure::ms(clock.elapsed()));
        }
    }
    measure::line("journal checked (limit: read)", count, &ours, &read, "");
    office.close();
}
