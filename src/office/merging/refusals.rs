//! What somebody refused while two cards were one: they did not say to which, so it stands on both once there are two.

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use super::parting::Parted;
use super::{Before, with_origin};
use crate::i18n;
use crate::model::basis::{self, Decision, Entry};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::merge::{Id, stricter};
use crate::model::objection::{self, Objection};
use crate::model::subscription::{self, Said};
use crate::model::{list, person};
use crate::office::{Desk, Error, legal_basis, subscriptions};
use crate::store;

/// What was refused.
pub(super) struct Refusals {
    /// Rows of the ledger, one for each purpose at most.
    entries: Vec<Entry>,
    objections: Vec<Objection>,
    /// Types of mailings.
    answers: Vec<subscription::Entry>,
}

/// What a card had when another became one with it: what it has besides came since.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Known {
    entries: BTreeSet<basis::Id>,
    objections: BTreeSet<objection::Id>,
    #[serde(default)]
    answers: BTreeSet<subscription::Id>,
}

impl Known {
    /// Reads what a card has now.
    pub fn read(desk: &Desk<'_>, id: person::Id) -> Result<Self, Error> {
        Ok(Self {
            entries: store::ledger::of_person(desk.db(), id)?.into_iter().map(|entry| entry.id).collect(),
            objections: store::states::objections(desk.db(), id)?.into_iter().map(|objection| objection.id).collect(),
            answers: store::subscriptions::of_person(desk.db(), id)?.into_iter().map(|answer| answer.id).collect(),
        })
    }
}

/// Returns the refusals that stand and were entered since a merge, but for what this or another merge brought.
pub(super) fn since(
    desk: &Desk<'_>,
    kept: person::Id,
    (merge, this): (Id, &Before),
    ledger: &[Entry],
    others: &[(Id, Before)],
) -> Result<Refusals, Error> {
    let (mut rows, mut said): (HashSet<basis::Id>, HashSet<i64>) = Default::default();
    for before in others.iter().map(|(_, other)| other).chain([this]) {
        rows.extend(&before.entries);
        said.extend(before.brought("objection"));
        said.extend(before.brought("subscription"));
    }
    let mut purposes: Vec<list::Id> = ledger.iter().map(|entry| entry.purpose).collect();
    purposes.sort_unstable();
    purposes.dedup();
    // Of older merges, which did not keep that, only the identities tell: as a rule they grow with time.
    let known = this.known.as_ref();
    let is_new = |id: basis::Id| known.map_or(id.0 > merge.0, |known| !known.entries.contains(&id));
    let is_since = |entry: &&Entry| is_new(entry.id) && !rows.contains(&entry.id) && entry.basis.is_refusal();
    let entries =
        purposes.into_iter().filter_map(|purpose| basis::current(ledger, purpose).filter(is_since).cloned()).collect();
    let mut objections = store::states::objections(desk.db(), kept)?;
    let is_new = |id: objection::Id| known.map_or(id.0 > merge.0, |known| !known.objections.contains(&id));
    objections.retain(|objection| is_new(objection.id) && !said.contains(&objection.id.0));
    let all = store::subscriptions::of_person(desk.db(), kept)?;
    let is_new = |id: subscription::Id| known.map_or(id.0 > merge.0, |known| !known.answers.contains(&id));
    let is_since = |row: &&subscription::Entry| {
        let holds = subscription::current(&all, row.kind).is_some_and(|holds| holds.id == row.id);
        holds && row.wanted == Some(false) && is_new(row.id) && !said.contains(&row.id.0)
    };
    let answers = all.iter().filter(is_since).cloned().collect();
    Ok(Refusals { entries, objections, answers })
}

/// Returns whether *no mailings* was ticked since a merge, but for what a later one of the other merges brought.
pub(super) fn mailings(merge: Id, parted: &Parted, others: &[(Id, Before)]) -> bool {
    let is_brought = others.iter().any(|(id, before)| {
        // Identities grow with time.
        id.0 > merge.0 && !before.kept.no_mailings && before.gone.refuses_mailings()
    });
    parted.held.contains(&Field::NoMailings) && parted.content.no_mailings && !is_brought
}

/// Enters refusals in the ledger of a card that is there again, where it does not refuse as much already; the objections
/// they are, with what was decided about them; and those that stop nothing.
pub(super) fn enter(desk: &mut Desk<'_>, gone: person::Id, since: &Refusals) -> Result<Vec<Entry>, Error> {
    let mut entered = Vec::new();
    let ledger = store::ledger::of_person(desk.db(), gone)?;
    let lang = desk.office_lang()?;
    for refusal in &since.entries {
        let here = basis::current(&ledger, refusal.purpose);
        let is_stricter = stricter(here, Some(refusal)).is_some_and(|holds| holds.id == refusal.id);
        if here.is_some_and(|here| here.basis == refusal.basis) || !is_stricter {
            continue;
        }
        let origin = crate::t!(lang, "merge-ledger-parted", date = i18n::date(lang, refusal.at.local_date()));
        let decision = Decision {
            comment: with_origin(&origin, &refusal.comment),
            wording: refusal.wording,
            ..Decision::new(refusal.purpose, refusal.named(), refusal.source)
        };
        let entry = legal_basis::repeat(desk, gone, &decision)?;
        object(desk, since, Some(refusal.id), Some(&entry), gone)?;
        entered.push(entry);
    }
    if !entered.is_empty() {
        desk.note_person(Kind::BasisSet, gone, vec![Field::LegalBasis])?;
    }
    if object(desk, since, None, None, gone)? {
        desk.note_person(Kind::Objected, gone, vec![Field::LegalBasis])?;
    }
    refuse_types(desk, since, gone)?;
    Ok(entered)
}

/// Enters on a card that is there again which types of mailings were refused, where it does not refuse them already.
fn refuse_types(desk: &mut Desk<'_>, since: &Refusals, gone: person::Id) -> Result<(), Error> {
    let rows = store::subscriptions::of_person(desk.db(), gone)?;
    let mut any = false;
    for answer in &since.answers {
        if subscription::current(&rows, answer.kind).is_none_or(|here| here.wanted != Some(false)) {
            let said =
                Said { kind: answer.kind, wanted: false, source: answer.source, comment: answer.comment.clone() };
            subscriptions::enter(desk, gone, &said, &rows)?;
            any = true;
        }
    }
    if any { desk.note_person(Kind::SubscriptionSet, gone, vec![Field::Subscriptions]) } else { Ok(()) }
}

/// Lets somebody also on this card object as they did with the row `made`, or with none; answers whether they did.
fn object(
    desk: &Desk<'_>,
    since: &Refusals,
    made: Option<basis::Id>,
    entry: Option<&Entry>,
    gone: person::Id,
) -> Result<bool, Error> {
    let mut any = false;
    for objection in since.objections.iter().filter(|objection| objection.entry == made) {
        let id = objection::Id(desk.db().new_id());
        let too = Objection { id, person: gone, entry: entry.map(|entry| entry.id), ..objection.clone() };
        store::states::object(desk.db(), &too)?;
        any = true;
    }
    Ok(any)
}
