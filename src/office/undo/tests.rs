#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::tests::{add, named, office};
use super::super::{attached, journal, legal_basis, persons};
use super::*;
use crate::model::basis::{self, Basis};
use crate::model::list;
use crate::model::person::{Content, Person};
use crate::store;

fn get(office: &Office, id: person::Id) -> Person {
    office.read(move |desk| persons::get(desk, id)).wait().unwrap()
}

fn retitle(office: &Office, id: person::Id, title: &str) {
    let person = get(office, id);
    let content = Content { title: title.to_owned(), ..person.content };
    office.write(move |desk| persons::save(desk, id, content, person.updated_at)).wait().unwrap();
}

#[test]
fn changes_of_a_card_are_taken_back_one_by_one_and_done_again() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    for title in ["one", "two", "three"] {
        retitle(&office, id, title);
    }
    for title in ["two", "one", ""] {
        let done = office.step(Way::Back).wait().unwrap().unwrap();
        assert_eq!((done.name.as_str(), done.fields), ("Åse Ødegård", vec![Field::Title]));
        assert_eq!(get(&office, id).content.title, title);
    }
    assert_eq!(office.step(Way::Back).wait().unwrap().unwrap().kind, Kind::PersonAdded);
    assert_eq!(office.step(Way::Back).wait().unwrap(), None);
    assert_eq!(office.step(Way::Again).wait().unwrap().unwrap().kind, Kind::PersonAdded);
    for title in ["one", "two", "three"] {
        office.step(Way::Again).wait().unwrap().unwrap();
        assert_eq!(get(&office, id).content.title, title);
    }
    assert_eq!(office.step(Way::Again).wait().unwrap(), None);
    office.step(Way::Back).wait().unwrap().unwrap();
    retitle(&office, id, "four");
    assert_eq!(office.step(Way::Again).wait().unwrap(), None, "a new change ends what could be done again");
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(get(&office, id).content.title, "two");
    let verdict = office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap();
    assert_eq!(verdict.broken_at, None);
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.kind == Kind::TakenBack).count(), 6);
    assert_eq!(entries.iter().filter(|entry| entry.kind == Kind::DoneAgain).count(), 4);
}

#[test]
fn what_somebody_changed_since_stays() {
    let (_dir, office) = office();
    let (id, other) = (add(&office, named("Åse", "Ødegård")).id, add(&office, named("Tor", "Øverland")).id);
    retitle(&office, other, "before");
    retitle(&office, id, "mine");
    // A change that leaves nothing to take back, as an import does.
    office
        .write(move |desk| {
            let before = persons::get(desk, id)?;
            let content = Content { note: "theirs".into(), ..before.content.clone() };
            persons::put(desk, &before, content, list::SOURCE_USER)
        })
        .wait()
        .unwrap();
    assert!(matches!(office.step(Way::Back).wait(), Err(Error::ChangedMeanwhile(_))));
    assert_eq!(get(&office, id).content.note, "theirs");
    // The one before is next.
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(get(&office, other).content.title, "");
}

#[test]
fn interests_are_a_change_of_the_card_too() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    office.write(move |desk| persons::change_interests(desk, id, &["products".into()], &[])).wait().unwrap();
    assert_eq!(get(&office, id).content.interests.len(), 1);
    assert_eq!(office.step(Way::Back).wait().unwrap().unwrap().fields, [Field::Interests]);
    assert!(get(&office, id).content.interests.is_empty());
}

#[test]
fn what_is_changed_after_the_history_was_forgotten_is_newer_than_what_was_said_before() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    for title in ["one", "two"] {
        retitle(&office, id, title);
    }
    let said = office.changes_since(0).last().unwrap().number;
    office
        .write(|desk| {
            desk.forget_history();
            Ok(())
        })
        .wait()
        .unwrap();
    assert!(!office.can_step(Way::Back));
    retitle(&office, id, "three");
    let new = office.changes_since(said);
    assert_eq!(new.into_iter().map(|done| done.fields).collect::<Vec<_>>(), [[Field::Title]]);
    assert!(office.next_step(Way::Back).unwrap() > said);
}

