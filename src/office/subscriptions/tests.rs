#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::tests::{add, named, office};
use super::super::undo::Way;
use super::super::{Office, Progress, Rule, journal, legal_basis, mass_edit, merging, persons, selections, states};
use super::*;
use crate::model::basis::Decision;
use crate::model::criteria::Of;
use crate::model::mass_edit::{Action, Edit, Row, Value};
use crate::model::restriction::Ground;
use crate::model::user::Role;
use crate::office::subject::Subject;

fn kind(key: &str) -> list::Id {
    list::shipped_id(List::Subscription, key).unwrap()
}

fn say(office: &Office, id: person::Id, key: &'static str, wanted: bool) -> Result<Entry, Error> {
    office.write(move |desk| set(desk, id, &Said::new(kind(key), wanted))).wait()
}

fn said(office: &Office, id: person::Id, key: &'static str) -> Option<bool> {
    let all = office.read(move |desk| of(desk, id)).wait().unwrap();
    all.types.iter().find(|standing| standing.kind == kind(key)).unwrap().said.as_ref().and_then(|said| said.wanted)
}

fn consent(office: &Office, id: person::Id, basis: Basis) {
    let decision = Decision::new(list::MARKETING, basis, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
}

fn rows(office: &Office, id: person::Id) -> usize {
    office.read(move |desk| Ok(store::subscriptions::of_person(desk.db(), id)?)).wait().unwrap().len()
}

#[test]
fn answers_are_added_and_the_latest_holds() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    assert_eq!(said(&office, id, "news"), None);
    say(&office, id, "news", true).unwrap();
    say(&office, id, "news", false).unwrap();
    say(&office, id, "invitations", true).unwrap();
    assert_eq!((said(&office, id, "news"), said(&office, id, "invitations")), (Some(false), Some(true)));
    assert_eq!((said(&office, id, "urgent"), rows(&office, id)), (None, 3));
    // What is so already is no change.
    say(&office, id, "news", false).unwrap();
    assert_eq!(rows(&office, id), 3);
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    let entered: Vec<_> = entries.iter().filter(|entry| entry.kind == Kind::SubscriptionSet).collect();
    assert_eq!((entered.len(), entered[0].fields.as_slice()), (3, [Field::Subscriptions].as_slice()));
    // Nobody changes or removes a row.
    let db_refuses = |sql: &'static str| {
        let run = move |desk: &mut Desk<'_>| desk.db().sql_for_tests().execute_batch(sql).map_err(|_| Error::Failed);
        office.write(run).wait().is_err()
    };
    assert!(db_refuses("UPDATE subscription SET wanted = 1") && db_refuses("DELETE FROM subscription"));
    assert!(db_refuses("UPDATE subscription SET comment = 'x'"));
}

#[test]
fn an_answer_is_taken_back_and_given_again_and_leaves_its_rows() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    say(&office, id, "news", true).unwrap();
    say(&office, id, "news", false).unwrap();
    let back = || office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!((back().kind, said(&office, id, "news")), (Kind::SubscriptionSet, Some(true)));
    assert_eq!((back().kind, said(&office, id, "news")), (Kind::SubscriptionSet, None));
    for wanted in [true, false] {
        office.step(Way::Again).wait().unwrap().unwrap();
        assert_eq!(said(&office, id, "news"), Some(wanted));
    }
    assert_eq!(rows(&office, id), 6, "two answers, taken back, and given again");
    back();
    back();
    // A card with nothing but what was taken back is as it was added.
    assert_eq!(back().kind, Kind::PersonAdded);
    office.step(Way::Again).wait().unwrap().unwrap();
    assert_eq!((rows(&office, id), said(&office, id, "news")), (8, None));
}

#[test]
fn who_is_restricted_is_heard_when_they_refuse_and_in_nothing_else() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    consent(&office, id, Basis::Consent);
    office.write(move |desk| states::restrict(desk, id, Ground::Accuracy, "")).wait().unwrap();
    let wish = say(&office, id, "news", true);
    assert!(matches!(wish, Err(Error::Refused(Rule::Restricted))), "{wish:?}");
    say(&office, id, "news", false).unwrap();
    assert!(office.read(move |desk| if_open(desk, id)).wait().unwrap().is_none());
    assert!(office.step(Way::Back).wait().is_err());
    office.write(move |desk| states::lift(desk, id, "Ferdig", true)).wait().unwrap();
    assert_eq!(said(&office, id, "news"), Some(false));
}

