#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::list;
use crate::office::persons;
use crate::office::tests::{named, office};
use crate::store::schema::try_sql;

/// A simple source of numbers that are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit.unsigned_abs()) as i64
    }
}

/// Returns statements that alter the journal in one random way, as somebody with the file open but without the
/// journal's key could.
fn alteration(dice: &mut Dice, entries: i64) -> (&'static str, String) {
    let seq = dice.below(entries) + 1;
    let other = dice.below(entries - 1) + 1;
    let other = if other >= seq { other + 1 } else { other };
    let by = dice.below(1_000_000) + 1;
    match dice.below(12) {
        0 => ("time", format!("UPDATE journal SET at = at + {by} WHERE seq = {seq}")),
        1 => ("who", format!("UPDATE journal SET by = by + {by} WHERE seq = {seq}")),
        2 => ("kind", format!("UPDATE journal SET kind = kind + {by} WHERE seq = {seq}")),
        3 => ("person", format!("UPDATE journal SET person_ref = coalesce(person_ref, 0) + {by} WHERE seq = {seq}")),
        4 => ("record", format!("UPDATE journal SET record = coalesce(record, 0) + {by} WHERE seq = {seq}")),
        5 => ("fields", format!("UPDATE journal SET fields = fields || ' note' WHERE seq = {seq}")),
        6 => ("mac", format!("UPDATE journal SET mac = randomblob(32) WHERE seq = {seq}")),
        7 => ("removed", format!("DELETE FROM journal WHERE seq = {seq}")),
        8 => (
            "removed and closed up",
            format!(
                "DELETE FROM journal WHERE seq = {seq};
                 UPDATE journal SET seq = -seq WHERE seq > {seq}; UPDATE journal SET seq = -seq - 1 WHERE seq < 0"
            ),
        ),
        9 => (
            "swapped",
            format!(
                "UPDATE journal SET seq = -1 WHERE seq = {seq}; UPDATE journal SET seq = {seq} WHERE seq = {other};
                 UPDATE journal SET seq = {other} WHERE seq = -1"
            ),
        ),
        10 => ("cut off", format!("DELETE FROM journal WHERE seq >= {seq}")),
        _ => (
            "put in",
            format!(
                "UPDATE journal SET seq = -seq - 1 WHERE seq > {seq}; UPDATE journal SET seq = -seq WHERE seq < 0;
                 INSERT INTO journal SELECT {seq} + 1, at, by, kind, person_ref, record, fields, mac
                     FROM journal WHERE seq = {other} + ({other} > {seq})"
            ),
        ),
    }
}

#[test]
fn a_thousand_alterations_are_all_found() {
    let (_dir, office) = office();
    for number in 0..60 {
        let content = named("Kari", &format!("Nordli {number}"));
        office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap();
    }
    let altered = office.0.vault.write(|work| {
        let noted = [head(work.db).unwrap()];
        let entries = noted[0].count;
        assert!(verify_against(work.db, work.keys, &noted).unwrap().is_intact());
        let mut dice = Dice(88_172_645_463_325_252);
        let mut kinds = std::collections::BTreeMap::new();
        for _ in 0..1_000 {
            let (kind, sql) = alteration(&mut dice, entries);
            let outcome: Result<(), Error> = work.db.transaction(|db| {
                try_sql(db, "DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_removed")?;
                try_sql(db, &sql)?;
                let verdict = verify_against(db, work.keys, &noted)?;
                assert!(!verdict.is_intact(), "{kind}: {sql}");
                // Taken back, for the next one.
                Err(Error::Cancelled)
            });
            assert!(matches!(outcome, Err(Error::Cancelled)), "{kind}: {sql}: {outcome:?}");
            *kinds.entry(kind).or_insert(0) += 1;
        }
        assert!(verify_against(work.db, work.keys, &noted).unwrap().is_intact());
        kinds
    });
    let kinds = altered.wait().unwrap();
    assert!(kinds.len() == 12 && kinds.values().all(|count| *count > 40), "{kinds:?}");
}

#[test]
fn the_journal_lists_what_was_done_without_values() {
    let (_dir, office) = office();
    let add = |name: &'static str| {
        office.write(move |desk| persons::add(desk, named("Kari", name), None, list::SOURCE_USER)).wait().unwrap().id
    };
    let (one, other) = (add("Nordli"), add("Solberg"));
    let lines = |wanted: Wanted| office.read(move |desk| list(desk, &wanted)).wait();
    let all = lines(Wanted::default()).unwrap();
    assert_eq!(all.iter().map(|line| line.person).collect::<Vec<_>>(), [Some(other), Some(one), None]);
    assert_eq!(all[0].number, 3);
    assert_eq!(all[2].kind, Some(Kind::VaultCreated));
    let theirs = lines(Wanted { person: Some(one), ..Wanted::default() }).unwrap();
    assert_eq!((theirs.len(), theirs[0].number), (1, 2));
    assert_eq!(lines(Wanted { limit: Some(1), ..Wanted::default() }).unwrap().len(), 1);
    let today = Moment::now().local_date();
    assert_eq!(lines(Wanted { since: Some(today), ..Wanted::default() }).unwrap().len(), 3);
    assert_eq!(lines(Wanted { until: Some(today), ..Wanted::default() }).unwrap().len(), 3);
    assert_eq!(lines(Wanted { until: today.pred_opt(), ..Wanted::default() }).unwrap().len(), 0);
    assert_eq!(lines(Wanted { since: today.succ_opt(), ..Wanted::default() }).unwrap().len(), 0);
    let nobody = crate::model::person::Id(7);
    assert!(matches!(lines(Wanted { person: Some(nobody), ..Wanted::default() }), Err(Error::NoPerson(_))));
}

