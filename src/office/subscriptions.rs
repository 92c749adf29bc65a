//! What somebody answered to the types of mailings: wanted, refused, or nothing said.
//!
//! Who says no is heard whatever state the card is in: a refusal is entered also while the processing of somebody's data
//! is restricted. Art. 18(2) lets restricted data be processed with the person's consent and for their rights, and a
//! refusal is both: leaving it out would let a mailing go out the day the restriction is lifted. A wish for mailings
//! waits until then, and so does everything that is done to many at once.
//!
//! An answer to a type never overrides what stops all mailings: an objection, a consent taken back, *no mailings*.

use super::undo::{Done, Inverse, Way};
use super::{Desk, Error};
use crate::model::basis::{self, Basis};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::person::{self, Person};
use crate::model::state::States;
use crate::model::subscription::{self, Answering, Entry, Id, Said, Stop, current};
use crate::model::user::Right;
use crate::model::{Reason, text};
use crate::store;

/// What somebody answered, and what stops mailings to them anyway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriptions {
    /// One row for every type that is in use or has an answer, in the order of the types.
    pub types: Vec<Standing>,
    /// What keeps mailings from them, whatever they subscribe to.
    pub stops: Vec<Stop>,
}

/// What holds for a type of mailings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The type.
    pub kind: list::Id,
    /// The answer that holds; none where nothing was said.
    pub said: Option<Entry>,
    /// Whether they asked for it, or a consent covers it.
    pub is_covered: bool,
    /// Whether they subscribe to it: it is covered, and nothing keeps all mailings from them.
    pub subscribes: bool,
}

/// Returns what a person answered.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn of(desk: &Desk<'_>, id: person::Id) -> Result<Subscriptions, Error> {
    let person = super::persons::get(desk, id)?;
    let ledger = store::ledger::of_person(desk.db(), id)?;
    let states = super::states::read(desk, &person)?;
    read(desk, &person, &ledger, &states)
}

/// As [`of`]; none of a closed card, of which nobody learns more by entering a refusal.
///
/// # Errors
/// Those of [`of`].
pub fn if_open(desk: &Desk<'_>, id: person::Id) -> Result<Option<Subscriptions>, Error> {
    if super::states::closed(desk, id)?.is_some() { Ok(None) } else { of(desk, id).map(Some) }
}

/// Returns the key of the words for what holds for a type.
pub fn words(standing: &Standing) -> &'static str {
    match standing.said.as_ref().and_then(|said| said.wanted) {
        Some(true) => "subscription-wanted",
        Some(false) => "subscription-refused",
        None if standing.is_covered => "subscription-covered",
        None => "subscription-unsaid",
    }
}

/// Returns the key of the words for what keeps mailings from somebody.
pub fn stop_words(stop: Stop) -> &'static str {
    match stop {
        Stop::Restricted => "subscription-stop-restricted",
        Stop::Objection => "subscription-stop-objection",
        Stop::Withdrawn => "subscription-stop-withdrawn",
        Stop::NoMailings => "subscription-stop-no-mailings",
    }
}

/// As [`of`], of somebody of whom the rest is known.
pub(super) fn read(
    desk: &Desk<'_>,
    person: &Person,
    ledger: &[basis::Entry],
    states: &States,
) -> Result<Subscriptions, Error> {
    let rows = store::subscriptions::of_person(desk.db(), person.id)?;
    let mut kinds: Vec<list::Id> = desk.lists()?.of(List::Subscription).map(|item| item.id).collect();
    for row in &rows {
        if !kinds.contains(&row.kind) && current(&rows, row.kind).is_some() {
            kinds.push(row.kind);
        }
    }
    let answering = answering(desk, ledger, states.restriction.is_some(), person.content.no_mailings)?;
    let types = kinds
        .into_iter()
        .map(|kind| {
            let said = current(&rows, kind).cloned();
            let wanted = said.as_ref().and_then(|said| said.wanted);
            Standing { kind, said, is_covered: answering.covers(wanted), subscribes: answering.subscribes(wanted) }
        })
        .collect();
    Ok(Subscriptions { types, stops: answering.stops() })
}

/// Returns what somebody answered in general, by their ledger and the state of their card.
pub(super) fn answering(
    desk: &Desk<'_>,
    ledger: &[basis::Entry],
    restricted: bool,
    no_mailings: bool,
) -> Result<Answering, Error> {
    let rules = desk.rules()?;
    let objects = |entry: &basis::Entry| {
        rules.is_direct_marketing(entry.purpose)
            && basis::current(ledger, entry.purpose).is_some_and(|holds| holds.basis == Basis::Objected)
    };
    let marketing = basis::current(ledger, list::MARKETING).map(|entry| entry.basis);
    Ok(Answering { restricted, objects: ledger.iter().any(objects), no_mailings, marketing })
}

