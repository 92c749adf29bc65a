//! `activity` and `today`: what was done with people and companies, and what is to be done.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use super::answer::{Answer, aligned, text_or_null};
use super::arguments::{Activity as Command, ActivityDetails, NewActivity};
use super::card::{Names, warned};
use super::failure::Failure;
use super::session::Session;
use super::words as named;
use crate::i18n;
use crate::model::activity::{Activity, Consent, Content, Direction, Filter, Id, Line, has_direction, has_length};
use crate::model::field::Field;
use crate::model::{Moment, Reason, Zone, company, list, person};
use crate::office::activities::{self, Of, words};
use crate::office::lists::Lists;
use crate::office::{Desk, Error};
use crate::t;

/// Does what one of the commands on activities says.
pub fn run(session: &Session, command: &Command) -> Result<Answer, Failure> {
    match command {
        Command::Add(new) => add(session, new),
        Command::List { id, kind, since, until, limit, offset } => {
            list(session, id, (kind.as_deref(), since.as_deref(), until.as_deref()), *limit, *offset)
        }
        Command::Edit { id, kind, details } => edit(session, id, kind.as_deref(), details),
        Command::Done { id, undone } => {
            let (id, is_done) = (activity(session, id)?, !undone);
            change(session, move |desk, _| activities::set_done(desk, id, is_done))
        }
        Command::Remove { id } => {
            let id = activity(session, id)?;
            session.in_office(|office| session.wait(office.write(move |desk| activities::remove(desk, id))))?;
            let text = t!(session.lang, "cli-activity-removed");
            Ok(Answer::new(json!({ "removed": id.to_string() }), format!("{text}\n")))
        }
    }
}

fn add(session: &Session, new: &NewActivity) -> Result<Answer, Failure> {
    let (id, kind, details, lang) = (new.id.clone(), new.kind.clone(), new.details.clone(), session.lang);
    let (is_done, id_text) = (new.done, new.id.clone());
    let written = session.in_office(|office| {
        let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
        let kind = named::activity(&lists, &kind, lang)?;
        let mut content = Content::new(kind, Moment::now());
        fill(&mut content, &details, &lists, session)?;
        session.wait(office.write(move |desk| {
            match subject(desk, &id)? {
                Some(Of::Person(person)) => content.person = Some(person),
                Some(Of::Company(company)) => content.company = Some(company),
                None => return Ok(None),
            }
            let mut added = activities::add(desk, content)?;
            if is_done {
                added = activities::set_done(desk, added.id, true)?;
            }
            let warnings = desk.rules()?.of_note(&added.content.text);
            Ok(Some((added, Names::read(desk)?, warnings)))
        }))
    })?;
    let (added, names, warnings) = written.ok_or_else(|| Failure::no_card(&id_text, lang))?;
    Ok(warned(answer(&added, &names), &warnings, lang))
}

fn edit(session: &Session, id: &str, kind: Option<&str>, details: &ActivityDetails) -> Result<Answer, Failure> {
    let id = activity(session, id)?;
    let is_noted = details.words.is_some();
    let (names, saved, warnings) = session.in_office(|office| {
        let before = session.wait(office.read(move |desk| activities::get(desk, id)))?;
        let mut content = before.content;
        let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
        if let Some(kind) = kind {
            content.kind = named::activity(&lists, kind, session.lang)?;
        }
        fill(&mut content, details, &lists, session)?;
        let seen = before.updated_at;
        session.wait(office.write(move |desk| {
            let saved = activities::save(desk, id, content, seen)?;
            let warnings = if is_noted { desk.rules()?.of_note(&saved.content.text) } else { Vec::new() };
            Ok((Names::read(desk)?, saved, warnings))
        }))
    })?;
    Ok(warned(answer(&saved, &names), &warnings, session.lang))
}

