#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod closed_everywhere;
mod seen_everywhere;
mod trashed_everywhere;

use super::super::tests::{add, named, office};
use super::super::undo::Way;
use super::super::{journal, persons};
use super::*;
use crate::model::basis;
use crate::model::state::{Minor, Status};

fn standing(office: &Office, id: Id, purpose: list::Id) -> Option<Basis> {
    let ledger = office.read(move |desk| Ok(store::ledger::of_person(desk.db(), id)?)).wait().unwrap();
    basis::current(&ledger, purpose).map(|entry| entry.basis)
}

fn put(office: &Office, id: Id, purpose: list::Id, basis: Basis) {
    let decision = Decision::new(purpose, basis, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
}

fn noted(office: &Office) -> Vec<Kind> {
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    entries.into_iter().map(|entry| entry.kind).collect()
}

fn states(office: &Office, id: Id) -> States {
    office.read(move |desk| of(desk, id)).wait().unwrap()
}

#[test]
fn a_restricted_card_shows_its_ground_and_opens_for_a_reason() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let shown = office.write(move |desk| restrict(desk, id, Ground::Accuracy, "Ny adresse?")).wait().unwrap();
    assert_eq!((shown.name.as_str(), shown.restriction.ground), ("Åse Ødegård", Ground::Accuracy));
    let again = office.write(move |desk| restrict(desk, id, Ground::Claims, "")).wait();
    assert!(matches!(again, Err(Error::Refused(Rule::RestrictionStands))));
    let look = || office.read(move |desk| closed(desk, id)).wait().unwrap();
    assert_eq!(look(), Some(shown));

    let silent = office.look_up(id, " ").wait();
    assert!(matches!(silent, Err(Error::Refused(Rule::ReasonNeeded))));
    office.look_up(id, "Krav om erstatning").wait().unwrap();
    assert_eq!(look(), None);
    assert_eq!(states(&office, id).status(), Status::Restricted);
    let read = office.read(move |desk| persons::get(desk, id)).wait().unwrap();
    // It is read only.
    let mut content = read.content;
    content.title = "Innkjøper".into();
    let saved = office.write(move |desk| persons::save(desk, id, content, read.updated_at)).wait();
    assert!(matches!(saved, Err(Error::Refused(Rule::Restricted))));
    office.close_card();
    assert!(look().is_some());

    let speechless = office.write(move |desk| lift(desk, id, "", true)).wait();
    assert!(matches!(speechless, Err(Error::Invalid(_))));
    let after = office.write(move |desk| lift(desk, id, "Rettet", true)).wait().unwrap();
    assert_eq!((after.status(), after.restriction), (Status::Active, None));
    assert_eq!(look(), None);
    let kinds = noted(&office);
    assert_eq!(kinds[kinds.len() - 3..], [Kind::Restricted, Kind::LookedUp, Kind::RestrictionLifted]);
}

#[test]
fn an_objection_to_marketing_stops_it_and_nothing_overrules_that() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    put(&office, id, list::MARKETING, Basis::Consent);
    let made = office.write(move |desk| object(desk, id, list::MARKETING, "Nei takk", None)).wait().unwrap();
    assert_eq!((made.objection.reach, made.holds.basis), (Reach::Absolute, Basis::Objected));
    assert_eq!(standing(&office, id, list::MARKETING), Some(Basis::Objected));
    assert_eq!(states(&office, id).status(), Status::Objected);
    let which = made.objection.id;
    for verdict in Verdict::ALL {
        let refused = office.write(move |desk| decide(desk, id, which, verdict, "Vi vil")).wait();
        assert!(matches!(refused, Err(Error::Refused(Rule::ObjectionDecided))), "{verdict:?}");
    }
    assert_eq!(standing(&office, id, list::MARKETING), Some(Basis::Objected));
}

