#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::sync::{Arc, PoisonError};

use super::*;
use crate::model::basis::{Basis, Decision};
use crate::model::import::{Fate, OnDuplicate, Terms};
use crate::model::list;
use crate::model::person::Content;
use crate::model::restriction::Ground;
use crate::model::user::{FIRST_ID, Role, User};
use crate::office::finding::{Column, CompanyColumn, Order};
use crate::office::import::{self, Outcome, Plan, Request};
use crate::office::journal::{self, About, Wanted};
use crate::office::tests::{named, office};
use crate::office::{Office, Progress, companies, legal_basis, merging, persons, settings};
use crate::transfer::{Format, Parser};

/// Somebody else who works here.
pub const OTHER: user::Id = user::Id(2);

/// Lets somebody else work here.
pub fn employ(office: &Office) {
    let work = |desk: &mut Desk<'_>| {
        if !store::users::all(desk.db())?.iter().any(|user| user.id == OTHER) {
            store::users::insert(desk.db(), &User::new(OTHER, "kari", Role::Seller), desk.now())?;
        }
        Ok(())
    };
    office.write(work).wait().unwrap();
}

/// Lets somebody else look after a person.
pub fn hand_over(office: &Office, id: Id) {
    employ(office);
    let save = office.write(move |desk| {
        let person = persons::get(desk, id)?;
        let content = Content { our_contact: Some(OTHER), ..person.content };
        persons::save(desk, id, content, person.updated_at).map(drop)
    });
    save.wait().unwrap();
}

/// Takes the right from the user to see those whom others look after, and no other.
pub fn see_own_only(office: &Office) {
    let rights = user::Rights::all().without(Right::SeeOthers);
    let user = User { rights, ..User::clone(&office.user()) };
    *office.0.user.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(user);
    office.0.finder.forget_orders();
}

fn add(office: &Office, last_name: &str, contact: Option<user::Id>) -> Id {
    let content = Content { our_contact: contact, company: "Fjordfisk".into(), ..named("Åse", last_name) };
    office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap().id
}

/// A card file with a person of nobody, one of the user and one of somebody else.
fn three() -> (tempfile::TempDir, Office, [Id; 3]) {
    let (dir, office) = office();
    employ(&office);
    let ids = [add(&office, "Alm", None), add(&office, "Berg", Some(FIRST_ID)), add(&office, "Carlsen", Some(OTHER))];
    (dir, office, ids)
}

#[test]
fn lists_and_searches_leave_out_whom_others_look_after() {
    let (_dir, office, [free, mine, other]) = three();
    let found = |typed: &str, by, descending| office.find(typed, Order { by, descending }).wait().unwrap().ids;
    let all_ways = |office: &Office| {
        let mut all = Vec::new();
        for typed in ["", "åse"] {
            for by in [Column::Name, Column::OurContact, Column::Updated] {
                for descending in [false, true] {
                    let mut ids = found(typed, by, descending).to_vec();
                    ids.sort_unstable();
                    all.push(ids);
                }
            }
            all.push(office.find_first(typed).unwrap().ids.to_vec());
        }
        all
    };
    office.prepare_search().wait().unwrap();
    let company = office.read(move |desk| Ok(persons::get(desk, other)?.company)).wait().unwrap().unwrap();
    let people = office.read(move |desk| Ok(companies::lines(desk, &[company])?[0].people)).wait().unwrap();
    assert_eq!(people, 3);
    assert!(all_ways(&office).iter().all(|ids| *ids == [free, mine, other]));
    see_own_only(&office);
    assert!(office.find_first("åse").is_none(), "before it is known whom to leave out, nothing is answered at once");
    assert_eq!(found("åse", Column::Name, false).to_vec(), [free, mine]);
    assert!(all_ways(&office).iter().all(|ids| *ids == [free, mine]));
    let people = office.read(move |desk| Ok(companies::lines(desk, &[company])?[0].people)).wait().unwrap();
    let card = office.read(move |desk| companies::card(desk, company)).wait().unwrap();
    assert_eq!((people, card.members.len()), (2, 2));
    let lines = office.read(move |desk| persons::lines(desk, &[free, mine, other])).wait().unwrap();
    assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), [free, mine]);
    // What changes hands is followed at once.
    office
        .write(move |desk| {
            store::persons::look_after(desk.db(), other, Some(FIRST_ID))?;
            desk.changes.person(other);
            Ok(())
        })
        .wait()
        .unwrap();
    assert_eq!(found("åse", Column::Name, false).to_vec(), [free, mine, other]);
}

