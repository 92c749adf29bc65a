//! Several people with one vault: added, removed, and what a program killed or failing on the way leaves.

use std::sync::{Arc, Mutex};

use super::damage::copy_folder;
use super::*;
use crate::vault::backup::Reason;
use crate::vault::keychain::{Fake, Keychain};
use crate::vault::renewal::Step;

const KARI: &str = "kari";
const OLA: &str = "ola";

fn words_of(user: &str) -> Passphrase {
    if user == FIRST_USER { passphrase() } else { Passphrase::new(format!("{user} eats quiet herons")) }
}

fn add(vault: &Vault, user: &'static str) {
    let holders = vault.holders();
    let proof = Proof::Passphrase(passphrase());
    let added =
        vault.write(move |work| holders.add_user(work.keys, FIRST_USER, &proof, user, &words_of(user))).wait().unwrap();
    added.unwrap();
}

/// Makes a vault of three, with a note in it.
fn of_three() -> (TempDir, PathBuf, Vault, RecoveryKey) {
    let (place, path, vault, recovery) = new_vault();
    note(&vault, "kept");
    add(&vault, KARI);
    add(&vault, OLA);
    (place, path, vault, recovery)
}

fn remove(vault: &Vault, user: &str) -> Result<(), Error> {
    vault.change_key(vec![user.to_owned()]).wait().unwrap()
}

fn enter(path: &Path, user: &str) -> Result<Vault, Error> {
    Vault::open(path, user, &words_of(user))
}

/// Makes sure that somebody can open a vault, and that it holds the note.
fn opens(path: &Path, user: &str) {
    let vault = enter(path, user).unwrap_or_else(|error| panic!("{user}: {error}"));
    assert_eq!(noted(&vault).as_deref(), Some("kept"), "{user}");
    vault.close_and_wait();
}

fn key_files(path: &Path) -> [Vec<u8>; 2] {
    ["vault.keys", "vault.keys.bak"].map(|name| fs::read(path.join(name)).unwrap())
}

#[test]
fn everybody_opens_with_their_own_passphrase_only() {
    let (_place, path, vault, _) = of_three();
    assert_eq!(vault.users().unwrap(), [FIRST_USER, KARI, OLA]);
    vault.close_and_wait();
    for user in [FIRST_USER, KARI, OLA] {
        opens(&path, user);
        for other in [FIRST_USER, KARI, OLA].iter().filter(|other| **other != user) {
            assert!(matches!(Vault::open(&path, user, &words_of(other)), Err(Error::WrongPassphrase)));
        }
    }
    assert!(matches!(enter(&path, "nobody"), Err(Error::UnknownUser)));
}

#[test]
fn who_was_removed_opens_neither_the_vault_nor_a_new_backup() {
    let (place, path, vault, recovery) = of_three();
    let (old_backup, new_backup) = (place.path().join("old.kartotek-backup"), place.path().join("new.kartotek-backup"));
    let stored = vault.write(|work| work.attachments.put(b"a signed form".as_slice())).wait().unwrap().unwrap();
    vault.back_up(old_backup.clone(), Reason::OnRequest, Moment::now()).wait().unwrap().unwrap();
    let old = key_files(&path);
    // Both threads that read have a connection with the old key.
    let held = [vault.read(|work| work.db.vault_info("note")), vault.read(|work| work.db.vault_info("note"))];
    held.into_iter().for_each(|reply| drop(reply.wait()));

    remove(&vault, OLA).unwrap();
    assert_eq!(vault.users().unwrap(), [FIRST_USER, KARI]);
    assert_eq!(noted(&vault).as_deref(), Some("kept"), "who reads goes on");
    note(&vault, "later");
    note(&vault, "kept");
    add(&vault, "per");
    let got = vault.read(move |work| work.attachments.get(&stored.file, &stored.wrapped_key)).wait().unwrap();
    assert_eq!(got.unwrap().as_slice(), b"a signed form");
    vault.back_up(new_backup.clone(), Reason::OnRequest, Moment::now()).wait().unwrap().unwrap();
    vault.close_and_wait();

    assert!(matches!(enter(&path, OLA), Err(Error::UnknownUser)));
    for user in [FIRST_USER, KARI, "per"] {
        opens(&path, user);
    }
    Vault::open_with_recovery(&path, &recovery).unwrap().close_and_wait();
    for bytes in key_files(&path) {
        assert!(memchr::memmem::find(&bytes, b"\"ola\"").is_none(), "no slot is left");
    }

    let restore = |backup: &Path, user: &str, to: &str| {
        let proof = Proof::Passphrase(words_of(user));
        crate::vault::restore(backup, &place.path().join(to), Some(user), &proof).map(|_| ())
    };
    assert!(matches!(restore(&new_backup, OLA, "a"), Err(Error::UnknownUser)));
    restore(&new_backup, KARI, "b").unwrap();
    opens(&place.path().join("b"), KARI);
    // What was made before opens as it did: the keys in it are the old ones.
    restore(&old_backup, OLA, "c").unwrap();

    // With the old file of keys, the passphrase opens a slot again, and what it gives opens nothing.
    for (name, bytes) in ["vault.keys", "vault.keys.bak"].iter().zip(&old) {
        fs::write(path.join(name), bytes).unwrap();
    }
    let before = fs::read(path.join("vault.db")).unwrap();
    for user in [OLA, KARI] {
        assert!(matches!(enter(&path, user), Err(Error::KeysOutdated)), "{user}");
    }
    assert_eq!(key_files(&path), old, "nothing is overwritten");
    assert_eq!(fs::read(path.join("vault.db")).unwrap(), before);
    // Without the note beside, it can only be said that they do not fit.
    fs::remove_file(path.join("vault.head")).unwrap();
    assert!(matches!(enter(&path, OLA), Err(Error::DatabaseDamaged)));
}

