#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::connection::RawKey;
use super::super::{Db, activities, companies, drafts, ledger, migrate, persons, relations, settings, states};
use super::STEPS;
use crate::model::basis::Basis;
use crate::model::condition::Condition;
use crate::model::draft::{Draft, Place};
use crate::model::{Moment, list, person, user};

/// A card file as each released schema left it, oldest first. When a step is added, the one before it is frozen here:
/// `tests/data/schema/<version>.sql`.
const FROZEN: &[(u32, &str)] = &[
    (1, include_str!("../../../tests/data/schema/0001.sql")),
    (2, include_str!("../../../tests/data/schema/0002.sql")),
    (3, include_str!("../../../tests/data/schema/0003.sql")),
    (4, include_str!("../../../tests/data/schema/0004.sql")),
    (5, include_str!("../../../tests/data/schema/0005.sql")),
    (6, include_str!("../../../tests/data/schema/0006.sql")),
    (7, include_str!("../../../tests/data/schema/0007.sql")),
    (8, include_str!("../../../tests/data/schema/0008.sql")),
];

fn new_file(folder: &std::path::Path, name: &str) -> Db {
    Db::create(&folder.join(name), &RawKey::new([7; 32], [9; 16])).unwrap()
}

/// How many persons and companies there are, in the trash or out of it.
fn counts(version: u32) -> (u64, u64) {
    if version >= 6 { (2, 2) } else { (2, 1) }
}

#[test]
fn every_frozen_file_ends_as_a_new_one_and_keeps_its_cards() {
    let folder = tempfile::tempdir().unwrap();
    let new = new_file(folder.path(), "new.db");
    migrate::run(&new, STEPS).unwrap();
    for (version, sql) in FROZEN {
        let old = new_file(folder.path(), &format!("{version}.db"));
        super::try_sql(&old, sql).unwrap();
        assert_eq!(old.user_version().unwrap(), *version);
        migrate::run(&old, STEPS).unwrap();
        assert_eq!(old.schema_text().unwrap(), new.schema_text().unwrap(), "from version {version}");

        assert_eq!((persons::count(&old).unwrap(), companies::count(&old).unwrap()), counts(*version));
        let person = persons::get(&old, person::Id(40)).unwrap().unwrap();
        assert_eq!(person.content.full_name(), "Åse Ødegård");
        assert_eq!(person.content.company, "Skarvfjord Fisk AS");
        assert_eq!(person.content.emails[0].value, "Ase@skarvfjordfisk.example");
        assert_eq!(person.content.addresses[0].value.city, "Førde");
        assert_eq!((person.content.interests.len(), person.content.custom.len()), (1, 1));
        assert_eq!(ledger::current(&old, person.id, list::SALES).unwrap(), Some(Basis::Withdrawn.into()));
        assert_eq!(ledger::of_person(&old, person.id).unwrap().len(), 2);
        if *version >= 2 {
            assert_eq!(settings::get(&old, "lock.minutes").unwrap().as_deref(), Some("10"));
            assert_eq!(relations::of_person(&old, person.id).unwrap().len(), 1);
            let typed = |place, content: &str| Draft { place, content: content.to_owned() };
            let kept = [typed(Place::Person(person.id), "{}"), typed(Place::NewPerson, r#"{"a":"b:c"}"#)];
            assert_eq!(drafts::of_user(&old, user::FIRST_ID).unwrap(), kept);
        }
        if *version >= 3 {
            let other = person::Id(41);
            assert!(states::standing(&old, other).unwrap().is_some_and(|standing| standing.id.0 == 205));
            let objections = states::objections(&old, other).unwrap();
            assert_eq!(objections.iter().map(|one| one.decided.is_some()).collect::<Vec<_>>(), [true, false]);
            assert_eq!(ledger::of_person(&old, other).unwrap()[0].condition, Some(Condition::Explicit));
            assert_eq!(settings::history(&old, "lock", 9).unwrap()[0].after.as_deref(), Some("10"));
            let balance = "basis.legitimate-interests.balance.nb";
            assert_eq!(settings::get(&old, balance).unwrap().as_deref(), Some("They expect it."));
            assert_eq!(settings::history(&old, balance, 9).unwrap().len(), 1);
            let planned = (Moment(1_700_000_000_001), Moment(1_800_000_000_000));
            let planned = activities::meetings(&old, planned, activities::Asked::default(), 9).unwrap();
            assert_eq!((planned.total, planned.lines[0].person.as_str()), (1, "Åse Ødegård"));
            let place = Place::Person(other);
            assert_eq!(drafts::of_user(&old, user::Id(2)).unwrap(), [Draft { place, content: "{}".to_owned() }]);
        }
    }
}

#[test]
fn a_frozen_file_has_a_row_in_every_table() {
    let folder = tempfile::tempdir().unwrap();
    for (version, sql) in FROZEN {
        let old = new_file(folder.path(), &format!("{version}.db"));
        super::try_sql(&old, sql).unwrap();
        let tables = old
            .texts(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'erasing'",
            )
            .unwrap();
        for table in tables {
            let rows: i64 =
                old.sql().query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
            assert!(rows > 0, "{table} of version {version} is empty");
        }
        assert_eq!(old.texts("SELECT CAST(\"table\" AS TEXT) FROM pragma_foreign_key_check").unwrap(), [""; 0]);
    }
}

#[test]
fn every_step_but_the_newest_is_frozen() {
    let frozen: Vec<u32> = FROZEN.iter().map(|(version, _)| *version).collect();
    let steps = u32::try_from(STEPS.len()).unwrap();
    assert!((1..steps).all(|version| frozen.contains(&version)), "{frozen:?}");
}
