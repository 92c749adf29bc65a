#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::mpsc;
use std::time::Duration;

use super::*;
use crate::model::list;
use crate::model::person::{Content, Id};
use crate::office::persons;
use crate::office::tests::{named, office, passphrase};
use crate::store;

fn add_card(office: &Office, content: Content) -> Id {
    office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap().id
}

fn ids(office: &Office, typed: &str, by: Column) -> Vec<Id> {
    office.find(typed, Order { by, descending: false }).wait().unwrap().ids.to_vec()
}

fn of(ids: &[i64]) -> Ordered<Id> {
    Ordered { ids: Arc::new(ids.iter().copied().map(Id).collect()), with_value: ids.len() }
}

#[test]
fn an_order_that_was_read_before_a_change_is_not_kept() {
    let finder = Finder::<Persons>::default();
    let key = (Column::Name, Lang::En);
    let old = finder.ordered(key, finder.generation(), || {
        finder.forget_orders();
        Ok(of(&[1]))
    });
    assert_eq!(*old.unwrap().ids, [Id(1)]);
    assert_eq!(*finder.ordered(key, finder.generation(), || Ok(of(&[1, 2]))).unwrap().ids, [Id(1), Id(2)]);
    assert_eq!(*finder.ordered(key, finder.generation(), || panic!("it is kept")).unwrap().ids, [Id(1), Id(2)]);
}

#[test]
fn categories_are_ordered_as_the_reader_has_them() {
    let (_dir, office) = office();
    let mut ids_of = Vec::new();
    for key in ["supplier", "partner"] {
        let category = office
            .read(move |desk| {
                let lists = desk.lists()?;
                Ok(lists.of(list::List::Category).find(|item| item.key == key).map(|item| item.id))
            })
            .wait()
            .unwrap();
        assert!(category.is_some());
        ids_of.push(add_card(&office, Content { category, ..named("", key) }));
    }
    let [supplier, partner] = ids_of[..] else { panic!() };
    // Leverandør and Partner; Partner and Supplier.
    assert_eq!(ids(&office, "", Column::Category), [supplier, partner]);
    office.set_lang(Lang::En);
    assert_eq!(ids(&office, "", Column::Category), [partner, supplier]);
    office.set_lang(Lang::Nb);
    assert_eq!(ids(&office, "", Column::Category), [supplier, partner]);
}

#[test]
fn other_settings_forget_the_orders() {
    let (_dir, office) = office();
    let finder = Arc::clone(&office.0.finder);
    ids(&office, "", Column::Category);
    assert!(!finder.orders().known.is_empty());
    office
        .write(|desk| {
            desk.lists_changed();
            Ok(())
        })
        .wait()
        .unwrap();
    assert!(finder.orders().known.is_empty());
}

