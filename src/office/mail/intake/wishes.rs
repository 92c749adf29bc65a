//! What somebody wants of mailings from now on, as the prepared messages say it.

use super::words;
use crate::i18n;
use crate::model::basis::{self, Basis};
use crate::model::list::{self, List};
use crate::model::reply::Change;
use crate::model::token::Wish;
use crate::model::{Moment, person, subscription};
use crate::office::mail::allowed::Judge;
use crate::office::{Desk, Error};
use crate::store;
use crate::transfer::replies::Mail;

/// Returns what a message of somebody with a code for wishes says that is to be changed; none where they want everything
/// as it is.
pub(super) fn of(desk: &Desk<'_>, mail: &Mail, id: person::Id) -> Result<Option<Vec<Change>>, Error> {
    let places = || std::iter::once(&mail.subject).chain(&mail.to);
    Ok(match places().find_map(|place| Wish::read(place)) {
        Some(Wish::Nothing) => Some(vec![Change::NoMailings]),
        Some(Wish::About) => Some(vec![Change::Access { words: words::own(&mail.text) }]),
        Some(Wish::Types) | None => {
            let mut types = ticked(desk, &mail.text)?;
            if types.is_empty() {
                return words::asked(desk, mail).map(Some);
            }
            // Somebody may write beside the list, too.
            let beside = written_beside(desk, mail)?;
            // The prepared message holds what they get: what nobody changed in it says nothing new.
            let gets = Judge::new(desk)?.types_of_many(desk, &[id])?.remove(&id).unwrap_or_default();
            let is_so = |change: &Change| matches!(change, Change::Subscribe { kind, wanted } if gets.contains(kind) == *wanted);
            types.retain(|change| !is_so(change));
            types.extend(beside);
            Some(types).filter(|types| !types.is_empty())
        }
    })
}

/// Returns what somebody asks in their own words beside the list, or, where that is not understood, the words.
fn written_beside(desk: &Desk<'_>, mail: &Mail) -> Result<Vec<Change>, Error> {
    let prepared: Vec<String> =
        i18n::Lang::ALL.iter().map(|lang| i18n::fold::fold(&i18n::text(*lang, "token-types-says"))).collect();
    let is_own = |line: &&str| {
        let line = i18n::fold::fold(line.trim());
        // A mail program may have broken the sentence above the list.
        !line.is_empty() && !line.starts_with('[') && !prepared.iter().any(|said| said.contains(&line))
    };
    let own: Vec<&str> = mail.text.lines().filter(is_own).collect();
    let text = words::own(&own.join("\n"));
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let beside = Mail { subject: String::new(), text, ..mail.clone() };
    let asked = words::asked(desk, &beside)?;
    Ok(if asked.is_empty() { vec![Change::Message { words: beside.text }] } else { asked })
}

/// Returns whether a list that was sent at a moment says no to a type only because it is older than the yes: it shows
/// what they got then.
pub(super) fn is_outdated(desk: &Desk<'_>, id: person::Id, sent: Moment, change: &Change) -> Result<bool, Error> {
    let Change::Subscribe { kind, wanted: false } = change else { return Ok(false) };
    let answers = store::subscriptions::of_person(desk.db(), id)?;
    let wants = subscription::current(&answers, *kind).is_some_and(|row| row.wanted == Some(true) && row.at > sent);
    let ledger = store::ledger::of_person(desk.db(), id)?;
    let consents = basis::current(&ledger, list::MARKETING);
    Ok(wants || consents.is_some_and(|row| row.basis == Basis::Consent && row.at > sent))
}

/// Returns the types of mailings that a list with ticks names: `[x] News`, `[ ] Invitations`.
fn ticked(desk: &Desk<'_>, text: &str) -> Result<Vec<Change>, Error> {
    let lists = desk.lists()?;
    let mut all: Vec<Change> = Vec::new();
    for line in text.lines() {
        // Mail programs put signs before what they quote.
        let line = line.trim_start_matches(['>', ' ', '\t', '\u{a0}']);
        let Some((mark, name)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else { continue };
        let folded = i18n::fold::fold(name.trim());
        let named = |item: &&crate::model::list::Item| {
            item.key == folded
                || i18n::Lang::ALL.iter().any(|lang| i18n::fold::fold(lists.name(item.id, *lang)) == folded)
        };
        let Some(kind) = lists.of(List::Subscription).find(named).map(|item| item.id) else { continue };
        let change = Change::Subscribe { kind, wanted: !mark.trim().is_empty() };
        // The list as it was sent may follow, quoted: what is written first counts.
        let is_said = |said: &Change| matches!(said, Change::Subscribe { kind: of, .. } if *of == kind);
        if !all.iter().any(is_said) {
            all.push(change);
        }
    }
    Ok(all)
}

/// Returns whether a change only says no: such are carried out at once.
pub(super) fn is_refusal(change: &Change) -> bool {
    match change {
        Change::NoMailings | Change::Subscribe { wanted: false, .. } => true,
        Change::Subscribe { wanted: true, .. }
        | Change::Correct { .. }
        | Change::Object { .. }
        | Change::Withdraw { .. }
        | Change::Erase { .. }
        | Change::Access { .. }
        | Change::Consent { .. }
        | Change::Message { .. } => false,
    }
}
