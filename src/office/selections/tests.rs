#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod charts;
mod details;

use serde_json::json;

use super::*;
use crate::i18n::Lang;
use crate::model::basis::{Basis, Decision};
use crate::model::field::Field;
use crate::model::journal::Kind as Did;
use crate::model::list;
use crate::model::person::{Content, Labelled};
use crate::model::restriction::Ground;
use crate::model::user::Role;
use crate::office::settings::{self, Setting};
use crate::office::tests::{add, named as person, office};
use crate::office::{Office, erasure, journal, legal_basis, merging, persons};

fn new(name: &str) -> New {
    New { name: name.to_owned(), ..New::default() }
}

fn made(office: &Office, name: &'static str, criteria: serde_json::Value) -> Result<Selection, Error> {
    let criteria = criteria.to_string();
    office.write(move |desk| create(desk, &new(name), &read(desk, Of::Persons, &criteria)?)).wait()
}

fn listed(office: &Office, ids: &[person::Id]) -> Selection {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    office.write(move |desk| create_of(desk, &new("List"), &ids)).wait().unwrap().selection
}

fn who(office: &Office, id: Id) -> Vec<person::Id> {
    let ids = office.read(move |desk| page(desk, id, usize::MAX, 0)).wait().unwrap();
    assert_eq!(office.read(move |desk| count(desk, id)).wait().unwrap(), u64::try_from(ids.len()).unwrap());
    ids.into_iter().map(person::Id).collect()
}

fn cards(office: &Office) -> [person::Id; 3] {
    let with = |first: &str, last: &str, title: &str| Content { title: title.into(), ..person(first, last) };
    [with("Åse", "Ødegård", "Innkjøper"), with("Kari", "Nordmann", "Selger"), with("Ola", "Berg", "INNKJØPER")]
        .map(|content| add(office, content).id)
}

#[test]
fn selections_know_who_is_in_them() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    let buyers = made(&office, "Innkjøpere", json!({"field": "title", "is": "innkjoper"})).unwrap();
    // In the order of lists: by last name, as Norwegian has it.
    assert_eq!(who(&office, buyers.id), [ola, ase]);
    assert_eq!(office.read(move |desk| page(desk, buyers.id, 1, 1)).wait().unwrap(), [ase.0]);
    let list = listed(&office, &[kari, ola, kari]);
    assert_eq!((list.kind, who(&office, list.id)), (Kind::Static, vec![ola, kari]));
    for (operation, wanted) in [
        (Operation::Union, vec![ola, kari, ase]),
        (Operation::Intersect, vec![ola]),
        (Operation::OnlyFirst, vec![ase]),
        (Operation::OnlySecond, vec![kari]),
        (Operation::Difference, vec![kari, ase]),
    ] {
        let both = new(operation.key());
        let both = office.write(move |desk| combine(desk, &both, operation, buyers.id, list.id)).wait().unwrap();
        assert_eq!((both.kind, who(&office, both.id)), (Kind::Combined, wanted), "{operation:?}");
    }
    // Who becomes a buyer is in it at once; the copy stays as it was.
    let copy = office.write(move |desk| copy(desk, buyers.id, &new("Copy"))).wait().unwrap();
    assert_eq!((copy.count, copy.held.len(), copy.selection.kind), (2, 0, Kind::Static));
    office.write(move |desk| persons::edit(desk, kari, &[(Field::Title, "Innkjøper".into())])).wait().unwrap();
    assert_eq!(who(&office, buyers.id), [ola, kari, ase]);
    assert_eq!(who(&office, copy.selection.id), [ola, ase]);
    let missing = office.write(|desk| create_of(desk, &new("Gone"), &[77])).wait();
    assert!(matches!(missing, Err(Error::NoPerson(person::Id(77)))), "{missing:?}");
    assert!(office.read(|desk| find(desk, "Gone")).wait().is_err(), "nothing half done");
}

