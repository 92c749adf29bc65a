//! Activities: adding, editing, ticking off, removing, and what is due.

pub mod words;

use chrono::{Days, NaiveDate};

use super::undo::{Done, Inverse, Way};
use super::{Desk, Error};
use crate::model::activity::{Activity, Content, Direction, Filter, Id, Line};
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject};
use crate::model::list::{self, List};
use crate::model::user::Right;
use crate::model::{Invalid, Moment, Reason, company, person, user};
use crate::store;

pub use crate::store::activities::{Listed, Of};

/// How much is shown of each part of what is due.
pub const DUE: usize = 500;
/// How many days what is coming reaches.
const AHEAD: u64 = 7;

/// How many years ahead something can be planned.
const YEARS_AHEAD: u32 = 10;

/// A page of somebody's activities.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The activities, the newest first.
    pub lines: Vec<Line>,
    /// How many there are that pass the filter.
    pub total: usize,
    /// How many there are in all.
    pub all: usize,
}

/// What is due, for the first look in the morning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The day it is made for.
    pub today: NaiveDate,
    /// What should have been done before today, the oldest first.
    pub overdue: Listed,
    /// What is due today, and today's meetings.
    pub now: Listed,
    /// What is due in the next seven days, and their meetings.
    pub coming: Listed,
    /// Tasks without a day.
    pub undated: Listed,
    /// What was ticked off today.
    pub done: Listed,
}

/// Returns an activity.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoSuch`], or the database's.
pub fn get(desk: &Desk<'_>, id: Id) -> Result<Activity, Error> {
    desk.require(Right::See)?;
    let activity = store::activities::get(desk.db(), id)?.ok_or(Error::NoSuch("activity"))?;
    match (activity.content.person, activity.content.company) {
        (Some(person), _) => desk.require_open(person)?,
        (None, Some(company)) => desk.require_company(company)?,
        (None, None) => {}
    }
    Ok(activity)
}

/// Allows to read somebody's activities only where their card may be opened.
fn require_open(desk: &Desk<'_>, of: Of) -> Result<(), Error> {
    match of {
        Of::Person(id) => desk.require_open(id),
        Of::Company(id) => desk.require_company(id),
    }
}

/// Returns a page of somebody's activities, the newest first; of a company's, those with people the processing of whose
/// data is restricted are left out.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn page(desk: &Desk<'_>, of: Of, filter: &Filter, limit: usize, offset: usize) -> Result<Page, Error> {
    desk.require(Right::See)?;
    require_open(desk, of)?;
    let db = desk.db();
    let lines = store::activities::of(db, of, desk.viewer(), filter, limit, offset)?;
    let all = store::activities::count(db, of, desk.viewer(), &Filter::default())?;
    let total =
        if *filter == Filter::default() { all } else { store::activities::count(db, of, desk.viewer(), filter)? };
    Ok(Page { lines, total, all })
}

/// Returns when somebody's last activity took place.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn last(desk: &Desk<'_>, of: Of) -> Result<Option<Moment>, Error> {
    desk.require(Right::See)?;
    require_open(desk, of)?;
    Ok(store::activities::last(desk.db(), of, desk.viewer(), desk.now())?)
}

/// Returns what is due, of everybody, or only what a user entered or has to do with people they look after. What is due
/// with people the processing of whose data is restricted waits until that is lifted. Of each part so much is listed at
/// most, and all is counted.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn agenda(desk: &Desk<'_>, of: Option<user::Id>, most: usize) -> Result<Agenda, Error> {
    desk.require(Right::See)?;
    let (db, today) = (desk.db(), desk.today());
    let asked = store::activities::Asked { of, viewer: desk.viewer() };
    let after = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
    let [begins, ends, end] = [today, after(1), after(AHEAD + 1)].map(Moment::beginning);
    let due = |from, until| store::activities::due(db, (from, until), asked, most);
    let meetings = |from, until| store::activities::meetings(db, (from, until), asked, most);
    let mut agenda = Agenda {
        today,
        overdue: match today.pred_opt() {
            Some(yesterday) => due(None, yesterday)?,
            None => Listed::default(),
        },
        now: together(due(Some(today), today)?, meetings(begins, ends)?),
        coming: together(due(Some(after(1)), after(AHEAD))?, meetings(ends, end)?),
        undated: store::activities::undated(db, asked, most)?,
        done: store::activities::done_since(db, begins, asked, most)?,
    };
    let Agenda { today: _, overdue, now, coming, undated, done } = &mut agenda;
    let listed = [&mut overdue.lines, &mut now.lines, &mut coming.lines, &mut undated.lines, &mut done.lines];
    for line in listed.into_iter().flatten() {
        if let Some(person) = line.activity.content.person {
            line.marks = super::states::marks(desk, person)?;
        }
    }
    Ok(agenda)
}

