//! A pass over the cards of persons or companies, with everything an export takes of them.
//!
//! Every table is read once, side by side with the others: card by card it would take many times as long. Where few of
//! many are wanted, each table is asked for theirs, in the same order.

use rusqlite::{Row, Statement};

use super::replace;
use super::side::{Entry, Side, holding, read_entry};
use crate::model::contact::Address;
use crate::model::criteria::Of;
use crate::model::{Moment, custom, list, subscription, user};
use crate::store::{Db, Error, subscriptions};

/// What is wanted of a pass.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Cards of what.
    pub of: Of,
    /// Whose, each once, in the order of identities.
    pub ids: &'a [i64],
    /// What of them.
    pub parts: Parts,
    /// What took place later counts as planned.
    pub now: Moment,
}

/// What a pass reads besides the cards themselves.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "one for each table")]
pub struct Parts {
    /// The names of companies.
    pub companies: bool,
    /// E-mail addresses.
    pub emails: bool,
    /// Phone numbers.
    pub phones: bool,
    /// Addresses.
    pub addresses: bool,
    /// Interests.
    pub interests: bool,
    /// Own fields.
    pub own: bool,
    /// What holds for each purpose.
    pub bases: bool,
    /// What was answered to types of mailings.
    pub answers: bool,
    /// When the last activity took place.
    pub last_activity: bool,
    /// Whether they were informed.
    pub informed: bool,
}

/// A card, as far as it was wanted. Texts are empty where nothing is filled in.
#[derive(Debug, Default)]
pub struct Card {
    /// Whose it is.
    pub id: i64,
    /// The card's number.
    pub number: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The company where a person works, or its own name.
    pub company: String,
    /// A company's organisation number.
    pub org_number: String,
    /// Title.
    pub title: String,
    /// Position.
    pub position: Option<list::Id>,
    /// Category.
    pub category: Option<list::Id>,
    /// Line of business.
    pub business: Option<list::Id>,
    /// Who of us looks after them.
    pub our_contact: Option<user::Id>,
    /// Country, ISO 3166 alpha-2.
    pub country: String,
    /// Language.
    pub language: Option<list::Id>,
    /// Birth date, ISO 8601.
    pub birth_date: String,
    /// Website.
    pub website: String,
    /// Note.
    pub note: String,
    /// Whether they left the company.
    pub former_employee: bool,
    /// Whether they get no mailings.
    pub no_mailings: bool,
    /// Where the card came from.
    pub source: Option<list::Id>,
    /// When the card was made.
    pub created_at: Moment,
    /// By whom.
    pub created_by: Option<user::Id>,
    /// When it was last changed.
    pub updated_at: Moment,
    /// By whom.
    pub updated_by: Option<user::Id>,
    /// E-mail addresses with their labels, in order.
    pub emails: Vec<(Option<list::Id>, String)>,
    /// Phone numbers likewise.
    pub phones: Vec<(Option<list::Id>, String)>,
    /// Addresses likewise.
    pub addresses: Vec<(Option<list::Id>, Address)>,
    /// Interests.
    pub interests: Vec<list::Id>,
    /// Own fields.
    pub own: Vec<(custom::Id, String)>,
    /// What holds for the purposes about which anything does.
    pub bases: Vec<(list::Id, list::Id)>,
    /// What holds of the answers to types of mailings: whether each is wanted.
    pub answers: Vec<(list::Id, bool)>,
    /// When the last activity took place.
    pub last_activity: Option<Moment>,
    /// Whether they were told what is kept of them.
    pub informed: bool,
}

/// How many of one kind the card with most of them has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Most {
    /// E-mail addresses.
    pub emails: usize,
    /// Phone numbers.
    pub phones: usize,
    /// Addresses.
    pub addresses: usize,
}

/// Of so many times as many cards, a few are asked for by themselves.
const FEW: u64 = 4;

/// How the tables of one kind of record are called.
struct Tables {
    record: &'static str,
    emails: &'static str,
    phones: &'static str,
    addresses: &'static str,
    activity: &'static str,
}

