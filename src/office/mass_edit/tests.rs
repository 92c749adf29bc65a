#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod random;

use super::*;
use crate::model::activity::{self, Filter};
use crate::model::basis::{Basis, Decision};
use crate::model::list::{self, List};
use crate::model::mass_edit::{Action, Grant, Replace, Row, Value, Which};
use crate::model::person::{Address, Content, Labelled, Person};
use crate::model::restriction::Ground;
use crate::model::user::{self, Role};
use crate::model::{Moment, company};
use crate::office::journal::{self, Wanted};
use crate::office::tests::{add, named, office};
use crate::office::undo::Way;
use crate::office::{Office, activities, companies, finding, legal_basis, lists, persons, settings};

fn set(field: Field, value: Value) -> Row {
    Row::Field { field, action: Action::Set(value) }
}

fn clear(field: Field) -> Row {
    Row::Field { field, action: Action::Clear }
}

fn text(words: &str) -> Value {
    Value::Text(words.into())
}

fn replace(field: Field, find: &str, with: &str) -> Row {
    Row::Field {
        field,
        action: Action::Replace(Replace { find: find.into(), with: with.into(), ..Replace::default() }),
    }
}

fn grant(purpose: list::Id, basis: Basis) -> Row {
    Row::Basis(Grant { purpose, basis: basis.item(), source: list::SOURCE_USER, comment: "avtalt".into() })
}

fn edit(rows: Vec<Row>) -> Edit {
    Edit { activities: None, rows }
}

fn of(ids: &[person::Id]) -> Subject {
    Subject::Persons(ids.into())
}

fn planned(office: &Office, subject: &Subject, edit: &Edit) -> Result<Plan, Error> {
    let (subject, edit) = (subject.clone(), edit.clone());
    office.read(move |desk| plan(desk, &subject, &edit, &Progress::default())).wait()
}

/// Carries an edit out, and sees to it that the plan said the same.
fn carried(office: &Office, subject: &Subject, edit: &Edit) -> Result<Done, Error> {
    let plan = planned(office, subject, edit)?;
    let (subject, edit) = (subject.clone(), edit.clone());
    let done = office.write(move |desk| carry_out(desk, &subject, &edit, &Progress::default())).wait()?;
    assert_eq!((plan.changing.len() as u64, plan.unchanged, &plan.held), (done.changed, done.unchanged, &done.held));
    Ok(done)
}

fn taken_back(office: &Office, id: Id) -> Result<Undone, Error> {
    office.write(move |desk| undo(desk, id, &Progress::default())).wait()
}

fn card(office: &Office, id: person::Id) -> Person {
    office.read(move |desk| persons::get(desk, id)).wait().unwrap()
}

fn item(list: List, key: &str) -> list::Id {
    list::shipped_id(list, key).unwrap()
}

/// Somebody with something in every field.
fn full(office: &Office) -> Person {
    let address =
        Address { street: "Bryggen 1".into(), postcode: "5003".into(), city: "Bergen".into(), country: "NO".into() };
    add(
        office,
        Content {
            company: "Fjordfisk AS".into(),
            title: "Salgssjef".into(),
            position: Some(item(List::Position, List::Position.shipped()[0])),
            category: Some(item(List::Category, "prospect")),
            business: Some(item(List::Business, List::Business.shipped()[0])),
            language: Some(item(List::Language, "nb")),
            our_contact: Some(user::FIRST_ID),
            emails: vec![
                Labelled::new(Some(list::LABEL_WORK), "ase@fjordfisk.example".into()),
                Labelled::new(None, "ase@example.org".into()),
            ],
            phones: vec![
                Labelled::new(Some(list::LABEL_MOBILE), "900 11 222".into()),
                Labelled::new(Some(list::LABEL_WORK), "55 11 22 33".into()),
            ],
            addresses: vec![Labelled::new(None, address)],
            country: "NO".into(),
            birth_date: chrono::NaiveDate::from_ymd_opt(1980, 5, 17),
            website: "fjordfisk.example".into(),
            note: "Stand 12\nTraff på messen".into(),
            former_employee: true,
            no_mailings: false,
            interests: vec![item(List::Interest, List::Interest.shipped()[0])],
            ..named("Åse", "Ødegård")
        },
    )
}

/// Returns everything that counts of a card: not when it was changed.
fn held_by(office: &Office, id: person::Id) -> (Content, Option<company::Id>, usize) {
    let person = card(office, id);
    let jobs = office.read(move |desk| persons::jobs(desk, id)).wait().unwrap().len();
    (person.content, person.company, jobs)
}

