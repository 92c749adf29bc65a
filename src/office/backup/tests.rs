#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::i18n::Lang;
use crate::model::basis::{Basis, Decision};
use crate::model::person::Labelled;
use crate::model::user::{Role, User};
use crate::model::{attachment, list};
use crate::office::tests::{named, passphrase};
use crate::office::{attached, check, inspection, journal, legal_basis, persons, sample};
use crate::vault::{Passphrase, Proof, RecoveryKey};
use std::sync::Arc;

const DAY: i64 = 24 * 60 * 60 * 1_000;

fn vault() -> (tempfile::TempDir, Office, RecoveryKey) {
    let dir = tempfile::tempdir().unwrap();
    let (office, key) = Office::create(&dir.path().join("vault"), &passphrase(), Lang::Nb).unwrap();
    (dir, office, key)
}

fn add_people(office: &Office, number: usize) {
    office
        .write(move |desk| {
            for person in 0..number {
                let mut content = named("Kari", &format!("Nordli {person}"));
                content.company = format!("Fjordfisk {} AS", person % 7);
                content.emails.push(Labelled::new(None, format!("kari{person}@example.org")));
                let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
                let person = persons::add(desk, content, Some(&decision), list::SOURCE_USER)?;
                if person.id.0 % 3 == 0 {
                    let file = attached::Incoming::from_text("mail", &format!("yes {}", person.id));
                    attached::keep(desk, person.id, attachment::Kind::Evidence, &file)?;
                }
                let decision = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
                legal_basis::decide(desk, person.id, &decision, None)?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
}

/// Returns every row of every table, as texts; the entry that says it was restored, and what the program keeps about
/// itself, aside.
fn rows(office: &Office) -> Vec<(String, Vec<String>)> {
    office
        .read(|desk| {
            let mut tables: Vec<(String, Vec<String>)> = crate::store::feed::rows_for_tests(desk.db())?;
            for (table, rows) in &mut tables {
                if table == "vault_info" {
                    rows.retain(|row| !row.contains("backup.") && !row.contains("last_id"));
                }
            }
            Ok(tables)
        })
        .wait()
        .unwrap()
}

/// The drill: everything that was in the card file is in the restored one, row for row, whichever key opens it.
#[test]
fn a_restored_card_file_equals_the_one_backed_up_row_for_row() {
    let (dir, office, key) = vault();
    add_people(&office, 40);
    let before = rows(&office);
    let file = dir.path().join("drill.kartotek-backup");
    let made = make_file(&office, &file).unwrap();
    assert_eq!((made.manifest.persons, made.manifest.companies), (40, 7));
    let attached = office.read(|desk| desk.attachments().list().map_err(Error::from)).wait().unwrap();
    assert!(attached.len() > 5);
    // What happens later is not in it.
    add_people(&office, 1);
    office.close();

    for (name, proof) in [("words", Proof::Passphrase(passphrase())), ("key", Proof::Recovery(key))] {
        let folder = dir.path().join(name);
        let restored = restore(&file, &folder, None, &proof, Lang::Nb).unwrap();
        assert_eq!((restored.persons, restored.companies, restored.erased_again), (40, 7, 0));
        let office = restored.office;
        let mut after = rows(&office);
        let journal = after.iter_mut().find(|(table, _)| table == "journal").unwrap();
        assert!(journal.1.pop().unwrap().contains("|23|"), "that it was restored is the only new entry");
        for (one, other) in before.iter().zip(&after) {
            assert_eq!(one, other);
        }
        assert_eq!(before.len(), after.len());
        assert!(before.iter().map(|(_, rows)| rows.len()).sum::<usize>() > 300);
        let again = office.read(|desk| desk.attachments().list().map_err(Error::from)).wait().unwrap();
        assert_eq!(again, attached);
        assert_eq!(check::everything(&office, Arc::default()).unwrap(), []);
        assert!(journal::examine(&office).unwrap().is_intact());
        office.close();
    }
}

#[test]
fn each_backup_is_noted_in_the_journal_and_anchors_it() {
    let (_dir, office, _) = vault();
    let made = make(&office, Reason::Daily).unwrap();
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    assert_eq!(entries.last().unwrap().kind, Kind::BackupMade);
    assert_eq!(made.manifest.head().count, entries.len() as i64 - 1);
    let state = state(&office).unwrap();
    assert_eq!((state.backups.len(), state.failed, state.chosen), (1, None, false));
    assert!(!state.is_due(Moment::now()));
    assert!(state.is_due(Moment(Moment::now().0 + DAY)));
    assert_eq!(state.backups[0], made);
}

#[test]
fn a_backup_made_while_the_clock_was_ahead_does_not_keep_that_of_the_day() {
    let (_dir, office, _) = vault();
    let now = Moment::now();
    make_at(&office, Reason::Daily, Moment(now.0 + 40 * DAY)).unwrap();
    assert!(state(&office).unwrap().is_due(now));
    add_people(&office, 1);
    let made = make_at(&office, Reason::Daily, now).unwrap();
    let state = state(&office).unwrap();
    assert_eq!((state.backups.len(), state.newest(now)), (2, Some(&made)));
    assert!(!state.is_due(now));
    assert!(before_import(&office).unwrap().is_none(), "nothing changed since that of the day");
}

#[test]
fn a_backup_on_request_takes_the_right_to_the_settings() {
    let (dir, office, _) = vault();
    // Who works here is read anew after each backup.
    let become_seller = || {
        let seller = User::new(office.user().id, "seller", Role::Seller);
        *office.0.user.write().unwrap() = Arc::new(seller);
    };
    become_seller();
    let file = dir.path().join("mine.kartotek-backup");
    let refused = [make(&office, Reason::OnRequest), make_file(&office, &file)];
    for refused in refused {
        assert!(matches!(refused, Err(Error::Forbidden(Right::Settings))));
    }
    assert!(!file.exists());
    assert_eq!(state(&office).unwrap().failed, None);
    for reason in [Reason::Daily, Reason::BeforeImport] {
        become_seller();
        assert_eq!(make(&office, reason).unwrap().manifest.reason, reason);
    }
}

#[test]
fn a_backup_that_cannot_be_removed_does_not_keep_the_others() {
    let dir = tempfile::tempdir().unwrap();
    let [stays, goes, missing] = ["stays", "goes", "missing"].map(|name| dir.path().join(name));
    std::fs::create_dir(&stays).unwrap();
    std::fs::write(&goes, "").unwrap();
    let removed = remove_all(vec![stays.clone(), goes.clone(), missing]);
    assert!(matches!(removed, Err(Error::File { path, .. }) if path == stays), "the first that failed is told");
    assert!(!goes.exists());
}

#[test]
fn the_rotation_follows_the_clock_and_touches_nothing_else() {
    let (dir, office, _) = vault();
    let (other, _) = Office::create(&dir.path().join("other"), &passphrase(), Lang::Nb).unwrap();
    let folder = office.vault().backups();
    let foreign = make_file(&other, &folder.join("theirs.kartotek-backup")).unwrap();
    std::fs::write(folder.join("letter.kartotek-backup"), "Dear Kari").unwrap();
    let start = Moment::now().0;
    for day in 0..45 {
        make_at(&office, Reason::Daily, Moment(start + day * DAY)).unwrap();
        let kept = in_folder(&office, &folder).unwrap();
        let newest = kept[0].manifest.made_at.0;
        assert_eq!(newest, start + day * DAY);
        assert!(kept.iter().all(|kept| newest - kept.manifest.made_at.0 <= LONGEST_DAYS * DAY));
        assert!(kept.len() <= 11, "{}", kept.len());
    }
    assert_eq!(in_folder(&office, &folder).unwrap().len(), 11);
    assert!(foreign.path.exists() && folder.join("letter.kartotek-backup").exists());
    other.close();
}

#[test]
fn a_backup_that_cannot_be_made_is_kept_in_mind_until_one_can() {
    let (dir, office, _) = vault();
    let folder = dir.path().join("drive");
    std::fs::create_dir(&folder).unwrap();
    let chosen = folder.clone();
    office.write(move |desk| set_folder(desk, Some(&chosen))).wait().unwrap();
    make(&office, Reason::Daily).unwrap();
    assert_eq!(state(&office).unwrap().folder, folder);
    std::fs::rename(&folder, dir.path().join("unplugged")).unwrap();
    assert!(make(&office, Reason::Daily).is_err());
    let unplugged = state(&office).unwrap();
    let failed = unplugged.failed.unwrap();
    assert!(unplugged.backups.is_empty() && unplugged.last.is_some(), "when the last one was made is still known");
    assert_eq!(check::everything(&office, Arc::default()).unwrap(), [check::Finding::NoBackup(failed)]);
    std::fs::rename(dir.path().join("unplugged"), &folder).unwrap();
    make(&office, Reason::Daily).unwrap();
    assert_eq!(state(&office).unwrap().failed, None);
    assert_eq!(check::everything(&office, Arc::default()).unwrap(), []);
}

#[test]
fn what_lies_in_a_former_folder_has_its_time_as_well() {
    let (dir, office, _) = vault();
    let (one, other) = (dir.path().join("one"), dir.path().join("other"));
    for folder in [&one, &other] {
        std::fs::create_dir(folder).unwrap();
    }
    let set = |folder: Option<&Path>| {
        let folder = folder.map(Path::to_owned);
        office.write(move |desk| set_folder(desk, folder.as_deref())).wait()
    };
    assert!(set(Some(Path::new("relative"))).is_err());
    assert!(set(Some(&dir.path().join("none"))).is_err());
    let now = Moment::now().0;
    set(Some(&one)).unwrap();
    make_at(&office, Reason::Daily, Moment(now)).unwrap();
    set(Some(&other)).unwrap();
    make_at(&office, Reason::Daily, Moment(now + 40 * DAY)).unwrap();
    assert_eq!(std::fs::read_dir(&one).unwrap().count(), 0);
    set(None).unwrap();
    make_at(&office, Reason::Daily, Moment(now + 41 * DAY)).unwrap();
    assert_eq!(std::fs::read_dir(&other).unwrap().count(), 1);
    assert_eq!(everywhere(&office).unwrap().len(), 2);
}

#[test]
fn before_an_import_a_backup_is_made_if_anything_changed() {
    let (_dir, office, _) = vault();
    assert!(before_import(&office).unwrap().is_none(), "there is nobody yet");
    add_people(&office, 2);
    assert_eq!(before_import(&office).unwrap().unwrap().manifest.reason, Reason::BeforeImport);
    assert!(before_import(&office).unwrap().is_none(), "nothing changed since");
    add_people(&office, 1);
    assert!(before_import(&office).unwrap().is_some());
}

#[test]
fn a_damaged_card_file_is_set_aside_whole_and_restored_in_its_place() {
    let (dir, office, _) = vault();
    add_people(&office, 20);
    make(&office, Reason::Daily).unwrap();
    office.close();
    let folder = dir.path().join("vault");
    let database = folder.join("vault.db");
    let mut bytes = std::fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    bytes[5_000] ^= 1;
    std::fs::write(&database, &bytes).unwrap();

    let newest = newest_beside(&folder).unwrap();
    let proof = Proof::Passphrase(passphrase());
    let wrong = Proof::Passphrase(Passphrase::new("guess"));
    assert!(restore_in_place(&newest.path, &folder, None, &wrong, Lang::Nb).is_err());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing was moved for a wrong passphrase");

    let (restored, aside) = restore_in_place(&newest.path, &folder, None, &proof, Lang::Nb).unwrap();
    assert_eq!((restored.persons, restored.office.folder()), (20, folder.as_path()));
    assert_eq!(std::fs::read(aside.join("vault.db")).unwrap(), bytes, "the damaged one is as it was");
    assert!(aside.join("backups").read_dir().unwrap().count() == 1);
    let name = aside.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("vault skadd 2"), "{name}");
    restored.office.close();

    for (lang, name) in
        [(Lang::En, "vault restored"), (Lang::Nb, "vault gjenopprettet"), (Lang::Sv, "vault återställt")]
    {
        assert_eq!(proposed_folder(&folder, lang), dir.path().join(name));
        std::fs::create_dir(dir.path().join(name)).unwrap();
        assert_eq!(proposed_folder(&folder, lang), dir.path().join(format!("{name} 2")));
        assert_eq!(proposed_folder(&dir.path().join("new"), lang), dir.path().join("new"));
    }
}

#[test]
fn closing_does_not_wait_for_a_backup() {
    let (_dir, office, _) = vault();
    office.background().stop();
    assert!(make(&office, Reason::Daily).is_err());
    assert_eq!(std::fs::read_dir(office.vault().backups()).unwrap().count(), 0);
}

/// An older copy of the file put back is whole, and only what was noted elsewhere tells.
#[test]
fn an_older_file_put_back_is_noticed() {
    let (dir, office, _) = vault();
    let folder = dir.path().join("vault");
    add_people(&office, 3);
    office.close();
    let older = std::fs::read(folder.join("vault.db")).unwrap();
    let open = || Office::open(&folder, "me", &passphrase(), Lang::Nb).unwrap();
    let office = open();
    assert!(office.journal_at_unlock().is_none());
    let count = |office: &Office| office.read(|desk| journal::head(desk.db())).wait().unwrap().count;
    add_people(&office, 3);
    let noted = count(&office);
    office.close();
    let newer = std::fs::read(folder.join("vault.db")).unwrap();

    std::fs::write(folder.join("vault.db"), &older).unwrap();
    let office = open();
    let shorter = Some(journal::Departure::Shorter { noted });
    assert_eq!(office.journal_at_unlock().unwrap().departs, shorter);
    let report = inspection::run(&office).unwrap();
    assert_eq!((report.journal.departs, report.damage), (shorter, vec![]));
    // Going on does not cover it up, however many entries there are then.
    add_people(&office, 5);
    office.close();
    let office = open();
    let other = journal::Departure::Other { noted };
    assert_eq!(office.journal_at_unlock().unwrap().departs, Some(other));
    assert!(check::everything(&office, Arc::default()).unwrap().contains(&check::Finding::JournalDeparts(other)));
    journal::accept(&office).unwrap();
    assert!(journal::examine(&office).unwrap().is_intact());
    office.close();
    let office = open();
    assert!(office.journal_at_unlock().is_none());
    office.close();

    // The note of the last closing gone as well: the backup still knows.
    std::fs::write(folder.join("vault.db"), &newer).unwrap();
    std::fs::remove_file(folder.join("vault.head")).unwrap();
    let office = open();
    make(&office, Reason::Daily).unwrap();
    office.close();
    std::fs::write(folder.join("vault.db"), &older).unwrap();
    std::fs::remove_file(folder.join("vault.head")).unwrap();
    let office = open();
    assert!(office.journal_at_unlock().is_none());
    assert_eq!(journal::examine(&office).unwrap().departs, Some(journal::Departure::Shorter { noted }));
    office.close();
}

/// What is in no other place any more must not go with its time.
#[test]
fn older_backups_stay_where_an_attachment_was_damaged_since() {
    let (dir, office, _) = vault();
    add_people(&office, 6);
    let now = Moment::now();
    let make = |age: i64| make_at(&office, Reason::Daily, Moment(now.0 - age * DAY)).unwrap();
    // A day each; older than all days and weeks.
    for age in [LONGEST_DAYS + 2, 30, 29, 28] {
        make(age);
    }
    let there = || in_folder(&office, &office.vault().backups()).unwrap().len();
    office.write(|desk| settings::set(desk, &Setting::Plain(Plain::BackupKeep), "1")).wait().unwrap();
    let attachments = dir.path().join("vault/attachments");
    let file = attachments.read_dir().unwrap().next().unwrap().unwrap().path();
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, "").unwrap();
    assert_eq!(make(0).manifest.damaged, 1);
    assert_eq!(there(), 4, "only the one that the law lets nobody keep went");
    std::fs::write(&file, whole).unwrap();
    assert!(make(0).manifest.is_whole());
    assert!(there() < 4);
}

#[test]
fn sample_people_are_restored_as_such() {
    let (dir, office, _) = vault();
    sample::make(&office, 50, sample::SEED, Arc::default()).wait().unwrap();
    let made = make_file(&office, &dir.path().join("s.kartotek-backup")).unwrap();
    office.close();
    let proof = Proof::Passphrase(passphrase());
    let restored = restore(&made.path, &dir.path().join("new"), Some("me"), &proof, Lang::Sv).unwrap();
    let is_sample = restored.office.read(|desk| crate::office::setup::is_sample(desk)).wait().unwrap();
    assert!(is_sample);
    assert_eq!(restored.persons, 50);
    restored.office.close();
}
