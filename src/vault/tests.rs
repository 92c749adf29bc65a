#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod damage;
mod people;
mod work;

use super::*;
use std::fs;
use std::time::Duration;
use tempfile::TempDir;

const WORDS: &str = "fjellrev spiser stille lapskaus";

fn passphrase() -> Passphrase {
    Passphrase::new(WORDS)
}

/// Makes a vault in a new folder.
fn new_vault() -> (TempDir, PathBuf, Vault, RecoveryKey) {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("office");
    let (vault, recovery) = Vault::create(&path, &passphrase(), FIRST_USER).unwrap();
    (place, path, vault, recovery)
}

/// Makes a vault that holds one note, and closes it.
fn closed_vault() -> (TempDir, PathBuf, RecoveryKey) {
    let (place, path, vault, recovery) = new_vault();
    note(&vault, "kept");
    vault.close_and_wait();
    (place, path, recovery)
}

fn set_passphrase(vault: &Vault, old: Proof, new: Passphrase) -> Result<(), Error> {
    let holders = vault.holders();
    vault.write(move |work| holders.set_passphrase(work.keys, FIRST_USER, &old, &new)).wait().unwrap()
}

fn note(vault: &Vault, text: &str) {
    let text = text.to_owned();
    vault.write(move |work| work.db.set_vault_info("note", &text)).wait().unwrap().unwrap();
}

fn noted(vault: &Vault) -> Option<String> {
    vault.read(|work| work.db.vault_info("note")).wait().unwrap().unwrap()
}

fn open(path: &Path) -> Result<Vault, Error> {
    Vault::open(path, FIRST_USER, &passphrase())
}

fn why_not(path: &Path) -> Error {
    open(path).err().unwrap_or_else(|| panic!("it was opened"))
}

/// Returns every file below a folder.
fn files(path: &Path) -> Vec<PathBuf> {
    fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}

fn contains(path: &Path, needle: &[u8]) -> bool {
    let bytes = fs::read(path).unwrap();
    memchr::memmem::find(&bytes, needle).is_some()
}

#[test]
fn what_was_written_is_there_after_closing_and_opening() {
    let (_place, path, recovery) = closed_vault();
    let vault = open(&path).unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("kept"));
    assert_eq!((vault.user(), vault.notices()), (FIRST_USER, [].as_slice()));
    let id = vault.id();
    assert_eq!(id.len(), 32);
    vault.close_and_wait();
    assert!(!path.join("vault.db-wal").exists());

    let vault = Vault::open_with_recovery(&path, &recovery).unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("kept"));
    assert_eq!((vault.user(), vault.id()), (FIRST_USER, id));
}

#[test]
fn who_may_not_open_is_told_why() {
    let (_place, path, _) = closed_vault();
    let before = fs::read(path.join("vault.db")).unwrap();
    assert!(matches!(Vault::open(&path, FIRST_USER, &Passphrase::new("guess")), Err(Error::WrongPassphrase)));
    assert!(matches!(Vault::open(&path, FIRST_USER, &Passphrase::new("")), Err(Error::WrongPassphrase)));
    assert!(matches!(Vault::open(&path, "nobody", &passphrase()), Err(Error::UnknownUser)));
    let other = RecoveryKey::generate().unwrap();
    assert!(matches!(Vault::open_with_recovery(&path, &other), Err(Error::WrongRecoveryKey)));
    assert_eq!(fs::read(path.join("vault.db")).unwrap(), before);
    open(&path).unwrap().close_and_wait();
}

#[test]
fn a_vault_is_made_in_empty_folders_only() {
    let (place, path, _) = closed_vault();
    let before = fs::read(path.join("vault.keys")).unwrap();
    assert!(matches!(Vault::create(&path, &passphrase(), FIRST_USER), Err(Error::AlreadyAVault)));
    assert_eq!(fs::read(path.join("vault.keys")).unwrap(), before);

    fs::write(place.path().join("letter.txt"), "Dear").unwrap();
    assert!(matches!(Vault::create(place.path(), &passphrase(), FIRST_USER), Err(Error::FolderNotEmpty)));
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2);

    let new = place.path().join("new");
    assert!(matches!(Vault::create(&new, &Passphrase::new(""), FIRST_USER), Err(Error::EmptyPassphrase)));
    assert!(!new.exists());
}

