#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::atomic::AtomicBool;

use proptest::prelude::*;

use super::*;

static GO_ON: AtomicBool = AtomicBool::new(false);

#[test]
fn folds_the_letters_of_europe() {
    let table = [
        ("Ødegård", "odegard"),
        ("ØDEGÅRD", "odegard"),
        ("Björk", "bjork"),
        ("Müller", "muller"),
        ("Æsa Œuvre", "aesa oeuvre"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
        ("Ðóra Þórsdóttir", "dora thorsdottir"),
        ("Łódź Đorđe", "lodz dorde"),
        ("Işık İstanbul", "isik istanbul"),
        ("Ħamrun", "hamrun"),
        ("e\u{301}a\u{30a}", "ea"),
        ("\u{212b}ngström", "angstrom"),
        ("ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ"),
        ("plain ASCII 42", "plain ascii 42"),
        ("", ""),
    ];
    for (text, folded) in table {
        assert_eq!(fold(text), folded, "{text}");
        let mut bytes = Vec::new();
        super::fold::fold_into(text, &mut bytes);
        assert_eq!(bytes, folded.as_bytes(), "{text}");
    }
}

#[test]
fn phone_numbers_keep_digits_and_the_international_sign() {
    let table = [
        ("+47 22 33-44 55", "+4722334455"),
        ("0047 22334455", "+4722334455"),
        ("(+47) 22", "+4722"),
        ("(070) 123 45 67", "0701234567"),
        ("22 33 +1", "22331"),
        ("00", "00"),
        ("none", ""),
    ];
    for (number, digits) in table {
        assert_eq!(phone_digits(number), digits, "{number}");
    }
}

fn marked(text: &str, typed: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for range in Query::new(typed).matches(text) {
        out += &text[at..range.start];
        out += &format!("[{}]", &text[range.clone()]);
        at = range.end;
    }
    out + &text[at..]
}

#[test]
fn marks_what_matched_in_the_text_as_it_is_shown() {
    let table = [
        ("Åse Ødegård", "odeg", "Åse [Ødeg]ård"),
        ("Åse Ødegård", "ase ard", "[Åse] Ødeg[ård]"),
        ("Björk Björnsdóttir", "bjor", "[Björ]k [Björ]nsdóttir"),
        ("Kjærsti", "a", "Kj[æ]rsti"),
        ("Kjærsti", "jaer", "K[jær]sti"),
        ("Ase\u{301} x", "se", "A[se\u{301}] x"),
        ("aaa", "aa", "[aaa]"),
        ("+47 22 33 44 55", "22 3344", "+47 [22 33 44] 55"),
        ("+47 22 33 44 55", "0047-22", "[+47 22] 33 44 55"),
        ("+46 70 123 45 67", "070-123", "+46 [70 123] 45 67"),
        ("10-01 and 1001", "10-01", "[10-01] and [1001]"),
        ("nothing", "xyz", "nothing"),
        ("nothing", "", "nothing"),
    ];
    for (text, typed, expected) in table {
        assert_eq!(marked(text, typed), expected, "{typed}");
    }
    assert_eq!(find_matches("Ødegård", &["gar".to_owned()]).first(), Some(&(4..8)));
}

const OFFICE: [(i64, [&str; 5]); 3] = [
    (30, ["Østby, Kari", "Nordlys AS", "kari@example.org", "+4722334455", "1001"]),
    (10, ["Øverland, Tor", "Fjordfisk AS", "tor@example.com", "+46701234567", "10-02"]),
    (20, ["Ødegård, Åse", "Fjordfisk AS", "ase@example.org", "", "1003"]),
];

fn office() -> Index {
    let mut builder = Builder::new();
    for (id, fields) in &OFFICE {
        builder.push(*id, fields);
    }
    builder.build()
}

fn found(index: &Index, typed: &str) -> Vec<i64> {
    index.all(&Query::new(typed), &GO_ON).unwrap()
}

#[test]
fn finds_every_word_anywhere_in_list_order() {
    let index = office();
    let table: [(&str, &[i64]); 19] = [
        ("", &[30, 10, 20]),
        ("  ", &[30, 10, 20]),
        ("fjordfisk", &[10, 20]),
        ("FJORD example.ORG", &[20]),
        ("odegard", &[20]),
        ("o", &[30, 10, 20]),
        ("22 33", &[30]),
        ("0047 22", &[30]),
        ("(47) 22/33", &[30]),
        ("070-1234567", &[10]),
        ("1001", &[30]),
        ("10-02", &[10]),
        ("100", &[30, 20]),
        ("kari tor", &[]),
        ("kari nordlys 22", &[30]),
        // A word never reaches from one field into the next.
        ("karinordlys", &[]),
        ("asnordlys", &[]),
        ("+", &[30, 10]),
        ("zzz", &[]),
    ];
    for (typed, ids) in table {
        assert_eq!(found(&index, typed), ids, "{typed}");
        assert_eq!(index.count(&Query::new(typed), &GO_ON), Some(ids.len()), "{typed}");
        let scanned: Vec<i64> =
            OFFICE.iter().filter(|(_, fields)| Query::new(typed).is_in(fields)).map(|(id, _)| *id).collect();
        assert_eq!(scanned, ids, "{typed}");
        let one: Vec<i64> = ids.iter().copied().take(1).collect();
        assert_eq!(index.first(&Query::new(typed), 1), one, "{typed}");
    }
}

#[test]
fn changes_take_their_place() {
    let mut index = office();
    let put = |index: &mut Index, id, name, before| index.apply(Change::Put { id, fields: &[name], before });
    assert!(put(&mut index, 5, "Aas", Some(30)));
    assert!(put(&mut index, 6, "Øst", Some(10)));
    assert!(put(&mut index, 7, "Åmot", None));
    assert_eq!(index.ids().collect::<Vec<_>>(), [5, 30, 6, 10, 20, 7]);
    // Stays where it is with a new text.
    assert!(put(&mut index, 10, "Overland", Some(10)));
    assert_eq!(found(&index, "overland"), [10]);
    // Moves.
    assert!(put(&mut index, 30, "Aabel", Some(5)));
    assert!(put(&mut index, 6, "Zz", None));
    assert_eq!(index.ids().collect::<Vec<_>>(), [30, 5, 10, 20, 7, 6]);
    for (position, id) in [30, 5, 10, 20, 7, 6].into_iter().enumerate() {
        assert_eq!(index.position(id), Some(position));
    }
    assert!(index.apply(Change::Remove(20)));
    assert!(!index.apply(Change::Remove(20)));
    assert_eq!(index.len(), 5);
    assert_eq!(index.position(20), None);
    assert!(!index.needs_rebuild());
    // A neighbour nobody knows: the person is kept, at the end.
    assert!(!put(&mut index, 99, "Ny", Some(12345)));
    assert!(index.needs_rebuild());
    assert_eq!(found(&index, "ny"), [99]);
}

#[test]
fn stops_when_told() {
    let mut builder = Builder::with_capacity(10);
    for id in 0..10_000 {
        builder.push(id, &["Somebody, Rather Long Name", "company"]);
    }
    let index = builder.build();
    let stop = AtomicBool::new(true);
    assert_eq!(index.all(&Query::new("company"), &stop), None);
    assert_eq!(index.count(&Query::new("nowhere"), &stop), None);
    assert_eq!(index.count(&Query::new("company"), &GO_ON), Some(10_000));
}

#[test]
fn nothing_personal_is_printed() {
    assert_eq!(format!("{:?}", office()), "Index { len: 3, changed: 0, .. }");
    assert_eq!(format!("{:?}", Query::new("Kari Nordmann")), "Query { words: 2, .. }");
}

#[test]
fn wants_a_rebuild_after_many_changes() {
    let mut index = office();
    for id in 100..2_101 {
        assert!(index.apply(Change::Put { id, fields: &["x"], before: None }));
    }
    assert!(index.needs_rebuild());
}

/// Says the same as the index, slowly: everybody in a list, scanned plainly.
#[derive(Default)]
struct Plain(Vec<(i64, String)>);

impl Plain {
    fn put(&mut self, id: i64, text: &str, before: Option<i64>) {
        let row = (id, fold(text));
        if before == Some(id)
            && let Some(old) = self.0.iter_mut().find(|old| old.0 == id)
        {
            *old = row;
            return;
        }
        self.remove(id);
        let at = self.0.iter().position(|(other, _)| Some(*other) == before);
        self.0.insert(at.unwrap_or(self.0.len()), row);
    }

    fn remove(&mut self, id: i64) {
        self.0.retain(|(other, _)| *other != id);
    }

    fn find(&self, typed: &str) -> Vec<i64> {
        let folded = fold(typed);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let rows = self.0.iter();
        rows.filter(|(_, text)| words.iter().all(|word| text.contains(word))).map(|(id, _)| *id).collect()
    }
}

#[derive(Clone, Debug)]
enum Step {
    Put(i64, String, Option<i64>),
    Remove(i64),
    Find(String),
}

fn step() -> impl Strategy<Value = Step> {
    let id = || 0..30_i64;
    prop_oneof![
        (id(), "[abøÅ]{0,5}", prop::option::of(id())).prop_map(|(id, text, before)| Step::Put(id, text, before)),
        id().prop_map(Step::Remove),
        "[abøå]{1,2}( [abo]{1,2})?".prop_map(Step::Find),
    ]
}

proptest! {
    #[test]
    fn agrees_with_a_plain_scan(
        texts in prop::collection::vec("[abøÅ]{0,5}", 0..20),
        steps in prop::collection::vec(step(), 0..60),
    ) {
        let mut builder = Builder::new();
        let mut plain = Plain::default();
        // Ids out of order, as in a list sorted by name.
        for (at, text) in texts.iter().enumerate() {
            let id = (at as i64 * 7) % 20;
            builder.push(id, &[text]);
            plain.put(id, text, None);
        }
        let mut index = builder.build();
        for step in steps {
            match step {
                Step::Put(id, text, before) => {
                    index.apply(Change::Put { id, fields: &[&text], before });
                    plain.put(id, &text, before);
                }
                Step::Remove(id) => {
                    index.apply(Change::Remove(id));
                    plain.remove(id);
                }
                Step::Find(typed) => prop_assert_eq!(found(&index, &typed), plain.find(&typed)),
            }
            let ids: Vec<i64> = plain.0.iter().map(|(id, _)| *id).collect();
            prop_assert_eq!(index.len(), ids.len());
            for (position, id) in ids.iter().enumerate() {
                prop_assert_eq!(index.position(*id), Some(position));
            }
            prop_assert_eq!(index.ids().collect::<Vec<_>>(), ids);
        }
    }

    #[test]
    fn marks_are_on_the_boundaries_of_letters(text in "\\PC{0,20}", word in "\\PC{1,2}") {
        for range in Query::new(&word).matches(&text) {
            prop_assert!(text.get(range).is_some_and(|part| !part.is_empty()));
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(once.len() <= super::fold::folded_bound(text.len()));
    }
}

/// Prints how long questions take; run it with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "prints times, asserts nothing"]
#[allow(clippy::print_stderr)]
fn measure() {
    use std::time::Instant;
    for persons in [100_000_i64, 1_000_000] {
        let started = Instant::now();
        let mut builder = Builder::with_capacity(persons as usize);
        for id in 0..persons {
            let (name, company) = (format!("Ødegård{}, Åse Marie", id % 977), format!("Fjordfisk {} AS", id % 313));
            let (mail, phone) = (format!("ase.{id}@example.org"), format!("+4722{:06}", id % 1_000_000));
            builder.push(id, &[&name, &company, &mail, &phone, &format!("{}", 10_000 + id)]);
        }
        let index = builder.build();
        eprintln!("{persons}: built in {:?}", started.elapsed());
        for typed in ["o", "fj", "ode", "odegard97 fjordfisk 12", "ase.77777@", "22 07 77", "zzz"] {
            let query = Query::new(typed);
            let started = Instant::now();
            let page = index.first(&query, 50).len();
            let first = started.elapsed();
            let started = Instant::now();
            let count = index.count(&query, &GO_ON);
            eprintln!("{typed:>24}: first {page} in {first:?}, {count:?} in {:?}", started.elapsed());
        }
    }
}