#[test]
fn what_stops_mailings_is_told_and_no_answer_overrides_it() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let all = || office.read(move |desk| of(desk, id)).wait().unwrap();
    let subscribed = || -> Vec<list::Id> {
        all().types.into_iter().filter(|standing| standing.subscribes).map(|standing| standing.kind).collect()
    };
    assert!(subscribed().is_empty() && all().stops.is_empty());
    consent(&office, id, Basis::Consent);
    say(&office, id, "promotions", false).unwrap();
    assert_eq!(subscribed(), ["invitations", "news", "urgent"].map(kind));
    consent(&office, id, Basis::Objected);
    say(&office, id, "news", true).unwrap();
    office.write(move |desk| persons::edit(desk, id, &[(Field::NoMailings, "yes".into())])).wait().unwrap();
    assert_eq!((subscribed(), all().stops), (Vec::new(), vec![Stop::Objection, Stop::NoMailings]));
}

#[test]
fn a_selection_asks_for_those_who_did_not_refuse() {
    let (_dir, office) = office();
    let ids: Vec<person::Id> = ["Aas", "Berg", "Dal"].map(|name| add(&office, named("Kari", name)).id).into();
    consent(&office, ids[0], Basis::Consent);
    consent(&office, ids[1], Basis::Consent);
    say(&office, ids[0], "news", false).unwrap();
    say(&office, ids[2], "news", true).unwrap();
    let count = |key: &str| {
        let criteria = format!(r#"{{"subscription": "{key}"}}"#);
        office
            .read(move |desk| {
                let criteria = selections::read(desk, Of::Persons, &criteria)?;
                selections::count_of(desk, Of::Persons, &criteria)
            })
            .wait()
            .unwrap()
    };
    // Who asked for a type is one of them, also without a consent to everything.
    assert_eq!((count("news"), count("urgent")), (2, 2));
    say(&office, ids[0], "news", true).unwrap();
    assert_eq!(count("news"), 3);
    office
        .write(move |desk| {
            let mut card = persons::get(desk, ids[1])?;
            card.content.no_mailings = true;
            persons::save(desk, ids[1], card.content, card.updated_at).map(drop)
        })
        .wait()
        .unwrap();
    assert_eq!((count("news"), count("urgent")), (2, 1), "what stops all mailings stops each type");
}

#[test]
fn cards_that_become_one_keep_every_answer_and_part_with_their_own() {
    let (_dir, office) = office();
    let [kept, gone] = ["Kari", "Karri"].map(|name| add(&office, named(name, "Nordli")).id);
    say(&office, kept, "news", false).unwrap();
    say(&office, gone, "news", true).unwrap();
    say(&office, gone, "urgent", false).unwrap();
    let id = office.write(move |desk| merging::merge(desk, kept, gone, &[])).wait().unwrap().id;
    // The later answer holds, and what only one of them refused stays refused.
    assert_eq!((said(&office, kept, "news"), said(&office, kept, "urgent")), (Some(true), Some(false)));
    // Who refuses now did not say on which of the cards.
    say(&office, kept, "promotions", false).unwrap();
    office.write(move |desk| merging::undo(desk, id)).wait().unwrap();
    let both = |key| (said(&office, kept, key), said(&office, gone, key));
    assert_eq!(both("news"), (Some(false), Some(true)));
    assert_eq!(both("urgent"), (None, Some(false)));
    assert_eq!(both("promotions"), (Some(false), Some(false)));
}

#[test]
fn an_erased_card_takes_its_answers_along() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    say(&office, id, "news", false).unwrap();
    office.write(move |desk| Ok(store::persons::erase(desk.db(), id)?)).wait().unwrap();
    assert_eq!(rows(&office, id), 0);
}

