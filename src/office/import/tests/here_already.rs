//! Files that meet people who have cards, and card files that are large already.

use super::*;

fn add(office: &Office, content: person::Content, decision: Option<Decision>) -> person::Person {
    office.write(move |desk| persons::add(desk, content, decision.as_ref(), list::SOURCE_USER)).wait().unwrap()
}

fn reached(first: &str, last: &str, email: &str, phone: &str) -> person::Content {
    let mut content = named(first, last);
    let rows = |text: &str| (!text.is_empty()).then(|| person::Labelled::new(None, text.to_owned()));
    content.emails.extend(rows(email));
    content.phones.extend(rows(phone));
    content
}

fn card(office: &Office, id: person::Id) -> person::Content {
    office.read(move |desk| persons::get(desk, id)).wait().unwrap().content
}

fn marketing(office: &Office, id: person::Id) -> Option<Basis> {
    let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
    crate::model::basis::current(&overview.ledger, list::MARKETING).map(|entry| entry.basis)
}

fn undone(office: &Office, import: Id) -> Undone {
    office.write(move |desk| undo(desk, import, &Progress::default())).wait().unwrap()
}

#[test]
fn many_rows_go_into_a_larger_card_file() {
    let (dir, office) = office();
    let rows = |range: std::ops::Range<u32>, number: fn(u32) -> String| {
        range.fold(String::from("last_name,number\n"), |text, n| text + &format!("L{n},{}\n", number(n)))
    };
    let even = file(dir.path(), "even.csv", &rows(0..100, |n| (2 * n + 2).to_string()));
    done(&office, &even, terms(OnDuplicate::Skip));
    let more = file(dir.path(), "more.csv", &rows(100..124, |_| String::new()));
    let outcome = done(&office, &more, terms(OnDuplicate::Skip));
    let numbers: Vec<String> = outcome.persons.iter().map(|id| card(&office, *id).number).collect();
    let odd: Vec<String> = (0..24).map(|n| (2 * n + 1).to_string()).collect();
    assert_eq!(numbers, odd);
}

#[test]
fn many_rows_may_change_cards_as_well() {
    let (dir, office) = office();
    let mut text = String::from("last_name,email,company,number\n");
    for n in 0..30 {
        text.push_str(&format!("L{n},p{n}@example.org,C{n} AS,{}\n", n + 1));
    }
    // The first company is gone when it is named again, and so is the number that is free again.
    text.push_str("L0,p0@example.org,Other AS,500\nL1,p1@example.org,,1\nNew,new@example.org,C0 AS,\n");
    let path = file(dir.path(), "many.csv", &text);
    let outcome = done(&office, &path, terms(OnDuplicate::Replace));
    assert_eq!((outcome.counts.added, outcome.counts.updated, outcome.counts.rejected), (31, 2, 0));
    assert_eq!(found(&office, "new@")[0].content.company, "C0 AS");
    assert_eq!(found(&office, "p0@")[0].content.number, "500");
    assert_eq!(found(&office, "p1@")[0].content.number, "1");
}

#[test]
fn changing_many_cards_can_ask_for_numbers_and_companies() {
    let (_dir, office) = office();
    let left = |desk: &Desk<'_>| -> Result<Vec<String>, Error> {
        let names = "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE name IN
            ('email_key', 'person_number', 'person_company') ORDER BY name)";
        let all: String = desk.db().sql_for_tests().query_row(names, [], |row| row.get(0)).unwrap();
        Ok(all.split(',').map(str::to_owned).collect())
    };
    let (during, after) = office
        .write(move |desk| {
            let during = store::persons::without_indexes_for_finding(desk.db(), || left(desk))?;
            Ok((during, left(desk)?))
        })
        .wait()
        .unwrap();
    assert_eq!(during, ["person_company", "person_number"]);
    assert_eq!(after, ["email_key", "person_company", "person_number"]);
}

#[test]
fn a_number_that_another_card_has_stays_there() {
    let (dir, office) = office();
    let ase = add(&office, reached("Åse", "Ødegård", "ase@example.org", ""), None);
    let other = add(&office, named("Berg", "B"), None);
    let text = format!("last_name,email,title,number\nØdegård,ase@example.org,Sjef,{}\n", other.content.number);
    let path = file(dir.path(), "p.csv", &text);
    let outcome = done(&office, &path, terms(OnDuplicate::Replace));
    assert_eq!((outcome.counts.updated, outcome.counts.rejected), (1, 0));
    let after = card(&office, ase.id);
    assert_eq!((after.title.as_str(), after.number), ("Sjef", ase.content.number));
}

