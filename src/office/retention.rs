//! Keeping no longer than needed (art. 5(1)(e)): who is due, and why; keeping somebody longer, for a reason; and moving
//! to the trash whom nothing keeps any more.
//!
//! The period of a category decides about its people. Where it has none, the purposes decide for which they are kept,
//! those of the category or, where it names none, those of their ledger: while one is permitted, its months count from
//! the last activity, and from the day it ended afterwards; they are due when the last one is over. A purpose that is
//! permitted and has no period keeps them. Whom the law on bookkeeping keeps longer, [`books`] says, also to
//! [`super::holding`].
//!
//! Nobody is erased here: who is due goes to the trash, and from there as everybody does.

mod books;
pub mod words;

pub(super) use books::keep as kept_by_books;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::settings::{self, ItemPart, Plain, Setting};
use super::subject::Subject;
use super::{Desk, Error, Progress, Rule as Refusal, sight, states, trash};
use crate::model::basis::Basis;
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::person::Id;
use crate::model::retention::{self, Due, Event, KeptBy, Longer, Rule};
use crate::model::user::Right;
use crate::model::{Moment, Reason, text};
use crate::store::retention::Facts;
use crate::{store, t};

/// How long a category's people are kept.
#[derive(Debug, Default)]
struct OfCategory {
    period: Option<(u32, Event)>,
    purposes: Vec<list::Id>,
}

/// The periods that the office decided.
struct Periods {
    categories: HashMap<list::Id, OfCategory>,
    purposes: HashMap<list::Id, u32>,
}

impl Periods {
    fn read(desk: &Desk<'_>) -> Result<Self, Error> {
        let lists = desk.lists()?;
        let part = |list, item: &list::Item, part| {
            settings::stored(desk, &Setting::Item { list, item: item.key.clone(), part })
        };
        let mut categories = HashMap::new();
        for item in lists.all_of(List::Category) {
            let months = part(List::Category, item, ItemPart::KeepMonths)?.parse().ok();
            let event = Event::from_key(&part(List::Category, item, ItemPart::KeepFrom)?);
            let keys = part(List::Category, item, ItemPart::Purposes)?;
            let purposes = keys.split(' ').filter_map(|key| lists.by_key(List::Purpose, key)).map(|item| item.id);
            let period = months.map(|months| (months, event.unwrap_or(Event::LastActivity)));
            categories.insert(item.id, OfCategory { period, purposes: purposes.collect() });
        }
        let mut purposes = HashMap::new();
        for item in lists.all_of(List::Purpose) {
            if let Ok(months) = part(List::Purpose, item, ItemPart::KeepMonths)?.parse() {
                purposes.insert(item.id, months);
            }
        }
        Ok(Self { categories, purposes })
    }

    /// Returns whether nothing was decided, and nobody can be due.
    fn is_empty(&self) -> bool {
        self.purposes.is_empty() && self.categories.values().all(|category| category.period.is_none())
    }

    /// Returns what says how long somebody is kept; none where nothing does.
    fn of(&self, facts: &Facts) -> Option<Due> {
        let category = facts.category.and_then(|category| Some((category, self.categories.get(&category)?)));
        if let Some((id, OfCategory { period: Some((months, event)), .. })) = category {
            let since = since(facts, *event)?;
            return Some(due(facts, Rule::Category(id), *event, since, *months));
        }
        let named = category.map(|(_, category)| category.purposes.as_slice()).unwrap_or_default();
        let in_ledger = || facts.bases.iter().map(|(purpose, ..)| *purpose);
        let purposes: Vec<list::Id> = if named.is_empty() { in_ledger().collect() } else { named.to_vec() };
        let mut last: Option<Due> = None;
        for purpose in purposes {
            let holds = facts.bases.iter().find(|(known, ..)| *known == purpose);
            // What ended ended when it was entered; what was never documented counts as what is permitted.
            let ended = holds.filter(|(_, item, _)| Basis::from_item(*item).is_some_and(|basis| !basis.gives()));
            let Some(months) = self.purposes.get(&purpose) else {
                // What is permitted without a period keeps.
                ended?;
                continue;
            };
            let (event, since) = match ended {
                Some((_, _, at)) => (Event::BasisEnded, at.local_date()),
                None => (Event::LastActivity, since(facts, Event::LastActivity)?),
            };
            let new = due(facts, Rule::Purpose(purpose), event, since, *months);
            if last.as_ref().is_none_or(|last| new.due_on > last.due_on) {
                last = Some(new);
            }
        }
        last
    }
}

