//! Erasing people for good (art. 17), so that it can be shown that nothing is left of them.
//!
//! What goes is read from the data map, table by table. Texts of others that name somebody are found ([`naming`]), and
//! scrubbed, or kept for a reason. What stays are keyed hashes: of the card, so that an older backup, restored, erases it
//! again, and of e-mails and phones, so that nobody comes in again unnoticed ([`suppression`]).
//!
//! [`erase`] is one transaction. [`carry_out`] then rewrites the file, looks through every page of it for what was
//! erased, and makes a new backup; what a killed program leaves undone, [`finish`] does.

mod again;
mod certificate;
mod hits;
mod letters;
pub(super) mod naming;
mod residue;
mod rewriting;
pub mod suppression;

use std::collections::{BTreeMap, HashSet};

pub use again::{erase_again, known_of};
pub use certificate::{Certificate, certificate, confirmation, may_certify, older, save_certificate, table_name};
pub(super) use hits::mentions;
pub use hits::{Hit, Record};
pub use letters::{Sent, Telling, can_be_mailed, letters, save_letter, sent, waiting};
pub(in crate::office) use letters::{after_mail, has_left};
pub(in crate::office) use naming::Names;
pub use residue::{Residue, Trace};
pub(super) use rewriting::end;
pub use rewriting::{
    Backups, Done, Older, Step, Work, backups, carry_out, finish, is_unfinished, older_backups, remove_older_backups,
    rewrite,
};

use super::{Desk, Error, Progress, companies, holding, journal};
use crate::i18n::Lang;
use crate::model::data_map::Table;
use crate::model::erasure::{Erasure, Exception, Ground, Id, State};
use crate::model::journal::{Kind, Subject};
use crate::model::outbox::{Channel, Message};
use crate::model::user::Right;
use crate::model::{company, person};
use crate::store;
use crate::store::erasure::texts;
use crate::t;

/// What becomes of texts of others that name somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Hits {
    /// Whoever is named is held back.
    #[default]
    Hold,
    /// The names are taken out of all of them.
    Scrub,
    /// All of them stay as they are: under which letter of art. 17(3), and why, where that was said.
    Keep(Option<Exception>, String),
    /// Each as decided; whoever is named where nothing was decided is held back.
    Each(Vec<(texts::Address, Decision)>),
}

/// What was decided about a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The names are taken out.
    Scrub,
    /// It stays as it is: under which letter of art. 17(3), and why, where that was said.
    Keep(Option<Exception>, String),
}

/// What is to be erased, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Who.
    pub ids: Vec<person::Id>,
    /// On which ground.
    pub ground: Ground,
    /// Why, as said; it is kept, so it should name nobody.
    pub reason: String,
    /// What becomes of texts of others.
    pub hits: Hits,
    /// Whether their e-mails and phones are recognised if they come again.
    pub suppress: bool,
    /// How they are told.
    pub telling: Telling,
    /// The backups that are known to be there, for what they are told.
    pub backups: Backups,
    /// Whether those backups go right afterwards, so that nothing is to be told of them.
    pub removes_backups: bool,
}

impl Wanted {
    /// Returns that people are to be erased because they are no longer needed; who is named in texts is held back.
    pub fn new(ids: Vec<person::Id>) -> Self {
        Self {
            ids,
            ground: Ground::NotNeeded,
            reason: String::new(),
            hits: Hits::Hold,
            suppress: true,
            telling: Telling::Otherwise,
            backups: Backups::default(),
            removes_backups: false,
        }
    }
}

/// What happens to rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// They go.
    Delete,
    /// They stay, without the person.
    Scrub,
}

impl Action {
    /// Returns the key for scripts; its text is `erasure-action-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Delete => "delete",
            Self::Scrub => "scrub",
        }
    }
}

/// What happens to how many rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rows {
    /// The table.
    pub table: &'static str,
    /// What happens.
    pub action: Action,
    /// To how many.
    pub rows: u64,
}

/// Why somebody is not erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The processing is restricted (art. 18): the person may need the data, or not want it erased.
    Restricted,
    /// A legal hold, or the law on bookkeeping, wants the person kept (art. 17(3)).
    Kept,
    /// Texts of others name the person, and nobody said what is to become of them.
    Named,
}