#[test]
fn the_new_key_is_another_and_the_old_one_is_in_no_file() {
    let (_place, path, vault, _) = of_three();
    let (old, journal) = vault.read(|work| (work.keys.vault(), work.keys.journal.0.clone())).wait().unwrap();
    remove(&vault, OLA).unwrap();
    let (new, same) = vault.read(|work| (work.keys.vault(), work.keys.journal.0.clone())).wait().unwrap();
    assert!(old != new && journal == same);
    vault.close_and_wait();
    let file = KeyFile::parse(&fs::read(path.join("vault.keys")).unwrap()).unwrap();
    assert!(file.next().unwrap().is_none());
    assert!(file.open(KARI, &Proof::Passphrase(words_of(KARI))).unwrap().vault() == new);
    // An older program says that it is older.
    assert!(String::from_utf8_lossy(&fs::read(path.join("vault.keys")).unwrap()).contains("\"version\":3"));
}

#[test]
fn the_computers_of_those_who_stay_go_on_remembering() {
    let (_place, path, vault, _) = of_three();
    let keychains = [KARI, OLA].map(|user| {
        let keychain: Arc<dyn Keychain> = Arc::new(Fake::default());
        let kept = vault.new_kept().unwrap();
        keychain.put(kept.entry(), &kept.secret()).unwrap();
        let (holders, proof, name) = (vault.holders(), Proof::Passphrase(words_of(user)), keychain.name());
        let remembered = vault
            .write(move |work| holders.remember(work.keys, user, &proof, name, &kept, Moment::now()))
            .wait()
            .unwrap();
        remembered.unwrap();
        keychain
    });
    remove(&vault, OLA).unwrap();
    vault.close_and_wait();
    assert_eq!(Vault::remembered(&path).unwrap().len(), 1);
    let [kari, ola] = &keychains;
    let vault = Vault::open_remembered(&path, kari).unwrap().unwrap();
    assert_eq!((vault.user(), noted(&vault).as_deref()), (KARI, Some("kept")));
    vault.close_and_wait();
    assert!(Vault::open_remembered(&path, ola).unwrap().is_none());
}

/// Removes somebody and copies the folder after each step, as a program killed there would leave it.
fn killed_at_each_step() -> (TempDir, Vec<(Step, PathBuf)>, RecoveryKey) {
    let (place, path, vault, recovery) = of_three();
    let left = Arc::new(Mutex::new(Vec::new()));
    let watch = {
        let (left, from, to) = (Arc::clone(&left), path, place.path().to_owned());
        Box::new(move |step: Step| {
            let copy = to.join(format!("{step:?}"));
            copy_folder(&from, &copy);
            left.lock().unwrap().push((step, copy));
            Ok(())
        })
    };
    vault.change_key_watched(vec![OLA.to_owned()], watch).wait().unwrap().unwrap();
    vault.close_and_wait();
    let left = left.lock().unwrap().clone();
    assert_eq!(left.len(), 5);
    (place, left, recovery)
}

#[test]
fn a_program_killed_at_any_step_leaves_a_vault_for_those_who_stay() {
    let (place, left, recovery) = killed_at_each_step();
    for (step, path) in &left {
        // Whoever comes first finishes it.
        for first in [KARI, "recovery"] {
            let copy = place.path().join(format!("{step:?}-{first}"));
            copy_folder(path, &copy);
            if first == "recovery" {
                Vault::open_with_recovery(&copy, &recovery).unwrap().close_and_wait();
            } else {
                opens(&copy, first);
            }
            // Before the change was announced, nothing had happened; from then on it is finished, whatever happened.
            let is_announced = *step != Step::Copied;
            assert_eq!(enter(&copy, OLA).is_err(), is_announced, "{step:?}");
            opens(&copy, FIRST_USER);
            let [keys, copied] = key_files(&copy);
            assert!(keys == copied, "{step:?}");
            let file = KeyFile::parse(&keys).unwrap();
            assert!(file.next().unwrap().is_none(), "{step:?}");
            assert_eq!(file.users().len(), if is_announced { 2 } else { 3 }, "{step:?}");
            let drafts = files(&copy).into_iter().filter(|path| path.to_string_lossy().contains(".draft-"));
            assert_eq!(drafts.count(), 0, "{step:?}");
        }
    }
}