/// Puts what is due and meetings in one order: what has an hour stands by it; what has only a day comes before.
fn together(mut due: Listed, meetings: Listed) -> Listed {
    due.total += meetings.total;
    due.lines.extend(meetings.lines);
    due.lines.sort_by_key(|line| {
        let at = line.activity.content.due.is_none().then_some(line.activity.content.at);
        (day_of(&line.activity), at, line.activity.id)
    });
    due
}

impl Agenda {
    /// Returns how much waits today: what is overdue, and what is due or takes place today.
    pub fn waiting(&self) -> usize {
        self.overdue.total + self.now.total
    }
}

/// Returns whether an activity stands in the calendar by its hour: a meeting, or a call that was entered ahead.
pub fn is_planned(activity: &Activity) -> bool {
    let content = &activity.content;
    let is_call_ahead = content.kind == list::ACTIVITY_CALL && content.at > activity.created_at;
    content.due.is_none() && (content.kind == list::ACTIVITY_MEETING || is_call_ahead)
}

/// Returns the day on which an activity is due, or takes place.
pub fn day_of(activity: &Activity) -> NaiveDate {
    activity.content.due.unwrap_or_else(|| activity.content.at.local_date())
}

/// Returns whether an identity is a person's or a company's; none where it is neither's.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn whose(desk: &Desk<'_>, person: person::Id, company: company::Id) -> Result<Option<Of>, Error> {
    desk.require(Right::See)?;
    if store::persons::journal_ref(desk.db(), person)?.is_some() {
        return Ok(Some(Of::Person(person)));
    }
    Ok(store::companies::exists(desk.db(), company)?.then_some(Of::Company(company)))
}

/// Adds an activity.
///
/// One with a person also names the company they work for now: it stays with that company when they leave.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`] or [`Error::NoSuch`] where nobody is there; [`Error::Invalid`] with
/// everything that is wrong.
pub fn add(desk: &mut Desk<'_>, content: Content) -> Result<Activity, Error> {
    desk.require(Right::Edit)?;
    let content = prepared(desk, content, None)?;
    let activity = new(desk, content);
    store::activities::put(desk.db(), &activity)?;
    note(desk, Kind::ActivityAdded, &activity, Vec::new())?;
    let done = done(desk, Kind::ActivityAdded, &activity, Vec::new())?;
    desk.can_be_taken_back(done, Inverse::ActivityAdded { id: activity.id, seen: activity.updated_at });
    Ok(activity)
}

fn new(desk: &Desk<'_>, content: Content) -> Activity {
    let (now, by) = (desk.now(), desk.user().id);
    Activity {
        id: Id(desk.db().new_id()),
        content,
        done_at: None,
        done_by: None,
        source: list::SOURCE_USER,
        created_at: now,
        created_by: by,
        updated_at: now,
        updated_by: by,
    }
}

/// Adds what is owed to somebody, such as the answer to their request: also on a closed card that was opened for a reason,
/// as a restriction takes none of their rights (art. 18(2)).
///
/// # Errors
/// Those of [`add`]; [`Rule::Restricted`](super::Rule::Restricted) on a closed card that nobody opened.
pub(super) fn add_owed(desk: &mut Desk<'_>, content: Content) -> Result<(), Error> {
    let closed = match content.person {
        Some(person) if store::states::is_restricted(desk.db(), person)? => person,
        Some(_) | None => return add(desk, content).map(drop),
    };
    desk.require(Right::Edit)?;
    desk.require_open(closed)?;
    let content = prepared(desk, content, None)?;
    enter(desk, closed, content)
}

/// Enters that a message has left to somebody: nobody wrote it by hand, so nobody takes it back. Not on a card that is
/// closed or in the trash. Part of a larger change, by whoever sends, also to those whom they do not see.
pub(super) fn enter_sent(desk: &mut Desk<'_>, person: person::Id, content: Content) -> Result<(), Error> {
    if store::states::is_restricted(desk.db(), person)? || store::trash::holds_person(desk.db(), person)? {
        return Ok(());
    }
    let company = store::persons::company(desk.db(), person)?;
    let mut content = Content { person: Some(person), company, direction: Some(Direction::Out), ..content };
    content.tidy();
    enter(desk, person, content)
}

