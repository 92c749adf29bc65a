//! Counting who is in a selection of ten criteria, as it is shown while one builds it. The limit is one pass over the
//! cards that asks for the one cheapest of them.

use std::time::Instant;

use kartotek::model::criteria::{Node, Of};
use kartotek::office::{Office, selections};

use super::{measure, vaults};

/// What an admin would put together: fields, the ledger for two purposes, activities, interests, the state of the card.
const TEN: &str = r#"{"all": [
    {"field": "category", "in": ["customer", "prospect"]},
    {"field": "city", "contains": "o"},
    {"not": {"field": "email", "is": null}},
    {"not": {"field": "title", "contains": "regnskap"}},
    {"field": "created_at", "before": "-1m"},
    {"not": {"status": ["objected", "former"]}},
    {"basis": {"purpose": "sales", "in": ["legitimate-interests", "contract", "consent"]}},
    {"basis": {"purpose": "marketing", "none": false}},
    {"activity": {"none": true, "after": "-1m"}},
    {"any": [{"interest": ["fairs", "offers", "events"]}, {"field": "country", "is": "NO"}]}
]}"#;

const ONE: &str = r#"{"field": "category", "in": ["customer", "prospect"]}"#;

pub fn run(count: u64) {
    let office = vaults::open(&vaults::sample(count).vault());
    let read = |json: &'static str| office.read(move |desk| selections::read(desk, Of::Persons, json)).wait().unwrap();
    let (ten, one) = (read(TEN), read(ONE));
    let mut times: [Vec<f64>; 2] = Default::default();
    let mut found = 0;
    for round in 0..=measure::rounds(count) {
        let (ours, who) = timed(&office, &ten);
        let (limit, _) = timed(&office, &one);
        found = who;
        if round > 0 {
            times[0].push(ours);
            times[1].push(limit);
        }
    }
    let [ours, limit] = &times;
    let note = format!("{found} found, p95 {:.0} ms; goal at a million: 300 ms", measure::quantile(ours, 0.95));
    measure::line("count of ten criteria (limit: of one)", count, ours, limit, &note);
    office.close();
}

fn timed(office: &Office, criteria: &Node) -> (f64, u64) {
    let criteria = criteria.clone();
    let clock = Instant::now();
    let count = office.read(move |desk| selections::count_of(desk, Of::Persons, &criteria)).wait().unwrap();
    (measure::ms(clock.elapsed()), count)
}