#[test]
fn one_card_that_cannot_be_saved_stops_no_import() {
    let (dir, office) = office();
    let ase = add(&office, reached("Åse", "Ødegård", "ase@example.org", ""), None);
    // A birth date that an older version took, say.
    let before = ase.clone();
    office
        .write(move |desk| {
            let birth_date = chrono::NaiveDate::from_ymd_opt(1700, 1, 1);
            let content = person::Content { birth_date, ..before.content.clone() };
            let (at, by) = (before.updated_at, before.updated_by);
            let stamp = store::persons::Stamp {
                sort_key: &[],
                company: None,
                source: list::SOURCE_USER,
                import: None,
                at,
                by,
                restoring: false,
            };
            Ok(store::persons::update(desk.db(), &before, &content, &stamp)?)
        })
        .wait()
        .unwrap();
    let held = card(&office, ase.id);
    let text = "last_name,email,title,category\nØdegård,ase@example.org,Sjef,Nobody's\nBerg,berg@example.org,,\n";
    let path = file(dir.path(), "p.csv", text);
    let outcome = done(&office, &path, terms(OnDuplicate::Replace));
    assert_eq!(outcome.counts, Counts { rows: 2, added: 1, rejected: 1, ..Counts::default() });
    let why = Rejection { field: Some(Field::BirthDate), reason: "impossible-date" };
    assert_eq!(outcome.rows[0].fate, Fate::Reject(why));
    assert_eq!(card(&office, ase.id), held);
    let item = office.read(|desk| Ok(desk.lists()?.find(List::Category, "Nobody's"))).wait().unwrap();
    assert_eq!(item, None, "nothing of the row is written");
}

#[test]
fn undoing_holds_what_it_cannot_give_back_and_gives_back_the_rest() {
    let (dir, office) = office();
    let people = "last_name,email,number\nA,a@example.org,10\nB,b@example.org,11\nC,c@example.org,12\n";
    let path = file(dir.path(), "a.csv", people);
    let [a, b, c] = done(&office, &path, terms(OnDuplicate::Skip)).persons[..] else { panic!() };
    let moved = "last_name,email,number\nA,a@example.org,20\nB,b@example.org,10\nC,c@example.org,22\n";
    let outcome = done(&office, &file(dir.path(), "b.csv", moved), terms(OnDuplicate::Replace));
    assert_eq!(card(&office, b).number, "10");
    add(&office, person::Content { number: "12".into(), ..named("D", "D") }, None);
    let undone = undone(&office, outcome.id);
    assert_eq!(undone.held, [c]);
    assert_eq!(undone.restored, [b, a], "the first has its number back once the second gave it up");
    assert_eq!([a, b, c].map(|id| card(&office, id).number), ["10", "11", "22"]);
}

#[test]
fn undoing_brings_back_where_values_came_from() {
    let (dir, office) = office();
    let before = add(&office, reached("Åse", "Ødegård", "ase@example.org", "+47 900 00 001"), None);
    let path = file(dir.path(), "p.csv", "last_name,email,phone\nØdegård,ase@example.org,90000001\n");
    let outcome = done(&office, &path, terms(OnDuplicate::Replace));
    let changed = card(&office, before.id);
    assert_eq!(changed.phones[0].value, "90000001");
    assert_eq!(changed.phones[0].origin.unwrap().source, list::SOURCE_IMPORT);
    undone(&office, outcome.id);
    assert_eq!(card(&office, before.id).phones, before.content.phones);
}

#[test]
fn a_refusal_is_heard_even_where_rows_are_left_out() {
    for (own, file_basis) in [("withdrawn", Basis::Consent), ("", Basis::Withdrawn)] {
        let (dir, office) = office();
        let consent = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
        let ase = add(&office, reached("Åse", "Ødegård", "ase@example.org", ""), Some(consent));
        let row = format!("Ødegård,ase@example.org,Sjef,{own}\n");
        let path = file(dir.path(), "p.csv", &format!("last_name,email,title,basis\n{row}{row}"));
        let terms = Terms { purpose: list::MARKETING, basis: file_basis.into(), ..terms(OnDuplicate::Skip) };
        let plan = planned(&office, &path, terms.clone());
        assert_eq!(plan.counts, Counts { rows: 2, updated: 1, skipped: 1, ..Counts::default() });
        assert_eq!(plan.rows.iter().map(|row| row.notes_refusal).collect::<Vec<_>>(), [true, false]);
        let outcome = done(&office, &path, terms.clone());
        assert_eq!(outcome.counts, plan.counts);
        assert_eq!(marketing(&office, ase.id), Some(Basis::Withdrawn));
        assert_eq!(card(&office, ase.id), ase.content, "nothing else is taken");
        let again = done(&office, &path, terms);
        assert_eq!((again.counts.updated, again.counts.skipped), (0, 2));
        assert_eq!(undone(&office, outcome.id).restored, [ase.id]);
        assert_eq!(marketing(&office, ase.id), Some(Basis::Consent));
    }
}

