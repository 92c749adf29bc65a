//! What criteria answered, kept in memory, so that the count follows while one builds: at a million cards a pass over
//! the file takes seconds, and putting kept answers together takes none.
//!
//! An answer is a set of places in the list of all persons. What changed since is read from the journal, in the same
//! snapshot as everything else: no change is without its entry. Where entries name the persons they are about, only
//! these are asked about again; after anything else, everything is. Only connections that read keep answers, for what
//! they see is committed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{Asking, Who, condition};
use crate::model::criteria::{Asked, Node, Of};
use crate::model::journal::Kind;
use crate::model::selection::{Members, Operation};
use crate::model::{Moment, user};
use crate::store::{Db, Error, array, journal, persons};

/// How many answers are kept; at a million persons each takes an eighth of a megabyte.
const ANSWERS: usize = 64;
/// After how many entries of the journal everything is asked again.
const ENTRIES: usize = 10_000;
/// How many criteria a tree may have to be put together here.
const NODES: usize = 200;
/// How many criteria of a group may be unknown for them to be asked one by one; more are asked in one pass, in which
/// what is cheap spares what is dear.
const ONE_BY_ONE: usize = 2;

/// What criteria answered, shared by the connections of a card file that read. Dropped with the last of them.
#[derive(Debug, Clone, Default)]
pub struct Answers(Arc<Mutex<Memory>>);

impl Answers {
    /// Returns how many there are; none where that is better asked of the file.
    pub(super) fn count(&self, db: &Db, asking: &Asking<'_>, who: Who<'_>) -> Result<Option<u64>, Error> {
        let Some(tree) = opened(asking, who) else { return Ok(None) };
        // Whoever waits here for a pass over the cards would have to make it.
        let mut memory = self.0.lock().unwrap_or_else(|poisoned| {
            let mut memory = poisoned.into_inner();
            memory.forget();
            memory
        });
        memory.count(db, asking, &tree)
    }
}

#[derive(Debug, Default)]
struct Memory {
    /// Everybody, in the order of their identities.
    everybody: Vec<i64>,
    /// The entry of the journal up to which everything was read.
    read_up_to: Option<i64>,
    today: NaiveDate,
    /// Who was changed since the oldest answer, in the order of the entries.
    touched: Vec<i64>,
    answers: HashMap<String, Answer>,
    uses: u64,
}

#[derive(Debug)]
struct Answer {
    who: Set,
    /// How many of those who were changed it knows of.
    knows: usize,
    /// The moment it was asked at, where what was planned for later matters.
    asked_at: Moment,
    reads_activities: bool,
    used: u64,
}

/// A set of places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Set(Vec<u64>);

impl Set {
    fn put(&mut self, place: usize, is_in: bool) {
        let word = place / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        let bit = 1 << (place % 64);
        if let Some(word) = self.0.get_mut(word) {
            *word = if is_in { *word | bit } else { *word & !bit };
        }
    }

    fn everybody(count: usize) -> Self {
        let mut all = vec![u64::MAX; count.div_ceil(64)];
        if let (Some(last), rest) = (all.last_mut(), count % 64)
            && rest > 0
        {
            *last = (1 << rest) - 1;
        }
        Self(all)
    }

    fn join(mut self, other: &Self, how: impl Fn(u64, u64) -> u64) -> Self {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (place, word) in self.0.iter_mut().enumerate() {
            *word = how(*word, other.0.get(place).copied().unwrap_or(0));
        }
        self
    }

    fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

/// Whom an entry of the journal means to criteria about persons.
enum Reach {
    Nobody,
    /// The person it names.
    Person,
    /// Whose activity it is, and whose it was before.
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
        if !self.catch_up(db, asking)? {
            return Ok(None);
        }
        let found = self.answer(db, asking, tree)?;
        let seen = self.seen(db, asking)?;
        Ok(Some(found.join(&seen, |one, other| one & other).count()))
    }

    fn forget(&mut self) {
        *self = Self { uses: self.uses, ..Self::default() };
    }

    /// Reads what changed since the last question; answers whether there was no later one: a connection may still see
    /// the file as it was before.
    fn catch_up(&mut self, db: &Db, asking: &Asking<'_>) -> Result<bool, Error> {
        let last = journal::last(db)?.map_or(0, |row| row.seq);
        if self.today != asking.today {
            self.forget();
        }
        let is_followed = match self.read_up_to {
            Some(known) if known == last => return Ok(true),
            Some(known) if known > last => return Ok(false),
            Some(known) => self.follow(db, known)?,
            None => false,
        };
        if !is_followed {
            self.forget();
            self.today = asking.today;
            let mut statement = db.sql().prepare_cached("SELECT id FROM person ORDER BY id")?;
            self.everybody = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        }
        self.read_up_to = Some(last);
        Ok(true)
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
                (Reach::Nobody, _) => {}
                (Reach::Activities, _) => self.answers.retain(|_, answer| !answer.reads_activities),
                (Reach::Person, Some(person)) => {
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
                Ok(Set::everybody(self.everybody.len()).join(&inner, |all, inner| all & !inner))
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
        let join = |one: Set, other: &Set| one.join(other, |a, b| if is_all { a & b } else { a | b });
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
            self.keep(asking, key(node), reads_activities(node), done.clone());
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
            | Node::Duplicate(_) => self.answers.contains_key(&key(node)),
        }
    }