#[test]
fn only_who_may_reads_the_journal() {
    use crate::model::user::Role;
    for role in Role::ALL {
        let may = matches!(role, Role::Owner | Role::PrivacyOfficer);
        assert_eq!(role.rights().contains(Right::Journal), may, "{role:?}");
    }
}

#[test]
fn entries_are_found_by_what_they_say() {
    let (_dir, office) = office();
    let add = |name: &'static str| {
        office.write(move |desk| persons::add(desk, named("Kari", name), None, list::SOURCE_USER)).wait().unwrap().id
    };
    let one = add("Nordli");
    add("Solberg");
    office
        .write(move |desk| {
            let seen = persons::get(desk, one)?;
            let changed = crate::model::person::Content { title: "Innkjøper".into(), ..seen.content };
            persons::save(desk, one, changed, seen.updated_at).map(drop)
        })
        .wait()
        .unwrap();
    let places = |wanted: Wanted| {
        let listed = wanted.clone();
        let rows = office.read(move |desk| listing(desk, &wanted)).wait().unwrap();
        let lines = office.read(move |desk| list(desk, &listed)).wait().unwrap();
        let places = rows.places(0..rows.len());
        assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), places);
        places
    };
    let me = user::FIRST_ID;
    assert_eq!(places(Wanted::default()), [4, 3, 2, 1]);
    assert_eq!(places(Wanted { user: Some(me), ..Wanted::default() }), [4, 3, 2, 1]);
    assert_eq!(places(Wanted { user: Some(user::Id(9)), ..Wanted::default() }), [0; 0]);
    assert_eq!(places(Wanted { kinds: vec![Kind::PersonAdded], ..Wanted::default() }), [3, 2]);
    assert_eq!(places(Wanted { before: Some(4), kinds: vec![Kind::PersonAdded], ..Wanted::default() }), [3, 2]);
    let theirs = Wanted { person: Some(one), user: Some(me), ..Wanted::default() };
    assert_eq!(places(theirs.clone()), [4, 2]);
    assert_eq!(places(Wanted { kinds: vec![Kind::PersonEdited, Kind::Merged], ..theirs }), [4]);
    let rows = office.read(|desk| lines(desk, &[2, 4, 77])).wait().unwrap();
    assert_eq!(
        rows.iter().map(|line| (line.number, line.person)).collect::<Vec<_>>(),
        [(4, Some(one)), (2, Some(one))]
    );
}

#[test]
fn a_hundred_thousand_entries_are_paged_by_their_places() {
    let (_dir, office) = office();
    office
        .write(|desk| (1..100_000).try_for_each(|_| desk.note(Kind::SettingsChanged, Subject::None, Vec::new())))
        .wait()
        .unwrap();
    let rows = office.read(|desk| listing(desk, &Wanted::default())).wait().unwrap();
    // The places of all entries are one number, not a hundred thousand.
    assert_eq!(rows, Listing::All(100_000));
    let page = rows.places(49_990..50_000);
    assert_eq!((page.first(), page.last()), (Some(&50_010), Some(&50_001)));
    let page = office.read(move |desk| lines(desk, &page)).wait().unwrap();
    assert_eq!((page.len(), page[0].number), (10, 50_010));
    assert_eq!(rows.place(100_000), None);
    let before = Wanted { before: Some(50_001), limit: Some(3), ..Wanted::default() };
    let page = office.read(move |desk| list(desk, &before)).wait().unwrap();
    assert_eq!(page.iter().map(|line| line.number).collect::<Vec<_>>(), [50_000, 49_999, 49_998]);
    // Who waits for the check can see how far it is, and stop it.
    let progress = Arc::new(Progress::default());
    assert_eq!(examine_while(&office, &progress).unwrap().entries, 100_000);
    assert_eq!(progress.get(), (100_000 / 1_024 * 1_024, 100_000));
    progress.cancel();
    assert!(matches!(examine_while(&office, &progress), Err(Error::Cancelled)));
}

#[test]
fn an_entry_about_somebody_erased_says_so() {
    let (_dir, office) = office();
    let id =
        office.write(|desk| persons::add(desk, named("Kari", "Nordli"), None, list::SOURCE_USER)).wait().unwrap().id;
    office
        .write(move |desk| {
            let reference = store::persons::journal_ref(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
            desk.note(Kind::PersonRemoved, Subject::Person(reference.wrapping_add(1)), Vec::new())
        })
        .wait()
        .unwrap();
    let newest = office.read(|desk| list(desk, &Wanted { limit: Some(2), ..Wanted::default() })).wait().unwrap();
    assert_eq!((newest[0].person, newest[0].is_erased), (None, true));
    assert_eq!((newest[1].person, newest[1].is_erased), (Some(id), false));
}

#[test]
fn an_entry_about_settings_or_a_selection_says_which() {
    use crate::model::criteria::Of;
    use crate::office::{selections, settings};
    let (_dir, office) = office();
    let setting = settings::Setting::from_key("trash.days").unwrap();
    office.write(move |desk| settings::set(desk, &setting, "9")).wait().unwrap();
    let made = office.write(|desk| {
        let criteria = selections::read(desk, Of::Persons, r#"{"field": "email", "is": null}"#)?;
        selections::create(desk, &selections::New { name: "Uten".into(), ..selections::New::default() }, &criteria)
    });
    made.wait().unwrap();
    let seen = office.read(|desk| history(desk, &Wanted::default())).wait().unwrap();
    let about: Vec<About> = seen.into_iter().take(2).map(|seen| seen.about).collect();
    assert_eq!(about, [About::Selection("Uten".into()), About::Settings(vec!["trash.days".into()])]);
}
