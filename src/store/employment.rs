//! Where people worked before.

use rusqlite::params;

use super::{Db, Error};
use crate::model::employment::{Employment, Id};
use crate::model::{Moment, company, person, user};

/// Adds a former job.
pub fn insert(db: &Db, person: person::Id, job: &Employment) -> Result<(), Error> {
    db.sql()
        .prepare_cached(
            "INSERT INTO employment (person, id, company, title, since, until, by) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            person.0,
            job.id.0,
            job.company.0,
            job.title,
            job.since.map(|at| at.0),
            job.until.0,
            job.by.0
        ])?;
    Ok(())
}

/// Returns where a person worked before, the latest first.
pub fn of_person(db: &Db, person: person::Id) -> Result<Vec<Employment>, Error> {
    let mut statement = db.sql().prepare_cached(
        "SELECT id, company, title, since, until, by FROM employment WHERE person = ? ORDER BY until DESC, id DESC",
    )?;
    let jobs = statement.query_map([person.0], |row| {
        Ok(Employment {
            id: Id(row.get(0)?),
            company: company::Id(row.get(1)?),
            title: row.get(2)?,
            since: row.get::<_, Option<i64>>(3)?.map(Moment),
            until: Moment(row.get(4)?),
            by: user::Id(row.get(5)?),
        })
    })?;
    Ok(jobs.collect::<Result<_, _>>()?)
}

/// Removes a former job.
pub fn remove(db: &Db, person: person::Id, id: Id) -> Result<(), Error> {
    db.sql().prepare_cached("DELETE FROM employment WHERE person = ? AND id = ?")?.execute([person.0, id.0])?;
    Ok(())
}