    /// Returns of whom criteria are true that name no selection, from what is kept and what is asked about those who
    /// were changed since, or by a pass over everybody.
    fn whole(&mut self, db: &Db, asking: &Asking<'_>, node: &Node) -> Result<Set, Error> {
        let (condition, values) = condition(asking, Who::Criteria(node))?;
        self.kept_or_asked(db, asking, (&key(node), reads_activities(node)), (&condition, values))
    }

    /// Returns whom the viewer sees, in the same way.
    fn seen(&mut self, db: &Db, asking: &Asking<'_>) -> Result<Set, Error> {
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
            self.keep(asking, key.to_owned(), reads_activities, set.clone());
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
        self.keep(asking, key.to_owned(), reads_activities, kept.who);
        Ok(set)
    }

    fn keep(&mut self, asking: &Asking<'_>, key: String, reads_activities: bool, who: Set) {
        self.uses += 1;
        let (knows, used) = (self.touched.len(), self.uses);
        self.answers.insert(key, Answer { who, knows, asked_at: asking.now, reads_activities, used });
        while self.answers.len() > ANSWERS {
            let oldest = self.answers.iter().min_by_key(|(_, answer)| answer.used).map(|(key, _)| key.clone());
            let Some(oldest) = oldest else { return };
            self.answers.remove(&oldest);
        }
    }

    fn set_of(&self, ids: &[i64]) -> Set {
        let mut set = Set(vec![0; self.everybody.len().div_ceil(64)]);
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

/// Returns criteria with the selections they name written out, but for static ones, whose members are listed; none for
/// what is not put together here.
fn opened(asking: &Asking<'_>, who: Who<'_>) -> Option<Node> {
    if asking.of != Of::Persons {
        return None;
    }
    let mut room = NODES;
    match who {
        Who::Criteria(node) => open(asking, node, &mut room),
        Who::Selection(id) => open(asking, &Node::Selection(id), &mut room),
    }
}

fn open(asking: &Asking<'_>, node: &Node, room: &mut usize) -> Option<Node> {
    // Also what ends a selection that is made of itself.
    *room = room.checked_sub(1)?;
    Some(match node {
        Node::All(nodes) => Node::All(open_all(asking, nodes, room)?),
        Node::Any(nodes) => Node::Any(open_all(asking, nodes, room)?),
        Node::Not(inner) => Node::Not(Box::new(open(asking, inner, room)?)),
        Node::Selection(id) => match asking.selections.get(id)? {
            Members::Static => Node::Selection(*id),
            Members::Dynamic(node) => open(asking, node, room)?,
            Members::Combined(operation, first, second) => {
                let first = open(asking, &Node::Selection(*first), room)?;
                let second = open(asking, &Node::Selection(*second), room)?;
                // A difference asks both twice: differences of differences would grow without end.
                *room = room.checked_sub(size(&first) + size(&second))?;
                combined(*operation, first, second)
            }
        },
        // Whether one card is like another changes with the other.
        Node::Duplicate(_) => return None,
        Node::Field(..)
        | Node::Basis(_)
        | Node::Subscription(_)
        | Node::Interest(_)
        | Node::Activity(_)
        | Node::Status(_)
        | Node::Informed(_) => node.clone(),
    })
}

fn open_all(asking: &Asking<'_>, nodes: &[Node], room: &mut usize) -> Option<Vec<Node>> {
    nodes.iter().map(|node| open(asking, node, room)).collect()
}

/// Returns how many criteria a tree has.
fn size(node: &Node) -> usize {
    match node {
        Node::All(nodes) | Node::Any(nodes) => 1 + nodes.iter().map(size).sum::<usize>(),
        Node::Not(inner) => 1 + size(inner),
        Node::Field(..)
        | Node::Basis(_)
        | Node::Subscription(_)
        | Node::Interest(_)
        | Node::Activity(_)
        | Node::Selection(_)
        | Node::Status(_)
        | Node::Informed(_)
        | Node::Duplicate(_) => 1,
    }
}

fn combined(operation: Operation, first: Node, second: Node) -> Node {
    let not = |node: &Node| Node::Not(Box::new(node.clone()));
    match operation {
        Operation::Union => Node::Any(vec![first, second]),
        Operation::Intersect => Node::All(vec![first, second]),
        Operation::OnlyFirst => Node::All(vec![not(&second), first]),
        Operation::OnlySecond => Node::All(vec![not(&first), second]),
        Operation::Difference => {
            let (neither, both) = (not(&second), not(&first));
            Node::Any(vec![Node::All(vec![first, neither]), Node::All(vec![second, both])])
        }
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
