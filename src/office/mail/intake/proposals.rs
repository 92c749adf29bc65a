//! What people proposed, to be accepted or not, one by one or all of one message.

use super::{carrying, overtaken};
use crate::i18n::{self, Lang};
use crate::model::email;
use crate::model::journal;
use crate::model::reply::{Change, Kind, Proof, Proposal, ProposalId, Reply, State};
use crate::model::user::Right;
use crate::office::mail::answers;
use crate::office::problem;
use crate::office::undo::{Inverse, Way};
use crate::office::{Desk, Error, Rule};
use crate::{store, t};

/// Something that came back, with what it proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// What came back.
    pub reply: Reply,
    /// The name on the card.
    pub name: String,
    /// Whether the card is closed (art. 18): what is proposed is told by its kind only.
    pub is_closed: bool,
    /// What it proposes.
    pub proposed: Vec<Proposed>,
}

/// A proposal as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Its identity.
    pub id: ProposalId,
    /// The key of its kind.
    pub kind: &'static str,
    /// What it is, in words.
    pub words: String,
    /// What the card holds now, of a correction.
    pub before: String,
    /// What it is to hold, or what somebody says.
    pub value: String,
    /// What became of it.
    pub state: State,
    /// What to know before it is decided.
    pub hints: Vec<Hint>,
}

/// What to know before a proposal is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hint {
    /// They answered otherwise since they wrote it.
    Overtaken,
    /// It came from an address that is none of theirs.
    OtherSender,
}

impl Hint {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Overtaken, Self::OtherSender];

    /// Returns its key; its text is `proposal-hint-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Overtaken => "overtaken",
            Self::OtherSender => "other-sender",
        }
    }
}

/// Returns what was proposed, the oldest first: what waits for a decision, or everything. Those about people whom the
/// user may not see are left out.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn list(desk: &Desk<'_>, only_open: bool) -> Result<Vec<Came>, Error> {
    desk.require(Right::See)?;
    let mut all: Vec<Came> = Vec::new();
    for proposal in store::replies::proposals(desk.db(), only_open)? {
        if !desk.sees(proposal.person)? {
            continue;
        }
        if all.last().is_none_or(|came| came.reply.id != proposal.reply) {
            let Some(mut reply) = store::replies::get(desk.db(), proposal.reply)? else { continue };
            let is_closed = !desk.has_opened(reply.person) && store::states::is_restricted(desk.db(), reply.person)?;
            if is_closed {
                (reply.sender, reply.subject) = (String::new(), String::new());
            }
            let name = store::persons::name(desk.db(), reply.person)?.unwrap_or_default();
            all.push(Came { reply, name, is_closed, proposed: Vec::new() });
        }
        if let Some(came) = all.last_mut() {
            let hints = if came.is_closed { Vec::new() } else { hints(desk, &proposal, &came.reply)? };
            came.proposed.push(Proposed { hints, ..shown(desk, proposal, came.is_closed)? });
        }
    }
    Ok(all)
}

/// Returns how many things wait for a decision.
///
/// # Errors
/// Those of [`list`].
pub fn waiting(desk: &Desk<'_>) -> Result<usize, Error> {
    Ok(list(desk, true)?.iter().map(|came| came.proposed.len()).sum())
}

fn shown(desk: &Desk<'_>, proposal: Proposal, is_closed: bool) -> Result<Proposed, Error> {
    let (lang, lists) = (desk.lang(), desk.lists()?);
    let kind = proposal.change.key();
    let label = i18n::text(lang, &format!("proposal-kind-{kind}"));
    let of = |label: &str, what: &str| t!(lang, "label-colon", label = label, value = what);
    let (mut words, mut before, mut value) = (label.clone(), String::new(), String::new());
    match &proposal.change {
        Change::Correct { field, value: wanted } => {
            words = of(&label, &problem::field_name(lang, field));
            if !is_closed && desk.rules()?.fields.is_shown(field) {
                if let Some(person) = store::persons::get(desk.db(), proposal.person)? {
                    before = answers::said(desk, &person.content, field)?;
                }
                value.clone_from(wanted);
            }
        }
        Change::Object { purpose, words: said } => {
            words = of(&label, lists.name(*purpose, lang));
            value.clone_from(said);
        }
        Change::Withdraw { purpose } | Change::Consent { purpose, .. } => {
            words = of(&label, lists.name(*purpose, lang))
        }
        Change::Subscribe { kind, wanted } => {
            let label = if *wanted { label } else { t!(lang, "proposal-refuses") };
            words = of(&label, lists.name(*kind, lang));
            value = yes_no(lang, *wanted);
        }
        Change::Erase { words: said } | Change::Access { words: said } | Change::Message { words: said } => {
            value.clone_from(said);
        }
        Change::NoMailings => {}
    }
    if is_closed {
        value.clear();
    }
    Ok(Proposed { id: proposal.id, kind, words, before, value, state: proposal.state, hints: Vec::new() })
}