impl Why {
    /// Returns the key for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Kept => "kept",
            Self::Named => "named",
        }
    }
}

/// Somebody who is not erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub id: person::Id,
    /// Their name.
    pub name: String,
    /// Why.
    pub why: Why,
    /// Every reason to keep them, with its statute and its last day; none where texts name them.
    pub reasons: Vec<holding::Held>,
}

impl Held {
    /// Returns why, in words: also for the person, who is to be told the exception (art. 12(4), 17(3)).
    pub fn words(&self, lang: Lang) -> String {
        let reasons = |all: &mut dyn Iterator<Item = &holding::Held>| {
            all.map(|reason| reason.words(lang)).collect::<Vec<_>>().join("; ")
        };
        match self.why {
            Why::Named => t!(lang, "erasure-held-named"),
            Why::Kept => t!(lang, "erasure-held-kept", reasons = reasons(&mut self.reasons.iter())),
            Why::Restricted => {
                let restricted = t!(lang, "erasure-held-restricted");
                let mut others = self.reasons.iter().filter(|reason| **reason != holding::Held::Restricted).peekable();
                if others.peek().is_none() {
                    return restricted;
                }
                format!("{restricted} {}", t!(lang, "erasure-held-kept", reasons = reasons(&mut others)))
            }
        }
    }
}

/// What erasing people would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Who is erased, and their names.
    pub persons: Vec<(person::Id, String)>,
    /// The companies of which no more is known than a name that nobody has then: they go too. With their names.
    pub companies: Vec<(company::Id, String)>,
    /// What happens to which rows.
    pub tables: Vec<Rows>,
    /// Texts of others that name somebody.
    pub hits: Vec<Hit>,
    /// Who is held back.
    pub held: Vec<Held>,
    /// How many e-mails and phones will be recognised if they come again.
    pub suppressed: usize,
    /// How many attached files on the cards of others no text can be read from: pictures, PDF, damaged ones.
    pub unread: u64,
}