#[test]
fn every_action_changes_what_it_says_and_is_taken_back() {
    let first = list::Id(item(List::Interest, List::Interest.shipped()[0]).0);
    let second = item(List::Interest, List::Interest.shipped()[1]);
    let add_item = |value| Row::Field { field: Field::Interests, action: Action::Add(value) };
    let take = |value| Row::Field { field: Field::Interests, action: Action::Remove(value) };
    let exchange = |field, from, to| Row::Field { field, action: Action::Exchange(from, to) };
    let customer = item(List::Category, "customer");
    let prospect = item(List::Category, "prospect");
    type Says = fn(&Content) -> bool;
    let table: Vec<(Row, Says)> = vec![
        (set(Field::Category, Value::Item(customer)), |card| card.category.is_some_and(|id| id.0 % 1_000 == 2)),
        (set(Field::Category, Value::NewItem("Grossist".into())), |card| {
            card.category.is_some_and(|id| id.0 > 100_000)
        }),
        (clear(Field::Category), |card| card.category.is_none()),
        (exchange(Field::Category, Value::Item(prospect), Value::Item(customer)), |card| {
            card.category.is_some_and(|id| id.0 % 1_000 == 2)
        }),
        (clear(Field::Position), |card| card.position.is_none()),
        (clear(Field::Language), |card| card.language.is_none()),
        (clear(Field::Business), |card| card.business.is_none()),
        (clear(Field::OurContact), |card| card.our_contact.is_none()),
        (set(Field::Title, text(" Innkjøper ")), |card| card.title == "Innkjøper"),
        (replace(Field::Title, "SALG", "kjøp"), |card| card.title == "kjøpssjef"),
        (replace(Field::Note, "messen", "torget"), |card| card.note == "Stand 12\nTraff på torget"),
        (clear(Field::Note), |card| card.note.is_empty()),
        (set(Field::FirstName, text("Aase")), |card| card.full_name() == "Aase Ødegård"),
        (replace(Field::LastName, "Ø", "O"), |card| card.last_name == "Odegård"),
        (set(Field::Country, text("se")), |card| card.country == "SE"),
        (set(Field::Website, text("example.org")), |card| card.website == "example.org"),
        (clear(Field::BirthDate), |card| card.birth_date.is_none()),
        (set(Field::NoMailings, Value::Yes(true)), |card| card.no_mailings),
        (set(Field::FormerEmployee, Value::Yes(false)), |card| !card.former_employee),
        (set(Field::Company, text("Havbris AS")), |card| card.company == "Havbris AS"),
        (clear(Field::Company), |card| card.company.is_empty()),
        (set(Field::Email, text("NY@Example.org")), |card| {
            card.emails[0].value == "NY@Example.org" && card.emails.len() == 2
        }),
        (clear(Field::Email), |card| card.emails.len() == 1),
        (clear(Field::Emails), |card| card.emails.is_empty()),
        (replace(Field::Emails, "@fjordfisk.example", "@havbris.example"), |card| {
            card.emails[0].value == "ase@havbris.example"
        }),
        (set(Field::Mobile, text("911 22 333")), |card| {
            card.phones[0].value.ends_with("11 22 333") || card.phones[0].value.contains("911")
        }),
        (clear(Field::Phones), |card| card.phones.is_empty()),
        (set(Field::City, text("Oslo")), |card| card.addresses[0].value.city == "Oslo"),
        (clear(Field::Addresses), |card| card.addresses.is_empty()),
        (add_item(Value::Item(second)), |card| card.interests.len() == 2),
        (add_item(Value::NewItem("Golfbiler".into())), |card| card.interests.len() == 2),
        (take(Value::Item(first)), |card| card.interests.is_empty()),
        (exchange(Field::Interests, Value::Item(first), Value::Item(second)), |card| card.interests.len() == 1),
        (replace(Field::Number, "1", "A1"), |card| card.number == "A1"),
    ];
    for (row, says) in table {
        let (_dir, office) = office();
        let id = full(&office).id;
        let before = held_by(&office, id);
        let done = carried(&office, &of(&[id]), &edit(vec![row.clone()])).unwrap();
        assert_eq!((done.changed, done.unchanged, done.held.len()), (1, 0, 0), "{row:?}");
        let after = card(&office, id);
        assert!(says(&after.content), "{row:?}: {:?}", after.content);
        // The journal tells of this person, and of the edit.
        let seen = office.read(move |desk| journal::list(desk, &Wanted { person: Some(id), ..Wanted::default() }));
        let newest = seen.wait().unwrap().remove(0);
        assert_eq!(newest.kind, Some(crate::model::journal::Kind::MassEdited), "{row:?}");
        assert!(!newest.fields.is_empty(), "{row:?}");
        // A second time, it is so already; a replacement may find nothing more.
        let again = carried(&office, &of(&[id]), &edit(vec![row.clone()])).unwrap();
        let repeats = matches!(&row, Row::Field { field, .. } if [Field::Number, Field::Email].contains(field));
        assert!(repeats || (again.changed, again.unchanged) == (0, 1), "{row:?}");
        if again.changed == 0 {
            assert_eq!(again.edit, None);
            let undone = taken_back(&office, done.edit.unwrap()).unwrap();
            assert_eq!((undone.restored, undone.held), (1, Vec::new()), "{row:?}");
            assert_eq!(held_by(&office, id), before, "{row:?}");
        }
        assert!(office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap().is_intact());
    }
}

