//! Case 3: from a key to the first hits in the order of names, to the lines that a list shows of them, and to the
//! count of all. The limit is one pass of `memmem` over the same kind of folded texts.

use std::time::Instant;

use kartotek::office::finding::Order;
use kartotek::office::persons;
use kartotek::search;
use memchr::memmem::Finder;

use super::{measure, vaults};

/// What somebody types: one letter, two, three, whole words, two words, digits, and nothing anybody has.
const TYPED: [&str; 16] = [
    "a", "å", "k", "an", "be", "øs", "han", "ber", "fis", "hansen", "odegard", "lindstr", "kari ber", "bygg as",
    "4700", "xyzzy",
];
/// Rows that a window shows at once.
const PAGE: usize = 50;

pub fn run(count: u64) {
    let office = vaults::open(&vaults::sample(count).vault());
    office.prepare_search().wait().unwrap();
    let all = office.find("", Order::default()).wait().unwrap().ids;
    let mut texts = Vec::new();
    for ids in all.chunks(2_000) {
        let ids = ids.to_vec();
        for line in office.read(move |desk| persons::lines(desk, &ids)).wait().unwrap() {
            let parts = [&line.last_name, &line.first_name, &line.company, &line.email].map(|text| search::fold(text));
            texts.extend_from_slice(parts.join("\n").as_bytes());
            texts.extend_from_slice(search::phone_digits(&line.mobile).as_bytes());
            texts.push(0);
        }
    }
    let queries: Vec<Vec<String>> =
        TYPED.iter().map(|typed| search::fold(typed).split(' ').map(str::to_owned).collect()).collect();
    let mut times: [Vec<f64>; 5] = Default::default();
    for round in 0..=measure::rounds(count) {
        for (typed, words) in TYPED.iter().zip(&queries) {
            let mut took = [0.0; 5];
            let clock = Instant::now();
            let first = office.find_first(typed).expect("the index is ready");
            took[0] = measure::ms(clock.elapsed());
            let ids = first.ids.iter().take(PAGE).copied().collect::<Vec<_>>();
            std::hint::black_box(office.read(move |desk| persons::lines(desk, &ids)).wait().unwrap());
            took[1] = measure::ms(clock.elapsed());
            let clock = Instant::now();
            std::hint::black_box(office.find(typed, Order::default()).wait().unwrap().ids.len());
            took[2] = measure::ms(clock.elapsed());
            let clock = Instant::now();
            std::hint::black_box(scan(&texts, words, Some(first.ids.len().max(1))));
            took[3] = measure::ms(clock.elapsed());
            let clock = Instant::now();
            std::hint::black_box(scan(&texts, words, None));
            took[4] = measure::ms(clock.elapsed());
            if round > 0 {
                times.iter_mut().zip(took).for_each(|(all, one)| all.push(one));
            }
        }
    }
    let [page, lines, counted, bare_page, bare_count] = &times;
    let p95 = |values: &[f64]| format!("p95 {:.2} ms", measure::quantile(values, 0.95));
    let both = |ours: &[f64], limit: &[f64]| format!("{}, limit's {}", p95(ours), p95(limit));
    measure::line("3 key to first hits", count, page, bare_page, &both(page, bare_page));
    measure::line("3 key to 50 lines (limit: hits)", count, lines, bare_page, &p95(lines));
    measure::line("3 key to all, counted", count, counted, bare_count, &both(counted, bare_count));
    office.close();
}

/// Returns how many texts hold every word, at most `limit`.
fn scan(texts: &[u8], words: &[String], limit: Option<usize>) -> usize {
    let (first, others) = words.split_first().unwrap();
    let finder = Finder::new(first.as_bytes());
    let others: Vec<Finder<'_>> = others.iter().map(|word| Finder::new(word.as_bytes())).collect();
    let (mut at, mut found) = (0, 0);
    while let Some(hit) = finder.find(&texts[at..]) {
        let start = memchr::memrchr(0, &texts[..at + hit]).map_or(0, |end| end + 1);
        let end = at + hit + memchr::memchr(0, &texts[at + hit..]).unwrap_or(0);
        found += usize::from(others.iter().all(|word| word.find(&texts[start..end]).is_some()));
        at = end;
        if limit.is_some_and(|limit| found >= limit) {
            break;
        }
    }
    found
}
