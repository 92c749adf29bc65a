//! Case 10: from the start of the process, through the passphrase (given at once, not typed), to the list painted at
//! 1280 × 800, and to the moment in which the search index answers. Painted means drawn in software into memory: opening
//! a window and handing the pixels to the system is not in it. The limit opens its file with a raw key, reads the first
//! page, and draws nothing.

use std::path::Path;

use super::{frame, limit, measure, vaults};

pub fn run(count: u64) {
    let (vault, bare) = (vaults::sample(count).vault(), vaults::imported(count).bare());

    let (mut page, mut ready, mut bare_page, mut bare_ready, mut peak) = (vec![], vec![], vec![], vec![], vec![]);
    for round in 0..=measure::rounds(count) {
        let (_, limit_marks) = measure::child("start-limit", &[bare.display().to_string()]);
        let (cost, marks) = measure::child("start-ours", &[vault.display().to_string()]);
        if round > 0 {
            bare_page.push(limit_marks[0].1);
            bare_ready.push(limit_marks[1].1);
            page.push(marks[0].1);
            ready.push(marks[1].1);
            peak.push(cost.peak);
        }
    }
    measure::line("10 start to painted list", count, &page, &bare_page, "ours with the passphrase and fonts");
    let note = format!("peak {:.0} MB without a window", measure::median(&peak));
    measure::line("10 start to search ready", count, &ready, &bare_ready, &note);
}

pub fn limit(arguments: &[String]) {
    let connection = limit::open(Path::new(&arguments[0]));
    assert!(limit::first_page(&connection) > 0);
    println!("page");
    assert!(limit::read_texts(&connection) > 0);
    println!("ready");
}

pub fn ours(arguments: &[String]) {
    measure::report(|| {
        let office = vaults::open(Path::new(&arguments[0]));
        frame::first(&office, || println!("page"));
        assert!(office.find_first("a").is_some());
        println!("ready");
        office.close();
    });
}
