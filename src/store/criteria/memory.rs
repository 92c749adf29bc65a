//! What criteria answered, kept in memory, so that the count follows while one builds: at a million cards a pass over
//! the file takes seconds, and putting kept answers together takes none.
//!
//! An answer is a set of places in the list of all persons. What changed since is read from the journal, in the same
//! snapshot as everything else: no change is without its entry. Where entries name the persons they are about, only
//! these are asked about again; after anything else, everything is. Only connections that read keep answers, for what
//! they see is committed.
//!
//! What nobody asked yet is answered from [`Columns`], where there are any: somebody has to fill them first, part by part.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};

use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::columns::Columns;
use super::columns::filling::Filling;
use super::opened::opened;
use super::set::Set;
use super::{Asking, Who, condition};
use crate::model::criteria::{Asked, Node};
use crate::model::journal::Kind;
use crate::model::{Moment, user};
use crate::store::{Db, Error, array, journal, persons};

/// After how many changes of cards nothing is followed any more, or of half of them.
const WORN: usize = 20_000;

/// How many answers are kept; at a million persons each takes an eighth of a megabyte.
const ANSWERS: usize = 64;
/// After how many entries of the journal everything is asked again.
const ENTRIES: usize = 10_000;
/// How many criteria of a group may be unknown for them to be asked one by one; more are asked in one pass, in which
/// what is cheap spares what is dear.
const ONE_BY_ONE: usize = 2;

/// What criteria answered, shared by the connections of a card file that read. Dropped with the last of them.
#[derive(Debug, Clone, Default)]
pub struct Answers(Arc<Shared>);

/// What came of reading a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// There is more to read.
    More,
    /// Somebody asks or reads: later.
    Busy,
    /// Everything is there, or nothing is to be read.
    Done,
}

#[derive(Debug, Default)]
struct Shared {
    memory: Mutex<Memory>,
    /// Held as long as a part is read, which keeps nobody from asking.
    filling: Mutex<Filling>,
}

impl Answers {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.memory.lock().unwrap_or_else(|poisoned| {
            let mut memory = poisoned.into_inner();
            memory.forget();
            self.0.memory.clear_poison();
            memory
        })
    }

    /// Returns how many there are; none where that is better asked of the file.
    pub(super) fn count(&self, db: &Db, asking: &Asking<'_>, who: Who<'_>) -> Result<Option<u64>, Error> {
        let Some(tree) = opened(asking, who) else { return Ok(None) };
        // Whoever waits here for a pass over the cards would have to make it.
        self.memory().count(db, asking, &tree)
    }

    /// Reads a part of what cards hold into memory, if there are at least so many.
    pub(super) fn fill(&self, db: &Db, least: usize) -> Result<Filled, Error> {
        let mut filling = match self.0.filling.try_lock() {
            Ok(filling) => filling,
            Err(TryLockError::Poisoned(poisoned)) => {
                let mut filling = poisoned.into_inner();
                *filling = Filling::default();
                self.0.filling.clear_poison();
                filling
            }
            Err(TryLockError::WouldBlock) => return Ok(Filled::Busy),
        };
        if filling.is_reading() {
            filling.read(db)?;
            return Ok(Filled::More);
        }
        // Whoever asks something goes first: a pass over the cards may take long.
        let mut memory = match self.0.memory.try_lock() {
            Ok(memory) => memory,
            Err(TryLockError::Poisoned(poisoned)) => {
                let mut memory = poisoned.into_inner();
                memory.forget();
                self.0.memory.clear_poison();
                memory
            }
            Err(TryLockError::WouldBlock) => return Ok(Filled::Busy),
        };
        if !memory.catch_up(db)? {
            return Ok(Filled::Busy);
        }
        if memory.columns.is_some() || memory.everybody.len() < least {
            return Ok(Filled::Done);
        }
        if let Some(columns) = filling.end(memory.list) {
            memory.columns = Some(columns);
            return Ok(Filled::Done);
        }
        let begins = filling.begin(memory.list, &memory.everybody, memory.touched.len());
        Ok(if begins { Filled::More } else { Filled::Done })
    }

    /// Returns how many bytes are held of what is on the cards; none where nothing is.
    pub(super) fn bytes(&self) -> Option<usize> {
        self.memory().columns.as_mut().map(|(columns, _)| columns.bytes())
    }
}