#[test]
fn whom_to_leave_out_is_found_out_anew_only_where_it_may_be_others() {
    let (_dir, office, [free, mine, _]) = three();
    see_own_only(&office);
    let list = || office.find("", Order::default()).wait().unwrap().ids.to_vec();
    let is_known = || office.0.finder.knows_hidden();
    assert_eq!(list(), [free, mine]);
    assert!(is_known());
    let note = |change: fn(&mut Desk<'_>)| {
        let noted = office.write(move |desk| {
            change(desk);
            Ok(())
        });
        noted.wait().unwrap();
    };
    note(|desk| desk.changes.activities = true);
    note(|desk| desk.changes.company(crate::model::company::Id(1)));
    assert!(is_known());
    for change in [
        (|desk: &mut Desk<'_>| desk.changes.settings = true) as fn(&mut Desk<'_>),
        |desk| desk.changes.everything(),
        |desk| desk.changes.person(Id(1)),
        |desk| desk.changes.removed.push(Id(1)),
    ] {
        note(change);
        assert!(!is_known());
        // Settings are read with the rights that the user really has.
        see_own_only(&office);
        assert_eq!(list(), [free, mine]);
        assert!(is_known());
    }
}

#[test]
fn the_order_by_people_tells_nothing_of_those_whom_others_look_after() {
    let (_dir, office, _) = three();
    let in_one = |last: &str| Content { company: "Nord".into(), our_contact: Some(FIRST_ID), ..named("Per", last) };
    for last in ["Dahl", "Eide"] {
        let content = in_one(last);
        office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER).map(drop)).wait().unwrap();
    }
    for last in ["Falk", "Gran"] {
        add(&office, last, Some(OTHER));
    }
    // Five are of Fjordfisk, and two of Nord; of those whom the user sees, two each.
    let by_people = || {
        let order = Order { by: CompanyColumn::People, descending: true };
        let ids = office.find_companies("", order).wait().unwrap().ids.to_vec();
        let lines = office.read(move |desk| companies::lines(desk, &ids)).wait().unwrap();
        lines.into_iter().map(|line| (line.name, line.people)).collect::<Vec<_>>()
    };
    let named = |counts: [(&str, u64); 2]| counts.map(|(name, count)| (name.to_owned(), count));
    assert_eq!(by_people(), named([("Fjordfisk", 5), ("Nord", 2)]));
    add(&office, "Holm", Some(OTHER));
    let third = in_one("Ibsen");
    office.write(move |desk| persons::add(desk, third, None, list::SOURCE_USER).map(drop)).wait().unwrap();
    see_own_only(&office);
    office.0.companies.forget_orders();
    assert_eq!(by_people(), named([("Nord", 3), ("Fjordfisk", 2)]));
}

#[test]
fn by_its_number_a_card_of_somebody_else_is_refused_and_nothing_changes() {
    let (dir, office, [free, _, other]) = three();
    see_own_only(&office);
    let file = dir.path().join("basis.xlsx");
    let to = file.clone();
    let refused = |answer: Result<(), Error>| {
        assert!(matches!(answer, Err(Error::Forbidden(Right::SeeOthers))), "{answer:?}");
    };
    let entries = || office.read(|desk| journal::length(desk)).wait().unwrap();
    let before = entries();
    refused(office.read(move |desk| persons::get(desk, other).map(drop)).wait());
    refused(office.read(move |desk| states::closed(desk, other).map(drop)).wait());
    refused(office.write(move |desk| states::restrict(desk, other, Ground::Accuracy, "").map(drop)).wait());
    refused(office.write(move |desk| legal_basis::export(desk, other, &to)).wait());
    refused(
        office
            .read(move |desk| {
                let wanted = Wanted { person: Some(other), ..Wanted::default() };
                journal::list(desk, &wanted).map(drop)
            })
            .wait(),
    );
    refused(
        office
            .write(move |desk| {
                let consent = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
                legal_basis::decide(desk, other, &consent, None).map(drop)
            })
            .wait(),
    );
    // Nobody gives a card away whom they would not see then, nor makes one for somebody else.
    let given = Content { our_contact: Some(OTHER), ..named("Åse", "Dahl") };
    refused(office.write(move |desk| persons::add(desk, given, None, list::SOURCE_USER).map(drop)).wait());
    let give = office.write(move |desk| {
        let seen = persons::get(desk, free)?;
        let content = Content { our_contact: Some(OTHER), ..seen.content };
        persons::save(desk, free, content, seen.updated_at).map(drop)
    });
    refused(give.wait());
    assert_eq!(entries(), before);
    assert!(!file.exists());
    // The journal tells what was done, not to whom.
    let about = office.read(|desk| journal::history(desk, &Wanted::default())).wait().unwrap();
    assert!(about.iter().all(|seen| seen.line.person != Some(other)));
    let unseen = about.iter().filter(|seen| seen.about == About::Unseen);
    assert_eq!(unseen.map(|seen| (seen.line.is_unseen, seen.line.is_erased)).collect::<Vec<_>>(), [(true, false)]);
}