#[test]
fn a_legal_basis_is_a_row_of_the_ledger_and_a_void_one_takes_it_back() {
    let (_dir, office) = office();
    let ids: Vec<person::Id> = (0..3).map(|number| add(&office, named("Kari", &format!("Berg {number}"))).id).collect();
    let refused = ids[2];
    let no = Decision::new(list::MARKETING, Basis::Withdrawn, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, refused, &no, None)).wait().unwrap();
    let rows = edit(vec![grant(list::MARKETING, Basis::Consent), set(Field::Title, text("Kunde"))]);
    let done = carried(&office, &of(&ids), &rows).unwrap();
    // Who said no is not turned into a yes, and nothing else is done to their card either.
    assert_eq!(
        (done.changed, done.held.as_slice()),
        (2, [Held { id: refused.0, why: Why::Rule(Rule::RefusalStands) }].as_slice())
    );
    assert_eq!(card(&office, refused).content.title, "");
    let ledger = |id| office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
    let marketing = |id| ledger(id).purposes[1].current.clone().map(|entry| (entry.basis, entry.comment));
    assert_eq!(marketing(ids[0]), Some((Basis::Consent, "avtalt".into())));
    assert_eq!(carried(&office, &of(&ids[..2]), &rows).unwrap().unchanged, 2);
    // One of them took it back meanwhile: that stays.
    let (one, no) = (ids[0], Decision::new(list::MARKETING, Basis::Withdrawn, list::SOURCE_USER));
    office.write(move |desk| legal_basis::decide(desk, one, &no, None)).wait().unwrap();
    let undone = taken_back(&office, done.edit.unwrap()).unwrap();
    assert_eq!((undone.restored, undone.held.as_slice()), (1, [Held { id: one.0, why: Why::Changed }].as_slice()));
    assert_eq!(marketing(ids[0]).unwrap().0, Basis::Withdrawn);
    assert_eq!((marketing(ids[1]), ledger(ids[1]).ledger.len()), (None, 3));
    assert_eq!((card(&office, ids[0]).content.title.as_str(), card(&office, ids[1]).content.title.as_str()), ("", ""));
    // The row that holds is declared void, and taking that back lets it hold again.
    let void = edit(vec![grant(list::SALES, Basis::Void)]);
    let done = carried(&office, &of(&ids[1..2]), &void).unwrap();
    assert_eq!(ledger(ids[1]).purposes[0].current, None);
    taken_back(&office, done.edit.unwrap()).unwrap();
    assert_eq!(ledger(ids[1]).purposes[0].current.as_ref().unwrap().basis, Basis::Contract);
    assert!(matches!(taken_back(&office, done.edit.unwrap()), Err(Error::Refused(Rule::MassEditUndone))));
    let objected = edit(vec![grant(list::SALES, Basis::Objected)]);
    assert!(matches!(planned(&office, &of(&ids), &objected), Err(Error::Invalid(_))));
}

#[test]
fn everybody_is_restricted_and_released_again() {
    let (_dir, office) = office();
    let ids: Vec<person::Id> = (0..2).map(|number| add(&office, named("Kari", &format!("Berg {number}"))).id).collect();
    let rows =
        edit(vec![set(Field::Title, text("Kunde")), Row::Restrict { ground: Ground::Claims, comment: String::new() }]);
    let done = carried(&office, &of(&ids), &rows).unwrap();
    assert_eq!(done.changed, 2);
    let again = planned(&office, &of(&ids), &rows).unwrap();
    assert_eq!((again.changing.len(), again.held.len(), again.held[0].why.clone()), (0, 2, Why::Restricted));
    let closed = office
        .read({
            let id = ids[0];
            move |desk| persons::get(desk, id)
        })
        .wait();
    assert!(matches!(closed, Err(Error::Refused(Rule::Restricted))));
    let undone = taken_back(&office, done.edit.unwrap()).unwrap();
    assert_eq!((undone.restored, undone.held.len()), (2, 0));
    assert_eq!(card(&office, ids[0]).content.title, "");
}

