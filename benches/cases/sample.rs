//! Making sample people: what `--demo` does before anything is seen.

use std::path::Path;
use std::sync::Arc;

use kartotek::office::sample;

use super::{import, measure, people};

pub fn run(count: u64) {
    for count in [2_000, count] {
        let place = people::folder("sample");
        let at = place.path().join("vault").display().to_string();
        let (cost, _) = measure::child("sample", &[at, count.to_string()]);
        println!(
            "{:<34} {count:>8}  ours {:>9.2} ms  cpu {:.0} ms, peak {:.0} MB",
            "sample people", cost.wall, cost.cpu, cost.peak
        );
    }
}

pub fn ours(arguments: &[String]) {
    let office = import::new_office(Path::new(&arguments[0]));
    let count = arguments[1].parse().unwrap();
    measure::report(|| {
        let made = sample::make(&office, count, sample::SEED, Arc::default()).wait().unwrap();
        assert_eq!(made.persons, count);
    });
    office.close();
}