fn change(
    session: &Session,
    act: impl FnOnce(&mut Desk<'_>, &Names) -> Result<Activity, Error> + Send + 'static,
) -> Result<Answer, Failure> {
    let (names, saved) = session.in_office(|office| {
        session.wait(office.write(move |desk| {
            let names = Names::read(desk)?;
            let saved = act(desk, &names)?;
            Ok((names, saved))
        }))
    })?;
    Ok(answer(&saved, &names))
}

/// Returns the person or company that an identity names; identities are unique across both.
fn subject(desk: &Desk<'_>, id: &str) -> Result<Option<Of>, Error> {
    let Ok(person) = id.parse::<person::Id>() else { return Ok(None) };
    activities::whose(desk, person, company::Id(person.0))
}

fn list(
    session: &Session,
    id: &str,
    (kind, since, until): (Option<&str>, Option<&str>, Option<&str>),
    limit: usize,
    offset: usize,
) -> Result<Answer, Failure> {
    let lang = session.lang;
    let found = session.in_office(|office| {
        let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
        let filter = filter(&lists, kind, since, until, session)?;
        let id = id.to_owned();
        session.wait(office.read(move |desk| {
            let Some(of) = subject(desk, &id)? else { return Ok(None) };
            Ok(Some((activities::page(desk, of, &filter, limit, offset)?, Names::read(desk)?)))
        }))
    })?;
    let (page, names) = found.ok_or_else(|| Failure::no_card(id, lang))?;
    let rows: Vec<Value> = page.lines.iter().map(|line| row(&line.activity, &names)).collect();
    let mut text = aligned(&page.lines.iter().map(|line| cells(&line.activity, &names)).collect::<Vec<_>>());
    text.push_str(&format!("{}\n", t!(lang, "activities-count", count = page.total)));
    Ok(Answer::new(json!({ "total": page.total, "activities": rows }), text))
}

/// Shows what is due: of everybody, or only what the user has to see to.
pub fn today(session: &Session, is_mine: bool) -> Result<Answer, Failure> {
    let lang = session.lang;
    let (agenda, names) = session.read(move |desk| {
        let of = is_mine.then(|| desk.user().id);
        Ok((activities::agenda(desk, of, activities::DUE)?, Names::read(desk)?))
    })?;
    let parts = [
        ("overdue", t!(lang, "today-overdue"), &agenda.overdue),
        ("today", t!(lang, "today-now"), &agenda.now),
        ("coming", t!(lang, "today-coming"), &agenda.coming),
        ("undated", t!(lang, "today-undated"), &agenda.undated),
        ("done", t!(lang, "today-done"), &agenda.done),
    ];
    let mut json = json!({ "date": agenda.today });
    let mut text = String::new();
    for (key, heading, listed) in parts {
        let (lines, more) = (&listed.lines, listed.total - listed.lines.len());
        json["counts"][key] = listed.total.into();
        json[key] = lines.iter().map(|line| due_row(line, agenda.today, &names)).collect();
        if !lines.is_empty() {
            text.push_str(&format!("{heading}\n"));
            let cells = lines.iter().map(|line| due_cells(line, agenda.today, &names));
            text.push_str(&aligned(&cells.collect::<Vec<_>>()));
            if more > 0 {
                text.push_str(&format!("{}\n", t!(lang, "today-more", count = more)));
            }
            text.push('\n');
        }
    }
    if text.is_empty() {
        text = t!(lang, "today-nothing");
    }
    Ok(Answer::new(json, format!("{}\n", text.trim_end())))
}

fn due_row(line: &Line, today: NaiveDate, names: &Names) -> Value {
    let mut json = row(&line.activity, names);
    json["name"] = json!(who(line));
    json["company_name"] = text_or_null(&line.company);
    json["days_overdue"] = json!(line.activity.content.due.map(|due| (today - due).num_days().max(0)));
    json
}

fn due_cells(line: &Line, today: NaiveDate, names: &Names) -> Vec<String> {
    let content = &line.activity.content;
    let when = if content.due.is_some() {
        words::due(names.lang, &line.activity, today)
    } else if activities::is_planned(&line.activity) {
        names.time(content.at)
    } else {
        String::new()
    };
    vec![line.activity.id.to_string(), when, content.headline().to_owned(), who(line).to_owned()]
}

/// Returns the name of whom an activity is with: the person's, or the company's where it is with nobody there.
fn who(line: &Line) -> &str {
    if line.person.is_empty() { &line.company } else { &line.person }
}

/// Returns a day as it is typed: a date, or so long before today.
pub fn day(typed: &str, session: &Session) -> Result<NaiveDate, Failure> {
    let day = i18n::parse_date(session.lang, typed, today_here());
    day.ok_or_else(|| Failure::usage(t!(session.lang, "cli-not-a-date", value = typed)))
}

/// Returns which activities are asked for.
pub fn filter(
    lists: &Lists,
    kind: Option<&str>,
    since: Option<&str>,
    until: Option<&str>,
    session: &Session,
) -> Result<Filter, Failure> {
    let kind = kind.map(|word| named::activity(lists, word, session.lang)).transpose()?;
    let since = since.map(|typed| day(typed, session)).transpose()?.map(Moment::beginning);
    // The last day belongs to the period.
    let until = until.map(|typed| day(typed, session)).transpose()?;
    let until = until.and_then(|day| day.succ_opt()).map(Moment::beginning);
    Ok(Filter { kind, since, until })
}

/// Refuses what does not belong to the kind of an activity: it would be dropped without a word.
fn suits(kind: list::Id, details: &ActivityDetails, lists: &Lists, session: &Session) -> Result<(), Failure> {
    let is_call = kind == list::ACTIVITY_CALL;
    let named = [
        ("--direction", details.direction.is_some(), has_direction(kind)),
        ("--minutes", details.minutes.is_some_and(|minutes| minutes > 0), has_length(kind)),
        ("--seconds", details.seconds.is_some_and(|seconds| seconds > 0), has_length(kind)),
        ("--recorded", details.recorded == Some(true), is_call),
        ("--record-consent", details.record_consent.is_some_and(|consent| consent != Consent::NotAsked), is_call),
    ];
    match named.into_iter().find(|(_, is_named, belongs)| *is_named && !belongs) {
        Some((option, ..)) => {
            let kind = lists.name(kind, session.lang);
            Err(Failure::usage(t!(session.lang, "cli-not-of-kind", option = option, kind = kind)))
        }
        None => Ok(()),
    }
}

/// Writes what was named into an activity; an empty text takes a value away.
fn fill(content: &mut Content, details: &ActivityDetails, lists: &Lists, session: &Session) -> Result<(), Failure> {
    suits(content.kind, details, lists, session)?;
    if let Some(subject) = &details.subject {
        content.subject.clone_from(subject);
    }
    if let Some(text) = &details.words {
        content.text.clone_from(text);
    }
    if let Some(at) = &details.at {
        content.at = moment(at, session)?;
    }
    if let Some(minutes) = details.minutes {
        content.seconds = Some(minutes.saturating_mul(60));
    }
    if let Some(seconds) = details.seconds {
        content.seconds = Some(seconds);
    }
    if let Some(direction) = details.direction {
        content.direction = Some(direction);
    }
    if let Some(recorded) = details.recorded {
        content.recorded = recorded;
    }
    if let Some(consent) = details.record_consent {
        content.consent = consent;
    }
    if let Some(due) = &details.due {
        content.due = if due.trim().is_empty() { None } else { Some(due_day(due, session)?) };
    }
    Ok(())
}

fn today_here() -> NaiveDate {
    Moment::now().local_date()
}

fn due_day(typed: &str, session: &Session) -> Result<NaiveDate, Failure> {
    i18n::parse_date(session.lang, typed, today_here()).ok_or_else(|| wrong_date(Field::Due, session))
}

/// Reads a time: RFC 3339, a date (noon of that day), or a date and a time of day here.
/// Returns a time as it is typed.
pub fn moment(typed: &str, session: &Session) -> Result<Moment, Failure> {
    let typed = typed.trim();
    if let Ok(time) = chrono::DateTime::parse_from_rfc3339(typed) {
        return Ok(Moment(time.timestamp_millis()));
    }
    let local = |time: NaiveDateTime| Zone::local().moment(time).ok_or_else(|| wrong_date(Field::At, session));
    for format in ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"] {
        if let Ok(time) = NaiveDateTime::parse_from_str(typed, format) {
            return local(time);
        }
    }
    let day = i18n::parse_date(session.lang, typed, today_here()).ok_or_else(|| wrong_date(Field::At, session))?;
    local(day.and_hms_opt(12, 0, 0).ok_or_else(|| wrong_date(Field::At, session))?)
}

