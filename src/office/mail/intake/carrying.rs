//! Carrying out what is proposed, by the office's ordinary functions: their rights, their rules, their entries.

use chrono::Months;

use super::line;
use crate::model::activity::{Content, Direction};
use crate::model::basis::{Basis, Decision};
use crate::model::journal;
use crate::model::list::{self, List};
use crate::model::reply::{Change, Kind, Proof, Proposal, Reply, State};
use crate::model::subscription::Said;
use crate::model::trash::Record;
use crate::model::{person, text};
use crate::office::undo::{Done, Inverse};
use crate::office::{Desk, Error, activities, legal_basis, persons, states, subscriptions, trash};
use crate::{store, t};

/// Carries a proposal out, and notes that it was accepted.
pub(super) fn carry_out(desk: &mut Desk<'_>, reply: &Reply, proposal: &Proposal) -> Result<(), Error> {
    let (id, source) = (proposal.person, source(reply));
    let parts = desk.collected.parts();
    let decision = |purpose, basis| Decision { evidence: reply.evidence, ..Decision::new(purpose, basis, source) };
    match &proposal.change {
        Change::Correct { field, value } => {
            persons::edit_from(desk, id, &[(field.clone(), value.clone())], source)?;
        }
        Change::Object { purpose, words } => {
            let decision = Decision { comment: line(words), ..decision(*purpose, Basis::Objected) };
            states::enter(desk, id, &decision, None, None)?;
        }
        Change::Withdraw { purpose } => {
            legal_basis::decide(desk, id, &decision(*purpose, Basis::Withdrawn), None)?;
        }
        Change::Erase { words } => {
            let words = line(words);
            let reason = if words.is_empty() { t!(desk.office_lang()?, "intake-erase-reason") } else { words };
            trash::ask_for_deletion(desk, Record::Person(id), &reason)?;
        }
        Change::Access { words } => {
            let subject = t!(desk.office_lang()?, "intake-access-task");
            // One month from when it came (art. 12(3)).
            let due = reply.at.local_date() + Months::new(1);
            let task = Content { due: Some(due), ..activity(desk, list::ACTIVITY_TASK, id, subject, words) };
            activities::add_owed(desk, task)?;
        }
        Change::Subscribe { kind, wanted } => {
            let said = Said { source, ..Said::new(*kind, *wanted) };
            subscriptions::set(desk, id, &said)?;
        }
        Change::NoMailings => no_mailings(desk, id, decision)?,
        Change::Consent { purpose, wording } => {
            let decision = Decision { wording: *wording, ..decision(*purpose, Basis::Consent) };
            legal_basis::decide(desk, id, &decision, None)?;
            answer_others(desk, proposal, *purpose)?;
        }
        Change::Message { words } => {
            let subject = if reply.subject.is_empty() {
                t!(desk.office_lang()?, "intake-message")
            } else {
                reply.subject.clone()
            };
            let mail =
                Content { direction: Some(Direction::In), ..activity(desk, list::ACTIVITY_EMAIL, id, subject, words) };
            activities::add(desk, mail)?;
        }
    }
    store::replies::decide(desk.db(), proposal.id, State::Accepted, Some((desk.now(), desk.user().id)))?;
    desk.note_person(journal::Kind::ProposalAccepted, id, Vec::new())?;
    desk.changes.person(id);
    // What came of it is taken back: then it waits again. What nobody can take back was decided for good.
    if desk.collected.parts() > parts {
        let done = Done::new(journal::Kind::ProposalAccepted, String::new(), Vec::new());
        desk.can_be_taken_back(done, Inverse::ProposalAccepted(proposal.id));
    }
    Ok(())
}

/// Lets nothing else wait that proposes the same consent: what was ticked in a form, once its confirmation came.
fn answer_others(desk: &mut Desk<'_>, proposal: &Proposal, purpose: list::Id) -> Result<(), Error> {
    for other in store::replies::proposals(desk.db(), true)? {
        let is_same = matches!(other.change, Change::Consent { purpose: of, .. } if of == purpose);
        if is_same && other.person == proposal.person && other.id != proposal.id {
            let decided = Some((desk.now(), desk.user().id));
            store::replies::decide(desk.db(), other.id, State::Accepted, decided)?;
            desk.note_person(journal::Kind::ProposalAccepted, other.person, Vec::new())?;
        }
    }
    Ok(())
}

/// Returns by which way the office came to know.
fn source(reply: &Reply) -> list::Id {
    let key = match (reply.kind, reply.proof) {
        (Kind::Answer, _) => "portal",
        (Kind::Form, _) => "web-form",
        (Kind::Unsubscribe | Kind::Preferences, Proof::Token) => "request",
        (
            Kind::Unsubscribe | Kind::Preferences | Kind::Confirmation | Kind::Bounce | Kind::Complaint | Kind::Request,
            _,
        ) => "email",
    };
    list::shipped_id(List::Source, key).unwrap_or(list::SOURCE_UNKNOWN)
}

fn activity(desk: &Desk<'_>, kind: list::Id, id: person::Id, subject: String, words: &str) -> Content {
    let text = words.chars().take(text::NOTE).collect();
    Content { person: Some(id), subject, text, ..Content::new(kind, desk.now()) }
}

/// Ends everything that is direct marketing: a consent is taken back, and everything else objected to (art. 7(3),
/// 21(2)).
fn no_mailings(
    desk: &mut Desk<'_>,
    id: person::Id,
    decision: impl Fn(list::Id, Basis) -> Decision,
) -> Result<(), Error> {
    let purposes: Vec<list::Id> = desk.lists()?.of(List::Purpose).map(|item| item.id).collect();
    for purpose in purposes {
        let standing = legal_basis::standing(desk, id, purpose)?.map(|entry| entry.basis);
        let is_meant = purpose == list::MARKETING || standing.is_some() && desk.rules()?.is_direct_marketing(purpose);
        if !is_meant || standing.is_some_and(Basis::is_refusal) {
            continue;
        }
        if standing == Some(Basis::Consent) {
            legal_basis::decide(desk, id, &decision(purpose, Basis::Withdrawn), None)?;
        } else {
            states::enter(desk, id, &decision(purpose, Basis::Objected), None, None)?;
        }
    }
    Ok(())
}