#[test]
fn a_vault_that_cannot_be_made_leaves_nothing() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("office");
    let broken = Settings { steps: &[crate::store::migrate::Step::Sql("CREATE NONSENSE")], ..Settings::default() };
    assert!(opening::create(&path, &passphrase(), FIRST_USER, broken).is_err());
    assert!(!path.exists());

    fs::write(place.path().join("file"), "").unwrap();
    let below_a_file = place.path().join("file/office");
    assert!(Vault::create(&below_a_file, &passphrase(), FIRST_USER).is_err());
}

#[test]
fn a_vault_that_somebody_else_finished_meanwhile_stays() {
    let (_place, path, _) = closed_vault();
    let before = fs::read(path.join("vault.keys")).unwrap();
    // The folder was empty when it was looked at.
    let made = opening::create_in(&Folder::new(&path), true, &passphrase(), FIRST_USER, Settings::default());
    assert!(matches!(made.err(), Some(Error::AlreadyAVault)));
    assert_eq!(fs::read(path.join("vault.keys")).unwrap(), before);
    let vault = open(&path).unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("kept"));
    vault.close_and_wait();
}

#[test]
fn everybody_who_closes_waits() {
    let (_place, path, vault, _) = new_vault();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let reply = vault.write(move |work| {
        let _ = wait.recv();
        work.db.set_vault_info("note", "the last")
    });
    let first = std::thread::spawn({
        let vault = vault.clone();
        move || vault.close_and_wait()
    });
    // Until the first one has the thread to wait for.
    while vault.0.writer.try_lock().is_ok_and(|writer| writer.is_some()) {
        std::thread::yield_now();
    }
    let second = std::thread::spawn(move || {
        vault.close_and_wait();
        open(&path).map(|vault| noted(&vault))
    });
    // Time to be wrong in; with none, the test would only show less.
    std::thread::sleep(Duration::from_millis(50));
    drop(go);
    assert_eq!(second.join().unwrap().unwrap().as_deref(), Some("the last"));
    reply.wait().unwrap().unwrap();
    first.join().unwrap();
}

#[test]
fn a_folder_is_seen_without_a_passphrase() {
    let (place, path, _) = closed_vault();
    assert_eq!(Vault::peek(&path).unwrap(), Peek::Vault { users: vec![FIRST_USER.to_owned()] });
    assert_eq!(Vault::peek(place.path()).unwrap(), Peek::OtherFiles);
    assert_eq!(Vault::peek(&place.path().join("none")).unwrap(), Peek::NoFolder);
    fs::create_dir(place.path().join("empty")).unwrap();
    assert_eq!(Vault::peek(&place.path().join("empty")).unwrap(), Peek::Empty);
    let vault = open(&path).unwrap();
    assert!(Vault::peek(&path).is_ok(), "also while it is open");
    vault.close_and_wait();
}

#[test]
fn a_vault_opens_once_at_a_time() {
    let (_place, path, vault, _) = new_vault();
    assert!(matches!(why_not(&path), Error::InUse));
    vault.close_and_wait();

    // Another process would hold the lock of the file.
    let elsewhere = fs::File::options().write(true).open(path.join("vault.lock")).unwrap();
    elsewhere.lock().unwrap();
    assert!(matches!(why_not(&path), Error::InUse));
    drop(elsewhere);
    open(&path).unwrap().close_and_wait();
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let (_place, path, vault, recovery) = new_vault();
    let change = |old: Proof, new: &str| set_passphrase(&vault, old, Passphrase::new(new));
    assert!(matches!(change(Proof::Passphrase(Passphrase::new("guess")), "second"), Err(Error::WrongPassphrase)));
    assert!(matches!(change(Proof::Passphrase(passphrase()), ""), Err(Error::EmptyPassphrase)));
    change(Proof::Passphrase(passphrase()), "second").unwrap();
    change(Proof::Recovery(recovery), "third").unwrap();
    note(&vault, "kept");
    vault.close_and_wait();
    assert!(matches!(why_not(&path), Error::WrongPassphrase));
    let vault = Vault::open(&path, FIRST_USER, &Passphrase::new("third")).unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("kept"));
    assert_eq!(vault.notices(), []);
}