#[test]
fn who_objects_twice_to_the_same_is_answered_once() {
    for (verdict, holds) in [(Verdict::Upheld, Basis::Objected), (Verdict::Overruled, Basis::LegitimateInterests)] {
        let (_dir, office) = office();
        let id = add(&office, named("Åse", "Ødegård")).id;
        put(&office, id, list::SALES, Basis::LegitimateInterests);
        let object = || office.write(move |desk| object(desk, id, list::SALES, "", None)).wait().unwrap().objection;
        let (first, _) = (object(), object());
        office.write(move |desk| decide(desk, id, first.id, verdict, "Veid")).wait().unwrap();
        assert_eq!(states(&office, id).open().count(), 0);
        assert_eq!(standing(&office, id, list::SALES), Some(holds), "{verdict:?}");
    }
}

#[test]
fn an_objection_to_legitimate_interests_holds_while_it_is_weighed() {
    for (verdict, holds) in [(Verdict::Upheld, Basis::Objected), (Verdict::Overruled, Basis::LegitimateInterests)] {
        let (_dir, office) = office();
        let id = add(&office, named("Åse", "Ødegård")).id;
        put(&office, id, list::SALES, Basis::LegitimateInterests);
        let made = office.write(move |desk| object(desk, id, list::SALES, "", None)).wait().unwrap().objection;
        assert_eq!((made.reach, standing(&office, id, list::SALES)), (Reach::Weighed, Some(Basis::Objected)));
        assert_eq!(states(&office, id).open().count(), 1);
        let again = |office: &Office| {
            let interests = Decision::new(list::SALES, Basis::LegitimateInterests, list::SOURCE_USER);
            office.write(move |desk| legal_basis::decide(desk, id, &interests, None)).wait()
        };
        assert!(matches!(again(&office), Err(Error::Refused(Rule::ObjectionNotOverruled))));
        // It is weighed while the data is restricted (art. 18(1)(d)).
        office.write(move |desk| restrict(desk, id, Ground::Objection, "")).wait().unwrap();
        let which = made.id;
        office.write(move |desk| decide(desk, id, which, verdict, "Veid")).wait().unwrap();
        office.write(move |desk| lift(desk, id, "Veid", true)).wait().unwrap();
        assert_eq!(standing(&office, id, list::SALES), Some(holds));
        assert_eq!(again(&office).is_ok(), verdict == Verdict::Overruled);
        let states = states(&office, id);
        assert_eq!(states.open().count(), 0);
        assert_eq!(states.objections[0].decided.as_ref().unwrap().verdict, verdict);
        let again = office.write(move |desk| decide(desk, id, which, verdict, "Igjen")).wait();
        assert!(matches!(again, Err(Error::Refused(Rule::ObjectionDecided))));
    }
}

#[test]
fn article_21_does_not_reach_a_contract_but_the_wish_is_kept_and_answered() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let rows = || office.read(move |desk| Ok(store::ledger::of_person(desk.db(), id)?.len())).wait().unwrap();
    let before = rows();
    let made = office.write(move |desk| object(desk, id, list::SALES, "Slutt", None)).wait().unwrap();
    assert_eq!((made.objection.reach, made.holds.basis), (Reach::None, Basis::Contract));
    assert_eq!((rows(), standing(&office, id, list::SALES)), (before, Some(Basis::Contract)));
    assert_eq!(states(&office, id).status(), Status::Active);
    let which = made.objection.id;
    let wrong = office.write(move |desk| decide(desk, id, which, Verdict::Upheld, "x")).wait();
    assert!(matches!(wrong, Err(Error::Refused(Rule::VerdictUnfit))));
    office.write(move |desk| decide(desk, id, which, Verdict::Answered, "Avtalen må oppfylles")).wait().unwrap();
    assert_eq!(states(&office, id).open().count(), 0);
    let answered = office.write(move |desk| object(desk, id, list::SALES, "", Some("Som før"))).wait().unwrap();
    assert_eq!(answered.objection.decided.unwrap().reason, "Som før");
}