#[test]
fn what_somebody_changed_since_stays_field_by_field() {
    let (_dir, office) = office();
    let ids: Vec<person::Id> = (0..3).map(|number| add(&office, named("Kari", &format!("Berg {number}"))).id).collect();
    let rows = edit(vec![set(Field::Title, text("Kunde")), set(Field::Country, text("SE"))]);
    let done = carried(&office, &of(&ids), &rows).unwrap();
    let typed = |id, field, words: &'static str| {
        office.write(move |desk| persons::edit(desk, id, &[(field, words.to_owned())])).wait().unwrap();
    };
    // Elsewhere on the card: nothing of the edit is lost. In one of its fields: that one stays.
    typed(ids[1], Field::Website, "example.org");
    typed(ids[2], Field::Title, "Venn");
    let undone = taken_back(&office, done.edit.unwrap()).unwrap();
    assert_eq!((undone.restored, undone.held.as_slice()), (2, [Held { id: ids[2].0, why: Why::Changed }].as_slice()));
    let has = |id| {
        let content = card(&office, id).content;
        (content.title, content.country, content.website)
    };
    assert_eq!(has(ids[0]), (String::new(), String::new(), String::new()));
    assert_eq!(has(ids[1]), (String::new(), String::new(), "example.org".into()));
    assert_eq!(has(ids[2]), ("Venn".into(), String::new(), String::new()));
    let past = office.read(|desk| list(desk)).wait().unwrap();
    assert!(past[0].undone.is_some() && past[0].edit.as_ref() == Some(&rows) && past[0].changed == 3);
}

#[test]
fn what_would_break_a_rule_is_held_back() {
    let (_dir, office) = office();
    let with = |first: &str, last: &str| add(&office, named(first, last)).id;
    let (both, only) = (with("Kari", "Berg"), with("", "Havn"));
    // Without any name, there is no card.
    let done = carried(&office, &of(&[both, only]), &edit(vec![clear(Field::LastName)])).unwrap();
    assert_eq!(
        (done.changed, done.held.as_slice()),
        (1, [Held { id: only.0, why: Why::Invalid(Field::LastName, Reason::NoName) }].as_slice())
    );
    // A number is one card's: here each would become the other's, or the same.
    let ids = [both, only];
    let number = |id| card(&office, id).content.number;
    assert_eq!((number(both).as_str(), number(only).as_str()), ("1", "2"));
    let same = Row::Field {
        field: Field::Number,
        action: Action::Replace(Replace { find: "[12]".into(), with: "7".into(), regex: true, ..Replace::default() }),
    };
    let done = carried(&office, &of(&ids), &edit(vec![same])).unwrap();
    assert_eq!((done.changed, done.held[0].why.clone()), (1, Why::Invalid(Field::Number, Reason::Taken)));
    let set_number = edit(vec![set(Field::Number, text("9"))]);
    assert!(matches!(planned(&office, &of(&ids), &set_number), Err(Error::Invalid(_))), "no two cards have one number");
    let wrong = [set(Field::Email, text("nobody")), set(Field::Website, text("not a site"))];
    for row in wrong {
        assert_eq!(carried(&office, &of(&[both]), &edit(vec![row])).unwrap().held.len(), 1);
    }
    let refused = [
        edit(Vec::new()),
        edit(vec![set(Field::Country, text("Atlantis"))]),
        edit(vec![set(Field::Category, text("prospect"))]),
        edit(vec![set(Field::Category, Value::Item(item(List::Interest, List::Interest.shipped()[0])))]),
        edit(vec![set(Field::OurContact, Value::User(user::Id(99)))]),
        edit(vec![set(Field::Name, text("Berg"))]),
        edit(vec![set(Field::Picture, text("x"))]),
        edit(vec![grant(list::MARKETING, Basis::Contract)]),
    ];
    for rows in refused {
        assert!(planned(&office, &of(&ids), &rows).is_err(), "{rows:?}");
    }
}

#[test]
fn nothing_is_added_to_a_list_for_an_edit_that_changes_nobody() {
    let (_dir, office) = office();
    let id = add(&office, named("Kari", "Berg")).id;
    office.write(move |desk| crate::office::states::restrict(desk, id, Ground::Claims, "")).wait().unwrap();
    let count = || office.read(|desk| Ok(journal::entries(desk.db())?.len())).wait().unwrap();
    let before = count();
    let rows = edit(vec![set(Field::Category, Value::NewItem("Grossist".into()))]);
    let done = carried(&office, &of(&[id]), &rows).unwrap();
    assert_eq!((done.edit, done.changed, done.held.len(), count()), (None, 0, 1, before));
    let known = office.read(|desk| Ok(desk.lists()?.find(List::Category, "Grossist"))).wait().unwrap();
    assert_eq!(known, None);
}

