#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashSet;
use std::path::Path;

use super::*;
use crate::model::activity::{self, Filter};
use crate::model::basis::{Basis, Decision};
use crate::model::company::Content as Firm;
use crate::model::criteria::Of;
use crate::model::hold::{self, Ground};
use crate::model::journal::Kind;
use crate::model::person::{Content, Id, Labelled};
use crate::model::restriction;
use crate::model::selection::Ready;
use crate::model::trash::Verdict;
use crate::model::{Moment, list};
use crate::office::attached::Incoming;
use crate::office::finding::Order;
use crate::office::subject::Subject;
use crate::office::tests::{add, named, office};
use crate::office::undo::Way;
use crate::office::{
    Office, Progress, Rule, activities, check, companies, holding, import, journal, legal_basis, persons, selections,
    sight, states,
};
use crate::store;

type Act = Box<dyn FnOnce(&mut Desk<'_>) -> Result<(), Error> + Send>;

fn person(office: &Office, last: &str, company: &str) -> Id {
    add(office, Content { company: company.into(), ..named("Åse", last) }).id
}

fn put_all(office: &Office, subjects: Vec<Subject>, with_people: bool) -> Result<Done, Error> {
    office.write(move |desk| put(desk, &subjects, with_people, "Sluttet", &Progress::default())).wait()
}

fn delete(office: &Office, ids: &[Id]) -> Done {
    put_all(office, vec![Subject::Persons(ids.into())], false).unwrap()
}

fn delete_company(office: &Office, id: company::Id, with_people: bool) -> Done {
    put_all(office, vec![Subject::Companies([id].into())], with_people).unwrap()
}

fn back(office: &Office, records: &[Record]) -> Result<Restored, Error> {
    let records = records.to_vec();
    office.write(move |desk| restore(desk, &records)).wait()
}

fn company_of(office: &Office, id: Id) -> company::Id {
    office.read(move |desk| Ok(store::persons::company(desk.db(), id)?)).wait().unwrap().unwrap()
}

fn found(office: &Office, typed: &str) -> Vec<Id> {
    office.find(typed, Order::default()).wait().unwrap().ids.to_vec()
}

fn company_names(office: &Office) -> Vec<(String, u64)> {
    let ids = office.find_companies("", Order::default()).wait().unwrap().ids.to_vec();
    let lines = office.read(move |desk| companies::lines(desk, &ids)).wait().unwrap();
    lines.into_iter().map(|line| (line.name, line.people)).collect()
}

fn listed(office: &Office, typed: &str) -> Vec<String> {
    let typed = typed.to_owned();
    let page = office.read(move |desk| list(desk, &typed, None, 100, 0)).wait().unwrap();
    assert_eq!(page.total, page.lines.len());
    page.lines.into_iter().map(|line| line.name).collect()
}

fn is_sound(office: &Office) -> bool {
    office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap().is_empty()
}

#[test]
fn what_is_deleted_is_listed_in_the_trash_alone_and_restored_as_it_was() {
    let (_dir, office) = office();
    let [berg, dahl] = ["Berg", "Dahl"].map(|last| person(&office, last, "Fjordfisk AS"));
    let before = office.read(move |desk| persons::get(desk, berg)).wait().unwrap();
    for indexed in [false, true] {
        if indexed {
            office.prepare_search().wait().unwrap();
        }
        assert_eq!(found(&office, "åse"), [berg, dahl]);
        let done = delete(&office, &[berg]);
        assert_eq!((done.persons, done.held), (vec![berg], vec![]));
        assert_eq!((found(&office, "åse"), found(&office, "")), (vec![dahl], vec![dahl]));
        assert_eq!(company_names(&office), [("Fjordfisk AS".to_owned(), 1)]);
        let counted = office.read(|desk| selections::count(desk, Ready::NotInformed.id())).wait().unwrap();
        assert_eq!(counted, 1);
        assert_eq!(listed(&office, ""), ["Åse Berg"]);
        for (typed, names) in [("BERG slutt", vec!["Åse Berg"]), ("fjord", vec!["Åse Berg"]), ("dahl", vec![])] {
            assert_eq!(listed(&office, typed), names, "{typed}");
        }
        let asked = office.read(move |desk| persons::get(desk, berg)).wait();
        assert!(matches!(asked, Err(Error::Refused(Rule::InTrash))), "{asked:?}");
        let restored = back(&office, &[Record::Person(berg)]).unwrap();
        assert_eq!((restored.persons, restored.missing), (vec![berg], vec![]));
        assert_eq!(office.read(move |desk| persons::get(desk, berg)).wait().unwrap(), before);
        assert_eq!(found(&office, "åse"), [berg, dahl]);
        assert!(listed(&office, "").is_empty());
    }
    assert!(matches!(back(&office, &[Record::Person(berg)]), Err(Error::NoSuch(_))));
    assert!(is_sound(&office));
}

#[test]
fn who_must_be_kept_is_held_back_by_name_and_reason() {
    let (_dir, office) = office();
    let [kept, closed, free] = ["Berg", "Dahl", "Eng"].map(|last| person(&office, last, ""));
    let content =
        hold::Content { ground: Ground::Bookkeeping, statute: "§ 13".into(), comment: String::new(), until: None };
    office.write(move |desk| holding::add(desk, kept, content)).wait().unwrap();
    office.write(move |desk| states::restrict(desk, closed, restriction::Ground::Claims, "")).wait().unwrap();
    let subjects = || vec![Subject::Persons([kept, closed, free].into())];
    let asked = subjects();
    let plan = office.read(move |desk| plan(desk, &asked, false)).wait().unwrap();
    let held = |held: &[Kept]| {
        let mut held: Vec<_> = held
            .iter()
            .map(|kept| (kept.name.clone(), kept.reasons.iter().map(Why::key).collect::<Vec<_>>()))
            .collect();
        held.sort();
        held
    };
    let expected = [("Åse Berg".to_owned(), vec!["legal-hold"]), ("Åse Dahl".to_owned(), vec!["restricted"])];
    assert_eq!((plan.persons.as_slice(), held(&plan.held)), ([free].as_slice(), expected.to_vec()));
    let done = put_all(&office, subjects(), false).unwrap();
    assert_eq!((done.persons.as_slice(), held(&done.held)), ([free].as_slice(), expected.to_vec()));
    assert_eq!(found(&office, "åse"), [kept, closed]);
}

#[test]
fn a_plan_counts_what_hangs_on_the_cards() {
    let (_dir, office) = office();
    let id = person(&office, "Berg", "");
    office
        .write(move |desk| {
            let call =
                activity::Content { person: Some(id), ..activity::Content::new(list::ACTIVITY_CALL, desk.now()) };
            activities::add(desk, call)?;
            let yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            legal_basis::decide(desk, id, &yes, Some(&Incoming::from_text("a.txt", "ja")))?;
            Ok(())
        })
        .wait()
        .unwrap();
    let plan = office.read(move |desk| plan(desk, &[Subject::Persons([id].into())], false)).wait().unwrap();
    let counts: Vec<_> = plan.things.iter().map(|one| (one.thing.key(), one.count)).collect();
    assert_eq!(counts, [("activities", 1), ("documents", 1), ("decisions", 2)]);
    assert_eq!(planning::unknown_tables(), ["trashed_member", "trashed_person", "deletion_request", "person"]);
}

#[test]
fn a_company_goes_alone_and_has_its_people_again_who_are_still_free() {
    let (_dir, office) = office();
    let [berg, dahl, eng] = ["Berg", "Dahl", "Eng"].map(|last| person(&office, last, "Fjordfisk AS"));
    let company = company_of(&office, berg);
    let done = delete_company(&office, company, false);
    assert_eq!((done.companies.as_slice(), done.persons.len(), done.staying), ([company].as_slice(), 0, 3));
    assert_eq!(found(&office, "åse"), [berg, dahl, eng]);
    assert!(company_names(&office).is_empty() && found(&office, "fjordfisk").is_empty());
    let by_number = office.read(move |desk| companies::get(desk, company)).wait();
    assert!(matches!(by_number, Err(Error::Refused(Rule::InTrash))));
    assert!(office.read(|desk| companies::names_like(desk, "fjo", 5)).wait().unwrap().is_empty());
    let edit = |id, company: &'static str| {
        office.write(move |desk| persons::edit(desk, id, &[(crate::model::field::Field::Company, company.into())]))
    };
    edit(dahl, "Nord AS").wait().unwrap();
    delete(&office, &[eng]);
    let restored = back(&office, &[Record::Company(company)]).unwrap();
    assert_eq!(restored.companies, [company]);
    assert_eq!(restored.missing, [Missing::Moved(dahl, "Åse Dahl".into())]);
    assert_eq!(company_names(&office), [("Fjordfisk AS".to_owned(), 1), ("Nord AS".to_owned(), 1)]);
    back(&office, &[Record::Person(eng)]).unwrap();
    assert_eq!(company_of(&office, eng), company);
    assert!(is_sound(&office));
}

