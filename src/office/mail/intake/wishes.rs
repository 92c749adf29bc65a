//! What somebody wants of mailings from now on, as the prepared messages say it.

use super::words;
use crate::i18n;
use crate::model::list::List;
use crate::model::person;
use crate::model::reply::Change;
use crate::model::token::Wish;
use crate::office::mail::allowed::Judge;
use crate::office::{Desk, Error};
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
            // The prepared message holds what they get: what nobody changed in it says nothing new.
            let gets = Judge::new(desk)?.types_of_many(desk, &[id])?.remove(&id).unwrap_or_default();
            types.retain(|change| match change {
                Change::Subscribe { kind, wanted } => gets.contains(kind) != *wanted,
                Change::NoMailings
                | Change::Correct { .. }
                | Change::Object { .. }
                | Change::Withdraw { .. }
                | Change::Erase { .. }
                | Change::Access { .. }
                | Change::Consent { .. }
                | Change::Message { .. } => true,
            });
            Some(types).filter(|types| !types.is_empty())
        }
    })
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