#[test]
fn a_name_belongs_to_one_selection() {
    let (_dir, office) = office();
    let everybody = || json!({"all": []});
    let selection = made(&office, "  Kunder i\nBodø ", everybody()).unwrap();
    assert_eq!(selection.name, "Kunder i Bodø");
    for name in ["kunder i bodo", "", "  ", "Duplikater", "Duplicates", "no-legal-basis", "12345"] {
        let name: &'static str = name;
        let refused = made(&office, name, everybody());
        assert!(matches!(refused, Err(Error::Refused(Rule::SelectionNameUnfit))), "{name}: {refused:?}");
    }
    let id = selection.id;
    let renamed = office.write(move |desk| rename(desk, id, "KUNDER I BODØ", Some("Ringes i mai"))).wait().unwrap();
    assert_eq!((renamed.name.as_str(), renamed.description.as_str()), ("KUNDER I BODØ", "Ringes i mai"));
    let renamed = office.write(move |desk| rename(desk, id, "Kunder", None)).wait().unwrap();
    assert_eq!(renamed.description, "Ringes i mai", "stays where none is given");
    for word in ["kunder", "KUNDER", &id.to_string()] {
        let word = word.to_owned();
        assert_eq!(office.read(move |desk| find(desk, &word)).wait().unwrap(), renamed);
    }
    for ready in Ready::ALL {
        let found = office.read(move |desk| find(desk, ready.key())).wait().unwrap();
        assert_eq!((found.id, found.owner), (ready.id(), None));
        let refused = office.write(move |desk| remove(desk, ready.id())).wait();
        assert!(matches!(refused, Err(Error::Refused(Rule::SelectionReady))), "{refused:?}");
        assert!(office.write(move |desk| rename(desk, ready.id(), "Mine", None)).wait().is_err());
    }
}

#[test]
fn what_others_are_made_of_stays_and_nothing_is_made_of_itself() {
    let (_dir, office) = office();
    let [ase, ..] = cards(&office);
    let base = made(&office, "Base", json!({"field": "last_name", "is": "Ødegård"})).unwrap().id;
    let twice = office.write(move |desk| combine(desk, &new("Twice"), Operation::Union, base, base)).wait().unwrap().id;
    let not = made(&office, "Not", json!({"not": {"selection": "Twice"}})).unwrap().id;
    assert_eq!(who(&office, twice), [ase]);
    assert_eq!(who(&office, not).len(), 2);
    for id in [base, twice] {
        let refused = office.write(move |desk| remove(desk, id)).wait();
        assert!(matches!(refused, Err(Error::Refused(Rule::SelectionInUse))), "{refused:?}");
    }
    let of_itself = |criteria: serde_json::Value| {
        let criteria = criteria.to_string();
        office.write(move |desk| change(desk, base, &read(desk, Of::Persons, &criteria)?)).wait()
    };
    for word in ["Base", "Not", "Twice"] {
        let refused = of_itself(json!({"any": [{"selection": word}, {"status": "former"}]}));
        assert!(matches!(refused, Err(Error::Refused(Rule::SelectionOfItself))), "{word}: {refused:?}");
    }
    of_itself(json!({"field": "last_name", "is": "Berg"})).unwrap();
    assert_eq!(who(&office, not).len(), 2);
    // Another name changes nothing of what is made of it.
    office.write(move |desk| rename(desk, twice, "Other", None)).wait().unwrap();
    assert_eq!(who(&office, not).len(), 2);
    let criteria = office
        .read(move |desk| match members_of(desk, not)? {
            Members::Dynamic(criteria) => written(desk, &criteria),
            Members::Static | Members::Combined(..) => Err(Error::Failed),
        })
        .wait();
    assert_eq!(criteria.unwrap(), json!({"not": {"selection": "Other"}}));
    for id in [not, twice, base] {
        office.write(move |desk| remove(desk, id)).wait().unwrap();
    }
    assert_eq!(office.read(|desk| all(desk)).wait().unwrap().len(), Ready::ALL.len());
}

