//! Two cards about one person: finding them, and making them one.

mod fields;
mod giving_back;
mod pairs;
mod parting;
mod refusals;

pub use pairs::{Pair, duplicates, keep_apart};

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::undo::{Done, Inverse, Way};
use fields::{differing, joined, words};
use parting::{Left, Parted, parted};
use refusals::Known;

use super::{Desk, Error, Rule, companies, legal_basis, persons};
use crate::i18n;
use crate::model::basis::{self, Basis, Decision, Entry};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::merge::{Id, Side, stricter};
use crate::model::person::{self, Content, Line, Person};
use crate::model::user::Right;
use crate::model::{Moment, company, custom, field_value, text};
use crate::store::merges::Merge;
use crate::store::packed::{self, Packed};
use crate::store::{self};

/// What making two cards one would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The card that stays.
    pub kept: Person,
    /// The card that goes.
    pub gone: Person,
    /// The fields in which the two differ.
    pub differing: Vec<Difference>,
    /// What holds afterwards for each purpose that one of them has an answer to.
    pub answers: Vec<Answer>,
    /// What hangs on the card that goes and follows: the table and how many rows.
    pub following: Vec<(String, usize)>,
}

impl Plan {
    /// Returns what follows from the card that goes, in words.
    pub fn following_words(&self, lang: i18n::Lang) -> Vec<String> {
        let words = |table: &str, count: usize| {
            Some(match table {
                "activity" => crate::t!(lang, "merge-follows-activity", count = count),
                "ledger" => crate::t!(lang, "merge-follows-ledger", count = count),
                "attachment" => crate::t!(lang, "merge-follows-attachment", count = count),
                "relation" => crate::t!(lang, "merge-follows-relation", count = count),
                "employment" => crate::t!(lang, "merge-follows-employment", count = count),
                _ => return None,
            })
        };
        self.following.iter().filter_map(|(table, count)| words(table, *count)).collect()
    }
}

/// A field in which two cards differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Field,
    /// What the card that stays says, in the user's language.
    pub kept: String,
    /// What the card that goes says.
    pub gone: String,
    /// Whose value is proposed.
    pub side: Side,
}

/// What two cards answer to one purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The purpose.
    pub purpose: list::Id,
    /// What the card that stays says.
    pub kept: Option<Entry>,
    /// What the card that goes says.
    pub gone: Option<Entry>,
    /// Which of the two holds afterwards.
    pub holds: Side,
}

/// Returns what making two cards one would do, as far as the user sees their fields.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Refused`] for a card with itself.
pub fn plan(desk: &Desk<'_>, kept: person::Id, gone: person::Id) -> Result<Plan, Error> {
    let mut plan = whole_plan(desk, kept, gone)?;
    let fields = &desk.rules()?.fields;
    fields.hide_person(&mut plan.kept, desk.fields()?);
    fields.hide_person(&mut plan.gone, desk.fields()?);
    plan.differing.retain(|difference| fields.may_edit(&difference.field));
    Ok(plan)
}

fn whole_plan(desk: &Desk<'_>, kept: person::Id, gone: person::Id) -> Result<Plan, Error> {
    desk.require(Right::Merge)?;
    if kept == gone {
        return Err(Error::Refused(Rule::MergeWithItself));
    }
    let packed = packed::pack(desk.db(), gone)?;
    let (kept, gone) = (persons::whole(desk, kept)?, persons::whole(desk, gone)?);
    let mut differences = Vec::new();
    for (field, side) in differing(desk.fields()?, &kept.content, &gone.content) {
        let (here, there) = (words(desk, &kept.content, &field)?, words(desk, &gone.content, &field)?);
        differences.push(Difference { field, kept: here, gone: there, side });
    }
    let answers = answers(desk, kept.id, gone.id)?;
    let following = packed::counts(&packed)
        .into_iter()
        .filter(|(table, _)| ["activity", "ledger", "attachment", "relation", "employment"].contains(table))
        .map(|(table, count)| (table.to_owned(), count))
        .collect();
    Ok(Plan { kept, gone, differing: differences, answers, following })
}