#[derive(Debug, Default)]
struct Memory {
    /// Which list of everybody it is.
    list: u64,
    /// Everybody, in the order of their identities.
    everybody: Vec<i64>,
    /// The entry of the journal up to which everything was read.
    read_up_to: Option<i64>,
    today: NaiveDate,
    /// Who was changed since the oldest answer, in the order of the entries.
    touched: Vec<i64>,
    answers: HashMap<String, Answer>,
    uses: u64,
    /// What cards hold, and how many of those who were changed it knows of.
    columns: Option<(Columns, usize)>,
}

#[derive(Debug)]
struct Answer {
    who: Set,
    /// How many of those who were changed it knows of.
    knows: usize,
    /// The moment it was asked at, where what was planned for later matters.
    asked_at: Moment,
    used: u64,
}

/// Whom an entry of the journal means to criteria about persons.
enum Reach {
    Nobody,
    /// The person it names.
    Person,
    /// The person whose activity it is, if it is anybody's.
    Activities,
    Anybody,
}

fn reach(kind: Kind) -> Reach {
    match kind {
        Kind::VaultCreated
        | Kind::Exported
        | Kind::CompanyAdded
        | Kind::BackupMade
        | Kind::KeysChanged
        | Kind::DraftKept
        | Kind::DraftsRemoved
        | Kind::JournalAccepted
        | Kind::Unlocked
        | Kind::LookedUp
        // Selections are read anew each time.
        | Kind::SelectionAdded
        | Kind::SelectionChanged
        | Kind::SelectionRemoved
        | Kind::SelectionJoined
        | Kind::SelectionLeft
        | Kind::DeletionAsked
        | Kind::DeletionDecided
        | Kind::HoldAdded
        | Kind::HoldLifted
        | Kind::LetterWaits
        | Kind::LetterSent
        | Kind::ErasureFinished
        | Kind::BackupsRemoved
        | Kind::KeptLonger
        | Kind::OldRemoved
        | Kind::ReportMade
        | Kind::CopyMade
        | Kind::CopyTransferred
        | Kind::ReportQueued
        | Kind::CorrectionConfirmed
        | Kind::ReplyTaken
        | Kind::ProposalAccepted
        | Kind::ProposalRejected
        | Kind::AddressStopped
        | Kind::AddressFreed
        | Kind::TemplateChanged
        | Kind::StopOverridden
        | Kind::MailingQueued
        | Kind::MailingPaused
        | Kind::MailingResumed
        | Kind::MailingStopped
        | Kind::ConsentAsked
        | Kind::MailNotSent
        | Kind::MailHeld
        | Kind::MailResent
        | Kind::MailRemoved
        | Kind::PreparationChanged => Reach::Nobody,
        Kind::PersonAdded
        | Kind::PersonEdited
        | Kind::BasisSet
        | Kind::Restricted
        | Kind::RestrictionLifted
        | Kind::Objected
        | Kind::ObjectionDecided
        | Kind::Trashed
        | Kind::TrashRestored
        | Kind::SubscriptionSet
        | Kind::NoticeQueued
        | Kind::NoticeNoted
        // A notice that was sent informs.
        | Kind::MailSent => Reach::Person,
        Kind::ActivityAdded | Kind::ActivityEdited | Kind::ActivityRemoved => Reach::Activities,
        Kind::PersonRemoved
        | Kind::Imported
        | Kind::ImportUndone
        | Kind::SettingsChanged
        | Kind::SampleMade
        | Kind::CompanyEdited
        | Kind::CompanyRemoved
        | Kind::Merged
        | Kind::MergeUndone
        | Kind::RelationsChanged
        | Kind::TakenBack
        | Kind::DoneAgain
        | Kind::Restored
        | Kind::UserAdded
        | Kind::UserRemoved
        | Kind::UserChanged
        | Kind::FieldEmptied
        | Kind::Purged
        | Kind::CompanyTrashed
        | Kind::CompanyTrashRestored
        | Kind::CompanyPurged
        | Kind::MassEdited
        | Kind::MassEditUndone
        | Kind::Erased
        | Kind::TextScrubbed
        | Kind::SuppressionLifted
        | Kind::ErasedAgain => Reach::Anybody,
    }
}

