//! Activities with persons and companies.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error, persons, trash};
use crate::model::activity::{Activity, Consent, Content, Direction, Filter, Id, Line};
use crate::model::state::Marks;
use crate::model::{Moment, company, list, person, user};

/// Whose activities are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A person's.
    Person(person::Id),
    /// A company's, and what was done with its people while they worked there.
    Company(company::Id),
}

const COLUMNS: &str = "a.id, a.person, a.company, a.kind, a.subject, a.text, a.at, a.seconds, a.direction, a.recorded,
    a.record_consent, a.due, a.done_at, a.done_by, a.source, a.created_at, a.created_by, a.updated_at, a.updated_by";

fn read(row: &Row<'_>) -> rusqlite::Result<Activity> {
    let direction: Option<String> = row.get(8)?;
    let due: Option<String> = row.get(11)?;
    Ok(Activity {
        id: Id(row.get(0)?),
        content: Content {
            person: row.get::<_, Option<i64>>(1)?.map(person::Id),
            company: row.get::<_, Option<i64>>(2)?.map(company::Id),
            kind: list::Id(row.get(3)?),
            subject: row.get(4)?,
            text: row.get(5)?,
            at: Moment(row.get(6)?),
            seconds: row.get(7)?,
            direction: direction.as_deref().and_then(Direction::from_key),
            recorded: row.get(9)?,
            consent: Consent::from_answer(row.get(10)?),
            due: due.and_then(|day| day.parse::<NaiveDate>().ok()),
        },
        done_at: row.get::<_, Option<i64>>(12)?.map(Moment),
        done_by: row.get::<_, Option<i64>>(13)?.map(user::Id),
        source: list::Id(row.get(14)?),
        created_at: Moment(row.get(15)?),
        created_by: user::Id(row.get(16)?),
        updated_at: Moment(row.get(17)?),
        updated_by: user::Id(row.get(18)?),
    })
}

/// Writes an activity; one that is there already is replaced.
pub fn put(db: &Db, activity: &Activity) -> Result<(), Error> {
    let content = &activity.content;
    db.sql()
        .prepare_cached(
            "INSERT INTO activity (id, person, company, kind, subject, text, at, seconds, direction, recorded,
                 record_consent, due, done_at, done_by, source, created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
             ON CONFLICT (id) DO UPDATE SET person = excluded.person, company = excluded.company, kind = excluded.kind,
                 subject = excluded.subject, text = excluded.text, at = excluded.at, seconds = excluded.seconds,
                 direction = excluded.direction, recorded = excluded.recorded, record_consent = excluded.record_consent,
                 due = excluded.due, done_at = excluded.done_at, done_by = excluded.done_by,
                 updated_at = excluded.updated_at, updated_by = excluded.updated_by",
        )?
        .execute(params![
            activity.id.0,
            content.person.map(|id| id.0),
            content.company.map(|id| id.0),
            content.kind.0,
            content.subject,
            content.text,
            content.at.0,
            content.seconds,
            content.direction.map(Direction::key),
            content.recorded,
            content.consent.answer(),
            content.due.map(|day| day.to_string()),
            activity.done_at.map(|at| at.0),
            activity.done_by.map(|id| id.0),
            activity.source.0,
            activity.created_at.0,
            activity.created_by.0,
            activity.updated_at.0,
            activity.updated_by.0,
        ])?;
    Ok(())
}

/// Returns an activity.
pub fn get(db: &Db, id: Id) -> Result<Option<Activity>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM activity a WHERE a.id = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([id.0], read).optional()?)
}

/// Removes an activity.
pub fn remove(db: &Db, id: Id) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM activity WHERE id = ?")?.execute([id.0])?;
    Ok(())
}

const FILTER: &str = "(?2 IS NULL OR a.kind = ?2) AND a.at >= ?3 AND a.at < ?4";

fn whose(of: Of, viewer: Option<user::Id>) -> (String, i64) {
    match of {
        Of::Person(id) => ("a.person = ?1".to_owned(), id.0),
        Of::Company(id) => {
            let seen = persons::seen_by(viewer, "a.person");
            (format!("a.company = ?1 AND {OPEN} AND {seen}"), id.0)
        }
    }
}