fn wrong_date(field: Field, session: &Session) -> Failure {
    session.failure(&Error::invalid(field, Reason::NotADate))
}

fn activity(session: &Session, id: &str) -> Result<Id, Failure> {
    id.parse().map_err(|_| Failure::not_found(session.lang))
}

fn answer(activity: &Activity, names: &Names) -> Answer {
    let mut answer = Answer::new(row(activity, names), aligned(&[cells(activity, names)]));
    if activity.content.is_recorded_unasked()
        && let Some(warning) = words::recording(names.lang, &activity.content)
    {
        answer.json["warnings"] = json!([{ "kind": "recorded-without-consent", "message": warning }]);
        answer.warnings.push(warning);
    }
    answer
}

/// So many activities, the newest, stand on a card in words; scripts get all of them.
const LATEST: usize = 10;

/// Returns all activities with a person or a company, the newest first.
pub fn all(desk: &Desk<'_>, of: Of) -> Result<Vec<Activity>, Error> {
    let lines = activities::page(desk, of, &Filter::default(), usize::MAX, 0)?.lines;
    Ok(lines.into_iter().map(|line| line.activity).collect())
}

/// Returns the newest activities under their heading, as a card shows them to people; nothing where there are none.
pub fn section(activities: &[Activity], names: &Names) -> String {
    if activities.is_empty() {
        return String::new();
    }
    let latest = activities.iter().take(LATEST).map(|one| cells(one, names));
    let rows = latest.map(|cells| [vec![String::new()], cells].concat());
    let mut text = format!("\n{}\n{}", t!(names.lang, "activities-title"), aligned(&rows.collect::<Vec<_>>()));
    let more = activities.len().saturating_sub(LATEST);
    if more > 0 {
        text.push_str(&format!("  {}\n", t!(names.lang, "activities-more", count = more)));
    }
    text
}