/// Looks into a file for what to import.
fn request(dir: &Path, text: &str, on_duplicate: OnDuplicate) -> Request {
    let path = dir.join("people.csv");
    std::fs::write(&path, text).unwrap();
    let opened = import::open(&Parser::Here, &path, Format::Auto, &Progress::default()).unwrap();
    let terms = Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate,
    };
    Request { path, format: Format::Auto, parser: Parser::Here, mapping: opened.guesses, terms, overrule: None }
}

fn planned(office: &Office, request: &Request) -> Plan {
    let request = request.clone();
    office.read(move |desk| import::plan(desk, &request, &Progress::default())).wait().unwrap()
}

fn carried_out(office: &Office, plan: Plan) -> Result<Outcome, Error> {
    office.write(move |desk| import::carry_out(desk, &plan, &Progress::default())).wait()
}

fn contacts(office: &Office, ids: [Id; 2]) -> [Option<user::Id>; 2] {
    let contact = move |id| office.read(move |desk| Ok(persons::get(desk, id)?.content.our_contact)).wait().unwrap();
    ids.map(contact)
}

#[test]
fn a_file_gives_no_card_away() {
    let is_taken = |fate: &Fate| match fate {
        Fate::Reject(why) => {
            assert_eq!(why.reason, "given-away");
            false
        }
        Fate::New | Fate::Skip(_) | Fate::Fill(_) | Fate::Replace(_) => true,
    };
    for (on_duplicate, taken) in [
        (OnDuplicate::Add, [false, false, false, true]),
        (OnDuplicate::Skip, [false, true, true, true]),
        (OnDuplicate::Fill, [false, false, true, true]),
        (OnDuplicate::Replace, [false, false, false, true]),
    ] {
        let (dir, office, [free, mine, _]) = three();
        let number = |id| office.read(move |desk| Ok(persons::get(desk, id)?.content.number)).wait().unwrap();
        let known = format!("{},Alm,Sjef,kari\n{},Berg,Sjef,kari\n", number(free), number(mine));
        let text = format!("number,last_name,title,our_contact\n,Dahl,Sjef,kari\n{known},Eng,Sjef,\n");
        let request = request(dir.path(), &text, on_duplicate);
        // What somebody planned who had the right.
        let stale = planned(&office, &request);
        assert!(stale.rows.iter().all(|row| is_taken(&row.fate)));
        see_own_only(&office);
        let plan = planned(&office, &request);
        assert_eq!(plan.rows.iter().map(|row| is_taken(&row.fate)).collect::<Vec<_>>(), taken, "{on_duplicate:?}");
        assert_eq!(carried_out(&office, plan).unwrap().counts.added, 1);
        assert_eq!(contacts(&office, [free, mine]), [None, Some(FIRST_ID)]);
        let refused = carried_out(&office, stale);
        assert!(matches!(refused, Err(Error::Forbidden(Right::SeeOthers))), "{refused:?}");
    }
}

#[test]
fn a_row_that_would_give_a_card_away_by_now_is_left_out_of_its_import() {
    let (dir, office, [free, mine, _]) = three();
    let number = office.read(move |desk| Ok(persons::get(desk, free)?.content.number)).wait().unwrap();
    let text = format!("number,last_name,our_contact\n{number},Alm,kari\n,Eng,\n");
    let plan = planned(&office, &request(dir.path(), &text, OnDuplicate::Fill));
    see_own_only(&office);
    let counts = carried_out(&office, plan).unwrap().counts;
    assert_eq!((counts.added, counts.updated, counts.rejected), (1, 0, 1));
    assert_eq!(contacts(&office, [free, mine]), [None, Some(FIRST_ID)]);
}

#[test]
fn the_journal_of_a_card_that_became_part_of_one_of_somebody_else_is_not_read() {
    let (_dir, office, [free, mine, _]) = three();
    office.write(move |desk| merging::merge(desk, mine, free, &[])).wait().unwrap();
    let entries = || {
        let wanted = Wanted { person: Some(free), ..Wanted::default() };
        office
            .read(move |desk| Ok((journal::list(desk, &wanted)?.len(), journal::listing(desk, &wanted)?.len())))
            .wait()
    };
    assert!(entries().unwrap().0 > 0);
    hand_over(&office, mine);
    see_own_only(&office);
    let refused = entries();
    assert!(matches!(refused, Err(Error::Forbidden(Right::SeeOthers))), "{refused:?}");
}

#[test]
fn an_own_role_can_lack_the_right() {
    let (_dir, office, _) = three();
    let set = office.write(|desk| {
        let setting = settings::Setting::from_key("role.trainee.rights").unwrap();
        settings::set(desk, &setting, "see edit")
    });
    assert_eq!(set.wait().unwrap(), "see edit");
    assert!(Role::ALL.into_iter().all(|role| role.rights().contains(Right::SeeOthers)));
}
