#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::vault::{FIRST_USER, Passphrase, Proof, RecoveryKey, Stored, Vault};
use tempfile::TempDir;

const WORDS: &str = "fjellrev spiser stille lapskaus";

fn proof() -> Proof {
    Proof::Passphrase(Passphrase::new(WORDS))
}

/// A vault with a note and an attachment, and a backup of it.
struct World {
    place: TempDir,
    vault: Vault,
    recovery: RecoveryKey,
    stored: Stored,
}

impl World {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let (vault, recovery) =
            Vault::create(&place.path().join("office"), &Passphrase::new(WORDS), FIRST_USER).unwrap();
        let content = vec![7_u8; 100_000];
        let stored = vault
            .write(move |work| {
                work.db.set_vault_info("note", "kept").unwrap();
                crate::store::schema::try_sql(
                    work.db,
                    &format!(
                        "INSERT INTO journal VALUES (1, 5, 1, 1, NULL, NULL, '', x'{}')",
                        data_encoding::HEXLOWER.encode(&[9; 32])
                    ),
                )
                .unwrap();
                let stored = work.attachments.put(content.as_slice()).unwrap();
                // A row for the file; what it refers to is not looked at here.
                crate::store::schema::try_sql(
                    work.db,
                    &format!(
                        "PRAGMA foreign_keys = OFF;
                         INSERT INTO attachment VALUES (1, 1, 'evidence', 'x', 'text/plain', 1, '', '{}', x'{}', 0, 1);
                         PRAGMA foreign_keys = ON;",
                        stored.file,
                        data_encoding::HEXLOWER.encode(&stored.wrapped_key)
                    ),
                )
                .unwrap();
                stored
            })
            .wait()
            .unwrap();
        Self { place, vault, recovery, stored }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn back_up(&self, name: &str) -> Result<Manifest, Error> {
        self.vault.back_up(self.path(name), Reason::OnRequest, Moment::now()).wait().unwrap()
    }

    fn note(&self, text: &'static str) {
        self.vault.write(move |work| work.db.set_vault_info("note", text)).wait().unwrap().unwrap();
    }
}

