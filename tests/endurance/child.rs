//! This program once more, as a process of its own that can be killed.
//!
//! A child is the test [`child`] alone, with its part in an environment variable. What it has to say goes to standard
//! error, line by line: the test harness writes nothing there.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};

use kartotek::office::finding::Order;
use kartotek::vault::{Passphrase, Proof, RecoveryKey};

use super::changes::Plan;
use super::ground::{self, Ground, PASSPHRASE};
use super::mail_kills;
use super::state::State;

const PART: &str = "KARTOTEK_CHILD";
const VAULT: &str = "KARTOTEK_CHILD_VAULT";
const RECOVERY: &str = "KARTOTEK_CHILD_RECOVERY";
/// The file with the certificate of the authority that the mail server is believed by.
pub const AUTHORITY: &str = "KARTOTEK_CHILD_AUTHORITY";

/// What a child says once the vault is open and read.
pub const READY: &str = "ready";
/// What it says when a change was answered.
pub const ANSWERED: &str = "answered";
/// What it says when a new passphrase was answered.
pub const PASSPHRASE_CHANGED: &str = "passphrase";

/// What a child does.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Makes changes one after the other and says so when each is answered; after so many of them changes the passphrase,
    /// and closes and opens the vault.
    Write { seed: u64, rows: u64, changes: u64, between_openings: u64 },
    /// Makes changes on a disk that is full at each of them.
    FullDisk,
    /// Lets go of the vault while it is being read, and ends at once.
    Exit,
    /// Sends what is due.
    Send,
}

impl Part {
    fn text(self) -> String {
        match self {
            Self::Write { seed, rows, changes, between_openings } => {
                format!("write {seed} {rows} {changes} {between_openings}")
            }
            Self::FullDisk => "full disk".to_owned(),
            Self::Exit => "exit".to_owned(),
            Self::Send => "send".to_owned(),
        }
    }

    fn from_text(text: &str) -> Self {
        let mut words = text.split(' ');
        match words.next() {
            Some("write") => {
                let mut number = || words.next().unwrap().parse().unwrap();
                Self::Write { seed: number(), rows: number(), changes: number(), between_openings: number() }
            }
            Some("full") => Self::FullDisk,
            Some("exit") => Self::Exit,
            Some("send") => Self::Send,
            other => panic!("{other:?}"),
        }
    }
}

/// Returns the command that starts a child.
pub fn command(ground: &Ground, vault: &Path, part: Part) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "child::child", "--nocapture", "--test-threads=1"]);
    command.env(PART, part.text()).env(VAULT, vault).env(RECOVERY, ground.recovery().to_string());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// A child at work; it is killed when this is dropped.
pub struct Running {
    child: Child,
    lines: io::Lines<BufReader<ChildStderr>>,
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Waits for the next line; none where the child has ended.
    pub fn line(&mut self) -> Option<String> {
        self.lines.next().map(Result::unwrap)
    }

    /// Kills the child at once (SIGKILL on Unix), and returns the lines it had still written.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::iter::from_fn(|| self.line()).collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The child; a test that has nothing to do unless it was started as one.
#[test]
fn child() {
    let Ok(part) = std::env::var(PART) else { return };
    let vault = PathBuf::from(std::env::var_os(VAULT).unwrap());
    let recovery = std::env::var(RECOVERY).unwrap().parse::<RecoveryKey>().unwrap();
    let open = || ground::open(&vault, &recovery).unwrap();
    match Part::from_text(&part) {
        Part::Write { seed, rows, changes, between_openings } => {
            let mut office = open();
            let mut plan = Plan::new(State::read(&office).unwrap(), seed, rows);
            say(READY);
            for number in 1..=changes {
                plan.next().make(&office, vault.parent().unwrap()).unwrap();
                say(&format!("{ANSWERED} {number}"));
                if number % between_openings == 0 {
                    let new = Passphrase::new(format!("{PASSPHRASE} {number}"));
                    office.set_passphrase(Proof::Recovery(recovery.clone()), new).wait().unwrap();
                    say(PASSPHRASE_CHANGED);
                    office.close();
                    office = open();
                }
            }
            office.close();
        }
        #[cfg(target_os = "linux")]
        Part::FullDisk => super::full_disk::on_a_small_disk(vault.parent().unwrap()),
        #[cfg(not(target_os = "linux"))]
        Part::FullDisk => {}
        Part::Exit => {
            let office = open();
            drop(office.prepare_search());
            drop(office.find("", Order::default()));
            drop(office.read(|desk| kartotek::office::check::run(desk, &kartotek::office::Progress::default())));
        }
        Part::Send => {
            let office = open();
            say(READY);
            mail_kills::send(&office, &PathBuf::from(std::env::var_os(AUTHORITY).unwrap()));
            office.close();
        }
    }
}

/// Says a line, past the test harness and in one piece.
fn say(words: &str) {
    io::stderr().write_all(format!("{words}\n").as_bytes()).unwrap();
}