impl Memory {
    fn count(&mut self, db: &Db, asking: &Asking<'_>, tree: &Node) -> Result<Option<u64>, Error> {
        if !self.catch_up(db)? {
            return Ok(None);
        }
        if self.today != asking.today {
            self.answers.clear();
            self.today = asking.today;
        }
        self.follow_in_columns(db)?;
        let found = self.answer(db, asking, tree)?;
        let seen = self.seen(db, asking)?;
        Ok(Some(found.and(&seen).count()))
    }

    fn forget(&mut self) {
        *self = Self { uses: self.uses, list: self.list + 1, ..Self::default() };
    }

    /// Reads what changed since the last question; answers whether there was no later one: a connection may still see
    /// the file as it was before.
    fn catch_up(&mut self, db: &Db) -> Result<bool, Error> {
        let last = journal::last(db)?.map_or(0, |row| row.seq);
        let is_followed = match self.read_up_to {
            Some(known) if known == last => return Ok(true),
            Some(known) if known > last => return Ok(false),
            Some(known) => self.follow(db, known)?,
            None => false,
        };
        // What is read anew is put behind what was there: where most was, everything is read once more instead.
        let is_worn = self.touched.len() > WORN.max(self.everybody.len() / 2);
        if !is_followed || is_worn {
            self.forget();
            let mut statement = db.sql().prepare_cached("SELECT id FROM person ORDER BY id")?;
            self.everybody = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        }
        self.read_up_to = Some(last);
        Ok(true)
    }

    /// Reads those anew who were changed.
    fn follow_in_columns(&mut self, db: &Db) -> Result<(), Error> {
        let Some((columns, knows)) = &mut self.columns else { return Ok(()) };
        let mut again = self.touched.get(*knows..).unwrap_or_default().to_vec();
        if !again.is_empty() {
            again.sort_unstable();
            again.dedup();
            columns.again(db, &self.everybody, &again)?;
            *knows = self.touched.len();
        }
        Ok(())
    }

    /// Notes whom the entries after one are about; answers whether that is all they changed.
    fn follow(&mut self, db: &Db, known: i64) -> Result<bool, Error> {
        let entries = journal::since(db, known, ENTRIES + 1)?;
        // Entries that are removed for their age are the oldest.
        if entries.len() > ENTRIES || entries.first().is_none_or(|(seq, ..)| *seq != known + 1) {
            return Ok(false);
        }
        let mut added = Vec::new();
        for (_, code, person) in entries {
            let Some(kind) = Kind::from_code(code) else { return Ok(false) };
            match (reach(kind), person) {
                // An activity that is with nobody is a company's, and whom it is with is never edited.
                (Reach::Nobody, _) | (Reach::Activities, None) => {}
                (Reach::Person | Reach::Activities, Some(person)) => {
                    // Who was erased since is in no list any more.
                    let Some(id) = persons::by_journal_ref(db, person)? else { return Ok(false) };
                    self.touched.push(id.0);
                    if self.everybody.binary_search(&id.0).is_err() {
                        added.push(id.0);
                    }
                }
                (Reach::Person, None) | (Reach::Anybody, _) => return Ok(false),
            }
        }
        added.sort_unstable();
        added.dedup();
        // Whoever is newer comes last; anybody else would move the places of others.
        if added.first().is_some_and(|first| self.everybody.last().is_some_and(|last| first < last)) {
            return Ok(false);
        }
        self.everybody.extend(added);
        Ok(true)
    }