fn answers(desk: &Desk<'_>, kept: person::Id, gone: person::Id) -> Result<Vec<Answer>, Error> {
    let (here, there) = (store::ledger::of_person(desk.db(), kept)?, store::ledger::of_person(desk.db(), gone)?);
    let mut purposes: Vec<list::Id> = desk.lists()?.of(List::Purpose).map(|item| item.id).collect();
    for entry in here.iter().chain(&there) {
        if !purposes.contains(&entry.purpose) {
            purposes.push(entry.purpose);
        }
    }
    let answer = |purpose| {
        let (kept, gone) = (basis::current(&here, purpose), basis::current(&there, purpose));
        let holds = stricter(kept, gone)?;
        let holds = if kept.is_some_and(|kept| kept.id == holds.id) { Side::Kept } else { Side::Gone };
        Some(Answer { purpose, kept: kept.cloned(), gone: gone.cloned(), holds })
    };
    Ok(purposes.into_iter().filter_map(answer).collect())
}

/// What was merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The merge, to take it back with.
    pub id: Id,
    /// The card that stayed, as it is now.
    pub person: Person,
}

/// What is kept of a merge, to take it back.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Before {
    kept: Content,
    /// Its company, which may have another name by the time it is given back.
    #[serde(default)]
    company: Option<company::Id>,
    gone: Packed,
    /// The name of the company of the card that went.
    #[serde(default)]
    gone_company: String,
    joined: Packed,
    /// What of the card that stayed gave way to that.
    #[serde(default)]
    displaced: Packed,
    /// Rows of the ledger that the card that stayed did not have before.
    entries: Vec<basis::Id>,
    from_gone: Vec<String>,
    /// What the merge left on the card that stayed.
    #[serde(default)]
    left: Option<Left>,
    /// What the card that stayed had in its ledger, and what it objected to, once it was one with the other.
    #[serde(default)]
    known: Option<Known>,
}

impl Before {
    /// Returns the identities of what followed from the card that went, in a table.
    fn brought(&self, table: &str) -> Vec<i64> {
        packed::ids(&self.joined, table)
    }
}

/// Returns what is kept of those merges that were not taken back.
fn standing(merges: &[Merge]) -> Result<Vec<(Id, Before)>, Error> {
    let standing = merges.iter().filter(|merge| merge.undone_at.is_none());
    standing.map(|merge| Ok((merge.id, serde_json::from_str(&merge.before).map_err(|_| Error::Failed)?))).collect()
}

/// Makes two cards one: `from_gone` names the fields whose value is the other card's. Everything that hangs on the card
/// that goes follows; of two answers to a purpose, the more restrictive one holds, and both ledgers are kept.
///
/// A company that nobody names any more goes as it does when a card is edited: if no more is known of it than its name.
///
/// # Errors
/// Those of [`plan`]; [`Error::Invalid`] where the values do not go together.
pub fn merge(desk: &mut Desk<'_>, kept: person::Id, gone: person::Id, from_gone: &[Field]) -> Result<Merged, Error> {
    let left = persons::get(desk, kept)?.updated_at;
    let merged = carry_out(desk, kept, gone, from_gone, Kind::Merged)?;
    let name = merged.person.content.full_name();
    let done = Done::new(Kind::Merged, name, Vec::new());
    let inverse = Inverse::Merge { id: merged.id, kept, seen: merged.person.updated_at, left };
    desk.can_be_taken_back(done, inverse);
    Ok(merged)
}