#[test]
fn persons_and_companies_are_not_mixed() {
    let (_dir, office) = office();
    add(&office, Content { company: "Fjordfisk AS".into(), ..person("Åse", "Ødegård") });
    let firms = office
        .write(|desk| {
            let new = New { of: Of::Companies, ..new("Firms") };
            create(desk, &new, &read(desk, Of::Companies, r#"{"field": "name", "contains": "fisk"}"#)?)
        })
        .wait()
        .unwrap();
    let ids = office.read(move |desk| page(desk, firms.id, 9, 0)).wait().unwrap();
    assert_eq!(ids.len(), 1);
    let company = ids[0];
    let of_list = New { of: Of::Companies, ..new("Firm list") };
    let list = office.write(move |desk| create_of(desk, &of_list, &[company])).wait().unwrap();
    assert_eq!((list.count, list.selection.of), (1, Of::Companies));
    let mixed = office
        .write(move |desk| combine(desk, &new("Mixed"), Operation::Union, firms.id, Ready::Restricted.id()))
        .wait();
    assert!(matches!(mixed, Err(Error::Refused(Rule::SelectionsDiffer))), "{mixed:?}");
    assert!(office.read(move |desk| subjects(desk, firms.id)).wait().is_err());
    // A company that goes leaves no trace in a list.
    let alone = office.write(|desk| crate::office::companies::add_from_text(desk, &[(Field::Name, "Ny".into())]));
    let alone = alone.wait().unwrap().id;
    let of_list = New { of: Of::Companies, ..new("Other list") };
    let list = office.write(move |desk| create_of(desk, &of_list, &[alone.0])).wait().unwrap().selection.id;
    office.write(move |desk| crate::office::companies::remove(desk, alone)).wait().unwrap();
    assert_eq!(office.read(move |desk| count(desk, list)).wait().unwrap(), 0);
}

#[test]
fn every_change_is_in_the_journal_and_nothing_else() {
    let (_dir, office) = office();
    let kinds = |office: &Office| {
        let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
        let of = |entry: &crate::model::journal::Entry| (entry.kind, entry.subject);
        entries.iter().map(of).collect::<Vec<_>>()
    };
    let before = kinds(&office).len();
    let base = made(&office, "Base", json!({"all": []})).unwrap().id;
    let copied = office.write(move |desk| copy(desk, base, &new("Copy"))).wait().unwrap().selection.id;
    office.write(move |desk| rename(desk, copied, "Copied", None)).wait().unwrap();
    office.write(move |desk| change(desk, base, &Node::Informed(true))).wait().unwrap();
    office.write(move |desk| remove(desk, copied)).wait().unwrap();
    office.read(|desk| list(desk)).wait().unwrap();
    let entries = kinds(&office)[before..].to_vec();
    let wanted = [
        (Did::SelectionAdded, base),
        (Did::SelectionAdded, copied),
        (Did::SelectionChanged, copied),
        (Did::SelectionChanged, base),
        (Did::SelectionRemoved, copied),
    ];
    assert_eq!(entries, wanted.map(|(kind, id)| (kind, Subject::Record(id.0))));
}

#[test]
fn who_is_restricted_counts_and_is_held_back() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    let list = listed(&office, &[ase, kari, ola]);
    office.write(move |desk| crate::office::states::restrict(desk, kari, Ground::Claims, "")).wait().unwrap();
    assert_eq!(who(&office, list.id), [ola, kari, ase], "still in it");
    let subjects = office.read(move |desk| subjects(desk, list.id)).wait().unwrap();
    assert_eq!(subjects, Subjects { ids: vec![ola, ase], held: vec![kari] });
    let copied = office.write(move |desk| copy(desk, list.id, &new("Copy"))).wait().unwrap();
    assert_eq!((copied.count, copied.held), (2, vec![kari]));
    let put = office.write(move |desk| create_of(desk, &new("New"), &[kari.0, ase.0, kari.0])).wait().unwrap();
    assert_eq!((put.count, put.held), (1, vec![kari]));
    assert_eq!(who(&office, Ready::Restricted.id()), [kari]);
}

#[test]
fn the_ready_made_ones_find_whom_they_name() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    let decide = |id, purpose, basis| {
        let decision = Decision::new(purpose, basis, list::SOURCE_USER);
        office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
    };
    assert_eq!(who(&office, Ready::NoBasis.id()), []);
    decide(ase, list::SALES, Basis::Withdrawn);
    decide(kari, list::MARKETING, Basis::Objected);
    assert_eq!(who(&office, Ready::NoBasis.id()), [ase]);
    assert_eq!(who(&office, Ready::Objecting.id()), [kari]);
    decide(ola, list::MARKETING, Basis::Consent);
    assert_eq!(who(&office, Ready::OldConsents.id()), [], "new");
    assert_eq!(who(&office, Ready::Inactive.id()), [], "cards of today");
    assert_eq!(who(&office, Ready::NotInformed.id()).len(), 3);
    assert_eq!(who(&office, Ready::Duplicates.id()), []);
    for id in [ase, ola] {
        let change = move |desk: &mut Desk<'_>| {
            let before = persons::get(desk, id)?;
            let mut content = before.content;
            content.emails.push(Labelled::new(None, "felles@example.org".into()));
            persons::save(desk, id, content, before.updated_at)
        };
        office.write(change).wait().unwrap();
    }
    assert_eq!(who(&office, Ready::Duplicates.id()), [ola, ase]);
    let list = office.read(|desk| list(desk)).wait().unwrap();
    assert_eq!(list.iter().map(|listed| listed.count).collect::<Vec<_>>(), [1, 0, 0, 3, 1, 0, 2].map(Some));
    assert_eq!(list[0].selection.name, "Uten rettslig grunnlag");
}

