//! A new vault's furniture, and what belongs to the office as a whole.

use super::{Desk, Error, lists, wordings};
use crate::i18n::{self, Lang};
use crate::model::journal::{Kind, Subject};
use crate::model::list;
use crate::model::user::{Right, User};
use crate::store::{self, Db};

const LANGUAGE: &str = "language";
const SAMPLE: &str = "sample";
const RECOVERY_CONFIRMED: &str = "recovery_confirmed";

/// Puts the shipped lists, the first user and the first wordings into a new vault.
pub(super) fn furnish(desk: &mut Desk<'_>, lang: Lang) -> Result<(), Error> {
    let (db, now, user) = (desk.db(), desk.now(), desk.user().clone());
    store::users::insert(db, &user, now)?;
    store::users::set_last_unlock(db, user.id, now)?;
    for item in lists::shipped() {
        store::lists::insert(db, &item, now, user.id)?;
    }
    desk.lists_changed();
    db.set_vault_info(LANGUAGE, lang.code())?;
    for (purpose, key) in [(list::SALES, "wording-sales"), (list::MARKETING, "wording-marketing")] {
        for lang in [Lang::En, Lang::Nb, Lang::Sv] {
            wordings::put(desk, purpose, lang.code(), &i18n::text(lang, key))?;
        }
    }
    desk.note(Kind::VaultCreated, Subject::None, Vec::new())
}

/// Returns whether lists lack items that came with a later version than the one that made the vault.
pub(super) fn lacks_items(desk: &Desk<'_>) -> Result<bool, Error> {
    let known = desk.lists()?;
    Ok(list::List::ALL.into_iter().any(|list| {
        list.shipped().iter().any(|key| list::shipped_id(list, key).is_some_and(|id| known.get(id).is_none()))
    }))
}

/// Adds the items that came with a later version than the one that made the vault.
pub(super) fn complete(desk: &mut Desk<'_>) -> Result<(), Error> {
    let known = desk.lists()?.clone();
    let (now, user) = (desk.now(), desk.user().id);
    for item in lists::shipped().into_iter().filter(|item| known.get(item.id).is_none()) {
        // Somebody may have made an item of that key; theirs is then the one.
        if !known.has_key(item.list, &item.key) {
            store::lists::insert(desk.db(), &item, now, user)?;
        }
    }
    desk.lists_changed();
    desk.note(Kind::SettingsChanged, Subject::None, Vec::new())
}

/// Returns the language that names are sorted in; none in a vault that is not furnished yet.
pub(super) fn language(db: &Db) -> Result<Option<Lang>, Error> {
    Ok(db.vault_info(LANGUAGE)?.and_then(|code| code.parse().ok()))
}

/// Sorts names in another language from now on. Takes seconds where there are a million cards.
///
/// Anybody may: it changes the order of a list and nothing else.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn set_language(desk: &mut Desk<'_>, lang: Lang) -> Result<(), Error> {
    desk.require(Right::See)?;
    if language(desk.db())? == Some(lang) {
        return Ok(());
    }
    desk.db().set_vault_info(LANGUAGE, lang.code())?;
    let keys = i18n::SortKeys::new(lang);
    store::feed::rewrite_sort_keys(desk.db(), |first, last| keys.name_key(last, first), |name| keys.key(name))?;
    desk.changes.everything();
    desk.note(Kind::SettingsChanged, Subject::None, Vec::new())
}

/// Returns the vault's identity.
///
/// # Errors
/// The database's.
pub fn vault_id(desk: &Desk<'_>) -> Result<String, Error> {
    desk.db().vault_info("vault_id")?.ok_or(Error::NoSuch("vault id"))
}

/// Marks the vault as one of sample people.
pub(super) fn mark_as_sample(desk: &Desk<'_>) -> Result<(), Error> {
    Ok(desk.db().set_vault_info(SAMPLE, "yes")?)
}

/// Returns whether the people here are made up.
///
/// # Errors
/// The database's.
pub fn is_sample(desk: &Desk<'_>) -> Result<bool, Error> {
    Ok(desk.db().vault_info(SAMPLE)?.as_deref() == Some("yes"))
}

/// Returns how many persons and companies there are.
///
/// # Errors
/// The database's.
pub fn counts(desk: &Desk<'_>) -> Result<(u64, u64), Error> {
    Ok((store::persons::count(desk.db())?, store::companies::count(desk.db())?))
}

/// Answers whether somebody has shown that the recovery key was written down.
///
/// # Errors
/// The database's.
pub fn recovery_confirmed(desk: &Desk<'_>) -> Result<bool, Error> {
    Ok(desk.db().vault_info(RECOVERY_CONFIRMED)?.is_some())
}

/// Notes that somebody typed the recovery key back, so that it was written down and can be read.
///
/// # Errors
/// The database's.
pub fn confirm_recovery(desk: &mut Desk<'_>) -> Result<(), Error> {
    desk.db().set_vault_info(RECOVERY_CONFIRMED, "yes")?;
    desk.changes.settings = true;
    Ok(())
}

/// Returns the people who work here, by name.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn users(desk: &Desk<'_>) -> Result<Vec<User>, Error> {
    desk.require(Right::See)?;
    Ok(store::users::all(desk.db())?)
}
