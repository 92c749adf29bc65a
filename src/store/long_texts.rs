//! Searching notes and activities: the full-text index that the schema's triggers keep current.

use rusqlite::params;

use super::{Db, Error, persons};
use crate::model::activity::{self, Filter};
use crate::model::{Moment, company, list, person, user};

/// A text in which every word was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Whose it is; none where it is a company's.
    pub person: Option<person::Id>,
    /// Which company's it is or was.
    pub company: Option<company::Id>,
    /// The activity; none where it is the note on the card.
    pub activity: Option<activity::Id>,
    /// The kind of activity.
    pub kind: Option<list::Id>,
    /// When it took place; of a note on a card, when the card was last changed.
    pub at: Moment,
    /// The subject of an activity.
    pub subject: String,
    /// The whole text.
    pub text: String,
    /// The person's name.
    pub person_name: String,
    /// The company's name.
    pub company_name: String,
}

/// Which of the hits pass: `?2` is the kind of activity, 0 for notes on cards, none for all; `?6` lets notes on
/// persons' cards pass, `?7` those on companies'. Texts about people the processing of whose data is restricted never do,
/// nor those about a company in the trash.
const HITS: &str = "FROM long_text f LEFT JOIN activity a ON a.id = f.rowid
    LEFT JOIN person p ON p.id = coalesce(a.person, f.rowid) LEFT JOIN company c ON c.id = coalesce(a.company, f.rowid)
    WHERE long_text MATCH ?1 AND (?2 IS NULL OR coalesce(a.kind, 0) = ?2)
        AND coalesce(a.at, p.updated_at, c.updated_at) >= ?3 AND coalesce(a.at, p.updated_at, c.updated_at) < ?4
        AND (a.id IS NOT NULL OR (?6 AND p.id IS NOT NULL) OR (?7 AND p.id IS NULL))
        AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person = p.id AND r.lifted_at IS NULL)
        AND (p.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM trashed_company t WHERE t.company = c.id))";

/// Which texts are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kinds {
    /// All of them.
    #[default]
    All,
    /// The notes on cards.
    Notes,
    /// Activities of a kind.
    Activity(list::Id),
}

/// On which cards notes are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notes {
    /// On those of persons.
    pub of_persons: bool,
    /// On those of companies.
    pub of_companies: bool,
}

fn expression(words: &[String]) -> String {
    // Quoted, so that nothing in a word is taken for an operator; the star finds what begins so.
    words.iter().map(|word| format!("\"{}\"*", word.replace('"', ""))).collect::<Vec<_>>().join(" ")
}

fn bounds(kinds: Kinds, filter: &Filter) -> (Option<i64>, i64, i64) {
    let kind = match kinds {
        Kinds::All => None,
        Kinds::Notes => Some(0),
        Kinds::Activity(kind) => Some(kind.0),
    };
    let since = filter.since.map_or(i64::MIN, |since| since.0);
    (kind, since, filter.until.map_or(i64::MAX, |until| until.0))
}

/// Returns the texts in which each of the folded words begins a word, the newest first, at most `limit`; `notes` says
/// which of those on cards are among them.
pub fn find(
    db: &Db,
    viewer: Option<user::Id>,
    words: &[String],
    kinds: Kinds,
    period: &Filter,
    notes: Notes,
    limit: usize,
) -> Result<Vec<Found>, Error> {
    let seen = persons::seen_by(viewer, "p.id");
    let (kind, since, until) = bounds(kinds, period);
    let sql = format!(
        "SELECT p.id, c.id, a.id, a.kind, coalesce(a.at, p.updated_at, c.updated_at) AS at, coalesce(a.subject, ''),
             coalesce(a.text, p.note, c.note, ''), p.first_name, p.last_name,
             coalesce(c.name, (SELECT name FROM company WHERE id = p.company), '')
         {HITS} AND {seen} ORDER BY at DESC, f.rowid DESC LIMIT ?5"
    );
    let mut statement = db.sql().prepare_cached(&sql)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map(
        params![expression(words), kind, since, until, limit, notes.of_persons, notes.of_companies],
        |row| {
            let first: Option<String> = row.get(7)?;
            let last: Option<String> = row.get(8)?;
            Ok(Found {
                person: row.get::<_, Option<i64>>(0)?.map(person::Id),
                company: row.get::<_, Option<i64>>(1)?.map(company::Id),
                activity: row.get::<_, Option<i64>>(2)?.map(activity::Id),
                kind: row.get::<_, Option<i64>>(3)?.map(list::Id),
                at: Moment(row.get(4)?),
                subject: row.get(5)?,
                text: row.get(6)?,
                person_name: person::full_name(&first.unwrap_or_default(), &last.unwrap_or_default()),
                company_name: row.get(9)?,
            })
        },
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns in how many texts each of the folded words begins a word, counting no further than `most`.
pub fn count(
    db: &Db,
    viewer: Option<user::Id>,
    words: &[String],
    kinds: Kinds,
    period: &Filter,
    notes: Notes,
    most: usize,
) -> Result<usize, Error> {
    let (kind, since, until) = bounds(kinds, period);
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let is_everything = viewer.is_none()
        && !super::trash::has_persons(db)?
        && !super::trash::has_companies(db)?
        && notes.of_persons
        && notes.of_companies
        && kind.is_none()
        && period.since.is_none()
        && period.until.is_none()
        && super::states::restricted(db)?.is_empty();
    let count: u64 = if is_everything {
        // Nothing to join: the index alone knows.
        db.sql()
            .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM long_text WHERE long_text MATCH ?1 LIMIT ?2)")?
            .query_row(params![expression(words), most], |row| row.get(0))?
    } else {
        let sql = format!("SELECT count(*) FROM (SELECT 1 {HITS} AND {} LIMIT ?5)", persons::seen_by(viewer, "p.id"));
        db.sql().prepare_cached(&sql)?.query_row(
            params![expression(words), kind, since, until, most, notes.of_persons, notes.of_companies],
            |row| row.get(0),
        )?
    };
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Returns whether the index holds exactly the words of the texts it is made from.
pub fn is_current(db: &Db) -> Result<bool, Error> {
    let checked = db.sql().execute("INSERT INTO long_text (long_text, rank) VALUES ('integrity-check', 1)", []);
    match checked.map_err(Error::from) {
        Ok(_) => Ok(true),
        Err(Error::Damaged) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Returns what the index is made of, to look for words that should not be there.
#[cfg(test)]
pub fn blocks(db: &Db) -> Result<Vec<Vec<u8>>, Error> {
    let mut statement =
        db.sql().prepare("SELECT block FROM long_text_data UNION ALL SELECT CAST(term AS BLOB) FROM long_text_idx")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