#[test]
fn a_company_goes_with_its_people_and_comes_back_with_them_or_with_one() {
    let (_dir, office) = office();
    let [berg, dahl] = ["Berg", "Dahl"].map(|last| person(&office, last, "Fjordfisk AS"));
    let company = company_of(&office, berg);
    let done = delete_company(&office, company, true);
    assert_eq!((done.persons.as_slice(), done.staying), ([berg, dahl].as_slice(), 0));
    assert_eq!(listed(&office, "").len(), 3);
    let restored = back(&office, &[Record::Company(company)]).unwrap();
    assert_eq!(
        (restored.persons.as_slice(), restored.companies.as_slice()),
        ([berg, dahl].as_slice(), [company].as_slice())
    );
    assert_eq!(company_names(&office), [("Fjordfisk AS".to_owned(), 2)]);
    delete(&office, &[dahl]);
    delete_company(&office, company, true);
    let restored = back(&office, &[Record::Person(dahl)]).unwrap();
    assert_eq!(restored.companies, [company], "which lay there too");
    assert_eq!(restored.persons, [dahl], "who went with it stays where they are");
    assert_eq!(company_of(&office, dahl), company);
    let then = back(&office, &[Record::Person(berg)]).unwrap();
    assert_eq!((then.persons.as_slice(), then.companies.as_slice()), ([berg].as_slice(), [].as_slice()));
    assert_eq!(company_names(&office), [("Fjordfisk AS".to_owned(), 2)]);
}