/// Enters an activity with somebody whose card may be closed: nobody takes it back.
fn enter(desk: &mut Desk<'_>, person: person::Id, content: Content) -> Result<(), Error> {
    let activity = new(desk, content);
    store::activities::put(desk.db(), &activity)?;
    desk.changes.activities = true;
    let Some(person) = store::persons::journal_ref(desk.db(), person)? else { return Ok(()) };
    desk.note(Kind::ActivityAdded, Subject::RecordOfPerson { person, record: activity.id.0 }, Vec::new())
}

/// Saves an edited activity, and returns it. Whom it is with cannot be edited.
///
/// `seen` is when it was last changed as the editor knew it.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Invalid`]; [`Error::ActivityChanged`].
pub fn save(desk: &mut Desk<'_>, id: Id, content: Content, seen: Moment) -> Result<Activity, Error> {
    desk.require(Right::Edit)?;
    let before = unchanged(desk, id, seen)?;
    let content = Content { person: before.content.person, company: before.content.company, ..content };
    let content = prepared(desk, content, Some(&before.content))?;
    let changed = before.content.changed(&content);
    if changed.is_empty() {
        return Ok(before);
    }
    let after = Activity { content, ..before.clone() };
    change(desk, before, after, changed)
}

/// Ticks something off, or takes the tick away. What is so already stays as it is.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn set_done(desk: &mut Desk<'_>, id: Id, is_done: bool) -> Result<Activity, Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
    if before.done_at.is_some() == is_done {
        return Ok(before);
    }
    let (done_at, done_by) = if is_done { (Some(desk.now()), Some(desk.user().id)) } else { (None, None) };
    let after = Activity { done_at, done_by, ..before.clone() };
    change(desk, before, after, vec![Field::DoneAt])
}

/// Removes an activity.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn remove(desk: &mut Desk<'_>, id: Id) -> Result<Activity, Error> {
    desk.require(Right::Edit)?;
    let gone = get(desk, id)?;
    store::activities::remove(desk.db(), id)?;
    note(desk, Kind::ActivityRemoved, &gone, Vec::new())?;
    let done = done(desk, Kind::ActivityRemoved, &gone, Vec::new())?;
    desk.can_be_taken_back(done, Inverse::ActivityRemoved { activity: Box::new(gone.clone()) });
    Ok(gone)
}

/// Removes an activity that was added, and answers what brings it back.
///
/// # Errors
/// [`Error::ActivityChanged`] where somebody changed it since `seen`.
pub(super) fn take_away(desk: &mut Desk<'_>, id: Id, seen: Moment, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    let gone = unchanged(desk, id, seen)?;
    store::activities::remove(desk.db(), id)?;
    note(desk, way.kind(), &gone, Vec::new())?;
    Ok(Inverse::ActivityRemoved { activity: Box::new(gone) })
}

/// Brings a removed activity back as it was, and answers what takes it away again.
///
/// # Errors
/// [`Error::NoPerson`] or [`Error::NoSuch`] where the card it belonged to is gone; [`Error::Invalid`] where its kind is.
pub(super) fn bring_back(desk: &mut Desk<'_>, activity: Activity, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    check(desk, &activity.content)?;
    store::activities::put(desk.db(), &activity)?;
    note(desk, way.kind(), &activity, Vec::new())?;
    Ok(Inverse::ActivityAdded { id: activity.id, seen: activity.updated_at })
}

/// Writes an activity as it was, and answers what takes that back.
///
/// # Errors
/// [`Error::ActivityChanged`] where somebody changed it since `seen`.
pub(super) fn write_back(desk: &mut Desk<'_>, before: Activity, seen: Moment, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    let now = unchanged(desk, before.id, seen)?;
    // Whom it is with is no part of what is edited: cards may have been made one since.
    let content = Content { person: now.content.person, company: now.content.company, ..before.content };
    let restored = Activity { content, updated_at: desk.after(now.updated_at), updated_by: desk.user().id, ..before };
    check(desk, &restored.content)?;
    let mut changed = now.content.changed(&restored.content);
    if now.done_at != restored.done_at {
        changed.push(Field::DoneAt);
    }
    store::activities::put(desk.db(), &restored)?;
    note(desk, way.kind(), &restored, changed)?;
    let (seen, left) = (restored.updated_at, now.updated_at);
    Ok(Inverse::Activity { before: Box::new(now), seen, left })
}