#[test]
fn a_type_that_an_answer_names_can_only_be_switched_off() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    say(&office, id, "news", true).unwrap();
    let used = office.read(|desk| Ok(store::lists::is_used(desk.db(), kind("news"))?)).wait().unwrap();
    assert!(used);
    let setting = crate::model::setting::Setting::from_key("subscription.news.active").unwrap();
    office.write(move |desk| super::super::settings::set(desk, &setting, "no").map(drop)).wait().unwrap();
    assert_eq!(said(&office, id, "news"), Some(true), "what was said is shown all the same");
    say(&office, id, "news", false).unwrap();
    let wish = say(&office, id, "news", true);
    assert!(matches!(wish, Err(Error::Invalid(_))), "{wish:?}");
}

#[test]
fn many_answers_are_entered_at_once_but_not_over_a_refusal() {
    let (_dir, office) = office();
    let ids: Vec<person::Id> =
        ["Aas", "Berg", "Dal", "Eik", "Foss"].map(|name| add(&office, named("Kari", name)).id).into();
    let [plain, wants, refuses, objects, restricted] = ids[..] else { panic!() };
    say(&office, wants, "news", true).unwrap();
    say(&office, refuses, "news", false).unwrap();
    consent(&office, objects, Basis::Objected);
    office.write(move |desk| states::restrict(desk, restricted, Ground::Accuracy, "")).wait().unwrap();
    let row = |action| Row::Field { field: Field::Subscriptions, action };
    let news = Value::Item(kind("news"));
    let subject = Subject::Persons(ids.clone().into());
    let carry = |row: Row| {
        let (subject, edit) = (subject.clone(), Edit { activities: None, rows: vec![row] });
        office
            .write(move |desk| {
                let plan = mass_edit::plan(desk, &subject, &edit, &Progress::default())?;
                let sample = mass_edit::sample(desk, &plan, 10, 0)?;
                let done = mass_edit::carry_out(desk, &subject, &edit, &Progress::default())?;
                assert_eq!((plan.changing.len() as u64, &plan.held), (done.changed, &done.held));
                Ok((done, sample))
            })
            .wait()
    };
    let (done, sample) = carry(row(Action::Add(news.clone()))).unwrap();
    assert_eq!((done.changed, done.unchanged), (1, 1));
    assert!(matches!(sample[0].what, mass_edit::What::Subscription(of) if of == kind("news")), "{sample:?}");
    let mut held: Vec<(i64, &str)> = done.held.iter().map(|held| (held.id, held.why.key())).collect();
    held.sort_unstable();
    let wanted = [(refuses, "type-refused"), (objects, "objection-stands"), (restricted, "restricted")];
    assert_eq!(held, wanted.map(|(id, why)| (id.0, why)));
    assert_eq!((said(&office, plain, "news"), said(&office, refuses, "news")), (Some(true), Some(false)));

    let (refused, _) = carry(row(Action::Remove(news.clone()))).unwrap();
    assert_eq!((refused.changed, refused.unchanged, refused.held.len()), (3, 1, 1));
    say(&office, objects, "news", true).unwrap();
    let undo = |id| office.write(move |desk| mass_edit::undo(desk, id, &Progress::default())).wait().unwrap();
    let undone = undo(refused.edit.unwrap());
    assert_eq!((undone.restored, undone.held.len()), (2, 1), "who answered since keeps that");
    assert_eq!((said(&office, plain, "news"), said(&office, wants, "news")), (Some(true), Some(true)));
    assert_eq!(said(&office, objects, "news"), Some(true));
    undo(done.edit.unwrap());
    assert_eq!((said(&office, plain, "news"), said(&office, wants, "news")), (None, Some(true)));

    let set = carry(row(Action::Set(news)));
    assert!(matches!(set, Err(Error::Invalid(_))), "{set:?}");
    let lacking = office
        .write(move |desk| {
            desk.become_role(Role::Assistant);
            set_by(desk, plain)
        })
        .wait();
    assert!(matches!(lacking, Err(Error::Forbidden(Right::Subscriptions))), "{lacking:?}");
}

fn set_by(desk: &mut Desk<'_>, id: person::Id) -> Result<Entry, Error> {
    set(desk, id, &Said::new(kind("news"), true))
}
