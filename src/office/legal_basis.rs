//! On which legal basis a person is kept, for which purpose, and how that came about.

use std::path::Path;

use super::attached::{self, Incoming};
use super::mail::allowed::{self, Panel};
use super::mail::mailings::{self, Received};
use super::mail::notices::{self, Clock};
use super::persons::Job;
use super::relations::Seen;
use super::selections::alerts::{self, Alert};
use super::subscriptions::{self, Subscriptions};
use super::undo::{Done, Inverse, Way};
use super::{Desk, Error, Rule, holding, states};
use crate::model::basis::{self, Basis, Decision, Entry};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::person::Person;
use crate::model::state::States;
use crate::model::user::Right;
use crate::model::{Moment, Reason, attachment, import, person, text};
use crate::store;

/// What the legal-basis dialog shows of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The person's card.
    pub person: Person,
    /// One row for every purpose that is in use or has a decision, in the order of the purposes.
    pub purposes: Vec<Standing>,
    /// The whole ledger, oldest first.
    pub ledger: Vec<Entry>,
    /// Where the person worked before, the latest first.
    pub jobs: Vec<Job>,
    /// What others are to the person, and the person to others.
    pub relations: Vec<Seen>,
    /// Whether the data is restricted, what the person objected to, and whether they are a minor.
    pub states: States,
    /// What selections that the person is in warn of.
    pub alerts: Vec<Alert>,
    /// What the person answered to types of mailings.
    pub subscriptions: Subscriptions,
    /// Why the person must be kept: the legal holds that stand.
    pub holds: Vec<holding::Listed>,
    /// Whether mailings may go to the person, and why.
    pub writing: Panel,
    /// Whether the person was told what is kept of them, and until when that has to be done.
    pub informed: Clock,
    /// The messages of mailings to the person, the newest first.
    pub received: Vec<Received>,
}

/// What holds for a purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The purpose.
    pub purpose: list::Id,
    /// The row that holds; none where nothing is documented.
    pub current: Option<Entry>,
}

/// Returns what the legal-basis dialog shows.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn overview(desk: &Desk<'_>, id: person::Id) -> Result<Overview, Error> {
    let person = super::persons::get(desk, id)?;
    let ledger = store::ledger::of_person(desk.db(), id)?;
    let mut purposes: Vec<list::Id> = desk.lists()?.of(List::Purpose).map(|item| item.id).collect();
    for entry in &ledger {
        if !purposes.contains(&entry.purpose) {
            purposes.push(entry.purpose);
        }
    }
    let purposes = purposes
        .into_iter()
        .map(|purpose| Standing { purpose, current: basis::current(&ledger, purpose).cloned() })
        .collect();
    let jobs = super::persons::jobs(desk, id)?;
    let relations = super::relations::seen(desk, id)?;
    let states = states::read(desk, &person)?;
    let alerts = alerts::of_person(desk, id)?;
    let subscriptions = subscriptions::read(desk, &person, &ledger, &states)?;
    let holds = holding::list(desk, Some(id), false)?;
    let writing = allowed::panel(desk, id)?;
    let informed = notices::clock(desk, id)?;
    let received = mailings::of_person(desk, id)?;
    Ok(Overview {
        person,
        purposes,
        ledger,
        jobs,
        relations,
        states,
        alerts,
        subscriptions,
        holds,
        writing,
        informed,
        received,
    })
}