fn last_activity(facts: &Facts) -> NaiveDate {
    facts.last_activity.unwrap_or(facts.created_at).local_date()
}

/// Returns when it took place what a period counts from; none where it did not.
fn since(facts: &Facts, event: Event) -> Option<NaiveDate> {
    match event {
        Event::LastActivity => Some(last_activity(facts)),
        Event::Created => Some(facts.created_at.local_date()),
        Event::Left => facts.left_at.map(Moment::local_date),
        Event::YearEnd => Some(retention::year_end(last_activity(facts))),
        Event::BasisEnded => None,
    }
}

fn due(facts: &Facts, rule: Rule, event: Event, since: NaiveDate, months: u32) -> Due {
    let due_on = retention::over(since, months);
    Due { person: Id(facts.id), rule, event, since, months, due_on, kept_by: None }
}

/// Returns everybody whose period is over on a day, who is due longest first: also those whom something keeps all the
/// same, with what that is. Whom the user may not see is left out, as is who lies in the trash.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn due_on(desk: &Desk<'_>, on: NaiveDate) -> Result<Vec<Due>, Error> {
    desk.require(Right::See)?;
    // What keeps somebody today keeps them; on a day to come, what will then.
    due_and_kept(desk, on, on.max(desk.today()))
}

/// Returns whose period is over on one day, and what keeps them on another.
fn due_and_kept(desk: &Desk<'_>, on: NaiveDate, kept_on: NaiveDate) -> Result<Vec<Due>, Error> {
    let periods = Periods::read(desk)?;
    if periods.is_empty() {
        return Ok(Vec::new());
    }
    let floor = books::Floor::read(desk)?;
    let (restricted, hidden) = (states::restricted(desk)?, sight::hidden(desk)?);
    let (mut holds, mut longer) = (store::retention::held(desk.db(), kept_on)?, store::retention::kept(desk.db())?);
    let mut all = Vec::new();
    store::retention::each(desk.db(), desk.now(), |facts| {
        let Some(mut due) = periods.of(facts).filter(|due| due.due_on <= on) else { return Ok(()) };
        if hidden.contains(&due.person) {
            return Ok::<_, Error>(());
        }
        let longer = longer.remove(&due.person).filter(|longer| longer.until >= kept_on);
        due.kept_by = if restricted.contains(&due.person) {
            Some(KeptBy::Restricted)
        } else if let Some((statute, until)) = holds.remove(&due.person) {
            Some(KeptBy::Hold { statute, until })
        } else {
            let books = floor.of(facts).filter(|(_, until)| *until >= kept_on);
            let longer = longer.map(|Longer { until, reason, .. }| KeptBy::Longer { until, reason });
            books.map(|(books, until)| KeptBy::Books { books, until }).or(longer)
        };
        all.push(due);
        Ok(())
    })?;
    all.sort_by_key(|due| (due.due_on, due.person));
    Ok(all)
}

/// Returns what says how long somebody is kept, and what the books ask beside that; none where nothing does. Part of
/// telling the person, which has asked whether that may be.
pub(super) fn of_person(desk: &Desk<'_>, id: Id) -> Result<(Option<Due>, Option<KeptBy>), Error> {
    let (periods, floor, today) = (Periods::read(desk)?, books::Floor::read(desk)?, desk.today());
    let mut told = (None, None);
    store::retention::each_of(desk.db(), desk.now(), &[id], |facts| {
        let books = floor.of(facts).filter(|(_, until)| *until >= today);
        told = (periods.of(facts), books.map(|(books, until)| KeptBy::Books { books, until }));
        Ok::<_, Error>(())
    })?;
    Ok(told)
}

