//! Opening a card, saving a card, and reading the rows at a random place of the list, beside the bare SQL for the same
//! answer: ours through the worker thread, with rights, rules, ledger and journal.

use std::time::Instant;

use kartotek::model::person::Id;
use kartotek::office::finding::Order;
use kartotek::office::{legal_basis, persons};

use super::{limit, measure, people, vaults};

/// Cards that are opened and saved in a round.
const CARDS: usize = 40;
/// Rows that a window shows at once.
const PAGE: usize = 50;

pub fn run(count: u64) {
    let kept = vaults::imported(count);
    // What is saved must not last.
    let place = people::folder("card");
    vaults::copy(&kept.vault(), &place.path().join("vault"));
    std::fs::copy(kept.bare(), place.path().join("limit.db")).unwrap();
    let office = vaults::open(&place.path().join("vault"));
    office.prepare_search().wait().unwrap();
    let bare = limit::open(&place.path().join("limit.db"));
    let all = office.find("", Order::default()).wait().unwrap().ids;
    let bare_all = limit::by_name(&bare);
    let mut times: [Vec<f64>; 6] = Default::default();
    let mut throw = 7_usize;
    for round in 0..=measure::rounds(count) {
        for card in 0..CARDS {
            throw = throw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (throw >> 33) % (all.len().min(bare_all.len()) - PAGE);
            let (id, bare_id) = (all[at], bare_all[at]);
            let mut took = [0.0; 6];
            let clock = Instant::now();
            let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
            took[0] = measure::ms(clock.elapsed());
            let clock = Instant::now();
            assert!(limit::card(&bare, bare_id) > 0);
            took[1] = measure::ms(clock.elapsed());

            let (mut content, seen) = (overview.person.content, overview.person.updated_at);
            content.title = format!("Title {round} {card}");
            let clock = Instant::now();
            let saved = office.write(move |desk| persons::save(desk, id, content, seen)).wait().unwrap();
            took[2] = measure::ms(clock.elapsed());
            assert_eq!(saved.1.len(), 1);
            let clock = Instant::now();
            limit::save(&bare, bare_id, &saved.0.content.title);
            took[3] = measure::ms(clock.elapsed());

            let at = (throw >> 40) % (all.len().min(bare_all.len()) - PAGE);
            let ids: Vec<Id> = all[at..at + PAGE].to_vec();
            let clock = Instant::now();
            assert_eq!(office.read(move |desk| persons::lines(desk, &ids)).wait().unwrap().len(), PAGE);
            took[4] = measure::ms(clock.elapsed());
            let clock = Instant::now();
            assert_eq!(limit::lines(&bare, &bare_all[at..at + PAGE]), PAGE);
            took[5] = measure::ms(clock.elapsed());
            if round > 0 {
                times.iter_mut().zip(took).for_each(|(all, one)| all.push(one));
            }
        }
    }
    let p95 = |place: usize| format!("p95 {:.2} ms", measure::quantile(&times[place], 0.95));
    measure::line("open a card", count, &times[0], &times[1], &p95(0));
    measure::line("save a card", count, &times[2], &times[3], &p95(2));
    measure::line("50 rows at a random place", count, &times[4], &times[5], &p95(4));
    office.close();
}
