//! Who sees a selection, and what the cards of its members warn of.

use serde_json::json;

use super::super::*;
use super::{cards, made, new, who};
use crate::model::field::Field;
use crate::model::restriction::Ground;
use crate::office::tests::office;
use crate::office::{Office, companies, persons, states};

const SOMEBODY: user::Id = user::Id(4_711);

fn described(office: &Office, id: Id, details: Details) -> Result<Selection, Error> {
    office.write(move |desk| describe(desk, id, &details)).wait()
}

fn seen_by(visible: Visible) -> Details {
    Details { visible: Some(visible), ..Details::default() }
}

/// Does something as somebody else, and takes it back.
fn as_other(office: &Office, right: Right, act: impl FnOnce(&mut Desk<'_>) + Send + 'static) {
    let done = office
        .write(move |desk| {
            desk.become_other(SOMEBODY, Right::See, right);
            act(desk);
            Err::<(), _>(Error::Cancelled)
        })
        .wait();
    assert!(matches!(done, Err(Error::Cancelled)), "{done:?}");
}

#[test]
fn what_only_its_owner_sees_is_not_there_for_others() {
    let (_dir, office) = office();
    cards(&office);
    let mine = made(&office, "Mine", json!({"field": "title", "is": "selger"})).unwrap().id;
    assert_eq!(described(&office, mine, seen_by(Visible::Own)).unwrap().visible, Visible::Own);
    assert_eq!(who(&office, mine).len(), 1, "its owner sees it");
    as_other(&office, Right::Selections, move |desk| {
        assert!(matches!(find(desk, "Mine"), Err(Error::NoSuch(_))));
        assert!(matches!(find(desk, &mine.to_string()), Err(Error::NoSuch(_))));
        assert!(matches!(count(desk, mine), Err(Error::NoSuch(_))));
        assert!(matches!(page(desk, mine, 9, 0), Err(Error::NoSuch(_))));
        assert!(matches!(remove(desk, mine), Err(Error::NoSuch(_))));
        assert!(matches!(rename(desk, mine, "Yours", None), Err(Error::NoSuch(_))));
        assert!(matches!(copy(desk, mine, &new("Copy")), Err(Error::NoSuch(_))));
        let ready = Ready::Duplicates.id();
        assert!(matches!(combine(desk, &new("Both"), Operation::Union, ready, mine), Err(Error::NoSuch(_))));
        assert!(count_combined(desk, Operation::Union, ready, mine).is_err());
        assert!(read(desk, Of::Persons, r#"{"selection": "Mine"}"#).is_err());
        assert!(matches!(count_of(desk, Of::Persons, &Node::Selection(mine)), Err(Error::NoSuch(_))));
        assert_eq!(catalogue(desk).unwrap().len(), Ready::ALL.len());
        // Its name is taken all the same.
        let taken = create(desk, &new("mine"), &Node::Informed(true));
        assert!(matches!(taken, Err(Error::Refused(Rule::SelectionNameUnfit))));
    });
    // What everybody sees its owner alone hides.
    let shared = made(&office, "Shared", json!({"all": []})).unwrap().id;
    as_other(&office, Right::Selections, move |desk| {
        let hidden = describe(desk, shared, &seen_by(Visible::Own));
        assert!(matches!(hidden, Err(Error::Forbidden(Right::Settings))), "{hidden:?}");
    });
    // Somebody must be able to tidy up.
    as_other(&office, Right::Settings, move |desk| assert!(find(desk, "Mine").is_ok()));
}

#[test]
fn what_everybody_sees_is_made_of_nothing_that_few_see() {
    let (_dir, office) = office();
    cards(&office);
    let base = made(&office, "Base", json!({"field": "title", "is": "selger"})).unwrap().id;
    described(&office, base, seen_by(Visible::Own)).unwrap();
    let is_private = |done: Result<Selection, Error>| {
        assert!(matches!(done, Err(Error::Refused(Rule::SelectionPrivate))), "{done:?}");
    };
    is_private(made(&office, "All", json!({"not": {"selection": "Base"}})));
    let both = |visible| {
        let both = New { visible, ..new("Both") };
        let other = Ready::NotInformed.id();
        office.write(move |desk| combine(desk, &both, Operation::OnlySecond, base, other)).wait()
    };
    is_private(both(Visible::All));
    let both = both(Visible::Own).unwrap().id;
    assert_eq!(who(&office, both).len(), 2);
    is_private(described(&office, both, seen_by(Visible::All)));
    described(&office, base, seen_by(Visible::All)).unwrap();
    described(&office, both, seen_by(Visible::All)).unwrap();
    is_private(described(&office, base, seen_by(Visible::Own)));
    let used = office.read(|desk| catalogue(desk)).wait().unwrap();
    let used = used.into_iter().find(|used| used.selection.id == base).unwrap();
    assert_eq!(used.by, ["Both"]);
}

#[test]
fn members_cards_warn() {
    let (_dir, office) = office();
    let [ase, kari, _] = cards(&office);
    let buyers = made(&office, "Buyers", json!({"field": "title", "is": "innkjøper"})).unwrap().id;
    let warns = |id: person::Id| {
        let alerts = office.read(move |desk| alerts::of_person(desk, id)).wait()?;
        Ok::<_, Error>(alerts.into_iter().map(|alert| (alert.name, alert.text)).collect::<Vec<_>>())
    };
    assert_eq!(warns(ase).unwrap(), []);
    let alert = |text: &str| Details { alert: Some(text.to_owned()), ..Details::default() };
    described(&office, buyers, alert("Unpaid\ninvoice")).unwrap();
    assert_eq!(warns(ase).unwrap(), [("Buyers".to_owned(), "Unpaid invoice".to_owned())]);
    assert_eq!(warns(kari).unwrap(), []);
    as_other(&office, Right::SeeOthers, move |desk| {
        assert_eq!(alerts::of_person(desk, ase).unwrap().len(), 1);
    });
    described(&office, buyers, seen_by(Visible::Own)).unwrap();
    as_other(&office, Right::SeeOthers, move |desk| assert_eq!(alerts::of_person(desk, ase).unwrap(), []));
    office.write(move |desk| states::restrict(desk, ase, Ground::Accuracy, "")).wait().unwrap();
    assert!(matches!(warns(ase), Err(Error::Refused(Rule::Restricted))));
    described(&office, buyers, alert(" ")).unwrap();
    assert_eq!(office.read(move |desk| find(desk, "Buyers")).wait().unwrap().alert, "");

    let firm = office.write(|desk| companies::add(desk, company::Content::named("Fjordfisk AS"))).wait().unwrap().id;
    let of = New { of: Of::Companies, ..new("Firms") };
    let firms = office.write(move |desk| create_of(desk, &of, &[firm.0])).wait().unwrap().selection.id;
    described(&office, firms, alert("Ask the owner first")).unwrap();
    let warned = office.read(move |desk| alerts::of_company(desk, firm)).wait().unwrap();
    assert_eq!(warned.iter().map(|alert| alert.text.as_str()).collect::<Vec<_>>(), ["Ask the owner first"]);
}

/// Whom the user may not see is left out of what was picked, and who is restricted is held back.
#[test]
fn what_was_picked_is_kept() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    let edit = move |desk: &mut Desk<'_>| persons::edit(desk, ase, &[(Field::OurContact, "me".into())]);
    office.write(edit).wait().unwrap();
    office.write(move |desk| states::restrict(desk, kari, Ground::Accuracy, "")).wait().unwrap();
    let picked = Meant::Persons([ase, kari, ola, ola].into());
    let all = picked.clone();
    let kept = office.write(move |desk| keep(desk, &new("Picked"), &all)).wait().unwrap();
    assert_eq!((kept.count, kept.held, kept.selection.kind), (2, vec![kari], Kind::Static));
    let refused = office.read(|desk| require_name(desk, "picked")).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::SelectionNameUnfit))), "{refused:?}");
    let done = office
        .write(move |desk| {
            let other = user::User::new(user::Id(9), "Other", user::Role::ReadOnly);
            store::users::insert(desk.db(), &other, desk.now())?;
            desk.become_other(other.id, Right::See, Right::Selections);
            let kept = keep(desk, &new("Mine"), &picked)?;
            assert_eq!((kept.count, kept.held), (1, vec![kari]));
            Err::<(), _>(Error::Cancelled)
        })
        .wait();
    assert!(matches!(done, Err(Error::Cancelled)), "{done:?}");
}