#[test]
fn a_picture_leaves_what_was_changed_before_to_be_taken_back() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    retitle(&office, id, "one");
    retitle(&office, id, "two");
    let set_picture = || {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(8, 8).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let file = attached::Incoming { name: "p.png".into(), bytes: bytes.into_inner() };
        office.write(move |desk| persons::set_picture(desk, id, Some(&file))).wait().unwrap().content.picture
    };
    for (way, title) in [(Way::Back, "one"), (Way::Back, ""), (Way::Again, "one"), (Way::Again, "two")] {
        let picture = set_picture();
        office.step(way).wait().unwrap().unwrap();
        let content = get(&office, id).content;
        assert_eq!((content.title.as_str(), content.picture), (title, picture));
    }
}

#[test]
fn a_decision_is_declared_void_and_entered_again() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let consent = basis::Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &consent, None)).wait().unwrap();
    let now = || {
        let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
        let standing = overview.purposes.iter().find(|row| row.purpose == list::MARKETING);
        (standing.and_then(|row| row.current.as_ref()).map(|row| row.basis), overview.ledger.len())
    };
    let before = now();
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(now(), (None, before.1 + 1));
    office.step(Way::Again).wait().unwrap().unwrap();
    assert_eq!(now(), (Some(Basis::Consent), before.1 + 2));
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(now(), (None, before.1 + 3));
}

/// Enters a decision about marketing.
fn decides(office: &Office, id: person::Id, basis: Basis) {
    let decision = basis::Decision::new(list::MARKETING, basis, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
}

fn holds(office: &Office, id: person::Id) -> Option<Basis> {
    let ledger = office.read(move |desk| Ok(legal_basis::overview(desk, id)?.ledger)).wait().unwrap();
    basis::current(&ledger, list::MARKETING).map(|entry| entry.basis)
}

#[test]
fn decisions_on_one_purpose_are_taken_back_one_by_one_and_entered_again() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    // The last was a mistake, and somebody says so.
    let decisions = [Basis::Consent, Basis::Withdrawn, Basis::Void];
    let states = [None, Some(Basis::Consent), Some(Basis::Withdrawn), Some(Basis::Consent)];
    for basis in decisions {
        decides(&office, id, basis);
    }
    for _ in 0..2 {
        for wanted in states.iter().rev().skip(1) {
            assert_eq!(office.step(Way::Back).wait().unwrap().unwrap().kind, Kind::BasisSet);
            assert_eq!(holds(&office, id), *wanted);
        }
        for wanted in &states[1..] {
            office.step(Way::Again).wait().unwrap().unwrap();
            assert_eq!(holds(&office, id), *wanted);
        }
    }
}

#[test]
fn a_decision_that_another_took_the_place_of_since_stays() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    decides(&office, id, Basis::Consent);
    let later = basis::Decision::new(list::MARKETING, Basis::Withdrawn, list::SOURCE_USER);
    office.write(move |desk| legal_basis::enter(desk, id, &later, None)).wait().unwrap();
    assert!(matches!(office.step(Way::Back).wait(), Err(Error::ChangedMeanwhile(_))));
    assert_eq!(holds(&office, id), Some(Basis::Withdrawn));
}

fn fjordfisk(desk: &Desk<'_>) -> Result<company::Id, Error> {
    Ok(store::companies::by_key(desk.db(), "fjordfisk as")?.unwrap())
}

