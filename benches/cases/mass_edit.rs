//! Case 5: one field and a row of the ledger on every second card, with journal and what is needed to take it back,
//! until a search finds everybody; beside the bare rows in the same tables. And the plan of a tenth of all cards.

use std::time::Instant;

use kartotek::model::basis::Basis;
use kartotek::model::field::Field;
use kartotek::model::list::{self, List};
use kartotek::model::mass_edit::{Action, Edit, Grant, Row, Value};
use kartotek::office::finding::Order;
use kartotek::office::subject::Subject;
use kartotek::office::{Progress, mass_edit};

use super::{limit, measure, people, vaults};

pub fn run(count: u64) {
    let kept = vaults::imported(count);
    // What is changed must not last.
    let place = people::folder("mass-edit");
    vaults::copy(&kept.vault(), &place.path().join("vault"));
    std::fs::copy(kept.bare(), place.path().join("limit.db")).unwrap();
    let office = vaults::open(&place.path().join("vault"));
    office.prepare_search().wait().unwrap();
    let bare = limit::open(&place.path().join("limit.db"));
    let all = office.find("", Order::default()).wait().unwrap().ids;
    let half: Vec<_> = all.iter().copied().step_by(2).collect();
    let tenth: Vec<_> = all.iter().copied().step_by(10).collect();
    let bare_half: Vec<i64> = limit::by_name(&bare).into_iter().step_by(2).collect();
    let (mut ours, mut limits, mut plans, mut undos) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..=measure::rounds(count) {
        let edit = edit(round);
        let (subject, planned) = (Subject::Persons(tenth.as_slice().into()), edit.clone());
        let clock = Instant::now();
        let plan = office.read(move |desk| mass_edit::plan(desk, &subject, &planned, &Progress::default()));
        let plan = plan.wait().unwrap();
        let plan_took = measure::ms(clock.elapsed());
        assert!(plan.changing.len() > tenth.len() * 9 / 10 && plan.held.is_empty());

        let subject = Subject::Persons(half.as_slice().into());
        let clock = Instant::now();
        let done = office.write(move |desk| mass_edit::carry_out(desk, &subject, &edit, &Progress::default()));
        let done = done.wait().unwrap();
        assert!(!office.find("odegard", Order::default()).wait().unwrap().ids.is_empty());
        let took = measure::ms(clock.elapsed());
        assert!(done.changed > half.len() as u64 * 9 / 10);

        let clock = Instant::now();
        limit::mass_edit(&bare, &bare_half, round as i64);
        let limit_took = measure::ms(clock.elapsed());

        // Every other edit is taken back, so that the next one finds what it changes.
        let id = done.edit.unwrap();
        let clock = Instant::now();
        let undone = office.write(move |desk| mass_edit::undo(desk, id, &Progress::default())).wait().unwrap();
        let undo_took = measure::ms(clock.elapsed());
        assert_eq!((undone.restored, undone.held.len()), (done.changed, 0));
        if round > 0 {
            ours.push(took);
            limits.push(limit_took);
            plans.push(plan_took);
            undos.push(undo_took);
        }
    }
    let note = format!(
        "plan of {} cards {:.0} ms, taken back {:.0} ms",
        tenth.len(),
        measure::median(&plans),
        measure::median(&undos)
    );
    measure::line("5 mass edit of every second card", count, &ours, &limits, &note);
    office.close();
}

/// Something that no card holds yet, and a basis that none rests on.
fn edit(round: usize) -> Edit {
    let keys = ["former-customer", "partner"];
    let category = list::shipped_id(List::Category, keys[round % 2]).unwrap();
    let grant = Grant {
        purpose: list::SALES,
        basis: Basis::Contract.item(),
        source: list::SOURCE_USER,
        comment: String::new(),
    };
    let set = Row::Field { field: Field::Category, action: Action::Set(Value::Item(category)) };
    Edit { activities: None, rows: vec![set, Row::Basis(grant)] }
}
