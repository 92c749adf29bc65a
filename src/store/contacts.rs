//! The rows of e-mails, phones and addresses, of persons and companies: the same rows in tables of their own.
//!
//! A person's rows also know where they came from (art. 15(1)(g) GDPR asks for that), and have keys by which people are
//! found to be the same.

use rusqlite::ToSql;
use rusqlite::params_from_iter;

use super::{Db, Error};
use crate::model::contact::{Address, Contacts, ContactsMut, Labelled, Origin};
use crate::model::{Moment, company, email, list, person, phone, user};

/// Whose rows they are.
#[derive(Debug, Clone, Copy)]
pub enum Owner {
    /// A person's.
    Person(person::Id),
    /// A company's.
    Company(company::Id),
}

/// What is written beside values that are new.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// When and from where they come.
    pub fresh: Origin,
    /// Whether the card is given back as it was: what changes then has the origin it comes with.
    pub restoring: bool,
}

/// The statements for the rows of one kind.
struct Statements {
    put: &'static str,
    remove: &'static str,
    read: &'static str,
    /// How many columns there are beyond those that all kinds have.
    columns: usize,
}

macro_rules! sign {
    ($column:literal) => {
        ", ?"
    };
}

macro_rules! statements {
    ($table:literal of $owner:literal: $($column:literal),+) => {
        Statements {
            put: concat!(
                "INSERT INTO ", $table, " (", $owner, ", id, rank, label, at, by", $(", ", $column,)+
                ") VALUES (?, ?, ?, ?, ?, ?", $(sign!($column),)+
                ") ON CONFLICT (", $owner, ", id) DO UPDATE SET rank = excluded.rank, label = excluded.label, at = excluded.at, \
                 by = excluded.by", $(", ", $column, " = excluded.", $column,)+
            ),
            remove: concat!("DELETE FROM ", $table, " WHERE ", $owner, " = ? AND id = ?"),
            read: concat!(
                "SELECT id, label, at, by", $(", ", $column,)+ " FROM ", $table, " WHERE ", $owner, " = ? ORDER BY rank, id"
            ),
            columns: [$($column),+].len(),
        }
    };
}

const EMAILS: Statements = statements!("email" of "person": "address", "source", "key");
const PHONES: Statements = statements!("phone" of "person": "number", "source", "key");
const ADDRESSES: Statements = statements!("address" of "person": "street", "postcode", "city", "country", "source");
const COMPANY_EMAILS: Statements = statements!("company_email" of "company": "address");
const COMPANY_PHONES: Statements = statements!("company_phone" of "company": "number");
const COMPANY_ADDRESSES: Statements =
    statements!("company_address" of "company": "street", "postcode", "city", "country");

impl Owner {
    fn id(self) -> i64 {
        match self {
            Self::Person(id) => id.0,
            Self::Company(id) => id.0,
        }
    }

    /// Returns the statements for e-mails, phones and addresses.
    fn statements(self) -> [&'static Statements; 3] {
        match self {
            Self::Person(_) => [&EMAILS, &PHONES, &ADDRESSES],
            Self::Company(_) => [&COMPANY_EMAILS, &COMPANY_PHONES, &COMPANY_ADDRESSES],
        }
    }
}

/// Writes the rows that changed, and removes those that are gone. What did not change keeps its time, author and source.
pub fn write(db: &Db, owner: Owner, before: Contacts<'_>, after: Contacts<'_>, mark: Mark) -> Result<(), Error> {
    let [emails, phones, addresses] = owner.statements();
    write_rows(db, before.emails, after.emails, mark, (owner, emails), |row, origin, put| {
        put(&[&row.value, &origin.source.0, &email::key(&row.value)])
    })?;
    write_rows(db, before.phones, after.phones, mark, (owner, phones), |row, origin, put| {
        put(&[&row.value, &origin.source.0, &phone::key(&row.value)])
    })?;
    write_rows(db, before.addresses, after.addresses, mark, (owner, addresses), |row, origin, put| {
        let Address { street, postcode, city, country } = &row.value;
        put(&[street, postcode, city, country, &origin.source.0])
    })
}

type Put<'p> = &'p dyn Fn(&[&dyn ToSql]) -> rusqlite::Result<usize>;

fn write_rows<T: PartialEq>(
    db: &Db,
    before: &[Labelled<T>],
    after: &[Labelled<T>],
    mark: Mark,
    (owner, statements): (Owner, &Statements),
    values: impl Fn(&Labelled<T>, Origin, Put<'_>) -> rusqlite::Result<usize>,
) -> Result<(), Error> {
    for gone in before.iter().filter_map(|row| row.id).filter(|id| !after.iter().any(|row| row.id == Some(*id))) {
        db.sql().prepare_cached(statements.remove)?.execute([owner.id(), gone])?;
    }
    let put = |row: &Labelled<T>, rank: i64, id: i64, origin: Origin| {
        let label = row.label.map(|label| label.0);
        values(row, origin, &|own| {
            let all: [&dyn ToSql; 6] = [&owner.id(), &id, &rank, &label, &origin.at.0, &origin.by.0];
            let own = own.iter().copied().take(statements.columns);
            db.sql().prepare_cached(statements.put)?.execute(params_from_iter(all.into_iter().chain(own)))
        })
    };
    for (rank, row) in (0_i64..).zip(after) {
        let known = before.iter().enumerate().find(|(_, old)| row.id.is_some() && old.id == row.id);
        match known {
            Some((old_rank, old)) if old.value == row.value => {
                if old.label != row.label || i64::try_from(old_rank) != Ok(rank) {
                    put(row, rank, old.id.unwrap_or_default(), old.origin.unwrap_or(mark.fresh))?;
                }
            }
            Some((_, old)) => {
                let origin = row.origin.filter(|_| mark.restoring).unwrap_or(mark.fresh);
                put(row, rank, old.id.unwrap_or_default(), origin)?;
            }
            // A row with an identity that the card does not have is an undo giving it back as it was.
            None => {
                put(row, rank, row.id.unwrap_or_else(|| db.new_id()), row.origin.unwrap_or(mark.fresh))?;
            }
        }
    }
    Ok(())
}

/// Reads the rows onto a card.
pub fn read(db: &Db, owner: Owner, onto: ContactsMut<'_>) -> Result<(), Error> {
    let [emails, phones, addresses] = owner.statements();
    *onto.emails = read_rows(db, owner, emails, 1, |row| row.get(4))?;
    *onto.phones = read_rows(db, owner, phones, 1, |row| row.get(4))?;
    *onto.addresses = read_rows(db, owner, addresses, 4, |row| {
        Ok(Address { street: row.get(4)?, postcode: row.get(5)?, city: row.get(6)?, country: row.get(7)? })
    })?;
    Ok(())
}

/// Reads the rows of one kind; `width` is how many columns a value takes, behind which stands its source.
fn read_rows<T>(
    db: &Db,
    owner: Owner,
    statements: &Statements,
    width: usize,
    value: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<Labelled<T>>, Error> {
    let mut statement = db.sql().prepare_cached(statements.read)?;
    let rows = statement.query_map([owner.id()], |row| {
        let source = match owner {
            Owner::Person(_) => list::Id(row.get(4 + width)?),
            // What is known of a company is typed here; what imports bring is about people.
            Owner::Company(_) => list::SOURCE_USER,
        };
        Ok(Labelled {
            id: row.get(0)?,
            label: row.get::<_, Option<i64>>(1)?.map(list::Id),
            origin: Some(Origin { source, at: Moment(row.get(2)?), by: user::Id(row.get(3)?) }),
            value: value(row)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
