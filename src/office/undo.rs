//! Taking the last change back, and doing it again.
//!
//! A write leaves with its [`Desk`] what takes it back; the history of the session keeps that, newest last. It lives in
//! memory only: it holds what cards held before, and goes when the card file is locked.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::mail::intake::proposals;
use super::subject::Subject;
use super::{
    Answer, Desk, Error, Office, activities, companies, legal_basis, mass_edit as edits, merging, persons, relations,
    subscriptions, trash,
};
use crate::model::activity::{self, Activity};
use crate::model::basis::{self, Decision};
use crate::model::company::{self, Company};
use crate::model::journal::Kind;
use crate::model::relation::Relation;
use crate::model::reply::ProposalId;
use crate::model::subscription::{self, Said};
use crate::model::trash::{Deletion, Record};
use crate::model::user::Right;
use crate::model::{Moment, field::Field, mass_edit, merge, person};

/// How many changes can be taken back, one after the other.
const KEPT: usize = 100;

/// What takes one change back.
#[derive(Debug, Clone)]
pub enum Inverse {
    /// Writes a person's card as it was.
    Person {
        /// Whose card.
        id: person::Id,
        /// What was known.
        before: Box<persons::Held>,
        /// When it was changed, as the change to take back left it: what somebody changed since stays.
        seen: Moment,
        /// When it had been changed before that: which state this leads to.
        left: Moment,
    },
    /// Removes a person's card that was added.
    PersonAdded {
        /// Whose card.
        id: person::Id,
        /// When it was changed, as adding it left it.
        seen: Moment,
        /// What adding it entered in the ledger.
        entries: Vec<basis::Id>,
    },
    /// Adds a person's card again that was taken away.
    PersonRemoved {
        /// What it was.
        card: Box<persons::Card>,
    },
    /// Writes a company's card as it was.
    Company {
        /// Whose card.
        id: company::Id,
        /// What it held.
        before: Box<company::Content>,
        /// When it was changed, as the change to take back left it: what somebody changed since stays.
        seen: Moment,
        /// When it had been changed before that: which state this leads to.
        left: Moment,
    },
    /// Removes a company's card that was added.
    CompanyAdded {
        /// Which one.
        id: company::Id,
        /// When it was changed, as adding it left it.
        seen: Moment,
    },
    /// Brings back a company's card that was removed.
    CompanyRemoved {
        /// What it was.
        company: Box<Company>,
    },
    /// Declares a row of the ledger void.
    Basis {
        /// Whose ledger.
        person: person::Id,
        /// The row.
        entry: basis::Id,
        /// What it says, to enter it again.
        decision: Box<Decision>,
    },
    /// Enters a decision in the ledger again.
    BasisAgain {
        /// Whose ledger.
        person: person::Id,
        /// What to enter.
        decision: Box<Decision>,
    },
    /// Takes back what was answered to a type of mailings.
    Subscription {
        /// Whose answer.
        person: person::Id,
        /// The row.
        entry: subscription::Id,
        /// What it says, to enter it again.
        said: Box<Said>,
    },
    /// Enters again what was answered to a type of mailings.
    SubscriptionAgain {
        /// Whose answer.
        person: person::Id,
        /// What to enter.
        said: Box<Said>,
    },
    /// Lets what was proposed wait for a decision again: what accepting it changed is taken back beside this.
    ProposalAccepted(ProposalId),
    /// Accepts it again.
    ProposalReopened(ProposalId),
    /// Parts two cards that were made one.
    Merge {
        /// The merge.
        id: merge::Id,
        /// The card that stayed.
        kept: person::Id,
        /// When that was changed, as the merge left it.
        seen: Moment,
        /// When it had been changed before.
        left: Moment,
    },
    /// Takes a relation away again.
    RelationAdded(Relation),
    /// Gives a relation back.
    RelationRemoved(Relation),
    /// Makes two cards one again.
    MergeAgain {
        /// The card that stays.
        kept: person::Id,
        /// The card that goes.
        gone: person::Id,
        /// The fields whose value is the other card's.
        from_gone: Vec<Field>,
        /// When the card that stays was changed, as taking the merge back left it.
        seen: Moment,
        /// When it had been changed before that.
        left: Moment,
    },
    /// Restores what was moved to the trash together.
    Trashed {
        /// By what it is known.
        deletion: Deletion,
    },
    /// Moves to the trash again what was restored.
    TrashRestored {
        /// The cards.
        records: Vec<Record>,
        /// Why they were there.
        reason: String,
    },
    /// Takes a mass edit back.
    MassEdited {
        /// The edit.
        id: mass_edit::Id,
        /// Whom it was about.
        subject: Subject,
        /// What it did.
        edit: Box<mass_edit::Edit>,
    },
    /// Carries a mass edit out again.
    MassEditAgain {
        /// Whom it is about.
        subject: Subject,
        /// What it does.
        edit: Box<mass_edit::Edit>,
    },
    /// Writes an activity as it was.
    Activity {
        /// What it was.
        before: Box<Activity>,
        /// When it was changed, as the change to take back left it.
        seen: Moment,
        /// When it had been changed before that.
        left: Moment,
    },
    /// Removes an activity that was added.
    ActivityAdded {
        /// Which one.
        id: activity::Id,
        /// When it was changed, as adding it left it.
        seen: Moment,
    },
    /// Brings back an activity that was removed.
    ActivityRemoved {
        /// What it was.
        activity: Box<Activity>,
    },
}