/// Returns what erasing people would do.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Error::Cancelled`].
pub fn plan(desk: &Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Plan, Error> {
    Ok(prepare(desk, wanted, Kind::Erased, progress)?.plan)
}

/// A plan with what it takes to carry it out.
struct Prepared {
    plan: Plan,
    names: Names,
    undo: Vec<hits::Scrubbed>,
}

fn prepare(desk: &Desk<'_>, wanted: &Wanted, kind: Kind, progress: &Progress) -> Result<Prepared, Error> {
    // Who was erased before is erased again whoever restores the copy, and whatever held them then.
    let is_new = kind != Kind::ErasedAgain;
    if is_new {
        desk.require(if kind == Kind::Purged { Right::Purge } else { Right::Erase })?;
    }
    let mut ids = wanted.ids.clone();
    ids.sort_unstable();
    ids.dedup();
    let mut held = Vec::new();
    if is_new {
        for id in &ids {
            // From the trash as well as from the card.
            if !desk.is_seen_in_trash(*id)? {
                return Err(Error::Forbidden(Right::SeeOthers));
            }
        }
        for (id, reasons) in holding::of(desk, &ids)? {
            let name = store::persons::name(desk.db(), id)?.unwrap_or_default();
            let why = if reasons.contains(&holding::Held::Restricted) { Why::Restricted } else { Why::Kept };
            held.push(Held { id, name, why, reasons });
        }
        ids.retain(|id| !held.iter().any(|held| held.id == *id));
    }
    progress.at(0, 4)?;
    let mut names = Names::read(desk, &ids)?;
    progress.at(1, 4)?;
    let mut found = hits::find(desk, &names, progress)?;
    let unread = found.unread;
    // Who is named where nobody decided is held back; without them, others may be named where nobody is any more.
    let named = undecided(&found.written, &wanted.hits);
    if !named.is_empty() {
        held.extend(names.persons.iter().filter(|person| named.contains(&person.id)).map(|person| Held {
            id: person.id,
            name: person.name.clone(),
            why: Why::Named,
            reasons: Vec::new(),
        }));
        ids.retain(|id| !named.contains(id));
        names = Names::read(desk, &ids)?;
        let all = std::mem::take(&mut found.written);
        found = hits::find(desk, &names, progress)?;
        // Those that hold somebody back are shown all the same.
        found.written.extend(all.into_iter().filter(|hit| hit.persons.iter().any(|id| named.contains(id))));
    }
    progress.at(2, 4)?;
    let rows = store::erasure::rows_of(desk.db(), &ids)?;
    let mut tables = summed(rows);
    let companies = companies::only_of(desk, &ids)?;
    if !companies.is_empty() {
        tables.push(Rows { table: "company", action: Action::Delete, rows: companies.len() as u64 });
    }
    tables.extend(scrubbed_rows(&found, &wanted.hits, &ids));
    let persons: Vec<(person::Id, String)> =
        names.persons.iter().map(|person| (person.id, person.name.clone())).collect();
    let suppressed = names.persons.iter().map(|person| person.emails.len() + person.phones.len()).sum();
    let suppressed = if wanted.suppress { suppressed } else { 0 };
    held.sort_by_key(|held| held.id);
    let plan = Plan { persons, companies, tables, hits: found.written, held, suppressed, unread };
    Ok(Prepared { plan, names, undo: found.undo })
}

/// Returns who is named where nothing was decided.
fn undecided(hits: &[Hit], decided: &Hits) -> HashSet<person::Id> {
    hits.iter().filter(|hit| decision(hit, decided).is_none()).flat_map(|hit| hit.persons.iter().copied()).collect()
}

fn decision(hit: &Hit, decided: &Hits) -> Option<Decision> {
    match decided {
        Hits::Hold => None,
        Hits::Scrub => Some(Decision::Scrub),
        Hits::Keep(exception, reason) => Some(Decision::Keep(*exception, reason.clone())),
        Hits::Each(each) => {
            each.iter().find(|(address, _)| *address == hit.address).map(|(_, decision)| decision.clone())
        }
    }
}

/// Returns counts by table, those of tables that stand twice in the map as one.
fn summed(rows: Vec<(&'static Table, u64)>) -> Vec<Rows> {
    let mut sums: Vec<Rows> = Vec::new();
    for (table, rows) in rows.into_iter().filter(|(_, rows)| *rows > 0) {
        match sums.iter_mut().find(|sum| sum.table == table.table) {
            Some(sum) => sum.rows += rows,
            None => sums.push(Rows { table: table.table, action: Action::Delete, rows }),
        }
    }
    sums
}

fn scrubbed_rows(found: &hits::Found, decided: &Hits, ids: &[person::Id]) -> Vec<Rows> {
    let is_theirs = |hit: &&Hit| hit.persons.iter().all(|id| ids.contains(id));
    let written = found.written.iter().filter(is_theirs);
    let written = written.filter(|hit| decision(hit, decided) == Some(Decision::Scrub)).map(|hit| &hit.address);
    let mut sums: BTreeMap<&'static str, u64> = BTreeMap::new();
    for address in written.chain(found.undo.iter().map(|undo| &undo.address)) {
        *sums.entry(address.place.table).or_default() += 1;
    }
    sums.into_iter().map(|(table, rows)| Rows { table, action: Action::Scrub, rows }).collect()
}

/// What was erased, with what is needed to look whether anything is left; it lives in memory only.
pub struct Erased {
    /// The erasure.
    pub id: Id,
    /// Who.
    pub persons: Vec<person::Id>,
    /// Who was held back.
    pub held: Vec<Held>,
    /// What was done to which rows.
    pub tables: Vec<Rows>,
    /// How many letters about it wait: they hold who was erased, on purpose.
    pub waiting: usize,
    names: Names,
    /// Texts that name somebody and were kept.
    kept: Vec<texts::Address>,
}

impl Erased {
    /// Adds what was erased with another erasure, so that both are looked for at once.
    fn add(&mut self, other: Self) {
        self.persons.extend(other.persons);
        self.held.extend(other.held);
        self.tables.extend(other.tables);
        self.names = std::mem::take(&mut self.names).and(other.names);
        self.waiting += other.waiting;
        self.kept.extend(other.kept);
    }
}

/// Erases people in one transaction. The file is to be rewritten afterwards, see [`carry_out`].
///
/// Who is held back stays as they are. Where everybody is, nothing is done, and the erasure has no row.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Error::Cancelled`].
pub fn erase(desk: &mut Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Erased, Error> {
    let id = Id(desk.db().new_id());
    erase_as(desk, wanted, id, Kind::Erased, progress)
}

/// Erases people who lie in the trash, as part of emptying it. Who is named in texts of others stays there until somebody
/// decides about those.
///
/// # Errors
/// Those of [`erase`].
pub(super) fn erase_from_trash(
    desk: &mut Desk<'_>,
    ids: Vec<person::Id>,
    progress: &Progress,
) -> Result<Erased, Error> {
    let wanted = Wanted { ground: Ground::Trash, ..Wanted::new(ids) };
    let id = Id(desk.db().new_id());
    erase_as(desk, &wanted, id, Kind::Purged, progress)
}

/// Returns who of some who lie in the trash would stay there, because texts of others name them.
pub(super) fn held_in_trash(desk: &Desk<'_>, ids: Vec<person::Id>, progress: &Progress) -> Result<Vec<Held>, Error> {
    let wanted = Wanted { ground: Ground::Trash, ..Wanted::new(ids) };
    Ok(prepare(desk, &wanted, Kind::Purged, progress)?.plan.held)
}

fn erase_as(desk: &mut Desk<'_>, wanted: &Wanted, id: Id, kind: Kind, progress: &Progress) -> Result<Erased, Error> {
    let Prepared { plan, names, undo } = prepare(desk, wanted, kind, progress)?;
    let ids: Vec<person::Id> = plan.persons.iter().map(|(id, _)| *id).collect();
    let mut erased =
        Erased { id, persons: ids.clone(), held: plan.held, tables: plan.tables, waiting: 0, names, kept: Vec::new() };
    if ids.is_empty() {
        return Ok(erased);
    }
    let db = desk.db();
    let mut erasure = Erasure {
        id,
        ground: wanted.ground,
        reason: scrub_all(&erased.names, &wanted.reason, &mark_of(desk)?),
        persons: ids.len() as u64,
        companies: plan.companies.len() as u64,
        tables: String::new(),
        kept: "[]".to_owned(),
        state: State::Rewriting,
        residue: None,
        journal_head: String::new(),
        at: desk.now(),
        by: desk.user().id,
        finished_at: None,
        told: None,
        told_at: None,
    };
    store::erasure::insert(db, &erasure)?;
    for person in &erased.names.persons {
        desk.note(kind, Subject::Person(person.journal_ref), Vec::new())?;
    }
    if kind != Kind::ErasedAgain {
        keep_marks(desk, &erased.names, id, wanted.suppress)?;
    }
    store::erasure::begin(db, &ids)?;
    let mut kept: BTreeMap<(Option<&'static str>, String), u64> = BTreeMap::new();
    let mark = mark_of(desk)?;
    let theirs: HashSet<person::Id> = ids.iter().copied().collect();
    for hit in plan.hits.iter().filter(|hit| hit.persons.iter().all(|id| theirs.contains(id))) {
        match decision(hit, &wanted.hits) {
            Some(Decision::Scrub) => hits::scrub(desk, &erased.names, hit, &mark)?,
            Some(Decision::Keep(exception, reason)) => {
                let reason = scrub_all(&erased.names, &reason, &mark);
                *kept.entry((exception.map(Exception::letter), reason)).or_default() += 1;
                keep_mark_of_text(desk, &hit.address, id, exception)?;
                erased.kept.push(hit.address.clone());
            }
            // Held back before.
            None => {}
        }
    }
    for scrubbed in &undo {
        texts::write(db, &scrubbed.address, &scrubbed.text)?;
    }
    let files = store::erasure::files_of(db, &ids)?;
    let companies_left = store::erasure::companies_of(db, &ids)?;
    progress.at(3, 4)?;
    erasure.kept = kept_json(&kept);
    let letters = tell(desk, &ids, wanted, &mut erasure)?;
    let db = desk.db();
    store::erasure::remove(db, &ids)?;
    store::erasure::end(db)?;
    for company in companies_left {
        companies::remove_if_unused(desk, company)?;
    }
    desk.files_to_remove.extend(files);
    for letter in &letters {
        store::outbox::insert(desk.db(), letter)?;
        desk.note(Kind::LetterWaits, Subject::Record(id.0), Vec::new())?;
    }
    erased.waiting = letters.len();
    erasure.tables = tables_json(&erased.tables);
    let db = desk.db();
    let head = journal::head(db)?;
    erasure.journal_head = journal::code(&head);
    store::erasure::describe(db, &erasure)?;
    // Named in any case: what is removed must leave the write-ahead log too.
    if ids.len() > 500 {
        desk.changes.everything();
    }
    desk.changes.removed.extend(&ids);
    desk.changes.activities = true;
    desk.changes.selections = true;
    desk.changes.settings = true;
    desk.forget_history();
    Ok(erased)
}

/// Writes to those who are about to be erased, and returns what waits to be sent.
fn tell(
    desk: &mut Desk<'_>,
    ids: &[person::Id],
    wanted: &Wanted,
    erasure: &mut Erasure,
) -> Result<Vec<Message>, Error> {
    match &wanted.telling {
        Telling::Otherwise => Ok(Vec::new()),
        Telling::File(path) => {
            let letters = letters::compose(desk, ids, erasure, None, &wanted.backups)?;
            letters::write(desk, path, &letters, erasure.id)?;
            (erasure.told, erasure.told_at) = (Some(Channel::Letter), Some(erasure.at));
            Ok(Vec::new())
        }
        Telling::Wait(channel) => {
            erasure.told = Some(*channel);
            letters::compose(desk, ids, erasure, Some(*channel), &wanted.backups)
        }
    }
}

/// Returns what stands in the place of a name that was taken out, in the office's language.
fn mark_of(desk: &Desk<'_>) -> Result<String, Error> {
    Ok(t!(desk.office_lang()?, "erasure-mark"))
}

/// Returns whether the mark stands in a text, in any language: something was taken out of it.
pub(super) fn is_scrubbed(text: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| text.contains(&t!(lang, "erasure-mark")))
}

/// Returns a text without what names people.
fn scrub_all(names: &Names, text: &str, mark: &str) -> String {
    names.find(text).map_or_else(|| text.to_owned(), |found| hits::without(text, &found.marks, mark))
}

/// Keeps the marks by which the cards, and their e-mails and phones, are recognised.
fn keep_marks(desk: &Desk<'_>, names: &Names, id: Id, suppress: bool) -> Result<(), Error> {
    let ids: Vec<person::Id> = names.persons.iter().map(|person| person.id).collect();
    let gone = store::erasure::merged_into(desk.db(), &ids)?;
    for card in ids.into_iter().chain(gone) {
        store::erasure::mark(desk.db(), &mark_of_card(desk, card), id)?;
    }
    if suppress {
        for person in &names.persons {
            suppression::keep(desk, id, &person.emails, &person.phones)?;
        }
    }
    Ok(())
}

fn mark_of_card(desk: &Desk<'_>, id: person::Id) -> store::erasure::Mark {
    desk.keys().suppression().code(format!("card {}", id.0).as_bytes())
}

/// Returns the mark of a text that was kept: restored from an older copy, it is kept again.
fn mark_of_text(desk: &Desk<'_>, address: &texts::Address) -> store::erasure::Mark {
    let texts::Place { table, column, .. } = address.place;
    desk.keys().suppression().code(format!("text {table}.{column} {}", address.key_words()).as_bytes())
}

fn keep_mark_of_text(
    desk: &Desk<'_>,
    address: &texts::Address,
    erasure: Id,
    exception: Option<Exception>,
) -> Result<(), Error> {
    let kept = store::erasure::KeptText { mark: mark_of_text(desk, address), erasure, exception };
    Ok(store::erasure::keep_text(desk.db(), &kept)?)
}

fn tables_json(tables: &[Rows]) -> String {
    let rows = tables
        .iter()
        .map(|row| serde_json::json!({ "table": row.table, "action": row.action.key(), "rows": row.rows }));
    serde_json::Value::Array(rows.collect()).to_string()
}

fn kept_json(kept: &BTreeMap<(Option<&'static str>, String), u64>) -> String {
    let rows = kept
        .iter()
        .map(|((letter, reason), count)| serde_json::json!({ "exception": letter, "reason": reason, "texts": count }));
    serde_json::Value::Array(rows.collect()).to_string()
}

/// Returns all erasures, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Erasure>, Error> {
    desk.require(Right::Erase)?;
    Ok(store::erasure::all(desk.db())?)
}

#[cfg(test)]
mod tests;
