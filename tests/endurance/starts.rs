//! Many starts at once on one vault, and a second start of the window.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use kartotek::app::doorbell::Doorbell;

use super::changes::furnish;
use super::ground::{Ground, assert_sound};
use super::state::State;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kartotek");
const STARTS: usize = 100;
/// So many that the import lasts until everybody else has been turned away.
const ROWS: usize = 400_000;
const NOT_OPENED: i32 = 3;

/// Returns the real program with nothing but the vault around it.
fn program(ground: &Ground, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("LANG", "en_US.UTF-8").env("KARTOTEK_CONFIG_DIR", ground.path("settings"));
    command.args(arguments).arg("--vault").arg(ground.vault()).arg("--recovery-key-file").arg(ground.path("key"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn of_a_hundred_starts_one_opens_the_vault_and_when_it_is_killed_the_next_one_does() {
    let ground = Ground::new(|office| furnish(office, 3));
    let office = ground.open(&ground.vault()).unwrap();
    let before = State::read(&office).unwrap();
    office.close();
    fs::write(ground.path("key"), ground.recovery().to_string()).unwrap();
    let people = ground.path("people.csv");
    let rows = (0..ROWS).map(|row| format!("Person {row}\n"));
    fs::write(&people, std::iter::once("last name\n".to_owned()).chain(rows).collect::<String>()).unwrap();
    let import = ["--json", "import", people.to_str().unwrap(), "--purpose", "sales", "--basis", "contract"];
    let import = [import.as_slice(), &["--source", "fair"]].concat();

    let mut running: Vec<Child> = (0..STARTS).map(|_| program(&ground, &import).spawn().unwrap()).collect();
    let patience = Instant::now();
    let mut turned_away = 0;
    while running.len() > 1 {
        assert!(patience.elapsed() < Duration::from_secs(100), "{} are still at work", running.len());
        let ended = running.iter_mut().position(|child| child.try_wait().unwrap().is_some());
        let Some(ended) = ended else {
            std::thread::sleep(Duration::from_millis(10));
            continue;
        };
        let outcome = running.remove(ended).wait_with_output().unwrap();
        let out = String::from_utf8(outcome.stdout).unwrap();
        assert_eq!(outcome.status.code(), Some(NOT_OPENED), "{out}");
        assert!(out.contains("\"in-use\""), "{out}");
        turned_away += 1;
    }
    let mut holder = running.remove(0);
    assert_eq!((turned_away, holder.try_wait().unwrap()), (STARTS - 1, None));
    holder.kill().unwrap();
    holder.wait().unwrap();

    let check = program(&ground, &["--json", "check"]).output().unwrap();
    assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
    // Of the import that was killed there is nothing; of the backup made before it, an entry in the journal.
    let office = ground.open(&ground.vault()).unwrap();
    let after = State { journal: before.journal, ..State::read(&office).unwrap() };
    assert!(after == before, "{}", after.difference(&before));
    assert_sound(&office, "after the kill");
    office.close();
}

#[test]
fn a_second_start_of_the_window_rings_at_the_first_and_ends() {
    let ground = Ground::new(|_| {});
    let vault = ground.vault();
    let bell = Doorbell::new(&ground.path("settings").join("run"), &vault);
    let mut rings = bell.clone().listen();
    while !bell.ring() {
        std::thread::yield_now();
    }
    block_on(rings.next()).unwrap();
    let start = |vault: &Path| {
        let mut command = Command::new(PROGRAM);
        command.env_clear().env("KARTOTEK_CONFIG_DIR", ground.path("settings"));
        command.args(["--lang", "en", "--vault"]).arg(vault).stdin(Stdio::null()).output().unwrap()
    };
    let second = start(&vault);
    assert_eq!((second.status.code(), second.stdout.len()), (Some(0), 0));
    let said = String::from_utf8(second.stderr).unwrap();
    assert_eq!(said, "Kartotek shows this card file already. Its window was brought to the front.\n");
    block_on(rings.next()).unwrap();
    // Without the window there is nobody to ring at, and here no display for a window.
    drop(rings);
    while bell.ring() {
        std::thread::yield_now();
    }
    let alone = start(&vault);
    let said = String::from_utf8(alone.stderr).unwrap();
    assert!(alone.status.code() == Some(1) && said.contains("display"), "{said}");
}