#[test]
fn who_leaves_gets_nothing_from_a_program_killed_on_the_way() {
    let (_place, left, _) = killed_at_each_step();
    for (step, path) in left.iter().filter(|(step, _)| *step != Step::Copied) {
        assert!(matches!(enter(path, OLA), Err(Error::UnknownUser)), "{step:?}");
        for bytes in key_files(path) {
            assert!(memchr::memmem::find(&bytes, b"\"ola\"").is_none(), "{step:?}");
        }
    }
}

#[test]
fn a_file_of_keys_of_which_only_one_was_written_opens() {
    let (place, left, _) = killed_at_each_step();
    let of = |wanted: Step| &left.iter().find(|(step, _)| *step == wanted).unwrap().1;
    // The first file is written before the second: at each place, it is ahead by one step.
    for (database, keys, copy) in [
        (Step::Copied, Step::Announced, Step::Copied),
        (Step::Swapped, Step::Done, Step::Swapped),
        // And where the first is lost, the second will do.
        (Step::Swapped, Step::Swapped, Step::Swapped),
    ] {
        let path = place.path().join(format!("{keys:?}-over-{copy:?}"));
        copy_folder(of(database), &path);
        fs::copy(of(keys).join("vault.keys"), path.join("vault.keys")).unwrap();
        fs::copy(of(copy).join("vault.keys.bak"), path.join("vault.keys.bak")).unwrap();
        assert!(matches!(enter(&path, OLA), Err(Error::UnknownUser)), "{keys:?}");
        if keys == copy {
            fs::remove_file(path.join("vault.keys")).unwrap();
        }
        opens(&path, KARI);
        let [keys, copied] = key_files(&path);
        assert!(keys == copied);
        opens(&path, FIRST_USER);
        assert!(enter(&path, OLA).is_err());
    }
}

#[test]
fn a_failure_at_any_step_leaves_the_vault_open_and_whole() {
    for failing in [Step::Copied, Step::Announced, Step::Closed, Step::Swapped, Step::Done] {
        let (_place, path, vault, _) = of_three();
        let watch = Box::new(move |step: Step| if step == failing { Err(Error::DiskFull) } else { Ok(()) });
        let done = vault.change_key_watched(vec![OLA.to_owned()], watch).wait().unwrap();
        assert!(matches!(done, Err(Error::DiskFull)), "{failing:?}");
        // The same opening goes on, also with what needs the keys.
        assert_eq!(noted(&vault).as_deref(), Some("kept"), "{failing:?}");
        note(&vault, "kept");
        let proof = Proof::Passphrase(passphrase());
        let (holders, shown) = (vault.holders(), proof.clone());
        vault.read(move |work| holders.check(work.keys, FIRST_USER, &shown)).wait().unwrap().unwrap();
        let backup = vault.backups().join("one.kartotek-backup");
        vault.back_up(backup, Reason::OnRequest, Moment::now()).wait().unwrap().unwrap();
        add(&vault, "per");
        // Once more, and it is done.
        remove(&vault, OLA).unwrap();
        vault.close_and_wait();
        assert!(matches!(enter(&path, OLA), Err(Error::UnknownUser)), "{failing:?}");
        for user in [FIRST_USER, KARI, "per"] {
            opens(&path, user);
        }
    }
}

#[test]
fn a_change_waits_for_those_who_read_and_those_who_ask_meanwhile_wait_for_it() {
    let (_place, path, vault, _) = of_three();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let reading = vault.read(move |work| {
        let _ = wait.recv();
        work.db.vault_info("note")
    });
    let changed = vault.change_key(vec![OLA.to_owned()]);
    let asked: Vec<_> = (0..8).map(|_| vault.read(|work| work.db.vault_info("note"))).collect();
    drop(go);
    assert_eq!(reading.wait().unwrap().unwrap().as_deref(), Some("kept"));
    changed.wait().unwrap().unwrap();
    for reply in asked {
        assert_eq!(reply.wait().unwrap().unwrap().as_deref(), Some("kept"));
    }
    // A vault that is being closed finishes what was asked before.
    drop(vault.change_key(vec![KARI.to_owned()]));
    vault.close_and_wait();
    assert!(matches!(enter(&path, KARI), Err(Error::UnknownUser)));
    opens(&path, FIRST_USER);
}

#[test]
fn the_last_one_stays() {
    let (_place, path, vault, _) = new_vault();
    note(&vault, "kept");
    assert!(remove(&vault, FIRST_USER).is_err());
    vault.close_and_wait();
    opens(&path, FIRST_USER);
}
