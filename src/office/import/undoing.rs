//! Taking an import back.

use super::Undone;
use crate::model::activity::Filter;
use crate::model::basis::{Basis, Decision};
use crate::model::field::Field;
use crate::model::import::Id;
use crate::model::journal::{Kind, Subject};
use crate::model::person::{self, Content};
use crate::model::user::Right;
use crate::model::{company, list};
use crate::office::{Desk, Error, Progress, Rule, companies, holding, legal_basis, persons};
use crate::store;
use crate::store::imports::Touched;

/// What a card held before an import changed it, as it is kept.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Held {
    pub(super) content: Content,
    /// The company, which may have another name by the time it is given back.
    pub(super) company_id: Option<company::Id>,
}

/// Takes an import back: what it added is erased, what it changed is as it was, and what somebody changed since stays.
///
/// Rows that it entered in the ledger of cards that stay are not removed but declared void: the ledger is only added to.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Refused`] where it was undone before; [`Error::Cancelled`].
pub fn undo(desk: &mut Desk<'_>, id: Id, progress: &Progress) -> Result<Undone, Error> {
    desk.require(Right::Import)?;
    let import = store::imports::get(desk.db(), id)?.ok_or(Error::NoSuch("import"))?;
    if import.undone_at.is_some() {
        return Err(Error::Refused(Rule::UndoneBefore));
    }
    let touched = store::imports::touched(desk.db(), id)?;
    let total = touched.len() as u64;
    let added: Vec<person::Id> = touched.iter().filter(|card| card.before.is_none()).map(|card| card.person).collect();
    // Who must be kept by law is not removed by taking back how they came. What the books ask for is not among it: an
    // import that went wrong is no customer yet.
    let mut kept = holding::of(desk, &added)?;
    kept.retain(|_, reasons| reasons.iter().any(|reason| matches!(reason, holding::Held::Hold { .. })));
    let mut undone = Undone::default();
    let mut stuck = Vec::new();
    for (done, card) in (1..).zip(touched) {
        progress.at(done, total)?;
        if !desk.reaches(card.person)? {
            undone.waiting.push(card.person);
        } else if kept.contains_key(&card.person) || is_changed_since(desk, &card, id)? {
            undone.held.push(card.person);
        } else if let Some(held) = &card.before {
            if give_back(desk, card.person, held, id)? {
                undone.restored.push(card.person);
            } else {
                stuck.push(card);
            }
        } else if remove(desk, card.person)? {
            undone.removed.push(card.person);
        }
    }
    // A number that a card cannot have back may be one that another card of this import had to give up first.
    loop {
        let before = stuck.len();
        let mut left = Vec::new();
        for card in stuck {
            match &card.before {
                Some(held) if give_back(desk, card.person, held, id)? => undone.restored.push(card.person),
                Some(_) | None => left.push(card),
            }
        }
        stuck = left;
        if stuck.len() == before {
            break;
        }
    }
    undone.held.extend(stuck.iter().map(|card| card.person));
    store::imports::forget_rows(desk.db(), id, &undone.waiting)?;
    if undone.waiting.is_empty() {
        store::imports::mark_undone(desk.db(), id, desk.now(), desk.user().id)?;
    }
    desk.note(Kind::ImportUndone, Subject::Record(id.0), Vec::new())?;
    if undone.removed.len() + undone.restored.len() > 500 {
        desk.changes.everything();
    } else {
        undone.restored.iter().for_each(|id| desk.changes.person(*id));
    }
    // Named in any case: what is removed must leave the write-ahead log too.
    desk.changes.removed.clone_from(&undone.removed);
    Ok(undone)
}

fn is_changed_since(desk: &Desk<'_>, card: &Touched, import: Id) -> Result<bool, Error> {
    let Some(at) = store::persons::updated_at(desk.db(), card.person)? else { return Ok(false) };
    if at != card.after_at {
        return Ok(true);
    }
    // A card that the import added came without answers to types of mailings, and nothing had been done with anybody: they
    // were not written to, and nothing came back, which is proof and may ask for something.
    if card.before.is_none()
        && (store::subscriptions::has_any(desk.db(), card.person)?
            || has_activities(desk, card.person)?
            || store::outbox::has_left(desk.db(), card.person)?
            || store::replies::has_any(desk.db(), card.person)?)
    {
        return Ok(true);
    }
    let ledger = store::ledger::of_person(desk.db(), card.person)?;
    let ours = ledger.iter().filter(|entry| entry.import == Some(import)).map(|entry| entry.id).min();
    let since =
        |entry: &crate::model::basis::Entry| entry.import != Some(import) && ours.is_none_or(|ours| entry.id > ours);
    // On a card that was there before, older rows are its own; without a row of ours there is nothing to compare with.
    Ok(ledger.iter().any(|entry| since(entry) && (card.before.is_none() || ours.is_some())))
}

fn has_activities(desk: &Desk<'_>, id: person::Id) -> Result<bool, Error> {
    let of = store::activities::Of::Person(id);
    Ok(store::activities::count(desk.db(), of, None, &Filter::default())? > 0)
}

fn remove(desk: &mut Desk<'_>, id: person::Id) -> Result<bool, Error> {
    let Some(person) = store::persons::get(desk.db(), id)? else { return Ok(false) };
    desk.note_person(Kind::PersonRemoved, id, Vec::new())?;
    let files = store::attachments::of_person(desk.db(), id)?;
    desk.files_to_remove.extend(files.into_iter().map(|place| place.file));
    store::persons::erase(desk.db(), id)?;
    if let Some(company) = person.company {
        companies::remove_if_unused(desk, company)?;
    }
    Ok(true)
}

/// Gives a card back what it held. Returns false, with nothing written, where it cannot hold that any more: another
/// card has its number by now, an item is gone from a list, or an e-mail or a phone was somebody's who was erased since.
fn give_back(desk: &mut Desk<'_>, id: person::Id, held: &str, import: Id) -> Result<bool, Error> {
    // Card files that were imported to before companies had cards hold the content alone.
    let alone = |_| serde_json::from_str(held).map(|content| Held { content, company_id: None });
    let Held { content, company_id } = serde_json::from_str(held).or_else(alone).map_err(|_| Error::Failed)?;
    let now = persons::whole(desk, id)?;
    // A company that the import took the person away from is none where they worked before.
    let mut jobs = store::employment::of_person(desk.db(), id)?;
    jobs.retain(|job| job.until != now.updated_at);
    let mut fields = match persons::put_back(desk, &now, &persons::Held { content, company: company_id, jobs }) {
        Ok(fields) => fields,
        // Also where it would bring back what somebody had who was erased since.
        Err(Error::Invalid(_) | Error::Refused(Rule::Suppressed)) => return Ok(false),
        Err(error) => return Err(error),
    };
    let ledger = store::ledger::of_person(desk.db(), id)?;
    for entry in ledger.iter().filter(|entry| entry.import == Some(import)) {
        let mut void = Decision::new(entry.purpose, Basis::Void, list::SOURCE_USER);
        void.corrects = Some(entry.id);
        legal_basis::enter(desk, id, &void, None)?;
        fields.push(Field::LegalBasis);
    }
    desk.note_person(Kind::PersonEdited, id, fields)?;
    Ok(true)
}
