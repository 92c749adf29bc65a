//! The real program is killed while it removes somebody: who stays opens the card file, and who leaves is in or out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kartotek::i18n::Lang;
use kartotek::model::user::User;
use kartotek::office::{Error, Office, journal, users};
use kartotek::vault::{self, Passphrase, Proof};

use super::changes::furnish;
use super::dice::Dice;
use super::ground::{Ground, PASSPHRASE, assert_sound, copy};
use super::state::State;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kartotek");
const KARI: &str = "Kari";
const HERS: &str = "seven quiet herons crossed";
/// Longer than this nobody takes, on however slow a computer.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn twenty_kills_while_somebody_is_removed_leave_no_half_door() {
    kill(20);
}

#[test]
#[ignore = "takes some minutes"]
fn two_hundred_kills_while_somebody_is_removed_leave_no_half_door() {
    kill(200);
}

/// When the program is killed.
#[derive(Debug)]
enum When {
    /// After a part of the time that removing takes: of a thousand parts, so many.
    After(u64),
    /// Once the copy under the new key is begun, and some thousandths of the time later.
    Copying(u64),
    /// Once the file of keys is another, and some thousandths of the time later.
    Announced(u64),
    /// Not at all.
    Never,
}

/// What removing somebody had come to when the program was killed.
#[derive(Debug, Default)]
struct Counts {
    nothing: u64,
    all: u64,
    /// Of those, how many the next opening had to finish.
    healed: u64,
}

fn kill(kills: u64) {
    let ground = Ground::new(|office| {
        furnish(office, 40);
        let proof = Proof::Passphrase(Passphrase::new(PASSPHRASE));
        office.add_user(proof, KARI, "seller", Passphrase::new(HERS)).wait().unwrap();
    });
    fs::write(ground.path("key"), ground.recovery().to_string()).unwrap();
    let office = ground.open(&ground.vault()).unwrap();
    let before = State::read(&office).unwrap();
    office.close();
    let whole = {
        let vault = ground.copy("copy");
        let began = Instant::now();
        assert!(removing(&ground, &vault).wait().unwrap().success());
        began.elapsed()
    };
    let mut dice = Dice::new(kills);
    let mut counts = Counts::default();
    for number in 0..kills {
        let when = match number % 4 {
            _ if number + 1 == kills => When::Never,
            // Most of the time goes into the backup at the end.
            0 => When::After(if number == 0 { 0 } else { dice.below(400) }),
            1 => When::Announced(dice.below(100)),
            2 => When::Copying(dice.below(30)),
            _ => When::Copying(dice.below(300)),
        };
        let vault = ground.copy("copy");
        kill_when(removing(&ground, &vault), &vault, &when, whole);
        look(&ground, &vault, &before, &mut counts).unwrap_or_else(|what| panic!("kill {number}, {when:?}: {what}"));
    }
    println!("{kills} kills while somebody was removed: {counts:?}");
    // The first kill comes at once, and the last never. Whether one falls between the two, the computer decides.
    assert!(counts.nothing > 0 && counts.all > 0, "the kills came at one time: {counts:?}");
}

/// Starts the program to remove somebody. It opens with the recovery key, which is quick.
fn removing(ground: &Ground, vault: &Path) -> Child {
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("LANG", "en_US.UTF-8").env("KARTOTEK_CONFIG_DIR", ground.path("settings"));
    command.args(["--json", "users", "remove", KARI, "--vault"]).arg(vault);
    command.arg("--recovery-key-file").arg(ground.path("key"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn kill_when(mut child: Child, vault: &Path, when: &When, whole: Duration) {
    let part = |parts: u64| whole.mul_f64(parts as f64 / 1_000.0);
    let keys = fs::read(vault.join("vault.keys")).unwrap();
    let is_announced = || fs::read(vault.join("vault.keys")).is_ok_and(|now| now != keys);
    let later = match when {
        When::After(parts) => part(*parts),
        When::Copying(parts) => {
            until(&mut child, || has_draft(vault));
            part(*parts)
        }
        When::Announced(parts) => {
            until(&mut child, is_announced);
            part(*parts)
        }
        When::Never => {
            assert!(child.wait().unwrap().success());
            return;
        }
    };
    std::thread::sleep(later);
    // It may have ended by itself.
    let _ = child.kill();
    child.wait().unwrap();
}

/// Waits until something holds, or the program has ended.
fn until(child: &mut Child, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() && child.try_wait().unwrap().is_none() {
        assert!(began.elapsed() < PATIENCE, "the program hangs");
        std::thread::yield_now();
    }
}

fn has_draft(vault: &Path) -> bool {
    let names = fs::read_dir(vault).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.into_iter().any(|name| name.to_string_lossy().starts_with(".draft-"))
}

/// Looks at what a kill left: first as who leaves, in a copy; then as who stays, which mends what is to be mended.
fn look(ground: &Ground, vault: &Path, before: &State, counts: &mut Counts) -> Result<(), String> {
    let left: PathBuf = ground.path("left");
    copy(vault, &left);
    let entered = enters(&left)?;
    let slots = has_slot(vault);

    let office = match Office::open(vault, "me", &Passphrase::new(PASSPHRASE), Lang::En) {
        Ok(office) => office,
        Err(error) => return Err(format!("who stays does not get in: {error}")),
    };
    let found = State::read(&office).unwrap();
    let found = State { journal: before.journal, ..found };
    if found != *before {
        return Err(found.difference(before));
    }
    assert_sound(&office, "who stays");
    let verdict = journal::examine(&office).unwrap();
    if !verdict.is_intact() {
        return Err("the journal is broken".to_owned());
    }
    let people: Vec<User> = office.read(|desk| users::list(desk)).wait().unwrap();
    let kari = people.into_iter().find(|user| user.name == KARI).unwrap();
    office.close();

    let is_out = kari.removed_at.is_some();
    if entered == is_out {
        return Err(format!("she got in: {entered}, and was removed: {is_out}"));
    }
    if is_out {
        counts.all += 1;
        counts.healed += u64::from(slots);
        if has_slot(vault) {
            return Err("her slot is there still".to_owned());
        }
        if enters(vault)? {
            return Err("she got in after the others had been there".to_owned());
        }
        // With the files of before, too, there is nothing for her: the database has another key.
        for name in ["vault.keys", "vault.keys.bak"] {
            fs::copy(ground.vault().join(name), vault.join(name)).unwrap();
        }
        if enters(vault).is_ok_and(|enters| enters) {
            return Err("the key was not changed".to_owned());
        }
    } else {
        counts.nothing += 1;
        if !enters(vault)? {
            return Err("she was not removed, and is locked out".to_owned());
        }
    }
    Ok(())
}

/// Answers whether who leaves gets in, with her passphrase.
fn enters(vault: &Path) -> Result<bool, String> {
    match Office::open(vault, KARI, &Passphrase::new(HERS), Lang::En) {
        Ok(office) => {
            office.close();
            Ok(true)
        }
        Err(Error::NotAtWork | Error::Vault(vault::Error::UnknownUser)) => Ok(false),
        Err(error) => Err(format!("she is told: {error}")),
    }
}

/// Answers whether she has a slot in either file of keys.
fn has_slot(vault: &Path) -> bool {
    let files = ["vault.keys", "vault.keys.bak"].map(|name| fs::read(vault.join(name)).unwrap());
    files.iter().any(|bytes| String::from_utf8_lossy(bytes).contains(&format!("\"{KARI}\"")))
}