fn tables(of: Of) -> Tables {
    match of {
        Of::Persons => {
            Tables { record: "person", emails: "email", phones: "phone", addresses: "address", activity: "person" }
        }
        Of::Companies => Tables {
            record: "company",
            emails: "company_email",
            phones: "company_phone",
            addresses: "company_address",
            activity: "company",
        },
    }
}

/// Whom the tables are asked for: everybody, or these as a JSON list.
struct Asked(Option<String>);

impl Asked {
    fn new(db: &Db, wanted: &Wanted<'_>) -> Result<Self, Error> {
        let all = match wanted.of {
            Of::Persons => crate::store::persons::count(db)?,
            Of::Companies => crate::store::companies::count(db)?,
        };
        let few = (wanted.ids.len() as u64).saturating_mul(FEW) < all;
        Ok(Self(few.then(|| {
            let ids: Vec<String> = wanted.ids.iter().map(i64::to_string).collect();
            format!("[{}]", ids.join(","))
        })))
    }

    /// Returns what to read of a table, in the order of the records that its rows belong to.
    fn sql(&self, table: &str, key: &str, columns: &str) -> String {
        match self.0 {
            Some(_) => {
                format!("SELECT t.{key}, {columns} FROM json_each(?1) w CROSS JOIN {table} t ON t.{key} = w.value")
            }
            None => format!("SELECT t.{key}, {columns} FROM {table} t ORDER BY t.{key}"),
        }
    }

    fn query<'s>(&self, statement: &'s mut Statement<'_>) -> Result<Side<'s>, Error> {
        Side::new(match &self.0 {
            Some(ids) => statement.query([ids])?,
            None => statement.query([])?,
        })
    }
}