fn noted(vault: &Vault) -> Option<String> {
    vault.read(|work| work.db.vault_info("note")).wait().unwrap().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_opens_elsewhere_with_passphrase_or_recovery_key_alone() {
    let world = World::new();
    let made = world.back_up("one.kartotek-backup").unwrap();
    assert_eq!((made.persons, made.missing, made.head().count), (0, 0, 1));
    assert_eq!(names(world.place.path()), ["office", "one.kartotek-backup"], "nothing else is left");
    world.note("later");
    for (name, proof) in [("a", proof()), ("b", Proof::Recovery(world.recovery.clone()))] {
        let target = world.path(name).join("deep");
        let file = world.path("one.kartotek-backup");
        let user = matches!(proof, Proof::Passphrase(_)).then_some(FIRST_USER);
        let restored = restore(&file, &target, user, &proof).unwrap();
        assert_eq!(restored, made);
        let vault = match &proof {
            Proof::Passphrase(passphrase) => Vault::open(&target, FIRST_USER, passphrase),
            Proof::Recovery(key) => Vault::open_with_recovery(&target, key),
            Proof::Computer(_) => panic!("no computer keeps a key here"),
        };
        let vault = vault.unwrap();
        assert_eq!((noted(&vault).as_deref(), vault.id()), (Some("kept"), world.vault.id()));
        assert_eq!(vault.notices(), []);
        let stored = world.stored.clone();
        let content = vault.read(move |work| work.attachments.get(&stored.file, &stored.wrapped_key)).wait().unwrap();
        assert_eq!(*content.unwrap(), vec![7_u8; 100_000]);
        assert_eq!(vault.noted_head().wait().unwrap().map(|noted| matches!(noted, Noted::Head(..))).ok(), Some(true));
        vault.close_and_wait();
    }
    assert_eq!(noted(&world.vault).as_deref(), Some("later"), "the vault itself is as it was");
}

use crate::vault::head::Noted;

#[cfg(unix)]
#[test]
fn a_backup_can_be_read_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    world.back_up("one.kartotek-backup").unwrap();
    let mode = fs::metadata(world.path("one.kartotek-backup")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

/// Every way a backup can be wrong has its own answer, and nothing is written then.
#[test]
fn what_is_no_whole_backup_is_refused() {
    let world = World::new();
    world.back_up("good.kartotek-backup").unwrap();
    let good = fs::read(world.path("good.kartotek-backup")).unwrap();
    let archive = Archive::open(&world.path("good.kartotek-backup")).unwrap();
    let begin = 18;
    let database = archive.manifest().parts[0].size as usize;
    let keys = archive.manifest().parts[1].size as usize;
    let attachment = archive.manifest().parts[2].size as usize;
    let manifest = begin + database + keys + attachment;
    let swapped = {
        let (one, other) = (begin..begin + 4_096, begin + 4_096..begin + 8_192);
        [&good[..begin], &good[other], &good[one], &good[begin + 8_192..]].concat()
    };
    let flipped = |place: usize, bit: u8| {
        let mut bytes = good.clone();
        bytes[place] ^= 1 << bit;
        bytes
    };
    type Expected = fn(&Error) -> bool;
    let cut: Expected = |error| matches!(error, Error::BackupCut);
    let foreign: Expected = |error| matches!(error, Error::BackupForeign);
    let damaged: Expected = |error| matches!(error, Error::BackupDamaged);
    let mut cases: Vec<(String, Vec<u8>, Expected)> = vec![
        ("a letter".into(), b"Dear Kari,\n\nthank you".to_vec(), foreign),
        ("a database".into(), fs::read(world.path("office/vault.db")).unwrap(), foreign),
        ("newer".into(), [b"kartotek backup 2\n", &good[begin..]].concat(), |e| matches!(e, Error::BackupNewer)),
        ("version 0".into(), [b"kartotek backup 0\n", &good[begin..]].concat(), foreign),
        ("version 01".into(), [b"kartotek backup 01\n", &good[begin..]].concat(), foreign),
        ("something behind".into(), [&good, b"x".as_slice()].concat(), cut),
        ("a page missing".into(), [&good[..begin + 4_096], &good[begin + 8_192..]].concat(), damaged),
        ("a page twice".into(), [&good[..begin + 4_096], &good[begin..]].concat(), damaged),
        ("pages swapped".into(), swapped, damaged),
        ("no parts".into(), [&good[..begin], &good[manifest..]].concat(), damaged),
    ];
    for length in
        [0, 1, 10, 17, 18, 40, 4_000, good.len() / 2, manifest, manifest + 10, good.len() - 37, good.len() - 1]
    {
        cases.push((format!("cut at {length}"), good[..length].to_vec(), cut));
    }
    for place in [begin, begin + 5_000, begin + database, begin + database + keys, manifest, good.len() - 30] {
        cases.push((format!("a flipped bit at {place}"), flipped(place, 3), damaged));
    }
    for (name, bytes, expected) in &cases {
        let file = world.path("bad.kartotek-backup");
        fs::write(&file, bytes).unwrap();
        let error = restore(&file, &world.path("new"), None, &proof()).err().unwrap_or_else(|| panic!("{name}: taken"));
        assert!(expected(&error), "{name}: {error}");
        assert!(!world.path("new").exists(), "{name}: something was written");
    }

    // Flips anywhere: some make it foreign or newer, none is taken. Those in the keys cost no passphrase each.
    let mut random = 88_172_645_463_325_252_u64;
    for _ in 0..400 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let place = (random >> 8) as usize % good.len();
        let file = world.path("bad.kartotek-backup");
        fs::write(&file, flipped(place, (random % 8) as u8)).unwrap();
        let opened = Archive::open(&file).and_then(|archive| archive.verify(&Cancel::default()));
        assert!(opened.is_err(), "the bit {} of byte {place} was not noticed", random % 8);
    }
}

use crate::vault::Cancel;

/// Whoever can compute a hash but has no keys cannot make a manifest say something else.
#[test]
fn a_manifest_that_was_written_anew_is_refused() {
    let world = World::new();
    let made = world.back_up("good.kartotek-backup").unwrap();
    let file = world.path("good.kartotek-backup");
    let good = fs::read(&file).unwrap();
    let text = serde_json::to_vec(&made).unwrap();
    let place = memchr::memmem::find(&good, &text).unwrap();
    let forged = Manifest { persons: 7, ..made };
    let forged = serde_json::to_vec(&forged).unwrap();
    assert_eq!(forged.len(), text.len());
    use sha2::Digest;
    let hash = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(&forged));
    let mut bytes = good.clone();
    bytes[place..place + text.len()].copy_from_slice(&forged);
    let hash_at = place + text.len() + "\nsha256 ".len();
    bytes[hash_at..hash_at + 64].copy_from_slice(hash.as_bytes());
    fs::write(&file, bytes).unwrap();
    assert!(peek(&file).is_ok(), "without keys nobody can tell");
    let error = restore(&file, &world.path("new"), None, &proof()).unwrap_err();
    assert!(matches!(error, Error::BackupDamaged), "{error}");
    assert!(!world.path("new").exists());
    let list = |keys: bool| {
        let place = world.place.path().to_owned();
        let listed = world.vault.read(move |work| {
            list(&place, &data_encoding::HEXLOWER.encode(&work.keys.vault_id), keys.then_some(work.keys)).unwrap()
        });
        listed.wait().unwrap().len()
    };
    assert_eq!((list(false), list(true)), (1, 0));
}