#[test]
fn a_name_that_another_has_by_now_is_not_taken_back() {
    let (_dir, office) = office();
    let berg = person(&office, "Berg", "Fjordfisk AS");
    let company = company_of(&office, berg);
    delete_company(&office, company, true);
    let dahl = person(&office, "Dahl", "Fjordfisk AS");
    let now = company_of(&office, dahl);
    assert_ne!(now, company, "what lies in the trash is not taken for another");
    let restored = back(&office, &[Record::Company(company)]).unwrap();
    assert_eq!((restored.count(), restored.missing), (0, vec![Missing::NameTaken(company, "Fjordfisk AS".into())]));
    let restored = back(&office, &[Record::Person(berg)]).unwrap();
    assert_eq!(restored.persons, [berg]);
    assert!(restored.missing.contains(&Missing::OtherCompany(berg, "Åse Berg".into())), "{:?}", restored.missing);
    assert_eq!(company_of(&office, berg), now);
    assert!(is_sound(&office));
}

#[test]
fn a_company_stays_where_somebody_works_whose_card_cannot_lose_it() {
    let (_dir, office) = office();
    let [berg, dahl] = ["Berg", "Dahl"].map(|last| person(&office, last, "Fjordfisk AS"));
    let company = company_of(&office, berg);
    office.write(move |desk| states::restrict(desk, dahl, restriction::Ground::Claims, "")).wait().unwrap();
    for with_people in [false, true] {
        let done = delete_company(&office, company, with_people);
        assert_eq!((done.moved(), done.held.len()), (0, 1));
        assert_eq!(done.held[0].reasons, [Why::RestrictedMember("Åse Dahl".into())]);
    }
    assert_eq!(found(&office, "fjordfisk"), [berg]);
    office.write(move |desk| states::lift(desk, dahl, "over", true)).wait().unwrap();
    sight::tests::hand_over(&office, dahl);
    sight::tests::see_own_only(&office);
    assert_eq!(delete_company(&office, company, false).held[0].reasons, [Why::UnseenMember]);
}