fn change(desk: &mut Desk<'_>, before: Activity, after: Activity, changed: Vec<Field>) -> Result<Activity, Error> {
    let after = Activity { updated_at: desk.after(before.updated_at), updated_by: desk.user().id, ..after };
    store::activities::put(desk.db(), &after)?;
    note(desk, Kind::ActivityEdited, &after, changed.clone())?;
    let done = done(desk, Kind::ActivityEdited, &after, changed)?;
    let (seen, left) = (after.updated_at, before.updated_at);
    desk.can_be_taken_back(done, Inverse::Activity { before: Box::new(before), seen, left });
    Ok(after)
}

fn unchanged(desk: &Desk<'_>, id: Id, seen: Moment) -> Result<Activity, Error> {
    let now = get(desk, id)?;
    if now.updated_at == seen { Ok(now) } else { Err(Error::ActivityChanged(id)) }
}

/// Tidies and checks an activity before it is written; `before` is what it said so far, whose dates may stay.
fn prepared(desk: &Desk<'_>, mut content: Content, before: Option<&Content>) -> Result<Content, Error> {
    content.tidy();
    if let Some(id) = content.person {
        content.company = content.company.or(super::persons::get(desk, id)?.company);
    }
    let mut wrong = wrong_in(desk, &content)?;
    let at = Some(content.at).filter(|at| before.is_none_or(|before| before.at != *at)).map(Moment::local_date);
    let due = content.due.filter(|due| before.is_none_or(|before| before.due != Some(*due)));
    for (field, day) in [(Field::At, at), (Field::Due, due)] {
        if day.is_some_and(|day| !is_possible(day, desk.today())) {
            wrong.push(Invalid::new(field, Reason::ImpossibleDate));
        }
    }
    if wrong.is_empty() { Ok(content) } else { Err(Error::Invalid(wrong)) }
}

/// Checks an activity that was there before.
fn check(desk: &Desk<'_>, content: &Content) -> Result<(), Error> {
    let wrong = wrong_in(desk, content)?;
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

/// Returns what is wrong with an activity before it is written: whom it is with, and what it says.
fn wrong_in(desk: &Desk<'_>, content: &Content) -> Result<Vec<Invalid>, Error> {
    if let Some(id) = content.person {
        super::persons::get(desk, id)?;
    }
    if let Some(id) = content.company
        && !store::companies::exists(desk.db(), id)?
    {
        return Err(Error::NoSuch("company"));
    }
    // What is with somebody who worked there may be changed, though the company lies in the trash.
    if let (None, Some(id)) = (content.person, content.company) {
        desk.require_company(id)?;
    }
    let mut wrong = content.check();
    if desk.lists()?.get(content.kind).is_none_or(|item| item.list != List::Activity) {
        wrong.push(Invalid::new(Field::Activity, Reason::Unknown));
    }
    Ok(wrong)
}

/// Answers whether anybody who enters something today can mean a day: another is a slip of the pen.
fn is_possible(day: NaiveDate, today: NaiveDate) -> bool {
    let earliest = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(NaiveDate::MIN);
    let latest = today.checked_add_months(chrono::Months::new(12 * YEARS_AHEAD)).unwrap_or(NaiveDate::MAX);
    (earliest..=latest).contains(&day)
}

/// Enters in the journal what was done to an activity: under its identity, and the person it is with.
pub(super) fn note(desk: &mut Desk<'_>, kind: Kind, activity: &Activity, fields: Vec<Field>) -> Result<(), Error> {
    desk.changes.activities = true;
    match activity.content.person {
        Some(person) => desk.note_record_of(kind, person, activity.id.0, fields),
        None => desk.note(kind, Subject::Record(activity.id.0), fields),
    }
}

fn done(desk: &Desk<'_>, kind: Kind, activity: &Activity, fields: Vec<Field>) -> Result<Done, Error> {
    let done = Done::new(kind, name(desk, activity.content.person, activity.content.company)?, fields);
    Ok(Done { activity: Some(Box::new(activity.clone())), ..done })
}

/// Returns the name of whom an activity is with.
fn name(desk: &Desk<'_>, person: Option<person::Id>, company: Option<company::Id>) -> Result<String, Error> {
    Ok(match (person, company) {
        (Some(person), _) => super::persons::get(desk, person)?.content.full_name(),
        (None, Some(company)) => store::companies::name(desk.db(), company)?.unwrap_or_default(),
        (None, None) => String::new(),
    })
}

#[cfg(test)]
mod tests;
