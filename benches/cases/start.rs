//! Case 10, without a window: from the start of the process, through the passphrase, to the first page, and to the
//! moment in which the search index answers. The limit opens its file with a raw key.

use std::path::Path;

use kartotek::i18n::Lang;
use kartotek::office::finding::Order;
use kartotek::office::{Office, persons};
use kartotek::vault::Passphrase;

use super::{import, limit, measure, vaults};

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
    measure::line("10 start to first page", count, &page, &bare_page, "ours with the passphrase's 0.1–0.2 s");
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
        let passphrase = Passphrase::new(import::PASSPHRASE);
        let office = Office::open(Path::new(&arguments[0]), "me", &passphrase, Lang::Nb).unwrap();
        let ids = office.find("", Order::default()).wait().unwrap().ids;
        let first = ids.iter().take(50).copied().collect::<Vec<_>>();
        assert!(!office.read(move |desk| persons::lines(desk, &first)).wait().unwrap().is_empty());
        println!("page");
        office.prepare_search().wait().unwrap();
        assert!(office.find_first("a").is_some());
        println!("ready");
        office.close();
    });
}
