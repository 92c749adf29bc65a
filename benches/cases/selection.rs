//! Counting who is in a selection of ten criteria, as it is shown while one builds it. The limit is one pass over the
//! cards that asks for the one cheapest of them.
//!
//! Three times are told of a card file that was just opened: the first question, which passes over everybody; one more
//! criterion, as when one builds; and the same question after a card was changed, as when a screen shows it again. Then,
//! opened once more, what it takes to hold in memory what is on the cards, as is done beside whoever opens the
//! selections, and the first question and one criterion more with that.

use std::time::Instant;

use kartotek::model::criteria::{Node, Of};
use kartotek::model::field::Field;
use kartotek::model::person;
use kartotek::model::selection::Ready;
use kartotek::office::selections::preparing::{self, Filled};
use kartotek::office::{Office, persons, selections};

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

const MORE: &str = r#"{"field": "last_name", "contains": "a"}"#;

const ONE: &str = r#"{"field": "category", "in": ["customer", "prospect"]}"#;

pub fn run(count: u64) {
    let sample = vaults::sample(count);
    let (mut first, mut more, mut again, mut limit) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut held_first, mut held_more, mut filled, mut longest, mut bytes) =
        (Vec::new(), Vec::new(), Vec::new(), 0.0_f64, 0);
    let mut found = 0;
    for _ in 0..measure::rounds(count) {
        // Nothing is known of any answer in a card file that was just opened.
        let office = vaults::open(&sample.vault());
        let read =
            |json: &'static str| office.read(move |desk| selections::read(desk, Of::Persons, json)).wait().unwrap();
        let (ten, one) = (read(TEN), read(ONE));
        let Node::All(criteria) = &ten else { unreachable!("ten criteria are a group") };
        let eleven = Node::All(criteria.iter().cloned().chain([read(MORE)]).collect());
        limit.push(timed_in_file(&office, &one).0);
        let (time, who) = timed(&office, &ten);
        first.push(time);
        found = who;
        more.push(timed(&office, &eleven).0);
        let id = office.read(|desk| selections::page(desk, Ready::NotInformed.id(), 1, 0)).wait().unwrap()[0];
        let edit = [(Field::Title, format!("Title {}", first.len()))];
        office.write(move |desk| persons::edit(desk, person::Id(id), &edit)).wait().unwrap();
        let (time, now) = timed(&office, &ten);
        again.push(time);
        office.close();

        let office = vaults::open(&sample.vault());
        let clock = Instant::now();
        loop {
            let part = Instant::now();
            let came = office.read(|desk| preparing::prepare(desk)).wait().unwrap();
            longest = longest.max(measure::ms(part.elapsed()));
            if came == Filled::Done {
                break;
            }
        }
        filled.push(measure::ms(clock.elapsed()));
        bytes = office.read(|desk| preparing::held(desk)).wait().unwrap().unwrap_or(0);
        let (time, who) = timed(&office, &ten);
        assert_eq!(who, now);
        held_first.push(time);
        held_more.push(timed(&office, &eleven).0);
        office.close();
    }
    let note = |times: &[f64]| {
        format!("{found} found, p95 {:.0} ms; goal at a million: 300 ms", measure::quantile(times, 0.95))
    };
    measure::line("count of ten criteria, first (limit: of one)", count, &first, &limit, &note(&first));
    measure::line("count of one criterion more", count, &more, &limit, &note(&more));
    measure::line("count of ten criteria again, one card changed", count, &again, &limit, &note(&again));
    measure::line("count of ten criteria, first, held in memory", count, &held_first, &limit, &note(&held_first));
    measure::line("count of one criterion more, held in memory", count, &held_more, &limit, &note(&held_more));
    let note = format!("{:.0} MB held; the longest part {longest:.0} ms, goal 100 ms", bytes as f64 / 1_048_576.0);
    measure::line("reading what is held in memory", count, &filled, &limit, &note);
}

/// As [`timed`], on the connection that writes, which keeps no answers.
fn timed_in_file(office: &Office, criteria: &Node) -> (f64, u64) {
    let criteria = criteria.clone();
    let clock = Instant::now();
    let count = office.write(move |desk| selections::count_of(desk, Of::Persons, &criteria)).wait().unwrap();
    (measure::ms(clock.elapsed()), count)
}

fn timed(office: &Office, criteria: &Node) -> (f64, u64) {
    let criteria = criteria.clone();
    let clock = Instant::now();
    let count = office.read(move |desk| selections::count_of(desk, Of::Persons, &criteria)).wait().unwrap();
    (measure::ms(clock.elapsed()), count)
}