#[test]
fn a_refusal_of_anybody_the_row_may_be_about_counts() {
    for policy in [OnDuplicate::Fill, OnDuplicate::Replace, OnDuplicate::Add] {
        for (email, phone) in [("", "90000001"), ("ase@example.org", "")] {
            let (dir, office) = office();
            let first = add(&office, reached("Åse", "Ødegård", "ase@example.org", ""), None);
            let objected = Decision::new(list::MARKETING, Basis::Objected, list::SOURCE_USER);
            add(&office, reached("Åse", "Ødegård", email, phone), Some(objected));
            let text = "first_name,last_name,email,phone\nÅse,Ødegård,ase@example.org,90000001\n";
            let path = file(dir.path(), "p.csv", text);
            let terms = Terms { purpose: list::MARKETING, basis: Basis::Consent.into(), ..terms(policy) };
            let outcome = done(&office, &path, terms);
            assert_eq!(outcome.counts.refusals_kept, 1, "{policy:?}");
            assert_eq!(marketing(&office, first.id), None);
            assert!(outcome.persons.iter().all(|id| marketing(&office, *id).is_none()));
        }
    }
}

#[test]
fn what_a_row_adds_to_a_card_identifies_later_rows() {
    for policy in [OnDuplicate::Fill, OnDuplicate::Replace] {
        let (dir, office) = office();
        add(&office, reached("Åse", "Ødegård", "ase@example.org", ""), None);
        let text = "first_name,last_name,email,email 2,phone\n\
            Åse,Ødegård,ase@example.org,ase2@example.org,90000001\n\
            Åse,Ødegård,,,90000001\nÅse,Ødegård,ase2@example.org,,\n";
        let plan = planned(&office, &file(dir.path(), "p.csv", text), terms(policy));
        assert_eq!((plan.counts.added, plan.counts.updated), (0, 3), "{policy:?}");
    }
}

#[test]
fn two_spellings_of_a_number_are_two_values() {
    let (dir, office) = office();
    let ase = add(&office, reached("Åse", "Ødegård", "ase@example.org", "+47 900 00 001"), None);
    let text = "last_name,email,phone,phone 2\nØdegård,ase@example.org,90000001,+4790000001\n";
    done(&office, &file(dir.path(), "p.csv", text), terms(OnDuplicate::Replace));
    let phones = card(&office, ase.id).phones;
    let values: Vec<&str> = phones.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(values, ["90000001", "+4790000001"]);
    assert_eq!(phones[0].id, ase.content.phones[0].id);
}

#[test]
fn a_rejected_row_has_its_name() {
    use crate::model::import::AddressPart;
    let (dir, office) = office();
    let path = file(dir.path(), "p.csv", "x,y,last_name\nAtlantis,,Aas\n,perhaps,Berg\n");
    let country = Target::Address { nth: 0, part: AddressPart::Country, label: None };
    let mapping = vec![country, Target::Basis, Target::Field(Field::LastName)];
    let request = Request {
        path,
        format: Format::Auto,
        parser: Parser::Here,
        mapping,
        terms: terms(OnDuplicate::Skip),
        overrule: None,
    };
    let plan = office.read(move |desk| plan(desk, &request, &Progress::default())).wait().unwrap();
    let told: Vec<(&str, bool)> =
        plan.rows.iter().map(|row| (row.name.as_str(), matches!(row.fate, Fate::Reject(_)))).collect();
    assert_eq!(told, [("Aas", true), ("Berg", true)]);
}

#[test]
fn a_restricted_card_waits_until_its_import_can_be_undone() {
    use crate::model::restriction::Ground;
    use crate::office::states;
    let (dir, office) = office();
    let path = file(dir.path(), "two.csv", "last_name,email\nAas,aas@example.org\nBerg,berg@example.org\n");
    let outcome = done(&office, &path, terms(OnDuplicate::Skip));
    let [aas, berg] = outcome.persons[..] else { panic!("two cards") };
    office.write(move |desk| states::restrict(desk, aas, Ground::Accuracy, "")).wait().unwrap();
    let first = undone(&office, outcome.id);
    assert_eq!((first.removed, first.held, first.waiting), (vec![berg], vec![], vec![aas]));
    office.write(move |desk| states::lift(desk, aas, "Rettet", true)).wait().unwrap();
    let then = undone(&office, outcome.id);
    assert_eq!((then.removed, then.waiting), (vec![aas], vec![]));
    let again = office.write(move |desk| undo(desk, outcome.id, &Progress::default())).wait();
    assert!(matches!(again, Err(Error::Refused(Rule::UndoneBefore))));
}

#[test]
fn a_row_that_picks_what_was_switched_off_is_named() {
    let (dir, office) = office();
    let off = |key: &'static str| {
        office
            .write(move |desk| {
                let setting = crate::model::setting::Setting::from_key(key).unwrap();
                crate::office::settings::set(desk, &setting, "no")
            })
            .wait()
            .unwrap();
    };
    off("category.supplier.active");
    off("source.fair.active");
    let text = "last_name,category,source\nAas,supplier,\nBerg,customer,fair\n";
    let outcome = done(&office, &file(dir.path(), "off.csv", text), terms(OnDuplicate::Skip));
    assert_eq!((outcome.counts.added, outcome.counts.rejected), (1, 1));
    let overview = office.read({
        let id = outcome.persons[0];
        move |desk| legal_basis::overview(desk, id)
    });
    let entry = overview.wait().unwrap().ledger[0].clone();
    assert_eq!((entry.source, entry.comment.contains("fair")), (list::SOURCE_IMPORT, true));
}