#[test]
fn what_is_purged_is_gone_with_everything_that_was_its_own() {
    let (_dir, office) = office();
    let [berg, dahl] = ["Berg", "Dahl"].map(|last| person(&office, last, "Fjordfisk AS"));
    let company = company_of(&office, berg);
    office
        .write(move |desk| {
            let at = Moment::now();
            let note = |person, company| activity::Content {
                person,
                company,
                text: "torsk".into(),
                ..activity::Content::new(list::ACTIVITY_NOTE, at)
            };
            activities::add(desk, note(None, Some(company)))?;
            activities::add(desk, note(Some(dahl), None))?;
            let yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            legal_basis::decide(desk, berg, &yes, Some(&Incoming::from_text("a.txt", "ja")))?;
            Ok(())
        })
        .wait()
        .unwrap();
    delete(&office, &[berg]);
    delete_company(&office, company, false);
    assert_eq!(office.count_text("torsk").wait().unwrap(), 1);
    let nothing = office.write(|desk| purge(desk, &Which::Due, false, &Progress::default())).wait().unwrap();
    assert_eq!(nothing.count(), 0, "it is not due yet");
    let would = office.write(|desk| purge(desk, &Which::All, true, &Progress::default())).wait().unwrap();
    assert_eq!((would.count(), listed(&office, "").len()), (2, 2));
    let files = || std::fs::read_dir(office.folder().join("attachments")).unwrap().count();
    assert_eq!(files(), 1);
    let gone = office.write(|desk| purge(desk, &Which::All, false, &Progress::default())).wait().unwrap();
    assert_eq!((gone.persons.as_slice(), gone.companies.as_slice()), ([berg].as_slice(), [company].as_slice()));
    assert!(listed(&office, "").is_empty());
    assert_eq!((files(), found(&office, "åse")), (0, vec![dahl]));
    let page = activities::Of::Person(dahl);
    let page = office.read(move |desk| activities::page(desk, page, &Filter::default(), 9, 0)).wait().unwrap();
    assert_eq!((page.total, page.lines[0].company.as_str()), (1, ""));
    assert!(!office.can_step(Way::Back), "nothing of it is kept");
    // The file still has to be rewritten, as after every erasure.
    assert!(!is_sound(&office) && crate::office::erasure::finish(&office).unwrap());
    assert!(is_sound(&office));
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    let kinds: HashSet<Kind> = entries.into_iter().map(|entry| entry.kind).collect();
    assert!(
        [Kind::Trashed, Kind::CompanyTrashed, Kind::Purged, Kind::CompanyPurged]
            .iter()
            .all(|kind| kinds.contains(kind))
    );
}

#[test]
fn what_is_due_goes_on_its_day() {
    let (_dir, office) = office();
    let id = person(&office, "Berg", "");
    let setting = crate::model::setting::Setting::from_key("trash.days").unwrap();
    office.write(move |desk| settings::set(desk, &setting, "3")).wait().unwrap();
    delete(&office, &[id]);
    let today = Moment::now().local_date();
    let on = |days| {
        let day = today.checked_add_days(Days::new(days)).unwrap();
        office.read(move |desk| Ok((due(desk, day)?.persons, list(desk, "", Some(day), 9, 0)?.total))).wait().unwrap()
    };
    assert_eq!((on(2), on(3)), ((vec![], 0), (vec![id], 1)));
}

#[test]
fn a_deletion_is_taken_back_and_done_again() {
    let (_dir, office) = office();
    let berg = person(&office, "Berg", "Fjordfisk AS");
    let company = company_of(&office, berg);
    let edit =
        office.write(move |desk| persons::edit(desk, berg, &[(crate::model::field::Field::Title, "Sjef".into())]));
    edit.wait().unwrap();
    delete_company(&office, company, false);
    delete(&office, &[berg]);
    for _ in 0..2 {
        assert_eq!(office.step(Way::Back).wait().unwrap().unwrap().kind, Kind::Trashed);
        assert_eq!(listed(&office, ""), ["Fjordfisk AS"]);
        assert_eq!(office.step(Way::Back).wait().unwrap().unwrap().kind, Kind::Trashed);
        assert_eq!((listed(&office, "").len(), company_of(&office, berg)), (0, company));
        // Also what was done to the card before.
        assert_eq!(office.step(Way::Back).wait().unwrap().unwrap().kind, Kind::PersonEdited);
        for _ in 0..3 {
            office.step(Way::Again).wait().unwrap().unwrap();
        }
        assert_eq!(listed(&office, "").len(), 2);
    }
    assert!(is_sound(&office));
}