#[test]
fn rights_decide_who_makes_selections() {
    let (_dir, office) = office();
    let base = made(&office, "Base", json!({"all": []})).unwrap().id;
    for (role, may) in [
        (Role::Owner, true),
        (Role::PrivacyOfficer, true),
        (Role::Seller, true),
        (Role::Assistant, false),
        (Role::ReadOnly, false),
    ] {
        let tried = office
            .write(move |desk| {
                desk.become_role(role);
                // Everybody may look.
                list(desk)?;
                sentence::explain(desk, base)?;
                let everybody = Node::All(Vec::new());
                let answers = [
                    create(desk, &new("A"), &everybody).map(drop),
                    create_of(desk, &new("B"), &[]).map(drop),
                    combine(desk, &new("C"), Operation::Union, base, base).map(drop),
                    copy(desk, base, &new("D")).map(drop),
                    change(desk, base, &everybody).map(drop),
                    rename(desk, base, "E", None).map(drop),
                ];
                let answers = answers.map(|answer| match answer {
                    Ok(()) => Ok(true),
                    Err(Error::Forbidden(Right::Selections)) => Ok(false),
                    Err(error) => Err(error),
                });
                for answer in answers {
                    assert_eq!(answer?, may, "{role:?}");
                }
                Err::<(), _>(Error::Cancelled)
            })
            .wait();
        assert!(matches!(tried, Err(Error::Cancelled)), "{tried:?}");
    }
}