#[test]
fn what_an_edit_added_to_a_list_goes_when_it_is_taken_back_and_comes_again() {
    let (_dir, office) = office();
    let id = add(&office, named("Kari", "Berg")).id;
    let rows = edit(vec![set(Field::Category, Value::NewItem("Grossist".into()))]);
    let known = || office.read(|desk| Ok(desk.lists()?.find(List::Category, "Grossist"))).wait().unwrap();
    carried(&office, &of(&[id]), &rows).unwrap();
    let made = known().unwrap();
    office.step(Way::Back).wait().unwrap();
    assert_eq!(known(), None);
    office.step(Way::Again).wait().unwrap();
    let again = known().unwrap();
    assert_ne!(again, made);
    let category = office.read(move |desk| Ok(persons::get(desk, id)?.content.category)).wait().unwrap();
    assert_eq!(category, Some(again));
    // What somebody chose since stays.
    let ola = Content { category: Some(again), ..named("Ola", "Vik") };
    add(&office, ola);
    office
        .write(move |desk| {
            let newest = store::mass_edits::all(desk.db())?.remove(0).id;
            undo(desk, newest, &Progress::default())
        })
        .wait()
        .unwrap();
    assert_eq!(known(), Some(again));
}

#[test]
fn a_mass_edit_takes_its_rights() {
    let (_dir, office) = office();
    let id = add(&office, named("Kari", "Berg")).id;
    let titled = edit(vec![set(Field::Title, text("Kunde"))]);
    let based = edit(vec![grant(list::SALES, Basis::Consent)]);
    let done = carried(&office, &of(&[id]), &titled).unwrap().edit.unwrap();
    for role in [Role::Seller, Role::Assistant, Role::ReadOnly] {
        let (titled, subject) = (titled.clone(), of(&[id]));
        let tried = office.write(move |desk| {
            desk.become_role(role);
            let none = Progress::default();
            let refused = |done: Result<(), Error>| matches!(done, Err(Error::Forbidden(Right::MassEdit)));
            assert!(refused(plan(desk, &subject, &titled, &none).map(drop)));
            assert!(refused(carry_out(desk, &subject, &titled, &none).map(drop)));
            assert!(refused(undo(desk, done, &none).map(drop)));
            assert!(refused(list(desk).map(drop)));
            Ok(())
        });
        tried.wait().unwrap();
    }
    let subject = of(&[id]);
    sight::tests::employ(&office);
    let tried = office.write(move |desk| {
        desk.become_other(user::FIRST_ID, Right::MassEdit, Right::See);
        let none = Progress::default();
        assert!(matches!(carry_out(desk, &subject, &based, &none), Err(Error::Forbidden(Right::LegalBasis))));
        // Who sees only their own gives none away.
        let away = edit(vec![set(Field::OurContact, Value::User(sight::tests::OTHER))]);
        assert!(matches!(carry_out(desk, &subject, &away, &none), Err(Error::Forbidden(Right::SeeOthers))));
        assert_eq!(carry_out(desk, &subject, &edit(vec![clear(Field::Title)]), &none)?.changed, 1);
        Ok(())
    });
    tried.wait().unwrap();
}

#[test]
fn cancelling_leaves_nothing_half_done() {
    let (_dir, office) = office();
    let ids: Vec<person::Id> = (0..5).map(|number| add(&office, named("Kari", &format!("Berg {number}"))).id).collect();
    let rows = || office.read(|desk| Ok(store::feed::rows_for_tests(desk.db())?)).wait().unwrap();
    let done = carried(&office, &of(&ids), &edit(vec![set(Field::Title, text("Kunde"))])).unwrap().edit.unwrap();
    let before = rows();
    let (subject, titled) = (of(&ids), edit(vec![set(Field::Title, text("Venn"))]));
    let stopped = office.write(move |desk| {
        let progress = Progress::default();
        progress.cancel();
        carry_out(desk, &subject, &titled, &progress)
    });
    assert!(matches!(stopped.wait(), Err(Error::Cancelled)));
    let stopped = office.write(move |desk| {
        let progress = Progress::default();
        progress.cancel();
        undo(desk, done, &progress)
    });
    assert!(matches!(stopped.wait(), Err(Error::Cancelled)));
    assert_eq!(rows(), before);
}

