//! Erasing again in an older copy of the card file what was erased since it was made.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Decision, Erased, Hits, Wanted, Work, erase_as, mark_of_card, mark_of_text, prepare, rewriting};
use crate::i18n::Lang;
use crate::model::Moment;
use crate::model::erasure::{Erasure, Exception, Id, State};
use crate::model::journal::{Kind, Subject};
use crate::model::user::{self, Right};
use crate::office::{Desk, Error, Office, Progress};
use crate::store;
use crate::store::erasure::{Mark, Remembered};
use crate::vault::backup::{self, Manifest};
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
    for path in newer_beside(file, &vault_id, &restored.manifest) {
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

/// Returns the backups of a card file beside one that know of more erasures, or that came after it and may know how those
/// ended that it knows of, the newest first.
fn newer_beside(file: &Path, vault_id: &str, restored: &Manifest) -> Vec<PathBuf> {
    let folder = match file.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Vec::new(),
    };
    let found = backup::list(folder, vault_id, None).unwrap_or_default();
    let knows_more = |manifest: &Manifest| {
        manifest.erasures > restored.erasures || (restored.erasures > 0 && manifest.made_at > restored.made_at)
    };
    found.into_iter().filter(|kept| knows_more(&kept.manifest)).map(|kept| kept.path).collect()
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
    let (erased, letters) =
        office.write(move |desk| Ok((carry_over(desk, &known)?, drop_letters(desk, &known)?))).wait()?;
    let Some(erased) = erased else {
        if letters > 0 {
            rewriting::finish_with(office, None, &Arc::<Work>::default())?;
        }
        return Ok(0);
    };
    let count = erased.persons.len() as u64;
    rewriting::finish_with(office, Some((Arc::new(erased.names), erased.kept)), &Arc::<Work>::default())?;
    Ok(count)
}

fn carry_over(desk: &mut Desk<'_>, known: &[Remembered]) -> Result<Option<Erased>, Error> {
    let db = desk.db();
    let there: HashSet<Id> = store::erasure::every(db)?.into_iter().map(|erasure| erasure.id).collect();
    let new = known.iter().flat_map(|known| &known.erasures).filter(|erasure| !there.contains(&erasure.id));
    let mut new: Vec<_> = new.cloned().collect();
    new.sort_by_key(|erasure| erasure.id);
    new.dedup_by_key(|erasure| erasure.id);
    let users: HashSet<user::Id> = store::users::all(db)?.into_iter().map(|user| user.id).collect();
    for mut erasure in new.iter().cloned() {
        if !users.contains(&erasure.by) {
            erasure.by = desk.user().id;
        }
        // A letter that waited there is none that waits here, and nobody was told by it.
        if erasure.state == State::Finishing {
            erasure.told = None;
        }
        if erasure.state != State::Removed {
            erasure.state = State::Done;
        }
        store::erasure::insert(db, &erasure)?;
    }
    let mut all: Option<Erased> = None;
    // One after the other: what was kept for one of them was not kept for another.
    for erasure in &new {
        let Some(erased) = again(desk, erasure, known)? else { continue };
        match &mut all {
            Some(all) => all.add(erased),
            None => all = Some(erased),
        }
    }
    Ok(all)
}

/// Removes the letters that wait here and were sent since; answers how many.
fn drop_letters(desk: &mut Desk<'_>, known: &[Remembered]) -> Result<usize, Error> {
    let sent: HashMap<Id, Moment> = known
        .iter()
        .flat_map(|known| &known.erasures)
        .filter(|erasure| matches!(erasure.state, State::Done | State::Removed))
        .filter_map(|erasure| Some((erasure.id, erasure.told_at?)))
        .collect();
    let mut gone = 0;
    for (erasure, at) in sent {
        let count = store::outbox::remove_of(desk.db(), erasure)?;
        if count > 0 {
            store::erasure::told(desk.db(), erasure, at)?;
            desk.note(Kind::LetterSent, Subject::Record(erasure.0), Vec::new())?;
        }
        gone += count;
    }
    Ok(gone)
}

/// Makes one erasure again, as it was decided then.
fn again(desk: &mut Desk<'_>, erasure: &Erasure, known: &[Remembered]) -> Result<Option<Erased>, Error> {
    let db = desk.db();
    let (mut marks, mut kept) = (HashSet::new(), HashMap::new());
    for known in known {
        for (mark, _) in known.cards.iter().filter(|(_, of)| *of == erasure.id) {
            store::erasure::mark(db, mark, erasure.id)?;
            marks.insert(*mark);
        }
        for suppressed in known.suppressed.iter().filter(|one| one.erasure == erasure.id) {
            store::erasure::suppress(db, suppressed)?;
        }
        for text in known.texts.iter().filter(|text| text.erasure == erasure.id) {
            store::erasure::keep_text(db, text)?;
            kept.insert(text.mark, text.exception);
        }
    }
    let mut ids = store::erasure::everybody(db)?;
    ids.retain(|id| marks.contains(&mark_of_card(desk, *id)));
    if ids.is_empty() {
        return Ok(None);
    }
    let wanted = Wanted { ground: erasure.ground, hits: Hits::Scrub, suppress: false, ..Wanted::new(ids) };
    let wanted = Wanted { hits: decided_then(desk, &wanted, &kept)?, ..wanted };
    let id = Id(db.new_id());
    desk.require(Right::See)?;
    let erased = erase_as(desk, &wanted, id, Kind::ErasedAgain, &Progress::default())?;
    desk.note(Kind::ErasedAgain, Subject::Record(id.0), Vec::new())?;
    Ok(Some(erased))
}

/// Returns what becomes of texts that name people: what was kept when they were erased is kept, and all else that names
/// them goes.
fn decided_then(desk: &Desk<'_>, wanted: &Wanted, kept: &HashMap<Mark, Option<Exception>>) -> Result<Hits, Error> {
    if kept.is_empty() {
        return Ok(Hits::Scrub);
    }
    let plan = prepare(desk, wanted, Kind::ErasedAgain, &Progress::default())?.plan;
    let decided = plan.hits.into_iter().map(|hit| {
        let decision = match kept.get(&mark_of_text(desk, &hit.address)) {
            Some(exception) => Decision::Keep(*exception, String::new()),
            None => Decision::Scrub,
        };
        (hit.address, decision)
    });
    Ok(Hits::Each(decided.collect()))
}
