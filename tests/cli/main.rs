//! The real program on real card files, as scripts call it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod activities;
mod backups;
mod bookmarks;
mod cards;
mod companies;
mod erasing;
mod exports;
mod files;
mod guide;
mod holds;
mod hostile;
mod intake;
mod keys;
mod leaks;
mod mail;
#[path = "../mail_server/server.rs"]
mod mail_server;
mod mailing;
mod mass_edit;
mod may_mail;
#[cfg(target_os = "linux")]
mod memory;
mod merging;
mod office;
mod proofs;
mod regressions;
mod reports;
mod retention;
mod rights;
mod rules;
mod selections;
mod settings;
mod states;
mod subscriptions;
mod trash;
mod usage;
mod users;
mod vaults;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const PASSPHRASE: &str = "correct horse battery staple";

/// A home of its own, so that nothing of the computer's user is read or written.
struct Home {
    dir: tempfile::TempDir,
}

/// What a call gave.
struct Outcome {
    code: i32,
    out: String,
    err: String,
}

impl Outcome {
    /// Returns the one JSON document on standard output.
    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {:?} {:?}", self.out, self.err))
    }

    /// Returns the JSON answer of a call that went well and said nothing else.
    #[track_caller]
    fn answer(&self) -> Value {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.json()
    }

    /// Returns kind and message of a JSON error.
    #[track_caller]
    fn error(&self) -> (String, String) {
        assert_eq!(self.err, "", "nothing but the document");
        let json = self.json();
        let text = |key: &str| json["error"][key].as_str().unwrap().to_owned();
        (text("kind"), text("message"))
    }
}

impl Home {
    fn new() -> Self {
        let home = Self { dir: tempfile::tempdir().unwrap() };
        for folder in ["home", "tmp", "input"] {
            std::fs::create_dir(home.path(folder)).unwrap();
        }
        home.file("passphrase", &format!("{PASSPHRASE}\n"));
        home
    }

    /// Returns a home with a card file in it.
    fn with_vault() -> Self {
        let home = Self::new();
        home.call(&["init", &home.text("vault")]).answer();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// Writes a file among those that are given to the program, and returns its path.
    fn file(&self, name: &str, content: &str) -> String {
        let path = self.path("input").join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Returns the program with nothing but a home around it.
    fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kartotek"));
        self.surround(&mut command);
        command
    }

    fn surround(&self, command: &mut Command) {
        command.stdin(Stdio::null()).env_clear().env("LANG", "en_US.UTF-8");
        for name in ["PATH", "SYSTEMROOT"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        for name in ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"] {
            command.env(name, self.path("home"));
        }
        for name in ["TMPDIR", "TMP", "TEMP"] {
            command.env(name, self.path("tmp"));
        }
    }

    /// Calls the program with `arguments` as they are.
    fn plain(&self, arguments: &[&str]) -> Outcome {
        finish(self.program().args(arguments))
    }

    /// Calls the program on the vault, with its passphrase, for an answer in JSON.
    fn call(&self, arguments: &[&str]) -> Outcome {
        self.plain(&[&["--json"], arguments, &self.options()].concat())
    }

    /// As [`Home::call`], for an answer in words.
    fn say(&self, arguments: &[&str]) -> Outcome {
        self.plain(&[arguments, &self.options()].concat())
    }

    fn options(&self) -> [&'static str; 4] {
        // Tests are few and short: what they leak is gone with them.
        let leak = |name: &str| -> &'static str { Box::leak(self.text(name).into_boxed_str()) };
        ["--vault", leak("vault"), "--passphrase-file", leak("input/passphrase")]
    }

    /// Imports people from CSV and returns the answer.
    #[track_caller]
    fn import(&self, csv: &str) -> Value {
        let file = self.file("people.csv", csv);
        self.call(&["import", &file, "--purpose", "sales", "--basis", "contract", "--source", "fair"]).answer()
    }

    /// Returns the identity of the only person found.
    #[track_caller]
    fn only(&self, text: &str) -> String {
        let found = self.call(&["find", text]).answer();
        assert_eq!(found["total"], 1, "{text}: {found}");
        found["persons"][0]["id"].as_str().unwrap().to_owned()
    }
}

fn finish(command: &mut Command) -> Outcome {
    let output = command.output().unwrap();
    Outcome {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Returns all files below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files
}
