//! Which selections are made of which.

use super::{Id, Selection, every, is_seen, members};
use crate::office::selections::words::Words;
use crate::office::{Desk, Error};

/// A selection and what is made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// The selection.
    pub selection: Selection,
    /// The names of those that are made of it, as far as the user sees them.
    pub by: Vec<String>,
}

/// Returns all selections that the user sees, each with those that are made of it. Nobody is counted.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn catalogue(desk: &Desk<'_>) -> Result<Vec<Used>, Error> {
    let shown = super::all(desk)?;
    let words = Words::of(desk)?.all_seeing().of_others(desk)?;
    let mut all: Vec<Used> = shown.iter().map(|one| Used { selection: one.clone(), by: Vec::new() }).collect();
    for user in &shown {
        // One that asks for what is no more is made of nothing that can be named.
        let Ok(Some(made)) = members(desk, &words, user.id, user.of) else { continue };
        for named in made.depends_on() {
            if let Some(used) = all.iter_mut().find(|used| used.selection.id == named) {
                used.by.push(user.name.clone());
            }
        }
    }
    Ok(all)
}

/// Returns the selections that are made of one, by name, as far as the user sees them.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn users(desk: &Desk<'_>, id: Id) -> Result<Vec<Selection>, Error> {
    let mut using = made_of(desk, id)?;
    using.retain(|selection| is_seen(desk, selection));
    Ok(using)
}

/// Returns the selections that are made of one, also those that the user does not see.
pub(super) fn made_of(desk: &Desk<'_>, id: Id) -> Result<Vec<Selection>, Error> {
    let mut using = every(desk)?;
    let words = Words::of(desk)?.all_seeing().of_others(desk)?;
    let mut made_of_it = Vec::new();
    for other in &using {
        if members(desk, &words, other.id, other.of)?.is_some_and(|members| members.depends_on().contains(&id)) {
            made_of_it.push(other.id);
        }
    }
    using.retain(|other| made_of_it.contains(&other.id));
    Ok(using)
}