#[test]
fn ready_ones_stay_as_they_are() {
    let (_dir, office) = office();
    let named = Details { name: Some("Mine".into()), ..Details::default() };
    for details in [seen_by(Visible::Own), named] {
        let refused = described(&office, Ready::Inactive.id(), details);
        assert!(matches!(refused, Err(Error::Refused(Rule::SelectionReady))), "{refused:?}");
    }
}

#[test]
fn ready_ones_warn_of_what_the_office_says() {
    let (_dir, office) = office();
    let [ase, ..] = cards(&office);
    let id = Ready::NotInformed.id();
    let warning = |alert: &str| Details { alert: Some(alert.into()), ..Details::default() };
    as_other(&office, Right::Selections, move |desk| {
        let refused = describe(desk, id, &warning("x"));
        assert!(matches!(refused, Err(Error::Forbidden(Right::Settings))), "{refused:?}");
    });
    let after = described(&office, id, warning("Send the notice first")).unwrap();
    assert_eq!((after.id, after.owner, after.alert.as_str()), (id, None, "Send the notice first"));
    let all = office.read(|desk| all(desk)).wait().unwrap();
    assert_eq!(all.len(), Ready::ALL.len(), "it is none of the office's own");
    let alerts = office.read(move |desk| alerts::of_person(desk, ase)).wait().unwrap();
    assert_eq!(
        alerts.iter().map(|alert| (alert.selection, alert.text.as_str())).collect::<Vec<_>>(),
        [(id, "Send the notice first")]
    );
    assert!(!who(&office, id).is_empty(), "it asks for what it always did");
    described(&office, id, warning("")).unwrap();
    assert_eq!(office.read(move |desk| alerts::of_person(desk, ase)).wait().unwrap(), []);
}