#[test]
fn each_step_takes_its_right() {
    let (_dir, office) = office();
    let [berg, dahl, eng] = ["Berg", "Dahl", "Eng"].map(|last| person(&office, last, ""));
    sight::tests::employ(&office);
    let as_other = |one, other, act: Act| {
        let work = move |desk: &mut Desk<'_>| {
            desk.become_other(sight::tests::OTHER, one, other);
            act(desk)
        };
        office.write(work).wait()
    };
    let put_these = |ids: Vec<Id>| -> Act {
        Box::new(move |desk| put(desk, &[Subject::Persons(ids.into())], false, "", &Progress::default()).map(drop))
    };
    let forbidden = |answer: Result<(), Error>, right| {
        assert!(matches!(answer, Err(Error::Forbidden(lacks)) if lacks == right), "{answer:?}");
    };
    forbidden(as_other(Right::See, Right::SeeOthers, put_these(vec![berg])), Right::Delete);
    // Nobody does to a million cards what they may do to one.
    forbidden(as_other(Right::See, Right::Delete, put_these(vec![berg, dahl])), Right::MassDelete);
    as_other(Right::See, Right::Delete, put_these(vec![berg])).unwrap();
    delete(&office, &[dahl]);
    let restore_it = |id| -> Act { Box::new(move |desk| restore(desk, &[Record::Person(id)]).map(drop)) };
    forbidden(as_other(Right::See, Right::Delete, restore_it(dahl)), Right::Restore);
    let own = |desk: &mut Desk<'_>| {
        assert_eq!(list(desk, "", None, 9, 0)?.total, 1, "what they deleted themselves");
        Ok(())
    };
    as_other(Right::See, Right::Delete, Box::new(own)).unwrap();
    as_other(Right::See, Right::Delete, restore_it(berg)).unwrap();
    as_other(Right::See, Right::Restore, restore_it(dahl)).unwrap();
    delete(&office, &[eng]);
    let empty: Act = Box::new(|desk| purge(desk, &Which::All, false, &Progress::default()).map(drop));
    forbidden(as_other(Right::See, Right::Restore, empty), Right::Purge);
    forbidden(as_other(Right::See, Right::Edit, Box::new(|desk| list(desk, "", None, 9, 0).map(drop))), Right::Delete);
}

#[test]
fn in_the_trash_too_nobody_sees_whom_others_look_after() {
    let (_dir, office) = office();
    let [berg, dahl] = ["Berg", "Dahl"].map(|last| person(&office, last, ""));
    office.write(move |desk| ask_for_deletion(desk, Record::Person(dahl), "Flyttet").map(drop)).wait().unwrap();
    sight::tests::hand_over(&office, berg);
    sight::tests::hand_over(&office, dahl);
    delete(&office, &[berg]);
    sight::tests::see_own_only(&office);
    assert!(listed(&office, "").is_empty());
    let unseen = |answer: Result<(), Error>| {
        assert!(matches!(answer, Err(Error::Forbidden(Right::SeeOthers))), "{answer:?}");
    };
    unseen(back(&office, &[Record::Person(berg)]).map(drop));
    let these = Which::These(vec![Record::Person(berg)]);
    unseen(office.write(move |desk| purge(desk, &these, false, &Progress::default()).map(drop)).wait());
    let none = office
        .write(|desk| {
            Ok((
                purge(desk, &Which::All, false, &Progress::default())?.count(),
                records(desk, "", None)?.len(),
                due(desk, desk.today() + Days::new(99))?.count(),
                deletion_requests(desk, true)?.len(),
            ))
        })
        .wait()
        .unwrap();
    assert_eq!(none, (0, 0, 0, 0));
    let request = office.read(|desk| Ok(store::deletion_requests::all(desk.db(), true, None)?)).wait().unwrap()[0].id;
    unseen(office.write(move |desk| answer(desk, request, Verdict::Deleted, "").map(drop)).wait());
}

#[test]
fn who_may_not_delete_asks_and_is_answered() {
    let (_dir, office) = office();
    let [berg, dahl, eng] = ["Berg", "Dahl", "Eng"].map(|last| person(&office, last, "Fjordfisk AS"));
    let company = company_of(&office, berg);
    let ask = |record, reason: &'static str| office.write(move |desk| ask_for_deletion(desk, record, reason)).wait();
    assert!(matches!(ask(Record::Person(berg), " "), Err(Error::Invalid(_))));
    let first = ask(Record::Person(berg), "Har sluttet").unwrap();
    assert!(matches!(ask(Record::Person(berg), "Igjen"), Err(Error::Refused(Rule::AskedBefore))));
    let second = ask(Record::Person(dahl), "Dobbelt").unwrap();
    ask(Record::Person(eng), "Dobbelt").unwrap();
    let firm = ask(Record::Company(company), "Konkurs").unwrap();
    let open = || office.read(|desk| deletion_requests(desk, true)).wait().unwrap();
    assert_eq!(
        open().iter().map(|asked| asked.name.as_str()).collect::<Vec<_>>(),
        ["Åse Berg", "Åse Dahl", "Åse Eng", "Fjordfisk AS"]
    );
    let decide = |asked: &Asked, verdict| {
        let id = asked.request.id;
        office.write(move |desk| answer(desk, id, verdict, "Se notat")).wait()
    };
    assert_eq!(decide(&first, Verdict::Deleted).unwrap().persons, [berg]);
    assert_eq!(decide(&second, Verdict::Refused).unwrap().moved(), 0);
    assert!(matches!(decide(&second, Verdict::Deleted), Err(Error::Refused(Rule::RequestDecided))));
    // Deleted otherwise, it is decided too.
    delete(&office, &[eng]);
    assert_eq!(open().len(), 1);
    // Held back, it waits.
    office.write(move |desk| states::restrict(desk, dahl, restriction::Ground::Claims, "")).wait().unwrap();
    assert_eq!(decide(&firm, Verdict::Deleted).unwrap().held.len(), 1);
    assert_eq!(open().len(), 1);
    let all = office.read(|desk| deletion_requests(desk, false)).wait().unwrap();
    let decided: Vec<_> = all.iter().map(|asked| asked.request.decided.as_ref().map(|one| one.verdict)).collect();
    assert_eq!(decided, [Some(Verdict::Refused), None]);
    let reason = office.read(|desk| list(desk, "berg", None, 9, 0)).wait().unwrap().lines.remove(0).put.reason;
    assert_eq!(reason, "Har sluttet");
}

