//! Restoring a backup: into a new folder, so that nothing that is there is touched.

use std::path::{Path, PathBuf};

use super::{ENDING, Kept, Manifest, peek};
use crate::i18n::Lang;
use crate::model::journal::{Kind, Subject};
use crate::office::{Error, Office, erasure, setup};
use crate::store::erasure::Remembered;
use crate::t;
use crate::vault::{self, Proof};

/// What came of a backup.
pub struct Restored {
    /// The card file, open.
    pub office: Office,
    /// What the backup held.
    pub manifest: Manifest,
    /// How many persons are in it now.
    pub persons: u64,
    /// How many companies are in it now.
    pub companies: u64,
    /// How many persons were erased again, as they had been since the backup was made.
    pub erased_again: u64,
}

/// Makes a card file of a backup in a folder that is empty or does not exist, and opens it.
///
/// Without a user's name, the passphrase is the first user's.
///
/// # Errors
/// The vault's; nothing is left in the folder then, and nothing else was touched.
pub fn restore(file: &Path, folder: &Path, user: Option<&str>, proof: &Proof, lang: Lang) -> Result<Restored, Error> {
    restore_beside(file, folder, None, user, proof, lang)
}

/// As [`restore`]; erasures that the card file in `origin` knows of, if it is the one that the backup was made of, are
/// made again as well.
///
/// # Errors
/// As [`restore`].
pub fn restore_beside(
    file: &Path,
    folder: &Path,
    origin: Option<&Path>,
    user: Option<&str>,
    proof: &Proof,
    lang: Lang,
) -> Result<Restored, Error> {
    let folder = std::path::absolute(folder).map_err(|source| Error::File { path: folder.to_owned(), source })?;
    let manifest = vault::restore(file, &folder, user, proof)?;
    let known = erasure::known_of(file, origin, &folder, user, proof, lang);
    let entered = enter(&folder, user, proof, lang, manifest, known);
    if entered.is_err() {
        // Whoever opened it would see who was erased since.
        let _ = std::fs::remove_dir_all(&folder);
    }
    entered
}

/// As [`restore`], in the place of a card file that is damaged. That one is not changed: its folder gets another name,
/// which is returned.
///
/// # Errors
/// As [`restore`]; [`Error::File`] where a folder cannot be given another name. The damaged card file is where it was
/// then.
pub fn restore_in_place(
    file: &Path,
    folder: &Path,
    user: Option<&str>,
    proof: &Proof,
    lang: Lang,
) -> Result<(Restored, PathBuf), Error> {
    let unmovable = |source| Error::File { path: folder.to_owned(), source };
    let beside = free_name(folder, |name| t!(lang, "restore-folder-restored", folder = name));
    let manifest = vault::restore(file, &beside, user, proof)?;
    let known = erasure::known_of(file, None, &beside, user, proof, lang);
    let today = chrono::Local::now().format("%Y-%m-%d").to_string();
    let aside = free_name(folder, |name| t!(lang, "restore-folder-damaged", folder = name, date = today.as_str()));
    std::fs::rename(folder, &aside).map_err(unmovable)?;
    if let Err(source) = std::fs::rename(&beside, folder) {
        // As it was before; the restored one stays beside it.
        let _ = std::fs::rename(&aside, folder);
        return Err(unmovable(source));
    }
    match enter(folder, user, proof, lang, manifest, known) {
        Ok(restored) => Ok((restored, aside)),
        Err(error) => {
            // Whoever opened it would see who was erased since.
            let _ = std::fs::remove_dir_all(folder);
            let _ = std::fs::rename(&aside, folder);
            Err(error)
        }
    }
}

fn enter(
    folder: &Path,
    user: Option<&str>,
    proof: &Proof,
    lang: Lang,
    manifest: Manifest,
    known: Vec<Remembered>,
) -> Result<Restored, Error> {
    let office = Office::open_with(folder, user, proof, lang)?;
    // Before anybody sees anything of it.
    let erased_again = erasure::erase_again(&office, known)?;
    let counted = office.write(|desk| {
        desk.note(Kind::Restored, Subject::None, Vec::new())?;
        setup::counts(desk)
    });
    let (persons, companies) = counted.wait()?;
    Ok(Restored { office, manifest, persons, companies, erased_again })
}

/// Returns a folder that does not exist yet, beside a card file's: what is made of its name, then a number.
fn free_name(folder: &Path, made_of: impl Fn(&str) -> String) -> PathBuf {
    let name = folder.file_name().map_or_else(|| "Kartotek".into(), |name| name.to_string_lossy());
    let name = made_of(&name);
    let candidate = |number: u32| match number {
        1 => folder.with_file_name(&name),
        _ => folder.with_file_name(format!("{name} {number}")),
    };
    (1..10_000).map(candidate).find(|path| !path.exists()).unwrap_or_else(|| candidate(10_000))
}

/// Returns the folder that is proposed for a restored card file: the usual one, or one beside it that does not exist.
pub fn proposed_folder(usual: &Path, lang: Lang) -> PathBuf {
    let is_free = match std::fs::read_dir(usual) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if is_free { usual.to_owned() } else { free_name(usual, |name| t!(lang, "restore-folder-restored", folder = name)) }
}

/// Returns the newest backup that lies in the folder of a card file which cannot be opened, as far as can be told
/// without its keys.
pub fn newest_beside(folder: &Path) -> Option<Kept> {
    let entries = std::fs::read_dir(folder.join("backups")).ok()?;
    let paths = entries.flatten().map(|entry| entry.path());
    let backups = paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
    backups.filter_map(|path| peek(&path).ok()).max_by_key(|kept| kept.manifest.made_at)
}