/// What a change was, for the words in which it is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What was done.
    pub kind: Kind,
    /// To whom or what, by name.
    pub name: String,
    /// The fields that were touched.
    pub fields: Vec<Field>,
    /// The activity it was done to, as the change left it; of one that was removed, as it was.
    pub activity: Option<Box<Activity>>,
    /// Which change of this session it was, from 1; 0 before it is committed.
    pub number: u64,
}

impl Done {
    /// Returns what a change was.
    pub fn new(kind: Kind, name: String, fields: Vec<Field>) -> Self {
        Self { kind, name, fields, activity: None, number: 0 }
    }
}

/// A change that can be taken back: all of its parts or none.
#[derive(Debug, Clone)]
struct Change {
    done: Done,
    inverses: Vec<Inverse>,
}

/// The changes of a session that can be taken back, and those that were.
#[derive(Debug, Default)]
pub(super) struct History {
    undo: Vec<Change>,
    redo: Vec<Change>,
    /// How many changes were kept so far.
    kept: u64,
}

/// Which way to go in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Takes the last change back.
    Back,
    /// Does again what was taken back last.
    Again,
}

/// What a desk collects while a write goes on.
#[derive(Debug, Default)]
pub(super) struct Collected {
    done: Option<Done>,
    inverses: Vec<Inverse>,
    followed: Vec<Restored>,
    /// A mass edit that was taken back otherwise than by a step.
    taken_back: Option<mass_edit::Id>,
}

impl Collected {
    /// Notes that a record was changed in a way that leaves what was done to it before to be taken back.
    pub(super) fn follow(&mut self, record: i64, left: Moment, now: Moment) {
        self.followed.push(Restored { record, left, now });
    }

    /// Notes what takes a part of the change back; the first part says in which words.
    pub(super) fn add(&mut self, done: Done, inverse: Inverse) {
        self.done.get_or_insert(done);
        self.inverses.push(inverse);
    }

    /// Returns how many parts of the change can be taken back so far.
    pub(super) fn parts(&self) -> usize {
        self.inverses.len()
    }

    /// Notes that a mass edit was taken back, so that no step does it once more.
    pub(super) fn took_back(&mut self, edit: mass_edit::Id) {
        self.taken_back = Some(edit);
    }

    fn change(self) -> Option<Change> {
        Some(Change { done: self.done?, inverses: self.inverses })
    }
}

impl History {
    /// Keeps what takes a committed write back. What was taken back before cannot be done again after it.
    pub(super) fn keep(&mut self, collected: Collected) {
        self.follow(&collected.followed);
        if let Some(taken_back) = collected.taken_back {
            let is_it = |inverse: &Inverse| matches!(inverse, Inverse::MassEdited { id, .. } if *id == taken_back);
            self.undo.retain(|change| !change.inverses.iter().any(is_it));
        }
        let Some(mut change) = collected.change() else { return };
        self.redo.clear();
        self.kept += 1;
        change.done.number = self.kept;
        if self.undo.len() == KEPT {
            self.undo.remove(0);
        }
        self.undo.push(change);
    }

    fn stack(&mut self, way: Way) -> &mut Vec<Change> {
        match way {
            Way::Back => &mut self.undo,
            Way::Again => &mut self.redo,
        }
    }

    /// Notes that a step was carried out: it can be reversed now, and what led to or from the state it restored
    /// knows that state by its new time.
    fn stepped(&mut self, way: Way, back: Change, restored: &[Restored]) {
        self.stack(way).pop();
        self.follow(restored);
        self.stack(way.other()).push(back);
    }

    fn follow(&mut self, restored: &[Restored]) {
        for change in self.undo.iter_mut().chain(&mut self.redo) {
            for inverse in &mut change.inverses {
                inverse.follow(restored);
            }
        }
    }