#[test]
fn a_file_makes_no_second_card_of_somebody_in_the_trash() {
    let (dir, office) = office();
    let mut content = named("Åse", "Berg");
    content.emails.push(Labelled::new(None, "ase@example.org".into()));
    let id = add(&office, content).id;
    delete(&office, &[id]);
    let path = dir.path().join("people.csv");
    std::fs::write(&path, "First name;Last name;E-mail\nÅse;Berg;ase@example.org\nTor;Lie;tor@example.org\n").unwrap();
    let parser = crate::transfer::Parser::Here;
    let format = crate::transfer::Format::Auto;
    let mapping = import::open(&parser, Path::new(&path), format, &Progress::default()).unwrap().guesses;
    let terms = crate::model::import::Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate: crate::model::import::OnDuplicate::Add,
    };
    let request = import::Request { path, format, parser, mapping, terms, overrule: None };
    let plan = office.read(move |desk| import::plan(desk, &request, &Progress::default())).wait().unwrap();
    assert_eq!((plan.counts.added, plan.counts.rejected), (1, 1));
    let crate::model::import::Fate::Reject(why) = &plan.rows[0].fate else { panic!() };
    assert_eq!(why.reason, "in-trash");
}

#[test]
fn a_selection_is_deleted_as_a_whole() {
    let (_dir, office) = office();
    let ids = ["Berg", "Dahl"].map(|last| person(&office, last, ""));
    let picked = office
        .write(move |desk| {
            let new = selections::New { name: "Gamle".into(), of: Of::Persons, ..selections::New::default() };
            selections::create_of(desk, &new, &ids.map(|id| id.0))
        })
        .wait()
        .unwrap();
    let id = picked.selection.id;
    let done = put_all(&office, vec![Subject::Selection(id)], false).unwrap();
    assert_eq!(done.persons, ids);
    let count = || office.read(move |desk| selections::count(desk, id)).wait().unwrap();
    assert_eq!(count(), 0);
    back(&office, &ids.map(Record::Person)).unwrap();
    assert_eq!(count(), 2, "who was in it is in it again");
    let firm = office.write(|desk| companies::add(desk, Firm::named("Nord"))).wait().unwrap().id;
    let firms = office
        .write(move |desk| {
            let new = selections::New { name: "Firma".into(), of: Of::Companies, ..selections::New::default() };
            selections::create_of(desk, &new, &[firm.0])
        })
        .wait()
        .unwrap();
    delete_company(&office, firm, false);
    let id = firms.selection.id;
    assert_eq!(office.read(move |desk| selections::count(desk, id)).wait().unwrap(), 0);
}

#[test]
fn the_journal_says_that_a_card_lies_in_the_trash_and_does_not_name_it() {
    use crate::office::journal::{self, About, Wanted};
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let about = || {
        let seen = office.read(|desk| journal::history(desk, &Wanted::default())).wait().unwrap();
        let added = seen.into_iter().find(|seen| seen.line.kind == Some(Kind::PersonAdded)).unwrap();
        added.about
    };
    assert_eq!(about(), About::Person(id, "Åse Ødegård".into()));
    let gone = [Subject::Persons([id].into())];
    office.write(move |desk| put(desk, &gone, false, "", &Progress::default())).wait().unwrap();
    assert_eq!(about(), About::InTrash);
}
