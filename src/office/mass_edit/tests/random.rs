//! Random edits, one after the other, and all of them taken back: every card is as it was.

use super::*;
use crate::office::sample::{self, SEED};

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<T: Clone>(&mut self, some: &[T]) -> T {
        some[self.throw(some.len())].clone()
    }
}

fn row(dice: &mut Dice) -> Row {
    let category = |key| Value::Item(item(List::Category, key));
    let interest = |place: usize| Value::Item(item(List::Interest, List::Interest.shipped()[place]));
    let (one, other) = (dice.throw(3), dice.throw(3));
    let act = |field, action| Row::Field { field, action };
    let rows = [
        set(Field::Category, category(["prospect", "customer", "partner"][one])),
        act(Field::Category, Action::Exchange(category("prospect"), category("customer"))),
        clear(Field::Position),
        set(Field::Title, text(["Innkjøper", "Selger", "Daglig leder"][one])),
        replace(Field::Title, ["e", "Sel", "leder"][one], ["", "x", "Sjef"][other]),
        replace(Field::Note, "a", "o"),
        clear(Field::Company),
        set(Field::Company, text(["Havbris AS", "Fjordfisk AS", "Nordlys AS"][one])),
        act(Field::Interests, Action::Add(interest(one))),
        act(Field::Interests, Action::Remove(interest(other))),
        act(Field::Interests, Action::Exchange(interest(one), interest(other))),
        replace(Field::LastName, ["a", "e", "sen"][one], ["å", "", "son"][other]),
        replace(Field::Emails, "@", ["@x.", "@", "."][one]),
        clear(Field::Phones),
        set(Field::City, text(["Oslo", "Bodø", "Skien"][one])),
        set(Field::NoMailings, Value::Yes(one == 1)),
        replace(Field::Number, "1", ["2", "", "11"][one]),
        grant(list::SALES, [Basis::Consent, Basis::Contract, Basis::Void][one]),
    ];
    dice.pick(&rows)
}

#[test]
fn what_is_taken_back_in_turn_is_as_it_was() {
    let (_dir, office) = office();
    sample::make(&office, 60, SEED, std::sync::Arc::default()).wait().unwrap();
    let ids = office.find("", finding::Order::default()).wait().unwrap().ids;
    let everybody = || ids.iter().map(|id| (held_by(&office, *id), holds(&office, *id))).collect::<Vec<_>>();
    let mut dice = Dice(20_261_122);
    for _ in 0..6 {
        let before = everybody();
        let mut edits = Vec::new();
        for _ in 0..1 + dice.throw(3) {
            let some: Vec<person::Id> = ids.iter().copied().filter(|_| dice.throw(3) > 0).collect();
            let rows: Vec<Row> = (0..1 + dice.throw(3)).map(|_| row(&mut dice)).collect();
            let done = carried(&office, &of(&some), &edit(rows.clone())).unwrap();
            assert_eq!(done.changed + done.unchanged + done.held.len() as u64, some.len() as u64, "{rows:?}");
            edits.extend(done.edit.map(|id| (id, rows)));
        }
        for (id, rows) in edits.into_iter().rev() {
            let undone = taken_back(&office, id).unwrap();
            assert_eq!(undone.held, [], "{rows:?}");
        }
        for (now, then) in everybody().into_iter().zip(before) {
            assert_eq!(now, then);
        }
    }
    let verdict = office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap();
    assert!(verdict.is_intact());
    let findings = office.read(|desk| crate::office::check::run(desk, &Progress::default())).wait().unwrap();
    assert_eq!(findings, []);
}

/// Returns what holds for the purposes.
fn holds(office: &Office, id: person::Id) -> Vec<Option<Basis>> {
    let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
    overview.purposes.into_iter().map(|standing| standing.current.map(|entry| entry.basis)).collect()
}
