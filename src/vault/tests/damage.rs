//! Every way a vault's files can be wrong has its own answer, and nothing is overwritten.

use super::*;

pub(super) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else if path.file_name().unwrap() != "ballast" {
            fs::copy(&path, target).unwrap();
        }
    }
}

type Damage = fn(&Path, &Path);
type Expected = fn(&Error) -> bool;

#[test]
fn each_damage_has_its_own_answer_and_nothing_is_overwritten() {
    let (place, sound, _) = closed_vault();
    let (_other_place, other, _) = closed_vault();
    let (_strange_place, strange, vault, recovery) = new_vault();
    let words = Passphrase::new("quite another passphrase");
    set_passphrase(&vault, Proof::Recovery(recovery), words).unwrap();
    vault.close_and_wait();
    // The vault with the other passphrase is found at a fixed place, as the table holds plain functions.
    copy_folder(&strange, &other.join("strange"));

    let cases: [(&str, Damage, Expected); 17] = [
        ("no folder", |path, _| fs::remove_dir_all(path).unwrap(), |error| matches!(error, Error::NoVault)),
        (
            "database missing",
            |path, _| fs::remove_file(path.join("vault.db")).unwrap(),
            |error| matches!(error, Error::DatabaseMissing),
        ),
        (
            "database empty",
            |path, _| fs::write(path.join("vault.db"), "").unwrap(),
            |error| matches!(error, Error::DatabaseEmpty),
        ),
        (
            "database of another program",
            |path, _| {
                let mut bytes = b"SQLite format 3\0".to_vec();
                bytes.resize(8_192, 0);
                fs::write(path.join("vault.db"), bytes).unwrap();
            },
            |error| matches!(error, Error::DatabaseForeign),
        ),
        (
            "first page damaged",
            |path, _| flip(&path.join("vault.db"), 1_000),
            |error| matches!(error, Error::DatabaseDamaged),
        ),
        (
            "database cut short",
            |path, _| cut(&path.join("vault.db"), 3_000),
            |error| matches!(error, Error::DatabaseDamaged),
        ),
        (
            "database of another vault",
            |path, other| {
                let _ = fs::copy(other.join("vault.db"), path.join("vault.db")).unwrap();
            },
            |error| matches!(error, Error::OtherVault),
        ),
        (
            "keys of another vault with the same passphrase",
            |path, other| {
                fs::copy(other.join("vault.keys"), path.join("vault.keys")).unwrap();
                fs::copy(other.join("vault.keys"), path.join("vault.keys.bak")).unwrap();
            },
            |error| matches!(error, Error::OtherVault),
        ),
        (
            "keys of another vault with another passphrase",
            |path, other| {
                fs::copy(other.join("strange/vault.keys"), path.join("vault.keys")).unwrap();
                fs::remove_file(path.join("vault.keys.bak")).unwrap();
            },
            |error| matches!(error, Error::OtherVault),
        ),
        (
            "both keys missing",
            |path, _| {
                fs::remove_file(path.join("vault.keys")).unwrap();
                fs::remove_file(path.join("vault.keys.bak")).unwrap();
            },
            |error| matches!(error, Error::KeysMissing),
        ),
        (
            "both keys damaged",
            |path, _| {
                flip(&path.join("vault.keys"), 200);
                cut(&path.join("vault.keys.bak"), 200);
            },
            |error| matches!(error, Error::KeysDamaged),
        ),
        (
            "keys empty, copy missing",
            |path, _| {
                fs::write(path.join("vault.keys"), "").unwrap();
                fs::remove_file(path.join("vault.keys.bak")).unwrap();
            },
            |error| matches!(error, Error::KeysDamaged),
        ),
        (
            "the code of both keys changed",
            |path, _| {
                for name in ["vault.keys", "vault.keys.bak"] {
                    let path = path.join(name);
                    let mut bytes = fs::read(&path).unwrap();
                    let place = bytes.len() - 3;
                    bytes[place] = if bytes[place] == b'0' { b'1' } else { b'0' };
                    fs::write(&path, bytes).unwrap();
                }
            },
            |error| matches!(error, Error::KeysDamaged),
        ),
        (
            "keys of a newer version",
            |path, _| {
                let text = "{\"format\":\"kartotek keys\",\"version\":4}\n";
                fs::write(path.join("vault.keys"), text).unwrap();
                fs::write(path.join("vault.keys.bak"), text).unwrap();
            },
            |error| matches!(error, Error::Newer),
        ),
        (
            "log missing",
            |path, _| fs::write(path.join("vault.lock"), "vault.db-wal holds changes\n").unwrap(),
            |error| matches!(error, Error::LogMissing),
        ),
        (
            "everything but a letter gone",
            |path, _| {
                fs::remove_dir_all(path).unwrap();
                fs::create_dir(path).unwrap();
                fs::write(path.join("letter.txt"), "Dear").unwrap();
            },
            |error| matches!(error, Error::NoVault),
        ),
        (
            "a folder in the place of the database",
            |path, _| {
                fs::remove_file(path.join("vault.db")).unwrap();
                fs::create_dir(path.join("vault.db")).unwrap();
                fs::write(path.join("vault.db/letter.txt"), "Dear").unwrap();
            },
            |error| matches!(error, Error::DatabaseForeign | Error::DatabaseEmpty | Error::Io(_)),
        ),
    ];
    for (number, (name, damage, expected)) in cases.into_iter().enumerate() {
        let path = place.path().join(format!("case-{number}"));
        copy_folder(&sound, &path);
        damage(&path, &other);
        let contents = || {
            let kept = ["vault.db", "vault.keys", "vault.keys.bak", "letter.txt"];
            kept.map(|name| fs::read(path.join(name)).ok())
        };
        let before = contents();
        let error = why_not(&path);
        assert!(expected(&error), "{name}: {error:?}");
        assert_eq!(contents(), before, "{name}: something was changed");
        let text = error.to_string();
        assert!(text.matches(". ").count() >= 2 && text.ends_with('.'), "{name}: {text}");
        assert!(!text.contains(FIRST_USER) || text.contains("name"), "{name}: {text}");
    }
}