    fn answer(&mut self, db: &Db, asking: &Asking<'_>, node: &Node) -> Result<Set, Error> {
        match node {
            Node::Selection(id) => {
                let sql = "SELECT person FROM selection_person WHERE selection = ? ORDER BY person";
                let mut statement = db.sql().prepare_cached(sql)?;
                let ids = statement.query_map([id.0], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
                Ok(self.set_of(&ids))
            }
            Node::Not(inner) => {
                let inner = self.answer(db, asking, inner)?;
                Ok(inner.others(self.everybody.len()))
            }
            Node::All(nodes) => self.group(db, asking, node, nodes, (true, Node::All)),
            Node::Any(nodes) => self.group(db, asking, node, nodes, (false, Node::Any)),
            Node::Field(..)
            | Node::Basis(_)
            | Node::Subscription(_)
            | Node::Interest(_)
            | Node::Activity(_)
            | Node::Status(_)
            | Node::Informed(_)
            | Node::Duplicate(_) => self.whole(db, asking, node),
        }
    }

    fn group(
        &mut self,
        db: &Db,
        asking: &Asking<'_>,
        node: &Node,
        nodes: &[Node],
        (is_all, group): (bool, fn(Vec<Node>) -> Node),
    ) -> Result<Set, Error> {
        let join = |one: Set, other: &Set| if is_all { one.and(other) } else { one.or(other) };
        if nodes.is_empty() {
            return Ok(if is_all { Set::everybody(self.everybody.len()) } else { Set::default() });
        }
        let is_plain = node.selections().is_empty();
        if is_plain && self.answers.contains_key(&key(node)) {
            return self.whole(db, asking, node);
        }
        // One more criterion than was asked before.
        let without = |one: usize| {
            group(nodes.iter().enumerate().filter(|(at, _)| *at != one).map(|(_, node)| node.clone()).collect())
        };
        let unknown = nodes.iter().filter(|node| !self.knows(node)).count();
        let mut done = None;
        if is_plain && unknown > ONE_BY_ONE {
            let known = (0..nodes.len()).rev().find(|one| self.answers.contains_key(&key(&without(*one))));
            let Some((one, last)) = known.and_then(|one| Some((one, nodes.get(one)?))) else {
                return self.whole(db, asking, node);
            };
            let others = self.whole(db, asking, &without(one))?;
            done = Some(join(others, &self.answer(db, asking, last)?));
        }
        let done = match done {
            Some(done) => done,
            None => {
                let mut all: Option<Set> = None;
                for node in nodes {
                    let one = self.answer(db, asking, node)?;
                    all = Some(match all {
                        Some(all) => join(all, &one),
                        None => one,
                    });
                }
                all.unwrap_or_default()
            }
        };
        if is_plain {
            self.keep(asking, key(node), done.clone());
        }
        Ok(done)
    }

    /// Returns whether a criterion is answered without a pass over the cards.
    fn knows(&self, node: &Node) -> bool {
        match node {
            Node::Selection(_) => true,
            Node::Not(inner) => self.knows(inner),
            Node::All(nodes) | Node::Any(nodes) => {
                (node.selections().is_empty() && self.answers.contains_key(&key(node)))
                    || nodes.iter().all(|node| self.knows(node))
            }
            Node::Field(..)
            | Node::Basis(_)
            | Node::Subscription(_)
            | Node::Interest(_)
            | Node::Activity(_)
            | Node::Status(_)
            | Node::Informed(_)
            | Node::Duplicate(_) => {
                self.answers.contains_key(&key(node))
                    || self.columns.as_ref().is_some_and(|(columns, _)| columns.can(node))
            }
        }
    }

    /// Returns of whom criteria are true that name no selection, from what is kept and what is asked about those who
    /// were changed since, or by a pass over everybody.
    fn whole(&mut self, db: &Db, asking: &Asking<'_>, node: &Node) -> Result<Set, Error> {
        let (key, reads_activities) = (key(node), reads_activities(node));
        if !self.answers.contains_key(&key)
            && let Some((columns, _)) = &self.columns
            && let Some(who) = columns.answer(db, asking, node)?
        {
            self.keep(asking, key, who.clone());
            return Ok(who);
        }
        let (condition, values) = condition(asking, Who::Criteria(node))?;
        self.kept_or_asked(db, asking, (&key, reads_activities), (&condition, values))
    }

    /// Returns whom the viewer sees, in the same way.
    fn seen(&mut self, db: &Db, asking: &Asking<'_>) -> Result<Set, Error> {
        if let Some((columns, _)) = &self.columns {
            return Ok(columns.seen(asking.viewer));
        }
        let condition = persons::seen_by(asking.viewer, "r.id");
        let key = format!("seen by {:?}", asking.viewer.map(|user::Id(id)| id));
        self.kept_or_asked(db, asking, (&key, false), (&condition, Vec::new()))
    }

    fn kept_or_asked(
        &mut self,
        db: &Db,
        asking: &Asking<'_>,
        (key, reads_activities): (&str, bool),
        (condition, values): (&str, Vec<Value>),
    ) -> Result<Set, Error> {
        self.uses += 1;
        // A clock that was set back makes what has happened planned again.
        let kept = self.answers.remove(key).filter(|kept| !reads_activities || kept.asked_at <= asking.now);
        let Some(mut kept) = kept else {
            let sql = format!("SELECT r.id FROM person r WHERE {condition}");
            let mut statement = db.sql().prepare(&sql)?;
            let ids = statement.query_map(params_from_iter(values), |row| row.get(0))?;
            let set = self.set_of(&ids.collect::<Result<Vec<i64>, _>>()?);
            self.keep(asking, key.to_owned(), set.clone());
            return Ok(set);
        };
        let mut again = self.touched.get(kept.knows..).unwrap_or_default().to_vec();
        if reads_activities {
            again.extend(happened(db, kept.asked_at, asking.now)?);
        }
        if !again.is_empty() {
            again.sort_unstable();
            again.dedup();
            let place = values.len() + 1;
            let sql = format!(
                "SELECT r.id FROM person r WHERE r.id IN (SELECT value FROM json_each(?{place})) AND {condition}"
            );
            let mut values = values;
            values.push(Value::Text(array(again.iter().copied())));
            let mut statement = db.sql().prepare(&sql)?;
            let now = statement.query_map(params_from_iter(values), |row| row.get(0))?;
            let mut now = now.collect::<Result<Vec<i64>, _>>()?;
            now.sort_unstable();
            for id in again {
                if let Ok(place) = self.everybody.binary_search(&id) {
                    kept.who.put(place, now.binary_search(&id).is_ok());
                }
            }
        }
        let set = kept.who.clone();
        self.keep(asking, key.to_owned(), kept.who);
        Ok(set)
    }

    fn keep(&mut self, asking: &Asking<'_>, key: String, who: Set) {
        self.uses += 1;
        let (knows, used) = (self.touched.len(), self.uses);
        self.answers.insert(key, Answer { who, knows, asked_at: asking.now, used });
        while self.answers.len() > ANSWERS {
            let oldest = self.answers.iter().min_by_key(|(_, answer)| answer.used).map(|(key, _)| key.clone());
            let Some(oldest) = oldest else { return };
            self.answers.remove(&oldest);
        }
    }

    fn set_of(&self, ids: &[i64]) -> Set {
        let mut set = Set::default();
        let mut after = 0;
        for id in ids {
            // Most answers come in the order of the identities.
            let next = self.everybody.get(after..).and_then(|rest| rest.binary_search(id).ok().map(|at| after + at));
            let Some(place) = next.or_else(|| self.everybody.binary_search(id).ok()) else { continue };
            set.put(place, true);
            after = place;
        }
        set
    }
}

fn key(node: &Node) -> String {
    format!("{node:?}")
}

fn reads_activities(node: &Node) -> bool {
    match node {
        Node::Activity(_) | Node::Field(Asked::LastActivity, _) => true,
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(reads_activities),
        Node::Not(inner) => reads_activities(inner),
        Node::Field(..)
        | Node::Basis(_)
        | Node::Subscription(_)
        | Node::Interest(_)
        | Node::Selection(_)
        | Node::Status(_)
        | Node::Informed(_)
        | Node::Duplicate(_) => false,
    }
}

/// Returns with whom something was planned that has happened between two moments.
fn happened(db: &Db, after: Moment, now: Moment) -> Result<Vec<i64>, Error> {
    // What is planned was entered before it happens: that is what the index holds.
    let mut statement = db.sql().prepare_cached(
        "SELECT person FROM activity WHERE at > created_at AND at > ?1 AND at <= ?2 AND person IS NOT NULL",
    )?;
    Ok(statement.query_map([after.0, now.0], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests;
