//! How the members of a selection divide up.

use serde_json::json;

use super::super::charts::{Bar, Charts, Stands, charts};
use super::super::*;
use super::{cards, made};
use crate::model::basis::{Basis, Decision};
use crate::model::field::Field;
use crate::model::restriction::Ground;
use crate::office::settings::{self, Setting};
use crate::office::tests::office;
use crate::office::{Office, legal_basis, persons, states};

fn charted(office: &Office, id: Id) -> Charts {
    office.read(move |desk| charts(desk, id)).wait().unwrap()
}

fn bar(item: Option<list::Id>, count: u64) -> Bar {
    Bar { item, count }
}

#[test]
fn members_divide_up() {
    let (_dir, office) = office();
    let [ase, kari, ola] = cards(&office);
    let all = made(&office, "All", json!({"all": []})).unwrap().id;
    let customer = list::shipped_id(List::Category, "customer").unwrap();
    let edit = move |desk: &mut Desk<'_>| persons::edit(desk, ase, &[(Field::Category, "customer".into())]);
    office.write(edit).wait().unwrap();
    let decide = |person, basis| {
        let decision = Decision::new(list::SALES, basis, list::SOURCE_USER);
        office.write(move |desk| legal_basis::decide(desk, person, &decision, None)).wait().unwrap();
    };
    for person in [ase, kari, ola] {
        decide(person, Basis::Contract);
    }
    decide(kari, Basis::Withdrawn);
    let shown = charted(&office, all);
    assert_eq!((shown.total, shown.held, shown.earlier), (3, 0, 0));
    assert_eq!(shown.categories.unwrap(), [bar(Some(customer), 1), bar(None, 2)]);
    let of = |purpose| shown.bases.iter().find(|(of, _)| *of == purpose).map(|(_, bars)| bars.clone()).unwrap();
    let (contract, withdrawn) = (Basis::Contract.item(), Basis::Withdrawn.item());
    assert_eq!(of(list::SALES), [bar(Some(contract), 2), bar(Some(withdrawn), 1)]);
    assert_eq!(of(list::MARKETING), [bar(None, 3)]);
    assert_eq!(shown.sources.unwrap().iter().map(|bar| bar.count).sum::<u64>(), 3);
    assert_eq!((shown.months.len(), shown.months.last().unwrap().count), (24, 3));

    // What a bar stands for asks for just those.
    let month = shown.months.last().unwrap().first;
    for (stands, count) in [
        (Stands::Category(Some(customer)), 1),
        (Stands::Category(None), 2),
        (Stands::Basis(list::SALES, Some(contract)), 2),
        (Stands::Basis(list::MARKETING, None), 3),
        (Stands::Month(month), 3),
    ] {
        let counted = office.read(move |desk| count_of(desk, Of::Persons, &stands.criteria())).wait().unwrap();
        assert_eq!(counted, count, "{stands:?}");
    }

    // Who is restricted is in no chart, and is counted beside them.
    office.write(move |desk| states::restrict(desk, ase, Ground::Accuracy, "")).wait().unwrap();
    let shown = charted(&office, all);
    assert_eq!((shown.total, shown.held), (2, 1));
    assert_eq!(shown.categories.unwrap(), [bar(None, 2)]);
}

#[test]
fn nothing_is_charted_that_one_does_not_see() {
    let (_dir, office) = office();
    let [ase, ..] = cards(&office);
    let all = made(&office, "All", json!({"all": []})).unwrap().id;
    let hidden = Setting::from_key("role.seller.field.category").unwrap();
    office.write(move |desk| settings::set(desk, &hidden, "hidden")).wait().unwrap();
    let edit = move |desk: &mut Desk<'_>| persons::edit(desk, ase, &[(Field::OurContact, "me".into())]);
    office.write(edit).wait().unwrap();
    let seen = office
        .write(move |desk| {
            desk.become_role(user::Role::Seller);
            assert_eq!(charts(desk, all)?.categories, None);
            // Whom others look after is in no chart of who may not see them.
            desk.become_other(user::Id(4_711), Right::See, Right::Edit);
            assert_eq!(charts(desk, all)?.total, 2);
            Err::<(), _>(Error::Cancelled)
        })
        .wait();
    assert!(matches!(seen, Err(Error::Cancelled)), "{seen:?}");
}

#[test]
fn companies_divide_up_by_what_they_have() {
    let (_dir, office) = office();
    let add = |name: &'static str| {
        office.write(move |desk| crate::office::companies::add(desk, company::Content::named(name))).wait().unwrap().id
    };
    let firms = [add("Fjordfisk AS"), add("Nordlys AS")];
    let new = New { name: "Firms".into(), of: Of::Companies, ..New::default() };
    let made = office.write(move |desk| create_of(desk, &new, &firms.map(|id| id.0))).wait().unwrap();
    let shown = charted(&office, made.selection.id);
    assert_eq!((shown.of, shown.total, shown.held), (Of::Companies, 2, 0));
    assert_eq!((shown.sources, shown.bases), (None, Vec::new()));
    assert_eq!(shown.categories.unwrap(), [bar(None, 2)]);
}