/// Calls `each` with the cards, in the order of their identities, until it fails.
///
/// # Errors
/// The database's, or what `each` fails with.
pub fn each<E: From<Error>>(
    db: &Db,
    wanted: &Wanted<'_>,
    mut each: impl FnMut(&Card) -> Result<(), E>,
) -> Result<(), E> {
    let Wanted { of, parts, now, .. } = *wanted;
    let (asked, tables) = (Asked::new(db, wanted)?, tables(of));
    let companies = if parts.companies && of == Of::Persons { names_of_companies(db)? } else { Default::default() };
    let reading = |is_wanted: bool, sql: String| {
        if is_wanted { db.sql().prepare(&sql).map(Some).map_err(Error::from) } else { Ok(None) }
    };
    let table = |table: &str, columns: &str| asked.sql(table, tables.record, columns);
    let mut emails = reading(parts.emails, table(tables.emails, "rank, label, address"))?;
    let mut phones = reading(parts.phones, table(tables.phones, "rank, label, number"))?;
    let mut addresses =
        reading(parts.addresses, table(tables.addresses, "rank, label, street, postcode, city, country"))?;
    let is_person = of == Of::Persons;
    let mut interests = reading(parts.interests && is_person, table("person_interest", "interest"))?;
    let mut own = reading(parts.own && is_person, table("custom_value", "field, t.value"))?;
    let mut bases = reading(parts.bases && is_person, table("ledger", "purpose, t.id, basis, corrects, at"))?;
    let answered = "id, t.type, t.wanted, t.corrects, t.source, t.comment, t.at, t.by";
    let mut answers = reading(parts.answers && is_person, table("subscription", answered))?;
    let mut activities = reading(parts.last_activity, last_activities(&asked, tables.activity, now))?;
    let mut notices = reading(parts.informed && is_person, table("notice", "told_at IS NOT NULL"))?;
    let mut cards = reading(true, asked.sql(tables.record, "id", on_the_card(of)))?;
    let (mut emails, mut phones) = (side_of(&mut emails, &asked)?, side_of(&mut phones, &asked)?);
    let (mut addresses, mut interests) = (side_of(&mut addresses, &asked)?, side_of(&mut interests, &asked)?);
    let (mut own, mut bases) = (side_of(&mut own, &asked)?, side_of(&mut bases, &asked)?);
    let (mut answers, mut notices) = (side_of(&mut answers, &asked)?, side_of(&mut notices, &asked)?);
    let (mut activities, mut cards) = (side_of(&mut activities, &asked)?, side_of(&mut cards, &asked)?);
    let mut card = Card::default();
    let mut ledger: Vec<Entry> = Vec::new();
    let mut answered: Vec<subscription::Entry> = Vec::new();
    for id in wanted.ids {
        let mut is_there = false;
        let Some(cards) = &mut cards else { break };
        cards.of(*id, |row| {
            is_there = true;
            read_card(row, &mut card, of, &companies)
        })?;
        if !is_there {
            continue;
        }
        card.id = *id;
        values(&mut emails, *id, &mut card.emails, |row| row.get(3))?;
        values(&mut phones, *id, &mut card.phones, |row| row.get(3))?;
        values(&mut addresses, *id, &mut card.addresses, |row| {
            Ok(Address { street: row.get(3)?, postcode: row.get(4)?, city: row.get(5)?, country: row.get(6)? })
        })?;
        card.interests.clear();
        card.own.clear();
        card.last_activity = None;
        card.informed = false;
        if let Some(side) = &mut notices {
            side.of(*id, |row| {
                card.informed |= row.get::<_, bool>(1)?;
                Ok(())
            })?;
        }
        if let Some(side) = &mut interests {
            side.of(*id, |row| {
                card.interests.push(list::Id(row.get(1)?));
                Ok(())
            })?;
        }
        if let Some(side) = &mut own {
            side.of(*id, |row| {
                card.own.push((custom::Id(row.get(1)?), row.get(2)?));
                Ok(())
            })?;
        }
        if let Some(side) = &mut activities {
            side.of(*id, |row| {
                card.last_activity = row.get::<_, Option<i64>>(1)?.map(Moment);
                Ok(())
            })?;
        }
        if let Some(side) = &mut bases {
            ledger.clear();
            side.of(*id, |row| {
                ledger.push(read_entry(row)?);
                Ok(())
            })?;
            card.bases.clear();
            holding(&mut ledger, |purpose, item, _| card.bases.push((purpose, item)));
        }
        if let Some(side) = &mut answers {
            answered.clear();
            side.of(*id, |row| {
                answered.push(subscriptions::read(row)?);
                Ok(())
            })?;
            card.answers.clear();
            for row in &answered {
                if let Some(wanted) = row.wanted
                    && subscription::current(&answered, row.kind).is_some_and(|holds| holds.id == row.id)
                {
                    card.answers.push((row.kind, wanted));
                }
            }
        }
        each(&card)?;
    }
    Ok(())
}

fn side_of<'s>(statement: &'s mut Option<Statement<'_>>, asked: &Asked) -> Result<Option<Side<'s>>, Error> {
    statement.as_mut().map(|statement| asked.query(statement)).transpose()
}

fn names_of_companies(db: &Db) -> Result<std::collections::HashMap<i64, String>, Error> {
    let mut statement = db.sql().prepare("SELECT id, name FROM company")?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

fn last_activities(asked: &Asked, record: &str, now: Moment) -> String {
    let now = now.0;
    match asked.0 {
        Some(_) => format!(
            "SELECT w.value, (SELECT max(at) FROM activity WHERE {record} = w.value AND at <= {now}) FROM json_each(?1) w"
        ),
        None => format!(
            "SELECT {record}, max(at) FROM activity WHERE {record} IS NOT NULL AND at <= {now}
             GROUP BY {record} ORDER BY {record}"
        ),
    }
}

/// Returns the columns of a card's own row: the same places for persons and companies.
fn on_the_card(of: Of) -> &'static str {
    match of {
        Of::Persons => {
            "number, first_name, last_name, t.company, '', '', title, position, category, business, our_contact, country,
             language, birth_date, website, note, former_employee, no_mailings, source, created_at, created_by,
             updated_at, updated_by"
        }
        Of::Companies => {
            "NULL, '', '', NULL, name, org_number, '', NULL, category, business, our_contact, country,
             NULL, NULL, website, note, 0, 0, NULL, created_at, created_by, updated_at, updated_by"
        }
    }
}