#[test]
fn who_objects_to_what_rests_on_consent_takes_it_back() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    put(&office, id, list::SALES, Basis::Consent);
    let made = office.write(move |desk| object(desk, id, list::SALES, "", None)).wait().unwrap();
    assert_eq!((made.holds.basis, made.objection.entry), (Basis::Withdrawn, Some(made.holds.id)));
    assert_eq!(states(&office, id).open().count(), 0);
}

#[test]
fn an_objection_entered_as_a_legal_basis_is_one_and_goes_when_it_was_a_mistake() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    put(&office, id, list::MARKETING, Basis::Objected);
    put(&office, id, list::SALES, Basis::Objected);
    let made = states(&office, id).objections;
    assert_eq!(made.iter().map(|one| one.reach).collect::<Vec<_>>(), [Reach::Absolute, Reach::None]);
    assert_eq!(standing(&office, id, list::SALES), Some(Basis::Contract));
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(standing(&office, id, list::MARKETING), None);
    assert_eq!(states(&office, id).objections.len(), 1);
    office.step(Way::Again).wait().unwrap().unwrap();
    assert_eq!(standing(&office, id, list::MARKETING), Some(Basis::Objected));
    assert_eq!(states(&office, id).objections.len(), 2);
}

#[test]
fn what_a_restricted_person_refuses_is_heard() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    put(&office, id, list::MARKETING, Basis::Consent);
    office.write(move |desk| restrict(desk, id, Ground::Unlawful, "")).wait().unwrap();
    let consent = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
    let refused = office.write(move |desk| legal_basis::decide(desk, id, &consent, None)).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::Restricted))));
    put(&office, id, list::MARKETING, Basis::Withdrawn);
    assert_eq!(standing(&office, id, list::MARKETING), Some(Basis::Withdrawn));
    put(&office, id, list::MARKETING, Basis::Objected);
    assert_eq!(standing(&office, id, list::MARKETING), Some(Basis::Objected));
}

#[test]
fn who_may_not_change_legal_bases_changes_no_state() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    type Deed = fn(&mut Desk<'_>, Id) -> Result<(), Error>;
    let deeds: [Deed; 4] = [
        |desk, id| restrict(desk, id, Ground::Accuracy, "").map(drop),
        |desk, id| lift(desk, id, "x", true).map(drop),
        |desk, id| object(desk, id, list::MARKETING, "", None).map(drop),
        |desk, id| decide(desk, id, objection::Id(1), Verdict::Upheld, "x").map(drop),
    ];
    let before = noted(&office).len();
    for deed in deeds {
        let refused = office.write(move |desk| {
            desk.become_role(crate::model::user::Role::Assistant);
            deed(desk, id)
        });
        assert!(matches!(refused.wait(), Err(Error::Forbidden(Right::LegalBasis))));
    }
    assert_eq!(noted(&office).len(), before);
}

#[test]
fn a_minor_is_marked_by_the_age_that_the_office_set() {
    let (_dir, office) = office();
    let mut content = named("Lille", "Ødegård");
    let today = office.read(|desk| Ok(desk.today())).wait().unwrap();
    content.birth_date = today.checked_sub_months(chrono::Months::new(12 * 14));
    let id = add(&office, content).id;
    let is_marked = || office.read(move |desk| Ok(persons::lines(desk, &[id])?[0].marks.minor)).wait().unwrap();
    assert_eq!((states(&office, id).minor, is_marked()), (None, false), "13 is the age as shipped");
    let age = settings::Setting::Plain(Plain::MinorsAge);
    office.write(move |desk| settings::set(desk, &age, "15")).wait().unwrap();
    assert_eq!((states(&office, id).minor, is_marked()), (Some(Minor { age: 14, limit: 15 }), true));
    // In Germany the law wants more than the office does.
    office.write(move |desk| persons::edit(desk, id, &[(Field::Country, "DE".into())])).wait().unwrap();
    assert_eq!((states(&office, id).minor, is_marked()), (Some(Minor { age: 14, limit: 16 }), true));
}
