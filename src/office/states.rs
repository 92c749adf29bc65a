//! What state a person is in, as far as it binds everybody here: restricting and lifting (art. 18), looking up what is
//! closed (art. 18(2)), objecting and weighing (art. 21), and who is a minor (art. 8).
//!
//! Whether somebody is restricted is asked in two places, so that no way leads past: [`Desk::require_open`] by whatever
//! reads a card, and [`Desk::note_person`] by whatever changes one or hands it out, because nothing is done to a card
//! without its entry in the journal. Lists and searches leave out what they would show.

use std::collections::HashSet;

use super::settings::{self, Plain};
use super::undo::{Done, Inverse};
use super::{Answer, Desk, Error, Office, Rule, attached, legal_basis};
use crate::model::basis::{Basis, Decision, Entry};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::objection::{self, Decided, Objection, Reach, Verdict};
use crate::model::person::{Id, Person};
use crate::model::restriction::{self, Ground, Lifted, Restriction};
use crate::model::state::{Marks, OfAge, States};
use crate::model::user::Right;
use crate::model::{Reason, attachment, text};
use crate::store;
use attached::Incoming;

/// What a card shows while the processing of its data is restricted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// Whose card.
    pub person: Id,
    /// The name.
    pub name: String,
    /// The ground, since when, and who restricted it; without the comment.
    pub restriction: Restriction,
    /// Whom to ask about data protection here, as the office says; may be empty.
    pub ask: String,
}

/// Returns what a closed card shows; none where the card is open, or the user has given a reason to look into it.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn closed(desk: &Desk<'_>, id: Id) -> Result<Option<Closed>, Error> {
    desk.require(Right::See)?;
    let name = name(desk, id)?;
    if desk.has_opened(id) { Ok(None) } else { what_is_shown(desk, id, name) }
}

fn what_is_shown(desk: &Desk<'_>, id: Id, name: String) -> Result<Option<Closed>, Error> {
    let ask = settings::plain(desk, Plain::OfficePrivacyContact)?;
    let standing = store::states::standing(desk.db(), id)?;
    // What was said about it may tell what the card holds.
    let restriction = standing.map(|standing| Restriction { comment: String::new(), ..standing });
    Ok(restriction.map(|restriction| Closed { person: id, name, restriction, ask }))
}

fn name(desk: &Desk<'_>, id: Id) -> Result<String, Error> {
    desk.require_visible(id)?;
    store::persons::name(desk.db(), id)?.ok_or(Error::NoPerson(id))
}

/// Returns the state of a person whose card may be opened.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Rule::Restricted`].
pub fn of(desk: &Desk<'_>, id: Id) -> Result<States, Error> {
    let person = super::persons::get(desk, id)?;
    read(desk, &person)
}

/// Returns the state of a person. Part of reading a card, which has asked whether that may be.
pub(super) fn read(desk: &Desk<'_>, person: &Person) -> Result<States, Error> {
    Ok(States {
        restriction: store::states::standing(desk.db(), person.id)?,
        objections: store::states::objections(desk.db(), person.id)?,
        objects_to: store::states::objects_to(desk.db(), person.id)?,
        minor: of_age(desk)?.minor(person.content.birth_date, &person.content.country),
        former: person.content.former_employee,
    })
}

/// Returns from which age on people consent alone.
pub(super) fn of_age(desk: &Desk<'_>) -> Result<OfAge, Error> {
    let least = settings::plain(desk, Plain::MinorsAge)?.parse().unwrap_or_default();
    Ok(OfAge { today: desk.today(), least })
}

/// Returns what lists mark about somebody.
pub(super) fn marks(desk: &Desk<'_>, id: Id) -> Result<Marks, Error> {
    Ok(store::states::marks(desk.db(), id, of_age(desk)?)?)
}

/// Returns everybody whose card is closed.
pub(super) fn restricted(desk: &Desk<'_>) -> Result<HashSet<Id>, Error> {
    Ok(store::states::restricted(desk.db())?)
}