/// What is true of whom tells what a field holds.
#[test]
fn what_one_does_not_see_one_does_not_ask_about() {
    let (_dir, office) = office();
    cards(&office);
    let base = made(&office, "Base", json!({"field": "title", "is": "Selger"})).unwrap().id;
    let over = made(&office, "Over", json!({"not": {"selection": "Base"}})).unwrap().id;
    let interested = made(&office, "Interested", json!({"interest": "offers"})).unwrap().id;
    for field in ["title", "interests", "mobile"] {
        let (setting, value) = (Setting::from_key(&format!("role.seller.field.{field}")).unwrap(), "hidden".to_owned());
        office.write(move |desk| settings::set(desk, &setting, &value)).wait().unwrap();
    }
    let seen = office
        .write(move |desk| {
            desk.become_role(Role::Seller);
            for asked in [
                r#"{"field": "title", "is": "Selger"}"#,
                r#"{"interest": "offers"}"#,
                r#"{"not": {"field": "interests", "is": null}}"#,
                r#"{"field": "phones", "contains": "900"}"#,
            ] {
                let refused = read(desk, Of::Persons, asked);
                assert!(matches!(refused, Err(Error::Criteria(_))), "{refused:?}");
            }
            let typed =
                Node::Field(crate::model::criteria::Asked::Card(Field::Title), crate::model::criteria::Test::Null);
            assert!(count_of(desk, Of::Persons, &typed).is_err());
            assert!(create(desk, &new("Mine"), &typed).is_err());
            for id in [base, over, interested] {
                assert!(matches!(count(desk, id), Err(Error::Criteria(_))));
                assert!(page(desk, id, 9, 0).is_err() && subjects(desk, id).is_err());
                assert!(copy(desk, id, &new("Copy")).is_err());
            }
            assert!(matches!(sentence::explain(desk, base), Err(Error::Criteria(_))));
            let listed = list(desk)?;
            let counted = listed.iter().filter(|listed| listed.count.is_some()).count();
            assert_eq!((listed.len(), counted), (Ready::ALL.len() + 3, Ready::ALL.len()));
            Err::<(), _>(Error::Cancelled)
        })
        .wait();
    assert!(matches!(seen, Err(Error::Cancelled)), "{seen:?}");
}

#[test]
fn whom_others_look_after_is_in_no_selection_of_who_may_not_see_them() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    office.write(move |desk| persons::edit(desk, ase, &[(Field::OurContact, "me".into())])).wait().unwrap();
    let everybody = made(&office, "Everybody", json!({"all": []})).unwrap().id;
    let list = listed(&office, &[ase, kari, ola]).id;
    let asked = office
        .write(move |desk| {
            let other = crate::model::user::User::new(user::Id(9), "Other", Role::ReadOnly);
            store::users::insert(desk.db(), &other, desk.now())?;
            desk.become_other(other.id, Right::See, Right::Selections);
            for id in [everybody, list] {
                assert_eq!(count(desk, id)?, 2);
                assert_eq!(page(desk, id, 9, 0)?, [ola.0, kari.0]);
                assert_eq!(subjects(desk, id)?.ids, [ola, kari]);
            }
            let refused = create_of(desk, &new("Mine"), &[ase.0]);
            assert!(matches!(refused, Err(Error::Forbidden(Right::SeeOthers))), "{refused:?}");
            assert_eq!(copy(desk, list, &new("Copy"))?.count, 2);
            Err::<(), _>(Error::Cancelled)
        })
        .wait();
    assert!(matches!(asked, Err(Error::Cancelled)), "{asked:?}");
}

#[test]
fn a_merge_keeps_what_either_was_in_and_taking_it_back_gives_it_back() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    let put = |name: &'static str, ids: Vec<i64>| {
        office.write(move |desk| create_of(desk, &new(name), &ids)).wait().unwrap().selection.id
    };
    let (both, first, second) =
        (put("Both", vec![ase.0, kari.0]), put("First", vec![ase.0]), put("Second", vec![kari.0, ola.0]));
    let merged = office.write(move |desk| merging::merge(desk, ase, kari, &[])).wait().unwrap();
    for (id, wanted) in [(both, vec![ase]), (first, vec![ase]), (second, vec![ola, ase])] {
        assert_eq!(who(&office, id), wanted);
    }
    office.write(move |desk| merging::undo(desk, merged.id)).wait().unwrap();
    for (id, wanted) in [(both, vec![kari, ase]), (first, vec![ase]), (second, vec![ola, kari])] {
        assert_eq!(who(&office, id), wanted);
    }
}

