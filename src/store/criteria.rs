//! Criteria as SQL: every value is bound, never written into the statement.
//!
//! Each criterion becomes one expression about the record `r`. Where a column is empty, SQL answers neither true nor
//! false; criteria know no third answer, so `not` is `IS NOT TRUE`, and everything else may leave it as it is. What is
//! cheap to ask stands first. Groups are written as balanced pairs, for SQLite counts how deep expressions stand in each
//! other (1 000 at most).

pub mod charts;
mod columns;
mod fields;
mod ledger;
mod memory;
mod opened;
mod set;

pub(in crate::store) use ledger::Standing;
pub use memory::{Answers, Filled};

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{Db, Error, persons, trash};
use crate::model::criteria::{Activity, Asked, Day, Node, Of, OneOf, Status, Test, Type};
use crate::model::selection::{Id, Members, Operation};
use crate::model::{Moment, list, person, user};

/// The most criteria in a statement, with those of the selections they name.
const NODES: usize = 4_000;
/// The most values; SQLite takes 32 766.
const VALUES: usize = 30_000;
/// How deep selections may be made of each other.
const NESTED: usize = 24;

/// What criteria are asked about.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// Of what.
    pub of: Of,
    /// The day it is.
    pub today: NaiveDate,
    /// The moment it is: what is planned for later is no last activity yet.
    pub now: Moment,
    /// Who asks, if they do not see the persons whom others look after.
    pub viewer: Option<user::Id>,
    /// Every selection that is named, and those that these name.
    pub selections: &'a HashMap<Id, Members>,
    /// The purposes that are direct marketing: whoever objects to one gets no mailings.
    pub direct: &'a [list::Id],
}

/// Whom it is about.
#[derive(Debug, Clone, Copy)]
pub enum Who<'a> {
    /// Whoever criteria are true of.
    Criteria(&'a Node),
    /// Whoever is in a selection.
    Selection(Id),
}