#[test]
fn who_may_not_open_is_told_why_and_no_folder_is_overwritten() {
    let world = World::new();
    world.back_up("one.kartotek-backup").unwrap();
    let file = world.path("one.kartotek-backup");
    let why = |target: &str, user: Option<&str>, proof: Proof| restore(&file, &world.path(target), user, &proof);
    let wrong = Proof::Passphrase(Passphrase::new("guess"));
    assert!(matches!(why("new", None, wrong), Err(Error::WrongPassphrase)));
    assert!(matches!(why("new", Some("kari"), proof()), Err(Error::UnknownUser)));
    let other = Proof::Recovery(RecoveryKey::generate().unwrap());
    assert!(matches!(why("new", None, other), Err(Error::WrongRecoveryKey)));
    assert!(!world.path("new").exists());
    assert!(matches!(why("office", None, proof()), Err(Error::AlreadyAVault)));
    fs::create_dir(world.path("others")).unwrap();
    fs::write(world.path("others/letter.txt"), "Dear").unwrap();
    assert!(matches!(why("others", None, proof()), Err(Error::FolderNotEmpty)));
    assert_eq!(names(&world.path("others")), ["letter.txt"]);
    fs::create_dir(world.path("empty")).unwrap();
    assert!(why("empty", None, proof()).is_ok());
    let missing = restore(&world.path("none"), &world.path("x"), None, &proof()).unwrap_err();
    assert!(matches!(missing, Error::Io(std::io::ErrorKind::NotFound)));
}

#[test]
fn only_an_older_backup_of_the_same_vault_is_replaced() {
    let world = World::new();
    let other = World::new();
    world.back_up("one.kartotek-backup").unwrap();
    world.note("later");
    let newer = world.back_up("one.kartotek-backup").unwrap();
    assert_eq!(peek(&world.path("one.kartotek-backup")).unwrap().manifest, newer);
    fs::write(world.path("letter.txt"), "Dear").unwrap();
    assert!(matches!(world.back_up("letter.txt"), Err(Error::BackupTargetTaken)));
    assert_eq!(fs::read(world.path("letter.txt")).unwrap(), b"Dear");
    fs::copy(world.path("one.kartotek-backup"), other.path("theirs")).unwrap();
    assert!(matches!(other.back_up("theirs"), Err(Error::BackupTargetTaken)));
    assert!(matches!(world.back_up("none/one"), Err(Error::Io(std::io::ErrorKind::NotFound))));
    assert_eq!(names(world.place.path()), ["letter.txt", "office", "one.kartotek-backup"]);
}

#[test]
fn a_backup_that_is_called_off_leaves_nothing() {
    let world = World::new();
    let reply = world.vault.back_up(world.path("one.kartotek-backup"), Reason::Daily, Moment::now());
    reply.canceller().cancel();
    assert!(reply.wait().unwrap().is_err());
    assert_eq!(names(world.place.path()), ["office"]);
}

#[test]
fn an_attachment_without_its_file_is_counted_and_hinders_nothing() {
    let world = World::new();
    fs::remove_file(world.path("office/attachments").join(&world.stored.file)).unwrap();
    assert_eq!(world.back_up("one.kartotek-backup").unwrap().missing, 1);
    restore(&world.path("one.kartotek-backup"), &world.path("new"), None, &proof()).unwrap();
}

#[test]
fn a_damaged_attachment_is_counted_and_hinders_nothing() {
    let world = World::new();
    assert!(world.back_up("whole.kartotek-backup").unwrap().is_whole());
    let file = world.path("office/attachments").join(&world.stored.file);
    let mut bytes = fs::read(&file).unwrap();
    bytes[40_000] ^= 1;
    for (name, bytes) in [("flipped", bytes), ("emptied", Vec::new())] {
        fs::write(&file, bytes).unwrap();
        let made = world.back_up(&format!("{name}.kartotek-backup")).unwrap();
        assert_eq!((made.missing, made.damaged, made.is_whole()), (0, 1, false), "{name}");
        restore(&world.path(&format!("{name}.kartotek-backup")), &world.path(name), None, &proof()).unwrap();
    }
}

#[test]
fn backups_of_a_folder_are_listed_the_newest_first() {
    let world = World::new();
    let now = Moment::now().0;
    for (age, name) in [(3, "b"), (1, "c"), (2, "a")] {
        let at = Moment(now - age);
        let target = world.path(&format!("{name}.{ENDING}"));
        world.vault.back_up(target, Reason::Daily, at).wait().unwrap().unwrap();
    }
    fs::write(world.path(&format!("broken.{ENDING}")), "kartotek backup 1\n").unwrap();
    fs::write(world.path("letter.txt"), "Dear").unwrap();
    let listed = world.vault.backups_in(world.place.path().to_owned()).wait().unwrap().unwrap();
    let listed: Vec<_> = listed.iter().filter_map(|kept| kept.path.file_stem()?.to_str()).collect();
    assert_eq!(listed, ["c", "a", "b"]);
    assert_eq!(world.vault.backups_in(world.path("nowhere")).wait().unwrap().unwrap(), []);
}