/// Restricts the processing of somebody's data, and returns what their card shows from now on.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] for a comment past [`text::LONG_LINE`] characters;
/// [`Rule::RestrictionStands`] where it is restricted already.
pub fn restrict(desk: &mut Desk<'_>, id: Id, ground: Ground, comment: &str) -> Result<Closed, Error> {
    desk.require(Right::LegalBasis)?;
    let name = name(desk, id)?;
    if store::states::is_restricted(desk.db(), id)? {
        return Err(Error::Refused(Rule::RestrictionStands));
    }
    let restriction = Restriction {
        id: restriction::Id(desk.db().new_id()),
        person: id,
        ground,
        comment: words(comment)?,
        at: desk.now(),
        by: desk.user().id,
        lifted: None,
    };
    store::states::restrict(desk.db(), &restriction)?;
    desk.note_person(Kind::Restricted, id, Vec::new())?;
    changed(desk, id)?;
    what_is_shown(desk, id, name)?.ok_or(Error::Failed)
}

/// Lifts a restriction, and returns the person's state. `told` is whether the person was told before, as art. 18(3)
/// asks.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] without a reason; [`Rule::RestrictionStands`] where
/// nothing is restricted.
pub fn lift(desk: &mut Desk<'_>, id: Id, reason: &str, told: bool) -> Result<States, Error> {
    desk.require(Right::LegalBasis)?;
    name(desk, id)?;
    let standing = store::states::standing(desk.db(), id)?.ok_or(Error::Refused(Rule::RestrictionStands))?;
    let lifted = Lifted { at: desk.now(), by: desk.user().id, why: why(reason)?, told };
    store::states::lift(desk.db(), id, standing.id, &lifted)?;
    desk.note_person(Kind::RestrictionLifted, id, Vec::new())?;
    changed(desk, id)?;
    of(desk, id)
}

/// Opens a closed card to be read, for a reason that art. 18(2) allows, until the desk is left. Who looked, when and
/// for what stays on record, also of a card that is open to all.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Rule::ReasonNeeded`] without a reason; [`Error::Invalid`] for a long one.
pub fn look_up(desk: &mut Desk<'_>, id: Id, reason: &str) -> Result<(), Error> {
    desk.require(Right::See)?;
    name(desk, id)?;
    let reason = words(reason)?;
    if reason.is_empty() {
        return Err(Error::Refused(Rule::ReasonNeeded));
    }
    store::states::look_up(desk.db(), id, desk.db().new_id(), &reason, (desk.now(), desk.user().id))?;
    desk.note_person(Kind::LookedUp, id, Vec::new())?;
    desk.open(id);
    changed(desk, id)
}

impl Office {
    /// As [`look_up`]; the card stays open to be read in this session until [`Office::close_card`].
    pub fn look_up(&self, id: Id, reason: &str) -> Answer<()> {
        let (opened, reason) = (self.opened(), reason.to_owned());
        self.write(move |desk| {
            look_up(desk, id, &reason)?;
            desk.after_commit(move || opened.set(Some(id)));
            Ok(())
        })
    }

    /// Closes the card again that was opened for a reason: whoever wants to see it gives one anew.
    pub fn close_card(&self) {
        self.opened().set(None);
    }
}

/// What came of an objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objected {
    /// The objection.
    pub objection: Objection,
    /// The row of the ledger that holds now: the objection's, or what art. 21 does not reach.
    pub holds: Entry,
}

/// How far an objection to a purpose would reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reaches {
    /// The purpose.
    pub purpose: list::Id,
    /// How far.
    pub reach: Reach,
    /// Whether the purpose rests on consent, which is taken back rather than objected to.
    pub takes_consent_back: bool,
}