/// Enters a decision in the ledger. `evidence` is kept with it, encrypted.
///
/// A withdrawal and an objection are never refused: who says no is heard, whatever stood before. What an objection does
/// follows from what it is about, see [`states::object`]; the row that holds then is returned, which is the one before
/// where art. 21 does not reach it.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for an unknown purpose or source or a comment past
/// [`text::LONG_LINE`] characters; [`Error::Refused`] for a void row with nothing to void, a correction of a row that
/// does not stand, a wording of another purpose, a legal basis that cannot serve the purpose, or one that an objection
/// to direct marketing stands against.
pub fn decide(
    desk: &mut Desk<'_>,
    id: person::Id,
    decision: &Decision,
    evidence: Option<&Incoming>,
) -> Result<Entry, Error> {
    desk.require(Right::LegalBasis)?;
    if decision.basis == Basis::Objected && decision.corrects.is_none() {
        return Ok(states::enter(desk, id, decision, evidence, None)?.holds);
    }
    if decision.basis.is_refusal() {
        desk.require_visible(id)?
    } else {
        desk.require_unrestricted(id)?
    }
    let name = store::persons::name(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let mut decision = checked(desk, decision)?;
    heed_objection(desk, id, &decision)?;
    if let Some(file) = evidence {
        decision.evidence = Some(attached::keep(desk, id, attachment::Kind::Evidence, file)?);
    }
    let entry = enter(desk, id, &decision, None)?;
    desk.note_person(Kind::BasisSet, id, vec![Field::LegalBasis])?;
    desk.changes.person(id);
    let done = Done::new(Kind::BasisSet, name, vec![Field::LegalBasis]);
    desk.can_be_taken_back(done, Inverse::Basis { person: id, entry: entry.id, decision: Box::new(decision) });
    Ok(entry)
}

/// Declares the row that the last change of the session entered void, and answers what enters it again.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] where another row of the purpose was entered since.
pub(super) fn take_back(
    desk: &mut Desk<'_>,
    id: person::Id,
    entry: basis::Id,
    decision: Box<Decision>,
    way: Way,
) -> Result<Inverse, Error> {
    desk.require(Right::LegalBasis)?;
    let ledger = store::ledger::of_person(desk.db(), id)?;
    let mut standing = basis::history(&ledger).into_iter().filter(|row| row.struck_by.is_none()).map(|row| row.entry);
    // A void row says nothing of its own: it took back what was entered since.
    let newest = standing.find(|row| row.purpose == decision.purpose && (row.id == entry || row.basis != Basis::Void));
    if newest.is_none_or(|newest| newest.id != entry) {
        return Err(Error::ChangedMeanwhile(id));
    }
    let mut void = Decision::new(decision.purpose, Basis::Void, list::SOURCE_USER);
    void.corrects = Some(entry);
    enter(desk, id, &void, None)?;
    desk.note_person(way.kind(), id, vec![Field::LegalBasis])?;
    desk.changes.person(id);
    Ok(Inverse::BasisAgain { person: id, decision })
}

/// Enters a decision again that was taken back, and answers what takes it back.
///
/// # Errors
/// Those of [`decide`].
pub(super) fn decide_again(
    desk: &mut Desk<'_>,
    id: person::Id,
    decision: Box<Decision>,
    way: Way,
) -> Result<Inverse, Error> {
    desk.require(Right::LegalBasis)?;
    let decision = Box::new(checked(desk, &decision)?);
    heed_objection(desk, id, &decision)?;
    let entry = enter(desk, id, &decision, None)?.id;
    desk.note_person(way.kind(), id, vec![Field::LegalBasis])?;
    desk.changes.person(id);
    Ok(Inverse::Basis { person: id, entry, decision })
}

/// Returns the decision as it is entered, if the office and the law let it be.
///
/// What stands in a ledger already is not held against this: it is carried along where cards become one.
///
/// # Errors
/// [`Error::Refused`]; [`Error::Invalid`] for an unknown legal basis.
pub(super) fn checked(desk: &Desk<'_>, decision: &Decision) -> Result<Decision, Error> {
    let named = desk.lists()?.basis(decision.item).ok_or(Error::invalid(Field::LegalBasis, Reason::Unknown))?;
    let decision = Decision { basis: named.basis, ..decision.clone() };
    match desk.rules()?.refuses_decision(&decision) {
        Some(rule) => Err(Error::Refused(rule)),
        None => Ok(decision),
    }
}

/// Lets nothing past an objection that stands (art. 21(3)), whatever was entered since, and whatever is corrected.
///
/// # Errors
/// [`Error::Refused`].
fn heed_objection(desk: &Desk<'_>, id: person::Id, decision: &Decision) -> Result<(), Error> {
    objection_against(desk, id, decision)?.map_or(Ok(()), |rule| Err(Error::Refused(rule)))
}

/// Returns the rule that an objection of a person keeps a decision from being entered by; none where it may be.
pub(super) fn objection_against(desk: &Desk<'_>, id: person::Id, decision: &Decision) -> Result<Option<Rule>, Error> {
    let Some(rule) = desk.rules()?.refuses_after_objection(decision) else { return Ok(None) };
    let ledger = store::ledger::of_person(desk.db(), id)?;
    Ok(basis::objection_against(&ledger, decision).map(|_| rule))
}

/// Writes a row of the ledger. Part of a larger change, which has checked the right and notes it in the journal.
pub(super) fn enter(
    desk: &mut Desk<'_>,
    id: person::Id,
    decision: &Decision,
    import: Option<import::Id>,
) -> Result<Entry, Error> {
    let last = store::ledger::last_at(desk.db(), id)?;
    put(desk, id, decision, import, last, true)
}

/// Writes a row that says what an older one says, so that it holds: an objection is the one that was made. As [`enter`].
pub(super) fn repeat(desk: &mut Desk<'_>, id: person::Id, decision: &Decision) -> Result<Entry, Error> {
    let last = store::ledger::last_at(desk.db(), id)?;
    put(desk, id, decision, None, last, false)
}

/// Writes the first row of a new card's ledger. As [`enter`].
pub(super) fn enter_first(
    desk: &mut Desk<'_>,
    id: person::Id,
    decision: &Decision,
    import: Option<import::Id>,
) -> Result<Entry, Error> {
    put(desk, id, decision, import, None, true)
}

/// Writes a row; `last` is when the newest was entered, and `follows` whether the person's objections follow from it.
fn put(
    desk: &mut Desk<'_>,
    id: person::Id,
    decision: &Decision,
    import: Option<import::Id>,
    last: Option<Moment>,
    follows: bool,
) -> Result<Entry, Error> {
    let comment = text::single_line(&decision.comment);
    if text::is_longer(&comment, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    let in_list = |id, list| Ok::<_, Error>(desk.lists()?.get(id).is_some_and(|item| item.list == list));
    if !in_list(decision.purpose, List::Purpose)? {
        return Err(Error::invalid(Field::Purpose, Reason::Unknown));
    }
    if !in_list(decision.source, List::Source)? {
        return Err(Error::invalid(Field::Source, Reason::Unknown));
    }
    if let Some(wording) = decision.wording {
        let known = store::wordings::all(desk.db())?.into_iter().find(|known| known.id == wording);
        if known.ok_or(Error::NoSuch("wording"))?.purpose != decision.purpose {
            return Err(Error::Refused(Rule::WordingOfOtherPurpose));
        }
    }
    let mut corrects = decision.corrects;
    if corrects.is_some() || decision.basis == Basis::Void {
        let ledger = store::ledger::of_person(desk.db(), id)?;
        if let Some(wrong) = corrects {
            if !ledger.iter().any(|entry| entry.id == wrong && entry.purpose == decision.purpose) {
                return Err(Error::Refused(Rule::NotCorrectable));
            }
        } else {
            let standing = basis::current(&ledger, decision.purpose).ok_or(Error::Refused(Rule::NothingToVoid))?;
            corrects = Some(standing.id);
        }
    }
    // The newest row holds: a clock that was set back must not make an old decision the newest.
    let at = last.map_or(desk.now(), |last| desk.now().max(last));
    let entry = Entry {
        id: basis::Id(desk.db().new_id()),
        person: id,
        purpose: decision.purpose,
        basis: decision.basis,
        item: decision.item,
        source: decision.source,
        at,
        by: desk.user().id,
        comment,
        wording: decision.wording,
        evidence: decision.evidence,
        condition: decision.condition,
        corrects,
        import,
    };
    store::ledger::insert(desk.db(), &entry)?;
    if follows {
        states::follow(desk, &entry)?;
    }
    Ok(entry)
}

/// Returns the row that holds for a purpose.
pub(super) fn standing(desk: &Desk<'_>, id: person::Id, purpose: list::Id) -> Result<Option<Entry>, Error> {
    Ok(basis::current(&store::ledger::of_person(desk.db(), id)?, purpose).cloned())
}

/// Notes in the journal that what the dialog shows was written to a file.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn note_export(desk: &mut Desk<'_>, id: person::Id) -> Result<(), Error> {
    desk.require(Right::Export)?;
    desk.note_person(Kind::Exported, id, vec![Field::LegalBasis])
}

/// Writes what the dialog shows to a workbook at `path`: what holds, then the whole ledger.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Error::Transfer`] where the file cannot be written.
pub fn export(desk: &mut Desk<'_>, id: person::Id, path: &Path) -> Result<(), Error> {
    desk.require(Right::Export)?;
    desk.require_unrestricted(id)?;
    let overview = overview(desk, id)?;
    // Entered first: what is printed vouches for that entry, too.
    note_export(desk, id)?;
    super::export::legal_basis(desk, &overview, path)?;
    desk.has_written(path);
    Ok(())
}

/// Writes what proves a row of a person's ledger to a file outside the vault, which only its owner can read, and notes
/// that in the journal.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where the person's ledger names no such file; [`Error::File`] where it
/// cannot be written.
pub fn save_evidence(desk: &mut Desk<'_>, id: person::Id, file: attachment::Id, path: &Path) -> Result<(), Error> {
    desk.require(Right::See)?;
    desk.require_unrestricted(id)?;
    let ledger = store::ledger::of_person(desk.db(), id)?;
    if !ledger.iter().any(|entry| entry.evidence == Some(file)) {
        return Err(Error::NoSuch("attachment"));
    }
    attached::write_out(desk, file, path)?;
    desk.has_written(path);
    desk.note_person(Kind::Exported, id, vec![Field::LegalBasis])
}
