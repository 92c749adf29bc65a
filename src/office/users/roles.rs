//! The roles there are: what each is called and allows.

use crate::i18n;
use crate::model::setting::{RolePart, Setting, Tongue};
use crate::model::user::{Right, Rights, Role};
use crate::office::{Desk, Error, settings};
use crate::store;

/// A role as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its key.
    pub key: String,
    /// Its name in the user's language; the key where it has none.
    pub name: String,
    /// What it allows.
    pub rights: Rights,
}

impl Known {
    /// Answers whether an office made it.
    pub fn is_own(&self) -> bool {
        Role::from_key(&self.key).is_none()
    }

    /// Answers whether an office can say what it allows.
    pub fn can_change(&self) -> bool {
        self.key != Role::Owner.key()
    }
}

/// Returns the roles there are, the shipped ones first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn roles(desk: &Desk<'_>) -> Result<Vec<Known>, Error> {
    desk.require(Right::See)?;
    let mut found = Vec::new();
    for key in settings::roles(desk)? {
        let name = name(desk, &key)?;
        let rights = store::users::rights(desk.db(), &key)?;
        found.push(Known { key, name, rights });
    }
    Ok(found)
}

/// Makes a role of its own with the rights of somebody who may only look, and returns its key.
///
/// # Errors
/// Those of [`settings::set`].
pub fn create(desk: &mut Desk<'_>, name: &str) -> Result<String, Error> {
    let known = settings::roles(desk)?;
    let base = key_of(name);
    let is_free = |key: &String| !known.contains(key);
    let key = std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}-{number}"))).find(is_free);
    let key = key.ok_or(Error::NoSuch("role"))?;
    settings::set(desk, &of(&key, RolePart::Rights), &Role::ReadOnly.rights().to_string())?;
    rename(desk, &key, name)?;
    Ok(key)
}

/// Gives a role a name in the user's language.
///
/// # Errors
/// Those of [`settings::set`].
pub fn rename(desk: &mut Desk<'_>, key: &str, name: &str) -> Result<(), Error> {
    let tongue = Tongue::from_code(desk.lang().code()).unwrap_or(Tongue::En);
    settings::set(desk, &of(key, RolePart::Name(tongue)), name).map(|_| ())
}

/// Lets a role allow something, or no longer.
///
/// # Errors
/// Those of [`settings::set`].
pub fn allow(desk: &mut Desk<'_>, key: &str, right: Right, allowed: bool) -> Result<(), Error> {
    let rights = store::users::rights(desk.db(), key)?;
    let rights = if allowed { rights.with(right) } else { rights.without(right) };
    settings::set(desk, &of(key, RolePart::Rights), &rights.to_string()).map(|_| ())
}

/// Removes an own role that nobody has.
///
/// # Errors
/// Those of [`settings::unset`].
pub fn remove(desk: &mut Desk<'_>, key: &str) -> Result<(), Error> {
    settings::unset(desk, &of(key, RolePart::Rights))
}

fn of(role: &str, part: RolePart) -> Setting {
    Setting::Role { role: role.to_owned(), part }
}

fn name(desk: &Desk<'_>, key: &str) -> Result<String, Error> {
    let lang = desk.lang();
    let own = Tongue::from_code(lang.code());
    let decided = desk.decided()?;
    let named = |tongue| decided.get(&of(key, RolePart::Name(tongue)).key()).filter(|name| !name.is_empty()).cloned();
    if let Some(name) = own.and_then(named) {
        return Ok(name);
    }
    if Role::from_key(key).is_some() {
        return Ok(i18n::text(lang, &format!("role-{key}")));
    }
    Ok(Tongue::ALL.into_iter().find_map(named).unwrap_or_else(|| key.to_owned()))
}

/// Makes a key of a name: folded letters and digits, hyphens between.
fn key_of(name: &str) -> String {
    let folded = i18n::fold::fold(name);
    let parts: Vec<&str> =
        folded.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let key: String = parts.join("-").chars().take(30).collect();
    let key = key.trim_matches('-').to_owned();
    if key.is_empty() { "role".to_owned() } else { key }
}
