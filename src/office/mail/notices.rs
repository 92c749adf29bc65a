//! Telling people what is kept of them (art. 13, 14): by itself where the way they came in says so, else when somebody
//! says so, and until when.

use super::allowed::{Judge, What};
use super::letters::{self, Choice, Done, Held, Prepared};
use super::links::Linker;
use super::templates::{self, Extra, Gap, Rendered};
use crate::i18n;
use crate::model::field::Field;
use crate::model::journal::Kind as Noted;
use crate::model::list::{self, List};
use crate::model::may_write::Rule as Stop;
use crate::model::notice::{self, Id, Notice, Way};
use crate::model::outbox::Kind;
use crate::model::person::{self, Person};
use crate::model::setting::{ItemPart, Setting};
use crate::model::template::{Base, Key};
use crate::model::user::Right;
use crate::model::{Moment, Reason, outbox as waiting, text};
use crate::office::subject::{self, Subject};
use crate::office::{Desk, Error, Progress, Rule, settings};
use crate::{store, t};
use chrono::NaiveDate;
use std::collections::HashSet;

/// The key of what a notice lacks that names no legal basis.
const NO_BASIS: &str = "no-basis";

/// Whoever has to be informed within so many days is listed among what is due.
pub const SOON: u64 = 7;

/// How far it is with informing somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Since when they count as informed; none where they do not.
    pub told_at: Option<Moment>,
    /// Whether a notice waits to be sent.
    pub waiting: bool,
    /// The last day on which they can be informed; none where they are.
    pub due: Option<NaiveDate>,
    /// What was done, the newest first.
    pub history: Vec<Notice>,
}

/// Returns how far it is with informing somebody.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Rule::Restricted`].
pub fn clock(desk: &Desk<'_>, id: person::Id) -> Result<Clock, Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let history = store::notices::of_person(desk.db(), id)?;
    let told_at = history.iter().filter_map(|notice| notice.told_at).min();
    let due = told_at.is_none().then(|| notice::due(person.created_at.local_date()));
    Ok(Clock { told_at, waiting: store::notices::is_waiting(desk.db(), id)?, due, history })
}

/// Somebody who has to be informed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Who.
    pub person: person::Id,
    /// The name, as it is listed.
    pub name: String,
    /// The last day.
    pub due: NaiveDate,
    /// Whether a notice waits to be sent.
    pub waiting: bool,
}

/// Returns who has to be informed within so many days, the most urgent first and those whose notice waits to be sent last:
/// at most so many, and how many there are.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn due(desk: &Desk<'_>, within_days: u64, most: usize) -> Result<(Vec<Due>, u64), Error> {
    desk.require(Right::See)?;
    let until = desk.today().checked_add_days(chrono::Days::new(within_days)).unwrap_or(NaiveDate::MAX);
    // Whoever was registered up to a month before the day is due by then; the months differ, so the last are looked at.
    let mut registered = until.checked_sub_months(chrono::Months::new(1)).unwrap_or(until);
    while registered.succ_opt().is_some_and(|next| notice::due(next) <= until) {
        registered = registered.succ_opt().unwrap_or(registered);
    }
    let before = registered.succ_opt().map_or(desk.now(), Moment::beginning);
    let (rows, all) = store::notices::due(desk.db(), before, desk.viewer(), most)?;
    let row = |row: store::notices::Due| Due {
        person: row.person,
        name: row.name,
        due: notice::due(row.registered.local_date()),
        waiting: row.waiting,
    };
    Ok((rows.into_iter().map(row).collect(), all))
}

/// Shows what a notice to somebody would say.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Template`];
/// [`Rule::Restricted`].
pub fn prepare(desk: &Desk<'_>, id: person::Id, choice: &Choice) -> Result<Prepared, Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    let written = sampled(desk, &Linker::new(desk)?, id, choice)?;
    let gaps = gaps(desk, id)?;
    Ok(Prepared { gaps, ..letters::prepared(desk, id, &what(choice), written)? })
}