/// Returns how far an objection would reach, purpose by purpose; also of a closed card, whose person can object.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`].
pub fn reaches(desk: &Desk<'_>, id: Id) -> Result<Vec<Reaches>, Error> {
    desk.require(Right::See)?;
    name(desk, id)?;
    let purposes: Vec<list::Id> = desk.lists()?.of(List::Purpose).map(|item| item.id).collect();
    let reach = |purpose| {
        let standing = store::ledger::current(desk.db(), id, purpose)?.map(|named| named.basis);
        let reach = Reach::of(desk.rules()?.is_direct_marketing(purpose), standing);
        let takes_consent_back = reach == Reach::None && standing == Some(Basis::Consent);
        Ok(Reaches { purpose, reach, takes_consent_back })
    };
    purposes.into_iter().map(reach).collect()
}

/// Enters that somebody objects to a purpose.
///
/// Marketing stops at once, and nothing overrides that. Legitimate interests and public tasks stop while it is weighed,
/// see [`decide`]. Consent counts as taken back. Other legal bases go on: what the person wants is kept, and what they
/// were answered, now or later.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] for an unknown purpose or a long text.
pub fn object(
    desk: &mut Desk<'_>,
    id: Id,
    purpose: list::Id,
    comment: &str,
    answer: Option<&str>,
) -> Result<Objected, Error> {
    let decision =
        Decision { comment: comment.to_owned(), ..Decision::new(purpose, Basis::Objected, list::SOURCE_USER) };
    enter(desk, id, &decision, None, answer)
}

/// As [`object`], with all that a row of the ledger can say.
pub(super) fn enter(
    desk: &mut Desk<'_>,
    id: Id,
    decision: &Decision,
    evidence: Option<&Incoming>,
    answer: Option<&str>,
) -> Result<Objected, Error> {
    desk.require(Right::LegalBasis)?;
    let name = name(desk, id)?;
    let standing = legal_basis::standing(desk, id, decision.purpose)?;
    let on = standing.as_ref().map(|entry| entry.basis);
    let reach = Reach::of(desk.rules()?.is_direct_marketing(decision.purpose), on);
    let mut decision = decision.clone();
    if let Some(file) = evidence {
        decision.evidence = Some(attached::keep(desk, id, attachment::Kind::Evidence, file)?);
    }
    let answer = answer.map(words).transpose()?.filter(|answer| !answer.is_empty());
    let stands = if on == Some(Basis::Consent) && reach == Reach::None {
        decision.basis = Basis::Withdrawn;
        None
    } else {
        standing.filter(|_| reach == Reach::None)
    };
    let (objection, holds) = match stands {
        Some(stands) => {
            let objection = keep(desk, (id, decision.purpose), reach, &decision.comment, None, answer)?;
            (objection, stands)
        }
        None => {
            let entry = legal_basis::enter(desk, id, &decision, None)?;
            let objection = if entry.basis == Basis::Objected {
                of_entry(desk, &entry)?
            } else {
                let answer = Some(answer.unwrap_or_default());
                keep(desk, (id, decision.purpose), reach, &decision.comment, Some(&entry), answer)?
            };
            let done = Done::new(Kind::BasisSet, name, vec![Field::LegalBasis]);
            let inverse = Inverse::Basis { person: id, entry: entry.id, decision: Box::new(decision) };
            desk.can_be_taken_back(done, inverse);
            (objection, entry)
        }
    };
    desk.note_person(Kind::Objected, id, vec![Field::LegalBasis])?;
    changed(desk, id)?;
    Ok(Objected { objection, holds })
}

fn of_entry(desk: &Desk<'_>, entry: &Entry) -> Result<Objection, Error> {
    let known = store::states::objections(desk.db(), entry.person)?;
    known.into_iter().find(|objection| objection.entry == Some(entry.id)).ok_or(Error::Failed)
}

/// Keeps the objection that a new row of the ledger is, and forgets the one that the row says was a mistake.
pub(super) fn follow(desk: &Desk<'_>, entry: &Entry) -> Result<(), Error> {
    if let Some(wrong) = entry.corrects {
        store::states::forget_objection(desk.db(), entry.person, wrong)?;
    }
    if entry.basis == Basis::Objected {
        let reach = Reach::of(desk.rules()?.is_direct_marketing(entry.purpose), None);
        keep(desk, (entry.person, entry.purpose), reach, &entry.comment, Some(entry), None)?;
    }
    Ok(())
}