/// Enters what somebody answered to a type; answers the row that holds then, and enters nothing where it says so already.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] for an unknown type or source, a type that is switched
/// off and wanted, or a comment past [`text::LONG_LINE`] characters;
/// [`Rule::Restricted`](super::Rule::Restricted) for a wish while processing is restricted.
pub fn set(desk: &mut Desk<'_>, id: person::Id, said: &Said) -> Result<Entry, Error> {
    desk.require(Right::Subscriptions)?;
    if said.wanted {
        desk.require_unrestricted(id)?
    } else {
        desk.require_visible(id)?
    }
    let name = store::persons::name(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let said = checked(desk, said)?;
    let rows = store::subscriptions::of_person(desk.db(), id)?;
    if let Some(holds) = current(&rows, said.kind).filter(|holds| holds.wanted == Some(said.wanted)) {
        return Ok(holds.clone());
    }
    let entry = enter(desk, id, &said, &rows)?;
    desk.note_person(Kind::SubscriptionSet, id, vec![Field::Subscriptions])?;
    desk.changes.person(id);
    let done = Done::new(Kind::SubscriptionSet, name, vec![Field::Subscriptions]);
    desk.can_be_taken_back(done, Inverse::Subscription { person: id, entry: entry.id, said: Box::new(said) });
    Ok(entry)
}

/// Returns an answer as it is entered, if it can be.
///
/// # Errors
/// [`Error::Invalid`].
pub(super) fn checked(desk: &Desk<'_>, said: &Said) -> Result<Said, Error> {
    let lists = desk.lists()?;
    let is_in = |id, list| lists.get(id).is_some_and(|item| item.list == list);
    if !is_in(said.kind, List::Subscription) {
        return Err(Error::invalid(Field::Subscriptions, Reason::Unknown));
    }
    if said.wanted && !lists.is_active(said.kind) {
        return Err(Error::invalid(Field::Subscriptions, Reason::Deactivated));
    }
    if !is_in(said.source, List::Source) {
        return Err(Error::invalid(Field::Source, Reason::Unknown));
    }
    let comment = text::single_line(&said.comment);
    if text::is_longer(&comment, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    Ok(Said { comment, ..said.clone() })
}

/// Writes an answer of somebody who answered `rows` before. Part of a larger change, which has checked the right and
/// notes it in the journal.
pub(super) fn enter(desk: &Desk<'_>, id: person::Id, said: &Said, rows: &[Entry]) -> Result<Entry, Error> {
    put(desk, rows, |at| Entry {
        id: Id(desk.db().new_id()),
        person: id,
        kind: said.kind,
        wanted: Some(said.wanted),
        corrects: None,
        source: said.source,
        comment: said.comment.clone(),
        at,
        by: desk.user().id,
    })
}

fn put(desk: &Desk<'_>, rows: &[Entry], row: impl FnOnce(crate::model::Moment) -> Entry) -> Result<Entry, Error> {
    // The newest row holds: a clock that was set back must not make an old answer the newest.
    let last = rows.iter().map(|row| row.at).max();
    let entry = row(last.map_or(desk.now(), |last| desk.now().max(last)));
    store::subscriptions::insert(desk.db(), &entry)?;
    Ok(entry)
}

/// What became of an answer that was to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TakenBack {
    /// It holds no longer.
    Now,
    /// It was taken back before, or went with what it stood on.
    Before,
    /// Something else was answered since.
    No,
}

/// Takes an answer back, where nothing else was answered since. As [`enter`].
pub(super) fn strike(desk: &Desk<'_>, id: person::Id, entry: subscription::Id) -> Result<TakenBack, Error> {
    let rows = store::subscriptions::of_person(desk.db(), id)?;
    let Some(row) = rows.iter().find(|row| row.id == entry) else { return Ok(TakenBack::Before) };
    if rows.iter().any(|other| other.corrects == Some(entry)) {
        return Ok(TakenBack::Before);
    }
    if current(&rows, row.kind).is_none_or(|holds| holds.id != entry) {
        return Ok(TakenBack::No);
    }
    put(desk, &rows, |at| Entry {
        id: Id(desk.db().new_id()),
        person: id,
        kind: row.kind,
        wanted: None,
        corrects: Some(entry),
        source: list::SOURCE_USER,
        comment: String::new(),
        at,
        by: desk.user().id,
    })?;
    Ok(TakenBack::Now)
}

/// Takes back what the last change of the session entered, and answers what enters it again.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] where something else was answered since.
pub(super) fn take_back(
    desk: &mut Desk<'_>,
    id: person::Id,
    entry: subscription::Id,
    said: Box<Said>,
    way: Way,
) -> Result<Inverse, Error> {
    desk.require(Right::Subscriptions)?;
    desk.require_unrestricted(id)?;
    if strike(desk, id, entry)? != TakenBack::Now {
        return Err(Error::ChangedMeanwhile(id));
    }
    desk.note_person(way.kind(), id, vec![Field::Subscriptions])?;
    desk.changes.person(id);
    Ok(Inverse::SubscriptionAgain { person: id, said })
}

/// Enters an answer again that was taken back, and answers what takes it back.
///
/// # Errors
/// Those of [`set`].
pub(super) fn set_again(desk: &mut Desk<'_>, id: person::Id, said: Box<Said>, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Subscriptions)?;
    desk.require_unrestricted(id)?;
    let said = Box::new(checked(desk, &said)?);
    let rows = store::subscriptions::of_person(desk.db(), id)?;
    let entry = enter(desk, id, &said, &rows)?.id;
    desk.note_person(way.kind(), id, vec![Field::Subscriptions])?;
    desk.changes.person(id);
    Ok(Inverse::Subscription { person: id, entry, said })
}

#[cfg(test)]
mod tests;
