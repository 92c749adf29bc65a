//! Pairs of cards that may be about the same person.

use std::collections::HashMap;

use crate::model::duplicate::{self, Likeness};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::person::{self, Line};
use crate::model::user::Right;
use crate::office::{Desk, Error, Progress, Rule, persons};
use crate::search;
use crate::store;

/// Groups larger than this are not compared name by name: each with each takes too long, and says little.
const GROUP: usize = 300;

/// Two cards that may be about the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The older card.
    pub first: Line,
    /// The younger card.
    pub second: Line,
    /// How they resemble each other.
    pub likeness: Likeness,
}

/// Returns pairs of cards that may be about the same person, the surest first, and how many there are altogether.
///
/// Pairs that somebody has found to be two people are left out, and cards that are restricted or that
/// the user may not see.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Cancelled`]; the database's.
pub fn duplicates(desk: &Desk<'_>, limit: usize, progress: &Progress) -> Result<(Vec<Pair>, usize), Error> {
    desk.require(Right::See)?;
    let db = desk.db();
    let mut found: HashMap<(person::Id, person::Id), Likeness> = HashMap::new();
    let mut note = |pair: (person::Id, person::Id), likeness: Likeness| {
        let known = found.entry((pair.0.min(pair.1), pair.0.max(pair.1))).or_insert(likeness);
        *known = (*known).min(likeness);
    };
    progress.at(0, 4)?;
    store::merges::same_email(db, |pair| {
        note(pair, Likeness::Email);
        progress.at(0, 4)
    })?;
    progress.at(1, 4)?;
    let mut names: HashMap<person::Id, String> = HashMap::new();
    let mut companies: HashMap<person::Id, i64> = HashMap::new();
    let mut groups: HashMap<String, Vec<person::Id>> = HashMap::new();
    store::merges::each_name(db, |id, first, last, company| {
        names.insert(id, search::fold(&person::full_name(&first, &last)));
        if let Some(company) = company {
            companies.insert(id, company);
            groups.entry(format!("company {company}")).or_default().push(id);
        }
    })?;
    store::merges::same_phone(db, |pair| {
        let company = companies.get(&pair.0);
        if names.get(&pair.0) == names.get(&pair.1) {
            note(pair, Likeness::PhoneAndName);
        } else if company.is_none() || company != companies.get(&pair.1) {
            note(pair, Likeness::Phone);
        }
        // Colleagues share a number: that alone says nothing. Where their names are similar, that is found below.
        progress.at(1, 4)
    })?;
    progress.at(2, 4)?;
    store::merges::each_city(db, |id, city| {
        groups.entry(format!("city {}", search::fold(&city))).or_default().push(id);
    })?;
    progress.at(3, 4)?;
    for group in groups.values_mut() {
        progress.at(3, 4)?;
        group.dedup();
        for pair in alike(group, &names) {
            note(pair, Likeness::Name);
        }
    }
    let apart = store::merges::distinct(db)?;
    let closed = crate::office::sight::out_of_reach(desk)?;
    found.retain(|pair, _| !apart.contains(pair) && !closed.contains(&pair.0) && !closed.contains(&pair.1));
    let total = found.len();
    let mut pairs: Vec<((person::Id, person::Id), Likeness)> = found.into_iter().collect();
    pairs.sort_by_key(|(pair, likeness)| (*likeness, *pair));
    pairs.truncate(limit);
    let mut ids: Vec<person::Id> = pairs.iter().flat_map(|((a, b), _)| [*a, *b]).collect();
    ids.sort_unstable();
    ids.dedup();
    let lines: HashMap<person::Id, Line> =
        persons::lines(desk, &ids)?.into_iter().map(|line| (line.id, line)).collect();
    let pair = |((a, b), likeness): ((person::Id, person::Id), Likeness)| {
        Some(Pair { first: lines.get(&a)?.clone(), second: lines.get(&b)?.clone(), likeness })
    };
    progress.at(4, 4)?;
    Ok((pairs.into_iter().filter_map(pair).collect(), total))
}

/// Returns the pairs of a group with similar names; of a large group, only those with the same.
fn alike(group: &[person::Id], names: &HashMap<person::Id, String>) -> Vec<(person::Id, person::Id)> {
    let mut pairs = Vec::new();
    if group.len() > GROUP {
        let mut by_name: HashMap<&str, Vec<person::Id>> = HashMap::new();
        for id in group {
            by_name.entry(names.get(id).map_or("", String::as_str)).or_default().push(*id);
        }
        for same in by_name.into_iter().filter(|(name, _)| name.chars().count() >= 4).map(|(_, same)| same) {
            pairs.extend(same.windows(2).map(|two| (two[0], two[1])));
        }
        return pairs;
    }
    for (at, a) in group.iter().enumerate() {
        let Some(name) = names.get(a).filter(|name| name.chars().count() >= 4) else { continue };
        for b in &group[at + 1..] {
            if b != a && names.get(b).is_some_and(|other| duplicate::is_similar_name(name, other)) {
                pairs.push((*a, *b));
            }
        }
    }
    pairs
}

/// Notes that two cards that look alike are about two people, so that they are not proposed again. Where that was noted
/// before, nothing is.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Error::Refused`] for a card with itself.
pub fn keep_apart(desk: &mut Desk<'_>, a: person::Id, b: person::Id) -> Result<(), Error> {
    desk.require(Right::Edit)?;
    if a == b {
        return Err(Error::Refused(Rule::ApartFromItself));
    }
    persons::get(desk, a)?;
    persons::get(desk, b)?;
    if !store::merges::keep_apart(desk.db(), a, b, desk.now(), desk.user().id)? {
        return Ok(());
    }
    // On both cards, as with everything that two people are to each other.
    desk.note_person(Kind::RelationsChanged, a, vec![Field::Relation])?;
    desk.note_person(Kind::RelationsChanged, b, vec![Field::Relation])
}