fn read_card(
    row: &Row<'_>,
    card: &mut Card,
    of: Of,
    companies: &std::collections::HashMap<i64, String>,
) -> rusqlite::Result<()> {
    let item = |place: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(place)?.map(list::Id));
    let user = |place: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(place)?.map(user::Id));
    for (place, text) in [
        (1, &mut card.number),
        (2, &mut card.first_name),
        (3, &mut card.last_name),
        (6, &mut card.org_number),
        (7, &mut card.title),
        (12, &mut card.country),
        (14, &mut card.birth_date),
        (15, &mut card.website),
        (16, &mut card.note),
    ] {
        replace(text, row.get_ref(place)?.as_str_or_null()?.unwrap_or_default());
    }
    match of {
        Of::Persons => {
            let company = row.get::<_, Option<i64>>(4)?.and_then(|id| companies.get(&id));
            replace(&mut card.company, company.map_or("", String::as_str));
        }
        Of::Companies => replace(&mut card.company, row.get_ref(5)?.as_str()?),
    }
    card.position = item(8)?;
    card.category = item(9)?;
    card.business = item(10)?;
    card.our_contact = user(11)?;
    card.language = item(13)?;
    card.former_employee = row.get(17)?;
    card.no_mailings = row.get(18)?;
    card.source = item(19)?;
    card.created_at = Moment(row.get(20)?);
    card.created_by = user(21)?;
    card.updated_at = Moment(row.get(22)?);
    card.updated_by = user(23)?;
    Ok(())
}

/// Reads the values of one kind that a card has, with their labels, in the order of their ranks.
fn values<T>(
    side: &mut Option<Side<'_>>,
    id: i64,
    into: &mut Vec<(Option<list::Id>, T)>,
    value: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<(), Error> {
    into.clear();
    let Some(side) = side else { return Ok(()) };
    let (mut last, mut is_ordered) = (i64::MIN, true);
    let mut ranks = Vec::new();
    side.of(id, |row| {
        let rank = row.get(1)?;
        is_ordered &= rank >= last;
        last = rank;
        ranks.push(rank);
        into.push((row.get::<_, Option<i64>>(2)?.map(list::Id), value(row)?));
        Ok(())
    })?;
    if !is_ordered {
        let mut ranked: Vec<_> = ranks.into_iter().zip(into.drain(..)).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        into.extend(ranked.into_iter().map(|(_, value)| value));
    }
    Ok(())
}

/// Returns how many e-mail addresses, phone numbers and addresses the card with most of them has.
pub fn most(db: &Db, wanted: &Wanted<'_>) -> Result<Most, Error> {
    let (asked, tables) = (Asked::new(db, wanted)?, tables(wanted.of));
    let count = |is_wanted: bool, table: &str| {
        if !is_wanted {
            return Ok(0);
        }
        let rows = asked.sql(table, tables.record, "1");
        let sql =
            format!("SELECT coalesce(max(n), 0) FROM (SELECT count(*) n FROM ({rows}) GROUP BY {})", tables.record);
        let mut statement = db.sql().prepare(&sql)?;
        let most: i64 = match &asked.0 {
            Some(ids) => statement.query_row([ids], |row| row.get(0))?,
            None => statement.query_row([], |row| row.get(0))?,
        };
        Ok::<_, Error>(usize::try_from(most).unwrap_or_default())
    };
    Ok(Most {
        emails: count(wanted.parts.emails, tables.emails)?,
        phones: count(wanted.parts.phones, tables.phones)?,
        addresses: count(wanted.parts.addresses, tables.addresses)?,
    })
}