/// Writes an objection. One to marketing needs no decision: the law has taken it.
fn keep(
    desk: &Desk<'_>,
    (person, purpose): (Id, list::Id),
    reach: Reach,
    comment: &str,
    entry: Option<&Entry>,
    answer: Option<String>,
) -> Result<Objection, Error> {
    let verdict = match reach {
        Reach::Absolute => Some((Verdict::Upheld, String::new())),
        Reach::Weighed => None,
        Reach::None => answer.map(|answer| (Verdict::Answered, answer)),
    };
    let (at, by) = (desk.now(), desk.user().id);
    let objection = Objection {
        id: objection::Id(desk.db().new_id()),
        person,
        purpose,
        reach,
        comment: words(comment)?,
        entry: entry.map(|entry| entry.id),
        at,
        by,
        decided: verdict.map(|(verdict, reason)| Decided { verdict, reason, at, by }),
    };
    store::states::object(desk.db(), &objection)?;
    Ok(objection)
}

/// Decides about an objection. Where it is overruled, what held before holds again.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::NoSuch`] where the person made no such objection;
/// [`Rule::ObjectionDecided`] where that has been decided, as one to marketing always is; [`Error::Invalid`] without a
/// reason, or for a verdict that the reach does not allow.
pub fn decide(
    desk: &mut Desk<'_>,
    id: Id,
    objection: objection::Id,
    verdict: Verdict,
    reason: &str,
) -> Result<Objection, Error> {
    desk.require(Right::LegalBasis)?;
    name(desk, id)?;
    let known = store::states::objections(desk.db(), id)?;
    let mut objection = known.iter().find(|known| known.id == objection).cloned().ok_or(Error::NoSuch("objection"))?;
    if objection.decided.is_some() {
        return Err(Error::Refused(Rule::ObjectionDecided));
    }
    // A purpose may have been marked as direct marketing since.
    let is_final = verdict == Verdict::Overruled && desk.rules()?.is_direct_marketing(objection.purpose);
    if is_final || !verdict.fits(objection.reach) {
        return Err(Error::Refused(Rule::VerdictUnfit));
    }
    let decided = Decided { verdict, reason: why(reason)?, at: desk.now(), by: desk.user().id };
    // Who objected twice to the same thing is answered once: what holds afterwards follows from the answer.
    let same = |other: &&Objection| {
        let alike = (other.purpose, other.reach) == (objection.purpose, objection.reach);
        other.id == objection.id || alike && other.decided.is_none()
    };
    for one in known.iter().filter(same) {
        store::states::decide(desk.db(), id, one.id, &decided)?;
        if let (Verdict::Overruled, Some(entry)) = (verdict, one.entry) {
            let mut void = Decision::new(one.purpose, Basis::Void, list::SOURCE_USER);
            void.corrects = Some(entry);
            void.comment.clone_from(&decided.reason);
            legal_basis::enter(desk, id, &void, None)?;
        }
    }
    desk.note_person(Kind::ObjectionDecided, id, vec![Field::LegalBasis])?;
    changed(desk, id)?;
    objection.decided = Some(decided);
    Ok(objection)
}

/// Tells open screens: those that show the person, their company's people, or what is due.
fn changed(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    let company = store::persons::get(desk.db(), id)?.and_then(|person| person.company);
    desk.changes.person(id);
    desk.changes.activities = true;
    if let Some(company) = company {
        desk.changes.company(company);
    }
    Ok(())
}

fn words(typed: &str) -> Result<String, Error> {
    let words = text::single_line(typed);
    if text::is_longer(&words, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    Ok(words)
}

/// Returns a reason, which must be given.
fn why(typed: &str) -> Result<String, Error> {
    let words = words(typed)?;
    if words.is_empty() { Err(Error::invalid(Field::Comment, Reason::Missing)) } else { Ok(words) }
}

#[cfg(test)]
mod tests;