    /// Forgets what was done, but not how much: a change that follows is newer than all before.
    pub(super) fn forget(&mut self) {
        *self = Self { kept: self.kept, ..Self::default() };
    }
}

impl Way {
    fn other(self) -> Self {
        match self {
            Self::Back => Self::Again,
            Self::Again => Self::Back,
        }
    }

    /// Returns what the journal calls a step this way.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Back => Kind::TakenBack,
            Self::Again => Kind::DoneAgain,
        }
    }
}

/// A record that is in a state the history knows, under a new time.
#[derive(Debug, Clone, Copy)]
struct Restored {
    record: i64,
    left: Moment,
    now: Moment,
}

impl Inverse {
    /// Returns the record, the state it must be in, and the state this leads to; none for what has no such times.
    fn times(&mut self) -> Option<(i64, &mut Moment, Moment)> {
        match self {
            Self::Person { id, seen, left, .. }
            | Self::Merge { kept: id, seen, left, .. }
            | Self::MergeAgain { kept: id, seen, left, .. } => Some((id.0, seen, *left)),
            Self::Company { id, seen, left, .. } => Some((id.0, seen, *left)),
            Self::Basis { .. }
            | Self::BasisAgain { .. }
            | Self::Subscription { .. }
            | Self::SubscriptionAgain { .. }
            | Self::ProposalAccepted(_)
            | Self::ProposalReopened(_)
            | Self::RelationAdded(_)
            | Self::RelationRemoved(_)
            | Self::Trashed { .. }
            | Self::TrashRestored { .. }
            | Self::MassEdited { .. }
            | Self::MassEditAgain { .. } => None,
            Self::Activity { before, seen, left } => Some((before.id.0, seen, *left)),
            // It knows one state only: removed, there is none, and brought back, it is as it was before.
            Self::ActivityAdded { id, seen } => {
                let left = *seen;
                Some((id.0, seen, left))
            }
            Self::CompanyAdded { id, seen } => {
                let left = *seen;
                Some((id.0, seen, left))
            }
            Self::PersonAdded { id, seen, .. } => {
                let left = *seen;
                Some((id.0, seen, left))
            }
            Self::ActivityRemoved { .. } | Self::CompanyRemoved { .. } | Self::PersonRemoved { .. } => None,
        }
    }

    fn follow(&mut self, restored: &[Restored]) {
        if let Some((record, seen, _)) = self.times()
            && let Some(state) = restored.iter().find(|state| state.record == record && state.left == *seen)
        {
            *seen = state.now;
        }
    }
}

impl Office {
    /// Returns the changes that can be taken back and are newer than the one of that number, the oldest first.
    pub fn changes_since(&self, number: u64) -> Vec<Done> {
        let history = lock(&self.0.history);
        let newer = history.undo.iter().filter(|change| change.done.number > number);
        newer.map(|change| change.done.clone()).collect()
    }

    /// Returns the number of the change that a step would take back, or do again, if there is one.
    pub fn next_step(&self, way: Way) -> Option<u64> {
        lock(&self.0.history).stack(way).last().map(|change| change.done.number)
    }

    /// Returns whether there is a change to take back, or to do again.
    pub fn can_step(&self, way: Way) -> bool {
        !lock(&self.0.history).stack(way).is_empty()
    }

    /// Takes the last change of this session back, or does again what was taken back last; answers what it was, and
    /// nothing where there is nothing.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`] where somebody changed the record since; [`Error::Invalid`] where it cannot hold any
    /// more what it held; what is refused by a rule, or not there any more. The record stays as it is then, and the next
    /// step is the one before. [`Error::Forbidden`], or the database's, after which the step can be tried again.
    pub fn step(&self, way: Way) -> Answer<Option<Done>> {
        self.step_over(way, None)
    }

    /// As [`Office::step`], but only the change of that number; answers nothing where another is next.
    ///
    /// # Errors
    /// Those of [`Office::step`].
    pub fn step_only(&self, way: Way, number: u64) -> Answer<Option<Done>> {
        self.step_over(way, Some(number))
    }

