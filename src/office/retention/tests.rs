#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::activity::Content as Doing;
use crate::model::basis::Decision;
use crate::model::person::Content;
use crate::model::restriction::Ground;
use crate::model::retention::Books;
use crate::office::tests::{named, office};
use crate::office::{Office, activities, legal_basis, persons};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn set(office: &Office, key: &'static str, value: &'static str) {
    office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
}

fn add(office: &Office, name: &str, category: &'static str) -> Id {
    let content = named(name, "Nordmann");
    office
        .write(move |desk| {
            let category = desk.lists()?.find(List::Category, category);
            persons::add(desk, Content { category, ..content }, None, list::SOURCE_USER)
        })
        .wait()
        .unwrap()
        .id
}

/// Lets a card be as if it had been made on a day, with a last activity on another.
fn was(office: &Office, id: Id, made: &str, active: Option<&str>) {
    let (made, active) = (Moment::beginning(day(made)), active.map(|active| Moment::beginning(day(active))));
    office
        .write(move |desk| {
            store::retention::backdate(desk.db(), id, made)?;
            if let Some(at) = active {
                let doing = Doing { person: Some(id), text: "Ringte".into(), ..Doing::new(list::ACTIVITY_NOTE, at) };
                activities::add(desk, doing)?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
}

fn due_in(office: &Office, on: &'static str) -> Vec<Due> {
    office.read(move |desk| due_on(desk, day(on))).wait().unwrap()
}

fn who(due: &[Due]) -> Vec<Id> {
    due.iter().map(|due| due.person).collect()
}

#[test]
fn nobody_is_due_where_nothing_was_decided() {
    let (_dir, office) = office();
    let id = add(&office, "Åse", "prospect");
    was(&office, id, "1999-01-01", None);
    assert_eq!(due_in(&office, "2090-01-01"), []);
    office.close();
}

#[test]
fn a_category_counts_from_what_the_office_chose() {
    for (event, wanted) in [("last-activity", "2021-05-03"), ("created", "2020-01-15"), ("year-end", "2021-12-31")] {
        let (_dir, office) = office();
        set(&office, "category.prospect.keep_months", "36");
        set(&office, "category.prospect.keep_from", event);
        let id = add(&office, "Åse", "prospect");
        was(&office, id, "2020-01-15", Some("2021-05-03"));
        let other = add(&office, "Kari", "customer");
        was(&office, other, "2010-01-15", None);
        let due = due_in(&office, "2026-01-01");
        assert_eq!(who(&due), [id], "{event}");
        assert_eq!((due[0].event.key(), due[0].since, due[0].months), (event, day(wanted), 36));
        assert_eq!(due[0].due_on, retention::over(day(wanted), 36));
        assert_eq!(due[0].kept_by, None);
        let before = due[0].due_on.pred_opt().unwrap();
        assert_eq!(office.read(move |desk| due_on(desk, before)).wait().unwrap(), [], "the day before: {event}");
        office.close();
    }
}

#[test]
fn who_left_counts_from_then_and_who_is_there_does_not() {
    let (_dir, office) = office();
    set(&office, "category.prospect.keep_months", "1");
    set(&office, "category.prospect.keep_from", "left");
    let [stays, left, marked] = ["Åse", "Kari", "Ola"].map(|name| add(&office, name, "prospect"));
    let edit = |id: Id, field: Field, value: &'static str| {
        office.write(move |desk| persons::edit(desk, id, &[(field, value.to_owned())])).wait().unwrap();
    };
    edit(stays, Field::Company, "Fjordfisk AS");
    edit(left, Field::Company, "Fjordfisk AS");
    edit(left, Field::Company, "");
    edit(marked, Field::FormerEmployee, "yes");
    let due = due_in(&office, "2090-01-01");
    assert_eq!(who(&due), [left, marked]);
    assert!(due.iter().all(|due| due.event == Event::Left));
}

#[test]
fn the_last_purpose_decides_where_the_category_does_not() {
    let (_dir, office) = office();
    set(&office, "purpose.sales.keep_months", "24");
    set(&office, "purpose.marketing.keep_months", "6");
    let [both, ended, open] = ["Åse", "Kari", "Ola"].map(|name| add(&office, name, "prospect"));
    let decide = |id: Id, purpose, basis| {
        let decision = Decision::new(purpose, basis, list::SOURCE_USER);
        office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
    };
    decide(both, list::SALES, Basis::Contract);
    decide(both, list::MARKETING, Basis::Consent);
    decide(ended, list::MARKETING, Basis::Consent);
    decide(ended, list::MARKETING, Basis::Withdrawn);
    for id in [both, ended, open] {
        was(&office, id, "2020-01-15", None);
    }
    let due = due_in(&office, "2090-01-01");
    // Whom nothing is documented about, no purpose decides about.
    assert_eq!(who(&due), [both, ended]);
    let today = office.read(|desk| Ok(desk.today())).wait().unwrap();
    let find = |id| due.iter().find(|due| due.person == id).unwrap();
    assert_eq!((find(both).rule, find(both).event), (Rule::Purpose(list::SALES), Event::LastActivity));
    assert_eq!(find(both).due_on, day("2022-01-15"));
    assert_eq!((find(ended).event, find(ended).since), (Event::BasisEnded, today));
    // The category's own purposes come before the ledger's, and a purpose without a period keeps.
    set(&office, "category.prospect.purposes", "sales");
    assert_eq!(who(&due_in(&office, "2090-01-01")), [both, ended, open]);
    set(&office, "purpose.sales.keep_months", "");
    assert_eq!(who(&due_in(&office, "2090-01-01")), []);
}

#[test]
fn holds_books_restrictions_and_decisions_keep() {
    let (_dir, office) = office();
    set(&office, "office.country", "NO");
    set(&office, "category.customer.keep_months", "12");
    set(&office, "category.customer.keep_from", "year-end");
    set(&office, "category.prospect.keep_months", "12");
    let books = add(&office, "Åse", "customer");
    let [free, held, closed, longer] = ["Kari", "Ola", "Gry", "Tor"].map(|name| add(&office, name, "prospect"));
    for id in [books, free, held, closed, longer] {
        was(&office, id, "2022-03-01", None);
    }
    office
        .write(move |desk| {
            store::retention::hold(desk.db(), held, "Sak 12", Some(day("2090-06-30")))?;
            states::restrict(desk, closed, Ground::Claims, "")?;
            keep(desk, longer, day("2090-12-31"), " Avtale om oppfølging ").map(drop)
        })
        .wait()
        .unwrap();
    let due = due_in(&office, "2026-01-01");
    let kept = |id| due.iter().find(|due| due.person == id).unwrap().kept_by.clone();
    assert_eq!(due.len(), 5);
    assert_eq!(kept(free), None);
    assert_eq!(kept(closed), Some(KeptBy::Restricted));
    assert_eq!(kept(books), Some(KeptBy::Books { books: Books::Norway, until: day("2027-12-31") }));
    let hold = KeptBy::Hold { statute: "Sak 12".into(), until: Some(day("2090-06-30")) };
    assert_eq!(kept(held), Some(hold));
    let reason = "Avtale om oppfølging".to_owned();
    assert_eq!(kept(longer), Some(KeptBy::Longer { until: day("2090-12-31"), reason }));
    // After the last day, nothing of it keeps but the restriction.
    let later = due_in(&office, "2091-01-01");
    let kept: Vec<Id> = later.iter().filter(|due| due.kept_by.is_some()).map(|due| due.person).collect();
    assert_eq!(kept, [closed]);
    // What keeps somebody today keeps them, whatever day was picked; the plan is what is listed.
    let before = due_in(&office, "2024-01-01");
    let plan_before = office.read(|desk| plan(desk, day("2024-01-01"), None)).wait().unwrap();
    let (kept, gone): (Vec<Due>, Vec<Due>) = before.into_iter().partition(|due| due.kept_by.is_some());
    assert_eq!((plan_before.ids, plan_before.held), (who(&gone), kept));
    assert_eq!(who(&gone), [free]);
    // Nobody goes before the day is there.
    let later = office.write(|desk| approve(desk, day("2091-01-01"), None, &Progress::default())).wait();
    assert!(matches!(later, Err(Error::Refused(Refusal::NotDueYet))), "{later:?}");
}

#[test]
fn keeping_longer_needs_a_reason_and_a_day_to_come() {
    let (_dir, office) = office();
    let id = add(&office, "Åse", "prospect");
    for (until, reason) in [("2090-01-01", "  "), ("2020-01-01", "Avtale")] {
        let refused = office.write(move |desk| keep(desk, id, day(until), reason)).wait();
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    }
    let gone = office.write(|desk| keep(desk, Id(1), day("2090-01-01"), "Avtale")).wait();
    assert!(matches!(gone, Err(Error::NoPerson(_))), "{gone:?}");
    office.write(move |desk| keep(desk, id, day("2090-01-01"), "Avtale")).wait().unwrap();
    let entries = office.read(|desk| crate::office::journal::entries(desk.db())).wait().unwrap();
    assert_eq!(entries.last().unwrap().kind, Kind::KeptLonger);
    office.write(move |desk| states::restrict(desk, id, Ground::Accuracy, "")).wait().unwrap();
    let refused = office.write(move |desk| keep(desk, id, day("2091-01-01"), "Avtale")).wait();
    assert!(matches!(refused, Err(Error::Refused(Refusal::Restricted))), "{refused:?}");
}