fn carry_out(
    desk: &mut Desk<'_>,
    kept: person::Id,
    gone: person::Id,
    from_gone: &[Field],
    kind: Kind,
) -> Result<Merged, Error> {
    let plan = whole_plan(desk, kept, gone)?;
    if let Some(field) = from_gone.iter().find(|field| !desk.rules().is_ok_and(|rules| rules.fields.may_edit(field))) {
        desk.rules()?.fields.allow(field)?;
    }
    let content = joined(desk.fields()?, &plan.kept.content, &plan.gone.content, from_gone);
    let fields: Vec<Field> = plan.differing.into_iter().map(|difference| difference.field).collect();
    desk.note_person(kind, gone, Vec::new())?;
    desk.note_person(kind, kept, fields)?;

    let packed = packed::pack(desk.db(), gone)?;
    let before: HashSet<basis::Id> =
        store::ledger::of_person(desk.db(), kept)?.into_iter().map(|entry| entry.id).collect();
    let packed::Joined { moved, displaced } = packed::join(desk.db(), &packed, gone, kept)?;
    store::persons::erase(desk.db(), gone)?;
    // Former jobs of both are on the card by now, and stay.
    let jobs = store::employment::of_person(desk.db(), kept)?;
    persons::put_back(desk, &plan.kept, &persons::Held { content, company: None, jobs })?;
    for answer in &plan.answers {
        hold(desk, kept, answer)?;
    }
    if let Some(left) = plan.gone.company {
        companies::remove_if_unused(desk, left)?;
    }
    let person = touched(desk, kept, &plan.kept)?;
    let new = store::ledger::of_person(desk.db(), kept)?.into_iter().map(|entry| entry.id);
    let kept_of_it = Before {
        company: plan.kept.company,
        kept: plan.kept.content,
        gone: packed,
        gone_company: plan.gone.content.company,
        joined: moved,
        displaced,
        entries: new.filter(|id| !before.contains(id)).collect(),
        from_gone: from_gone.iter().map(ToString::to_string).collect(),
        left: Some(Left::new(&persons::whole(desk, kept)?)),
        known: Some(Known::read(desk, kept)?),
    };
    let merge = Merge {
        id: Id(desk.db().new_id()),
        kept,
        gone,
        before: serde_json::to_string(&kept_of_it).map_err(|_| Error::Failed)?,
        after_at: person.updated_at,
        at: desk.now(),
        by: desk.user().id,
        undone_at: None,
    };
    store::merges::insert(desk.db(), &merge)?;
    desk.changes.person(kept);
    desk.changes.removed.push(gone);
    desk.changes.activities = true;
    Ok(Merged { id: merge.id, person })
}

/// Returns what is kept of a merge without what it holds in a field; none where that is nothing.
pub(super) fn without(
    kept: &str,
    field: &Field,
    own: Option<custom::Id>,
    fields: &[custom::Definition],
) -> Option<String> {
    let mut before: Before = serde_json::from_str(kept).ok()?;
    field_value::put(&mut before.kept, field, &Content::default(), fields);
    if *field == Field::Company {
        before.company = None;
        before.gone_company.clear();
    }
    if let Some(left) = &mut before.left {
        left.empty(field, fields);
    }
    packed::empty(&mut before.gone, field, own);
    packed::empty(&mut before.joined, field, own);
    serde_json::to_string(&before).ok().filter(|without| without != kept)
}

/// Returns a comment of the ledger with, before it, how the row came about.
fn with_origin(origin: &str, comment: &str) -> String {
    let both = if comment.is_empty() { origin.to_owned() } else { format!("{origin} {comment}") };
    both.chars().take(text::LONG_LINE).collect()
}

/// Makes the answer that holds the newest row of its purpose, where it is not.
fn hold(desk: &mut Desk<'_>, kept: person::Id, answer: &Answer) -> Result<(), Error> {
    let wanted = match answer.holds {
        Side::Kept => &answer.kept,
        Side::Gone => &answer.gone,
    };
    let Some(wanted) = wanted else { return Ok(()) };
    let ledger = store::ledger::of_person(desk.db(), kept)?;
    if basis::current(&ledger, answer.purpose).is_some_and(|now| now.id == wanted.id) {
        return Ok(());
    }
    // Whoever reads the card later must see why a row stands there again.
    let lang = desk.office_lang()?;
    let origin = crate::t!(lang, "merge-ledger-origin", date = i18n::date(lang, desk.today()));
    let decision = Decision {
        comment: with_origin(&origin, &wanted.comment),
        wording: wanted.wording,
        evidence: wanted.evidence,
        condition: wanted.condition,
        ..Decision::new(answer.purpose, wanted.named(), wanted.source)
    };
    legal_basis::repeat(desk, kept, &decision)?;
    Ok(())
}

/// Returns the card with a new time of change, also where its content is what it was before.
fn touched(desk: &Desk<'_>, id: person::Id, before: &Person) -> Result<Person, Error> {
    let person = persons::get(desk, id)?;
    if person.updated_at != before.updated_at {
        return Ok(person);
    }
    store::persons::set_updated(desk.db(), id, desk.after(before.updated_at), desk.user().id)?;
    persons::get(desk, id)
}