#[test]
fn who_is_erased_is_in_no_list_any_more() {
    let (_dir, office) = office();
    let [ase, kari, _] = cards(&office);
    let list = listed(&office, &[ase, kari]).id;
    office.write(move |desk| Ok(store::persons::erase(desk.db(), ase)?)).wait().unwrap();
    assert_eq!(who(&office, list), [kari]);
}

/// What is held in memory of the cards is no other answer than the file's, and who is erased leaves it at once.
#[test]
fn what_is_held_in_memory_follows_what_is_done() {
    let (_dir, office) = office();
    let [ase, kari, _] = cards(&office);
    let criteria = Node::Field(
        criteria::Asked::Card(Field::LastName),
        criteria::Test::Text(criteria::Text::Contains("sberg".into())),
    );
    let beside = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let hold = || beside.block_on(office.clone().prepare_from(0));
    let is_held = || office.read(|desk| preparing::held(desk)).wait().unwrap().is_some();
    let counted = |criteria: &Node| {
        let criteria = criteria.clone();
        office.read(move |desk| count_of(desk, Of::Persons, &criteria)).wait().unwrap()
    };
    beside.block_on(office.clone().prepare_selections());
    assert!(!is_held(), "so few are read quickly enough");
    hold();
    let before = counted(&criteria);
    let (one, other) = (kari, ase);
    office
        .write(move |desk| {
            persons::edit(desk, one, &[(Field::LastName, "Søndre Æsberg".into())])?;
            persons::edit(desk, other, &[(Field::LastName, "Vik".into())])
        })
        .wait()
        .unwrap();
    let after = counted(&criteria);
    assert!(is_held(), "only the two are read anew");
    let from_file = office.write({
        let criteria = criteria.clone();
        move |desk| count_of(desk, Of::Persons, &criteria)
    });
    assert_eq!(after, from_file.wait().unwrap());
    assert!(after > 0, "the edited one is among them: {before}, {after}");
    let wanted = erasure::Wanted::new(vec![kari]);
    office.write(move |desk| erasure::erase(desk, &wanted, &crate::office::Progress::default())).wait().unwrap();
    assert_eq!(counted(&criteria), after - 1);
    assert!(!is_held());
    hold();
    assert_eq!(counted(&criteria), after - 1);
}

#[test]
fn an_item_that_criteria_name_stays() {
    let (_dir, office) = office();
    let set = |value: &'static str| {
        let setting = Setting::from_key("category.vip").unwrap();
        office.write(move |desk| settings::set(desk, &setting, value)).wait()
    };
    set("yes").unwrap();
    let vip = made(&office, "VIP", json!({"field": "category", "is": "vip"})).unwrap().id;
    let refused = set("no");
    assert!(matches!(refused, Err(Error::Refused(Rule::ItemInUse))), "{refused:?}");
    office.write(move |desk| change(desk, vip, &Node::Informed(false))).wait().unwrap();
    set("no").unwrap();
}

