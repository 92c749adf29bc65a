//! What came back from people, and what it proposes.

use rusqlite::{OptionalExtension, Row, params};

use super::{Db, Error};
use crate::model::field::Field;
use crate::model::reply::{Change, Id, Kind, Proof, Proposal, ProposalId, Reply, State};
use crate::model::{Moment, attachment, list, outbox, person, user, wording};

const REPLY: &str = "id, person, kind, proof, sender, subject, sha256, evidence, at, by";
const PROPOSAL: &str = "id, person, reply, kind, field, item, wording, wanted, value, state, decided_at, decided_by";

/// Adds something that came back.
pub fn insert(db: &Db, reply: &Reply) -> Result<(), Error> {
    let sql = format!("INSERT INTO reply ({REPLY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        reply.id.0,
        reply.person.0,
        reply.kind.key(),
        reply.proof.key(),
        reply.sender,
        reply.subject,
        reply.sha256,
        reply.evidence.map(|id| id.0),
        reply.at.0,
        reply.by.0
    ])?;
    Ok(())
}

/// Returns whether this came back before, by its hash.
pub fn is_known(db: &Db, sha256: &str) -> Result<bool, Error> {
    let mut statement = db.sql().prepare_cached("SELECT 1 FROM reply WHERE sha256 = ?")?;
    Ok(statement.exists([sha256])?)
}

/// Returns whether anything came back from somebody.
pub fn has_any(db: &Db, person: person::Id) -> Result<bool, Error> {
    let mut statement = db.sql().prepare_cached("SELECT 1 FROM reply WHERE person = ?")?;
    Ok(statement.exists([person.0])?)
}

/// Returns something that came back.
pub fn get(db: &Db, id: Id) -> Result<Option<Reply>, Error> {
    let sql = format!("SELECT {REPLY} FROM reply WHERE id = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([id.0], read).optional()?)
}

/// Adds what is proposed.
pub fn propose(db: &Db, proposal: &Proposal) -> Result<(), Error> {
    let (mut field, mut item, mut shown, mut wanted, mut value) = (String::new(), None, None, None, "");
    match &proposal.change {
        Change::Correct { field: of, value: holds } => (field, value) = (of.to_string(), holds),
        Change::Object { purpose, words } => (item, value) = (Some(purpose.0), words),
        Change::Withdraw { purpose } => item = Some(purpose.0),
        Change::Erase { words } | Change::Access { words } | Change::Message { words } => value = words,
        Change::Subscribe { kind, wanted: wants } => (item, wanted) = (Some(kind.0), Some(*wants)),
        Change::NoMailings => {}
        Change::Consent { purpose, wording } => (item, shown) = (Some(purpose.0), wording.map(|id| id.0)),
    }
    let sql = format!("INSERT INTO proposal ({PROPOSAL}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    db.sql().prepare_cached(&sql)?.execute(params![
        proposal.id.0,
        proposal.person.0,
        proposal.reply.0,
        proposal.change.key(),
        field,
        item,
        shown,
        wanted,
        value,
        proposal.state.key(),
        proposal.decided_at.map(|at| at.0),
        proposal.decided_by.map(|id| id.0)
    ])?;
    Ok(())
}

/// Returns a proposal.
pub fn proposal(db: &Db, id: ProposalId) -> Result<Option<Proposal>, Error> {
    let sql = format!("SELECT {PROPOSAL} FROM proposal WHERE id = ?");
    Ok(db.sql().prepare_cached(&sql)?.query_row([id.0], read_proposal).optional()?)
}

/// Returns proposals, the oldest first: those that nobody decided about, or all.
pub fn proposals(db: &Db, only_open: bool) -> Result<Vec<Proposal>, Error> {
    let which = if only_open { "WHERE state = 'open'" } else { "" };
    let sql = format!("SELECT {PROPOSAL} FROM proposal {which} ORDER BY reply, id");
    let mut statement = db.sql().prepare_cached(&sql)?;
    Ok(statement.query_map([], read_proposal)?.collect::<Result<_, _>>()?)
}