#[test]
fn an_index_that_was_lost_is_built_again_by_the_next_search() {
    let (_dir, office) = office();
    let id = add_card(&office, named("Åse", "Ødegård"));
    let finder = Arc::clone(&office.0.finder);
    finder.searchable_mut().missed.add(&Missed::Some(vec![Id(1)]));
    finder.lose();
    assert!(!finder.is_ready());
    assert!(finder.searchable().missed.is_empty());
    assert_eq!(ids(&office, "odegard", Column::Name), [id]);
    for _ in 0..1_000 {
        if finder.is_ready() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(office.find_first("odegard").unwrap().ids[..], [id]);
}

#[test]
fn what_was_missed_does_not_grow_without_end() {
    let mut missed = Missed::default();
    for id in 0..3 * MISSED_LIMIT {
        missed.add(&Missed::Some(vec![Id(i64::try_from(id).unwrap())]));
    }
    assert_eq!(missed, Missed::Everything);
}

#[test]
fn a_closed_vault_leaves_nothing_in_memory() {
    let (dir, office) = office();
    add_card(&office, named("Åse", "Ødegård"));
    office.clone().close();
    let path = dir.path().join("vault");
    let office = Office::open(&path, "me", &passphrase(), Lang::Nb).unwrap();
    let finder = Arc::clone(&office.0.finder);
    // Both readers are busy, so that what is asked now is done only when the vault is being closed.
    let mut busy = Vec::new();
    for _ in 0..2 {
        let (go, wait) = mpsc::channel::<()>();
        let (began, begun) = mpsc::channel();
        let reply = office.read(move |_| {
            began.send(()).unwrap();
            Ok(wait.recv().is_err())
        });
        begun.recv().unwrap();
        busy.push((go, reply));
    }
    let prepared = office.prepare_search();
    let found = office.find("", Order::default());
    finder.close();
    let replies: Vec<_> = busy.into_iter().map(|(go, reply)| (drop(go), reply)).collect();
    office.close();
    for ((), reply) in replies {
        assert!(reply.wait().unwrap());
    }
    assert!(matches!(prepared.wait(), Err(Error::Gone)));
    assert_eq!(found.wait().unwrap().ids.len(), 1);
    assert!(!finder.is_ready());
    assert!(finder.orders().known.is_empty());
}

#[test]
fn who_asks_for_the_index_while_it_is_being_built_waits_for_it() {
    let (dir, office) = office();
    let id = add_card(&office, named("Åse", "Ødegård"));
    office.close();
    let office = Office::open(&dir.path().join("vault"), "me", &passphrase(), Lang::Nb).unwrap();
    // Somebody else is building.
    *office.0.finder.waiting() = Some(Vec::new());
    let turn = Turn { finder: Arc::clone(&office.0.finder), outcome: Ok(()) };
    let second = office.prepare_search();
    let third = office.prepare_search();
    let finder = Arc::clone(&office.0.finder);
    assert_eq!(finder.waiting().as_ref().map(Vec::len), Some(2));
    assert_eq!(ids(&office, "odegard", Column::Name), [id], "nobody's question waits for that");
    office.0.vault.read(move |work| turn.finder.prepare(work.db)).wait().unwrap().unwrap();
    second.wait().unwrap();
    assert!(finder.is_ready());
    third.wait().unwrap();
    office.prepare_search().wait().unwrap();
}

#[test]
fn a_building_that_fails_answers_everybody() {
    let (_dir, office) = office();
    office.0.finder.lose();
    *office.0.finder.waiting() = Some(Vec::new());
    let turn = Turn { finder: Arc::clone(&office.0.finder), outcome: Err(Error::Cancelled) };
    let (first, second) = (office.prepare_search(), office.prepare_search());
    drop(turn);
    assert!(matches!(first.wait(), Err(Error::Cancelled)));
    assert!(matches!(second.wait(), Err(Error::Failed)));
    office.prepare_search().wait().unwrap();
    assert!(office.0.finder.is_ready());
}

#[test]
fn what_is_written_while_the_index_is_built_is_in_it() {
    let (_dir, office) = office();
    let writer = office.clone();
    let writing = std::thread::spawn(move || {
        for number in 0..40 {
            let card = add_card(&writer, named("Åse", &format!("Ødegård {number:02}")));
            if number % 10 == 5 {
                writer
                    .write(move |desk| {
                        let person = persons::get(desk, card)?;
                        let content = Content { last_name: "Aardal".into(), ..person.content };
                        persons::save(desk, card, content, person.updated_at)?;
                        if number == 35 {
                            desk.changes.everything();
                        }
                        Ok(())
                    })
                    .wait()
                    .unwrap();
            }
        }
    });
    while !writing.is_finished() {
        office.0.finder.lose();
        office.prepare_search().wait().unwrap();
    }
    writing.join().unwrap();
    add_card(&office, named("Åse", "Zander"));
    let found = ids(&office, "åse", Column::Name);
    assert!(office.0.finder.is_ready());
    assert_eq!(found.len(), 41);
    assert_eq!(found, ids(&office, "", Column::Name));
}

#[test]
fn a_question_sees_one_moment() {
    let (_dir, office) = office();
    let writer = office.clone();
    let counts = office
        .read(move |desk| {
            let before = store::persons::count(desk.db())?;
            add_card(&writer, named("Åse", "Ødegård"));
            Ok((before, store::persons::count(desk.db())?))
        })
        .wait()
        .unwrap();
    assert_eq!(counts, (0, 0));
    assert_eq!(office.read(|desk| Ok(store::persons::count(desk.db())?)).wait().unwrap(), 1);
}

#[test]
fn a_search_that_was_called_off_stops() {
    let finder = Finder::<Persons>::default();
    let mut builder = Builder::new();
    let long = "lang ".repeat(100);
    for id in 0..5_000 {
        builder.push(id, &[&long]);
    }
    finder.keep(builder.build());
    let cancel = Cancel::default();
    assert_eq!(finder.hits(&Query::new("zander"), &cancel).unwrap(), Some(Vec::new()));
    cancel.cancel();
    assert!(matches!(finder.hits(&Query::new("zander"), &cancel), Err(Error::Gone)));
}

#[test]
fn titles_and_cities_are_ordered_as_the_office_has_them_and_those_without_come_last() {
    let (_dir, office) = office();
    let place = |city: &str| crate::model::person::Address { city: city.into(), ..Default::default() };
    let add = |last: &str, title: &str, city: &str| {
        let addresses =
            if city.is_empty() { Vec::new() } else { vec![crate::model::person::Labelled::new(None, place(city))] };
        add_card(&office, Content { title: title.into(), addresses, ..named("", last) })
    };
    let first = add("a", "Årsak", "Oslo");
    let second = add("b", "Zoolog", "Ås");
    let third = add("c", "", "");
    let fourth = add("d", "Ærlig", "Ørsta");
    assert_eq!(ids(&office, "", Column::Title), [second, fourth, first, third]);
    assert_eq!(ids(&office, "", Column::City), [first, fourth, second, third]);
    assert_eq!(ids(&office, "", Column::LastActivity), [first, second, third, fourth]);
    assert_eq!(ids(&office, "", Column::OurContact), [first, second, third, fourth]);
}