#[test]
fn criteria_are_read_out_in_three_languages() {
    let (_dir, office) = office();
    let [ase, ..] = cards(&office);
    let base = made(
        &office,
        "Kandidater",
        json!({"all": [ {"field": "category", "is": "prospect"},
              {"any": [ {"field": "birth_date", "before": "1980-03-12"}, {"field": "last_activity", "is": null} ]},
              {"basis": {"purpose": "marketing", "in": ["consent"], "source": ["fair", "meeting"]}},
              {"not": {"field": "email", "ends_with": "@example.org"}} ]}),
    )
    .unwrap()
    .id;
    let list = listed(&office, &[ase]).id;
    let both =
        office.write(move |desk| combine(desk, &new("Begge"), Operation::OnlyFirst, base, list)).wait().unwrap().id;
    for (lang, criteria, static_list, combined) in [
        (
            Lang::En,
            "All persons of whom this is true: Category is Prospect, and (Birth date is before 12 Mar 1980 or Last \
             activity is empty), and for E-marketing: the legal basis is Consent, the source is Trade fair or Meeting, \
             and not (E-mail ends with “@example.org”).",
            "A list with 1 in it.",
            "All that are in “Kandidater” and not in “List”.",
        ),
        (
            Lang::Nb,
            "Alle personer som dette gjelder: Kategori er Potensiell kunde, og (Fødselsdato er før 12. mars 1980 eller Siste \
             aktivitet er tom), og for E-markedsføring: det rettslige grunnlaget er Samtykke, kilden er Messe eller \
             Møte, og ikke (E-post slutter med «@example.org»).",
            "En liste med 1 oppføring.",
            "Alle som er i «Kandidater» og ikke i «List».",
        ),
        (
            Lang::Sv,
            "Alla personer som detta gäller: Kategori är Potentiell kund, och (Födelsedatum är före 12 mars 1980 eller Senaste \
             aktivitet är tom), och för E-marknadsföring: den rättsliga grunden är Samtycke, källan är Mässa eller \
             Möte, och inte (E-post slutar med ”@example.org”).",
            "En lista med 1 post.",
            "Alla som är i ”Kandidater” och inte i ”List”.",
        ),
    ] {
        office.set_lang(lang);
        let said = |id| office.read(move |desk| sentence::explain(desk, id)).wait().unwrap();
        assert_eq!(said(base), criteria);
        assert_eq!((said(list).as_str(), said(both).as_str()), (static_list, combined));
        for ready in Ready::ALL {
            let said = said(ready.id());
            assert!(said.ends_with('.') && !said.contains("criteria-"), "{said}");
        }
    }
    // A whole sentence of every other kind, in English.
    office.set_lang(Lang::En);
    for (criteria, wanted) in [
        (json!({"all": []}), "All persons."),
        (json!({"any": []}), "All persons of whom this is true: nobody."),
        (json!({"field": "note", "is": null}), "All persons of whom this is true: Note is empty."),
        (json!({"not": {"field": "note", "is": null}}), "All persons of whom this is true: Note is not empty."),
        (
            json!({"status": ["former", "objected"]}),
            "All persons of whom this is true: the status is former employee or objecting.",
        ),
        (
            json!({"activity": {"kind": "call", "after": "2020-01-01", "before": "2021-01-01", "none": true}}),
            "All persons of whom this is true: there is no activity of the kind Call after 1 Jan 2020 before 1 Jan 2021.",
        ),
        (json!({"activity": {}}), "All persons of whom this is true: there is an activity."),
        (json!({"field": "our_contact", "is": "me"}), "All persons of whom this is true: Our contact is me."),
        (json!({"field": "no_mailings", "is": true}), "All persons of whom this is true: No mailings: yes."),
        (
            json!({"basis": {"purpose": "sales", "wording": 2, "condition": null, "by": "me"}}),
            "All persons of whom this is true: for Sales and service: entered by me, version 2 of the wording was shown, \
             no condition of art. 9(2) is given.",
        ),
        (json!({"selection": "Kandidater"}), "All persons of whom this is true: is in the selection “Kandidater”."),
    ] {
        let criteria = criteria.to_string();
        let said =
            office.read(move |desk| sentence::of(desk, Of::Persons, &read(desk, Of::Persons, &criteria)?)).wait();
        assert_eq!(said.unwrap(), wanted);
    }
    let ago = office
        .read(|desk| {
            sentence::of(desk, Of::Persons, &read(desk, Of::Persons, r#"{"field": "created_at", "after": "-1y"}"#)?)
        })
        .wait()
        .unwrap();
    assert!(ago.ends_with("(1 year ago)."), "{ago}");
}