fn hints(desk: &Desk<'_>, proposal: &Proposal, reply: &Reply) -> Result<Vec<Hint>, Error> {
    let mut all = Vec::new();
    if proposal.state != State::Open {
        return Ok(all);
    }
    if overtaken::is(desk, reply, &proposal.change)? {
        all.push(Hint::Overtaken);
    }
    let senders = || store::replies::with_address(desk.db(), &email::key(&reply.sender));
    let is_theirs = reply.kind == Kind::Request && reply.proof == Proof::Message;
    if (reply.kind == Kind::Form || is_theirs) && !senders()?.contains(&reply.person) {
        all.push(Hint::OtherSender);
    }
    Ok(all)
}

fn yes_no(lang: Lang, yes: bool) -> String {
    if yes { t!(lang, "yes") } else { t!(lang, "no") }
}

/// Carries out what was proposed: all of it, or nothing.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Rule::ProposalDecided`]; those of whatever is carried out, such as
/// [`Rule::Restricted`].
pub fn accept(desk: &mut Desk<'_>, ids: &[ProposalId]) -> Result<usize, Error> {
    for id in ids {
        let (proposal, reply) = open(desk, *id)?;
        desk.require(needed(&proposal.change))?;
        carrying::carry_out(desk, &reply, &proposal)?;
    }
    desk.changes.activities = true;
    Ok(ids.len())
}

/// Leaves everything as it is.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Rule::ProposalDecided`].
pub fn reject(desk: &mut Desk<'_>, ids: &[ProposalId]) -> Result<usize, Error> {
    for id in ids {
        let (proposal, _) = open(desk, *id)?;
        desk.require(needed(&proposal.change))?;
        store::replies::decide(desk.db(), proposal.id, State::Rejected, Some((desk.now(), desk.user().id)))?;
        desk.note_person(journal::Kind::ProposalRejected, proposal.person, Vec::new())?;
        desk.changes.person(proposal.person);
    }
    desk.changes.activities = true;
    Ok(ids.len())
}

/// Lets what was accepted wait for a decision again, or accepts it again; answers what takes that back. What it changes
/// on the card is another part of the step.
pub(in crate::office) fn step(desk: &mut Desk<'_>, id: ProposalId, accepts: bool, way: Way) -> Result<Inverse, Error> {
    let proposal = store::replies::proposal(desk.db(), id)?.ok_or(Error::NoSuch("proposal"))?;
    desk.require(needed(&proposal.change))?;
    let (state, back) = if accepts {
        (State::Accepted, Inverse::ProposalAccepted(id))
    } else {
        (State::Open, Inverse::ProposalReopened(id))
    };
    let decided = accepts.then(|| (desk.now(), desk.user().id));
    store::replies::decide(desk.db(), id, state, decided)?;
    desk.note_person(way.kind(), proposal.person, Vec::new())?;
    desk.changes.person(proposal.person);
    desk.changes.activities = true;
    Ok(back)
}

/// Returns the right of whoever decides about a change.
fn needed(change: &Change) -> Right {
    match change {
        Change::Correct { .. } | Change::Erase { .. } | Change::Access { .. } | Change::Message { .. } => Right::Edit,
        Change::Object { .. } | Change::Withdraw { .. } | Change::NoMailings | Change::Consent { .. } => {
            Right::LegalBasis
        }
        Change::Subscribe { .. } => Right::Subscriptions,
    }
}

fn open(desk: &Desk<'_>, id: ProposalId) -> Result<(Proposal, Reply), Error> {
    desk.require(Right::See)?;
    let proposal = store::replies::proposal(desk.db(), id)?.ok_or(Error::NoSuch("proposal"))?;
    desk.require_visible(proposal.person)?;
    if proposal.state != State::Open {
        return Err(Error::Refused(Rule::ProposalDecided));
    }
    let reply = store::replies::get(desk.db(), proposal.reply)?.ok_or(Error::NoSuch("proposal"))?;
    Ok((proposal, reply))
}