/// Does `lost` to what a change left, which leaves nothing to take back itself, and takes a step back: it fails, and the
/// next takes the change before.
fn is_dropped(
    change: fn(&mut Desk<'_>, person::Id) -> Result<(), Error>,
    lost: fn(&mut Desk<'_>) -> Result<(), Error>,
) {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let other = add(&office, named("Kari", "Nordli")).id;
    let company = company::Content { note: "Gate 4".into(), ..company::Content::named("Fjordfisk AS") };
    office.write(|desk| companies::add(desk, company)).wait().unwrap();
    retitle(&office, other, "before");
    office.write(move |desk| change(desk, id)).wait().unwrap();
    let done = move |desk: &mut Desk<'_>| {
        lost(desk)?;
        desk.collected = Collected::default();
        Ok(())
    };
    office.write(done).wait().unwrap();
    let error = office.step(Way::Back).wait().unwrap_err();
    assert!(is_lost(&error), "{error:?}");
    let done = office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(done.fields, [Field::Title]);
    assert_eq!(get(&office, other).content.title, "");
}

#[test]
fn a_step_that_can_never_be_taken_does_not_stand_before_the_others() {
    let number = |desk: &mut Desk<'_>, id| persons::edit(desk, id, &[(Field::Number, "77".into())]).map(|_| ());
    is_dropped(number, |desk| {
        let content = Content { number: "1".into(), ..named("Tor", "Øverland") };
        persons::put_new(desk, content, list::SOURCE_USER, None).map(|_| ())
    });

    let rename = |desk: &mut Desk<'_>, _| {
        let id = fjordfisk(desk)?;
        companies::edit(desk, id, &[(Field::Name, "Nordfisk AS".into())]).map(|_| ())
    };
    is_dropped(rename, |desk| companies::insert(desk, &company::Content::named("Fjordfisk AS")).map(|_| ()));

    let relation = |desk: &mut Desk<'_>, id| {
        let other = persons::put_new(desk, named("Tor", "Øverland"), list::SOURCE_USER, None)?;
        let relation = relations::add(desk, id, other, "colleague", "")?;
        desk.collected = Collected::default();
        relations::remove(desk, id, relation.id)
    };
    is_dropped(relation, |desk| {
        let other = store::persons::with_number(desk.db(), "3")?.unwrap();
        Ok(store::persons::erase(desk.db(), other)?)
    });

    let activity = |desk: &mut Desk<'_>, _| {
        let content = activity::Content::new(list::ACTIVITY_CALL, desk.now());
        let content = activity::Content { company: Some(fjordfisk(desk)?), ..content };
        let id = activities::add(desk, content)?.id;
        desk.collected = Collected::default();
        activities::remove(desk, id).map(|_| ())
    };
    is_dropped(activity, |desk| {
        let id = fjordfisk(desk)?;
        Ok(store::companies::remove(desk.db(), id)?)
    });

    let choice = |desk: &mut Desk<'_>, id| {
        persons::edit(desk, id, &[(Field::Category, "Stamkunde".into())])?;
        desk.collected = Collected::default();
        persons::edit(desk, id, &[(Field::Category, String::new())]).map(|_| ())
    };
    is_dropped(choice, |desk| {
        let id = desk.lists()?.find(list::List::Category, "Stamkunde").unwrap();
        assert!(store::lists::remove(desk.db(), id)?);
        desk.lists_changed();
        Ok(())
    });
}

#[test]
fn a_step_over_one_change_is_never_a_step_over_another() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let numbers = ["one", "two"].map(|title| {
        retitle(&office, id, title);
        office.changes_since(0).last().unwrap().number
    });
    let [one, two] = numbers;
    assert!(one < two && office.next_step(Way::Back) == Some(two));
    assert_eq!(office.step_only(Way::Back, one).wait().unwrap(), None);
    assert_eq!(get(&office, id).content.title, "two");
    assert_eq!(office.step_only(Way::Back, two).wait().unwrap().unwrap().number, two);
    assert_eq!(office.step_only(Way::Back, two).wait().unwrap(), None, "it was taken back already");
    assert_eq!(office.step_only(Way::Again, one).wait().unwrap(), None);
    assert_eq!(office.step_only(Way::Again, two).wait().unwrap().unwrap().number, two);
    assert_eq!(office.changes_since(one).iter().map(|done| done.number).collect::<Vec<_>>(), [two]);
}