/// Not what is with somebody the processing of whose data is restricted.
const OPEN: &str = "NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person = a.person AND r.lifted_at IS NULL)";

fn bounds(filter: &Filter) -> (Option<i64>, i64, i64) {
    let since = filter.since.map_or(i64::MIN, |since| since.0);
    (filter.kind.map(|kind| kind.0), since, filter.until.map_or(i64::MAX, |until| until.0))
}

/// Returns somebody's activities, the newest first: at most `limit` of those after the first `offset`. Of a company's,
/// those with people whom the viewer may not see are left out, as everywhere here.
pub fn of(
    db: &Db,
    of: Of,
    viewer: Option<user::Id>,
    filter: &Filter,
    limit: usize,
    offset: usize,
) -> Result<Vec<Line>, Error> {
    let (whose, id) = whose(of, viewer);
    let (kind, since, until) = bounds(filter);
    let condition = format!("{whose} AND {FILTER} ORDER BY a.at DESC, a.id DESC LIMIT ?5 OFFSET ?6");
    lines(db, &condition, params![id, kind, since, until, whole(limit), whole(offset)])
}

/// Returns how many activities somebody has.
pub fn count(db: &Db, of: Of, viewer: Option<user::Id>, filter: &Filter) -> Result<usize, Error> {
    let (whose, id) = whose(of, viewer);
    let (kind, since, until) = bounds(filter);
    let sql = format!("SELECT count(*) FROM activity a WHERE {whose} AND {FILTER}");
    let count: u64 = db.sql().prepare_cached(&sql)?.query_row(params![id, kind, since, until], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Returns when somebody's last activity took place, not after `now`: what is planned has not.
pub fn last(db: &Db, of: Of, viewer: Option<user::Id>, now: Moment) -> Result<Option<Moment>, Error> {
    let (whose, id) = whose(of, viewer);
    let sql = format!("SELECT max(a.at) FROM activity a WHERE {whose} AND a.at <= ?2");
    let last: Option<i64> = db.sql().prepare_cached(&sql)?.query_row([id, now.0], |row| row.get(0))?;
    Ok(last.map(Moment))
}

fn lines_sql(condition: &str) -> String {
    format!(
        "SELECT {COLUMNS}, p.first_name, p.last_name, c.name FROM activity a LEFT JOIN person p ON p.id = a.person
             LEFT JOIN company c ON c.id = coalesce(a.company, p.company) AND {} WHERE {condition}",
        trash::without_companies("c.id")
    )
}

fn lines(db: &Db, condition: &str, given: &[&dyn rusqlite::ToSql]) -> Result<Vec<Line>, Error> {
    let mut statement = db.sql().prepare_cached(&lines_sql(condition))?;
    let rows = statement.query_map(given, |row| {
        let first: Option<String> = row.get(19)?;
        let last: Option<String> = row.get(20)?;
        Ok(Line {
            activity: read(row)?,
            person: person::full_name(&first.unwrap_or_default(), &last.unwrap_or_default()),
            company: row.get::<_, Option<String>>(21)?.unwrap_or_default(),
            marks: Marks::default(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who has to see to what is due, and who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Only a user, who entered it or looks after the person; none for everybody.
    pub of: Option<user::Id>,
    /// Who asks, if they may not see everybody.
    pub viewer: Option<user::Id>,
}

impl Asked {
    fn condition(self) -> String {
        let seen = persons::seen_by(self.viewer, "a.person");
        // What is with a company's people goes on without it.
        let there = format!("(a.person IS NOT NULL OR {})", trash::without_companies("a.company"));
        format!("(?1 IS NULL OR a.created_by = ?1 OR p.our_contact = ?1) AND {OPEN} AND {seen} AND {there}")
    }
}

/// Some of what is asked for, and how much there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// The first, as many as were asked for.
    pub lines: Vec<Line>,
    /// How many there are.
    pub total: usize,
}

/// Returns the first `limit` of those that pass a condition, in an order, and counts them all.
fn listed(
    db: &Db,
    asked: Asked,
    (condition, order): (&str, &str),
    given: &[&dyn rusqlite::ToSql],
    limit: usize,
) -> Result<Listed, Error> {
    let mine = asked.condition();
    let lines = lines(db, &format!("{mine} AND {condition} ORDER BY {order} LIMIT {limit}"), given)?;
    if lines.len() < limit {
        return Ok(Listed { total: lines.len(), lines });
    }
    let sql =
        format!("SELECT count(*) FROM activity a LEFT JOIN person p ON p.id = a.person WHERE {mine} AND {condition}");
    let total: u64 = db.sql().prepare_cached(&sql)?.query_row(given, |row| row.get(0))?;
    Ok(Listed { lines, total: usize::try_from(total).unwrap_or(usize::MAX) })
}

/// Returns what is still to be done and due on one of these days, the oldest first; without a first day, what is due by
/// the last.
pub fn due(
    db: &Db,
    (from, until): (Option<NaiveDate>, NaiveDate),
    asked: Asked,
    limit: usize,
) -> Result<Listed, Error> {
    let condition = "a.due IS NOT NULL AND a.done_at IS NULL AND a.due >= ?2 AND a.due <= ?3";
    // Days are kept as texts, and nothing comes before the empty one.
    let from = from.map(|day| day.to_string()).unwrap_or_default();
    listed(
        db,
        asked,
        (condition, "a.due, a.at, a.id"),
        params![asked.of.map(|id| id.0), from, until.to_string()],
        limit,
    )
}

/// Returns the tasks that nobody gave a day, the oldest first.
pub fn undated(db: &Db, asked: Asked, limit: usize) -> Result<Listed, Error> {
    let task = list::ACTIVITY_TASK.0;
    let condition = format!("a.kind = {task} AND a.due IS NULL AND a.done_at IS NULL");
    listed(db, asked, (&condition, "a.at, a.id"), params![asked.of.map(|id| id.0)], limit)
}

/// Returns the meetings, and the calls that were entered ahead, that begin from one moment to another and are not due on
/// some other day, the next first.
pub fn meetings(db: &Db, (from, until): (Moment, Moment), asked: Asked, limit: usize) -> Result<Listed, Error> {
    let condition = planned();
    listed(db, asked, (&condition, "a.at, a.id"), params![asked.of.map(|id| id.0), from.0, until.0], limit)
}

/// The condition of what is planned from `?2` to `?3`.
fn planned() -> String {
    // One after the other: each has an index of what is still to come.
    let planned = |which: &str| {
        format!("SELECT id FROM activity WHERE {which} AND due IS NULL AND done_at IS NULL AND at >= ?2 AND at < ?3")
    };
    let meetings = planned(&format!("kind = {}", list::ACTIVITY_MEETING.0));
    let calls = planned(&format!("kind = {} AND at > created_at", list::ACTIVITY_CALL.0));
    format!("a.id IN ({meetings} UNION ALL {calls})")
}

/// Returns what was ticked off since a moment, the last first.
pub fn done_since(db: &Db, since: Moment, asked: Asked, limit: usize) -> Result<Listed, Error> {
    let condition = "a.done_at IS NOT NULL AND a.done_at >= ?2";
    listed(db, asked, (condition, "a.done_at DESC"), params![asked.of.map(|id| id.0), since.0], limit)
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::connection::RawKey;
    use super::super::schema::STEPS;
    use super::super::{Db, migrate};
    use super::*;

    #[test]
    fn what_is_planned_is_found_without_reading_all_activities() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::create(&folder.path().join("new.db"), &RawKey::new([7; 32], [9; 16])).unwrap();
        migrate::run(&db, STEPS).unwrap();
        let mine = Asked { of: Some(user::Id(1)), viewer: None }.condition();
        let sql = lines_sql(&format!("{mine} AND {} ORDER BY a.at, a.id LIMIT 9", planned()));
        let mut statement = db.sql().prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let rows = statement.query_map(params![1, 2, 3], |row| row.get::<_, String>(3)).unwrap();
        let plan = rows.map(Result::unwrap).collect::<Vec<_>>().join("; ");
        for index in ["activity_meeting (at>? AND at<?)", "activity_call (at>? AND at<?)"] {
            assert!(plan.contains(index), "{plan}");
        }
        assert!(!plan.contains("SCAN a"), "{plan}");
    }
}