/// What came of taking a merge back.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// The card that had stayed.
    pub kept: person::Id,
    /// The card that is there again.
    pub gone: person::Id,
    /// Fields that were edited since the merge: the card that had stayed keeps them as they are.
    pub held: Vec<Field>,
    /// Fields of the card that is there again that it could not get back: a number that another card has by now, a picture
    /// that was replaced, and what of its e-mails and phones somebody had who was erased since.
    pub missing: Vec<Field>,
    /// How much of what was tied to the card does not come back, as what it is about is no more: a relation to somebody
    /// who was erased since.
    pub erased: u64,
    /// Refusals that were entered since the merge, and stand on both cards now.
    pub refused: Vec<Entry>,
    /// Whether *no mailings* was ticked since the merge, and stands on both cards now.
    pub refuses_mailings: bool,
}

/// Takes a merge back: the card that went is there again with everything that was its own, and the card that stayed is as
/// it was, but for what was edited since. Rows that the ledger of the latter got are declared void; the ledger is only
/// added to. Who objected, took their consent back or asked for no mailings since then did so on both cards.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Refused`] where it was taken back before, or where the card that
/// stayed was made one with another since, in which it went.
pub fn undo(desk: &mut Desk<'_>, id: Id) -> Result<Undone, Error> {
    take_back(desk, id, None, Kind::MergeUndone).map(|(undone, _)| undone)
}

/// As [`undo`]; with `seen`, only where nobody has changed the card since then.
fn take_back(desk: &mut Desk<'_>, id: Id, seen: Option<Moment>, kind: Kind) -> Result<(Undone, Before), Error> {
    desk.require(Right::Merge)?;
    let merge = store::merges::get(desk.db(), id)?.ok_or(Error::NoSuch("merge"))?;
    if merge.undone_at.is_some() {
        return Err(Error::Refused(Rule::MergeUndoneBefore));
    }
    let (kept, gone) = (merge.kept, merge.gone);
    let mut others = standing(&store::merges::into(desk.db(), kept)?)?;
    others.retain(|(other, _)| *other != id);
    if others.iter().any(|(_, other)| other.brought("merge").contains(&id.0)) {
        return Err(Error::Refused(Rule::MergedFurther));
    }
    let now = persons::whole(desk, kept)?;
    if seen.is_some_and(|seen| now.updated_at != seen) {
        return Err(Error::ChangedMeanwhile(kept));
    }
    let before: Before = serde_json::from_str(&merge.before).map_err(|_| Error::Failed)?;
    // Without what the merge left, what was edited since cannot be told.
    let unedited = (now.updated_at == merge.after_at).then(|| Left::new(&now));
    let left = before.left.clone().or(unedited).ok_or(Error::ChangedMeanwhile(kept))?;
    let mut parted = parted(desk.fields()?, &now, &before.kept, before.company, &left);
    giving_back::leave_what_is_another_s(desk, &now, &mut parted)?;
    giving_back::leave_what_was_erased(desk, &now, &mut parted)?;
    let refuses_mailings = refusals::mailings(id, &parted, &others);
    let Parted { content, company, held } = parted;
    let jobs = store::employment::of_person(desk.db(), kept)?;
    persons::put_back(desk, &now, &persons::Held { content, company, jobs })?;
    let ledger = store::ledger::of_person(desk.db(), kept)?;
    let since = refusals::since(desk, kept, (id, &before), &ledger, &others)?;
    for entry in ledger.iter().filter(|entry| before.entries.contains(&entry.id)) {
        // A row that took another back goes as well where the other is the card's own: it holds again.
        let takes_own_back = entry.corrects.is_some_and(|id| !before.entries.contains(&id));
        if entry.basis != Basis::Void || takes_own_back {
            let void =
                Decision { corrects: Some(entry.id), ..Decision::new(entry.purpose, Basis::Void, list::SOURCE_USER) };
            // An objection that the row was made for is not forgotten: it goes back to the card that made it.
            legal_basis::repeat(desk, kept, &void)?;
        }
    }
    let (mut gone_again, missing) = giving_back::possible(desk, &before, kept)?;
    let refuses_mailings = refuses_mailings && !gone_again.refuses_mailings();
    if refuses_mailings {
        gone_again.refuse_mailings();
    }
    let erased = packed::part(desk.db(), &gone_again, &before.joined, &before.displaced, gone, kept)?;
    let refused = refusals::enter(desk, gone, &since)?;
    touched(desk, kept, &now)?;
    store::merges::mark_undone(desk.db(), id, desk.now(), desk.user().id)?;
    desk.note_person(kind, kept, Vec::new())?;
    desk.note_person(kind, gone, Vec::new())?;
    if let (true, Some(at)) = (refuses_mailings, store::persons::updated_at(desk.db(), gone)?) {
        store::persons::set_updated(desk.db(), gone, desk.after(at), desk.user().id)?;
        desk.note_person(Kind::PersonEdited, gone, vec![Field::NoMailings])?;
    }
    desk.changes.person(kept);
    desk.changes.person(gone);
    desk.changes.activities = true;
    Ok((Undone { kept, gone, held, missing, erased, refused, refuses_mailings }, before))
}