#[test]
fn companies_are_changed_and_found_by_their_new_names() {
    let (_dir, office) = office();
    let made = |name: &str| {
        let content = company::Content { website: "example.org".into(), ..company::Content::named(name) };
        office.write(move |desk| companies::add(desk, content)).wait().unwrap().id
    };
    let ids = [made("Fjordfisk A/S"), made("Havbris A/S"), made("Havbris AS")];
    let person = add(&office, Content { company: "Fjordfisk A/S".into(), ..named("Kari", "Berg") }).id;
    let rows = edit(vec![replace(Field::Name, "A/S", "AS"), clear(Field::Website)]);
    let done = carried(&office, &Subject::Companies(ids.into()), &rows).unwrap();
    assert_eq!(
        (done.changed, done.held.as_slice()),
        (2, [Held { id: ids[1].0, why: Why::Invalid(Field::Name, Reason::Taken) }].as_slice())
    );
    assert_eq!(card(&office, person).content.company, "Fjordfisk AS");
    let found = office.find("fjordfisk as", finding::Order::default()).wait().unwrap().ids;
    assert_eq!(*found, [person]);
    let undone = taken_back(&office, done.edit.unwrap()).unwrap();
    assert_eq!((undone.restored, undone.held.len()), (2, 0));
    let name = office.read(move |desk| companies::get(desk, ids[0])).wait().unwrap().content;
    assert_eq!((name.name.as_str(), name.website.as_str()), ("Fjordfisk A/S", "example.org"));
    let based = edit(vec![grant(list::SALES, Basis::Consent)]);
    assert!(planned(&office, &Subject::Companies(ids.into()), &based).is_err());
}

#[test]
fn activities_of_a_kind_and_a_time_are_changed() {
    let (_dir, office) = office();
    let person = add(&office, named("Kari", "Berg")).id;
    let at = |day: &str| Moment::beginning(day.parse().unwrap());
    let made = |kind, day: &str, words: &str| {
        let content = activity::Content {
            person: Some(person),
            text: words.into(),
            subject: words.into(),
            seconds: Some(600),
            ..activity::Content::new(kind, at(day))
        };
        office.write(move |desk| activities::add(desk, content)).wait().unwrap().id
    };
    let old = made(list::ACTIVITY_MEETING, "2025-01-05", "Møte om fisk");
    let new = made(list::ACTIVITY_MEETING, "2026-01-05", "Møte om fisk");
    let call = made(list::ACTIVITY_CALL, "2026-01-05", "Fisk");
    let which = Which { kind: Some(list::ACTIVITY_MEETING), since: "2026-01-01".parse().ok(), until: None };
    let rows = vec![
        replace(Field::Note, "fisk", "laks"),
        set(Field::Activity, Value::Item(list::ACTIVITY_NOTE)),
        set(Field::DoneAt, Value::Yes(true)),
    ];
    let get = |id| office.read(move |desk| activities::get(desk, id)).wait().unwrap();
    let before = get(new);
    let done = carried(&office, &of(&[person]), &Edit { activities: Some(which), rows }).unwrap();
    assert_eq!((done.of, done.changed), (Of::Activities, 1));
    let after = get(new);
    assert_eq!((after.content.text.as_str(), after.content.kind), ("Møte om laks", list::ACTIVITY_NOTE));
    assert!(after.done_at.is_some() && after.content.seconds.is_none());
    assert_eq!((get(old).content.text.as_str(), get(call).content.text.as_str()), ("Møte om fisk", "Fisk"));
    let page =
        office.read(move |desk| activities::page(desk, activities::Of::Person(person), &Filter::default(), 9, 0));
    assert_eq!(page.wait().unwrap().total, 3);
    assert_eq!(taken_back(&office, done.edit.unwrap()).unwrap().restored, 1);
    let back = get(new);
    assert_eq!((back.content, back.done_at), (before.content, None));
}

#[test]
fn a_sample_shows_all_that_changes_page_by_page() {
    let (_dir, office) = office();
    let ids: Vec<person::Id> = (0..5).map(|number| add(&office, named("Kari", &format!("Berg {number}"))).id).collect();
    let rows = edit(vec![
        set(Field::Category, Value::NewItem("Grossist".into())),
        grant(list::MARKETING, Basis::Consent),
        Row::Restrict { ground: Ground::Claims, comment: String::new() },
    ]);
    let plan = planned(&office, &of(&ids), &rows).unwrap();
    let page = |offset| {
        let plan = plan.clone();
        office.read(move |desk| sample(desk, &plan, 2, offset)).wait().unwrap()
    };
    let first = page(0);
    assert_eq!(first.len(), 6);
    assert_eq!((first[0].name.as_str(), first[0].what.clone()), ("Kari Berg 0", What::Field(Field::Category)));
    assert_eq!((first[0].before.as_str(), first[0].after.as_str()), ("", "Grossist"));
    assert_eq!((first[1].what.clone(), first[1].after.as_str()), (What::Basis(list::MARKETING), "Samtykke"));
    assert_eq!(first[2].what, What::Restriction);
    assert_eq!((page(4)[0].name.as_str(), page(5).len()), ("Kari Berg 4", 0));
}

