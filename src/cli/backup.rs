//! `backup`: making one, restoring one, and which there are.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::failure::Failure;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::office::backup::{self, Kept};
use crate::t;

/// Makes a backup as a file of its own.
pub fn create(session: &Session, file: &Path) -> Result<Answer, Failure> {
    let made = session.in_office(|office| backup::make_file(office, file).map_err(|error| session.failure(&error)))?;
    let place = made.path.display().to_string();
    let text = t!(session.lang, "cli-backup-made", file = place, size = i18n::file_size(session.lang, made.size));
    Ok(Answer {
        warnings: lacking(&made, session.lang).into_iter().collect(),
        ..Answer::new(document(&made), format!("{text}\n"))
    })
}

/// Returns what people should know of a backup in which an attachment is not as it was put there.
pub fn lacking(made: &Kept, lang: Lang) -> Option<String> {
    let (missing, damaged) = (made.manifest.missing, made.manifest.damaged);
    (!made.manifest.is_whole()).then(|| t!(lang, "cli-backup-lacking", missing = missing, damaged = damaged))
}

/// Makes a card file of a backup in a new folder.
pub fn restore(session: &Session, file: &Path, dir: &Path) -> Result<Answer, Failure> {
    let failure = |error: &crate::office::Error| session.failure(error);
    // What is no backup is said before anybody is asked for a passphrase.
    backup::peek(file).map_err(|error| failure(&error.into()))?;
    let (user, proof) = session.proof()?;
    let user = user.as_deref();
    let restored = backup::restore_beside(file, dir, session.named_folder().as_deref(), user, &proof, session.lang)
        .map_err(|error| failure(&error))?;
    let folder = restored.office.folder().to_path_buf();
    let vault_id = restored.manifest.vault_id().to_owned();
    restored.office.close();
    let text = t!(
        session.lang,
        "cli-backup-restored",
        folder = folder.display().to_string(),
        date = time(restored.manifest.made_at, session.lang),
        persons = restored.persons,
        companies = restored.companies
    );
    let mut text = format!("{text}\n");
    if restored.erased_again > 0 {
        text.push_str(&format!("{}\n", t!(session.lang, "cli-backup-erased-again", count = restored.erased_again)));
    }
    let json = json!({
        "vault_id": vault_id,
        "folder": folder,
        "made_at": restored.manifest.made_at,
        "persons": restored.persons,
        "companies": restored.companies,
        "erased_again": restored.erased_again,
    });
    let mut answer = Answer::new(json, text);
    if session.named_folder().is_none() {
        answer.warnings.push(t!(session.lang, "cli-backup-restored-alone"));
    }
    Ok(answer)
}

/// Lists the backups that are kept.
pub fn list(session: &Session) -> Result<Answer, Failure> {
    let lang = session.lang;
    let state = session.in_office(|office| backup::state(office).map_err(|error| session.failure(&error)))?;
    let rows: Vec<Vec<String>> = state.backups.iter().map(|kept| row(kept, lang)).collect();
    let json = json!({
        "folder": state.folder,
        "failed_since": state.failed,
        "backups": state.backups.iter().map(document).collect::<Vec<_>>(),
    });
    let text = if rows.is_empty() { format!("{}\n", t!(lang, "cli-backup-none")) } else { aligned(&rows) };
    Ok(Answer::new(json, text))
}

/// Returns a backup for scripts.
pub fn document(kept: &Kept) -> Value {
    json!({
        "file": PathBuf::from(&kept.path),
        "at": kept.manifest.made_at,
        "reason": kept.manifest.reason.key(),
        "size": kept.size,
        "persons": kept.manifest.persons,
        "companies": kept.manifest.companies,
        "attachments_missing": kept.manifest.missing,
        "attachments_damaged": kept.manifest.damaged,
    })
}

fn row(kept: &Kept, lang: Lang) -> Vec<String> {
    let reason = i18n::text(lang, &format!("backup-reason-{}", kept.manifest.reason.key()));
    let name = kept.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    vec![time(kept.manifest.made_at, lang), reason, i18n::file_size(lang, kept.size), name]
}

fn time(at: crate::model::Moment, lang: Lang) -> String {
    i18n::date_time(lang, crate::model::Zone::local().at(at))
}