/// Takes the last merge of the session back, and answers what does it again.
pub(super) fn step_back(desk: &mut Desk<'_>, id: Id, seen: Moment, way: Way) -> Result<Inverse, Error> {
    let (Undone { kept, gone, .. }, before) = take_back(desk, id, Some(seen), way.kind())?;
    let from_gone = before.from_gone.iter().filter_map(|key| key.parse().ok()).collect();
    let now = persons::get(desk, kept)?.updated_at;
    Ok(Inverse::MergeAgain { kept, gone, from_gone, seen: now, left: seen })
}

/// Does a merge again that was taken back, and answers what takes it back.
pub(super) fn step_again(
    desk: &mut Desk<'_>,
    (kept, gone): (person::Id, person::Id),
    from_gone: &[Field],
    seen: Moment,
    way: Way,
) -> Result<Inverse, Error> {
    if persons::get(desk, kept)?.updated_at != seen {
        return Err(Error::ChangedMeanwhile(kept));
    }
    let merged = carry_out(desk, kept, gone, from_gone, way.kind())?;
    Ok(Inverse::Merge { id: merged.id, kept, seen: merged.person.updated_at, left: seen })
}

/// A merge into a card, for its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// The merge.
    pub id: Id,
    /// When it was done.
    pub at: Moment,
    /// Who did it.
    pub by: crate::model::user::Id,
    /// Whether it can still be taken back.
    pub can_be_undone: bool,
}

/// Returns the merges into a card, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`].
pub fn past(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Past>, Error> {
    persons::get(desk, id)?;
    let merges = store::merges::into(desk.db(), id)?;
    let covered: HashSet<i64> = standing(&merges)?.iter().flat_map(|(_, before)| before.brought("merge")).collect();
    let past = |merge: Merge| {
        let can_be_undone = merge.undone_at.is_none() && !covered.contains(&merge.id.0);
        Past { id: merge.id, at: merge.at, by: merge.by, can_be_undone }
    };
    Ok(merges.into_iter().map(past).collect())
}

/// A merge, and the card that it made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The merge.
    pub past: Past,
    /// The card that stayed.
    pub kept: Line,
}

/// Returns the newest merges that were not taken back, but for those into cards that are restricted or that the user may
/// not see.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn earlier(desk: &Desk<'_>, limit: usize) -> Result<Vec<Earlier>, Error> {
    desk.require(Right::See)?;
    let mut newest = store::merges::newest(desk.db(), limit)?;
    super::sight::keep(&mut newest, |(_, kept)| desk.reaches(*kept))?;
    let mut kept: Vec<person::Id> = newest.iter().map(|(_, kept)| *kept).collect();
    kept.sort_unstable();
    kept.dedup();
    let lines = persons::lines(desk, &kept)?;
    let mut known = HashMap::new();
    for line in lines {
        for past in past(desk, line.id)? {
            known.insert(past.id, Earlier { past, kept: line.clone() });
        }
    }
    Ok(newest.into_iter().filter_map(|(id, _)| known.remove(&id)).collect())
}

#[cfg(test)]
mod tests;