#[test]
fn people_are_put_into_a_list_and_taken_out() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    office.write(move |desk| states::restrict(desk, kari, Ground::Accuracy, "")).wait().unwrap();
    let list = office.write(move |desk| create_of(desk, &new("Fair"), &[ase.0])).wait().unwrap().selection.id;
    let of = |ids: &[person::Id]| Meant::Persons(ids.into());
    let both = of(&[ase, kari, ola]);
    let came = office.write(move |desk| put_into(desk, list, &both)).wait().unwrap();
    assert_eq!((came.moved, came.count, came.held), (1, 2, vec![kari]));
    let out = of(&[ase]);
    let went = office.write(move |desk| take_out(desk, list, &out)).wait().unwrap();
    assert_eq!((went.moved, went.count), (1, 1));
    assert_eq!(who(&office, list), [ola]);
    let entries = office.read(|desk| crate::office::journal::entries(desk.db())).wait().unwrap();
    let kinds: Vec<Entry> = entries.iter().rev().take(2).map(|entry| entry.kind).collect();
    assert_eq!(kinds, [Entry::SelectionLeft, Entry::SelectionJoined]);
    // Only a list takes somebody in, and only their owner, or who may change settings, changes it.
    let out = of(&[ola]);
    let refused = office.write(move |desk| put_into(desk, Ready::Inactive.id(), &out)).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::SelectionReady))), "{refused:?}");
    let asked = made(&office, "Asked", json!({"all": []})).unwrap().id;
    let out = of(&[ola]);
    let refused = office.write(move |desk| put_into(desk, asked, &out)).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::SelectionNotStatic))), "{refused:?}");
    as_other(&office, Right::Selections, move |desk| {
        let whom = Meant::Persons([ola].into());
        for refused in
            [take_out(desk, list, &whom).map(drop), remove(desk, list), rename(desk, list, "x", None).map(drop)]
        {
            assert!(matches!(refused, Err(Error::Forbidden(Right::Settings))), "{refused:?}");
        }
    });
}