/// Answers whether a notice that cannot say this goes out only where somebody decides so: without any legal basis it does
/// not inform. Where an interest is not described it names the basis all the same, and what it lacks is told.
pub fn is_for_decision(gap: &Held) -> bool {
    gap.key == NO_BASIS
}

/// Returns what a notice to somebody cannot say (art. 13(1)(c), (d)).
fn gaps(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Held>, Error> {
    let words = |gap| match gap {
        Gap::Basis => held(desk, NO_BASIS),
        Gap::Interest => held(desk, "no-interest"),
    };
    Ok(templates::gaps(desk, desk.office_lang()?, id)?.into_iter().map(words).collect())
}

fn what(choice: &Choice) -> What {
    choice.of(What { informs: true, ..What::new(Kind::Notice) })
}

/// Returns what a notice would say, with links that lead nowhere.
fn sampled(desk: &Desk<'_>, linker: &Linker, id: person::Id, choice: &Choice) -> Result<Rendered, Error> {
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    letters::linked(desk, &person, template_for(desk, &person)?, choice, |lang| {
        Ok((linker.sample(desk, id, lang)?, Extra::default()))
    })
}

/// Returns the template of the notice to somebody: that of the source, or the shipped one for data of its origin.
fn template_for(desk: &Desk<'_>, person: &Person) -> Result<Key, Error> {
    let source = desk.lists()?.key(person.source);
    let part = ItemPart::Template;
    let chosen = settings::stored(desk, &Setting::Item { list: List::Source, item: source.to_owned(), part })?;
    let of_source = Key::read(&chosen).filter(|key| key.base.kind() == Kind::Notice);
    // Art. 13 is about what people give themselves, as they mostly do where somebody types it in; else art. 14.
    let is_theirs = person.source == list::SOURCE_USER || list::is_from_themselves(source);
    let shipped = if is_theirs { Base::Notice } else { Base::NoticeOtherSource };
    Ok(of_source.unwrap_or_else(|| shipped.into()))
}

/// Queues a notice to one person, also one who had it before.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] where there is no address; [`Rule::InTrash`];
/// [`Rule::NothingArrives`] where mail to it came back; [`Rule::NoticeIncomplete`] where it cannot say all it should, and
/// that was not chosen; [`Error::Template`].
pub fn send(desk: &mut Desk<'_>, id: person::Id, choice: &Choice) -> Result<waiting::Id, Error> {
    desk.require(Right::SendMail)?;
    desk.require_visible(id)?;
    let to = letters::address(desk, id, &what(choice))?;
    if !choice.incomplete && gaps(desk, id)?.iter().any(is_for_decision) {
        return Err(Error::Refused(Rule::NoticeIncomplete));
    }
    queue(desk, &Linker::new(desk)?, id, choice, to)
}

fn queue(
    desk: &mut Desk<'_>,
    linker: &Linker,
    id: person::Id,
    choice: &Choice,
    to: String,
) -> Result<waiting::Id, Error> {
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let mut token = None;
    let message = letters::linked(desk, &person, template_for(desk, &person)?, choice, |lang| {
        let (links, code) = linker.issue(desk, id, lang)?;
        token = code;
        Ok((links, Extra::default()))
    })?;
    let (template, language) = (message.key.to_string(), message.lang.code().to_owned());
    let outbox = letters::queue(desk, &person, to, message, token)?;
    enter(desk, person.id, Way::Mail, (template, Some(language)), Some(outbox), None, String::new())?;
    desk.note_record_of(Noted::NoticeQueued, person.id, outbox.0, Vec::new())?;
    desk.changes.person(person.id);
    Ok(outbox)
}

/// Returns the notice that goes along with what is written to somebody, not before `due`, who neither had one nor gets one
/// until then: the first that is written to a person tells what is kept of them (art. 14(3)(b)).
pub(super) fn to_go_along(desk: &Desk<'_>, id: person::Id, due: Option<Moment>) -> Result<Option<Rendered>, Error> {
    let latest = due.unwrap_or(desk.now());
    if store::notices::is_informed(desk.db(), id)? || store::notices::leaves_by(desk.db(), id, latest)? {
        return Ok(None);
    }
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    // What it goes along with has links of its own.
    letters::written(desk, &person, template_for(desk, &person)?, &Choice::default(), |_| Ok(Extra::default()))
        .map(Some)
}

/// Notes that a notice goes along with a message that is queued. Part of that.
pub(super) fn goes_along(
    desk: &mut Desk<'_>,
    id: person::Id,
    notice: &Rendered,
    outbox: waiting::Id,
) -> Result<(), Error> {
    let text = (notice.key.to_string(), Some(notice.lang.code().to_owned()));
    enter(desk, id, Way::Mail, text, Some(outbox), None, String::new())?;
    desk.note_record_of(Noted::NoticeQueued, id, outbox.0, Vec::new())?;
    desk.changes.person(id);
    Ok(())
}

fn enter(
    desk: &Desk<'_>,
    person: person::Id,
    way: Way,
    (template, language): (String, Option<String>),
    outbox: Option<waiting::Id>,
    told_at: Option<Moment>,
    comment: String,
) -> Result<(), Error> {
    let (id, at, by) = (Id(desk.db().new_id()), desk.now(), desk.user().id);
    let new = Notice { id, person, way, template, language, outbox, told_at, comment, at, by };
    Ok(store::notices::insert(desk.db(), &new)?)
}

/// Queues notices to several people: of a selection, to those who were neither informed nor have one waiting; to those
/// who are named one by one, again. Only tells what would be done where `is_kept` is not so.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Template`]; [`Error::Cancelled`]; those of [`subject::resolve`].
pub fn send_to(
    desk: &mut Desk<'_>,
    whom: &Subject,
    choice: &Choice,
    is_kept: bool,
    progress: &Progress,
) -> Result<Done, Error> {
    desk.require(Right::SendMail)?;
    let (ids, done) = people(desk, whom)?;
    send_each(desk, (ids, done), choice, matches!(whom, Subject::Persons(_)), is_kept, progress)
}

/// As [`send_to`], to everybody who has to be informed within so many days.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Template`]; [`Error::Cancelled`].
pub fn send_due(
    desk: &mut Desk<'_>,
    within_days: u64,
    choice: &Choice,
    is_kept: bool,
    progress: &Progress,
) -> Result<Done, Error> {
    desk.require(Right::SendMail)?;
    let (due, _) = due(desk, within_days, usize::MAX)?;
    let ids = due.into_iter().map(|due| due.person).collect();
    send_each(desk, (ids, Done::default()), choice, false, is_kept, progress)
}

fn send_each(
    desk: &mut Desk<'_>,
    (ids, mut done): (Vec<person::Id>, Done),
    choice: &Choice,
    again: bool,
    is_kept: bool,
    progress: &Progress,
) -> Result<Done, Error> {
    let linker = Linker::new(desk)?;
    let mut tried = HashSet::new();
    let total = ids.len() as u64;
    for (nth, id) in (0_u64..).zip(ids) {
        progress.at(nth, total)?;
        if store::notices::is_waiting(desk.db(), id)? {
            done.held.push((id, held(desk, "waiting")));
            continue;
        }
        if !again && store::notices::is_informed(desk.db(), id)? {
            done.held.push((id, held(desk, "informed")));
            continue;
        }
        let verdict = linker.judge().of(desk, id, &what(choice))?;
        if let Some(reason) = verdict.reasons.iter().find(|reason| reason.stop.is_some()) {
            done.held.push((id, Held { key: reason.key.to_owned(), text: reason.text.clone() }));
            continue;
        }
        let (stops, lacks): (Vec<Held>, Vec<Held>) = gaps(desk, id)?.into_iter().partition(is_for_decision);
        if !choice.incomplete
            && let Some(stop) = stops.into_iter().next()
        {
            done.held.push((id, stop));
            continue;
        }
        done.lacking.extend(lacks.into_iter().map(|lack| (id, lack)));
        // Also in a plan: what cannot be filled in is said before anything is queued.
        if is_kept {
            queue(desk, &linker, id, choice, verdict.address)?;
        } else {
            // One letter of each text is enough: what a text names, everybody has.
            let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
            let key = choice.template.clone().map_or_else(|| template_for(desk, &person), Ok)?;
            if tried.insert((key, letters::language(desk, &person, choice)?.code())) {
                sampled(desk, &linker, id, choice)?;
            }
        }
        done.persons.push(id);
    }
    Ok(done)
}

fn held(desk: &Desk<'_>, key: &str) -> Held {
    Held { key: key.to_owned(), text: i18n::text(desk.lang(), &format!("notice-held-{key}")) }
}

/// Returns whom a subject means, and who is held back because their data is restricted: the notice is owed to them, but
/// nobody reads their card for it in passing.
fn people(desk: &Desk<'_>, whom: &Subject) -> Result<(Vec<person::Id>, Done), Error> {
    let whom = subject::resolve(desk, whom)?;
    let words = t!(desk.lang(), "may-mail-restricted");
    let closed = |id| (id, Held { key: Stop::Restricted.key().to_owned(), text: words.clone() });
    let mut held: Vec<(person::Id, Held)> = whom.held.iter().copied().map(closed).collect();
    let in_trash = t!(desk.lang(), "may-mail-in-trash");
    held.extend(
        whom.in_trash
            .iter()
            .map(|id| (person::Id(*id), Held { key: Stop::InTrash.key().to_owned(), text: in_trash.clone() })),
    );
    Ok((whom.persons(), Done { held, ..Done::default() }))
}

/// Notes that people were informed in another way, on a day or today, or need not be.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for mail, a day to come, or a long comment; those of [`subject::resolve`].
pub fn note(
    desk: &mut Desk<'_>,
    whom: &Subject,
    way: Way,
    on: Option<NaiveDate>,
    comment: &str,
) -> Result<Done, Error> {
    desk.require(Right::LegalBasis)?;
    let comment = text::single_line(comment);
    let told_at = match on {
        Some(day) if day > desk.today() => return Err(Error::invalid(Field::At, Reason::ImpossibleDate)),
        Some(day) if day < desk.today() => Moment::beginning(day),
        Some(_) | None => desk.now(),
    };
    if text::is_longer(&comment, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    if way == Way::Mail {
        return Err(Error::invalid(Field::Activity, Reason::Unknown));
    }
    let (ids, mut done) = people(desk, whom)?;
    for id in ids {
        enter(desk, id, way, (String::new(), None), None, Some(told_at), comment.clone())?;
        desk.note_person(Noted::NoticeNoted, id, Vec::new())?;
        desk.changes.person(id);
        done.persons.push(id);
    }
    Ok(done)
}

/// Queues the notice to somebody who was just registered, where the way they came in says so. Part of that change, which
/// whoever makes it may make: the office decided that the notice goes out. Who cannot be written to is due as anybody.
pub(in crate::office) fn on_registration(desk: &mut Desk<'_>, id: person::Id, source: list::Id) -> Result<bool, Error> {
    let item = desk.lists()?.key(source).to_owned();
    if settings::stored(desk, &Setting::Item { list: List::Source, item, part: ItemPart::Notice })? != "yes" {
        return Ok(false);
    }
    let choice = Choice::default();
    let judge = Judge::new(desk)?;
    let verdict = judge.of(desk, id, &what(&choice))?;
    // One that says too little is for somebody to decide.
    if !verdict.allowed || gaps(desk, id)?.iter().any(is_for_decision) {
        return Ok(false);
    }
    queue(desk, &Linker::with(desk, judge)?, id, &choice, verdict.address)?;
    Ok(true)
}

#[cfg(test)]
mod tests;