/// Returns an activity for scripts.
pub fn row(activity: &Activity, names: &Names) -> Value {
    let content = &activity.content;
    let is_call = content.kind == list::ACTIVITY_CALL;
    json!({
        "id": activity.id.to_string(),
        "person": content.person.map(|id| id.to_string()),
        "company": content.company.map(|id| id.to_string()),
        "kind": names.lists.key(content.kind),
        "subject": text_or_null(&content.subject),
        "text": text_or_null(&content.text),
        "at": content.at,
        "seconds": content.seconds,
        "direction": content.direction.map(Direction::key),
        "recorded": content.recorded,
        "record_consent": is_call.then(|| content.consent.key()),
        "due": content.due,
        "done": activity.done_at.is_some(),
        "done_at": activity.done_at,
        "done_by": activity.done_by.and_then(|id| names.user_key(id)),
        "source": names.lists.key(activity.source),
        "created_at": activity.created_at,
        "created_by": names.user_key(activity.created_by),
        "updated_at": activity.updated_at,
        "updated_by": names.user_key(activity.updated_by),
    })
}

/// Returns an activity for people.
pub fn cells(activity: &Activity, names: &Names) -> Vec<String> {
    let content = &activity.content;
    let mut what = words::what(names.lang, &names.lists, content);
    if content.consent == Consent::Agreed || content.recorded {
        what.extend(words::recording(names.lang, content).map(|words| format!(" ({words})")));
    }
    let state = if activity.done_at.is_some() {
        t!(names.lang, "activity-done")
    } else {
        words::due(names.lang, activity, today_here())
    };
    vec![activity.id.to_string(), names.time(content.at), what, state, content.headline().to_owned()]
}