#[test]
fn rows_are_read_from_texts() {
    let (_dir, office) = office();
    let read = |field: &str, verb, words: &'static str| {
        let field = field.parse::<Field>().unwrap();
        office.read(move |desk| row_from_text(desk, Of::Persons, &field, verb, words)).wait()
    };
    let value = |row: Result<Row, Error>| match row {
        Ok(Row::Field { action: Action::Set(value) | Action::Add(value), .. }) => Some(value),
        Ok(_) | Err(_) => None,
    };
    assert_eq!(value(read("category", Verb::Set, "kunde")), Some(Value::Item(item(List::Category, "customer"))));
    assert_eq!(value(read("category", Verb::Set, "Grossist")), Some(Value::NewItem("Grossist".into())));
    assert_eq!(value(read("our_contact", Verb::Set, "me")), Some(Value::User(user::FIRST_ID)));
    assert_eq!(value(read("birth_date", Verb::Set, "17.5.1980")), Some(Value::Day("1980-05-17".parse().unwrap())));
    assert_eq!(value(read("no_mailings", Verb::Set, "ja")), Some(Value::Yes(true)));
    assert_eq!(value(read("interests", Verb::Add, "Golfbiler")), Some(Value::NewItem("Golfbiler".into())));
    assert!(read("our_contact", Verb::Set, "nobody").is_err());
    assert!(read("birth_date", Verb::Set, "soon").is_err());
    assert!(matches!(
        read("category", Verb::Replace, "prospect=>customer"),
        Ok(Row::Field { action: Action::Exchange(..), .. })
    ));
    assert!(matches!(read("title", Verb::Replace, "a=>b"), Ok(Row::Field { action: Action::Replace(_), .. })));
    let lists = office.read(|desk| Ok(desk.lists()?.clone())).wait().unwrap();
    assert_eq!(lists::list_of(&Field::Interests).map(|list| lists.of(list).count() > 1), Some(true));
    let fields = office.read(|desk| fields(desk, Of::Persons)).wait().unwrap();
    assert!(fields.len() > 20 && fields.iter().all(|(_, sort)| !sort.verbs().is_empty()));
}

#[test]
fn what_was_switched_off_is_not_chosen_and_can_be_exchanged() {
    let (_dir, office) = office();
    let id = full(&office).id;
    let prospect = item(List::Category, "prospect");
    let setting = settings::Setting::from_key("category.prospect.active").unwrap();
    office.write(move |desk| settings::set(desk, &setting, "no")).wait().unwrap();
    let chosen = edit(vec![set(Field::Category, Value::Item(prospect))]);
    assert!(matches!(planned(&office, &of(&[id]), &chosen), Err(Error::Invalid(_))));
    let customer = Value::Item(item(List::Category, "customer"));
    let exchanged = Row::Field { field: Field::Category, action: Action::Exchange(Value::Item(prospect), customer) };
    assert_eq!(carried(&office, &of(&[id]), &edit(vec![exchanged])).unwrap().changed, 1);
}

#[test]
fn what_was_changed_at_once_can_be_removed_by_itself() {
    let (_dir, office) = office();
    let person = add(&office, named("Kari", "Berg")).id;
    let note = activity::Content {
        person: Some(person),
        text: "Fisk".into(),
        ..activity::Content::new(list::ACTIVITY_NOTE, Moment::now())
    };
    let note = office.write(move |desk| activities::add(desk, note)).wait().unwrap().id;
    let company = office.write(|desk| companies::add(desk, company::Content::named("Havbris"))).wait().unwrap().id;
    let laks = Edit { activities: Some(Which::default()), rows: vec![replace(Field::Note, "fisk", "laks")] };
    let of_activity = carried(&office, &of(&[person]), &laks).unwrap().edit.unwrap();
    let website = edit(vec![set(Field::Website, text("example.org"))]);
    let of_company = carried(&office, &Subject::Companies([company].into()), &website).unwrap().edit.unwrap();
    office.write(move |desk| activities::remove(desk, note)).wait().unwrap();
    office.write(move |desk| companies::remove(desk, company)).wait().unwrap();
    for id in [of_activity, of_company] {
        let undone = taken_back(&office, id).unwrap();
        assert_eq!((undone.restored, undone.held.len()), (0, 0));
    }
    // A card that is erased takes along what it held before.
    let titled = edit(vec![set(Field::Title, text("Kunde"))]);
    let done = carried(&office, &of(&[person]), &titled).unwrap().edit.unwrap();
    office.write(move |desk| Ok(store::persons::erase(desk.db(), person)?)).wait().unwrap();
    assert_eq!(taken_back(&office, done).unwrap().restored, 0);
}