/// Notes what became of a proposal, when, and by whom it was decided; neither where it waits again.
pub fn decide(db: &Db, id: ProposalId, state: State, decided: Option<(Moment, user::Id)>) -> Result<(), Error> {
    db.sql()
        .prepare_cached("UPDATE proposal SET state = ?, decided_at = ?, decided_by = ? WHERE id = ?")?
        .execute(params![state.key(), decided.map(|(at, _)| at.0), decided.map(|(_, by)| by.0), id.0])?;
    Ok(())
}

/// Returns when somebody wrote what was carried out at a moment; none where nothing was. The latest, where it was several
/// messages.
pub fn written_at(db: &Db, person: person::Id, carried_out: Moment) -> Result<Option<Moment>, Error> {
    let sql = "SELECT max(r.at) FROM proposal p JOIN reply r ON r.id = p.reply
               WHERE p.person = ? AND p.state = 'accepted' AND p.decided_at = ?";
    let at: Option<i64> = db.sql().prepare_cached(sql)?.query_row([person.0, carried_out.0], |row| row.get(0))?;
    Ok(at.map(Moment))
}

/// Returns the message that we sent under an identity (RFC 5322, 3.6.4): whose it is, and to which address it went.
pub fn sent(db: &Db, message_id: &str) -> Result<Option<(outbox::Id, Option<person::Id>, String)>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT id, person, address FROM outbox WHERE message_id = ?")?;
    let found = statement.query_row([message_id], |row| {
        Ok((outbox::Id(row.get(0)?), row.get::<_, Option<i64>>(1)?.map(person::Id), row.get(2)?))
    });
    Ok(found.optional()?)
}

/// Returns on whose cards an address stands, by its key.
pub fn with_address(db: &Db, key: &str) -> Result<Vec<person::Id>, Error> {
    let mut statement = db.sql().prepare_cached("SELECT DISTINCT person FROM email WHERE key = ? ORDER BY person")?;
    Ok(statement.query_map([key], |row| row.get(0).map(person::Id))?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Reply> {
    let (kind, proof): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(Reply {
        id: Id(row.get(0)?),
        person: person::Id(row.get(1)?),
        kind: Kind::from_key(&kind).unwrap_or(Kind::Request),
        // What nobody knows proves least.
        proof: Proof::from_key(&proof).unwrap_or(Proof::Address),
        sender: row.get(4)?,
        subject: row.get(5)?,
        sha256: row.get(6)?,
        evidence: row.get::<_, Option<i64>>(7)?.map(attachment::Id),
        at: Moment(row.get(8)?),
        by: user::Id(row.get(9)?),
    })
}

fn read_proposal(row: &Row<'_>) -> rusqlite::Result<Proposal> {
    let (kind, field, value, state): (String, String, String, String) =
        (row.get(3)?, row.get(4)?, row.get(8)?, row.get(9)?);
    let item = row.get::<_, Option<i64>>(5)?.map(list::Id);
    let wording = row.get::<_, Option<i64>>(6)?.map(wording::Id);
    let wanted = row.get::<_, Option<bool>>(7)?;
    let change = match (kind.as_str(), field.parse::<Field>(), item) {
        ("correct", Ok(field), _) => Change::Correct { field, value },
        ("object", _, Some(purpose)) => Change::Object { purpose, words: value },
        ("withdraw", _, Some(purpose)) => Change::Withdraw { purpose },
        ("erase", ..) => Change::Erase { words: value },
        ("access", ..) => Change::Access { words: value },
        ("subscribe", _, Some(kind)) => Change::Subscribe { kind, wanted: wanted.unwrap_or(false) },
        ("no-mailings", ..) => Change::NoMailings,
        ("consent", _, Some(purpose)) => Change::Consent { purpose, wording },
        // What a newer version proposes is for somebody to read.
        _ => Change::Message { words: value },
    };
    Ok(Proposal {
        id: ProposalId(row.get(0)?),
        person: person::Id(row.get(1)?),
        reply: Id(row.get(2)?),
        change,
        state: State::from_key(&state).unwrap_or(State::Open),
        decided_at: row.get::<_, Option<i64>>(10)?.map(Moment),
        decided_by: row.get::<_, Option<i64>>(11)?.map(user::Id),
    })
}
