//! The texts that people are shown when they are asked.

use super::{Desk, Error, Rule};
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::model::wording::{Id, Wording};
use crate::model::{list, text};
use crate::store;

/// Returns all wordings, by purpose, language and version.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Wording>, Error> {
    desk.require(Right::See)?;
    Ok(store::wordings::all(desk.db())?)
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
