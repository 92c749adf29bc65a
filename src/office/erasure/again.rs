//! Erasing again in an older copy of the card file what was erased since it was made.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Hits, Wanted, Work, erase_as, mark_of_card, rewriting};
use crate::i18n::Lang;
use crate::model::erasure::{Ground, Id, State};
use crate::model::journal::{Kind, Subject};
use crate::model::user::{self, Right};
use crate::office::{Desk, Error, Office, Progress};
use crate::store;
use crate::store::erasure::{Mark, Remembered, Suppressed};
use crate::vault::backup;
use crate::vault::{self, Proof};

/// Returns what is known of erasures that a backup may not know of: from the newest backup beside it, and from the card
/// file it was made of, where that is given and opens with the same passphrase.
///
/// What cannot be read tells nothing: the backup is restored all the same.
pub fn known_of(
    file: &Path,
    origin: Option<&Path>,
    beside: &Path,
    user: Option<&str>,
    proof: &Proof,
    lang: Lang,
) -> Vec<Remembered> {
    let Ok(restored) = backup::peek(file) else { return Vec::new() };
    let vault_id = restored.manifest.vault_id().to_owned();
    let mut known = Vec::new();
    for path in newer_beside(file, &vault_id, restored.manifest.erasures) {
        match backup::remembered(&path, &vault_id, beside, user, proof) {
            Ok(Some(remembered)) => {
                known.push(remembered);
                break;
            }
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "a newer backup could not be asked for erasures"),
        }
    }
    if let Some(remembered) = origin.and_then(|origin| of_card_file(origin, &vault_id, user, proof, lang)) {
        known.push(remembered);
    }
    known
}

/// Returns the backups of a card file beside one that know of more erasures, the newest first.
fn newer_beside(file: &Path, vault_id: &str, erasures: u64) -> Vec<PathBuf> {
    let folder = match file.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Vec::new(),
    };
    let found = backup::list(folder, vault_id, None).unwrap_or_default();
    found.into_iter().filter(|kept| kept.manifest.erasures > erasures).map(|kept| kept.path).collect()
}

fn of_card_file(folder: &Path, vault_id: &str, user: Option<&str>, proof: &Proof, lang: Lang) -> Option<Remembered> {
    // Another card file knows nothing, and is left alone.
    if vault::id_in(folder).as_deref() != Some(vault_id) {
        return None;
    }
    let office = match Office::open_with(folder, user, proof, lang) {
        Ok(office) => office,
        Err(error) => {
            tracing::warn!(%error, "the card file could not be asked for erasures");
            return None;
        }
    };
    let known = office.read(|desk| Ok(store::erasure::remembered(desk.db())?)).wait();
    office.close();
    known.ok()
}

/// Erases again who was erased since this copy was made, keeps what is known of it, and rewrites the file; answers how
/// many people that were.
///
/// # Errors
/// The vault's. Nothing may be shown of the copy then.
pub fn erase_again(office: &Office, known: Vec<Remembered>) -> Result<u64, Error> {
    if known.iter().all(|known| known.erasures.is_empty()) {
        return Ok(0);
    }
    let erased = office.write(move |desk| carry_over(desk, &known)).wait()?;
    let Some(erased) = erased else { return Ok(0) };
    let count = erased.persons.len() as u64;
    rewriting::finish_with(office, Some((Arc::new(erased.names), Vec::new())), &Arc::<Work>::default())?;
    Ok(count)
}

fn carry_over(desk: &mut Desk<'_>, known: &[Remembered]) -> Result<Option<super::Erased>, Error> {
    let db = desk.db();
    let there: HashSet<Id> = store::erasure::every(db)?.into_iter().map(|erasure| erasure.id).collect();
    let new = known.iter().flat_map(|known| &known.erasures).filter(|erasure| !there.contains(&erasure.id));
    let mut new: Vec<_> = new.cloned().collect();
    new.sort_by_key(|erasure| erasure.id);
    new.dedup_by_key(|erasure| erasure.id);
    if new.is_empty() {
        return Ok(None);
    }
    let users: HashSet<user::Id> = store::users::all(db)?.into_iter().map(|user| user.id).collect();
    for mut erasure in new.iter().cloned() {
        if !users.contains(&erasure.by) {
            erasure.by = desk.user().id;
        }
        if erasure.state == State::Rewriting {
            erasure.state = State::Done;
        }
        store::erasure::insert(db, &erasure)?;
    }
    let news: HashSet<Id> = new.iter().map(|erasure| erasure.id).collect();
    let mut marks: HashSet<Mark> = HashSet::new();
    for known in known {
        for (mark, erasure) in known.cards.iter().filter(|(_, erasure)| news.contains(erasure)) {
            store::erasure::mark(db, mark, *erasure)?;
            marks.insert(*mark);
        }
        for suppressed in known.suppressed.iter().filter(|one| news.contains(&one.erasure)) {
            store::erasure::suppress(db, &Suppressed::clone(suppressed))?;
        }
    }
    let mut ids = store::erasure::everybody(db)?;
    ids.retain(|id| marks.contains(&mark_of_card(desk, *id)));
    if ids.is_empty() {
        return Ok(None);
    }
    // Nobody decides anew: what was decided then is not known here, and what names them goes.
    let wanted = Wanted { hits: Hits::Scrub, suppress: false, ..Wanted::new(ids) };
    let wanted = Wanted { ground: new.last().map_or(Ground::NotNeeded, |erasure| erasure.ground), ..wanted };
    let id = Id(db.new_id());
    desk.require(Right::See)?;
    let erased = erase_as(desk, &wanted, id, Kind::ErasedAgain, &Progress::default())?;
    desk.note(Kind::ErasedAgain, Subject::Record(id.0), Vec::new())?;
    Ok(Some(erased))
}