/// Returns how many there are.
///
/// # Errors
/// [`Error::Criteria`] where they are too much for one statement; the database's.
pub fn count(db: &Db, asking: &Asking<'_>, who: Who<'_>) -> Result<u64, Error> {
    if let Some(answers) = db.answers()
        && let Some(count) = answers.count(db, asking, who)?
    {
        return Ok(count);
    }
    let (condition, values) = seen(db, asking, who)?;
    let sql = format!("SELECT count(*) FROM {} r WHERE {condition}", table(asking.of));
    Ok(db.sql().prepare(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
}

/// Reads a part of what persons' cards hold into memory, from which [`count`] answers once all of it is there, if there
/// are at least so many of them. A connection that keeps no answers reads nothing.
///
/// # Errors
/// The database's.
pub fn prepare(db: &Db, least: usize) -> Result<Filled, Error> {
    db.answers().map_or(Ok(Filled::Done), |answers| answers.fill(db, least))
}

/// Returns how many bytes are held in memory of what is on the cards; none where nothing is, or not everybody was read.
pub fn held(db: &Db) -> Option<usize> {
    db.answers().and_then(Answers::bytes)
}

/// Returns who they are, in the order of lists: at most `limit` of them after the first `offset`.
///
/// # Errors
/// Those of [`count`].
pub fn ids(db: &Db, asking: &Asking<'_>, who: Who<'_>, limit: usize, offset: usize) -> Result<Vec<i64>, Error> {
    let (condition, mut values) = seen(db, asking, who)?;
    let sql = format!(
        "SELECT r.id FROM {} r WHERE {condition} ORDER BY r.sort_key, r.id LIMIT ?{} OFFSET ?{}",
        table(asking.of),
        values.len() + 1,
        values.len() + 2
    );
    values.extend([limit, offset].map(|number| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))));
    let mut statement = db.sql().prepare(&sql)?;
    Ok(statement.query_map(params_from_iter(values), |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns those of the persons who would be among them if they did not lie in the trash, in the order of lists.
///
/// # Errors
/// Those of [`count`].
pub fn in_trash(db: &Db, asking: &Asking<'_>, who: Who<'_>) -> Result<Vec<person::Id>, Error> {
    if asking.of != Of::Persons || !trash::has_persons(db)? {
        return Ok(Vec::new());
    }
    let (condition, values) = condition(asking, who)?;
    let seen = persons::looked_after_by(asking.viewer, "r.id");
    let sql = format!(
        "SELECT r.id FROM trashed_person t JOIN person r ON r.id = t.person WHERE {seen} AND {condition}
         ORDER BY r.sort_key, r.id"
    );
    let mut statement = db.sql().prepare(&sql)?;
    Ok(statement.query_map(params_from_iter(values), |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?)
}

/// Returns whether one record is among them.
///
/// # Errors
/// Those of [`count`].
pub fn holds(db: &Db, asking: &Asking<'_>, who: Who<'_>, record: i64) -> Result<bool, Error> {
    let (condition, mut values) = seen(db, asking, who)?;
    let place = values.len() + 1;
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {} r WHERE r.id = ?{place} AND {condition})", table(asking.of));
    values.push(Value::Integer(record));
    Ok(db.sql().prepare(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
}

/// Puts them into a static selection, and returns how many they are. Those the processing of whose data is restricted
/// are left out.
///
/// # Errors
/// Those of [`count`].
pub fn put_into(
    db: &Db,
    asking: &Asking<'_>,
    who: Who<'_>,
    selection: Id,
    (at, by): (Moment, user::Id),
) -> Result<usize, Error> {
    let (condition, mut values) = seen(db, asking, who)?;
    let (table, members, record) = match asking.of {
        Of::Persons => ("person", "selection_person", "person"),
        Of::Companies => ("company", "selection_company", "company"),
    };
    let open = match asking.of {
        Of::Persons => " AND NOT EXISTS (SELECT 1 FROM restriction v WHERE v.person = r.id AND v.lifted_at IS NULL)",
        Of::Companies => "",
    };
    let place = values.len();
    let sql = format!(
        "INSERT OR IGNORE INTO {members} ({record}, selection, at, by)
         SELECT r.id, ?{}, ?{}, ?{} FROM {table} r WHERE {condition}{open}",
        place + 1,
        place + 2,
        place + 3
    );
    values.extend([selection.0, at.0, by.0].map(Value::Integer));
    Ok(db.sql().prepare(&sql)?.execute(params_from_iter(values))?)
}

/// Returns the condition that leaves out whom the viewer does not see.
fn seen(db: &Db, asking: &Asking<'_>, who: Who<'_>) -> Result<(String, Vec<Value>), Error> {
    let (condition, values) = condition(asking, who)?;
    // Where nothing lies in the trash, which is the rule, nothing is looked up in it a million times.
    let seen = match asking.of {
        Of::Persons if asking.viewer.is_some() || trash::has_persons(db)? => persons::seen_by(asking.viewer, "r.id"),
        Of::Companies if trash::has_companies(db)? => trash::without_companies("r.id"),
        Of::Persons | Of::Companies => return Ok((condition, values)),
    };
    Ok((format!("({seen} AND {condition})"), values))
}

/// Makes sure that criteria can be asked.
///
/// # Errors
/// [`Error::Criteria`].
pub fn check(asking: &Asking<'_>, who: Who<'_>) -> Result<(), Error> {
    condition(asking, who).map(|_| ())
}

fn table(of: Of) -> &'static str {
    match of {
        Of::Persons => "person",
        Of::Companies => "company",
    }
}

fn condition(asking: &Asking<'_>, who: Who<'_>) -> Result<(String, Vec<Value>), Error> {
    let mut writer = Writer { asking, values: Vec::new(), nodes: 0, within: Vec::new() };
    let condition = match who {
        Who::Criteria(node) => writer.node(node)?,
        Who::Selection(id) => writer.selection(id)?,
    };
    Ok((condition, writer.values))
}

/// Writes one statement.
struct Writer<'a> {
    asking: &'a Asking<'a>,
    values: Vec<Value>,
    nodes: usize,
    /// The selections in which one stands.
    within: Vec<Id>,
}

impl Writer<'_> {
    /// Binds a value, and returns what stands for it.
    fn bind(&mut self, value: Value) -> Result<String, Error> {
        if self.values.len() >= VALUES {
            return Err(Error::Criteria);
        }
        self.values.push(value);
        Ok(format!("?{}", self.values.len()))
    }

    fn number(&mut self, number: i64) -> Result<String, Error> {
        self.bind(Value::Integer(number))
    }

    fn text(&mut self, text: String) -> Result<String, Error> {
        self.bind(Value::Text(text))
    }

    /// Binds numbers, and returns them as a list.
    fn numbers(&mut self, numbers: impl IntoIterator<Item = i64>) -> Result<String, Error> {
        let marks = numbers.into_iter().map(|number| self.number(number)).collect::<Result<Vec<_>, _>>()?;
        Ok(marks.join(", "))
    }

    /// Returns the items and the office's own ones under them, as a list.
    fn meanings(&mut self, items: &[list::Id]) -> Result<String, Error> {
        let items = self.numbers(items.iter().map(|item| item.0))?;
        Ok(format!("SELECT id FROM list_item WHERE id IN ({items}) OR under IN ({items})"))
    }

    /// Returns the first moment of a day, bound.
    fn beginning(&mut self, day: NaiveDate) -> Result<String, Error> {
        self.number(Moment::beginning(day).0)
    }

    fn on(&self, day: Day) -> NaiveDate {
        day.on(self.asking.today)
    }

    fn node(&mut self, node: &Node) -> Result<String, Error> {
        self.nodes += 1;
        if self.nodes > NODES {
            return Err(Error::Criteria);
        }
        match node {
            Node::All(nodes) => self.group(nodes, "AND", "1"),
            Node::Any(nodes) => self.group(nodes, "OR", "0"),
            Node::Not(node) => Ok(format!("({} IS NOT TRUE)", self.node(node)?)),
            Node::Field(asked, test) => self.field(asked, test),
            Node::Basis(basis) => self.basis(basis),
            Node::Subscription(kind) => self.subscribed(*kind),
            Node::Interest(items) => {
                let items = self.numbers(items.as_slice().iter().map(|item| item.0))?;
                Ok(format!(
                    "EXISTS (SELECT 1 FROM person_interest v WHERE v.person = r.id AND v.interest IN ({items}))"
                ))
            }
            Node::Activity(activity) => self.activity(activity),
            Node::Selection(id) => self.selection(*id),
            Node::Status(statuses) => {
                let statuses: Vec<String> = statuses.as_slice().iter().map(|status| of_status(*status)).collect();
                Ok(joined(&statuses, "OR"))
            }
            Node::Informed(informed) => {
                let told = "EXISTS (SELECT 1 FROM notice v WHERE v.person = r.id AND v.told_at IS NOT NULL)";
                Ok(if *informed { told.to_owned() } else { format!("(NOT {told})") })
            }
            Node::Duplicate(true) => Ok(duplicate()),
            Node::Duplicate(false) => Ok(format!("(NOT {})", duplicate())),
        }
    }

    fn group(&mut self, nodes: &[Node], word: &str, none: &str) -> Result<String, Error> {
        let mut nodes: Vec<&Node> = nodes.iter().collect();
        nodes.sort_by_key(|node| cost(node));
        let parts = nodes.into_iter().map(|node| self.node(node)).collect::<Result<Vec<_>, _>>()?;
        Ok(if parts.is_empty() { none.to_owned() } else { joined(&parts, word) })
    }

    fn activity(&mut self, activity: &Activity) -> Result<String, Error> {
        let record = match self.asking.of {
            Of::Persons => "person",
            Of::Companies => "company",
        };
        let mut conditions = vec![format!("v.{record} = r.id")];
        if let Some(after) = activity.after {
            let after = self.on(after);
            conditions.push(format!("v.at >= {}", self.beginning(next(after))?));
        }
        if let Some(before) = activity.before {
            let before = self.on(before);
            conditions.push(format!("v.at < {}", self.beginning(before)?));
        }
        if let Some(kind) = &activity.kind {
            conditions.push(format!("v.kind IN ({})", self.meanings(kind.as_slice())?));
        }
        let not = if activity.none { "NOT " } else { "" };
        Ok(format!("({not}EXISTS (SELECT 1 FROM activity v WHERE {}))", conditions.join(" AND ")))
    }

    fn selection(&mut self, id: Id) -> Result<String, Error> {
        // One that is made of itself is refused when it is made: it would go on for ever.
        if self.within.contains(&id) || self.within.len() >= NESTED {
            return Err(Error::Criteria);
        }
        let Some(members) = self.asking.selections.get(&id) else { return Err(Error::Criteria) };
        self.within.push(id);
        let condition = match members {
            Members::Dynamic(node) => self.node(node)?,
            Members::Static => {
                let id = self.number(id.0)?;
                match self.asking.of {
                    Of::Persons => {
                        format!(
                            "EXISTS (SELECT 1 FROM selection_person v WHERE v.person = r.id AND v.selection = {id})"
                        )
                    }
                    Of::Companies => {
                        format!(
                            "EXISTS (SELECT 1 FROM selection_company v WHERE v.company = r.id AND v.selection = {id})"
                        )
                    }
                }
            }
            Members::Combined(operation, first, second) => {
                self.nodes += 1;
                if self.nodes > NODES {
                    return Err(Error::Criteria);
                }
                let (first, second) = (self.selection(*first)?, self.selection(*second)?);
                match operation {
                    Operation::Union => format!("({first} OR {second})"),
                    Operation::Intersect => format!("({first} AND {second})"),
                    Operation::OnlyFirst => format!("({first} AND ({second} IS NOT TRUE))"),
                    Operation::OnlySecond => format!("({second} AND ({first} IS NOT TRUE))"),
                    Operation::Difference => format!("(({first} IS TRUE) <> ({second} IS TRUE))"),
                }
            }
        };
        self.within.pop();
        Ok(condition)
    }
}

/// Returns the day after.
fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// Returns conditions as one, as balanced pairs.
fn joined(parts: &[String], word: &str) -> String {
    match parts {
        [] => "0".to_owned(),
        [one] => one.clone(),
        _ => {
            let (first, second) = parts.split_at(parts.len() / 2);
            format!("({} {word} {})", joined(first, word), joined(second, word))
        }
    }
}

/// Returns how dear a criterion is to ask about one record, in no unit.
fn cost(node: &Node) -> u32 {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().map(cost).fold(0, u32::saturating_add),
        Node::Not(node) => cost(node),
        Node::Field(asked, test) => of_field(asked, test),
        Node::Interest(_) | Node::Informed(_) => 10,
        Node::Status(statuses) => {
            if *statuses == OneOf::One(Status::Former) {
                1
            } else {
                10
            }
        }
        Node::Selection(_) => 15,
        Node::Activity(_) => 15,
        Node::Basis(_) | Node::Subscription(_) => 20,
        Node::Duplicate(_) => 50,
    }
}

fn of_field(asked: &Asked, test: &Test) -> u32 {
    let on_card = asked.is_on_the_card();
    let holds = match asked.holds() {
        Type::Number | Type::Date | Type::Moment | Type::YesNo | Type::Item(_) | Type::User | Type::Presence => 1,
        // Folding a text takes longer than comparing it.
        Type::Text | Type::Phone => {
            if *test == Test::Null {
                1
            } else {
                4
            }
        }
    };
    if on_card { holds } else { holds + 9 }
}

/// That the processing of somebody's data is restricted.
const RESTRICTED: &str = "EXISTS (SELECT 1 FROM restriction v WHERE v.person = r.id AND v.lifted_at IS NULL)";

fn of_status(status: Status) -> String {
    match status {
        Status::Restricted => RESTRICTED.to_owned(),
        Status::Objected => ledger::objects(),
        Status::Former => "r.former_employee".to_owned(),
        // Whoever lies in the trash is in no selection: the trash lists them itself.
        Status::Trashed => "0".to_owned(),
        Status::Active => format!("(NOT (r.former_employee OR {RESTRICTED} OR {}))", ledger::objects()),
    }
}

/// Whether another card has the same e-mail, as long as no more than five do (it is a company's then), or the same phone
/// and name; pairs that were found to be two people are none.
fn duplicate() -> String {
    let apart = "NOT EXISTS (SELECT 1 FROM distinct_pair d
        WHERE (d.person = v.person AND d.other = w.person) OR (d.person = w.person AND d.other = v.person))
        AND NOT EXISTS (SELECT 1 FROM trashed_person t WHERE t.person = w.person)";
    format!(
        "(EXISTS (SELECT 1 FROM email v JOIN email w ON w.key = v.key AND w.person <> v.person
             WHERE v.person = r.id AND {apart} AND (SELECT count(DISTINCT x.person) FROM email x WHERE x.key = v.key) <= 5)
         OR EXISTS (SELECT 1 FROM phone v JOIN phone w ON w.key = v.key AND w.person <> v.person
             JOIN person o ON o.id = w.person WHERE v.person = r.id AND {apart}
             AND folded(o.first_name || ' ' || o.last_name) = folded(r.first_name || ' ' || r.last_name)))"
    )
}

#[cfg(test)]
pub(crate) mod tests;