#[test]
fn who_is_restricted_or_lies_in_the_trash_waits_until_an_edit_can_be_taken_back() {
    use crate::office::{states, trash};
    let (_dir, office) = office();
    let ids: Vec<person::Id> = (0..3).map(|number| add(&office, named("Kari", &format!("Berg {number}"))).id).collect();
    let [closed, gone, open] = ids[..] else { panic!("three") };
    let done = carried(&office, &of(&ids), &edit(vec![set(Field::Title, text("Kunde"))])).unwrap();
    office.write(move |desk| states::restrict(desk, closed, Ground::Accuracy, "")).wait().unwrap();
    let put = move |desk: &mut Desk<'_>| trash::put(desk, &[of(&[gone])], false, "", &Progress::default());
    office.write(put).wait().unwrap();
    let first = taken_back(&office, done.edit.unwrap()).unwrap();
    let why = |id: person::Id| first.held.iter().find(|held| held.id == id.0).map(|held| held.why.clone());
    assert_eq!((first.restored, why(closed), why(gone)), (1, Some(Why::Restricted), Some(Why::Rule(Rule::InTrash))));
    assert_eq!(card(&office, open).content.title, "");
    office.write(move |desk| states::lift(desk, closed, "Rettet", true)).wait().unwrap();
    let back = move |desk: &mut Desk<'_>| trash::restore(desk, &[crate::model::trash::Record::Person(gone)]);
    office.write(back).wait().unwrap();
    let then = taken_back(&office, done.edit.unwrap()).unwrap();
    assert_eq!((then.restored, then.held.len()), (2, 0));
    assert!(ids.iter().all(|id| card(&office, *id).content.title.is_empty()));
    assert!(matches!(taken_back(&office, done.edit.unwrap()), Err(Error::Refused(Rule::MassEditUndone))));
}

#[test]
fn nobody_who_was_erased_comes_back_by_an_edit_or_by_taking_one_back() {
    use crate::office::erasure;
    let (_dir, office) = office();
    let reached = |first: &str, last: &str, email: &str| {
        let content = Content { emails: vec![Labelled::new(None, email.to_owned())], ..named(first, last) };
        add(&office, content).id
    };
    let (kari, other) = (reached("Kari", "Berg", "old@example.org"), reached("Gry", "Holm", "gry@example.org"));
    let done = carried(&office, &of(&[kari]), &edit(vec![set(Field::Email, text("new@example.org"))])).unwrap();
    // Somebody else has the address that the card held before, and is erased with it.
    let twin = reached("Zoe", "Quist", "old@example.org");
    let erase = move |desk: &mut Desk<'_>| {
        let wanted = erasure::Wanted { hits: erasure::Hits::Scrub, ..erasure::Wanted::new(vec![twin, other]) };
        erasure::erase(desk, &wanted, &Progress::default()).map(drop)
    };
    office.write(erase).wait().unwrap();
    let undone = taken_back(&office, done.edit.unwrap()).unwrap();
    assert_eq!((undone.restored, undone.held.len(), undone.held[0].why.clone()), (0, 1, Why::Changed));
    assert_eq!(card(&office, kari).content.emails[0].value, "new@example.org");
    let again = planned(&office, &of(&[kari]), &edit(vec![set(Field::Email, text("gry@example.org"))]));
    assert!(matches!(again, Err(Error::Refused(Rule::Suppressed))), "{again:?}");
}

#[test]
fn what_many_are_found_by_follows_an_edit_and_what_they_are_not_found_by_costs_no_index() {
    let (_dir, office) = office();
    crate::office::sample::make(&office, 520, crate::office::sample::SEED, std::sync::Arc::default()).wait().unwrap();
    let found = |typed: &str| office.find(typed, finding::Order::default()).wait().unwrap().ids.len();
    let everybody = office.find("", finding::Order::default()).wait().unwrap().ids;
    let mut changes = office.changes();
    let mut said = Vec::new();
    let rows = [
        (set(Field::Title, text("Sjefinnkjøper")), false, ("sjefinnkjøper", 0)),
        (set(Field::LastName, text("Sjefinnkjøper")), true, ("sjefinnkjøper", 520)),
        (set(Field::Company, text("Samlet AS")), true, ("samlet", 520)),
        (Row::Restrict { ground: Ground::Claims, comment: String::new() }, true, ("samlet", 0)),
    ];
    let mut edits = Vec::new();
    for (row, _, (typed, hits)) in &rows {
        let done = carried(&office, &of(&everybody), &edit(vec![row.clone()])).unwrap();
        assert!(done.changed > 500);
        edits.push(done.edit.unwrap());
        assert_eq!(found(typed), *hits, "{row:?}");
        said.push(changes.try_recv().unwrap().every_name);
    }
    assert_eq!(said, rows.map(|(_, names, _)| names));
    taken_back(&office, edits[3]).unwrap();
    assert_eq!(found("samlet"), 520, "the cards are open again");
}