fn flip(path: &Path, place: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[place] ^= 8;
    fs::write(path, bytes).unwrap();
}

fn cut(path: &Path, length: u64) {
    fs::File::options().write(true).open(path).unwrap().set_len(length).unwrap();
}

#[test]
fn damaged_keys_are_restored_from_the_copy_and_kept() {
    let (place, sound, _) = closed_vault();
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 4] = [
        ("damaged", |path| flip(path, 100)),
        ("empty", |path| fs::write(path, "").unwrap()),
        ("missing", |path| fs::remove_file(path).unwrap()),
        ("another code", |path| {
            let mut bytes = fs::read(path).unwrap();
            let place = bytes.len() - 5;
            bytes[place] = if bytes[place] == b'a' { b'b' } else { b'a' };
            fs::write(path, bytes).unwrap();
        }),
    ];
    for (name, damage) in damages {
        let path = place.path().join(name);
        copy_folder(&sound, &path);
        let whole = fs::read(path.join("vault.keys")).unwrap();
        damage(&path.join("vault.keys"));
        assert!(Vault::peek(&path).is_ok());
        let vault = open(&path).unwrap();
        assert_eq!(vault.notices(), [Notice::KeysRestored], "{name}");
        assert_eq!(noted(&vault).as_deref(), Some("kept"));
        vault.close_and_wait();
        assert_eq!(fs::read(path.join("vault.keys")).unwrap(), whole, "{name}");
        let kept = files(&path).iter().filter(|file| file.to_string_lossy().contains("keys.damaged-")).count();
        assert_eq!(kept, usize::from(name != "missing"), "{name}");
    }
}

#[test]
fn a_lost_or_damaged_copy_is_made_again_without_a_word() {
    let (_place, path, _) = closed_vault();
    let whole = fs::read(path.join("vault.keys")).unwrap();
    for damage in [|path: &Path| fs::remove_file(path).unwrap(), |path: &Path| flip(path, 50)] {
        damage(&path.join("vault.keys.bak"));
        let vault = open(&path).unwrap();
        assert_eq!(vault.notices(), []);
        vault.close_and_wait();
        assert_eq!(fs::read(path.join("vault.keys.bak")).unwrap(), whole);
    }
}

#[test]
fn keys_of_another_vault_in_the_wrong_place_are_found_out_by_the_copy() {
    let (_place, path, _) = closed_vault();
    let (_other_place, other, _) = closed_vault();
    let whole = fs::read(path.join("vault.keys")).unwrap();
    fs::copy(other.join("vault.keys"), path.join("vault.keys")).unwrap();
    let vault = open(&path).unwrap();
    assert_eq!(vault.notices(), [Notice::KeysRestored]);
    vault.close_and_wait();
    assert_eq!(fs::read(path.join("vault.keys")).unwrap(), whole);
}

#[test]
fn a_damaged_mark_does_not_lock_out() {
    let (_place, path, _) = closed_vault();
    flip(&path.join("vault.db"), 2);
    let vault = open(&path).unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("kept"));
    let findings = vault.read(|work| work.db.integrity()).wait().unwrap().unwrap();
    assert_eq!(findings.len(), 1);
}

#[test]
fn a_log_that_went_missing_after_a_crash_is_told_until_the_note_is_removed() {
    let (place, path, vault, _) = new_vault();
    note(&vault, "in the log only");
    // The thread makes its note after answering, and before the next job.
    vault.write(|_| ()).wait().unwrap();
    // What a crash leaves: a copy of the folder as it is now.
    let crashed = place.path().join("crashed");
    copy_folder(&path, &crashed);
    vault.close_and_wait();

    let whole = place.path().join("whole");
    copy_folder(&crashed, &whole);
    let vault = open(&whole).unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("in the log only"));
    // Moved into the file at once: pages may have been on their way there.
    assert_eq!(fs::metadata(whole.join("vault.db-wal")).unwrap().len(), 0);
    vault.close_and_wait();

    fs::remove_file(crashed.join("vault.db-wal")).unwrap();
    assert!(matches!(why_not(&crashed), Error::LogMissing));
    assert!(matches!(why_not(&crashed), Error::LogMissing));
    fs::remove_file(crashed.join("vault.lock")).unwrap();
    let vault = open(&crashed).unwrap();
    assert_eq!(noted(&vault), None);
    vault.close_and_wait();
}

#[test]
fn a_newer_database_is_left_alone() {
    let (_place, path, vault, _) = new_vault();
    vault.write(|work| work.db.sql_for_tests().pragma_update(None, "user_version", 999).unwrap()).wait().unwrap();
    vault.close_and_wait();
    let before = fs::read(path.join("vault.db")).unwrap();
    assert!(matches!(why_not(&path), Error::Newer));
    assert_eq!(fs::read(path.join("vault.db")).unwrap(), before);
}

#[test]
fn the_ballast_comes_back_on_opening() {
    let (_place, path, vault, _) = new_vault();
    // It is made before the first job, and not necessarily before that.
    vault.write(|_| ()).wait().unwrap();
    assert!(vault.release_ballast().unwrap());
    assert!(!path.join("ballast").exists());
    vault.close_and_wait();
    let vault = open(&path).unwrap();
    // Made before the first job.
    vault.write(|_| ()).wait().unwrap();
    assert!(path.join("ballast").exists());
}