#[test]
fn nothing_written_can_be_read_in_any_file() {
    let (_place, path, vault, recovery) = new_vault();
    let marker = "Zjarrvik Qwomble";
    note(&vault, marker);
    let stored = vault.write(move |work| work.attachments.put(marker.as_bytes())).wait().unwrap().unwrap();
    let utf16: Vec<u8> = marker.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let secrets = [marker.as_bytes(), &utf16, WORDS.as_bytes(), recovery.bytes()];
    let scan = || {
        for file in files(&path) {
            for secret in secrets {
                assert!(!contains(&file, secret), "{}", file.display());
            }
        }
    };
    assert!(fs::metadata(path.join("vault.db-wal")).unwrap().len() > 0, "the log is scanned, too");
    scan();
    vault.checkpoint().wait().unwrap().unwrap();
    scan();
    vault.close_and_wait();
    scan();
    assert!(path.join("attachments").join(stored.file).exists());
}

#[test]
fn an_attachment_outlives_closing() {
    let (_place, path, vault, _) = new_vault();
    let stored = vault.write(|work| work.attachments.put(b"a signed form".as_slice())).wait().unwrap().unwrap();
    vault.close_and_wait();
    let vault = open(&path).unwrap();
    let got = vault.read(move |work| work.attachments.get(&stored.file, &stored.wrapped_key)).wait().unwrap();
    assert_eq!(got.unwrap().as_slice(), b"a signed form");
}

#[test]
fn ids_go_on_after_opening_again() {
    let (_place, path, vault, _) = new_vault();
    let far = 1_i64 << 61;
    let first = vault
        .write(move |work| {
            work.db.ids().continue_after(far);
            work.db.new_id()
        })
        .wait()
        .unwrap();
    assert!(first > far);
    assert_eq!(first >> 12 & 1_023, i64::from(FIRST_DEVICE));
    vault.close_and_wait();
    let vault = open(&path).unwrap();
    assert!(vault.write(|work| work.db.new_id()).wait().unwrap() > first);
}

#[test]
fn an_older_schema_is_brought_up_with_a_copy_set_aside() {
    use crate::store::migrate::Step;
    static TWO: &[Step] = &[crate::store::schema::STEPS[0], Step::Sql("CREATE TABLE later (id INTEGER PRIMARY KEY)")];
    static ONE: &[Step] = &[crate::store::schema::STEPS[0]];
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("office");
    let old = Settings { steps: ONE, ..Settings::default() };
    let (vault, _) = opening::create(&path, &passphrase(), FIRST_USER, old).unwrap();
    vault.close_and_wait();

    let newer = Settings { steps: TWO, ..Settings::default() };
    let proof = Proof::Passphrase(passphrase());
    let vault = opening::open(&path, Some(FIRST_USER), &proof, newer).unwrap();
    assert_eq!(vault.notices(), [Notice::Migrated { from: 1, to: 2 }]);
    assert_eq!(files(&vault.backups()).len(), 1);
    vault.close_and_wait();
}

#[cfg(unix)]
#[test]
fn everything_is_private_whatever_the_umask() {
    // A process has one umask, so another process does it: this very program, with one test.
    let status = std::process::Command::new("sh")
        .args(["-c", "umask 000; exec \"$0\" --exact vault::tests::make_files_for_the_umask --ignored"])
        .arg(std::env::current_exe().unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&status.stdout).into_owned() + &String::from_utf8_lossy(&status.stderr);
    assert!(status.status.success() && said.contains("1 passed"), "{said}");
}

#[cfg(unix)]
#[test]
#[ignore = "run by everything_is_private_whatever_the_umask"]
fn make_files_for_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("office");
    fs::create_dir(&path).unwrap();
    assert_eq!(mode(&path), 0o777, "the umask is 000");
    let (vault, _) = Vault::create(&path, &passphrase(), FIRST_USER).unwrap();
    note(&vault, "kept");
    assert!(noted(&vault).is_some());
    let copy = vault.backups().join("copy.db");
    vault
        .write(move |work| {
            work.attachments.put(b"content".as_slice()).unwrap();
            work.db.copy_to(&copy).unwrap();
        })
        .wait()
        .unwrap();
    for folder in [path.clone(), path.join("attachments"), path.join("backups")] {
        assert_eq!(mode(&folder), 0o700, "{}", folder.display());
    }
    let files = files(&path);
    assert!(files.len() >= 9, "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    vault.close_and_wait();
}
