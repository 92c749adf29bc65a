//! `init` and `demo`: new card files.

use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use super::answer::Answer;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::office::{Office, Progress, sample, setup};
use crate::t;
use crate::vault::Passphrase;

/// Makes a new card file; its recovery key is printed this once.
pub fn init(session: &Session, dir: &Path) -> Result<Answer, Failure> {
    let lang = session.lang;
    let passphrase = session.hard_to_guess(session.passphrase(true)?)?;
    let (office, key) = Office::create(dir, &passphrase, lang).map_err(|error| session.failure(&error))?;
    let id = session.finish(office, |office| {
        // Who makes a card file by command has the key in the answer; only the window asks for it to be typed back.
        session.wait(office.write(setup::confirm_recovery))?;
        session.wait(office.read(|desk| setup::vault_id(desk)))
    })?;
    let key = key.to_string();
    let text = format!(
        "{}\n{}\n",
        t!(lang, "cli-created", folder = dir.display().to_string()),
        t!(lang, "cli-recovery-key", key = key.as_str())
    );
    Ok(Answer::new(json!({ "vault_id": id, "recovery_key": key }), text))
}

/// Makes a new card file of sample people, the same for the same seed.
pub fn demo(session: &Session, dir: &Path, persons: u64, seed: u64) -> Result<Answer, Failure> {
    let lang = session.lang;
    let passphrase = session.passphrase_in_file()?.unwrap_or_else(|| Passphrase::new(sample::PASSPHRASE));
    let (office, _) = Office::create(dir, &passphrase, lang).map_err(|error| session.failure(&error))?;
    let made = session.finish(office, |office| {
        let progress = Arc::new(Progress::default());
        let work = Arc::clone(&progress);
        session.wait(office.write(setup::confirm_recovery))?;
        progress::shown(&progress, || session.wait(sample::make(office, persons, seed, work)))
    })?;
    let text =
        format!("{}\n", t!(lang, "cli-demo-created", persons = made.persons, folder = dir.display().to_string()));
    Ok(Answer::new(json!({ "persons": made.persons, "companies": made.companies }), text))
}