/// Keeps somebody longer, until a day, for a reason.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] for a day that is past, and without a reason;
/// [`Refusal::Restricted`].
pub fn keep(desk: &mut Desk<'_>, id: Id, until: NaiveDate, reason: &str) -> Result<Longer, Error> {
    desk.require(Right::Erase)?;
    desk.require_unrestricted(id)?;
    store::persons::updated_at(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let reason = text::single_line(reason);
    if reason.is_empty() {
        return Err(Error::invalid(Field::Comment, Reason::Missing));
    }
    if text::is_longer(&reason, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    if until <= desk.today() {
        return Err(Error::invalid(Field::Due, Reason::ImpossibleDate));
    }
    let longer = Longer { person: id, until, reason, at: desk.now(), by: desk.user().id };
    store::retention::keep(desk.db(), &longer)?;
    desk.note_person(Kind::KeptLonger, id, Vec::new())?;
    desk.changes.person(id);
    Ok(longer)
}

/// What approving would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Who would go to the trash, who is due longest first.
    pub ids: Vec<Id>,
    /// Who is kept, and by what.
    pub held: Vec<Due>,
}

/// What approving did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Approved {
    /// Who went to the trash.
    pub moved: Vec<Id>,
    /// Who is kept, and by what.
    pub held: Vec<Due>,
}

/// Says who of those that [`due_on`] lists for a day would go to the trash: of these, or of all.
///
/// # Errors
/// [`Error::Forbidden`]; [`Refusal::NotDueYet`] for a day to come: it can be looked at, and nobody goes before it is
/// there; [`Error::NoSuch`] where one of these is not due then.
pub fn plan(desk: &Desk<'_>, on: NaiveDate, of: Option<&[Id]>) -> Result<Plan, Error> {
    desk.require(Right::See)?;
    if on > desk.today() {
        return Err(Error::Refused(Refusal::NotDueYet));
    }
    let mut due = due_on(desk, on)?;
    if let Some(wanted) = of {
        let wanted: std::collections::HashSet<Id> = wanted.iter().copied().collect();
        due.retain(|due| wanted.contains(&due.person));
        if due.len() < wanted.len() {
            return Err(Error::NoSuch("due person"));
        }
    }
    let (held, free): (Vec<Due>, Vec<Due>) = due.into_iter().partition(|due| due.kept_by.is_some());
    Ok(Plan { ids: free.into_iter().map(|due| due.person).collect(), held })
}

/// Moves to the trash who is due on a day: these, or all.
///
/// # Errors
/// Those of [`plan`]; [`Error::Forbidden`] without the right to delete one, or many; [`Error::Cancelled`].
pub fn approve(desk: &mut Desk<'_>, on: NaiveDate, of: Option<&[Id]>, progress: &Progress) -> Result<Approved, Error> {
    desk.require(if of.is_some_and(|of| of.len() == 1) { Right::Delete } else { Right::MassDelete })?;
    let Plan { ids, held } = plan(desk, on, of)?;
    let moved = to_trash(desk, &ids, progress)?;
    Ok(Approved { moved, held })
}

/// What the daily round came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// How many are due whom nothing keeps.
    pub due: u64,
    /// How many are due and kept.
    pub held: u64,
    /// How many went to the trash by themselves.
    pub moved: u64,
}

/// Counts who is due today, and moves them to the trash where the office decided that this happens by itself.
///
/// # Errors
/// Those of [`approve`].
pub fn round(desk: &mut Desk<'_>, progress: &Progress) -> Result<Round, Error> {
    let today = desk.today();
    let Plan { ids, held } = plan(desk, today, None)?;
    let count = |len: usize| u64::try_from(len).unwrap_or(u64::MAX);
    let mut round = Round { due: count(ids.len()), held: count(held.len()), moved: 0 };
    if settings::plain(desk, Plain::RetentionAutomatic)? == "yes" && !ids.is_empty() {
        desk.require(Right::MassDelete)?;
        round.moved = count(to_trash(desk, &ids, progress)?.len());
    }
    Ok(round)
}

/// Moves people to the trash, and returns who went.
fn to_trash(desk: &mut Desk<'_>, ids: &[Id], progress: &Progress) -> Result<Vec<Id>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let reason = t!(desk.lang(), "retention-reason");
    Ok(trash::put(desk, &[Subject::Persons(ids.into())], false, &reason, progress)?.persons)
}

#[cfg(test)]
mod tests;
