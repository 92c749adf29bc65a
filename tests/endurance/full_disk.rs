//! A disk that is really full, at every change: a clear answer, nothing half done, and room in reserve to go on with.
//!
//! Failing at every single page, and everything that writes, is tested in the library (`office/tests/full_disk.rs`);
//! here are the log, the files of cards and the keys, which only a real disk refuses.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use kartotek::i18n::Lang;
use kartotek::office::problem::{Kind, Problem};
use kartotek::office::{Error, Office};
use kartotek::vault::{Passphrase, Proof};

use super::changes::{Change, Plan, furnish};
use super::child::{Part, command};
use super::ground::{Ground, PASSPHRASE, assert_sound};
use super::state::State;

const DISK: &str = "size=24m,mode=700";
const PAGE: u64 = 4_096;
const CHANGES: usize = 120;
/// So many pages are left on the disk, in turns: nothing, what a part of a change needs, what most of them need.
const ROOM: [u64; 8] = [0, 1, 2, 4, 8, 16, 24, 40];

#[test]
#[ignore = "needs Linux, unshare and the right to mount a small disk"]
fn a_real_full_disk_stops_everything_whole() {
    let ground = Ground::new(|_| {});
    let disk = ground.path("disk");
    fs::create_dir(&disk).unwrap();
    let child = command(&ground, &disk.join("vault"), Part::FullDisk);
    let mut mounted = Command::new("unshare");
    let script = format!("mount -t tmpfs -o {DISK} none \"$1\" && shift && exec \"$@\"");
    mounted.args(["--mount", "--map-root-user", "sh", "-c", &script, "sh"]);
    mounted.arg(&disk).arg(child.get_program()).args(child.get_args());
    for (name, value) in child.get_envs() {
        mounted.env(name, value.unwrap_or_default());
    }
    let ended = mounted.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{said}");
    println!("{said}");
}

/// What the child does, on a disk of its own.
pub fn on_a_small_disk(disk: &Path) {
    let vault = disk.join("vault");
    let scratch = disk.parent().unwrap();
    let words = Passphrase::new(PASSPHRASE);
    let filler = disk.join("filler");

    // Where there is no room for a vault, there is none afterwards.
    fill(&filler, 100);
    let none = Office::create(&vault, &words, Lang::En).err().unwrap();
    assert_full(&none, "a new vault");
    assert!(!vault.exists());
    fs::remove_file(&filler).unwrap();

    let (office, recovery) = Office::create(&vault, &words, Lang::En).unwrap();
    furnish(&office, 10);
    let mut plan = Plan::new(State::read(&office).unwrap(), 5, 8);
    office.close();
    let open = || Office::open_with_recovery(&vault, &recovery, Lang::En);
    let (mut refused, mut made) = (0, 0);
    for number in 0..CHANGES {
        let office = open().unwrap();
        let before = State::read(&office).unwrap();
        assert!(before == plan.state, "{}", before.difference(&plan.state));
        let change = plan.next();
        let room = ROOM[number % ROOM.len()];
        let what = format!("{change:?} with room for {room} pages");
        // Made at opening, beside the first questions; whole when a change before it is done.
        office.write(|_| Ok(())).wait().unwrap();
        assert!(vault.join("ballast").exists());
        fill(&filler, room);
        if let Err(error) = change.make(&office, scratch) {
            assert_full(&error, &what);
            let after = State::read(&office).unwrap();
            assert!(after == before, "{what}: {}", after.difference(&before));
            assert_sound(&office, &what);
            // The room in reserve was given up, and is enough to go on.
            assert!(!vault.join("ballast").exists(), "{what}");
            change.make(&office, scratch).unwrap_or_else(|error| panic!("{what}, again: {error}"));
            refused += 1;
        } else {
            made += 1;
        }
        let after = State::read(&office).unwrap();
        assert!(after == plan.state, "{what}: {}", after.difference(&plan.state));
        assert_sound(&office, &what);
        office.close();
        fs::remove_file(&filler).unwrap();
    }

    // The keys are as they were, or as they ought to be.
    for room in [0, 1, 2, 3, 4, 6] {
        let office = open().unwrap();
        office.write(|_| Ok(())).wait().unwrap();
        let before = (State::read(&office).unwrap(), fs::read(vault.join("vault.keys")).unwrap());
        fill(&filler, room);
        let new = Passphrase::new("another one");
        let change = || office.set_passphrase(Proof::Recovery(recovery.clone()), new.clone()).wait();
        if let Err(error) = change() {
            assert_full(&error, "a new passphrase");
            let keys = fs::read(vault.join("vault.keys")).unwrap();
            assert!((State::read(&office).unwrap(), keys) == before, "a passphrase with room for {room} pages");
            assert_eq!(fs::read(vault.join("vault.keys.bak")).unwrap(), before.1);
            change().unwrap();
        }
        plan.state.journal += 1;
        assert!(fs::read(vault.join("vault.keys")).unwrap() != before.1);
        assert_eq!(State::read(&office).unwrap().journal, plan.state.journal);
        office.close();
        fs::remove_file(&filler).unwrap();
    }

    // On a full disk a card file is opened, too, and people are taken out of it.
    let office = open().unwrap();
    let import = loop {
        match plan.next() {
            undo @ Change::Undo { .. } => break undo,
            other => other.make(&office, scratch).unwrap(),
        }
    };
    office.close();
    fill(&filler, 0);
    let words = Passphrase::new("another one");
    let office = Office::open(&vault, "me", &words, Lang::En).unwrap();
    import.make(&office, scratch).unwrap();
    let after = State::read(&office).unwrap();
    assert!(after == plan.state, "{}", after.difference(&plan.state));
    office.close();
    eprintln!(
        "{CHANGES} changes on a full disk: {refused} refused and made with the room in reserve, {made} found room"
    );
}

fn assert_full(error: &Error, what: &str) {
    let problem = Problem::new(error, Lang::En);
    assert_eq!(problem.kind, Kind::DiskFull, "{what}: {error:?}");
}

/// Fills the disk but for so many pages.
fn fill(filler: &Path, room: u64) {
    let mut file = File::create(filler).unwrap();
    let page = vec![7; usize::try_from(PAGE).unwrap()];
    let mut written = 0;
    loop {
        match file.write_all(&page) {
            Ok(()) => written += PAGE,
            Err(error) if error.kind() == ErrorKind::StorageFull => break,
            Err(error) => panic!("{error}"),
        }
    }
    file.set_len(written.saturating_sub(room * PAGE)).unwrap();
}
