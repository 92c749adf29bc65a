//! The texts that people are shown when they are asked.

use std::collections::HashMap;

use super::{Desk, Error, Rule, persons};
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::model::wording::{Id, Wording};
use crate::model::{Moment, list, person, text, user};
use crate::store;

/// A wording, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The wording.
    pub wording: Wording,
    /// Who wrote it.
    pub by: user::Id,
    /// How many answers of persons whom the user may see name it.
    pub answers: u64,
}

/// What somebody answered to a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub person: person::Id,
    /// Their name.
    pub name: String,
    /// The legal basis that was entered.
    pub basis: list::Id,
    /// When.
    pub at: Moment,
}

/// Returns all wordings, by purpose, language and version.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Wording>, Error> {
    desk.require(Right::See)?;
    Ok(store::wordings::all(desk.db())?)
}

/// Returns the wordings of a purpose with what became of each, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn versions(desk: &Desk<'_>, purpose: list::Id) -> Result<Vec<Version>, Error> {
    let written = store::wordings::written(desk.db(), purpose, desk.viewer())?;
    let mut versions: Vec<Version> = all(desk)?
        .into_iter()
        .filter_map(|wording| {
            let (_, by, answers) = written.iter().find(|(id, ..)| *id == wording.id)?;
            Some(Version { by: *by, answers: *answers, wording })
        })
        .collect();
    versions.sort_by_key(|version| std::cmp::Reverse((version.wording.at, version.wording.id)));
    Ok(versions)
}

/// Returns who answered a wording (art. 7(1)), the newest answer first.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; or the database's.
pub fn answers(desk: &Desk<'_>, wording: Id) -> Result<Vec<Answer>, Error> {
    desk.require(Right::See)?;
    if !store::wordings::all(desk.db())?.iter().any(|known| known.id == wording) {
        return Err(Error::NoSuch("wording"));
    }
    let entries = store::ledger::of_wording(desk.db(), wording)?;
    let mut ids: Vec<person::Id> = entries.iter().map(|entry| entry.person).collect();
    ids.sort_unstable();
    ids.dedup();
    let names: HashMap<person::Id, String> = persons::lines(desk, &ids)?
        .into_iter()
        .filter(|line| !line.marks.restricted)
        .map(|line| (line.id, person::full_name(&line.first_name, &line.last_name)))
        .collect();
    let answer = |entry: crate::model::basis::Entry| {
        let name = names.get(&entry.person)?.clone();
        Some(Answer { person: entry.person, name, basis: entry.item, at: entry.at })
    };
    Ok(entries.into_iter().filter_map(answer).collect())
}

/// Adds a wording as the next version of its purpose and language.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::EmptyWording`].
pub fn add(desk: &mut Desk<'_>, purpose: list::Id, language: &str, words: &str) -> Result<Id, Error> {
    desk.require(Right::Settings)?;
    let words = text::multi_line(words);
    if words.trim().is_empty() {
        return Err(Error::Refused(Rule::EmptyWording));
    }
    let id = put(desk, purpose, language, &words)?;
    desk.changes.settings = true;
    desk.note(Kind::SettingsChanged, Subject::Record(id.0), Vec::new())?;
    Ok(id)
}

/// Returns the newest wording of a purpose and a language.
///
/// # Errors
/// The database's.
pub(super) fn newest(desk: &Desk<'_>, purpose: list::Id, language: &str) -> Result<Option<String>, Error> {
    Ok(store::wordings::newest(desk.db(), purpose, language)?)
}

pub(super) fn put(desk: &mut Desk<'_>, purpose: list::Id, language: &str, words: &str) -> Result<Id, Error> {
    let id = Id(desk.db().new_id());
    let wording =
        Wording { id, purpose, version: 0, language: language.to_owned(), text: words.to_owned(), at: desk.now() };
    store::wordings::insert(desk.db(), &wording, desk.user().id)?;
    Ok(id)
}