    fn step_over(&self, way: Way, only: Option<u64>) -> Answer<Option<Done>> {
        let history = Arc::clone(&self.0.history);
        self.write(move |desk| {
            // Looked up on the thread that writes, so that two steps never take the same change.
            let next = lock(&history).stack(way).last().cloned();
            let is_meant = |change: &Change| only.is_none_or(|number| number == change.done.number);
            let Some(change) = next.filter(is_meant) else { return Ok(None) };
            let done = change.done.clone();
            let mut back = Change { done: change.done, inverses: Vec::with_capacity(change.inverses.len()) };
            let mut restored = Vec::new();
            for mut inverse in change.inverses.into_iter().rev() {
                let leads_to = inverse.times().map(|(record, _, left)| (record, left));
                let mut reverse = match carry_out(desk, inverse, way) {
                    Ok(reverse) => reverse,
                    Err(error) => {
                        if is_lost(&error) {
                            lock(&history).stack(way).pop();
                        }
                        return Err(error);
                    }
                };
                if let (Some((record, left)), Some((_, now, _))) = (leads_to, reverse.times()) {
                    restored.push(Restored { record, left, now: *now });
                }
                back.inverses.push(reverse);
            }
            desk.after_commit(move || lock(&history).stepped(way, back, &restored));
            Ok(Some(done))
        })
    }
}

/// Returns the history; a thread that panicked while it held it leaves it whole.
pub(super) fn lock(history: &Mutex<History>) -> MutexGuard<'_, History> {
    history.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns whether a step cannot be taken any more, because what it would change is gone or has become something else.
fn is_lost(error: &Error) -> bool {
    match error {
        // What is so now would stand in the way of everything that was done before.
        Error::ChangedMeanwhile(_)
        | Error::CompanyChanged(_)
        | Error::ActivityChanged(_)
        | Error::NoPerson(_)
        | Error::NoCompany(_)
        | Error::NoSuch(_)
        | Error::Invalid(_)
        | Error::InvalidSetting { .. }
        | Error::Criteria(_)
        | Error::Refused(_)
        | Error::Forbidden(Right::SeeOthers) => true,
        Error::Store(error) => error.is_dangling(),
        // These pass.
        Error::Template(_)
        | Error::Forbidden(_)
        | Error::NotAtWork
        | Error::FileChanged
        | Error::File { .. }
        | Error::FileTooLarge
        | Error::NotSettings
        | Error::NotAPicture
        | Error::Cancelled
        | Error::Transfer(_)
        | Error::Vault(_)
        | Error::Unreadable(_)
        | Error::Gone
        | Error::Failed => false,
    }
}

/// Takes one part of a change back, and answers what takes that back.
fn carry_out(desk: &mut Desk<'_>, inverse: Inverse, way: Way) -> Result<Inverse, Error> {
    match inverse {
        Inverse::Person { id, before, seen, .. } => persons::write_back(desk, id, *before, seen, way),
        Inverse::PersonAdded { id, seen, entries } => persons::take_away(desk, id, seen, entries, way),
        Inverse::PersonRemoved { card } => persons::bring_back(desk, *card, way),
        Inverse::Company { id, before, seen, .. } => companies::write_back(desk, id, *before, seen, way),
        Inverse::CompanyAdded { id, seen } => companies::take_away(desk, id, seen, way),
        Inverse::CompanyRemoved { company } => companies::bring_back(desk, *company, way),
        Inverse::Basis { person, entry, decision } => legal_basis::take_back(desk, person, entry, decision, way),
        Inverse::BasisAgain { person, decision } => legal_basis::decide_again(desk, person, decision, way),
        Inverse::Subscription { person, entry, said } => subscriptions::take_back(desk, person, entry, said, way),
        Inverse::SubscriptionAgain { person, said } => subscriptions::set_again(desk, person, said, way),
        Inverse::ProposalAccepted(id) => proposals::step(desk, id, false, way),
        Inverse::ProposalReopened(id) => proposals::step(desk, id, true, way),
        Inverse::RelationAdded(relation) => relations::step(desk, relation, true, way),
        Inverse::RelationRemoved(relation) => relations::step(desk, relation, false, way),
        Inverse::Merge { id, seen, .. } => merging::step_back(desk, id, seen, way),
        Inverse::MergeAgain { kept, gone, from_gone, seen, .. } => {
            merging::step_again(desk, (kept, gone), &from_gone, seen, way)
        }
        Inverse::Trashed { deletion } => trash::take_back(desk, deletion, way),
        Inverse::TrashRestored { records, reason } => trash::put_again(desk, &records, &reason, way),
        Inverse::MassEdited { id, subject, edit } => edits::take_back(desk, id, subject, edit),
        Inverse::MassEditAgain { subject, edit } => edits::do_again(desk, subject, edit),
        Inverse::Activity { before, seen, .. } => activities::write_back(desk, *before, seen, way),
        Inverse::ActivityAdded { id, seen } => activities::take_away(desk, id, seen, way),
        Inverse::ActivityRemoved { activity } => activities::bring_back(desk, *activity, way),
    }
}

#[cfg(test)]
mod tests;
